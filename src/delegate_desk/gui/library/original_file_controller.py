"""The original of a document in another program: as it stands, or from an encrypted library a copy that was asked for.

Nothing is put into a temporary folder by itself: whoever wants a readable copy says where, and knows of it.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from delegate_desk.core.documents.document import DocumentId, LibraryDocument
from delegate_desk.desk import Desk
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets.save_file_dialog import default_file

translate = QCoreApplication.translate


def open_original(parent: QWidget, desk: Desk, tasks: Tasks, key: DocumentId) -> None:
    """Open a document's original with the program for its kind."""
    if desk.cipher.seals:
        tasks.read(lambda: desk.documents.get(key), lambda held: _prompt_save_copy(parent, desk, tasks, held))
    else:
        tasks.read(lambda: desk.documents.original(key), _open)


def _prompt_save_copy(parent: QWidget, desk: Desk, tasks: Tasks, held: LibraryDocument) -> None:
    box = QMessageBox(parent.window())
    box.setIcon(QMessageBox.Icon.NoIcon)
    box.setWindowTitle(translate("originals", "Show the original"))
    box.setText(translate("originals", "Save a copy that can be read without the passphrase?"))
    box.setInformativeText(
        translate(
            "originals",
            "This library is encrypted, so another program can open {name} only as an unencrypted copy. Choose where "
            "to save it; it stays there until you delete it.",
        ).format(name=held.file_name)
    )
    save = box.addButton(translate("originals", "Save a Copy…"), QMessageBox.ButtonRole.AcceptRole)
    keep = box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(keep)
    box.setEscapeButton(keep)
    box.exec()
    wanted = box.clickedButton() is save
    box.deleteLater()
    if not wanted:
        return
    chosen, _ = QFileDialog.getSaveFileName(
        parent.window(), translate("originals", "Save Unencrypted Copy"), str(default_file(held.file_name))
    )
    if chosen:
        target = Path(chosen)

        def save_copy() -> Path:
            desk.documents.save_original(held.id, target)
            return target

        tasks.read(save_copy, _open)


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
