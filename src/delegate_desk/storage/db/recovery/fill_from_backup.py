"""Rows that a damaged database lost, put back from another: a backup, or what was made from plain files.

A row comes from the other only where its table has a gap that it fits into, and only if it is not there, so that
nothing that was deleted since comes back. What then still names something that is gone is taken out and given back to
be kept aside.
"""

import contextlib
import logging
import sqlite3
import uuid
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from delegate_desk.cipher import PLAIN, Cipher
from delegate_desk.core.progress import Steps
from delegate_desk.storage.db import migrations, sqlite_engine
from delegate_desk.storage.db.recovery.btree_records import BtreeRow, Value
from delegate_desk.storage.db.recovery.row_recognition import RowSignature, tables
from delegate_desk.storage.db.recovery.salvage import Salvaged, filling, insert_rows, reserve_number

_log = logging.getLogger(__name__)

_TEXT = ("paragraph", "mention", "document_link", "subject_code")
"""What is read of an original, and read again from it where it is lost."""
_ALL_CHANGED = (
    "DELETE FROM change",
    "INSERT INTO change (subject, key) SELECT 'document', id FROM document",
    "INSERT INTO change (subject, key) SELECT 'position', document FROM position",
    "INSERT INTO change (subject, key) SELECT 'annotation', id FROM annotation",
    "INSERT INTO change (subject, key) SELECT 'line', id FROM line",
)
"""What the index is made of, which is made anew: all there is, under numbers that were never given."""
_OF_DOCUMENTS = """
    SELECT id, coalesce(reference, file_name) FROM document
    """


@dataclass(slots=True)
class Filled:
    """Rows recovered from one source.

    Attributes:
        rows: Number of rows per table.
        documents: References or file names of the documents that the rows belong to.
        held: Numbers of the documents whose text the source has complete.
        hashes: Hashes of the documents that the rows belong to.
    """

    rows: Counter[str] = field(default_factory=Counter)
    documents: list[str] = field(default_factory=list)
    complete_documents: frozenset[int] = frozenset()
    hashes: frozenset[str] = frozenset()


def fill(
    target: Path, source: Path, salvaged: Salvaged, cipher: Cipher = PLAIN, *, ours: bool = True
) -> Steps[Filled | None]:
    """Put in what a database lost and another of the same library has; nothing for one of another library.

    The other is of today's schema. ``ours`` is true for a copy, whose rows have the same numbers; from any other, only
    what is empty is filled.

    Raises:
        sqlite3.DatabaseError, OSError: If the source cannot be read or the target cannot be written.
    """
    found = Filled()
    with (
        contextlib.closing(sqlite_engine.connect(source, cipher)) as other,
        filling(target, cipher) as connection,
    ):
        known, theirs = _library(connection), _library(other)
        if known and theirs and known != theirs:
            if not _is_same_library(connection, other):
                return None
            connection.execute("UPDATE library SET id = ?", (theirs,))  # a bit of it was flipped
        documents: set[Value] = set()
        spoilt: set[Value] = set()
        shapes = tables(connection)
        there = tables(other)
        for done, (name, shape) in enumerate(shapes.items()):
            lost = salvaged.lost.get(name)
            if lost and name in there and (ours or not _holds_any(connection, name)):
                for row in _rows(other, shape):
                    key = shape.sort_key(row.number, row.values)
                    if ours and not any(one.holds(key) for one in lost):
                        continue
                    if not insert_rows(connection, shape, [row]):
                        found.rows[name] += 1
                        documents |= _document(shape, row)
                    elif name in _TEXT and not _is_there(connection, shape, row):
                        spoilt |= _document(shape, row)
            yield done + 1, len(shapes)
        if ours:
            _replace_dangling(connection, other, shapes)
        for table, number in other.execute("SELECT name, seq FROM sqlite_sequence").fetchall():
            reserve_number(connection, table, number)
        found.complete_documents = frozenset(int(row[0]) for row in other.execute("SELECT id FROM document")) - spoilt
        found.hashes = frozenset(
            str(sha256) for key, sha256 in connection.execute("SELECT id, sha256 FROM document") if key in documents
        )
        names = dict(connection.execute(_OF_DOCUMENTS).fetchall())
        found.documents = sorted({str(names[key]) for key in documents if key in names})
    _log.info("Filled in %d rows", found.rows.total())
    return found


