"""Siblings in two languages laid side by side, parent by parent."""

from array import array
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from math import exp, log

from delegate_desk.core.documents.document import Address
from delegate_desk.core.revisions.crosslingual.document_tree import TreeNode
from delegate_desk.core.revisions.crosslingual.match_odds import CrossLanguageSimilarity, Frequencies, LanguagePair
from delegate_desk.core.word_diff import longest_increasing_chain

_LEAST = 0.001
"""A pair less likely than that is not spoken of."""
_BAND = 30
"""How far from the line between two pins a pair may lie, beside the difference of the rows."""
_MOST = 30.0
"""No evidence on one pair counts for more."""


@dataclass(frozen=True, slots=True)
class GapProbabilities:
    """Probabilities that a unit is unmatched, in 0..1.

    Attributes:
        opens: After a pair.
        again: After another unmatched unit in the same row.
        across: After an unmatched unit in the other row.
    """

    opens: float
    again: float = 0.4
    across: float = 0.03


@dataclass(frozen=True, slots=True)
class MatchEvidence:
    """Evidence for or against, as log-odds, by places in the rows.

    Attributes:
        log_odds: That two units correspond; None if they cannot.
        follows: That this pair directly follows the pair before it.
    """

    log_odds: Callable[[int, int], float | None]
    follows: Callable[[int, int], float]


@dataclass(frozen=True, slots=True)
class _Row:
    """The ways that lead to a place between units, or on from it, by the last step: a pair, old alone, new alone.

    Attributes:
        first: The place in the new row that the lists begin at.
        scale: The logarithm of what all of them were divided by.
    """

    first: int
    both: Sequence[float]
    old: Sequence[float]
    new: Sequence[float]
    scale: float


def pair_posteriors(
    rows: int, columns: int, evidence: MatchEvidence, chances: GapProbabilities, pins: Sequence[tuple[int, int]] = ()
) -> dict[tuple[int, int], float]:
    """Forward–backward posteriors of pairs, in 0..1, by their places in both rows.

    Args:
        rows: Number of units in the old row.
        columns: Number of units in the new row.
        evidence: Evidence for or against.
        chances: Probabilities that units are unmatched.
        pins: Pairs near which others are sought in long rows, rising on both sides.
    """
    if not rows or not columns:
        return {}
    spans = _spans(rows, columns, pins)
    odds: dict[tuple[int, int], tuple[float, float]] = {}
    # Each way takes each unit of the new row once: that all these steps weigh 1 / again more keeps long gaps from
    # vanishing and changes nothing between the ways.
    stay, back = (1 - 2 * chances.opens) / chances.again, (1 - chances.again - chances.across) / chances.again
    for i in range(rows):
        for k in range(spans[i][0], min(spans[i][1], columns - 1) + 1):
            value = evidence.log_odds(i, k)
            if value is not None and spans[i + 1][0] <= k + 1 <= spans[i + 1][1]:
                weight = exp(max(-_MOST, min(_MOST, value)))
                odds[i, k] = weight * stay * exp(evidence.follows(i, k)), weight * back
    ahead = _ahead(spans, odds, chances)
    behind = _behind(spans, odds, chances)
    whole = log(behind[0].both[0]) + behind[0].scale
    found: dict[tuple[int, int], float] = {}
    for (i, k), (after_pair, after_gap) in odds.items():
        row, rest = ahead[i], behind[i + 1]
        n = k - row.first
        ways = row.both[n] * after_pair + (row.old[n] + row.new[n]) * after_gap
        onward = rest.both[k + 1 - rest.first]
        if ways > 0 and onward > 0:
            likely = exp(min(0.0, log(ways) + log(onward) + row.scale + rest.scale - whole))
            if likely > _LEAST:
                found[i, k] = likely
    return found


