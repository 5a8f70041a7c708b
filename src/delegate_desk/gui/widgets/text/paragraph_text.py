"""Typeset text of a unit: its words in a view with footnote references and proposals, and the mapping to the text.

Offsets in the typeset text are in code points; so are those in the text after its marked changes, to which annotations
and proposals refer.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import accumulate, pairwise

from delegate_desk.core.documents.document import Call, Mark, Paragraph, View
from delegate_desk.core.values import dataclass
from delegate_desk.core.word_diff import WordChange, WordDiff

_LAST_OF_ONE_UNIT = "\uffff"


def to_qt(text: str, offset: int) -> int:
    return offset if text.isascii() else len(text[:offset].encode("utf-16-le", "surrogatepass")) // 2


def from_qt(text: str, offset: int) -> int:
    if text.isascii() or not any(c > _LAST_OF_ONE_UNIT for c in text):
        return offset
    units = 0
    for n, character in enumerate(text):
        if units >= offset:
            return n
        units += 2 if character > _LAST_OF_ONE_UNIT else 1
    return len(text)


class TextStyle(StrEnum):
    """Style of typeset words: as printed, by their meaning in the document, or as our drafting."""

    BOLD = "bold"
    ITALIC = "italic"
    UNDERLINE = "underline"
    STRIKE = "strike"
    ADDED = "added"
    REMOVED = "removed"
    WE_ADD = "we add"
    WE_DELETE = "we delete"
    REPLY_ADDS = "reply adds"
    REPLY_DELETES = "reply deletes"
    CALL = "call"
    ELSEWHERE = "elsewhere"
    """In a comparison: in another part of a split or merged unit."""
    QUIET = "quiet"
    """In a comparison: an insignificant difference: a renumbered reference, typography, a date of the header."""


@dataclass(frozen=True, slots=True)
class StyledSpan:
    """Typeset words with one style: 0-based, end-exclusive; spans may overlap."""

    start: int
    end: int
    style: TextStyle


@dataclass(frozen=True, slots=True)
class TypesetText:
    """The typeset text of a unit.

    Attributes:
        text: All displayed text, including footnote references.
        stretches: The styles of its words.
        origin: For each offset of ``text`` and its end, the offset in the text after its changes; a character that is
            not of that text has the same origin as the character after it. Empty for words of several texts.
        calls: Footnote references by their offset in ``text``.
    """

    text: str
    stretches: tuple[StyledSpan, ...]
    origin: Sequence[int] = ()
    calls: tuple[tuple[int, int, Call], ...] = ()

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the words of the text after its changes in a part of the typeset text."""
        return self.origin[start], self.origin[end]

    def ranges(self, start: int, end: int) -> list[tuple[int, int]]:
        """Return the parts of the typeset text with some words of the text after its changes."""
        found: list[tuple[int, int]] = []
        offset = bisect_left(self.origin, start + 1) - 1  # the character that leads from ``start`` on
        while 0 <= offset < len(self.text) and self.origin[offset] < end:
            if self.origin[offset + 1] > self.origin[offset] >= start:
                if found and found[-1][1] == offset:
                    found[-1] = (found[-1][0], offset + 1)
                else:
                    found.append((offset, offset + 1))
            offset += 1
        return found

    def place(self, offset: int) -> int:
        """Return the offset in the typeset text for an offset of the text after its changes."""
        return bisect_right(self.origin, offset) - 1

    def document_text(self, start: int, end: int) -> str:
        """Return the document's own words in a part of the typeset text: without references and our proposals."""
        excluded = [s for s in self.stretches if s.style in (TextStyle.CALL, TextStyle.WE_ADD)]
        inside = range(max(0, start), min(end, len(self.text)))
        return "".join(self.text[i] for i in inside if not any(s.start <= i < s.end for s in excluded))


