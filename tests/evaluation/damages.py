"""Damage: randomly damaged databases are recovered, and compared with their contents before.

A library has documents, notes, a backup, and notes written after it, which only the database and the sidecars contain.
Its database is damaged: bits flipped, pages zeroed, truncated, its beginning or all of it overwritten, emptied or
deleted. Either it opens and is complete, or it is recovered; then all documents and all notes must be there. A note
with a flipped bit in a row that can still be read counts as present, and is counted separately: SQLite has no
checksums.
"""

import random
import shutil
import tempfile
import time
from pathlib import Path

from delegate_desk.core.errors import LibraryDamagedError
from delegate_desk.core.progress import finish
from delegate_desk.desk import open_desk
from delegate_desk.libraries import recover
from delegate_desk.storage.db.database import FILE_NAME
from support.damaged_libraries import HARMS, PAGE, fill, flipped, put, zeroed


def harmed(whole: bytes, chance: random.Random) -> bytes | None:
    """A database damaged in some way."""
    kind = chance.choice((*HARMS, "flips", "flips", "pages", "pages", "cut"))
    if kind == "flips":
        return flipped(whole, chance, chance.randrange(1, 200))
    if kind == "pages":
        pages = len(whole) // PAGE
        return zeroed(whole, *(chance.randrange(1, pages + 1) for _ in range(chance.randrange(1, pages))))
    if kind == "cut":
        return whole[: chance.randrange(len(whole))]
    return HARMS[kind](whole)


def make(folder: Path) -> tuple[set[str], dict[str, str]]:
    """A library: the names of its documents, and its notes by id."""
    with open_desk(folder / "library") as desk:
        fill(desk, folder / "papers", papers=4, notes=10)
        finish(desk.backups.back_up())
        fill(desk, folder / "papers", papers=2, notes=10, first=10)
        return {held.name for held in desk.documents.all()}, {str(n.id): n.text for n in desk.annotations.all()}


def trial(library: Path, chance: random.Random, documents: set[str], notes: dict[str, str]) -> tuple[str, int]:
    """Damage and recover a library: losses, if any, and the number of notes with changed text."""
    put(library, harmed((library / FILE_NAME).read_bytes(), chance))
    try:
        with open_desk(library) as desk:
            is_whole = desk.check().database == "ok"
    except LibraryDamagedError:
        is_whole = False
    if not is_whole:
        finish(recover(library))
    with open_desk(library) as desk:
        finish(desk.repair.run())
        state = desk.check()
        held = {one.name for one in desk.documents.all()}
        there = {str(note.id): note.text for note in desk.annotations.all()}
    texts = list(there.values())
    lost = documents - held
    gone = [key for key, text in notes.items() if key not in there and text not in texts]
    other = sum(there[key] != text for key, text in notes.items() if key in there)
    if not state.ok:
        return str(state), other
    return f"{len(lost)} documents, {len(gone)} notes" if lost or gone else "", other


def run(many: int, seed: int, seconds: float = float("inf")) -> tuple[int, list[str], int]:
    """The number of damaged databases, the losses, and the total of notes with changed text."""
    chance, began = random.Random(seed), time.monotonic()
    made, wrong, others = 0, [], 0
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        documents, notes = make(Path(name))
        while made < many and time.monotonic() - began < seconds:
            library = Path(name) / "harmed"
            shutil.rmtree(library, ignore_errors=True)
            shutil.copytree(Path(name) / "library", library)
            lost, other = trial(library, chance, documents, notes)
            made += 1
            others += other
            if lost:
                wrong.append(lost)
    return made, wrong, others


def figures(seconds: float, seed: int) -> tuple[bool, str]:
    """R4 in one line."""
    made, wrong, others = run(10**9, seed, seconds)
    told = f"{made} databases damaged, {len(wrong)} lost a document or a note, {others} notes with flipped bits in all"
    return not wrong, "; ".join([told, *wrong[:3]])