def _spans(rows: int, columns: int, pins: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Band of places of the new row to search for each place of the old row: around a line through the pins."""
    width = _BAND + abs(rows - columns)
    spans: list[tuple[int, int]] = []
    i = k = 0
    for n, m in [*pins, (rows, columns)]:
        for row in range(i, n):
            middle = k + (row - i) * (m - k) // (n - i)
            spans.append((max(0, middle - width), min(columns, middle + width)))
        i, k = n, m
    return [*spans, (max(0, columns - width), columns)]


def _ahead(
    spans: Sequence[tuple[int, int]], odds: Mapping[tuple[int, int], tuple[float, float]], chances: GapProbabilities
) -> list[_Row]:
    opens, again, across = chances.opens, chances.again, chances.across
    found: list[_Row] = []
    for i, (low, high) in enumerate(spans):
        both, old, new = ([0.0] * (high - low + 1) for _ in range(3))
        if i == 0:
            both[0] = 1.0
        else:
            last = found[-1]
            size = len(last.both)
            for n in range(len(both)):
                above = n + low - last.first
                if 0 <= above < size:
                    old[n] = last.both[above] * opens + last.old[above] * again + last.new[above] * across
                if 0 < above <= size and (pair := odds.get((i - 1, n + low - 1))):
                    ways = last.both[above - 1] * pair[0]
                    both[n] = ways + (last.old[above - 1] + last.new[above - 1]) * pair[1]
        for n in range(1, len(both)):
            new[n] = (both[n - 1] * opens + old[n - 1] * across) / again + new[n - 1]
        found.append(_scaled(low, both, old, new, found[-1].scale if found else 0.0))
    return found


def _behind(
    spans: Sequence[tuple[int, int]], odds: Mapping[tuple[int, int], tuple[float, float]], chances: GapProbabilities
) -> list[_Row]:
    opens, again, across = chances.opens, chances.again, chances.across
    found: list[_Row] = []
    for i in range(len(spans) - 1, -1, -1):
        low, high = spans[i]
        both, old, new = ([0.0] * (high - low + 1) for _ in range(3))
        below = found[-1] if found else None
        if below is None:
            both[-1] = old[-1] = new[-1] = 1.0
        for n in range(len(both) - (below is None) - 1, -1, -1):
            k = n + low
            pair, drop = (0.0, 0.0), 0.0
            if below is not None:
                under = k - below.first
                if 0 <= under < len(below.old):
                    drop = below.old[under]
                if 0 <= under + 1 < len(below.both) and (step := odds.get((i, k))):
                    pair = step[0] * below.both[under + 1], step[1] * below.both[under + 1]
            add = new[n + 1] / again if n + 1 < len(new) else 0.0
            both[n] = pair[0] + opens * (drop + add)
            old[n] = pair[1] + again * drop + across * add
            new[n] = pair[1] + across * drop + again * add
        found.append(_scaled(low, both, old, new, below.scale if below else 0.0))
    return found[::-1]


def _scaled(first: int, both: list[float], old: list[float], new: list[float], before: float) -> _Row:
    """Kept within what a float can hold."""
    top = max(*both, *old, *new) or 1.0
    rows = [array("d", [value / top for value in some]) for some in (both, old, new)]
    return _Row(first, rows[0], rows[1], rows[2], before + log(top))


_SURE = 0.97  # how likely a pair is that is taken as known
_RATHER = 0.5  # how likely one is that is shown
_RIVAL = 0.02  # how likely one is that is named beside it
_UNLIKE = -2.2  # odds, as a logarithm: pairs that are less like are not taken as known, however they stand
_SWAPPED = 1.5  # by how much liker two pairs must be crosswise, likewise
_STRONG = 6.0  # pairs that are so like are not looked at crosswise
_NEAR = 12  # siblings: as far units are tried in each other's place
_LONG = 80  # siblings: longer rows are first pinned together
_KINDRED = GapProbabilities(opens=0.01)
_TWINS = GapProbabilities(opens=0.003)
_STRANGERS = GapProbabilities(opens=0.25, across=0.25)
_TELLS = 3.0  # what two units share that tells them from others, as the logarithm of odds
_NUMBERED = 6.0
"""In two language versions of one document a printed number says which unit it is."""
_JUMPS = 3.0
"""That a number is left out on one side only speaks against a pair, as if what bore it had been left out too."""

MoreResultsRow = Callable[[TreeNode, TreeNode], float]


@dataclass(frozen=True, slots=True)
class SiblingMatch:
    """Match of a unit.

    Attributes:
        new: None for a deleted unit, or if the match is not known.
        alternatives: Alternatives, the likeliest first; ``new`` itself if the unit could as well be deleted.
        is_like: True if its own features support the pair.
        has_moved: True for a unit in another order, and for all its descendants.
    """

    new: TreeNode | None
    alternatives: tuple[TreeNode, ...] = ()
    is_like: bool = False
    has_moved: bool = False


_UNKNOWN = SiblingMatch(None)


@dataclass(frozen=True, slots=True)
class _SiblingPair:
    """Two units that may correspond.

    Attributes:
        likely: In 0..1.
        odds: That they correspond, from their own features alone, as a logarithm.
        is_like: True if they share rare features.
        swapped: Better matches of the old unit, if it had changed places with a sibling.
    """

    old: TreeNode
    new: TreeNode
    likely: float
    odds: float
    is_like: bool
    swapped: tuple[TreeNode, ...] = ()


@dataclass(slots=True)
class SiblingRows:
    """Lays siblings on siblings, and keeps where each unit went.

    Attributes:
        frequencies: How often units have what is the same in both languages.
        language_pair: How the two languages go with each other.
        is_translation: True for two language versions of one document.
        moved: What is known to stand out of its order: by old address the new unit.
        matches: By the address of the old unit.
        matched_addresses: The addresses of the new units that are in a pair.
    """

    frequencies: Frequencies
    language_pair: LanguagePair
    is_translation: bool
    moved: Mapping[Address, TreeNode] = field(default_factory=dict)
    matches: dict[Address, SiblingMatch] = field(default_factory=dict)
    matched_addresses: set[Address] = field(default_factory=set)
    _chances: GapProbabilities = _KINDRED

    def align_roots(self, old: Sequence[TreeNode], new: Sequence[TreeNode]) -> None:
        """Lay what hangs on nothing, and all that hangs on it.

        First as of kindred texts; then, if what was laid together is less like than chance, as of strangers.
        """
        self._chances = _TWINS if self.is_translation else _KINDRED
        pairs = self._scored_pairs(old, new)
        if sum(pair.likely * pair.odds for pair in pairs) < 0:
            self._chances = _STRANGERS
            pairs = self._scored_pairs(old, new)
        self._record_matches(old, pairs)
        for node in [node for top in old for node in top.subtree() if node.address in self.moved]:
            self.match_units(node, self.moved[node.address], is_like=True, has_moved=True)

    def align_siblings(self, old: Sequence[TreeNode], new: Sequence[TreeNode], more: MoreResultsRow) -> None:
        """Lay siblings on siblings where more is known of some pairs, as the logarithm of odds."""
        self._record_matches(old, self._scored_pairs(old, new, more))

    def match_units(
        self, old: TreeNode, new: TreeNode, rivals: tuple[TreeNode, ...] = (), *, is_like: bool, has_moved: bool
    ) -> None:
        """Take two units as one, and lay what hangs on them."""
        laid = self.matches[old.address] = SiblingMatch(new, rivals, is_like, has_moved)
        self.matched_addresses.add(new.address)
        self._record_matches(old.children, self._scored_pairs(old.children, new.children), laid)

    def _scored_pairs(
        self, old: Sequence[TreeNode], new: Sequence[TreeNode], more: MoreResultsRow | None = None
    ) -> list[_SiblingPair]:
        went = {node.address for node in self.moved.values()}
        old = [node for node in old if node.address not in self.moved]
        new = [node for node in new if node.address not in went]
        if not old or not new:
            return []
        likeness = CrossLanguageSimilarity(new, self.frequencies, self.language_pair)
        odds: dict[tuple[int, int], float] = {}

        def like(i: int, k: int) -> float | None:
            value = likeness.odds(old[i], new[k])
            if value is None:
                return None
            if self.is_translation and old[i].is_numbered and new[k].is_numbered:
                value += _NUMBERED if _name(old[i]) == _name(new[k]) else -_NUMBERED
            odds[i, k] = value + (more(old[i], new[k]) if more else 0.0)
            return odds[i, k]

        evidence = MatchEvidence(like, lambda i, k: -_JUMPS if _jumps(old, i) != _jumps(new, k) else 0.0)
        pins = _pins(old, new) if max(len(old), len(new)) > _LONG else ()
        likely = pair_posteriors(len(old), len(new), evidence, self._chances, pins)
        swaps = (
            {} if self.is_translation else _swaps(odds, [pair for pair, chance in likely.items() if chance >= _SURE])
        )
        return [
            _SiblingPair(
                old[i],
                new[k],
                chance,
                odds[i, k],
                likeness.shared_score(old[i], new[k]) >= _TELLS,
                tuple(new[other] for other in swaps.get((i, k), ())),
            )
            for (i, k), chance in likely.items()
        ]

    def _record_matches(
        self, old: Sequence[TreeNode], pairs: Sequence[_SiblingPair], above: SiblingMatch = _UNKNOWN
    ) -> None:
        """Keep what is known of a row; ``above`` says where the unit went that it hangs on."""
        of: dict[Address, list[_SiblingPair]] = {}
        for pair in sorted(pairs, key=lambda pair: -pair.likely):
            of.setdefault(pair.old.address, []).append(pair)
        for node in [node for node in old if node.address not in self.moved]:
            found = of.get(node.address, [])
            best = found[0] if found and found[0].likely > _RATHER else None
            others = [pair.new for pair in found if pair.likely >= _RIVAL and pair is not best]
            elsewhere = [
                best.new if best and one is above.new else _like_placed(node, one) for one in above.alternatives
            ]
            if best is None:
                self.mark_deleted(node, tuple(dict.fromkeys((*others, *elsewhere))))
                continue
            is_sure = best.likely >= _SURE and best.odds >= _UNLIKE
            own = best.swapped if is_sure else others or [best.new]
            rivals = tuple(dict.fromkeys((*own, *elsewhere)))
            self.match_units(node, best.new, rivals, is_like=best.is_like and is_sure, has_moved=above.has_moved)

    def mark_deleted(self, node: TreeNode, rivals: tuple[TreeNode, ...]) -> None:
        """Say of a unit and what hangs on it that it is gone; where it has rivals, that it is not known."""
        if node.address in self.moved:
            return
        self.matches[node.address] = SiblingMatch(None, tuple(rival for rival in rivals if rival.unit))
        for child in node.children:
            self.mark_deleted(child, tuple(_like_placed(child, rival) for rival in rivals))


def _swaps(odds: Mapping[tuple[int, int], float], pairs: Sequence[tuple[int, int]]) -> dict[tuple[int, int], list[int]]:
    """Of pairs in order, those that would be liker had they changed places with another, and with which new unit."""
    found: dict[tuple[int, int], list[int]] = {}
    weak = [pair for pair in pairs if odds[pair] < _STRONG]
    for n, (i, k) in enumerate(weak):
        for j, m in weak[n + 1 : n + 1 + _NEAR]:
            if (i, m) in odds and (j, k) in odds and odds[i, m] + odds[j, k] > odds[i, k] + odds[j, m] + _SWAPPED:
                found.setdefault((i, k), []).append(m)
                found.setdefault((j, m), []).append(k)
    return found


def _like_placed(child: TreeNode, rival: TreeNode) -> TreeNode:
    """Child of the same name below an alternative to its parent; else the alternative itself."""
    name = _name(child)
    return next((other for other in rival.children if _name(other) == name), rival)


def _name(node: TreeNode) -> str:
    return node.address.rpartition("__")[2]


def _jumps(row: Sequence[TreeNode], place: int) -> tuple[int, str] | None:
    """By how much the number rises from the unit before; None where it is not told."""
    node, before = row[place], row[place - 1] if place else None
    if before is None or before.kind != node.kind or not node.is_numbered:
        return None
    return node.number - before.number, node.letter


def _pins(old: Sequence[TreeNode], new: Sequence[TreeNode]) -> list[tuple[int, int]]:
    """Pairs of units that have the same numbers as each other and as no third, in order on both sides."""
    once_old, once_new = (Counter(node.tokens for node in row) for row in (old, new))
    where = {node.tokens: k for k, node in enumerate(new) if once_new[node.tokens] == 1 and len(node.tokens) > 1}
    return longest_increasing_chain(
        [(i, where[n.tokens]) for i, n in enumerate(old) if once_old[n.tokens] == 1 and n.tokens in where]
    )
