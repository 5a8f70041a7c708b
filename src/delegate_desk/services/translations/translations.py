"""Services on translations: setup for a library, its term bases, and hits in other languages."""

import csv
import io
import json
import logging
import time
import zlib
from collections.abc import Callable, Collection, Iterator, Sequence
from operator import itemgetter
from pathlib import Path

from delegate_desk.cipher import Cipher
from delegate_desk.core.documents.corrections import LANGUAGES
from delegate_desk.core.errors import (
    ImportFailure,
    TermFileError,
    TermFileFault,
    UnknownTermBaseError,
    UnreadableDocumentError,
)
from delegate_desk.core.search import Hit, IndexAnswer, MatchReason, Sort, TypedQuery
from delegate_desk.core.text import tidy, without_half_characters
from delegate_desk.core.translations.translation import (
    AcrossHit,
    AcrossResults,
    Because,
    Spans,
    TermBase,
    WordTranslation,
)
from delegate_desk.parsing.reading_process import ReadingProcess
from delegate_desk.search.across.translator import (
    TranslatedTerm,
    TranslationMatcher,
    across_query,
    phrase_text,
    query_words,
    wanted_languages,
)
from delegate_desk.search.query.query import parse
from delegate_desk.search.query.text_matching import SnippetMatch, Snippets
from delegate_desk.services.search.indexing import Indexing
from delegate_desk.services.search.search import hits_for_matches
from delegate_desk.services.translations.concordance import Concordances
from delegate_desk.services.translations.learning import Learning
from delegate_desk.storage.db.database import Database
from delegate_desk.storage.db.stores.search_texts import TextStore
from delegate_desk.storage.db.stores.translations import LanguageVersionStore, TermBaseStore
from delegate_desk.storage.files.originals import Originals

_LARGEST_CHUNK = 1 << 26
_FAULTS = {
    ImportFailure.UNSUPPORTED: TermFileFault.FORMAT,
    ImportFailure.NO_TEXT: TermFileFault.NO_TERMS,
    ImportFailure.DAMAGED: TermFileFault.DAMAGED,
    ImportFailure.TOO_LARGE: TermFileFault.TOO_LARGE,
}


class TermBases:
    def __init__(self, store: TermBaseStore, originals: Originals, reader: ReadingProcess) -> None:
        self._store = store
        self._originals = originals
        self._reader = reader

    def all(self) -> list[TermBase]:
        return sorted(self._store.numbers().values(), key=lambda base: base.name)

    def import_file(self, path: Path, name: str = "") -> TermBase:
        """Import a term base, replacing one with the same name. Slow.

        Args:
            name: Its name; by default the file name without its extension.

        Raises:
            TermFileError: If the file is not a term base.
        """
        called = tidy(without_half_characters(name or path.stem)) or path.name
        try:
            with self._originals.workdir() as room:
                found = self._reader.unpack_terms(path, path.name, room.folder, room.key)
                base = TermBase(called, tuple(found["languages"]), found["entries"])
                self._store.save(base, self._chunks(room.folder, found["chunks"], path.name))
        except UnreadableDocumentError as error:
            raise TermFileError(path.name, _FAULTS.get(error.reason, TermFileFault.UNREADABLE), error.detail) from error
        return base

    def _chunks(self, folder: Path, count: int, file_name: str) -> Iterator[bytes]:
        """Return the chunks written by the reading process, each verified."""
        for number in range(count):
            path = folder / str(number)
            content = self._originals.content(path)
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
        number = next((number for number, base in self._store.numbers().items() if base.name == name), None)
        if number is None:
            raise UnknownTermBaseError(name)
        yield b"E_ID,L_CODE,T_TERM\r\n"
        for n, entry in enumerate(self._store.entries(number)):
            out = io.StringIO(newline="")
            rows = ((n, language, term) for language, terms in entry.items() for term in terms)
            csv.writer(out).writerows(rows)
            yield out.getvalue().encode("utf-8", "replace")

    def remove(self, name: str) -> None:
        """Remove a term base.

        Raises:
            UnknownTermBaseError: If there is none with that name.
        """
        if not self._store.remove(name):
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
        self.learning = Learning(
            folder,
            cipher,
            versions,
            terms,
            texts,
            lambda language: indexing.ask(lambda state: state.stems(language), []),
        )
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


