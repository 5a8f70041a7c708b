from pathlib import Path

import docx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from delegate_desk.core.documents.document import Address, DocumentId
from delegate_desk.core.positions.export_options import DOCUMENT_KINDS, Audience, ExportKind, ExportOptions, MarkupStyle
from delegate_desk.core.positions.position import PositionEntry, PositionStatus, Stance
from delegate_desk.desk import Desk
from delegate_desk.gui.export.export_dialog import ExportDialog, ExportFormat
from delegate_desk.gui.export.exports import ExportChoices, document_export
from delegate_desk.gui.tasks import Tasks


@pytest.fixture
def dialog(desk: Desk, tasks: Tasks, held: DocumentId, qtbot: QtBot) -> ExportDialog:
    desk.positions.set_delegation("EL")
    desk.positions.set_general(held, "We thank the Presidency.")
    desk.positions.set_item(
        held, PositionEntry(Address("para_1"), Stance.RED_LINE, None, "Too loud.", "Ask the capital.")
    )
    made = ExportDialog(desk, tasks, document_export(desk, held))
    qtbot.addWidget(made)
    made.show()
    tasks.wait()
    return made


def test_what_will_leave_is_shown_before_it_does(dialog: ExportDialog) -> None:
    text = dialog.ui.preview_edit.toPlainText()
    assert "We thank the Presidency." in text
    assert "Ask the capital." not in text
    assert dialog.ui.internal_label.text() == "No internal text"
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
    assert "position.docx could not be saved" in dialog.ui.note_label.text()  # in the dialog, not behind it
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
    dialog = ExportDialog(desk, tasks, document_export(desk, held))
    qtbot.addWidget(dialog)
    tasks.wait()
    assert not dialog.ui.export_button.isEnabled()
    assert "nothing to export" in dialog.ui.leaves_label.text()


def choose(dialog: ExportDialog, kind: ExportKind, tasks: Tasks, qtbot: QtBot) -> None:
    """Choose a kind of file and wait until it is shown."""
    dialog.ui.kind_combo.setCurrentIndex(dialog.ui.kind_combo.findData(kind))
    qtbot.wait(1)  # what was typed and chosen is looked at when the hands rest
    tasks.wait()


@pytest.mark.parametrize("kind", DOCUMENT_KINDS)
def test_every_kind_is_shown_and_written(
    dialog: ExportDialog, kind: ExportKind, tasks: Tasks, tmp_path: Path, qtbot: QtBot
) -> None:
    choose(dialog, kind, tasks, qtbot)
    assert "Too loud." in dialog.ui.preview_edit.toPlainText()
    assert "Ask the capital." not in dialog.ui.preview_edit.toPlainText()
    assert dialog.target.suffix == ".docx"
    dialog.ui.file_edit.setText(str(tmp_path / dialog.target.name))
    with qtbot.waitSignal(dialog.exported):
        dialog.ui.export_button.click()
    assert docx.Document(str(tmp_path / dialog.target.name)).element.body is not None
    assert dialog.ui.sent_widget.isVisible() == (kind is not ExportKind.COMPILATION)


def test_the_name_follows_the_kind_and_the_format_until_it_is_typed(
    dialog: ExportDialog, tasks: Tasks, tmp_path: Path, qtbot: QtBot
) -> None:
    assert dialog.target.name.startswith("EL position ")
    choose(dialog, ExportKind.COMMENTS_TABLE, tasks, qtbot)
    assert dialog.target.name.startswith("EL table of comments ")
    dialog.ui.format_combo.setCurrentIndex(dialog.ui.format_combo.findData(".pdf"))
    assert dialog.target.name.endswith(".pdf")
    choose(dialog, ExportKind.ANNOTATED, tasks, qtbot)
    assert dialog.target.name.startswith("EL annotated text ")
    assert dialog.target.name.endswith(".pdf")
    dialog.ui.file_edit.setText(str(tmp_path / "mine.txt"))
    assert dialog.ui.format_combo.currentData() == ".txt"
    choose(dialog, ExportKind.POSITION, tasks, qtbot)
    assert dialog.target == tmp_path / "mine.txt"
    dialog.ui.format_combo.setCurrentIndex(0)
    assert dialog.target == tmp_path / "mine.docx"


