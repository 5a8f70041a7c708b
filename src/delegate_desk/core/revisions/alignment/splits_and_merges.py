"""Units that were taken apart or put together: their words are shared out among several.

The parts stand side by side, and together they say what the whole says; one of them is what the whole was matched with.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from delegate_desk.core.revisions.alignment.candidates import Places, UnitSimilarity, are_compatible
from delegate_desk.core.revisions.alignment.neighbour_context import ItemMatching
from delegate_desk.core.revisions.alignment.units import AlignedText, AlignmentItem

_OF_IT = 0.35  # from here on a part is of the whole
_SURELY = 0.78  # less of it, and it is not known
_MISSING = 0.7  # of a part's words are such as no other part has
_WHOLE = 0.5  # from here on the parts are the whole
_FEW = 10  # words: of a shorter part fewer in a row are enough
_RUN = 3  # words in a row that are not shared by chance
_IN_RUNS = 0.5  # from here on a part's words stand in such runs in the whole
_IN_FEW_RUNS = 0.15
_IN_SOME_RUNS = 0.3  # the same, where nearly all its words are there
_TO_THE_WORD = 0.9  # the same, for a part that stands away from the others
_GAIN = 0.01  # as much liker must the parts together be than the likest alone
_MOST_GAIN = 0.1  # the same, though fewer still do
_MUCH_GAIN = 0.06  # the same, for what may be a part though few of its words stand in a row
_SURE_GAIN = 0.03  # the same, for what is surely a part
_LIKER = 0.1  # as much more must be of the whole than of what it was matched with
_LIKER_WHOLE = 0.02  # the same for a part that is of the whole to the word
_ALL_OF_IT = 0.97
_LOOSE = 0.6  # less like, a match is let go for a part that is of the whole to the word
_PART = 8.0  # bits: a part that tells less must stand in the whole to the word
_LONG = 20.0  # bits: a part that tells less is not surely one where it stands away from the others
_FAR = 8  # items around a part in which the others are sought


@dataclass(frozen=True, slots=True)
class SplitsAndMerges:
    """Splits and mergers of units.

    Attributes:
        split: By place of the full unit its parts, in order.
        merged: The same for mergers.
        possible: Pairs of old and new in which either may be a part of the other.
    """

    split: Mapping[int, tuple[int, ...]]
    merged: Mapping[int, tuple[int, ...]]
    possible: tuple[Places, ...] = ()


def find_splits_and_merges(
    old: AlignedText, new: AlignedText, matching: ItemMatching, like: UnitSimilarity
) -> SplitsAndMerges:
    """Look for the missing parts of what has a match; the matching then has all parts."""
    splitting = _PartFinder(old.items, new.items, matching.new_of, matching.old_of, matching.chained, like, is_old=True)
    split = splitting.all()
    merging = _PartFinder(new.items, old.items, matching.old_of, matching.new_of, matching.chained, like, is_old=False)
    merged = merging.all(without={part for parts in split.values() for part in parts}, parts_without=set(split))
    maybe = {*splitting.maybe, *((part, whole) for whole, part in merging.maybe)}
    return SplitsAndMerges(split, merged, tuple(sorted(maybe)))


class _PartFinder:
    def __init__(
        self,
        wholes: Sequence[AlignmentItem],
        parts: Sequence[AlignmentItem],
        ahead: dict[int, int],
        back: dict[int, int],
        chained: Collection[Places],
        like: UnitSimilarity,
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

    def _chosen(self, whole: AlignmentItem, main: AlignmentItem, taken: set[int]) -> list[int]:
        """Those parts that bring the sum of all nearer to the whole, those that bring the most first."""
        words, total = Counter(main.words), main.total
        chosen: list[int] = []
        near = [(self._gain(words, total, part, whole), part, is_apart) for part, is_apart in self._beside(main, taken)]
        for _, part, is_apart in sorted(near, key=lambda one: (-one[0], one[1].place)):
            gain = self._gain(words, total, part, whole)
            is_part = self._is_part(part, whole, gain, is_apart=is_apart) if gain >= _GAIN else False
            if is_part and gain >= _SURE_GAIN and self._is_missing(part, whole.words - words):
                words, total = words + part.words, total + part.total
                chosen.append(part.place)
            elif is_part is not False:
                self.maybe.append((whole.place, part.place))
                if part.place in self._back:
                    self.maybe.append((self._back[part.place], part.place))
        return chosen if self._dice(words, total, whole) >= _WHOLE else []

    def _gain(self, words: Counter[str], total: float, part: AlignmentItem, whole: AlignmentItem) -> float:
        return self._dice(words + part.words, total + part.total, whole) - self._dice(words, total, whole)

    def _beside(self, main: AlignmentItem, taken: set[int]) -> Iterator[tuple[AlignmentItem, bool]]:
        """The items on both sides, the nearest first; and whether one that has a match stands between."""
        for step in (1, -1):
            is_apart = False
            for n in range(main.place + step, main.place + step * (_FAR + 1), step):
                if not 0 <= n < len(self._parts) or n in taken:
                    break
                yield self._parts[n], is_apart
                is_apart = is_apart or n in self._back

    def _is_part(self, part: AlignmentItem, whole: AlignmentItem, gain: float, *, is_apart: bool) -> bool | None:
        """True for a unit that is of the whole, and more so than of what it was matched with; None if it may be."""
        share = self._share(part, whole)
        if share < _OF_IT or part.key == whole.key or not are_compatible(part, whole):
            return False
        shared = _in_runs(part, whole)
        some = _IN_SOME_RUNS if gain < _MOST_GAIN else _IN_FEW_RUNS
        if shared < (some if share >= _SURELY or gain >= _MUCH_GAIN else _IN_RUNS):
            return False
        to_the_word = share >= _ALL_OF_IT and shared >= _TO_THE_WORD
        before = self._back.get(part.place)
        if before is not None:
            at = (before, part.place) if self._is_old else (part.place, before)
            match = self._like(*at)
            is_loose = to_the_word and (at not in self._chained or match.similarity < _LOOSE)
            more = _LIKER_WHOLE if share >= _ALL_OF_IT else _LIKER
            if match.exact:
                return False
            if not is_loose and share < self._share(part, self._wholes[before]) + more:
                return None if to_the_word and gain >= _MUCH_GAIN and not is_apart else False
        if shared < (_TO_THE_WORD if is_apart or part.total < _PART else _IN_RUNS) or (is_apart and part.total < _LONG):
            return None
        return True if share >= _SURELY else None

    def _is_missing(self, part: AlignmentItem, left: Counter[str]) -> bool:
        brought = sum(self._plain[w] * min(n, left[w]) for w, n in part.words.items() if w in left)
        return brought >= _MISSING * part.total

    def _dice(self, words: Counter[str], total: float, whole: AlignmentItem) -> float:
        common = sum(self._plain[w] * min(n, words[w]) for w, n in whole.words.items() if w in words)
        return 2 * common / ((total + whole.total) or 1.0)

    def _share(self, part: AlignmentItem, whole: AlignmentItem) -> float:
        common = sum(self._plain[w] * min(n, whole.words[w]) for w, n in part.words.items() if w in whole.words)
        return common / (part.total or 1.0)


def _in_runs(part: AlignmentItem, whole: AlignmentItem) -> float:
    """Share of a part that is in the full unit in sequences of several words."""
    matcher = SequenceMatcher(None, part.order(), whole.order(), autojunk=False)
    run = _RUN if part.size >= _FEW else _RUN - 1
    shared = sum(block.size for block in matcher.get_matching_blocks() if block.size >= run)
    return shared / (part.size or 1)
