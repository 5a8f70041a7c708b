"""The welcome of a new library, the start actions and the guide through the samples; the manual and the About box."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QAction, QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import QApplication, QDialog, QFrame, QLineEdit, QListWidgetItem, QMessageBox, QWidget

from delegate_desk import __version__
from delegate_desk.core.annotations.annotation import AnnotationKind
from delegate_desk.core.changes import Changes
from delegate_desk.core.delegations import delegation
from delegate_desk.core.values import dataclass
from delegate_desk.gui import interface_language
from delegate_desk.gui.context import Context, Controller
from delegate_desk.gui.forms.ui_licences import Ui_Licences
from delegate_desk.gui.forms.ui_tour import Ui_TourStrip
from delegate_desk.gui.help.welcome_page import OFFICIAL_ORDER, StartAction, WelcomePage
from delegate_desk.gui.library import library_switcher
from delegate_desk.gui.library.documents_view import DocumentsView
from delegate_desk.gui.tab_page import TabKind, TabPage
from delegate_desk.gui.widgets import accessibility, key_bindings, theme
from delegate_desk.gui.widgets.basic_widgets import message_box, while_alive
from delegate_desk.gui.widgets.labels import terms
from delegate_desk.paths import RESOURCES, load_table

if TYPE_CHECKING:
    from delegate_desk.gui.help.manual_window import ManualWindow
    from delegate_desk.gui.reader.reader_view import ReaderView

FIND, GO, NOTE, DRAFT, SEND, REVISION = range(1, 7)
STEPS = REVISION
"""Number of steps."""
PROVISION, REVISED = "3(2)", "ST 99101/1/26 REV 1"
"""Places in the samples, and the order of their import."""
_END = STEPS + 1
_REST = 900
"""Milliseconds without a change before it is checked whether typed text completes a step."""


class TourController(Controller):
    """Guides through the samples, in a strip with the next step and the progress, and buttons to skip it or leave."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._keys_before: frozenset[str] = frozenset()
        self._passage = ""  # to search for, once it is read
        self.step = 0  # from 1; 0 when the guide is over
        self.strip, self.ui = QFrame(), Ui_TourStrip()
        self.ui.setupUi(self.strip)
        self.ui.skip_button.clicked.connect(self._skip)
        self.ui.leave_button.clicked.connect(lambda: self.show_step(0))
        self._pause_timer = QTimer(self, singleShot=True, interval=_REST)
        self._pause_timer.timeout.connect(self._check_step)
        context.navigate.reader_made.connect(self._connect)
        context.navigate.page_changed.connect(self._on_tab_changed)
        context.tasks.changed.connect(self._on_changes)
        key_bindings.subscribe_to_keys(self, self._update_strip)
        if library_switcher.is_sample_library(context.desk.folder):
            QTimer.singleShot(0, self, lambda: self.show_step(context.settings.load().guide))

    def show_step(self, step: int) -> None:
        """Show a step, from 1; 0 leaves the guide."""
        context = self._context
        self.step = step if 0 < step <= _END else 0
        context.settings.save(guide=self.step if self.step <= STEPS else 0)
        self._pause_timer.stop()
        self._update_strip()
        if self.step in (NOTE, DRAFT):
            self._check_step(is_start=True)

    def _update_strip(self) -> None:
        if self.step == 0:
            self.strip.hide()
            return
        if self.step == FIND and not self._passage:
            desk, language = self._context.desk, interface_language.language()
            self._context.tasks.read(lambda: desk.samples.passage(language), while_alive(self, self._show_passage))
            return
        name, text = self._instruction()
        is_over = self.step == _END
        progress = "" if is_over else self.tr("{n} of {count}").format(n=self.step, count=STEPS)
        self.ui.name_label.setText(name)
        self.ui.message_label.setText(text)
        self.ui.progress_label.setText(progress)
        self.ui.skip_button.setText(self.tr("Back to My Library") if is_over else self.tr("Skip Step"))
        self.strip.setAccessibleDescription(f"{name}. {text}")
        self.strip.show()
        accessibility.announce(self.strip, f"{progress}: {name}. {text}" if progress else f"{name}. {text}")

    def _show_passage(self, words: str) -> None:
        self._passage = words
        self._update_strip()

    def complete_step(self, step: int) -> None:
        """Advance the guide if something done is what the current step asks for."""
        if step == self.step:
            self.show_step(step + 1)

    def _skip(self) -> None:
        if self.step == _END:
            self.show_step(0)
            library_switcher.open_own_library(self._context)
        else:
            self.show_step(self.step + 1)

    # Progress

    def _connect(self, reader: ReaderView) -> None:
        reader.jumped.connect(lambda _: self.complete_step(GO))

    def _on_tab_changed(self) -> None:
        shown: QWidget | None = self._context.navigate.current_page()
        entry = shown.entry() if isinstance(shown, TabPage) else None
        if entry is not None and entry.kind in (TabKind.COMPARISON, TabKind.CONSEQUENCES, TabKind.MEETING):
            self.complete_step(REVISION)

    def _on_changes(self, changes: Changes) -> None:
        if (self.step == NOTE and changes.annotations) or (self.step == DRAFT and changes.positions):
            self._pause_timer.start()

    def _check_step(self, *, is_start: bool = False) -> None:
        """Check whether the current step was completed since it began; ignored if it has changed meanwhile."""
        step, desk = self.step, self._context.desk

        def find_notes() -> frozenset[str]:
            notes = (note for note in desk.annotations.all() if note.kind is AnnotationKind.NOTE)
            return frozenset(str(note.id) for note in notes if note.text.strip())

        def find_drafting() -> frozenset[str]:
            positions = map(desk.positions.get, desk.positions.documents())
            items = ((position.document, item) for position in positions for item in position.items)
            return frozenset(f"{document} {item.address} {item.proposal}" for document, item in items if item.proposal)

        def on_read(keys: frozenset[str]) -> None:
            if step == self.step and is_start:
                self._keys_before = keys
            elif keys - self._keys_before:
                self.complete_step(step)

        self._context.tasks.read(find_notes if step == NOTE else find_drafting, while_alive(self, on_read))

    # Texts

    def _instruction(self) -> tuple[str, str]:
        """Return the name of the current step, and what to do."""
        key = self._key
        if self.step == FIND:
            text = self.tr("Press {key}, type “{words}”, then press Enter to open the result.")
            return self.tr("Search for a passage"), text.format(key=key("action_search"), words=self._passage)
        if self.step == GO:
            text = self.tr("Press {key}, type “{place}”, and press Enter. J and K move from paragraph to paragraph.")
            return self.tr("Go to a provision"), text.format(key=key("action_place"), place=PROVISION)
        if self.step == NOTE:
            text = self.tr("Select a paragraph, press {key} and type a note. Esc returns to the text.")
            return self.tr("Add a note"), text.format(key=key("action_annotate_note"))
        if self.step == DRAFT:
            text = self.tr("Press {key} on a paragraph and edit its text. Your changes are marked as you type.")
            return self.tr("Make a drafting suggestion"), text.format(key=key("action_position"))
        if self.step == SEND:
            text = self.tr("Press {key}, check what will be circulated and what stays internal, then export to Word.")
            return self.tr("Export a position"), text.format(key=key("action_export"))
        if self.step == REVISION:
            text = self.tr("Press {library}, open {name} with Enter, then press {compare} to see what has changed.")
            library, compare = key("action_library"), key("action_compare_previous")
            return self.tr("Compare the revision"), text.format(library=library, name=REVISED, compare=compare)
        text = self.tr(
            "You have searched, made a note, drafted, exported and compared. {commands} lists all other commands, "
            "{meeting} starts meeting mode, and the samples are yours to experiment with."
        )
        commands, meeting = key("action_commands"), key("action_meeting")
        return self.tr("Tour complete"), text.format(commands=commands, meeting=meeting)

    def _key(self, name: str) -> str:
        text = self._context.navigate.action(name).text()
        return key_bindings.first_key_text(name) or text.replace("&", "")


