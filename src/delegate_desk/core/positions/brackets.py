"""Square brackets around what is not agreed, and alternatives beside each other in them."""

import re

from delegate_desk.core.word_diff import WordChange, diff_words

_DOTS = re.compile(r"\[\s?(?:…|\.{2,3})\s?\]")
"""Dots alone in brackets stand for words left out."""


def bracketed_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Spans in square brackets, including the brackets: 0-based, end-exclusive, outermost, in order.

    A bracket that is closed or opened in another unit runs from the beginning or to the end of this unit.
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
    """A text with some of its words in square brackets, from start to end; spaces at their ends stay outside."""
    return f"{text[:start]}{_in_brackets(text[start:end])}{text[end:]}"


def bracket_alternatives(text: str, other: str, start: int = 0, end: int | None = None) -> str:
    """A text where it and another wording stand beside each other in square brackets, wherever they differ.

    Only differences that touch the text from start to end are taken. What stands in brackets already is not put into
    brackets again: a third alternative stands beside two.
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
    both = " ".join(
        f"[{one.strip()}]" if not _is_bracketed(one) else one.strip() for one in (ours, theirs) if one.strip()
    )
    return f"{before}{both}{behind}" if both else shown


def _in_brackets(words: str) -> str:
    bare = words.strip()
    if not bare:
        return words
    at = words.index(bare)
    return f"{words[:at]}[{bare}]{words[at + len(bare) :]}"


def _is_bracketed(words: str) -> bool:
    bare = words.strip()
    return bare.startswith("[") and bare.endswith("]")
