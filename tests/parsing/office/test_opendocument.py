from pathlib import Path

import pytest

from delegate_desk.core.documents.document import Mark
from delegate_desk.core.errors import ImportFailure
from delegate_desk.parsing.blocks import SourceText
from delegate_desk.parsing.office import opendocument
from support.office_files import opendocument as made
from support.office_files import package
from support.refusals import refusal

LOOKS = """<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="S" style:family="text" style:parent-style-name="B"><style:text-properties
 style:text-line-through-style="solid"/></style:style>
<style:style style:name="N" style:family="text"><style:text-properties fo:font-weight="normal"/></style:style>
<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>
<style:style style:name="C" style:family="paragraph"><style:paragraph-properties fo:text-align="center"
 fo:margin-left="1in" fo:text-indent="-0.5in"/><style:text-properties fo:font-weight="bold"/></style:style>"""
NUMBERS = """<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1"
 style:num-suffix="."/><text:list-level-style-number text:level="2" style:num-format="a" style:num-prefix="("
 style:num-suffix=")"/><text:list-level-style-number text:level="3" style:num-format="i" text:display-levels="3"/>
</text:list-style>"""


def read(tmp_path: Path, body: str, styles: str = "", master: str = "", **more: str) -> SourceText:
    path = tmp_path / "a.odt"
    path.write_bytes(made(body, styles, master, **more))
    return opendocument.read(path)


def texts(source: SourceText) -> list[str]:
    return [" ".join(block.text.split()) for block in source.blocks]


def test_words_keep_what_they_have(tmp_path: Path) -> None:
    body = '<text:p>One <text:span text:style-name="B">two</text:span> <text:span text:style-name="S">three</text:span>'
    block = read(tmp_path, f"{body}</text:p>", LOOKS).blocks[0]
    assert [(run.text, run.marks) for run in block.runs] == [
        ("One ", frozenset()),
        ("two", {Mark.BOLD}),
        (" ", frozenset()),
        ("three", {Mark.BOLD, Mark.STRIKE}),
    ]


def test_comments_of_the_markup_are_no_text(tmp_path: Path) -> None:
    body = "<!-- made by hand --><text:p>One<!-- and --> two</text:p>"
    assert texts(read(tmp_path, body)) == ["One two"]


def test_the_look_of_a_paragraph_is_that_of_its_words(tmp_path: Path) -> None:
    body = '<text:p text:style-name="C">one<text:span text:style-name="N">two</text:span></text:p>'
    block = read(tmp_path, body, LOOKS).blocks[0]
    assert [run.marks for run in block.runs] == [{Mark.BOLD}, frozenset()]
    assert (block.centred, block.indent) == (True, 36)


def test_a_list_without_a_style_leaves_the_numbers_of_headings(tmp_path: Path) -> None:
    outline = (
        '<text:outline-style style:name="Outline"><text:outline-level-style text:level="1" style:num-format="1"'
        ' style:num-suffix="."/></text:outline-style>'
    )
    item = "<text:list-item><text:p>%s</text:p></text:list-item>"
    heading = '<text:h text:outline-level="1">%s</text:h>'
    body = f"{heading % 'One'}{heading % 'Two'}<text:list>{item % 'a'}{item % 'b'}</text:list>{heading % 'Three'}"
    labels = [block.label for block in read(tmp_path, body, outline).blocks]
    assert labels == ["1.", "2.", None, None, "3."]


@pytest.mark.parametrize(("length", "indent"), [("1in", 72), ("-.5in", -36), ("1.2.3in", 0), ("..in", 0)])
def test_an_indent_that_is_no_length_is_none(tmp_path: Path, length: str, indent: float) -> None:
    body = '<text:p text:style-name="P">one</text:p>'
    style = (
        f'<style:style style:name="P" style:family="paragraph"><style:paragraph-properties fo:margin-left="{length}"/>'
    )
    assert read(tmp_path, body, f"{style}</style:style>").blocks[0].indent == indent


def test_lists_are_numbered_as_they_are_printed(tmp_path: Path) -> None:
    def item(text: str, inside: str = "", start: str = "") -> str:
        begins = f" text:start-value='{start}'" if start else ""
        return f"<text:list-item{begins}><text:p>{text}</text:p>{inside}</text:list-item>"

    deepest = f"<text:list>{item('d')}</text:list>"
    inner = f"<text:list>{item('b')}{item('c', deepest)}</text:list>"
    body = (
        f'<text:list text:style-name="L">{item("a", inner)}</text:list><text:p>between</text:p>'
        f'<text:list text:style-name="L" text:continue-numbering="true">{item("e")}</text:list>'
        f'<text:list text:style-name="L">{item("f")}{item("g", start="7")}</text:list>'
    )
    labels = [(block.label, block.text) for block in read(tmp_path, body, NUMBERS).blocks]
    assert labels == [
        ("1.", "a"),
        ("(a)", "b"),
        ("(b)", "c"),
        ("1.b.i", "d"),
        (None, "between"),
        ("2.", "e"),
        ("1.", "f"),
        ("7.", "g"),
    ]


