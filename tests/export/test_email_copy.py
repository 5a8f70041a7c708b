from html.parser import HTMLParser
from pathlib import Path

import pytest

from delegate_desk.core.documents.document import Address
from delegate_desk.core.positions.export_options import Audience, ExportKind, ExportOptions
from delegate_desk.core.positions.position import PositionEntry, Stance
from delegate_desk.core.word_diff import WordChange
from delegate_desk.desk import open_desk
from delegate_desk.export import html
from delegate_desk.export.blocks import (
    Comment,
    CountedField,
    ExportDocument,
    ExportParagraph,
    ExportTable,
    Footnote,
    StyledRun,
    TableCell,
    TableRow,
)
from delegate_desk.export.docx.default_template import DETAIL_INDENT, Style
from delegate_desk.paths import RESOURCES
from support.document_values import take_in

NOTE = Footnote((ExportParagraph((StyledRun("A quay."),)),))
REMARK = Comment((ExportParagraph((StyledRun("Why quiet?"),)),))
WORDING = ExportParagraph(
    (
        StyledRun("Ports shall be "),
        StyledRun("loud", change=WordChange.DELETE),
        StyledRun("quiet", change=WordChange.INSERT, comments=(REMARK,)),
        StyledRun(" at night", note=NOTE),
        StyledRun(" ever", style=Style.DELETED),
        StyledRun(" indeed", style=Style.ADDED),
    )
)


def sheet(*blocks: ExportParagraph | ExportTable) -> ExportDocument:
    marking = (ExportParagraph((StyledRun("LIMITE"),), Style.MARKING),)
    foot = (ExportParagraph((StyledRun("1", field=CountedField.PAGE),)),)
    return ExportDocument("Title & more", "Delegation of Greece", "en-GB", blocks, marking, (), foot)


def table(*rows: tuple[str, ...], heads: tuple[str, ...] = (), change: WordChange = WordChange.EQUAL) -> ExportTable:
    def row(words: tuple[str, ...], head: bool) -> TableRow:
        cells = tuple(TableCell((ExportParagraph((StyledRun(word),)),)) for word in words)
        return TableRow(cells, is_header=head, change=WordChange.EQUAL if head else change)

    made = [row(heads, True)] if heads else []
    return ExportTable((100,) * len(rows[0]), (*made, *(row(words, False) for words in rows)), "c")


