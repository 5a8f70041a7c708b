import random
from collections.abc import Generator
from pathlib import Path

import numpy as np
import pytest

from delegate_desk.core.search import IndexEntry
from delegate_desk.search import index as search_index
from delegate_desk.search.engine import merging
from delegate_desk.search.engine.index_folder import Storage
from delegate_desk.search.engine.merging import LARGE, MOST, WIDTH, due, merge, smallest
from delegate_desk.search.engine.segment_file import ArrayFileWriter, Segment, SegmentFile
from delegate_desk.search.index import IndexDamagedError, SearchIndex
from delegate_desk.search.query.query import parse
from support import index_segments
from support.index_entries import ENGLISH, GREEK, note, paragraph
from support.search_indexes import SOME, again, files, total

PLAIN_ONLY = pytest.mark.parametrize("cipher", ["plain"], indirect=True)


@pytest.fixture
def scattered(index: SearchIndex, monkeypatch: pytest.MonkeyPatch) -> SearchIndex:
    """An index of many segments, without a delay after a search."""
    monkeypatch.setattr(search_index, "REST", 0.0)
    for n in range(20):
        index.update(n, (), [note(f"word number{n} κρυπτογράφηση", str(n))])
    return index


def begun(index: SearchIndex) -> Generator[None, None, None]:
    """A merge in progress."""
    merge = index.merge_segments()
    while not files(index, ".part"):
        next(merge)
    return merge


def test_settling_makes_few_segments_of_many_and_nothing_else(scattered: SearchIndex) -> None:
    before = scattered.find(parse("word"), None)
    assert files(scattered) == 20
    assert list(scattered.merge_segments())
    assert files(scattered) == 1
    assert scattered.find(parse("word"), None) == before
    assert (scattered.mark(), scattered.count()) == (19, 20)
    assert list(scattered.merge_segments()) == []


def test_what_is_dropped_while_segments_merge_stays_dropped(scattered: SearchIndex) -> None:
    merge = begun(scattered)
    for n in (4, 7, 30):
        next(merge)
        scattered.update(20 + n, [f"annotation {n}"], [note("word late", f"late {n}")])
    assert list(merge)
    assert files(scattered) < 8
    assert (scattered.count(), total(scattered, "number4"), total(scattered, "number7")) == (21, 0, 0)
    assert total(scattered, "word") == 21


