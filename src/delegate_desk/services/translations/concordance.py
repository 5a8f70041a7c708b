"""Concordance: how a phrase is rendered in another language throughout the library.

The rendering in a counterpart is the run of words that occurs in counterparts of the phrase far more often than
elsewhere (Dice's coefficient), supplemented for rare phrases by what was learned and by term bases.
"""

import itertools
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from delegate_desk.core.documents.document import DocumentId, Place
from delegate_desk.core.search import HitKind, IndexAnswer
from delegate_desk.core.translations.translation import (
    Concordance,
    ConcordancePassage,
    PassagePair,
    Rendering,
    Spans,
)
from delegate_desk.core.values import dataclass
from delegate_desk.search.across.translator import Translator, phrase_text
from delegate_desk.search.across.word_keys import KeptWord, WordKeys, terms
from delegate_desk.search.engine.analysis import fold_word
from delegate_desk.search.query.nodes import Query
from delegate_desk.search.query.query import parse
from delegate_desk.services.search.indexing import Indexing
from delegate_desk.services.translations.learning import Learning
from delegate_desk.storage.db.stores.search_texts import DocumentSummary, TextStore, UnitText
from delegate_desk.storage.db.stores.translations import LanguageVersionStore

MOST_PASSAGES = 200
"""Maximum number of passages examined: the best matches in the library, and as many of a document asked about."""

_CORE = 0.4
"""Minimum association of a word with the phrase to be part of a rendering, relative to the strongest word."""
_WEAK = 0.12
"""Minimum association with the phrase of any part of a rendering."""
_GAP = 1
"""Maximum number of words between two words of a rendering."""
_SAMPLE = 400
_SHORTEST = 5
"""Minimum number of letters that two forms of a word have in common."""
_ALIKE = 0.7
"""Share of the longer of two forms of a word that both must begin with: a compound is another word."""

_PHRASES = 120
"""Maximum number of phrases of a document that are examined."""
_OFTEN = 3
_STEADY = 0.7
"""Minimum share of the usual rendering for the others to be odd."""
_TELLING = 6
"""Minimum number of letters of a word that is examined by itself."""


@dataclass(frozen=True, slots=True)
class _Run:
    """Words of a rendering: offsets, and the keys associated with the phrase."""

    start: int
    end: int
    keys: frozenset[str]


