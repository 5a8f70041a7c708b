from datetime import date, datetime, time
from pathlib import Path

import pytest
from openpyxl.comments.comments import Comment
from openpyxl.styles.fonts import Font
from openpyxl.workbook.workbook import Workbook

from delegate_desk.core.documents.document import Mark
from delegate_desk.core.errors import ImportFailure
from delegate_desk.parsing import reading
from delegate_desk.parsing.blocks import SourceText
from delegate_desk.parsing.office import sheets, slides
from support.office_files import package, presentation, workbook
from support.refusals import refusal


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
    assert refusal(reading.read, path, path.name).reason is reason


def test_a_word_file_named_as_a_workbook_is_read(path: Path) -> None:
    from evaluation.hostile_bombs import word

    path.write_bytes(word())
    assert reading.read(path, path.name).paragraphs[0].text == "The Council notes that noise is heard."


def shape(paragraphs: str, kind: str = "") -> str:
    place = f'<p:ph type="{kind}"/>' if kind else ""
    return f"<p:sp><p:nvSpPr><p:nvPr>{place}</p:nvPr></p:nvSpPr><p:txBody>{paragraphs}</p:txBody></p:sp>"


def line(text: str, properties: str = "", looks: str = "") -> str:
    return f"<a:p>{properties}<a:r><a:rPr{looks}/><a:t>{text}</a:t></a:r></a:p>"


def presented(tmp_path: Path, *pages: str, notes: dict[int, str] | None = None) -> SourceText:
    path = tmp_path / "a.pptx"
    path.write_bytes(presentation(list(pages), notes))
    return slides.read(path)


def test_slides_are_pages_with_their_notes_last(tmp_path: Path) -> None:
    first = shape(line("Bells"), "ctrTitle") + shape(line("Cracked") + line("Stolen", '<a:pPr lvl="1"/>'), "body")
    notes = {1: shape(line("1"), "sldNum") + shape(line("Say nothing"), "body")}
    source = presented(tmp_path, first, f"<p:grpSp>{shape(line('Grouped'))}</p:grpSp>", notes=notes)
    assert [(block.text, block.page, block.heading, block.indent) for block in source.blocks] == [
        ("Bells", 1, 1, 0),
        ("Cracked", 1, None, 0),
        ("Stolen", 1, None, 36),
        ("Say nothing", 1, None, 0),
        ("Grouped", 2, None, 0),
    ]


def test_what_stands_on_every_slide_is_evidence(tmp_path: Path) -> None:
    source = presented(tmp_path, shape(line("LIMITE"), "ftr") + shape(line("One")), shape(line("LIMITE"), "ftr"))
    assert ([block.text for block in source.blocks], source.running) == (["One"], ("LIMITE",))


def test_words_keep_what_they_have(tmp_path: Path) -> None:
    body = line("new", looks=' b="1" u="sng"') + line("gone", looks=' strike="sngStrike" i="1"')
    runs = [block.runs[0].marks for block in presented(tmp_path, shape(body)).blocks]
    assert runs == [{Mark.BOLD, Mark.UNDERLINE}, {Mark.STRIKE, Mark.ITALIC}]


def test_a_comment_of_the_markup_ends_no_word(tmp_path: Path) -> None:
    assert [block.text for block in presented(tmp_path, shape(line("Be<!-- made by hand -->lls"))).blocks] == ["Bells"]


def test_points_have_the_numbers_that_are_printed(tmp_path: Path) -> None:
    def numbered(kind: str, level: int = 0, start: str = "") -> str:
        return f'<a:pPr lvl="{level}"><a:buAutoNum type="{kind}"{start}/></a:pPr>'

    body = (
        line("a", numbered("arabicPeriod", start=' startAt="3"'))
        + line("b", numbered("alphaLcParenBoth", 1))
        + line("c", numbered("alphaLcParenBoth", 1))
        + line("d", numbered("arabicPeriod"))
        + line("e", numbered("romanUcParenR", 1))
        + line("f")
        + line("g", numbered("arabicPlain"))
    )
    labels = [block.label for block in presented(tmp_path, shape(body)).blocks]
    assert labels == ["3.", "(a)", "(b)", "4.", "I)", None, "1"]


def test_tables_are_counted_over_all_slides(tmp_path: Path) -> None:
    def table(*cells: str) -> str:
        row = "".join(f"<a:tc><a:txBody>{line(cell)}</a:txBody></a:tc>" for cell in cells)
        return f"<a:tbl><a:tr>{row}</a:tr></a:tbl>"

    blocks = presented(tmp_path, table("a", "b"), table("c")).blocks
    assert [(block.text, block.cell) for block in blocks] == [("a", (1, 1, 1)), ("b", (1, 1, 2)), ("c", (2, 1, 1))]


@pytest.mark.parametrize(
    ("parts", "reason"),
    [({"a": "x"}, ImportFailure.DAMAGED), ({"_rels/.rels": "<a"}, ImportFailure.DAMAGED)],
)
def test_what_is_no_presentation_is_refused(tmp_path: Path, parts: dict[str, str], reason: ImportFailure) -> None:
    path = tmp_path / "a.pptx"
    path.write_bytes(package(parts))
    assert refusal(slides.read, path).reason is reason
