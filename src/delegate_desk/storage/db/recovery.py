"""Copies the rows of a damaged database that SQL still reads to a new database, and fills gaps from a copy.

A table is read from its beginning to the first fault, then from its end back to it; the rows between are a gap. A row
is taken from the copy only if it fits into a gap, so that nothing deleted comes back.

SQLite keeps no checksums: a flipped bit that leaves a row readable and its values possible is not noticed.
"""

import contextlib
import logging
import sqlite3
import uuid
from collections import Counter
from collections.abc import Generator, Iterable, Iterator
from dataclasses import field
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeAlias

from delegate_desk.cipher import PLAIN, Cipher
from delegate_desk.core.library.record_tables import TABLES
from delegate_desk.core.library.records import RecordColumn
from delegate_desk.core.progress import Steps
from delegate_desk.core.values import dataclass
from delegate_desk.files import delete
from delegate_desk.storage.db import migrations, sqlite_engine
from delegate_desk.storage.files import backup_archive

Value: TypeAlias = int | float | str | bytes | None
Values: TypeAlias = tuple[Value, ...]
Key: TypeAlias = tuple[Value, ...]

_TYPES: dict[str, tuple[type, ...]] = {"TEXT": (str,), "INTEGER": (int,), "REAL": (int, float), "BLOB": (bytes,)}


@dataclass(frozen=True, slots=True)
class StoredColumn:
    """A column with its type as declared, such as ``TEXT``; ``described`` is a plain text if it is in no record."""

    name: str
    type: str
    is_required: bool
    described: RecordColumn

    def is_valid(self, value: Value) -> bool:
        if value is None:
            return not self.is_required
        if not isinstance(value, _TYPES.get(self.type, (int, float, str, bytes))):
            return False
        return not isinstance(value, str) or self.described.can_store(value)


@dataclass(frozen=True, slots=True)
class StoredTable:
    """A table, its columns in the schema's order; ``key`` orders its rows: the primary key's columns, or the rowid."""

    name: str
    columns: tuple[StoredColumn, ...]
    key: tuple[str, ...]
    primary_key: tuple[str, ...]

    def is_valid(self, values: Values) -> bool:
        return all(column.is_valid(value) for column, value in zip(self.columns, values, strict=True))

    def quoted_columns(self) -> str:
        """Return the columns for a query; qualified, as SQLite takes an unknown quoted name for a text."""
        return ", ".join(f'"{self.name}"."{column.name}"' for column in self.columns)

    def rows(self, connection: sqlite3.Connection, rest: str = "") -> Iterator[tuple[Key, Values]]:
        """Yield the rows in a database, each with its key; ``rest`` is what follows the table's name in the query."""
        keys = ", ".join(f'"{self.name}"."{name}"' for name in self.key)
        statement = f'SELECT {keys}, {self.quoted_columns()} FROM "{self.name}" {rest}'  # noqa: S608  (names of the schema)
        for row in connection.execute(statement):
            yield tuple(row[: len(self.key)]), tuple(row[len(self.key) :])


def find_invalid_rows(connection: sqlite3.Connection) -> list[str]:
    faults = []
    for name, table in tables(connection).items():
        count = sum(not table.is_valid(values) for _, values in table.rows(connection))
        if count:
            faults.append(f"{count} rows of {name} hold what they cannot")
    return faults


def tables(connection: sqlite3.Connection) -> dict[str, StoredTable]:
    """Return the tables of a database, parents before those that refer to them."""
    names = [
        str(name)
        for (name,) in connection.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY rowid"
        )
    ]
    parents = {name: {row[2] for row in connection.execute(f"PRAGMA foreign_key_list({name})")} for name in names}
    ordered: list[str] = []
    while remaining := [name for name in names if name not in ordered]:
        ready = [name for name in remaining if parents[name] <= {*ordered, name}]
        ordered += ready or remaining  # tables that refer to each other keep the order of the schema
    return {name: _table(connection, name) for name in ordered}


