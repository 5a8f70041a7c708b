"""The preferences: few, in groups, found by a word, saved and applied as soon as they are chosen."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import partial
from html import escape
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QFileDialog, QFormLayout, QLabel, QSpinBox, QWidget
from typing_extensions import override

from delegate_desk.core.changes import Changes
from delegate_desk.core.text import fold, fold_with_places
from delegate_desk.core.translations.translation import TermBase
from delegate_desk.gui import interface_language
from delegate_desk.gui.context import Context
from delegate_desk.gui.forms.ui_preferences import Ui_Preferences
from delegate_desk.gui.help.welcome_page import OFFICIAL_ORDER, DelegationCombo, LanguageChoices, language_switch
from delegate_desk.gui.library.import_controller import WatchedFoldersController
from delegate_desk.gui.safety import safety_controllers
from delegate_desk.gui.shell.shortcuts_page import KeyPage
from delegate_desk.gui.shell.tabs import Tabs
from delegate_desk.gui.widgets import theme
from delegate_desk.gui.widgets.basic_widgets import (
    clear_layout,
    column_layout,
    fill_combo,
    label,
    lock_if_set_by_policy,
    push_button,
    row_layout,
    scroll_area,
    while_alive,
)
from delegate_desk.gui.widgets.labels import terms
from delegate_desk.gui.widgets.output import prompt_folder
from delegate_desk.gui.widgets.text.page_metrics import LARGEST, SMALLEST

translate = QCoreApplication.translate
_MOST_MINUTES = 240
_NAMES = 192
"""Width of the column of names with the gap after it, in pixels."""
_POLICIES = {"language": "InterfaceLanguage", "delegation": "Delegation", "reading": "ReadingLanguages"}
"""The policies by which an administrator can lock a row."""


class PreferenceRow(QWidget):
    def __init__(self, name: str, title: str, control: QWidget, explanation: str = "") -> None:
        super().__init__()
        self.name = name
        self.control = control
        head = QLabel(title, textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self._texts = {head: title}
        head.setFixedWidth(_NAMES)
        head.setAlignment(Qt.AlignmentFlag.AlignTop)
        head.setContentsMargins(0, 4, 16, 0)
        head.setBuddy(control)
        layout = QFormLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(0)  # Qt does not count it when it wraps a row
        layout.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        layout.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        side = Qt.AlignmentFlag.AlignLeft if isinstance(control, QComboBox | QSpinBox) else Qt.AlignmentFlag(0)
        field = column_layout((control, 0, side), margins=0, spacing=4)
        layout.addRow(head, field)
        if not control.accessibleName() or isinstance(control, QCheckBox):
            control.setAccessibleName(title)
        if explanation:
            sentence = label(explanation, "small", wrap=True)
            self._texts[sentence] = explanation
            field.addWidget(sentence)
            control.setAccessibleDescription(explanation)
        self._words: Sequence[str] = ()
        theme.subscribe_to_theme(self, lambda: self.match_words(self._words))

    def match_words(self, words: Sequence[str]) -> bool:
        """Show the row if it contains all of some folded words, and highlight them; True if it does."""
        self._words = words
        message = fold(" ".join((*self._texts.values(), self.control.accessibleName())))
        is_match = all(word in message for word in words)
        self.setVisible(is_match)
        for text_label, text in self._texts.items():
            text_label.setTextFormat(Qt.TextFormat.RichText if words and is_match else Qt.TextFormat.PlainText)
            text_label.setText(_mark_words(text, words) if words and is_match else text)
        return is_match


def _mark_words(text: str, words: Sequence[str]) -> str:
    folded, origin = fold_with_places(text)
    matches = [match for word in words for match in re.finditer(re.escape(word), folded)]
    hits = {origin[n] for match in matches for n in range(*match.span())}
    ground, ink = theme.color("hit").name(), theme.color("ink").name()
    return "".join(
        f'<span style="background-color:{ground}; color:{ink}">{escape(letter)}</span>' if n in hits else escape(letter)
        for n, letter in enumerate(text)
    )


class PreferencesDialog(QDialog):
    """Shows groups of rows and the page of the keys; a search shows matching rows only."""

    def __init__(self, groups: Sequence[tuple[str, Sequence[PreferenceRow]]], keys: KeyPage, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("help", "preferences")
        self.ui = Ui_Preferences()
        self.ui.setupUi(self)
        self._rows = [list(rows) for _, rows in groups]
        self.keys = keys
        for name, rows in groups:
            inner = QWidget()
            inner.setObjectName("inner")
            column_layout(*rows, None, within=inner, margins=16, spacing=16)
            self._add(name, scroll_area(inner))
        self._add(self.tr("Keyboard shortcuts"), keys)
        ui = self.ui
        ui.group_list.ensurePolished()
        ui.group_list.setFixedWidth(max(_NAMES, ui.group_list.sizeHintForColumn(0)))
        ui.group_list.currentRowChanged.connect(ui.pages.setCurrentIndex)
        ui.filter_edit.textChanged.connect(self._filter)
        ui.close_button.clicked.connect(self.accept)
        ui.group_list.setCurrentRow(0)
        ui.filter_edit.setFocus()

    def _add(self, name: str, page: QWidget) -> None:
        page.setAccessibleName(name)
        self.ui.pages.addWidget(page)
        self.ui.group_list.addItem(name)

    def select_preference(self, name: str) -> None:
        """Show and focus a preference; or the keys of commands, for ``keys``."""
        if name == self.keys.name:
            self.ui.group_list.setCurrentRow(len(self._rows))
            self.keys.ui.command_tree.setFocus()
        for n, rows in enumerate(self._rows):
            for row in rows:
                if row.name == name:
                    self.ui.group_list.setCurrentRow(n)
                    row.control.setFocus(Qt.FocusReason.TabFocusReason)

    def _filter(self, typed: str) -> None:
        words = fold(typed).split()
        counts = [sum([row.match_words(words) for row in rows]) for rows in self._rows]
        counts.append(self.keys.filter_commands(words))
        for n, count in enumerate(counts):
            item = self.ui.group_list.item(n)
            flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
            item.setFlags(flags if count else Qt.ItemFlag.NoItemFlags)
        current = self.ui.group_list.currentRow()
        if words and not counts[current]:
            self.ui.group_list.setCurrentRow(next((n for n, count in enumerate(counts) if count), current))
        found = terms.format_count(sum(counts), self.tr("1 found"), self.tr("{n} found"))
        self.ui.found_label.setText("" if not words else found if any(counts) else self.tr("No matches."))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does nothing, as everything is applied already; Esc clears the search first."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return
        if event.key() == Qt.Key.Key_Escape and self.ui.filter_edit.text():
            self.ui.filter_edit.clear()
            return
        super().keyPressEvent(event)


def preference_titles() -> dict[str, str]:
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
        "colleagues": translate("preferring", "Colleagues"),
        "terms": translate("preferring", "Term bases"),
        KeyPage.name: translate("preferring", "Keyboard shortcuts"),
    }


def show_preferences(
    context: Context, tabs: Tabs, watcher: WatchedFoldersController, keys: KeyPage, name: str = ""
) -> PreferencesDialog:
    groups = [
        (translate("preferring", "General"), _general_rows(context)),
        (translate("preferring", "Appearance"), _appearance_rows(context, tabs)),
        (translate("preferring", "Library"), _library_rows(context, watcher)),
    ]
    dialog = PreferencesDialog(groups, keys, context.window)
    if name:
        dialog.select_preference(name)
    dialog.open()
    return dialog


def _row(name: str, control: QWidget, text: str = "") -> PreferenceRow:
    if name in _POLICIES and lock_if_set_by_policy(control, _POLICIES[name]):
        text = control.toolTip()
    return PreferenceRow(name, preference_titles()[name], control, text)


def _general_rows(context: Context) -> list[PreferenceRow]:
    stored = context.settings.load()
    language_names = {"system": translate("preferring", "System default"), **interface_language.OWN_NAMES}

    def choose_language(choice: str) -> None:
        change = partial(context.navigate.change_language, choice)
        QTimer.singleShot(0, context.window, change)  # the list closes first

    delegations = DelegationCombo()
    delegations.ensurePolished()
    delegations.setMinimumWidth(delegations.sizeHint().width())

    def show_delegation(code: str | None) -> None:
        delegations.setCurrentIndex(max(delegations.findData(code), 0))

    job = context.tasks.read(context.desk.positions.delegation, while_alive(delegations, show_delegation))

    def choose_delegation() -> None:
        job.cancel()
        code = delegations.currentData()
        if code:
            context.tasks.write(lambda: context.desk.positions.set_delegation(code))

    delegations.activated.connect(lambda _: choose_delegation())
    buttons = {code: language_switch(code.upper(), terms.language_name(code)) for code in OFFICIAL_ORDER}

    def choose_reading() -> None:
        chosen = [code for code, button in buttons.items() if button.isChecked()]
        context.settings.save(reading_languages=chosen)

    for code, button in buttons.items():
        button.setChecked(code in stored.reading_languages)
        button.clicked.connect(lambda _=False: choose_reading())
    reading = LanguageChoices(list(buttons.values()))
    reading.setFocusProxy(next(iter(buttons.values())))
    reopen_check = QCheckBox(translate("preferring", "Reopen the last session"))
    reopen_check.setChecked(stored.tabs_come_back)
    reopen_check.toggled.connect(lambda is_checked: context.settings.save(tabs_come_back=is_checked))
    language_hint = translate("preferring", "The window reloads where you are; nothing is lost.")
    delegation_hint = translate("preferring", "For this library. Positions are drafted and sent on its behalf.")
    reading_hint = translate("preferring", "These language versions are listed first.")
    return [
        _row("language", _combo(language_names, stored.language, choose_language), language_hint),
        _row("delegation", delegations, delegation_hint),
        _row("reading", reading, reading_hint),
        _row("tabs", reopen_check),
    ]


def _appearance_rows(context: Context, tabs: Tabs) -> list[PreferenceRow]:
    theme_names = (
        translate("preferring", "System default"),
        translate("preferring", "Light"),
        translate("preferring", "Dark"),
        translate("preferring", "High contrast"),
    )
    themes = _combo(dict(zip(theme.CHOICES, theme_names, strict=True)), theme.choice(), theme.choose)
    theme.subscribe_to_theme(themes, lambda: themes.setCurrentIndex(themes.findData(theme.choice())))
    density_names = (translate("preferring", "Comfortable"), translate("preferring", "Compact"))
    densities = _combo(dict(zip(theme.DENSITIES, density_names, strict=True)), theme.density(), theme.choose_density)
    theme.subscribe_to_theme(densities, lambda: densities.setCurrentIndex(densities.findData(theme.density())))
    size = QSpinBox()
    size.setRange(SMALLEST, LARGEST)
    size.setSuffix(translate("preferring", " px", "pixels, behind a number"))
    size.setValue(tabs.reading_size)
    size.valueChanged.connect(tabs.set_reading_size)
    motion_check = QCheckBox(translate("preferring", "Reduce motion"))
    motion_check.setChecked(context.settings.load().reduce_motion)

    def choose_still(is_checked: bool) -> None:
        context.settings.save(reduce_motion=is_checked)
        theme.choose_still(is_checked)

    motion_check.toggled.connect(choose_still)
    return [
        _row("theme", themes),
        _row("density", densities),
        _row("size", size, translate("preferring", "In documents.")),
        _row("still", motion_check),
    ]


def _library_rows(context: Context, watcher: WatchedFoldersController) -> list[PreferenceRow]:
    minutes = QSpinBox()
    minutes.setRange(0, _MOST_MINUTES)
    minutes.setSpecialValueText(translate("preferring", "never"))
    minutes.setSuffix(translate("preferring", " minutes", "behind a number"))
    minutes.setValue(context.settings.load().lock_minutes)
    minutes.valueChanged.connect(partial(safety_controllers.set_lock_minutes, context))
    colleagues = QWidget()
    actions = map(context.navigate.action, ("action_shared_folder", "action_people"))
    buttons = [push_button(action.text().replace("&", ""), action.trigger, default=False) for action in actions]
    row_layout(*buttons, None, within=colleagues, margins=0, spacing=8)
    is_locked = lock_if_set_by_policy(buttons[0], "AllowSharedFolder")
    colleagues.setFocusProxy(buttons[is_locked])
    copies = translate("preferring", "For this library. Existing copies are kept if you remove it.")
    locks = translate("preferring", "An encrypted library locks after this period of inactivity.")
    imports = translate("preferring", "New files in these folders are imported.")
    finds = translate("preferring", "They help to find passages in other languages, and stay on this computer.")
    return [
        _row("second", _Folder(context), copies),
        _row("lock", minutes, locks),
        _row("watched", _Watched(watcher), imports),
        _row("colleagues", colleagues, buttons[0].toolTip()),
        _row("terms", TermBaseList(context), finds),
    ]


class _Folder(QWidget):
    """The second location for backups, with buttons to choose another or none."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._label = QLabel(wordWrap=True)
        self._choose_button = push_button(translate("preferring", "Choose…"), self._prompt_folder, default=False)
        remove = translate("preferring", "Remove")
        self._remove_button = push_button(remove, lambda: self._save_folder(None), default=False)
        self.setFocusProxy(self._choose_button)
        row_layout((self._label, 1), self._choose_button, self._remove_button, within=self, margins=0, spacing=8)
        self._show()

    def _show(self) -> None:
        second = self._context.settings.second_place
        self._label.setText(str(second) if second else translate("preferring", "None"))
        self._remove_button.setEnabled(second is not None)
        self._choose_button.setAccessibleName(translate("preferring", "Choose the second backup location"))
        self._choose_button.setAccessibleDescription(self._label.text())

    def _prompt_folder(self) -> None:
        context, usual = self._context, self._context.settings.second_place or Path.home()
        folder = prompt_folder(self, translate("preferring", "Second Backup Location"), usual)
        if folder is not None:
            choose = context.desk.backups.choose_second
            fail = partial(_show_error, context, self._label)
            context.tasks.read(lambda: choose(folder), lambda _: self._save_folder(folder), failed=fail)

    def _save_folder(self, folder: Path | None) -> None:
        self._context.settings.save_second_place(folder)
        self._show()


