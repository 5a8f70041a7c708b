"""Packages: pack for a colleague, preview a received package, import it, and undo the import."""

import json
import logging
import uuid
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from delegate_desk import __version__
from delegate_desk.cipher import Pieces, room_name
from delegate_desk.core.annotations.annotation import AnnotationId
from delegate_desk.core.changes import Changes
from delegate_desk.core.documents.document import Address, DocumentId, Held, Place
from delegate_desk.core.errors import AlreadyInLibraryError, DeskError
from delegate_desk.core.exchange import package_writer as shapes
from delegate_desk.core.exchange.annotation_exchange import Original
from delegate_desk.core.exchange.merge_rules import Key, Thing, ThingKind, moment, news
from delegate_desk.core.exchange.package import (
    Came,
    Enclosed,
    PackageContents,
    PackageData,
    PackageImport,
    PackagePreview,
    Packed,
)
from delegate_desk.core.exchange.package_writer import address_of, item, text_of
from delegate_desk.core.exchange.people import Person, PersonId
from delegate_desk.core.library.edit_history import EditSubject, HistoryEdit
from delegate_desk.core.positions.position import PositionEntry
from delegate_desk.core.progress import Steps, finish
from delegate_desk.services.documents.documents import Documents
from delegate_desk.services.exchange import package_file
from delegate_desk.services.exchange.document_matching import DocumentMatcher
from delegate_desk.services.exchange.package_contents import Gathering, GatheringStores, PackedContents, notes_in
from delegate_desk.services.exchange.received_annotations import Showing, ShowingStores
from delegate_desk.services.library.edit_history import History
from delegate_desk.storage.db.database import Database
from delegate_desk.storage.db.stores.received_items import ReceivedItem
from delegate_desk.storage.files.originals import Originals

_SHOWN = 200


def previewed(stores: GatheringStores, package: PackageData) -> PackagePreview:
    """Tell what a package would bring: reads only."""
    return _Looking(stores, package).look()


class _Looking:
    def __init__(self, stores: GatheringStores, package: PackageData) -> None:
        self._stores = stores
        self._package = package
        self._matching = DocumentMatcher(stores.documents)
        self._ours = stores.people.ours().id
        self._known = stores.received.get({thing.key for thing in package.things})
        state = {key: kept.thing for key, kept in self._known.items()}
        self._news = news(state, package.things, self._ours)
        self._held: dict[Original, DocumentId | None] = {}
        self._labels: dict[DocumentId, dict[Address, str]] = {}
        self._addresses: dict[DocumentId, frozenset[str]] = {}

    def look(self) -> PackagePreview:
        package = self._package
        sorted_out: dict[str, list[int]] = defaultdict(list)
        for n, one in enumerate(package.documents):
            known = self._document(one.original) is not None
            sorted_out["held" if known else "arriving" if one.member else "missing"].append(n)
        arriving = {package.documents[n].original.sha256 for n in sorted_out["arriving"]}
        came = tuple(self._came(thing, arriving) for thing in package.things)
        return PackagePreview(
            package,
            came,
            tuple(package.documents[n] for n in sorted_out["arriving"]),
            tuple(package.documents[n] for n in sorted_out["held"]),
            tuple(package.documents[n] for n in sorted_out["missing"]),
            self._stores.people.taken(package.id),
        )

    def _came(self, thing: Thing, arriving: set[str]) -> Came:
        what = self._what(thing)
        if what == "withdrawn":
            thing = self._known[thing.key].thing  # a person is told what goes
        content = json.loads(thing.content) if thing.content else {}
        waits = bool(
            what in ("new", "changed", "both")
            and self._document(thing.original) is None
            and thing.original.sha256 not in arriving
        )
        text = " ".join(text_of(thing.key.kind, content).split())
        address = address_of(thing.key.kind, content)
        return Came(what, thing, text[:_SHOWN], address, waits, self._label(thing.original, address))

    def _label(self, original: Original, address: str) -> str:
        document = self._document(original)
        if document is None or not address:
            return ""
        if document not in self._labels:
            held = self._stores.documents.get(document)
            units = self._stores.documents.content(held).units() if held else ()
            self._labels[document] = {unit.address: unit.label for unit in units}
        return self._labels[document].get(Address(address), "")

    def _what(self, thing: Thing) -> str:
        key = thing.key
        if key.author == self._ours:
            return "ours"
        known = self._known.get(key)
        if known and known.removed:
            return "removed"
        if self._news.get(key) is not thing:
            return "known"
        if thing.gone:
            return "withdrawn" if known and not known.thing.gone else "known"
        if self._is_both(thing):
            return "both"
        return "changed" if known and not known.thing.gone else "new"

    def _is_both(self, thing: Thing) -> bool:
        """True if there is something of ours in the same place: it stays beside it."""
        if thing.key.kind is ThingKind.NOTE:
            ours = self._stores.annotations.kept(AnnotationId(thing.key.name))
            return ours is not None and not ours.author
        line, document = item(thing.content), self._document(thing.original)
        if line is None or document is None:
            return False
        if document not in self._addresses:
            position = self._stores.positions.get(document)
            whole = {""} if position.general or position.internal else set()
            self._addresses[document] = frozenset({*whole, *(one.address for one in position.items)})
        return line.address in self._addresses[document]

    def _document(self, original: Original) -> DocumentId | None:
        if original not in self._held:
            held = self._matching.held(original) if original.sha256 else None
            self._held[original] = held.id if held else None
        return self._held[original]


