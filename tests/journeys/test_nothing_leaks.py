"""A whole day requests no network socket, and leaves no text, title, note or query outside library and exports."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from delegate_desk.desk import open_desk
from gui.test_single_instance import runtime
from support import system_calls
from support.disk_leaks import holding, home, text_of_paper
from support.window_process import papers

__all__ = ["runtime"]
WORD = "zanzibarquark"


@pytest.fixture(autouse=True)
def _left_clean(runtime: Path) -> Iterator[None]:
    yield
    for file in runtime.iterdir():
        file.unlink()
    runtime.rmdir()


COMMANDS = """
import json, sys
from delegate_desk.cli.main import main
for words in json.loads(sys.argv[1]):
    main(words)
"""


@pytest.fixture
def person(tmp_path: Path) -> Path:
    """A user's home with everything that programs store there, and a folder for temporary files."""
    return tmp_path / "person"


def test_a_day_leaves_its_words_in_the_library_alone_and_asks_for_no_network(
    tmp_path: Path, person: Path, runtime: Path
) -> None:
    library, out = person / "data" / "delegate-desk" / "library", tmp_path / "out"
    environment = home(person) | {"XDG_RUNTIME_DIR": str(runtime), "DELEGATE_DESK_LOG": "DEBUG"}
    trace = system_calls.run(system_calls.day(library, out, WORD), tmp_path / "calls", **environment)
    assert holding(library, WORD)  # to check that the search finds it where it is
    assert holding(person, WORD, beside=library) == []
    assert holding(runtime, WORD) == []
    assert WORD not in trace.printed
    assert list((person / "tmp").iterdir()) == []
    assert (person / "state").is_dir()  # the place of the log
    assert (out / "whole.zip").exists()
    system_calls.need_strace()
    own = f"{runtime}/"
    assert trace.strangers == []
    assert trace.families == {"AF_UNIX"}
    assert trace.others([own]) == set()
    assert any(one.startswith(own) for one in trace.addresses)  # so that there was something to see


def test_faults_tell_no_word_of_what_they_met(tmp_path: Path, person: Path, runtime: Path) -> None:
    """Refused files, missing places, a meaningless query, an export that cannot be written."""
    library = person / "library"
    environment = os.environ | home(person) | {"DELEGATE_DESK_LOG": "DEBUG", "PYTHONPATH": str(system_calls.TESTS)}
    files = [str(file) for file in papers(tmp_path / WORD, WORD)]
    commands = (
        ["import", *files],
        ["import", str(tmp_path / f"{WORD}.pdf")],
        ["annotate", "7001/26", "1", "--kind", "note", "--text", WORD, "--quote", f"not {WORD} there"],
        ["annotate", "7001/26", WORD, "--kind", "note", "--text", WORD],
        ["show", WORD],
        ["search", f'{WORD} AND ("'],
        ["correct", "7001/26", "date", WORD],
        ["position-set", "7001/26", "1", "--proposal", WORD],
        ["export", "position", "7001/26", "--output", str(tmp_path / "none" / f"{WORD}.docx")],
        ["capture", WORD, f"FR + 1 {WORD}"],
    )
    given = json.dumps([["--library", str(library), *words] for words in commands])
    subprocess.run([sys.executable, "-c", COMMANDS, given], env=environment, check=True, capture_output=True)
    assert holding(library, WORD)
    assert holding(person, WORD, beside=library) == []
    assert list((person / "tmp").iterdir()) == []


CHOOSE = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog, QLineEdit
from delegate_desk.gui.shell import application
qt = application.create_application()
def choose():
    dialog = qt.activeModalWidget()
    if dialog is None:
        return QTimer.singleShot(20, choose)
    dialog.findChild(QLineEdit, "fileNameEdit").setText(sys.argv[1])
    dialog.accept()
QTimer.singleShot(20, choose)
print(QFileDialog.getOpenFileName(None, "Open", sys.argv[1].rpartition("/")[0])[0])
"""


def test_a_file_dialog_notes_no_folder(tmp_path: Path, person: Path) -> None:
    paper = papers(tmp_path / WORD, WORD)[0]
    done = subprocess.run(
        [sys.executable, "-c", CHOOSE, str(paper)],
        env=os.environ | home(person) | {"QT_QPA_PLATFORM": "offscreen"}, capture_output=True, timeout=300, text=True,
    )  # fmt: skip
    assert done.stdout.strip() == str(paper)
    assert holding(person, WORD) == []


KILLED = """
import os, sys, threading, time
from pathlib import Path
from delegate_desk.desk import open_desk
library, archive = Path(sys.argv[1]), Path(sys.argv[2])
def wait():
    while not any(file.stat().st_size for file in library.glob("originals/incoming/*/*.txt")):
        time.sleep(0.002)
    print("open", flush=True)
    time.sleep(600)
