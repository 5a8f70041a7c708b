"""Database drivers: Python's own SQLite for a plain library, SQLCipher for an encrypted one.

Both implement DB-API, each with its own classes for rows and errors; SQLCipher is loaded on first use
(https://www.zetetic.net/sqlcipher/sqlcipher-api/). Its ``cipher_memory_security`` stays off: locking and wiping each
piece of memory makes a search twice as slow, and what is read is in unlocked memory anyway.
"""

import contextlib
import sqlite3
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, cast

from delegate_desk.cipher import PLAIN, Cipher
from delegate_desk.storage.files.filesystem import sync_file

KEY_NAME = "library.key"
"""File of the key of an encrypted library, with a second copy among the backups."""
_CIPHERED = "sqlcipher3.dbapi2"

MAGIC = b"SQLite format 3\0"
"""First bytes of a database that is not encrypted."""


def key_files(folder: Path) -> tuple[Path, Path]:
    """Return the paths of the key of an encrypted library and of its second copy."""
    return folder / KEY_NAME, folder / "backups" / KEY_NAME


def is_encrypted(folder: Path) -> bool:
    return any(file.exists() for file in key_files(folder))


_PAGES = 2000
"""Number of pages copied between two progress reports."""


def connect(file: Path, cipher: Cipher = PLAIN, *, timeout: float = 0.0) -> sqlite3.Connection:
    """Return a connection for any thread, one at a time, that begins no transaction by itself."""
    if not cipher.seals:
        return sqlite3.connect(file, timeout=timeout, isolation_level=None, check_same_thread=False)
    return connect_for_export(file, cipher, timeout)


def connect_for_export(file: Path, cipher: Cipher, timeout: float = 0.0) -> sqlite3.Connection:
    """Return a connection that can write what it reads with another cipher."""
    from sqlcipher3 import dbapi2

    connect_ciphered: Any = dbapi2.connect  # type: ignore[attr-defined]  # compiled
    opened = connect_ciphered(str(file), timeout=timeout, isolation_level=None, check_same_thread=False)
    connection = cast("sqlite3.Connection", opened)  # the same DB-API
    connection.execute("PRAGMA cipher_log_level = NONE")  # it writes to standard error
    if cipher.seals:
        connection.execute(f'PRAGMA key = "{_key(cipher)}"')
    return connection


def _key(cipher: Cipher) -> str:
    return f"x'{cipher.key('database').hex()}'" if cipher.seals else ""


def copy(
    connection: sqlite3.Connection,
    target: Path,
    cipher: Cipher = PLAIN,
    report: Callable[[int, int], object] = lambda _done, _of: None,
) -> None:
    """Copy a consistent state of a database in use to a new file; it is on disk on return.

    The copy is encrypted like the database, with the same cipher.

    Args:
        connection: One that already reads a state; otherwise the copy starts again at each write by another.
        report: Called with the number of pages copied and their total; an exception cancels the copy.
    """
    with contextlib.closing(connect(target, cipher)) as other:
        connection.backup(other, pages=_PAGES, progress=lambda _, left, total: report(total - left, total))
        other.execute("PRAGMA journal_mode = DELETE")  # one file, without a log beside it
    sync_file(target)


def export(connection: sqlite3.Connection, target: Path, cipher: Cipher) -> None:
    """Write a whole database to a new file with another cipher; it is on disk on return.

    https://www.zetetic.net/sqlcipher/sqlcipher-api/#sqlcipher_export
    """
    steps = connection.execute("PRAGMA user_version").fetchone()[0]
    with _attach(connection, target, cipher):
        connection.execute("SELECT sqlcipher_export('other')").fetchall()
        connection.execute(f"PRAGMA other.user_version = {int(steps)}")
    sync_file(target)


def same(connection: sqlite3.Connection, file: Path, cipher: Cipher) -> bool:
    """True if another database has the same schema and the same rows."""
    schema = "SELECT type, name, sql FROM {}.sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY type, name"
    with _attach(connection, file, cipher):
        own, other = (connection.execute(schema.format(name)).fetchall() for name in ("main", "other"))
        tables = [str(name).replace('"', '""') for kind, name, _ in own if kind == "table"]
        return own == other and all(
            connection.execute(f'SELECT 1 FROM (SELECT * FROM {a}."{t}" EXCEPT SELECT * FROM {b}."{t}")').fetchone()  # noqa: S608  (names of tables, quoted)
            is None
            for t in tables
            for a, b in (("main", "other"), ("other", "main"))
        )


@contextlib.contextmanager
def _attach(connection: sqlite3.Connection, file: Path, cipher: Cipher) -> Iterator[None]:
    connection.execute("ATTACH DATABASE ? AS other KEY ?", (str(file), _key(cipher)))
    try:
        yield
    finally:
        connection.execute("DETACH DATABASE other")


def row_class(connection: sqlite3.Connection) -> Any:
    return sqlite3.Row if isinstance(connection, sqlite3.Connection) else sys.modules[_CIPHERED].Row


def database_errors() -> tuple[type[Exception], ...]:
    """Return the exception classes of databases; evaluated when an ``except`` is reached.

    SQLite quotes a damaged schema in its messages, which Python cannot always decode.
    """
    return (*(driver.DatabaseError for driver in _drivers()), UnicodeDecodeError)


def integrity_errors() -> tuple[type[sqlite3.DatabaseError], ...]:
    return tuple(driver.IntegrityError for driver in _drivers())


def _drivers() -> list[Any]:
    ciphered = sys.modules.get(_CIPHERED)
    return [sqlite3, ciphered] if hasattr(ciphered, "IntegrityError") else [sqlite3]  # a thread may be importing it
