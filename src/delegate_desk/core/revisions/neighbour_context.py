"""Neighbourhood of units: parents, children and siblings, and what they show about a match."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import field
from difflib import SequenceMatcher

from delegate_desk.core.documents.document import Kind
from delegate_desk.core.revisions.alignment_units import (
    AlignedText,
    AlignmentItem,
    Pair,
    Places,
    UnitSimilarity,
    are_compatible,
)
from delegate_desk.core.values import dataclass

_ALL = 600  # maximum number of pairs of children that are all compared
_MOVED_LIKE = 0.5  # minimum similarity of a match away from its neighbours
_MOVED_KIN = 0.3  # the same, if its parent moved there too
_SHORT = 12.0  # bits: a unit with less is no evidence
_MUCH = 0.15
_FEW = 5  # proposals
_CLAUSE = 4  # consecutive words
_LITTLE = 0.25  # of the other words
_WORD = 4.0  # bits: the same, for a text that occurs once in each


@dataclass(slots=True)
class ItemMatching:
    """Matching of old items and new items, and its alternatives.

    Attributes:
        new_of: New index by old index.
        old_of: The reverse.
        margins: By pair considered, the total of the best chain minus that of the best chain through the pair.
        pairs: Pairs considered, by indices.
        chained: Pairs of the chain that kept its order.
        best_new_similarity: By old index the similarity of the most similar new item considered.
        best_old_similarity: The reverse.
    """

    new_of: dict[int, int] = field(default_factory=dict)
    old_of: dict[int, int] = field(default_factory=dict)
    margins: dict[Places, float] = field(default_factory=dict)
    pairs: dict[Places, Pair] = field(default_factory=dict)
    chained: set[Places] = field(default_factory=set)
    best_new_similarity: dict[int, float] = field(default_factory=dict)
    best_old_similarity: dict[int, float] = field(default_factory=dict)

    def add(self, pair: Pair) -> None:
        self.pairs[pair.old, pair.new] = pair
        self.best_new_similarity[pair.old] = max(pair.similarity, self.best_new_similarity.get(pair.old, 0.0))
        self.best_old_similarity[pair.new] = max(pair.similarity, self.best_old_similarity.get(pair.new, 0.0))

    def add_match(self, old: int, new: int) -> None:
        self.new_of[old] = new
        self.old_of[new] = old


class NeighbourContext:
    def __init__(self, old: AlignedText, new: AlignedText) -> None:
        self._old, self._new = old, new
        self._table_of_old: dict[str, str] = {}
        self._table_of_new: dict[str, str] = {}
        self._often_old = Counter(item.key for item in old.items)
        self._often_new = Counter(item.key for item in new.items)

    def match_tables(self, matching: ItemMatching) -> None:
        """Match tables by their rows: those that most of each other's rows went to and came from."""
        votes: Counter[tuple[str, str]] = Counter()
        for i, k in matching.new_of.items():
            old_parent, new_parent = self._old.items[i].parent, self._new.items[k].parent
            if old_parent and new_parent and (self._old.parents[i] is None or self._new.parents[k] is None):
                votes[old_parent, new_parent] += 1
        self._table_of_old.clear()
        self._table_of_new.clear()
        for (old_parent, new_parent), _ in sorted(votes.items(), key=lambda vote: (-vote[1], vote[0])):
            if old_parent not in self._table_of_old and new_parent not in self._table_of_new:
                self._table_of_old[old_parent] = new_parent
                self._table_of_new[new_parent] = old_parent

    def score(self, pair: Pair, matching: ItemMatching) -> float:
        item, other = pair.items
        best = max(matching.best_new_similarity.get(pair.old, 0.0), matching.best_old_similarity.get(pair.new, 0.0))
        if pair.exact:
            score = 2.0 if pair.most >= _SHORT else 1.0
        elif pair.texts == 2:
            score = 1.5 * pair.similarity - 0.3
        elif pair.are_of_one_kind:
            score = 0.05 if pair.texts else 0.2
        else:
            score = -1.0 if pair.texts else 0.0
        score -= max(0.0, best - pair.similarity - _MUCH)
        score += 0.05 * (item.address == other.address) + 0.05 * pair.are_of_one_kind
        score += 0.05 * (item.label == other.label)
        if item.sort != other.sort:
            score -= 0.3
        score += 0.3 * self.parents_agree(pair, matching) + 0.4 * self._children(pair, matching)
        for step in (-1, 1):
            if matching.new_of.get(pair.old + step) == pair.new + step:
                score += 0.1
        return score

    def may_move(self, pair: Pair, matching: ItemMatching) -> bool:
        is_there = self.parents_agree(pair, matching) > 0
        if self.children_agree(pair, matching):
            return True
        if pair.exact:
            return is_there or pair.most >= _SHORT or (pair.most >= _WORD and not self.is_repeated(pair))
        if pair.texts < 2:
            return pair.texts == 0 and (is_there or self._children(pair, matching) > 0.5)
        return pair.similarity >= (_MOVED_KIN if is_there else _MOVED_LIKE) and (is_there or pair.least >= _SHORT)

    def child_candidates(self, matching: ItemMatching) -> Iterator[Places]:
        """Return the pairs of children of matching parents, and of parents of matching children."""
        for i, k in list(matching.new_of.items()):
            olds = [n for n in self._old.children_of(i) if n not in matching.new_of]
            news = [n for n in self._new.children_of(k) if n not in matching.old_of]
            if len(olds) * len(news) <= _ALL:
                yield from ((n, m) for n in olds for m in news)
            old_parent, new_parent = self._old.parents[i], self._new.parents[k]
            if old_parent is not None and new_parent is not None:
                yield old_parent, new_parent

    def unmatched_without_text(self, lost: Iterable[int], matching: ItemMatching) -> Iterator[Places]:
        free: dict[Kind, list[int]] = defaultdict(list)
        for item in self._new.items:
            if not item.key and item.place not in matching.old_of:
                free[item.units[0].kind].append(item.place)
        for place in lost:
            item = self._old.items[place]
            if not item.key:
                yield from ((place, k) for k in free[item.units[0].kind][:_FEW])

    def has_children(self, pair: Pair) -> bool:
        return bool(self._old.children_of(pair.old) or self._new.children_of(pair.new))

    def is_repeated(self, pair: Pair) -> bool:
        """True for a unit whose text occurs more than once in one of the texts."""
        return self._often_old[pair.items[0].key] > 1 or self._often_new[pair.items[1].key] > 1

    def gap(self, old: int, matching: ItemMatching) -> range:
        """Return the new indices between those of the neighbours; empty if other units are there."""
        previous = self._nearest(old, -1, matching)
        following = self._nearest(old, 1, matching)
        first = 0 if previous is None else matching.new_of[previous] + 1
        last = len(self._new.items) if following is None else matching.new_of[following]
        places = range(first, max(first, last))
        return range(0) if any(k in matching.old_of for k in places) else places

    def children_agree(self, pair: Pair, matching: ItemMatching) -> bool:
        olds, news = self._old.children_of(pair.old), self._new.children_of(pair.new)
        new_set, old_set = set(news), set(olds)
        agreed = sum(matching.new_of.get(n) in new_set for n in olds)
        away = sum(n in matching.new_of and matching.new_of[n] not in new_set for n in olds)
        strangers = sum(n in matching.old_of and matching.old_of[n] not in old_set for n in news)
        return agreed > away + strangers

    def is_misplaced(self, match: Pair, other: Pair, matching: ItemMatching) -> bool:
        """True for a match that is not at its parent's new place, with an alternative that is."""
        return self.parents_agree(match, matching) < 0 < self.parents_agree(other, matching)

    def is_in_place(self, pair: Pair, matching: ItemMatching, is_in_order: bool) -> bool:
        """True if a unit is at its parent's new place, or kept its order if that decides nothing."""
        parents = self.parents_agree(pair, matching)
        return parents > 0 or (is_in_order and self._old.parents[pair.old] is self._new.parents[pair.new] is None)

    def _nearest(self, place: int, step: int, matching: ItemMatching) -> int | None:
        place += step
        while 0 <= place < len(self._old.items):
            if place in matching.new_of:
                return place
            place += step
        return None

    def parents_agree(self, pair: Pair, matching: ItemMatching) -> int:
        item, other = pair.items
        if item.parent is None or other.parent is None:
            return 0 if item.parent == other.parent else -1
        old_parent, new_parent = self._old.parents[pair.old], self._new.parents[pair.new]
        if old_parent is None or new_parent is None:
            # Parents that are no units, such as tables, by the new place of most of their children.
            if self._table_of_old.get(item.parent) == other.parent:
                return 1
            return -1 if item.parent in self._table_of_old or other.parent in self._table_of_new else 0
        if matching.new_of.get(old_parent) == new_parent:
            return 1
        return -1 if old_parent in matching.new_of or new_parent in matching.old_of else 0

    def _children(self, pair: Pair, matching: ItemMatching) -> float:
        olds, news = self._old.children_of(pair.old), self._new.children_of(pair.new)
        if not olds or not news:
            return 0.0
        new_set = set(news)
        agreed = sum(matching.new_of.get(n) in new_set for n in olds)
        return agreed / max(len(olds), 1)


