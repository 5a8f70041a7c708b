"""Wherever an old revision is open, the window says that there is a newer one."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from delegate_desk.core.changes import Changes
from delegate_desk.core.documents.document import DocumentId, Place
from delegate_desk.desk import Desk
from delegate_desk.gui.annotations.annotation_browser import BrowserView
from delegate_desk.gui.annotations.annotation_list import GroupHead
from delegate_desk.gui.positions.positions_view import PositionsView
from delegate_desk.gui.reader.reader_view import ReaderView
from delegate_desk.gui.revisions.carryover_view import CarryoverView
from delegate_desk.gui.shell.document_bar import DocumentStrip
from delegate_desk.gui.shell.family_tab import FamilyTab
from delegate_desk.gui.shell.main_window import MainWindow
from delegate_desk.gui.widgets import accessibility, theme
from delegate_desk.gui.widgets.rows.change_list_model import ChangeListRow
from support.annotated_revision import FIRST, Noted, Pair
from support.document_values import quiet_hours, take_in
from support.main_windows import (
    click,
    current_reader,
    current_tab,
    drop,
    in_front,
    open_position,
    save,
    settle,
    show_document,
)

GREEK = """Συμβούλιο της Ευρωπαϊκής Ένωσης

Βρυξέλλες, 3 Μαΐου 2026
(OR. en)

7001/1/26 REV 1

ΣΗΜΕΙΩΜΑ

Αποστολέας: Προεδρία
Αποδέκτης: Αντιπροσωπίες
Θέμα: Σχέδιο συμπερασμάτων σχετικά με τις ώρες ησυχίας στους λιμένες

1. Το Συμβούλιο σημειώνει ότι ο θόρυβος από τα πλοία ενοχλεί όσους κατοικούν κοντά στους λιμένες.

