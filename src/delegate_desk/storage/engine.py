"""What opens a database: Python's own SQLite for a plain library, SQLCipher for an encrypted one.

Both speak the same DB-API, each with classes of its own for rows and errors; SQLCipher is loaded when it is first
needed (https://www.zetetic.net/sqlcipher/sqlcipher-api/).
"""

import contextlib
import os
import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any, cast

from delegate_desk.cipher import PLAIN, Cipher

KEY_NAME = "library.key"
"""There where a library is encrypted, with a second one among the backups."""
_CIPHERED = "sqlcipher3.dbapi2"


def key_files(folder: Path) -> tuple[Path, Path]:
    """Where the key of an encrypted library stands, and where its second copy does."""
    return folder / KEY_NAME, folder / "backups" / KEY_NAME


def is_encrypted(folder: Path) -> bool:
    """True for a library that has a key; the second copy is enough."""
    return any(file.exists() for file in key_files(folder))


_PAGES = 2000
"""Copied between two words on how far a copy has come."""


def connect(file: Path, cipher: Cipher = PLAIN, *, timeout: float = 0.0) -> sqlite3.Connection:
    """A connection that any thread may use, one at a time, and that begins no transaction by itself."""
    if not cipher.seals:
        return sqlite3.connect(file, timeout=timeout, isolation_level=None, check_same_thread=False)
    from sqlcipher3 import dbapi2

    connect_ciphered: Any = dbapi2.connect  # type: ignore[attr-defined]  # compiled
    opened = connect_ciphered(str(file), timeout=timeout, isolation_level=None, check_same_thread=False)
    connection = cast("sqlite3.Connection", opened)  # the same DB-API
    connection.execute("PRAGMA cipher_log_level = NONE")  # it writes to standard error
    connection.execute("PRAGMA cipher_memory_security = ON")
    connection.execute(f"PRAGMA key = \"x'{cipher.key('database').hex()}'\"")
    return connection


def copy(
    connection: sqlite3.Connection,
    target: Path,
    cipher: Cipher = PLAIN,
    tell: Callable[[int, int], object] = lambda _done, _of: None,
) -> None:
    """Copy a whole state of a database, while others use it, to a file that is not there yet; on disk when it returns.

    The copy is encrypted where the database is: both with one cipher.

    Args:
        connection: One that reads a state already, else the copy begins again at each write of another.
        target: The file.
        cipher: That of the database.
        tell: Called with the pages that are copied and the number of all; what it raises ends the copying.
    """
    with contextlib.closing(connect(target, cipher)) as other:
        connection.backup(other, pages=_PAGES, progress=lambda _, left, of: tell(of - left, of))
        other.execute("PRAGMA journal_mode = DELETE")  # one file, without a log beside it
    descriptor = os.open(target, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def row_class(connection: sqlite3.Connection) -> Any:
    """What makes rows that know the names of their columns."""
    return sqlite3.Row if isinstance(connection, sqlite3.Connection) else _ciphered().Row


def database_errors() -> tuple[type[sqlite3.DatabaseError], ...]:
    """The errors of databases; an ``except`` asks for them when there is one."""
    return _both("DatabaseError")


def integrity_errors() -> tuple[type[sqlite3.DatabaseError], ...]:
    """The errors of rows that the tables do not allow."""
    return _both("IntegrityError")


def _both(name: str) -> tuple[type[sqlite3.DatabaseError], ...]:
    own = getattr(sqlite3, name)
    return (own, getattr(_ciphered(), name)) if _CIPHERED in sys.modules else (own,)


def _ciphered() -> ModuleType:
    return sys.modules[_CIPHERED]
