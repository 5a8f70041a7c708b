"""The report of bench_search.py."""

import math
import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

OURS = "ours"
SEALED = "sealed"
"""Our index in an encrypted library."""
OWN = OURS, SEALED
JUDGED = 100_000
"""Number of paragraphs from which figures are compared with the targets."""

NOTES = """\
  merging  what upkeep does by itself after a bulk load, to one segment; queries are asked afterwards
  ours     what a person would type, read by the product's parser each time; SearchIndex.find as the product runs it:
           seven facets counted always, a family's same words one hit, ranked in steps (accents, form, stem, begun)
  others   the same query, already read; all hits counted, the best ten by their own BM25; no families, no steps of
           rank, no accents; facets in the two types that name them, and nowhere else
  sealed   ours in an encrypted library: read into memory when it is opened
  FTS5     one thread analyses, another writes; optimised after its build; facts in a table beside it
  tantivy  one writing thread; its near is a phrase with slop, in either order
  Xapian   the analysis is another process
  FTS5 and Xapian scan their words in Python for wildcards and misspellings. In brackets: our p95 over theirs."""


@dataclass(slots=True)
class Figures:
    """The measurements of one engine; times in milliseconds, memory in MB.

    Attributes:
        rate: Entries a second, with analysis and merging.
        merged: Seconds of the build that go into merging after the commit.
        size: Bytes of the index.
        most: Peak memory of the build.
        own: Of it, without memory mapped from files.
        differ: By type, where our total differs from that of FTS5 with families counted once.
    """

    name: str
    rate: float
    seconds: float
    merged: float
    size: int
    most: float
    own: float
    openings: list[tuple[float, float]] = field(default_factory=list)
    before: dict[str, float] = field(default_factory=dict)
    memory: dict[str, float] = field(default_factory=dict)
    types: dict[str, list[float]] = field(default_factory=dict)
    totals: dict[str, list[int]] = field(default_factory=dict)
    differ: dict[str, list[tuple[int, int]]] = field(default_factory=dict)
    put: list[float] = field(default_factory=list)
    taken: list[float] = field(default_factory=list)
    typing: dict[str, Any] = field(default_factory=dict)

    @property
    def private(self) -> float:
        """Return the own memory of the open index after all queries."""
        return self.memory["private"] - self.before["private"]


def p95(times: Sequence[float]) -> float:
    """Return the 95th percentile."""
    return sorted(times)[math.ceil(0.95 * len(times)) - 1]


def _short(value: float) -> str:
    return f"{value:.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def _spread(times: Sequence[float]) -> str:
    """p50 / p95 / worst."""
    return f"{_short(statistics.median(times))} / {_short(p95(times))} / {_short(max(times))}"


def print_run(size: int, text: int, figures: Sequence[Figures], loads: Sequence[float]) -> None:
    """The measurements of one library."""
    load = f"; load {loads[0]:.1f} before, {loads[-1]:.1f} after" if loads else ""
    print(f"\n{size:,} paragraphs, {text / 1e6:.1f} MB of text{load}\n")
    rows: list[tuple[str, Callable[[Figures], str]]] = [
        ("paragraphs a second indexed", lambda f: f"{f.rate:,.0f}"),
        ("  before upkeep merged", lambda f: f"{f.rate * f.seconds / (f.seconds - f.merged):,.0f}"),
        (
            "  seconds, of them merging",
            lambda f: f"{f.seconds:.1f}, {f.merged:.1f}" if f.merged else f"{f.seconds:.1f}",
        ),
        ("build: most memory, MB", lambda f: f"{f.most:.0f}"),
        ("  without mapped files, MB", lambda f: f"{f.own:.0f}"),
        ("index, MB (times the text)", lambda f: f"{f.size / 1e6:.1f} ({f.size / text:.2f})"),
        ("open index: private, MB", lambda f: f"{f.private:.0f}"),
        ("  mapped file pages, MB", lambda f: f"{f.memory['mapped']:.0f}"),
        ("opening + first search, ms", _opening),
        ("60 paragraphs in, ms *", lambda f: _spread(f.put)),
        ("60 paragraphs out, ms *", lambda f: _spread(f.taken)),
    ]
    print(f"{'':<32}" + "".join(f"{figure.name:>24}" for figure in figures))
    for label, show in rows:
        print(f"{label:<32}" + "".join(f"{show(figure):>24}" for figure in figures))
    print("  * committed, and seen by a search; p50 / p95 / worst\n")
    print(f"{'ms, p50 / p95':<32}" + "".join(f"{figure.name:>24}" for figure in figures))
    ours = next((figure for figure in figures if figure.name == OURS), None)
    for kind in figures[0].types:
        cells = "".join(f"{_times(figure, ours, kind):>24}" for figure in figures)
        print(f"{kind:<32}{cells}{_doubt(ours, kind)}")
    print(f"\n{NOTES}")
    if ours:
        if ours.differ and not any(ours.differ.values()):
            print("  The totals of the first five queries of each type are FTS5's, families counted once.")
        print_typing(ours.typing)
        if size >= JUDGED:
            _print_misses(text, figures, ours)


