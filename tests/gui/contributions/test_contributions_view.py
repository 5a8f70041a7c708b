"""Written comments of others, imported and placed by keys."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from delegate_desk.core.documents.document import Address, DocumentId, Place
from delegate_desk.core.word_diff import WordChange
from delegate_desk.desk import Desk
from delegate_desk.gui.contributions.contributions_view import ContributionDialog, ContributionsView
from delegate_desk.gui.library.document_chooser_dialog import DocumentChooserDialog
from delegate_desk.gui.shell.main_window import MainWindow
from delegate_desk.gui.widgets.rows.change_list_model import ChangeListHead, ChangeListRow
from support.comment_tables import act, word_file
from support.document_values import take_in
from support.main_windows import run_action, settle, settled, show_document
from support.present import present

TABLE = (
    ("Provision", "Presidency text", "Drafting suggestions", "Comments"),
    (
        "Article 2(1)",
        "Member States shall set quiet hours of at least six hours each night.",
        "Member States shall set quiet hours of at least ~six~ +seven+ hours each night.",
        "Sleep.",
    ),
    ("Article 19(1)", "A ship at berth shall keep its lights and its engines off.", "", "Which engines?"),
    ("Article 21", "", "", "Fines are missing."),
)


@pytest.fixture
def on(desk: Desk, tmp_path: Path) -> DocumentId:
    return take_in(desk, act(tmp_path))


@pytest.fixture
def paper(desk: Desk, tmp_path: Path) -> DocumentId:
    read = desk.documents.read(word_file(tmp_path, ["Comments by Greece"], TABLE))
    return next(iter(desk.documents.add(read).documents))


@pytest.fixture
def view(window: MainWindow, desk: Desk, on: DocumentId, paper: DocumentId) -> ContributionsView:
    """The tab of written comments, with one document imported."""
    desk.contributions.add(desk.contributions.read(paper, on))
    return settled(window, window.contributions_controller.open(on))


def told(view: ContributionsView) -> list[ChangeListRow]:
    return [row for row in view.list.rows.rows if isinstance(row, ChangeListRow)]


def press(window: MainWindow, view: ContributionsView, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(view.list, key)
        settle(window)


def test_what_has_no_place_stands_first_with_the_places_it_may_belong_to(
    view: ContributionsView, on: DocumentId, window: MainWindow
) -> None:
    assert view.list.rows.rows[0] == ChangeListHead("Without a place", 2)
    first, second, placed = told(view)
    assert (first.title, first.comment) == ("EL · Article 19(1)", "Which engines?")
    assert [passage.key for passage in first.passages if passage.key][:1] == ["1"]
    assert second.is_pending
    assert placed.label == "2(1)"
    assert placed.place == Place(on, Address("art_2__para_1"))
    assert (WordChange.INSERT, "seven") in placed.passages[0].words
    assert "2 comments without a place" in view.count.text()
    assert view.marking is None
    assert QApplication.focusWidget() is view.list
    view.list.select_key(told(view)[-1].key)
    press(window, view, Qt.Key.Key_Return)
    assert window.current_place() == Place(on, Address("art_2__para_1"))


def test_a_figure_gives_it_its_place_and_the_next_is_current(
    window: MainWindow, view: ContributionsView, desk: Desk, on: DocumentId
) -> None:
    candidate = present(view.written).parts[told(view)[0].key].candidates[0]
    press(window, view, Qt.Key.Key_1)
    (one,) = desk.contributions.for_document(on)
    assert one.placed[1].address == candidate
    at_hand = present(view.list.current_change())
    assert at_hand.title == "EL · Article 21"
    run_action(window, window.ui.action_undo)
    assert len(desk.contributions.for_document(on)[0].unplaced) == 2


def test_a_place_is_typed(window: MainWindow, view: ContributionsView, desk: Desk, on: DocumentId) -> None:
    press(window, view, Qt.Key.Key_P)
    QTest.keyClicks(view.place_edit, "77")
    QTest.keyClick(view.place_edit, Qt.Key.Key_Return)
    assert view.message_label.isVisible()
    assert "77" in view.message_label.text()
    view.place_edit.clear()
    QTest.keyClicks(view.place_edit, "2(2)(a)")
    QTest.keyClick(view.place_edit, Qt.Key.Key_Return)
    settle(window)
    assert desk.contributions.for_document(on)[0].placed[1].address == "art_2__para_2__point_1"
    assert not view.message_label.isVisible()
    assert view.list.hasFocus()


def test_naught_makes_a_general_comment_of_what_has_no_place_and_takes_a_place_away(
    window: MainWindow, view: ContributionsView, desk: Desk, on: DocumentId
) -> None:
    press(window, view, Qt.Key.Key_0)
    assert desk.contributions.for_document(on)[0].placed[1].is_general
    view.list.select_key(told(view)[-2].key)
    press(window, view, Qt.Key.Key_0)
    assert desk.contributions.for_document(on)[0].placed[0].address is None


def test_a_document_is_taken_out(
    window: MainWindow, view: ContributionsView, desk: Desk, on: DocumentId, paper: DocumentId
) -> None:
    view.papers.linkActivated.emit(f"out:{desk.contributions.for_document(on)[0].id}")
    settle(window)
    assert view.empty.isVisible()
    assert "ST 7301/26" in view.empty.text()
    assert desk.contributions.for_document(on) == []
    view.papers.linkActivated.emit(f"paper:{paper}")
    settle(window)
    assert window.current_document() == paper


def bring_in(window: MainWindow) -> ContributionDialog | None:
    """Choose the only document by keys."""
    run_action(window, window.ui.action_contribution)
    choice = present(window.findChild(DocumentChooserDialog))
    assert "ST 7301/26" in choice.windowTitle()
    QTest.keyClick(choice.edit, Qt.Key.Key_Return)
    settle(window)
    return window.findChild(ContributionDialog)


def test_a_document_held_is_imported_by_keys(window: MainWindow, desk: Desk, on: DocumentId, paper: DocumentId) -> None:
    show_document(window, on)
    dialog = present(bring_in(window))
    assert dialog.ui.delegations_edit.text() == "EL"
    assert "1 drafting suggestion · 3 comments" in dialog.ui.summary_label.text()
    assert "2 entries have no place yet" in dialog.ui.summary_label.text()
    dialog.ui.delegations_edit.selectAll()
    QTest.keyClicks(dialog.ui.delegations_edit, "XX")
    settle(window)
    assert dialog.ui.summary_label.text() == "XX is not a delegation code."
    assert not dialog.ui.import_button.isEnabled()
    dialog.ui.delegations_edit.selectAll()
    QTest.keyClicks(dialog.ui.delegations_edit, "fr, de")
    settle(window)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    settle(window)
    view = window.tabs.currentWidget()
    assert isinstance(view, ContributionsView)
    (written,) = desk.contributions.for_document(on)
    assert written.paper == paper
    assert {part.provision_comment.delegations for part in written.placed} == {("FR", "DE")}
    assert len(told(view)) == 3


def test_a_document_that_says_nothing_is_told(window: MainWindow, desk: Desk, on: DocumentId, tmp_path: Path) -> None:
    file = word_file(tmp_path, ["Minutes of the harbour choir, who sang well all evening."])
    desk.documents.add(desk.documents.read(file))
    show_document(window, on)
    assert bring_in(window) is None
    assert window.notices.isVisible()


def test_the_button_has_the_keys_until_something_is_there(
    window: MainWindow, desk: Desk, on: DocumentId, paper: DocumentId
) -> None:
    view = settled(window, window.contributions_controller.open(on))
    assert QApplication.focusWidget() is view.import_button
    QTest.keyClick(view.import_button, Qt.Key.Key_Return)
    settle(window)
    choice = present(window.findChild(DocumentChooserDialog))
    QTest.keyClick(choice.edit, Qt.Key.Key_Escape)
    settle(window)
    desk.contributions.add(desk.contributions.read(paper, on))
    view.refresh()
    settle(window)
    assert window.focusWidget() is view.list