class Reader(HTMLParser):
    """The words of a page with their elements."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.said: list[tuple[str, tuple[str, ...]]] = []
        self.styles: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in {"br", "hr", "meta"}:
            self.open.append(tag)
        self.styles += [value or "" for name, value in attrs if name == "style"]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.said.append((data, tuple(self.open)))

    def within(self, tag: str) -> list[str]:
        return [words for words, tags in self.said if tag in tags]


def test_plain_text_is_what_it_would_be_without_what_is_to_go() -> None:
    assert html.render_text(sheet(WORDING)).splitlines() == [
        "LIMITE",
        "Ports shall be quiet at night[1] indeed",
        "  [Delegation of Greece: Why quiet?]",
        "",
        "[1] A quay.",
    ]
    made = html.render_text(sheet(table(("gone", "away"), change=WordChange.DELETE)))
    assert "gone" not in made
    made = html.render_text(sheet(table(("1", "old", "", "why"), heads=("Article", "Text", "Drafting", "Comments"))))
    assert made.splitlines()[1:] == ["1:", "  - Text: old", "  - Comments: why"]
    made = html.render_text(sheet(ExportParagraph((StyledRun("(a)\tquiet"),), Style.UNIT_2)))
    assert "  (a) quiet\n" in made
    for style in (Style.TITLE, Style.WIDE_TITLE):
        said = html.render_text(sheet(ExportParagraph((StyledRun("Comments"),), style))).splitlines()
        assert said[said.index("Comments") + 1] == "========"


def test_changes_comments_and_notes_are_in_a_mail() -> None:
    page = Reader(html.render(sheet(WORDING)))
    assert not page.open
    assert page.within("ins") == ["quiet"]
    assert page.within("del") == ["loud"]
    assert page.within("s") == [" ever"]
    assert page.within("u") == [" indeed"]
    assert page.within("sup") == ["1", "1"]
    assert page.within("title") == ["Title & more"]
    said = [words for words, _ in page.said]
    assert said.index("Delegation of Greece:") < said.index(" Why quiet?") < said.index(" A quay.")
    assert "LIMITE" in said
    assert page.within("body").count("1") == 2  # the calls, and no number of a page
    for change, tag in ((WordChange.INSERT, "ins"), (WordChange.DELETE, "del")):
        assert Reader(html.render(sheet(table(("a", "b"), change=change)))).within(tag) == ["a", "b"]


def test_the_marking_is_boxed_and_details_hang_beside_their_names() -> None:
    detail = ExportParagraph((StyledRun("Date:"), StyledRun("\t"), StyledRun("1 May")), Style.LAST_DETAIL)
    page = html.render(sheet(detail))
    box = next(style for style in Reader(page).styles if "border:1px solid" in style)
    assert page.index(box) < page.index("LIMITE")
    assert "LIMITE" in Reader(page).within("table")
    assert f"text-indent:-{DETAIL_INDENT * 96 // 1440 + 24}px" in page
    assert page.index("1 May") < page.index("<hr>")  # a rule ends the details


def test_looks_and_languages_stand_in_the_elements_and_words_are_no_markup() -> None:
    page = html.render(sheet(ExportParagraph((StyledRun("<b>&"),), Style.UNIT_3)))
    assert "&lt;b&gt;&amp;" in page
    assert "<style" not in page
    for style in (Style.ACT_ARTICLE, Style.ACT_DIVISION):
        centred = Reader(html.render(sheet(ExportParagraph((StyledRun("Article 1"),), style))))
        assert any("text-align:center" in look for look in centred.styles)
    assert any("text-indent:-37px" in style and "margin-left:111px" in style for style in Reader(page).styles)
    assert '<span lang="el">ήσυχα</span>' in html.render(
        sheet(ExportParagraph((StyledRun("ήσυχα", "el"), StyledRun("x", "en-GB"))))
    )


def test_a_footnote_keeps_its_label_in_both() -> None:
    text = ExportParagraph(
        (StyledRun("x", note=Footnote((ExportParagraph((StyledRun("y"),)),), "1a")), StyledRun("z", note=NOTE))
    )
    assert "x[1a]z[1]" in html.render_text(sheet(text))
    assert Reader(html.render(sheet(text))).within("sup") == ["1a", "1", "1a", "1"]


@pytest.mark.parametrize(
    ("name", "said", "not_said"),
    [
        ("ST-99101-2026-REV-1_en.docx", "tracked in the Word file itself", "is not a Word file"),
        ("ST-99101-2026-INIT_en.pdf", "is not a Word file", "tracked in the Word file itself"),
    ],
)
def test_it_says_where_the_changes_are_tracked(tmp_path: Path, name: str, said: str, not_said: str) -> None:
    with open_desk(tmp_path) as desk:
        key = take_in(desk, RESOURCES / "samples" / name)
        desk.positions.set_item(key, PositionEntry(Address("para_1"), Stance.SUPPORT))
        mail = desk.export.mail(key, ExportKind.REDLINE, ExportOptions(labels="en"))
    assert said in mail.text
    assert not_said not in mail.text


def test_the_capital_is_named_before_what_the_file_is_and_the_marking_stands_alone(tmp_path: Path) -> None:
    with open_desk(tmp_path) as desk:
        key = take_in(desk, RESOURCES / "samples" / "ST-99101-2026-INIT_en.pdf")
        desk.positions.set_delegation("EL")
        desk.positions.set_item(key, PositionEntry(Address("para_1"), Stance.SUPPORT))
        made = desk.export.mail(key, ExportKind.POSITION, ExportOptions(audience=Audience.CAPITAL, labels="en"))
    assert made.head == ("INTERNAL – FOR THE CAPITAL · Delegation of Greece · ST 99101/26", "LIMITE")
    assert made.foot == ("ST 99101/26", "LIMITE")
