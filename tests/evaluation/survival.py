"""Kills of the whole program: a life in a library ends at a random moment; what it acknowledged must be there.

A process imports, annotates, types, captures, drafts, carries over, exports, indexes, deletes and migrates, and reports
each step before and after it (``survival_life``). It is killed with SIGKILL together with its reading process, in the
middle of its work. Then the library must open, be complete, contain everything reported as done and nothing by halves:
of the step in progress all or nothing. The next life continues in the same library.
"""

import contextlib
import random
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import docx

from delegate_desk.core.annotations.annotation import Annotation
from delegate_desk.core.documents.document import DocumentId
from delegate_desk.core.errors import DeskError
from delegate_desk.core.progress import finish
from delegate_desk.desk import Desk, open_desk
from evaluation.killed_life import live_and_kill
from evaluation.survival_life import DEEDS, Fact, told

_CHAIN = 25
"""Kills of one library before another is started."""
_LONGEST = 1.6
"""Maximum seconds of a life, from the opening of its library."""


@dataclass
class Known:
    """The expected contents of a library: by kind and key, the value reported as done.

    Attributes:
        broken_off: Number of files whose import was interrupted: their originals may be orphans, as ``check`` says.
    """

    facts: dict[tuple[str, str], object] = field(default_factory=dict)
    pending: Fact | None = None
    broken_off: int = 0

    def hear(self, heard: list[Fact]) -> None:
        """Process the report of a life."""
        self.pending = None
        for fact in heard:
            if fact["event"] == "begun":
                self.pending = fact
            elif fact["event"] == "done":
                self.facts[fact["what"], fact["key"]] = fact["value"]
                self.pending = None
        self.broken_off += self.pending is not None and self.pending["what"] in ("document", "package")

    def accept(self, what: str, key: str, found: object) -> bool:
        """True if a thing may be as found: as done, or as in progress, which from then on is known."""
        pending = self.pending
        if pending and (pending["what"], pending["key"]) == (what, key) and pending["value"] == found:
            self.facts[what, key] = found
            return True
        return (what, key) in self.facts and self.facts[what, key] == found

    def wanted(self, what: str) -> list[str]:
        """The keys of the completed things of a kind, in order."""
        return [key for kind, key in self.facts if kind == what]


@dataclass
class Score:
    """Results.

    Attributes:
        during: The steps in progress at the kills, with counts.
        opened: Seconds of each opening of the library afterwards.
        problems: The problems found.
    """

    kills: int = 0
    done: int = 0
    during: Counter[str] = field(default_factory=Counter)
    opened: list[float] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)


def run(kills: int, seed: int = 1, seconds: float = float("inf"), longest: float = _LONGEST) -> Score:
    """Kill a number of times, or for a time, in series of kills of one library; ``longest`` seconds per life."""
    score, dice, began = Score(), random.Random(seed), time.monotonic()
    while score.kills < kills and time.monotonic() - began < seconds:
        with tempfile.TemporaryDirectory() as folder:
            library, scratch = Path(folder) / "library", Path(folder) / "scratch"
            scratch.mkdir()
            known = Known()
            for _ in range(min(_CHAIN, kills - score.kills)):
                if time.monotonic() - began > seconds:
                    break
                deed = DEEDS[score.kills % len(DEEDS)]
                _live(library, scratch, f"{seed}-{score.kills}", deed, dice.uniform(0, longest), known, score)
                _judge(library, scratch, known, score)
    return score


def _live(library: Path, scratch: Path, seed: str, deed: str, seconds: float, known: Known, score: Score) -> None:
    printed, fault = live_and_kill(seconds, "survival_life", library, scratch, seed, deed, after='"opened"')
    heard = list(told(printed.splitlines(keepends=True)))
    known.hear(heard)
    score.kills += 1
    score.done += sum(fact["event"] == "done" for fact in heard)
    score.during[known.pending["what"] if known.pending else "between"] += 1
    if fault is not None:
        score.problems.append(f"life {seed} ended by itself: {fault}")


def _judge(library: Path, scratch: Path, known: Known, score: Score) -> None:
    began = time.perf_counter()
    try:
        desk = open_desk(library)
    except DeskError as error:
        score.problems.append(f"the library does not open: {error!r}")
        return
    with desk:
        score.opened.append(time.perf_counter() - began)
        problems = list(Judge(desk, scratch, known).problems())
    score.problems += [f"kill {score.kills}: {problem}" for problem in problems]


