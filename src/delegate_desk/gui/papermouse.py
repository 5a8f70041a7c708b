"""What the mouse does on the paper: takes a paragraph to hand, chooses words, follows a footnote's call."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QPoint, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from delegate_desk.gui.selection import word_at

if TYPE_CHECKING:
    from delegate_desk.gui.views.paper import Paper


class PaperMouse:
    """Turns the mouse's events into places and words."""

    def __init__(self, paper: Paper) -> None:
        self._paper = paper
        self._since_double = QElapsedTimer()

    def press(self, event: QMouseEvent) -> None:
        paper, point = self._paper, event.position().toPoint()
        if paper.asks_at(point) and event.button() is Qt.MouseButton.LeftButton:
            paper.header_asked.emit()
            return
        spot = paper.spot_at(point)
        if spot is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        call = paper.call_at(point)
        if call is not None:
            paper.note_asked.emit(call)
            return
        paper.caret_shown = True
        if self._is_third_click():
            paper.chosen.choose(spot.row, 0, len(paper.paragraphs.setting(spot.row).text))
        else:
            paper.chosen.put(spot, extend=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        paper.setCurrentIndex(paper.paragraphs.index(spot.row))
        paper.viewport().update()
        paper.words_chosen.emit()

    def move(self, event: QMouseEvent) -> None:
        paper, point = self._paper, event.position().toPoint()
        if not event.buttons() & Qt.MouseButton.LeftButton:
            hand = paper.asks_at(point) or paper.call_at(point) is not None
            paper.viewport().setCursor(Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.IBeamCursor)
            return
        spot = paper.spot_at(point)
        if spot is not None and paper.chosen.anchor is not None:
            self._scroll_along(point)
            paper.extend(spot)

    def double(self, event: QMouseEvent) -> None:
        paper = self._paper
        spot = paper.spot_at(event.position().toPoint())
        if spot is not None:
            self._since_double.start()
            paper.chosen.choose(spot.row, *word_at(paper.paragraphs.setting(spot.row).text, spot.at))
            paper.viewport().update()
            paper.words_chosen.emit()

    def ask_menu(self, point: QPoint) -> None:
        """Take the paragraph under the mouse to hand, unless words are chosen in it, and then offer commands."""
        spot = self._paper.spot_at(point)
        if spot is not None and self._paper.chosen.in_row(spot.row) is None:
            self._paper.go(spot.row)

    def _is_third_click(self) -> bool:
        interval = QApplication.doubleClickInterval()
        return self._since_double.isValid() and not self._since_double.hasExpired(interval)

    def _scroll_along(self, point: QPoint) -> None:
        """Scroll while words are chosen beyond the pane."""
        if not self._paper.viewport().rect().contains(point):
            bar = self._paper.verticalScrollBar()
            bar.setValue(bar.value() + (bar.singleStep() if point.y() > 0 else -bar.singleStep()))
