"""The items carried over, reviewed by keys."""

import itertools
from pathlib import Path

import docx
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from delegate_desk.core.annotations.annotation import AnnotationKind
from delegate_desk.core.documents.document import Address, DocumentId, Place
from delegate_desk.core.positions.export_options import ExportKind, ExportOptions
from delegate_desk.core.positions.position import PositionEntry, Stance
from delegate_desk.core.word_diff import WordChange
from delegate_desk.desk import Desk
from delegate_desk.gui.revisions.carryover_view import CarryoverView
from delegate_desk.gui.revisions.change_list_pages import ConsequencesView
from delegate_desk.gui.shell import edit_controllers
from delegate_desk.gui.shell.main_window import MainWindow
from delegate_desk.gui.widgets.rows.change_list_model import ChangeListHead, ChangeListRow
from support.annotated_revision import Noted
from support.main_windows import action_point, badge, change_rows, in_front, run_action, settle, settled
from support.present import present
from support.revision_chain import BACK, FOURTH, NEW, PORTS, POWER, QUIET, SECOND, THIRD, bring, carry, note


@pytest.fixture
def review(window: MainWindow, paper: Noted, new: DocumentId) -> CarryoverView:
    return settled(window, window.revision_controller.open_review((paper.old, new)))


def press(window: MainWindow, view: CarryoverView | ConsequencesView, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(view.list, key)
        settle(window)


def titled(view: CarryoverView | ConsequencesView, words: str) -> ChangeListRow:
    return next(row for row in change_rows(view) if words in row.title)


def waiting(view: CarryoverView) -> list[ChangeListRow]:
    return [row for row in change_rows(view) if row.is_pending]


def test_what_waits_stands_first_with_its_places_and_what_is_gone_with_its_last_text(
    window: MainWindow, review: CarryoverView, paper: Noted
) -> None:
    first, reservation = review.list.rows.rows[:2]
    assert first == ChangeListHead("To check", 2)
    assert reservation.title == "Scrutiny reservation on 6"
    assert reservation is review.list.current_change()
    was, proposal = reservation.passages[:2]
    assert was.words == (
        (WordChange.EQUAL, "Each port shall name a person to whom complaints about noise can be sent."),
    )
    assert proposal.key == "1"
    assert (WordChange.DELETE, "about noise ") in proposal.words or (
        WordChange.DELETE,
        " about noise",
    ) in proposal.words
    assert window.paragraph_file.place == Place(paper.old, Address("para_6"))
    assert window.paragraph_file.place_label.text() == "ST 7001/26 · Paragraph 6"
    gone = titled(review, "Question on 5")
    assert gone.outcome == "paragraph deleted"
    assert gone.passages[0].words == (
        (WordChange.DELETE, "Ferries that call at islands are exempt from the quiet hours."),
    )
    before = review.review
    press(window, review, Qt.Key.Key_9, Qt.Key.Key_X)
    assert review.review == before
    rows = change_rows(review)
    for expected in rows[1:]:
        QTest.keyClick(review.list, Qt.Key.Key_J)
        assert review.list.current_change() == expected
    QTest.keyClick(review.list, Qt.Key.Key_J)
    assert review.list.current_change() == rows[-1]
    for expected in rows[-2::-1]:
        QTest.keyClick(review.list, Qt.Key.Key_K)
        assert review.list.current_change() == expected


@pytest.mark.styled
@pytest.mark.parametrize("key", [Qt.Key.Key_1, Qt.Key.Key_Ampersand], ids=["figure", "French keyboard"])
def test_a_figure_picks_the_place_and_the_next_is_current_until_that_is_undone(
    window: MainWindow, review: CarryoverView, paper: Noted, new: DocumentId, key: Qt.Key
) -> None:
    if key == Qt.Key.Key_1:
        press(window, review, key)
    else:
        alone = Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(review.list, QKeyEvent(QEvent.Type.KeyPress, key, alone, 10, 0, 0, "&"))
        settle(window)
    (kept,) = paper.desk.annotations.for_place(Place(new, Address("para_6")))
    assert kept.kind is AnnotationKind.SCRUTINY_RESERVATION
    assert [row.title for row in waiting(review)] == ["Question on 7"]
    assert review.list.current_change() == waiting(review)[0]
    assert review.list.verticalScrollBar().value() == 0
    run_action(window, window.ui.action_undo)
    assert not paper.desk.annotations.for_place(Place(new, Address("para_6")))
    assert len(waiting(review)) == 2


def test_naught_says_that_it_belongs_nowhere(window: MainWindow, review: CarryoverView, new: DocumentId) -> None:
    press(window, review, Qt.Key.Key_0)
    assert not window.desk.annotations.for_place(Place(new, Address("para_6")))
    decided = titled(review, "reservation")
    assert decided.outcome == "no place, as you decided"
    rows = review.list.rows.rows
    titles = [row.title for row in rows[: rows.index(decided)] if isinstance(row, ChangeListHead)]
    assert titles[-1] == "Left on previous revision"
    press(window, review, Qt.Key.Key_Delete)
    assert not waiting(review)
    assert "Nothing to check" in review.count.text()


def test_what_was_placed_is_not_taken_away_by_a_slip(
    window: MainWindow, review: CarryoverView, paper: Noted, new: DocumentId
) -> None:
    placed = titled(review, "Red line")
    assert placed.place
    review.list.select_key(placed.key)
    press(window, review, Qt.Key.Key_Delete, Qt.Key.Key_0)
    assert paper.desk.annotations.for_place(Place(new, placed.place.address))
    press(window, review, Qt.Key.Key_0)
    review.list.select_key(titled(review, "reservation").key)
    press(window, review, Qt.Key.Key_1)
    assert len(paper.desk.annotations.for_place(Place(new, Address("para_6")))) == 1


@pytest.mark.styled
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


def test_with_nothing_to_carry_it_says_so(window: MainWindow, held: DocumentId) -> None:
    view = settled(window, window.revision_controller.open_review((held, held)))
    assert "nothing to carry over" in view.empty.text()
    assert view.empty.isVisible()


@pytest.fixture
def three(desk: Desk, tmp_path: Path) -> list[DocumentId]:
    """A document and two revisions, the first of which deleted a paragraph with a red line and an entry of ours."""
    several = ((PORTS, QUIET, POWER, BACK), (PORTS, QUIET, BACK), (NEW, PORTS, QUIET, BACK))
    made = [bring(desk, tmp_path, *paragraphs, revision=n) for n, paragraphs in enumerate(several)]
    note(desk, made[0], THIRD, "Power is ours.", "shore power")
    note(desk, made[0], SECOND, "Quiet is ours.")
    desk.positions.set_item(
        made[0], PositionEntry(THIRD, Stance.SUPPORT_IF, POWER.replace("a price", "a fair price"), "Fair.")
    )
    carry(desk, *made[:2])
    carry(desk, *made[1:])
    return made


@pytest.fixture
def page(window: MainWindow, three: list[DocumentId]) -> ConsequencesView:
    return settled(window, window.revision_controller.open_page((three[1], three[2])))


def deleted(view: ConsequencesView | CarryoverView) -> list[ChangeListRow]:
    rows = view.list.rows.rows
    heads = [n for n, row in enumerate(rows) if isinstance(row, ChangeListHead)] + [len(rows)]
    for at, end in itertools.pairwise(heads):
        head = rows[at]
        if isinstance(head, ChangeListHead) and head.title == "Deleted by an earlier revision":
            assert head.count == end - at - 1
            return [row for row in rows[at:end] if isinstance(row, ChangeListRow)]
    return []


def test_the_page_lists_it_the_red_line_first(
    page: ConsequencesView, three: list[DocumentId], window: MainWindow
) -> None:
    red, ours = deleted(page)
    assert (red.title, red.outcome) == ("Red line on 3", "deleted in ST 7001/1/26 REV 1")
    assert red.comment == "“shore power” — Power is ours."
    assert (ours.title, ours.comment) == ("Support if amended on 3", "Fair.")
    assert (red.place, red.before) == (None, Place(three[0], THIRD))
    assert "Red line on 3" in red.accessible_text()
    before = page.list.rows.rows
    menus = {
        row.key: page.list._menu_for_index(page.list.rows.index(n))
        for n, row in enumerate(before)
        if isinstance(row, ChangeListRow)
    }
    offering = {key for key, menu in menus.items() if menu and any("Done" in one.text() for one in menu.actions())}
    carried = {row.key for row in change_rows(page) if row.carried is not None}
    assert offering == carried > {row.key for row in deleted(page)}
    page.list.select_key(next(row.key for row in change_rows(page) if row.earlier is None))
    press(window, page, Qt.Key.Key_0)
    assert page.list.rows.rows == before


def test_what_is_in_the_text_again_says_where(window: MainWindow, three: list[DocumentId], tmp_path: Path) -> None:
    back = bring(window.desk, tmp_path, NEW, PORTS, QUIET, POWER, BACK, revision=3)
    carry(window.desk, three[2], back)
    view = settled(window, window.revision_controller.open_page((three[2], back)))
    red, ours = deleted(view)
    assert (red.title, red.outcome, red.place) == ("Red line on 3, now 4", "in the text again", Place(back, FOURTH))
    assert [passage.caption for passage in ours.passages] == ["now", "proposed"]
    assert not red.can_be_done


def test_one_key_marks_it_as_done_and_undo_takes_that_back(window: MainWindow, page: ConsequencesView) -> None:
    window.documents.reload()
    settle(window)
    assert badge(window) == "2"
    page.list.select_key(deleted(page)[0].key)
    press(window, page, Qt.Key.Key_X)
    assert [row.title.endswith("on 3") for row in deleted(page)] == [True]
    assert badge(window) == "1"
    assert window.notices.head.text() == "Done: Red line on 3"
    page.list.select_key("unfold Done")
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    done = present(page.list.current_change())
    assert (done.title, done.outcome) == ("Red line on 3", "deleted in ST 7001/1/26 REV 1")
    assert [action.name for action in done.actions] == ["open"]
    edit = present(window.desk.history.next_undo())
    assert edit_controllers.describe_edit(edit, window.desk) == "mark as done of what ST 7001/1/26 REV 1 deleted"
    page.list.select_key(deleted(page)[0].key)
    press(window, page, Qt.Key.Key_0)
    assert deleted(page) == []
    assert page.list.rows.find("unfold Done") is not None
    assert badge(window) == ""
    run_action(window, window.ui.action_undo)
    assert len(deleted(page)) == 1
    run_action(window, window.ui.action_undo)
    assert len(deleted(page)) == 2
    assert page.list.rows.find("unfold Done") is None
    assert badge(window) == "2"


def test_the_review_lists_it_too(window: MainWindow, three: list[DocumentId]) -> None:
    view = settled(window, window.revision_controller.open_review((three[1], three[2])))
    assert deleted(view)[0].title == "Red line on 3"
    view.list.select_key(deleted(view)[0].key)
    press(window, view, Qt.Key.Key_0)
    assert len(deleted(view)) == 1


def test_it_can_be_done_with_the_revision_that_deletes_it(window: MainWindow, three: list[DocumentId]) -> None:
    view = settled(window, window.revision_controller.open_review((three[0], three[1])))
    view.list.select_key(titled(view, "Red line on 3").key)
    press(window, view, Qt.Key.Key_0)
    assert titled(view, "Red line on 3").outcome == "no place, as you decided"
    later = window.desk.carryover.find_carry(three[1], three[2]).earlier
    assert [one.carried.key for one in later] == [THIRD]


def test_a_revision_that_brings_nothing_else_opens_the_page(window: MainWindow, desk: Desk, tmp_path: Path) -> None:
    zero = bring(desk, tmp_path, PORTS, QUIET, POWER)
    note(desk, zero, THIRD)
    carry(desk, zero, bring(desk, tmp_path, PORTS, QUIET, revision=1))
    two = bring(desk, tmp_path, PORTS, QUIET, NEW, revision=2)
    window.arrivals_controller.carry_over_to([two])
    view = in_front(window, ConsequencesView)
    assert [row.title for row in deleted(view)] == ["Red line on 3"]


@pytest.mark.parametrize(
    ("labels", "head", "in_which"),
    [
        ("en", "Deleted by an earlier revision", "deleted in ST 7001/1/26 REV 1"),
        ("el", "Διαγράφηκαν από προηγούμενη αναθεώρηση", "διαγράφηκε στο ST 7001/1/26 REV 1"),
        ("fr", "Supprimés par une révision antérieure", "supprimé dans ST 7001/1/26 REV 1"),
    ],
)
def test_the_word_file_and_the_mail_list_it(
    page: ConsequencesView, desk: Desk, tmp_path: Path, labels: str, head: str, in_which: str
) -> None:
    found = present(page.page).consequences
    target = tmp_path / "changed.docx"
    desk.export.write(found, ExportKind.CONSEQUENCES, target, ExportOptions(labels=labels))
    lines = [paragraph.text for paragraph in docx.Document(str(target)).paragraphs]
    at = lines.index(head)
    assert in_which in lines[at + 1]
    assert any("Power is ours." in line for line in lines[at:])
    assert any("a fair price" in line for line in lines[at:])
    mail = desk.export.mail(found, ExportKind.CONSEQUENCES, ExportOptions(labels=labels))
    for text in (mail.text, mail.html):
        assert head in text
        assert in_which in text


@pytest.mark.parametrize(("key", "placed"), [(Qt.Key.Key_1, True), (Qt.Key.Key_0, False)])
def test_a_paragraph_much_like_it_is_offered_in_the_review(
    window: MainWindow, three: list[DocumentId], desk: Desk, tmp_path: Path, key: Qt.Key, placed: bool
) -> None:
    alike = POWER.replace("its cost", "half of its cost").replace("the hours", "quiet hours")
    back = bring(desk, tmp_path, NEW, PORTS, QUIET, alike, BACK, revision=3)
    carry(desk, three[2], back)
    view = settled(window, window.revision_controller.open_review((three[2], back)))
    first = present(view.list.current_change())
    assert (first.title, first.outcome, first.is_pending) == ("Red line on 3", "perhaps back, to check", True)
    press(window, view, key)
    notes = {note.text for note in desk.annotations.for_document(back)}
    assert ("Power is ours." in notes) is placed
    assert [row.title for row in deleted(view)] == ([] if placed else ["Red line on 3"])


def test_several_notes_are_checked_in_one_go_without_waiting(
    window: MainWindow, review: CarryoverView, paper: Noted, new: DocumentId
) -> None:
    QTest.keyClick(review.list, Qt.Key.Key_1)
    press(window, review, Qt.Key.Key_1)
    kinds = {note.kind for note in paper.desk.annotations.for_place(Place(new, Address("para_6")))}
    assert kinds == {AnnotationKind.SCRUTINY_RESERVATION, AnnotationKind.QUESTION}
    assert isinstance(window.tabs.currentWidget(), ConsequencesView)


@pytest.mark.styled
def test_the_current_row_shows_that_it_may_have_no_place_and_a_click_says_so(
    window: MainWindow, review: CarryoverView, qtbot: QtBot
) -> None:
    row = present(review.list.current_change())
    assert [(action.text, action.key) for action in row.actions] == [("Show", "Enter"), ("No place", "0")]
    qtbot.mouseClick(review.list.viewport(), Qt.MouseButton.LeftButton, pos=action_point(review.list, "none"))
    settle(window)
    assert [row.title for row in waiting(review)] == ["Question on 7"]
