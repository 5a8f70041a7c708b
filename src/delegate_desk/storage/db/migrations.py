"""The schema, as a list of steps. A change is a new step at the end."""

import contextlib
import logging
import sqlite3
from pathlib import Path

from delegate_desk.cipher import PLAIN, Cipher
from delegate_desk.core.errors import LibraryDamagedError
from delegate_desk.files import move
from delegate_desk.storage.db import schema_steps, sqlite_engine
from delegate_desk.storage.files import backup_archive, filesystem

_log = logging.getLogger(__name__)


def _noting(event: str, table: str, subject: str, key: str) -> str:
    """Return a trigger that records a change of a table's rows.

    It deletes and inserts, as the conflict clause of the statement that fires it would override its own
    (https://www.sqlite.org/lang_createtrigger.html).
    """
    row = "old" if event == "DELETE" else "new"
    return f"""
    CREATE TRIGGER {table}_{event}_notes_{subject} AFTER {event} ON {table} BEGIN
        DELETE FROM change WHERE subject = '{subject}' AND key = CAST({row}.{key} AS TEXT);
        INSERT INTO change (subject, key) VALUES ('{subject}', {row}.{key});
    END;
    """  # noqa: S608  (names of our own)


_EVENTS = ("INSERT", "UPDATE", "DELETE")
_NOTED = (
    *((event, "document", "document", "id") for event in _EVENTS),
    *((event, "document", "position", "id") for event in _EVENTS[1:]),
    *((event, "annotation", "annotation", "id") for event in _EVENTS),
    *((event, "position", "position", "document") for event in _EVENTS),
    *((event, "position_item", "position", "document") for event in _EVENTS),
)
_FIRST = """
    CREATE TABLE library (
        id TEXT NOT NULL,
        created TEXT NOT NULL,
        delegation TEXT
    );
    CREATE TABLE document (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        sha256 TEXT NOT NULL UNIQUE,
        file_name TEXT NOT NULL,
        added TEXT NOT NULL,
        trashed TEXT,
        reference TEXT,
        language TEXT NOT NULL,
        original_language TEXT,
        date TEXT,
        marking TEXT,
        public INTEGER NOT NULL,
        classification TEXT,
        document_type TEXT,
        document_type_label TEXT,
        sender TEXT,
        recipient TEXT,
        subject TEXT NOT NULL,
        confidence TEXT NOT NULL,
        mark_up TEXT NOT NULL
    );
    CREATE INDEX document_reference ON document (reference);
    CREATE TABLE subject_code (
        document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
        position INTEGER NOT NULL,
        code TEXT NOT NULL,
        number INTEGER NOT NULL,
        PRIMARY KEY (document, position)
    ) WITHOUT ROWID;
    CREATE TABLE document_link (
        document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
        kind TEXT NOT NULL CHECK (kind IN ('previous', 'commission', 'file')),
        position INTEGER NOT NULL,
        target TEXT NOT NULL,
        PRIMARY KEY (document, kind, position)
    ) WITHOUT ROWID;
    CREATE TABLE paragraph (
        document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
        position INTEGER NOT NULL,
        address TEXT NOT NULL,
        kind TEXT NOT NULL,
        label TEXT NOT NULL,
        marked TEXT NOT NULL,
        depth INTEGER NOT NULL,
        page INTEGER,
        spans TEXT NOT NULL,
        calls TEXT NOT NULL,
        PRIMARY KEY (document, position),
        UNIQUE (document, address)
    ) WITHOUT ROWID;
    CREATE TABLE mention (
        document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
        position INTEGER NOT NULL,
        text TEXT NOT NULL,
        target TEXT NOT NULL,
        address TEXT NOT NULL,
        PRIMARY KEY (document, position)
    ) WITHOUT ROWID;
    CREATE TABLE annotation (
        id TEXT PRIMARY KEY,
        document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
        address TEXT NOT NULL,
        kind TEXT NOT NULL,
        text TEXT NOT NULL,
        created TEXT NOT NULL,
        modified TEXT NOT NULL,
        exact TEXT,
        prefix TEXT,
        suffix TEXT,
        start INTEGER,
        "end" INTEGER,
        status TEXT NOT NULL,
        visibility TEXT NOT NULL
    );
    CREATE INDEX annotation_document ON annotation (document, address);
    CREATE TABLE annotation_tag (
        annotation TEXT NOT NULL REFERENCES annotation ON DELETE CASCADE,
        position INTEGER NOT NULL,
        tag TEXT NOT NULL,
        PRIMARY KEY (annotation, position)
    ) WITHOUT ROWID;
    CREATE TABLE position (
        document INTEGER PRIMARY KEY REFERENCES document ON DELETE CASCADE,
        status TEXT NOT NULL,
        general TEXT NOT NULL,
        internal TEXT NOT NULL
    );
    CREATE TABLE position_item (
        document INTEGER NOT NULL REFERENCES position ON DELETE CASCADE,
        address TEXT NOT NULL,
        stance TEXT,
        proposal TEXT,
        comment TEXT NOT NULL,
        internal TEXT NOT NULL,
        PRIMARY KEY (document, address)
    ) WITHOUT ROWID;

    -- What the search index has to look at again: each thing once, under the number of its latest change.
    CREATE TABLE change (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        subject TEXT NOT NULL,
        key TEXT NOT NULL,
        UNIQUE (subject, key)
    );
    CREATE TRIGGER annotation_moves_with_document AFTER UPDATE OF trashed ON document BEGIN
        DELETE FROM change WHERE subject = 'annotation'
            AND key IN (SELECT id FROM annotation WHERE document = new.id);
        INSERT INTO change (subject, key) SELECT 'annotation', id FROM annotation WHERE document = new.id;
    END;
    """

