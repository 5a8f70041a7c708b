"""Web pages: each layout shown by a small one of our own."""

import re
from pathlib import Path

import pytest

from delegate_desk.core.documents.document import Document, Mark
from delegate_desk.parsing import reading
from delegate_desk.parsing.blocks import SourceText
from delegate_desk.parsing.html import reader
from support.handwritten_pdf import shown


def point(label: str, text: str) -> str:
    """A point as printed by the Official Journal: a table of two columns."""
    return (
        '<table width="100%" border="0"><col width="4%"/><col width="96%"/><tbody><tr>'
        f'<td valign="top"><p class="oj-normal">{label}</p></td><td valign="top">{text}</td></tr></tbody></table>'
    )


OFFICIAL_JOURNAL = f"""<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "xhtml-strict.dtd">
<html xmlns="http://www.w3.org/1999/xhtml"><head><title>L_202600101EN.000101.fmx.xml</title></head><body>
<table width="100%"><tr><td><p class="oj-hd-date">12.3.2026</p></td><td><p class="oj-hd-lg">EN</p></td></tr></table>
<div class="eli-container">
<div class="eli-main-title">
<p class="oj-doc-ti">REGULATION (EU) 2026/101 OF THE EUROPEAN PARLIAMENT AND OF THE COUNCIL</p>
<p class="oj-doc-ti">of 4 March 2026</p><p class="oj-doc-ti">on quiet hours in ports</p>
<p class="oj-doc-ti">(Text with EEA relevance)</p></div>
<p class="oj-normal">THE EUROPEAN PARLIAMENT AND THE COUNCIL OF THE EUROPEAN UNION,</p>
<p class="oj-normal">Having regard to the opinion of the Committee of the Regions&#160;<a id="ntc1-E1"
href="#ntr1-E1">(<span class="oj-super oj-note-tag">1</span>)</a>,</p>
<p class="oj-normal">Whereas:</p>
{point("(1)", '<p class="oj-normal">Noise of ships disturbs those who live near ports.</p>')}
{point("(2)", '<p class="oj-normal">It disturbs birds, too.</p>')}
<p class="oj-normal">HAVE ADOPTED THIS REGULATION:</p>
<div id="art_1"><p class="oj-ti-art">Article 1</p><div class="eli-title"><p class="oj-sti-art">Scope</p></div>
<div id="001.001"><p class="oj-normal">1.&#160;&#160;&#160;This Regulation applies to:</p>
{point("(a)", "<p>ships:</p>" + point("(i)", "<p>large ones;</p>") + point("(ii)", "<p>loud ones;</p>"))}
{point("(b)", '<p class="oj-normal">tugs.</p>')}
</div><div id="001.002"><p class="oj-normal">2.&#160;&#160;&#160;It does not apply to lifeboats.</p></div></div>
</div><hr class="oj-note"/>
<p class="oj-note"><a id="ntr1-E1" href="#ntc1-E1">(<span class="oj-super">1</span>)</a>
&#160;OJ C 9, 1.2.2026, p. 7.</p>
</body></html>"""

CONSOLIDATED = """<html><body><div id="docHtml">
<p class="reference">02020R0300 — EN — 01.02.2026 — 002.001</p><p class="disclaimer">Meant as a tool only.</p>
<p class="title-doc-first">REGULATION (EU) 2020/300 OF THE EUROPEAN PARLIAMENT AND OF THE COUNCIL</p>
<p class="title-doc-last">of 5 May 2020</p><p class="title-doc-last">on harbour lights</p>
<div id="art_4"><p class="title-article-norm">Article 4</p>
<div class="eli-title"><p class="stitle-article-norm">Lights</p></div>
<p class="modref"><a title="32024R0001: REPLACED">▼M1</a></p>
<div class="norm"><span class="no-parag">1.  </span><div class="norm inline-element">Lights shall be:
<div class="grid-container grid-list"><div class="list grid-list-column-1"><span>(a) </span></div>
<div class="grid-list-column-2"><p class="norm">white
(<a href="#E0001" id="src.E0001">  <span class="superscript">1</span>  </a>);</p></div></div>
<p class="modref"><a>▼B</a></p>
<div class="grid-container grid-list"><div class="list grid-list-column-1"><span>►M2 (b) </span></div>
<div class="grid-list-column-2"><p class="norm">dim. ◄</p></div></div></div></div>
<div class="norm"><span class="no-parag">2.  </span><div class="norm inline-element">They are lit at dusk.</div></div>
</div>
<p class="footnote"><a id="E0001" href="#src.E0001">( <span class="superscript">1</span> )</a>
As defined in Annex I.</p>
</div></body></html>"""

