"""Text as it is stored, and as it is compared.

Stored text is NFC-normalised and otherwise as printed. Compared text is folded: the index and typed queries use the
same folding, so that ``κανονισμός``, ``ΚΑΝΟΝΙΣΜΟΣ`` and ``κανονισμοσ`` are one word.
"""

import json
import re
import unicodedata
from collections.abc import Mapping, Sequence

TYPOGRAPHY: Mapping[str, str] = {
    **dict.fromkeys("‘’‚‛′`´", "'"),
    **dict.fromkeys("“”„‟«»″", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
}
"""Maps quotation marks and dashes to one representative each, character by character, so that offsets stay."""
UNSEEN: Mapping[str, None] = dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff")
"""Invisible characters: soft hyphens and characters without width."""
_LETTERS = str.maketrans(
    {
        "ς": "σ",
        "ł": "l",
        "đ": "d",
        "ø": "o",
        "æ": "ae",
        "œ": "oe",
        "ß": "ss",
        "ð": "d",
        "ħ": "h",
        "þ": "th",
        "ı": "i",
        **TYPOGRAPHY,
        **UNSEEN,
    }
)
_SPACE = re.compile(r"\s+")
_WORD = re.compile(r"[^\W_]+(?:[\u0300-\u036f\u00ad]+[^\W_]*)*")
_HALF_CHARACTERS = re.compile(r"[\ud800-\udfff]")
_ESCAPE = re.compile(
    r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|(u[dD][89a-fA-F][0-9a-fA-F]{2})|.)"
)


class _Unmarked(dict[int, int | None]):
    """Table for ``str.translate`` that removes combining marks; filled on use."""

    def __missing__(self, character: int) -> int | None:
        self[character] = None if unicodedata.combining(chr(character)) else character
        return self[character]


_UNMARKED = _Unmarked()


def fold(text: str) -> str:
    """Fold for comparison: NFKD without marks, case folded, quotes and dashes unified, soft hyphens removed.

    The result may be longer or shorter than the text; offsets do not carry over.
    """
    base = text if text.isascii() else unicodedata.normalize("NFKD", text).translate(_UNMARKED)
    return _SPACE.sub(" ", base.casefold().translate(_LETTERS))


class _FoldedLetters(dict[int, str]):
    """Characters folded for ``str.translate``, on use; ``uneven`` ones fold to none or several, and offsets move."""

    def __init__(self) -> None:
        super().__init__()
        self.uneven: set[str] = set()

    def __missing__(self, code: int) -> str:
        folded = self[code] = fold(chr(code))
        if len(folded) != 1:
            self.uneven.add(chr(code))
        return folded


_FOLDED = _FoldedLetters()


def fold_with_places(text: str) -> tuple[str, Sequence[int]]:
    """Return a text folded character by character, and the offset of each folded character.

    The last offset is the end. The offsets are a range if they are those of the text.
    """
    folded = text.translate(_FOLDED)
    if not any(character in text for character in _FOLDED.uneven):
        return folded, range(len(text) + 1)
    places = [n for n, character in enumerate(text) for _ in _FOLDED[ord(character)]]
    return folded, [*places, len(text)]


def translatable(context: str, text: str) -> str:  # noqa: ARG001  for packaging/translations.py
    """Return an English text that the window shows translated in a context."""
    return text


def tidy(text: str) -> str:
    """Normalise text read from a file: one line, NFC, single spaces, no unpaired surrogates."""
    clean = without_half_characters(text).replace("\0", "")
    return _SPACE.sub(" ", unicodedata.normalize("NFC", clean)).strip()


def without_half_characters(text: str) -> str:
    """Return a text that can be stored: unpaired surrogates, as a broken terminal types them, are replaced."""
    return _HALF_CHARACTERS.sub("\ufffd", text)


def json_text(content: bytes) -> str:
    """Return JSON from outside, ready for parsing: in UTF-8, UTF-16 or UTF-32, with unpaired surrogates replaced.

    Many programs cut a text in the middle of an emoji, and JSON can express such a surrogate, raw or as an escape. No
    database or file accepts it, so no code after this function has to expect one.

    Raises:
        ValueError: If it is in none of these encodings.
    """
    text = without_half_characters(content.decode(json.detect_encoding(content), "surrogatepass"))
    return _ESCAPE.sub(lambda found: "\\ufffd" if found[1] else found[0], text) if "\\u" in text else text


