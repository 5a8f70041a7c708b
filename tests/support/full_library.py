"""A library with something in every table, and the contents of the tables of any library."""

import contextlib
import shutil
import sqlite3
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from delegate_desk.core.annotations.annotation import AnnotationKind
from delegate_desk.core.documents.corrections import CorrectableField
from delegate_desk.core.documents.document import Address, DocumentId, Place
from delegate_desk.core.positions.position import PositionEntry, ReadyPhrase, Stance
from delegate_desk.core.search import SavedSearch
from delegate_desk.desk import Desk, open_desk
from delegate_desk.storage.db import migrations
from delegate_desk.storage.db.database import FILE_NAME
from support.annotated_revision import noted
from support.comment_tables import written_paper
from support.document_values import quiet_hours

PASSING = frozenset({"sidecar_due"})
"""Tables of pending work, which the program empties itself."""
FOLLOWING = frozenset({"change", "stamp", *PASSING})
"""Tables that follow the others: records of their changes."""

Rows = list[tuple[object, ...]]


def whole_library(folder: Path) -> Path:
    """A library in which every kind of action was done; its files are next to it."""
    beside = folder.parent / f"{folder.name}-files"
    beside.mkdir()
    with open_desk(folder) as desk:
        fill(desk, beside)
    with contextlib.closing(sqlite3.connect(folder / FILE_NAME, isolation_level=None)) as connection:
        for table in empty(connection):
            put_something(connection, table)
    return folder


def fill(desk: Desk, beside: Path) -> DocumentId:
    """Do a delegate's work; returns the document with most of it."""
    made = noted(desk, beside)
    old = made.old
    place = Place(old, Address("para_1"))
    note = desk.annotations.new(
        place, AnnotationKind.NOTE, text="Μια σημείωση", words="noise", tags=["ports", "θόρυβος"]
    )
    note = replace(note, due=note.created + timedelta(days=3), holder="The desk")
    desk.annotations.save(note)
    desk.annotations.save(desk.annotations.reply(note, "Agreed."))
    gone = desk.annotations.new(place, AnnotationKind.QUESTION, text="In the trash")
    desk.annotations.save(gone)
    desk.annotations.remove(gone.id)
    terms = beside / "ports.csv"
    terms.write_text("en;el\nport;λιμένας\nnoise;θόρυβος\n", encoding="utf-8")
    desk.translations.bases.import_file(terms)
    desk.positions.set_general(old, "General comments.")
    desk.positions.set_internal(old, "Internal notes.")
    line = PositionEntry(
        Address("para_4"), Stance.OPPOSE, "", "To go.", "Inside.", "It costs.", ("CY",), ("Less.",), "None."
    )
    desk.positions.set_item(old, line)
    desk.positions.clear(old, "The ministry")
    desk.positions.send(old, "The Presidency")
    desk.positions.set_item(old, replace(line, comment="Still to go."))
    made.carry()
    desk.corrections.correct(old, CorrectableField.SENDER, "The Presidency of the Council")
    desk.search.remember("noise")
    desk.search.save(SavedSearch("quiet", "noise"))
    watched = beside / "watched"
    watched.mkdir()
    desk.watched_folders.watch(watched)
    quiet_hours(watched, name="seen.txt")
    desk.watched_folders.mark_handled(desk.watched_folders.find_new_files())
    figures = desk.voting.tables().figures()
    desk.voting.set_figures(2026, figures.populations, exact=True, source="OJ L, 2025/1")
    desk.phrases.save(ReadyPhrase("thanks", "en", "We thank the Presidency."))
    said = written_paper(beside, "Comments by France", "Paragraph 1: Noise by day disturbs as well.")
    (paper,) = desk.documents.add(desk.documents.read(said)).documents
    desk.contributions.add(desk.contributions.read(paper, old))
    desk.dossiers.move([paper], old)
    _aside(desk, beside)
    return old


def _aside(desk: Desk, beside: Path) -> None:
    """Notes on a document that is no longer in the library; another document stays in the trash."""
    text = "Council of the European Union\n\n6001/26\n\nNOTE\n\nSubject: Ferries\n\n1. Ferries sail at night.\n"
    (key,) = desk.documents.add(desk.documents.read(quiet_hours(beside, name="gone.txt", text=text))).documents
    note = desk.annotations.new(Place(key, Address("para_1")), AnnotationKind.NOTE, text="Waits")
    desk.annotations.save(note)
    desk.exchange.write(beside / "notes.jsonld", internal=True, only=[note.id])
    desk.documents.remove(key)
    desk.documents.empty_trash()
    desk.exchange.import_annotations(desk.exchange.read(beside / "notes.jsonld"))
    other = text.replace("6001", "6002").replace("night", "day")
    (key,) = desk.documents.add(desk.documents.read(quiet_hours(beside, name="trashed.txt", text=other))).documents
    desk.documents.remove(key)


def tables(file: Path) -> dict[str, dict[str, Rows]]:
    """The contents of a plain database: by table, the names of its columns joined, and its rows in order."""
    with contextlib.closing(sqlite3.connect(file)) as connection:
        return {name: rows(connection, name) for name in names(connection)}