class Judge:
    """Compares a library with its expected contents."""

    def __init__(self, desk: Desk, scratch: Path, known: Known) -> None:
        self._desk = desk
        self._scratch = scratch
        self._known = known

    def problems(self) -> list[str]:
        state = self._desk.check()
        found = [] if state.ok and state.orphans <= self._known.broken_off else [f"check: {state}"]
        found += [*self._documents(), *self._notes(), *self._lines(), *self._provisions(), *self._carried()]
        return [*found, *self._packages(), *self._files(), *self._backups(), *self._old(), *self._index()]

    @cached_property
    def _annotations(self) -> list[Annotation]:
        return self._desk.annotations.all()

    def _documents(self) -> list[str]:
        held = {one.header.subject.split()[-1]: one for one in self._desk.documents.all()}
        sizes = {key: len(self._desk.documents.content(one.id).paragraphs) for key, one in held.items()}
        ours = {key for key, one in held.items() if one.header.reference and one.header.reference.series == "ST"}
        half = [key for key, size in sizes.items() if key in ours and not self._known.accept("document", key, size)]
        lost = [key for key in self._known.wanted("document") if key not in held]
        wrong = [f"document {key} has {sizes[key]} paragraphs" for key in half]
        return [*wrong, *(f"document {key} is lost" for key in lost)]

    def _notes(self) -> list[str]:
        there = {str(note.id): note.text for note in self._annotations if not (note.origin or note.author)}
        keys = dict.fromkeys([*self._known.wanted("note"), *there])
        wrong = [key for key in keys if not self._known.accept("note", key, there.get(key))]
        return [f"note {key} is {there.get(key)!r}" for key in wrong]

    def _lines(self) -> list[str]:
        meetings = [one.id for one in self._desk.meetings.all()]
        said = [line.text.split()[-1] for key in meetings for line in self._desk.meetings.lines(key)]
        unknown = [key for key in said if not self._known.accept("line", key, "")]
        wanted = self._known.wanted("line")
        meant = sum(len(self._desk.meetings.interventions(key)) for key in meetings)
        found = [f"lines {unknown} were never said"] if unknown else []
        if said != wanted:
            found.append(f"of {len(wanted)} lines there are {len(said)}, or in another order")
        return found if meant == len(said) else [*found, f"{len(said)} lines have {meant} interventions"]

    def _provisions(self) -> list[str]:
        by_hash = {one.sha256: one.id for one in self._desk.documents.all()}
        there = {
            f"{sha256} {item.address}": item.proposal
            for sha256, key in by_hash.items()
            for item in self._desk.positions.get(key).items
        }
        keys = dict.fromkeys([*self._known.wanted("provision"), *there])
        wrong = [key for key in keys if not self._known.accept("provision", key, there.get(key))]
        return [f"provision {key} says {there.get(key)!r}" for key in wrong]

    def _carried(self) -> list[str]:
        """Everything was carried over, or nothing; the copies of notes come with it, and may be deleted later."""
        pending = self._known.pending
        under_way = [pending["key"]] if pending and pending["what"] == "carry" else []
        found = []
        for key in [*self._known.wanted("carry"), *under_way]:
            old, new = (DocumentId(int(part)) for part in key.split())
            came = self._rows(old, new)
            copies = [n for n in self._annotations if n.place.document == new and n.origin is not None]
            is_half = key in under_way and bool(came) is not bool(copies)
            if is_half or not ((key in under_way and not came) or self._known.accept("carry", key, came)):
                found.append(f"{came} things and {len(copies)} copies were carried from {key}")
        return found

    def _rows(self, old: DocumentId, new: DocumentId) -> int:
        """The number of items carried over from one to the other, including those in the trash since."""
        with self._desk._database.read() as connection:
            found = connection.execute("SELECT count(*) FROM carried WHERE old = ? AND new = ?", (old, new))
            return int(found.fetchone()[0])

    def _packages(self) -> list[str]:
        """The notes of a package are all there, or none."""
        brought = Counter(note.text for note in self._annotations if note.author)
        keys = dict.fromkeys([*self._known.wanted("package"), *brought])
        wrong = [key for key in keys if not self._known.accept("package", key, brought[key])]
        return [f"{brought[key]} notes of package {key}" for key in wrong]

    def _backups(self) -> list[str]:
        """Every backup with a final name is complete; the newest ones can be restored."""
        found = []
        ours = sorted(self._desk.folder.glob("backups/*.ddbackup"), key=lambda path: path.stat().st_mtime)
        for path in [*ours[-1:], *self._scratch.glob("*.ddbackup")]:
            with tempfile.TemporaryDirectory() as place:
                try:
                    restored = finish(self._desk.backups.restore(path, Path(place) / "again"))
                    with open_desk(restored.folder) as again:
                        if not again.check().ok:
                            found.append(f"backup {path.name} is not whole")
                except DeskError as error:
                    found.append(f"backup {path.name}: {error!r}")
        return found

    def _files(self) -> list[str]:
        found = []
        for path in self._scratch.glob("*.docx"):
            try:
                with path.open("rb") as file:
                    docx.Document(file)
            except Exception as error:  # whatever the error, the file is not complete
                found.append(f"{path.name} is not whole: {type(error).__name__}")
        lost = {key for what, key in self._known.facts if what == "file"} - {
            p.name for p in self._scratch.glob("*.docx")
        }
        return [*found, *(f"{name} is lost" for name in lost)]

    def _old(self) -> list[str]:
        """Libraries of older versions open, with the same identity."""
        found = []
        for folder in self._scratch.glob("old-*"):
            if not (folder / "library.sqlite3").exists():  # killed before it existed
                continue
            key = ("old", folder.name)
            pending = self._known.pending
            if key not in self._known.facts and not (pending and pending["key"] == folder.name):
                continue  # killed while the old library was being created
            try:
                with contextlib.closing(open_desk(folder)) as desk:
                    if desk._database.library_id() != folder.name:
                        found.append(f"{folder.name} is another library")
            except DeskError as error:
                found.append(f"{folder.name} does not open: {error!r}")
        return found

    def _index(self) -> list[str]:
        """Everything acknowledged is found."""
        self._desk.indexing.make_ready()
        words = [*self._known.wanted("document"), *self._known.wanted("line")]
        return [
            f"{word} is not found"
            for word in words[:10] + words[-10:]
            if not self._desk.search.find(word, limit=1).total
        ]


def figures(seconds: float, seed: int) -> tuple[bool, str]:
    """The figure for the table of RELIABILITY.md: at least 500 kills, or as many as the time allows."""
    score = run(100_000, seed, seconds)
    during = ", ".join(f"{what} {count}" for what, count in score.during.most_common())
    kinds = {problem.partition(": ")[2]: problem for problem in reversed(score.problems)}
    problems = "".join(f"{problem}; " for problem in list(kinds.values())[:6])
    return not score.problems, problems + (
        f"{score.kills} kills after {score.done} acknowledged steps: {len(score.problems)} wrong; "
        f"opened again within {max(score.opened, default=0.0):.2f} s; under way were: {during}"
    )