BEFORE_2004 = """<html lang="EN"><head><meta name="DC.language" content="EN">
<meta name="DC.title" content="EUR-Lex - 31999R0077 - EN"></head><body><h1>31999R0077</h1><p>The site's own words</p>
<div id="TexteOnly"><p><txt_te><p>Council Regulation (EC) No 77/1999</p><p>of 8 March 1999</p><p>on ferry bells</p>
<p>THE COUNCIL OF THE EUROPEAN UNION,</p><p>Having regard to the proposal from the Commission(1),</p>
<p>Having regard to Regulation (EC) No 12/98(2),</p><p>Whereas:</p><p>(1) Bells are heard.</p>
<p>(2) Article 5(3) is about them.</p>
<p>HAS ADOPTED THIS REGULATION:</p><p>Article 1</p><p>1. Bells shall be rung:</p><p>(a) at noon;</p><p>(b) at night.</p>
<p>Done at Brussels, 8 March 1999.</p><p></p><p>(1) OJ C 1, 2.1.1999, p. 3.</p><p>(2) OJ L 2, 3.1.1998, p. 4.</p>
</txt_te></p></div></body></html>"""

COMMISSION = """<html xmlns="http://www.w3.org/1999/xhtml"><body><div class="contentWrapper">
<p class="li ManualHeading2"><span class="num"/><span>Section 1</span><span>Duties of harbours</span></p>
<p class="li ManualHeading3"><span>Article 3</span></p><p class="li ManualHeading3"><span>Assessment</span></p>
<p class="li ManualNumPar1"><span class="num"><span>1.</span></span><span>Harbours</span><span> shall count:</span></p>
<p class="li Point1"><span class="num"><span>(a)</span></span><span>ships</span><span class="FootnoteReference0">
    <a class="footnoteRef" id="footnoteref2" href="#footnote2">1</a>
  </span><span>;</span></p>
<p class="li Tiret2"><span><span class="num">–</span></span><span>large ones.</span></p>
<dl id="footnotes"><dd id="footnote2"><span class="num"><a class="footnote" href="#footnoteref2">(1)</a></span>
<span><span class="tab">   </span>Boats </span><span>too.</span></dd></dl></div></body></html>"""


def page_text(body: str) -> str:
    return f"<html><body>{body}</body></html>"


def page(body: str) -> SourceText:
    return reader.source(page_text(body))


def lines(source: SourceText) -> list[str]:
    return [" ".join(f"{block.label or ''} {block.text}".split()) for block in source.blocks]


def read(tmp_path: Path, text: str, name: str = "page.html") -> Document:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return reading.read(path, name)


def units(document: Document) -> dict[str, str]:
    return {str(unit.address): f"{unit.label} {unit.text}".strip() for unit in document.units()}


def test_the_official_journal_prints_points_in_tables(tmp_path: Path) -> None:
    document = read(tmp_path, OFFICIAL_JOURNAL)
    found = units(document)
    assert found["rec_2"] == "(2) It disturbs birds, too."
    assert found["art_1"] == "Article 1 Scope"
    assert found["art_1__para_1__point_1__point_2"] == "(ii) loud ones;"
    assert found["art_1__para_1__point_2"] == "(b) tugs."
    assert found["art_1__para_2"] == "2. It does not apply to lifeboats."
    assert found["cit_1"] == "Having regard to the opinion of the Committee of the Regions,"
    assert found["fn_1"] == "1 OJ C 9, 1.2.2026, p. 7."
    assert [str(a) for a in document.called_from(document.footnotes[0].address)] == ["cit_1"]
    assert "12.3.2026" not in " ".join(found.values())


