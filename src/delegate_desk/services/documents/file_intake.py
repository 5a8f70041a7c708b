"""How files come to the desk: by name, in folders, in archives and mails, from the clipboard."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from delegate_desk.core.documents.incoming_files import ArrivingFile, OpenedContainer
from delegate_desk.core.errors import Refusal, UnreadableDocumentError
from delegate_desk.parsing.file_names import holds_others, is_clutter
from delegate_desk.parsing.process.reading_process import ReadingProcess
from delegate_desk.storage.db.database import FILE_NAME
from delegate_desk.storage.files.originals import Originals, WorkDir

MOST_FILES = 10_000
"""How many files one folder may bring."""
DEEPEST = 20
"""How many folders may stand in each other."""


class Inbox:
    """Finds the files in what holds others."""

    def __init__(self, originals: Originals, reader: ReadingProcess) -> None:
        self._originals = originals
        self._reader = reader
        self._rooms: dict[Path, WorkDir] = {}

    def open(self, path: Path) -> OpenedContainer:
        """Open an archive or a mail until ``close``: slow, safe on any thread.

        Raises:
            UnreadableDocumentError: If it is refused whole.
        """
        room = self._originals.room()
        try:
            members = self._reader.unpack(path, path.name, room.folder, room.key)
        except BaseException:
            self._originals.leave(room)
            raise
        self._rooms[room.folder] = room
        arrivals = []
        for member in members:
            shown = f"{path}/{member.name}" if member.name else str(path)
            if member.reason is None:
                arrivals.append(ArrivingFile(room.folder / member.file, shown))
            else:
                error = UnreadableDocumentError(f"{path.name}/{member.name}", member.reason, member.detail)
                arrivals.append(ArrivingFile(path, shown, error))
        return OpenedContainer(tuple(arrivals), room.folder)

    def pasted(self, words: str, *, is_html: bool) -> OpenedContainer:
        """Words from the clipboard as a file, until ``close``."""
        room = self._originals.room()
        self._rooms[room.folder] = room
        name = f"pasted.{'html' if is_html else 'txt'}"
        path = self._originals.put(room, name, words.encode("utf-8-sig", errors="replace"))
        return OpenedContainer((ArrivingFile(path, path.name),), room.folder)

    def close(self, opened: OpenedContainer) -> None:
        """Delete what was unpacked; what is closed already stays so."""
        room = self._rooms.pop(opened.folder, None)
        if room:
            self._originals.leave(room)


def arrivals(given: Iterable[Path]) -> Iterator[ArrivingFile]:
    """The files given and those in the folders given, in order; what systems leave beside them is passed over.

    Links in folders are not followed. Where a folder holds too much, an error ends it.
    """
    for path in given:
        if path.is_dir():
            yield from _inside(path)
        else:
            yield _arrival(path)


def _arrival(path: Path) -> ArrivingFile:
    return ArrivingFile(path, str(path), opens=holds_others(path.name))


def _refused(folder: Path, reason: Refusal, detail: str) -> ArrivingFile:
    return ArrivingFile(folder, str(folder), UnreadableDocumentError(folder.name, reason, detail))


def _inside(folder: Path) -> Iterator[ArrivingFile]:
    for found, arrival in enumerate(_walk(folder, 1)):
        if found == MOST_FILES:
            yield _refused(folder, Refusal.TOO_LARGE, f"more than {MOST_FILES} files")
            return
        yield arrival


def _walk(folder: Path, depth: int) -> Iterator[ArrivingFile]:
    """The files below a folder by name, those of its folders in their place."""
    try:
        entries = sorted(folder.iterdir())
    except OSError as error:
        yield _refused(folder, Refusal.UNREADABLE, error.strerror or "")
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
            yield _refused(entry, Refusal.TOO_LARGE, f"more than {DEEPEST} folders in each other")
