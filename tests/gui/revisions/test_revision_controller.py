"""A revision arrives, and What changed is shown automatically."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QTextEdit, QWidget

from delegate_desk.core.annotations.annotation import AnnotationKind
from delegate_desk.core.documents.document import Address, DocumentId, Place
from delegate_desk.gui.reader.reader_view import ReaderView
from delegate_desk.gui.revisions.carryover_view import CarryoverView
from delegate_desk.gui.revisions.change_list_pages import ConsequencesView
from delegate_desk.gui.shell.family_tab import FamilyTab
from delegate_desk.gui.shell.main_window import MainWindow
from delegate_desk.gui.widgets.rows.change_list_model import ChangeListHead
from support.annotated_revision import FIRST, REVISION, Noted
from support.document_values import quiet_hours, take_in
from support.main_windows import change_rows, click, drop, in_front, run_action, save, settle, settled, show_document

VESSELS = Address("para_9")


def pages(window: MainWindow) -> list[ConsequencesView]:
    return window.tabs.pages(ConsequencesView)


def write_note(window: MainWindow, paper: Noted, address: Address | None = None) -> tuple[ReaderView, QWidget]:
    """Begin a note in the text; returns the text and the field."""
    reader = window.tabs.open_document(paper.old, address)
    settle(window)
    reader.setFocus()
    QTest.keyClick(reader, Qt.Key.Key_N)
    settle(window)
    note = QApplication.focusWidget()
    assert isinstance(note, QTextEdit | QPlainTextEdit)
    return reader, note


def after_check(window: MainWindow) -> ConsequencesView:
    """Go from Check notes, which comes first, to the page."""
    review = in_front(window, CarryoverView)
    click(window, review.changes_button)
    return in_front(window, ConsequencesView)


def test_a_revision_of_a_noted_document_carries_the_notes_and_opens_the_page(paper: Noted, window: MainWindow) -> None:
    drop(window, paper.file)
    assert not window.notices.isVisible()
    page = after_check(window)
    (kept,) = paper.desk.annotations.for_place(Place(page.new, Address("para_8")))
    assert kept.kind is AnnotationKind.RED_LINE
    assert pages(window) == [page]
    titles = [row.title for row in page.list.rows.rows]
    assert titles.index("Our red lines") < titles.index("Our proposals") < titles.index("Our proposal on 1")
    assert page.marking == "LIMITE"
    assert window.ui.marking_label.text() == "LIMITE"
    assert page.hasFocus() or page.list.hasFocus()
    window.ui.action_close_tab.trigger()
    drop(window, paper.file)
    assert not pages(window)


def test_a_document_without_a_predecessor_and_a_revision_of_one_without_notes_open_as_ever(
    window: MainWindow, tmp_path: Path
) -> None:
    drop(window, quiet_hours(tmp_path, name="first.txt", text=FIRST))
    assert isinstance(window.tabs.currentWidget(), ReaderView)
    drop(window, quiet_hours(tmp_path, name="revision.txt", text=REVISION))
    assert not pages(window)


def test_who_is_typing_is_told_and_not_interrupted(paper: Noted, window: MainWindow) -> None:
    window.ui.search_edit.setFocus()
    window.arrivals_controller.carry_over_to([paper.bring_in()])
    settle(window)
    assert not pages(window)
    assert "of a document we have notes on" in window.notices.head.text()
    click(window, window.notices.link)
    assert len(pages(window)) == 1


def test_a_file_that_comes_in_leaves_who_writes_a_note_at_it(paper: Noted, window: MainWindow) -> None:
    reader, note = write_note(window, paper)
    drop(window, paper.file)
    assert window.tabs.currentWidget() is reader
    assert QApplication.focusWidget() is note
    assert len(window.tabs.pages(ReaderView)) == 2
    assert not window.notices.isVisible(), "the strip says it"
    tab = window.tabs.front.current_tab()
    assert isinstance(tab, FamilyTab)
    assert tab.strip.text.text() == "REV 1 of 2 April 2026 is in the library."
    (page,) = pages(window)
    assert page in tab.views()
    click(window, tab.strip.link_buttons[1])
    assert after_check(window) is page


def test_a_note_that_is_being_written_as_the_revision_arrives_is_whole_on_it(paper: Noted, window: MainWindow) -> None:
    _, note = write_note(window, paper, VESSELS)
    QTest.keyClicks(note, "Keep the exem")
    drop(window, paper.file)
    QTest.keyClicks(note, "ption")
    settle(window)
    said = [one for one in paper.desk.annotations.all() if one.text.startswith("Keep")]
    assert [one.text for one in said] == ["Keep the exemption"] * 2
    assert said[0].place.document == paper.old != said[1].place.document


def test_of_several_the_one_with_most_of_ours_is_opened_and_the_rest_named(
    paper: Noted, window: MainWindow, tmp_path: Path
) -> None:
    other = FIRST.replace("7001/26", "7100/26").replace("6500/26", "6600/26")
    later = REVISION.replace("7001/1/26", "7100/1/26").replace("7001/26", "7100/26")
    old = take_in(paper.desk, quiet_hours(tmp_path, text=other))
    place = Place(old, Address("para_9"))
    paper.desk.annotations.save(paper.desk.annotations.new(place, AnnotationKind.RED_LINE, text="Small ones too."))
    drop(window, paper.file, quiet_hours(tmp_path, name="later.txt", text=later))
    front = after_check(window)
    assert front.old == paper.old
    assert window.notices.head.text().startswith("2 new revisions")
    assert "ST 7100/1/26 REV 1: 1 placed" in window.notices.text.text()
    click(window, window.notices.link)
    assert {page.old for page in pages(window)} == {paper.old, old}


def test_what_waits_on_an_earlier_of_several_revisions_is_reported_the_later(
    paper: Noted, window: MainWindow, tmp_path: Path
) -> None:
    later = REVISION.replace("7001/1/26 REV 1", "7001/2/26 REV 2").replace("2 April", "3 April")
    drop(window, paper.file, quiet_hours(tmp_path, name="later.txt", text=later))
    front = after_check(window)
    said = {line.split(":")[0]: line for line in window.notices.text.text().splitlines()}
    assert said["ST 7001/2/26 REV 2"].endswith("; 2 to check in ST 7001/1/26 REV 1")
    (newest,) = (held.id for held in paper.desk.documents.all() if held.name == "ST 7001/2/26 REV 2")
    review = settled(window, window.revision_controller.open_review((front.new, newest)))
    waits = ChangeListHead("To check in ST 7001/1/26 REV 1", 2, "once placed there, it is carried over here")
    assert review.list.rows.rows[0] == waits
    assert review.count.text() == "2 to check in ST 7001/1/26 REV 1"
    (one, _) = (item for item in paper.desk.carryover.find_carry(paper.old, front.new).items if item.is_open)
    decide = paper.desk.carryover.decide
    save(window, lambda: decide(paper.old, front.new, one.kind, one.key, one.proposals[0]))
    assert review.list.rows.rows[0] == ChangeListHead(waits.title, 1, waits.note)
    assert any(row.place == Place(newest, one.proposals[0]) for row in change_rows(review))
    page = settled(window, window.revision_controller.open_page((front.new, newest)))
    assert "1 to check in ST 7001/1/26 REV 1" in page.summary.text()
    click(window, page.review_button)
    assert window.tabs.currentWidget() is review


def test_why_a_file_was_refused_is_still_said(paper: Noted, window: MainWindow, tmp_path: Path) -> None:
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.4 nothing")
    drop(window, broken)
    said = window.notices.text.text()
    assert said
    new = paper.bring_in()
    window.arrivals_controller.carry_over_to([new], quiet=True)
    settle(window)
    assert said in window.notices.text.text()
    assert "ST 7001/1/26 REV 1" in window.notices.text.text()


def test_one_who_sits_in_a_meeting_is_told_and_stays(paper: Noted, window: MainWindow) -> None:
    (meeting,) = paper.desk.meetings.all()
    window.meeting_mode.open(meeting.id)
    settle(window)
    drop(window, paper.file)
    assert window.meeting_mode.is_on
    assert not pages(window)
    assert "we have notes on" in window.notices.head.text()


def test_the_commands_open_the_page_and_the_review(paper: Noted, window: MainWindow) -> None:
    new = paper.bring_in()
    show_document(window, new)
    run_action(window, window.ui.action_consequences)
    review = in_front(window, CarryoverView)
    run_action(window, window.ui.action_consequences)
    assert isinstance(window.tabs.currentWidget(), ConsequencesView)
    run_action(window, window.ui.action_carried)
    assert window.tabs.currentWidget() is review
    assert review.review
    assert review.review.carry.open_count == 2
    run_action(window, window.ui.action_carry)
    assert "2 to check" in window.notices.text.text()


def test_what_is_to_be_checked_is_shown_before_what_changed(paper: Noted, window: MainWindow) -> None:
    drop(window, paper.file)
    review = in_front(window, CarryoverView)
    (page,) = pages(window)
    for _ in range(2):
        pending = next(row for row in change_rows(review) if row.is_pending)
        review.list.select_key(pending.key)
        QTest.keyClick(review.list, Qt.Key.Key_0)
        settle(window)
    assert window.tabs.currentWidget() is page


def test_without_an_earlier_revision_it_is_said(held: DocumentId, window: MainWindow) -> None:
    show_document(window, held)
    run_action(window, window.ui.action_consequences)
    assert "no earlier revision of" in window.notices.head.text()


def test_the_page_goes_when_the_revision_goes(paper: Noted, window: MainWindow) -> None:
    drop(window, paper.file)
    (page,) = pages(window)
    new = page.new
    save(window, lambda: paper.desk.documents.remove(new))
    assert not pages(window)


def test_a_double_click_opens_the_paragraph_and_the_pane_follows(paper: Noted, window: MainWindow) -> None:
    drop(window, paper.file)
    page = after_check(window)
    red = next(row for row in change_rows(page) if row.title == "Red line on 3, now 4")
    page.list.select_key(red.key)
    settle(window)
    assert window.paragraph_file.place == red.place
    assert [card.annotation.kind for card in window.paragraph_file.cards] == [AnnotationKind.RED_LINE]
    middle = page.list.visualRect(page.list.currentIndex()).center()
    QTest.mouseDClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    settle(window)
    assert window.current_place() == red.place


def test_the_page_opens_for_the_document_chosen_where_none_is_in_front(paper: Noted, window: MainWindow) -> None:
    new = paper.bring_in()
    window.documents.reload()
    settle(window)
    window.documents.set_current(new)
    window.commands.update()
    run_action(window, window.ui.action_consequences)
    assert after_check(window).new == new


def test_a_stop_before_the_documents_are_sorted_carries_nothing_over(window: MainWindow, paper: Noted) -> None:
    new = paper.bring_in()
    window.arrivals_controller.carry_over_to([new])
    window.arrivals_controller.stop()
    settle(window)
    assert not window.desk.carryover.find_carry(paper.old, new).items
    window.arrivals_controller.carry_over_to([new])
    settle(window)
    assert window.desk.carryover.find_carry(paper.old, new).items
