"""Kills, a few: the long run is `dev.py endure --only R1`."""

from pathlib import Path

import pytest

from delegate_desk.desk import open_desk
from evaluation import survival
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
