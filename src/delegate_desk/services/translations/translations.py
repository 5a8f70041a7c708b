"""Services on translations: renderings of a phrase, term bases, and hits in other languages."""

import csv
import io
import itertools
import json
import logging
import time
import zlib
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from operator import itemgetter
from pathlib import Path

from delegate_desk.cipher import Cipher
from delegate_desk.core.documents.corrections import LANGUAGES
from delegate_desk.core.documents.document import DocumentId, Place
from delegate_desk.core.errors import (
    ImportFailure,
    SystemFault,
    TermFileError,
    TermFileFault,
    UnknownTermBaseError,
    UnreadableDocumentError,
)
from delegate_desk.core.search import Hit, HitKind, IndexAnswer, MatchReason, Sort, TypedQuery
from delegate_desk.core.text import tidy, without_half_characters
from delegate_desk.core.translations.translation import (
    AcrossHit,
    AcrossResults,
    Because,
    Concordance,
    ConcordancePassage,
    PassagePair,
    Rendering,
    Spans,
    TermBase,
    WordTranslation,
)
from delegate_desk.core.values import dataclass
from delegate_desk.parsing.reading_process import ReadingProcess
from delegate_desk.search.across.translation_files import KeptWord, WordKeys, key_terms
from delegate_desk.search.across.translator import (
    TranslatedTerm,
    TranslationMatcher,
    Translator,
    across_query,
    phrase_text,
    query_words,
    wanted_languages,
)
from delegate_desk.search.engine.analysis import fold_word
from delegate_desk.search.query.nodes import Query
from delegate_desk.search.query.query import parse
from delegate_desk.search.query.text_matching import SnippetMatch, Snippets
from delegate_desk.services.search.indexing import Indexing
from delegate_desk.services.search.search import hits_for_matches
from delegate_desk.services.translations.learning import Learning
from delegate_desk.storage.db.database import Database
from delegate_desk.storage.db.stores.search_texts import DocumentSummary, TextStore, UnitText
from delegate_desk.storage.db.stores.translations import LanguageVersionStore, TermBaseStore
from delegate_desk.storage.files.originals import Originals

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


