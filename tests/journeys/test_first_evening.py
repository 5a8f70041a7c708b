"""One evening with one document: dropped, found, opened, annotated, drafted on, exported to Word, and all kept."""

from pathlib import Path

import docx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from delegate_desk.core.annotations.annotation import AnnotationKind
from delegate_desk.core.documents.document import Address
from delegate_desk.core.word_diff import WordChange
from delegate_desk.desk import Desk
from delegate_desk.gui.positions.positions_view import PositionsView
from delegate_desk.gui.shell.main_window import MainWindow
from delegate_desk.paths import RESOURCES
from support.export_views import export_in_front, write
from support.main_windows import current_reader, drop, in_front, open_window, run_action, settle, type_text
from support.search_steps import ask

SEED = Path("corpus/register/ST-12862-2019-INIT_el.txt")
OURS = RESOURCES / "samples" / "ST-99101-2026-INIT_el.docx"


def go(window: MainWindow, typed: str, qtbot: QtBot) -> None:
    """Go to a typed place, as with Ctrl+G."""
    window.ui.action_place.trigger()
    edit = current_reader(window).ui.place_bar.edit
    edit.clear()
    type_text(edit, typed)
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    settle(window)


def draft(window: MainWindow, old: str, new: str) -> PositionsView:
    """Open the position on the current paragraph and replace words."""
    run_action(window, window.ui.action_position)
    view = in_front(window, PositionsView)
    edit = view.provisions[0].wording_edit
    cursor = edit.textCursor()
    at = edit.toPlainText().index(old)
    cursor.setPosition(at)
    cursor.setPosition(at + len(old), cursor.MoveMode.KeepAnchor)
    edit.setTextCursor(cursor)
    type_text(edit, new)
    window.tasks.flush()
    settle(window)
    return view


def export(window: MainWindow, target: Path, qtbot: QtBot) -> None:
    """Ctrl+E, a file name, Export."""
    run_action(window, window.ui.action_export)
    view = export_in_front(window)
    write(window, view, target)
    view.closed.emit()


def words_of(file: Path) -> str:
    document = docx.Document(str(file))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def test_the_whole_street_on_the_greek_conclusions(
    window: MainWindow, desk: Desk, shared: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    drop(window, shared / SEED)
    assert current_reader(window).library_document().name == "ST 12862/19"  # type: ignore[union-attr]  # it is shown
    assert len([u for u in current_reader(window).paper.paragraphs.units if u.kind == "para"]) == 25

    view = ask(window, qtbot, "κρυπτογραφηση")
    assert view.results is not None
    assert "para_13" in [hit.address for hit in view.results.hits]
    qtbot.keyClick(view.ui.hit_list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.tabs.current_reader() is not None and window.current_place() is not None)
    seen = set()
    for _ in range(view.results.total):
        here = window.current_place()
        assert here is not None
        seen.add(here.address)
        run_action(window, window.ui.action_find_next)
    assert "para_13" in seen

    go(window, "7στ", qtbot)
    place = window.current_place()
    assert place is not None
    assert place.address == "para_7__point_6"

    go(window, "13", qtbot)
    qtbot.keyClick(current_reader(window).paper, Qt.Key.Key_Q)
    settle(window)
    type_text(window.paragraph_file.cards[0].text_edit, "Η πρωτεύουσα εξετάζει τη νόμιμη πρόσβαση.")
    window.tasks.flush()
    settle(window)
    kept = desk.annotations.all()
    assert [(a.kind, a.place.address) for a in kept] == [(AnnotationKind.QUESTION, "para_13")]

    desk.positions.set_delegation("EL")
    go(window, "11", qtbot)
    position = draft(window, old="προτρέπει", new="καλεί")
    item = desk.positions.get(position.document).entry_at(Address("para_11"))
    assert item.proposal is not None
    changed = [run for run in desk.positions.word_changes(position.document, item) if run[0] is not WordChange.EQUAL]
    assert changed == [(WordChange.DELETE, "προτρέπει"), (WordChange.INSERT, "καλεί")]

    target = tmp_path / "θέση.docx"
    export(window, target, qtbot)
    assert "καλεί" in words_of(target)
    assert "πρωτεύουσα" not in words_of(target)


@pytest.fixture
def evening(window: MainWindow, desk: Desk, qtbot: QtBot) -> MainWindow:
    """Our own Greek sample, with notes and drafting."""
    drop(window, OURS)
    desk.positions.set_delegation("EL")
    go(window, "5", qtbot)
    qtbot.keyClick(current_reader(window).paper, Qt.Key.Key_N)
    settle(window)
    type_text(window.paragraph_file.cards[0].text_edit, "Μένει όπως είναι.")
    window.tasks.flush()
    settle(window)
    draft(window, old="θεωρεί", new="τονίζει")
    return window


def test_an_evening_on_our_own_sample_leaves_as_word(evening: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    target = tmp_path / "position.docx"
    export(evening, target, qtbot)
    assert "τονίζει" in words_of(target)
    assert "Μένει όπως είναι" not in words_of(target)


def test_the_evening_is_found_again_and_shown_in_the_text(evening: MainWindow, qtbot: QtBot) -> None:
    view = ask(evening, qtbot, "μενει")
    assert view.results is not None
    assert [hit.annotation_kind for hit in view.results.hits if hit.annotation] == ["note"]
    qtbot.keyClick(view.ui.hit_list, Qt.Key.Key_Return)
    settle(evening)
    paper = current_reader(evening).paper
    assert paper.paragraphs.units[paper.current_row()].address == "para_5"
    row = paper.current_row()
    assert paper.paragraphs.has_position_entry(row)
    assert "τονίζει" in paper.paragraphs.typeset_text(row).text


def test_the_evening_is_there_the_next_morning(evening: MainWindow, desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    evening.close()
    settle(evening)
    morning = open_window(desk, tmp_path / "settings.json", qtbot)
    drafted = morning.tabs.currentWidget()
    assert isinstance(drafted, PositionsView)  # the place when it was closed
    open_before = morning.tabs.count()
    morning.open_document(drafted.document)  # its tab is loaded when it is shown
    settle(morning)
    assert morning.tabs.count() == open_before
    document = morning.tabs.reader_for_document(drafted.document)
    assert document is not None
    morning.tabs.setCurrentWidget(document)
    morning.focus_text()
    settle(morning)
    paper = current_reader(morning).paper
    assert paper.paragraphs.units[paper.current_row()].address == "para_5"
    assert morning.paragraph_file.cards[0].text_edit.toPlainText() == "Μένει όπως είναι."
    assert QApplication.focusWidget() is paper
