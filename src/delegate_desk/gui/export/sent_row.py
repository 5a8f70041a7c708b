"""To whom a file went, once it was written."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from delegate_desk.core.changes import Changes
from delegate_desk.core.documents.document import DocumentId
from delegate_desk.core.errors import DeskError
from delegate_desk.desk import Desk
from delegate_desk.gui.error_messages import explain
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets.basic_widgets import label, set_property, while_there


class _SentEdit(QLineEdit):
    """A line whose Enter is its own, and not that of the dialog's main button.

    Signals:
        entered: Enter was pressed in it.
    """

    entered = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
            event.accept()
        else:
            super().keyPressEvent(event)


class SentRow(QWidget):
    """Asks to whom a file goes, and keeps it: that version of the position stays then as it went.

    The program itself sends nothing.

    Signals:
        recorded: It is kept to whom it went.
    """

    recorded = Signal()

    def __init__(self, desk: Desk, tasks: Tasks, document: DocumentId, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._document = document
        self._file = ""
        self.sent_edit = _SentEdit()
        self.sent_edit.setAccessibleName(self.tr("Sent to"))
        self.sent_edit.setPlaceholderText(self.tr("The Presidency, the delegations, …"))
        self.sent_button = QPushButton(self.tr("Mark as &Sent"))
        self.sent_button.setAutoDefault(False)
        self.said_label = label("", "soft", wrap=True)
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        line.addWidget(self.sent_edit, 1)
        line.addWidget(self.sent_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(label(self.tr("Sent to"), "head"))
        layout.addLayout(line)
        layout.addWidget(self.said_label)
        self.sent_button.clicked.connect(self.record)
        self.sent_edit.entered.connect(self.record)

    def offer(self, file: Path) -> None:
        """Ask for a file that was written just now."""
        self._file = file.name
        self._say(
            self.tr("Delegate Desk does not send anything. Record the recipient to archive this version."), "soft"
        )
        self.sent_button.setEnabled(True)
        self.show()

    def record(self) -> None:
        """Keep to whom the file went."""
        to, file = self.sent_edit.text().strip(), self._file
        if not self.sent_button.isEnabled():
            return
        if not to:
            self._say(self.tr("Enter the recipient first."), "danger")
            self.sent_edit.setFocus()
            return
        self.sent_button.setEnabled(False)
        self._tasks.write(
            lambda: self._desk.positions.send(self._document, to, file),
            while_there(self, lambda changes: self._tell(changes, to)),
            failed=while_there(self, self._fail),
        )

    def _tell(self, _: Changes, to: str) -> None:
        self._say(self.tr("Archived: {file}, sent to {whom}.").format(file=self._file, whom=to), "certain")
        self.recorded.emit()

    def _fail(self, error: Exception) -> None:
        self.sent_button.setEnabled(True)
        if isinstance(error, DeskError):
            self._say(explain(error), "danger")
        else:
            self._tasks.failed.emit(error)

    def _say(self, said: str, role: str) -> None:
        set_property(self.said_label, "part", role)
        self.said_label.setText(said)
