"""Alignment: the outcome of each unit of one text in another.

Units whose words occur once in each text are the anchors; the rest is matched in order, by words and neighbours; then
moves, splits and mergers are found. Finally each match is compared with similar units; if it is not certain, the
outcome says so.
"""

from collections.abc import Collection, Generator, Iterable, Iterator, Mapping, Sequence

from delegate_desk.core import word_diff
from delegate_desk.core.documents.document import Address, Paragraph, View
from delegate_desk.core.progress import Steps
from delegate_desk.core.revisions.alignment_units import (
    NAMED,
    AlignedText,
    AlignmentItem,
    Chain,
    Links,
    Names,
    Places,
    UnitSimilarity,
    are_compatible,
    best_chain,
    candidates,
    expected_positions,
    prepare_texts,
    replace_references,
)
from delegate_desk.core.revisions.ambiguity import AmbiguityAnalysis, analyse_ambiguity
from delegate_desk.core.revisions.comparison import UnitOutcome, Verdict, VerdictBasis
from delegate_desk.core.revisions.neighbour_context import (
    ItemMatching,
    NeighbourContext,
    SplitsAndMerges,
    find_splits_and_merges,
)
from delegate_desk.core.text import is_same_text, normalise_typography
from delegate_desk.core.values import dataclass
from delegate_desk.core.word_diff import longest_increasing_chain


def paired_cells(old: AlignmentItem, new: AlignmentItem) -> list[tuple[int, int]]:
    if len(old.units) == len(new.units):
        return [(n, n) for n in range(len(old.units))]
    first, second = ([normalise_typography(text) for text in side.texts] for side in (old, new))
    pairs = []
    start = 0
    for i, key in enumerate(first):
        if key in second[start:]:
            k = second.index(key, start)
            pairs.append((i, k))
            start = k + 1
    return pairs


