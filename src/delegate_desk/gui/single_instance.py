"""One window per library: a later start passes its files to the first and ends.

The first holds a lock, named after the library's folder, in the user's runtime folder, and listens at a socket beside
it, which only this user can reach. A lock ends with its process. If the first does not answer, a second window is
opened, which is safe: a library can have several writers.
"""

import contextlib
import hashlib
import json
import logging
import os
import stat
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QLockFile, QObject, Qt, QTimer, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtWidgets import QWidget

MOST_BYTES = 1_000_000
"""Maximum size of a message; longer ones are not ours."""
MOST_FILES = 10_000
_LONGEST_PATH = 4096
_LONGEST_FOLDER = 60  # bytes: a socket's address holds 108 with its name, and Qt makes it in a folder of its own first
_PATIENCE = 5000
"""Milliseconds that the first has to start and to answer."""
_DONE = b"taken\n"
_log = logging.getLogger(__name__)


class FirstInstance(QObject):
    """The first window on a library, which receives later starts."""

    files_received = Signal(list)  # The files of a later start, as a list of paths; it may be empty
    later_start_detected = Signal()  # A later start arrived, whether it is processed yet or not

    def __init__(self, lock: QLockFile | None, address: str) -> None:
        super().__init__()
        self._lock = lock
        self._queued: list[list[Path]] = []
        self._is_listening = False
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)
        if lock is None:
            return
        QLocalServer.removeServer(address)  # left by a killed process
        if not self._server.listen(address):
            _log.warning("Later starts cannot be heard: error %d", self._server.serverError().value)

    def start_listening(self) -> None:
        """Report later starts from now on, and those received before."""
        self._is_listening = True
        queued, self._queued = self._queued, []
        for files in queued:
            self.files_received.emit(files)

    def stop_listening(self) -> None:
        """Keep later starts until they are requested again."""
        self._is_listening = False

    def _on_connection(self) -> None:
        while self._server.hasPendingConnections():
            socket = self._server.nextPendingConnection()
            socket.setReadBufferSize(MOST_BYTES + 1)
            socket.readyRead.connect(partial(self._read, socket))
            socket.disconnected.connect(socket.deleteLater)
            QTimer.singleShot(_PATIENCE, socket, socket.abort)
            self._read(socket)

    def _read(self, socket: QLocalSocket) -> None:
        """Read the message of a later start, once it is there or too long."""
        if not socket.canReadLine() and socket.bytesAvailable() <= MOST_BYTES:
            return
        socket.readyRead.disconnect()
        received = bytes(socket.readAll().data())
        message = parse_message(received)
        if message is None:
            _log.warning("A message of %d bytes was no start's", len(received))
            socket.abort()
            return
        files, token = message
        if token:
            os.environ["XDG_ACTIVATION_TOKEN"] = token  # where Qt's Wayland looks for the leave to come to the front
        socket.write(_DONE)
        socket.flush()
        socket.disconnectFromServer()
        self.later_start_detected.emit()
        if self._is_listening:
            self.files_received.emit(files)
        else:  # until there is a window
            self._queued.append(files)

    def close(self) -> None:
        """Release the library for the next start."""
        self._server.close()
        if self._lock is not None:
            self._lock.unlock()


def claim_library(library: Path, files: Sequence[Path], make: Callable[[], object]) -> FirstInstance | None:
    """Become the first window on a library; return None if there is one, which has received the files.

    Args:
        library: Its folder, which need not exist yet.
        make: Creates the application, which listening needs; not called if there is a window.
    """
    folder = _runtime_folder()
    if folder is not None:
        stem = folder / f"delegate-desk-{_mark(library)}"
        address = _address(stem)
        lock = QLockFile(f"{stem}.lock")
        lock.setStaleLockTime(0)  # a window may be open for days
        deadline = time.monotonic() + _PATIENCE / 1000
        while True:
            if lock.tryLock(0):
                make()
                return FirstInstance(lock, address)
            if lock.error() != QLockFile.LockError.LockFailedError:
                _log.warning("The lock of the window cannot be made: error %d", lock.error().value)
                break
            if hand_over(address, files):
                _log.info("Handed %d files to the window that is open", len(files))
                return None
            if time.monotonic() > deadline:
                _log.warning("The window that is open does not answer: another is opened")
                break
            time.sleep(0.1)  # it may be starting
    make()
    return FirstInstance(None, "")


