from collections.abc import Mapping
from dataclasses import replace
from itertools import product
from math import isclose, log
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from delegate_desk.core.documents.document import Address, Document, Mark, MarkUp, Span, View
from delegate_desk.core.documents.references import Reference
from delegate_desk.core.revisions.comparison import Differing, UnitOutcome, Verdict, VerdictBasis
from delegate_desk.core.revisions.translation_tree import GapProbabilities, extract_features, pair_posteriors
from delegate_desk.core.revisions.translations import align_translations
from delegate_desk.core.word_diff import WordChange
from delegate_desk.parsing.reading import read
from evaluation.revising_plans import revised
from support.bilingual_documents import ROWS, english, greek, renumbered, with_text

LAST = {"para_4": "para_5", "para_5": "para_6", "para_6": "para_7"}
PUT_IN = ("para_4", "It welcomes the offer of 12 ports to try this out.", "Χαιρετίζει την προσφορά 12 λιμένων.")


def laid(old: Document, new: Document) -> tuple[dict[str, UnitOutcome], Mapping[Address, tuple[Differing, ...]]]:
    """The outcomes by old address; those of new units by the new address with a plus."""
    fates, differing = align_translations(old, new, view=View.AFTER)
    return {fate.old or f"+{fate.new}": fate for fate in fates}, differing


def with_one_put_in() -> list[tuple[str, str, str]]:
    rows = renumbered(ROWS, LAST)
    place = [row[0] for row in rows].index("para_5")
    return [*rows[:place], PUT_IN, *rows[place:]]


def test_two_language_versions_lie_side_by_side() -> None:
    fates, differing = laid(greek(), english())
    assert all(fate.old == fate.new and fate.is_sure and fate.verdict is Verdict.SAME for fate in fates.values())
    assert len(fates) == len(ROWS)
    assert differing == {}


def test_what_one_language_version_lacks_is_listed() -> None:
    reference = Reference("ST", 7001, 2026)
    short = [row for row in ROWS if row[0] not in ("para_2", "para_3__point_2")]
    fates, _ = laid(greek(reference=reference), english(short, reference))
    gone = {old for old, fate in fates.items() if fate.verdict is Verdict.DELETED}
    assert gone == {"para_2", "para_3__point_2"}
    assert all(fate.is_sure for fate in fates.values())
    assert fates["para_3__point_3"].new == "para_3__point_3"
    fates, _ = laid(english(short, reference), greek(reference=reference))
    assert {old for old, fate in fates.items() if fate.verdict is Verdict.INSERTED} == {"+para_2", "+para_3__point_2"}


def test_what_follows_a_unit_put_in_is_renumbered_and_no_more() -> None:
    fates, differing = laid(greek(), english(with_one_put_in()))
    assert fates["+para_4"].verdict is Verdict.INSERTED
    for old, new in LAST.items():
        assert (fates[old].new, fates[old].verdict, fates[old].is_sure) == (new, Verdict.RENUMBERED, True)
    assert fates["para_3__point_1"].verdict is Verdict.SAME
    assert differing == {}


def test_a_unit_with_an_inserted_letter_moves_no_other() -> None:
    rows = [*ROWS[:7], ("para_3a", *PUT_IN[1:]), *ROWS[7:]]
    fates, _ = laid(greek(), english(rows))
    assert fates["+para_3a"].verdict is Verdict.INSERTED
    assert all(fates[address].new == address and fates[address].is_sure for address, *_ in ROWS)


def test_a_unit_that_went_elsewhere_is_found_by_what_it_names() -> None:
    rows = renumbered(ROWS, {"para_1": "para_6", **{f"para_{n}": f"para_{n - 1}" for n in range(2, 7)}})
    rows.sort(key=lambda row: ("cover", "para", "fn").index(row[0].partition("_")[0]) * 10 + int(row[0][5:6] or 0))
    fates, _ = laid(greek(), english(rows))
    assert (fates["para_1"].new, fates["para_1"].verdict) == ("para_6", Verdict.MOVED)
    assert VerdictBasis.LIKENESS in fates["para_1"].basis
    assert fates["para_3__point_1"].new == "para_2__point_1"


def test_a_number_that_changed_is_told() -> None:
    changed = with_text(english(), "para_6", ROWS[9][1].replace("18 months", "12 months"))
    fates, differing = laid(greek(), changed)
    assert differing == {"para_6": (Differing.NUMBER,)}
    assert fates["para_6"].verdict is Verdict.REWORDED
    assert fates["para_6"].new == "para_6"


