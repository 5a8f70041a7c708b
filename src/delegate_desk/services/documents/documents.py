"""Documents of a delegate: import, reading, trash, and the rendered pages of originals."""

import logging
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path, PurePath
from typing import TypeVar

from delegate_desk.core.changes import Changes, EditSubject, HistoryEdit
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
from delegate_desk.core.library.errors import InsideLibraryError
from delegate_desk.core.values import dataclass
from delegate_desk.parsing import READER_VERSION
from delegate_desk.parsing.archive import harmless, is_clutter, is_container
from delegate_desk.parsing.reading_process import ReadingProcess
from delegate_desk.services.documents.document_lookup import DocumentLookup
from delegate_desk.services.library.edit_history import History
from delegate_desk.storage.db.database import FILE_NAME
from delegate_desk.storage.db.library_stores import LibraryStores
from delegate_desk.storage.db.stores.documents import DuplicateDocumentError, FileState, WatchStore
from delegate_desk.storage.files.originals import IncomingOriginal, Originals

MOST_FILES = 10_000
"""Maximum number of files in an imported folder."""
DEEPEST = 20
"""Maximum depth of nested folders."""


def _arrival(path: Path) -> ArrivingFile:
    return ArrivingFile(path, str(path), is_container=is_container(path.name))


def _rejected_file(folder: Path, reason: ImportFailure, detail: str) -> ArrivingFile:
    return ArrivingFile(folder, str(folder), UnreadableDocumentError(folder.name, reason, detail))


def _walk(folder: Path, depth: int) -> Iterator[ArrivingFile]:
    try:
        entries = sorted(folder.iterdir())
    except OSError as error:
        yield _rejected_file(folder, ImportFailure.UNREADABLE, error.strerror or "")
        return
    if any(entry.name == FILE_NAME for entry in entries):
        return  # a library's own folder: its files are imported already
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
    """A file read but not added, or the document in the trash with the same bytes, which adding restores."""

    document: Document
    incoming: IncomingOriginal | None
    returns: LibraryDocument | None = None


