"""The effect of a redline on a Word file, change by change; provisions that come, go and move."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree

from delegate_desk.core.documents.document import Address
from delegate_desk.core.positions.position import PositionEntry
from delegate_desk.core.word_diff import WordChange
from support.redline_checks import W, others_same, part, resolved
from support.redline_documents import OTHER
from support.redline_word_files import CALL, NOTE, Redlined, p, r, said


def test_only_the_words_that_change_are_touched_and_keep_their_look(tmp_path: Path) -> None:
    body = p(r("1. "), r("Ports shall ", "<w:b/>"), r("keep quiet hours", "<w:i/>"), r(" at night."))
    made = Redlined(tmp_path, body, PositionEntry(Address("para_1"), proposal="Ports shall keep quiet days at night."))
    assert (made.ours("del"), made.ours("ins")) == (["hours"], ["days"])
    assert made.texts(WordChange.INSERT) == ["1. Ports shall keep quiet days at night."]
    assert made.is_kept()
    run = next(run for run in made.root.iter(f"{W}r") if "days" in said(run))
    assert run.find(f"{W}rPr/{W}i") is not None


def test_what_others_put_in_is_taken_out_within_their_change_and_ours_written_beside_it(tmp_path: Path) -> None:
    body = p(r("1. Ports "), f'<w:ins w:id="5" {OTHER}>{r("really quite must")}</w:ins>', r(" keep quiet."))
    made = Redlined(tmp_path, body, PositionEntry(Address("para_1"), proposal="Ports really must keep quiet."))
    holder = next(made.root.iter(f"{W}del")).getparent()
    assert holder is not None
    assert (holder.tag, holder.get(f"{W}id")) == (f"{W}ins", "5")
    assert made.ours("del") == ["quite"]
    assert made.is_kept()
    body = p(r("1. Ports "), f'<w:ins w:id="5" {OTHER}>{r("really must")}</w:ins>', r(" keep quiet."))
    made = Redlined(
        tmp_path, body, PositionEntry(Address("para_1"), proposal="Ports really and truly must keep quiet.")
    )
    for change in made.root.iter(f"{W}ins"):
        assert not list(change.iterancestors(f"{W}ins"))
    others = [one for one in made.root.iter(f"{W}ins") if one.get(f"{W}author") == "Someone Else"]
    assert [said(one).strip() for one in others] == ["really", "must"]
    assert made.is_kept()


def test_comments_of_xml_are_no_words_and_no_hindrance(tmp_path: Path) -> None:
    body = p("<!-- a -->", r("1. Ports <?b?>shall", "<w:b/><!-- c -->"), "<?d?>", r(" keep quiet."))
    entry = PositionEntry(Address("para_1"), proposal="Ports should keep quiet.")
    made = Redlined(
        tmp_path, body, entry, PositionEntry(Address("para_1a"), proposal="Ships too.", after=entry.address)
    )
    assert made.texts(WordChange.INSERT) == ["1. Ports should keep quiet.", "Ships too."]
    assert made.ours("del") == ["shall"]


def test_a_field_goes_whole_with_the_last_of_its_words(tmp_path: Path) -> None:
    simple = f'<w:fldSimple w:instr=" REF a ">{r("Article 5")}</w:fldSimple>'
    begin, middle, end = (f'<w:r><w:fldChar w:fldCharType="{w}"/></w:r>' for w in ("begin", "separate", "end"))
    complex_one = f"{begin}<w:r><w:instrText> REF b </w:instrText></w:r>{middle}{r('Article 6')}{end}"
    body = p(r("1. See "), simple, r(" here.")) + p(r("2. See "), complex_one, r(" there."))
    items = [
        PositionEntry(Address("para_1"), proposal="See here."),
        PositionEntry(Address("para_2"), proposal="See there."),
    ]
    made = Redlined(tmp_path, body, *items)
    accepted = part(resolved(made.content, WordChange.INSERT))
    assert not list(accepted.iter(f"{W}fldSimple", f"{W}fldChar", f"{W}instrText"))
    assert made.texts(WordChange.INSERT) == ["1. See here.", "2. See there."]
    assert made.is_kept()


def test_words_behind_a_link_are_written_outside_it_and_what_cannot_be_laid_in_is_told(tmp_path: Path) -> None:
    link = f'<w:hyperlink r:id="rOut">{r("the Regulation")}</w:hyperlink>'
    made = Redlined(
        tmp_path,
        p(r("1. Under "), link, r(".")),
        PositionEntry(Address("para_1"), proposal="Under the Regulation and the Act."),
    )
    change = next(one for one in made.root.iter(f"{W}ins"))
    assert not list(change.iterancestors(f"{W}hyperlink"))
    assert made.is_kept()
    formula = "<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>"
    made = Redlined(
        tmp_path, p(r("1. Take "), formula, r(" now.")), PositionEntry(Address("para_1"), proposal="Take a+c now.")
    )
    assert made.unplaced == ("para_1",)
    assert "Take a+c now." in said(part(made.content, "word/comments.xml"))
    assert made.is_kept()


@pytest.mark.parametrize(
    ("proposal", "called"),
    [
        ("Ports keep quiet days.", True),  # replaced words keep their notes
        ("Ports keep quiet.", True),  # a note after deleted words stays
        ("Ports hours.", False),  # a note among deleted words without a replacement is deleted with them
    ],
)
def test_a_footnote_stays_where_its_words_are_replaced(tmp_path: Path, proposal: str, called: bool) -> None:
    body = p(r("1. Ports keep"), CALL, r(" quiet hours."))
    if proposal == "Ports keep quiet.":
        body = p(r("1. Ports keep quiet hours"), CALL, r("."))
    made = Redlined(tmp_path, body, PositionEntry(Address("para_1"), proposal=proposal), notes=NOTE)
    accepted = part(resolved(made.content, WordChange.INSERT))
    assert bool(list(accepted.iter(f"{W}footnoteReference"))) is called
    assert made.is_kept()


def test_the_words_of_a_footnote_change_in_its_own_part(tmp_path: Path) -> None:
    body = p(r("1. Ports keep quiet."), CALL) + p(r("2. So do ships."))
    item = PositionEntry(Address("fn_1"), proposal="A longer note.", comment="Clearer.")
    made = Redlined(tmp_path, body, item, notes=NOTE)
    changes = list(part(made.content, "word/footnotes.xml").iter(f"{W}ins"))
    assert [said(one).strip() for one in changes] == ["longer"]
    assert list(made.root.iter(f"{W}commentReference"))  # at its call: Word has no comments in notes
    assert not list(made.root.iter(f"{W}ins"))


def test_a_comment_has_its_parts_made_or_is_added_to_those_there(tmp_path: Path) -> None:
    body = p(r("1. Ports keep quiet."))
    item = PositionEntry(Address("para_1"), comment="Why?")
    other = f'<w:comment w:id="7" w:initials="x" {OTHER}><w:p>{r("Theirs.")}</w:p></w:comment>'
    for comments, there in ((None, ["Why?"]), ("", ["Why?"]), (other, ["Theirs.", "Why?"])):
        made = Redlined(tmp_path, body, item, comments=comments)
        root = part(made.content, "word/comments.xml")
        assert [said(one) for one in root] == there
        assert len({one.get(f"{W}id") for one in root}) == len(there)
        new = {"word/comments.xml", "word/document.xml"}
        if comments is None:
            new |= {"[Content_Types].xml", "word/_rels/document.xml.rels"}
        assert not list(others_same(made.source, made.content, new))


def test_other_parts_are_the_same(tmp_path: Path) -> None:
    made = Redlined(
        tmp_path, p(r("1. Ports keep quiet.")), PositionEntry(Address("para_1"), proposal="Ports keep very quiet.")
    )
    old, new = (zipfile.ZipFile(BytesIO(content)) for content in (made.source, made.content))
    for info in old.infolist():
        other = new.getinfo(info.filename)
        assert other.date_time == info.date_time
        if info.filename != "word/document.xml":
            assert (other.CRC, other.compress_type) == (info.CRC, info.compress_type)
    assert new.testzip() is None


AUTO = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'


def new(address: str, text: str, after: str, label: str = "") -> PositionEntry:
    return PositionEntry(Address(address), proposal=text, after=Address(after), label=label)


def gone(address: str) -> PositionEntry:
    return PositionEntry(Address(address), proposal="")


def cell(*paragraphs: str) -> str:
    return f"<w:tc><w:tcPr/>{''.join(paragraphs)}</w:tc>"


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid>{''.join(rows)}</w:tbl>"


def ends(root: etree._Element) -> list[str]:
    """The outcome of the end of each paragraph."""
    marks = [paragraph.find(f"{W}pPr/{W}rPr") for paragraph in root.iter(f"{W}p")]
    return ["".join(etree.QName(one).localname for one in mark) if mark is not None else "" for mark in marks]


def test_a_new_provision_stands_behind_all_that_hangs_on_the_one_before(tmp_path: Path) -> None:
    body = p(r("5. Ports shall:")) + p(r("(a) be quiet;")) + p(r("(b) be clean.")) + p(r("6. So do ships."))
    made = Redlined(tmp_path, body, new("para_5a", "Nor shall ferries.", "para_5", "5a."))
    texts = made.texts(WordChange.INSERT)
    assert texts[3] == "5a. Nor shall ferries."
    assert made.texts(WordChange.DELETE) == ["5. Ports shall:", "(a) be quiet;", "(b) be clean.", "6. So do ships."]
    assert ends(made.root) == ["", "", "", "ins", ""]
    assert made.is_kept()


def test_a_new_provision_looks_like_the_nearest_of_its_kind(tmp_path: Path) -> None:
    look = '<w:ind w:left="567" w:hanging="567"/>'
    body = p(r("5."), "<w:r><w:tab/></w:r>", r("Ports shall be quiet.", "<w:i/>"), properties=look) + p(r("6. So."))
    made = Redlined(tmp_path, body, new("para_5a", "New.", "para_5", "5a."))
    paragraph = list(made.root.iter(f"{W}p"))[1]
    indent = paragraph.find(f"{W}pPr/{W}ind")
    assert indent is not None
    assert indent.get(f"{W}hanging") == "567"
    assert list(paragraph.iter(f"{W}tab"))
    assert [run.find(f"{W}rPr/{W}i") is not None for run in paragraph.iter(f"{W}r")][-1]


@pytest.mark.parametrize(("properties", "number"), [(AUTO, None), ('<w:pStyle w:val="Listed"/>', "0")])
def test_a_label_that_word_would_count_is_written_by_hand(tmp_path: Path, properties: str, number: str | None) -> None:
    body = p(r("Ports."), properties=properties) + p(r("Ships."), properties=properties) + p(r("End."))
    made = Redlined(tmp_path, body, new("para_1a", "Ferries.", "para_1", "1a."))
    assert made.texts(WordChange.INSERT)[:3] == ["1. Ports.", "1a. Ferries.", "2. Ships."]
    paragraph = list(made.root.iter(f"{W}p"))[1]
    indent, counted = paragraph.find(f"{W}pPr/{W}ind"), paragraph.find(f"{W}pPr/{W}numPr/{W}numId")
    assert indent is not None
    assert indent.get(f"{W}left") == "567"
    assert (None if counted is None else counted.get(f"{W}val")) == number


def test_a_section_ends_where_it_ended_and_the_last_paragraph_keeps_its_end(tmp_path: Path) -> None:
    body = p(r("1. Ports."), properties="<w:sectPr/>") + p(r("2. Ships.")) + "<w:sectPr/>"
    made = Redlined(tmp_path, body, new("para_1a", "Ferries.", "para_1", "1a."))
    sections = [paragraph.find(f"{W}pPr/{W}sectPr") is not None for paragraph in made.root.iter(f"{W}p")]
    assert sections == [False, True, False]
    assert made.is_kept()
    body = p(r("1. Ports."), properties=AUTO) + "<w:sectPr/>"
    made = Redlined(tmp_path, body, new("para_2", "Ships.", "para_1", "2."))
    assert ends(made.root) == ["ins", ""]
    assert list(made.root.iter(f"{W}pPrChange"))
    assert made.is_kept()


def test_provisions_come_at_the_very_beginning_and_behind_new_ones(tmp_path: Path) -> None:
    body = p(r("1. Ports.")) + p(r("2. Ships."))
    items = [new("p_9", "First.", ""), new("para_1a", "A.", "para_1", "1a."), new("para_1b", "B.", "para_1a", "1b.")]
    made = Redlined(tmp_path, body, *items)
    assert [text.split()[-1] for text in made.texts(WordChange.INSERT)] == ["First.", "Ports.", "A.", "B.", "Ships."]
    assert made.is_kept()
    made = Redlined(
        tmp_path, p(r("1. Ports.")), new("para_9a", "A.", "para_9"), PositionEntry(Address("para_7"), comment="?")
    )
    assert set(made.unplaced) == {"para_9a", "para_7"}


def test_a_provision_goes_with_its_label_its_note_and_its_end(tmp_path: Path) -> None:
    body = p(r("1. Ports."), CALL) + p(r("2. Ships.")) + p(r("3. Ferries."))
    made = Redlined(tmp_path, body, gone("para_1"), notes=NOTE)
    accepted = part(resolved(made.content, WordChange.INSERT))
    assert [said(paragraph) for paragraph in accepted.iter(f"{W}p")] == ["2. Ships.", "3. Ferries."]
    assert not list(accepted.iter(f"{W}footnoteReference"))
    assert made.is_kept()


def test_a_cell_keeps_its_last_paragraph_and_a_row_goes_with_its_last_words(tmp_path: Path) -> None:
    rows = [f"<w:tr>{cell(p(r(f'{n} left')))}{cell(p(r(f'{n} right')))}</w:tr>" for n in ("one", "two")]
    body = table(*rows) + p(r("End."))
    made = Redlined(tmp_path, body, gone("tbl_1__row_1__cell_1"))
    accepted = part(resolved(made.content, WordChange.INSERT))
    assert [len(list(one.iter(f"{W}p"))) for one in accepted.iter(f"{W}tc")] == [1, 1, 1, 1]
    both = Redlined(tmp_path, body, gone("tbl_1__row_1__cell_1"), gone("tbl_1__row_1__cell_2"))
    assert len(list(part(resolved(both.content, WordChange.INSERT)).iter(f"{W}tr"))) == 1
    assert made.is_kept()
    assert both.is_kept()


def test_a_row_comes_behind_a_row(tmp_path: Path) -> None:
    merged = '<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>'
    cells = f"<w:tc>{merged}{p(r('left', '<w:b/>'))}</w:tc>{cell(p(r('right')))}"
    row = f"<w:tr><w:trPr><w:tblHeader/></w:trPr>{cells}</w:tr>"
    items = [new("tbl_1__row_1a__cell_2", "ours", "tbl_1__row_1__cell_1")]
    made = Redlined(tmp_path, table(row) + p(r("End.")), *items)
    second = list(made.root.iter(f"{W}tr"))[1]
    assert [said(one) for one in second.iter(f"{W}tc")] == ["", "ours"]
    assert second.find(f"{W}trPr/{W}ins") is not None
    assert not list(second.iter(f"{W}vMerge", f"{W}tblHeader"))
    assert made.is_kept()


def test_a_provision_moves_with_what_hangs_on_it_and_with_its_changes(tmp_path: Path) -> None:
    body = p(r("1. Ports shall:")) + p(r("(a) be quiet"), CALL, r(";")) + p(r("2. Ships.")) + p(r("3. Ferries."))
    move = PositionEntry(Address("para_1"), after=Address("para_2"), label="2a.")
    made = Redlined(
        tmp_path, body, move, PositionEntry(Address("para_1__point_1"), proposal="be very quiet;"), notes=NOTE
    )
    assert made.texts(WordChange.INSERT)[:4] == ["2. Ships.", "2a. Ports shall:", "(a) be very quiet;", "3. Ferries."]
    calls = [sign.get(f"{W}id") for sign in made.root.iter(f"{W}footnoteReference")]
    assert len(set(calls)) == 2  # one for each place: Word knows no note that is called twice
    notes = {note.get(f"{W}id"): said(note) for note in part(made.content, "word/footnotes.xml")}
    assert notes[calls[0]] == notes[calls[1]]
    assert made.is_kept()


def test_what_comes_behind_a_table_stands_behind_it(tmp_path: Path) -> None:
    body = p(r("1. Ports.")) + table(f"<w:tr>{cell(p(r('left')))}</w:tr>") + p(r("2. Ships."))
    made = Redlined(tmp_path, body, new("para_1a", "Ferries.", "tbl_1__row_1__cell_1", "1a."))
    assert made.texts(WordChange.INSERT) == ["1. Ports.", "left", "1a. Ferries.", "2. Ships."]
    assert made.is_kept()


def test_what_cannot_move_behind_the_last_paragraph_stays_where_it_is(tmp_path: Path) -> None:
    body = p(r("5. Ports shall:")) + p(r("(a) be quiet."))
    made = Redlined(tmp_path, body, PositionEntry(Address("para_5"), after=Address("para_5__point_1")))
    assert made.texts(WordChange.INSERT) == made.texts(WordChange.DELETE) == ["5. Ports shall:", "(a) be quiet."]
    assert ends(made.root) == ["", ""]