def _table(connection: sqlite3.Connection, name: str) -> StoredTable:
    rows = connection.execute(f"PRAGMA table_info({name})").fetchall()
    has_rowid = not connection.execute("SELECT wr FROM pragma_table_list WHERE name = ?", (name,)).fetchone()[0]
    primary_key = tuple(str(row[1]) for row in sorted((row for row in rows if row[5]), key=lambda row: int(row[5])))
    described = {column.name: column for column in TABLES[name].columns} if name in TABLES else {}
    return StoredTable(
        name,
        tuple(
            StoredColumn(row[1], row[2], bool(row[3]), described.get(row[1]) or RecordColumn(row[1])) for row in rows
        ),
        ("rowid",) if has_rowid else primary_key,
        primary_key,
    )


_log = logging.getLogger(__name__)

_BATCH = 1000
_BLOCK = 4096
_TEXT = ("paragraph", "mention", "document_link", "subject_code")
"""Tables read from originals, which can be read again if they are lost."""
_ALL_CHANGED = (
    "DELETE FROM change",
    "INSERT INTO change (subject, key) SELECT 'document', id FROM document",
    "INSERT INTO change (subject, key) SELECT 'position', document FROM position",
    "INSERT INTO change (subject, key) SELECT 'annotation', id FROM annotation",
    "INSERT INTO change (subject, key) SELECT 'line', id FROM line",
)
"""Changes that rebuild the index: everything, under numbers that were never used."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Range of lost rows of a table, between two keys; a key is None at an end of the table.

    If both keys are equal, it is that row alone.
    """

    low: Key | None = None
    high: Key | None = None

    def contains(self, key: Key) -> bool:
        if self.low is not None and self.low == self.high:
            return key == self.low
        return (self.low is None or key > self.low) and (self.high is None or key < self.high)


@dataclass(slots=True)
class ReadableRows:
    """Result of reading a damaged database at a step of the schema: by table, the rows read and the ranges lost."""

    step: int
    counts: Counter[str] = field(default_factory=Counter)
    gaps: dict[str, list[Gap]] = field(default_factory=dict)

    @property
    def is_complete(self) -> bool:
        return not self.gaps

    def add_gap(self, table: str, gap: Gap) -> None:
        self.gaps.setdefault(table, []).append(gap)


def read_damaged(damaged: Path, target: Path, cipher: Cipher = PLAIN) -> Steps[ReadableRows]:
    """Copy a damaged database's readable rows into a new database of the current schema, reporting the tables read.

    Foreign keys are not checked: ``delete_dangling`` does so after filling in.

    The damaged file may have its log beside it; either may be absent, empty or garbage, and neither is changed.
    """
    copy = target.with_name("damaged.sqlite3")
    for ending in ("", "-wal"):
        _copy_blocks(damaged.with_name(f"{damaged.name}{ending}"), copy.with_name(f"{copy.name}{ending}"))
    try:
        with contextlib.closing(sqlite_engine.connect(copy, cipher)) as source:
            source.text_factory = _text_or_bytes
            readable = ReadableRows(_step(source))
            with bulk_insert(target, cipher, readable.step) as connection:
                yield from _copy_rows(source, connection, readable)
    finally:
        for file in copy.parent.glob(f"{copy.name}*"):
            delete(file)
    upgrade(target, cipher)
    _log.info("Read %d rows of a damaged database of step %d", readable.counts.total(), readable.step)
    return readable


def _copy_blocks(source: Path, target: Path) -> None:
    """Copy a file, with zeros for unreadable blocks; does nothing if it does not exist."""
    if not source.is_file():
        return
    with source.open("rb", buffering=0) as damaged, target.open("wb") as copy:
        for place in range(0, source.stat().st_size, _BLOCK):
            block = b""
            with contextlib.suppress(OSError):
                damaged.seek(place)
                block = damaged.read(_BLOCK)
            copy.write(block or bytes(_BLOCK))


def _text_or_bytes(content: bytes) -> str | bytes:
    """Return a text; as bytes if it is not decodable, which no text column accepts."""
    try:
        return content.decode()
    except UnicodeDecodeError:
        return content


def _step(source: sqlite3.Connection) -> int:
    newest = len(migrations.STEPS)
    try:
        source.execute("PRAGMA writable_schema = ON")  # tables that cannot be parsed are passed over
        source.execute("PRAGMA trusted_schema = OFF")
        step = migrations.version(source)
    except sqlite_engine.database_errors():
        return newest
    return step if 0 < step <= newest else newest


