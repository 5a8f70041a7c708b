import datetime
import re
from collections import Counter
from dataclasses import replace
from typing import Any

import pytest
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph as WordParagraph
from docx.text.run import Run as WordRun
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from delegate_desk.core.documents.document import Address
from delegate_desk.core.positions.export_options import (
    LABEL_LANGUAGES,
    MEETING_KINDS,
    Audience,
    ExportKind,
    MarkupStyle,
)
from delegate_desk.core.positions.position import Position, PositionEntry
from delegate_desk.core.word_diff import WordChange
from delegate_desk.export.blocks import (
    Comment,
    ExportDocument,
    ExportParagraph,
    ExportTable,
    Footnote,
    StyledRun,
    TableCell,
    TableRow,
)
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


def test_the_council_marks_additions_bold_and_underlined_and_widths_are_said() -> None:
    content = written()
    added = [r.text for r in runs(content) if r.style.font.bold and r.style.font.underline]
    struck = [r.text for r in runs(content) if r.style.font.strike]
    assert [a.strip() for a in added] == ["fair"]
    assert [s.strip() for s in struck] == ["at berth"]
    table = opened(written(audience=Audience.CAPITAL)).tables[0]._tbl
    grid = [int(c.get(qn("w:w"), "0")) for c in table.iter(qn("w:gridCol"))]
    for row in table.iter(qn("w:tr")):
        widths = [int(w.get(qn("w:w"), "0")) for w in row.iter(qn("w:tcW"))]
        assert widths in (grid, [sum(grid)])


def test_tracked_changes_are_words_own_and_give_the_proposal_or_the_text() -> None:
    body = opened(written(MarkupStyle.TRACKED)).element.body
    changes = list(body.iter(qn("w:ins"), qn("w:del")))
    assert [c.tag for c in changes] == [qn("w:ins"), qn("w:del")]
    assert {c.get(qn("w:author")) for c in changes} == {"Delegation of Greece"}
    assert {c.get(qn("w:date")) for c in changes} == {"2026-03-09T17:30:00Z"}
    assert len({c.get(qn("w:id")) for c in changes}) == 2
    assert "w:trackRevisions" in parts(written(MarkupStyle.TRACKED))["word/settings.xml"]
    assert "w:trackRevisions" not in parts(written())["word/settings.xml"]
    after = "".join(t.text or "" for t in body.iter(qn("w:t")))
    inserted = {t for i in body.iter(qn("w:ins")) for t in i.iter(qn("w:t"))}
    before = "".join(t.text or "" for t in body.iter(qn("w:t"), qn("w:delText")) if t not in inserted)
    assert "Ports should set fair quiet hours for ships." in after
    assert "Ports should set quiet hours for ships at berth." in before


def test_a_position_has_its_head_the_marking_on_every_page_and_pages_that_are_counted() -> None:
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
    section = document.sections[0]
    assert section.different_first_page_header_footer
    assert [p.text for p in section.first_page_header.paragraphs] == ["LIMITE"]
    assert section.header.paragraphs[0].text == "Delegation of Greece · ST 7001/26\tLIMITE"
    for place in (section.footer, section.first_page_footer):
        assert place.paragraphs[0].text == "ST 7001/26\tLIMITE\t/"  # python-docx leaves fields out
    foot = section.footer._element
    assert [f.get(qn("w:instr")).strip() for f in foot.iter(qn("w:fldSimple"))] == ["PAGE", "NUMPAGES"]


def test_a_provision_has_its_citation_stance_text_and_comment_under_a_head_that_is_repeated() -> None:
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
    heads = [bool(row._tr.findall(f".//{qn('w:tblHeader')}")) for row in table.rows]
    assert heads == [True, False, False, False, False, False, False]
    assert all(row._tr.findall(f".//{qn('w:cantSplit')}") for row in table.rows)
    assert table.rows[1].cells[0].paragraphs[0].style.name == "Heading 2"
    ours = Position(KEY, items=(PositionEntry(Address("para_1"), comment="Long. " * 200),))
    row = opened(written(ours=ours, annotations=())).tables[0].rows[2]
    assert not row._tr.findall(f".//{qn('w:cantSplit')}")


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
    document = opened(written(MarkupStyle.TRACKED, delegation=None))
    assert document.paragraphs[0].text == document.core_properties.author == "Delegation"


