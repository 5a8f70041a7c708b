"""Saving while typing: at each key, with the state of the save."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from delegate_desk.core.changes import Changes
from delegate_desk.core.errors import DeskError
from delegate_desk.gui.tasks import Tasks


class Autosave(QObject):
    """Says when something typed is to be saved: at once; and knows whether it is.

    Attributes:
        failed: True if the last save came to nothing: what was typed is kept, and saved with the next key or when it
            can be (``Unsaved``).
    """

    due = Signal()
    saved = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._sent = 0
        self._saved = 0
        self.failed = False

    @property
    def count(self) -> int:
        """Number of saves started: data read from the library before the latest is older."""
        return self._sent

    @property
    def is_dirty(self) -> bool:
        """True while something typed is not in the library yet."""
        return self._saved < self._sent or self.failed

    def mark_edited(self) -> None:
        self.due.emit()

    def flush(self) -> None:
        if self.failed:
            self.due.emit()

    def write(
        self,
        tasks: Tasks,
        job: Callable[[], Changes],
        *,
        typed: bool = True,
        words: str = "",
    ) -> None:
        """Save through the tasks; what is typed need not be told of at each key.

        Args:
            tasks: They run it.
            job: Saves all that was typed.
            typed: False for what is to be told of at once.
            words: What was typed, for whoever has to keep it elsewhere.
        """
        self._sent += 1
        was_told, self.failed = self.failed, False
        number = self._sent
        tasks.unsaved.discard(self)

        def landed(_: Changes) -> None:
            self._saved = number
            if not self.is_dirty and isValid(self):
                self.saved.emit()

        def failed(error: Exception) -> None:
            self._saved = number
            is_told = was_told or self.failed  # by the one before, which failed while this one waited
            self.failed = True
            tasks.unsaved.add(self, error, job, words, saved)
            if not is_told or not isinstance(error, DeskError):
                tasks.say_once(error)

        def saved() -> None:
            self.failed = False
            if isValid(self) and not self.is_dirty:
                self.saved.emit()

        if typed:
            tasks.write_typed(self, job, landed, failed)
        else:
            tasks.write(job, landed, failed=failed)
