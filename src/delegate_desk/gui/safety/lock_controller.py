"""The passphrase of a library, and its lock: by hand, after inactivity, and before sleep.

It locks over open dialogs too, which close first. By hand, a person is asked about what cannot be saved. After a while
and before sleep nobody is there to answer: with something unsaved the window then stays as it is, says that it is not
locked, and locks as soon as that is saved, so that nothing typed is lost.
"""

from __future__ import annotations

import logging
import sys
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from delegate_desk.gui.context import LOCKED, Context, Controller
from delegate_desk.gui.widgets import key_bindings

if TYPE_CHECKING:
    from delegate_desk.gui.safety.suspend_lock import SuspendLock

_LOOK = 5_000
"""Milliseconds between two checks of inactivity."""
_INPUT = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
        QEvent.Type.InputMethod,
    }
)
_log = logging.getLogger(__name__)


def show_passphrase_dialog(context: Context) -> None:
    from delegate_desk.gui.safety.library_dialogs import ChangePassphraseDialog, EncryptionDialog

    if context.desk.cipher.seals:
        ChangePassphraseDialog(context).open()
    else:
        EncryptionDialog(context.desk.folder, context.navigate.leave, context.window).open()


class LockController(Controller):
    """Locks an encrypted library after inactivity, and by the keys that lock it from any dialog.

    Time asleep counts too if the system reports it, even without a notification of sleep.

    Attributes:
        minutes: Of inactivity; 0 for never.
        sleep: Announces sleep, and delays it until the library is closed; None where nobody does.
    """

    def __init__(self, context: Context, minutes: int, sleep: SuspendLock | None) -> None:
        super().__init__(context)
        self._pressed = _now()
        self._waits = False
        self.minutes = minutes
        self.sleep = sleep
        if sleep is not None:
            sleep.about_to_sleep.connect(self._lock)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.lock_if_idle)
        self._timer.start(_LOOK)
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _INPUT:
            self._pressed = _now()
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        # a dialog prevents the window from receiving the shortcut
        is_before = QApplication.activeModalWidget() or QApplication.activeWindow() is not self._context.window
        if not is_before or QKeySequence(event.keyCombination()) not in key_bindings.keys("action_lock"):
            return False
        leave = self._context.navigate.leave
        QTimer.singleShot(0, self, lambda: leave(LOCKED))  # when the dialog has heard of its key
        return True

    def _lock(self) -> None:
        """Lock without asking anyone, or say why not and try again."""
        context = self._context
        if context.navigate.is_leaving():
            return
        context.tasks.flush()
        context.tasks.finish_writes()
        self._waits = bool(context.tasks.unsaved)
        if not self._waits:
            context.navigate.leave(LOCKED)
            return
        text = self.tr(
            "Your last changes cannot be saved and would be lost. The library will lock as soon as they are saved."
        )
        context.notify.show_notice(self.tr("Library not locked"), [text])

    def lock_if_idle(self) -> None:
        if self._waits or (self.minutes and _now() - self._pressed >= self.minutes * 60):
            self._lock()


def install_guard(context: Context) -> LockController | None:
    if not context.desk.cipher.seals:
        return None
    sleep = None
    if sys.platform != "win32":  # where there is no D-Bus, and none in the package
        from delegate_desk.gui.safety.suspend_lock import SuspendLock

        sleep = SuspendLock()
    return LockController(context, context.settings.load().lock_minutes, sleep)


def set_lock_minutes(context: Context, minutes: int) -> None:
    """Save the minutes of inactivity before the library locks, also for this window; 0 for never."""
    context.settings.save(lock_minutes=minutes)
    guard = context.window.findChild(LockController)
    if guard is not None:
        guard.minutes = minutes


def _now() -> float:
    """Return seconds, including those asleep if the system counts them."""
    clock = getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic() if clock is None else time.clock_gettime(clock)
