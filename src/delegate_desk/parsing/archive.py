"""ZIP archives and mails, opened with limits: the files in them.

Files are written under numbers to a folder made for them: no name from inside ever becomes a path. The sizes stated by
an archive are checked against it, and are counted again while unpacking.
"""

import errno
import io
import logging
import re
import stat
import unicodedata
import zipfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from delegate_desk.cipher import PLAIN, ChunkReader, Cipher, name_in_workdir
from delegate_desk.core.errors import ImportFailure, UnreadableDocumentError
from delegate_desk.core.values import dataclass
from delegate_desk.core.zip_checks import BROKEN_ZIP, LARGEST_DIRECTORY, directory_size, overlap
from delegate_desk.files import delete

_MAILS = frozenset({".eml", ".msg", ".oft"})
CONTAINERS = frozenset({".zip", *_MAILS})
_CLUTTER = frozenset({"thumbs.db", "desktop.ini", "__macosx", "$recycle.bin", "system volume information"})
_LONGEST = 200
_LONGEST_SUFFIX = 10
_DEEPEST = 20
_LONGEST_PATH = 8_000


def is_container(name: str) -> bool:
    """True for a file that contains files to import."""
    return PurePosixPath(name).suffix.lower() in CONTAINERS


def is_clutter(name: str) -> bool:
    """True for files that systems and programs leave behind: hidden files, locks, previews."""
    return name.startswith((".", "~$")) or name.lower() in _CLUTTER or name.endswith("~")


def harmless(path: str) -> str:
    """Return a path inside another file for display: relative, its parts separated by ``/``, none leading outside.

    A long path is shortened in the middle; the suffix stays.
    """
    if len(path) > _LONGEST_PATH:
        path = f"{path[: _LONGEST_PATH // 2]}/{path[-_LONGEST_PATH // 2 :]}"
    parts = re.split(r"[/\\]+", "".join(c for c in path if unicodedata.category(c) not in ("Cc", "Cf", "Cs")))
    kept = []
    for part in (part.strip() for part in parts if part.strip() not in ("", ".", "..")):
        suffix = PurePosixPath(part).suffix if len(part) > _LONGEST else ""
        suffix = suffix if len(suffix) <= _LONGEST_SUFFIX else ""
        kept.append(part[: _LONGEST - len(suffix)] + suffix)
    if len(kept) > _DEEPEST:
        kept = [*kept[: _DEEPEST - 1], kept[-1]]
    if kept and re.fullmatch(r"[A-Za-z]:", kept[0]):
        kept.pop(0)
    return "/".join(kept)


LARGEST_WHOLE = 1_000_000_000  # maximum size of the whole content, in bytes
LARGEST_FILE = 200_000_000
MOST_FILES = 5_000
DEEPEST = 4  # maximum depth of nested archives
_DENSEST = 200  # times that a file is packed smaller; texts reach twenty, pages of one colour a hundred
_HARMLESSLY_SMALL = 20_000_000
_HARMLESS_WHOLE = 100_000_000
_UNIX = 3
_CHUNK = 1_000_000
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class ArchiveMember:
    """A file inside another.

    Attributes:
        name: Its path inside, parts separated by ``/``; empty for a mail's own text.
        file: The name under which it was written to the folder; empty if it was not.
        reason: Why it was not written; None if it was.
    """

    name: str
    file: str = ""
    reason: ImportFailure | None = None
    detail: str = ""


class _TooMuchError(Exception):
    """The content exceeds the limits."""


def unpack(path: Path, file_name: str, into: Path, cipher: Cipher = PLAIN) -> list[ArchiveMember]:
    """Find the files in a file, including nested archives, and write each to a folder. Slow.

    With a sealing cipher no plain content is written to the disk.

    Raises:
        UnreadableDocumentError: If it is no archive, is a bomb, or contains nothing.
    """
    try:
        with path.open("rb") as file:
            limit = min(LARGEST_WHOLE, max(_HARMLESS_WHOLE, _DENSEST * path.stat().st_size))
            unpacker = _Unpacker(into, limit, cipher)
            unpacker.open(file, file_name, "", 1)
    except _TooMuchError as error:
        raise UnreadableDocumentError(file_name, ImportFailure.TOO_LARGE, str(error)) from error
    if not unpacker.members:
        raise UnreadableDocumentError(file_name, ImportFailure.NO_TEXT, "no files in it")
    _log.info("Unpacked %d files", len(unpacker.members))
    return unpacker.members


