"""A query in other languages: phrases before words, and unknown words by similarity."""

import itertools
import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import field

from delegate_desk.core.search import HitKind
from delegate_desk.core.text import fold, word_spans
from delegate_desk.core.translations.translation import LIBRARY
from delegate_desk.core.values import dataclass
from delegate_desk.search.across.translation_files import (
    LONGEST,
    PairTable,
    TermFile,
    WordKeys,
    key_terms,
    term_key,
    word_key,
)
from delegate_desk.search.engine import analysis
from delegate_desk.search.engine.analysis import STEMMED, fold_word
from delegate_desk.search.engine.index_terms import ANY_QUOTE, FieldInterpretation
from delegate_desk.search.query.nodes import (
    AllOf,
    Either,
    FieldFilter,
    IndexTerm,
    Node,
    Not,
    Query,
    TranslatedWords,
    WordQuery,
    any_of,
    included_terms,
    words_of,
)

_MOST = 12
"""Maximum number of words of a query that are translated."""
_RENDERINGS = 6
_LIKELY = 0.04
"""Less likely translations are left out."""
_ENOUGH = 0.3
"""Minimum share of a query that a passage must contain."""
_PARTLY = 0.5
"""Certainty of a translation composed of the parts of a compound, or based on similar spelling."""
_COMPOUNDING = frozenset("da de nl sv fi et hu el lv lt".split())
_LINKS = ("", "s", "es", "n", "en", "e", "o", "ο")
_SHORTEST_PART = 4
_ALIKE = 84.0
"""Minimum similarity, of 100, for two words of different languages to count as cognates."""
_COGNATE = 5
_SHORT_WORD = 3
"""Number of letters of a short word that is not given as a reason if there is another."""
_BASE_CHANCE = 0.9
"""Certainty of an entry of a term base with a single translation."""

_SCRIPTS = {
    "αβγδεζηθικλμνξοπρστυφχψω": "a v g d e z i th i k l m n x o p r s t y f ch ps o",
    "абвгдежзийклмнопрстуфхцчшщъьюя": "a b v g d e zh z i i k l m n o p r s t u f h ts ch sh sht a  yu ya",
}
_LATIN = {
    ord(letter): latin
    for letters, written in _SCRIPTS.items()
    for letter, latin in zip(letters, written.split(" "), strict=True)
}
_EQUALS = {"ou": "u", "ch": "h", "ph": "f", "th": "t", "k": "c", "z": "s", "y": "i", "w": "v", "j": "i"}


@dataclass(frozen=True, slots=True)
class Alternative:
    """A translation of a word or a phrase: the keys of its words, a weight from 0 to 1, and a readable form."""

    keys: tuple[str, ...]
    weight: float
    source: str
    text: str


@dataclass(frozen=True, slots=True)
class TranslatedTerm:
    """Part of a query with its translations, best first; a number or an acronym is copied to all languages."""

    typed: tuple[str, ...]
    language: str
    alternatives: tuple[Alternative, ...]
    is_copied: bool = False


@dataclass(frozen=True, slots=True)
class TranslationSource:
    """A source of tables and term files by pair of languages; entries of both files have the same numbers."""

    name: str
    tables: Mapping[tuple[str, str], PairTable] = field(default_factory=dict)
    term_files: Mapping[tuple[str, str], Mapping[str, TermFile]] = field(default_factory=dict)

    def table(self, source: str, target: str) -> PairTable | None:
        return self.tables.get((min(source, target), max(source, target)))

    def terms(self, source: str, target: str) -> Mapping[str, TermFile]:
        return self.term_files.get((min(source, target), max(source, target)), {})


