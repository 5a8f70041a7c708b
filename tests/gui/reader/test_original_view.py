from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QGuiApplication, QImage
from pytestqt.qtbot import QtBot

from delegate_desk.core.annotations.annotation import AnnotationKind
from delegate_desk.core.documents.document import Address, DocumentId, PageBox, Place
from delegate_desk.core.search import TypedQuery
from delegate_desk.desk import Desk
from delegate_desk.gui.reader.original_view import OriginalView
from delegate_desk.gui.reader.pdf_view import PageFit, PdfView
from delegate_desk.gui.reader.reader_view import ReaderView
from delegate_desk.gui.shell.family_tab import FamilyTab
from delegate_desk.gui.shell.main_window import MainWindow
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets import theme
from delegate_desk.paths import RESOURCES
from support.document_values import take_in
from support.handwritten_pdf import long_paper
from support.main_windows import click, current_reader, run_action, save, settle, show_document
from support.reader_steps import move_mouse, open_original, turn_wheel

SAMPLE = RESOURCES / "samples" / "ST-99101-2026-INIT_en.pdf"


@pytest.fixture
def printed(desk: Desk) -> DocumentId:
    return take_in(desk, SAMPLE)


@pytest.fixture
def original(desk: Desk, tasks: Tasks, printed: DocumentId, qtbot: QtBot) -> OriginalView:
    return open_original(desk, tasks, printed, qtbot)


def beside(window: MainWindow, document: DocumentId, *where: object) -> tuple[ReaderView, OriginalView]:
    """A document open in the window with its pages next to it."""
    window.open_document(document, *where)  # type: ignore[arg-type]  # an address and what was asked
    settle(window)
    window.ui.action_original.setChecked(True)
    settle(window)
    reader = current_reader(window)
    assert reader.side_panels.original is not None
    return reader, reader.side_panels.original


def looked_at(sheets: PdfView) -> QImage:
    return sheets.viewport().grab().toImage()


def middle(sheets: PdfView, box: PageBox) -> QPoint:
    return sheets.box_at(box).center().toPoint()


def letters(sheets: PdfView, words: str, page: int = 1) -> tuple[QPoint, QPoint]:
    """The points at the start and the end of some words of a page."""
    text = sheets.loader.page_text(page)
    assert text is not None
    at = text.text.index(words)
    first, last = text.boxes[at], text.boxes[at + len(words) - 1]
    assert first is not None
    assert last is not None
    start, end = sheets.box_at(first), sheets.box_at(last)
    return QPointF(start.left() + 1, start.center().y()).toPoint(), QPointF(end.right() - 1, end.center().y()).toPoint()


