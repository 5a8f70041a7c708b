"""State of the window from one start to the next: its size, columns, tabs, places, colours and letters."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QByteArray, QTimer

from delegate_desk import settings
from delegate_desk.core.documents.document import Place
from delegate_desk.gui.context import Context
from delegate_desk.gui.forms.ui_main_window import Ui_MainWindow
from delegate_desk.gui.shell.palette_controller import PaletteFlow
from delegate_desk.gui.shell.tabs.tab_state import TabMemory, readers_in
from delegate_desk.gui.shell.tabs.tabs import Tabs
from delegate_desk.gui.tab_page import TabKind, TabType
from delegate_desk.gui.widgets import key_bindings, theme
from delegate_desk.gui.widgets.text.page_metrics import LARGEST, SMALLEST

_PAUSE = 1500
_MOST_PLACES = 200


class NavigationHistory:
    """History of the places left by jumps, backwards and forwards."""

    def __init__(self) -> None:
        self._back: list[Place] = []
        self._forward: list[Place] = []

    def remember(self, place: Place | None) -> None:
        """Remember a place before a jump away from it."""
        if place is not None and self._back[-1:] != [place]:
            self._back.append(place)
            del self._back[:-_MOST_PLACES]
        self._forward.clear()

    def back(self, here: Place | None) -> Place | None:
        """Return the place to go back to, and make this place available for going forward."""
        return _turn(self._back, self._forward, here)

    def forward(self, here: Place | None) -> Place | None:
        """The place to go forward to."""
        return _turn(self._forward, self._back, here)

    @property
    def has_back(self) -> bool:
        return bool(self._back)

    @property
    def has_forward(self) -> bool:
        return bool(self._forward)


def _turn(source: list[Place], target: list[Place], here: Place | None) -> Place | None:
    while source:
        place = source.pop()
        if place != here:
            if here is not None:
                target.append(here)
            return place
    return None


class WindowMemory:
    """Restores the window, and saves its state."""

    def __init__(
        self,
        context: Context,
        ui: Ui_MainWindow,
        tabs: Tabs,
        types: Mapping[TabKind, TabType],
        palette: PaletteFlow,
        column_sizes: Callable[[], Sequence[int]],
    ) -> None:
        """Read what was kept.

        Args:
            context: Of the window.
            ui: The form of the window.
            tabs: The pages.
            types: The kinds of tabs, by which they are restored.
            palette: Has the commands last used.
            column_sizes: Returns the widths of the columns.
        """
        self._context, self._ui, self._tabs, self._palette = context, ui, tabs, palette
        self._column_sizes = column_sizes
        self._settings = context.settings.load()
        if len(self._settings.columns) != len(settings.Settings().columns):
            self._settings = replace(self._settings, columns=settings.Settings().columns)
        palette.recent = self._settings.recent_commands
        self._tab_memory = TabMemory(tabs, types)
        self._timer = QTimer(context.window)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self.save_state)
        context.settings.place_changed.connect(self.save_soon)  # a program that is killed is back there too

    def restore(self) -> None:
        """Give the window the state that it had."""
        kept, ui, context = self._settings, self._ui, self._context
        theme.apply_choices(kept.theme, kept.density, still=kept.reduce_motion)
        key_bindings.take(kept.keys)
        key_bindings.subscribe_to_keys(context.window, self.save_soon)
        if kept.window:
            context.window.restoreGeometry(QByteArray.fromBase64(kept.window.encode()))
        ui.columns.setSizes(list(kept.columns))
        self._tabs.set_reading_size(min(max(kept.reading_size, SMALLEST), LARGEST))
        ui.action_left.setChecked(kept.left_shown)
        ui.action_right.setChecked(kept.right_shown)
        ui.action_outline.setChecked(kept.outline_shown)
        ui.action_original.setChecked(kept.original_shown)
        ui.action_proposals.setChecked(kept.proposals_shown)
        for_library = context.settings.for_library
        self._tab_memory.restore(for_library(kept.open_tabs, {}), for_library(kept.open_documents, ()))

    def save_soon(self) -> None:
        """Keep the state when the hands rest."""
        self._timer.start()

    def save_state(self, *, at_end: bool = False) -> None:
        """Keep the state now.

        Args:
            at_end: True if no window follows: the tabs are kept only if a person wants them back.
        """
        self._timer.stop()
        context, ui = self._context, self._ui
        on_disk = context.settings.load()  # another window may have kept its own since
        tabs = self._tab_memory.to_dict()
        readers = readers_in(tabs)
        in_front = int(context.navigate.current_document() or 0)
        if in_front in readers:  # it comes last, so that it is in front again
            readers = [*(key for key in readers if key != in_front), in_front]
        if at_end and not on_disk.tabs_come_back:
            readers, tabs = [], {}
        self._settings = replace(
            on_disk,
            theme=theme.choice(),
            density=theme.density(),
            keys=key_bindings.chosen(),
            recent_commands=self._palette.recent,
            reading_size=self._tabs.reading_size,
            window=bytes(context.window.saveGeometry().toBase64().data()).decode(),
            columns=[now or then for now, then in zip(self._column_sizes(), self._settings.columns, strict=True)],
            left_shown=ui.action_left.isChecked(),
            right_shown=ui.action_right.isChecked(),
            outline_shown=ui.action_outline.isChecked(),
            original_shown=ui.action_original.isChecked(),
            proposals_shown=ui.action_proposals.isChecked(),
        )
        context.settings.write_with_tabs(self._settings, readers, tabs)
