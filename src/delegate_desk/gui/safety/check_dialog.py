"""The look over the library: its progress, what it found in sentences, and what can be done about it."""

from collections.abc import Callable
from pathlib import Path

import PySide6
from PySide6.QtCore import Qt, Signal, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from delegate_desk.core.changes import Changes
from delegate_desk.core.errors import DeskError
from delegate_desk.core.library import support_report
from delegate_desk.core.library.repair_results import Check, Mended
from delegate_desk.core.library.support_report import SupportReport
from delegate_desk.desk import Desk, copies_at, forget_damage
from delegate_desk.gui.error_messages import explain
from delegate_desk.gui.tasks import Tasks, Ticket
from delegate_desk.gui.widgets import focus_ring
from delegate_desk.gui.widgets.basic_widgets import label, part, while_there
from delegate_desk.gui.widgets.clipboard import copy_text
from delegate_desk.gui.widgets.labels import library_check
from delegate_desk.gui.widgets.save_file_dialog import usual_file


class SupportDialog(QDialog):
    """Gathers the report beside the window and shows all of it."""

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Report for Support"))
        said = QLabel(
            self.tr(
                "This is the complete report: versions, sizes, counts and the program log. It contains no document "
                "text, titles, notes or names of files or people. Nothing is sent: copy or save it, and send it "
                "yourself."
            )
        )
        said.setWordWrap(True)
        self.text = QPlainTextEdit(self.tr("Checking the library…"))
        self.text.setReadOnly(True)
        self.text.setAccessibleName(self.tr("Report"))
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        said.setBuddy(self.text)
        buttons = QDialogButtonBox()
        self.copy_button = buttons.addButton(self.tr("&Copy"), QDialogButtonBox.ButtonRole.ActionRole)
        self.save_button = buttons.addButton(self.tr("&Save…"), QDialogButtonBox.ButtonRole.ActionRole)
        close = buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setDefault(True)
        for button in (self.copy_button, self.save_button):
            button.setEnabled(False)
            button.setAutoDefault(False)
        self.copy_button.clicked.connect(self._copy)
        self.save_button.clicked.connect(self._save)
        buttons.rejected.connect(self.reject)
        self.note = QLabel()
        self.note.setWordWrap(True)
        self.note.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        for widget in (said, self.text, self.note, buttons):
            layout.addWidget(widget)
        # Qt goes to the default button first, and past those before it
        focus_ring.put_behind(close, [self.copy_button, self.save_button])
        self.resize(760, 600)
        tasks.read(desk.support.report, self._show)

    def _show(self, report: SupportReport) -> None:
        lines = [
            f"Qt: {qVersion()} with PySide6 {PySide6.__version__} on {QGuiApplication.platformName()}",
            *(
                f"screen {n}: {screen.size().width()} × {screen.size().height()}, {screen.devicePixelRatio():g}"
                for n, screen in enumerate(QGuiApplication.screens(), start=1)
            ),
            "",
        ]
        self.text.setPlainText("\n".join(lines + support_report.lines(report)))
        for button in (self.copy_button, self.save_button):
            button.setEnabled(True)

    def _copy(self) -> None:
        copy_text(self.text.toPlainText())
        self._say(self.tr("Report copied."))

    def _save(self) -> None:
        proposed = str(usual_file("delegate-desk-report.txt"))
        chosen, _ = QFileDialog.getSaveFileName(self, self.windowTitle(), proposed, self.tr("Text files (*.txt)"))
        if chosen:
            self.save(Path(chosen))

    def save(self, file: Path) -> None:
        """Write the report into a file."""
        try:
            file.write_text(self.text.toPlainText() + "\n", encoding="utf-8")
        except OSError as error:
            reason = error.strerror or type(error).__name__
            self._say(self.tr("{file} could not be saved: {reason}.").format(file=file, reason=reason))
        else:
            self._say(self.tr("Report saved to {file}.").format(file=file))

    def _say(self, sentence: str) -> None:
        self.note.setText(sentence)
        self.note.show()


_PERMILLE = 1000


