"""Plan of a carry-over between two documents: computed first, then written at once."""

import uuid
from collections.abc import Collection, Iterable, Mapping, Set
from dataclasses import field, replace

from delegate_desk.core.annotations.annotation import Annotation, AnnotationId, is_untouched, unanchored_quote
from delegate_desk.core.documents.document import Address, DocumentId, LibraryDocument, Paragraph, Place
from delegate_desk.core.positions.new_provisions import anchor_after, merge_entries, move_entry
from delegate_desk.core.positions.position import Position, PositionEntry, UnanchoredItem
from delegate_desk.core.revisions.comparison import CarriedItem, CarriedKind, CarryVerdict, Comparison
from delegate_desk.core.revisions.reanchor import CarryTarget, CarryTargetFinder, propose_units, rebase, requote
from delegate_desk.core.text import tidy
from delegate_desk.core.values import dataclass
from delegate_desk.storage.db.library_stores import LibraryStores


def language_versions(stores: LibraryStores, document: LibraryDocument) -> list[DocumentId]:
    reference = document.header.reference
    others = stores.documents.by_reference(reference) if reference else []
    return list(dict.fromkeys([document.id, *(other.id for other in others)]))


def chain_origin(stores: LibraryStores, annotation: Annotation, new: DocumentId) -> tuple[str, Annotation | None]:
    """Return the id at the start of an annotation's chain of copies, and the chain's annotation on a document."""
    key: str = annotation.id
    ancestor: Annotation | None = annotation
    seen = set()
    while ancestor is not None and ancestor.origin and ancestor.origin not in seen:
        key = ancestor.origin
        seen.add(key)
        ancestor = stores.annotations.get_with_trashed(AnnotationId(key))
        if ancestor is not None and ancestor.place.document == new:
            return key, ancestor
    return key, None


Key = tuple[CarriedKind, str]
GENERAL: Key = (CarriedKind.POSITION, "")
"""Key that records that our general comments were carried over."""


@dataclass(frozen=True, slots=True)
class CarryState:
    rows: Mapping[Key, CarriedItem | None] = field(default_factory=dict)
    notes: Mapping[AnnotationId, Annotation | None] = field(default_factory=dict)
    items: Mapping[Address, PositionEntry] = field(default_factory=dict)
    texts: tuple[str, str] | None = None
    trashed: frozenset[AnnotationId] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.rows or self.notes or self.items or self.texts)

    def present_note(self, key: AnnotationId) -> Annotation | None:
        """Return a note unless it is in the trash."""
        return None if key in self.trashed else self.notes.get(key)


@dataclass(frozen=True, slots=True)
class DocumentCarry:
    old: DocumentId
    new: DocumentId
    before: CarryState
    after: CarryState


def carried_id(origin: str, new: LibraryDocument) -> AnnotationId:
    """Return the id of the copy on a document of a chain that begins with an id: the same in every library."""
    return AnnotationId(str(uuid.uuid5(uuid.NAMESPACE_URL, f"{origin} {new.sha256}")))


def unplaced_key(line: UnanchoredItem) -> str:
    """Return the key of a line of ours that has no place in the old document."""
    return f"unplaced {line.key}"


def copy_annotation(annotation: Annotation, key: AnnotationId, place: Place, verdict: CarryVerdict) -> Annotation:
    return replace(annotation, id=key, place=place, origin=annotation.id, carried=verdict)


def fit_quote(annotation: Annotation, old: str, unit: Paragraph, *, across: bool = False) -> Annotation:
    quote = annotation.quote
    if quote is None:
        return annotation
    fitted = None if across else requote(quote, old, unit.text)
    return replace(annotation, quote=fitted or unanchored_quote(quote, unit.text))


def is_lost(annotation: Annotation) -> bool:
    quote = annotation.quote
    return quote is not None and quote.start == quote.end and bool(quote.exact)


def placed_verdict(row: CarriedItem, unit: Paragraph) -> CarryVerdict:
    if row.text != unit.text:
        return CarryVerdict.REWORDED
    return CarryVerdict.SAME if row.old == unit.address else CarryVerdict.RENUMBERED


def rebase_entry(item: PositionEntry, row: CarriedItem, unit: Paragraph) -> PositionEntry:
    proposal = item.proposal if item.proposal is None else rebase(row.text, item.proposal, unit.text).proposal
    return replace(item, address=unit.address, proposal=proposal)


