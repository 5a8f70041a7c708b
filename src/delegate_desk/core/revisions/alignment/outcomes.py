"""Fates: the verdict on every unit, from what was found."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from delegate_desk.core import word_diff
from delegate_desk.core.documents.document import Address, Paragraph, View
from delegate_desk.core.revisions.alignment.ambiguity import Doubts
from delegate_desk.core.revisions.alignment.best_chain import Places
from delegate_desk.core.revisions.alignment.neighbour_context import ItemMatching
from delegate_desk.core.revisions.alignment.splits_and_merges import SplitsAndMerges
from delegate_desk.core.revisions.alignment.units import AlignedText, AlignmentItem, Links, Names, named
from delegate_desk.core.revisions.comparison import Fate, Verdict, VerdictBasis
from delegate_desk.core.text_equality import levelled, same
from delegate_desk.core.word_diff import rising


def paired_cells(old: AlignmentItem, new: AlignmentItem) -> list[tuple[int, int]]:
    """Pairs of places among the cells of both rows."""
    if len(old.units) == len(new.units):
        return [(n, n) for n in range(len(old.units))]
    first, second = [levelled(text) for text in old.texts], [levelled(text) for text in new.texts]
    pairs = []
    start = 0
    for i, key in enumerate(first):
        if key in second[start:]:
            k = second.index(key, start)
            pairs.append((i, k))
            start = k + 1
    return pairs


def moved(
    old: AlignedText, new: AlignedText, matching: ItemMatching, apart: Collection[int], unsure: Collection[int]
) -> frozenset[int]:
    """The old places of what moved; a row counts as many times as it has cells, footnotes are apart.

    Args:
        old: The old text.
        new: The new text.
        matching: Which is which.
        apart: Old places that are left out: of what was split or merged.
        unsure: Old places of which it is not known what they became: they stayed where they are in no one's way.
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
        sure = set(rising([cell for cell in cells if cell[0] // _CELLS not in unsure]))
        stayed = {i // _CELLS for i, _ in rising(_in_no_ones_way(cells, sure))}
        away.update(i for i, _ in pairs if i not in stayed)
    return frozenset(away)


_CELLS = 64
"""As many cells of a row count."""


def _in_no_ones_way(cells: Sequence[Places], stayed: Collection[Places]) -> list[Places]:
    """Those that stayed, and those that keep the order among them."""
    after = [0] * (len(cells) + 1)
    after[-1] = 1 << 62
    for n in range(len(cells) - 1, -1, -1):
        after[n] = cells[n][1] if cells[n] in stayed else after[n + 1]
    kept: list[Places] = []
    before = -1
    for n, cell in enumerate(cells):
        if cell in stayed:
            before = cell[1]
            kept.append(cell)
        elif before < cell[1] < after[n]:
            kept.append(cell)
    return kept


@dataclass(frozen=True, slots=True)
class AlignmentResult:
    """All that was found of two texts.

    Attributes:
        links: The cross-references of both.
        names: One word for each place, the same for an old place and the new one that it became.
    """

    old: AlignedText
    new: AlignedText
    matching: ItemMatching
    parts: SplitsAndMerges
    doubts: Doubts
    links: tuple[Links, Links]
    names: tuple[Names, Names]


def fates(found: AlignmentResult, view: View) -> tuple[Fate, ...]:
    """The verdict on every unit, in the order of the new text; what was deleted stands behind what it stood behind."""
    return tuple(_OutcomeBuilder(found, view).all())


class _OutcomeBuilder:
    def __init__(self, found: AlignmentResult, view: View) -> None:
        self._found, self._view = found, view
        self._split = {k: i for i, parts in found.parts.split.items() for k in parts}
        self._merged = {i: k for k, parts in found.parts.merged.items() for i in parts}
        self._moved = moved(
            found.old, found.new, found.matching, {*found.parts.split, *self._merged}, found.doubts.rivals
        )

    def all(self) -> Iterator[Fate]:
        gone = self._gone()
        yield from gone.get(-1, ())
        for item in self._found.new.items:
            yield from self._of_new(item)
            for place in self._sources(item.place):
                yield from gone.get(place, ())

    def _sources(self, new: int) -> list[int]:
        """The old items after which it is time to tell what was deleted: a split one at its last part."""
        if new in self._split:
            old = self._split[new]
            return [old] if new == self._found.parts.split[old][-1] else []
        if new in self._found.parts.merged:
            return list(self._found.parts.merged[new])
        old_place = self._found.matching.old_of.get(new)
        return [] if old_place is None else [old_place]

    def _gone(self) -> Mapping[int, list[Fate]]:
        """What was deleted, by the old item that it stood behind and that is still there; -1 for none."""
        gone: dict[int, list[Fate]] = {}
        last = -1
        for item in self._found.old.items:
            if self._is_there(item.place):
                last = item.place
            else:
                gone.setdefault(last, []).extend(self._deleted(item))
        return gone

    def _is_there(self, old: int) -> bool:
        return old in self._found.matching.new_of or old in self._found.parts.split or old in self._merged

    def _deleted(self, item: AlignmentItem) -> Iterator[Fate]:
        rivals = self._rivals(item.place)
        why = (VerdictBasis.LOOKALIKES,) if rivals else (VerdictBasis.NOTHING_LIKE,)
        for n, unit in enumerate(item.units):
            text = self._text(unit)
            near = self._unit_rivals(rivals, n)
            yield Fate(unit.address, None, Verdict.DELETED, 0.0, word_diff.compare(text, ""), why, near)

    def _of_new(self, item: AlignmentItem) -> Iterator[Fate]:
        found = self._found
        if item.place in self._split:
            old = found.old.items[self._split[item.place]]
            yield self._fate(old.units[0], item.units[0], old.place, Verdict.SPLIT)
        elif item.place in found.parts.merged:
            for place in found.parts.merged[item.place]:
                yield self._fate(found.old.items[place].units[0], item.units[0], place, Verdict.MERGED)
        elif item.place in found.matching.old_of:
            old = found.old.items[found.matching.old_of[item.place]]
            yield from self._matched(old, item)
        else:
            for unit in item.units:
                yield self._inserted(unit)

    def _inserted(self, unit: Paragraph) -> Fate:
        added = word_diff.compare("", self._text(unit))
        return Fate(None, unit.address, Verdict.INSERTED, 0.0, added, (VerdictBasis.NOTHING_LIKE,))

    def _matched(self, old: AlignmentItem, new: AlignmentItem) -> Iterator[Fate]:
        if len(old.units) == len(new.units) == 1:
            yield self._fate(old.units[0], new.units[0], old.place)
            return
        pairs = paired_cells(old, new)
        ofs = {k: i for i, k in pairs}
        for k, unit in enumerate(new.units):
            if k in ofs:
                yield self._fate(old.units[ofs[k]], unit, old.place)
            else:
                yield self._inserted(unit)
        there = set(ofs.values())
        for i, unit in enumerate(old.units):
            if i not in there:
                text = word_diff.compare(self._text(unit), "")
                yield Fate(unit.address, None, Verdict.DELETED, 0.0, text, (VerdictBasis.NOTHING_LIKE,))

    def _fate(self, old: Paragraph, new: Paragraph, place: int, verdict: Verdict | None = None) -> Fate:
        one, other = self._text(old), self._text(new)
        changes = word_diff.compare(one, other)
        kept = sum(len(text) for change, text in changes if change is word_diff.WordChange.EQUAL)
        similarity = 1.0 if one == other else 2 * kept / ((len(one) + len(other)) or 1)
        if verdict is None:
            verdict = self._verdict(old, new, place)
        rivals = self._unit_rivals(self._rivals(place), self._found.old.items[place].units.index(old))
        return Fate(old.address, new.address, verdict, similarity, changes, self._why(old, new, place, verdict), rivals)

    def _verdict(self, old: Paragraph, new: Paragraph, place: int) -> Verdict:
        if not self._is_same(old, new):
            return Verdict.REWORDED
        if place in self._moved:
            return Verdict.MOVED
        return Verdict.SAME if old.address == new.address else Verdict.RENUMBERED

    def _is_same(self, old: Paragraph, new: Paragraph) -> bool:
        if same(self._text(old), self._text(new)):
            return True
        (links_old, links_new), (name_old, name_new) = self._found.links, self._found.names
        ours, theirs = links_old.get(old.address, ()), links_new.get(new.address, ())
        if not ours or not theirs:
            return False
        return same(named(self._text(old), ours, name_old), named(self._text(new), theirs, name_new))

    def _why(self, old: Paragraph, new: Paragraph, place: int, verdict: Verdict) -> tuple[VerdictBasis, ...]:
        why = set(self._found.doubts.why.get(place, ()))
        if verdict in {Verdict.SPLIT, Verdict.MERGED}:
            return (VerdictBasis.PARTS, *sorted(why))
        if self._rivals(place):
            return (VerdictBasis.LOOKALIKES,)
        match = self._found.matching.pairs.get((place, self._found.matching.new_of.get(place, -1)))
        first = [VerdictBasis.WORDS_ONCE] if match and match.exact and not why else []
        if old.address == new.address:
            why.add(VerdictBasis.ADDRESS)
        if match and not match.exact and match.like >= 0.5:
            first.append(VerdictBasis.LIKENESS)
        if not first and not why:
            why.add(VerdictBasis.NEIGHBOURS)
        return (*first, *(reason for reason in VerdictBasis if reason in why))

    def _rivals(self, place: int) -> list[int]:
        return self._found.doubts.rivals.get(place, [])

    def _unit_rivals(self, rivals: list[int], n: int) -> tuple[Address, ...]:
        """The addresses of rivals; of a row the cell in the same column."""
        items = [self._found.new.items[k] for k in rivals]
        return tuple(item.units[min(n, len(item.units) - 1)].address for item in items)

    def _text(self, unit: Paragraph) -> str:
        return unit.reading(self._view).text
