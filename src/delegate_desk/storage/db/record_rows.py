"""Conversion between rows of tables and core values, by the schema of the records."""

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, time
from enum import StrEnum
from functools import cache, cached_property
from pathlib import Path
from types import UnionType
from typing import TYPE_CHECKING, Any, Generic, TypeVar, get_args, get_origin, get_type_hints

from delegate_desk.core.documents.references import Reference, parse_reference
from delegate_desk.storage.db import sqlite_engine

if TYPE_CHECKING:
    from delegate_desk.core.library.records import RecordTable
    from delegate_desk.storage.db.database import Database

V = TypeVar("V")
_Builder = Callable[[Any, Mapping[str, object]], Any]


def rows(connection: sqlite3.Connection, statement: str, values: tuple[object, ...] = ()) -> list[sqlite3.Row]:
    """Return the rows of a query, by the names of their columns."""
    return list(each_row(connection, statement, values))


def each_row(connection: sqlite3.Connection, statement: str, values: tuple[object, ...] = ()) -> Iterator[sqlite3.Row]:
    """Yield the rows of a query one by one; nobody else may read with the connection meanwhile."""
    cursor = connection.cursor()
    cursor.row_factory = sqlite_engine.row_class(connection)
    return iter(cursor.execute(statement, values))


def insert(connection: sqlite3.Connection, table: str, row: Mapping[str, object], end: str = "") -> int:
    """Insert a row, given by column, and return its number; ``end`` is appended to the statement."""
    names = ", ".join(f'"{name}"' for name in row)
    marks = ", ".join("?" * len(row))
    statement = f"INSERT INTO {table} ({names}) VALUES ({marks}) {end}"  # noqa: S608  (names of our own)
    return int(connection.execute(statement, tuple(row.values())).lastrowid or 0)


def upsert(connection: sqlite3.Connection, table: str, row: Mapping[str, object], *keys: str, where: str = "") -> None:
    """Insert a row, or update the row of its key where a condition holds."""
    sets = ", ".join(f'"{name}" = excluded."{name}"' for name in row if name not in keys)
    insert(connection, table, row, f"ON CONFLICT ({', '.join(keys)}) DO UPDATE SET {sets} {where}")


def update(connection: sqlite3.Connection, table: str, row: Mapping[str, object], **key: object) -> None:
    """Set some columns of the rows with a key."""
    sets = ", ".join(f'"{name}" = ?' for name in row)
    where = " AND ".join(f"{name} = ?" for name in key)
    statement = f"UPDATE {table} SET {sets} WHERE {where}"  # noqa: S608  (names of our own)
    connection.execute(statement, (*row.values(), *key.values()))


class RowCodec(Generic[V]):
    """Converts rows of a table to values of a dataclass, by the types of its fields.

    Args:
        attributes: The field by column, such as ``place.document``; by default the field with the column's name. A
            column without a field is written as an extra.
    """

    def __init__(self, kind: type[V], table: str, /, **attributes: str) -> None:
        self._kind: type = kind
        self.table = table
        self._attributes = attributes
        self._builders: dict[tuple[str, ...], _Builder] = {}

    @cached_property
    def _described(self) -> "RecordTable":
        from delegate_desk.core.library.record_tables import TABLES

        return TABLES[self.table]

    def value(self, row: Any, **more: object) -> V:
        """Return the value of a row, with further fields."""
        names = tuple(more)
        if names not in self._builders:
            paths = {path: column for column, path in self._paths if path.partition(".")[0] not in more}
            self._builders[names] = _builder(self._kind, paths)
        value: V = self._builders[names](row, more)
        return value

    def insert(self, connection: sqlite3.Connection, values: Iterable[V], **more: object) -> None:
        """Insert values, each with further columns that they have in common."""
        for value in values:
            insert(connection, self.table, {**self.cells(value), **more})

    def upsert(self, connection: sqlite3.Connection, value: V, **more: object) -> None:
        """Insert a value, or update the row of its key."""
        row = {**self.cells(value), **more}
        keys = [name for name in (self._described.parent, *self._described.key) if name in row]
        if "id" in self._described.key:
            keys = ["id"]
        upsert(connection, self.table, row, *keys)

    def cells(self, value: V) -> dict[str, object]:
        return {name: as_cell(_attribute(value, path), escaped=name in self._escaped) for name, path in self._paths}

    @cached_property
    def _escaped(self) -> frozenset[str]:
        return frozenset(column.name for column in self._described.columns if column.escaped)

    @cached_property
    def _paths(self) -> list[tuple[str, str]]:
        fields = _types(self._kind)
        columns = dict.fromkeys(filter(None, (self._described.parent, *self._described.names)))
        pairs = ((name, self._attributes.get(name, name)) for name in columns)
        return [(name, path) for name, path in pairs if path.partition(".")[0] in fields]