@dataclass(frozen=True, eq=False)
class Concordances:
    indexing: Indexing
    learning: Learning
    versions: LanguageVersionStore
    texts: TextStore

    def find(
        self, phrase: str, source: str, target: str, *, document: DocumentId | None = None, patient: bool = True
    ) -> Concordance:
        """Find how a phrase is rendered in the other language versions of documents.

        Args:
            phrase: One or several consecutive words, in any form.
            document: List only passages of this document; the renderings are those of the library.
            patient: True to learn first what is new.
        """
        if patient:
            self.indexing.try_to_be_ready()
            self.learning.try_to_learn([source, target], [source, target])
        words = [key for _, _, key in WordKeys(source).kept(phrase)]
        query = parse(f"lang:{source} in:text {phrase_text(phrase)}~")
        if not words or not query.search_terms() or not self.indexing.usable(patient=patient):
            return Concordance(phrase, (), ())
        aligned = self.versions.documents_in_both(source, target)
        searched = [aligned, aligned & {document}] if document is not None else [aligned]
        answers = [self._passages(query, documents) for documents in searched]
        places = list(dict.fromkeys(place for answer in answers for place in _places(answer)))
        counterparts = self.versions.counterparts(places, target)
        units = self.texts.unit_at([*counterparts, *counterparts.values()])
        summaries = self.texts.document_summaries({place.document for pair in counterparts.items() for place in pair})
        rows: list[tuple[Place, Place, list[tuple[int, int]]]] = []
        ranks = {place: rank for rank, place in enumerate(places)}
        source_keys, target_keys = WordKeys(source), WordKeys(target)
        for place in sorted(counterparts, key=lambda place: (-place.document, ranks[place])):
            match = counterparts[place]
            if place in units and match in units and {place.document, match.document} <= summaries.keys():
                kept_words = source_keys.kept(units[place].text)
                keys = [key for _, _, key in kept_words]
                last = len(words) - 1
                starts = [n for n in range(len(keys)) if keys[n : n + last + 1] == words]
                spans = [(kept_words[n][0], kept_words[n + last][1]) for n in starts]
                if spans and units[match].text:
                    rows.append((place, match, spans))
        texts = [target_keys.kept(units[match].text) for _, match, _ in rows]
        match_count, total = len(_places(answers[0])), answers[0].total
        ties = self._ties(words, texts, total / max(1, match_count), target_keys, source, target)
        runs = [_best_run(text, ties, len(words)) for text in texts]
        groups = _groups(runs)
        group_of = {n: group for group, numbers in enumerate(groups) for n in numbers}
        pairs = []
        for n, (place, match, spans) in enumerate(rows):
            if document is not None and document not in (place.document, match.document):
                continue
            run = runs[n]
            passage = _passage(place, units[place], summaries[place.document], tuple(spans))
            other = _passage(match, units[match], summaries[match.document], ((run.start, run.end),) if run else ())
            pairs.append(PassagePair(passage, other, group_of.get(n)))
        renderings = []
        for numbers in groups:
            printed = [units[rows[n][1]].text[run.start : run.end] for n in numbers if (run := runs[n])]
            folded = Counter(text.casefold() for text in printed).most_common(1)[0][0]
            forms = Counter(text for text in printed if text.casefold() == folded)
            renderings.append(Rendering(forms.most_common(1)[0][0], len(printed)))
        return Concordance(phrase, tuple(renderings), tuple(pairs), len(rows) + total - match_count)

    def _passages(self, query: Query, documents: Collection[DocumentId]) -> IndexAnswer:
        groups = [f"document {document}" for document in documents]
        return self.indexing.ask(
            lambda state: state.find(query, MOST_PASSAGES, group=groups, with_facets=False), IndexAnswer()
        )

    def odd_renderings(self, document: DocumentId, source: str, target: str) -> list[Concordance]:
        """Concordances of the exceptions in a document: of phrases that are mostly rendered in another way; slow.

        Examined are the terms that its version in the source language defines, its headings, and its frequent words.
        """
        if self.texts.document_summaries([document])[document].language != source:
            places = [Place(document, unit.address) for unit in self.texts.units_for_document(document)]
            versions = {place.document for place in self.versions.counterparts(places, source).values()}
            return self.odd_renderings(max(versions), source, target) if versions else []
        phrase_counts: Counter[str] = Counter()
        printed: dict[str, str] = {}
        for unit in self.texts.units_for_document(document):
            candidates = dict(_candidates(unit.text, source))
            phrase_counts.update(candidates.keys())
            printed |= candidates
        odd = []
        for key, count in phrase_counts.most_common(_PHRASES):
            if count < _OFTEN:
                break
            concordance = self.find(printed[key], source, target, document=document, patient=False)
            exceptions = tuple(pair for pair in concordance.pairs if not pair.is_usual)
            usual = concordance.usual
            if usual and exceptions and usual.count >= _STEADY * (usual.count + len(exceptions)):
                odd.append((len(exceptions), -usual.count, replace(concordance, pairs=exceptions)))
        return [concordance for *_, concordance in sorted(odd, key=lambda row: row[:2])]

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
        translator = self.learning.translator()
        learned_weights = _learned_weights(translator, words, source, target)
        frequent = inside.most_common(_SAMPLE) if len(texts) > 1 else []
        candidates = [key for key, count in frequent if 2 * count >= _WEAK * (len(texts) + count)]
        candidates = list(dict.fromkeys([*candidates, *(key for key in learned_weights if key in inside)]))
        queries = [key_terms(key, tuple(keys.forms[key]), target) for key in candidates]
        nothing: list[int] = []
        everywhere = self.indexing.ask(lambda state: state.frequencies(queries), nothing)
        ties: dict[str, float] = {}
        for key, number in zip(candidates, everywhere, strict=False):
            dice = 2 * share * inside[key] / (share * len(texts) + max(number, share * inside[key]))
            learned = learned_weights.get(key, 0.0)
            ties[key] = 0.6 * dice * (inside[key] > 1) + 0.4 * learned if learned_weights else dice
        return ties


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


