"""Finding units again in a text that was read anew.

Both readings are laid side by side: pinned together at the units whose words stand once in each, and matched between
the pins by the likeness of their words, in order. What could be in two places is placed in neither, unless it is in one
of them already.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from heapq import nlargest

from delegate_desk.core.annotations.anchoring import folded_letters, reanchor_quote
from delegate_desk.core.annotations.annotation import Quote
from delegate_desk.core.documents.document import Address, Paragraph
from delegate_desk.core.revisions.alignment.candidates import best_chain
from delegate_desk.core.text import fold, word_spans
from delegate_desk.core.word_diff import longest_increasing_chain, unique_anchors

_MOST = 2
_PROPOSED_LIKE = 0.2  # below this two texts have no more than small words in common
_QUOTED = 0.5  # the words quoted count as much as half of the text
_STOOD = 0.1  # the old address decides between texts that are equally like


def propose_units(
    address: Address, text: str, quote: Quote | None, units: Sequence[Paragraph], least: float = _PROPOSED_LIKE
) -> list[Paragraph]:
    """The units that something may belong to, the likeliest first."""
    sought, exact = _count(text), folded_letters(quote.exact) if quote else ""
    scored: list[tuple[float, int]] = []
    for n, unit in enumerate(units):
        here = _count(unit.text)
        sizes = sought.total() + here.total()
        score = 2 * (sought & here).total() / sizes if sizes else 0.0
        score += _QUOTED if exact and exact in folded_letters(unit.text) else 0.0
        if score >= least:
            scored.append((score + (_STOOD if unit.address == address else 0.0), -n))
    return [units[-n] for _, n in sorted(scored, reverse=True)[:_MOST]]


_LIKE = 0.6  # from here on two texts may be one unit
_SURELY = 0.75  # from here on a unit is found by its likeness alone, away from its old company
_CLEARLY = 0.1  # by as much the likest must beat the next
_FEW = 5  # words: shorter texts are compared by their letters
_PART = 20  # letters: a unit that is part of another has at least as many
_NEAR = 12  # letters around a quote that must stand with it
_MANY = 40_000  # pairs: a gap that has more is first pinned together by its addresses


@dataclass(frozen=True, slots=True)
class _AnchorUnit:
    address: Address
    kind: str
    label: str
    bare: str
    words: Counter[str]


_NOTHING = [(0.0, _AnchorUnit(Address(""), "", "", "", Counter()))] * 2


class _WordIndex:
    """Index of the units by word, with frequency: finds the most similar without comparing all the others."""

    def __init__(self, units: Sequence[_AnchorUnit]) -> None:
        self._units = [unit for unit in units if unit.words.total() >= _FEW]
        self._sizes = [unit.words.total() for unit in self._units]
        self._where: dict[str, list[tuple[int, int]]] = {}
        for n, unit in enumerate(self._units):
            for word, count in unit.words.items():
                self._where.setdefault(word, []).append((n, count))

    def likest(self, sought: _AnchorUnit) -> list[tuple[float, _AnchorUnit]]:
        """The three units that have the most words in common with another, the likest first, with how like they are."""
        shared: Counter[int] = Counter()
        for word, count in sought.words.items():
            for n, other in self._where.get(word, ()):
                shared[n] += min(count, other)
        size = sought.words.total()
        scores = ((2 * common / (size + self._sizes[n]), n) for n, common in shared.items())
        return [(score, self._units[n]) for score, n in nlargest(3, scores)]


class Relocation:
    def __init__(self, before: Sequence[Paragraph], after: Sequence[Paragraph]) -> None:
        self._units = {unit.address: unit for unit in after}
        self._old = [_unit(unit) for unit in before]
        self._new = [_unit(unit) for unit in after]
        self._texts = [(unit.address, folded_letters(unit.text)) for unit in after]
        self._places = _matched(self._old, self._new)
        self._known = {unit.address: unit.bare for unit in self._old}
        taken = set(self._places.values())
        self._free = [unit for unit in self._new if unit.address not in taken]
        self._free_words = _WordIndex(self._free)
        self._lost_words = _WordIndex([unit for unit in self._old if unit.address not in self._places])

    def find(self, address: Address, text: str, quote: Quote | None = None) -> Address | None:
        """Return the new address of a unit; None if it is nowhere, or could be in two places.

        Args:
            address: Its old address.
            text: Its text as marked.
            quote: Words quoted from it: if it was split, the part that has them is meant.
        """
        found = self._places.get(address) if self._known.get(address) == folded_letters(text) else None
        if found is None:
            found = self._elsewhere(address, text)
        if quote is None or (found is not None and reanchor_quote(quote, self._units[found].text)):
            return found
        return self._with_words(quote) or found

    def unit(self, address: Address) -> Paragraph:
        return self._units[address]

    def _elsewhere(self, address: Address, text: str) -> Address | None:
        """A unit out of its order, or part of another now, or one that an earlier reading lost."""
        sought = _AnchorUnit(address, "", "", folded_letters(text), _count(text))
        if not sought.bare:
            return None
        same = [unit.address for unit in self._free if unit.bare == sought.bare]
        if same:
            alone = len(same) == 1 and sum(unit.bare == sought.bare for unit in self._old) <= 1
            return same[0] if alone else address if address in same else None
        whole = [unit.address for unit in self._new if _is_end_of(sought.bare, unit.bare)]
        if len(whole) == 1:
            return whole[0]
        if sought.words.total() < _FEW:
            return None
        best, second = [*self._free_words.likest(sought), *_NOTHING][:2]
        rivals = [score for score, unit in self._lost_words.likest(best[1]) if unit.address != address][:1]
        clear = max(second[0], *rivals, 0.0) <= best[0] - _CLEARLY
        return best[1].address if best[0] >= _SURELY and clear else None

    def _with_words(self, quote: Quote) -> Address | None:
        """Return the only unit with the words quoted and their immediate context, if no other unit had them before."""
        near = (
            folded_letters(quote.prefix)[-_NEAR:] + folded_letters(quote.exact) + folded_letters(quote.suffix)[:_NEAR]
        )
        found = [address for address, bare in self._texts if near in bare]
        before = sum(near in unit.bare for unit in self._old)
        return found[0] if len(found) == 1 and before <= 1 and len(near) >= _PART else None


def _unit(unit: Paragraph) -> _AnchorUnit:
    return _AnchorUnit(unit.address, unit.kind, unit.label, folded_letters(unit.marked), _count(unit.marked))


def _count(text: str) -> Counter[str]:
    return Counter(fold(text[start:end]) for start, end in word_spans(text))


def _matched(old: Sequence[_AnchorUnit], new: Sequence[_AnchorUnit]) -> dict[Address, Address]:
    places: dict[Address, Address] = {}
    for olds, news in _gaps(old, new, _unique_pairs(old, new)):
        pins = _same_address_pairs(olds, news) if len(olds) * len(news) > _MANY else []
        for few, others in _gaps(olds, news, pins):
            if len(few) * len(others) <= _MANY:
                places |= _in_order(few, others)
        places |= {olds[i].address: news[k].address for i, k in pins}
    return places | {old[i].address: new[k].address for i, k in _unique_pairs(old, new)}


def _unique_pairs(old: Sequence[_AnchorUnit], new: Sequence[_AnchorUnit]) -> list[tuple[int, int]]:
    """Pairs of units that have the same letters as each other and as no third, in order on both sides."""
    keys_old, keys_new = ([unit.bare or None for unit in units] for units in (old, new))
    return unique_anchors(keys_old, keys_new)


def _same_address_pairs(old: Sequence[_AnchorUnit], new: Sequence[_AnchorUnit]) -> list[tuple[int, int]]:
    """Pairs of like units that have the same address, in order on both sides."""
    where = {unit.address: n for n, unit in enumerate(new)}
    pairs = [(n, where[unit.address]) for n, unit in enumerate(old) if unit.address in where]
    return longest_increasing_chain([(n, k) for n, k in pairs if _likeness(old[n], new[k]) >= _SURELY])


def _gaps(
    old: Sequence[_AnchorUnit], new: Sequence[_AnchorUnit], pins: Iterable[tuple[int, int]]
) -> Iterable[tuple[Sequence[_AnchorUnit], Sequence[_AnchorUnit]]]:
    i = k = 0
    for n, m in [*pins, (len(old), len(new))]:
        if n > i and m > k:
            yield old[i:n], new[k:m]
        i, k = n + 1, m + 1


def _in_order(old: Sequence[_AnchorUnit], new: Sequence[_AnchorUnit]) -> dict[Address, Address]:
    """The matching that keeps the order and has the most likeness, without what could be matched otherwise as well."""
    scores = {
        (i, k): score
        for i, one in enumerate(old)
        for k, other in enumerate(new)
        if (score := _likeness(one, other)) >= _LIKE
    }
    pairs = best_chain(scores).pairs
    free_old = set(range(len(old))) - {i for i, _ in pairs}
    free_new = set(range(len(new))) - {k for _, k in pairs}
    places = {}
    for i, k in pairs:
        enough = scores[i, k] - _CLEARLY
        rivals = [n for n in free_new if scores.get((i, n), 0.0) > enough]
        rivals += [n for n in free_old if scores.get((n, k), 0.0) > enough]
        if not rivals or old[i].address == new[k].address:
            places[old[i].address] = new[k].address
    return places


def _likeness(one: _AnchorUnit, other: _AnchorUnit) -> float:
    """Similarity of two units, in 0..1; slightly higher for a unit that stays at its address."""
    stays = 0.05 if one.address == other.address else 0.0
    return min(1.0, _alike(one, other) + stays)


def _alike(one: _AnchorUnit, other: _AnchorUnit) -> float:
    if one.bare == other.bare:
        return 1.0 if one.bare or one.label == other.label else 0.0
    if not one.bare:  # a heading whose title was found since
        return _LIKE if (one.kind, one.label) == (other.kind, other.label) else 0.0
    short, long = sorted((one.bare, other.bare), key=len)
    if _is_end_of(short, long):
        return _LIKE + (1 - _LIKE) * len(short) / len(long)
    size = one.words.total() + other.words.total()
    if min(one.words.total(), other.words.total()) < _FEW:
        matcher = SequenceMatcher(None, one.bare, other.bare, autojunk=False)
        return matcher.ratio() if matcher.real_quick_ratio() >= _LIKE <= matcher.quick_ratio() else 0.0
    return 2 * (one.words & other.words).total() / size


def _is_end_of(part: str, whole: str) -> bool:
    """True if a text of some length begins or ends another, as when a unit was taken apart or two were put together."""
    return _PART <= len(part) < len(whole) and (whole.startswith(part) or whole.endswith(part))
