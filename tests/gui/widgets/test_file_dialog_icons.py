from pathlib import Path

from PySide6.QtCore import QFileInfo, QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QFileDialog, QToolButton
from pytestqt.qtbot import QtBot

from delegate_desk.gui.shell.application import EventFilter
from delegate_desk.gui.widgets import theme
from delegate_desk.gui.widgets.output import FileIcons


def _drawn(button: QToolButton) -> QImage:
    return button.icon().pixmap(QSize(16, 16)).toImage()


def test_the_file_dialog_has_the_signs_of_the_program_in_every_theme(qapp: QApplication, qtbot: QtBot) -> None:
    EventFilter(qapp)
    dialog = QFileDialog()
    qtbot.addWidget(dialog)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.show()
    button = dialog.findChild(QToolButton, "toParentButton")
    assert button is not None
    assert _drawn(button) == theme.icon("arrow-up", "ink").pixmap(QSize(16, 16)).toImage()
    light = _drawn(button)
    theme.choose("dark")
    assert _drawn(button) != light


def test_a_folder_a_file_and_a_drive_have_each_their_own_sign(qapp: QApplication) -> None:
    provider = FileIcons()
    drawn = [
        provider.icon(QFileInfo(path)).pixmap(QSize(16, 16)).toImage()
        for path in (Path(__file__).anchor, str(Path(__file__).parents[1]), __file__)
    ]
    assert drawn[0] != drawn[1] != drawn[2] != drawn[0]
