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
    text_words, wanted = Counter(folded_words(text)), Counter(folded_words(wording))
    if text_words and (text_words & wanted).total() >= _REWRITES * text_words.total():
        return wording
    sentence = text.rstrip()
    if sentence.endswith((".", ";")) and not wording.rstrip().endswith(sentence[-1]) and not wording[:1].isupper():
        return f"{sentence[:-1]} {wording.strip()}{sentence[-1]}"  # within the sentence
    return f"{sentence} {wording.strip()}".strip()


def count_wording(wording: str, texts: Iterable[str]) -> int:
    wanted = folded_words(wording)
    count = 0
    for words in map(folded_words, texts if wanted else ()):
        count += sum(words[n : n + len(wanted)] == wanted for n, word in enumerate(words) if word == wanted[0])
    return count


def missing_words(wording: str, text: str) -> str:
    """Return the words of a wording that a text lacks, in order; all of them if it lacks none."""
    text_words = set(folded_words(text))
    words = printed_words(wording)
    return " ".join([word for word in words if fold(word) not in text_words] or words)


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
    wanted = [fold(wording[start:end]) for start, end in word_spans(wording)]
    spans = list(word_spans(text))
    words = [fold(text[start:end]) for start, end in spans]
    counts = Counter(wanted)
    is_other = len(wanted) > 1 and wanted != words
    best: tuple[float, int, int] | None = None
    for first in [n for n, word in enumerate(words) if word == wanted[0]] if is_other else ():
        for last in range(first + 1, min(len(words), first + _WIDER * len(wanted) + 1)):
            if words[last] != wanted[-1]:
                continue
            shared = (Counter(words[first : last + 1]) & counts).total()
            share = 2 * shared / (len(wanted) + last + 1 - first)
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
    dots = [match.span() for match in _DOTS.finditer(text)]
    found: list[tuple[int, int]] = []
    opened: list[int] = []
    for offset, character in enumerate(text):
        if character not in "[]" or any(start <= offset < end for start, end in dots):
            continue
        if character == "[":
            opened.append(offset)
        elif opened:
            start = opened.pop()
            if not opened:
                found.append((start, offset + 1))
        else:
            found = [(0, offset + 1)]
    if opened:
        found = [span for span in found if span[1] <= opened[0]] + [(opened[0], len(text))]
    return tuple(found)


def put_in_brackets(text: str, start: int, end: int) -> str:
    """Return a text with some words put in square brackets, from start to end, without spaces at the ends."""
    inner = text[start:end].strip()
    offset = text.index(inner, start)
    return f"{text[:offset]}[{inner}]{text[offset + len(inner) :]}" if inner else text


def bracket_alternatives(text: str, other: str, start: int = 0, end: int | None = None) -> str:
    """Return a text with another wording beside it in square brackets wherever they differ.

    Only differences that touch the span from start to end are included. Bracketed text is not bracketed again: a third
    alternative is added beside two.
    """
    end = len(text) if end is None else end
    parts: list[str] = []
    offset, old_words, new_words = 0, "", ""
    for change, words in (*diff_words(text, other), (WordChange.EQUAL, "")):
        if change is WordChange.DELETE:
            old_words += words
        elif change is WordChange.INSERT:
            new_words += words
        else:
            if old_words or new_words:
                touches = offset <= end and start <= offset + len(old_words)
                parts.append(_in_brackets(old_words, new_words) if touches else old_words)
            offset += len(old_words) + len(words)
            old_words = new_words = ""
            parts.append(words)
    return "".join(parts)


def _in_brackets(old: str, new: str) -> str:
    shown = old if old.strip() else new
    inner = shown.strip()
    before, after = shown[: shown.index(inner)], shown[shown.index(inner) + len(inner) :]
    values = [value.strip() for value in (old, new) if value.strip()]
    bracketed = " ".join(value if value[0] == "[" and value[-1] == "]" else f"[{value}]" for value in values)
    return f"{before}{bracketed}{after}" if bracketed else shown
