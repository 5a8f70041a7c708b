"""The pages of an original, however large or many: on the screen, chosen from, and printed."""

from collections.abc import Callable
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from PySide6.QtCore import QPointF
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from delegate_desk.core.documents.document import DocumentId, PageBox
from delegate_desk.core.documents.original_pages import PageSearchTerms, PageText
from delegate_desk.core.errors import PageNotDrawnError
from delegate_desk.desk import Desk
from delegate_desk.gui.reader.original_view import OriginalView
from delegate_desk.gui.reader.page_printing import print_pages
from delegate_desk.gui.reader.paragraph_model import TextPosition
from delegate_desk.gui.reader.pdf_page import (
    PageSelection,
    letter_at,
    search_terms_for_span,
    span_of_words,
)
from delegate_desk.gui.reader.pdf_view import GAP, PageStack
from delegate_desk.gui.shell.main_window import MainWindow
from delegate_desk.gui.tasks import Tasks
from support.document_values import take_in
from support.handwritten_pdf import SENTENCE, Paper, long_paper
from support.main_windows import modal, run_action, settle, show_document
from support.reader_steps import open_original

Open = Callable[[Path], OriginalView]


@pytest.fixture
def shown(desk: Desk, tasks: Tasks, qtbot: QtBot) -> Open:
    """Shows the pages of a file."""
    return lambda path: open_original(desk, tasks, take_in(desk, path), qtbot)


def test_what_is_visible_stays_drawn_however_large_it_is(shown: Open, tasks: Tasks, tmp_path: Path) -> None:
    sheets = shown(long_paper(tmp_path, 4)).pdf_view
    sheets.zoom(4.0)
    sheets.fetch()
    tasks.wait()
    sheets.verticalScrollBar().setValue(round(sheets.stack.top(2)) - 100)
    sheets.fetch()
    tasks.wait()
    assert all(sheets.loader.picture(number) is not None for number in (1, 2))


def test_smaller_pages_at_the_top_stay_there(shown: Open, tmp_path: Path) -> None:
    sheets = shown(long_paper(tmp_path, 4)).pdf_view
    sheets.zoom(4.0)
    assert sheets.verticalScrollBar().value() == 0
    sheets.zoom(0.5)
    assert sheets.verticalScrollBar().value() == 0 < sheets.verticalScrollBar().maximum()


def test_words_chosen_over_pages_that_were_passed_by_are_whole(shown: Open, tasks: Tasks, tmp_path: Path) -> None:
    sheets = shown(long_paper(tmp_path, 100)).pdf_view
    sheets.selection.set_caret(TextPosition(1, 0))
    sheets.go_to_page(100)
    tasks.wait()
    sheets.selection.set_caret(TextPosition(100, 5), extend=True)
    sheets.selection_changed.emit()
    tasks.wait()
    assert sheets.selection.text().count(SENTENCE) == 99


def test_a_page_of_no_end_is_shown(shown: Open, tmp_path: Path) -> None:
    made = Paper(boxes={1: (1, 1_000_000_000)})
    for _ in range(2):
        made.page()
        made.paragraph(57, 700, f"1. {SENTENCE}.")
    original = shown(made.save(tmp_path / "endless.pdf"))
    original.go_to_page(2)
    assert original.pdf_view.number == 2


def test_pages_lie_one_under_the_other_as_wide_as_the_pane_or_whole() -> None:
    stack = PageStack()
    stack.show_sizes([(600, 800), (600, 800), (1200, 800)])
    stack.set_scale(0.5)
    assert [stack.top(n) for n in (1, 2, 3)] == [GAP, 2 * GAP + 400, 3 * GAP + 800]
    assert stack.height == 4 * GAP + 1200
    assert stack.between(0, 10) == range(1, 2)
    assert stack.between(GAP + 390, 2 * GAP + 500) == range(1, 3)
    assert [stack.page_at(y) for y in (0, GAP + 100, 2 * GAP + 401, 5000)] == [1, 1, 2, 3]
    stack.fit_to_pane(324, None, 1)
    assert [stack.rect(n, 324).width() for n in (1, 2, 3)] == [300, 300, 300]
    assert stack.scale(3) == stack.scale(1) / 2
    assert stack.rect(1, 324).left() == GAP
    stack.fit_to_pane(1024, 424, 1)
    assert stack.rect(1, 1024).height() == 400
    assert stack.rect(1, 1024).center().x() == 512
    assert list(PageStack().between(0, 500)) == []  # without pages nothing is visible


@pytest.mark.parametrize("size", [(1.0, 14_400.0), (14_400.0, 14_400.0)])
def test_the_longest_document_has_its_place_in_a_scroll_bar(size: tuple[float, float]) -> None:
    made = PageStack()
    made.show_sizes([size] * 20_000)
    made.fit_to_pane(2000, None, 1)
    assert made.height < 2**31


TEXT = "Quiet hours are quiet: no noise in quiet hours."


def test_of_words_that_stand_several_times_those_meant_are_told() -> None:
    at = TEXT.rindex("quiet hours")
    assert search_terms_for_span(TEXT, at, at + 11) == PageSearchTerms(("quiet hours",), which=((False, True),))
    assert search_terms_for_span(TEXT, 0, 5) == PageSearchTerms(("Quiet",), which=((True, False, False),))
    noise = TEXT.index("noise")
    assert search_terms_for_span(TEXT, noise, noise + 5) == PageSearchTerms(("noise",))


