"""Finding the place in a document that an annotation from a file is about."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import lru_cache

from delegate_desk.core.annotations.anchoring import quote_at, reanchor_quote, unanchored_quote
from delegate_desk.core.annotations.annotation import Quote
from delegate_desk.core.documents.document import Address, Paragraph
from delegate_desk.core.text import fold

AnchorPosition = tuple[Address, Quote | None]


class QuoteFinder:
    """The letters of a document, folded and run together, in which words are found however they were spaced and broken.

    The numbers of units are among them, for other programs copy them with the text.
    """

    def __init__(self, units: Sequence[Paragraph]) -> None:
        self._units = units
        self._texts = {unit.address: unit.text for unit in units}
        letters: list[str] = []
        self._where: list[int] = []
        self._begins: list[int] = []
        for unit in units:
            self._begins.append(len(letters))
            for word, known in ((unit.label, False), (self._texts[unit.address], True)):
                for offset, character in enumerate(word):
                    for letter in _folded(character):
                        letters.append(letter)
                        self._where.append(offset if known else -1)
        self._letters = "".join(letters)

    def place(self, address: Address, quote: Quote | None, *, stays: bool) -> AnchorPosition | None:
        """Return the place of an annotation; None if it is not certain.

        Args:
            address: The address given in the annotation; empty for none.
            quote: The words that it is about; None for a full unit.
            stays: True if the address is to be trusted more than the words: it is of this very document.
        """
        text = self._texts.get(address)
        if text is not None and quote is None:
            return address, None
        if text is not None and quote:
            there = reanchor_quote(quote, text)
            if there is None and not stays:
                found = self.find(quote)
                if found:
                    return found
            return address, there or unanchored_quote(quote, text)
        return self.find(quote) if quote else None

    def find(self, quote: Quote) -> AnchorPosition | None:
        """Find the words in the document, if their context tells a single occurrence from all others.

        Words that continue into further units are marked in the unit in which they begin.
        """
        exact, prefix, suffix = (_run(words) for words in (quote.exact, quote.prefix, quote.suffix))
        starts = list(_occurrences(self._letters, exact)) if exact else []
        scores = [self._agreement(start, start + len(exact), prefix, suffix) for start in starts]
        best = max(scores, default=0)
        likely = [start for start, score in zip(starts, scores, strict=True) if score == best]
        spots = [spot for start in likely if (spot := self._spot(start, start + len(exact), quote.exact))]
        if len(likely) > 1:  # alike but for spaces, signs or accents
            around = f"{quote.prefix}{quote.exact}{quote.suffix}"
            spots = [spot for spot in spots if around in self._texts[spot[0]]]
        return spots[0] if len(spots) == 1 else None

    def _agreement(self, start: int, end: int, prefix: str, suffix: str) -> int:
        before = self._letters[max(0, start - len(prefix)) : start]
        behind = self._letters[end : end + len(suffix)]
        return _common(reversed(prefix), reversed(before)) + _common(suffix, behind)

    def _spot(self, start: int, end: int, exact: str) -> AnchorPosition | None:
        first = bisect_right(self._begins, start) - 1
        until = self._begins[first + 1] if first + 1 < len(self._begins) else len(self._letters)
        offsets = [offset for offset in self._where[start : min(end, until)] if offset >= 0]
        if not offsets:
            return None
        unit = self._units[first]
        text = self._texts[unit.address]
        literal = text.find(
            exact, max(0, offsets[0] - len(exact))
        )  # with the signs at its ends, where it is as printed
        if 0 <= literal <= offsets[0] < literal + len(exact):
            return unit.address, quote_at(text, literal, literal + len(exact))
        return unit.address, quote_at(text, offsets[0], offsets[-1] + 1)


@lru_cache(maxsize=4096)
def _folded(character: str) -> str:
    return "".join(letter for letter in fold(character) if letter.isalnum())


def _run(words: str) -> str:
    return "".join(map(_folded, words))


def _occurrences(letters: str, sought: str) -> Iterable[int]:
    start = letters.find(sought)
    while start >= 0:
        yield start
        start = letters.find(sought, start + 1)


def _common(one: Iterable[str], other: Iterable[str]) -> int:
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count
