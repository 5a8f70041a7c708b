"""Units that were taken apart or put together: their words are shared out among several."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from delegate_desk.core.alignment_candidates import may_be_one
from delegate_desk.core.alignment_company import Matching
from delegate_desk.core.alignment_units import Item, Side
from delegate_desk.core.alignment_weights import Weights

_OF_IT = 0.55  # from here on a part is of the whole
_WHOLE = 0.5  # from here on the parts are the whole
_BETTER = 0.08  # as much liker must the parts together be than the likest alone
_PART = 8.0  # bits that a part tells at least
_FAR = 8  # items around a part in which the others are sought


@dataclass(frozen=True, slots=True)
class Parts:
    """What was taken apart and put together, by place of the whole, with its parts in order."""

    split: Mapping[int, tuple[int, ...]]
    merged: Mapping[int, tuple[int, ...]]


def find_parts(old: Side, new: Side, matching: Matching, scale: Weights) -> Parts:
    """Look among what has no match for the missing parts of what has one."""
    split = _shared_out(old.items, new.items, matching.new_of, matching.old_of, scale)
    taken = {part for parts in split.values() for part in parts}
    old_of = {k: i for k, i in matching.old_of.items() if i not in split}
    new_of = dict(matching.new_of) | dict.fromkeys(split, -1)
    merged = _shared_out(new.items, old.items, old_of, new_of, scale)
    return Parts(split, {k: parts for k, parts in merged.items() if k not in taken})


def _shared_out(
    wholes: Sequence[Item], parts: Sequence[Item], ahead: Mapping[int, int], back: Mapping[int, int], scale: Weights
) -> dict[int, tuple[int, ...]]:
    """By whole its parts, where there are several: one of them is its match, the others have none."""
    found: dict[int, tuple[int, ...]] = {}
    taken: set[int] = set()
    for whole in wholes:
        main = ahead.get(whole.place)
        if main is None or main < 0 or whole.key == parts[main].key or whole.sort == "row":
            continue
        near = [
            part
            for part in parts[max(0, main - _FAR) : main + _FAR + 1]
            if part.place not in back and part.place not in taken and may_be_one(part, whole)
            and part.total >= _PART and _share(part.words, whole.words, part.total, scale) >= _OF_IT
        ]  # fmt: skip
        chosen = _chosen(whole, parts[main], near, scale)
        if chosen:
            found[whole.place] = tuple(sorted([main, *chosen]))
            taken.update(chosen)
    return found


def _chosen(whole: Item, main: Item, near: Sequence[Item], scale: Weights) -> list[int]:
    """Those parts that bring the sum of all nearer to the whole, nearest first."""
    words = Counter(main.words)
    total = main.total
    best = _dice(words, total, whole, scale)
    chosen: list[int] = []
    for part in sorted(near, key=lambda part: (abs(part.place - main.place), part.place)):
        more = words + part.words
        like = _dice(more, total + part.total, whole, scale)
        if like >= best + _BETTER * min(1.0, part.total / max(whole.total, 1.0) * 4):
            words, total, best = more, total + part.total, like
            chosen.append(part.place)
    return chosen if best >= _WHOLE else []


def _dice(words: Counter[str], total: float, whole: Item, scale: Weights) -> float:
    common = sum(scale.plain[w] * min(n, words[w]) for w, n in whole.words.items() if w in words)
    return 2 * common / ((total + whole.total) or 1.0)


def _share(part: Counter[str], whole: Counter[str], total: float, scale: Weights) -> float:
    common = sum(scale.plain[w] * min(n, whole[w]) for w, n in part.items() if w in whole)
    return common / (total or 1.0)
