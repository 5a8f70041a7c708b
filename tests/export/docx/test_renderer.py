import re
from collections import Counter

import pytest
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph as WordParagraph
from docx.text.run import Run as WordRun

from delegate_desk.core.documents.document import Address
from delegate_desk.core.positions.export_options import (
    LABEL_LANGUAGES,
    MEETING_KINDS,
    Audience,
    ExportKind,
    MarkupStyle,
)
from delegate_desk.core.positions.position import Position, PositionEntry
from delegate_desk.export.blocks import ExportDocument, ExportParagraph, StyledRun
from delegate_desk.export.docx.default_template import Style
from delegate_desk.export.docx.renderer import render
from support.meeting_values import file
from support.position_values import KEY, MOMENT, opened, page, parts, written
from support.word_auditors import findings


def runs(content: bytes) -> list[WordRun]:
    """All runs of a file's body, including tracked ones."""
    document = opened(content)
    return [WordRun(r, WordParagraph(r.getparent(), document)) for r in document.element.body.iter(qn("w:r"))]


def text(content: bytes) -> str:
    return "".join(t.text or "" for t in opened(content).element.body.iter(qn("w:t"), qn("w:delText")))


def test_the_council_marks_additions_bold_and_underlined_and_deletions_struck() -> None:
    content = written()
    added = [r.text for r in runs(content) if r.style.font.bold and r.style.font.underline]
    struck = [r.text for r in runs(content) if r.style.font.strike]
    assert [a.strip() for a in added] == ["fair"]
    assert [s.strip() for s in struck] == ["at berth"]


def test_tracked_changes_are_words_own() -> None:
    body = opened(written(MarkupStyle.TRACKED)).element.body
    changes = list(body.iter(qn("w:ins"), qn("w:del")))
    assert [c.tag for c in changes] == [qn("w:ins"), qn("w:del")]
    assert {c.get(qn("w:author")) for c in changes} == {"Delegation of Greece"}
    assert {c.get(qn("w:date")) for c in changes} == {"2026-03-09T17:30:00Z"}
    assert len({c.get(qn("w:id")) for c in changes}) == 2
    assert "w:trackRevisions" in parts(written(MarkupStyle.TRACKED))["word/settings.xml"]
    assert "w:trackRevisions" not in parts(written())["word/settings.xml"]


def test_accepting_gives_the_proposal_and_rejecting_the_text() -> None:
    body = opened(written(MarkupStyle.TRACKED)).element.body
    after = "".join(t.text or "" for t in body.iter(qn("w:t")))
    inserted = {t for i in body.iter(qn("w:ins")) for t in i.iter(qn("w:t"))}
    before = "".join(t.text or "" for t in body.iter(qn("w:t"), qn("w:delText")) if t not in inserted)
    assert "Ports should set fair quiet hours for ships." in after
    assert "Ports should set quiet hours for ships at berth." in before


def test_the_head_names_delegation_document_and_date() -> None:
    document = opened(written())
    lines = [p.text for p in document.paragraphs]
    assert lines[:6] == [
        "Delegation of Greece",
        "Comments on ST 7001/26",
        "Document:\tST 7001/26 of 4 March 2026",
        "Interinstitutional File:\t2026/0101(COD)",
        "Subject:\tQuiet hours in ports",
        "Date:\t9 March 2026",
    ]
    assert [p.text for p in document.paragraphs if p.style and p.style.name == "Heading 1"] == [
        "General comments",
        "Comments by provision",
    ]


def test_the_marking_stands_at_the_top_and_at_the_foot_of_every_page() -> None:
    section = opened(written()).sections[0]
    assert section.different_first_page_header_footer
    assert [p.text for p in section.first_page_header.paragraphs] == ["LIMITE"]
    assert section.header.paragraphs[0].text == "Delegation of Greece · ST 7001/26\tLIMITE"
    for place in (section.footer, section.first_page_footer):
        assert place.paragraphs[0].text == "ST 7001/26\tLIMITE\t/"  # python-docx leaves fields out


