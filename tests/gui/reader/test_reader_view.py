from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QHelpEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from delegate_desk.core.annotations.annotation import AnnotationKind
from delegate_desk.core.documents.corrections import CorrectableField
from delegate_desk.core.documents.document import (
    Address,
    Document,
    DocumentId,
    Header,
    Kind,
    MarkUp,
    Paragraph,
    Place,
    View,
)
from delegate_desk.core.documents.reading_remarks import ReadingRemark, RemarkKind
from delegate_desk.core.positions.position import PositionEntry
from delegate_desk.desk import Desk
from delegate_desk.gui.reader.document_view import DocumentView
from delegate_desk.gui.reader.paragraph_model import ReaderDocument
from delegate_desk.gui.reader.reader_view import ReaderView
from delegate_desk.gui.shell.main_window import MainWindow
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets.key_bindings import plain_name
from delegate_desk.gui.widgets.text.paragraph_text import TextStyle
from delegate_desk.paths import RESOURCES
from support.document_values import paper as values
from support.document_values import take_in
from support.main_windows import current_reader, popup, settle, show_document
from support.reader_steps import at_hand, move_mouse, press, row_of, turn_wheel

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def marked(reader: ReaderView) -> ReaderView:
    """The reader on a document that marks its own changes and has a footnote."""
    shown = reader.paper.paragraphs.shown
    assert shown is not None
    reader._on_loaded(ReaderDocument(shown.library_document, values()))
    return reader