def test_neither_characters_that_xml_cannot_hold_nor_empty_tables_are_written() -> None:
    ours = Position(
        KEY, general="a\x00b\x0bc\ud800d\uffffe\r\nf\tg", items=(PositionEntry(Address("para_1"), proposal="x\ny\x1f"),)
    )
    content = written(ours=ours)
    assert "abcde" in text(content)
    assert any(run.text == "x\ny" for run in runs(content))
    document = opened(written(ours=Position(KEY, general="Fine."), annotations=()))
    assert document.tables == []
    assert document.paragraphs[-1].text == "Fine."


@pytest.mark.parametrize("kind", [s for s in Style if s not in {Style.POSITION_TABLE, Style.MATRIX_TABLE}])
def test_every_style_can_be_written(kind: Style) -> None:
    of_words = {Style.ADDED, Style.DELETED, Style.SOFT, Style.STRONG, Style.MARKING_SIGN, Style.INTERNAL_SIGN}
    run = StyledRun("words", "", kind) if kind in of_words else StyledRun("words", "en-GB")
    paragraph = ExportParagraph((run,)) if kind in of_words else ExportParagraph((run,), kind)
    assert "words" in text(render(sheet(paragraph), MOMENT))


@pytest.mark.parametrize("kind", MEETING_KINDS)
@pytest.mark.parametrize("audience", Audience)
@pytest.mark.parametrize("language", LABEL_LANGUAGES)
def test_the_auditors_find_nothing_in_the_files_on_a_meeting(
    kind: ExportKind, audience: Audience, language: str
) -> None:
    assert findings(file(kind, audience, language)) == []


@pytest.mark.parametrize("kind", MEETING_KINDS)
def test_the_files_on_a_meeting_name_the_delegation_alone(kind: ExportKind) -> None:
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


def test_words_in_no_known_language_are_not_spelled_and_pages_break_lie_and_have_an_outline() -> None:
    (run,) = made(line("mixte μικτό mixed")).iter(qn("w:r"))
    assert run.find(f"{qn('w:rPr')}/{qn('w:noProof')}") is not None
    (level,) = made(ExportParagraph((StyledRun("Title II"),), level=1)).iter(qn("w:outlineLvl"))
    assert level.get(qn("w:val")) == "1"
    turned = replace(sheet(line("one"), replace(line("two"), new_page=True)), landscape=True)
    content = render(turned, MOMENT)
    breaks = [p.paragraph_format.page_break_before for p in opened(content).paragraphs]
    assert breaks == [None, True]
    assert page(content) == (16838, 11906)


W = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}


def sheet(*blocks: ExportParagraph | ExportTable) -> ExportDocument:
    return ExportDocument("T", "Delegation of Greece", "en-GB", blocks, (), (), ())


def made(*blocks: ExportParagraph | ExportTable) -> etree._Element:
    """The body of a file of these blocks."""
    body: etree._Element = opened(render(sheet(*blocks), MOMENT)).element.body
    return body


def part(name: str, *blocks: ExportParagraph | ExportTable) -> etree._Element:
    return etree.fromstring(parts(render(sheet(*blocks), MOMENT))[name].encode())


def line(words: str, **more: Any) -> ExportParagraph:
    """A paragraph of one run."""
    return ExportParagraph((StyledRun(words, **more),))


def footnote(*words: str) -> Footnote:
    return Footnote(tuple(map(line, words)))


def row(paragraph: ExportParagraph, change: WordChange = WordChange.EQUAL) -> TableRow:
    """A row of one cell."""
    return TableRow((TableCell((paragraph,)),), change=change)


def remark(text: str, **more: Any) -> Comment:
    return Comment((line(text, language="en-GB"),), **more)


def text_of(element: etree._Element | None) -> str:
    assert element is not None
    return "".join(t.text or "" for t in element.iter(qn("w:t"), qn("w:delText")))


def about(body: etree._Element, number: str) -> str:
    """The words between the start and the end of a comment."""
    inside, words = False, ""
    for element in body.iter():
        if element.tag in {qn("w:commentRangeStart"), qn("w:commentRangeEnd")} and element.get(qn("w:id")) == number:
            inside = element.tag == qn("w:commentRangeStart")
        elif inside and element.tag in {qn("w:t"), qn("w:delText")}:
            words += element.text or ""
    return words


