"""Words and passages that translate each other."""

from delegate_desk.core.documents.document import Address, DocumentId
from delegate_desk.core.search import Hit
from delegate_desk.core.values import dataclass

LIBRARY = "library"
"""Source of translations learned from the library; other sources are names of term bases."""


@dataclass(frozen=True, slots=True)
class TermBase:
    """An imported list of terms: its languages in order, and the number of concepts in two languages or more."""

    name: str
    languages: tuple[str, ...]
    entries: int


@dataclass(frozen=True, slots=True)
class WordTranslation:
    """Translation of a word with its certainty, from 0 to 1; the source is ``LIBRARY`` or a term base."""

    word: str
    weight: float
    source: str


@dataclass(frozen=True, slots=True)
class Because:
    """Reason for a hit in another language: a word as typed, and its translations as printed, each once."""

    word: str
    language: str
    renderings: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class AcrossHit:
    hit: Hit
    because: tuple[Because, ...]


@dataclass(frozen=True, slots=True)
class AcrossResults:
    """Hits in other languages; they never contain a direct hit of the same query.

    Attributes:
        total: Number of all hits; ``hits`` contains the first of them.
        can_translate: False if there is neither a pair of language versions nor a term base to learn from.
        is_truncated: True if time ran out.
    """

    total: int = 0
    hits: tuple[AcrossHit, ...] = ()
    can_translate: bool = True
    is_truncated: bool = False


Spans = tuple[tuple[int, int], ...]
"""Parts of a text: 0-based, end-exclusive, in code points."""


@dataclass(frozen=True, slots=True)
class ConcordancePassage:
    document: DocumentId
    name: str
    language: str
    address: Address
    label: str
    text: str
    highlights: Spans


@dataclass(frozen=True, slots=True)
class PassagePair:
    """A passage with a phrase, its counterpart, and the index of its rendering; None if none was recognised."""

    source: ConcordancePassage
    target: ConcordancePassage
    rendering: int | None

    @property
    def is_usual(self) -> bool:
        return self.rendering == 0


@dataclass(frozen=True, slots=True)
class Rendering:
    """Words that render a phrase, in their most frequent form, with their number of occurrences."""

    text: str
    count: int


@dataclass(frozen=True, slots=True)
class Concordance:
    """Renderings of a phrase in another language, most frequent first, and the first of all ``total`` pairs."""

    phrase: str
    renderings: tuple[Rendering, ...]
    pairs: tuple[PassagePair, ...]
    total: int = 0

    @property
    def usual(self) -> Rendering | None:
        return self.renderings[0] if self.renderings else None

    @property
    def is_unusual(self) -> bool:
        """True if all its pairs are exceptions, as in a list of the unusual renderings of a document."""
        return bool(self.renderings) and not any(pair.is_usual for pair in self.pairs)

    def groups(self) -> list[tuple[Rendering | None, list[PassagePair]]]:
        """Return the pairs by rendering, the usual one first; under None, last, those without a recognised one."""
        renderings: list[tuple[int | None, Rendering | None]] = [*enumerate(self.renderings), (None, None)]
        found = [(rendering, [pair for pair in self.pairs if pair.rendering == n]) for n, rendering in renderings]
        return [(rendering, pairs) for rendering, pairs in found if pairs]
