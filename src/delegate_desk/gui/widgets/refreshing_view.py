"""Tabs that gather what they show: anew at each change while they are seen, else when they are seen again."""

from abc import abstractmethod

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from delegate_desk.core.changes import Changes
from delegate_desk.desk import Desk
from delegate_desk.gui.tab_page import TabPage
from delegate_desk.gui.tasks import Job, Tasks
from delegate_desk.gui.widgets.basic_widgets import set_part


class RefreshingView(TabPage):
    """The tab; one that derives from it says what it gathers, and shows it."""

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._ticket: Job | None = None
        self._stale = True
        set_part(self, "paper")
        tasks.changed.connect(self._on_changes)

    @abstractmethod
    def _start_loading(self) -> Job:
        """Begin to gather; what is brought sets the ticket to None."""

    @abstractmethod
    def _on_changes(self, changes: Changes) -> None:
        """Refresh where a change touches what is shown."""

    def refresh(self) -> None:
        """Gather anew; later, where it is not seen."""
        self._stale = not self.isVisible()
        if self._stale:
            return
        if self._ticket is not None:
            self._ticket.cancel()
        self._ticket = self._start_loading()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()
