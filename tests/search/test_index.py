import errno
import json
import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import Any

import pytest
from whoosh.filedb.filestore import FileStorage

from delegate_desk.core.errors import DiskFullError, LibraryBusyError
from delegate_desk.core.search import Entry
from delegate_desk.search import analysis, pen, resting, schema, upkeep, writer
from delegate_desk.search.folder import Lock
from delegate_desk.search.index import IndexDamagedError, SearchIndex
from delegate_desk.search.query import parse
from entries import note, paragraph

SOME = [paragraph(f"word number {n} κρυπτογράφηση", f"para_{n}") for n in range(40)]


@pytest.fixture
def filled(index: SearchIndex) -> SearchIndex:
    index.update(7, (), SOME)
    return index


def again(index: SearchIndex, library: str = "a library") -> SearchIndex:
    """The same folder as another process sees it."""
    other = SearchIndex(index._folder, library)
    other.open()
    return other


def total(index: SearchIndex, text: str) -> int:
    return index.find(parse(text)).total


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


def test_the_same_update_done_twice_ends_as_if_done_once(filled: SearchIndex) -> None:
    for _ in range(3):
        filled.update(8, ["document 1"], SOME)
    assert filled.count() == 40


def test_many_small_commits_stay_few_files(index: SearchIndex) -> None:
    for n in range(40):
        index.update(n, [f"annotation {n % 10}"], [note(f"word {n}", str(n % 10))])
    assert index.count() == 10
    assert {m.annotation for m in index.find(parse("word")).matches} == {str(n) for n in range(10)}
    assert len(list(index._folder.iterdir())) < 20


def test_what_entries_raise_rises_and_leaves_the_index_as_it_was(filled: SearchIndex) -> None:
    def broken() -> Iterator[Entry]:
        yield note("word")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        filled.update(8, ["document 1"], broken())
    assert (filled.mark(), filled.count(), again(filled).count()) == (7, 40, 40)
    filled.update(8, (), [note("word")])
    assert filled.count() == 41


def test_a_full_disk_is_told_and_leaves_the_index_as_it_was(
    filled: SearchIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(FileStorage, "create_file", full)
        with pytest.raises(DiskFullError):
            filled.update(8, ["document 1"], [note("word")])
    assert (filled.mark(), filled.count()) == (7, 40)
    filled.update(8, ["document 1"], [note("word")])
    assert filled.count() == 1


# Several of them


def test_a_reader_sees_what_another_committed(filled: SearchIndex) -> None:
    other = again(filled)
    filled.update(8, ["document 1"], [note("word")])
    assert (other.mark(), other.count(), total(other, "word")) == (8, 1, 1)
    other.close()


def test_a_reader_sees_an_index_made_anew(filled: SearchIndex) -> None:
    other = again(filled)
    assert other.count() == 40
    filled.reset()
    filled.update(7, (), SOME[:5])
    assert (other.count(), total(other, "word")) == (5, 5)
    other.close()


def test_a_mark_set_back_by_another_is_not_overtaken(filled: SearchIndex) -> None:
    other = again(filled)
    other.reset()
    other.update(3, (), SOME[:2])
    filled.update(8, ["document 2"], [])
    assert filled.mark() == 3
    filled.update(9, ["document 2"], [])
    assert (filled.mark(), other.mark()) == (9, 9)
    other.close()


def test_a_second_writer_waits_and_then_tells(filled: SearchIndex, monkeypatch: pytest.MonkeyPatch) -> None:
    lock = Lock(filled._folder / "writing.lock")
    assert lock.wait(0)
    monkeypatch.setattr(pen, "PATIENCE", 0.1)
    with pytest.raises(LibraryBusyError):
        filled.update(8, (), [])
    with pytest.raises(LibraryBusyError):
        filled.reset()
    lock.release()
    assert again(filled).count() == 40


WRITER = """
import sys
from pathlib import Path
from delegate_desk.search.folder import Lock
from delegate_desk.search.index import SearchIndex
from entries import note
index = SearchIndex(Path(sys.argv[1]), "a library")
index.open()
print("ready", flush=True)
for n in range(int(sys.argv[3])):
    index.update(n, [f"annotation {sys.argv[2]}-{n}"], [note("shared word", f"{sys.argv[2]}-{n}")])
print("done", flush=True)
"""


def writing(index: SearchIndex, name: str, rounds: int) -> "subprocess.Popen[str]":
    root = Path(__file__).resolve().parents[2]
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, str(index._folder), name, str(rounds)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(root / "src"), str(root / "tests")])},
    )


