"""Keeps translations up to date: learned in the background from language versions and term bases.

What was learned is stored in ``translations/`` beside the index. It may be deleted at any time and is learned again.
"""

import itertools
import logging
import re
import threading
import time
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TypeVar

from delegate_desk.cipher import Cipher, SealBrokenError
from delegate_desk.core.documents.document import HEADINGS, DocumentId
from delegate_desk.core.errors import DeskError
from delegate_desk.core.progress import Steps, finish
from delegate_desk.core.translations.translation import LIBRARY
from delegate_desk.files import delete
from delegate_desk.search.across import translation_files
from delegate_desk.search.across.translation_files import Lesson, PairTable, TermFile
from delegate_desk.search.across.translator import TranslationSource, Translator
from delegate_desk.search.engine import SUFFIX
from delegate_desk.search.engine.index_folder import meeting_damage
from delegate_desk.search.index import IndexDamagedError
from delegate_desk.storage.db.stores.search_texts import TextStore, UnitText
from delegate_desk.storage.db.stores.translations import LanguageVersion, LanguageVersionStore, TermBaseStore

FOLDER = "translations"
Pair = tuple[str, str]
_File = TypeVar("_File", PairTable, TermFile)

_log = logging.getLogger(__name__)

_TAUGHT = 60_000
"""Maximum number of entries of a term base to learn from; all can be looked up."""
_LONGEST_HEADING = 80
_DEFINED = re.compile(r"\s*[‘'\"“„«‚»]\s?(.{2,60}?)\s?[’'\"”“»‘«](?=[\s:,])")
"""Pattern of the term at the beginning of a definition: “‘personal data’ means …”."""


