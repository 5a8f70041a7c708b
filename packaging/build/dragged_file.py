"""A small window with one file, to be dragged out with the mouse as from a file manager."""

import sys
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, Qt, QTimer, QUrl
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel
from typing_extensions import override

_REST = 1000
"""Milliseconds during which the receiver may still ask for it."""


class DraggedFile(QLabel):
    """The name of the file; the mouse drags it."""

    def __init__(self, file: str) -> None:
        super().__init__(Path(file).name)
        self._file = file
        self.setWindowTitle("Downloads")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint)
        self.setFixedSize(300, 60)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(self._file)])
        drag = QDrag(self)
        drag.setMimeData(data)
        drag.setPixmap(self.grab())
        drag.setHotSpot(QPoint(20, 20))
        drag.exec(Qt.DropAction.CopyAction)
        QTimer.singleShot(_REST, self.close)


if __name__ == "__main__":
    application = QApplication(sys.argv)
    window = DraggedFile(sys.argv[1])
    window.show()
    window.move(1040, 640)
    sys.exit(application.exec())
