from pathlib import Path

import pytest

from delegate_desk.core.contributions.placement import ProvisionWording, split_wording
from delegate_desk.core.documents.document import Address, Kind, Paragraph
from delegate_desk.parsing.reading import read
from support.comment_tables import act

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


def test_a_whole_article_is_taken_apart(article: list[Paragraph]) -> None:
    proposal = WHOLE.replace("six", "seven").replace("hospital ships", "ferries")
    assert split_wording(article, WHOLE, proposal) == (
        ProvisionWording(Address("art_2__para_1"), "1.", FIRST[3:].replace("six", "seven")),
        ProvisionWording(Address("art_2__para_3"), "3.", "Member States may exempt ferries."),
    )


def test_what_is_there_already_changes_nothing(article: list[Paragraph]) -> None:
    assert split_wording(article, WHOLE, WHOLE) == ()


def test_what_is_like_nothing_is_new_behind_what_it_follows(article: list[Paragraph]) -> None:
    proposal = WHOLE.replace("(b) use", "(aa) be silent; (b) use") + " 4. Fines are paid to the harbour."
    assert split_wording(article, WHOLE, proposal) == (
        ProvisionWording(None, "(aa)", "be silent;", Address("art_2__para_2__point_1")),
        ProvisionWording(None, "4.", "Fines are paid to the harbour.", Address("art_2__para_3")),
    )


def test_what_is_quoted_and_not_proposed_is_to_go_though_others_are_renumbered(article: list[Paragraph]) -> None:
    quoted = " ".join((FIRST, SECOND, POINT, THIRD))
    proposal = " ".join((FIRST.replace("six", "five"), THIRD.replace("3.", "2.")))
    assert split_wording(article, quoted, proposal) == (
        ProvisionWording(Address("art_2__para_1"), "1.", FIRST[3:].replace("six", "five")),
        ProvisionWording(Address("art_2__para_2"), "2.", ""),
        ProvisionWording(Address("art_2__para_2__point_1"), "(a)", ""),
        ProvisionWording(Address("art_2__para_2__point_2"), "(b)", ""),
    )


def test_nothing_is_to_go_where_words_are_left_out(article: list[Paragraph]) -> None:
    proposal = f"{FIRST.replace('six', 'five')} […] {THIRD}"
    found = split_wording(article, WHOLE, proposal)
    assert found is not None
    assert all(share.proposal for share in found)


def test_another_title(article: list[Paragraph]) -> None:
    assert split_wording(article, WHOLE, WHOLE.replace(TITLE, "Rest")) == (
        ProvisionWording(Address("art_2"), "Article 2", "Rest"),
    )


def test_a_wording_of_one_provision_is_left_whole(article: list[Paragraph]) -> None:
    assert split_wording(article, "", FIRST) is None
    assert split_wording(article, "", "Ports shall: (a) be quiet; (b) be clean.") is None


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
