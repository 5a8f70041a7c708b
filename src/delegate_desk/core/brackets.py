"""Square brackets: what stands in them is not agreed."""

import re

_DOTS = re.compile(r"\[\s?(?:…|\.{2,3})\s?\]")
"""Dots alone in brackets stand for words left out."""


def not_agreed(text: str) -> tuple[tuple[int, int], ...]:
    """The stretches in square brackets, brackets and all: 0-based, end-exclusive, outermost, in order.

    A bracket that is closed or opened in another unit runs from the beginning or to the end of this one.
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
