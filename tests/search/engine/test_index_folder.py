import os
from pathlib import Path

import pytest

from delegate_desk.search.engine.index_folder import (
    CommitState,
    Lock,
    Storage,
    create_index,
    delete,
    delete_leftovers,
    reader,
    table,
)
from delegate_desk.search.engine.index_meta import generation, read_sealed, write_sealed


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of an empty index."""
    create_index(tmp_path, "a library")
    return tmp_path


def test_a_lock_has_one_holder(tmp_path: Path) -> None:
    one, other = Lock(tmp_path / "lock"), Lock(tmp_path / "lock")
    assert one.wait(0)
    assert not other.wait(0)
    with other.try_hold() as alone:
        assert not alone
    one.release()
    with other.try_hold() as alone:
        assert alone
        assert not one.wait(0)
    assert one.wait(0)
    one.release()


def test_deleting_what_is_gone_is_no_error(tmp_path: Path) -> None:
    delete(tmp_path / "gone.arr")


def test_what_was_written_in_part_is_closed(tmp_path: Path) -> None:
    storage = Storage(tmp_path, "a library")
    file = storage.create_file("part")
    storage.tidy()
    assert file.is_closed
    storage.tidy()


def test_a_table_of_contents_is_read_as_written(folder: Path) -> None:
    storage = Storage(folder, "a library")
    assert (table(storage).segments, table(storage).generation, generation(folder)) == ([], 0, 0)
    assert reader(storage).doc_count() == 0


def test_each_bit_of_a_table_of_contents_counts(folder: Path) -> None:
    path, storage = folder / "_MAIN_0.toc", Storage(folder, "a library")
    sound = path.read_bytes()
    for bit in range(0, len(sound) * 8, 5):
        broken = bytearray(sound)
        broken[bit // 8] ^= 1 << bit % 8
        path.write_bytes(broken)
        with pytest.raises(OSError, match="not what was written"):
            table(storage)
    path.write_bytes(sound)
    assert table(storage).generation == 0


def test_a_table_of_contents_is_of_one_library_and_one_number(folder: Path) -> None:
    with pytest.raises(OSError, match="not what was written"):
        table(Storage(folder, "another library"))
    (folder / "_MAIN_0.toc").rename(folder / "_MAIN_1.toc")
    with pytest.raises(OSError, match="not what was written"):
        table(Storage(folder, "a library"))


def test_a_small_file_is_read_as_written_and_each_letter_counts(tmp_path: Path) -> None:
    path = tmp_path / "about.json"
    write_sealed(path, {"mark": 17, "analysis": "κ"})
    assert read_sealed(path) == {"mark": 17, "analysis": "κ"}
    assert list(tmp_path.iterdir()) == [path]
    path.write_text(path.read_text().replace("17", "16"))
    with pytest.raises(ValueError, match="not what was written"):
        read_sealed(path)


def test_a_state_is_told_from_others(folder: Path) -> None:
    (folder / "MAIN_1.arr").write_bytes(b"not of this state")
    storage = Storage(folder, "a library")
    state = CommitState(folder).for_reader(reader(storage))
    assert state.is_still(CommitState(folder))
    (folder / "MAIN_2.arr").write_bytes(b"of the next one, or left behind")
    assert state.is_still(CommitState(folder))
    os.utime(folder / "_MAIN_0.toc", (1, 1))
    assert not state.is_still(CommitState(folder))


def test_what_was_left_behind_is_swept_and_nothing_else(folder: Path) -> None:
    for name in ("_MAIN_3.toc.1700000000.0", "about.json.17", "MAIN_1.arr.part"):
        (folder / name).write_bytes(b"half")
    (folder / "MAIN_2.arr.part").mkdir()
    (folder / "MAIN_2.arr").write_bytes(b"of a writer")
    delete_leftovers(folder)
    assert {path.name for path in folder.iterdir()} == {"_MAIN_0.toc", "MAIN_2.arr.part", "MAIN_2.arr"}
