"""Two things side by side: the commands that split the tabs, move them to a window of their own and back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from delegate_desk.gui.reader.reader_view import ReaderView
from delegate_desk.gui.shell.tabs import tab_group
from delegate_desk.gui.shell.tabs.tab_groups import TabWindow

if TYPE_CHECKING:
    from delegate_desk.gui.shell.main_window import MainWindow

_RIGHT, _DOWN = Qt.Orientation.Horizontal, Qt.Orientation.Vertical


class Splitting(QObject):
    """Joins the commands to the tabs."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._tabs = window, window.tabs
        self._tabs.window_made.connect(self._equip)
        self._tabs.menu_requested.connect(lambda view, point: tab_group.show_tab_menu(window, view, point))

    def commands(self) -> dict[QAction, Callable[[], object]]:
        """The commands, each by its action."""
        ui, tabs = self._window.ui, self._tabs
        return {
            ui.action_split_right: lambda: self.split(_RIGHT),
            ui.action_split_down: lambda: self.split(_DOWN),
            ui.action_next_side: lambda: tabs.step_side(1),
            ui.action_previous_side: lambda: tabs.step_side(-1),
            ui.action_tab_to_side: self.move_to_side,
            ui.action_tab_to_window: lambda: self._with_the_tab(tabs.to_new_window),
            ui.action_tab_back: lambda: self._with_the_tab(tabs.to_main_window),
            ui.action_thumbnails: self._switch_thumbnails,
        }

    def update_actions(self) -> None:
        """Enable what can be done with the tab in front."""
        ui, tabs = self._window.ui, self._tabs
        view, sides = tabs.currentWidget(), tabs.sides()
        in_main = tabs.front in sides
        may_split = in_main and (len(sides) > 1 or tabs.front.count() > 1 or isinstance(view, ReaderView))
        for action in (ui.action_split_right, ui.action_split_down):
            action.setEnabled(may_split)
        for action in (ui.action_next_side, ui.action_previous_side):
            action.setEnabled(len(tabs.groups()) > 1)
        ui.action_tab_to_side.setEnabled(in_main and view is not None and len(sides) > 1)
        ui.action_tab_to_window.setEnabled(view is not None and (in_main or tabs.front.count() > 1))
        ui.action_tab_back.setEnabled(view is not None and not in_main)
        reader = tabs.current_reader()
        original = reader.side_panels.original if reader is not None else None
        ui.action_thumbnails.setEnabled(original is not None and not original.isHidden())

    def split(self, orientation: Qt.Orientation) -> None:
        """Give the tab in front a side of its own; of the only one, a reader, there are two then."""
        view = self._tabs.currentWidget()
        if not self._tabs.split(orientation) and isinstance(view, ReaderView):
            self._tabs.open_in_split(view, orientation)

    def move_to_side(self) -> None:
        """Bring the tab in front to the other side."""
        view, other = self._tabs.currentWidget(), self._tabs.other_side()
        if view is not None and other is not None:
            self._tabs.move_view(view, other)

    def _with_the_tab(self, do: Callable[[QWidget], object]) -> None:
        view = self._tabs.currentWidget()
        if view is not None:
            do(view)

    def _switch_thumbnails(self) -> None:
        reader = self._tabs.current_reader()
        if reader is not None:
            reader.side_panels.switch_thumbnails()

    def _equip(self, window: TabWindow) -> None:
        """Let the commands' keys work in a window of its own too; when it is closed its tabs come back."""
        window.closed.connect(self._on_window_closed)
        window.addActions([action for _, actions in self._window.commands.actions_by_menu() for action in actions])

    def _on_window_closed(self, window: TabWindow) -> None:
        if self._window.isVisible() and not self._window.ending.has_next_window:
            self._tabs.reattach_tabs(window)
