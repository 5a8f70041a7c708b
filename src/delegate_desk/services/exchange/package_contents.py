"""Contents of a package: our items, and those of others."""

from datetime import datetime
from typing import Any

from delegate_desk.core.annotations.annotation import Annotation, Visibility
from delegate_desk.core.documents.corrections import CorrectableField
from delegate_desk.core.documents.document import Address, DocumentId, LibraryDocument
from delegate_desk.core.exchange.annotation_exchange import DocumentIdentity, annotation_json, detach_reply
from delegate_desk.core.exchange.package import (
    ExchangedItem,
    ExchangedKey,
    ExchangedKind,
    PackageContents,
    PackageDocument,
    canonical,
    entry_key,
    format_timestamp,
)
from delegate_desk.core.library.record_merge import ChangeStamp
from delegate_desk.core.library.record_tables import entry_values
from delegate_desk.core.positions.position import PositionEntry
from delegate_desk.storage.db.library_stores import LibraryStores

_NOWHERE = DocumentIdentity("", "", "")
Content = dict[str, Any]


class PackedContents:
    """Contents of a package by a choice: our items, collected from the library, and those of others."""

    def __init__(self, stores: LibraryStores, choice: PackageContents) -> None:
        self._stores = stores
        self._choice = choice
        self._stamps = stores.stamps.all()
        self._others = {
            item.note: item.thing.key.name for item in stores.received.everything() if item.note and not item.removed
        }
        self.own_person = stores.people.own_person()
        self.mark = stores.stamps.mark()
        self.documents: list[tuple[LibraryDocument, PackageDocument]] = []
        self.things: list[ExchangedItem] = []
        self.sent: list[tuple[str, str, str]] = []
        self.withheld = self.internal = 0
        self.markings: set[str] = set()
        self.term_bases: list[str] = []
        held = {document.id: document for document in stores.documents.all()}
        chosen = [document for key, document in held.items() if choice.documents is None or key in choice.documents]
        for document in chosen:
            self._document(document)
            self._notes(document)
            self._collect_positions(document)
        self._collect_withdrawals(held)
        if choice.includes_others:
            self._forward(chosen)

    def _document(self, document: LibraryDocument) -> None:
        choice, header = self._choice, document.header
        comes = choice.originals and document.sha256 not in choice.known
        _, dot, ending = document.file_name.lower().rpartition(".")
        suffix = f".{ending}" if dot and ending.isascii() and ending.isalnum() and len(ending) < 10 else ""
        corrections = {
            str(correction.field): correction.value
            for correction in self._stores.corrections.for_document(document.id)
            if correction.field is not CorrectableField.SHORT_TITLE
        }
        packed = PackageDocument(
            DocumentIdentity.of(document),
            document.file_name,
            header.subject,
            header.date.isoformat() if header.date else "",
            header.marking or "",
            corrections,
            f"originals/{document.sha256}{suffix}" if comes else "",
        )
        self.documents.append((document, packed))
        if header.marking:
            self.markings.add(header.marking)

    def _notes(self, document: LibraryDocument) -> None:
        stood = {
            item.annotation.id: item.address
            for item in self._stores.unplaced.for_document(document.id)
            if item.annotation
        }
        for annotation in self._stores.annotations.for_document(document.id):
            stamp = self._stamps.get((ExchangedKind.NOTE, annotation.id))
            if annotation.author or not self._is_due(stamp):
                continue
            when = _later(stamp, annotation.modified)
            leaves = self._choice.internal or annotation.visibility is Visibility.CIRCULATION
            self.withheld += not leaves
            if leaves:
                self.internal += annotation.visibility is Visibility.INTERNAL
                address = stood.get(annotation.id, annotation.place.address)
                content = self._content(annotation, document, address, internal=self._choice.internal)
                whole = annotation.visibility is Visibility.INTERNAL or (
                    self._choice.internal and content != self._content(annotation, document, address, internal=False)
                )
                self._add(ExchangedKind.NOTE, annotation.id, when, document, content, whole=whole)
                self.sent.append((ExchangedKind.NOTE, annotation.id, when))
            elif stamp and stamp.was_sent:  # it circulates no more
                self._add(ExchangedKind.NOTE, annotation.id, when, document)

    def _content(self, annotation: Annotation, document: LibraryDocument, stood: Address, *, internal: bool) -> Content:
        content = annotation_json(annotation, DocumentIdentity.of(document), stood)
        above = self._stores.annotations.get(annotation.reply_to) if annotation.reply_to else None
        if annotation.reply_to and annotation.reply_to in self._others:
            content["target"] = f"urn:uuid:{self._others[annotation.reply_to]}"
        if internal:
            return content
        if annotation.reply_to and (above is None or above.visibility is Visibility.INTERNAL):
            detach_reply(annotation, content)
        content.pop("desk:origin", None)
        return content

    def _collect_positions(self, document: LibraryDocument) -> None:
        position = self._stores.positions.get(document.id)
        general = PositionEntry(Address(""), comment=position.general, internal=position.internal)
        for item in (general, *position.items):
            if item.is_empty():
                continue
            key = f"{document.id} {item.address}"
            stamp = self._stamps.get((ExchangedKind.LINE, key))
            if not self._is_due(stamp):
                continue
            when = _later(stamp, document.added)
            content = entry_values(item, circulated=not self._choice.internal)
            is_more = content != entry_values(item, circulated=True)
            name = entry_key(document.sha256, item.address)
            if len(content) > 1:
                self.internal += is_more
                self._add(ExchangedKind.LINE, name, when, document, content, whole=is_more)
                self.sent.append((ExchangedKind.LINE, key, when))
            else:
                self.withheld += 1
                if stamp and stamp.was_sent:
                    self._add(ExchangedKind.LINE, name, when, document)

    def _collect_withdrawals(self, held: dict[DocumentId, LibraryDocument]) -> None:
        for (kind, key), stamp in self._stamps.items():
            if not (stamp.is_deleted and stamp.was_sent and self._is_due(stamp)):
                continue
            when = _later(stamp, None)
            if kind == ExchangedKind.NOTE:
                self._add(ExchangedKind.NOTE, key, when, None)
                continue
            number, _, address = key.partition(" ")
            document = held.get(DocumentId(int(number)))
            chosen = self._choice.documents is None or (document and document.id in self._choice.documents)
            if document and chosen:
                self._add(ExchangedKind.LINE, entry_key(document.sha256, address), when, document)

    def _forward(self, documents: list[LibraryDocument]) -> None:
        hashes = {document.sha256 for document in documents}
        references = {
            (str(document.header.reference), document.header.language)
            for document in documents
            if document.header.reference
        }
        for item in self._stores.received.everything():
            thing, original = item.thing, item.thing.original
            here = original.sha256 in hashes or (original.reference, original.language) in references
            is_withheld = thing.has_internal and not self._choice.internal
            if not item.removed and not is_withheld and (here or thing.is_withdrawn):
                self.internal += thing.has_internal
                self.things.append(thing)

    def _add(
        self,
        kind: ExchangedKind,
        name: str,
        when: str,
        document: LibraryDocument | None,
        content: Content | None = None,
        *,
        whole: bool = False,
    ) -> None:
        """Add an item of ours; without content it is withdrawn."""
        ours = self.own_person.id
        original = DocumentIdentity.of(document) if document else _NOWHERE
        written = canonical(content) if content else ""
        self.things.append(
            ExchangedItem(ExchangedKey(ours, kind, name), when, written, original, ours, whole, content is None)
        )

    def _is_due(self, stamp: ChangeStamp | None) -> bool:
        since = self._choice.since
        return since is None or (stamp is not None and stamp.number > since)


def _later(stamp: ChangeStamp | None, when: datetime | None) -> str:
    """Return the time of a change: its stamp, or the known time if it is from before stamps."""
    stamped = format_timestamp(datetime.fromisoformat(stamp.moment)) if stamp and stamp.moment else ""
    return max(stamped, format_timestamp(when) if when and not stamped else "")
