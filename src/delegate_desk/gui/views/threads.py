"""Annotations on one paragraph in the order in which they are read."""

from collections.abc import Mapping

from delegate_desk.core.annotations.annotation import AnnotationId
from delegate_desk.gui import names
from delegate_desk.gui.models.annotations import Context
from delegate_desk.gui.views.annotation_card import AnnotationCard
from delegate_desk.gui.views.other_card import OtherCard
from delegate_desk.gui.views.their_card import TheirCard

Card = AnnotationCard | TheirCard


def threaded(cards: Mapping[AnnotationId, Card]) -> list[Card]:
    """Cards with the oldest first, each with what answers it."""
    answers: dict[AnnotationId | None, list[Card]] = {}
    for card in sorted(cards.values(), key=lambda one: one.annotation.created):
        to = card.annotation.reply_to
        answers.setdefault(to if to in cards else None, []).append(card)
    ordered: list[Card] = []
    waiting = answers.pop(None, [])[::-1]
    while waiting:
        card = waiting.pop()
        ordered.append(card)
        waiting += answers.pop(card.annotation.id, [])[::-1]
    return ordered


def on_other_versions(context: Context) -> list[OtherCard]:
    """Cards of what stands on other language versions, each with whose it is where it is another's."""
    made = []
    for held, one in context.others:
        version = names.on_version(held)
        where = f"{version} · {names.person(context.people.get(one.author))}" if one.author else version
        made.append(OtherCard(held, one, where=where))
    return made


def same(shown: list[OtherCard], context: Context) -> bool:
    """True if these cards are those of a context."""
    return [card.annotation for card in shown] == [one for _, one in context.others]
