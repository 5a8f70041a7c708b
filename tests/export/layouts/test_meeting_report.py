"""Reports, matrices and speaking notes on a meeting."""

import datetime
from dataclasses import replace

import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn

from delegate_desk.core.annotations.annotation import AnnotationKind, AnnotationStatus
from delegate_desk.core.delegations import PROTOCOL_ORDER
from delegate_desk.core.documents.document import Address, DocumentId, Place
from delegate_desk.core.meetings.meeting import AgendaItem
from delegate_desk.core.positions.export_options import LABEL_LANGUAGES, Audience, ExportKind
from delegate_desk.core.positions.position import Position, PositionEntry, Stance
from delegate_desk.export import html, labels, meeting_report
from delegate_desk.export.docx.default_template import WIDE_TEXT_WIDTH
from delegate_desk.export.docx.renderer import render
from delegate_desk.export.layouts import meeting_report as meeting_layout
from delegate_desk.export.layouts.meeting_report import MatrixColumn, MatrixPaper, MatrixSection
from delegate_desk.export.meeting_report import Statement
from support.meeting_values import SITTING, file, heard, locate, sheet
from support.position_values import KEY, MOMENT, opened, page, remark

NEW = PositionEntry(
    Address("para_1a"),
    Stance.SUPPORT,
    "Bells rest too.",
    "They ring.",
    justification="Recital 4.",
    joint=("CY",),
    fallbacks=("Bells may rest.",),
    red_line="No horns.",
    instruction="Be firm.",
    source="The ministry, 3 March",
    priority=1,
    after=Address("para_1"),
    label="1a.",
)


def rows(content: bytes, table: int = 0) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in opened(content).tables[table].rows]


def lines(content: bytes) -> list[str]:
    return [paragraph.text for paragraph in opened(content).paragraphs if paragraph.text]


def test_a_report_has_its_meeting_then_conclusions_and_reservations_by_item() -> None:
    assert lines(file(ExportKind.REPORT))[:6] == [
        "Delegation of Greece",
        "Meeting report",
        "Meeting:\tWorking Party on Shipping",
        "Date:\t9 March 2026, 10:00",
        "Place:\tBrussels",
        "Agenda:\tCM 7101/26",
    ]
    found = lines(file(ExportKind.REPORT))
    assert found[6:8] == ["1. Adoption of the agenda", "No interventions recorded."]
    assert found[8:] == [
        "2. Quiet hours",
        "Documents: ST 7001/26",
        "Conclusions of the Presidency",
        "broad support; DE sends a text",
        "Positions of delegations",
        "Outstanding reservations",
        "SR\u00a0Scrutiny reservation: EL, FR – paragraph 2, point (a)",
        "3. Any other business",
        "No interventions recorded.",
    ]


def test_delegations_stand_in_protocol_order_with_what_they_said() -> None:
    assert rows(file(ExportKind.REPORT)) == [
        ["Delegation", "Interventions"],
        ["DE", "Paragraph 1: +\u00a0Support"],
        ["EL", "Paragraph 2, point (a): SR\u00a0Scrutiny reservation – wants “shall”"],
        ["FR", "Paragraph 2, point (a): SR\u00a0Scrutiny reservation – wants “shall”"],
        ["HU", "Paragraph 2: −\u00a0Opposed"],
        [
            "NL",
            "Paragraph 1: −\u00a0Opposed – too broad\nParagraph 2: R\u00a0Reservation\n"
            "Paragraph 2: +\u00a0Support – lifts its reservation",
        ],
        ["COM", "Paragraph 1: a study is to come"],
    ]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("el", "Παράγραφος 2 στοιχείο a): ΕΕ\u00a0Επιφύλαξη εξέτασης – wants «shall»"),
        ("fr", "Paragraphe 2, point a): RE\u00a0Réserve d’examen – wants «shall»"),
    ],
)
def test_places_and_stances_are_in_the_language_of_the_labels(language: str, said: str) -> None:
    assert dict(rows(file(ExportKind.REPORT, language=language)))["FR"] == said


