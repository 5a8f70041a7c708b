"""Centre of the window when nothing is open: the welcome of a new library, asked once; else the start actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject
from PySide6.QtGui import QAction

from delegate_desk.core.delegations import delegation
from delegate_desk.gui.help.tour_controller import TourController
from delegate_desk.gui.help.welcome_page import OFFICIAL_ORDER, SetupAnswers, StartAction, WelcomePage
from delegate_desk.gui.library import library_switcher
from delegate_desk.gui.shell import interface_language
from delegate_desk.gui.widgets.labels import terms

if TYPE_CHECKING:
    from delegate_desk.gui.shell.main_window import MainWindow

_SHARED_GROUND = ("BE", "LU")
"""Where the machines of all delegations stand: what such a one is set to says nothing of whose it is."""


class WelcomeController(QObject):
    """Welcomes who comes to a new library.

    Attributes:
        page: In the middle, where no tab is open.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._is_listed = False
        self._tab: WelcomePage | None = None
        self.page = WelcomePage()
        self.page.hide()
        self.tour = TourController(window)
        window.ui.middle_layout.insertWidget(0, self.page, 1)
        self._connect(self.page)
        read = window.settings.load().reading_languages
        window.documents.model.set_reading_languages(read or (interface_language.language(),))
        window.tabs.emptied.connect(lambda _: self.update_page())
        window.documents.listed.connect(lambda _: self._on_library_listed())
        ui = window.ui
        ui.action_welcome.triggered.connect(lambda _=False: self.show_welcome())
        ui.action_guide.triggered.connect(lambda _=False: self.start_guide())
        for way in self._first_actions():
            way.action.triggered.connect(lambda _=False: self._on_action_triggered())
        self.update_page()

    def update_page(self) -> None:
        """Show the page where no tab is open, with what fits the library."""
        window = self._window
        is_empty = window.tabs.is_empty()
        focus = window.focusWidget()
        is_left = not is_empty and focus is not None and self.page.isAncestorOf(focus)
        if is_left and focus is not None:
            focus.clearFocus()  # else Qt hands it on as if by Tab, with a ring
        window.tabs.setVisible(not is_empty)
        self.page.setVisible(is_empty)
        if is_left:
            window.focus_text()
        if not is_empty:
            return
        if not self._is_listed:
            self.page.show_actions("", "", [])
        elif self._is_asking() and not window.documents.model.library.documents:
            pass  # until something comes in, or one leaves
        elif self._is_new():
            self.page.show_welcome(self._first_actions(), self._known_answers())
        elif not window.documents.model.library.documents:
            said = self.tr("Your library is empty. Drop files here, or choose one of these.")
            self.page.show_actions(self.tr("Your library is empty"), said, self._first_actions())
        else:
            self.page.show_actions(self.tr("No document open"), "", self._next_actions())

    def show_welcome(self) -> None:
        """Show the welcome again: in a tab, where others are open."""
        window = self._window
        if window.tabs.is_empty():
            self.page.show_welcome(self._first_actions(), self._known_answers())
            self.page.focus_first()
            return
        if self._tab is None:
            self._tab = WelcomePage()
            self._tab.destroyed.connect(self._on_tab_destroyed)
            self._connect(self._tab)
            self._tab.show_welcome(self._first_actions(), self._known_answers())
        window.tabs.show_view(self._tab, self.tr("Welcome"))
        self._tab.focus_first()

    def start_guide(self) -> None:
        """Begin the guide anew: here in the samples, else in the samples that are opened for it."""
        window = self._window
        window.settings.save(guide=1)
        if library_switcher.is_sample_library(window.desk.folder):
            self.tour.show_step(1)
        else:
            library_switcher.open_samples(window)

    def set_action_message(self, action: QAction, said: str) -> None:
        """Say at a way what is being done for it; empty for what comes of it."""
        for page in filter(None, (self.page, self._tab)):
            for button in page.action_buttons:
                if button.start_action.action is action:
                    button.description_label.setText(said or button.start_action.description)

    # What is asked

    def _is_asking(self) -> bool:
        return self.page.is_question_shown and bool(self.page.action_buttons)

    def _is_new(self) -> bool:
        """True if the library is empty and nobody was welcomed in it."""
        window = self._window
        folder = str(window.desk.folder)
        library = window.documents.model.library
        held = library.documents or library.trash or library.positions
        return not held and folder not in window.settings.load().welcomed

    def _known_answers(self) -> SetupAnswers:
        """Return the answers known, or assumed from the system."""
        window = self._window
        kept = window.settings.load()
        known = window.desk.positions.delegation()
        read = tuple(kept.reading_languages) or _usual_languages()
        return SetupAnswers(known or _usual_delegation(), read, interface_language.language())

    def _save_answers(self, page: WelcomePage, *, is_left: bool = False) -> None:
        """Save the choices made; those only proposed, if the user continues from the page."""
        if not page.is_question_shown:
            return
        window, given = self._window, page.question.answers()
        folder, kept = str(window.desk.folder), window.settings.load()
        welcomed = [*(one for one in kept.welcomed if one != folder), folder]
        window.settings.save(welcomed=welcomed, reading_languages=list(given.languages))
        window.documents.model.set_reading_languages(given.languages)
        code = given.delegation
        if code and code != window.desk.positions.delegation() and (page.question.delegation_touched or not is_left):
            window.tasks.write(lambda: window.desk.positions.set_delegation(code))

    def _leave(self, page: WelcomePage) -> None:
        self._save_answers(page, is_left=True)
        window = self._window
        if page is self._tab:
            window.tabs.close_tab(window.tabs.indexOf(page))
            return
        page.show_actions("", "", [])
        self.update_page()
        page.focus_first()

    def _change_language(self, page: WelcomePage, language: str) -> None:
        """Let the window speak another language; what was chosen besides is kept, and the welcome comes again."""
        window, given = self._window, page.question.answers()
        window.settings.save(reading_languages=list(given.languages))
        code = given.delegation
        if code and page.question.delegation_touched:
            window.tasks.write(
                lambda: window.desk.positions.set_delegation(code),
                lambda _: interface_language.change_language(window, language),
            )
        else:
            interface_language.change_language(window, language)

    def _on_library_listed(self) -> None:
        """The library is listed: what came in ends the welcome."""
        was_known, self._is_listed = self._is_listed, True
        if self._is_asking() and self._window.documents.model.library.documents:
            self._save_answers(self.page)
        self.update_page()
        focus = self._window.focusWidget()
        if not was_known and self.page.isVisible() and (focus is None or self._window.documents.isAncestorOf(focus)):
            self.page.focus_first()

    # The ways

    def _first_actions(self) -> list[StartAction]:
        ui = self._window.ui
        return [
            StartAction(
                ui.action_bring_in,
                "folder-open",
                self.tr("Import documents…"),
                self.tr("PDF, Word, web pages, text, archives and emails. You can also drop them here."),
            ),
            StartAction(
                ui.action_watch,
                "folder-search",
                self.tr("Watch a folder…"),
                self.tr("New files, for example downloads, are imported automatically."),
            ),
            StartAction(
                ui.action_samples,
                "book-open",
                self.tr("Try the sample library"),
                self.tr("Fictitious documents and a six-step tour."),
            ),
        ]

    def _next_actions(self) -> list[StartAction]:
        ui = self._window.ui
        return [
            StartAction(
                ui.action_library,
                "file-text",
                self.tr("The library"),
                self.tr("Select a document on the left and press Enter."),
            ),
            StartAction(
                ui.action_search,
                "search",
                self.tr("Search everywhere"),
                self.tr("Words in any document, note or position, or a number such as 9951/26."),
            ),
            StartAction(
                ui.action_bring_in,
                "folder-open",
                self.tr("Import more documents…"),
                self.tr("You can also drop them here."),
            ),
        ]

    def _connect(self, page: WelcomePage) -> None:
        page.leave_requested.connect(lambda: self._leave(page))
        page.window_language_chosen.connect(lambda code: self._change_language(page, code))

    def _on_action_triggered(self) -> None:
        """One of the ways is taken: what is chosen on the page counts."""
        for page in (self.page, self._tab):
            if page is not None and page.isVisible():
                self._save_answers(page)

    def _on_tab_destroyed(self) -> None:
        self._tab = None


def _usual_delegation() -> str | None:
    """The delegation of who set this machine up, where its settings tell."""
    territory = QLocale.territoryToCode(QLocale.system().territory())
    return None if territory in _SHARED_GROUND else delegation(territory)


def _usual_languages() -> tuple[str, ...]:
    """The languages that the system speaks, that of the window, and English."""
    spoken = [name.replace("_", "-").partition("-")[0] for name in QLocale.system().uiLanguages()]
    found = {*spoken, terms.window_language(), "en"}
    return tuple(code for code in OFFICIAL_ORDER if code in found)
