"""Contents of a package: our items, and others' items."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from delegate_desk.core.annotations.annotation import Annotation, Visibility
from delegate_desk.core.documents.corrections import CorrectableField
from delegate_desk.core.documents.document import Address, DocumentId, LibraryDocument
from delegate_desk.core.exchange.annotation_exchange import DocumentIdentity, annotation_json, detach_reply
from delegate_desk.core.exchange.merge_rules import (
    ExchangedItem,
    ExchangedKey,
    ExchangedKind,
    Person,
    canonical,
    entry_key,
    format_timestamp,
)
from delegate_desk.core.exchange.package import PackageContents, PackageDocument
from delegate_desk.core.library.record_tables import entry_values
from delegate_desk.core.positions.position import PositionEntry
from delegate_desk.storage.db.library_stores import LibraryStores
from delegate_desk.storage.db.stores.exchange import Stamp

_NOWHERE = DocumentIdentity("", "", "")
Content = dict[str, Any]


@dataclass
class PackedContents:
    """Contents of a package.

    Attributes:
        things: Existing and withdrawn items, each with its content if it exists.
        files: The documents whose files are included.
        sent: Of ours: kind, key and time as in the stamps.
    """

    own_person: Person
    enclosed: list[PackageDocument] = field(default_factory=list)
    things: list[tuple[ExchangedItem, Content]] = field(default_factory=list)
    files: list[LibraryDocument] = field(default_factory=list)
    sent: list[tuple[str, str, str]] = field(default_factory=list)
    withheld: int = 0
    internal: int = 0
    forwarded: int = 0
    mark: int = 0
    markings: set[str] = field(default_factory=set)


class PackageCollector:
    """Goes through a library once: slow, in one state of it, writes nothing."""

    def __init__(self, stores: LibraryStores, choice: PackageContents) -> None:
        self._stores = stores
        self._choice = choice
        self._stamps = stores.stamps.all()
        self._others = {
            kept.note: kept.thing.key.name for kept in stores.received.everything() if kept.note and not kept.removed
        }
        self._gathered = PackedContents(stores.people.own_person(), mark=stores.stamps.mark())

    def collect(self) -> PackedContents:
        stores, choice, gathered = self._stores, self._choice, self._gathered
        held = [one for one in stores.documents.all() if choice.documents is None or one.id in choice.documents]
        for one in held:
            self._document(one)
            self._notes(one)
            self._collect_positions(one)
        self._collect_withdrawals({one.id: one for one in stores.documents.all()})
        if choice.includes_others:
            self._forward(held)
        return gathered

    def _document(self, held: LibraryDocument) -> None:
        choice, gathered, header = self._choice, self._gathered, held.header
        comes = choice.originals and held.sha256 not in choice.known
        suffix = _suffix(held.file_name)
        corrections = {
            str(one.field): one.value
            for one in self._stores.corrections.for_document(held.id)
            if one.field in CorrectableField
        }
        gathered.enclosed.append(
            PackageDocument(
                _original(held),
                held.file_name,
                header.subject,
                header.date.isoformat() if header.date else "",
                header.marking or "",
                corrections,
                f"originals/{held.sha256}{suffix}" if comes else "",
            )
        )
        if header.marking:
            gathered.markings.add(header.marking)
        if comes:
            gathered.files.append(held)

    def _notes(self, held: LibraryDocument) -> None:
        ours = [one for one in self._stores.annotations.for_document(held.id) if not one.author]
        stood = {
            one.annotation.id: one.address for one in self._stores.unplaced.for_document(held.id) if one.annotation
        }
        for one in ours:
            stamp = self._stamps.get((ExchangedKind.NOTE, one.id))
            if not self._is_due(stamp):
                continue
            when = _later(stamp, one.modified)
            leaves = self._choice.internal or one.visibility is Visibility.CIRCULATION
            self._gathered.withheld += not leaves
            if leaves:
                self._gathered.internal += one.visibility is Visibility.INTERNAL
                address = stood.get(one.id, one.place.address)
                content = self._content(one, held, address, internal=self._choice.internal)
                whole = one.visibility is Visibility.INTERNAL or (
                    self._choice.internal and content != self._content(one, held, address, internal=False)
                )
                self._add(ExchangedKind.NOTE, one.id, one.id, when, held, content, whole=whole)
            elif stamp and stamp.sent:  # it circulates no more
                self._add_withdrawal(ExchangedKind.NOTE, one.id, when, held)

    def _content(self, one: Annotation, held: LibraryDocument, stood: Address, *, internal: bool) -> Content:
        content = annotation_json(one, _original(held), stood)
        above = self._stores.annotations.get(one.reply_to) if one.reply_to else None
        if one.reply_to and one.reply_to in self._others:
            content["target"] = f"urn:uuid:{self._others[one.reply_to]}"
        if internal:
            return content
        if one.reply_to and (above is None or above.visibility is Visibility.INTERNAL):
            detach_reply(one, content)
        content.pop("desk:origin", None)
        return content

    def _collect_positions(self, held: LibraryDocument) -> None:
        position = self._stores.positions.get(held.id)
        general = PositionEntry(Address(""), comment=position.general, internal=position.internal)
        for item in (general, *position.items):
            if item.is_empty():
                continue
            key = f"{held.id} {item.address}"
            stamp = self._stamps.get((ExchangedKind.LINE, key))
            if not self._is_due(stamp):
                continue
            when = _later(stamp, held.added)
            content = entry_values(item, circulated=not self._choice.internal)
            is_more = content != entry_values(item, circulated=True)
            name = entry_key(held.sha256, item.address)
            if len(content) > 1:
                self._gathered.internal += is_more
                self._add(ExchangedKind.LINE, key, name, when, held, content, whole=is_more)
            else:
                self._gathered.withheld += 1
                if stamp and stamp.sent:
                    self._add_withdrawal(ExchangedKind.LINE, name, when, held)

    def _collect_withdrawals(self, held: dict[DocumentId, LibraryDocument]) -> None:
        for stamp in self._stamps.values():
            if not (stamp.is_deleted and stamp.sent and self._is_due(stamp)):
                continue
            when = _later(stamp, None)
            if stamp.kind == ExchangedKind.NOTE:
                self._add_withdrawal(ExchangedKind.NOTE, stamp.key, when, None)
                continue
            number, _, address = stamp.key.partition(" ")
            document = held.get(DocumentId(int(number)))
            chosen = self._choice.documents is None or (document and document.id in self._choice.documents)
            if document and chosen:
                name = entry_key(document.sha256, address)
                self._add_withdrawal(ExchangedKind.LINE, name, when, document)

    def _forward(self, held: list[LibraryDocument]) -> None:
        """Pass on what others sent, unchanged; of what they sent with what is internal nothing, unless it is chosen."""
        hashes = {one.sha256 for one in held}
        references = {(str(one.header.reference), one.header.language) for one in held if one.header.reference}
        for kept in self._stores.received.everything():
            thing = kept.thing
            original = thing.original
            here = original.sha256 in hashes or (original.reference, original.language) in references
            if (
                kept.removed
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
        held: LibraryDocument,
        content: Content,
        *,
        whole: bool,
    ) -> None:
        ours = self._gathered.own_person.id
        thing = ExchangedItem(
            ExchangedKey(ours, kind, name), when, canonical(content), _original(held), ours, has_internal=whole
        )
        self._gathered.things.append((thing, content))
        self._gathered.sent.append((kind, key, when))

    def _add_withdrawal(self, kind: ExchangedKind, name: str, when: str, held: LibraryDocument | None) -> None:
        ours = self._gathered.own_person.id
        thing = ExchangedItem(
            ExchangedKey(ours, kind, name), when, "", _original(held) if held else _NOWHERE, ours, is_withdrawn=True
        )
        self._gathered.things.append((thing, {}))

    def _is_due(self, stamp: Stamp | None) -> bool:
        since = self._choice.since
        return since is None or (stamp is not None and stamp.number > since)


def _later(stamp: Stamp | None, when: datetime | None) -> str:
    """When a thing changed: by its stamp, or by what is known from before there were stamps."""
    stamped = format_timestamp(datetime.fromisoformat(stamp.timestamp)) if stamp and stamp.timestamp else ""
    return max(stamped, format_timestamp(when) if when and not stamped else "")


def _original(held: LibraryDocument) -> DocumentIdentity:
    reference = held.header.reference
    return DocumentIdentity(str(reference) if reference else "", held.header.language, held.sha256)


def _suffix(file_name: str) -> str:
    """The ending of a file's name, as far as a package may bear it."""
    _, dot, ending = file_name.rpartition(".")
    ending = ending.lower()
    return f".{ending}" if dot and ending.isascii() and ending.isalnum() and len(ending) < 10 else ""


def present_things(
    things: list[tuple[ExchangedItem, Content]], kind: ExchangedKind
) -> Iterator[tuple[ExchangedItem, Content]]:
    return ((thing, content) for thing, content in things if thing.key.kind is kind and not thing.is_withdrawn)
