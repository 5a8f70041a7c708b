"""Where a wording quoted in passing stands in a text: in the place of the words that it begins and ends with."""

from collections import Counter

from delegate_desk.core.text import fold, words
from delegate_desk.core.wordings import applied

_WIDER = 2
"""What stands between the words that a wording begins and ends with is at most so many times as long."""


def set_into(wording: str, text: str) -> str:
    """A text as it would be with a wording in it.

    ``quiet and fair hours`` in "Ports set quiet hours for ships." stands in the place of ``quiet hours``. A wording
    that shares no such words with the text is added to it, or replaces it where it says the same.
    """
    asked = [fold(wording[start:end]) for start, end in words(wording)]
    spans = list(words(text))
    there = [fold(text[start:end]) for start, end in spans]
    found = _place(asked, there)
    if found is None:
        return applied(wording, text)
    return text[: spans[found[0]][0]] + wording.strip(" .;,") + text[spans[found[1]][1] :]


def _place(asked: list[str], there: list[str]) -> tuple[int, int] | None:
    """The first and the last word of what a wording replaces; None where it begins or ends with others."""
    best: tuple[float, int, int] | None = None
    if len(asked) < 2 or asked == there:
        return None
    wanted = Counter(asked)
    for first in (n for n, word in enumerate(there) if word == asked[0]):
        for last in range(first + 1, min(len(there), first + _WIDER * len(asked) + 1)):
            if there[last] != asked[-1]:
                continue
            shared = (Counter(there[first : last + 1]) & wanted).total()
            share = 2 * shared / (len(asked) + last + 1 - first)
            if best is None or share > best[0]:
                best = (share, first, last)
    return None if best is None else best[1:]
