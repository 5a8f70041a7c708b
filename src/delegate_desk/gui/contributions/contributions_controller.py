"""Contributions of other delegations in the window: the tab of a document's contributions, and their import."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from delegate_desk.core.contributions.contribution import Contribution
from delegate_desk.core.documents.document import DocumentId, LibraryDocument
from delegate_desk.gui.contributions.contribution_import_dialog import ContributionDialog
from delegate_desk.gui.contributions.contributions_view import ContributionsView
from delegate_desk.gui.library.document_chooser_dialog import ChooseDocument
from delegate_desk.gui.widgets.rows.change_list_model import ChangeListRow

if TYPE_CHECKING:
    from delegate_desk.gui.shell.main_window import MainWindow


class ContributionsController(QObject):
    """Joins contributions to the window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._desk, self._tasks = window.desk, window.tasks

    def commands(self) -> dict[QAction, Callable[[], object]]:
        """The commands, each by its action."""
        ui = self._window.ui
        return {
            ui.action_contributions: lambda: self._with_current_document(self.open),
            ui.action_contribution: lambda: self._with_current_document(self.choose),
        }

    def open(self, document: DocumentId) -> ContributionsView:
        """Show what others wrote on a document."""
        tabs = self._window.tabs
        view = next((view for view in tabs.views(ContributionsView) if view.document == document), None)
        if view is None:
            view = ContributionsView(self._desk, self._tasks, document)
            view.opened.connect(self._open_row)
            view.document_requested.connect(lambda paper: self._window.open_document(DocumentId(paper)))
            view.import_requested.connect(lambda: self.choose(document))
            view.shown.connect(self.on_tab_activated)
            view.list.chosen.connect(lambda _: self.on_tab_activated())
        name = self.tr("Comments · {name}").format(name=self._desk.documents.get(document).name)
        tabs.show_view(view, name)
        return view

    def choose(self, document: DocumentId) -> None:
        """Let a paper be chosen that is held, and look at what it says on a document."""
        name = self._desk.documents.get(document).name
        title = self.tr("Import written comments on {name}").format(name=name)
        hint = self.tr("Which document contains comments on {name}? Type a reference or words from the subject")
        choice = ChooseDocument(self._desk, self._tasks, document, self._window, title=title, hint=hint)
        choice.chosen.connect(lambda paper: self.read_contribution(paper, document))
        choice.open()

    def read_contribution(self, paper: LibraryDocument, document: DocumentId) -> None:
        """Read a paper as a contribution on a document, and show what was understood."""
        desk = self._desk
        what = self.tr("Reading {name}").format(name=paper.name)
        self._tasks.read(lambda: desk.contributions.read(paper.id, document), self._show_dialog, what=what)

    def _show_dialog(self, contribution: Contribution) -> None:
        documents = self._desk.documents
        paper, on = documents.get(contribution.paper), documents.get(contribution.document)
        dialog = ContributionDialog(self._desk, self._tasks, contribution, paper, on, self._window)
        dialog.accepted.connect(lambda: self.open(contribution.document))
        dialog.open()

    def _open_row(self, told: ChangeListRow, behind: bool) -> None:
        place = told.place or told.before
        if place is not None:
            self._window.open_place(place, behind=behind)

    def on_tab_activated(self) -> bool:
        """Let the other panes follow what others wrote where it is in front; False where it is not."""
        window, view = self._window, self._window.tabs.currentWidget()
        if not isinstance(view, ContributionsView):
            return False
        window.ui.right_column.setCurrentWidget(window.annotations)
        window.annotations.show_place(view.place)
        window.status.show_marking(view.marking)
        window.status.show_text(self.tr("J K move · 1–9 choose place · P type place · 0 general comment · Enter open"))
        window.documents.set_current(view.document)
        return True

    def _with_current_document(self, do: Callable[[DocumentId], object]) -> None:
        document = self._window.current_document()
        if document is not None:
            do(document)