class Translator:
    """Translates words and queries between the languages of some sources, the library first."""

    def __init__(self, sources: Sequence[TranslationSource], stems: Callable[[str], Iterable[str]]) -> None:
        self._sources = sources
        self._stems = stems
        self._cognates: dict[str, dict[str, list[tuple[str, str, str]]]] = {}

    # Words

    def phrase(self, keys: Sequence[str], source: str, target: str) -> list[Alternative]:
        """Return translations of a word or a phrase as a whole, from lists of terms."""
        found: list[Alternative] = []
        for origin in self._sources:
            files = origin.terms(source, target)
            entries = files[source].entries(" ".join(keys)) if files else []
            texts = list(dict.fromkeys(text for entry in entries for text in files[target].texts(entry)))
            for n, text in enumerate(texts[:_RENDERINGS]):
                if parts := tuple(term_key(text, target).split()):
                    weight = _BASE_CHANCE / (1 if n == 0 else len(texts))
                    found.append(Alternative(parts, weight, origin.name, text))
        return found

    def word(self, word: str, source: str, target: str, *, guess: bool = True) -> list[Alternative]:
        """Return translations of a word, best first; by similar words and parts of a compound if it is unknown."""
        form = analysis.form(word, source)
        found = self.alternatives_for_key(word_key(form, source), source, target)
        if not found and guess:
            own = word_key(form, source)
            found = self._from_parts(form.exact, source, target) or self._from_cognates(own, target)
        best: dict[tuple[str, ...], Alternative] = {}
        for alternative in sorted(found, key=lambda alternative: -alternative.weight):
            best.setdefault(alternative.keys, alternative)
        return list(best.values())

    def alternatives_for_key(self, own: str, source: str, target: str) -> list[Alternative]:
        """Return translations of a word by its key: from a term base its terms, otherwise what was learned from it."""
        found = self.phrase([own], source, target)
        exact = {alternative.source for alternative in found if alternative.source != LIBRARY}
        return found + [a for a in self._learned_alternatives(own, source, target) if a.source not in exact]

    def _learned_alternatives(
        self, own: str, source: str, target: str, limit: int = _RENDERINGS
    ) -> Iterator[Alternative]:
        for origin in self._sources:
            table = origin.table(source, target)
            for other, weight in table.translations(source, own, limit) if table else ():
                if weight >= _LIKELY:
                    text = next(iter(table.forms(target, other)), other) if table else other
                    yield Alternative((other,), min(weight, 1.0), origin.name, text)

    def _from_parts(self, exact: str, source: str, target: str) -> list[Alternative]:
        """Return combined translations of the two parts of a compound, if both have any."""
        if source not in _COMPOUNDING:
            return []
        for cut in range(len(exact) - _SHORTEST_PART, _SHORTEST_PART - 1, -1):
            head = self._part(exact[:cut], source, target)
            tail = self._part(exact[cut:], source, target) if head else []
            if head and tail:
                return [Alternative(a.keys, a.weight * _PARTLY, a.source, a.text) for a in (*head[:3], *tail[:3])]
        return []

    def _part(self, text: str, source: str, target: str) -> list[Alternative]:
        for link in _LINKS:
            part = text.removesuffix(link) if link else text
            if len(part) < _SHORTEST_PART or (link and part == text):
                continue
            own = word_key(analysis.form(part, source), source)
            found = [*self.phrase([own], source, target), *self._learned_alternatives(own, source, target, 3)]
            if found:
                return found
        return []

    def _from_cognates(self, own: str, target: str) -> list[Alternative]:
        """Return words of the other language with similar spelling."""
        from rapidfuzz import fuzz, process

        own_skeleton = skeleton(own)
        if len(own_skeleton) < _COGNATE:
            return []
        candidates = self._skeletons(target).get(own_skeleton[0], [])
        spelt = [written for written, _, _ in candidates]
        matches = process.extract(own_skeleton, spelt, scorer=fuzz.ratio, score_cutoff=_ALIKE, limit=3)
        return [
            Alternative((word,), _PARTLY * likeness / 100, name, word)
            for _, likeness, n in matches
            for _, word, name in candidates[n : n + 1]
        ]

    def _skeletons(self, target: str) -> dict[str, list[tuple[str, str, str]]]:
        """Return, by first letter, the words of a language in simplified spelling, with their sources."""
        if target not in self._cognates:
            words = dict.fromkeys(self._stems(target), LIBRARY)
            for origin in self._sources:
                for pair, table in origin.tables.items():
                    if target in pair:
                        words = dict.fromkeys(table.words(target), origin.name) | words
            found = self._cognates[target] = {}
            for word, name in words.items():
                if len(word) >= _COGNATE - 1 and (written := skeleton(word)):
                    found.setdefault(written[0], []).append((written, word, name))
        return self._cognates[target]

    def knows(self, word: str, language: str) -> bool:
        own = word_key(analysis.form(word, language), language)
        for origin in self._sources:
            if any(language in pair and table.number(language, own) >= 0 for pair, table in origin.tables.items()):
                return True
            if any(language in pair and files[language].entries(own) for pair, files in origin.term_files.items()):
                return True
        return False

    # Queries

    def typed_in(self, words: Sequence[WordQuery]) -> list[str]:
        """Return the languages that know most of some words."""
        pairs = {pair for origin in self._sources for pair in (*origin.tables, *origin.term_files)}
        letters_known = {
            language: sum(len(word.exact) for word in words if self.knows(word.typed, language))
            for language in frozenset(itertools.chain.from_iterable(pairs))
        }
        highest = max(letters_known.values(), default=0)
        return sorted(language for language, letters in letters_known.items() if letters == highest and highest)

    def translate(self, words: Sequence[WordQuery], sources: Iterable[str], target: str) -> list[TranslatedTerm]:
        """Translate the phrases and words of a query into a language."""
        found: list[TranslatedTerm] = []
        for source in sources:
            if source == target:
                continue
            keyed = [(word, word_key(analysis.form(word.typed, source), source)) for word in words]
            for start, end in itertools.combinations(range(len(keyed) + 1), 2):
                if 1 < end - start <= LONGEST:
                    group = keyed[start:end]
                    phrase = self.phrase([own for word, own in group if len(word.exact) > 1], source, target)
                    if phrase:
                        found.append(TranslatedTerm(tuple(word.typed for word, _ in group), source, tuple(phrase)))
            for word, _ in keyed:
                alternatives = self.word(word.typed, source, target)
                if alternatives:
                    found.append(TranslatedTerm((word.typed,), source, tuple(alternatives[:_RENDERINGS])))
        translated = {typed for term in found for typed in term.typed}
        for word in words:
            copied = any(letter.isdecimal() for letter in word.typed) or (len(word.typed) > 1 and word.typed.isupper())
            if copied and word.typed not in translated:
                same = Alternative((word.exact,), 1.0, "", word.typed)
                found.append(TranslatedTerm((word.typed,), "", (same,), is_copied=True))
        return found if any(not term.is_copied for term in found) else []

    def _index_terms(self, keyed: str, language: str) -> list[IndexTerm]:
        if language in STEMMED:
            return key_terms(keyed, (), language)
        tables = [table for origin in self._sources for pair, table in origin.tables.items() if language in pair]
        forms = tuple(dict.fromkeys(form for table in tables for form in table.forms(language, keyed)))
        return key_terms(keyed, forms or (keyed,), language)

    def node(self, translated: Sequence[TranslatedTerm], target: str) -> TranslatedWords:
        """Return the translated words as part of a query."""
        words = []
        for term in translated:
            alternatives: list[tuple[tuple[IndexTerm, ...], float]] = []
            for alternative in term.alternatives:
                if term.is_copied:
                    alternatives.append(((("exact", alternative.keys[0]),), alternative.weight))
                    continue
                terms_of_parts = [self._index_terms(part, target) for part in alternative.keys]
                if len(terms_of_parts) == 1:
                    alternatives += [((choice,), alternative.weight) for choice in terms_of_parts[0]]
                else:
                    alternatives.append((tuple(choices[0] for choices in terms_of_parts), alternative.weight))
            words.append(tuple(sorted(alternatives, key=lambda alternative: alternative[1])))
        single = len({typed for term in translated for typed in term.typed}) < 2
        return TranslatedWords(tuple(words), 0.0 if single else _ENOUGH)


