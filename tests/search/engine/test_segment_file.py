import shutil
from pathlib import Path

import numpy as np
import pytest

from delegate_desk.search.engine.index_folder import Storage
from delegate_desk.search.engine.segment_file import ArrayFileWriter, Segment, SegmentFile


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


@pytest.mark.parametrize("at", [64, 64 + 3999, 64 + 4000 + 60 + 100])
def test_a_flipped_bit_is_found(path: Path, at: int) -> None:
    data = bytearray(path.read_bytes())
    data[at] ^= 4
    path.write_bytes(data)
    file = SegmentFile(path)
    with pytest.raises(OSError, match="not what was written"):
        list(file.check())
    assert not file.checked


@pytest.mark.parametrize("left", [0, 5, 24, 64, 2000, -1])
def test_a_truncated_file_is_not_opened(path: Path, left: int) -> None:
    path.write_bytes(path.read_bytes()[:left])
    with pytest.raises(OSError):
        SegmentFile(path)


def test_a_longer_file_is_not_opened(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b"\0")
    with pytest.raises(OSError, match="whole"):
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