_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Was:
    """Stored state of some items, one after the other; None for items that did not exist."""

    kept: tuple[tuple[Key, ReceivedItem | None], ...]


class Packages:
    """Packages out of one library and into it.

    To merge a package is safe to repeat, and packages may come in any order: what is kept of what others sent is the
    same (``core.merging``). Nothing that is ours is ever changed by it.
    """

    def __init__(
        self,
        stores: GatheringStores,
        documents: Documents,
        originals: Originals,
        database: Database,
        history: History,
    ) -> None:
        self._stores = stores
        self._documents = documents
        self._originals = originals
        self._database = database
        self._history = history
        self.received = stores.received
        self._showing = Showing(ShowingStores(stores.documents, stores.annotations, stores.unplaced, stores.received))

    # Out

    def look(self, choice: PackageContents) -> Packed:
        """Preview the contents of a package to be packed: slow, changes nothing."""
        return _packed(Gathering(self._stores, choice).gather())

    def write(self, target: Path, choice: PackageContents) -> Steps[Packed]:
        """Write a package: slow, telling of each file that was put in; what leaves is then known to have left.

        Raises:
            ExportFailedError: If the file cannot be written; what was there is untouched.
        """
        gathered = Gathering(self._stores, choice).gather()
        package = self._package(gathered, choice)
        of = len(gathered.files) + 1
        with package_file.drafted(target) as draft:
            for done, held in enumerate(gathered.files):
                yield done, of
                self._put_file(draft, held, gathered)
            yield of - 1, of
            things = gathered.things
            draft.put(shapes.DOCUMENTS, _json(shapes.documents(_sized(gathered.enclosed, draft.members))))
            draft.put(shapes.ANNOTATIONS, _json(shapes.annotations(notes_in(things, ThingKind.NOTE))))
            draft.put(shapes.POSITIONS, _json(shapes.lines(notes_in(things, ThingKind.LINE))))
            draft.put(shapes.WITHDRAWN, _json(shapes.withdrawn(thing for thing, _ in things if thing.gone)))
            draft.put_last(shapes.MANIFEST, _json(shapes.manifest(package, draft.members)))
        self._stores.stamps.set_sent(gathered.sent)
        _log.info("Packed %d things and %d files", len(gathered.things), len(gathered.files))
        return _packed(gathered, package.id)

    def mark(self) -> int:
        """The number of the last change of what is ours: what changes later is larger."""
        return self._stores.stamps.mark()

    # In

    def read(self, path: Path) -> PackageData:
        """Read a package: slow, touches nothing, safe on any thread.

        Raises:
            UnreadablePackageError: If it is refused whole.
        """
        return package_file.read(path)

    def preview(self, package: PackageData) -> PackagePreview:
        """Preview the import of a package: slow, changes nothing."""
        with self._database.read():
            return previewed(self._stores, package)

    def take_in(self, package: PackageData, path: Path, *, undoable: bool = True) -> Steps[PackageImport]:
        """Take a package in: first its files, each as any file that comes, then in one transaction all else.

        It is one thing to undo; documents that came in stay until they are removed.

        Args:
            package: What was read.
            path: The file that it was read from.
            undoable: False for what comes by itself, which is no step of a person's.
        """
        preview = self.preview(package)
        came: list[DocumentId] = []
        refused: list[Exception] = []
        changes = Changes()
        of = len(preview.arriving) + 1
        for done, one in enumerate(preview.arriving):
            yield done, of
            try:
                brought = self._bring(path, one)
            except AlreadyInLibraryError:
                continue
            except DeskError as error:
                refused.append(error)
                continue
            came += brought.documents
            changes |= brought
        yield of - 1, of
        changes |= self._keep(package, undoable=undoable) | self.settle()
        _log.info("Took in a package of %d things", len(package.things))
        return PackageImport(preview, changes, tuple(came), tuple(refused))

    def merge(self, path: Path, *, undoable: bool = True) -> PackageImport:
        """Read a package and take it in: safe to repeat, and in any order.

        Raises:
            UnreadablePackageError: If it is refused whole; the library is untouched.
        """
        return finish(self.take_in(self.read(path), path, undoable=undoable))

    def settle(self) -> Changes:
        """Show the notes that waited for documents which are held by now."""
        with self._database.write():
            keys = [kept.thing.key for kept in self._stores.received.without_note()]
            return Changes(annotations=self._showing.show(keys)) if keys else Changes()

    def join(self, theirs: Iterable[ReceivedItem]) -> int:
        """Take what another copy of this library keeps of others, as part of a write: how many things came or changed.

        What was removed in either copy stays removed.
        """
        stores, received = self._stores, self._stores.received
        came = {kept.thing.key: kept for kept in theirs}
        known = received.get(came)
        state = {key: kept.thing for key, kept in known.items()}
        fresh = news(state, (kept.thing for kept in came.values()), stores.people.ours().id)
        changed: dict[Key, ReceivedItem] = {}
        for key, kept in came.items():
            mine = known.get(key)
            if mine is None:
                if key in fresh:
                    changed[key] = replace(kept, note=AnnotationId(""))
            elif key in fresh or (kept.removed and not mine.removed):
                newer = kept if key in fresh else mine
                changed[key] = replace(newer, note=mine.note, removed=mine.removed or kept.removed)
        received.save(changed.values())
        for kept in changed.values():
            if kept.removed and kept.note:
                stores.annotations.set_trashed([kept.note], datetime.now(UTC))
        self._show(changed)
        return len(changed)

    def waiting(self) -> int:
        """Number of notes that wait for their documents."""
        return len(self._stores.received.without_note())

    # What came

    def lines_on(self, document: DocumentId) -> list[tuple[Person, PositionEntry, Key]]:
        """The lines of others on a document, by address and person."""
        held = self._documents.get(document)
        people = {one.id: one for one in self._stores.people.all()}
        found = []
        for kept in self._stores.received.lines_on(held):
            item = shapes.item(kept.thing.content)
            if item is not None:
                author = kept.thing.key.author
                found.append((people.get(author, Person(author)), item, kept.thing.key))
        return sorted(found, key=lambda one: (one[1].address, one[0].called, one[0].id))

    def remove_lines(self, document: DocumentId, keys: Iterable[Key]) -> Changes:
        """Remove lines of others: they stay removed, whatever brings them again; undo brings them back."""
        return self._remove(self._stores.received.get(keys).values(), "lines") | Changes(
            contributions=frozenset({document})
        )

    def remove_all_of(self, person: PersonId) -> Changes:
        """Remove all items sent by a person, as a single undo step: they stay removed; later items are imported."""
        return self._remove(self._stores.received.of_author(person), f"of {person}")

    def remove_brought(self, package: str) -> Changes:
        """Remove the items of a package that nothing later replaced, as a single undo step: they stay removed."""
        return self._remove(self._stores.received.of_package(package), f"brought by {package}")

    def _remove(self, several: Iterable[ReceivedItem], key: str) -> Changes:
        before = {kept.thing.key: kept for kept in several if not (kept.thing.gone or kept.removed)}
        if not before:
            return Changes()
        after = _Was(tuple((name, replace(kept, removed=True)) for name, kept in before.items()))
        edit = HistoryEdit(EditSubject.PACKAGE, DocumentId(0), key, _Was(tuple(before.items())), after)
        changes = self._put(edit, after)
        self._history.record(edit, self._put)
        return changes

    def brought(self, package: str) -> list[Key]:
        """Return the items of a package that are here and that nothing later replaced."""
        return [kept.thing.key for kept in self._stores.received.of_package(package)]

    def _keep(self, package: PackageData, *, undoable: bool) -> Changes:
        stores, received = self._stores, self._stores.received
        with self._database.write():
            known = received.get({thing.key for thing in package.things})
            state = {key: kept.thing for key, kept in known.items()}
            fresh = news(state, package.things, stores.people.ours().id)
            after = {
                key: ReceivedItem(thing, package.id, known[key].note, known[key].removed)
                if key in known
                else ReceivedItem(thing, package.id)
                for key, thing in fresh.items()
            }
            received.save(after.values())
            now = moment(datetime.now(UTC))
            stores.people.meet(package.people, package.person.id, moment(package.moment))
            stores.people.take(package.id, package.person.id, moment(package.moment), now)
            changes = self._show(after)
            result = _Was(tuple(received.get(after).items()))
        if not (after and undoable):
            return changes
        return self._record(_Was(tuple((key, known.get(key)) for key in after)), result, package.id, changes)

    def _record(self, before: _Was, after: _Was, key: str, changes: Changes) -> Changes:
        edit = HistoryEdit(EditSubject.PACKAGE, DocumentId(0), key, before, after)
        self._history.record(edit, self._put)
        return changes

    def _put(self, _: HistoryEdit, value: object) -> Changes:
        if not isinstance(value, _Was):
            return Changes()
        received = self._stores.received
        keys = [key for key, _ in value.kept]
        with self._database.write():
            now = received.get(keys)
            wanted = {
                key: ReceivedItem(kept.thing, kept.package, now[key].note if key in now else kept.note, kept.removed)
                for key, kept in value.kept
                if kept is not None
            }
            places = [place for key in keys if key not in wanted and key in now for place in self._drop(now[key])]
            received.save(wanted.values())
            for kept in wanted.values():
                if kept.note and (note := self._stores.annotations.kept(kept.note)):
                    self._stores.annotations.set_trashed([note.id], datetime.now(UTC) if kept.removed else None)
                    places.append(note.place)
            changes = self._show(wanted) | self._on_lines(keys)
        return changes | Changes(annotations=frozenset(places))

    def _drop(self, kept: ReceivedItem) -> Iterator[Place]:
        """Let a thing never have come, with the note that was made of it."""
        annotation = self._stores.annotations.kept(kept.note) if kept.note else None
        if annotation and annotation.author == kept.thing.key.author:
            self._stores.annotations.remove(annotation.id)
            yield annotation.place
        self._stores.received.forget([kept.thing.key])

    def _show(self, keys: Iterable[Key]) -> Changes:
        several = list(keys)
        return Changes(annotations=self._showing.show(several)) | self._on_lines(several)

    def _on_lines(self, keys: Iterable[Key]) -> Changes:
        """Return the documents on which position entries of others changed."""
        hashes = {key.name.partition(" ")[0] for key in keys if key.kind is ThingKind.LINE}
        matching = DocumentMatcher(self._stores.documents)
        originals = {
            kept.thing.original for kept in self._stores.received.of_hashes(hashes) if kept.thing.original.sha256
        }
        held = [matching.held(one) for one in originals]
        return Changes(contributions=frozenset(one.id for one in held if one))

    def _bring(self, path: Path, one: Enclosed) -> Changes:
        """Bring a file of a package in as any file that comes."""
        room = self._originals.room()
        try:
            file = room.folder / Path(one.member).name
            with file.open("xb") as into:
                chunks = package_file.original(path, one.member, one.original.sha256)
                room.cipher.copy_in(Pieces(chunks), into, room_name(file))
            reading = self._documents.read(file, one.file_name or file.name)
        finally:
            self._originals.leave(room)
        return self._documents.add(reading)

    def _put_file(self, draft: package_file.PackageDraft, held: Held, gathered: PackedContents) -> None:
        """Put the file of a document in; one that is missing or damaged stays, and the document goes without it."""
        at = next(n for n, one in enumerate(gathered.enclosed) if one.original.sha256 == held.sha256)
        path = self._documents.original(held.id)
        if not path.is_file() or not self._originals.is_whole(held.sha256, path):
            gathered.enclosed[at] = replace(gathered.enclosed[at], member="")
            return
        draft.put_chunks(gathered.enclosed[at].member, self._originals.chunks(held.sha256, path))

    def _package(self, gathered: PackedContents, choice: PackageContents) -> PackageData:
        authors: set[PersonId] = {thing.key.author for thing, _ in gathered.things} | {gathered.ours.id}
        people = tuple(one for one in self._stores.people.all() if one.id in authors)
        now = datetime.now(UTC)
        return PackageData("", str(uuid.uuid4()), gathered.ours, now, choice.internal, __version__, people)


def _sized(enclosed: Iterable[Enclosed], members: dict[str, shapes.Shape]) -> Iterator[Enclosed]:
    for one in enclosed:
        yield replace(one, size=int(members[one.member]["size"])) if one.member else one


def _packed(gathered: PackedContents, package: str = "") -> Packed:
    there = [thing for thing, _ in gathered.things if not thing.gone]
    return Packed(
        len(gathered.enclosed),
        sum(bool(one.member) for one in gathered.enclosed),
        sum(thing.key.kind is ThingKind.NOTE for thing in there),
        sum(thing.key.kind is ThingKind.LINE for thing in there),
        gathered.of_others,
        gathered.internal,
        gathered.held_back,
        len(gathered.things) - len(there),
        gathered.mark,
        package,
        "; ".join(sorted(gathered.markings)),
    )


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=1).encode()
