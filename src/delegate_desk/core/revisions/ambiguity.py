"""Ambiguity of matches: for every match, the other units that it could have been.

Similar units are distinguished by their differences or by their place; if words and place contradict each other, or
neither decides, the match is uncertain. The same applies to an unmatched unit that is similar to another.
"""

from collections import defaultdict
from collections.abc import Mapping

from delegate_desk.core.revisions.alignment_units import Pair, UnitSimilarity
from delegate_desk.core.revisions.comparison import VerdictBasis
from delegate_desk.core.revisions.neighbour_context import (
    ItemMatching,
    NeighbourContext,
    SplitsAndMerges,
    shares_one_clause,
)

_TELLS = 8.0  # bits: by as much one lookalike must be liker than the other
_EXACT = 8.0  # bits that the same text to the letter is worth beyond its words
_ORDER = 0.5  # by as much the best run must be better than one with the lookalike
_LESS = 0.4  # by as much less like than the match, one is no rival
_LEAST = 0.3  # less like, one is no rival
_UNSURE = 0.46  # less like, a match is to be looked at
_CLAUSE = 0.6  # the same, for one that shares words in a row and little else
_MOVED = 0.82  # the same, for a match out of its order and away from its parent
_BRIEF = 0.6  # the same, for one of few words
_FAR_BY_RARE = 0.5  # the same by its rarer words
_FAR = 0.42  # less like and elsewhere, one is no rival to a unit without a match
_NEAR = 0.18  # the same, between the same neighbours
_LEFT = 0.08  # the same, where one of the two is short
_SHORT = 20.0  # bits: what says less may be reworded whole
_FEW = 5  # units between the same neighbours that are looked at
_ANOTHER = 0.2  # by as much liker to another, a unit is a copy of that one


