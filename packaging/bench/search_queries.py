"""The queries of bench_search.py: 28 types, drawn from a library, always the same.

A query is the text that a person would type, parsed by the product's own parser. Other engines receive the parsed query
as nested lists that each can translate: ``["and", …]``, ``["or", …]``, ``["not", part]``, ``["exact", w]``,
``["stem", s]``, ``["phrase", w…]``, ``["stems", s…]`` (a phrase of stems), ``["near", field, a, b, distance]``,
``["prefix", p]``, ``["fuzzy", w, edits]``, ``["wildcard", p]``, and of facts ``["language", code…]``,
``["type", name…]``, ``["dates", first, last]``. Stems are those of the library; the order of a type's queries is mixed.
"""

import random
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import Any

from delegate_desk.core.search import HitKind, IndexEntry
from delegate_desk.core.text import fold, word_spans
from delegate_desk.search.engine.analysis import form, stems
from delegate_desk.search.query import nodes, query
from search_trees import stem_word

PER_TYPE = 20
FACETS = ("language", "year", "type", "file")
_FROM_THE_RIGHT = 99_999_999
_SAMPLE = 12_000


@dataclass(frozen=True, slots=True)
class Asked:
    """One query.

    Attributes:
        typed: The text typed.
        typing: True if the last word is not finished.
        by_date: Newest first.
        tree: For the other engines; see above.
        facets: The facets that the other engines count; ours always counts all seven.
    """

    typed: str
    typing: bool = False
    by_date: bool = False
    tree: list[Any] = field(default_factory=list)
    facets: tuple[str, ...] = ()


# The parsed query, for other engines


class Translator:
    """Turns parsed queries into trees; ``held`` are the stems of the library, as rows have them."""

    def __init__(self, held: Iterable[str], languages: Iterable[str]) -> None:
        self._held = frozenset(held)
        self._languages = sorted(languages)

    def __call__(self, asked: Asked) -> Asked:
        node = query.parse(asked.typed, typing=asked.typing).node
        if node is None:
            raise ValueError(f"nothing is asked for by {asked.typed!r}")
        return Asked(asked.typed, asked.typing, asked.by_date, self._tree(node), asked.facets)

    def _tree(self, node: nodes.Node) -> list[Any]:
        match node:
            case nodes.WordQuery():
                return self._word(node)
            case nodes.Wildcard(pattern=pattern):
                return ["wildcard", pattern]
            case nodes.PhraseQuery(found):
                return self._phrase(found)
            case nodes.Near(nodes.WordQuery() as left, nodes.WordQuery() as right, distance):
                near = [["near", "exact", left.exact, right.exact, distance]]
                if left.stemmed and right.stemmed:
                    near += [["near", "stem", *pair, distance] for pair in self._aligned((left, right))]
                return _one_or("or", near)
            case nodes.FieldFilter(name, reading) if name in ("lang", "type"):
                kind = {"lang": "language"}.get(name, name)
                return [kind, *(terms[0].split(" ", 1)[1] for terms in reading.terms)]
            case nodes.FieldFilter(_, reading) if reading.first or reading.last:
                return ["dates", reading.first or 0, reading.last or _FROM_THE_RIGHT]
            case nodes.Not(part):
                return ["not", self._tree(part)]
            case nodes.AllOf(parts):
                return ["and", *map(self._tree, parts)]
            case nodes.Either(parts):
                return ["or", *map(self._tree, parts)]
        raise ValueError(f"not a query of the bench: {node}")

    def _stems(self, word: nodes.WordQuery) -> list[str]:
        found = stems(word.exact, word.letters, self._languages) if word.stemmed else frozenset()
        return sorted(stem for stem in found if stem_word(stem) in self._held)

    def _word(self, word: nodes.WordQuery) -> list[Any]:
        found: list[list[Any]] = [["fuzzy", word.exact, word.edits] if word.edits else ["exact", word.exact]]
        found += [["stem", stem] for stem in self._stems(word)]
        if word.prefix:
            found.append(["prefix", word.exact])
        return _one_or("or", found)

    def _phrase(self, found: Sequence[nodes.WordQuery]) -> list[Any]:
        phrase = ["phrase", *(word.exact for word in found)]
        if not all(word.stemmed for word in found):
            return phrase
        return _one_or("or", [phrase, *(["stems", *run] for run in self._aligned(found))])

    def _aligned(self, found: Sequence[nodes.WordQuery]) -> list[tuple[str, ...]]:
        """Return the stems of several words in each language in turn."""
        alternatives = [self._stems(word) for word in found]
        return [run for run in product(*alternatives) if len({stem[:2] for stem in run}) == 1]


