"""In what a unit differs from its like in another language, as far as can be told without reading either."""

from collections import Counter
from math import exp, log

from delegate_desk.core.comparison import Differing
from delegate_desk.core.crossing_likeness import spread
from delegate_desk.core.crossing_nodes import Node

_FAR = 3.5  # deviations: from here on lengths differ by more than languages do
_SOME = 25  # letters: what differs by less may be but another way to put it


def differing(old: Node, new: Node, stretched: float) -> tuple[Differing, ...]:
    """In what two units that belong together differ, in the order of ``Differing``.

    Args:
        old: In one language.
        new: In the other.
        stretched: How much longer the new language is, as the logarithm of the ratio.
    """
    found = {
        Differing.NUMBER: old.shown.numbers != new.shown.numbers or old.shown.points != new.shown.points,
        Differing.STRUCTURE: _kinds(old) != _kinds(new) or old.shown.calls != new.shown.calls or old.kind != new.kind,
        Differing.LENGTH: _is_far(old.shown.length, new.shown.length, stretched),
    }
    return tuple(what for what, differs in found.items() if differs)


def similarity(old: Node, new: Node, stretched: float) -> float:
    """How like two units are, in 0..1: half by their numbers, half by their length."""
    if old.text == new.text:
        return 1.0
    one, other = old.shown.numbers, new.shown.numbers
    numbers = 2 * (one & other).total() / (one.total() + other.total()) if one or other else 1.0
    length = exp(-abs(log((new.shown.length + 4) / (old.shown.length + 4)) - stretched))
    return round((numbers + length) / 2, 3)


def _kinds(node: Node) -> Counter[str]:
    return Counter(child.kind for child in node.children)


def _is_far(old: int, new: int, stretched: float) -> bool:
    if abs(new - old * exp(stretched)) < _SOME:
        return False
    return abs(log((new + 4) / (old + 4)) - stretched) > _FAR * spread(min(old, new))
