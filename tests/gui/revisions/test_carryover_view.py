"""What was carried over, looked at and answered by keys."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from delegate_desk.core.annotations.annotation import AnnotationKind
from delegate_desk.core.documents.document import Address, DocumentId, Place
from delegate_desk.core.word_diff import WordChange
from delegate_desk.desk import Desk
from delegate_desk.gui.revisions.carryover_view import CarryoverView
from delegate_desk.gui.shell.main_window import MainWindow
from delegate_desk.gui.widgets.rows.change_list_model import ChangeListHead, ChangeListRow
from support.annotated_revision import Noted
from support.main_windows import settle


@pytest.fixture
def review(window: MainWindow, paper: Noted, new: DocumentId) -> CarryoverView:
    view = window.revision_controller.open_review((paper.old, new))
    settle(window)
    return view


def press(window: MainWindow, view: CarryoverView, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(view.list, key)
        settle(window)


def waiting(view: CarryoverView) -> list[ChangeListRow]:
    return [row for row in view.list.rows.rows if isinstance(row, ChangeListRow) and row.is_pending]


def test_what_waits_stands_first_with_its_old_text_and_its_places(review: CarryoverView) -> None:
    first, told = review.list.rows.rows[:2]
    assert first == ChangeListHead("To check", 2)
    assert told.title == "Scrutiny reservation on 6"
    assert told is review.list.current_change()
    was, proposal = told.passages[:2]
    assert was.words == (
        (WordChange.EQUAL, "Each port shall name a person to whom complaints about noise can be sent."),
    )
    assert proposal.key == "1"
    assert (WordChange.DELETE, "about noise ") in proposal.words or (
        WordChange.DELETE,
        " about noise",
    ) in proposal.words


def test_a_figure_picks_the_place_and_the_next_is_at_hand(
    window: MainWindow, review: CarryoverView, paper: Noted, new: DocumentId
) -> None:
    press(window, review, Qt.Key.Key_1)
    (kept,) = paper.desk.annotations.for_place(Place(new, Address("para_6")))
    assert kept.kind is AnnotationKind.SCRUTINY_RESERVATION
    assert [told.title for told in waiting(review)] == ["Question on 7"]
    assert review.list.current_change() == waiting(review)[0]
    assert review.list.verticalScrollBar().value() == 0


def test_naught_says_that_it_belongs_nowhere(
    window: MainWindow, review: CarryoverView, paper: Noted, new: DocumentId
) -> None:
    press(window, review, Qt.Key.Key_0)
    assert not paper.desk.annotations.for_place(Place(new, Address("para_6")))
    told = next(row for row in review.list.rows.rows if isinstance(row, ChangeListRow) and "reservation" in row.title)
    assert told.outcome == "no place, as you decided"
    rows = review.list.rows.rows
    titles = [row.title for row in rows[: rows.index(told)] if isinstance(row, ChangeListHead)]
    assert titles[-1] == "Left on previous revision"
    press(window, review, Qt.Key.Key_Delete)
    assert not waiting(review)
    assert "Nothing to check" in review.count.text()


def test_an_answer_is_taken_back(window: MainWindow, review: CarryoverView, paper: Noted, new: DocumentId) -> None:
    press(window, review, Qt.Key.Key_1)
    window.ui.action_undo.trigger()
    settle(window)
    assert not paper.desk.annotations.for_place(Place(new, Address("para_6")))
    assert len(waiting(review)) == 2


def test_an_answer_can_be_another_one_later(
    window: MainWindow, review: CarryoverView, paper: Noted, new: DocumentId
) -> None:
    press(window, review, Qt.Key.Key_0)
    decided = next(
        row for row in review.list.rows.rows if isinstance(row, ChangeListRow) and "reservation" in row.title
    )
    review.list.select_key(decided.key)
    press(window, review, Qt.Key.Key_1)
    assert len(paper.desk.annotations.for_place(Place(new, Address("para_6")))) == 1


def test_a_figure_without_a_place_and_a_letter_do_nothing(window: MainWindow, review: CarryoverView) -> None:
    before = review.review
    press(window, review, Qt.Key.Key_9, Qt.Key.Key_X)
    assert review.review == before


def test_what_was_placed_is_not_taken_away_by_a_slip(
    window: MainWindow, review: CarryoverView, paper: Noted, new: DocumentId
) -> None:
    placed = next(
        row for row in review.list.rows.rows if isinstance(row, ChangeListRow) and row.title.startswith("Red line")
    )
    assert placed.place
    review.list.select_key(placed.key)
    press(window, review, Qt.Key.Key_Delete, Qt.Key.Key_0)
    assert paper.desk.annotations.for_place(Place(new, placed.place.address))


def test_j_and_k_go_through_all_past_the_heads(window: MainWindow, review: CarryoverView) -> None:
    told = [row for row in review.list.rows.rows if isinstance(row, ChangeListRow)]
    for expected in told[1:]:
        QTest.keyClick(review.list, Qt.Key.Key_J)
        assert review.list.current_change() == expected
    QTest.keyClick(review.list, Qt.Key.Key_J)
    assert review.list.current_change() == told[-1]
    for expected in told[-2::-1]:
        QTest.keyClick(review.list, Qt.Key.Key_K)
        assert review.list.current_change() == expected


def test_a_click_on_the_sign_of_a_place_picks_it(
    window: MainWindow, review: CarryoverView, paper: Noted, new: DocumentId, qtbot: QtBot
) -> None:
    rect = review.list.visualRect(review.list.currentIndex())
    spots = (
        (x, y)
        for y in range(rect.top(), rect.bottom(), 3)
        for x in range(rect.left(), rect.left() + 160, 3)
        if review.list.key_at(QPoint(x, y)) == "1"
    )
    x, y = next(spots)
    qtbot.mouseClick(review.list.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x + 4, y + 4))
    settle(window)
    assert len(paper.desk.annotations.for_place(Place(new, Address("para_6")))) == 1


def test_the_pane_shows_where_it_stands_and_names_the_document(
    window: MainWindow, review: CarryoverView, paper: Noted
) -> None:
    assert window.annotations.place == Place(paper.old, Address("para_6"))
    assert window.annotations.ui.place_label.text() == "ST 7001/26 · Paragraph 6"


def test_what_is_gone_is_listed_with_its_last_text(review: CarryoverView) -> None:
    gone = next(row for row in review.list.rows.rows if isinstance(row, ChangeListRow) and row.title == "Question on 5")
    assert gone.outcome == "paragraph deleted"
    assert gone.passages[0].words == (
        (WordChange.DELETE, "Ferries that call at islands are exempt from the quiet hours."),
    )


def test_with_nothing_to_carry_it_says_so(window: MainWindow, desk: Desk, held: DocumentId) -> None:
    view = window.revision_controller.open_review((held, held))
    settle(window)
    assert "nothing to carry over" in view.empty.text()
    assert view.empty.isVisible()
