"""Presenter's view: only the document, for an audience."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QContextMenuEvent, QGuiApplication, QKeyEvent, QMouseEvent, QScreen
from PySide6.QtWidgets import QFrame, QWidget
from typing_extensions import override

from delegate_desk.gui.reader.document_view import DocumentHeader, DocumentView
from delegate_desk.gui.reader.paragraph_model import ParagraphModel, ReaderDocument
from delegate_desk.gui.widgets.basic_widgets import column_layout, label, row_layout, show_text
from delegate_desk.gui.widgets.labels import terms
from delegate_desk.gui.widgets.text.page_metrics import metrics_for_pane

LARGER = 1.5
_SIZE = QSize(1100, 820)
_ROOM = 0.9
"""Maximum share of a single screen."""
_FORWARD = (Qt.Key.Key_Down, Qt.Key.Key_J, Qt.Key.Key_PageDown, Qt.Key.Key_Space, Qt.Key.Key_Right)
_BACK = (Qt.Key.Key_Up, Qt.Key.Key_K, Qt.Key.Key_PageUp, Qt.Key.Key_Left)
"""The last key of each is that of presentation clickers."""


class PresentedDocument(DocumentView):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setMouseTracking(False)
        self.viewport().setCursor(Qt.CursorShape.ArrowCursor)

    @override
    def _measure(self) -> None:
        measures = metrics_for_pane(self.viewport().width(), self.reading_size)
        shown = self.paragraphs.shown
        self.header = DocumentHeader(shown, measures, bare=True, larger=LARGER) if shown else None
        self.row_layout.reset(measures)

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        """Leave the text as it is under the mouse, except for the wheel."""
        if isinstance(event, QMouseEvent | QContextMenuEvent):
            event.accept()
            return True
        return super().viewportEvent(event)


class PresenterWindow(QWidget):
    """A separate window that follows the current paragraph."""

    stepped = Signal(int)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("presenter")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)  # the user continues in the main window
        self.setWindowTitle(self.tr("Presenter’s View"))
        self.setAccessibleName(self.tr("Presenter’s View"))
        self.wall = PresentedDocument()
        self.wall.setObjectName("paper")
        self.wall.setAccessibleName(self.tr("Text of the document"))
        self.name_label, self.marking_label = label("", "status"), label("", "marking")
        footer = row_layout(self.name_label, None, self.marking_label, margins=(24, 8, 24, 8))
        column_layout((self.wall, 1), footer, within=self, margins=0, spacing=0)
        self.marking_label.hide()
        self.resize(_SIZE)

    def show_place(self, model: ParagraphModel, row: int, reading_size: int, newer: str = "") -> None:
        """Show what a reader shows of the document, with its current paragraph tinted and visible."""
        shown, wall = model.shown, self.wall
        if shown is None:
            return
        size = round(reading_size * LARGER)
        old = wall.paragraphs.shown
        if wall.reading_size != size:
            wall.set_reading_size(size)
        if old is None or old.document is not shown.document or old.library_document != shown.library_document:
            wall.show_document(ReaderDocument(shown.library_document, shown.document))
            self.setWindowTitle(shown.library_document.name)
            show_text(self.marking_label, shown.library_document.header.marking or "")
        if wall.paragraphs.view is not model.view:
            wall.paragraphs.set_view(model.view)
            wall.relayout_rows(range(len(wall.paragraphs.units)))
        if row != wall.current_row():
            wall.go_to_row(row, far=True)
        unit = wall.paragraphs.units[row] if 0 <= row < len(wall.paragraphs.units) else None
        place = terms.margin_label(unit.address, unit.label) if unit else ""
        self.name_label.setText(" · ".join(text for text in (shown.library_document.name, place, newer) if text))

    def show_on_screen(self, beside: QScreen, screens: Callable[[], list[QScreen]] = QGuiApplication.screens) -> None:
        """Show the window: full screen on a second screen, if there is one, else as a window to share."""
        other = next((screen for screen in screens() if screen is not beside), None)
        if other is None:
            self.resize(_SIZE.boundedTo(beside.availableSize() * _ROOM))
            self.show()
        else:
            self.setGeometry(other.geometry())
            self.showFullScreen()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key is Qt.Key.Key_Escape:
            self.close()
        elif key is Qt.Key.Key_F11:
            self.showNormal() if self.isFullScreen() else self.showFullScreen()
        elif key in _FORWARD or key in _BACK:
            self.stepped.emit(1 if key in _FORWARD else -1)
        else:
            super().keyPressEvent(event)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()
