"""The few lines under the search box: recent queries, or what a field can ask for."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPoint, QStringListModel, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QListView, QVBoxLayout, QWidget

from delegate_desk.gui import theme

_ROW, _ROWS = 28, 10


class Proposals(QFrame):
    """Shows lines to choose from under a field that keeps the keys.

    Signals:
        taken: A line was clicked.
    """

    taken = Signal(str)

    def __init__(self, field: QWidget) -> None:
        super().__init__(field.window())
        self._field = field
        self.setObjectName("proposals")
        self._head = QLabel()
        self._head.setProperty("part", "head")
        self._model = QStringListModel(self)
        self.list = QListView()
        self.list.setModel(self._model)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(2)
        layout.addWidget(self._head)
        layout.addWidget(self.list)
        self.list.clicked.connect(self._take)
        self.hide()

    def offer(self, lines: Sequence[str], name: str, *, first: bool) -> None:
        """Show lines under a heading, the first one chosen or none; no lines show nothing."""
        if not lines:
            self.hide()
            return
        if lines != self._model.stringList():
            self._model.setStringList(list(lines))
        self._head.setText(name)
        self.list.setAccessibleName(name)
        self.list.setCurrentIndex(self._model.index(0) if first else QModelIndex())
        self._place(len(lines))
        self.show()
        self.raise_()

    def step(self, by: int) -> None:
        """Choose another line, round the corner."""
        count = self._model.rowCount()
        row = self.list.currentIndex().row()
        self.list.setCurrentIndex(self._model.index((row + by) % count if row >= 0 else (0 if by > 0 else count - 1)))

    def chosen(self) -> str:
        """The line chosen; empty where none is, or none is shown."""
        if self.isHidden():
            return ""
        return str(self.list.currentIndex().data() or "")

    def lines(self) -> list[str]:
        """What is shown."""
        return [] if self.isHidden() else self._model.stringList()

    def _place(self, count: int) -> None:
        """Stand under the field, as wide as it."""
        corner = self._field.mapTo(self._field.window(), QPoint(0, self._field.height() + 4))
        line = max(_ROW, self.list.sizeHintForRow(0))
        self.list.setFixedHeight(line * min(count, _ROWS))
        self._head.setFont(theme.ui_font(theme.FINE, bold=True))
        self.move(corner)
        self.setFixedWidth(self._field.width())
        self.adjustSize()

    def _take(self, index: QModelIndex) -> None:
        self.taken.emit(str(index.data()))
