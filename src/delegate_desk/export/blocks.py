"""Building blocks of a Word file: text with changes, comments and footnotes, tables, headers and footers.

Each kind of export composes its layout of these, whatever its content; writers render them.
"""

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field as dataclass_field
from enum import StrEnum

from delegate_desk.core.positions.returned_files import ExportedParagraph, digest
from delegate_desk.core.values import dataclass
from delegate_desk.core.word_diff import WordChange
from delegate_desk.export.docx.default_template import Style

_PREFIXES = frozenset({Style.STRONG, Style.INTERNAL_SIGN})


class CountedField(StrEnum):
    """Field whose value Word computes."""

    PAGE = "PAGE"
    PAGES = "NUMPAGES"


@dataclass(frozen=True, slots=True, eq=False)
class Comment:
    """Word comment on some text. Compared by identity: two comments with the same text are distinct.

    Attributes:
        texts: Its paragraphs, at least one; those of style ``NORMAL`` get Word's style for comments.
        author: A delegation, never a person; empty for the file's own author.
        initials: Initials of the author: a code; may be empty.
        timestamp: In UTC; None for the file's own.
        quote: The words it is on, in quotation marks, for files that do not show where it begins and ends; empty for
            whole paragraphs.
    """

    texts: tuple["ExportParagraph", ...]
    author: str = ""
    initials: str = ""
    timestamp: datetime.datetime | None = None
    quote: str = ""

    def head(self, author: str) -> str:
        return ", ".join(filter(None, (self.author or author, self.quote)))


@dataclass(frozen=True, slots=True)
class Footnote:
    """A footnote, referenced from a run.

    Attributes:
        texts: Its paragraphs, at least one; their runs may be tracked. Those of style ``NORMAL`` get Word's style for
            footnotes.
        label: Its printed label; empty, or equal to Word's own number, if Word numbers it.
    """

    texts: tuple["ExportParagraph", ...]
    label: str = ""


@dataclass(frozen=True, slots=True)
class StyledRun:
    """Text with uniform formatting.

    Attributes:
        text: A line feed is a line break, a tab goes to the next tab stop of the style.
        language: Language of the text, as Word names it (``en-GB``, ``el``); empty for text that spell checkers skip.
        change: Set if Word tracks the text as inserted or deleted.
        comments: Comments on the text. The same comment may be on any run between its first and its last, in one
            paragraph or several: it covers everything between the two.
        author: Author of the change, a delegation; empty for the file's own.
    """

    text: str
    language: str = ""
    style: Style | None = None
    change: WordChange = WordChange.EQUAL
    field: CountedField | None = None
    note: Footnote | None = None
    comments: tuple[Comment, ...] = ()
    author: str = ""


@dataclass(frozen=True, slots=True)
class ExportParagraph:
    """One paragraph.

    Attributes:
        keep_next: True if it must not be the last on a page.
        change: Set if Word tracks the paragraph mark as inserted or deleted.
        comment: Comment beside the whole paragraph, in ``comment_language``; empty for none.
        level: Its outline level, 0 for the highest; None for that of its style.
        field: The field of our position that it prints, or the part of a row; empty for other text.
        address: Of the provision whose text it is, in a file that has the whole text; empty for others.
    """

    runs: tuple[StyledRun, ...]
    style: Style = Style.NORMAL
    keep_next: bool = False
    new_page: bool = False
    change: WordChange = WordChange.EQUAL
    comment: str = ""
    comment_language: str = ""
    level: int | None = None
    field: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell of a table.

    Attributes:
        ground: Background colour, as six hexadecimal digits; empty for none.
        field: The field of our position that added text belongs to; empty for none.
    """

    texts: tuple[ExportParagraph, ...]
    span: int = 1
    ground: str = ""
    field: str = ""


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of a table.

    Attributes:
        is_header: True if it is repeated on each page.
        splits: True if a page break is allowed within it.
        change: Set if Word tracks the row with its content as inserted or deleted.
        address: Address of its provision; empty for none.
    """

    cells: tuple[TableCell, ...]
    is_header: bool = False
    splits: bool = False
    change: WordChange = WordChange.EQUAL
    address: str = ""


