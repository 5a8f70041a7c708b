"""Search in the open document, ignoring accents, case, quotation marks and dashes.

The typeset text is folded once, into a single string, so that each key is quick whatever the document's length.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from delegate_desk.core.documents.document import Address, Paragraph, View
from delegate_desk.core.text import fold, fold_with_places
from delegate_desk.core.word_diff import WordDiff
from delegate_desk.gui.widgets.text.paragraph_text import set_proposal

Found = tuple[int, int, int]
"""A row and a part of its typeset text: 0-based, end-exclusive, in code points."""

_Calls = list[tuple[int, int]]
"""Footnote references, which are skipped: the following character of the bare text, and the length of each."""


class FoldedText:
    """Folded typeset text of a document; making it takes 10 to 60 ms for a long document."""

    def __init__(self, units: Sequence[Paragraph], view: View, proposals: Mapping[Address, WordDiff]) -> None:
        self._calls: dict[int, _Calls] = {}
        self._origins: dict[int, Sequence[int]] = {}
        self._starts: list[int] = []
        pieces: list[str] = []
        at = 0
        for row, unit in enumerate(units):
            proposed = proposals.get(unit.address)
            bare, calls = _proposed_text(unit, proposed, view) if proposed else _read(unit, view)
            folded, origin = fold_with_places(bare)
            if calls:
                self._calls[row] = calls
            if not isinstance(origin, range):
                self._origins[row] = origin
            self._starts.append(at)
            pieces.append(folded)
            at += len(folded) + 1
        self._text = "\n".join(pieces)  # nothing typed holds a line's end: none is found across two rows

    def find(self, typed: str) -> list[Found]:
        """Return all occurrences of the typed text, in reading order."""
        wanted = fold(typed).strip()
        found: list[Found] = []
        if not wanted:
            return found
        text, starts, length = self._text, self._starts, len(wanted)
        at, row, until = text.find(wanted), 0, -1
        while at >= 0:
            if at >= until:
                row = bisect_right(starts, at, row) - 1
                until = starts[row + 1] if row + 1 < len(starts) else len(text)
                start_of, origin, calls = starts[row], self._origins.get(row), self._calls.get(row)
            start, end = at - start_of, at - start_of + length
            if origin:
                start, end = origin[start], max(origin[end], origin[end - 1] + 1)  # half of a letter takes all of it
            if calls:
                start, end = _typeset_offset(start, calls), _typeset_offset(end, calls, is_end=True)
            found.append((row, start, end))
            at = text.find(wanted, at + length)
        return found


def _read(unit: Paragraph, view: View) -> tuple[str, _Calls]:
    reading = unit.in_view(view)
    return reading.text, [(call.offset, len(call.printed)) for call in reading.calls]


def _proposed_text(unit: Paragraph, words: WordDiff, view: View) -> tuple[str, _Calls]:
    setting = set_proposal(unit, words, view)
    bare, calls, at = "", [], 0
    for start, end, _ in setting.calls:
        bare += setting.text[at:start]
        calls.append((len(bare), end - start))
        at = end
    return bare + setting.text[at:], calls


def _typeset_offset(offset: int, calls: _Calls, *, is_end: bool = False) -> int:
    return offset + sum(length for at, length in calls if at < offset or (at == offset and not is_end))
