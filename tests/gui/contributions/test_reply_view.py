"""A Word file of ours that came back, in the window: its changes listed, accepted and undone."""

from copy import deepcopy
from pathlib import Path

import docx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from delegate_desk.core.documents.document import Address, DocumentId
from delegate_desk.core.positions.export_options import Audience, ExportKind, ExportOptions, ProvisionColumns
from delegate_desk.core.positions.position import PositionEntry, Stance
from delegate_desk.desk import Desk
from delegate_desk.gui.contributions.reply_view import ReplyView
from delegate_desk.gui.shell.family_tab import FamilyTab
from delegate_desk.gui.shell.main_window import MainWindow
from delegate_desk.gui.widgets.rows.change_list_model import ChangeListHead, ChangeListRow
from support.document_values import quiet_hours
from support.main_windows import settle


@pytest.fixture
def on(desk: Desk, tmp_path: Path) -> DocumentId:
    key = next(iter(desk.documents.add(desk.documents.read(quiet_hours(tmp_path))).documents))
    desk.positions.set_item(key, PositionEntry(Address("para_1"), Stance.SUPPORT, comment="Ships sleep too."))
    return key


@pytest.fixture
def returned(desk: Desk, on: DocumentId, tmp_path: Path) -> Path:
    """Our table of comments, its comment and its instruction edited, a row added."""
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


def test_a_dropped_file_that_came_back_is_opened_and_accepted_in_one_step(
    window: MainWindow, desk: Desk, on: DocumentId, returned: Path
) -> None:
    window.import_paths([returned])
    settle(window)
    (view,) = window.tabs.pages(ReplyView)
    rows = view.list.rows.rows
    assert [row for row in rows if isinstance(row, ChangeListHead)] == [
        ChangeListHead("Changes", 2),
        ChangeListHead("Without a place", 1),
    ]
    listed = [row for row in rows if isinstance(row, ChangeListRow)]
    assert [row.title for row in listed] == ["Comment", "Instruction", ""]
    assert listed[-1].comment == "Who pays?"
    assert len(desk.documents.all()) == 1
    view.accept_button.click()
    settle(window)
    entry = desk.positions.get(on).entry_at(Address("para_1"))
    assert (entry.comment, entry.instruction) == ("Ships rest too.", "Insist.")
    assert not view.accept_button.isEnabled()
    desk.history.undo()
    entry = desk.positions.get(on).entry_at(Address("para_1"))
    assert (entry.comment, entry.instruction) == ("Ships sleep too.", "")


def test_a_key_accepts_the_current_change(window: MainWindow, desk: Desk, on: DocumentId, returned: Path) -> None:
    window.import_paths([returned])
    settle(window)
    (view,) = window.tabs.pages(ReplyView)
    view.list.select_key("para_1 comment")
    QTest.keyClick(view.list, Qt.Key.Key_1)
    settle(window)
    entry = desk.positions.get(on).entry_at(Address("para_1"))
    assert (entry.comment, entry.instruction) == ("Ships rest too.", "")


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
    settle(window)
    (view,) = window.tabs.pages(ReplyView)
    window.open_document(on)
    settle(window)
    tab = window.tabs.front.current_tab()
    assert isinstance(tab, FamilyTab)
    assert tab.strip.text.text() == "Reply in table.docx: 2 changes."
    assert [button.text() for button in tab.strip.link_buttons] == ["Review", "Later"]
    tab.strip.link_buttons[0].click()
    assert window.tabs.currentWidget() is view
    window.open_document(on)
    tab.strip.link_buttons[1].click()
    assert tab.strip.isHidden() or "Reply" not in tab.strip.text.text()
