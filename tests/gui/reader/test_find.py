"""Find, the outline and the breadcrumb."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from delegate_desk.core.documents.document import Address, DocumentId, Kind, Paragraph, Place, View
from delegate_desk.core.positions.position import PositionEntry
from delegate_desk.core.search import TypedQuery
from delegate_desk.desk import Desk
from delegate_desk.gui.reader.outline_view import Breadcrumb, outline
from delegate_desk.gui.reader.reader_view import ReaderView
from delegate_desk.gui.shell.main_window import MainWindow
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets.filter_dialog import NameChooserDialog
from support.main_windows import current_reader, settle
from support.reader_steps import at_hand, press, row_of

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


def test_the_words_of_the_hits_are_lit_and_ticked_and_no_others_and_a_tick_leads_there(
    reader: ReaderView, tasks: Tasks, held: DocumentId, qtbot: QtBot
) -> None:
    reader.open(held, Address("para_2__point_1"), TypedQuery("quiet ships"))
    tasks.wait()
    assert at_hand(reader) == "para_2__point_1"
    assert lit(reader) == {"para_2__point_1": ["quiet", "ships"]}
    row = reader.paper.current_row()
    assert list(reader.paper.tick_bar.ticks().values()) == [row]
    assert reader.paper.rows_painter.current_hit == (row, 4, 9)
    reader.open(held, Address("para_2__point_1"), TypedQuery("ships OR keep"))
    tasks.wait()
    row = row_of(reader, "para_1")
    with qtbot.waitSignal(reader.jumped) as left:
        reader.paper.tick_bar.ticked.emit(row)
    assert left.args == [Place(held, Address("para_2__point_1"))]
    assert at_hand(reader) == "para_1"
    assert reader.paper.rows_painter.current_hit is not None
    assert reader.paper.rows_painter.current_hit[0] == row


def test_what_a_search_lit_stays_at_its_words_in_every_view_until_esc_puts_it_out(
    reader: ReaderView, desk: Desk, held: DocumentId, tasks: Tasks, qtbot: QtBot
) -> None:
    reader.open(held, Address("para_2__point_1"), TypedQuery("ships OR keep"))
    tasks.wait()
    everything = lit(reader)
    assert everything == {"para_1": ["ships"], "para_2__point_1": ["ships"], "para_2__point_2": ["ships", "keep"]}
    reader.open(held, Address("para_3"))
    tasks.wait()
    assert lit(reader) == everything
    reader.find_bar.open()
    qtbot.keyClicks(reader.ui.find_bar.edit, "2027")
    assert lit(reader) == {"para_3": ["2027"]}
    qtbot.keyClick(reader.ui.find_bar.edit, Qt.Key.Key_Escape)
    assert lit(reader) == everything
    text = "set the quiet and the silent hours for all ships at berth;"
    tasks.write(lambda: desk.positions.set_item(held, PositionEntry(Address("para_2__point_1"), proposal=text)))
    tasks.wait()
    assert lit(reader)["para_2__point_1"] == ["ships"]
    reader.show_drafting(False, View.AFTER)
    assert lit(reader)["para_2__point_1"] == ["ships"]
    press(qtbot, reader, Qt.Key.Key_Escape)
    assert lit(reader) == {}
    assert reader.paper.tick_bar.ticks() == {}


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


def test_finding_continues_from_the_current_paragraph_and_one_comes_back_from_it(
    reader: ReaderView, held: DocumentId, qtbot: QtBot
) -> None:
    reader.find_bar.open()
    qtbot.keyClicks(reader.ui.find_bar.edit, "2027")
    with qtbot.waitSignal(reader.jumped) as left:
        qtbot.keyClick(reader.ui.find_bar.edit, Qt.Key.Key_Escape)
    assert left.args == [Place(held, Address("cover"))]
    assert at_hand(reader) == "para_3"
    assert reader.paper.hasFocus()
    reader.go_to("cover")
    reader.find_bar.open()
    qtbot.keyClicks(reader.ui.find_bar.edit, "ships")
    reader.go_to("para_3")
    qtbot.keyClick(reader.ui.find_bar.edit, Qt.Key.Key_Return, SHIFT)
    assert at_hand(reader) == "para_2__point_2"
    assert reader.ui.find_bar.label.text() == "3 of 3"
    qtbot.keyClick(reader.ui.find_bar.edit, Qt.Key.Key_Return)
    assert at_hand(reader) == "para_1"


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


def unit(address: str, kind: Kind, label: str, text: str = "") -> Paragraph:
    return Paragraph(Address(address), kind, label, text)


ACT = (
    unit("rec_1", Kind.RECITAL, "(1)", "Ports are loud."),
    unit("rec_2", Kind.RECITAL, "(2)", "People sleep there."),
    unit("chp_1", Kind.CHAPTER, "CHAPTER I", "General provisions"),
    unit("art_1", Kind.ARTICLE, "Article 1", "Scope"),
    unit("art_1__para_1", Kind.PARAGRAPH, "1.", "This Regulation applies to ports."),
    unit("chp_2", Kind.CHAPTER, "CHAPTER II", "Quiet hours"),
    unit("chp_2__sec_1", Kind.SECTION, "Section 1", "At night"),
    unit("art_2", Kind.ARTICLE, "Article 2", "Hours"),
    unit("annex_1", Kind.ANNEX, "ANNEX I", "Ports"),
    unit("annex_1__p_1", Kind.TEXT, "", "All ports."),
)


def test_headings_hang_on_each_other_and_recitals_are_together() -> None:
    listed = [(entry.level, entry.label) for entry in outline(ACT)]
    assert listed == [
        (0, "(1)–(2)"),
        (1, "(1)"),
        (1, "(2)"),
        (0, "CHAPTER I"),
        (1, "1"),
        (0, "CHAPTER II"),
        (1, "Section 1"),
        (2, "2"),
        (0, "ANNEX I"),
    ]


def test_many_recitals_are_listed_in_tens_and_a_text_without_articles_lists_its_paragraphs() -> None:
    units = [unit(f"rec_{n}", Kind.RECITAL, f"({n})", "Ports are loud.") for n in range(1, 24)]
    assert [entry.label for entry in outline(units)] == ["(1)–(23)", "(1)–(10)", "(11)–(20)", "(21)–(23)"]
    units = [
        unit("hd_1", Kind.HEADING, "", "Introduction"),
        unit("para_1", Kind.PARAGRAPH, "1.", "The Council notes."),
        unit("para_1__point_1", Kind.POINT, "(a)", "this;"),
        unit("para_2", Kind.PARAGRAPH, "2.", "The Council invites."),
    ]
    assert [(entry.level, entry.label or entry.text) for entry in outline(units)] == [
        (0, "Introduction"),
        (1, "1."),
        (1, "2."),
    ]


def test_the_keyboard_filters_the_outline_and_goes_where_it_says(reading: MainWindow, qtbot: QtBot) -> None:
    outlined, reader, pane = reading, current_reader(reading), reading.outline
    outlined.ui.action_outline.setChecked(True)
    settle(outlined)
    assert pane.list.hasFocus()
    qtbot.keyClick(pane.list, Qt.Key.Key_R)
    qtbot.keyClicks(pane.edit, "evert")
    assert [entry.label for entry in pane.model.rows] == ["3."]
    qtbot.keyClick(pane.edit, Qt.Key.Key_Return)
    settle(outlined)
    assert reader.place() is not None
    assert reader.paper.paragraphs.units[reader.paper.current_row()].address == "para_3"
    assert reader.paper.hasFocus()
    assert outlined.travel.past
    pane.edit.clear()  # it follows the paragraph, and Esc leaves it
    reader.go_to("para_2__point_2")
    assert pane.current is not None
    assert pane.model.rows[pane.current].label == "2."
    qtbot.keyClicks(pane.edit, "zzz")
    assert pane.empty_label.isVisible()
    qtbot.keyClick(pane.edit, Qt.Key.Key_Escape)
    assert reader.paper.hasFocus()
    outlined.ui.action_outline.setChecked(False)
    assert pane.isHidden()
    assert outlined.documents.isVisible()


def test_a_step_lays_out_the_breadcrumb_alone(qtbot: QtBot) -> None:
    asked: list[QEvent] = []

    class Line(QWidget):
        @override
        def event(self, event: QEvent) -> bool:
            if event.type() == QEvent.Type.LayoutRequest:
                asked.append(event)
            return super().event(event)

    line, breadcrumb = Line(), Breadcrumb()
    qtbot.addWidget(line)
    QVBoxLayout(line).addWidget(breadcrumb)
    line.resize(600, 40)
    line.show()
    breadcrumb.show_text(ACT)
    breadcrumb.show_row(4)
    qtbot.waitUntil(lambda: bool(asked))
    QApplication.processEvents()
    asked.clear()
    for row in (3, 4, 1):
        breadcrumb.show_row(row)
        QApplication.processEvents()
        shown = [part for part in breadcrumb.parts if part.isVisible()]
        assert shown[-1].geometry().right() < 600
        assert all(one.geometry().right() < other.x() for one, other in pairwise(shown))
    assert not asked


@pytest.mark.qt_log_ignore("This plugin does not support")  # menus, without a screen
def test_the_breadcrumb_names_the_headings_above_and_leads_to_those_beside(qtbot: QtBot) -> None:
    units = [
        unit("rec_1", Kind.RECITAL, "(1)", "Noise is a burden."),
        unit("rec_2", Kind.RECITAL, "(2)", "Ports are near towns."),
        unit("chp_I", Kind.CHAPTER, "Chapter I", "Subject"),
        unit("art_1", Kind.ARTICLE, "Article 1", "Scope"),
        unit("art_1__para_1", Kind.PARAGRAPH, "1.", "It applies to ports."),
        unit("art_1__para_2", Kind.PARAGRAPH, "2.", "It does not apply to marinas."),
        unit("art_2", Kind.ARTICLE, "Article 2", "Definitions"),
        unit("chp_II", Kind.CHAPTER, "Chapter II", "Hours"),
    ]
    line = Breadcrumb()
    qtbot.addWidget(line)
    line.resize(900, 24)
    line.show()
    line.show_text(units)
    line.show_row(5)
    assert [part.text() for part in line.parts] == ["Chapter I Subject", "› Article 1 Scope", "› paragraph 2"]
    went: list[int] = []
    line.chosen.connect(went.append)
    for number, rows in ((0, [0, 2, 7]), (1, [3, 6]), (2, [4, 5])):
        line.parts[number].click()
        menu = next(menu for menu in line.findChildren(NameChooserDialog) if menu.isVisible())
        assert menu.rows.rowCount() == len(rows)
        assert menu.list.currentIndex().row() == rows.index(line._path[number])
        qtbot.keyClicks(menu.edit, "art" if number == 1 else "")
        qtbot.keyClick(menu.edit, Qt.Key.Key_PageUp)
        qtbot.keyClick(menu.edit, Qt.Key.Key_Return)
    assert went == [0, 3, 4]
    line.parts[2].click()
    menu = next(menu for menu in line.findChildren(NameChooserDialog) if menu.isVisible())
    qtbot.keyClicks(menu.edit, "2")
    assert [menu.rows.item(n).text() for n in range(menu.rows.rowCount())] == ["paragraph 2"]
    menu.close()
    line.resize(180, 24)
    assert [part.isVisible() for part in line.parts] == [False, False, True]
    assert line.parts[-1].text() == "› paragraph 2"
    line.resize(80, 24)
    assert [part.isVisible() for part in line.parts] == [False, False, True]
    assert line.parts[-1].text().startswith("…")
    assert line.parts[-1].text().endswith("2")
    line.resize(900, 24)
    assert [part.text() for part in line.parts] == ["Chapter I Subject", "› Article 1 Scope", "› paragraph 2"]
    line.show_row(1)
    assert [part.text() for part in line.parts] == ["Recitals (1)–(2)", "› (2) Ports are near towns."]


def test_words_left_out_of_a_part_of_the_breadcrumb_are_marked(qtbot: QtBot) -> None:
    line = Breadcrumb()
    qtbot.addWidget(line)
    line.resize(900, 24)
    text = "Regulation of the European Parliament and of the Council on bells"
    line.show_text(
        [Paragraph(Address("cover"), Kind.HEADING, "", text), Paragraph(Address("title"), Kind.HEADING, "", "Bells")]
    )
    line.show_row(0)
    assert line.parts[-1].text() == "Regulation of the European Parliament and of the …"
    line.show_row(1)
    assert line.parts[-1].text() == "Bells"


def test_the_groups_of_many_recitals_are_named_once(qtbot: QtBot) -> None:
    line = Breadcrumb()
    qtbot.addWidget(line)
    line.resize(900, 24)
    recitals = [Paragraph(Address(f"rec_{n}"), Kind.RECITAL, f"({n})", "Bells ring.") for n in range(1, 26)]
    line.show_text([Paragraph(Address("cover"), Kind.HEADING, "", "On bells"), *recitals])
    line.show_row(3)
    assert [part.text() for part in line.parts] == ["Recitals (1)–(25)", "› (3)"]
    line.show_row(23)
    assert [part.text() for part in line.parts] == ["Recitals (1)–(25)", "› Recitals (21)–(25)", "› (23)"]


@pytest.mark.parametrize(
    ("label", "name"), [("–", "– Bells of harbours"), ("•", "• Bells of harbours"), ("a)", "a)"), ("ζ)", "ζ)")]
)
def test_a_point_with_a_dash_is_named_by_its_words(qtbot: QtBot, label: str, name: str) -> None:
    line = Breadcrumb()
    qtbot.addWidget(line)
    line.resize(900, 24)
    line.show_text([Paragraph(Address("para_1__dash_1"), Kind.POINT, label, "Bells of harbours")])
    line.show_row(0)
    assert line.parts[-1].text() == name
