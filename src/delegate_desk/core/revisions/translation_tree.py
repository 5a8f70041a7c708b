"""Document trees in two languages: features that every language shows, and similarity and posteriors of pairs."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import field
from math import exp, log, pi, sqrt
from statistics import fmean, median, pstdev

import numpy as np
from numpy.typing import NDArray

from delegate_desk.core.documents.addresses import letter_number, parent, roman_numeral
from delegate_desk.core.documents.document import Address, Document, Kind, Paragraph, View
from delegate_desk.core.text import fold
from delegate_desk.core.values import dataclass

_DATE = re.compile(r"(?<![\d.])(\d{1,2})[./]\s?(\d{1,2})[./]\s?(\d{4})(?!\d)")
_YEAR_FIRST = re.compile(r"(?<![\d./])(\d{4})[./-]\s?(\d{1,2})[./-]\s?(\d{1,2})(?![\d/])")
_GROUPED = re.compile(r"(?<![\d/])\d{1,3}(?:[ \u00a0\u202f.,]\d{3})+(?![\d/])")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_POINT = re.compile(r"(?<![^\W\d_])([^\W\d_]{1,4})\)")
_WORD = re.compile(r"[^\W\d_][^\W_]{2,}")
_LETTERS = re.compile(r"[^\W\d_]")
_INTRODUCES = (":", "·", "—", "–")
_LATIN = 0x250  # the first code point after the Latin letters used in Europe


@dataclass(frozen=True, slots=True)
class LanguageNeutralFeatures:
    """Features of a text that can be compared with its counterpart in another language.

    Attributes:
        numbers: As digits only, as a thousand is printed ``1 000``, ``1,000`` and ``1.000``; of a date in digits
            without the month, which other languages name.
        points: The points named, such as 1 for ``(a)`` and ``α)``.
        names: Words in Latin letters, folded: in a language with another alphabet these are names; between two
            languages with Latin letters some words are the same.
        length: Number of letters and digits.
        introduces: True if it ends in a colon.
    """

    numbers: Counter[str]
    points: Counter[int]
    names: frozenset[str]
    length: int
    introduces: bool
    calls: int

    def tokens(self) -> frozenset[str]:
        return frozenset(self.numbers) | {f"({point})" for point in self.points}


def extract_features(text: str, calls: int = 0) -> LanguageNeutralFeatures:
    rest = _YEAR_FIRST.sub(r"\3 \1", _DATE.sub(r"\1 \3", text))
    numbers = Counter(re.sub(r"\D", "", match) for match in _GROUPED.findall(rest))
    numbers.update(re.sub(r"\D", "", match) for match in _NUMBER.findall(_GROUPED.sub(" ", rest)))
    points: Counter[int] = Counter()
    for word in _POINT.findall(text):  # letters that are a roman numeral beyond i and v count as one
        point = roman_numeral(word) if len(word) > 1 else None
        point = point or (letter_number(word) if len(word) <= 2 else None)
        if point:
            points[point] += 1
    names = frozenset(fold(word) for word in _WORD.findall(text) if ord(max(word)) < _LATIN)
    length = sum(character.isalnum() for character in text)
    return LanguageNeutralFeatures(numbers, points, names, length, text.rstrip().endswith(_INTRODUCES), calls)


_SEGMENT = re.compile(r"([a-z]+)_(-?\d+)([a-z]?)(?:-(\d+))?")
_COUNTED = frozenset({Kind.TEXT, Kind.SUBPARAGRAPH, Kind.INDENT, Kind.HEADING, Kind.CITATION, Kind.TABLE})
"""Kinds whose units have no printed number, only an ordinal position."""
NOTHING = extract_features("")
_PUT_IN = 8.0  # log-odds against an older counterpart of a unit that is completely marked as new
_LEFT = 2.0  # log-odds for an older counterpart of any other unit, where new units are marked


@dataclass(slots=True, eq=False)
class TreeNode:
    """A unit with its descendants; a place that exists only in addresses, such as a table row, has no unit.

    Attributes:
        number: From its address.
        letter: Letter of an inserted number: ``a`` of Article 3a.
        view_features: Features of its own text in the view.
        compared_features: Features used for alignment: the same, or those of its text before its marked changes.
        is_marked: True if it marks changes and is aligned by its text before them.
        was_there_log_odds: Log-odds, from the marks of the text, that it existed before.
        tokens: Numbers and points in it and its descendants.
        names: Likewise.
        length: Length of its descendants, without its own.
    """

    address: Address
    kind: str
    number: int
    letter: str
    unit: Paragraph | None = None
    text: str = ""
    view_features: LanguageNeutralFeatures = NOTHING
    compared_features: LanguageNeutralFeatures = NOTHING
    is_marked: bool = False
    was_there_log_odds: float = 0.0
    children: list["TreeNode"] = field(default_factory=list)
    tokens: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    length: int = 0

    @property
    def is_numbered(self) -> bool:
        return self.kind not in _COUNTED

    def subtree(self) -> Iterator["TreeNode"]:
        yield self
        for child in self.children:
            yield from child.subtree()


def build_tree(document: Document, view: View, *, by_marks: bool = False) -> list[TreeNode]:
    nodes: dict[str, TreeNode] = {}
    tops: list[TreeNode] = []
    for unit in document.units():
        node = _node(unit.address, nodes, tops)
        reading = unit.in_view(view)
        node.unit, node.text = unit, reading.text
        node.view_features = node.compared_features = extract_features(reading.text, len(reading.calls))
        before = unit.in_view(View.BEFORE) if by_marks else reading
        if before.text != reading.text:
            node.compared_features, node.is_marked = extract_features(before.text, len(before.calls)), True
    for top in tops:
        _collect(top)
        for node in top.subtree() if by_marks else ():
            is_inserted = node.is_marked and not node.compared_features.length and not node.length
            node.was_there_log_odds = -_PUT_IN if is_inserted else _LEFT
    return tops


def _node(address: str, nodes: dict[str, TreeNode], tops: list[TreeNode]) -> TreeNode:
    if address in nodes:
        return nodes[address]
    match = _SEGMENT.fullmatch(address.rpartition("__")[2])
    kind, number, letter = (match[1], int(match[2]), match[3]) if match else (address.rpartition("__")[2], 1, "")
    node = nodes[address] = TreeNode(Address(address), kind, number, letter)
    parent_address = parent(address)
    siblings = tops if parent_address is None else _node(parent_address, nodes, tops).children
    siblings.append(node)
    return node


def _collect(node: TreeNode) -> None:
    tokens, names = set(node.compared_features.tokens()), set(node.compared_features.names)
    for child in node.children:
        _collect(child)
        tokens |= child.tokens
        names |= child.names
    node.tokens, node.names = frozenset(tokens), frozenset(names)
    node.length = sum(child.compared_features.length + child.length for child in node.children)


def nodes_by_address(tops: Sequence[TreeNode]) -> dict[Address, TreeNode]:
    return {node.address: node for top in tops for node in top.subtree()}


_RUNNING = frozenset({Kind.PARAGRAPH, Kind.POINT, Kind.INDENT, Kind.SUBPARAGRAPH, Kind.TEXT})
"""Kinds between which running text may change, as when an article is divided into paragraphs."""
_KEPT = 0.9  # probability that a number of a text is in its counterpart
_NAMES = 0.2  # from this rate on, Latin words of one text are names in the other
_OFTEN = 0.02  # minimum rate of words that both texts have
_REWORDED = 0.15  # probability that a unit was reworded, so that its length is no evidence
_FEW = 20  # letters: minimum length for measuring the ratio of the languages


def length_deviation(length: float) -> float:
    """Return the standard deviation of the log ratio of a text's lengths in two languages.

    Measured on acts in the Official Journal: a quarter for a line, a fourteenth for a long paragraph.
    """
    return sqrt(0.003 + 2.6 / (length + 4))


class LanguagePair:
    """Relation of the languages of two texts, and how often their units have features that are the same in both.

    Attributes:
        length_log_ratio: Length of the new text relative to the old text, as the logarithm of the ratio.
        shared_word_rate: Probability that a Latin word of a unit is in its counterpart too: high if either language has
            another alphabet, low between two with Latin letters.
        is_onward: True for words of the old text, False for the new text.
    """

    def __init__(self, old: dict[Address, TreeNode], new: dict[Address, TreeNode]) -> None:
        matched = [(node.compared_features, new[a].compared_features) for a, node in old.items() if a in new]
        ratios = [log(b.length / a.length) for a, b in matched if min(a.length, b.length) >= _FEW]
        self.length_log_ratio = median(ratios) if ratios else 0.0
        shared = sum(len(a.names & b.names) for a, b in matched)
        onward, backward = 0.0, 0.0
        if matched:
            onward, backward = (
                (shared + 1) / (sum(len(side.names) for side in sides) + 2) for sides in zip(*matched, strict=True)
            )
        self.shared_word_rate = min(_KEPT, max(_OFTEN, onward, backward))
        self.is_onward = onward >= backward
        self._units = max(1, len(old) + len(new))
        self._found: Counter[str] = Counter()
        for node in (*old.values(), *new.values()):
            self._found.update(node.compared_features.tokens())
            self._found.update(node.compared_features.names)

    def rate(self, token: str, among: Counter[str], count: int, size: int) -> float:
        """Return the chance of a feature from its frequency in siblings and texts without the unit and its match."""
        anywhere = min(0.9, size * (max(0, self._found[token] - 2) + 0.5) / self._units)
        return min(0.95, (among[token] - 1 + 2 * anywhere) / (count + 1))


class CrossLanguageSimilarity:
    def __init__(self, row: Sequence[TreeNode], pair: LanguagePair) -> None:
        self._pair = pair
        self._count = len(row)
        self._counts: Counter[str] = Counter()
        for node in row:
            self._counts.update(node.tokens)
            self._counts.update(node.names)
        self._scores: dict[Address, tuple[dict[str, float], dict[str, float]]] = {}
        for node in row:
            size = sum(1 for _ in node.subtree())
            rates = {token: pair.rate(token, self._counts, self._count, size) for token in node.tokens | node.names}
            numbers = {token: max(0.0, log(_KEPT / rates[token])) for token in node.tokens}
            scores = {name: log(pair.shared_word_rate / rates[name]) for name in node.names}
            self._scores[node.address] = numbers, {name: score for name, score in scores.items() if score > 0}
        self._own_lengths = _normal([log(node.compared_features.length + 4) for node in row])
        self._inner_lengths = _normal([log(node.length + 4) for node in row if node.children])

    def odds(self, old: TreeNode, new: TreeNode) -> float | None:
        """Return the log-odds that two units correspond; None if they cannot."""
        if old.kind != new.kind and not (old.kind in _RUNNING and new.kind in _RUNNING):
            return None
        before, after = old.compared_features, new.compared_features
        value = new.was_there_log_odds - (0.0 if old.kind == new.kind else 3.0)
        value += self._length(before.length, after.length, self._own_lengths)
        if old.children or new.children:
            kinds, others = (Counter(child.kind for child in node.children) for node in (old, new))
            difference = ((kinds - others) + (others - kinds)).total()
            value += self._length(old.length, new.length, self._inner_lengths)
            value += 1.5 if not difference else -min(1.5, 0.3 * difference) if kinds and others else -1.5
            missing = len(old.tokens ^ new.tokens)
        else:
            missing = ((before.numbers - after.numbers) + (after.numbers - before.numbers)).total()
        if missing:
            value -= min(5.0, 1.5 + 0.5 * missing)
        if self._pair.shared_word_rate >= _NAMES:
            names, others_names = (old.names, new.names) if self._pair.is_onward else (new.names, old.names)
            value -= min(4.0, -log(1 - self._pair.shared_word_rate) * len(names - others_names))
        if old.letter != new.letter:
            value -= 4.0
        if before.introduces != after.introduces and not old.children and not new.children:
            value -= 1.5
        if before.calls or after.calls:
            value += 1.0 if before.calls == after.calls else -0.7
        return value + self.shared_score(old, new)

    def shared_score(self, old: TreeNode, new: TreeNode) -> float:
        numbers, names = self._scores[new.address]
        value = sum(numbers[token] for token in old.tokens & new.tokens)
        return min(15.0, value) + min(8.0, sum(names[name] for name in old.names & names.keys()))

    def _length(self, old: int, new: int, usual: tuple[float, float]) -> float:
        deviation = length_deviation(min(old, new)) * sqrt(2)
        difference = log((new + 4) / (old + 4)) - self._pair.length_log_ratio
        chance = _density(log(new + 4), *usual)
        return log(((1 - _REWORDED) * _density(difference, 0.0, deviation) + _REWORDED * chance) / chance)


def _normal(values: Sequence[float]) -> tuple[float, float]:
    return (fmean(values), max(0.4, pstdev(values))) if values else (5.0, 1.0)


def _density(value: float, middle: float, deviation: float) -> float:
    return max(0.02, exp(-(((value - middle) / deviation) ** 2) / 2) / (deviation * sqrt(2 * pi)))


_LEAST = 0.001
"""Minimum probability of a pair that is reported."""
_BAND = 30
"""Maximum distance of a pair from the line between two anchors, in addition to the difference in length."""
_MOST = 30.0
"""Maximum evidence of one pair."""
_BOTH, _OLD, _NEW = range(3)
"""Last step of a path: a pair, an old unit alone, a new unit alone."""
_Span = tuple[int, int]
_Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class GapProbabilities:
    """Probabilities of an unmatched unit after a pair, after another in the same row, and in the other row."""

    opens: float
    extends: float = 0.4
    across: float = 0.03


Evidence = tuple[Callable[[int, int], float | None], Callable[[int, int], float]]
"""By indices in both rows, the log-odds that two units correspond, None if they cannot.