def rows(connection: sqlite3.Connection, table: str) -> dict[str, Rows]:
    """The columns of a table, each with its values in one order of the rows."""
    held = columns(connection, table)
    every = ", ".join(f'"{column}"' for column in held)
    found = sorted(connection.execute(f'SELECT {every} FROM "{table}"').fetchall(), key=repr)
    return {",".join(held): found}


def names(connection: sqlite3.Connection) -> list[str]:
    """The tables, in the order of their creation."""
    found = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    return [str(row[0]) for row in found.fetchall()]


def columns(connection: sqlite3.Connection, table: str) -> list[str]:
    return [str(row[1]) for row in connection.execute(f'PRAGMA table_info("{table}")').fetchall()]


def empty(connection: sqlite3.Connection) -> list[str]:
    """The empty tables, except those that the program empties."""
    return [
        table
        for table in names(connection)
        if table not in PASSING and not connection.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0]
    ]


def put_something(connection: sqlite3.Connection, table: str) -> None:
    """One row in a table that nothing fills here: required values, and references to existing rows."""
    parents = {str(row[3]): str(row[2]) for row in connection.execute(f'PRAGMA foreign_key_list("{table}")').fetchall()}
    given: dict[str, object] = {}
    for _, name, kind, needed, default, key in connection.execute(f'PRAGMA table_info("{table}")').fetchall():
        if name in parents and (needed or key):
            own = connection.execute(f'PRAGMA table_info("{parents[name]}")').fetchall()
            primary = next(str(row[1]) for row in own if row[5])
            given[name] = connection.execute(f'SELECT "{primary}" FROM "{parents[name]}"').fetchone()[0]
        elif (needed or key) and default is None:
            given[name] = 7 if kind in ("INTEGER", "REAL") else _USUAL.get(name, "[]")
    into = ", ".join(f'"{name}"' for name in given)
    marks = ", ".join("?" * len(given))
    connection.execute(f'INSERT INTO "{table}" ({into}) VALUES ({marks})', tuple(given.values()))


_USUAL = {
    "sha256": "a" * 64,
    "language": "en",
    "kind": "note",
    "address": "para_1",
    "key": "b" * 128,
    **dict.fromkeys(
        ("added", "created", "joined", "made", "modified", "moment", "refused", "sent", "since", "taken"),
        "2026-11-25T12:00:00+00:00",
    ),
}
"""The kind of a text, by the name of its column."""


def made_by_step(steps: int, full: Path, folder: Path) -> Path:
    """A library as created by the program with fewer steps, with all contents of a full one that fit into it."""
    folder.mkdir()
    if (full / "originals").is_dir():
        shutil.copytree(full / "originals", folder / "originals")
    file = folder / FILE_NAME
    with contextlib.closing(sqlite3.connect(file, isolation_level=None)) as connection:
        migrations.migrate(connection, file, migrations.STEPS[:steps])
        connection.execute("ATTACH ? AS full", (str(full / FILE_NAME),))
        known = {table: columns_of(connection, table) for table in names(connection)}
        ordered = sorted(known, key=lambda table: table in FOLLOWING)
        connection.execute("BEGIN")
        for table in ordered:
            here = ", ".join(f'"{column}"' for column in known[table])
            connection.execute(f'DELETE FROM "{table}"')
            connection.execute(f'INSERT OR IGNORE INTO "{table}" ({here}) SELECT {here} FROM full."{table}"')
        for table in FOLLOWING & set(known):
            here = ", ".join(f'"{column}"' for column in known[table])
            connection.execute(f'DELETE FROM "{table}"')
            connection.execute(f'INSERT INTO "{table}" ({here}) SELECT {here} FROM full."{table}"')
        connection.execute("COMMIT")
        connection.execute("DETACH full")
    return folder


def columns_of(connection: sqlite3.Connection, table: str) -> list[str]:
    """The columns that a table has here and in the full library."""
    there = {str(row[1]) for row in connection.execute(f'PRAGMA full.table_info("{table}")').fetchall()}
    return [column for column in columns(connection, table) if column in there]


def lost(before: Path, after: Path) -> list[str]:
    """The contents of one database that are missing in another: by table, if its columns are the same."""
    wrong = []
    with (
        contextlib.closing(sqlite3.connect(before)) as old,
        contextlib.closing(sqlite3.connect(after)) as new,
    ):
        there = names(new)
        for table in set(names(old)) - PASSING:
            if table not in there:
                wrong.append(f"{table} is gone")
                continue
            shared = [column for column in columns(old, table) if column in columns(new, table)]
            if shared != columns(old, table):
                wrong.append(f"{table} lost a column")
            chosen = ", ".join(f'"{column}"' for column in shared if (table, column) not in _NUMBERS)
            had, has = (
                sorted(map(repr, connection.execute(f'SELECT {chosen} FROM "{table}"').fetchall()))
                for connection in (old, new)
            )
            if (not set(had) <= set(has)) if table in FOLLOWING else had != has:
                wrong.append(f"{table}: {len(had)} rows are {len(has)}, or others")
    return wrong


_NUMBERS = frozenset({("change", "number"), ("stamp", "number"), ("stamp", "moment")})
"""Values that are newly assigned when something is recorded again."""
