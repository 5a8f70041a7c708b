"""Agreement between delegations: their sides on each paragraph, how often two agree, and groups.

Always internal. Below ``FEWEST`` common paragraphs no agreement is stated.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import combinations

from delegate_desk.core.delegations import protocol_rank
from delegate_desk.core.meetings.voting import Figures, Votes, VotingRule, count_votes, smallest_sets
from delegate_desk.core.positions.position import Stance
from delegate_desk.core.values import dataclass

FEWEST = 3
"""Minimum number of common paragraphs for stating an agreement."""
_IN_FAVOUR = frozenset({Stance.SUPPORT, Stance.CAN_ACCEPT, Stance.SUPPORT_IF})
_AGAINST = frozenset({Stance.OPPOSE, Stance.RED_LINE, Stance.RESERVATION})
_UNKNOWN = 0.5
"""Assumed agreement of two delegations with too few common paragraphs."""
_TOGETHER = 0.65
"""Minimum agreement for a group, and for a delegation that could join others."""
_SAME_WORDING = 90
_FOR, _TO = "for", "against"

Sides = Mapping[str, Mapping[str, str]]
"""The side of each delegation by paragraph: ``for``, ``against``, or a number for a proposed wording."""


def side_of(stance: Stance | None) -> str | None:
    """Return the side of a stance; None if it takes none."""
    return _FOR if stance in _IN_FAVOUR else _TO if stance in _AGAINST else None


def wording_sides(proposals: Mapping[str, str]) -> dict[str, str]:
    """Return the sides of delegations by their written proposals: nearly identical wordings are one side."""
    found: list[str] = []
    sides = {}
    for code, wording in proposals.items():
        same = next((n for n, other in enumerate(found) if _is_same(wording, other)), len(found))
        if same == len(found):
            found.append(wording)
        sides[code] = str(same)
    return sides


def _is_same(wording: str, other: str) -> bool:
    if not (wording and other):
        return wording == other
    from rapidfuzz import fuzz  # not before there are written comments

    return fuzz.ratio(wording, other) >= _SAME_WORDING


@dataclass(frozen=True, slots=True)
class Agreement:
    """Agreement of two delegations: paragraphs on which both took a side, and those with the same side."""

    a: str
    b: str
    shared: int
    together: int

    @property
    def share(self) -> float | None:
        """Return the share of the common paragraphs, from 0 to 1; None below ``FEWEST``."""
        return self.together / self.shared if self.shared >= FEWEST else None


@dataclass(frozen=True, slots=True)
class AgreementTable:
    """Agreement of all delegations that took a side.

    Attributes:
        delegations: In protocol order.
        pairs: Those with a common paragraph, in protocol order.
        with_us: Agreement of each with us, the highest first; empty if we took no side.
        order: The delegations with enough data, similar ones next to each other.
        groups: Parts of ``order`` that agree, of at least two delegations each.
    """

    delegations: tuple[str, ...]
    pairs: tuple[Agreement, ...]
    with_us: tuple[Agreement, ...]
    order: tuple[str, ...]
    groups: tuple[tuple[str, ...], ...]

    def between(self, a: str, b: str) -> Agreement | None:
        first, second = sorted((a, b), key=protocol_rank)
        return next((pair for pair in self.pairs if (pair.a, pair.b) == (first, second)), None)


@dataclass(frozen=True, slots=True)
class MeetingAgreement:
    """Agreement of delegations with us in one meeting of a body, as printed."""

    day: date | None
    body: str
    with_us: tuple[Agreement, ...]


def agreement_table(sides: Iterable[Sides], ours: Mapping[str, str], own: str | None = None) -> AgreementTable:
    """Return the agreement of delegations.

    Args:
        sides: Oral sides, then written ones: their paragraphs are not compared with each other, and a paragraph on
            which two delegations took a side in the first is not counted again in the second.
        ours: Our side by paragraph, in the oral part.
        own: Our delegation, which is not compared with itself.
    """
    parts = list(sides)
    codes = {code for part in parts for by_code in part.values() for code in by_code}
    delegations = tuple(sorted(codes, key=protocol_rank))
    pairs = [_agreement(a, b, parts) for a, b in combinations(delegations, 2)]
    oral: Sides = parts[0] if parts else {}
    us = {place: {"": side} for place, side in ours.items()}
    with_us = [
        _agreement("", code, [{place: {**us[place], **oral.get(place, {})} for place in us}])
        for code in delegations
        if code != own
    ]
    shared_pairs = [pair for pair in pairs if pair.shared]
    order, groups = _cluster(shared_pairs)
    nearest = sorted((pair for pair in with_us if pair.shared), key=_most_first)
    return AgreementTable(delegations, tuple(shared_pairs), tuple(nearest), order, groups)


def _most_first(pair: Agreement) -> tuple[bool, float, int, tuple[int, str]]:
    return (pair.share is None, -(pair.share or 0), -pair.shared, protocol_rank(pair.b))


def _agreement(a: str, b: str, parts: Sequence[Sides]) -> Agreement:
    places: set[str] = set()
    shared = together = 0
    for sides in parts:
        for place, by_code in sides.items():
            if a in by_code and b in by_code and place not in places:
                places.add(place)
                shared += 1
                together += by_code[a] == by_code[b]
    return Agreement(a, b, shared, together)


def _cluster(pairs: Sequence[Agreement]) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Return a hierarchical clustering by average linkage: the leaves in order, and the groups at ``_TOGETHER``."""
    share = {frozenset((pair.a, pair.b)): pair.share for pair in pairs if pair.share is not None}
    codes = sorted({code for pair in share for code in pair}, key=protocol_rank)

    def linkage(first: Sequence[str], second: Sequence[str]) -> float:
        values = [share.get(frozenset((a, b)), _UNKNOWN) or 0.0 for a in first for b in second]
        return sum(values) / len(values)

    clusters: list[tuple[str, ...]] = [(code,) for code in codes]
    groups: tuple[tuple[str, ...], ...] | None = None
    while len(clusters) > 1:
        best, i, j = max((linkage(clusters[i], clusters[j]), -i, -j) for i, j in combinations(range(len(clusters)), 2))
        if groups is None and best < _TOGETHER:
            groups = tuple(cluster for cluster in clusters if len(cluster) > 1)
        first, second = clusters[-i], clusters[-j]
        turned = [(f, s) for f in (first, first[::-1]) for s in (second, second[::-1])]
        joined = max(turned, key=lambda ends: linkage(ends[0][-1:], ends[1][:1]))
        clusters = [cluster for n, cluster in enumerate(clusters) if n not in (-i, -j)]
        clusters.insert(-i, joined[0] + joined[1])
    order = clusters[0] if clusters else ()
    if groups is None:
        groups = (order,) if len(order) > 1 else ()
    place = {code: n for n, code in enumerate(order)}
    ordered = (tuple(sorted(group, key=place.__getitem__)) for group in groups)
    return order, tuple(sorted(ordered, key=lambda group: place[group[0]]))


