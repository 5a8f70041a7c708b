import pytest

from delegate_desk.core.documents.document import Mark, PageBox, Paragraph
from delegate_desk.parsing.blocks import Block, TextRun
from delegate_desk.parsing.structure.builder import Structure

STRIKE = frozenset({Mark.STRIKE})
BOLD = frozenset({Mark.BOLD})


def _units(blocks: list[Block | str], language: str = "en") -> tuple[Paragraph, ...]:
    structure = Structure((language, "en"))
    structure.add(block if isinstance(block, Block) else Block((TextRun(block),)) for block in blocks)
    return structure.paragraphs({})


def _addresses(blocks: list[Block | str], language: str = "en") -> list[str]:
    return [str(unit.address) for unit in _units(blocks, language)]


def _in(indent: float, text: str) -> Block:
    return Block((TextRun(text),), indent=indent)


def test_four_levels_of_points_follow_their_sequence() -> None:
    lines: list[Block | str] = [
        "1. One:", "(a) first:", "(i) roman:", "(1) number:", "– dash;", "– dash;", "(2) number;", "(ii) roman;",
        "(b) second.", "2. Two.",
    ]  # fmt: skip
    assert _addresses(lines) == [
        "para_1", "para_1__point_1", "para_1__point_1__point_1", "para_1__point_1__point_1__point_1",
        "para_1__point_1__point_1__point_1__ind_1", "para_1__point_1__point_1__point_1__ind_2",
        "para_1__point_1__point_1__point_2", "para_1__point_1__point_2", "para_1__point_2", "para_2",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "letters"),
    [("el", "α) β) i) ii) iii) γ)"), ("bg", "а) б) i) ii) iii) в)"), ("en", "(a) (b) (i) (ii) (iii) (c)")],
)
def test_roman_numerals_stay_within_letters_of_any_script(language: str, letters: str) -> None:
    found = _addresses(["1. Xxx:", *(f"{label} xxx:" for label in letters.split())], language)
    assert found[1:] == [
        "para_1__point_1", "para_1__point_2", "para_1__point_2__point_1", "para_1__point_2__point_2",
        "para_1__point_2__point_3", "para_1__point_3",
    ]  # fmt: skip


def test_a_list_of_the_same_numbers_within_another_ends_where_it_says_so() -> None:
    lines: list[Block | str] = ["1. One.", "2. Two, in these steps:", "1. first;", "2. second.", "3. Three."]
    assert _addresses(lines) == ["para_1", "para_2", "para_2__point_1", "para_2__point_2", "para_3"]


def test_how_far_a_number_is_set_in_tells_its_list() -> None:
    blocks: list[Block | str] = [
        _in(0, "1. One."), _in(0, "2. Two:"), _in(40, "1. first."), _in(40, "2. second."), _in(40, "3. third."),
        _in(0, "3. Three."),
    ]  # fmt: skip
    assert _addresses(blocks) == [
        "para_1", "para_2", "para_2__point_1", "para_2__point_2", "para_2__point_3", "para_3",
    ]  # fmt: skip


