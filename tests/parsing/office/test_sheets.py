from datetime import date, datetime, time
from pathlib import Path

import pytest
from openpyxl.comments.comments import Comment
from openpyxl.styles.fonts import Font
from openpyxl.workbook.workbook import Workbook

from delegate_desk.core.documents.document import Mark
from delegate_desk.core.errors import ImportFailure, UnreadableDocumentError
from delegate_desk.parsing import reading
from delegate_desk.parsing.office import sheets
from support.office_files import package, workbook


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a.xlsx"


def test_a_sheet_is_a_heading_and_a_table_counted_as_in_the_sheet(path: Path) -> None:
    book = Workbook()
    book.active.title = "Bells"
    book.active["B2"] = "Littleport"
    book.active.append(["x", None, 17])
    book.create_sheet("Ropes")["C5"] = "hemp"
    book.save(path)
    assert [(block.text, block.heading, block.cell) for block in sheets.read(path).blocks] == [
        ("Bells", 1, None),
        ("Littleport", None, (1, 2, 2)),
        ("x", None, (1, 3, 1)),
        ("17", None, (1, 3, 3)),
        ("Ropes", 1, None),
        ("hemp", None, (2, 5, 3)),
    ]


@pytest.mark.parametrize(
    ("value", "form", "shown"),
    [
        (date(2026, 3, 4), "DD/MM/YYYY", "2026-03-04"),
        (datetime(2026, 3, 4, 10, 30), "DD/MM/YYYY HH:MM", "2026-03-04 10:30"),  # noqa: DTZ001  (of no zone, as in a sheet)
        (time(9, 5), "HH:MM", "09:05"),
        (0.155, "0.0%", "15.5%"),
        (1234567.891, "#,##0.00", "1234567.891"),
        (0.1 + 0.2, "General", "0.3"),
        (True, "General", "TRUE"),
        ("007", "@", "007"),
    ],
)
def test_values_are_shown_as_text(path: Path, value: object, form: str, shown: str) -> None:
    book = Workbook()
    cell = book.active["A1"]
    cell.value, cell.number_format = value, form
    book.save(path)
    assert [block.text for block in sheets.read(path).blocks[1:]] == [shown]


def test_a_cell_keeps_its_look_and_a_comment_is_left_out(path: Path) -> None:
    book = Workbook()
    book.active["A1"], book.active["A2"] = "gone", "new"
    book.active["A1"].font, book.active["A2"].font = Font(strike=True), Font(bold=True, underline="single")
    book.active["A1"].comment = Comment("Who?", "Anna")
    book.save(path)
    source = sheets.read(path)
    assert [block.runs[0].marks for block in source.blocks[1:]] == [{Mark.STRIKE}, {Mark.BOLD, Mark.UNDERLINE}]
    assert list(map(str, source.remarks)) == ["1 comment is left out"]


def test_the_words_of_a_drawing_follow(path: Path) -> None:
    drawing = (
        '<d xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:p><a:r><a:t>boxed</a:t></a:r></a:p></d>'
    )
    rows = '<row r="1"><c r="A1"><v>1</v></c></row>'
    path.write_bytes(workbook({"One": rows}, **{"xl/drawings/drawing1.xml": drawing}))
    assert [block.text for block in sheets.read(path).blocks] == ["One", "1", "boxed"]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (package({"a": "x"}), ImportFailure.UNSUPPORTED),
        (package({"[Content_Types].xml": "x"}), ImportFailure.DAMAGED),
        (workbook({"One": "<row><c"}), ImportFailure.DAMAGED),
        (b"PK\3\4", ImportFailure.DAMAGED),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", ImportFailure.UNSUPPORTED),
    ],
)
def test_what_is_no_workbook_is_refused(path: Path, data: bytes, reason: ImportFailure) -> None:
    path.write_bytes(data)
    with pytest.raises(UnreadableDocumentError) as caught:
        reading.read(path, path.name)
    assert caught.value.reason is reason


def test_a_word_file_named_as_a_workbook_is_read(path: Path) -> None:
    from evaluation.hostile_bombs import word

    path.write_bytes(word())
    assert reading.read(path, path.name).paragraphs[0].text == "The Council notes that noise is heard."
