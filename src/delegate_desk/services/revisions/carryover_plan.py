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
    above: Annotation | None = annotation
    seen = set()
    while above is not None and above.origin and above.origin not in seen:
        key = above.origin
        seen.add(key)
        above = stores.annotations.get_with_trashed(AnnotationId(key))
        if above is not None and above.place.document == new:
            return key, above
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
    found = None if across else requote(quote, old, unit.text)
    return replace(annotation, quote=found or unanchored_quote(quote, unit.text))


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
        self._stores, self._ids, self._held = stores, (old.id, new.id), new
        content_old, content = stores.documents.content(old), stores.documents.content(new)
        self._old = {unit.address: unit for unit in content_old.units()}
        self._new = {unit.address: unit for unit in content.units()}
        own = content.header.reference
        translated = own is not None and own == content_old.header.reference
        self._targets = CarryTargetFinder(comparison, self._old, self._new, translated=translated)
        self._across = comparison.is_cross_language
        self._recorded: Mapping[Key, CarriedItem] = {
            (row.kind, row.key): row for row in stores.carrying.for_pair(old.id, new.id)
        }
        self._known = dict(self._recorded)
        self._noted = {note.id: note for note in stores.annotations.for_document(new.id, trashed=True)}
        self._there = dict(self._noted)
        self._trashed: Set[AnnotationId] = frozenset()
        self._said = {key for key, _ in stores.carrying.interventions_on_documents(language_versions(stores, new))}
        self._stood = self._position = stores.positions.get(new.id)
        self._rows: dict[Key, CarriedItem | None] = {}
        self._notes: dict[AnnotationId, Annotation | None] = {}
        self._items: dict[Address, PositionEntry] = {}
        self._texts: tuple[str, str] | None = None

    def step(self) -> DocumentCarry:
        stood = self._stood
        rows = {key: row for key, row in self._rows.items() if row != self._recorded.get(key)}
        before = CarryState(
            {key: self._recorded.get(key) for key in rows},
            {key: None if key in self._trashed else self._noted.get(key) for key in self._notes},
            {address: stood.entry_at(address) for address in self._items},
            (stood.general, stood.internal) if self._texts else None,
            frozenset(self._trashed & self._notes.keys()),
        )
        removed = frozenset(key for key, note in self._notes.items() if note is None)
        after = CarryState(rows, dict(self._notes), dict(self._items), self._texts, removed)
        return DocumentCarry(*self._ids, before, after)

    def annotations(self, several: Iterable[Annotation]) -> None:
        by_key = {annotation.id: annotation for annotation in several}
        origins = {key: chain_origin(self._stores, annotation, self._held.id) for key, annotation in by_key.items()}
        ids = {key: carried_id(origin, self._held) for key, (origin, _) in origins.items()}
        lands: dict[AnnotationId, CarryTarget] = {}
        for key, annotation in by_key.items():
            head = _thread_head(annotation, by_key)
            if head.id not in lands:
                lands[head.id] = self._targets.target_for(head.place.address, head.quote)
            if self._is_new((CarriedKind.ANNOTATION, key)):
                ancestor = origins[key][1]
                self._annotation(annotation, lands[head.id], head, ids, ancestor or self._there.get(ids[key]))

    def _annotation(
        self,
        annotation: Annotation,
        landing: CarryTarget,
        head: Annotation,
        ids: Mapping[AnnotationId, AnnotationId],
        there: Annotation | None,
    ) -> None:
        address = annotation.place.address
        row = self._row(CarriedKind.ANNOTATION, annotation.id, address, landing)
        row = replace(row, thread_head=head.id if head.id != annotation.id else "")
        if there is not None:  # it was carried in another library, or is in the trash, or this is where it came from
            row = replace(row, copy_id=there.id, new=there.place.address or row.new)
            row = replace(row, verdict=there.carried or row.verdict) if row.is_open else row
        elif landing.new is not None:
            note = copy_annotation(annotation, ids[annotation.id], Place(self._held.id, landing.new), landing.verdict)
            note = replace(note, reply_to=ids.get(annotation.reply_to) if annotation.reply_to else None)
            if annotation.quote:
                found = self._targets.reanchor_quote(address, landing.new, annotation.quote)
                note = replace(note, quote=found or unanchored_quote(annotation.quote, self._new[landing.new].text))
            self._notes[note.id] = note
            row = replace(row, copy_id=note.id, has_lost_quote=is_lost(note))
        self._add_row(row)

    def unplaced_items(self, several: Iterable[UnanchoredItem]) -> None:
        for item in several:
            kind = CarriedKind.ANNOTATION if item.annotation else CarriedKind.POSITION
            key = item.annotation.id if item.annotation else unplaced_key(item)
            if not self._is_new((kind, key)):
                continue
            quote = item.annotation.quote if item.annotation else None
            found = propose_units(item.address, item.text, quote, list(self._new.values()))
            landing = CarryTarget(CarryVerdict.DOUBTFUL, None, tuple(unit.address for unit in found))
            self._add_row(replace(self._row(kind, key, item.address, landing), text=item.text))

    def interventions(self, several: Iterable[tuple[str, Address]]) -> None:
        """Plan the interventions on the old document: they are linked with the new document, not copied."""
        for key, address in several:
            is_new = key not in self._said and self._is_new((CarriedKind.INTERVENTION, key))
            if is_new and address in self._old:
                self._add_row(self._row(CarriedKind.INTERVENTION, key, address, self._targets.target_for(address)))

    def position(self, only: Collection[Address] | None = None) -> None:
        ours, there = self._stores.positions.get(self._ids[0]), self._position
        for item in ours.items if only is None else [item for item in ours.items if item.address in only]:
            is_new = self._is_new((CarriedKind.POSITION, item.address))
            if is_new and item.address in self._old:
                self._item(item)
            elif is_new and item.after is not None:
                self._new_provision(item, ours)
        if only is None and GENERAL not in self._known and (ours.general or ours.internal):
            texts = (there.general or ours.general, there.internal or ours.internal)
            self._texts = texts if texts != (there.general, there.internal) else None
            self._rows[GENERAL] = CarriedItem(*GENERAL, Address(""), Address(""), CarryVerdict.SAME)

    def _item(self, item: PositionEntry) -> None:
        landing = self._targets.target_for(item.address)
        made = self._rebase(item, landing)
        if made is None:
            choices = dict.fromkeys([*([landing.new] if landing.new else []), *landing.proposals])
            doubtful = landing.verdict is not CarryVerdict.DELETED
            verdict = CarryVerdict.DOUBTFUL if doubtful else landing.verdict
            landing = CarryTarget(verdict, None, tuple(choices))
        else:
            landing = self._put(made, landing)
        self._add_row(self._row(CarriedKind.POSITION, item.address, item.address, landing))

    def _put(self, made: PositionEntry, landing: CarryTarget) -> CarryTarget:
        """Add an entry to ours at its place, and return its target: doubtful if the two contradict each other."""
        standing = self._items.get(made.address, self._position.entry_at(made.address))
        together = made
        if not standing.is_empty() and standing != made:
            same_stance = made.stance is None or standing.stance is None or made.stance is standing.stance
            one_proposal = made.proposal is None or standing.proposal is None or made.proposal == standing.proposal
            is_ours_now = not self._position.entry_at(made.address).is_empty()  # said on the new document meanwhile
            if not same_stance or not one_proposal or is_ours_now:
                return CarryTarget(CarryVerdict.DOUBTFUL, None, (made.address,))
            together = merge_entries(standing, made)
        if together != standing:
            self._items[made.address] = together
        return replace(landing, new=made.address)

    def _new_provision(self, item: PositionEntry, ours: Position) -> None:
        """Return a provision of ours after the unit that it followed; None if the text now contains it."""
        above = (CarriedKind.POSITION, item.after or "")
        row = self._rows.get(above) or self._known.get(above)
        after = row.new if row and row.new and item.after not in self._old else self._new_anchor(item)
        if self._across:
            landing = CarryTarget(CarryVerdict.DOUBTFUL, None, (after,) if after in self._new else ())
            self._add_row(self._row(CarriedKind.POSITION, item.address, item.address, landing))
            return
        there = self._position
        entries = [*self._items.values(), *there.items]
        taken = {*self._new, *(entry.address for entry in entries if not entry.is_empty())}
        was, now = self._old.get(item.after or Address("")), self._new.get(after)
        labels = (
            was.label if was else ours.entry_at(item.after or Address("")).label,
            now.label if now else self._items.get(after, there.entry_at(after)).label,
        )
        made = move_entry(item, after, labels, taken, self._held.header.language)
        wanted = tidy(item.proposal or "")
        if wanted and not any(unit.text == wanted for unit in self._old.values()):
            there_now = next((unit.address for unit in self._new.values() if unit.text == wanted), None)
            if there_now is not None:
                made = replace(item, address=there_now, proposal=None, after=None, label="")
        same = CarryVerdict.SAME if made.address == item.address else CarryVerdict.RENUMBERED
        landing = self._put(made, CarryTarget(same, made.address))
        self._add_row(self._row(CarriedKind.POSITION, item.address, item.address, landing))

    def _new_anchor(self, item: PositionEntry) -> Address:
        return anchor_after(
            item.after or Address(""), tuple(self._old), lambda address: self._targets.target_for(address).new
        )

    def _rebase(self, item: PositionEntry, landing: CarryTarget) -> PositionEntry | None:
        if landing.new is None:
            return None
        if item.after is not None:
            item = replace(item, after=self._new_anchor(item))
        if item.proposal is None:
            return replace(item, address=landing.new)
        parts = (landing.new, *(landing.proposals if landing.verdict is CarryVerdict.SPLIT else ()))
        for part in parts:
            made = rebase(self._old[item.address].text, item.proposal, self._new[part].text)
            if made.is_sure:
                return replace(item, address=part, proposal=made.proposal)
        return None

    def _is_new(self, key: Key) -> bool:
        """True for an item that has no place there yet, unless a person decided that it has none."""
        known = self._known.get(key)
        return known is None or (known.new is None and known.decided is None)

    def _row(self, kind: CarriedKind, key: str, address: Address, landing: CarryTarget) -> CarriedItem:
        unit = self._old.get(address)
        text = unit.text if unit else ""
        return CarriedItem(kind, key, address, landing.new, landing.verdict, landing.proposals, text)

    def _add_row(self, row: CarriedItem) -> None:
        key = (row.kind, row.key)
        if row != self._known.get(key):
            self._rows[key] = row