def test_what_is_dropped_from_a_segment_while_it_merges_stays_dropped(
    index: SearchIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The segment keeps other entries: the merge is not for nothing, and its new segment lacks what was dropped."""
    monkeypatch.setattr(search_index, "REST", 0.0)
    for n in range(WIDTH):
        index.update(n, (), [note(f"word {name}{n}", f"{name}{n}") for name in ("first", "second", "third")])
    merge = begun(index)
    index.update(WIDTH, ["annotation second0"], ())
    assert list(merge)
    (segment,) = index._storage.table().segments
    assert segment.deleted_count == 1
    index.update(WIDTH + 1, ["annotation third1"], ())
    assert (files(index), index.count()) == (1, 3 * WIDTH - 2)
    assert (total(index, "word"), total(index, "second0"), total(index, "third1")) == (3 * WIDTH - 2, 0, 0)


def test_all_of_it_may_be_dropped_while_segments_merge(scattered: SearchIndex) -> None:
    merge = begun(scattered)
    scattered.update(20, [f"annotation {n}" for n in range(20)], ())
    assert list(merge)
    assert (scattered.count(), files(scattered)) == (0, 0)


def test_one_process_merges_at_a_time(scattered: SearchIndex) -> None:
    other = again(scattered)
    merge = begun(scattered)
    list(other.merge_segments())
    assert files(other) == 20
    merge.close()
    assert list(other.merge_segments())
    assert other.count() == scattered.count() == 20
    other.close()


def test_a_merge_may_be_stopped_at_any_step(scattered: SearchIndex) -> None:
    for steps in (1, 2, 5, 20, 60):
        merge = begun(scattered)
        for _ in range(steps):
            next(merge)
        merge.close()
        assert files(scattered, ".part") == 0
    assert (files(scattered), scattered.count()) == (20, 20)


@pytest.mark.parametrize("steps", [1, 25, 60])
def test_a_merge_whose_segments_went_is_for_nothing(scattered: SearchIndex, steps: int) -> None:
    other = again(scattered)
    merge = begun(scattered)
    for _ in range(steps):
        next(merge)
    other.update(30, ["annotation 3"], ())
    other.purge_dropped()
    assert files(other, ".part") == 0
    assert list(merge)
    assert (other.count(), scattered.count(), total(scattered, "word"), files(other, ".part")) == (19, 19, 19, 0)
    other.close()


def test_an_index_rebuilt_does_not_mind_a_merge_of_the_old_one(scattered: SearchIndex) -> None:
    merge = begun(scattered)
    for _ in range(30):
        next(merge)
    scattered.reset()
    scattered.update(1, (), SOME)
    list(merge)
    assert (scattered.count(), files(scattered, ".part")) == (40, 0)


def test_merges_rest_while_one_searches(scattered: SearchIndex, monkeypatch: pytest.MonkeyPatch) -> None:
    merge = begun(scattered)
    monkeypatch.setattr(search_index, "REST", 1000.0)
    assert total(scattered, "word") == 20
    for _ in range(5):
        next(merge)
    monkeypatch.setattr(search_index, "REST", 0.0)
    assert len(list(merge)) > 60  # all but one step were still to be done


def test_without_settling_too_there_are_few_segments(index: SearchIndex) -> None:
    for n in range(90):
        index.update(n, [f"annotation {n - 50}"], [note(f"word {n}", str(n))])
        assert files(index) <= 30
    assert index.count() == total(index, "word") == 50


@PLAIN_ONLY
def test_nothing_dropped_is_left_on_the_disk(scattered: SearchIndex) -> None:
    def has(word: str) -> bool:
        content = [path.read_bytes() for path in scattered._folder.iterdir() if path.is_file()]
        return any(word.encode() in part for part in content)

    scattered.update(20, (), [note("secretword", "hidden", tags=("concealed",)), note("word number", "seen")])
    merge = begun(scattered)
    while not any(path.stat().st_size for path in scattered._folder.glob("*.part")):
        next(merge)
    for _ in range(30):
        next(merge)
    scattered.update(21, ["annotation hidden"], ())
    assert has("secretword")
    assert has("concealed")
    scattered.purge_dropped()
    assert not has("secretword")
    assert not has("concealed")
    assert not has("hidden")
    list(merge)
    assert not has("secretword")
    assert (scattered.count(), scattered.mark()) == (21, 21)


def test_settling_makes_ready_what_a_search_needs(scattered: SearchIndex) -> None:
    assert total(scattered, "word") == 20
    list(scattered.merge_segments())
    assert scattered._snapshot is not None
    assert "duplicates" in vars(scattered._snapshot._counter)
    assert total(scattered, "word") == 20
    assert list(scattered.merge_segments()) == []


@PLAIN_ONLY
def test_each_file_is_verified_once(scattered: SearchIndex) -> None:
    assert len(list(scattered.verify())) > 20
    assert list(scattered.verify()) == []
    scattered.update(20, (), SOME)
    assert 0 < len(list(scattered.verify())) < 60


def test_a_small_commit_opens_only_what_is_new(filled: SearchIndex) -> None:
    assert filled.count() == 40
    assert filled._snapshot is not None
    held = filled._snapshot.readers[0].file
    filled.update(8, (), [note("word")])
    assert filled.count() == 41
    assert [reader.file is held for reader in filled._snapshot.readers] == [True, False]


def test_large_segments_are_left_to_settling(index: SearchIndex, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(merging, "_SOON", 3)
    for n in range(merging.MOST_SEGMENTS + 5):
        index.update(n, (), [note("word", str(n))])
    assert files(index) == merging.MOST_SEGMENTS + 5
    monkeypatch.setattr(merging, "MOST_SEGMENTS", 5)
    index.update(100, (), [note("word", "more")])
    assert files(index) <= 10
    assert index.count() == total(index, "word") == 34


@PLAIN_ONLY
def test_a_flipped_bit_is_not_written_again(scattered: SearchIndex) -> None:
    path = next(scattered._folder.glob("MAIN_*.arr"))
    content = bytearray(path.read_bytes())
    content[content.index(b"number")] ^= 1
    path.write_bytes(content)
    with pytest.raises(IndexDamagedError):
        list(scattered.merge_segments())
    assert files(scattered) > 1


WORDS = ["police", "πολιτικής", "kryptografie", "nařízeních", "été", "Ωμέγα", "the", "Council", "2019", "co-operation"]
WORDS += [f"w{n}" for n in range(200)]


# Selection of segments


def held(size: int, dropped: int = 0) -> Segment:
    """A segment as a policy sees it."""
    segment = Segment(size)
    segment.delete(np.arange(dropped))
    return segment


def test_as_many_as_make_a_class_become_one_the_smallest_class_first() -> None:
    small, large = [held(3) for _ in range(WIDTH)], [held(70) for _ in range(WIDTH)]
    assert due([*large, *small]) == small
    assert due([*large, *small[1:]]) == large
    assert due(large[1:]) == []


def test_large_ones_become_one_when_together_they_are_half_as_large_again_as_the_largest() -> None:
    segments = [held(4 * LARGE), held(12), held(LARGE)]
    assert due(segments) == []
    segments.append(held(LARGE))
    assert due(segments) == [segments[0], *segments[2:]]


def test_what_a_bulk_load_leaves_becomes_one() -> None:
    loaded = [held(30_000) for _ in range(16)]
    assert due([*loaded, held(20_000), held(60)])[:16] == loaded


def test_what_is_left_counts_for_the_class() -> None:
    segments = [held(70) for _ in range(WIDTH - 1)]
    assert due([*segments, held(1000, 200)]) == []
    segments.append(held(1000, 750))
    assert due(segments) == segments


def test_a_segment_of_which_much_was_dropped_is_written_again_alone() -> None:
    assert due([held(100, 30), held(10, 2)]) == []
    dirty = held(10, 4)
    assert due([held(100, 31), held(1000, 301), dirty]) == [dirty]


def test_there_is_a_most_of_all_classes_together() -> None:
    segments = [held(WIDTH ** (n % 7) * 2) for n in range(MOST + 1)]
    assert due(segments[:MOST]) == []
    assert due(segments) == smallest(segments)
    assert sorted(held.size for held in smallest(segments)) == sorted(held.size for held in segments)[:WIDTH]


def test_the_smallest_segments_are_chosen_up_to_a_number_of_entries() -> None:
    segments = [held(size) for size in (50, 3, 40, 2, 1)]
    assert [held.size for held in smallest(segments, 3)] == [3, 2, 1]
    assert [held.size for held in smallest(segments, 4, 46)] == [3, 40, 2, 1]
    assert [held.size for held in smallest(segments, 4, 45)] == [3, 2, 1]


# Result of a merge


def text(dice: random.Random) -> str:
    return " ".join(dice.choice(WORDS) for _ in range(dice.choice((0, 1, 5, 30))))


def groups(dice: random.Random) -> dict[str, list[IndexEntry]]:
    """Entries of many documents and notes, some of them without a word."""
    found: dict[str, list[IndexEntry]] = {}
    for document in range(1, 50):
        header = dice.choice((GREEK, ENGLISH))
        for place in range(dice.randrange(8)):
            entry = paragraph(text(dice), f"para_{place}", document, header)
            found.setdefault(entry.group, []).append(entry)
        if dice.random() < 0.3:
            entry = note(text(dice), f"n{document}", tags=("tag",))
            found[entry.group] = [entry]
    return found


def merged(place: Path) -> tuple[SegmentFile, Segment, list[list[int]]]:
    """All segments of a folder, merged into one; and the new numbers of their entries."""
    storage = Storage(place, "a library")
    segments = storage.table().segments
    gone = [np.zeros(0, int) if s.deletions is None else np.flatnonzero(s.deletions) for s in segments]
    path = place / "MAIN_new.arr"
    new, old = Segment(), [storage.file(segment) for segment in segments]
    steps = merge(old, gone, new, lambda size: ArrayFileWriter(path, size))
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return SegmentFile(path), new, [numbers.tolist() for numbers in end.value]


@pytest.mark.parametrize("seed", range(8))
def test_a_merge_makes_what_a_writer_makes_of_what_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    dice = random.Random(seed)
    monkeypatch.setattr(merging, "STEP", dice.choice((7, 50, 1000, 1 << 17)))
    monkeypatch.setattr(merging, "_TERMS", dice.choice((64, 4096)))
    held = groups(dice)
    gone = {group for group in held if dice.random() < (0, 0.3, 0.9)[seed % 3]}
    parts, whole = (index_segments.create(tmp_path / name) for name in ("parts", "whole"))
    names = list(held)
    while names:
        some, names = names[:7], names[7:]
        index_segments.commit(parts, (), [entry for name in some for entry in held[name]])
    index_segments.commit(parts, gone, ())
    index_segments.commit(whole, (), [entry for name, entries in held.items() if name not in gone for entry in entries])
    found, new, _ = merged(tmp_path / "parts")
    segment = whole.table().segments[0]
    expected = whole.file(segment)
    list(found.check())
    assert found.size == expected.size
    assert set(found.names()) == set(expected.names())
    for name in expected.names():
        assert found[name].dtype == expected[name].dtype, name
        assert found[name].tolist() == expected[name].tolist(), name
    assert (new.size, new.lengths) == (segment.size, segment.lengths)


def test_a_merge_tells_where_each_entry_went(tmp_path: Path) -> None:
    storage = index_segments.create(tmp_path)
    index_segments.commit(storage, (), [paragraph(f"word {n}", document=n) for n in range(1, 5)])
    index_segments.commit(storage, ("document 2",), [paragraph("word", document=n) for n in range(5, 7)])
    _, new, numbers = merged(tmp_path)
    assert numbers == [[0, 0xFFFF_FFFF, 1, 2], [3, 4]]
    assert new.size == 5
