"""The window: arranges the panes, and takes what one of them says to the others."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QTimer, SignalInstance
from PySide6.QtGui import QCloseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow, QWidget
from typing_extensions import override

from delegate_desk.core.annotations.annotation import Annotation, AnnotationId, AnnotationKind
from delegate_desk.core.changes import Changes
from delegate_desk.core.documents.document import Address, DocumentId, Place
from delegate_desk.core.errors import UnknownDocumentError
from delegate_desk.core.search import Hit, HitKind, TypedQuery
from delegate_desk.desk import Desk
from delegate_desk.gui import pending_saves
from delegate_desk.gui.annotations.annotation_browser import BrowserView
from delegate_desk.gui.annotations.annotation_lists_controller import AnnotationListsController
from delegate_desk.gui.annotations.annotations_pane import AnnotationsView
from delegate_desk.gui.annotations.deadlines_view import DeadlinesView
from delegate_desk.gui.context import Context, Page, WindowSettings
from delegate_desk.gui.contributions.contributions_controller import ContributionsController
from delegate_desk.gui.exchange.packages_controller import Packing
from delegate_desk.gui.export.export_settings import ExportChoices
from delegate_desk.gui.forms.ui_main_window import Ui_MainWindow
from delegate_desk.gui.help.welcome_controller import WelcomeController
from delegate_desk.gui.library.documents_view import DocumentsView
from delegate_desk.gui.library.dossiers_controller import DossiersController
from delegate_desk.gui.library.import_controller import DropFrame, ImportController, WatchedFoldersController
from delegate_desk.gui.library.reparse_controller import ReparseController
from delegate_desk.gui.meetings.meeting_mode_controller import MeetingModeController
from delegate_desk.gui.positions.position_controller import PositionController
from delegate_desk.gui.positions.positions_view import PositionsView
from delegate_desk.gui.reader.reader_view import ReaderView
from delegate_desk.gui.revisions.comparison_controller import ComparisonController
from delegate_desk.gui.revisions.new_revision_controller import NewRevisionController
from delegate_desk.gui.revisions.revision_controller import RevisionController
from delegate_desk.gui.safety.fault_reporter import FaultReporter
from delegate_desk.gui.safety.sidecar_sync import SidecarSync
from delegate_desk.gui.search.search_controller import SearchController
from delegate_desk.gui.search.search_view import SearchView
from delegate_desk.gui.shell import document_dialogs
from delegate_desk.gui.shell.close_reason import OVER
from delegate_desk.gui.shell.commands import Commands
from delegate_desk.gui.shell.full_screen_controller import FullScreenController
from delegate_desk.gui.shell.notification_bar import Notices, Notifier
from delegate_desk.gui.shell.status_bar import StatusBarController
from delegate_desk.gui.shell.superseded_controller import SupersededController
from delegate_desk.gui.shell.tabs.split_controller import Splitting
from delegate_desk.gui.shell.tabs.tabs import Tabs
from delegate_desk.gui.shell.window_state import WindowMemory
from delegate_desk.gui.tab_page import PageState, TabPage
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets import focus_ring, key_bindings
from delegate_desk.gui.widgets.labels import key_hints

_LONGEST = 200


class NavigationHistory:
    """History of the places left by jumps, backwards and forwards."""

    def __init__(self) -> None:
        self._back: list[Place] = []
        self._forward: list[Place] = []

    def remember(self, place: Place | None) -> None:
        """Remember a place before a jump away from it."""
        if place is not None and self._back[-1:] != [place]:
            self._back.append(place)
            del self._back[:-_LONGEST]
        self._forward.clear()

    def back(self, here: Place | None) -> Place | None:
        """Return the place to go back to, and make this place available for going forward."""
        return _turn(self._back, self._forward, here)

    def forward(self, here: Place | None) -> Place | None:
        """The place to go forward to."""
        return _turn(self._forward, self._back, here)

    @property
    def has_back(self) -> bool:
        return bool(self._back)

    @property
    def has_forward(self) -> bool:
        return bool(self._forward)


def _turn(source: list[Place], target: list[Place], here: Place | None) -> Place | None:
    while source:
        place = source.pop()
        if place != here:
            if here is not None:
                target.append(here)
            return place
    return None


class MainWindow(QMainWindow):
    """One window on one library.

    Attributes:
        documents: The left column.
        tabs: The middle.
        annotations: The right column beside a reader.
    """

    def __init__(self, desk: Desk, tasks: Tasks, reporter: FaultReporter, settings_file: Path) -> None:
        super().__init__()
        self.desk = desk
        self.tasks = tasks
        self.settings = WindowSettings(settings_file, desk.folder, tasks, self)
        self.export_choices = ExportChoices(settings_file, self)
        self.ending = OVER
        reporter.set_window(self)
        self._walk = ""
        self._pending: tuple[Place, AnnotationId] | None = None
        self.ui = Ui_MainWindow()
        self.ui.setupUi(self)
        self.travel = NavigationHistory()
        self.import_controller = ImportController(desk, tasks, self)
        self.documents = DocumentsView(desk, tasks)
        self.tabs = Tabs(desk, tasks)
        self.annotations = AnnotationsView(desk, tasks)
        self.notices = Notices()
        self.status = StatusBarController(self.ui, tasks, self)
        notify = Notifier(self.notices, self.status, reporter)
        self.context = Context(desk, tasks, self, notify, self.settings, self)
        self.packages = Packing(self.context)
        self.folder_watcher = WatchedFoldersController(self)
        self.reparse_controller = ReparseController(self)
        self.sidecar_sync = SidecarSync(desk, tasks, self)
        self._arrange()
        self.meeting_mode = MeetingModeController(self)
        self.search_controller = SearchController(desk, tasks, self.ui.search_edit, self.tabs)
        self.welcome_controller = WelcomeController(self)
        self.list_controller = AnnotationListsController(self)
        self.comparison_controller = ComparisonController(self)
        self.revision_controller = RevisionController(self.context, self.comparison_controller.document)
        self.superseding = SupersededController(self)
        self.dossiers_controller = DossiersController(self)
        self.contributions_controller = ContributionsController(self.context)
        self.arrivals_controller = NewRevisionController(self)
        self.position_controller = PositionController(self)
        self.split_controller = Splitting(self)
        self.screens = FullScreenController(self)
        self.drop_frame = DropFrame(self)
        self.commands = Commands(self)
        self.memory = WindowMemory(self)
        self._connect()
        self.memory.restore()
        key_bindings.subscribe_to_keys(self, self._show_tab)

    def _arrange(self) -> None:
        ui = self.ui
        ui.menu_layout.addWidget(ui.menu_bar)
        ui.left_layout.addWidget(self.documents)
        ui.middle_layout.addWidget(self.tabs, 1)
        ui.middle_layout.addWidget(self.notices)
        self.tabs.hide()
        ui.right_column.addWidget(self.annotations)
        ui.right_column.setAccessibleName(self.tr("Current paragraph"))
        for column in (ui.left_column, ui.right_column):
            column.setMinimumWidth(200)
            column.setMaximumWidth(480)
        ui.columns.setStretchFactor(1, 1)
        self._align_top_message()

    def _connect(self) -> None:
        ui = self.ui
        ui.columns.splitterMoved.connect(self._align_top_message)
        ui.stop_button.clicked.connect(self.import_controller.stop)
        ui.stop_button.clicked.connect(self.folder_watcher.pause)
        ui.stop_button.clicked.connect(self.reparse_controller.stop)
        ui.stop_button.clicked.connect(self.arrivals_controller.stop)
        ui.stop_button.clicked.connect(self.search_controller.upkeep.stop)
        self.import_controller.progressed.connect(self.status.show_import)
        self.import_controller.finished.connect(self.arrivals_controller.on_imported)
        self.documents.opened.connect(lambda key: self.open_document(DocumentId(key)))
        self.documents.position_requested.connect(lambda key: self.open_position(DocumentId(key)))
        self.documents.tag_search_requested.connect(
            lambda tag: self.search(f'tag:"{tag}"' if " " in tag else f"tag:{tag}")
        )
        self.documents.place_requested.connect(self.open_place)
        self.documents.search_requested.connect(self.search_controller.search_saved)
        self.documents.meeting_requested.connect(self.meeting_mode.open)
        self._connect_search()
        self.documents.listed.connect(lambda _: self.commands.update_actions())
        self.annotations.opened.connect(self.open_place)
        self.annotations.annotation_requested.connect(self.open_annotation)
        self.annotations.left.connect(self.focus_text)
        self.annotations.shown.connect(self._show_pending)
        self.tabs.reader_made.connect(self._connect_reader)
        self.tabs.added.connect(self._connect_page)
        self.tabs.list_made.connect(self.list_controller.connect_view)
        self.tabs.currentChanged.connect(self._show_tab)
        self.tabs.emptied.connect(self._show_empty)
        self.tasks.changed.connect(self._on_changes)
        self.tasks.failed.connect(self.show_error)
        self.tasks.idle.connect(self._update_marking)

    # What comes in

    def import_paths(self, paths: Iterable[Path]) -> None:
        """Bring files in, and what is in folders."""
        self.import_controller.import_paths(self.packages.open_packages_among(paths))

    def show_error(self, error: Exception) -> None:
        """Show the sentence of an error, or report a fault of the program."""
        self.context.notify.show_error(error)

    # What is opened

    def open_document(
        self,
        document: DocumentId,
        address: Address | None = None,
        asked: TypedQuery | None = None,
        *,
        behind: bool = False,
    ) -> None:
        """Open a document, with the hits of a query highlighted, and record the previous place.

        Without an address it opens at its last place; ``behind`` leaves the current tab in front.
        """
        if behind:
            self.tabs.open_document(document, address, asked, behind=True)
            return
        here = self.current_place()
        if here is not None and (here.document, here.address) != (document, address):
            self.travel.remember(here)
        if address is None and self.tabs.reader_for_document(document) is None:
            address = self.settings.place_in_document(document)
        self.tabs.open_document(document, address, asked)

    def open_place(self, place: Place, *, behind: bool = False) -> None:
        """Open a place; its address is empty for the beginning of a document."""
        self.open_document(place.document, place.address or None, behind=behind)

    def open_position(self, document: DocumentId, address: Address | None = None) -> None:
        """Show our position on a document, with a paragraph to draft on."""
        view = self.tabs.open_position(self.desk.documents.get(document))
        if address is not None:
            view.draft(address)

    def search(self, text: str) -> None:
        """Show what a query finds."""
        self.search_controller.search(text)

    def current_place(self) -> Place | None:
        """The paragraph at hand."""
        reader = self.tabs.current_reader()
        return reader.place() if reader else None

    def focus_text(self) -> None:
        """Give the keys to what is in front."""
        widget = self.tabs.currentWidget()
        if self.meeting_mode.is_on:
            self.meeting_mode.focus_text()
        elif isinstance(widget, SearchView):
            widget.enter()
        elif widget is not None:
            widget.setFocus()

    def current_document(self) -> DocumentId | None:
        """The document that the tab in front is about."""
        return self.tabs.current_document()

    # Pages of any kind

    @property
    def page_changed(self) -> SignalInstance:
        return self.tabs.currentChanged

    @property
    def page_added(self) -> SignalInstance:
        return self.tabs.added

    def pages(self, kind: type[Page]) -> list[Page]:
        """Return the open pages of a class, from left to right."""
        return self.tabs.views(kind)

    def current_page(self) -> QWidget | None:
        """Return the page in front."""
        return self.tabs.currentWidget()

    def show_page(self, page: QWidget, title: str, *, behind: bool = False) -> None:
        """Show a page in its tab; a page without a tab gets one."""
        self.tabs.show_view(page, title, behind=behind)

    def rename_page(self, page: QWidget, title: str) -> None:
        """Give the tab of a page another title."""
        self.tabs.set_tab_name(page, title)

    def close_page(self, page: QWidget) -> None:
        """Close the tab of a page."""
        self.tabs.close_tab(self.tabs.indexOf(page))

    def open_comparison(self, old: DocumentId, new: DocumentId) -> None:
        """Open the comparison of two documents."""
        self.tabs.open_comparison(old, new)

    def update_panes(self) -> None:
        """Let the other panes and the commands follow the page in front, whose state changed."""
        self._show_tab()

    def _connect_page(self, page: QWidget) -> None:
        if isinstance(page, TabPage):
            page.state_changed.connect(lambda: self._show_tab() if page is self.tabs.currentWidget() else None)

    def _show_page(self, state: PageState) -> None:
        self.ui.right_column.setCurrentWidget(state.side or self.annotations)
        if state.side is None:
            is_elsewhere = state.place is not None and state.document not in (None, state.place.document)
            self.annotations.show_place(state.place, named=is_elsewhere)
        self.status.show_marking(state.marking)
        self.status.show_text(state.text, state.position)
        if state.document is not None:
            self.documents.set_current(state.document)

    # How the panes hang together

    def _connect_reader(self, reader: ReaderView) -> None:
        reader.place_changed.connect(lambda _, reader=reader: self._show_place(reader))
        reader.annotate_requested.connect(self._annotate)
        reader.draft_requested.connect(lambda place: self.open_position(place.document, place.address))
        reader.size_changed.connect(self.tabs.set_reading_size)
        reader.paper.menu_requested.connect(self.commands.show_context_menu)
        reader.side_panels.original_closed.connect(lambda: self.ui.action_original.setChecked(False))
        reader.header_requested.connect(lambda: document_dialogs.open_header_dialog(self))
        reader.place_requested.connect(self.open_place)
        reader.jumped.connect(self.travel.remember)
        reader.jumped.connect(self.commands.update_actions)
        reader.loaded.connect(
            lambda _, reader=reader: self._show_tab() if self.tabs.currentWidget() is reader else None
        )

    def _connect_search(self) -> None:
        searching, status = self.search_controller, self.status
        searching.view_made.connect(self._place_side)
        searching.hit_requested.connect(self._open_hit)
        searching.place_requested.connect(self._open_found)
        searching.side_pane_requested.connect(lambda: self.ui.action_right.setChecked(True))
        searching.saved.connect(lambda: self.documents.reload(anew=False))
        searching.new_hits_changed.connect(self.documents.saved_searches.count_new)
        searching.box.escaped.connect(self.focus_text)
        searching.box.commands_requested.connect(self.ui.action_commands.trigger)
        searching.hit_stepped.connect(lambda number, of: self.show_top_message(key_hints.hit_hint(number, of)))
        searching.upkeep.progressed.connect(status.show_indexing)
        searching.upkeep.ended.connect(status.end_indexing)

    def _place_side(self, view: SearchView) -> None:
        """Give what stands beside the results its place in the right column."""
        self.ui.right_column.addWidget(view.side)
        view.destroyed.connect(view.side.deleteLater)

    def _annotate(self, kind: AnnotationKind, place: Place, span: tuple[int, int] | None) -> None:
        self.ui.action_right.setChecked(True)
        self.ui.right_column.setCurrentWidget(self.annotations)
        self.activateWindow()  # the words may stand in a window of their own
        self.annotations.start_annotation(kind, place, span)

    def _open_hit(self, hit: Hit, asked: TypedQuery, new_tab: bool) -> None:
        if hit.kind is HitKind.POSITION:
            self.open_position(hit.document, hit.address or None)
            return
        place = Place(hit.document, hit.address)
        self._open_found(place, asked if hit.kind is HitKind.PARAGRAPH else None, new_tab)
        if hit.annotation and not new_tab:
            self._edit(place, hit.annotation)

    def _open_found(self, place: Place, asked: TypedQuery | None, new_tab: bool) -> None:
        self.open_document(place.document, place.address or None, asked, behind=new_tab)

    def open_annotation(self, annotation: Annotation) -> None:
        """Show an annotation at its place, the caret in it."""
        self.open_place(annotation.place)
        self._edit(annotation.place, annotation.id)

    def _edit(self, place: Place, annotation: AnnotationId) -> None:
        self._pending = (place, annotation)
        if self.annotations.place == place:
            self._show_pending(place)

    def _show_pending(self, place: Place) -> None:
        """Put the caret into the annotation that was found, once its paragraph is shown."""
        if self._pending and self._pending[0] == place:
            self.annotations.edit(self._pending[1])
            self._pending = None

    def _show_place(self, reader: ReaderView) -> None:
        if self.meeting_mode.is_on:
            self.meeting_mode.set_reader(reader)
        elif reader is self.tabs.currentWidget():
            self.status.show_reader(reader)
            self.annotations.show_place(reader.place())
            self.settings.remember_place(reader.place())
            self.commands.update_actions()

    def _show_tab(self) -> None:
        """Let the other panes follow the tab in front."""
        widget = self.tabs.currentWidget()
        right = self.ui.right_column
        if self.tabs.search_view() is None:
            self.show_top_message("")
        if any(
            one.on_tab_activated()
            for one in (
                self.meeting_mode,
                self.comparison_controller,
                self.dossiers_controller,
            )
        ):
            pass
        elif isinstance(widget, ReaderView):
            right.setCurrentWidget(self.annotations)
            self._show_place(widget)
            self.documents.set_current(widget.document)
        elif isinstance(widget, SearchView):
            right.setCurrentWidget(widget.side)
            self.status.show_marking(widget.marking)
            self.status.show_text(key_hints.results_hint())
        elif isinstance(widget, PositionsView):
            self.position_controller.show_tab(widget)
        elif isinstance(widget, BrowserView | DeadlinesView):
            self.list_controller.show_tab(widget)
        elif isinstance(widget, TabPage):
            self._show_page(widget.state())
        else:
            right.setCurrentWidget(self.annotations)
            self.annotations.show_place(None)
            self.status.show_marking(None)
            self.status.show_text("")
        self.commands.update_actions()

    def _update_marking(self) -> None:
        """Update the marking, which may change once a list is filled."""
        widget = self.tabs.currentWidget()
        if isinstance(widget, SearchView):
            self.status.show_marking(widget.marking)

    def _show_empty(self, empty: bool) -> None:
        if empty:
            self._show_tab()
        self.memory.save_soon()

    def _on_changes(self, changes: Changes) -> None:
        for document in changes.documents:
            if not self._is_in_library(document):
                self.tabs.close_document(document)
        self.commands.update_actions()

    def _is_in_library(self, document: DocumentId) -> bool:
        try:
            return self.desk.documents.get(document).trashed is None
        except UnknownDocumentError:  # it was removed for good
            return False

    def show_top_message(self, walk: str | None = None) -> None:
        """Say at the top right how to leave the meeting that has the window, else where a walk through the hits is."""
        self._walk = self._walk if walk is None else walk
        self.ui.walk_label.setText(self.meeting_mode.exit_hint() or self._walk)
        self._align_top_message()

    def _align_top_message(self) -> None:
        """The box stands over the middle column."""
        ui = self.ui
        left = ui.left_column.width() if ui.left_column.isVisibleTo(self) else 0
        right = ui.right_column.width() if ui.right_column.isVisibleTo(self) else 0
        at_right = ui.top_right.sizeHint().width() if ui.walk_label.text() else 0
        widths = (max(left + 24, ui.menu_bar.sizeHint().width() + 12), max(right + 24, at_right))
        ui.menu_holder.setMaximumWidth(widths[0])
        ui.top_right.setMaximumWidth(widths[1])
        for place, width in enumerate((widths[0], max(1, self.width() - sum(widths)), widths[1])):
            ui.top_layout.setStretch(place, width)  # where all three do not fit, each gives way

    # Events

    @override
    def focusNextPrevChild(self, forward: bool) -> bool:
        return focus_ring.step_focus(self, forward=forward)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._align_top_message()
        QTimer.singleShot(0, self, self.search_controller.upkeep.start)  # the first paint comes before
        QTimer.singleShot(0, self, self.list_controller.clock.count_due)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._align_top_message()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self.tasks.flush()
        if not pending_saves.may_leave(self.tasks, self, event):
            return
        for busy in (
            self.import_controller,
            self.folder_watcher,
            self.reparse_controller,
            self.arrivals_controller,
            self.search_controller.upkeep,
        ):
            busy.stop()
        self.memory.save_state(at_end=self.ending is OVER)
        self.screens.close()
        self.tasks.close()
        super().closeEvent(event)
