"""The units of a document as rows, its tables as a grid of cells, and the selection in them."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field, replace
from itertools import pairwise

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTextBoundaryFinder
from typing_extensions import override

from delegate_desk.core.annotations.annotation import Annotation, AnnotationKind
from delegate_desk.core.documents.corrections import Correction
from delegate_desk.core.documents.document import (
    HEADINGS,
    Address,
    Document,
    Kind,
    LibraryDocument,
    MarkUp,
    Paragraph,
    Place,
    View,
)
from delegate_desk.core.positions.position import Stance, UnanchoredItem
from delegate_desk.core.text import word_spans
from delegate_desk.core.values import dataclass
from delegate_desk.core.word_diff import WordDiff
from delegate_desk.gui.widgets.labels import terms
from delegate_desk.gui.widgets.rows.change_list_model import shorten_words
from delegate_desk.gui.widgets.text import page_metrics
from delegate_desk.gui.widgets.text.paragraph_text import TypesetText, from_qt, set_proposal, set_view

_CELL = re.compile(r"(?P<table>.*tbl_\d+(?:-\d+)?)__row_(?P<row>\d+)(?:-\d+)?__cell_(?P<column>\d+)(?:-\d+)?")
_TEXT = re.compile(r"(?P<row>row_\w+?(?:-\d+)?)__cell_(?P<column>\d)")
"""A text of a four-column document; its row is a table of its own, with columns of equal width."""
_TEXTS = 4
_NARROWEST, _WIDEST = 6, 60
"""Minimum and maximum characters that a column is made for."""
_LONGEST_WORD = 22
_PADDING = 3
_LINE = 70
"""Number of characters in a line of the page."""
_WIDE_COLUMNS, _FEW, _LONGEST_HEAD = 3, 9, 90
"""Minimum columns of a table over the whole pane; maximum characters of a row's number and of a column's name."""


@dataclass(frozen=True, slots=True)
class WideTable:
    """A table of three columns or more, which uses the whole pane.

    Attributes:
        natural: Number of characters of its first column if there are few, as for row numbers; else 0. A word of its
            header is not cut.
        rows: Indices of its units.
        has_header: True if its first row contains the names of the columns.
    """

    columns: int
    natural: int
    rows: range
    has_header: bool


@dataclass(frozen=True, slots=True)
class GridCell:
    """Position of a cell in its table, in fractions of the table's width.

    Attributes:
        band: Index of the first unit of its table row.
        first: True in the first row of the table.
        column: From 0.
        table: The table if it uses the whole pane.
        spans: True if it is alone in its row and extends over all columns, as a heading does.
    """

    band: int
    left: float
    width: float
    first: bool
    column: int = 0
    table: WideTable | None = None
    spans: bool = False

    @property
    def is_header(self) -> bool:
        return self.first and self.table is not None and self.table.has_header


TEXT_COLUMNS = WideTable(_TEXTS, 0, range(0), has_header=False)
"""The columns of a four-column document, whose rows are tables of their own."""


def cells(units: Sequence[Paragraph]) -> dict[int, GridCell]:
    matches = {
        index: match
        for index, unit in enumerate(units)
        if unit.kind is Kind.CELL and (match := _CELL.fullmatch(unit.address))
    }
    longest_lines: dict[str, dict[int, int]] = {}
    longest_words: dict[str, dict[int, int]] = {}
    for index, match in matches.items():
        preferred, minimum = longest_lines.setdefault(match["table"], {}), longest_words.setdefault(match["table"], {})
        column, text = int(match["column"]), units[index].marked
        longest = max((len(line) for line in text.split("\n")), default=0)
        word = max((len(word) for word in text.split()), default=0)
        preferred[column] = max(preferred.get(column, _NARROWEST), min(longest, _WIDEST))
        minimum[column] = max(minimum.get(column, 0), min(word, _LONGEST_WORD) + _PADDING)
    widths = {table: _widths(preferred, longest_words[table]) for table, preferred in longest_lines.items()}
    row_sizes = Counter((match["table"], match["row"]) for match in matches.values())
    side_by_side = {index: match for index, match in matches.items() if row_sizes[match["table"], match["row"]] > 1}
    wide = {table: _wide_table(units, side_by_side, table, tuple(columns)) for table, columns in widths.items()}
    grid = _texts_side_by_side(units)
    bands: dict[tuple[str, str], int] = {}
    for index, match in matches.items():
        columns = widths[match["table"]]
        column = int(match["column"])
        left = sum(width for number, width in columns.items() if number < column)
        band = bands.setdefault((match["table"], match["row"]), index)
        table = wide[match["table"]]
        spans_row = table is not None and row_sizes[match["table"], match["row"]] == 1 and column == min(columns)
        spans_row = spans_row and table is not None and len(units[index].marked) > max(table.natural, _FEW)
        is_first = match["row"] == "1"
        grid[index] = GridCell(band, left, columns[column], is_first, list(columns).index(column), table, spans_row)
    return grid


def _texts_side_by_side(units: Sequence[Paragraph]) -> dict[int, GridCell]:
    """Return the texts of each row of a four-column document, without empty ones."""
    rows: dict[str, dict[int, int]] = {}
    for index, unit in enumerate(units):
        if unit.kind is Kind.CELL and (match := _TEXT.fullmatch(unit.address)):
            rows.setdefault(match["row"], {})[index] = int(match["column"]) - 1
    grid: dict[int, GridCell] = {}
    for row in rows.values():
        table = replace(TEXT_COLUMNS, rows=range(min(row), max(row) + 1))
        for index, column in row.items():
            grid[index] = GridCell(min(row), column / _TEXTS, 1 / _TEXTS, first=False, column=column, table=table)
    return grid


def _wide_table(
    units: Sequence[Paragraph], side_by_side: Mapping[int, re.Match[str]], table: str, columns: Sequence[int]
) -> WideTable | None:
    """Return the table if it has enough columns for the whole pane; ``side_by_side`` has those that are not alone."""
    rows = [(index, match) for index, match in side_by_side.items() if match["table"] == table]
    if len(columns) < _WIDE_COLUMNS or not rows:
        return None
    headers = [units[index].marked for index, match in rows if match["row"] == "1"]
    first_texts = (units[n].marked for n, match in rows if int(match["column"]) == columns[0] and match["row"] != "1")
    longest = max((len(line) for text in first_texts for line in text.split("\n")), default=0)
    has_header = len(headers) > 1 and len(rows) > len(headers) and max(map(len, headers)) <= _LONGEST_HEAD
    rows_ = range(rows[0][0], rows[-1][0] + 1)
    head_word = max(map(len, headers[0].split()), default=0) if has_header else 0
    return WideTable(len(columns), max(longest, min(head_word, _FEW)) if longest <= _FEW else 0, rows_, has_header)


def _widths(preferred: Mapping[int, int], minimum: Mapping[int, int]) -> dict[int, float]:
    """Return each column's share of the width: enough for its longest word, and the rest by amount of text."""
    spare = max(_LINE - sum(minimum.values()), 0)
    gaps = {column: max(length - minimum[column], 0) for column, length in preferred.items()}
    all_gaps = sum(gaps.values())
    lengths = {column: minimum[column] + (spare * gaps[column] / all_gaps if all_gaps else 0) for column in preferred}
    total = sum(lengths.values())
    return {column: width / total for column, width in sorted(lengths.items())}


