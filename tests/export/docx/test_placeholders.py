from itertools import pairwise

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from delegate_desk.export.blocks import StyledRun
from delegate_desk.export.docx import template_renderer

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
    """What the places of a text become, found in one go."""
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
        assert is_within(words, before[bold])


def is_within(few: str, many: str) -> bool:
    """True if some letters are others with some left out."""
    left = iter(many)
    return all(letter in left for letter in few)


def test_other_things_in_a_run_stay_where_they_are() -> None:
    run = "<w:r><w:t>a{{ref</w:t><w:tab/><w:t>erence}}b</w:t><w:br/></w:r>"
    part = parse_xml(f"<w:body {nsdecls('w')}><w:p>{run}</w:p></w:body>")
    template_renderer.fill_placeholders(part, KNOWN.get)
    tags = [etree.QName(e).localname for e in part.iter() if e.tag in {qn("w:t"), qn("w:tab"), qn("w:br")}]
    assert text_of(part).replace("\n", "") == "aST 7001/26b"
    assert tags.count("tab") == 1
    assert tags.count("br") == 1
