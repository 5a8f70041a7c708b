"""The effect of a redline on a Word file, change by change."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

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


def test_what_others_put_in_is_taken_out_within_their_change(tmp_path: Path) -> None:
    body = p(r("1. Ports "), f'<w:ins w:id="5" {OTHER}>{r("really quite must")}</w:ins>', r(" keep quiet."))
    made = Redlined(tmp_path, body, PositionEntry(Address("para_1"), proposal="Ports really must keep quiet."))
    change = next(one for one in made.root.iter(f"{W}del"))
    holder = change.getparent()
    assert holder is not None
    assert (holder.tag, holder.get(f"{W}id")) == (f"{W}ins", "5")
    assert made.ours("del") == ["quite"]
    assert made.is_kept()


def test_we_write_beside_what_others_put_in_and_never_within(tmp_path: Path) -> None:
    body = p(r("1. Ports "), f'<w:ins w:id="5" {OTHER}>{r("really must")}</w:ins>', r(" keep quiet."))
    made = Redlined(
        tmp_path, body, PositionEntry(Address("para_1"), proposal="Ports really and truly must keep quiet.")
    )
    for change in made.root.iter(f"{W}ins"):
        assert not list(change.iterancestors(f"{W}ins"))
    others = [one for one in made.root.iter(f"{W}ins") if one.get(f"{W}author") == "Someone Else"]
    assert [said(one).strip() for one in others] == ["really", "must"]
    assert made.is_kept()


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


def test_words_behind_a_link_are_written_outside_it(tmp_path: Path) -> None:
    link = f'<w:hyperlink r:id="rOut">{r("the Regulation")}</w:hyperlink>'
    made = Redlined(
        tmp_path,
        p(r("1. Under "), link, r(".")),
        PositionEntry(Address("para_1"), proposal="Under the Regulation and the Act."),
    )
    change = next(one for one in made.root.iter(f"{W}ins"))
    assert not list(change.iterancestors(f"{W}hyperlink"))
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


def test_what_cannot_be_laid_in_is_told_and_stands_in_a_comment(tmp_path: Path) -> None:
    formula = "<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>"
    made = Redlined(
        tmp_path, p(r("1. Take "), formula, r(" now.")), PositionEntry(Address("para_1"), proposal="Take a+c now.")
    )
    assert made.unplaced == ("para_1",)
    assert "Take a+c now." in said(part(made.content, "word/comments.xml"))
    assert made.is_kept()
