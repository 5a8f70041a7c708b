"""Documents: the header of the first page, and the paragraphs that a delegate can refer to."""

import datetime
import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import field, fields, replace
from enum import StrEnum
from pathlib import Path, PurePath
from typing import NewType

from delegate_desk.core.documents.reading_remarks import MarkUpReason, ReadingRemark
from delegate_desk.core.documents.references import Reference
from delegate_desk.core.errors import UnreadableDocumentError
from delegate_desk.core.values import dataclass

DocumentId = NewType("DocumentId", int)
Address = NewType("Address", str)


class View(StrEnum):
    MARKED = "marked"
    BEFORE = "before"
    AFTER = "after"


class Mark(StrEnum):
    BOLD = "bold"
    ITALIC = "italic"
    UNDERLINE = "underline"
    STRIKE = "strike"
    ADDED = "added"
    REMOVED = "removed"
    LINE = "line"
    """Mark on the space that ends a paragraph within a table cell."""


class Kind(StrEnum):
    RECITAL = "rec"
    PART = "part"
    TITLE = "tit"
    CHAPTER = "chp"
    SECTION = "sec"
    ARTICLE = "art"
    PARAGRAPH = "para"
    ANNEX = "annex"
    COVER = "cover"
    FOOTNOTE = "fn"
    POINT = "point"
    INDENT = "ind"
    SUBPARAGRAPH = "sub"
    TEXT = "p"
    HEADING = "hd"
    TABLE = "tbl"
    ROW = "row"
    CELL = "cell"
    CITATION = "cit"


_CLOSES = ".,;:!?·)]"
CONFIDENCE_THRESHOLD = 0.7  # header fields read with less confidence are shown for confirmation
_OF_ANY_PAPER = ("language", "reference", "date", "subject")
HEADINGS = frozenset({Kind.PART, Kind.TITLE, Kind.CHAPTER, Kind.SECTION, Kind.ARTICLE, Kind.ANNEX, Kind.HEADING})


@dataclass(frozen=True, slots=True)
class Span:
    start: int
    end: int
    mark: Mark


@dataclass(frozen=True, slots=True)
class Call:
    """A footnote reference in the text, before the character at ``offset``; without a label if it is not known."""

    offset: int
    note: Address
    label: str = field(default="", compare=False)

    @property
    def printed(self) -> str:
        return self.label or self.note.rpartition("_")[2]


