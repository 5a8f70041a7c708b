from collections.abc import Generator

import pytest

from delegate_desk.search import index as search_index
from delegate_desk.search.engine import merging, writer
from delegate_desk.search.index import IndexDamagedError, SearchIndex
from delegate_desk.search.query.query import parse
from support.index_entries import note
from support.search_indexes import SOME, again, files, total

PLAIN_ONLY = pytest.mark.parametrize("cipher", ["plain"], indirect=True)


@pytest.fixture
def scattered(index: SearchIndex, monkeypatch: pytest.MonkeyPatch) -> SearchIndex:
    """An index of many segments, which does not wait after a search."""
    monkeypatch.setattr(search_index, "REST", 0.0)
    for n in range(20):
        index.update(n, (), [note(f"word number{n} κρυπτογράφηση", str(n))])
    return index


def begun(index: SearchIndex) -> Generator[None, None, None]:
    """A merge that is under way."""
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


def test_an_index_made_anew_does_not_mind_a_merge_of_the_old_one(scattered: SearchIndex) -> None:
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
    assert len(list(merge)) > 60  # all but one step were still to be made


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
    assert [("lexicon", "exact") in leaf.file.cache for leaf in scattered._snapshot.leaves] == [True]
    assert total(scattered, "word") == 20
    assert list(scattered.merge_segments()) == []


@PLAIN_ONLY
def test_each_file_is_verified_once(scattered: SearchIndex) -> None:
    assert len(list(scattered.verify())) > 20
    assert list(scattered.verify()) == []
    scattered.update(20, (), SOME)
    assert 0 < len(list(scattered.verify())) < 60


def test_many_entries_are_one_commit_of_several_segments(index: SearchIndex, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writer, "SLICE", 10)
    index.update(7, (), (note(f"word number{n}", str(n)) for n in range(95)))
    assert (files(index), index.count(), total(index, "word"), total(index, "number93")) == (10, 95, 95, 1)


def test_a_small_commit_opens_only_what_is_new(filled: SearchIndex) -> None:
    assert filled.count() == 40
    assert filled._snapshot is not None
    held = filled._snapshot.leaves[0].file
    filled.update(8, (), [note("word")])
    assert filled.count() == 41
    assert [leaf.file is held for leaf in filled._snapshot.leaves] == [True, False]


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
def test_a_flipped_bit_is_not_written_anew(scattered: SearchIndex) -> None:
    path = next(scattered._folder.glob("MAIN_*.arr"))
    content = bytearray(path.read_bytes())
    content[content.index(b"number")] ^= 1
    path.write_bytes(content)
    with pytest.raises(IndexDamagedError):
        list(scattered.merge_segments())
    assert files(scattered) > 1