class Store:
    """Access to tables of a library. Each query sees one consistent state.

    Each statement by itself is a transaction.
    """

    def __init__(self, database: "Database") -> None:
        self._database = database

    def _rows(self, statement: str, *values: object) -> list[Any]:
        with self._database.read() as connection:
            return rows(connection, statement, values)

    def _row(self, statement: str, *values: object) -> Any:
        with self._database.read() as connection:
            return next(each_row(connection, statement, values), None)

    def _column(self, statement: str, *values: object) -> list[Any]:
        """Return the first column of a query."""
        return [row[0] for row in self._rows(statement, *values)]

    def _execute(self, statement: str, *values: object) -> None:
        with self._database.write() as connection:
            connection.execute(statement, values)

    def _execute_many(self, statement: str, values: Iterable[Sequence[object]]) -> None:
        with self._database.write() as connection:
            connection.executemany(statement, values)

    def _values(self, codec: RowCodec[V], rest: str, *values: object) -> list[V]:
        """Return the values in the rows of a table; ``rest`` is what follows its name in the query."""
        return list(map(codec.value, self._rows(f"SELECT * FROM {codec.table} {rest}", *values)))  # noqa: S608  (ours)

    def _value(self, codec: RowCodec[V], rest: str, *values: object) -> V | None:
        return next(iter(self._values(codec, rest, *values)), None)

    def _save(self, codec: RowCodec[V], values: Iterable[V], **more: object) -> None:
        """Insert values, or update the rows of their keys, in one transaction."""
        with self._database.write() as connection:
            for value in values:
                codec.upsert(connection, value, **more)


@cache
def _types(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _attribute(value: Any, path: str) -> Any:
    for name in path.split("."):
        value = None if value is None else getattr(value, name)
    return value


def as_cell(value: Any, *, escaped: bool = False) -> object:
    """A value of a field as SQLite has it."""
    if isinstance(value, tuple):
        return json.dumps([str(item) for item in value], ensure_ascii=escaped)
    if isinstance(value, time):
        return value.isoformat("minutes")
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, Reference | Path) else value


def _builder(kind: type, columns: Mapping[str, str]) -> _Builder:
    """Return a function that builds a value from a row and further fields; ``columns`` are by field path."""
    types = _types(kind)
    decoders = {path: _decoder(types[path]) for path in columns if "." not in path}
    plain = [(path, columns[path]) for path, decode in decoders.items() if decode is None]
    decoded = [(path, columns[path], decode) for path, decode in decoders.items() if decode]
    inner: dict[str, dict[str, str]] = {}
    for path, column in columns.items():
        name, dot, rest = path.partition(".")
        if dot:
            inner.setdefault(name, {})[rest] = column
    parts = []
    for name, within in inner.items():
        part = _plain(types[name])
        needed = [column for path, column in within.items() if not _is_optional(_types(part).get(path))]
        parts.append((name, needed, _builder(part, within)))

    def build(row: Any, more: Mapping[str, object]) -> Any:
        values = {name: row[column] for name, column in plain}
        for name, column, decode in decoded:
            cell = row[column]
            values[name] = None if cell is None else decode(cell)
        for name, needed, make in parts:
            values[name] = None if None in [row[column] for column in needed] else make(row, {})
        return kind(**values, **more)

    return build


def _is_optional(hint: Any) -> bool:
    return hint is None or type(None) in get_args(hint)


def _plain(hint: Any) -> Any:
    if get_origin(hint) is UnionType or _is_optional(hint):
        return next(get_arg for get_arg in get_args(hint) if get_arg is not type(None))
    return getattr(hint, "__supertype__", hint)


@cache
def _decoder(hint: Any) -> Callable[[Any], Any] | None:
    """Return a decoder from cell to value; None if they are equal."""
    kind = _plain(hint)
    if get_origin(kind) is tuple:
        item = _decoder(get_args(kind)[0])
        if item is None:
            return lambda cell: tuple(json.loads(cell))
        return lambda cell: tuple(value for value in map(item, json.loads(cell)) if value is not None)
    if kind is Reference:
        return parse_reference
    if isinstance(kind, type) and issubclass(kind, date | time):
        return kind.fromisoformat
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return {str(member): member for member in kind}.__getitem__  # a third of the time of a call
    if kind in (bool, Path):
        make: Callable[[Any], Any] = kind
        return make
    return None