def test_places_with_the_same_words_are_told_in_one_line_and_other_wordings_behind_them() -> None:
    said = [heard("PT", Stance.SUPPORT, "para_1"), heard("PT", Stance.SUPPORT, "para_2")]
    assert rows(file(ExportKind.REPORT, said=said))[1] == ["PT", "Paragraph 1; paragraph 2: +\u00a0Support"]
    said = [heard("PT", Stance.SUPPORT_IF, "para_1", "a softer verb", wordings=("may", "might"))]
    assert rows(file(ExportKind.REPORT, said=said))[1][1].endswith(
        "– a softer verb; drafting requested: “may”, “might”"
    )


def test_a_place_names_its_document_where_the_item_has_several() -> None:
    other = replace(heard("PT", Stance.OPPOSE, "para_1"), place=Place(DocumentId(9), Address("para_1")))
    said = [heard("DE", Stance.SUPPORT, "para_1"), other]
    found = dict(rows(file(ExportKind.REPORT, said=said)))
    assert found["DE"].startswith("ST 7001/26, paragraph 1: ")
    assert found["PT"].startswith("#9, paragraph 1: ")
    agenda = [AgendaItem("2", "Ports"), AgendaItem("2a", "Quays"), AgendaItem("20", "Ships")]
    made = meeting_report.build(SITTING, agenda, [], locate=locate())
    assert [item.divided for item in made.items] == [True, False, False]


def test_what_was_said_on_no_item_comes_last() -> None:
    found = lines(file(ExportKind.REPORT, said=[heard("FI", Stance.SUPPORT, None, "thanks", item=None)]))
    assert found[-2:] == ["On the meeting as a whole", "Positions of delegations"]
    note = [heard("", None, None, "call Athens", item=None)]
    found = lines(file(ExportKind.REPORT, Audience.CAPITAL, said=note))
    assert found[-3:] == ["On the meeting as a whole", "Internal: Our notes", "17:30  call Athens"]
    inside = meeting_report.build_internal(["2"], note, {}, locate=locate(), zone=datetime.UTC)
    assert [inside[number].count() for number in ("2", "")] == [0, 1]


def test_delegations_that_are_not_to_be_named_are_counted() -> None:
    content = file(ExportKind.REPORT, named=False)
    assert rows(content) == [
        ["Place", "Interventions"],
        ["Paragraph 1", "+\u00a0Support (1 delegation)\n−\u00a0Opposed (1 delegation) – too broad"],
        [
            "Paragraph 2",
            "+\u00a0Support (1 delegation) – lifts its reservation\nR\u00a0Reservation (1 delegation)\n"
            "−\u00a0Opposed (1 delegation)",
        ],
        ["Paragraph 2, point (a)", "SR\u00a0Scrutiny reservation (2 delegations) – wants “shall”"],
    ]
    assert rows(content, 1)[1:] == [["COM", "Paragraph 1: a study is to come"]]
    assert "broad support; […] sends a text" in lines(content)
    assert "SR\u00a0Scrutiny reservation: 2 delegations – paragraph 2, point (a)" in lines(content)
    said = [heard("FR EL", Stance.SUPPORT, "para_1"), heard("FR", Stance.SUPPORT, "para_1")]
    assert rows(file(ExportKind.REPORT, said=said, named=False))[1][1] == "+\u00a0Support (2 delegations)"


def test_the_capital_reads_red_lines_notes_and_what_is_to_be_done() -> None:
    due = datetime.datetime(2026, 3, 20, 9, 30, tzinfo=datetime.UTC)
    tasks = [
        remark("para_1", AnnotationKind.NOTE, "Look at it:\n- [ ] ask the ministry\n- [x] print\n* [ ] call NL\n- [ ]"),
        replace(remark("para_2", AnnotationKind.QUESTION, "Written\ncomments"), due=due),
        replace(remark("para_1", AnnotationKind.SUPPORT, ""), due=due.replace(day=10)),
        replace(remark("para_1", AnnotationKind.NOTE, "- [ ] long done"), status=AnnotationStatus.DONE),
        remark("para_1", AnnotationKind.NOTE, "nothing to do"),
    ]
    found = lines(file(ExportKind.REPORT, Audience.CAPITAL, annotations=tasks))
    assert found[0] == "INTERNAL – FOR THE CAPITAL"
    start = found.index("Internal: Red lines")
    assert found[start : start + 8] == [
        "Internal: Red lines",
        "HU – ST 7001/26, paragraph 2",
        "Internal: Follow-up",
        "☐ by 10 March 2026, 09:30: Support (ST 7001/26, paragraph 1)",
        "☐ by 20 March 2026, 09:30: Written comments (ST 7001/26, paragraph 2)",
        "☐ ask the ministry (ST 7001/26, paragraph 1)",
        "☐ call NL (ST 7001/26, paragraph 1)",
        "Internal: Our notes",
    ]
    assert found[start + 8] == "17:30  coffee until 11"
    assert "long done" not in "\n".join(found)


