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
_SURE = 0.97  # how likely a pair is that is taken as known
_RATHER = 0.5  # how likely one is that is shown
_RIVAL = 0.02  # how likely one is that is named beside it
_UNLIKE = -2.2  # odds, as a logarithm: pairs that are less like are not taken as known, however they stand
_SWAPPED = 1.5  # by how much liker two pairs must be crosswise, likewise
_STRONG = 6.0  # pairs that are so like are not looked at crosswise
_NEAR = 12  # siblings: as far units are tried in each other's place
_LONG = 80  # siblings: longer rows are first pinned together
_KINDRED = GapProbabilities(opens=0.01)
_TWINS = GapProbabilities(opens=0.003)
_STRANGERS = GapProbabilities(opens=0.25, across=0.25)
_TELLS = 3.0  # what two units share that tells them from others, as the logarithm of odds
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
    _chances: GapProbabilities = _KINDRED

    def align_roots(self, old: Sequence[TreeNode], new: Sequence[TreeNode]) -> None:
        """Align the top-level units, as related texts, or if that is worse than chance, as unrelated ones."""
        self._chances = _TWINS if self.is_translation else _KINDRED
        pairs = self.scored_pairs(old, new)
        if sum(pair.likely * pair.odds for pair in pairs) < 0:
            self._chances = _STRANGERS
            pairs = self.scored_pairs(old, new)
        self.record_matches(old, pairs)
        for node in [node for top in old for node in top.subtree() if node.address in self.moved]:
            self.match_units(node, self.moved[node.address], is_like=True, has_moved=True)

    def match_units(
        self, old: TreeNode, new: TreeNode, rivals: tuple[TreeNode, ...] = (), *, is_like: bool, has_moved: bool
    ) -> None:
        laid = self.matches[old.address] = SiblingMatch(new, rivals, is_like, has_moved)
        self.matched_addresses.add(new.address)
        self.record_matches(old.children, self.scored_pairs(old.children, new.children), laid)

    def scored_pairs(
        self, old: Sequence[TreeNode], new: Sequence[TreeNode], more: MoreOdds | None = None
    ) -> list[_SiblingPair]:
        went = {node.address for node in self.moved.values()}
        old = [node for node in old if node.address not in self.moved]
        new = [node for node in new if node.address not in went]
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
            odds[i, k] = value + (more(old[i], new[k]) if more else 0.0)
            return odds[i, k]

        evidence = like, lambda i, k: -_JUMPS if _jumps(old, i) != _jumps(new, k) else 0.0
        pins: Sequence[tuple[int, int]] = ()
        if max(len(old), len(new)) > _LONG:
            keys = ([node.tokens if len(node.tokens) > 1 else None for node in row] for row in (old, new))
            pins = unique_anchors(*keys)
        likely = pair_posteriors(len(old), len(new), evidence, self._chances, pins)
        sure = [pair for pair, chance in likely.items() if chance >= _SURE and not self.is_translation]
        swaps = _swaps(odds, sure)
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
        self, old: Sequence[TreeNode], pairs: Sequence[_SiblingPair], above: SiblingMatch = _UNKNOWN
    ) -> None:
        of: dict[Address, list[_SiblingPair]] = {}
        for pair in sorted(pairs, key=lambda pair: -pair.likely):
            of.setdefault(pair.old.address, []).append(pair)
        for node in [node for node in old if node.address not in self.moved]:
            found = of.get(node.address, [])
            best = found[0] if found and found[0].likely > _RATHER else None
            others = [pair.new for pair in found if pair.likely >= _RIVAL and pair is not best]
            elsewhere = [
                best.new if best and alternative is above.new else _like_placed(node, alternative)
                for alternative in above.alternatives
            ]
            if best is None:
                self.mark_deleted(node, tuple(dict.fromkeys((*others, *elsewhere))))
                continue
            is_sure = best.likely >= _SURE and best.odds >= _UNLIKE
            own = best.swapped if is_sure else others or [best.new]
            rivals = tuple(dict.fromkeys((*own, *elsewhere)))
            self.match_units(node, best.new, rivals, is_like=best.is_like and is_sure, has_moved=above.has_moved)

    def mark_deleted(self, node: TreeNode, rivals: tuple[TreeNode, ...]) -> None:
        """Mark a unit and its descendants as deleted; as uncertain if it has rivals."""
        if node.address in self.moved:
            return
        self.matches[node.address] = SiblingMatch(None, tuple(rival for rival in rivals if rival.unit))
        for child in node.children:
            self.mark_deleted(child, tuple(_like_placed(child, rival) for rival in rivals))


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


