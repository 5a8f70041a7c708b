"""Hostile files without end, imported by a real library: imported or refused for a reason, and nothing else.

Valid files of each kind, our own samples and the small ones of ../shared/corpus, are changed and imported one by one;
the same seed gives the same files. Every ``LIBRARY`` files the library is checked, the imported documents are read,
leftovers in temporary folders are counted, and another library is started.
"""

import os
import random
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from unittest import mock

from delegate_desk.core.documents.document import Document, ImportResult, ImportStatus
from delegate_desk.core.errors import UnreadableDocumentError
from delegate_desk.desk import Desk, open_desk
from delegate_desk.parsing.reading_process import ReadingProcess
from evaluation import hostile_changes, mutation

LIBRARY = 500
HANG = 20.0
"""Seconds of work after which a file must have been answered."""
PATIENCE = 15 * HANG
"""Seconds by the clock that a file may take: how much of them is work depends on what else the computer does."""
MEMORY = 1_500_000_000
_SHARED = Path(os.environ.get("DELEGATE_DESK_SHARED", Path(__file__).resolve().parents[3] / "shared"))
_KINDS = frozenset(".docx .pdf .html .txt .zip .eml .msg .odt .rtf .xlsx .pptx".split())
_LARGEST = 120_000
_EACH = 25  # files of a kind


@dataclass
class Report:
    """Outcomes of the files, and broken promises.

    Attributes:
        outcomes: Number of files by outcome and kind; an archive counts for each of its files.
        broken: Number of files that broke each promise.
        slowest: In seconds.
        peak: Peak resident memory of the child process, in bytes.
        files: Number of imported files.
    """

    outcomes: Counter[tuple[str, str]] = field(default_factory=Counter)
    broken: Counter[str] = field(default_factory=Counter)
    slowest: float = 0.0
    peak: int = 0
    files: int = 0

    def said(self) -> str:
        """The report in a line."""
        total: Counter[str] = Counter()
        for (_, outcome), count in self.outcomes.items():
            total[outcome] += count
        reasons = ", ".join(f"{count} {outcome}" for outcome, count in total.most_common())
        return (
            f"{self.files} files ({reasons}), {self.broken.total()} broken promises, "
            f"slowest {self.slowest:.1f} s, reader at most {self.peak / 1e6:.0f} MB"
        )


def seeds(*, own: bool) -> list[tuple[str, bytes]]:
    """Valid files of each kind: our samples, and the small ones of the real documents."""
    found = mutation.samples()
    texts = [data.decode() for name, data in found if name.endswith(".txt")]
    found += [("short.txt", text[:900].encode()) for text in texts]
    corpus = _SHARED / "corpus"
    if own or not corpus.is_dir():
        return found
    by_kind: dict[str, list[Path]] = {}
    for path in sorted(corpus.rglob("*")):
        if path.suffix in _KINDS and path.stat().st_size < _LARGEST:
            by_kind.setdefault(path.suffix, []).append(path)
    chosen = [path for paths in by_kind.values() for path in random.Random(8).sample(paths, min(_EACH, len(paths)))]
    return found + [(path.name, path.read_bytes()) for path in chosen]


def run(*, until: Callable[[int], bool], seed: int, own: bool) -> Report:
    """Import changed files until told to stop by their number."""
    report = Report()
    chance = random.Random(seed)
    whole: dict[str, list[tuple[str, bytes]]] = {}
    for name, data in seeds(own=own):
        whole.setdefault(Path(name).suffix, []).append((name, data))
    while not until(report.files):
        with tempfile.TemporaryDirectory(prefix="hostile") as folder:
            _library(report, chance, whole, Path(folder), until)
    return report