def test_a_red_line_cannot_be_put_in_a_report_or_a_matrix_that_circulates() -> None:
    with pytest.raises(ValueError, match="red_line"):
        Statement("", Stance.RED_LINE, "", ())
    with pytest.raises(ValueError, match="red_line"):
        MatrixColumn("", {"HU": Stance.RED_LINE})


@pytest.mark.parametrize("language", LABEL_LANGUAGES)
def test_the_mail_says_what_the_file_says_and_proposals_as_they_would_stand(language: str) -> None:
    made = sheet(ExportKind.REPORT, language=language)
    text = html.render_text(made)
    assert text.startswith("LIMITE\n\n")
    assert "\n\n\n" not in text
    for paragraph in lines(file(ExportKind.REPORT, language=language)):
        assert " ".join(paragraph.split()) in text
    for code, said in rows(file(ExportKind.REPORT, language=language))[1:]:
        for line in said.splitlines():
            assert f"{code}: {' '.join(line.split())}" in text or f"  - {' '.join(line.split())}" in text
    text = html.render_text(sheet(ExportKind.NOTE, language=language))
    assert "2. Ports should set fair quiet hours for ships." in text
    assert "at berth" not in text


def test_the_mail_has_a_list_where_much_was_said() -> None:
    text = html.render_text(sheet(ExportKind.REPORT))
    assert "\nDE: Paragraph 1: + Support\n" in text
    assert "\nNL:\n  - Paragraph 1: − Opposed – too broad\n  - Paragraph 2: R Reservation\n" in text
    assert "\n2. Quiet hours\n==============\n" in text


def test_what_we_say_stands_in_the_order_of_the_agenda() -> None:
    found = lines(file(ExportKind.NOTE))
    assert found[:2] == ["Delegation of Greece", "Speaking note"]
    assert found[6:] == [
        "1. Adoption of the agenda",
        "No intervention planned.",
        "2. Quiet hours",
        "On ST 7001/26",
        "We thank the Presidency.",
        "A scrutiny reservation remains.",
        "Paragraph 1: ~\u00a0Can accept",
        "Question: “the people” – Which people?",
        "Paragraph 2: (+)\u00a0Support if amended",
        "Fairness follows from recital 4.",
        "Drafting suggestion: 2. Ports should set fair quiet hours for ships at berth.",
        "Paragraph 2, point (a): −\u00a0Opposed",
        "Shore power is for the States to decide.",
        "Reservation: Not in an act.",
        "3. Any other business",
        "No intervention planned.",
    ]


def test_the_capital_reads_instructions_and_fallbacks_marked_internal() -> None:
    found = lines(file(ExportKind.NOTE, Audience.CAPITAL))
    assert [line for line in found if line.startswith("Internal: ")] == [
        "Internal: The ministry holds firm until Coreper.",
        "Internal: Note: They changed this overnight.",
        "Internal: We can live with the old text.",
        "Internal: Stance: Red line",
        "Internal: Red line: Not in an act.",
        "Internal: Ask the Legal Service.",
    ]
    assert "#watch #ports" in found
    found = lines(file(ExportKind.NOTE, Audience.CAPITAL, ours=Position(KEY, items=(NEW,)), annotations=()))
    assert [line for line in found if line.startswith("Internal: ")] == [
        "Internal: Priority 1",
        "Internal: Red line: No horns.",
        "Internal: Instruction: Be firm.",
        "Internal: Source: The ministry, 3 March",
        "Internal: Fallback 1: Bells may rest.",
    ]