_SHARED_GROUND = ("BE", "LU")
"""Regions of shared machines, whose settings do not show a delegation."""


class WelcomeController(Controller):
    def __init__(self, context: Context, documents: DocumentsView, show_today: Callable[[bool], object]) -> None:
        super().__init__(context)
        self._documents, self._show_today = documents, show_today
        self._is_listed = self._is_requested = False
        self.page = WelcomePage()
        self.page.hide()
        self.tour = TourController(context)
        self._connect(self.page)
        documents.listed.connect(lambda _: self._on_library_listed())
        action = self._context.navigate.action
        action("action_welcome").triggered.connect(lambda _=False: self.show_welcome())
        action("action_guide").triggered.connect(lambda _=False: self.start_guide())
        for start_action in self._first_actions():
            start_action.action.triggered.connect(lambda _=False: self._on_action_triggered())
        self.update_page()

    def update_page(self) -> None:
        """Show the page if no tab is open and the library is empty; Today if it has documents."""
        context = self._context
        is_empty = not context.navigate.has_pages()
        focus = context.window.focusWidget()
        is_left = not is_empty and focus is not None and self.page.isAncestorOf(focus)
        if is_left and focus is not None:
            focus.clearFocus()  # else Qt hands it on as if by Tab, with a ring
        library = self._documents.model.library
        shows_today = self._is_listed and bool(library.documents)
        self._show_today(is_empty and shows_today)
        self.page.setVisible(is_empty and not shows_today)
        if is_left:
            context.navigate.focus_text()
        if not is_empty:
            return
        has_content = library.documents or library.trash or library.positions
        if not self._is_listed:
            self.page.show_actions("", "", [])
        elif shows_today or self._is_asking():
            pass  # until documents are imported, or the user leaves the page
        elif not has_content and str(context.desk.folder) not in context.settings.load().welcomed:
            self._show_questions(self.page)
        else:
            text = self.tr("Your library is empty. Drop files here, or choose one of these.")
            self.page.show_actions(self.tr("Your library is empty"), text, self._first_actions())

    def show_welcome(self) -> None:
        """Show the welcome again, in a tab if others are open, as soon as its answers are known."""
        context = self._context
        self._is_requested = not self._is_listed
        if self._is_requested:
            return
        if not context.navigate.has_pages():
            self._show_questions(self.page)
            self.page.focus_first()
            return
        tab = next(iter(context.navigate.pages(WelcomePage)), None)
        if tab is None:
            tab = WelcomePage()
            self._connect(tab)
            self._show_questions(tab)
        context.navigate.show_page(tab, self.tr("Welcome"))
        tab.focus_first()

    def start_guide(self) -> None:
        """Restart the guide: here in the samples, otherwise in the samples, which are opened for it."""
        self._context.settings.save(guide=1)
        self.open_samples()

    def open_samples(self) -> None:
        """Open the sample library; in it, start the guide."""
        if library_switcher.is_sample_library(self._context.desk.folder):
            self.tour.show_step(1)
        else:
            samples = self._context.navigate.action("action_samples")
            library_switcher.open_samples(self._context, partial(self._set_action_message, samples))

    def _set_action_message(self, action: QAction, text: str) -> None:
        """Show progress on a start action; empty for its usual text."""
        for page in self._pages():
            for button in page.action_buttons:
                if button.start_action.action is action:
                    button.description_label.setText(text or button.start_action.description)

    # Answers

    def _is_asking(self) -> bool:
        return self.page.is_question_shown and bool(self.page.action_buttons)

    def _show_questions(self, page: WelcomePage) -> None:
        """Show the welcome on a page, with known or likely answers chosen already."""
        languages = self._context.settings.load().reading_languages or _usual_languages()
        code = self._documents.model.library.delegation or _usual_delegation()
        page.show_welcome(self._first_actions(), code, languages)

    def _save_answers(self, page: WelcomePage, *, is_left: bool = False) -> None:
        """Save the choices made; proposed ones only if the user continues from the page."""
        if not page.is_question_shown:
            return
        context, question = self._context, page.question
        folder, settings = str(context.desk.folder), context.settings.load()
        welcomed = [*(value for value in settings.welcomed if value != folder), folder]
        context.settings.save(welcomed=welcomed, reading_languages=question.languages())
        code = question.delegation()
        if code and code != self._documents.model.library.delegation and (question.delegation_touched or not is_left):
            context.tasks.write(lambda: context.desk.positions.set_delegation(code))

    def _leave(self, page: WelcomePage) -> None:
        self._save_answers(page, is_left=True)
        context = self._context
        if page is not self.page:
            context.navigate.close_page(page)
            return
        page.show_actions("", "", [])
        self.update_page()
        page.focus_first()

    def _change_language(self, page: WelcomePage, language: str) -> None:
        """Change the language of the window; other choices are kept, and the welcome is shown again."""
        context, question = self._context, page.question
        context.settings.save(reading_languages=question.languages())
        code = question.delegation()
        if code and question.delegation_touched:
            context.tasks.write(lambda: context.desk.positions.set_delegation(code))
        context.tasks.write(Changes, lambda _: context.navigate.change_language(language))

    def _on_library_listed(self) -> None:
        was_known, self._is_listed = self._is_listed, True
        if self._is_asking() and self._documents.model.library.documents:
            self._save_answers(self.page)
        self.update_page()
        focus = self._context.window.focusWidget()
        is_unused = focus is None or self._documents.isAncestorOf(focus)
        is_unused |= isinstance(focus, QLineEdit) and not focus.text()  # an empty list passes the focus on
        if not was_known and self.page.isVisible() and is_unused:
            self.page.focus_first()
        if self._is_requested:
            self.show_welcome()

    # Start actions

    def _first_actions(self) -> list[StartAction]:
        action = self._context.navigate.action
        return [
            StartAction(
                action("action_bring_in"),
                "folder-open",
                self.tr("Import documents…"),
                self.tr("PDF, Word, web pages, text, archives and emails. You can also drop them here."),
            ),
            StartAction(
                action("action_watch"),
                "folder-search",
                self.tr("Watch a folder…"),
                self.tr("New files, for example downloads, are imported automatically."),
            ),
            StartAction(
                action("action_samples"),
                "book-open",
                self.tr("Try the sample library"),
                self.tr("Fictitious documents and a six-step tour."),
            ),
        ]

    def _connect(self, page: WelcomePage) -> None:
        page.leave_requested.connect(lambda: self._leave(page))
        page.window_language_chosen.connect(lambda code: self._change_language(page, code))

    def _on_action_triggered(self) -> None:
        for page in self._pages():
            if page.isVisible():
                self._save_answers(page)

    def _pages(self) -> list[WelcomePage]:
        return [self.page, *self._context.navigate.pages(WelcomePage)]


