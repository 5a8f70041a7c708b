"""What a text shows in every language alike: its numbers, the points it names, names in Latin letters, its length."""

import re
from collections import Counter
from dataclasses import dataclass

from delegate_desk.core.addresses import letter_number, roman_numeral
from delegate_desk.core.text import fold

_DATE = re.compile(r"(?<![\d.])(\d{1,2})[./]\s?(\d{1,2})[./]\s?(\d{4})(?!\d)")
_YEAR_FIRST = re.compile(r"(?<![\d./])(\d{4})[./-]\s?(\d{1,2})[./-]\s?(\d{1,2})(?![\d/])")
_GROUPED = re.compile(r"(?<![\d/])\d{1,3}(?:[ \u00a0\u202f.,]\d{3})+(?![\d/])")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_POINT = re.compile(r"(?<![^\W\d_])([^\W\d_]{1,4})\)")
_WORD = re.compile(r"[^\W\d_][^\W_]{2,}")
_LETTERS = re.compile(r"[^\W\d_]")
_INTRODUCES = (":", "·", "—", "–")
_LATIN = 0x250  # the first code point behind the Latin letters that Europe prints


@dataclass(frozen=True, slots=True)
class Signs:
    """What of a text can be compared with its like in another language.

    Attributes:
        numbers: As digits alone, for a thousand is printed ``1 000``, ``1,000`` and ``1.000``; of a date that is
            printed in digits without the month, which others name.
        points: The points that are named, such as 1 for ``(a)`` and ``α)``.
        names: Words in Latin letters, folded: those of a language with letters of its own that stand in Latin ones are
            names; between two languages with Latin letters some words are the same.
        length: In letters and digits.
        introduces: True if it ends in a colon.
        calls: How many footnotes it calls.
    """

    numbers: Counter[str]
    points: Counter[int]
    names: frozenset[str]
    length: int
    introduces: bool
    calls: int

    def tokens(self) -> frozenset[str]:
        """Its numbers and points, for a look at which texts have them."""
        return frozenset(self.numbers) | {f"({point})" for point in self.points}


def signs(text: str, calls: int = 0) -> Signs:
    """What a text shows in every language alike."""
    rest = _YEAR_FIRST.sub(r"\3 \1", _DATE.sub(r"\1 \3", text))
    numbers = Counter(re.sub(r"\D", "", match) for match in _GROUPED.findall(rest))
    numbers.update(re.sub(r"\D", "", match) for match in _NUMBER.findall(_GROUPED.sub(" ", rest)))
    points = Counter(p for word in _POINT.findall(text) if (p := _point(word)))
    names = frozenset(fold(word) for word in _WORD.findall(text) if ord(max(word)) < _LATIN)
    length = sum(character.isalnum() for character in text)
    return Signs(numbers, points, names, length, text.rstrip().endswith(_INTRODUCES), calls)


def _point(letters: str) -> int | None:
    """The number of a point; letters that are a roman numeral beyond ``i`` and ``v`` count as one."""
    number = roman_numeral(letters) if len(letters) > 1 else None
    return number or (letter_number(letters) if len(letters) <= 2 else None)
