"""Benchmarks: `python3 packaging/dev.py bench [WHAT…]`, or all of them; ``--help`` lists them.

One line for each figure: the median of several runs, beside it the same operation with plain libraries in the same
run, and the ratio. Reads the real documents in ../shared if they are there, else the samples. ``search`` generates a
library of ``--paragraphs N``; ``--growth`` repeats it with three sizes, ``--engines ours,FTS5`` selects engines.
``start`` runs only if it is named, with the two programs: for Windows, under Wine.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import bench_across
import bench_apply
import bench_columns
import bench_compare
import bench_export
import bench_read
import bench_reply
import bench_search
import bench_size
import bench_timeline
from delegate_desk import paths, settings
from delegate_desk.desk import Desk, open_desk
from measuring import child, medians, seconds

ROOT = Path(__file__).resolve().parents[2]
CORPUS = Path(os.environ.get("DELEGATE_DESK_SHARED", ROOT.parent / "shared")) / "corpus"
REGISTER = CORPUS / "register"
SEED = REGISTER / "ST-12862-2019-INIT_el.txt"
LONG = REGISTER / "PE-43-2024-INIT_en.pdf"
RUNS = 5
_FEW = 3
"""Paragraphs of each document where only the number of documents matters."""

SCROLLS = {
    "wheel": "wheel at once",
    "pages": "page down",
    "leaps": "leaps through it",
    "rows": "from row to row",
}


def line(what: str, figure: str, beside: str = "") -> None:
    print(f"  {what:<44}{figure:>12}   {beside}", flush=True)


def documents() -> list[Path]:
    """Return the documents to import: the real ones, else the samples."""
    real = [path for path in (SEED, LONG) if path.exists()]
    return real or sorted(
        path for path in (paths.RESOURCES / "samples").iterdir() if path.suffix in {".txt", ".docx", ".pdf"}
    )


def bring_in(desk: Desk, path: Path) -> tuple[float, float, float]:
    """Return the seconds to read a file, to add it, and to index it."""
    start = time.perf_counter()
    reading = desk.documents.read(path)
    read = time.perf_counter()
    desk.documents.add(reading)
    added = time.perf_counter()
    desk.indexing.make_ready()
    return read - start, added - read, time.perf_counter() - added


def bare_text(path: Path) -> None:
    """Do the minimum that any reader must do: read the bytes, or the text layer of each page."""
    if path.suffix != ".pdf":
        path.read_bytes()
        return
    import pypdfium2

    with pypdfium2.PdfDocument(path) as pdf:
        for page in pdf:
            page.get_textpage().get_text_range()


def bench_setup() -> None:
    print("Set-up that is up to date")
    python, dev = sys.executable, str(ROOT / "packaging" / "dev.py")
    direct, through = (
        statistics.median(
            seconds(partial(subprocess.run, command, capture_output=True, check=True)) for _ in range(RUNS)
        )
        for command in ([python, "-m", "delegate_desk", "--version"], [python, dev, "run", "--version"])
    )
    line("dev.py run, beyond the program itself", f"{(through - direct) * 1000:.0f} ms")


def bench_import() -> None:
    print("Import (the reading process is running already, but for the first line)")
    firsts = [seconds(_first_file) for _ in range(RUNS)]
    line("a one-line paper, reader and library started", f"{statistics.median(firsts):.2f} s")
    for path in documents():
        runs = []
        for _ in range(RUNS if path.suffix != ".pdf" else 2):
            with tempfile.TemporaryDirectory() as folder, open_desk(Path(folder)) as desk:
                _warm(desk, Path(folder))
                runs.append(bring_in(desk, path))
                units = max(len(desk.documents.content(held.id).paragraphs) for held in desk.documents.all())
        read, added, indexed = (statistics.median(run[i] for run in runs) for i in range(3))
        bare = seconds(partial(bare_text, path))
        line(f"{path.name}, {units} units", f"{read + added + indexed:.2f} s")
        line("    read and understood", f"{read:.2f} s", f"its bare text {bare:.3f} s" if path.suffix == ".pdf" else "")
        line("    added to the database", f"{added * 1000:.0f} ms")
        line("    indexed", f"{indexed:.2f} s")


def _first_file() -> None:
    with tempfile.TemporaryDirectory() as folder, open_desk(Path(folder)) as desk:
        _warm(desk, Path(folder))


def _warm(desk: Desk, folder: Path) -> None:
    paper = folder / "paper.txt"
    paper.write_text("A first paper.\n", encoding="utf-8")
    bring_in(desk, paper)


def window(what: str, library: Path, home: Path) -> dict[str, float]:
    """Return the figures of one start of ``bench_window.py``, in seconds and MB, with default settings."""
    environment = {"BENCH_START": repr(time.time())}
    environment |= {f"XDG_{kind}_HOME": str(home) for kind in ("CONFIG", "DATA", "STATE", "CACHE")}
    environment["BENCH_CORPUS"] = str(CORPUS if CORPUS.is_dir() else paths.RESOURCES / "samples")
    return child(str(Path(__file__).with_name("bench_window.py")), what, library, environment=environment)


def begun(library: Path) -> dict[str, float]:
    """Return the figures of a start on a library whose first document was open last time."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        kept = settings.Settings(open_documents={str(library): [1]})
        settings.save(home / paths.APPLICATION / paths.settings_file().name, kept)
        return window("desk", library, home)


