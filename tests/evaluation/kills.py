"""Kills: a process that writes, merges and deletes is killed at random moments; what it acknowledged must be there.

After each kill the index must open at once, contain exactly the last acknowledged state or the one being committed,
answer like a model that knows what was written, pass a check of every bit, and accept the next change.
"""

import random
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from multiprocessing import get_all_start_methods, get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from delegate_desk.cipher import PLAIN, Cipher
from delegate_desk.core.search import IndexEntry
from delegate_desk.search import index as search_index
from delegate_desk.search.index import SearchIndex
from delegate_desk.search.query.query import parse
from support.index_entries import note, paragraph

LIBRARY = "a library"
_GROUPS = 30
_CHAIN = 20


# The data written, and a model of it


@dataclass
class Model:
    """The expected contents of the index after some changes.

    Attributes:
        number: Of the last change.
        held: By group, the texts of its entries.
    """

    seed: int
    number: int = 0
    held: dict[str, list[str]] = field(default_factory=dict)

    def change(self) -> tuple[set[str], list[IndexEntry]]:
        """Make the next change: the groups to remove, and the entries to add."""
        self.number += 1
        dice = random.Random(self.seed * 1_000_003 + self.number)
        groups = dice.sample(range(1, _GROUPS + 1), dice.choice((1, 1, 2, 6)))
        entries = [entry for group in groups if dice.random() < 0.8 for entry in self._entries(group, dice)]
        gone = {_name(group) for group in groups}
        for group in gone:
            self.held.pop(group, None)
        for entry in entries:
            self.held.setdefault(entry.group, []).append(entry.text)
        return gone, entries

    def _entries(self, group: int, dice: random.Random) -> Iterator[IndexEntry]:
        many = dice.choice((1, 2, 5, 40)) if group % 3 else 1
        for place in range(many):
            text = f"shared change{self.number} group{group} place{place} Κρυπτογράφηση δεδομένων {'καὶ ' * place}"
            yield paragraph(text, f"para_{place}", group) if group % 3 else note(text, str(group))

    def at_least(self, number: int) -> "Model":
        """Make changes up to a number."""
        while self.number < number:
            self.change()
        return self

    def problem(self, index: SearchIndex) -> str:
        """The differences in the answers of the index; empty if there are none."""
        count = sum(map(len, self.held.values()))
        if index.count() != count:
            return f"{index.count()} entries instead of {count}"
        found = {
            f"annotation {match.annotation}" if match.annotation else f"document {match.document} {match.address}"
            for match in index.find(parse("shared"), None).matches
        }
        if found != {place for group, texts in self.held.items() for place in _places(group, len(texts))}:
            return "other entries than there should be"
        for group, texts in self.held.items():
            if index.find(parse(f'"{" ".join(texts[-1].split()[:4])}"'), None).total != 1:
                return f"another text of {group}"
        for word in ("κρυπτογραφησησ", "δεδομεν*"):
            if index.find(parse(word)).total != count:
                return f"{word} is not everywhere"
        return ""


def _places(group: str, count: int) -> list[str]:
    return [group] if group.startswith("annotation") else [f"{group} para_{place}" for place in range(count)]


def _name(group: int) -> str:
    return f"document {group}" if group % 3 else f"annotation {group}"


# The killed process


def write(folder: Path, seed: int, acknowledge: Connection, cipher: Cipher) -> None:
    """Write, merge and delete until killed, reporting each change that is committed."""
    index = SearchIndex(folder, LIBRARY, cipher)
    index.open()
    model = Model(seed).at_least(index.mark())
    beside = random.Random(seed + model.number).random() < 0.5
    if beside:
        threading.Thread(target=_settle_for_ever, args=(index,), daemon=True).start()
    while True:
        gone, entries = model.change()
        index.update(model.number, gone, entries)
        acknowledge.send(model.number)
        if model.number % 3 == 0 and not beside:
            list(index.merge_segments())
        if model.number % 11 == 0:
            index.purge_dropped()


def _settle_for_ever(index: SearchIndex) -> None:
    while True:
        list(index.merge_segments())
        time.sleep(0.001)


# The checks


@dataclass
class Score:
    """Results.

    Attributes:
        committed: How often the change in progress was found committed.
        problems: The problems found.
    """

    kills: int = 0
    changes: int = 0
    committed: int = 0
    problems: list[str] = field(default_factory=list)


def run(kills: int, seed: int = 1, cipher: Cipher = PLAIN) -> Score:
    """Kill a number of times, in series of kills of one index."""
    search_index.REST = 0.0  # the check does not hurry
    score, dice = Score(), random.Random(seed)
    while score.kills < kills:
        with tempfile.TemporaryDirectory() as folder:
            chain = seed * 1000 + score.kills
            for _ in range(min(_CHAIN, kills - score.kills)):
                _kill(Path(folder) / "index", chain, dice.uniform(0, 0.4), score, cipher)
    return score


def _kill(folder: Path, seed: int, seconds: float, score: Score, cipher: Cipher) -> None:
    index = SearchIndex(folder, LIBRARY, cipher)
    index.open()
    known = index.mark()
    index.close()
    context: Any = get_context("fork" if "fork" in get_all_start_methods() else "spawn")
    ours, theirs = context.Pipe(duplex=False)
    child = context.Process(target=write, args=(folder, seed, theirs, cipher), daemon=True)
    child.start()
    theirs.close()
    time.sleep(seconds)
    alive = child.is_alive()
    child.kill()
    child.join()
    last = known
    try:
        while True:
            last = ours.recv()
    except EOFError:
        ours.close()
    score.kills += 1
    score.changes += last - known
    if not alive:
        score.problems.append("the writer died by itself")
    _judge(index, seed, last, score)
    index.close()


def _judge(index: SearchIndex, seed: int, last: int, score: Score) -> None:
    index.open()
    mark = index.mark()
    before, after = Model(seed).at_least(last), Model(seed).at_least(last + 1)
    if problem := after.problem(index):
        problem = before.problem(index)
    else:
        score.committed += 1
    if problem or not last <= mark <= last + 1:
        score.problems.append(f"change {last}, mark {mark}: {problem}")
    model = Model(seed).at_least(mark)
    gone, entries = model.change()
    index.update(model.number, gone, entries)
    list(index.merge_segments())
    list(index.verify())
    if problem := model.problem(index):
        score.problems.append(f"after the next change: {problem}")
    stray = [path.name for path in index._folder.iterdir() if path.name.endswith(".part")]
    if stray:
        score.problems.append(f"left behind: {stray}")


def figures(seconds: float, seed: int) -> tuple[bool, str]:
    """The figure for the table of RELIABILITY.md."""
    began, kills, changes, wrong = time.monotonic(), 0, 0, list[str]()
    while not kills or time.monotonic() - began < seconds:
        score = run(_CHAIN, seed + kills)
        kills, changes, wrong = kills + score.kills, changes + score.changes, wrong + score.problems
    said = f"{kills} kills in {changes} acknowledged changes of the index: {len(wrong)} wrong answers after"
    return not wrong, "; ".join([said, *wrong[:3]])
