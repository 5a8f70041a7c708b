"""One engine of bench_search.py in its own process: reads commands as lines of JSON, answers each with one.

Usage: search_child.py ENGINE FOLDER, ENGINE one of search_engines.ENGINES, ``ours`` or ``sealed``. The system's Python,
which has no Delegate Desk, can run it for Xapian: the words are then analysed beforehand and follow the command.
"""

import json
import random
import re
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

from search_engines import ENGINES
from search_trees import Row

_T = TypeVar("_T")
_Answer = dict[str, Any]
REPEATED_BELOW = 200.0
"""Milliseconds from which a query is timed once; others count with the best of three."""


def timed(job: Callable[[], _T]) -> tuple[float, _T]:
    """Return the milliseconds of a job, and its result."""
    began = time.perf_counter()
    made = job()
    return (time.perf_counter() - began) * 1000, made


def memory(folder: Path) -> dict[str, float]:
    """Return the MB of this process's own memory, and of mapped files in a folder; NaN without /proc."""
    private = mapped = 0
    try:
        lines = Path("/proc/self/smaps").read_text(encoding="utf-8").splitlines()
    except OSError:
        return {"private": float("nan"), "mapped": float("nan")}
    is_ours = False
    for line in lines:
        if re.match(r"[0-9a-f]+-[0-9a-f]+ ", line):
            is_ours = str(folder) in line
        elif is_ours and line.startswith("Rss:"):
            mapped += int(line.split()[1])
        elif line.startswith("Private_Dirty:") or (not is_ours and line.startswith("Private_Clean:")):
            private += int(line.split()[1])
    return {"private": private / 1024, "mapped": mapped / 1024}


def each_timed(asked: list[Any], search: Callable[[Any], int], seconds: float) -> _Answer:
    """Return the milliseconds of queries, in mixed order until time is up, and the totals of the first five."""
    search(asked[-1])  # created on first use
    times: list[float] = []
    began = time.perf_counter()
    for one in random.Random(1).sample(asked, len(asked)):
        best = timed(lambda: search(one))[0]  # noqa: B023
        if best < REPEATED_BELOW:
            best = min(best, *(timed(lambda: search(one))[0] for _ in range(2)))  # noqa: B023
        times.append(best)
        if time.perf_counter() - began > seconds:
            break
    return {"times": times, "totals": [search(one) for one in asked[:5]]}


class Child:
    """Handle the commands to an engine."""

    def __init__(self, folder: Path, engine: Any) -> None:
        self._folder = folder
        self._engine = engine

    def open(self, first: dict[str, Any]) -> _Answer:
        self._warm()
        before = memory(self._folder)
        opened = timed(self._engine.open)[0]
        return {"open": opened, "first": timed(lambda: self._total(first))[0], "before": before}

    def _warm(self) -> None:
        """Load modules once."""

    def ask(self, asked: list[Any], seconds: float) -> _Answer:
        return each_timed(asked, self._total, seconds)

    def _total(self, one: dict[str, Any]) -> int:
        raise NotImplementedError

    def memory(self) -> _Answer:
        return dict(memory(self._folder))


class OtherChild(Child):
    """Handle the commands to another engine."""

    def __init__(self, name: str, folder: Path) -> None:
        super().__init__(folder, ENGINES[name](folder))

    def build(self, library: str = "") -> _Answer:
        return {"seconds": timed(lambda: self._engine.build(self._rows(library)))[0] / 1000}

    def _rows(self, library: str) -> Iterator[Row]:
        if not library:
            for line in sys.stdin:
                if line == "\n":
                    return
                yield Row(*json.loads(line))
            return
        import search_corpus
        import search_ours

        yield from search_ours.rows(search_corpus.read(Path(library)))

    def _total(self, one: dict[str, Any]) -> int:
        total: int = self._engine.search(one["tree"], one["facets"], one["by_date"]).total
        return total

    def keys(self, trees: list[Any]) -> _Answer:
        return {"keys": [self._engine.keys(tree) for tree in trees]}

    def change(self, papers: list[list[Any]], first: dict[str, Any]) -> _Answer:
        """Return the milliseconds until a document is added and removed, and a search sees it."""

        def until_seen(job: Callable[[], object]) -> float:
            return timed(lambda: (job(), self._total(first)))[0]

        put = [until_seen(lambda: self._engine.add([Row(*row) for row in raw])) for raw in papers]  # noqa: B023
        taken = [until_seen(lambda: self._engine.drop(Row(*raw[0]).document)) for raw in papers]  # noqa: B023
        return {"in": put, "out": taken}


class OwnChild(Child):
    """Handle the commands to our own index."""

    def __init__(self, folder: Path, *, sealed: bool) -> None:
        import search_ours
        from delegate_desk.cipher import PLAIN, SealedCipher

        super().__init__(folder, search_ours.Ours(folder, SealedCipher(bytes(32)) if sealed else PLAIN))
        self._module = search_ours

    def _warm(self) -> None:
        self._module.warm()

    def build(self, library: str) -> _Answer:
        self._warm()
        written, merged = self._engine.build(Path(library))
        return {"seconds": written + merged, "merged": merged}

    def _total(self, one: dict[str, Any]) -> int:
        total: int = self._engine.search(one["typed"], one["typing"], one["by_date"])
        return total

    def change(self, papers: int, first: dict[str, Any]) -> _Answer:
        """Return the milliseconds until a document is added and removed, and a search sees it."""
        return dict(self._module.changes(self._engine, papers, lambda: self._total(first)))

    def type(self, keys: list[str], papers: int) -> _Answer:
        """Return the milliseconds of fast keystrokes, slow ones, those while documents change, and of these changes."""
        at_once = self._engine.type(keys)
        paced = self._engine.type(keys[:120], self._module.PAUSE)
        busy, written = self._engine.type_while_writing(keys, papers)
        return {"keys": at_once, "paced": paced, "busy": busy, "written": written}

    def settle(self) -> _Answer:
        return {"steps": self._engine.settle()}


def main() -> None:
    name, folder = sys.argv[1], Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    own = name in ("ours", "sealed")
    child: Child = OwnChild(folder, sealed=name == "sealed") if own else OtherChild(name, folder)
    print("{}", flush=True)
    for line in iter(sys.stdin.readline, ""):
        command = json.loads(line)
        answer = getattr(child, command.pop("do"))(**command)
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
