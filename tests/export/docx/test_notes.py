import datetime
from typing import Any

import pytest
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

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
from support.position_values import MOMENT, opened, parts
from support.word_auditors import findings

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


def test_a_comment_runs_over_paragraphs_and_cells_from_its_first_words_to_its_last() -> None:
    one = remark("Both")
    first = ExportParagraph((StyledRun("one "), StyledRun("two", comments=(one,))))
    last = ExportParagraph((StyledRun("three", comments=(one,)), StyledRun(" four")))
    body = made(first, line("between"), ExportTable((900,), (row(last),), "c"))
    assert about(body, "0") == "twobetweenthree"
    assert len(body.findall(".//w:commentReference", W)) == 1


def test_two_comments_of_the_same_words_are_two() -> None:
    texts = [line(word, comments=(remark("Same"),)) for word in ("one", "two")]
    body = made(*texts)
    assert [about(body, number) for number in "01"] == ["one", "two"]


def test_without_an_author_of_its_own_a_comment_is_the_files() -> None:
    (comment,) = part("word/comments.xml", line("x", comments=(remark("y"),)))
    assert comment.get(qn("w:author")) == "Delegation of Greece"
    assert comment.get(qn("w:date")) == MOMENT.strftime("%Y-%m-%dT%H:%M:%SZ")


@pytest.mark.parametrize(("change", "holder"), [(WordChange.INSERT, "w:ins"), (WordChange.DELETE, "w:del")])
def test_the_call_of_a_comment_goes_and_comes_with_its_words(change: WordChange, holder: str) -> None:
    body = made(line("x", change=change, comments=(remark("y"),)))
    assert len(body.findall(f".//{holder}//w:commentReference", W)) == 1


def test_a_footnote_is_called_and_counted_by_word() -> None:
    text = ExportParagraph((StyledRun("See", note=footnote("A port.", "A quay.")), StyledRun(".")))
    (reference,) = made(text).iter(qn("w:footnoteReference"))
    notes = part("word/footnotes.xml", text)
    (note,) = [n for n in notes if n.get(qn("w:id")) == reference.get(qn("w:id"))]
    assert [text_of(p) for p in note] == ["A port.", "A quay."]
    assert len(note.findall(".//w:footnoteRef", W)) == 1
    assert [n.get(qn("w:type")) for n in notes][:2] == ["separator", "continuationSeparator"]
    assert reference.get(qn("w:customMarkFollows")) is None


def test_a_footnote_printed_under_another_number_keeps_it() -> None:
    labels = ("1", "1a", "2", "4", "")
    runs = tuple(StyledRun("x", note=Footnote((line("n"),), label)) for label in labels)
    references = list(made(ExportParagraph(runs)).iter(qn("w:footnoteReference")))
    marks = [text_of(r.getparent()) for r in references]
    assert marks == ["", "1a", "", "4", ""]


def test_changes_in_a_footnote_and_of_its_call_are_tracked() -> None:
    gone, come = StyledRun("loud ", change=WordChange.DELETE), StyledRun("quiet", change=WordChange.INSERT)
    note = Footnote((ExportParagraph((StyledRun("A "), gone, come)),))
    text = line("x", change=WordChange.INSERT, note=note)
    notes = part("word/footnotes.xml", text)
    assert [text_of(c) for c in notes.iter(qn("w:del"), qn("w:ins"))] == ["loud ", "quiet"]
    assert len(made(text).findall(".//w:ins/w:r/w:footnoteReference", W)) == 1


def test_a_comment_on_words_of_a_footnote_stands_at_its_call() -> None:
    note = Footnote((line("quay", comments=(remark("Which?"),)),))
    text = line("See", note=note)
    assert about(made(text), "0") == "See"
    assert part("word/footnotes.xml", text).find(".//w:commentRangeStart", W) is None


@pytest.mark.parametrize(("change", "tag"), [(WordChange.INSERT, "ins"), (WordChange.DELETE, "del")])
def test_what_stands_in_a_tracked_row_goes_with_it(change: WordChange, tag: str) -> None:
    body = made(ExportTable((900,), (row(line("quiet"), change), row(line("stays"))), "c"))
    assert len(body.findall(f".//w:trPr/w:{tag}", W)) == 1
    assert len(body.findall(f".//w:pPr/w:rPr/w:{tag}", W)) == 1
    assert [text_of(e) for e in body.findall(f".//w:p/w:{tag}", W)] == ["quiet"]