def _usual_delegation() -> str | None:
    territory = QLocale.territoryToCode(QLocale.system().territory())
    return None if territory in _SHARED_GROUND else delegation(territory)


def _usual_languages() -> tuple[str, ...]:
    system_languages = [name.replace("_", "-").partition("-")[0] for name in QLocale.system().uiLanguages()]
    codes = {*system_languages, terms.window_language(), "en"}
    return tuple(code for code in OFFICIAL_ORDER if code in codes)


_KEY = "manual_key"


def show_manual(window: QWidget, place: str) -> ManualWindow:
    """Show a page of the manual beside a window, which stays usable; a dialog has a manual of its own."""
    from delegate_desk.gui.help.manual_window import ManualWindow  # when it is first read

    parent = window.window()
    existing = parent.findChild(ManualWindow, options=Qt.FindChildOption.FindDirectChildrenOnly)
    manual = parent if isinstance(parent, ManualWindow) else existing or ManualWindow(parent)
    manual.show()
    manual.show_place(place)
    manual.activateWindow()
    manual.ui.page_browser.setFocus(Qt.FocusReason.OtherFocusReason)
    return manual


def show_manual_for_focus(window: QWidget) -> None:
    focus = QApplication.focusWidget()
    show_manual(window, manual_place(focus if focus is not None and focus.window() is window.window() else window))


