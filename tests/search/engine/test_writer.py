import threading
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from delegate_desk.core.search import IndexEntry
from delegate_desk.search.engine import analysis, schema, writer
from delegate_desk.search.engine import index_folder as folders
from delegate_desk.search.engine.index_folder import Storage
from delegate_desk.search.engine.segment_file import ArrayFileWriter, Segment, SegmentFile
from delegate_desk.search.engine.writer import IndexWriter, Slice, TermBuffer
from delegate_desk.search.query.query import parse
from support import index_segments
from support.index_entries import ENGLISH, GREEK, paragraph
from support.index_segments import places


@pytest.fixture
def index(tmp_path: Path) -> Storage:
    return index_segments.create(tmp_path)


@pytest.fixture
def small_slices(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writer, "SLICE", 10)


def commit(index: Storage, entries: list[IndexEntry], gone: tuple[str, ...] = ()) -> None:
    index_segments.commit(index, gone, entries)


def segments(index: Storage) -> list[Segment]:
    return index.table().segments


def count(index: Storage) -> int:
    return index_segments.snapshot(index).count()


def files(index: Storage) -> set[str]:
    return {path.name for path in index.folder.iterdir() if path.suffix == ".arr"}


def postings(index: Storage, word: str) -> tuple[int, list[int]]:
    """How often the only entry has a word, and at which positions."""
    (segment,) = segments(index)
    file = index.file(segment)
    number = index_segments.terms(file, "exact").index(word)
    count, (low, high) = file["exact.tf"][number], file["exact.gpost"][number : number + 2].tolist()
    return int(count), file["exact.gpos"][low:high].tolist()


def many(count: int) -> list[IndexEntry]:
    return [paragraph(f"word number {n}", f"para_{n}", header=ENGLISH) for n in range(count)]


def test_many_entries_become_several_segments_in_one_commit(index: Storage, small_slices: None) -> None:
    commit(index, many(35))
    assert [segment.count for segment in segments(index)] == [10, 10, 10, 5]
    assert places(index, "word") == [f"para_{n}" for n in range(35)]
    assert places(index, "number") == places(index, "en number", "stem")
    assert places(index, "17") == ["para_17"]
    assert index.table().generation == 1


def test_a_lexicon_that_gets_too_large_is_started_again(
    index: Storage, small_slices: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writer, "_LARGEST_LEXICON", 15)
    commit(index, many(45))
    assert places(index, "44") == ["para_44"]
    assert places(index, "word") == [f"para_{n}" for n in range(45)]


def test_what_was_added_before_it_failed_is_gone_after_cancelling(index: Storage, small_slices: None) -> None:
    commit(index, many(3))
    before = files(index)
    made = IndexWriter(index)
    index_segments.fill(made, ["document 1"], many(25)).cancel()
    assert files(index) == before
    assert count(index) == 3


