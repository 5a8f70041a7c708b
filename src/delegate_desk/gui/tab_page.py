"""Interface between the window and the page of a tab: its state, commands and stored entry."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Iterable, Mapping
from dataclasses import field, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid
from typing_extensions import override

from delegate_desk.core.annotations.annotation import Annotation
from delegate_desk.core.changes import Changes, EditSubject, HistoryEdit
from delegate_desk.core.documents.document import Address, DocumentId, Paragraph, Place
from delegate_desk.core.positions.position import Position
from delegate_desk.core.values import dataclass
from delegate_desk.desk import Desk
from delegate_desk.gui.tasks import Job, Tasks
from delegate_desk.gui.widgets.basic_widgets import StyledPane, set_part

if TYPE_CHECKING:
    from delegate_desk.gui.paragraphs.file_section import FileSection

LOW = 760
"""A window less high than this, in pixels of the layout, spares lines above the text."""


class TabKind(StrEnum):
    READER = "reader"
    POSITION = "position"
    SEARCH = "search"
    ANNOTATIONS = "annotations"
    DUE = "due"
    COMPARISON = "comparison"
    CONSEQUENCES = "consequences"
    CARRYING = "carrying"
    CONTRIBUTIONS = "contributions"
    COLUMNS = "columns"
    TIMELINE = "timeline"
    MEETING = "meeting"
    AMENDED = "amended"
    ALLIES = "allies"


@dataclass(frozen=True, slots=True)
class TabEntry:
    """Compact description of a tab's content, from which it is restored at the next start.

    Attributes:
        keys: Keys of the documents, or of the meeting, that it shows.
        place: The place in it, which is not part of the tab's identity: an address in a document or comparison; for a
            search its number among the recent queries, from 0; for a meeting its page, from 0, a space, and its item.
        pages_shown: True if the original pages are shown beside its text.
        beside: The second pane; None if the tab is not split.
    """

    kind: TabKind
    keys: tuple[int | str, ...] = ()
    place: str = field(default="", compare=False)
    pages_shown: bool = field(default=False, compare=False)
    beside: SecondPane | None = field(default=None, compare=False)

    @property
    def documents(self) -> tuple[DocumentId, ...]:
        """Return the documents: none for a meeting, whose number may also be that of a document."""
        return () if self.kind is TabKind.MEETING else tuple(DocumentId(int(key)) for key in self.keys)


@dataclass(frozen=True, slots=True)
class SecondPane:
    """The view at the right of a split tab, or below, the sizes of both panes, and whether it is the current one."""

    entry: TabEntry
    orientation: Qt.Orientation
    sizes: tuple[int, ...]
    is_front: bool


@dataclass(frozen=True, slots=True)
class TabType:
    """Registration of a kind of tab.

    Attributes:
        kind: Its name in the settings.
        open: Shows an entry in its tab, the existing tab if there is one.
        keys: Types of the keys of an entry.
        commands: The commands of its pages, by action name; ``PageState.enabled`` names those available.
        has_more_keys: True if further keys of the last type may follow.
        title: Returns, from memory, the title of an entry whose page is not created yet; None if its content no longer
            exists. Without it, the names of the documents are the title.
    """

    kind: TabKind
    open: Callable[[TabEntry], object]
    keys: tuple[type, ...] = (int,)
    commands: Mapping[str, Callable[[Any], object]] = field(default_factory=dict)
    has_more_keys: bool = False
    title: Callable[[TabEntry], str | None] | None = None

    def is_valid(self, keys: Iterable[object]) -> bool:
        types = tuple(map(type, keys))
        extra_count = len(types) - len(self.keys) if self.has_more_keys else 0
        return types == (*self.keys, *self.keys[-1:] * extra_count)


@dataclass(frozen=True, slots=True)
class PageState:
    """State of a page at one time.

    Attributes:
        place: The current paragraph, whose file the right column shows unless the page has a side pane.
        selected: The paragraphs selected, if they are several: the right column shows the file of all.
        number: Number of the current paragraph in its document: ``28 of 63``.
        shows_position: True if the page shows our position itself, so that the paragraph's file does not.
        marking: For the status bar.
        text: For the status bar: the name of the page or its keys.
        position: For the status bar: the place in the page.
        side: The side pane, which the window puts into the right column.
        top: A box of the page at the top of the paragraph's file.
        section: A section of the page in the paragraph's file, after our position.
        left: A pane that replaces the library in the left column; the tab bars are hidden then.
        exit_hint: The key that leaves the page, shown at the top of the window.
        library_row: The document to mark in the library, if it is not the page's document.
        is_wide: True if the page uses the right column too.
        enabled: The available commands of its kind, by action name.
        drafting_shown: True if our drafting is shown in its text; None for a page without a text.
    """

    document: DocumentId | None = None
    place: Place | None = None
    marking: str | None = None
    text: str = ""
    position: str = ""
    side: QWidget | None = None
    top: QWidget | None = None
    section: FileSection | None = None
    left: QWidget | None = None
    exit_hint: str = ""
    library_row: DocumentId | None = None
    is_wide: bool = False
    enabled: frozenset[str] = frozenset()
    number: str = ""
    shows_position: bool = False
    drafting_shown: bool | None = None
    selected: tuple[Place, ...] = ()

    @property
    def has_file(self) -> bool:
        """True if there is content for the file of a paragraph."""
        return self.place is not None or self.top is not None or self.section is not None


class TabPage(StyledPane):
    """Base of the views that are shown in a tab.

    Attributes:
        help_page: The page of the manual, and the heading after ``#``.
        names_place: True if the page itself shows the place in the document.
        is_fixed: True if its tab is the first, with an icon instead of a title, and cannot be closed or moved.
        pages_shown: True while the original pages are shown beside its texts.

    Signals:
        annotate_requested: A note or question on the current paragraph was requested: its kind, the ``Place``, and the
            span of the selected words or None.
        stance_requested: A stance or mark, likewise.
        draft_requested: Drafting, with the ``Place`` and the span.
        section_requested: A section of the paragraph's file, by number: 1 our position, 2 notes.
    """

    is_fixed: ClassVar[bool] = False
    names_place: ClassVar[bool] = False
    pages_shown = False

    help_page: ClassVar[str] = ""
    state_changed = Signal()
    annotate_requested = Signal(object, object, object)
    stance_requested = Signal(object, object, object)
    draft_requested = Signal(object, object)
    section_requested = Signal(int)

    def state(self) -> PageState:
        """Return the current state, from memory."""
        return PageState()

    def entry(self) -> TabEntry | None:
        """Return the entry from which the page is restored; None if it is not restored."""
        return None

    def saved_entry(self) -> TabEntry | None:
        """Return the entry as it is saved when the window or the tab closes."""
        entry = self.entry()
        return replace(entry, pages_shown=self.pages_shown) if entry is not None else None

    def place_in_text(self) -> Place | None:
        """Return the place of the current paragraph, for other views of the document."""
        return None

    def follow(self, address: Address) -> None:
        """Go to the current paragraph of another view of the document, if the page has it."""

    def shows(self, address: Address) -> bool:
        """True if the page shows a paragraph as the current one."""
        place = self.place_in_text()
        return place is not None and place.address == address

    def written_on(self) -> tuple[Place | None, tuple[int, int] | None]:
        """Return the paragraph on which keys write, if there is one, and the span of the selected words."""
        return None, None

    def shown_unit(self, place: Place) -> Paragraph | None:  # noqa: ARG002  (for subclasses)
        """Return a paragraph of the text of the page, if it is there."""
        return None

    def request_entry(self, signal: SignalInstance, *what: object) -> None:
        """Request an entry on the current paragraph, if there is one."""
        place, span = self.written_on()
        if place is not None:
            signal.emit(*what, place, span)

    def enter(self) -> None:
        self.setFocus()

    def reader(self) -> QWidget | None:
        """Return the current text of the page, which has its own find bar."""
        return None

    def readers(self) -> list[Any]:
        """Return all texts of the page, visible or not."""
        return []

    def show_pages(self, *, shown: bool) -> None:
        """Show the original pages beside the texts of the page, or only the texts."""
        self.pages_shown = shown
        for reader in self.readers():
            reader.side_panels.set_panes_shown(original=shown)

    def set_reading_size(self, size: int) -> None:
        """Set the font size of texts."""

    def line_options(self) -> QWidget | None:
        """Return the widgets at the right end of the breadcrumb line of a view."""
        return None

    def find_root(self) -> QWidget | None:
        """Return the widget to search: the page, or the part with the focus; None for its reader."""
        return self

    def place_of_field(self, field: QWidget) -> tuple[Place | None, bool]:
        """Return the paragraph of a text field in the page, and whether it is current."""
        return None, field.hasFocus()

    def show_field(self, field: QWidget) -> None:
        """Make a text field of the page current."""

    def strip_text(self) -> str:
        """Return the strip text of a page beside the document, such as a reply; empty for none."""
        return ""

    def follow_strip(self) -> None:
        """Go to what the strip is about."""

    def drop_document(self, document: DocumentId) -> bool:
        """Stop showing a document that left the library; True if the page is to be closed."""
        entry = self.entry()
        return entry is not None and document in entry.documents

    def shows_edit(self, edit: HistoryEdit) -> bool:
        """True if the page, while current, shows what an edit changed."""
        entry = self.entry()
        if entry is None or edit.subject in (EditSubject.LINE, EditSubject.MEETING, EditSubject.ANNOTATION):
            return False
        return any(key in entry.documents for key in (edit.document, *edit.other_documents))


def entry_of_document(view: QWidget | None) -> TabEntry | None:
    """Return the entry of a view, such as that before an export, if it exists still and is of a document."""
    is_there = isinstance(view, TabPage) and isValid(view) and bool(view.state().document)
    return view.entry() if is_there and isinstance(view, TabPage) else None


def edited_places(edit: HistoryEdit) -> set[Place]:
    values = [value if isinstance(value, tuple) else (value,) for value in (edit.before, edit.after)]
    return {item.place for group in values for item in group if isinstance(item, Annotation)}


def changed_addresses(edit: HistoryEdit) -> set[Address]:
    """Return the addresses of the provisions that differ between the two positions of an edit."""
    before, after = edit.before, edit.after
    if not (isinstance(before, Position) and isinstance(after, Position)):
        return set()
    addresses = {item.address for item in (*before.items, *after.items)}
    return {address for address in addresses if before.entry_at(address) != after.entry_at(address)}


class RefreshingView(TabPage):
    """Base of tabs that load their content; subclasses define what is loaded and how it is shown."""

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._ticket: Job | None = None
        self._stale = True
        set_part(self, "paper")
        tasks.changed.connect(self._on_changes)

    @abstractmethod
    def _loader(self) -> Callable[[], Any]:
        """Return the job that loads the content."""

    @abstractmethod
    def _show(self, content: Any) -> None:
        """Show loaded content."""

    @abstractmethod
    def _on_changes(self, changes: Changes) -> None:
        """Refresh after changes that affect what is shown."""

    def refresh(self) -> None:
        """Load again; later, if it is not visible."""
        self._stale = not self.isVisible()
        if not self._stale:
            self._load(self._loader())

    def _load(self, job: Callable[[], Any]) -> None:
        if self._ticket is not None:
            self._ticket.cancel()
        self._ticket = self._tasks.read(job, self._on_loaded, failed=self._fail)

    def _on_loaded(self, content: Any) -> None:
        self._ticket = None
        self._show(content)

    def _fail(self, error: Exception) -> None:
        self._ticket = None
        self._tasks.failed.emit(error)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()
