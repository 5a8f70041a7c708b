"""Four-column documents that are made by seed: rows carried over, cells read exactly, and the time it takes."""

import time
from dataclasses import dataclass, field

from delegate_desk.core.documents.document import View
from delegate_desk.core.revisions.row_alignment import align_rows
from made_columns import MadeTable
from measuring import Line

LEAST_F1 = 0.98


@dataclass(slots=True)
class AlignmentScore:
    """Rows of made versions, aligned.

    Attributes:
        paired: Number of pairs found, of which ``right`` are right; ``kept`` rows are in both versions.
        listed: Number of rows that the delegate is asked about.
        silent: Rows that are wrong without a doubt, each with its seed.
    """

    rows: int = 0
    kept: int = 0
    paired: int = 0
    right: int = 0
    listed: int = 0
    silent: list[str] = field(default_factory=list)

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.paired + self.kept) if self.paired or self.kept else 1.0

    def add(self, seed: int, count: int) -> None:
        old = MadeTable.of(seed, count)
        new = old.revised(renumbers=seed % 2 == 1)
        (before, old_addresses), (after, new_addresses) = old.document(), new.document()
        truth = {old_addresses[row.name]: new_addresses.get(row.name) for row in old.rows}
        for outcome in align_rows(before, after, View.AFTER)[1]:
            if outcome.old is None:
                continue
            expected = truth[outcome.old]
            self.rows += 1
            self.kept += expected is not None
            self.paired += outcome.new is not None
            self.right += outcome.new is not None and outcome.new == expected
            self.listed += not outcome.is_sure
            if outcome.is_sure and outcome.new != expected:
                self.silent.append(f"{seed}: {outcome.old} is {expected}, not {outcome.new}")


def bench_columns(line: Line, count: int, seed: int) -> None:
    """Print the figures.

    Raises:
        SystemExit: If something is wrong in silence, or too little was found.
    """
    score, began = AlignmentScore(), time.perf_counter()
    while score.rows < count:
        score.add(seed, 200)
        seed += 1
    line("rows of two versions, aligned", str(score.rows), f"{time.perf_counter() - began:.1f} s")
    line("F1", f"{score.f1:.4f}", f"{score.right} right of {score.kept} that are in both")
    line("listed for the delegate", f"{score.listed / score.rows:.1%}", str(score.listed))
    line("wrong in silence", str(len(score.silent)))
    for text in score.silent[:20]:
        line(f"  {text}", "")
    if score.silent or score.f1 < LEAST_F1:
        raise SystemExit(1)
