"""The file of a backup: written, and read with checks, as it may come from anywhere."""

import contextlib
import hashlib
import os
import sqlite3
import stat
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Self

from delegate_desk.cipher import Cipher
from delegate_desk.core.library import backup
from delegate_desk.core.library.backup import BackupManifest, BackupMember, NewerFormatError
from delegate_desk.core.library.errors import BackupFault, UnusableBackupError
from delegate_desk.core.progress import Steps, Tell
from delegate_desk.storage.db import sqlite_engine
from delegate_desk.storage.files.filesystem import begins_with, sync_file

_CHUNK = 1024 * 1024
_LONGEST_MANIFEST = 64 * 1024 * 1024
_BEGIN = b"PK\3\4"
_PACKED_ALREADY = frozenset({".pdf", ".docx", ".zip", ".png", ".jpg"})
_SLICE = 200_000
"""Number of SQLite virtual machine steps between two checks for cancellation."""
_DATE = (1980, 1, 1, 0, 0, 0)  # ZIP has no earlier date, and a clock may be wrong; the manifest has the real date


def pack(target: Path, manifest: BackupManifest, parts: Sequence[tuple[str, Path]]) -> Steps[BackupManifest]:
    """Write a backup to a new file, reporting the bytes added, and return the manifest with all members.

    Raises:
        OSError: If it cannot be written, or a part cannot be read.
    """
    members = []
    done, total = 0, sum(path.stat().st_size for _, path in parts)
    with target.open("xb") as file, zipfile.ZipFile(file, "w", compresslevel=1) as archive:
        for name, path in parts:
            digest, size = hashlib.sha256(), 0
            info = _info(name, packed=not manifest.encrypted and path.suffix.lower() not in _PACKED_ALREADY)
            with path.open("rb") as source, archive.open(info, "w", force_zip64=True) as into:
                while chunk := source.read(_CHUNK):
                    digest.update(chunk)
                    size += len(chunk)
                    into.write(chunk)
                    done += len(chunk)
                    yield done, total
            members.append(BackupMember(name, size, digest.hexdigest()))
        manifest = replace(manifest, members=tuple(members))
        archive.writestr(_info(backup.MANIFEST, packed=True), backup.encode_manifest(manifest))
    sync_file(target)
    return manifest


def _info(name: str, *, packed: bool) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, _DATE)
    info.compress_type = zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED
    info.external_attr = 0o600 << 16
    return info


