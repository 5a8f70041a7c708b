"""Tables, footnotes, headings, parts and moves; and what holds for any two texts."""

from hypothesis import given
from hypothesis import strategies as st

from delegate_desk.core.documents.document import Mark, Paragraph, Span, View
from delegate_desk.core.progress import finish
from delegate_desk.core.revisions.alignment.align import align
from delegate_desk.core.revisions.alignment.candidates import best_chain
from delegate_desk.core.revisions.comparison import Verdict
from delegate_desk.core.word_diff import WordChange
from support.short_alignments import COPY, DUES, HOURS, NOISE, POWER, became, fates, placed, told, units

HEAD = {"tbl_1__row_1__cell_1": "Port", "tbl_1__row_1__cell_2": "Hours"}


def rows(*texts: tuple[str, ...]) -> list[Paragraph]:
    return placed(
        **{f"tbl_1__row_{n}__cell_{k}": text for n, row in enumerate(texts, 1) for k, text in enumerate(row, 1)}
    )


def test_a_row_that_came_makes_the_rows_below_renumbered_only() -> None:
    old = rows(("Port", "Hours"), ("Brest", "22 to 6"), ("Cork", "23 to 5"))
    new = rows(("Port", "Hours"), ("Brest", "22 to 6"), ("Varna", "21 to 7"), ("Cork", "23 to 5"))
    verdicts = {fate.old: fate.verdict.value for fate in fates(old, new) if fate.old}
    assert list(verdicts.values()) == ["same"] * 4 + ["renumbered"] * 2


def test_a_changed_cell_is_reworded_and_its_row_is_not() -> None:
    old = rows(("Port", "Hours"), ("Brest", "22 to 6"), ("Cork", "23 to 5"))
    new = rows(("Port", "Hours"), ("Brest", "22 to 7"), ("Cork", "23 to 5"))
    changed = [(fate.old, fate.verdict) for fate in fates(old, new) if fate.verdict is not Verdict.SAME]
    assert changed == [("tbl_1__row_2__cell_2", Verdict.REWORDED)]


def test_a_column_that_went_is_gone_and_the_others_are_not() -> None:
    old = rows(("Port", "Hours", "Remarks"), ("Brest", "22 to 6", "by night"), ("Cork", "23 to 5", "in winter"))
    new = rows(("Port", "Remarks"), ("Brest", "by night"), ("Cork", "in winter"))
    assert became(old, new)["tbl_1__row_3__cell_3"] == "tbl_1__row_3__cell_2"
    assert became(old, new)["tbl_1__row_3__cell_2"] is None


def test_a_footnote_is_never_taken_for_a_paragraph() -> None:
    assert told(placed(para_1=NOISE, fn_1=HOURS), placed(para_1=NOISE, para_2=HOURS)) == [
        ("para_1", "para_1", "same"),
        ("fn_1", None, "deleted"),
        (None, "para_2", "inserted"),
    ]


def test_headings_without_text_are_known_by_what_stands_under_them() -> None:
    old = placed(art_1="", art_1__para_1=NOISE, art_2="", art_2__para_1=HOURS, art_3="", art_3__para_1=POWER)
    new = placed(art_1="", art_1__para_1=NOISE, art_2="", art_2__para_1=POWER)
    assert became(old, new) == {
        "art_1": "art_1",
        "art_1__para_1": "art_1__para_1",
        "art_2": None,
        "art_2__para_1": None,
        "art_3": "art_2",
        "art_3__para_1": "art_2__para_1",
    }


def test_children_of_what_was_renumbered_are_renumbered() -> None:
    old = placed(para_1=NOISE, para_1__point_1=HOURS, para_1__point_2=POWER)
    new = placed(para_1=DUES, para_2=NOISE, para_2__point_1=HOURS, para_2__point_2=POWER)
    assert [verdict for before, _, verdict in told(old, new) if before] == ["renumbered"] * 3