def is_full(error: Exception) -> bool:
    """True for an error of a database whose disk is full."""
    return getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_FULL


def upgrade_copy(file: Path, cipher: Cipher = PLAIN) -> None:
    """Bring a copy of a database to today's schema.

    Raises:
        sqlite3.DatabaseError, OSError: If it cannot be read or written.
    """
    with contextlib.closing(sqlite_engine.connect(file, cipher)) as connection:
        migrations.migrate(connection, file, cipher=cipher)


def name(file: Path, cipher: Cipher = PLAIN) -> bool:
    """Give a database that does not say which library it is a name of its own; True if it did not.

    Raises:
        sqlite3.DatabaseError: If it cannot be written.
    """
    with contextlib.closing(sqlite_engine.connect(file, cipher)) as connection:
        made = connection.execute(
            "INSERT INTO library (id, created) SELECT ?, ? WHERE NOT EXISTS (SELECT 1 FROM library)",
            (str(uuid.uuid4()), datetime.now(UTC).isoformat()),
        )
        return made.rowcount > 0


def to_read(file: Path, cipher: Cipher = PLAIN) -> tuple[str, ...]:
    """The references or file names of the documents whose text is to be read again."""
    with contextlib.closing(sqlite_engine.connect(file, cipher)) as connection:
        return tuple(str(row[1]) for row in connection.execute(f"{_OF_DOCUMENTS} WHERE read_by = 0 ORDER BY id"))


def counts(file: Path, cipher: Cipher = PLAIN) -> Counter[str]:
    """Return the number of rows of each table."""
    with contextlib.closing(sqlite_engine.connect(file, cipher)) as connection:
        shapes = tables(connection)
        return Counter({name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in shapes})  # noqa: S608  (names of the schema)


def _library(connection: sqlite3.Connection) -> str | None:
    row = connection.execute("SELECT id FROM library").fetchone()
    return str(row[0]) if row else None


def _is_same_library(connection: sqlite3.Connection, other: sqlite3.Connection) -> bool:
    """True for two states of one library: a document bears the same number in both."""
    ours = set(connection.execute("SELECT id, sha256 FROM document").fetchall())
    return not ours.isdisjoint(other.execute("SELECT id, sha256 FROM document").fetchall())


def _rows(connection: sqlite3.Connection, shape: RowSignature) -> list[BtreeRow]:
    columns = ", ".join(f'"{column.name}"' for column in shape.columns)
    number = "rowid, " if shape.numbered else "0, "
    statement = f'SELECT {number}{columns} FROM "{shape.name}"'  # noqa: S608  (names of the schema)
    return [BtreeRow(int(number), tuple(values)) for number, *values in connection.execute(statement)]


def _replace_dangling(
    connection: sqlite3.Connection, other: sqlite3.Connection, shapes: dict[str, RowSignature]
) -> None:
    """Put a copy's row in the place of one that names something which is not there: a bit of that name was flipped."""
    loose: list[dict[str, Value]] = []
    while more := _delete_dangling_once(connection):
        loose += more
    for name in {str(row["table"]) for row in loose}:
        shape = shapes[name]
        places = [[column.name for column in shape.columns].index(key) for key in shape.key]
        lost = {tuple(row[key] for key in shape.key): row for row in loose if row["table"] == name}
        found = {tuple(row.values[place] for place in places): row for row in _rows(other, shape)}
        for key, row in lost.items():
            own = BtreeRow(0, tuple(row[column.name] for column in shape.columns))
            if key and key in found:
                insert_rows(connection, shape, [found[key]])
            elif shape.alias < 0:
                insert_rows(connection, shape, [own])  # to be taken out, and kept aside, at the end


