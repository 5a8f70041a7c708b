"""Context of views and controllers: the library, background tasks, and the services of the window."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, Signal, SignalInstance
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from delegate_desk import settings
from delegate_desk.cipher import Cipher
from delegate_desk.core.documents.document import Address, DocumentId, LibraryDocument, Place
from delegate_desk.core.library.errors import SettingsNotKeptError
from delegate_desk.core.positions.export_options import ExportKind
from delegate_desk.core.progress import Steps
from delegate_desk.desk import Desk
from delegate_desk.gui import interface_language
from delegate_desk.gui.notification_bar import Notifier
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets import key_bindings
from delegate_desk.settings import Settings

if TYPE_CHECKING:
    from delegate_desk.core.annotations.annotation import Annotation
    from delegate_desk.gui.safety.suspend_lock import SuspendLock
    from delegate_desk.gui.single_instance import FirstInstance
    from delegate_desk.gui.tab_page import TabPage

Work = Steps[Cipher | None]
"""Yields bytes done and total, and returns the cipher of the library; None if the passphrase must be asked for."""


@dataclass(frozen=True, slots=True)
class Ending:
    """Action that follows a window.

    Attributes:
        locked: True if the library is to be opened again with its passphrase.
        what: Description of the work, for people.
        work: Starts it, on the closed library.
        done: Message of the next window, while the index is rebuilt; empty for none.
        sleep: Delays sleep until the library is closed.
        is_restart: True if the next window opens at once on the same library with the same cipher.
        library: Another library, on which the next window opens.
        first: The lock on that library, which receives later starts.
    """

    locked: bool = False
    what: str = ""
    work: Callable[[], Work] | None = None
    done: str = ""
    sleep: SuspendLock | None = None
    is_restart: bool = False
    library: Path | None = None
    first: FirstInstance | None = None

    @property
    def has_next_window(self) -> bool:
        return self.locked or self.is_restart or self.work is not None or self.library is not None


OVER = Ending()
LOCKED = Ending(locked=True)
_MOST_PLACES = 500
T = TypeVar("T")
Page = TypeVar("Page", bound=QWidget)


class Navigate(Protocol):
    """The tabs of the window: what is open and current, and how things are opened."""

    page_changed: SignalInstance  # Another page is in front, or none
    reader_made: SignalInstance  # A reader was made, in a tab or in a meeting, with the reader

    def open_comparison(self, old: DocumentId, new: DocumentId) -> object: ...
    def current_page(self) -> QWidget | None: ...
    def rename_page(self, view: QWidget, text: str) -> None: ...
    def family(self, document: DocumentId | None) -> str | None: ...
    def note_unlisted(self, document: LibraryDocument) -> None: ...
    def close_page(self, view: QWidget) -> None: ...
    def current_document(self) -> DocumentId | None: ...
    def current_place(self) -> Place | None: ...
    def has_pages(self) -> bool: ...
    def library_selection(self) -> list[LibraryDocument]: ...
    def is_library_focused(self) -> bool: ...
    def focus_text(self) -> None: ...
    def is_leaving(self) -> bool: ...

    def open_document(self, document: DocumentId, address: Address | None = None, *, behind: bool = False) -> None:
        """Open a document at an address, or at its last place; ``behind`` leaves the current tab in front."""

    def open_place(self, place: Place, *, behind: bool = False) -> None:
        """Open a place; its address is empty for the beginning of a document."""

    def preview_place(self, place: Place) -> None:
        """Open a place in the preview tab, if its document has no tab yet."""

    def open_position(self, document: DocumentId, address: Address | None = None) -> object:
        """Open our position on a document, with a paragraph to draft on."""

    def show_export(self, kind: ExportKind, *subject: object, origin: str = "") -> None:
        """Show an export of a subject in front of the current view, whose name is given."""

    def open_annotation(self, annotation: Annotation) -> None:
        """Open the place of an annotation, with the caret in it."""

    def pages(self, kind: type[Page]) -> list[Page]:
        """Return the open pages of a class, from left to right."""

    def show_page(
        self, page: QWidget, title: str = "", *, behind: bool = False, first: bool = False, focus: bool = True
    ) -> None:
        """Show a page in its tab; a page without a tab gets one, or joins that of its document.

        Args:
            title: Of a new tab; the tab of a document has its own.
            behind: True to leave the current tab in front.
            first: True to put a new tab before all others.
            focus: False to leave the keyboard focus where it is.
        """

    def previewing(self) -> AbstractContextManager[None]:
        """Open documents without a tab in the preview tab meanwhile."""

    def move_to_document(self, page: TabPage, title: str, *, keep: bool = False) -> None:
        """Move a page to the tab of the document that it shows now, or to its own tab, and bring it to the front.

        A new tab is a preview while previewing; ``keep`` makes the tab an ordinary one otherwise.
        """

    def leave_page(self, page: QWidget, target: QWidget | None = None) -> None:
        """Bring another view to the front, else the text of the document; the page is closed if there is neither."""

    def drop_page(self, page: QWidget) -> None:
        """Close a page; the other views of its document stay open."""

    def documents_in_front(self) -> Sequence[DocumentId]:
        """Return the documents of the tab in front: two for a comparison and the pages on a revision."""

    def current_reader(self) -> QWidget | None:
        """Return the reader in front, in its own tab or in a meeting."""

    def action(self, name: str) -> QAction:
        """Return a command of the menus, such as ``action_position``."""

    def set_reading_size(self, size: int) -> None:
        """Set the text size in all readers, present and future."""

    def prepare_reader(self, reader: QWidget) -> None:
        """Connect a new reader, and give it the reading size and panes of all readers."""

    def show_in_left_column(self, pane: QWidget | None) -> None:
        """Show a pane in the left column; None for the pane of the page in front, or the library."""

    def change_language(self, choice: str) -> None:
        """Choose the language of the window; if it differs, the window closes and opens again in it."""

    def leave(self, ending: Ending) -> bool:
        """Close the window for the action that follows it; False if it stays open."""


class WindowSettings(QObject):
    """The settings file, and its entries for the library of this window.

    Attributes:
        last_visit: When a window on the library was last closed; if never, when this window was opened.
    """

    place_changed = Signal()  # The current place changed and should be remembered
    reading_languages_changed = Signal()

    def __init__(self, file: Path, library: Path, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self.file = file
        self._folder, self._library = library, str(library)
        self._tasks = tasks
        self._is_unsaved = False
        stored = self.load()
        self._places = dict(stored.places.get(self._library, {}))
        self._unread = set(stored.unread.get(self._library, ()))
        self._read = {int(key) for key in self._places if key.isdecimal()}
        self.last_visit = datetime.now(UTC)
        with suppress(ValueError):
            visit = datetime.fromisoformat(stored.visits.get(self._library, ""))
            self.last_visit = visit if visit.tzinfo is not None else self.last_visit

    def load(self) -> Settings:
        """Read the settings; another window may have written them since."""
        return settings.load(self.file)

    def save(self, **chosen: object) -> None:
        """Write the given fields; a failure is reported once."""
        self.write(replace(self.load(), **chosen))  # type: ignore[arg-type]  # each as its field has it
        if "reading_languages" in chosen:
            self.reading_languages_changed.emit()

    def write_with_tabs(self, written: Settings, documents: Sequence[int], tabs: Mapping[str, Any]) -> None:
        """Write all settings, with the open documents and tabs and the places of this library."""
        self.write(
            replace(
                written,
                open_documents={**written.open_documents, self._library: documents},
                open_tabs={**written.open_tabs, self._library: tabs},
                places={**written.places, self._library: self._places},
                unread={**written.unread, self._library: sorted(self._unread)},
                visits={**written.visits, self._library: datetime.now(UTC).isoformat()},
            )
        )

    def for_library(self, entries: Mapping[str, T], default: T) -> T:
        return entries.get(self._library, default)

    def write(self, written: Settings) -> None:
        """Write all settings; a failure is reported once."""
        try:
            settings.save(self.file, written)
        except OSError as error:
            if not self._is_unsaved:
                self._tasks.failed.emit(SettingsNotKeptError(str(self.file), error.strerror or ""))
            self._is_unsaved = True
        else:
            self._is_unsaved = False

    @property
    def second_place(self) -> Path | None:
        return self.load().second_place(self._folder)

    def save_second_place(self, folder: Path | None) -> None:
        chosen = "" if folder is None else str(folder)
        self.save(second_places={**self.load().second_places, self._library: chosen})

    @property
    def reading_languages(self) -> Sequence[str]:
        """The languages in which the delegate reads documents, else the language of the window."""
        return self.load().reading_languages or (interface_language.language(),)

    def place_in_document(self, document: DocumentId) -> Address | None:
        address = self._places.get(str(document))
        return Address(address) if address else None

    def recent_places(self) -> list[Place]:
        """Return the places last used, the latest first, one of each document."""
        entries = ((key, address) for key, address in reversed(self._places.items()) if key.isdecimal() and address)
        return [Place(DocumentId(int(key)), Address(address)) for key, address in entries]

    def is_unread(self, versions: Iterable[LibraryDocument]) -> bool:
        """True if a document was marked as unread, or was imported since the last visit and not opened since."""
        import_times = {document.id: document.added for document in versions}
        is_new = any(added > self.last_visit for added in import_times.values())
        return not self._unread.isdisjoint(import_times) or (is_new and self._read.isdisjoint(import_times))

    def toggle_unread(self, versions: Sequence[LibraryDocument]) -> None:
        """Mark the language versions of a document as read, or as unread."""
        keys = {document.id for document in versions}
        if self.is_unread(versions):
            self._unread -= keys
            self._read |= keys
        else:
            self._unread |= keys
        self.place_changed.emit()

    def mark_read(self, document: DocumentId) -> None:
        """Mark a document as read, as its text was seen for long enough."""
        if document in self._unread or document not in self._read:
            self._unread.discard(document)
            self._read.add(document)
            self.place_changed.emit()

    def remember_place(self, place: Place | None) -> None:
        if place is not None:
            if self._places.pop(str(place.document), None) != place.address:
                self.place_changed.emit()
            self._places[str(place.document)] = place.address
            while len(self._places) > _MOST_PLACES:
                self._places.pop(next(iter(self._places)))


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Context:
    """Services and surroundings of a view or a controller; its window is the parent of dialogs and controllers."""

    desk: Desk
    tasks: Tasks
    navigate: Navigate
    notify: Notifier
    settings: WindowSettings
    window: QWidget


def show_undoable(context: Context, text: str) -> None:
    """Report something done, with a link that undoes it."""
    action = context.navigate.action("action_undo")
    key, undo = key_bindings.first_key_text(action.objectName()), QCoreApplication.translate("context", "Undo")
    context.notify.show_briefly(text, link=(f"{undo} ({key})" if key else undo, action.trigger))


def on_current_document(context: Context, do: Callable[[DocumentId], object]) -> Callable[[], None]:
    """Return a command that does something with the document of the current page, if there is one."""

    def run() -> None:
        document = context.navigate.current_document()
        if document is not None:
            do(document)

    return run


class ShownJob(QObject):
    """A job whose progress the status bar shows, and which the button there cancels."""

    ended = Signal()  # It is done, failed or was cancelled

    def __init__(
        self,
        context: Context,
        job: Callable[[], object],
        title: str,
        done: Callable[..., object],
        failed: Callable[[Exception], object] | None = None,
    ) -> None:
        super().__init__(context.window)
        self._notify, self._title = context.notify, title
        failed = failed or context.notify.show_error
        self._job = context.tasks.read(job, partial(self._end, done), failed=partial(self._end, failed), what=title)
        context.tasks.progressed.connect(self._show)
        context.notify.stop_requested.connect(self.stop)

    def stop(self) -> None:
        self._job.cancel()
        self._end(lambda: None)

    def _show(self, title: str, done: int, total: int) -> None:
        if title == self._title and total:
            self._notify.show_progress(title, done * _WHOLE // total, _WHOLE)

    def _end(self, callback: Callable[..., object], *outcome: object) -> None:
        self._notify.end_progress()
        self.setParent(None)
        self.deleteLater()
        self.ended.emit()
        callback(*outcome)


_WHOLE = 1000
"""Steps of a progress bar: bytes are too many."""


class Controller(QObject):
    """Connects services to what the window shows, for as long as the window exists."""

    def __init__(self, context: Context) -> None:
        super().__init__(context.window)
        self._context, self._window = context, context.window
        self._desk, self._tasks = context.desk, context.tasks
        self._navigate, self._notify = context.navigate, context.notify
