"""The commands request no network socket, and a program that does is caught; for the window, test_nothing_leaks.py."""

import socket
import sys
from pathlib import Path

import pytest

from support import system_calls


@pytest.fixture(autouse=True)
def _strace() -> None:
    system_calls.need_strace()


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