def test_a_quoted_point_of_the_official_journal_belongs_to_the_instruction() -> None:
    quoted = point("‘(5a)", "<p>“lamp” means:</p>" + point("(a)", "<p>a light;</p>") + point("(b)", "<p>a fire.’;</p>"))
    found = page(
        point("(1)", f"<p>in Article 4, the following point is inserted:</p>{quoted}")
        + point("(2)", "<p>more is added.</p>")
    )
    assert lines(found) == [
        "(1) in Article 4, the following point is inserted:",
        "‘(5a) “lamp” means:",
        "(a) a light;",
        "(b) a fire.’;",
        "(2) more is added.",
    ]
    assert all(block.cell is None for block in found.blocks)


def test_an_act_is_known_by_its_title(tmp_path: Path) -> None:
    header = read(tmp_path, OFFICIAL_JOURNAL).header
    assert str(header.reference) == "Regulation (EU) 2026/101"
    assert (str(header.date), header.document_type, header.language) == ("2026-03-04", "regulation", "en")
    assert header.subject.endswith("of 4 March 2026 on quiet hours in ports")


def test_a_consolidated_text_keeps_no_marks_of_its_making(tmp_path: Path) -> None:
    document = read(tmp_path, CONSOLIDATED)
    found = units(document)
    assert str(document.header.reference) == "Regulation (EU) 2020/300"
    assert found["art_4"] == "Article 4 Lights"
    assert found["art_4__para_1"] == "1. Lights shall be:"
    assert found["art_4__para_1__point_1"] == "(a) white;"
    assert found["art_4__para_1__point_2"] == "(b) dim."
    assert found["art_4__para_2"] == "2. They are lit at dusk."
    assert found["fn_1"] == "1 As defined in Annex I."
    assert not re.search("[▼►◄]", " ".join(found.values()))


def test_a_page_before_2004_has_its_notes_at_its_end(tmp_path: Path) -> None:
    document = read(tmp_path, BEFORE_2004)
    found = units(document)
    assert str(document.header.reference) == "Regulation (EC) No 77/1999"
    assert found["cit_1"] == "Having regard to the proposal from the Commission,"
    assert found["cit_2"] == "Having regard to Regulation (EC) No 12/98,"
    assert found["rec_2"] == "(2) Article 5(3) is about them."
    assert found["art_1__para_1__point_2"] == "(b) at night."
    assert found["fn_2"] == "2 OJ L 2, 3.1.1998, p. 4."
    assert "The site's own words" not in " ".join(found.values())


def test_a_call_that_is_left_out_does_not_hide_the_next_ones() -> None:
    found = page("<p>words(1) of paragraph (2)(3) and more(3)</p><p>(1) One.</p><p>(2) Two.</p><p>(3) Three.</p>")
    assert [run.note for run in found.blocks[0].runs if run.note] == ["1", "3"]
    assert found.blocks[0].text == "words of paragraph (2)(3) and more"


def test_the_commission_puts_labels_in_spans(tmp_path: Path) -> None:
    document = read(tmp_path, COMMISSION)
    found = units(document)
    assert found["sec_1"] == "Section 1 Duties of harbours"
    assert found["art_3"] == "Article 3 Assessment"
    assert found["art_3__para_1__point_1"] == "(a) ships;"
    assert found["art_3__para_1__point_1__ind_1"] == "– large ones."
    assert found["fn_1"] == "1 Boats too."
    assert document.called_from(document.footnotes[0].address) == ["art_3__para_1__point_1"]


def test_a_celex_number_in_the_name_of_a_file_tells_what_it_is(tmp_path: Path) -> None:
    document = read(tmp_path, "<p>Corpo del testo senza titolo, ma con parole.</p>", "CELEX_32011L0093_IT_TXT.html")
    assert str(document.header.reference) == "Directive 2011/93/EU"


def test_a_document_on_an_act_is_not_the_act(tmp_path: Path) -> None:
    text = "<p>Regulation (EU) 2016/679: comments of a delegation</p><p>We have read it and have doubts.</p>"
    assert read(tmp_path, text).header.reference is None