def skeleton(word: str) -> str:
    """Return a word in Latin letters, with letters unified that languages write differently."""
    plain = fold(word).translate(_LATIN)
    plain = "".join(letter for letter in unicodedata.normalize("NFKD", plain) if letter.isascii())
    for written, level in _EQUALS.items():
        plain = plain.replace(written, level)
    return re.sub(r"(.)\1", r"\1", plain)


def query_words(query: Query) -> list[WordQuery]:
    """Return the words of a query to be found, each once."""
    found = (word for text in query.search_terms() for word in words_of(text))
    return list({word.exact: word for word in found}.values())[:_MOST]


def phrase_text(words: str) -> str:
    """Return some words as a phrase of the search box, in which none of them is an operator."""
    unquoted = re.sub(f"[{ANY_QUOTE}]", " ", words)
    return f'"{unquoted}"'


def filters(node: Node) -> list[Node]:
    """Return the filters of a query, whatever the language."""
    parts = node.parts if isinstance(node, AllOf) else (node,)
    return [part for part in parts if isinstance(part, FieldFilter | Not) or not any(included_terms(part))]


def wanted_languages(node: Node, languages: Collection[str]) -> list[str]:
    """Return the languages among some that the fields of a query allow."""
    allowed = [part.reading.values for part in filters(node) if isinstance(part, FieldFilter) and part.field == "lang"]
    return sorted(language for language in languages if all(language in values for values in allowed))


