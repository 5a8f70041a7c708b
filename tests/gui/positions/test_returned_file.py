"""A Word file of ours that came back, in the window: its changes listed, accepted and undone."""

from copy import deepcopy
from pathlib import Path

import docx
import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from delegate_desk.core.documents.document import Address, DocumentId
from delegate_desk.core.positions.export_options import Audience, ExportKind, ExportOptions, ProvisionColumns
from delegate_desk.core.positions.position import PositionEntry, Stance
from delegate_desk.core.word_diff import WordChange
from delegate_desk.desk import Desk
from delegate_desk.gui.positions.positions_view import PositionsView
from delegate_desk.gui.positions.returned_file import ReplyLine, reply_pieces
from delegate_desk.gui.shell.family_tab import FamilyTab
from delegate_desk.gui.shell.main_window import MainWindow
from delegate_desk.gui.widgets import theme
from delegate_desk.gui.widgets.basic_widgets import GrowingEdit
from delegate_desk.gui.widgets.text.paragraph_text import TextStyle
from support.document_values import quiet_hours, take_in
from support.main_windows import click, in_front, run_action, settle, show_document


@pytest.fixture
def on(desk: Desk, tmp_path: Path) -> DocumentId:
    key = take_in(desk, quiet_hours(tmp_path))
    desk.positions.set_item(key, PositionEntry(Address("para_1"), Stance.SUPPORT, comment="Ships sleep too."))
    return key


@pytest.fixture
def returned(desk: Desk, on: DocumentId, tmp_path: Path) -> Path:
    """Our table of comments, with a comment and an instruction edited, and a row added."""
    path = tmp_path / "table.docx"
    options = ExportOptions(audience=Audience.CAPITAL, labels="en", columns=ProvisionColumns.FOUR)
    desk.export.write(on, ExportKind.COMMENTS_TABLE, path, options)
    document = docx.Document(str(path))
    row = document.tables[0].rows[1]
    run = next(run for paragraph in row.cells[3].paragraphs for run in paragraph.runs if "sleep" in run.text)
    run.text = run.text.replace("sleep", "rest")
    row.cells[4].text = "Insist."
    copy = deepcopy(row._tr)
    row._tr.addprevious(copy)
    new = document.tables[0].rows[1]
    for cell in new.cells:
        cell.text = ""
    new.cells[3].text = "Who pays?"
    document.save(str(path))
    return path


def show(window: MainWindow, returned: Path) -> PositionsView:
    window.import_paths([returned])
    view = in_front(window, PositionsView)
    view.activateWindow()
    return view


def fields(view: PositionsView) -> list[str]:
    """The changed fields listed at the provisions, from top to bottom."""
    return [line.item.field.value for card in view.provisions for line in card.reply_lines.lines]


def has_brown(line: ReplyLine) -> bool:
    image, brown = line.preview.grab().toImage(), theme.color("scrutiny_reservation")
    return any(image.pixelColor(x, y) == brown for x in range(image.width()) for y in range(image.height()))


def test_changes_of_a_reply_are_marked_in_our_drafting() -> None:
    pieces = reply_pieces("at least seven hours, also", "at least eight hours", "at least nine quiet hours")
    assert "".join(text for mark, text in pieces if mark is not TextStyle.REPLY_ADDS) == (
        "at least seveneight hours, also"
    )
    assert (WordChange.DELETE, "seven") in pieces
    assert (TextStyle.REPLY_DELETES, "eight") in pieces
    assert (TextStyle.REPLY_ADDS, "nine quiet") in pieces


def test_a_field_with_a_change_is_edited_in_its_place(
    window: MainWindow, desk: Desk, on: DocumentId, returned: Path, qtbot: QtBot
) -> None:
    view = show(window, returned)
    qtbot.waitUntil(view.isActiveWindow)
    (card,) = view.provisions
    line, comment = card.reply_lines.lines[0], card.fields.editor("comment")
    line.preview.entered.emit()
    assert comment.hasFocus()
    assert line.isHidden()
    QTest.keyClicks(comment, "So ")
    settle(window)
    assert desk.positions.get(on).items[0].comment == "So Ships sleep too."
    view.setFocus()
    settle(window)
    (line, _) = card.reply_lines.lines
    assert line.preview.isVisible()
    assert not comment.isVisible()
    line.reject_button.click()
    assert comment.isVisible()
    assert isinstance(comment, GrowingEdit)
    assert comment.toPlainText() == "So Ships sleep too."


