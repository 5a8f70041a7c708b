"""Corrections of documents by a person, and re-reading of originals."""

import contextlib
import logging
import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from delegate_desk.core.annotations.annotation import Annotation, reanchor_quote, unanchored_quote
from delegate_desk.core.changes import Changes, EditSubject, HistoryEdit
from delegate_desk.core.documents.corrections import CorrectableField, Correction, field_text, parse_mark_up, with_value
from delegate_desk.core.documents.document import (
    Address,
    Document,
    DocumentId,
    Header,
    LibraryDocument,
    MarkUp,
    Mention,
    Paragraph,
    Place,
)
from delegate_desk.core.documents.dossiers import family_mark
from delegate_desk.core.errors import NotUnderstoodError, UnknownPlaceError, UnreadableDocumentError
from delegate_desk.core.library.reports import ReparseResult
from delegate_desk.core.positions.new_provisions import relocate_entries
from delegate_desk.core.positions.position import UnanchoredItem
from delegate_desk.core.progress import Steps
from delegate_desk.core.revisions.reanchor import Relocation, propose_units
from delegate_desk.parsing import READER_VERSION
from delegate_desk.parsing.header import dates
from delegate_desk.parsing.reading_process import ReadingProcess
from delegate_desk.parsing.structure import change_markup
from delegate_desk.services.library.edit_history import History
from delegate_desk.storage.db.library_stores import LibraryStores
from delegate_desk.storage.files.originals import Originals

_HEADER = Address("")


class Corrections:
    """The corrections of one library.

    A correction outranks what was read, also after re-reading, until it is reverted.
    """

    def __init__(self, stores: LibraryStores, history: History) -> None:
        self._store = stores.corrections
        self.for_document = self._store.for_document
        self._documents = stores.documents
        self._annotations = stores.annotations
        self._database = stores.database
        self._history = history

    def correct(self, document: DocumentId, field: CorrectableField, typed: str) -> Changes:
        """Correct a field by the text typed for it; a correct field is confirmed.

        Raises:
            NotUnderstoodError: If the text is not a valid value of the field.
            UnknownDocumentError: If there is no such document.
        """
        stored = self._documents.held(document)
        before = self._store.get(document, field)
        if field is CorrectableField.MARK_UP:
            value = str(parse_mark_up(typed))
        else:
            try:
                value = field_text(with_value(stored.header, field, typed), field)
            except NotUnderstoodError:  # a date may be written out in any language
                written_date = dates.find_date(typed) if field is CorrectableField.DATE else None
                if written_date is None:
                    raise
                value = written_date.isoformat()
        if before and before.value == value:
            return Changes()
        if before:
            after = replace(before, value=value, made=datetime.now(UTC))
        else:
            read = (
                self._documents.content(stored).mark_up
                if field is CorrectableField.MARK_UP
                else field_text(stored.header, field)
            )
            confidence = stored.header.confidence.get(field)
            after = Correction(field, value, str(read), confidence, datetime.now(UTC))
        return self._record(document, field, before, after)

    def revert(self, document: DocumentId, field: CorrectableField) -> Changes:
        before = self._store.get(document, field)
        return self._record(document, field, before, None) if before else Changes()

    def set_short_title(self, document: DocumentId, title: str) -> Changes:
        """Set the short title of all documents of a family, also of later ones; empty for the automatic title."""
        field = CorrectableField.SHORT_TITLE
        return self.correct(document, field, title) if title.strip() else self.revert(document, field)

    def overrule(self, document: DocumentId, bold_is_new: bool | None) -> Changes:
        """Decide that bold or underlined words are insertions and struck words deletions, or that they are not.

        None for automatic.
        """
        if bold_is_new is None:
            return self.revert(document, CorrectableField.MARK_UP)
        return self.correct(document, CorrectableField.MARK_UP, MarkUp.PRINTED if bold_is_new else MarkUp.NONE)

    def apply_to(self, document: DocumentId, content: Document) -> Document:
        """Apply the corrections to another reading of a document; the values read are kept beside them.

        Marks of words follow the reading: ``reapply_overruled`` is called after it is stored.
        """
        header = content.header
        for correction in self._store.for_document(document):
            if correction.field is CorrectableField.MARK_UP:
                self._store.save(document, replace(correction, read=str(content.mark_up)))
                continue
            if correction.field is CorrectableField.SHORT_TITLE:
                continue
            read, confidence = field_text(header, correction.field), header.confidence.get(correction.field)
            self._store.save(document, replace(correction, read=read, confidence=confidence))
            header = with_value(header, correction.field, correction.value)
        return replace(content, header=header, mentions=_update_citations(content.mentions, content.header, header))

    def reapply_overruled(self, document: DocumentId) -> None:
        """Apply the decisions about marked words again after another reading was stored."""
        correction = self._store.get(document, CorrectableField.MARK_UP)
        if correction:
            self._overrule(document, MarkUp(correction.read), MarkUp(correction.value))

    def _record(
        self, document: DocumentId, field: CorrectableField, before: Correction | None, after: Correction | None
    ) -> Changes:
        others: frozenset[DocumentId] = frozenset()
        if field is CorrectableField.SHORT_TITLE:
            mark = family_mark(self._documents.held(document))
            others = frozenset(other.id for other in self._documents.all() if family_mark(other) == mark) - {document}
        edit = HistoryEdit(EditSubject.DOCUMENT, document, f"correction {document} {field}", before, after, others)
        return self._history.do(edit, self._apply_edit)

    def _apply_edit(self, edit: HistoryEdit, value: object) -> Changes:
        document = self._documents.get(edit.document)
        states = [state for state in (edit.before, edit.after) if isinstance(state, Correction)]
        if document is None or not states:
            return Changes()
        changed = frozenset({document.id, *edit.other_documents})
        places = set[Place]()
        with self._database.write():
            for key in changed:
                if isinstance(value, Correction):
                    self._store.save(key, value)
                else:
                    self._store.remove(key, states[0].field)
            current = value if isinstance(value, Correction) else None
            if states[0].field is CorrectableField.SHORT_TITLE:
                return Changes(changed)
            if states[0].field is CorrectableField.MARK_UP:
                self._overrule(document.id, MarkUp(states[0].read), MarkUp(current.value) if current else None)
                for annotation in self._annotations.for_document(document.id, trashed=True):
                    unit = self._documents.unit(annotation.place) if annotation.quote else None
                    if unit and (fitted := _anchor_to(annotation, unit)) != annotation:
                        self._annotations.save(fitted)
                        places.add(annotation.place)
            else:
                field, value = states[0].field, current.value if current else states[0].read
                header = with_value(document.header, field, value, 1.0 if current else states[0].confidence)
                self._documents.set_header(document.id, header)
                if field in (CorrectableField.PREVIOUS_DOCUMENTS, CorrectableField.COMMISSION_DOCUMENTS):
                    mentions = self._documents.mentions(document.id)
                    self._documents.set_mentions(document.id, _update_citations(mentions, document.header, header))
        return Changes(frozenset({document.id}), frozenset(places), frozenset({document.id}))

    def _overrule(self, document: DocumentId, judged: MarkUp, decided: MarkUp | None) -> None:
        self._store.judge_again(document, judged)
        if decided is None:
            return
        units = self._documents.content(self._documents.held(document)).units()
        if decided is MarkUp.PRINTED and judged is not MarkUp.PRINTED:
            self._store.overrule(document, decided, map(change_markup.with_meaning, units))
        elif decided is MarkUp.NONE and judged is MarkUp.PRINTED:
            self._store.overrule(document, decided, map(change_markup.without_meaning, units))


