import io
from collections.abc import Callable
from itertools import pairwise

import docx
import pytest
from docx.document import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, Twips
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from delegate_desk.export.blocks import (
    CountedField,
    ExportDocument,
    ExportParagraph,
    ExportTable,
    Footnote,
    StyledRun,
    TableCell,
    TableRow,
)
from delegate_desk.export.docx import custom_template, template_renderer
from delegate_desk.export.docx.default_template import TEXT_WIDTH, Style
from delegate_desk.export.docx.renderer import render
from support.position_values import MOMENT, opened, page, parts
from support.word_auditors import findings

FIELDS = {
    "reference": StyledRun("ST 99101/26"),
    "delegation": StyledRun("Delegation of Greece", "en-GB"),
    "date": StyledRun("2 February"),
}
CELLS = (
    TableCell((ExportParagraph((StyledRun("left"),), Style.PROVISION),)),
    TableCell((ExportParagraph((StyledRun("right"),)),)),
)
TABLE = ExportTable((4000, TEXT_WIDTH - 4000), (TableRow(CELLS),), "c")
BLOCKS = (
    ExportParagraph((StyledRun("Delegation of Greece"),), Style.TITLE),
    ExportParagraph((StyledRun("Comments"),), Style.SUBTITLE),
    ExportParagraph((StyledRun("General {{date}}"),), Style.HEADING),
    TABLE,
)
OURS = ["Delegation of Greece", "Comments", "General {{date}}"]
MARKING = StyledRun("LIMITE", style=Style.MARKING_SIGN)


def house(fill: Callable[[Document], object]) -> bytes:
    document = docx.Document()
    fill(document)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def made(fill: Callable[[Document], object] = lambda _: None, **more: object) -> bytes:
    template = custom_template.check_template(house(fill), "house.docx")
    heads = {
        "first_page_header": (ExportParagraph((StyledRun("LIMITE"),), Style.MARKING),),
        "page_header": (ExportParagraph((StyledRun("on ST 99101/26\t"), MARKING), Style.RUNNING_HEAD),),
        "page_footer": (
            ExportParagraph(
                (StyledRun("ST 99101/26\t"), MARKING, StyledRun("\t"), StyledRun("1", field=CountedField.PAGE)),
                Style.RUNNING_FOOT,
            ),
        ),
    }
    given = {"blocks": BLOCKS, **heads, "template": template, "fields": FIELDS, **more}
    return render(ExportDocument("Comments", "Delegation of Greece", "en-GB", **given), MOMENT)  # type: ignore[arg-type]  # a test's shorthand


def lines(content: bytes) -> list[str]:
    return [p.text for p in opened(content).paragraphs if p.text]


def style_of(content: bytes, text: str) -> str:
    return next(str(p.style.name) for p in opened(content).paragraphs if p.text == text and p.style)


def letterhead(document: Document) -> None:
    document.sections[0].header.paragraphs[0].text = "PERMANENT REPRESENTATION"
    document.styles["Normal"].font.name = "Georgia"
    document.styles["Normal"].font.size = Pt(12)
    document.sections[0].left_margin = document.sections[0].right_margin = Cm(4)


def test_the_house_keeps_its_head_type_and_margins_in_which_our_table_stands() -> None:
    content = made(letterhead)
    assert content == made(letterhead)
    found = opened(content)
    assert "PERMANENT REPRESENTATION" in [p.text for p in found.sections[0].header.paragraphs]
    assert found.styles["Normal"].font.name == "Georgia"
    assert found.sections[0].left_margin == Twips(2268)  # 4 cm
    names = {style.name for style in found.styles}
    assert "Position Table" in names
    assert "Matrix Table" not in names
    room = (found.sections[0].page_width or 0) // 635 - 2 * 2268
    table = found.tables[0]._tbl
    widths, cells = ([int(w.get(qn("w:w"), "")) for w in table.iter(qn(tag))] for tag in ("w:gridCol", "w:tcW"))
    assert room - 3 <= sum(widths) <= room
    assert cells == widths


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ([""], OURS),
        (["To the Council"], ["To the Council", *OURS]),
        (["Before", "{{table}}", "After"], ["Before", *OURS, "After"]),
        (["{{table}} {{date}}"], [" 2 February", *OURS]),
        (["On {{reference}}"], ["On ST 99101/26", OURS[-1]]),
    ],
)
def test_our_text_stands_where_the_house_wants_it_and_repeats_nothing(said: list[str], expected: list[str]) -> None:
    content = made(lambda document: [document.add_paragraph(text) for text in said])
    assert lines(content) == expected
    if "After" in said:
        assert [p.text for p in opened(content).paragraphs].count("") == 1  # after our table