LINES = {
    "paragraphs end where the page says so": (
        "<p>The Council</p><p>notes the following</p><div>and<br>goes on</div><p>one<br/><br/>two</p>",
        ["The Council", "notes the following", "and goes on", "one", "two"],
    ),
    "a list is labelled as a browser shows it": (
        "<ol><li>one</li><li>two<ol type='a'><li>alpha</li><li><p>beta</p><p>more</p></li></ol></li></ol>"
        "<ul><li>dash</li></ul><ol start='4' style='list-style-type: lower-roman'><li>four</li></ol>"
        "<ol style='list-style:none'><li>(1) printed</li></ol>",
        ["1. one", "2. two", "(a) alpha", "(b) beta", "more", "– dash", "(iv) four", "(1) printed"],
    ),
    "what a browser does not show is not read": (
        "<script>var x = 'a';</script><style>p {}</style><!-- no --><nav>menu</nav><p hidden>b</p>"
        "<div style='display:none'>c</div><p>seen &amp; read&shy;able</p><template>d</template>",
        ["seen & read\xadable"],
    ),
    "what Word puts into its pages divides no paragraph": (
        "<p class=MsoNormal>The Council<o:p></o:p> notes <st1:place>Athens</st1:place>.</p>",
        ["The Council notes Athens."],
    ),
    "typed lines are read as those of a text file": (
        "<pre>The Council notes that ships are loud and\nthat people sleep badly.\n\n1. It asks for quiet.\n</pre>",
        ["The Council notes that ships are loud and that people sleep badly.", "1. It asks for quiet."],
    ),
}


@pytest.mark.parametrize(("body", "read_as"), LINES.values(), ids=LINES)
def test_a_page_is_read_line_by_line(body: str, read_as: list[str]) -> None:
    assert [" ".join(line.split()) for line in lines(page(body))] == read_as


def test_cells_know_their_row_and_column() -> None:
    found = page(
        "<table border='1'><tr><th rowspan='2'>A</th><th colspan='2'>B</th></tr><tr><td>C</td><td>D</td></tr>"
        "<tr><td>E</td><td></td><td><p>F</p><p>G</p></td></tr></table>"
    )
    assert [(block.text, block.cell) for block in found.blocks] == [
        ("A", (1, 1, 1)), ("B", (1, 1, 2)), ("C", (1, 2, 2)), ("D", (1, 2, 3)),
        ("E", (1, 3, 1)), ("F", (1, 3, 3)), ("G", (1, 3, 3)),
    ]  # fmt: skip


def test_cells_that_reach_over_everything_are_no_work() -> None:
    cells = "<td rowspan='99999' colspan='9999999'>a</td>" * 20
    assert len(page(f"<table border='1'>{f'<tr>{cells}</tr>' * 20}</table>").blocks) == 400


def test_a_table_that_lays_out_a_page_is_none() -> None:
    inner = "<table border='1'><tr><td>x</td><td>y</td></tr></table>"
    found = page(
        f"<table><tr><td>menu</td><td><p>text</p>{inner}</td></tr></table><table><tr><td>box</td></tr></table>"
    )
    assert [(block.text, block.cell) for block in found.blocks] == [
        ("menu", None), ("text", None), ("x", (1, 1, 1)), ("y", (1, 1, 2)), ("box", None),
    ]  # fmt: skip


def test_words_keep_their_looks() -> None:
    (block,) = page(
        '<p>a <b>b</b> <span style="text-decoration: underline line-through">c</span>'
        ' <i>d</i><strong>e <span style="font-weight:normal">f</span></strong></p>'
    ).blocks
    looks = {run.text.strip(): run.marks for run in block.runs if run.text.strip()}
    assert looks == {
        "a": set(), "b": {Mark.BOLD}, "c": {Mark.UNDERLINE, Mark.STRIKE}, "d": {Mark.ITALIC}, "e": {Mark.BOLD},
        "f": set(),
    }  # fmt: skip


def test_running_heads_of_a_word_processors_page_are_set_apart() -> None:
    found = page(
        "<div title='header'><p>7001/26</p></div><p>words<sup><a name='sdfootnote1anc' href='#sdfootnote1sym'>1</a>"
        "</sup></p><div id='sdfootnote1'><p><a name='sdfootnote1sym' href='#sdfootnote1anc'>1</a>A note.</p></div>"
        "<div title='footer'><p>7001/26 QH/np 3</p><p>TREE.2.A EN</p></div>"
    )
    assert (lines(found), found.running) == (["words"], ("7001/26", "7001/26 QH/np 3", "TREE.2.A EN"))
    assert [(note.label, note.blocks[0].text) for note in found.notes] == [("1", "A note.")]


