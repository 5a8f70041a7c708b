"""Alignment of texts in two languages: by structure, and by features that every language shows.

Words are not compared. Units are aligned parent by parent, in order, and all alignments are weighed: a unit that could
be aligned otherwise has alternatives.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from math import exp, log

from delegate_desk.core.documents.document import Address, Document, Kind, MarkUp, View
from delegate_desk.core.revisions.comparison import (
    Differing,
    UnitOutcome,
    Verdict,
    VerdictBasis,
    deleted_outcome,
    inserted_outcome,
)
from delegate_desk.core.revisions.translation_tree import (
    CrossLanguageSimilarity,
    GapProbabilities,
    LanguagePair,
    TreeNode,
    build_tree,
    length_deviation,
    nodes_by_address,
    pair_posteriors,
)
from delegate_desk.core.values import dataclass
from delegate_desk.core.word_diff import WordChange, WordDiff, unique_anchors

MoreOdds = Callable[[TreeNode, TreeNode], float]
_SURE = 0.97  # probability of a certain pair
_RATHER = 0.5  # minimum probability of a pair that is shown
_ALTERNATIVE = 0.02  # minimum probability of an alternative
_UNLIKE = -2.2  # log-odds: a pair with less is not certain, whatever its place
_SWAPPED = 1.5  # log-odds: minimum gain if two pairs change places
_STRONG = 6.0  # log-odds: pairs with more are not tried in other places
_NEAR = 12  # siblings: maximum distance at which two pairs are tried in each other's place
_LONG = 80  # siblings: longer rows are first divided at anchors
_RELATED = GapProbabilities(opens=0.01)
_TRANSLATED = GapProbabilities(opens=0.003)
_UNRELATED = GapProbabilities(opens=0.25, across=0.25)
_TELLS = 3.0  # log-odds of shared features that distinguish a pair from others
_NUMBERED = 6.0
"""Evidence of a printed number between two language versions of one document."""
_JUMPS = 3.0
"""Penalty of a number that is missing on one side only, as if its unit had been left out too."""


@dataclass(frozen=True, slots=True)
class SiblingMatch:
    new: TreeNode | None
    alternatives: tuple[TreeNode, ...] = ()
    is_like: bool = False
    has_moved: bool = False


_UNKNOWN = SiblingMatch(None)


@dataclass(frozen=True, slots=True)
class _SiblingPair:
    old: TreeNode
    new: TreeNode
    likely: float
    odds: float
    is_like: bool
    swapped: tuple[TreeNode, ...] = ()


@dataclass(slots=True)
class SiblingRows:
    """Aligns siblings, and stores the counterpart of each unit.

    Attributes:
        is_translation: True for two language versions of one document.
        moved: Units known to have moved: the new unit by old address.
        matches: By the address of the old unit.
    """

    language_pair: LanguagePair
    is_translation: bool
    moved: Mapping[Address, TreeNode] = field(default_factory=dict)
    matches: dict[Address, SiblingMatch] = field(default_factory=dict)
    matched_addresses: set[Address] = field(default_factory=set)
    _chances: GapProbabilities = _RELATED

    def align_roots(self, old: Sequence[TreeNode], new: Sequence[TreeNode]) -> None:
        """Align the top-level units, as related texts, or if that is worse than chance, as unrelated ones."""
        self._chances = _TRANSLATED if self.is_translation else _RELATED
        pairs = self.scored_pairs(old, new)
        if sum(pair.likely * pair.odds for pair in pairs) < 0:
            self._chances = _UNRELATED
            pairs = self.scored_pairs(old, new)
        self.record_matches(old, pairs)
        for node in [node for top in old for node in top.subtree() if node.address in self.moved]:
            self.match_units(node, self.moved[node.address], is_like=True, has_moved=True)

    def match_units(
        self, old: TreeNode, new: TreeNode, alternatives: tuple[TreeNode, ...] = (), *, is_like: bool, has_moved: bool
    ) -> None:
        match = self.matches[old.address] = SiblingMatch(new, alternatives, is_like, has_moved)
        self.matched_addresses.add(new.address)
        self.record_matches(old.children, self.scored_pairs(old.children, new.children), match)

    def scored_pairs(
        self, old: Sequence[TreeNode], new: Sequence[TreeNode], extra_odds: MoreOdds | None = None
    ) -> list[_SiblingPair]:
        moved_to = {node.address for node in self.moved.values()}
        old = [node for node in old if node.address not in self.moved]
        new = [node for node in new if node.address not in moved_to]
        if not old or not new:
            return []
        likeness = CrossLanguageSimilarity(new, self.language_pair)
        odds: dict[tuple[int, int], float] = {}

        def like(i: int, k: int) -> float | None:
            value = likeness.odds(old[i], new[k])
            if value is None:
                return None
            if self.is_translation and old[i].is_numbered and new[k].is_numbered:
                value += _NUMBERED if _name(old[i]) == _name(new[k]) else -_NUMBERED
            odds[i, k] = value + (extra_odds(old[i], new[k]) if extra_odds else 0.0)
            return odds[i, k]

        evidence = like, lambda i, k: -_JUMPS if _step_before(old, i) != _step_before(new, k) else 0.0
        pins: Sequence[tuple[int, int]] = ()
        if max(len(old), len(new)) > _LONG:
            keys = ([node.tokens if len(node.tokens) > 1 else None for node in row] for row in (old, new))
            pins = unique_anchors(*keys)
        likely = pair_posteriors(len(old), len(new), evidence, self._chances, pins)
        sure_pairs = [pair for pair, chance in likely.items() if chance >= _SURE and not self.is_translation]
        swaps = _swaps(odds, sure_pairs)
        return [
            _SiblingPair(
                old[i],
                new[k],
                chance,
                odds[i, k],
                likeness.shared_score(old[i], new[k]) >= _TELLS,
                tuple(new[other] for other in swaps.get((i, k), ())),
            )
            for (i, k), chance in likely.items()
        ]

    def record_matches(
        self, old: Sequence[TreeNode], pairs: Sequence[_SiblingPair], outer: SiblingMatch = _UNKNOWN
    ) -> None:
        by_address: dict[Address, list[_SiblingPair]] = {}
        for pair in sorted(pairs, key=lambda pair: -pair.likely):
            by_address.setdefault(pair.old.address, []).append(pair)
        for node in [node for node in old if node.address not in self.moved]:
            found = by_address.get(node.address, [])
            best = found[0] if found and found[0].likely > _RATHER else None
            others = [pair.new for pair in found if pair.likely >= _ALTERNATIVE and pair is not best]
            elsewhere = [
                best.new if best and alternative is outer.new else _same_child(node, alternative)
                for alternative in outer.alternatives
            ]
            if best is None:
                self.mark_deleted(node, tuple(dict.fromkeys((*others, *elsewhere))))
                continue
            is_sure = best.likely >= _SURE and best.odds >= _UNLIKE
            candidates = best.swapped if is_sure else others or [best.new]
            alternatives = tuple(dict.fromkeys((*candidates, *elsewhere)))
            self.match_units(node, best.new, alternatives, is_like=best.is_like and is_sure, has_moved=outer.has_moved)

    def mark_deleted(self, node: TreeNode, alternatives: tuple[TreeNode, ...]) -> None:
        """Mark a unit and its descendants as deleted; as uncertain if it has alternatives."""
        if node.address in self.moved:
            return
        self.matches[node.address] = SiblingMatch(None, tuple(other for other in alternatives if other.unit))
        for child in node.children:
            self.mark_deleted(child, tuple(_same_child(child, other) for other in alternatives))


def _swaps(odds: Mapping[tuple[int, int], float], pairs: Sequence[tuple[int, int]]) -> dict[tuple[int, int], list[int]]:
    """Return the pairs that would be more similar if they had changed places, with the other new unit."""
    found: dict[tuple[int, int], list[int]] = {}
    weak = [pair for pair in pairs if odds[pair] < _STRONG]
    for n, (i, k) in enumerate(weak):
        for j, m in weak[n + 1 : n + 1 + _NEAR]:
            if (i, m) in odds and (j, k) in odds and odds[i, m] + odds[j, k] > odds[i, k] + odds[j, m] + _SWAPPED:
                found.setdefault((i, k), []).append(m)
                found.setdefault((j, m), []).append(k)
    return found


def _same_child(child: TreeNode, alternative: TreeNode) -> TreeNode:
    name = _name(child)
    return next((other for other in alternative.children if _name(other) == name), alternative)


def _name(node: TreeNode) -> str:
    return node.address.rpartition("__")[2]


def _step_before(row: Sequence[TreeNode], place: int) -> tuple[int, str] | None:
    node, previous = row[place], row[place - 1] if place else None
    if previous is None or previous.kind != node.kind or not node.is_numbered:
        return None
    return node.number - previous.number, node.letter


_FAR = 3.5  # deviations: a larger difference in length is not one of language
_SOME = 25  # letters: a smaller difference may be one of wording


def differing(old: TreeNode, new: TreeNode, stretched: float) -> tuple[Differing, ...]:
    before, after = old.view_features, new.view_features
    ratio = log((after.length + 4) / (before.length + 4)) - stretched
    is_far = abs(ratio) > _FAR * length_deviation(min(before.length, after.length))
    found = {
        Differing.NUMBER: before.numbers != after.numbers or before.points != after.points,
        Differing.STRUCTURE: _kinds(old) != _kinds(new) or before.calls != after.calls or old.kind != new.kind,
        Differing.LENGTH: is_far and abs(after.length - before.length * exp(stretched)) >= _SOME,
    }
    return tuple(kind for kind, differs in found.items() if differs)


def _kinds(node: TreeNode) -> Counter[str]:
    return Counter(child.kind for child in node.children)


_SHARED = 5.0  # log-odds: minimum of shared features
_SURELY = 6.0  # log-odds: minimum of the pair
_CLEARLY = 4.0  # log-odds: minimum lead over any other pair
_PERHAPS = 0.0  # log-odds: minimum of an alternative to deletion
_MANY = 40_000  # pairs: of more, only those that share a feature are compared
_FEW = 3  # alternatives
_CALLED = 5.0  # log-odds for footnotes called by matching units


def find_moves(rows: SiblingRows, old: Sequence[TreeNode], new: Sequence[TreeNode]) -> dict[Address, TreeNode]:
    """Find moved units among those without a place in the order: the new unit by old address.

    A unit counts as moved only if numbers, references or names that it shares with its counterpart distinguish it from
    all others.
    """
    lost, free, likeness, scores = _unmatched_nodes(rows, old, new)
    best_old, best_new = _two_best(scores, 0), _two_best(scores, 1)
    found: dict[Address, TreeNode] = {}
    for (i, k), value in scores.items():
        is_clear = value - max(best_old[i][1], best_new[k][1]) >= _CLEARLY and value == best_old[i][0] == best_new[k][0]
        if value >= _SURELY and is_clear and likeness.shared_score(lost[i], free[k]) >= _SHARED:
            found[lost[i].address] = free[k]
    return found


def _unmatched_nodes(
    rows: SiblingRows, old: Sequence[TreeNode], new: Sequence[TreeNode]
) -> tuple[list[TreeNode], list[TreeNode], CrossLanguageSimilarity, dict[tuple[int, int], float]]:
    lost = _topmost(old, lambda node: rows.matches[node.address].new is None)
    free = _topmost(new, lambda node: node.address not in rows.matched_addresses)
    likeness = CrossLanguageSimilarity(free, rows.language_pair)
    scores: dict[tuple[int, int], float] = {}
    for i, tree_node in enumerate(lost):
        for k, other in enumerate(free):
            if len(lost) * len(free) <= _MANY or tree_node.tokens & other.tokens:
                value = likeness.odds(tree_node, other)
                if value is not None and value >= _PERHAPS:
                    scores[i, k] = value
    return lost, free, likeness, scores


def _topmost(tops: Sequence[TreeNode], predicate: Callable[[TreeNode], bool]) -> list[TreeNode]:
    found: list[TreeNode] = []
    for node in tops:
        found += [node] if predicate(node) else _topmost(node.children, predicate)
    return found


def _two_best(scores: Mapping[tuple[int, int], float], side: int) -> dict[int, tuple[float, float]]:
    found: dict[int, tuple[float, float]] = {}
    for pair, value in scores.items():
        best, second = found.get(pair[side], (0.0, 0.0))
        found[pair[side]] = (value, best) if value > best else (best, max(value, second))
    return found


def match_footnotes(
    rows: SiblingRows, old: Document, new: Document, notes: Sequence[TreeNode], others: Sequence[TreeNode]
) -> None:
    callers_old, callers_new = _calls(old), _calls(new)
    expected = {
        note: callers_new.get((match.new.address, place))
        for (caller, place), note in callers_old.items()
        if (match := rows.matches.get(caller)) and match.new and not match.alternatives
    }

    def call_odds(node: TreeNode, other: TreeNode) -> float:
        counterpart = expected.get(node.address)
        return 0.0 if counterpart is None else _CALLED if counterpart == other.address else -_CALLED

    rows.record_matches(notes, rows.scored_pairs(notes, others, call_odds))
    by_address = {note.address: note for note in others}
    for note in notes:
        counterpart = by_address.get(expected.get(note.address) or Address(""))
        match = rows.matches[note.address]
        is_lost = match.new is None and not match.alternatives
        if is_lost and counterpart and counterpart.address not in rows.matched_addresses:
            rows.match_units(note, counterpart, is_like=False, has_moved=True)


def _calls(document: Document) -> dict[tuple[Address, tuple[int, int]], Address]:
    calls = [(unit, place, call) for unit in document.units() for place, call in enumerate(unit.calls)]
    return {(unit.address, (place, len(unit.calls))): call.note for unit, place, call in calls}


_OF_TEXT = frozenset({Differing.NUMBER, Differing.LENGTH})
"""Differences that show that a unit's own words changed."""


