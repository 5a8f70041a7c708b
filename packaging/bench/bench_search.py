"""Benchmark of search, for bench.py: our index beside SQLite FTS5, and tantivy and Xapian if they are installed.

Each engine builds in one process and answers in another. Every type of query goes to each engine in turn, so that
other load on the machine affects all of them alike. A time is the best of three of one query; p50 and p95 are over the
queries of a type.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from dataclasses import asdict, dataclass, field
from itertools import chain
from pathlib import Path
from types import TracebackType
from typing import Any

import search_corpus
import search_ours
import search_queries
import search_report
from delegate_desk.core.search import HitKind
from measuring import process_memory
from search_engines import ENGINES
from search_queries import Asked, Translator
from search_report import OURS, OWN, Figures
from search_trees import Row

DEFAULT = 120_000
GROWTH = (30_000, 120_000, 500_000)
SMALL = 20_000
"""A library with fewer entries only shows that the benchmark runs: fewer operations are done."""

PAPERS = 40, 10
"""Number of documents that are added and removed again, the second in a small library; likewise below."""

OPENINGS = 3, 1
RUNS = 4, 1
"""Number of word sequences typed in each language."""

PATIENCE = 20.0
"""Seconds for one type of query and one engine; the remaining queries are skipped."""

CHECKED = 5
CHILD = Path(__file__).with_name("search_child.py")
SYSTEM = "/usr/bin/python3"


class Engine:
    """A process with one engine; commands and answers are lines of JSON."""

    def __init__(self, name: str, folder: Path) -> None:
        python = _python(name) or sys.executable
        foreign = python != sys.executable  # packages for our Python do not work with another
        environment = {key: value for key, value in os.environ.items() if not (foreign and key == "PYTHONPATH")}
        self._name = name
        self._process = subprocess.Popen(
            [python, str(CHILD), name, str(folder)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            env=environment,
        )
        self._hear()

    def __enter__(self) -> "Engine":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._process.communicate()

    def _hear(self) -> dict[str, Any]:
        line = self._process.stdout.readline() if self._process.stdout else ""
        if not line:
            sys.exit(f"{self._name} did not come to its end: status {self._process.wait()}")
        heard: dict[str, Any] = json.loads(line)
        return heard

    def tell(self, do: str, rows: Iterable[Row] | None = None, **more: Any) -> dict[str, Any]:
        """Send a command; rows follow it, up to an empty line."""
        lines = (json.dumps(row, ensure_ascii=False) for row in rows or ())
        pipe = self._process.stdin
        if pipe is None:
            raise ValueError("a process without a pipe")
        for line in chain([json.dumps({"do": do, **more})], lines, [""] if rows is not None else []):
            pipe.write(line + "\n")
        pipe.flush()
        return self._hear()

    def most_memory(self, job: Any) -> tuple[Any, float, float]:
        """Run a job, and return the peak MB of the process: in total, and without memory mapped from files."""
        is_over = threading.Event()
        anonymous = [float("nan")]

        def look() -> None:
            while not is_over.wait(0.05):
                anonymous.append(process_memory(self._process.pid, "RssAnon"))

        looking = threading.Thread(target=look)
        looking.start()
        try:
            done = job()
        finally:
            is_over.set()
            looking.join()
        return done, process_memory(self._process.pid, "VmHWM"), max(anonymous[1:], default=float("nan"))


def _python(name: str) -> str | None:
    """Return the Python that can run an engine; None if there is none."""
    if name in (*OWN, "FTS5"):
        return sys.executable
    clean = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    for python, environment in ((sys.executable, dict(os.environ)), (SYSTEM, clean)):
        if Path(python).exists():
            command = [python, "-c", f"import {name.lower()}"]
            if subprocess.run(command, env=environment, capture_output=True).returncode == 0:
                return python
    return None


# Facts about the library


@dataclass(slots=True)
class Library:
    """The library of a run.

    Attributes:
        size: Entries.
        text: Bytes of its text in UTF-8.
        queries: By type.
        same: By an entry's key, the key under which it is counted.
        keys: The keystrokes of a person, one query after the other.
    """

    file: Path
    size: int
    text: int = 0
    queries: dict[str, list[Asked]] = field(default_factory=dict)
    same: dict[int, int] = field(default_factory=dict)
    keys: list[str] = field(default_factory=list)

    def scaled(self, many: tuple[int, int]) -> int:
        """The first, or the second in a small library."""
        return many[self.size < SMALL]


def _look(size: int) -> Library:
    """Generate the library, and read it once."""
    library = Library(search_corpus.library(size), size)
    papers = list(search_corpus.read(library.file))
    held: set[str] = set()
    times: Counter[tuple[str, str]] = Counter()  # a text that occurs twice in a document is two hits
    entries = [entry for paper in papers for entry in paper.entries]
    for entry, row in zip(entries, search_ours.rows(papers), strict=True):
        held.update(row.stem.split(" "))
        library.text += len(entry.text.encode())
        times[entry.group, row.exact] += 1
        reference = entry.header.reference if entry.kind is HitKind.PARAGRAPH else None
        alike = (reference.family, row.language, row.exact, times[entry.group, row.exact]) if reference else row.key
        library.same[row.key] = hash(alike)
    spoken = {entry.header.language for entry in entries}
    translate = Translator(held, spoken)
    drawn = search_queries.draw(entries)
    library.queries = {kind: list(map(translate, asked)) for kind, asked in drawn.items()}
    runs = search_queries.typed(entries, library.scaled(RUNS))
    library.keys = [text for run in runs for text in search_queries.keystrokes(run)]
    return library


# The runs


def measure(size: int, names: Sequence[str], folder: Path) -> tuple[Library, dict[str, Figures]]:
    """Run all measurements of one library for each engine."""
    library = _look(size)
    figures = {name: _build(name, library, folder / name) for name in names}
    first = library.queries["medium word"][0]
    for name in names:
        for _ in range(library.scaled(OPENINGS)):
            with Engine(name, folder / name) as engine:
                opened = engine.tell("open", first=asdict(first))
                figures[name].openings.append((opened["open"], opened["first"]))
    with ExitStack() as stack:
        engines = {name: stack.enter_context(Engine(name, folder / name)) for name in names}
        for name, engine in engines.items():
            figures[name].before = engine.tell("open", first=asdict(first))["before"]
        for kind, asked in library.queries.items():
            print(f"\r  {kind:<30}", end="", file=sys.stderr, flush=True)
            for name, engine in engines.items():
                answer = engine.tell("ask", asked=[asdict(one) for one in asked], seconds=PATIENCE)
                figures[name].types[kind], figures[name].totals[kind] = answer["times"], answer["totals"]
        print("\r" + " " * 34, end="\r", file=sys.stderr, flush=True)
        for name, engine in engines.items():
            figures[name].memory = engine.tell("memory")
        _compare(library, engines, figures)
        _change(library, engines, figures)
    return library, figures


def _build(name: str, library: Library, folder: Path) -> Figures:
    """Index the library."""
    print(f"\r  building {name:<20}", end="", file=sys.stderr, flush=True)
    with Engine(name, folder) as engine:
        if name == "Xapian":
            rows = search_ours.rows(search_corpus.read(library.file))
            done, most, own = engine.most_memory(lambda: engine.tell("build", rows))
        else:
            done, most, own = engine.most_memory(lambda: engine.tell("build", library=str(library.file)))
    index = folder / "index" if name in OWN else folder
    size = sum(file.stat().st_size for file in index.rglob("*") if file.is_file())
    return Figures(name, library.size / done["seconds"], done["seconds"], done.get("merged", 0.0), size, most, own)


def _compare(library: Library, engines: dict[str, Engine], figures: dict[str, Figures]) -> None:
    """Compare our totals with those of FTS5, with equal texts of a family counted once."""
    if not {OURS, "FTS5"} <= engines.keys():
        return
    for kind, asked in library.queries.items():
        found = engines["FTS5"].tell("keys", trees=[one.tree for one in asked[:CHECKED]])["keys"]
        counted = [len({library.same[key] for key in keys}) for keys in found]
        pairs = zip(figures[OURS].totals[kind], counted, strict=True)
        figures[OURS].differ[kind] = [(ours, theirs) for ours, theirs in pairs if ours != theirs]


def _change(library: Library, engines: dict[str, Engine], figures: dict[str, Figures]) -> None:
    """Documents added and removed."""
    first = library.queries["medium word"][0]
    papers = search_corpus.fresh(library.scaled(PAPERS))
    raw = [[row._replace(key=row.key + 10_000_000) for row in search_ours.rows([paper])] for paper in papers]
    base = 0
    for n, rows in enumerate(raw):
        raw[n] = [row._replace(key=row.key + base) for row in rows]
        base += len(rows)
    for name, engine in engines.items():
        changed = engine.tell("change", papers=len(raw) if name in OWN else raw, first=asdict(first))
        figures[name].put, figures[name].taken = changed["in"], changed["out"]


def _type(library: Library, folder: Path, figures: Figures) -> None:
    """Keystrokes, alone and while documents are added and removed; then the merging by maintenance."""
    first = library.queries["medium word"][0]
    with Engine(OURS, folder) as engine:
        engine.tell("open", first=asdict(first))
        figures.typing = engine.tell("type", keys=library.keys, papers=library.scaled(PAPERS))
        figures.typing |= {"steps": engine.tell("settle")["steps"]}


def bench_search(size: int, names: Sequence[str], *, growth: bool = False) -> None:
    """Measure and print; ``names`` are the engines, by default all that are installed."""
    wanted = names or [*OWN, *ENGINES]
    at_hand = [name for name in wanted if _python(name)]
    absent = ", ".join(name for name in wanted if name not in at_hand)
    print(f"Search{f' (not at hand: {absent})' if absent else ''}")
    runs = []
    for entries in GROWTH if growth else (size,):
        folder = Path(tempfile.mkdtemp(prefix="delegate-desk-bench-"))
        try:
            loads = [os.getloadavg()[0]] if hasattr(os, "getloadavg") else []
            library, figures = measure(entries, at_hand, folder)
            if OURS in figures:
                _type(library, folder / OURS, figures[OURS])
            loads += [os.getloadavg()[0]] if loads else []
        finally:
            shutil.rmtree(folder)
        runs.append(list(figures.values()))
        search_report.print_run(library.size, library.text, list(figures.values()), loads)
    if growth:
        search_report.print_growth(GROWTH, runs)
