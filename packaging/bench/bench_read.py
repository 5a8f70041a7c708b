"""Benchmark of reading files, for bench.py: a long PDF beside PDFium alone, and a thousand mixed files in one batch.

As a program, one reading of a PDF in its own process, printed as JSON in seconds and megabytes. Usage: bench_read.py
PDF
"""

import ctypes
import json
import sys
import threading
import time
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw

from delegate_desk import paths
from delegate_desk.core.errors import UnreadableDocumentError
from delegate_desk.parsing import reading
from delegate_desk.parsing.reading_process import ReadingProcess
from measuring import Line, child, medians, process_memory, seconds

RUNS = 5
BATCH = 1000
SETTLED = 200
"""Number of files after which a reading process has loaded everything: from then on its memory must not grow."""

LONG_EVERY = 100
_raw: Any = pypdfium2.raw  # its names are bound on import


def bench_read(line: Line, long: Path, corpus: Path) -> None:
    """Measure and print; reads the samples if the long PDF or the corpus is absent."""
    print("Read")
    samples = paths.RESOURCES / "samples"
    if not long.exists():
        long = max(samples.glob("*.pdf"), key=lambda path: path.stat().st_size)
    middle = medians([child(__file__, long) for _ in range(RUNS)])
    line(f"{long.name}, {middle['pages']:.0f} pages", f"{middle['ours']:.2f} s", "read and understood")
    for name, words in (("bare", "each character's code and box"), ("looped", "the same with its own helpers")):
        line(
            "", f"{middle[name]:.2f} s", f"pypdfium2 alone, {words}: ours is {middle['ours'] / middle[name]:.1f} times"
        )
    line("    memory at its most", f"{middle['memory']:.0f} MB", "")
    _bench_batch(line, sorted(_files(corpus if corpus.exists() else samples, long)), long)


def _files(folder: Path, long: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.suffix.lower() in reading.READERS and path != long)


def _bench_batch(line: Line, files: list[Path], long: Path) -> None:
    """Read a thousand files with one reader, as an import does, and watch its process."""
    refused, processes, sizes = 0, set[int](), list[float]()
    start = time.perf_counter()
    reader = ReadingProcess()
    try:
        for n, path in enumerate(islice(cycle(files), BATCH), 1):
            chosen = long if n % LONG_EVERY == 0 else path
            try:
                reader.read(chosen, chosen.name)
            except UnreadableDocumentError:
                refused += 1
            processes |= _children()
            sizes.append(max(map(process_memory, _children()), default=float("nan")))
    finally:
        reader.close()
    took = time.perf_counter() - start
    line(
        f"{BATCH} files, {len(files)} different ones", f"{took:.1f} s", f"{refused} of them refused, each with a reason"
    )
    line("    processes for that", str(len(processes)), "more than one where a file broke its reader")
    if len(sizes) > SETTLED:
        grown = f"{sizes[SETTLED - 1]:.0f} MB after {SETTLED} files, {max(sizes):.0f} MB at its most"
        line("    memory of the last after the last file", f"{sizes[-1]:.0f} MB", grown)


def _children() -> set[int]:
    """Return the processes started by this thread; none if the system does not tell."""
    listed = Path(f"/proc/self/task/{threading.get_native_id()}/children")
    return set(map(int, listed.read_text().split())) if listed.exists() else set()


# One reading in its own process


def bare(path: Path) -> None:
    """Read characters with positions with PDFium's own functions: the minimum."""
    box = [ctypes.c_double() for _ in range(4)]
    with pypdfium2.PdfDocument(path) as pdf:
        for page in pdf:
            textpage = page.get_textpage()
            for i in range(textpage.count_chars()):
                _raw.FPDFText_GetUnicode(textpage.raw, i)
                _raw.FPDFText_GetCharBox(textpage.raw, i, *box)


def looped(path: Path) -> None:
    """Read characters with positions as pypdfium2 documents it."""
    with pypdfium2.PdfDocument(path) as pdf:
        for page in pdf:
            textpage = page.get_textpage()
            textpage.get_text_range()
            for i in range(textpage.count_chars()):
                textpage.get_charbox(i)


def main() -> None:
    path = Path(sys.argv[1])
    reading.read(path, path.name)  # modules are loaded before the measurement
    memory = process_memory("self", "VmHWM")
    with pypdfium2.PdfDocument(path) as pdf:
        figures = {"pages": float(len(pdf)), "memory": memory}
    figures["bare"] = seconds(lambda: bare(path))
    figures["looped"] = seconds(lambda: looped(path))
    figures["ours"] = seconds(lambda: reading.read(path, path.name))
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