class _Unpacker:
    """Unpacks one file into a folder; what may still be written is counted over all that is nested in it."""

    def __init__(self, into: Path, limit: int, cipher: Cipher = PLAIN) -> None:
        self.members: list[ArchiveMember] = []
        self._into = into
        self._limit = self._bytes_left = limit
        self._cipher = cipher
        self._written = 0  # files

    def open(self, file: BinaryIO, file_name: str, shown: str, depth: int) -> None:
        """Add the files in an archive or mail, under the path that is shown for it; any other file is added itself."""
        from delegate_desk.parsing.reading import detect_suffix

        if not file.read(1):
            raise UnreadableDocumentError(file_name, ImportFailure.NO_TEXT, "empty")
        file.seek(0)
        kind = detect_suffix(file) or PurePosixPath(file_name).suffix.lower()
        file.seek(0)
        if kind in _MAILS:
            self._open_mail(file, file_name, shown, depth)
        elif kind in CONTAINERS:
            self._open_zip(file, file_name, shown, depth)
        else:
            self._extract(lambda: iter(partial(file.read, _CHUNK), b""), shown.rstrip("/"), depth, as_it_is=True)

    def _open_zip(self, file: BinaryIO, file_name: str, shown: str, depth: int) -> None:
        if directory_size(file) > LARGEST_DIRECTORY:
            raise _TooMuchError("its list of contents is too long")
        try:
            archive = zipfile.ZipFile(file)
        except (*BROKEN_ZIP, RuntimeError) as error:
            raise UnreadableDocumentError(file_name, ImportFailure.DAMAGED) from error
        with archive:
            # a folder's name ends with a slash; zipfile's own answer trips over a name of nothing
            files = (entry for entry in archive.infolist() if not entry.filename.endswith("/"))
            entries = [entry for entry in files if not any(map(is_clutter, harmless(_name(entry)).split("/")))]
            if overlap(entries):
                raise UnreadableDocumentError(file_name, ImportFailure.DAMAGED, "files in it overlap")
            if len(entries) > MOST_FILES:
                raise _TooMuchError(f"more than {MOST_FILES} files")
            if sum(entry.file_size for entry in entries) > self._bytes_left:
                raise _TooMuchError(f"more than {self._limit // 1_000_000} MB when unpacked")
            for entry in entries:
                name = harmless(_name(entry)) or "nameless"
                refused = _refusal(entry)
                if refused:
                    self._add(ArchiveMember(shown + name, "", *refused))
                else:
                    self._extract(partial(_chunks, archive, entry), shown + name, depth)

    def _open_mail(self, file: BinaryIO, file_name: str, shown: str, depth: int) -> None:
        from delegate_desk.parsing.office import mail

        data = file.read(mail.LARGEST + 1)
        has_text, attachments = mail.parts(data, file_name)
        if has_text:
            self._extract(partial(iter, (data,)), shown.rstrip("/"), depth, as_it_is=True)
        for part in attachments:
            name = harmless(part.name) or "nameless"
            if part.reason is not None:
                self._add(ArchiveMember(shown + name, "", part.reason))
            else:
                self._extract(partial(iter, (part.data,)), shown + name, depth)

    def _extract(self, chunks: Callable[[], Iterator[bytes]], name: str, depth: int, *, as_it_is: bool = False) -> None:
        opened = is_container(name) and not as_it_is
        if opened and depth >= DEEPEST:
            self._add(ArchiveMember(name, "", ImportFailure.TOO_LARGE, f"more than {DEEPEST} archives in each other"))
            return
        suffix = PurePosixPath(name).suffix.lower()[:10]
        written = f"{self._written:05d}{suffix if suffix[1:].isalnum() and not opened else ''}"
        self._written += 1
        path = self._into / written
        try:
            if opened and self._cipher.seals:
                self.open(io.BytesIO(b"".join(self._limit_bytes(chunks()))), name, f"{name}/", depth + 1)
            elif opened:
                self._write(chunks(), path)
                with path.open("rb") as file:
                    self.open(file, name, f"{name}/", depth + 1)
                delete(path)
            else:
                self._write(chunks(), path)
                self._add(ArchiveMember(name, written))
        except UnreadableDocumentError as error:
            delete(path)
            self._add(ArchiveMember(name, "", error.reason, error.detail))
        except (*BROKEN_ZIP, RuntimeError) as error:
            delete(path)
            of_disk = isinstance(error, OSError) and error.errno not in (None, errno.EINVAL) and error.strerror
            reason = ImportFailure.UNREADABLE if of_disk else ImportFailure.DAMAGED
            self._add(ArchiveMember(name, "", reason, of_disk or ""))

    def _write(self, chunks: Iterator[bytes], path: Path) -> None:
        with path.open("xb") as file:
            self._cipher.copy_in(ChunkReader(self._limit_bytes(chunks)), file, name_in_workdir(path))

    def _limit_bytes(self, chunks: Iterator[bytes]) -> Iterator[bytes]:
        for chunk in chunks:
            self._bytes_left -= len(chunk)
            if self._bytes_left < 0:
                raise _TooMuchError(f"more than {self._limit // 1_000_000} MB when unpacked")
            yield chunk

    def _add(self, member: ArchiveMember) -> None:
        if len(self.members) >= MOST_FILES:
            raise _TooMuchError(f"more than {MOST_FILES} files")
        self.members.append(member)


def _refusal(entry: zipfile.ZipInfo) -> tuple[ImportFailure, str] | None:
    """Return why an entry is not unpacked, as far as the archive tells in advance."""
    if entry.flag_bits & 1:
        return ImportFailure.ENCRYPTED, ""
    kind = stat.S_IFMT(entry.external_attr >> 16) if entry.create_system == _UNIX else 0
    if kind not in (0, stat.S_IFREG):  # what is packed of a link is where it leads
        return ImportFailure.UNSUPPORTED, "a link"
    if entry.file_size > LARGEST_FILE:
        return ImportFailure.TOO_LARGE, f"{LARGEST_FILE // 1_000_000} MB"
    if entry.file_size > max(_HARMLESSLY_SMALL, _DENSEST * entry.compress_size):
        return ImportFailure.TOO_LARGE, f"packed to less than a {_DENSEST}th"
    return None


def _chunks(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    with archive.open(entry) as stream:
        yield from iter(partial(stream.read, _CHUNK), b"")


def _name(entry: zipfile.ZipInfo) -> str:
    """Return an entry's name; some programs write UTF-8 without declaring it."""
    if entry.flag_bits & 0x800 or entry.filename.isascii():
        return entry.filename
    try:
        return entry.filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return entry.filename
