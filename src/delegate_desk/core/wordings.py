"""Wordings that were asked for in passing: where they would stand in a text, and whether a text has them."""

from collections import Counter
from collections.abc import Iterable

from delegate_desk.core.anchoring import refit
from delegate_desk.core.annotations import Quote
from delegate_desk.core.capture_quotes import hide_quoted
from delegate_desk.core.capture_words import level
from delegate_desk.core.text import fold, folded_words, printed_words

_REWRITES = 0.5
"""A wording with this share of a text's words stands in its place; another one is added to it."""
_TELLING = 3
"""A noun with what belongs to it is met in many places."""


def quoted(text: str) -> tuple[str, ...]:
    """The wordings in a remark: the words in quotation marks, or all of it where there are none."""
    found = hide_quoted(text, level(text))[1]
    return found or ((text.strip(),) if text.strip() else ())


def applied(wording: str, text: str, quote: Quote | None = None) -> str:
    """A text as it would be with a wording in it: in the place of the words quoted, of all of it, or at its end."""
    place = refit(quote, text) if quote else None
    if place:
        return text[: place.start] + wording + text[place.end :]
    there, here = Counter(folded_words(text)), Counter(folded_words(wording))
    if there and (there & here).total() >= _REWRITES * there.total():
        return wording
    ends = text.rstrip()
    if ends.endswith((".", ";")) and not wording.rstrip().endswith(ends[-1]) and not wording[:1].isupper():
        return f"{ends[:-1]} {wording.strip()}{ends[-1]}"  # within the sentence
    return f"{ends} {wording.strip()}".strip()


def times(wording: str, texts: Iterable[str]) -> int:
    """How many times some texts have a wording: its words in a row, however printed."""
    sought = folded_words(wording)
    return sum(_times(sought, folded_words(text)) for text in texts) if sought else 0


def lacking(wording: str, text: str) -> str:
    """The words of a wording that a text has not, in order: what it would bring; all of them if it has each."""
    there = set(folded_words(text))
    words = printed_words(wording)
    return " ".join([word for word in words if fold(word) not in there] or words)


def is_telling(wording: str) -> bool:
    """True if a wording has so many words that it is known wherever it stands."""
    return len(folded_words(wording)) >= _TELLING


def _times(sought: list[str], words: list[str]) -> int:
    first, length = sought[0], len(sought)
    return sum(word == first and words[n : n + length] == sought for n, word in enumerate(words))
