"""Libraries with contents, and ways to damage their databases."""

import contextlib
import random
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from delegate_desk.core.annotations.annotation import AnnotationKind
from delegate_desk.core.documents.document import Place
from delegate_desk.desk import Desk
from delegate_desk.storage.db.database import FILE_NAME

PAGE = 4096


def text(number: int, paragraphs: int = 60) -> str:
    """A document of our own, long enough for several pages of a database."""
    said = "The Working Party is invited to consider the wording proposed by the delegations concerned"
    head = f"Council of the European Union\n\n{1000 + number}/26\n\nNOTE\n\nSubject: Paper {number} on quiet hours\n\n"
    return head + "\n\n".join(f"{n}. {said} in paper {number}, as far as point {n} goes." for n in range(1, paragraphs))


def fill(desk: Desk, folder: Path, papers: int = 6, notes: int = 30, first: int = 0) -> None:
    """Import documents and work on them."""
    folder.mkdir(exist_ok=True)
    for number in range(first, first + papers):
        file = folder / f"paper {number}.txt"
        file.write_text(text(number), encoding="utf-8")
        changes = desk.documents.add(desk.documents.read(file))
        key = next(iter(changes.documents))
        for unit in desk.documents.content(desk.documents.get(key).id).units()[:notes]:
            place = Place(key, unit.address)
            desk.annotations.save(desk.annotations.new(place, AnnotationKind.NOTE, text=f"ours on {unit.address}"))


def rows(database: Path) -> dict[str, list[str]]:
    """All rows of all tables, and the schema."""
    with contextlib.closing(sqlite3.connect(database)) as connection:
        names = [
            row[0]
            for row in connection.execute(
                "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_stat%'"
            )
        ]
        found = {name: sorted(map(repr, connection.execute(f'SELECT * FROM "{name}"'))) for name in names}
        found["schema"] = sorted(map(repr, connection.execute("SELECT type, name, sql FROM sqlite_schema")))
    return found


def put(library: Path, content: bytes | None) -> None:
    """Replace a library's database by these bytes, without a log; or delete it."""
    for file in library.glob(f"{FILE_NAME}*"):
        file.unlink()
    if content is not None:
        (library / FILE_NAME).write_bytes(content)


def pages(database: Path, table: str) -> list[int]:
    """The pages of a table's tree, by number; a test is skipped if SQLite cannot tell."""
    with contextlib.closing(sqlite3.connect(database)) as connection:
        try:
            found = connection.execute("SELECT pageno FROM dbstat WHERE name = ? ORDER BY pageno", (table,)).fetchall()
        except sqlite3.OperationalError:
            pytest.skip("this SQLite has no dbstat, as that of python.org for Windows")
    return [int(row[0]) for row in found]


def zeroed(whole: bytes, *numbers: int) -> bytes:
    """A database with some pages of zeros."""
    harmed = bytearray(whole)
    for number in numbers:
        harmed[(number - 1) * PAGE : number * PAGE] = bytes(PAGE)
    return bytes(harmed)


def flipped(whole: bytes, chance: random.Random, many: int) -> bytes:
    """A database with flipped bits."""
    harmed = bytearray(whole)
    for _ in range(many):
        harmed[chance.randrange(len(harmed))] ^= 1 << chance.randrange(8)
    return bytes(harmed)


HARMS: dict[str, Callable[[bytes], bytes | None]] = {
    "truncated": lambda whole: whole[: len(whole) // 3],
    "first page": lambda whole: zeroed(whole, 1),
    "garbage": lambda _: b"\0garbage" * 5000,
    "empty": lambda _: b"",
    "missing": lambda _: None,
    "zeros": lambda whole: bytes(len(whole)),
    "head": lambda whole: b"\0" * 100 + whole[100:],
}
