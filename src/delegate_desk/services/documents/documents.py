"""Documents of a delegate: import, read, move to the trash; and the pages of their originals, drawn."""

import logging
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path, PurePath
from typing import TypeVar

from delegate_desk.core.changes import Changes
from delegate_desk.core.documents.document import (
    ArrivingFile,
    Document,
    DocumentId,
    ImportResult,
    ImportStatus,
    LibraryDocument,
    OpenedContainer,
    PageBox,
)
from delegate_desk.core.documents.original_pages import PagePicture, PageSearchTerms, PageText
from delegate_desk.core.errors import (
    AlreadyInLibraryError,
    DeskError,
    ImportFailure,
    PageNotDrawnError,
    UnreadableDocumentError,
)
from delegate_desk.core.library.edit_history import EditSubject, HistoryEdit
from delegate_desk.core.values import dataclass
from delegate_desk.parsing import READER_VERSION
from delegate_desk.parsing.archive import harmless, is_clutter, is_container
from delegate_desk.parsing.reading_process import ReadingProcess
from delegate_desk.services.documents.document_lookup import DocumentLookup
from delegate_desk.services.library.edit_history import History
from delegate_desk.storage.db.database import FILE_NAME
from delegate_desk.storage.db.stores.annotations import AnnotationStore
from delegate_desk.storage.db.stores.documents import DocumentStore, DuplicateDocumentError, FileState, WatchStore
from delegate_desk.storage.files.originals import IncomingOriginal, Originals

MOST_FILES = 10_000
"""How many files one folder may bring."""
DEEPEST = 20
"""How many folders may stand in each other."""


def _arrival(path: Path) -> ArrivingFile:
    return ArrivingFile(path, str(path), is_container=is_container(path.name))


def _rejected_file(folder: Path, reason: ImportFailure, detail: str) -> ArrivingFile:
    return ArrivingFile(folder, str(folder), UnreadableDocumentError(folder.name, reason, detail))


def _inside(folder: Path) -> Iterator[ArrivingFile]:
    for found, arrival in enumerate(_walk(folder, 1)):
        if found == MOST_FILES:
            yield _rejected_file(folder, ImportFailure.TOO_LARGE, f"more than {MOST_FILES} files")
            return
        yield arrival


def _walk(folder: Path, depth: int) -> Iterator[ArrivingFile]:
    try:
        entries = sorted(folder.iterdir())
    except OSError as error:
        yield _rejected_file(folder, ImportFailure.UNREADABLE, error.strerror or "")
        return
    if any(entry.name == FILE_NAME for entry in entries):
        return  # a library's own folder: what is in it is held
    for entry in entries:
        if is_clutter(entry.name) or entry.is_symlink():
            continue
        if entry.is_file():
            yield _arrival(entry)
        elif entry.is_dir() and depth < DEEPEST:
            yield from _walk(entry, depth + 1)
        elif entry.is_dir():
            yield _rejected_file(entry, ImportFailure.TOO_LARGE, f"more than {DEEPEST} folders in each other")