And that this pair directly follows the pair before it.
"""


def pair_posteriors(
    rows: int, columns: int, evidence: Evidence, chances: GapProbabilities, pins: Sequence[tuple[int, int]] = ()
) -> dict[tuple[int, int], float]:
    """Return forward–backward posteriors of pairs, in 0..1, by their indices in both rows."""
    if not rows or not columns:
        return {}
    # The band of new indices to search for each old index: around a line through the anchors.
    width = _BAND + abs(rows - columns)
    spans: list[_Span] = []
    i = k = 0
    for n, m in [*pins, (rows, columns)]:
        for row in range(i, n):
            middle = k + (row - i) * (m - k) // (n - i)
            spans.append((max(0, middle - width), min(columns, middle + width)))
        i, k = n, m
    spans.append((max(0, columns - width), columns))
    log_odds, follows = evidence
    weights: list[_Floats] = []
    for i in range(rows):
        low, high = spans[i]
        steps = np.zeros((2, high - low + 1))
        for k in range(max(low, spans[i + 1][0] - 1), min(high, columns - 1, spans[i + 1][1] - 1) + 1):
            value = log_odds(i, k)
            if value is not None:
                weight = exp(max(-_MOST, min(_MOST, value))) / chances.extends
                steps[0, k - low] = weight * (1 - 2 * chances.opens) * exp(follows(i, k))
                steps[1, k - low] = weight * (1 - chances.extends - chances.across)
        weights.append(steps)
    backward = _backward(spans, weights, chances)
    total = log(backward[0][0][_BOTH, 0]) + backward[0][1]
    found: dict[tuple[int, int], float] = {}
    for i, (state, scale) in enumerate(_forward(spans, weights, chances)):
        rest, rest_scale = backward[i + 1]
        onward = _shift_band(rest[_BOTH], spans[i + 1], spans[i], -1)
        with np.errstate(divide="ignore"):
            likely = np.exp(np.log(_add_pairs(state, weights[i])) + np.log(onward) + (scale + rest_scale - total))
        for offset in np.flatnonzero(likely > _LEAST):
            found[i, spans[i][0] + int(offset)] = min(float(likely[offset]), 1.0)
    return found


def _forward(
    spans: Sequence[_Span], weights: Sequence[_Floats], chances: GapProbabilities
) -> Iterator[tuple[_Floats, float]]:
    """Return the total weight of the paths to each cell, by their last step, before each old unit; with its scale."""
    opens, extends, across = chances.opens, chances.extends, chances.across
    state, scale = np.zeros((3, spans[0][1] - spans[0][0] + 1)), 0.0
    state[_BOTH, 0] = 1.0
    for i in range(len(weights)):
        if i:
            both, old, new = state
            paired, deleted = _add_pairs(state, weights[i - 1]), both * opens + old * extends + new * across
            span = spans[i]
            state = np.zeros((3, span[1] - span[0] + 1))
            state[_BOTH] = _shift_band(paired, spans[i - 1], span, 1)
            state[_OLD] = _shift_band(deleted, spans[i - 1], span, 0)
        inserted = (state[_BOTH] * opens + state[_OLD] * across) / extends
        state[_NEW, 1:] = np.cumsum(inserted)[:-1]
        state, scale = _scale(state, scale)
        yield state, scale


def _backward(
    spans: Sequence[_Span], weights: Sequence[_Floats], chances: GapProbabilities
) -> list[tuple[_Floats, float]]:
    """Return the total weight of the paths from each cell, by the step before it, before each unit and at the end."""
    opens, extends, across = chances.opens, chances.extends, chances.across
    found: list[tuple[_Floats, float]] = []
    for i in range(len(weights), -1, -1):
        width = spans[i][1] - spans[i][0] + 1
        after_pair, after_gap, deleted, end = (np.zeros(width) for _ in range(4))
        scale = 0.0
        if found:
            following, scale = found[-1]
            after_pair, after_gap = weights[i] * _shift_band(following[_BOTH], spans[i + 1], spans[i], -1)
            deleted = _shift_band(following[_OLD], spans[i + 1], spans[i], 0)
        else:
            end[-1] = 1.0
        new = np.cumsum((after_gap + across * deleted + end)[::-1])[::-1]
        inserted = np.append(new[1:], 0.0) / extends
        both = after_pair + opens * (deleted + inserted) + end
        old = after_gap + extends * deleted + across * inserted + end
        found.append(_scale(np.stack([both, old, new]), scale))
    return found[::-1]


def _add_pairs(state: _Floats, weights: _Floats) -> _Floats:
    paired: _Floats = state[_BOTH] * weights[0] + (state[_OLD] + state[_NEW]) * weights[1]
    return paired


def _shift_band(values: _Floats, source: _Span, target: _Span, step: int) -> _Floats:
    """Return values of one band shifted to another; 0 where the first has none."""
    found = np.zeros(target[1] - target[0] + 1)
    low, high = max(target[0], source[0] + step), min(target[1], source[1] + step)
    if low <= high:
        found[low - target[0] : high + 1 - target[0]] = values[low - step - source[0] : high + 1 - step - source[0]]
    return found


def _scale(state: _Floats, scale: float) -> tuple[_Floats, float]:
    top = float(state.max()) or 1.0
    return state / top, scale + log(top)
