"""Contents of a package: our items, and others' items."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from delegate_desk.core.annotations.annotation import Annotation, Visibility
from delegate_desk.core.documents.corrections import CorrectableField
from delegate_desk.core.documents.document import Address, DocumentId, Held
from delegate_desk.core.exchange.annotation_exchange import Original
from delegate_desk.core.exchange.merge_rules import Key, Thing, ThingKind, canonical, moment
from delegate_desk.core.exchange.package import Enclosed, PackageContents
from delegate_desk.core.exchange.package_positions import line_values
from delegate_desk.core.exchange.package_writer import line_key
from delegate_desk.core.exchange.people import Person
from delegate_desk.core.exchange.webannotation_writer import as_web, stand_alone
from delegate_desk.core.positions.position import PositionEntry
from delegate_desk.storage.db.stores.annotations import AnnotationStore
from delegate_desk.storage.db.stores.change_stamps import Stamp, StampStore
from delegate_desk.storage.db.stores.corrections import CorrectionStore
from delegate_desk.storage.db.stores.documents import DocumentStore
from delegate_desk.storage.db.stores.people import PeopleStore
from delegate_desk.storage.db.stores.positions import PositionStore
from delegate_desk.storage.db.stores.received_items import ReceivedStore
from delegate_desk.storage.db.stores.unanchored import UnplacedStore

_NOWHERE = Original("", "", "")
Content = dict[str, Any]


@dataclass(frozen=True, slots=True)
class GatheringStores:
    """Stores from which a package is collected."""

    documents: DocumentStore
    annotations: AnnotationStore
    positions: PositionStore
    unplaced: UnplacedStore
    corrections: CorrectionStore
    people: PeopleStore
    received: ReceivedStore
    stamps: StampStore


@dataclass
class PackedContents:
    """Contents of a package.

    Attributes:
        things: Existing and withdrawn items, each with its content if it exists.
        files: The documents whose files are included.
        sent: Of ours: kind, key and time as in the stamps.
    """

    ours: Person
    enclosed: list[Enclosed] = field(default_factory=list)
    things: list[tuple[Thing, Content]] = field(default_factory=list)
    files: list[Held] = field(default_factory=list)
    sent: list[tuple[str, str, str]] = field(default_factory=list)
    held_back: int = 0
    internal: int = 0
    of_others: int = 0
    mark: int = 0
    markings: set[str] = field(default_factory=set)


class Gathering:
    """Goes through a library once: slow, in one state of it, writes nothing."""

    def __init__(self, stores: GatheringStores, choice: PackageContents) -> None:
        self._stores = stores
        self._choice = choice
        self._stamps = stores.stamps.all()
        self._others = {
            kept.note: kept.thing.key.name for kept in stores.received.everything() if kept.note and not kept.removed
        }
        self._gathered = PackedContents(stores.people.ours(), mark=stores.stamps.mark())

    def gather(self) -> PackedContents:
        """All that the choice has leave."""
        stores, choice, gathered = self._stores, self._choice, self._gathered
        held = [one for one in stores.documents.all() if choice.documents is None or one.id in choice.documents]
        for one in held:
            self._document(one)
            self._notes(one)
            self._lines(one)
        self._taken_back({one.id: one for one in stores.documents.all()})
        if choice.others:
            self._forward(held)
        return gathered

    def _document(self, held: Held) -> None:
        choice, gathered, header = self._choice, self._gathered, held.header
        comes = choice.originals and held.sha256 not in choice.known
        suffix = _suffix(held.file_name)
        corrections = {
            str(one.field): one.value for one in self._stores.corrections.of(held.id) if one.field in CorrectableField
        }
        gathered.enclosed.append(
            Enclosed(
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

    def _notes(self, held: Held) -> None:
        ours = [one for one in self._stores.annotations.of(held.id) if not one.author]
        stood = {one.annotation.id: one.address for one in self._stores.unplaced.of(held.id) if one.annotation}
        for one in ours:
            stamp = self._stamps.get((ThingKind.NOTE, one.id))
            if not self._is_due(stamp):
                continue
            when = _later(stamp, one.modified)
            leaves = self._choice.internal or one.visibility is Visibility.CIRCULATION
            self._gathered.held_back += not leaves
            if leaves:
                self._gathered.internal += one.visibility is Visibility.INTERNAL
                address = stood.get(one.id, one.place.address)
                content = self._content(one, held, address, internal=self._choice.internal)
                whole = one.visibility is Visibility.INTERNAL or (
                    self._choice.internal and content != self._content(one, held, address, internal=False)
                )
                self._add(ThingKind.NOTE, one.id, one.id, when, held, content, whole=whole)
            elif stamp and stamp.sent:  # it circulates no more
                self._take_back(ThingKind.NOTE, one.id, when, held)

    def _content(self, one: Annotation, held: Held, stood: Address, *, internal: bool) -> Content:
        content = as_web(one, _original(held), stood)
        above = self._stores.annotations.get(one.reply_to) if one.reply_to else None
        if one.reply_to and one.reply_to in self._others:
            content["target"] = f"urn:uuid:{self._others[one.reply_to]}"
        if internal:
            return content
        if one.reply_to and (above is None or above.visibility is Visibility.INTERNAL):
            stand_alone(one, content)
        content.pop("desk:origin", None)
        return content

    def _lines(self, held: Held) -> None:
        position = self._stores.positions.get(held.id)
        general = PositionEntry(Address(""), comment=position.general, internal=position.internal)
        for item in (general, *position.items):
            if item.is_empty():
                continue
            key = f"{held.id} {item.address}"
            stamp = self._stamps.get((ThingKind.LINE, key))
            if not self._is_due(stamp):
                continue
            when = _later(stamp, held.added)
            content = line_values(item, whole=self._choice.internal)
            is_more = content != line_values(item, whole=False)
            name = line_key(held.sha256, item.address)
            if len(content) > 1:
                self._gathered.internal += is_more
                self._add(ThingKind.LINE, key, name, when, held, content, whole=is_more)
            else:
                self._gathered.held_back += 1
                if stamp and stamp.sent:
                    self._take_back(ThingKind.LINE, name, when, held)

    def _taken_back(self, held: dict[DocumentId, Held]) -> None:
        """Add our items that were sent once and have been removed since."""
        for stamp in self._stamps.values():
            if not (stamp.gone and stamp.sent and self._is_due(stamp)):
                continue
            when = _later(stamp, None)
            if stamp.kind == ThingKind.NOTE:
                self._take_back(ThingKind.NOTE, stamp.key, when, None)
                continue
            number, _, address = stamp.key.partition(" ")
            document = held.get(DocumentId(int(number)))
            chosen = self._choice.documents is None or (document and document.id in self._choice.documents)
            if document and chosen:
                name = line_key(document.sha256, address)
                self._take_back(ThingKind.LINE, name, when, document)

    def _forward(self, held: list[Held]) -> None:
        """Pass on what others sent, unchanged; of what they sent with what is internal nothing, unless it is chosen."""
        hashes = {one.sha256 for one in held}
        references = {(str(one.header.reference), one.header.language) for one in held if one.header.reference}
        for kept in self._stores.received.everything():
            thing = kept.thing
            original = thing.original
            here = original.sha256 in hashes or (original.reference, original.language) in references
            if kept.removed or (not thing.gone and not here) or (thing.whole and not self._choice.internal):
                continue
            self._gathered.of_others += not thing.gone
            self._gathered.internal += thing.whole
            self._gathered.things.append((thing, json.loads(thing.content) if thing.content else {}))

    def _add(
        self, kind: ThingKind, key: str, name: str, when: str, held: Held, content: Content, *, whole: bool
    ) -> None:
        ours = self._gathered.ours.id
        thing = Thing(Key(ours, kind, name), when, canonical(content), _original(held), ours, whole=whole)
        self._gathered.things.append((thing, content))
        self._gathered.sent.append((kind, key, when))

    def _take_back(self, kind: ThingKind, name: str, when: str, held: Held | None) -> None:
        ours = self._gathered.ours.id
        thing = Thing(Key(ours, kind, name), when, "", _original(held) if held else _NOWHERE, ours, gone=True)
        self._gathered.things.append((thing, {}))

    def _is_due(self, stamp: Stamp | None) -> bool:
        since = self._choice.since
        return since is None or (stamp is not None and stamp.number > since)


def _later(stamp: Stamp | None, when: datetime | None) -> str:
    """When a thing changed: by its stamp, or by what is known from before there were stamps."""
    stamped = moment(datetime.fromisoformat(stamp.moment)) if stamp and stamp.moment else ""
    return max(stamped, moment(when) if when and not stamped else "")


def _original(held: Held) -> Original:
    reference = held.header.reference
    return Original(str(reference) if reference else "", held.header.language, held.sha256)


def _suffix(file_name: str) -> str:
    """The ending of a file's name, as far as a package may bear it."""
    _, dot, ending = file_name.rpartition(".")
    ending = ending.lower()
    return f".{ending}" if dot and ending.isascii() and ending.isalnum() and len(ending) < 10 else ""


def notes_in(things: list[tuple[Thing, Content]], kind: ThingKind) -> Iterator[tuple[Thing, Content]]:
    """Yield the existing items of a kind."""
    return ((thing, content) for thing, content in things if thing.key.kind is kind and not thing.gone)
