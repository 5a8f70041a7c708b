"""What was moved between two texts in two languages: units that are gone here and new there."""

from collections.abc import Callable, Mapping, Sequence

from delegate_desk.core.crossing_likeness import Likeness
from delegate_desk.core.crossing_nodes import Node
from delegate_desk.core.crossing_rows import Rows
from delegate_desk.core.documents import Address, Document

_SHARED = 5.0  # what they must share, as the logarithm of odds
_SURELY = 6.0  # how like they must be
_CLEARLY = 4.0  # by how much more than any other
_PERHAPS = 0.0  # how like a unit must be to one that is gone to be named beside it
_MANY = 40_000  # pairs: where there are more, only what shares something is looked at
_FEW = 3  # rivals are named
_CALLED = 5.0  # that like units call both, or others do, as the logarithm of odds


def find_moves(rows: Rows, old: Sequence[Node], new: Sequence[Node]) -> dict[Address, Node]:
    """Of what has no place in the order, what was moved: by old address the new unit.

    A unit is taken to have moved only where numbers, references or names that it shares with its like tell it from all
    others.
    """
    gone, come, likeness, scores = _left(rows, old, new)
    best_old, best_new = _two_best(scores, 0), _two_best(scores, 1)
    found: dict[Address, Node] = {}
    for (i, k), value in scores.items():
        clear = value - max(best_old[i][1], best_new[k][1]) >= _CLEARLY and value == best_old[i][0] == best_new[k][0]
        if value >= _SURELY and clear and likeness.shared(gone[i], come[k]) >= _SHARED:
            found[gone[i].address] = come[k]
    return found


def name_rivals(rows: Rows, old: Sequence[Node], new: Sequence[Node]) -> None:
    """Name beside what is gone what it could have become somewhere else."""
    gone, come, _, scores = _left(rows, old, new)
    for i, one in enumerate(gone):
        others = sorted((k for n, k in scores if n == i), key=lambda k: -scores[i, k])[:_FEW]
        if others and not rows.laid[one.address].rivals:
            rows.lose(one, tuple(come[k] for k in others))


def _left(
    rows: Rows, old: Sequence[Node], new: Sequence[Node]
) -> tuple[list[Node], list[Node], Likeness, dict[tuple[int, int], float]]:
    """What has no place on either side, and the logarithm of the odds that two of them are one."""
    gone = _topmost(old, lambda node: rows.laid[node.address].new is None)
    come = _topmost(new, lambda node: node.address not in rows.taken)
    likeness = Likeness(come, rows.frequencies, rows.kin)
    scores: dict[tuple[int, int], float] = {}
    for i, one in enumerate(gone):
        for k, other in enumerate(come):
            if len(gone) * len(come) <= _MANY or one.tokens & other.tokens:
                value = likeness.odds(one, other)
                if value is not None and value >= _PERHAPS:
                    scores[i, k] = value
    return gone, come, likeness, scores


def _is_lost(rows: Rows, node: Node) -> bool:
    laid = rows.laid[node.address]
    return laid.new is None and not laid.rivals


def _topmost(tops: Sequence[Node], asked: Callable[[Node], bool]) -> list[Node]:
    """The units of which something holds, without what hangs on them, in reading order."""
    found: list[Node] = []
    for node in tops:
        found += [node] if asked(node) else _topmost(node.children, asked)
    return found


def _two_best(scores: Mapping[tuple[int, int], float], side: int) -> dict[int, tuple[float, float]]:
    """The best and the second best score of each unit of a side; 0 where there is none."""
    found: dict[int, tuple[float, float]] = {}
    for pair, value in scores.items():
        best, second = found.get(pair[side], (0.0, 0.0))
        found[pair[side]] = (value, best) if value > best else (best, max(value, second))
    return found


def follow_calls(rows: Rows, old: Document, new: Document, notes: Sequence[Node], others: Sequence[Node]) -> None:
    """Lay footnotes on footnotes, by what they show and by the units that call them."""
    callers_old, callers_new = _calls(old), _calls(new)
    expected = {
        note: callers_new.get((laid.new.address, place))
        for (caller, place), note in callers_old.items()
        if (laid := rows.laid.get(caller)) and laid.new and not laid.rivals
    }

    def called(one: Node, other: Node) -> float:
        like = expected.get(one.address)
        return 0.0 if like is None else _CALLED if like == other.address else -_CALLED

    rows.lay(notes, others, called)
    by_address = {note.address: note for note in others}
    for note in notes:
        like = by_address.get(expected.get(note.address) or Address(""))
        if _is_lost(rows, note) and like and like.address not in rows.taken:
            rows.join(note, like, is_like=False, has_moved=True)


def _calls(document: Document) -> dict[tuple[Address, tuple[int, int]], Address]:
    """The footnotes by the unit that calls them, with which call of how many it is."""
    return {
        (unit.address, (place, len(unit.calls))): call.note
        for unit in document.units()
        for place, call in enumerate(unit.calls)
    }
