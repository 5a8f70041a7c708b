"""Group of tabs in a frame: their appearance, closing, and dragging and dropping."""

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QCursor,
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QApplication, QTabBar, QTabWidget, QToolButton, QWidget
from typing_extensions import override

from delegate_desk.gui.widgets import icons, key_bindings, theme
from delegate_desk.gui.widgets.basic_widgets import set_property
from delegate_desk.gui.widgets.rows.row_list import is_menu_key

MIME = "application/x-delegate-desk-tab"
_AWAY = 24
"""Pixels above or below the tabs at which one of them is dragged away, not to another place among them."""
_EDGE = 3
"""One part in so many at the right, or at the bottom: dropped there, a tab has a side of its own."""


class TabGroup(QTabWidget):
    """Some tabs, one of them in front."""

    entered = Signal()
    close_requested = Signal(object)
    dropped = Signal(object, int, object)  # Its view, the index or -1, and the side that is to be split off or None
    torn = Signal(object)  # A tab was dropped outside of all windows, with its view
    menu_requested = Signal(object, object)

    dragged: QWidget | None = None
    """The view whose tab is dragged now, of whichever group."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark: QRect | None = None
        self.may_split = False
        self.setDocumentMode(True)
        self.setAccessibleName(self.tr("Open tabs"))
        self.setMovable(True)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.setAcceptDrops(True)
        bar = self.tabBar()
        bar.setDrawBase(False)
        bar.setExpanding(False)
        bar.setAccessibleName(self.tr("Open tabs"))
        bar.installEventFilter(self)
        for button in bar.findChildren(QToolButton):  # the arrow keys scroll the bar as well
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        bar.tabBarClicked.connect(lambda _: self.entered.emit())
        bar.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        bar.customContextMenuRequested.connect(lambda point: self._request_menu(bar.tabAt(point), point))
        self._overlay = _Overlay(self)

    def add_view(self, view: QWidget, name: str, index: int = -1) -> None:
        """Give a view a tab, with a button that closes it."""
        index = self.insertTab(index if index >= 0 else self.count(), view, name)
        button = QToolButton()
        button.setIcon(icons.icon("x"))
        button.setIconSize(QSize(12, 12))
        button.setAccessibleName(self.tr("Close tab"))
        key_bindings.set_key_tool_tip(button, "action_close_tab", self.tr("Close tab"))
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setProperty("part", "close")
        button.clicked.connect(lambda: self.close_requested.emit(view))
        self.tabBar().setTabButton(index, QTabBar.ButtonPosition.RightSide, button)

    def views(self) -> list[QWidget]:
        """Return the views of its tabs, from left to right."""
        return [view for index in range(self.count()) if (view := self.widget(index)) is not None]

    def mark_front(self, is_front: bool | None) -> None:
        """Let it be seen whether the keys are here; None where there is only one group."""
        said = "" if is_front is None else "true" if is_front else "false"
        set_property(self.tabBar(), "front", said)

    # The mouse

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The middle button closes a tab; one that is moved off the bar is dragged."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and is_menu_key(event):
            self._request_menu(self.currentIndex(), self.tabBar().tabRect(self.currentIndex()).center())
            return True
        if not isinstance(event, QMouseEvent):
            return super().eventFilter(watched, event)
        point = event.position().toPoint()
        if event.type() == QEvent.Type.MouseButtonRelease and event.button() is Qt.MouseButton.MiddleButton:
            view = self.widget(self.tabBar().tabAt(point))
            if view is not None:
                self.close_requested.emit(view)
                return True
        is_away = not -_AWAY <= point.y() <= self.tabBar().height() + _AWAY
        if event.type() == QEvent.Type.MouseMove and event.buttons() & Qt.MouseButton.LeftButton and is_away:
            view = self.currentWidget()
            if view is not None and TabGroup.dragged is None:
                self._release_bar(point)
                self._drag(view)
                return True
        return super().eventFilter(watched, event)

    def _request_menu(self, index: int, point: QPoint) -> None:
        view = self.widget(index)
        if view is not None:
            self.menu_requested.emit(view, self.tabBar().mapToGlobal(point))

    def _release_bar(self, point: QPoint) -> None:
        """Let the bar think that the button was let go: the tab is not moved among its neighbours any more."""
        bar = self.tabBar()
        left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
        where = bar.mapToGlobal(point).toPointF()
        release = QEvent.Type.MouseButtonRelease
        keys = QApplication.keyboardModifiers()
        QApplication.sendEvent(bar, QMouseEvent(release, point.toPointF(), where, left, none, keys))

    def _drag(self, view: QWidget) -> None:
        drag = QDrag(self)
        data = QMimeData()
        data.setData(MIME, b"tab")
        drag.setMimeData(data)
        rect = self.tabBar().tabRect(self.indexOf(view))
        drag.setPixmap(self.tabBar().grab(rect))
        TabGroup.dragged = view
        try:
            taken = drag.exec(Qt.DropAction.MoveAction)
        finally:
            TabGroup.dragged = None
        outside = QApplication.topLevelAt(QCursor.pos()) is None
        if taken is Qt.DropAction.IgnoreAction and outside:
            self.torn.emit(view)

    # What is dropped

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.dragMoveEvent(event)

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if not event.mimeData().hasFormat(MIME) or TabGroup.dragged is None:
            event.ignore()  # files are for the window
            return
        event.acceptProposedAction()
        self._overlay.show_at(self._target(event.position().toPoint())[2])

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._overlay.hide()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self._overlay.hide()
        view = TabGroup.dragged
        if view is None or not event.mimeData().hasFormat(MIME):
            event.ignore()
            return
        event.acceptProposedAction()
        index, side, _ = self._target(event.position().toPoint())
        self.dropped.emit(view, index, side)

    def _target(self, point: QPoint) -> tuple[int, Qt.Orientation | None, QRect]:
        """Return the drop target at a point: tab to insert before, side for a new group, and area to highlight."""
        bar = self.tabBar().geometry()
        if point.y() <= bar.bottom():
            return self.tabBar().tabAt(point - bar.topLeft()), None, bar
        room = QRect(0, bar.bottom(), self.width(), self.height() - bar.bottom())
        if self.may_split and point.x() > room.width() * (_EDGE - 1) / _EDGE:
            return -1, Qt.Orientation.Horizontal, room.adjusted(room.width() // 2, 0, 0, 0)
        if self.may_split and point.y() > room.top() + room.height() * (_EDGE - 1) / _EDGE:
            return -1, Qt.Orientation.Vertical, room.adjusted(0, room.height() // 2, 0, 0)
        return -1, None, room

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a hairline under the tabs; the current tab stands on it."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme.color("canvas"))
        y = self.tabBar().geometry().bottom()
        if self.tabBar().isVisible():
            painter.fillRect(0, y, self.width(), 1, theme.color("hairline"))
        painter.end()


class _Overlay(QWidget):
    """Shows where a tab goes that is dropped now."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_at(self, rect: QRect) -> None:
        self.setGeometry(rect)
        self.show()
        self.raise_()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ground = theme.color("accent")
        ground.setAlpha(36)
        painter.fillRect(self.rect(), ground)
        painter.setPen(QPen(theme.color("accent"), 2))
        painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()