_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_HANGING = frozenset({"para", "point", "ind", "rec"})
"""Kinds with a label in the margin, whose children are indented by one step."""


@dataclass(frozen=True, slots=True)
class ReaderDocument:
    """Everything that the reader shows of a document.

    Attributes:
        stances: Stances of our position, by paragraph.
    """

    library_document: LibraryDocument
    document: Document
    annotations: Sequence[Annotation] = ()
    proposals: Mapping[Address, WordDiff] = field(default_factory=dict)
    stances: Mapping[Address, Stance | None] = field(default_factory=dict)
    versions: Sequence[LibraryDocument] = ()
    corrections: Sequence[Correction] = ()
    unplaced: Sequence[UnanchoredItem] = ()
    other_version_annotations: Sequence[tuple[LibraryDocument, Annotation]] = ()


@dataclass(frozen=True, slots=True)
class MarginSign:
    """A sign beside a paragraph.

    Attributes:
        meaning: Our stance, None for a position without one; or the kind of a mark or note.
        language: Language of another version that has it.
    """

    meaning: Stance | AnnotationKind | None
    language: str = ""

    @property
    def section(self) -> int:
        """Return the section of the paragraph's file with it: 1 our position, 2 notes."""
        return 2 if self.meaning in (AnnotationKind.NOTE, AnnotationKind.QUESTION) else 1


