"""One window per library: a later start hands its files to the first, after a kill and with any message."""

import contextlib
import json
import ntpath
import os
import socket
import stat
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from delegate_desk.desk import Desk, open_desk
from delegate_desk.gui import single_instance
from delegate_desk.gui.shell import application
from delegate_desk.gui.shell.main_window import MainWindow
from support.document_values import quiet_hours
from support.main_windows import settle

UNIX = pytest.mark.skipif(sys.platform == "win32", reason="Windows has a pipe, not a socket in a folder, and no links")
PROGRAM = [sys.executable, "-m", "delegate_desk"]


@pytest.fixture(autouse=True)
def runtime(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A runtime folder with a name as short as a real one; a window may answer late, as on a slow machine."""
    monkeypatch.setattr(single_instance, "_PATIENCE", 300_000)
    around = tempfile.gettempdir() if sys.platform == "win32" else "/tmp"
    folder = Path(around, f"dd-{os.getpid()}-{time.monotonic_ns() % 10**9}")
    folder.mkdir(mode=0o700)
    for name in ("XDG_RUNTIME_DIR", "TEMP", "TMP"):
        monkeypatch.setenv(name, str(folder))
    if sys.platform == "win32":
        monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture(autouse=True)
def _swept(runtime: Path) -> Iterator[None]:
    yield
    for file in runtime.iterdir():
        file.unlink()
    runtime.rmdir()


@pytest.fixture
def first(tmp_path: Path, qapp: QApplication) -> Iterator[single_instance.FirstInstance]:
    """The first window's socket, before there is a window."""
    claimed = single_instance.claim_library(tmp_path / "library", [], lambda: None)
    assert claimed is not None
    with contextlib.closing(claimed):
        yield claimed


def beside(job: Callable[[], object], qtbot: QtBot) -> list[object]:
    """Run a job as another process would: next to this thread, which processes its events."""
    results: list[object] = []
    thread = threading.Thread(target=lambda: results.append(job()))
    thread.start()
    qtbot.waitUntil(lambda: not thread.is_alive())
    return results


def address(runtime: Path) -> str:
    lock = next(runtime.glob("*.lock"))
    return single_instance._address(lock.with_suffix(""))


def until(said: Callable[[], bool], seconds: float = 300.0) -> None:
    end = time.monotonic() + seconds
    while not said():
        assert time.monotonic() < end
        time.sleep(0.05)


def test_a_later_start_hands_its_files_to_the_first(
    first: single_instance.FirstInstance, tmp_path: Path, qtbot: QtBot
) -> None:
    first.start_listening()
    files = [tmp_path / "ένα.docx", tmp_path / "a package.ddpack"]
    with qtbot.waitSignal(first.files_received) as handed:
        later = beside(lambda: single_instance.claim_library(tmp_path / "library", files, lambda: None), qtbot)
    assert later == [None]
    assert handed.args == [files]


def test_what_comes_before_there_is_a_window_waits_for_it_and_a_relative_name_is_told_in_full(
    first: single_instance.FirstInstance, runtime: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.chdir(tmp_path)
    assert beside(lambda: single_instance.hand_over(address(runtime), [Path("a.txt")]), qtbot) == [True]
    with qtbot.waitSignal(first.files_received) as handed:
        first.start_listening()
    assert handed.args == [[tmp_path / "a.txt"]]


@pytest.mark.qt_log_ignore("This plugin does not support raise", extend=True)
def test_the_window_comes_to_the_front_with_the_files(
    window: MainWindow, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    window.showMinimized()
    application._welcome(window, [quiet_hours(tmp_path)])
    settle(window)
    assert not window.windowState() & Qt.WindowState.WindowMinimized
    assert window.isActiveWindow()
    assert len(desk.documents.all()) == 1


@UNIX
def test_a_library_by_another_name_is_the_same(
    first: single_instance.FirstInstance, tmp_path: Path, runtime: Path, qtbot: QtBot
) -> None:
    (tmp_path / "library").mkdir()
    (tmp_path / "by_link").symlink_to(tmp_path / "library")
    first.start_listening()
    assert beside(lambda: single_instance.claim_library(tmp_path / "by_link" / ".", [], lambda: None), qtbot) == [None]


def test_a_library_in_other_letters_is_the_same_where_the_system_takes_it_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os.path, "normcase", ntpath.normcase)
    assert single_instance._mark(tmp_path / "Library") == single_instance._mark(tmp_path / "LIBRARY")
    assert single_instance._mark(tmp_path / "Library") != single_instance._mark(tmp_path / "Libraries")


@UNIX
def test_nobody_else_can_reach_the_socket_and_no_name_of_a_folder_is_told(
    first: single_instance.FirstInstance, runtime: Path, tmp_path: Path
) -> None:
    about = Path(address(runtime)).stat()
    assert stat.S_IMODE(about.st_mode) & 0o077 == 0
    assert all("library" not in file.name for file in runtime.iterdir())


@UNIX
def test_a_folder_that_others_can_enter_is_not_used(
    runtime: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    runtime.chmod(0o755)
    monkeypatch.setattr("tempfile.gettempdir", lambda: "/tmp")
    assert single_instance._runtime_folder() == Path(f"/tmp/delegate-desk-{os.getuid()}")


@UNIX
@pytest.mark.parametrize(
    "said",
    [
        b"",
        b"\n",
        b"GET / HTTP/1.1\r\n\r\n",
        b"[]\n",
        b"[" * 100_000 + b"\n",
        b'{"files": "x", "token": ""}\n',
        b'{"files": ["relative"], "token": ""}\n',
        b'{"files": ["/a\\u0000b"], "token": ""}\n',
        b'{"files": ["/half \\ud83d"], "token": ""}\n',
        b'{"files": [7], "token": ""}\n',
        b'{"files": [], "token": "a\\nb"}\n',
        b'{"files": [], "token": "", "run": "x"}\n',
        json.dumps({"files": ["/" + "x" * 5000], "token": ""}).encode() + b"\n",
        json.dumps({"files": ["/x"] * 10_001, "token": ""}).encode() + b"\n",
        b'{"files": [], "token": ""}\n{"files": [], "token": ""}\n',
        b"x" * 2_000_000,
        bytes(range(256)) * 10 + b"\n",
    ],
    ids=range(17),
)
def test_what_no_start_says_is_not_heard(
    said: bytes, first: single_instance.FirstInstance, runtime: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    handed: list[object] = []
    first.files_received.connect(handed.append)
    first.start_listening()

    def talk() -> bytes:
        with socket.socket(socket.AF_UNIX) as stranger:
            stranger.settimeout(300)
            stranger.connect(address(runtime))
            try:
                stranger.sendall(said)
                stranger.shutdown(socket.SHUT_WR)
                return stranger.recv(100)
            except OSError:  # it was disconnected in the middle of a message
                return b""

    assert beside(talk, qtbot) == [b""]
    assert not handed
    with qtbot.waitSignal(first.files_received):  # and it still receives valid messages
        assert beside(lambda: single_instance.hand_over(address(runtime), [tmp_path / "a"]), qtbot) == [True]


def test_a_second_window_opens_on_another_library_and_where_the_first_does_not_answer(
    first: single_instance.FirstInstance, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(single_instance, "_PATIENCE", 300)
    for name in ("another", "library"):  # on this thread, so that nobody serves the socket
        later = single_instance.claim_library(tmp_path / name, [], lambda: None)
        assert later is not None, name
        later.close()


CLAIM = """
import sys, time
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from delegate_desk.gui import single_instance as single
application = QCoreApplication([])
first = single.claim_library(Path(sys.argv[1]), [], lambda: None)
print("first" if first else "later", flush=True)
application.exec()
"""


def test_the_next_start_is_first_where_the_first_was_killed(tmp_path: Path) -> None:
    for _ in range(3):
        child = subprocess.Popen([sys.executable, "-c", CLAIM, str(tmp_path / "library")], stdout=subprocess.PIPE)
        assert child.stdout
        assert child.stdout.readline().strip() == b"first"
        child.kill()
        child.wait()
        child.stdout.close()


def test_a_file_from_the_command_line_comes_into_the_open_window(tmp_path: Path, runtime: Path) -> None:
    library = tmp_path / "library"
    window = subprocess.Popen([*PROGRAM, "--library", str(library)])
    try:
        until(lambda: any(runtime.glob("*.lock")) and (library / "library.sqlite3").exists())
        assert single_instance.hand_over(address(runtime), [])  # it answers, however long it takes to start
        file = quiet_hours(tmp_path)
        later = subprocess.run(
            [*PROGRAM, "--library", str(library), file.name], cwd=file.parent, timeout=300, capture_output=True
        )
        assert (later.returncode, later.stdout, later.stderr) == (0, b"", b"")
        assert window.poll() is None
        with open_desk(library) as desk:
            until(lambda: len(desk.documents.all()) == 1)
    finally:
        window.terminate()
        window.wait()
