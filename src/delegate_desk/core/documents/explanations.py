"""Explanations of the provisions of an act: the recitals that give their reasons, and the terms that the act defines.

Recitals give the reasons for the articles in the order of the articles (Joint Practical Guide, 10.5). An article is
therefore more likely if it shares rare words with a recital, and if its neighbours are close to those of the recital.
"""

import math
import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Any

from delegate_desk.core.documents.document import Address, Paragraph
from delegate_desk.core.text import folded_words
from delegate_desk.core.values import dataclass

MOST = 3
_FOR_ARTICLES = 2
_STEM = 7  # letters: a word of a European language without most of its endings
_SHORTEST = 4  # letters: of what is compared
_PAIRS = 0.8  # weight of two words in sequence beside a word
_WHOLE, _PART, _TITLE, _COVER = 19.0, 12.0, 16.0, 8.0
"""Weights, in log-odds, of the similarity of a recital to an article, to its most similar paragraph and to its title,
and of the share of the recital's words that the article has."""
_ON, _BACK = 0.5, 1.5  # log-odds lost by a step to a later and to an earlier article, by the logarithm of its length
_LEAST = 1.0  # log-odds from which an article is named


@dataclass(frozen=True, slots=True)
class RelatedUnit:
    """A recital or an article, its label as printed."""

    address: Address
    label: str
    text: str


def related_units(
    units: Sequence[Paragraph], subsidiarity: Collection[Address] = ()
) -> dict[Address, tuple[RelatedUnit, ...]]:
    """Return the articles of each recital, most likely first, and for each article the recitals most about it."""
    named = {unit.address: RelatedUnit(unit.address, unit.label, unit.text) for unit in units}
    links = link_recitals(units, subsidiarity)
    found: dict[Address, list[RelatedUnit]] = {}
    for rank in range(MOST):
        for recital, articles in links.items():
            for article in articles[rank : rank + 1]:
                found.setdefault(recital, []).append(named.get(article, RelatedUnit(article, "", "")))
                if rank < _FOR_ARTICLES:
                    found.setdefault(article, []).append(named[recital])
    return {address: tuple(related) for address, related in found.items()}


def link_recitals(
    units: Sequence[Paragraph], subsidiarity: Collection[Address] = ()
) -> dict[Address, tuple[Address, ...]]:
    """Return the articles that each recital of an act is about, most likely first, at most ``MOST``.

    Args:
        units: Of the act, in order.
        subsidiarity: The recitals that cite Article 5 TEU: on the objective, which is that of the first article.
    """
    recitals = {u.address: u.text for u in units if u.address.startswith("rec_") and "__" not in u.address}
    parts: dict[Address, list[str]] = {}
    for unit in units:
        if unit.address.startswith("art_"):
            parts.setdefault(Address(unit.address.split("__")[0]), []).append(unit.text)
    if not recitals or not parts:
        return {}
    articles = list(parts)
    scores = _scores([*recitals.values()], [*parts.values()])
    found = {}
    for address, own, likely in zip(recitals, scores, _in_sequence(scores), strict=True):
        ranked = [articles[k] for k in (-likely).argsort(kind="stable")[:MOST] if own[k] >= _LEAST]
        first = articles[:1] if address in subsidiarity else []
        found[address] = tuple(dict.fromkeys((*first, *ranked)))[:MOST]
    return found


def _features(text: str) -> Counter[str]:
    """Count the stems of a text, and each two in sequence."""
    stems = [word[:_STEM] for word in folded_words(text) if len(word) >= _SHORTEST]
    return Counter((*stems, *map(" ".join, pairwise(stems))))


def _vector(bag: Mapping[str, int], weights: Mapping[str, float]) -> dict[str, float]:
    """Weighted features (TF-IDF with a logarithmic frequency), of length 1."""
    values = {name: (1 + math.log(count)) * weights.get(name, 0.0) for name, count in bag.items()}
    length = math.sqrt(sum(value * value for value in values.values())) or 1.0
    return {name: value / length for name, value in values.items()}


