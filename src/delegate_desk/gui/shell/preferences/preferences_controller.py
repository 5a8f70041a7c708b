"""The preferences in the window: each row joined to what it sets, which is kept and in force at once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from delegate_desk.gui.help.welcome_page import OFFICIAL_ORDER, DelegationCombo, LanguageChoices
from delegate_desk.gui.safety import lock_controller
from delegate_desk.gui.shell import interface_language
from delegate_desk.gui.shell.keys import key_conflicts
from delegate_desk.gui.shell.keys.shortcuts_page import KeyPage
from delegate_desk.gui.shell.preferences.preference_row import PreferenceRow
from delegate_desk.gui.shell.preferences.preferences_dialog import PreferencesDialog
from delegate_desk.gui.widgets import theme
from delegate_desk.gui.widgets.basic_widgets import set_part
from delegate_desk.gui.widgets.labels import terms
from delegate_desk.gui.widgets.text.page_metrics import LARGEST, SMALLEST

if TYPE_CHECKING:
    from delegate_desk.gui.shell.main_window import MainWindow

translate = QCoreApplication.translate
_MOST_MINUTES = 240


def preference_titles() -> dict[str, str]:
    """Return the title of each preference, by its name."""
    return {
        "language": translate("preferring", "Interface language"),
        "delegation": translate("preferring", "Our delegation"),
        "reading": translate("preferring", "Your languages"),
        "tabs": translate("preferring", "On start-up"),
        "theme": translate("preferring", "Theme"),
        "density": translate("preferring", "Density"),
        "size": translate("preferring", "Text size"),
        "still": translate("preferring", "Animation"),
        "second": translate("preferring", "Second backup location"),
        "lock": translate("preferring", "Automatic lock"),
        "watched": translate("preferring", "Watched folders"),
        KeyPage.name: translate("preferring", "Keyboard shortcuts"),
    }


def show_preferences(window: MainWindow, name: str = "") -> PreferencesDialog:
    """Show the preferences, with one of them at hand where it is named."""
    keys = KeyPage(
        key_conflicts.bindable_commands(window),
        lambda key, command: key_conflicts.rejection_reason(key, command, window),
    )
    from delegate_desk.gui.shell.keys import shortcut_sheet  # which leads here too

    keys.print_requested.connect(lambda: shortcut_sheet.prompt_and_print(window))
    rows = _PreferenceRows(window)
    groups = [
        (translate("preferring", "General"), [rows.language(), rows.delegation(), rows.reading(), rows.tabs()]),
        (translate("preferring", "Appearance"), [rows.theme(), rows.density(), rows.size(), rows.still()]),
        (translate("preferring", "Library"), [rows.second(), rows.lock(), rows.watched()]),
    ]
    dialog = PreferencesDialog(groups, keys, window)
    if name:
        dialog.select_preference(name)
    dialog.open()
    return dialog


class _PreferenceRows:
    """Makes the rows, each with what is in force now."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._settings = window.settings.load()
        self._titles = preference_titles()

    def _row(self, name: str, control: QWidget, said: str = "") -> PreferenceRow:
        return PreferenceRow(name, self._titles[name], control, said)

    # General

    def language(self) -> PreferenceRow:
        window = self._window
        named = {"system": translate("preferring", "System default"), **interface_language.OWN_NAMES}

        def choose(choice: str) -> None:
            QTimer.singleShot(
                0, window, lambda: interface_language.change_language(window, choice)
            )  # the list closes first

        said = translate("preferring", "The window reloads where you are; nothing is lost.")
        return self._row("language", _combo(named, self._settings.language, choose), said)

    def delegation(self) -> PreferenceRow:
        window, combo = self._window, DelegationCombo()
        combo.setCurrentIndex(max(combo.findData(window.desk.positions.delegation()), 0))

        def choose() -> None:
            code = combo.currentData()
            if code:
                window.tasks.write(lambda: window.desk.positions.set_delegation(code))

        combo.activated.connect(lambda _: choose())
        return self._row(
            "delegation",
            combo,
            translate("preferring", "For this library. Positions are drafted and sent on its behalf."),
        )

    def reading(self) -> PreferenceRow:
        window = self._window
        buttons = {code: QPushButton(code.upper()) for code in OFFICIAL_ORDER}

        def choose() -> None:
            chosen = [code for code, button in buttons.items() if button.isChecked()]
            window.settings.save(reading_languages=chosen)
            window.documents.model.set_reading_languages(chosen or (interface_language.language(),))

        for code, button in buttons.items():
            set_part(button, "switch")
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setAccessibleName(terms.language_name(code))
            button.setToolTip(terms.language_name(code))
            button.setChecked(code in self._settings.reading_languages)
            button.clicked.connect(lambda _=False: choose())
        control = LanguageChoices(list(buttons.values()))
        control.setFocusProxy(next(iter(buttons.values())))
        return self._row("reading", control, translate("preferring", "These language versions are listed first."))

    def tabs(self) -> PreferenceRow:
        box = QCheckBox(translate("preferring", "Reopen the last session"))
        box.setChecked(self._settings.tabs_come_back)
        box.toggled.connect(lambda on: self._window.settings.save(tabs_come_back=on))
        return self._row("tabs", box)

    # Look

    def theme(self) -> PreferenceRow:
        said = (
            translate("preferring", "System default"),
            translate("preferring", "Light"),
            translate("preferring", "Dark"),
            translate("preferring", "High contrast"),
        )
        combo = _combo(dict(zip(theme.CHOICES, said, strict=True)), theme.choice(), theme.choose)
        theme.subscribe_to_theme(combo, lambda: combo.setCurrentIndex(combo.findData(theme.choice())))
        return self._row("theme", combo)

    def density(self) -> PreferenceRow:
        said = (translate("preferring", "Comfortable"), translate("preferring", "Compact"))
        combo = _combo(dict(zip(theme.DENSITIES, said, strict=True)), theme.density(), theme.choose_density)
        theme.subscribe_to_theme(combo, lambda: combo.setCurrentIndex(combo.findData(theme.density())))
        return self._row("density", combo)

    def size(self) -> PreferenceRow:
        box, tabs = QSpinBox(), self._window.tabs
        box.setRange(SMALLEST, LARGEST)
        box.setSuffix(translate("preferring", " px", "pixels, behind a number"))
        box.setValue(tabs.reading_size)
        box.valueChanged.connect(tabs.set_reading_size)
        return self._row("size", box, translate("preferring", "In documents."))

    def still(self) -> PreferenceRow:
        box = QCheckBox(translate("preferring", "Reduce motion"))
        box.setChecked(self._settings.reduce_motion)

        def choose(on: bool) -> None:
            self._window.settings.save(reduce_motion=on)
            theme.choose_still(on)

        box.toggled.connect(choose)
        return self._row("still", box)

    # Library

    def second(self) -> PreferenceRow:
        control = _Folder(self._window)
        return self._row(
            "second",
            control,
            translate("preferring", "For this library. Existing copies are kept if you remove it."),
        )

    def lock(self) -> PreferenceRow:
        box = QSpinBox()
        box.setRange(0, _MOST_MINUTES)
        box.setSpecialValueText(translate("preferring", "never"))
        box.setSuffix(translate("preferring", " minutes", "behind a number"))
        box.setValue(self._settings.lock_minutes)

        def choose(minutes: int) -> None:
            self._window.settings.save(lock_minutes=minutes)
            guard = self._window.findChild(lock_controller.LockController)
            if guard is not None:
                guard.minutes = minutes

        box.valueChanged.connect(choose)
        said = translate("preferring", "An encrypted library locks after this period of inactivity.")
        return self._row("lock", box, said)

    def watched(self) -> PreferenceRow:
        return self._row(
            "watched", _Watched(self._window), translate("preferring", "New files in these folders are imported.")
        )


