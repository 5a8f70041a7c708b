"""Hyphenation by the language of a text; only the displayed text has hyphens."""

import re
from functools import cache, lru_cache
from typing import Any

_WORD = re.compile(r"[^\W\d_]{7,}")
_EDGE = 3
"""Minimum number of letters at the beginning and the end of a divided word."""
_BEYOND_QT = re.compile("[\U00010000-\U0010ffff]")


@cache
def load_patterns(language: str) -> Any:
    """Return the patterns of a language (ISO 639-1), loaded on first use, which is slow; None if there are none."""
    try:
        import pyphen
    except ImportError:  # a distribution may leave it out: then no word is divided
        return None
    name = pyphen.language_fallback(language)
    return pyphen.Pyphen(lang=name, left=_EDGE, right=_EDGE) if name else None


@lru_cache(maxsize=8192)
def _divisions(word: str, language: str) -> tuple[int, ...]:
    patterns = load_patterns(language)
    places = patterns.positions(word) if patterns is not None else ()
    return tuple(int(place) for place in places if place.data is None)  # else its spelling would be another


def division_points(text: str, language: str) -> list[int]:
    """Return the offsets at which the words of a text may be divided, in order.

    Short words and words in capitals stay whole. A text beyond the Basic Multilingual Plane has none, so that the
    offsets are code points and units of Qt alike.
    """
    if not language or _BEYOND_QT.search(text):
        return []
    words = (found for found in _WORD.finditer(text) if not found[0].isupper())
    return [found.start() + place for found in words for place in _divisions(found[0], language)]
