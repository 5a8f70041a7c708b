import contextlib
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from delegate_desk.core.annotations.annotation import AnnotationKind
from delegate_desk.core.documents.corrections import CorrectableField
from delegate_desk.core.documents.document import Address, DocumentId, MarkUp, Place
from delegate_desk.core.library.record_tables import DOCUMENT_TABLES, LIBRARY_TABLES, MEETING
from delegate_desk.core.library.records import RecordTable
from delegate_desk.core.positions.position import Position, PositionEntry, Stance
from delegate_desk.desk import open_desk
from delegate_desk.storage.db import migrations, schema_steps
from delegate_desk.storage.db.database import FILE_NAME, Database
from delegate_desk.storage.db.stores.documents import DocumentStore
from evaluation.sidecars import DERIVED

OLD = """
    INSERT INTO library (id, created) VALUES ('the-library', '2026-01-01T00:00:00+00:00');
    INSERT INTO document (
        sha256, file_name, added, reference, language, date, public, subject, confidence, mark_up
    ) VALUES (
        'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
        'old.txt', '2026-01-01T00:00:00+00:00', 'ST 7001/26', 'en', '2026-03-04', 0, 'Quiet hours', '{}', 'none'
    );
    INSERT INTO paragraph (document, position, address, kind, label, marked, depth, page, spans, calls)
        VALUES (1, 0, 'para_1', 'para', '1.', 'Noise disturbs.', 1, NULL, '[]', '[]');
    INSERT INTO mention (document, position, text, target, address) VALUES (1, 0, '6500/26', 'ST 6500/26', 'para_1');
    INSERT INTO annotation (id, document, address, kind, text, created, modified, status, visibility) VALUES (
        'a-note', 1, 'para_1', 'note', 'ours', '2026-01-02T00:00:00+00:00', '2026-01-02T00:00:00+00:00', 'open',
        'internal'
    );
"""


def made_by_the_first_version(folder: Path) -> Path:
    """A library as created by the first version of the program, with one document and one note."""
    folder.mkdir()
    file = folder / FILE_NAME
    with contextlib.closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("PRAGMA foreign_keys = ON")
        migrations.migrate(connection, file, migrations.STEPS[:1])
        for statement in migrations.statements(OLD):
            connection.execute(statement)
    return folder


def test_a_library_of_the_first_version_is_opened(tmp_path: Path) -> None:
    folder = made_by_the_first_version(tmp_path / "library")
    database = Database(folder)
    store = DocumentStore(database)
    (held,) = store.all()
    content = store.content(held)
    assert (held.name, held.header.subject, content.mark_up) == ("ST 7001/26", "Quiet hours", MarkUp.NONE)
    assert [unit.marked for unit in content.paragraphs] == ["Noise disturbs."]
    assert (content.why, content.remarks, content.header_boxes, content.paragraphs[0].boxes) == (None, (), {}, ())
    assert store.read_before(2) == [held]
    assert database.problems() == []
    assert database.library_id() == "the-library"
    database.close()
    copy = folder / "backups" / "library-before-step-2.sqlite3"
    with contextlib.closing(sqlite3.connect(copy)) as connection:
        assert migrations.version(connection) == 1
        assert connection.execute("SELECT count(*) FROM annotation").fetchone() == (1,)


def test_what_the_first_version_kept_is_put_right_and_found(tmp_path: Path) -> None:
    with open_desk(made_by_the_first_version(tmp_path / "library")) as desk:
        assert desk.search.find("noise").total == 1
        desk.corrections.correct(DocumentId(1), CorrectableField.REFERENCE, "7002/26")
        assert desk.search.find("ref:7002/26 ours").total == 1
        place = Place(DocumentId(1), Address("para_1"))
        desk.annotations.save(desk.annotations.new(place, AnnotationKind.NOTE, words="Noise"))
        assert len(desk.annotations.for_place(place)) == 2
        assert [str(reference) for reference, _ in desk.documents.missing()] == ["ST 6500/26"]


def test_a_position_of_few_fields_has_all(tmp_path: Path) -> None:
    folder = made_by_the_first_version(tmp_path / "library")
    before = migrations.STEPS.index(schema_steps.POSITION_SCHEMA)
    with contextlib.closing(sqlite3.connect(folder / FILE_NAME, isolation_level=None)) as connection:
        migrations.migrate(connection, folder / FILE_NAME, migrations.STEPS[:before])
        connection.execute("INSERT INTO position VALUES (1, 'draft', 'General.', 'ours')")
        connection.execute("INSERT INTO position_item VALUES (1, 'para_1', 'oppose', 'Silence.', 'So.', 'secret')")
        connection.execute(
            "INSERT INTO unplaced (document, address, text, comment) VALUES (1, 'para_9', 'Noise.', 'Gone.')"
        )
    with open_desk(folder) as desk:
        key, address = DocumentId(1), Address("para_1")
        item = PositionEntry(address, Stance.OPPOSE, "Silence.", "So.", "secret")
        assert desk.positions.get(key) == Position(key, general="General.", internal="ours", items=(item,))
        (lost,) = desk.reparse.unplaced(key)
        assert lost.item == PositionEntry(Address("para_9"), comment="Gone.")
        desk.positions.send(key, "The Presidency")
        desk.positions.set_item(key, replace(item, fallbacks=("Less noise.",)))
        assert [one.position.version for one in desk.position_versions.all(key)] == [1, 2]
        assert desk.search.find("in:positions less").total == 1


def test_a_library_from_before_there_were_keys_makes_its_own(tmp_path: Path) -> None:
    folder = made_by_the_first_version(tmp_path / "library")
    before = migrations.STEPS.index(schema_steps.KEYS_SCHEMA)
    with contextlib.closing(sqlite3.connect(folder / FILE_NAME, isolation_level=None)) as connection:
        migrations.migrate(connection, folder / FILE_NAME, migrations.STEPS[:before])
        connection.execute("INSERT INTO person (id, name) VALUES ('anna', 'Anna')")
    with open_desk(folder) as desk:
        assert [(one.person.name, one.key) for one in desk.people.other_people()] == [("Anna", None)]
        assert len(desk.people.own_fingerprint().split()) == 6


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
