"""Finding words quoted again in a paragraph that was reworded: those very words, or none."""

from delegate_desk.core.anchoring import letters, quote_at, refit
from delegate_desk.core.annotations import Quote
from delegate_desk.core.text import words
from delegate_desk.core.words import Change, Words, compare

_MANY = 4  # words: as many stand nowhere else by chance
_LEVEL = str.maketrans(
    {
        **dict.fromkeys("\u00a0\u2007\u2009\u202f", " "),
        **dict.fromkeys("‘’‚‛′`´", "'"),
        **dict.fromkeys("“”„‟«»″", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
    }
)
"""Letter for letter, so that places stay."""


def requote(quote: Quote, old: str, new: str, *, same: bool = False) -> Quote | None:
    """The words quoted where they stand in a later wording of their paragraph; None where they do not.

    Quotation marks, dashes and spaces may differ, and nothing else.

    Args:
        quote: What was quoted from the old wording.
        old: The old wording.
        new: The new one.
        same: True if both say the same, so that what differs between them, such as the number of an article that was
            renumbered, is no other word.
    """
    before, after = old.translate(_LEVEL), new.translate(_LEVEL)
    exact = quote.exact.translate(_LEVEL)
    start = _stood(quote, exact, before)
    if start is None:
        return None
    if letters(old) == letters(new):  # hyphens at the ends of lines come and go
        return refit(quote, new)
    end = start + len(exact)
    runs = compare(before, after)
    place = _kept(runs, start, end) or (_between(runs, start, end) if same else None) or _moved(exact, before, after)
    return quote_at(new, *place) if place else None


def _stood(quote: Quote, exact: str, text: str) -> int | None:
    """Where the words quoted begin in the old wording; None where they are not, or could be in two places."""
    if not exact.strip():
        return None
    if text[quote.start : quote.end] == exact:
        return quote.start
    return text.find(exact) if text.count(exact) == 1 else None


def _kept(runs: Words, start: int, end: int) -> tuple[int, int] | None:
    """Where a stretch of the old wording stands in the new one, if all of it was kept and nothing put into it."""
    old = new = 0
    for change, text in runs:
        if change is Change.EQUAL and old <= start and end <= old + len(text):
            return new + start - old, new + end - old
        old += len(text) if change is not Change.INSERT else 0
        new += len(text) if change is not Change.DELETE else 0
    return None


def _between(runs: Words, start: int, end: int) -> tuple[int, int] | None:
    """Where a stretch stands in a wording that says the same, if both its ends were kept, or what stands around it."""
    old = new = 0
    begins = ends = None
    for change, text in runs:
        if change is Change.EQUAL:
            if begins is None and old <= start <= old + len(text):
                begins = new + start - old
            if old <= end <= old + len(text) and ends is None:
                ends = new + end - old
        old += len(text) if change is not Change.INSERT else 0
        new += len(text) if change is not Change.DELETE else 0
    return (begins, ends) if begins is not None and ends is not None and begins < ends else None


def _moved(exact: str, before: str, after: str) -> tuple[int, int] | None:
    """Where words stand that went elsewhere in their paragraph: so many that they are no others, and once in each."""
    if len(words(exact)) < _MANY or before.count(exact) != 1 or after.count(exact) != 1:
        return None
    start = after.find(exact)
    return start, start + len(exact)
