"""Documents read again, and corrected."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from delegate_desk.cipher import PLAIN, Cipher, SealedCipher
from delegate_desk.core.annotations.annotation import AnnotationKind
from delegate_desk.core.documents.corrections import CorrectableField
from delegate_desk.core.documents.document import Address, DocumentId, Place
from delegate_desk.desk import Desk, open_desk
from delegate_desk.gui.library import import_controller
from delegate_desk.gui.library.header_dialog import HeaderDialog
from delegate_desk.gui.library.import_controller import UnplacedDialog
from delegate_desk.gui.reader.document_view import format_corrections
from delegate_desk.gui.shell.main_window import MainWindow
from delegate_desk.gui.tasks import Tasks
from delegate_desk.paths import RESOURCES
from support import modal_dialogs
from support.document_values import quiet_hours, take_in
from support.main_windows import click, current_reader, run_action, save, settle


def head(window: MainWindow) -> str:
    header = current_reader(window).paper.header
    assert header is not None
    return header.accessible_text()


def test_an_original_is_read_again_and_all_of_it_stays(reading: MainWindow, desk: Desk, held: DocumentId) -> None:
    reader = current_reader(reading)
    reader.go_to("para_2__point_1")
    place = Place(held, Address("para_2__point_1"))
    desk.annotations.save(desk.annotations.new(place, AnnotationKind.QUESTION, text="Why?"))
    run_action(reading, reading.ui.action_reread)
    assert [kept.place for kept in desk.annotations.for_document(held)] == [place]
    assert reader.place() == place
    assert reading.ui.progress_bar.isHidden()
    assert not reading.ui.action_unplaced.isEnabled()


def test_what_an_older_version_read_is_read_again_and_what_cannot_be_read_stays(
    reading: MainWindow, desk: Desk, held: DocumentId, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run_action(reading, reading.ui.action_reread_outdated)
    assert reading.notices.head.text() == "Nothing to re-import"
    other = take_in(desk, quiet_hours(tmp_path, text="1. Other."))
    monkeypatch.setattr(desk.reparse, "list_outdated", lambda: [desk.documents.get(key) for key in (other, held)])
    original = desk.documents.original(other)
    original.chmod(0o600)
    original.write_bytes(b"")
    run_action(reading, reading.ui.action_reread_outdated)
    assert reading.notices.head.text() == "Some documents were not re-imported"
    assert reading.ui.progress_bar.isHidden()
    assert [unit.text for unit in desk.documents.content(other).paragraphs] == ["Other."]


@pytest.fixture
def lost(reading: MainWindow, desk: Desk, held: DocumentId) -> MainWindow:
    """The window on a document whose last paragraph had an annotation, until it was parsed without it."""
    place = Place(held, Address("para_3"))
    desk.annotations.save(desk.annotations.new(place, AnnotationKind.RED_LINE, text="Must stay."))
    content = desk.documents.content(held)
    shorter = tuple(unit for unit in content.paragraphs if unit.address != "para_3")
    save(reading, lambda: desk.reparse.renew(held, replace(content, paragraphs=shorter)))
    return reading


def unplaced(window: MainWindow) -> UnplacedDialog:
    run_action(window, window.ui.action_unplaced)
    (dialog,) = (widget for widget in QApplication.topLevelWidgets() if isinstance(widget, UnplacedDialog))
    return dialog


def test_what_lost_its_place_is_said_and_fixed_to_the_current_paragraph(
    lost: MainWindow, desk: Desk, held: DocumentId
) -> None:
    assert "1 note or position entry could not be placed" in head(lost)
    dialog = unplaced(lost)
    reader = current_reader(lost)
    reader.go_to("para_1")
    fix, _ = dialog.buttons[0]
    click(lost, fix)
    assert [kept.place.address for kept in desk.annotations.for_document(held)] == ["para_1"]
    assert "no place" not in head(lost)
    assert not lost.ui.action_unplaced.isEnabled()


def test_what_lost_its_place_can_be_done_without_and_the_place_proposed_is_taken_by_a_key(
    lost: MainWindow, desk: Desk, held: DocumentId, qtbot: QtBot
) -> None:
    click(lost, unplaced(lost).buttons[0][1])
    assert desk.reparse.unplaced(held) == []
    run_action(lost, lost.ui.action_undo)
    assert [one.annotation.text for one in desk.reparse.unplaced(held) if one.annotation] == ["Must stay."]
    (item,) = desk.reparse.unplaced(held)
    likeliest = desk.reparse.proposals(item)[0]
    dialog = unplaced(lost)
    assert dialog.focusWidget() is dialog.proposed[0]
    qtbot.keyClick(dialog.proposed[0], Qt.Key.Key_Space)
    settle(lost)
    assert [kept.place.address for kept in desk.annotations.for_document(held)] == [likeliest.address]
    assert desk.reparse.unplaced(held) == []


@pytest.mark.parametrize("cipher", [PLAIN, SealedCipher(b"k" * 32)], ids=["plain", "encrypted"])
def test_it_is_shown_as_it_came_in_and_nothing_is_written_unless_it_is_asked_for(
    cipher: Cipher, tasks: Tasks, over: QWidget, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened, texts, target = list[Path](), list[str](), tmp_path / "copy.txt"
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(Path(QUrl.toLocalFile(url))))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))

    def show(role: QMessageBox.ButtonRole) -> None:
        def press(box: QMessageBox) -> None:
            texts.append(box.informativeText())
            next(one for one in box.buttons() if box.buttonRole(one) is role).click()

        if cipher.seals:
            modal_dialogs.answer(QMessageBox, press)
        import_controller.open_original(over, desk, tasks, key)

    with open_desk(tmp_path / "sealed", cipher) as desk:
        key = take_in(desk, quiet_hours(tmp_path))
        if cipher.seals:
            show(QMessageBox.ButtonRole.RejectRole)
            qtbot.waitUntil(lambda: bool(texts))
            tasks.wait()
            assert opened == []
        show(QMessageBox.ButtonRole.AcceptRole)
        qtbot.waitUntil(lambda: bool(opened))
        tasks.wait()
    assert opened[0].read_bytes() == quiet_hours(tmp_path).read_bytes()
    assert (opened[0] == target) is cipher.seals
    assert ["stays there until you delete it" in text for text in texts] == [True, True] * cipher.seals


@pytest.fixture
def over(qtbot: QtBot) -> QWidget:
    """The parent of a dialog; it outlives the dialog, which is deleted when it is closed."""
    made = QWidget()
    made.resize(1000, 800)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def dialog(desk: Desk, tasks: Tasks, held: DocumentId, over: QWidget) -> HeaderDialog:
    made = HeaderDialog(desk, tasks, desk.documents.get(held), over)
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
    again = HeaderDialog(desk, tasks, desk.documents.get(held), over)
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
    dialog = HeaderDialog(desk, tasks, desk.documents.get(key), over)
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
    dialog = HeaderDialog(desk, tasks, desk.documents.get(key), over)
    dialog.show()
    dialog.activateWindow()
    tasks.wait()
    dialog.rows[CorrectableField.SUBJECT].edit.setFocus()
    tasks.wait()
    assert dialog.page is not None
    assert dialog.page.pdf_view.number == 1
    assert list(dialog.page.pdf_view.marks(1).current) == list(desk.documents.content(key).header_boxes["subject"])