@dataclass(frozen=True, slots=True)
class ExportTable:
    """A table.

    Attributes:
        widths: Widths of its columns, in twentieths of a point.
    """

    widths: tuple[int, ...]
    rows: tuple[TableRow, ...]
    caption: str
    style: Style = Style.POSITION_TABLE


@dataclass(frozen=True, slots=True)
class ExportDocument:
    """A whole file for export.

    Attributes:
        author: Author of the file and of the changes tracked in it: a delegation, never a person.
        tracked: True if Word continues to track changes.
        template: The checked file of the organisation's template that gives headers, footers, styles and margins; None
            for our own.
        fields: Values for ``{{name}}`` in the organisation's template, by name: ``reference``, ``delegation``, ``date``
            and others. The blocks replace ``{{table}}``.
    """

    title: str
    author: str
    language: str
    blocks: tuple[ExportParagraph | ExportTable, ...]
    first_page_header: tuple[ExportParagraph, ...]
    page_header: tuple[ExportParagraph, ...]
    page_footer: tuple[ExportParagraph, ...]
    tracked: bool = False
    landscape: bool = False
    template: bytes | None = None
    fields: Mapping[str, StyledRun] = dataclass_field(default_factory=dict)


class Called:
    """Numbers footnotes in order, and determines which comments end in which paragraph."""

    def __init__(self, blocks: Iterable[ExportParagraph | ExportTable]) -> None:
        self._left = Counter(
            id(comment) for text in paragraphs_in_blocks(blocks) for run in text.runs for comment in comments_on(run)
        )
        self._counted = 0
        self.notes: list[tuple[str, Footnote]] = []

    def counts(self, note: Footnote) -> bool:
        """Count a footnote; True if it has the next number, not a label of its own."""
        is_numbered = note.label in ("", str(self._counted + 1))
        self._counted += is_numbered
        return is_numbered

    def number(self, note: Footnote) -> str:
        """Return the mark of a footnote: its own label, or the next number."""
        mark = str(self._counted) if self.counts(note) else note.label
        self.notes.append((mark, note))
        return mark

    def ending(self, text: ExportParagraph) -> Iterator[Comment]:
        """Return the comments whose last words are in a paragraph, in the order in which they end."""
        if text.comment:
            yield comment_beside(text)
        for run in text.runs:
            yield from self.ending_at(run)

    def ending_at(self, run: StyledRun) -> Iterator[Comment]:
        for comment in comments_on(run):
            self._left[id(comment)] -= 1
            if not self._left[id(comment)]:
                yield comment


def comment_beside(text: ExportParagraph) -> Comment:
    return Comment((ExportParagraph((StyledRun(text.comment, text.comment_language),)),))


def paragraphs_in_blocks(blocks: Iterable[ExportParagraph | ExportTable]) -> Iterator[ExportParagraph]:
    """Return the paragraphs of blocks in order, including those in tables."""
    for block in blocks:
        if isinstance(block, ExportTable):
            yield from (text for row in block.rows for cell in row.cells for text in cell.texts)
        else:
            yield block


def comments_on(run: StyledRun) -> Iterator[Comment]:
    """Return the comments on a run, each once, with those on words of its footnote: they are shown at its reference."""
    texts = run.note.texts if run.note else ()
    inner = (comment for text in texts for part in text.runs for comment in part.comments)
    yield from dict.fromkeys((*run.comments, *inner))


def paragraph_record(text: ExportParagraph, field: str) -> ExportedParagraph:
    """The record of a paragraph, by which it is known again when its file comes back."""
    runs = [run for run in text.runs if not (run.change is WordChange.DELETE or run.style is Style.DELETED)]
    # before the words of a field: a label and a tab, or bold text and internal marks
    tab = next((n for n, run in enumerate(runs) if run.text == "\t"), None)
    words_at = next((n for n, run in enumerate(runs) if run.style not in _PREFIXES), 0) if tab is None else tab + 1
    prefix = runs[:words_at] if text.field else []
    words = "".join(run.text for run in runs[len(prefix) :])
    prefix_text = " ".join("".join(run.text for run in prefix).split())
    return ExportedParagraph(text.field or field, digest(words), prefix_text)
