"""The box about the program, and the page of keys."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from delegate_desk import __version__
from delegate_desk.gui import keymap
from delegate_desk.gui.palette import plain_name

translate = QCoreApplication.translate
_COLUMNS = 3


def show_about(window: QWidget) -> None:
    """Say what the program is, and whose fonts and icons it shows."""
    box = QMessageBox(window)
    box.setIcon(QMessageBox.Icon.NoIcon)
    box.setWindowTitle(translate("about", "About Delegate Desk"))
    box.setText(translate("about", "Delegate Desk {version}").format(version=__version__))
    box.setInformativeText(
        translate("about", "Council documents on the delegate's own desk. It opens no network connection.")
        + "\n\n"
        + translate(
            "about",
            "Type: Source Serif 4 and Inter, under the SIL Open Font License. Icons: Lucide, under the ISC license.",
        )
    )
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()


def show_keys(menus: Sequence[tuple[str, Sequence[QAction]]], window: QWidget) -> None:
    """List every command that has a key, menu by menu in three columns."""
    dialog = QDialog(window)
    dialog.setWindowTitle(translate("about", "Keys"))
    page = QWidget()
    columns = QHBoxLayout(page)
    columns.setContentsMargins(24, 16, 24, 24)
    columns.setSpacing(32)
    layouts = [QVBoxLayout() for _ in range(_COLUMNS)]
    for layout in layouts:
        layout.setSpacing(16)
        columns.addLayout(layout)
    for n, (name, actions) in enumerate(menus):
        layouts[n % _COLUMNS].addLayout(_key_list(name, [a for a in actions if not a.shortcut().isEmpty()]))
    for layout in layouts:
        layout.addStretch(1)
    area = QScrollArea()
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setWidget(page)
    area.setWidgetResizable(True)
    outer = QVBoxLayout(dialog)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.addWidget(area)
    dialog.resize(960, 640)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()


def _key_list(name: str, actions: Sequence[QAction]) -> QGridLayout:
    grid = QGridLayout()
    grid.setVerticalSpacing(5)
    head = QLabel(name)
    head.setProperty("part", "head")
    grid.addWidget(head, 0, 0, 1, 2)
    for row, action in enumerate(actions, start=1):
        keys = QLabel(keymap.shown(action.shortcut()))
        keys.setProperty("part", "status")
        keys.setAlignment(Qt.AlignmentFlag.AlignRight)
        grid.addWidget(QLabel(plain_name(action)), row, 0)
        grid.addWidget(keys, row, 1)
    return grid
