"""Labels of a header that line breaks or columns divided, put together again."""

import re
from collections.abc import Sequence
from dataclasses import replace

from delegate_desk.parsing.header import field_labels
from delegate_desk.parsing.header.lines import HeaderLine

_LONGEST_REST = 40
_LINES = 3
_LONGEST = 2_000  # characters; a file whose text is one line has nothing to put together
_APART = 5  # lines from the beginning of a label to its end, where values stand between them


def join(lines: Sequence[HeaderLine], within: int) -> list[HeaderLine]:
    """The lines with their broken labels whole, each where its first piece stands."""
    found: list[HeaderLine] = []
    lines = _split_swallowed_labels(lines, within)
    n = 0
    while n < len(lines):
        taken, made = _join_label(lines, n) if n < within else (1, [lines[n]])
        found.extend(made)
        n += taken
    return found


def _split_swallowed_labels(lines: Sequence[HeaderLine], within: int) -> list[HeaderLine]:
    """The lines, a broken label apart where it was taken for more of the value above it."""
    found = list(lines)
    for n in range(min(within, len(lines)) - 1, -1, -1):
        following = [line.text for line in lines[n + 1 : n + _APART]]
        while pieces := _around(found[n].text) or _split_labels(found[n].text, following):
            found[n : n + 1] = [replace(lines[n], text=pieces[0]), replace(lines[n], text=pieces[1], first=False)]
            following = [pieces[1]]
    return [line for line in found if line.text]


def _split_labels(text: str, following: Sequence[str]) -> tuple[str, str] | None:
    """A line in two where a label begins in it that a line below ends."""
    if len(text) > _LONGEST or not field_labels.begins(text):
        return None
    starts = [start for rest in following for start, _, _ in _endings(rest)]
    at = field_labels.find_begun_piece(starts, text)
    return None if at is None else (text[: at - 1], text[at:])


def _around(text: str) -> tuple[str, str] | None:
    """A line in two where it ends in the end of a label, with its value before it and its beginning before that."""
    words = text.split(" ")
    own = field_labels.at_start(text)
    if len(text) > _LONGEST or not text.endswith(":") or len(words) < _LINES or (own and own.end == len(text)):
        return None
    found: list[tuple[int, int, str]] = []
    for n in range(len(words) - 1, max(0, len(words) - _LINES), -1):
        for start, label, _ in _endings(" ".join(words[n:])):
            for m in range(n):
                piece = " ".join(words[m:n])
                end = field_labels.piece_end(start, piece)
                if end is not None:
                    found.append((m, m + len(start.split(" ")), f"{label}: {piece[end:].strip()}"))
    if not found:
        return None
    last, *others = sorted(found, reverse=True)
    at, _, line = next((other for other in reversed(others) if other[1] > last[0]), last)
    return " ".join(words[:at]), line


def _endings(text: str) -> list[tuple[str, str, str]]:
    """Label endings possible at a line: the beginning before the line, the full label, and the value after it."""
    colons = [match.start() for match in re.finditer(":", text[:_LONGEST_REST])]
    return [
        (start, label, text[colon + 1 :])
        for colon in reversed(colons)
        for start, label in field_labels.ending_with(text[:colon])
    ]


def _join_label(lines: Sequence[HeaderLine], n: int) -> tuple[int, list[HeaderLine]]:
    """Return the number of lines from ``n`` on that hold a broken label, and the lines made of them; else the first.

    Values between its pieces, on lines of their own, stay after it: a label above may be waiting for them too.
    """
    if field_labels.begins(lines[n].text):
        return 1, [lines[n]]
    for last in range(n + 1, min(n + _LINES, len(lines))):
        for start, label, value in _endings(lines[last].text):
            values = _values([line.text for line in lines[n:last]], start)
            if values is not None:
                text = " ".join(f"{label}: {' '.join((*values, value))}".split())
                return last - n + 1, [replace(lines[n], text=text)]
    for last in range(n + 2, min(n + _APART, len(lines))):
        if field_labels.begins(lines[last - 1].text):
            break
        for start, label, value in _endings(lines[last].text):
            if field_labels.piece_end(start, lines[n].text) == len(lines[n].text):
                rest = [replace(lines[last], text=value.strip())] if value.strip() else []
                return last - n + 1, [replace(lines[n], text=f"{label}:"), *lines[n + 1 : last], *rest]
    return 1, [lines[n]]


def _values(lines: Sequence[str], label: str) -> list[str] | None:
    """Return the text next to the pieces of a label's beginning; None if the lines do not begin with them."""
    first, *others = lines
    if not others:
        at = field_labels.piece_end(label, first)
        return None if at is None else [first[at:].strip()]
    words = label.split(" ")
    for n in range(1, len(words)):
        above = field_labels.piece_end(" ".join(words[:n]), first)
        below = _values(others, " ".join(words[n:])) if above is not None else None
        if above is not None and below is not None:
            return [first[above:].strip(), *below]
    return None
