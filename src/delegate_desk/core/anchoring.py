"""Fixing annotations to words, and finding the words again where a text was read anew.

What was fixed to a unit is looked for under its address, if what stands there is still that unit; else the unit is
looked for by its text, by the words quoted from it, or by the likeness of its words. What could be in two places is
placed in neither.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import cached_property

from delegate_desk.core.annotations import Annotation, Quote
from delegate_desk.core.documents import Address, DocumentId, Paragraph
from delegate_desk.core.positions import Item
from delegate_desk.core.text import fold, words

CONTEXT = 32
"""How many characters of prefix and suffix a quote keeps."""
_NEAR = 12  # letters around a quote by which it is found where its own words were read otherwise
_SAME = 0.75  # from here on words read otherwise are the same words
_LIKE = 0.6  # from here on what stands under an address is the unit that stood there
_CLEARLY = 0.1  # by as much the likest unit must beat the next
_FEW = 5  # words: what has fewer is not looked for by likeness
_PART = 20  # letters: a unit that is part of another has at least as many


@dataclass(frozen=True, slots=True)
class Unplaced:
    """What found no place in its document when that was read anew.

    Attributes:
        key: What it is placed by.
        address: Where it stood.
        text: What stood there, as marked.
        annotation: The annotation, if it is one; it stands on the empty address.
        item: Our line, if it is one.
    """

    key: int
    document: DocumentId
    address: Address
    text: str
    annotation: Annotation | None = None
    item: Item | None = None


def quote_at(text: str, start: int, end: int) -> Quote:
    """Quote the words between two offsets, with what stands around them."""
    return Quote(text[start:end], text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT], start, end)


def quote_of(text: str, exact: str) -> Quote | None:
    """Quote the first occurrence of some words; None where the text does not have them."""
    start = text.find(exact)
    return quote_at(text, start, start + len(exact)) if exact and start >= 0 else None


def refit(quote: Quote, text: str) -> Quote | None:
    """The words quoted where they stand now: among several, where most of what stood around them does.

    Spaces, dashes, accents and capitals may differ, and a few letters between the same surroundings; None where the
    text does not have the words.
    """
    starts = [n for n in range(len(text)) if text.startswith(quote.exact, n)] if quote.exact else []
    if starts:
        start = max(starts, key=lambda n: (_shared(quote, text, n), -abs(n - quote.start)))
        return quote_at(text, start, start + len(quote.exact))
    bare, where = _placed_letters(text)
    found = _find_letters(quote, bare) or _find_between(quote, bare)
    return quote_at(text, where[found[0]], where[found[1] - 1] + 1) if found else None


def lost(quote: Quote, text: str) -> Quote:
    """A quote whose words are not there: it keeps them and spans nothing, so that it marks no others."""
    start = min(quote.start, len(text))
    return replace(quote, start=start, end=start)


def _shared(quote: Quote, text: str, start: int) -> int:
    """How many characters around an occurrence are those that stood around the words quoted."""
    before = _common(reversed(quote.prefix), reversed(text[:start]))
    return before + _common(quote.suffix, text[start + len(quote.exact) :])


def _common(one: Iterable[str], other: Iterable[str]) -> int:
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count


def _find_letters(quote: Quote, bare: str) -> tuple[int, int] | None:
    exact = letters(quote.exact)
    if not exact:
        return None
    plain = Quote(exact, letters(quote.prefix), letters(quote.suffix), 0, 0)
    starts = [n for n in range(len(bare)) if bare.startswith(exact, n)]
    if not starts:
        return None
    start = max(starts, key=lambda n: _shared(plain, bare, n))
    return start, start + len(exact)


def _find_between(quote: Quote, bare: str) -> tuple[int, int] | None:
    """Words read otherwise, between the surroundings that they had."""
    exact, prefix, suffix = letters(quote.exact), letters(quote.prefix)[-_NEAR:], letters(quote.suffix)[:_NEAR]
    start = bare.find(prefix) + len(prefix) if prefix in bare else -1
    end = bare.find(suffix, start) if suffix else len(bare)
    if not exact or not (prefix or suffix) or start < 0 or end <= start:
        return None
    return (start, end) if SequenceMatcher(None, exact, bare[start:end], autojunk=False).ratio() >= _SAME else None


def letters(text: str) -> str:
    """A text's letters and digits, folded: what is left of it however it was spaced and hyphenated."""
    return "".join(c for c in fold(text) if c.isalnum())