def _library(
    report: Report,
    chance: random.Random,
    whole: dict[str, list[tuple[str, bytes]]],
    folder: Path,
    until: Callable[[int], bool],
) -> None:
    """Fill one library and check it."""
    kinds = sorted(whole)
    temporary = folder / "temporary"  # of our own, as other programs leave files in the common one
    temporary.mkdir()
    ours = mock.patch.dict(os.environ, TMPDIR=str(temporary))
    with ours, mock.patch.object(tempfile, "tempdir", None), open_desk(folder / "library") as desk:
        desk._reader = ReadingProcess(PATIENCE)
        for _ in range(LIBRARY):
            if until(report.files):
                break
            name, data = chance.choice(whole[chance.choice(kinds)])
            data = hostile_changes.change(chance, name, data)
            path = folder / f"{report.files}{Path(name).suffix}"
            path.write_bytes(data)
            for how in _take(desk, path, report):
                report.broken[how] += 1
            path.unlink()
            report.files += 1
        check = desk.check()
        if not check.ok:
            report.broken[f"check: {check.database}, {check.index}, {len(check.damaged)} damaged"] += 1
        if any((folder / "library" / "originals" / "incoming").glob("*")):
            report.broken["something is left on its way in"] += 1
    if any(temporary.iterdir()):
        report.broken["something is left in the temporary folder"] += 1


def _take(desk: Desk, path: Path, report: Report) -> Iterator[str]:
    """Import one file, and return the promises that it broke."""
    began = _spent(desk)
    try:
        became = list(desk.documents.import_files([path]))
    except Exception as error:  # an error that the window would report as a bug
        yield f"the program failed: {type(error).__name__}"
        return
    took = _spent(desk) - began
    report.slowest = max(report.slowest, took)
    if took > HANG:
        yield "a hang"
    report.peak = max(report.peak, _peak(desk))
    if report.peak > MEMORY:
        yield "memory over the limit"
    for item in became:
        yield from _looked_at(desk, path.suffix, item, report)


def _looked_at(desk: Desk, kind: str, item: ImportResult, report: Report) -> Iterator[str]:
    if isinstance(item.error, UnreadableDocumentError):
        report.outcomes[kind, str(item.error.reason)] += 1
        detail = item.error.detail
        if detail.startswith(("it breaks its reader", "time limit", "memory limit")) or detail.endswith("Error"):
            yield f"refused, for {detail}"
    elif item.status is ImportStatus.REFUSED:
        report.outcomes[kind, "refused"] += 1
        yield f"refused without a reason: {type(item.error).__name__}"
    else:
        report.outcomes[kind, str(item.status)] += 1
        if item.document is not None and not has_text(desk.documents.content(item.document.id)):
            yield "imported with no text"


def has_text(document: Document) -> bool:
    """True if there is a letter or a digit in the parsed document: in its units, or in the fields of its header."""
    units = (f"{unit.label} {unit.marked}" for unit in document.units())
    head = (document.header.subject, str(document.header.reference or ""))
    return any(character.isalnum() for said in (*units, *head) for character in said)


def _spent(desk: Desk) -> float:
    """Processor seconds of this process and the current reader: other programs of the machine do not count."""
    child = desk.documents._reader._child
    try:
        fields = Path(f"/proc/{child.number}/stat").read_text().rpartition(")")[2].split() if child else []
    except OSError:
        fields = []
    return time.process_time() + sum(map(int, fields[11:13])) / os.sysconf("SC_CLK_TCK")


def _peak(desk: Desk) -> int:
    """Peak resident memory of the current reader, in bytes; 0 if the system does not tell."""
    child = desk.documents._reader._child
    if child is None or not child.is_alive():
        return 0
    try:
        status = Path(f"/proc/{child.number}/status").read_text()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in status.splitlines() if line.startswith("VmHWM")), 0)


def figures(seconds: float, seed: int) -> tuple[bool, str]:
    """R6 for a time: whether it was kept, and the figure."""
    ends = time.monotonic() + seconds
    report = run(until=lambda _: time.monotonic() > ends, seed=seed, own=False)
    return not report.broken, "; ".join([report.said(), *report.broken])