def _opening(figure: Figures) -> str:
    opened, first = (statistics.median(times) for times in zip(*figure.openings, strict=True))
    return f"{_short(opened)} + {_short(first)}"


def _times(figure: Figures, ours: Figures | None, kind: str) -> str:
    times = figure.types[kind]
    beside = f" ({p95(ours.types[kind]) / p95(times):.2f})" if ours and figure is not ours else ""
    return f"{_short(statistics.median(times))} / {_short(p95(times))}{beside}"


def _doubt(ours: Figures | None, kind: str) -> str:
    """Return a sentence if our total is not that of FTS5 with families counted once."""
    differ = ours.differ.get(kind) if ours else None
    return (
        "   totals differ from FTS5's: " + ", ".join(f"{mine} for {other}" for mine, other in differ) if differ else ""
    )


def print_typing(typing: dict[str, Any]) -> None:
    """Return the lines on keystrokes, and on the work beside them."""
    print("\nAs one types, in five languages, facets and the first 20 snippets included: ms, p50 / p95 / worst")
    for label, name in (
        ("a key at once after the other", "keys"),
        ("with pauses, as one types", "paced"),
        ("while papers come and go", "busy"),
        ("a paper in or out meanwhile", "written"),
    ):
        print(f"  {label:<40}{_spread(typing[name]):>24}   {len(typing[name])} times")
    steps = typing["steps"]
    longest = f"the longest {_short(max(steps))} ms, in all {sum(steps) / 1000:.1f} s" if steps else ""
    print(f"  {'merging after that':<40}{len(steps):>18} steps   {longest}")


def _print_misses(text: int, figures: Sequence[Figures], ours: Figures) -> None:
    """Return the missed targets."""
    found: list[str] = []
    others = {figure.name: figure for figure in figures}
    for kind, times in ours.types.items():
        mine = p95(times)
        found += [
            f"{kind}: {_short(mine)} ms for {name}'s {_short(p95(others[name].types[kind]))}"
            for name, share in (("FTS5", 1.0), ("Xapian", 1.0), ("tantivy", 2.0))
            if name in others and mine > share * p95(others[name].types[kind]) and not (name == "tantivy" and mine < 1)
        ]
    for name, share in (("FTS5", 1.0), ("tantivy", 0.8)):
        if name in others and ours.rate < share * others[name].rate:
            found.append(f"indexing: {ours.rate / others[name].rate:.2f} of {name}'s rate, wanted {share}")
    bars = [
        ("as one types, p95 ms", p95(ours.typing["keys"]), 30),
        ("most memory of the build, MB", ours.most, 500),
        ("60 paragraphs in, p95 ms", p95(ours.put), 50),
        ("60 paragraphs out, p95 ms", p95(ours.taken), 50),
        ("index over text", ours.size / text, 2),
        ("private memory of the open index, MB", ours.private, 150),
        ("opening and first search, ms", statistics.median(map(sum, ours.openings)), 100),
    ]
    found += [f"{what}: {_short(value)}, wanted {most}" for what, value, most in bars if value > most]
    print("\nNot as wanted: " + ("nothing" if not found else ""))
    for miss in found:
        print(f"  {miss}")


def print_growth(sizes: Sequence[int], runs: Sequence[Sequence[Figures]]) -> None:
    """Return the same figures side by side as the library grows."""
    print("\nGrowth\n")
    names = [figure.name for figure in runs[0]]
    by_name = [{figure.name: figure for figure in run} for run in runs]
    print(f"{'':<32}" + "".join(f"{f'{name} {size // 1000}k':>16}" for name in names for size in sizes))

    def show(label: str, cell: Callable[[Figures], str]) -> None:
        print(f"{label:<32}" + "".join(f"{cell(run[name]):>16}" for name in names for run in by_name))

    show("paragraphs a second indexed", lambda f: f"{f.rate:,.0f}")
    show("index, MB", lambda f: f"{f.size / 1e6:.0f}")
    show("build: most memory, MB", lambda f: f"{f.most:.0f}")
    show("open index: private, MB", lambda f: f"{f.private:.0f}")
    show("opening + first search, ms", _opening)
    show("60 paragraphs in, p95 ms", lambda f: _short(p95(f.put)))
    show("60 paragraphs out, p95 ms", lambda f: _short(p95(f.taken)))
    for kind in runs[0][0].types:
        show(f"{kind}, p95 ms", lambda f: _short(p95(f.types[kind])))  # noqa: B023
    if OURS in names:
        times = [p95(run[OURS].typing["keys"]) for run in by_name]
        print(f"{'as one types, all of it, p95':<32}" + "".join(f"{_short(time):>16}" for time in times))
