"""Positions as JSON: fields may be added, never renamed."""

from collections.abc import Iterable

from delegate_desk.cli.shapes import Shape, moment, named
from delegate_desk.core.annotations.annotation import Annotation
from delegate_desk.core.documents.document import Held
from delegate_desk.core.positions.fields import FieldDifference
from delegate_desk.core.positions.position import FieldChange, Item, Position
from delegate_desk.core.positions.versions import VersionDifference
from delegate_desk.core.word_diff import Words


def position(
    held: Held, ours: Position, items: Iterable[tuple[Item, Words]], notes: Iterable[Annotation] = ()
) -> Shape:
    """A position with what a file for circulation contains besides: annotations, each as an item."""
    return {
        "reference": named(held),
        "language": held.header.language,
        **_state(ours),
        "general": ours.general,
        "internal": ours.internal,
        "items": [
            *(_item(item, words) for item, words in items),
            *(_item_from(note) for note in notes),
        ],
    }


def _item(item: Item, words: Words) -> Shape:
    return {
        "address": item.address,
        "from": "position",
        "stance": str(item.stance) if item.stance else None,
        "proposal": item.proposal,
        "comment": item.comment,
        "internal": item.internal,
        "words": [[str(change), text] for change, text in words],
        "justification": item.justification,
        "joint": list(item.joint),
        "fallbacks": list(item.fallbacks),
        "red_line": item.red_line,
        "instruction": item.instruction,
        "source": item.source,
        "priority": item.priority,
        "tags": list(item.tags),
        "authors": list(item.authors),
        "after": item.after,
        "label": item.label,
        "annotation": None,
        "kind": None,
    }


def _item_from(note: Annotation) -> Shape:
    """An annotation as an item: its text is the comment."""
    return _item(Item(note.place.address, comment=note.text), ()) | {
        "from": "annotation",
        "annotation": note.id,
        "kind": str(note.kind),
    }


def version(ours: Position) -> Shape:
    return {**_state(ours), "items": len(ours.items)}


def compared(difference: VersionDifference) -> Shape:
    return {
        "old": difference.old.version,
        "new": difference.new.version,
        "texts": list(map(_field, difference.texts)),
        "items": [{"address": one.address, "fields": list(map(_field, one.fields))} for one in difference.items],
    }


def changed(change: FieldChange) -> Shape:
    return {
        "version": change.version,
        "address": change.address or None,
        "field": change.field,
        "before": change.before,
        "after": change.after,
        "at": moment(change.at),
    }


def _state(ours: Position) -> Shape:
    cleared, sent = ours.cleared, ours.sent
    return {
        "status": str(ours.status),
        "version": ours.version,
        "cleared": cleared and {"by": cleared.by, "at": moment(cleared.at)},
        "sent": sent and {"to": sent.to, "file": sent.file, "at": moment(sent.at)},
    }


def _field(one: FieldDifference) -> Shape:
    return {"field": one.field, "before": one.before, "after": one.after, "circulates": one.circulates}
