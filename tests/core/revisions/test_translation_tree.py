from math import isclose, log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from delegate_desk.core.revisions.translation_tree import GapProbabilities, extract_features, pair_posteriors


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1,000 tonnes", "1 000 τόνοι"),
        ("1,000 tonnes", "1.000 τόνοι"),
        ("4.5 %", "4,5 %"),
        ("Directive 2002/49/EC", "οδηγία 2002/49/ΕΚ"),
        ("by 31.3.2027", "έως τις 31 Μαρτίου 2027"),
        ("OJ L 189, 18.7.2002, p. 12", "HL L 189., 2002.7.18., 12. o."),
        ("Article 7(2)", "άρθρο 7 παράγραφος 2"),
    ],
)
def test_a_number_is_one_however_a_language_prints_it(one: str, other: str) -> None:
    assert extract_features(one).numbers == extract_features(other).numbers


def test_numbers_that_differ_are_told_apart() -> None:
    assert extract_features("1,000 tonnes").numbers != extract_features("100 tonnes").numbers
    assert extract_features("Articles 5, 6 and 7").numbers != extract_features("Articles 5, 67").numbers


@pytest.mark.parametrize("named", ["(b)", "β)", "б)", "b)"])
def test_a_point_is_one_in_every_script(named: str) -> None:
    assert list(extract_features(f"x {named} y").points) == [2]


def test_words_in_brackets_are_no_points() -> None:
    assert not extract_features("the Agency (EMSA) and the office (Eurostat)").points


def test_names_in_latin_letters_stand_out_in_a_text_that_has_others() -> None:
    assert extract_features("Η έκθεση της Eurostat και του EMSA").names == {"eurostat", "emsa"}


CHANCES = GapProbabilities(opens=0.01)
ODDS = st.floats(-6, 6)


def laid(odds: list[list[float | None]], chances: GapProbabilities = CHANCES) -> dict[tuple[int, int], float]:
    evidence = lambda i, k: odds[i][k], lambda i, k: 0.0
    return pair_posteriors(len(odds), len(odds[0]) if odds else 0, evidence, chances)


def ways(odds: list[list[float]], chances: GapProbabilities) -> dict[tuple[int, int], float]:
    """The same by exhaustive search."""
    rows, columns = len(odds), len(odds[0])
    steps = {"both": {"both": 1 - 2 * chances.opens, "old": chances.opens, "new": chances.opens}}
    rest = 1 - chances.again - chances.across
    steps["old"] = {"both": rest, "old": chances.again, "new": chances.across}
    steps["new"] = {"both": rest, "old": chances.across, "new": chances.again}
    whole, of = 0.0, dict.fromkeys(((i, k) for i in range(rows) for k in range(columns)), 0.0)

    def walk(i: int, k: int, state: str, weight: float, pairs: tuple[tuple[int, int], ...]) -> None:
        nonlocal whole
        if i == rows and k == columns:
            whole += weight
            for pair in pairs:
                of[pair] += weight
        if i < rows and k < columns:
            walk(
                i + 1, k + 1, "both", weight * steps[state]["both"] * 2.718281828459045 ** odds[i][k], (*pairs, (i, k))
            )
        if i < rows:
            walk(i + 1, k, "old", weight * steps[state]["old"], pairs)
        if k < columns:
            walk(i, k + 1, "new", weight * steps[state]["new"], pairs)

    walk(0, 0, "both", 1.0, ())
    return {pair: weight / whole for pair, weight in of.items()}


@given(st.integers(1, 4).flatmap(lambda n: st.lists(st.lists(ODDS, min_size=n, max_size=n), min_size=1, max_size=4)))
def test_pairs_are_as_likely_as_all_ways_through_them(odds: list[list[float]]) -> None:
    found = laid([list(row) for row in odds])
    for pair, likely in ways(odds, CHANCES).items():
        assert isclose(found.get(pair, 0.0), likely, abs_tol=0.0011)


def test_rows_of_one_length_are_laid_one_by_one_where_nothing_speaks_against_it() -> None:
    found = laid([[0.0] * 6 for _ in range(6)])
    assert all(found[n, n] > 0.97 for n in range(6))


def test_where_one_was_inserted_and_nothing_tells_which_no_pair_in_the_middle_is_sure() -> None:
    found = laid([[0.0] * 7 for _ in range(6)])
    assert all(found.get((n, k), 0.0) < 0.9 for n in range(1, 5) for k in range(7))


def test_what_cannot_be_one_is_no_pair_however_long_the_rows() -> None:
    assert laid([[None] * 500 for _ in range(400)]) == {}
    assert laid([[None] * 2000]) == {}
    assert laid([]) == {}


def test_a_pair_far_from_the_middle_of_long_rows_is_found_where_the_rows_differ_in_length() -> None:
    odds: list[list[float | None]] = [[6.0 if k == i + 900 else -6.0 for k in range(1000)] for i in range(60)]
    found = laid(odds)
    assert all(found[i, i + 900] > 0.9 for i in range(60))


def test_a_step_that_speaks_against_a_pair_makes_it_less_likely() -> None:
    against = lambda i, k: 0.0, lambda i, k: log(0.01) if i != 1 else 0.0
    assert pair_posteriors(4, 4, against, CHANCES)[2, 2] < laid([[0.0] * 4 for _ in range(4)])[2, 2]
