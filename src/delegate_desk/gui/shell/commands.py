"""The commands: each action of the menus runs a function of a room or of the current page, if it is available."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QAction, QActionGroup, QDesktopServices, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QMenu, QWidget
from shiboken6 import isValid
from typing_extensions import override

from delegate_desk import paths
from delegate_desk.core.annotations.annotation import AnnotationKind
from delegate_desk.core.documents.document import DocumentId
from delegate_desk.core.library import policies
from delegate_desk.core.positions.export_options import ExportKind
from delegate_desk.gui import interface_language
from delegate_desk.gui.context import Context, on_current_document
from delegate_desk.gui.exchange.exchange_controllers import Exchanging, Packing, SharedFolderController
from delegate_desk.gui.forms.ui_main_window import Ui_MainWindow
from delegate_desk.gui.help.help_controllers import show_about, show_manual_for_focus
from delegate_desk.gui.library import import_controller, library_switcher
from delegate_desk.gui.notification_bar import TYPED_FIELDS
from delegate_desk.gui.reader.reader_commands import READINGS, STANCE_ACTIONS
from delegate_desk.gui.safety.safety_controllers import BackupController, show_passphrase_dialog
from delegate_desk.gui.shell.tab_groups import TabWindow
from delegate_desk.gui.shell.tabs import Tabs
from delegate_desk.gui.tab_page import PageState, TabKind, TabType
from delegate_desk.gui.widgets import accessibility, key_bindings, theme
from delegate_desk.gui.widgets.basic_widgets import on_focus_changed, popup_menu
from delegate_desk.gui.widgets.key_bindings import menu_commands, plain_name

_FIELDS = (*TYPED_FIELDS, QComboBox, QAbstractButton)
"""Widgets with their own use of keys, with any modifiers: Ctrl+Enter presses a button too."""
_COMMAND = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class KeyGuard(QObject):
    """Keeps the keys of commands from the focused field, unless it uses them itself, and the focus where it is seen.

    Outside of fields a pane may handle a key itself; unhandled keys go to the window.
    """

    def __init__(self, context: Context, commands: Commands, tabs: Tabs) -> None:
        super().__init__(context.window)
        self._context, self._commands, self._tabs = context, commands, tabs
        self._focused: QWidget | None = None
        context.window.installEventFilter(self)
        tabs.window_made.connect(lambda window: window.installEventFilter(self))
        on_focus_changed(self._on_focus_changed)

    def explain_unavailable(self, event: QKeyEvent) -> bool:
        """Say that a key's command is not available here; False for the key of no such command."""
        actions = self._commands.by_name
        pressed_actions = [actions[name] for name in key_bindings.pressed_commands(event, actions)]
        if not pressed_actions:  # the new key of a command whose key was moved since 0.8 is reported once
            pressed = key_bindings.latin_key(event).toString(QKeySequence.SequenceFormat.PortableText)
            settings, name = self._context.settings, paths.load_table("commands")["moved"].get(pressed, "")
            reported = settings.load().moved_keys_told if name else ()
            if not name or pressed in reported:
                return False
            settings.save(moved_keys_told=[*reported, pressed])
            key, palette_key = key_bindings.first_key_text(name), key_bindings.first_key_text("action_commands")
            now, none = self.tr("“{command}” is {key} now."), self.tr("“{command}” has no key now; {all} finds it.")
            text = now if key else none
            self._context.notify.pass_by(text.format(command=plain_name(actions[name]), key=key, all=palette_key))
            return True
        if any(action.isEnabled() for action in pressed_actions):
            return False
        text = self.tr("{command} is not available here").format(command=plain_name(pressed_actions[0]))
        why_not = self._commands.why_not(pressed_actions[0].objectName())
        self._context.notify.pass_by(". ".join(filter(None, (text, why_not))))
        return True

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Hide and watched is self._focused:
            QTimer.singleShot(0, self, self._leave_hidden)
        if not isinstance(event, QKeyEvent) or not (isinstance(watched, _FIELDS) or watched in self._windows()):
            return False
        if event.type() == QEvent.Type.ShortcutOverride:  # Qt's text fields take Ctrl+E for End before X11
            return event.matches(QKeySequence.StandardKey.MoveToEndOfLine) and event.key() == Qt.Key.Key_E
        if event.type() != QEvent.Type.KeyPress:
            return False
        if watched in self._windows():
            return self.explain_unavailable(event)
        if not event.modifiers() & _COMMAND and not Qt.Key.Key_F1 <= event.key() <= Qt.Key.Key_F35:
            return False
        offer = QKeyEvent(  # the field may claim the key
            QEvent.Type.ShortcutOverride,
            event.key(),
            event.modifiers(),
            event.nativeScanCode(),
            event.nativeVirtualKey(),
            event.nativeModifiers(),
            event.text(),
        )
        offer.ignore()
        QCoreApplication.sendEvent(watched, offer)
        return not offer.isAccepted() and self.explain_unavailable(event)

    def _windows(self) -> list[QWidget]:
        return [self._context.window, *self._tabs.windows]

    def _on_focus_changed(self, _: QWidget | None, widget: QWidget | None) -> None:
        if self._focused is not None and isValid(self._focused):
            self._focused.removeEventFilter(self)
        windows = self._windows()
        is_inside = widget is not None and widget not in windows and widget.window() in windows
        self._focused = widget if is_inside else None
        if self._focused is not None:
            self._focused.installEventFilter(self)

    def _leave_hidden(self) -> None:
        focus = QApplication.focusWidget()
        if focus is not None and not focus.isVisible():
            self._context.navigate.focus_text()