def _one_or(joined: str, parts: list[list[Any]]) -> list[Any]:
    return parts[0] if len(parts) == 1 else [joined, *parts]


# Drawing of the queries


class _Sample:
    """Some of the library's paragraphs, and the frequencies of their words in all of them."""

    def __init__(self, entries: Sequence[IndexEntry]) -> None:
        step = max(1, len(entries) // _SAMPLE)
        self.texts: list[tuple[str, list[str]]] = []
        self._count: Counter[str] = Counter()
        self._printed: dict[str, str] = {}
        for entry in entries[::step]:
            if entry.kind is HitKind.PARAGRAPH and not entry.is_heading:
                found = [entry.text[start:end] for start, end in word_spans(entry.text)]
                self.texts.append((entry.header.language, found))
                forms = {f"{entry.header.language} {word}" for word in found if word.isalpha() and word.islower()}
                self._count.update(forms)
        self.size = len(self.texts)

    def often(self, language: str, word: str) -> int:
        return self._count[f"{language} {word}"]

    def band(self, low: float, high: float, shortest: int = 2, language: str = "") -> list[str]:
        """Return the words in a given share of the paragraphs."""
        return sorted(
            word
            for key, count in self._count.items()
            for spoken, word in [key.split(" ", 1)]
            if low <= count / self.size < high and len(word) >= shortest and spoken.startswith(language)
        )


def draw(entries: Sequence[IndexEntry]) -> dict[str, list[Asked]]:
    """Return the queries of each type, without their trees."""
    rng = random.Random(7)
    sample = _Sample(entries)
    rare, medium = sample.band(0.0001, 0.0006, 5), sample.band(0.002, 0.01, 4)
    common = sample.band(0.08, 1.0)
    middling = sample.band(0.0003, 0.02, 8)
    greek = sample.band(0.0003, 0.02, 6, "el")
    runs = _runs(sample, rng, frozenset(common))

    def some(make: Callable[[], str], many: int = PER_TYPE, **more: Any) -> list[Asked]:
        return [Asked(make(), **more) for _ in range(many)]

    def one(of: Sequence[str], pattern: str = "{}") -> Callable[[], str]:
        return lambda: pattern.format(rng.choice(of))

    def two(of: Sequence[str], others: Sequence[str], pattern: str) -> Callable[[], str]:
        return lambda: pattern.format(rng.choice(of), rng.choice(others))

    def begun(letters: int) -> Callable[[], str]:
        return lambda: f"{rng.choice(middling)[:letters]}*"

    def misspelt(edits: int) -> str:
        word = rng.choice(middling)
        for _ in range(edits):
            at = rng.randrange(1, len(word) - 1)
            word = word[:at] + word[at + 1 :]
        return f"{word}~{edits if edits > 1 else ''}"

    def gapped() -> str:
        word = rng.choice(middling)
        return f"{word[:3]}*{word[-2:]}"

    return {
        "rare word": some(one(rare)),
        "medium word": some(one(medium)),
        "common word": some(one(common)),
        "exact common": some(one(common, '"{}"')),
        "greek without accents": some(lambda: fold(rng.choice(greek))),
        "greek with accents": some(one(greek)),
        "and 2": [Asked(" ".join(run)) for run in runs["pair"]],
        "and 3": [Asked(" ".join(run)) for run in runs["triple"]],
        "and common": some(two(common, common, "{} {}")),
        "or 2": some(two(medium, common, "{} OR {}")),
        "not": some(two(medium, common, "{} -{}")),
        "phrase rare": [Asked(f'"{" ".join(run)}"') for run in runs["rare"]],
        "phrase common": [Asked(f'"{" ".join(run)}"') for run in runs["common"]],
        "phrase of stems": [Asked(f'"{" ".join(run)}"~') for run in runs["stems"]],
        "near 5": [Asked(f"{run[0]} NEAR/5 {run[1]}") for run in runs["near"]],
        "prefix 2": some(begun(2)),
        "prefix 3": some(begun(3)),
        "prefix 4": some(begun(4)),
        "prefix 6": some(begun(6)),
        "as you type": [Asked(text, typing=True) for run in typed(entries, 2) for text in keystrokes(run)],
        "fuzzy 1": some(lambda: misspelt(1), 10),
        "fuzzy 2": some(lambda: misspelt(2), 10),
        "wildcard": some(gapped, 10),
        "word + language": some(one(common, "{} lang:en")),
        "word + dates": some(one(common, "{} after:2019-06 before:2020-02")),
        "word + facet": some(one(common), facets=("type",)),
        "filters + 4 facets": some(one(common, "{} lang:en|fr|el type:note|agenda after:2018"), facets=FACETS),
        "newest first": some(one(common), by_date=True),
    }


def _runs(sample: _Sample, rng: random.Random, common: frozenset[str]) -> dict[str, list[list[str]]]:
    """Return words that occur together in a paragraph, by the type of query."""
    runs: dict[str, list[list[str]]] = {name: [] for name in ("pair", "triple", "rare", "common", "stems", "near")}
    while min(map(len, runs.values())) < PER_TYPE:
        language, text = rng.choice(sample.texts)
        if len(text) < 12:
            continue
        at = rng.randrange(len(text) - 8)
        first, second, fifth = text[at], text[at + 1], text[at + 4]
        often = [sample.often(language, word) / sample.size for word in text]
        telling = sorted({word for word, share in zip(text, often, strict=True) if 0.001 < share < 0.2})
        if len(telling) > 5:
            runs["pair"].append(rng.sample(telling, 2))
            runs["triple"].append(rng.sample(telling, 3))
        if often[at] < 0.001 and len(second) > 5:
            runs["rare"].append([first, second])
        if first in common and second in common:
            runs["common"].append([first, second])
        if all(word.isalpha() and form(word, language).stems for word in (first, second)):
            runs["stems"].append([first, second])
        if all(word.isalpha() for word in (first, fifth)):
            runs["near"].append([first, fifth])
    return {name: found[:PER_TYPE] for name, found in runs.items()}


def typed(entries: Sequence[IndexEntry], each: int) -> list[str]:
    """Return three consecutive words of paragraphs in five languages, as typed; ``each`` of a language."""
    rng = random.Random(11)
    left: dict[str, int] = dict.fromkeys(("el", "en", "fr", "de", "hu"), each)
    found: list[str] = []
    while any(left.values()):
        entry = rng.choice(entries)
        text = [entry.text[start:end] for start, end in word_spans(entry.text)]
        if not left.get(entry.header.language) or len(text) < 9:
            continue
        at = rng.randrange(len(text) - 4)
        run = text[at : at + 3]
        if len(run[1]) > 4 and len(run[2]) > 4 and all(word.isalpha() for word in run):
            left[entry.header.language] -= 1
            found.append(" ".join(run))
    return found


def keystrokes(text: str) -> list[str]:
    """Return the contents of the box after each keystroke, from two letters on."""
    return [text[:end] for end in range(2, len(text) + 1) if not text[end - 1].isspace()]
