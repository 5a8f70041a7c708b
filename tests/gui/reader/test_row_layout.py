"""How the reader's rows are set on the page."""

from pathlib import Path

from delegate_desk.core.documents.document import Address
from delegate_desk.gui.reader.document_view import DocumentView
from delegate_desk.gui.shell.main_window import MainWindow
from support.main_windows import settle

ACT = """Council of the European Union

Brussels, 4 March 2026

ST 7002/26

Subject: Proposal for a Regulation on lamps in harbours

Article 1
Lamps

1. Lamps shall be lit at night.

Article 2
Entry into force

This Regulation shall enter into force on the third day following that of its publication.
"""
CONCLUSIONS = """Council of the European Union

Brussels, 4 March 2026

ST 7003/26

Subject: Draft Council conclusions on lamps in harbours

Background

1. Lamps are lit at night.

2. Ships see them.
"""


def _paper(window: MainWindow, folder: Path, text: str) -> DocumentView:
    file = folder / "paper.txt"
    file.write_text(text, encoding="utf-8")
    desk = window.desk
    (key,) = desk.documents.add(desk.documents.read(file)).documents
    window.open_document(key)
    settle(window)
    reader = window.tabs.current_reader()
    assert reader is not None
    return reader.paper


def _left(paper: DocumentView, row: int) -> float:
    """Where a row's first line begins, from the edge of the text."""
    return paper.row_layout.lines(row).lines()[0].naturalTextRect().left() + paper.row_layout.text_left(row)


def test_the_headings_of_an_act_stand_in_the_middle(window: MainWindow, tmp_path: Path) -> None:
    paper = _paper(window, tmp_path, ACT)
    row = paper.paragraphs.row_for_address(Address("art_1"))
    assert row is not None
    line = paper.row_layout.lines(row).lines()[0].naturalTextRect()
    assert abs(line.center().x() - paper.row_layout.measure(row) / 2) < 1
    under = paper.paragraphs.row_for_address(Address("art_1__para_1"))
    assert under is not None
    assert _left(paper, under) == paper.row_layout.page.text_left


def test_the_headings_of_conclusions_stand_at_the_edge(window: MainWindow, tmp_path: Path) -> None:
    paper = _paper(window, tmp_path, CONCLUSIONS)
    rows = [row for row in range(len(paper.paragraphs.units)) if paper.paragraphs.is_heading(row)]
    assert rows
    assert all(_left(paper, row) == paper.row_layout.page.text_left for row in rows)


def test_words_of_a_heading_in_the_middle_are_found_under_the_mouse(window: MainWindow, tmp_path: Path) -> None:
    paper = _paper(window, tmp_path, ACT)
    row = paper.paragraphs.row_for_address(Address("art_2"))
    assert row is not None
    lines = paper.row_layout.lines(row)
    (box,) = lines.line_boxes(6, 10)
    assert lines.offset_at(box.center()) == 8