2. Το Συμβούλιο καλεί τα κράτη μέλη να ορίσουν ώρες ησυχίας για τα πλοία στους λιμένες.
"""
SAID = "REV 1 of 2 April 2026 is in the library."


def another(desk: Desk, folder: Path, reference: str) -> DocumentId:
    """Import the document again under another reference, without the window."""
    text = FIRST.replace("7001/26", reference, 1).replace("4 March 2026", "3 May 2026")
    return take_in(desk, quiet_hours(folder, name=f"{reference.replace('/', ' ')}.txt", text=text))


def in_greek(desk: Desk) -> DocumentId:
    """Import the document of ``FIRST`` in Greek."""
    return take_in(desk, quiet_hours(desk.folder, name="el.txt", text=GREEK.replace("7001/1/26 REV 1", "7001/26")))


def strip(window: MainWindow) -> DocumentStrip:
    """Return the strip of the current tab."""
    return current_tab(window).strip


def said(window: MainWindow) -> str:
    """The text of the strip of the current tab; empty if there is none."""
    tab = window.tabs.front.current_tab()
    return tab.strip.text.text() if isinstance(tab, FamilyTab) and tab.strip.isVisible() else ""


def status(window: MainWindow) -> str:
    return window.ui.superseded_label.text()


def contributions(window: MainWindow, document: DocumentId) -> None:
    from delegate_desk.gui.contributions.contributions_view import ContributionsView

    window.tabs.show_page(ContributionsView(window.desk, window.tasks, document), "Written comments")


OPENED: dict[str, Callable[[MainWindow, DocumentId], object]] = {
    "text": lambda window, old: window.open_document(old),
    "position": lambda window, old: window.open_position(old),
    "written comments": contributions,
    "another document compared": lambda window, old: window.comparison_controller.open(
        old, another(window.desk, Path(window.desk.folder), "7900/26")
    ),
    "two languages": lambda window, old: window.comparison_controller.open(old, in_greek(window.desk)),
    "what changed": lambda window, old: window.revision_controller.open_page((old, old)),
    "carried over": lambda window, old: window.revision_controller.open_review((old, old)),
}


def test_every_view_of_an_old_revision_says_so(pair: Pair, window: MainWindow) -> None:
    settle(window)
    for view, show in OPENED.items():
        show(window, pair[0])
        settle(window)
        assert "REV 1 of 2 April 2026 is in the library" in said(window), view
        assert status(window) == "superseded by REV 1", view


def test_the_newest_and_a_comparison_with_it_say_nothing_and_one_of_older_ones_does(
    pair: Pair, window: MainWindow, tmp_path: Path
) -> None:
    for view in ("text", "position", "written comments"):
        OPENED[view](window, pair[1])
        settle(window)
        assert said(window) == status(window) == "", view
    window.comparison_controller.open(*pair)
    settle(window)
    assert said(window) == ""
    another(window.desk, tmp_path, "7001/2/26 REV 2")
    drop(window, quiet_hours(tmp_path, name="other.txt", text=FIRST.replace("7001/26", "7555/26")))
    window.comparison_controller.open(*pair)
    settle(window)
    assert said(window) == "ST 7001/2/26 REV 2 of 3 May 2026 is in the library."


def test_the_meeting_says_so_over_its_text(pair: Pair, window: MainWindow) -> None:
    (meeting,) = window.desk.meetings.all()
    window.meeting_mode.open(meeting.id)
    settle(window)
    window.meeting_mode.go_to_place(Place(pair[0], ""))  # type: ignore[arg-type]
    settle(window)
    assert said(window) == SAID
    assert status(window) == "superseded by REV 1"


def test_it_comes_with_the_revision_and_goes_with_it(window: MainWindow, tmp_path: Path) -> None:
    drop(window, quiet_hours(tmp_path, name="first.txt", text=FIRST))
    old = window.tabs.currentWidget()
    assert said(window) == ""
    new = another(window.desk, tmp_path, "7001/1/26 REV 1")
    drop(window, quiet_hours(tmp_path, name="aside.txt", text=FIRST.replace("7001/26", "7555/26")))
    assert old is not None
    window.tabs.setCurrentWidget(old)
    settle(window)
    assert said(window) == "REV 1 of 3 May 2026 is in the library."
    save(window, lambda: window.desk.documents.remove(new))
    assert said(window) == status(window) == ""
    save(window, lambda: window.desk.documents.restore(new))
    assert said(window) == "REV 1 of 3 May 2026 is in the library."


def test_a_revision_in_another_language_alone_is_said_to_be(paper: Noted, window: MainWindow, tmp_path: Path) -> None:
    drop(window, quiet_hours(tmp_path, name="el.txt", text=GREEK))
    show_document(window, paper.old)
    assert said(window) == "REV 1 of 3 May 2026 is in the library, only in: Greek."
    click(window, strip(window).link_buttons[0])
    reader = current_reader(window)
    held = reader.library_document()
    assert held is not None
    assert (held.name, held.header.language) == ("ST 7001/1/26 REV 1", "el")


def test_an_addition_or_another_family_supersedes_nothing(paper: Noted, window: MainWindow, tmp_path: Path) -> None:
    for reference in ("7001/26 ADD 1", "7001/26 COR 1", "7002/1/26 REV 1", "7001/25 REV 1"):
        another(paper.desk, tmp_path, reference)
    drop(window, quiet_hours(tmp_path, name="aside.txt", text=FIRST.replace("7001/26", "7555/26")))
    show_document(window, paper.old)
    assert said(window) == ""


def test_in_a_low_window_it_takes_the_place_of_the_breadcrumb(pair: Pair, window: MainWindow) -> None:
    window.resize(1366, 740)
    show_document(window, pair[0])
    reader = current_reader(window)
    assert reader.ui.views_bar.isAncestorOf(strip(window))
    assert not reader.ui.breadcrumb.isVisible()
    assert said(window) == SAID
    open_position(window, pair[0])
    assert said(window) == SAID
    assert not reader.isAncestorOf(strip(window))
    show_document(window, pair[0])
    click(window, strip(window).close_button)
    assert reader.ui.breadcrumb.isVisible()
    window.resize(1366, 900)
    settle(window)
    assert not reader.isAncestorOf(strip(window))


def test_it_opens_the_newer_one_at_the_same_place(pair: Pair, window: MainWindow, qtbot: QtBot) -> None:
    settle(window)
    show_document(window, pair[0])
    reader = current_reader(window)
    reader.go_to("para_5")
    line = strip(window)
    assert line.link_buttons[0].text() == "Open REV 1"
    qtbot.mouseClick(line.link_buttons[0], Qt.MouseButton.LeftButton)
    settle(window)
    opened = current_reader(window)
    assert opened.place() == Place(pair[1], "para_5")  # type: ignore[arg-type]


def test_it_opens_the_position_from_a_position_and_leads_to_what_changed_for_us(pair: Pair, window: MainWindow) -> None:
    open_position(window, pair[0])
    click(window, strip(window).link_buttons[0])
    assert in_front(window, PositionsView).document == pair[1]
    open_position(window, pair[0])
    click(window, strip(window).link_buttons[1])
    page = in_front(window, CarryoverView)  # with notes to check first
    assert (page.old, page.new) == pair


def test_it_is_reached_by_keys_and_closed_in_every_view_but_not_in_the_status_bar(
    pair: Pair, window: MainWindow, qtbot: QtBot
) -> None:
    settle(window)
    window.open_position(pair[0])
    show_document(window, pair[0])
    reader = current_reader(window)
    line = strip(window)
    seen: list[QWidget | None] = []
    for _ in range(60):
        accessibility.step_focus(window, forward=True)
        seen.append(QApplication.focusWidget())
    stops = [*line.link_buttons, line.close_button]
    at = [seen.index(stop) for stop in stops]
    assert at == list(range(at[0], at[0] + 3))
    line.close_button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(line.close_button, Qt.Key.Key_Space)
    assert said(window) == ""
    assert reader.paper.hasFocus()
    assert status(window) == "superseded by REV 1"
    open_position(window, pair[0])
    assert said(window) == ""


def test_another_language_of_the_newer_revision_is_told_after_the_strip_was_closed(
    pair: Pair, window: MainWindow, tmp_path: Path
) -> None:
    show_document(window, pair[0])
    strip(window).close_button.click()
    assert said(window) == ""
    drop(window, quiet_hours(tmp_path, name="el.txt", text=GREEK))
    show_document(window, pair[0])
    assert said(window) == SAID
    strip(window).close_button.click()
    assert said(window) == ""


def test_it_is_told_once_to_those_who_listen(pair: Pair, window: MainWindow, qtbot: QtBot) -> None:
    heard: list[tuple[str, bool]] = []
    accessibility.announced.connect(lambda text, is_urgent: heard.append((text, is_urgent)))
    settle(window)
    for _ in range(2):
        show_document(window, pair[0])
        qtbot.wait(300)
        open_position(window, pair[0])
        qtbot.wait(300)
    qtbot.waitUntil(lambda: SAID in dict(heard))
    assert [is_urgent for text, is_urgent in heard if text == SAID] == [False]
    assert strip(window).accessibleName() == SAID


@pytest.mark.styled
@pytest.mark.parametrize("width", [300, 480, 700, 1200])
@pytest.mark.parametrize("look", ["light", "dark", "contrast"])
def test_it_takes_the_lines_that_it_needs(qtbot: QtBot, width: int, look: str) -> None:
    theme.apply_choices(look, "comfortable", still=False)
    host = QWidget()
    qtbot.addWidget(host)
    line = DocumentStrip(host)
    host.resize(width, 400)
    links = [("Άνοιγμα REV 2", host.show), ("Τι άλλαξε για εμάς", host.show)]
    line.show_message("Το REV 2 της 2ας Δεκεμβρίου 2026 υπάρχει στη βιβλιοθήκη, μόνο στα: Γαλλικά, Ελληνικά.", links)
    host.show()
    line.setGeometry(0, 0, width, line.heightForWidth(width))
    parts = [line.text, *line.link_buttons, line.close_button]
    for n, one in enumerate(parts):
        assert line.rect().contains(one.geometry()), (width, n)
        assert not any(one.geometry().intersects(other.geometry()) for other in parts[n + 1 :])
    assert line.text.height() >= line.text.heightForWidth(line.text.width())


def test_a_reader_is_never_on_the_screen_without_it(pair: Pair, window: MainWindow) -> None:
    settle(window)
    reader = window.tabs.open_document(pair[0])
    assert isinstance(reader, ReaderView)
    assert not reader.paper.paragraphs.units  # the text is not there yet
    assert said(window) == SAID


def test_fields_to_check_have_the_strip_once_no_revision_is_newer(window: MainWindow, tmp_path: Path) -> None:
    drop(window, quiet_hours(tmp_path, name="unsure.txt", text="Hours of rest\n\n1. Rest is needed.\n\n2. At night."))
    assert said(window).startswith("Please check: ")
    assert [button.text() for button in strip(window).link_buttons if button.isVisible()] == ["Document details…"]
    strip(window).close_button.click()
    assert said(window) == ""


def test_the_list_of_annotations_says_so_at_the_document_and_a_room_that_reads_along_sees_it(
    pair: Pair, window: MainWindow
) -> None:
    window.list_controller.open_browser()
    settle(window)
    (view,) = window.tabs.pages(BrowserView)
    asides = {one.title: one.details for one in view.ui.annotation_list.rows.rows if isinstance(one, GroupHead)}
    assert asides["ST 7001/26"].startswith("superseded by REV 1 · ")
    assert not asides["ST 7001/1/26 REV 1"].startswith("superseded")
    show_document(window, pair[0])
    window.ui.action_presenter.setChecked(True)
    settle(window)
    presenter = window.screens.presenter
    assert presenter is not None
    assert presenter.name_label.text().endswith("superseded by REV 1")


def test_our_drafting_does_not_look_like_the_marks_of_the_document_on_what_changed_for_us(
    pair: Pair, window: MainWindow
) -> None:
    page = window.revision_controller.open_page(pair)
    settle(window)
    told = next(
        row for row in page.list.rows.rows if isinstance(row, ChangeListRow) and row.title == "Our proposal on 1"
    )
    assert [passage.ours for passage in told.passages] == [True, False]


@pytest.mark.styled
def test_the_current_paragraph_stays_visible_when_the_line_comes(
    paper: Noted, window: MainWindow, tmp_path: Path
) -> None:
    show_document(window, paper.old)
    reader = current_reader(window)
    view = reader.paper
    low = [row for row in range(view.row_count()) if view.visualRect(view.paragraphs.index(row)).bottom() > 0]
    last = max(row for row in low if view.visualRect(view.paragraphs.index(row)).top() < view.viewport().height() - 10)
    view.go_to_row(last)
    new = another(paper.desk, tmp_path, "7001/1/26 REV 1")
    save(window, lambda: Changes(documents=frozenset({new})))
    assert said(window)
    assert view.visualRect(view.currentIndex()).bottom() <= view.viewport().height()
