"""Input of the structure builder from any reader: blocks of text in reading order, for all file types.

``wording`` makes a text from runs: one line, NFC-normalised, with the marks of its words and its footnote references.
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
    """Consecutive words with the same formatting.

    Attributes:
        text: As printed; empty for a footnote reference.
        marks: Formatting as printed; ``ADDED`` and ``REMOVED`` only for Word's own revisions.
        note: The label of the footnote referenced here; None for words.
    """

    text: str
    marks: frozenset[Mark] = frozenset()
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph of the file: a numbered paragraph, a heading, a line of the header, the text of a table cell.

    Attributes:
        label: The number computed by the program that made the file (Word's lists); None if it is printed in the text
            or absent.
        page: From 1; None if the file has no pages.
        indent: Indent of its first line from the left edge of the text, in points.
        heading: The level of a heading style, from 1; None for text.
        cell: Table, row and column, each from 1; None outside tables.
        continues: True if it certainly continues the block before it (a sentence broken by a page).
        begins: True if it certainly starts a new paragraph (the file says where its paragraphs begin).
        boxes: Its areas in a PDF, one per page or column.
        source: The index of its ``w:p`` among all of its Word part, from 0; None for other formats.
        gap: Whether there is a blank line before it in a text file; None for other files.
        joined: The indexes of further paragraphs that it includes because the end of the previous one was removed.
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
        """Return the words without footnote references, as printed."""
        return "".join(run.text for run in self.runs)

    @property
    def line(self) -> str:
        """Return the words on one line, without footnote references."""
        return " ".join(self.text.split())

    def cut(self, start: int, end: int | None = None) -> "Block":
        """Return the block with its words between two offsets, and the references among them."""
        runs: list[TextRun] = []
        offset = 0
        for run in self.runs:
            text = run.text[max(0, start - offset) : None if end is None else max(0, end - offset)]
            if text or (run.note is not None and start <= offset and (end is None or offset <= end)):
                runs.append(replace(run, text=text))
            offset += len(run.text)
        return replace(self, runs=tuple(runs))


@dataclass(frozen=True, slots=True)
class FootnoteBlock:
    """A footnote: the printed label, and its text, one block per paragraph."""

    label: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class SourceText:
    """A file's text.

    Attributes:
        blocks: In reading order, without running heads, page numbers and footnotes.
        notes: Footnotes in reading order.
        running: Lines of running heads and page feet, each once: evidence for the header (language, LIMITE, number).
        revisions: True if the file tracks changes of its own.
        remarks: What could not be read, was left out or is not run.
        fills: The background of coloured table cells, in hexadecimal such as ``C6EFCE``, by table, row and column.
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
    """A text with its formatting, and the offset and label of each footnote reference."""

    text: str = ""
    spans: tuple[Span, ...] = ()
    calls: tuple[tuple[int, str], ...] = ()

    def after(self, offset: int) -> "InlineText":
        """Return the text from an offset on, without leading white space."""
        return self.without(0, offset)

    def without(self, start: int, end: int) -> "InlineText":
        """Return this text without some of its characters and the white space after them."""
        while end < len(self.text) and self.text[end] == " ":
            end += 1
        removed = end - start

        def move(offset: int) -> int:
            return offset if offset <= start else max(start, offset - removed)

        spans = (replace(s, start=move(s.start), end=move(s.end)) for s in self.spans)
        calls = tuple((move(position), label) for position, label in self.calls)
        return InlineText(self.text[:start] + self.text[end:], tuple(s for s in spans if s.start < s.end), calls)

    def remaining(self) -> tuple[str, Sequence[int]]:
        """Return the text without struck or removed words, and the offset of each remaining character."""
        struck = {i for s in self.spans if s.mark in (Mark.STRIKE, Mark.REMOVED) for i in range(s.start, s.end)}
        if not struck:
            return self.text, range(len(self.text))
        offsets = [i for i in range(len(self.text)) if i not in struck]
        first = next((n for n, i in enumerate(offsets) if not self.text[i].isspace()), len(offsets))
        return "".join(self.text[i] for i in offsets[first:]), offsets[first:]

    def concatenate(self, other: "InlineText") -> "InlineText":
        """Concatenate this text and another with a space between; adjacent equal formatting is merged."""
        space = 1 if self.text and other.text else 0
        shift = len(self.text) + space
        spans = list(self.spans)
        for span in other.spans:
            moved = Span(span.start + shift, span.end + shift, span.mark)
            adjacent = next((s for s in spans if s.mark is span.mark and s.end + space == moved.start == shift), None)
            if adjacent:
                spans[spans.index(adjacent)] = replace(adjacent, end=moved.end)
            else:
                spans.append(moved)
        calls = self.calls + tuple((offset + shift, label) for offset, label in other.calls)
        return InlineText(self.text + " " * space + other.text, tuple(sorted(spans, key=_place)), calls)


def _place(span: Span) -> tuple[int, int, str]:
    return (span.start, span.end, span.mark)


def wording(runs: Iterable[TextRun]) -> InlineText:
    parts: list[str] = []
    formatting: list[tuple[int, frozenset[Mark]]] = []
    calls: list[tuple[int, str]] = []
    length, at_space = 0, True
    for run in runs:
        if run.note is not None:
            calls.append((length, run.note))
        part = run.text.replace("\0", "")
        if not part.isascii():  # unpaired surrogates become replacement characters
            part = unicodedata.normalize("NFC", _HALF.sub("\ufffd", _GONE.sub("", part)))
        part = _WHITE.sub(" ", part)
        if at_space:
            part = part.removeprefix(" ")
        if part:
            parts.append(part)
            length += len(part)
            formatting.append((length, run.marks))
            at_space = part.endswith(" ")
    text = "".join(parts).removesuffix(" ")
    calls = [(min(offset, len(text)), label) for offset, label in calls]
    return InlineText(text, tuple(_spans(formatting, len(text))), tuple(calls))


def _spans(formatting: Iterable[tuple[int, frozenset[Mark]]], length: int) -> list[Span]:
    """Return the spans of formatting, each given with the offset at which it ends."""
    spans: list[Span] = []
    open_at: dict[Mark, int] = {}
    begin = 0
    for end, marks in (*formatting, (length, frozenset[Mark]())):
        ended = [mark for mark in open_at if mark not in marks]
        spans += [Span(open_at.pop(mark), begin, mark) for mark in ended]
        for mark in marks:
            open_at.setdefault(mark, begin)
        begin = min(end, length)
    return sorted((span for span in spans if span.start < span.end), key=_place)


def is_elsewhere(address: str) -> bool:
    """True if an address is outside the file: on the web, on a share, on this computer."""
    start = address.strip().lower()
    return bool(start) and not start.startswith(("#", "data:", "cid:", "mid:", "about:"))


def is_file_elsewhere(address: str) -> bool:
    """True if a link leads to a file on this computer or a share, or starts a program, rather than to a page."""
    start = address.strip().lower()
    return is_elsewhere(start) and not start.startswith(("http://", "https://", "mailto:", "tel:"))
