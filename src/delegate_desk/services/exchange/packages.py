"""Packages: creating one for a colleague, previewing, importing, and undoing the import."""

import contextlib
import json
import logging
import uuid
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from delegate_desk import __version__
from delegate_desk.cipher import ChunkReader, name_in_workdir
from delegate_desk.core.annotations.annotation import AnnotationId
from delegate_desk.core.changes import Changes, EditSubject, HistoryEdit
from delegate_desk.core.documents.document import Address, DocumentId, Place
from delegate_desk.core.errors import AlreadyInLibraryError, DeskError, TermFileError
from delegate_desk.core.exchange import package_format
from delegate_desk.core.exchange.annotation_exchange import DocumentIdentity
from delegate_desk.core.exchange.package import (
    ExchangedItem,
    ExchangedKey,
    ExchangedKind,
    PackageContents,
    PackageData,
    PackageDocument,
    PackageImport,
    PackageItem,
    PackagePreview,
    PackageSummary,
    PackageTermBase,
    Person,
    PersonId,
    PersonKey,
    format_timestamp,
    newer_items,
)
from delegate_desk.core.library.errors import PackageFault, UnknownKeyError, UnreadablePackageError
from delegate_desk.core.positions.position import PositionEntry
from delegate_desk.core.progress import Steps, finish
from delegate_desk.services.documents.documents import Documents
from delegate_desk.services.exchange import package_file
from delegate_desk.services.exchange.annotation_exchange import Showing
from delegate_desk.services.exchange.package_file import OwnKeys, PackedContents, own_keys
from delegate_desk.services.library.edit_history import History
from delegate_desk.storage.db.library_stores import LibraryStores
from delegate_desk.storage.db.stores.exchange import ReceivedItem
from delegate_desk.storage.files.originals import Originals

if TYPE_CHECKING:
    from delegate_desk.services.translations.translations import TermBases

_SHOWN = 200


class _PackagePreviewer:
    def __init__(self, stores: LibraryStores, package: PackageData) -> None:
        self._stores = stores
        self._package = package
        self._ours = stores.people.own_person().id
        self._known = stores.received.get({thing.key for thing in package.items})
        state = {key: item.thing for key, item in self._known.items()}
        self._news = newer_items(state, package.items, self._ours)
        self._document = cache(self._find_document)
        self._addresses = cache(self._find_addresses)

    def preview(self) -> PackagePreview:
        package = self._package
        sorted_out: dict[str, list[PackageDocument]] = defaultdict(list)
        for document in package.documents:
            is_held = self._document(document.original) is not None
            sorted_out["held" if is_held else "arriving" if document.member else "missing"].append(document)
        known = self._stores.people.key(package.person.id)
        arriving = {document.original.sha256 for document in sorted_out["arriving"]}
        came = tuple(self._preview_item(thing, arriving) for thing in package.items)
        return PackagePreview(
            package,
            came,
            tuple(sorted_out["arriving"]),
            tuple(sorted_out["held"]),
            tuple(sorted_out["missing"]),
            self._stores.people.was_imported(package.id),
            PersonKey(package.key, known.verified if known else None) if package.key else None,
        )

    def _preview_item(self, thing: ExchangedItem, arriving: set[str]) -> PackageItem:
        what = self._what(thing)
        if what == "withdrawn":
            thing = self._known[thing.key].thing  # a person is told what goes
        content = json.loads(thing.content) if thing.content else {}
        waits = bool(
            what in ("new", "changed", "both")
            and self._document(thing.original) is None
            and thing.original.sha256 not in arriving
        )
        text = " ".join(package_format.item_text(thing.key.kind, content).split())
        address = package_format.item_address(thing.key.kind, content)
        document = self._document(thing.original)
        unit = self._stores.documents.unit(Place(document, Address(address))) if document is not None else None
        return PackageItem(what, thing, text[:_SHOWN], address, waits, unit.label if unit else "")

    def _what(self, thing: ExchangedItem) -> str:
        key = thing.key
        if key.author == self._ours:
            return "ours"
        known = self._known.get(key)
        if known and known.removed:
            return "removed"
        if self._news.get(key) is not thing:
            return "known"
        if thing.is_withdrawn:
            return "withdrawn" if known and not known.thing.is_withdrawn else "known"
        if key.kind is ExchangedKind.NOTE:
            ours = self._stores.annotations.get_with_trashed(AnnotationId(key.name))
            is_both = ours is not None and not ours.author
        else:
            line, document = package_format.entry_from_content(thing.content), self._document(thing.original)
            is_both = line is not None and document is not None and line.address in self._addresses(document)
        if is_both:
            return "both"
        return "changed" if known and not known.thing.is_withdrawn else "new"

    def _find_document(self, original: DocumentIdentity) -> DocumentId | None:
        document = self._stores.documents.matching(original) if original.sha256 else None
        return document.id if document else None

    def _find_addresses(self, document: DocumentId) -> frozenset[str]:
        position = self._stores.positions.get(document)
        whole = {""} if position.general or position.internal else set()
        return frozenset({*whole, *(entry.address for entry in position.items)})


