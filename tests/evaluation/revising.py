"""Revisions with a known outcome of every unit, compared and carried over by the program, and how often it was right.

Of generated documents, our own and, if the folder ``shared/corpus`` is next to the project, real ones. The same seed
gives the same revision: a wrong case is repeated by its number.
"""

import os
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from evaluation.revising_marks import marked
from evaluation.revising_plans import revise
from evaluation.revising_score import Judge, Score, compared

_SHARED = Path(os.environ.get("DELEGATE_DESK_SHARED", Path(__file__).resolve().parents[3] / "shared"))

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
