"""A library encrypted and decrypted: all its contents stay, whenever it is killed, and no plain text is left."""

import contextlib
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Generator
from pathlib import Path

import pytest

from delegate_desk.cipher import PLAIN
from delegate_desk.core.errors import DiskFullError, LibraryBusyError
from delegate_desk.core.library.errors import (
    AlreadyEncryptedError,
    LibraryLockedError,
    NotEncryptedError,
    PassphraseTooShortError,
    WrongPassphraseError,
)
from delegate_desk.core.progress import finish
from delegate_desk.desk import open_desk
from delegate_desk.files import delete_tree
from delegate_desk.services.library import encryption
from delegate_desk.services.library.backups import Backups
from delegate_desk.storage.db import migrations, sqlite_engine
from evaluation.encryption import Trial, content
from evaluation.encryption_life import WORDS, do_all
from evaluation.killed_life import TESTS
from support.plaintext_search import leaks

_STAGES = {"recovering", "converted", "arriving", "replaced"}
TOKEN = "qzyxwvutsrqponml"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    scratch = tmp_path_factory.mktemp("made")
    folder = scratch / "library"
    with open_desk(folder) as desk:
        do_all(desk, scratch, TOKEN, 1)
    (folder / "originals" / "incoming" / "left.txt").write_text(TOKEN)
    (folder / "draft.json.77.new").write_text(TOKEN)
    aside = folder / "damaged" / "2026-01-01T000000Z"
    aside.mkdir(parents=True)
    (aside / "library.sqlite3").write_text(TOKEN)
    (folder / "backups" / "broken.ddbackup").write_text(TOKEN)
    old = folder / "backups" / "library-before-step-3.sqlite3"
    with contextlib.closing(sqlite_engine.connect(old)) as connection:
        migrations.migrate(connection, old, migrations.STEPS[:2])
        connection.execute(f"CREATE TABLE word AS SELECT '{TOKEN}' AS text")
    shutil.rmtree(folder / "backups" / "backups", ignore_errors=True)
    return folder


@pytest.fixture
def library(made: Path, tmp_path: Path) -> Path:
    """A plain library with one of each thing, all with the token, and the leftovers of a long life."""
    return shutil.copytree(made, tmp_path / "library")


def test_all_is_there_afterwards_and_nothing_plain(library: Path) -> None:
    with open_desk(library) as desk:
        before = content(desk)
    assert leaks([library], [TOKEN])
    finish(encryption.turn_on(library, WORDS))
    assert leaks([library], [TOKEN]) == []
    with pytest.raises(LibraryLockedError):
        open_desk(library)
    with open_desk(library, encryption.unlock(library, WORDS)) as desk:
        assert content(desk) == before
        assert desk.capture_draft.get()
        assert desk.check().ok
        assert desk.search.find(TOKEN).total
    assert leaks([library], [TOKEN]) == []


def test_and_back(library: Path) -> None:
    names = {path.relative_to(library).as_posix() for path in library.rglob("*") if path.is_file()}
    with open_desk(library) as desk:
        before = content(desk)
    finish(encryption.turn_off(library, finish(encryption.turn_on(library, WORDS))))
    assert not encryption.is_encrypted(library)
    assert not {path.name for path in library.iterdir()} & {".made", ".unpacked"}  # of a backup that is damaged
    with open_desk(library) as desk:
        assert content(desk) == before
        assert desk.check().ok
    lost = names - {path.relative_to(library).as_posix() for path in library.rglob("*") if path.is_file()}
    assert {name for name in lost if not name.startswith("index/")} == {
        "draft.json.77.new",
        "originals/incoming/left.txt",
    }
    assert (library / "damaged" / "2026-01-01T000000Z" / "library.sqlite3").read_text() == TOKEN


def test_backups_go_along_and_open_with_the_passphrase(library: Path, tmp_path: Path) -> None:
    with open_desk(library) as desk:
        before = content(desk)
    (backup,) = (library / "backups").glob("2*.ddbackup")
    finish(encryption.turn_on(library, WORDS))
    restored = finish(Backups.restore(backup, tmp_path / "restored"))
    assert restored.missing == 0
    assert leaks([tmp_path / "restored"], [TOKEN]) == []
    with open_desk(tmp_path / "restored", encryption.unlock(tmp_path / "restored", WORDS)) as desk:
        assert content(desk) == before
    finish(encryption.turn_off(library, encryption.unlock(library, WORDS)))
    finish(Backups.restore(backup, tmp_path / "plain"))
    with open_desk(tmp_path / "plain") as desk:
        assert content(desk) == before


def test_the_copy_before_an_upgrade_goes_along(library: Path) -> None:
    cipher = finish(encryption.turn_on(library, WORDS))
    copy = library / "backups" / "library-before-step-3.sqlite3"
    with contextlib.closing(sqlite_engine.connect(copy, cipher)) as connection:
        assert connection.execute("SELECT text FROM word").fetchone()[0] == TOKEN
        assert migrations.version(connection) == 2


def test_what_is_not_the_librarys_stays(library: Path) -> None:
    (library / "my own list.txt").write_text("mine")
    (library / "backups" / "why.txt").write_text("mine")
    finish(encryption.turn_on(library, WORDS))
    assert (library / "my own list.txt").read_text() == "mine"
    assert (library / "backups" / "why.txt").read_text() == "mine"


