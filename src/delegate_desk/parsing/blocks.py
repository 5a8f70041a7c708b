"""Input of the structure builder from any reader: blocks of text in reading order, whatever the file type.

``wording`` makes a text of runs: one line, NFC-normalised, with what its words bear and where footnotes are called.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field, replace

from delegate_desk.core.documents.document import Mark, PageBox, Span
from delegate_desk.core.documents.reading_remarks import ReadingRemark
from delegate_desk.core.values import dataclass


@dataclass(frozen=True, slots=True)
class TextRun:
    """Some words with one look.

    Attributes:
        text: As printed; empty for a footnote's call.
        marks: Looks as printed; ``ADDED`` and ``REMOVED`` only for Word's own revisions.
        note: The label of the footnote called here; None for words.
    """

    text: str
    marks: frozenset[Mark] = frozenset()
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph of the file: a numbered paragraph, a heading, a line of the header, the text of a table cell.

    Attributes:
        label: The number that the file computes for it (Word's lists); None if it is printed in the text or absent.
        page: From 1; None if the file has no pages.
        indent: Of its first line from the left edge of the text, in points.
        centred: True if it is set in the middle of the line.
        heading: The level of a heading style, from 1; None for text.
        cell: Table, row and column, each from 1; None outside tables.
        continues: True if it surely continues the block before it (a sentence broken by a page).
        begins: True if it surely starts a new paragraph (the file says where its paragraphs begin).
        boxes: Its boxes in a PDF, one per page or column.
        source: The index of its ``w:p`` among all of the Word part that holds it, from 0; None elsewhere.
        gap: Whether there is a blank line before it in a text file; None for other files.
        joined: The indexes of further paragraphs that it extends over, because the end of the previous was removed.
    """

    runs: tuple[TextRun, ...]
    label: str | None = None
    page: int | None = None
    indent: float = 0.0
    centred: bool = False
    heading: int | None = None
    cell: tuple[int, int, int] | None = None
    continues: bool = False
    begins: bool = False
    boxes: tuple[PageBox, ...] = ()
    source: int | None = None
    joined: tuple[int, ...] = ()
    gap: bool | None = None

    @property
    def text(self) -> str:
        """The words without footnote calls, as printed."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class FootnoteBlock:
    """A footnote: the label printed, and its text, a block a paragraph."""

    label: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class SourceText:
    """A file's text.

    Attributes:
        blocks: In reading order; running heads, page numbers and footnotes are left out.
        notes: Footnotes in the order in which they stand.
        running: Lines of running heads and page feet, each once: evidence for the header (language, LIMITE, number).
        revisions: True if the file tracks changes of its own.
        remarks: What could not be read, is left out or not run.
        fills: The background of table cells that have one, in hexadecimal such as ``C6EFCE``, by table, row and column.
    """

    blocks: tuple[Block, ...]
    notes: tuple[FootnoteBlock, ...] = ()
    running: tuple[str, ...] = ()
    revisions: bool = field(default=False)
    remarks: tuple[ReadingRemark, ...] = ()
    fills: Mapping[tuple[int, int, int], str] = field(default_factory=dict)


_GONE = re.compile("[\0\u00ad\u200b\u200c\u200d\u2060\ufeff]")
_HALF = re.compile("[\ud800-\udfff]")
_WHITE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class InlineText:
    """A text with its looks and calls.

    Attributes:
        calls: Offset and label of each footnote called.
    """

    text: str = ""
    spans: tuple[Span, ...] = ()
    calls: tuple[tuple[int, str], ...] = ()

    def after(self, offset: int) -> "InlineText":
        """Return the text from an offset on, without white space at its beginning."""
        rest = self.text[offset:]
        offset += len(rest) - len(rest.lstrip())
        spans = (replace(s, start=max(0, s.start - offset), end=s.end - offset) for s in self.spans)
        calls = tuple((max(0, at - offset), label) for at, label in self.calls)
        return InlineText(self.text[offset:], tuple(s for s in spans if s.start < s.end), calls)

    def without(self, start: int, end: int) -> "InlineText":
        """This text with some of its characters left out, and the white space that stands behind them."""
        while end < len(self.text) and self.text[end] == " ":
            end += 1
        gone = end - start

        def moved(offset: int) -> int:
            return offset if offset <= start else max(start, offset - gone)

        spans = (replace(s, start=moved(s.start), end=moved(s.end)) for s in self.spans)
        calls = tuple((moved(at), label) for at, label in self.calls)
        return InlineText(self.text[:start] + self.text[end:], tuple(s for s in spans if s.start < s.end), calls)

    def standing(self) -> tuple[str, Sequence[int]]:
        """Return the text without struck or removed words, and the offset of each remaining character."""
        gone = {i for s in self.spans if s.mark in (Mark.STRIKE, Mark.REMOVED) for i in range(s.start, s.end)}
        if not gone:
            return self.text, range(len(self.text))
        stored = [i for i in range(len(self.text)) if i not in gone]
        first = next((n for n, i in enumerate(stored) if not self.text[i].isspace()), len(stored))
        return "".join(self.text[i] for i in stored[first:]), stored[first:]

    def concatenate(self, other: "InlineText") -> "InlineText":
        """This text and another behind it, a space between; looks that meet there are one."""
        space = 1 if self.text and other.text else 0
        shift = len(self.text) + space
        spans = list(self.spans)
        for span in other.spans:
            moved = Span(span.start + shift, span.end + shift, span.mark)
            twin = next((s for s in spans if s.mark is span.mark and s.end + space == moved.start == shift), None)
            if twin:
                spans[spans.index(twin)] = replace(twin, end=moved.end)
            else:
                spans.append(moved)
        calls = self.calls + tuple((at + shift, label) for at, label in other.calls)
        return InlineText(self.text + " " * space + other.text, tuple(sorted(spans, key=_place)), calls)


def _place(span: Span) -> tuple[int, int, str]:
    return (span.start, span.end, span.mark)


def wording(runs: Iterable[TextRun]) -> InlineText:
    parts: list[str] = []
    looks: list[tuple[int, frozenset[Mark]]] = []
    calls: list[tuple[int, str]] = []
    length, at_space = 0, True
    for run in runs:
        if run.note is not None:
            calls.append((length, run.note))
        part = _levelled(run.text)
        if at_space:
            part = part.removeprefix(" ")
        if part:
            parts.append(part)
            length += len(part)
            looks.append((length, run.marks))
            at_space = part.endswith(" ")
    text = "".join(parts).removesuffix(" ")
    calls = [(min(at, len(text)), label) for at, label in calls]
    return InlineText(text, tuple(_spans(looks, len(text))), tuple(calls))


def _levelled(text: str) -> str:
    """Words as NFC, one space between them; half a surrogate pair becomes a replacement character."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", _HALF.sub("\ufffd", _GONE.sub("", text)))
    elif "\0" in text:
        text = text.replace("\0", "")
    return _WHITE.sub(" ", text)


def _spans(looks: Iterable[tuple[int, frozenset[Mark]]], length: int) -> list[Span]:
    """The spans of looks, each given with the offset at which it ends."""
    spans: list[Span] = []
    open_at: dict[Mark, int] = {}
    begin = 0
    for end, marks in (*looks, (length, frozenset[Mark]())):
        ended = [mark for mark in open_at if mark not in marks]
        spans += [Span(open_at.pop(mark), begin, mark) for mark in ended]
        for mark in marks:
            open_at.setdefault(mark, begin)
        begin = min(end, length)
    return sorted((span for span in spans if span.start < span.end), key=_place)


def is_elsewhere(address: str) -> bool:
    """True if an address names something outside the file: on the web, on a share, on this machine."""
    start = address.strip().lower()
    return bool(start) and not start.startswith(("#", "data:", "cid:", "mid:", "about:"))


def is_file_elsewhere(address: str) -> bool:
    """True if a link leads to a file of this machine or a share, or is for a program: to no page, no mail."""
    start = address.strip().lower()
    return is_elsewhere(start) and not start.startswith(("http://", "https://", "mailto:", "tel:"))
