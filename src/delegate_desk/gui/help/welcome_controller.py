"""Centre of the window when nothing is open: the welcome of a new library, asked once; else the start actions."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QLocale, QObject
from PySide6.QtGui import QAction

from delegate_desk.core.delegations import delegation
from delegate_desk.gui import interface_language
from delegate_desk.gui.context import Context
from delegate_desk.gui.help.tour_controller import TourController
from delegate_desk.gui.help.welcome_page import OFFICIAL_ORDER, SetupAnswers, StartAction, WelcomePage
from delegate_desk.gui.library import library_switcher
from delegate_desk.gui.library.documents_view import DocumentsView
from delegate_desk.gui.widgets.labels import terms

_SHARED_GROUND = ("BE", "LU")
"""Where the machines of all delegations stand: what such a one is set to says nothing of whose it is."""


class WelcomeController(QObject):
    """Welcomes who comes to a new library."""

    def __init__(self, context: Context, documents: DocumentsView) -> None:
        super().__init__(context.window)
        self._context, self._documents = context, documents
        self._is_listed = False
        self._tab: WelcomePage | None = None
        self.page = WelcomePage()
        self.page.hide()
        self.tour = TourController(context)
        self._connect(self.page)
        documents.listed.connect(lambda _: self._on_library_listed())
        action = self._context.navigate.action
        action("action_welcome").triggered.connect(lambda _=False: self.show_welcome())
        action("action_guide").triggered.connect(lambda _=False: self.start_guide())
        for way in self._first_actions():
            way.action.triggered.connect(lambda _=False: self._on_action_triggered())
        self.update_page()

    def update_page(self) -> None:
        """Show the page where no tab is open, with what fits the library."""
        context = self._context
        is_empty = not context.navigate.has_pages()
        focus = context.window.focusWidget()
        is_left = not is_empty and focus is not None and self.page.isAncestorOf(focus)
        if is_left and focus is not None:
            focus.clearFocus()  # else Qt hands it on as if by Tab, with a ring
        self.page.setVisible(is_empty)
        if is_left:
            context.navigate.focus_text()
        if not is_empty:
            return
        if not self._is_listed:
            self.page.show_actions("", "", [])
        elif self._is_asking() and not self._documents.model.library.documents:
            pass  # until something comes in, or one leaves
        elif self._is_new():
            self.page.show_welcome(self._first_actions(), self._known_answers())
        elif not self._documents.model.library.documents:
            said = self.tr("Your library is empty. Drop files here, or choose one of these.")
            self.page.show_actions(self.tr("Your library is empty"), said, self._first_actions())
        else:
            self.page.show_actions(self.tr("No document open"), "", self._next_actions())

    def show_welcome(self) -> None:
        """Show the welcome again: in a tab, where others are open."""
        context = self._context
        if not context.navigate.has_pages():
            self.page.show_welcome(self._first_actions(), self._known_answers())
            self.page.focus_first()
            return
        if self._tab is None:
            self._tab = WelcomePage()
            self._tab.destroyed.connect(self._on_tab_destroyed)
            self._connect(self._tab)
            self._tab.show_welcome(self._first_actions(), self._known_answers())
        context.navigate.show_page(self._tab, self.tr("Welcome"))
        self._tab.focus_first()

    def start_guide(self) -> None:
        """Begin the guide anew: here in the samples, else in the samples that are opened for it."""
        context = self._context
        context.settings.save(guide=1)
        if library_switcher.is_sample_library(context.desk.folder):
            self.tour.show_step(1)
        else:
            self._open_samples()

    def open_samples(self) -> None:
        """Open the sample library; in it, start the guide."""
        if library_switcher.is_sample_library(self._context.desk.folder):
            self.start_guide()
        else:
            self._open_samples()

    def _open_samples(self) -> None:
        samples = self._context.navigate.action("action_samples")
        library_switcher.open_samples(self._context, partial(self.set_action_message, samples))

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
        context = self._context
        folder = str(context.desk.folder)
        library = self._documents.model.library
        held = library.documents or library.trash or library.positions
        return not held and folder not in context.settings.load().welcomed

    def _known_answers(self) -> SetupAnswers:
        context = self._context
        kept = context.settings.load()
        known = context.desk.positions.delegation()
        read = tuple(kept.reading_languages) or _usual_languages()
        return SetupAnswers(known or _usual_delegation(), read, interface_language.language())

    def _save_answers(self, page: WelcomePage, *, is_left: bool = False) -> None:
        """Save the choices made; those only proposed, if the user continues from the page."""
        if not page.is_question_shown:
            return
        context, given = self._context, page.question.answers()
        folder, kept = str(context.desk.folder), context.settings.load()
        welcomed = [*(one for one in kept.welcomed if one != folder), folder]
        context.settings.save(welcomed=welcomed, reading_languages=list(given.languages))
        code = given.delegation
        if code and code != context.desk.positions.delegation() and (page.question.delegation_touched or not is_left):
            context.tasks.write(lambda: context.desk.positions.set_delegation(code))

    def _leave(self, page: WelcomePage) -> None:
        self._save_answers(page, is_left=True)
        context = self._context
        if page is self._tab:
            context.navigate.close_page(page)
            return
        page.show_actions("", "", [])
        self.update_page()
        page.focus_first()

    def _change_language(self, page: WelcomePage, language: str) -> None:
        """Let the window speak another language; what was chosen besides is kept, and the welcome comes again."""
        context, given = self._context, page.question.answers()
        context.settings.save(reading_languages=list(given.languages))
        code = given.delegation
        if code and page.question.delegation_touched:
            context.tasks.write(
                lambda: context.desk.positions.set_delegation(code),
                lambda _: context.navigate.change_language(language),
            )
        else:
            context.navigate.change_language(language)

    def _on_library_listed(self) -> None:
        was_known, self._is_listed = self._is_listed, True
        if self._is_asking() and self._documents.model.library.documents:
            self._save_answers(self.page)
        self.update_page()
        focus = self._context.window.focusWidget()
        if not was_known and self.page.isVisible() and (focus is None or self._documents.isAncestorOf(focus)):
            self.page.focus_first()

    # The ways

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

    def _next_actions(self) -> list[StartAction]:
        action = self._context.navigate.action
        return [
            StartAction(
                action("action_library"),
                "file-text",
                self.tr("The library"),
                self.tr("Select a document on the left and press Enter."),
            ),
            StartAction(
                action("action_search"),
                "search",
                self.tr("Search everywhere"),
                self.tr("Words in any document, note or position, or a number such as 9951/26."),
            ),
            StartAction(
                action("action_bring_in"),
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
    territory = QLocale.territoryToCode(QLocale.system().territory())
    return None if territory in _SHARED_GROUND else delegation(territory)


def _usual_languages() -> tuple[str, ...]:
    spoken = [name.replace("_", "-").partition("-")[0] for name in QLocale.system().uiLanguages()]
    found = {*spoken, terms.window_language(), "en"}
    return tuple(code for code in OFFICIAL_ORDER if code in found)
