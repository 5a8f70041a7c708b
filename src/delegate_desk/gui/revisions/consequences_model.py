"""Effects of a revision on our items as rows: proposals, red lines, reservations and questions, then the rest."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QCoreApplication

from delegate_desk.core.annotations.annotation import AnnotationKind
from delegate_desk.core.documents.document import HEADINGS, Address, Document, Place
from delegate_desk.core.positions.position import Stance
from delegate_desk.core.revisions.adoption.adoption_rate import AdoptionOutcome
from delegate_desk.core.revisions.comparison import UnitOutcome, Verdict
from delegate_desk.core.revisions.consequences import (
    AdoptedRequest,
    AffectedItem,
    Consequences,
    ProposalOutcome,
    UnfinishedItem,
)
from delegate_desk.core.word_diff import WordChange, WordDiff, diff_words
from delegate_desk.desk import Desk
from delegate_desk.gui.meetings.meeting_model import short_place
from delegate_desk.gui.widgets.labels import changes as change_labels
from delegate_desk.gui.widgets.labels import comparison, terms
from delegate_desk.gui.widgets.rows.change_list_model import (
    ChangedPassage,
    ChangeListHead,
    ChangeListRow,
    Row,
    shorten_words,
)

translate = QCoreApplication.translate
T = TypeVar("T")
_SIGNS = {
    Stance.SUPPORT: AnnotationKind.SUPPORT,
    Stance.CAN_ACCEPT: AnnotationKind.SUPPORT,
    Stance.QUESTION: AnnotationKind.QUESTION,
    Stance.SCRUTINY_RESERVATION: AnnotationKind.SCRUTINY_RESERVATION,
    Stance.PARLIAMENTARY_RESERVATION: AnnotationKind.PARLIAMENTARY_RESERVATION,
    Stance.LINGUISTIC_RESERVATION: AnnotationKind.LINGUISTIC_RESERVATION,
    Stance.RESERVATION: AnnotationKind.RESERVATION,
    Stance.OPPOSE: AnnotationKind.RED_LINE,
    Stance.RED_LINE: AnnotationKind.RED_LINE,
}
_MOST = 12
"""Of the words that count, how many are shown."""


@dataclass(frozen=True, slots=True)
class ConsequencesPage:
    """The page, ready to be shown."""

    consequences: Consequences
    rows: tuple[Row, ...]

    @property
    def own_item_count(self) -> int:
        """Number of our items on the page."""
        found = self.consequences
        mine = [*found.red_lines, *found.reservations, *found.questions, *found.deleted_earlier]
        return len(mine) + sum(not proposed.delegations for proposed in found.proposals)

    def own_rows(self) -> list[ChangeListRow]:
        """Return the rows of our items: changed before unchanged."""
        ours = [row for row in self.rows if isinstance(row, ChangeListRow)][: self.own_item_count]
        return sorted(ours, key=lambda told: told.measure is None and told.role == "support")


def summary(found: Consequences) -> str:
    """A comparison in a line: ``30 → 31 paragraphs: 4 new, 2 gone, 11 reworded, 9 renumbered only``."""
    counts = found.comparison.counts()
    total = comparison.format_unit_totals(found.old, found.new)
    told = [v for v in comparison.TOLD if isinstance(v, Verdict) and v is not Verdict.SAME and v in counts]
    changes = ", ".join(change_labels.format_verdict_count(verdict, counts[verdict]) for verdict in told)
    return (
        terms.format_labelled(total, changes)
        if changes
        else translate("consequences", "{total}, all unchanged").format(total=total)
    )


class PlaceNames:
    """Short names of the places of two documents, and the headings above them."""

    def __init__(self, desk: Desk, consequences: Consequences) -> None:
        self._desk = desk
        self.old, self.new = consequences.old.id, consequences.new.id
        self._documents = {key: desk.documents.content(key) for key in (self.old, self.new)}
        self._units = {key: {u.address: u for u in document.units()} for key, document in self._documents.items()}
        self._under = _headings(self._documents[self.new])

    def short(self, place: Place) -> str:
        """A place as it is typed: ``7στ``, ``5(2)(a)``; of an earlier document too."""
        if place.document not in self._units:
            units = self._desk.documents.content(place.document).units()
            self._units[place.document] = {unit.address: unit for unit in units}
        return short_place(place.address, self._units[place.document])

    def heading_for_address(self, address: Address) -> str:
        """The heading that a unit of the new document stands under; empty where there is none."""
        return self._under.get(address, "")

    def text(self, place: Place) -> str:
        """The words of a unit."""
        unit = self._units[place.document].get(place.address)
        return unit.text if unit else ""

    def describe_move(self, old: Address | None, new: Address | None) -> tuple[Place | None, Place | None, str, str]:
        """Return the old and the new place, the label for the margin, and both in words: ``10, now 11``."""
        before = Place(self.old, old) if old is not None else None
        place = Place(self.new, new) if new is not None else None
        was, now = self.short(before) if before else "", self.short(place) if place else ""
        if was and now and was != now:
            return before, place, now, translate("consequences", "{old}, now {new}").format(old=was, new=now)
        return before, place, now or was, now or was


def load_consequences_page(desk: Desk, consequences: Consequences) -> ConsequencesPage:
    """Make the rows of a page: reads both documents, safe on any thread."""
    return ConsequencesPage(consequences, tuple(consequences_rows(consequences, PlaceNames(desk, consequences))))


def consequences_rows(found: Consequences, places: PlaceNames) -> Iterator[Row]:
    """The rows, group by group; empty groups are left out."""
    ours = [one for one in found.proposals if not one.delegations]
    others = [one for one in found.proposals if one.delegations]
    yield from _group(translate("consequences", "Our proposals"), ours, lambda one: _proposal_row(one, places))
    yield from _group(
        translate("consequences", "Our red lines"), found.red_lines, lambda one: _affected_row(one, places)
    )
    yield from _group(
        translate("consequences", "Our reservations"), found.reservations, lambda one: _affected_row(one, places)
    )
    yield from _group(
        translate("consequences", "Our open questions"), found.questions, lambda one: _affected_row(one, places)
    )
    yield from _group(
        translate("consequences", "Other delegations’ proposals"), others, lambda one: _proposal_row(one, places)
    )
    deleted = translate("consequences", "Deleted by an earlier revision")
    can_be_done = any(one.earlier.is_deleted for one in found.deleted_earlier)
    done = translate("consequences", "press 0 to mark as done") if can_be_done else ""
    yield from _group(deleted, found.deleted_earlier, lambda one: _unfinished_row(one, places), done)
    said = translate("consequences", "Requested in meetings and now in the text")
    yield from _group(said, found.adopted_requests, lambda one: _request_row(one, places))
    rest = translate("consequences", "All other changes")
    aside = translate("consequences", "most significant first")
    yield from _group(rest, found.other_outcomes, lambda one: _other_change_row(one, places), aside)


def _group(title: str, things: Sequence[T], tell: Callable[[T], ChangeListRow], aside: str = "") -> Iterator[Row]:
    if things:
        yield ChangeListHead(title, len(things), aside)
        yield from map(tell, things)


def _proposal_row(one: ProposalOutcome, places: PlaceNames) -> ChangeListRow:
    before, place, label, where = places.describe_move(one.old, one.new)
    who = " ".join(one.delegations)
    ours = translate("consequences", "Our proposal on {place}")
    theirs = translate("consequences", "{who} on {place}")
    measured = one.adoption.outcome not in (AdoptionOutcome.GONE, AdoptionOutcome.UNKNOWN)
    thing = one.intervention.id if one.intervention else one.annotation.id if one.annotation else one.old
    return ChangeListRow(
        f"proposal {thing} {who} {''.join(text for change, text in one.proposed_diff if change is WordChange.INSERT)}",
        label,
        (theirs if who else ours).format(who=who, place=where),
        change_labels.adoption_label(one.adoption),
        change_labels.OUTCOME_ROLES[one.adoption.outcome],
        AnnotationKind.DRAFTING_SUGGESTION,
        _comment(one),
        tuple(_wordings(one, places)),
        _counted_words(one),
        one.adoption.rate if measured else None,
        place,
        before,
        is_pending=one.adoption.outcome is AdoptionOutcome.UNKNOWN,
    )


def _comment(one: ProposalOutcome) -> str:
    """Return the comment that accompanied the wording."""
    if one.item is not None:
        return one.item.comment
    if one.intervention is not None:
        return one.intervention.text
    return one.annotation.text if one.annotation is not None else ""


def _wordings(one: ProposalOutcome, places: PlaceNames) -> Iterator[ChangedPassage]:
    """Yield the wording proposed, and the text now, each with its differences from the old text."""
    yield ChangedPassage(translate("consequences", "proposed"), shorten_words(one.proposed_diff), ours=True)
    if one.actual_diff:
        yield ChangedPassage(translate("consequences", "now"), shorten_words(one.actual_diff))
    elif one.adoption.outcome is AdoptionOutcome.GONE:
        gone = ((WordChange.DELETE, places.text(Place(places.old, one.old))),)
        yield ChangedPassage(translate("consequences", "deleted"), shorten_words(gone))
    if one.elsewhere is not None:
        there = Place(places.new, one.elsewhere)
        caption = translate("consequences", "in {place}").format(place=places.short(there))
        yield ChangedPassage(caption, shorten_words(((WordChange.INSERT, places.text(there)),)))


def _counted_words(one: ProposalOutcome) -> tuple[tuple[WordChange, str, bool], ...]:
    """The words that count: those to be added, then those to go."""
    added = tuple((WordChange.INSERT, word, took) for word, took in one.adoption.added)
    return (*added, *((WordChange.DELETE, word, gone) for word, gone in one.adoption.removed))[:_MOST]


def _affected_row(one: AffectedItem, places: PlaceNames) -> ChangeListRow:
    carried = one.carried
    before, place, label, where = places.describe_move(carried.old, carried.new)
    stance = one.item.stance if one.item else None
    if one.annotation is not None:
        kind, sign, said = terms.kind_label(one.annotation.kind), one.annotation.kind, one.annotation.text
    else:
        kind = terms.stance_label(stance) if stance else translate("consequences", "Our position")
        sign = _SIGNS.get(stance, AnnotationKind.NOTE) if stance else AnnotationKind.NOTE
        said = one.item.comment if one.item else ""
    outcome, role = _touched_label(one)
    quote = one.annotation.quote if one.annotation else None
    return ChangeListRow(
        f"{carried.kind} {carried.key}",
        label,
        translate("consequences", "{kind} on {place}").format(kind=kind, place=where),
        outcome,
        role,
        sign,
        " — ".join(filter(None, (terms.quote(quote.exact) if quote else "", said))),
        tuple(_passages(one, places)),
        place=place,
        before=before,
        carried=carried,
        is_pending=carried.is_open,
    )


def _touched_label(one: AffectedItem) -> tuple[str, str]:
    """Whether what it is about changed, and the colour of that."""
    if one.carried.is_open:
        return translate("consequences", "to check"), "scrutiny_reservation"
    if one.carried.new is None:
        return change_labels.carried_label(one.carried)
    if one.was_touched:
        red = one.item.stance is Stance.RED_LINE if one.item else False
        red = red or (one.annotation is not None and one.annotation.kind is AnnotationKind.RED_LINE)
        return translate("consequences", "affected"), "red_line" if red else "scrutiny_reservation"
    if one.was_touched is None:
        return translate("consequences", "in another language: unknown"), "scrutiny_reservation"
    return translate("consequences", "unaffected"), "support"


def _passages(one: AffectedItem, places: PlaceNames) -> Iterator[ChangedPassage]:
    """Yield the outcome of the words that the item is attached to."""
    if not one.outcomes or one.carried.new is None:
        yield ChangedPassage(
            translate("consequences", "was"),
            shorten_words(((WordChange.EQUAL if one.carried.is_open else WordChange.DELETE, one.carried.text),)),
        )
        return
    for fate in one.outcomes:
        aside = "" if len(one.outcomes) == 1 or fate.new is None else places.short(Place(places.new, fate.new))
        yield ChangedPassage(translate("consequences", "now"), shorten_words(fate.words), note=aside)


def _unfinished_row(one: UnfinishedItem, places: PlaceNames) -> ChangeListRow:
    carried, old = one.earlier.carried, one.earlier.old.id
    before = Place(old, carried.old)
    place = Place(places.new, carried.new) if carried.new is not None else None
    was, now = places.short(before), places.short(place) if place else ""
    both = translate("consequences", "{old}, now {new}").format(old=was, new=now)
    where = both if now and now != was else was
    title, sign, said = _title_sign_text(one)
    outcome, role = change_labels.earlier(one.earlier)
    return ChangeListRow(
        f"earlier {carried.kind} {carried.key} {old}",
        now or was,
        translate("consequences", "{kind} on {place}").format(kind=title, place=where),
        outcome,
        role,
        sign,
        said,
        tuple(_unfinished_passages(one)),
        place=place,
        before=before,
        carried=carried,
        is_pending=carried.is_open,
        earlier=one.earlier,
    )


def _unfinished_passages(one: UnfinishedItem) -> Iterator[ChangedPassage]:
    """Text of its paragraph, and the wording that we proposed."""
    text = one.earlier.carried.text
    caption = translate("consequences", "now") if one.earlier.carried.new else translate("consequences", "was")
    yield ChangedPassage(
        caption, shorten_words(((WordChange.DELETE if one.earlier.is_deleted else WordChange.EQUAL, text),))
    )
    if one.item is not None and one.item.proposal is not None:
        yield ChangedPassage(translate("consequences", "proposed"), shorten_words(diff_words(text, one.item.proposal)))


def _title_sign_text(one: UnfinishedItem) -> tuple[str, AnnotationKind, str]:
    """Its kind, its sign and its text."""
    if one.annotation is not None:
        note = one.annotation
        holder = f"{note.holder} · " if note.holder else ""
        quote = terms.quote(note.quote.exact) if note.quote else ""
        return holder + terms.kind_label(note.kind), note.kind, " — ".join(filter(None, (quote, note.text)))
    if one.item is not None:
        stance = one.item.stance
        title = terms.stance_label(stance) if stance else translate("consequences", "Our position")
        sign = _SIGNS.get(stance) if stance else None
        return title, sign or AnnotationKind.DRAFTING_SUGGESTION, one.item.comment or one.item.internal
    said = one.intervention
    return " ".join(said.delegations) if said else "", AnnotationKind.NOTE, said.text if said else ""


def _request_row(one: AdoptedRequest, places: PlaceNames) -> ChangeListRow:
    said = one.intervention
    place = Place(places.new, one.new)
    label = places.short(place)
    who = " ".join(said.delegations)
    text = places.text(place)
    return ChangeListRow(
        f"wish {said.id} {one.wording}",
        label,
        translate("consequences", "{who} on {place}").format(who=who, place=label),
        translate("consequences", "in the text"),
        "support",
        comment=terms.quote(one.wording),
        passages=(
            ChangedPassage(translate("consequences", "now"), shorten_words(_highlight_wording(text, one.wording))),
        ),
        place=place,
        before=said.place,
    )


def _highlight_wording(text: str, wording: str) -> WordDiff:
    """A text with some words of it marked as added."""
    at = text.casefold().find(wording.casefold())
    if at < 0 or len(text) != len(text.casefold()):
        return ((WordChange.EQUAL, text),)
    runs = (
        (WordChange.EQUAL, text[:at]),
        (WordChange.INSERT, text[at : at + len(wording)]),
        (WordChange.EQUAL, text[at + len(wording) :]),
    )
    return tuple(run for run in runs if run[1])


def _other_change_row(fate: UnitOutcome, places: PlaceNames) -> ChangeListRow:
    before, place, label, where = places.describe_move(fate.old, fate.new)
    was = places.short(before) if before is not None and label != where else ""
    return ChangeListRow(
        f"fate {fate.old} {fate.new}",
        label,
        places.heading_for_address(fate.new) if fate.new is not None else "",
        change_labels.outcome_label(fate),
        change_labels.VERDICT_ROLES[fate.verdict],
        passages=(
            ChangedPassage(
                "",
                shorten_words(fate.words),
                note=translate("consequences", "was {place}").format(place=was) if was else "",
            ),
        ),
        place=place,
        before=before,
    )


def _headings(document: Document) -> Mapping[Address, str]:
    """By address, the heading last met before a unit."""
    found: dict[Address, str] = {}
    under = ""
    for unit in document.paragraphs:
        if unit.kind in HEADINGS:
            under = " ".join(filter(None, (unit.label, unit.text)))[:80]
        elif under:
            found[unit.address] = under
    return found
