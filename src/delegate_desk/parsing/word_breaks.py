"""Words that the end of a line divides, told from those that bear a hyphen: the words of the text are the evidence."""

import re
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

HYPHENS = ("\u0002", "\u00ad", "-", "\u2010")
"""Characters that end a line within a word; PDFium has U+0002 where it takes a hyphen for a divided word."""
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LAST_PART = re.compile(r"[^\W\d_]+$")
_FIRST_PART = re.compile(r"[^\W\d_]+")
_OFTEN = 0.04  # of all lines: how many end in a hyphen where a program divides words
_LONGEST = 80  # letters of a word
_JOINING = frozenset(
    "and or und oder bzw ou et e o y och eller og en of ja tai i a oraz lub nebo alebo ali in és vagy και ή и или "
    "ir vai ar või sau și u jew agus nó bis to".split()
)
"""Words behind a hyphen that stands for a part left out: ``long- and short-term``."""


class WordBreaks:
    """Frequency of each word in a text, whole or with a hyphen inside, and whether lines divide words in it.

    Args:
        lines: Those of the text, an empty one where nothing goes on.
    """

    def __init__(self, lines: Iterable[str]) -> None:
        self._words: Counter[str] = Counter()
        divided: list[tuple[str, str]] = []
        seen, after_hyphen = 0, False
        for line, following in pairwise([*lines, ""]):
            words = [word.casefold() for word in _WORD.findall(line)]
            at_hyphen = line.endswith(HYPHENS) and bool(following)
            self._words.update(words[after_hyphen : len(words) - at_hyphen])
            if at_hyphen and (parts := _parts(line, following)):
                divided.append(parts)
            seen, after_hyphen = seen + bool(line), at_hyphen
        whole = sum(bool(self._words["".join(parts)]) for parts in divided)
        stored = sum(bool(self._words["-".join(parts)]) for parts in divided)
        self._divides = whole > stored or (whole == stored and len(divided) > _OFTEN * seen)

    def join(self, above: str, below: str) -> str:
        parts = _parts(above, below) if above.endswith(HYPHENS) and below[:1].islower() else None
        if parts is None or (parts[1] in _JOINING and not self._words["".join(parts)]):
            return f"{above}\n{below}"
        return f"{above[:-1]}{below}" if self.is_broken(above, below) else f"{above[:-1]}-{below}"

    def is_broken(self, above: str, below: str) -> bool:
        """True if the hyphen at a line's end was put there by the line's end."""
        parts = _parts(above, below)
        if parts is None or above.endswith("\u00ad"):
            return parts is not None
        whole, stored = self._words["".join(parts)], self._words["-".join(parts)]
        if whole != stored:
            return whole > stored
        if below[:1].isupper() and not (below[1:2].isupper() and above[-2:-1].isupper()):
            return False
        known = [bool(self._words[part]) for part in parts]
        return self._divides if any(known) and not all(known) else not any(known)


def _parts(above: str, below: str) -> tuple[str, str] | None:
    last = _LAST_PART.search(above[-_LONGEST:].rstrip("".join(HYPHENS)))
    first = _FIRST_PART.match(below[:_LONGEST])
    return (last[0].casefold(), first[0].casefold()) if last and first else None
