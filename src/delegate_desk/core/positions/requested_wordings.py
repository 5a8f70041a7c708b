"""Requested wordings: where they would go in a text, and whether a text contains them."""

import re
from collections import Counter
from collections.abc import Iterable

from delegate_desk.core.annotations.annotation import Quote, reanchor_quote
from delegate_desk.core.meetings.capture_vocabulary import fold_in_place, hide_quoted
from delegate_desk.core.text import fold, folded_words, printed_words, word_spans
from delegate_desk.core.word_diff import WordChange, diff_words

_REWRITES = 0.5
"""Minimum share of a text's words for a wording to replace it instead of being added."""
_TELLING = 3
"""Minimum number of words of a distinctive wording: a noun with its attributes occurs in many places."""


def quoted_wordings(text: str) -> tuple[str, ...]:
    found = hide_quoted(text, fold_in_place(text))[1]
    return found or ((text.strip(),) if text.strip() else ())


def apply_wording(wording: str, text: str, quote: Quote | None = None) -> str:
    place = reanchor_quote(quote, text) if quote else None
    if place:
        return text[: place.start] + wording + text[place.end :]
    there, here = Counter(folded_words(text)), Counter(folded_words(wording))
    if there and (there & here).total() >= _REWRITES * there.total():
        return wording
    ends = text.rstrip()
    if ends.endswith((".", ";")) and not wording.rstrip().endswith(ends[-1]) and not wording[:1].isupper():
        return f"{ends[:-1]} {wording.strip()}{ends[-1]}"  # within the sentence
    return f"{ends} {wording.strip()}".strip()


def count_wording(wording: str, texts: Iterable[str]) -> int:
    sought = folded_words(wording)
    count = 0
    for words in map(folded_words, texts if sought else ()):
        count += sum(words[n : n + len(sought)] == sought for n, word in enumerate(words) if word == sought[0])
    return count


def missing_words(wording: str, text: str) -> str:
    """Return the words of a wording that a text lacks, in order; all of them if it lacks none."""
    there = set(folded_words(text))
    words = printed_words(wording)
    return " ".join([word for word in words if fold(word) not in there] or words)


def is_distinctive(wording: str) -> bool:
    """True if a wording has enough words to be recognised anywhere."""
    return len(folded_words(wording)) >= _TELLING


_WIDER = 2
"""Maximum length of the replaced passage, as a multiple of the wording's length."""


def insert_wording(wording: str, text: str) -> str:
    """Return a text with a wording inserted.

    ``quiet and fair hours`` in "Ports set quiet hours for ships." replaces ``quiet hours``. A wording that shares no
    such words with the text is added to it, or replaces it if it says the same.
    """
    asked = [fold(wording[start:end]) for start, end in word_spans(wording)]
    spans = list(word_spans(text))
    there = [fold(text[start:end]) for start, end in spans]
    wanted = Counter(asked)
    is_other = len(asked) > 1 and asked != there
    best: tuple[float, int, int] | None = None
    for first in [n for n, word in enumerate(there) if word == asked[0]] if is_other else ():
        for last in range(first + 1, min(len(there), first + _WIDER * len(asked) + 1)):
            if there[last] != asked[-1]:
                continue
            shared = (Counter(there[first : last + 1]) & wanted).total()
            share = 2 * shared / (len(asked) + last + 1 - first)
            if best is None or share > best[0]:
                best = (share, first, last)
    if best is None:  # the ends of the wording are not in the text
        return apply_wording(wording, text)
    return text[: spans[best[1]][0]] + wording.strip(" .;,") + text[spans[best[2]][1] :]


_DOTS = re.compile(r"\[\s?(?:…|\.{2,3})\s?\]")
"""Dots alone in brackets, which stand for omitted words."""


def bracketed_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Spans in square brackets, including the brackets: 0-based, end-exclusive, outermost, in order.

    A bracket that is closed or opened in another unit extends to the beginning or the end of this unit.
    """
    left_out = [match.span() for match in _DOTS.finditer(text)]
    found: list[tuple[int, int]] = []
    opened: list[int] = []
    for at, character in enumerate(text):
        if character not in "[]" or any(start <= at < end for start, end in left_out):
            continue
        if character == "[":
            opened.append(at)
        elif opened:
            start = opened.pop()
            if not opened:
                found.append((start, at + 1))
        else:
            found = [(0, at + 1)]
    if opened:
        found = [stretch for stretch in found if stretch[1] <= opened[0]] + [(opened[0], len(text))]
    return tuple(found)


def put_in_brackets(text: str, start: int, end: int) -> str:
    """Return a text with some words put in square brackets, from start to end, without spaces at the ends."""
    bare = text[start:end].strip()
    at = text.index(bare, start)
    return f"{text[:at]}[{bare}]{text[at + len(bare) :]}" if bare else text


def bracket_alternatives(text: str, other: str, start: int = 0, end: int | None = None) -> str:
    """Return a text with another wording beside it in square brackets wherever they differ.

    Only differences that touch the span from start to end are included. Bracketed text is not bracketed again: a third
    alternative is added beside two.
    """
    end = len(text) if end is None else end
    made: list[str] = []
    at, ours, theirs = 0, "", ""
    for change, words in (*diff_words(text, other), (WordChange.EQUAL, "")):
        if change is WordChange.DELETE:
            ours += words
        elif change is WordChange.INSERT:
            theirs += words
        else:
            if ours or theirs:
                touches = at <= end and start <= at + len(ours)
                made.append(_beside(ours, theirs) if touches else ours)
            at += len(ours) + len(words)
            ours = theirs = ""
            made.append(words)
    return "".join(made)


def _beside(ours: str, theirs: str) -> str:
    shown = ours if ours.strip() else theirs
    bare = shown.strip()
    before, behind = shown[: shown.index(bare)], shown[shown.index(bare) + len(bare) :]
    values = [value.strip() for value in (ours, theirs) if value.strip()]
    both = " ".join(value if value[0] == "[" and value[-1] == "]" else f"[{value}]" for value in values)
    return f"{before}{both}{behind}" if both else shown
