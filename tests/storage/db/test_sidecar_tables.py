import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from delegate_desk.core.library.record_tables import DOCUMENT_TABLES, LIBRARY_TABLES, MEETING
from delegate_desk.core.library.records import RecordTable
from delegate_desk.storage.db.database import FILE_NAME, Database
from evaluation.sidecars import DERIVED

WHOLE = [table for root in (*DOCUMENT_TABLES, MEETING, *LIBRARY_TABLES) for table in root.with_children()]
WRITTEN = {table.name for table in WHOLE} | {"document", "annotation", "annotation_tag", "stamp"}
"""The tables in sidecars; documents, annotations with their tags, and stamps are written in other ways."""


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """A new library, seen by another connection."""
    Database(tmp_path).close()
    with contextlib.closing(sqlite3.connect(tmp_path / FILE_NAME)) as opened:
        yield opened


def names(connection: sqlite3.Connection, kind: str) -> set[str]:
    return {str(row[0]) for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = ?", (kind,))}


def test_every_table_is_in_a_sidecar_or_made_from_others(connection: sqlite3.Connection) -> None:
    assert not WRITTEN & DERIVED
    assert names(connection, "table") - DERIVED == WRITTEN


@pytest.mark.parametrize("table", WHOLE, ids=lambda table: table.name)
def test_every_column_of_a_table_is_in_a_sidecar(connection: sqlite3.Connection, table: RecordTable) -> None:
    found = {row[1]: bool(row[3]) or bool(row[5]) for row in connection.execute(f"PRAGMA table_info({table.name})")}
    named = {column.name: column.is_required for column in table.columns}
    assert found.keys() - table.made.keys() == set(named) | ({table.parent} if table.parent else set())
    assert {name: found[name] for name in named} == named


def test_no_list_has_the_name_of_a_column() -> None:
    for table in WHOLE:
        lists = [child.list_name for child in table.children]
        assert not set(lists) & {column.name for column in table.columns}
        assert len(set(lists)) == len(lists)


def test_every_change_of_the_record_makes_a_sidecar_due(connection: sqlite3.Connection) -> None:
    triggers = names(connection, "trigger")
    for table in WRITTEN - {"stamp"}:  # time stamps change with their rows
        for event in ("INSERT", "UPDATE", "DELETE"):
            assert f"{table}_{event}_is_due" in triggers
    assert "stamp_UPDATE_is_due" in triggers  # except for being sent


def test_a_change_makes_one_sidecar_due_once(connection: sqlite3.Connection) -> None:
    connection.execute("DELETE FROM sidecar_due")
    for query in ("one", "two"):
        connection.execute("INSERT INTO recent_search (query) VALUES (?)", (query,))
    assert connection.execute("SELECT * FROM sidecar_due").fetchall() == [("library", "library", 0)]


def test_what_somebody_set_about_is_due_again_when_it_changes(connection: sqlite3.Connection) -> None:
    connection.execute("UPDATE sidecar_due SET number = 5")
    connection.execute("INSERT OR REPLACE INTO phrase VALUES ('en', 'a', 'a', 'text')")
    assert connection.execute("SELECT number FROM sidecar_due").fetchall() == [(0,)]