def align_translations(
    old: Document, new: Document, *, view: View
) -> tuple[tuple[UnitOutcome, ...], Mapping[Address, tuple[Differing, ...]]]:
    """Align a text with a text in another language: outcome of each unit, and differences from counterparts.

    A unit counts as reworded if its numbers, its length or its own marks show it; for a unit that is ``same`` it is
    only known that nothing shows a change. Two language versions of one document are aligned by their printed numbers.
    A text that marks its changes is compared, before them, with a text that marks none.

    Returns:
        The outcomes, in the order of the new text; by address in the new text, the differences of a unit.
    """
    marks = view is View.AFTER and new.mark_up is not MarkUp.NONE and old.mark_up is MarkUp.NONE
    nodes, other = build_tree(old, view), build_tree(new, view, by_marks=marks)
    olds, news = nodes_by_address(nodes), nodes_by_address(other)
    languages = LanguagePair(olds, news)
    is_translation = old.header.reference is not None and old.header.reference == new.header.reference
    rows = SiblingRows(languages, is_translation)
    text_old, text_new = ([node for node in tops if node.kind != Kind.FOOTNOTE] for tops in (nodes, other))
    rows.align_roots(text_old, text_new)
    if not is_translation:
        if moves := find_moves(rows, text_old, text_new):
            rows = SiblingRows(languages, is_translation, moves)
            rows.align_roots(text_old, text_new)
        lost, free, _, scores = _unmatched_nodes(rows, text_old, text_new)
        for i, node in enumerate(lost):
            nearest = sorted((k for n, k in scores if n == i), key=lambda k: -scores[i, k])[:_FEW]
            if nearest and not rows.matches[node.address].alternatives:
                rows.mark_deleted(node, tuple(free[k] for k in nearest))
    notes_old, notes_new = ([node for node in tops if node.kind == Kind.FOOTNOTE] for tops in (nodes, other))
    match_footnotes(rows, old, new, notes_old, notes_new)
    differ: dict[Address, tuple[Differing, ...]] = {}
    for address, match in rows.matches.items():
        counterpart = match.new
        is_known = counterpart and counterpart.unit and olds[address].unit
        if counterpart and is_known and (found := differing(olds[address], counterpart, languages.length_log_ratio)):
            differ[counterpart.address] = found
    return _in_order(olds, news, rows, differ), differ


