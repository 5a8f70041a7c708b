from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from delegate_desk.core.documents.corrections import CorrectableField
from delegate_desk.core.documents.document import DocumentId
from delegate_desk.desk import Desk
from delegate_desk.gui.library.header_dialog import HeaderDialog
from delegate_desk.gui.reader.document_view import format_corrections
from delegate_desk.gui.tasks import Tasks
from delegate_desk.paths import RESOURCES
from support.document_values import take_in

pytestmark = pytest.mark.styled


@pytest.fixture
def over(qtbot: QtBot) -> QWidget:
    """The parent of a dialog; it outlives the dialog, which is deleted when it is closed."""
    made = QWidget()
    made.resize(1000, 800)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def dialog(desk: Desk, tasks: Tasks, held: DocumentId, over: QWidget) -> HeaderDialog:
    made = HeaderDialog(desk, tasks, held, over)
    made.show()
    made.activateWindow()
    tasks.wait()
    return made


def edit(dialog: HeaderDialog, field: CorrectableField) -> QLineEdit:
    made = dialog.rows[field].edit
    assert isinstance(made, QLineEdit)
    return made


def test_each_field_is_shown_as_a_person_writes_it(dialog: HeaderDialog) -> None:
    assert edit(dialog, CorrectableField.REFERENCE).text() == "ST 7001/26"
    assert edit(dialog, CorrectableField.DATE).text() == "2026-03-04"
    assert edit(dialog, CorrectableField.DOCUMENT_TYPE).text() == "Note"
    assert edit(dialog, CorrectableField.PREVIOUS_DOCUMENTS).text() == "ST 6500/26; ST 6500/26 COR 1"
    assert dialog.rows[CorrectableField.REFERENCE].ui.sure_label.text().endswith("%")
    assert not dialog.save_button.isEnabled()


def test_what_is_written_otherwise_is_a_correction_that_can_be_taken_back(
    dialog: HeaderDialog, desk: Desk, tasks: Tasks, held: DocumentId, over: QWidget, qtbot: QtBot
) -> None:
    edit(dialog, CorrectableField.SENDER).setText("General Secretariat of the Council")
    edit(dialog, CorrectableField.PREVIOUS_DOCUMENTS).setText("6501/26; 6502/1/26 REV 1")
    with qtbot.waitSignal(dialog.accepted):
        dialog.save_button.click()
    header = desk.documents.get(held).header
    assert header.sender == "General Secretariat of the Council"
    assert [str(reference) for reference in header.previous_documents] == ["ST 6501/26", "ST 6502/1/26 REV 1"]
    again = HeaderDialog(desk, tasks, held, over)
    tasks.wait()
    row = again.rows[CorrectableField.SENDER]
    assert "Presidency" in row.ui.state_label.text()
    row.ui.back_button.click()
    tasks.wait()
    assert desk.documents.get(held).header.sender == "Presidency"
    assert row.ui.back_button.isHidden()


def test_what_is_no_value_is_said_at_its_field_and_nothing_is_lost(
    dialog: HeaderDialog, desk: Desk, tasks: Tasks, held: DocumentId
) -> None:
    edit(dialog, CorrectableField.DATE).setText("soon")
    dialog.save_button.click()
    tasks.wait()
    assert dialog.isVisible()
    assert "soon" in dialog.rows[CorrectableField.DATE].ui.state_label.text()
    assert str(desk.documents.get(held).header.date) == "2026-03-04"


def test_a_field_that_was_read_with_little_confidence_can_be_said_to_be_right(
    desk: Desk, tasks: Tasks, tmp_path: Path, over: QWidget, qtbot: QtBot
) -> None:
    file = tmp_path / "note.txt"
    file.write_text("Thoughts on quiet hours\n\n1. Quiet hours help.\n\n2. They are to be kept.\n", encoding="utf-8")
    key = take_in(desk, file)
    held = desk.documents.get(key)
    unsure = held.header.uncertain_fields()
    if not unsure:
        desk.corrections.correct(key, CorrectableField.SENDER, "x")
        pytest.skip("all of it was read with confidence")
    dialog = HeaderDialog(desk, tasks, key, over)
    dialog.show()
    tasks.wait()
    row = dialog.rows[CorrectableField(unsure[0])]
    assert row.ui.right_check.isVisible()
    row.ui.right_check.click()
    with qtbot.waitSignal(dialog.accepted):
        dialog.save_button.click()
    assert unsure[0] not in desk.documents.get(key).header.uncertain_fields()
    assert format_corrections(desk.corrections.for_document(key)).startswith("Edited: ")


def test_the_page_beside_the_fields_shows_where_one_was_read(desk: Desk, tasks: Tasks, over: QWidget) -> None:
    sample = RESOURCES / "samples" / "ST-99101-2026-INIT_en.pdf"
    key = take_in(desk, sample)
    dialog = HeaderDialog(desk, tasks, key, over)
    dialog.show()
    dialog.activateWindow()
    tasks.wait()
    dialog.rows[CorrectableField.SUBJECT].focus_edit()
    tasks.wait()
    assert dialog.page is not None
    assert dialog.page.pdf_view.number == 1
    assert list(dialog.page.pdf_view.marks(1).current) == list(desk.documents.content(key).header_boxes["subject"])
