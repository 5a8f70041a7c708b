"""Terms that an act defines: units of an article that begin with the term in quotation marks, in any language."""

import re
from collections.abc import Sequence
from functools import lru_cache

from delegate_desk.core.documents.document import Address, Paragraph
from delegate_desk.core.text import folded_words
from delegate_desk.core.values import dataclass

_TERM = re.compile(r"\s*[‘“'\"«»„‚]\s*(?P<term>[^‘’“”'\"«»„]{2,80}?)\s*[’”'\"»«“‘]")
_LEAST = 2  # minimum number of such units in an article: fewer are quotations, not definitions
_STEM, _ENDING = 8, 4  # letters: of a long word without its ending, and of the ending of a short word


@dataclass(frozen=True, slots=True)
class DefinedTerm:
    """A term and the unit that defines it.

    Attributes:
        uses: The units of the articles that use the term, except its definition, in order.
        early: Those of them in articles before the definition.
    """

    term: str
    unit: Paragraph
    uses: tuple[Address, ...]
    early: tuple[Address, ...]

    def is_in(self, text: str) -> bool:
        """True if a text contains the words of the term, in any form."""
        return bool(_pattern(self.term).search(_fold(text)))

    def has_words(self, words: str) -> bool:
        """True if some words are the term, have it, or are a word of it, in whatever form."""
        folded = _fold(words)
        return self.is_in(words) or any(_pattern(word).fullmatch(folded) for word in folded_words(self.term))


def defined_terms(units: Sequence[Paragraph]) -> tuple[DefinedTerm, ...]:
    """Return the terms that an act defines, in order, each with its uses."""
    provisions = [unit for unit in units if unit.address.startswith("art_")]
    found: dict[str, list[tuple[str, Paragraph]]] = {}
    for unit in provisions:
        if match := _TERM.match(unit.text):
            found.setdefault(unit.address.partition("__")[0], []).append((match["term"], unit))
    texts = {unit.address: _fold(unit.text) for unit in provisions} if found else {}
    order = {article: n for n, article in enumerate(dict.fromkeys(a.partition("__")[0] for a in texts))}
    terms = []
    for article, defined in found.items():
        for term, unit in defined if len(defined) >= _LEAST else ():
            pattern = _pattern(term)
            uses = tuple(a for a, text in texts.items() if a != unit.address and pattern.search(text))
            early = tuple(a for a in uses if order[a.partition("__")[0]] < order[article])
            terms.append(DefinedTerm(term, unit, uses, early))
    return tuple(terms)


@lru_cache(1)
def _fold(text: str) -> str:
    return " ".join(folded_words(text))


@lru_cache(256)
def _pattern(term: str) -> re.Pattern[str]:
    """Return a pattern for the words of a term in sequence, each with any ending, in folded text."""
    words = folded_words(term)
    roots = [word[: min(_STEM, max(_ENDING, len(word) - 1))] for word in words]
    ends = [r"\w*" if len(word) > _STEM else rf"\w{{0,{_ENDING}}}" for word in words]
    return re.compile(r"\b" + " ".join(map("{}{}".format, map(re.escape, roots), ends)) + r"\b")