def test_places_are_filled_also_across_runs_in_heads_tables_links_and_boxes() -> None:
    def fill(document: Document) -> None:
        paragraph = document.add_paragraph("On ")
        for piece in ("{", "{refe", "rence", "}} by {{ DELEGATION }}"):
            paragraph.add_run(piece).bold = piece == "rence"
        document.add_table(1, 1).cell(0, 0).text = "of {{date}}"
        document.sections[0].footer.paragraphs[0].text = "{{reference}}"
        link = OxmlElement("w:hyperlink", {qn("w:anchor"): "x"})
        link.append(parse_xml(f"<w:r {nsdecls('w')}><w:t>{{{{reference}}}}</w:t></w:r>"))
        document.add_paragraph("See ")._p.append(link)
        said = "<w:p><w:r><w:t>{{date}}</w:t></w:r></w:p>"
        box = f"<w:pict {nsdecls('w')}><w:txbxContent>{said}</w:txbxContent></w:pict>"
        document.add_paragraph("Box").add_run()._r.append(parse_xml(box))

    content = made(fill)
    document = opened(content)
    assert lines(content)[0] == "On ST 99101/26 by Delegation of Greece"
    assert document.tables[0].cell(0, 0).text == "of 2 February"
    assert document.sections[0].footer.paragraphs[0].text == "ST 99101/26"
    assert "See ST 99101/26" in lines(content)
    (box,) = document.element.body.iter(qn("w:txbxContent"))
    assert "".join(t.text or "" for t in box.iter(qn("w:t"))) == "2 February"


def test_what_is_filled_in_has_the_look_of_its_place_and_its_own_language() -> None:
    def fill(document: Document) -> None:
        run = document.add_paragraph("By ").add_run("{{delegation}}")
        run.italic = True
        run._r.get_or_add_rPr().append(OxmlElement("w:lang", {qn("w:val"): "fr-FR"}))

    paragraph = opened(made(fill)).paragraphs[0]
    (run,) = [r for r in paragraph.runs if r.text == "Delegation of Greece"]
    assert run.italic
    assert [lang.get(qn("w:val")) for lang in run._r.iter(qn("w:lang"))] == ["en-GB"]


def test_a_style_that_the_house_has_is_the_houses_and_others_come_in_its_type_and_size() -> None:
    def fill(document: Document) -> None:
        document.styles["Heading 1"].font.size = Pt(31)

    content = made(fill)
    assert style_of(content, "General {{date}}") == "Heading 1"
    assert opened(content).styles["Heading 1"].font.size == Pt(31)
    content = made(letterhead, blocks=(ExportParagraph((StyledRun("kept quiet"),), Style.COMMENT),))
    style = opened(content).styles["Comment"]
    assert style.base_style is not None
    assert style.base_style.name == "Normal"
    assert style.font.name is None
    assert style.font.size == Pt(11.5)  # 10.5 next to 11, like 11.5 next to 12


