"""Preferences and keyboard shortcuts, which are imported when they are first shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from delegate_desk.gui.context import Context
from delegate_desk.gui.forms.ui_main_window import Ui_MainWindow
from delegate_desk.gui.library.import_controller import WatchedFoldersController
from delegate_desk.gui.shell.tabs import Tabs
from delegate_desk.gui.tab_page import TabKind, TabType

if TYPE_CHECKING:
    from delegate_desk.gui.shell.preferences import PreferencesDialog
    from delegate_desk.gui.shell.shortcuts_page import BindableCommand


class PreferencesController(QObject):
    """Shows the preferences, and the keys of all commands."""

    def __init__(
        self,
        context: Context,
        ui: Ui_MainWindow,
        tabs: Tabs,
        watcher: WatchedFoldersController,
        types: Mapping[TabKind, TabType],
    ) -> None:
        super().__init__(context.window)
        self._context, self._bar, self._tabs, self._watcher, self._types = context, ui.menu_bar, tabs, watcher, types

    def commands(self) -> dict[str, Callable[[], object]]:
        """Return what the commands do, by the names of their actions."""
        return {"action_preferences": self.show, "action_keys": self._show_keys}

    def bindable_commands(self) -> list[BindableCommand]:
        from delegate_desk.gui.shell.shortcuts_page import bindable_commands

        return bindable_commands(self._bar, self._types)

    def show(self, name: str = "") -> PreferencesDialog:
        """Show the preferences, with one of them at hand where it is named."""
        from delegate_desk.gui.shell.preferences import show_preferences
        from delegate_desk.gui.shell.shortcuts_page import KeyPage, rejection_reason

        keys = KeyPage(self.bindable_commands(), lambda key, command: rejection_reason(key, command, self._bar))
        keys.print_requested.connect(self._print_keys)
        return show_preferences(self._context, self._tabs, self._watcher, keys, name)

    def _show_keys(self) -> None:
        from delegate_desk.gui.shell.shortcuts_page import KeyPage, show_sheet

        customise = partial(self.show, KeyPage.name)
        show_sheet(self._context.window, self.bindable_commands(), customise, self._print_keys)

    def _print_keys(self) -> None:
        from delegate_desk.gui.shell.shortcuts_page import page_for_keys
        from delegate_desk.gui.widgets.printing import prompt_print

        title = QCoreApplication.translate("keysheet", "Keyboard Shortcuts")
        make = partial(page_for_keys, self.bindable_commands())
        prompt_print(make, title, self._context.tasks, self._context.window)
