"""The pages of an original however large or many they are."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from delegate_desk.desk import Desk
from delegate_desk.gui.reader.original.original_view import OriginalView
from delegate_desk.gui.reader.original.pdf_page import LetterPosition
from delegate_desk.gui.tasks import Tasks
from support.handwritten_pdf import SENTENCE, Paper, long_paper

Open = Callable[[Path], OriginalView]


@pytest.fixture
def shown(desk: Desk, tasks: Tasks, qtbot: QtBot) -> Open:
    """Shows the pages of a file."""

    def show(path: Path) -> OriginalView:
        document = next(iter(desk.documents.add(desk.documents.read(path)).documents))
        made = OriginalView(desk, tasks, document)
        qtbot.addWidget(made)
        made.resize(420, 300)
        made.show()
        tasks.wait()
        return made

    return show


def test_what_is_in_sight_stays_drawn_however_large_it_is(shown: Open, tasks: Tasks, tmp_path: Path) -> None:
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
    sheets.selection.set_caret(LetterPosition(1, 0))
    sheets.go_to_page(100)
    tasks.wait()
    sheets.selection.set_caret(LetterPosition(100, 5), extend=True)
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
    assert original.number == 2