def bench_first() -> None:
    """Measure the first paint of a window without documents: with an empty library, and with one of ten years."""
    print("First paint (from the start of Python, nothing open, offscreen)")
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        libraries = {"empty": home / "empty", f"{bench_size.DOCUMENTS:,} documents": home / "large"}
        for library in libraries.values():
            with open_desk(library):
                pass
        bench_size.fill(libraries[f"{bench_size.DOCUMENTS:,} documents"], units=_FEW)
        with open_desk(home / "large") as desk:
            desk.indexing.make_ready()
        window("first", home / "empty", home)  # compiles the bytecode
        bare = [window("bare", home, home) for _ in range(RUNS)]
        runs = {name: [window("first", library, home) for _ in range(RUNS)] for name, library in libraries.items()}
    least = medians(bare)
    for library_name, of in runs.items():
        ours = medians(of)
        beside = f"bare Qt window {least['paint']:.3f} s: {ours['paint'] / least['paint']:.1f} times"
        line(f"{library_name}: first paint", f"{ours['paint']:.3f} s", beside)
        line("    all in the window filled", f"{ours['filled']:.3f} s")
        beside = f"bare Qt window {least['memory']:.0f} MB: {ours['memory'] / least['memory']:.1f} times"
        line("    memory then", f"{ours['memory']:.0f} MB", beside)
        beside = f"median {ours['scroll_middle'] * 1000:.1f} ms; over 32 ms: {ours['scroll_late']:.0f} of 241"
        line("    worst frame, scrolling the list", f"{ours['scroll_worst'] * 1000:.1f} ms", beside)


