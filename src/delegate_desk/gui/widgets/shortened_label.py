"""A single-line label that is shortened to its width, and a combo box as wide as its choice."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QComboBox, QLabel, QWidget
from typing_extensions import override

_LEAST = 24


class ShortenedLabel(QLabel):
    """Plain text on one line, elided; a screen reader reads all of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hint = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("shortened", True)

    @override
    def setText(self, text: str) -> None:
        if text != self.text():
            super().setText(text)
            self._update_tool_tip()

    @override
    def setToolTip(self, hint: str) -> None:
        self._hint = hint
        self._update_tool_tip()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(min(_LEAST, self.sizeHint().width()), super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._update_tool_tip()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().windowText().color())
        painter.drawText(self.contentsRect(), self.alignment(), self._shown())

    def _update_tool_tip(self) -> None:
        whole = self.text() if self._shown() != self.text() else ""
        super().setToolTip("\n".join(text for text in (whole, self._hint) if text))

    def _shown(self) -> str:
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.contentsRect().width())


_ARROW = 34
"""Width of a combo box around its text."""


class ChoiceCombo(QComboBox):
    """As wide as the current choice."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.currentTextChanged.connect(lambda _: self.updateGeometry())

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self.currentText()) + _ARROW, super().sizeHint().height())

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def showPopup(self) -> None:
        self.view().setMinimumWidth(super().sizeHint().width())
        super().showPopup()