class _Folder(QWidget):
    """The second place for backups, and what chooses another or none."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__()
        self._window = window
        self._label = QLabel()
        self._label.setWordWrap(True)
        self._choose, self._none = (
            _button(translate("preferring", "Choose…")),
            _button(translate("preferring", "Remove")),
        )
        self.setFocusProxy(self._choose)
        self._choose.clicked.connect(self._prompt_folder)
        self._none.clicked.connect(lambda: self._save_folder(None))
        layout = _line(self)
        layout.addWidget(self._label, 1)
        layout.addWidget(self._choose)
        layout.addWidget(self._none)
        self._show()

    def _show(self) -> None:
        second = self._window.settings.second_place
        self._label.setText(str(second) if second else translate("preferring", "None"))
        self._none.setEnabled(second is not None)
        self._choose.setAccessibleName(translate("preferring", "Choose the second backup location"))
        self._choose.setAccessibleDescription(self._label.text())

    def _prompt_folder(self) -> None:
        usual = str(self._window.settings.second_place or Path.home())
        chosen = QFileDialog.getExistingDirectory(self, translate("preferring", "Second Backup Location"), usual)
        if chosen:
            folder, window = Path(chosen), self._window
            window.tasks.read(lambda: window.desk.backups.choose_second(folder), lambda _: self._save_folder(folder))

    def _save_folder(self, folder: Path | None) -> None:
        self._window.settings.save_second_place(folder)
        self._show()


class _Watched(QWidget):
    """The folders that are watched, each with what ends it, and what begins another."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__()
        self._watcher = window.folder_watcher
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(4)
        self._add = _button(translate("preferring", "Watch Folder…"))
        self._add.clicked.connect(self._watcher.prompt_folder)
        self.setFocusProxy(self._add)
        self._folder_rows: list[QWidget] = []
        self._watcher.folders_listed.connect(self._show)
        self._layout.addLayout(_left_aligned(self._add))
        self._show()

    def _show(self) -> None:
        for line in self._folder_rows:
            line.hide()
            line.deleteLater()
        self._folder_rows = []
        for n, folder in enumerate(self._watcher.folders):
            line, stop = QWidget(), _button(translate("preferring", "Stop"))
            stop.setAccessibleName(translate("preferring", "Stop watching {folder}").format(folder=folder))
            stop.clicked.connect(lambda _=False, folder=folder: self._watcher.unwatch(folder))
            layout = _line(line)
            named = QLabel(str(folder))
            named.setWordWrap(True)
            layout.addWidget(named, 1)
            layout.addWidget(stop)
            self._layout.insertWidget(n, line)
            self._folder_rows.append(line)


def _combo(named: dict[str, str], value: str, choose: Callable[[str], object]) -> QComboBox:
    combo = QComboBox()
    for one, said in named.items():
        combo.addItem(said, one)
    combo.setCurrentIndex(max(combo.findData(value), 0))
    combo.activated.connect(lambda _: choose(combo.currentData()))
    return combo


def _button(text: str) -> QPushButton:
    made = QPushButton(text)
    made.setAutoDefault(False)
    return made


def _line(widget: QWidget) -> QHBoxLayout:
    layout = QHBoxLayout(widget)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(8)
    return layout


def _left_aligned(widget: QWidget) -> QHBoxLayout:
    """A widget at the left of its line."""
    layout = QHBoxLayout()
    layout.addWidget(widget)
    layout.addStretch(1)
    return layout