def test_a_point_that_is_named_otherwise_is_told() -> None:
    changed = with_text(english(), "para_3__point_3", ROWS[6][1].replace("(b)", "(c)"))
    assert laid(greek(), changed)[1] == {"para_3__point_3": (Differing.NUMBER,)}


def test_a_unit_that_grew_is_told() -> None:
    longer = with_text(english(), "para_5", ROWS[8][1] + " " + ROWS[8][1].replace("small", "large"))
    fates, differing = laid(greek(), longer)
    assert differing == {"para_5": (Differing.LENGTH,)}
    assert fates["para_5"].verdict is Verdict.REWORDED


def test_a_unit_with_more_points_differs_in_structure_and_its_words_do_not() -> None:
    rows = [*ROWS[:7], ("para_3__point_4", "share what they learn with 5 other ports.", "…"), *ROWS[7:]]
    fates, differing = laid(greek(), english(rows))
    assert differing == {"para_3": (Differing.STRUCTURE,)}
    assert fates["para_3"].verdict is Verdict.SAME
    assert fates["+para_3__point_4"].verdict is Verdict.INSERTED


def test_a_footnote_goes_with_the_unit_that_calls_it() -> None:
    rows = [(a.replace("fn_2", "fn_3").replace("fn_1", "fn_2"), one, other) for a, one, other in ROWS]
    new = english([*rows[:-2], ("fn_1", "A note that is new.", ""), *rows[-2:]])
    moved = {"fn_1": Address("fn_2"), "fn_2": Address("fn_3")}
    calling = tuple(replace(u, calls=tuple(replace(c, note=moved[c.note]) for c in u.calls)) for u in new.paragraphs)
    fates, _ = laid(greek(), replace(new, paragraphs=calling))
    assert (fates["fn_1"].new, fates["fn_2"].new) == ("fn_2", "fn_3")
    assert fates["+fn_1"].verdict is Verdict.INSERTED


def test_where_nothing_tells_which_unit_is_gone_none_is_taken_for_another() -> None:
    rows = [(f"para_{n}", "So be it in every port.", "Ας είναι έτσι σε κάθε λιμένα.") for n in range(1, 7)]
    fates, _ = laid(greek(rows), english(rows[:-1]))
    assert not any(fate.is_sure for fate in fates.values() if fate.old in ("para_3", "para_4"))
    assert all(fate.alternatives for fate in fates.values() if not fate.is_sure)


def test_a_unit_put_in_anothers_place_is_not_taken_for_it() -> None:
    rows = [(a, "Done at Piraeus on 4 May 2031, in 24 copies." if a == "para_4" else one, o) for a, one, o in ROWS]
    fates, differing = laid(greek(), english(rows))
    assert fates["para_4"].alternatives == ("para_4",)
    assert VerdictBasis.LOOKALIKES in fates["para_4"].basis
    assert differing == {"para_4": (Differing.NUMBER, Differing.LENGTH)}


def test_texts_that_have_nothing_to_do_with_each_other_are_not_laid_together_with_certainty() -> None:
    rows = [(f"para_{n}", "Milk " * (n * n % 7 + 1) + f"costs {n * 37} crowns.", "") for n in range(1, 7)]
    fates, _ = laid(greek(), english(rows))
    assert not [fate for fate in fates.values() if fate.old and fate.new and fate.is_sure]


def test_what_a_text_marks_as_new_tells_which_unit_was_inserted_and_which_reworded() -> None:
    plain = [(f"para_{n}", "So be it in every port.", "Ας είναι έτσι σε κάθε λιμένα.") for n in range(1, 7)]
    new = english([*plain, ("para_7", *plain[0][1:])])
    put_in, reworded = new.paragraphs[2], new.paragraphs[4]
    units = {
        put_in.address: replace(put_in, spans=(Span(0, len(put_in.marked), Mark.ADDED),)),
        reworded.address: replace(reworded, spans=(Span(15, 20, Mark.ADDED),)),
    }
    marked = replace(new, paragraphs=tuple(units.get(u.address, u) for u in new.paragraphs), mark_up=MarkUp.PRINTED)
    fates, _ = laid(greek(plain), marked)
    assert fates["+para_3"].verdict is Verdict.INSERTED
    assert [fates[f"para_{n}"].new for n in range(1, 7)] == [f"para_{n}" for n in (1, 2, 4, 5, 6, 7)]
    assert all(fate.is_sure for fate in fates.values())
    assert [old for old, fate in fates.items() if fate.verdict is Verdict.REWORDED] == ["para_4"]