_FIRST_SIGNS = (AnnotationKind.RED_LINE, AnnotationKind.QUESTION, AnnotationKind.NOTE)
_SIGN_ORDER = (*_FIRST_SIGNS, *(kind for kind in AnnotationKind if kind not in _FIRST_SIGNS))


class ParagraphModel(QAbstractListModel):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.shown: ReaderDocument | None = None
        self.units: tuple[Paragraph, ...] = ()
        self.first_note = 0
        self.view = View.MARKED
        self.drafting_shown = {View.MARKED: False, View.AFTER: True}
        self._rows: dict[Address, int] = {}
        self._counted_rows: list[int] = []
        """The rows that count as paragraphs: the numbered ones of a text without articles, else every unit."""
        self._is_act = False
        self._settings: dict[int, TypesetText] = {}
        self._annotations: dict[Address, list[Annotation]] = {}
        self._others: dict[Address, list[tuple[LibraryDocument, Annotation]]] = {}

    def show(self, shown: ReaderDocument) -> None:
        self.beginResetModel()
        self.shown = shown
        self.units = shown.document.units()
        self.first_note = len(shown.document.paragraphs)
        self._rows = {unit.address: row for row, unit in enumerate(self.units)}
        self._is_act = any(unit.kind is Kind.ARTICLE for unit in shown.document.paragraphs)
        paragraphs = shown.document.paragraphs
        tops = [row for row, unit in enumerate(paragraphs) if unit.kind is Kind.PARAGRAPH and unit.depth == 1]
        self._counted_rows = tops if tops and not self._is_act else list(range(len(paragraphs)))
        self._settings.clear()
        self._sort_annotations(shown)
        self.endResetModel()

    def refresh(self, shown: ReaderDocument) -> list[int]:
        """Set new annotations and proposals on the same document; return the rows with changed text."""
        old = self.shown
        assert old is not None  # a refresh follows a show
        before, after = (
            {*document.annotations, *(annotation for _, annotation in document.other_version_annotations)}
            for document in (old, shown)
        )
        touched = {a.place.address for a in before ^ after}
        touched |= {*old.proposals, *shown.proposals, *old.stances, *shown.stances}
        self.shown = shown
        self._sort_annotations(shown)
        rows = sorted(self._rows[address] for address in touched if address in self._rows)
        proposed = {*old.proposals, *shown.proposals}
        other = {a for a in proposed if old.proposals.get(a) != shown.proposals.get(a)}
        reworded = [row for row in rows if self.units[row].address in other]
        for row in reworded:
            self._settings.pop(row, None)
        if rows:
            self.dataChanged.emit(self.index(rows[0]), self.index(rows[-1]))
        return reworded

    def set_view(self, view: View) -> None:
        self.view = view
        self._retypeset()

    def show_drafting(self, shown: bool, view: View) -> None:
        """Show our drafting in a view of the text or not: with its mark-up, or after its changes."""
        self.drafting_shown = {**self.drafting_shown, view: shown}
        self._retypeset()

    def _retypeset(self) -> None:
        self._settings.clear()
        if self.units:
            self.dataChanged.emit(self.index(0), self.index(len(self.units) - 1))

    def typeset_text(self, row: int) -> TypesetText:
        if row not in self._settings:
            unit = self.units[row]
            words = self.proposal(row)
            self._settings[row] = set_proposal(unit, words, self.view) if words else set_view(unit, self.view)
        return self._settings[row]

    def proposal(self, row: int) -> WordDiff:
        return self.visible_proposals().get(self.units[row].address, ())

    def visible_proposals(self) -> Mapping[Address, WordDiff]:
        is_shown = self.drafting_shown.get(self.reading(), False)
        return self.shown.proposals if self.shown is not None and is_shown else {}

    @property
    def language(self) -> str:
        """Return the ISO 639-1 code of the text; empty while there is none."""
        return self.shown.library_document.header.language if self.shown is not None else ""

    def reading(self) -> View:
        """Return the view; a text without marked changes is shown as after them."""
        return self.view if self.view is not View.MARKED or self.marks_changes() else View.AFTER

    def annotations(self, row: int) -> Sequence[Annotation]:
        return self._annotations.get(self.units[row].address, ())

    def other_version_annotations(self, row: int) -> Sequence[tuple[LibraryDocument, Annotation]]:
        return self._others.get(self.units[row].address, ())

    def has_position_entry(self, row: int) -> bool:
        return self.shown is not None and self.units[row].address in self.shown.stances

    def signs(self, row: int) -> list[MarginSign]:
        """Return the signs in the margin of a row: our position, its marks and notes, then those on other languages."""
        signs, address = [], self.units[row].address
        stance = self.shown.stances.get(address) if self.shown is not None else None
        if stance is not None:
            signs.append(MarginSign(stance))
        elif self.has_position_entry(row) and not self.proposal(row):
            signs.append(MarginSign(None))
        kinds = sorted({annotation.kind for annotation in self.annotations(row)}, key=_SIGN_ORDER.index)
        signs += [MarginSign(kind) for kind in kinds if stance is None or kind.value != stance.value]
        others = {(value.kind, document.header.language): None for document, value in self._others.get(address, ())}
        return signs + [MarginSign(kind, language) for kind, language in others]

    def row_for_address(self, address: Address) -> int | None:
        return self._rows.get(address)

    def place(self, row: int) -> Place:
        assert self.shown is not None  # there are rows
        return Place(self.shown.library_document.id, self.units[row].address)

    def addresses(self) -> Iterable[Address]:
        return self._rows.keys()

    def is_heading(self, row: int) -> bool:
        return self.units[row].kind in HEADINGS

    def is_centred(self, row: int) -> bool:
        """True for a centred heading, as in a printed act; other documents have theirs at the left."""
        kind = self.units[row].kind
        return kind in HEADINGS and (self._is_act or kind is not Kind.HEADING)

    def is_note(self, row: int) -> bool:
        return row >= self.first_note

    def step(self, row: int) -> int:
        unit = self.units[row]
        parent_kinds = [segment.partition("_")[0] for segment in unit.address.split("__")[:-1]]
        steps = sum(kind in _HANGING for kind in parent_kinds)
        return max(0, steps - (unit.kind in (Kind.SUBPARAGRAPH, Kind.TEXT)))

    def paragraph_count(self) -> int:
        return len(self._counted_rows)

    def number(self, row: int) -> int | None:
        """Return the number of the counted paragraph that a row is or belongs to, from 1.

        None for a heading or a footnote.
        """
        number = bisect_right(self._counted_rows, row)
        if not number or self.is_note(row):
            return None
        top = self.units[self._counted_rows[number - 1]].address
        address = self.units[row].address
        return number if address == top or address.startswith(f"{top}__") else None

    def marks_changes(self) -> bool:
        return self.shown is not None and self.shown.document.mark_up is not MarkUp.NONE

    @override
    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.units)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = index.row()
        text = f"{self.units[row].label} {self.units[row].text}".strip()
        if role != Qt.ItemDataRole.AccessibleTextRole:
            return text if role == Qt.ItemDataRole.DisplayRole else None
        kinds = [terms.kind_label(annotation.kind) for annotation in self.annotations(row)]
        kinds += [
            f"{terms.kind_label(value.kind)}, {terms.version_note(document)}"
            for document, value in self.other_version_annotations(row)
        ]
        if self.has_position_entry(row):
            kinds.append(self.tr("our position"))
        words = shorten_words(self.proposal(row))
        kinds += [page_metrics.accessible_text(words)] if words else []
        return ". ".join(part for part in (text, ", ".join(kinds)) if part)

    def _sort_annotations(self, shown: ReaderDocument) -> None:
        self._annotations.clear()
        self._others.clear()
        for annotation in shown.annotations:
            self._annotations.setdefault(annotation.place.address, []).append(annotation)
        for other in shown.other_version_annotations:
            self._others.setdefault(other[1].place.address, []).append(other)


