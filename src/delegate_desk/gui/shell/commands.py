"""The commands: each action of the menus joined to what it does, and enabled where it can be done."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, QUrl
from PySide6.QtGui import QAction, QDesktopServices, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QFileDialog, QMenu, QTextEdit

from delegate_desk import paths
from delegate_desk.core.annotations.annotation import AnnotationKind
from delegate_desk.core.documents.document import DocumentId, Place
from delegate_desk.core.meetings.meeting import MeetingId
from delegate_desk.core.positions.export_options import ExportKind
from delegate_desk.gui.annotations.annotation_browser import BrowserView
from delegate_desk.gui.close_reason import LOCKED
from delegate_desk.gui.exchange.annotation_files_controller import Exchanging
from delegate_desk.gui.exchange.shared_folder_controller import SharedFolderController
from delegate_desk.gui.help.about_dialog import show_about
from delegate_desk.gui.help.manual_controller import show_manual_for_focus
from delegate_desk.gui.library import library_switcher, original_file_controller
from delegate_desk.gui.meetings.meeting_mode_controller import copy_report, show_report_dialog
from delegate_desk.gui.safety import check_controller, lock_controller
from delegate_desk.gui.safety.backup_controller import BackupController
from delegate_desk.gui.search.search_view import SearchView
from delegate_desk.gui.shell import document_dialogs
from delegate_desk.gui.shell.appearance_controller import Appearance
from delegate_desk.gui.shell.find_controller import Seeking
from delegate_desk.gui.shell.keys import shortcut_sheet
from delegate_desk.gui.shell.keys.key_guard import KeyGuard
from delegate_desk.gui.shell.palette_controller import PaletteFlow
from delegate_desk.gui.shell.preferences import preferences_controller
from delegate_desk.gui.shell.small_screen import SmallScreen
from delegate_desk.gui.shell.undo_controller import Undoing
from delegate_desk.gui.widgets import key_bindings, theme
from delegate_desk.gui.widgets.save_file_dialog import downloads_folder
from delegate_desk.gui.widgets.text.page_metrics import USUAL

if TYPE_CHECKING:
    from delegate_desk.gui.reader.reader_view import ReaderView
    from delegate_desk.gui.shell.main_window import MainWindow


class Commands(QObject):
    """Joins the actions of the form to the window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._folder = downloads_folder()
        ui = window.ui
        self._for_reader = [
            ui.action_copy,
            ui.action_copy_citation,
            ui.action_next,
            ui.action_previous,
            ui.action_next_heading,
            ui.action_previous_heading,
            ui.action_proposals,
            ui.action_note,
            ui.action_reference,
            ui.action_mark_up,
            *self._annotate_actions().values(),
        ]
        for action in (ui.action_left, ui.action_right, ui.action_proposals):
            action.setChecked(True)
        self._palette = PaletteFlow(window)
        self._undoing = Undoing(window)
        self.seeking = Seeking(window)
        self.key_guard = KeyGuard(window)
        ui.action_redo.setShortcuts([QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y")])
        ui.action_larger.setShortcuts([QKeySequence("Ctrl++"), QKeySequence("Ctrl+=")])
        self._set_kind_icons()
        self._connect()
        self._appearance = Appearance(window)
        self._small_screen = SmallScreen(window)
        key_bindings.attach(self.all(), self)
        key_bindings.changed.emit()
        self.update_actions()

    def update_actions(self) -> None:
        """Enable what can be done now."""
        window = self._window
        ui = window.ui
        reader = window.tabs.current_reader()
        shown = reader is not None and reader.library_document() is not None
        for action in self._for_reader:
            action.setEnabled(shown)
        marks = reader is not None and reader.paper.paragraphs.marks_changes()
        for action in (ui.action_marked, ui.action_before, ui.action_after):
            action.setEnabled(marks)
        ui.action_outline.setEnabled(shown)
        paged = reader is not None and reader.side_panels.has_original()
        ui.action_original.setEnabled(paged)
        for action in (ui.action_next_page, ui.action_previous_page):
            action.setEnabled(paged and ui.action_original.isChecked())
        known = reader.paper.paragraphs.shown if reader is not None else None
        language = known.library_document.header.language if known else ""
        ui.action_language.setEnabled(any(v.header.language != language for v in known.versions) if known else False)
        ui.action_unplaced.setEnabled(bool(known and known.unplaced))
        view = window.search_controller.view()
        in_front = window.tabs.currentWidget()
        ui.action_facets.setEnabled(in_front is not None and in_front in (view, window.tabs.browser()))
        about_one = window.current_document() is not None
        for action in (ui.action_position, *self._for_a_file(), ui.action_contributions, ui.action_contribution):
            action.setEnabled(about_one)
        document_dialogs.update_actions(window)
        for name in window.revision_controller.commands():
            getattr(ui, name).setEnabled(window.comparison_controller.document() is not None)
        for action in list(self._for_meetings())[2:]:
            action.setEnabled(window.meeting_mode.is_on)
        window.comparison_controller.update_actions()
        window.position_controller.update_actions()
        self.seeking.fit()
        window.split_controller.update_actions()
        shown_library = window.documents.model.library
        ui.action_empty_trash.setEnabled(bool(shown_library.trash or shown_library.trashed_notes))
        self._undoing.update_actions()
        ui.action_back.setEnabled(window.travel.has_back)
        ui.action_forward.setEnabled(window.travel.has_forward)
        ui.action_close_tab.setEnabled(window.tabs.count() > 0)

    def show_palette(self) -> None:
        """Offer every command by its name."""
        self.update_actions()
        self._palette.show_palette()

    def show_context_menu(self, point: QPoint) -> None:
        """Offer at a place on the screen what can be done with the paragraph at hand."""
        ui = self._window.ui
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(list(self._annotate_actions().values()))
        menu.addSeparator()
        if self._window.current_place() is not None:
            key = key_bindings.first_key_text("action_position")
            draft = menu.addAction("\t".join(filter(None, (self.tr("Draft on This &Paragraph"), key))))
            draft.triggered.connect(ui.action_position.trigger)
        else:
            menu.addAction(ui.action_position)
        menu.addSeparator()
        menu.addActions([ui.action_language, ui.action_copy, ui.action_copy_citation])
        menu.popup(point)

    def all(self) -> list[QAction]:
        """All commands, in the order of the menus."""
        return [action for _, actions in self.actions_by_menu() for action in actions]

    def actions_by_menu(self) -> list[tuple[str, list[QAction]]]:
        """All commands, menu by menu, each menu with its name."""
        menus = [action.menu() for action in self._window.ui.menu_bar.actions()]
        return [(menu.title().replace("&", ""), _actions(menu)) for menu in menus if isinstance(menu, QMenu)]

    def text_actions(self) -> list[QAction]:
        """The commands that act on a text in front alone."""
        ui = self._window.ui
        views = [ui.action_marked, ui.action_before, ui.action_after, ui.action_outline, ui.action_language]
        return [*self._for_reader, *views, ui.action_next_page, ui.action_previous_page]

    def _for_a_file(self) -> list[QAction]:
        ui = self._window.ui
        return [ui.action_show_original, ui.action_reread, ui.action_remove]

    def _annotate_actions(self) -> dict[AnnotationKind, QAction]:
        ui = self._window.ui
        return {kind: getattr(ui, f"action_annotate_{kind.value}") for kind in AnnotationKind}

    def _set_kind_icons(self) -> None:
        """Give kinds their signs."""
        for kind, action in self._annotate_actions().items():
            action.setIcon(theme.kind_icon(kind, 12))
            action.setIconVisibleInMenu(True)

    def _connect(self) -> None:
        window, ui = self._window, self._window.ui
        documents = window.documents
        exchanging = self.exchanging = Exchanging(window.context)
        context = window.context
        contributions, packages = window.contributions_controller, window.packages
        backups = BackupController(context)
        ui.action_lock.setEnabled(window.desk.cipher.seals)
        ui.action_own_library.setEnabled(
            not library_switcher.is_same_folder(window.desk.folder, paths.default_library())
        )
        for menu in (ui.recent_menu, ui.library_menu):
            menu.aboutToShow.connect(lambda: library_switcher.fill_recent_menu(context, ui.recent_menu))
        library_switcher.fill_recent_menu(context, ui.recent_menu)
        shared_folder = SharedFolderController(window.context)
        context.notify.stop_requested.connect(shared_folder.stop)
        done: dict[QAction, Callable[[], object]] = {
            ui.action_bring_in: self._import_files,
            ui.action_paste_files: self._paste_files,
            ui.action_watch: window.folder_watcher.prompt_folder,
            ui.action_export_annotations: exchanging.export,
            ui.action_import_annotations: exchanging.prompt_import,
            ui.action_show_original: self._show_original,
            ui.action_reread: window.reparse_controller.reparse_current,
            ui.action_reread_outdated: window.reparse_controller.reparse_outdated,
            ui.action_unplaced: window.reparse_controller.show_unplaced,
            ui.action_remove: self._remove,
            ui.action_empty_trash: documents.empty_trash,
            ui.action_close_tab: lambda: window.tabs.close_tab(window.tabs.currentIndex()),
            ui.action_quit: window.close,
            ui.action_undo: self._undoing.undo,
            ui.action_redo: self._undoing.redo,
            ui.action_copy: self._for_the_reader(lambda reader: reader.copy()),
            ui.action_copy_citation: self._for_the_reader(lambda reader: reader.copy_with_citation()),
            ui.action_mark_up: self._for_the_reader(lambda reader: reader.markup_menu.show_menu()),
            **self.seeking.commands(),
            ui.action_search: window.search_controller.box.enter,
            ui.action_facets: self._switch_side,
            ui.action_save_search: window.search_controller.save_search,
            ui.action_forget_recent: window.search_controller.clear_recent,
            ui.action_larger: lambda: self._resize(window.tabs.reading_size + 1),
            ui.action_smaller: lambda: self._resize(window.tabs.reading_size - 1),
            ui.action_usual_size: lambda: self._resize(USUAL),
            **window.comparison_controller.commands(),
            ui.action_next_heading: self._for_the_reader(lambda reader: reader.step_heading(1)),
            ui.action_previous_heading: self._for_the_reader(lambda reader: reader.step_heading(-1)),
            ui.action_note: self._for_the_reader(lambda reader: reader.show_footnote()),
            ui.action_reference: self._for_the_reader(lambda reader: reader.links.open_reference()),
            ui.action_language: self._for_the_reader(lambda reader: reader.open_other_language()),
            ui.action_next_page: lambda: self._turn_page(1),
            ui.action_previous_page: lambda: self._turn_page(-1),
            ui.action_back: lambda: self._travel(window.travel.back(window.current_place())),
            ui.action_forward: lambda: self._travel(window.travel.forward(window.current_place())),
            ui.action_library: self._go_to_library,
            ui.action_text: window.focus_text,
            ui.action_context: self._go_to_context,
            ui.action_next_tab: lambda: window.tabs.step(1),
            ui.action_previous_tab: lambda: window.tabs.step(-1),
            ui.action_commands: self.show_palette,
            ui.action_position: self._open_position,
            ui.action_annotations: window.tabs.open_annotations,
            ui.action_due: window.tabs.open_due,
            ui.action_vote: window.meeting_mode.count_vote,
            **self._for_meetings(),
            **{getattr(ui, name): do for name, do in window.revision_controller.commands().items()},
            **window.position_controller.commands(),
            ui.action_contributions: self._for_the_document(contributions.open),
            ui.action_contribution: self._for_the_document(contributions.choose),
            ui.action_pack: packages.pack,
            ui.action_open_library: lambda: library_switcher.prompt_open(context),
            ui.action_new_library: lambda: library_switcher.prompt_new(context),
            ui.action_samples: window.welcome_controller.open_samples,
            ui.action_own_library: lambda: library_switcher.open_own_library(context),
            ui.action_back_up: backups.prompt_backup,
            ui.action_backups: backups.show_backups,
            ui.action_restore: backups.prompt_restore,
            ui.action_passphrase: lambda: lock_controller.show_passphrase_dialog(context),
            ui.action_lock: lambda: window.leave(LOCKED),
            ui.action_check: lambda: check_controller.show_check_dialog(context),
            ui.action_support: lambda: check_controller.show_support_dialog(context),
            ui.action_unpack: packages.choose,
            ui.action_people: packages.show_people,
            ui.action_shared_folder: shared_folder.show,
            **document_dialogs.commands(window),
            **window.split_controller.commands(),
            ui.action_timeline: window.dossiers_controller.open_current,
            ui.action_manual: lambda: show_manual_for_focus(window),
            ui.action_keys: lambda: shortcut_sheet.show_sheet(window),
            ui.action_preferences: lambda: preferences_controller.show_preferences(window),
            ui.action_show_log: self._show_log,
            ui.action_about: lambda: show_about(window),
        }
        for action, do in done.items():
            action.triggered.connect(lambda _=False, do=do: do())
        for kind, action in self._annotate_actions().items():
            action.triggered.connect(lambda _=False, kind=kind: self._annotate(kind))
        ui.action_left.toggled.connect(ui.left_column.setVisible)
        ui.action_right.toggled.connect(ui.right_column.setVisible)
        ui.action_left.toggled.connect(window._align_top_message)
        ui.action_right.toggled.connect(window._align_top_message)
        ui.action_outline.toggled.connect(self._show_outline)
        ui.action_original.toggled.connect(self._show_original_page)
        ui.action_proposals.toggled.connect(window.tabs.show_proposals)
        for action, switch in window.screens.switches().items():
            action.toggled.connect(switch)

    def _for_meetings(self) -> dict[QAction, Callable[[], object]]:
        ui, sitting, context = self._window.ui, self._window.meeting_mode, self._window.context
        return {
            ui.action_meeting: sitting.toggle,
            ui.action_new_meeting: sitting.start_manually,
            ui.action_capture: sitting.focus_line,
            ui.action_next_item: lambda: sitting.step_item(1),
            ui.action_previous_item: lambda: sitting.step_item(-1),
            ui.action_add_item: sitting.add_item,
            ui.action_said_here: sitting.toggle_paragraph_interventions,
            ui.action_matrix: sitting.show_matrix,
            ui.action_report: sitting.show_report,
            ui.action_report_file: self._for_the_meeting(partial(show_report_dialog, context, ExportKind.REPORT)),
            ui.action_report_mail: self._for_the_meeting(partial(copy_report, context)),
            ui.action_matrix_file: self._for_the_meeting(partial(show_report_dialog, context, ExportKind.MATRIX)),
            ui.action_note_file: self._for_the_meeting(partial(show_report_dialog, context, ExportKind.NOTE)),
        }

    def _for_the_reader(self, do: Callable[[ReaderView], object]) -> Callable[[], object]:
        def run() -> None:
            reader = self._window.tabs.current_reader()
            if reader is not None:
                do(reader)

        return run

    def _for_the_document(self, do: Callable[[DocumentId], object]) -> Callable[[], object]:
        def run() -> None:
            document = self._window.current_document()
            if document is not None:
                do(document)

        return run

    def _for_the_meeting(self, do: Callable[[MeetingId], object]) -> Callable[[], object]:
        def run() -> None:
            view = self._window.meeting_mode.view
            if view is not None:
                do(view.key)

        return run

    def _annotate(self, kind: AnnotationKind) -> None:
        reader = self._window.tabs.current_reader()
        if reader is not None:
            reader.annotate(kind)

    def _travel(self, place: Place | None) -> None:
        """Show a place without recording the previous place."""
        if place is not None:
            self._window.tabs.open_document(place.document, place.address)
            self.update_actions()

    def _import_files(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(
            self._window,
            self.tr("Import Documents"),
            str(self._folder),
            self.tr("Documents (*.pdf *.docx *.html *.htm *.txt *.zip *.eml)") + ";;" + self.tr("All files (*)"),
        )
        if names:
            self._folder = Path(names[0]).parent
            self._window.import_paths(Path(name) for name in names)

    def _paste_files(self) -> None:
        """Bring in the files that were copied in a file manager, or the words copied elsewhere as a document."""
        data = QGuiApplication.clipboard().mimeData()
        files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        if files:
            self._window.import_paths(files)
        elif data.hasHtml() or data.text().strip():
            self._window.import_controller.paste(data.text(), data.html())
        else:
            advice = self.tr("First copy files in a file manager, or text from any program.")
            self._window.notices.show_notice(self.tr("Nothing to paste"), [advice])

    def _show_original(self) -> None:
        window, key = self._window, self._window.current_document()
        if key is not None:
            original_file_controller.open_original(window, window.desk, window.tasks, key)

    def _remove(self) -> None:
        window, key = self._window, self._window.current_document()
        if key is not None:
            window.tasks.write(lambda: window.desk.documents.remove(key))

    def _open_position(self) -> None:
        window, place = self._window, self._window.current_place()
        document = window.current_document()
        if document is not None:
            window.open_position(document, place.address if place else None)

    def _switch_side(self) -> None:
        """Go from the results to what narrows them, and back."""
        view = self._window.tabs.currentWidget()
        if isinstance(view, SearchView | BrowserView):
            view.switch_side()

    def _show_outline(self, shown: bool) -> None:
        """Show the outline with the keys in it, or give them back to the text."""
        ui, reader = self._window.ui, self._window.tabs.current_reader()
        self._window.tabs.show_sides(outline=shown, original=ui.action_original.isChecked())
        if reader is not None:
            (reader.side_panels.outline if shown and reader.side_panels.outline else reader.paper).setFocus()

    def _show_original_page(self, shown: bool) -> None:
        ui, reader = self._window.ui, self._window.tabs.current_reader()
        self._window.tabs.show_sides(outline=ui.action_outline.isChecked(), original=shown)
        if reader is not None and not shown:
            reader.paper.setFocus()
        self.update_actions()

    def _turn_page(self, by: int) -> None:
        reader = self._window.tabs.current_reader()
        if reader is not None and reader.side_panels.original is not None:
            reader.side_panels.original.step(by)

    def _resize(self, size: int) -> None:
        self._window.tabs.set_reading_size(size)

    def _go_to_library(self) -> None:
        """Put the caret in the filter of the library, from there go to its list; in a meeting, to the agenda."""
        window = self._window
        window.ui.action_left.setChecked(True)
        if window.meeting_mode.is_on:
            window.meeting_mode.agenda.setFocus()
            return
        window.show_in_left_column(None)
        edit = window.documents.ui.filter_edit
        if edit.hasFocus():
            window.documents.setFocus()
        else:
            edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
            edit.selectAll()

    def _go_to_context(self) -> None:
        self._window.ui.action_right.setChecked(True)
        if isinstance(self._window.tabs.currentWidget(), SearchView | BrowserView):
            self._switch_side()
            return
        pane = self._window.ui.right_column.currentWidget()
        fields = pane.findChildren(QTextEdit) if pane else []
        target = next((field for field in fields if field.isVisible()), pane)
        if target is not None:
            target.setFocus()

    def _show_log(self) -> None:
        paths.log_folder().mkdir(parents=True, exist_ok=True)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(paths.log_folder())))


def _actions(menu: QMenu) -> list[QAction]:
    """The commands of a menu and of the menus in it."""
    found: list[QAction] = []
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            found += _actions(inner)
        elif not action.isSeparator():
            found.append(action)
    return found
