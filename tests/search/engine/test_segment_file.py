import fnmatch
import shutil
import tempfile
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import Levenshtein

from delegate_desk.search.engine.index_folder import Storage
from delegate_desk.search.engine.segment_file import ArrayFileWriter, Segment, SegmentFile
from delegate_desk.search.engine.segment_reader import TermDictionary
from delegate_desk.search.index import SearchIndex
from support.index_entries import note, paragraph


def write(path: Path, values: list[int], entries: int = 3) -> Path:
    """A segment file with three arrays, one of them empty, one in two pieces."""
    half = len(values) // 2
    with ArrayFileWriter(path, entries) as writer:
        writer.append("a.docs", np.array(values[:half], np.uint32))
        writer.append("a.docs", np.array(values[half:], np.uint32))
        writer.append("none", np.zeros(0, np.int64))
        writer.append("a.tf", np.ones(len(values), np.uint8))
    return path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return write(tmp_path / "MAIN_1.arr", list(range(1000)))


def test_arrays_come_back_as_they_were_written(path: Path) -> None:
    file = SegmentFile(path)
    assert (file.name, file.size, file.names()) == ("MAIN_1", 3, ["a.docs", "none", "a.tf"])
    assert file["a.docs"].tolist() == list(range(1000))
    assert file["a.tf"].dtype == np.uint8
    assert file["none"].tolist() == []
    assert "a.docs" in file
    assert "b.docs" not in file


def test_arrays_cannot_be_written_to(path: Path) -> None:
    assert not SegmentFile(path)["a.docs"].flags.writeable


def test_a_whole_file_checks_out(path: Path) -> None:
    file = SegmentFile(path)
    assert len(list(file.check())) == 2
    assert file.checked


def test_a_large_array_is_checked_in_steps(tmp_path: Path) -> None:
    path = tmp_path / "MAIN_2.arr"
    with ArrayFileWriter(path, 1) as writer:
        writer.append("large", np.zeros(20 << 20, np.uint8))
    assert len(list(SegmentFile(path).check())) == 3


@pytest.mark.parametrize("left", [0, 5, 24, 64, 2000, -1])
def test_a_truncated_file_is_not_opened(path: Path, left: int) -> None:
    path.write_bytes(path.read_bytes()[:left])
    with pytest.raises(OSError):
        SegmentFile(path)


@pytest.mark.parametrize("at", [0, 10, 20, -3])
def test_a_file_with_a_wrong_head_or_directory_is_not_opened(path: Path, at: int) -> None:
    data = bytearray(path.read_bytes())
    data[at] ^= 1
    path.write_bytes(data)
    with pytest.raises(OSError):
        SegmentFile(path)


def test_a_file_under_the_name_of_another_is_not_opened(path: Path) -> None:
    other = path.with_name("MAIN_3.arr")
    shutil.copy(path, other)
    with pytest.raises(OSError, match="another"):
        SegmentFile(other)
    assert SegmentFile(other, "MAIN_1").size == 3


def test_a_file_may_be_written_under_another_name(tmp_path: Path) -> None:
    with ArrayFileWriter(tmp_path / "merging", 0, "MAIN_4") as writer:
        del writer
    path = (tmp_path / "merging").rename(tmp_path / "MAIN_4.arr")
    assert SegmentFile(path).name == "MAIN_4"


def test_a_segment_has_the_size_that_the_table_of_contents_says(path: Path) -> None:
    with pytest.raises(OSError, match="size"):
        Storage(path.parent, "a library").file(Segment(4, identity="1"))


def test_a_file_is_opened_once_while_it_is_the_same(path: Path) -> None:
    first = SegmentFile.open_shared(path)
    assert SegmentFile.open_shared(path) is first
    beside = write(path.with_name("MAIN_1.new"), [1, 2])
    beside.unlink()
    with ArrayFileWriter(beside, 3, "MAIN_1") as writer:
        writer.append("a.docs", np.array([7], np.uint32))
    beside.replace(path)
    again = SegmentFile.open_shared(path)
    assert again is not first
    assert again["a.docs"].tolist() == [7]
    assert first["a.docs"][999] == 999


def test_what_fails_in_the_midst_leaves_no_segment(tmp_path: Path) -> None:
    with pytest.raises(KeyError), ArrayFileWriter(tmp_path / "MAIN_6.arr", 1):
        raise KeyError
    with pytest.raises(OSError):
        SegmentFile(tmp_path / "MAIN_6.arr")


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