class Concordances:
    def __init__(
        self,
        indexing: Indexing,
        learning: Learning,
        versions: LanguageVersionStore,
        texts: TextStore,
    ) -> None:
        self._indexing = indexing
        self._learning = learning
        self._versions = versions
        self._texts = texts

    def find(
        self,
        phrase: str,
        source: str,
        target: str,
        *,
        document: DocumentId | None = None,
        patient: bool = True,
    ) -> Concordance:
        """Find how a phrase is rendered in the other language versions of documents.

        Args:
            phrase: One or several consecutive words, in any form.
            document: List only passages of this document; the renderings are those of the library.
            patient: True to learn first what is new.
        """
        if patient:
            self._indexing.try_to_be_ready()
            self._learning.try_to_learn([source, target], [source, target])
        words = [key for _, _, key in WordKeys(source).kept(phrase)]
        query = parse(f"lang:{source} in:text {phrase_text(phrase)}~")
        if not words or not query.search_terms() or not self._indexing.usable(patient=patient):
            return Concordance(phrase, (), ())
        aligned = self._versions.documents_in_both(source, target)
        searched = [aligned, aligned & {document}] if document is not None else [aligned]
        answers = [self._passages(query, documents) for documents in searched]
        places = list(dict.fromkeys(place for answer in answers for place in _places(answer)))
        counterparts = self._versions.counterparts(places, target)
        units = self._texts.unit_at([*counterparts, *counterparts.values()])
        summaries = self._texts.document_summaries({place.document for pair in counterparts.items() for place in pair})
        rows: list[tuple[Place, Place, list[tuple[int, int]]]] = []
        ranks = {place: rank for rank, place in enumerate(places)}
        source_keys, target_keys = WordKeys(source), WordKeys(target)
        for place in sorted(counterparts, key=lambda place: (-place.document, ranks[place])):
            like = counterparts[place]
            if place in units and like in units and {place.document, like.document} <= summaries.keys():
                spans = _phrase_spans(units[place].text, source_keys, words)
                if spans and units[like].text:
                    rows.append((place, like, spans))
        texts = [target_keys.kept(units[like].text) for _, like, _ in rows]
        listed, total = len(_places(answers[0])), answers[0].total
        ties = self._ties(words, texts, total / max(1, listed), target_keys, source, target)
        runs = [_best_run(text, ties, len(words)) for text in texts]
        groups = _groups(runs)
        group_of = {n: group for group, numbers in enumerate(groups) for n in numbers}
        pairs = []
        for n, (place, like, spans) in enumerate(rows):
            if document is not None and document not in (place.document, like.document):
                continue
            run = runs[n]
            own = _passage(place, units[place], summaries[place.document], tuple(spans))
            other = _passage(like, units[like], summaries[like.document], ((run.start, run.end),) if run else ())
            pairs.append(PassagePair(own, other, group_of.get(n)))
        renderings = tuple(
            _rendering([units[rows[n][1]].text[run.start : run.end] for n in numbers if (run := runs[n])])
            for numbers in groups
        )
        return Concordance(phrase, renderings, tuple(pairs), len(rows) + total - listed)

    def _passages(self, query: Query, documents: Collection[DocumentId]) -> IndexAnswer:
        groups = [f"document {document}" for document in documents]
        return self._indexing.ask(
            lambda state: state.find(query, MOST_PASSAGES, group=groups, with_facets=False), IndexAnswer()
        )

    def odd_renderings(self, document: DocumentId, source: str, target: str) -> list[Concordance]:
        """Concordances of the exceptions in a document: of phrases that are mostly rendered in another way; slow.

        Examined are the terms that its version in the source language defines, its headings, and its frequent words.
        """
        if self._texts.document_summaries([document])[document].language != source:
            places = [Place(document, unit.address) for unit in self._texts.units_for_document(document)]
            versions = {place.document for place in self._versions.counterparts(places, source).values()}
            return self.odd_renderings(max(versions), source, target) if versions else []
        counted: Counter[str] = Counter()
        printed: dict[str, str] = {}
        for unit in self._texts.units_for_document(document):
            named = dict(_candidates(unit.text, source))
            counted.update(named.keys())
            printed |= named
        odd = []
        for key, count in counted.most_common(_PHRASES):
            if count < _OFTEN:
                break
            found = self.find(printed[key], source, target, document=document, patient=False)
            exceptions = tuple(pair for pair in found.pairs if not pair.is_usual)
            usual = found.usual
            if usual and exceptions and usual.count >= _STEADY * (usual.count + len(exceptions)):
                odd.append((len(exceptions), -usual.count, replace(found, pairs=exceptions)))
        return [found for *_, found in sorted(odd, key=lambda row: row[:2])]

    def _ties(
        self,
        words: Sequence[str],
        texts: Sequence[Sequence[KeptWord]],
        share: float,
        keys: WordKeys,
        source: str,
        target: str,
    ) -> dict[str, float]:
        """Return by key how strongly words of the counterparts are associated with a phrase, without weak ones.

        Args:
            share: How many passages of the library each text stands for.
        """
        inside = Counter(key for text in texts for key in {key for _, _, key in text})
        translator = self._learning.translator()
        known = _known(translator, words, source, target)
        frequent = inside.most_common(_SAMPLE) if len(texts) > 1 else []
        candidates = [key for key, count in frequent if 2 * count >= _WEAK * (len(texts) + count)]
        candidates = list(dict.fromkeys([*candidates, *(key for key in known if key in inside)]))
        asked = [terms(key, tuple(keys.forms[key]), target) for key in candidates]
        nothing: list[int] = []
        everywhere = self._indexing.ask(lambda state: state.frequencies(asked), nothing)
        found: dict[str, float] = {}
        for key, number in zip(candidates, everywhere, strict=False):
            dice = 2 * share * inside[key] / (share * len(texts) + max(number, share * inside[key]))
            learned = known.get(key, 0.0)
            found[key] = 0.6 * dice * (inside[key] > 1) + 0.4 * learned if known else dice
        return found


def _places(answer: IndexAnswer) -> list[Place]:
    return [Place(match.document, match.address) for match in answer.matches if match.kind is HitKind.PARAGRAPH]


