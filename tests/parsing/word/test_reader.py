import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from delegate_desk.core.documents.addresses import greek_numeral, roman_numeral
from delegate_desk.core.documents.document import Mark
from delegate_desk.core.errors import ImportFailure
from delegate_desk.parsing.blocks import Block, SourceText
from delegate_desk.parsing.office import xml_package
from delegate_desk.parsing.word import reader
from delegate_desk.parsing.word.styles import Numbering, format_number, greek, roman
from support.refusals import refusal

SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"/>'
    '<w:style w:type="paragraph" w:styleId="Title1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/>'
    '<w:pPr><w:jc w:val="center"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Title1a"><w:name w:val="own"/><w:basedOn w:val="Title1"/></w:style>'
    '<w:style w:type="character" w:styleId="Strong"><w:rPr><w:b/><w:u w:val="single"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Loop"><w:basedOn w:val="Loop"/></w:style>'
)
NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText '
    'w:val="%1."/><w:pPr><w:ind w:left="567" w:hanging="567"/></w:pPr></w:lvl><w:lvl w:ilvl="1"><w:start '
    'w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%2)"/><w:pPr><w:ind w:left="1134" '
    'w:hanging="567"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)

Maker = Callable[..., Path]
Reader = Callable[..., SourceText]


@pytest.fixture
def make(tmp_path: Path) -> Maker:
    """Writes a Word file from the XML of its body and other parts."""

    def write(body: str, name: str = "paper.docx", **parts: str) -> Path:
        given = {"styles": STYLES, "numbering": NUMBERING} | parts
        links = "".join(
            f'<Relationship Id="r{part}" Type="{TYPE}/{part.rstrip("0123456789")}" Target="{part}.xml"/>'
            for part in given
        )
        path = tmp_path / name
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
            package.writestr(
                "_rels/.rels",
                f'<Relationships xmlns="{RELATIONS}"><Relationship Id="r1" Type="{TYPE}/officeDocument" '
                'Target="word/document.xml"/></Relationships>',
            )
            package.writestr(
                "word/_rels/document.xml.rels", f'<Relationships xmlns="{RELATIONS}">{links}</Relationships>'
            )
            package.writestr("word/document.xml", f"<w:document {SPACES}><w:body>{body}</w:body></w:document>")
            for part, content in given.items():
                package.writestr(f"word/{part}.xml", f"<w:{part} {SPACES}>{content}</w:{part}>")
        return path

    return write


def p(*runs: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(runs)}</w:p>"


