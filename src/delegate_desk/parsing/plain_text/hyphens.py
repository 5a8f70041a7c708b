"""Words that the end of a line divides, told from those that bear a hyphen: the words of the text are the evidence."""

import re
from collections import Counter
from collections.abc import Iterable

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_BEFORE = re.compile(r"[^\W\d_]+-$")
_LAST_PART = re.compile(r"([^\W\d_]+)(?:-|\u2010|\u00ad)$")
_FIRST_PART = re.compile(r"[^\W\d_]+")
_OFTEN = 0.04  # of all lines
_LONGEST = 80  # letters of a word
_JOINING = frozenset(
    "and or und oder bzw et ou e o y och eller og en of ja tai i a oraz lub nebo alebo ali in és vagy και ή и или "
    "ir vai ar või sau și u jew agus nó bis to".split()
)
"""Words behind a hyphen that stands for a part left out: ``long- and short-term``."""


class WordBreaks:
    """Frequency of each word in a text, whole or with a hyphen inside, and whether lines divide words in it."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._words: Counter[str] = Counter()
        divided: list[tuple[str, str]] = []
        seen, above = 0, ""
        for line in lines:
            words = [word.casefold() for word in _WORD.findall(line)]
            parts = _parts(above, line)
            if parts:
                divided.append(parts)
            self._words.update(words[bool(parts) : len(words) - bool(_BEFORE.search(line[-_LONGEST:]))])
            seen, above = seen + 1, line
        whole = sum(bool(self._words["".join(parts)]) for parts in divided)
        kept = sum(bool(self._words["-".join(parts)]) for parts in divided)
        self._divides = whole > kept or (whole == kept and len(divided) > _OFTEN * seen)

    def join(self, above: str, below: str) -> str:
        """Two lines of one paragraph as one."""
        parts = _parts(above, below)
        if parts is None or (parts[1] in _JOINING and not self._words["".join(parts)]):
            return f"{above}\n{below}"
        broken = above.endswith("\u00ad") or self._is_broken(*parts)
        return f"{above[:-1]}{below}" if broken else f"{above[:-1]}-{below}"

    def _is_broken(self, first: str, second: str) -> bool:
        whole, kept = self._words[first + second], self._words[f"{first}-{second}"]
        if whole != kept:
            return whole > kept
        known = [bool(self._words[part]) for part in (first, second)]
        return self._divides if any(known) and not all(known) else not any(known)


def _parts(above: str, below: str) -> tuple[str, str] | None:
    """The two parts of a word around the end of a line, in small letters."""
    last, first = _LAST_PART.search(above[-_LONGEST:]), _FIRST_PART.match(below[:_LONGEST])
    if not last or not first or not first[0][0].islower():
        return None
    return last[1].casefold(), first[0].casefold()
