"""Alignment of a revision in one language with the previous text in another: revisions with known outcomes.

Two language versions with the same addresses are taken, and one of them is edited at random: units are inserted,
deleted, moved and reworded, alone or with their subunits, and the following ones are renumbered. The outcome of each is
known by construction.
"""

import os
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random

from delegate_desk.core.documents.document import Address, Document, Header, Paragraph, View
from delegate_desk.core.revisions.comparison import UnitOutcome
from delegate_desk.core.revisions.translations import align_translations
from delegate_desk.parsing.reading import read
from support.bilingual_documents import english, greek

_NUMBERED = re.compile(r"(.*?)(\d+)$")


@dataclass
class Branch:
    """A unit with its subunits, in an edited text; ``source`` is its address before, if it has one."""

    unit: Paragraph
    source: Address | None
    children: list["Branch"] = field(default_factory=list)


@dataclass(frozen=True)
class Revision:
    """A text after its edits, and the new place of each unit of the old text."""

    text: Document
    truth: dict[Address, Address | None]


@dataclass
class Score:
    """How many units were aligned correctly, left doubtful, and aligned wrongly without a warning."""

    right: int = 0
    doubtful: int = 0
    wrong: list[str] = field(default_factory=list)

    def count(self, fates: Sequence[UnitOutcome], truth: dict[Address, Address | None]) -> None:
        for fate in fates:
            if fate.old is None:
                continue
            if not fate.is_sure:
                self.doubtful += 1
            elif fate.new == truth[fate.old]:
                self.right += 1
            else:
                self.wrong.append(f"{fate.old}: {fate.new}, not {truth[fate.old]}")

    @property
    def all(self) -> int:
        return self.right + self.doubtful + len(self.wrong)

    def __str__(self) -> str:
        shares = [f"{100 * n / max(1, self.all):.2f} %" for n in (self.right, self.doubtful, len(self.wrong))]
        right, doubtful, wrong = shares
        return f"{self.all} units: right {right}, doubtful {doubtful}, wrong without warning {wrong}"


def revise(text: Document, random: Random, edits: int) -> Revision:
    """Edit a text at random, and renumber it."""
    tops = _branches(text)
    words = " ".join(unit.text for unit in text.paragraphs).split()
    for _ in range(edits):
        row = random.choice(
            [tops, *(branch.children for top in tops for branch in _all(top) if len(branch.children) > 2)]
        )
        place = random.randrange(len(row)) if row else 0
        what = random.choice(["insert", "insert", "delete", "move", "reword"])
        if what == "insert" and row:
            row.insert(place, _made(row[place].unit, words, random))
        elif what == "delete" and len(row) > 2:
            del row[place]
        elif what == "move" and len(row) > 2:
            same = [n for n, branch in enumerate(row) if branch.unit.kind is row[place].unit.kind]
            row.insert(random.choice(same), row.pop(place))
        elif what == "reword" and row:
            row[place].unit = replace(row[place].unit, marked=_reworded(row[place].unit.marked, words, random))
    units: list[Paragraph] = []
    truth: dict[Address, Address | None] = {unit.address: None for unit in text.paragraphs}
    _number(tops, "", units, truth)
    truth |= {note.address: note.address for note in text.footnotes}
    return Revision(replace(text, header=Header(text.header.language), paragraphs=tuple(units)), truth)


def _branches(text: Document) -> list[Branch]:
    tops: list[Branch] = []
    known: dict[str, Branch] = {}
    for unit in text.paragraphs:
        branch = known[unit.address] = Branch(unit, unit.address)
        above = known.get(unit.address.rpartition("__")[0])
        (above.children if above else tops).append(branch)
    return tops


def _all(branch: Branch) -> list[Branch]:
    return [branch, *(below for child in branch.children for below in _all(child))]


def _made(like: Paragraph, words: Sequence[str], random: Random) -> Branch:
    """A new unit, made of words of the text."""
    length = random.randint(3, 80)
    start = random.randrange(max(1, len(words) - length))
    return Branch(replace(like, marked=" ".join(words[start : start + length]), spans=(), calls=()), None)


def _reworded(text: str, words: Sequence[str], random: Random) -> str:
    """A text with up to two in five of its words changed, deleted or inserted."""
    share = random.uniform(0.02, 0.4)
    said = [random.choice(words) if random.random() < share else word for word in text.split()]
    return " ".join(said[random.randrange(3) :] + random.choices(words, k=random.randrange(6)))


def _number(row: Sequence[Branch], above: str, units: list[Paragraph], truth: dict[Address, Address | None]) -> None:
    counts: dict[str, int] = {}
    for branch in row:
        segment = branch.unit.address.rpartition("__")[2]
        if (match := _NUMBERED.match(segment)) is None:  # a unit without a plain number keeps its name
            address = Address(above + segment)
        else:
            counts[match[1]] = counts.get(match[1], 0) + 1
            address = Address(f"{above}{match[1]}{counts[match[1]]}")
        units.append(replace(branch.unit, address=address))
        if branch.source:
            truth[branch.source] = address
        _number(branch.children, f"{address}__", units, truth)


def judge(old: Document, other: Document, times: int, seed: int, edits: Sequence[int] = (0, 1, 3, 8, 20)) -> Score:
    """Align revisions of a text with it in another language."""
    score = Score()
    for n in range(times):
        random = Random(seed + n)
        revision = revise(other, random, edits[n % len(edits)])
        fates, _ = align_translations(old, revision.text, view=View.AFTER)
        score.count(fates, revision.truth)
    return score


def pairs() -> Iterator[tuple[str, Document, Document]]:
    """Our own document, and an act of the corpus with parts of it, if available: in two languages each."""
    yield "paper", greek(), english()
    shared = Path(os.environ.get("DELEGATE_DESK_SHARED", Path(__file__).resolve().parents[3] / "shared"))
    names = [f"CELEX_32016R0679_{language}_TXT.html" for language in ("EN", "HU")]
    if shared.is_dir():
        one, other = (read(shared / "corpus" / "eurlex" / name, name) for name in names)
        yield "act", one, other
        yield "act, the other way", other, one
        for kind, first, last in (("art", 1, 12), ("art", 30, 50), ("rec", 1, 26), ("rec", 60, 90)):
            of = _between(kind, first, last)
            yield f"{kind} {first} to {last}", _part(one, of), _part(other, of)


def _between(kind: str, first: int, last: int) -> Callable[[Address], bool]:
    within = re.compile(rf"{kind}_(\d+)(?:__|$)")
    return lambda address: bool((match := within.match(address)) and first <= int(match[1]) <= last)


def _part(text: Document, of: Callable[[Address], bool]) -> Document:
    return replace(text, paragraphs=tuple(unit for unit in text.paragraphs if of(unit.address)), footnotes=())