def _in_order(
    olds: Mapping[Address, TreeNode],
    news: Mapping[Address, TreeNode],
    rows: SiblingRows,
    differ: Mapping[Address, tuple[Differing, ...]],
) -> tuple[UnitOutcome, ...]:
    source_of = {
        match.new.address: olds[a] for a, match in rows.matches.items() if match.new and match.new.unit and olds[a].unit
    }
    deleted_after: dict[Address | None, list[UnitOutcome]] = {}
    previous: Address | None = None
    for address, node in olds.items():
        match = rows.matches[address]
        if match.new is not None and match.new.unit and node.unit:
            previous = previous if match.has_moved else match.new.address
        elif node.unit:
            alternatives = tuple(other.address for other in match.alternatives)
            deleted_after.setdefault(previous, []).append(deleted_outcome(address, node.text, alternatives))
    named = {other.address for match in rows.matches.values() for other in match.alternatives}
    outcomes = deleted_after.get(None, [])
    for address, node in news.items():
        if node.unit is None:
            continue
        if address in source_of:
            source, ratio = source_of[address], rows.language_pair.length_log_ratio
            outcomes.append(_outcome(source, node, rows.matches[source.address], ratio, differ.get(address, ())))
        else:
            basis = VerdictBasis.LOOKALIKES if address in named else VerdictBasis.NOTHING_LIKE
            outcomes.append(inserted_outcome(address, node.text, basis))
        outcomes += deleted_after.get(address, [])
    return tuple(outcomes)


