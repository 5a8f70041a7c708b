"""Whether it is certain which unit is which: for every match, who else it could have been.

A lookalike is told apart by what differs in it, or by its place; where words and place speak for different ones, or
neither speaks, it is not known.
"""

from collections import defaultdict
from dataclasses import dataclass, field

from delegate_desk.core.alignment_candidates import Likeness, Pair
from delegate_desk.core.alignment_matching import Matching
from delegate_desk.core.comparison import Why

_TELLS = 8.0  # bits: by as much one lookalike must be liker than the other
_EXACT = 4.0  # bits that the same text to the letter is worth beyond its words
_ORDER = 0.5  # by as much the best run must be better than one with the lookalike
_LESS = 0.4  # by as much less like than the match, one is no rival
_LEAST = 0.3  # less like, one is no rival
_UNSURE = 0.33  # less like, a match is to be looked at


@dataclass(slots=True)
class Doubts:
    """What is not known, and what the rest is known by.

    Attributes:
        rivals: By old place the new places that it could be, beside its match, likeliest first.
        why: By old place what tells its match from its lookalikes.
    """

    rivals: dict[int, list[int]] = field(default_factory=dict)
    why: dict[int, set[Why]] = field(default_factory=lambda: defaultdict(set))


def find_doubts(matching: Matching, like: Likeness) -> Doubts:
    """Look at every match beside its rivals, and at what has no match beside what it is like."""
    rows: dict[int, list[Pair]] = defaultdict(list)
    columns: dict[int, list[Pair]] = defaultdict(list)
    for pair in matching.pairs.values():
        rows[pair.old].append(pair)
        columns[pair.new].append(pair)
    doubts = Doubts()
    open_pairs: dict[int, dict[int, float]] = defaultdict(dict)
    for i, k in matching.new_of.items():
        match = matching.pairs[i, k]
        if 0 < match.like < _UNSURE:
            open_pairs[i][k] = match.like
        for rival in (*rows[i], *columns[k]):
            if (rival.old, rival.new) == (i, k):
                continue
            reason = _told_apart(match, rival, matching, like)
            if reason is None:
                open_pairs[rival.old][rival.new] = rival.like
                open_pairs[i].setdefault(k, match.like)
            elif reason is not Why.NOTHING_LIKE:
                doubts.why[i].add(reason)
    for i, found in rows.items():
        if i not in matching.new_of:
            for pair in found:
                if pair.new not in matching.old_of and pair.like >= _LEAST:
                    open_pairs[i][pair.new] = pair.like
    for i, places in open_pairs.items():
        own = matching.new_of.get(i)
        others = sorted((k for k in places if k != own), key=lambda k: (-places[k], k))
        doubts.rivals[i] = others or [k for k in places if k == own]
    return doubts


def _told_apart(match: Pair, rival: Pair, matching: Matching, like: Likeness) -> Why | None:
    """What tells a match from a rival to it; None where nothing does."""
    if rival.like < max(_LEAST, match.like - _LESS):
        return Why.NOTHING_LIKE
    other = _match_of_rival(match, rival, matching)
    if other is None:
        gain = _evidence(match) - _evidence(rival)
    else:
        if rival.exact and not match.exact and not other.exact:
            return None
        crossed = like(other.old, match.new) if rival.old == match.old else like(match.old, other.new)
        gain = _evidence(match) + _evidence(other) - _evidence(rival) - _evidence(crossed)
    if gain >= _TELLS:
        return Why.TELLS_APART
    if gain <= -_TELLS:
        return None
    margin = matching.margins.get((rival.old, rival.new))
    if margin is None or margin >= _ORDER:
        return Why.NEIGHBOURS
    return None


def _match_of_rival(match: Pair, rival: Pair, matching: Matching) -> Pair | None:
    """The match of the one that is in the rival but not in the match."""
    if rival.old == match.old:
        old = matching.old_of.get(rival.new)
        return None if old is None else matching.pairs[old, rival.new]
    new = matching.new_of.get(rival.old)
    return None if new is None else matching.pairs[rival.old, new]


def _evidence(pair: Pair) -> float:
    return pair.evidence + _EXACT * pair.exact