def _candidates(text: str, language: str) -> Iterator[tuple[str, str]]:
    """Return words and pairs of words of a text that may be terms, with their keys."""
    words = WordKeys(language).kept(text)
    for word, after in itertools.zip_longest(words, words[1:]):
        start, end, key = word
        if len(fold_word(text[start:end])) >= _TELLING:
            yield key, text[start:end]
            if after and len(fold_word(text[after[0] : after[1]])) >= _TELLING and text[end : after[0]] == " ":
                yield f"{key} {after[2]}", text[start : after[1]]


def _known(translator: Translator, words: Sequence[str], source: str, target: str) -> dict[str, float]:
    """Return by key of the other language the probability that it translates a word of a phrase."""
    found: dict[str, float] = {}
    for one in translator.phrase(words, source, target):
        for key in one.keys:
            found[key] = 1.0
    for word in words:
        for one in translator.alternatives_for_key(word, source, target):
            for key in one.keys:
                found[key] = max(found.get(key, 0.0), min(1.0, one.weight))
    return found


def _phrase_spans(text: str, keys: WordKeys, words: Sequence[str]) -> list[tuple[int, int]]:
    """Return the positions at which words, by their keys, follow each other in a text."""
    kept = keys.kept(text)
    found = [key for _, _, key in kept]
    last = len(words) - 1
    starts = [n for n, key in enumerate(found) if key == words[0] and found[n : n + last + 1] == list(words)]
    return [(kept[n][0], kept[n + last][1]) for n in starts]


def _best_run(text: Sequence[KeptWord], ties: Mapping[str, float], size: int) -> _Run | None:
    """Return the run of words most strongly associated with the phrase; None if there is none."""
    words = [key for _, _, key in text]
    scores = [ties.get(key, 0.0) for key in words]
    highest = max(scores, default=0.0)
    if highest < _WEAK:
        return None
    least = max(_WEAK, _CORE * highest)
    strong = [n for n, score in enumerate(scores) if score >= least]
    runs: list[dict[str, int]] = []  # by key, the number of its word
    for at, n in enumerate(strong):
        run = {words[n]: n}
        for m in strong[at + 1 :]:
            if m - max(run.values()) > _GAP + 1 or m >= n + 2 * size + 2:
                break
            run.setdefault(words[m], m)
        runs.append(run)
    best = max(runs, key=lambda run: round(sum(scores[n] for n in run.values()), 9))
    return _Run(text[min(best.values())][0], text[max(best.values())][1], frozenset(best))


def _groups(runs: Sequence[_Run | None]) -> list[list[int]]:
    """Group runs with the same words, most frequent first; a run may contain words of a more frequent one."""
    counted = Counter(run.keys for run in runs if run)
    kept: list[frozenset[str]] = []
    for keys, _ in sorted(counted.items(), key=lambda item: (-item[1], len(item[0]), sorted(item[0]))):
        if not any(_is_same(keys, other) for other in kept):
            kept.append(keys)
    group_of = {keys: next(n for n, other in enumerate(kept) if _is_same(keys, other)) for keys in counted}
    found: list[list[int]] = [[] for _ in kept]
    for n, run in enumerate(runs):
        if run:
            found[group_of[run.keys]].append(n)
    return sorted(found, key=lambda numbers: -len(numbers))


def _is_same(keys: frozenset[str], other: frozenset[str]) -> bool:
    """True if most words of both are the same, in any form: a rendering may lack an adjective."""
    shared = sum(any(_is_form(one, two) for two in other) for one in keys)
    return 2 * shared > max(len(keys), len(other)) or shared == min(len(keys), len(other))


def _is_form(one: str, other: str) -> bool:
    """True if two keys look like forms of one word that the stemmer kept apart."""
    shared = sum(1 for _ in itertools.takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
    return one == other or shared >= max(_SHORTEST, _ALIKE * max(len(one), len(other)))


def _rendering(printed: Sequence[str]) -> Rendering:
    """Return the most frequent form of a rendering, with the number of all its forms."""
    forms = Counter(text.casefold() for text in printed)
    best = forms.most_common(1)[0][0]
    form = Counter(text for text in printed if text.casefold() == best).most_common(1)[0][0]
    return Rendering(form, len(printed))


def _passage(place: Place, unit: UnitText, summary: DocumentSummary, highlights: Spans) -> ConcordancePassage:
    named = summary.name, summary.language, place.address, unit.label
    return ConcordancePassage(place.document, *named, unit.text, highlights)
