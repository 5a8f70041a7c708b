"""A look at a hit beside the list: its paragraph between its neighbours, without opening the document."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QVBoxLayout, QWidget
from typing_extensions import override

from delegate_desk.core.documents.document import LibraryDocument, Paragraph, Place
from delegate_desk.core.search import GoToSuggestion, Hit, HitKind
from delegate_desk.core.values import dataclass
from delegate_desk.desk import Desk
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets import theme
from delegate_desk.gui.widgets.basic_widgets import StyledPane, handle_escape, label, make_card, set_part
from delegate_desk.gui.widgets.jobs import LatestOnly
from delegate_desk.gui.widgets.labels import terms
from delegate_desk.gui.widgets.shortened_label import ShortenedLabel
from delegate_desk.gui.widgets.text.paragraph_text import to_qt

_BEFORE, _AFTER = 2, 3
_ABOVE = 72
"""How much of what stands before is seen, in pixels."""


@dataclass(frozen=True, slots=True)
class Neighbours:
    """A place with what stands around it.

    Attributes:
        at: Which of the units is the place itself; -1 where it is the document as a whole.
        words: That matched, as they stand there.
    """

    library_document: LibraryDocument
    units: Sequence[Paragraph]
    at: int
    words: frozenset[str]


def load_neighbours(desk: Desk, place: Place, words: frozenset[str]) -> Neighbours:
    """Gather a place with its neighbours: quick, safe on any thread."""
    units = desk.documents.content(place.document).units()
    found = next((n for n, unit in enumerate(units) if unit.address == place.address), -1)
    begin = max(0, found - _BEFORE)
    return Neighbours(
        desk.documents.get(place.document), units[begin : begin + _BEFORE + _AFTER + 1], found - begin, words
    )


class PreviewPane(StyledPane):
    """Shows the paragraph of a hit with its neighbours.

    Signals:
        left: Esc was pressed in it.
        shown: A place is shown.
    """

    left = Signal()
    shown = Signal()

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._newest = LatestOnly(tasks, self)
        self._neighbours: Neighbours | None = None
        self.setAccessibleName(self.tr("Preview"))
        set_part(self, "canvas")
        self._head = label("", "facet")
        self._where = ShortenedLabel()
        self._where.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        set_part(self._where, "soft")
        self.text = QTextEdit()
        self.text.setReadOnly(True)
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setTabChangesFocus(True)
        self.text.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.text.installEventFilter(self)
        self._keys = label(self.tr("Enter open · Space or Esc close"), "soft", wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 12)
        layout.setSpacing(8)
        layout.addWidget(label(self.tr("Preview"), "head"))
        frame, inside = make_card()
        inside.addWidget(self._head)
        inside.addWidget(self._where)
        inside.addWidget(self.text, 1)
        layout.addWidget(frame, 1)
        layout.addWidget(self._keys)
        theme.subscribe_to_theme(self, self._write)

    def show_row(self, row: Hit | GoToSuggestion) -> None:
        """Show where a hit or a place stands, the words that matched lit in a text."""
        words: frozenset[str] = frozenset()
        if isinstance(row, GoToSuggestion):
            place = row.place
        else:
            place = Place(row.document, row.address)
            if row.kind is HitKind.PARAGRAPH:
                words = frozenset(row.snippet[start:end] for start, end in row.highlights)
        self._newest.run(lambda _: load_neighbours(self._desk, place, words), self._show)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        return handle_escape(event, self.left.emit)

    def _show(self, looked: Neighbours) -> None:
        self._neighbours = looked
        self._write()
        self.shown.emit()

    def _write(self) -> None:
        looked = self._neighbours
        if looked is None:
            return
        header = looked.library_document.header
        self._head.setText(" · ".join(filter(None, (looked.library_document.name, header.language, header.marking))))
        self._where.setText(header.subject)
        self.text.setAccessibleName(looked.library_document.name)
        document = self.text.document()
        document.clear()
        document.setDocumentMargin(0)
        cursor = QTextCursor(document)
        at_hand = cursor.position()
        for number, unit in enumerate(looked.units):
            if number:
                cursor.insertBlock()
            if number == looked.at:
                at_hand = cursor.position()
            self._write_unit(cursor, unit, at_hand=number == looked.at)
        cursor.setPosition(at_hand)
        self.text.setTextCursor(cursor)
        bar = self.text.verticalScrollBar()
        bar.setValue(bar.value() + self.text.cursorRect().top() - _ABOVE)

    def _write_unit(self, cursor: QTextCursor, unit: Paragraph, *, at_hand: bool) -> None:
        block = QTextBlockFormat()
        block.setTopMargin(4)
        block.setBottomMargin(8)
        if at_hand:
            block.setBackground(theme.color("tint"))
        cursor.setBlockFormat(block)
        letters = QTextCharFormat()
        letters.setFont(theme.reading_font(theme.LARGE))
        letters.setForeground(theme.color("soft"))
        margin = terms.margin_label(unit.address, unit.label)
        cursor.insertText(f"{margin}  " if margin else "", letters)
        letters.setForeground(theme.color("ink" if at_hand else "soft"))
        start = cursor.position()
        cursor.insertText(unit.text, letters)
        if at_hand and self._neighbours:
            _highlight(cursor, unit.text, start, self._neighbours.words)
        cursor.setPosition(start + to_qt(unit.text, len(unit.text)))


def _highlight(cursor: QTextCursor, text: str, start: int, words: frozenset[str]) -> None:
    ground = QTextCharFormat()
    ground.setBackground(theme.color("hit"))
    for word in words:
        for begin in _word_offsets(text, word):
            cursor.setPosition(start + to_qt(text, begin))
            cursor.setPosition(start + to_qt(text, begin + len(word)), QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(ground)


def _word_offsets(text: str, word: str) -> list[int]:
    found, at = [], text.find(word) if word else -1
    while at >= 0:
        end = at + len(word)
        if not (text[at - 1 : at].isalnum() or text[end : end + 1].isalnum()):
            found.append(at)
        at = text.find(word, end)
    return found
