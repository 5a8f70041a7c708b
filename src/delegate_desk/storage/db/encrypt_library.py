"""A plain library made an encrypted one, and back: built beside, looked over, and swapped for what there was.

What is new is built in the workplace, which is swept where a program was killed in it. When all of it is on the disk,
that folder becomes ``converted/``: from then on whoever opens the library first goes on. The old files go to
``replaced/``, the folder becomes ``arriving/``, the new files come out of it, the old ones are deleted. Each is one
renaming, and is passed over where it was done; so a library is always wholly of one kind when it is open.
"""

import base64
import contextlib
import hashlib
import json
import logging
import os
import re
import shutil
import sqlite3
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from delegate_desk.cipher import MAGIC, PLAIN, ChunkReader, Cipher, SealBrokenError, SealedCipher
from delegate_desk.core.errors import DiskFullError, LibraryBusyError, LibraryDamagedError
from delegate_desk.core.library import backup
from delegate_desk.core.library.errors import (
    KeyDamagedError,
    PassphraseTooShortError,
    UnusableBackupError,
    WrongPassphraseError,
)
from delegate_desk.core.progress import Steps
from delegate_desk.core.values import dataclass
from delegate_desk.files import delete, delete_tree, move
from delegate_desk.storage.db import damaged_database, sqlite_engine
from delegate_desk.storage.db.database import disk_errors
from delegate_desk.storage.db.sqlite_engine import is_encrypted, key_files
from delegate_desk.storage.files import backup_archive
from delegate_desk.storage.files.backup_archive import OpenedBackup
from delegate_desk.storage.files.filesystem import sync_file, sync_folder, written_whole

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

_log = logging.getLogger(__name__)

_DATABASE = backup.DATABASE
_READY, _ARRIVING, _REPLACED = "converted", "arriving", "replaced"
_OURS = re.compile(
    r"library\.(sqlite3|key)(-wal|-shm|-journal|\..*)?|originals|sidecars|backups|damaged|index|draft\.json.*"
)
"""What gives way at the top of the folder; what else stands there is not the library's."""
_DROPPED = re.compile(r"\..*|library\.key.*|.*\.new")
_TOLD = (damaged_database.RECOVERED_LIST, damaged_database.UNPLACED_LIST, damaged_database.MERGED_LIST)

Prepare = Callable[[Path], None]
"""Puts the key, or none, into a library that is being built."""


def convert(library: Path, old: Cipher, new: Cipher, prepare: Prepare) -> Steps[None]:
    """Convert the files of a closed library to another cipher: slow; progress in bytes.

    If cancelled between two steps, everything is as it was.
    """
    files = list(_files(library))
    size = sum(path.stat().st_size for path in (library / _DATABASE, *files))
    if size > shutil.disk_usage(library).free:
        raise DiskFullError(str(library))
    with damaged_database.workplace(library) as place, contextlib.closing(_lock_database(library, old)) as connection:
        done = 0
        yield done, size + 1
        sqlite_engine.export(connection, place / _DATABASE, new)
        _compare(connection, place / _DATABASE, new, library)
        done += (library / _DATABASE).stat().st_size
        yield done, size + 1
        prepare(place)
        for path in files:
            within = path.relative_to(library)
            target = place / within
            target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            _convert(path, target, within, old, new, place)
            done += path.stat().st_size
            yield min(done, size), size + 1
        for folder in {*(path.parent for path in place.rglob("*")), place}:
            sync_folder(folder)
        move(place, library / _READY)
        sync_folder(library)
        if os.name == "nt":  # which renames no file that is open
            connection.close()
        _roll(library)  # nobody who waited for the database has it before it is the old one
    _log.info("The library was %s", "encrypted" if new.seals else "decrypted")


def finish(library: Path) -> bool:
    """Resume a swap interrupted by a crash, and delete left-over build files; True if it swapped."""
    damaged_database.delete_leftovers(library)
    if not any((library / name).is_dir() for name in (_READY, _ARRIVING, _REPLACED)):
        return False
    with damaged_database.locked(library):
        _roll(library)
    return True


