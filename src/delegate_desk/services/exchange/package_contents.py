"""Contents of a package: our items, and those of others."""

import json
from dataclasses import field
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
    Person,
    canonical,
    entry_key,
    format_timestamp,
)
from delegate_desk.core.library.record_merge import ChangeStamp
from delegate_desk.core.library.record_tables import entry_values
from delegate_desk.core.positions.position import PositionEntry
from delegate_desk.core.values import dataclass
from delegate_desk.storage.db.library_stores import LibraryStores

_NOWHERE = DocumentIdentity("", "", "")
Content = dict[str, Any]


@dataclass
class PackedContents:
    own_person: Person
    documents: list[tuple[LibraryDocument, PackageDocument]] = field(default_factory=list)
    things: list[tuple[ExchangedItem, Content]] = field(default_factory=list)
    sent: list[tuple[str, str, str]] = field(default_factory=list)
    withheld: int = 0
    internal: int = 0
    forwarded: int = 0
    mark: int = 0
    markings: set[str] = field(default_factory=set)
    term_bases: list[str] = field(default_factory=list)


class PackageCollector:
    def __init__(self, stores: LibraryStores, choice: PackageContents) -> None:
        self._stores = stores
        self._choice = choice
        self._stamps = stores.stamps.all()
        self._others = {
            item.note: item.thing.key.name for item in stores.received.everything() if item.note and not item.removed
        }
        self._gathered = PackedContents(stores.people.own_person(), mark=stores.stamps.mark())

    def collect(self) -> PackedContents:
        stores, choice, gathered = self._stores, self._choice, self._gathered
        documents = [
            document
            for document in stores.documents.all()
            if choice.documents is None or document.id in choice.documents
        ]
        for document in documents:
            self._document(document)
            self._notes(document)
            self._collect_positions(document)
        self._collect_withdrawals({document.id: document for document in stores.documents.all()})
        if choice.includes_others:
            self._forward(documents)
        return gathered

    def _document(self, document: LibraryDocument) -> None:
        choice, gathered, header = self._choice, self._gathered, document.header
        comes = choice.originals and document.sha256 not in choice.known
        suffix = _suffix(document.file_name)
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
        gathered.documents.append((document, packed))
        if header.marking:
            gathered.markings.add(header.marking)

    def _notes(self, document: LibraryDocument) -> None:
        ours = [
            annotation for annotation in self._stores.annotations.for_document(document.id) if not annotation.author
        ]
        stood = {
            item.annotation.id: item.address
            for item in self._stores.unplaced.for_document(document.id)
            if item.annotation
        }
        for annotation in ours:
            stamp = self._stamps.get((ExchangedKind.NOTE, annotation.id))
            if not self._is_due(stamp):
                continue
            when = _later(stamp, annotation.modified)
            leaves = self._choice.internal or annotation.visibility is Visibility.CIRCULATION
            self._gathered.withheld += not leaves
            if leaves:
                self._gathered.internal += annotation.visibility is Visibility.INTERNAL
                address = stood.get(annotation.id, annotation.place.address)
                content = self._content(annotation, document, address, internal=self._choice.internal)
                whole = annotation.visibility is Visibility.INTERNAL or (
                    self._choice.internal and content != self._content(annotation, document, address, internal=False)
                )
                self._add(ExchangedKind.NOTE, annotation.id, annotation.id, when, document, content, whole=whole)
            elif stamp and stamp.was_sent:  # it circulates no more
                self._add_withdrawal(ExchangedKind.NOTE, annotation.id, when, document)

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
                self._gathered.internal += is_more
                self._add(ExchangedKind.LINE, key, name, when, document, content, whole=is_more)
            else:
                self._gathered.withheld += 1
                if stamp and stamp.was_sent:
                    self._add_withdrawal(ExchangedKind.LINE, name, when, document)

    def _collect_withdrawals(self, held: dict[DocumentId, LibraryDocument]) -> None:
        for (kind, key), stamp in self._stamps.items():
            if not (stamp.is_deleted and stamp.was_sent and self._is_due(stamp)):
                continue
            when = _later(stamp, None)
            if kind == ExchangedKind.NOTE:
                self._add_withdrawal(ExchangedKind.NOTE, key, when, None)
                continue
            number, _, address = key.partition(" ")
            document = held.get(DocumentId(int(number)))
            chosen = self._choice.documents is None or (document and document.id in self._choice.documents)
            if document and chosen:
                name = entry_key(document.sha256, address)
                self._add_withdrawal(ExchangedKind.LINE, name, when, document)

    def _forward(self, documents: list[LibraryDocument]) -> None:
        hashes = {document.sha256 for document in documents}
        references = {
            (str(document.header.reference), document.header.language)
            for document in documents
            if document.header.reference
        }
        for item in self._stores.received.everything():
            thing = item.thing
            original = thing.original
            here = original.sha256 in hashes or (original.reference, original.language) in references
            if (
                item.removed
                or (not thing.is_withdrawn and not here)
                or (thing.has_internal and not self._choice.internal)
            ):
                continue
            self._gathered.forwarded += not thing.is_withdrawn
            self._gathered.internal += thing.has_internal
            self._gathered.things.append((thing, json.loads(thing.content) if thing.content else {}))

    def _add(
        self,
        kind: ExchangedKind,
        key: str,
        name: str,
        when: str,
        document: LibraryDocument,
        content: Content,
        *,
        whole: bool,
    ) -> None:
        ours = self._gathered.own_person.id
        original = DocumentIdentity.of(document)
        thing = ExchangedItem(
            ExchangedKey(ours, kind, name), when, canonical(content), original, ours, has_internal=whole
        )
        self._gathered.things.append((thing, content))
        self._gathered.sent.append((kind, key, when))

    def _add_withdrawal(self, kind: ExchangedKind, name: str, when: str, document: LibraryDocument | None) -> None:
        ours = self._gathered.own_person.id
        original = DocumentIdentity.of(document) if document else _NOWHERE
        thing = ExchangedItem(ExchangedKey(ours, kind, name), when, "", original, ours, is_withdrawn=True)
        self._gathered.things.append((thing, {}))

    def _is_due(self, stamp: ChangeStamp | None) -> bool:
        since = self._choice.since
        return since is None or (stamp is not None and stamp.number > since)


def _later(stamp: ChangeStamp | None, when: datetime | None) -> str:
    """Return the time of a change: its stamp, or the known time if it is from before stamps."""
    stamped = format_timestamp(datetime.fromisoformat(stamp.moment)) if stamp and stamp.moment else ""
    return max(stamped, format_timestamp(when) if when and not stamped else "")


def _suffix(file_name: str) -> str:
    _, dot, ending = file_name.rpartition(".")
    ending = ending.lower()
    return f".{ending}" if dot and ending.isascii() and ending.isalnum() and len(ending) < 10 else ""