class AcrossSearch:
    def __init__(self, indexing: Indexing, learning: Learning, texts: TextStore) -> None:
        self._indexing = indexing
        self._learning = learning
        self._texts = texts

    def find(
        self,
        asked: TypedQuery | str,
        *,
        limit: int | None = 50,
        sort: Sort = Sort.RELEVANCE,
        reading: Collection[str] = (),
        patient: bool = True,
        stopped: Callable[[], bool] | None = None,
    ) -> AcrossResults:
        """Find passages in other languages; no text is an error.

        Args:
            asked: As typed; the last word counts as complete, and all word forms are found.
            limit: Maximum number of hits returned; None for all.
            reading: Languages that the delegate reads; any if empty.
            patient: True to learn first what is new; otherwise the answer uses what is already learned.
        """
        began = time.perf_counter()
        typed = TypedQuery(asked) if isinstance(asked, str) else asked
        query = parse(typed.text, language=typed.language)
        if query.node is None or not query_words(query):
            return AcrossResults(can_translate=self._learning.can_translate())
        held = self._learning.languages()
        targets = wanted_languages(query.node, [one for one in held if not reading or one in reading])
        if patient:
            self._indexing.try_to_be_ready()
            self._learning.try_to_learn(targets=targets)
        meaning, translated = across_query(query, self._learning.translator(), targets)
        if meaning is None:
            return AcrossResults(can_translate=self._learning.can_translate())
        found = self._indexing.ask(
            lambda state: state.find(meaning, limit, sort, stopped=stopped, with_facets=False), IndexAnswer()
        )
        matcher = TranslationMatcher(translated)
        hits, cut = hits_for_matches(self._texts, found.matches, TranslatedSnippets(matcher), stopped)
        reasoned = tuple(AcrossHit(hit, _because(hit, matcher)) for hit in hits)
        _log.debug("Found %d translated hits in %.1f ms", found.total, (time.perf_counter() - began) * 1000)
        return AcrossResults(found.total, reasoned, is_truncated=found.cut or cut)

    def translations(self, word: str, source: str, target: str) -> list[WordTranslation]:
        """Learn what is new, and return the translations of a word or a phrase, best first."""
        self._learning.try_to_learn([source, target], [source, target])
        translator = self._learning.translator()
        terms = translator.translate(query_words(parse(phrase_text(word))), [source], target)
        longest = max((len(term.typed) for term in terms), default=0)
        best: dict[str, WordTranslation] = {}
        for term in terms:
            if len(term.typed) == longest and not term.is_copied:
                for one in term.alternatives:
                    best.setdefault(one.text, WordTranslation(one.text, round(min(one.weight, 1.0), 3), one.source))
        return sorted(best.values(), key=lambda found: -found.weight)[:_SHOWN]

    def glosses(self, word: str, source: str) -> dict[str, list[str]]:
        """Return the likely translations of a word of a text, by other language of the library."""
        translator = self._learning.translator()
        found: dict[str, list[str]] = {}
        for target in self._learning.languages():
            likely = (one.text for one in translator.word(word, source, target, guess=False) if one.weight >= _CERTAIN)
            texts = list(dict.fromkeys(likely))[:_GLOSSES]
            if texts and target != source:
                found[target] = texts
        return found

    def counterparts(self, words: str, source: str, text: str, target: str) -> Spans:
        """Return the words of a text, in order, that translate words of its other language version."""
        terms = self._learning.translator().translate(query_words(parse(phrase_text(words))), [source], target)
        return tuple((start, end) for start, end, *_ in TranslationMatcher({target: terms}).spans(text, target))


def _because(hit: Hit, matcher: TranslationMatcher) -> tuple[Because, ...]:
    """Return the words of the query whose translations are in a snippet, in the order typed."""
    terms: Sequence[TranslatedTerm] = matcher.terms.get(hit.language, ())
    best: dict[str, tuple[float, str, str]] = {}
    printed: dict[str, dict[str, None]] = {}
    for start, end, number, one in matcher.spans(hit.snippet, hit.language):
        term = terms[number]
        for typed in () if term.is_copied else term.typed:
            found = one.weight + len(term.typed), term.language, one.source
            best[typed] = max(best.get(typed, found), found, key=itemgetter(0))
            printed.setdefault(typed, {})[hit.snippet[start:end]] = None
    order = dict.fromkeys(typed for term in terms for typed in term.typed)
    return tuple(Because(word, best[word][1], tuple(printed[word]), best[word][2]) for word in order if word in best)
