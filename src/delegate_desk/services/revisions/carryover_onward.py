"""Effect of a person's placement on one revision on the later revisions already carried over to."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from delegate_desk.core.annotations.annotation import Annotation, AnnotationId, is_untouched
from delegate_desk.core.documents.document import Address, Document, LibraryDocument
from delegate_desk.core.positions.position import Position, PositionEntry
from delegate_desk.core.revisions.carryover.carried_items import CarriedItem, CarriedKind
from delegate_desk.core.revisions.carryover.rebase_proposal import rebase
from delegate_desk.core.revisions.comparison import Comparison
from delegate_desk.services.revisions.carryover_plan import (
    CarryoverStores,
    CarryPlan,
    CarryState,
    DocumentCarry,
    Key,
    carried_id,
)

Origin = Callable[[Annotation], tuple[str, Annotation | None]]
"""The id at the beginning of a line of carried annotations, and the one of the line that is on the new document."""


@dataclass(frozen=True, slots=True)
class LaterRevision:
    """Step from one revision to the next, with the items present on both.

    Attributes:
        carried: Items carried over from the old document to the new document.
        there: Annotations of the new document, including those in the trash.
        trashed: Ids of those in the trash.
        old_position: Our position on the old document.
        new_position: Our position on the new document.
        intervention_ids: Ids of the interventions on the new document itself.
    """

    comparison: Comparison
    old: Document
    library_document: LibraryDocument
    new: Document
    carried: Mapping[Key, CarriedItem]
    there: Mapping[AnnotationId, Annotation]
    trashed: frozenset[AnnotationId]
    old_position: Position
    new_position: Position
    intervention_ids: frozenset[str]


def load_later_revision(
    stores: CarryoverStores, comparison: Comparison, pair: tuple[LibraryDocument, LibraryDocument], said: frozenset[str]
) -> LaterRevision:
    """The way from one revision to the next: reads both.

    Args:
        stores: Where it is read.
        comparison: Of the two.
        pair: The two.
        said: The ids of what was said on the new document itself.
    """
    old, new = pair
    there = {one.id: one for one in stores.annotations.for_document(new.id, trashed=True)}
    return LaterRevision(
        comparison,
        stores.documents.content(old),
        new,
        stores.documents.content(new),
        {(row.kind, row.key): row for row in stores.carrying.for_pair(old.id, new.id)},
        there,
        frozenset(there.keys() - {one.id for one in stores.annotations.for_document(new.id)}),
        stores.positions.get(old.id),
        stores.positions.get(new.id),
        said,
    )


def carry_to_later_revision(way: LaterRevision, came: DocumentCarry, origin: Origin) -> DocumentCarry:
    """Carry on what an answer changed on the old document, by the rule for all else.

    What a person placed on the new document, edited or put in the trash there stays.

    Args:
        way: To the next revision.
        came: What was written on the old document.
        origin: Of annotations.
    """
    return _LaterRevisionCarry(way, came, origin).step()


class _LaterRevisionCarry:
    """Works out one step."""

    def __init__(self, way: LaterRevision, came: DocumentCarry, origin: Origin) -> None:
        self._way = way
        self._came = came
        self._origin = origin
        self._known = dict(way.carried)
        self._there = dict(way.there)
        self._lines = {item.address: item for item in way.new_position.items}
        self._gone: set[Key] = set()
        self._lifted: set[AnnotationId] = set()
        self._emptied: set[Address] = set()
        self._units = {unit.address: unit for unit in way.new.units()}

    def step(self) -> DocumentCarry:
        notes = self._notes()
        lines = self._items()
        said = self._interventions()
        way = self._way
        plan = CarryPlan(way.comparison, way.old, (way.library_document, way.new), self._known)
        plan.annotations(notes, {one.id: self._origin(one) for one in notes}, self._there)
        plan.interventions(said.items())
        plan.position(way.old_position, replace(way.new_position, items=tuple(self._lines.values())), lines)
        made = plan.state()
        rows = {**dict.fromkeys(self._gone), **made.rows}
        rows = {key: row for key, row in rows.items() if row != way.carried.get(key)}
        put = {**dict.fromkeys(self._lifted), **made.notes}
        items = {**{address: PositionEntry(address) for address in self._emptied}, **made.items}
        had = {key: None if key in way.trashed else way.there.get(key) for key in put}
        before = CarryState(
            {key: way.carried.get(key) for key in rows},
            had,
            {address: way.new_position.entry_at(address) for address in items},
            trashed=way.trashed & put.keys(),
        )
        after = CarryState(rows, put, items, trashed=frozenset(key for key, note in put.items() if note is None))
        return DocumentCarry(way.comparison.old, way.comparison.new, before, after)

    def _notes(self) -> list[Annotation]:
        """The annotations to be carried on; what was made of them before gives way to what is made now."""
        came, found = self._came, []
        for key, note in came.after.notes.items():
            was = came.before.notes.get(key)
            row = self._way.carried.get((CarriedKind.ANNOTATION, key))
            if note == was or (row and row.decided):
                continue
            made = self._way.there.get(AnnotationId(row.copy_id)) if row else None
            origin = note or was
            if made and origin and not self._is_replaceable(made, origin):
                continue
            if row:
                self._reopen((CarriedKind.ANNOTATION, key))
            if made:
                self._lifted.add(made.id)
                del self._there[made.id]
            if note is not None:
                again = carried_id(self._origin(note)[0], self._way.library_document)
                if not row and again in self._way.trashed:  # taken away with an answer that was taken back
                    self._there.pop(again, None)
                found.append(note)
        return found

    def _is_replaceable(self, made: Annotation, origin: Annotation) -> bool:
        """True for what was made of an annotation, and neither edited nor put in the trash since."""
        return made.origin == origin.id and made.id not in self._way.trashed and is_untouched(made, origin)

    def _items(self) -> list[Address]:
        """Return the addresses of our position entries to be carried on; earlier results of the carry-over give way."""
        came, found = self._came, []
        for address, item in came.after.items.items():
            was = came.before.items.get(address, PositionEntry(address))
            key = (CarriedKind.POSITION, address)
            row = self._way.carried.get(key)
            if item == was or (row and row.decided):
                continue
            stands = self._way.new_position.entry_at(row.new) if row and row.new else None
            follows = row is not None and stands is not None and stands == self._carry_entry(was, row, stands)
            if stands and follows:
                self._lines.pop(stands.address, None)
                self._emptied.add(stands.address)
            if row and (follows or stands is None or not item.is_empty()):
                self._reopen(key)
            if not item.is_empty():
                found.append(address)
        return found

    def _carry_entry(self, item: PositionEntry, row: CarriedItem, stands: PositionEntry) -> PositionEntry:
        """Return our position entry as carried over to the place of another entry."""
        unit = self._units.get(stands.address)
        proposal = item.proposal
        if proposal is not None and unit is not None and item.address == row.old:
            proposal = rebase(row.text, proposal, unit.text).proposal
        return replace(item, address=stands.address, after=stands.after, label=stands.label, proposal=proposal)

    def _interventions(self) -> dict[str, Address]:
        """Return the interventions to be carried on, by id, with their address on the old document."""
        found = {}
        for (kind, key), now in self._came.after.rows.items():
            row = self._way.carried.get((kind, key))
            if kind is not CarriedKind.INTERVENTION or (row and row.decided) or key in self._way.intervention_ids:
                continue
            if row:
                self._reopen((kind, key))
            if now is not None and now.new is not None:
                found[key] = now.new
        return found

    def _reopen(self, key: Key) -> None:
        self._gone.add(key)
        self._known.pop(key, None)