def test_keys_lead_from_paragraph_to_paragraph_and_the_current_one_is_told(
    reader: ReaderView, held: DocumentId, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(reader.place_changed) as told:
        press(qtbot, reader, Qt.Key.Key_Down)
    assert told.args == [Place(held, Address("para_1"))]
    assert at_hand(reader) == "para_1"
    press(qtbot, reader, Qt.Key.Key_End)
    assert at_hand(reader) == "para_3"
    press(qtbot, reader, Qt.Key.Key_Up)
    assert at_hand(reader) == "para_2__point_2"
    press(qtbot, reader, Qt.Key.Key_Home)
    assert at_hand(reader) == "cover"


def test_typing_a_place_goes_there_and_one_that_is_not_there_is_said(reader: ReaderView, qtbot: QtBot) -> None:
    for typed, address in [("2", "para_2"), ("2b", "para_2__point_2"), ("2(1)", "para_2__point_1")]:
        qtbot.keyClicks(reader.paper, typed[0])
        qtbot.keyClicks(reader.ui.place_bar.edit, typed[1:])
        assert "…" in reader.ui.place_bar.label.text(), typed
        qtbot.keyClick(reader.ui.place_bar.edit, Qt.Key.Key_Return)
        assert at_hand(reader) == address, typed
        assert reader.paper.hasFocus(), typed
    reader.place_bar.open("99")
    assert reader.ui.place_bar.label.text() == "Not found in this document"
    qtbot.keyClick(reader.ui.place_bar.edit, Qt.Key.Key_Return)
    assert at_hand(reader) == "para_2__point_1"
    qtbot.keyClick(reader.ui.place_bar.edit, Qt.Key.Key_Escape)
    assert reader.ui.place_bar.isHidden()


def test_words_are_chosen_by_keys_and_copied_with_labels_or_where_they_stand(
    reader: ReaderView, tasks: Tasks, qtbot: QtBot
) -> None:
    reader.go_to("para_3")
    for _ in range(3):
        press(qtbot, reader, Qt.Key.Key_Right, CONTROL | SHIFT)
    reader.copy()
    assert QApplication.clipboard().text() == "The Council"
    assert reader.span() == (0, 11)
    reader.go_to("para_2__point_1")
    press(qtbot, reader, Qt.Key.Key_End, CONTROL | SHIFT)
    reader.copy()
    lines = QApplication.clipboard().text().splitlines()
    assert lines[0].startswith("(a) set quiet hours")
    assert lines[1].startswith("(b) offer")
    assert lines[2].startswith("3. The Council")
    reader.go_to("para_2__point_2")
    reader.copy_with_citation()
    tasks.wait()
    expected = "“offer shore power to ships that keep them.” (ST 7001/26, paragraph 2, point (b))"
    assert QApplication.clipboard().text() == expected


def test_a_drag_of_the_mouse_chooses_words(reader: ReaderView, qtbot: QtBot) -> None:
    reader.go_to("para_1")
    paper = reader.paper
    box = paper.visualRect(paper.currentIndex())
    start = QPoint(round(paper.row_layout.text_left(1)) + 1, box.center().y())
    end = start + QPoint(120, 0)
    qtbot.mousePress(paper.viewport(), Qt.MouseButton.LeftButton, pos=start)
    move_mouse(paper.viewport(), end, pressed=True)
    qtbot.mouseRelease(paper.viewport(), Qt.MouseButton.LeftButton, pos=end)
    assert paper.selection.text().startswith("The Council")


def test_the_same_place_is_opened_in_the_other_language(
    reader: ReaderView, french: DocumentId, tasks: Tasks, qtbot: QtBot
) -> None:
    reader.go_to("para_1")
    with qtbot.waitSignal(reader.place_requested) as asked:
        reader.open_other_language()
    assert asked.args == [Place(french, Address("para_1"))]
    reader.go_to("para_2__point_1")  # the French one has no points
    with qtbot.waitSignal(reader.place_requested) as asked:
        reader.open_other_language()
    assert asked.args == [Place(french, Address("para_2"))]


def test_annotated_words_and_proposals_are_shown(
    reader: ReaderView, desk: Desk, tasks: Tasks, held: DocumentId
) -> None:
    place = Place(held, Address("para_3"))
    tasks.write(lambda: desk.annotations.save(desk.annotations.new(place, AnnotationKind.QUESTION, span=(4, 11))))
    text = "The Council will revert to the matter soon."
    tasks.write(lambda: desk.positions.set_item(held, PositionEntry(Address("para_3"), proposal=text)))
    tasks.wait()
    model = reader.paper.paragraphs
    row = row_of(reader, "para_3")
    assert [a.kind for a in model.annotations(row)] == [AnnotationKind.QUESTION]
    assert {s.style for s in model.typeset_text(row).stretches} == {TextStyle.WE_ADD, TextStyle.WE_DELETE}
    accessible_text = str(model.index(row).data(Qt.ItemDataRole.AccessibleTextRole))
    assert "we delete “by the end of 2027” we add “soon”" in accessible_text
    reader.show_drafting(False, View.AFTER)
    assert model.typeset_text(row).stretches == ()
    assert "we add" not in str(model.index(row).data(Qt.ItemDataRole.AccessibleTextRole))


def test_a_text_that_marks_its_changes_is_read_before_and_after(marked: ReaderView) -> None:
    assert not marked.ui.reading_button.isHidden()
    row = row_of(marked, "para_2")
    shown = {}
    for view in View:
        marked.show_view(view)
        shown[view] = marked.paper.paragraphs.typeset_text(row).text
    marked.ui.reading_button.click()
    menu = marked.ui.reading_button.findChild(QMenu)
    assert menu is not None
    assert [action.text() for action in menu.actions() if action.isChecked()] == ["After changes"]
    menu.actions()[1].trigger()
    menu.close()
    assert marked.ui.reading_button.text() == "Before changes ⌄"
    assert shown[View.MARKED].startswith("Ports shall should set")
    assert shown[View.BEFORE].startswith("Ports shall set")
    assert shown[View.AFTER].startswith("Ports should set")


def test_a_call_shows_its_footnote_under_the_mouse_until_it_continues_and_leads_to_it(
    marked: ReaderView, qtbot: QtBot
) -> None:
    paper, row = marked.paper, row_of(marked, "para_2")
    start, end, _ = paper.paragraphs.typeset_text(row).calls[0]
    point = paper.box_for_span(row, start, end).center()
    event = QHelpEvent(QEvent.Type.ToolTip, point, paper.viewport().mapToGlobal(point))
    QApplication.sendEvent(paper.viewport(), event)
    assert marked.footnote_popup.isVisible()
    move_mouse(paper.viewport(), point + QPoint(-200, 0))
    assert marked.footnote_popup.isHidden()
    box = paper.row_layout.laid_out_row(row).line_boxes(start, end)[0]
    corner = QPointF(paper.row_layout.text_left(row), paper.row_layout.text_top(row) + paper._shift())
    point = (box.center() + corner).toPoint()
    assert paper.call_at(point) == "fn_1"
    qtbot.mouseClick(paper.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert at_hand(marked) == "fn_1"


def test_a_key_shows_the_footnote_of_the_paragraph(marked: ReaderView, qtbot: QtBot) -> None:
    popup = marked.footnote_popup
    marked.show_footnote()
    assert popup.isHidden()  # the first paragraph calls none
    marked.go_to("para_2")
    marked.show_footnote()
    assert popup.isVisible()
    assert popup.text_label.text() == "1  See document 6500/26."
    assert marked.paper.viewport().rect().contains(popup.geometry())
    press(qtbot, marked, Qt.Key.Key_Escape)
    assert popup.isHidden()
    assert at_hand(marked) == "para_2"
    marked.show_footnote()
    press(qtbot, marked, Qt.Key.Key_Return)
    assert at_hand(marked) == "fn_1"


def test_what_could_not_be_read_stands_under_the_title(reader: ReaderView) -> None:
    held = reader.library_document()
    assert held is not None
    reader._on_loaded(
        ReaderDocument(held, replace(values(), remarks=(ReadingRemark(RemarkKind.NO_TEXT, pages=(3, 4, 5)),)))
    )
    assert reader.paper.header is not None
    assert "No text on pages 3–5" in reader.paper.header.accessible_text()
    with_remark = reader.paper.header.height
    reader._on_loaded(ReaderDocument(held, values()))
    assert reader.paper.header.height < with_remark


def test_the_wheel_with_ctrl_changes_the_letters_within_limits(reader: ReaderView) -> None:
    for _ in range(20):
        turn_wheel(reader.paper.viewport(), 120, QPointF(400, 300))
    assert reader.paper.reading_size == 26
    for _ in range(20):
        turn_wheel(reader.paper.viewport(), -120, QPointF(400, 300))
    assert reader.paper.reading_size == 13


@pytest.fixture
def long_paper(reader: ReaderView) -> DocumentView:
    held = reader.library_document()
    assert held is not None
    text = "The Council invites the Member States to set quiet hours for ships at berth. "
    units = tuple(
        Paragraph(Address(f"para_{n}"), Kind.PARAGRAPH, f"{n}.", (text * (n % 7 + 1)).strip()) for n in range(1, 5001)
    )
    reader._on_loaded(ReaderDocument(held, Document(Header("en"), units)))
    return reader.paper


def test_five_thousand_paragraphs_stay_where_they_are_while_they_are_laid_out(
    long_paper: DocumentView, qtbot: QtBot
) -> None:
    long_paper.go_to_row(2500, far=True)
    before = long_paper.visualRect(long_paper.currentIndex()).top()
    qtbot.waitUntil(lambda: not long_paper.row_layout.unmeasured_rows(1))
    assert abs(long_paper.visualRect(long_paper.currentIndex()).top() - before) <= 1
    long_paper.go_to_row(4999)
    assert long_paper.viewport().rect().contains(long_paper.visualRect(long_paper.currentIndex()))


def test_the_next_change_is_the_next_paragraph_that_marks_one(marked: ReaderView) -> None:
    marked.step_change(1)
    assert at_hand(marked) == "para_2"
    marked.step_change(1)
    assert at_hand(marked) == "para_2", "it is the last one"
    marked.step(2)
    marked.step_change(-1)
    assert at_hand(marked) == "para_2"


pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # offscreen there are no menus that grab keys


def offered(window: MainWindow) -> list[QAction]:
    window.ui.action_mark_up.trigger()
    actions = [action for action in popup().actions() if not action.isSeparator()]
    popup().close()
    return actions


def choose(window: MainWindow, number: int) -> None:
    window.ui.action_mark_up.trigger()
    menu = popup()
    [action for action in menu.actions() if action.isCheckable()][number].trigger()
    menu.close()
    settle(window)


def test_the_judgement_on_bold_words_says_why_and_can_be_overruled(window: MainWindow, desk: Desk) -> None:
    key = take_in(desk, RESOURCES / "samples" / "ST-99140-2026-INIT_en.docx")
    show_document(window, key)
    reader = current_reader(window)
    reason, *ways = offered(window)
    assert not reason.isEnabled()
    assert reason.text().endswith(".")
    assert [way.isChecked() for way in ways] == [True, False, False]
    place = reader.place()
    reader.go_to("art_2")
    choose(window, 2)
    assert desk.documents.content(key).mark_up is MarkUp.NONE
    assert reader.place() != place
    assert "You set bold" in reader.ui.reading_button.toolTip()
    assert reader.ui.reading_button.text() == "Emphasis only ⌄"
    assert not window.ui.action_before.isEnabled()
    choose(window, 0)
    assert desk.documents.content(key).mark_up is MarkUp.PRINTED
    assert desk.corrections.for_document(key) == []
    assert reader.ui.reading_button.text() == "With mark-up ⌄"


def test_a_text_without_changes_can_be_said_to_mark_them(reading: MainWindow, desk: Desk, held: DocumentId) -> None:
    reader = current_reader(reading)
    assert reader.ui.reading_button.isHidden()
    choose(reading, 1)
    assert [(made.field, made.value) for made in desk.corrections.for_document(held)] == [
        (CorrectableField.MARK_UP, "printed")
    ]
    assert not reader.ui.reading_button.isHidden()
    assert plain_name(reading.ui.action_mark_up) == "Interpret Bold as"


def test_the_original_is_dragged_from_the_head_as_a_file_that_may_only_be_read(
    reader: ReaderView, desk: Desk, tasks: Tasks, held: DocumentId
) -> None:
    assert reader.original_drag.mime_data() is None
    reader.paper.head_pressed.emit()
    tasks.wait()
    data = reader.original_drag.mime_data()
    assert data is not None
    (url,) = data.urls()
    file = Path(url.toLocalFile())
    assert file.name == desk.documents.get(held).file_name
    assert file.read_bytes() == desk.documents.original_bytes(held)
    assert not file.stat().st_mode & 0o222


def test_a_text_that_is_not_read_yet_offers_no_columns(window: MainWindow) -> None:
    reader = ReaderView(window.desk, window.tasks)
    assert reader.ui.columns_button.isHidden()
    reader.deleteLater()
