"""Links between the recitals and the articles of an act: by their words, the terms defined and the articles cited.

Recitals give the reasons for the articles in the order of the articles (Joint Practical Guide, 10.5). An article is
therefore more likely if it shares rare words with a recital, and if its neighbours are close to those of the recital.
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence

from delegate_desk.core.documents.document import Address, Paragraph
from delegate_desk.core.text import folded_words
from delegate_desk.core.values import dataclass

MOST = 3
_FOR_ARTICLES = 2
_STEM = 7  # letters: a word of a European language without most of its endings
_SHORTEST = 4  # letters: of what is compared
_PART = 0.6  # weight of the most similar paragraph of an article beside the whole article
_TITLE = 0.3  # weight of the words of its title
_ORDER = 0.3  # weight of the place that the recitals around suggest
_NEAR = 2.0  # articles: how far from there it counts
_ON, _BACK = 0.04, 0.1  # cost of a step to a later and to an earlier article, by the logarithm of its length
_LEAST = 0.05  # likeness from which an article is named

Vector = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class RelatedUnit:
    """A recital or an article, its label as printed."""

    address: Address
    label: str
    text: str


def related_units(units: Sequence[Paragraph]) -> dict[Address, tuple[RelatedUnit, ...]]:
    """Return the articles of each recital, most likely first, and for each article the recitals most about it."""
    named = {unit.address: RelatedUnit(unit.address, unit.label, unit.text) for unit in units}
    links = link_recitals(units)
    found: dict[Address, list[RelatedUnit]] = {}
    for rank in range(MOST):
        for recital, articles in links.items():
            for article in articles[rank : rank + 1]:
                found.setdefault(recital, []).append(named.get(article, RelatedUnit(article, "", "")))
                if rank < _FOR_ARTICLES:
                    found.setdefault(article, []).append(named[recital])
    return {address: tuple(related) for address, related in found.items()}


def link_recitals(units: Sequence[Paragraph]) -> dict[Address, tuple[Address, ...]]:
    """Return the articles that each recital of an act is about, most likely first, at most ``MOST``."""
    recitals = {u.address: u.text for u in units if u.address.startswith("rec_") and "__" not in u.address}
    parts: dict[Address, list[str]] = {}
    for unit in units:
        if unit.address.startswith("art_"):
            parts.setdefault(Address(unit.address.split("__")[0]), []).append(unit.text)
    if not recitals or not parts:
        return {}
    bags = [_stems(text) for text in (*recitals.values(), *(" ".join(texts) for texts in parts.values()))]
    holding = Counter(stem for bag in bags for stem in bag)
    weights = {stem: math.log(len(bags) / count) for stem, count in holding.items()}
    whole = [_vector(bag, weights) for bag in bags]
    articles = list(parts)
    inner = [[_vector(_stems(text), weights) for text in texts] for texts in parts.values()]
    scores = [
        [_score(recital, article, texts) for article, texts in zip(whole[len(recitals) :], inner, strict=True)]
        for recital in whole[: len(recitals)]
    ]
    found = {}
    for n, (address, place) in enumerate(zip(recitals, _path(scores), strict=True)):
        near = [score + _ORDER * math.exp(-abs(k - place) / _NEAR) for k, score in enumerate(scores[n])]
        ranked = sorted(range(len(articles)), key=lambda k: -near[k])[:MOST]
        found[address] = tuple(articles[k] for k in ranked if scores[n][k] >= _LEAST)
    return found


def _stems(text: str) -> Counter[str]:
    return Counter(word[:_STEM] for word in folded_words(text) if len(word) >= _SHORTEST)


def _vector(bag: Mapping[str, int], weights: Mapping[str, float]) -> Vector:
    """Weighted stems (TF-IDF with a logarithmic frequency), of length 1."""
    values = {stem: (1 + math.log(count)) * weights.get(stem, 0.0) for stem, count in bag.items()}
    length = math.sqrt(sum(value * value for value in values.values())) or 1.0
    return {stem: value / length for stem, value in values.items()}


def _score(recital: Vector, article: Vector, parts: Sequence[Vector]) -> float:
    """Return the similarity of a recital to an article, whose title is the first of its parts."""
    most = max(_cosine(recital, part) for part in parts)
    return _cosine(recital, article) + _PART * most + _TITLE * _cosine(recital, parts[0])


def _cosine(one: Vector, other: Vector) -> float:
    return sum(value * other[stem] for stem, value in one.items() if stem in other)


def _path(scores: Sequence[Sequence[float]]) -> list[int]:
    """Return the article of each recital on the best path through all (Viterbi); steps back are penalised."""
    import numpy as np  # not before an act is looked at: the file of a paragraph is there from the start

    table = np.array(scores)
    steps = np.arange(table.shape[1])[None, :] - np.arange(table.shape[1])[:, None]  # from row to column
    costs = np.where(steps < 0, _BACK, _ON) * np.log1p(np.abs(steps))
    best, before = table[0], []
    for row in table[1:]:
        reached = best[:, None] - costs
        before.append(reached.argmax(axis=0))
        best = reached.max(axis=0) + row
    path = [int(best.argmax())]
    for places in reversed(before):
        path.append(int(places[path[-1]]))
    return path[::-1]
