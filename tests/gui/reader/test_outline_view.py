from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from delegate_desk.core.documents.document import Address, DocumentId, Kind, Paragraph
from delegate_desk.gui.reader.outline_view import Breadcrumb, outline
from delegate_desk.gui.shell.main_window import MainWindow
from delegate_desk.gui.widgets.filter_dialog import NameChooserDialog
from support.main_windows import current_reader, settle


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


def test_many_recitals_are_listed_in_tens() -> None:
    units = [unit(f"rec_{n}", Kind.RECITAL, f"({n})", "Ports are loud.") for n in range(1, 24)]
    assert [entry.label for entry in outline(units)] == ["(1)–(23)", "(1)–(10)", "(11)–(20)", "(21)–(23)"]


def test_a_text_without_articles_lists_its_paragraphs() -> None:
    units = (
        unit("hd_1", Kind.HEADING, "", "Introduction"),
        unit("para_1", Kind.PARAGRAPH, "1.", "The Council notes."),
        unit("para_1__point_1", Kind.POINT, "(a)", "this;"),
        unit("para_2", Kind.PARAGRAPH, "2.", "The Council invites."),
    )
    assert [(entry.level, entry.label or entry.text) for entry in outline(units)] == [
        (0, "Introduction"),
        (1, "1."),
        (1, "2."),
    ]


@pytest.fixture
def outlined(reading: MainWindow, held: DocumentId) -> MainWindow:
    reading.ui.action_outline.setChecked(True)
    settle(reading)
    return reading


def test_the_keyboard_filters_the_outline_and_goes_where_it_says(outlined: MainWindow, qtbot: QtBot) -> None:
    reader = current_reader(outlined)
    pane = outlined.outline
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


def test_the_outline_follows_the_paragraph_and_esc_leaves_it(outlined: MainWindow, qtbot: QtBot) -> None:
    reader = current_reader(outlined)
    pane = outlined.outline
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
