"""Counts of a library's database work: so that a test can show what does not grow with the library."""

import contextlib
import sqlite3
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType

import pytest
from PySide6.QtCore import QObject

from delegate_desk.storage.db.database import FILE_NAME, Database


@dataclass
class Effort:
    """Work of the database.

    Attributes:
        statements: All of them, in order, except the ends of transactions.
        steps: Instructions of SQLite's virtual machine, roughly in proportion to the rows that it reads.
        steps_of_window: The same on the window's thread.
        statements_of_window: All statements of the window's thread, including the ends of transactions.
    """

    statements: list[str] = field(default_factory=list)
    steps: int = 0
    steps_of_window: int = 0
    statements_of_window: list[str] = field(default_factory=list)

    @property
    def reads(self) -> list[str]:
        """The statements that read."""
        return [statement for statement in self.statements if statement.lstrip().startswith(("SELECT", "WITH"))]


@contextlib.contextmanager
def effort(monkeypatch: pytest.MonkeyPatch) -> Iterator[Effort]:
    """Count the work of any library meanwhile."""
    counted, lock = Effort(), threading.Lock()
    borrowed = Database._borrow

    def note(statement: str) -> None:
        if threading.current_thread() is threading.main_thread():
            counted.statements_of_window.append(statement)
        if not statement.startswith(("BEGIN", "ROLLBACK", "COMMIT", "PRAGMA")):
            with lock:
                counted.statements.append(statement)

    def step() -> int:
        with lock:
            counted.steps += 1
            counted.steps_of_window += threading.current_thread() is threading.main_thread()
        return 0

    @contextlib.contextmanager
    def watched(database: Database) -> Iterator[sqlite3.Connection]:
        with borrowed(database) as connection:
            connection.set_trace_callback(note)
            connection.set_progress_handler(step, 1)
            try:
                yield connection
            finally:
                connection.set_trace_callback(None)
                connection.set_progress_handler(None, 1)

    with monkeypatch.context() as patched:
        patched.setattr(Database, "_borrow", watched)
        yield counted


@contextlib.contextmanager
def window_thread_uses(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Collect the calls of the window that use a connection on its thread meanwhile; those of a test do not count."""
    found: list[str] = []
    borrowed = Database._borrow

    def watched(database: Database) -> contextlib.AbstractContextManager[sqlite3.Connection]:
        if threading.current_thread() is threading.main_thread():
            found.extend(_calls_of_window(sys._getframe(1)))
        return borrowed(database)

    with monkeypatch.context() as patched:
        patched.setattr(Database, "_borrow", watched)
        yield found


def _calls_of_window(frame: FrameType | None) -> list[str]:
    """Return the innermost call from the window, if an object of Qt made it since a test was left; else nothing."""
    innermost: list[str] = []
    while frame is not None and "/tests/" not in (file := frame.f_code.co_filename):
        if "/gui/" in file:
            innermost = innermost or [f"{file.partition('/gui/')[2]}:{frame.f_lineno} {frame.f_code.co_name}"]
            if isinstance(frame.f_locals.get("self"), QObject):
                return innermost
        frame = frame.f_back
    return []


def fill(folder: Path, number: int) -> None:
    """Add many documents without a text to a library, each with a note and a position."""
    count = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)"
    first = 1000
    with contextlib.closing(sqlite3.connect(folder / FILE_NAME)) as connection, connection:
        connection.execute(
            f"""
            INSERT INTO document
                (id, sha256, file_name, added, reference, language, date, public, subject, confidence, mark_up)
            {count} SELECT {first} + i, printf('%064d', i), printf('%d.txt', i), '2026-01-01T00:00:00+00:00',
                printf('ST %d/25', 20000 + i), 'en', '2025-06-01', 0, printf('Filling number %d', i), '{{}}', 'none'
            FROM n
            """,
            (number,),
        )
        connection.execute(
            f"""
            INSERT INTO annotation
                (id, document, address, kind, text, created, modified, status, visibility)
            {count} SELECT printf('note %d', i), {first} + i, '', 'note', 'A note.', '2026-01-01T00:00:00+00:00',
                '2026-01-01T00:00:00+00:00', 'open', 'internal'
            FROM n
            """,
            (number,),
        )
        connection.execute(
            f"""
            INSERT INTO position (document, status, general, internal)
            {count} SELECT {first} + i, 'draft', 'x', '' FROM n
            """,
            (number,),
        )
