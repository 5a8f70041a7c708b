"""Dialogs that run a job beside the window and show how far it has come."""

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from delegate_desk.core.errors import DeskError
from delegate_desk.gui.interface_language import explain
from delegate_desk.gui.tasks import Job, Tasks
from delegate_desk.gui.widgets.basic_widgets import column_layout, row_layout, while_alive

_WHOLE = 1000
"""Parts of a bar: bytes are too many for one."""


def button_row(*buttons: QPushButton | QProgressBar | None) -> QHBoxLayout:
    """Buttons side by side; None for the space between them."""
    return row_layout(*((button, 1) if isinstance(button, QProgressBar) else button for button in buttons))


def stack(
    dialog: QDialog, *parts: QWidget | QLayout, margins: tuple[int, int] = (16, 16), spacing: int = 12
) -> QVBoxLayout:
    """Lay a dialog out from top to bottom; a part that may grow takes the height that is left."""
    return column_layout(*parts, within=dialog, margins=(*margins, *margins), spacing=spacing)


class JobDialog(QDialog):
    """Dialog that runs one job at a time; closing it gives the job up."""

    def __init__(self, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._ticket: Job | None = None
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.hide()
        tasks.progressed.connect(self._show_progress)

    @property
    def is_busy(self) -> bool:
        return self._ticket is not None

    def _start(
        self, what: str, job: Callable[[], object], done: Callable[..., object], failed: Callable[[str], object]
    ) -> None:
        """Run a job; ``failed`` is called with the sentence of its error, and the buttons are updated."""
        self.bar.setRange(0, 0)

        def finish(outcome: object) -> None:
            self._ticket = None
            done(outcome)

        def fail(error: Exception) -> None:
            self._ticket = None
            if not isinstance(error, DeskError):
                raise error
            failed(explain(error))
            self._update_buttons()

        self._ticket = self._tasks.read(job, while_alive(self, finish), failed=while_alive(self, fail), what=what)
        self._update_buttons()

    def _cancel(self) -> bool:
        """Give the job up; False if there is none."""
        ticket, self._ticket = self._ticket, None
        if ticket is None:
            return False
        ticket.cancel()
        return True

    def _update_buttons(self) -> None:
        """Show whether a job is running."""
        self.bar.setVisible(self.is_busy)

    def _show_progress(self, what: str, done: int, total: int) -> None:
        if self._ticket is not None and what == self._ticket.what and total:
            self.bar.setRange(0, _WHOLE)
            self.bar.setValue(done * _WHOLE // total)

    @override
    def done(self, result: int) -> None:
        self._cancel()
        super().done(result)
