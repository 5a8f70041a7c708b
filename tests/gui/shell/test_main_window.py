from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QAccessible, QClipboard, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from delegate_desk.core.annotations.annotation import AnnotationKind
from delegate_desk.core.documents.document import Address, DocumentId, Place
from delegate_desk.desk import Desk
from delegate_desk.gui.annotations.annotation_list import DeadlinesView
from delegate_desk.gui.library.today_page import TodayPage
from delegate_desk.gui.paragraphs.file_section import FileSection
from delegate_desk.gui.positions.positions_view import PositionsView
from delegate_desk.gui.search.search_view import SearchView
from delegate_desk.gui.shell.main_window import MainWindow
from delegate_desk.gui.widgets import theme
from delegate_desk.gui.widgets.key_bindings import plain_name
from support import modal_dialogs
from support.document_values import QUIET_HOURS, quiet_hours, take_in
from support.main_windows import (
    close_tab,
    current_reader,
    drop,
    in_front,
    open_position,
    open_window,
    popup,
    run_action,
    settle,
    show_document,
    type_text,
)
from support.present import present


def paper(window: MainWindow) -> QWidget:
    reader = current_reader(window)
    return reader.paper


def test_an_empty_library_says_how_to_fill_it_and_a_dropped_file_is_listed_opened_and_found(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    assert "Ctrl+O" in window.documents.ui.empty_label.text()
    assert window.documents.ui.empty_label.isVisible()
    assert window.welcome_controller.page.isVisible()
    drop(window, quiet_hours(tmp_path))
    assert "ST 7001/26" in [document.name for row in window.documents.model.rows for document in row.documents]
    assert window.tabs.front.tabText(window.tabs.front.currentIndex()) == "Quiet hours in ports"
    window.ui.search_edit.setFocus()
    qtbot.keyClicks(window.ui.search_edit, "berth")
    qtbot.keyClick(window.ui.search_edit, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    view = in_front(window, SearchView)
    qtbot.waitUntil(lambda: view.results is not None and bool(view.results.hits))
    assert window.ui.right_column.currentWidget() is view.facets
    while window.tabs.count():
        close_tab(window)
    drop(window, quiet_hours(tmp_path))
    assert window.notices.head.text() == "Already in library"
    assert window.tabs.current_reader() is not None


def test_there_is_no_way_into_the_right_column_of_a_page_that_takes_its_room(
    reading: MainWindow, held: DocumentId
) -> None:
    run_action(reading, reading.ui.action_today)
    assert not reading.ui.action_context.isEnabled()
    show_document(reading, held)
    run_action(reading, reading.ui.action_context)
    assert reading.paragraph_file.isAncestorOf(present(QApplication.focusWidget()))


def test_a_view_that_today_opens_has_the_keys_and_not_the_text_behind_it(reading: MainWindow, held: DocumentId) -> None:
    position = open_position(reading, held)
    show_document(reading, held)
    run_action(reading, reading.ui.action_today)
    assert isinstance(reading.tabs.currentWidget(), TodayPage)
    reading.open_position(held)
    settle(reading)
    assert QApplication.focusWidget() is position


def test_a_tab_that_is_closed_gives_the_keys_to_the_view_in_front(reading: MainWindow, held: DocumentId) -> None:
    run_action(reading, reading.ui.action_due)
    show_document(reading, held)
    run_action(reading, reading.ui.action_close_tab)
    settle(reading)
    view, focus = in_front(reading, DeadlinesView), present(QApplication.focusWidget())
    assert focus is view or view.isAncestorOf(focus), focus


def test_what_is_hidden_loses_the_keys_to_the_view_in_front(
    reading: MainWindow, held: DocumentId, tmp_path: Path, qtbot: QtBot
) -> None:
    annotations, place = reading.desk.annotations, Place(held, Address("para_1"))
    annotations.save(annotations.new(place, AnnotationKind.NOTE, text="noise"))
    other = quiet_hours(tmp_path, name="other.txt", text=QUIET_HOURS.replace("7001/26", "7002/26"))
    position = open_position(reading, take_in(reading.desk, other))
    show_document(reading, held, place.address)
    settle(reading)
    headers = [section.header for section in reading.paragraph_file.findChildren(FileSection)]
    QTest.mouseClick(next(header for header in headers if header.isVisible()), Qt.MouseButton.LeftButton)
    run_action(reading, reading.ui.action_close_tab)
    settle(reading)
    assert reading.tabs.currentWidget() is position
    qtbot.waitUntil(lambda: present(QApplication.focusWidget()).isVisible())


def test_nothing_is_pasted_while_nothing_was_ever_copied(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QClipboard, "mimeData", lambda *_: None)
    run_action(window, window.ui.action_paste_files)
    assert window.notices.head.text() == "Nothing to paste"


def test_copied_files_are_pasted_and_copied_words_as_a_document(window: MainWindow, tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(quiet_hours(tmp_path)))])
    QApplication.clipboard().setMimeData(data)
    run_action(window, window.ui.action_paste_files)
    (first,) = window.desk.documents.all()
    data = QMimeData()
    data.setText("1. The Council notes a text of mail.\n\n2. The Council invites.")
    data.setHtml("<ol><li>The Council notes a text of mail.</li><li>The Council invites.</li></ol>")
    QApplication.clipboard().setMimeData(data)
    run_action(window, window.ui.action_paste_files)
    (pasted,) = (held.id for held in window.desk.documents.all() if held != first)
    texts = [unit.text for unit in window.desk.documents.content(pasted).paragraphs]
    assert texts == ["The Council notes a text of mail.", "The Council invites."]
    assert window.tabs.current_reader() is not None


