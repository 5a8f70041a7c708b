"""Delegate Desk's own index in bench_search.py, configured as in the product, with families and facets."""

import datetime
import sqlite3
import tempfile
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from functools import partial
from itertools import cycle
from pathlib import Path

import search_corpus
from delegate_desk.cipher import PLAIN, Cipher
from delegate_desk.core.search import IndexEntry, Sort
from delegate_desk.core.text import printed_words
from delegate_desk.search.engine.analysis import form
from delegate_desk.search.index import Match, SearchIndex
from delegate_desk.search.query import query
from delegate_desk.search.query.text_matching import Snippets
from search_corpus import Paper
from search_engines import TOP
from search_trees import Row, stem_word

SHOWN = 20
PAUSE = 0.04
"""Seconds between two keystrokes: fast typing."""

REST = 0.06
"""Seconds between two documents that are added or removed during typing."""

_GAP = "0gap"


def rows(papers: Iterable[Paper]) -> Iterator[Row]:
    """Return entries as the other engines receive them, analysed; each distinct word once, as in the product."""
    exact: dict[str, _Exact] = {}
    stem: dict[str, _Stem] = {}
    key = 0
    for paper in papers:
        header = paper.header
        code, day = header.language, header.date or datetime.date.min
        exacts, stems = exact.setdefault(code, _Exact(code)), stem.setdefault(code, _Stem(code))
        file = header.interinstitutional_files[0] if header.interinstitutional_files else ""
        facts = (code, header.document_type or "", file, day.year, day.year * 10_000 + day.month * 100 + day.day)
        for entry in paper.entries:
            key += 1
            found = printed_words(entry.text)
            aligned = " ".join(map(stems.__getitem__, found))
            if more := stems.second.keys() & found:
                aligned = f"{aligned} {_GAP} {' '.join(stems.second[word] for word in found if word in more)}"
            yield Row(key, entry.document, " ".join(map(exacts.__getitem__, found)), aligned, *facts)


class _Exact(dict[str, str]):
    """Return each word's form."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language

    def __missing__(self, word: str) -> str:
        made = self[word] = form(word, self._language).exact
        return made


class _Stem(_Exact):
    """Return each word's stem, or its form if it has none; a second stem is in ``second``."""

    def __init__(self, language: str) -> None:
        super().__init__(language)
        self.second: dict[str, str] = {}

    def __missing__(self, word: str) -> str:
        found = form(word, self._language)
        if len(found.stems) > 1:
            self.second[word] = stem_word(found.stems[1])
        made = self[word] = stem_word(found.stems[0]) if found.stems else found.exact
        return made


def _entries(library: Path) -> Iterator[IndexEntry]:
    for paper in search_corpus.read(library):
        yield from paper.entries


class Ours:
    """The index of the product in a folder, with the texts for snippets."""

    def __init__(self, folder: Path, cipher: Cipher = PLAIN) -> None:
        self._index = SearchIndex(folder / "index", "bench", cipher)
        self._texts = folder / "texts.sqlite3"
        self._mark = 1

    def build(self, library: Path) -> tuple[float, float]:
        """Index a library; returns the seconds of the commit, and of the merging that follows."""
        self._index.open()
        began = time.perf_counter()
        self._index.update(self._mark, (), _entries(library))
        written = time.perf_counter()
        self.settle()
        merged = time.perf_counter()
        self._index.close()
        with closing(sqlite3.connect(self._texts)) as db, db:
            db.execute("create table text(group_ text, address text, language text, text text)")
            found = ((e.group, e.address, e.header.language, e.text) for e in _entries(library))
            db.executemany("insert into text values (?, ?, ?, ?)", found)
            db.execute("create index place on text(group_, address)")
        return written - began, merged - written

    def settle(self) -> list[float]:
        """Let maintenance merge: returns the milliseconds of each of its steps."""
        steps: list[float] = []
        began = time.perf_counter()
        for _ in self._index.merge_segments():
            steps.append((time.perf_counter() - began) * 1000)
            began = time.perf_counter()
        return steps

    def open(self) -> None:
        self._index.open()
        self._mark = self._index.mark()

    def search(self, typed: str, typing: bool, by_date: bool) -> int:
        """Return the total; the query is parsed each time."""
        asked = query.parse(typed, typing=typing)
        return self._index.find(asked, TOP, Sort.DATE if by_date else Sort.RELEVANCE).total

    def add(self, paper: Paper) -> None:
        self._mark += 1
        self._index.update(self._mark, (), paper.entries)

    def drop(self, paper: Paper) -> None:
        self._mark += 1
        self._index.update(self._mark, {paper.entries[0].group}, ())

    def type(self, keys: Iterable[str], pause: float = 0.0) -> list[float]:
        """Return the milliseconds of each keystroke: parsed, found, counted with facets, with snippets."""
        times: list[float] = []
        with closing(sqlite3.connect(self._texts)) as db:
            for typed in keys:
                began = time.perf_counter()
                asked = query.parse(typed, typing=True)
                for match in self._index.find(asked, SHOWN).matches:
                    language, text = _text(db, match)
                    Snippets(asked).cut_from(text, language)
                times.append((time.perf_counter() - began) * 1000)
                time.sleep(pause)
        return times

    def type_while_writing(self, keys: list[str], many: int) -> tuple[list[float], list[float]]:
        """Return the milliseconds of each keystroke, and of each document changed meanwhile in another thread."""
        is_over = threading.Event()
        written: list[float] = []
        failed: list[BaseException] = []

        def write() -> None:
            try:
                for paper in search_corpus.fresh(many):
                    for change in (self.add, self.drop):
                        written.append(timed(partial(change, paper)))
                        time.sleep(REST)
            except BaseException as error:
                failed.append(error)
                raise
            finally:
                is_over.set()

        def until_over() -> Iterator[str]:
            for key in cycle(keys):
                if is_over.is_set():
                    return
                yield key

        writer = threading.Thread(target=write)
        writer.start()
        times = self.type(until_over(), PAUSE)
        writer.join()
        if failed:
            raise failed[0]
        return times, written


def changes(ours: Ours, many: int, first: Callable[[], object]) -> dict[str, list[float]]:
    """Return the milliseconds until a document is added and removed, and a search sees it."""
    papers = search_corpus.fresh(many)

    def seen(change: Callable[[Paper], None], paper: Paper) -> None:
        change(paper)
        first()

    return {
        what: [timed(partial(seen, change, paper)) for paper in papers]
        for what, change in (("in", ours.add), ("out", ours.drop))
    }


def timed(job: Callable[[], object]) -> float:
    """Return the milliseconds of a job."""
    began = time.perf_counter()
    job()
    return (time.perf_counter() - began) * 1000


def _text(db: sqlite3.Connection, match: Match) -> tuple[str, str]:
    group = f"annotation {match.annotation}" if match.annotation else f"document {match.document}"
    found = db.execute("select language, text from text where group_ = ? and address = ?", (group, match.address))
    language, text = found.fetchone() or ("en", "")  # a document that is in the index for a moment only
    return language, text


def warm() -> None:
    """Import all modules of a search, as in the window when the box is first used, with an index of one entry."""
    paper = search_corpus.fresh(1)[0]
    with tempfile.TemporaryDirectory() as folder:
        index = SearchIndex(Path(folder), "warm")
        index.open()
        index.update(1, (), paper.entries[:1])
        index.find(query.parse("a b*"), TOP)
        index.close()