def shares_one_clause(pair: Pair) -> bool:
    """True for two texts that have some consecutive words in common, and little else."""
    value, other = (item.order() for item in pair.items)
    block = SequenceMatcher(None, value, other, autojunk=False).find_longest_match()
    rest = Counter(value[: block.a] + value[block.a + block.size :])
    others = Counter(other[: block.b] + other[block.b + block.size :])
    size = rest.total() + others.total()
    return block.size >= _CLAUSE and 2 * (rest & others).total() < _LITTLE * size


_OF_IT = 0.35  # minimum share of a part's words in the whole
_SURELY = 0.78  # the same, for a certain part
_MISSING = 0.7  # minimum share of a part's words that no other part has
_WHOLE = 0.5  # minimum similarity of all parts together to the whole
_FEW_WORDS = 10  # words: in a shorter part shorter runs count
_RUN = 3  # consecutive words that are not shared by chance
_IN_RUNS = 0.5  # minimum share of a part's words in such runs
_IN_FEW_RUNS = 0.15
_IN_SOME_RUNS = 0.3  # the same, if nearly all its words are in the whole
_TO_THE_WORD = 0.9  # the same, for a part away from the others
_GAIN = 0.01  # minimum gain in similarity by a part
_MOST_GAIN = 0.1  # gain for which the fewest runs are enough
_MUCH_GAIN = 0.06  # gain of a possible part of which few words are in runs
_SURE_GAIN = 0.03  # gain of a certain part
_LIKER = 0.1  # minimum lead of the share in the whole over the share in the former match
_LIKER_WHOLE = 0.02  # the same for a part that is in the whole word for word
_ALL_OF_IT = 0.97
_LOOSE = 0.6  # less similar matches are given up for a part that is in the whole word for word
_PART = 8.0  # bits: a part with less must be in the whole word for word
_LONG = 20.0  # bits: a part with less is uncertain away from the others
_FAR = 8  # items around a part in which other parts are searched for