def _copy_rows(source: sqlite3.Connection, connection: sqlite3.Connection, readable: ReadableRows) -> Steps[None]:
    stored = tables(connection)
    for done, table in enumerate(stored.values()):
        for number, (key, values) in enumerate(_readable(source, table, readable)):
            if insert_row(connection, table, key, values):
                readable.counts[table.name] += 1
            else:
                readable.add_gap(table.name, Gap(key, key))
            if not number % _BATCH:
                yield done, len(stored)
    with contextlib.suppress(*sqlite_engine.database_errors()):
        _reserve_numbers(source, connection)


def _readable(
    source: sqlite3.Connection, table: StoredTable, readable: ReadableRows
) -> Generator[tuple[Key, Values], None, None]:
    is_complete, low = yield from _scan(source, table, readable)
    if not is_complete:
        _, high = yield from _scan(source, table, readable, descending=True, end=low)
        readable.add_gap(table.name, Gap(low, high))


def _scan(
    source: sqlite3.Connection,
    table: StoredTable,
    readable: ReadableRows,
    *,
    descending: bool = False,
    end: Key | None = None,
) -> Generator[tuple[Key, Values], None, tuple[bool, Key | None]]:
    """Yield rows up to a fault, or to a key; return whether there was no fault, and the last key.

    A row out of order is a fault, and so is the row before it: a flipped bit in a key moves a row. The rows around one
    with an invalid value are a gap, as its key may be wrong too.
    """
    order = ", ".join(f'"{table.name}"."{name}"{" DESC" if descending else ""}' for name in table.key)
    last: Key | None = None
    previous: tuple[Key, Values] | None = None
    is_complete, is_invalid = True, False
    try:
        for key, values in table.rows(source, f"NOT INDEXED ORDER BY {order}"):
            if not table.is_valid(values):
                is_invalid = True
                continue
            if end is not None and key <= end:
                break
            if previous:
                low, high = (key, previous[0]) if descending else (previous[0], key)
                if low >= high:
                    return False, last
                yield previous
                last = previous[0]
            if is_invalid:
                before = previous[0] if previous else None
                readable.add_gap(table.name, Gap(key, before) if descending else Gap(before, key))
                is_invalid = False
            previous = key, values
        else:
            if is_invalid and not descending:
                readable.add_gap(table.name, Gap(previous[0] if previous else None))
    except sqlite_engine.database_errors():
        is_complete = False
    if previous:
        yield previous
        last = previous[0]
    return is_complete, last


