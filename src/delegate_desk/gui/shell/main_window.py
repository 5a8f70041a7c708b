"""The window: arranges the panes, and takes what one of them says to the others."""

import logging
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QTimer, SignalInstance
from PySide6.QtGui import QAction, QCloseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QWidget
from typing_extensions import override

from delegate_desk.core.annotations.annotation import Annotation, AnnotationId, AnnotationKind
from delegate_desk.core.changes import Changes
from delegate_desk.core.documents.document import Address, DocumentId, LibraryDocument, Place
from delegate_desk.core.errors import UnknownDocumentError
from delegate_desk.core.search import Hit, HitKind, TypedQuery
from delegate_desk.desk import Desk
from delegate_desk.gui import interface_language, pending_saves
from delegate_desk.gui.annotations.annotation_lists_controller import AnnotationListsController
from delegate_desk.gui.annotations.annotations_pane import AnnotationsView
from delegate_desk.gui.close_reason import OVER, Ending
from delegate_desk.gui.context import Context, Page, WindowSettings
from delegate_desk.gui.contributions.contributions_view import ContributionsController
from delegate_desk.gui.exchange.packages_controller import Packing
from delegate_desk.gui.export.export_settings import ExportChoices
from delegate_desk.gui.forms.ui_main_window import Ui_MainWindow
from delegate_desk.gui.help import tour_controller
from delegate_desk.gui.help.welcome_controller import WelcomeController
from delegate_desk.gui.library.documents_view import DocumentsView
from delegate_desk.gui.library.dossiers_controller import DossiersController
from delegate_desk.gui.library.import_controller import DropFrame, ImportController, WatchedFoldersController
from delegate_desk.gui.library.reparse_controller import ReparseController
from delegate_desk.gui.meetings.meeting_mode_controller import MeetingModeController
from delegate_desk.gui.positions.position_controller import PositionController
from delegate_desk.gui.reader.reader_view import ReaderView
from delegate_desk.gui.revisions.comparison_view import ComparisonController
from delegate_desk.gui.revisions.revision_controller import NewRevisionController, RevisionController
from delegate_desk.gui.safety.fault_reporter import FaultReporter
from delegate_desk.gui.safety.sidecar_sync import SidecarSync
from delegate_desk.gui.search.search_controller import SearchController
from delegate_desk.gui.shell import document_dialogs
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