def come_to_front(window: QWidget) -> None:
    """Bring a window to the front, as far as the desktop allows it."""
    window.setWindowState((window.windowState() & ~Qt.WindowState.WindowMinimized) | Qt.WindowState.WindowActive)
    window.show()
    window.raise_()
    window.activateWindow()


def hand_over(address: str, files: Sequence[Path]) -> bool:
    """Pass files to the window that listens at an address; True if it has accepted them."""
    socket = QLocalSocket()
    socket.connectToServer(address)
    if not socket.waitForConnected(1000):
        return False
    if sys.platform == "win32":  # the program at the front lets the other come there (untested)
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(-1)
    token = os.environ.get("XDG_ACTIVATION_TOKEN", "")
    message = {"files": [os.path.abspath(file) for file in files], "token": token}  # noqa: PTH100  (no look at the disk)
    data = json.dumps(message).encode() + b"\n"
    if len(data) > MOST_BYTES or len(files) > MOST_FILES:
        return False
    socket.write(data)
    deadline = time.monotonic() + _PATIENCE / 1000
    while socket.bytesToWrite() and time.monotonic() < deadline:
        socket.waitForBytesWritten(200)
    answer = b""
    while not answer.endswith(b"\n") and time.monotonic() < deadline:
        if not socket.waitForReadyRead(200) and socket.state() is not QLocalSocket.LocalSocketState.ConnectedState:
            break
        answer += bytes(socket.read(64).data())
    answer += bytes(socket.read(64).data())
    socket.abort()
    return answer == _DONE


def parse_message(data: bytes) -> tuple[list[Path], str] | None:
    """Return the files and the permission to come to the front from a message; None for an invalid one."""
    line, end, rest = data.partition(b"\n")
    if not end or rest or len(line) >= MOST_BYTES:
        return None
    try:
        message: Any = json.loads(line)
    except (ValueError, RecursionError):
        return None
    if type(message) is not dict or message.keys() != {"files", "token"}:
        return None
    files, token = message["files"], message["token"]
    if type(files) is not list or len(files) > MOST_FILES or not all(_is_path(file) for file in files):
        return None
    if type(token) is not str or len(token) > 200 or not (token.isascii() and token.isprintable()):
        return None
    return [Path(file) for file in files], token


def _is_path(value: object) -> bool:
    if not isinstance(value, str) or len(value) > _LONGEST_PATH or "\0" in value or not Path(value).is_absolute():
        return False
    with contextlib.suppress(UnicodeEncodeError):  # half a character names no file
        return bool(os.fsencode(value))
    return False


def _mark(library: Path) -> str:
    """Return an identifier of a library's folder, which does not reveal its name."""
    real = os.path.normcase(os.path.realpath(library))
    return hashlib.sha256(os.fsencode(real)).hexdigest()[:16]


def _address(stem: Path) -> str:
    """Return the path of a socket, or on Windows the name of a pipe."""
    return stem.name if sys.platform == "win32" else f"{stem}.socket"


def _runtime_folder() -> Path | None:
    """Return a folder that only this user can enter, or None."""
    if sys.platform == "win32":
        return Path(tempfile.gettempdir())  # each person has their own
    session_folder = os.environ.get("XDG_RUNTIME_DIR", "")
    own = Path(tempfile.gettempdir()) / f"delegate-desk-{os.getuid()}"
    for folder in (Path(session_folder) if Path(session_folder).is_absolute() else own, own, Path("/tmp") / own.name):  # noqa: S108  (its owner and its rights are looked at)
        if len(os.fsencode(folder)) > _LONGEST_FOLDER:
            continue
        if folder.name == own.name:
            with contextlib.suppress(OSError):
                folder.mkdir(mode=0o700)
        with contextlib.suppress(OSError):
            status = folder.lstat()
            if stat.S_ISDIR(status.st_mode) and status.st_uid == os.getuid() and not status.st_mode & 0o077:
                return folder
    _log.warning("No runtime folder is this person's alone")
    return None