def _update_citations(mentions: Iterable[Mention], before: Header, after: Header) -> tuple[Mention, ...]:
    """Return the citations of a document, updated if its header names other documents than before."""
    old_references = (*before.previous_documents, *before.commission_documents)
    new_references = (*after.previous_documents, *after.commission_documents)
    if new_references == old_references:
        return tuple(mentions)
    stored = (mention for mention in mentions if mention.address != _HEADER or mention.target not in old_references)
    return (*(Mention(str(reference), reference, _HEADER) for reference in new_references), *stored)


_log = logging.getLogger(__name__)

_NOWHERE = Address("")
_HASH = re.compile(r"[0-9a-f]{64}")


class Reparse:
    """Re-reads the originals of one library. Corrections stay; annotations and positions are placed again."""

    def __init__(
        self,
        stores: LibraryStores,
        originals: Originals,
        reader: ReadingProcess,
        corrections: Corrections,
        history: History,
    ) -> None:
        self._documents = stores.documents
        self._annotations = stores.annotations
        self._positions = stores.positions
        self._unplaced, self.unplaced = stores.unplaced, stores.unplaced.for_document
        self._meetings = stores.meetings
        self._carrying = stores.carrying
        self._versions = stores.versions
        self._originals = originals
        self._reader = reader
        self._corrections = corrections
        self._database = stores.database
        self._history = history

    def list_outdated(self) -> list[LibraryDocument]:
        return self._documents.read_before(READER_VERSION)

    def read(self, document: DocumentId) -> Document:
        """Re-read a document's original. Slow; changes nothing; safe on any thread.

        Raises:
            UnknownDocumentError: If there is no such document.
            UnreadableDocumentError: If it cannot be read any more; the stored text stays.
        """
        stored = self._documents.held(document)
        return self._reader.read(self._originals.path(stored.sha256, stored.file_name), stored.file_name)

    def renew(self, key: DocumentId, content: Document) -> Changes:
        """Replace the stored text of a document by the re-read one: quick, in one transaction.

        ``unplaced`` lists what has no place in the new text. Earlier edits of the document can no longer be undone.

        Raises:
            UnknownDocumentError: If the document was removed meanwhile.
        """
        with self._database.write():
            document = self._documents.held(key)
            before = self._documents.content(document).units()
            annotations, items = self._annotations.for_document(key, trashed=True), self._positions.get(key).items
            self._store(key, content)
            after = self._documents.content(document).units()
            used = {annotation.place.address for annotation in annotations} | {
                item.address for item in items if not item.after
            }
            old_units = {unit.address: unit for unit in before}
            if not used - {_NOWHERE} <= old_units.keys():  # for lost units, the unit now at their address
                new_addresses = {unit.address for unit in after}
                lost_units = [unit for unit in before if unit.address not in new_addresses]
                before = (*(old_units.get(unit.address, unit) for unit in after), *lost_units)
            relocation = Relocation(before, after)
            places = self._move_annotations(annotations, relocation)
            # of two of our entries at the same place, the entry that did not move stays
            new = self._documents.content(self._documents.held(key))
            labels = {unit.address: unit.label for unit in new.units()}
            texts = relocation.texts
            placed, lost_ones = relocate_entries(items, tuple(texts), relocation.find, labels, new.header.language)
            for item in lost_ones:
                self._unplaced.add_item(key, item, texts.get(item.address, ""))
            self._positions.replace_items(key, placed)
            self._versions.relocate(key, relocation.find)
            # all at once, because two places may swap; a deleted place keeps only its document
            current = {place: relocation.find(place) or _NOWHERE for place in self._meetings.current_places(key)}
            self._meetings.move_current_places(key, current)
            carried = {address: relocation.find(address) for address in self._carrying.addresses(key)}
            self._carrying.relocate(key, {address: place for address, place in carried.items() if place is not None})
            places |= self._try_again(key, relocation)
            without = len(self._unplaced.for_document(key))
        self._history.drop_document(key)
        _log.info("Read document %d anew: %d units, %d without a place", key, len(after), without)
        return Changes(frozenset({key}), frozenset(places), frozenset({key}))

    def reread(self, document: DocumentId) -> Changes:
        """Re-read a document and store the result. Slow.

        Raises:
            UnknownDocumentError: If there is no such document.
            UnreadableDocumentError: If it cannot be read any more; the stored text stays.
        """
        return self.renew(document, self.read(document))

    def restore(self, documents: Iterable[DocumentId], result: ReparseResult) -> Steps[None]:
        """Read the originals of some documents, reporting how many are done. Slow.

        An unchanged reading stays, otherwise everything on it is placed again.
        """
        keys = sorted(documents)
        for done, key in enumerate(keys, 1):
            document = self._documents.get(key)
            if document:
                self._restore(document, result)
            yield done, len(keys)

    def _restore(self, document: LibraryDocument, result: ReparseResult) -> None:
        path = self._originals.path(document.sha256, document.file_name)
        if not path.is_file():
            result.missing[document.id] = document.file_name
            return
        if not self._originals.is_intact(document.sha256, path):
            result.damaged[document.id] = document.file_name
            return
        try:
            content = self.read(document.id)
        except UnreadableDocumentError:
            result.unreadable[document.id] = document.file_name
            return
        # only if every text of the sidecar is still at the same place
        texts = {unit.address: unit.marked for unit in content.units()}
        if all(texts.get(unit.address) == unit.marked for unit in self._documents.content(document).units()):
            with self._database.write():
                self._store(document.id, content)
            result.same += 1
        else:
            self.renew(document.id, content)
            result.moved[document.id] = document.file_name

    def _store(self, key: DocumentId, content: Document) -> None:
        self._documents.replace(key, self._corrections.apply_to(key, content), READER_VERSION)
        self._corrections.reapply_overruled(key)

    def import_unreferenced_originals(self, result: ReparseResult) -> Steps[None]:
        """Import originals that no document refers to, ordered by hash. Slow."""
        referenced = self._documents.hashes()
        unreferenced = [(sha256, path) for sha256, path in self._originals.all() if sha256 not in referenced]
        for done, (sha256, path) in enumerate(unreferenced, 1):
            document = self._read_file(sha256, path) if _HASH.fullmatch(sha256) else None
            if document is None:
                result.unusable_files.append(path.name)
            else:
                result.alone[self._documents.add(document, sha256, path.name, READER_VERSION)] = path.name
            yield done, len(unreferenced)

    def _read_file(self, sha256: str, path: Path) -> Document | None:
        with contextlib.suppress(OSError, UnreadableDocumentError):
            if not path.is_symlink() and self._originals.is_intact(sha256, path):
                return self._reader.read(path, path.name)
        return None

    def proposals(self, unplaced: UnanchoredItem) -> list[Paragraph]:
        """Return the units of its document that an item without a place may belong to, most likely first."""
        units = self._documents.content(self._documents.held(unplaced.document)).units()
        quote = unplaced.annotation.quote if unplaced.annotation else None
        return propose_units(unplaced.address, unplaced.text, quote, units)

    def place(self, unplaced: UnanchoredItem, address: Address) -> Changes:
        """Place an item without a place on a paragraph.

        Raises:
            UnknownPlaceError: If there is no such paragraph, or it already has another line of ours.
        """
        target = Place(unplaced.document, address)
        unit = self._documents.unit(target)
        is_occupied = unplaced.item and not self._positions.get(unplaced.document).entry_at(address).is_empty()
        if unit is None or is_occupied:
            raise UnknownPlaceError(self._documents.held(unplaced.document).name, address)
        return self._history.do(self._edit(unplaced, target), self._apply_edit)

    def drop(self, unplaced: UnanchoredItem) -> Changes:
        """Remove an item without a place; undo restores it, and a note can be restored from the trash."""
        return self._history.do(self._edit(unplaced, None), self._apply_edit)

    def _edit(self, unplaced: UnanchoredItem, after: Place | None) -> HistoryEdit:
        subject = EditSubject.ANNOTATION if unplaced.annotation else EditSubject.POSITION
        return HistoryEdit(subject, unplaced.document, f"unplaced {unplaced.key}", unplaced, after)

    def _apply_edit(self, edit: HistoryEdit, value: object) -> Changes:
        unplaced = edit.before
        if not isinstance(unplaced, UnanchoredItem) or self._documents.get(unplaced.document) is None:
            return Changes()
        with self._database.write():
            if isinstance(value, Place):
                unit = self._documents.unit(value)
                if unit:
                    self._anchor(unplaced, unit)
            elif value is None and unplaced.annotation:
                self._annotations.set_trashed([unplaced.annotation.id], datetime.now(UTC))
            elif value is None:
                self._unplaced.remove(unplaced.key)
            elif unplaced.annotation:
                self._annotations.save(unplaced.annotation)
                self._annotations.set_trashed([unplaced.annotation.id], None)
                self._unplaced.add_annotation(unplaced.annotation, unplaced.address, unplaced.text)
            elif unplaced.item:
                if isinstance(edit.after, Place):
                    self._positions.remove_item(unplaced.document, edit.after.address)
                self._unplaced.add_item(unplaced.document, unplaced.item, unplaced.text, unplaced.key)
        places = {Place(unplaced.document, _NOWHERE), *([edit.after] if isinstance(edit.after, Place) else [])}
        if unplaced.annotation:
            return Changes(annotations=frozenset(places))
        return Changes(positions=frozenset({unplaced.document}))

    def _move_annotations(self, annotations: Iterable[Annotation], relocation: Relocation) -> set[Place]:
        """Move annotations with their units; return the places left and taken."""
        places = set()
        for annotation in annotations:
            old_address = annotation.place.address
            if old_address == _NOWHERE:
                continue
            address = relocation.find(old_address, quote=annotation.quote)
            if address is None:
                self._unplaced.add_annotation(annotation, old_address, relocation.texts.get(old_address, ""))
                moved = replace(annotation, place=replace(annotation.place, address=_NOWHERE))
            else:
                moved = _anchor_to(annotation, relocation.unit(address))
            if moved != annotation:
                self._annotations.save(moved)
                places |= {annotation.place, moved.place}
        return places

    def _try_again(self, key: DocumentId, relocation: Relocation) -> set[Place]:
        """Try to place the items that lost their place before; return the places used."""
        places = set()
        for item in self._unplaced.for_document(key):
            address = relocation.find(item.address, item.text, item.annotation.quote if item.annotation else None)
            if address is None or (item.item and not self._positions.get(key).entry_at(address).is_empty()):
                continue
            self._anchor(item, relocation.unit(address))
            if item.annotation:
                places |= {item.annotation.place, Place(key, address)}
        return places

    def _anchor(self, item: UnanchoredItem, unit: Paragraph) -> None:
        if item.annotation:
            self._annotations.save(_anchor_to(item.annotation, unit))
        elif item.item:
            self._positions.set_item(item.document, replace(item.item, address=unit.address))
        self._unplaced.remove(item.key)


def _anchor_to(annotation: Annotation, unit: Paragraph) -> Annotation:
    """Return an annotation anchored to a unit, its quote adjusted to the words there."""
    quote = annotation.quote
    fitted = (reanchor_quote(quote, unit.text) or unanchored_quote(quote, unit.text)) if quote else None
    return replace(annotation, place=replace(annotation.place, address=unit.address), quote=fitted)
