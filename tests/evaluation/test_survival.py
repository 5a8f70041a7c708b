"""Kills, power cuts, clocks, packages and redlines, a few of each: the long run is `dev.py endure`."""

import random
import shutil
from pathlib import Path

import pytest

from delegate_desk.desk import open_desk
from evaluation import backups, clocks, packages, powerloss, redlines, survival, upgrades
from evaluation.survival import Judge, Known


def test_what_was_acknowledged_outlasts_a_few_kills() -> None:
    score = survival.run(5, seed=20, longest=0.6)
    assert score.problems == []
    assert score.kills == 5
    assert score.done > 0


@pytest.mark.parametrize(
    ("what", "key", "value"),
    [
        ("document", "t1", 3),
        ("note", "n1", "words"),
        ("line", "l1", ""),
        ("carry", "1 2", 3),
        ("file", "1.docx", ""),
        ("package", "p1", 3),
    ],
)
def test_what_is_lost_is_found_to_be(tmp_path: Path, what: str, key: str, value: object) -> None:
    known = Known({(what, key): value})
    with open_desk(tmp_path / "library") as desk:
        assert Judge(desk, tmp_path, known).problems()
        assert Judge(desk, tmp_path, Known()).problems() == []


def test_a_torn_file_is_found(tmp_path: Path) -> None:
    (tmp_path / "1.docx").write_bytes(b"PK torn")
    with open_desk(tmp_path / "library") as desk:
        assert Judge(desk, tmp_path, Known()).problems() == ["1.docx is not whole: BadZipFile"]


def test_of_what_was_under_way_all_or_nothing_is_right() -> None:
    known = Known()
    known.hear([{"event": "done", "what": "note", "key": "a", "value": "old"}])
    known.hear([{"event": "begun", "what": "note", "key": "a", "value": "new"}])
    assert not known.accept("note", "a", "ol")
    assert known.accept("note", "a", "old")
    assert known.accept("note", "a", "new")
    assert not known.accept("note", "a", "old")


def test_a_few_kills_leave_only_whole_backups() -> None:
    score = backups.run(4, 12862)
    assert score.problems == []


def test_a_few_lives_keep_their_order_under_a_jumping_clock() -> None:
    score = clocks.run(4, 12862)
    assert score.lives == 4
    assert score.jumps > 30
    assert score.faults == []


def test_random_histories_taken_in_in_random_orders_give_one_state() -> None:
    report = packages.run(0, seed=1, histories=2)
    assert report.broken == []
    assert report.packages > 6


def test_a_few_kills_lose_nothing() -> None:
    score = upgrades.run(3, 12862)
    assert score.problems == []
    assert score.kills > 0


def test_files_are_tried_and_counted(tmp_path: Path) -> None:
    items, failed = redlines.run(500, 5, tmp_path)
    assert items
    assert failed == []


needs_strace = pytest.mark.skipif(not shutil.which("strace"), reason="needs strace")


@needs_strace
def test_after_a_power_cut_all_that_was_told_as_done_is_there() -> None:
    made, wrong = powerloss.run(6, 3, steps=12)
    assert (made, wrong) == (6, [])


@needs_strace
def test_the_model_finds_what_is_not_synced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls = powerloss.record(tmp_path, 12, 4)
    honest = [call for call in calls if call[0] not in ("fsync", "fdatasync")]
    assert len(honest) < len(calls)
    assert any(powerloss.cuts(honest, tmp_path, 12, random.Random(4)))


def test_what_was_synced_is_kept_and_what_was_not_is_torn(tmp_path: Path) -> None:
    disk = powerloss.Disk("/library")
    name = "".join(f"\\x{byte:02x}" for byte in b"/library/file")
    disk.take("openat", f'AT_FDCWD, "{name}", O_WRONLY|O_CREAT, 0600', "5", f"<{name}>")
    sure, torn = ("".join(f"\\x{byte:02x}" for byte in content) for content in (b"a" * 1024, b"b" * 1024))
    disk.take("pwrite64", f'5<{name}>, "{sure}", 1024, 0', "1024", "")
    disk.take("fsync", f"5<{name}>", "0", "")
    disk.take("pwrite64", f'5<{name}>, "{torn}", 1024, 0', "1024", "")
    found = set()
    for seed in range(40):
        disk.cut(tmp_path / str(seed), random.Random(seed))
        found.add((tmp_path / str(seed) / "file").read_bytes())
    assert found == {first * 512 + second * 512 for first in (b"a", b"b") for second in (b"a", b"b")}