def test_processes_write_one_at_a_time_and_nothing_is_lost(filled: SearchIndex) -> None:
    children = [writing(filled, name, 8) for name in "ab"]
    seen: list[int] = []
    while any(child.poll() is None for child in children):
        seen.append(total(filled, "shared"))
    assert [child.wait() for child in children] == [0, 0]
    for child in children:
        child.communicate()
    assert seen == sorted(seen)
    assert (total(filled, "shared"), filled.count()) == (16, 56)


def test_a_killed_writer_leaves_whole_commits_and_no_lock(filled: SearchIndex) -> None:
    for attempt in range(3):
        killed = writing(filled, f"k{attempt}", 1000)
        assert killed.stdout is not None
        assert killed.stdout.readline() == "ready\n"
        before = total(filled, "shared")
        while total(filled, "shared") < before + 2 + attempt:
            assert killed.poll() is None
        killed.send_signal(signal.SIGKILL if os.name == "posix" else signal.SIGTERM)
        killed.communicate()
        other = again(filled)
        assert total(other, "word") == other.count() >= before + 42
        other.update(9, ["annotation last"], [note("word", "last")])
        other.close()


def test_what_a_killed_writer_left_behind_is_swept(filled: SearchIndex) -> None:
    left = filled._folder / "_MAIN_3.toc.1700000000.0"
    left.write_bytes(b"half")
    again(filled).close()
    assert not left.exists()


def test_threads_search_while_one_writes(filled: SearchIndex) -> None:
    wrong: list[object] = []
    stop = threading.Event()

    def search() -> None:
        while not stop.is_set():
            try:
                if total(filled, '"word number" κρυπτογράφηση') != 40:
                    wrong.append("lost")
            except Exception as error:
                wrong.append(error)

    threads = [threading.Thread(target=search) for _ in range(3)]
    for thread in threads:
        thread.start()
    for n in range(10):
        filled.update(n, [f"annotation {n}"], [note("remark", str(n))])
    stop.set()
    for thread in threads:
        thread.join()
    assert not wrong
    assert total(filled, "remark") == 10


def test_a_search_does_not_wait_for_an_update(filled: SearchIndex) -> None:
    answers: list[int] = []

    def entries() -> Iterator[Entry]:
        searcher = threading.Thread(target=lambda: answers.append(total(filled, "κρυπτογράφηση")))
        searcher.start()
        searcher.join(20)
        yield note("word")

    filled.update(8, (), entries())
    assert answers == [40]


# Upkeep


def files(index: SearchIndex, suffix: str = ".arr") -> int:
    return sum(path.suffix == suffix for path in index._folder.iterdir())


@pytest.fixture
def scattered(index: SearchIndex, monkeypatch: pytest.MonkeyPatch) -> SearchIndex:
    """An index of many segments, which does not wait after a search."""
    monkeypatch.setattr(resting, "REST", 0.0)
    for n in range(20):
        index.update(n, (), [note(f"word number{n} κρυπτογράφηση", str(n))])
    return index


def begun(index: SearchIndex) -> Generator[None, None, None]:
    """A merge that is under way."""
    merge = index.settle()
    while not files(index, ".part"):
        next(merge)
    return merge


def test_settling_makes_few_segments_of_many_and_nothing_else(scattered: SearchIndex) -> None:
    before = scattered.find(parse("word"), None)
    assert files(scattered) == 20
    assert list(scattered.settle())
    assert files(scattered) == 1
    assert scattered.find(parse("word"), None) == before
    assert (scattered.mark(), scattered.count()) == (19, 20)
    assert list(scattered.settle()) == []


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
    list(other.settle())
    assert files(other) == 20
    merge.close()
    assert list(other.settle())
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
    other.forget()
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
    monkeypatch.setattr(resting, "REST", 1000.0)
    assert total(scattered, "word") == 20
    for _ in range(5):
        next(merge)
    monkeypatch.setattr(resting, "REST", 0.0)
    assert len(list(merge)) > 60  # all but one step were still to be made


def test_without_settling_too_there_are_few_segments(index: SearchIndex) -> None:
    for n in range(90):
        index.update(n, [f"annotation {n - 50}"], [note(f"word {n}", str(n))])
        assert files(index) <= 30
    assert index.count() == total(index, "word") == 50


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
    scattered.forget()
    assert not has("secretword")
    assert not has("concealed")
    assert not has("hidden")
    list(merge)
    assert not has("secretword")
    assert (scattered.count(), scattered.mark()) == (21, 21)