def test_cells_have_their_place_in_the_grid(tmp_path: Path) -> None:
    body = """<table:table><table:table-header-rows><table:table-row><table:table-cell table:number-columns-spanned="2">
<text:p>a</text:p></table:table-cell><table:covered-table-cell/><table:table-cell><text:p>b</text:p></table:table-cell>
</table:table-row></table:table-header-rows><table:table-row><table:table-cell table:number-columns-repeated="2"/>
<table:table-cell><table:table><table:table-row><table:table-cell><text:p>c</text:p></table:table-cell>
</table:table-row></table:table></table:table-cell></table:table-row></table:table>"""
    assert [(block.text, block.cell) for block in read(tmp_path, body).blocks] == [
        ("a", (1, 1, 1)),
        ("b", (1, 1, 3)),
        ("c", (1, 2, 3)),
    ]


def test_footnotes_are_called_where_they_stand(tmp_path: Path) -> None:
    note = (
        "<text:note><text:note-citation>3</text:note-citation><text:note-body><text:p>OJ L 1.</text:p></text:note-body>"
    )
    source = read(tmp_path, f"<text:p>One{note}</text:note> two</text:p>")
    assert [(run.text, run.note) for run in source.blocks[0].runs] == [("One", None), ("", "3"), (" two", None)]
    assert [(note.label, note.blocks[0].text) for note in source.notes] == [("3", "OJ L 1.")]


def test_tracked_changes_are_what_was_added_and_what_was_removed(tmp_path: Path) -> None:
    body = """<text:tracked-changes><text:changed-region text:id="i"><text:insertion/></text:changed-region>
<text:changed-region text:id="d"><text:deletion><text:p>gone</text:p></text:deletion></text:changed-region>
</text:tracked-changes><text:p>a <text:change-start text:change-id="i"/>new<text:change-end text:change-id="i"/> and
<text:change text:change-id="d"/></text:p>"""
    source = read(tmp_path, body)
    marked = {run.text.strip(): run.marks for run in source.blocks[0].runs}
    assert source.revisions
    assert marked == {"a": frozenset(), "new": {Mark.ADDED}, "and": frozenset(), "gone": {Mark.REMOVED}}


def test_what_is_no_text_is_left_out_and_counted(tmp_path: Path) -> None:
    body = """<text:p>One<text:span text:style-name="H"> two three</text:span><office:annotation><text:p>Who?</text:p>
</office:annotation></text:p><text:p><draw:frame><draw:text-box><text:p>boxed</text:p></draw:text-box>
<svg:desc>A picture of a port</svg:desc></draw:frame></text:p>"""
    source = read(tmp_path, body, LOOKS, **{"Basic/script-lb.xml": "<a/>"})
    assert texts(source) == ["One", "boxed"]
    said = [str(remark) for remark in source.remarks]
    assert said == ["2 words of hidden text are left out", "1 comment is left out", "macros are not run"]


def test_headers_and_footers_are_evidence(tmp_path: Path) -> None:
    master = "<style:header><text:p>LIMITE</text:p></style:header><style:footer><text:p>EN</text:p></style:footer>"
    assert read(tmp_path, "<text:p>One</text:p>", master=master).running == ("LIMITE", "EN")


def test_sections_and_contents_are_read(tmp_path: Path) -> None:
    words = "<text:p>a<text:tab/>b<text:s text:c='2'/>c</text:p>"
    source = read(tmp_path, f"<text:section><text:h text:outline-level='2'>Head</text:h></text:section>{words}")
    assert texts(source) == ["Head", "a b c"]
    assert source.blocks[0].heading == 2


SEALED = "<m:a xmlns:m='urn:oasis:names:tc:opendocument:xmlns:manifest:1.0'><m:encryption-data/></m:a>"


@pytest.mark.parametrize(
    ("parts", "reason"),
    [
        ({"META-INF/manifest.xml": SEALED}, ImportFailure.ENCRYPTED),
        ({"mimetype": "x"}, ImportFailure.DAMAGED),
        ({"content.xml": "<a/>"}, ImportFailure.UNSUPPORTED),
        ({"content.xml": "<a"}, ImportFailure.DAMAGED),
    ],
)
def test_what_is_no_readable_text_is_refused(tmp_path: Path, parts: dict[str, str], reason: ImportFailure) -> None:
    path = tmp_path / "a.odt"
    path.write_bytes(package(parts))
    assert refusal(opendocument.read, path).reason is reason