def _learned_weights(translator: Translator, words: Sequence[str], source: str, target: str) -> dict[str, float]:
    """Return by key of the other language the probability that it translates a word of a phrase."""
    weights: dict[str, float] = {}
    for translation in translator.phrase(words, source, target):
        for key in translation.keys:
            weights[key] = 1.0
    for word in words:
        for translation in translator.alternatives_for_key(word, source, target):
            for key in translation.keys:
                weights[key] = max(weights.get(key, 0.0), min(1.0, translation.weight))
    return weights


def _best_run(text: Sequence[KeptWord], ties: Mapping[str, float], size: int) -> _Run | None:
    """Return the run of words most strongly associated with the phrase; None if there is none."""
    words = [key for _, _, key in text]
    scores = [ties.get(key, 0.0) for key in words]
    highest = max(scores, default=0.0)
    if highest < _WEAK:
        return None
    minimum = max(_WEAK, _CORE * highest)
    strong = [n for n, score in enumerate(scores) if score >= minimum]
    runs: list[dict[str, int]] = []  # by key, the number of its word
    for index, n in enumerate(strong):
        run = {words[n]: n}
        for m in strong[index + 1 :]:
            if m - max(run.values()) > _GAP + 1 or m >= n + 2 * size + 2:
                break
            run.setdefault(words[m], m)
        runs.append(run)
    best = max(runs, key=lambda run: round(sum(scores[n] for n in run.values()), 9))
    return _Run(text[min(best.values())][0], text[max(best.values())][1], frozenset(best))


def _groups(runs: Sequence[_Run | None]) -> list[list[int]]:
    """Group runs with the same words, most frequent first; a run may contain words of a more frequent one."""
    run_counts = Counter(run.keys for run in runs if run)
    group_keys: list[frozenset[str]] = []
    for keys, _ in sorted(run_counts.items(), key=lambda item: (-item[1], len(item[0]), sorted(item[0]))):
        if not any(_is_same(keys, other) for other in group_keys):
            group_keys.append(keys)
    group_of = {keys: next(n for n, other in enumerate(group_keys) if _is_same(keys, other)) for keys in run_counts}
    groups: list[list[int]] = [[] for _ in group_keys]
    for n, run in enumerate(runs):
        if run:
            groups[group_of[run.keys]].append(n)
    return sorted(groups, key=lambda numbers: -len(numbers))


def _is_same(keys: frozenset[str], other: frozenset[str]) -> bool:
    """True if most words of both are the same, in any form: a rendering may lack an adjective."""
    shared = sum(any(_is_form(key, other_key) for other_key in other) for key in keys)
    return 2 * shared > max(len(keys), len(other)) or shared == min(len(keys), len(other))


def _is_form(key: str, other: str) -> bool:
    """True if two keys look like forms of one word that the stemmer kept apart."""
    shared = sum(1 for _ in itertools.takewhile(lambda pair: pair[0] == pair[1], zip(key, other, strict=False)))
    return key == other or shared >= max(_SHORTEST, _ALIKE * max(len(key), len(other)))


def _passage(place: Place, unit: UnitText, summary: DocumentSummary, highlights: Spans) -> ConcordancePassage:
    names = summary.name, summary.language, place.address, unit.label
    return ConcordancePassage(place.document, *names, unit.text, highlights)


_LARGEST_CHUNK = 1 << 26
_FAULTS = {
    ImportFailure.UNSUPPORTED: TermFileFault.FORMAT,
    ImportFailure.NO_TEXT: TermFileFault.NO_TERMS,
    ImportFailure.DAMAGED: TermFileFault.DAMAGED,
    ImportFailure.TOO_LARGE: TermFileFault.TOO_LARGE,
}