@dataclass(frozen=True, slots=True)
class PlaceAllies:
    """Delegations on one paragraph, relative to our side.

    Attributes:
        with_us: On our side there, in protocol order.
        could_join: Took no side there, and otherwise agree with those on our side; the highest agreement first.
        blocking: The smallest additions that give our side a blocking minority; empty if it has one, or cannot.
        majority: The smallest additions that give our side a qualified majority.
    """

    with_us: tuple[str, ...]
    against_us: tuple[str, ...]
    could_join: tuple[Agreement, ...]
    blocking: tuple[tuple[str, ...], ...]
    majority: tuple[tuple[str, ...], ...]
    is_blocking: bool
    is_majority: bool


def place_allies(
    stances: Mapping[str, str], our_side: str, own: str | None, table: AgreementTable, figures: Figures
) -> PlaceAllies:
    """Return the delegations with us on a paragraph, those that could join, and what our side lacks."""
    others = {code: side for code, side in stances.items() if code != own}
    with_us = [code for code in others if others[code] == our_side]
    against = [code for code in others if others[code] != our_side]
    side = [code for code in ({own} if own else set()) | {*with_us} if code in figures.populations]
    joining = []
    for code in table.delegations:
        if code in stances or code == own:
            continue
        found = [pair for ally in with_us if (pair := table.between(code, ally)) and pair.share is not None]
        found += [pair for pair in table.with_us if pair.b == code and pair.share is not None]
        shared, together = sum(pair.shared for pair in found), sum(pair.together for pair in found)
        if shared and together / shared >= _TOGETHER:
            joining.append(Agreement("", code, shared, together))
    block_vote = count_votes(VotingRule.QMV, figures, Votes(frozenset(figures.populations) - {*side}, frozenset(side)))
    outcome = count_votes(VotingRule.QMV, figures, Votes(frozenset(side)))
    majority: tuple[tuple[str, ...], ...] = ()
    if not outcome.adopted:  # the smallest sets (Article 16(4) TEU), the largest members first
        rest = {code: population for code, population in figures.populations.items() if code not in side}
        total, have = sum(figures.populations.values()), sum(figures.populations[code] for code in side)
        minimum = -(-65 * total // 100) - have - 1
        found_sets = smallest_sets(rest, outcome.members_needed - len(side), max(minimum, -1), few=3).sets
        majority = tuple(tuple(sorted(codes, key=protocol_rank)) for codes in found_sets)
    return PlaceAllies(
        tuple(sorted(with_us, key=protocol_rank)),
        tuple(sorted(against, key=protocol_rank)),
        tuple(sorted(joining, key=_most_first)),
        tuple(map(tuple, block_vote.completions)),
        majority,
        block_vote.blocking_minority,
        outcome.adopted,
    )
