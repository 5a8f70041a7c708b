"""Similarity of units in two languages: from features that are the same in every language, as odds."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, log, pi, sqrt
from statistics import fmean, median, pstdev

from delegate_desk.core.documents.document import Address, Kind
from delegate_desk.core.revisions.crosslingual.document_tree import TreeNode

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
    """Similarity of units to those of a row of siblings."""

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
    """Evidence from the child units."""
    one, other = (Counter(child.kind for child in node.children) for node in (old, new))
    if one == other:
        return 1.5
    return -1.5 if not one or not other else -min(1.5, 0.3 * ((one - other) + (other - one)).total())


def _normal(values: Sequence[float]) -> tuple[float, float]:
    return (fmean(values), max(0.4, pstdev(values))) if values else (5.0, 1.0)


def _density(value: float, middle: float, deviation: float) -> float:
    """Of a normal distribution; what is rare is not taken for a proof."""
    return max(0.02, exp(-(((value - middle) / deviation) ** 2) / 2) / (deviation * sqrt(2 * pi)))
