"""State of the window from one start to the next: its size, columns, tabs, places, colours and letters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QTimer

from delegate_desk import settings
from delegate_desk.gui.shell.tabs.tab_state import TabMemory, readers_in
from delegate_desk.gui.widgets import key_bindings, theme
from delegate_desk.gui.widgets.text.page_metrics import LARGEST, SMALLEST

if TYPE_CHECKING:
    from delegate_desk.gui.shell.main_window import MainWindow

_PAUSE = 1500


class WindowMemory:
    """Restores the window, and saves its state.

    Attributes:
        recent: Names of the commands last used from the palette, most recent first.
    """

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._settings = window.settings.load()
        if len(self._settings.columns) != len(settings.Settings().columns):
            self._settings = replace(self._settings, columns=settings.Settings().columns)
        self.recent = self._settings.recent_commands
        self._tabs = TabMemory(window)
        self._timer = QTimer(window)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self.save_state)
        window.settings.place_changed.connect(self.save_soon)  # a program that is killed is back there too

    def restore(self) -> None:
        """Give the window the state that it had."""
        kept, window = self._settings, self._window
        theme.apply_choices(kept.theme, kept.density, still=kept.reduce_motion)
        key_bindings.take(kept.keys)
        key_bindings.subscribe_to_keys(window, self.save_soon)
        if kept.window:
            window.restoreGeometry(QByteArray.fromBase64(kept.window.encode()))
        window.ui.columns.setSizes(list(kept.columns))
        window.tabs.set_reading_size(min(max(kept.reading_size, SMALLEST), LARGEST))
        window.ui.action_left.setChecked(kept.left_shown)
        window.ui.action_right.setChecked(kept.right_shown)
        window.ui.action_outline.setChecked(kept.outline_shown)
        window.ui.action_original.setChecked(kept.original_shown)
        window.ui.action_proposals.setChecked(kept.proposals_shown)
        for_library = window.settings.for_library
        self._tabs.restore(for_library(kept.open_tabs, {}), for_library(kept.open_documents, ()))
        (window.tabs.currentWidget() or window.documents).setFocus()

    def save_soon(self) -> None:
        """Keep the state when the hands rest."""
        self._timer.start()

    def save_state(self, *, at_end: bool = False) -> None:
        """Keep the state now.

        Args:
            at_end: True if no window follows: the tabs are kept only if a person wants them back.
        """
        self._timer.stop()
        window = self._window
        on_disk = window.settings.load()  # another window may have kept its own since
        tabs = self._tabs.to_dict()
        readers = readers_in(tabs)
        in_front = int(window.current_document() or 0)
        if in_front in readers:  # it comes last, so that it is in front again
            readers = [*(key for key in readers if key != in_front), in_front]
        if at_end and not on_disk.tabs_come_back:
            readers, tabs = [], {}
        self._settings = replace(
            on_disk,
            theme=theme.choice(),
            density=theme.density(),
            keys=key_bindings.chosen(),
            recent_commands=self.recent,
            reading_size=window.tabs.reading_size,
            window=bytes(window.saveGeometry().toBase64().data()).decode(),
            columns=_columns(window, self._settings.columns),
            left_shown=window.ui.action_left.isChecked(),
            right_shown=window.ui.action_right.isChecked(),
            outline_shown=window.ui.action_outline.isChecked(),
            original_shown=window.ui.action_original.isChecked(),
            proposals_shown=window.ui.action_proposals.isChecked(),
        )
        window.settings.write_with_tabs(self._settings, readers, tabs)


def _columns(window: MainWindow, before: Sequence[int]) -> list[int]:
    """The columns' widths; a hidden one keeps the width it had."""
    sizes = window.column_sizes()
    return [now or then for now, then in zip(sizes, before, strict=True)]
