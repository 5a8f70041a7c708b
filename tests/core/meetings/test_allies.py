"""Agreement of delegations: exact counts, no figure where too little is known, groups."""

import random
from itertools import combinations

from delegate_desk.core.delegations import PROTOCOL_ORDER
from delegate_desk.core.meetings.allies import agreement_table, place_allies, side_of, wording_sides
from delegate_desk.core.meetings.voting import Figures
from delegate_desk.core.positions.position import Stance

FIGURES = Figures(2026, {code: 1_000_000 + 250_000 * n for n, code in enumerate(PROTOCOL_ORDER)}, True, "made up")


def sides(rows: dict[str, str]) -> dict[str, dict[str, str]]:
    """By delegation one letter per paragraph: ``+`` for, ``-`` against, a space for no side."""
    names = {"+": "for", "-": "against"}
    places: dict[str, dict[str, str]] = {}
    for code, row in rows.items():
        for n, sign in enumerate(row):
            if sign in names:
                places.setdefault(str(n), {})[code] = names[sign]
    return places


def ranks(values: list[float]) -> list[float]:
    order = sorted(values)
    return [(order.index(value) + len(order) - 1 - order[::-1].index(value)) / 2 for value in values]


def correlation(first: list[float], second: list[float]) -> float:
    """Spearman's rank correlation, ties with their mean rank."""
    a, b = ranks(first), ranks(second)
    mean_a, mean_b = sum(a) / len(a), sum(b) / len(b)
    both = sum((x - mean_a) * (y - mean_b) for x, y in zip(a, b, strict=True))
    spread = sum((x - mean_a) ** 2 for x in a) * sum((y - mean_b) ** 2 for y in b)
    return float(both / spread**0.5)


def test_only_those_in_favour_and_against_take_a_side() -> None:
    taken = {stance: side_of(stance) for stance in Stance}
    assert {s for s, side in taken.items() if side == "for"} == {Stance.SUPPORT, Stance.CAN_ACCEPT, Stance.SUPPORT_IF}
    assert {s for s, side in taken.items() if side == "against"} == {Stance.OPPOSE, Stance.RED_LINE, Stance.RESERVATION}


def test_agreement_is_counted_on_common_paragraphs_and_silent_below_three() -> None:
    table = agreement_table([sides({"DE": "++++", "FR": "+--+", "NL": "--", "AT": "  + "})], {})
    found = {(pair.a, pair.b): (pair.shared, pair.share) for pair in table.pairs}
    assert found == {
        ("DE", "FR"): (4, 0.5),
        ("DE", "NL"): (2, None),
        ("FR", "NL"): (2, None),
        ("DE", "AT"): (1, None),
        ("FR", "AT"): (1, None),
    }


def test_who_agrees_most_with_us_comes_first_and_we_are_not_among_them() -> None:
    spoken = sides({"EL": "+++", "DE": "++-", "FR": "+++", "NL": "-  "})
    table = agreement_table([spoken], {"0": "for", "1": "for", "2": "for"}, own="EL")
    assert [(pair.b, pair.share) for pair in table.with_us] == [("FR", 1.0), ("DE", 2 / 3), ("NL", None)]


def test_written_wordings_agree_if_they_are_nearly_the_same() -> None:
    written = wording_sides(
        {"DE": "The keeper shall report.", "FR": "The keeper shall report", "NL": "No report is due.", "AT": ""}
    )
    assert written["DE"] == written["FR"] != written["NL"]
    assert written["AT"] not in {written["DE"], written["NL"]}
    table = agreement_table([{}, {str(n): written for n in range(3)}], {})
    shares = {(pair.a, pair.b): pair.share for pair in table.pairs}
    assert (shares["DE", "FR"], shares["DE", "NL"]) == (1.0, 0.0)


def test_a_paragraph_counts_once_though_two_spoke_and_wrote_on_it() -> None:
    table = agreement_table([{"0": {"DE": "for", "FR": "for"}}, {"0": {"DE": "0", "FR": "1"}}], {})
    assert [(pair.shared, pair.together) for pair in table.pairs] == [(1, 1)]


def test_groups_are_those_who_agree_and_stand_next_to_each_other() -> None:
    table = agreement_table([sides({"DE": "++++", "EL": "----", "FR": "+++-", "IT": "---+", "NL": "++++"})], {})
    assert {frozenset(group) for group in table.groups} == {frozenset({"DE", "FR", "NL"}), frozenset({"EL", "IT"})}
    assert len(table.order) == 5
    assert {frozenset(table.order[:2]), frozenset(table.order[-2:])} & {frozenset({"EL", "IT"})}


def test_planted_blocs_are_found_in_the_order_of_their_nearness() -> None:
    chance = random.Random(2026)
    places = {code: n // 7 + chance.random() for n, code in enumerate(PROTOCOL_ORDER)}
    spoken: dict[str, dict[str, str]] = {}
    for n in range(400):
        cut = chance.random() * 5
        spoken[str(n)] = {
            code: "for" if (place + chance.gauss(0, 0.25) < cut) else "against"
            for code, place in places.items()
            if chance.random() < 0.5
        }
    table = agreement_table([spoken], {})
    planted, measured = [], []
    for a, b in combinations(PROTOCOL_ORDER, 2):
        pair = table.between(a, b)
        assert pair is not None
        assert pair.share is not None
        planted.append(-abs(places[a] - places[b]))
        measured.append(pair.share)
    assert correlation(planted, measured) >= 0.9
    where = [places[code] for code in table.order]
    assert abs(correlation(where, [float(n) for n in range(len(where))])) >= 0.9


def test_on_a_paragraph_those_who_could_join_and_what_is_lacking_are_told() -> None:
    spoken = sides({"DE": "++++", "FR": "++++", "AT": "+++ ", "NL": "--- ", "IT": "---+"})
    table = agreement_table([spoken], {"3": "for"}, own="EL")
    found = place_allies(spoken["3"], "for", "EL", table, FIGURES)
    assert (found.with_us, found.against_us) == (("DE", "FR", "IT"), ())
    assert [(pair.b, pair.shared, pair.together) for pair in found.could_join] == [("AT", 9, 6)]
    assert (found.is_blocking, found.is_majority) == (False, False)
    assert {len(some) for some in found.blocking} == {len(found.blocking[0])}
    assert len(found.majority[0]) >= 11
    without_italy = place_allies({"DE": "for", "FR": "for"}, "for", "EL", table, FIGURES)
    assert [pair.b for pair in without_italy.could_join] == ["AT"]
