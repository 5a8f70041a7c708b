"""Scores the reading of a folder's documents against the truth beside them: field by field, unit by unit, letters kept.

cd tests && python -m evaluation.score FOLDER [FOLDER…]       a table, and what is wrong
cd tests && python -m evaluation.score --made 1440 --seed 1   headers made by chance, in every language and layout
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from delegate_desk.core.documents.document import Header
from delegate_desk.core.errors import UnreadableDocumentError
from delegate_desk.parsing import reading
from delegate_desk.parsing.header import first_page
from evaluation import kept, made_headers, truth
from evaluation.truth import FIELDS, Truth

SURE = 0.9
PAPERS = Path(__file__).parent / "papers"


@dataclass(frozen=True)
class Wrong:
    """A field that was not read as it is printed."""

    name: str
    wanted: Any
    read: Any
    sure: float | None


@dataclass
class Score:
    """How one document was read.

    Attributes:
        fields: By the name of a field: whether it is right, and how sure the reading was.
        units: How many units are known.
    """

    name: str
    fields: dict[str, tuple[bool, float | None]] = field(default_factory=dict)
    wrong: list[Wrong] = field(default_factory=list)
    units: int = 0
    wrong_units: list[str] = field(default_factory=list)
    letters: kept.Kept | None = None
    refused: str = ""


def document(path: Path, told: Truth) -> Score:
    """Score one document."""
    score = Score(path.name, units=len(told.units) + len(told.lines))
    try:
        source = reading.READERS[path.suffix.lower()](path)
        read = reading.understand(source, path.name)
    except (KeyError, UnreadableDocumentError) as error:
        score.refused = type(error).__name__
        return score
    _fields(score, read.header, told.header)
    score.wrong_units = truth.wrong_units(read, told)
    score.letters = kept.measure(path, source, read)
    return score


def made(seed: int, how_many: int, *, hard: bool = False, covers: bool = False) -> Iterator[Score]:
    """Score headers made by chance."""
    for one in made_headers.make(seed, how_many, hard=hard, covers=covers):
        found = first_page.read(one.source, one.file_name)
        words = "\n".join(block.text for block in found.body)
        sample = words if len(words) > 200 else "\n".join((words, found.header.subject, *found.top))
        code, sure = first_page.document_language(found, one.source, one.file_name, sample)
        head = replace(found.header, language=code, confidence={**found.header.confidence, "language": sure})
        score = Score(one.facts["_layout"])
        _fields(score, head, {name: one.facts[name] for name in FIELDS})
        yield score


def _fields(score: Score, head: Header, wanted: dict[str, Any]) -> None:
    for name, value in wanted.items():
        sure = head.confidence.get("document_type" if name == "document_type_label" else name)
        read = truth.said(head, name)
        score.fields[name] = (read == value, sure)
        if read != value:
            score.wrong.append(Wrong(name, value, read, sure))


def table(scores: Iterable[Score]) -> str:
    """The scores as a table: a line a document, then a line a field, then how sure it was."""
    scores = list(scores)
    lines = [f"{'document':44} {'fields':>9} {'units':>11} {'letters kept':>13}"]
    for score in scores:
        right = sum(ok for ok, _ in score.fields.values())
        share = f"{100 * score.letters.share:.2f} %" if score.letters else score.refused or "-"
        units = f"{score.units - len(score.wrong_units)}/{score.units}" if score.units else "-"
        lines.append(f"{score.name[:44]:44} {right:>4}/{len(score.fields):<4} {units:>11} {share:>13}")
        lines += [f"    {w.name}: {w.read!r} for {w.wanted!r} ({w.sure})" for w in score.wrong]
        lines += [f"    unit {at}" for at in score.wrong_units[:10]]
    return "\n".join([*lines, "", *by_field(scores)])


def by_field(scores: Iterable[Score]) -> list[str]:
    """A line a field: how many are right, and how many of those said to be sure are."""
    right: Counter[str] = Counter()
    count: Counter[str] = Counter()
    sure_right: Counter[str] = Counter()
    sure: Counter[str] = Counter()
    for score in scores:
        for name, (ok, confidence) in score.fields.items():
            count[name] += 1
            right[name] += ok
            if confidence is not None and confidence >= SURE:
                sure[name] += 1
                sure_right[name] += ok
    lines = [f"{'field':26} {'right':>13} {'':8} {'of the sure':>13}"]
    known = (name for name in FIELDS if count[name])
    lines += [_line(name, right[name], count[name], sure_right[name], sure[name]) for name in known]
    return [*lines, _line("all", right.total(), count.total(), sure_right.total(), sure.total())]


def _line(name: str, right: int, count: int, sure_right: int, sure: int) -> str:
    share = f"{100 * right / count:.2f} %" if count else "-"
    sure_share = f"{100 * sure_right / sure:.2f} %" if sure else "-"
    return f"{name:26} {right:>6}/{count:<6} {share:>8} {sure_right:>6}/{sure:<6} {sure_share:>8}"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Score the reading of documents against the truth beside them.")
    parser.add_argument("folders", nargs="*", type=Path, default=[])
    parser.add_argument("--made", type=int, default=0, help="how many headers to make by chance")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--hard", action="store_true", help="make such as are met seldom")
    parser.add_argument("--covers", action="store_true", help="make covers as they come from other institutions")
    asked = parser.parse_args()
    if asked.made:
        sys.stdout.write("\n".join([*by_field(made(asked.seed, asked.made, hard=asked.hard, covers=asked.covers)), ""]))
    else:
        folders = asked.folders or [PAPERS]
        sys.stdout.write(f"{table(document(path, told) for path, told in truth.among(folders))}\n")