def _scores(recitals: Sequence[str], articles: Sequence[Sequence[str]]) -> Any:
    """Return the log-odds of each article by recital, from words alone; the first part of an article is its title."""
    import numpy as np  # slow, and not needed until an act is opened

    bags = [_features(text) for text in (*recitals, *map(" ".join, articles))]
    counts = Counter(name for bag in bags for name in bag)
    rarity = {name: math.log(len(bags) / count) for name, count in counts.items()}
    weights = {name: value * (_PAIRS if " " in name else 1) for name, value in rarity.items()}
    texts = [*bags[len(recitals) :], *(_features(text) for parts in articles for text in parts)]
    texts_with: dict[str, tuple[list[int], list[float]]] = {}
    for n, bag in enumerate(texts):
        for name, value in _vector(bag, weights).items():
            places, values = texts_with.setdefault(name, ([], []))
            places.append(n)
            values.append(value)
    index = {name: (np.array(places), np.array(values)) for name, (places, values) in texts_with.items()}
    firsts = np.cumsum([0, *map(len, articles[:-1])])
    scores = []
    for bag in bags[: len(recitals)]:
        likeness, cover = np.zeros(len(texts)), np.zeros(len(texts))
        for name, value in _vector(bag, weights).items():
            if name in index:
                indices, weighed = index[name]
                likeness[indices] += value * weighed
                cover[indices] += 0 if " " in name else rarity[name]
        overall, inner = likeness[: len(articles)], likeness[len(articles) :]
        total = sum(rarity[name] for name in bag if " " not in name) or 1.0
        scores.append(
            _WHOLE * overall
            + _PART * np.maximum.reduceat(inner, firsts)
            + _TITLE * inner[firsts]
            + _COVER * cover[: len(articles)] / total
        )
    return np.array(scores)


def _in_sequence(scores: Any) -> Any:
    """Return how likely each article is by recital, given all recitals (forward-backward); steps back are rarer."""
    import numpy as np

    steps = np.arange(scores.shape[1])[None, :] - np.arange(scores.shape[1])[:, None]  # from row to column
    step = np.exp(-np.where(steps < 0, _BACK, _ON) * np.log1p(np.abs(steps)))
    own = np.exp(scores - scores.max(axis=1, keepdims=True))
    forward, backward = own.copy(), np.ones_like(own)
    for n in range(1, len(own)):
        forward[n] = forward[n - 1] @ step * own[n]
        forward[n] /= forward[n].sum()
    for n in range(len(own) - 2, -1, -1):
        backward[n] = step @ (backward[n + 1] * own[n + 1])
        backward[n] /= backward[n].sum()
    return forward * backward


_TERM = re.compile(r"\s*[‘“'\"«»„‚]\s*(?P<term>[^‘’“”'\"«»„]{2,80}?)\s*[’”'\"»«“‘]")
_FEWEST = 2  # minimum number of such units in an article: fewer are quotations, not definitions
_ROOT, _ENDING = 8, 4  # letters: of a long word without its ending, and of the ending of a short word


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
        if (match := _TERM.match(unit.text)) and folded_words(match["term"]):
            found.setdefault(unit.address.partition("__")[0], []).append((match["term"], unit))
    texts = {unit.address: _fold(unit.text) for unit in provisions} if found else {}
    order = {article: n for n, article in enumerate(dict.fromkeys(a.partition("__")[0] for a in texts))}
    terms = []
    for article, defined in found.items():
        for term, unit in defined if len(defined) >= _FEWEST else ():
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
    roots = [word[: min(_ROOT, max(_ENDING, len(word) - 1))] for word in words]
    ends = [r"\w*" if len(word) > _ROOT else rf"\w{{0,{_ENDING}}}" for word in words]
    return re.compile(r"\b" + " ".join(map("{}{}".format, map(re.escape, roots), ends)) + r"\b")