def _roll(library: Path) -> None:
    ready, arriving, replaced = (library / name for name in (_READY, _ARRIVING, _REPLACED))
    if ready.is_dir():
        replaced.mkdir(mode=0o700, exist_ok=True)
        for entry in sorted(library.iterdir()):
            if _OURS.fullmatch(entry.name):
                move(entry, replaced / entry.name)
        sync_folder(replaced)
        sync_folder(library)
        move(ready, arriving)
        sync_folder(library)
    if arriving.is_dir():
        for entry in sorted(arriving.iterdir()):
            move(entry, library / entry.name)
        sync_folder(library)
        arriving.rmdir()
    if replaced.is_dir():
        delete_tree(replaced)
    sync_folder(library)


def _lock_database(library: Path, cipher: Cipher) -> sqlite3.Connection:
    """The database, kept from all others until it is closed."""
    connection = sqlite_engine.connect_for_export(library / _DATABASE, cipher)
    try:
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        connection.execute("PRAGMA journal_mode = DELETE")  # the log is taken in
        connection.execute("BEGIN EXCLUSIVE")
        connection.execute("COMMIT")  # in this mode the lock stays
    except sqlite_engine.database_errors() as error:
        connection.close()
        if getattr(error, "sqlite_errorcode", 0) & 0xFF in (5, 6):  # busy, locked
            raise LibraryBusyError(str(library)) from error
        raise LibraryDamagedError(str(library), str(error)) from error
    return connection


def _compare(connection: sqlite3.Connection, made: Path, cipher: Cipher, library: Path) -> None:
    """Make sure that two databases say the same, row for row."""
    faults: tuple[type[Exception], ...] = (ValueError, *sqlite_engine.database_errors())
    try:
        found = [str(row[0]) for row in connection.execute("PRAGMA integrity_check(3)")]
        steps, counts = backup_archive.count(made, cipher)
        same = sqlite_engine.same(connection, made, cipher)
    except faults as error:
        raise LibraryDamagedError(str(library), str(error)) from error
    if found != ["ok"]:
        raise LibraryDamagedError(str(library), "; ".join(found))
    own = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if not same or (steps, counts) != (own, backup_archive.count_rows(connection)):
        raise LibraryDamagedError(str(library), "its copy is not what it is")


def _files(library: Path) -> Iterator[Path]:
    for entry in ("draft.json", "originals", "sidecars", "backups", "damaged"):
        place = library / entry
        if place.is_file():
            yield place
        for path in sorted(place.rglob("*")):
            inside = path.relative_to(place).parts
            is_dropped = any(_DROPPED.fullmatch(part) for part in inside) or (entry, inside[0]) == (
                "originals",
                "incoming",
            )
            if path.is_file() and not path.is_symlink() and not is_dropped:
                yield path


def _convert(path: Path, target: Path, within: Path, old: Cipher, new: Cipher, place: Path) -> None:
    """Write a file of a library as another cipher has it; one that cannot be read goes along as it is."""
    kind = within.parts[0]
    faults: tuple[type[Exception], ...] = (
        SealBrokenError, UnusableBackupError, ValueError, *sqlite_engine.database_errors()
    )  # fmt: skip
    try:
        if path.suffix == backup.SUFFIX:
            _convert_backup(path, target, old, new, place)
        elif kind == "backups" and path.suffix == ".sqlite3":
            with contextlib.closing(sqlite_engine.connect_for_export(path, old)) as connection:
                sqlite_engine.export(connection, target, new)
        elif kind == "backups" or (kind == "damaged" and old.seals and not _is_sealed(path)):
            shutil.copyfile(path, target)  # a file of somebody's, or a database that was put aside encrypted
        else:
            _rewrite(path, target, _name(within), old, new)
    except faults:
        delete(target)
        _log.warning("A damaged file of the library goes along as it is")
        _rewrite(path, target, f"damaged:{path.name}", PLAIN, new)
    shutil.copystat(path, target)
    if kind == "originals":
        target.chmod(0o400)
    sync_file(target)


