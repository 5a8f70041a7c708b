"""Every worked example, by its number, and properties of any vote."""

import json
from collections.abc import Collection, Mapping
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from delegate_desk import paths
from delegate_desk.core.delegations import PROTOCOL_ORDER
from delegate_desk.core.errors import UncountableVoteError, UnknownDelegationError, VoteFault
from delegate_desk.core.meetings import voting
from delegate_desk.core.meetings.voting import (
    Figures,
    VoteOutcome,
    Votes,
    VotingRule,
    format_figure,
    in_order,
    parse_figure,
    smallest_sets,
    votes_from_stances,
)
from delegate_desk.core.positions.position import Stance

TABLE = paths.load_table("voting")["years"]
CASES = json.loads((Path(__file__).parents[2] / "data" / "votes.json").read_text(encoding="utf-8"))
EXAMPLES: dict[str, dict[str, Any]] = {case["id"]: case for case in CASES["examples"]}
RULES = {"qmv": VotingRule.QMV, "qmv_reinforced": VotingRule.REINFORCED, "simple": VotingRule.SIMPLE}


def figures(year: int | None) -> Figures:
    """The figures of a year; unknown ones of 2024 are filled in so that the known sum stays the same."""
    members = TABLE[str(year or 2025)]["members"]
    if year == 2017:
        return Figures(2017, {code: one["population"] for code, one in members.items()}, True, "")
    if year == 2024:
        unseen, total = CASES["unseen_2024"], CASES["unseen_2024_sum"]
        known = {code: one["population"] for code, one in members.items() if code not in unseen}
        shares = {code: total // len(unseen) for code in unseen}
        shares[unseen[0]] += total % len(unseen)
        return Figures(2024, known | shares, True, "")
    return Figures(2025, {c: int(one["percentage"].replace(".", "")) for c, one in members.items()}, False, "")


def count_votes(
    rule: VotingRule,
    table: Figures,
    for_: Collection[str],
    against: Collection[str] = (),
    abstain: Collection[str] = (),
    participating: Collection[str] | None = None,
    declared: Collection[str] = (),
) -> VoteOutcome:
    votes = Votes(frozenset(for_), frozenset(against), frozenset(abstain), frozenset(declared))
    return voting.count_votes(rule, table, votes, participating)


def counted(case: Mapping[str, Any], table: Figures) -> VoteOutcome:
    against, abstaining = case.get("against", ()), case.get("abstaining", ())
    declared = case.get("abstaining_with_declaration", ())
    named = {*against, *abstaining, *declared}
    in_favour = case.get("in_favour", [code for code in table.populations if code not in named])
    if "in_favour_count" in case:
        in_favour = PROTOCOL_ORDER[: case["in_favour_count"]]
    return count_votes(
        RULES.get(case["rule"], VotingRule.UNANIMITY),
        table,
        in_favour,
        against,
        [*abstaining, *declared],
        case.get("participating"),
        declared,
    )


def test_all_of_the_worked_examples_are_here() -> None:
    assert len(EXAMPLES) == 23


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_worked_example_comes_out(name: str) -> None:
    case, expected = EXAMPLES[name], EXAMPLES[name]["expected"]
    table = figures(case["figures_year"])
    result = counted(case, table)
    assert result.adopted is expected["adopted"]
    assert not result.decided_by_rounding
    known = {
        "members_in_favour": result.members_for,
        "members_counted": len(result.participating),
        "members_needed": result.members_needed,
        "members_criterion_met": result.members_for >= result.members_needed,
        "members_not_in_favour": len(result.blocking_members),
        "members_share": f"{len(case.get('abstaining_with_declaration', ()))}/{len(result.participating)}",
    }
    assert {key: known[key] for key in expected if key in known} == {
        key: expected[key] for key in expected if key in known
    }
    if not table.exact or "population_in_favour" not in expected:
        return
    everybody = set(result.participating)
    favour = sum(table.populations[code] for code in everybody - set(result.blocking_members))
    total = sum(table.populations[code] for code in everybody)
    assert (favour, total) == (expected["population_in_favour"], expected["population_counted"])
    assert total - favour == expected["population_not_in_favour"]
    assert -(-65 * total // 100) == expected["population_needed_65"]
    assert abs(result.population_for_percent - float(expected["population_share_percent"])) <= 0.05
    met = favour * 100 >= 65 * total
    assert met is expected["population_criterion_met"]
    if "deemed_attained_for_lack_of_blocking_members" in expected:
        enough = len(result.blocking_members) >= expected["blocking_minority_min_members"]
        assert (not enough and not met) is expected["deemed_attained_for_lack_of_blocking_members"]
        assert result.blocking_minority is (enough and not met)


@pytest.mark.parametrize("name", ["E17", "E18"])
def test_the_population_of_those_that_declare_their_abstention(name: str) -> None:
    table, case = figures(2024), EXAMPLES[name]
    declaring = sum(table.populations[code] for code in case["abstaining_with_declaration"])
    assert declaring == case["expected"]["population_of_declaring_members"]
    assert f"{sum(table.populations.values()) / 3:.2f}" == case["expected"]["population_one_third"]


@pytest.mark.parametrize("name", ["E19", "E20"])
@pytest.mark.parametrize("end", ["at_least", "at_most"])
def test_rounded_figures_give_the_same_at_both_ends(name: str, end: str) -> None:
    case, members = EXAMPLES[name], TABLE["2025"]["members"]
    against = sum(members[code]["population"] or members[code][end] for code in case["against"])
    wanted = "population_against_min" if end == "at_least" else "population_against_max"
    assert against == case["expected"][wanted]
    total = TABLE["2025"]["total"]
    assert f"{total * 35 / 100:.2f}" == case["expected"]["population_limit_35"]
    assert (against * 100 > 35 * total) is counted(case, figures(2025)).blocking_minority


def test_e10_needs_three_members_and_one_more_to_block() -> None:
    case = EXAMPLES["E10"]
    one_more = {**case, "in_favour": [c for c in case["in_favour"] if c != "MT"], "against": [*case["against"], "MT"]}
    assert (counted(case, figures(2024)).adopted, counted(one_more, figures(2024)).adopted) == (True, False)


def test_who_has_not_voted_is_not_in_favour_and_unanimity_waits() -> None:
    table = figures(2025)
    some = count_votes(VotingRule.QMV, table, PROTOCOL_ORDER[:14])
    assert (some.adopted, some.members_for, some.not_heard) == (False, 14, PROTOCOL_ORDER[14:])
    assert not count_votes(VotingRule.UNANIMITY, table, PROTOCOL_ORDER[:26]).adopted
    assert count_votes(VotingRule.UNANIMITY, table, PROTOCOL_ORDER[:26], abstain=PROTOCOL_ORDER[26:]).adopted
    assert not count_votes(VotingRule.UNANIMITY, table, (), abstain=PROTOCOL_ORDER).adopted


def test_who_would_make_a_minority_block_is_told() -> None:
    table = figures(2025)
    against = ("DE", "IT", "HU")  # 33.85 %
    result = count_votes(VotingRule.QMV, table, [c for c in PROTOCOL_ORDER if c not in against], against)
    assert (result.adopted, result.opposed_block, result.completing) == (True, False, 1)
    assert ("NL",) in result.completions
    assert ("MT",) not in result.completions
    two = count_votes(
        VotingRule.QMV, table, [c for c in PROTOCOL_ORDER if c not in ("FR", "PL", "HU")], ("FR", "PL", "HU")
    )
    assert two.completing == 1
    assert two.completions[0] == ("DE",)
    needs = count_votes(VotingRule.QMV, table, PROTOCOL_ORDER[2:], ("BE", "BG"))
    assert needs.completing == 2
    assert needs.completing_always == ("DE",)
    assert all("DE" in one for one in needs.completions)


def test_those_not_heard_can_complete_a_minority_and_are_no_part_of_it_yet() -> None:
    result = count_votes(VotingRule.QMV, figures(2025), PROTOCOL_ORDER[5:20], ("DE",))
    assert result.blocking_minority
    assert not result.opposed_block
    assert result.completing == 3
    assert set(result.completions[0]) <= {*PROTOCOL_ORDER} - {"DE"}


def test_a_percentage_that_is_not_enough_never_looks_so() -> None:
    table = Figures(2025, {"DE": 6499, "FR": 3501}, False, "")
    result = count_votes(VotingRule.REINFORCED, table, ["DE"], participating=["DE", "FR"])
    assert (result.population_for_percent, result.decided_by_rounding) == (64.9, False)


def test_rounding_is_told_where_it_decides() -> None:
    table = Figures(2025, {"DE": 6500, "FR": 3500}, False, "")
    assert count_votes(VotingRule.REINFORCED, table, ["DE", "FR"]).decided_by_rounding is False
    close = Figures(2025, {"BE": 2200, "BG": 2150, "CZ": 2150, "DK": 3500}, False, "")
    assert count_votes(VotingRule.REINFORCED, close, ["BE", "BG", "CZ"]).decided_by_rounding is True
    assert (
        count_votes(VotingRule.QMV, close, ["BE", "BG", "CZ"]).decided_by_rounding is False
    )  # 15 are needed, whatever their population


@pytest.mark.parametrize(
    ("votes", "fault", "codes"),
    [
        ({"for_": ["DE", "FR"], "against": ["DE"]}, VoteFault.TWICE, ("DE",)),
        ({"for_": ["DK"], "participating": ["DE", "FR"]}, VoteFault.NOT_TAKING_PART, ("DK",)),
        ({"for_": ["DE"], "declared": ["DE"]}, VoteFault.DECLARED_NO_ABSTENTION, ("DE",)),
        ({"for_": [], "participating": []}, VoteFault.NOBODY, ()),
    ],
)
def test_a_vote_that_contradicts_itself_is_refused(
    votes: dict[str, list[str]], fault: VoteFault, codes: tuple[str, ...]
) -> None:
    with pytest.raises(UncountableVoteError) as refused:
        count_votes(VotingRule.QMV, figures(2025), **votes)
    assert (refused.value.fault, refused.value.codes) == (fault, codes)


def test_a_member_of_other_years_does_not_vote() -> None:
    with pytest.raises(UnknownDelegationError):
        count_votes(VotingRule.QMV, figures(2025), ["UK"])
    assert count_votes(VotingRule.QMV, figures(2017), ["UK"]).members_for == 1


def test_what_was_said_is_taken_for_votes_only_where_it_settles_them() -> None:
    said = dict(zip(PROTOCOL_ORDER, Stance, strict=False)) | {"COM": Stance.SUPPORT}
    votes = votes_from_stances(said)
    heard = {said[code] for code in votes.in_favour}, {said[code] for code in votes.against}
    assert heard == ({Stance.SUPPORT, Stance.CAN_ACCEPT}, {Stance.OPPOSE, Stance.RED_LINE, Stance.RESERVATION})
    assert votes.abstaining == frozenset()
    assert "COM" not in votes.in_favour
    assert votes_from_stances({}) == Votes()


UNIONS = st.dictionaries(st.sampled_from(PROTOCOL_ORDER), st.integers(1000, 10**6), min_size=2, max_size=7)


@given(UNIONS, st.data())
def test_rounded_figures_agree_with_the_exact_ones_or_say_that_they_may_not(
    populations: dict[str, int], data: st.DataObject
) -> None:
    total = sum(populations.values())
    rounded = {code: (20_000 * one + total) // (2 * total) for code, one in populations.items()}
    part = data.draw(st.lists(st.sampled_from(sorted(populations)), unique=True))
    members = data.draw(st.none() | st.lists(st.sampled_from(sorted(populations)), unique=True, min_size=1))
    favour = [code for code in part if members is None or code in members]
    rule = data.draw(st.sampled_from([VotingRule.QMV, VotingRule.REINFORCED]))
    exact = count_votes(rule, Figures(2025, populations, True, ""), favour, participating=members)
    near = count_votes(rule, Figures(2025, rounded, False, ""), favour, participating=members)
    assert not exact.decided_by_rounding
    assert near.decided_by_rounding or near.adopted == exact.adopted


@given(UNIONS, st.data())
def test_the_smallest_completions_are_those_of_brute_force(populations: dict[str, int], data: st.DataObject) -> None:
    above = data.draw(st.integers(-1, sum(populations.values()) + 1))
    least = data.draw(st.integers(0, 5))
    sizes = range(max(1, least), len(populations) + 1)
    sets = [
        {*one} for n in sizes for one in combinations(populations, n) if sum(map(populations.__getitem__, one)) > above
    ]
    smallest_size = min(map(len, sets), default=0)
    wanted = [one for one in sets if len(one) == smallest_size]
    found = smallest_sets(populations, least, above, few=1000)
    assert found.size == smallest_size
    assert sorted(map(sorted, found.sets)) == sorted(map(sorted, wanted))
    assert found.always == (frozenset.intersection(*map(frozenset, wanted)) if wanted else frozenset())


@given(UNIONS, st.data())
def test_with_a_completion_the_minority_blocks_and_with_less_it_does_not(
    populations: dict[str, int], data: st.DataObject
) -> None:
    table = Figures(2025, populations, True, "")
    against = data.draw(st.lists(st.sampled_from(sorted(populations)), unique=True))
    rest = [code for code in populations if code not in against]
    result = count_votes(VotingRule.REINFORCED, table, rest, against)
    for one in result.completions:
        joined = {*against, *one}
        assert count_votes(VotingRule.REINFORCED, table, set(populations) - joined, joined).opposed_block
        for code in one:
            fewer = joined - {code}
            assert not count_votes(VotingRule.REINFORCED, table, set(populations) - fewer, fewer).opposed_block
    assert all(one == in_order(one) for one in result.completions)


def test_a_union_of_equals_is_quick_though_its_sets_are_millions() -> None:
    equals = Figures(2025, dict.fromkeys(PROTOCOL_ORDER, 100), True, "")
    result = count_votes(VotingRule.QMV, equals, PROTOCOL_ORDER)
    assert (result.completing, len(result.completions), result.completing_always) == (10, 12, ())


@given(st.integers(0, 10_000), st.booleans())
def test_a_figure_that_was_written_is_understood(figure: int, exact: bool) -> None:
    assert parse_figure(format_figure(figure, exact=exact), exact=exact) == figure


@pytest.mark.parametrize(
    ("typed", "exact", "figure"),
    [
        ("83 399 432", True, 83399432),
        ("83,399,432", True, 83399432),
        (" 83.399.432 ", True, 83399432),
        ("83\u202f399\u202f432", True, 83399432),
        ("18,49 %", False, 1849),
        ("18.5", False, 1850),
        ("4", False, 400),
        ("18.494", False, None),
        ("18.49", True, None),
        ("about 5", True, None),
        ("", False, None),
        ("-3", False, None),
    ],
)
def test_figures_are_read_as_people_type_them(typed: str, exact: bool, figure: int | None) -> None:
    assert parse_figure(typed, exact=exact) == figure
