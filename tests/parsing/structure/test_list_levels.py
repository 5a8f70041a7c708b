import pytest

from delegate_desk.core.documents.document import Mark, PageBox
from delegate_desk.parsing.blocks import Block, TextRun
from support.outlines import addresses_of, units_of

STRIKE = frozenset({Mark.STRIKE})
BOLD = frozenset({Mark.BOLD})


@pytest.mark.parametrize(
    ("language", "letters"),
    [("el", "α) β) i) ii) iii) γ)"), ("bg", "а) б) i) ii) iii) в)"), ("en", "(a) (b) (i) (ii) (iii) (c)")],
)
def test_roman_numerals_stay_within_letters_of_any_script(language: str, letters: str) -> None:
    found = addresses_of(["1. Xxx:", *(f"{label} xxx:" for label in letters.split())], language)
    assert found[1:] == [
        "para_1__point_1", "para_1__point_2", "para_1__point_2__point_1", "para_1__point_2__point_2",
        "para_1__point_2__point_3", "para_1__point_3",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("labels", "addresses"),
    [
        (["(c)", "(ca)", "(cb)", "(d)"], ["point_3", "point_3a", "point_3b", "point_4"]),
        (["(c)", "(c bis)", "(c ter)", "(d)"], ["point_3", "point_3a", "point_3b", "point_4"]),
        (["(c)", "(c1)", "(d)"], ["point_3", "point_3a", "point_4"]),
        (["γ)", "γα)", "δ)"], ["point_3", "point_3a", "point_4"]),
        (["(2)", "(2a)", "(3)"], ["point_2", "point_2a", "point_3"]),
        (["(A)", "(B)", "(C)"], ["point_1", "point_2", "point_3"]),
    ],
)
def test_inserted_points_keep_their_letter_in_latin(labels: list[str], addresses: list[str]) -> None:
    found = addresses_of(["1. Xxx:", *(f"{label} xxx;" for label in labels)], "el")
    assert found[1:] == [f"para_1__{address}" for address in addresses]


@pytest.mark.parametrize("label", ["3a.", "3 bis.", "3α.", "3-A.", "3/A."])
def test_inserted_paragraphs_keep_their_letter_in_latin(label: str) -> None:
    assert addresses_of(["3. Xxx.", f"{label} Yyy.", "4. Zzz."], "el") == ["para_3", "para_3a", "para_4"]


@pytest.mark.parametrize(
    ("language", "labels"),
    [("bg", "a) б) в) г) д) e) ж)"), ("el", "a) β) γ) δ) e) στ) ζ)"), ("el", "α) β) γ) δ) ε) στ) ζ)")],
)
def test_letters_typed_for_others_that_look_alike_continue_with_a_list(language: str, labels: str) -> None:
    found = addresses_of(["1. Xxx:", *(f"{label} xxx;" for label in labels.split())], language)
    assert found[1:] == [f"para_1__point_{n}" for n in range(1, 8)]


def test_a_struck_label_gives_way_to_the_one_beside_it() -> None:
    block = Block((TextRun("(b)", STRIKE), TextRun("(c)", BOLD), TextRun(" third;")))
    unit = units_of(["1. One:", "(a) first;", "(b) second;", block])[3]
    assert (unit.address, unit.label, unit.marked) == ("para_1__point_3", "(c)", "(b)third;")
    assert [(unit.marked[s.start : s.end], s.mark) for s in unit.spans] == [("(b)", Mark.STRIKE)]


def test_a_letter_struck_within_a_label_gives_way() -> None:
    block = Block((TextRun("("), TextRun("b", STRIKE), TextRun("c", BOLD), TextRun(") third;")))
    assert units_of(["1. One:", "(a) first;", "(b) second;", block])[3].label == "(c)"


def test_a_unit_that_is_struck_all_through_keeps_its_label() -> None:
    units = units_of(["1. One:", Block((TextRun("(a) gone;", STRIKE),)), "(b) second."])
    assert [str(unit.address) for unit in units] == ["para_1", "para_1__point_1", "para_1__point_2"]


def test_square_brackets_around_a_label_stay_with_the_text() -> None:
    units = units_of(["1. One:", "[(a) first;]", "(b) second.", "[2. Two.]"])
    assert [(str(unit.address), unit.label, unit.marked) for unit in units[1:]] == [
        ("para_1__point_1", "(a)", "[first;]"), ("para_1__point_2", "(b)", "second."), ("para_2", "2.", "[Two.]"),
    ]  # fmt: skip


def test_dots_for_words_left_out_are_text() -> None:
    assert [unit.marked for unit in units_of(["1. One.", "[…]", "(...)", "2. Two."])] == [
        "One.",
        "[…]",
        "(...)",
        "Two.",
    ]


def test_a_unit_keeps_where_it_stands_in_its_file() -> None:
    first = Block((TextRun("1. Ports shall be"),), page=1, boxes=(PageBox(1, 70, 700, 500, 720),), source=4)
    second = Block(
        (TextRun("quiet"),), page=2, continues=True, boxes=(PageBox(2, 70, 50, 500, 62),), source=5, joined=(6,)
    )
    third = Block((TextRun("at night."),), page=2, continues=True, boxes=(PageBox(2, 70, 64, 400, 76),))
    unit = units_of([first, second, third])[0]
    assert unit.boxes == (PageBox(1, 70, 700, 500, 720), PageBox(2, 70, 50, 500, 76))
    assert (unit.sources, unit.page) == ((4, 5, 6), 1)
