"""The index of an encrypted library: nothing of it is plain text on the disk, and it is useless without the key."""

import builtins
import gc
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from delegate_desk.cipher import MAGIC, PLAIN, Cipher, SealedCipher
from delegate_desk.search import index as search_index
from delegate_desk.search.engine import writer
from delegate_desk.search.engine.segment_file import ArrayFileWriter, SegmentFile
from delegate_desk.search.index import IndexDamagedError, SearchIndex
from support.index_entries import note
from support.search_indexes import SEALED, total

WORDS = [b"secretword", b"concealed", b"DDarr2", b"exact.terms", b"delegate_desk", b"a library", b"generation"]
WRITING = set("wxa+")


@pytest.fixture
def sealed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[SearchIndex]:
    monkeypatch.setattr(search_index, "REST", 0.0)
    index = SearchIndex(tmp_path / "index", "a library", SEALED)
    index.open()
    yield index
    index.close()


def fill(index: SearchIndex) -> None:
    for n in range(12):
        index.update(n, (), [note(f"secretword number{n}", str(n), tags=("concealed",))])


def held(path: Path) -> set[SegmentFile]:
    """The segments of a folder that are in memory."""
    gc.collect()
    return {file for key, file in SegmentFile._opened.items() if Path(str(key[0])).parent == path}


class Spied:
    """A file whose every write is also kept under its name."""

    def __init__(self, file: Any, into: bytearray) -> None:
        self._file, self._into = file, into

    def write(self, data: Any) -> int:
        self._into.extend(bytes(data))
        return int(self._file.write(data))

    def __enter__(self) -> "Spied":
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)


def test_no_byte_is_written_plain_at_any_instant(sealed: SearchIndex, monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[tuple[str, bytearray]] = []
    plain = io.open

    def spy(path: Any, mode: str = "r", *args: Any, **kwargs: Any) -> Any:
        file = plain(path, mode, *args, **kwargs)
        if not set(mode) & WRITING:
            return file
        written.append((str(path), bytearray()))
        return Spied(file, written[-1][1])

    monkeypatch.setattr(builtins, "open", spy)
    monkeypatch.setattr(io, "open", spy)
    monkeypatch.setattr(writer, "SLICE", 5)
    fill(sealed)
    sealed.update(20, (), (note(f"secretword bulk{n}", f"b{n}") for n in range(23)))
    sealed.update(21, ["annotation 3"], ())
    assert list(sealed.merge_segments())
    sealed.purge_dropped()
    sealed.reset()
    fill(sealed)
    assert {".arr", ".part"} < {Path(name).suffix for name, content in written if content}
    for name, content in written:
        assert not content or content.startswith(MAGIC), name
        assert not [word for word in WORDS if word in content], name


@pytest.mark.parametrize("cipher", [PLAIN, SealedCipher(b"another key".ljust(32))], ids=["none", "another"])
def test_without_the_key_it_is_damage(sealed: SearchIndex, cipher: Cipher) -> None:
    fill(sealed)
    with pytest.raises(IndexDamagedError):
        SearchIndex(sealed._folder, "a library", cipher).open()


def test_a_plain_index_is_not_taken_for_ours(tmp_path: Path) -> None:
    plain = SearchIndex(tmp_path / "index", "a library")
    plain.open()
    fill(plain)
    plain.close()
    sealed = SearchIndex(tmp_path / "index", "a library", SEALED)
    with pytest.raises(IndexDamagedError):
        sealed.open()
    sealed.reset()
    assert not [path for path in sealed._folder.iterdir() if b"secretword" in path.read_bytes()]
    sealed.close()


def test_what_is_merged_is_in_memory_before_a_search_asks_it(
    sealed: SearchIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(sealed)
    assert total(sealed, "secretword") == 12
    merge = sealed.merge_segments()
    while len(list(sealed._folder.glob("*.arr"))) > 1:
        next(merge)
    with monkeypatch.context() as patched:
        patched.setattr(SegmentFile, "__init__", None)
        assert total(sealed, "secretword") == 12
    merge.close()


def test_closing_lets_go_of_all_that_was_unsealed(sealed: SearchIndex) -> None:
    fill(sealed)
    assert total(sealed, "secretword") == 12
    list(sealed.merge_segments())
    assert total(sealed, "secretword") == 12
    assert held(sealed._folder)
    sealed.close()
    assert not held(sealed._folder)


def test_arrays_of_a_sealed_file_cannot_be_written_to_and_need_no_check(tmp_path: Path) -> None:
    path = tmp_path / "MAIN_1.arr"
    with ArrayFileWriter(path, 1, cipher=SEALED) as made:
        made.append("a", np.array([1, 2, 3], np.uint8))
    file = SegmentFile(path, cipher=SEALED)
    assert file["a"].tolist() == [1, 2, 3]
    assert not file["a"].flags.writeable
    assert file.checked


def test_the_small_file_beside_is_sealed_under_its_name(sealed: SearchIndex) -> None:
    content = (sealed._folder / "about.json").read_bytes()
    assert json.loads(SEALED.unseal(content, "index:about.json"))["mark"] == 0
