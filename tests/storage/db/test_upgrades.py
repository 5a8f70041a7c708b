"""Every earlier schema is opened by today's program, with all its contents."""

import contextlib
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from delegate_desk.cipher import PLAIN
from delegate_desk.cli.main import main
from delegate_desk.core.errors import LibraryDamagedError
from delegate_desk.core.library.backup import is_upgrade_copy
from delegate_desk.core.search import Sort
from delegate_desk.desk import open_desk
from delegate_desk.storage.db import migrations, sqlite_engine
from delegate_desk.storage.db.database import FILE_NAME, Database
from delegate_desk.storage.files import backup_archive
from support.full_library import PASSING, empty, lost, made_by_step, names, whole_library

STEPS = range(1, len(migrations.STEPS) + 1)
OLD = range(1, len(migrations.STEPS))


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of today with something in every table."""
    return whole_library(tmp_path_factory.mktemp("whole") / "library")


@pytest.fixture
def before(tmp_path: Path) -> Path:
    """The place of the copy made before it is opened."""
    return tmp_path / "before.sqlite3"


def test_the_full_library_has_something_in_every_table(full: Path) -> None:
    with contextlib.closing(sqlite3.connect(full / FILE_NAME)) as connection:
        assert empty(connection) == []
        assert set(names(connection)) > PASSING
    database = Database(full)
    assert database.problems() == []
    database.close()


@pytest.mark.parametrize("steps", STEPS)
def test_a_library_of_every_step_is_opened_and_keeps_all_of_which_a_copy_is_kept_before(
    steps: int, full: Path, tmp_path: Path, before: Path
) -> None:
    folder = made_by_step(steps, full, tmp_path / "library")
    shutil.copy(folder / FILE_NAME, before)
    with open_desk(folder) as desk:
        check = desk.check()
        assert (check.database, check.damaged, check.missing, check.orphans) == ("ok", (), (), 0)
        assert desk.search.find("noise", sort=Sort.DATE).total >= 3
        held = desk.documents.all()
        assert len(held) == 3
        for one in held:
            assert desk.documents.content(one.id).paragraphs
            desk.positions.get(one.id)
            desk.reparse.unplaced(one.id)
        assert "Μια σημείωση" in [note.text for note in desk.annotations.all()]
        desk.meetings.all()
        desk.contributions.for_document(held[0].id)
        desk.dossiers.names()
    assert lost(before, folder / FILE_NAME) == []
    if steps in OLD:
        (copy,) = (folder / "backups").iterdir()
        assert copy.name == f"library-before-step-{steps + 1}.sqlite3"
        assert is_upgrade_copy(copy.name)
        assert lost(before, copy) == lost(copy, before) == []
        assert backup_archive.count(copy, PLAIN)[0] == steps


def test_a_library_of_today_is_not_copied(full: Path, tmp_path: Path) -> None:
    folder = made_by_step(len(migrations.STEPS), full, tmp_path / "library")
    Database(folder).close()
    assert not (folder / "backups").exists()


def test_a_damaged_library_is_not_changed_by_an_upgrade(full: Path, tmp_path: Path) -> None:
    folder = made_by_step(6, full, tmp_path / "library")
    with contextlib.closing(sqlite3.connect(folder / FILE_NAME, isolation_level=None)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        never = "subject TEXT NOT NULL CHECK (subject = 7)"
        connection.execute(
            "UPDATE sqlite_schema SET sql = replace(sql, 'subject TEXT NOT NULL', ?) WHERE name = 'document'", (never,)
        )
    with pytest.raises(LibraryDamagedError):
        Database(folder)
    with contextlib.closing(sqlite3.connect(folder / FILE_NAME)) as connection:
        assert migrations.version(connection) == 6
    assert list((folder / "backups").iterdir()) == []


def test_no_step_is_taken_where_the_copy_is_another(
    full: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = made_by_step(6, full, tmp_path / "library")
    other = made_by_step(5, full, tmp_path / "other")
    monkeypatch.setattr(sqlite_engine, "copy", lambda _, target, *__: shutil.copy(other / FILE_NAME, target))
    with pytest.raises(LibraryDamagedError):
        Database(folder)
    with contextlib.closing(sqlite3.connect(folder / FILE_NAME)) as connection:
        assert migrations.version(connection) == 6
    assert list((folder / "backups").iterdir()) == []


KILLED = """
import os, signal, sys
from pathlib import Path
from delegate_desk.storage.db import migrations
from delegate_desk.storage.db.database import Database

left = int(sys.argv[2])
split = migrations.statements

def until(script):
    global left
    for statement in split(script):
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        left -= 1
        yield statement

migrations.statements = until
Database(Path(sys.argv[1]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such signal")
@pytest.mark.parametrize("statement", [0, 1, 7, 24, 61])
def test_a_kill_in_the_middle_leaves_old_or_new(statement: int, full: Path, tmp_path: Path, before: Path) -> None:
    folder = made_by_step(5, full, tmp_path / "library")
    shutil.copy(folder / FILE_NAME, before)
    done = subprocess.run([sys.executable, "-c", KILLED, str(folder), str(statement)], capture_output=True)
    assert done.returncode == -9, done.stderr.decode()
    with contextlib.closing(sqlite3.connect(folder / FILE_NAME)) as connection:
        reached = migrations.version(connection)
        assert {str(row[0]) for row in connection.execute("PRAGMA integrity_check")} == {"ok"}
        schema = names(connection)
    assert 5 <= reached < len(migrations.STEPS)
    with contextlib.closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        migrations.migrate(connection, tmp_path / "unused", migrations.STEPS[:reached])
        assert names(connection) == schema
    Database(folder).close()
    assert lost(before, folder / FILE_NAME) == []
    copies = sorted(path.name for path in (folder / "backups").iterdir())
    assert {f"library-before-step-{reached + 1}.sqlite3", "library-before-step-6.sqlite3"} == set(copies)


def test_the_command_line_refuses_a_newer_library(
    full: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = made_by_step(len(migrations.STEPS), full, tmp_path / "library")
    Database(folder).close()
    with contextlib.closing(sqlite3.connect(folder / FILE_NAME)) as connection:
        connection.execute(f"PRAGMA user_version = {len(migrations.STEPS) + 1}")
    before = (folder / FILE_NAME).read_bytes()
    assert main(["--library", str(folder), "documents"]) == 1
    assert "newer version" in capsys.readouterr().err
    assert (folder / FILE_NAME).read_bytes() == before
