import os
from pathlib import Path

import numpy as np
import pytest

from delegate_desk.search.engine.index_folder import (
    Lock,
    Storage,
    delete,
    generation,
    identities,
    leftovers,
    read_sealed,
    write_sealed,
)
from delegate_desk.search.engine.segment_file import Segment


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of an empty index."""
    Storage(tmp_path, "a library").commit([], 0)
    return tmp_path


def test_a_lock_has_one_holder(tmp_path: Path) -> None:
    one, other = Lock(tmp_path / "lock"), Lock(tmp_path / "lock")
    with one.attempt() as alone, other.attempt() as both:
        assert (alone, both) == (True, False)
    with other.hold(), one.attempt() as alone:
        assert not alone
    with one.attempt() as alone:
        assert alone


def test_deleting_what_is_gone_is_no_error(tmp_path: Path) -> None:
    delete(tmp_path / "gone.arr")


def test_a_table_of_contents_is_read_as_written(folder: Path) -> None:
    storage = Storage(folder, "a library")
    assert (storage.table().segments, storage.table().generation, generation(folder)) == ([], 0, 0)


def test_each_bit_of_a_table_of_contents_counts(folder: Path) -> None:
    path, storage = folder / "_MAIN_0.toc", Storage(folder, "a library")
    sound = path.read_bytes()
    for bit in range(0, len(sound) * 8, 5):
        broken = bytearray(sound)
        broken[bit // 8] ^= 1 << bit % 8
        path.write_bytes(broken)
        with pytest.raises(OSError, match="not what was written"):
            storage.table()
    path.write_bytes(sound)
    assert storage.table().generation == 0


def test_a_table_of_contents_is_of_one_library_and_one_number(folder: Path) -> None:
    with pytest.raises(OSError, match="not what was written"):
        Storage(folder, "another library").table()
    (folder / "_MAIN_0.toc").rename(folder / "_MAIN_1.toc")
    with pytest.raises(OSError, match="not what was written"):
        Storage(folder, "a library").table()


def test_a_small_file_is_read_as_written_and_each_letter_counts(tmp_path: Path) -> None:
    path = tmp_path / "about.json"
    write_sealed(path, {"mark": 17, "analysis": "κ"})
    assert read_sealed(path) == {"mark": 17, "analysis": "κ"}
    assert list(tmp_path.iterdir()) == [path]
    path.write_text(path.read_text().replace("17", "16"))
    with pytest.raises(ValueError, match="not what was written"):
        read_sealed(path)


def test_a_state_is_told_from_others(folder: Path) -> None:
    state = identities(folder)
    assert list(state) == ["_MAIN_0.toc"]
    (folder / "MAIN_2.arr").write_bytes(b"of the next one, or left behind")
    assert state.items() < identities(folder).items()
    os.utime(folder / "_MAIN_0.toc", (1, 1))
    assert not state.items() & identities(folder).items()


def test_what_was_left_behind_is_swept_and_nothing_else(folder: Path) -> None:
    for name in ("_MAIN_3.toc.1700000000.0", "about.json.17", "MAIN_1.arr.part"):
        (folder / name).write_bytes(b"half")
    (folder / "MAIN_2.arr.part").mkdir()
    (folder / "MAIN_2.arr").write_bytes(b"of a writer")
    assert {path.name for path in folder.iterdir()} - {path.name for path in leftovers(folder)} == {
        "_MAIN_0.toc",
        "MAIN_2.arr.part",
        "MAIN_2.arr",
    }


def test_a_segment_keeps_its_deletions_in_the_table_of_contents(folder: Path) -> None:
    segment = Segment(20, {"exact": 7})
    assert segment.delete(np.array([3])) == 1
    assert segment.delete(np.array([3, 19], dtype=np.uint32)) == 1
    storage = Storage(folder, "a library")
    storage.commit([segment, Segment(2)], 1)
    again, other = storage.table().segments
    assert again == segment
    assert again.deletions is not None
    assert np.flatnonzero(again.deletions).tolist() == [3, 19]
    assert (again.count, again.size, again.lengths) == (18, 20, {"exact": 7})
    assert (other.count, other.deletions) == (2, None)


def test_two_segments_never_have_the_same_name() -> None:
    assert len({Segment().file_name for _ in range(100)}) == 100
