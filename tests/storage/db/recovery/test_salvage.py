import contextlib
import random
import shutil
import sqlite3
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from delegate_desk.cipher import SealedCipher
from delegate_desk.core.progress import finish
from delegate_desk.desk import open_desk
from delegate_desk.storage.db import migrations, sqlite_engine
from delegate_desk.storage.db.database import FILE_NAME
from delegate_desk.storage.db.recovery import fill_from_backup
from delegate_desk.storage.db.recovery.salvage import Salvaged, salvage
from support.damaged_libraries import PAGE, fill, flipped, rows, zeroed


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with papers and notes, without a log."""
    folder = tmp_path_factory.mktemp("whole")
    with open_desk(folder / "library") as desk:
        fill(desk, folder / "papers")
    kept = folder / "whole.sqlite3"
    shutil.copy(folder / "library" / FILE_NAME, kept)
    return kept


def _salvaged(content: bytes, folder: Path) -> tuple[Path, Salvaged]:
    harmed, made = folder / "harmed.sqlite3", folder / "made.sqlite3"
    harmed.write_bytes(content)
    made.unlink(missing_ok=True)
    found = finish(salvage(harmed, made))
    assert harmed.read_bytes() == content
    return made, found


def test_a_whole_database_is_read_row_by_row(whole: Path, tmp_path: Path) -> None:
    made, found = _salvaged(whole.read_bytes(), tmp_path)
    assert found.is_complete
    assert rows(made) == rows(whole)
    assert not fill_from_backup.problems(made)


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
    finish(salvage(tmp_path / "harmed.sqlite3", tmp_path / "made.sqlite3"))
    assert rows(tmp_path / "made.sqlite3") == wanted


@pytest.mark.parametrize("number", range(1, 12))
def test_a_broken_page_costs_its_own_rows_alone(whole: Path, tmp_path: Path, number: int) -> None:
    wanted = rows(whole)
    made, found = _salvaged(zeroed(whole.read_bytes(), number), tmp_path)
    got = rows(made)
    for table, lines in wanted.items():
        if table not in found.lost and table != "sqlite_sequence":
            assert got[table] == lines
        assert set(got[table]) <= set(lines) or table == "sqlite_sequence"
    lost = sum(len(lines) - len(got[table]) for table, lines in wanted.items())
    assert lost <= PAGE // 8


def test_without_the_schema_rows_are_known_by_their_shape(whole: Path, tmp_path: Path) -> None:
    wanted = rows(whole)
    made, _ = _salvaged(zeroed(whole.read_bytes(), 1), tmp_path)
    got = rows(made)
    for table in ("document", "paragraph", "annotation", "library", "change"):
        assert got[table] == wanted[table]


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 2**32), many=st.integers(1, 60), cut=st.booleans())
def test_whatever_is_harmed_what_a_copy_has_comes_back(
    whole: Path, tmp_path: Path, seed: int, many: int, *, cut: bool
) -> None:
    chance = random.Random(seed)
    content = whole.read_bytes()
    harmed = flipped(content, chance, many)
    harmed = zeroed(harmed, *(chance.randrange(1, len(content) // PAGE + 1) for _ in range(many % 5)))
    made, found = _salvaged(harmed[: chance.randrange(len(content))] if cut else harmed, tmp_path)
    if found.is_complete:
        return
    finish(fill_from_backup.fill(made, whole, found))
    fill_from_backup.delete_dangling(made, found)
    assert not fill_from_backup.problems(made)
    got, wanted = rows(made), rows(whole)
    assert len(got["document"]) == len(wanted["document"])
    assert len(got["annotation"]) >= len(wanted["annotation"])  # one whose id was flipped is there twice
    assert len(got["paragraph"]) == len(wanted["paragraph"]) or fill_from_backup.to_read(made)


def test_what_was_deleted_since_the_backup_stays_deleted(whole: Path, tmp_path: Path) -> None:
    now = tmp_path / "now.sqlite3"
    shutil.copy(whole, now)
    with contextlib.closing(sqlite3.connect(now, isolation_level=None)) as connection:
        connection.execute("PRAGMA secure_delete = ON")
        gone = connection.execute("SELECT id FROM annotation ORDER BY rowid LIMIT 1").fetchone()[0]
        connection.execute("DELETE FROM annotation WHERE id = ?", (gone,))
        last = connection.execute("SELECT pageno FROM dbstat WHERE name = 'paragraph'").fetchall()[-1][0]
    made, found = _salvaged(zeroed(now.read_bytes(), int(last)), tmp_path)
    assert set(found.lost) == {"paragraph"}
    finish(fill_from_backup.fill(made, whole, found))
    assert not any(gone in line for line in rows(made)["annotation"])


def test_a_copy_of_another_library_is_not_taken(whole: Path, tmp_path: Path) -> None:
    open_desk(tmp_path / "another").close()
    made, found = _salvaged(zeroed(whole.read_bytes(), 3, 4, 5, 6), tmp_path)
    before = rows(made)
    assert finish(fill_from_backup.fill(made, tmp_path / "another" / FILE_NAME, found)) is None
    assert rows(made) == before


def test_what_names_something_gone_is_taken_out_and_given_back(whole: Path, tmp_path: Path) -> None:
    made, found = _salvaged(whole.read_bytes(), tmp_path)
    with contextlib.closing(sqlite3.connect(made, isolation_level=None)) as connection:
        connection.execute("DELETE FROM document WHERE id = 1")
    out = fill_from_backup.delete_dangling(made, found)
    assert {row["table"] for row in out} >= {"annotation", "paragraph"}
    assert any(row.get("text") == "ours on para_1" for row in out)
    assert not fill_from_backup.problems(made)


def test_an_older_database_is_read_as_it_was_and_brought_up(tmp_path: Path) -> None:
    old = tmp_path / "old.sqlite3"
    with contextlib.closing(sqlite3.connect(old, isolation_level=None)) as connection:
        migrations.migrate(connection, old, migrations.STEPS[:5])
        connection.execute("INSERT INTO library (id, created) VALUES ('old', '2020-01-01')")
        connection.execute("INSERT INTO recent_search (query) VALUES ('quiet hours')")
    made, found = _salvaged(old.read_bytes(), tmp_path)
    assert (found.step, found.is_complete) == (5, True)
    assert any("quiet hours" in line for line in rows(made)["recent_search"])
    assert not fill_from_backup.problems(made)


def test_an_encrypted_database_is_read_page_by_page(tmp_path: Path) -> None:
    cipher = SealedCipher(b"k" * 32)
    with open_desk(tmp_path / "library", cipher) as desk:
        fill(desk, tmp_path / "papers", papers=2)
    file = tmp_path / "library" / FILE_NAME
    harmed, made = tmp_path / "harmed.sqlite3", tmp_path / "made.sqlite3"
    harmed.write_bytes(zeroed(file.read_bytes(), 1))
    found = finish(salvage(harmed, made, cipher))
    assert found.rows["annotation"] == 60
    assert found.rows["document"] == 2
    with contextlib.closing(sqlite_engine.connect(made, cipher)) as connection:
        assert connection.execute("SELECT count(*) FROM paragraph").fetchone()[0] == found.rows["paragraph"]
    assert b"quiet hours" not in made.read_bytes()