@pytest.mark.parametrize(("suffix", "begins"), [(".pdf", b"%PDF"), (".html", b"<!DOCTYPE html>"), (".txt", b"LIMITE")])
def test_a_file_goes_as_pdf_page_and_text_too(
    dialog: ExportDialog, tmp_path: Path, suffix: str, begins: bytes, qtbot: QtBot
) -> None:
    dialog.ui.file_edit.setText(str(tmp_path / f"position{suffix}"))
    with qtbot.waitSignal(dialog.exported):
        dialog.ui.export_button.click()
    content = (tmp_path / f"position{suffix}").read_bytes()
    assert content.startswith(begins)
    assert b"Ask the capital." not in content


def test_a_redline_as_pdf_is_said_to_be_set_anew(
    dialog: ExportDialog, desk: Desk, tasks: Tasks, held: DocumentId, qtbot: QtBot
) -> None:
    choose(dialog, ExportKind.REDLINE, tasks, qtbot)
    assert not dialog.ui.markup_combo.isEnabled()
    assert "reproduced" not in dialog.ui.audience_label.text()
    again = ExportDialog(desk, tasks, document_export(desk, held), choices=dialog._choices)
    qtbot.addWidget(again)
    assert "reproduced" not in again.ui.audience_label.text()
    dialog.ui.format_combo.setCurrentIndex(dialog.ui.format_combo.findData(".pdf"))
    assert "reproduced" in dialog.ui.audience_label.text()


def test_who_sees_what_is_said(dialog: ExportDialog) -> None:
    assert "No internal text" in dialog.ui.audience_label.text()
    dialog.ui.audience_combo.setCurrentIndex(1)
    assert "For the capital only" in dialog.ui.audience_label.text()
    assert dialog.target.stem.endswith(" for the capital")  # another file than the one that circulates
    dialog.ui.audience_combo.setCurrentIndex(0)
    assert "capital" not in dialog.target.stem


def test_what_there_is_to_look_at_is_listed_and_leads_there(
    dialog: ExportDialog, desk: Desk, tasks: Tasks, held: DocumentId, qtbot: QtBot
) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    assert "no issues found" in dialog.ui.checks_label.text()
    desk.positions.set_item(held, PositionEntry(Address("para_1"), Stance.OPPOSE, None, "Noise [at night."))
    dialog.ui.labels_combo.setCurrentIndex(1)
    qtbot.waitUntil(lambda: dialog.warning_list.count() == 1)
    assert dialog.warning_list.item(0).text() == "1.  Comment: unmatched square brackets: “[at night.”."
    dialog.warning_list.setFocus()
    with qtbot.waitSignal(dialog.place_requested) as asked:
        qtbot.keyClick(dialog.warning_list, Qt.Key.Key_Return)
    assert asked.args == ["para_1"]
    assert not dialog.isVisible()


