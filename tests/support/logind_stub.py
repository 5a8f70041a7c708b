"""A stand-in for logind on its own bus, run as a program: gives out locks and announces sleep on request.

    python logind.py ADDRESS

It accepts ``sleep`` and ``wake``, without an answer, and ``held``, answered by whether the last lock is held.
"""

import os
import sys
from typing import Any

from PySide6.QtCore import QCoreApplication, QSocketNotifier
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusUnixFileDescriptor, QDBusVirtualObject
from typing_extensions import override

PATH = "/org/freedesktop/login1"


class Logind(QDBusVirtualObject):
    """Gives each caller one end of a pipe, and keeps the other."""

    def __init__(self, bus: QDBusConnection) -> None:
        super().__init__()
        self._bus = bus
        self._locks: list[int] = []
        self.is_known = bus.registerService("org.freedesktop.login1") and bus.registerVirtualObject(PATH, self)

    @override
    def introspect(self, path: str) -> str:
        return ""

    @override
    def handleMessage(self, message: QDBusMessage, connection: QDBusConnection) -> bool:
        if message.member() != "Inhibit" or message.arguments()[0] != "sleep" or message.arguments()[3] != "delay":
            return False
        ours, theirs = os.pipe()
        os.set_blocking(ours, False)
        self._locks.append(ours)
        reply: Any = message.createReply()
        reply.setArguments([QDBusUnixFileDescriptor(theirs)])
        os.close(theirs)
        return connection.send(reply)

    def do(self, command: str) -> None:
        if command == "held":
            _say("yes" if self._is_held() else "no")
        elif command in ("sleep", "wake"):
            signal = QDBusMessage.createSignal(PATH, "org.freedesktop.login1.Manager", "PrepareForSleep")
            signal.setArguments([command == "sleep"])
            self._bus.send(signal)

    def _is_held(self) -> bool:
        try:
            return bool(self._locks) and os.read(self._locks[-1], 1) != b""
        except BlockingIOError:
            return True


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main() -> None:
    application = QCoreApplication([])
    logind = Logind(QDBusConnection.connectToBus(sys.argv[1], "logind"))
    notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)

    def hear() -> None:
        heard = os.read(sys.stdin.fileno(), 4096)
        for command in heard.decode().split():
            logind.do(command)
        if not heard:
            application.quit()

    notifier.activated.connect(hear)
    _say("ready" if logind.is_known else "refused")
    application.exec()


if __name__ == "__main__":
    main()
