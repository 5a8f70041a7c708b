"""The tabs in one order, in the main window and in separate windows; the group with the focus is current."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid
from typing_extensions import override

from delegate_desk.gui.shell.family_tab import FamilyTab
from delegate_desk.gui.shell.tab_group import TabGroup
from delegate_desk.gui.tab_page import TabEntry, TabPage
from delegate_desk.gui.widgets import accessibility as focus
from delegate_desk.gui.widgets.basic_widgets import column_layout, on_focus_changed


class LazyTab(TabPage):
    """Placeholder in a tab until the tab is shown: its content is created then."""

    def __init__(self, entry: TabEntry) -> None:
        super().__init__()
        self._entry, self.pages_shown = entry, entry.pages_shown

    @override
    def entry(self) -> TabEntry:
        return self._entry


class TabWindow(QWidget):
    closed = Signal(object)  # It was closed, with itself: its tabs go back

    def __init__(self, group: TabGroup) -> None:
        super().__init__()
        self.setObjectName("tab_window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.group = group
        column_layout(group, within=self, margins=0)
        group.currentChanged.connect(lambda _: self.update_title())

    def update_title(self) -> None:
        self.setWindowTitle(self.group.tabText(self.group.currentIndex()).replace("&&", "&"))

    def discard(self) -> None:
        """Delete the window without notification."""
        self.blockSignals(True)
        self.hide()
        self.deleteLater()

    @override
    def focusNextPrevChild(self, forward: bool) -> bool:
        return focus.step_focus(self, forward=forward)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit(self)


class TabGroups(QWidget):
    """All tabs; the current tab is that of the group that had the focus last."""

    currentChanged = Signal()
    emptied = Signal(bool)  # The last tab of the main window was closed, or the first opened
    window_made = Signal(object)  # The ``TabWindow``
    load_requested = Signal(object)
    today_requested = Signal()
    renamed = Signal(object, str)  # The document in front in a tab, and the title that was typed
    menu_requested = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.windows: list[TabWindow] = []
        self._bars_shown = True
        self._is_paused = False
        self.is_awaited = False
        self.setAccessibleName(self.tr("Open tabs"))
        self.main = self.front = self._make_group()
        column_layout(self.main, within=self, margins=0)
        on_focus_changed(self._on_focus_changed)

    # All tabs in one order

    def groups(self) -> list[TabGroup]:
        """Return all groups: that of the main window, then those in separate windows."""
        return [self.main, *(window.group for window in self.windows)]

    def group_for_view(self, view: QWidget) -> TabGroup | None:
        return next((group for group in self.groups() if group.indexOf(view) >= 0), None)

    def all_tabs(self) -> list[QWidget]:
        """Return the content of all tabs, from left to right: a page, or the tab of a document family."""
        return [tab for group in self.groups() for tab in group.tabs()]

    def count(self) -> int:
        return sum(group.count() for group in self.groups())

    def currentWidget(self) -> QWidget | None:
        return self.front.currentWidget()

    def setCurrentWidget(self, view: QWidget) -> None:
        group = self.group_for_view(view)
        if group is None:
            return
        is_front = group is self.front and group.currentWidget() is view
        with self.signals_paused():
            group.setCurrentWidget(view)
        if group is not self.front:
            self._set_front(group)
        elif not is_front:
            self._emit_current_changed()

    def set_tab_name(self, view: QWidget, text: str, tip: str | None = None) -> None:
        group = self.group_for_view(view)
        if group is None:
            return
        group.setTabText(group.indexOf(view), text)
        if tip is not None:
            group.setTabToolTip(group.indexOf(view), tip)
        for window in self.windows:
            window.update_title()

    def show_bars(self, *, shown: bool) -> None:
        """Show the tab bars, or hide them while a single view fills the window."""
        self._bars_shown = shown
        for tab in self.main.tabs():
            if isinstance(tab, FamilyTab):
                tab.show_alone(alone=not shown)
        self._update_groups()

    # Panes and windows

    def shown_views(self) -> list[QWidget]:
        """Return the views that are visible in all windows: two where the tab in front is split."""
        views: list[QWidget] = []
        for group in self.groups():
            tab = group.current_tab()
            views += tab.shown_views() if isinstance(tab, FamilyTab) else filter(None, [tab])
        return views

    def move_view(self, view: QWidget, group: TabGroup, index: int = -1) -> None:
        """Move a view's tab to another group or position, and make it current."""
        old = self.group_for_view(view)
        tab = old.tab_of(view) if old is not None else None
        if old is None or tab is None:
            return
        self.keep_tab(tab)
        old_index = old.indexOf(view)
        text, tip = old.tabText(old_index), old.tabToolTip(old_index)
        with self.signals_paused():
            old.removeTab(old_index)
            if old is group and old_index < index:
                index -= 1
            group.add_view(tab, text, index)
            group.setTabToolTip(group.indexOf(view), tip)
            group.setCurrentWidget(view)
        self.front = group
        self._drop_empty(old)
        self._update_groups()
        self._emit_emptied()
        self._emit_current_changed()
        self._on_current_changed(old)
        view.setFocus()

    def to_new_window(self, view: QWidget) -> TabWindow:
        window = self.add_window()
        size = view.size()
        self.move_view(view, window.group)
        window.resize(max(size.width(), 560), max(size.height(), 560))
        window.show()
        window.activateWindow()
        view.setFocus()
        return window

    def add_window(self) -> TabWindow:
        """Return a new window for tabs, empty and hidden."""
        window = TabWindow(self._make_group())
        self.windows.append(window)
        self.window_made.emit(window)
        return window

    def to_main_window(self, view: QWidget) -> None:
        self.move_view(view, self.main)
        self.window().activateWindow()

    @contextmanager
    def signals_paused(self) -> Iterator[None]:
        previous, self._is_paused = self._is_paused, True
        try:
            yield
        finally:
            self._is_paused = previous

    def close_windows(self) -> None:
        windows, self.windows = self.windows, []
        for window in windows:
            window.discard()
        self.front = self.main

    def step_pane(self, by: int) -> None:
        """Focus the next visible view, cyclically."""
        views, current = self.shown_views(), self.currentWidget()
        if current in views:
            view = views[(views.index(current) + by) % len(views)]
            self.setCurrentWidget(view)
            view.window().activateWindow()
            view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # Within a group

    def _make_group(self) -> TabGroup:
        group = TabGroup()
        group.entered.connect(lambda: self._set_front(group))
        group.currentChanged.connect(lambda _: self._on_current_changed(group))
        group.close_requested.connect(self.close_view)
        group.dropped.connect(lambda view, index, side: self._drop(view, group, index, side))
        group.kept.connect(self.keep_tab)
        group.renamed.connect(self.renamed)
        group.today_requested.connect(self.today_requested)
        group.torn.connect(self.to_new_window)
        group.menu_requested.connect(self.menu_requested)
        return group

    def keep_tab(self, tab: QWidget | None) -> None:
        """Make a preview tab an ordinary one."""

    def close_view(self, view: QWidget) -> None:
        """Close a view's tab; its group is removed with its last."""
        group = self.group_for_view(view)
        tab = group.tab_of(view) if group is not None else None
        if group is None or tab is None or (isinstance(tab, TabPage) and tab.is_fixed):
            return
        focus = QApplication.focusWidget()
        had_focus = focus is not None and tab.isAncestorOf(focus)
        tab.hide()  # typed text is saved when it is hidden
        group.removeTab(group.indexOf(view))
        tab.deleteLater()
        self._drop_empty(group)
        self._update_groups()
        self._emit_emptied()
        current = self.currentWidget()
        if had_focus and current is not None:
            current.setFocus()  # Qt gave it to the bar of the tabs

    def show_beside(self, view: QWidget, tab: FamilyTab, orientation: Qt.Orientation) -> None:
        """Show the document of a tab in the second pane of another tab, in place of its own tab."""

    def _drop(self, view: QWidget, group: TabGroup, index: int, side: Qt.Orientation | None) -> None:
        host = group.host()
        if side is not None and host is not None:
            self.show_beside(view, host, side)
        elif self.group_for_view(view) is not group or index >= 0:
            self.move_view(view, group, index)

    def _drop_empty(self, group: TabGroup) -> None:
        """Remove an empty group with its window, unless that is the main window."""
        window = next((window for window in self.windows if window.group is group), None)
        if group.count() or window is None:
            return
        self.windows.remove(window)
        window.discard()
        if self.front is group:
            self._set_front(self.main)
            view = self.front.currentWidget()
            if view is not None:
                view.setFocus()

    def reattach_tabs(self, window: TabWindow) -> None:
        while (view := window.group.widget(0)) is not None:
            self.move_view(view, self.main)
        self.window().activateWindow()

    def is_empty(self) -> bool:
        """True if the main window has no tab and awaits none; there may be some in separate windows."""
        return not (self.main.count() or self.is_awaited)

    def await_tabs(self, *, awaited: bool) -> None:
        """Keep the place, and the focus, of tabs that are about to be restored, or show what there is."""
        self.is_awaited = awaited
        self._emit_emptied()
        if awaited:
            self.setFocus()

    def _emit_emptied(self) -> None:
        self.emptied.emit(self.is_empty())

    def _on_current_changed(self, group: TabGroup) -> None:
        view, front = group.currentWidget(), self.front
        if self._is_paused:
            return
        if group is front:
            self._emit_current_changed()
        elif isinstance(view, LazyTab):  # the tab before it was closed, in a group without the focus
            focus = QApplication.focusWidget()
            self.load_requested.emit(view)
            self._set_front(front)
            if focus is not None and isValid(focus):
                focus.setFocus()

    def _emit_current_changed(self) -> None:
        view = self.currentWidget()
        if isinstance(view, LazyTab):
            self.load_requested.emit(view)
        self.currentChanged.emit()

    def _set_front(self, group: TabGroup) -> None:
        if group is not self.front and group in self.groups():
            self.front = group
            self._update_groups()
            self._emit_current_changed()

    def _on_focus_changed(self, _: QWidget | None, widget: QWidget | None) -> None:
        group = next((group for group in self.groups() if widget is not None and group.isAncestorOf(widget)), None)
        if group is None or widget is None or self._is_paused:
            return
        tab = group.current_tab()
        is_other_pane = isinstance(tab, FamilyTab) and tab.enter_pane(widget)
        if group is not self.front:
            self._set_front(group)
        elif is_other_pane:
            self._emit_current_changed()

    def _update_groups(self) -> None:
        for group in self.groups():
            group.lead(is_first=group is self.main and self._bars_shown)
            group.tabBar().setVisible(self._bars_shown or group is not self.main)
