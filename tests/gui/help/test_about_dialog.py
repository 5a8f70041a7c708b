"""The About dialog, and the licences in it."""

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from delegate_desk.gui.help.help_controllers import LicencesDialog, licensed_parts, show_about
from delegate_desk.gui.shell.main_window import MainWindow


@pytest.fixture
def licences(qtbot: QtBot) -> LicencesDialog:
    dialog = LicencesDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def shown(dialog: LicencesDialog) -> list[str]:
    """The parts that are listed."""
    rows = range(dialog.ui.part_list.count())
    return [dialog.ui.part_list.item(row).text() for row in rows if not dialog.ui.part_list.item(row).isHidden()]


def test_the_box_leads_to_the_licences(window: MainWindow, qapp: QApplication) -> None:
    show_about(window)
    box = next(one for one in qapp.topLevelWidgets() if isinstance(one, QMessageBox) and one.isVisible())
    next(button for button in box.buttons() if "Licences" in button.text()).click()
    dialog = next(one for one in qapp.topLevelWidgets() if isinstance(one, LicencesDialog) and one.isVisible())
    assert dialog.ui.part_list.count() > 15
    dialog.reject()


def test_every_part_has_the_text_of_its_licence() -> None:
    assert {part.name for part in licensed_parts() if len(part.text) < 200} == set()
    assert {"Qt", "Python", "Inter", "Source Serif 4", "Lucide", "SQLCipher"} <= {
        part.name for part in licensed_parts()
    }


def test_a_part_is_found_by_its_name(licences: LicencesDialog) -> None:
    licences.ui.filter_edit.setText("source serif")
    assert "Source Serif 4" in shown(licences)
    assert "Python" not in shown(licences)


def test_words_of_a_licence_are_found_and_gone_to(licences: LicencesDialog) -> None:
    licences.ui.filter_edit.setText("lesser general public license")
    assert any(one.startswith("Qt ") for one in shown(licences))
    assert licences.ui.licence_text.textCursor().selectedText().casefold() == "lesser general public license"


def test_words_that_no_licence_has_are_said_to_be_nowhere(licences: LicencesDialog) -> None:
    licences.ui.filter_edit.setText("zanzibar")
    assert shown(licences) == []
    assert licences.ui.none_label.isVisible()
    licences.ui.filter_edit.clear()
    assert len(shown(licences)) == licences.ui.part_list.count()
    assert licences.ui.licence_text.toPlainText()
