"""A delegate searches: types, steps, reads, filters, changes language, saves the search, and sees new results."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from delegate_desk.core.annotations.annotation import AnnotationKind
from delegate_desk.core.documents.document import Address, DocumentId, Place
from delegate_desk.core.search import Hit
from delegate_desk.desk import Desk
from delegate_desk.gui.library.documents_model import RowKind
from delegate_desk.gui.search.hit_list import LanguageLink
from delegate_desk.gui.shell.main_window import MainWindow
from support.document_values import QUIET_HOURS_FRENCH, quiet_hours
from support.main_windows import close_tab, current_reader, drop, open_window, run_action, settle
from support.search_steps import ask, panel_rows


@pytest.fixture
def searching(window: MainWindow, tmp_path: Path) -> MainWindow:
    """The window on a document and its French version, both indexed."""
    drop(window, quiet_hours(tmp_path))
    drop(window, quiet_hours(tmp_path, name="heures calmes.txt", text=QUIET_HOURS_FRENCH))
    return window


def place(window: MainWindow) -> Place | None:
    settle(window)
    return window.current_place()


def kept(window: MainWindow) -> list[tuple[str, str]]:
    settle(window)
    return [(row.text, row.side) for row in window.documents.model.rows if row.kind is RowKind.SEARCH]


def choose_kept(window: MainWindow) -> None:
    rows = window.documents.model.rows
    number = next(n for n, row in enumerate(rows) if row.kind is RowKind.SEARCH)
    window.documents.ui.document_list.setCurrentIndex(window.documents.model.index(number))


def test_from_the_box_into_the_hits_and_back_and_on_from_hit_to_hit(searching: MainWindow, qtbot: QtBot) -> None:
    window, edit = searching, searching.ui.search_edit
    view = ask(window, qtbot, "ships")
    hits = view.ui.hit_list
    settle(window)
    assert hits.hasFocus()
    qtbot.keyClick(hits, Qt.Key.Key_Up)
    assert edit.hasFocus()
    view.enter()
    qtbot.keyClick(hits, Qt.Key.Key_Return)
    first = place(window)
    assert window.ui.walk_label.text() == "1 of 3 · F3 next"
    window.ui.action_find_next.trigger()
    second = place(window)
    assert first != second
    assert window.ui.walk_label.text() == "2 of 3 · F3 next"
    window.ui.action_find_previous.trigger()
    assert place(window) == first
    reader = current_reader(window)
    assert reader.paper.rows_painter.hits  # the words are highlighted


def test_a_hit_opens_at_the_same_place_in_another_language(searching: MainWindow, qtbot: QtBot) -> None:
    window = searching
    view = ask(window, qtbot, "people near ports")
    hit = view.hits.model.hits()[0][1]
    link = next(piece for piece in view.hits.model.notes_for_hit(hit) if isinstance(piece, LanguageLink))
    view.hits.linked.emit(hit, link, False)
    here = place(window)
    assert here is not None
    assert here.address == hit.address
    assert window.desk.documents.get(here.document).header.language == "fr"


def test_control_enter_opens_a_tab_behind_the_hits(searching: MainWindow, qtbot: QtBot) -> None:
    window = searching
    for index in reversed(range(window.tabs.count())):
        close_tab(window, index)
    view = ask(window, qtbot, "ships")
    qtbot.keyClick(view.ui.hit_list, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(window)
    assert window.tabs.count() == 2
    assert window.tabs.currentWidget() is view


def test_the_keys_go_round_from_the_box_over_the_hits_to_the_facets(searching: MainWindow, qtbot: QtBot) -> None:
    window = searching
    view = ask(window, qtbot, "council OR conseil")
    window.ui.action_facets.trigger()
    french = next(row for row in view.facets.rows() if row.value == "fr")
    french.setFocus()
    qtbot.keyClick(french, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: view.results is not None and "lang:fr" in view.results.query)
    assert window.ui.search_edit.text() == view.query
    assert french.hasFocus()
    assert {hit.language for _, hit in view.hits.model.hits()} == {"fr"}
    window.ui.action_facets.trigger()
    assert view.ui.hit_list.hasFocus()


def test_a_search_is_kept_tells_what_is_new_is_renamed_and_forgotten(
    searching: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    window, tasks = searching, searching.tasks
    view = ask(window, qtbot, "noise")
    window.ui.action_save_search.trigger()
    assert view.ui.name_edit.hasFocus()
    view.ui.name_edit.setText("Noise")
    qtbot.keyClick(view.ui.name_edit, Qt.Key.Key_Return)
    settle(window)
    assert kept(window) == [("Noise", "")]
    held = next(document.id for document in desk.documents.all() if document.header.language == "en")
    note = desk.annotations.new(Place(held, Address("para_1")), AnnotationKind.NOTE, text="Noise at night")
    tasks.write(lambda: desk.annotations.save(note))
    settle(window)
    assert kept(window) == [("Noise", "1 new")]
    choose_kept(window)
    window.documents.ui.document_list.setFocus()
    window.documents.ui.action_rename.trigger()
    field = next(edit for edit in window.documents.ui.document_list.findChildren(QLineEdit) if edit.isVisible())
    field.setText("Quiet")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    settle(window)
    assert kept(window) == [("Quiet", "1 new")]
    choose_kept(window)
    qtbot.keyClick(window.documents.ui.document_list, Qt.Key.Key_Return)
    settle(window)
    assert window.ui.search_edit.text() == "noise"
    assert any(hit.annotation for _, hit in view.hits.model.hits())
    assert kept(window) == [("Quiet", "")]
    choose_kept(window)
    window.documents.ui.action_forget_search.trigger()
    settle(window)
    assert not kept(window)


def test_what_led_somewhere_is_offered_again_until_it_is_forgotten(searching: MainWindow, qtbot: QtBot) -> None:
    window, edit = searching, searching.ui.search_edit
    panel = window.search_controller.box.panel
    view = ask(window, qtbot, "shore power")
    qtbot.keyClick(view.ui.hit_list, Qt.Key.Key_Return)
    settle(window)
    edit.clear()
    run_action(window, window.ui.action_search)
    assert panel_rows(panel)[0].text == "shore power"
    qtbot.keyClick(edit, Qt.Key.Key_Down)
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert edit.text() == "shore power"
    run_action(window, window.ui.action_forget_recent)
    window.memory.save_state()  # with the tab of the search
    edit.clear()
    window.focus_text()
    run_action(window, window.ui.action_search)
    assert "shore power" not in [row.text for row in panel_rows(panel)]


def test_a_library_that_was_never_indexed_is_searched_at_once_and_indexed_meanwhile(
    desk: Desk, held: DocumentId, tmp_path: Path, qtbot: QtBot
) -> None:
    window = open_window(desk, tmp_path / "settings.json", qtbot)
    view = ask(window, qtbot, "berth")
    settle(window)
    assert view.results is not None
    assert (view.results.is_partial, view.results.pending_count) == (False, 0)
    found = [hit for _, hit in view.hits.model.hits()]
    assert found
    assert all(isinstance(hit, Hit) and hit.document == held for hit in found)
