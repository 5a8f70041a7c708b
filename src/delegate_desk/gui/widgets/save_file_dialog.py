"""Dialogs that write a file: its destination, an existing file there, the result."""

from abc import abstractmethod
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from delegate_desk.core.errors import DeskError
from delegate_desk.gui.error_messages import explain
from delegate_desk.gui.forms.ui_annotation_export import Ui_AnnotationExport
from delegate_desk.gui.forms.ui_comparison_export import Ui_ComparisonExport
from delegate_desk.gui.forms.ui_export import Ui_Export
from delegate_desk.gui.forms.ui_packing import Ui_Packing
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets.basic_widgets import set_property


def default_folder() -> Path:
    """Return the proposed folder for files: the documents' folder, if it exists."""
    usual = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    return usual if usual.is_dir() else Path.home()


def downloads_folder() -> Path:
    """Return the folder of downloads, or the documents' folder where a computer has none."""
    downloads = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation))
    return downloads if downloads.is_dir() else default_folder()


def default_file(name: str) -> Path:
    """The file that is proposed for a name, which may hold what file names must not."""
    return default_folder() / "".join("-" if c in '/\\:*?"<>|#' else c for c in name)


class FileDialog(QDialog):
    """Says what happens to a file that is there, and what came of writing: here, for the window stands behind.

    Signals:
        exported: The file was written, with its path.
    """

    exported = Signal(object)
    ui: Ui_Export | Ui_AnnotationExport | Ui_ComparisonExport | Ui_Packing

    def __init__(self, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._written: Path | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    @property
    @abstractmethod
    def target(self) -> Path:
        """The file to write."""

    def _fail(self, error: Exception) -> None:
        if isinstance(error, DeskError):
            self._note(explain(error), "danger")
        else:
            self._tasks.failed.emit(error)

    def _note(self, said: str, part: str) -> None:
        set_property(self.ui.note_label, "part", part)
        self.ui.note_label.setText(said)

    def _update_overwrite_note(self) -> None:
        """Say beforehand what happens to a file that is there."""
        typed = bool(self.ui.file_edit.text().strip())
        there = typed and self.target.is_file() and self.target != self._written
        self._note(self.tr("A file with this name exists and will be replaced.") if there else "", "soft")

    def _prompt_file(self, kinds: Iterable[str]) -> None:
        chosen, _ = QFileDialog.getSaveFileName(
            self,
            self.windowTitle(),
            str(self.target),
            ";;".join(kinds),
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        if chosen:
            self.ui.file_edit.setText(chosen)

    def _open_file(self) -> None:
        if self._written:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._written)))