def word_spans(text: str) -> list[tuple[int, int]]:
    """Return the spans of the words of a text: 0-based, end-exclusive, in code points, in order."""
    return [match.span() for match in _WORD.finditer(text)]


def printed_words(text: str) -> list[str]:
    """Return the words of a text as printed, in order, without offsets, which is much faster than ``words``."""
    return _WORD.findall(text)


def find_all(text: str, part: str) -> list[int]:
    """Return the offsets at which a text has some words or letters, which may overlap."""
    found = []
    start = text.find(part)
    while start >= 0:
        found.append(start)
        start = text.find(part, start + 1)
    return found


def folded_words(text: str) -> list[str]:
    """Return the words of a text, each folded, in order: as many as ``printed_words`` returns."""
    return [fold(word) for word in printed_words(text)]


_LEVELLED = str.maketrans(
    {
        **dict.fromkeys('‘’‚‛′`´“”„‟«»″‹›"', "'"),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff", None),
        "…": "...",
        "ﬀ": "ff",
        "ﬁ": "fi",
        "ﬂ": "fl",
        "ﬃ": "ffi",
        "ﬄ": "ffl",
        "µ": "μ",
        "ş": "ș",
        "ţ": "ț",
        "Ş": "Ș",
        "Ţ": "Ț",
    }
)
_SOFT = "\u00ad"
_HYPHEN = re.compile(r"(?<=[^\W\d_])(?:-|\u00ad)\s*(?=[^\W\d_])")
_LOOSE_SPACE = re.compile(r"(?<!\w) | (?!\w)")


def normalise_typography(text: str) -> str:
    """Return a text without its typography, as a look-up key: equal texts have equal keys.

    Hyphens within words are omitted, as a hyphen may come from the end of a line; ``is_same_text`` compares them.
    """
    return _without_hyphens(_level(text))


def is_same_text(value: str, other: str) -> bool:
    """True if two texts differ at most in typography."""
    if value == other:
        return True
    first, second = _level(value), _level(other)
    if first == second:
        return True
    if _without_hyphens(first) != _without_hyphens(second):
        return False
    # Each hyphen of either text is in the other too, unless it may come from the end of a line.
    hyphens, others = _hyphens(first), _hyphens(second)
    return all({hyphens.get(place, ""), others.get(place, "")} != {"-", ""} for place in hyphens.keys() | others.keys())


def _level(text: str) -> str:
    return _SPACE.sub(" ", unicodedata.normalize("NFC", text).translate(_LEVELLED)).strip()


def _without_hyphens(text: str) -> str:
    joined = _HYPHEN.sub("", text).replace(_SOFT, "")
    return _LOOSE_SPACE.sub("", joined)


def _hyphens(text: str) -> dict[int, str]:
    """Return what joins two letters, by the number of characters before it: ``-``, or ``- `` at the end of a line."""
    found: dict[int, str] = {}
    letters = last = 0
    for match in _HYPHEN.finditer(text):
        letters += sum(not c.isspace() and c != _SOFT for c in text[last : match.start()])
        found[letters] = "-" if match[0] == "-" else "- "
        last = match.end()
    return found


_WHOLE_WORD, _BEGUN, _MISTYPED = 100.0, 80.0, 40.0
_FIRST_WORD, _PER_LETTER = 8.0, 0.1
_SHORTEST_MISTYPED = 4
"""Minimum number of letters of a word that may have one wrong."""
_WORD_OF_NAME = re.compile(r"\w+")


def match_name(typed: Sequence[str], name: str) -> float | None:
    """Return how well a name matches all of some words, all folded, higher is better; None if a word is missing."""
    words = _WORD_OF_NAME.findall(name)
    total = 0.0
    for word in typed:
        best = max((_likeness(word, other) + (0 if n else _FIRST_WORD) for n, other in enumerate(words)), default=0.0)
        if best <= _FIRST_WORD:
            return None
        total += best
    return total / max(len(typed), 1) - _PER_LETTER * len(name)


def _likeness(word: str, other: str) -> float:
    if other.startswith(word):
        return _WHOLE_WORD if len(other) == len(word) else _BEGUN
    if len(word) < _SHORTEST_MISTYPED or word[0] != other[0]:
        return 0.0
    from rapidfuzz.distance import OSA  # not before something is typed

    lengths = range(len(word) - 1, min(len(word) + 1, len(other)) + 1)
    return _MISTYPED if any(OSA.distance(word, other[:length], score_cutoff=1) <= 1 for length in lengths) else 0.0
