"""Footnotes of web pages, with the calls and numbers of each kind of page."""

from pathlib import Path

import pytest

from delegate_desk.core.documents.document import Document
from delegate_desk.parsing.blocks import SourceText
from delegate_desk.parsing.html import reader
from support.handwritten_pdf import shown
from support.outlines import saved_page

NOTE = (
    '<p class="footnote">(<a href="#src.E0001" id="E0001">\n<span class="superscript">{}</span>\n</a>)&nbsp;\n'
    " A note.</p>"
)


def page(body: str) -> SourceText:
    return reader.source(f"<html><body>{body}</body></html>")


def lines(source: SourceText) -> list[str]:
    return [" ".join(shown(block.runs).split()) for block in source.blocks]


def notes(source: SourceText) -> list[tuple[str, str]]:
    return [(note.label, " ".join(" ".join(block.text for block in note.blocks).split())) for note in source.notes]


def read(folder: Path, body: str) -> Document:
    return saved_page(folder, f"<html><body>{body}</body></html>")


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
    assert (lines(found), notes(found)) == ([expected], [("1", "A note.")])


@pytest.mark.parametrize(
    ("behind", "expected"),
    [(",", "one[1], two"), (";", "one[1]; two"), (".", "one[1]. two"), (" ;", "one[1]; two"), ("", "one[1] two")],
)
def test_no_white_space_is_left_between_a_call_and_what_closes_a_sentence(behind: str, expected: str) -> None:
    call = '(<a href="#E0001" id="src.E0001">\n <span class="superscript">1</span>\n</a>)'
    assert lines(page(f"<p>one {call}{behind} two</p>{NOTE.format(1)}")) == [expected]


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
    assert (lines(found), notes(found)) == (["one[1] two"], [("1", "A note.")])


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
    document = read(tmp_path, text)
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
    assert lines(found) == ["one[1] two[2], 103 m[3]."]
    assert notes(found) == [("1", "First."), ("2", "Second."), ("3", "Third.")]


@pytest.mark.parametrize("note", ['<p class="oj-note">{}</p>', '<p class="footnote">{}</p>', "<p>{}</p>"])
@pytest.mark.parametrize("call", ["({})", " ( {} )", "&#160;(&#160;{}&#160;)"])
def test_notes_that_are_not_linked_are_called_by_bare_numbers(note: str, call: str) -> None:
    one, two = call.format(1), call.format(2)
    printed = call.strip() if call[0] == " " else "({})"
    listed = "".join(note.format(f"{printed.format(n)} Note {n}.") for n in (1, 2))
    found = page(f"<p>The Council{one} meets.</p><p>It says (3) nothing{two}.</p>{listed}")
    assert lines(found) == ["The Council[1] meets.", "It says (3) nothing[2]."]
    assert notes(found) == [("1", "Note 1."), ("2", "Note 2.")]


def test_a_remark_of_the_class_note_without_a_number_is_text() -> None:
    found = page('<p class="note">Note: this page is old.</p><p class="note">2026 was a good year.</p><p>Text.</p>')
    assert lines(found) == ["Note: this page is old.", "2026 was a good year.", "Text."]


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
    document = read(tmp_path, body)
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
    assert lines(source) == ["the following is added:", "‘The map is good[*1];’;", "End"]
    assert notes(source) == [("*1", "Directive ‘on maps’ (OJ L 5, p. 1).")]
