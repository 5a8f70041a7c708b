"""A row of the page of a position: a provision, or a note for circulation."""

import re
from abc import abstractmethod
from html import escape

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from delegate_desk.gui.positions.provision_fields import MarginLabel
from delegate_desk.gui.widgets import theme
from delegate_desk.gui.widgets.basic_widgets import column_layout, handle_escape, label, row_layout, set_property
from delegate_desk.gui.widgets.rows.row_painting import draw_cursor

_SIGN_WIDTH = 16
_IN_ARTICLE = re.compile(r"\w+\((\d[\w ]*)\)(.*)")
"""The margin label of a provision in an article, with the article's number."""


class PositionRow(QWidget):
    """A row of the page: its sign and its label in the margin, and below a heading if it is the first there.

    Attributes:
        margin: Its place, with the number of its article: ``3(1)``.
    """

    shown_in_text = Signal()
    left = Signal()

    def __init__(self, margin: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.is_active = False
        self.margin, self._is_in_article = margin, False
        self.heading_label = label("", "row_heading", wrap=True)
        self.heading_label.setTextFormat(Qt.TextFormat.RichText)
        self.heading_label.hide()
        self.sign_label = label("", "sign")
        self.sign_label.setFixedWidth(_SIGN_WIDTH)
        self.mark_label = MarginLabel(margin)
        self._content = QVBoxLayout()
        self._content.setSpacing(4)
        top = Qt.AlignmentFlag.AlignTop
        parts = ((self.sign_label, 0, top), (self.mark_label, 0, top), 12, (self._content, 1))
        self._row = row_layout(*parts, margins=(4, 8, 12, 8), spacing=0)
        column_layout(self.heading_label, self._row, within=self, margins=0, spacing=0)

    def set_margin(self, margin: str) -> None:
        self.margin = margin
        within = _IN_ARTICLE.fullmatch(margin) if self._is_in_article else None
        self.mark_label.setText(f"{within[1]}{within[2] or '.'}" if within else margin)

    def show_heading(self, number: str, title: str, *, is_first: bool) -> None:
        """Shorten the place within its article, and show the article's heading if the row is the first there."""
        self._is_in_article = bool(number)
        self.set_margin(self.margin)
        heading = f"{theme.semi_bold(f'<b>{escape(number)}</b>')} {escape(title)}" if is_first and number else ""
        self.heading_label.setText(heading)
        self.heading_label.setVisible(bool(heading))

    def show_sign(self, sign: str, role: str) -> None:
        self.sign_label.setText(sign)
        set_property(self.sign_label, "role", role)

    def set_active(self, *, active: bool) -> None:
        self.is_active = active
        self.update()

    @abstractmethod
    def tab_stops(self) -> list[QWidget]:
        """Return its tab stops, in order."""

    @override
    def event(self, event: QEvent) -> bool:
        return handle_escape(event, self.left.emit) or super().event(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self.is_active:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            draw_cursor(painter, QRectF(self._row.geometry()))
