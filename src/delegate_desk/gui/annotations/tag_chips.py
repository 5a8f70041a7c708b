"""Tags: as chips to look at, and as a line to type them into."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, QStringListModel, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCompleter, QLineEdit, QSizePolicy, QWidget
from typing_extensions import override

from delegate_desk.gui.widgets import theme
from delegate_desk.gui.widgets.basic_widgets import set_part

_HEIGHT = 18
_GAP = 4


class TagChips(QWidget):
    """Tags side by side, in as many lines as they need."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tags: tuple[str, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_tags(self, tags: Sequence[str]) -> None:
        """Show these tags."""
        self._tags = tuple(tags)
        self.setAccessibleName(", ".join(tags))
        self.setVisible(bool(tags))
        self.updateGeometry()
        self.update()

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        boxes = self._boxes(width)
        return boxes[-1].bottom() + 3 if boxes else 0

    @override
    def sizeHint(self) -> QSize:
        return QSize(160, self.heightForWidth(max(160, self.width())))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.ui_font(theme.FINE))
        for tag, box in zip(self._tags, self._boxes(self.width()), strict=True):
            painter.setPen(QPen(theme.color("hairline"), 1))
            painter.setBrush(theme.color("canvas"))
            painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), _HEIGHT / 2, _HEIGHT / 2)
            painter.setPen(theme.color("soft"))
            shown = painter.fontMetrics().elidedText(tag, Qt.TextElideMode.ElideRight, box.width() - 12)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, shown)

    def _boxes(self, width: int) -> list[QRect]:
        metrics = QFontMetrics(theme.ui_font(theme.FINE))
        corner = QPoint(0, 2)
        boxes: list[QRect] = []
        for tag in self._tags:
            wide = min(metrics.horizontalAdvance(tag) + 14, max(width, 40))
            if corner.x() and corner.x() + wide > width:
                corner = QPoint(0, corner.y() + _HEIGHT + _GAP)
            boxes.append(QRect(corner, QSize(wide, _HEIGHT)))
            corner += QPoint(wide + _GAP, 0)
        return boxes


class TagsEdit(QLineEdit):
    """A line of tags with commas between them, completed from those in use."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_part(self, "tags")
        self.setAccessibleName(self.tr("Tags"))
        self.setPlaceholderText(self.tr("Tags (comma-separated)"))
        self._known = QStringListModel(self)
        completer = _LastTagCompleter(self._known, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(completer)

    def tags(self) -> tuple[str, ...]:
        """The tags typed, each once."""
        return tuple(dict.fromkeys(tag.strip() for tag in self.text().split(",") if tag.strip()))

    def set_tags(self, tags: Iterable[str]) -> None:
        """Show these tags."""
        self.setText(", ".join(tags))

    def set_suggestions(self, tags: Iterable[str]) -> None:
        """Offer these tags."""
        self._known.setStringList(list(tags))


class _LastTagCompleter(QCompleter):
    """Completes what stands behind the last comma."""

    @override
    def splitPath(self, path: str) -> list[str]:
        return [path.rsplit(",", 1)[-1].lstrip()]

    @override
    def pathFromIndex(self, index: object) -> str:
        chosen = super().pathFromIndex(index)  # type: ignore[arg-type]  # the index comes from Qt and goes back to it
        line = self.widget()
        typed = line.text() if isinstance(line, QLineEdit) else ""
        before, comma, _ = typed.rpartition(",")
        return f"{before}{comma} {chosen}" if comma else chosen
