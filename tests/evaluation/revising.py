"""Revisions with a known outcome of every unit, compared and carried over by the program, and how often it was right.

Of generated documents, our own and, if the folder ``shared/corpus`` is next to the project, real ones. The same seed
gives the same revision: a wrong case is repeated by its number.
"""

import os
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from delegate_desk.core.documents.document import Address, Mark, MarkUp, Paragraph, Span, View
from delegate_desk.core.word_diff import WordChange, diff_words
from evaluation.revising_plans import revise
from evaluation.revising_score import Judge, Score, compared
from evaluation.revising_truth import Revision

_SHARED = Path(os.environ.get("DELEGATE_DESK_SHARED", Path(__file__).resolve().parents[3] / "shared"))

_MARKS = {WordChange.INSERT: Mark.ADDED, WordChange.DELETE: Mark.REMOVED}
_MARKED = 7
"""One new text in this number marks its own changes."""


def run(seeds: Iterable[int], corpus: Path | None = None) -> Score:
    """Make revisions, compare each, and score them."""
    score = Score()
    for seed in seeds:
        revision = revise(seed, corpus) if corpus else revise(seed)  # the cache takes these for different calls
        revision = marked(revision) if seed % _MARKED == 0 else revision
        Judge(score, revision, compared(revision)).judge()
    return score


def figures(seconds: float, seed: int) -> tuple[bool, str]:
    """The figure for the table of RELIABILITY.md."""
    corpus = _SHARED / "corpus"
    score = run(_until(seed, time.monotonic() + seconds), corpus if corpus.is_dir() else None)
    return not score.wrong, "; ".join([score.line(), *map(str, score.wrong[:5])])


def _until(first: int, end: float) -> Iterator[int]:
    """Seeds from the first on, at least one, until a moment."""
    yield first
    seed = first
    while time.monotonic() < end:
        seed += 1
        yield seed


def marked(revision: Revision) -> Revision:
    """The same revision with its changes marked, in every unit that has one source and calls no footnote."""
    texts = {unit.address: unit.text for unit in revision.old.units()}
    came = {
        next(iter(expected.news)): texts[old] for old, expected in revision.expected.items() if len(expected.news) == 1
    }
    shared = Counter(new for expected in revision.expected.values() for new in expected.news)

    def of(unit: Paragraph) -> Paragraph:
        alone = shared[unit.address] == 1 or unit.address in revision.inserted
        return _marked(came.get(unit.address, ""), unit) if alone and not unit.calls and unit.text else unit

    paragraphs = tuple(of(unit) for unit in revision.new.paragraphs)
    return replace(revision, new=replace(revision.new, paragraphs=paragraphs, mark_up=MarkUp.PRINTED))


def marked_units(revision: Revision) -> set[Address]:
    """The units of the new text that mark changes."""
    return {unit.address for unit in revision.new.units() if unit.spans}


def _marked(old: str, unit: Paragraph) -> Paragraph:
    """A unit with the changes from an old wording marked; unchanged if the readings would lose a space."""
    if old == unit.text:
        return unit
    text, spans = "", []
    for change, words in diff_words(old, unit.text):
        if change in _MARKS:
            spans.append(Span(len(text), len(text) + len(words), _MARKS[change]))
        text += words
    made = replace(unit, marked=text, spans=tuple(spans))
    is_true = made.in_view(View.AFTER).text == unit.text and made.in_view(View.BEFORE).text == old
    return made if is_true else unit
