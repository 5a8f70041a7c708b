"""State of the window from one start to the next: its size, columns, tabs, places, colours and letters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QByteArray, QTimer

from delegate_desk import settings
from delegate_desk.core.documents.document import Address, DocumentId, Place
from delegate_desk.core.library.errors import SettingsNotKeptError
from delegate_desk.gui.export.export_settings import Choices
from delegate_desk.gui.shell.tabs.tab_state import TabMemory, readers_in
from delegate_desk.gui.widgets import key_bindings, theme
from delegate_desk.gui.widgets.text.page_metrics import LARGEST, SMALLEST

if TYPE_CHECKING:
    from delegate_desk.gui.shell.main_window import MainWindow

_PAUSE = 1500
_MOST_PLACES = 500
T = TypeVar("T")


class WindowMemory:
    """Restores the window, and saves its state.

    Attributes:
        choices: The choices for files on a document.
        recent: Names of the commands last used from the palette, most recent first.
    """

    def __init__(self, window: MainWindow, file: Path) -> None:
        self._window = window
        self._file = file
        self.choices = Choices(file, window)
        self._library = str(window.desk.folder)
        self._settings = settings.load(file)
        if len(self._settings.columns) != len(settings.Settings().columns):
            self._settings = replace(self._settings, columns=settings.Settings().columns)
        self.recent = self._settings.recent_commands
        self._is_unsaved = False
        self._places = dict(self._settings.places.get(self._library, {}))
        self._tabs = TabMemory(window)
        self._timer = QTimer(window)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self.save_state)

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
        readers = kept.open_documents.get(self._library, ())
        self._tabs.restore(kept.open_tabs.get(self._library, {}), readers)
        (window.tabs.currentWidget() or window.documents).setFocus()

    def place_in_document(self, document: DocumentId) -> Address | None:
        """Return the last place in a document."""
        kept = self._places.get(str(document))
        return Address(kept) if isinstance(kept, str) else None

    @property
    def second_place(self) -> Path | None:
        """The folder to which the library's backups are taken too."""
        return settings.load(self._file).second_place(self._window.desk.folder)

    def save_second_place(self, folder: Path | None) -> None:
        """Choose where the library's backups are taken too, or nowhere."""
        on_disk = settings.load(self._file)
        chosen = _with_value(on_disk.second_places, self._library, "" if folder is None else str(folder))
        self._save(replace(on_disk, second_places=chosen))

    def save_settings(self, **chosen: object) -> None:
        """Keep what was chosen, by the names of the settings."""
        self._save(replace(settings.load(self._file), **chosen))  # type: ignore[arg-type]  # each as its field has it

    def remember_place(self, place: Place | None) -> None:
        """Remember the current place in a document."""
        if place is not None:
            if self._places.pop(str(place.document), None) != place.address:
                self.save_soon()  # a program that is killed is back there too
            self._places[str(place.document)] = place.address
            while len(self._places) > _MOST_PLACES:
                self._places.pop(next(iter(self._places)))

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
        on_disk = settings.load(self._file)  # another window may have kept its own since
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
            open_documents=_with_value(on_disk.open_documents, self._library, readers),
            open_tabs=_with_value(on_disk.open_tabs, self._library, tabs),
            places=_with_value(on_disk.places, self._library, self._places),
        )
        self._save(self._settings)

    def _save(self, kept: settings.Settings) -> None:
        """Keep settings; where they cannot be, it is said once."""
        try:
            settings.save(self._file, kept)
        except OSError as error:
            if not self._is_unsaved:
                self._window.tasks.failed.emit(SettingsNotKeptError(str(self._file), error.strerror or ""))
            self._is_unsaved = True
        else:
            self._is_unsaved = False


def _with_value(kept: Mapping[str, T], key: str, value: T) -> dict[str, T]:
    return {**kept, key: value}


def _columns(window: MainWindow, before: Sequence[int]) -> list[int]:
    """The columns' widths; a hidden one keeps the width it had."""
    sizes = window.meeting_mode.saved_column_sizes or window.ui.columns.sizes()
    return [now or then for now, then in zip(sizes, before, strict=True)]
