"""Salvage of the readable rows of a damaged database into a fresh database.

The pages are read individually (``records``), so that a broken page costs only its own rows. If the tree to
a page is broken, its rows are recognised by their signature. Gaps in a table are recorded: only there is it
filled from elsewhere, so that nothing that was deleted comes back.

SQLite keeps no checksums: a flipped bit that leaves a row readable is not noticed here, nor by its own
check.
"""

import contextlib
import logging
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from delegate_desk.cipher import PLAIN, Cipher
from delegate_desk.core.progress import Steps
from delegate_desk.storage.db import migrations, sqlite_engine
from delegate_desk.storage.db.recovery.btree_pages import MAGIC, DatabasePages
from delegate_desk.storage.db.recovery.btree_records import BtreeRow, Gap, Value, rows_on_page, walk
from delegate_desk.storage.db.recovery.row_recognition import Key, RowSignature, indexes, tables

_log = logging.getLogger(__name__)

_BATCH = 1000
_STEP_PLACE = 60
"""Where a database's head says how many steps it has taken (user_version)."""


@dataclass(frozen=True, slots=True)
class Lost:
    """Range of lost rows of a table, between two keys; either key is unknown at an end of the table.

    With the same key twice it is that row alone.
    """

    low: Key | None = None
    high: Key | None = None

    def holds(self, key: Key) -> bool:
        """True for a key that may be lost."""
        if self.low is not None and self.low == self.high:
            return key == self.low
        return (self.low is None or key > self.low) and (self.high is None or key < self.high)


@dataclass(slots=True)
class Salvaged:
    """Result of reading a damaged database.

    Attributes:
        step: Number of schema steps that it had taken.
        rows: Number of rows read, per table.
        lost: Ranges of lost rows, per table.
        strays: Number of pages with rows that cannot be assigned to a table.
    """

    step: int
    rows: Counter[str] = field(default_factory=Counter)
    lost: dict[str, list[Lost]] = field(default_factory=dict)
    unidentified_pages: int = 0

    @property
    def is_complete(self) -> bool:
        return not self.lost


Progress = Steps[Salvaged]


def salvage(damaged: Path, target: Path, cipher: Cipher = PLAIN) -> Progress:
    """Copy a damaged database's readable rows into a new database of today's schema, reporting the pages read.

    Its foreign keys are not checked: ``make_whole`` does so, once all that is missing was filled in.

    The damaged file may have its log beside it; either may be absent, empty or garbage, and neither is changed. The
    target does not exist yet.

    Raises:
        OSError, sqlite3.DatabaseError: If the target cannot be written.
    """
    with DatabasePages(damaged, cipher) as pages:
        reading = _PageScan(pages)
        with filling(target, cipher, reading.step) as connection:
            yield from reading.into(connection)
    with contextlib.closing(sqlite_engine.connect(target, cipher)) as connection:
        migrations.migrate(connection, target, cipher=cipher)
    _log.info("Read %d rows of a damaged database of step %d", reading.found.rows.total(), reading.step)
    return reading.found


@contextlib.contextmanager
def filling(target: Path, cipher: Cipher, step: int | None = None) -> Iterator[sqlite3.Connection]:
    """Yield a database to insert old rows into: no trigger records them, no foreign key is checked.

    A new database takes the steps of the schema up to ``step``.
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
            for table in tables(connection):  # such as what a step puts in from the beginning
                connection.execute(f'DELETE FROM "{table}"')  # noqa: S608  (names of the schema)
        yield connection
        for _, statement in triggers:
            connection.execute(statement)
        connection.execute("COMMIT")


class _PageScan:
    """One reading of the pages of a damaged database."""

    def __init__(self, pages: DatabasePages) -> None:
        self._pages = pages
        self._seen: set[int] = set()
        self._roots: dict[str, int] = {}
        self._indexes: dict[str, int] = {}
        for one in walk(pages, 1, self._seen, table=True):
            if isinstance(one, BtreeRow) and len(one.values) == 5:
                kind, name, _, root, _ = one.values
                if isinstance(name, str) and isinstance(root, int) and root > 0:
                    (self._roots if kind == "table" else self._indexes)[name] = root
        self.step = self._steps()
        self.found = Salvaged(self.step)

    def _steps(self) -> int:
        """The steps taken: as the head says, if the tables are those of that step."""
        first = self._pages.get(1)
        said = int.from_bytes(first[_STEP_PLACE : _STEP_PLACE + 4], "big") if first.startswith(MAGIC) else 0
        if 0 < said <= len(migrations.STEPS) and self._roots:
            return said
        if self._roots:  # the step whose tables are most like those there
            return max(range(1, len(migrations.STEPS) + 1), key=lambda step: (-len(_named(step) ^ self._named()), step))
        return len(migrations.STEPS)

    def _named(self) -> set[str]:
        return {name for name in self._roots if not name.startswith("sqlite_")}

    def into(self, connection: sqlite3.Connection) -> Steps[None]:
        """Put what can be read into a database, table by table, then page by page what no tree leads to."""
        of = self._pages.count
        shapes = tables(connection)
        for shape in shapes.values():
            rows = self._walked(shape)
            while several := list(islice(rows, _BATCH)):
                refused = insert_rows(connection, shape, several)
                self.found.rows[shape.name] += len(several) - len(refused)
                for row in refused:
                    key = shape.sort_key(row.number, row.values)
                    self.found.lost.setdefault(shape.name, []).append(Lost(key, key))
                yield min(len(self._seen), of), of
        self._reserve_numbers(connection)
        if self.found.lost:
            for root in self._indexes.values():
                for _ in walk(self._pages, root, self._seen, table=False):
                    pass
            yield from self._recover_by_signature(connection, shapes, indexes(connection, shapes.values()))
        yield of, of

    def _walked(self, shape: RowSignature) -> Iterator[BtreeRow]:
        """The rows that a table's tree leads to."""
        root = self._roots.get(shape.name)
        if root is None:
            self.found.lost[shape.name] = [Lost()]
            return
        before: Key | None = None
        is_broken = False
        for one in _with_order_gaps(shape, walk(self._pages, root, self._seen, table=shape.numbered)):
            if isinstance(one, Gap):
                is_broken = True
                if one.row and shape.numbered and shape.alias < 0:  # it is known by its own key
                    yield BtreeRow(0, one.row.values)
                continue
            key = shape.sort_key(one.number, one.values)
            if is_broken:
                self.found.lost.setdefault(shape.name, []).append(Lost(before, key))
                is_broken = False
            before = key
            yield one
        if is_broken:
            self.found.lost.setdefault(shape.name, []).append(Lost(before))

    def _recover_by_signature(
        self, connection: sqlite3.Connection, shapes: dict[str, RowSignature], others: list[RowSignature]
    ) -> Steps[None]:
        broken = [shape for name, shape in shapes.items() if name in self.found.lost]
        of = self._pages.count
        orphans = [number for number in range(2, of + 1) if number not in self._seen]
        for number in orphans:
            numbered, rows, _ = rows_on_page(self._pages, number)
            if rows:
                shape = _belongs(rows, [one for one in (*broken, *others) if one.numbered == numbered])
                if shape in broken and shape is not None:
                    self.found.rows[shape.name] += len(rows) - len(insert_rows(connection, shape, rows))
                elif shape is None:
                    self.found.unidentified_pages += 1
            yield min(of, len(self._seen) + number), of

    def _reserve_numbers(self, connection: sqlite3.Connection) -> None:
        """Let no number be given twice that was given before."""
        for one in walk(self._pages, self._roots.get("sqlite_sequence", 0), self._seen, table=True):
            if isinstance(one, BtreeRow) and len(one.values) == 2:
                reserve_number(connection, *one.values)