def r(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


@pytest.fixture
def read(make: Maker) -> Reader:
    return lambda body, **parts: reader.read(make(body, **parts))


def item(place: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{place}"/><w:numId w:val="1"/></w:numPr>'


def looks(block: Block) -> list[tuple[str, set[str]]]:
    return [(run.text, set(map(str, run.marks))) for run in block.runs]


def texts(source: SourceText) -> list[str]:
    return [block.text for block in source.blocks]


def test_looks_come_from_runs_and_styles(read: Reader) -> None:
    source = read(
        p(r("plain "), r("bold", "<w:b/>"), r(" both", '<w:b/><w:u w:val="single"/>'), r(" gone", "<w:strike/>"))
        + p(r("of its style "), r("off", '<w:b w:val="0"/>'), properties='<w:pStyle w:val="Title1"/>')
        + p(r("strong", '<w:rStyle w:val="Strong"/>'), r(" in bold", '<w:u w:val="none"/>'))
    )
    assert looks(source.blocks[0]) == [
        ("plain ", set()),
        ("bold", {"bold"}),
        (" both", {"bold", "underline"}),
        (" gone", {"strike"}),
    ]
    assert looks(source.blocks[1]) == [("of its style ", {"bold"}), ("off", set())]
    assert looks(source.blocks[2]) == [("strong", {"bold", "underline"}), (" in bold", set())]


def test_bold_of_a_style_within_bold_of_a_paragraph_style_is_no_longer_bold(read: Reader) -> None:
    body = p(r("strong", '<w:rStyle w:val="Strong"/>'), properties='<w:pStyle w:val="Title1"/>')
    assert looks(read(body).blocks[0]) == [("strong", {"underline"})]


def test_headings_and_alignment_come_from_styles(read: Reader) -> None:
    body = p(r("TITLE"), properties='<w:pStyle w:val="Title1a"/>') + p(r("text"), properties='<w:pStyle w:val="Loop"/>')
    first, second = read(body).blocks
    assert (first.heading, first.centred) == (1, True)
    assert (second.heading, second.centred) == (None, False)


def test_numbers_are_those_that_word_prints(read: Reader) -> None:
    source = read(
        p(r("first"), properties=item(0))
        + p(r("point"), properties=item(1))
        + p(r("unnumbered"))
        + p(r("point"), properties=item(1))
        + p(properties=item(0))
        + p(r("third"), properties=item(0))
    )
    assert [block.label for block in source.blocks] == ["1.", "(a)", None, "(b)", "3."]
    assert [block.indent for block in source.blocks] == [0.0, 28.35, 0.0, 28.35, 0.0]


def test_footnotes_are_called_by_their_printed_number(read: Reader) -> None:
    def call(number: int, more: str = "") -> str:
        return f'<w:r><w:footnoteReference w:id="{number}"{more}/></w:r>'

    own = '<w:r><w:footnoteReference w:id="4" w:customMarkFollows="1"/><w:t>*</w:t></w:r>'
    notes = "".join(
        f'<w:footnote w:id="{n}">{p("<w:r><w:footnoteRef/></w:r>", r(text))}</w:footnote>'
        for n, text in ((9, "ninth in the file"), (3, "third"), (4, "* starred"))
    )
    source = read(p(r("a"), call(9), r("b"), own, r("c"), call(3), call(77)), footnotes=notes)
    assert [(run.text, run.note) for run in source.blocks[0].runs] == [
        ("a", None), ("", "1"), ("b", None), ("", "*"), ("c", None), ("", "2"),
    ]  # fmt: skip
    assert [(note.label, note.blocks[0].text.strip()) for note in source.notes] == [
        ("1", "ninth in the file"), ("*", "starred"), ("2", "third"),
    ]  # fmt: skip


def test_revisions_are_added_and_removed_words(read: Reader) -> None:
    source = read(
        p(
            r("kept "),
            '<w:del w:id="1"><w:r><w:delText>gone</w:delText></w:r></w:del>',
            f'<w:ins w:id="2">{r("new")}<w:del w:id="3"><w:r><w:delText>both</w:delText></w:r></w:del></w:ins>',
            f'<w:moveFrom w:id="4">{r(" from")}</w:moveFrom><w:moveTo w:id="5">{r(" to")}</w:moveTo>',
        )
    )
    assert source.revisions
    assert looks(source.blocks[0]) == [
        ("kept ", set()),
        ("gone", {"removed"}),
        ("new", {"added"}),
        ("both", {"added", "removed"}),
        (" from", {"removed"}),
        (" to", {"added"}),
    ]


def test_a_paragraph_whose_end_was_removed_continues_in_the_next(read: Reader) -> None:
    removed = '<w:rPr><w:del w:id="1"/></w:rPr>'
    body = p(r("one "), properties=removed) + p(r("two"), properties=item(0)) + p(r("three"))
    source = read(body)
    assert texts(source) == ["one two", "three"]
    assert source.blocks[0].label == "1."
    assert source.revisions


def test_a_paragraph_that_was_removed_whole_stands_alone(read: Reader) -> None:
    gone = '<w:del w:id="1"><w:r><w:delText>gone</w:delText></w:r></w:del>'
    source = read(p(gone, properties='<w:rPr><w:del w:id="2"/></w:rPr>') + p(r("kept")))
    assert texts(source) == ["gone", "kept"]
    assert source.blocks[0].runs[0].marks == {Mark.REMOVED}


def test_rows_that_were_added_or_removed_mark_their_words(read: Reader) -> None:
    def row(text: str, what: str) -> str:
        return f'<w:tr><w:trPr><w:{what} w:id="1"/></w:trPr><w:tc>{p(r(text))}</w:tc></w:tr>'

    source = read(f"<w:tbl>{row('new', 'ins')}{row('gone', 'del')}</w:tbl>")
    assert [looks(block) for block in source.blocks] == [[("new", {"added"})], [("gone", {"removed"})]]
    assert [block.cell for block in source.blocks] == [(1, 1, 1), (1, 2, 1)]


def test_cells_know_their_table_row_and_column(read: Reader) -> None:
    inner = f"<w:tbl><w:tr><w:tc>{p(r('inner'))}</w:tc></w:tr></w:tbl>"
    body = (
        f"<w:tbl><w:tr><w:tc>{p(r('a'))}</w:tc><w:tc>{p(r('b'))}{p(r('b2'))}</w:tc></w:tr>"
        f'<w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{p(r("wide"))}</w:tc><w:tc>{p(r("c"))}</w:tc></w:tr>'
        f"</w:tbl>{p(r('between'))}"
        f"<w:tbl><w:tr><w:sdt><w:sdtContent><w:tc>{p(r('d'))}{inner}</w:tc></w:sdtContent></w:sdt></w:tr></w:tbl>"
    )
    assert [(block.text, block.cell) for block in read(body).blocks] == [
        ("a", (1, 1, 1)), ("b", (1, 1, 2)), ("b2", (1, 1, 2)), ("wide", (1, 2, 1)), ("c", (1, 2, 3)),
        ("between", None), ("d", (2, 1, 1)), ("inner", (2, 1, 1)),
    ]  # fmt: skip


def test_a_field_shows_its_result_alone(read: Reader) -> None:
    begin, separate, end = (f'<w:r><w:fldChar w:fldCharType="{what}"/></w:r>' for what in ("begin", "separate", "end"))
    field = f"{begin}<w:r><w:instrText>REF x</w:instrText></w:r>{separate}{r('Article 5')}{end}"
    simple = f'<w:fldSimple w:instr="PAGE">{r("7")}</w:fldSimple>'
    link = f'<w:hyperlink r:id="r9">{r(" here")}</w:hyperlink>'
    unclosed = '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>X</w:instrText></w:r>'
    source = read(p(r("see "), field, r(" and "), simple, link) + p(unclosed) + p(r("not lost")))
    assert texts(source) == ["see Article 5 and 7 here", "not lost"]


def test_nothing_is_lost_in_controls_alternatives_and_text_boxes(read: Reader) -> None:
    control = f"<w:sdt><w:sdtContent>{r('control')}</w:sdtContent></w:sdt>"
    box = f"<w:txbxContent>{p(r('boxed'))}</w:txbxContent>"
    drawing = (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps">'
        f"<w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    ruby = f"<w:r><w:ruby><w:rt>{r('above')}</w:rt><w:rubyBase>{r(' base')}</w:rubyBase></w:ruby></w:r>"
    block = f"<w:sdt><w:sdtContent>{p(r('block'))}</w:sdtContent></w:sdt>"
    body = f"<w:customXml>{p(control, drawing, ruby)}</w:customXml>{block}"
    assert texts(read(body)) == ["control base", "boxed", "block"]


def test_signs_are_letters(read: Reader) -> None:
    signs = (
        "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:noBreakHyphen/><w:t>c</w:t><w:softHyphen/>"
        '<w:sym w:font="Symbol" w:char="F061"/>'
        '<w:sym w:font="Wingdings" w:char="F0FC"/><w:sym w:font="Wingdings" w:char="F051"/><w:sym w:char="zz"/></w:r>'
    )
    hidden = r("hidden", "<w:vanish/>")
    assert texts(read(p(signs, hidden))) == ["a b-cα✓\ufffd"]


def test_lines_ended_by_hand_stand_alone_in_the_head_only(read: Reader) -> None:
    lines = "<w:r><w:t>Brussels, 3 May 2021</w:t><w:br/><w:t>(OR. en)</w:t><w:br/><w:br/><w:t>4321/21</w:t></w:r>"
    long = " ".join(["word"] * 30)
    source = read(f"<w:tbl><w:tr><w:tc>{p(lines)}</w:tc></w:tr></w:tbl>{p(r(long))}{p(lines)}")
    assert texts(source) == [
        "Brussels, 3 May 2021", "(OR. en)", "4321/21", long, "Brussels, 3 May 2021 (OR. en)  4321/21",
    ]  # fmt: skip
    assert [block.cell for block in source.blocks[:3]] == [(1, 1, 1)] * 3


def test_heads_and_feet_are_running_lines(read: Reader) -> None:
    source = read(p(r("text")), header1=p(r("LIMITE")), footer1=p(r("4321/21")) + p(r("EN")), footer2=p(r("EN")))
    assert source.running == ("LIMITE", "4321/21", "EN")


def test_a_file_of_the_strict_kind_is_read(make: Maker, tmp_path: Path) -> None:
    path, strict = make(p(r("strict"))), tmp_path / "strict.docx"
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(strict, "w") as new:
        for name in old.namelist():
            content = old.read(name).replace(
                b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                b"http://purl.oclc.org/ooxml/wordprocessingml/main",
            )
            new.writestr(name, content)
    assert texts(reader.read(strict)) == ["strict"]


def test_a_part_that_is_too_large_is_not_inflated(make: Maker, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xml_package, "PART_LIMIT", 100_000)
    path = make(p(r(" " * 200_000 + "x")))
    assert path.stat().st_size < 10_000
    assert refusal(reader.read, path).reason is ImportFailure.TOO_LARGE


def test_what_cannot_be_read_is_refused_with_its_reason(make: Maker, tmp_path: Path) -> None:
    whole = make(p(r("text"))).read_bytes()
    beginnings = {
        ImportFailure.DAMAGED: [whole[: len(whole) // 2], b"", b"no file of Word", b"PK\x03\x04"],
        ImportFailure.ENCRYPTED: [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")],
        ImportFailure.UNSUPPORTED: [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100)],
    }
    for reason, contents in beginnings.items():
        for content in contents:
            path = tmp_path / "other.docx"
            path.write_bytes(content)
            assert refusal(reader.read, path).reason is reason
    assert refusal(reader.read, make("<w:p/>")).reason is ImportFailure.NO_TEXT
    assert refusal(reader.read, make(p(r("text")) + "<w:p>")).reason is ImportFailure.DAMAGED
    assert refusal(reader.read, make(p(r("text")), styles="<w:style>")).reason is ImportFailure.DAMAGED


def test_every_way_of_cutting_a_file_off_is_refused(make: Maker, tmp_path: Path) -> None:
    whole = make(p(r("text"))).read_bytes()
    path = tmp_path / "cut.docx"
    for end in range(0, len(whole), 7):
        path.write_bytes(whole[:end])
        assert refusal(reader.read, path).reason is ImportFailure.DAMAGED


def test_each_block_knows_its_paragraphs_in_the_file(read: Reader) -> None:
    removed = "<w:rPr><w:del/></w:rPr>"
    row = f"<w:tbl><w:tr><w:tc>{p(r('cell'))}</w:tc></w:tr></w:tbl>"
    body = p(r("first")) + p() + row + p(r("goes "), properties=removed) + p(r("on")) + p(r("last"))
    source = read(body)
    assert [(block.text, block.source, block.joined) for block in source.blocks] == [
        ("first", 0, ()),
        ("cell", 2, ()),
        ("goes on", 3, (4,)),
        ("last", 5, ()),
    ]


def test_footnotes_count_the_paragraphs_of_their_own_part(read: Reader) -> None:
    call = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    notes = (
        f'<w:footnote w:id="1">{p(r("never called"))}</w:footnote><w:footnote w:id="2">{p(r("called"))}</w:footnote>'
    )
    source = read(p(r("text"), call), footnotes=notes)
    assert [(note.blocks[0].text, note.blocks[0].source) for note in source.notes] == [("called", 1)]
    assert list(map(str, source.remarks)) == ["1 unreferenced footnote is left out"]


def test_hidden_words_are_left_out_and_said(read: Reader) -> None:
    styles = STYLES + '<w:style w:type="character" w:styleId="Secret"><w:rPr><w:vanish/></w:rPr></w:style>'
    secret = '<w:rStyle w:val="Secret"/>'
    source = read(
        p(
            r("seen"),
            r(" by nobody", "<w:vanish/>"),
            r(" at all", secret),
            r(" again", f'{secret}<w:vanish w:val="0"/>'),
        ),
        styles=styles,
    )
    assert texts(source) == ["seen again"]
    assert list(map(str, source.remarks)) == ["4 words of hidden text are left out"]


def test_comments_and_inserted_files_are_said_to_be_left_out(read: Reader) -> None:
    comments = "".join(f'<w:comment w:id="{n}" w:author="A. Delegate">{p(r("why?"))}</w:comment>' for n in range(2))
    source = read(p(r("text")) + '<w:altChunk r:id="r9"/>', comments=comments)
    assert texts(source) == ["text"]
    assert list(map(str, source.remarks)) == ["2 comments are left out", "1 inserted file is left out"]


def test_a_change_of_looks_is_no_look(read: Reader) -> None:
    changed = "<w:i/><w:rPrChange><w:rPr><w:b/></w:rPr></w:rPrChange>"
    assert looks(read(p(r("once bold", changed))).blocks[0]) == [("once bold", {"italic"})]


W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"


def level(place: int, form: str, text: str, more: str = "", start: int = 1) -> str:
    counted = f'<w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
    return f'<w:lvl w:ilvl="{place}">{counted}<w:lvlText w:val="{text}"/></w:lvl>'


def numbering(*levels: str, lists: str = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>') -> Numbering:
    definition = f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>'
    return Numbering(etree.fromstring(f'<w:numbering xmlns:w="{W}" xmlns:mc="{MC}">{definition}{lists}</w:numbering>'))


def labels(counted: Numbering, *items: tuple[str, int]) -> list[str | None]:
    return [counted.label(number, place) for number, place in items]


PARAGRAPH, POINT = level(0, "decimal", "%1."), level(1, "lowerLetter", "(%2)")
COUNTED = {
    "points start over under each paragraph": ([PARAGRAPH, POINT], [0, 1, 1, 0, 1], ["1.", "(a)", "(b)", "2.", "(a)"]),
    "a level that never restarts counts on": (
        [PARAGRAPH, level(1, "lowerLetter", "(%2)", '<w:lvlRestart w:val="0"/>')],
        [0, 1, 0, 1], ["1.", "(a)", "2.", "(b)"],
    ),
    "a label may hold the numbers of higher levels and make them decimal": (
        [
            level(0, "upperRoman", "%1."), level(1, "decimal", "%1.%2"),
            level(2, "decimal", "%1.%2.%3", "<w:isLgl/>"),
        ],
        [0, 0, 1, 2], ["I.", "II.", "II.1", "2.1.1"],
    ),
    "a point before any paragraph takes the first number above": (
        [PARAGRAPH, level(1, "decimal", "%1.%2.")], [1, 0], ["1.1.", "1."],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("levels", "places", "printed"), COUNTED.values(), ids=COUNTED)
def test_levels_are_counted(levels: list[str], places: list[int], printed: list[str]) -> None:
    assert labels(numbering(*levels), *(("1", place) for place in places)) == printed


def test_lists_of_one_definition_count_on_unless_one_starts_again() -> None:
    more = (
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="0"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>'
    )
    counted = numbering(level(0, "decimal", "%1."), lists=more)
    assert labels(counted, ("1", 0), ("2", 0), ("3", 0), ("3", 0)) == ["1.", "2.", "7.", "8."]


def test_a_list_may_override_a_level() -> None:
    more = (
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
        + level(0, "lowerRoman", "(%1)", start=4)
        + "</w:lvlOverride></w:num>"
    )
    assert labels(numbering(level(0, "decimal", "%1."), lists=more), ("1", 0), ("1", 0)) == ["(iv)", "(v)"]


def test_a_greek_format_of_the_file_is_printed_in_greek() -> None:
    own = (
        '<w:lvl w:ilvl="0"><w:start w:val="5"/><mc:AlternateContent><mc:Choice Requires="w14">'
        '<w:numFmt w:val="custom" w:format="α, β, γ, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/>'
        '</mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1)"/></w:lvl>'
    )
    assert labels(numbering(own), ("1", 0), ("1", 0), ("1", 0)) == ["ε)", "στ)", "ζ)"]


@pytest.mark.parametrize(
    ("printed", "label"), [("\uf0b7", "•"), ("–", "–"), ("-", "-"), ("\uf02d", "–"), ("o", "•"), ("", None)]
)
def test_a_bullet_is_a_letter_of_every_font(printed: str, label: str | None) -> None:
    assert labels(numbering(level(0, "bullet", printed)), ("1", 0)) == [label]


@pytest.mark.parametrize(
    ("number", "form", "printed"),
    [
        (27, "lowerLetter", "aa"),
        (28, "upperLetter", "BB"),
        (7, "decimalZero", "07"),
        (22, "ordinal", "22nd"),
        (11, "ordinal", "11th"),
        (3, "none", ""),
        (0, "decimal", "0"),
        (5, "cardinalText", "5"),
        (9, "russianLower", "и"),
        (10, "а, б, в, ...", "й"),
        (7, "001, 002, 003, ...", "007"),
        (2, "α, β, γ, ...", "β"),
    ],
)
def test_numbers_are_printed_in_word_s_formats(number: int, form: str, printed: str) -> None:
    assert format_number(number, form) == printed


def test_letters_printed_are_those_that_addresses_read() -> None:
    for number in range(1, 90):
        assert greek_numeral(greek(number)) == number
        assert roman_numeral(roman(number)) == number


def test_a_list_that_is_not_there_has_no_label() -> None:
    assert Numbering(None).label("1", 0) is None
    assert numbering(level(0, "decimal", "%1.")).label("1", 5) is None
