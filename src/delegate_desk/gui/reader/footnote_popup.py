"""A footnote shown beside its call, under the mouse or by a key, until the next action."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout
from typing_extensions import override

from delegate_desk.core.documents.document import Address
from delegate_desk.gui.widgets import theme
from delegate_desk.gui.widgets.labels import terms

if TYPE_CHECKING:
    from delegate_desk.gui.reader.document_view import DocumentView

_WIDEST = 420
_GAP = 4
_MARGIN = 12
_LEAVES = frozenset({QEvent.Type.Leave, QEvent.Type.Wheel, QEvent.Type.MouseButtonPress, QEvent.Type.Resize})


class FootnotePopup(QFrame):
    """Stands over the paper near a call; Esc closes it, Enter goes to the footnote, and so does the call's key again.

    Attributes:
        note: The footnote shown, or None.
    """

    def __init__(self, paper: DocumentView) -> None:
        super().__init__(paper.viewport())
        self._paper = paper
        self.note: Address | None = None
        self._by_mouse = False
        self.setObjectName("note_popup")
        self.text_label = QLabel()
        self.text_label.setWordWrap(True)
        self.text_label.setTextFormat(Qt.TextFormat.PlainText)
        self._inside = QVBoxLayout(self)
        self._inside.setContentsMargins(_MARGIN, 8, _MARGIN, 8)
        self._inside.addWidget(self.text_label)
        self.hide()
        paper.installEventFilter(self)
        paper.viewport().installEventFilter(self)
        paper.verticalScrollBar().valueChanged.connect(self.close_note)

    def show_note(self, note: Address, row: int, start: int, end: int, *, by_mouse: bool = False) -> None:
        """Show a footnote under its call: a part of what is set in a row."""
        paper = self._paper
        at = paper.paragraphs.row_for_address(note)
        if at is None:
            return
        unit = paper.paragraphs.units[at]
        self.note, self._by_mouse = note, by_mouse
        self.text_label.setFont(theme.reading_font(max(paper.reading_size - 3, 12)))
        text = f"{unit.label}  {unit.text}".strip()
        self.text_label.setText(text)
        self.setAccessibleName(f"{terms.margin_label(note, unit.label)}: {unit.text}")
        words = self.text_label.fontMetrics().horizontalAdvance(text) + 2 * _MARGIN + 2
        width = min(_WIDEST, words, max(paper.viewport().width() - 32, 120))
        self.setFixedWidth(width)
        self.setFixedHeight(self._inside.heightForWidth(width))
        self.move(self._corner(paper.box_for_span(row, start, end)))
        self.show()
        self.raise_()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def close_note(self) -> None:
        """Close it."""
        self.note = None
        self.hide()

    def _corner(self, call: QRect) -> QPoint:
        """Under the call, or over it where there is no room; never beyond the pane."""
        pane = self._paper.viewport().rect()
        x = min(max(call.left() - 24, 8), max(pane.width() - self.width() - 8, 8))
        y = call.bottom() + _GAP
        if y + self.height() > pane.height() and call.top() - _GAP - self.height() >= 0:
            y = call.top() - _GAP - self.height()
        return QPoint(x, y)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self.isHidden():
            return False
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and watched is self._paper:
            note, key = self.note, Qt.Key(event.key())
            self.close_note()
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and note is not None:
                self._paper.footnote_requested.emit(note)
                return True
            return key is Qt.Key.Key_Escape
        if event.type() == QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
            if self._by_mouse and self._paper.call_at(event.position().toPoint()) != self.note:
                self.close_note()
        elif event.type() in _LEAVES or (event.type() == QEvent.Type.FocusOut and watched is self._paper):
            self.close_note()
        return False
