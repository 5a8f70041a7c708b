"""The parts of a wording as it is drafted: how they are cut, joined, and divided at what did not change."""

import re
from collections.abc import Iterable, Sequence

from delegate_desk.core.word_diff import Change

Part = tuple[Change, str]
_LETTERS = {Change.EQUAL: "=", Change.INSERT: "+", Change.DELETE: "-"}
_SENTENCE = re.compile(r"[.;:!?…·][\"'”’»)\]]*\s+")
_END = re.compile(r"[.;:!?…·][\"'”’»)\]]*$")
_SPACE = re.compile(r"\s+")
_LONG = 120
_MARGIN = 60
"""Within a sentence it is divided where so many characters did not change, so many of them left to what is compared."""


def of_source(parts: Iterable[Part]) -> str:
    """What of the parts stands in the source."""
    return "".join(text for change, text in parts if change is not Change.INSERT)


def of_proposal(parts: Iterable[Part]) -> str:
    """What of the parts stands in the proposal."""
    return "".join(text for change, text in parts if change is not Change.DELETE)


def text_of(parts: Iterable[Part]) -> str:
    """All of it, as it stands on the screen."""
    return "".join(text for _, text in parts)


def letters(parts: Iterable[Part]) -> str:
    """A letter for each character: how it is marked."""
    return "".join(_LETTERS[change] * len(text) for change, text in parts)


def cut(parts: Sequence[Part], at: int) -> tuple[list[Part], list[Part]]:
    """Parts before and after a place."""
    for n, (change, text) in enumerate(parts):
        if at < len(text):
            head = [(change, text[:at])] if at > 0 else []
            return [*parts[:n], *head], [(change, text[max(at, 0) :]), *parts[n + 1 :]]
        at -= len(text)
    return list(parts), []


def cut_end(parts: Sequence[Part], length: int) -> list[Part]:
    """The last of the parts, up to a length."""
    return cut(parts, len(text_of(parts)) - length)[1] if length > 0 else []


def joined(parts: Iterable[Part]) -> list[Part]:
    """Parts that follow each other and are alike, as one; none is empty."""
    made: list[Part] = []
    for change, text in parts:
        if made and made[-1][0] is change:
            made[-1] = (change, made[-1][1] + text)
        elif text:
            made.append((change, text))
    return made


def seam_before(parts: list[Part]) -> list[Part]:
    """What of the parts before an edit is left as it is: up to the end of a sentence, or to what is far from it."""
    for n in range(len(parts) - 1, -1, -1):
        change, text = parts[n]
        if change is not Change.EQUAL:
            continue
        ends = [match.end() for match in _SENTENCE.finditer(text)]
        at = ends[-1] if ends else _begins_a_sentence(parts[:n], text)
        if len(text) - (at or 0) > _LONG:
            at = max(at or 0, _word(text, len(text) - _MARGIN))
        if at is not None:
            return [*parts[:n], (change, text[:at])]
    return []


def seam_after(parts: list[Part]) -> list[Part]:
    """What of the parts behind an edit is left as it is."""
    for n, (change, text) in enumerate(parts):
        if change is not Change.EQUAL:
            continue
        end = _SENTENCE.search(text)
        at = end.end() if end else 0
        if (at or len(text)) > _LONG:
            at = _word(text, _MARGIN) or at
        if at and at < len(text):
            return [(change, text[at:]), *parts[n + 1 :]]
    return []


def _begins_a_sentence(before: Sequence[Part], text: str) -> int | None:
    """Where a sentence begins at the beginning of a part, in the source and in the proposal both; else None."""
    readings = [reading[-6:] for reading in (of_source(before), of_proposal(before))]
    if all(reading != reading.rstrip() and _END.search(reading.rstrip()) for reading in readings):
        return 0
    space = _SPACE.match(text)
    return space.end() if space and all(_END.search(reading) for reading in readings) else None


def _word(text: str, at: int) -> int:
    """Where the first word behind a place begins; 0 where none does."""
    match = _SPACE.search(text, at)
    return match.end() if match else 0


def common(one: str, other: str) -> int:
    """How far two texts begin alike, by halving: a loop over characters takes too long between two key presses."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def common_end(one: str, other: str, longest: int) -> int:
    """How far two texts end alike, up to a length."""
    low, high = 0, longest
    while low < high:
        middle = (low + high + 1) // 2
        if one[len(one) - middle :] == other[len(other) - middle :]:
            low = middle
        else:
            high = middle - 1
    return low
