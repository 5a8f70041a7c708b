"""Writer of the index: entries are collected, and become a segment at a certain number.

A commit renames the table of contents into place once everything that it names is on the disk.
"""

import contextlib
from array import array
from collections import Counter
from collections.abc import Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np

from delegate_desk.cipher import PLAIN, Cipher
from delegate_desk.core.search import IndexEntry
from delegate_desk.core.text import printed_words
from delegate_desk.files import delete
from delegate_desk.search.engine import analysis, segment_builder
from delegate_desk.search.engine.index_folder import Storage
from delegate_desk.search.engine.schema import NUMBERS, EntryGroup, encode_term, pack_key, title_terms
from delegate_desk.search.engine.segment_file import Array, ArrayFileWriter, Segment
from delegate_desk.search.engine.segment_reader import entries_with_term


class NumberAllocator(dict[Any, int]):
    """Numbers new values in order."""

    def __missing__(self, key: Any) -> int:
        number = self[key] = len(self)
        return number


class _Printed(dict[str, int]):
    """Numbers of one language's printed words, assigned in the order in which the words of all languages are read."""

    def __init__(self, language: str, words: list[str], languages: list[str]) -> None:
        super().__init__()
        self._language, self._words, self._languages = language, words, languages

    def __missing__(self, word: str) -> int:
        number = self[word] = len(self._words)
        self._words.append(word)
        self._languages.append(self._language)
        return number


class TermBuffer:
    """Words read, and the terms by which each is found.

    A thread may add words while another computes the forms of earlier ones.
    """

    def __init__(self) -> None:
        self._words: list[str] = []
        self._languages: list[str] = []
        self._printed: dict[str, _Printed] = {}
        self._forms = [array("i") for _ in range(4)]
        self.exact, self.stem, self.accented = NumberAllocator(), NumberAllocator(), NumberAllocator()

    def __len__(self) -> int:
        return len(self._words)

    def word_numbers(self, language: str) -> dict[str, int]:
        found = self._printed.get(language)
        if found is None:
            found = self._printed[language] = _Printed(language, self._words, self._languages)
        return found

    def forms(self, count: int) -> list[Array]:
        """Return, by number of a word, the numbers of its exact form, accented form and two stems, or -1."""
        exact, accented, first, second = self._forms
        for number in range(len(exact), count):
            form = analysis.form(self._words[number], self._languages[number])
            stems = [self.stem[stem] for stem in form.stems]
            exact.append(self.exact[form.exact] if form.exact else -1)
            accented.append(self.accented[form.accented] if form.accented else -1)
            first.append(stems[0] if stems else -1)
            second.append(stems[1] if len(stems) > 1 else -1)
        return [np.array(numbers, dtype=np.int32) for numbers in self._forms]

    def title(self, language: str, *texts: str) -> set[str]:
        """Return the terms of a title: the subject of a document, and the text of a heading."""
        forms = {analysis.form(word, language) for text in texts for word in printed_words(text)}
        return {term for form in forms if form.exact for term in title_terms(form)}


