"""Carry-over of annotations and positions from a document to its revision, and placement by hand."""

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from itertools import chain
from typing import NamedTuple

from delegate_desk.core.annotations.annotation import (
    RESERVATIONS,
    Annotation,
    AnnotationId,
    AnnotationKind,
    AnnotationStatus,
)
from delegate_desk.core.changes import Changes, EditSubject, HistoryEdit
from delegate_desk.core.documents.document import Address, DocumentId, LibraryDocument, Paragraph, Place
from delegate_desk.core.errors import SameDocumentError, UnknownPlaceError
from delegate_desk.core.positions.new_provisions import merge_entries, move_entry
from delegate_desk.core.positions.position import RESERVED, PositionEntry, Stance
from delegate_desk.core.revisions.comparison import (
    CarriedFrom,
    CarriedItem,
    CarriedKind,
    Carry,
    CarryVerdict,
    Comparison,
    DeletedEarlier,
    PendingPlacement,
    UnitOutcome,
    Verdict,
    are_in_two_languages,
)
from delegate_desk.core.revisions.predecessors import Lineage
from delegate_desk.core.revisions.reanchor import propose_units
from delegate_desk.core.text import word_spans
from delegate_desk.core.values import dataclass
from delegate_desk.core.word_diff import WordChange
from delegate_desk.services.library.edit_history import History
from delegate_desk.services.revisions.carryover_plan import (
    GENERAL,
    CarryPlan,
    CarryState,
    DocumentCarry,
    Key,
    LaterRevisionCarry,
    carried_id,
    chain_origin,
    copy_annotation,
    fit_quote,
    is_lost,
    language_versions,
    placed_verdict,
    rebase_entry,
    unplaced_key,
)
from delegate_desk.storage.db.library_stores import LibraryStores

_LIKE = 0.6
"""Minimum similarity of a new unit to a deleted one to be suggested as the same."""
_TELLING = 4
"""Minimum number of words that show by themselves that a unit is back.

Shorter units must also have their old address.
"""


@dataclass(frozen=True, slots=True)
class _LostItem:
    old: LibraryDocument
    deleted_in: LibraryDocument
    row: CarriedItem
    again: CarriedItem | None