class Appearance:
    """Connects the choices to their effects, and keeps the ticks up to date."""

    def __init__(self, context: Context, ui: Ui_MainWindow) -> None:
        self._window = context.window
        choices_menu, count = ui.appearance_menu, len(theme.CHOICES)
        entries = [action for action in choices_menu.actions() if action.isCheckable()]
        self._themes = _exclusive_actions(choices_menu, entries[:count], theme.CHOICES, theme.choose)
        self._densities = _exclusive_actions(choices_menu, entries[count:], theme.DENSITIES, theme.choose_density)
        self._ticked: tuple[QAction, ...] = ()
        theme.subscribe_to_theme(context.window, self._on_theme_changed)
        self._on_theme_changed()
        menu, change = ui.window_language_menu, context.navigate.change_language
        languages = _exclusive_actions(menu, menu.actions(), interface_language.CHOICES, change)
        chosen = context.settings.load().language
        languages.get(chosen, languages["system"]).setChecked(True)

    def _on_theme_changed(self) -> None:
        previous, self._ticked = self._ticked, (self._themes[theme.choice()], self._densities[theme.density()])
        for action in self._ticked:
            action.setChecked(True)
            if action not in previous and self._window.isVisible():  # the initial choices are not announced
                text = f"{action.data()}: {action.text().replace('&', '')}"
                accessibility.announce(self._window, text, about=action.data())


def _exclusive_actions(
    menu: QMenu, entries: Iterable[QAction], choices: Iterable[str], choose: Callable[[str], object]
) -> dict[str, QAction]:
    """Connect menu entries, in order, to exclusive choices; their names include the menu's title."""
    group = QActionGroup(menu)
    actions = dict(zip(choices, entries, strict=True))
    for choice, action in actions.items():
        group.addAction(action)
        action.setData(menu.title().replace("&", ""))
        action.triggered.connect(lambda _=False, choice=choice: choose(choice))
    return actions


CommandTable = Mapping[str, Callable[[], object]]


