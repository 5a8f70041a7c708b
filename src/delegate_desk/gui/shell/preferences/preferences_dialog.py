"""The preferences: few, in groups, found by a word, and in force as soon as they are chosen."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QFrame, QListWidgetItem, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from delegate_desk.core.text import fold
from delegate_desk.gui.forms.ui_preferences import Ui_Preferences
from delegate_desk.gui.shell.keys.shortcuts_page import KeyPage
from delegate_desk.gui.shell.preferences.preference_row import PreferenceRow
from delegate_desk.gui.widgets.labels import terms


class PreferencesDialog(QDialog):
    """Shows groups of rows and the page of the keys; what is typed above leaves what has these words."""

    def __init__(self, groups: Sequence[tuple[str, Sequence[PreferenceRow]]], keys: KeyPage, parent: QWidget) -> None:
        """Show preferences.

        Args:
            groups: Each with its name and its rows.
            keys: The last page.
            parent: The window.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("help", "preferences")
        self.ui = Ui_Preferences()
        self.ui.setupUi(self)
        self._rows = [list(rows) for _, rows in groups]
        self.keys = keys
        for name, rows in groups:
            self._add(name, _page(rows))
        self._add(self.tr("Keyboard shortcuts"), keys)
        ui = self.ui
        ui.group_list.currentRowChanged.connect(ui.pages.setCurrentIndex)
        ui.search_edit.textChanged.connect(self._filter)
        ui.close_button.clicked.connect(self.accept)
        ui.group_list.setCurrentRow(0)
        ui.search_edit.setFocus()

    def _add(self, name: str, page: QWidget) -> None:
        page.setAccessibleName(name)
        self.ui.pages.addWidget(page)
        self.ui.group_list.addItem(name)

    def select_preference(self, name: str) -> None:
        """Show a preference, the keys on it; or the keys of commands, for ``keys``."""
        if name == self.keys.name:
            self.ui.group_list.setCurrentRow(len(self._rows))
            self.keys.tree.setFocus()
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
            item: QListWidgetItem = self.ui.group_list.item(n)
            flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
            item.setFlags(flags if count else Qt.ItemFlag.NoItemFlags)
        at = self.ui.group_list.currentRow()
        if words and not counts[at]:
            self.ui.group_list.setCurrentRow(next((n for n, count in enumerate(counts) if count), at))
        found = terms.format_count(sum(counts), self.tr("1 found"), self.tr("{n} found"))
        self.ui.found_label.setText("" if not words else found if any(counts) else self.tr("No matches."))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes nothing here: all is in force already; Esc empties the search first."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return
        if event.key() == Qt.Key.Key_Escape and self.ui.search_edit.text():
            self.ui.search_edit.clear()
            return
        super().keyPressEvent(event)


def _page(rows: Sequence[PreferenceRow]) -> QScrollArea:
    inner = QWidget()
    inner.setObjectName("inner")
    layout = QVBoxLayout(inner)
    layout.setContentsMargins(16, 16, 16, 16)
    layout.setSpacing(16)
    for row in rows:
        layout.addWidget(row)
    layout.addStretch(1)
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidget(inner)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area
