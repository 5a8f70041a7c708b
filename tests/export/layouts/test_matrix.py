import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn

from delegate_desk.core.delegations import PROTOCOL_ORDER
from delegate_desk.core.positions.export_options import LABEL_LANGUAGES, Audience, ExportKind
from delegate_desk.core.positions.position import Stance
from delegate_desk.export import labels
from delegate_desk.export.docx.default_template import WIDE_TEXT_WIDTH
from delegate_desk.export.docx.renderer import render
from delegate_desk.export.layouts import meeting_report
from delegate_desk.export.layouts.meeting_report import MatrixColumn, MatrixPaper, MatrixSection
from support.meeting_values import SITTING, file, heard
from support.position_values import MOMENT, opened, page


def cells(content: bytes, table: int = 0) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in opened(content).tables[table].rows]


def test_signs_stand_by_delegation_and_place() -> None:
    found = cells(file(ExportKind.MATRIX))
    assert found[0] == ["ST 7001/26"] * 4  # one cell over all columns
    assert found[1] == ["", "Paragraph 1", "Paragraph 2", "Paragraph 2, point (a)"]
    assert found[2] == ["Total", "+\u00a01   −\u00a01", "+\u00a01   −\u00a01", "SR\u00a02"]
    signs = {row[0]: row[1:] for row in found[3:]}
    assert list(signs) == [*PROTOCOL_ORDER, "COM"]
    assert signs["NL"] == ["−", "+", ""]
    assert signs["HU"] == ["", "−", ""]
    assert signs["EL"] == signs["FR"] == ["", "", "SR"]
    assert signs["COM"] == ["·", "", ""]


def test_the_capital_sees_red_lines_by_their_sign() -> None:
    content = file(ExportKind.MATRIX, Audience.CAPITAL)
    signs = {row[0]: row[1:] for row in cells(content)[2:]}
    assert signs["HU"] == ["", "!", ""]
    assert signs["Total"][1] == "+\u00a01   !\u00a01"
    assert opened(content).paragraphs[0].text.startswith("INTERNAL – FOR THE CAPITAL")


def test_a_red_line_cannot_be_put_in_what_circulates() -> None:
    with pytest.raises(ValueError, match="red_line"):
        MatrixColumn("", {"HU": Stance.RED_LINE})


def test_pages_lie_and_heads_are_repeated() -> None:
    content = file(ExportKind.MATRIX)
    document = opened(content)
    assert document.sections[0].orientation == WD_ORIENT.LANDSCAPE
    assert page(content) == (16838, 11906)  # A4
    heads = [bool(row._tr.findall(f".//{qn('w:tblHeader')}")) for row in document.tables[0].rows]
    assert heads == [True, True] + [False] * (len(heads) - 2)


def test_the_legend_names_the_signs_that_are_used() -> None:
    legend = opened(file(ExportKind.MATRIX)).paragraphs[2].text.replace("\u00a0", " ")
    assert legend == "+ = Support   SR = Scrutiny reservation   − = Opposed   · = Statement"


def test_every_stance_has_a_shade_of_its_own_but_a_statement() -> None:
    said = [heard(code, stance, "para_1") for code, stance in zip(PROTOCOL_ORDER, Stance, strict=False)]
    content = file(ExportKind.MATRIX, Audience.CAPITAL, said=said)
    rows = opened(content).tables[0].rows[3 : 3 + len(Stance)]
    fills = [row.cells[1]._tc.findall(f".//{qn('w:shd')}") for row in rows]
    assert [len(one) for one in fills] == [1] * (len(Stance) - 1) + [0]
    assert len({one[0].get(qn("w:fill")) for one in fills[:-1]}) == len(Stance) - 1


@pytest.mark.parametrize("language", LABEL_LANGUAGES)
def test_signs_are_told_apart_without_colours(language: str) -> None:
    signs = labels.load(language).signs
    assert set(signs) == {str(stance) for stance in Stance}
    assert len(set(signs.values())) == len(Stance)


@pytest.mark.parametrize(("places", "tables"), [(1, [1]), (10, [10]), (11, [6, 5]), (25, [9, 9, 7])])
def test_more_places_than_fit_beside_each_other_make_more_tables(places: int, tables: list[int]) -> None:
    part = MatrixSection(
        "ST 7001/26", tuple(MatrixColumn(f"paragraph {n}", {"DE": Stance.SUPPORT}) for n in range(places))
    )
    paper = MatrixPaper(SITTING, PROTOCOL_ORDER, (part,))
    document = opened(render(meeting_report.lay_out_matrix(paper, labels.load("en")), MOMENT))
    assert [len(table.columns) - 1 for table in document.tables] == tables
    for table in document.tables:
        widths = [int(column.get(qn("w:w"), "0")) for column in table._tbl.iter(qn("w:gridCol"))]
        assert sum(widths) <= WIDE_TEXT_WIDTH
    breaks = list(document.element.body.iter(qn("w:pageBreakBefore")))
    assert len(breaks) == len(tables) - 1


def test_each_document_has_its_table_and_others_stand_where_they_spoke() -> None:
    parts = (
        MatrixSection("ST 7001/26", (MatrixColumn("", {"SE": Stance.OPPOSE, "COM": Stance.STATEMENT}),)),
        MatrixSection("ST 7002/26", (MatrixColumn("paragraph 3", {"SE": Stance.SUPPORT}),)),
    )
    content = render(
        meeting_report.lay_out_matrix(MatrixPaper(SITTING, (*PROTOCOL_ORDER, "COM"), parts), labels.load("en")), MOMENT
    )
    first, second = cells(content), cells(content, 1)
    assert first[1][1] == "The document as a whole"
    assert (first[-1][0], second[-1][0]) == ("COM", "SE")


def test_delegations_that_are_not_to_be_named_are_counted() -> None:
    assert cells(file(ExportKind.MATRIX, named=False))[1:] == [
        ["", "Paragraph 1", "Paragraph 2", "Paragraph 2, point (a)"],
        ["+", "1", "1", ""],
        ["SR", "", "", "2"],
        ["−", "1", "1", ""],
        ["COM", "·", "", ""],
    ]
