import pytest

from delegate_desk.core.documents.addresses import label_path, leading_label, repeats_label
from delegate_desk.core.documents.document import Address
from delegate_desk.parsing.contributions.vocabulary import labels

ADDRESSES = tuple(
    map(
        Address,
        "rec_7 rec_34 art_2 art_2__para_1 art_2__para_2 art_2__para_2__point_1 art_2__para_2__point_6 art_2a "
        "art_2__para_3 art_34 annex_2 annex_2__para_3".split(),
    )
)


@pytest.mark.parametrize(
    ("printed", "address"),
    [
        ("Article 2(2)(a)", "art_2__para_2__point_1"),
        ("Article 2, paragraph 2, point (a)", "art_2__para_2__point_1"),
        ("point (a) of Article 2(2)", "art_2__para_2__point_1"),
        ("Article 2 2. (a)", "art_2__para_2__point_1"),
        ("Art. 2(1) – hours", "art_2__para_1"),
        ("2(2)(a)", "art_2__para_2__point_1"),
        ("article 2, paragraphe 2, point a)", "art_2__para_2__point_1"),
        ("Article 2 bis", "art_2a"),
        ("considérant 34", "rec_34"),
        ("Άρθρο 2 παράγραφος 2 στοιχείο στ)", "art_2__para_2__point_6"),
        ("Άρθρο 2α", "art_2a"),
        ("Αιτιολογική σκέψη 34", "rec_34"),
        ("Αιτ. σκ. 7", "rec_7"),
        ("Artikel 2 Absatz 2 Buchstabe a", "art_2__para_2__point_1"),
        ("(34)", "rec_34"),
        ("Article 34", "art_34"),
        ("Annex II, paragraph 3", "annex_2__para_3"),
        ("Article 2(1a)", None),
        ("Article 3a", None),
        ("Article 9", None),
        ("In general", None),
        ("paragraphs in general", None),
    ],
)
def test_a_label_names_its_place_or_none(printed: str, address: str | None) -> None:
    assert labels().find(printed, ADDRESSES) == address


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("(a) keep", "(a)"),
        ("1. The", "1."),
        ("στ) το", "στ)"),
        ("(34) Noise", "(34)"),
        ("Noise", ""),
        ("1.5 hours", ""),
    ],
)
def test_a_text_begins_with_its_number(text: str, number: str) -> None:
    assert leading_label(text) == number


def test_a_number_is_not_said_twice() -> None:
    assert repeats_label("Recital 34", "(34)")
    assert repeats_label("Article 2(2)(a)", "(a)")
    assert not repeats_label("Article 2", "1.")


def test_labels_stand_below_those_that_they_hang_on() -> None:
    path: tuple[str, ...] = ("Article 2",)
    seen = []
    for printed in ("1.", "2.", "(a)", "(i)", "(ii)", "(b)", "3."):
        path = label_path(path, printed)
        seen.append(" ".join(path))
    assert seen == [
        "Article 2 1.",
        "Article 2 2.",
        "Article 2 2. (a)",
        "Article 2 2. (a) (i)",
        "Article 2 2. (a) (ii)",
        "Article 2 2. (b)",
        "Article 2 3.",
    ]