def _like_placed(child: TreeNode, rival: TreeNode) -> TreeNode:
    name = _name(child)
    return next((other for other in rival.children if _name(other) == name), rival)


def _name(node: TreeNode) -> str:
    return node.address.rpartition("__")[2]


def _jumps(row: Sequence[TreeNode], place: int) -> tuple[int, str] | None:
    node, before = row[place], row[place - 1] if place else None
    if before is None or before.kind != node.kind or not node.is_numbered:
        return None
    return node.number - before.number, node.letter


_FAR = 3.5  # deviations: from here on lengths differ by more than languages do
_SOME = 25  # letters: what differs by less may be but another way to put it


def differing(old: TreeNode, new: TreeNode, stretched: float) -> tuple[Differing, ...]:
    before, after = old.view_features, new.view_features
    ratio = log((after.length + 4) / (before.length + 4)) - stretched
    is_far = abs(ratio) > _FAR * length_deviation(min(before.length, after.length))
    found = {
        Differing.NUMBER: before.numbers != after.numbers or before.points != after.points,
        Differing.STRUCTURE: _kinds(old) != _kinds(new) or before.calls != after.calls or old.kind != new.kind,
        Differing.LENGTH: is_far and abs(after.length - before.length * exp(stretched)) >= _SOME,
    }
    return tuple(what for what, differs in found.items() if differs)


def _kinds(node: TreeNode) -> Counter[str]:
    return Counter(child.kind for child in node.children)


_SHARED = 5.0  # what they must share, as the logarithm of odds
_SURELY = 6.0  # how like they must be
_CLEARLY = 4.0  # by how much more than any other
_PERHAPS = 0.0  # how like a unit must be to one that is gone to be named beside it
_MANY = 40_000  # pairs: where there are more, only what shares something is looked at
_FEW = 3  # rivals are named
_CALLED = 5.0  # that like units call both, or others do, as the logarithm of odds


def find_moves(rows: SiblingRows, old: Sequence[TreeNode], new: Sequence[TreeNode]) -> dict[Address, TreeNode]:
    """Find moved units among those without a place in the order: the new unit by old address.

    A unit counts as moved only if numbers, references or names that it shares with its counterpart distinguish it from
    all others.
    """
    gone, come, likeness, scores = _unmatched_nodes(rows, old, new)
    best_old, best_new = _two_best(scores, 0), _two_best(scores, 1)
    found: dict[Address, TreeNode] = {}
    for (i, k), value in scores.items():
        clear = value - max(best_old[i][1], best_new[k][1]) >= _CLEARLY and value == best_old[i][0] == best_new[k][0]
        if value >= _SURELY and clear and likeness.shared_score(gone[i], come[k]) >= _SHARED:
            found[gone[i].address] = come[k]
    return found


def _unmatched_nodes(
    rows: SiblingRows, old: Sequence[TreeNode], new: Sequence[TreeNode]
) -> tuple[list[TreeNode], list[TreeNode], CrossLanguageSimilarity, dict[tuple[int, int], float]]:
    gone = _topmost(old, lambda node: rows.matches[node.address].new is None)
    come = _topmost(new, lambda node: node.address not in rows.matched_addresses)
    likeness = CrossLanguageSimilarity(come, rows.language_pair)
    scores: dict[tuple[int, int], float] = {}
    for i, tree_node in enumerate(gone):
        for k, other in enumerate(come):
            if len(gone) * len(come) <= _MANY or tree_node.tokens & other.tokens:
                value = likeness.odds(tree_node, other)
                if value is not None and value >= _PERHAPS:
                    scores[i, k] = value
    return gone, come, likeness, scores


