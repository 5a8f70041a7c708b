"""Commands on written comments: their tab, and the import of comments from a document."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from delegate_desk.core.contributions.contribution import Contribution
from delegate_desk.core.documents.document import DocumentId, LibraryDocument
from delegate_desk.gui.context import Controller, on_current_document
from delegate_desk.gui.library.document_chooser_dialog import DocumentChooserDialog
from delegate_desk.gui.tab_page import TabKind, TabType

if TYPE_CHECKING:
    from delegate_desk.gui.contributions.contributions_view import ContributionsView


class ContributionsController(Controller):
    def tab_type(self) -> TabType:
        return TabType(TabKind.CONTRIBUTIONS, lambda entry: self.open(entry.documents[0]))

    def commands(self) -> dict[str, Callable[[], object]]:
        return {
            "action_contributions": on_current_document(self._context, self.open),
            "action_contribution": on_current_document(self._context, self.choose),
        }

    def open(self, document: DocumentId) -> ContributionsView:
        from delegate_desk.gui.contributions.contributions_view import ContributionsView

        views = self._navigate.pages(ContributionsView)
        view = next((view for view in views if view.document == document), None)
        if view is None:
            view = ContributionsView(self._desk, self._tasks, document)
            view.opened.connect(lambda place, behind: self._navigate.open_place(place, behind=behind))
            view.document_requested.connect(lambda paper: self._navigate.open_document(DocumentId(paper)))
            view.import_button.clicked.connect(lambda: self.choose(document))
        self._navigate.show_page(view)
        return view

    def choose(self, document: DocumentId) -> None:
        title = self.tr("Import written comments on {name}")
        hint = self.tr("Which document contains comments on {name}? Type a reference or words from the subject")

        def read(paper: LibraryDocument) -> None:
            what, commented = self.tr("Reading {name}").format(name=paper.name), chooser.document
            show = partial(self._show_dialog, commented, paper)
            self._tasks.read(partial(self._desk.contributions.read, paper.id, document), show, what=what)

        chooser = DocumentChooserDialog(self._context, document, read, title=title, hint=hint)
        chooser.open()

    def _show_dialog(self, commented: LibraryDocument, paper: LibraryDocument, contribution: Contribution) -> None:
        from delegate_desk.gui.contributions.contributions_view import ContributionDialog

        dialog = ContributionDialog(self._context, commented, paper, contribution)
        dialog.accepted.connect(lambda: self.open(contribution.document))
        dialog.open()