@dataclass(frozen=True, slots=True)
class PageBox:
    """Rectangle of text on a page of the original, from 1: in points from the upper left corner of the page."""

    page: int
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class ParagraphView:
    text: str
    spans: tuple[Span, ...]
    calls: tuple[Call, ...]

    def with_line_breaks(self, sign: str) -> "ParagraphView":
        """Return the view with a line feed instead of the space before each further paragraph of a cell."""
        if not any(span.mark is Mark.LINE for span in self.spans):
            return self
        letters = list(self.text)
        for span in self.spans:
            if span.mark is Mark.LINE:
                letters[span.start] = sign
        return ParagraphView("".join(letters), tuple(s for s in self.spans if s.mark is not Mark.LINE), self.calls)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One unit of a document's text: numbered paragraph, point, recital, heading, table cell or footnote.

    Attributes:
        address: Its position, the same in every language (DESIGN.md section 3).
        label: The number as printed, such as ``στ)``, ``(12)`` or ``Article 3``; may be empty.
        marked: The text with its marked changes, without its label: one line, NFC-normalised, including added and
            removed words.
        depth: 1 for a unit without a parent; a point of a paragraph has 2.
        page: The page of the original on which it begins, from 1; None if the original has no pages.
        spans: The marks on words of ``marked``.
        calls: The footnote references, by offset in ``marked``, in order.
        boxes: Its areas in a PDF, one per page or column, in order; empty for other formats.
        sources: Its paragraphs in a Word file: the index of each ``w:p`` among all of its part, from 0, in order; empty
            for other formats.
    """

    address: Address
    kind: Kind
    label: str
    marked: str
    depth: int = 1
    page: int | None = None
    spans: tuple[Span, ...] = ()
    calls: tuple[Call, ...] = ()
    boxes: tuple[PageBox, ...] = ()
    sources: tuple[int, ...] = ()

    @property
    def text(self) -> str:
        """Return the text after its marked changes."""
        return self.in_view(View.AFTER).text

    def in_view(self, view: View) -> ParagraphView:
        """Return the text in one view, with its spans and calls moved accordingly."""
        if not self._hidden(view):
            return ParagraphView(self.marked, self.spans, self.calls)
        stored = self.visible_offsets(view)
        spans = (Span(bisect_left(stored, s.start), bisect_left(stored, s.end), s.mark) for s in self.spans)
        calls = (replace(c, offset=bisect_left(stored, c.offset)) for c in self.calls)
        text = "".join(self.marked[i] for i in stored)
        return ParagraphView(text, tuple(s for s in spans if s.start < s.end), tuple(calls))

    def visible_offsets(self, view: View) -> Sequence[int]:
        """Return the offsets of the characters of ``marked`` that a view shows, in order.

        If two spaces meet where words are hidden, one is dropped, as is a space left at an end or before a full stop,
        comma or closing bracket.
        """
        marked = self.marked
        dropped = {i for cut in self._hidden(view) for i in range(cut.start, cut.end)}
        if not dropped:
            return range(len(marked))
        stored: list[int] = []
        seam = True  # a space at the beginning is removed, too
        for i, character in enumerate(marked):
            if i in dropped:
                seam = True
            elif not (seam and character == " " and (not stored or marked[stored[-1]] == " ")):
                if seam and i - 1 in dropped and character in _CLOSES and stored and marked[stored[-1]] == " ":
                    stored.pop()
                stored.append(i)
                seam = False
        while len(marked) - 1 in dropped and stored and marked[stored[-1]].isspace():
            stored.pop()
        return stored

    def _hidden(self, view: View) -> list[Span]:
        hidden = {View.MARKED: None, View.AFTER: Mark.REMOVED, View.BEFORE: Mark.ADDED}[view]
        return [s for s in self.spans if s.mark is hidden]


@dataclass(frozen=True, slots=True)
class SubjectCode:
    """A subject code with its running number of the year: ``FRONT 416``; agendas print it without number."""

    code: str
    number: int | None = None

    def __str__(self) -> str:
        return self.code if self.number is None else f"{self.code} {self.number}"


@dataclass(frozen=True, slots=True)
class Mention:
    text: str
    target: Reference
    address: Address


class MarkUp(StrEnum):
    NONE = "none"
    PRINTED = "printed"  # bold or underlined is new, struck is gone
    REVISIONS = "revisions"  # Word's own


@dataclass(frozen=True, slots=True)
class Header:
    """Information on the first page of a document; missing values are None or empty.

    Attributes:
        reference: None for a document without a reference.
        language: The language of the text, ISO 639-1 in lower case; never taken from ``(OR. en)``.
        original_language: From ``(OR. en)``.
        document_type: The English heading in snake case, such as ``outcome_of_proceedings``.
        document_type_label: The heading as printed.
        marking: ``LIMITE`` or None.
        public: True if it is stamped PUBLIC.
        confidence: Confidence of the reading by field name, in 0..1.
        short_title: Title given by a person to all documents of its family; empty for the automatic title.
    """

    language: str
    reference: Reference | None = None
    original_language: str | None = None
    date: datetime.date | None = None
    marking: str | None = None
    public: bool = False
    classification: str | None = None
    document_type: str | None = None
    document_type_label: str | None = None
    sender: str | None = None
    recipient: str | None = None
    subject: str = ""
    subject_codes: tuple[SubjectCode, ...] = ()
    interinstitutional_files: tuple[str, ...] = ()
    previous_documents: tuple[Reference, ...] = ()
    commission_documents: tuple[Reference, ...] = ()
    confidence: Mapping[str, float] = field(default_factory=dict)
    short_title: str = ""

    def uncertain_fields(self) -> tuple[str, ...]:
        """Return the fields to be confirmed by a person, in the order in which they are declared here.

        For a document without the Council's labels, such as an act in the Official Journal, fields that only those
        labels give are left out, unless a value was read.
        """
        labelled = bool(self.document_type or self.sender or self.recipient)
        names = {f.name for f in fields(self) if labelled or f.name in _OF_ANY_PAPER or getattr(self, f.name)}
        return tuple(
            f.name for f in fields(self) if f.name in names and self.confidence.get(f.name, 1.0) < CONFIDENCE_THRESHOLD
        )


@dataclass(frozen=True, slots=True)
class Document:
    """Content read from one file.

    Attributes:
        paragraphs: In reading order, without footnotes.
        footnotes: In the order in which they are referenced; their kind is ``fn``.
        mentions: Other documents named in the header, the text and the footnotes.
        header_boxes: Areas in a PDF by name of a header field.
        remarks: What could not be read, was left out or is not run.
        notice: For a notice of meeting, the text after its labels, as printed: ``date`` with the time, ``place``,
            ``contact``. For a four-column document, the details of its rows (``core/documents/columns.py``).
    """

    header: Header
    paragraphs: tuple[Paragraph, ...]
    footnotes: tuple[Paragraph, ...] = ()
    mentions: tuple[Mention, ...] = ()
    mark_up: MarkUp = MarkUp.NONE
    why: MarkUpReason | None = None
    header_boxes: Mapping[str, tuple[PageBox, ...]] = field(default_factory=dict)
    remarks: tuple[ReadingRemark, ...] = ()
    notice: Mapping[str, str] = field(default_factory=dict)

    def units(self) -> tuple[Paragraph, ...]:
        return self.paragraphs + self.footnotes

    def find(self, address: Address) -> Paragraph | None:
        return next((unit for unit in self.units() if unit.address == address), None)

    def called_from(self, note: Address) -> list[Address]:
        return [unit.address for unit in self.units() if any(call.note == note for call in unit.calls)]


@dataclass(frozen=True, slots=True)
class LibraryDocument:
    """A document as the library lists it.

    Attributes:
        paragraphs: Number of paragraphs, without footnotes.
        added: Time of the import, in UTC.
        trashed: Time of its removal to the trash, in UTC; None if it is not there.
    """

    id: DocumentId
    sha256: str
    file_name: str
    header: Header
    paragraphs: int
    added: datetime.datetime
    trashed: datetime.datetime | None = None

    @property
    def name(self) -> str:
        """Return its reference, or ``#number`` if it has none."""
        return str(self.header.reference) if self.header.reference else f"#{self.id}"

    @property
    def short_name(self) -> str:
        return self.header.reference.short if self.header.reference else self.name