def across_query(
    query: Query, translator: Translator, targets: Collection[str]
) -> tuple[Query | None, dict[str, list[TranslatedTerm]]]:
    """Return the query for a meaning in other languages, None if there is none, and the words by language."""
    words = query_words(query)
    if query.node is None or not words:
        return None, {}
    typed_in = translator.typed_in(words)
    translated = {
        target: found
        for target in wanted_languages(query.node, targets)
        if (found := translator.translate(words, typed_in, target))
    }
    if not translated:
        return None, {}
    parts = [AllOf((_fact("lang", target), translator.node(found, target))) for target, found in translated.items()]
    notes = Either(tuple(_fact("in", kind) for kind in HitKind if kind is not HitKind.PARAGRAPH))
    node = AllOf((*filters(query.node), Not(notes), Not(query.node), any_of(parts)))  # notes are few: quickly left out
    return Query(query.text, node, query.parsed), translated


def _fact(name: str, value: str) -> FieldFilter:
    return FieldFilter(name, FieldInterpretation((value,), (value,), ((f"{name} {value}",),)))


class TranslationMatcher:
    """Matches the words of texts with a translated query in their language; for one thread."""

    def __init__(self, translated: Mapping[str, Sequence[TranslatedTerm]]) -> None:
        self.terms = translated
        self._keys = {language: WordKeys(language) for language in translated}
        # by language, the translations by their first word: whether it is copied, and its key
        self._starts: dict[str, dict[tuple[bool, str], list[tuple[int, Alternative]]]] = {}
        for language, found in translated.items():
            starts = self._starts[language] = {}
            numbered = list(enumerate(found))
            significant = [
                (number, term)
                for number, term in numbered
                if term.is_copied or len(term.typed) > 1 or len(term.typed[0]) > _SHORT_WORD or term.typed[0].isupper()
            ]  # without articles and the like
            for number, term in significant or numbered:
                for alternative in term.alternatives:
                    starts.setdefault((term.is_copied, alternative.keys[0]), []).append((number, alternative))
        self._spans: dict[tuple[str, str], list[tuple[int, int, int, Alternative]]] = {}

    def spans(self, text: str, language: str) -> list[tuple[int, int, int, Alternative]]:
        """Runs of words of a text that translate a part of the query, in order: each with the number of its term."""
        if language not in self._starts:
            return []
        found = self._spans.get((text, language))
        if found is None:
            keys, starts = self._keys[language], self._starts[language]
            words = [(start, end, text[start:end]) for start, end in word_spans(text)]
            found = self._spans[text, language] = [
                (start, end, number, a)
                for n, (start, _, word) in enumerate(words)
                for number, a in (*starts.get((False, keys[word]), ()), *starts.get((True, fold_word(word)), ()))
                if (end := _end(words[n:], a, keys))
            ]
        return found


def _end(words: Sequence[tuple[int, int, str]], alternative: Alternative, keys: WordKeys) -> int:
    """The end of a translation that begins with the first of some words; 0 if other words follow."""
    if len(alternative.keys) == 1:
        return words[0][1]
    keyed = ((end, found) for _, end, word in words if (found := keys[word]))
    run = list(itertools.islice(keyed, len(alternative.keys)))
    return run[-1][0] if tuple(found for _, found in run) == alternative.keys else 0
