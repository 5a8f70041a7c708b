"""The library's database: one SQLite file, read by many at a time, written by one.

Write-ahead logging lets readers see consistent states while a writer writes (https://www.sqlite.org/wal.html). Writers
wait for each other; those of this program wait at a lock, as SQLite only polls
(https://www.sqlite.org/c3ref/busy_timeout.html). With ``synchronous=FULL`` a commit survives a power cut. Typed text is
committed with ``NORMAL`` at each key: it survives a crash of the program at once, and a power cut as soon as the log is
synchronised, a moment later (https://www.sqlite.org/pragma.html#pragma_synchronous).
"""

import contextlib
import errno
import logging
import os
import sqlite3
import threading
import uuid
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from delegate_desk import policy
from delegate_desk.cipher import PLAIN, Cipher
from delegate_desk.core import errors
from delegate_desk.core.library import policies
from delegate_desk.core.library.errors import LibraryLockedError
from delegate_desk.storage.db import damaged_database, encrypt_library, migrations, sqlite_engine
from delegate_desk.storage.files.filesystem import disk_error, sync_folder

_log = logging.getLogger(__name__)

FILE_NAME = "library.sqlite3"
PATIENCE = 30.0
"""Seconds that a writer waits for another."""
FLUSH_DELAY = 0.2
"""Seconds after which typed text survives a power cut."""
_LONG_LOG = 4_000_000  # bytes

_NAMELESS = "SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM library) AND EXISTS (SELECT 1 FROM document)"
_NOT_TEXT = "Could not decode to UTF-8"  # Python's message for undecodable text; it has no error code

_SYNCHRONOUS = {False: "FULL", True: "NORMAL"}
"""By whether text is being typed: what is saved at each key survives a kill at once, a power cut a moment later."""


class _ThreadState(threading.local):
    writing: sqlite3.Connection | None = None


