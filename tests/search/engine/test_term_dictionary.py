import fnmatch
import tempfile
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import Levenshtein

from delegate_desk.search.engine.segment_file import ArrayFileWriter, SegmentFile
from delegate_desk.search.engine.segment_reader import TermDictionary
from delegate_desk.search.index import SearchIndex
from support.index_entries import note, paragraph

LETTERS = "abαβжñ中𝄞"
WORDS = st.text(LETTERS, min_size=1, max_size=6)
PATTERNS = st.text(LETTERS[:4] + "*?", min_size=1, max_size=6)


def made(folder: Path, words: set[str]) -> TermDictionary:
    terms = sorted(word.encode() for word in words)
    ends = np.cumsum([0, *map(len, terms)])
    path = folder / "some.arr"
    with ArrayFileWriter(path, 1) as file:
        file.append("exact.terms", np.frombuffer(b"".join(terms), np.uint8))
        file.append("exact.ends", ends.astype(np.uint32))
    return TermDictionary.for_field(SegmentFile(path), "exact")


def words_of(lexicon: TermDictionary, numbers: object) -> list[str]:
    return [lexicon.term(number).decode() for number in np.array(numbers, np.intp).tolist()]


@settings(deadline=None)
@given(st.sets(WORDS, max_size=80), st.lists(WORDS | st.just(""), max_size=6))
def test_words_and_beginnings_are_found_where_they_stand(words: set[str], asked: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        lexicon = made(Path(folder), words)
        ordered = sorted(word.encode() for word in words)
        for word in [*asked, *words]:
            key = word.encode()
            assert lexicon.number(key) == (ordered.index(key) if key in ordered else -1)
            assert lexicon.find(key) == sum(one < key for one in ordered)
            begun = [one for one in ordered if one.startswith(key)]
            assert [lexicon.term(number) for number in range(*lexicon.prefix(key))] == begun


@settings(deadline=None)
@given(st.sets(WORDS, max_size=80), st.lists(PATTERNS, max_size=6))
def test_a_pattern_finds_what_it_stands_for(words: set[str], patterns: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        lexicon = made(Path(folder), words)
        for pattern in patterns:
            right = sorted((word for word in words if fnmatch.fnmatchcase(word, pattern)), key=str.encode)
            assert words_of(lexicon, lexicon.wildcard(pattern)) == right, pattern


@settings(deadline=None)
@given(st.sets(WORDS, max_size=80), st.lists(WORDS, max_size=6), st.integers(1, 2))
def test_words_are_found_so_many_edits_away(words: set[str], asked: list[str], edits: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        lexicon = made(Path(folder), words)
        for word in asked:
            right = {one: far for one in words if (far := Levenshtein.distance(word, one)) <= edits}
            assert {lexicon.term(number).decode(): far for number, far in lexicon.near(word, edits)} == right


def test_very_long_words_are_compared_too(tmp_path: Path) -> None:
    lexicon = made(tmp_path, {"a" * 300, "b" * 300, "a" * 200})
    assert words_of(lexicon, [number for number, _ in lexicon.near("a" * 299, 1)]) == ["a" * 300]


@pytest.fixture
def filled(index: SearchIndex) -> SearchIndex:
    index.update(1, (), [paragraph(f"κρυπτογράφηση κρυπτός {n}", f"para_{n}") for n in range(3)])
    index.update(2, (), [paragraph("κρυπτογράφηση κρυφά", "para_9", 2), note("κρυψώνα κρυψώνα κρυψώνα")])
    return index


def test_words_are_completed_by_what_most_entries_have(filled: SearchIndex) -> None:
    assert filled.ask(lambda state: state.complete("κρυπ")) == ["κρυπτογραφηση", "κρυπτοσ"]
    assert filled.ask(lambda state: state.complete("κρυ", 3)) == ["κρυπτογραφηση", "κρυπτοσ", "κρυφα"]
    assert filled.ask(lambda state: state.complete("x")) == filled.ask(lambda state: state.complete("")) == []


def test_what_was_dropped_completes_nothing(filled: SearchIndex) -> None:
    filled.update(3, ["document 1", "annotation n1"], ())
    assert filled.ask(lambda state: state.complete("κρυ")) == ["κρυπτογραφηση", "κρυφα"]
    assert filled.ask(lambda state: state.spellings("κρυπτοζ")) == []


def test_a_misspelt_word_is_corrected_to_the_nearest_that_most_entries_have(filled: SearchIndex) -> None:
    assert filled.ask(lambda state: state.spellings("κρυπτογραφιση")) == ["κρυπτογραφηση"]
    assert filled.ask(lambda state: state.spellings("κρυπτοζ")) == ["κρυπτοσ"]
    assert filled.ask(lambda state: state.spellings("κρυφο")) == ["κρυφα"]
    assert filled.ask(lambda state: state.spellings("κρυφα")) == []
    assert filled.ask(lambda state: state.spellings("entirely")) == []
