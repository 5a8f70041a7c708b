"""Input of the other engines in bench_search.py: rows to index, and queries as trees (see search_queries.py)."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, NamedTuple

Tree = list[Any]


class Row(NamedTuple):
    """An entry: its words joined by spaces, and its facts."""

    key: int
    document: int
    exact: str
    stem: str
    language: str
    type: str
    file: str
    year: int
    date: int


class Answer(NamedTuple):
    """The number of hits, the best ten of them, and for each requested facet the hits of each value."""

    total: int
    best: list[int]
    facets: dict[str, dict[str, int]]


def parts(tree: Tree) -> tuple[list[Tree], list[Tree], list[Tree]]:
    """Return the words, the exclusions, and the facts of a query, which are on its outermost level."""
    both = tree[1:] if tree[0] == "and" else [tree]
    facts = [part for part in both if part[0] in ("language", "type", "dates")]
    without = [part[1] for part in both if part[0] == "not"]
    return [part for part in both if part not in facts and part[0] != "not"], without, facts


def stem_word(stem: str) -> str:
    """Return a stem as one word, preceded by its language without the space."""
    return stem.replace(" ", "")


def _is_near(a: str, b: str, edits: int) -> bool:
    """True if a number of letters inserted, deleted or replaced turns one word into the other."""
    if abs(len(a) - len(b)) > edits:
        return False
    start = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    a, b = a[start:], b[start:]
    if not (a and b):
        return len(a) + len(b) <= edits
    if not edits:
        return False
    return any(_is_near(x, y, edits - 1) for x, y in ((a[1:], b[1:]), (a[1:], b), (a, b[1:])))


def meant(vocabulary: list[str], tree: Tree) -> list[str]:
    """Return the words of a sorted vocabulary that match a misspelt word or a wildcard."""
    if tree[0] == "fuzzy":
        return [word for word in vocabulary if _is_near(tree[1], word, tree[2])]
    pattern = str(tree[1])
    head = re.split(r"[*?]", pattern)[0]
    matches = re.compile(re.escape(pattern).replace(r"\*", ".*").replace(r"\?", ".")).fullmatch
    low, high = bisect_left(vocabulary, head), bisect_left(vocabulary, head + "\U0010ffff")
    return [word for word in vocabulary[low:high] if matches(word)]


def batches(rows: Iterable[Row], size: int = 2000) -> Iterator[list[Row]]:
    left = iter(rows)
    while batch := list(islice(left, size)):
        yield batch
