"""Fuzzy match of typed text with a name: full words, prefixes, substrings, or letters that follow in order."""

from collections.abc import Sequence

from delegate_desk.core.values import dataclass

_BEGUN, _INSIDE = 100.0, 40.0
_AT_START, _IN_A_ROW, _ELSEWHERE, _SKIPPED = 10.0, 6.0, 1.0, 0.3
_LEAST = 4.0
"""What letters that follow one another are worth at least, each, to mean the name."""


@dataclass(frozen=True, slots=True)
class FuzzyMatch:
    """Match of a name.

    Attributes:
        worth: Score, higher is better.
        at: The letters of the folded name that were typed, 0-based, in order.
    """

    score: float
    positions: tuple[int, ...]


def match_name(typed: Sequence[str], name: str, *, scattered: bool = True) -> FuzzyMatch | None:
    """Fit words that were typed, in any order, to a name; None where one of them is not in it.

    Args:
        typed: Folded, without spaces in them.
        name: Folded.
        scattered: True where letters that follow one another, such as ``nxpar``, are enough.
    """
    worth, at = 0.0, set[int]()
    for word in typed:
        found = _fit_word(word, name, scattered=scattered)
        if found is None:
            return None
        worth += found.score
        at.update(found.positions)
    return FuzzyMatch(worth - 0.05 * len(name), tuple(sorted(at)))


def _fit_word(word: str, name: str, *, scattered: bool) -> FuzzyMatch | None:
    inside, at = -1, name.find(word)
    while at >= 0:
        if _begins(name, at):
            whole = at + len(word) == len(name) or not name[at + len(word)].isalnum()
            first = 12.0 if at == 0 else 0.0
            return FuzzyMatch(_BEGUN + (10.0 if whole else 0.0) + first, tuple(range(at, at + len(word))))
        inside = at if inside < 0 else inside
        at = name.find(word, at + 1)
    if inside >= 0:
        return FuzzyMatch(_INSIDE, tuple(range(inside, inside + len(word))))
    return _fit_letters(word, name) if scattered and len(word) > 1 else None


def _fit_letters(word: str, name: str) -> FuzzyMatch | None:
    """The best way in which the letters of a word follow one another in a name."""
    if not _follow(word, name):
        return None
    # best[n] is the worth and the places of the letters so far, the last of them at n
    best: dict[int, tuple[float, tuple[int, ...]]] = {}
    for count, letter in enumerate(word):
        now: dict[int, tuple[float, tuple[int, ...]]] = {}
        for n, other in enumerate(name):
            if other != letter:
                continue
            here = _AT_START if _begins(name, n) else _ELSEWHERE
            if count == 0:
                now[n] = (here, (n,))
                continue
            ways = (
                (worth + (max(here, _IN_A_ROW) if n == last + 1 else here - _SKIPPED * min(n - last, 10)), places)
                for last, (worth, places) in best.items()
                if last < n
            )
            way = max(ways, default=None)
            if way is not None:
                now[n] = (way[0], (*way[1], n))
        best = now
    worth, places = max(best.values(), default=(0.0, ()))
    return FuzzyMatch(worth, places) if worth >= _LEAST * len(word) else None


def _follow(word: str, name: str) -> bool:
    letters = iter(name)
    return all(letter in letters for letter in word)


def _begins(name: str, at: int) -> bool:
    return at == 0 or not name[at - 1].isalnum()
