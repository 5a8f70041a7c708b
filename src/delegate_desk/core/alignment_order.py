"""What moved: the fewest units without which all others stand in the order that they stood in."""

from collections import defaultdict

from delegate_desk.core.alignment_matching import Family, Matching
from delegate_desk.core.alignment_units import Side
from delegate_desk.core.words import rising


def moved(old: Side, new: Side, matching: Matching) -> frozenset[int]:
    """The old places of what moved: away from its parent, past its siblings, or with a parent that moved."""
    one, other = Family(old), Family(new)
    became = {old.items[i].address: new.items[k].address for i, k in matching.new_of.items()}
    siblings: dict[str | None, list[tuple[int, int]]] = defaultdict(list)
    away: set[int] = set()
    for i, k in sorted(matching.new_of.items()):
        above, over = old.items[i].above, new.items[k].above
        if above in became and became[above] != over:
            away.add(i)
        else:
            siblings[over].append((i, k))
    for pairs in siblings.values():
        stayed = set(rising(pairs))
        away.update(i for i, k in pairs if (i, k) not in stayed)
    for i in sorted(matching.new_of):
        above_place = one.parents[i]
        if above_place is not None and above_place in away and _with_parent(i, above_place, other, matching):
            away.add(i)
    return frozenset(away)


def _with_parent(place: int, above: int, other: Family, matching: Matching) -> bool:
    """True if a unit went where its parent went."""
    return other.parents[matching.new_of[place]] == matching.new_of.get(above)
