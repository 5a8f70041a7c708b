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
        self._own_id = stores.people.own_person().id
        self._stored = stores.received.get({item.key for item in package.items})
        state = {key: item.thing for key, item in self._stored.items()}
        self._newer_items = newer_items(state, package.items, self._own_id)
        self._document = cache(self._find_document)
        self._addresses = cache(self._find_addresses)

    def preview(self) -> PackagePreview:
        package = self._package
        sorted_out: dict[str, list[PackageDocument]] = defaultdict(list)
        for document in package.documents:
            is_held = self._document(document.original) is not None
            sorted_out["held" if is_held else "arriving" if document.member else "missing"].append(document)
        known_key = self._stores.people.key(package.person.id)
        arriving = {document.original.sha256 for document in sorted_out["arriving"]}
        items = tuple(self._preview_item(item, arriving) for item in package.items)
        return PackagePreview(
            package,
            items,
            tuple(sorted_out["arriving"]),
            tuple(sorted_out["held"]),
            tuple(sorted_out["missing"]),
            self._stores.people.was_imported(package.id),
            PersonKey(package.key, known_key.verified if known_key else None) if package.key else None,
        )

    def _preview_item(self, item: ExchangedItem, arriving: set[str]) -> PackageItem:
        status = self._status(item)
        if status == "withdrawn":
            item = self._stored[item.key].thing  # show the content that will be deleted
        content = json.loads(item.content) if item.content else {}
        waits = bool(
            status in ("new", "changed", "both")
            and self._document(item.original) is None
            and item.original.sha256 not in arriving
        )
        text = " ".join(package_format.item_text(item.key.kind, content).split())
        address = package_format.item_address(item.key.kind, content)
        document = self._document(item.original)
        unit = self._stores.documents.unit(Place(document, Address(address))) if document is not None else None
        return PackageItem(status, item, text[:_SHOWN], address, waits, unit.label if unit else "")

    def _status(self, item: ExchangedItem) -> str:
        key = item.key
        if key.author == self._own_id:
            return "ours"
        stored = self._stored.get(key)
        if stored and stored.removed:
            return "removed"
        if self._newer_items.get(key) is not item:
            return "known"
        if item.is_withdrawn:
            return "withdrawn" if stored and not stored.thing.is_withdrawn else "known"
        if key.kind is ExchangedKind.NOTE:
            own_note = self._stores.annotations.get_with_trashed(AnnotationId(key.name))
            is_both = own_note is not None and not own_note.author
        else:
            line, document = package_format.entry_from_content(item.content), self._document(item.original)
            is_both = line is not None and document is not None and line.address in self._addresses(document)
        if is_both:
            return "both"
        return "changed" if stored and not stored.thing.is_withdrawn else "new"

    def _find_document(self, original: DocumentIdentity) -> DocumentId | None:
        document = self._stores.documents.matching(original) if original.sha256 else None
        return document.id if document else None

    def _find_addresses(self, document: DocumentId) -> frozenset[str]:
        position = self._stores.positions.get(document)
        general = {""} if position.general or position.internal else set()
        return frozenset({*general, *(entry.address for entry in position.items)})


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
        keys_by_person = {person: self._stores.people.key(person) for person in choice.recipients}
        for person in people:
            if person.id in keys_by_person and keys_by_person[person.id] is None:
                raise UnknownKeyError(person.display_name or person.id)
        recipients = tuple(their.key for their in keys_by_person.values() if their)
        if recipients:
            recipients = (*recipients, keys.key)
        contents = self._collect(choice)
        own_person, now = contents.own_person, datetime.now(UTC)
        authors = {item.key.author for item in contents.items} | {own_person.id}
        named = tuple(person for person in people if person.id in authors)
        package = PackageData("", str(uuid.uuid4()), own_person, now, choice.internal, __version__, named)
        files = [n for n, (_, packed) in enumerate(contents.documents) if packed.member]
        bases = [
            PackageTermBase(name, f"{package_format.TERMS}{n}.csv", "") for n, name in enumerate(contents.term_bases)
        ]
        total = len(files) + len(bases) + 1
        with package_file.write_package(target, keys, recipients) as draft:
            for done, n in enumerate(files):
                yield done, total
                document, packed = contents.documents[n]
                original = self._documents.original(document.id)
                if self._originals.is_intact(document.sha256, original):
                    size = draft.add_file(packed.member, self._originals.chunks(document.sha256, original))
                    contents.documents[n] = document, replace(packed, size=size)
                else:
                    contents.documents[n] = document, replace(packed, member="")
            for done, base in enumerate(bases, len(files)):
                yield done, total
                draft.add_file(base.member, self._term_bases().table(base.name))
            yield total - 1, total
            parts = package_format.parts_json((packed for _, packed in contents.documents), contents.items, bases)
            for name, part in parts.items():
                draft.add_part(name, _json(part))
            draft.add_manifest(package_format.MANIFEST, _json(package_format.manifest_json(package, draft.members)))
        self._stores.stamps.set_sent(contents.sent)
        _log.info("Packed %d things and %d files", len(contents.items), len(files))
        return _summary(contents, package.id)

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
        imported: list[DocumentId] = []
        failures: list[Exception] = []
        changes = Changes()
        bases = package.term_bases if undoable else ()
        imported_bases: list[str] = []
        total = len(preview.new_documents) + len(bases) + 1
        for done, document in enumerate(preview.new_documents):
            yield done, total
            try:
                with self._unpack(path, document.member, document.original.sha256) as file:
                    reading = self._documents.read(file, document.file_name or file.name)
                added = self._documents.add(reading)
            except AlreadyInLibraryError:
                continue
            except DeskError as error:
                failures.append(error)
                continue
            imported += added.documents
            changes |= added
        for done, base in enumerate(bases, len(preview.new_documents)):
            yield done, total
            try:
                with self._unpack(path, base.member, base.sha256) as file:
                    self._term_bases().import_file(file, base.name)
            except TermFileError as error:
                failures.append(TermFileError(base.name, error.fault, error.detail))
                continue
            except DeskError as error:
                failures.append(error)
                continue
            imported_bases.append(base.name)
            changes |= Changes(settings=True)
        yield total - 1, total
        changes |= self._save_import(package, undoable=undoable) | self.place_pending_notes()
        _log.info("Took in a package of %d things", len(package.items))
        return PackageImport(preview, changes, tuple(imported), tuple(failures), tuple(imported_bases))

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

    def merge_received(self, items: Iterable[ReceivedItem]) -> int:
        """Merge what another copy of this library received from others, as part of a write.

        Return how many items changed.

        What was removed in either copy stays removed.
        """
        incoming = {item.thing.key: item for item in items}
        changed = self._save_newer(incoming, self._stores.received.get(incoming))
        for item in changed.values():
            if item.removed and item.note:
                self._stores.annotations.set_trashed([item.note], datetime.now(UTC))
        self._show(changed)
        return len(changed)

    def _save_newer(
        self, incoming: Mapping[ExchangedKey, ReceivedItem], stored: Mapping[ExchangedKey, ReceivedItem]
    ) -> dict[ExchangedKey, ReceivedItem]:
        state = {key: item.thing for key, item in stored.items()}
        own_id = self._stores.people.own_person().id
        fresh = newer_items(state, (item.thing for item in incoming.values()), own_id)
        changed: dict[ExchangedKey, ReceivedItem] = {}
        for key, item in incoming.items():
            own_copy = stored.get(key)
            if own_copy is None and key in fresh:
                changed[key] = replace(item, note=AnnotationId(""))
            elif own_copy and (key in fresh or (item.removed and not own_copy.removed)):
                newer = item if key in fresh else own_copy
                changed[key] = replace(newer, note=own_copy.note, removed=own_copy.removed or item.removed)
        self._stores.received.save(changed.values())
        return changed

    def count_pending_notes(self) -> int:
        return len(self._stores.received.without_note())

    # Received items

    def positions_for_document(self, document: DocumentId) -> list[tuple[Person, PositionEntry, ExchangedKey]]:
        stored = self._documents.get(document)
        people = {person.id: person for person in self._stores.people.all()}
        entries = []
        for received_item in self._stores.received.positions_for_document(stored):
            item = package_format.entry_from_content(received_item.thing.content)
            if item is not None:
                author = received_item.thing.key.author
                entries.append((people.get(author, Person(author)), item, received_item.thing.key))
        return sorted(entries, key=lambda value: (value[1].address, value[0].display_name, value[0].id))

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

    def _remove(self, items: Iterable[ReceivedItem], key: str) -> Changes:
        before = {item.thing.key: item for item in items if not (item.thing.is_withdrawn or item.removed)}
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
            stored = received.get({item.key for item in package.items})
            newest = newer_items({}, package.items, stores.people.own_person().id)
            after = self._save_newer({key: ReceivedItem(item, package.id) for key, item in newest.items()}, stored)
            timestamp = format_timestamp(datetime.now(UTC))
            stores.people.save_people(package.people, package.person.id, format_timestamp(package.moment))
            if package.key:
                stores.people.save_key(package.person.id, package.key)
            stores.people.record_import(package.id, package.person.id, format_timestamp(package.moment), timestamp)
            changes = self._show(after)
            result = received.get(after)
        if after and undoable:
            before = {key: stored.get(key) for key in after}
            edit = HistoryEdit(EditSubject.PACKAGE, DocumentId(0), package.id, before, result)
            self._history.record(edit, self._apply_edit)
        return changes

    def _apply_edit(self, _: HistoryEdit, value: object) -> Changes:
        """Give received items their earlier or later state; those without a state are removed."""
        assert isinstance(value, Mapping)
        received, keys = self._stores.received, list(value)
        with self._database.write():
            old, changes = received.get(keys), self._position_changes(keys)  # of those that are deleted, too
            states = {
                key: ReceivedItem(item.thing, item.package, old[key].note if key in old else item.note, item.removed)
                for key, item in value.items()
                if item is not None
            }
            places = []
            for key in keys:  # removed as if it had never arrived, with the note made from it
                if key not in states and key in old:
                    copy = self._stores.annotations.get_with_trashed(old[key].note) if old[key].note else None
                    if copy and copy.author == key.author:
                        self._stores.annotations.remove(copy.id)
                        places.append(copy.place)
                    received.delete([key])
            received.save(states.values())
            for item in states.values():
                if item.note and (note := self._stores.annotations.get_with_trashed(item.note)):
                    self._stores.annotations.set_trashed([note.id], datetime.now(UTC) if item.removed else None)
                    places.append(note.place)
            changes |= self._show(states)
        return changes | Changes(annotations=frozenset(places))

    def _show(self, keys: Iterable[ExchangedKey]) -> Changes:
        item_keys = list(keys)
        return Changes(annotations=self._showing.show(item_keys)) | self._position_changes(item_keys)

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
        with self._originals.workdir() as workdir:
            file = workdir.folder / Path(member).name
            with file.open("xb") as into:
                chunks = package_file.file_content(path, member, sha256, self._own_keys)
                workdir.cipher.copy_in(ChunkReader(chunks), into, name_in_workdir(file))
            yield file

    def _own_keys(self) -> OwnKeys:
        pair = self._stores.people.own_key()
        if pair is None:
            raise package_format.RefusedPackageError(PackageFault.SEALED_TO_OTHERS)
        return OwnKeys(*pair)

    def _check_key(self, package: PackageData, file_name: str) -> None:
        """Check that a package is signed with the key of the person's first signed package; ours may be older."""
        known_key, own_id = self._stores.people.key(package.person.id), self._stores.people.own_person().id
        if known_key and known_key.key != package.key and (package.key or package.person.id != own_id):
            raise UnreadablePackageError(file_name, PackageFault.OTHER_KEY)


def _summary(gathered: PackedContents, package: str = "") -> PackageSummary:
    present = [item for item in gathered.items if not item.is_withdrawn]
    return PackageSummary(
        len(gathered.documents),
        sum(bool(packed.member) for _, packed in gathered.documents),
        sum(item.key.kind is ExchangedKind.NOTE for item in present),
        sum(item.key.kind is ExchangedKind.LINE for item in present),
        sum(item.key.author != gathered.own_person.id for item in present),
        gathered.internal,
        gathered.withheld,
        len(gathered.items) - len(present),
        gathered.mark,
        package,
        "; ".join(sorted(gathered.markings)),
        len(gathered.term_bases),
    )


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=1).encode()
