import contextlib
import sqlite3
import sys
import threading
from pathlib import Path
from types import ModuleType

import pytest

from delegate_desk.cipher import PLAIN, Cipher, SealedCipher
from delegate_desk.core.errors import LibraryBusyError, LibraryDamagedError, LibraryUnwritableError
from delegate_desk.core.library.errors import LibraryLockedError
from delegate_desk.storage.db import damaged_database, migrations, sqlite_engine
from delegate_desk.storage.db import database as database_module
from delegate_desk.storage.db.database import FILE_NAME, Database
from delegate_desk.storage.db.record_rows import rows
from delegate_desk.storage.db.stores.documents import DocumentStore
from support.document_values import paper


def test_what_is_written_and_read_meanwhile_belongs_to_the_transaction(tmp_path: Path) -> None:
    with contextlib.closing(Database(tmp_path)) as database:
        with contextlib.suppress(ZeroDivisionError), database.write():
            database.set_delegation("EL")
            assert database.delegation() == "EL"
            raise ZeroDivisionError
        assert database.delegation() is None
        with database.write():
            database.set_delegation("EL")
        assert database.delegation() == "EL"


def test_another_thread_sees_only_what_is_committed(tmp_path: Path) -> None:
    seen: list[str | None] = []
    with contextlib.closing(Database(tmp_path)) as database:
        with database.write():
            database.set_delegation("EL")
            other = threading.Thread(target=lambda: seen.append(database.delegation()))
            other.start()
            other.join()
        assert (seen, database.delegation()) == ([None], "EL")


@pytest.mark.parametrize("bytes_", [b"", b"\0garbage" * 5000, b"SQLite format 3\0 and then nothing"])
def test_a_damaged_library_is_named_and_left_alone(tmp_path: Path, bytes_: bytes) -> None:
    (tmp_path / FILE_NAME).write_bytes(bytes_)
    (tmp_path / "sidecars").mkdir()
    (tmp_path / "sidecars" / "library.jsonld").touch()
    with pytest.raises(LibraryDamagedError):
        Database(tmp_path)
    assert (tmp_path / FILE_NAME).read_bytes() == bytes_


def test_a_library_whose_making_was_cut_short_is_made(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).touch()
    with contextlib.closing(Database(tmp_path)) as database:
        assert database.library_id()


NOT_OPENED: dict[str, tuple[bool, bool, str]] = {
    "tables are missing": (True, False, "DROP TABLE annotation"),
    "it lost its name": (False, True, "PRAGMA journal_mode = WAL"),
    "it is another program's": (False, False, "CREATE TABLE theirs (x)"),
    "there are only originals": (False, True, ""),
}


@pytest.mark.parametrize(("is_made", "has_original", "statement"), NOT_OPENED.values(), ids=NOT_OPENED)
def test_a_library_is_not_opened_where_something_is_missing_or_foreign(
    tmp_path: Path, is_made: bool, has_original: bool, statement: str
) -> None:
    if is_made:
        Database(tmp_path).close()
    if has_original:
        (tmp_path / "originals" / "ab").mkdir(parents=True)
        (tmp_path / "originals" / "ab" / "abc.txt").write_bytes(b"kept")
    if statement:
        with contextlib.closing(sqlite3.connect(tmp_path / FILE_NAME)) as connection:
            connection.execute(statement)
    with pytest.raises(LibraryDamagedError):
        Database(tmp_path)
    assert (tmp_path / FILE_NAME).exists() is bool(statement)


def test_bytes_that_are_no_text_are_damage_and_remembered(tmp_path: Path) -> None:
    database = Database(tmp_path)
    with database.write() as connection:
        connection.execute("INSERT INTO recent_search (query) VALUES (CAST(x'ff' AS TEXT))")
    with pytest.raises(LibraryDamagedError), database.read() as connection:
        connection.execute("SELECT query FROM recent_search").fetchall()
    database.close()
    assert damaged_database.is_noticed(tmp_path)


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(LibraryUnwritableError):
        Database(tmp_path / "file" / "library")


def test_a_step_that_fails_changes_nothing(tmp_path: Path) -> None:
    Database(tmp_path).close()
    broken = (*migrations.STEPS, "CREATE TABLE half (x TEXT);\nCREATE TABLE half (x TEXT);")
    with contextlib.closing(sqlite3.connect(tmp_path / FILE_NAME, isolation_level=None)) as connection:
        with pytest.raises(sqlite3.OperationalError):
            migrations.migrate(connection, tmp_path / FILE_NAME, broken)
        assert migrations.version(connection) == len(migrations.STEPS)
        assert not connection.execute("SELECT * FROM sqlite_schema WHERE name = 'half'").fetchall()


def test_writers_on_many_threads_wait_for_each_other(tmp_path: Path) -> None:
    with contextlib.closing(Database(tmp_path)) as database:
        store = DocumentStore(database)
        threads = [
            threading.Thread(target=store.add, args=(paper(7000 + n), f"{n:064x}", f"{n}.txt")) for n in range(12)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(store.all()) == 12
        assert database.problems() == []


def test_each_thing_changed_is_told_once_under_its_latest_number(tmp_path: Path) -> None:
    with contextlib.closing(Database(tmp_path)) as database:
        store = DocumentStore(database)
        first = store.add(paper(), "ab" * 32, "a.txt")
        last, changed = database.changed_since(0)
        assert [(subject, key) for _, subject, key in changed] == [("document", str(first))]
        store.set_trashed(first, None)
        again, changed = database.changed_since(last)
        assert again > last
        assert ("document", str(first)) in [(subject, key) for _, subject, key in changed]
        assert database.changed_since(again) == (again, [])


def test_the_log_is_kept_short_by_itself_while_one_types(tmp_path: Path) -> None:
    with contextlib.closing(Database(tmp_path)) as database:
        log = tmp_path / f"{FILE_NAME}-wal"
        for n in range(300):
            with database.write(typed=True) as connection:
                connection.execute("UPDATE library SET delegation = ?", (str(n) * 30_000,))
        database._flush()
        with database.write(typed=True) as connection:
            connection.execute("UPDATE library SET delegation = 'EL'")
        long = log.stat().st_size
        for n in range(20):
            with database.write(typed=True) as connection:
                connection.execute("UPDATE library SET delegation = ?", (str(n) * 30_000,))
        assert log.stat().st_size == long  # it starts again


KEY = SealedCipher(b"k" * 32)


@pytest.fixture(params=[PLAIN, KEY], ids=["plain", "encrypted"])
def cipher(request: pytest.FixtureRequest) -> Cipher:
    given: Cipher = request.param
    return given


def test_what_is_written_is_read_again(tmp_path: Path, cipher: Cipher) -> None:
    folder = tmp_path / "new" / "library"
    with contextlib.closing(Database(folder, cipher)) as database:
        database.set_delegation("EL")
        name = database.library_id()
    with contextlib.closing(Database(folder, cipher)) as database:
        assert (database.delegation(), database.library_id()) == ("EL", name)
        with database.read() as connection:
            assert rows(connection, "SELECT delegation FROM library")[0]["delegation"] == "EL"


def test_errors_are_known_while_another_thread_imports_the_engine_of_encrypted_libraries(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "sqlcipher3.dbapi2", ModuleType("sqlcipher3.dbapi2"))
    assert sqlite_engine.database_errors() == (sqlite3.DatabaseError, UnicodeDecodeError)
    assert sqlite_engine.integrity_errors() == (sqlite3.IntegrityError,)


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
