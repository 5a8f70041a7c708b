from collections.abc import Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from delegate_desk.core.contributions.contribution import PlacedComment, ProvisionComment
from delegate_desk.core.contributions.placement import (
    ProvisionFinder,
    ProvisionWording,
    fill_in_omissions,
    split_wording,
)
from delegate_desk.core.documents.document import Address, Kind, Paragraph
from delegate_desk.core.word_diff import WordChange
from delegate_desk.parsing.contributions.vocabulary import labels
from delegate_desk.parsing.reading import read
from support.comment_tables import act

HOURS = "Member States shall set quiet hours of at least six hours each night."


@cache
def units(language: str = "en") -> Sequence[Paragraph]:
    with TemporaryDirectory() as folder:
        file = act(Path(folder), language)
        return read(file, file.name).units()


def place(
    label: str = "", quoted: str = "", proposal: str | None = None, comment: str = "", *, same: bool = True
) -> tuple[PlacedComment, ...]:
    part = PlacedComment(ProvisionComment(("EL",), label, quoted, proposal, comment), None)
    return ProvisionFinder(units(), labels(), same_language=same).place([part])


@pytest.mark.parametrize(
    ("label", "quoted", "proposal", "address"),
    [
        ("Article 2(2)(b)", "", None, "art_2__para_2__point_2"),
        ("Article 5(1)", HOURS, HOURS.replace("six", "seven"), "art_2__para_1"),  # the label is of another version
        ("Article 2(3)", HOURS, None, "art_2__para_1"),
        ("Article 2(3)", "The Agency shall publish a list of all certified vessels.", None, None),  # nothing is like it
        ("Article 3", "", "The Council shall ask for a report.", "art_3__sub_1"),
        ("Article 3", "Report", "Report and review", "art_3"),
    ],
)
def test_a_label_gives_the_place_or_a_text_does(
    label: str, quoted: str, proposal: str | None, address: str | None
) -> None:
    (one,) = place(label, quoted, proposal, "Who pays?")
    assert one.address == address


def test_a_wording_that_is_there_already_says_nothing() -> None:
    assert place("Article 2(1)", HOURS, HOURS) == ()
    (one,) = place("Article 2(1)", "", HOURS, "Keep it.")
    assert (one.provision_comment.proposal, one.word_diff) == (None, ())


def test_a_wording_in_another_language_is_placed_by_its_label_and_marked_as_its_document_does() -> None:
    (one,) = place("άρθρο 2 παράγραφος 1", "έξι ώρες", "επτά ώρες", same=False)
    assert one.address == "art_2__para_1"
    assert one.word_diff == ((WordChange.DELETE, "έξι"), (WordChange.INSERT, "επτά"), (WordChange.EQUAL, " ώρες"))
    (one,) = place("άρθρο 2 παράγραφος 1", "", "επτά ώρες", same=False)
    assert one.word_diff == ((WordChange.INSERT, "επτά ώρες"),)


@pytest.mark.parametrize(
    ("label", "address", "after"),
    [
        ("Article 2(4)", "art_2__para_4", "art_2__para_3"),
        ("Article 2(1a)", "art_2__para_1a", "art_2__para_1"),
        ("Article 2a", "art_2a", "art_2__para_3"),
        ("Article 2(2)(aa)", "art_2__para_2__point_1a", "art_2__para_2__point_1"),
        ("Recital 2a", "rec_2a", "rec_2"),
        ("Article 2(9)", None, None),
        ("Article 12(1)", None, None),
    ],
)
def test_a_new_provision_stands_behind_what_its_label_says(label: str, address: str | None, after: str | None) -> None:
    (one,) = place(label, "", "Fines go to the harbour.")
    assert (one.address, one.after) == (address, after)


def test_a_whole_article_is_placed_in_parts_and_the_comment_stands_once() -> None:
    below = [unit for unit in units() if f"{unit.address}__".startswith("art_2__") and unit.address != "art_2"]
    quoted = " ".join(f"{unit.label} {unit.text}" for unit in below)
    proposal = quoted.replace("six", "seven").replace("hospital ships.", "ferries. 4. Fines go to the harbour.")
    found = place("Article 2", quoted, proposal, "Rest is needed.")
    assert [(one.address, one.after, one.provision_comment.comment) for one in found] == [
        ("art_2__para_1", None, "Rest is needed."),
        ("art_2__para_3", None, ""),
        ("art_2__para_4", "art_2__para_3", ""),
    ]