T = TypeVar("T")
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file that was read and is not yet added.

    Attributes:
        returns: The document in the trash that has the same bytes: adding brings it back.
    """

    document: Document
    incoming: IncomingOriginal | None
    returns: LibraryDocument | None = None


class Documents(DocumentLookup):
    """The documents of one library: brought in, looked up, put away."""

    def __init__(
        self,
        store: DocumentStore,
        annotations: AnnotationStore,
        originals: Originals,
        reader: ReadingProcess,
        history: History,
    ) -> None:
        super().__init__(store)
        self._annotations = annotations
        self._originals = originals
        self._reader = reader
        self._history = history
        self._rooms: dict[Path, ExitStack] = {}
        """Of containers that are open."""

    def read(self, path: Path, name: str | None = None) -> ReadFile:
        """Read a file, under its own name or another: slow, touches nothing but a copy of it, safe on any thread.

        A document whose original is damaged or missing has it back when its file comes again.

        Raises:
            UnreadableDocumentError: If it cannot be taken in; the error says why.
            AlreadyInLibraryError: If its bytes are held.
        """
        incoming = self._originals.copy_in(path, name)
        try:
            document = self._store.by_hash(incoming.sha256)
            mended = document is not None and self._repair_original(document, incoming)
            if document and not document.trashed:
                raise AlreadyInLibraryError(incoming.file_name, document.id, document.name, mended=mended)
            if document:
                self._originals.discard(incoming)
                return ReadFile(self._store.content(document), None, document)
            return ReadFile(self._reader.read(incoming.path, incoming.file_name), incoming)
        except BaseException:
            self._originals.discard(incoming)
            raise

    def _repair_original(self, document: LibraryDocument, incoming: IncomingOriginal) -> bool:
        """Put the bytes that came in the place of an original that is not whole: whether it was so."""
        path = self.original(document.id)
        if path.is_file() and self._originals.is_intact(document.sha256, path):
            return False
        self._originals.store(incoming, path.suffix)
        _log.warning("The original of document %d was put back", document.id)
        return True

    def add(self, reading: ReadFile) -> Changes:
        """Add what was read: quick, in one transaction.

        Raises:
            AlreadyInLibraryError: If another program was faster.
        """
        if reading.returns:
            return self.restore(reading.returns.id)
        incoming = reading.incoming
        assert incoming is not None  # only a document that returns has none
        self._originals.store(incoming)
        try:
            key = self._store.add(reading.document, incoming.sha256, incoming.file_name, READER_VERSION)
        except DuplicateDocumentError as error:
            raise AlreadyInLibraryError(incoming.file_name, error.document.id, error.document.name) from error
        except DeskError:
            self._originals.remove(incoming.sha256, incoming.path.suffix)
            raise
        _log.info("Added document %d: %d paragraphs", key, len(reading.document.paragraphs))
        return Changes(documents=frozenset({key}))

    def discard(self, reading: ReadFile) -> None:
        if reading.incoming:
            self._originals.discard(reading.incoming)

    @staticmethod
    def arrivals(given: Iterable[Path]) -> Iterator[ArrivingFile]:
        """The files given and those in the folders given, in order; what systems leave beside them is passed over.

        Links in folders are not followed. Where a folder holds too much, an error ends it.
        """
        for path in given:
            if path.is_dir():
                yield from _inside(path)
            else:
                yield _arrival(path)

    def open(self, path: Path, display_name: str = "") -> OpenedContainer:
        """Open an archive or a mail, under its own path or another, until it is closed: slow, safe on any thread.

        Raises:
            UnreadableDocumentError: If it is refused whole.
        """
        whole = display_name or str(path)
        with ExitStack() as stack:
            room = stack.enter_context(self._originals.workdir())
            members = self._reader.unpack(path, PurePath(whole).name, room.folder, room.key)
            self._rooms[room.folder] = stack.pop_all()
        found = []
        for member in members:
            shown = f"{whole}/{member.name}" if member.name else whole
            if member.reason is None:
                found.append(ArrivingFile(room.folder / member.file, shown))
            else:
                error = UnreadableDocumentError(f"{PurePath(whole).name}/{member.name}", member.reason, member.detail)
                found.append(ArrivingFile(path, shown, error))
        return OpenedContainer(tuple(found), room.folder)

    def receive(self, files: Iterable[tuple[str, bytes]]) -> OpenedContainer:
        """Take files, by name, that another program holds in memory, until they are closed: slow.

        Those without content were not handed over.
        """
        stack = ExitStack()
        room = stack.enter_context(self._originals.workdir())
        self._rooms[room.folder] = stack
        found = []
        for number, (name, content) in enumerate(files):
            shown = PurePath(harmless(name)).name or "nameless"
            if content:
                suffix = PurePath(shown).suffix if is_container(shown) else ""
                path = self._originals.write_file(room, f"{number:05d}{suffix}", content)
                found.append(ArrivingFile(path, shown, is_container=is_container(shown)))
            else:
                error = UnreadableDocumentError(shown, ImportFailure.NOT_RECEIVED)
                found.append(ArrivingFile(room.folder, shown, error))
        return OpenedContainer(tuple(found), room.folder)

    def close(self, opened: OpenedContainer) -> None:
        """Delete what was unpacked; what is closed already stays so."""
        room = self._rooms.pop(opened.folder, None)
        if room:
            room.close()

    def paste(self, text: str, html: str = "") -> ReadFile:
        """Read words from the clipboard as a document, with their looks where they have such: slow.

        Raises:
            UnreadableDocumentError: If there are no words, or they are classified.
            AlreadyInLibraryError: If just these are held.
        """
        words = (html or text).encode("utf-8-sig", errors="replace")
        opened = self.receive([("pasted.html" if html else "pasted.txt", words)])
        try:
            return self.read(opened.arrivals[0].path, opened.arrivals[0].name)
        finally:
            self.close(opened)

    def import_files(self, given: Iterable[Path]) -> Iterator[ImportResult]:
        """Read and add files one by one, those in archives and mails too, telling of each what became of it."""
        for arrival in self.arrivals(given):
            if not arrival.is_container:
                yield self._import_file(arrival)
                continue
            try:
                opened = self.open(arrival.path)
            except DeskError as error:
                yield ImportResult(arrival.display_name, ImportStatus.REFUSED, error=error)
                continue
            try:
                yield from map(self._import_file, opened.arrivals)
            finally:
                self.close(opened)

    def _import_file(self, arrival: ArrivingFile) -> ImportResult:
        try:
            if arrival.error:
                raise arrival.error
            changes = self.add(self.read(arrival.path, arrival.name))
            return ImportResult(arrival.display_name, ImportStatus.IMPORTED, self.get(next(iter(changes.documents))))
        except AlreadyInLibraryError as error:
            return ImportResult(arrival.display_name, ImportStatus.DUPLICATE, self.get(DocumentId(error.document)))
        except DeskError as error:
            return ImportResult(arrival.display_name, ImportStatus.REFUSED, error=error)

    def original(self, key: DocumentId) -> Path:
        document = self.get(key)
        return self._originals.path(document.sha256, Path(document.file_name).suffix)

    def original_bytes(self, key: DocumentId) -> bytes:
        """The bytes of a document's original: slow.

        Raises:
            UnreadableDocumentError: If it is not there, or not what was written.
        """
        document = self.get(key)
        return self._originals.read(document.sha256, Path(document.file_name).suffix, document.file_name)

    def save_original(self, key: DocumentId, target: Path) -> None:
        """Write a document's original, as it came in, to a file outside the library.

        Raises:
            UnreadableDocumentError: If it is not there, or not what was written.
            ExportFailedError: If the file cannot be written.
        """
        from delegate_desk.export.file_writing import save

        save(self.original_bytes(key), target)

    def remove(self, key: DocumentId) -> Changes:
        """Put a document in the trash, with its annotations and position."""
        return self._trash(key, datetime.now(UTC))

    def restore(self, key: DocumentId) -> Changes:
        return self._trash(key, None)

    def _trash(self, key: DocumentId, when: datetime | None) -> Changes:
        edit = HistoryEdit(EditSubject.DOCUMENT, key, f"document {key}", self.get(key).trashed, when)
        return self._history.do(edit, self._apply_edit)

    def empty_trash(self) -> Changes:
        """Remove what is in the trash for good: text, annotations, positions, then the originals; and single notes."""
        trashed = {document.id: document for document in self.trash()}
        gone = self._store.remove_trashed(trashed)
        for key in gone:
            document = trashed[key]
            self._originals.remove(document.sha256, Path(document.file_name).suffix)
        places = self._annotations.remove_trashed()
        self._store.purge()
        return Changes(documents=frozenset(gone), annotations=frozenset(places))

    def _apply_edit(self, edit: HistoryEdit, value: object) -> Changes:
        if self._store.get(edit.document) is None:
            return Changes()
        self._store.set_trashed(edit.document, value if isinstance(value, datetime) else None)
        return Changes(documents=frozenset({edit.document}), positions=frozenset({edit.document}))


SETTLED = 3.0
"""Seconds without a change after which a file is taken to be written in full."""
_UNFINISHED = frozenset({".crdownload", ".part", ".partial", ".download", ".tmp", ".opdownload"})
_SECOND = 1_000_000_000  # in nanoseconds


@dataclass(frozen=True, slots=True)
class _Sight:
    folder: Path
    name: str
    state: FileState


class Watching:
    """Looks for what is new in the folders watched, by names, sizes and times alone.

    Whoever wants to be told of it calls ``look`` now and then, takes in what it gives and says ``took``.
    """

    def __init__(self, store: WatchStore, documents: Documents) -> None:
        self._store = store
        self._documents = documents
        self._sights: dict[Path, _Sight] = {}  # what was found and is not yet taken in, as it was then

    def folders(self) -> list[Path]:
        """Return the watched folders, in the order in which they were named; a folder may be temporarily missing."""
        return self._store.folders()

    def watch(self, folder: Path) -> Changes:
        """Watch a folder and those in it; what is there already is new, too."""
        self._store.watch(folder.absolute())
        return Changes(settings=True)

    def unwatch(self, folder: Path) -> Changes:
        self._store.unwatch(folder.absolute())
        return Changes(settings=True)

    def find_new_files(self) -> list[Path]:
        """The files that are new or changed and written in full, in order: slow, touches nothing."""
        found: list[Path] = []
        sights: dict[Path, _Sight] = {}
        for folder in self._store.folders():
            seen = self._store.seen(folder)
            for path, sight in self._sighted(folder):
                if seen.get(sight.name) != sight.state:
                    sights[path] = sight
                    if self._is_settled(path, sight):
                        found.append(path)
        self._sights = sights
        return found

    def mark_handled(self, paths: Iterable[Path]) -> None:
        """Keep that files were dealt with, taken in or refused; one that changes afterwards is new again."""
        for path in paths:
            sight = self._sights.pop(path, None)
            if sight:
                self._store.see(sight.folder, sight.name, sight.state)

    def _sighted(self, folder: Path) -> Iterator[tuple[Path, _Sight]]:
        """The files in a folder as they are now; a folder that is not there has none."""
        if not folder.is_dir():
            _log.info("A watched folder is not there")
            return
        for arrival in self._documents.arrivals([folder]):
            path = arrival.path
            if arrival.error or path.suffix.lower() in _UNFINISHED:
                continue
            try:
                status = path.stat()
            except OSError:  # it went while we looked
                continue
            name = path.relative_to(folder).as_posix()
            yield path, _Sight(folder, name, FileState(status.st_size, status.st_mtime_ns))

    def _is_settled(self, path: Path, sight: _Sight) -> bool:
        """True if a file has not changed for a while, or not since the last look: clocks of servers differ."""
        age = time.time_ns() - sight.state.modified
        before = self._sights.get(path)
        return age > SETTLED * _SECOND or (before is not None and before.state == sight.state)


class OriginalPages:
    """Draws and reads pages in a process of its own, so that no file can take the window down.

    Pages are counted from 1. All of it is slow, and safe on any thread; each question raises ``PageNotDrawnError`` if
    there is no such page, or it cannot be drawn or read.
    """

    def __init__(self, documents: Documents, reader: ReadingProcess) -> None:
        self._documents = documents
        self._reader = reader

    def has(self, file_name: str) -> bool:
        """True if a document that came in under this name has pages to be drawn."""
        return Path(file_name).suffix.lower() == ".pdf"

    def draw(self, key: DocumentId, number: int, width: int) -> PagePicture:
        """A page of a document's original, about so many pixels wide."""
        return self._ask(key, number, lambda path, name: self._reader.draw(path, name, number, width))

    def sizes(self, key: DocumentId) -> list[tuple[float, float]]:
        """The width and height of each page of a document's original, in points."""
        return self._ask(key, 1, self._reader.sizes)

    def text(self, key: DocumentId, number: int) -> PageText:
        """Return the text of a page of a document's original, letter by letter."""
        return self._ask(key, number, lambda path, name: self._reader.text(path, name, number))

    def find(self, key: DocumentId, number: int, wanted: Sequence[PageSearchTerms]) -> list[list[PageBox]]:
        """Return the boxes of each search term on a page, a box for each line it runs over."""
        return self._ask(key, number, lambda path, name: self._reader.find(path, name, number, wanted))

    def _ask(self, key: DocumentId, number: int, question: Callable[[Path, str], T]) -> T:
        document = self._documents.get(key)
        began = time.perf_counter()
        try:
            answer = question(self._documents.original(key), document.file_name)
        except UnreadableDocumentError as error:
            raise PageNotDrawnError(document.file_name, number) from error
        _log.debug("Page %d of document %d took %.3f s", number, key, time.perf_counter() - began)
        return answer