def test_a_comment_is_about_its_words_alone() -> None:
    one = remark(
        "Why quiet?",
        author="Delegation of Malta",
        initials="MT",
        timestamp=datetime.datetime(2026, 2, 3, 4, 5, 6, tzinfo=datetime.UTC),
    )
    text = ExportParagraph((StyledRun("The "), StyledRun("quiet", comments=(one,)), StyledRun(" port")))
    assert about(made(text), "0") == "quiet"
    (comment,) = part("word/comments.xml", text)
    assert {etree.QName(key).localname: value for key, value in comment.items()} == {
        "id": "0", "author": "Delegation of Malta", "initials": "MT", "date": "2026-02-03T04:05:06Z"
    }  # fmt: skip
    assert text_of(comment) == "Why quiet?"
    texts = [line(word, comments=(remark("Same"),)) for word in ("one", "two")]
    body = made(*texts)
    assert [about(body, number) for number in "01"] == ["one", "two"]
    assert not any("comments" in name for name in parts(render(sheet(line("Nobody has said anything.")), MOMENT)))


def test_a_comment_runs_from_its_first_words_to_its_last_and_has_the_author_of_the_file() -> None:
    one = remark("Both")
    first = ExportParagraph((StyledRun("one "), StyledRun("two", comments=(one,))))
    last = ExportParagraph((StyledRun("three", comments=(one,)), StyledRun(" four")))
    body = made(first, line("between"), ExportTable((900,), (row(last),), "c"))
    assert about(body, "0") == "twobetweenthree"
    assert len(body.findall(".//w:commentReference", W)) == 1
    (comment,) = part("word/comments.xml", line("x", comments=(remark("y"),)))
    assert comment.get(qn("w:author")) == "Delegation of Greece"
    assert comment.get(qn("w:date")) == MOMENT.strftime("%Y-%m-%dT%H:%M:%SZ")


@pytest.mark.parametrize(("change", "tag"), [(WordChange.INSERT, "ins"), (WordChange.DELETE, "del")])
def test_what_stands_in_a_tracked_row_and_the_call_of_a_comment_go_with_it(change: WordChange, tag: str) -> None:
    body = made(line("x", change=change, comments=(remark("y"),)))
    assert len(body.findall(f".//w:{tag}//w:commentReference", W)) == 1
    body = made(ExportTable((900,), (row(line("quiet"), change), row(line("stays"))), "c"))
    assert len(body.findall(f".//w:trPr/w:{tag}", W)) == 1
    assert len(body.findall(f".//w:pPr/w:rPr/w:{tag}", W)) == 1
    assert [text_of(e) for e in body.findall(f".//w:p/w:{tag}", W)] == ["quiet"]


def test_a_footnote_is_called_and_counted_by_word_and_comments_on_it_stand_at_its_call() -> None:
    text = ExportParagraph((StyledRun("See", note=footnote("A port.", "A quay.")), StyledRun(".")))
    (reference,) = made(text).iter(qn("w:footnoteReference"))
    notes = part("word/footnotes.xml", text)
    (note,) = [n for n in notes if n.get(qn("w:id")) == reference.get(qn("w:id"))]
    assert [text_of(p) for p in note] == ["A port.", "A quay."]
    assert len(note.findall(".//w:footnoteRef", W)) == 1
    assert [n.get(qn("w:type")) for n in notes][:2] == ["separator", "continuationSeparator"]
    assert reference.get(qn("w:customMarkFollows")) is None
    text = line("See", note=Footnote((line("quay", comments=(remark("Which?"),)),)))
    assert about(made(text), "0") == "See"
    assert part("word/footnotes.xml", text).find(".//w:commentRangeStart", W) is None


def test_changes_in_a_footnote_and_of_its_call_are_tracked() -> None:
    gone, come = StyledRun("loud ", change=WordChange.DELETE), StyledRun("quiet", change=WordChange.INSERT)
    note = Footnote((ExportParagraph((StyledRun("A "), gone, come)),))
    text = line("x", change=WordChange.INSERT, note=note)
    notes = part("word/footnotes.xml", text)
    assert [text_of(c) for c in notes.iter(qn("w:del"), qn("w:ins"))] == ["loud ", "quiet"]
    assert len(made(text).findall(".//w:ins/w:r/w:footnoteReference", W)) == 1
    table = ExportTable((900,), (row(line("x", note=footnote("A quay.")), WordChange.INSERT),), "c")
    assert part("word/footnotes.xml", table).find(".//w:ins", W) is None
    assert len(made(table).findall(".//w:ins//w:footnoteReference", W)) == 1


