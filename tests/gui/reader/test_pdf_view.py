"""The pages of an original, however large or many."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from delegate_desk.desk import Desk
from delegate_desk.gui.reader.original_view import OriginalView
from delegate_desk.gui.reader.paragraph_model import TextPosition
from delegate_desk.gui.reader.pdf_view import GAP, PageStack
from delegate_desk.gui.tasks import Tasks
from support.document_values import take_in
from support.handwritten_pdf import SENTENCE, Paper, long_paper
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


@pytest.fixture
def stack() -> PageStack:
    made = PageStack()
    made.show_sizes([(600, 800), (600, 800), (1200, 800)])
    return made


def test_pages_lie_one_under_the_other(stack: PageStack) -> None:
    stack.set_scale(0.5)
    assert [stack.top(n) for n in (1, 2, 3)] == [GAP, 2 * GAP + 400, 3 * GAP + 800]
    assert stack.height == 4 * GAP + 1200
    assert stack.between(0, 10) == range(1, 2)
    assert stack.between(GAP + 390, 2 * GAP + 500) == range(1, 3)
    assert [stack.page_at(y) for y in (0, GAP + 100, 2 * GAP + 401, 5000)] == [1, 1, 2, 3]


def test_pages_that_fit_are_as_wide_as_the_pane_those_that_are_wider_too(stack: PageStack) -> None:
    stack.fit_to_pane(324, None, 1)
    assert [stack.rect(n, 324).width() for n in (1, 2, 3)] == [300, 300, 300]
    assert stack.scale(3) == stack.scale(1) / 2
    assert stack.rect(1, 324).left() == GAP


def test_a_page_is_seen_whole_where_its_height_is_what_counts(stack: PageStack) -> None:
    stack.fit_to_pane(1024, 424, 1)
    assert stack.rect(1, 1024).height() == 400
    assert stack.rect(1, 1024).center().x() == 512


@pytest.mark.parametrize("size", [(1.0, 14_400.0), (14_400.0, 14_400.0)])
def test_the_longest_document_has_its_place_in_a_scroll_bar(size: tuple[float, float]) -> None:
    made = PageStack()
    made.show_sizes([size] * 20_000)
    made.fit_to_pane(2000, None, 1)
    assert made.height < 2**31


def test_without_pages_nothing_is_visible() -> None:
    assert list(PageStack().between(0, 500)) == []
