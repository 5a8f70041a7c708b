"""Similarity of a text to the units of a document: words that few units have count for more."""

import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from heapq import nlargest

from delegate_desk.core.documents.document import Address
from delegate_desk.core.text import folded_words

_RANKED = 8
_CLEARLY = 0.08
"""By as much the likest must beat the next."""
_SAME = 0.999

Ranked = list[tuple[float, Address]]
"""Units with how like they are, in 0..1, the likest first."""


@dataclass(frozen=True, slots=True)
class _SimilarityUnit:
    address: Address
    words: Counter[str]
    total: float


class TextSimilarity:
    """The units of a document by their words; made once."""

    def __init__(self, texts: Mapping[Address, str]) -> None:
        counted = [(address, count_words(text)) for address, text in texts.items() if text]
        seen = Counter(word for _, words in counted for word in words)
        self._unknown = math.log2(1 + max(1, len(counted)))
        self._weights = {word: math.log2(1 + len(counted) / times) for word, times in seen.items()}
        self._units = [_SimilarityUnit(address, words, self._weigh(words)) for address, words in counted]
        self._where: dict[str, list[tuple[int, int]]] = {}
        for n, unit in enumerate(self._units):
            for word, times in unit.words.items():
                self._where.setdefault(word, []).append((n, times))

    def most_similar(self, text: str) -> Ranked:
        """The units that have the most words in common with a text."""
        sought = count_words(text)
        common: dict[int, float] = {}
        for word, times in sought.items():
            for n, there in self._where.get(word, ()):
                common[n] = common.get(n, 0.0) + self._weights[word] * min(times, there)
        total = self._weigh(sought)
        scored = ((2 * shared / (total + self._units[n].total), -n) for n, shared in common.items())
        return [(score, self._units[-n].address) for score, n in nlargest(_RANKED, scored)]

    def coverage(self, text: str, address: Address) -> float:
        """Share of a text's words that a unit and its descendants contain: in 0..1; 1 for a text without words."""
        sought = count_words(text)
        there: Counter[str] = Counter()
        for unit in self._units:
            if unit.address == address or unit.address.startswith(f"{address}__"):
                there |= unit.words
        total = self._weigh(sought)
        return self._weigh(sought & there) / total if total and there else 1.0

    def _weigh(self, words: Counter[str]) -> float:
        return sum(self._weights.get(word, self._unknown) * times for word, times in words.items())


def has_clear_best(ranked: Ranked) -> bool:
    """True if the likest is clearly so, or the only one that is the same."""
    if len(ranked) < 2:
        return bool(ranked)
    return ranked[0][0] - ranked[1][0] >= _CLEARLY or ranked[0][0] >= _SAME > ranked[1][0]


def count_words(text: str) -> Counter[str]:
    """Frequency of each word of a text, folded."""
    return Counter(folded_words(text))