def test_a_slice_that_cannot_be_written_fails_the_commit(
    index: Storage, small_slices: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(ArrayFileWriter, "append", full)
    made = IndexWriter(index)
    with pytest.raises(OSError, match="space"):
        index_segments.fill(made, [], many(25)).commit()
    made.cancel()
    assert (count(index), files(index)) == (0, set())


def test_a_commit_that_fails_behind_its_last_step_is_whole_all_the_same(
    index: Storage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*_: object) -> None:
        raise OSError(5, "Input/output error")

    made = index_segments.fill(IndexWriter(index), [], many(3))
    monkeypatch.setattr(folders, "delete_outdated", failing)
    with pytest.raises(OSError, match="Input"):
        made.commit()
    made.cancel()
    assert len(places(index, "word")) == 3


def test_long_entries_make_smaller_segments(index: Storage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writer, "WORDS", 9)
    commit(index, many(8))
    assert [segment.count for segment in segments(index)] == [3, 3, 2]


def test_deleting_by_a_term_tells_how_many_went(index: Storage) -> None:
    commit(index, many(4))
    commit(index, [paragraph("word", document=2)])
    made = IndexWriter(index)
    assert made.delete_by_term("fact", "group document 1") == 4
    assert made.delete_by_term("fact", "group document 1") == 0
    assert made.delete_by_term("fact", "group document 9") == 0
    made.commit()
    assert count(index) == 1


def test_a_reader_continues_with_a_segment_that_went(index: Storage) -> None:
    commit(index, many(4))
    snapshot = index_segments.snapshot(index)
    commit(index, [], ("document 1",))
    assert snapshot.find(parse("word")).total == 4


# Texts of all kinds


def test_an_entry_without_words_is_there_all_the_same(index: Storage) -> None:
    commit(index, [paragraph("", "a"), paragraph("– … !", "b"), paragraph("word", "c")])
    assert count(index) == 3
    assert places(index, "lang el", "fact") == ["a", "b", "c"]
    assert places(index, "word") == ["c"]


def test_half_characters_do_no_harm(index: Storage) -> None:
    commit(index, [paragraph("wo\ud800rd and \udfff αρχή\ud800", "a"), paragraph("rd", "b\ud800")])
    assert places(index, "αρχη") == ["a"]
    assert places(index, "rd") == ["a", "b\ud800"]


def test_decomposed_text_has_the_words_of_composed_text(index: Storage) -> None:
    commit(index, [paragraph("Αρχές", "a"), paragraph("Αρχε\u0301ς", "b")])
    for field, word in (("exact", "αρχεσ"), ("stem", "el αρχ"), ("accented", "αρχέσ")):
        assert places(index, word, field) == ["a", "b"]


@pytest.mark.parametrize("letter", ["x", "έ", "ß", "𝒳"])
def test_very_long_words_are_found_by_their_beginning(index: Storage, letter: str) -> None:
    commit(index, [paragraph(letter * 5000, "a"), paragraph(letter * 200, "b")])
    (segment,) = segments(index)
    (word,) = index_segments.terms(index.file(segment), "exact")
    assert len(word) <= 200
    assert len(places(index, word)) == 2


def test_more_words_than_16_bits_can_number(index: Storage) -> None:
    words = [f"w{n}" for n in range(70_000)]
    commit(index, [paragraph(" ".join(words[n : n + 1000]), f"para_{n}") for n in range(0, 70_000, 1000)])
    (segment,) = segments(index)
    file = index.file(segment)
    assert len(file["exact.ends"]) == 70_001
    assert places(index, "w69999") == ["para_69000"]
    assert places(index, "w0") == ["para_0"]


def test_more_entries_than_16_bits_can_number(index: Storage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writer, "SLICE", 100_000)
    entries = [paragraph("a b" if n % 2 else "a", str(n), header=ENGLISH) for n in range(65_537)]
    commit(index, entries)
    (segment,) = segments(index)
    file = index.file(segment)
    assert file["exact.docs"].dtype == np.uint32
    assert file["exact.docs"][-1] == 65_535
    assert places(index, "b")[-1] == "65535"


def test_a_word_that_comes_more_often_than_a_byte_can_count(index: Storage) -> None:
    commit(index, [paragraph("a " * 300, "a")])
    assert postings(index, "a") == (300, list(range(300)))


def test_words_of_which_nothing_is_left_have_no_place(index: Storage) -> None:
    commit(index, [paragraph("a \u037a \uff9e b", "a")])
    assert [postings(index, word) for word in ("a", "b")] == [(1, [0]), (1, [1])]
    assert segments(index)[0].lengths["exact"] == 2


# Equal hits


def same(index: Storage) -> dict[str, int]:
    """By address, the number that equal hits share."""
    found: dict[str, int] = {}
    for segment in segments(index):
        file = index.file(segment)
        same = file["same.values"][file["same.code"]].tolist()
        found.update({schema.unpack_key(index_segments.key(file, n))[2]: value for n, value in enumerate(same)})
    return found


def test_the_same_words_in_one_family_and_language_are_one_hit(index: Storage) -> None:
    revised = replace(GREEK, reference=replace(GREEK.reference, revision=1) if GREEK.reference else None)
    elsewhere = replace(ENGLISH, language="el")
    entries = [
        paragraph("Αρχές, του κράτους", "a"),
        paragraph("αρχες του ΚΡΑΤΟΥΣ!", "b", document=2, header=revised),
        paragraph("του κράτους αρχές", "c"),
        paragraph("Αρχές του κράτους", "d", header=elsewhere),
        paragraph("Αρχές του κράτους", "e", header=replace(GREEK, language="en")),
        paragraph("Αρχές του κράτους", "f", header=replace(GREEK, reference=None)),
        paragraph("Αρχές του κράτους", "g", header=replace(GREEK, reference=None)),
        paragraph("", "h"),
        paragraph("", "i"),
    ]
    commit(index, entries[:4])
    commit(index, entries[4:])
    found = same(index)
    assert found["a"] == found["b"]
    assert len(set(found.values())) == 8


def test_a_text_is_analysed_once_for_each_word(index: Storage, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []
    find = analysis.letters

    def watched(word: str) -> str:
        seen.append(word)
        return find(word)

    monkeypatch.setattr(analysis, "letters", watched)
    commit(index, [paragraph(f"unheard{n % 7} unheard{n}", str(n)) for n in range(30)])
    assert sorted(seen) == sorted({f"unheard{n}" for n in range(30)})


def test_one_slice_is_written_while_another_is_filled(tmp_path: Path) -> None:
    lexicon = TermBuffer()
    slices = [Slice(lexicon) for _ in range(4)]
    threads: list[threading.Thread] = []
    for number, part in enumerate(slices):
        for order in range(200):
            text = f"word{number}x{order} shared note notes"
            part.add(paragraph(text, str(order), header=ENGLISH if order % 2 else GREEK), order)
        for thread in threads:
            thread.join()
        threads = [threading.Thread(target=part.write, args=(tmp_path / f"MAIN_{number}.arr",))]
        threads[0].start()
    threads[0].join()
    for number in range(4):
        file = SegmentFile(tmp_path / f"MAIN_{number}.arr")
        terms = file["exact.terms"].tobytes().decode()
        assert (file.size, len(file["exact.ends"])) == (200, 204)
        assert f"word{number}x199" in terms
        list(file.check())
