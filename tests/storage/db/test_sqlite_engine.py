"""An encrypted database behaves like a plain one, and shows nothing on the disk."""

import contextlib
import sqlite3
from pathlib import Path

import pytest

from delegate_desk.cipher import PLAIN, Cipher, SealedCipher
from delegate_desk.core.errors import LibraryBusyError, LibraryDamagedError
from delegate_desk.core.library.errors import LibraryLockedError
from delegate_desk.storage.db import database as database_module
from delegate_desk.storage.db import migrations, sqlite_engine
from delegate_desk.storage.db.database import Database
from delegate_desk.storage.db.record_rows import rows

KEY = SealedCipher(b"k" * 32)


@pytest.fixture(params=[PLAIN, KEY], ids=["plain", "encrypted"])
def cipher(request: pytest.FixtureRequest) -> Cipher:
    given: Cipher = request.param
    return given


def test_what_is_written_is_read_again(tmp_path: Path, cipher: Cipher) -> None:
    with contextlib.closing(Database(tmp_path, cipher)) as database:
        database.set_delegation("EL")
        name = database.library_id()
    with contextlib.closing(Database(tmp_path, cipher)) as database:
        assert database.delegation() == "EL"
        assert database.library_id() == name
        with database.read() as connection:
            assert rows(connection, "SELECT delegation FROM library")[0]["delegation"] == "EL"


def test_errors_are_said_alike(tmp_path: Path, cipher: Cipher, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database_module, "PATIENCE", 0.0)
    with contextlib.closing(Database(tmp_path, cipher)) as database:
        with contextlib.closing(sqlite_engine.connect(tmp_path / "library.sqlite3", cipher)) as other:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(LibraryBusyError), database.write():
                pass
        with pytest.raises(sqlite_engine.integrity_errors()), database.write() as connection:
            connection.execute("INSERT INTO library (id, created) VALUES (NULL, NULL)")


def test_a_copy_before_a_migration_is_encrypted_too(tmp_path: Path, cipher: Cipher) -> None:
    file = tmp_path / "library.sqlite3"
    with contextlib.closing(sqlite_engine.connect(file, cipher)) as connection:
        migrations.migrate(connection, file, ("CREATE TABLE word (text TEXT);\n",), cipher)
        connection.execute("INSERT INTO word VALUES ('zyxwvutsrq')")
        migrations.migrate(connection, file, ("", "CREATE TABLE second (text TEXT);\n"), cipher)
    copy = tmp_path / "backups" / "library-before-step-2.sqlite3"
    assert (b"zyxwvutsrq" in copy.read_bytes()) is not cipher.seals
    with contextlib.closing(sqlite_engine.connect(copy, cipher)) as connection:
        assert connection.execute("SELECT text FROM word").fetchone()[0] == "zyxwvutsrq"


def test_another_key_opens_nothing_and_says_nothing_else(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    Database(tmp_path, KEY).close()
    before = (tmp_path / "library.sqlite3").read_bytes()
    with pytest.raises(LibraryDamagedError):
        Database(tmp_path, SealedCipher(b"w" * 32))
    with pytest.raises(LibraryDamagedError):
        Database(tmp_path)
    assert capfd.readouterr() == ("", "")
    assert (tmp_path / "library.sqlite3").read_bytes() == before


def test_a_library_with_a_key_is_locked_without_one(tmp_path: Path) -> None:
    (tmp_path / sqlite_engine.KEY_NAME).write_text("{}")
    with pytest.raises(LibraryLockedError):
        Database(tmp_path)
    assert not (tmp_path / "library.sqlite3").exists()


def test_rows_of_a_plain_library_are_those_of_python(tmp_path: Path) -> None:
    with contextlib.closing(sqlite_engine.connect(tmp_path / "a")) as connection:
        assert sqlite_engine.row_class(connection) is sqlite3.Row
