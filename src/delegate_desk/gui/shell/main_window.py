"""The window: arranges the panes, and connects them."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtGui import QAction, QCloseEvent
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit, QMainWindow, QWidget
from typing_extensions import override

from delegate_desk.core.annotations.annotation import Annotation
from delegate_desk.core.changes import Changes
from delegate_desk.core.documents.document import Address, DocumentId, Place
from delegate_desk.core.meetings.meeting import MeetingId
from delegate_desk.core.positions.export_options import ExportKind
from delegate_desk.core.search import Hit, HitKind, TypedQuery
from delegate_desk.desk import Desk
from delegate_desk.gui import interface_language
from delegate_desk.gui.annotations.annotation_lists_controller import AnnotationListsController
from delegate_desk.gui.context import LOCKED, OVER, Context, Ending, WindowSettings
from delegate_desk.gui.contributions.contributions_controller import ContributionsController
from delegate_desk.gui.exchange.exchange_controllers import Packing
from delegate_desk.gui.forms.ui_main_window import Ui_MainWindow
from delegate_desk.gui.help import help_controllers
from delegate_desk.gui.library.documents_view import DocumentsView
from delegate_desk.gui.library.import_controller import (
    DropFrame,
    ImportController,
    ReparseController,
    WatchedFoldersController,
)
from delegate_desk.gui.library.timeline_view import DossiersController
from delegate_desk.gui.library.today_controller import TodayController
from delegate_desk.gui.meetings.meeting_tab import meeting_commands, meeting_tab_types, write_note
from delegate_desk.gui.notification_bar import Notices, Notifier
from delegate_desk.gui.positions.position_controller import PositionController
from delegate_desk.gui.revisions.comparison_controller import ComparisonController
from delegate_desk.gui.revisions.revision_controller import NewRevisionController, RevisionController
from delegate_desk.gui.safety.safety_controllers import FaultReporter, SidecarSync
from delegate_desk.gui.search.search_controller import SearchController
from delegate_desk.gui.shell.columns import Columns, FullScreenController
from delegate_desk.gui.shell.commands import Appearance, Commands, KeyGuard, available_commands, context_commands
from delegate_desk.gui.shell.edit_controllers import Seeking, Text, Undoing
from delegate_desk.gui.shell.family_controller import FamilyController, Opener
from delegate_desk.gui.shell.field_controller import FieldController, PreferencesController
from delegate_desk.gui.shell.tab_group import in_a_tab
from delegate_desk.gui.shell.tabs import Tabs
from delegate_desk.gui.shell.window_state import NavigationHistory, WindowMemory, may_leave
from delegate_desk.gui.tab_page import TabKind, TabPage, TabType
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets import accessibility, key_bindings
from delegate_desk.gui.widgets.jobs import FirstPaint
from delegate_desk.gui.widgets.output import downloads_folder
from delegate_desk.gui.widgets.text.page_metrics import USUAL

if TYPE_CHECKING:
    from delegate_desk.gui.meetings.meeting_mode_controller import MeetingModeController
    from delegate_desk.gui.paragraphs.paragraph_file import ParagraphFile, ParagraphFileController
    from delegate_desk.gui.reader.outline_view import OutlineView
    from delegate_desk.gui.reader.reader_view import ReaderView

_log = logging.getLogger(__name__)


class MainWindow(QMainWindow):
    """One window on one library."""

    def __init__(self, desk: Desk, tasks: Tasks, reporter: FaultReporter, settings_file: Path) -> None:
        super().__init__()
        self.desk = desk
        self.tasks = tasks
        self.settings = WindowSettings(settings_file, desk.folder, tasks, self)
        self.ending = OVER
        self._folder = downloads_folder()
        self.ui = Ui_MainWindow()
        self.ui.setupUi(self)
        self.travel = NavigationHistory()
        self.import_controller = ImportController(desk, tasks, self)
        self.documents = DocumentsView(desk, tasks)
        self.library_selection = self.documents.selected_documents
        tabs = self.tabs = Tabs(desk, tasks)
        self.page_changed, self.reader_made = tabs.currentChanged, tabs.reader_made
        self.pages, self.current_page, self.current_reader = tabs.pages, tabs.currentWidget, tabs.current_reader
        self.show_page, self.leave_page, self.previewing = tabs.show_page, tabs.leave_page, tabs.previewing
        self.close_page, self.drop_page, self.move_to_document = tabs.close_view, tabs.drop_page, tabs.move_to_document
        self.rename_page, self.set_reading_size = tabs.set_tab_name, tabs.set_reading_size
        self.note_unlisted, self.family = tabs.note_unlisted, tabs.family
        self.notices = Notices()
        self.status = Notifier(self.ui, tasks, self.notices, reporter.report)
        self.context = Context(desk, tasks, self, self.status, self.settings, self)
        reporter.set_context(self.context)
        self.memory = WindowMemory(self.context, self.ui, tabs)
        self.packages = Packing(self.context)
        self.folder_watcher = WatchedFoldersController(self.context, self.ui.watched_label)
        self.reparse_controller = ReparseController(self.context)
        self.sidecar_sync = SidecarSync(desk, tasks, self)
        self._arrange()
        panes = (lambda: self.outline), (lambda: self.paragraph_file), self._meeting_in_front
        self.columns = Columns(self.context, self.ui, self.tabs, self.documents, *panes)
        self.show_in_left_column = self.columns.show_in_left_column
        self.search_controller = SearchController(self.context, self.ui.search_edit)
        self.search = self.search_controller.search
        actions = self._open_meeting, self._show_changes, partial(write_note, self.context)
        self.today = TodayController(self.context, self.documents, self.ui.middle_layout, in_a_tab, actions)
        self.welcome_controller = help_controllers.WelcomeController(self.context, self.documents, self._show_today)
        self.list_controller = AnnotationListsController(self.context, self.ui.due_button)
        self._set_reading_languages()
        self.ui.middle_layout.insertWidget(0, self.welcome_controller.page, 1)
        self.ui.middle_layout.addWidget(self.welcome_controller.tour.strip)
        self.comparison_controller = ComparisonController(self.context, lambda: self.file_controller)
        sources = self.comparison_controller.document, lambda: self.file_controller
        self.revision_controller = RevisionController(self.context, *sources)
        self.dossiers_controller = DossiersController(self.context)
        self.contributions_controller = ContributionsController(self.context)
        self.arrivals_controller = NewRevisionController(self.context, self._meeting_in_front, self.revision_controller)
        exported = partial(self.welcome_controller.tour.complete_step, help_controllers.SEND)
        self.position_controller = PositionController(self.context, self._connect_keys, exported)
        self.open_comparison, self.open_position = self.comparison_controller.open, self.position_controller.open
        openers: dict[TabKind, Opener] = {
            TabKind.READER: self.open_document,
            TabKind.COMPARISON: lambda document, _: self.comparison_controller.compare_with_previous(document),
            TabKind.CONSEQUENCES: lambda document, _: self.revision_controller.open_page_of(document),
            TabKind.POSITION: lambda document, _: self.open_position(document),
            TabKind.MEETING: lambda document, address: self.meeting_mode.open_with(document, address=address),
            TabKind.CONTRIBUTIONS: lambda document, _: self.contributions_controller.open(document),
            TabKind.TIMELINE: lambda document, _: self.dossiers_controller.open(document),
        }
        self.family_controller = FamilyController(self.context, tabs, self.documents, openers)
        types = tabs.types = self._tab_types()
        self.screens = FullScreenController(self.context, self.ui, self.tabs, self.family_controller)
        self.drop_frame = DropFrame(self)
        self.seeking = Seeking(self.ui, self.tabs, self.search_controller.step)
        self._undoing = Undoing(self.context, self.ui, self.tabs)
        self.preferences = PreferencesController(self.context, self.ui, self.tabs, self.folder_watcher, types)
        parts: list[Any] = [self.tabs, self.columns, self.search_controller, self.comparison_controller, self.today]
        parts += [self.revision_controller, self.family_controller, self.dossiers_controller, self.list_controller]
        parts += [self.contributions_controller, self.position_controller, self.reparse_controller, self.seeking]
        parts += [self._undoing, self.preferences]
        meetings = meeting_commands(self.context, lambda: self.meeting_mode)
        tables = [context_commands(self.context, self.packages), self._table(), meetings]
        tables += [part.commands() for part in parts]
        self.commands = Commands(self.context, self.ui, self.tabs, types, tables, self._available)
        self.commands.updated.connect(self._undoing.show_names)
        self.commands.updated.connect(self.columns.name_meeting)
        self._key_guard = KeyGuard(self.context, self.commands, self.tabs)
        by_name = self.dossiers_controller.open, self._open_meeting
        model, search = self.documents.model, self.search_controller
        field = FieldController(self.context, self.tabs, model, self.preferences, search, self.commands, by_name)
        self._appearance = Appearance(self.context, self.ui)
        self.memory.connect_parts(field, self.columns, search, self._focus_first)
        self._connect()
        self.memory.restore()
        key_bindings.subscribe_to_keys(self, self.update_panes)
        self.first_paint = FirstPaint(self)
        resume, count_due = self.search_controller.upkeep.resume, self.list_controller.count_due
        for start in (self.documents.reload, self.folder_watcher.list_folders, resume, count_due):
            self.first_paint.passed.connect(start)

    @cached_property
    def outline(self) -> OutlineView:
        from delegate_desk.gui.reader.outline_view import OutlineView

        outline = OutlineView(self.ui.left_column)
        outline.hide()  # until its panel is chosen
        return outline

    @cached_property
    def file_controller(self) -> ParagraphFileController:
        from delegate_desk.gui.paragraphs.paragraph_file import ParagraphFileController

        controller = ParagraphFileController(self.context)
        self.ui.right_column.addWidget(controller.file)
        controller.file.position.pressed.connect(self.columns.show_briefly)
        return controller

    @property
    def paragraph_file(self) -> ParagraphFile:
        return self.file_controller.file

    @cached_property
    def meeting_mode(self) -> MeetingModeController:
        from delegate_desk.gui.meetings.meeting_mode_controller import MeetingModeController

        meeting_mode = MeetingModeController(self.context)
        meeting_mode.agenda_changed.connect(self.family_controller.show_agenda)
        return meeting_mode

    def _meeting_in_front(self) -> MeetingModeController | None:
        return self.meeting_mode if "meeting_mode" in vars(self) and self.meeting_mode.is_on else None

    def _open_meeting(self, key: MeetingId) -> None:
        self.meeting_mode.open(key)

    def _tab_types(self) -> dict[TabKind, TabType]:
        types = (
            self.tabs.reader_type(self.settings),
            self.search_controller.tab_type(),
            self.position_controller.tab_type(),
            *self.comparison_controller.tab_types(),
            self.contributions_controller.tab_type(),
            self.dossiers_controller.tab_type(),
            *meeting_tab_types(self.context, lambda: self.meeting_mode, self.tabs.meeting),
            *self.list_controller.tab_types(),
            *self.revision_controller.tab_types(),
        )
        return {tab_type.kind: tab_type for tab_type in types}

    def _table(self) -> dict[str, Callable[[], object]]:
        return {
            "action_bring_in": self._import_files,
            "action_paste_files": self._paste_files,
            "action_watch": self.folder_watcher.prompt_folder,
            "action_samples": self.welcome_controller.open_samples,
            "action_quit": self.close,
            "action_lock": lambda: self.leave(LOCKED),
            "action_empty_trash": self.documents.empty_trash,
            "action_larger": lambda: self.set_reading_size(self.tabs.reading_size + 1),
            "action_smaller": lambda: self.set_reading_size(self.tabs.reading_size - 1),
            "action_usual_size": lambda: self.set_reading_size(USUAL),
            "action_back": lambda: self._travel(self.travel.back(self.current_place())),
            "action_forward": lambda: self._travel(self.travel.forward(self.current_place())),
            "action_rename": self._rename,
            "action_text": lambda: self.tabs.show_text(otherwise=self.focus_text),
        }

    def _available(self) -> dict[str, bool]:
        library, page = self.documents.model.library, self.tabs.state()
        return {
            **available_commands(self.context, self.tabs, page, self.comparison_controller.document()),
            "action_meeting_view": self.family_controller.is_on_agenda(page.document),
            "action_note_file": bool(library.meetings),
            "action_context": self.columns.has_right,
            "action_empty_trash": bool(library.trash or library.trashed_notes),
            "action_back": bool(self.travel.past),
            "action_forward": bool(self.travel.ahead),
        }

    def _arrange(self) -> None:
        ui = self.ui
        ui.menu_layout.insertWidget(0, ui.menu_bar)
        ui.middle_layout.addWidget(self.tabs, 1)
        ui.middle_layout.addWidget(self.notices)
        self.tabs.hide()
        more_menus = ui.menu_bar.findChild(QWidget, "qt_menubar_ext_button")
        if more_menus:
            more_menus.setAccessibleName(self.tr("More menus"))

    def _connect(self) -> None:
        ui, update = self.ui, self.commands.update_soon
        ui.action_outline.toggled.connect(self._show_outline)
        ui.action_original.toggled.connect(self._show_original_page)
        ui.action_proposals.triggered.connect(self.tabs.show_drafting)
        ui.stop_button.clicked.connect(self.context.notify.stop_requested)
        ui.stop_button.clicked.connect(self.folder_watcher.pause)
        importing, arrivals = self.import_controller, self.arrivals_controller
        self._stoppable = importing, arrivals, self.reparse_controller, self.search_controller.upkeep
        for busy in self._stoppable:
            ui.stop_button.clicked.connect(busy.stop)
        self.import_controller.progressed.connect(self.status.show_import)
        self.import_controller.finished.connect(self.arrivals_controller.on_imported)
        self.import_controller.finished.connect(lambda new, _: self.dossiers_controller.suggest_dossiers(new))
        self.folder_watcher.imported.connect(lambda new: self.arrivals_controller.carry_over_to(new, quiet=True))
        self.drop_frame.dropped.connect(self.import_paths)
        self.drop_frame.received.connect(self.import_controller.receive)
        self.documents.dossier_requested.connect(lambda key: self.dossiers_controller.open(DocumentId(key)))
        self.documents.comparison_requested.connect(lambda pair: self.comparison_controller.open_pair(*pair))
        self.documents.ui.document_list.selectionModel().currentChanged.connect(lambda *_: update())
        self.settings.reading_languages_changed.connect(self._set_reading_languages)
        self.documents.opened.connect(lambda key, behind: self.open_document(DocumentId(key), behind=behind))
        self.documents.dossier_choice_requested.connect(self.dossiers_controller.prompt_dossier)
        self.documents.model.is_unread = self.settings.is_unread
        self.documents.model.change_unread = self.settings.toggle_unread
        self.list_controller.overdue_counted.connect(self.documents.model.show_overdue)
        self.documents.import_requested.connect(self._import_files)
        self.documents.place_requested.connect(self.preview_place)
        self.documents.search_requested.connect(self.search_controller.search_saved)
        self.documents.meeting_requested.connect(self._open_meeting)
        self._connect_search()
        self.documents.listed.connect(lambda _: update())
        self.tabs.reader_made.connect(self._connect_reader)
        self.tabs.added.connect(self._connect_page)
        self.tabs.today_requested.connect(self.today.show)
        self.tabs.currentChanged.connect(self.update_panes)
        self.columns.focus_hidden.connect(self.focus_text)
        self.tabs.emptied.connect(self._show_empty)
        self.tasks.changed.connect(self._on_changes)
        self.tasks.failed.connect(self.context.notify.show_error)

    # Imports

    def import_paths(self, paths: Iterable[Path]) -> None:
        """Import files and the content of folders; a returned file of ours is opened."""
        others = self.packages.open_packages_among(paths)
        self.position_controller.open_returned_among(others, self.import_controller.import_paths)

    # Opening

    def open_document(
        self,
        document: DocumentId,
        address: Address | None = None,
        query: TypedQuery | None = None,
        *,
        behind: bool = False,
    ) -> None:
        if behind:
            self.tabs.open_document(document, address, query, behind=True)
            return
        current = self.current_place()
        if current is not None and (current.document, current.address) != (document, address):
            self.travel.remember(current)
        if address is None and self.tabs.reader_for_document(document) is None:
            address = self.settings.place_in_document(document)
        self.tabs.open_document(document, address, query)

    def open_place(self, place: Place, *, behind: bool = False) -> None:
        self.open_document(place.document, place.address or None, behind=behind)

    def preview_place(self, place: Place) -> None:
        with self.previewing():
            self.open_place(place)

    def current_place(self) -> Place | None:
        reader = self.tabs.current_reader()
        return reader.place() if reader else None

    def _focus_first(self) -> None:
        (self.tabs.currentWidget() or self.documents).setFocus()

    def focus_text(self) -> None:
        page, view = self.tabs.page(), self.tabs.currentWidget()
        if (meeting := self._meeting_in_front()) is not None:
            meeting.focus_text()
        elif page is not None:
            page.enter()
        elif view is not None:
            view.setFocus()
        elif self.today.page is not None:
            self.today.page.setFocus()

    def current_document(self) -> DocumentId | None:
        return self.tabs.state().document

    def documents_in_front(self) -> tuple[DocumentId, ...]:
        page = self.tabs.page()
        entry = page.entry() if page is not None else None
        return entry.documents if entry is not None else ()

    # Pages of any kind

    def has_pages(self) -> bool:
        return not self.tabs.is_empty()

    def action(self, name: str) -> QAction:
        found = self.findChild(QAction, name)
        if found is None:
            raise KeyError(name)
        return found

    def is_library_focused(self) -> bool:
        return self.documents.isAncestorOf(QApplication.focusWidget() or self)

    def change_language(self, choice: str) -> None:
        """Choose the language of the window, after imports in progress.

        If the choice cannot be saved, the window stays.
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
        return self.ending.has_next_window

    def leave(self, ending: Ending) -> bool:
        """Close the window with its dialogs, with typed text saved; ``app`` closes the library and deletes its key."""
        if self.is_leaving():
            return True
        reason = "locked" if ending.locked else "to begin anew" if ending.is_restart else "for work on the library"
        _log.info("The window closes, %s", reason)
        self.ending = ending
        for widget in QApplication.topLevelWidgets():
            if widget is self or not widget.isVisible():
                continue
            if isinstance(widget, QDialog):
                widget.done(QDialog.DialogCode.Rejected)  # also ends the event loop of a modal dialog
            else:
                widget.close()
        if self.close():
            QApplication.quit()
            return True
        self.ending = OVER  # the user keeps the window because of unsaved text
        for window in self.tabs.windows:
            window.show()
        return False

    def prepare_reader(self, reader: QWidget) -> None:
        self.tabs.set_up_reader(cast("ReaderView", reader))

    # Commands

    def _travel(self, place: Place | None) -> None:
        if place is not None:
            self.tabs.open_document(place.document, place.address)
            self.commands.update_soon()

    def _rename(self) -> None:
        """Edit the title of the selection in the library, else that of the current tab."""
        action = self.documents.ui.action_rename
        if self.is_library_focused() and action.isEnabled():
            action.trigger()
        elif self.tabs.page() is not None:
            self.tabs.front.edit_title(self.tabs.front.currentIndex())

    def _import_files(self) -> None:
        suffixes = "*.pdf *.docx *.odt *.rtf *.xlsx *.pptx *.html *.htm *.txt *.eml *.msg *.zip"
        documents = self.tr("Documents ({suffixes})").format(suffixes=suffixes)
        kinds = documents + ";;" + self.tr("All files (*)")
        names, _ = QFileDialog.getOpenFileNames(self, self.tr("Import Documents"), str(self._folder), kinds)
        if names:
            self._folder = Path(names[0]).parent
            self.import_paths(Path(name) for name in names)

    def _paste_files(self) -> None:
        field = QApplication.focusWidget()
        if isinstance(field, QLineEdit | Text) and not field.isReadOnly():
            field.paste()
        elif not self.import_controller.paste_clipboard(self.import_paths):
            advice = self.tr("First copy files in a file manager, or text from any program.")
            self.notices.show_notice(self.tr("Nothing to paste"), [advice])

    def _show_outline(self, shown: bool) -> None:
        reader = self.tabs.current_reader()
        if shown:
            self.ui.action_left.setChecked(True)
            self.outline.setFocus()
        elif reader is not None:
            reader.paper.setFocus()

    def _show_original_page(self, shown: bool) -> None:
        reader, page = self.tabs.current_reader(), self.tabs.page()
        if page is None or page.pages_shown is shown:
            return
        self.tabs.show_pages(shown=shown)
        if reader is not None and not shown:
            reader.paper.setFocus()
        self.update_panes()

    def _close_original_page(self, reader: ReaderView) -> None:
        reader.paper.setFocus()  # its pane becomes the current one
        self.ui.action_original.setChecked(False)

    # Panes around the current page

    def update_panes(self) -> None:
        """Make the other panes and the commands follow the current page."""
        state = self.tabs.state()
        self.columns.show_page(state)
        reader = self.tabs.current_reader()
        if reader is not None or "outline" in vars(self):
            self.outline.follow(reader)
        page = self.tabs.page()
        self.ui.action_original.setChecked(page is not None and page.pages_shown)
        self.ui.action_proposals.setChecked(bool(state.drafting_shown))
        has_file = "file_controller" in vars(self) or state.has_file
        if has_file and state.side is None:
            self.file_controller.show_page(state)
        self.status.show_marking(state.marking)
        self.status.show_text(state.text, state.position)
        row = state.document if state.library_row is None else state.library_row
        if row is not None:
            self.documents.set_current(row)
        if self.search_controller.view() is None:
            self.columns.show_top_message("")
        self.commands.update_soon()

    def _connect_page(self, page: QWidget) -> None:
        if not isinstance(page, TabPage):
            return
        page.state_changed.connect(lambda: self.update_panes() if page is self.tabs.currentWidget() else None)
        state = page.state()
        for pane in filter(None, (state.side, state.top)):
            if state.left is None:
                page.destroyed.connect(pane.deleteLater)

    # Connections between panes

    def _connect_reader(self, reader: ReaderView) -> None:
        self.outline.watch(reader)
        reader.place_changed.connect(
            lambda place: self.settings.remember_place(place) if reader is self.tabs.currentWidget() else None
        )
        self.file_controller.connect_reader(reader)
        reader.size_changed.connect(self.tabs.set_reading_size)
        reader.options.drafting_toggled.connect(self.tabs.show_drafting)
        reader.paper.menu_requested.connect(self.commands.show_context_menu)
        reader.side_panels.original_closed.connect(partial(self._close_original_page, reader))
        reader.paper.header_requested.connect(self.ui.action_header.trigger)
        reader.place_requested.connect(self.preview_place)
        reader.jumped.connect(self.travel.remember)
        reader.jumped.connect(lambda _: self.commands.update_soon())

    def _connect_keys(self, page: TabPage) -> None:
        self.file_controller.connect_reader(page)

    def _connect_search(self) -> None:
        searching, status = self.search_controller, self.status
        tour = self.welcome_controller.tour
        searching.hit_requested.connect(lambda *_: tour.complete_step(help_controllers.FIND))
        searching.place_requested.connect(lambda *_: tour.complete_step(help_controllers.FIND))
        searching.hit_requested.connect(self._open_hit)
        searching.place_requested.connect(self._open_found)
        searching.saved.connect(lambda: self.documents.reload(anew=False))
        searching.new_hits_changed.connect(self.documents.count_new_hits)
        searching.box.escaped.connect(self.focus_text)
        searching.hit_stepped.connect(
            lambda number, count: self.columns.show_top_message(key_bindings.hit_hint(number, count))
        )
        searching.upkeep.progressed.connect(status.show_indexing)
        searching.upkeep.ended.connect(status.end_progress)

    def _open_hit(self, hit: Hit, query: TypedQuery, new_tab: bool) -> None:
        if hit.kind is HitKind.POSITION:
            self.open_position(hit.document, hit.address or None)
            return
        place = Place(hit.document, hit.address)
        self._open_found(place, query if hit.kind is HitKind.PARAGRAPH else None, new_tab)
        if hit.annotation and not new_tab:
            self.file_controller.edit(hit.annotation)

    def _open_found(self, place: Place, query: TypedQuery | None, new_tab: bool) -> None:
        self.open_document(place.document, place.address or None, query, behind=new_tab)

    def show_export(self, kind: ExportKind, *subject: object, origin: str = "") -> None:
        from delegate_desk.gui.export.export_view import show_export
        from delegate_desk.gui.export.exports import ENTRIES

        show_export(self.context, partial(ENTRIES[kind], self.desk, *subject), origin=origin)

    def open_annotation(self, annotation: Annotation) -> None:
        self.open_place(annotation.place)
        self.file_controller.edit(annotation.id)

    def _set_reading_languages(self) -> None:
        self.documents.model.set_reading_languages(self.settings.reading_languages)

    def _show_today(self, shown: bool) -> None:
        self.today.show_in_middle(shown=shown)
        self.columns.give_middle(is_whole=shown)

    def _show_changes(self, pair: tuple[DocumentId, DocumentId]) -> None:
        self.revision_controller.open_page(pair)

    def _show_empty(self, empty: bool) -> None:
        self.tabs.setVisible(not empty)
        self.welcome_controller.update_page()
        if empty:
            self.update_panes()
        self.commands.update_soon()  # the tab that was closed can be opened again
        self.memory.save_soon()

    def _on_changes(self, changes: Changes) -> None:
        for document in changes.gone:
            self.tabs.close_document(document)
        if changes.documents:
            self.tasks.write(lambda: self.desk.meetings.reparse_after_changes(changes), behind=True)
        self.commands.update_soon()

    # Events

    @override
    def focusNextPrevChild(self, forward: bool) -> bool:
        parts = self.ui.left_column, self.ui.middle_column, self.ui.right_column
        return accessibility.step_focus(self, forward=forward, parts=parts)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self.tasks.flush()
        if not may_leave(self.tasks, self, event):
            return
        for busy in (*self._stoppable, self.folder_watcher):
            busy.stop()
        self.memory.save_state(at_end=self.ending is OVER)
        self.screens.close()
        self.tasks.close()
        super().closeEvent(event)