class Slice:
    """The entries of one future segment; filled by one thread, then written by any other."""

    def __init__(self, lexicon: TermBuffer) -> None:
        self._lexicon = lexicon
        self.words, self._counts = array("i"), array("i")
        self._fact_numbers, self._facts, self._fact_counts = NumberAllocator(), array("i"), array("i")
        self._shared: dict[frozenset[str], array[int]] = {}
        self._titles, self._title = NumberAllocator(), array("i")
        self._facets, self._facet = NumberAllocator(), array("i")
        self._families, self._family = NumberAllocator(), array("i")
        self._groups, self._group, self._order = NumberAllocator(), array("i"), array("q")
        self._columns = [array("q") for _ in NUMBERS]
        self._keys: list[bytes] = []

    def __len__(self) -> int:
        return len(self._keys)

    def add(self, entry: IndexEntry, order: int) -> None:
        """Add an entry with its number in its group."""
        group, language = EntryGroup.for_entry(entry), entry.header.language
        start = len(self.words)
        self.words.extend(map(self._lexicon.word_numbers(language).__getitem__, printed_words(entry.text)))
        self._counts.append(len(self.words) - start)
        numbers, own = self._fact_numbers, group.own_facts(entry)
        shared = self._shared.get(group.facts)
        if shared is None:
            shared = array("i", {numbers[encode_term(fact)] for fact in group.facts})
            self._shared[group.facts] = shared
        self._facts.extend(shared)
        self._facts.extend([numbers[encode_term(fact)] for fact in own])
        self._fact_counts.append(len(shared) + len(own))
        self._title.append(self._titles[language, entry.header.subject, entry.text if entry.is_heading else ""])
        self._facet.append(self._facets[group.facets])
        self._family.append(self._families[group.family])
        self._group.append(self._groups[group.name])
        self._order.append(order)
        for column, value in zip(self._columns, (group.place_of(order), entry.document, group.edition), strict=True):
            column.append(value)
        self._keys.append(pack_key(entry))

    def write(self, path: Path, cipher: Cipher = PLAIN) -> dict[str, int]:
        """Write the segment, and return the number of terms of each text field in all entries together."""
        lengths: dict[str, int] = {}
        with ArrayFileWriter(path, len(self), cipher=cipher) as writer:
            for arrays in self._built(lengths):
                for name, items in arrays.items():
                    writer.append(name, items)
        return lengths

    def _built(self, lengths: dict[str, int]) -> Iterator[dict[str, Array]]:
        """Return all arrays, in batches to limit memory; and the lengths of the text fields."""
        size = len(self)
        words = _numbers(self.words)
        forms = self._lexicon.forms(int(words.max(initial=-1)) + 1)
        exact = forms[0][words]
        entries = segment_builder.owners(_numbers(self._counts))
        if exact.min(initial=0) < 0:
            stored = exact >= 0
            words, exact, entries = words[stored], exact[stored], entries[stored]
        counts = np.bincount(entries, minlength=size)
        owner = segment_builder.owners(counts + 1)
        start = segment_builder.starts(counts + 1)[:-1]

        terms, exact = segment_builder.rank_terms(list(self._lexicon.exact), exact)
        packed = segment_builder.pack_terms("exact", terms)
        yield self._same(packed, exact, counts)
        yield packed | {"exact.start": start, "exact.len": segment_builder.length_bytes(counts)}
        places = np.arange(len(exact), dtype=np.uint32) + entries
        lengths["exact"] = len(exact)
        yield segment_builder.text_postings("exact", len(terms), exact, places, owner)
        del exact, packed
        accented = forms[1][words]
        marked = accented >= 0
        yield _plain("accented", list(self._lexicon.accented), accented[marked], entries[marked])
        del accented, marked

        first, second = (forms[n][words] for n in (2, 3))
        stemmed, twice = first >= 0, second >= 0
        counts = np.bincount(entries[stemmed], minlength=size) + np.bincount(entries[twice], minlength=size)
        places = np.concatenate([places[stemmed], places[twice]])
        stems = np.concatenate([first[stemmed], second[twice]])
        del words, entries, first, second, stemmed, twice
        terms, stems = segment_builder.rank_terms(list(self._lexicon.stem), stems)
        lengths["stem"] = len(stems)
        yield segment_builder.pack_terms("stem", terms) | {"stem.len": segment_builder.length_bytes(counts)}
        yield segment_builder.text_postings("stem", len(terms), stems, places, owner)
        del stems, places, owner

        yield self._title_postings()
        facts = segment_builder.owners(_numbers(self._fact_counts))
        yield _plain("fact", list(self._fact_numbers), _numbers(self._facts), facts)
        columns = zip(NUMBERS.items(), self._columns, strict=True)
        yield {f"{name}.col": np.array(column, dtype=dtype) for (name, dtype), column in columns}
        yield segment_builder.code_values("facets", list(self._facets), _numbers(self._facet))
        yield segment_builder.pack_terms("key", self._keys, "bytes")

    def _title_postings(self) -> dict[str, Array]:
        numbers = NumberAllocator()
        sets = [np.array([numbers[t] for t in self._lexicon.title(*title)], np.int32) for title in self._titles]
        sizes = np.array([len(found) for found in sets], dtype=np.int64)
        title = _numbers(self._title)
        counts = sizes[title]
        within = np.arange(int(counts.sum())) - np.repeat(np.cumsum(counts) - counts, counts)
        tokens = np.concatenate(sets)[np.repeat((np.cumsum(sizes) - sizes)[title], counts) + within]
        return _plain("title", list(numbers), tokens, segment_builder.owners(counts))

    def _same(self, arrays: Mapping[str, Array], exact: Array, counts: Array) -> dict[str, Array]:
        family = _seeds(self._families)[_numbers(self._family)]
        group = _seeds(self._groups)[_numbers(self._group)]
        joins = np.array([bool(name) for name in self._families])[_numbers(self._family)] & (counts > 0)
        by_words = segment_builder.word_hashes(family, arrays["exact.terms"], arrays["exact.ends"], exact, counts)
        # duplicates within a document are two hits: the second corresponds to the second in another revision
        by_words = segment_builder.unique_hashes(by_words, segment_builder.repeats(_numbers(self._group), by_words))
        alone = segment_builder.unique_hashes(group, np.array(self._order, dtype=np.int64))
        values, codes = np.unique(np.where(joins, by_words, alone).view(np.int64), return_inverse=True)
        return {"same.values": values, "same.code": codes.astype(np.int32)}