def test_pages_are_as_wide_as_their_pane_and_white_and_follow_each_other_as_one_scrolls(original: OriginalView) -> None:
    sheets = original.pdf_view
    assert original.ui.page_edit.text() == "1"
    assert original.ui.page_label.text() == f"of {original.pdf_view.page_count}"
    assert sheets.viewport().width() - 30 < sheets.page_rect(1).width() <= sheets.viewport().width()
    assert looked_at(sheets).pixelColor(sheets.viewport().width() // 2, 30).lightness() > 240
    assert sheets.accessibleDescription() == f"page 1 of {original.pdf_view.page_count}"
    bar = sheets.verticalScrollBar()
    bar.setValue(round(sheets.stack.top(2)) - 150)
    assert sheets.page_rect(1).bottom() > 0
    assert sheets.page_rect(2).top() < sheets.viewport().height()
    bar.setValue(round(sheets.stack.top(2)))
    assert original.pdf_view.number == 2
    assert original.ui.page_edit.text() == "2"


def test_keys_scroll_pages_and_change_their_size(original: OriginalView, tasks: Tasks, qtbot: QtBot) -> None:
    sheets = original.pdf_view
    wide = sheets.page_rect(1).width()
    qtbot.keyClick(sheets, Qt.Key.Key_Plus)
    assert sheets.page_rect(1).width() > wide
    qtbot.keyClick(sheets, Qt.Key.Key_0)
    assert sheets.page_rect(1).width() == wide
    qtbot.keyClick(sheets, Qt.Key.Key_End)
    tasks.wait()
    assert original.pdf_view.number == original.pdf_view.page_count
    assert not original.ui.next_button.isEnabled()
    qtbot.keyClick(sheets, Qt.Key.Key_Home)
    for _ in range(9):
        qtbot.keyClick(sheets, Qt.Key.Key_PageDown)
        if original.pdf_view.number == 2:
            break
    assert original.pdf_view.number == 2
    with qtbot.waitSignal(original.left):
        qtbot.keyClick(sheets, Qt.Key.Key_Escape)


def test_ctrl_and_the_wheel_make_pages_larger_where_the_mouse_is_and_a_page_fits_whole_or_has_a_chosen_size(
    original: OriginalView,
) -> None:
    sheets = original.pdf_view
    point = QPointF(120, 140)
    before = sheets.point_at(point)
    percent = sheets.percent
    turn_wheel(sheets.viewport(), 120, point)
    after = sheets.point_at(point)
    assert sheets.percent == pytest.approx(percent * 1.25)
    assert original.ui.zoom_button.text() == f"{round(sheets.percent * 100)}\N{NO-BREAK SPACE}%"
    assert before is not None
    assert after is not None
    assert before[0] == after[0]
    assert (before[1] - after[1]).manhattanLength() < 2
    _, page, hundred = (original.ui.zoom_button.menu().actions()[n] for n in (0, 1, 5))
    page.trigger()
    assert sheets.fit is PageFit.PAGE
    assert sheets.page_rect(1).height() <= sheets.viewport().height()
    hundred.trigger()
    assert sheets.page_rect(1).width() == pytest.approx(595 * 96 / 72, abs=2)
    assert sheets.horizontalScrollBar().maximum() > 0


def test_a_number_leads_to_its_page_and_what_is_marked_is_brought_into_sight(
    original: OriginalView, tasks: Tasks, qtbot: QtBot
) -> None:
    original.ui.page_edit.setFocus()
    original.ui.page_edit.selectAll()
    qtbot.keyClicks(original.ui.page_edit, "2")
    qtbot.keyClick(original.ui.page_edit, Qt.Key.Key_Return)
    tasks.wait()
    assert original.pdf_view.number == 2
    assert original.pdf_view.hasFocus()
    assert original.pdf_view.loader.picture(2) is not None
    original.ui.page_edit.setFocus()
    original.ui.page_edit.setText("²")  # a digit that is no number
    qtbot.keyClick(original.ui.page_edit, Qt.Key.Key_Return)
    assert original.pdf_view.number == 2
    original.go_to_page(1)
    box = PageBox(2, 70, 700, 500, 720)
    original.pdf_view.show_boxes([PageBox(1, 70, 90, 500, 110), box], 1)
    tasks.wait()
    assert original.pdf_view.number == 1
    assert list(original.pdf_view.marks(2).current) == [box]
    original.pdf_view.show_boxes([box], 2)
    assert original.pdf_view.number == 2
    assert 0 < original.pdf_view.box_at(box).top() < original.pdf_view.viewport().height()


def test_the_strip_marks_the_page_that_is_read_and_its_keys_lead_to_others(
    original: OriginalView, tasks: Tasks, qtbot: QtBot
) -> None:
    original.ui.thumbnails_button.click()
    tasks.wait()
    strip = original.thumbnails
    assert strip.hasFocus()
    assert strip.model().rowCount() == original.pdf_view.page_count
    assert original.loader.picture(1, small=True) is not None
    original.go_to_page(2)
    assert strip.currentIndex().row() == 1
    qtbot.keyClick(strip, Qt.Key.Key_Up)
    assert original.pdf_view.number == 1
    name = strip.model().index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert name == f"page 2 of {original.pdf_view.page_count}"
    qtbot.keyClick(strip, Qt.Key.Key_Escape)
    assert original.pdf_view.hasFocus()


def test_of_a_long_document_only_what_is_visible_is_drawn(
    desk: Desk, tasks: Tasks, tmp_path: Path, qtbot: QtBot
) -> None:
    document = take_in(desk, long_paper(tmp_path, 60))
    original = open_original(desk, tasks, document, qtbot)
    assert original.pdf_view.page_count == 60
    drawn = [n for n in range(1, 61) if original.loader.picture(n) is not None]
    assert drawn == [1, 2]
    original.go_to_page(40)
    tasks.wait()
    assert original.pdf_view.number == 40
    assert original.loader.picture(40) is not None
    assert original.loader.picture(20) is None


def test_a_page_that_cannot_be_drawn_or_opened_is_said_and_the_window_lives_on(
    desk: Desk, tasks: Tasks, printed: DocumentId, original: OriginalView, qtbot: QtBot
) -> None:
    file = desk.documents.original(printed)
    file.chmod(0o600)
    file.write_bytes(b"%PDF-1.7\n" + b"\x00" * 200)
    original.pdf_view.set_fit(PageFit.PAGE)
    original.go_to_page(original.pdf_view.page_count)
    tasks.wait()
    assert "ST-99101-2026-INIT_en.pdf cannot be displayed." in original.ui.error_label.text()
    original.go_to_page(1)
    assert original.ui.error_label.isHidden()
    original = open_original(desk, tasks, printed, qtbot)
    assert not original.pdf_view.page_count
    assert original.ui.error_label.text() == "Page 1 of ST-99101-2026-INIT_en.pdf cannot be displayed."
    assert not original.ui.page_edit.isEnabled()


def test_the_page_follows_the_paragraph_and_the_paragraph_a_click_on_the_page(
    window: MainWindow, printed: DocumentId, qtbot: QtBot
) -> None:
    reader, original = beside(window, printed)
    units = reader.paper.paragraphs.units
    last = max(row for row, unit in enumerate(units) if unit.boxes and unit.page and unit.page > 1)
    reader.paper.go_to_row(last)
    settle(window)
    sheets = original.pdf_view
    assert sheets.number == units[last].boxes[0].page
    assert list(sheets.marks(sheets.number).current) == [b for b in units[last].boxes if b.page == sheets.number]
    run_action(window, window.ui.action_previous_page)
    view = QRect(QPoint(), sheets.viewport().size())
    boxes = (box for unit in units for box in unit.boxes if box.page == sheets.number)
    box = next(box for box in boxes if view.contains(middle(sheets, box)))
    qtbot.mouseClick(sheets.viewport(), Qt.MouseButton.LeftButton, pos=middle(sheets, box))
    assert box in units[reader.paper.current_row()].boxes
    original.closed.emit()
    assert original.isHidden()
    assert not window.ui.action_original.isChecked()


def test_words_of_a_page_are_chosen_by_the_mouse_and_copied(
    window: MainWindow, printed: DocumentId, qtbot: QtBot
) -> None:
    reader, original = beside(window, printed)
    sheets = original.pdf_view
    text = sheets.loader.page_text(1)
    assert text is not None
    words = next(line for line in text.text.splitlines() if len(line) > 40).strip()
    start, end = letters(sheets, words)
    pane, row = sheets.viewport(), reader.paper.current_row()
    qtbot.mousePress(pane, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(pane, end - QPoint(20, 0))
    move_mouse(pane, end, pressed=True)
    qtbot.mouseRelease(pane, Qt.MouseButton.LeftButton, pos=end)
    assert sheets.selection.text() == words
    assert reader.paper.current_row() == row  # selecting words does not scroll
    window.ui.action_copy.trigger()
    assert QGuiApplication.clipboard().text() == words
    run_action(window, window.ui.action_copy_citation)
    cited = QGuiApplication.clipboard().text()
    assert words in cited
    assert "99101/26" in cited
    qtbot.mouseDClick(pane, Qt.MouseButton.LeftButton, pos=start + QPoint(3, 0))
    assert sheets.selection.text() == words.split()[0]
    tint = looked_at(sheets).pixelColor(start + QPoint(0, -2))
    assert tint.red() < 230
    qtbot.keyClick(sheets, Qt.Key.Key_Escape)
    assert sheets.selection.is_empty()


def test_a_note_is_on_the_words_chosen_on_the_page(window: MainWindow, printed: DocumentId, qtbot: QtBot) -> None:
    reader, original = beside(window, printed)
    sheets = original.pdf_view
    units = reader.paper.paragraphs.units
    row = next(n for n, unit in enumerate(units) if unit.boxes and unit.boxes[0].page == 1 and len(unit.text) > 60)
    reader.paper.go_to_row(row)
    settle(window)
    words, text = units[row].text, sheets.loader.page_text(1)
    word = next(w for w in words.split() if w.isalpha() and len(w) > 5 and words.lower().count(w.lower()) == 1)
    assert text is not None
    box = units[row].boxes[0]
    starts = [n for n in range(len(text.text)) if text.text.startswith(word, n)]
    boxes = (text.boxes[n + 1] for n in starts)
    letter = next(one for one in boxes if one is not None and box.top - 2 < one.top < box.bottom)
    qtbot.mouseDClick(sheets.viewport(), Qt.MouseButton.LeftButton, pos=middle(sheets, letter))
    assert sheets.selection.text() == word
    sheets.setFocus()
    start = words.index(word)
    assert reader.span() == (start, start + len(word))


def test_words_found_are_lit_on_the_page(window: MainWindow, printed: DocumentId) -> None:
    reader, original = beside(window, printed, Address("para_1"), TypedQuery("council"))
    sheets = original.pdf_view
    units = reader.paper.paragraphs.units
    assert original.pdf_view.number == units[reader.paper.current_row()].boxes[0].page
    lit = sheets.marks(original.pdf_view.number).highlighted
    assert lit
    paragraphs = [box for row in reader.paper.rows_painter.hits for box in units[row].boxes]
    for word in lit:
        assert word.page == original.pdf_view.number
        assert any(_inside(word, box) for box in paragraphs)
    word = next(box for box in lit if sheets.viewport().rect().contains(middle(sheets, box)))
    shown = looked_at(sheets)
    place = sheets.box_at(word)
    ground = shown.pixelColor(place.topLeft().toPoint() + QPoint(1, 1))
    assert ground.blue() < ground.red() - 40
    reader.find_bar.open()
    reader.ui.find_bar.edit.setText("zzz")
    settle(window)
    assert not sheets.marks(original.pdf_view.number).highlighted
    reader.find_bar.close()
    settle(window)
    assert word in sheets.marks(word.page).highlighted


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_annotations_are_drawn_at_their_words_and_beside_their_paragraph(
    window: MainWindow, desk: Desk, printed: DocumentId, colours: str
) -> None:
    reader, original = beside(window, printed)
    theme.choose(colours)
    sheets = original.pdf_view
    units = reader.paper.paragraphs.units
    unit = next(unit for unit in units if len(unit.boxes) == 1 and unit.boxes[0].page == 1 and len(unit.text) > 60)
    word = next(w for w in unit.text.split() if w.isalpha() and len(w) > 4)
    at = unit.text.index(word)
    place, notes = Place(printed, unit.address), desk.annotations
    red = notes.new(place, AnnotationKind.RED_LINE, text="not this", span=(at, at + len(word)))
    window.tasks.write(lambda: notes.save(red))
    save(window, lambda: notes.save(notes.new(place, AnnotationKind.QUESTION, text="why?")))
    noted = {one.kind: one for one in sheets.marks(1).annotated}
    on_words, on_all = noted[AnnotationKind.RED_LINE], noted[AnnotationKind.QUESTION]
    assert all(_inside(box, unit.boxes[0]) for box in on_words.words)
    assert on_words.words
    assert not on_all.words
    assert on_all.anchor_box == unit.boxes[0]
    shown, under = looked_at(sheets), sheets.box_at(on_words.words[0])
    line = [shown.pixelColor(round(under.center().x()), round(under.bottom()) + dy) for dy in range(-2, 4)]
    wanted = theme.color_on_white("red_line")
    assert min(abs(c.red() - wanted.red()) + abs(c.green() - wanted.green()) for c in line) < 60


def _inside(word: PageBox, box: PageBox) -> bool:
    middle_ = (word.left + word.right) / 2, (word.top + word.bottom) / 2
    return word.page == box.page and box.left <= middle_[0] <= box.right and box.top <= middle_[1] <= box.bottom


def test_each_pane_has_its_own_pages(window: MainWindow, printed: DocumentId) -> None:
    tabs, action = window.tabs, window.ui.action_original
    reader, _ = beside(window, printed)
    tab = tabs.front.current_tab()
    assert isinstance(tab, FamilyTab)
    with tabs.splitting(tab, Qt.Orientation.Vertical):
        other = tabs.open_document(printed)
    settle(window)
    assert shows_pages(reader, other) == [True, False]
    assert not action.isChecked()
    action.trigger()
    settle(window)
    assert shows_pages(reader, other) == [True, True]
    assert reader.side_panels.original is not None
    click(window, reader.side_panels.original.ui.close_button)
    assert shows_pages(reader, other) == [False, True]
    assert tabs.currentWidget() is reader
    run_action(window, window.ui.action_full_screen)
    assert shows_pages(reader, other) == [False, False]
    run_action(window, window.ui.action_full_screen)
    assert shows_pages(reader, other) == [False, True]
    run_action(window, window.ui.action_close_tab)
    run_action(window, window.ui.action_reopen_tab)
    assert shows_pages(*tabs.pages(ReaderView)) == [False, True]


def test_pages_shown_in_one_tab_are_not_shown_in_another(window: MainWindow, desk: Desk, printed: DocumentId) -> None:
    second = take_in(desk, SAMPLE.with_name("CM-9917-2026-INIT_en.pdf"))
    action = window.ui.action_original
    first, _ = beside(window, printed)
    other = window.tabs.open_document(second)
    settle(window)
    assert action.isEnabled()
    assert not action.isChecked()
    assert shows_pages(first, other) == [True, False]
    window.tabs.setCurrentWidget(first)
    settle(window)
    assert action.isChecked()
    assert shows_pages(first, other) == [True, False]


def shows_pages(*readers: ReaderView) -> list[bool]:
    found = [reader.side_panels.original for reader in readers]
    return [pages is not None and not pages.isHidden() for pages in found]


def test_opening_the_pages_takes_the_keys_from_no_window_and_what_has_no_pages_offers_none(
    reading: MainWindow, window: MainWindow, printed: DocumentId
) -> None:
    assert not window.ui.action_original.isEnabled()
    window.activateWindow()
    show_document(window, printed)
    run_action(window, window.ui.action_original)
    assert window.isActiveWindow()


def test_the_pages_replace_the_right_column_unless_the_window_is_wide(window: MainWindow, printed: DocumentId) -> None:
    right, text = window.ui.right_column, window.ui.action_right
    beside(window, printed)
    assert (window.width(), right.isVisible()) == (1440, False)
    text.trigger()
    settle(window)
    assert right.isVisible()  # over the pages
    assert right.mapTo(window, QPoint(right.width(), 0)).x() == 1440
    window.resize(1600, 900)
    settle(window)
    assert right.isVisible()
    assert window.ui.columns.isAncestorOf(right)
    window.resize(1440, 900)
    settle(window)
    assert not right.isVisible()
    window.ui.action_original.setChecked(False)
    settle(window)
    assert right.isVisible()
