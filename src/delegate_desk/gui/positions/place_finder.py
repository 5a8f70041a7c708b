"""A field for a place in a document, typed as it is said; a place that does not exist is reported below it."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLabel, QLineEdit

from delegate_desk.core.documents.document import DocumentId
from delegate_desk.core.errors import UnknownPlaceError
from delegate_desk.desk import Desk
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets.basic_widgets import while_there


class PlaceFinder(QObject):
    """Finds what is typed in a field when Enter is pressed.

    Signals:
        found: The place is there, with its address; the field is empty again.
    """

    found = Signal(str)

    def __init__(self, desk: Desk, tasks: Tasks, document: DocumentId, edit: QLineEdit, error_label: QLabel) -> None:
        super().__init__(edit)
        self._desk = desk
        self._tasks = tasks
        self._document = document
        self._edit = edit
        self._error_label = error_label
        error_label.hide()
        edit.returnPressed.connect(self.find)
        edit.textEdited.connect(error_label.hide)

    def find(self) -> None:
        """Find what is typed now."""
        typed = self._edit.text()
        if typed.strip():
            self._tasks.read(
                lambda: self._desk.documents.place(self._document, typed),
                while_there(self, self._take),
                failed=while_there(self, self._say),
            )

    def _take(self, address: str) -> None:
        self._edit.clear()
        self.found.emit(address)

    def _say(self, error: Exception) -> None:
        if not isinstance(error, UnknownPlaceError):
            self._tasks.failed.emit(error)
            return
        said = self.tr("“{typed}” was not found in {name}.").format(name=error.name, typed=error.typed)
        self._error_label.setText(said)
        self._error_label.show()
