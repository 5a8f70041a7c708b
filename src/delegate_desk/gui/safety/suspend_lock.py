"""Sleep: logind announces it and waits for programs that requested it (systemd.io, "Inhibitor Locks").

Only an encrypted library requests this. Without logind nothing is announced: the lock after inactivity, which counts
the time asleep, applies.
"""

import logging
from typing import Any

from PySide6.QtCore import SLOT, QObject, Signal, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusUnixFileDescriptor

SERVICE = "org.freedesktop.login1"
PATH = "/org/freedesktop/login1"
MANAGER = "org.freedesktop.login1.Manager"
_ANSWER = 2000
_log = logging.getLogger(__name__)


class SuspendLock(QObject):
    """Announces that the computer is about to sleep; ``address`` is that of the bus, empty for the system's."""

    about_to_sleep = Signal()

    def __init__(self, address: str = "", parent: QObject | None = None) -> None:
        super().__init__(parent)
        name = f"delegate-desk {address}"
        self._bus = QDBusConnection.connectToBus(address, name) if address else QDBusConnection.systemBus()
        self._lock: QDBusUnixFileDescriptor | None = None
        slot: Any = SLOT("_prepare(bool)")  # what PySide takes, whatever it says of its types
        self.is_available = self._bus.isConnected() and self._bus.connect(
            SERVICE, PATH, MANAGER, "PrepareForSleep", self, slot
        )
        if not self.is_available:
            _log.info("Nobody tells of sleep here")
            return
        call = QDBusMessage.createMethodCall(SERVICE, PATH, MANAGER, "Inhibit")
        call.setArguments(["sleep", "Delegate Desk", "Locking the library", "delay"])
        answer = self._bus.call(call, timeout=_ANSWER)
        arguments = answer.arguments()
        if answer.type() is QDBusMessage.MessageType.ReplyMessage and isinstance(arguments[0], QDBusUnixFileDescriptor):
            self._lock = arguments[0]
        else:
            _log.info("Sleep does not wait: %s", answer.errorName())

    def release(self) -> None:
        self._lock = None

    @Slot(bool)
    def _prepare(self, begins: bool) -> None:
        if begins:
            _log.info("The computer is about to sleep")
            self.about_to_sleep.emit()
