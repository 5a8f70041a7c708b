import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from delegate_desk.core.errors import LibraryBusyError
from delegate_desk.core.search import IndexEntry
from delegate_desk.search.engine import index_folder
from delegate_desk.search.engine.index_folder import Lock
from delegate_desk.search.index import SearchIndex
from support.index_entries import note
from support.search_indexes import SOME, again, total


def test_a_reader_sees_what_another_committed(filled: SearchIndex) -> None:
    other = again(filled)
    filled.update(8, ["document 1"], [note("word")])
    assert (other.mark(), other.count(), total(other, "word")) == (8, 1, 1)
    other.close()


def test_a_reader_sees_an_index_rebuilt(filled: SearchIndex) -> None:
    other = again(filled)
    assert other.count() == 40
    filled.reset()
    filled.update(7, (), SOME[:5])
    assert (other.count(), total(other, "word")) == (5, 5)
    other.close()


def test_a_table_replaced_by_another_before_a_merge_reads_it_is_no_damage(
    filled: SearchIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    def find_newest(folder: Path) -> int:
        """Return the newest table, which another process then replaces."""
        newest = generation(folder)
        if not replaced:
            replaced.append(newest)
            filled.update(8, ["document 1"], [note("word")])
        return newest

    replaced: list[int] = []
    generation, merging = index_folder.generation, again(filled)
    monkeypatch.setattr(merging, "_checked_mark", lambda: 7)
    monkeypatch.setattr(index_folder, "generation", find_newest)
    assert list(merging.merge_segments()) == []
    assert replaced
    monkeypatch.undo()
    assert (merging.mark(), total(merging, "word")) == (8, 1)
    merging.close()


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
    monkeypatch.setattr(index_folder, "WRITE_TIMEOUT", 0.1)
    with Lock(filled._folder / "writing.lock").hold():
        with pytest.raises(LibraryBusyError):
            filled.update(8, (), [])
        with pytest.raises(LibraryBusyError):
            filled.reset()
    assert again(filled).count() == 40


WRITER = """
import sys
from pathlib import Path
from support.index_entries import note
from support.search_indexes import index_in
index = index_in(Path(sys.argv[1]))
index.open()
print("ready", flush=True)
for n in range(int(sys.argv[3])):
    index.update(n, [f"annotation {sys.argv[2]}-{n}"], [note("shared word", f"{sys.argv[2]}-{n}")])
print("done", flush=True)
"""


def writing(index: SearchIndex, name: str, rounds: int) -> "subprocess.Popen[str]":
    root = Path(__file__).resolve().parents[3]
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
        killed.kill()
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

    def entries() -> Iterator[IndexEntry]:
        searcher = threading.Thread(target=lambda: answers.append(total(filled, "κρυπτογράφηση")))
        searcher.start()
        searcher.join(300)
        yield note("word")

    filled.update(8, (), entries())
    assert answers == [40]
