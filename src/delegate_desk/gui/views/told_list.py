"""A list of what is told, gone through by keys: J and K or the arrows move, Enter opens, a figure picks."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget
from typing_extensions import override

from delegate_desk.gui import theme
from delegate_desk.gui.models.told import Row, Told, ToldModel
from delegate_desk.gui.views.told_painter import ToldPainter

_BATCH = 40
"""How many rows are laid out between two turns of the event loop."""
_Index = QModelIndex | QPersistentModelIndex


class ToldList(QListView):
    """The rows.

    Signals:
        opened: What is at hand is to be shown where it stands, with the ``Told``; True for a tab behind.
        picked: A passage of what is at hand was picked, with the ``Told`` and the passage's key.
        dropped: What is at hand belongs nowhere, with the ``Told``.
        chosen: Something else is at hand, with the ``Told`` or None.
    """

    opened = Signal(object, bool)
    picked = Signal(object, str)
    dropped = Signal(object)
    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = ToldModel(self)
        self._painter = ToldPainter(self, self.rows)
        self.setModel(self.rows)
        self.setItemDelegate(self._painter)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(_BATCH)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.viewport().setMouseTracking(True)
        self.verticalScrollBar().setSingleStep(24)
        theme.changed.connect(self._set_anew)
        self.selectionModel().currentChanged.connect(lambda *_: self.chosen.emit(self.told()))
        self.doubleClicked.connect(lambda _: self.open_current())
        for letter, by in (("J", 1), ("K", -1)):
            action = QAction(self)
            action.setShortcut(QKeySequence(letter))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(lambda _=False, by=by: self.step(by))
            self.addAction(action)

    def told(self) -> Told | None:
        """What is at hand."""
        return self.rows.told(self.currentIndex())

    def show_rows(self, rows: Sequence[Row], wanted: str | None = None) -> None:
        """Show these rows; what was at hand stays so, or what stands there now.

        Args:
            rows: From top to bottom.
            wanted: The key of what is to be at hand instead.
        """
        at, current, y = self.currentIndex().row(), self.told(), self.verticalScrollBar().value()
        self.rows.show(rows)
        key = wanted or (current.key if current is not None else None)
        row = self.rows.find(key) if key is not None else None
        row = row if row is not None else self.rows.nearest(at)
        if row is None:
            self.chosen.emit(None)
            return
        self._take(row)
        self.doItemsLayout()
        if current is not None:
            self.verticalScrollBar().setValue(y)
            self.scrollTo(self.currentIndex())

    def step(self, by: int) -> None:
        """Go to the next or the previous."""
        row = self.currentIndex().row() + by
        while 0 <= row < len(self.rows.rows) and not isinstance(self.rows.rows[row], Told):
            row += by
        if 0 <= row < len(self.rows.rows):
            self._take(row)
            self.scrollTo(self.currentIndex())

    def go(self, key: str) -> None:
        """Take something at hand."""
        row = self.rows.find(key)
        if row is not None:
            self._take(row)
            self.scrollTo(self.currentIndex())

    def open_current(self, *, behind: bool = False) -> None:
        """Ask for what is at hand to be shown where it stands."""
        told = self.told()
        if told is not None and (told.place or told.before) is not None:
            self.opened.emit(told, behind)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        told, key = self.told(), Qt.Key(event.key())
        bare = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        figure = event.text() if bare and event.text().isascii() and event.text().isdecimal() else ""
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_current(behind=bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
        elif told is not None and any(passage.key == figure for passage in told.passages if figure):
            self.picked.emit(told, figure)
        elif told is not None and (figure == "0" or (key == Qt.Key.Key_Delete and bare)):
            self.dropped.emit(told)
        elif event.text() and event.text().isprintable() and bare:
            event.ignore()  # no search by typing: a letter that means nothing here does nothing
        else:
            super().keyPressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        told, key = self.told(), self._key_at(event)
        if told is not None and key and event.button() is Qt.MouseButton.LeftButton:
            self.picked.emit(told, key)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self.viewport().setCursor(
            Qt.CursorShape.PointingHandCursor if self._key_at(event) else Qt.CursorShape.ArrowCursor
        )

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Leave:
            self.viewport().unsetCursor()
        return super().viewportEvent(event)

    def _key_at(self, event: QMouseEvent) -> str:
        """The key of the passage whose sign is under the mouse."""
        return self._painter.key_at(event.position().toPoint())

    def _take(self, row: int) -> None:
        self.selectionModel().setCurrentIndex(self.rows.index(row), QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _set_anew(self) -> None:
        self._painter.forget()
        self.doItemsLayout()