def _topmost(tops: Sequence[TreeNode], asked: Callable[[TreeNode], bool]) -> list[TreeNode]:
    found: list[TreeNode] = []
    for node in tops:
        found += [node] if asked(node) else _topmost(node.children, asked)
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
        note: callers_new.get((laid.new.address, place))
        for (caller, place), note in callers_old.items()
        if (laid := rows.matches.get(caller)) and laid.new and not laid.alternatives
    }

    def call_odds(node: TreeNode, other: TreeNode) -> float:
        like = expected.get(node.address)
        return 0.0 if like is None else _CALLED if like == other.address else -_CALLED

    rows.record_matches(notes, rows.scored_pairs(notes, others, call_odds))
    by_address = {note.address: note for note in others}
    for note in notes:
        like = by_address.get(expected.get(note.address) or Address(""))
        laid = rows.matches[note.address]
        is_lost = laid.new is None and not laid.alternatives
        if is_lost and like and like.address not in rows.matched_addresses:
            rows.match_units(note, like, is_like=False, has_moved=True)


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
    kin = LanguagePair(olds, news)
    twins = old.header.reference is not None and old.header.reference == new.header.reference
    rows = SiblingRows(kin, twins)
    text_old, text_new = ([node for node in tops if node.kind != Kind.FOOTNOTE] for tops in (nodes, other))
    rows.align_roots(text_old, text_new)
    if not twins:
        if moves := find_moves(rows, text_old, text_new):
            rows = SiblingRows(kin, twins, moves)
            rows.align_roots(text_old, text_new)
        gone, come, _, scores = _unmatched_nodes(rows, text_old, text_new)
        for i, node in enumerate(gone):
            likest = sorted((k for n, k in scores if n == i), key=lambda k: -scores[i, k])[:_FEW]
            if likest and not rows.matches[node.address].alternatives:
                rows.mark_deleted(node, tuple(come[k] for k in likest))
    notes_old, notes_new = ([node for node in tops if node.kind == Kind.FOOTNOTE] for tops in (nodes, other))
    match_footnotes(rows, old, new, notes_old, notes_new)
    differ: dict[Address, tuple[Differing, ...]] = {}
    for address, laid in rows.matches.items():
        like = laid.new
        is_known = like and like.unit and olds[address].unit
        if like and is_known and (found := differing(olds[address], like, kin.length_log_ratio)):
            differ[like.address] = found
    return _in_order(olds, news, rows, differ), differ


def _in_order(
    olds: Mapping[Address, TreeNode],
    news: Mapping[Address, TreeNode],
    rows: SiblingRows,
    differ: Mapping[Address, tuple[Differing, ...]],
) -> tuple[UnitOutcome, ...]:
    came = {
        laid.new.address: olds[a] for a, laid in rows.matches.items() if laid.new and laid.new.unit and olds[a].unit
    }
    behind: dict[Address | None, list[UnitOutcome]] = {}
    before: Address | None = None
    for address, node in olds.items():
        laid = rows.matches[address]
        if laid.new is not None and laid.new.unit and node.unit:
            before = before if laid.has_moved else laid.new.address
        elif node.unit:
            rivals = tuple(rival.address for rival in laid.alternatives)
            behind.setdefault(before, []).append(deleted_outcome(address, node.text, rivals))
    named = {rival.address for laid in rows.matches.values() for rival in laid.alternatives}
    fates = behind.get(None, [])
    for address, node in news.items():
        if node.unit is None:
            continue
        if address in came:
            source, ratio = came[address], rows.language_pair.length_log_ratio
            fates.append(_outcome(source, node, rows.matches[source.address], ratio, differ.get(address, ())))
        else:
            why = VerdictBasis.LOOKALIKES if address in named else VerdictBasis.NOTHING_LIKE
            fates.append(inserted_outcome(address, node.text, why))
        fates += behind.get(address, [])
    return tuple(fates)


def _outcome(
    old: TreeNode, new: TreeNode, laid: SiblingMatch, stretched: float, differs: tuple[Differing, ...]
) -> UnitOutcome:
    stays = old.address == new.address
    if new.is_marked or _OF_TEXT.intersection(differs):
        verdict = Verdict.REWORDED
    elif laid.has_moved:
        verdict = Verdict.MOVED
    else:
        verdict = Verdict.SAME if stays else Verdict.RENUMBERED
    rivals = tuple(rival.address for rival in laid.alternatives if rival.unit)
    reasons = {
        VerdictBasis.LOOKALIKES: bool(rivals),
        VerdictBasis.LIKENESS: laid.is_like,
        VerdictBasis.ADDRESS: stays,
        VerdictBasis.NEIGHBOURS: not laid.has_moved,
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
    why = tuple(reason for reason, holds in reasons.items() if holds)
    stored = tuple(run for run in words if run[1])
    return UnitOutcome(old.address, new.address, verdict, similarity, stored, why, rivals)