def _placed_letters(text: str) -> tuple[str, list[int]]:
    """Folded letters and digits, and the character that each came from."""
    placed = [(c, n) for n, character in enumerate(text) for c in fold(character) if c.isalnum()]
    return "".join(c for c, _ in placed), [n for _, n in placed]


class Relocation:
    """A text read anew, in which is found again what was fixed to the text read before."""

    def __init__(self, before: Sequence[Paragraph], after: Sequence[Paragraph]) -> None:
        self._units = {unit.address: unit for unit in after}
        self._before = before
        self._after = after

    @cached_property
    def _same_before(self) -> dict[str, list[Address]]:
        return _by_letters((unit.address, unit.marked) for unit in self._before)

    @cached_property
    def _same_after(self) -> dict[str, list[Address]]:
        return _by_letters((unit.address, unit.marked) for unit in self._after)

    @cached_property
    def _texts(self) -> dict[str, list[Address]]:
        return _by_letters((unit.address, unit.text) for unit in self._after)

    @cached_property
    def _counts(self) -> list[tuple[Address, Counter[str]]]:
        return [(unit.address, _count(unit.marked)) for unit in self._after]

    def find(self, address: Address, text: str, quote: Quote | None = None) -> Address | None:
        """Where a unit went; None where it is nowhere, or could be in two places.

        Args:
            address: Where it stood.
            text: Its text as marked.
            quote: Words quoted from it: where it was taken apart, the part that has them is meant.
        """
        bare = letters(text)
        here = self._units.get(address)
        if not bare:
            return address if here else None
        if here and letters(here.marked) == bare:
            return address
        if bare in self._same_after:
            return self._same(address, bare)
        stays = here is not None and is_like(text, here.marked)
        if here and stays and (quote is None or refit(quote, here.text)):
            return address
        if quote is not None and (found := self._with_words(quote)):
            return found
        return address if stays else self._within(bare) or self._likest(text)

    def unit(self, address: Address) -> Paragraph:
        """The unit at an address that was found."""
        return self._units[address]

    def _same(self, address: Address, bare: str) -> Address | None:
        """The unit that has the same letters; of several, the one that is as far down the row as before."""
        before, after = self._same_before.get(bare, []), self._same_after[bare]
        if len(after) == 1 and len(before) <= 1:
            return after[0]
        return after[before.index(address)] if len(before) == len(after) and address in before else None

    def _with_words(self, quote: Quote) -> Address | None:
        """The one unit that has the words quoted, and what stood right around them."""
        near = letters(quote.prefix)[-_NEAR:] + letters(quote.exact) + letters(quote.suffix)[:_NEAR]
        found = [address for bare, addresses in self._texts.items() if near in bare for address in addresses]
        return found[0] if len(found) == 1 and len(near) >= _PART else None

    def _within(self, bare: str) -> Address | None:
        """The one unit of which the text is a part."""
        found = [a for whole, addresses in self._same_after.items() if bare in whole for a in addresses]
        return found[0] if len(found) == 1 and len(bare) >= _PART else None

    def _likest(self, text: str) -> Address | None:
        """The unit whose words are most like, if it is like enough and no other nearly as much."""
        sought = _count(text)
        size = sought.total()
        if size < _FEW:
            return None
        scores = sorted(
            ((2 * (sought & count).total() / (size + count.total()), address) for address, count in self._counts),
            reverse=True,
        )
        (best, found), (next_best, _) = [*scores, *[(0.0, Address(""))] * 2][:2]
        return found if best >= _SAME and best - next_best >= _CLEARLY else None


def is_like(old: str, new: str) -> bool:
    """True if a unit's text is still that which it was: most of its words stand, or one is part of the other."""
    one, other = letters(old), letters(new)
    if one == other or not one:
        return True
    short, long = sorted((one, other), key=len)
    if len(short) >= _PART and short in long:
        return True
    a, b = _words(old), _words(new)
    matcher = SequenceMatcher(None, a, b, autojunk=False)
    return matcher.quick_ratio() >= _LIKE and matcher.ratio() >= _LIKE


def _by_letters(texts: Iterable[tuple[Address, str]]) -> dict[str, list[Address]]:
    found: dict[str, list[Address]] = {}
    for address, text in texts:
        found.setdefault(letters(text), []).append(address)
    return found


def _words(text: str) -> list[str]:
    return [fold(text[start:end]) for start, end in words(text)]


def _count(text: str) -> Counter[str]:
    return Counter(_words(text))