def bench_window() -> None:
    bench_first()
    print("Window (from the start of Python until the text of the longest document is painted, offscreen)")
    with tempfile.TemporaryDirectory() as folder:
        home, library = Path(folder), Path(folder) / "library"
        with open_desk(library) as desk:
            for path in documents():
                bring_in(desk, path)
            longest = max(desk.documents.all(), key=lambda held: len(desk.documents.content(held.id).paragraphs))
        kept = settings.Settings(open_documents={str(library): [longest.id]})
        settings.save(home / paths.APPLICATION / paths.settings_file().name, kept)
        window("desk", library, home)  # compiles the bytecode
        runs = {what: [window(what, library, home) for _ in range(RUNS)] for what in ("bare", "desk", "act")}
        typed = window("type", library, home)  # last: it adds a hundred documents
    middle = {what: medians(of) for what, of in runs.items()}
    ours, bare = middle["desk"], middle["bare"]
    for name, words, unit, digits in [
        ("paint", "start to the text painted", "s", 3),
        ("memory", "memory then", "MB", 0),
    ]:
        beside = f"bare Qt window {bare[name]:.{digits}f} {unit}: {ours[name] / bare[name]:.1f} times"
        line(words, f"{ours[name]:.{digits}f} {unit}", beside)
    for name, words in (("next", "key J to the next paragraph painted"), ("letter", "letter in a note to its paint")):
        figures = [f"{name}_{of}_{part}" for of in ("clock", "cpu") for part in ("p50", "p95")]
        clock, late, cpu, late_cpu = (ours[figure] * 1000 for figure in figures)
        beside = f"p95 {late:.1f}; processor: median {cpu:.1f}, p95 {late_cpu:.1f}"
        line(f"{words}, median of {ours[f'{name}_keys']:.0f}", f"{clock:.1f} ms", beside)
    for name, how in (("idle", "idle"), ("import", f"{typed['files']:.0f} files coming in")):
        half, often, slowest = (f"{typed[f'{name}_saved_{part}']:.1f}" for part in ("p50", "p95", "worst"))
        beside = f"p95 of {typed[f'{name}_keys']:.0f}, wanted: 10 ms; p50 {half}, worst {slowest}"
        line(f"key in a note to saved, {how}", f"{often} ms", beside)
    act = middle["act"]
    line(f"opening an act of {act['units']:.0f} units, first screen", f"{act['open'] * 1000:.0f} ms", "wanted: 100 ms")
    for name, words in SCROLLS.items():
        worst = max(run[f"{name}_worst"] for run in runs["act"])
        late = sum(run[f"{name}_late"] for run in runs["act"])
        beside = f"median {act[f'{name}_middle'] * 1000:.1f} ms; over 32 ms: {late:.0f}"
        line(f"    worst frame, {words}", f"{worst * 1000:.1f} ms", beside)


def main() -> None:
    def start() -> None:
        from bench_start import bench_start  # Wine is for who asks for it

        if not (options.program and options.beside):
            parser.error("start needs --program and --beside")
        bench_start(line, options.program, options.beside, options.pairs)

    benches: dict[str, Callable[[], object]] = {
        "setup": bench_setup,
        "import": bench_import,
        "read": partial(bench_read.bench_read, line, LONG, CORPUS),
        "window": bench_window,
        "compare": partial(bench_compare.bench_compare, line, LONG),
        "apply": lambda: bench_apply.bench_apply(line, options.instructions, options.seed),
        "reply": lambda: bench_reply.bench_reply(line, options.edits, options.seed),
        "columns": lambda: bench_columns.bench_columns(line, options.rows, options.seed),
        "timeline": partial(bench_timeline.bench_timeline, line),
        "export": partial(bench_export.bench_export, line),
        "size": lambda: bench_size.bench_size(line, begun, options.documents),
        "across": lambda: bench_across.main(()),
        "search": lambda: bench_search.bench_search(options.paragraphs, options.engines, growth=options.growth),
        "start": start,
    }
    parser = argparse.ArgumentParser(prog="dev.py bench", description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("what", nargs="*", metavar="|".join(benches))
    parser.add_argument("--paragraphs", type=int, default=bench_search.DEFAULT, help="search: size of the library")
    parser.add_argument("--documents", type=int, default=bench_size.DOCUMENTS, help="size: documents in the library")
    parser.add_argument("--instructions", type=int, default=5000, help="apply: number generated")
    parser.add_argument("--edits", type=int, default=500, help="reply: number made")
    parser.add_argument("--seed", type=int, default=1, help="apply, columns, reply: the first seed")
    parser.add_argument("--rows", type=int, default=20_000, help="columns: rows aligned")
    parser.add_argument("--growth", action="store_true", help="search: at 30,000, 120,000 and 500,000 paragraphs")
    parser.add_argument("--engines", type=lambda names: names.split(","), default=[], help="search: ours,FTS5,…")
    parser.add_argument("--program", type=Path, help="start: the launcher of the folder for Windows")
    parser.add_argument("--beside", type=Path, help="start: the program of PyInstaller to compare it with")
    parser.add_argument("--pairs", type=int, default=6, help="start: how often both are started")
    options = parser.parse_args()
    if not set(options.what) <= set(benches):
        parser.error(f"what can be measured: {', '.join(benches)}")
    for name in options.what or [name for name in benches if name != "start"]:
        benches[name]()


if __name__ == "__main__":
    main()