def test_a_dropped_file_that_came_back_is_in_the_position_and_accepted_in_one_step(
    window: MainWindow, desk: Desk, on: DocumentId, returned: Path
) -> None:
    view = show(window, returned)
    assert fields(view) == ["comment", "instruction"]
    (card,) = view.provisions
    first = card.reply_lines.lines[0]
    assert first.preview.isVisible()
    assert not card.fields.editor("comment").isVisible()
    assert has_brown(first)
    assert "Who pays?" in view.reply.unplaced.text()
    assert view.reply.text.text() == "Reply in table.docx: 2 changes."
    assert len(desk.documents.all()) == 1
    assert window.tabs.count() == 1
    click(window, view.reply.accept_button)
    entry = desk.positions.get(on).entry_at(Address("para_1"))
    assert (entry.comment, entry.instruction) == ("Ships rest too.", "Insist.")
    assert fields(view) == []
    desk.history.undo()
    entry = desk.positions.get(on).entry_at(Address("para_1"))
    assert (entry.comment, entry.instruction) == ("Ships sleep too.", "")


def test_a_reply_opens_no_window_for_a_moment_and_the_keys_go_to_the_position(
    window: MainWindow, returned: Path
) -> None:
    assert window.isActiveWindow()
    window.import_paths([returned])
    view = in_front(window, PositionsView)
    assert view.reply.items
    assert window.isActiveWindow()
    assert view.hasFocus()


def test_keys_accept_the_current_change_and_reject_the_next(window: MainWindow, on: DocumentId, returned: Path) -> None:
    view = show(window, returned)
    view.follow_strip()
    assert view.current_provision is not None
    run_action(window, window.ui.action_keep_change)
    entry = window.desk.positions.get(on).entry_at(Address("para_1"))
    assert (entry.comment, entry.instruction) == ("Ships rest too.", "")
    assert fields(view) == ["instruction"]
    run_action(window, window.ui.action_take_back_change)
    assert fields(view) == []
    assert window.desk.positions.get(on).entry_at(Address("para_1")).instruction == ""


def test_what_is_typed_meanwhile_stays(window: MainWindow, desk: Desk, on: DocumentId, returned: Path) -> None:
    view = show(window, returned)
    (card,) = view.provisions
    card.focus_wording()
    QTest.keyClicks(card.wording_edit, "Now ")
    click(window, card.reply_lines.lines[0].accept_button)
    entry = desk.positions.get(on).entry_at(Address("para_1"))
    assert entry.comment == "Ships rest too."
    assert "Now " in (entry.proposal or "")


def test_a_file_that_is_none_of_ours_is_imported(window: MainWindow, desk: Desk, tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("A letter on lamps.")
    document.save(str(tmp_path / "letter.docx"))
    window.import_paths([tmp_path / "letter.docx"])
    settle(window)
    assert [held.file_name for held in desk.documents.all()] == ["letter.docx"]


def test_the_strip_of_the_document_says_how_many_changes_of_a_reply_are_left(
    window: MainWindow, on: DocumentId, returned: Path
) -> None:
    window.documents.reload()
    settle(window)
    window.import_paths([returned])
    view = in_front(window, PositionsView)
    show_document(window, on)
    tab = window.tabs.front.current_tab()
    assert isinstance(tab, FamilyTab)
    assert tab.strip.text.text() == "Reply in table.docx: 2 changes."
    assert [button.text() for button in tab.strip.link_buttons] == ["Review", "Later"]
    tab.strip.link_buttons[0].click()
    assert window.tabs.currentWidget() is view
    assert view.current_provision is not None
    window.open_document(on)
    tab.strip.link_buttons[1].click()
    assert tab.strip.isHidden() or "Reply" not in tab.strip.text.text()
