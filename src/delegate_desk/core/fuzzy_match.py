"""Match of typed words with a name: whole words, beginnings, or words with one wrong letter, in any order."""

import re
from collections.abc import Sequence

_WHOLE, _BEGUN, _MISTYPED = 100.0, 80.0, 40.0
_FIRST, _PER_LETTER = 8.0, 0.1
_SHORTEST = 4
"""Letters of a word that may have one wrong."""
_WORD = re.compile(r"\w+")


def match_name(typed: Sequence[str], name: str) -> float | None:
    """Return how well a name has all of some words, higher is better; None where it lacks one.

    Args:
        typed: Folded, without spaces in them.
        name: Folded.
    """
    words = _WORD.findall(name)
    total = 0.0
    for word in typed:
        best = max((_likeness(word, other) + (0 if n else _FIRST) for n, other in enumerate(words)), default=0.0)
        if best <= _FIRST:
            return None
        total += best
    return total / max(len(typed), 1) - _PER_LETTER * len(name)


def _likeness(word: str, other: str) -> float:
    if other.startswith(word):
        return _WHOLE if len(other) == len(word) else _BEGUN
    if len(word) < _SHORTEST or word[0] != other[0]:
        return 0.0
    from rapidfuzz.distance import OSA  # not before something is typed

    lengths = range(len(word) - 1, min(len(word) + 1, len(other)) + 1)
    return _MISTYPED if any(OSA.distance(word, other[:length], score_cutoff=1) <= 1 for length in lengths) else 0.0
