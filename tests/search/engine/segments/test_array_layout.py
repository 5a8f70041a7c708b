import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from delegate_desk.search.engine import schema
from delegate_desk.search.engine.segments import array_layout
from delegate_desk.search.engine.segments.entry_buffer import Slice, TermBuffer
from delegate_desk.search.engine.segments.segment_file import SegmentFile
from support.index_entries import ENGLISH, paragraph


def segment(texts: list[str], folder: str) -> SegmentFile:
    """A segment with one entry a text."""
    part = Slice(TermBuffer())
    for order, text in enumerate(texts):
        part.add(schema.row(paragraph(text, f"para_{order}", header=ENGLISH), order))
    path = Path(folder, "MAIN_1.arr")
    part.write(path)
    return SegmentFile(path)


TEXTS = st.lists(st.lists(st.text("abéα5", min_size=1, max_size=3), max_size=5).map(" ".join), min_size=1, max_size=5)


@settings(max_examples=50, deadline=None)
@given(TEXTS, st.text("abeα5x", max_size=3))
def test_a_term_is_found_where_it_would_stand(texts: list[str], sought: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = segment(texts, folder)
        count = array_layout.term_count(file, "exact")
        terms = [array_layout.term(file, "exact", n) for n in range(count)]
        assert terms == sorted(set(terms))
        word = sought.encode()
        assert array_layout.first_term(file, "exact", word) == sum(term < word for term in terms)
        assert array_layout.term_number(file, "exact", word) == (terms.index(word) if word in terms else None)


@settings(max_examples=50, deadline=None)
@given(TEXTS)
def test_each_term_stands_where_its_text_has_it(texts: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = segment(texts, folder)
        kept = [text.replace("é", "e").split() for text in texts]
        for number in range(array_layout.term_count(file, "exact")):
            word = array_layout.term(file, "exact", number).decode()
            found = array_layout.Postings(file, "exact", number)
            having = [n for n, words in enumerate(kept) if word in words]
            assert found.entries.tolist() == having
            assert array_layout.entries_with(file, "exact", word.encode()).tolist() == having
            for at, entry in enumerate(having):
                assert found.positions(at) == [place for place, one in enumerate(kept[entry]) if one == word]
            assert found.lengths().tolist() == [len(kept[entry]) for entry in having]


def test_a_plain_field_has_no_counts_and_no_places(tmp_path: Path) -> None:
    file = segment(["a", "b"], str(tmp_path))
    number = array_layout.term_number(file, "fact", b"lang en")
    assert number is not None
    found = array_layout.Postings(file, "fact", number)
    assert (found.entries.tolist(), found.counts, found.positions(0)) == ([0, 1], None, [])


def test_a_field_that_is_not_there_has_no_terms(tmp_path: Path) -> None:
    file = segment(["a"], str(tmp_path))
    assert (array_layout.term_count(file, "none"), array_layout.first_term(file, "none", b"a")) == (0, 0)
    assert array_layout.entries_with(file, "none", b"a").tolist() == []


def test_columns_and_keys_come_back_by_entry(tmp_path: Path) -> None:
    file = segment(["a", "b"], str(tmp_path))
    facets, same = (array_layout.column_values(file, name) for name in ("facets", "same"))
    expected = schema.row(paragraph("a", header=ENGLISH), 0)["facets"]
    assert [facets[code] for code in file["facets.code"].tolist()] == [expected, expected]
    assert len({int(same[code]) for code in file["same.code"].tolist()}) == 2
    assert [schema.unpack_key(array_layout.key(file, n))[2] for n in (0, 1)] == ["para_0", "para_1"]
