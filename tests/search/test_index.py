import errno
import json
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from delegate_desk.core.errors import LibraryUnwritableError
from delegate_desk.core.search import IndexEntry
from delegate_desk.search.engine import analysis, index_folder
from delegate_desk.search.engine.index_folder import meeting_damage
from delegate_desk.search.index import IndexDamagedError, SearchIndex
from delegate_desk.search.query.query import parse
from support.index_entries import note
from support.search_indexes import SOME, again, cipher_of, total


def test_a_new_index_is_empty_and_at_mark_0(index: SearchIndex) -> None:
    assert (index.mark(), index.count(), total(index, "word")) == (0, 0, 0)


def test_whether_there_is_an_index_is_known_before_it_is_opened(tmp_path: Path) -> None:
    fresh = SearchIndex(tmp_path / "index", "a library")
    assert not fresh.exists()
    fresh.open()
    assert fresh.exists()
    fresh.close()


def test_a_commit_is_there_with_its_mark_when_opened_again(filled: SearchIndex) -> None:
    other = again(filled)
    assert (other.mark(), other.count(), total(other, "κρυπτογραφηση")) == (7, 40, 40)
    other.close()


def test_a_group_goes_and_comes_as_a_whole(filled: SearchIndex) -> None:
    filled.update(8, ["document 1", "annotation unknown"], [*SOME[:3], note("word")])
    assert (filled.count(), total(filled, "word"), filled.mark()) == (4, 4, 8)
    filled.update(9, ["annotation n1", "document 1"], [])
    assert (filled.count(), total(filled, "word"), filled.mark()) == (0, 0, 9)


def test_what_entries_raise_rises_and_leaves_the_index_as_it_was(filled: SearchIndex) -> None:
    def broken() -> Iterator[IndexEntry]:
        yield note("word")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        filled.update(8, ["document 1"], broken())
    assert (filled.mark(), filled.count(), again(filled).count()) == (7, 40, 40)
    filled.update(8, (), [note("word")])
    assert filled.count() == 41


# Damage


def largest(folder: Path) -> Path:
    return max((path for path in folder.iterdir() if path.suffix == ".arr"), key=lambda path: path.stat().st_size)


def toc(folder: Path) -> Path:
    return next(folder.glob("_MAIN_*.toc"))


def half(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def spoil(path: Path) -> None:
    path.write_bytes(bytes(path.stat().st_size))


def edited(path: Path, **values: Any) -> None:
    cipher, name = cipher_of(path.parent), f"index:{path.name}"
    content = json.loads(cipher.unseal(path.read_bytes(), name))
    path.write_bytes(cipher.seal(json.dumps({**content, **values}).encode(), name))


DAMAGES: dict[str, Callable[[Path], object]] = {
    "table of contents lost": lambda folder: toc(folder).unlink(),
    "table of contents empty": lambda folder: toc(folder).write_bytes(b""),
    "table of contents cut": lambda folder: half(toc(folder)),
    "table of contents zeroed": lambda folder: spoil(toc(folder)),
    "table of contents not ours": lambda folder: toc(folder).write_bytes(b"\x80\x04]\x94."),
    "segment lost": lambda folder: largest(folder).unlink(),
    "segment empty": lambda folder: largest(folder).write_bytes(b""),
    "segment cut": lambda folder: half(largest(folder)),
    "segment zeroed": lambda folder: spoil(largest(folder)),
    "small file lost": lambda folder: (folder / "about.json").unlink(),
    "small file cut": lambda folder: half(folder / "about.json"),
    "small file a list": lambda folder: (folder / "about.json").write_text("[]"),
    "another format": lambda folder: edited(folder / "about.json", format=index_folder.FORMAT + 1),
    "another analyser": lambda folder: edited(folder / "about.json", analysis=f"{analysis.VERSION} and more"),
    "a mark that is none": lambda folder: edited(folder / "about.json", mark="x"),
    "all files cut": lambda folder: [*map(half, (path for path in folder.iterdir() if path.stat().st_size > 64))],
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_damage_is_met_while_open_and_when_opening_and_repaired_by_a_reset(filled: SearchIndex, damage: str) -> None:
    if sys.platform == "win32" and ("segment" in damage or damage == "all files cut"):
        pytest.skip("Windows changes no file that is mapped")
    assert filled.count() == 40
    DAMAGES[damage](filled._folder)
    with pytest.raises(IndexDamagedError):
        _ = (filled.find(parse("word")), filled.mark())
    if "segment" not in damage:
        with pytest.raises(IndexDamagedError):
            filled.update(8, (), [])
    filled.close()
    broken = SearchIndex(filled._folder, "a library", filled._cipher)
    with pytest.raises(IndexDamagedError):
        broken.open()
    broken.reset()
    broken.update(7, (), SOME)
    assert (total(broken, "κρυπτογραφηση"), again(broken).mark()) == (40, 7)


def test_a_missing_module_is_no_damage(tmp_path: Path) -> None:
    with pytest.raises(ImportError), meeting_damage(tmp_path):
        raise ImportError


def test_a_folder_in_the_place_of_a_file_is_damage_where_windows_denies_access_to_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    denied = PermissionError(errno.EACCES, "Permission denied", str(tmp_path))
    for system, error in (("posix", LibraryUnwritableError), ("nt", IndexDamagedError)):
        monkeypatch.setattr(index_folder, "os", SimpleNamespace(name=system))
        with pytest.raises(error), meeting_damage(tmp_path / "index"):
            raise denied


def test_a_folder_lost_while_open_is_damage_and_comes_back(filled: SearchIndex) -> None:
    shutil.rmtree(filled._folder)
    for broken in (filled.mark, filled.count, lambda: filled.find(parse("word")), lambda: filled.update(8, (), [])):
        with pytest.raises(IndexDamagedError):
            broken()
    filled.reset()
    filled.update(8, (), SOME)
    assert filled.count() == 40


def test_a_reset_clears_whatever_lies_there(index: SearchIndex) -> None:
    (index._folder / "MAIN.tmp").mkdir()
    (index._folder / "MAIN.tmp" / "x").write_text("left")
    (index._folder / "foreign").write_text("left")
    index.reset()
    left = {path.name for path in index._folder.iterdir()}
    assert left == {"_MAIN_0.toc", "about.json", "writing.lock"}


def test_a_closed_index_is_not_read(index: SearchIndex) -> None:
    index.close()
    with pytest.raises(IndexDamagedError):
        index.find(parse("word"))
    index.open()
    assert total(index, "word") == 0
