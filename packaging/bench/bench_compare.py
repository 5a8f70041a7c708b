"""Benchmark of comparing two revisions, for bench.py: by size, and the longest real act beside Python's difflib.

As a program, one comparison in its own process, printed as JSON in seconds and megabytes. Usage: bench_compare.py UNITS
"""

import difflib
import json
import random
import re
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from delegate_desk.core.annotations.annotation import AnnotationKind
from delegate_desk.core.documents.document import Address, Document, Header, Kind, Paragraph, Place, View
from delegate_desk.core.progress import finish
from delegate_desk.core.revisions.alignment import align
from delegate_desk.core.revisions.comparison import UnitOutcome
from delegate_desk.desk import open_desk
from delegate_desk.parsing import reading
from delegate_desk.services.revisions.comparison_process import Comparer
from delegate_desk.storage.db.database import Database
from delegate_desk.storage.db.stores.documents import DocumentStore
from measuring import Line, child, medians, peak, seconds

RUNS = 3
PAGES = (10, 50, 141, 500)
A_PAGE = 5  # units: PE-CONS 43/24 has 709 on 141 pages
EDITS = 60
NOTES = 1000
_WORDS = (
    "harbour quay vessel berth lighthouse pilot ferry ballast dredging buoy mooring tide cargo crane wharf salvage "
    "beekeeper orchard millstream weir windmill granary cooper thatch hedgerow footpath almanac archive ledger registry"
).split()
_ENDINGS = ("", "s", "ing", "ed", "er", "less", "wise", "age")
_SMALL = "the of and to in for with by on at from as under within shall may".split()

Units = tuple[Paragraph, ...]


def made(count: int, seed: int = 7) -> Units:
    """Return an act with a number of units: articles of five, most of them a paragraph of about 36 words."""
    chance = random.Random(seed)
    words = [stem + ending for stem in _WORDS for ending in _ENDINGS]
    units: list[Paragraph] = []
    for n in range(count):
        article, below = divmod(n, A_PAGE)
        address = f"art_{article + 1}" + (f"__para_{below}" if below else "")
        kind = Kind.PARAGRAPH if below else Kind.ARTICLE
        size = chance.randint(12, 60) if below else 3
        text = " ".join(chance.choice(_SMALL if chance.random() < 0.45 else words) for _ in range(size))
        units.append(Paragraph(Address(address), kind, f"{below}." if below else f"Article {article + 1}", text))
    return tuple(units)