def test_settling_makes_ready_what_a_search_needs(scattered: SearchIndex) -> None:
    assert total(scattered, "word") == 20
    list(scattered.settle())
    assert scattered._snapshot is not None
    assert [("lexicon", "exact") in leaf.file.cache for leaf in scattered._snapshot.leaves] == [True]
    assert total(scattered, "word") == 20
    assert list(scattered.settle()) == []


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
    monkeypatch.setattr(upkeep, "_SOON", 3)
    for n in range(upkeep.MOST_IN_A_HURRY + 5):
        index.update(n, (), [note("word", str(n))])
    assert files(index) == upkeep.MOST_IN_A_HURRY + 5
    monkeypatch.setattr(upkeep, "MOST_IN_A_HURRY", 5)
    index.update(100, (), [note("word", "more")])
    assert files(index) <= 10
    assert index.count() == total(index, "word") == 34


# Asking


def test_a_search_may_be_stopped_and_says_so(filled: SearchIndex) -> None:
    assert filled.find(parse("word"), stopped=lambda: True).cut
    assert not filled.find(parse("word"), stopped=lambda: False).cut


def test_only_some_groups_may_be_asked(filled: SearchIndex) -> None:
    filled.update(8, (), [note("word one", "a"), note("word two", "b")])
    assert filled.find(parse("word"), group={"annotation a", "annotation b"}).total == 2
    assert filled.find(parse("word"), group=()).total == 0


def test_the_index_completes_and_corrects_words_and_knows_its_languages(filled: SearchIndex) -> None:
    assert filled.complete("num") == ["number"]
    assert filled.spellings("numbre") == ["number"]
    assert filled.titles(parse("number")) == []
    assert filled.languages() == {"el"}


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
    path.write_text(json.dumps({**json.loads(path.read_text()), **values}))


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
    "another format": lambda folder: edited(folder / "about.json", format=schema.FORMAT + 1),
    "another analyser": lambda folder: edited(folder / "about.json", analysis=f"{analysis.VERSION} and more"),
    "a mark that is none": lambda folder: edited(folder / "about.json", mark="x"),
    "all files cut": lambda folder: [*map(half, (path for path in folder.iterdir() if path.stat().st_size > 64))],
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_damage_is_met_when_opening_and_mended_by_a_reset(filled: SearchIndex, damage: str) -> None:
    filled.close()
    DAMAGES[damage](filled._folder)
    broken = SearchIndex(filled._folder, "a library")
    with pytest.raises(IndexDamagedError):
        broken.open()
    broken.reset()
    assert (broken.mark(), broken.count()) == (0, 0)
    broken.update(7, (), SOME)
    assert total(broken, "κρυπτογραφηση") == 40
    assert again(broken).mark() == 7


@pytest.mark.parametrize("damage", DAMAGES)
def test_damage_is_met_while_open(filled: SearchIndex, damage: str) -> None:
    assert filled.count() == 40
    DAMAGES[damage](filled._folder)
    with pytest.raises(IndexDamagedError):
        _ = (filled.find(parse("word")), filled.mark())


@pytest.mark.parametrize("damage", [damage for damage in DAMAGES if "segment" not in damage])
def test_nothing_is_added_to_an_index_that_is_not_ours(filled: SearchIndex, damage: str) -> None:
    DAMAGES[damage](filled._folder)
    with pytest.raises(IndexDamagedError):
        filled.update(8, (), [])


def test_a_folder_lost_while_open_is_damage_and_comes_back(filled: SearchIndex) -> None:
    shutil.rmtree(filled._folder)
    for broken in (filled.mark, filled.count, lambda: filled.find(parse("word")), lambda: filled.update(8, (), [])):
        with pytest.raises(IndexDamagedError):
            broken()
    filled.reset()
    filled.update(8, (), SOME)
    assert filled.count() == 40


def test_an_index_of_another_library_is_not_used(filled: SearchIndex) -> None:
    with pytest.raises(IndexDamagedError):
        again(filled, "another library")


def test_a_reset_clears_whatever_lies_there(index: SearchIndex) -> None:
    (index._folder / "MAIN.tmp").mkdir()
    (index._folder / "MAIN.tmp" / "x").write_text("left")
    (index._folder / "foreign").write_text("left")
    index.reset()
    left = {path.name for path in index._folder.iterdir()}
    assert left == {"_MAIN_0.toc", "about.json", "merging.lock", "writing.lock"}


def test_a_closed_index_is_not_read(index: SearchIndex) -> None:
    index.close()
    with pytest.raises(IndexDamagedError):
        index.find(parse("word"))
    index.open()
    assert total(index, "word") == 0
