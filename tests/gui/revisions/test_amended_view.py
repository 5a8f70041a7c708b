"""The tab of an amended act, in the window."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from delegate_desk.core.annotations.annotation import AnnotationKind
from delegate_desk.core.documents.document import Address, DocumentId, Place
from delegate_desk.core.positions.position import Stance
from delegate_desk.desk import Desk
from delegate_desk.gui.library.document_chooser_dialog import DocumentChooserDialog
from delegate_desk.gui.revisions.amended_view import AmendedView, PlacementDialog
from delegate_desk.gui.revisions.comparison_model import ComparisonColumn
from delegate_desk.gui.shell.main_window import MainWindow
from support.amending_texts import import_acts
from support.main_windows import click, in_front, run_action, settle, show_document
from support.present import present

Acts = tuple[DocumentId, DocumentId, DocumentId]


@pytest.fixture
def acts(desk: Desk, tmp_path: Path) -> Acts:
    return import_acts(desk, tmp_path)


@pytest.fixture
def view(window: MainWindow, acts: Acts) -> AmendedView:
    show_document(window, acts[1])
    run_action(window, window.ui.action_amended)
    return in_front(window, AmendedView)


def top_text(view: AmendedView) -> str:
    return " ".join(shown.text() for shown in view.state().top.findChildren(QLabel))  # type: ignore[union-attr]


def go(view: AmendedView, address: str) -> None:
    row = present(view.page.rows.row_for_address(Address(address), ComparisonColumn.NEW))
    view.page.go_to_row(row)


def test_the_document_in_front_is_applied_to_the_act_that_it_amends(
    view: AmendedView, acts: Acts, window: MainWindow
) -> None:
    assert (view.old, view.new) == acts[:2]
    entry = view.entry()
    assert (str(entry.kind), entry.keys) == ("amended", (int(acts[0]), int(acts[1])))
    assert "as amended by" in view.names_label.text()
    for said in ("Not an official text", "1 instruction was not applied", "the provision does not exist"):
        assert said in top_text(view)
    assert view.act is not None
    bar = window.tabs.front.tabBar()
    assert bar.tabText(bar.currentIndex()).startswith("Amended · ")
    kept = {amended.paragraph.address for amended in view.act.paragraphs}
    assert present(view.compared).new.library_document.paragraphs == len(kept)
    go(view, "art_2__para_2")
    assert view.place == Place(acts[1], Address("art_1__point_2"))
    go(view, "art_3__para_1")
    assert view.place == Place(acts[0], Address("art_3__para_1"))


def test_a_note_on_a_change_is_kept_on_the_amending_provision(
    window: MainWindow, view: AmendedView, desk: Desk, acts: Acts
) -> None:
    go(view, "art_2a__para_1")
    settle(window)
    place = Place(acts[1], Address("art_1__point_4"))
    desk.annotations.save(desk.annotations.new(place, AnnotationKind.QUESTION, text="Why a lamp?"))
    run_action(window, window.ui.action_annotate_support)
    (item,) = desk.positions.get(acts[1]).items
    assert (item.address, item.stance) == ("art_1__point_4", Stance.SUPPORT)
    new = present(view.page.rows.compared).new
    assert "art_2a__para_1" in new.position_addresses
    assert [note.text for note in new.annotations[Address("art_2a__para_1")]] == ["Why a lamp?"]
    run_action(window, window.ui.action_annotate_question)
    assert window.paragraph_file.place == Place(acts[1], Address("art_1__point_4"))
    assert window.paragraph_file.notes.isVisibleTo(window)


def test_one_column_is_that_of_the_act_in_front(window: MainWindow, view: AmendedView, acts: Acts) -> None:
    run_action(window, window.ui.action_one_column)
    assert list(view.page.row_layout.page.columns) == [ComparisonColumn.BOTH]
    assert view.ui.columns_button.isChecked()
    window.comparison_controller.open(*acts[:2])
    settle(window)
    assert not window.ui.action_one_column.isChecked()
    window.tabs.setCurrentWidget(view)
    assert window.ui.action_one_column.isChecked()


def test_a_second_act_is_applied_to_the_result(window: MainWindow, view: AmendedView, acts: Acts) -> None:
    view.further_requested.emit()
    dialog = present(window.findChild(DocumentChooserDialog))
    QTest.keyClicks(dialog.edit, "8803")
    QTest.keyClick(dialog.edit, Qt.Key.Key_Return)
    both = in_front(window, AmendedView)
    assert both is not view
    go(both, "art_2a__para_1")
    assert both.place == Place(acts[2], Address("art_1__point_1"))
    assert both.entry().keys == tuple(map(int, acts))
    assert "8802" in both.names_label.text()
    assert "8803" in both.names_label.text()


def test_an_instruction_that_was_not_applied_is_placed_on_the_current_row(
    window: MainWindow, view: AmendedView, desk: Desk, acts: Acts
) -> None:
    go(view, "art_3__para_2")
    view.place_by_hand(0)
    settle(window)
    dialog = present(view.findChild(PlacementDialog))
    assert dialog.ui.text_edit.toPlainText() == "The record is kept for two years."
    assert not dialog.ui.place_button.isEnabled()
    dialog.ui.text_edit.selectAll()
    QTest.keyClicks(dialog.ui.text_edit, "The record is kept for ever.")
    click(window, dialog.ui.place_button)
    assert present(view.act).open == ()
    go(view, "art_3__para_2")
    assert "placed by hand" in top_text(view)
    (note,) = desk.annotations.own_for_document(acts[1])
    assert (note.place.address, note.tags) == ("art_1__point_5", ("replaces:art_3__para_2",))