def moved_items(
    old: AlignedText, new: AlignedText, matching: ItemMatching, apart: Collection[int], unsure: Collection[int]
) -> frozenset[int]:
    """Return the old indices of moved units; a row counts as many times as it has cells, footnotes are separate.

    Args:
        apart: Old indices left out: of splits and mergers.
        unsure: Old indices with an uncertain outcome: not moved if they keep the order of the others.
    """
    away: set[int] = set()
    for is_notes in (False, True):
        pairs = [
            (i, k)
            for i, k in sorted(matching.new_of.items())
            if i not in apart and (old.items[i].sort == "note") is is_notes
        ]
        cells = [
            (i * _CELLS + n, k * _CELLS + n)
            for i, k in pairs
            for n in range(min(len(old.items[i].units), len(new.items[k].units), _CELLS))
        ]
        sure = set(longest_increasing_chain([cell for cell in cells if cell[0] // _CELLS not in unsure]))
        stayed = {i // _CELLS for i, _ in longest_increasing_chain(_order_keeping(cells, sure))}
        away.update(i for i, _ in pairs if i not in stayed)
    return frozenset(away)


_CELLS = 64
"""Maximum number of cells of a row that are counted."""


def _order_keeping(cells: Sequence[Places], stayed: Collection[Places]) -> list[Places]:
    after = [0] * (len(cells) + 1)
    after[-1] = 1 << 62
    for n in range(len(cells) - 1, -1, -1):
        after[n] = cells[n][1] if cells[n] in stayed else after[n + 1]
    stored: list[Places] = []
    before = -1
    for n, cell in enumerate(cells):
        if cell in stayed:
            before = cell[1]
            stored.append(cell)
        elif before < cell[1] < after[n]:
            stored.append(cell)
    return stored


@dataclass(frozen=True, slots=True)
class AlignmentResult:
    old: AlignedText
    new: AlignedText
    matching: ItemMatching
    parts: SplitsAndMerges
    ambiguities: AmbiguityAnalysis
    links: tuple[Links, Links]
    names: tuple[Names, Names]


def unit_outcomes(found: AlignmentResult, view: View) -> tuple[UnitOutcome, ...]:
    return tuple(_OutcomeBuilder(found, view).all())


class _OutcomeBuilder:
    def __init__(self, found: AlignmentResult, view: View) -> None:
        self._found, self._view = found, view
        self._split = {k: i for i, parts in found.parts.split.items() for k in parts}
        self._merged = {i: k for k, parts in found.parts.merged.items() for i in parts}
        self._moved = moved_items(
            found.old, found.new, found.matching, {*found.parts.split, *self._merged}, found.ambiguities.alternatives
        )

    def all(self) -> Iterator[UnitOutcome]:
        gone = self._deleted_by_predecessor()
        yield from gone.get(-1, ())
        for item in self._found.new.items:
            yield from self._outcomes_of_new(item)
            for place in self._sources(item.place):
                yield from gone.get(place, ())

    def _sources(self, new: int) -> list[int]:
        """Return the old items after which deleted units are reported; a split one at its last part."""
        if new in self._split:
            old = self._split[new]
            return [old] if new == self._found.parts.split[old][-1] else []
        if new in self._found.parts.merged:
            return list(self._found.parts.merged[new])
        old_place = self._found.matching.old_of.get(new)
        return [] if old_place is None else [old_place]

    def _deleted_by_predecessor(self) -> Mapping[int, list[UnitOutcome]]:
        """Return deleted units, by the remaining old item that they followed; -1 for none."""
        gone: dict[int, list[UnitOutcome]] = {}
        last = -1
        for item in self._found.old.items:
            if self._is_there(item.place):
                last = item.place
            else:
                gone.setdefault(last, []).extend(self._deleted_outcomes(item))
        return gone

    def _is_there(self, old: int) -> bool:
        return old in self._found.matching.new_of or old in self._found.parts.split or old in self._merged

    def _deleted_outcomes(self, item: AlignmentItem) -> Iterator[UnitOutcome]:
        rivals = self._alternatives(item.place)
        why = (VerdictBasis.LOOKALIKES,) if rivals else (VerdictBasis.NOTHING_LIKE,)
        for n, unit in enumerate(item.units):
            text = self._text(unit)
            near = self._alternative_addresses(rivals, n)
            yield UnitOutcome(unit.address, None, Verdict.DELETED, 0.0, word_diff.diff_words(text, ""), why, near)

    def _outcomes_of_new(self, item: AlignmentItem) -> Iterator[UnitOutcome]:
        found = self._found
        if item.place in self._split:
            old = found.old.items[self._split[item.place]]
            yield self._outcome(old.units[0], item.units[0], old.place, Verdict.SPLIT)
        elif item.place in found.parts.merged:
            for place in found.parts.merged[item.place]:
                yield self._outcome(found.old.items[place].units[0], item.units[0], place, Verdict.MERGED)
        elif item.place in found.matching.old_of:
            old = found.old.items[found.matching.old_of[item.place]]
            yield from self._matched_outcomes(old, item)
        else:
            for unit in item.units:
                yield self._inserted_outcome(unit)

    def _inserted_outcome(self, unit: Paragraph) -> UnitOutcome:
        added = word_diff.diff_words("", self._text(unit))
        return UnitOutcome(None, unit.address, Verdict.INSERTED, 0.0, added, (VerdictBasis.NOTHING_LIKE,))

    def _matched_outcomes(self, old: AlignmentItem, new: AlignmentItem) -> Iterator[UnitOutcome]:
        if len(old.units) == len(new.units) == 1:
            yield self._outcome(old.units[0], new.units[0], old.place)
            return
        pairs = paired_cells(old, new)
        ofs = {k: i for i, k in pairs}
        for k, unit in enumerate(new.units):
            if k in ofs:
                yield self._outcome(old.units[ofs[k]], unit, old.place)
            else:
                yield self._inserted_outcome(unit)
        there = set(ofs.values())
        for i, unit in enumerate(old.units):
            if i not in there:
                text = word_diff.diff_words(self._text(unit), "")
                yield UnitOutcome(unit.address, None, Verdict.DELETED, 0.0, text, (VerdictBasis.NOTHING_LIKE,))

    def _outcome(self, old: Paragraph, new: Paragraph, place: int, verdict: Verdict | None = None) -> UnitOutcome:
        value, other = self._text(old), self._text(new)
        changes = word_diff.diff_words(value, other)
        stored = sum(len(text) for change, text in changes if change is word_diff.WordChange.EQUAL)
        similarity = 1.0 if value == other else 2 * stored / ((len(value) + len(other)) or 1)
        if verdict is None:
            verdict = self._verdict(old, new, place)
        rivals = self._alternative_addresses(self._alternatives(place), self._found.old.items[place].units.index(old))
        return UnitOutcome(
            old.address, new.address, verdict, similarity, changes, self._basis(old, new, place, verdict), rivals
        )

    def _verdict(self, old: Paragraph, new: Paragraph, place: int) -> Verdict:
        if not self._is_same(old, new):
            return Verdict.REWORDED
        if place in self._moved:
            return Verdict.MOVED
        return Verdict.SAME if old.address == new.address else Verdict.RENUMBERED

    def _is_same(self, old: Paragraph, new: Paragraph) -> bool:
        if is_same_text(self._text(old), self._text(new)):
            return True
        (links_old, links_new), (name_old, name_new) = self._found.links, self._found.names
        ours, theirs = links_old.get(old.address, ()), links_new.get(new.address, ())
        if not ours or not theirs:
            return False
        return is_same_text(
            replace_references(self._text(old), ours, name_old), replace_references(self._text(new), theirs, name_new)
        )

    def _basis(self, old: Paragraph, new: Paragraph, place: int, verdict: Verdict) -> tuple[VerdictBasis, ...]:
        why = set(self._found.ambiguities.bases.get(place, ()))
        if verdict in {Verdict.SPLIT, Verdict.MERGED}:
            return (VerdictBasis.PARTS, *sorted(why))
        if self._alternatives(place):
            return (VerdictBasis.LOOKALIKES,)
        match = self._found.matching.pairs.get((place, self._found.matching.new_of.get(place, -1)))
        first = [VerdictBasis.WORDS_ONCE] if match and match.exact and not why else []
        if old.address == new.address:
            why.add(VerdictBasis.ADDRESS)
        if match and not match.exact and match.similarity >= 0.5:
            first.append(VerdictBasis.LIKENESS)
        if not first and not why:
            why.add(VerdictBasis.NEIGHBOURS)
        return (*first, *(reason for reason in VerdictBasis if reason in why))

    def _alternatives(self, place: int) -> list[int]:
        return self._found.ambiguities.alternatives.get(place, [])

    def _alternative_addresses(self, rivals: list[int], n: int) -> tuple[Address, ...]:
        items = [self._found.new.items[k] for k in rivals]
        return tuple(item.units[min(n, len(item.units) - 1)].address for item in items)

    def _text(self, unit: Paragraph) -> str:
        return unit.in_view(self._view).text


_ROUNDS = 3
_MOVES = 12  # runs of moved units that are looked for, one after the other
_ALL = 600  # pairs of a gap that are all looked at
_AROUND = 5
_AT_LEAST = 0.2
_AS_LIKE = 0.05  # less difference does not tell lookalikes apart
_WEAK = 0.45  # from here on a match in order is not let go
_STRONGER = 0.3  # by as much liker must one elsewhere be


def match_items(
    old: AlignedText, new: AlignedText, company: NeighbourContext, like: UnitSimilarity
) -> Generator[int, None, ItemMatching]:
    """Match the units of two texts; yields how many units were processed."""
    _, about = expected_positions(old, new)
    matching = ItemMatching()
    pairs = matching.pairs
    for n, found in enumerate(candidates(old.items, new.items, like, about)):
        for pair in found:
            matching.add(pair)
        if n % 50 == 0:
            yield n
    for _ in range(_ROUNDS):
        chain = _match_by_best_chain(matching, company)
        for i, k in [*_in_gaps(chain.pairs, old, new), *company.child_candidates(matching)]:
            if (i, k) not in pairs and are_compatible(old.items[i], new.items[k]):
                pair = like(i, k)
                is_like = pair.similarity >= _AT_LEAST and not pair.by_chance
                if is_like or pair.texts < 2 or company.children_agree(pair, matching):
                    matching.add(pair)
    chain = _match_by_best_chain(matching, company)
    matching.margins = {at: chain.score - through for at, through in chain.best_through.items()}
    matching.chained = set(chain.pairs)
    _release(matching, company)
    lost = [item for item in old.items if item.place not in matching.new_of]
    free = [item for item in new.items if item.place not in matching.old_of]
    for found in candidates(lost, free, like, about):
        for pair in found:
            matching.add(pair)
    _find_moved(matching, company, like)
    yield len(old.items)
    return matching


def _match_by_best_chain(matching: ItemMatching, company: NeighbourContext) -> Chain:
    company.match_tables(matching)
    chain = best_chain({at: company.score(pair, matching) for at, pair in matching.pairs.items()})
    matching.new_of, matching.old_of = dict(chain.pairs), {k: i for i, k in chain.pairs}
    return chain


def _release(matching: ItemMatching, company: NeighbourContext) -> None:
    """Remove weak matches that conflict with strong ones elsewhere."""
    for pair in sorted(matching.pairs.values(), key=lambda p: (-p.similarity, p.old, p.new)):
        i, k = pair.old, pair.new
        if matching.new_of.get(i) == k or not company.may_move(pair, matching):
            continue
        held = {(i, matching.new_of[i])} if i in matching.new_of else set()
        held |= {(matching.old_of[k], k)} if k in matching.old_of else set()
        weak = pair.similarity - _STRONGER if pair.exact else min(_WEAK, pair.similarity - _STRONGER)
        if held and all(matching.pairs[at].similarity < weak and matching.pairs[at].texts == 2 for at in held):
            for at in held:
                del matching.new_of[at[0]], matching.old_of[at[1]]
                matching.chained.discard(at)
            matching.add_match(i, k)


def _reassign_led_astray(matching: ItemMatching, company: NeighbourContext) -> bool:
    is_any = False
    for pair in matching.pairs.values():
        held = matching.old_of.get(pair.new)
        if held is None or pair.old in matching.new_of:
            continue
        if pair.similarity < matching.pairs[held, pair.new].similarity - _AS_LIKE:
            continue
        if company.is_led_astray(matching.pairs[held, pair.new], pair, matching):
            del matching.new_of[held]
            matching.chained.discard((held, pair.new))
            matching.add_match(pair.old, pair.new)
            is_any = True
    return is_any


def _find_moved(matching: ItemMatching, company: NeighbourContext, like: UnitSimilarity) -> None:
    """Find runs of unmatched units that moved together, each in its own order."""
    pairs = matching.pairs
    for _ in range(_MOVES):
        company.match_tables(matching)
        for i, k in company.child_candidates(matching):
            if (i, k) not in pairs and are_compatible(like.old[i], like.new[k]):
                matching.add(like(i, k))
        free = {at: p for at, p in pairs.items() if at[0] not in matching.new_of and at[1] not in matching.old_of}
        worths = {at: company.score(p, matching) for at, p in free.items() if company.may_move(p, matching)}
        chain = best_chain(worths)
        for i, k in chain.pairs:
            matching.add_match(i, k)
        if not _reassign_led_astray(matching, company) and not chain.pairs:
            return
        for at, through in chain.best_through.items():
            matching.margins[at] = chain.score - through


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

    Yields the units done and their total. The outcomes are in the order of the new text; a deleted unit follows the
    unit that it followed before.

    Args:
        links_old: Cross-references of the old text; together with those of the new text they distinguish a renumbered
            reference from one to another place.
        links_new: Cross-references of the new text.
    """
    rounds = 2 if links_old or links_new else 1
    size = max(1, len(old))
    total = (rounds + 1) * size
    links = (links_old, links_new)
    names: tuple[Names, Names] = (_no_name, _no_name)
    for n in range(rounds):
        aligned_text, other, scale = prepare_texts(old, new, view, links, names)
        like = UnitSimilarity(aligned_text, other, scale)
        company = NeighbourContext(aligned_text, other)
        finding = match_items(aligned_text, other, company, like)
        while True:
            try:
                done = next(finding)
            except StopIteration as end:
                matching: ItemMatching = end.value
                break
            yield min(n * size + done, total), total
        names = _names(aligned_text, other, matching.new_of)
    parts = find_splits_and_merges(aligned_text, other, matching, like)
    names = _names(aligned_text, other, {**matching.new_of, **{old: news[0] for old, news in parts.split.items()}})
    doubts = analyse_ambiguity(matching, company, like, parts)
    yield rounds * size, total
    outcomes = unit_outcomes(AlignmentResult(aligned_text, other, matching, parts, doubts, links, names), view)
    yield total, total
    return outcomes


def _no_name(_: Address) -> str:
    return ""


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