_SECOND = """
    ALTER TABLE document ADD COLUMN why TEXT NOT NULL DEFAULT '';
    ALTER TABLE document ADD COLUMN remarks TEXT NOT NULL DEFAULT '[]';
    ALTER TABLE document ADD COLUMN header_boxes TEXT NOT NULL DEFAULT '{}';
    ALTER TABLE document ADD COLUMN read_by INTEGER NOT NULL DEFAULT 1;
    ALTER TABLE paragraph ADD COLUMN boxes TEXT NOT NULL DEFAULT '[]';
    ALTER TABLE paragraph ADD COLUMN sources TEXT NOT NULL DEFAULT '[]';
    ALTER TABLE paragraph ADD COLUMN judged TEXT; -- the spans as judged, where a person overruled what bold means

    -- A document's own columns hold what a person put right; what was read is kept here.
    CREATE TABLE correction (
        document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
        field TEXT NOT NULL,
        value TEXT NOT NULL,
        read TEXT NOT NULL,
        confidence REAL,
        made TEXT NOT NULL,
        PRIMARY KEY (document, field)
    ) WITHOUT ROWID;

    -- What found no place in a text read anew: an annotation, which stays in its table, or our line on a paragraph.
    CREATE TABLE unplaced (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
        address TEXT NOT NULL,
        text TEXT NOT NULL,
        annotation TEXT UNIQUE REFERENCES annotation ON DELETE CASCADE,
        stance TEXT,
        proposal TEXT,
        comment TEXT NOT NULL DEFAULT '',
        internal TEXT NOT NULL DEFAULT ''
    );
    CREATE INDEX unplaced_document ON unplaced (document);
    CREATE TRIGGER annotation_with_a_place_is_placed AFTER UPDATE OF address ON annotation WHEN new.address <> '' BEGIN
        DELETE FROM unplaced WHERE annotation = new.id;
    END;

    -- An annotation is found by its document's header too.
    DROP TRIGGER annotation_moves_with_document;
    CREATE TRIGGER annotation_moves_with_document AFTER UPDATE ON document BEGIN
        DELETE FROM change WHERE subject = 'annotation'
            AND key IN (SELECT id FROM annotation WHERE document = new.id);
        INSERT INTO change (subject, key) SELECT 'annotation', id FROM annotation WHERE document = new.id;
    END;
    """

_THIRD = """
    CREATE TABLE watched_folder (
        id INTEGER PRIMARY KEY,
        path TEXT NOT NULL UNIQUE
    );
    -- What was looked at in a watched folder, as it then was; the size in bytes, the time in nanoseconds.
    CREATE TABLE seen_file (
        watched_folder INTEGER NOT NULL REFERENCES watched_folder ON DELETE CASCADE,
        name TEXT NOT NULL,
        size INTEGER NOT NULL,
        modified INTEGER NOT NULL,
        PRIMARY KEY (watched_folder, name)
    ) WITHOUT ROWID;
    """

_FOURTH = """
    CREATE TABLE subject_code_of_step_4 (
        document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
        position INTEGER NOT NULL,
        code TEXT NOT NULL,
        number INTEGER,
        PRIMARY KEY (document, position)
    ) WITHOUT ROWID;
    INSERT INTO subject_code_of_step_4 SELECT document, position, code, number FROM subject_code;
    DROP TABLE subject_code;
    ALTER TABLE subject_code_of_step_4 RENAME TO subject_code;
    """

_FIFTH = """
    -- Searches kept under a name. What is new to one came after ``seen``, the number of the last change that it was
    -- looked at with, and, for changes are noted of what only its header changed too, is of a later document than
    -- ``document``, or of a note changed after ``moment``.
    CREATE TABLE saved_search (
        name TEXT PRIMARY KEY,
        query TEXT NOT NULL,
        sort TEXT NOT NULL,
        stemming INTEGER NOT NULL,
        seen INTEGER NOT NULL,
        document INTEGER NOT NULL,
        moment TEXT NOT NULL
    ) WITHOUT ROWID;
    CREATE TABLE recent_search (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        query TEXT NOT NULL UNIQUE
    );
    """

