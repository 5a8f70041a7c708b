"""Benchmark of generated four-column documents: rows carried over, cells read exactly, and time."""

import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from delegate_desk.core.documents.columns import Column, column_table
from delegate_desk.core.documents.document import View
from delegate_desk.core.revisions.row_alignment import align_rows
from delegate_desk.parsing import reading
from made_columns import LAYOUTS, MadeRow, MadeTable, TableLayout, write_pdf, write_word
from measuring import Line, seconds

LEAST_F1 = 0.98
LEAST_EXACT = 0.995
_ROWS = 200
_MANY = 900


@dataclass(slots=True)
class AlignmentScore:
    """Rows of generated versions, aligned.

    Attributes:
        paired: Number of pairs found, of which ``right`` are right; ``kept`` rows are in both versions.
        listed: Number of rows that the delegate is asked about.
        silent: Rows matched wrongly without being listed, each with its seed.
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


def wrong_cells(rows: Sequence[MadeRow], path: Path) -> list[str]:
    """Return the differences in a table read from a file: texts, lights, origins and titles, by row."""
    table = column_table(reading.read(path, path.name))
    found = {row.row: row for row in table.rows} if table else {}
    wrong = []
    for row in rows:
        read = found.get(row.number)
        for column, text in zip(Column, row.texts, strict=True):
            if read is None or read.cells[column] != text:
                wrong.append(f"{row.number} {column}")
        if read is None or (read.status, read.origin, read.label) != (row.light, row.origin, row.title):
            wrong.append(f"{row.number} light, origin or title")
    return wrong


def bench_columns(line: Line, count: int, seed: int) -> None:
    """Print the figures.

    Raises:
        SystemExit: If a row is wrong without being listed, or too few were found.
    """
    score, began = AlignmentScore(), time.perf_counter()
    for n in range(max(1, count // _ROWS)):
        score.add(seed + n, _ROWS)
    line("rows of two versions, aligned", str(score.rows), f"{time.perf_counter() - began:.1f} s")
    line("F1", f"{score.f1:.4f}", f"{score.right} right of {score.kept} that are in both")
    line("listed for the delegate", f"{score.listed / score.rows:.1%}", str(score.listed))
    line("wrong in silence", str(len(score.silent)))
    for text in score.silent[:20]:
        line(f"  {text}", "")
    exact = _bench_files(line, seed)
    if score.silent or score.f1 < LEAST_F1 or exact < LEAST_EXACT:
        raise SystemExit(1)


def _bench_files(line: Line, seed: int) -> float:
    """Print the share of cells read exactly, by file type and layout; return the lowest of both types."""
    wrong: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        for n, (name, layout) in enumerate(LAYOUTS.items()):
            rows = MadeTable.of(seed + n, _ROWS).rows
            word = write_word(Path(folder) / f"{n}.docx", rows, layout)
            for path in filter(None, (word, write_pdf(word))):
                found = wrong_cells(rows, path)
                wrong[path.suffix] += len(found)
                line(
                    f"{path.suffix[1:]}, {name}: wrong cells",
                    str(len(found)),
                    f"of {4 * _ROWS}; {', '.join(found[:4])}",
                )
        long = MadeTable.of(seed, _MANY).rows
        word = write_word(Path(folder) / "long.docx", long, TableLayout())
        for path in filter(None, (word, write_pdf(word))):
            took = seconds(partial(reading.read, path, path.name))
            line(f"{path.suffix[1:]}, {_MANY} rows read", f"{took:.1f} s", "wanted: 5 s")
    cells = 4 * _ROWS * len(LAYOUTS)
    for suffix, number in wrong.items():
        line(f"{suffix[1:]}: cells exact", f"{1 - number / cells:.2%}", f"{cells - number} of {cells}")
    return min((1 - number / cells for number in wrong.values()), default=1.0)