def test_a_list_turned_round_is_moved_and_not_shared_out() -> None:
    verdicts = {verdict for _, _, verdict in told(units(NOISE, HOURS, POWER, DUES), units(DUES, POWER, HOURS, NOISE))}
    assert verdicts <= {"moved", "renumbered", "same"}
    assert became(units(NOISE, HOURS, POWER, DUES), units(DUES, POWER, HOURS, NOISE))["para_1"] == "para_4"


def test_parts_may_be_edited_too() -> None:
    whole = f"{NOISE} {POWER}"
    new = units(NOISE.replace("disturbs", "troubles"), POWER.replace("offered", "given"), HOURS)
    assert [fate.verdict.value for fate in fates(units(whole, HOURS), new)] == ["split", "split", "renumbered"]


def test_of_a_split_unit_all_but_the_part_at_hand_is_deleted() -> None:
    first = fates(units(f"{NOISE} {POWER}", HOURS), units(NOISE, POWER, HOURS))[0]
    assert not [text for change, text in first.words if change is WordChange.INSERT]
    assert "".join(text for change, text in first.words if change is not WordChange.DELETE) == NOISE


def test_a_text_is_compared_in_the_reading_that_was_asked_for() -> None:
    marked = Paragraph(units("")[0].address, units("")[0].kind, "1.", f"{NOISE} {COPY}", spans=(
        Span(0, len(NOISE) + 1, Mark.REMOVED), Span(len(NOISE) + 1, len(NOISE) + 1 + len(COPY), Mark.ADDED)
    ))  # fmt: skip
    for view, text in ((View.BEFORE, NOISE), (View.AFTER, COPY)):
        assert [fate.verdict for fate in finish(align(units(text), [marked], view=view))] == [Verdict.SAME]


TEXTS = st.lists(st.sampled_from((NOISE, HOURS, POWER, DUES, COPY, "", "Ports", f"{NOISE} {HOURS}")), max_size=9)


@given(TEXTS, TEXTS)
def test_every_unit_has_a_fate_and_the_words_are_both_texts(one: list[str], other: list[str]) -> None:
    old, new = units(*one), units(*other)
    found = fates(old, new)
    before, after = ({unit.address: unit.text for unit in some} for some in (old, new))
    assert {fate.old for fate in found} - {None} == before.keys()
    assert [fate.new for fate in found if fate.new and fate.verdict is not Verdict.MERGED] == [
        address for address in after if all(f.new != address or f.verdict is not Verdict.MERGED for f in found)
    ]
    for fate in found:
        was = "".join(text for change, text in fate.words if change is not WordChange.INSERT)
        now = "".join(text for change, text in fate.words if change is not WordChange.DELETE)
        assert was == (before[fate.old] if fate.old else "")
        assert now == (after[fate.new] if fate.new else "")
    assert found == fates(old, new)


@given(TEXTS)
def test_any_text_is_the_same_as_itself(one: list[str]) -> None:
    assert all(
        fate.verdict is Verdict.SAME and fate.old == fate.new and fate.is_sure
        for fate in fates(units(*one), units(*one))
    )


@given(st.dictionaries(st.tuples(st.integers(0, 5), st.integers(0, 5)), st.integers(1, 9).map(float), max_size=9))
def test_the_best_run_is_the_best_of_all(worths: dict[tuple[int, int], float]) -> None:
    def best(pairs: list[tuple[int, int]]) -> float:
        ahead = [worths[i, k] + best([p for p in pairs if p[0] > i and p[1] > k]) for i, k in pairs]
        return max(ahead, default=0.0)

    chain = best_chain(worths)
    assert chain.score == best(sorted(worths)) == sum(worths[pair] for pair in chain.pairs)
    assert all(a[0] < b[0] and a[1] < b[1] for a, b in zip(chain.pairs, chain.pairs[1:], strict=False))
    for pair, through in chain.best_through.items():
        others = [p for p in worths if (p[0] < pair[0] and p[1] < pair[1]) or (p[0] > pair[0] and p[1] > pair[1])]
        assert through == worths[pair] + best(sorted(others))
