"""Generated four-column documents, in several layouts, read from Word and from LibreOffice's PDF."""

from pathlib import Path

import pytest

from bench_columns import wrong_cells
from made_columns import LAYOUTS, MadeTable, write_pdf, write_word
from support.libreoffice import SOFFICE


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