def test_the_marking_and_the_line_at_the_foot_end_at_the_houses_margins() -> None:
    document = opened(made(letterhead))
    room = (document.sections[0].page_width or 0) // 635 - 2 * 2268
    style = document.styles["Marking"]
    assert abs((style.paragraph_format.left_indent or 0) // 635 - (room - 1500)) <= 1
    (tabs,) = document.sections[0].footer._element.iter(qn("w:tabs"))
    stops = {tab.get(qn("w:val")): int(tab.get(qn("w:pos"), "")) for tab in tabs}
    assert abs(stops["right"] - room) <= 1
    assert abs(stops["center"] - room // 2) <= 1
    assert "clear" in stops  # the template's own
    (head,) = opened(made()).sections[0].header._element.iter(qn("w:tabs"))  # which has none itself
    assert [tab.get(qn("w:val")) for tab in head if tab.get(qn("w:val")) != "clear"] == ["right"]


def test_a_heading_in_a_table_is_as_large_as_what_it_heads_and_in_the_outline() -> None:
    head = ExportParagraph((StyledRun("Paragraph 2"),), Style.PROVISION)
    document = opened(made(letterhead, blocks=(head, ExportTable((900,), (TableRow((TableCell((head,)),)),), "c"))))
    inside = document.tables[0].cell(0, 0).paragraphs[0]
    assert [p.style.name for p in document.paragraphs if p.text and p.style] == ["Heading 2"]
    assert inside.style is not None
    assert inside.style.name == "Provision Label"
    assert [level.get(qn("w:val")) for level in inside._p.iter(qn("w:outlineLvl"))] == ["1"]


@pytest.mark.parametrize("first", [True, False])
@pytest.mark.parametrize("foot", ["Rue de la Loi", ""])
def test_the_marking_is_on_the_first_page_and_in_every_foot(first: bool, foot: str) -> None:
    def fill(document: Document) -> None:
        letterhead(document)
        section = document.sections[0]
        section.different_first_page_header_footer = first
        if first:
            section.first_page_header.paragraphs[0].text = "LOGO"
        if foot:
            section.footer.paragraphs[0].text = foot
            section.footer.paragraphs[0]._p.append(OxmlElement("w:fldSimple", {qn("w:instr"): "PAGE"}))

    section = opened(made(fill)).sections[0]
    assert section.different_first_page_header_footer is first
    said = {
        name: "".join(p.text for p in getattr(section, name).paragraphs)
        for name in ("first_page_header", "header", "footer", *(["first_page_footer"] if first else []))
    }
    assert "LIMITE" in said["first_page_header" if first else "header"]
    assert all("LIMITE" in text for name, text in said.items() if "foot" in name)
    assert foot in said["footer"]
    assert not first or said["first_page_header"].startswith("LOGO")


def test_what_is_internal_is_said_at_the_houses_head_and_a_wide_table_turns_the_page() -> None:
    sign = StyledRun("INTERNAL", "en-GB", Style.INTERNAL_SIGN)
    section = opened(
        made(letterhead, page_header=(ExportParagraph((StyledRun("x"), sign), Style.RUNNING_HEAD),))
    ).sections[0]
    assert [p.text for p in section.header.paragraphs] == ["PERMANENT REPRESENTATION", "LIMITE", "INTERNAL"]
    width, height = page(made(letterhead, landscape=True))
    assert width > height


@pytest.mark.parametrize("foot", ["", "Rue de la Loi"])
def test_pages_are_counted_where_the_house_does_not(foot: str) -> None:
    def fill(document: Document) -> None:
        document.sections[0].footer.paragraphs[0].text = foot

    assert "PAGE" in etree.tostring(opened(made(fill)).sections[0].footer._element).decode()


def test_nothing_of_whoever_made_the_template_leaves() -> None:
    def fill(document: Document) -> None:
        core = document.core_properties
        core.author = core.last_modified_by = core.keywords = core.comments = core.category = core.subject = "A. Person"
        settings = document.settings.element
        settings.insert(0, parse_xml(f'<w:docVars {nsdecls("w")}><w:docVar w:name="x" w:val="A. Person"/></w:docVars>'))

    content = made(fill)
    assert "A. Person" not in "".join(parts(content).values())
    assert "python-docx" not in "".join(parts(content).values())
    assert opened(content).core_properties.author == "Delegation of Greece"
    assert not [name for name in parts(content) if "customXml" in name or "app.xml" in name or "thumbnail" in name]


def noted(words: str) -> ExportParagraph:
    return ExportParagraph((StyledRun("See", note=Footnote((ExportParagraph((StyledRun(words),)),))),))


def test_a_footnote_stands_beside_those_of_the_house() -> None:
    own = render(ExportDocument("", "", "en", (noted("of the house"),), (), (), ()), MOMENT)
    content = made(blocks=(noted("ours"),), template=custom_template.check_template(own, "house.docx"))
    notes = etree.fromstring(parts(content)["word/footnotes.xml"].encode())
    said = {n.get(qn("w:id")): "".join(t.text or "" for t in n.iter(qn("w:t"))) for n in notes}
    calls = [c.get(qn("w:id")) for c in opened(content).element.body.iter(qn("w:footnoteReference"))]
    assert [said[call] for call in calls] == ["of the house", "ours"]


@pytest.mark.parametrize("fill", [letterhead, lambda d: d.add_paragraph("{{reference}} {{table}}")])
def test_the_auditors_find_nothing_that_the_template_has_not(fill: Callable[[Document], object]) -> None:
    assert set(findings(made(fill, tracked=True))) <= set(findings(house(fill)))


KNOWN = {
    "reference": StyledRun("ST 7001/26"),
    "date": StyledRun("9 March", "en-GB"),
    "delegation": StyledRun("{{date}}\nof Greece"),
}
PIECES = ("{{reference}}", "{{ Date }}", "{{delegation}}", "{{motto}}", "{", "}}", "{{", "plain ", "ς")


def paragraph(runs: list[str]) -> etree._Element:
    """A part with one paragraph of these runs, every second one in bold."""
    made = parse_xml(f"<w:body {nsdecls('w')}><w:p><w:pPr/></w:p></w:body>")
    for n, words in enumerate(runs):
        look = "<w:rPr><w:b/></w:rPr>" if n % 2 else ""
        run = parse_xml(f'<w:r {nsdecls("w")}>{look}<w:t xml:space="preserve"/></w:r>')
        next(run.iter(qn("w:t"))).text = words
        made[0].append(run)
    return made


def text_of(part: etree._Element) -> str:
    return "".join((t.text or "") if t.tag == qn("w:t") else "\n" for t in part.iter(qn("w:t"), qn("w:br")))


def expected(text: str) -> str:
    """The result of the fields of a text, found in one pass."""
    return template_renderer._PLACE.sub(
        lambda f: KNOWN[k].text if (k := f.group(1).casefold()) in KNOWN else f.group(), text
    )


@given(st.lists(st.sampled_from(PIECES), max_size=6).map("".join), st.lists(st.integers(0, 60), max_size=6))
def test_places_are_filled_however_word_cut_the_text_into_runs(text: str, cuts: list[int]) -> None:
    ends = sorted({0, len(text), *(cut for cut in cuts if cut < len(text))})
    part = paragraph([text[a:b] for a, b in pairwise(ends)])
    assert text_of(part) == text
    template_renderer.fill_placeholders(part, KNOWN.get)
    assert text_of(part) == expected(text)


@given(st.lists(st.sampled_from(PIECES), max_size=6).map("".join), st.integers(1, 5))
def test_what_is_not_filled_keeps_its_look(text: str, size: int) -> None:
    part = paragraph([text[n : n + size] for n in range(0, len(text), size)])

    def looks() -> dict[bool, str]:
        found = {True: "", False: ""}
        for words in part.iter(qn("w:t")):
            run = words.getparent()
            assert run is not None
            found[run.find(f"{qn('w:rPr')}/{qn('w:b')}") is not None] += words.text or ""
        return found

    before = looks()
    template_renderer.fill_placeholders(part, lambda name: StyledRun("") if name in KNOWN else None)
    for bold, words in looks().items():
        letters = iter(before[bold])
        assert all(letter in letters for letter in words)


def test_other_things_in_a_run_stay_where_they_are() -> None:
    run = "<w:r><w:t>a{{ref</w:t><w:tab/><w:t>erence}}b</w:t><w:br/></w:r>"
    part = parse_xml(f"<w:body {nsdecls('w')}><w:p>{run}</w:p></w:body>")
    template_renderer.fill_placeholders(part, KNOWN.get)
    tags = [etree.QName(e).localname for e in part.iter() if e.tag in {qn("w:t"), qn("w:tab"), qn("w:br")}]
    assert text_of(part).replace("\n", "") == "aST 7001/26b"
    assert tags.count("tab") == 1
    assert tags.count("br") == 1
