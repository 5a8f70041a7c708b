"""Input of the structure builder from any reader: blocks of text in reading order, whatever the file type."""

from dataclasses import dataclass, field

from delegate_desk.core.documents.document import Mark, PageBox
from delegate_desk.core.documents.reading_remarks import ReadingRemark


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
    """

    blocks: tuple[Block, ...]
    notes: tuple[FootnoteBlock, ...] = ()
    running: tuple[str, ...] = ()
    revisions: bool = field(default=False)
    remarks: tuple[ReadingRemark, ...] = ()
