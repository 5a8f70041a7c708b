"""During a whole day in the window and on the command line, no network socket is requested."""

import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from gui.test_single_instance import runtime
from support import system_calls

__all__ = ["runtime"]


@pytest.fixture(autouse=True)
def _strace() -> None:
    system_calls.need_strace()


@pytest.fixture
def own(runtime: Path) -> Iterator[str]:
    """The place of our own sockets."""
    yield f"{runtime}/"
    for file in runtime.iterdir():
        file.unlink()
    runtime.rmdir()


def test_a_day_in_the_window_asks_for_no_network(tmp_path: Path, own: str) -> None:
    trace = system_calls.run(system_calls.day(tmp_path / "library", tmp_path / "out"), tmp_path / "calls")
    assert trace.strangers == []
    assert trace.families == {"AF_UNIX"}
    assert trace.others([own]) == set()
    assert any(one.startswith(own) for one in trace.addresses)  # so that there was something to see
    assert (tmp_path / "out" / "whole.zip").exists()


def test_the_commands_ask_for_no_socket_at_all(tmp_path: Path) -> None:
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
    trace = system_calls.run([sys.executable, "-c", LOOK_OUT[what]], tmp_path / "calls")
    assert trace.strangers


def test_a_socket_of_somebody_else_is_caught(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "s"))
        server.listen()
        visit = f"import socket\nsocket.socket(socket.AF_UNIX).connect({str(tmp_path / 's')!r})"
        trace = system_calls.run([sys.executable, "-c", visit], tmp_path / "calls")
    assert trace.others(["/run/user/0/"]) == {str(tmp_path / "s")}