_log = logging.getLogger(__name__)


class Packages:
    """Creates and imports packages.

    Merging can be repeated, and packages may come in any order, with the same result (``newer_items``). Nothing of ours
    is changed, except that a term base of the same name is replaced when a person opens the package.
    """

    def __init__(
        self,
        stores: LibraryStores,
        documents: Documents,
        originals: Originals,
        history: History,
        term_bases: Callable[[], "TermBases"],
    ) -> None:
        self._stores = stores
        self._documents = documents
        self._originals = originals
        self._database, self.mark = stores.database, stores.stamps.mark
        self._history = history
        self._term_bases = term_bases
        self.received = stores.received
        self._showing = Showing(stores)

    # Writing

    def preview_contents(self, choice: PackageContents) -> PackageSummary:
        return _summary(self._collect(choice))

    def write(self, target: Path, choice: PackageContents) -> Steps[PackageSummary]:
        """Write a package and record what was sent, reporting each file added. Slow.

        Raises:
            ExportFailedError: If the file cannot be written; an existing file is unchanged.
            UnknownKeyError: If it cannot be sealed for a person.
        """
        keys, people = own_keys(self._stores.people), self._stores.people.all()
        known = {person: self._stores.people.key(person) for person in choice.recipients}
        for person in people:
            if person.id in known and known[person.id] is None:
                raise UnknownKeyError(person.display_name or person.id)
        recipients = tuple(their.key for their in known.values() if their)
        if recipients:
            recipients = (*recipients, keys.key)
        gathered = self._collect(choice)
        own, now = gathered.own_person, datetime.now(UTC)
        authors = {thing.key.author for thing in gathered.things} | {own.id}
        named = tuple(person for person in people if person.id in authors)
        package = PackageData("", str(uuid.uuid4()), own, now, choice.internal, __version__, named)
        files = [n for n, (_, packed) in enumerate(gathered.documents) if packed.member]
        bases = [
            PackageTermBase(name, f"{package_format.TERMS}{n}.csv", "") for n, name in enumerate(gathered.term_bases)
        ]
        total = len(files) + len(bases) + 1
        with package_file.write_package(target, keys, recipients) as draft:
            for done, n in enumerate(files):
                yield done, total
                document, packed = gathered.documents[n]
                original = self._documents.original(document.id)
                if self._originals.is_intact(document.sha256, original):
                    size = draft.add_file(packed.member, self._originals.chunks(document.sha256, original))
                    gathered.documents[n] = document, replace(packed, size=size)
                else:
                    gathered.documents[n] = document, replace(packed, member="")
            for done, base in enumerate(bases, len(files)):
                yield done, total
                draft.add_file(base.member, self._term_bases().table(base.name))
            yield total - 1, total
            parts = package_format.parts_json((packed for _, packed in gathered.documents), gathered.things, bases)
            for name, part in parts.items():
                draft.add_part(name, _json(part))
            draft.add_manifest(package_format.MANIFEST, _json(package_format.manifest_json(package, draft.members)))
        self._stores.stamps.set_sent(gathered.sent)
        _log.info("Packed %d things and %d files", len(gathered.things), len(files))
        return _summary(gathered, package.id)

    def _collect(self, choice: PackageContents) -> PackedContents:
        gathered = PackedContents(self._stores, choice)
        if choice.term_bases:
            gathered.term_bases = [base.name for base in self._term_bases().all()]
        return gathered

    # Reading

    def read(self, path: Path) -> PackageData:
        """Read a package. Slow; changes nothing; safe on any thread.

        Raises:
            UnreadablePackageError: If it is refused as a whole.
        """
        package = package_file.read(path, self._own_keys)
        self._check_key(package, path.name)
        return package

    def preview(self, package: PackageData) -> PackagePreview:
        with self._database.read():
            return _PackagePreviewer(self._stores, package).preview()

    def import_package(self, package: PackageData, path: Path, *, undoable: bool = True) -> Steps[PackageImport]:
        """Import a package: first its files, like any imported file, then everything else in one transaction.

        The import is one undo step; imported documents stay until they are removed. An automatic import is no step
        of the person: it is not undoable, and brings no term bases.
        """
        preview = self.preview(package)
        came: list[DocumentId] = []
        refused: list[Exception] = []
        changes = Changes()
        bases = package.term_bases if undoable else ()
        taken: list[str] = []
        total = len(preview.new_documents) + len(bases) + 1
        for done, document in enumerate(preview.new_documents):
            yield done, total
            try:
                with self._unpack(path, document.member, document.original.sha256) as file:
                    reading = self._documents.read(file, document.file_name or file.name)
                brought = self._documents.add(reading)
            except AlreadyInLibraryError:
                continue
            except DeskError as error:
                refused.append(error)
                continue
            came += brought.documents
            changes |= brought
        for done, base in enumerate(bases, len(preview.new_documents)):
            yield done, total
            try:
                with self._unpack(path, base.member, base.sha256) as file:
                    self._term_bases().import_file(file, base.name)
            except TermFileError as error:
                refused.append(TermFileError(base.name, error.fault, error.detail))
                continue
            except DeskError as error:
                refused.append(error)
                continue
            taken.append(base.name)
            changes |= Changes(settings=True)
        yield total - 1, total
        changes |= self._save_import(package, undoable=undoable) | self.place_pending_notes()
        _log.info("Took in a package of %d things", len(package.items))
        return PackageImport(preview, changes, tuple(came), tuple(refused), tuple(taken))

    def merge(self, path: Path, *, undoable: bool = True) -> PackageImport:
        """Read and import a package. Can be repeated, and in any order.

        Raises:
            UnreadablePackageError: If it is refused as a whole; the library is unchanged.
        """
        return finish(self.import_package(self.read(path), path, undoable=undoable))

    def place_pending_notes(self) -> Changes:
        with self._database.write():
            keys = [item.thing.key for item in self._stores.received.without_note()]
            return Changes(annotations=self._showing.show(keys)) if keys else Changes()

    def merge_received(self, theirs: Iterable[ReceivedItem]) -> int:
        """Merge what another copy of this library received from others, as part of a write.

        Return how many items changed.

        What was removed in either copy stays removed.
        """
        came = {item.thing.key: item for item in theirs}
        changed = self._save_newer(came, self._stores.received.get(came))
        for item in changed.values():
            if item.removed and item.note:
                self._stores.annotations.set_trashed([item.note], datetime.now(UTC))
        self._show(changed)
        return len(changed)

    def _save_newer(
        self, came: Mapping[ExchangedKey, ReceivedItem], known: Mapping[ExchangedKey, ReceivedItem]
    ) -> dict[ExchangedKey, ReceivedItem]:
        state = {key: item.thing for key, item in known.items()}
        ours = self._stores.people.own_person().id
        fresh = newer_items(state, (item.thing for item in came.values()), ours)
        changed: dict[ExchangedKey, ReceivedItem] = {}
        for key, item in came.items():
            mine = known.get(key)
            if mine is None and key in fresh:
                changed[key] = replace(item, note=AnnotationId(""))
            elif mine and (key in fresh or (item.removed and not mine.removed)):
                newer = item if key in fresh else mine
                changed[key] = replace(newer, note=mine.note, removed=mine.removed or item.removed)
        self._stores.received.save(changed.values())
        return changed

    def count_pending_notes(self) -> int:
        return len(self._stores.received.without_note())

    # Received items

    def positions_for_document(self, document: DocumentId) -> list[tuple[Person, PositionEntry, ExchangedKey]]:
        held = self._documents.get(document)
        people = {person.id: person for person in self._stores.people.all()}
        found = []
        for received_item in self._stores.received.positions_for_document(held):
            item = package_format.entry_from_content(received_item.thing.content)
            if item is not None:
                author = received_item.thing.key.author
                found.append((people.get(author, Person(author)), item, received_item.thing.key))
        return sorted(found, key=lambda value: (value[1].address, value[0].display_name, value[0].id))

    def remove_positions(self, document: DocumentId, keys: Iterable[ExchangedKey]) -> Changes:
        """Remove lines of others. They stay removed if they are sent again; undo restores them."""
        return self._remove(self._stores.received.get(keys).values(), "lines") | Changes(
            contributions=frozenset({document})
        )

    def remove_all_from_person(self, person: PersonId) -> Changes:
        """Remove all items sent by a person, as a single undo step. They stay removed; later items are imported."""
        return self._remove(self._stores.received.for_author(person), f"of {person}")

    def remove_from_package(self, package: str) -> Changes:
        return self._remove(self._stores.received.for_package(package), f"brought by {package}")

    def _remove(self, several: Iterable[ReceivedItem], key: str) -> Changes:
        before = {item.thing.key: item for item in several if not (item.thing.is_withdrawn or item.removed)}
        if not before:
            return Changes()
        after = {name: replace(item, removed=True) for name, item in before.items()}
        edit = HistoryEdit(EditSubject.PACKAGE, DocumentId(0), key, before, after)
        return self._history.do(edit, self._apply_edit)

    def items_from_package(self, package: str) -> list[ExchangedKey]:
        return [item.thing.key for item in self._stores.received.for_package(package)]

    def _save_import(self, package: PackageData, *, undoable: bool) -> Changes:
        stores, received = self._stores, self._stores.received
        with self._database.write():
            self._check_key(package, package.file_name)
            known = received.get({thing.key for thing in package.items})
            came = newer_items({}, package.items, stores.people.own_person().id)
            after = self._save_newer({key: ReceivedItem(thing, package.id) for key, thing in came.items()}, known)
            now = format_timestamp(datetime.now(UTC))
            stores.people.save_people(package.people, package.person.id, format_timestamp(package.moment))
            if package.key:
                stores.people.save_key(package.person.id, package.key)
            stores.people.record_import(package.id, package.person.id, format_timestamp(package.moment), now)
            changes = self._show(after)
            result = received.get(after)
        if after and undoable:
            before = {key: known.get(key) for key in after}
            edit = HistoryEdit(EditSubject.PACKAGE, DocumentId(0), package.id, before, result)
            self._history.record(edit, self._apply_edit)
        return changes

    def _apply_edit(self, _: HistoryEdit, value: object) -> Changes:
        """Give received items their earlier or later state; those without a state are removed."""
        assert isinstance(value, Mapping)
        received, keys = self._stores.received, list(value)
        with self._database.write():
            now, changes = received.get(keys), self._position_changes(keys)  # of those that are deleted, too
            wanted = {
                key: ReceivedItem(item.thing, item.package, now[key].note if key in now else item.note, item.removed)
                for key, item in value.items()
                if item is not None
            }
            places = []
            for key in keys:  # removed as if it had never arrived, with the note made from it
                if key not in wanted and key in now:
                    made = self._stores.annotations.get_with_trashed(now[key].note) if now[key].note else None
                    if made and made.author == key.author:
                        self._stores.annotations.remove(made.id)
                        places.append(made.place)
                    received.delete([key])
            received.save(wanted.values())
            for item in wanted.values():
                if item.note and (note := self._stores.annotations.get_with_trashed(item.note)):
                    self._stores.annotations.set_trashed([note.id], datetime.now(UTC) if item.removed else None)
                    places.append(note.place)
            changes |= self._show(wanted)
        return changes | Changes(annotations=frozenset(places))

    def _show(self, keys: Iterable[ExchangedKey]) -> Changes:
        several = list(keys)
        return Changes(annotations=self._showing.show(several)) | self._position_changes(several)

    def _position_changes(self, keys: Iterable[ExchangedKey]) -> Changes:
        hashes = {key.name.partition(" ")[0] for key in keys if key.kind is ExchangedKind.LINE}
        originals = {
            item.thing.original
            for item in self._stores.received.positions_for_hashes(hashes)
            if item.thing.original.sha256
        }
        documents = map(self._stores.documents.matching, originals)
        return Changes(contributions=frozenset(document.id for document in documents if document))

    @contextlib.contextmanager
    def _unpack(self, path: Path, member: str, sha256: str) -> Iterator[Path]:
        with self._originals.workdir() as room:
            file = room.folder / Path(member).name
            with file.open("xb") as into:
                chunks = package_file.file_content(path, member, sha256, self._own_keys)
                room.cipher.copy_in(ChunkReader(chunks), into, name_in_workdir(file))
            yield file

    def _own_keys(self) -> OwnKeys:
        kept = self._stores.people.own_key()
        if kept is None:
            raise package_format.RefusedPackageError(PackageFault.SEALED_TO_OTHERS)
        return OwnKeys(*kept)

    def _check_key(self, package: PackageData, file_name: str) -> None:
        """Check that a package is signed with the key of the person's first signed package; ours may be older."""
        known, ours = self._stores.people.key(package.person.id), self._stores.people.own_person().id
        if known and known.key != package.key and (package.key or package.person.id != ours):
            raise UnreadablePackageError(file_name, PackageFault.OTHER_KEY)


def _summary(gathered: PackedContents, package: str = "") -> PackageSummary:
    there = [thing for thing in gathered.things if not thing.is_withdrawn]
    return PackageSummary(
        len(gathered.documents),
        sum(bool(packed.member) for _, packed in gathered.documents),
        sum(thing.key.kind is ExchangedKind.NOTE for thing in there),
        sum(thing.key.kind is ExchangedKind.LINE for thing in there),
        sum(thing.key.author != gathered.own_person.id for thing in there),
        gathered.internal,
        gathered.withheld,
        len(gathered.things) - len(there),
        gathered.mark,
        package,
        "; ".join(sorted(gathered.markings)),
        len(gathered.term_bases),
    )


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=1).encode()
