"""Importing files in the background, each in a transaction; opening originals, re-reading, and lost places."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QObject, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QDialog, QFrame, QLabel, QMessageBox, QPushButton, QWidget
from typing_extensions import override

from delegate_desk.core.changes import Changes
from delegate_desk.core.documents.document import (
    ArrivingFile,
    DocumentId,
    LibraryDocument,
    OpenedContainer,
    Paragraph,
    Place,
)
from delegate_desk.core.errors import AlreadyInLibraryError, DeskError
from delegate_desk.core.positions.position import UnanchoredItem
from delegate_desk.desk import Desk
from delegate_desk.gui.context import Context, Controller, on_current_document
from delegate_desk.gui.interface_language import explain
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets.basic_widgets import (
    Part,
    clear_layout,
    column_layout,
    confirm,
    label,
    make_card,
    message_box,
    push_button,
    row_layout,
    scroll_area,
    set_part,
    while_alive,
)
from delegate_desk.gui.widgets.labels import terms
from delegate_desk.gui.widgets.output import default_file, prompt_folder, prompt_save

_WINDOWS = 'application/x-qt-windows-mime;value="'
_DESCRIPTOR = f'{_WINDOWS}FileGroupDescriptorW"'
_CONTENTS = f'{_WINDOWS}FileContents"'
_DESCRIBED = 592  # bytes of a FILEDESCRIPTORW
_NAME_AT = 72
_FOLDER, _HAS_SIZE = 0x10, 0x40
_MOST_HELD = 1_000


def held_files(data: QMimeData) -> list[tuple[str, bytes]]:
    """Return the files that another Windows program holds, such as mails of Outlook: name and content of each.

    A mail that Outlook provides as a storage instead of a stream comes without content, as Qt reads no storages.
    """
    descriptor = bytes(data.data(_DESCRIPTOR).data())
    files = []
    for number in range(min(int.from_bytes(descriptor[:4], "little"), _MOST_HELD)):
        entry = descriptor[4 + number * _DESCRIBED :][:_DESCRIBED]
        flags, attributes, high, low = (int.from_bytes(entry[n : n + 4], "little") for n in (0, 36, 64, 68))
        name = entry[_NAME_AT:].decode("utf-16-le", "replace").partition("\0")[0]
        if not name or attributes & _FOLDER:
            continue
        content = bytes(data.data(f"{_CONTENTS};index={number}").data())
        if not content and number == 0:
            content = bytes(data.data(_CONTENTS).data())
        size = high << 32 | low
        files.append((name, content[:size] if flags & _HAS_SIZE and size else content))
    return files


class DropFrame(QFrame):
    dropped = Signal(list)  # Files were dropped, with the list of their paths
    received = Signal(list)  # Files that another program holds were dropped, with the name and content of each

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        set_part(self, "drop")
        self.hide()
        window.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Qt delivers drop, move and enter through one handler; the type distinguishes them
        if event.type() is QEvent.Type.DragEnter and isinstance(event, QDragEnterEvent):
            if event.mimeData().hasUrls():
                event.acceptProposedAction()
            elif event.mimeData().hasFormat(_DESCRIPTOR):
                event.setDropAction(Qt.DropAction.CopyAction)  # moved, a mail would leave its mailbox
                event.accept()
            else:
                return False
            self.setGeometry(self._window.rect())
            self.raise_()
            self.show()
        elif event.type() is QEvent.Type.DragLeave:
            self.hide()
        elif event.type() is QEvent.Type.Drop and isinstance(event, QDropEvent):
            self.hide()
            urls = event.mimeData().urls()
            if urls:
                event.acceptProposedAction()
                self.dropped.emit([Path(url.toLocalFile()) for url in urls if url.isLocalFile()])
            else:
                event.setDropAction(Qt.DropAction.CopyAction)
                event.accept()
                self.received.emit(held_files(event.mimeData()))
        else:
            return False
        return True


class ImportController(QObject):
    progressed = Signal(str, int, int)  # The file being read, how many are done, and of how many
    finished = Signal(list, list)

    def __init__(self, desk: Desk, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._queue: deque[ArrivingFile | OpenedContainer | Callable[[], None]] = deque()
        self.is_busy = False
        self._stopped = False
        self._start_batch()

    def import_paths(self, files: Iterable[Path]) -> None:
        paths = list(files)
        self._tasks.read(lambda: list(self._desk.documents.arrivals(paths)), self._enqueue)

    def paste(self, text: str, html: str) -> None:
        def read() -> None:
            self.progressed.emit(self.tr("text from the clipboard"), self._done, self._total)
            self._read(lambda: self._desk.documents.paste(text, html))

        self._enqueue([read])

    def paste_clipboard(self, import_paths: Callable[[Iterable[Path]], object]) -> bool:
        """Import the files, attachments or text in the clipboard; False if it has none of these."""
        data = QGuiApplication.clipboard().mimeData() or QMimeData()  # there is none while nothing was ever copied
        files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        if files:
            import_paths(files)
        elif attachments := held_files(data):
            self.receive(attachments)
        elif data.hasHtml() or data.text().strip():
            self.paste(data.text(), data.html())
        else:
            return False
        return True

    def receive(self, files: Sequence[tuple[str, bytes]]) -> None:
        self._enqueue([lambda: self._open(lambda: self._desk.documents.receive(files))])

    def stop(self) -> None:
        self._stopped = self.is_busy

    def _start_batch(self) -> None:
        self._done = 0
        self._total = 0
        self._imported: list[DocumentId] = []
        self._errors: list[DeskError] = []
        self._stopped = False

    def _enqueue(self, files: Sequence[ArrivingFile | Callable[[], None]]) -> None:
        self._queue.extend(files)
        self._total += len(files)
        if not self.is_busy:
            self.is_busy = True
            self._next()

    def _next(self) -> None:
        documents = self._desk.documents
        while self._queue:
            arrival = self._queue.popleft()
            if isinstance(arrival, OpenedContainer):  # it is closed even if the import was stopped
                close = partial(documents.close, arrival)
                self._tasks.read(close, lambda _: self._next(), failed=self._on_import_failed)
                return
            if self._stopped:
                continue
            if not isinstance(arrival, ArrivingFile):
                arrival()
                return
            self.progressed.emit(arrival.name, self._done, self._total)
            if arrival.error:
                self._on_import_failed(arrival.error)
            elif arrival.is_container:
                self._open(partial(documents.open, arrival.path, arrival.display_name))
            else:
                self._read(partial(documents.read, arrival.path, arrival.name))
            return
        imported, errors = self._imported, self._errors
        self.is_busy = False
        self._start_batch()
        self.finished.emit(imported, errors)

    def _read(self, read: Callable[[], object]) -> None:
        self._tasks.read(read, self._add, failed=self._on_import_failed)

    def _open(self, open_container: Callable[[], OpenedContainer]) -> None:
        self._tasks.read(open_container, self._on_opened, failed=self._on_import_failed)

    def _on_opened(self, opened: OpenedContainer) -> None:
        arrivals = () if self._stopped else opened.arrivals
        self._queue.extendleft(reversed((*arrivals, opened)))
        self._total += len(arrivals) - 1
        self._next()

    def _add(self, reading: Any) -> None:  # a file read by the service, whose type only it knows
        documents = self._desk.documents
        if self._stopped:
            self._tasks.read(lambda: documents.discard(reading), lambda _: self._next())
        else:
            add = partial(documents.add, reading)
            self._tasks.write(add, self._on_added, failed=self._on_import_failed, behind=True)

    def _on_added(self, changes: Changes) -> None:
        self._imported += sorted(changes.documents)
        self._done += 1
        self._next()

    def _on_import_failed(self, error: Exception) -> None:
        if isinstance(error, AlreadyInLibraryError) and not error.trashed:
            self._imported.append(DocumentId(error.document))
        if self._tasks.is_known(error):
            self._errors.append(error)
        self._done += 1
        self._next()


_PAUSE = 4000
"""Milliseconds between two looks."""


class WatchedFoldersController(Controller):
    folders_listed = Signal()
    imported = Signal(list)  # Documents were imported, with their list

    def __init__(self, context: Context, label: QLabel) -> None:
        super().__init__(context)
        self._label = label
        self._found: list[Path] = []
        self._is_polling = False
        self._importing = ImportController(self._desk, self._tasks, self)
        self._timer = QTimer(self, interval=_PAUSE)
        self._timer.timeout.connect(self.poll)
        self._importing.progressed.connect(context.notify.show_import)
        self._importing.finished.connect(self._finish)
        self.folders: list[Path] = []

    def prompt_folder(self) -> None:
        chosen = prompt_folder(self._context.window, self.tr("Watch Folder"))
        if chosen is not None:
            self.watch(chosen)

    def watch(self, folder: Path) -> None:
        self._tasks.write(lambda: self._desk.watched_folders.watch(folder), lambda _: self.list_folders())

    def unwatch(self, folder: Path) -> None:
        self._tasks.write(lambda: self._desk.watched_folders.unwatch(folder), lambda _: self.list_folders())

    def poll(self) -> None:
        """Look for new files, unless the last ones found are still being read."""
        if not self._is_polling and not self._found:
            self._is_polling = True
            self._tasks.read(self._desk.watched_folders.find_new_files, self._on_files_found, failed=self._fail)

    def pause(self) -> None:
        """Stop importing the files found; they are not offered again."""
        self._importing.stop()

    def stop(self) -> None:
        self._timer.stop()
        self._importing.stop()

    def list_folders(self) -> None:
        """Show the folders of the library, and start watching them."""

        def read() -> list[Path]:
            return self._desk.watched_folders.folders()  # the service is not created on the window's thread

        self._tasks.read(read, self._show)

    def _show(self, folders: list[Path]) -> None:
        self.folders = folders
        names = ", ".join(folder.name for folder in folders)
        self._label.setText(self.tr("Watching {names}").format(names=names) if folders else "")
        self._label.setToolTip("\n".join(map(str, folders)))
        self._label.setVisible(bool(folders))
        self.folders_listed.emit()
        if folders:
            self._timer.start()
            self.poll()
        else:
            self._timer.stop()

    def _on_files_found(self, found: list[Path]) -> None:
        self._is_polling = False
        self._found = found
        if found:
            self._importing.import_paths(found)

    def _fail(self, error: Exception) -> None:
        self._is_polling = False
        self._tasks.failed.emit(error)

    def _finish(self, documents: list[DocumentId], errors: list[DeskError]) -> None:
        found, self._found = self._found, []
        self._context.notify.hide_progress()
        self._tasks.read(lambda: self._desk.watched_folders.mark_handled(found), lambda _: None)
        already_held = {error.document for error in errors if isinstance(error, AlreadyInLibraryError)}
        new, get = [document for document in documents if document not in already_held], self._desk.documents.get

        def report(names: Sequence[str]) -> None:
            sentences = [self.tr("{name} was imported.").format(name=name) for name in names]
            sentences += [explain(error) for error in errors if not isinstance(error, AlreadyInLibraryError)]
            if sentences:
                self._context.notify.show_notice(self.tr("From a watched folder"), sentences)
            self.imported.emit(new)

        self._tasks.read(lambda: [get(key).name for key in new], report)


translate = QCoreApplication.translate


def open_original(parent: QWidget, desk: Desk, tasks: Tasks, key: DocumentId) -> None:
    def open_file(path: Path) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def prompt_save_copy(document: LibraryDocument) -> None:
        explanation = translate(
            "originals",
            "This library is encrypted, so another program can open {name} only as an unencrypted copy. Choose where "
            "to save it; it stays there until you delete it.",
        ).format(name=document.file_name)
        box = message_box(
            translate("originals", "Save a copy that can be read without the passphrase?"),
            explanation,
            parent.window(),
            title=translate("originals", "Show the original"),
        )
        if not confirm(box, translate("originals", "Save a Copy…"), QMessageBox.ButtonRole.AcceptRole):
            return
        title = translate("originals", "Save Unencrypted Copy")
        chosen = prompt_save(parent.window(), title, default_file(document.file_name), "")
        if chosen is not None:
            tasks.read(lambda: desk.documents.save_original(document.id, chosen), lambda _: open_file(chosen))

    if desk.cipher.seals:
        tasks.read(lambda: desk.documents.get(key), prompt_save_copy)
    else:
        tasks.read(lambda: desk.documents.original(key), open_file)


_WIDTH, _HEIGHT = 420, 480
_WORDS = 24
_Listed = tuple[UnanchoredItem, Sequence[tuple[Paragraph, str]]]
"""Items without a place and their possible places, each with the place in words."""


class UnplacedDialog(QDialog):
    def __init__(self, context: Context, document: DocumentId) -> None:
        super().__init__(context.window)
        self._desk, self._tasks = context.desk, context.tasks
        self._document, self._here = document, context.navigate.current_place
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Unplaced Notes"))
        intro = self.tr(
            "Accept the suggested place, or go to the right paragraph and attach the note there. Nothing is lost."
        )
        inside = QWidget()
        self._cards = column_layout(within=inside, margins=(16, 8, 16, 16), spacing=8)
        head = label(intro, "soft", wrap=True)
        head.setContentsMargins(16, 12, 16, 0)
        column_layout(head, (scroll_area(inside), 1), within=self, margins=0)
        self.resize(_WIDTH, _HEIGHT)
        self.buttons: list[tuple[QPushButton, QPushButton]] = []
        self.proposed: list[QPushButton] = []
        self._tasks.changed.connect(self._on_changes)
        self._load()

    def _on_changes(self, changes: Changes) -> None:
        if changes:
            self._load()

    def _load(self) -> None:
        desk, document, language = self._desk, self._document, terms.window_language()

        def read() -> list[_Listed]:
            rows: list[_Listed] = []
            for item in desk.reparse.unplaced(document):
                units = desk.reparse.proposals(item)
                places = [desk.documents.citation(Place(document, unit.address), language) for unit in units]
                rows.append((item, list(zip(units, places, strict=True))))
            return rows

        self._tasks.read(read, while_alive(self, self._show))

    def _show(self, rows: Sequence[_Listed]) -> None:
        if not rows:
            self.close()
            return
        clear_layout(self._cards)
        self.buttons.clear()
        self.proposed.clear()
        for item, proposals in rows:
            self._cards.addWidget(self._card(item, proposals))
        self._cards.addStretch(1)
        (self.proposed[0] if self.proposed else self.buttons[0][0]).setFocus(Qt.FocusReason.TabFocusReason)

    def _card(self, item: UnanchoredItem, proposals: Sequence[tuple[Paragraph, str]]) -> QWidget:
        kind = terms.kind_label(item.annotation.kind) if item.annotation else self.tr("Our position")
        text = item.annotation.text if item.annotation else item.item.proposal or item.item.comment if item.item else ""
        texts = ((kind, "facet"), (text, "plain"), (_beginning(item.text), "quote"))
        parts: list[Part] = [label(text, part, wrap=part != "facet") for text, part in texts if text]
        for unit, citation in proposals:
            fix_here = partial(self._fix, item, Place(self._document, unit.address))
            attach_button = push_button(self.tr("Attach to {place}").format(place=citation), fix_here, default=False)
            attach_button.setAccessibleName(f"{attach_button.text()}: {kind}. {_beginning(unit.text)}")
            self.proposed.append(attach_button)
            parts += [(attach_button, 0, Qt.AlignmentFlag.AlignLeft), label(_beginning(unit.text), "soft", wrap=True)]
        drop_item = partial(self._tasks.write, lambda: self._desk.reparse.drop(item))
        fix = push_button(self.tr("Attach to Current Paragraph"), lambda: self._fix(item, self._here()), default=False)
        drop = push_button(self.tr("Discard"), drop_item, default=False)
        for button in (fix, drop):
            button.setAccessibleName(f"{button.text()}: {kind}")
        self.buttons.append((fix, drop))
        return make_card(*parts, row_layout(fix, drop, None))[0]

    def _fix(self, item: UnanchoredItem, place: Place | None) -> None:
        if place is not None and place.document == self._document:
            self._tasks.write(lambda: self._desk.reparse.place(item, place.address))


def _beginning(text: str) -> str:
    words = text.split()
    return " ".join(words[:_WORDS]) + (" …" if len(words) > _WORDS else "")


class ReparseController(Controller):
    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._queue: deque[LibraryDocument] = deque()
        self._total = 0
        self._errors: list[DeskError] = []

    def commands(self) -> dict[str, Callable[[], object]]:
        return {
            "action_reread": on_current_document(self._context, self.reparse),
            "action_reread_outdated": self.reparse_outdated,
            "action_unplaced": on_current_document(self._context, self._show_unplaced),
        }

    def reparse(self, document: DocumentId) -> None:
        get = self._desk.documents.get
        self._tasks.read(lambda: [get(document)], self._start_batch)

    def reparse_outdated(self) -> None:
        self._tasks.read(self._desk.reparse.list_outdated, self._on_outdated_found)

    def stop(self) -> None:
        self._queue.clear()

    def _show_unplaced(self, document: DocumentId) -> None:
        UnplacedDialog(self._context, document).show()

    def _on_outdated_found(self, outdated: Sequence[LibraryDocument]) -> None:
        if outdated:
            self._start_batch(outdated)
        else:
            sentence = self.tr("All documents are up to date with this version.")
            self._notify.show_notice(self.tr("Nothing to re-import"), [sentence])

    def _start_batch(self, documents: Sequence[LibraryDocument]) -> None:
        if self._total:  # one batch at a time
            return
        self._tasks.flush()
        self._queue.extend(documents)
        self._total = len(documents)
        self._next()

    def _next(self) -> None:
        if not self._queue:
            errors, self._errors, self._total = self._errors, [], 0
            self._notify.hide_progress()
            if errors:
                sentences = [explain(error) for error in errors]
                self._notify.show_notice(self.tr("Some documents were not re-imported"), sentences)
            return
        document, reparse, tasks = self._queue.popleft(), self._desk.reparse, self._tasks
        self._notify.show_import(document.name, self._total - len(self._queue) - 1, self._total)
        tasks.read(
            lambda: reparse.read(document.id),
            lambda read: tasks.write(
                lambda: reparse.renew(document.id, read),
                lambda _: self._next(),
                failed=self._on_reparse_failed,
                behind=True,
            ),
            failed=self._on_reparse_failed,
        )

    def _on_reparse_failed(self, error: Exception) -> None:
        if self._tasks.is_known(error):
            self._errors.append(error)
        self._next()
