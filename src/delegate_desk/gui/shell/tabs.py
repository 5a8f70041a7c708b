"""The middle column: the pages with their tabs, and the texts among them."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from typing import TYPE_CHECKING, TypeVar, cast

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid
from typing_extensions import override

from delegate_desk.core.changes import Changes
from delegate_desk.core.documents.document import Address, DocumentId, LibraryDocument, View
from delegate_desk.core.documents.dossier_timeline import DocumentFamily
from delegate_desk.core.documents.dossiers import family_mark
from delegate_desk.core.errors import DeskError
from delegate_desk.core.meetings.meeting import Meeting, MeetingId
from delegate_desk.core.search import TypedQuery
from delegate_desk.desk import Desk
from delegate_desk.gui.context import WindowSettings
from delegate_desk.gui.reader.reader_commands import READER_COMMANDS
from delegate_desk.gui.shell.family_tab import FamilyTab, document_of
from delegate_desk.gui.shell.tab_group import views_in
from delegate_desk.gui.shell.tab_groups import LazyTab, TabGroups
from delegate_desk.gui.tab_page import PageState, TabEntry, TabKind, TabPage, TabType
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets.basic_widgets import while_alive
from delegate_desk.gui.widgets.labels import dossiers, terms
from delegate_desk.gui.widgets.text.page_metrics import USUAL

if TYPE_CHECKING:
    from delegate_desk.gui.reader.reader_view import ReaderView

V = TypeVar("V", bound=QWidget)
_REMEMBERED = 10
"""Number of closed tabs that can be opened again."""
_HELD = 400
"""Milliseconds after which the keys for the next tab count as held."""


class Tabs(TabGroups):
    """Shows pages in their tabs, and opens documents, in their existing tab or in a new tab."""

    reader_made = Signal(object)  # A reader was made and is to be connected
    added = Signal(object)  # A view is about to have a tab
    family_made = Signal(object)  # The ``FamilyTab`` is to be connected
    family_shown = Signal(object)  # The ``FamilyTab`` shows another view

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self.reading_size = USUAL
        self.drafting_shown = {View.MARKED: False, View.AFTER: True}
        self._loading: LazyTab | None = None
        self._splitting: FamilyTab | None = None
        self._previews = False
        self._unlisted: dict[DocumentId, LibraryDocument] = {}
        self.listed_family: Callable[[DocumentId | None], DocumentFamily | None] = lambda _: None
        self.listed_meetings: Callable[[], Sequence[Meeting]] = tuple
        self.unlisted_meetings: Sequence[Meeting] = ()  # until the library is listed
        self.types: Mapping[TabKind, TabType] = {}
        self._closed: deque[TabEntry] = deque(maxlen=_REMEMBERED)
        self._click_timer = QTimer(self, singleShot=True)
        self._click_timer.timeout.connect(self._end_click)
        self._hold_timer = QTimer(self, singleShot=True, interval=_HELD)
        self._hold_timer.timeout.connect(self._show_recent)
        self.renamed.connect(self._rename)
        tasks.changed.connect(self._on_changes)

    def reader_type(self, settings: WindowSettings) -> TabType:
        def restore(entry: TabEntry) -> None:
            (document,) = entry.documents
            place = Address(entry.place) if entry.place else settings.place_in_document(document)
            self.open_document(document, place)

        return TabType(TabKind.READER, restore, commands=READER_COMMANDS)

    def commands(self) -> dict[str, Callable[[], object]]:
        return {
            "action_close_tab": lambda: self._with_current(self.close_view),
            "action_next_tab": lambda: self.step(1),
            "action_previous_tab": lambda: self.step(-1),
            "action_next_side": lambda: self.step_pane(1),
            "action_previous_side": lambda: self.step_pane(-1),
            "action_tab_to_side": self._swap_panes,
            "action_tab_to_window": lambda: self._with_current(self.to_new_window),
            "action_tab_back": lambda: self._with_current(self.to_main_window),
            "action_reopen_tab": self._reopen,
        }

    def available_commands(self) -> dict[str, bool]:
        view, tab = self.currentWidget(), self.front.current_tab()
        is_movable = view is not None and not (isinstance(view, TabPage) and view.is_fixed)
        has_panes, in_main = view is not None and len(self.shown_views()) > 1, self.front is self.main
        has_document = document_of(view) is not None
        families = [self.family(document_of(view)) for view in tab.shown_views()] if isinstance(tab, FamilyTab) else []
        return {
            "action_close_tab": is_movable,
            "action_next_side": has_panes,
            "action_previous_side": has_panes,
            "action_split_right": has_document,
            "action_split_down": has_document,
            "action_tab_to_side": len(families) > 1 and len(set(families)) == 1,
            "action_tab_to_window": is_movable and (in_main or self.front.count() > 1),
            "action_tab_back": is_movable and not in_main,
            "action_reopen_tab": bool(self._closed),
        }

    # Pages

    def pages(self, kind: type[V]) -> list[V]:
        return [view for tab in self.all_tabs() for view in views_in(tab) if isinstance(view, kind)]

    def page(self) -> TabPage | None:
        """Return the current page; None if there is none, or a view without a state."""
        view = self.currentWidget()
        return view if isinstance(view, TabPage) else None

    def state(self) -> PageState:
        page = self.page()
        return page.state() if page is not None else PageState()

    def current_reader(self) -> ReaderView | None:
        page = self.page()
        return cast("ReaderView | None", page.reader()) if page is not None else None

    def show_page(
        self, page: QWidget, title: str = "", *, behind: bool = False, first: bool = False, focus: bool = True
    ) -> None:
        if self.group_for_view(page) is None:
            self._add(page, title, index=0 if first else -1, behind=behind)
        elif not behind:
            self.setCurrentWidget(page)
        if focus and not behind:
            page.setFocus()

    def leave_page(self, page: QWidget, target: QWidget | None = None) -> None:
        """Bring another view to the front; on closing, the text of the document, or the next tab."""
        group, document = self.group_for_view(page), document_of(page)
        if target is not page and target in self.pages(QWidget):
            self.setCurrentWidget(target)
        elif document is not None:
            self.show_text(otherwise=partial(self.open_document, document))
        elif group is None or group.count() == 1:
            self.close_view(page)
        else:
            views = group.views()
            index = views.index(page)
            self.setCurrentWidget(views[index - 1 if index else 1])

    def move_to_document(self, page: TabPage, title: str, *, keep: bool = False) -> None:
        group = self.group_for_view(page)
        tab = group.tab_of(page) if group is not None else None
        document = document_of(page)
        family = self.family(document)
        if isinstance(tab, FamilyTab) and page in tab.shown_views()[1:]:
            return
        if group is None or tab is None or family == (tab.family if isinstance(tab, FamilyTab) else None):
            if document is None:
                self.set_tab_name(page, title)
            if keep and not self._previews:
                self.keep_tab(tab)
            return
        focus = self.window().focusWidget()  # also while another window is active
        tabs_before, preview = self.family_tabs(), self.preview_tab()
        with self.signals_paused():
            self.front, index = group, group.indexOf(page)
            if not isinstance(tab, FamilyTab):
                group.removeTab(index)
            else:
                tab.take_view(page)
                if tab.view() is None:
                    group.removeTab(index)
                    tab.deleteLater()
            self._add(page, title, index=index)
        new_tab = group.tab_of(page)
        if self._previews and isinstance(new_tab, FamilyTab) and new_tab not in tabs_before:
            self._make_preview(new_tab, preview.view() if preview is not None and preview is not tab else None)
        if focus is not None and page.isAncestorOf(focus):
            focus.setFocus()
        self._emit_current_changed()

    def drop_page(self, page: QWidget) -> None:
        group = self.group_for_view(page)
        tab = group.tab_of(page) if group is not None else None
        if isinstance(tab, FamilyTab) and isinstance(page, TabPage) and len(tab.views()) > 1:
            was_current = page is self.currentWidget()
            tab.drop_view(page)
            if was_current:
                self._emit_current_changed()
        else:
            self.close_view(page)

    @override
    def close_view(self, view: QWidget) -> None:
        group = self.group_for_view(view)
        tab = group.tab_of(view) if group is not None else None
        is_preview = isinstance(tab, FamilyTab) and tab.is_preview
        entry = tab.saved_entry() if isinstance(tab, FamilyTab | TabPage) and not is_preview else None
        if entry is not None:
            self._closed.append(entry)
        super().close_view(view)

    def _reopen(self) -> None:
        """Open the tab that was closed last and whose content still exists."""
        while self._closed:
            entry = self._closed.pop()
            if self.title(entry) is not None:
                self.open_entry(entry)
                return

    def title(self, entry: TabEntry) -> str | None:
        """Return the title of an entry, from memory; None if its content is not in the library."""
        title = self.types[entry.kind].title
        if title is not None:
            return title(entry)
        documents = [self._known_document(document) for document in entry.documents]
        names = [known.name for known in documents if known is not None and known.trashed is None]
        return " · ".join(names) if len(names) == len(documents) else None

    def open_entry(self, entry: TabEntry) -> None:
        """Open a tab with both its panes, as far as their content still exists."""
        if self.title(entry) is None:
            return
        self.types[entry.kind].open(entry)
        tab, page, pane = self.front.current_tab(), self.page(), entry.beside
        if page is None or page.entry() != entry:
            return
        if entry.pages_shown:
            self.show_pages(shown=True)
        if pane is not None and isinstance(tab, FamilyTab):
            with self.splitting(tab, pane.orientation, pane.sizes), suppress(DeskError):
                self.open_entry(pane.entry)
            if not pane.is_front:
                self.setCurrentWidget(page)
                page.setFocus()

    def close_document(self, document: DocumentId) -> None:
        previous = self.currentWidget()
        for tab in self.all_tabs():
            if isinstance(tab, FamilyTab | TabPage) and tab.drop_document(document):
                self.close_view(tab)
        if self.currentWidget() is not previous:
            self._emit_current_changed()

    def step(self, by: int) -> None:
        """Go to another tab of the same group, cyclically; holding the keys shows the list of tabs."""
        group = self.front
        if group.count():
            group.setCurrentIndex((group.currentIndex() + by) % group.count())
            widget = self.currentWidget()
            if widget is not None:
                widget.setFocus()
            self._hold_timer.start()

    def _show_recent(self) -> None:
        if QGuiApplication.queryKeyboardModifiers() & Qt.KeyboardModifier.ControlModifier:
            self.front.show_list(recent_first=True)

    # Two panes of a tab

    @contextmanager
    def splitting(self, tab: FamilyTab, orientation: Qt.Orientation, sizes: Sequence[int] = ()) -> Iterator[None]:
        """Show the next opened view in the second pane of a tab; without one, the tab is not split."""
        self._splitting = tab
        tab.split(orientation, sizes)
        try:
            yield
        finally:
            self._splitting = None
            if tab.orientation() is None:
                tab.close_beside()

    @override
    def show_beside(self, view: QWidget, tab: FamilyTab, orientation: Qt.Orientation) -> None:
        document = document_of(view)
        place = view.place_in_text() if isinstance(view, TabPage) else None
        if document is not None:
            self.close_view(view)
            self.show_tab(tab)
            with self.splitting(tab, orientation):
                self.open_document(document, place.address if place is not None else None)

    def _swap_panes(self) -> None:
        tab, view = self.front.current_tab(), self.currentWidget()
        if isinstance(tab, FamilyTab) and view is not None:
            tab.swap_panes()
            self._emit_current_changed()
            view.setFocus()

    def _on_unsplit(self, tab: FamilyTab) -> None:
        view = tab.view()
        if tab is self.front.current_tab() and view is not None:
            self._emit_current_changed()
            view.setFocus()

    def _with_current(self, do: Callable[[QWidget], object]) -> None:
        view = self.currentWidget()
        if view is not None:
            do(view)

    # Texts

    def reader_for_document(self, document: DocumentId) -> ReaderView | None:
        """Return the reader of a document: that of the current tab, else that of the tab of its family."""
        current = self.front.current_tab()
        for tab in self._nearest_tabs():
            readers = [cast("ReaderView", view) for view in tab.views() if view in view.readers()]
            text = next((reader for reader in readers if reader.document == document), None)
            if text is not None and (tab is current or self.family(tab.own_document) == self.family(document)):
                return text
        return None

    def open_document(
        self,
        document: DocumentId,
        address: Address | None = None,
        query: TypedQuery | None = None,
        *,
        behind: bool = False,
    ) -> ReaderView:
        previews, preview = self._previews, self.preview_tab()
        is_known = self._loading is None and self._splitting is None
        reader = self.reader_for_document(document) if is_known else None
        if reader is None:
            from delegate_desk.gui.reader.reader_view import ReaderView

            reader = ReaderView(self._desk, self._tasks)
            reader.document = document
            self.set_up_reader(reader)
            is_replacing = previews and preview is not None and preview.family != self.family(document)
            view = preview.view() if is_replacing and preview is not None else None
            count_before = self.count()
            self._add(reader, "", behind=behind, index=self.front.indexOf(view) if view is not None else -1)
            tab = self.front.tab_of(reader)
            if previews and isinstance(tab, FamilyTab) and self.count() > count_before:
                self._make_preview(tab, view)
        elif not behind:
            self.setCurrentWidget(reader)
        if not previews and not behind:
            self.keep_tab(self.front.tab_of(reader))
        reader.open(document, address, query)
        if not behind:
            reader.setFocus()
        return reader

    def _make_preview(self, tab: FamilyTab, old_view: TabPage | None) -> None:
        """Make a new tab the preview tab, in place of the tab of a view."""
        tab.is_preview = True
        if old_view is not None:
            tab.show_pages(shown=old_view.pages_shown)
            self.close_view(old_view)
        self.front.mark_preview()

    @contextmanager
    def previewing(self) -> Iterator[None]:
        self._previews = True
        try:
            yield
        finally:
            self._previews = False
            if (application := QApplication.instance()) is not None:
                application.installEventFilter(self)
                self._click_timer.start(QApplication.doubleClickInterval())

    def _end_click(self) -> None:
        if (application := QApplication.instance()) is not None:
            application.removeEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the preview opened by the first click of a double click."""
        is_second = event.type() == QEvent.Type.MouseButtonDblClick
        if is_second and isinstance(watched, QWidget) and self.isAncestorOf(watched):
            self._end_click()
            self.keep_tab(self.preview_tab())
            return True
        return super().eventFilter(watched, event)

    def preview_tab(self) -> FamilyTab | None:
        return next((tab for tab in self.front.tabs() if isinstance(tab, FamilyTab) and tab.is_preview), None)

    @override
    def keep_tab(self, tab: QWidget | None) -> None:
        if isinstance(tab, FamilyTab) and tab.is_preview:
            tab.is_preview = False
            for group in self.groups():
                group.mark_preview()

    def show_text(self, *, otherwise: Callable[[], object]) -> None:
        """Show the text of the current document again, at the current paragraph, unless it is shown already."""
        page = self.page()
        document = document_of(page)
        if page is None or document is None or page.reader() is not None:
            otherwise()
        else:
            tab = self.front.current_tab()
            self.open_document(document, tab.address() if isinstance(tab, FamilyTab) else None)

    def set_up_reader(self, reader: ReaderView) -> None:
        """Give a reader the font size of all, and connect it."""
        reader.set_reading_size(self.reading_size)
        for reading, shown in self.drafting_shown.items():
            reader.show_drafting(shown, reading)
        self.reader_made.emit(reader)

    def set_reading_size(self, size: int) -> None:
        self.reading_size = size
        for page in self.pages(TabPage):
            page.set_reading_size(size)

    def show_drafting(self, shown: bool, reading: View | None = None) -> None:
        """Show our drafting in all texts with the current view, present and future, or only the texts."""
        reader = self.current_reader()
        reading = reading or (reader.paper.paragraphs.reading() if reader is not None else View.MARKED)
        self.drafting_shown[reading] = shown
        for page in self.pages(TabPage):
            for reader in page.readers():
                reader.show_drafting(shown, reading)

    def show_pages(self, *, shown: bool) -> None:
        tab = self.front.current_tab()
        if isinstance(tab, FamilyTab | TabPage):
            tab.show_pages(shown=shown)

    # Lazy tabs

    def _add(self, view: QWidget, name: str, *, index: int = -1, behind: bool = False) -> None:
        """Add a view to its tab: the tab being split, that of its family, its lazy tab, else a new tab in the group.

        Args:
            name: The title of a new tab; the tab of a family has its own.
            index: The position of a new tab in its group; -1 for the end.
            behind: True to keep the current view there.
        """
        if isinstance(view, TabPage):
            view.set_reading_size(self.reading_size)
        self.added.emit(view)
        family = self.family(document_of(view))
        lazy_tab = self._lazy_tab_for(view) if self._splitting is None else None
        tab = self._splitting
        if tab is None and lazy_tab is None and family is not None:
            tab = next((tab for tab in self._nearest_tabs() if self.family(tab.own_document) == family), None)
        if tab is not None and isinstance(view, TabPage):
            tab.add_view(view)
            if not self._previews:
                self.keep_tab(tab)
        else:
            new_tab: QWidget = view
            if family is not None and isinstance(view, TabPage):
                new_tab = self._make_family_tab(view, family)
            if lazy_tab is not None:
                self._replace_lazy_tab(lazy_tab, new_tab, name)
            else:
                self.front.add_view(new_tab, name, index if index >= 0 else self._end())
            if isinstance(new_tab, FamilyTab):
                self._name_unlisted(new_tab)
                self.family_shown.emit(new_tab)
                if new_tab.document is not None and self._known_document(new_tab.document) is None:
                    read = partial(self._desk.documents.get, new_tab.document)
                    self._tasks.read(read, while_alive(self, self.note_unlisted), failed=self._tasks.is_known)
        if not behind:
            self.setCurrentWidget(view)
        self._update_groups()
        self._emit_emptied()

    def _end(self) -> int:
        """Return the position of a new tab: the end, but before the results of a search that are there."""
        tabs = self.front.tabs()
        last = [tab.entry() for tab in tabs[-1:] if isinstance(tab, TabPage)]
        return len(tabs) - any(entry is not None and entry.kind is TabKind.SEARCH for entry in last)

    def _lazy_tab_for(self, view: QWidget) -> LazyTab | None:
        if self._loading is not None:
            return self._loading
        entry = view.entry() if isinstance(view, TabPage) else None
        family = self.family(document_of(view))
        for lazy_tab in self.pages(LazyTab):
            if lazy_tab.entry() == entry or (family is not None and self.family(document_of(lazy_tab)) == family):
                return lazy_tab
        return None

    # Families

    def family(self, document: DocumentId | None) -> str | None:
        """Return the mark of the family of a document, its own until it is known; None without a document."""
        family = self.listed_family(document)
        if family is not None or document is None:
            return family.mark if family is not None else None
        unlisted = self._unlisted.get(document)
        return family_mark(unlisted) if unlisted is not None else f"#{document}"

    def _known_document(self, document: DocumentId) -> LibraryDocument | None:
        family = self.listed_family(document)
        documents = family.documents() if family is not None else ()
        return next((candidate for candidate in documents if candidate.id == document), self._unlisted.get(document))

    def meeting(self, key: MeetingId) -> Meeting | None:
        """Return a meeting of the library, from memory."""
        meetings = self.listed_meetings() or self.unlisted_meetings
        return next((meeting for meeting in meetings if meeting.id == key), None)

    def note_unlisted(self, document: LibraryDocument) -> None:
        """Keep a document that the library list does not have."""
        self._unlisted[document.id] = document
        self.settle_families()

    def settle_families(self) -> None:
        """Name the tabs that were opened before their document was known, and join them with those of its family."""
        for tab in (tabs := self.family_tabs()):
            family = self.family(tab.own_document)
            if family is None or tab.family != f"#{tab.own_document}":
                continue
            for lazy_tab in self.pages(LazyTab):
                if self.family(document_of(lazy_tab)) == family:
                    self.close_view(lazy_tab)
            in_front, of_family = self.currentWidget(), [t for t in tabs if self.family(t.own_document) == family]
            if len(of_family) > 1:
                for view in tab.views():
                    self.move_to_document(view, "")
                if in_front is not None:
                    self.setCurrentWidget(in_front)
            else:
                tab.family = family
                self._name_unlisted(tab)

    def _name_unlisted(self, tab: FamilyTab) -> None:
        """Give a tab its title, unless the library list does, as far as its document is known."""
        document = self._known_document(tab.own_document) if tab.own_document is not None else None
        if document is not None and self.listed_family(document.id) is None:
            self.show_title(tab, document)

    def _nearest_tabs(self) -> list[FamilyTab]:
        """Return the tabs of documents: the current tab, then those of its group, then those of other groups."""
        current, front = self.front.current_tab(), self.front.tabs()
        return sorted(self.family_tabs(), key=lambda tab: (tab is not current, tab not in front))

    def family_tabs(self) -> list[FamilyTab]:
        """Return the tabs of documents, from left to right."""
        return [tab for tab in self.all_tabs() if isinstance(tab, FamilyTab)]

    def _make_family_tab(self, view: TabPage, family: str) -> FamilyTab:
        tab = FamilyTab(view, family)
        self.family_made.emit(tab)
        tab.shown.connect(partial(self.family_shown.emit, tab))
        tab.unsplit.connect(partial(self._on_unsplit, tab))
        tab.text_requested.connect(partial(self._load_text, tab))
        tab.show_text(None, ())  # requests the text of its first view
        return tab

    def _load_text(self, tab: FamilyTab, document: DocumentId) -> None:
        reader, content = self.reader_for_document(document), self._desk.documents.content
        shown = reader.paper.paragraphs.shown if reader is not None else None
        if shown is not None:
            tab.show_text(document, shown.document.units())
            return
        self._tasks.read(lambda: content(document).units(), while_alive(tab, partial(tab.show_text, document)))

    def show_tab(self, tab: FamilyTab) -> None:
        view = tab.view()
        if view is not None:
            self.setCurrentWidget(view)

    def show_title(self, tab: QWidget, document: LibraryDocument) -> None:
        day = terms.format_day(document.header.date) if document.header.date else ""
        tip = "\n".join(filter(None, (document.header.subject, " · ".join(filter(None, (document.name, day))))))
        self.set_tab_name(tab, dossiers.document_title(document).replace("&", "&&"), tip)

    def _rename(self, document: DocumentId, title: str) -> None:
        self._tasks.write(partial(self._desk.corrections.set_short_title, document, title))

    def _on_changes(self, changes: Changes) -> None:
        for document in changes.gone:
            self._unlisted.pop(document, None)
        edited = changes.positions | {place.document for place in changes.annotations}
        for tab in self.family_tabs():
            if tab.document in changes.documents:
                tab.show_text(None, ())
            view = tab.view()
            entry = view.entry() if view is not None else None
            has_new_lines = bool(changes.meetings) and entry is not None and entry.kind is TabKind.MEETING
            if tab.is_preview and (tab.document in edited or has_new_lines):
                self.keep_tab(tab)

    def _replace_lazy_tab(self, lazy_tab: LazyTab, view: QWidget, name: str) -> None:
        group = self.group_for_view(lazy_tab)
        if group is not None:
            index = group.indexOf(lazy_tab)
            is_current = group.currentIndex() == index
            with self.signals_paused():
                group.add_view(view, name, index)
                if is_current:
                    group.setCurrentWidget(view)
                group.removeTab(group.indexOf(lazy_tab))
            lazy_tab.deleteLater()

    def add_lazy_tab(self, lazy_tab: LazyTab, name: str, *, index: int) -> None:
        """Add a lazy tab to the current group; its content is created when it is shown."""
        document = document_of(lazy_tab)
        known = self._known_document(document) if document is not None else None
        with self.signals_paused():
            self.front.add_view(lazy_tab, dossiers.document_title(known) if known is not None else name, index)
        self._emit_emptied()

    @contextmanager
    def replacing_lazy_tab(self, lazy_tab: LazyTab) -> Iterator[None]:
        """Let the next opened view replace a lazy tab; if none is opened, that tab is closed."""
        self._loading = lazy_tab
        try:
            yield
        finally:
            self._loading = None
            if isValid(lazy_tab) and self.group_for_view(lazy_tab) is not None:
                self.close_view(lazy_tab)