class CheckDialog(QDialog):
    """Looks over the library as soon as it is shown, and mends on the person's word.

    Signals:
        recovery_asked: The database is to be recovered, for which the window has to close.
        rebuild_asked: It is to be made anew from originals and sidecars, for which the window has to close.
    """

    recovery_asked = Signal()
    rebuild_asked = Signal()

    def __init__(self, desk: Desk, tasks: Tasks, second_place: Path | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Check the Library"))
        self.resize(680, 460)
        self._desk = desk
        self._tasks = tasks
        self._second_place = second_place
        self._ticket: Ticket | None = None
        self._state: Check | None = None
        self._done: list[str] = []
        self.head_label = label("", "head", wrap=True)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setAccessibleName(self.tr("Findings"))
        self.bar = QProgressBar()
        self.bar.setAccessibleName(self.tr("Check progress"))
        self.bar.setTextVisible(False)
        self.mend_button = QPushButton(self.tr("&Repair"))
        part(self.mend_button, "main")
        self.rebuild_button = QPushButton(self.tr("Re&build from Originals…"))
        self.again_button = QPushButton(self.tr("Check &Again"))
        self.stop_button = QPushButton(self.tr("&Stop"))
        self.close_button = QPushButton(self.tr("&Close"))
        row = QHBoxLayout()
        row.addWidget(self.rebuild_button)
        row.addStretch(1)
        for button in (self.stop_button, self.again_button, self.mend_button, self.close_button):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(self.head_label)
        column.addWidget(self.text, 1)
        column.addWidget(self.bar)
        column.addLayout(row)
        tasks.progressed.connect(self._tell)
        self.mend_button.clicked.connect(self._mend)
        self.rebuild_button.clicked.connect(self._rebuild)
        self.again_button.clicked.connect(self.look)
        self.stop_button.clicked.connect(self._stop)
        self.close_button.clicked.connect(self.close)
        self.look()

    def look(self) -> None:
        """Look over the library."""
        self._done = []
        self._look()

    def _look(self) -> None:
        self._begin(self.tr("Checking the library…"), self._desk.checking, self._show)

    def _begin(self, what: str, job: Callable[[], object], done: Callable[..., object]) -> None:
        self.head_label.setText(what)
        self.bar.setRange(0, 0)
        self._ticket = self._tasks.read(job, while_there(self, done), failed=while_there(self, self._fail), what=what)
        self._fit()

    def _tell(self, what: str, done: int, of: int) -> None:
        if self._ticket is not None and what == self._ticket.what and of:
            self.bar.setRange(0, _PERMILLE)
            self.bar.setValue(done * _PERMILLE // of)

    def _show(self, state: Check) -> None:
        self._ticket, self._state = None, state
        if state.ok:
            forget_damage(self._desk.folder)
        is_whole = not library_check.can_mend(state)
        self.head_label.setText(self.tr("No problems found.") if is_whole else self.tr("Problems found:"))
        self.text.setPlainText("\n\n".join([*self._done, *library_check.findings(state)]))
        self._fit()
        (self.close_button if is_whole else self.mend_button).setFocus()

    def _mend(self) -> None:
        if self._state is not None and self._state.database != "ok":
            self.recovery_asked.emit()
            return
        second = self._second_place
        self._begin(
            self.tr("Repairing the library…"), lambda: self._desk.mending.run(copies_at(second)), self._show_mended
        )

    def _show_mended(self, done: Mended) -> None:
        self._done = library_check.mended(done)
        self._tasks.write(self._everything)  # what is shown is read again
        self._look()

    def _everything(self) -> Changes:
        return Changes(documents=frozenset(held.id for held in self._desk.documents.all()))

    def _rebuild(self) -> None:
        asked = self.tr(
            "The database will be rebuilt from the originals and the plain-text copies stored with it. The window "
            "closes meanwhile, and the present database is kept. This may take as long as importing all documents "
            "again. Continue?"
        )
        buttons = QMessageBox.StandardButton.Ok | QMessageBox.StandardButton.Cancel
        answer = QMessageBox.question(self, self.windowTitle(), asked, buttons, QMessageBox.StandardButton.Cancel)
        if answer == QMessageBox.StandardButton.Ok:
            self.rebuild_asked.emit()

    def _stop(self) -> None:
        if self._ticket is not None:
            self._ticket.cancel()
            self._ticket = None
            self.head_label.setText(self.tr("Stopped. Repairs made so far are kept."))
            self._fit()

    def _fail(self, error: Exception) -> None:
        self._ticket = None
        if not isinstance(error, DeskError):
            raise error
        self.head_label.setText(self.tr("The library could not be checked."))
        self.text.setPlainText(explain(error))
        self._fit()

    def _fit(self) -> None:
        busy = self._ticket is not None
        self.bar.setVisible(busy)
        self.stop_button.setVisible(busy)
        self.again_button.setEnabled(not busy)
        self.rebuild_button.setEnabled(not busy)
        self.mend_button.setEnabled(not busy and self._state is not None and library_check.can_mend(self._state))

    @override
    def done(self, result: int) -> None:
        if self._ticket is not None:
            self._ticket.cancel()
            self._ticket = None
        super().done(result)
        self.deleteLater()
