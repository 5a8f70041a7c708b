"""The text of the reader: its words, and the layout of its rows on the page."""

from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from delegate_desk.core.annotations.annotation import Annotation, AnnotationKind
from delegate_desk.core.documents.document import Address, DocumentId, Kind, Paragraph, Place
from delegate_desk.core.positions.position import PositionEntry, Stance
from delegate_desk.desk import Desk
from delegate_desk.gui.reader.document_view import DocumentView
from delegate_desk.gui.reader.paragraph_model import ParagraphModel, cells, sentences
from delegate_desk.gui.reader.row_layout import ParagraphLayout, levels
from delegate_desk.gui.shell.main_window import MainWindow
from delegate_desk.gui.widgets import theme
from delegate_desk.gui.widgets.text.page_metrics import metrics_for_pane
from support.document_values import quiet_hours, take_in
from support.main_windows import current_reader, save, settle, show_document
from support.reader_steps import row_of

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def paper(reading: MainWindow) -> DocumentView:
    reader = current_reader(reading)
    reader.go_to("para_1")
    return reader.paper


def test_sentences_end_where_they_are_printed_to_end() -> None:
    text = "Ά😀 first. The second, at 6.00, goes on. Third?"
    assert [text[start:end] for start, end in sentences(text)] == [
        "Ά😀 first.",
        "The second, at 6.00, goes on.",
        "Third?",
    ]


def test_words_are_chosen_by_character_word_and_sentence(paper: DocumentView, qtbot: QtBot) -> None:
    text = paper.paragraphs.typeset_text(paper.current_row()).text
    first, *_ = sentences(text)
    qtbot.keyClick(paper, Qt.Key.Key_Right, SHIFT)
    assert paper.selection.in_row(paper.current_row()) == (0, 1)
    qtbot.keyClick(paper, Qt.Key.Key_Right, SHIFT | CONTROL)
    assert paper.selection.in_row(paper.current_row()) == (0, len(text.split()[0]))
    qtbot.keyClick(paper, Qt.Key.Key_Down, SHIFT | CONTROL)
    assert paper.selection.in_row(paper.current_row()) == first
    qtbot.keyClick(paper, Qt.Key.Key_Up, SHIFT | CONTROL)
    assert paper.selection.is_empty()