_log = logging.getLogger(__name__)
_LONGEST = 200
_LEFT, _MIDDLE, _RIGHT = 208, 480, 232


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
        self._walk = ""
        self._pending: tuple[Place, AnnotationId] | None = None
        self._state = PageState()
        self._wide_columns: list[int] = []
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
        reporter.set_context(self.context)
        self.packages = Packing(self.context)
        self.folder_watcher = WatchedFoldersController(self.context, self.ui.watched_menu, self.ui.watched_label)
        self.reparse_controller = ReparseController(self.context)
        self.sidecar_sync = SidecarSync(desk, tasks, self)
        self._arrange()
        self.meeting_mode = MeetingModeController(self.context, self.ui.speaker_label)
        self.search_controller = SearchController(self.context, self.ui.search_edit)
        self.welcome_controller = WelcomeController(self.context, self.documents)
        self.list_controller = AnnotationListsController(self.context, self.ui.due_button)
        self._set_reading_languages()
        self.ui.middle_layout.insertWidget(0, self.welcome_controller.page, 1)
        self.ui.middle_layout.addWidget(self.welcome_controller.tour.strip)
        self.comparison_controller = ComparisonController(self.context)
        self.revision_controller = RevisionController(self.context, self.comparison_controller.document)
        self.superseding = SupersededController(self.context, self.revision_controller, self.documents)
        self.dossiers_controller = DossiersController(self.context)
        self.contributions_controller = ContributionsController(self.context)
        self.arrivals_controller = NewRevisionController(self.context, self.meeting_mode, self.revision_controller)
        self.position_controller = PositionController(self.context, self.export_choices)
        self.split_controller = Splitting(self)
        self.screens = FullScreenController(self)
        self.drop_frame = DropFrame(self)
        self.commands = Commands(self)
        self.memory = WindowMemory(self)
        self._connect()
        self.memory.restore()
        key_bindings.subscribe_to_keys(self, self.update_panes)

    def _arrange(self) -> None:
        ui = self.ui
        ui.menu_layout.addWidget(ui.menu_bar)
        self.show_in_left_column(None)
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
        ui.stop_button.clicked.connect(self.context.notify.stop_requested)
        ui.stop_button.clicked.connect(self.import_controller.stop)
        ui.stop_button.clicked.connect(self.folder_watcher.pause)
        ui.stop_button.clicked.connect(self.reparse_controller.stop)
        ui.stop_button.clicked.connect(self.arrivals_controller.stop)
        ui.stop_button.clicked.connect(self.search_controller.upkeep.stop)
        self.import_controller.progressed.connect(self.status.show_import)
        self.import_controller.finished.connect(self.arrivals_controller.on_imported)
        self.import_controller.finished.connect(lambda came, _: self.dossiers_controller.suggest_dossiers(came))
        self.folder_watcher.imported.connect(lambda new: self.arrivals_controller.carry_over_to(new, quiet=True))
        self.drop_frame.dropped.connect(self.import_paths)
        self.documents.dossier_requested.connect(lambda key: self.dossiers_controller.open(DocumentId(key)))
        self.documents.comparison_requested.connect(lambda two: self.comparison_controller.open_pair(*two))
        self.documents.ui.document_list.selectionModel().currentChanged.connect(
            lambda *_: self.commands.update_actions()
        )
        self.annotations.own_position.open_requested.connect(
            lambda place: self.open_position(place.document, place.address)
        )
        self.settings.reading_languages_changed.connect(self._set_reading_languages)
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
        self.tabs.currentChanged.connect(self.update_panes)
        self.tabs.emptied.connect(self._show_empty)
        self.tasks.changed.connect(self._on_changes)
        self.tasks.failed.connect(self.show_error)

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
        page = self.tabs.currentWidget()
        if self.meeting_mode.is_on:
            self.meeting_mode.focus_text()
        elif isinstance(page, TabPage):
            page.enter()
        elif page is not None:
            page.setFocus()

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

    def show_page(
        self, page: QWidget, title: str, *, behind: bool = False, first: bool = False, focus: bool = True
    ) -> None:
        """Show a page in its tab; a page without a tab gets one."""
        self.tabs.show_view(page, title, behind=behind, first=first, focus=focus)

    def rename_page(self, page: QWidget, title: str) -> None:
        """Give the tab of a page another title."""
        self.tabs.set_tab_name(page, title)

    def close_page(self, page: QWidget) -> None:
        """Close the tab of a page."""
        self.tabs.close_tab(self.tabs.indexOf(page))

    def open_comparison(self, old: DocumentId, new: DocumentId) -> None:
        """Open the comparison of two documents."""
        self.tabs.open_comparison(old, new)

    def leave_page(self, page: QWidget, to: QWidget | None) -> None:
        """Bring another tab to the front; the page is closed if there is none."""
        self.tabs.show_adjacent_tab(page, to)

    @property
    def reader_made(self) -> SignalInstance:
        return self.tabs.reader_made

    def current_reader(self) -> ReaderView | None:
        """Return the reader in front, in its own tab or in a meeting."""
        return self.tabs.current_reader()

    def set_reading_size(self, size: int) -> None:
        """Set the size of the text in all readers, and in those to come."""
        self.tabs.set_reading_size(size)

    def has_pages(self) -> bool:
        """True if a tab is open."""
        return not self.tabs.is_empty()

    def action(self, name: str) -> QAction:
        """Return a command of the menus, such as ``action_position``."""
        found = self.findChild(QAction, name)
        if found is None:
            raise KeyError(name)
        return found

    def library_selection(self) -> list[LibraryDocument]:
        """Return the documents selected in the library column."""
        return self.documents.selected_documents()

    def is_library_focused(self) -> bool:
        """True if the library column has the keyboard focus."""
        return self.documents.isAncestorOf(QApplication.focusWidget() or self)

    def change_language(self, choice: str) -> None:
        """Choose the language of the window; if it differs, the window ends and the next begins in it.

        Files that are just coming in come in first. If the choice cannot be saved, nothing ends.
        """
        self.settings.save(language=choice)
        is_current = interface_language.resolve_language(choice) == interface_language.language()
        if is_current or self.settings.load().language != choice:
            return
        if self.import_controller.is_busy:
            self.import_controller.finished.connect(lambda *_: self.change_language(self.settings.load().language))
        else:
            self.leave(Ending(is_restart=True))

    def is_leaving(self) -> bool:
        """True if the window is being closed for what comes after it."""
        return self.ending.has_next_window

    def leave(self, ending: Ending) -> bool:
        """Close the window with its dialogs, what was typed saved, for what comes after it; False if it stays open.

        The library is closed and its key wiped by ``app``.
        """
        if self.is_leaving():
            return True
        why = "locked" if ending.locked else "to begin anew" if ending.is_restart else "for work on the library"
        _log.info("The window closes, %s", why)
        self.ending = ending
        for widget in QApplication.topLevelWidgets():
            if widget is self or not widget.isVisible():
                continue
            if isinstance(widget, QDialog):
                widget.done(QDialog.DialogCode.Rejected)  # also ends the loop of one that was waited for
            else:
                widget.close()
        if self.close():
            QApplication.quit()
            return True
        self.ending = OVER  # a person stays with what is not saved
        for window in self.tabs.windows:
            window.show()
        return False

    def prepare_reader(self, reader: QWidget) -> None:
        """Connect a reader that was made, and give it the reading size and the panes of all readers."""
        assert isinstance(reader, ReaderView)
        self.tabs.set_up_reader(reader)

    # The panes around the page in front

    def update_panes(self) -> None:
        """Let the other panes and the commands follow the page in front."""
        page = self.tabs.currentWidget()
        before = self._state
        state = self._state = page.state() if isinstance(page, TabPage) else PageState()
        self.show_side_pane()
        if state.side is None or state.left is not None:
            is_elsewhere = state.place is not None and state.place.document != state.document
            self.annotations.show_place(state.place, named=is_elsewhere)
        self.status.show_marking(state.marking)
        self.status.show_text(state.text, state.position)
        row = state.library_row or state.document
        if row is not None:
            self.documents.set_current(row)
        if before.left is not state.left:
            self._give_columns(to_page=state.left is not None)
            self.show_in_left_column(None)
        if self.search_controller.view() is None:
            self._walk = ""
        self.show_top_message()
        self.commands.update_actions()

    def show_side_pane(self) -> None:
        """Show the side pane of the page in front in the right column."""
        right, pane = self.ui.right_column, self._state.side or self.annotations
        if right.indexOf(pane) < 0:
            right.addWidget(pane)
        right.setCurrentWidget(pane)

    def show_in_left_column(self, pane: QWidget | None) -> None:
        """Show a pane in the left column; None for the pane of the page in front, or the library."""
        layout = self.ui.left_layout
        shown = pane or self._state.left or self.documents
        if layout.indexOf(shown) < 0:
            layout.addWidget(shown)
        for n in range(layout.count()):
            item = layout.itemAt(n)
            if item is not None and (widget := item.widget()) is not None:
                widget.setVisible(widget is shown)
        if pane is not None:
            self.ui.action_left.setChecked(True)

    def _give_columns(self, *, to_page: bool) -> None:
        """Let a page with panes in both columns have the most of a narrow window; the widths of before come back."""
        self.tabs.show_bars(shown=not to_page)
        columns, sizes = self.ui.columns, self.ui.columns.sizes()
        if to_page:
            self._wide_columns = sizes
            if sizes[1] < _MIDDLE:
                columns.setSizes([min(sizes[0], _LEFT), max(sum(sizes) - _LEFT - _RIGHT, 0), min(sizes[2], _RIGHT)])
        else:
            if self._wide_columns and sum(self._wide_columns) == sum(sizes):
                columns.setSizes(self._wide_columns)
            self._wide_columns = []

    def column_sizes(self) -> list[int]:
        """Return the widths of the columns, as they are without a page that has both."""
        return self._wide_columns or self.ui.columns.sizes()

    def _connect_page(self, page: QWidget) -> None:
        if not isinstance(page, TabPage):
            return
        page.state_changed.connect(lambda: self.update_panes() if page is self.tabs.currentWidget() else None)
        side = page.state().side
        if side is not None and page.state().left is None:
            page.destroyed.connect(side.deleteLater)

    # How the panes hang together

    def _connect_reader(self, reader: ReaderView) -> None:
        reader.place_changed.connect(
            lambda place: self.settings.remember_place(place) if reader is self.tabs.currentWidget() else None
        )
        reader.annotate_requested.connect(self._annotate)
        reader.draft_requested.connect(lambda place: self.open_position(place.document, place.address))
        reader.size_changed.connect(self.tabs.set_reading_size)
        reader.paper.menu_requested.connect(self.commands.show_context_menu)
        reader.side_panels.original_closed.connect(lambda: self.ui.action_original.setChecked(False))
        reader.header_requested.connect(lambda: document_dialogs.open_header_dialog(self))
        reader.place_requested.connect(self.open_place)
        reader.jumped.connect(self.travel.remember)
        reader.jumped.connect(lambda _: self.commands.update_actions())

    def _connect_search(self) -> None:
        searching, status = self.search_controller, self.status
        tour = self.welcome_controller.tour
        searching.hit_requested.connect(lambda *_: tour.complete_step(tour_controller.FIND))
        searching.place_requested.connect(lambda *_: tour.complete_step(tour_controller.FIND))
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

    def _set_reading_languages(self) -> None:
        self.documents.model.set_reading_languages(self.settings.reading_languages)

    def _show_empty(self, empty: bool) -> None:
        self.tabs.setVisible(not empty)
        self.welcome_controller.update_page()
        if empty:
            self.update_panes()
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
        self.ui.walk_label.setText(self._state.exit_hint or self._walk)
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
        QTimer.singleShot(0, self, self.list_controller.count_due)

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
