import pytest

from delegate_desk.core.documents.document import Mark
from delegate_desk.core.errors import ImportFailure
from delegate_desk.parsing.blocks import SourceText
from delegate_desk.parsing.office import rtf
from support.refusals import refusal

FONTS = r"{\fonttbl{\f0\fcharset0 Times New Roman;}{\f1\fcharset161 Times;}{\f2\fcharset204 Times;}}"


def read(body: str, head: str = r"\ansi\ansicpg1252\deff0") -> SourceText:
    return rtf.source(f"{{\\rtf1{head}{FONTS}{body}}}".encode("latin-1"))


def texts(body: str, head: str = r"\ansi\ansicpg1252\deff0") -> list[str]:
    return [" ".join(block.text.split()) for block in read(body, head).blocks]


@pytest.mark.parametrize(
    ("written", "text"),
    [
        (r"caf\'e9", "café"),
        (r"{\f1\'eb\'fc\'e3\'ef\'f2}", "λόγος"),
        (r"{\f2\'e4\'e0} yes", "да yes"),
        (r"\u955?\u972\'3f\u947 ?\u959?\u962?", "λόγος"),
        (r"\uc2\u955??\uc0\u972\u947 \u959", "λόγο"),
        (r"\u-10179?\u-8704?", "😀"),
        (r"a\~b\_c\-d \{e\} \emdash  f", "a b-cd {e} — f"),
        (r"one\tab two", "one two"),
    ],
)
def test_letters_are_read_in_every_way_of_writing_them(written: str, text: str) -> None:
    assert texts(f"\\pard {written}\\par") == [text]


def test_a_file_without_fonts_has_its_code_page() -> None:
    assert rtf.source(b"{\\rtf1\\ansi\\ansicpg1253 \\'eb\\'fc\\'e3\\'ef\\'f2\\par}").blocks[0].text == "λόγος"
    assert rtf.source(b"{\\rtf1\\ansicpg99999 caf\\'e9}").blocks[0].text == "café"


def test_words_keep_what_they_have() -> None:
    block = read(r"\pard one {\b two\b0\strike three}\ul four\ulnone  five\plain\par").blocks[0]
    assert [(run.text, run.marks) for run in block.runs] == [
        ("one ", frozenset()),
        ("two", {Mark.BOLD}),
        ("three", {Mark.STRIKE}),
        ("four", {Mark.UNDERLINE}),
        (" five", frozenset()),
    ]


def test_tracked_changes_are_what_was_added_and_what_was_removed() -> None:
    source = read(r"\pard a {\revised\revauth1\revdttm-1250835873 new} {\deleted\revauthdel1 gone}\par")
    assert source.revisions
    assert {run.text: run.marks for run in source.blocks[0].runs if run.marks} == {
        "new": {Mark.ADDED},
        "gone": {Mark.REMOVED},
    }


def test_cells_have_their_place_in_the_grid() -> None:
    row = r"\trowd\cellx1\cellx2\pard\intbl "
    body = rf"\pard before\par {row}\cell b\cell\row {row}c\par d\cell\cell\row\pard after\par {row}e\cell f\cell\row"
    assert [(block.text, block.cell) for block in read(body).blocks] == [
        ("before", None),
        ("b", (1, 1, 2)),
        ("c", (1, 2, 1)),
        ("d", (1, 2, 1)),
        ("after", None),
        ("e", (2, 1, 1)),
        ("f", (2, 1, 2)),
    ]


def test_the_printed_number_of_a_list_is_the_label() -> None:
    listed = r"\pard\li720{\listtext\pard\plain\s0 (a)\tab}first\par\pard{\pntext\'b7\tab}second\par"
    blocks = read(listed).blocks
    assert [(block.label, block.text, block.indent) for block in blocks] == [("(a)", "first", 36), ("•", "second", 0)]


def test_styles_and_levels_make_headings() -> None:
    styles = r"{\stylesheet{\s0 Normal;}{\s1\sbasedon0\b heading 2;}{\s5\outlinelevel0\qc Title;}}"
    blocks = read(styles + r"\pard\s1 One\par\pard\s5 Two\par\pard\qc\outlinelevel2 Three\par\pard Four\par").blocks
    assert [(block.heading, block.centred) for block in blocks] == [(2, False), (1, False), (3, True), (None, False)]


def test_footnotes_and_endnotes_are_called_where_they_stand() -> None:
    body = r"\pard One{\super\chftn}{\*\footnote\pard\chftn  OJ L 1.}{\footnote\ftnalt Last.} two{\footnote Next.}\par"
    source = read(body)
    calls = [(run.text, run.note) for run in source.blocks[0].runs]
    assert calls == [("One", None), ("", "1"), ("", "i"), (" two", None), ("", "2")]
    assert {note.label: note.blocks[0].text.strip() for note in source.notes} == {
        "1": "OJ L 1.",
        "i": "Last.",
        "2": "Next.",
    }


def test_headers_and_footers_are_evidence() -> None:
    assert read(r"{\header\pard LIMITE\par}{\footerf EN\par}\pard One\par").running == ("LIMITE", "EN")


def test_a_text_box_is_read_once() -> None:
    shape = r"{\shp{\*\shpinst{\sp{\sn wzName}{\sv Box 1}}{\shptxt\pard boxed\par}}{\shprslt\pard boxed\par}}"
    assert texts(rf"\pard One{shape} two\par") == ["boxed", "One two"]


def test_what_is_no_text_is_left_out_and_counted() -> None:
    body = (
        r"{\info{\author Nobody}}{\*\generator Riched20;}{\colortbl;\red1;}{\pict\wmetafile8 0102}\pard One{\v  two}"
        r"{\field{\*\fldinst HYPERLINK x}{\fldrslt  linked}}{\*\atnid ab}{\*\annotation\pard Who?}"
        r"{\object{\*\objdata 0102}}\bin3 }}} three\par"
    )
    source = read(body)
    assert [block.text for block in source.blocks] == ["One linked three"]
    said = [str(remark) for remark in source.remarks]
    assert said == ["1 word of hidden text is left out", "1 comment is left out", "1 embedded file is left out"]


def test_what_mail_programs_wrap_is_read_once() -> None:
    space = r"{\*\htmltag84 &nbsp;}\htmlrtf\'a0\htmlrtf0 "
    body = rf"\fromhtml1{{\*\htmltag64 <p>}}\htmlrtf\par\htmlrtf0 One{space}two{{\*\htmltag72 </p>}}"
    assert texts(body) == ["One two"]


def test_lines_that_were_ended_by_hand_stand_alone_in_the_head_of_a_document() -> None:
    assert texts(r"\pard Council\line Brussels\par") == ["Council", "Brussels"]


@pytest.mark.parametrize("data", [b"", b"One.", b"\xd0\xcf\x11\xe0"])
def test_what_is_no_rich_text_is_damaged(data: bytes) -> None:
    assert refusal(rtf.source, data).reason is ImportFailure.DAMAGED


@pytest.mark.parametrize("body", [r"One}}} two", r"{{{\pard One", "\\pard One\\", r"\pard One\bin99", r"\pard One\u"])
def test_a_broken_file_is_read_as_far_as_it_goes(body: str) -> None:
    assert texts(body)[0].startswith("One")