def test_words_left_out_are_filled_in() -> None:
    (one,) = place("Article 2(1)", "", "Member States may set […] hours each night.")
    assert one.provision_comment.proposal == HOURS.replace("shall", "may")


def test_what_could_be_two_is_placed_in_neither() -> None:
    twice = [
        Paragraph(Address(f"art_{n}__para_1"), unit.kind, "1.", HOURS)
        for n in (1, 2)
        for unit in units()
        if unit.text == HOURS
    ]
    places = ProvisionFinder(twice, labels())
    lost = PlacedComment(ProvisionComment((), "1.", HOURS, HOURS.replace("six", "ten"), ""), None)
    assert [one.address for one in places.place([lost])] == [None]
    assert places.candidates(lost) == ("art_1__para_1", "art_2__para_1")


@given(st.data())
def test_an_edited_provision_finds_its_place_by_its_text_or_none(data: st.DataObject) -> None:
    unit = data.draw(st.sampled_from([unit for unit in units() if len(unit.text.split()) >= 8]))
    words = unit.text.split(" ")
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(words)))
        words[at : at + data.draw(st.integers(0, 1))] = data.draw(
            st.lists(st.sampled_from(["quite", "any"]), max_size=2)
        )
    proposal = " ".join(words)
    for one in place("", unit.text, proposal):
        assert one.address in (unit.address, None)
        if one.address is not None and one.provision_comment.proposal is not None:
            kept = "".join(text for change, text in one.word_diff if change is not WordChange.INSERT)
            made = "".join(text for change, text in one.word_diff if change is not WordChange.DELETE)
            assert (kept, made) == (unit.text, one.provision_comment.proposal)


TEXT = "Member States shall set quiet hours of at least six hours each night, and tell the Commission of them."


@pytest.mark.parametrize(
    ("proposal", "whole"),
    [
        (
            "Member States shall set quiet hours […] and tell the Commission and the public of them.",
            "Member States shall set quiet hours of at least six hours each night, and tell the Commission and the "
            "public of them.",
        ),
        (
            "[...] of at least seven hours each night, (…)",
            "Member States shall set quiet hours of at least seven hours each night, and tell the Commission of them.",
        ),
        ("Member States may set quiet hours […]", TEXT.replace("shall", "may")),
        ("Ships shall be silent […] at night.", "Ships shall be silent […] at night."),
        ("Ports […] hours", "Ports […] hours"),
    ],
)
def test_the_words_left_out_are_those_of_the_text(proposal: str, whole: str) -> None:
    assert fill_in_omissions(proposal, TEXT) == whole


def test_a_text_that_leaves_words_out_itself_is_not_filled_from() -> None:
    assert fill_in_omissions("Ports shall […] be quiet.", "Ports shall […] be quiet.") == "Ports shall […] be quiet."


@given(st.integers(1, 17), st.integers(1, 17))
def test_words_left_out_of_the_text_itself_come_back(first: int, last: int) -> None:
    tokens = TEXT.split(" ")
    start, end = sorted((first, last))
    gapped = " ".join([*tokens[: max(start, 2)], "[…]", *tokens[min(end, 16) :]])
    if max(start, 2) < min(end, 16):
        assert fill_in_omissions(gapped, TEXT) == TEXT


TITLE = "Quiet hours"
FIRST = "1. Member States shall set quiet hours of at least six hours each night."
SECOND = "2. During quiet hours a ship at berth shall: (a) keep its main engines off;"
POINT = "(b) use shore power where the harbour offers it."
THIRD = "3. Member States may exempt hospital ships."
WHOLE = " ".join((TITLE, FIRST, SECOND, POINT, THIRD))


@pytest.fixture
def article(tmp_path: Path) -> list[Paragraph]:
    """An article with paragraphs and points."""
    file = act(tmp_path)
    return [unit for unit in read(file, file.name).units() if unit.address.startswith("art_2")]


