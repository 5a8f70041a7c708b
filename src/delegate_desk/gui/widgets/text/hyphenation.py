"""Hyphenation by the language of a text; only the displayed text has hyphens."""

import re
from functools import cache, lru_cache

_WORD = re.compile(r"[^\W\d_]{7,}")
_EDGE = 3
"""Minimum number of letters at the beginning and the end of a divided word."""
_BEYOND_QT = re.compile("[\U00010000-\U0010ffff]")
_STEP = re.compile(r"(\d?)(\D?)")
_NO_DIGITS = dict.fromkeys(map(ord, "0123456789"))


class Patterns:
    """Hyphenation patterns of a language, of up to 100,000 lines: a line is read when a word has its letters."""

    def __init__(self, dictionary: bytes) -> None:
        encoding, _, text = dictionary.partition(b"\n")
        lines = [line.strip() for line in text.decode(encoding.decode().strip()).split("\n")]
        letters = "\n".join(lines).translate(_NO_DIGITS).split("\n")
        self._lines = {key.partition("/")[0]: line for key, line in zip(letters, lines, strict=True)}

    def places(self, word: str) -> list[int]:
        """Return the offsets at which a word may be divided without a change of its spelling."""
        text = f".{word.lower()}."
        marks = [(0, True)] * (len(text) + 1)
        for start in range(len(text)):
            for end in range(start + 1, len(text) + 1):
                if line := self._lines.get(text[start:end]):
                    for at, mark in enumerate(_marks(line), start):
                        marks[at] = mark if mark[0] >= marks[at][0] else marks[at]
        places = [at - 1 for at, (value, plain) in enumerate(marks) if value % 2 and plain]
        return [place for place in places if _EDGE <= place <= len(word) - _EDGE]


@lru_cache(maxsize=8192)
def _marks(line: str) -> list[tuple[int, bool]]:
    """Return the value before each letter of a pattern and at its end; False if a division changes the spelling."""
    pattern, _, other = line.partition("/")
    return [(int(digit or 0), "=" not in other) for digit, _ in _STEP.findall(pattern)]


@cache
def load_patterns(language: str) -> Patterns | None:
    """Return the patterns of a language (ISO 639-1), loaded on first use; None if there are none."""
    try:
        import pyphen
    except ImportError:  # a distribution may leave it out: then no word is divided
        return None
    name = pyphen.language_fallback(language)
    return Patterns(pyphen.LANGUAGES[name].read_bytes()) if name else None


@lru_cache(maxsize=8192)
def _divisions(word: str, language: str) -> list[int]:
    patterns = load_patterns(language)
    return patterns.places(word) if patterns is not None else []


def division_points(text: str, language: str) -> list[int]:
    """Return the offsets at which the words of a text may be divided, in order.

    Short words and words in capitals stay whole. A text beyond the Basic Multilingual Plane has none, so that the
    offsets are code points and units of Qt alike.
    """
    if not language or _BEYOND_QT.search(text):
        return []
    words = (found for found in _WORD.finditer(text) if not found[0].isupper())
    return [found.start() + place for found in words for place in _divisions(found[0], language)]
