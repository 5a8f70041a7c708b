import pickle
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from whoosh import query
from whoosh.query import spans
from whoosh.sorting import FieldFacet, StoredFieldFacet

from delegate_desk.core.documents.document import Address, DocumentId
from delegate_desk.core.search import HitKind, IndexEntry
from delegate_desk.search.engine import schema
from delegate_desk.search.engine.segments.codec import ArraySegment, Codec
from support import whoosh_indexes
from support.index_entries import ENGLISH, GREEK, paragraph

WORDS = ["note", "notes", "noté", "act", "acts", "5", "2019", "αρχές", "αρχή", "ΑΡΧΕΣ", "-", "а", "of", "straße"]
TEXTS = st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join)
HEADERS = st.sampled_from([GREEK, ENGLISH])


@st.composite
def entry(draw: st.DrawFn) -> IndexEntry:
    document = draw(st.integers(1, 4))
    kind = draw(st.sampled_from(HitKind))
    address = Address(draw(st.sampled_from(["", "art_5", "art_5__para_2", "para_1"])))
    group, heading = f"{kind} {document}", draw(st.booleans())
    return IndexEntry(group, kind, DocumentId(document), address, draw(TEXTS), draw(HEADERS), is_heading=heading)


COMMITS = st.lists(
    st.tuples(
        st.sets(st.tuples(st.sampled_from(HitKind), st.integers(1, 4)), max_size=3),
        st.lists(entry(), max_size=8),
    ),
    min_size=1,
    max_size=4,
)
TERMS = st.one_of(
    st.builds(query.Term, st.just("exact"), st.sampled_from(["note", "act", "5", "αρχεσ", "of", "strasse", "absent"])),
    st.builds(query.Term, st.just("stem"), st.sampled_from(["en note", "el αρχ", "en act", "el absent"])),
    st.builds(query.Term, st.just("accented"), st.sampled_from(["noté", "αρχέσ"])),
    st.builds(query.Term, st.just("fact"), st.sampled_from(["lang el", "at art_5", "in position", "type note"])),
    st.builds(query.Prefix, st.just("exact"), st.sampled_from(["n", "no", "α", "x"])),
    st.builds(query.Wildcard, st.just("exact"), st.sampled_from(["n*e", "a?t", "*s", "??"])),
    st.builds(query.FuzzyTerm, st.just("exact"), st.sampled_from(["nose", "ac", "αρχη"]), maxdist=st.integers(1, 2)),
    st.builds(query.Phrase, st.just("exact"), st.lists(st.sampled_from(["note", "act", "of"]), min_size=2, max_size=3)),
)
NEAR = st.builds(
    lambda a, b, slop, ordered: spans.SpanNear(query.Term("exact", a), query.Term("exact", b), slop, ordered),
    st.sampled_from(["note", "act"]),
    st.sampled_from(["of", "5"]),
    st.integers(1, 4),
    st.booleans(),
)
QUERIES = (
    st.recursive(
        TERMS,
        lambda parts: st.one_of(
            st.lists(parts, min_size=1, max_size=3).map(query.And),
            st.lists(parts, min_size=1, max_size=3).map(query.Or),
            st.tuples(parts, parts).map(lambda pair: query.And([pair[0], query.Not(pair[1])])),
        ),
        max_leaves=5,
    )
    | NEAR
)  # which Whoosh does not take within others


def answers(index: Any, asked: Any) -> list[tuple[bytes, Any]]:
    """All hits with their scores, by what they are."""
    with index.searcher() as searcher:
        found = [(hit["key"], hit.docnum, hit.score) for hit in searcher.search(asked, limit=None)]
    return [(key, pytest.approx(score)) for key, _, score in sorted(found)]


