"""Alignment: the outcome of each unit of one text in another.

Units whose words occur once in each text are the anchors; the rest is matched in order, by words and neighbours; then
moves, splits and mergers are found. Finally each match is compared with similar units; if it is not certain, the
outcome says so.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from delegate_desk.core import word_diff
from delegate_desk.core.documents.document import Address, Paragraph, View
from delegate_desk.core.progress import TOTAL_STEPS, Steps, scale_progress
from delegate_desk.core.revisions.alignment_units import (
    NAMED,
    AlignedText,
    AlignmentItem,
    Chain,
    Links,
    Names,
    Pair,
    Places,
    UnitSimilarity,
    are_compatible,
    best_chain,
    candidates,
    expected_positions,
    prepare_text,
    replace_references,
)
from delegate_desk.core.revisions.comparison import (
    UnitOutcome,
    Verdict,
    VerdictBasis,
    deleted_outcome,
    inserted_outcome,
    lost_after,
    text_similarity,
)
from delegate_desk.core.revisions.neighbour_context import (
    ItemMatching,
    NeighbourContext,
    SplitsAndMerges,
    shares_one_clause,
)
from delegate_desk.core.text import is_same_text, normalise_typography
from delegate_desk.core.word_diff import longest_increasing_chain

_CELLS = 64
"""Maximum number of cells of a row that are counted."""


_TELLS = 8.0  # bits: minimum lead of the match over a similar pair
_EXACT = 8.0  # bits added for identical text, beyond its words
_ORDER = 0.5  # minimum lead of the best chain over the best one through the similar pair
_LESS = 0.4  # units less similar than the match by this much are no alternative
_LEAST = 0.3  # minimum similarity of an alternative
_UNSURE = 0.46  # minimum similarity of a certain match
_CLAUSE = 0.6  # the same, for two texts with one common clause and little else
_MOVED = 0.82  # the same, out of its order and away from its parent
_BRIEF = 0.6  # the same, for short units
_FAR_BY_RARE = 0.5  # minimum similarity of an alternative to deletion, elsewhere
_FAR = 0.42  # the same, each word counted alike
_NEAR = 0.18  # the same, between the same neighbours
_LEFT = 0.08  # the same, if one of the two is also short
_SHORT = 20.0  # bits: a unit with less may be completely reworded
_FEW = 5  # units between the same neighbours that are compared
_ANOTHER = 0.2  # a unit more similar to another by this much is a copy of that one


class AmbiguityAnalysis:
    """Ambiguity of matches: for every match, the other units that it could have been.

    Similar units are distinguished by their differences or by their place; if words and place contradict each other, or
    neither decides, the match is uncertain. The same applies to an unmatched unit that is similar to another.

    Attributes:
        alternatives: By old index the alternative new indices, most likely first; the match itself if it is only
            uncertain whether the unit was deleted.
        bases: By old index the basis that distinguishes its match from similar units.
    """

    def __init__(
        self, matching: ItemMatching, context: NeighbourContext, similarity: UnitSimilarity, parts: SplitsAndMerges
    ) -> None:
        self._matching, self._context, self._similarity = matching, context, similarity
        self.bases: dict[int, set[VerdictBasis]] = defaultdict(set)
        self._rows: dict[int, list[Pair]] = defaultdict(list)
        self._columns: dict[int, list[Pair]] = defaultdict(list)
        for pair in matching.pairs.values():
            self._rows[pair.old].append(pair)
            self._columns[pair.new].append(pair)
        self._open: dict[int, dict[int, float]] = defaultdict(dict)
        divided = {*parts.split, *(old for olds in parts.merged.values() for old in olds)}
        for i, k in matching.new_of.items():
            if i in divided:
                continue
            match = matching.pairs[i, k]
            if self._is_weak(match):
                self._open[match.old][match.new] = match.similarity
            for other in (*self._rows[match.old], *self._columns[match.new]):
                if other is match:
                    continue
                reason = self._distinguishing_basis(match, other)
                if reason is None:
                    self._open[other.old][other.new] = other.similarity
                    self._open[match.old].setdefault(match.new, match.similarity)
                elif reason is not VerdictBasis.NOTHING_LIKE:
                    self.bases[match.old].add(reason)
        for i, k in parts.possible:
            self._open[i][k] = similarity(i, k).similarity
        lost = [i for i in range(len(similarity.old)) if i not in matching.new_of and i not in divided]
        for i in lost:
            gap = context.gap(i, matching)
            pairs = (*self._rows[i], *(similarity(i, k) for k in gap[:_FEW]))
            self._open[i].update((pair.new, pair.similarity) for pair in pairs if self._may_match(pair, gap))
        for i in lost:
            for pair in self._rows[i]:
                holder = matching.old_of.get(pair.new)
                if holder is None or not self._open.get(holder):
                    continue
                if pair.similarity >= similarity(holder, pair.new).similarity - 0.05:
                    self._open[i][pair.new] = pair.similarity
        for i, k in context.unmatched_without_text(lost, matching):
            self._open[i][k] = 0.0
        self.alternatives: dict[int, list[int]] = {}
        for i, places in self._open.items():
            others = sorted((k for k in places if k != matching.new_of.get(i)), key=lambda k: (-places[k], k))
            if places:
                self.alternatives[i] = others or list(places)

    def _is_weak(self, match: Pair) -> bool:
        says_something = match.similarity >= _NEAR or not match.texts
        are_short = {item.sort for item in match.items} == {"head"} or match.most < _SHORT
        if says_something and (are_short or match.exact) and self._context.children_agree(match, self._matching):
            return False  # the children stayed with it, which identify it
        if match.exact or (match.similarity == 0.0 and not match.texts):
            is_at_parent = self._context.parents_agree(match, self._matching) >= 0
            return self._context.is_repeated(match) and (self._context.has_children(match) or not is_at_parent)
        is_in_order = (match.old, match.new) in self._matching.chained
        is_in_place = self._context.is_in_place(match, self._matching, is_in_order)
        if not is_in_place and match.items[0].sort != match.items[1].sort:
            return True
        minimum = _UNSURE if is_in_place else _MOVED
        if match.are_of_one_kind and match.most < _SHORT:
            minimum = max(minimum, _BRIEF)
        limit = match.similarity + _ANOTHER
        is_closer = any(other.similarity > limit for other in (*self._columns[match.new], *self._rows[match.old]))
        if min(match.similarity, match.level) < minimum or is_closer:
            return True
        return min(match.similarity, match.level) < _CLAUSE and shares_one_clause(match)

    def _distinguishing_basis(self, match: Pair, similar: Pair) -> VerdictBasis | None:
        if similar.similarity < max(_LEAST, match.similarity - _LESS):
            return VerdictBasis.NOTHING_LIKE
        old, new = similar.old, similar.new
        holder = self._matching.old_of.get(new) if old == match.old else self._matching.new_of.get(old)
        if holder is None:
            gain = _evidence(match) - _evidence(similar)
        else:
            other = self._similarity(holder, new) if old == match.old else self._similarity(old, holder)
            if similar.exact and not match.exact and not other.exact:
                return None
            is_beside = abs(other.new - match.new) == 1 and abs(other.old - match.old) != 1
            is_copied = is_beside and not match.exact and similar.similarity >= match.similarity - 0.05
            if new == match.new and is_copied:
                return None
            crossed = (other.old, match.new) if old == match.old else (match.old, other.new)
            gain = _evidence(match) + _evidence(other) - _evidence(similar) - _evidence(self._similarity(*crossed))
        if gain >= _TELLS:
            return VerdictBasis.TELLS_APART
        if gain <= -_TELLS or self._context.is_misplaced(match, similar, self._matching):
            return None
        margin = self._matching.margins.get((similar.old, similar.new))
        return VerdictBasis.NEIGHBOURS if margin is None or margin >= _ORDER else None

    def _may_match(self, pair: Pair, gap: range) -> bool:
        if pair.new in self._matching.old_of:
            return False
        if pair.by_chance:
            return False
        is_near = pair.new in gap
        if pair.are_of_one_kind and pair.most < _SHORT:
            return is_near or max(pair.similarity, pair.level) >= _LEAST
        limit = pair.similarity + _ANOTHER
        if not is_near and pair.similarity < 0.5 and any(other.similarity > limit for other in self._columns[pair.new]):
            return False
        if is_near and pair.are_of_one_kind and pair.least < _SHORT and pair.similarity >= _LEFT:
            return True
        if is_near:
            return max(pair.similarity, pair.level) >= _NEAR
        return pair.level >= _FAR or pair.similarity >= _FAR_BY_RARE


def _evidence(pair: Pair) -> float:
    return pair.evidence + _EXACT * pair.exact


class _OutcomeBuilder:
    def __init__(
        self,
        old: AlignedText,
        new: AlignedText,
        matching: ItemMatching,
        parts: SplitsAndMerges,
        ambiguities: AmbiguityAnalysis,
        links: tuple[Links, Links],
        names: tuple[Names, Names],
        view: View,
    ) -> None:
        self._old, self._new = old.items, new.items
        self._matching, self._parts, self._ambiguities = matching, parts, ambiguities
        self._links, self._names, self._view = links, names, view
        self._split = {k: i for i, parts_of in parts.split.items() for k in parts_of}
        self._merged = {i: k for k, parts_of in parts.merged.items() for i in parts_of}
        divided = {*parts.split, *self._merged}
        # A row counts as many times as it has cells, footnotes are separate; unsure units that keep the order stay.
        self._moved: set[int] = set()
        for is_notes in (False, True):
            pairs = [
                (i, k)
                for i, k in sorted(matching.new_of.items())
                if i not in divided and (self._old[i].sort == "note") is is_notes
            ]
            cells = [
                (i * _CELLS + n, k * _CELLS + n)
                for i, k in pairs
                for n in range(min(len(self._old[i].units), len(self._new[k].units), _CELLS))
            ]
            sure_cells = [cell for cell in cells if cell[0] // _CELLS not in ambiguities.alternatives]
            fixed = set(longest_increasing_chain(sure_cells))
            # Cells that keep the order of those that stayed for sure.
            next_sure = [0] * (len(cells) + 1)
            next_sure[-1] = 1 << 62
            for n in range(len(cells) - 1, -1, -1):
                next_sure[n] = cells[n][1] if cells[n] in fixed else next_sure[n + 1]
            stored: list[Places] = []
            last_sure = -1
            for n, cell in enumerate(cells):
                if cell in fixed:
                    last_sure = cell[1]
                    stored.append(cell)
                elif last_sure < cell[1] < next_sure[n]:
                    stored.append(cell)
            stayed = {i // _CELLS for i, _ in longest_increasing_chain(stored)}
            self._moved.update(i for i, _ in pairs if i not in stayed)

    def all(self) -> Iterator[UnitOutcome]:
        kept = {*self._matching.new_of, *self._parts.split, *self._merged}
        deleted = lost_after(len(self._old), kept.__contains__)
        yield from self._deleted_outcomes(deleted.get(-1, ()))
        for item in self._new:
            if item.place in self._split:
                old = self._old[self._split[item.place]]
                yield self._outcome(old.units[0], item.units[0], old.place, Verdict.SPLIT)
            elif item.place in self._parts.merged:
                for place in self._parts.merged[item.place]:
                    yield self._outcome(self._old[place].units[0], item.units[0], place, Verdict.MERGED)
            elif item.place in self._matching.old_of:
                yield from self._matched_outcomes(self._old[self._matching.old_of[item.place]], item)
            else:
                for unit in item.units:
                    yield inserted_outcome(unit.address, self._text(unit))
            for place in self._sources(item.place):
                yield from self._deleted_outcomes(deleted.get(place, ()))

    def _sources(self, new: int) -> Sequence[int]:
        """Return the old items after which deleted units are reported; a split one at its last part."""
        if new in self._split:
            old = self._split[new]
            return [old] if new == self._parts.split[old][-1] else []
        if new in self._parts.merged:
            return self._parts.merged[new]
        old_place = self._matching.old_of.get(new)
        return [] if old_place is None else [old_place]

    def _deleted_outcomes(self, places: Iterable[int]) -> Iterator[UnitOutcome]:
        for place in places:
            for n, unit in enumerate(self._old[place].units):
                yield deleted_outcome(unit.address, self._text(unit), self._alternative_addresses(place, n))

    def _matched_outcomes(self, old: AlignmentItem, new: AlignmentItem) -> Iterator[UnitOutcome]:
        old_of = {n: n for n in range(len(new.units))}
        if len(old.units) != len(new.units):
            old_of = {}
            start = 0
            texts = [normalise_typography(text) for text in new.texts]
            for i, text in enumerate(old.texts):
                key = normalise_typography(text)
                if key in texts[start:]:
                    k = texts.index(key, start)
                    old_of[k] = i
                    start = k + 1
        for k, unit in enumerate(new.units):
            if k in old_of:
                yield self._outcome(old.units[old_of[k]], unit, old.place)
            else:
                yield inserted_outcome(unit.address, self._text(unit))
        matched = set(old_of.values())
        for i, unit in enumerate(old.units):
            if i not in matched:
                yield deleted_outcome(unit.address, self._text(unit))

    def _outcome(self, old: Paragraph, new: Paragraph, place: int, verdict: Verdict | None = None) -> UnitOutcome:
        words = word_diff.diff_words(self._text(old), self._text(new))
        if verdict is None and not self._is_same(old, new):
            verdict = Verdict.REWORDED
        elif verdict is None and place in self._moved:
            verdict = Verdict.MOVED
        elif verdict is None:
            verdict = Verdict.SAME if old.address == new.address else Verdict.RENUMBERED
        alternatives = self._alternative_addresses(place, self._old[place].units.index(old))
        basis = self._basis(old, new, place, verdict)
        return UnitOutcome(old.address, new.address, verdict, text_similarity(words), words, basis, alternatives)

    def _is_same(self, old: Paragraph, new: Paragraph) -> bool:
        if is_same_text(self._text(old), self._text(new)):
            return True
        (links_old, links_new), (name_old, name_new) = self._links, self._names
        before, after = links_old.get(old.address, ()), links_new.get(new.address, ())
        if not before or not after:
            return False
        return is_same_text(
            replace_references(self._text(old), before, name_old), replace_references(self._text(new), after, name_new)
        )

    def _basis(self, old: Paragraph, new: Paragraph, place: int, verdict: Verdict) -> tuple[VerdictBasis, ...]:
        reasons = set(self._ambiguities.bases.get(place, ()))
        if verdict in {Verdict.SPLIT, Verdict.MERGED}:
            return (VerdictBasis.PARTS, *sorted(reasons))
        if self._ambiguities.alternatives.get(place):
            return (VerdictBasis.LOOKALIKES,)
        match = self._matching.pairs.get((place, self._matching.new_of.get(place, -1)))
        first = [VerdictBasis.WORDS_ONCE] if match and match.exact and not reasons else []
        if old.address == new.address:
            reasons.add(VerdictBasis.ADDRESS)
        if match and not match.exact and match.similarity >= 0.5:
            first.append(VerdictBasis.LIKENESS)
        if not first and not reasons:
            reasons.add(VerdictBasis.NEIGHBOURS)
        return (*first, *(reason for reason in VerdictBasis if reason in reasons))

    def _alternative_addresses(self, place: int, n: int) -> tuple[Address, ...]:
        items = [self._new[k] for k in self._ambiguities.alternatives.get(place, ())]
        return tuple(item.units[min(n, len(item.units) - 1)].address for item in items)

    def _text(self, unit: Paragraph) -> str:
        return unit.in_view(self._view).text


_ROUNDS = 3
_MOVES = 12  # maximum number of rounds in which moved runs are found
_ALL = 600  # maximum number of pairs of a gap that are all compared
_AROUND = 5
_AT_LEAST = 0.2
_AS_LIKE = 0.05  # maximum difference between units that are equally similar
_WEAK = 0.45  # matches in order with this similarity are kept
_STRONGER = 0.3  # minimum lead of a match elsewhere


def match_items(
    old: AlignedText, new: AlignedText, context: NeighbourContext, similarity: UnitSimilarity
) -> Steps[ItemMatching]:
    expected = expected_positions(old, new)
    matching = ItemMatching()
    pairs = matching.pairs
    for n, pairs_of_item in enumerate(candidates(old.items, new.items, similarity, expected)):
        for pair in pairs_of_item:
            matching.add(pair)
        if n % 50 == 0:
            yield n, len(old.items)
    for _ in range(_ROUNDS):
        chain = _match_by_best_chain(matching, context)
        for i, k in [*_in_gaps(chain.pairs, old, new), *context.child_candidates(matching)]:
            if (i, k) not in pairs and are_compatible(old.items[i], new.items[k]):
                pair = similarity(i, k)
                is_like = pair.similarity >= _AT_LEAST and not pair.by_chance
                if is_like or pair.texts < 2 or context.children_agree(pair, matching):
                    matching.add(pair)
    chain = _match_by_best_chain(matching, context)
    matching.margins = {pin: chain.score - through for pin, through in chain.best_through.items()}
    matching.chained = set(chain.pairs)
    # Weak matches that conflict with strong ones elsewhere are removed.
    for pair in sorted(matching.pairs.values(), key=lambda p: (-p.similarity, p.old, p.new)):
        i, k = pair.old, pair.new
        if matching.new_of.get(i) == k or not context.may_move(pair, matching):
            continue
        conflicts = {(i, matching.new_of[i])} if i in matching.new_of else set()
        conflicts |= {(matching.old_of[k], k)} if k in matching.old_of else set()
        weak = pair.similarity - _STRONGER if pair.exact else min(_WEAK, pair.similarity - _STRONGER)
        if conflicts and all(pairs[pin].similarity < weak and pairs[pin].texts == 2 for pin in conflicts):
            for pin in conflicts:
                del matching.new_of[pin[0]], matching.old_of[pin[1]]
                matching.chained.discard(pin)
            matching.add_match(i, k)
    lost = [item for item in old.items if item.place not in matching.new_of]
    free = [item for item in new.items if item.place not in matching.old_of]
    for pairs_of_item in candidates(lost, free, similarity, expected):
        for pair in pairs_of_item:
            matching.add(pair)
    _find_moved(matching, context, similarity)
    yield len(old.items), len(old.items)
    return matching


def _match_by_best_chain(matching: ItemMatching, context: NeighbourContext) -> Chain:
    context.match_tables(matching)
    chain = best_chain({pin: context.score(pair, matching) for pin, pair in matching.pairs.items()})
    matching.new_of, matching.old_of = dict(chain.pairs), {k: i for i, k in chain.pairs}
    return chain


def _reassign_misplaced(matching: ItemMatching, context: NeighbourContext) -> bool:
    is_any = False
    for pair in matching.pairs.values():
        old = matching.old_of.get(pair.new)
        if old is None or pair.old in matching.new_of:
            continue
        if pair.similarity < matching.pairs[old, pair.new].similarity - _AS_LIKE:
            continue
        if context.is_misplaced(matching.pairs[old, pair.new], pair, matching):
            del matching.new_of[old]
            matching.chained.discard((old, pair.new))
            matching.add_match(pair.old, pair.new)
            is_any = True
    return is_any


def _find_moved(matching: ItemMatching, context: NeighbourContext, similarity: UnitSimilarity) -> None:
    """Find runs of unmatched units that moved together, each in its own order."""
    pairs = matching.pairs
    for _ in range(_MOVES):
        context.match_tables(matching)
        for i, k in context.child_candidates(matching):
            if (i, k) not in pairs and are_compatible(similarity.old[i], similarity.new[k]):
                matching.add(similarity(i, k))
        free = {pin: p for pin, p in pairs.items() if pin[0] not in matching.new_of and pin[1] not in matching.old_of}
        scores = {pin: context.score(p, matching) for pin, p in free.items() if context.may_move(p, matching)}
        chain = best_chain(scores)
        for i, k in chain.pairs:
            matching.add_match(i, k)
        if not _reassign_misplaced(matching, context) and not chain.pairs:
            return
        for pin, through in chain.best_through.items():
            matching.margins[pin] = chain.score - through


def _in_gaps(pins: Iterable[Places], old: AlignedText, new: AlignedText) -> Iterator[Places]:
    i = k = 0
    for n, m in [*pins, (len(old.items), len(new.items))]:
        if (n - i) * (m - k) <= _ALL:
            yield from ((a, b) for a in range(i, n) for b in range(k, m))
        else:
            for a in range(i, n):
                about = k + (m - k) * (a - i) // (n - i)
                yield from ((a, b) for b in range(max(k, about - _AROUND), min(m, about + _AROUND + 1)))
        i, k = n + 1, m + 1


_NONE: Links = {}


def align(
    old: Sequence[Paragraph],
    new: Sequence[Paragraph],
    *,
    view: View = View.AFTER,
    links_old: Links = _NONE,
    links_new: Links = _NONE,
) -> Steps[tuple[UnitOutcome, ...]]:
    """Find the outcome of each unit of an old text in a new text; slow for long texts, safe on any thread.

    The outcomes are in the order of the new text; a deleted unit follows the unit that it followed before.

    Args:
        links_old: Cross-references of the old text; together with those of the new text they distinguish a renumbered
            reference from one to another place.
        links_new: Cross-references of the new text.
    """
    rounds = 2 if links_old or links_new else 1
    part = TOTAL_STEPS // (rounds + 1)
    names: tuple[Names, Names] = (lambda _: "", lambda _: "")
    for n in range(rounds):
        aligned_text = prepare_text(old, view, links_old, names[0])
        other = prepare_text(new, view, links_new, names[1])
        similarity = UnitSimilarity(aligned_text, other)
        context = NeighbourContext(aligned_text, other)
        finding = match_items(aligned_text, other, context, similarity)
        matching = yield from scale_progress(finding, n * part, (n + 1) * part)
        names = _names(aligned_text, other, matching.new_of)
    parts = SplitsAndMerges(aligned_text, other, matching, similarity)
    names = _names(aligned_text, other, {**matching.new_of, **{old: news[0] for old, news in parts.split.items()}})
    ambiguities = AmbiguityAnalysis(matching, context, similarity, parts)
    yield rounds * part, TOTAL_STEPS
    links = (links_old, links_new)
    builder = _OutcomeBuilder(aligned_text, other, matching, parts, ambiguities, links, names, view)
    outcomes = tuple(builder.all())
    yield TOTAL_STEPS, TOTAL_STEPS
    return outcomes


def _names(old: AlignedText, new: AlignedText, new_of: Mapping[int, int]) -> tuple[Names, Names]:
    """Return one word for each place, the same for an old place and its new counterpart."""
    became: Mapping[str, str] = {old.items[i].address: new.items[k].address for i, k in new_of.items()}

    def name_old(target: Address) -> str:
        head, tail = str(target), ""
        while head and head not in became:
            head, _, last = head.rpartition("__")
            tail = f"__{last}{tail}"
        return _word(f"{became[head]}{tail}") if head else f"{_word(target)}gone"

    return name_old, _word


def _word(address: str) -> str:
    return NAMED + address.replace("_", "")