class DeletedItems:
    def __init__(self, stores: LibraryStores) -> None:
        self._stores = stores

    def earlier(self, old: LibraryDocument, new: LibraryDocument) -> tuple[DeletedEarlier, ...]:
        """Return open items deleted by earlier revisions, red lines and reservations first, and what came back."""
        deleted = [
            DeletedEarlier(item.again or item.row, item.old, item.deleted_in)
            for item in self._lost_items(old, new)
            if item.again is None or item.again.new is not None or item.again.is_open
        ]
        return tuple(sorted(deleted, key=self._rank))

    def done(self, old: LibraryDocument, new: LibraryDocument) -> tuple[DeletedEarlier, ...]:
        """Return items deleted by earlier revisions that were done since the new document is in the library."""
        if not self._stores.carrying.has_deleted():
            return ()
        documents = {document.id: document for document in (*self._earlier_documents(old), old)}
        rows = self._stores.carrying.done_since(documents, new.added)
        return tuple(DeletedEarlier(row, documents[origin], documents[lost_in]) for origin, lost_in, row in rows)

    def returning(self, comparison: Comparison, old: LibraryDocument, new: LibraryDocument) -> Iterator[DocumentCarry]:
        """Return items to write for paragraphs that the new document has again, each from the document it was on.

        An identical, unique paragraph is placed; for a similar one the person is asked.
        """
        if comparison.is_cross_language:
            return
        inserted = {o.new for o in comparison.outcomes if o.verdict is Verdict.INSERTED and o.is_sure}
        content = self._stores.documents.content(new)
        units = [unit for unit in content.units() if unit.address in inserted]
        lost = [item for item in self._lost_items(old, new) if units and (item.again is None or item.again.is_open)]
        for origin in {item.old.id: item.old for item in lost}.values():
            rows = [item.row for item in lost if item.old.id == origin.id]
            outcomes = {row.old: o for row in rows if (o := _match_lost_unit(row, units)) is not None}
            if outcomes:
                direct = Comparison(origin.id, new.id, comparison.view, tuple(outcomes.values()))
                plan = CarryPlan(self._stores, direct, origin, new)
                returned = [row for row in rows if row.old in outcomes]
                heads = {row.key for row in returned if row.kind is CarriedKind.ANNOTATION}
                notes = self._stores.annotations.for_document(origin.id)
                plan.annotations(note for note in notes if note.id in heads or note.reply_to in heads)
                plan.interventions((row.key, row.old) for row in returned if row.kind is CarriedKind.INTERVENTION)
                plan.position([row.old for row in returned if row.kind is CarriedKind.POSITION])
                step = plan.step()
                if step.after:
                    yield step

    def _lost_items(self, old: LibraryDocument, new: LibraryDocument) -> list[_LostItem]:
        if not self._stores.carrying.has_deleted():
            return []
        before = self._earlier_documents(old)
        documents = {document.id: document for document in (*before, old)}
        order = list(documents)
        carried_rows: dict[DocumentId, dict[tuple[CarriedKind, str], CarriedItem]] = {}
        lost_items: dict[tuple[DocumentId | None, CarriedKind, str], _LostItem] = {}
        deleted = self._stores.carrying.open_deletions(order)
        for origin, deleted_in, row in sorted(deleted, key=lambda d: (order.index(d[1]), order.index(d[0]))):
            if origin not in carried_rows:
                rows = self._stores.carrying.for_pair(origin, new.id)
                carried_rows[origin] = {(item.kind, item.key): item for item in rows}
            later = carried_rows[origin].get((row.kind, row.key))
            is_done = later is not None and later.verdict is CarryVerdict.DELETED and later.decided is not None
            if later and later.new is None and not later.is_open and not is_done:
                later = None  # not found there, or a person said that it is another paragraph
            key = (None if row.kind is CarriedKind.INTERVENTION else origin, row.kind, row.key)
            lost_items.setdefault(key, _LostItem(documents[origin], documents[deleted_in], row, later))
        return [item for item in lost_items.values() if item.old.id != new.id]

    def _earlier_documents(self, document: LibraryDocument) -> list[LibraryDocument]:
        """Return the earlier documents by carry-over, and revisions in the language, earliest first, with trashed."""
        documents = self._stores.documents
        known_ids = {document.id, *(before for _, before in _follow_steps(document.id, self._stores.carrying.before))}
        lineage, language = Lineage([document, *documents.all(), *documents.trash()]), document.header.language
        revisions = [revision.id for revision in lineage.predecessors(document) if revision.header.language == language]
        nearest = list(dict.fromkeys(revisions + sorted(known_ids)))
        return [value for key in reversed(nearest) if key != document.id and (value := documents.get(key)) is not None]

    def _rank(self, earlier: DeletedEarlier) -> int:
        kind, stance, proposes = None, None, False
        if earlier.carried.kind is CarriedKind.ANNOTATION:
            annotation = self._stores.annotations.get_with_trashed(AnnotationId(earlier.carried.key))
            kind = annotation.kind if annotation else None
        elif earlier.carried.kind is CarriedKind.POSITION:
            item = self._stores.positions.get(earlier.old.id).entry_at(earlier.carried.old)
            stance, proposes = item.stance, item.proposal is not None
        ranks = (
            kind is AnnotationKind.RED_LINE or stance is Stance.RED_LINE,
            kind in RESERVATIONS or stance in RESERVED,
            kind is AnnotationKind.DRAFTING_SUGGESTION or proposes,
            kind is AnnotationKind.QUESTION or stance is Stance.QUESTION,
            earlier.carried.kind is not CarriedKind.INTERVENTION,
            True,
        )
        return ranks.index(True)


