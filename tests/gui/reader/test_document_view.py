from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from delegate_desk.core.annotations.annotation import Annotation, AnnotationKind
from delegate_desk.core.documents.document import DocumentId, Place
from delegate_desk.core.positions.position import PositionEntry, Stance
from delegate_desk.desk import Desk
from delegate_desk.gui.reader.document_view import DocumentView
from delegate_desk.gui.reader.paragraph_model import sentences
from delegate_desk.gui.reader.row_layout import levels
from delegate_desk.gui.shell.main_window import MainWindow
from support.main_windows import current_reader, settle

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
    note = desk.annotations.new(
        Place(french, paper.paragraphs.place(paper.current_row()).address), AnnotationKind.RED_LINE
    )
    reading.tasks.write(lambda: desk.annotations.save(note))
    settle(reading)
    assert [one.id for _, one in paper.paragraphs.other_version_annotations(paper.current_row())] == [note.id]
    said = paper.paragraphs.index(paper.current_row()).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Red line, on the French text" in said
    assert paper.paragraphs.annotations(paper.current_row()) == ()


def test_the_signs_in_the_margin_are_few_and_lead_to_their_section(
    reading: MainWindow, paper: DocumentView, desk: Desk, qtbot: QtBot
) -> None:
    row = paper.current_row()
    place = paper.paragraphs.place(row)
    kinds = (AnnotationKind.NOTE, AnnotationKind.SUPPORT, AnnotationKind.RED_LINE)
    for kind in kinds:
        reading.tasks.write(partial(desk.annotations.save, desk.annotations.new(place, kind)))
    entry = PositionEntry(place.address, stance=Stance.OPPOSE)
    reading.tasks.write(lambda: desk.positions.set_item(place.document, entry))
    settle(reading)
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
