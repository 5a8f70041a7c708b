"""Files that are dragged over the window: it shows that they may be dropped, and takes them in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFrame
from typing_extensions import override

from delegate_desk.gui.widgets.basic_widgets import part

if TYPE_CHECKING:
    from delegate_desk.gui.shell.main_window import MainWindow


class Dropping(QFrame):
    """A frame around all of the window while files are over it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        part(self, "drop")
        self.hide()
        window.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # A drop is a move is an enter to Qt; the kind of event tells them apart.
        if event.type() is QEvent.Type.DragEnter and isinstance(event, QDragEnterEvent):
            if not event.mimeData().hasUrls():
                return False
            event.acceptProposedAction()
            self.setGeometry(self._window.rect())
            self.raise_()
            self.show()
        elif event.type() is QEvent.Type.DragLeave:
            self.hide()
        elif event.type() is QEvent.Type.Drop and isinstance(event, QDropEvent):
            self.hide()
            event.acceptProposedAction()
            urls = event.mimeData().urls()
            self._window.take_in(Path(url.toLocalFile()) for url in urls if url.isLocalFile())
        else:
            return False
        return True