class Learning:
    """Learns translations and provides them; ``stems`` returns the stems of the library's words in a language."""

    def __init__(
        self,
        folder: Path,
        cipher: Cipher,
        versions: LanguageVersionStore,
        bases: TermBaseStore,
        texts: TextStore,
        stems: Callable[[str], Iterable[str]],
    ) -> None:
        self._folder = folder / FOLDER
        self._cipher = cipher
        self._versions = versions
        self._bases = bases
        self._texts = texts
        self._stems = stems
        self._learning = threading.Lock()
        self._translator: tuple[object, Translator] | None = None

    def languages(self) -> list[str]:
        return sorted(self._texts.languages())

    def partners(self, language: str) -> set[str]:
        """Return the other languages of documents that the library has in a language."""
        return {code for pair in self._documents_by_pair() if language in pair for code in pair} - {language}

    def can_translate(self) -> bool:
        """True if there is a document in two languages, or a term base."""
        return bool(self._documents_by_pair()) or bool(self._bases.numbers())

    def _documents_by_pair(self) -> dict[Pair, list[tuple[LanguageVersion, LanguageVersion]]]:
        """Return the documents that the library has in both languages, by pair of languages."""
        pairs: dict[Pair, list[tuple[LanguageVersion, LanguageVersion]]] = {}
        by_reference: dict[str, list[LanguageVersion]] = {}
        for version in self._versions.versions():
            by_reference.setdefault(version.reference, []).append(version)
        for versions in by_reference.values():
            for first, second in itertools.combinations(sorted(versions, key=lambda version: version.language), 2):
                pairs.setdefault((first.language, second.language), []).append((first, second))
        return pairs

    # Learning

    def learn(self, sources: Collection[str] | None = None, targets: Collection[str] | None = None) -> Steps[None]:
        """Learn what is new between some languages and delete what is outdated, a file at a time. Slow.

        If nothing is new there is no step.

        Raises:
            DiskFullError, LibraryUnwritableError: If the disk is full, or its folder cannot be written.
        """
        targets = self.languages() if targets is None else targets
        aligned = self._documents_by_pair()
        jobs: list[Callable[[], None]] = [
            partial(self._learn_pair, pair, versions)
            for pair, versions in aligned.items()
            if _is_wanted(pair, sources, targets) and self._lessons("-".join(pair)) != _names(versions)
        ]
        jobs += [
            partial(self._learn_base, number, pair)
            for number, base in self._bases.numbers().items()
            for pair in itertools.combinations(sorted(base.languages), 2)
            if _is_wanted(pair, sources, targets) and self._lessons(f"{'-'.join(pair)}.base{number}") is None
        ]
        with self._learning, meeting_damage(self._folder):
            # files of deleted documents or term bases
            origins = {f"base{number}" for number in self._bases.numbers()} | {"-".join(pair) for pair in aligned}
            for path in self._folder.iterdir() if self._folder.is_dir() else ():
                if path.name.removesuffix(".new").removesuffix(SUFFIX).rpartition(".")[2] not in origins:
                    delete(path)
            for done, job in enumerate(jobs):
                yield done, len(jobs)
                job()

    def _learn_pair(self, pair: Pair, versions: list[tuple[LanguageVersion, LanguageVersion]]) -> None:
        path = self._path("-".join(pair))
        names = _names(versions)
        started = time.perf_counter()
        named = zip(names, versions, strict=True)
        lessons = [Lesson(name, partial(self._units, a.document, b.document)) for name, (a, b) in named]
        terms = [term for a, b in versions for term in self._terms(a.document, b.document)]
        unique = list(dict.fromkeys(terms))
        for side, language in enumerate(pair):
            term_path = self._path(f"{language}.{'-'.join(pair)}")
            translation_files.write_terms(term_path, language, ([term[side]] for term in unique), self._cipher)
        translation_files.update(path, lessons, self._cipher)
        _log.info("Learned %s from %d documents in %.1f s", "-".join(pair), len(names), time.perf_counter() - started)

    def _learn_base(self, number: int, pair: Pair) -> None:
        path = self._path(f"{'-'.join(pair)}.base{number}")
        for language in pair:
            term_name = f"{language}.base{number}"
            if self._open_file(TermFile, term_name) is None:
                entries = (entry.get(language, ()) for entry in self._bases.entries(number))
                translation_files.write_terms(self._path(term_name), language, entries, self._cipher)
        first, second = pair

        def units() -> list[tuple[str, str]]:
            in_both = (entry for entry in self._bases.entries(number) if first in entry and second in entry)
            return [(entry[first][0], entry[second][0]) for entry in itertools.islice(in_both, _TAUGHT)]

        translation_files.update(path, [Lesson("base", units)], self._cipher)

    def _unit_pairs(self, first: DocumentId, second: DocumentId) -> Iterator[tuple[UnitText, UnitText]]:
        counterparts = {unit.address: unit for unit in self._texts.units_for_document(second)}
        for unit in self._texts.units_for_document(first):
            counterpart = counterparts.get(unit.address)
            if counterpart is not None and unit.text and counterpart.text:
                yield unit, counterpart

    def _units(self, first: DocumentId, second: DocumentId) -> list[tuple[str, str]]:
        return [(unit.text, counterpart.text) for unit, counterpart in self._unit_pairs(first, second)]

    def _terms(self, document: DocumentId, other_document: DocumentId) -> Iterator[tuple[str, str]]:
        """Return the terms that two language versions define, and short headings."""
        for unit, counterpart in self._unit_pairs(document, other_document):
            if unit.kind in HEADINGS and max(len(unit.text), len(counterpart.text)) <= _LONGEST_HEADING:
                yield unit.text, counterpart.text
            first, second = _DEFINED.match(unit.text), _DEFINED.match(counterpart.text)
            if first and second:
                yield first[1], second[1]

    def _open_file(self, kind: Callable[[Path, Cipher], _File], name: str) -> _File | None:
        """Read one of our files; None if it is missing, damaged, or of another version."""
        try:
            return kind(self._path(name), self._cipher)
        except (OSError, SealBrokenError, KeyError, ValueError):
            return None

    def _lessons(self, name: str) -> list[str] | None:
        table = self._open_file(PairTable, name)
        return list(table.lessons) if table else None

    def _path(self, name: str) -> Path:
        return self._folder / f"{name}{SUFFIX}"

    # Results

    def try_to_learn(self, sources: Collection[str] | None = None, targets: Collection[str] | None = None) -> None:
        """Learn as far as the disk allows."""
        try:
            finish(self.learn(sources, targets))
        except (DeskError, IndexDamagedError) as error:
            _log.warning("Translations were not learned: %r", error)

    def translator(self) -> Translator:
        paths = sorted(self._folder.glob(f"*{SUFFIX}")) if self._folder.is_dir() else []
        files = tuple((path.name, path.stat().st_mtime_ns) for path in paths)
        bases = self._bases.numbers()
        state = (self._versions.latest_change(), tuple(bases), files)
        if self._translator is None or self._translator[0] != state:
            sources = [self._source(LIBRARY, self._documents_by_pair(), "")]
            for number, base in bases.items():
                pairs = itertools.combinations(sorted(base.languages), 2)
                sources.append(self._source(base.name, pairs, f"base{number}"))
            self._translator = state, Translator(sources, self._stems)
        return self._translator[1]

    def _source(self, name: str, pairs: Iterable[Pair], origin: str) -> TranslationSource:
        tables: dict[Pair, PairTable] = {}
        files: dict[Pair, dict[str, TermFile]] = {}
        for pair in pairs:
            pair_name = "-".join(pair)
            table = self._open_file(PairTable, f"{pair_name}.{origin}" if origin else pair_name)
            terms = {language: self._open_file(TermFile, f"{language}.{origin or pair_name}") for language in pair}
            opened = {language: file for language, file in terms.items() if file}
            if table:
                tables[pair] = table
            if len(opened) == len(pair):
                files[pair] = opened
        return TranslationSource(name, tables, files)


def _is_wanted(pair: Pair, sources: Collection[str] | None, targets: Collection[str]) -> bool:
    a, b = pair
    return any(target in targets and (sources is None or source in sources) for source, target in ((a, b), (b, a)))


def _names(versions: list[tuple[LanguageVersion, LanguageVersion]]) -> list[str]:
    """Return the names of lessons, each with everything that changes when its documents do."""
    return [f"{a.document}.{a.change} {b.document}.{b.change}" for a, b in versions]