@dataclass(frozen=True, slots=True)
class Place:
    document: DocumentId
    address: Address


class ImportStatus(StrEnum):
    IMPORTED = "imported"
    DUPLICATE = "duplicate"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class ImportResult:
    path: str
    status: ImportStatus
    document: LibraryDocument | None = None
    error: Exception | None = None


_STEERING = re.compile("[\0-\x1f\x7f-\x9f\u2028\u2029]")
_TURNING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_DEVICE = re.compile(r"(CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(COM|LPT)[0-9¹²³])\s*(\..*)?", re.IGNORECASE)
_HALF = re.compile("[\ud800-\udfff]")


def sanitise_name(name: str) -> str:
    """Return a name without control characters and direction marks; undecodable bytes are shown as such.

    Letters stay as they are, composed or decomposed: names that differ only in this are different names.
    """
    return _TURNING.sub("", _STEERING.sub(" ", _HALF.sub("\ufffd", name)))


def proposed_file_name(name: str) -> str:
    """Return a valid file name on every system, made from any text: Windows reserves the names of devices.

    See https://learn.microsoft.com/windows/win32/fileio/naming-a-file.
    """
    plain = "".join("-" if c in '/\\:*?"<>|#' else c for c in sanitise_name(name)).rstrip(". ")
    return f"_{plain}" if _DEVICE.fullmatch(plain) or not plain else plain


def sanitise_for_terminal(lines: str) -> str:
    """Return lines for a terminal without control sequences."""
    return "\n".join("\t".join(map(sanitise_name, line.split("\t"))) for line in lines.split("\n"))


@dataclass(frozen=True, slots=True)
class ArrivingFile:
    """A file to be imported.

    Attributes:
        path: Where it can be read; if it cannot, the folder or archive that contains it.
        display_name: Its path as shown: ``meeting.zip/papers/a.pdf``.
        error: Why it cannot be read; None if it can.
        is_container: True for a file that contains others and is to be opened.
    """

    path: Path
    display_name: str
    error: UnreadableDocumentError | None = None
    is_container: bool = False

    @property
    def name(self) -> str:
        return PurePath(self.display_name).name


@dataclass(frozen=True, slots=True)
class OpenedContainer:
    arrivals: tuple[ArrivingFile, ...]
    folder: Path
