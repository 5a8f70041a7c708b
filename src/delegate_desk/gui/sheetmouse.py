"""What the mouse does on pages: takes a paragraph to hand, chooses words, asks for the commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QMouseEvent
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from delegate_desk.gui.views.sheets import Sheets


class SheetMouse:
    """Turns the mouse's events into places and words."""

    def __init__(self, sheets: Sheets) -> None:
        self._sheets = sheets
        self._pressed: QPointF | None = None
        self._drags = False

    def press(self, event: QMouseEvent) -> None:
        sheets, point = self._sheets, event.position()
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        extend = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        letter = sheets.letter_at(point, near=extend)
        self._pressed, self._drags = point, extend
        if letter is None:
            sheets.choose_nothing()
            return
        sheets.chosen.put(letter, extend=extend)
        sheets.viewport().update()
        sheets.words_chosen.emit()

    def move(self, event: QMouseEvent) -> None:
        sheets, point = self._sheets, event.position()
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            on_words = sheets.letter_at(point) is not None
            sheets.viewport().setCursor(Qt.CursorShape.IBeamCursor if on_words else Qt.CursorShape.ArrowCursor)
            return
        far = (point - self._pressed).manhattanLength()
        if not self._drags and far < QApplication.startDragDistance():
            return
        self._drags = True
        letter = sheets.letter_at(point, near=True)
        if letter is not None and sheets.chosen.anchor is not None:
            self._scroll_along(point)
            sheets.chosen.put(letter, extend=True)
            sheets.viewport().update()
            sheets.words_chosen.emit()

    def release(self, event: QMouseEvent) -> None:
        """A click that chose no words takes the paragraph there to hand."""
        pressed, self._pressed = self._pressed, None
        found = self._sheets.point_at(event.position()) if pressed is not None and not self._drags else None
        if found is not None:
            self._sheets.pointed.emit(*found)

    def double(self, event: QMouseEvent) -> None:
        sheets = self._sheets
        letter = sheets.letter_at(event.position())
        if letter is not None:
            sheets.chosen.choose_word(letter)
            sheets.viewport().update()
            sheets.words_chosen.emit()

    def ask_menu(self, event: QContextMenuEvent) -> None:
        """Take the paragraph under the mouse to hand, unless words are chosen, and then offer commands."""
        sheets = self._sheets
        found = sheets.point_at(QPointF(event.pos()))
        if event.reason() is QContextMenuEvent.Reason.Mouse and found is not None and sheets.chosen.is_empty():
            sheets.pointed.emit(*found)
        sheets.menu_asked.emit(event.globalPos())

    def _scroll_along(self, point: QPointF) -> None:
        """Scroll while words are chosen beyond the pane."""
        bar, height = self._sheets.verticalScrollBar(), self._sheets.viewport().height()
        if not 0 <= point.y() <= height:
            bar.setValue(bar.value() + (bar.singleStep() if point.y() > 0 else -bar.singleStep()))