def _with_order_gaps(shape: RowSignature, entries: Iterable[BtreeRow | Gap]) -> Iterator[BtreeRow | Gap]:
    """Yield the rows of a tree, with a gap for each row that is not of the table or is out of order.

    A flipped bit in the sort key lets one row jump ahead or fall behind.
    """
    before: Key | None = None
    held: BtreeRow | None = None

    def key(row: BtreeRow) -> Key:
        return shape.sort_key(row.number, row.values)

    for one in entries:
        if isinstance(one, Gap) or not shape.score(one.values):
            if held is not None:
                before = key(held)
                yield held
            held = None
            yield Gap()
        elif held is not None and key(one) > key(held):
            before = key(held)
            yield held
            held = one
        elif before is not None and key(one) <= before:
            yield Gap(one)
        else:
            if held is not None:
                yield Gap(held)
            held = one
    if held is not None:
        yield held


def reserve_number(connection: sqlite3.Connection, table: Value, number: Value) -> None:
    """Make a table give only numbers higher than a number given before."""
    if isinstance(table, str) and isinstance(number, int) and 0 < number < 1 << 48:
        connection.execute(
            "INSERT INTO sqlite_sequence (name, seq) SELECT ?, 0 WHERE EXISTS (SELECT 1 FROM sqlite_schema "
            "WHERE name = ?) AND NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = ?)",
            (table, table, table),
        )
        connection.execute("UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = ?", (number, table))


def insert_rows(connection: sqlite3.Connection, shape: RowSignature, rows: Iterable[BtreeRow]) -> list[BtreeRow]:
    """Put rows into a table under their own numbers; returns those that it holds already or does not allow."""
    refused: list[BtreeRow] = []
    for row in rows:
        values: list[Value] = list(row.values)
        names = [f'"{column.name}"' for column in shape.columns[: len(values)]]
        if shape.alias >= 0:
            values[shape.alias] = row.number
        is_in = False
        if shape.numbered and shape.alias < 0 and row.number:
            is_in = _insert(connection, shape, [*names, "rowid"], [*values, row.number])
        if not is_in and (not shape.numbered or shape.alias >= 0 or shape.key):  # its number alone may be taken
            is_in = _insert(connection, shape, names, values)
        if not is_in:
            refused.append(row)
    return refused


def _insert(connection: sqlite3.Connection, shape: RowSignature, names: list[str], values: list[Value]) -> bool:
    marks = ", ".join("?" * len(values))
    statement = f'INSERT OR IGNORE INTO "{shape.name}" ({", ".join(names)}) VALUES ({marks})'  # noqa: S608  (ours)
    return connection.execute(statement, values).rowcount > 0


def _belongs(rows: list[BtreeRow], shapes: list[RowSignature]) -> RowSignature | None:
    """Return the row signature of all rows of a page; None if no single best fit."""
    scores = [(sum(every), shape) for shape in shapes if all(every := [shape.score(row.values) for row in rows])]
    if not scores:
        return None
    best = max(score for score, _ in scores)
    likely = [shape for score, shape in scores if score == best]
    return likely[0] if len(likely) == 1 else None


def _named(step: int) -> set[str]:
    with contextlib.closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        for script in migrations.STEPS[:step]:
            for statement in migrations.statements(script):
                connection.execute(statement)
        return set(tables(connection))
