"""The manual in the program, and the About box: F1 opens the page on the current place, also over dialogs.

The page of a tab names its own page of the manual, such as ``meeting`` or ``meeting#vote``; each other view and dialog
is listed in ``resources/tables/manual_places.json``, also for the widgets in it. A widget with several roles names its
current page by its property ``help``.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QSize, Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import QApplication, QDialog, QListWidgetItem, QMessageBox, QWidget

from delegate_desk import __version__
from delegate_desk.core.values import dataclass
from delegate_desk.gui.forms.ui_licences import Ui_Licences
from delegate_desk.gui.tab_page import TabPage
from delegate_desk.gui.widgets import key_bindings, theme
from delegate_desk.gui.widgets.basic_widgets import message_box
from delegate_desk.paths import RESOURCES, load_table

if TYPE_CHECKING:
    from delegate_desk.gui.help.manual_window import ManualWindow

_FIRST = "begin"
_KEY = "manual_key"


def show_manual(window: QWidget, place: str) -> ManualWindow:
    """Show a page of the manual beside a window, which stays usable; a dialog has a manual of its own."""
    from delegate_desk.gui.help.manual_window import ManualWindow  # when it is first read

    home = window.window()
    own = home.findChild(ManualWindow, options=Qt.FindChildOption.FindDirectChildrenOnly)
    shown = home if isinstance(home, ManualWindow) else own or ManualWindow(home)
    shown.show()
    shown.show_place(place)
    shown.activateWindow()
    shown.ui.page_browser.setFocus(Qt.FocusReason.OtherFocusReason)
    return shown


def show_manual_for_focus(window: QWidget) -> None:
    focus = QApplication.focusWidget()
    show_manual(window, manual_place(focus if focus is not None and focus.window() is window.window() else window))


def manual_place(widget: QWidget | None) -> str:
    """Return the page that a widget or one of its ancestors names."""
    places = load_table("manual_places")
    while widget is not None:
        named = widget.property("help") or (widget.help_page if isinstance(widget, TabPage) else "")
        called = (widget.objectName(), *(of.__name__ for of in type(widget).__mro__))
        found = str(named) if named else next((str(places[name]) for name in called if name in places), "")
        if found:
            return found
        widget = widget.parentWidget()
    return _FIRST


class HelpKey(QObject):
    """Gives each dialog that gets the focus the key of the manual; the window itself has it in its menu."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        application.focusChanged.connect(self._on_focus_changed)

    def _on_focus_changed(self, _: QWidget | None, now: QWidget | None) -> None:
        window = now.window() if now is not None else None
        if window is None or window.objectName() == "manual" or window.findChild(QShortcut, _KEY) is not None:
            return
        actions = window.findChildren(QAction) + window.actions()
        if not any(action.objectName() == "action_manual" for action in actions):
            key = QShortcut(window)
            key.setObjectName(_KEY)
            key.setKeys(key_bindings.keys("action_manual") or [QKeySequence("F1")])
            key.activated.connect(lambda: show_manual_for_focus(window))


@dataclass(frozen=True, slots=True)
class LicensedPart:
    """A component made by others, its version if it has one, the SPDX expression and full text of its licence."""

    name: str
    version: str
    licence: str
    text: str


def licensed_parts() -> list[LicensedPart]:
    """Return all components, by name; the list is made with the program (packaging/build/licences.py)."""
    listed = json.loads((RESOURCES / "licences" / "index.json").read_text(encoding="utf-8"))
    return [
        LicensedPart(
            value["name"], value["version"], value["licence"], (RESOURCES / value["text"]).read_text(encoding="utf-8")
        )
        for value in listed
    ]


class LicencesDialog(QDialog):
    """Shows the components that contain a word, and finds it in the text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.ui = ui = Ui_Licences()
        ui.setupUi(self)
        self._parts = licensed_parts()
        for part in self._parts:
            item = QListWidgetItem(" ".join(filter(None, (part.name, part.version))))
            item.setToolTip(part.licence)
            item.setSizeHint(QSize(0, theme.row_height()))
            ui.part_list.addItem(item)
        ui.panes.setSizes([240, 600])
        ui.panes.setStretchFactor(1, 1)
        ui.close_button.clicked.connect(self.reject)
        ui.filter_edit.textChanged.connect(self._find)
        ui.part_list.currentRowChanged.connect(self._show)
        ui.part_list.setCurrentRow(0)

    def _find(self, words: str) -> None:
        sought = words.strip().casefold()
        texts = (f"{part.name} {part.version} {part.licence}\n{part.text}" for part in self._parts)
        found = [row for row, text in enumerate(texts) if sought in text.casefold()]
        for row in range(len(self._parts)):
            self.ui.part_list.item(row).setHidden(row not in found)
        self.ui.none_label.setVisible(not found)
        if not found:
            self.ui.licence_text.clear()
            return
        if self.ui.part_list.currentRow() not in found or not self.ui.licence_text.toPlainText():
            self.ui.part_list.setCurrentRow(found[0])
        self._show(self.ui.part_list.currentRow())

    def _show(self, row: int) -> None:
        part = self._parts[row]
        self.ui.licence_text.setPlainText(f"{part.licence}\n\n{part.text}")
        self.ui.licence_text.moveCursor(QTextCursor.MoveOperation.Start)
        if self.ui.filter_edit.text().strip():
            self.ui.licence_text.find(self.ui.filter_edit.text().strip())


translate = QCoreApplication.translate


def show_about(window: QWidget) -> None:
    """Show the About box, with a link to the licences."""
    about = (
        translate("about", "Council documents on the delegate’s own desk. It opens no network connection."),
        translate("about", "Built on open-source software: Qt, Python, fonts and icons."),
    )
    text = translate("about", "Delegate Desk {version}").format(version=__version__)
    box = message_box(text, "\n\n".join(about), window, title=translate("about", "About Delegate Desk"))
    licences = box.addButton(translate("about", "&Licences…"), QMessageBox.ButtonRole.ActionRole)
    close = box.addButton(translate("about", "Close"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(close)
    box.setEscapeButton(close)
    licences.clicked.connect(lambda: LicencesDialog(window).open())
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()