def test_one_key_chooses_sentence_after_sentence(
    paper: DocumentView, reading: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    row = paper.current_row()
    found = sentences(paper.paragraphs.typeset_text(row).text)
    for one in found:
        qtbot.keyClick(paper, Qt.Key.Key_Period)
        assert paper.selection.in_row(row) == one
    qtbot.keyClick(paper, Qt.Key.Key_Period)
    assert paper.selection.in_row(row) == found[-1]
    for one in found[-2::-1]:
        qtbot.keyClick(paper, Qt.Key.Key_Comma)
        assert paper.selection.in_row(row) == one
    qtbot.keyClick(paper, Qt.Key.Key_R)
    settle(reading)
    (kept,) = desk.annotations.for_place(paper.paragraphs.place(row))
    assert kept.quote is not None
    assert (kept.quote.start, kept.quote.end) == found[0]


def test_what_overlaps_is_drawn_on_lines_of_its_own(desk: Desk, first: Place) -> None:
    def on(start: int, end: int) -> Annotation:
        return desk.annotations.new(first, AnnotationKind.NOTE, span=(start, end))

    one, across, apart = on(0, 10), on(5, 20), on(12, 15)
    whole = replace(one, quote=None)
    assert levels([one, whole, across, apart, on(30, 40)])[:3] == [(one, 0), (across, 1), (apart, 0)]


def test_what_stands_on_another_language_is_in_the_margin_and_is_said(
    reading: MainWindow, paper: DocumentView, desk: Desk, french: DocumentId
) -> None:
    row, model = paper.current_row(), paper.paragraphs
    note = desk.annotations.new(Place(french, model.place(row).address), AnnotationKind.RED_LINE)
    save(reading, lambda: desk.annotations.save(note))
    assert [one.id for _, one in model.other_version_annotations(row)] == [note.id]
    assert "Red line, on the French text" in model.index(row).data(Qt.ItemDataRole.AccessibleTextRole)
    assert model.annotations(row) == ()


def test_the_signs_in_the_margin_are_few_and_lead_to_their_section(
    reading: MainWindow, paper: DocumentView, desk: Desk, qtbot: QtBot
) -> None:
    row = paper.current_row()
    place = paper.paragraphs.place(row)
    kinds = (AnnotationKind.NOTE, AnnotationKind.SUPPORT, AnnotationKind.RED_LINE)
    for kind in kinds:
        reading.tasks.write(partial(desk.annotations.save, desk.annotations.new(place, kind)))
    entry = PositionEntry(place.address, stance=Stance.OPPOSE)
    save(reading, lambda: desk.positions.set_item(place.document, entry))
    signs = paper.paragraphs.signs(row)
    assert [sign.meaning for sign in signs] == [Stance.OPPOSE, kinds[2], kinds[0], kinds[1]]
    shown = dict(paper.rows_painter.sign_boxes(row, paper._shift()))
    assert list(shown) == signs[:3]
    *_, others = paper.rows_painter._slots(row, paper._shift())  # with +1
    boxes = [*shown.values(), others]
    assert not any(one.intersects(two) for n, one in enumerate(boxes) for two in boxes[n + 1 :])
    assert max(box.right() for box in boxes) <= paper.row_layout.page.text_left - 20  # where a label is
    reader = current_reader(reading)
    for sign, section in ((signs[0], 1), (signs[2], 2)):
        with qtbot.waitSignal(reader.section_requested) as requested:
            qtbot.mouseClick(paper.viewport(), Qt.MouseButton.LeftButton, pos=shown[sign].center().toPoint())
        assert requested.args == [section]


LONG = "Consent should provide a valid ground for the processing of data in a case of clear imbalance. "
HEAD = """Council of the European Union

Brussels, 4 March 2026

ST {number}/26

Subject: {subject} on lamps in harbours

"""
ACT = f"""{HEAD.format(number=7002, subject="Proposal for a Regulation")}Article 1
Lamps

1. Lamps shall be lit at night.

Article 2
Entry into force

This Regulation shall enter into force on the third day following that of its publication.
"""
CONCLUSIONS = f"""{HEAD.format(number=7003, subject="Draft Council conclusions")}Background

1. Lamps are lit at night.

2. Ships see them.
"""


def _paper(window: MainWindow, folder: Path, text: str) -> DocumentView:
    show_document(window, take_in(window.desk, quiet_hours(folder, text=text)))
    return current_reader(window).paper


def _left(paper: DocumentView, row: int) -> float:
    """The start of a row's first line, from the edge of the text."""
    return paper.row_layout.laid_out_row(row).lines()[0].naturalTextRect().left() + paper.row_layout.text_left(row)


def test_the_headings_of_an_act_stand_in_the_middle_and_those_of_conclusions_at_the_edge(
    window: MainWindow, tmp_path: Path
) -> None:
    paper = _paper(window, tmp_path, ACT)
    first, under, second = (row_of(current_reader(window), address) for address in ("art_1", "art_1__para_1", "art_2"))
    line = paper.row_layout.laid_out_row(first).lines()[0].naturalTextRect()
    assert abs(line.center().x() - paper.row_layout.measure(first) / 2) < 1
    assert _left(paper, under) == paper.row_layout.page.text_left
    lines = paper.row_layout.laid_out_row(second)
    (box,) = lines.line_boxes(6, 10)
    assert lines.offset_at(box.center()) == 8
    paper = _paper(window, tmp_path, CONCLUSIONS)
    rows = [row for row in range(len(paper.paragraphs.units)) if paper.paragraphs.is_heading(row)]
    assert rows
    assert all(_left(paper, row) == paper.row_layout.page.text_left for row in rows)


def _cell(row: int, column: int, text: str) -> Paragraph:
    return Paragraph(Address(f"tbl_1__row_{row}__cell_{column}"), Kind.CELL, "", text)


UNITS = (
    Paragraph(Address("para_1"), Kind.PARAGRAPH, "1.", "Before the table."),
    _cell(1, 1, "A place with a long name"),
    _cell(1, 2, "45"),
    _cell(2, 1, "Another"),
    _cell(2, 2, "40"),
    Paragraph(Address("para_2"), Kind.PARAGRAPH, "2.", "After it."),
)


def test_cells_of_a_table_row_stand_side_by_side_in_columns_as_wide_as_their_words_or_the_longest_of_them() -> None:
    made = cells(UNITS)
    assert [(made[n].band, made[n].first) for n in (1, 2, 3, 4)] == [(1, True), (1, True), (3, False), (3, False)]
    assert made[1].left == 0
    assert made[2].left == made[1].width > made[2].width
    assert round(made[1].width + made[2].width, 9) == 1
    units = (_cell(1, 1, "Article number"), *(_cell(1, n, LONG) for n in (2, 3, 4)))
    made = cells(units)
    assert made[0].width * 70 > len("Article") + 2
    assert made[1].width > made[0].width


def test_a_point_finds_its_cell_and_rows_below_follow_the_highest(qapp: object) -> None:
    flow = _laid_out(850, UNITS)
    assert flow.top(1) == flow.top(2) < flow.top(3) == flow.top(4) < flow.top(5)
    middle = flow.top(1) + flow.height(1) / 2
    assert flow.row_at(middle, flow.left(1) + 5) == 1
    assert flow.row_at(middle, flow.left(2) + 5) == 2
    assert list(flow.rows_between(middle, middle + 1)) == [1, 2]


WIDE = (
    *(_cell(1, n, text) for n, text in enumerate(("Row", "Commission", "Parliament", "Draft agreement"), start=1)),
    _cell(2, 1, "Article 3 – Quiet hours"),
    *(_cell(3, n, text) for n, text in enumerate(("21 Y", LONG, LONG, f"{LONG} Text origin: Council"), start=1)),
)


def _laid_out(pane: int, units: tuple[Paragraph, ...] = WIDE) -> ParagraphLayout:
    model = ParagraphModel()
    model.units = units
    model.first_note = len(units)
    flow = ParagraphLayout(model)
    flow.reset(metrics_for_pane(pane, 17))
    flow.measure_rows(range(len(units)))
    return flow


def test_a_table_of_four_columns_uses_the_whole_pane_or_scrolls_sideways(qapp: object) -> None:
    flow = _laid_out(1000)
    assert flow.left(0) == 0
    assert flow.width(0) == 56
    assert [flow.width(n) for n in (1, 2, 3)] == [(1000 - 56) / 3] * 3
    assert flow.left(3) + flow.width(3) == 1000
    assert (flow.left(4), flow.width(4)) == (0, 1000)  # a heading spans all columns
    assert flow.header_rows(6) == range(4)
    assert flow.is_same_band(5, 8)
    assert not flow.is_same_band(5, 4)
    assert [line.textLength() for line in flow.laid_out_row(5).lines()] == [3, 1]  # the status is under the number
    assert flow.overflow == 0
    flow = _laid_out(400)  # in a narrow pane the first column does not scroll sideways
    assert [flow.width(n) for n in (0, 1, 2, 3)] == [56, 150, 150, 150]
    assert flow.overflow == 56 + 3 * 150 - 400
    flow.scrolled = 80
    assert (flow.left(0), flow.left(1)) == (0, 56 - 80)
    y = flow.top(5) + 4
    assert flow.row_at(y, 30) == 5
    assert flow.row_at(y, 60) == 6


def test_hidden_columns_leave_their_room_to_the_others(qapp: object) -> None:
    flow = _laid_out(1000)
    flow.hidden = frozenset({1, 2})
    flow.reset(metrics_for_pane(1000, 17))
    flow.measure_rows(range(len(WIDE)))
    assert (flow.left(8), flow.width(8)) == (56, 1000 - 56)
    assert [flow.is_hidden(row) for row in (4, 5, 6, 7, 8)] == [False, False, True, True, False]
    y = flow.top(5) + 4
    assert [flow.row_at(y, x) for x in (30, 60, 900)] == [5, 8, 8]
    flow.hidden = frozenset({0, 1})
    assert [(flow.left(row), flow.width(row)) for row in (7, 8)] == [(0, 500), (500, 500)]


def test_the_keys_pass_hidden_columns_over_and_a_place_in_one_shows_it(qtbot: QtBot) -> None:
    paper = DocumentView()
    qtbot.addWidget(paper)
    paper.resize(1000, 600)
    paper.paragraphs.units, paper.paragraphs.first_note = WIDE, len(WIDE)
    paper.rebuild()
    paper.setCurrentIndex(paper.paragraphs.index(6))
    with qtbot.waitSignal(paper.columns_changed):
        paper.hide_columns(frozenset({1, 2}))
    assert paper.current_row() == 5
    paper.step(1)
    assert paper.current_row() == 8
    paper.step(-1)
    assert paper.current_row() == 5
    paper.go_to_row(7)
    assert (paper.current_row(), paper.row_layout.hidden) == (7, frozenset())


@pytest.mark.parametrize("theme_name", ["dark", "contrast"])
def test_the_current_row_keeps_its_height_on_the_screen_when_all_is_laid_out_again(
    qtbot: QtBot, theme_name: str
) -> None:
    paper = DocumentView()
    qtbot.addWidget(paper)
    paper.resize(700, 600)
    words = [("The ports keep quiet at night. " * (1 + n * 7 % 13)).strip() for n in range(60)]
    rows = [Paragraph(Address(f"para_{n}"), Kind.PARAGRAPH, "", text) for n, text in enumerate(words)]
    paper.paragraphs.units = tuple(rows)
    paper.paragraphs.first_note = len(words)
    paper.show()
    paper.rebuild()
    paper.go_to_row(40, far=True)
    before = paper.visualRect(paper.currentIndex()).top()
    theme.choose(theme_name)
    assert paper.visualRect(paper.currentIndex()).top() == before
    paper.verticalScrollBar().setValue(paper.verticalScrollBar().value() - 100)
    assert paper.visualRect(paper.currentIndex()).top() == before + 100


@pytest.mark.parametrize(
    ("pane", "window", "width"),
    [(822, 1440, 720), (812, 1366, 700), (723, 1024, 640), (619, 920, 571), (900, 900, 852)],
)
def test_the_measure_follows_the_width_of_the_window(pane: int, window: int, width: int) -> None:
    assert metrics_for_pane(pane, 17, window).width == width