def _holds_any(connection: sqlite3.Connection, table: str) -> bool:
    return connection.execute(f'SELECT 1 FROM "{table}" LIMIT 1').fetchone() is not None  # noqa: S608  (ours)


def _is_there(connection: sqlite3.Connection, shape: RowSignature, row: BtreeRow) -> bool:
    """True if a table holds just this row; false where another stands in its way."""
    same = " AND ".join(f'"{column.name}" IS ?' for column in shape.columns)
    statement = f'SELECT 1 FROM "{shape.name}" WHERE {same}'  # noqa: S608  (names of the schema)
    return connection.execute(statement, row.values).fetchone() is not None


def _document(shape: RowSignature, row: BtreeRow) -> set[Value]:
    if shape.name == "document":
        return {row.number}
    return {value for column, value in zip(shape.columns, row.values, strict=False) if column.name == "document"}


def delete_dangling(
    target: Path, salvaged: Salvaged, cipher: Cipher = PLAIN, *, held: frozenset[int] = frozenset()
) -> list[dict[str, Value]]:
    """Take out what names something that is gone, as rows with their table's name; let lost text be read anew.

    The text of the documents ``held``, by their numbers, was filled in whole.

    Raises:
        sqlite3.DatabaseError: If the database cannot be written.
    """
    out: list[dict[str, Value]] = []
    with filling(target, cipher) as connection:
        while loose := _delete_dangling_once(connection):
            out += loose
        if not salvaged.is_complete:
            for statement in _ALL_CHANGED:
                connection.execute(statement)
        for lost in (lost for name in _TEXT for lost in salvaged.lost.get(name, [])):
            low, high = (lost.low or (0,))[0], (lost.high or (1 << 60,))[0]
            within = connection.execute("SELECT id FROM document WHERE id BETWEEN ? AND ?", (low, high)).fetchall()
            for (key,) in within:
                if key not in held:
                    connection.execute("UPDATE document SET read_by = 0 WHERE id = ?", (key,))
    return out


def _delete_dangling_once(connection: sqlite3.Connection) -> list[dict[str, Value]]:
    """Take out the rows that name a row which is not there, once."""
    out: list[dict[str, Value]] = []
    for name, shape in tables(connection).items():
        for _, _, parent, column, to, _, deleted, _ in connection.execute(
            f"PRAGMA foreign_key_list({name})"
        ).fetchall():
            of = to or tables(connection)[parent].key[0]
            loose = f'"{column}" IS NOT NULL AND "{column}" NOT IN (SELECT "{of}" FROM "{parent}")'  # noqa: S608  (ours)
            if deleted == "SET NULL":
                connection.execute(f'UPDATE "{name}" SET "{column}" = NULL WHERE {loose}')  # noqa: S608  (names of ours)
                continue
            columns = [one.name for one in shape.columns]
            quoted = ", ".join(f'"{one}"' for one in columns)
            rows = connection.execute(f'SELECT {quoted} FROM "{name}" WHERE {loose}').fetchall()  # noqa: S608
            out += [{"table": name, **dict(zip(columns, row, strict=True))} for row in rows]
            connection.execute(f'DELETE FROM "{name}" WHERE {loose}')  # noqa: S608  (names of ours)
    return out


def problems(target: Path, cipher: Cipher = PLAIN) -> list[str]:
    """Return the problems of a rebuilt database; empty if it may be put in place."""
    with contextlib.closing(sqlite_engine.connect(target, cipher)) as connection:
        found = [str(row[0]) for row in connection.execute("PRAGMA integrity_check(10)")]
        found += [f"foreign key: {row[0]}" for row in connection.execute("PRAGMA foreign_key_check")]
        if migrations.version(connection) != len(migrations.STEPS):
            found.append("not of today's schema")
        if _library(connection) is None:
            found.append("no library")
        connection.execute("PRAGMA journal_mode = DELETE")  # one file, without a log beside it
    return [problem for problem in found if problem != "ok"]
