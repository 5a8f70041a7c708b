"""Row signatures of each table, to recognise a row whose place is lost."""

import json
import re
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from delegate_desk.core.annotations.annotation import AnnotationKind, AnnotationStatus, Visibility
from delegate_desk.core.documents.document import Kind
from delegate_desk.core.positions.position import PositionStatus, Stance
from delegate_desk.storage.db.recovery.btree_records import Value, Values

_PATTERNS = {
    "sha256": re.compile(r"[0-9a-f]{64}\Z"),
    "member": re.compile(r"[A-Z]{2}\Z"),
    "language": re.compile(r"[a-z]{2,3}\Z"),
    "address": re.compile(r"\S*\Z"),
    **dict.fromkeys(("kind", "stance", "status", "verdict", "visibility"), re.compile(r"[a-z_]*\Z")),
}
"""What a text is, by the name of its column; one that is empty is passed over."""
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
_MOMENTS = frozenset({"added", "created", "decided", "edited", "made", "modified", "sent", "trashed"})
_NO_MOMENTS = frozenset({("carried", "made")})
"""Columns of such a name that hold something else: the id of the note that was made."""
_JSON = frozenset({"boxes", "calls", "confidence", "header_boxes", "notice", "remarks", "sources", "spans"})


@dataclass(frozen=True, slots=True)
class RecognisedColumn:
    """A column.

    Attributes:
        kind: As declared, such as ``TEXT``.
        needed: True if it is never NULL.
        added: True if rows may be older than it: what they then say is known.
    """

    name: str
    kind: str
    needed: bool
    added: bool


@dataclass(frozen=True, slots=True)
class RowSignature:
    """Signature of the rows of a table or an index.

    Attributes:
        columns: In the order in which they are stored.
        numbered: True if each row has a number, its rowid.
        alias: Index of the column that is an alias of that number; -1 for none.
        key: Names of the primary key's columns.
    """

    name: str
    columns: tuple[RecognisedColumn, ...]
    numbered: bool
    alias: int = -1
    key: tuple[str, ...] = ()

    def score(self, values: Values) -> int:
        """Return the score of a stored row as a row of this table; 0 if it cannot belong to it."""
        if not self._least() <= len(values) <= len(self.columns):
            return 0
        score = 1
        for place, (column, value) in enumerate(zip(self.columns, values, strict=False)):
            fits = int(value is None) if place == self.alias else _fits(self.name, column, value)
            if not fits:
                return 0
            score += fits
        return score

    def sort_key(self, number: int, values: Values) -> "Key":
        """Return the sort key of a row."""
        return (number,) if self.numbered else values[: len(self.key)]

    def _least(self) -> int:
        return next(
            (place for place in range(len(self.columns), 0, -1) if not self.columns[place - 1].added),
            0,
        )


Key = tuple[Value, ...]


def _fits(table: str, column: RecognisedColumn, value: Value) -> int:
    """2 for a value that only few columns could hold, 1 for one that this may, 0 for one that it cannot."""
    if value is None:
        return int(not column.needed)
    allowed: dict[str, tuple[type, ...]] = {"TEXT": (str,), "INTEGER": (int,), "REAL": (int, float), "BLOB": (bytes,)}
    if not isinstance(value, allowed.get(column.kind, (int, float, str, bytes))):
        return 0
    if not isinstance(value, str) or not value:
        return 1
    words = _WORDS.get((table, column.name))
    if words is not None:
        return 2 if value in words else 0
    is_moment = column.name in _MOMENTS and (table, column.name) not in _NO_MOMENTS
    if is_moment or column.name in _JSON:
        try:
            datetime.fromisoformat(value) if is_moment else json.loads(value)
        except (ValueError, RecursionError):
            return 0
        return 2
    pattern = _PATTERNS.get(column.name)
    if pattern is None:
        return 1
    return 2 if pattern.match(value) else 0


def misshapen(connection: sqlite3.Connection) -> list[str]:
    """The tables with rows that hold what they cannot, such as a word with a flipped bit; slow."""
    found = []
    for name, shape in tables(connection).items():
        columns = ", ".join(f'"{column.name}"' for column in shape.columns)
        count = 0
        for values in connection.execute(f'SELECT {columns} FROM "{name}"'):  # noqa: S608  (names of the schema)
            whole: Values = tuple(values)
            if shape.alias >= 0:
                whole = (*whole[: shape.alias], None, *whole[shape.alias + 1 :])
            count += not shape.score(whole)
        if count:
            found.append(f"{count} rows of {name} hold what they cannot")
    return found


def tables(connection: sqlite3.Connection) -> dict[str, RowSignature]:
    """The shapes of a database's tables, parents before those that name them."""
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


def _table(connection: sqlite3.Connection, name: str) -> RowSignature:
    rows = connection.execute(f"PRAGMA table_info({name})").fetchall()
    listed = {str(row[1]): row for row in connection.execute("PRAGMA table_list")}
    numbered = not listed[name][4]
    keyed = sorted((row for row in rows if row[5]), key=lambda row: int(row[5]))
    alias = keyed[0][1] if numbered and len(keyed) == 1 and keyed[0][2] == "INTEGER" else None
    if not numbered:
        rows = [*keyed, *(row for row in rows if not row[5])]
    columns = tuple(_column(row) for row in rows)
    return RowSignature(
        name,
        columns,
        numbered,
        next((place for place, column in enumerate(columns) if column.name == alias), -1),
        tuple(str(row[1]) for row in keyed),
    )


def _column(row: tuple[int, str, str, int, str | None, int]) -> RecognisedColumn:
    _, name, kind, needed, default, keyed = row
    return RecognisedColumn(name, kind, bool(needed), not keyed and (default is not None or not needed))


def indexes(connection: sqlite3.Connection, shapes: Iterable[RowSignature]) -> list[RowSignature]:
    """The shapes of the rows of the tables' indexes, which are not to be taken for rows of a table."""
    found: list[RowSignature] = []
    for shape in shapes:
        columns = {column.name: column for column in shape.columns}
        for row in connection.execute(f"PRAGMA index_list({shape.name})").fetchall():
            if row[3] == "pk" and not shape.numbered:
                continue
            named = [
                columns[part[2]] if part[2] is not None else RecognisedColumn("", "INTEGER", needed=True, added=False)
                for part in connection.execute(f"PRAGMA index_xinfo({row[1]})")
            ]
            stored = tuple(RecognisedColumn(one.name, one.kind, one.needed, added=False) for one in named)
            found.append(RowSignature(str(row[1]), stored, numbered=False))
    return found