class CarryPlan:
    def __init__(
        self, stores: LibraryStores, comparison: Comparison, old: LibraryDocument, new: LibraryDocument
    ) -> None:
        self._stores, self._ids, self._document = stores, (old.id, new.id), new
        content_old, content = stores.documents.content(old), stores.documents.content(new)
        self._old = {unit.address: unit for unit in content_old.units()}
        self._new = {unit.address: unit for unit in content.units()}
        reference = content.header.reference
        translated = reference is not None and reference == content_old.header.reference
        self._targets = CarryTargetFinder(comparison, self._old, self._new, translated=translated)
        self._across = comparison.is_cross_language
        self._recorded: Mapping[Key, CarriedItem] = {
            (row.kind, row.key): row for row in stores.carrying.for_pair(old.id, new.id)
        }
        self._carried = dict(self._recorded)
        self._stored_notes = {note.id: note for note in stores.annotations.for_document(new.id, trashed=True)}
        self._copies = dict(self._stored_notes)
        self._trashed: Set[AnnotationId] = frozenset()
        self._spoken = {key for key, _ in stores.carrying.interventions_on_documents(language_versions(stores, new))}
        self._saved = self._position = stores.positions.get(new.id)
        self._rows: dict[Key, CarriedItem | None] = {}
        self._notes: dict[AnnotationId, Annotation | None] = {}
        self._items: dict[Address, PositionEntry] = {}
        self._texts: tuple[str, str] | None = None

    def step(self) -> DocumentCarry:
        position = self._saved
        rows = {key: row for key, row in self._rows.items() if row != self._recorded.get(key)}
        before = CarryState(
            {key: self._recorded.get(key) for key in rows},
            {key: None if key in self._trashed else self._stored_notes.get(key) for key in self._notes},
            {address: position.entry_at(address) for address in self._items},
            (position.general, position.internal) if self._texts else None,
            frozenset(self._trashed & self._notes.keys()),
        )
        removed = frozenset(key for key, note in self._notes.items() if note is None)
        after = CarryState(rows, dict(self._notes), dict(self._items), self._texts, removed)
        return DocumentCarry(*self._ids, before, after)

    def annotations(self, annotations: Iterable[Annotation]) -> None:
        by_key = {annotation.id: annotation for annotation in annotations}
        origins = {key: chain_origin(self._stores, annotation, self._document.id) for key, annotation in by_key.items()}
        ids = {key: carried_id(origin, self._document) for key, (origin, _) in origins.items()}
        targets: dict[AnnotationId, CarryTarget] = {}
        for key, annotation in by_key.items():
            head = _thread_head(annotation, by_key)
            if head.id not in targets:
                targets[head.id] = self._targets.target_for(head.place.address, head.quote)
            if self._is_new((CarriedKind.ANNOTATION, key)):
                ancestor = origins[key][1]
                self._annotation(annotation, targets[head.id], head, ids, ancestor or self._copies.get(ids[key]))

    def _annotation(
        self,
        annotation: Annotation,
        target: CarryTarget,
        head: Annotation,
        ids: Mapping[AnnotationId, AnnotationId],
        existing: Annotation | None,
    ) -> None:
        address = annotation.place.address
        row = self._row(CarriedKind.ANNOTATION, annotation.id, address, target)
        row = replace(row, thread_head=head.id if head.id != annotation.id else "")
        if existing is not None:  # carried over in another library, in the trash, or the origin itself
            row = replace(row, copy_id=existing.id, new=existing.place.address or row.new)
            row = replace(row, verdict=existing.carried or row.verdict) if row.is_open else row
        elif target.new is not None:
            note = copy_annotation(annotation, ids[annotation.id], Place(self._document.id, target.new), target.verdict)
            note = replace(note, reply_to=ids.get(annotation.reply_to) if annotation.reply_to else None)
            if annotation.quote:
                fitted = self._targets.reanchor_quote(address, target.new, annotation.quote)
                note = replace(note, quote=fitted or unanchored_quote(annotation.quote, self._new[target.new].text))
            self._notes[note.id] = note
            row = replace(row, copy_id=note.id, has_lost_quote=is_lost(note))
        self._add_row(row)

    def unplaced_items(self, items: Iterable[UnanchoredItem]) -> None:
        for item in items:
            kind = CarriedKind.ANNOTATION if item.annotation else CarriedKind.POSITION
            key = item.annotation.id if item.annotation else unplaced_key(item)
            if not self._is_new((kind, key)):
                continue
            quote = item.annotation.quote if item.annotation else None
            units = propose_units(item.address, item.text, quote, list(self._new.values()))
            target = CarryTarget(CarryVerdict.DOUBTFUL, None, tuple(unit.address for unit in units))
            self._add_row(replace(self._row(kind, key, item.address, target), text=item.text))

    def interventions(self, interventions: Iterable[tuple[str, Address]]) -> None:
        """Plan the interventions on the old document: they are linked with the new document, not copied."""
        for key, address in interventions:
            is_new = key not in self._spoken and self._is_new((CarriedKind.INTERVENTION, key))
            if is_new and address in self._old:
                self._add_row(self._row(CarriedKind.INTERVENTION, key, address, self._targets.target_for(address)))

    def position(self, only: Collection[Address] | None = None) -> None:
        old, new = self._stores.positions.get(self._ids[0]), self._position
        for item in old.items if only is None else [item for item in old.items if item.address in only]:
            is_new = self._is_new((CarriedKind.POSITION, item.address))
            if is_new and item.address in self._old:
                self._item(item)
            elif is_new and item.after is not None:
                self._new_provision(item, old)
        if only is None and GENERAL not in self._carried and (old.general or old.internal):
            texts = (new.general or old.general, new.internal or old.internal)
            self._texts = texts if texts != (new.general, new.internal) else None
            self._rows[GENERAL] = CarriedItem(*GENERAL, Address(""), Address(""), CarryVerdict.SAME)

    def _item(self, item: PositionEntry) -> None:
        target = self._targets.target_for(item.address)
        rebased = self._rebase(item, target)
        if rebased is None:
            choices = dict.fromkeys([*([target.new] if target.new else []), *target.proposals])
            doubtful = target.verdict is not CarryVerdict.DELETED
            verdict = CarryVerdict.DOUBTFUL if doubtful else target.verdict
            target = CarryTarget(verdict, None, tuple(choices))
        else:
            target = self._merge_entry(rebased, target)
        self._add_row(self._row(CarriedKind.POSITION, item.address, item.address, target))

    def _merge_entry(self, entry: PositionEntry, target: CarryTarget) -> CarryTarget:
        """Add an entry to ours at its place, and return its target: doubtful if the two contradict each other."""
        present = self._items.get(entry.address, self._position.entry_at(entry.address))
        merged = entry
        if not present.is_empty() and present != entry:
            same_stance = entry.stance is None or present.stance is None or entry.stance is present.stance
            one_proposal = entry.proposal is None or present.proposal is None or entry.proposal == present.proposal
            is_ours_now = not self._position.entry_at(entry.address).is_empty()  # our entry on the new document
            if not same_stance or not one_proposal or is_ours_now:
                return CarryTarget(CarryVerdict.DOUBTFUL, None, (entry.address,))
            merged = merge_entries(present, entry)
        if merged != present:
            self._items[entry.address] = merged
        return replace(target, new=entry.address)

    def _new_provision(self, item: PositionEntry, old: Position) -> None:
        """Return a provision of ours after the unit that it followed; None if the text now contains it."""
        followed = (CarriedKind.POSITION, item.after or "")
        row = self._rows.get(followed) or self._carried.get(followed)
        after = row.new if row and row.new and item.after not in self._old else self._new_anchor(item)
        if self._across:
            target = CarryTarget(CarryVerdict.DOUBTFUL, None, (after,) if after in self._new else ())
            self._add_row(self._row(CarriedKind.POSITION, item.address, item.address, target))
            return
        new = self._position
        entries = [*self._items.values(), *new.items]
        used = {*self._new, *(entry.address for entry in entries if not entry.is_empty())}
        old_unit, new_unit = self._old.get(item.after or Address("")), self._new.get(after)
        labels = (
            old_unit.label if old_unit else old.entry_at(item.after or Address("")).label,
            new_unit.label if new_unit else self._items.get(after, new.entry_at(after)).label,
        )
        moved = move_entry(item, after, labels, used, self._document.header.language)
        proposal = tidy(item.proposal or "")
        if proposal and not any(unit.text == proposal for unit in self._old.values()):
            adopting_unit = next((unit.address for unit in self._new.values() if unit.text == proposal), None)
            if adopting_unit is not None:
                moved = replace(item, address=adopting_unit, proposal=None, after=None, label="")
        same = CarryVerdict.SAME if moved.address == item.address else CarryVerdict.RENUMBERED
        target = self._merge_entry(moved, CarryTarget(same, moved.address))
        self._add_row(self._row(CarriedKind.POSITION, item.address, item.address, target))

    def _new_anchor(self, item: PositionEntry) -> Address:
        return anchor_after(
            item.after or Address(""), tuple(self._old), lambda address: self._targets.target_for(address).new
        )

    def _rebase(self, item: PositionEntry, target: CarryTarget) -> PositionEntry | None:
        if target.new is None:
            return None
        if item.after is not None:
            item = replace(item, after=self._new_anchor(item))
        if item.proposal is None:
            return replace(item, address=target.new)
        parts = (target.new, *(target.proposals if target.verdict is CarryVerdict.SPLIT else ()))
        for part in parts:
            rebased = rebase(self._old[item.address].text, item.proposal, self._new[part].text)
            if rebased.is_sure:
                return replace(item, address=part, proposal=rebased.proposal)
        return None

    def _is_new(self, key: Key) -> bool:
        """True for an item that has no place there yet, unless a person decided that it has none."""
        carried = self._carried.get(key)
        return carried is None or (carried.new is None and carried.decided is None)

    def _row(self, kind: CarriedKind, key: str, address: Address, target: CarryTarget) -> CarriedItem:
        unit = self._old.get(address)
        text = unit.text if unit else ""
        return CarriedItem(kind, key, address, target.new, target.verdict, target.proposals, text)

    def _add_row(self, row: CarriedItem) -> None:
        key = (row.kind, row.key)
        if row != self._carried.get(key):
            self._rows[key] = row