def manual_place(widget: QWidget | None) -> str:
    """Return the page of the manual that a widget or one of its ancestors names.

    The page of a tab names its own, such as ``meeting`` or ``meeting#vote``; each other view and dialog is listed
    in ``manual_places.json``. A widget with several roles names its current page by its property ``help``.
    """
    places = load_table("manual_places")
    while widget is not None:
        place = widget.property("help") or (widget.help_page if isinstance(widget, TabPage) else "")
        names = (widget.objectName(), *(base.__name__ for base in type(widget).__mro__))
        found = str(place) if place else next((str(places[name]) for name in names if name in places), "")
        if found:
            return found
        widget = widget.parentWidget()
    return "begin"


class HelpKey(QObject):
    """Gives each dialog that gets the focus the key of the manual; the window itself has it in its menu."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        application.focusChanged.connect(self._on_focus_changed)

    def _on_focus_changed(self, _: QWidget | None, widget: QWidget | None) -> None:
        window = widget.window() if widget is not None else None
        if window is None or window.objectName() == "manual" or window.findChild(QShortcut, _KEY) is not None:
            return
        actions = window.findChildren(QAction) + window.actions()
        if not any(action.objectName() == "action_manual" for action in actions):
            key = QShortcut(window)
            key.setObjectName(_KEY)
            key.setKeys(key_bindings.keys("action_manual") or [QKeySequence("F1")])
            key.activated.connect(lambda: show_manual_for_focus(window))


@dataclass(frozen=True, slots=True)
class LicensedPart:
    """A component made by others, its version if it has one, the SPDX expression and full text of its licence."""

    name: str
    version: str
    licence: str
    text: str


def licensed_parts() -> list[LicensedPart]:
    """Return all components, by name; the list is made with the program (packaging/build/licences.py)."""
    entries = json.loads((RESOURCES / "licences" / "index.json").read_text(encoding="utf-8"))
    return [
        LicensedPart(
            value["name"], value["version"], value["licence"], (RESOURCES / value["text"]).read_text(encoding="utf-8")
        )
        for value in entries
    ]


class LicencesDialog(QDialog):
    """Shows the components that contain a word, and finds it in the text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.ui = ui = Ui_Licences()
        ui.setupUi(self)
        self._parts = licensed_parts()
        for part in self._parts:
            item = QListWidgetItem(" ".join(filter(None, (part.name, part.version))))
            item.setToolTip(part.licence)
            item.setSizeHint(QSize(0, theme.row_height()))
            ui.part_list.addItem(item)
        ui.panes.setSizes([240, 600])
        ui.panes.setStretchFactor(1, 1)
        ui.close_button.clicked.connect(self.reject)
        ui.filter_edit.textChanged.connect(self._find)
        ui.part_list.currentRowChanged.connect(self._show)
        ui.part_list.setCurrentRow(0)

    def _find(self, words: str) -> None:
        word = words.strip().casefold()
        texts = (f"{part.name} {part.version} {part.licence}\n{part.text}" for part in self._parts)
        matching_rows = [row for row, text in enumerate(texts) if word in text.casefold()]
        for row in range(len(self._parts)):
            self.ui.part_list.item(row).setHidden(row not in matching_rows)
        self.ui.none_label.setVisible(not matching_rows)
        if not matching_rows:
            self.ui.licence_text.clear()
            return
        if self.ui.part_list.currentRow() not in matching_rows or not self.ui.licence_text.toPlainText():
            self.ui.part_list.setCurrentRow(matching_rows[0])
        self._show(self.ui.part_list.currentRow())

    def _show(self, row: int) -> None:
        part = self._parts[row]
        self.ui.licence_text.setPlainText(f"{part.licence}\n\n{part.text}")
        self.ui.licence_text.moveCursor(QTextCursor.MoveOperation.Start)
        if self.ui.filter_edit.text().strip():
            self.ui.licence_text.find(self.ui.filter_edit.text().strip())


def show_about(window: QWidget) -> None:
    translate = QCoreApplication.translate
    about = (
        translate("about", "Council documents on the delegate’s own desk. It opens no network connection."),
        translate("about", "Built on open-source software: Qt, Python, fonts and icons."),
    )
    text = translate("about", "Delegate Desk {version}").format(version=__version__)
    box = message_box(text, "\n\n".join(about), window, title=translate("about", "About Delegate Desk"))
    licences = box.addButton(translate("about", "&Licences…"), QMessageBox.ButtonRole.ActionRole)
    close = box.addButton(translate("about", "Close"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(close)
    box.setEscapeButton(close)
    licences.clicked.connect(lambda: LicencesDialog(window).open())
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()