def set_view(unit: Paragraph, view: View) -> TypesetText:
    reading = unit.in_view(view).with_line_breaks("\u2028")
    after = set(unit.visible_offsets(View.AFTER))
    visible = unit.visible_offsets(view)
    in_after: Sequence[bool] = [i in after for i in visible]
    if view is View.AFTER:  # no words were left out: the text may have been written anew
        in_after = [True] * len(reading.text)
    ordered = sorted(reading.calls, key=lambda call: call.offset)
    text, origin, position = "", array("l", [0]), 0
    calls: list[tuple[int, int, Call]] = []
    for call in (*ordered, None):
        end = call.offset if call is not None else len(reading.text)
        text += reading.text[position:end]
        origin.extend(accumulate(in_after[position:end], initial=origin.pop()))
        position = end
        if call is not None:
            calls.append((len(text), len(text) + len(call.printed), call))
            text += call.printed
            origin.extend([origin[-1]] * len(call.printed))

    def shift(offset: int, *, end: bool) -> int:
        before = (call for call in ordered if call.offset < offset or (call.offset == offset and not end))
        return offset + sum(len(call.printed) for call in before)

    spans = tuple(
        StyledSpan(shift(span.start, end=False), shift(span.end, end=True), TextStyle(span.mark.value))
        for span in reading.spans
        if not (view is View.AFTER and span.mark is Mark.REMOVED)
        and not (view is View.BEFORE and span.mark is Mark.ADDED)
    )
    if view is not View.MARKED:  # what is read is one text; what is new in it has no colour there
        spans = tuple(s for s in spans if s.style not in (TextStyle.ADDED, TextStyle.REMOVED))
    call_spans = tuple(StyledSpan(start, end, TextStyle.CALL) for start, end, _ in calls if start < end)
    return TypesetText(text, spans + call_spans, origin, tuple(calls))


def set_proposal(unit: Paragraph, words: WordDiff, view: View) -> TypesetText:
    """Typeset a unit in a view with our drafting in it; the document's own marks keep their style.

    Args:
        words: From its text after its changes to our drafting.
        view: As marked, or after the changes.
    """
    base = set_view(unit, view)
    deleted: list[StyledSpan] = []
    added: list[tuple[int, str]] = []
    offset, replaced = 0, -1  # in the text after the changes; where our last deletion ends in what is set
    for change, text in words:
        if change is WordChange.INSERT:
            added.append((replaced if replaced >= 0 else base.place(offset), text))
            continue
        parts = base.ranges(offset, offset + len(text))
        offset += len(text)
        replaced = parts[-1][1] if change is WordChange.DELETE and parts else -1
        if change is WordChange.DELETE:
            deleted += [StyledSpan(start, end, TextStyle.WE_DELETE) for start, end in parts]
    return _with_added(TypesetText(base.text, (*base.stretches, *deleted), base.origin, base.calls), added)


def _with_added(base: TypesetText, added: Sequence[tuple[int, str]]) -> TypesetText:
    """Insert our words, by increasing offset, into typeset text; styles of neighbouring words do not cover them."""
    places = [place for place, _ in added]
    ends = [0, *accumulate(len(text) for _, text in added)]
    text, origin, position = "", array("l"), 0
    for place, piece in added:
        text += base.text[position:place] + piece
        origin.extend(base.origin[position:place])
        origin.extend([base.origin[place]] * len(piece))
        position = place

    def shift_part(start: int, end: int) -> Iterator[tuple[int, int]]:
        """Return a part of the previous typeset text, in pieces around our inserted words."""
        cuts = [start, *dict.fromkeys(place for place in places if start < place < end), end]
        for left, right in pairwise(cuts):
            shift = ends[bisect_right(places, left)]
            yield left + shift, right + shift

    stretches = [StyledSpan(*part, s.style) for s in base.stretches for part in shift_part(s.start, s.end)]
    starts = [place + before for place, before in zip(places, ends[:-1], strict=True)]
    our_spans = [
        StyledSpan(start, start + len(piece), TextStyle.WE_ADD) for start, (_, piece) in zip(starts, added, strict=True)
    ]
    calls = tuple((*part, call) for start, end, call in base.calls for part in shift_part(start, end))
    origin.extend(base.origin[position:])
    return TypesetText(text + base.text[position:], (*stretches, *our_spans), origin, calls)