@dataclass(frozen=True, eq=False)
class TermBases:
    store: TermBaseStore
    originals: Originals
    reader: ReadingProcess

    def all(self) -> list[TermBase]:
        return sorted(self.store.numbers().values(), key=lambda base: base.name)

    def import_file(self, path: Path, name: str = "") -> TermBase:
        """Import a term base, replacing one with the same name. Slow.

        Args:
            name: Its name; by default the file name without its extension.

        Raises:
            TermFileError: If the file is not a term base.
        """
        base_name = tidy(without_half_characters(name or path.stem)) or path.name
        if not path.is_file():
            detail = SystemFault.NO_FILE if path.exists() else SystemFault.MISSING
            raise TermFileError(path.name, TermFileFault.UNREADABLE, detail.value)
        try:
            with self.originals.workdir() as workdir:
                unpacked = self.reader.unpack_terms(path, path.name, workdir.folder, workdir.key)
                base = TermBase(base_name, tuple(unpacked["languages"]), unpacked["entries"])
                self.store.save(base, self._chunks(workdir.folder, unpacked["chunks"], path.name))
        except UnreadableDocumentError as error:
            raise TermFileError(path.name, _FAULTS.get(error.reason, TermFileFault.UNREADABLE), error.detail) from error
        return base

    def _chunks(self, folder: Path, count: int, file_name: str) -> Iterator[bytes]:
        """Return the chunks written by the reading process, each verified."""
        for number in range(count):
            path = folder / str(number)
            content = self.originals.content(path)
            packed = path.read_bytes() if content is None else content
            try:
                entries = json.loads(zlib.decompressobj().decompress(packed, _LARGEST_CHUNK))
                sound = [
                    {
                        language: [str(term) for term in terms]
                        for language, terms in entry.items()
                        if language in LANGUAGES
                    }
                    for entry in entries
                ]
            except (ValueError, TypeError, AttributeError, zlib.error) as error:
                raise TermFileError(file_name, TermFileFault.UNREADABLE) from error
            yield zlib.compress(json.dumps(sound, ensure_ascii=False).encode(), 1)

    def table(self, name: str) -> Iterator[bytes]:
        """Return the entries of a term base as a table in IATE's form, a row for each term.

        Raises:
            UnknownTermBaseError: If there is none with that name.
        """
        number = next((number for number, base in self.store.numbers().items() if base.name == name), None)
        if number is None:
            raise UnknownTermBaseError(name)
        yield b"E_ID,L_CODE,T_TERM\r\n"
        for n, entry in enumerate(self.store.entries(number)):
            buffer = io.StringIO(newline="")
            rows = ((n, language, term) for language, terms in entry.items() for term in terms)
            csv.writer(buffer).writerows(rows)
            yield buffer.getvalue().encode("utf-8", "replace")

    def remove(self, name: str) -> None:
        """Remove a term base.

        Raises:
            UnknownTermBaseError: If there is none with that name.
        """
        if not self.store.remove(name):
            raise UnknownTermBaseError(name)


SECONDS = 300.0
"""Maximum time for reading a term base, in seconds."""


class Translations:
    def __init__(
        self,
        folder: Path,
        cipher: Cipher,
        database: Database,
        indexing: Indexing,
        originals: Originals,
        reader: ReadingProcess,
    ) -> None:
        versions, terms, texts = LanguageVersionStore(database), TermBaseStore(database), TextStore(database)

        def stems(language: str) -> list[str]:
            return indexing.ask(lambda state: state.stems(language), [])

        self.learning = Learning(folder, cipher, versions, terms, texts, stems)
        self.across = AcrossSearch(indexing, self.learning, texts)
        self.concordance = Concordances(indexing, self.learning, versions, texts)
        self.bases = TermBases(terms, originals, reader)


_log = logging.getLogger(__name__)
_SHOWN = 12
"""Maximum number of translations shown of a word."""
_GLOSSES = 3
_CERTAIN = 0.1
"""Minimum probability of a translation shown on a word of a text."""


class TranslatedSnippets(Snippets):
    def __init__(self, matcher: TranslationMatcher) -> None:
        self._matches = matcher

    def spots(self, line: str, language: str) -> list[SnippetMatch]:
        return [SnippetMatch(*span[:3], MatchReason.EXACT) for span in self._matches.spans(line, language)]


