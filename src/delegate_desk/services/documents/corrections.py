"""Corrections of wrongly read values, and their reversal."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime

from delegate_desk.core.annotations.anchoring import reanchor_quote, unanchored_quote
from delegate_desk.core.changes import Changes
from delegate_desk.core.documents.corrections import (
    CorrectableField,
    Correction,
    field_text,
    parse_mark_up,
    with_correction,
    with_value,
)
from delegate_desk.core.documents.document import (
    Address,
    Document,
    DocumentId,
    Header,
    LibraryDocument,
    MarkUp,
    Mention,
    Place,
)
from delegate_desk.core.errors import NotUnderstoodError, UnknownDocumentError
from delegate_desk.core.library.edit_history import EditSubject, HistoryEdit
from delegate_desk.parsing.header import dates
from delegate_desk.parsing.structure import change_markup
from delegate_desk.services.library.edit_history import History
from delegate_desk.storage.db.database import Database
from delegate_desk.storage.db.stores.annotations import AnnotationStore
from delegate_desk.storage.db.stores.documents import CorrectionStore, DocumentStore

_HEADER = Address("")


class Corrections:
    """The corrections of one library. Each outranks the reading, through re-reading too, until it is taken back."""

    def __init__(
        self,
        store: CorrectionStore,
        documents: DocumentStore,
        annotations: AnnotationStore,
        database: Database,
        history: History,
    ) -> None:
        self._store = store
        self._documents = documents
        self._annotations = annotations
        self._database = database
        self._history = history

    def for_document(self, document: DocumentId) -> list[Correction]:
        """The corrections of a document, oldest first, each with what was read."""
        return self._store.for_document(document)

    def correct(self, document: DocumentId, field: CorrectableField, typed: str) -> Changes:
        """Put a field right, by the text that is typed for it; what is right already is sure from now on.

        Raises:
            NotUnderstoodError: If the text is no value of the field.
            UnknownDocumentError: If there is no such document.
        """
        held = self._library_document(document)
        before = self._store.get(document, field)
        value = _normalise_typed(held.header, field, typed)
        if before and before.value == value:
            return Changes()
        if before:
            after = replace(before, value=value, made=datetime.now(UTC))
        else:
            read = (
                self._documents.content(held).mark_up
                if field is CorrectableField.MARK_UP
                else field_text(held.header, field)
            )
            sure = held.header.confidence.get(field)
            after = Correction(field, value, str(read), sure, datetime.now(UTC))
        return self._do(HistoryEdit(EditSubject.DOCUMENT, document, f"correction {document} {field}", before, after))

    def revert(self, document: DocumentId, field: CorrectableField) -> Changes:
        """Let a field be what was read."""
        before = self._store.get(document, field)
        if before is None:
            return Changes()
        return self._do(HistoryEdit(EditSubject.DOCUMENT, document, f"correction {document} {field}", before, None))

    def overrule(self, document: DocumentId, bold_is_new: bool | None) -> Changes:
        """Say that bold or underlined words are new and struck ones gone, or that they are not; None: as judged."""
        if bold_is_new is None:
            return self.revert(document, CorrectableField.MARK_UP)
        return self.correct(document, CorrectableField.MARK_UP, MarkUp.PRINTED if bold_is_new else MarkUp.NONE)

    def renewed(self, document: DocumentId, content: Document) -> Document:
        """Another reading of a document with what was put right; what it has read is kept beside each correction.

        Its words bear what the reading judged: ``keep_overruled`` comes after it is stored.
        """
        header = content.header
        for correction in self._store.for_document(document):
            if correction.field is CorrectableField.MARK_UP:
                self._store.save(document, replace(correction, read=str(content.mark_up)))
                continue
            read, sure = field_text(header, correction.field), header.confidence.get(correction.field)
            self._store.save(document, replace(correction, read=read, confidence=sure))
            header = with_correction(header, correction.field, correction.value)
        return replace(content, header=header, mentions=_followed(content.mentions, content.header, header))

    def reapply_overruled(self, document: DocumentId) -> None:
        """Let words bear what a person said they bear, where another reading was stored."""
        correction = self._store.get(document, CorrectableField.MARK_UP)
        if correction:
            self._overrule(document, MarkUp(correction.read), MarkUp(correction.value))

    def _library_document(self, document: DocumentId) -> LibraryDocument:
        held = self._documents.get(document)
        if held is None:
            raise UnknownDocumentError(f"#{document}")
        return held

    def _do(self, edit: HistoryEdit) -> Changes:
        changes = self._apply_edit(edit, edit.after)
        self._history.record(edit, self._apply_edit)
        return changes

    def _apply_edit(self, edit: HistoryEdit, value: object) -> Changes:
        document = self._documents.get(edit.document)
        known = [one for one in (edit.before, edit.after) if isinstance(one, Correction)]
        if document is None or not known:
            return Changes()
        with self._database.write():
            if isinstance(value, Correction):
                self._store.save(document.id, value)
            else:
                self._store.remove(document.id, known[0].field)
            now = value if isinstance(value, Correction) else None
            if known[0].field is CorrectableField.MARK_UP:
                self._overrule(document.id, MarkUp(known[0].read), MarkUp(now.value) if now else None)
                places = self._refit(document.id)
            else:
                self._set(document, now or replace(known[0], value=known[0].read), 1.0 if now else known[0].confidence)
                places = frozenset()
        return Changes(frozenset({document.id}), places, frozenset({document.id}))

    def _set(self, document: LibraryDocument, correction: Correction, confidence: float | None) -> None:
        header = with_value(document.header, correction.field, correction.value, confidence)
        self._documents.set_header(document.id, header)
        if correction.field in (CorrectableField.PREVIOUS_DOCUMENTS, CorrectableField.COMMISSION_DOCUMENTS):
            mentions = self._documents.mentions(document.id)
            self._documents.set_mentions(document.id, _followed(mentions, document.header, header))

    def _overrule(self, document: DocumentId, judged: MarkUp, wanted: MarkUp | None) -> None:
        self._store.judge_again(document, judged)
        if wanted is None:
            return
        units = self._documents.content(self._library_document(document)).units()
        if wanted is MarkUp.PRINTED and judged is not MarkUp.PRINTED:
            self._store.overrule(document, wanted, map(change_markup.with_meaning, units))
        elif wanted is MarkUp.NONE and judged is MarkUp.PRINTED:
            self._store.overrule(document, wanted, map(change_markup.without_meaning, units))

    def _refit(self, document: DocumentId) -> frozenset[Place]:
        """Fix quotes to their words again, where others stand in the text now; tell whose changed."""
        places = set()
        for annotation in self._annotations.for_document(document, trashed=True):
            unit = self._documents.unit(annotation.place) if annotation.quote else None
            if annotation.quote is None or unit is None:
                continue
            fitted = reanchor_quote(annotation.quote, unit.text) or unanchored_quote(annotation.quote, unit.text)
            if fitted != annotation.quote:
                self._annotations.save(replace(annotation, quote=fitted))
                places.add(annotation.place)
        return frozenset(places)


def _normalise_typed(header: Header, field: CorrectableField, typed: str) -> str:
    """Return the text typed for a field as it is stored; a date may be written out in any language."""
    if field is CorrectableField.MARK_UP:
        return str(parse_mark_up(typed))
    try:
        return field_text(with_correction(header, field, typed), field)
    except NotUnderstoodError:
        spelt = dates.find_date(typed) if field is CorrectableField.DATE else None
        if spelt is None:
            raise
        return spelt.isoformat()


def _followed(mentions: Iterable[Mention], before: Header, after: Header) -> tuple[Mention, ...]:
    """Return the mentions of a document, updated if its header names other documents than before."""
    was = (*before.previous_documents, *before.commission_documents)
    named = (*after.previous_documents, *after.commission_documents)
    if named == was:
        return tuple(mentions)
    stored = (mention for mention in mentions if mention.address != _HEADER or mention.target not in was)
    return (*(Mention(str(reference), reference, _HEADER) for reference in named), *stored)