def test_a_page_saved_from_word_keeps_its_notes() -> None:
    found = page(
        "<p class=MsoNormal>words<a href='#_ftn1' name='_ftnref1'><span>[1]</span></a> go on.</p>"
        "<div id=ftn1><p class=MsoFootnoteText><a href='#_ftnref1' name='_ftn1'>[1]</a> A note.</p><p>More.</p></div>"
    )
    assert lines(found) == ["words go on."]
    assert [[block.text.strip() for block in note.blocks] for note in found.notes] == [["A note.", "More."]]


@pytest.mark.parametrize("encoding", ["utf-8", "iso-8859-7", "windows-1253", "utf-16"])
def test_a_page_is_decoded_as_it_declares(encoding: str) -> None:
    page_text = f'<html><head><meta charset="{encoding}"></head><body><p>Η Προεδρία σημειώνει</p></body></html>'
    assert lines(reader.source(reader.decode(page_text.encode(encoding)))) == ["Η Προεδρία σημειώνει"]


def test_a_page_that_declares_wrongly_is_decoded_all_the_same() -> None:
    data = '<meta charset="utf-8"><p>Naïve façade, très étonnée déjà</p>'.encode("cp1252")
    assert lines(reader.source(reader.decode(data))) == ["Naïve façade, très étonnée déjà"]


@pytest.mark.parametrize("body", ["", "<p></p>", "<<<>>", "<table><tr><td><table><tr>", "<p>" * 3000, "&#0;&#xFFFFFF;"])
def test_a_broken_page_breaks_nothing(body: str) -> None:
    reader.source(f"<html><body>{body}</body></html>")


def test_two_languages_of_one_act_share_their_addresses(shared: Path) -> None:
    addresses = []
    for language in ("EN", "HU"):
        path = shared / "corpus" / "eurlex" / f"CELEX_32016R0679_{language}_TXT.html"
        document = reading.read(path, path.name)
        assert str(document.header.reference) == "Regulation (EU) 2016/679"
        addresses.append({str(unit.address) for unit in document.paragraphs})
    english = [address for address in addresses[0] if re.match(r"(art|rec)_\d", address)]
    assert len(english) > 1000
    assert sum(address in addresses[1] for address in english) >= 0.99 * len(english)


NOTE = (
    '<p class="footnote">(<a href="#src.E0001" id="E0001">\n<span class="superscript">{}</span>\n</a>)&nbsp;\n'
    " A note.</p>"
)


def noted_lines(source: SourceText) -> list[str]:
    return [" ".join(shown(block.runs).split()) for block in source.blocks]


def notes(source: SourceText) -> list[tuple[str, str]]:
    return [(note.label, " ".join(" ".join(block.text for block in note.blocks).split())) for note in source.notes]


@pytest.mark.parametrize(
    ("call", "expected"),
    [
        ('(<a href="#E0001" id="src.E0001">\n  <span class="superscript">1</span>\n</a>)', "The Council[1] meets."),
        ('( <a href="#E0001" id="src.E0001"> <span>1</span> </a> )', "The Council[1] meets."),
        ('(\n<span> </span><a href="#E0001" id="src.E0001">1</a><span> </span>\n)', "The Council[1] meets."),
        ('<span>(</span><a href="#E0001" id="src.E0001">&#160;1&#160;</a><span>)</span>', "The Council[1] meets."),
        ('(&#160;<a href="#E0001" id="src.E0001"><span>&#160;</span>1</a>&#160;)', "The Council[1] meets."),
        ('<a href="#E0001" id="src.E0001"> ( <span>1</span> ) </a>', "The Council[1] meets."),
        ('<a href="#E0001" id="src.E0001">\n(\n<sup>1</sup>\n)\n</a>', "The Council[1] meets."),
        ('[<a href="#E0001" id="src.E0001"> 1 </a>]', "The Council[1] meets."),
        ('<sup>(<a href="#E0001" id="src.E0001"> 1 </a>)</sup>', "The Council[1] meets."),
        ('<sup><a href="#E0001" id="src.E0001">\n1\n</a></sup>', "The Council[1] meets."),
        ('<span class="superscript"><a href="#E0001" id="src.E0001">1\u200b</a></span>', "The Council[1] meets."),
        ('<a href="./page.html?uri=x#E0001" id="src.E0001">( 1 )</a>', "The Council[1] meets."),
        ('<a href="#E0001"><span id="src.E0001"> 1 </span></a>', "The Council[1] meets."),
    ],
)
def test_a_call_may_have_white_space_in_its_link(call: str, expected: str) -> None:
    found = page(f'<p class="norm">The Council {call} meets.</p>{NOTE.format(1)}')
    assert (noted_lines(found), notes(found)) == ([expected], [("1", "A note.")])


