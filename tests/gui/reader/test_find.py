import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from delegate_desk.core.documents.document import Address, DocumentId, Place, View
from delegate_desk.core.positions.position import PositionEntry
from delegate_desk.core.search import TypedQuery
from delegate_desk.desk import Desk
from delegate_desk.gui.reader.reader_view import ReaderView
from delegate_desk.gui.tasks import Tasks
from support.reader_steps import at_hand, press

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def test_finding_lights_and_counts_without_regard_to_accents_and_case(reader: ReaderView, qtbot: QtBot) -> None:
    reader.find_bar.open()
    qtbot.keyClicks(reader.ui.find_bar.edit, "SHIPS")
    assert reader.ui.find_bar.label.text() == "1 of 3"
    qtbot.keyClick(reader.ui.find_bar.edit, Qt.Key.Key_Return)
    assert reader.ui.find_bar.label.text() == "2 of 3"
    qtbot.keyClicks(reader.ui.find_bar.edit, "q")
    assert reader.ui.find_bar.label.text() == "Not found in this document"
    qtbot.keyClick(reader.ui.find_bar.edit, Qt.Key.Key_Escape)
    assert reader.paper.rows_painter.hits == {}


def lit(reader: ReaderView) -> dict[str, list[str]]:
    """By address, the highlighted words."""
    model, hits = reader.paper.paragraphs, reader.paper.rows_painter.hits
    return {
        model.units[row].address: [model.typeset_text(row).text[start:end] for start, end in spans]
        for row, spans in hits.items()
    }


@pytest.fixture
def searched(reader: ReaderView, tasks: Tasks, held: DocumentId) -> ReaderView:
    """The reader on a hit of a search that has another hit in the document."""
    reader.open(held, Address("para_2__point_1"), TypedQuery("ships OR keep"))
    tasks.wait()
    return reader


def test_the_words_of_the_hits_are_lit_and_ticked_and_no_others(
    reader: ReaderView, tasks: Tasks, held: DocumentId
) -> None:
    reader.open(held, Address("para_2__point_1"), TypedQuery("quiet ships"))
    tasks.wait()
    assert at_hand(reader) == "para_2__point_1"
    assert lit(reader) == {"para_2__point_1": ["quiet", "ships"]}
    row = reader.paper.current_row()
    assert list(reader.paper.tick_bar.ticks().values()) == [row]
    assert reader.paper.rows_painter.current_hit == (row, 4, 9)


def test_what_a_search_lit_stays_until_esc_puts_it_out(
    searched: ReaderView, held: DocumentId, tasks: Tasks, qtbot: QtBot
) -> None:
    everything = lit(searched)
    assert everything == {"para_1": ["ships"], "para_2__point_1": ["ships"], "para_2__point_2": ["ships", "keep"]}
    searched.open(held, Address("para_3"))
    tasks.wait()
    assert lit(searched) == everything
    searched.find_bar.open()
    qtbot.keyClicks(searched.ui.find_bar.edit, "2027")
    assert lit(searched) == {"para_3": ["2027"]}
    qtbot.keyClick(searched.ui.find_bar.edit, Qt.Key.Key_Escape)
    assert lit(searched) == everything
    press(qtbot, searched, Qt.Key.Key_Escape)
    assert lit(searched) == {}
    assert searched.paper.tick_bar.ticks() == {}


def test_what_is_lit_stays_at_its_words_in_every_view_and_beside_a_proposal(
    searched: ReaderView, desk: Desk, tasks: Tasks, held: DocumentId
) -> None:
    text = "set the quiet and the silent hours for all ships at berth;"
    tasks.write(lambda: desk.positions.set_item(held, PositionEntry(Address("para_2__point_1"), proposal=text)))
    tasks.wait()
    assert lit(searched)["para_2__point_1"] == ["ships"]
    searched.show_drafting(False, View.AFTER)
    assert lit(searched)["para_2__point_1"] == ["ships"]


def test_a_tick_leads_to_what_was_found(searched: ReaderView, held: DocumentId, qtbot: QtBot) -> None:
    row = searched.paper.paragraphs.row_for_address(Address("para_1"))
    assert row is not None
    with qtbot.waitSignal(searched.jumped) as left:
        searched.paper.tick_bar.ticked.emit(row)
    assert left.args == [Place(held, Address("para_2__point_1"))]
    assert at_hand(searched) == "para_1"
    assert searched.paper.rows_painter.current_hit is not None
    assert searched.paper.rows_painter.current_hit[0] == row


def test_each_letter_is_found_from_where_one_began_to_type(reader: ReaderView, qtbot: QtBot) -> None:
    reader.go_to("para_1")
    reader.find_bar.open()
    qtbot.keyClicks(reader.ui.find_bar.edit, "of")
    assert at_hand(reader) == "para_2__point_2"
    qtbot.keyClick(reader.ui.find_bar.edit, Qt.Key.Key_Backspace)
    assert at_hand(reader) == "para_1"
    qtbot.keyClick(reader.ui.find_bar.edit, Qt.Key.Key_Return)
    reader.go_to("para_3")
    qtbot.keyClicks(reader.ui.find_bar.edit, "f")
    assert at_hand(reader) == "para_3"


def test_finding_continues_from_the_current_paragraph(reader: ReaderView, qtbot: QtBot) -> None:
    reader.find_bar.open()
    qtbot.keyClicks(reader.ui.find_bar.edit, "ships")
    reader.go_to("para_3")
    qtbot.keyClick(reader.ui.find_bar.edit, Qt.Key.Key_Return, SHIFT)
    assert at_hand(reader) == "para_2__point_2"
    assert reader.ui.find_bar.label.text() == "3 of 3"
    qtbot.keyClick(reader.ui.find_bar.edit, Qt.Key.Key_Return)
    assert at_hand(reader) == "para_1"


def test_one_comes_back_from_what_one_looked_for(reader: ReaderView, held: DocumentId, qtbot: QtBot) -> None:
    reader.find_bar.open()
    qtbot.keyClicks(reader.ui.find_bar.edit, "2027")
    with qtbot.waitSignal(reader.jumped) as left:
        qtbot.keyClick(reader.ui.find_bar.edit, Qt.Key.Key_Escape)
    assert left.args == [Place(held, Address("cover"))]
    assert at_hand(reader) == "para_3"
    assert reader.paper.hasFocus()


def test_what_is_typed_is_found_in_the_text_as_it_stands_now(reader: ReaderView, tasks: Tasks, desk: Desk) -> None:
    reader.find_bar.open()
    tasks.wait()
    reader.ui.find_bar.edit.setText("soon")
    assert lit(reader) == {}
    held = reader.document
    assert held is not None
    text = "The Council will revert to the matter soon."
    tasks.write(lambda: desk.positions.set_item(held, PositionEntry(Address("para_3"), proposal=text)))
    tasks.wait()
    assert lit(reader) == {"para_3": ["soon"]}