_FIGURES = """
    -- Populations that a person entered, in place of those that come with the program; percentages in hundredths.
    CREATE TABLE voting_year (
        year INTEGER PRIMARY KEY,
        exact INTEGER NOT NULL,
        source TEXT NOT NULL,
        edited TEXT NOT NULL
    );
    CREATE TABLE voting_population (
        voting_year INTEGER NOT NULL REFERENCES voting_year ON DELETE CASCADE,
        member TEXT NOT NULL,
        population INTEGER NOT NULL,
        PRIMARY KEY (voting_year, member)
    ) WITHOUT ROWID;
    """

_ANSWERS = """
    -- An answer names what it answers, which another library may hold. What is in the trash knows since when.
    ALTER TABLE annotation ADD COLUMN reply_to TEXT;
    ALTER TABLE annotation ADD COLUMN due TEXT;
    ALTER TABLE annotation ADD COLUMN holder TEXT NOT NULL DEFAULT '';
    ALTER TABLE annotation ADD COLUMN trashed TEXT;
    CREATE INDEX annotation_reply_to ON annotation (reply_to) WHERE reply_to IS NOT NULL;
    CREATE INDEX annotation_due ON annotation (due) WHERE due IS NOT NULL;
    CREATE INDEX annotation_trashed ON annotation (trashed) WHERE trashed IS NOT NULL;
    """

STEPS = (
    "".join((_FIRST, *(_noting(*noted) for noted in _NOTED))),
    _SECOND,
    _THIRD,
    _FOURTH,
    _FIFTH,
    "".join(
        (
            schema_steps.MEETING_SCHEMA,
            *(_noting(event, *noted) for noted in schema_steps.INDEXED_MEETING_TABLES for event in _EVENTS),
        )
    ),
    _FIGURES,
    _ANSWERS,
    schema_steps.ORPHAN_SCHEMA,
    schema_steps.CARRYING_SCHEMA,
    schema_steps.DOSSIER_SCHEMA,
    schema_steps.POSITION_SCHEMA,
    schema_steps.PHRASE_SCHEMA,
    schema_steps.CONTRIBUTION_SCHEMA,
    schema_steps.PEOPLE_SCHEMA,
    schema_steps.SIDECAR_SCHEMA,
    schema_steps.SHARING_SCHEMA,
    schema_steps.KEYS_SCHEMA,
    schema_steps.TERM_SCHEMA,
)


def version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def migrate(connection: sqlite3.Connection, file: Path, steps: tuple[str, ...] = STEPS, cipher: Cipher = PLAIN) -> None:
    """Apply the missing steps to a library, each in one transaction, after a copy of the library is kept.

    If two programs open an old library together, each step is applied once: the second waits and finds it applied.
    """
    if 0 < version(connection) < len(steps):
        copy_before_upgrade(connection, file, cipher)
    while (step := version(connection)) < len(steps):
        with contextlib.closing(connection.cursor()) as cursor:
            cursor.execute("BEGIN IMMEDIATE")
            try:
                if version(connection) == step:
                    for statement in statements(steps[step]):
                        cursor.execute(statement)
                    cursor.execute(f"PRAGMA user_version = {step + 1}")
                cursor.execute("COMMIT")
            except BaseException:
                cursor.execute("ROLLBACK")
                raise
        _log.info("The library is at step %d", step + 1)


def copy_before_upgrade(connection: sqlite3.Connection, file: Path, cipher: Cipher = PLAIN) -> Path:
    """Copy the database to ``backups/``, atomically and encrypted like the library, and verify the copy."""
    folder = file.parent / "backups"
    folder.mkdir(mode=0o700, exist_ok=True)
    with filesystem.temporary_workdir(folder, "copying") as workdir:
        copy = workdir / file.name
        connection.execute("BEGIN")
        try:
            step, counts = version(connection), backup_archive.count_rows(connection)
            sqlite_engine.copy(connection, copy, cipher)
        finally:
            connection.execute("ROLLBACK")
        try:
            copied = backup_archive.count(copy, cipher)
        except ValueError as error:
            raise LibraryDamagedError(str(file.parent), str(error)) from error
        if copied != (step, counts):
            raise LibraryDamagedError(str(file.parent), "its copy holds something else")
        path = folder / f"library-before-step-{step + 1}.sqlite3"
        move(copy, path)
    filesystem.sync_folder(folder)
    return path


def statements(script: str) -> list[str]:
    """Return the statements of a script, each ending with its line; semicolons inside a trigger do not end it."""
    complete: list[str] = []
    pending = ""
    for line in script.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            complete.append(pending.strip())
            pending = ""
    if pending.strip():
        raise ValueError("a statement does not end")
    return complete
