"""A four-column document built from three texts: it reads back the same, and is recognised as ours."""

import zipfile
from pathlib import Path

from delegate_desk.core.documents.columns import column_table
from delegate_desk.core.documents.document import DocumentId
from delegate_desk.core.positions.export_options import ExportKind, ExportOptions
from delegate_desk.desk import Desk
from delegate_desk.parsing import reading
from delegate_desk.parsing.contributions import returned_file
from support.amending_texts import import_acts
from support.document_values import take_in


def built(desk: Desk, folder: Path) -> tuple[Path, tuple[DocumentId, DocumentId, DocumentId]]:
    texts = import_acts(desk, folder)
    desk.export.write(texts, ExportKind.COLUMNS, folder / "columns.docx", ExportOptions())
    return folder / "columns.docx", texts


def test_a_table_that_was_built_reads_back_the_same(desk: Desk, tmp_path: Path) -> None:
    path, texts = built(desk, tmp_path)
    table = column_table(reading.read(path, path.name))
    assert table is not None
    made = desk.documents.build_column_table(texts)
    assert [(row.row, row.label, row.address, row.cells) for row in table.rows] == [
        (row.row, row.label, row.address, row.cells) for row in made.rows
    ]


def test_a_table_that_was_built_says_from_what(desk: Desk, tmp_path: Path) -> None:
    path, texts = built(desk, tmp_path)
    record = returned_file.read(path).record
    assert record is not None
    assert (record.kind, record.language) == ("columns", "en")
    assert record.reference == "Regulation (EU) 2021/8801; ST 8802/26; ST 8803/26"
    assert record.sha256.split() == [desk.documents.get(key).sha256 for key in texts]
    rows = [row.address for row in record.rows if row.address]
    assert rows == [f"row_{row.row}" for row in desk.documents.build_column_table(texts).rows]
    assert any(row.cells[1].paragraphs[0].digest for row in record.rows if row.address)
    with zipfile.ZipFile(path) as package:
        xml = package.read(next(name for name in package.namelist() if name.startswith("customXml/item1."))).decode()
    assert "ferries" not in xml


def test_a_table_that_was_built_is_imported_as_a_document(desk: Desk, tmp_path: Path) -> None:
    path, _ = built(desk, tmp_path)
    assert desk.replies.document(desk.replies.read(path)) is None
    key = take_in(desk, path)
    assert desk.documents.column_table(key).rows
