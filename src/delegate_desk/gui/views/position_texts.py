"""What we say on a document as a whole: the general comments, and the notes that stay with us."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout

from delegate_desk.core.changes import Changes
from delegate_desk.core.documents.document import DocumentId
from delegate_desk.core.positions.position import Position
from delegate_desk.desk import Desk
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.views.fieldeditors import TextField
from delegate_desk.gui.views.saving import Saving


class PositionTexts(QObject):
    """Both, saved as they are typed.

    Signals:
        left: Esc was pressed in one.
    """

    left = Signal()

    def __init__(self, desk: Desk, tasks: Tasks, document: DocumentId, layout: QVBoxLayout, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._document = document
        self.general_edit = TextField(name="reading")
        self.internal_edit = TextField(name="internal")
        layout.insertWidget(1, self.general_edit)
        layout.insertSpacing(2, 8)
        layout.addWidget(self.internal_edit)
        self.general_edit.setAccessibleName(self.tr("General comments"))
        self.general_edit.setPlaceholderText(self.tr("Comments on the document as a whole"))
        self.internal_edit.setAccessibleName(self.tr("Internal notes"))
        self.internal_edit.setPlaceholderText(self.tr("Instructions, limits, contacts"))
        self._general = self._keep(self.general_edit, desk.positions.set_general)
        self._internal = self._keep(self.internal_edit, desk.positions.set_internal)

    def show_position(self, position: Position) -> None:
        """Show them as the library has them; what is being written stays as it is."""
        if not self._general.is_dirty:
            self.general_edit.set_text(position.general)
        if not self._internal.is_dirty:
            self.internal_edit.set_text(position.internal)

    def flush(self) -> None:
        """Send what was typed on its way to the library."""
        self._general.flush()
        self._internal.flush()

    def _keep(self, edit: TextField, put: Callable[[DocumentId, str], Changes]) -> Saving:
        """Have a text saved as it is typed."""
        saving = Saving(self)

        def save() -> None:
            text = edit.toPlainText()
            saving.write(self._tasks, lambda: put(self._document, text), words=text)

        saving.due.connect(save)
        edit.textChanged.connect(saving.touch)
        edit.left.connect(self.left)
        return saving
