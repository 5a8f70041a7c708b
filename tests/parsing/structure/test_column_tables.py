"""Four-column documents read from Word: numbers, titles, texts, lights and origins."""

from pathlib import Path

import pytest

from bench_columns import wrong_cells
from delegate_desk.core.documents.columns import Column, ColumnTable, column_table
from delegate_desk.core.documents.document import Document, Mark
from delegate_desk.parsing import reading
from delegate_desk.parsing.references.provision_references import provision_named
from made_columns import LAYOUTS, MadeTable, write_pdf, write_word
from support.column_documents import LIGHTS, ROWS, SampleRow, write_column_document
from support.libreoffice import SOFFICE


def read(path: Path) -> tuple[Document, ColumnTable]:
    document = reading.read(path, path.name)
    table = column_table(document)
    assert table is not None
    return document, table


def check(table: ColumnTable, rows: list[SampleRow]) -> None:
    assert [row.row for row in table.rows] == [row.number for row in rows]
    for found, row in zip(table.rows, rows, strict=True):
        assert {str(column): text for column, text in found.cells.items()} == row.cells
        assert (found.label, found.address) == (row.title, row.address)
        assert (found.status, found.origin) == (LIGHTS.get(row.letter), row.origin or None)


@pytest.mark.parametrize("lights", ["letter", "colour", "both"])
def test_each_row_has_its_texts_its_light_and_its_origin(tmp_path: Path, lights: str) -> None:
    document, table = read(write_column_document(tmp_path / "table.docx", ROWS, lights=lights))
    check(table, ROWS)
    assert table.columns == tuple(Column)
    assert str(document.header.reference) == "ST 9310/26"
    assert document.header.subject == "Regulation on ferries"


@pytest.mark.parametrize(("split_after", "repeat_headings"), [(3, False), (0, True)])
def test_headings_that_stand_again_are_no_rows(tmp_path: Path, split_after: int, repeat_headings: bool) -> None:
    path = write_column_document(
        tmp_path / "table.docx", ROWS, split_after=split_after, repeat_headings=repeat_headings
    )
    check(read(path)[1], ROWS)


def test_bold_italic_is_kept_and_means_no_change(tmp_path: Path) -> None:
    document, _ = read(write_column_document(tmp_path / "table.docx", ROWS))
    unit = next(unit for unit in document.paragraphs if unit.address == "row_3__cell_2")
    assert {unit.marked[span.start : span.end] for span in unit.spans if span.mark is Mark.BOLD} == {"and rafts"}
    assert not any(span.mark is Mark.ADDED for span in unit.spans)


def test_a_number_that_stands_twice_is_told_apart(tmp_path: Path) -> None:
    rows = [ROWS[0], ROWS[1], SampleRow("2", "Article 2", ["Rafts."] * 4, address="art_2")]
    document, table = read(write_column_document(tmp_path / "table.docx", rows))
    check(table, rows)
    assert "row_2-2__cell_4" in {unit.address for unit in document.paragraphs}


@pytest.mark.parametrize(
    ("title", "address"),
    [
        ("Article 2a(1)", "art_2a__para_1"),
        ("Article 1, second paragraph", "art_1__sub_2"),
        ("Article 2(1), second subparagraph", "art_2__para_1__sub_2"),
        ("Article 2(1), point (b)(i)", "art_2__para_1__point_2__point_1"),
        ("Recital 2a", "rec_2a"),
        ("Article 4, first paragraph a", None),
        ("Formula", None),
        ("Articles 4 and 5", None),
    ],
)
def test_a_title_names_a_provision_or_none(title: str, address: str | None) -> None:
    assert provision_named(title, "en") == address


@pytest.mark.parametrize("layout", LAYOUTS)
def test_each_cell_of_a_word_table_is_read_exactly(tmp_path: Path, layout: str) -> None:
    rows = MadeTable.of(7, 60).rows
    assert not wrong_cells(rows, write_word(tmp_path / "table.docx", rows, LAYOUTS[layout]))


@pytest.mark.skipif(SOFFICE is None, reason="needs LibreOffice")
@pytest.mark.parametrize("layout", ["justified", "whole rows", "colours alone"])
def test_paragraphs_and_lights_of_a_printed_table_are_read_exactly(tmp_path: Path, layout: str) -> None:
    rows = MadeTable.of(3, 40).rows
    path = write_pdf(write_word(tmp_path / "table.docx", rows, LAYOUTS[layout]))
    assert path is not None
    assert not wrong_cells(rows, path)