def available_commands(context: Context, tabs: Tabs, page: PageState, target: DocumentId | None) -> dict[str, bool]:
    """Return whether commands that depend on the current page are available, unless the page carries them out.

    The ``target`` of the commands on revisions is the document of the page, else that selected in the library.
    """
    navigate, history = context.navigate, context.desk.history
    has_document, has_several = page.document is not None, len(navigate.documents_in_front()) > 1
    is_met = {
        "document": has_document,
        "one document": has_document and not has_several,
        "documents": has_document or has_several,
        "target": target is not None,
        "place": navigate.current_place() is not None,
        "view": tabs.currentWidget() is not None,
        "page": False,
    }
    needs = paths.load_table("commands")["needs"]
    return {
        **{name: is_met[need] for need, names in needs.items() for name in names},
        "action_undo": history.next_undo() is not None,
        "action_redo": history.next_redo() is not None,
    }


def context_commands(context: Context, packages: Packing) -> CommandTable:
    """Return the functions that need nothing but the context, by action name."""
    desk, tasks, window = context.desk, context.tasks, context.window
    exchanging, backups, shared_folder = Exchanging(context), BackupController(context), SharedFolderController(context)
    context.notify.stop_requested.connect(shared_folder.stop)

    def open_header(document: DocumentId) -> None:
        from delegate_desk.gui.library.header_dialog import show_details

        show_details(desk, tasks, document, window)

    def print_pages(document: DocumentId) -> None:
        from delegate_desk.gui.reader.page_printing import prompt_print_original

        prompt_print_original(desk, tasks, document, window)

    def show_check() -> None:
        from delegate_desk.gui.safety.care_dialogs import show_check_dialog

        show_check_dialog(context)

    def show_support() -> None:
        from delegate_desk.gui.safety.care_dialogs import SupportDialog

        SupportDialog(desk, tasks, window).open()

    def show_phrases() -> None:
        from delegate_desk.gui.positions.position_dialogs import show_phrases

        show_phrases(context)

    def show_log() -> None:
        paths.log_folder().mkdir(parents=True, exist_ok=True)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(paths.log_folder())))

    return {
        "action_export_annotations": exchanging.export,
        "action_calendar_file": lambda: context.navigate.show_export(ExportKind.CALENDAR),
        "action_import_annotations": exchanging.prompt_import,
        "action_show_original": on_current_document(
            context, partial(import_controller.open_original, window, desk, tasks)
        ),
        "action_print_pages": on_current_document(context, print_pages),
        "action_header": on_current_document(context, open_header),
        "action_remove": on_current_document(
            context, lambda document: tasks.write(lambda: desk.documents.remove(document))
        ),
        "action_phrases": show_phrases,
        "action_pack": packages.pack,
        "action_unpack": packages.choose,
        "action_people": packages.show_people,
        "action_shared_folder": shared_folder.show,
        "action_open_library": lambda: library_switcher.prompt_open(context),
        "action_new_library": lambda: library_switcher.prompt_new(context),
        "action_own_library": lambda: library_switcher.open_own_library(context),
        "action_back_up": backups.prompt_backup,
        "action_backups": backups.show_backups,
        "action_restore": backups.prompt_restore,
        "action_passphrase": lambda: show_passphrase_dialog(context),
        "action_check": show_check,
        "action_support": show_support,
        "action_manual": lambda: show_manual_for_focus(window),
        "action_show_log": show_log,
        "action_about": lambda: show_about(window),
    }


