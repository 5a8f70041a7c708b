"""A text with our comments, and the changes that are marked on any page."""

from dataclasses import replace

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from hypothesis import given
from hypothesis import strategies as st

from delegate_desk.core.annotations.annotation import Annotation, AnnotationKind, Quote, Visibility
from delegate_desk.core.documents.document import Address, Document, Kind, Paragraph
from delegate_desk.core.positions.export_options import Audience, ExportOptions, MarkupStyle
from delegate_desk.core.positions.position import Position, PositionEntry, Stance
from delegate_desk.core.word_diff import WordChange, diff_words
from delegate_desk.export.blocks import (
    Comment,
    ExportDocument,
    ExportParagraph,
    ExportTable,
    comments_on,
    paragraphs_in_blocks,
)
from delegate_desk.export.docx.default_template import TEMPLATE, UNIT_INDENT, Style
from delegate_desk.export.docx.renderer import render
from delegate_desk.export.labels import load
from delegate_desk.export.layouts.annotated_text import label_gap, lay_out, unit_style
from delegate_desk.export.layouts.page import PageLayout
from support.document_values import paper
from support.planted_tokens import positions
from support.position_values import ANNOTATIONS, KEY, MOMENT, POSITION, material, parts, remark


def sheet(
    markup: MarkupStyle = MarkupStyle.COUNCIL,
    audience: Audience = Audience.CIRCULATION,
    *,
    ours: Position = POSITION,
    annotations: tuple[Annotation, ...] = ANNOTATIONS,
    document: Document | None = None,
) -> ExportDocument:
    return lay_out(material(audience, ours=ours, annotations=annotations, document=document), ExportOptions(markup))


def words(text: ExportParagraph, *gone: WordChange) -> str:
    return "".join(run.text for run in text.runs if run.change not in gone)


def remarks(made: ExportDocument) -> dict[str, str]:
    """The texts of comments, by the words they are on."""
    found: dict[Comment, str] = {}
    for text in paragraphs_in_blocks(made.blocks):
        for run in text.runs:
            for one in comments_on(run):
                found[one] = found.get(one, "") + run.text
    return {on: " / ".join(map(words, one.texts)) for one, on in found.items()}


def test_all_of_the_text_is_there_with_its_own_marks_and_notes_beside_their_words() -> None:
    runs = [run for text in paragraphs_in_blocks(sheet().blocks) for run in text.runs]
    assert [run.style for run in runs if run.text in ("shall ", "should")] == [Style.DELETED, Style.ADDED]
    whole = "".join(run.text for run in runs)
    assert "Delegations will find attached a text." in whole
    assert "(a)\tshore power is offered to ships;" in whole
    assert remarks(sheet())["the people"] == "Question: Which people?"
    said = remarks(sheet())["(a)shore power is offered to ships;"]
    assert "red line" not in said.lower()


def test_a_note_without_its_words_is_on_all_and_without_its_place_at_the_end() -> None:
    lost = remark("para_1", AnnotationKind.QUESTION, "Why?", Visibility.CIRCULATION, quote=Quote("x", "", "", 400, 401))
    assert list(remarks(sheet(annotations=(lost,), ours=Position(KEY))).values()) == ["Question: Why?"]
    lost = remark("para_99", AnnotationKind.QUESTION, "Where did it go?", Visibility.CIRCULATION)
    lines = [words(text) for text in paragraphs_in_blocks(sheet(annotations=(lost,), ours=Position(KEY)).blocks)]
    assert lines[-3:] == ["Without a place in the text", "Paragraph 99", "Question: Where did it go?"]


def test_in_the_councils_mark_up_a_proposal_stands_in_the_comment() -> None:
    made = sheet(annotations=())
    (said,) = [text for text in remarks(made).values() if text.startswith("Support if amended")]
    assert "Drafting suggestion: Ports should set fair quiet hours for ships at berth." in said
    runs = [run for text in paragraphs_in_blocks(made.blocks) for run in text.runs]
    assert {run.change for run in runs} == {WordChange.EQUAL}
    lines = [line for run in runs for one in comments_on(run) for line in one.texts]
    marked = [run.style for line in lines for run in line.runs if run.text.strip() == "fair"]
    assert marked[0] is Style.ADDED