def test_a_change_may_have_an_author_of_its_own_and_a_footnote_another_number() -> None:
    theirs = StyledRun("a", change=WordChange.INSERT, author="Delegation of Malta")
    body = made(ExportParagraph((theirs, StyledRun("b", change=WordChange.DELETE))))
    assert [e.get(qn("w:author")) for e in body.iter(qn("w:ins"), qn("w:del"))] == [
        "Delegation of Malta",
        "Delegation of Greece",
    ]
    labels = ("1", "1a", "2", "4", "")
    runs = tuple(StyledRun("x", note=Footnote((line("n"),), label)) for label in labels)
    references = list(made(ExportParagraph(runs)).iter(qn("w:footnoteReference")))
    marks = [text_of(r.getparent()) for r in references]
    assert marks == ["", "1a", "", "4", ""]


@pytest.mark.parametrize("change", WordChange)
def test_the_end_of_the_last_paragraph_neither_comes_nor_goes(change: WordChange) -> None:
    blocks = (line("a"), ExportParagraph((StyledRun("b", change=change),), change=change))
    last = made(*blocks).findall(qn("w:p"))[-1]
    assert last.find(f"{qn('w:pPr')}/{qn('w:rPr')}") is None
    assert ("".join(t.text or "" for t in last.iter(qn("w:t"), qn("w:delText"))) == "b") is (change is WordChange.EQUAL)


@pytest.mark.parametrize("look", [Style.ADDED, Style.STRONG])
def test_what_is_bold_is_bold_in_a_bold_paragraph_too(look: Style) -> None:
    (run,) = made(ExportParagraph((StyledRun("a", style=look),), Style.PART)).iter(qn("w:r"))
    assert run.find(f"{qn('w:rPr')}/{qn('w:b')}") is not None


any_change = st.sampled_from(list(WordChange))
any_words = st.text("ab ς\t\n", min_size=1, max_size=4)
any_notes = st.builds(lambda t, c: Footnote((line(t, language="el", change=c),)), any_words, any_change)
remarks = [remark(name) for name in "xyz"]
any_runs = st.builds(
    lambda t, c, n, m: StyledRun(t, "el", change=c, note=n, comments=tuple(m)),
    any_words, any_change, st.none() | any_notes, st.lists(st.sampled_from(remarks), max_size=2, unique_by=id),
)  # fmt: skip
any_texts = st.builds(lambda r, c: ExportParagraph(tuple(r), change=c), st.lists(any_runs, max_size=4), any_change)
any_cells = st.builds(lambda t: TableCell(tuple(t)), st.lists(any_texts, min_size=1, max_size=2))
any_tables = st.builds(
    lambda rows: ExportTable((900, 900), tuple(TableRow((a, b), change=c) for a, b, c in rows), "c"),
    st.lists(st.tuples(any_cells, any_cells, any_change), min_size=1, max_size=3),
)


@given(st.lists(any_texts | any_tables, max_size=5))
def test_whatever_is_written_has_numbers_of_its_own_and_ends_what_it_begins(
    blocks: list[ExportParagraph | ExportTable],
) -> None:
    content = render(sheet(*blocks), MOMENT)
    body = opened(content).element.body
    found = parts(content)
    tags = ("RangeStart", "RangeEnd", "Reference")
    ends = [[e.get(qn("w:id")) for e in body.iter(qn(f"w:comment{tag}"))] for tag in tags]
    assert sorted(ends[0]) == sorted(ends[1]) == sorted(ends[2])
    notes = etree.fromstring(found["word/footnotes.xml"].encode()) if "word/footnotes.xml" in found else ()
    tracked = [e for root in (body, *([notes] if len(notes) else [])) for e in root.iter(qn("w:ins"), qn("w:del"))]
    numbers = [e.get(qn("w:id")) for e in tracked]
    assert len(numbers) == len(set(numbers))
    called = [e.get(qn("w:id")) for e in body.iter(qn("w:footnoteReference"))]
    assert called == [n.get(qn("w:id")) for n in notes][2:]
    assert not [t for d in body.iter(qn("w:del")) for t in d.iter(qn("w:t"))]


def test_the_auditors_find_nothing_in_it() -> None:
    one = remark("Why?")
    note = Footnote((line("n", language="en-GB", change=WordChange.INSERT),), "1a")
    new = row(line("row", language="en-GB", note=note, comments=(one,)), WordChange.INSERT)
    gone = ExportParagraph(
        (StyledRun("gone", "en-GB", change=WordChange.DELETE, note=note),), Style.UNIT, change=WordChange.DELETE
    )
    first = ExportParagraph((StyledRun("x", comments=(one,)),), level=2)
    assert findings(render(sheet(first, gone, ExportTable((900,), (new,), "c")), MOMENT)) == []