def revised(old: Units, edits: int, seed: int = 8) -> tuple[Units, dict[int, int | None]]:
    """Return a revision (a third of the edits reword, the others delete, insert, move), and each unit's outcome."""
    chance = random.Random(seed)
    places = chance.sample(range(len(old)), edits)
    ways = {place: ("reword", "reword", "delete", "insert", "insert", "move")[n % 6] for n, place in enumerate(places)}
    rows: list[tuple[int | None, Paragraph]] = []
    moved: list[tuple[int | None, Paragraph]] = []
    for n, unit in enumerate(old):
        way = ways.get(n)
        if way == "insert":
            rows.append((None, made(2, seed=1000 + n)[1]))
        if way == "reword":
            words = unit.marked.split(" ")
            for at in chance.sample(range(len(words)), max(1, len(words) // 5)):
                words[at] = chance.choice(_WORDS)
            unit = replace(unit, marked=" ".join(words), spans=(), calls=())
        if way != "delete":
            (moved if way == "move" else rows).append((n, unit))
    for row in moved:
        rows.insert(chance.randrange(len(rows)), row)
    fates: dict[int, int | None] = dict.fromkeys(range(len(old)))
    fates |= {n: k for k, (n, _) in enumerate(rows) if n is not None}
    return tuple(replace(unit, address=_later(unit, n, k)) for k, (n, unit) in enumerate(rows)), fates


def _later(unit: Paragraph, old: int | None, new: int) -> Address:
    """Return the address of a unit in a revision whose articles are renumbered by one; inserted ones are paragraphs."""
    if old is None:
        return Address(f"para_{new}")
    return Address(re.sub(r"(?<=art_)\d+", lambda number: str(int(number[0]) + 1), unit.address))


def right(old: Units, new: Units, truth: dict[int, int | None], fates: Sequence[UnitOutcome]) -> int:
    """Return the number of old units with a certain and correct outcome."""
    places = {unit.address: k for k, unit in enumerate(new)}
    said = {fate.old: places[fate.new] if fate.new else None for fate in fates if fate.old and fate.is_sure}
    return sum(unit.address in said and said[unit.address] == truth[n] for n, unit in enumerate(old))


def followed(old: Units, new: Units, truth: dict[int, int | None]) -> int:
    """Do the same with difflib: equal paragraphs, and the similarity of the others (``ndiff``)."""
    news = iter(range(len(new)))
    olds = iter(range(len(old)))
    said: dict[int, int | None] = {}
    last: int | None = None
    for line in difflib.ndiff([u.text for u in old], [u.text for u in new], charjunk=None):
        if line[0] == " ":
            said[next(olds)] = next(news)
        elif line[0] == "-":
            last = next(olds)
            said[last] = None
        elif line[0] == "+":
            k = next(news)
            if last is not None and said[last] is None and difflib.SequenceMatcher(
                None, old[last].text, new[k].text, autojunk=False
            ).ratio() > 0.75:  # fmt: skip
                said[last] = k
            last = None
    return sum(n in said and said[n] == place for n, place in truth.items())


def bench_compare(line: Line, long: Path) -> None:
    """Measure and print."""
    print("Compare")
    for pages in PAGES:
        middle = medians([child(__file__, pages * A_PAGE) for _ in range(RUNS)])
        beside = f"{middle['seconds'] / pages * 1000:.1f} ms a page; {middle['memory']:.0f} MB at its most"
        line(f"{pages} pages, {pages * A_PAGE} units", f"{middle['seconds']:.2f} s", beside)
        equal = f"equal paragraphs alone {middle['equal']:.2f} s, {middle['equals']:.0f} followed"
        line("    right of its units", f"{middle['right']:.0f}", f"edits: {pages * A_PAGE // 12}")
        line("    difflib on the same", f"{middle['difflib']:.2f} s", f"{middle['followed']:.0f} followed; {equal}")
    _bench_long(line, long)
    _bench_carry(line)


def _bench_long(line: Line, long: Path) -> None:
    """Compare the longest real act with a copy that has 60 edits, in a child process that receives the texts."""
    old = reading.read(long, long.name) if long.exists() else _document(made(709))
    units, _ = revised(old.paragraphs, EDITS)
    new = replace(old, paragraphs=units)
    comparer = Comparer()
    try:
        times = [seconds(lambda: finish(comparer.compare(old, new, View.AFTER))) for _ in range(RUNS + 1)]
    finally:
        comparer.close()
    name = long.name if long.exists() else "as many made units"
    line(f"{name}, {EDITS} edits", f"{times[0]:.2f} s", "in whole, its process started; wanted: 1.5 s")
    line("    the next pair", f"{statistics.median(times[1:]):.2f} s", "in whole")


def _bench_carry(line: Line) -> None:
    """Carry a thousand notes over from one revision to the next."""
    old = made(NOTES)
    new, _ = revised(old, EDITS)
    with tempfile.TemporaryDirectory() as folder:
        with open_desk(Path(folder)):
            pass
        database = Database(Path(folder))
        with database.write():
            there, here = (
                DocumentStore(database).add(_document(units), f"text {n}", f"text {n}.txt")
                for n, units in enumerate((old, new))
            )
        database.close()
        with open_desk(Path(folder)) as desk:
            notes = [
                desk.annotations.new(Place(there, unit.address), AnnotationKind.NOTE, text="As agreed.", span=(4, 20))
                for unit in old
            ]
            desk.annotations.receive(notes)
            comparison = finish(desk.comparisons.compare(there, here))
            took = seconds(lambda: desk.carryover.carry(comparison))
            items = desk.carryover.find_carry(there, here).items
            beside = f"{sum(item.new is not None for item in items)} placed; wanted: 1 s"
            line(f"{len(items)} notes on words carried", f"{took:.2f} s", beside)


def _document(units: Units) -> Document:
    return Document(Header("en"), units)


def measure(count: int) -> dict[str, float]:
    """Compare one pair of a number of units: seconds, peak megabytes, and number of units followed."""
    old = made(count)
    new, truth = revised(old, count // 12)
    start = time.perf_counter()
    fates = finish(align(old, new))
    took = time.perf_counter() - start
    memory = peak()
    matcher = difflib.SequenceMatcher(None, [unit.text for unit in old], [unit.text for unit in new], autojunk=False)
    equal = seconds(matcher.get_opcodes)
    start = time.perf_counter()
    by_difflib = followed(old, new, truth)
    return {
        "seconds": took,
        "memory": memory,
        "right": right(old, new, truth, fates),
        "equal": equal,
        "equals": sum(block.size for block in matcher.get_matching_blocks()),
        "difflib": time.perf_counter() - start,
        "followed": by_difflib,
    }


if __name__ == "__main__":
    print(json.dumps(measure(int(sys.argv[1]))))
