"""The parts of a query, once it is understood."""

from collections.abc import Iterator

from delegate_desk.core.search import ParsedQuery
from delegate_desk.core.values import dataclass
from delegate_desk.search.engine.index_terms import FieldInterpretation


@dataclass(frozen=True, slots=True)
class WordQuery:
    """A word to find: in this form, with this stem, with ``prefix`` begun like this, with ``edits`` spelt almost so.

    Attributes:
        typed: As typed.
        exact: Folded.
        letters: As typed but for case: to tell the same accents from others.
        stemmed: False where only this form counts.
        edits: How many letters may be put in, left out or replaced: 0, 1 or 2. Not together with ``prefix``.
    """

    typed: str
    exact: str
    letters: str
    prefix: bool = False
    stemmed: bool = True
    edits: int = 0


@dataclass(frozen=True, slots=True)
class Wildcard:
    """A word with gaps: ``*`` stands for any letters, ``?`` for one; neither alone nor ``*`` only at the end.

    Attributes:
        pattern: Folded, with ``*`` and ``?``.
    """

    typed: str
    pattern: str


@dataclass(frozen=True, slots=True)
class PhraseQuery:
    """Words that stand one behind the other; the last may be the beginning of a word.

    Each stands in its very form, or, where it is ``stemmed``, with any ending.
    """

    words: tuple[WordQuery, ...]


@dataclass(frozen=True, slots=True)
class Near:
    """Two things at most ``distance`` words apart, in either order: the second word is at most that many further on.

    Each is a word or the first or last word of a phrase, whichever is nearer.
    """

    left: WordQuery | Wildcard | PhraseQuery
    right: WordQuery | Wildcard | PhraseQuery
    distance: int


@dataclass(frozen=True, slots=True)
class FieldFilter:
    field: str
    reading: FieldInterpretation


@dataclass(frozen=True, slots=True)
class Not:
    part: "Node"


@dataclass(frozen=True, slots=True)
class AllOf:
    parts: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Either:
    parts: tuple["Node", ...]


IndexTerm = tuple[str, str]
"""Field of the index and term."""


@dataclass(frozen=True, slots=True)
class TranslatedWord:
    """A word or a term, by what may stand for it: terms of the index in a row, with their weights."""

    alternatives: tuple[tuple[tuple[IndexTerm, ...], float], ...]


@dataclass(frozen=True, slots=True)
class TranslatedWords:
    """The words of a query in another language.

    Attributes:
        least: Share of the query, weighed by how rare its words are, that a passage must have.
    """

    words: tuple[TranslatedWord, ...]
    least: float


Text = WordQuery | Wildcard | PhraseQuery | Near
Node = Text | FieldFilter | Not | AllOf | Either | TranslatedWords


@dataclass(frozen=True, slots=True)
class Query:
    """Parsed query.

    Attributes:
        node: The search expression; None for an empty query.
        understood: Its interpretation.
    """

    text: str
    node: Node | None
    parsed: ParsedQuery

    def search_terms(self) -> list[Text]:
        """Return the parts of a query that a hit can highlight, without excluded parts, in the order typed."""
        return list(included_terms(self.node)) if self.node else []


def included_terms(node: Node) -> Iterator[Text]:
    """The words, phrases and the like of a query without those that it excludes."""
    if isinstance(node, AllOf | Either):
        for part in node.parts:
            yield from included_terms(part)
    elif not isinstance(node, FieldFilter | Not | TranslatedWords):
        yield node


def words_of(text: "Text | TranslatedWords") -> tuple[WordQuery, ...]:
    """The words of what was typed; a word with gaps is none."""
    match text:
        case WordQuery():
            return (text,)
        case PhraseQuery(words):
            return words
        case Near(left, right):
            return (*words_of(left), *words_of(right))
        case Wildcard() | TranslatedWords():
            return ()