@pytest.mark.parametrize("markup", MarkupStyle)
def test_a_text_of_footnotes_alone_is_laid_out(markup: MarkupStyle) -> None:
    note = Paragraph(Address("footnote_1"), Kind.FOOTNOTE, "1", "OJ L 1, p. 1.", 0)
    made = sheet(
        markup, ours=Position(KEY), annotations=(), document=replace(paper(), paragraphs=(), footnotes=(note,))
    )
    assert any("OJ L 1, p. 1." in words(text) for text in paragraphs_in_blocks(made.blocks))


def test_tracked_proposals_stand_in_the_text_and_footnotes_stay() -> None:
    made = sheet(MarkupStyle.TRACKED)
    (text,) = [text for text in paragraphs_in_blocks(made.blocks) if words(text).startswith("2.")]
    assert words(text, WordChange.DELETE) == "2.\tPorts should set fair quiet hours for ships."
    assert words(text, WordChange.INSERT) == "2.\tPorts should set quiet hours for ships at berth."
    assert [run.note.label for run in text.runs if run.note] == ["1"]


def new(address: str, after: str, label: str) -> Position:
    item = PositionEntry(
        Address(address), proposal="Ships keep them.", comment="A gap.", after=Address(after), label=label
    )
    return Position(KEY, items=(item,))


@pytest.mark.parametrize(("after", "before"), [("para_2", "shore power"), ("para_1", "Noise"), ("", "2026")])
def test_a_new_provision_stands_behind_all_that_hangs_on_what_it_goes_after(after: str, before: str) -> None:
    made = sheet(MarkupStyle.TRACKED, ours=new("para_9", after, "9."), annotations=())
    texts = list(paragraphs_in_blocks(made.blocks))
    at = next(n for n, text in enumerate(texts) if words(text) == "9.\tShips keep them.")
    assert texts[at].change is WordChange.INSERT
    assert all(run.change is WordChange.INSERT for run in texts[at].runs)
    assert before in words(texts[at - 1]) or not after


@pytest.mark.parametrize("after", ["para_2", "para_1", ""])
def test_in_the_councils_mark_up_a_new_provision_is_told_where_it_is_to_stand(after: str) -> None:
    told = " ".join(remarks(sheet(ours=new("para_9", after, "9."), annotations=())).values())
    assert "Paragraph 9 – new, " in told
    assert "Ships keep them. / A gap." in told


def test_a_provision_that_moves_goes_from_one_place_and_comes_at_the_other() -> None:
    moving = Position(KEY, items=(PositionEntry(Address("para_1"), after=Address("para_2")),))
    made = sheet(MarkupStyle.TRACKED, ours=moving, annotations=())
    found = [
        (text.change, words(text)) for text in paragraphs_in_blocks(made.blocks) if words(text).startswith("1.\tNoise")
    ]
    assert [change for change, _ in found] == [WordChange.DELETE, WordChange.INSERT]
    assert "Paragraph 1 – to be moved after paragraph 2" in remarks(made).values()


@pytest.mark.parametrize("markup", MarkupStyle)
def test_a_table_is_set_as_a_table(markup: MarkupStyle) -> None:
    cells = [
        Paragraph(Address(f"tbl_1__row_{row}__cell_{cell}"), Kind.CELL, "", f"cell {row}{cell}", depth=3)
        for row in (1, 2)
        for cell in (1, 2, 3)
        if (row, cell) != (2, 3)
    ]
    document = replace(paper(), paragraphs=(*paper().paragraphs, *cells))
    ours = Position(KEY, items=(PositionEntry(Address("tbl_1__row_1__cell_2"), proposal="cell 13"),))
    (table,) = [block for block in sheet(markup, ours=ours, document=document).blocks if isinstance(block, ExportTable)]
    assert [[words(cell.texts[0], WordChange.DELETE)[:6] for cell in row.cells] for row in table.rows] == [
        ["cell 1", "cell 1", "cell 1"],
        ["cell 2", "cell 2", ""],
    ]


def test_comments_have_the_delegation_and_no_person() -> None:
    comments = parts(render(sheet(), MOMENT))["word/comments.xml"]
    assert 'w:author="Delegation of Greece"' in comments
    assert comments.count("w:author=") == comments.count('w:author="Delegation of Greece"')


@given(positions(), st.sampled_from(Stance))
def test_rejecting_all_gives_the_text_as_it_is(ours: Position, stance: Stance) -> None:
    bare = sheet(
        MarkupStyle.TRACKED, ours=Position(KEY, items=(PositionEntry(Address("cover"), stance),)), annotations=()
    )
    made = sheet(MarkupStyle.TRACKED, ours=replace(ours, general=""), annotations=())
    assert body(made, WordChange.INSERT) == body(bare)


