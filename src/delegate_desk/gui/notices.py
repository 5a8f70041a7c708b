"""The calm list of what went wrong: a sentence a line, under what one works on, until it is closed."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from delegate_desk.gui import icons, theme

_MOST_LINES = 6


class Notices(QFrame):
    """Shows sentences; it takes no focus and stops nobody."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notices")
        self.head = QLabel()
        self.head.setProperty("part", "notice_head")
        self.text = QLabel()
        self.text.setWordWrap(True)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.text.setAlignment(Qt.AlignmentFlag.AlignTop)
        close = QToolButton()
        close.setIcon(icons.icon("x"))
        close.setIconSize(QSize(14, 14))
        close.setAccessibleName(self.tr("Close the notice"))
        close.setProperty("part", "close")
        close.clicked.connect(self.hide)
        self._area = area = QScrollArea()
        area.setWidget(self.text)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        self.link = QPushButton()
        self.link.setProperty("part", "status")
        self.link.setCursor(Qt.CursorShape.PointingHandCursor)
        self.link.setAutoDefault(False)
        self.link.clicked.connect(self._follow)
        self._led: Callable[[], object] | None = None
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.head)
        head.addWidget(self.link)
        head.addStretch(1)
        head.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 12, 12, 12)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addWidget(area)
        self.head.setFont(theme.ui_font(bold=True))
        self.hide()

    def say(self, head: str, sentences: Sequence[str], link: tuple[str, Callable[[], object]] | None = None) -> None:
        """Show sentences in place of what was shown.

        Args:
            head: What they are about.
            sentences: A line each.
            link: What leads further: its words, and what it does.
        """
        self._led = link[1] if link else None
        self.link.setText(link[0] if link else "")
        self.link.setVisible(link is not None)
        self.head.setText(head)
        self.text.setText("\n".join(sentences))
        self._fit()
        self._area.setVisible(bool(sentences))
        self.setAccessibleName(head)
        self.setAccessibleDescription("\n".join(sentences))
        self.show()

    def _fit(self) -> None:
        """Give the sentences the height that their lines take, up to some: long ones run over."""
        most = self.text.fontMetrics().lineSpacing() * _MOST_LINES
        wanted = self.text.heightForWidth(max(self._area.viewport().width(), 1))
        self._area.setFixedHeight(min(wanted, most) + 6)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _follow(self) -> None:
        led = self._led
        self.hide()
        if led is not None:
            led()
