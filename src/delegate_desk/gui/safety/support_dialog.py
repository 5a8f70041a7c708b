"""The report for support, to be read, copied or saved before it goes anywhere."""

from pathlib import Path

import PySide6
from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFileDialog, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from delegate_desk.core.library import support_report
from delegate_desk.core.library.support_report import SupportReport
from delegate_desk.desk import Desk
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets import focus_ring
from delegate_desk.gui.widgets.clipboard import copy_text
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
