"""Ranking: forty queries on real documents, and the places that a delegate would expect."""

import os
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from delegate_desk.core.search import Hit
from delegate_desk.desk import Desk

JUDGED = Path(__file__).parent / "relevance.toml"
PAGE = 10
"""Hits that a delegate sees at once."""


@dataclass(frozen=True)
class Judgement:
    """Result of a query.

    Attributes:
        ranks: Of each expected place, from 1; None if it is not among the first hundred hits.
    """

    text: str
    ranks: tuple[int | None, ...]

    @property
    def best(self) -> int | None:
        """The rank of the first expected place."""
        return min((rank for rank in self.ranks if rank), default=None)

    @property
    def on_page(self) -> int:
        """The number of expected places on the first page."""
        return sum(rank is not None and rank <= PAGE for rank in self.ranks)


def corpus() -> Path | None:
    """The folder of the real documents; None if it is absent."""
    named = os.environ.get("DELEGATE_DESK_SHARED")
    folder = Path(named) / "corpus" if named else (JUDGED.parent / _judged()["in"]).resolve()
    return folder if folder.is_dir() else None


def judge(desk: Desk, folder: Path) -> Iterator[Judgement]:
    """Import the documents and run each query."""
    told = _judged()
    for name in told["documents"]:
        desk.documents.add(desk.documents.read(folder / name))
    for query in told["query"]:
        found = [_place(hit) for hit in desk.search.find(query["text"], limit=100).hits]
        ranks = tuple(found.index(place) + 1 if place in found else None for place in query["first"])
        yield Judgement(query["text"], ranks)


def _judged() -> Any:
    return tomllib.loads(JUDGED.read_text(encoding="utf-8"))


def _place(hit: Hit) -> str:
    return f"{hit.reference} {hit.language} {hit.address}"


def test_what_a_delegate_looks_for_is_on_the_first_page(desk: Desk) -> None:
    folder = corpus()
    if folder is None:
        pytest.skip("the real documents are not there")
    judged = list(judge(desk, folder))
    assert [j.text for j in judged if not j.on_page] == []
    # The definition of binding corporate rules comes after the headings and articles that name them: one of 45.
    assert sum(len(j.ranks) - j.on_page for j in judged) <= 1
    assert sum(j.best == 1 for j in judged) >= 36