def _is_sealed(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(len(MAGIC)) == MAGIC


def _rewrite(path: Path, target: Path, name: str, old: Cipher, new: Cipher) -> None:
    with path.open("rb") as source, target.open("wb") as into:
        new.copy_in(ChunkReader(old.chunks(source, name)), into, name)


def _convert_backup(path: Path, target: Path, old: Cipher, new: Cipher, place: Path) -> None:
    unpacked, made = place / ".unpacked", place / ".made"
    for folder in (unpacked, made):
        delete_tree(folder, ignore_errors=True)
        folder.mkdir(mode=0o700)
    with OpenedBackup(path) as opened:
        manifest = opened.manifest
        for _ in opened.unpack(unpacked, lambda _: True):
            pass
    parts = []
    for member in manifest.members:
        within = Path(member.name)
        result = made / within
        result.parent.mkdir(parents=True, exist_ok=True)
        if member.name == _DATABASE:
            with contextlib.closing(sqlite_engine.connect_for_export(unpacked / within, old)) as connection:
                sqlite_engine.export(connection, result, new)
        elif member.name == backup.KEY:
            continue
        else:
            _rewrite(unpacked / within, result, _name(within), old, new)
        parts.append((member.name, result))
    if new.seals:
        parts.append((backup.KEY, place / backup.KEY))
    for _ in backup_archive.pack(target, replace(manifest, encrypted=new.seals), parts):
        pass
    for folder in (unpacked, made):
        delete_tree(folder)


def _name(within: Path) -> str:
    kind = within.parts[0]
    if kind == "originals":
        return f"original:{within.stem}"
    if kind == "sidecars":
        return f"sidecar:{within.relative_to(kind).as_posix()}"
    if kind == "damaged":
        return within.name if within.name in _TOLD else f"damaged:{within.name}"
    return "draft"


LEAST = 8
"""Characters that a passphrase has at least."""
_FORMAT = "delegate-desk library key 1"
_MEMORY, _PASSES, _LANES = 64 * 1024, 3, 4  # KiB; 0.2 s on a laptop of 2024
_MOST_MEMORY, _MOST_PASSES, _MOST_LANES = 2 * 1024 * 1024, 100, 64
_LARGEST = 10_000


@dataclass(frozen=True, slots=True)
class _Locked:
    """Content of a key file."""

    memory: int
    passes: int
    lanes: int
    salt: bytes
    nonce: bytes
    key: bytes

    def opened_with(self, passphrase: str) -> bytes:
        """The library's key."""
        return self._box(passphrase).decrypt(self.nonce, self.key, self._about())

    @classmethod
    def seal_key(cls, key: bytes, passphrase: str) -> "_Locked":
        salt, nonce = os.urandom(16), os.urandom(12)
        unlocked = cls(_MEMORY, _PASSES, _LANES, salt, nonce, b"")
        return cls(_MEMORY, _PASSES, _LANES, salt, nonce, unlocked._sealed(key, passphrase))

    def _sealed(self, key: bytes, passphrase: str) -> bytes:
        return self._box(passphrase).encrypt(self.nonce, key, self._about())

    def _box(self, passphrase: str) -> "AESGCM":
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # few libraries are encrypted

        return AESGCM(self._derive_key(passphrase))

    def _derive_key(self, passphrase: str) -> bytes:
        from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

        typed = unicodedata.normalize("NFC", passphrase).encode()  # keyboards differ in how they compose a letter
        return Argon2id(
            salt=self.salt, length=32, iterations=self.passes, lanes=self.lanes, memory_cost=self.memory
        ).derive(typed)

    def _about(self) -> bytes:
        return json.dumps([_FORMAT, self.memory, self.passes, self.lanes, _text(self.salt)]).encode()

    def as_json(self) -> bytes:
        derivation = {"memory": self.memory, "passes": self.passes, "lanes": self.lanes, "salt": _text(self.salt)}
        wrapped = {"nonce": _text(self.nonce), "key": _text(self.key)}
        whole = {"format": _FORMAT, "argon2id": derivation, "aes_256_gcm": wrapped, "sha256": self._digest()}
        return json.dumps(whole, indent=1).encode() + b"\n"

    def _digest(self) -> str:
        """Tells a file that was damaged from a wrong passphrase."""
        return hashlib.sha256(self._about() + self.nonce + self.key).hexdigest()

    @classmethod
    def read(cls, file: Path) -> "_Locked":
        """Return the content of a key file."""
        try:
            with file.open("rb") as opened:
                whole: Any = json.loads(opened.read(_LARGEST))
            derivation, wrapped = whole["argon2id"], whole["aes_256_gcm"]
            found = cls(
                int(derivation["memory"]),
                int(derivation["passes"]),
                int(derivation["lanes"]),
                _bytes(derivation["salt"]),
                _bytes(wrapped["nonce"]),
                _bytes(wrapped["key"]),
            )
            known = whole["format"] == _FORMAT
            is_whole = whole["sha256"] == found._digest()
        except OSError as error:
            raise KeyDamagedError(str(file), error.strerror or type(error).__name__) from error
        except (ValueError, KeyError, TypeError, RecursionError) as error:
            raise KeyDamagedError(str(file), "it is no key file, or not whole") from error
        if not known:
            raise KeyDamagedError(str(file), "another version of Delegate Desk wrote it")
        sizes = is_whole and (len(found.salt), len(found.nonce), len(found.key)) == (16, 12, 48)
        is_bearable = 1 <= found.passes <= _MOST_PASSES and 1 <= found.lanes <= _MOST_LANES
        if not (sizes and is_bearable and 8 * found.lanes <= found.memory <= _MOST_MEMORY):
            raise KeyDamagedError(str(file), "it is not whole")
        return found


@dataclass(frozen=True, slots=True)
class NewKey:
    """The key of a library that is about to be encrypted.

    Attributes:
        cipher: What its files pass through.
        locked: The file that holds it.
    """

    cipher: Cipher
    locked: bytes

    def write_to(self, folder: Path) -> None:
        """Write it into a library's folder."""
        _write(folder, self.locked)


def key_for(passphrase: str) -> NewKey:
    """Make a key, and lock it: slow."""
    _check(passphrase)
    key = os.urandom(32)
    return NewKey(SealedCipher(key), _Locked.seal_key(key, passphrase).as_json())


def unlock(folder: Path, passphrase: str) -> Cipher:
    """Return the cipher for the files of a library; the plain cipher if it is not encrypted. Slow."""
    return SealedCipher(_key(folder, passphrase)) if is_encrypted(folder) else PLAIN


def change(folder: Path, old: str, new: str) -> None:
    """Lock the key with a new passphrase, in a single step: slow.

    Holders of the old passphrase and a copy of the old file can still read: earlier backups contain that copy.
    """
    _check(new)
    key = _key(folder, old)
    _write(folder, _Locked.seal_key(key, new).as_json())
    _log.info("The passphrase was changed")


def _check(passphrase: str) -> None:
    if len(passphrase) < LEAST:
        raise PassphraseTooShortError(LEAST)


def _key(folder: Path, passphrase: str) -> bytes:
    file, second = key_files(folder)
    try:
        key = _opened(_Locked.read(file), folder, passphrase)
    except KeyDamagedError:
        if not second.exists():
            raise
        locked = _Locked.read(second)
        _log.warning("The key was read from its second copy")
        key = _opened(locked, folder, passphrase)
        if file.exists():  # put aside, never written over
            move(file, file.with_name(f"{file.name}.damaged"))
        _write_atomically(file, locked.as_json())
        return key
    with contextlib.suppress(OSError):  # a second copy can wait for a folder that can be written
        if not second.exists() or second.read_bytes() != file.read_bytes():
            _write_atomically(second, file.read_bytes())
    return key


def _opened(locked: _Locked, folder: Path, passphrase: str) -> bytes:
    from cryptography.exceptions import InvalidTag

    try:
        return locked.opened_with(passphrase)
    except InvalidTag as error:
        raise WrongPassphraseError(str(folder)) from error


def _write(folder: Path, content: bytes) -> None:
    with disk_errors(folder):
        for file in key_files(folder):
            _write_atomically(file, content)


def _write_atomically(file: Path, content: bytes) -> None:
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    for left in file.parent.glob(f"{file.name}.*.new"):  # by a killed program
        delete(left)
    with written_whole(file) as opened:
        opened.write(content)
    sync_folder(file.parent)


def _text(content: bytes) -> str:
    return base64.b64encode(content).decode()


def _bytes(text: str) -> bytes:
    return base64.b64decode(text, validate=True)
