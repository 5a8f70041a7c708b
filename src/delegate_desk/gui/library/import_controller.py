"""Bringing files in: one after the other, read beside the window, added in a transaction each."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QWidget
from typing_extensions import override

from delegate_desk.core.changes import Changes
from delegate_desk.core.documents.document import DocumentId
from delegate_desk.core.documents.incoming_files import ArrivingFile, OpenedContainer
from delegate_desk.core.errors import AlreadyInLibraryError, DeskError
from delegate_desk.desk import Desk
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets.basic_widgets import set_part


class DropFrame(QFrame):
    """A frame around all of the window while files are over it.

    Signals:
        dropped: Files were dropped, with the list of their paths.
    """

    dropped = Signal(list)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        set_part(self, "drop")
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
            self.dropped.emit([Path(url.toLocalFile()) for url in urls if url.isLocalFile()])
        else:
            return False
        return True


T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class PastedText:
    """Words from the clipboard, with their looks where they have such."""

    text: str
    html: str


class ImportController(QObject):
    """One batch of files; files given meanwhile join it.

    Signals:
        progressed: The file being read, how many are done, and of how many.
        finished: What came in, as a list of document numbers, and why the rest did not, as a list of errors.
    """

    progressed = Signal(str, int, int)
    finished = Signal(list, list)

    def __init__(self, desk: Desk, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._queue: deque[ArrivingFile | OpenedContainer | PastedText] = deque()
        self._running = False
        self._stopped = False
        self._start_batch()

    @property
    def is_busy(self) -> bool:
        """True while a batch is on its way."""
        return self._running

    def import_paths(self, given: Iterable[Path]) -> None:
        """Bring files in, and the files in folders."""
        paths = list(given)
        self._tasks.read(lambda: list(self._desk.documents.arrivals(paths)), self._enqueue)

    def paste(self, text: str, html: str) -> None:
        """Bring words from the clipboard in as a document."""
        self._queue.append(PastedText(text, html))
        self._total += 1
        if not self._running:
            self._running = True
            self._next()

    def stop(self) -> None:
        """Bring in no more; what is in stays, what is being read is dropped."""
        self._stopped = True
        self._queue = deque(one for one in self._queue if isinstance(one, OpenedContainer))  # they are to be closed

    def _start_batch(self) -> None:
        self._done = 0
        self._total = 0
        self._imported: list[DocumentId] = []
        self._errors: list[Exception] = []
        self._stopped = False

    def _enqueue(self, files: list[ArrivingFile]) -> None:
        self._queue.extend(files)
        self._total += len(files)
        if not self._running:
            self._running = True
            self._next()

    def _next(self) -> None:
        if not self._queue:
            self._finish()
            return
        documents = self._desk.documents
        arrival = self._queue.popleft()
        if isinstance(arrival, OpenedContainer):
            self._tasks.read(lambda: documents.close(arrival), lambda _: self._next(), failed=self._on_import_failed)
            return
        if isinstance(arrival, PastedText):
            self.progressed.emit(self.tr("text from the clipboard"), self._done, self._total)
            self._read(lambda: documents.paste(arrival.text, arrival.html), documents.add, documents.discard)
            return
        self.progressed.emit(arrival.name, self._done, self._total)
        if arrival.error:
            self._on_import_failed(arrival.error)
        elif arrival.is_container:
            self._tasks.read(lambda: documents.open(arrival.path), self._opened, failed=self._on_import_failed)
        else:
            self._read(lambda: documents.read(arrival.path, arrival.name), documents.add, documents.discard)

    def _read(self, read: Callable[[], T], add: Callable[[T], Changes], discard: Callable[[T], None]) -> None:
        self._tasks.read(
            read,
            lambda reading: self._add(partial(add, reading), partial(discard, reading)),
            failed=self._on_import_failed,
        )

    def _opened(self, opened: OpenedContainer) -> None:
        """Go on with what was in an archive, and close it behind that."""
        inside = () if self._stopped else opened.arrivals
        self._queue.extendleft(reversed((*inside, opened)))
        self._total += len(inside) - 1
        self._next()

    def _add(self, add: Callable[[], Changes], discard: Callable[[], None]) -> None:
        if self._stopped:
            self._tasks.read(discard, lambda _: self._next())
        else:
            self._tasks.write(add, self._added, failed=self._on_import_failed, behind=True)

    def _added(self, changes: Changes) -> None:
        self._imported += sorted(changes.documents)
        self._done += 1
        self._next()

    def _on_import_failed(self, error: Exception) -> None:
        if isinstance(error, AlreadyInLibraryError) and not error.trashed:
            self._imported.append(DocumentId(error.document))
        if isinstance(error, DeskError):
            self._errors.append(error)
        else:
            self._tasks.failed.emit(error)
        self._done += 1
        self._next()

    def _finish(self) -> None:
        self._running = False
        came, refused = self._imported, self._errors
        self._start_batch()
        self.finished.emit(came, refused)
