from pathlib import Path

import docx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from delegate_desk.core.documents.document import Address, DocumentId
from delegate_desk.core.positions.export_options import (
    DOCUMENT_KINDS,
    Audience,
    ExportKind,
    ExportOptions,
    MarkupStyle,
    ProvisionColumns,
)
from delegate_desk.core.positions.position import PositionEntry, PositionStatus, Stance
from delegate_desk.desk import Desk
from delegate_desk.gui.export.export_preview import Remedy
from delegate_desk.gui.export.export_view import ExportView
from delegate_desk.gui.export.exports import ExportChoices, document_export
from delegate_desk.gui.positions.positions_view import PositionsView
from delegate_desk.gui.reader.outline_view import BreadcrumbLine
from delegate_desk.gui.shell.main_window import MainWindow
from delegate_desk.gui.widgets import theme
from delegate_desk.gui.widgets.basic_widgets import InputDialog
from support.export_views import export_in_front, open_export, write
from support.main_windows import click, in_front, run_action, settle, show_document
from support.present import present


def input_dialog(window: MainWindow) -> InputDialog:
    return present(window.findChild(InputDialog))


@pytest.fixture
def thanked(desk: Desk, held: DocumentId) -> DocumentId:
    """A document with a position."""
    desk.positions.set_general(held, "We thank the Presidency.")
    return held


@pytest.fixture
def view(window: MainWindow, desk: Desk, thanked: DocumentId, held: DocumentId) -> ExportView:
    desk.positions.set_delegation("EL")
    desk.positions.set_item(
        held, PositionEntry(Address("para_1"), Stance.RED_LINE, None, "Too loud.", "Ask the capital.")
    )
    return open_export(window, lambda: document_export(desk, held))


def choose(window: MainWindow, view: ExportView, option: str, value: object) -> None:
    """Choose from a box as a user does, and wait for the pages."""
    combo = getattr(view.side, f"{option}_combo")
    combo.setCurrentIndex(combo.findData(value))
    combo.activated.emit(combo.currentIndex())
    view.load()
    settle(window)


def checks(view: ExportView) -> list[str]:
    return [shown.accessibleName() for shown in view.side.check_labels]


def test_the_right_column_names_the_kind_and_its_sections_fold(window: MainWindow, view: ExportView) -> None:
    side = view.side
    assert side.kind_label.text() == side.kind_combo.currentText() == "Position paper"
    settings, _, _, file = side.sections
    settings.header.click()
    assert not side.kind_combo.isVisible()
    assert side.reset_button.isVisible()
    assert file.body.isVisible()
    choose(window, view, "kind", ExportKind.COMMENTS_TABLE)
    assert side.kind_label.text() == side.kind_combo.currentText() != "Position paper"
    settings.header.click()
    assert side.kind_combo.isVisible()


def test_the_file_is_shown_where_the_right_column_was_hidden(window: MainWindow, desk: Desk, held: DocumentId) -> None:
    window.ui.action_right.setChecked(False)
    assert open_export(window, lambda: document_export(desk, held)).side.export_button.isVisible()


@pytest.mark.styled
def test_a_page_is_as_wide_as_a_narrow_view_until_a_zoom_is_chosen(window: MainWindow, view: ExportView) -> None:
    assert view.pages.zoom == 100
    window.resize(920, 700)
    settle(window)
    assert view.pages.zoom < 100
    assert view.pages.horizontalScrollBar().maximum() == 0
    view.larger_button.click()
    chosen = view.pages.zoom
    window.resize(1440, 900)
    settle(window)
    assert view.pages.zoom == chosen


def test_the_checks_have_the_colours_of_another_theme_at_once(view: ExportView) -> None:
    theme.choose("dark")
    assert view.side.check_labels
    colours = {theme.color(role).name() for role in ("support", "scrutiny_reservation")}
    assert all(any(colour in shown.text() for colour in colours) for shown in view.side.check_labels)


