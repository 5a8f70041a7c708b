"""Revisions with a known fate of every unit, compared and carried over by the program, and how often it was right.

    cd tests && python -m evaluation.revising [N] [--seed 0] [--corpus FOLDER] [--all]

Makes N revisions (400) of made, own and, where the folder ``shared/corpus`` stands beside the project or is named,
real papers. The same seed makes the same ones: a wrong case is made again by its number.
"""

import argparse
import os
import sys
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
    return not score.wrong, "; ".join(score.lines()[:3])


def _until(first: int, end: float) -> Iterator[int]:
    """Seeds from the first on, one at least, until a moment."""
    yield first
    seed = first
    while time.monotonic() < end:
        seed += 1
        yield seed


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Judge comparisons by revisions whose making is known.")
    parser.add_argument("count", nargs="?", type=int, default=400)
    parser.add_argument("--seed", type=int, default=0, help="the first one")
    parser.add_argument("--corpus", type=Path, default=_SHARED / "corpus", help="real papers")
    parser.add_argument("--all", action="store_true", help="list doubts and slips of verdict too")
    given = parser.parse_args(arguments)
    corpus = given.corpus if given.corpus.is_dir() else None
    score = run(range(given.seed, given.seed + given.count), corpus)
    listed = [*score.wrong, *(score.slips + score.doubts if given.all else ())]
    sys.stdout.write("\n".join([*score.lines(), *map(str, listed)]) + "\n")
    return 1 if score.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