class _Watched(QWidget):
    """The watched folders, each with a button to remove it, and one to add another."""

    def __init__(self, watcher: WatchedFoldersController) -> None:
        super().__init__()
        self._watcher = watcher
        add = push_button(translate("preferring", "Watch Folder…"), watcher.prompt_folder, default=False)
        self.setFocusProxy(add)
        self._watcher.folders_listed.connect(self._show)
        self._lines = column_layout(spacing=4)
        column_layout(self._lines, row_layout(add, None), within=self, margins=0, spacing=4)
        self._show()

    def _show(self) -> None:
        clear_layout(self._lines)
        for folder in self._watcher.folders:
            stop = push_button(translate("preferring", "Stop"), partial(self._watcher.unwatch, folder), default=False)
            stop.setAccessibleName(translate("preferring", "Stop watching {folder}").format(folder=folder))
            self._lines.addWidget(_line(str(folder), stop))


def _show_error(context: Context, message_label: QLabel, error: Exception) -> None:
    """Say in the dialog what went wrong: a notice would be behind it."""
    if context.tasks.is_known(error):
        message_label.setText(interface_language.explain(error))


def _combo(names: dict[str, str], value: str, choose: Callable[[str], object]) -> QComboBox:
    combo = QComboBox()
    fill_combo(combo, names, value)
    combo.activated.connect(lambda _: choose(combo.currentData()))
    return combo