def test_the_pages_show_what_is_exported(view: ExportView, window: MainWindow, qtbot: QtBot) -> None:
    assert "We thank the Presidency." in view.pages.text()
    assert "Ask the capital." not in view.pages.text()
    assert view.side.internal_label.text() == "✓  No internal text"
    assert "Passed: LIMITE on each page." in checks(view)
    assert view.side.contents_label.text().endswith(" · 1 page")
    assert view.page_label.text() == "Page 1 of 1"
    for key in [Qt.Key.Key_S, Qt.Key.Key_J, Qt.Key.Key_M, Qt.Key.Key_T]:
        window.status.pass_by("")
        qtbot.keyClick(view.pages, key)
        assert window.ui.document_label.text().endswith(" is not available here. Open the text first."), key
    assert not (Path.home() / "Documents").exists()
    assert view.side.target.parent.is_dir()


def test_keys_of_the_file_of_a_paragraph_are_not_available_here(
    window: MainWindow, desk: Desk, thanked: DocumentId, held: DocumentId, qtbot: QtBot
) -> None:
    show_document(window, held)
    view = open_export(window, lambda: document_export(desk, held))
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(view.pages, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert window.ui.document_label.text().startswith("The file of a paragraph is not available here.")
    assert view.side.isVisible()


def test_for_the_capital_what_is_internal_is_said(view: ExportView, window: MainWindow, tmp_path: Path) -> None:
    choose(window, view, "audience", Audience.CAPITAL)
    assert "Ask the capital." in view.pages.text()
    assert "not for circulation" in view.side.internal_label.text()
    assert view.side.internal_label.property("part") == "danger"
    assert view.side.target.stem.endswith(" for the capital")
    choose(window, view, "audience", Audience.CIRCULATION)
    assert "capital" not in view.side.target.stem
    choose(window, view, "audience", Audience.CAPITAL)
    write(window, view, tmp_path / "capital.docx")
    assert view.done_strip.isVisible()
    assert not view.sent_button.isVisible()


def test_the_choices_are_the_options(view: ExportView, window: MainWindow) -> None:
    assert view.side.options == ExportOptions(MarkupStyle.COUNCIL, Audience.CIRCULATION, "EL", "en")
    choose(window, view, "markup", MarkupStyle.TRACKED)
    choose(window, view, "labels", "el")
    choose(window, view, "delegation", "CY")
    assert view.side.options == ExportOptions(MarkupStyle.TRACKED, Audience.CIRCULATION, "CY", "el")
    view.side.reset_button.click()
    assert view.side.options.markup is MarkupStyle.COUNCIL
    choose(window, view, "kind", ExportKind.REDLINE)
    assert not view.side.markup_combo.isEnabled()
    assert not view.side.columns_combo.isVisible()
    assert "reproduced" not in view.side.audience_label.text()
    choose(window, view, "format", ".pdf")
    assert "reproduced" in view.side.audience_label.text()


def test_what_is_chosen_is_kept(window: MainWindow, desk: Desk, thanked: DocumentId, tmp_path: Path) -> None:
    view = open_export(window, lambda: document_export(desk, thanked), ExportChoices(tmp_path / "kept.json"))
    choose(window, view, "kind", ExportKind.COMMENTS_TABLE)
    choose(window, view, "columns", ProvisionColumns.JUSTIFIED)
    view.side.open_check.setChecked(True)
    kept = ExportChoices(tmp_path / "kept.json")
    assert (kept.kind, kept.columns(kept.kind)) == (ExportKind.COMMENTS_TABLE, ProvisionColumns.JUSTIFIED)
    assert kept.opens_file


@pytest.mark.styled
def test_the_pages_follow_the_position_and_stay_where_they_are(
    view: ExportView, window: MainWindow, desk: Desk, held: DocumentId, qtbot: QtBot
) -> None:
    window.tasks.write(lambda: desk.positions.set_general(held, "\n".join(f"Line {n}." for n in range(120))))
    qtbot.waitUntil(lambda: view.pages.count > 1)
    view.pages.setFocus()
    qtbot.keyClick(view.pages, Qt.Key.Key_PageDown)
    assert view.page_label.text() == f"Page 2 of {view.pages.count}"
    top = view.pages.verticalScrollBar().value()
    window.tasks.write(lambda: desk.positions.set_general(held, "\n".join(f"Word {n}." for n in range(120))))
    qtbot.waitUntil(lambda: "Word 1." in view.pages.text())
    assert view.pages.verticalScrollBar().value() == top
    qtbot.keyClick(view.pages, Qt.Key.Key_Plus)
    zoom, size, control = view.pages.zoom, window.tabs.reading_size, Qt.KeyboardModifier.ControlModifier
    for field in (view.pages, view.side.name_edit):
        field.setFocus()
        qtbot.keyClick(field, Qt.Key.Key_Plus, control)
        assert view.pages.zoom > zoom
        qtbot.keyClick(field, Qt.Key.Key_Minus, control)
        assert (view.pages.zoom, window.tabs.reading_size) == (zoom, size)
    assert view.zoom_label.text() == "110 %"
    assert view.page_label.text() == f"Page 2 of {view.pages.count}"


def test_ctrl_enter_writes_the_file_and_says_so(
    view: ExportView, tmp_path: Path, qtbot: QtBot, window: MainWindow, desk: Desk, held: DocumentId
) -> None:
    view.side.set_target(tmp_path / "position")
    with qtbot.waitSignal(view.exported) as exported:
        qtbot.keyClick(view.pages, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert exported.args == [tmp_path / "position.docx"]
    assert docx.Document(str(tmp_path / "position.docx")).paragraphs
    assert view.done_label.text() == "Exported: position.docx"
    assert view.folder_button.isVisible()
    window.commands.update()
    view.sent_button.click()
    dialog = input_dialog(window)
    assert dialog.edits[1].text() == "position.docx"
    dialog.edits[0].setText("The Presidency")
    click(window, dialog.do_button)
    position = desk.positions.get(held)
    assert position.status is PositionStatus.SENT
    assert position.sent is not None
    assert (position.sent.to, position.sent.file) == ("The Presidency", "position.docx")


def test_a_file_that_cannot_be_written_is_said_and_can_be_tried_again(
    view: ExportView, window: MainWindow, tmp_path: Path
) -> None:
    write(window, view, tmp_path / "no such folder" / "position.docx")
    assert "position.docx could not be saved" in view.side.note_label.text()
    assert not view.done_strip.isVisible()
    write(window, view, tmp_path / "position.docx")
    assert view.side.note_label.text() == ""
    assert (tmp_path / "position.docx").is_file()
    (tmp_path / "old.docx").write_bytes(b"old")
    view.side.set_target(tmp_path / "old.docx")
    assert "will be replaced" in view.side.note_label.text()
    view.side.set_target(tmp_path / "new.docx")
    assert view.side.note_label.text() == ""


def test_without_a_position_there_is_nothing_to_export(window: MainWindow, held: DocumentId, qtbot: QtBot) -> None:
    view = open_export(window, lambda: document_export(window.desk, held))
    assert not view.side.export_button.isEnabled()
    assert "Nothing to export yet" in view.side.contents_label.text()
    window.tasks.write(lambda: window.desk.positions.set_general(held, "We thank the Presidency."))
    qtbot.waitUntil(view.side.export_button.isEnabled)


def test_every_kind_is_shown_and_written(view: ExportView, window: MainWindow, tmp_path: Path) -> None:
    for kind in DOCUMENT_KINDS:
        choose(window, view, "kind", kind)
        assert "Too loud." in view.pages.text(), kind
        assert "Ask the capital." not in view.pages.text(), kind
        assert view.side.target.suffix == ".docx"
        file = tmp_path / f"{kind}.docx"
        write(window, view, file)
        assert docx.Document(str(file)).element.body is not None
        assert view.sent_button.isVisible() == (kind is not ExportKind.COMPILATION)


def test_the_name_follows_the_kind_and_the_format_until_it_is_typed(
    view: ExportView, window: MainWindow, tmp_path: Path
) -> None:
    assert view.side.target.name.startswith("EL position ")
    choose(window, view, "kind", ExportKind.COMMENTS_TABLE)
    assert view.side.target.name.startswith("EL table of comments ")
    choose(window, view, "format", ".pdf")
    assert view.side.target.name.endswith(".pdf")
    assert view.side.export_button.accessibleName() == "Export as PDF"
    choose(window, view, "kind", ExportKind.ANNOTATED)
    assert view.side.target.name.startswith("EL annotated text ")
    assert view.side.target.name.endswith(".pdf")
    view.side.set_target(tmp_path / "mine.txt")
    assert view.side.format_combo.currentData() == ".txt"
    choose(window, view, "kind", ExportKind.POSITION)
    assert view.side.target == tmp_path / "mine.txt"
    choose(window, view, "format", ".docx")
    assert view.side.target == tmp_path / "mine.docx"


def test_each_check_has_its_remedy(view: ExportView, window: MainWindow, desk: Desk, held: DocumentId) -> None:
    assert checks(view)[0] == "To check: Not cleared."
    assert "Passed: LIMITE on each page." in checks(view)
    desk.positions.set_item(held, PositionEntry(Address("para_1"), Stance.OPPOSE, None, "Noise [at night."))
    view.load()
    settle(window)
    wanted = "To check: 1.  Comment: unmatched square brackets: “[at night.”."
    assert wanted in checks(view)
    check = next(check for check in view.preview.checks if check.remedy is Remedy.SHOW)
    view.side.remedy_requested.emit(check)
    shown = in_front(window, PositionsView)
    assert present(shown.place).address == "para_1"


def test_clearing_is_a_check_that_then_passes(
    view: ExportView, window: MainWindow, desk: Desk, held: DocumentId, qtbot: QtBot
) -> None:
    window.commands.update()
    view.side.remedy_requested.emit(view.preview.checks[0])
    dialog = input_dialog(window)
    dialog.edits[0].setText("Director")
    dialog.do_button.click()
    qtbot.waitUntil(lambda: "To check: Not cleared." not in checks(view))
    assert desk.positions.get(held).status is PositionStatus.CLEARED


def test_an_email_takes_text_and_page_from_the_clipboard(view: ExportView, window: MainWindow, tmp_path: Path) -> None:
    window.commands.update()
    run_action(window, window.ui.action_copy_mail)
    data = QGuiApplication.clipboard().mimeData()
    assert "We thank the Presidency." in data.text()
    assert ">Delegation of Greece</h1>" in data.html()
    assert "Ask the capital." not in data.text() + data.html()
    assert "Copied" in view.side.note_label.text()
    for suffix, begins in ((".pdf", b"%PDF"), (".html", b"<!DOCTYPE html>"), (".txt", b"LIMITE")):
        write(window, view, tmp_path / f"position{suffix}")
        content = (tmp_path / f"position{suffix}").read_bytes()
        assert content.startswith(begins)
        assert b"Ask the capital." not in content


def test_a_template_that_cannot_be_filled_is_said(window: MainWindow, thanked: DocumentId, tmp_path: Path) -> None:
    choices = ExportChoices()
    choices.choose_template(tmp_path / "gone.dotx")
    view = open_export(window, lambda: document_export(window.desk, thanked), choices)
    assert "The template gone.dotx cannot be used" in view.side.note_label.text()
    assert not view.side.export_button.isEnabled()
    choose(window, view, "template", None)
    assert view.side.export_button.isEnabled()
    assert view.side.note_label.text() == ""


@pytest.mark.parametrize("way", ["mail", "paper"])
def test_the_focus_is_where_it_was_asked_for(window: MainWindow, desk: Desk, thanked: DocumentId, way: str) -> None:
    view = open_export(window, lambda: document_export(desk, thanked), way=way)
    buttons = {"mail": view.side.copy_button, "paper": view.side.print_button}
    assert QApplication.focusWidget() is buttons[way]


def test_esc_returns_to_the_view_before(window: MainWindow, held: DocumentId, qtbot: QtBot) -> None:
    window.open_position(held)
    settle(window)
    position = window.tabs.currentWidget()
    run_action(window, window.ui.action_export)
    view = export_in_front(window)
    assert "Position" in view.back_label.text()
    assert not [line for line in window.findChildren(BreadcrumbLine) if line.isVisible()]  # it has a line of its own
    qtbot.keyClick(view.side.name_edit, Qt.Key.Key_Escape)
    assert window.tabs.currentWidget() is position
    assert not window.tabs.pages(ExportView)
