"""The tables of a database, and whether the values of a row are of the type and form of their columns.

SQLite keeps no checksums: a flipped bit is noticed where a value has a form, such as a hash, a date or a list.
"""

import json
import re
import sqlite3
from datetime import datetime
from typing import TypeAlias

from delegate_desk.core.annotations.annotation import AnnotationKind, AnnotationStatus, Visibility
from delegate_desk.core.documents.document import Kind
from delegate_desk.core.positions.position import PositionStatus, Stance
from delegate_desk.core.values import dataclass

Value: TypeAlias = int | float | str | bytes | None
Values: TypeAlias = tuple[Value, ...]
Key: TypeAlias = tuple[Value, ...]

_PATTERNS = {
    "sha256": re.compile(r"[0-9a-f]{64}\Z"),
    "member": re.compile(r"[A-Z]{2}\Z"),
    "language": re.compile(r"[a-z]{2,3}\Z"),
    "address": re.compile(r"\S*\Z"),
    **dict.fromkeys(("kind", "stance", "status", "verdict", "visibility"), re.compile(r"[a-z_]*\Z")),
}
"""The form of a text by the name of its column; an empty text has any form."""
_WORDS: dict[tuple[str, str], frozenset[str]] = {
    ("annotation", "kind"): frozenset(AnnotationKind),
    ("annotation", "status"): frozenset(AnnotationStatus),
    ("annotation", "visibility"): frozenset(Visibility),
    ("intervention", "stance"): frozenset(Stance),
    ("paragraph", "kind"): frozenset(Kind),
    ("position", "status"): frozenset(PositionStatus),
    ("position_item", "stance"): frozenset(Stance),
}
"""The words that a column may hold, by table and name."""
_TIMESTAMPS = frozenset({"added", "created", "decided", "edited", "made", "modified", "sent", "trashed"})
_NO_TIMESTAMPS = frozenset({("carried", "made")})
"""Columns of such a name that hold something else: the id of the note that was made."""
_JSON = frozenset({"boxes", "calls", "confidence", "header_boxes", "notice", "remarks", "sources", "spans"})
_TYPES: dict[str, tuple[type, ...]] = {"TEXT": (str,), "INTEGER": (int,), "REAL": (int, float), "BLOB": (bytes,)}


@dataclass(frozen=True, slots=True)
class StoredColumn:
    """A column.

    Attributes:
        type: As declared, such as ``TEXT``.
        is_required: True if it is never NULL.
    """

    name: str
    type: str
    is_required: bool


@dataclass(frozen=True, slots=True)
class StoredTable:
    """A table.

    Attributes:
        columns: In the order of the schema.
        key: Names of the columns by which its rows are stored: those of the primary key, or the rowid.
        primary_key: Names of the columns of the primary key.
    """

    name: str
    columns: tuple[StoredColumn, ...]
    key: tuple[str, ...]
    primary_key: tuple[str, ...]

    def is_valid(self, values: Values) -> bool:
        return all(_is_valid(self.name, column, value) for column, value in zip(self.columns, values, strict=True))

    def quoted_columns(self) -> str:
        """The columns as a query names them; qualified, for SQLite takes an unknown name in quotes for a text."""
        return ", ".join(f'"{self.name}"."{column.name}"' for column in self.columns)


def _is_valid(table: str, column: StoredColumn, value: Value) -> bool:
    if value is None:
        return not column.is_required
    if not isinstance(value, _TYPES.get(column.type, (int, float, str, bytes))):
        return False
    if not isinstance(value, str) or not value:
        return True
    words = _WORDS.get((table, column.name))
    if words is not None:
        return value in words
    is_timestamp = column.name in _TIMESTAMPS and (table, column.name) not in _NO_TIMESTAMPS
    if is_timestamp or column.name in _JSON:
        try:
            datetime.fromisoformat(value) if is_timestamp else json.loads(value)
        except (ValueError, RecursionError):
            return False
        return True
    pattern = _PATTERNS.get(column.name)
    return pattern is None or bool(pattern.match(value))


def find_invalid_rows(connection: sqlite3.Connection) -> list[str]:
    found = []
    for name, table in tables(connection).items():
        rows = connection.execute(f'SELECT {table.quoted_columns()} FROM "{name}"')  # noqa: S608  (names of the schema)
        count = sum(not table.is_valid(tuple(values)) for values in rows)
        if count:
            found.append(f"{count} rows of {name} hold what they cannot")
    return found


def tables(connection: sqlite3.Connection) -> dict[str, StoredTable]:
    """The tables of a database, parents before those that name them."""
    names = [
        str(name)
        for (name,) in connection.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY rowid"
        )
    ]
    return {name: _table(connection, name) for name in _parents_first(connection, names)}


def _parents_first(connection: sqlite3.Connection, names: list[str]) -> list[str]:
    parents = {name: {row[2] for row in connection.execute(f"PRAGMA foreign_key_list({name})")} for name in names}
    ordered: list[str] = []
    while waiting := [name for name in names if name not in ordered]:
        ready = [name for name in waiting if parents[name] <= {*ordered, name}]
        ordered += ready or waiting  # a circle of tables stands in the order of the schema
    return ordered


def _table(connection: sqlite3.Connection, name: str) -> StoredTable:
    rows = connection.execute(f"PRAGMA table_info({name})").fetchall()
    has_rowid = not connection.execute("SELECT wr FROM pragma_table_list WHERE name = ?", (name,)).fetchone()[0]
    primary_key = tuple(str(row[1]) for row in sorted((row for row in rows if row[5]), key=lambda row: int(row[5])))
    return StoredTable(
        name,
        tuple(StoredColumn(str(row[1]), str(row[2]), bool(row[3])) for row in rows),
        ("rowid",) if has_rowid else primary_key,
        primary_key,
    )