threading.Thread(target=wait, daemon=True).start()
with open_desk(library) as desk:
    opened = desk.documents.open(archive)
    time.sleep(600)
"""


def test_what_an_archive_held_is_gone_after_a_kill_and_a_start(tmp_path: Path, person: Path) -> None:
    archive = tmp_path / "many.zip"
    with zipfile.ZipFile(archive, "w") as file:
        for number in range(50):
            file.writestr(f"{number}.txt", text_of_paper(WORD) * 200)
    library = person / "library"
    child = subprocess.Popen(
        [sys.executable, "-c", KILLED, str(library), str(archive)],
        env=os.environ | home(person), stdout=subprocess.PIPE, start_new_session=True,
    )  # fmt: skip
    assert child.stdout
    assert child.stdout.readline() == b"open\n"
    os.killpg(child.pid, signal.SIGKILL)
    child.wait()
    child.stdout.close()
    assert holding(library / "originals" / "incoming", WORD)  # so that there was something to clean up
    open_desk(library).close()
    assert [path for path in (library / "originals").rglob("*") if path.is_file()] == []
    assert holding(person, WORD) == []


def test_what_another_start_is_unpacking_is_left_to_it(tmp_path: Path) -> None:
    archive = tmp_path / "one.zip"
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("1.txt", text_of_paper(WORD))
    with open_desk(tmp_path / "library") as desk:
        opened = desk.documents.open(archive)
        open_desk(tmp_path / "library").close()
        assert all(arrival.path.is_file() for arrival in opened.arrivals)
        desk.documents.close(opened)


def test_the_worker_ends_with_a_killed_program(tmp_path: Path) -> None:
    """A child outlives its parent only for a moment, so that nothing of a document stays in memory."""
    code = (
        "import sys, time; from pathlib import Path; from delegate_desk.desk import open_desk\n"
        "desk = open_desk(Path(sys.argv[1])); desk.documents.read(Path(sys.argv[2]))\n"
        "print(desk._reader._child.number, flush=True); time.sleep(600)"
    )
    paper = papers(tmp_path / "papers", WORD)[0]
    child = subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path / "library"), str(paper)], stdout=subprocess.PIPE
    )
    assert child.stdout
    worker = int(child.stdout.readline())
    child.kill()
    child.wait()
    child.stdout.close()
    for _ in range(6000):
        state = Path(f"/proc/{worker}/stat")
        if not state.exists() or state.read_text().rpartition(")")[2].split()[0] == "Z":
            return
        time.sleep(0.05)
    pytest.fail("the worker outlives the program")


def test_the_commands_ask_for_no_socket_at_all(tmp_path: Path) -> None:
    system_calls.need_strace()
    trace = system_calls.run(system_calls.program("check", "--self-test"), tmp_path / "calls")
    assert trace.families <= {"AF_UNIX"}
    assert trace.addresses == set()
    assert trace.strangers == []


LOOK_OUT = {
    "a name looked up": "import socket\ntry: socket.getaddrinfo('example.invalid', 80)\nexcept OSError: pass",
    "a connection": "import socket\nsocket.socket(socket.AF_INET).close()",
    "a connection by the sixth": "import socket\nsocket.socket(socket.AF_INET6).close()",
    "Qt's view of the network": "from PySide6.QtNetwork import QNetworkInterface\nQNetworkInterface.allInterfaces()",
    "Qt's encryption": "from PySide6.QtNetwork import QSslSocket\nQSslSocket.supportsSsl()",
    "an interface by its number": "import socket\nsocket.if_nameindex()",
}


@pytest.mark.parametrize("what", LOOK_OUT)
def test_who_looks_for_a_network_is_caught(tmp_path: Path, what: str) -> None:
    system_calls.need_strace()
    trace = system_calls.run([sys.executable, "-c", LOOK_OUT[what]], tmp_path / "calls")
    assert trace.strangers


def test_a_socket_of_somebody_else_is_caught(tmp_path: Path) -> None:
    system_calls.need_strace()
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "s"))
        server.listen()
        visit = f"import socket\nsocket.socket(socket.AF_UNIX).connect({str(tmp_path / 's')!r})"
        trace = system_calls.run([sys.executable, "-c", visit], tmp_path / "calls")
    assert trace.others(["/run/user/0/"]) == {str(tmp_path / "s")}
