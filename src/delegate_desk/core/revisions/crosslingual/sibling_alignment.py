"""Alignment of siblings in two languages, parent by parent: similarity as odds, and posteriors of pairs."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import exp, log, pi, sqrt
from statistics import fmean, median, pstdev

import numpy as np
from numpy.typing import NDArray

from delegate_desk.core.documents.document import Address, Kind
from delegate_desk.core.revisions.crosslingual.document_tree import TreeNode
from delegate_desk.core.word_diff import unique_anchors

_RUNNING = frozenset({Kind.PARAGRAPH, Kind.POINT, Kind.INDENT, Kind.SUBPARAGRAPH, Kind.TEXT})
"""Kinds that one and the same text may have, as when an article is divided into paragraphs."""
_KEPT = 0.9  # how likely a number of a text stands in its like, too
_NAMES = 0.2  # from here on words of one language in Latin letters are names in the other
_OFTEN = 0.02  # how often, at least, words of one language stand in the other, too
_REWORDED = 0.15  # how likely a unit was reworded, so that its length tells nothing
_FEW = 20  # letters: the length of shorter texts says little of how long the language is


def length_deviation(length: float) -> float:
    """By how much the lengths of a text in two languages differ, as the deviation of the logarithm of their ratio.

    Taken from acts in the Official Journal: a quarter for a line, a fourteenth for a long paragraph.
    """
    return sqrt(0.003 + 2.6 / (length + 4))


@dataclass(frozen=True, slots=True)
class LanguagePair:
    """Relation of two languages.

    Attributes:
        length_log_ratio: Length of the new text relative to the old text, as the logarithm of the ratio.
        shared_word_rate: Probability that a word in Latin letters of a unit is in its counterpart, too: high if either
            language has letters of its own, low between two with Latin letters.
        is_onward: True if words of the old text are meant, False if of the new text.
    """

    length_log_ratio: float
    shared_word_rate: float
    is_onward: bool


def compare_languages(old: dict[Address, TreeNode], new: dict[Address, TreeNode]) -> LanguagePair:
    """Relation of two languages, from the units that have the same address in both."""
    both = [(node.compared_features, new[a].compared_features) for a, node in old.items() if a in new]
    ratios = [log(b.length / a.length) for a, b in both if min(a.length, b.length) >= _FEW]
    shared = sum(len(a.names & b.names) for a, b in both)
    onward, back = (
        ((shared + 1) / (sum(len(side.names) for side in sides) + 2) for sides in zip(*both, strict=True))
        if both
        else (0.0, 0.0)
    )
    rate = min(_KEPT, max(_OFTEN, onward, back))
    return LanguagePair(median(ratios) if ratios else 0.0, rate, onward >= back)


class Frequencies:
    """Frequency in units of features that are the same in every language: rare features weigh more."""

    def __init__(self, some: Sequence[TreeNode]) -> None:
        self._units = max(1, len(some))
        self._found: Counter[str] = Counter()
        for node in some:
            self._found.update(node.compared_features.tokens())
            self._found.update(node.compared_features.names)

    def rate(self, token: str, among: Counter[str], count: int, size: int) -> float:
        """Probability that a unit has a feature by chance: from its frequency among siblings, and in both texts.

        The unit itself, and its counterpart in the other text, are left out.
        """
        anywhere = min(0.9, size * (max(0, self._found[token] - 2) + 0.5) / self._units)
        return min(0.95, (among[token] - 1 + 2 * anywhere) / (count + 1))


class CrossLanguageSimilarity:
    def __init__(self, row: Sequence[TreeNode], frequencies: Frequencies, kin: LanguagePair) -> None:
        self._frequencies = frequencies
        self._kin = kin
        self._count = len(row)
        self._among: Counter[str] = Counter()
        for node in row:
            self._among.update(node.tokens)
            self._among.update(node.names)
        self._worth = {node.address: self._worths(node) for node in row}
        self._own = _normal([log(node.compared_features.length + 4) for node in row])
        self._below = _normal([log(node.length + 4) for node in row if node.children])

    def odds(self, old: TreeNode, new: TreeNode) -> float | None:
        """The logarithm of the odds that two units are one; None where they cannot be."""
        if old.kind != new.kind and not (old.kind in _RUNNING and new.kind in _RUNNING):
            return None
        value = new.was_there_log_odds - (0.0 if old.kind == new.kind else 3.0)
        value += self._length(old.compared_features.length, new.compared_features.length, self._own)
        if old.children or new.children:
            value += self._length(old.length, new.length, self._below) + _structure(old, new)
        if old.letter != new.letter:
            value -= 4.0
        if (
            old.compared_features.introduces != new.compared_features.introduces
            and not old.children
            and not new.children
        ):
            value -= 1.5
        if old.compared_features.calls or new.compared_features.calls:
            value += 1.0 if old.compared_features.calls == new.compared_features.calls else -0.7
        return value + self.shared_score(old, new) - _lacking(old, new) - self._unshared(old, new)

    def shared_score(self, old: TreeNode, new: TreeNode) -> float:
        """Evidence from the numbers, points and names in common."""
        numbers, names = self._worth[new.address]
        value = sum(numbers[token] for token in old.tokens & new.tokens)
        return min(15.0, value) + min(8.0, sum(names[name] for name in old.names & names.keys()))

    def _unshared(self, old: TreeNode, new: TreeNode) -> float:
        """Evidence from names on one side only, if names of that language can be expected in the other."""
        if self._kin.shared_word_rate < _NAMES:
            return 0.0
        ones, others = (old.names, new.names) if self._kin.is_onward else (new.names, old.names)
        return min(4.0, -log(1 - self._kin.shared_word_rate) * len(ones - others))

    def _worths(self, new: TreeNode) -> tuple[dict[str, float], dict[str, float]]:
        size = sum(1 for _ in new.subtree())

        def worth(kept: float, token: str) -> float:
            return log(kept / self._frequencies.rate(token, self._among, self._count, size))

        numbers = {token: max(0.0, worth(_KEPT, token)) for token in new.tokens}
        names = {name: value for name in new.names if (value := worth(self._kin.shared_word_rate, name)) > 0}
        return numbers, names

    def _length(self, old: int, new: int, usual: tuple[float, float]) -> float:
        """Evidence from the lengths; a reworded unit may have any length."""
        deviation = length_deviation(min(old, new)) * sqrt(2)
        apart = log((new + 4) / (old + 4)) - self._kin.length_log_ratio
        chance = _density(log(new + 4), *usual)
        return log(((1 - _REWORDED) * _density(apart, 0.0, deviation) + _REWORDED * chance) / chance)


def _lacking(old: TreeNode, new: TreeNode) -> float:
    """Evidence from numbers on one side only; after a change, more of them add little."""
    if old.children or new.children:
        lacking = len(old.tokens ^ new.tokens)
    else:
        lacking = (
            (old.compared_features.numbers - new.compared_features.numbers)
            + (new.compared_features.numbers - old.compared_features.numbers)
        ).total()
    return min(5.0, 1.5 + 0.5 * lacking) if lacking else 0.0


def _structure(old: TreeNode, new: TreeNode) -> float:
    one, other = (Counter(child.kind for child in node.children) for node in (old, new))
    if one == other:
        return 1.5
    return -1.5 if not one or not other else -min(1.5, 0.3 * ((one - other) + (other - one)).total())


def _normal(values: Sequence[float]) -> tuple[float, float]:
    return (fmean(values), max(0.4, pstdev(values))) if values else (5.0, 1.0)


def _density(value: float, middle: float, deviation: float) -> float:
    """Of a normal distribution; what is rare is not taken for a proof."""
    return max(0.02, exp(-(((value - middle) / deviation) ** 2) / 2) / (deviation * sqrt(2 * pi)))


_LEAST = 0.001
"""A pair less likely than that is not spoken of."""
_BAND = 30
"""How far from the line between two pins a pair may lie, beside the difference of the rows."""
_MOST = 30.0
"""No evidence on one pair counts for more."""
_BOTH, _OLD, _NEW = range(3)
"""Last step of a way: a pair, a unit of the old row alone, a unit of the new row alone."""
_Span = tuple[int, int]
_Floats = NDArray[np.float64]


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
    weights = [_step_weights(i, spans, columns, evidence, chances) for i in range(rows)]
    behind = _backward(spans, weights, chances)
    total = log(behind[0][0][_BOTH, 0]) + behind[0][1]
    found: dict[tuple[int, int], float] = {}
    for i, (state, scale) in enumerate(_forward(spans, weights, chances)):
        rest, rest_scale = behind[i + 1]
        onward = _moved(rest[_BOTH], spans[i + 1], spans[i], -1)
        with np.errstate(divide="ignore"):
            likely = np.exp(np.log(_paired(state, weights[i])) + np.log(onward) + (scale + rest_scale - total))
        for n in np.flatnonzero(likely > _LEAST):
            found[i, spans[i][0] + int(n)] = min(float(likely[n]), 1.0)
    return found


def _spans(rows: int, columns: int, pins: Sequence[tuple[int, int]]) -> list[_Span]:
    """Band of places of the new row to search for each place of the old row: around a line through the pins."""
    width = _BAND + abs(rows - columns)
    spans: list[_Span] = []
    i = k = 0
    for n, m in [*pins, (rows, columns)]:
        for row in range(i, n):
            middle = k + (row - i) * (m - k) // (n - i)
            spans.append((max(0, middle - width), min(columns, middle + width)))
        i, k = n, m
    return [*spans, (max(0, columns - width), columns)]


def _step_weights(
    i: int, spans: Sequence[_Span], columns: int, evidence: MatchEvidence, chances: GapProbabilities
) -> _Floats:
    """Weights of the pairs of a unit of the old row, over its band: after a pair, and after a gap.

    Each way takes each unit of the new row once: that all these steps weigh 1 / again more keeps long gaps from
    vanishing and changes nothing between the ways.
    """
    low, high = spans[i]
    weights = np.zeros((2, high - low + 1))
    for k in range(max(low, spans[i + 1][0] - 1), min(high, columns - 1, spans[i + 1][1] - 1) + 1):
        value = evidence.log_odds(i, k)
        if value is not None:
            weight = exp(max(-_MOST, min(_MOST, value))) / chances.again
            weights[0, k - low] = weight * (1 - 2 * chances.opens) * exp(evidence.follows(i, k))
            weights[1, k - low] = weight * (1 - chances.again - chances.across)
    return weights


def _forward(
    spans: Sequence[_Span], weights: Sequence[_Floats], chances: GapProbabilities
) -> Iterator[tuple[_Floats, float]]:
    """Total weight of the ways to each place, by their last step, before each unit of the old row; with its scale."""
    opens, again, across = chances.opens, chances.again, chances.across
    state, scale = np.zeros((3, spans[0][1] - spans[0][0] + 1)), 0.0
    state[_BOTH, 0] = 1.0
    for i in range(len(weights)):
        if i:
            both, old, new = state
            paired, deleted = _paired(state, weights[i - 1]), both * opens + old * again + new * across
            span = spans[i]
            state = np.zeros((3, span[1] - span[0] + 1))
            state[_BOTH] = _moved(paired, spans[i - 1], span, 1)
            state[_OLD] = _moved(deleted, spans[i - 1], span, 0)
        inserted = (state[_BOTH] * opens + state[_OLD] * across) / again
        state[_NEW, 1:] = np.cumsum(inserted)[:-1]
        state, scale = _scaled(state, scale)
        yield state, scale


def _backward(
    spans: Sequence[_Span], weights: Sequence[_Floats], chances: GapProbabilities
) -> list[tuple[_Floats, float]]:
    """Total weight of the ways on from each place, by the step before it, before each unit and at the end."""
    opens, again, across = chances.opens, chances.again, chances.across
    found: list[tuple[_Floats, float]] = []
    for i in range(len(weights), -1, -1):
        width = spans[i][1] - spans[i][0] + 1
        after_pair, after_gap, deleted, end = (np.zeros(width) for _ in range(4))
        scale = 0.0
        if found:
            below, scale = found[-1]
            after_pair, after_gap = weights[i] * _moved(below[_BOTH], spans[i + 1], spans[i], -1)
            deleted = _moved(below[_OLD], spans[i + 1], spans[i], 0)
        else:
            end[-1] = 1.0
        new = np.cumsum((after_gap + across * deleted + end)[::-1])[::-1]
        inserted = np.append(new[1:], 0.0) / again
        both = after_pair + opens * (deleted + inserted) + end
        old = after_gap + again * deleted + across * inserted + end
        found.append(_scaled(np.stack([both, old, new]), scale))
    return found[::-1]


def _paired(state: _Floats, weights: _Floats) -> _Floats:
    """Weight of the ways to each place, and the pair that begins there."""
    paired: _Floats = state[_BOTH] * weights[0] + (state[_OLD] + state[_NEW]) * weights[1]
    return paired


def _moved(values: _Floats, source: _Span, target: _Span, by: int) -> _Floats:
    """Values of one band in another, so many places on; 0 where the first has none."""
    found = np.zeros(target[1] - target[0] + 1)
    low, high = max(target[0], source[0] + by), min(target[1], source[1] + by)
    if low <= high:
        found[low - target[0] : high + 1 - target[0]] = values[low - by - source[0] : high + 1 - by - source[0]]
    return found


def _scaled(state: _Floats, scale: float) -> tuple[_Floats, float]:
    """Kept within what a float can hold; the scale is the logarithm of what all was divided by."""
    top = float(state.max()) or 1.0
    return state / top, scale + log(top)


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
    keys_old, keys_new = ([node.tokens if len(node.tokens) > 1 else None for node in row] for row in (old, new))
    return unique_anchors(keys_old, keys_new)
