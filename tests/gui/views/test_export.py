from pathlib import Path

import docx
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from delegate_desk.core.documents import Address, DocumentId
from delegate_desk.core.export import Audience, ExportOptions, MarkupStyle
from delegate_desk.core.positions import Item, Stance
from delegate_desk.desk import Desk
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.views.export import ExportDialog


@pytest.fixture
def dialog(desk: Desk, tasks: Tasks, held: DocumentId, qtbot: QtBot) -> ExportDialog:
    desk.positions.set_delegation("EL")
    desk.positions.set_general(held, "We thank the Presidency.")
    desk.positions.set_item(held, Item(Address("para_1"), Stance.RED_LINE, None, "Too loud.", "Ask the capital."))
    made = ExportDialog(desk, tasks, held)
    qtbot.addWidget(made)
    made.show()
    tasks.wait()
    return made


def test_what_will_leave_is_shown_before_it_does(dialog: ExportDialog) -> None:
    text = dialog.ui.preview_edit.toPlainText()
    assert "We thank the Presidency." in text
    assert "Ask the capital." not in text
    assert dialog.ui.internal_label.text() == "0 internal words"
    assert "LIMITE on each page" in dialog.ui.leaves_label.text()


def test_for_the_capital_what_is_internal_is_said(dialog: ExportDialog, tasks: Tasks, qtbot: QtBot) -> None:
    dialog.ui.audience_combo.setCurrentIndex(1)
    qtbot.waitUntil(lambda: "Ask the capital." in dialog.ui.preview_edit.toPlainText())
    assert "not for circulation" in dialog.ui.internal_label.text()


def test_the_choices_are_the_options(dialog: ExportDialog) -> None:
    assert dialog.options == ExportOptions(MarkupStyle.COUNCIL, Audience.CIRCULATION, "EL", "en")
    dialog.ui.markup_combo.setCurrentIndex(1)
    dialog.ui.labels_combo.setCurrentIndex(dialog.ui.labels_combo.findData("el"))
    dialog.ui.delegation_combo.setCurrentIndex(dialog.ui.delegation_combo.findData("CY"))
    assert dialog.options == ExportOptions(MarkupStyle.TRACKED, Audience.CIRCULATION, "CY", "el")


def test_enter_writes_the_file_and_says_where_it_is(
    dialog: ExportDialog, tasks: Tasks, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog.ui.file_edit.setText(str(tmp_path / "position"))
    with qtbot.waitSignal(dialog.exported) as exported:
        qtbot.keyClick(dialog.ui.file_edit, Qt.Key.Key_Return)
    assert exported.args[0] == tmp_path / "position.docx"
    assert docx.Document(str(tmp_path / "position.docx")).paragraphs
    assert str(tmp_path / "position.docx") in dialog.ui.done_label.text()
    assert dialog.ui.folder_button.isVisible()


def test_a_file_that_is_there_is_said_beforehand(dialog: ExportDialog, tmp_path: Path) -> None:
    (tmp_path / "old.docx").write_bytes(b"old")
    dialog.ui.file_edit.setText(str(tmp_path / "old.docx"))
    assert "will be replaced" in dialog.ui.note_label.text()
    dialog.ui.file_edit.setText(str(tmp_path / "new.docx"))
    assert dialog.ui.note_label.text() == ""


def test_a_file_that_cannot_be_written_is_said_and_can_be_tried_again(
    dialog: ExportDialog, tasks: Tasks, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog.ui.file_edit.setText(str(tmp_path / "no such folder" / "position.docx"))
    dialog.ui.export_button.click()
    tasks.wait()
    assert "position.docx was not written" in dialog.ui.note_label.text()  # in the dialog, not behind it
    assert dialog.ui.export_button.isEnabled()
    assert not dialog.ui.done_label.isVisible()
    dialog.ui.file_edit.setText(str(tmp_path / "position.docx"))
    assert dialog.ui.note_label.text() == ""
    with qtbot.waitSignal(dialog.exported):
        dialog.ui.export_button.click()


def test_the_file_proposed_stands_in_a_folder_that_is_there(dialog: ExportDialog) -> None:
    assert not (Path.home() / "Documents").exists()
    assert dialog.target.parent.is_dir()


def test_without_a_position_there_is_nothing_to_export(
    desk: Desk, tasks: Tasks, held: DocumentId, qtbot: QtBot
) -> None:
    dialog = ExportDialog(desk, tasks, held)
    qtbot.addWidget(dialog)
    tasks.wait()
    assert not dialog.ui.export_button.isEnabled()
    assert "no position" in dialog.ui.leaves_label.text()
