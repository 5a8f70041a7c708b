import contextlib
import random
import shutil
import sqlite3
from ast import literal_eval
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from delegate_desk.cipher import SealedCipher
from delegate_desk.core.progress import finish
from delegate_desk.desk import open_desk
from delegate_desk.storage.db import migrations, recovery, sqlite_engine
from delegate_desk.storage.db.database import FILE_NAME
from delegate_desk.storage.db.recovery import ReadableRows
from support.damaged_libraries import PAGE, fill, flipped, pages, rows, zeroed


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with documents and notes, without a log."""
    folder = tmp_path_factory.mktemp("whole")
    with open_desk(folder / "library") as desk:
        fill(desk, folder / "papers")
    kept = folder / "whole.sqlite3"
    shutil.copy(folder / "library" / FILE_NAME, kept)
    return kept


def _read(content: bytes, folder: Path) -> tuple[Path, ReadableRows]:
    harmed, made = folder / "harmed.sqlite3", folder / "made.sqlite3"
    harmed.write_bytes(content)
    made.unlink(missing_ok=True)
    found = finish(recovery.read_damaged(harmed, made))
    assert harmed.read_bytes() == content
    return made, found


def test_a_whole_database_is_read_row_by_row(whole: Path, tmp_path: Path) -> None:
    made, found = _read(whole.read_bytes(), tmp_path)
    assert found.is_complete
    assert rows(made) == rows(whole)
    assert not recovery.problems(made)


def test_rows_in_the_log_are_read_up_to_the_last_commit(whole: Path, tmp_path: Path) -> None:
    shutil.copy(whole, tmp_path / "open.sqlite3")
    with contextlib.closing(sqlite3.connect(tmp_path / "open.sqlite3", isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("UPDATE annotation SET text = 'only in the log'")
        wanted = rows(tmp_path / "open.sqlite3")
        for ending in ("", "-wal"):
            shutil.copy(tmp_path / f"open.sqlite3{ending}", tmp_path / f"harmed.sqlite3{ending}")
    log = tmp_path / "harmed.sqlite3-wal"
    log.write_bytes(log.read_bytes() + b"torn")
    finish(recovery.read_damaged(tmp_path / "harmed.sqlite3", tmp_path / "made.sqlite3"))
    assert rows(tmp_path / "made.sqlite3") == wanted


@pytest.mark.parametrize("number", range(2, 12))
def test_a_broken_page_costs_rows_of_its_own_table_alone(whole: Path, tmp_path: Path, number: int) -> None:
    wanted = rows(whole)
    made, found = _read(zeroed(whole.read_bytes(), number), tmp_path)
    got = rows(made)
    assert len(found.gaps) <= 1
    for table, lines in wanted.items():
        if table not in found.gaps and table != "sqlite_sequence":
            assert got[table] == lines
        assert set(got[table]) <= set(lines) or table == "sqlite_sequence"


def test_rows_before_and_after_a_broken_page_are_read(whole: Path, tmp_path: Path) -> None:
    wanted = rows(whole)["annotation"]
    leaves = [number for number in pages(whole, "annotation") if whole.read_bytes()[(number - 1) * PAGE] == 13]
    made, found = _read(zeroed(whole.read_bytes(), leaves[1]), tmp_path)
    assert len(found.gaps["annotation"]) == 1
    assert len(wanted) - PAGE // 8 < len(rows(made)["annotation"]) < len(wanted)


def test_a_row_that_refers_to_nothing_is_repaired_from_its_copy(whole: Path, tmp_path: Path) -> None:
    shutil.copy(whole, tmp_path / "open.sqlite3")
    with contextlib.closing(sqlite3.connect(tmp_path / "open.sqlite3", isolation_level=None)) as connection:
        connection.execute("UPDATE annotation SET text = 'newer than the copy' WHERE rowid = 5")
        connection.execute("UPDATE annotation SET document = document + 1048576 WHERE rowid = 5")
    made, found = _read((tmp_path / "open.sqlite3").read_bytes(), tmp_path)
    finish(recovery.fill(made, whole, found))
    assert not recovery.delete_dangling(made, found, final=True)
    before, after = set(rows(whole)["annotation"]), set(rows(made)["annotation"])
    [(old, new)] = zip(before - after, after - before, strict=True)
    assert "newer than the copy" in new
    assert [now for then, now in zip(literal_eval(old), literal_eval(new), strict=True) if then != now] == [
        "newer than the copy"
    ]


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 2**32), many=st.integers(1, 60), cut=st.booleans())
@example(seed=2_147_483_648, many=2, cut=False)  # a row refers to a missing one
@example(seed=15488, many=9, cut=True)  # rows of a page have wrong keys
def test_whatever_is_harmed_what_a_copy_has_comes_back(
    whole: Path, tmp_path: Path, seed: int, many: int, *, cut: bool
) -> None:
    chance = random.Random(seed)
    content = whole.read_bytes()
    harmed = flipped(content, chance, many)
    harmed = zeroed(harmed, *(chance.randrange(1, len(content) // PAGE + 1) for _ in range(many % 5)))
    made, found = _read(harmed[: chance.randrange(len(content))] if cut else harmed, tmp_path)
    if found.is_complete:
        return
    finish(recovery.fill(made, whole, found))
    recovery.delete_dangling(made, found, final=True)
    recovery.require_rereading(made, found)
    assert not recovery.problems(made)
    got, wanted = rows(made), rows(whole)
    assert len(got["document"]) == len(wanted["document"])
    assert len(got["annotation"]) >= len(wanted["annotation"])  # one whose id has a flipped bit is there twice
    assert len(got["paragraph"]) == len(wanted["paragraph"]) or recovery.documents_to_read(made)


def test_what_was_deleted_since_the_backup_stays_deleted(whole: Path, tmp_path: Path) -> None:
    now = tmp_path / "now.sqlite3"
    shutil.copy(whole, now)
    with contextlib.closing(sqlite3.connect(now, isolation_level=None)) as connection:
        connection.execute("PRAGMA secure_delete = ON")
        gone = connection.execute("SELECT id FROM annotation ORDER BY rowid LIMIT 1").fetchone()[0]
        connection.execute("DELETE FROM annotation WHERE id = ?", (gone,))
    last = pages(now, "paragraph")[-1]
    made, found = _read(zeroed(now.read_bytes(), last), tmp_path)
    assert set(found.gaps) == {"paragraph"}
    finish(recovery.fill(made, whole, found))
    assert not any(gone in line for line in rows(made)["annotation"])


def test_a_copy_of_another_library_is_not_taken(whole: Path, tmp_path: Path) -> None:
    open_desk(tmp_path / "another").close()
    made, found = _read(zeroed(whole.read_bytes(), 3, 4, 5, 6), tmp_path)
    before = rows(made)
    assert finish(recovery.fill(made, tmp_path / "another" / FILE_NAME, found)) is None
    assert rows(made) == before


def test_what_names_something_gone_is_taken_out_and_given_back(whole: Path, tmp_path: Path) -> None:
    made, found = _read(whole.read_bytes(), tmp_path)
    with contextlib.closing(sqlite3.connect(made, isolation_level=None)) as connection:
        connection.execute("DELETE FROM document WHERE id = 1")
    out = recovery.delete_dangling(made, found, final=True)
    assert {row["table"] for row in out} >= {"annotation", "paragraph"}
    assert any(row.get("text") == "ours on para_1" for row in out)
    assert not recovery.problems(made)


def test_an_older_database_is_read_as_it_was_and_brought_up(tmp_path: Path) -> None:
    old = tmp_path / "old.sqlite3"
    with contextlib.closing(sqlite3.connect(old, isolation_level=None)) as connection:
        migrations.migrate(connection, old, migrations.STEPS[:5])
        connection.execute("INSERT INTO library (id, created) VALUES ('old', '2020-01-01')")
        connection.execute("INSERT INTO recent_search (query) VALUES ('quiet hours')")
    made, found = _read(old.read_bytes(), tmp_path)
    assert (found.step, found.is_complete) == (5, True)
    assert any("quiet hours" in line for line in rows(made)["recent_search"])
    assert not recovery.problems(made)


def test_an_encrypted_database_is_read(tmp_path: Path) -> None:
    cipher = SealedCipher(b"k" * 32)
    with open_desk(tmp_path / "library", cipher) as desk:
        fill(desk, tmp_path / "papers", papers=2)
    made = tmp_path / "made.sqlite3"
    found = finish(recovery.read_damaged(tmp_path / "library" / FILE_NAME, made, cipher))
    assert found.counts["annotation"] == 60
    assert found.counts["document"] == 2
    with contextlib.closing(sqlite_engine.connect(made, cipher)) as connection:
        assert connection.execute("SELECT count(*) FROM paragraph").fetchone()[0] == found.counts["paragraph"]
    assert b"quiet hours" not in made.read_bytes()
