"""The tabs in one order, across groups and windows; the group with the focus is current."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QSplitter, QTabBar, QWidget
from shiboken6 import isValid
from typing_extensions import override

from delegate_desk.gui.shell.tab_group import TabGroup
from delegate_desk.gui.tab_page import TabEntry, TabPage
from delegate_desk.gui.widgets import focus_ring as focus
from delegate_desk.gui.widgets.basic_widgets import column_layout, on_focus_changed

_SIDES = 2
"""Maximum number of groups side by side."""


class LazyTab(TabPage):
    """Placeholder in a tab until the tab is shown: its content is created then."""

    def __init__(self, entry: TabEntry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entry = entry

    @override
    def entry(self) -> TabEntry:
        return self._entry


class TabWindow(QWidget):
    """A separate window for some tabs."""

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

    currentChanged = Signal(int)
    emptied = Signal(bool)  # The last tab of the main window was closed, or the first opened
    window_made = Signal(object)  # The ``TabWindow``
    load_requested = Signal(object)
    today_requested = Signal()
    renamed = Signal(object, str)  # The view in front in the tab of a document, and the title that was typed
    menu_requested = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False)
        self.windows: list[TabWindow] = []
        self._bars_shown = True
        self._resting = False
        column_layout(self.splitter, within=self, margins=0)
        self.setAccessibleName(self.tr("Open tabs"))
        self.front = self._make_group()
        self.splitter.addWidget(self.front)
        on_focus_changed(self._on_focus_changed)

    # All tabs in one order

    def sides(self) -> list[TabGroup]:
        """Return the groups in the main window, from left to right or from top to bottom."""
        found = map(self.splitter.widget, range(self.splitter.count()))
        return [group for group in found if isinstance(group, TabGroup)]

    def groups(self) -> list[TabGroup]:
        """Return all groups: those in the main window, then those in separate windows."""
        return [*self.sides(), *(window.group for window in self.windows)]

    def group_for_view(self, view: QWidget) -> TabGroup | None:
        return next((group for group in self.groups() if group.indexOf(view) >= 0), None)

    def _all(self) -> Iterator[QWidget]:
        for group in self.groups():
            yield from group.views()

    def count(self) -> int:
        return sum(group.count() for group in self.groups())

    def widget(self, index: int) -> QWidget | None:
        return next((view for n, view in enumerate(self._all()) if n == index), None)

    def indexOf(self, view: QWidget) -> int:
        before = 0
        for group in self.groups():
            index = group.indexOf(view)
            if index >= 0:
                return before + index
            before += group.count()
        return -1

    def currentWidget(self) -> QWidget | None:
        return self.front.currentWidget()

    def currentIndex(self) -> int:
        view = self.currentWidget()
        return self.indexOf(view) if view is not None else -1

    def setCurrentIndex(self, index: int) -> None:
        view = self.widget(index)
        if view is not None:
            self.setCurrentWidget(view)

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

    def tabText(self, index: int) -> str:
        view = self.widget(index)
        group = self.group_for_view(view) if view is not None else None
        return group.tabText(group.indexOf(view)) if group is not None and view is not None else ""

    def set_tab_name(self, view: QWidget, text: str, tip: str | None = None) -> None:
        group = self.group_for_view(view)
        if group is None:
            return
        group.setTabText(group.indexOf(view), text)
        if tip is not None:
            group.setTabToolTip(group.indexOf(view), tip)
        for window in self.windows:
            window.update_title()

    def tabBar(self) -> QTabBar:
        return self.front.tabBar()

    def show_bars(self, *, shown: bool) -> None:
        """Show the tab bars, or hide them while a single view fills the window."""
        self._bars_shown = shown
        self._update_groups()

    # Sides and windows

    def split(self, orientation: Qt.Orientation) -> bool:
        """Give the current tab its own side, or change the orientation; False if it is the only tab."""
        sides = self.sides()
        if len(sides) == _SIDES:
            self.splitter.setOrientation(orientation)
            return True
        view = self.front.currentWidget()
        if self.front not in sides or view is None or self.front.count() < _SIDES:
            return False
        self.move_view(view, self.add_side(orientation))
        return True

    def add_side(self, orientation: Qt.Orientation) -> TabGroup:
        self.splitter.setOrientation(orientation)
        group = self._make_group()
        self.splitter.addWidget(group)
        self.splitter.setSizes([1000, 1000])
        return group

    def other_side(self) -> TabGroup | None:
        """Return the group beside the current group, if the window is split."""
        return next((group for group in self.sides() if group is not self.front), None)

    def move_view(self, view: QWidget, group: TabGroup, index: int = -1) -> None:
        """Move a view's tab to another group or position, and make it current."""
        old = self.group_for_view(view)
        tab = old.tab_of(view) if old is not None else None
        if old is None or tab is None:
            return
        self.keep_tab(tab)
        at = old.indexOf(view)
        text, tip = old.tabText(at), old.tabToolTip(at)
        with self.signals_paused():
            old.removeTab(at)
            if old is group and at < index:
                index -= 1
            group.add_view(tab, text, index)
            group.setTabToolTip(group.indexOf(view), tip)
            group.setCurrentWidget(view)
        self.front = group
        self._drop_empty(old)
        self._update_groups()
        self._emit_emptied()
        self._emit_current_changed()
        self._change(old)
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
        self.move_view(view, self.sides()[0])
        self.window().activateWindow()

    @contextmanager
    def signals_paused(self) -> Iterator[None]:
        before, self._resting = self._resting, True
        try:
            yield
        finally:
            self._resting = before

    def close_windows(self) -> None:
        """Delete the separate windows with their content."""
        windows, self.windows = self.windows, []
        for window in windows:
            window.discard()
        if self.front not in self.sides():
            self.front = self.sides()[0]

    def step_side(self, by: int) -> None:
        """Focus the next group, cyclically."""
        groups = self.groups()
        group = groups[(groups.index(self.front) + by) % len(groups)]
        self._set_front(group)
        view = group.currentWidget()
        if view is not None:
            view.window().activateWindow()
            view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # Within a group

    def _make_group(self) -> TabGroup:
        group = TabGroup()
        group.entered.connect(lambda: self._set_front(group))
        group.currentChanged.connect(lambda _: self._change(group))
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
        tab.hide()  # what was typed in it is saved as it goes
        group.removeTab(group.indexOf(view))
        tab.deleteLater()
        self._drop_empty(group)
        self._update_groups()
        self._emit_emptied()

    def _drop(self, view: QWidget, group: TabGroup, index: int, side: Qt.Orientation | None) -> None:
        old = self.group_for_view(view)
        if side is not None and (old is not group or group.count() > 1):
            group = self.add_side(side)
        elif old is group and index < 0:
            return
        self.move_view(view, group, index)

    def _drop_empty(self, group: TabGroup) -> None:
        """Remove an empty group, unless it is the last of the main window."""
        if group.count():
            return
        sides = self.sides()
        window = next((window for window in self.windows if window.group is group), None)
        if window is not None:
            self.windows.remove(window)
            window.discard()
        elif len(sides) > 1:
            group.hide()
            group.setParent(None)
            group.deleteLater()
        else:
            return
        if self.front is group:
            self._set_front(self.sides()[0])
            view = self.front.currentWidget()
            if view is not None:
                view.setFocus()

    def reattach_tabs(self, window: TabWindow) -> None:
        while (view := window.group.widget(0)) is not None:
            self.move_view(view, self.sides()[0])
        self.window().activateWindow()

    def is_empty(self) -> bool:
        """True if the main window has no tab; there may be some in separate windows."""
        return not any(side.count() for side in self.sides())

    def _emit_emptied(self) -> None:
        self.emptied.emit(self.is_empty())

    def _change(self, group: TabGroup) -> None:
        view, front = group.currentWidget(), self.front
        if self._resting:
            return
        if group is front:
            self._emit_current_changed()
        elif isinstance(view, LazyTab):  # the tab before it went, at the side that has not the keys
            focus = QApplication.focusWidget()
            self.load_requested.emit(view)
            self._set_front(front)
            if focus is not None and isValid(focus):
                focus.setFocus()

    def _emit_current_changed(self) -> None:
        view = self.currentWidget()
        if isinstance(view, LazyTab):
            self.load_requested.emit(view)
        self.currentChanged.emit(self.currentIndex())

    def _set_front(self, group: TabGroup) -> None:
        if group is not self.front and group in self.groups():
            self.front = group
            self._update_groups()
            self._emit_current_changed()

    def _on_focus_changed(self, _: QWidget | None, now: QWidget | None) -> None:
        group = next((group for group in self.groups() if now is not None and group.isAncestorOf(now)), None)
        if group is not None and not self._resting:
            self._set_front(group)

    def _update_groups(self) -> None:
        sides, groups = self.sides(), self.groups()
        for group in groups:
            group.lead(leads=group is sides[0])
            group.may_split = group in sides and len(sides) < _SIDES
            group.mark_front(group is self.front if len(sides) > 1 else None)
            group.tabBar().setVisible(self._bars_shown or len(sides) > 1 or group not in sides)
