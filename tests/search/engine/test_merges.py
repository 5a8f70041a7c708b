"""A merge makes the very file that a writer would have made of what is left, bit for bit."""

import random
from collections import Counter
from collections.abc import Collection, Sequence
from pathlib import Path

import numpy as np
import pytest

from delegate_desk.core.search import IndexEntry
from delegate_desk.search.engine import merging, schema
from delegate_desk.search.engine.index_folder import Storage
from delegate_desk.search.engine.merging import LARGE, MOST, WIDTH, MergeOutcome, due, merge, smallest
from delegate_desk.search.engine.segment_file import ArrayFileWriter, Segment, SegmentFile
from delegate_desk.search.engine.writer import IndexWriter
from support.index_entries import ENGLISH, GREEK, note, paragraph

WORDS = ["police", "πολιτικής", "kryptografie", "nařízeních", "été", "Ωμέγα", "the", "Council", "2019", "co-operation"]
WORDS += [f"w{n}" for n in range(200)]


# Which


def held(size: int, dropped: int = 0) -> Segment:
    """A segment as a policy sees it."""
    segment = Segment(size)
    segment.delete(np.arange(dropped))
    return segment


def test_few_segments_of_different_sizes_are_left_alone() -> None:
    assert due([]) == due([held(size) for size in (1, 8, 64, 512, LARGE, 2 * LARGE + 1)]) == []


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


def test_a_segment_of_which_much_was_dropped_is_written_anew_alone() -> None:
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


# How


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


def write(place: Path, gone: Collection[str], entries: Sequence[IndexEntry]) -> None:
    """Write one commit."""
    writer = IndexWriter(Storage(place, "a library"))
    for group in gone:
        writer.delete_by_term("fact", f"group {group}")
    orders: Counter[str] = Counter()
    for entry in entries:
        writer.add_document(schema.row(entry, orders[entry.group]))
        orders[entry.group] += 1
    writer.commit()


def merged(place: Path) -> tuple[SegmentFile, MergeOutcome]:
    """All segments of a folder, made one."""
    storage = Storage(place, "a library")
    segments = storage.table().segments
    gone = [np.zeros(0, int) if s.deletions is None else np.flatnonzero(s.deletions) for s in segments]
    path = place / "MAIN_new.arr"
    steps = merge([storage.file(segment) for segment in segments], gone, lambda size: ArrayFileWriter(path, size))
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return SegmentFile(path), end.value


@pytest.mark.parametrize("seed", range(8))
def test_a_merge_makes_what_a_writer_makes_of_what_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    dice = random.Random(seed)
    monkeypatch.setattr(merging, "STEP", dice.choice((7, 50, 1000, 1 << 17)))
    monkeypatch.setattr(merging, "_TERMS", dice.choice((64, 4096)))
    held = groups(dice)
    gone = {group for group in held if dice.random() < (0, 0.3, 0.9)[seed % 3]}
    for name in ("parts", "whole"):
        (tmp_path / name).mkdir()
        Storage(tmp_path / name, "a library").commit([], 0)
    names = list(held)
    while names:
        some, names = names[:7], names[7:]
        write(tmp_path / "parts", (), [entry for name in some for entry in held[name]])
    write(tmp_path / "parts", gone, ())
    write(tmp_path / "whole", (), [entry for name, entries in held.items() if name not in gone for entry in entries])
    found, outcome = merged(tmp_path / "parts")
    storage = Storage(tmp_path / "whole", "a library")
    segment = storage.table().segments[0]
    expected = storage.file(segment)
    for _ in found.check():
        pass
    assert found.size == expected.size
    assert set(found.names()) == set(expected.names())
    for name in expected.names():
        assert found[name].dtype == expected[name].dtype, name
        assert found[name].tolist() == expected[name].tolist(), name
    assert outcome.lengths == segment.lengths


def test_a_merge_tells_where_each_entry_went(tmp_path: Path) -> None:
    Storage(tmp_path, "a library").commit([], 0)
    write(tmp_path, (), [paragraph(f"word {n}", document=n) for n in range(1, 5)])
    write(tmp_path, ("document 2",), [paragraph("word", document=n) for n in range(5, 7)])
    _, outcome = merged(tmp_path)
    assert [numbers.tolist() for numbers in outcome.numbers] == [[0, 0xFFFF_FFFF, 1, 2], [3, 4]]
    assert outcome.size == 5


def test_a_merge_of_which_nothing_is_left_is_empty(tmp_path: Path) -> None:
    Storage(tmp_path, "a library").commit([], 0)
    write(tmp_path, (), [paragraph("word", document=n) for n in (1, 2)])
    storage = Storage(tmp_path, "a library")
    segment = storage.table().segments[0]
    path = tmp_path / "MAIN_new.arr"
    assert list(merge([storage.file(segment)], [np.arange(2)], lambda size: ArrayFileWriter(path, size)))
    assert SegmentFile(path).size == 0