def _follow_steps(
    start: DocumentId, step: Callable[[DocumentId], Iterable[DocumentId]], *excluded: DocumentId
) -> Iterator[tuple[DocumentId, DocumentId]]:
    """Return the documents that steps lead to, each once, after the document that the step starts from."""
    visited, queue = {start, *excluded}, [start]
    while queue:
        current = queue.pop(0)
        for following in step(current):
            if following not in visited:
                visited.add(following)
                queue.append(following)
                yield current, following


def _match_lost_unit(row: CarriedItem, units: Sequence[Paragraph]) -> UnitOutcome | None:
    same = [unit for unit in units if unit.text == row.text and row.text]
    if len(same) == 1 and (len(list(word_spans(row.text))) >= _TELLING or same[0].address == row.old):
        verdict = Verdict.SAME if same[0].address == row.old else Verdict.RENUMBERED
        return UnitOutcome(row.old, same[0].address, verdict, 1.0, ((WordChange.EQUAL, row.text),))
    similar = same or propose_units(row.old, row.text, None, units, _LIKE)
    if not similar:
        return None
    addresses = tuple(unit.address for unit in similar)
    return UnitOutcome(row.old, addresses[0], Verdict.REWORDED, 0.0, (), alternatives=addresses)


_log = logging.getLogger(__name__)
Compare = Callable[[DocumentId, DocumentId], Comparison]
"""Compares two documents; slow unless it was done recently."""


class DocumentPair(NamedTuple):
    old: LibraryDocument
    new: LibraryDocument


