"""The rows of a four-column document in the window: two columns compared, all rows or those that differ."""

from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from delegate_desk.core.documents.columns import Column
from delegate_desk.core.documents.document import DocumentId
from delegate_desk.core.word_diff import WordChange
from delegate_desk.desk import Desk
from delegate_desk.gui.export.export_view import ExportView
from delegate_desk.gui.library.document_chooser_dialog import DocumentChooserDialog
from delegate_desk.gui.reader import paragraph_model
from delegate_desk.gui.revisions.change_list_pages import ColumnsView
from delegate_desk.gui.shell.main_window import MainWindow
from support.amending_texts import import_acts
from support.column_documents import ROWS, write_column_document
from support.document_values import quiet_hours, take_in
from support.main_windows import change_rows, run_action, settle, settled, show_document
from support.present import present


@pytest.fixture
def trilogue(desk: Desk, tmp_path: Path) -> DocumentId:
    path = write_column_document(tmp_path / "table.docx", ROWS)
    return take_in(desk, path)


def test_rows_in_which_two_columns_differ_are_listed_word_by_word(window: MainWindow, trilogue: DocumentId) -> None:
    view = settled(window, window.revision_controller.open_columns(trilogue))
    assert [row.label for row in change_rows(view)] == ["3", "4", "5"]
    first = change_rows(view)[1]
    assert (first.title, first.outcome) == ("Article 2(1), point (b)(ii)", "yellow")
    assert (WordChange.INSERT, "long ") in first.passages[0].words
    view.first_combo.setCurrentIndex(list(Column).index(Column.COMMISSION))
    view.second_combo.setCurrentIndex(list(Column).index(Column.PARLIAMENT))
    assert [row.label for row in change_rows(view)] == ["3", "3a", "4", "5"]
    view.differing_box.setChecked(False)
    assert [row.label for row in change_rows(view)] == [row.number for row in ROWS]
    view.list.select_key("row_3a")
    view.list.open_current()
    settle(window)
    place = present(window.current_place())
    assert place.address == "row_3a"


def test_rows_are_found_by_words_of_the_two_columns(window: MainWindow, trilogue: DocumentId) -> None:
    view = settled(window, window.revision_controller.open_columns(trilogue))
    view.differing_box.setChecked(False)
    view.words_edit.setText("LONG")
    assert {row.label for row in change_rows(view)} == {
        row.number for row in ROWS if any("long" in text.lower() for text in row.texts[2:])
    }
    view.words_edit.setText("no such words")
    assert not change_rows(view)
    assert "neither column" in view.empty.text()


def test_a_table_is_built_of_three_texts_and_exported(window: MainWindow, desk: Desk, tmp_path: Path) -> None:
    texts = import_acts(desk, tmp_path)
    window.context.navigate.open_document(texts[0])
    settle(window)
    window.ui.action_build_columns.trigger()
    for text in texts[1:]:
        dialog = window.findChildren(DocumentChooserDialog)[-1]
        QTest.keyClicks(dialog.edit, desk.documents.get(text).name)
        QTest.keyClick(dialog.edit, Qt.Key.Key_Return)
        settle(window)
    view = window.context.navigate.current_page()
    assert isinstance(view, ColumnsView)
    assert view.texts == texts
    assert view.columns == (Column.COMMISSION, Column.COUNCIL)
    row = next(row for row in change_rows(view) if row.title == "Article 2(1)")
    view.list.select_key(row.key)
    place = present(view.place)
    assert (place.document, place.address) == (texts[0], "art_2__para_1")
    run_action(window, window.ui.action_export)
    shows = window.context.navigate.current_page()
    assert isinstance(shows, ExportView)
    assert "Four-column table" in shows.export.title


def test_another_document_says_that_it_has_no_columns(window: MainWindow, desk: Desk, tmp_path: Path) -> None:
    key = take_in(desk, quiet_hours(tmp_path))
    view = settled(window, window.revision_controller.open_columns(key))
    assert not change_rows(view)
    assert "is not a four-column document" in view.empty.text()


def test_the_texts_of_a_row_stand_side_by_side_in_the_reader(desk: Desk, trilogue: DocumentId) -> None:
    units = desk.documents.content(trilogue).units()
    places = paragraph_model.cells(units)
    of_row = [places[n] for n, unit in enumerate(units) if unit.address.startswith("row_3__")]
    assert [(cell.column, cell.left) for cell in of_row] == [(0, 0.0), (1, 0.25), (2, 0.5)]
    assert len({cell.band for cell in of_row}) == 1


@pytest.mark.styled
def test_the_names_of_the_columns_stay_above_the_rows_in_the_reader(window: MainWindow, trilogue: DocumentId) -> None:
    window.resize(900, 300)
    show_document(window, trilogue)
    reader = present(window.tabs.current_reader())
    paper = reader.paper
    assert paper.names_at_top() == []  # the header of the document is visible
    paper.go_to_row(len(paper.paragraphs.units) - 1)
    settle(window)
    names = paper.names_at_top()
    assert [name for name, _ in names] == ["Commission", "Parliament", "Council", "Compromise"]
    assert all(one.right() <= other.left() + 1 for (_, one), (_, other) in pairwise(names))
    top = paper.visualRect(paper.currentIndex()).top()
    assert top >= 0
    paper.grab()
