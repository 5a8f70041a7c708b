"""The page on what changed for us."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocumentFragment
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from delegate_desk.core.annotations.annotation import AnnotationKind, AnnotationStatus
from delegate_desk.core.documents.document import Address, DocumentId, Place
from delegate_desk.core.positions.position import PositionEntry, Stance
from delegate_desk.core.word_diff import WordChange
from delegate_desk.desk import Desk
from delegate_desk.gui.positions.provision_editors import WordingEdit
from delegate_desk.gui.revisions.carryover_view import CarryoverView
from delegate_desk.gui.revisions.change_list_pages import ConsequencesView
from delegate_desk.gui.revisions.comparison_view import ComparisonView
from delegate_desk.gui.shell.main_window import MainWindow
from delegate_desk.gui.widgets import theme
from delegate_desk.gui.widgets.rows.change_list_model import ChangeListHead, ChangeListRow
from support.annotated_revision import Noted
from support.export_views import export_in_front, write
from support.main_windows import (
    action_point,
    badge,
    change_rows,
    click,
    in_front,
    run_action,
    save,
    settle,
    settled,
    show_document,
)
from support.meeting_steps import press
from support.present import present
from support.revision_chain import BACK, NEW, PORTS, QUIET, bring


@pytest.fixture
def page(window: MainWindow, paper: Noted, new: DocumentId) -> ConsequencesView:
    return settled(window, window.revision_controller.open_page((paper.old, new)))


def told(view: ConsequencesView, title: str) -> ChangeListRow:
    return next(row for row in change_rows(view) if row.title == title)


def heads(page: ConsequencesView) -> list[str]:
    """The heads of the groups, and the rows that unfold one."""
    rows = page.list.rows.rows
    return [row.title for row in rows if isinstance(row, ChangeListHead) or row.is_folded is not None]


def test_the_groups_come_by_what_matters_to_us_and_the_head_counts_what_was_carried(
    window: MainWindow, page: ConsequencesView
) -> None:
    assert heads(page) == [
        "Our red lines",
        "Our proposals",
        "Our reservations",
        "Notes and questions",
        "Other delegations’ proposals",
        "Requested in meetings and now in the text",
        "New paragraphs",
        "All other changes 3",
    ]
    one = told(page, "Our proposal on 1")
    assert one.outcome.replace("\u00a0", " ") == "taken on board · 100 %"
    assert (one.measure, one.role) == (1.0, "support")
    assert [passage.caption for passage in one.passages] == ["proposed", "now"]
    assert all((WordChange.INSERT, ", in particular at night") in passage.words for passage in one.passages)
    assert (WordChange.INSERT, "night", True) in one.counted_words
    assert one.comment == "People have to sleep."
    touched, safe = told(page, "Red line on 3, now 4"), told(page, "Red line on 9, now 8")
    assert (touched.outcome, touched.role) == ("affected", "red_line")
    assert "“must publish” — It has to stay." in touched.comment
    assert (safe.outcome, safe.role) == ("unaffected", "support")
    assert told(page, "Question on 5").outcome == "paragraph deleted"
    assert told(page, "Scrutiny reservation on 6").outcome == "to check"
    assert told(page, "Scrutiny reservation on 6").is_pending
    wish = next(row for row in change_rows(page) if row.outcome == "in the text")
    assert wish.title == "FR on 4"
    assert (WordChange.INSERT, "should publish") in wish.passages[0].words
    summary = QTextDocumentFragment.fromHtml(page.summary.text()).toPlainText()
    assert summary == "12 → 11 paragraphs: 1 added · 2 deleted · 6 reworded · 3 renumbered only"
    assert not page.nothing.isVisible()  # it says that nothing concerns us
    assert page.review_button.text() == "Check 2 notes"
    click(window, page.review_button)
    assert isinstance(window.tabs.currentWidget(), CarryoverView)


def test_other_changes_come_with_their_words_and_where_they_were(page: ConsequencesView) -> None:
    last = page.list.rows.rows[-1]
    assert isinstance(last, ChangeListRow)
    assert last.is_folded, "all other changes are folded"
    page.list.select_key(last.key)
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    rest = [row for row in change_rows(page) if row.key.startswith("fate")]
    assert page.list.current_change() in rest
    new = next(row for row in rest if row.label == "2")
    assert (new.outcome, new.passages[0].note) == ("added", "")
    moved = next(row for row in rest if row.label == "7")
    assert moved.outcome.startswith("reworded")
    assert moved.passages[0].note == "was 8"
    every = heads(page)
    page._show_kind("All other changes")
    assert heads(page) == ["All other changes"]
    assert page.kinds_button.text() == "All other changes ⌄"
    assert all(row.key.startswith("fate") for row in change_rows(page))
    page._show_kind("")
    assert heads(page) == every


def test_a_place_unfolds_its_group_what_is_current_stays_decisions_show_and_keys_write_on_its_paragraph(
    window: MainWindow, page: ConsequencesView
) -> None:
    page.follow(Address("para_7"))
    assert present(page.list.current_change()).place == Place(page.new, Address("para_7"))
    page.list.select_key(told(page, "Red line on 9, now 8").key)
    save(window, lambda: window.desk.positions.set_item(page.old, PositionEntry(Address("para_9"), Stance.OPPOSE)))
    assert page.list.current_change() == told(page, "Red line on 9, now 8")
    open_ = present(told(page, "Scrutiny reservation on 6").carried)
    save(window, lambda: window.desk.carryover.decide(page.old, page.new, open_.kind, open_.key, Address("para_6")))
    assert told(page, "Scrutiny reservation on 6").outcome == "affected"
    assert page.review_button.text() == "Check 1 note"
    page.list.select_key(told(page, "Red line on 3, now 4").key)
    settle(window)
    press(window, Qt.Key.Key_Y)
    assert window.desk.positions.get(page.new).entry_at(Address("para_4")).stance is Stance.SUPPORT
    page.list.select_key(told(page, "FR on 4").key)
    page.list.acted.emit(told(page, "FR on 4"), "draft")
    settle(window)
    assert isinstance(QApplication.focusWidget(), WordingEdit)


@pytest.mark.styled
def test_it_is_drawn_in_both_themes_and_in_a_narrow_window(window: MainWindow, page: ConsequencesView) -> None:
    grounds = []
    for choice in ("light", "dark"):
        theme.choose(choice)
        window.resize(1000, 700)
        settle(window)
        image = page.list.viewport().grab().toImage()
        grounds.append(image.pixelColor(2, image.height() - 2).lightness())
        assert len({image.pixel(x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 5)}) > 20
    assert grounds[0] > 200 > 100 > grounds[1]


def test_a_paragraph_says_what_was_said_and_where_a_note_comes_from(
    window: MainWindow, paper: Noted, new: DocumentId
) -> None:
    show_document(window, new, Address("para_4"))
    pane = window.paragraph_file
    (card,) = pane.cards
    assert card.annotation.kind is AnnotationKind.RED_LINE
    assert "from ST 7001/26, paragraph 3" in card.origin_label.text()
    assert "quoted words deleted" in card.origin_label.text()
    (said,) = [one for one in pane.others.body.findChildren(QLabel) if "FR" in one.accessibleName()]
    assert "on ST 7001/26, paragraph 3" in said.text()
    card.origin_label.linkActivated.emit(f"{paper.old} para_3")
    settle(window)
    assert window.current_place() == Place(paper.old, Address("para_3"))
    (said,) = [one for one in pane.others.body.findChildren(QLabel) if "FR" in one.accessibleName()]
    assert "ST 7001/26" not in said.text()


def test_uptake_is_drawn_beside_the_wording(window: MainWindow, paper: Noted, new: DocumentId) -> None:
    view = settled(window, window.position_controller.open(paper.old))
    (provision,) = view.provisions
    assert provision.adoption_line.isVisible()
    assert "taken" in provision.adoption_line.accessibleName()
    assert "ST 7001/1/26 REV 1" in provision.adoption_line.accessibleName()
    view = settled(window, window.position_controller.open(new))
    assert not any(provision.adoption_line.isVisible() for provision in view.provisions)


def test_ctrl_e_shows_the_page_and_writes_it_to_word(
    window: MainWindow, page: ConsequencesView, tmp_path: Path, qapp: QApplication
) -> None:
    run_action(window, window.ui.action_export)
    view = export_in_front(window)
    assert "in particular at night" in view.pages.text()
    assert view.state().marking == "LIMITE"
    assert "not for circulation" in view.side.internal_label.text()
    assert not view.side.audience_combo.isVisible()
    write(window, view, tmp_path / "page.docx")
    assert (tmp_path / "page.docx").read_bytes().startswith(b"PK")
    write(window, view, tmp_path / "page.html")
    assert "in particular at night" in (tmp_path / "page.html").read_text(encoding="utf-8")
    view.closed.emit()
    assert window.tabs.currentWidget() is page
    window.revision_controller.copy_for_mail((page.old, page.new))
    settle(window)
    data = qapp.clipboard().mimeData()
    assert "in particular at night" in data.text()
    assert data.hasHtml()
    assert "to the capital" in window.notices.text.text()


def test_the_current_row_shows_its_keys_enter_keeps_it_and_x_is_done_with_it_and_both_fold_and_are_undone(
    window: MainWindow, page: ConsequencesView, paper: Noted, new: DocumentId
) -> None:
    page.list.select_key(told(page, "Red line on 3, now 4").key)
    row = present(page.list.current_change())
    assert [(action.name, action.key) for action in row.actions] == [("keep", "Enter"), ("draft", "D"), ("done", "X")]
    settle(window)
    hint = "J K move · Enter keep · D draft on this paragraph · X done"
    assert window.ui.document_label.text() == f"5 to check · {hint}"
    assert [action.name for action in told(page, "Scrutiny reservation on 6").actions] == ["check"]
    assert [action.name for action in told(page, "FR on 4").actions] == ["open", "draft"]
    page.list.select_key(told(page, "Red line on 3, now 4").key)
    QTest.keyClick(page.list, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(window)
    assert window.tabs.currentWidget() is page
    assert window.tabs.reader_for_document(new) is not None
    page.list.select_key(told(page, "Red line on 3, now 4").key)
    press(window, Qt.Key.Key_Return)
    (kept,) = paper.desk.annotations.for_place(Place(new, Address("para_4")))
    assert kept.status is AnnotationStatus.OPEN
    assert heads(page)[-1] == "Done 1"
    assert page.list.current_change() == told(page, "Red line on 9, now 8"), "the next is current"
    assert badge(window) == "4"
    assert window.notices.head.text() == "Kept: Red line on 3, now 4"
    press(window, Qt.Key.Key_X)
    (finished,) = paper.desk.annotations.for_place(Place(new, Address("para_8")))
    assert finished.status is AnnotationStatus.DONE
    assert heads(page)[-1] == "Done 2"
    assert heads(page)[0] == "Our proposals"
    press(window, Qt.Key.Key_End)
    press(window, Qt.Key.Key_Return)
    row = present(page.list.current_change())
    assert (row.title, row.outcome, row.actions[0].name) == ("Red line on 3, now 4", "affected", "open")
    press(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.notices.head.text() == "Undone: mark as done in ST 7001/1/26 REV 1"
    (again,) = paper.desk.annotations.for_place(Place(new, Address("para_8")))
    assert again.status is AnnotationStatus.OPEN
    press(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert [head for head in heads(page) if head.startswith("Done")] == []
    assert badge(window) == "5"


@pytest.mark.styled
@pytest.mark.parametrize(("name", "width"), [("keep", 1440), ("done", 1440), ("done", 720)])
def test_the_actions_of_a_row_are_clicked(window: MainWindow, page: ConsequencesView, name: str, width: int) -> None:
    window.resize(width, 800)
    page.list.select_key(told(page, "Our proposal on 1").key)
    settle(window)
    QTest.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=action_point(page.list, name))
    settle(window)
    assert heads(page)[-1] == "Done 1"
    page.list.go_to_row(present(page.list.rows.find("unfold Done")))
    spot = page.list.visualRect(page.list.currentIndex()).center()
    QTest.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert page.list.current_change() == told(page, "Our proposal on 1")


def test_without_items_to_check_the_view_has_no_badge(window: MainWindow, paper: Noted, new: DocumentId) -> None:
    carried = paper.desk.carryover.find_carry(paper.old, new)
    for item in carried.items:
        paper.desk.carryover.mark_done(paper.old, new, item.kind, item.key, is_kept=True)
        if item.is_open:
            paper.desk.carryover.decide(paper.old, new, item.kind, item.key, None)
    show_document(window, new)
    assert badge(window) == ""


def test_notes_are_listed_with_the_questions_if_they_are_affected(
    window: MainWindow, paper: Noted, new: DocumentId
) -> None:
    paper.note("para_3", AnnotationKind.NOTE, "Raised on Monday.")
    paper.note("para_9", AnnotationKind.NOTE, "Nothing happened here.")
    view = settled(window, window.revision_controller.open_page((paper.old, new)))
    titles = [row.title for row in change_rows(view)]
    assert "Note on 3, now 4" in titles or "Note on 3" in titles
    assert not [title for title in titles if title.startswith("Note on 9")]


@pytest.mark.parametrize(
    ("texts", "first", "said", "keys"),
    [
        ((NEW, PORTS, QUIET, BACK), 1, "", [Qt.Key.Key_Backtab, Qt.Key.Key_Backtab]),
        ((PORTS, QUIET, BACK), 4, " 3 paragraphs were renumbered.", [Qt.Key.Key_Tab]),
    ],
)
def test_where_nothing_concerns_us_it_says_so_and_leads_to_all_changes(
    window: MainWindow, desk: Desk, tmp_path: Path, texts: tuple[str, ...], first: int, said: str, keys: list[Qt.Key]
) -> None:
    pair = bring(desk, tmp_path, PORTS, QUIET, BACK), bring(desk, tmp_path, *texts, revision=1, first=first)
    view = settled(window, window.revision_controller.open_page(pair))
    told = QTextDocumentFragment.fromHtml(view.nothing.text()).toPlainText()
    assert told == f"Nothing that concerns us changed.{said} All changes"
    assert view.list.isVisible() is view.summary.isVisible() is (not said)
    assert (view.state().text == "What changed for us") is bool(said)
    view.setFocus()
    for key in [*keys, Qt.Key.Key_Return]:
        press(window, key)
    compared = in_front(window, ComparisonView)
    assert (compared.old, compared.new) == pair
