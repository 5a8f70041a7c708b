"""What an earlier revision deleted: told at every later one, until it has a place again or is done."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from delegate_desk.core.annotations.annotation import RESERVATIONS, AnnotationId, AnnotationKind
from delegate_desk.core.documents.document import DocumentId, Held, Paragraph
from delegate_desk.core.positions.position import RESERVED, Stance
from delegate_desk.core.revisions.carryover.carried_items import Carried, CarriedKind, CarryVerdict, Earlier
from delegate_desk.core.revisions.carryover.place_proposals import proposals
from delegate_desk.core.revisions.comparison import Comparison, Fate, Verdict
from delegate_desk.core.revisions.predecessors import predecessors
from delegate_desk.core.text import words
from delegate_desk.core.word_diff import WordChange
from delegate_desk.services.revisions.carryover_plan import CarryingStores, CarryPlan, CarryState, DocumentCarry

_LIKE = 0.6
"""How like a new unit has to be to a deleted one to be offered as the same."""
_TELLING = 4
"""How many words tell by themselves that a unit is back; with fewer it is at its old address too."""


@dataclass(frozen=True, slots=True)
class _Lost:
    """Something that lost its place in an earlier revision.

    Attributes:
        again: What became of it in the new document, where that is known.
    """

    old: Held
    deleted_in: Held
    row: Carried
    again: Carried | None


class Deleted:
    """Finds what earlier revisions deleted; derived from what is kept of each carrying."""

    def __init__(self, stores: CarryingStores) -> None:
        self._stores = stores

    def earlier(self, old: Held, new: Held) -> tuple[Earlier, ...]:
        """What revisions up to the old document deleted and is not done: red lines first, then reservations.

        What came back with the new document is told too.
        """
        found = [
            Earlier(one.again or one.row, one.old, one.deleted_in, new if one.again else one.deleted_in)
            for one in self._lost(old, new)
            if one.again is None or one.again.new is not None or one.again.is_open
        ]
        return tuple(sorted(found, key=self._rank))

    def returning(self, comparison: Comparison, old: Held, new: Held) -> Iterator[DocumentCarry]:
        """What is to be written for paragraphs that the new document has again, each from the document it was on.

        Word for word and only once, it is placed; where it is alike, a person is asked.
        """
        if comparison.across:
            return
        inserted = {fate.new for fate in comparison.fates if fate.verdict is Verdict.INSERTED and fate.is_sure}
        content = self._stores.documents.content(new)
        units = [unit for unit in content.units() if unit.address in inserted]
        lost = [one for one in self._lost(old, new) if units and (one.again is None or one.again.is_open)]
        for origin in {one.old.id: one.old for one in lost}.values():
            there = [one.row for one in lost if one.old.id == origin.id]
            fates = {row.old: fate for row in there if (fate := _found_again(row, units)) is not None}
            if fates:
                again = Comparison(origin.id, new.id, comparison.view, tuple(fates.values()))
                step = self._step(again, origin, new, there)
                if step.after:
                    yield step

    # Finding

    def _lost(self, old: Held, new: Held) -> list[_Lost]:
        if not self._stores.carrying.has_deleted():
            return []
        before = self._before(old)
        held = {one.id: one for one in (*before, old)}
        order = list(held)
        known: dict[DocumentId, dict[tuple[CarriedKind, str], Carried]] = {}
        found: dict[tuple[DocumentId | None, CarriedKind, str], _Lost] = {}
        for origin, deleted_in, row in sorted(
            self._stores.carrying.deleted(order), key=lambda one: (order.index(one[1]), order.index(one[0]))
        ):
            if origin not in known:
                rows = self._stores.carrying.of(origin, new.id)
                known[origin] = {(one.kind, one.key): one for one in rows}
            again = known[origin].get((row.kind, row.key))
            is_done = again is not None and again.verdict is CarryVerdict.DELETED and again.decided is not None
            if again and again.new is None and not again.is_open and not is_done:
                again = None  # not found there, or a person said that it is another paragraph
            key = (None if row.kind is CarriedKind.INTERVENTION else origin, row.kind, row.key)
            found.setdefault(key, _Lost(held[origin], held[deleted_in], row, again))
        return [one for one in found.values() if one.old.id != new.id]

    def _before(self, held: Held) -> list[Held]:
        """The documents that led to one, the earliest first: by what was carried, and the revisions in its language.

        One in the trash counts for what it deleted.
        """
        documents = self._stores.documents
        seen, queue = {held.id}, [held.id]
        while queue:
            for before in self._stores.carrying.before(queue.pop(0)):
                if before not in seen:
                    seen.add(before)
                    queue.append(before)
        several = [*documents.all(), *documents.trash()]
        language = held.header.language
        revisions = [one for one in predecessors(held, several) if one.header.language == language]
        nearest = list(dict.fromkeys([one.id for one in revisions] + sorted(seen)))
        return [one for key in reversed(nearest) if key != held.id and (one := documents.get(key)) is not None]

    def _rank(self, one: Earlier) -> int:
        """Red lines, reservations, proposals, questions, the rest of ours, what was said."""
        kind, stance, proposes = None, None, False
        if one.carried.kind is CarriedKind.ANNOTATION:
            annotation = self._stores.annotations.kept(AnnotationId(one.carried.key))
            kind = annotation.kind if annotation else None
        elif one.carried.kind is CarriedKind.POSITION:
            item = self._stores.positions.get(one.old.id).item(one.carried.old)
            stance, proposes = item.stance, item.proposal is not None
        ranks = (
            kind is AnnotationKind.RED_LINE or stance is Stance.RED_LINE,
            kind in RESERVATIONS or stance in RESERVED,
            kind is AnnotationKind.DRAFTING_SUGGESTION or proposes,
            kind is AnnotationKind.QUESTION or stance is Stance.QUESTION,
            one.carried.kind is not CarriedKind.INTERVENTION,
            True,
        )
        return ranks.index(True)

    # Placing

    def _step(self, again: Comparison, origin: Held, new: Held, lost: Sequence[Carried]) -> DocumentCarry:
        """What carrying writes for what is back."""
        stores = self._stores
        documents, carrying = stores.documents, stores.carrying
        back = {fate.old for fate in again.fates}
        keys = {(row.kind, row.key) for row in lost if row.old in back}
        known = {(row.kind, row.key): row for row in carrying.of(origin.id, new.id)}
        position = stores.positions.get(new.id)
        plan = CarryPlan(again, documents.content(origin), (new, documents.content(new)), known)
        heads = {key for kind, key in keys if kind is CarriedKind.ANNOTATION}
        notes = [one for one in stores.annotations.of(origin.id) if one.id in heads or one.reply_to in heads]
        there = {one.id: one for one in stores.annotations.of(new.id, trashed=True)}
        plan.annotations(notes, {one.id: stores.origin(one, new.id) for one in notes}, there)
        here = {key for key, _ in carrying.said(stores.versions(new))}
        said = [row for row in lost if (row.kind, row.key) in keys and row.kind is CarriedKind.INTERVENTION]
        plan.interventions((row.key, row.old) for row in said if row.key not in here)
        lines = [row.old for row in lost if (row.kind, row.key) in keys and row.kind is CarriedKind.POSITION]
        plan.position(stores.positions.get(origin.id), position, lines)
        after = plan.state()
        before = CarryState(
            {key: known.get(key) for key in after.rows},
            dict.fromkeys(after.notes),
            {address: position.item(address) for address in after.items},
        )
        return DocumentCarry(origin.id, new.id, before, after)


def _found_again(row: Carried, units: Sequence[Paragraph]) -> Fate | None:
    """What became of a deleted unit in a document that has new ones; None where none of them is like it."""
    same = [unit for unit in units if unit.text == row.text and row.text]
    if len(same) == 1 and (len(list(words(row.text))) >= _TELLING or same[0].address == row.old):
        verdict = Verdict.SAME if same[0].address == row.old else Verdict.RENUMBERED
        return Fate(row.old, same[0].address, verdict, 1.0, ((WordChange.EQUAL, row.text),))
    alike = same or proposals(row.old, row.text, None, units, _LIKE)
    if not alike:
        return None
    rivals = tuple(unit.address for unit in alike)
    return Fate(row.old, rivals[0], Verdict.REWORDED, 0.0, (), rivals=rivals)
