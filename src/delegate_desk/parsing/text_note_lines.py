"""The lines of footnotes in plain text, in the order of print: a copy may put numbers on lines of their own."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from delegate_desk.parsing import labels, text_lines
from delegate_desk.parsing.text_lines import Line

NUMBER = re.compile(r"[1-9]\d{0,2}")
STOPS = (",", ".", ";", ":", ")")
_FULL = 0.85  # of the width
_NEARLY = 0.6  # of it, where a long word followed


def in_order(lines: Sequence[Line], width: int) -> list[Line]:
    """Lines with raised numbers back in their sentences, and each note's number before its text."""
    return list(_paired(_lowered(lines), width))


def _lowered(lines: Sequence[Line]) -> list[Line]:
    """Lines with raised numbers that a copy put on lines of their own back in their sentences: ``2``, ``, of``."""
    found: list[Line] = []
    for n, line in enumerate(lines):
        below = lines[n + 1] if n + 1 < len(lines) else None
        raised = NUMBER.fullmatch(line.text) and not line.gap
        if found and raised and below and not below.gap and below.text[:1] in STOPS:
            found[-1] = replace(found[-1], text=f"{found[-1].text}{line.text}")
            continue
        if found and n and NUMBER.fullmatch(lines[n - 1].text) and line.text[:1] in STOPS and not line.gap:
            found[-1] = replace(found[-1], text=f"{found[-1].text}{line.text}")
            continue
        found.append(line)
    return found


def _paired(lines: Sequence[Line], width: int) -> Iterator[Line]:
    """Lines with numbers that a copy put above the notes of a page, all of them first, before the note of each."""
    at = 0
    while at < len(lines):
        numbers = _numbers_from(lines, at)
        texts = _notes_from(lines, at + len(numbers), width, len(numbers)) if len(numbers) > 1 else []
        if not texts:
            run = max(len(numbers), 1)
            yield from lines[at : at + run]
            at += run
            continue
        for number, text in zip(numbers, texts, strict=True):
            yield replace(number, text=f"{number.text} {text[0].text}")
            yield from text[1:]
        at += len(numbers) + sum(map(len, texts))


def _numbers_from(lines: Sequence[Line], at: int) -> list[Line]:
    """The lines from one on that are numbers alone, each by one higher."""
    found: list[Line] = []
    for n in range(at, len(lines)):
        line = lines[n]
        expected = int(found[-1].text) + 1 if found else None
        if not NUMBER.fullmatch(line.text) or (expected and int(line.text) != expected) or (found and line.turned):
            break
        found.append(line)
    return found


def _notes_from(lines: Sequence[Line], at: int, width: int, many: int) -> list[list[Line]]:
    """The lines from one on up to the page's end, those of each note together; none where there are not so many."""
    for most in (width, 0):  # a full line that ends a sentence may end a note
        found: list[list[Line]] = []
        for n in range(at, len(lines)):
            line = lines[n]
            if line.turned or NUMBER.fullmatch(line.text):
                break
            above = found[-1][-1].text if found else ""
            ends = above.endswith(text_lines.ENDED) and not most
            if found and not line.gap and width and not ends and goes_on(above, line.text, width):
                found[-1].append(line)
            else:
                found.append([line])
        if len(found) == many:
            return found
    return []


def goes_on(above: str, below: str, width: int) -> bool:
    """True if a line goes on a note; one that begins with a letter and a stop may, behind a comma: ``p. 1``."""
    if not any(c.isalnum() for c in below) or (
        labels.read(below) and not (above.endswith(",") or _is_full(above, width))
    ):
        return False
    if above.endswith(text_lines.ENDED):
        return len(above) >= _FULL * width
    return below[:1].islower() or above.endswith(",") or len(above) >= _NEARLY * width


def _is_full(line: str, width: int) -> bool:
    """True for a full line that ends no sentence: a number below it is no label."""
    return bool(width) and not line.endswith(text_lines.ENDED) and len(line) >= _FULL * width
