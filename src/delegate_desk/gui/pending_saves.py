"""Typed text that could not be saved, such as on a full disk: retried automatically until there is space."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMessageBox, QWidget

from delegate_desk.core.changes import Changes
from delegate_desk.core.errors import DiskFullError, LibraryBusyError, LibraryUnwritableError
from delegate_desk.gui.widgets.clipboard import copy_text

if TYPE_CHECKING:
    from delegate_desk.gui.tasks import Tasks

AGAIN = 3000
"""Milliseconds after which it is tried again."""
_LOOK = 100
_PASSING = (DiskFullError, LibraryUnwritableError, LibraryBusyError)


@dataclass(frozen=True, slots=True)
class _PendingSave:
    """One thing typed.

    Attributes:
        job: Saves it.
        words: What was typed, to be copied.
        landed: Called when it is saved.
    """

    job: Callable[[], Changes]
    text: str
    on_saved: Callable[[], object]


class Unsaved(QObject):
    """Holds what could not be saved, also of fields that are gone from the screen, and saves it when that works.

    Signals:
        changed: Something is unsaved, or nothing any more.
    """

    changed = Signal()

    def __init__(self, tasks: Tasks) -> None:
        super().__init__(tasks)
        self._tasks = tasks
        self._pending: dict[Hashable, _PendingSave] = {}
        self._is_stopped = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(AGAIN)
        self._timer.timeout.connect(self.retry)

    def __bool__(self) -> bool:
        return bool(self._pending)

    @property
    def is_finished(self) -> bool:
        """True if nothing is unsaved and nothing on its way."""
        return not self._pending and not self._tasks.is_busy

    @property
    def text(self) -> str:
        """All that was typed and is not saved."""
        return "\n\n".join(held.text for held in self._pending.values() if held.text)

    def add(
        self, of: Hashable, error: Exception, job: Callable[[], Changes], words: str, landed: Callable[[], object]
    ) -> None:
        """Hold what could not be saved, if the reason may pass: the disk's, or another program's."""
        if isinstance(error, _PASSING) and not self._is_stopped:
            self._pending[of] = _PendingSave(job, words, landed)
            self._timer.start()
            self.changed.emit()

    def discard(self, of: Hashable) -> None:
        """A newer save of the same stands in for it."""
        if self._pending.pop(of, None) is not None:
            self.changed.emit()

    def retry(self) -> None:
        """Try to save all of it; nothing is said of what still cannot be."""
        for of, held in list(self._pending.items()):
            self._tasks.write(
                held.job,
                partial(self._on_saved, of, held),
                failed=partial(self._fail, of, held),
            )

    def stop(self) -> None:
        """Try no more, and hold nothing, also of what fails only now: whoever leaves was asked."""
        self._is_stopped = True
        self._timer.stop()
        self._pending.clear()

    def _on_saved(self, of: Hashable, held: _PendingSave, _: Changes) -> None:
        if self._pending.get(of) is held:
            del self._pending[of]
            held.on_saved()
            self.changed.emit()

    def _fail(self, of: Hashable, held: _PendingSave, error: Exception) -> None:
        if self._pending.get(of) is not held:
            return
        if isinstance(error, _PASSING):
            self._timer.start()
            return
        del self._pending[of]  # such as a document that was removed meanwhile
        self._tasks.failed.emit(error)
        self.changed.emit()


def may_leave(tasks: Tasks, parent: QWidget, event: QCloseEvent) -> bool:
    """Let a window close, unless what was typed is not saved and the person stays; saved meanwhile, it closes."""
    tasks.finish_writes()
    unsaved = tasks.unsaved
    if not unsaved:
        return True
    translate = QCoreApplication.translate
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle("Delegate Desk")
    box.setText(translate("Unsaved", "Your last changes are not saved: the library cannot be written to."))
    box.setInformativeText(
        translate(
            "Unsaved",
            "Free some disk space and they will be saved automatically. Or copy them and store them elsewhere.",
        )
    )
    stay = box.addButton(translate("Unsaved", "&Stay"), QMessageBox.ButtonRole.RejectRole)
    copy = box.addButton(translate("Unsaved", "&Copy and Stay"), QMessageBox.ButtonRole.ActionRole)
    leave = box.addButton(translate("Unsaved", "Close &Without Saving"), QMessageBox.ButtonRole.DestructiveRole)
    box.setDefaultButton(stay)
    box.setEscapeButton(stay)
    timer = QTimer(box)
    timer.timeout.connect(lambda: box.done(0) if unsaved.is_finished else None)
    timer.start(_LOOK)
    box.exec()
    timer.stop()
    tasks.finish_writes()  # the field that lost the focus to the question has sent its text again
    if box.clickedButton() is copy:
        copy_text(unsaved.text)
    leaves = box.clickedButton() in (None, leave)  # None: all was saved meanwhile
    event.setAccepted(leaves)
    return leaves
