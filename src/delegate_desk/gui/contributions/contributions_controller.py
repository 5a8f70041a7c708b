"""Contributions of other delegations in the window: the tab of a document's contributions, and their import."""

from PySide6.QtCore import QObject

from delegate_desk.core.contributions.contribution import Contribution
from delegate_desk.core.documents.document import DocumentId, LibraryDocument
from delegate_desk.gui.context import Context
from delegate_desk.gui.contributions.contribution_import_dialog import ContributionDialog
from delegate_desk.gui.contributions.contributions_view import ContributionsView
from delegate_desk.gui.library.document_chooser_dialog import DocumentChooserDialog
from delegate_desk.gui.widgets.rows.change_list_model import ChangeListRow


class ContributionsController(QObject):
    """Joins contributions to the window."""

    def __init__(self, context: Context) -> None:
        super().__init__(context.window)
        self._window, self._navigate = context.window, context.navigate
        self._desk, self._tasks = context.desk, context.tasks

    def open(self, document: DocumentId) -> ContributionsView:
        """Show what others wrote on a document."""
        views = self._navigate.pages(ContributionsView)
        view = next((view for view in views if view.document == document), None)
        if view is None:
            view = ContributionsView(self._desk, self._tasks, document)
            view.opened.connect(self._open_row)
            view.document_requested.connect(lambda paper: self._navigate.open_document(DocumentId(paper)))
            view.import_requested.connect(lambda: self.choose(document))
        name = self.tr("Comments · {name}").format(name=self._desk.documents.get(document).name)
        self._navigate.show_page(view, name)
        return view

    def choose(self, document: DocumentId) -> None:
        """Let a paper be chosen that is held, and look at what it says on a document."""
        name = self._desk.documents.get(document).name
        title = self.tr("Import written comments on {name}").format(name=name)
        hint = self.tr("Which document contains comments on {name}? Type a reference or words from the subject")
        choice = DocumentChooserDialog(self._desk, self._tasks, document, self._window, title=title, hint=hint)
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
            self._navigate.open_place(place, behind=behind)
