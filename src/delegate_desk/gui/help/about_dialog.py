"""The box about the program, and the licences of what others made of it."""

import json

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QMessageBox,
    QPlainTextEdit,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from delegate_desk import __version__
from delegate_desk.core.values import dataclass
from delegate_desk.gui.widgets import theme
from delegate_desk.paths import RESOURCES


@dataclass(frozen=True, slots=True)
class LicensedPart:
    """Something that others made.

    Attributes:
        version: Empty where a part has none of its own.
        licence: As SPDX writes it.
        text: The whole text, or texts.
    """

    name: str
    version: str
    licence: str
    text: str


def licensed_parts() -> list[LicensedPart]:
    """All parts, by name; the list is made with the program (packaging/build/licences.py)."""
    listed = json.loads((RESOURCES / "licences" / "index.json").read_text(encoding="utf-8"))
    return [
        LicensedPart(one["name"], one["version"], one["licence"], (RESOURCES / one["text"]).read_text(encoding="utf-8"))
        for one in listed
    ]


class LicencesDialog(QDialog):
    """Shows the parts that a word is in, and finds it in the text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Licences"))
        self._parts = licensed_parts()
        self.search_edit = QLineEdit()
        self.search_edit.setPlaceholderText(self.tr("Search components and licences"))
        self.search_edit.setAccessibleName(self.tr("Search components and licences"))
        self.search_edit.setClearButtonEnabled(True)
        self.part_list = QListWidget()
        self.part_list.setAccessibleName(self.tr("Components"))
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("Licence"))
        self.none_label = QLabel(self.tr("No matches."))
        self.none_label.hide()
        for part in self._parts:
            item = QListWidgetItem(" ".join(filter(None, (part.name, part.version))))
            item.setToolTip(part.licence)
            item.setSizeHint(QSize(0, theme.row_height()))
            self.part_list.addItem(item)
        panes = QSplitter()
        panes.addWidget(self.part_list)
        panes.addWidget(self.text)
        panes.setSizes([240, 600])
        panes.setStretchFactor(1, 1)
        panes.setChildrenCollapsible(False)
        buttons = QDialogButtonBox()
        close = buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        for widget in (self.search_edit, self.none_label, panes, buttons):
            layout.addWidget(widget, 1 if widget is panes else 0)
        self.resize(880, 600)
        self.search_edit.textChanged.connect(self._find)
        self.part_list.currentRowChanged.connect(self._show)
        self.part_list.setCurrentRow(0)

    def _find(self, words: str) -> None:
        """List the parts that have the words, and go to them in the text shown."""
        sought = words.strip().casefold()
        first = -1
        for row, part in enumerate(self._parts):
            has = sought in f"{part.name} {part.version} {part.licence}\n{part.text}".casefold()
            item = self.part_list.item(row)
            item.setHidden(not has)
            if has and first < 0:
                first = row
        self.none_label.setVisible(first < 0)
        current = self.part_list.currentItem()
        if first < 0:
            self.text.clear()
        elif current is None or current.isHidden() or not self.text.toPlainText():
            self.part_list.setCurrentRow(first)
        self._show(self.part_list.currentRow() if first >= 0 else -1)

    def _show(self, row: int) -> None:
        if row < 0:
            return
        part = self._parts[row]
        self.text.setPlainText(f"{part.licence}\n\n{part.text}")
        self.text.moveCursor(QTextCursor.MoveOperation.Start)
        if self.search_edit.text().strip():
            self.text.find(self.search_edit.text().strip())


translate = QCoreApplication.translate


def show_about(window: QWidget) -> None:
    """Say what the program is, and lead to whose work it stands on."""
    box = QMessageBox(window)
    box.setIcon(QMessageBox.Icon.NoIcon)
    box.setWindowTitle(translate("about", "About Delegate Desk"))
    box.setText(translate("about", "Delegate Desk {version}").format(version=__version__))
    box.setInformativeText(
        translate("about", "Council documents on the delegate’s own desk. It opens no network connection.")
        + "\n\n"
        + translate("about", "Built on open-source software: Qt, Python, fonts and icons.")
    )
    licences = box.addButton(translate("about", "&Licences…"), QMessageBox.ButtonRole.ActionRole)
    close = box.addButton(translate("about", "Close"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(close)
    box.setEscapeButton(close)
    licences.clicked.connect(lambda: LicencesDialog(window).open())
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()
