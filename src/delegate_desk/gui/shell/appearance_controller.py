"""Appearance of the whole window, set in the View menu: its colours, its row density, and its language."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from delegate_desk.gui import interface_language
from delegate_desk.gui.context import Context
from delegate_desk.gui.forms.ui_main_window import Ui_MainWindow
from delegate_desk.gui.widgets import screen_reader, theme


class Appearance:
    """Joins the choices to what they change, and keeps the ticks right."""

    def __init__(self, context: Context, ui: Ui_MainWindow) -> None:
        self._window = context.window
        self._themes = _exclusive_actions(ui.theme_menu, theme.CHOICES, theme.choose)
        self._densities = _exclusive_actions(ui.density_menu, theme.DENSITIES, theme.choose_density)
        self._known = self._in_force()
        theme.subscribe_to_theme(context.window, self._on_theme_changed)
        self._tick()
        languages = _exclusive_actions(
            ui.window_language_menu, interface_language.CHOICES, context.navigate.change_language
        )
        chosen = context.settings.load().language
        languages.get(chosen, languages["system"]).setChecked(True)

    def _tick(self) -> None:
        """Set the ticks right."""
        for action in self._in_force():
            action.setChecked(True)

    def _in_force(self) -> tuple[QAction, QAction]:
        return self._themes[theme.choice()], self._densities[theme.density()]

    def _on_theme_changed(self) -> None:
        """Another look is in force: let it be heard."""
        before, self._known = self._known, self._in_force()
        self._tick()
        for action in self._known:
            if action not in before and self._window.isVisible():  # the look of the start is no news
                screen_reader.announce(
                    self._window, f"{action.data()}: {action.text().replace('&', '')}", about=action.data()
                )


def _exclusive_actions(menu: QMenu, choices: Iterable[str], choose: Callable[[str], object]) -> dict[str, QAction]:
    """Connect the entries of a menu, in order, to exclusive choices; the palette puts the menu's title before them."""
    group = QActionGroup(menu)
    actions = dict(zip(choices, menu.actions(), strict=True))
    for choice, action in actions.items():
        group.addAction(action)
        action.setData(menu.title().replace("&", ""))
        action.triggered.connect(lambda _=False, choice=choice: choose(choice))
    return actions