@dataclass(frozen=True, eq=False)
class AcrossSearch:
    indexing: Indexing
    learning: Learning
    texts: TextStore

    def find(
        self,
        search: TypedQuery | str,
        *,
        limit: int | None = 50,
        sort: Sort = Sort.RELEVANCE,
        reading: Collection[str] = (),
        patient: bool = True,
        stopped: Callable[[], bool] | None = None,
    ) -> AcrossResults:
        """Find passages in other languages; no text is an error.

        Args:
            search: As typed; the last word counts as complete, and all word forms are found.
            limit: Maximum number of hits returned; None for all.
            reading: Languages that the delegate reads; any if empty.
            patient: True to learn first what is new; otherwise the answer uses what is already learned.
        """
        started = time.perf_counter()
        typed = TypedQuery(search) if isinstance(search, str) else search
        query = parse(typed.text, language=typed.language)
        if query.node is None or not query_words(query):
            return AcrossResults(can_translate=self.learning.can_translate())
        languages = self.learning.languages()
        targets = wanted_languages(query.node, [code for code in languages if not reading or code in reading])
        if patient:
            self.indexing.try_to_be_ready()
            self.learning.try_to_learn(targets=targets)
        meaning, translated = across_query(query, self.learning.translator(), targets)
        if meaning is None:
            return AcrossResults(can_translate=self.learning.can_translate())
        index_answer = self.indexing.ask(
            lambda state: state.find(meaning, limit, sort, stopped=stopped, with_facets=False), IndexAnswer()
        )
        matcher = TranslationMatcher(translated)
        hits, cut = hits_for_matches(self.texts, index_answer.matches, TranslatedSnippets(matcher), stopped)
        reasoned = tuple(AcrossHit(hit, _reasons(hit, matcher)) for hit in hits)
        _log.debug("Found %d translated hits in %.1f ms", index_answer.total, (time.perf_counter() - started) * 1000)
        return AcrossResults(index_answer.total, reasoned, is_truncated=index_answer.cut or cut)

    def translations(self, word: str, source: str, target: str) -> list[WordTranslation]:
        """Learn what is new, and return the translations of a word or a phrase, best first."""
        self.learning.try_to_learn([source, target], [source, target])
        translator = self.learning.translator()
        terms = translator.translate(query_words(parse(phrase_text(word))), [source], target)
        longest = max((len(term.typed) for term in terms), default=0)
        best: dict[str, WordTranslation] = {}
        for term in terms:
            if len(term.typed) == longest and not term.is_copied:
                for alt in term.alternatives:
                    best.setdefault(alt.text, WordTranslation(alt.text, round(min(alt.weight, 1.0), 3), alt.source))
        return sorted(best.values(), key=lambda translation: -translation.weight)[:_SHOWN]

    def glosses(self, word: str, source: str) -> dict[str, list[str]]:
        """Return the likely translations of a word of a text, by other language of the library."""
        translator = self.learning.translator()
        glosses: dict[str, list[str]] = {}
        for target in self.learning.languages():
            likely = (alt.text for alt in translator.word(word, source, target, guess=False) if alt.weight >= _CERTAIN)
            texts = list(dict.fromkeys(likely))[:_GLOSSES]
            if texts and target != source:
                glosses[target] = texts
        return glosses

    def counterparts(self, words: str, source: str, text: str, target: str) -> Spans:
        """Return the words of a text, in order, that translate words of its other language version."""
        terms = self.learning.translator().translate(query_words(parse(phrase_text(words))), [source], target)
        return tuple((start, end) for start, end, *_ in TranslationMatcher({target: terms}).spans(text, target))


def _reasons(hit: Hit, matcher: TranslationMatcher) -> tuple[Because, ...]:
    """Return the words of the query whose translations are in a snippet, in the order typed."""
    terms: Sequence[TranslatedTerm] = matcher.terms.get(hit.language, ())
    best: dict[str, tuple[float, str, str]] = {}
    printed: dict[str, dict[str, None]] = {}
    for start, end, number, translation in matcher.spans(hit.snippet, hit.language):
        term = terms[number]
        for typed in () if term.is_copied else term.typed:
            reason = translation.weight + len(term.typed), term.language, translation.source
            best[typed] = max(best.get(typed, reason), reason, key=itemgetter(0))
            printed.setdefault(typed, {})[hit.snippet[start:end]] = None
    order = dict.fromkeys(typed for term in terms for typed in term.typed)
    return tuple(Because(word, best[word][1], tuple(printed[word]), best[word][2]) for word in order if word in best)