PARTED: dict[str, tuple[str, str, tuple[ProvisionWording, ...] | None]] = {
    "a whole article is taken apart": (
        WHOLE, WHOLE.replace("six", "seven").replace("hospital ships", "ferries"),
        (
            ProvisionWording(Address("art_2__para_1"), "1.", FIRST[3:].replace("six", "seven")),
            ProvisionWording(Address("art_2__para_3"), "3.", "Member States may exempt ferries."),
        ),
    ),
    "what is there already changes nothing": (WHOLE, WHOLE, ()),
    "what is like nothing is new behind what it follows": (
        WHOLE, WHOLE.replace("(b) use", "(aa) be silent; (b) use") + " 4. Fines are paid to the harbour.",
        (
            ProvisionWording(None, "(aa)", "be silent;", Address("art_2__para_2__point_1")),
            ProvisionWording(None, "4.", "Fines are paid to the harbour.", Address("art_2__para_3")),
        ),
    ),
    "what is quoted and not proposed is to go though others are renumbered": (
        " ".join((FIRST, SECOND, POINT, THIRD)), " ".join((FIRST.replace("six", "five"), THIRD.replace("3.", "2."))),
        (
            ProvisionWording(Address("art_2__para_1"), "1.", FIRST[3:].replace("six", "five")),
            ProvisionWording(Address("art_2__para_2"), "2.", ""),
            ProvisionWording(Address("art_2__para_2__point_1"), "(a)", ""),
            ProvisionWording(Address("art_2__para_2__point_2"), "(b)", ""),
        ),
    ),
    "another title": (
        WHOLE, WHOLE.replace(TITLE, "Rest"), (ProvisionWording(Address("art_2"), "Article 2", "Rest"),),
    ),
    "a wording of one provision is left whole": ("", FIRST, None),
    "so is one with points": ("", "Ports shall: (a) be quiet; (b) be clean.", None),
}  # fmt: skip


@pytest.mark.parametrize(("quoted", "proposal", "wordings"), PARTED.values(), ids=PARTED)
def test_a_wording_is_taken_apart(
    article: list[Paragraph], quoted: str, proposal: str, wordings: tuple[ProvisionWording, ...] | None
) -> None:
    assert split_wording(article, quoted, proposal) == wordings


def test_nothing_is_to_go_where_words_are_left_out(article: list[Paragraph]) -> None:
    proposal = f"{FIRST.replace('six', 'five')} […] {THIRD}"
    found = split_wording(article, WHOLE, proposal)
    assert found is not None
    assert all(share.proposal for share in found)


def test_paragraphs_without_numbers_are_told_apart_by_their_words() -> None:
    units = [
        Paragraph(Address("art_4"), Kind.ARTICLE, "Article 4", "Report"),
        Paragraph(Address("art_4__para_1"), Kind.PARAGRAPH, "1.", "The Commission shall report every five years."),
        Paragraph(Address("art_4__para_1__sub_2"), Kind.SUBPARAGRAPH, "", "The report shall name noisy harbours."),
        Paragraph(Address("art_4__para_2"), Kind.PARAGRAPH, "2.", "The Council may ask for more."),
    ]
    proposal = (
        "Report 1. The Commission shall report every three years. The report shall name all noisy harbours. "
        "2. The Council may ask for more."
    )
    assert split_wording(units, "", proposal) == (
        ProvisionWording(Address("art_4__para_1"), "1.", "The Commission shall report every three years."),
        ProvisionWording(Address("art_4__para_1__sub_2"), "", "The report shall name all noisy harbours."),
    )


def test_a_sentence_between_two_paragraphs_without_numbers_keeps_its_space() -> None:
    units = [
        Paragraph(Address("art_4__para_1"), Kind.PARAGRAPH, "1.", "The Commission shall report every five years."),
        Paragraph(Address("art_4__para_1__sub_2"), Kind.SUBPARAGRAPH, "", "The report shall name noisy harbours."),
        Paragraph(Address("art_4__para_2"), Kind.PARAGRAPH, "2.", "The Council may ask for more."),
    ]
    proposal = (
        "1. The Commission shall report every five years. It shall be brief. The report shall name noisy harbours. "
        "2. The Council may ask for more."
    )
    longer = "The Commission shall report every five years. It shall be brief."
    assert split_wording(units, "", proposal) == (ProvisionWording(Address("art_4__para_1"), "1.", longer),)
