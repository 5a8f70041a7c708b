"""The other engines in bench_search.py, each with one interface; standard library only, for any Python.

Each receives the words of the product's own analysis: every word's form and its stem, in order. If a word has two
stems, the second follows the text, so that phrases of stems match. None of them counts the same words of a family once,
ranks in steps, or prefers the accents typed; facets are counted if the query asks for them. Lists of words for
wildcards and misspellings are kept in Python if an engine has none. Two threads or processes build: one analyses, the
other writes.
"""

import importlib
import json
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import Any, Protocol

from search_trees import Answer, Row, Tree, batches, meant, parts, stem_word

TOP = 10
_PREFIX = {"exact": "E", "stem": "S", "language": "L", "type": "T", "document": "D"}  # of Xapian's terms
_VALUE = {"date": 0, "type": 1, "language": 2, "file": 3, "year": 4}  # its slots


class Engine(Protocol):
    """An index in its own folder."""

    def build(self, rows: Iterable[Row]) -> None:
        """Index all of them, commit and close."""

    def open(self) -> None: ...
    def search(self, tree: Tree, facets: Sequence[str], by_date: bool) -> Answer: ...
    def keys(self, tree: Tree) -> list[int]:
        """Return all results of a query."""

    def add(self, rows: Iterable[Row]) -> None:
        """Add, commit, and wait until the next search sees it."""

    def drop(self, document: int) -> None:
        """Remove, commit, and wait until the next search sees it."""


