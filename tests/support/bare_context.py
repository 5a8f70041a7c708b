"""What a view asks of the window, for a view without one."""

from PySide6.QtGui import QAction

from delegate_desk.core.annotations.annotation import Annotation
from delegate_desk.core.documents.document import Place
from delegate_desk.desk import Desk
from delegate_desk.gui.context import Context
from delegate_desk.gui.tasks import Tasks


class Surroundings:
    """Notes what a view opens and reports.

    Attributes:
        opened: The places and annotations opened, the first opened first.
        said: The sentences reported, likewise.
    """

    def __init__(self) -> None:
        self.opened: list[Place | Annotation] = []
        self.said: list[str] = []
        self._undo = QAction("Undo")
        self._undo.setObjectName("action_undo")

    def open_place(self, place: Place) -> None:
        self.opened.append(place)

    def open_annotation(self, annotation: Annotation) -> None:
        self.opened.append(annotation)

    def action(self, _: str) -> QAction:
        return self._undo

    def show_briefly(self, text: str, **_: object) -> None:
        self.said.append(text)


def bare_context(desk: Desk, tasks: Tasks, around: Surroundings | None = None) -> Context:
    """The context of a view without a window."""
    known = around or Surroundings()
    return Context(desk, tasks, known, known, None, None)  # type: ignore[arg-type]  # as much of it as is asked for