def body(made: ExportDocument, *gone: WordChange) -> list[str]:
    """The document's own paragraphs without changes of a kind, in their reading after its own marked changes."""
    texts = list(paragraphs_in_blocks(made.blocks))
    begin = next(n for n, text in enumerate(texts) if text.style is Style.LEGEND)
    kept = []
    for text in texts[begin + 1 :]:
        if text.style is Style.HEADING:
            break
        if text.change not in gone or text.change is WordChange.EQUAL:
            kept.append(
                words(ExportParagraph(tuple(run for run in text.runs if run.style is not Style.DELETED)), *gone)
            )
    return kept


@pytest.mark.parametrize(
    ("kind", "depth", "labelled", "style"),
    [
        (Kind.ARTICLE, 1, True, Style.ACT_ARTICLE),
        (Kind.CHAPTER, 1, True, Style.ACT_DIVISION),
        (Kind.ANNEX, 1, True, Style.ACT_DIVISION),
        (Kind.HEADING, 1, False, Style.PART),
        (Kind.TEXT, 1, False, Style.NORMAL),
        (Kind.TEXT, 2, True, Style.UNIT_2),
        (Kind.SUBPARAGRAPH, 2, False, Style.UNIT_2),
        (Kind.RECITAL, 1, True, Style.UNIT),
        (Kind.POINT, 3, True, Style.UNIT_3),
        (Kind.INDENT, 9, True, Style.UNIT_4),
    ],
)
def test_a_unit_looks_as_its_kind_and_depth_say(kind: Kind, depth: int, labelled: bool, style: Style) -> None:
    unit = Paragraph(Address("x"), kind, "1." if labelled else "", "Ports are quiet.", depth=depth)
    assert unit_style(unit, labelled=labelled) is style


def test_every_kind_has_a_style_and_levels_stand_in_by_one_centimetre() -> None:
    for kind in Kind:
        style = unit_style(Paragraph(Address("x"), kind, "", ""), labelled=False)
        assert label_gap(style) in {"", "\t", "\n", "  "}
    styles = docx.Document(str(TEMPLATE)).styles
    indents = [
        styles[str(s)].paragraph_format.left_indent for s in (Style.UNIT, Style.UNIT_2, Style.UNIT_3, Style.UNIT_4)
    ]
    assert indents == [UNIT_INDENT * 635 * level for level in (1, 2, 3, 4)]
    for style in (Style.ACT_ARTICLE, Style.ACT_DIVISION):
        assert styles[str(style)].paragraph_format.alignment == WD_ALIGN_PARAGRAPH.CENTER
        assert "outlineLvl" in styles[str(style)].element.xml


PAGE = PageLayout(load("en"), None, internal=False)
LOOKS = {None: WordChange.EQUAL, Style.ADDED: WordChange.INSERT, Style.DELETED: WordChange.DELETE}


def shown(old: str, new: str) -> list[tuple[WordChange, str]]:
    """The Council's mark-up of a change."""
    runs = PAGE.mark_changes(diff_words(old, new), MarkupStyle.COUNCIL)
    return [(LOOKS[run.style], run.text) for run in runs]


def test_what_is_deleted_stands_apart_from_what_takes_its_place() -> None:
    assert shown("Ports shall be quiet", "Ports may be quiet") == [
        (WordChange.EQUAL, "Ports "),
        (WordChange.DELETE, "shall "),
        (WordChange.INSERT, "may "),
        (WordChange.EQUAL, "be quiet"),
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Ports shall be quiet", "Ports may be quiet"),
        ("one two three four", "one 2 three 4"),
        ("by day, or night", "by night; or day"),
        ("loud ports", "quiet ports"),
        ("a b", "c b"),
        ("a b", "c"),
        ("", "c d"),
        ("tous les États", "clairement et pleinement États"),
    ],
)
def test_both_wordings_stay_whole(old: str, new: str) -> None:
    made = shown(old, new)
    assert "".join(text for change, text in made if change is not WordChange.INSERT) == old
    assert "".join(text for change, text in made if change is not WordChange.DELETE) == new
    assert all(text for _, text in made)


def test_what_word_tracks_is_no_longer_than_the_change() -> None:
    runs = PAGE.mark_changes(diff_words("Ports shall be", "Ports may be"), MarkupStyle.TRACKED)
    assert [run.text for run in runs] == ["Ports ", "shall", "may", " be"]
