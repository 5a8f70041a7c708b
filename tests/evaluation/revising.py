"""Revisions with a known fate of every unit, compared and carried over by the program, and how often it was right.

Of made, own and, where the folder ``shared/corpus`` stands beside the project, real papers. The same seed makes the
same revision: a wrong case is made again by its number.
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
"""Of so many new texts one marks its own changes."""


def run(seeds: Iterable[int], corpus: Path | None = None) -> Score:
    """Make revisions, compare each, and judge."""
    score = Score()
    for seed in seeds:
        revision = revise(seed, corpus)
        revision = marked(revision) if seed % _MARKED == 0 else revision
        Judge(score, revision, compared(revision)).judge()
    return score


def figures(seconds: float, seed: int) -> tuple[bool, str]:
    """For the table of what is promised."""
    corpus = _SHARED / "corpus"
    score = run(_until(seed, time.monotonic() + seconds), corpus if corpus.is_dir() else None)
    return not score.wrong, "; ".join([score.line(), *map(str, score.wrong[:5])])


def _until(first: int, end: float) -> Iterator[int]:
    """Seeds from the first on, one at least, until a moment."""
    yield first
    seed = first
    while time.monotonic() < end:
        seed += 1
        yield seed
