"""Whatever happens to its files, the index reports that it is damaged, or it answers as before."""

import os
import random
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from delegate_desk.core.errors import DiskFullError
from delegate_desk.core.search import IndexEntry
from delegate_desk.search.index import IndexDamagedError, SearchIndex
from delegate_desk.search.query.query import parse
from support.index_entries import ENGLISH, note, paragraph
from support.search_indexes import CIPHERS, cipher_of, index_in

LIBRARY = "a library"
QUERIES = ["word", "κρυπτογράφηση", '"number two"', "two OR three", "lang:el", "wor*", "-number", "number~", "tag:data"]
Answers = list[tuple[int, list[tuple[int, str]]]]


def entries(first: int) -> list[IndexEntry]:
    numbers = ["one", "two", "three"]
    found = [paragraph(f"word {n} number {numbers[n % 3]} κρυπτογράφηση", f"para_{n}", first) for n in range(5)]
    found += [paragraph(f"more words, number {n}", f"art_{n}", first + 1, ENGLISH) for n in range(3)]
    return [*found, note(f"word {first}", str(first), tags=("data",))]


@pytest.fixture(scope="module", params=CIPHERS)
def sound(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Path:
    """An index of three segments, with a deletion; plain, and encrypted."""
    place = tmp_path_factory.mktemp("sound") / "index"
    index = SearchIndex(place, LIBRARY, CIPHERS[request.param])
    index.open()
    for n in range(3):
        index.update(n + 1, {f"document {n * 2}"}, entries(n * 2 + 1))
    index.update(4, {"document 3"}, ())
    index.close()
    return place


@pytest.fixture
def place(sound: Path, tmp_path: Path) -> Path:
    """A copy of it, in a folder of the same name."""
    return shutil.copytree(sound, tmp_path / "index")


def answers(index: SearchIndex) -> Answers:
    found = [index.find(parse(text), None) for text in QUERIES]
    return [(answer.total, [(match.document, match.address) for match in answer.matches]) for answer in found]


def ask(place: Path) -> Answers | None:
    """The answers of an index after a check; None if it reports damage. Anything else is an error."""
    index = index_in(place)
    try:
        index.open()
        list(index.verify())
        return [(index.mark(), []), *answers(index)]
    except IndexDamagedError:
        return None
    finally:
        index.close()


def files(place: Path, suffix: str) -> list[Path]:
    return sorted(path for path in place.iterdir() if path.suffix == suffix)


def test_a_sound_index_answers(place: Path) -> None:
    found = ask(place)
    assert found is not None
    assert found[0] == (4, [])
    assert all(total for total, _ in found)


@pytest.mark.parametrize("suffix", [".arr", ".toc", ".json"])
def test_no_flipped_bit_gives_another_answer(sound: Path, place: Path, suffix: str) -> None:
    expected, dice = ask(sound), random.Random(suffix)
    damaged = 0
    for _ in range(120):
        path = dice.choice(files(place, suffix))
        whole = path.read_bytes()
        broken = bytearray(whole)
        for _ in range(dice.choice((1, 1, 1, 20))):
            broken[dice.randrange(len(broken))] ^= 1 << dice.randrange(8)
        path.write_bytes(broken)
        found = ask(place)
        assert found is None or found == expected
        damaged += found is None
        path.write_bytes(whole)
    assert damaged > 60  # the others are between arrays
    assert ask(place) == expected


@pytest.mark.parametrize("suffix", [".arr", ".toc", ".json"])
def test_no_file_of_another_length_gives_another_answer(place: Path, suffix: str) -> None:
    dice = random.Random(suffix)
    for _ in range(25):
        path = dice.choice(files(place, suffix))
        whole = path.read_bytes()
        path.write_bytes(dice.choice((whole[: dice.randrange(len(whole))], whole + b"\0", whole + whole, b"")))
        assert ask(place) is None
        path.write_bytes(whole)


def test_a_segment_in_the_place_of_another_of_the_same_size_is_damage(place: Path) -> None:
    one, other, *_ = files(place, ".arr")
    content = one.read_bytes()
    other.write_bytes(content)
    assert ask(place) is None


def test_an_older_table_of_contents_is_damage(place: Path) -> None:
    older = {path.name: path.read_bytes() for path in files(place, ".toc")}
    index = index_in(place)
    index.open()
    index.update(5, {"document 1"}, ())
    index.close()
    for path in files(place, ".toc"):
        path.unlink()
    for name, content in older.items():
        (place / name).write_bytes(content)
    assert ask(place) is None


def test_an_older_index_as_a_whole_is_sound_and_says_so_by_its_mark(sound: Path, place: Path) -> None:
    index = index_in(place)
    index.open()
    index.update(5, {"document 1"}, ())
    index.close()
    shutil.rmtree(place)
    shutil.copytree(sound, place)
    found = ask(place)
    assert found is not None
    assert found[0] == (4, [])


def test_the_index_of_another_library_is_damage_even_with_our_small_file(place: Path, tmp_path: Path) -> None:
    other = SearchIndex(tmp_path / "other", "another library", cipher_of(place))
    other.open()
    for n in range(6):
        other.update(n, (), entries(n * 2 + 1))
    other.close()
    shutil.copy(place / "about.json", tmp_path / "other")
    assert ask(tmp_path / "other") is None


def lie(place: Path) -> None:
    (place / "notes.txt").write_text("someone's")
    (place / "folder").mkdir()
    (place / "folder" / "MAIN_1.arr").write_bytes(b"x")
    (place / "MAIN_0123.arr").write_bytes(b"of nobody")
    (place / "MAIN_0123.seg").write_bytes(b"of an older version")
    (place / "MAIN_4567.arr").mkdir()


def test_foreign_files_are_let_alone_and_do_no_harm(sound: Path, place: Path) -> None:
    lie(place)
    assert ask(place) == ask(sound)
    index = index_in(place)
    index.open()
    index.update(5, {"document 1"}, entries(9))
    list(index.merge_segments())
    index.purge_dropped()
    assert index.mark() == 5
    index.close()
    assert (place / "notes.txt").read_text() == "someone's"
    assert (place / "folder" / "MAIN_1.arr").exists()


NAMES: dict[str, Callable[[Path], Path]] = {
    "a segment": lambda place: files(place, ".arr")[0],
    "the table of contents": lambda place: files(place, ".toc")[0],
    "the small file": lambda place: place / "about.json",
    "a newer table of contents": lambda place: place / "_MAIN_99.toc",
}


@pytest.mark.parametrize("name", NAMES)
def test_a_folder_in_the_place_of_a_file_is_damage_and_is_cleared(place: Path, name: str) -> None:
    path = NAMES[name](place)
    path.unlink(missing_ok=True)
    path.mkdir()
    (path / "inside").write_text("x")
    assert ask(place) is None
    index = index_in(place)
    index.reset()
    index.update(1, (), entries(1))
    assert index.count() == len(entries(1))
    index.close()


@pytest.mark.parametrize("sound", ["plain"], indirect=True)  # an encrypted one does not open
def test_once_a_wrong_bit_was_met_nothing_is_answered_until_all_is_rebuilt(place: Path) -> None:
    index = index_in(place)
    path = files(place, ".arr")[0]
    content = bytearray(path.read_bytes())
    content[content.index(b"numberone")] ^= 1
    path.write_bytes(content)
    index.open()
    assert answers(index)
    with pytest.raises(IndexDamagedError):
        list(index.verify())
    jobs: list[Callable[[], object]] = [index.count, index.mark, index.purge_dropped, lambda: index.update(5, (), ())]
    jobs += [lambda: answers(index), lambda: list(index.merge_segments())]
    for job in jobs:
        with pytest.raises(IndexDamagedError):
            job()
    index.reset()
    index.update(1, (), entries(1))
    assert list(index.verify())
    assert list(index.verify()) == []  # each file once
    index.update(2, (), [note("word", "later")])
    assert list(index.verify())
    index.close()


CUT = """
import sys
from pathlib import Path
from delegate_desk.search.index import IndexDamagedError
from delegate_desk.search.query.query import parse
from support.search_indexes import index_in
index = index_in(Path(sys.argv[1]))
index.open()
for path in index._folder.glob("*.arr"):
    with path.open("rb+") as file:
        file.truncate(100)
jobs = [lambda: index.find(parse("word")), index.count, lambda: list(index.verify())]
for job in [*jobs, lambda: list(index.merge_segments())]:
    try:
        job()
        print("answered")
    except IndexDamagedError:
        print("damaged")
"""

FULL = """
import resource, sys
from pathlib import Path
from delegate_desk.core.errors import DiskFullError
from support.index_entries import paragraph
from support.search_indexes import index_in
entries = [paragraph(f"many words {n}", f"para_{n}", 50) for n in range(200)]
usual, most = resource.getrlimit(resource.RLIMIT_FSIZE)
for limit in sys.argv[2:]:
    index = index_in(Path(sys.argv[1]) / limit)
    index.open()
    index.count()
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(limit), most))
    jobs = [lambda: index.update(9, {"document 1"}, entries), index.purge_dropped]
    for job in [*jobs, lambda: list(index.merge_segments())]:
        try:
            job()
            print("done")
        except DiskFullError:
            print("full")
    resource.setrlimit(resource.RLIMIT_FSIZE, (usual, most))
"""


TESTS = Path(__file__).resolve().parents[2]


def run(script: str, *arguments: str) -> str:
    """The output of a separate process, which has no threads before it forks."""
    paths = os.pathsep.join([str(TESTS.parent / "src"), str(TESTS)])
    job = subprocess.run(
        [sys.executable, "-c", script, *arguments],
        capture_output=True,
        text=True,
        cwd=TESTS,
        env={**os.environ, "PYTHONPATH": paths},
    )
    assert job.returncode == 0, job.stdout + job.stderr
    return job.stdout


@pytest.mark.skipif(os.name == "nt", reason="a file that is mapped cannot be cut there")
def test_a_segment_cut_while_it_is_open_does_not_end_the_process(place: Path) -> None:
    assert set(run(CUT, str(place)).split()) == {"damaged"}


@pytest.mark.skipif(os.name == "nt", reason="no limit on the length of files there")
def test_a_full_disk_is_told_and_leaves_the_index_as_it_was(sound: Path, tmp_path: Path) -> None:
    limits = ["0", "10", "300", "1000", "2000"]
    places = [shutil.copytree(sound, tmp_path / limit) for limit in limits]
    said = run(FULL, str(tmp_path), *limits).split()
    assert len(said) == 3 * len(limits)
    for n, place in enumerate(places):
        assert said[3 * n : 3 * n + 2] == ["full", "full"], place
        assert ask(place) == ask(sound), place
        assert not [path for path in place.iterdir() if path.suffix == ".part" or ".toc." in path.name], place


def test_a_disk_that_is_full_at_the_last_moment_leaves_the_index_as_it_was(
    sound: Path, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    index = index_in(place)
    index.open()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        with pytest.raises(DiskFullError):
            index.update(9, {"document 1"}, entries(9))
        with pytest.raises(DiskFullError):
            index.purge_dropped()
    assert answers(index) == (ask(sound) or [])[1:]
    index.close()


INSTANTS = """
import sys
from evaluation.instants import CASES, run
from support.search_indexes import CIPHERS
for case, step in zip(CASES, sys.argv[2:], strict=True):
    print(*run(case, int(step), CIPHERS[sys.argv[1]]))
"""
KILLS = """
import sys
from evaluation.kills import run
from support.search_indexes import CIPHERS
score = run(int(sys.argv[1]), 1, CIPHERS[sys.argv[2]])
print(score.kills, score.problems)
"""


@pytest.mark.parametrize(("kills", "cipher"), [("6", "plain"), ("3", "sealed")])
def test_a_writer_killed_at_random_leaves_what_it_acknowledged(kills: str, cipher: str) -> None:
    assert run(KILLS, kills, cipher).split() == [kills, "[]"]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="each instant needs a copy of the process")
@pytest.mark.parametrize(("cipher", "steps"), [("plain", "5 13 13 2"), ("sealed", "3 3 3 3")])
def test_a_writer_killed_at_each_instant_leaves_a_whole_state(cipher: str, steps: str) -> None:
    """In each kind of maintenance, at one of so many instants; an encrypted index is written in fewer steps."""
    scores = run(INSTANTS, cipher, *steps.split()).splitlines()
    assert all(score.endswith(" []") for score in scores), scores
    assert all(int(score.split()[0]) > 3 for score in scores), scores