def test_a_new_library_can_begin_encrypted(tmp_path: Path) -> None:
    cipher = finish(encryption.turn_on(tmp_path / "new", WORDS))
    with open_desk(tmp_path / "new", cipher) as desk:
        assert desk.documents.all() == []


def test_what_cannot_be_is_refused(library: Path) -> None:
    with pytest.raises(PassphraseTooShortError):
        finish(encryption.turn_on(library, "short"))
    with pytest.raises(NotEncryptedError):
        finish(encryption.turn_off(library, PLAIN))
    with pytest.raises(NotEncryptedError):
        encryption.change(library, WORDS, WORDS)
    finish(encryption.turn_on(library, WORDS))
    with pytest.raises(AlreadyEncryptedError):
        finish(encryption.turn_on(library, WORDS))
    with pytest.raises(WrongPassphraseError):
        encryption.unlock(library, WORDS.upper())


def test_a_library_that_is_open_elsewhere_is_left_alone(library: Path) -> None:
    opening = (
        "import sys, pathlib; from delegate_desk.desk import open_desk\n"
        "with open_desk(pathlib.Path(sys.argv[1])): print('open', flush=True); input()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", opening, str(library)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout
        assert other.stdout.readline() == "open\n"
        with pytest.raises(LibraryBusyError):
            finish(encryption.turn_on(library, WORDS))
        other.communicate("\n")
    assert not encryption.is_encrypted(library)
    finish(encryption.turn_on(library, WORDS))


def test_nobody_opens_it_meanwhile(library: Path) -> None:
    steps = encryption.turn_on(library, WORDS)
    for _ in range(3):
        next(steps)
    opening = (
        "import sys, pathlib; from delegate_desk.storage.db import database; database.PATIENCE = 0.2\n"
        "from delegate_desk.core.errors import LibraryBusyError\n"
        "try: database.Database(pathlib.Path(sys.argv[1]))\n"
        "except LibraryBusyError: print('busy')"
    )
    command = [sys.executable, "-c", opening, str(library)]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout == "busy\n"
    steps.close()
    assert not encryption.is_encrypted(library)
    assert not (library / "recovering").exists()


@pytest.mark.parametrize("begun", ["plain", "encrypted"])
def test_who_waited_meanwhile_is_not_left_with_what_was_replaced(library: Path, begun: str) -> None:
    steps: Generator[object, None, object] = encryption.turn_on(library, WORDS)
    if begun == "encrypted":
        steps = encryption.turn_off(library, finish(encryption.turn_on(library, WORDS)))
    for _ in range(3):
        next(steps)
    opening = (
        "import sys, pathlib; from delegate_desk.storage.db import database, passphrase\n"
        "from delegate_desk.core.errors import DeskError\n"
        "library = pathlib.Path(sys.argv[1])\n"
        "cipher = passphrase.unlock(library, sys.argv[2])\n"
        "print('ready', flush=True)\n"
        "try: database.Database(library, cipher)\n"
        "except DeskError as error: print(type(error).__name__)\n"
        "else: print('opened')"
    )
    command = [sys.executable, "-c", opening, str(library), WORDS]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout
        assert other.stdout.readline() == "ready\n"
        time.sleep(0.5)
        finish(steps)
        assert other.stdout.read() in ("LibraryBusyError\n", "LibraryLockedError\n")
    assert encryption.is_encrypted(library) is (begun == "plain")


def test_no_room_is_said_before_anything_is_done(library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = shutil.disk_usage(library)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage._replace(free=1000))
    with pytest.raises(DiskFullError):
        finish(encryption.turn_on(library, WORDS))
    with open_desk(library) as desk:
        assert desk.check().database == "ok"


def _converted(library: Path, instant: int) -> str:
    """Convert with a kill at an instant; returns the output if it reaches the end."""
    command = [sys.executable, "-m", "evaluation.encryption_life", "convert", str(library), str(instant)]
    said = subprocess.run(command, cwd=TESTS, capture_output=True, text=True)
    assert said.returncode in (0, 9), said.stderr
    return said.stdout.split("\n")[1]


def test_a_kill_at_any_instant_loses_nothing(library: Path, tmp_path: Path) -> None:
    with open_desk(library) as desk:
        before = content(desk)
    encrypted = tmp_path / "encrypted"
    shutil.copytree(library, encrypted)
    swaps = [int(instant) for instant in _converted(encrypted, 10**9).split()]
    stages = set()
    for begun in (library, encrypted):
        for instant in (swaps[0] // 2, swaps[1], swaps[len(swaps) // 2], swaps[-1]):
            killed = tmp_path / "killed"
            shutil.copytree(begun, killed)
            _converted(killed, instant)
            stages |= {path.name for path in killed.iterdir()} & _STAGES
            is_encrypted = encryption.is_encrypted(killed)
            if is_encrypted:
                assert leaks([killed], [TOKEN]) == [], instant
            with open_desk(killed, encryption.unlock(killed, WORDS)) as desk:
                assert content(desk) == before, instant
            assert not {path.name for path in killed.iterdir()} & _STAGES, instant
            delete_tree(killed)
    assert stages == _STAGES


def test_a_short_trial_of_all(tmp_path: Path) -> None:
    trial = Trial(tmp_path, random.Random(7))
    trial.live(0.6)
    trial.convert(0.3)
    trial.encrypt()
    assert trial.found.problems == []