class SplitsAndMerges:
    """Splits and mergers of units, and pairs of old and new units that may be part of each other."""

    def __init__(self, old: AlignedText, new: AlignedText, matching: ItemMatching, similarity: UnitSimilarity) -> None:
        new_of, old_of, chained = matching.new_of, matching.old_of, matching.chained
        splitting = _PartFinder(old.items, new.items, new_of, old_of, chained, similarity, is_old=True)
        self.split = splitting.all()
        merging = _PartFinder(new.items, old.items, old_of, new_of, chained, similarity, is_old=False)
        parts = {part for parts in self.split.values() for part in parts}
        self.merged = merging.all(without=parts, parts_without=set(self.split))
        self.possible = sorted({*splitting.maybe, *((part, whole) for whole, part in merging.maybe)})


class _PartFinder:
    def __init__(
        self,
        wholes: Sequence[AlignmentItem],
        parts: Sequence[AlignmentItem],
        part_of: dict[int, int],
        whole_of: dict[int, int],
        chained: Collection[Places],
        similarity: UnitSimilarity,
        *,
        is_old: bool,
    ) -> None:
        self._wholes, self._parts = wholes, parts
        self._part_of, self._whole_of = part_of, whole_of
        self._chained, self._similarity, self._is_old = chained, similarity, is_old
        self._plain = similarity.plain
        self._keys = {part.key for part in parts}
        self.maybe: list[Places] = []

    def all(self, without: Collection[int] = (), parts_without: Collection[int] = ()) -> dict[int, tuple[int, ...]]:
        """Return the parts of each divided unit; former matches of these units are removed."""
        found: dict[int, tuple[int, ...]] = {}
        used = set(parts_without)
        for whole in self._wholes:
            main = self._part_of.get(whole.place)
            if main is None or whole.place in without or main in used or whole.sort == "row":
                continue
            if whole.key in self._keys:
                continue
            chosen = self._chosen(whole, self._parts[main], used)
            for part in chosen:
                previous = self._whole_of.get(part)
                if previous is not None:
                    del self._part_of[previous]
                    if self._is_old:
                        self.maybe.append((previous, part))
                self._whole_of[part] = whole.place
            if chosen:
                found[whole.place] = tuple(sorted([main, *chosen]))
                used.update(found[whole.place])
        return found

    def _chosen(self, whole: AlignmentItem, main: AlignmentItem, used: set[int]) -> list[int]:
        words, total = Counter(main.words), main.total
        chosen: list[int] = []
        near = [(self._gain(words, total, part, whole), part, is_apart) for part, is_apart in self._nearby(main, used)]
        for _, part, is_apart in sorted(near, key=lambda value: (-value[0], value[1].place)):
            gain = self._gain(words, total, part, whole)
            is_part = self._is_part(part, whole, gain, is_apart=is_apart) if gain >= _GAIN else False
            is_missing = False
            if is_part and gain >= _SURE_GAIN:
                missing = whole.words - words
                added = sum(self._plain[w] * min(n, missing[w]) for w, n in part.words.items() if w in missing)
                is_missing = added >= _MISSING * part.total
            if is_missing:
                words, total = words + part.words, total + part.total
                chosen.append(part.place)
            elif is_part is not False:
                self.maybe.append((whole.place, part.place))
                if part.place in self._whole_of:
                    self.maybe.append((self._whole_of[part.place], part.place))
        return chosen if self._dice(words, total, whole) >= _WHOLE else []

    def _gain(self, words: Counter[str], total: float, part: AlignmentItem, whole: AlignmentItem) -> float:
        return self._dice(words + part.words, total + part.total, whole) - self._dice(words, total, whole)

    def _nearby(self, main: AlignmentItem, used: set[int]) -> Iterator[tuple[AlignmentItem, bool]]:
        for step in (1, -1):
            is_apart = False
            for n in range(main.place + step, main.place + step * (_FAR + 1), step):
                if not 0 <= n < len(self._parts) or n in used:
                    break
                yield self._parts[n], is_apart
                is_apart = is_apart or n in self._whole_of

    def _is_part(self, part: AlignmentItem, whole: AlignmentItem, gain: float, *, is_apart: bool) -> bool | None:
        """True for a unit that is part of the whole rather than of its former match; None if it may be."""
        share = self._share(part, whole)
        if share < _OF_IT or part.key == whole.key or not are_compatible(part, whole):
            return False
        blocks = SequenceMatcher(None, part.order(), whole.order(), autojunk=False).get_matching_blocks()
        run = _RUN if part.size >= _FEW_WORDS else _RUN - 1
        shared = sum(block.size for block in blocks if block.size >= run) / (part.size or 1)
        minimum = _IN_SOME_RUNS if gain < _MOST_GAIN else _IN_FEW_RUNS
        if shared < (minimum if share >= _SURELY or gain >= _MUCH_GAIN else _IN_RUNS):
            return False
        is_verbatim = share >= _ALL_OF_IT and shared >= _TO_THE_WORD
        previous = self._whole_of.get(part.place)
        if previous is not None:
            places = (previous, part.place) if self._is_old else (part.place, previous)
            match = self._similarity(*places)
            is_loose = is_verbatim and (places not in self._chained or match.similarity < _LOOSE)
            margin = _LIKER_WHOLE if share >= _ALL_OF_IT else _LIKER
            if match.exact:
                return False
            if not is_loose and share < self._share(part, self._wholes[previous]) + margin:
                return None if is_verbatim and gain >= _MUCH_GAIN and not is_apart else False
        if shared < (_TO_THE_WORD if is_apart or part.total < _PART else _IN_RUNS) or (is_apart and part.total < _LONG):
            return None
        return True if share >= _SURELY else None

    def _dice(self, words: Counter[str], total: float, whole: AlignmentItem) -> float:
        common = sum(self._plain[w] * min(n, words[w]) for w, n in whole.words.items() if w in words)
        return 2 * common / ((total + whole.total) or 1.0)

    def _share(self, part: AlignmentItem, whole: AlignmentItem) -> float:
        common = sum(self._plain[w] * min(n, whole.words[w]) for w, n in part.words.items() if w in whole.words)
        return common / (part.total or 1.0)