@dataclass(frozen=True, slots=True, order=True)
class TextPosition:
    """A position between two characters: of the typeset text of a row, or of a page of the original."""

    row: int
    at: int


class TextRange:
    """Selection from an anchor to a caret, across rows or pages."""

    def __init__(self) -> None:
        self.anchor: TextPosition | None = None
        self.caret: TextPosition | None = None

    def clear(self) -> None:
        self.anchor = self.caret = None

    def set_caret(self, position: TextPosition, *, extend: bool = False) -> None:
        """Set the caret, and the anchor with it unless the selection is extended."""
        if not extend or self.anchor is None:
            self.anchor = position
        self.caret = position

    def choose(self, row: int, start: int, end: int) -> None:
        self.anchor, self.caret = TextPosition(row, start), TextPosition(row, end)

    def is_empty(self) -> bool:
        return self.anchor is None or self.anchor == self.caret

    def bounds(self) -> tuple[TextPosition, TextPosition] | None:
        """Return start and end in reading order; None without a selection."""
        if self.anchor is None or self.caret is None or self.anchor == self.caret:
            return None
        return min(self.anchor, self.caret), max(self.anchor, self.caret)

    def rows(self) -> range:
        bounds = self.bounds()
        return range(bounds[0].row, bounds[1].row + 1) if bounds else range(0)

    def _part(self, row: int, length: int) -> tuple[int, int] | None:
        bounds = self.bounds()
        if bounds is None or row not in self.rows():
            return None
        return bounds[0].at if row == bounds[0].row else 0, bounds[1].at if row == bounds[1].row else length