def test_every_unit_has_one_fate_and_words_give_both_texts() -> None:
    old, new = greek(), english(with_one_put_in())
    fates, _ = align_translations(old, new, view=View.AFTER)
    assert sorted(fate.old for fate in fates if fate.old) == sorted(unit.address for unit in old.units())
    assert [fate.new for fate in fates if fate.new] == [unit.address for unit in new.units()]
    for fate in fates:
        for address, document, other in ((fate.old, old, WordChange.INSERT), (fate.new, new, WordChange.DELETE)):
            unit = document.find(address) if address else None
            assert "".join(text for what, text in fate.words if what is not other) == (unit.text if unit else "")


def test_revisions_in_another_language_are_laid_beside_the_old_text_and_hardly_a_pair_is_wrong() -> None:
    right, wrong = 0, []
    for seed, plan in product(range(3, 23), ("come_and_go", "light", "heavy", "notes")):
        made = revised(Random(seed), plan, english(), plan, letters=False)
        for old, fate in laid(greek(), made.new)[0].items():
            if fate.is_sure and fate.old:
                news = made.expected[fate.old].news
                is_right = fate.new in news or (fate.new is None and not news)
                right += is_right
                wrong += [] if is_right else [(seed, plan, old, fate.new)]
    assert right >= 0.9 * 80 * len(ROWS)
    assert len(wrong) <= 1  # of 960: a unit in the place of another that was deleted


def test_an_act_is_laid_beside_its_other_language(shared: Path) -> None:
    names = [f"CELEX_32016R0679_{language}_TXT.html" for language in ("EN", "HU")]
    old, new = (read(shared / "corpus" / "eurlex" / name, name) for name in names)
    for reference in (
        new.header.reference,
        None,
    ):  # as two versions of one document, and as if nothing linked them
        fates, differing = align_translations(
            old, replace(new, header=replace(new.header, reference=reference)), view=View.AFTER
        )
        right = sum(fate.is_sure and fate.old == fate.new for fate in fates)
        assert right >= 0.99 * len(old.units())
        assert not [fate for fate in fates if fate.new and fate.old and fate.is_sure and fate.old != fate.new]
        assert len(differing) < 0.02 * len(old.units())


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


def posteriors(odds: list[list[float | None]], chances: GapProbabilities = CHANCES) -> dict[tuple[int, int], float]:
    evidence = lambda i, k: odds[i][k], lambda i, k: 0.0
    return pair_posteriors(len(odds), len(odds[0]) if odds else 0, evidence, chances)


def ways(odds: list[list[float]], chances: GapProbabilities) -> dict[tuple[int, int], float]:
    """The same by exhaustive search."""
    rows, columns = len(odds), len(odds[0])
    steps = {"both": {"both": 1 - 2 * chances.opens, "old": chances.opens, "new": chances.opens}}
    rest = 1 - chances.extends - chances.across
    steps["old"] = {"both": rest, "old": chances.extends, "new": chances.across}
    steps["new"] = {"both": rest, "old": chances.across, "new": chances.extends}
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
    found = posteriors([list(row) for row in odds])
    for pair, likely in ways(odds, CHANCES).items():
        assert isclose(found.get(pair, 0.0), likely, abs_tol=0.0011)


def test_rows_of_one_length_are_laid_one_by_one_where_nothing_speaks_against_it() -> None:
    found = posteriors([[0.0] * 6 for _ in range(6)])
    assert all(found[n, n] > 0.97 for n in range(6))


def test_where_one_was_inserted_and_nothing_tells_which_no_pair_in_the_middle_is_sure() -> None:
    found = posteriors([[0.0] * 7 for _ in range(6)])
    assert all(found.get((n, k), 0.0) < 0.9 for n in range(1, 5) for k in range(7))


def test_what_cannot_be_one_is_no_pair_however_long_the_rows() -> None:
    assert posteriors([[None] * 500 for _ in range(400)]) == {}
    assert posteriors([[None] * 2000]) == {}
    assert posteriors([]) == {}


def test_a_pair_far_from_the_middle_of_long_rows_is_found_where_the_rows_differ_in_length() -> None:
    odds: list[list[float | None]] = [[6.0 if k == i + 900 else -6.0 for k in range(1000)] for i in range(60)]
    found = posteriors(odds)
    assert all(found[i, i + 900] > 0.9 for i in range(60))


def test_a_step_that_speaks_against_a_pair_makes_it_less_likely() -> None:
    against = lambda i, k: 0.0, lambda i, k: log(0.01) if i != 1 else 0.0
    assert pair_posteriors(4, 4, against, CHANCES)[2, 2] < posteriors([[0.0] * 4 for _ in range(4)])[2, 2]