def _thread_head(annotation: Annotation, by_key: Mapping[AnnotationId, Annotation]) -> Annotation:
    seen = {annotation.id}
    parent = by_key.get(annotation.reply_to) if annotation.reply_to else None
    while parent is not None and parent.id not in seen and parent.place == annotation.place:
        seen.add(parent.id)
        annotation = parent
        parent = by_key.get(annotation.reply_to) if annotation.reply_to else None
    return annotation


class LaterRevisionCarry(CarryPlan):
    """Carries changed decisions on to a later document; what a person placed or edited there stays."""

    def __init__(
        self,
        stores: LibraryStores,
        comparison: Comparison,
        old: LibraryDocument,
        new: LibraryDocument,
        earlier: DocumentCarry,
    ) -> None:
        super().__init__(stores, comparison, old, new)
        self._earlier = earlier
        self._trashed = self._copies.keys() - {annotation.id for annotation in stores.annotations.for_document(new.id)}
        notes, lines, spoken = self._changed_notes(), self._changed_items(), self._changed_interventions()
        self.annotations(notes)
        self.interventions(spoken.items())
        self._position = replace(self._saved, items=tuple(i for i in self._saved.items if i.address not in self._items))
        self.position(lines)

    def _changed_notes(self) -> list[Annotation]:
        """Return the annotations to carry on; they replace their earlier copies."""
        earlier, changed = self._earlier, []
        for key, note in earlier.after.notes.items():
            old_note = earlier.before.present_note(key)
            row = self._recorded.get((CarriedKind.ANNOTATION, key))
            if note == old_note or (row and row.decided):
                continue
            copy = self._stored_notes.get(AnnotationId(row.copy_id)) if row else None
            origin = note or old_note
            if (
                copy
                and origin
                and (copy.origin != origin.id or copy.id in self._trashed or not is_untouched(copy, origin))
            ):
                continue
            if row:
                self._reopen((CarriedKind.ANNOTATION, key))
            if copy:
                self._notes[copy.id] = None
                del self._copies[copy.id]
            if note is not None:
                copy_id = carried_id(chain_origin(self._stores, note, self._document.id)[0], self._document)
                if not row and copy_id in self._trashed:  # removed when a decision was undone
                    self._copies.pop(copy_id, None)
                changed.append(note)
        return changed

    def _changed_items(self) -> list[Address]:
        earlier, changed = self._earlier, []
        for address, item in earlier.after.items.items():
            old_item = earlier.before.items.get(address, PositionEntry(address))
            key = (CarriedKind.POSITION, address)
            row = self._recorded.get(key)
            if item == old_item or (row and row.decided):
                continue
            present = self._position.entry_at(row.new) if row and row.new else None
            is_unedited = False
            if row and present:
                unit, proposal = self._new.get(present.address), old_item.proposal
                if proposal is not None and unit is not None and old_item.address == row.old:
                    proposal = rebase(row.text, proposal, unit.text).proposal
                carried = replace(
                    old_item, address=present.address, after=present.after, label=present.label, proposal=proposal
                )
                is_unedited = present == carried
            if present and is_unedited:
                self._items[present.address] = PositionEntry(present.address)
            if row and (is_unedited or present is None or not item.is_empty()):
                self._reopen(key)
            if not item.is_empty():
                changed.append(address)
        return changed

    def _changed_interventions(self) -> dict[str, Address]:
        changed = {}
        for (kind, key), carried in self._earlier.after.rows.items():
            row = self._recorded.get((kind, key))
            if kind is not CarriedKind.INTERVENTION or (row and row.decided) or key in self._spoken:
                continue
            if row:
                self._reopen((kind, key))
            if carried is not None and carried.new is not None:
                changed[key] = carried.new
        return changed

    def _reopen(self, key: Key) -> None:
        self._rows[key] = None
        self._carried.pop(key, None)