def test_a_part_of_a_word_is_sought_whole_and_too_many_words_as_far_as_they_go() -> None:
    noise = TEXT.index("noise")
    assert search_terms_for_span(TEXT, noise + 1, noise + 3).terms == ("noise",)
    long = "quiet " * 200
    (words,) = search_terms_for_span(long, 0, len(long)).terms
    assert 380 < len(words) <= 400
    assert words.endswith("quiet")
    assert search_terms_for_span("", 0, 0) == PageSearchTerms(())


def test_words_chosen_on_a_page_are_found_in_the_text_where_they_stand_once() -> None:
    assert span_of_words(TEXT, "no  Noise") == (TEXT.index("no noise"), TEXT.index("no noise") + 8)
    assert span_of_words(TEXT, "quiet") is None
    assert span_of_words(TEXT, "") is None
    assert span_of_words(TEXT, "harbour") is None


WIDE = 6.0


def page(number: int, *lines: str) -> PageText:
    """A page of lines 12 points high, each letter as wide."""
    text, boxes = "", []
    for row, line in enumerate(lines):
        for column, letter in enumerate(line + "\n"):
            left, top = 50 + column * WIDE, 100 + row * 14
            text += letter
            boxes.append(None if letter == "\n" else PageBox(number, left, top, left + WIDE, top + 12))
    return PageText(number, text, tuple(boxes))


PAGES = {1: page(1, "quiet hours", "at night"), 2: page(2, "in every harbour")}


def test_words_are_chosen_whole_over_the_end_of_a_page_either_way_and_on_a_hundred_pages_at_most() -> None:
    chosen = PageSelection(PAGES.get)
    chosen.set_caret(TextPosition(2, 8))
    chosen.set_caret(TextPosition(1, 6), extend=True)
    assert chosen.text() == "hours at night\nin every"
    assert list(chosen.rows()) == [1, 2]
    assert [(box.left, box.right, box.top) for box in chosen.boxes(1)] == [(86, 116, 100), (50, 98, 114)]
    assert chosen.on_page(3) is None
    chosen.choose_word(TextPosition(1, 8))
    assert chosen.text() == "hours"
    chosen.clear()
    assert chosen.is_empty()
    assert chosen.text() == ""
    chosen.set_caret(TextPosition(200, 3))
    chosen.set_caret(TextPosition(350, 7), extend=True)
    assert list(chosen.rows()) == list(range(200, 300))
    chosen.set_caret(TextPosition(1, 7), extend=True)
    assert list(chosen.rows()) == list(range(101, 201))


def test_the_letter_nearest_to_a_point_is_in_its_line() -> None:
    assert letter_at(PAGES[1], QPointF(50 + 2 * WIDE + 1, 105)) == 2
    assert letter_at(PAGES[1], QPointF(50 + 2 * WIDE + 5, 105)) == 3
    assert letter_at(PAGES[1], QPointF(125, 105)) == len("quiet hours")
    assert letter_at(PAGES[1], QPointF(400, 105)) is None
    assert letter_at(PAGES[1], QPointF(400, 120), near=False) == len("quiet hours\nat night")
    assert letter_at(PageText(1, "", ()), QPointF(1, 1), near=False) is None


@pytest.fixture
def turned(desk: Desk, tmp_path: Path) -> DocumentId:
    """A document of three pages, the second one in landscape."""
    made = Paper(boxes={1: (842, 595)})
    for number in range(3):
        made.page()
        made.paragraph(57, 500, f"{number + 1}. {SENTENCE}.")
    return take_in(desk, made.save(tmp_path / "turned.pdf"))


def test_pages_are_printed_each_on_a_sheet_of_its_size(
    desk: Desk, turned: DocumentId, tmp_path: Path, qapp: QApplication
) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setFullPage(True)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    told = list(print_pages(desk, turned, desk.original_pages.sizes(turned), [1, 2], printer))
    assert told == [(1, 2), (2, 2)]
    with pdfium.PdfDocument(tmp_path / "printed.pdf") as printed:
        sizes = [printed.get_page_size(n) for n in range(len(printed))]
        assert [(round(width, -1), round(height, -1)) for width, height in sizes] == [(600, 840), (840, 600)]
        shown = printed[0].render(scale=1, grayscale=True)
        grey = bytes(shown.buffer)
        assert min(grey) < 100  # words are printed on it
        assert grey.count(255) > len(grey) // 2


def test_a_printer_is_let_go_where_a_page_cannot_be_drawn(
    desk: Desk, turned: DocumentId, tmp_path: Path, qapp: QApplication
) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    sizes = [*desk.original_pages.sizes(turned), (595.0, 842.0)]
    with pytest.raises(PageNotDrawnError) as caught:
        list(print_pages(desk, turned, sizes, [1, 4], printer))
    assert caught.value.number == 4
    assert not printer.paintingActive()


def test_the_dialog_offers_the_pages_that_there_are(
    reading: MainWindow, window: MainWindow, turned: DocumentId
) -> None:
    assert not window.ui.action_print_pages.isEnabled()  # a text has none
    show_document(window, turned)
    assert window.ui.action_print_pages.isEnabled()
    run_action(window, window.ui.action_print_pages)
    dialog = modal(QPrintDialog)
    assert (dialog.minPage(), dialog.maxPage()) == (1, 3)
    dialog.reject()
    settle(window)