def test_dashes_further_in_hang_on_the_dash_above() -> None:
    blocks: list[Block | str] = [_in(0, "1. One:"), _in(30, "– a:"), _in(60, "– b;"), _in(60, "– c;"), _in(30, "– d.")]
    assert _addresses(blocks) == [
        "para_1", "para_1__ind_1", "para_1__ind_1__ind_1", "para_1__ind_1__ind_2", "para_1__ind_2",
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
    found = _addresses(["1. Xxx:", *(f"{label} xxx;" for label in labels)], "el")
    assert found[1:] == [f"para_1__{address}" for address in addresses]


@pytest.mark.parametrize("label", ["3a.", "3 bis.", "3α.", "3-A.", "3/A."])
def test_inserted_paragraphs_keep_their_letter_in_latin(label: str) -> None:
    assert _addresses(["3. Xxx.", f"{label} Yyy.", "4. Zzz."], "el") == ["para_3", "para_3a", "para_4"]


@pytest.mark.parametrize(
    ("language", "labels"),
    [("bg", "a) б) в) г) д) e) ж)"), ("el", "a) β) γ) δ) e) στ) ζ)"), ("el", "α) β) γ) δ) ε) στ) ζ)")],
)
def test_letters_typed_for_others_that_look_alike_continue_with_a_list(language: str, labels: str) -> None:
    found = _addresses(["1. Xxx:", *(f"{label} xxx;" for label in labels.split())], language)
    assert found[1:] == [f"para_1__point_{n}" for n in range(1, 8)]


def test_an_annex_within_an_annex_is_another() -> None:
    lines: list[Block | str] = [
        "1. One.",
        "ANNEX",
        "Article 1",
        "Ports.",
        "ANNEX",
        "Article 2",
        "Ships.",
        "ANNEX I",
        "1. List.",
    ]
    assert _addresses(lines) == [
        "para_1", "annex_1", "annex_1__art_1", "annex_1__art_1__sub_1", "annex_1__art_2", "annex_1__art_2__sub_1",
        "annex_1-2", "annex_1-2__para_1",
    ]  # fmt: skip


def test_a_struck_label_gives_way_to_the_one_beside_it() -> None:
    block = Block((TextRun("(b)", STRIKE), TextRun("(c)", BOLD), TextRun(" third;")))
    unit = _units(["1. One:", "(a) first;", "(b) second;", block])[3]
    assert (unit.address, unit.label, unit.marked) == ("para_1__point_3", "(c)", "(b)third;")
    assert [(unit.marked[s.start : s.end], s.mark) for s in unit.spans] == [("(b)", Mark.STRIKE)]


def test_a_letter_struck_within_a_label_gives_way() -> None:
    block = Block((TextRun("("), TextRun("b", STRIKE), TextRun("c", BOLD), TextRun(") third;")))
    assert _units(["1. One:", "(a) first;", "(b) second;", block])[3].label == "(c)"


def test_a_unit_that_is_struck_all_through_keeps_its_label() -> None:
    units = _units(["1. One:", Block((TextRun("(a) gone;", STRIKE),)), "(b) second."])
    assert [str(unit.address) for unit in units] == ["para_1", "para_1__point_1", "para_1__point_2"]


def test_square_brackets_around_a_label_stay_with_the_text() -> None:
    units = _units(["1. One:", "[(a) first;]", "(b) second.", "[2. Two.]"])
    assert [(str(unit.address), unit.label, unit.marked) for unit in units[1:]] == [
        ("para_1__point_1", "(a)", "[first;]"), ("para_1__point_2", "(b)", "second."), ("para_2", "2.", "[Two.]"),
    ]  # fmt: skip


def test_numbers_of_several_levels_hang_on_the_paragraph_before_them() -> None:
    lines: list[Block | str] = [
        "1. One",
        "1.1. Deep.",
        "1.1.1. Deeper.",
        "ANNEX",
        "1. One",
        "1.1. Deep.",
        "1. Again",
        "1.1. Deep.",
    ]
    assert _addresses(lines) == [
        "para_1", "para_1__point_1", "para_1__point_1__point_1", "annex_1", "annex_1__para_1",
        "annex_1__para_1__point_1", "annex_1__para_1-2", "annex_1__para_1-2__point_1",
    ]  # fmt: skip


def test_dots_for_words_left_out_are_text() -> None:
    assert [unit.marked for unit in _units(["1. One.", "[…]", "(...)", "2. Two."])] == ["One.", "[…]", "(...)", "Two."]


def test_a_unit_keeps_where_it_stands_in_its_file() -> None:
    first = Block((TextRun("1. Ports shall be"),), page=1, boxes=(PageBox(1, 70, 700, 500, 720),), source=4)
    second = Block(
        (TextRun("quiet"),), page=2, continues=True, boxes=(PageBox(2, 70, 50, 500, 62),), source=5, joined=(6,)
    )
    third = Block((TextRun("at night."),), page=2, continues=True, boxes=(PageBox(2, 70, 64, 400, 76),))
    unit = _units([first, second, third])[0]
    assert unit.boxes == (PageBox(1, 70, 700, 500, 720), PageBox(2, 70, 50, 500, 76))
    assert (unit.sources, unit.page) == ((4, 5, 6), 1)


def test_text_under_titles_with_bullets_belongs_to_them_all() -> None:
    lines: list[Block | str] = [
        "1. CONTEXT",
        "• Reasons",
        "Ports are loud.",
        "• Aims",
        "They shall be quiet.",
        "2. LAW",
    ]
    assert _addresses(lines) == [
        "para_1", "para_1__ind_1", "para_1__ind_1__sub_2", "para_1__ind_2", "para_1__ind_2__sub_2", "para_2",
    ]  # fmt: skip
    lines = ["1. One:", "• ports", "• ships", "More on all."]
    assert _addresses(lines)[-1] == "para_1__sub_2"