def test_refusals_are_listed_sentence_by_sentence_and_the_rest_continues(window: MainWindow, tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_text("", encoding="utf-8")
    strange = tmp_path / "picture.xyz"
    strange.write_bytes(b"\x00\x01")
    drop(window, empty, quiet_hours(tmp_path), strange)
    sentences = window.notices.text.text().splitlines()
    assert [sentence.split(" ")[0] for sentence in sentences] == ["empty.txt", "picture.xyz"]
    assert all(sentence.endswith(".") for sentence in sentences)
    assert len(window.desk.documents.all()) == 1
    assert window.ui.stop_button.isHidden()


def test_bringing_in_stops_when_asked(window: MainWindow, tmp_path: Path) -> None:
    files = [quiet_hours(tmp_path, name=f"{n}.txt", text=f"{n}. Text of its own, number {n}.") for n in range(1, 9)]
    window.import_paths(files)
    window.import_controller.progressed.connect(
        lambda _name, done, _of: window.ui.stop_button.click() if done == 2 else None
    )
    settle(window)
    assert len(window.desk.documents.all()) < 8


def test_a_key_press_annotates_the_current_paragraph(reading: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    qtbot.keyClick(paper(reading), Qt.Key.Key_J)
    qtbot.keyClick(paper(reading), Qt.Key.Key_Q)
    settle(reading)
    card = reading.paragraph_file.cards[0]
    type_text(card.text_edit, "Μένει")
    reading.tasks.flush()
    settle(reading)
    kept = desk.annotations.all()
    assert [(a.kind, a.text, a.place.address) for a in kept] == [(AnnotationKind.QUESTION, "Μένει", "para_1")]
    assert card.isVisible()


def test_words_chosen_are_what_is_annotated_and_a_mark_is_undone_and_redone(
    reading: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    qtbot.keyClick(paper(reading), Qt.Key.Key_J)
    for _ in range(2):
        qtbot.keyClick(paper(reading), Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    shifted = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    for _ in range(3):
        qtbot.keyClick(paper(reading), Qt.Key.Key_Right, shifted)
    qtbot.keyClick(paper(reading), Qt.Key.Key_V)
    settle(reading)
    quote = desk.annotations.all()[0].quote
    assert quote is not None
    assert quote.exact.strip() in "The Council notes that noise"
    run_action(reading, reading.ui.action_undo)
    assert desk.annotations.all() == []
    run_action(reading, reading.ui.action_redo)
    assert len(desk.annotations.all()) == 1


def test_ctrl_d_drafts_on_the_current_paragraph(reading: MainWindow, desk: Desk) -> None:
    desk.positions.set_delegation("EL")
    reading.ui.action_next.trigger()
    run_action(reading, reading.ui.action_position)
    view = in_front(reading, PositionsView)
    assert view.place == Place(view.document, Address("para_1"))
    pane = reading.paragraph_file
    assert reading.ui.right_column.currentWidget() is pane
    assert pane.place == view.place
    assert not pane.position.isVisible()
    assert pane.notes.isVisible()


def test_the_line_at_the_bottom_tells_document_language_place_and_marking(
    reading: MainWindow, held: DocumentId
) -> None:
    assert reading.ui.document_label.text() == "ST 7001/26 · English · 6 paragraphs"
    for address, place in (
        ("para_2__point_1", "numbered paragraph 2 of 3"),
        ("para_3", "numbered paragraph 3 of 3"),
        ("cover", ""),
    ):
        reading.open_document(held, Address(address))
        assert reading.ui.place_label.text() == place
    assert reading.ui.marking_label.text() == "LIMITE"
    run_action(reading, reading.ui.action_position)
    assert reading.ui.marking_label.text() == "LIMITE"
    while reading.tabs.count():
        close_tab(reading)
    assert reading.ui.marking_label.isHidden()


def test_back_and_forward_lead_where_one_was_also_from_a_place_one_typed(
    reading: MainWindow, held: DocumentId, qtbot: QtBot
) -> None:
    show_document(reading, held, Address("para_3"))
    reading.ui.action_back.trigger()
    assert reading.current_place() == Place(held, Address("cover"))
    settle(reading)
    reading.ui.action_forward.trigger()
    assert reading.current_place() == Place(held, Address("para_3"))
    reader = current_reader(reading)
    reading.ui.action_place.trigger()
    qtbot.keyClicks(reader.ui.place_bar.edit, "2b")
    qtbot.keyClick(reader.ui.place_bar.edit, Qt.Key.Key_Return)
    assert reading.current_place() == Place(held, Address("para_2__point_2"))
    settle(reading)
    reading.ui.action_back.trigger()
    assert reading.current_place() == Place(held, Address("para_3"))


def test_a_document_goes_to_the_trash_comes_back_and_goes_for_good(
    reading: MainWindow, held: DocumentId, desk: Desk
) -> None:
    run_action(reading, reading.ui.action_remove)
    assert reading.tabs.count() == 0
    assert not reading.documents.model.rows
    assert [row.text for row in reading.documents.sections.rows] == ["Trash"]
    run_action(reading, reading.ui.action_undo)
    assert len(desk.documents.all()) == 1
    show_document(reading, held)
    run_action(reading, reading.ui.action_remove)
    for role, left in (("RejectRole", 1), ("DestructiveRole", 0)):  # emptying the trash asks first
        modal_dialogs.press(QMessageBox.ButtonRole[role])
        run_action(reading, reading.ui.action_empty_trash)
        assert len(desk.documents.trash()) == left


@pytest.mark.styled
def test_columns_hide_and_come_back_and_all_is_as_it_was_at_the_next_start(
    reading: MainWindow, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    reading.ui.action_next.trigger()
    reading.ui.action_left.trigger()
    reading.ui.action_right.trigger()
    assert reading.ui.left_column.isHidden()
    assert not reading.ui.right_column.isVisible()
    reading.ui.action_left.trigger()
    assert reading.ui.left_column.isVisible()
    reading.ui.action_larger.trigger()
    reading.ui.action_theme_dark.trigger()
    reading.close()
    again = open_window(desk, tmp_path / "settings.json", qtbot)
    reader = current_reader(again)
    assert reader.paper.paragraphs.units[reader.paper.current_row()].address == "para_1"
    assert reader.paper.reading_size == 18
    assert not again.ui.right_column.isVisible()
    assert theme.choice() == "dark"


def menu_on_the_second_paragraph(window: MainWindow) -> QMenu:
    paper = current_reader(window).paper
    box = paper.visualRect(paper.paragraphs.index(1))
    where = paper.viewport().mapToGlobal(box.center())
    QApplication.sendEvent(paper.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Mouse, box.center(), where))
    return popup()


@pytest.mark.styled
@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_right_button_offers_the_kinds_and_our_position_on_the_paragraph_under_it(
    reading: MainWindow, held: DocumentId
) -> None:
    interface = QAccessible.queryAccessibleInterface(paper(reading))
    assert interface is not None
    heard = [interface.child(n).text(QAccessible.Text.Name) for n in range(interface.childCount())]
    assert heard[1].startswith("1. The Council notes")  # a screen reader hears each paragraph with its label
    menu = menu_on_the_second_paragraph(reading)
    next(action for action in menu.actions() if plain_name(action) == "Question").trigger()
    menu.close()
    settle(reading)
    reading.tasks.flush()
    settle(reading)
    assert [card.annotation.place.address for card in reading.paragraph_file.cards] == ["para_1"]
    reading.desk.positions.set_delegation("EL")
    menu = menu_on_the_second_paragraph(reading)
    assert reading.ui.action_position in menu.actions()
    reading.ui.action_position.trigger()
    menu.close()
    settle(reading)
    view = reading.position_controller.current_view()
    assert view is not None
    assert view.place == Place(held, Address("para_1"))