def test_a_position_that_is_all_internal_is_said_to_be_silence() -> None:
    ours = Position(KEY, internal="Hold firm.")
    circulated = lines(file(ExportKind.NOTE, ours=ours, annotations=()))
    assert circulated.count("No intervention planned.") == 3
    capital = lines(file(ExportKind.NOTE, Audience.CAPITAL, ours=ours, annotations=()))
    assert capital.count("No intervention planned.") == 2
    assert "Internal: Hold firm." in capital


def test_a_new_provision_is_spoken_on_where_it_would_stand_with_its_reasons() -> None:
    ours = Position(KEY, items=(PositionEntry(Address("para_2"), Stance.SUPPORT), NEW))
    found = lines(file(ExportKind.NOTE, ours=ours, annotations=()))
    at = found.index("Paragraph 1a – new, after paragraph 1: +\u00a0Support")
    assert found[at + 1 : at + 6] == [
        "They ring.",
        "Drafting suggestion: 1a. Bells rest too.",
        "Justification: Recital 4.",
        "Jointly with: CY",
        "Paragraph 2: +\u00a0Support",
    ]


def test_signs_stand_by_delegation_and_place_and_red_lines_for_the_capital() -> None:
    found = rows(file(ExportKind.MATRIX))
    assert found[0] == ["ST 7001/26"] * 4  # one cell over all columns
    assert found[1] == ["", "Paragraph 1", "Paragraph 2", "Paragraph 2, point (a)"]
    assert found[2] == ["Total", "+\u00a01   −\u00a01", "+\u00a01   −\u00a01", "SR\u00a02"]
    signs = {row[0]: row[1:] for row in found[3:]}
    assert list(signs) == [*PROTOCOL_ORDER, "COM"]
    assert signs["NL"] == ["−", "+", ""]
    assert signs["HU"] == ["", "−", ""]
    assert signs["EL"] == signs["FR"] == ["", "", "SR"]
    assert signs["COM"] == ["·", "", ""]
    content = file(ExportKind.MATRIX, Audience.CAPITAL)
    signs = {row[0]: row[1:] for row in rows(content)[2:]}
    assert signs["HU"] == ["", "!", ""]
    assert signs["Total"][1] == "+\u00a01   !\u00a01"
    assert opened(content).paragraphs[0].text.startswith("INTERNAL – FOR THE CAPITAL")
    assert rows(file(ExportKind.MATRIX, named=False))[1:] == [
        ["", "Paragraph 1", "Paragraph 2", "Paragraph 2, point (a)"],
        ["+", "1", "1", ""],
        ["SR", "", "", "2"],
        ["−", "1", "1", ""],
        ["COM", "·", "", ""],
    ]


def test_a_matrix_lies_on_its_side_with_a_legend_and_heads_that_are_repeated() -> None:
    content = file(ExportKind.MATRIX)
    document = opened(content)
    assert document.sections[0].orientation == WD_ORIENT.LANDSCAPE
    assert page(content) == (16838, 11906)  # A4
    heads = [bool(row._tr.findall(f".//{qn('w:tblHeader')}")) for row in document.tables[0].rows]
    assert heads == [True, True] + [False] * (len(heads) - 2)
    legend = document.paragraphs[2].text.replace("\u00a0", " ")
    assert legend == "+ = Support   SR = Scrutiny reservation   − = Opposed   · = Statement"


def test_every_stance_has_a_shade_of_its_own_but_a_statement() -> None:
    said = [heard(code, stance, "para_1") for code, stance in zip(PROTOCOL_ORDER, Stance, strict=False)]
    content = file(ExportKind.MATRIX, Audience.CAPITAL, said=said)
    shown = opened(content).tables[0].rows[3 : 3 + len(Stance)]
    fills = [row.cells[1]._tc.findall(f".//{qn('w:shd')}") for row in shown]
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
    document = opened(render(meeting_layout.lay_out_matrix(paper, labels.load("en")), MOMENT))
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
        meeting_layout.lay_out_matrix(MatrixPaper(SITTING, (*PROTOCOL_ORDER, "COM"), parts), labels.load("en")), MOMENT
    )
    first, second = rows(content), rows(content, 1)
    assert first[1][1] == "The document as a whole"
    assert (first[-1][0], second[-1][0]) == ("COM", "SE")