def test_the_foot_counts_the_pages() -> None:
    foot = opened(written()).sections[0].footer._element
    assert [f.get(qn("w:instr")).strip() for f in foot.iter(qn("w:fldSimple"))] == ["PAGE", "NUMPAGES"]


def test_a_provision_has_its_citation_stance_text_and_comment() -> None:
    table = opened(written()).tables[0]
    cells = [[cell.text for cell in row.cells] for row in table.rows]
    assert cells[0] == ["Drafting suggestions", "Comments"]
    assert cells[1] == ["Paragraph 1", "Can accept"]
    assert cells[2] == [
        "1.\tNoise disturbs the people who live near ports.",
        "Question: “the people” – Which people?",
    ]
    assert cells[3] == ["Paragraph 2", "Support if amended"]
    assert cells[4][1] == "Fairness follows from recital 4."
    assert cells[5] == ["Paragraph 2, point (a)", "Opposed"]
    assert cells[6][1].splitlines() == ["Shore power is for the States to decide.", "Reservation: Not in an act."]


def test_the_tables_head_is_repeated_and_rows_stay_with_what_follows() -> None:
    table = opened(written()).tables[0]
    heads = [bool(row._tr.findall(f".//{qn('w:tblHeader')}")) for row in table.rows]
    assert heads == [True, False, False, False, False, False, False]
    assert all(row._tr.findall(f".//{qn('w:cantSplit')}") for row in table.rows)
    assert table.rows[1].cells[0].paragraphs[0].style.name == "Heading 2"


def test_a_long_row_may_be_broken_by_a_page() -> None:
    ours = Position(KEY, items=(PositionEntry(Address("para_1"), comment="Long. " * 200),))
    row = opened(written(ours=ours, annotations=())).tables[0].rows[2]
    assert not row._tr.findall(f".//{qn('w:cantSplit')}")


def test_widths_are_said_for_word_and_for_libreoffice() -> None:
    table = opened(written(audience=Audience.CAPITAL)).tables[0]._tbl
    grid = [int(c.get(qn("w:w"), "0")) for c in table.iter(qn("w:gridCol"))]
    for row in table.iter(qn("w:tr")):
        widths = [int(w.get(qn("w:w"), "0")) for w in row.iter(qn("w:tcW"))]
        assert widths in (grid, [sum(grid)])


@pytest.mark.parametrize("language", LABEL_LANGUAGES)
def test_every_run_with_words_says_its_language(language: str) -> None:
    content = written(language=language)
    tags = Counter(
        run.find(qn("w:rPr")).find(qn("w:lang")).get(qn("w:val"))
        for run in opened(content).element.body.iter(qn("w:r"))
        if re.search(r"[^\W\d]", run.text.replace("2026/0101(COD)", ""))
    )
    assert set(tags) == {"en-GB"} | ({language} - {"en"})
    styles = parts(content)["word/styles.xml"]
    assert re.search(r'<w:rPrDefault>.*?<w:lang [^>]*w:val="en-GB"', styles, re.DOTALL)


def test_the_capitals_copy_marks_what_is_internal() -> None:
    document = opened(written(audience=Audience.CAPITAL))
    assert document.paragraphs[0].text == "INTERNAL – FOR THE CAPITAL"
    assert "INTERNAL" in document.sections[0].header.paragraphs[0].text
    assert "Internal: The ministry holds firm until Coreper." in [p.text for p in document.paragraphs]
    shaded = [row.cells[0].text for row in document.tables[0].rows if len(row._tr.tc_lst) == 1]
    assert shaded == [
        "Internal: Note: They changed this overnight.\n#watch #ports",
        "Internal: We can live with the old text.",
        "Internal: Stance: Red line\nInternal: Red line: Not in an act.",
        "Internal: Ask the Legal Service.",
    ]


def test_properties_name_the_delegation_and_nobody_else() -> None:
    properties = opened(written(language="fr")).core_properties
    assert properties.author == properties.last_modified_by == "Délégation de la Grèce"
    assert properties.title == "Observations sur le document ST 7001/26"
    assert properties.language == "en-GB"
    assert properties.created == properties.modified == MOMENT
    assert properties.comments == properties.keywords == properties.category == ""
    assert "python-docx" not in "".join(parts(written()).values())