@pytest.mark.parametrize(
    ("behind", "expected"),
    [(",", "one[1], two"), (";", "one[1]; two"), (".", "one[1]. two"), (" ;", "one[1]; two"), ("", "one[1] two")],
)
def test_no_white_space_is_left_between_a_call_and_what_closes_a_sentence(behind: str, expected: str) -> None:
    call = '(<a href="#E0001" id="src.E0001">\n <span class="superscript">1</span>\n</a>)'
    assert noted_lines(page(f"<p>one {call}{behind} two</p>{NOTE.format(1)}")) == [expected]


@pytest.mark.parametrize(
    "note",
    [
        '<p class="footnote">(<a href="#src.E0001" id="E0001"> <span class="superscript">1</span> </a>) A note.</p>',
        '<p class="footnote"><span>( </span><a href="#src.E0001" id="E0001">1</a><span> )</span>  A note.</p>',
        '<p class="footnote"><a href="#src.E0001" id="E0001"> ( <span>1</span> ) </a> A note.</p>',
        '<p class="note"><sup>[<a href="#src.E0001" id="E0001">1</a>]</sup> A note.</p>',
        '<p class="oj-note"><a id="E0001" href="#src.E0001">(<span class="oj-super">1</span>)</a> A note.</p>',
        '<dl><dd id="E0001"><span>(</span><a href="#src.E0001">1</a><span>)</span> <span>A note.</span></dd></dl>',
        '<div id="ftn1"><p class="MsoFootnoteText"><a href="#src.E0001" name="E0001">[1]</a> A note.</p></div>',
        '<p class="footnote">(<a href="#src.E0001" id="E0001"> 1 </a>).&#160;A note.</p>',
        '<p class="note"><a href="#src.E0001" id="E0001">[1]</a>.&#160;A note.</p>',
        '<p class="footnote" id="E0001">(<span class="superscript">1</span>) A note.</p>',
        '<ol class="footnotes"><li id="E0001">A note. <a href="#src.E0001">↩</a></li></ol>',
    ],
)
def test_no_brackets_are_left_before_a_note(note: str) -> None:
    found = page(f'<p>one (<a href="#E0001" id="src.E0001"> 1 </a>) two</p>{note}')
    assert (noted_lines(found), notes(found)) == (["one[1] two"], [("1", "A note.")])


@pytest.mark.parametrize(
    "note",
    [
        '<p class="footnote">(<a href="#src.E0002" id="E0002"> <span class="superscript">2</span> </a>) Lost.</p>',
        '<p class="footnote">(2) Lost.</p>',
        '<p class="footnote">( <span class="superscript">2</span> ) Lost.</p>',
        '<p class="oj-note">(<span class="oj-super">2</span>) Lost.</p>',
        '<p class="oj-note"><a id="E0002">(<span>2</span>)</a>&#160;Lost.</p>',
        '<p class="note"><sup>2</sup> Lost.</p>',
        '<p class="MsoFootnoteText">[2] Lost.</p>',
    ],
)
def test_a_note_that_nothing_calls_is_a_note_all_the_same(tmp_path: Path, note: str) -> None:
    text = f'<p>Article 1</p><p>One (<a href="#E0001" id="src.E0001">1</a>) two.</p>{NOTE.format(1)}{note}'
    document = read(tmp_path, page_text(text))
    assert [(str(n.address), n.label, n.text) for n in document.footnotes] == [
        ("fn_1", "1", "A note."),
        ("fn_2", "2", "Lost."),
    ]
    assert [unit.text for unit in document.paragraphs] == ["", "One two."]
    assert [list(map(str, document.called_from(note.address))) for note in document.footnotes] == [["art_1__sub_1"], []]