def _outcome(
    old: TreeNode, new: TreeNode, match: SiblingMatch, stretched: float, differs: tuple[Differing, ...]
) -> UnitOutcome:
    same_address = old.address == new.address
    if new.is_marked or _OF_TEXT.intersection(differs):
        verdict = Verdict.REWORDED
    elif match.has_moved:
        verdict = Verdict.MOVED
    else:
        verdict = Verdict.SAME if same_address else Verdict.RENUMBERED
    alternatives = tuple(other.address for other in match.alternatives if other.unit)
    reasons = {
        VerdictBasis.LOOKALIKES: bool(alternatives),
        VerdictBasis.LIKENESS: match.is_like,
        VerdictBasis.ADDRESS: same_address,
        VerdictBasis.NEIGHBOURS: not match.has_moved,
    }
    words: WordDiff = ((WordChange.EQUAL, old.text),)
    similarity = 1.0
    if old.text != new.text:
        words = ((WordChange.DELETE, old.text), (WordChange.INSERT, new.text))
        before, after = old.view_features, new.view_features
        count = before.numbers.total() + after.numbers.total()
        numbers = 2 * (before.numbers & after.numbers).total() / count if count else 1.0
        length = exp(-abs(log((after.length + 4) / (before.length + 4)) - stretched))
        similarity = round((numbers + length) / 2, 3)
    basis = tuple(reason for reason, holds in reasons.items() if holds)
    stored = tuple(run for run in words if run[1])
    return UnitOutcome(old.address, new.address, verdict, similarity, stored, basis, alternatives)