def test_an_unknown_delegation_is_no_person() -> None:
    document = opened(written(MarkupStyle.TRACKED, delegation=None))
    assert document.paragraphs[0].text == document.core_properties.author == "Delegation"


@pytest.mark.parametrize("markup", MarkupStyle)
def test_the_same_input_gives_the_same_bytes(markup: MarkupStyle) -> None:
    assert written(markup) == written(markup)


def test_characters_that_xml_cannot_hold_are_left_out() -> None:
    ours = Position(
        KEY, general="a\x00b\x0bc\ud800d\uffffe\r\nf\tg", items=(PositionEntry(Address("para_1"), proposal="x\ny\x1f"),)
    )
    content = written(ours=ours)
    assert "abcde" in text(content)
    assert any(run.text == "x\ny" for run in runs(content))


def test_a_document_without_provisions_has_no_table() -> None:
    document = opened(written(ours=Position(KEY, general="Fine."), annotations=()))
    assert document.tables == []
    assert document.paragraphs[-1].text == "Fine."


@pytest.mark.parametrize("kind", [s for s in Style if s not in {Style.POSITION_TABLE, Style.MATRIX_TABLE}])
def test_every_style_can_be_written(kind: Style) -> None:
    paragraph = (
        ExportParagraph((StyledRun("words", "en-GB"),), kind)
        if kind not in _CHARACTERS
        else ExportParagraph((StyledRun("words", "", kind),))
    )
    sheet = ExportDocument("Title", "Delegation", "en-GB", (paragraph,), (), (), ())
    assert "words" in text(render(sheet, MOMENT))


_CHARACTERS = {Style.ADDED, Style.DELETED, Style.SOFT, Style.STRONG, Style.MARKING_SIGN, Style.INTERNAL_SIGN}


@pytest.mark.parametrize("kind", MEETING_KINDS)
@pytest.mark.parametrize("audience", Audience)
@pytest.mark.parametrize("language", LABEL_LANGUAGES)
def test_the_auditors_find_nothing_in_the_files_on_a_meeting(
    kind: ExportKind, audience: Audience, language: str
) -> None:
    assert findings(file(kind, audience, language)) == []


@pytest.mark.parametrize("kind", MEETING_KINDS)
def test_the_files_on_a_meeting_are_the_same_bytes_and_name_the_delegation_alone(kind: ExportKind) -> None:
    assert file(kind) == file(kind)
    properties = opened(file(kind, language="fr")).core_properties
    assert properties.author == properties.last_modified_by == "Délégation de la Grèce"
    assert properties.created == properties.modified == MOMENT
    assert properties.language == "fr"


@pytest.mark.parametrize("kind", MEETING_KINDS)
@pytest.mark.parametrize("marking", ["LIMITE", None])
def test_the_marking_is_on_every_page_of_a_file_on_a_meeting(kind: ExportKind, marking: str | None) -> None:
    section = opened(file(kind, marking=marking)).sections[0]
    for place in (section.first_page_header, section.header, section.footer, section.first_page_footer):
        assert ("LIMITE" in "".join(p.text for p in place.paragraphs)) is (marking is not None)


def test_words_in_no_known_language_are_not_spelled() -> None:
    sheet = ExportDocument("T", "D", "en-GB", (ExportParagraph((StyledRun("mixte μικτό mixed"),)),), (), (), ())
    (run,) = opened(render(sheet, MOMENT)).element.body.iter(qn("w:r"))
    assert run.find(qn("w:rPr")).find(qn("w:noProof")) is not None


def test_a_page_break_and_a_page_on_its_side() -> None:
    texts = (ExportParagraph((StyledRun("one"),)), ExportParagraph((StyledRun("two"),), new_page=True))
    content = render(ExportDocument("T", "D", "en-GB", texts, (), (), (), landscape=True), MOMENT)
    breaks = [p.paragraph_format.page_break_before for p in opened(content).paragraphs]
    assert breaks == [None, True]
    assert page(content) == (16838, 11906)