class Selection(TextRange):
    def __init__(self, model: ParagraphModel) -> None:
        super().__init__()
        self._model = model

    def end(self, row: int) -> TextPosition:
        return TextPosition(row, len(self._model.typeset_text(row).text))

    def in_row(self, row: int) -> tuple[int, int] | None:
        return self._part(row, self.end(row).at) if row in self.rows() else None

    def quoted_rows(self) -> list[int]:
        """Return the rows with selected words; a selection may end at the beginning of another."""
        spans = {row: self.in_row(row) or (0, 0) for row in self.rows()}
        return [row for row, (start, end) in spans.items() if start < end]

    def text(self) -> str:
        """Return the selected words, one paragraph per line; a paragraph selected from its beginning has its label."""
        lines = []
        for row in self.quoted_rows():
            start, end = self.in_row(row) or (0, 0)
            chosen = self._model.typeset_text(row).document_text(start, end)
            label = self._model.units[row].label if start == 0 and len(self.rows()) > 1 else ""
            lines.append(f"{label} {chosen}".strip())
        return "\n".join(lines)

    def step(self, position: TextPosition, by: int, *, word: bool) -> TextPosition:
        """Return the position one character or one word further, across rows."""
        text = self._model.typeset_text(position.row).text
        edges = {edge for span in word_spans(text) for edge in span}
        return self._next_stop(position, by, sorted({0, len(text), *edges}) if word else range(len(text) + 1))

    def step_sentence(self, position: TextPosition, by: int) -> TextPosition:
        return self._next_stop(position, by, [end if by > 0 else start for start, end in self._sentences(position.row)])

    def _next_stop(self, position: TextPosition, by: int, stops: Sequence[int]) -> TextPosition:
        """Return the next of some positions in a row, or the previous; otherwise the start or end of the other row."""
        beyond = [stop for stop in stops if (stop > position.at if by > 0 else stop < position.at)]
        if beyond:
            return TextPosition(position.row, beyond[0] if by > 0 else beyond[-1])
        if by > 0:
            return TextPosition(position.row + 1, 0) if position.row + 1 < len(self._model.units) else position
        return self.end(position.row - 1) if position.row else position

    def other_sentence(self, row: int, by: int) -> tuple[int, int] | None:
        """Return the sentence after or before the selection in a row.

        Without a selection the first or last; None if there are no more.
        """
        spans = self._sentences(row)
        chosen = self.in_row(row)
        if chosen is None:
            offset = self.caret.at if self.caret and self.caret.row == row else 0
            beyond = [span for span in spans if span[1] > offset]
            return (beyond[0] if beyond else spans[-1]) if spans else None
        if by > 0:
            return next((span for span in spans if span[0] >= chosen[1]), None)
        return next((span for span in reversed(spans) if span[1] <= chosen[0]), None)

    def _sentences(self, row: int) -> list[tuple[int, int]]:
        return sentences(self._model.typeset_text(row).text)


def sentences(text: str) -> list[tuple[int, int]]:
    """Return the spans of the sentences of a text, without the space between them: in code points, in order."""
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Sentence, text)
    stops = [0]
    while (stop := finder.toNextBoundary()) >= 0:
        stops.append(from_qt(text, stop))
    spans = []
    for start, end in pairwise(stops):
        sentence = text[start:end]
        if sentence.strip():
            spans.append((start + len(sentence) - len(sentence.lstrip()), start + len(sentence.rstrip())))
    return spans


def word_at(text: str, at: int) -> tuple[int, int]:
    """Return the word at an offset, or the character there."""
    return next(((start, end) for start, end in word_spans(text) if start <= at <= end), (at, min(at + 1, len(text))))
