"""The original of a document, dragged from its header to another program as a read-only file."""

import tempfile
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Qt, QUrl
from PySide6.QtGui import QDrag
from PySide6.QtWidgets import QApplication

from delegate_desk import files
from delegate_desk.core.documents.document import LibraryDocument
from delegate_desk.desk import Desk
from delegate_desk.gui.reader.document_view import DocumentView
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets.basic_widgets import while_alive


class OriginalDrag(QObject):
    """Copies the original when the header is pressed, and drags the copy; not in an encrypted library."""

    def __init__(self, desk: Desk, tasks: Tasks, paper: DocumentView, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._paper = paper
        self._document: LibraryDocument | None = None
        self.file: Path | None = None
        paper.head_pressed.connect(self._prepare)
        paper.head_dragged.connect(self._start)

    def _prepare(self) -> None:
        shown = self._paper.paragraphs.shown
        document = shown.library_document if shown is not None else None
        if document is None or document == self._document or self._desk.cipher.seals:
            return
        self._document, self.file = document, None
        desk = self._desk
        self._tasks.read(lambda: _copy(desk, document), while_alive(self._paper, self._on_copied))

    def _on_copied(self, file: Path) -> None:
        self.file = file
        application = QApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(lambda: files.delete_tree(file.parent, ignore_errors=True))

    def mime_data(self) -> QMimeData | None:
        """Return the copy as a file to drop; None until it is ready."""
        if self.file is None:
            return None
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(self.file))])
        return data

    def _start(self) -> None:
        data = self.mime_data()
        if data is not None:
            drag = QDrag(self._paper)
            drag.setMimeData(data)
            drag.exec(Qt.DropAction.CopyAction)


def _copy(desk: Desk, document: LibraryDocument) -> Path:
    """Copy an original to a new temporary folder, under its own name. Slow."""
    file = Path(tempfile.mkdtemp(prefix="delegate-desk-")) / Path(document.file_name).name
    desk.documents.save_original(document.id, file)
    file.chmod(0o444)
    return file