class OpenedBackup:
    """An opened backup, whose manifest lists exactly its content.

    Raises:
        UnusableBackupError: If it is not a backup, or contains what no backup contains.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        if not path.is_file():
            raise self._fault(BackupFault.MISSING)
        with self._translate_errors(BackupFault.NOT_ONE):
            is_half = begins_with(path, _BEGIN)
        with self._translate_errors(BackupFault.DAMAGED if is_half else BackupFault.NOT_ONE):
            self._archive = zipfile.ZipFile(path)
        try:
            self.manifest = self._list()
            self._check_names()
        except BaseException:
            self._archive.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._archive.close()

    def unpack(self, folder: Path, is_wanted: Callable[[str], bool]) -> Steps[None]:
        """Read everything and extract what is wanted to a folder, reporting the bytes read.

        Raises:
            UnusableBackupError: At the first file that differs from the manifest.
            OSError: If a file cannot be written.
        """
        done, total = 0, self.size() + 1
        for member in self.manifest.members:
            if is_wanted(member.name):
                place = folder / member.name
                place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                with place.open("xb") as target:
                    for chunk in self._content(member):
                        target.write(chunk)
                        done += len(chunk)
                        yield done, total
                    target.flush()
                    os.fsync(target.fileno())
            else:
                for chunk in self._content(member):
                    done += len(chunk)
                    yield done, total

    def size(self) -> int:
        return sum(member.size for member in self.manifest.members)

    def _content(self, member: BackupMember) -> Iterator[bytes]:
        digest, size = hashlib.sha256(), 0
        with self._translate_errors(BackupFault.DAMAGED):
            source = self._archive.open(member.name)
        with source:
            while True:
                with self._translate_errors(BackupFault.DAMAGED):
                    chunk = source.read(_CHUNK)
                if not chunk:
                    break
                size += len(chunk)
                digest.update(chunk)
                if size > member.size:
                    break
                yield chunk
        if size != member.size or digest.hexdigest() != member.sha256:
            raise self._fault(BackupFault.DAMAGED, member.name)

    def _list(self) -> BackupManifest:
        with self._translate_errors(BackupFault.NOT_ONE):
            info = self._archive.getinfo(backup.MANIFEST)
            if info.file_size > _LONGEST_MANIFEST:
                raise self._fault(BackupFault.UNSAFE, backup.MANIFEST)
            with self._archive.open(info) as file:
                written = file.read(_LONGEST_MANIFEST + 1)
        try:
            return backup.decode_manifest(written)
        except NewerFormatError as error:
            raise self._fault(BackupFault.NEWER) from error
        except ValueError as error:
            raise self._fault(BackupFault.DAMAGED, backup.MANIFEST) from error

    def _check_names(self) -> None:
        infos = [info for info in self._archive.infolist() if info.filename != backup.MANIFEST]
        for info in infos:
            kind = stat.S_IFMT(info.external_attr >> 16)
            is_known = backup.is_member_name(info.filename) and info.filename == info.orig_filename
            if not is_known or kind not in (0, stat.S_IFREG) or info.flag_bits & 1:
                raise self._fault(BackupFault.UNSAFE)
        sizes = {info.filename: info.file_size for info in infos}
        listed = {member.name: member.size for member in self.manifest.members}
        if len(sizes) != len(infos) or len(listed) != len(self.manifest.members):
            raise self._fault(BackupFault.UNSAFE)
        if sizes != listed or backup.DATABASE not in listed:
            raise self._fault(BackupFault.DAMAGED, "what is in it is not what its list says")

    @contextlib.contextmanager
    def _translate_errors(self, fault: BackupFault) -> Iterator[None]:
        try:
            yield
        except (zipfile.BadZipFile, zlib.error, EOFError, KeyError, NotImplementedError, RuntimeError) as error:
            raise self._fault(fault) from error
        except (ValueError, OverflowError) as error:  # numbers in a made-up ZIP
            raise self._fault(BackupFault.DAMAGED) from error
        except OSError as error:
            raise self._fault(BackupFault.MISSING, error.strerror or "") from error

    def _fault(self, fault: BackupFault, detail: str = "") -> UnusableBackupError:
        return UnusableBackupError(self._path.name, fault, detail)


def read_manifest(path: Path) -> BackupManifest:
    """Return the manifest of a backup.

    Raises:
        UnusableBackupError: If it is not a backup.
    """
    with OpenedBackup(path) as opened:
        return opened.manifest


def count(file: Path, cipher: Cipher, report: Tell = lambda _done, _of: None) -> tuple[int, dict[str, int]]:
    """Open a copy of a database and check it fully: return its schema step, and the rows of each table.

    Raises:
        ValueError: If SQLite finds a fault, with its description.
    """

    def look() -> int:
        report(0, 0)
        return 0

    faults = sqlite_engine.database_errors()
    with contextlib.closing(sqlite_engine.connect(file, cipher)) as connection:
        connection.set_progress_handler(look, _SLICE)
        try:
            connection.execute("PRAGMA trusted_schema = OFF")
            problems = [str(row[0]) for row in connection.execute("PRAGMA integrity_check(3)")]
            steps = int(connection.execute("PRAGMA user_version").fetchone()[0])
            counts = count_rows(connection)
        except faults as error:
            raise ValueError(str(error)) from error
    if problems != ["ok"]:
        raise ValueError("; ".join(problems))
    return steps, counts


def count_rows(connection: sqlite3.Connection) -> dict[str, int]:
    names = connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
    ).fetchall()
    quoted = [(str(name), str(name).replace('"', '""')) for (name,) in names]
    return {name: int(connection.execute(f'SELECT count(*) FROM "{q}"').fetchone()[0]) for name, q in quoted}  # noqa: S608  (names of tables, quoted)
