"""The amber line over a view of a document that has a newer revision in the library."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton, QWidget
from typing_extensions import override

from delegate_desk.gui.widgets import icons, theme
from delegate_desk.gui.widgets.basic_widgets import Dressed, label, part
from delegate_desk.gui.widgets.flow_layout import Wrapped
from delegate_desk.gui.widgets.focus_ring import put_behind

_EDGE, _GAP = 16, 16
_ROW = 36
_SIGN = 16
_PADDING = 6
"""Of a link, whose words begin where those above do."""


class SupersededStrip(Wrapped, Dressed):
    """Says that there is a newer revision, and leads to it; it takes as many lines as it needs.

    Signals:
        open_asked: The newer revision is to be opened.
        changes_asked: What it changed for us is to be shown.
        closed: It is not to be shown again.
        seen: It came on the screen.
    """

    open_asked = Signal()
    changes_asked = Signal()
    closed = Signal()
    seen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        part(self, "strip")
        self._sign = QLabel(self)
        self._sign.setFixedSize(_SIGN, _SIGN)
        self.text = label("", "strip", wrap=True)
        self.text.setParent(self)
        self.open_button = self._link(self.open_asked)
        self.changes_button = self._link(self.changes_asked)
        self.changes_button.setText(self.tr("What changed for us"))
        self.close_button = QToolButton(self)
        self.close_button.setIcon(icons.icon("x"))
        self.close_button.setIconSize(QSize(14, 14))
        self.close_button.setAccessibleName(self.tr("Close this warning"))
        self.close_button.setToolTip(self.tr("Close this warning"))
        self.close_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        part(self.close_button, "strip")
        self.close_button.clicked.connect(self.closed)
        theme.follow(self, self._paint_sign)
        self._paint_sign()
        self.hide()

    def take_place(self, view: QWidget) -> None:
        """Go to the top of a view, and to the first of its stops of Tab."""
        layout = view.layout()
        layout.insertWidget(0, self)  # type: ignore[union-attr]  # views are boxes from top to bottom
        put_behind(view, (self.open_button, self.changes_button, self.close_button))

    def tell(self, text: str, revision: str) -> None:
        """Say what is newer, and by which name it is opened; nothing hides the line."""
        self.text.setText(text)
        self.setAccessibleName(text)
        self.open_button.setText(self.tr("Open {revision}").format(revision=revision))
        self.setVisible(bool(text))
        self.updateGeometry()
        self._place()

    def _link(self, asked: SignalInstance) -> QPushButton:
        made = QPushButton(self)
        made.setCursor(Qt.CursorShape.PointingHandCursor)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        made.setAutoDefault(False)
        part(made, "strip")
        made.clicked.connect(asked)
        return made

    def _paint_sign(self) -> None:
        self._sign.setPixmap(icons.icon("circle-alert", "scrutiny_reservation").pixmap(QSize(_SIGN, _SIGN)))

    # How its parts lie

    @override
    def _boxes(self, width: int) -> list[QRect]:
        """The sign, the text, the two links, the button that closes, and the whole."""
        close = self.close_button.sizeHint()
        right = width - 8 - close.width()
        left = _EDGE + _SIGN + 8
        room = max(right - _GAP - left, 80)
        wide = min(self.text.fontMetrics().horizontalAdvance(self.text.text()) + 4, room)
        high = max(_ROW, self.text.heightForWidth(wide) + 12)
        boxes = [
            QRect(_EDGE, (min(high, _ROW) - _SIGN) // 2, _SIGN, _SIGN),
            QRect(left, 0, wide, high),
        ]
        corner, line = QPoint(left + wide + _GAP, 0), high
        for link in (self.open_button, self.changes_button):
            size = link.sizeHint()
            if corner.x() + size.width() > right:
                corner, line = QPoint(left - _PADDING, corner.y() + line - 4), _ROW
            boxes.append(QRect(corner.x(), corner.y() + (line - size.height()) // 2, size.width(), size.height()))
            corner += QPoint(size.width() + 8, 0)
        boxes.append(QRect(QPoint(right, (min(high, _ROW) - close.height()) // 2), close))
        return [*boxes, QRect(0, 0, width, corner.y() + line)]

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.heightForWidth(max(self.width(), 160)))

    def _place(self) -> None:
        parts = (self._sign, self.text, self.open_button, self.changes_button, self.close_button)
        for widget, box in zip(parts, self._boxes(self.width()), strict=False):
            widget.setGeometry(box)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()
        self.updateGeometry()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._place()
        self.seen.emit()