def test_to_whom_it_went_is_kept_with_the_name_of_the_file(
    dialog: ExportDialog, desk: Desk, tasks: Tasks, held: DocumentId, tmp_path: Path, qtbot: QtBot
) -> None:
    assert not dialog.ui.sent_widget.isVisible()
    dialog.ui.file_edit.setText(str(tmp_path / "position.docx"))
    with qtbot.waitSignal(dialog.exported):
        dialog.ui.export_button.click()
    written = (tmp_path / "position.docx").stat().st_mtime_ns
    dialog.ui.sent_edit.setFocus()
    qtbot.keyClick(dialog.ui.sent_edit, Qt.Key.Key_Return)
    assert dialog.ui.sent_message_label.text() == "Enter the recipient first."
    qtbot.keyClicks(dialog.ui.sent_edit, "The Presidency")
    qtbot.keyClick(dialog.ui.sent_edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Archived: position.docx" in dialog.ui.sent_message_label.text())
    position = desk.positions.get(held)
    assert position.status is PositionStatus.SENT
    assert position.sent is not None
    assert (position.sent.to, position.sent.file) == ("The Presidency", "position.docx")
    assert (tmp_path / "position.docx").stat().st_mtime_ns == written  # Enter did not write it again


def test_a_file_for_the_capital_is_not_offered_as_sent(dialog: ExportDialog, tmp_path: Path, qtbot: QtBot) -> None:
    dialog.ui.audience_combo.setCurrentIndex(1)
    dialog.ui.file_edit.setText(str(tmp_path / "capital.docx"))
    with qtbot.waitSignal(dialog.exported):
        dialog.ui.export_button.click()
    assert not dialog.ui.sent_widget.isVisible()


def test_a_mail_takes_text_and_page_from_the_clipboard(dialog: ExportDialog, tasks: Tasks) -> None:
    dialog.ui.copy_button.click()
    tasks.wait()
    data = QGuiApplication.clipboard().mimeData()
    assert "We thank the Presidency." in data.text()
    assert "<h1>Delegation of Greece</h1>" in data.html()
    assert "Ask the capital." not in data.text() + data.html()
    assert "Copied" in dialog.ui.note_label.text()


def test_a_template_that_cannot_be_filled_is_said_in_the_dialog(
    desk: Desk, tasks: Tasks, held: DocumentId, tmp_path: Path, qtbot: QtBot
) -> None:
    desk.positions.set_general(held, "We thank the Presidency.")
    choices = ExportChoices()
    choices.choose_template(tmp_path / "gone.dotx")
    dialog = ExportDialog(desk, tasks, document_export(desk, held), choices=choices)
    qtbot.addWidget(dialog)
    tasks.wait()
    assert "The template gone.dotx cannot be used" in dialog.ui.note_label.text()
    assert not dialog.ui.export_button.isEnabled()
    dialog.ui.template_combo.setCurrentIndex(0)
    qtbot.waitUntil(dialog.ui.export_button.isEnabled)
    assert dialog.ui.note_label.text() == ""


@pytest.mark.parametrize("way", ExportFormat)
def test_enter_does_what_was_asked_for(
    desk: Desk, tasks: Tasks, held: DocumentId, way: ExportFormat, qtbot: QtBot
) -> None:
    dialog = ExportDialog(desk, tasks, document_export(desk, held), way=way)
    qtbot.addWidget(dialog)
    tasks.wait()
    buttons = {
        ExportFormat.FILE: dialog.ui.export_button,
        ExportFormat.MAIL: dialog.ui.copy_button,
        ExportFormat.PAPER: dialog.ui.print_button,
    }
    assert [one for one, button in buttons.items() if button.isDefault()] == [way]


def test_what_is_new_and_gone_is_shown_so_and_f8_goes_there(
    desk: Desk, tasks: Tasks, held: DocumentId, qtbot: QtBot
) -> None:
    source = desk.documents.content(held).find(Address("para_1"))
    assert source is not None
    words = source.text.split()
    desk.positions.set_item(held, PositionEntry(Address("para_1"), None, " ".join([words[0], "surely", *words[2:]])))
    dialog = ExportDialog(desk, tasks, document_export(desk, held))
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    tasks.wait()
    qtbot.keyClick(dialog, Qt.Key.Key_F8)
    first = dialog.ui.preview_edit.textCursor()
    qtbot.keyClick(dialog, Qt.Key.Key_F8)
    second = dialog.ui.preview_edit.textCursor()
    assert [one.selectedText().strip() for one in (first, second)] == [words[1], "surely"]
    assert first.charFormat().fontStrikeOut()
    assert second.charFormat().fontUnderline()
    qtbot.keyClick(dialog, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert dialog.ui.preview_edit.textCursor().selectedText() == first.selectedText()
