"""The middle column: readers, the search's results and positions, a tab each."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid
from typing_extensions import override

from delegate_desk.core.documents.document import Address, DocumentId, LibraryDocument
from delegate_desk.core.search import TypedQuery
from delegate_desk.desk import Desk
from delegate_desk.gui.annotations.annotation_browser import BrowserSelection, BrowserView
from delegate_desk.gui.annotations.annotation_lists_controller import DeadlinesView
from delegate_desk.gui.meetings.meeting_view import MeetingView
from delegate_desk.gui.positions.positions_view import PositionsView
from delegate_desk.gui.reader.paragraph_model import ReaderDocument
from delegate_desk.gui.reader.reader_view import ReaderView
from delegate_desk.gui.revisions.comparison_view import ComparisonView
from delegate_desk.gui.search.search_view import SearchView
from delegate_desk.gui.shell.tabs.lazy_tab import LazyTab
from delegate_desk.gui.shell.tabs.tab_groups import TabGroups
from delegate_desk.gui.tab_page import TabPage
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets.text.page_metrics import USUAL

V = TypeVar("V", bound=QWidget)


class Tabs(TabGroups):
    """Opens what is asked for, in the tab that has it already or in a new tab.

    Signals:
        reader_made: A reader was made and is to be connected.
        added: A view is about to have a tab.
    """

    reader_made = Signal(object)
    added = Signal(object)

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._last_filter = BrowserSelection()
        self.reading_size = USUAL
        self.outline_shown = False
        self.original_shown = False
        self.proposals_shown = True
        self._waking: LazyTab | None = None

    def current_reader(self) -> ReaderView | None:
        """The reader in front."""
        widget = self.currentWidget()
        if isinstance(widget, MeetingView):
            return widget.reader()
        return widget if isinstance(widget, ReaderView) else None

    def views(self, kind: type[V]) -> list[V]:
        """The tabs of a kind, from left to right."""
        return [view for group in self.groups() for view in group.views() if isinstance(view, kind)]

    def readers(self) -> list[ReaderView]:
        return self.views(ReaderView)

    def reader_for_document(self, document: DocumentId) -> ReaderView | None:
        """Return the reader of a document, the current tab's if there are several."""
        found = [reader for reader in self.readers() if reader.document == document]
        return next((reader for reader in found if reader is self.currentWidget()), found[0] if found else None)

    def search_view(self) -> SearchView | None:
        """The view of results, where there is one."""
        return next(iter(self.views(SearchView)), None)

    def position_for_document(self, document: DocumentId) -> PositionsView | None:
        """The position's view on a document, where it is open."""
        return next((view for view in self.views(PositionsView) if view.document == document), None)

    def open_document(
        self,
        document: DocumentId,
        address: Address | None = None,
        asked: TypedQuery | None = None,
        *,
        behind: bool = False,
    ) -> ReaderView:
        """Show a document in a tab, lit for what was asked."""
        reader = self.reader_for_document(document) if self._waking is None else None
        if reader is None:
            reader = self._make_reader(document)
            self._add(reader, f"#{document}", behind=behind)
        elif not behind:
            self.setCurrentWidget(reader)
        reader.open(document, address, asked)
        if not behind:
            reader.setFocus()
        return reader

    def open_in_split(self, reader: ReaderView, orientation: Qt.Orientation) -> None:
        """Show the document of a reader once more, at a side of its own."""
        if reader.document is not None:
            place = reader.place()
            second = self._make_reader(reader.document)
            with self.signals_paused():
                self.front = self.add_side(orientation)
            self._add(second, f"#{reader.document}")
            second.open(reader.document, place.address if place else None)
            second.setFocus()

    def _make_reader(self, document: DocumentId) -> ReaderView:
        reader = ReaderView(self._desk, self._tasks)
        reader.document = document
        reader.loaded.connect(lambda shown: self._name(reader, shown))
        self.set_up_reader(reader)
        return reader

    def set_up_reader(self, reader: ReaderView) -> None:
        """Give a reader the letters and the sides of all, and let it be connected."""
        reader.set_reading_size(self.reading_size)
        reader.side_panels.set_panes_shown(outline=self.outline_shown, original=self.original_shown)
        reader.show_proposals(self.proposals_shown)
        self.reader_made.emit(reader)

    def current_document(self) -> DocumentId | None:
        """The document that the tab in front is about."""
        page = self.currentWidget()
        return page.state().document if isinstance(page, TabPage) else None

    def show_view(
        self, view: QWidget, name: str, *, behind: bool = False, first: bool = False, focus: bool = True
    ) -> None:
        """Show a view that was made elsewhere, in its tab."""
        if self.indexOf(view) < 0:
            self._add(view, name, first=first, behind=behind)
        if not behind:
            self.setCurrentWidget(view)
            if focus:
                view.setFocus()

    def show_adjacent_tab(self, view: QWidget, to: QWidget | None = None) -> None:
        """Bring another tab in front, or the tab beside where that is closed; a tab that is the only one is closed."""
        group = self.group_for_view(view)
        if group is None or group.count() == 1:
            self.close_tab(self.indexOf(view))
        else:
            views = group.views()
            index = views.index(view)
            self.setCurrentWidget(to if to in views else views[index - 1 if index else 1])

    def open_annotations(self) -> BrowserView:
        """Show all annotations, narrowed as they were last in this session."""
        view = self.browser()
        if view is None:
            view = BrowserView(self._desk, self._tasks, self._last_filter)
            self._add(view, self.tr("Annotations"))
        self.setCurrentWidget(view)
        view.setFocus()
        return view

    def browser(self) -> BrowserView | None:
        """The view of all annotations, where it is open."""
        return next(iter(self.views(BrowserView)), None)

    def open_due(self) -> DeadlinesView:
        """Show what is due."""
        view = next(iter(self.views(DeadlinesView)), None)
        if view is None:
            view = DeadlinesView(self._desk, self._tasks)
            self._add(view, self.tr("Deadlines"))
        self.setCurrentWidget(view)
        view.setFocus()
        return view

    def open_position(self, held: LibraryDocument) -> PositionsView:
        """Show our position on a document."""
        view = self.position_for_document(held.id)
        if view is None:
            view = PositionsView(self._desk, self._tasks, held.id)
            self._add(view, self.tr("Position · {name}").format(name=held.name))
        self.setCurrentWidget(view)
        return view

    def open_comparison(self, old: DocumentId, new: DocumentId) -> ComparisonView:
        """Show the outcome of each unit of a document in another document, in its existing tab or in a new tab."""
        view = next((v for v in self.comparisons() if (v.old, v.new) == (old, new)), None)
        if view is None:
            view = ComparisonView(self._desk, self._tasks, old, new)
            view.set_reading_size(self.reading_size)
        self.show_view(view, view.name())
        return view

    def comparisons(self) -> list[ComparisonView]:
        return self.views(ComparisonView)

    def close_tab(self, index: int) -> None:
        """Close a tab."""
        view = self.widget(index)
        if view is not None:
            self.close_view(view)

    @override
    def close_view(self, view: QWidget) -> None:
        if isinstance(view, BrowserView):
            self._last_filter = view.selection
        super().close_view(view)

    def close_document(self, document: DocumentId) -> None:
        """Close all that shows a document that is gone."""
        for group in self.groups():
            for view in group.views():
                if isinstance(view, TabPage) and view.drop_document(document):
                    self.close_view(view)

    def step(self, by: int) -> None:
        """Go to another tab of the same group, round the corner."""
        group = self.front
        if group.count():
            group.setCurrentIndex((group.currentIndex() + by) % group.count())
            widget = self.currentWidget()
            if widget is not None:
                widget.setFocus()

    def set_reading_size(self, size: int) -> None:
        """Set the letters of all readers, and of those to come."""
        self.reading_size = size
        for reader in self._every_reader():
            reader.set_reading_size(size)
        for comparison in self.comparisons():
            comparison.set_reading_size(size)

    def show_proposals(self, shown: bool) -> None:
        """Show what we propose in all texts, and in those to come, or the texts alone."""
        self.proposals_shown = shown
        for reader in self._every_reader():
            reader.show_proposals(shown)

    def show_sides(self, *, outline: bool, original: bool) -> None:
        """Show the outline and the page of the original beside the texts, or the texts alone."""
        self.outline_shown, self.original_shown = outline, original
        for reader in self._every_reader():
            reader.side_panels.set_panes_shown(outline=outline, original=original)

    def _every_reader(self) -> list[ReaderView]:
        """Those of meetings among them."""
        return [*self.readers(), *(reader for view in self.views(MeetingView) for reader in view.readers())]

    def _add(self, view: QWidget, name: str, *, first: bool = False, behind: bool = False) -> None:
        """Put a view in its tab: the lazy tab that waits for it, else a new tab in the current group."""
        self.added.emit(view)
        waiting = self._lazy_tab_for(view)
        if waiting is not None:
            self._replace_lazy_tab(waiting, view, name)
        else:
            self.front.add_view(view, name, 0 if first else -1)
        if not behind:
            self.setCurrentWidget(view)
        self._update_groups()
        self._emit_emptied()

    def _lazy_tab_for(self, view: QWidget) -> LazyTab | None:
        if self._waking is not None:
            return self._waking
        entry = view.entry() if isinstance(view, TabPage) else None
        return next((waiting for waiting in self.views(LazyTab) if waiting.entry() == entry), None)

    def _replace_lazy_tab(self, waiting: LazyTab, view: QWidget, name: str) -> None:
        group = self.group_for_view(waiting)
        if group is not None:
            index = group.indexOf(waiting)
            is_current = group.currentIndex() == index
            with self.signals_paused():
                group.add_view(view, name, index)
                if is_current:
                    group.setCurrentWidget(view)
                group.removeTab(group.indexOf(waiting))
            waiting.deleteLater()

    def add_lazy_tab(self, waiting: LazyTab, name: str) -> None:
        """Add a lazy tab to the current group; its content is created when it is shown."""
        with self.signals_paused():
            self.front.add_view(waiting, name)
        self._emit_emptied()

    @contextmanager
    def replacing_lazy_tab(self, waiting: LazyTab) -> Iterator[None]:
        """Let the next view that is opened take the tab of one that waits; without any that tab is closed."""
        self._waking = waiting
        try:
            yield
        finally:
            self._waking = None
            if isValid(waiting) and self.group_for_view(waiting) is not None:
                self.close_view(waiting)

    def _name(self, reader: ReaderView, shown: ReaderDocument) -> None:
        same = [
            h
            for r in self.readers()
            if (h := r.library_document())
            and h.id != shown.library_document.id
            and h.name == shown.library_document.name
        ]
        name = shown.library_document.short_name
        if same or shown.versions:
            name += f" · {shown.library_document.header.language}"
        self.set_tab_name(reader, name, shown.library_document.header.subject)
