"""Page of a tab, as the window sees it: the state that the other panes and the commands follow, and its entry."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import field
from enum import StrEnum
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from delegate_desk.core.annotations.annotation import Annotation
from delegate_desk.core.changes import Changes
from delegate_desk.core.documents.document import Address, DocumentId, Place
from delegate_desk.core.errors import DeskError
from delegate_desk.core.library.edit_history import EditSubject, HistoryEdit
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
        keys: Of the documents, or the meeting, that it shows.
        place: The place in it, which is not part of the tab's identity: an address in a document or comparison;
            for a search its number among the recent queries, from 0; for a meeting its page, from 0, a space, and
            its item.
    """

    kind: TabKind
    keys: tuple[int | str, ...] = ()
    place: str = field(default="", compare=False)

    @property
    def documents(self) -> tuple[DocumentId, ...]:
        """The documents: none for a meeting, whose number may be that of a document too."""
        return () if self.kind is TabKind.MEETING else tuple(DocumentId(int(key)) for key in self.keys)


@dataclass(frozen=True, slots=True)
class TabType:
    """Registration of a kind of tab.

    Attributes:
        kind: Its name in the settings.
        open: Shows an entry in its tab, the existing tab if there is one.
        title: Title of an entry before its page is made; None if what it shows is gone.
        keys: Types of the keys of an entry.
        commands: What its pages carry out, by the names of the actions; ``PageState.enabled`` says which of them now.
        has_more_keys: True if further keys of the last type may follow.
    """

    kind: TabKind
    open: Callable[[TabEntry], object]
    title: Callable[[TabEntry], str | None]
    keys: tuple[type, ...] = (int,)
    commands: Mapping[str, Callable[[Any], object]] = field(default_factory=dict)
    has_more_keys: bool = False

    def is_valid(self, keys: Iterable[object]) -> bool:
        """True if keys that were stored are those of this kind."""
        found = tuple(map(type, keys))
        more = len(found) - len(self.keys) if self.has_more_keys else 0
        return found == (*self.keys, *self.keys[-1:] * more)


@dataclass(frozen=True, slots=True)
class PageState:
    """State of a page at one moment.

    Attributes:
        document: The document that the page is about.
        place: The current paragraph, whose file the right column shows unless the page has a side pane.
        selected: The paragraphs selected, if they are several: the right column shows the file of all.
        number: Of the current paragraph in its document: ``28 of 63``.
        shows_position: True if the page shows our position by itself, so that the file of the paragraph does not.
        marking: For the status bar.
        text: For the status bar: the name of the page or its keys.
        position: For the status bar: the place in the page.
        side: The side pane, which the window puts into the right column.
        top: A box of the page at the top of the paragraph's file.
        section: A section of the page in the paragraph's file, after our position.
        left: A pane that the window puts into the left column in place of the library; the tab bars are hidden then.
        exit_hint: The key that leaves the page, for the top of the window.
        library_row: The document to mark in the library, if it is not the document of the page.
        is_wide: True if the page takes the place of the right column too.
        enabled: The commands of its kind that it can carry out now, by the names of the actions.
        drafting_shown: True if our drafting is drawn in its text; None for a page without a text.
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
        """True if there is something for the file of a paragraph to show."""
        return self.place is not None or self.top is not None or self.section is not None


class TabPage(StyledPane):
    """Base of the views that are shown in a tab.

    Attributes:
        help_page: The page of the manual, and the heading after ``#``.
        names_place: True if a line of the page itself names the place in the document.
        is_fixed: True if its tab is the first, with an icon in place of its title, and is not closed or moved.
    """

    is_fixed: ClassVar[bool] = False
    names_place: ClassVar[bool] = False

    help_page: ClassVar[str] = ""
    state_changed = Signal()

    def state(self) -> PageState:
        """Return the state of now, from memory."""
        return PageState()

    def entry(self) -> TabEntry | None:
        """Return the entry from which the page is restored; None if it is not restored."""
        return None

    def saved_place(self) -> str:
        """Return the place of the entry, as it is saved at the end."""
        entry = self.entry()
        return entry.place if entry is not None else ""

    def place_in_text(self) -> Place | None:
        """Return the place of the current paragraph that another view of the document is to show too."""
        return None

    def follow(self, address: Address) -> None:
        """Go to a paragraph that was current in another view of the document, where the page has it."""

    def enter(self) -> None:
        self.setFocus()

    def reader(self) -> QWidget | None:
        """Return the text in front in the page, which has a find bar of its own."""
        return None

    def readers(self) -> list[Any]:
        """Return all texts of the page, seen or not."""
        return []

    def set_reading_size(self, size: int) -> None:
        """Set the size of the letters of texts."""

    def line_options(self) -> QWidget | None:
        """Return what is shown at the right end of the line that names the place in a view."""
        return None

    def find_root(self) -> QWidget | None:
        """Return the widget in which words are found: the page, or the part with the focus; None for its reader."""
        return self

    def place_of_field(self, field: QWidget) -> tuple[Place | None, bool]:
        """Return the paragraph of a text in the page, and whether it is the current text."""
        return None, field.hasFocus()

    def show_field(self, field: QWidget) -> None:
        """Make a text in the page the current text."""

    def strip_text(self) -> str:
        """Return what the strip of the document's tab says of a page beside it, such as a reply; empty for nothing."""
        return ""

    def follow_strip(self) -> None:
        """Go to what the strip is about."""

    def drop_document(self, document: DocumentId) -> bool:
        """Stop showing a document that left the library; True if the page is to be closed."""
        entry = self.entry()
        return entry is not None and document in entry.documents

    def shows_edit(self, edit: HistoryEdit) -> bool:
        """True if the page, while it is in front, shows what an edit changed."""
        entry = self.entry()
        if entry is None or edit.subject in (EditSubject.LINE, EditSubject.MEETING, EditSubject.ANNOTATION):
            return False
        return any(key in entry.documents for key in (edit.document, *edit.other_documents))


def edited_places(edit: HistoryEdit) -> set[Place]:
    values = [value if isinstance(value, tuple) else (value,) for value in (edit.before, edit.after)]
    return {one.place for several in values for one in several if isinstance(one, Annotation)}


def changed_addresses(edit: HistoryEdit) -> set[Address]:
    """Return the addresses of the provisions that differ between the two positions of an edit."""
    before, after = edit.before, edit.after
    if not (isinstance(before, Position) and isinstance(after, Position)):
        return set()
    addresses = {item.address for item in (*before.items, *after.items)}
    return {address for address in addresses if before.entry_at(address) != after.entry_at(address)}


def title_of_documents(desk: Desk, entry: TabEntry) -> str | None:
    """Return the names of the documents of an entry; None if one of them is gone or in the trash."""
    with suppress(DeskError):
        found = [desk.documents.get(document) for document in entry.documents]
        if all(held.trashed is None for held in found):
            return " · ".join(held.name for held in found)
    return None


class RefreshingView(TabPage):
    """The tab; one that derives from it says what it gathers, and shows it."""

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._ticket: Job | None = None
        self._stale = True
        set_part(self, "paper")
        tasks.changed.connect(self._on_changes)

    @abstractmethod
    def _start_loading(self) -> Job:
        """Begin to gather; what is brought sets the ticket to None."""

    @abstractmethod
    def _on_changes(self, changes: Changes) -> None:
        """Refresh where a change touches what is shown."""

    def refresh(self) -> None:
        """Gather anew; later, where it is not seen."""
        self._stale = not self.isVisible()
        if self._stale:
            return
        if self._ticket is not None:
            self._ticket.cancel()
        self._ticket = self._start_loading()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()
