"""An encrypted library: kills during work, encryption and decryption, and a search for every word afterwards.

A process works in an encrypted library with a random token in everything it writes: texts, titles, file names, notes,
positions, meetings, drafts, phrases, searches, the trash, backups. It is killed at a random moment. Then every byte of
every file of the library, of the temporary folder, and of the program's own folders is searched for the token, as is
and
decompressed, in UTF-8 and UTF-16. In between the library is decrypted and encrypted, with kills at random moments: it
must open at once, in one form or the other, with all its contents; while it is encrypted, without a token.
"""

import os
import random
import statistics
import string
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from delegate_desk.cipher import PLAIN, Cipher
from delegate_desk.desk import Desk, open_desk
from delegate_desk.services.library import encryption
from evaluation.encryption_life import WORDS
from evaluation.killed_life import live_and_kill
from evaluation.survival_life import paper
from support.plaintext_search import leaks


@dataclass
class Found:
    """Results.

    Attributes:
        problems: The problems found, without text of documents.
        seconds: The times with the plain and the encrypted library, by name.
    """

    lives: int = 0
    conversions: int = 0
    tokens: int = 0
    files: int = 0
    problems: list[str] = field(default_factory=list)
    seconds: dict[str, tuple[float, float]] = field(default_factory=dict)


class Trial:
    """One library, and the folders in which a program may leave something."""

    def __init__(self, folder: Path, dice: random.Random) -> None:
        self.library = folder / "library"
        self.scratch = folder / "scratch"
        self._own = folder / "own"
        for place in (self.scratch, self._own / "tmp"):
            place.mkdir(parents=True)
        self._dice = dice
        self.tokens: list[str] = []
        self.found = Found()
        list(encryption.turn_on(self.library, WORDS))

    def token(self) -> str:
        """A word that occurs nowhere else."""
        self.tokens.append("q" + "".join(self._dice.choices(string.ascii_lowercase, k=15)))
        return self.tokens[-1]

    def live(self, seconds: float) -> None:
        """Work in the encrypted library until killed, then search for the text written."""
        self._killed(seconds, "work", self.library, self.scratch, self.token())
        self.found.lives += 1
        self.look("a life")
        with self.opened() as desk:
            if desk.check().damaged:
                self.found.problems.append("an original was damaged")
        self.look("the next opening")

    def convert(self, seconds: float) -> None:
        """Decrypt and encrypt until killed; everything must be there, and no plain text while it is encrypted."""
        with self.opened() as desk:
            before = content(desk)
        self._killed(seconds, "convert", self.library)
        self.found.conversions += 1
        if encryption.is_encrypted(self.library):  # which cleans up, as every opening does
            self.look("a conversion")
        with self.opened() as desk:
            if content(desk) != before:
                self.found.problems.append("a conversion changed what was in the library")
            state = desk.check()
            if state.database != "ok" or state.damaged or state.missing:
                self.found.problems.append(f"after a conversion: {state.database}, {len(state.damaged)} damaged")

    def encrypt(self) -> None:
        """Encrypt it, whatever state a killed conversion left."""
        if not encryption.is_encrypted(self.library):
            list(encryption.turn_on(self.library, WORDS))
            self.look("encrypting")

    @contextmanager
    def opened(self) -> Iterator[Desk]:
        with open_desk(self.library, encryption.unlock(self.library, WORDS)) as desk:
            yield desk

    def look(self, after: str) -> None:
        """Search every file for every token."""
        self.found.tokens = len(self.tokens)
        self.found.files += sum(1 for place in (self.library, self._own) for file in place.rglob("*") if file.is_file())
        for file, _ in leaks([self.library, self._own], self.tokens):
            self.found.problems.append(f"a token in {Path(file).name} after {after}")

    def _killed(self, seconds: float, *words: object) -> None:
        own = {
            name: str(self._own) for name in ("XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME")
        }
        environment = {**os.environ, **own, "TMPDIR": str(self._own / "tmp"), "HOME": str(self._own)}
        _, fault = live_and_kill(seconds, "encryption_life", *words, environment=environment)
        if fault is not None:
            self.found.problems.append(f"a life ended by itself: {fault}")


def content(desk: Desk) -> object:
    """Everything that a delegate would miss."""
    documents = [(held.sha256, held.file_name, held.name) for held in desk.documents.all()]
    notes = sorted((note.id, note.text, note.tags) for note in desk.annotations.all())
    positions = [desk.positions.get(key) for key in desk.positions.documents()]
    lines = [line.text for meeting in desk.meetings.all() for line in desk.meetings.lines(meeting.id)]
    return documents, notes, positions, lines, desk.phrases.all(), desk.search.recent()


def run(seconds: float, seed: int) -> Found:
    """Kill work and conversions for a time."""
    ends = time.monotonic() + seconds
    dice = random.Random(seed)
    with tempfile.TemporaryDirectory(prefix="encryption-") as folder:
        trial = Trial(Path(folder), dice)
        while True:
            trial.encrypt()
            trial.live(dice.uniform(0.05, 3.0))
            trial.convert(dice.uniform(0.02, 2.5))
            if time.monotonic() > ends or trial.found.problems:
                trial.encrypt()
                break
    with tempfile.TemporaryDirectory(prefix="measuring-") as folder:
        trial.found.seconds = measured(Path(folder))
    return trial.found


def measured(folder: Path, documents: int = 60) -> dict[str, tuple[float, float]]:
    """The times of each operation with a plain library and an encrypted one, in seconds."""
    papers = folder / "papers"
    papers.mkdir()
    for number in range(documents):
        (papers / f"{number}.txt").write_text(
            paper(f"ST {1000 + number}/26", f"harbour{number}", 120), encoding="utf-8"
        )
    plain = _measured(folder / "plain", papers, encrypted=False)
    sealed = _measured(folder / "sealed", papers, encrypted=True)
    return {name: (plain[name], sealed[name]) for name in plain}


def _measured(library: Path, papers: Path, *, encrypted: bool) -> dict[str, float]:
    cipher: Cipher = PLAIN
    took = {}
    if encrypted:
        list(encryption.turn_on(library, WORDS))
        began = time.perf_counter()
        cipher = encryption.unlock(library, WORDS)
        took["unlock"] = time.perf_counter() - began
    else:
        took["unlock"] = 0.0
    with open_desk(library, cipher) as desk:
        list(desk.documents.import_files([next(papers.glob("*.txt"))]))  # starts the reading process
        began = time.perf_counter()
        list(desk.documents.import_files([papers]))
        took["import"] = time.perf_counter() - began
        list(desk.indexing.maintain())
    began = time.perf_counter()
    with open_desk(library, cipher) as desk:
        took["open"] = time.perf_counter() - began
        began = time.perf_counter()
        desk.search.find("harbour7")
        took["first search"] = time.perf_counter() - began
        each = []
        for number in [*range(20)] * 3:
            began = time.perf_counter()
            desk.search.find(f"harbour{number}")
            each.append(time.perf_counter() - began)
        took["search"] = statistics.median(each)
    return took


def figures(seconds: float, seed: int) -> tuple[bool, str]:
    """True if it holds, and the findings."""
    found = run(seconds, seed)
    took = ", ".join(f"{name} {1000 * p:.0f} -> {1000 * s:.0f} ms" for name, (p, s) in found.seconds.items())
    said = (
        f"{found.lives} kills at work and {found.conversions} while encrypting or decrypting, {found.tokens} tokens "
        f"sought in {found.files} files: {len(found.problems)} problems; plain -> encrypted: {took}"
    )
    return not found.problems, "; ".join([said, *found.problems[:3]])