class Commands(QObject):
    """Runs the commands, and enables available ones once per turn of the event loop."""

    updated = Signal()  # The enabled commands were computed

    def __init__(
        self,
        context: Context,
        ui: Ui_MainWindow,
        tabs: Tabs,
        types: Mapping[TabKind, TabType],
        tables: Iterable[CommandTable],
        available: Callable[[], Mapping[str, bool]],
    ) -> None:
        super().__init__(context.window)
        self._context, self._ui, self._tabs, self._types, self._available = context, ui, tabs, types, available
        self._table = {name: do for table in tables for name, do in table.items()}
        self._page_commands = frozenset(name for kind in types.values() for name in kind.commands)
        self._window_commands = available().keys()
        self._announced: QAction | None = None
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self.update)
        ui.action_lock.setEnabled(context.desk.cipher.seals)
        is_own = library_switcher.is_same_folder(context.desk.folder, paths.default_library())
        ui.action_own_library.setEnabled(not is_own)
        context.window.addActions(self.all())  # shortcuts of a hidden menu do not work
        for menu in (ui.recent_menu, ui.library_menu):
            menu.aboutToShow.connect(lambda: library_switcher.fill_recent_menu(context, ui.recent_menu))
        library_switcher.fill_recent_menu(context, ui.recent_menu)
        for menu in ui.menu_bar.findChildren(QMenu):
            menu.installEventFilter(self)
        for kind in AnnotationKind:
            self._annotate_action(kind).setIcon(theme.kind_icon(kind, 12))
            self._annotate_action(kind).setIconVisibleInMenu(True)
        self.by_name = {action.objectName(): action for action in self.all() if action.objectName()}
        table = paths.load_table("commands")
        for name, keys in table["keys"].items():
            self.by_name[name].setShortcuts([QKeySequence(key) for key in keys])
        taken_away = (names for policy, names in table["policies"].items() if policies.is_locked(policy))
        self._forbidden = {name for names in taken_away for name in names}
        for name in self._forbidden:
            self.by_name[name].setEnabled(False)
        for name in self._table.keys() | self._page_commands:
            self.by_name[name].triggered.connect(lambda _=False, name=name: self.run(name))
        tabs.menu_requested.connect(self.show_tab_menu)
        tabs.window_made.connect(self._connect_window)
        key_bindings.attach(self.all(), self)
        key_bindings.changed.emit()
        self.update()

    # Running

    def run(self, name: str) -> None:
        """Run a command: in the current page if it is one of its commands, else in the window."""
        page = self._tabs.page()
        entry = page.entry() if page is not None else None
        do = self._types[entry.kind].commands.get(name) if entry is not None else None
        if page is not None and do is not None and name in page.state().enabled:
            do(page)
        elif name in self._table:
            self._table[name]()

    # Enabling

    def update_soon(self) -> None:
        """Update enabled commands after the current events."""
        self._timer.start()

    def update(self) -> None:
        self._timer.stop()
        is_available = {**self._available(), **self._tabs.available_commands()}
        enabled = self._tabs.state().enabled
        for name in self._page_commands | is_available.keys():
            self.by_name[name].setEnabled(name in enabled or is_available.get(name, False))
        self.updated.emit()

    def why_not(self, name: str) -> str:
        """Return in a sentence why a command is not available; empty if it is, or if the reason is unknown."""
        action = self.by_name.get(name)
        if action is None or action.isEnabled():
            return ""
        reasons = {
            "action_undo": self.tr("There is nothing to undo."),
            "action_redo": self.tr("There is nothing to redo."),
            "action_back": self.tr("There is no earlier place."),
            "action_forward": self.tr("There is no later place."),
            "action_reopen_tab": self.tr("No tab was closed."),
            "action_tab_back": self.tr("The tab is in the main window."),
            "action_meeting_view": self.tr("The document is not on the agenda of a current meeting."),
            **dict.fromkeys(
                ("action_tab_to_side", "action_next_side", "action_previous_side"),
                self.tr("The window is not split."),
            ),
            "action_empty_trash": self.tr("The trash is empty."),
            "action_lock": self.tr("The library is not encrypted."),
            "action_own_library": self.tr("This is your library."),
            "action_facets": self.tr("Search first."),
            "action_across": self.tr("Search first."),
            "action_unplaced": self.tr("All notes have a place."),
            "action_one_column": self.tr("Open a comparison first."),
            "action_compare_paragraph": self.tr("Open the text first."),
        }
        kinds = {kind for kind, tab_type in self._types.items() if name in tab_type.commands}
        if name in self._forbidden:
            return QCoreApplication.translate("policies", "Set by your administrator")
        if name in reasons:
            return reasons[name]
        if kinds == {TabKind.MEETING}:
            return self.tr("Start a meeting first.")
        if TabKind.POSITION in kinds and TabKind.READER not in kinds:
            return self.tr("Open our position first.")
        page = self._tabs.page()
        is_text = page is not None and page.reader() is page
        needs_text = name in self._window_commands or TabKind.READER in kinds
        if self._tabs.state().document is None and (needs_text or name in self._tabs.available_commands()):
            return self.tr("Open a document first.")
        if needs_text and not is_text:
            return self.tr("Open the text first.")
        if "change" in name or name in READINGS or name == "action_next_reading":
            return self.tr("This text has no marked changes.")
        if name == "action_language":
            return self.tr("The library has no other language of this document.")
        if "page" in name or name in ("action_original", "action_thumbnails"):
            return self.tr("No original pages are shown.")
        return ""

    # Menus

    def by_menu(self) -> list[tuple[str, QAction]]:
        """Return all commands with the name of their menu, in the order of the menus."""
        return [(menu, action) for menu, actions in menu_commands(self._ui.menu_bar) for action in actions]

    def all(self) -> list[QAction]:
        """Return all commands, in the order of the menus."""
        return [action for _, action in self.by_menu()]

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show why the menu item under the mouse is disabled."""
        if isinstance(watched, QMenu) and isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseMove:
            action = watched.actionAt(event.position().toPoint())
            if action is not self._announced:
                self._announced = action
                reason = self.why_not(action.objectName()) if action is not None else ""
                if action is not None and reason:
                    self._context.notify.pass_by(f"{plain_name(action)}: {reason}")
        return False

    def _annotate_action(self, kind: AnnotationKind) -> QAction:
        return self._context.navigate.action(f"action_annotate_{kind.value}")

    def show_context_menu(self, point: QPoint) -> None:
        """Show the context menu of the current paragraph at a point on the screen."""
        ui, menu = self._ui, popup_menu(self._context.window)
        menu.addActions([self._annotate_action(kind) for kind in (AnnotationKind.NOTE, AnnotationKind.QUESTION)])
        menu.addAction(self._annotate_action(AnnotationKind.DRAFTING_SUGGESTION))
        stances = menu.addMenu(self.tr("&Stance"))
        stances.addActions([self._context.navigate.action(name) for name in STANCE_ACTIONS.values()])
        menu.addSeparator()
        menu.addAction(ui.action_position)
        menu.addSeparator()
        menu.addActions([ui.action_compare_paragraph, ui.action_language, ui.action_copy, ui.action_copy_citation])
        menu.popup(point)

    def show_tab_menu(self, view: QWidget, point: QPoint) -> None:
        """Show the context menu of a view's tab at a point on the screen; the tab becomes current."""
        ui, tabs = self._ui, self._tabs
        tabs.setCurrentWidget(view)
        shown = tabs.currentWidget()  # showing a lazy tab makes its page
        if shown is None:
            return
        self.update()
        menu = popup_menu(self._context.window)
        menu.addAction(ui.action_close_tab)
        group = tabs.front
        close = menu.addAction(QCoreApplication.translate("tabmenu", "Close &Other Tabs"))
        close.setEnabled(group.count() > 1)

        def close_others() -> None:
            for other in group.views():
                if other is not shown:
                    tabs.close_view(other)

        close.triggered.connect(lambda _=False: close_others())
        menu.addSeparator()
        menu.addActions([ui.action_split_right, ui.action_split_down, ui.action_tab_to_side])
        menu.addActions([ui.action_tab_to_window, ui.action_tab_back])
        menu.popup(point)

    def _connect_window(self, window: TabWindow) -> None:
        """Make the keys of the commands work in a separate window too; when it is closed its tabs return."""
        window.addActions(self.all())
        window.closed.connect(self._on_window_closed)

    def _on_window_closed(self, window: TabWindow) -> None:
        if self._context.window.isVisible() and not self._context.navigate.is_leaving():
            self._tabs.reattach_tabs(window)