@contextlib.contextmanager
def bulk_insert(target: Path, cipher: Cipher, step: int | None = None) -> Iterator[sqlite3.Connection]:
    """Yield a database for inserting old rows: triggers do not record them, foreign keys are not checked.

    A new, empty database gets the steps of the schema up to ``step``.
    """
    with contextlib.closing(sqlite_engine.connect(target, cipher)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        if step is not None:
            migrations.migrate(connection, target, migrations.STEPS[:step], cipher=cipher)
        triggers = connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
        connection.execute("BEGIN IMMEDIATE")
        for name, _ in triggers:
            connection.execute(f'DROP TRIGGER "{name}"')
        if step is not None:
            for table in tables(connection):  # such as rows inserted by a schema step
                connection.execute(f'DELETE FROM "{table}"')  # noqa: S608  (names of the schema)
        yield connection
        for _, statement in triggers:
            connection.execute(statement)
        connection.execute("COMMIT")


def insert_row(connection: sqlite3.Connection, table: StoredTable, key: Key, values: Values) -> bool:
    names = [f'"{column.name}"' for column in table.columns]
    rows = [([*names, "rowid"], (*values, *key))] if table.key == ("rowid",) else []
    for columns, cells in (*rows, (names, values)):
        marks = ", ".join("?" * len(cells))
        statement = f'INSERT OR IGNORE INTO "{table.name}" ({", ".join(columns)}) VALUES ({marks})'  # noqa: S608  (ours)
        if connection.execute(statement, cells).rowcount > 0:
            return True
    return False


def _reserve_numbers(source: sqlite3.Connection, connection: sqlite3.Connection) -> None:
    for table, number in source.execute("SELECT name, seq FROM sqlite_sequence"):
        if isinstance(table, str) and isinstance(number, int) and 0 < number < 1 << 48:
            connection.execute(
                "INSERT INTO sqlite_sequence (name, seq) SELECT ?1, 0 WHERE EXISTS (SELECT 1 FROM sqlite_schema "
                "WHERE name = ?1) AND NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = ?1)",
                (table,),
            )
            connection.execute("UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = ?", (number, table))


def fill(
    target: Path, copy: Path, readable: ReadableRows, cipher: Cipher = PLAIN, *, only_empty: bool = False
) -> Steps[tuple[Counter[str], dict[str, str]] | None]:
    """Fill the gaps of a database from a copy of the same library; None for a copy of another library.

    Return the number of rows per table, and their documents by hash, with reference or file name. The copy has the
    current schema. With ``only_empty`` only tables without rows are filled, from any library.
    """
    counts = Counter[str]()
    with contextlib.closing(sqlite_engine.connect(copy, cipher)) as other, bulk_insert(target, cipher) as connection:
        if not only_empty and not _is_same_library(connection, other):
            return None
        documents: set[Value] = set()
        stored = tables(connection)
        for done, (name, table) in enumerate(stored.items()):
            gaps = readable.gaps.get(name, [])
            if only_empty and connection.execute(f'SELECT 1 FROM "{name}" LIMIT 1').fetchone():  # noqa: S608  (ours)
                gaps = []
            document = "id" if name == "document" else "document"
            for key, values in table.rows(other) if gaps else ():
                if not any(gap.contains(key) for gap in gaps):
                    continue
                if insert_row(connection, table, key, values):
                    counts[name] += 1
                    columns = zip(table.columns, values, strict=True)
                    documents |= {value for column, value in columns if column.name == document}
            yield done + 1, len(stored)
        _repair_dangling(connection, other)
        _reserve_numbers(other, connection)
        found_documents = connection.execute("SELECT id, sha256, coalesce(reference, file_name) FROM document")
        hashes = {str(sha256): str(name) for key, sha256, name in found_documents if key in documents}
    _log.info("Filled in %d rows", counts.total())
    return counts, hashes


def _is_same_library(connection: sqlite3.Connection, other: sqlite3.Connection) -> bool:
    """True for two states of one library; a flipped bit in our library's id is corrected.

    With another id they are the same library if a document has the same number and hash in both.
    """
    own_id, other_id = _library_id(connection), _library_id(other)
    if own_id is None or other_id is None or own_id == other_id:
        return True
    documents = set(connection.execute("SELECT id, sha256 FROM document").fetchall())
    if documents.isdisjoint(other.execute("SELECT id, sha256 FROM document").fetchall()):
        return False
    connection.execute("UPDATE library SET id = ?", (other_id,))
    return True


def _library_id(connection: sqlite3.Connection) -> str | None:
    row = connection.execute("SELECT id FROM library").fetchone()
    return str(row[0]) if row else None


def delete_dangling(
    target: Path, readable: ReadableRows, cipher: Cipher = PLAIN, *, final: bool
) -> list[dict[str, Value]]:
    """Delete the rows that refer to a missing row; return them with the names of their tables.

    Until the sidecars are merged (``final``), a row may still wait for one of a table with gaps; otherwise the
    reference has a flipped bit, and the row is a gap itself.
    """
    deleted: list[dict[str, Value]] = []
    with bulk_insert(target, cipher) as connection:
        while rows := _delete_dangling_once(connection, frozenset() if final else frozenset(readable.gaps)):
            deleted += rows
    if not final:
        for name in {str(row["table"]) for row in deleted}:
            readable.add_gap(name, Gap())
    return deleted


def _delete_dangling_once(connection: sqlite3.Connection, incomplete: frozenset[str]) -> list[dict[str, Value]]:
    deleted: list[dict[str, Value]] = []
    for table, column, parent, is_nulled, dangling in _references(connection):
        if parent in incomplete:
            continue
        if is_nulled:
            connection.execute(f'UPDATE "{table.name}" SET "{column}" = NULL WHERE {dangling}')  # noqa: S608  (ours)
            continue
        columns = [stored.name for stored in table.columns]
        rows = connection.execute(f'SELECT {table.quoted_columns()} FROM "{table.name}" WHERE {dangling}').fetchall()  # noqa: S608
        deleted += [{"table": table.name, **dict(zip(columns, row, strict=True))} for row in rows]
        connection.execute(f'DELETE FROM "{table.name}" WHERE {dangling}')  # noqa: S608  (names of ours)
    return deleted


def _references(connection: sqlite3.Connection) -> Iterable[tuple[StoredTable, str, str, bool, str]]:
    """Return foreign keys: table, column, parent, whether it becomes NULL with its parent, condition if dangling."""
    stored = tables(connection)
    for name, table in stored.items():
        for _, _, parent, column, target, _, on_delete, _ in connection.execute(
            f"PRAGMA foreign_key_list({name})"
        ).fetchall():
            key = target or stored[parent].primary_key[0]
            dangling = f'"{column}" IS NOT NULL AND "{column}" NOT IN (SELECT "{key}" FROM "{parent}")'  # noqa: S608  (ours)
            yield table, column, parent, on_delete == "SET NULL", dangling


def _repair_dangling(connection: sqlite3.Connection, other: sqlite3.Connection) -> None:
    """Take a row's reference from the copy if a flipped bit made it refer to nothing."""
    for table, column, _, _, dangling in _references(connection):
        key = ", ".join(f'"{name}"' for name in table.key)
        condition = " AND ".join(f'"{name}" = ?' for name in table.key)
        for row in connection.execute(f'SELECT {key} FROM "{table.name}" WHERE {dangling}').fetchall():  # noqa: S608  (ours)
            copied = other.execute(f'SELECT "{column}" FROM "{table.name}" WHERE {condition}', row).fetchone()  # noqa: S608
            if copied:
                statement = f'UPDATE OR IGNORE "{table.name}" SET "{column}" = ? WHERE {condition}'  # noqa: S608  (ours)
                connection.execute(statement, (*copied, *row))


def require_rereading(target: Path, readable: ReadableRows, cipher: Cipher = PLAIN) -> None:
    """Make lost text be read again, and the index be rebuilt."""
    with bulk_insert(target, cipher) as connection:
        for statement in _ALL_CHANGED:
            connection.execute(statement)
        for gap in (gap for name in _TEXT for gap in readable.gaps.get(name, [])):
            low, high = (gap.low or (0,))[0], (gap.high or (1 << 60,))[0]
            connection.execute("UPDATE document SET read_by = 0 WHERE id BETWEEN ? AND ?", (low, high))


def is_full(error: Exception) -> bool:
    return getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_FULL


def upgrade(file: Path, cipher: Cipher = PLAIN) -> None:
    with contextlib.closing(sqlite_engine.connect(file, cipher)) as connection:
        migrations.migrate(connection, file, cipher=cipher)


def assign_library_id(file: Path, cipher: Cipher = PLAIN) -> bool:
    """Give a database without a library id a new id; True if it had none."""
    with contextlib.closing(sqlite_engine.connect(file, cipher)) as connection:
        inserted = connection.execute(
            "INSERT INTO library (id, created) SELECT ?, ? WHERE NOT EXISTS (SELECT 1 FROM library)",
            (str(uuid.uuid4()), datetime.now(UTC).isoformat()),
        )
        return inserted.rowcount > 0


def documents_to_read(file: Path, cipher: Cipher = PLAIN) -> tuple[str, ...]:
    with contextlib.closing(sqlite_engine.connect(file, cipher)) as connection:
        statement = "SELECT coalesce(reference, file_name) FROM document WHERE read_by = 0 ORDER BY id"
        return tuple(str(name) for (name,) in connection.execute(statement))


def row_counts(file: Path, cipher: Cipher = PLAIN) -> Counter[str]:
    with contextlib.closing(sqlite_engine.connect(file, cipher)) as connection:
        return Counter(backup_archive.count_rows(connection))


def problems(target: Path, cipher: Cipher = PLAIN) -> list[str]:
    """Return the problems of a rebuilt database; empty if it may be put in place."""
    with contextlib.closing(sqlite_engine.connect(target, cipher)) as connection:
        faults = [str(row[0]) for row in connection.execute("PRAGMA integrity_check(10)")]
        faults += [f"foreign key: {row[0]}" for row in connection.execute("PRAGMA foreign_key_check")]
        if migrations.version(connection) != len(migrations.STEPS):
            faults.append("not of today's schema")
        if _library_id(connection) is None:
            faults.append("no library")
        connection.execute("PRAGMA journal_mode = DELETE")  # one file, without a log beside it
    return [problem for problem in faults if problem != "ok"]
