"""A row of tabs: their titles, the list of hidden tabs, and drag and drop."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCursor,
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QRubberBand,
    QStyle,
    QStyleOptionTab,
    QTabBar,
    QTabWidget,
    QToolButton,
    QWidget,
)
from typing_extensions import override

from delegate_desk.gui.shell.family_tab import FamilyTab, document_of
from delegate_desk.gui.tab_page import TabPage
from delegate_desk.gui.widgets import key_bindings, theme
from delegate_desk.gui.widgets.basic_widgets import handle_escape, set_property, tool_button
from delegate_desk.gui.widgets.filter_dialog import NameChooserDialog
from delegate_desk.gui.widgets.rows.row_list import is_menu_key

MIME = "application/x-delegate-desk-tab"
_AWAY = 24
"""Vertical distance in pixels at which a tab is dragged away instead of reordered."""
_EDGE = 3
"""Fraction of the width or height at the edge where a dropped tab is shown beside the tab before it."""


class _TabBar(QTabBar):
    """Writes the title of the preview tab in italics; a fixed tab has only an icon, unless it is the only one."""

    preview = -1  # the index of that tab
    has_fixed = False  # the first one

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            event.ignore()  # back and forward
        else:
            super().keyPressEvent(event)

    @override
    def minimumTabSizeHint(self, index: int) -> QSize:
        return self.tabSizeHint(index)  # a tab never shrinks

    @override
    def initStyleOption(self, option: QStyleOptionTab, index: int) -> None:
        super().initStyleOption(option, index)
        space = self.style().subElementRect(QStyle.SubElement.SE_TabBarTabText, option, self).width()
        metrics = QFontMetrics(theme.ui_font(bold=index == self.currentIndex()))  # the current title is wider
        option.text = metrics.elidedText(self.tabText(index), self.elideMode(), space, Qt.TextFlag.TextShowMnemonic)
        if self.has_fixed and index == 0 and self.count() > 1:
            option.text = ""
        if index == self.preview:
            self._title, option.text = option.text, ""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.preview >= 0 and self.isTabVisible(self.preview):
            option, is_current = QStyleOptionTab(), self.preview == self.currentIndex()
            self.initStyleOption(option, self.preview)
            rect = self.style().subElementRect(QStyle.SubElement.SE_TabBarTabText, option, self)
            painter = QPainter(self)
            font = theme.ui_font(bold=is_current)
            font.setItalic(True)
            painter.setFont(font)
            painter.setPen(theme.color("ink" if is_current else "soft"))
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self._title.replace("&&", "&"))


class TabGroup(QTabWidget):
    """Some tabs, one of them current; the tab of a document family stands for its current view."""

    entered = Signal()
    today_requested = Signal()
    close_requested = Signal(object)
    dropped = Signal(object, int, object)  # Its view, the index or -1, and where to split the tab before or None
    torn = Signal(object)  # A tab was dropped outside of all windows, with its view
    menu_requested = Signal(object, object)
    kept = Signal(object)  # A preview tab was double-clicked: it is an ordinary tab from now on
    renamed = Signal(object, str)  # The document in front in a tab, and the title that was typed

    dragged: QWidget | None = None
    """The view whose tab is being dragged, in any group."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bar = bar = _TabBar()
        self.setTabBar(bar)
        self.setDocumentMode(True)
        self.setAccessibleName(self.tr("Open tabs"))
        self.setMovable(True)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideMiddle)
        self.setAcceptDrops(True)
        bar.setDrawBase(False)
        bar.setExpanding(False)
        bar.setAccessibleName(self.tr("Open tabs"))
        bar.setProperty("help", "reading#tabs")
        bar.installEventFilter(self)
        bar.setMouseTracking(True)
        bar.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        for button in bar.findChildren(QToolButton):  # the arrow keys scroll the bar as well
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        bar.tabBarDoubleClicked.connect(self._on_double_clicked)
        bar.tabBarClicked.connect(lambda _: self.entered.emit())
        bar.customContextMenuRequested.connect(lambda point: self._request_menu(bar.tabAt(point), point))
        bar.tabMoved.connect(self._on_dragged)
        self._overlay = QRubberBand(QRubberBand.Shape.Rectangle, self)  # where a dragged tab would be dropped
        self._is_first = False
        self.today_button = tool_button("calendar", self.tr("Today"), self.today_requested, part="today")
        self.today_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        key_bindings.set_key_tool_tip(self.today_button, "action_today", self.tr("Today"))
        self.today_button.hide()
        self.setCornerWidget(self.today_button, Qt.Corner.TopLeftCorner)
        self.list_button = QToolButton()
        self.list_button.setIcon(theme.icon("chevron-down"))
        self.list_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.list_button.clicked.connect(self.show_list)
        self.list_button.hide()
        self.setCornerWidget(self.list_button, Qt.Corner.TopRightCorner)
        self._fit_timer = QTimer(self, singleShot=True, interval=0)
        self._fit_timer.timeout.connect(self._fit_tabs)
        self._fit_timer.timeout.connect(self.mark_preview)
        self._fit_timer.timeout.connect(self._show_close_buttons)
        self._recent: list[QWidget] = []
        self.currentChanged.connect(lambda _: self._fit_timer.start())
        self.currentChanged.connect(lambda _: self._remember_current())

    # Hidden tabs

    def hidden_tabs(self) -> list[int]:
        """Return the tabs for which the bar has no space."""
        return [index for index in range(self.count()) if not self._bar.isTabVisible(index)]

    def _fit_tabs(self) -> None:
        """Hide the tabs for which there is no space, but never the current one: the bar does not scroll."""
        bar, order = self._bar, list(range(self.count()))
        order.sort(key=lambda index: (index != self.currentIndex(), index != 0 or not bar.has_fixed))
        self.list_button.setText(str(len(order)))  # as wide as with the count of those that are hidden
        self.list_button.setVisible(len(order) > 1)
        buttons = [button for button in (self.today_button, self.list_button) if button.isVisibleTo(self)]
        space = self.width() - theme.WIDE - theme.NEAR - sum(button.sizeHint().width() for button in buttons)
        for index in order:
            space -= bar.tabSizeHint(index).width()
            is_shown = space >= 0 or index == self.currentIndex()
            if is_shown != bar.isTabVisible(index):  # the same again would keep Qt from laying out the change before
                bar.setTabVisible(index, is_shown)
        hidden = len(self.hidden_tabs())
        self.list_button.setText(str(hidden or ""))
        super().resizeEvent(QResizeEvent(self.size(), self.size()))  # gives the button its room
        QApplication.sendEvent(bar, QResizeEvent(bar.size(), bar.size()))  # it scrolled before tabs were hidden
        self.list_button.setAccessibleName(self.tr("All tabs, {n} hidden").format(n=hidden))
        self.list_button.setToolTip(self.list_button.accessibleName())

    def _show_close_buttons(self, hovered: int = -1) -> None:
        """Show the buttons that close the current tab and the tab under the mouse."""
        for index in range(self.count()):
            button = self._bar.tabButton(index, QTabBar.ButtonPosition.RightSide)
            if button is not None:
                button.setVisible(index in (self.currentIndex(), hovered) and self._bar.isTabVisible(index))

    def mark_preview(self) -> None:
        tabs = enumerate(self.tabs())
        self._bar.preview = next((n for n, tab in tabs if isinstance(tab, FamilyTab) and tab.is_preview), -1)
        self._bar.update()

    def show_list(self, *, recent_first: bool = False) -> NameChooserDialog:
        """Show a list of all tabs, with a filter and Del to close; ``recent_first`` until Ctrl is released."""
        self._remember_current()
        tabs = self._recent if recent_first else self.tabs()
        names = [(self.tabText(super(TabGroup, self).indexOf(tab)).replace("&&", "&"), tab) for tab in tabs]
        dialog = NameChooserDialog(names, self.list_button, current=self.current_tab())
        dialog.can_remove, dialog.follows_control = True, recent_first
        dialog.chosen.connect(self._go_to)
        dialog.removed.connect(self.close_requested)
        dialog.show_below(self.list_button)
        return dialog

    def _go_to(self, tab: QWidget) -> None:
        self.setCurrentWidget(tab)
        self._focus_view()

    def _focus_view(self) -> None:
        view = self.currentWidget()
        if view is not None:
            view.setFocus()

    def _remember_current(self) -> None:
        """Record the order in which the tabs were current, the latest first; those never shown come last."""
        tabs, current = self.tabs(), self.current_tab()
        recent = [current, *(tab for tab in self._recent if tab is not current), *tabs]
        self._recent = [tab for tab in dict.fromkeys(recent) if tab in tabs]

    @override
    def setTabText(self, index: int, text: str) -> None:
        super().setTabText(index, text)
        self._fit_timer.start()

    @override
    def tabInserted(self, index: int) -> None:
        super().tabInserted(index)
        self._update_today()
        self._fit_timer.start()

    def lead(self, *, is_first: bool) -> None:
        """Make the group the first of the window, whose first tab is Today."""
        self._is_first = is_first
        self._update_today()

    def _update_today(self) -> None:
        self._bar.has_fixed = any(isinstance(tab, TabPage) and tab.is_fixed for tab in self.tabs())
        set_property(self._bar, "fixed", self._bar.has_fixed)
        self.today_button.setVisible(self._is_first and not self._bar.has_fixed)
        set_property(self, "leads", self.today_button.isVisibleTo(self))

    def _on_dragged(self, start: int, end: int) -> None:
        """Keep the fixed tab first while dragging; a preview tab that is dragged becomes an ordinary one."""
        if start == self._bar.preview:
            self.kept.emit(self.tabs()[end])
        fixed = next((n for n, tab in enumerate(self.tabs()) if isinstance(tab, TabPage) and tab.is_fixed), 0)
        if fixed > 0:
            self._bar.moveTab(fixed, 0)

    @override
    def tabRemoved(self, index: int) -> None:
        super().tabRemoved(index)
        self._update_today()
        self._fit_timer.start()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_timer.start()

    def add_view(self, view: QWidget, name: str, index: int = -1) -> None:
        """Give a view a tab, with a button that closes it."""
        is_fixed = isinstance(view, TabPage) and view.is_fixed
        if index == 0 and self._bar.has_fixed:
            index = 1
        self._bar.has_fixed = self._bar.has_fixed or is_fixed
        index = self.insertTab(index if index >= 0 else self.count(), view, name)
        if is_fixed:
            self.setTabIcon(index, theme.icon("calendar"))
            self.setTabToolTip(index, name)
            return
        name = self.tr("Close tab")
        button = tool_button("x", name, lambda: self.close_requested.emit(view), part="close", size=12)
        key_bindings.set_key_tool_tip(button, "action_close_tab", name)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._bar.setTabButton(index, QTabBar.ButtonPosition.RightSide, button)

    def tabs(self) -> list[QWidget]:
        """Return the content of its tabs, from left to right: a page, or the tab of a document family."""
        return [tab for index in range(self.count()) if (tab := super(TabGroup, self).widget(index)) is not None]

    def current_tab(self) -> QWidget | None:
        """Return the current tab, which for a document family is not the view."""
        return super().currentWidget()

    def tab_of(self, view: QWidget) -> QWidget | None:
        return next((tab for tab in self.tabs() if tab is view or view in views_in(tab)), None)

    def views(self) -> list[QWidget]:
        """Return the current view of each of its tabs, from left to right."""
        return [view for tab in self.tabs() if (view := view_in_front(tab)) is not None]

    @override
    def widget(self, index: int) -> QWidget | None:
        return view_in_front(super().widget(index))

    @override
    def currentWidget(self) -> QWidget | None:  # type: ignore[override]  # there is none without a tab
        return view_in_front(super().currentWidget())

    @override
    def indexOf(self, view: QWidget) -> int:
        tab = self.tab_of(view)
        return super().indexOf(tab) if tab is not None else -1

    @override
    def setCurrentWidget(self, view: QWidget) -> None:
        tab = self.tab_of(view)
        if isinstance(tab, FamilyTab):
            tab.show_view(view)
        if tab is not None:
            super().setCurrentWidget(tab)
        focused = QApplication.focusWidget()
        if focused is not None and self.isAncestorOf(focused) and not focused.isVisible():
            (view.focusWidget() or view).setFocus()  # Qt gave the focus back to another view of the tab

    def host(self) -> FamilyTab | None:
        """Return the tab that can show the dragged tab in its second pane: the latest used of the others."""
        dragged = self.tab_of(TabGroup.dragged) if TabGroup.dragged is not None else None
        tabs = self.tabs()
        order = [*(tab for tab in self._recent if tab in tabs), *tabs]
        return next((tab for tab in order if isinstance(tab, FamilyTab) and tab is not dragged), None)

    # Titles

    def _on_double_clicked(self, index: int) -> None:
        tab = super().widget(index)
        if isinstance(tab, FamilyTab) and tab.is_preview:
            self.kept.emit(tab)
        else:
            self.edit_title(index)

    def edit_title(self, index: int) -> None:
        tab, view = super().widget(index), self.widget(index)
        document = document_of(view)
        if isinstance(tab, FamilyTab) and view is not None and document is not None:
            edit = _TitleEdit(self.tabText(index).replace("&&", "&"), self._bar)
            edit.setGeometry(self._bar.tabRect(index).adjusted(theme.TIGHT, theme.NEAR, -theme.TIGHT, -1))
            edit.show()
            edit.setFocus()
            edit.typed.connect(lambda title: self.renamed.emit(document, title))
            edit.left.connect(self._focus_view)
            self.currentChanged.connect(edit.finish)

    # Mouse

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and is_menu_key(event):
            self._request_menu(self.currentIndex(), self._bar.tabRect(self.currentIndex()).center())
            return True
        if event.type() == QEvent.Type.Leave:
            self._show_close_buttons()
        if not isinstance(event, QMouseEvent):
            return super().eventFilter(watched, event)
        point = event.position().toPoint()
        if event.type() == QEvent.Type.MouseMove:
            self._show_close_buttons(self._bar.tabAt(point))
        if event.type() == QEvent.Type.MouseButtonRelease and event.button() is Qt.MouseButton.MiddleButton:
            view = self.widget(self._bar.tabAt(point))
            if view is not None:
                self.close_requested.emit(view)
                return True
        is_away = not -_AWAY <= point.y() <= self._bar.height() + _AWAY
        if event.type() == QEvent.Type.MouseMove and event.buttons() & Qt.MouseButton.LeftButton and is_away:
            view = self.currentWidget()
            if view is not None and TabGroup.dragged is None and not (isinstance(view, TabPage) and view.is_fixed):
                # the bar is to believe that the button was released, so that it stops reordering the tab
                release, global_point = QEvent.Type.MouseButtonRelease, self._bar.mapToGlobal(point).toPointF()
                buttons = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
                keys = QApplication.keyboardModifiers()
                QApplication.sendEvent(self._bar, QMouseEvent(release, point.toPointF(), global_point, *buttons, keys))
                self._drag(view)
                return True
        return super().eventFilter(watched, event)

    def _request_menu(self, index: int, point: QPoint) -> None:
        view = self.widget(index)
        if view is not None:
            self.menu_requested.emit(view, self._bar.mapToGlobal(point))

    def _drag(self, view: QWidget) -> None:
        drag = QDrag(self)
        data = QMimeData()
        data.setData(MIME, b"tab")
        drag.setMimeData(data)
        rect = self._bar.tabRect(self.indexOf(view))
        drag.setPixmap(self._bar.grab(rect))
        TabGroup.dragged = view
        try:
            outcome = drag.exec(Qt.DropAction.MoveAction)
        finally:
            TabGroup.dragged = None
        outside = QApplication.topLevelAt(QCursor.pos()) is None
        if outcome is Qt.DropAction.IgnoreAction and outside:
            self.torn.emit(view)

    # Drop

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.dragMoveEvent(event)

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if not event.mimeData().hasFormat(MIME) or TabGroup.dragged is None:
            event.ignore()  # files are for the window
            return
        event.acceptProposedAction()
        self._overlay.setGeometry(self._target(event.position().toPoint())[2])
        self._overlay.show()

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
        """Return the drop target at a point: tab to insert before, where to split, and area to highlight."""
        bar = self._bar.geometry()
        if point.y() <= bar.bottom():
            return 0 if point.x() < bar.left() else self._bar.tabAt(point - bar.topLeft()), None, bar
        area = QRect(0, bar.bottom(), self.width(), self.height() - bar.bottom())
        may_split = document_of(TabGroup.dragged) is not None and self.host() is not None
        if may_split and point.x() > area.width() * (_EDGE - 1) / _EDGE:
            return -1, Qt.Orientation.Horizontal, area.adjusted(area.width() // 2, 0, 0, 0)
        if may_split and point.y() > area.top() + area.height() * (_EDGE - 1) / _EDGE:
            return -1, Qt.Orientation.Vertical, area.adjusted(0, area.height() // 2, 0, 0)
        return -1, None, area

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme.color("canvas"))
        y = self._bar.geometry().bottom()
        if self._bar.isVisible():
            painter.fillRect(0, y, self.width(), 1, theme.color("hairline"))
        painter.end()


def view_in_front(tab: QWidget | None) -> QWidget | None:
    return tab.view() if isinstance(tab, FamilyTab) else tab


def views_in(tab: QWidget) -> Sequence[QWidget]:
    return tab.views() if isinstance(tab, FamilyTab) else [tab]


class _TitleEdit(QLineEdit):
    """Title of a tab being edited: Enter or losing the focus saves it, Esc does not."""

    typed = Signal(str)
    left = Signal()

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(title, parent)
        self.setAccessibleName(self.tr("Title of the tab"))
        self.setPlaceholderText(self.tr("Title of the document"))
        self.selectAll()
        self._saved_title: str | None = title
        self.returnPressed.connect(self.finish)

    def finish(self) -> None:
        title, self._saved_title = self._saved_title, None
        if title is None:
            return
        if title != self.text():
            self.typed.emit(self.text())
        if self.hasFocus():
            self.left.emit()
        self.hide()
        self.deleteLater()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.finish()

    @override
    def event(self, event: QEvent) -> bool:
        return handle_escape(event, self._cancel) or super().event(event)

    def _cancel(self) -> None:
        self.setText(self._saved_title or "")
        self.finish()


def in_a_tab(page: QWidget, title: str) -> QWidget:
    """Return a page in the only tab of a group, which is closed with the page."""
    group = TabGroup()
    group.add_view(page, title)
    return group