def test_a_note_called_in_a_tracked_row_goes_with_its_call_alone() -> None:
    table = ExportTable((900,), (row(line("x", note=footnote("A quay.")), WordChange.INSERT),), "c")
    assert part("word/footnotes.xml", table).find(".//w:ins", W) is None
    assert len(made(table).findall(".//w:ins//w:footnoteReference", W)) == 1


def test_a_change_may_have_an_author_of_its_own() -> None:
    theirs = StyledRun("a", change=WordChange.INSERT, author="Delegation of Malta")
    body = made(ExportParagraph((theirs, StyledRun("b", change=WordChange.DELETE))))
    assert [e.get(qn("w:author")) for e in body.iter(qn("w:ins"), qn("w:del"))] == [
        "Delegation of Malta",
        "Delegation of Greece",
    ]


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


def test_a_place_in_the_outline() -> None:
    (level,) = made(ExportParagraph((StyledRun("Title II"),), level=1)).iter(qn("w:outlineLvl"))
    assert level.get(qn("w:val")) == "1"


changes = st.sampled_from(list(WordChange))
words = st.text("ab ς\t\n", min_size=1, max_size=4)
notes = st.builds(lambda t, c: Footnote((line(t, language="el", change=c),)), words, changes)
shared = [remark(name) for name in "xyz"]
runs = st.builds(
    lambda t, c, n, m: StyledRun(t, "el", change=c, note=n, comments=tuple(m)),
    words, changes, st.none() | notes, st.lists(st.sampled_from(shared), max_size=2, unique_by=id),
)  # fmt: skip
texts = st.builds(lambda r, c: ExportParagraph(tuple(r), change=c), st.lists(runs, max_size=4), changes)
cells = st.builds(lambda t: TableCell(tuple(t)), st.lists(texts, min_size=1, max_size=2))
tables = st.builds(
    lambda rows: ExportTable((900, 900), tuple(TableRow((a, b), change=c) for a, b, c in rows), "c"),
    st.lists(st.tuples(cells, cells, changes), min_size=1, max_size=3),
)


@given(st.lists(texts | tables, max_size=5))
def test_whatever_is_written_has_numbers_of_its_own_and_ends_what_it_begins(
    blocks: list[ExportParagraph | ExportTable],
) -> None:
    content = render(sheet(*blocks), MOMENT)
    body = opened(content).element.body
    found = parts(content)
    ends = [[e.get(qn("w:id")) for e in body.iter(qn(f"w:{tag}"))] for tag in ENDS]
    assert sorted(ends[0]) == sorted(ends[1]) == sorted(ends[2])
    notes = etree.fromstring(found["word/footnotes.xml"].encode()) if "word/footnotes.xml" in found else ()
    tracked = [e for root in (body, *([notes] if len(notes) else [])) for e in root.iter(qn("w:ins"), qn("w:del"))]
    numbers = [e.get(qn("w:id")) for e in tracked]
    assert len(numbers) == len(set(numbers))
    called = [e.get(qn("w:id")) for e in body.iter(qn("w:footnoteReference"))]
    assert called == [n.get(qn("w:id")) for n in notes][2:]
    assert not [t for d in body.iter(qn("w:del")) for t in d.iter(qn("w:t"))]


ENDS = ("commentRangeStart", "commentRangeEnd", "commentReference")


def test_the_auditors_find_nothing_in_it() -> None:
    one = remark("Why?")
    note = Footnote((line("n", language="en-GB", change=WordChange.INSERT),), "1a")
    new = row(line("row", language="en-GB", note=note, comments=(one,)), WordChange.INSERT)
    gone = ExportParagraph(
        (StyledRun("gone", "en-GB", change=WordChange.DELETE, note=note),), Style.UNIT, change=WordChange.DELETE
    )
    first = ExportParagraph((StyledRun("x", comments=(one,)),), level=2)
    assert findings(render(sheet(first, gone, ExportTable((900,), (new,), "c")), MOMENT)) == []