class Carryover:
    def __init__(self, stores: LibraryStores, history: History, compare: Compare) -> None:
        self._stores = stores
        self._documents = stores.documents
        self._annotations = stores.annotations
        self._positions = stores.positions
        self._unplaced = stores.unplaced
        self._store = stores.carrying
        self._database = stores.database
        self._history = history
        self._compare = compare
        self._deleted = DeletedItems(stores)
        self.newest_places = stores.carrying.newest_places

    def carry(self, comparison: Comparison) -> Changes:
        """Carry everything over from the old document to the new document, in one transaction and one undo step.

        Items carried over before stay as they are, as do the person's decisions; repeating it adds nothing.

        Raises:
            UnknownDocumentError: If one of the two was removed in the meantime.
            SameDocumentError: If both are the same document.
        """
        pair = self._pair(comparison.old, comparison.new)
        changes = Changes()
        with self._database.write():
            plan = CarryPlan(self._stores, comparison, *pair)
            plan.annotations(note for note in self._annotations.for_document(pair.old.id) if note.place.address)
            plan.unplaced_items(self._unplaced.for_document(pair.old.id))
            ids = language_versions(self._stores, pair.old)
            by_id = {**dict(self._store.interventions_on_documents(ids)), **dict(self._store.linked_interventions(ids))}
            plan.interventions(by_id.items())
            plan.position()
            returning = self._deleted.returning(comparison, *pair)
            steps = []
            for step in chain([plan.step()], returning):
                if step.after:
                    changes |= self._write(step)
                    steps.append(step)
        if steps:
            self._record(*steps)
        count = sum(len(step.after.rows) for step in steps)
        _log.info("Carried from document %d to %d: %d things", pair.old.id, pair.new.id, count)
        return changes

    def find_carry(self, old: DocumentId, new: DocumentId) -> Carry:
        pair = self._documents.held(old), self._documents.held(new)
        earlier, done = self._deleted.earlier(*pair), self._deleted.done(*pair)
        steps = [(before, document) for document, before in _follow_steps(old, self._store.before, new)]
        counts = {step: Carry(*step, self._items(*step)).open_count for step in steps}
        pending = tuple(PendingPlacement(*self._pair(*step), number) for step, number in counts.items() if number)
        return Carry(old, new, self._items(old, new), pending, earlier, done)

    def _items(self, old: DocumentId, new: DocumentId) -> tuple[CarriedItem, ...]:
        notes = {note.id for note in self._annotations.for_document(old)}
        with_trashed = {note.id for key in (old, new) for note in self._annotations.for_document(key, trashed=True)}
        return tuple(
            item
            for item in self._store.for_pair(old, new)
            if (item.kind, item.key) != GENERAL
            and not (item.kind is CarriedKind.ANNOTATION and with_trashed.isdisjoint({item.key, item.copy_id}))
            and not (item.is_open and item.kind is CarriedKind.ANNOTATION and item.key not in notes)
        )

    def decide(self, old: DocumentId, new: DocumentId, kind: CarriedKind, key: str, address: Address | None) -> Changes:
        """Set the place of an item in the new document, or that it has none; replies follow their thread.

        The decision is carried on to later revisions that have items of the new document, all in one undo step; slow if
        these must be compared again.

        Raises:
            UnknownDocumentError: If one of the two documents was removed in the meantime.
            UnknownPlaceError: If the new document has no such unit.
            NotComparableError: If it must be carried on and the comparison takes too long.
        """
        pair = self._pair(old, new)
        unit = None if address is None else self._documents.unit(Place(new, address))
        if address is not None and unit is None:
            raise UnknownPlaceError(pair.new.name, address)
        comparisons = [self._compare(*step) for step in _follow_steps(pair.new.id, self._store.after, pair.old.id)]
        with self._database.write():
            row = self._store.get(old, new, (kind, key))
            if row is not None and row.thread_head:
                row = self._store.get(old, new, (kind, row.thread_head)) or row
            if row is None:
                return Changes()
            steps = {new: DocumentCarry(old, new, *self._decided_states(pair, row, unit))}
            changes = self._write(steps[new])
            for comparison in comparisons:
                if (decided := steps.get(comparison.old)) is None:
                    continue
                later = self._pair(comparison.old, comparison.new)
                step = LaterRevisionCarry(self._stores, comparison, *later, decided).step()
                if step.after:
                    changes |= self._write(step)
                    steps[step.new] = step
        self._record(*steps.values())
        places = frozenset(Place(comparison.new, Address("")) for comparison in comparisons)  # they show questions
        return changes | Changes(annotations=places)

    def mark_done(
        self, old: DocumentId, new: DocumentId, kind: CarriedKind, key: str, *, is_kept: bool = False
    ) -> Changes:
        """Record that an item with a known outcome was dealt with. Unless it is kept, its note there is done too."""
        with self._database.write():
            row = self._store.get(old, new, (kind, key))
            if row is None or row.is_open or row.is_done:
                return Changes()
            done = replace(row, decided=datetime.now(UTC), proposals=())
            note = self._annotations.get(AnnotationId(row.copy_id)) if row.copy_id and not is_kept else None
            before = {note.id: note} if note is not None else {}
            after = {key: replace(note, status=AnnotationStatus.DONE) for key, note in before.items()}
            states = CarryState({(kind, row.key): row}, before), CarryState({(kind, row.key): done}, after)
            step = DocumentCarry(old, new, *states)
            changes = self._write(step)
        self._record(step)
        return changes

    def predecessor(self, document: DocumentId) -> LibraryDocument | None:
        """Return the revision before a document, preferably in its language: the last that has items of ours, if any.

        Raises:
            UnknownDocumentError: If there is no such document.
        """
        stored = self._documents.held(document)
        older = Lineage([stored, *self._documents.all()]).predecessors(stored)
        return next((value for value in older if self._store.has_own_items(value.id)), older[0] if older else None)

    def lost_on(self, document: DocumentId) -> bool:
        """True if an open item lost its place in a document or in an earlier document."""
        stored = self._documents.held(document)
        return bool(self._deleted.earlier(stored, stored))

    def carried_to_place(self, place: Place) -> list[CarriedFrom]:
        """Return the items carried over to a unit or linked with it, in any language version."""
        versions = language_versions(self._stores, self._documents.held(place.document))
        intervention_ids = {key for key, _ in self._store.interventions_on_documents(versions)}
        carried: list[CarriedFrom] = []
        for old, new, item in self._store.carried_to_place(place, versions):
            document = self._documents.get(old)
            linked = item.kind is CarriedKind.INTERVENTION and item.key not in intervention_ids
            if document and (linked or new == place.document) and (item.kind, item.key) != GENERAL:
                carried.append(CarriedFrom(item, document))
        return list({(entry.carried.kind, entry.carried.key): entry for entry in carried}.values())

    # Deciding

    def _decided_states(
        self, pair: DocumentPair, row: CarriedItem, unit: Paragraph | None
    ) -> tuple[CarryState, CarryState]:
        now = datetime.now(UTC)
        others = self._store.for_pair(pair.old.id, pair.new.id) if row.kind is CarriedKind.ANNOTATION else []
        rows = [row, *(item for item in others if item.thread_head == row.key)]  # replies follow their thread
        before = {(item.kind, item.key): item for item in rows}
        notes: dict[AnnotationId, Annotation | None] = {}
        old: dict[AnnotationId, Annotation | None] = {}
        after: dict[Key, CarriedItem | None] = {}
        for item in rows:
            verdict = placed_verdict(item, unit) if unit else CarryVerdict.DOUBTFUL
            target = unit.address if unit else None
            decided = replace(item, new=target, verdict=verdict, decided=now, has_lost_quote=False)
            if item.kind is CarriedKind.ANNOTATION:
                note = self._note(pair, item, unit, verdict)
                key = note.id if note else AnnotationId(item.copy_id)
                if key:
                    old[key], notes[key] = self._annotations.get_with_trashed(key), note
                decided = replace(decided, copy_id=key, has_lost_quote=note is not None and is_lost(note))
            after[item.kind, item.key] = decided
        items = self._carried_entries(pair, row, unit) if row.kind is CarriedKind.POSITION else {}
        position = self._positions.get(pair.new.id)
        lines = {address: position.entry_at(address) for address in items}
        trash = frozenset(key for key, note in old.items() if note and self._annotations.get(key) is None)
        removed = frozenset(key for key, note in notes.items() if note is None)
        return CarryState(dict(before), old, lines, trashed=trash), CarryState(after, notes, items, trashed=removed)

    def _note(
        self, pair: DocumentPair, row: CarriedItem, unit: Paragraph | None, verdict: CarryVerdict
    ) -> Annotation | None:
        original = self._annotations.get_with_trashed(AnnotationId(row.key))
        if unit is None or original is None:
            return None
        existing = self._annotations.get_with_trashed(AnnotationId(row.copy_id)) if row.copy_id else None
        key, _ = chain_origin(self._stores, original, pair.new.id)
        copy_id = AnnotationId(row.copy_id) if row.copy_id else carried_id(key, pair.new)
        existing = existing or self._annotations.get_with_trashed(copy_id)
        place = Place(pair.new.id, unit.address)
        across = are_in_two_languages(pair.old.header, pair.new.header)
        note = copy_annotation(original, copy_id, place, verdict)
        if original.reply_to:
            answered = self._annotations.get_with_trashed(original.reply_to)
            parent = carried_id(chain_origin(self._stores, answered, pair.new.id)[0], pair.new) if answered else None
            note = replace(note, reply_to=parent if answered and answered.place == original.place else None)
        note = fit_quote(note, row.text, unit, across=across)
        return replace(existing, place=place, quote=note.quote, carried=verdict) if existing else note

    def _carried_entries(
        self, pair: DocumentPair, row: CarriedItem, unit: Paragraph | None
    ) -> dict[Address, PositionEntry]:
        unplaced = {unplaced_key(item): item.item for item in self._unplaced.for_document(pair.old.id) if item.item}
        item = unplaced.get(row.key) or self._positions.get(pair.old.id).entry_at(row.old)
        if item.after is not None and row.key == item.address and not self._is_unit(pair.old, item.address):
            return self._new_provision(pair, row, item, unit)
        position = self._positions.get(pair.new.id)
        if item.after and not self._is_unit(pair.new, item.after):
            item = replace(item, after=None)
        lines: dict[Address, PositionEntry] = {}
        former_unit = None if row.new is None else self._documents.unit(Place(pair.new.id, row.new))
        if former_unit and position.entry_at(former_unit.address) == rebase_entry(item, row, former_unit):
            lines[former_unit.address] = PositionEntry(former_unit.address)
        if unit is not None and not item.is_empty():
            entry = lines.get(unit.address, position.entry_at(unit.address))
            lines[unit.address] = merge_entries(entry, rebase_entry(item, row, unit))
        return lines

    def _new_provision(
        self, pair: DocumentPair, row: CarriedItem, item: PositionEntry, unit: Paragraph | None
    ) -> dict[Address, PositionEntry]:
        """Return a new provision of ours that is to follow the unit decided on."""
        position = self._positions.get(pair.new.id)
        lines = {
            entry.address: PositionEntry(entry.address)
            for entry in position.items
            if entry.after is not None and entry.proposal == item.proposal and row.new in (entry.address, entry.after)
        }
        if unit is not None:
            old_unit = self._documents.unit(Place(pair.old.id, item.after or Address("")))
            used = {*self._documents.addresses(pair.new.id), *(entry.address for entry in position.items)} - set(lines)
            labels = (old_unit.label if old_unit else "", unit.label)
            moved = move_entry(item, unit.address, labels, used, pair.new.header.language)
            lines[moved.address] = moved
        return lines

    def _is_unit(self, document: LibraryDocument, address: Address) -> bool:
        return self._documents.unit(Place(document.id, address)) is not None

    # Writing

    def _record(self, *steps: DocumentCarry) -> None:
        first, *others = steps
        key = " ".join(f"{step.old} {step.new}" for step in steps)
        inverse = tuple(replace(step, before=step.after, after=step.before) for step in steps)
        further = frozenset(step.new for step in others)
        self._history.record(HistoryEdit(EditSubject.CARRY, first.new, key, inverse, steps, further), self._apply_edit)

    def _apply_edit(self, _: HistoryEdit, value: object) -> Changes:
        """Apply the carried items or restore their former state; items changed in the meantime stay."""
        assert isinstance(value, tuple)
        changes = Changes()
        with self._database.write():
            for step in value:
                if self._documents.get(step.old) is not None and self._documents.get(step.new) is not None:
                    changes |= self._write(step)
        return changes

    def _write(self, step: DocumentCarry) -> Changes:
        new, before, after = step.new, step.before, step.after
        self._store.save(step.old, new, after.rows)
        places = {Place(new, Address(""))}
        notes = {annotation.id: annotation for annotation in self._annotations.for_document(new)} if after.notes else {}
        for key, note in after.notes.items():
            current, old_note = notes.get(key), before.present_note(key)
            places |= {annotation.place for annotation in (current, note) if annotation}
            if current == old_note:
                if note is not None:
                    self._annotations.save(note)
                if note is not None or key in after.trashed:
                    self._annotations.set_trashed([key], datetime.now(UTC) if key in after.trashed else None)
                else:  # so that it can be carried over again
                    self._annotations.remove(key)
        position = self._positions.get(new)
        for address, item in after.items.items():
            if position.entry_at(address) == before.items.get(address):
                if item.is_empty():
                    self._positions.remove_item(new, address)
                else:
                    self._positions.set_item(new, item)
        if after.texts and (position.general, position.internal) == before.texts:
            self._positions.set_texts(new, *after.texts)
        rows = (*after.rows.values(), *before.rows.values())
        places |= {Place(new, row.new) for row in rows if row and row.new}
        positions = frozenset({new} if after.items or after.texts else ())
        return Changes(annotations=frozenset(places), positions=positions)

    def _pair(self, old: DocumentId, new: DocumentId) -> DocumentPair:
        pair = DocumentPair(self._documents.held(old), self._documents.held(new))
        if old == new:
            raise SameDocumentError(pair.old.name)
        return pair