def _numbers(found: "array[int]") -> Array:
    return np.array(found, dtype=np.int32)


def _seeds(names: NumberAllocator) -> Array:
    return np.array([segment_builder.seed(name) for name in names], dtype=np.uint64)


def _plain(name: str, terms: list[Any], tokens: Array, entries: Array) -> dict[str, Array]:
    found, tokens = segment_builder.rank_terms(terms, tokens)
    return segment_builder.pack_terms(name, found) | segment_builder.plain_postings(name, len(found), tokens, entries)


SLICE = 30_000
"""Number of entries in a segment when many are added at once."""

WORDS = 4_000_000
"""Number of words in a segment, for long entries."""

_LARGEST_LEXICON = 300_000


class IndexWriter:
    """Writer of a commit: deletions and entries.

    While many entries are added, another thread sorts and writes a slice of them while the next is collected; so memory
    is limited. It takes no lock: its creator holds the lock.
    """

    def __init__(self, storage: Storage) -> None:
        contents = storage.table()
        self.segments = contents.segments
        self._generation = contents.generation + 1
        self._storage = storage
        self._made: list[Segment] = []
        self._lexicon = TermBuffer()
        self._slice = Slice(self._lexicon)
        self._orders: Counter[str] = Counter()
        self._thread: ThreadPoolExecutor | None = None
        self._written: Future[None] | None = None

    # Deleting

    def delete_by_term(self, field: str, text: str) -> int:
        """Delete all entries that have a term; return their number."""
        return sum(
            segment.delete(entries_with_term(self._storage.file(segment), field, encode_term(text)))
            for segment in self.segments
        )

    # Adding

    def add(self, entry: IndexEntry) -> None:
        """Add an entry; those of a group in reading order."""
        self._slice.add(entry, self._orders[entry.group])
        self._orders[entry.group] += 1
        if len(self._slice) < SLICE and len(self._slice.words) < WORDS:
            return
        self._wait()  # for the other thread, to which the slice is handed over
        if self._thread is None:
            self._thread = ThreadPoolExecutor(1, "index slice")
        self._written = self._thread.submit(self._write, self._slice)
        if len(self._lexicon) > _LARGEST_LEXICON:
            self._lexicon = TermBuffer()
        self._slice = Slice(self._lexicon)

    def _write(self, part: Slice) -> None:
        segment = Segment(len(part))
        self._made.append(segment)
        segment.lengths = part.write(self._storage.path(segment), self._storage.cipher)

    def _wait(self) -> None:
        written, self._written = self._written, None
        if written:
            written.result()

    # Ending

    def commit(self) -> None:
        """Make it the new state of the index."""
        self._wait()
        if len(self._slice):
            self._write(self._slice)
        # from here on the files may be referenced: after an error they are left for the next commit to delete
        written, self._made = self._made, []
        segments = [segment for segment in [*self.segments, *written] if segment.count]
        self._storage.commit(segments, self._generation)
        self._finish()

    def cancel(self) -> None:
        """Delete the files written, unless they were committed."""
        with contextlib.suppress(Exception):  # already reported, or no longer relevant
            self._wait()
        self._finish()
        for segment in self._made:
            delete(self._storage.path(segment))

    def _finish(self) -> None:
        if self._thread:
            self._thread.shutdown()
