"""Values for the evaluation of a query: hits, data shared by all segments, and our own clause."""

import math
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from typing_extensions import override
from whoosh import query

from delegate_desk.search.engine.segments.segment_file import Array
from delegate_desk.search.engine.segments.segment_reader import EMPTY, SegmentReader
from delegate_desk.search.engine.segments.term_dictionary import TermDictionary


class SearchStoppedError(Exception):
    """The search was told to stop."""


class Stepped(query.WrappingQuery):
    """A query whose hits score so much more."""

    def __init__(self, child: Any, step: float) -> None:
        super().__init__(child)  # type: ignore[no-untyped-call]  # Whoosh has no types
        self.step = step

    @override
    def __eq__(self, other: object) -> bool:
        return isinstance(other, Stepped) and self.child == other.child and self.step == other.step

    @override
    def __hash__(self) -> int:
        return hash(self.child) ^ hash(self.step)

    @override
    def _rewrap(self, child: Any) -> "Stepped":
        return Stepped(child, self.step)


class ConsecutiveWords(query.Query):
    """Consecutive words in exactly this form: a small bonus for the hits of another query.

    Attributes:
        words: Folded.
        begun: True if the last word may be a prefix.
        score: Bonus of each hit that has them so.
    """

    def __init__(self, words: Sequence[str], *, begun: bool, score: float) -> None:
        self.words = words
        self.begun = begun
        self.score = score


class SegmentHits:
    """Entries of a segment: a list in order, or a mask, or both."""

    __slots__ = ("_entries", "_mask", "size")

    def __init__(self, size: int, entries: Array | None = None, mask: Array | None = None) -> None:
        self.size = size
        self._entries = entries
        self._mask = mask

    @property
    def listed(self) -> bool:
        """True if the list is at hand."""
        return self._entries is not None

    @property
    def entries(self) -> Array:
        if self._entries is None:
            self._entries = self._mask.nonzero()[0] if self._mask is not None else EMPTY
        return self._entries

    @property
    def mask(self) -> Array:
        if self._mask is None:
            self._mask = np.zeros(self.size, np.bool_)
            self._mask[self._entries] = True
        return self._mask

    def __and__(self, other: "SegmentHits") -> "SegmentHits":
        few, many = self, other
        if other.listed and not (self.listed and len(self.entries) <= len(other.entries)):
            few, many = other, self
        if few.listed:
            return SegmentHits(self.size, few.entries[many.mask.take(few.entries)])
        return SegmentHits(self.size, mask=few.mask & many.mask)

    def without(self, other: "SegmentHits") -> "SegmentHits":
        """Those that are not among others."""
        if self.listed:
            return SegmentHits(self.size, self.entries[~other.mask.take(self.entries)])
        return SegmentHits(self.size, mask=self.mask & ~other.mask)


class SearchRun:
    """One search in all segments of one state of the index.

    Args:
        leaves: The segments.
        stopped: Asked between the clauses of a query.
    """

    def __init__(self, leaves: Sequence[SegmentReader], stopped: Callable[[], bool] | None = None) -> None:
        self._leaves = leaves
        self._stopped = stopped
        self._size = sum(leaf.size for leaf in leaves)
        self._numbers: dict[tuple[str, str | bytes], list[int]] = {}
        self._lexicons: dict[str, list[TermDictionary | None]] = {}
        self._rarities: dict[tuple[str, str | bytes], float] = {}
        self._averages: dict[str, float] = {}
        self._phrases: dict[int, tuple[Any, list[Any]]] = {}

    def check_stopped(self) -> None:
        """Raise ``SearchStoppedError`` if it is time to."""
        if self._stopped and self._stopped():
            raise SearchStoppedError

    def numbers(self, field: str, text: str | bytes) -> list[int]:
        """By segment, the number of a term; -1 where it has none."""
        found = self._numbers.get((field, text))
        if found is None:
            term = self.encoded(text)
            lexicons = self._lexicons.get(field)
            if lexicons is None:
                lexicons = self._lexicons[field] = [leaf.term_dictionary(field) for leaf in self._leaves]
            found = [-1 if lexicon is None or term is None else lexicon.number(term) for lexicon in lexicons]
            self._numbers[field, text] = found
        return found

    def holds(self, field: str, text: str) -> bool:
        """True if a term stands anywhere."""
        return max(self.numbers(field, text), default=-1) >= 0

    @staticmethod
    def encoded(text: str | bytes) -> bytes | None:
        """A term as its field keeps it; None where it cannot."""
        if isinstance(text, bytes):
            return text
        try:
            return text.encode()
        except UnicodeEncodeError:
            return None

    def rarity(self, field: str, text: str | bytes) -> float:
        """Inverse document frequency of a term, over all segments."""
        found = self._rarities.get((field, text))
        if found is None:
            numbers = zip(self._leaves, self.numbers(field, text), strict=True)
            frequency = sum(leaf.frequency(field, number) for leaf, number in numbers if number >= 0)
            found = self._rarities[field, text] = math.log(self._size / (frequency + 1)) + 1
        return found

    def average(self, field: str) -> float:
        """The mean number of a field's terms."""
        found = self._averages.get(field)
        if found is None:
            length = sum(leaf.lengths.get(field, 0) for leaf in self._leaves)
            found = self._averages[field] = length / (self._size or 1) or 1.0
        return found

    def phrase_terms(self, phrase: Any) -> list[Any]:
        """The words of a phrase as queries."""
        known = self._phrases.get(id(phrase))
        if known is None:
            terms = [query.Term(phrase.fieldname, word) for word in phrase.words]
            known = self._phrases[id(phrase)] = phrase, terms  # holds the phrase, so that no other gets its id
        return known[1]