def test_notes_that_are_not_linked_are_called_by_raised_numbers() -> None:
    found = page(
        '<p>one <sup>1</sup> two<sup>(2)</sup>, 10<sup>3</sup> m (<span class="oj-super">3</span>).</p>'
        '<p class="oj-note">(1) First.</p><p class="oj-note">(2) Second.</p><p class="oj-note">(3) Third.</p>'
    )
    assert noted_lines(found) == ["one[1] two[2], 103 m[3]."]
    assert notes(found) == [("1", "First."), ("2", "Second."), ("3", "Third.")]


@pytest.mark.parametrize("note", ['<p class="oj-note">{}</p>', '<p class="footnote">{}</p>', "<p>{}</p>"])
@pytest.mark.parametrize("call", ["({})", " ( {} )", "&#160;(&#160;{}&#160;)"])
def test_notes_that_are_not_linked_are_called_by_bare_numbers(note: str, call: str) -> None:
    one, two = call.format(1), call.format(2)
    printed = call.strip() if call[0] == " " else "({})"
    listed = "".join(note.format(f"{printed.format(n)} Note {n}.") for n in (1, 2))
    found = page(f"<p>The Council{one} meets.</p><p>It says (3) nothing{two}.</p>{listed}")
    assert noted_lines(found) == ["The Council[1] meets.", "It says (3) nothing[2]."]
    assert notes(found) == [("1", "Note 1."), ("2", "Note 2.")]


def test_a_remark_of_the_class_note_without_a_number_is_text() -> None:
    found = page('<p class="note">Note: this page is old.</p><p class="note">2026 was a good year.</p><p>Text.</p>')
    assert noted_lines(found) == ["Note: this page is old.", "2026 was a good year.", "Text."]


@pytest.mark.parametrize(
    ("labels", "addresses"),
    [
        (("*", "1", "2"), ("fn_3", "fn_1", "fn_2")),
        (("*1", "1"), ("fn_2", "fn_1")),
        (("1", "*", "**", "2"), ("fn_1", "fn_3", "fn_4", "fn_2")),
        (("1", "*1", "*2"), ("fn_1", "fn_2", "fn_3")),
        (("1", "2", "3", "a", "b"), ("fn_1", "fn_2", "fn_3", "fn_4", "fn_5")),
        (("*", "**"), ("fn_1", "fn_2")),
        (("i", "ii", "1"), ("fn_2", "fn_3", "fn_1")),
        (("1", "1", "*"), ("fn_1", "fn_1-2", "fn_2")),
    ],
)
def test_a_starred_note_takes_the_place_of_no_numbered_one(
    tmp_path: Path, labels: tuple[str, ...], addresses: tuple[str, ...]
) -> None:
    body = "".join(
        f'<p>Sentence {n} (<a href="#E{n}" id="src.E{n}"> {label} </a>) ends.</p>' for n, label in enumerate(labels)
    )
    body += "".join(
        f'<p class="footnote">(<a href="#src.E{n}" id="E{n}"> <span>{label}</span> </a>) Note {n}.</p>'
        for n, label in enumerate(labels)
    )
    document = read(tmp_path, page_text(body))
    assert tuple(str(note.address) for note in document.footnotes) == addresses
    assert tuple(note.label for note in document.footnotes) == labels
    assert [note.text for note in document.footnotes] == [f"Note {n}." for n in range(len(labels))]
    for n, unit in enumerate(document.paragraphs):
        assert unit.text == f"Sentence {n} ends."
        assert [str(call.note) for call in unit.calls] == [addresses[n]]


def test_the_note_of_a_quoted_text_leaves_it_the_mark_that_closes_it() -> None:
    source = page(
        "<p>the following is added:</p><p>‘The map is good<a id='ntc*1' href='#ntr*1'> (*1)</a>;</p>"
        "<p class='oj-note'><a id='ntr*1' href='#ntc*1'>(*1)</a> Directive ‘on maps’ (OJ L 5, p. 1).’;</p><p>End</p>"
    )
    assert noted_lines(source) == ["the following is added:", "‘The map is good[*1];’;", "End"]
    assert notes(source) == [("*1", "Directive ‘on maps’ (OJ L 5, p. 1).")]
