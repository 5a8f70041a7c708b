import gc
import weakref
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QApplication

from delegate_desk.core.documents.document import DocumentId
from delegate_desk.desk import Desk
from support.main_windows import open_window, settle


def test_a_closed_window_leaves_nothing_behind(
    desk: Desk, held: DocumentId, tmp_path: Path, qapp: QApplication
) -> None:
    def once() -> "weakref.ref[QObject]":
        window = open_window(desk, tmp_path / "settings.json")
        window.open_document(held)
        window.search("berth")
        window.open_position(held)
        window.dossiers_controller.open(held)
        window.comparison_controller.open(held, held)
        settle(window)
        window.close()
        window.deleteLater()
        return weakref.ref(window)

    nobody: QObject | None = None

    def widgets() -> int:
        for _ in range(3):
            QCoreApplication.sendPostedEvents(nobody, QEvent.Type.DeferredDelete)
            qapp.processEvents()
            gc.collect()
        return len(qapp.allWidgets())

    once()
    before = widgets()
    for _ in range(3):
        once()
    assert widgets() <= before