class AmbiguityAnalysis:
    """Ambiguity of matches, and the basis of certain matches.

    Attributes:
        alternatives: By old index the alternative new indices, most likely first; the match itself if it is only
            uncertain whether the unit was deleted.
        bases: By old index the basis that distinguishes its match from similar units.
    """

    def __init__(
        self, matching: ItemMatching, company: NeighbourContext, like: UnitSimilarity, parts: SplitsAndMerges
    ) -> None:
        self._matching, self._company, self._similarity = matching, company, like
        self.bases: dict[int, set[VerdictBasis]] = defaultdict(set)
        self._rows: dict[int, list[Pair]] = defaultdict(list)
        self._columns: dict[int, list[Pair]] = defaultdict(list)
        for pair in matching.pairs.values():
            self._rows[pair.old].append(pair)
            self._columns[pair.new].append(pair)
        self._open: dict[int, dict[int, float]] = defaultdict(dict)
        apart = {*parts.split, *(old for olds in parts.merged.values() for old in olds)}
        for i, k in matching.new_of.items():
            if i not in apart:
                self._compare_with_alternatives(matching.pairs[i, k])
        for i, k in parts.possible:
            self._open[i][k] = like(i, k).similarity
        lost = [i for i in range(company.size) if i not in matching.new_of and i not in apart]
        for i in lost:
            gap = company.gap(i, matching)
            pairs = (*self._rows[i], *(like(i, k) for k in gap[:_FEW]))
            self._open[i].update((pair.new, pair.similarity) for pair in pairs if self._may_match(pair, gap))
        for i in lost:
            self._open[i].update(
                (pair.new, pair.similarity) for pair in self._rows[i] if self._is_equally_similar(pair)
            )
        for i, k in company.unmatched_without_text(lost, matching):
            self._open[i][k] = 0.0
        self.alternatives = {i: self._ranked(i, places) for i, places in self._open.items() if places}

    def _ranked(self, old: int, places: Mapping[int, float]) -> list[int]:
        own = self._matching.new_of.get(old)
        others = sorted((k for k in places if k != own), key=lambda k: (-places[k], k))
        return others or list(places)

    def _compare_with_alternatives(self, match: Pair) -> None:
        if self._is_weak(match):
            self._open[match.old][match.new] = match.similarity
        for rival in (*self._rows[match.old], *self._columns[match.new]):
            if rival is match:
                continue
            reason = self._distinguishing_basis(match, rival)
            if reason is None:
                self._open[rival.old][rival.new] = rival.similarity
                self._open[match.old].setdefault(match.new, match.similarity)
            elif reason is not VerdictBasis.NOTHING_LIKE:
                self.bases[match.old].add(reason)

    def _is_weak(self, match: Pair) -> bool:
        says_something = match.similarity >= _NEAR or not match.texts
        if says_something and self._company.is_kept_by_children(match, _SHORT, self._matching):
            return False
        if match.exact or (match.similarity == 0.0 and not match.texts):
            return self._company.is_distinguished_by_children(match) or self._company.is_astray(match, self._matching)
        is_in_order = (match.old, match.new) in self._matching.chained
        is_in_place = self._company.is_in_place(match, self._matching, is_in_order)
        if not is_in_place and match.items[0].sort != match.items[1].sort:
            return True
        least = _UNSURE if is_in_place else _MOVED
        if match.are_of_one_kind and match.most < _SHORT:
            least = max(least, _BRIEF)
        if min(match.similarity, match.level) < least or self._is_closer_to_another(match):
            return True
        return min(match.similarity, match.level) < _CLAUSE and shares_one_clause(match)

    def _is_closer_to_another(self, pair: Pair) -> bool:
        more = pair.similarity + _ANOTHER
        return any(other.similarity > more for other in (*self._columns[pair.new], *self._rows[pair.old]))

    def _distinguishing_basis(self, match: Pair, rival: Pair) -> VerdictBasis | None:
        if rival.similarity < max(_LEAST, match.similarity - _LESS):
            return VerdictBasis.NOTHING_LIKE
        other = self._match_of_alternative(match, rival)
        if other is None:
            gain = _evidence(match) - _evidence(rival)
        else:
            if rival.exact and not match.exact and not other.exact:
                return None
            if rival.new == match.new and self._is_copied(match, rival, other):
                return None
            at = (other.old, match.new) if rival.old == match.old else (match.old, other.new)
            gain = _evidence(match) + _evidence(other) - _evidence(rival) - _evidence(self._similarity(*at))
        if gain >= _TELLS:
            return VerdictBasis.TELLS_APART
        if gain <= -_TELLS or self._company.is_led_astray(match, rival, self._matching):
            return None
        margin = self._matching.margins.get((rival.old, rival.new))
        return VerdictBasis.NEIGHBOURS if margin is None or margin >= _ORDER else None

    def _is_copied(self, match: Pair, rival: Pair, other: Pair) -> bool:
        beside = abs(other.new - match.new) == 1 and abs(other.old - match.old) != 1
        return beside and not match.exact and rival.similarity >= match.similarity - 0.05

    def _may_match(self, pair: Pair, gap: range) -> bool:
        if pair.new in self._matching.old_of:
            return False
        if pair.by_chance:
            return False
        near = pair.new in gap
        if pair.are_of_one_kind and pair.most < _SHORT:
            return near or max(pair.similarity, pair.level) >= _LEAST
        if (
            not near
            and pair.similarity < 0.5
            and any(other.similarity > pair.similarity + _ANOTHER for other in self._columns[pair.new])
        ):
            return False
        if near and pair.are_of_one_kind and pair.least < _SHORT and pair.similarity >= _LEFT:
            return True
        if near:
            return max(pair.similarity, pair.level) >= _NEAR
        return pair.level >= _FAR or pair.similarity >= _FAR_BY_RARE

    def _is_equally_similar(self, pair: Pair) -> bool:
        old = self._matching.old_of.get(pair.new)
        return (
            old is not None
            and bool(self._open.get(old))
            and pair.similarity >= self._similarity(old, pair.new).similarity - 0.05
        )

    def _match_of_alternative(self, match: Pair, rival: Pair) -> Pair | None:
        if rival.old == match.old:
            old = self._matching.old_of.get(rival.new)
            return None if old is None else self._similarity(old, rival.new)
        new = self._matching.new_of.get(rival.old)
        return None if new is None else self._similarity(rival.old, new)


def _evidence(pair: Pair) -> float:
    return pair.evidence + _EXACT * pair.exact
