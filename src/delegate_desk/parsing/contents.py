"""Tables of contents: lines that number nothing, for the headings that they name come later."""

import re
from collections.abc import Sequence
from itertools import pairwise

from delegate_desk.core.documents.document import Kind
from delegate_desk.core.text import fold
from delegate_desk.parsing import headings
from delegate_desk.parsing.items import Item

_LEADERS = re.compile(r"(?:\.\s?){5,}\d{1,4}$|(?:…\s?){2,}\d{1,4}$|_{5,}\s?\d{1,4}$")
_PAGE = re.compile(r"\s\d{1,4}$")
_ENDS = (".", ";", ":", ",")
_FEWEST = 4
_MOST = 0.6
_LONGEST = 200


def lines(found: Sequence[Item], languages: tuple[str, ...]) -> frozenset[int]:
    """Which blocks are lines of a table of contents, by their place.

    Dots lead from the words of such a line to a page number; or several lines behind each other bear the numbers and
    most of them the words of headings that stand apart further on, as in a file whose dots are drawn.
    """
    where = {_key(item.whole.text): n for n, item in enumerate(found)}
    listed = {n for n, item in enumerate(found) if _LEADERS.search(item.text.text)}
    run: list[int] = []
    twins: list[int | None] = []
    for n in range(len(found) + 1):
        entry = n < len(found) and _is_entry(found[n], languages)
        if not entry or n in twins:  # the first heading that a line names ends the table
            listed.update(_entries(run, twins))
            run, twins = [], []
        if entry:
            run.append(n)
            twins.append(_twin(found[n], n, where))
    return frozenset(listed)


def _entries(run: Sequence[int], twins: Sequence[int | None]) -> Sequence[int]:
    """The lines of a run where most of them list headings further on, in their order; else none."""
    later = [twin for twin in twins if twin is not None]
    most = len(later) >= max(_FEWEST, _MOST * len(run))
    if most and later == sorted(later) and any(second - first > 1 for first, second in pairwise(later)):
        return run
    return ()


def _is_entry(item: Item, languages: tuple[str, ...]) -> bool:
    text = item.text.text
    if len(text) > _LONGEST or text.endswith(_ENDS):
        return False
    if item.label is not None:
        return item.label.is_number
    heading = headings.numbered(text, languages, item.block)
    return heading is not None and heading.kind is Kind.ANNEX


def _twin(item: Item, at: int, where: dict[str, int]) -> int | None:
    """Where the heading stands that a line may name; None where it names none."""
    text = item.whole.text
    found = (where.get(_key(words), -1) for words in (text, _PAGE.sub("", text)))
    return next((later for later in found if later > at), None)


def _key(text: str) -> str:
    return fold(text[: _LONGEST + 20]).strip()