def _thread_head(annotation: Annotation, by_key: Mapping[AnnotationId, Annotation]) -> Annotation:
    seen = {annotation.id}
    above = by_key.get(annotation.reply_to) if annotation.reply_to else None
    while above is not None and above.id not in seen and above.place == annotation.place:
        seen.add(above.id)
        annotation = above
        above = by_key.get(annotation.reply_to) if annotation.reply_to else None
    return annotation


class LaterRevisionCarry(CarryPlan):
    """Carries changed decisions on to a later document; what a person placed or edited there stays."""

    def __init__(
        self,
        stores: LibraryStores,
        comparison: Comparison,
        old: LibraryDocument,
        new: LibraryDocument,
        came: DocumentCarry,
    ) -> None:
        super().__init__(stores, comparison, old, new)
        self._came = came
        self._trashed = self._there.keys() - {annotation.id for annotation in stores.annotations.for_document(new.id)}
        notes, lines, said = self._changed_notes(), self._changed_items(), self._changed_interventions()
        self.annotations(notes)
        self.interventions(said.items())
        self._position = replace(self._stood, items=tuple(i for i in self._stood.items if i.address not in self._items))
        self.position(lines)

    def _changed_notes(self) -> list[Annotation]:
        """Return the annotations to carry on; they replace their earlier copies."""
        came, found = self._came, []
        for key, note in came.after.notes.items():
            was = came.before.present_note(key)
            row = self._recorded.get((CarriedKind.ANNOTATION, key))
            if note == was or (row and row.decided):
                continue
            made = self._noted.get(AnnotationId(row.copy_id)) if row else None
            origin = note or was
            if (
                made
                and origin
                and (made.origin != origin.id or made.id in self._trashed or not is_untouched(made, origin))
            ):
                continue
            if row:
                self._reopen((CarriedKind.ANNOTATION, key))
            if made:
                self._notes[made.id] = None
                del self._there[made.id]
            if note is not None:
                again = carried_id(chain_origin(self._stores, note, self._held.id)[0], self._held)
                if not row and again in self._trashed:  # taken away with an answer that was taken back
                    self._there.pop(again, None)
                found.append(note)
        return found

    def _changed_items(self) -> list[Address]:
        came, found = self._came, []
        for address, item in came.after.items.items():
            was = came.before.items.get(address, PositionEntry(address))
            key = (CarriedKind.POSITION, address)
            row = self._recorded.get(key)
            if item == was or (row and row.decided):
                continue
            stands = self._position.entry_at(row.new) if row and row.new else None
            follows = False
            if row and stands:
                unit, proposal = self._new.get(stands.address), was.proposal
                if proposal is not None and unit is not None and was.address == row.old:
                    proposal = rebase(row.text, proposal, unit.text).proposal
                carried = replace(
                    was, address=stands.address, after=stands.after, label=stands.label, proposal=proposal
                )
                follows = stands == carried
            if stands and follows:
                self._items[stands.address] = PositionEntry(stands.address)
            if row and (follows or stands is None or not item.is_empty()):
                self._reopen(key)
            if not item.is_empty():
                found.append(address)
        return found

    def _changed_interventions(self) -> dict[str, Address]:
        found = {}
        for (kind, key), now in self._came.after.rows.items():
            row = self._recorded.get((kind, key))
            if kind is not CarriedKind.INTERVENTION or (row and row.decided) or key in self._said:
                continue
            if row:
                self._reopen((kind, key))
            if now is not None and now.new is not None:
                found[key] = now.new
        return found

    def _reopen(self, key: Key) -> None:
        self._rows[key] = None
        self._known.pop(key, None)
