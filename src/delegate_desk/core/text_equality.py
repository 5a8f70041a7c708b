"""Equality of texts: typographic choices do not make a different provision, a comma does.

Quotes and dashes of any shape, spaces of any width, ligatures, soft hyphens and words broken at a line's
end are set aside. Words, their accents, capitals, figures and all other signs count.
"""

import re
import unicodedata

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
_SPACE = re.compile(r"\s+")
_LOOSE_SPACE = re.compile(r"(?<!\w) | (?!\w)")


def normalise_typography(text: str) -> str:
    """Return a text without its typography, as a look-up key: equal texts have equal keys.

    Hyphens within words are left out, as a hyphen may come from a line's end; ``same`` looks closer.
    """
    return _without_hyphens(_level(text))


def is_same_text(value: str, other: str) -> bool:
    """True if two texts differ in their typography at most."""
    if value == other:
        return True
    first, second = _level(value), _level(other)
    if first == second:
        return True
    return _without_hyphens(first) == _without_hyphens(second) and _hyphens_agree(first, second)


def _level(text: str) -> str:
    return _SPACE.sub(" ", unicodedata.normalize("NFC", text).translate(_LEVELLED)).strip()


def _without_hyphens(text: str) -> str:
    bare = _HYPHEN.sub("", text).replace(_SOFT, "")
    return _LOOSE_SPACE.sub("", bare)


def _hyphens_agree(value: str, other: str) -> bool:
    """True if at each hyphen of either text the other has it too, unless one of them may be a line's end."""
    first, second = _hyphens(value), _hyphens(other)
    for place in first.keys() | second.keys():
        marks = {first.get(place, ""), second.get(place, "")}
        if marks == {"-", ""}:
            return False
    return True


def _hyphens(text: str) -> dict[int, str]:
    """By the number of letters and signs before it, what joins two letters: ``-``, or ``- `` for a line's end."""
    found: dict[int, str] = {}
    letters = last = 0
    for match in _HYPHEN.finditer(text):
        letters += sum(not c.isspace() and c != _SOFT for c in text[last : match.start()])
        found[letters] = "-" if match[0] == "-" else "- "
        last = match.end()
    return found
