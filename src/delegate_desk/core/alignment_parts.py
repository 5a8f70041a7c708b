"""Units that were taken apart or put together: their words are shared out among several.

The parts stand side by side, and together they say what the whole says; one of them is what the whole was matched with.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from delegate_desk.core.alignment_candidates import Likeness, may_be_one
from delegate_desk.core.alignment_chains import Places
from delegate_desk.core.alignment_company import Matching
from delegate_desk.core.alignment_units import Item, Side

_OF_IT = 0.35  # from here on a part is of the whole
_SURELY = 0.78  # less of it, and it is not known
_WHOLE = 0.5  # from here on the parts are the whole
_FEW = 10  # words: of a shorter part fewer in a row are enough
_RUN = 3  # words in a row that are not shared by chance
_IN_RUNS = 0.5  # from here on a part's words stand in such runs in the whole
_IN_SOME_RUNS = 0.3  # the same, where nearly all its words are there
_TO_THE_WORD = 0.9  # the same, for a part that stands away from the others
_GAIN = 0.01  # as much liker must the parts together be than the likest alone
_MUCH_GAIN = 0.06  # the same, for what may be a part though few of its words stand in a row
_SURE_GAIN = 0.03  # the same, for what is surely a part
_LIKER = 0.1  # as much more must be of the whole than of what it was matched with
_LIKER_WHOLE = 0.02  # the same for a part that is of the whole to the word
_ALL_OF_IT = 0.97
_LOOSE = 0.6  # less like, a match is let go for a part that is of the whole to the word
_PART = 8.0  # bits: a part that tells less must stand in the whole to the word
_FAR = 8  # items around a part in which the others are sought


@dataclass(frozen=True, slots=True)
class Parts:
    """What was taken apart and put together.

    Attributes:
        split: By place of the whole its parts, in order.
        merged: The same of what was put together.
        maybe: Pairs of old and new of which one may be a part of the other.
    """

    split: Mapping[int, tuple[int, ...]]
    merged: Mapping[int, tuple[int, ...]]
    maybe: tuple[Places, ...] = ()


def find_parts(old: Side, new: Side, matching: Matching, like: Likeness) -> Parts:
    """Look for the missing parts of what has a match; the matching then has all parts."""
    splitting = _Sharing(old.items, new.items, matching.new_of, matching.old_of, matching.chained, like, is_old=True)
    split = splitting.all()
    merging = _Sharing(new.items, old.items, matching.old_of, matching.new_of, matching.chained, like, is_old=False)
    merged = merging.all(without={part for parts in split.values() for part in parts}, parts_without=set(split))
    maybe = {*splitting.maybe, *((part, whole) for whole, part in merging.maybe)}
    return Parts(split, merged, tuple(sorted(maybe)))


class _Sharing:
    """Wholes on one side whose words are shared out on the other."""

    def __init__(
        self,
        wholes: Sequence[Item],
        parts: Sequence[Item],
        ahead: dict[int, int],
        back: dict[int, int],
        chained: Collection[Places],
        like: Likeness,
        *,
        is_old: bool,
    ) -> None:
        self._wholes, self._parts = wholes, parts
        self._ahead, self._back = ahead, back
        self._chained, self._like, self._is_old = chained, like, is_old
        self._plain = like.scale.plain
        self._keys = {part.key for part in parts}
        self.maybe: list[Places] = []

    def all(self, without: Collection[int] = (), parts_without: Collection[int] = ()) -> dict[int, tuple[int, ...]]:
        """By whole its parts, where there are several; what they were matched with before is let go."""
        found: dict[int, tuple[int, ...]] = {}
        taken = set(parts_without)
        for whole in self._wholes:
            main = self._ahead.get(whole.place)
            if main is None or whole.place in without or main in taken or whole.sort == "row":
                continue
            if whole.key in self._keys:
                continue
            chosen = self._chosen(whole, self._parts[main], taken)
            for part in chosen:
                before = self._back.get(part)
                if before is not None:
                    del self._ahead[before]
                    if self._is_old:
                        self.maybe.append((before, part))
                self._back[part] = whole.place
            if chosen:
                found[whole.place] = tuple(sorted([main, *chosen]))
                taken.update(found[whole.place])
        return found

    def _chosen(self, whole: Item, main: Item, taken: set[int]) -> list[int]:
        """Those parts that bring the sum of all nearer to the whole, nearest first."""
        words, total = Counter(main.words), main.total
        best = self._dice(words, total, whole)
        chosen: list[int] = []
        for step in (1, -1):
            is_apart = False
            for part in self._beside(main.place, step):
                if part.place in taken:
                    break
                gain = self._dice(words + part.words, total + part.total, whole) - best
                is_part = self._is_part(part, whole, gain, is_apart=is_apart) if gain >= _GAIN else False
                if is_part and gain >= _SURE_GAIN:
                    words, total, best = words + part.words, total + part.total, best + gain
                    chosen.append(part.place)
                    continue
                if is_part is not False:
                    self.maybe.append((whole.place, part.place))
                is_apart = is_apart or part.place in self._back
        return chosen if best >= _WHOLE else []

    def _beside(self, place: int, step: int) -> Iterator[Item]:
        """The items that follow on one side."""
        for n in range(place + step, place + step * (_FAR + 1), step):
            if not 0 <= n < len(self._parts):
                return
            yield self._parts[n]

    def _is_part(self, part: Item, whole: Item, gain: float, *, is_apart: bool) -> bool | None:
        """True for a unit that is of the whole, and more so than of what it was matched with; None if it may be."""
        share = self._share(part, whole)
        if share < _OF_IT or part.key == whole.key or not may_be_one(part, whole):
            return False
        shared = _in_runs(part, whole)
        if shared < (_IN_SOME_RUNS if share >= _SURELY or gain >= _MUCH_GAIN else _IN_RUNS):
            return False
        to_the_word = share >= _ALL_OF_IT and shared >= _TO_THE_WORD
        before = self._back.get(part.place)
        if before is not None:
            at = (before, part.place) if self._is_old else (part.place, before)
            match = self._like(*at)
            is_loose = to_the_word and (at not in self._chained or match.like < _LOOSE)
            more = _LIKER_WHOLE if share >= _ALL_OF_IT else _LIKER
            if match.exact or not (is_loose or share >= self._share(part, self._wholes[before]) + more):
                return False
        if shared < (_TO_THE_WORD if is_apart or part.total < _PART else _IN_RUNS):
            return None
        return True if share >= _SURELY else None

    def _dice(self, words: Counter[str], total: float, whole: Item) -> float:
        common = sum(self._plain[w] * min(n, words[w]) for w, n in whole.words.items() if w in words)
        return 2 * common / ((total + whole.total) or 1.0)

    def _share(self, part: Item, whole: Item) -> float:
        common = sum(self._plain[w] * min(n, whole.words[w]) for w, n in part.words.items() if w in whole.words)
        return common / (part.total or 1.0)


def _in_runs(part: Item, whole: Item) -> float:
    """How much of a part stands in the whole in runs of some words."""
    matcher = SequenceMatcher(None, part.order(), whole.order(), autojunk=False)
    run = _RUN if part.size >= _FEW else _RUN - 1
    shared = sum(block.size for block in matcher.get_matching_blocks() if block.size >= run)
    return shared / (part.size or 1)