class Fts5:
    """SQLite FTS5: contentless, prefix indexes of 2 and 3 letters, its own bm25; facts in a separate table."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "fts.sqlite3"
        self._vocabulary: list[str] | None = None

    def build(self, rows: Iterable[Row]) -> None:
        with closing(self._connect()) as db:
            db.executescript("""pragma journal_mode=wal;
                create virtual table f using fts5(exact, stem, content='', contentless_delete=1, prefix='2 3',
                    tokenize="unicode61 remove_diacritics 0");
                create table p(key integer primary key, document integer, language text, type text, file text,
                    year integer, date integer);
                create index p_document on p(document);""")
            db.execute("begin")
            with ThreadPoolExecutor(1) as writing:
                last: Future[None] | None = None
                for batch in batches(rows):
                    if last:
                        last.result()
                    last = writing.submit(self._insert, db, batch)
            if last:
                last.result()
            db.execute("commit")
            db.execute("insert into f(f) values('optimize')")
            db.execute("pragma wal_checkpoint(truncate)")

    def _connect(self) -> sqlite3.Connection:
        db = sqlite3.connect(self._file, isolation_level=None, check_same_thread=False)
        db.execute("pragma synchronous=normal")
        return db

    @staticmethod
    def _insert(db: sqlite3.Connection, rows: list[Row]) -> None:
        db.executemany("insert into f(rowid, exact, stem) values (?, ?, ?)", ((r.key, r.exact, r.stem) for r in rows))
        facts = ((r.key, r.document, r.language, r.type, r.file, r.year, r.date) for r in rows)
        db.executemany("insert into p values (?, ?, ?, ?, ?, ?, ?)", facts)

    def open(self) -> None:
        self._db = self._connect()
        self._db.executescript("""pragma cache_size=-65536;
            create virtual table temp.v using fts5vocab(main, f, col);""")

    def close(self) -> None:
        self._db.close()

    def add(self, rows: Iterable[Row]) -> None:
        self._db.execute("begin")
        self._insert(self._db, list(rows))
        self._db.execute("commit")
        self._vocabulary = None

    def drop(self, document: int) -> None:
        self._db.execute("begin")
        self._db.execute("delete from f where rowid in (select key from p where document = ?)", (document,))
        self._db.execute("delete from p where document = ?", (document,))
        self._db.execute("commit")

    def _match(self, tree: Tree) -> str:
        match tree:
            case ["and" | "or", *inner]:
                return "(" + f" {tree[0].upper()} ".join(map(self._match, inner)) + ")"
            case ["exact", word]:
                return f'exact:"{word}"'
            case ["stem", stem]:
                return f'stem:"{stem_word(stem)}"'
            case ["phrase", *words]:
                return f'exact:"{" ".join(words)}"'
            case ["stems", *found]:
                return f'stem:"{" ".join(map(stem_word, found))}"'
            case ["near", name, first, second, distance]:
                return f'{name}:NEAR("{stem_word(first)}" "{stem_word(second)}", {distance - 1})'
            case ["prefix", begun]:
                return f'exact:"{begun}"*'
        if self._vocabulary is None:
            self._vocabulary = sorted(term for (term,) in self._db.execute("select term from v where col = 'exact'"))
        return "(" + " OR ".join(f'exact:"{w}"' for w in meant(self._vocabulary, tree) or ["0nothing"]) + ")"

    def _where(self, tree: Tree) -> tuple[str, list[Any]]:
        words, without, facts = parts(tree)
        text = " AND ".join(map(self._match, words))
        for part in without:
            text = f"({text}) NOT {self._match(part)}"
        where, given = ["f match ?"], [text]
        for name, *values in facts:
            where.append(
                "p.date between ? and ?" if name == "dates" else f"p.{name} in ({','.join('?' * len(values))})"
            )
            given += values
        return " and ".join(where), given

    def search(self, tree: Tree, facets: Sequence[str], by_date: bool) -> Answer:
        where, given = self._where(tree)
        source = "f join p on p.key = f.rowid" if facets or by_date or "p." in where else "f"
        total = self._db.execute(f"select count(*) from {source} where {where}", given).fetchone()[0]
        order = "p.date desc" if by_date else "rank"
        best = self._db.execute(f"select f.rowid from {source} where {where} order by {order} limit {TOP}", given)
        keys = [key for (key,) in best]
        counted = {
            name: dict(self._db.execute(f"select p.{name}, count(*) from {source} where {where} group by 1", given))
            for name in facets
        }
        return Answer(total, keys, counted)

    def keys(self, tree: Tree) -> list[int]:
        where, given = self._where(tree)
        return [k for (k,) in self._db.execute(f"select f.rowid from f join p on p.key = f.rowid where {where}", given)]


class Tantivy:
    """tantivy through its Python package; one writing thread."""

    def __init__(self, folder: Path) -> None:
        self._t: Any = importlib.import_module("tantivy")
        self._folder = str(folder)

    def build(self, rows: Iterable[Row]) -> None:
        builder = self._t.SchemaBuilder()
        for name in ("exact", "stem"):
            builder.add_text_field(name, tokenizer_name="whitespace", index_option="position")
        for name in ("language", "type", "file"):
            builder.add_text_field(name, tokenizer_name="raw", index_option="basic", fast=True)
        for name in ("key", "document", "year", "date"):
            builder.add_integer_field(name, indexed=name in ("document", "date"), fast=True, stored=name == "key")
        self._index = self._t.Index(builder.build(), self._folder)
        self._write(200_000_000, rows)

    def _write(self, memory: int, rows: Iterable[Row], gone: int | None = None) -> None:
        writer = self._index.writer(heap_size=memory, num_threads=1)
        if gone is not None:
            writer.delete_documents_by_query(self._t.Query.term_query(self._index.schema, "document", gone))
        for row in rows:
            writer.add_document(self._t.Document(**row._asdict()))
        writer.commit()
        writer.wait_merging_threads()

    def open(self) -> None:
        self._index = self._t.Index.open(self._folder)
        self._schema = self._index.schema
        self._look()

    def _look(self) -> None:
        self._index.reload()
        self._searcher = self._index.searcher()

    def add(self, rows: Iterable[Row]) -> None:
        self._write(50_000_000, rows)
        self._look()

    def drop(self, document: int) -> None:
        self._write(50_000_000, (), document)
        self._look()

    def _query(self, tree: Tree) -> Any:
        query, schema, occur = self._t.Query, self._schema, self._t.Occur
        match tree:
            case ["and", *inner]:
                return query.boolean_query([self._clause(part) for part in inner])
            case ["or", *inner]:
                return query.boolean_query([(occur.Should, self._query(part)) for part in inner])
            case ["exact", word]:
                return query.term_query(schema, "exact", word)
            case ["stem", stem]:
                return query.term_query(schema, "stem", stem_word(stem))
            case ["phrase", *words]:
                return query.phrase_query(schema, "exact", words)
            case ["stems", *found]:
                return query.phrase_query(schema, "stem", [stem_word(stem) for stem in found])
            case ["near", name, first, second, distance]:
                pair = [stem_word(first), stem_word(second)]
                either = [query.phrase_query(schema, name, run, slop=distance - 1) for run in (pair, pair[::-1])]
                return query.boolean_query([(occur.Should, run) for run in either])
            case ["fuzzy", word, edits]:
                return query.fuzzy_term_query(schema, "exact", word, distance=edits, transposition_cost_one=False)
            case ["prefix", begun]:
                return query.regex_query(schema, "exact", f"{begun}.*")
            case ["wildcard", pattern]:
                return query.regex_query(schema, "exact", pattern.replace("*", ".*").replace("?", "."))
            case ["dates", first, last]:
                found = query.range_query(schema, "date", self._t.FieldType.Integer, first, last)
            case [name, *values]:
                found = query.term_set_query(schema, name, values)
        return query.const_score_query(found, 0.0)

    def _clause(self, part: Tree) -> tuple[Any, Any]:
        if part[0] == "not":
            return self._t.Occur.MustNot, self._query(part[1])
        return self._t.Occur.Must, self._query(part)

    def search(self, tree: Tree, facets: Sequence[str], by_date: bool) -> Answer:
        query = self._query(tree)
        order = {"order_by_field": "date"} if by_date else {}
        found = self._searcher.search(query, TOP, **order)
        counted: dict[str, dict[str, int]] = {}
        if facets:
            wanted = {name: {"terms": {"field": name, "size": 500}} for name in facets}
            got = self._searcher.aggregate(query, wanted)
            read = json.loads(got) if isinstance(got, str) else got
            counted = {name: {b["key"]: b["doc_count"] for b in read[name]["buckets"]} for name in facets}
        return Answer(found.count, [self._searcher.doc(at)["key"][0] for _, at in found.hits], counted)

    def keys(self, tree: Tree) -> list[int]:
        found = self._searcher.search(self._query(tree), self._searcher.num_docs)
        return [self._searcher.doc(at)["key"][0] for _, at in found.hits]


class Xapian:
    """Xapian's glass with BM25: E before forms, S before stems, other letters before facts."""

    def __init__(self, folder: Path) -> None:
        self._x: Any = importlib.import_module("xapian")
        self._folder = str(folder / "glass")
        self._vocabulary: list[str] | None = None

    def build(self, rows: Iterable[Row]) -> None:
        self._db = self._x.WritableDatabase(self._folder, self._x.DB_CREATE_OR_OPEN)
        for batch in batches(rows, 20_000):
            self.add(batch)
        self._db.close()

    def open(self) -> None:
        self._db = self._x.WritableDatabase(self._folder, self._x.DB_OPEN)

    def add(self, rows: Iterable[Row]) -> None:
        for row in rows:
            document = self._x.Document()
            for name, text in (("exact", row.exact), ("stem", row.stem)):
                prefix = _PREFIX[name]
                for position, word in enumerate(text.split(" "), 1):
                    document.add_posting(prefix + word[:80], position)
            for name in ("language", "type", "document"):
                document.add_boolean_term(f"{_PREFIX[name]}{getattr(row, name)}")
            for name, slot in _VALUE.items():
                value = getattr(row, name)
                document.add_value(slot, self._x.sortable_serialise(value) if name == "date" else str(value))
            self._db.replace_document(row.key, document)
        self._db.commit()
        self._vocabulary = None

    def drop(self, document: int) -> None:
        self._db.delete_document(f"D{document}")
        self._db.commit()

    def _query(self, tree: Tree) -> Any:
        make = self._x.Query
        match tree:
            case ["or", *inner]:
                return make(make.OP_OR, [self._query(part) for part in inner])
            case ["and", *_]:
                return self._both(tree)
            case ["exact", word]:
                return make(f"E{word}")
            case ["stem", stem]:
                return make(f"S{stem_word(stem)}")
            case ["phrase", *words]:
                return make(make.OP_PHRASE, [f"E{word}" for word in words], len(words))
            case ["stems", *found]:
                return make(make.OP_PHRASE, [f"S{stem_word(stem)}" for stem in found], len(found))
            case ["near", name, first, second, distance]:
                prefix = _PREFIX[name]
                return make(make.OP_NEAR, [prefix + stem_word(first), prefix + stem_word(second)], distance + 1)
            case ["prefix", begun]:
                return make(make.OP_WILDCARD, f"E{begun}", 0, make.WILDCARD_LIMIT_ERROR, make.OP_SYNONYM)
            case ["dates", first, last]:
                return make(make.OP_VALUE_RANGE, 0, *map(self._x.sortable_serialise, (first, last)))
            case ["language" | "type" as name, *values]:
                return make(make.OP_OR, [f"{_PREFIX[name]}{value}" for value in values])
        if self._vocabulary is None:
            self._vocabulary = sorted(item.term[1:].decode() for item in self._db.allterms("E"))
        return make(make.OP_SYNONYM, [f"E{word}" for word in meant(self._vocabulary, tree)])

    def _both(self, tree: Tree) -> Any:
        make = self._x.Query
        words, without, facts = parts(tree)
        query = make(make.OP_AND, [self._query(part) for part in words])
        for part in without:
            query = make(make.OP_AND_NOT, query, self._query(part))
        for part in facts:
            query = make(make.OP_FILTER, query, self._query(part))
        return query

    def search(self, tree: Tree, facets: Sequence[str], by_date: bool) -> Answer:
        enquire = self._x.Enquire(self._db)
        enquire.set_query(self._query(tree))
        if by_date:
            enquire.set_sort_by_value(_VALUE["date"], True)
        spies = {name: self._x.ValueCountMatchSpy(_VALUE[name]) for name in facets}
        for spy in spies.values():
            enquire.add_matchspy(spy)
        found = enquire.get_mset(0, TOP, self._db.get_doccount())
        counted = {name: {v.term.decode(): v.termfreq for v in spy.values()} for name, spy in spies.items()}
        return Answer(found.get_matches_estimated(), [match.docid for match in found], counted)

    def keys(self, tree: Tree) -> list[int]:
        enquire = self._x.Enquire(self._db)
        enquire.set_query(self._query(tree))
        return [match.docid for match in enquire.get_mset(0, self._db.get_doccount())]


ENGINES: dict[str, Callable[[Path], Engine]] = {"FTS5": Fts5, "tantivy": Tantivy, "Xapian": Xapian}