class Database:
    """An open library.

    Raises, from any method: ``LibraryUnwritableError``, ``LibraryNewerError``, ``LibraryDamagedError``,
    ``LibraryBusyError``, ``DiskFullError``; when it is opened, ``LibraryLockedError``.
    """

    def __init__(self, folder: Path, cipher: Cipher = PLAIN) -> None:
        self.folder = folder
        self.cipher = cipher
        self._file = folder / FILE_NAME
        self._idle: list[sqlite3.Connection] = []
        self._latest: dict[tuple[str, ...], tuple[int, int]] = {}
        self._is_open = True
        self._device: int | None = None
        self._lock = threading.Lock()
        self._thread = _ThreadState()
        self._turn = threading.Lock()
        self._flush_timer: threading.Timer | None = None
        try:
            with self._translate_errors():
                self._open()
            self._device = self._file.stat().st_dev
        except BaseException:
            self.close()
            raise

    def _open(self) -> None:
        encrypt_library.finish(self.folder)
        if not self.cipher.seals and sqlite_engine.is_encrypted(self.folder):
            raise LibraryLockedError(str(self.folder))
        damaged_database.finish(self.folder)
        is_missing = not self._file.exists()
        is_new = is_missing or not self._file.stat().st_size
        log = self._file.with_name(f"{FILE_NAME}-wal")
        if is_new and (self._has_other_files() or (log.exists() and log.stat().st_size)):
            raise errors.LibraryDamagedError(
                str(self.folder), f"library.sqlite3 is {'missing' if is_missing else 'empty'}"
            )
        opened = 0 if is_missing else self._file.stat().st_ino
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)  # LIMITE documents are not for other users
        try:
            self._prepare_schema(is_new=is_new)
        finally:
            if encrypt_library.is_pending(self.folder) or (opened and self._file.stat().st_ino != opened):
                raise errors.LibraryBusyError(str(self.folder))  # encrypted, or decrypted, while we waited for it
        if is_missing:
            with contextlib.suppress(OSError):  # such as another user's folder, which is read-only
                sync_folder(self.folder.parent)

    def _prepare_schema(self, *, is_new: bool) -> None:
        with self._borrow() as connection:
            if migrations.version(connection) > len(migrations.STEPS):
                raise errors.LibraryNewerError(str(self.folder))
            self._check_is_library(connection, is_new=is_new)
            migrations.migrate(connection, self._file, cipher=self.cipher)
            connection.execute(
                "INSERT INTO library (id, created) SELECT ?, ? WHERE NOT EXISTS (SELECT 1 FROM library)",
                (str(uuid.uuid4()), datetime.now(UTC).isoformat()),
            )

    @contextlib.contextmanager
    def _borrow(self) -> Iterator[sqlite3.Connection]:
        with self._lock:
            connection = self._idle.pop() if self._idle else None
        if connection is None:
            connection = self._connect()
        try:
            yield connection
        finally:
            with self._lock:
                if self._is_open:
                    self._idle.append(connection)
            if not self._is_open:
                connection.close()

    def _connect(self) -> sqlite3.Connection:
        connection = sqlite_engine.connect(self._file, self.cipher, timeout=PATIENCE)
        try:
            for pragma in (
                "journal_mode = WAL",
                f"synchronous = {_SYNCHRONOUS[False]}",
                "foreign_keys = ON",
                "trusted_schema = OFF",
                "secure_delete = ON",
                "temp_store = MEMORY",  # sorted rows may contain text, which must not reach temporary files
            ):
                connection.execute(f"PRAGMA {pragma}")
        except BaseException:
            connection.close()
            raise
        return connection

    @contextlib.contextmanager
    def write(self, *, typed: bool = False) -> Iterator[sqlite3.Connection]:
        """Run one transaction; after an exception nothing is written.

        Everything written and read on the same thread meanwhile belongs to it.
        """
        if self._thread.writing:
            yield self._thread.writing
            return
        with self._writer_turn(), self._translate_errors(), self._borrow() as connection:
            self._check_is_there()
            connection.execute(f"PRAGMA synchronous = {_SYNCHRONOUS[typed]}")
            connection.execute("BEGIN IMMEDIATE")
            self._thread.writing = connection
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise
            finally:
                self._thread.writing = None
        if typed:
            with self._lock:
                if self._flush_timer is None and self._is_open:
                    self._flush_timer = threading.Timer(FLUSH_DELAY, self._flush_in_background)
                    self._flush_timer.daemon = True
                    self._flush_timer.start()

    def _flush(self) -> None:
        """Make typed text survive a power cut: the write-ahead log is synchronised, and kept short."""
        with self._lock:
            self._flush_timer = None
            is_open = self._is_open
        log = self._file.with_name(f"{FILE_NAME}-wal")
        try:
            descriptor = os.open(log, os.O_RDWR)
        except FileNotFoundError:  # another program closed the library last and merged the log
            return
        try:
            os.fsync(descriptor)
            is_long = os.fstat(descriptor).st_size > _LONG_LOG
        finally:
            os.close(descriptor)
        if is_long and is_open:
            with self._borrow() as connection:
                connection.execute("PRAGMA wal_checkpoint(PASSIVE)")

    def _flush_in_background(self) -> None:
        """Flush on a separate thread; a disk error then appears at the next write."""
        faults: tuple[type[Exception], ...] = (OSError, *sqlite_engine.database_errors())
        try:
            self._flush()
        except faults as error:
            _log.warning("The log of the library could not be settled: %s", type(error).__name__)

    @contextlib.contextmanager
    def _writer_turn(self) -> Iterator[None]:
        if not self._turn.acquire(timeout=PATIENCE):
            raise errors.LibraryBusyError(str(self.folder))
        try:
            yield
        finally:
            self._turn.release()

    @property
    def is_writing(self) -> bool:
        """True on a thread whose transaction is not over."""
        return self._thread.writing is not None

    @contextlib.contextmanager
    def read(self) -> Iterator[sqlite3.Connection]:
        """Read one consistent state, whatever others write meanwhile."""
        if self._thread.writing:
            yield self._thread.writing
            return
        with self._translate_errors(), self._borrow() as connection:
            self._check_is_there()
            connection.execute("BEGIN")
            try:
                yield connection
            finally:
                connection.execute("ROLLBACK")

    def library_id(self) -> str:
        with self.read() as connection:
            return str(connection.execute("SELECT id FROM library").fetchone()[0])

    def delegation(self) -> str | None:
        """Return our delegation: the administrator's choice if it is locked, or if nobody has chosen."""
        with self.read() as connection:
            row = connection.execute("SELECT delegation FROM library").fetchone()
        chosen = policies.locked_delegation() or row[0] or policy.current().values.get("Delegation")
        return None if chosen is None else str(chosen)

    def set_delegation(self, code: str) -> None:
        with self.write() as connection:
            connection.execute("UPDATE library SET delegation = ?", (code,))
            connection.execute("UPDATE position SET status = status")  # its delegation is searched for

    def changed_since(self, mark: int) -> tuple[int, list[tuple[int, str, str]]]:
        """Return the number of the latest change, and the changes after another: number, subject, key; oldest first."""
        with self.read() as connection:
            rows = connection.execute(
                "SELECT number, subject, key FROM change WHERE number > ? ORDER BY number", (mark,)
            ).fetchall()
            last = connection.execute("SELECT coalesce(max(number), 0) FROM change").fetchone()[0]
        return int(last), [(int(number), str(subject), str(key)) for number, subject, key in rows]

    def has_outdated_sidecars(self) -> bool:
        with self.read() as connection:
            return connection.execute("SELECT 1 FROM sidecar_due").fetchone() is not None

    def latest_change(self, *subjects: str) -> int:
        """Return the number of the latest change of some subjects, 0 if there is none.

        Of many only the newest are read.
        """
        last, latest = self._latest.get(subjects, (0, 0))
        with self.read() as connection:
            newest = connection.execute("SELECT coalesce(max(number), 0) FROM change").fetchone()[0]
            if newest != last:
                newer = connection.execute("SELECT number, subject FROM change WHERE number > ?", (last,))
                latest = max((number for number, subject in newer if subject in subjects), default=latest)
        if not self.is_writing:  # an open transaction may be rolled back and its numbers reused
            self._latest[subjects] = (newest, latest)
        return latest

    def change_number(self, subject: str, key: str) -> int:
        """Return the number of the latest change of one item; 0 if there is none."""
        with self.read() as connection:
            row = connection.execute(
                "SELECT number FROM change WHERE subject = ? AND key = ?", (subject, key)
            ).fetchone()
        return int(row[0]) if row else 0

    def problems(self) -> list[str]:
        """Return the problems found by SQLite's own check, and invalid rows; empty for an intact database."""
        from delegate_desk.storage.db import recovery  # slow, and not needed to open a library

        with self.read() as connection:
            found = [str(row[0]) for row in connection.execute("PRAGMA integrity_check(10)")]
            found += [f"foreign key: {row[0]}" for row in connection.execute("PRAGMA foreign_key_check")]
            found += recovery.find_invalid_rows(connection)
        return [problem for problem in found if problem != "ok"]

    def purge_log(self) -> None:
        """Remove deleted data from the write-ahead log; what others still read stays until they are done."""
        with self._translate_errors(), self._borrow() as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def state(self) -> tuple[int, ...] | None:
        """Return a token that changes with every write; None if that cannot be determined."""
        with self._translate_errors(), self._borrow() as connection:
            _, logged, taken_in = connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
            last = connection.execute("SELECT coalesce(max(number), 0) FROM change").fetchone()[0]
            file = self._file.stat()
        return (file.st_mtime_ns, file.st_size, int(last)) if logged == taken_in else None

    def close(self) -> None:
        with self._lock:
            self._is_open = False
            idle, self._idle = self._idle, []
            timer, self._flush_timer = self._flush_timer, None
        if timer is not None:
            timer.cancel()
            self._flush_in_background()
        for connection in idle:
            connection.close()

    def _check_is_there(self) -> None:
        """Check that the folder still leads to the open database: a removed memory stick leaves an empty folder."""
        if self._file.stat().st_dev != self._device:
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))

    def _has_other_files(self) -> bool:
        folders = ("originals", "backups", "sidecars", "index")
        return any(path.is_file() for folder in folders for path in (self.folder / folder).glob("**/*"))

    def _check_is_library(self, connection: sqlite3.Connection, *, is_new: bool) -> None:
        """Check, quickly, that a database is a library, and not one that lost all its content."""
        tables = {str(row[0]) for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
        if is_new and not tables:
            return
        if migrations.version(connection) == 0:
            if tables:
                raise errors.LibraryDamagedError(str(self.folder), "library.sqlite3 is another program's")
            if self._has_other_files():
                raise errors.LibraryDamagedError(str(self.folder), "library.sqlite3 holds nothing")
        elif not {"library", "document", "annotation", "change"} <= tables:
            raise errors.LibraryDamagedError(str(self.folder), "tables are missing in library.sqlite3")
        elif connection.execute(_NAMELESS).fetchone():
            raise errors.LibraryDamagedError(str(self.folder), "library.sqlite3 does not say which library it is")

    @contextlib.contextmanager
    def _translate_errors(self) -> Iterator[None]:
        try:
            yield
        except sqlite_engine.database_errors() as error:
            translated = self._translation(error)
            if translated is None:
                raise
            raise translated from error
        except OSError as error:
            raise disk_error(error, self.folder) from error

    def _translation(self, error: Exception) -> errors.DeskError | None:
        folder = str(self.folder)
        whole_code = getattr(error, "sqlite_errorcode", 0)
        code = whole_code & 0xFF
        if (
            code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
            or whole_code == sqlite3.SQLITE_IOERR_CORRUPTFS
            or isinstance(error, UnicodeDecodeError)
            or str(error).startswith(_NOT_TEXT)
        ):
            if self._device is not None:
                damaged_database.notice(self.folder)
            return errors.LibraryDamagedError(folder, str(error))
        if code == sqlite3.SQLITE_FULL or whole_code == sqlite3.SQLITE_IOERR_SHMSIZE:
            return errors.DiskFullError(folder)
        if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            return errors.LibraryBusyError(folder)
        if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_IOERR):
            return errors.LibraryUnwritableError(folder, str(error))
        return None