class Documents(DocumentLookup):
    def __init__(self, stores: LibraryStores, originals: Originals, reader: ReadingProcess, history: History) -> None:
        super().__init__(stores.documents)
        self._database = stores.database
        self._annotations = stores.annotations
        self._originals = originals
        self._reader = reader
        self._history = history
        self._workdirs: dict[Path, ExitStack] = {}
        """Temporary folders of the open containers."""

    def read(self, path: Path, name: str | None = None) -> ReadFile:
        """Read a file, under its own name or another. Slow; touches only a copy of the file; safe on any thread.

        If the original of a document with the same bytes is damaged or missing, it is restored from the file.

        Raises:
            UnreadableDocumentError: If it cannot be imported; the error gives the reason.
            AlreadyInLibraryError: If the library has a document with the same bytes.
        """
        incoming = self._originals.copy_in(path, name)
        try:
            document, mended = self._store.by_hash(incoming.sha256), False
            if document:
                original = self.original(document.id)
                mended = not self._originals.is_intact(document.sha256, original)
                if mended:
                    self._originals.store(incoming, original.name)
                    _log.warning("The original of document %d was put back", document.id)
            if document and not document.trashed:
                raise AlreadyInLibraryError(incoming.file_name, document.id, document.name, mended=mended)
            if document:
                self._originals.discard(incoming)
                return ReadFile(self._store.content(document), None, document)
            return ReadFile(self._reader.read(incoming.path, incoming.file_name), incoming)
        except BaseException:
            self._originals.discard(incoming)
            raise

    def add(self, reading: ReadFile) -> Changes:
        """Add a file that was read: quick, in one transaction.

        Raises:
            AlreadyInLibraryError: If another program added it first.
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
            self._originals.remove(incoming.sha256, incoming.path.name)
            raise
        _log.info("Added document %d: %d paragraphs", key, len(reading.document.paragraphs))
        return Changes(documents=frozenset({key}))

    def discard(self, reading: ReadFile) -> None:
        if reading.incoming:
            self._originals.discard(reading.incoming)

    @staticmethod
    def arrivals(paths: Iterable[Path]) -> Iterator[ArrivingFile]:
        """Return the given files and those in the given folders, in order, without files that systems leave behind.

        Links in folders are not followed. A folder over the limits ends the list with an error.
        """
        for path in paths:
            if not path.is_dir():
                yield _arrival(path)
                continue
            for count, arrival in enumerate(_walk(path, 1)):
                if count == MOST_FILES:
                    yield _rejected_file(path, ImportFailure.TOO_LARGE, f"more than {MOST_FILES} files")
                    break
                yield arrival

    def open(self, path: Path, display_name: str = "") -> OpenedContainer:
        """Open an archive or a mail, under its own path or another, until it is closed. Slow; safe on any thread.

        Raises:
            UnreadableDocumentError: If it is refused as a whole.
        """
        outer = display_name or str(path)
        with ExitStack() as stack:
            workdir = stack.enter_context(self._originals.workdir())
            members = self._reader.unpack(path, PurePath(outer).name, workdir.folder, workdir.key)
            self._workdirs[workdir.folder] = stack.pop_all()
        arrivals = []
        for member in members:
            shown = f"{outer}/{member.name}" if member.name else outer
            if member.reason is None:
                arrivals.append(ArrivingFile(workdir.folder / member.file, shown))
            else:
                error = UnreadableDocumentError(f"{PurePath(outer).name}/{member.name}", member.reason, member.detail)
                arrivals.append(ArrivingFile(path, shown, error))
        return OpenedContainer(tuple(arrivals), workdir.folder)

    def receive(self, files: Iterable[tuple[str, bytes]]) -> OpenedContainer:
        """Save files that another program holds in memory, by name, until they are closed. Slow.

        Files without content could not be received.
        """
        stack = ExitStack()
        workdir = stack.enter_context(self._originals.workdir())
        self._workdirs[workdir.folder] = stack
        arrivals = []
        for number, (name, content) in enumerate(files):
            shown = PurePath(harmless(name)).name or "nameless"
            if content:
                suffix = PurePath(shown).suffix if is_container(shown) else ""
                path = self._originals.write_file(workdir, f"{number:05d}{suffix}", content)
                arrivals.append(ArrivingFile(path, shown, is_container=is_container(shown)))
            else:
                error = UnreadableDocumentError(shown, ImportFailure.NOT_RECEIVED)
                arrivals.append(ArrivingFile(workdir.folder, shown, error))
        return OpenedContainer(tuple(arrivals), workdir.folder)

    def close(self, opened: OpenedContainer) -> None:
        """Delete the unpacked files; closing twice does nothing."""
        stack = self._workdirs.pop(opened.folder, None)
        if stack:
            stack.close()

    def paste(self, text: str, html: str = "") -> ReadFile:
        """Read text from the clipboard as a document, with its formatting if there is any. Slow.

        Raises:
            UnreadableDocumentError: If there is no text, or it is classified.
            AlreadyInLibraryError: If the library has a document with the same content.
        """
        words = (html or text).encode("utf-8-sig", errors="replace")
        opened = self.receive([("pasted.html" if html else "pasted.txt", words)])
        try:
            return self.read(opened.arrivals[0].path, opened.arrivals[0].name)
        finally:
            self.close(opened)

    def import_files(self, paths: Iterable[Path]) -> Iterator[ImportResult]:
        """Import files one by one, also those in archives and mails, and yield the outcome of each."""
        for arrival in self.arrivals(paths):
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
        return self._originals.path(document.sha256, document.file_name)

    def original_bytes(self, key: DocumentId) -> bytes:
        """Return the bytes of a document's original. Slow.

        Raises:
            UnreadableDocumentError: If it is missing or damaged.
        """
        document = self.get(key)
        return self._originals.read(document.sha256, document.file_name)

    def save_original(self, key: DocumentId, target: Path) -> None:
        """Copy a document's original, as imported, to a file outside the library.

        Raises:
            UnreadableDocumentError: If it is missing or damaged.
            ExportFailedError: If the file cannot be written.
        """
        from delegate_desk.export.file_writing import save

        save(self.original_bytes(key), target)

    def remove(self, key: DocumentId) -> Changes:
        """Move a document to the trash, with its annotations and position."""
        return self._trash(key, datetime.now(UTC))

    def restore(self, key: DocumentId) -> Changes:
        return self._trash(key, None)

    def _trash(self, key: DocumentId, when: datetime | None) -> Changes:
        edit = HistoryEdit(EditSubject.DOCUMENT, key, f"document {key}", self.get(key).trashed, when)
        return self._history.do(edit, self._apply_edit)

    def empty_trash(self) -> Changes:
        """Delete everything in the trash permanently: texts, annotations, positions, originals and single notes."""
        trashed = {document.id: document for document in self.trash()}
        deleted = self._store.remove_trashed(trashed)
        for key in deleted:
            self._originals.remove(trashed[key].sha256, trashed[key].file_name)
        places = self._annotations.remove_trashed()
        self._database.purge_log()
        return Changes(documents=frozenset(deleted), annotations=frozenset(places), gone=frozenset(deleted))

    def _apply_edit(self, edit: HistoryEdit, value: object) -> Changes:
        if self._store.get(edit.document) is None:
            return Changes()
        trashed, document = value if isinstance(value, datetime) else None, frozenset({edit.document})
        self._store.set_trashed(edit.document, trashed)
        return Changes(documents=document, positions=document, gone=document if trashed else frozenset())


SETTLED = 3.0
"""Seconds without a change after which a file counts as completely written."""
_UNFINISHED = frozenset({".crdownload", ".part", ".partial", ".download", ".tmp", ".opdownload"})
_SECOND = 1_000_000_000  # in nanoseconds


@dataclass(frozen=True, slots=True)
class _Sight:
    folder: Path
    name: str
    state: FileState


class Watching:
    """Finds new files in the watched folders, by name, size and time alone.

    The caller calls ``find_new_files`` from time to time, imports the files returned, and calls ``mark_handled``.
    """

    def __init__(self, store: WatchStore, documents: Documents, library: Path) -> None:
        self._store, self.folders = store, store.folders
        self._documents = documents
        self._library = library
        self._sights: dict[Path, _Sight] = {}  # new files and their state at the last look

    def watch(self, folder: Path) -> Changes:
        """Watch a folder and its subfolders; files already there count as new.

        Raises:
            InsideLibraryError: If it is the library, or inside it.
        """
        if folder.resolve().is_relative_to(self._library.resolve()):
            raise InsideLibraryError(str(folder))
        self._store.watch(folder.absolute())
        return Changes(settings=True)

    def unwatch(self, folder: Path) -> Changes:
        self._store.unwatch(folder.absolute())
        return Changes(settings=True)

    def find_new_files(self) -> list[Path]:
        """Return the new or changed files that are completely written, in order. Slow; changes nothing."""
        complete: list[Path] = []
        sights: dict[Path, _Sight] = {}
        for folder in self._store.folders():
            if not folder.is_dir():
                _log.info("A watched folder is not there")
                continue
            seen = self._store.seen(folder)
            for arrival in self._documents.arrivals([folder]):
                path = arrival.path
                if arrival.error or path.suffix.lower() in _UNFINISHED:
                    continue
                try:
                    status = path.stat()
                except OSError:  # it went while we looked
                    continue
                name, state = path.relative_to(folder).as_posix(), FileState(status.st_size, status.st_mtime_ns)
                if seen.get(name) != state:
                    sights[path] = _Sight(folder, name, state)
                    # unchanged for a while, or since the last look: the clocks of servers differ
                    before = self._sights.get(path)
                    is_same = before is not None and before.state == state
                    if time.time_ns() - state.modified > SETTLED * _SECOND or is_same:
                        complete.append(path)
        self._sights = sights
        return complete

    def mark_handled(self, paths: Iterable[Path]) -> None:
        """Record that files were imported or refused; a file that changes afterwards is new again."""
        for path in paths:
            sight = self._sights.pop(path, None)
            if sight:
                self._store.see(sight.folder, sight.name, sight.state)


class OriginalPages:
    """Renders and reads pages in a separate process, so that no file can crash the window.

    Pages are counted from 1. All methods are slow and safe on any thread, and raise ``PageNotDrawnError`` if there is
    no such page, or it cannot be rendered or read.
    """

    def __init__(self, documents: Documents, reader: ReadingProcess) -> None:
        self._documents = documents
        self._reader = reader

    def has(self, file_name: str) -> bool:
        """True if a document imported under this name has pages to render."""
        return Path(file_name).suffix.lower() == ".pdf"

    def draw(self, key: DocumentId, number: int, width: int) -> PagePicture:
        """Render a page of a document's original, about as wide as given, in pixels."""
        return self._query_page(key, number, lambda path, name: self._reader.draw(path, name, number, width))

    def sizes(self, key: DocumentId) -> list[tuple[float, float]]:
        """The width and height of each page of a document's original, in points."""
        return self._query_page(key, 1, self._reader.sizes)

    def text(self, key: DocumentId, number: int) -> PageText:
        """Return the text of a page of a document's original, character by character."""
        return self._query_page(key, number, lambda path, name: self._reader.text(path, name, number))

    def find(self, key: DocumentId, number: int, search_terms: Sequence[PageSearchTerms]) -> list[list[PageBox]]:
        """Return the boxes of each search term on a page, one box per line."""
        return self._query_page(key, number, lambda path, name: self._reader.find(path, name, number, search_terms))

    def _query_page(self, key: DocumentId, number: int, question: Callable[[Path, str], T]) -> T:
        document = self._documents.get(key)
        started = time.perf_counter()
        try:
            answer = question(self._documents.original(key), document.file_name)
        except UnreadableDocumentError as error:
            raise PageNotDrawnError(document.file_name, number) from error
        _log.debug("Page %d of document %d took %.3f s", number, key, time.perf_counter() - started)
        return answer