@settings(max_examples=50, deadline=None)
@given(COMMITS, st.lists(QUERIES, min_size=1, max_size=6))
def test_hits_and_scores_are_those_of_stock_whoosh(commits: list[Any], asked: list[Any]) -> None:
    with tempfile.TemporaryDirectory() as name:
        ours, stock = Path(name, "ours"), Path(name, "stock")
        index, other = whoosh_indexes.begin(ours), whoosh_indexes.begin(stock)
        for gone, entries in commits:
            groups = [f"{kind} {document}" for kind, document in gone]
            whoosh_indexes.commit(index, ours, groups, entries)
            whoosh_indexes.stock_commit(other, groups, entries)
        assert index.doc_count() == other.doc_count()
        for one in asked:
            assert answers(index, one) == answers(other, one), one
        compare_readers(index, other)


def compare_readers(index: Any, other: Any) -> None:
    """Terms, and what is known of them, of both."""
    with index.reader() as mine, other.reader() as theirs:
        for field in (*schema.TEXTS, *schema.PLAIN):
            terms = list(mine.lexicon(field)) if mine.doc_count_all() else []
            assert terms == (list(theirs.lexicon(field)) if theirs.doc_count_all() else [])
            for term in terms:
                one, two = mine.term_info(field, term), theirs.term_info(field, term)
                assert one.weight() == two.weight()
                assert one.doc_frequency() == two.doc_frequency() == mine.doc_frequency(field, term)
                assert (one.min_id(), one.max_id(), one.max_weight()) == (two.min_id(), two.max_id(), two.max_weight())
                assert mine.frequency(field, term) == theirs.frequency(field, term)
        for field in schema.TEXTS:
            assert mine.field_length(field) == theirs.field_length(field)


@pytest.fixture
def filled(tmp_path: Path) -> Iterator[Any]:
    index = whoosh_indexes.begin(tmp_path)
    entries = [
        *(paragraph("a note of acts", f"para_{n}", document=n, header=ENGLISH) for n in (3, 1, 2)),
        paragraph("note", header=GREEK, document=9),
    ]
    whoosh_indexes.commit(index, tmp_path, [], entries[:2])
    whoosh_indexes.commit(index, tmp_path, [], entries[2:])
    with index.searcher() as searcher:
        yield searcher


def documents(found: Any) -> list[int]:
    return [schema.unpack_key(hit["key"])[1] for hit in found]


def test_whoosh_sorts_by_a_column_either_way(filled: Any) -> None:
    asked = query.Term("exact", "note")
    assert documents(filled.search(asked, sortedby="document")) == [1, 2, 3, 9]
    assert documents(filled.search(asked, sortedby="edition", limit=1)) == [9]
    assert documents(filled.search(asked, sortedby="document", reverse=True)) == [9, 3, 2, 1]


def test_whoosh_groups_by_a_column(filled: Any) -> None:
    found = filled.search(query.Term("exact", "note"), groupedby=FieldFacet("facets"))
    assert sorted(map(len, found.groups("facets").values())) == [1, 3]
    found = filled.search(query.Term("exact", "note"), groupedby={"key": StoredFieldFacet("key")})
    assert len(found.groups("key")) == 4


def test_a_segment_keeps_its_deletions_when_pickled() -> None:
    segment = ArraySegment(Codec(), "MAIN", count=20, lengths={"exact": 7})
    segment.delete_document(3)
    assert segment.delete(np.array([3, 19], dtype=np.uint32)) == 1
    again = pickle.loads(pickle.dumps(segment, 2))
    assert again == segment
    assert again.deleted_docs() == [3, 19]
    assert (again.doc_count(), again.doc_count_all(), again.lengths) == (18, 20, {"exact": 7})
    again.delete_document(3, delete=False)
    assert not again.is_deleted(3)
    assert again.is_deleted(19)
    assert segment.is_deleted(3)


def test_a_damaged_list_of_deletions_is_not_taken() -> None:
    segment = ArraySegment(Codec(), "MAIN", "1", count=20)
    segment.delete_document(3)
    packed = pickle.dumps(segment, 2)
    bits = np.packbits(np.arange(20) == 3).tobytes()
    assert bits in packed
    with pytest.raises(OSError, match="deletions"):
        pickle.loads(packed.replace(bits, np.packbits(np.arange(20) == 4).tobytes()))


def test_two_segments_never_have_one_name() -> None:
    names = {Codec().new_segment(None, "MAIN").make_filename("") for _ in range(100)}
    assert len(names) == 100