def _line(text: str, button: QWidget) -> QWidget:
    """Return a line of a list, with a button that removes its item."""
    line = QWidget()
    row_layout((QLabel(text, wordWrap=True), 1), button, within=line, margins=0, spacing=8)
    return line


class TermBaseList(QWidget):
    """The term bases, each with a button to remove it, and one to import another."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.import_button = push_button(self.tr("Import Term Base…"), self._prompt_file, default=False)
        self.message = label("", "soft", wrap=True)
        self.setFocusProxy(self.import_button)
        self._lines = column_layout(spacing=4)
        foot = row_layout(self.import_button, None)
        column_layout(self._lines, self.message, foot, within=self, margins=0, spacing=4)
        self._load()

    def _load(self) -> None:
        self._context.tasks.read(self._context.desk.translations.bases.all, while_alive(self, self._show))

    def _show(self, bases: list[TermBase]) -> None:
        clear_layout(self._lines)
        for base in bases:
            text = self.tr("{name}: {n} entries in {languages}").format(
                name=base.name, n=terms.format_number(base.entries), languages=", ".join(base.languages)
            )
            remove = push_button(self.tr("Remove"), partial(self._remove, base.name), default=False)
            remove.setAccessibleName(self.tr("Remove {name}").format(name=base.name))
            self._lines.addWidget(_line(text, remove))
        self.message.setText("" if bases else self.tr("No term base has been imported."))
        self.message.setVisible(not bases)

    def _prompt_file(self) -> None:
        file_types = self.tr("Term bases (*.tbx *.tmx *.csv *.tsv *.txt *.rdf *.ttl *.nt *.xml)")
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Import Term Base"), str(Path.home()), file_types)
        if name:
            self.import_file(Path(name))

    def import_file(self, path: Path) -> None:
        self.message.setText(self.tr("Importing {file}…").format(file=path.name))
        self.message.show()
        bases = self._context.desk.translations.bases
        self._context.tasks.read(
            lambda: bases.import_file(path),
            while_alive(self, self._on_changed),
            failed=while_alive(self, partial(_show_error, self._context, self.message)),
        )

    def _remove(self, name: str) -> None:
        bases = self._context.desk.translations.bases
        self._context.tasks.read(lambda: bases.remove(name), while_alive(self, self._on_changed))

    def _on_changed(self, _: object) -> None:
        self._context.tasks.changed.emit(Changes(settings=True))
        self._load()
