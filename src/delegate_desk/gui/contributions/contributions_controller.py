"""Contributions of other delegations in the window: opening their tab, and the dialog of their import."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from delegate_desk.core.contributions.contribution import Contribution
from delegate_desk.core.documents.document import DocumentId, LibraryDocument
from delegate_desk.core.errors import DeskError
from delegate_desk.desk import Desk
from delegate_desk.gui.context import Context
from delegate_desk.gui.error_messages import explain
from delegate_desk.gui.tab_page import TabKind, TabType, title_of_documents
from delegate_desk.gui.tasks import Job, Tasks
from delegate_desk.gui.widgets.basic_widgets import label, while_alive
from delegate_desk.gui.widgets.labels import terms
from delegate_desk.gui.widgets.rows.change_list_model import ChangeListRow

if TYPE_CHECKING:
    from delegate_desk.gui.contributions.contributions_view import ContributionsView

_WIDTH = 520


class ContributionDialog(QDialog):
    """Asks whose paper it is where the paper does not say, and says what was understood.

    Attributes:
        delegations_edit: The codes of those whose paper it is; empty for a paper that says it part by part.
        summary_label: What was understood, or why not.
    """

    def __init__(
        self,
        desk: Desk,
        tasks: Tasks,
        contribution: Contribution,
        paper: LibraryDocument,
        on: LibraryDocument,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._contribution = contribution
        self._paper = paper
        self._job: Job | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Import Written Comments on {name}").format(name=on.name))
        self.delegations_edit = QLineEdit()
        self.delegations_edit.setPlaceholderText(self.tr("Country codes, such as EL or EL, CY"))
        self.summary_label = label("", "plain", wrap=True)
        self.summary_label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.import_button = QPushButton(self.tr("Import"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.addButton(self.import_button, QDialogButtonBox.ButtonRole.AcceptRole)
        form = QFormLayout()
        form.addRow(
            self.tr("Document"), label(f"{paper.name} · {paper.header.subject or paper.file_name}", "plain", wrap=True)
        )
        form.addRow(self.tr("&Delegations"), self.delegations_edit)
        form.addRow(self.tr("Recognised"), self.summary_label)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addLayout(form)
        layout.addWidget(buttons)
        self.import_button.setDefault(True)  # in the dialog: before, Enter would cancel
        self.setMinimumWidth(_WIDTH)
        buttons.rejected.connect(self.reject)
        self.import_button.clicked.connect(self._import)
        self.delegations_edit.textEdited.connect(self._read_again)
        said = {part.provision_comment.delegations for part in contribution.placed}
        if len(said) == 1:
            self.delegations_edit.setText(", ".join(said.pop()))
        self._show(contribution)

    @property
    def codes(self) -> list[str]:
        return self.delegations_edit.text().replace(",", " ").split()

    def _read_again(self) -> None:
        if self._job is not None:
            self._job.cancel()
        self.import_button.setEnabled(False)
        desk, contribution, codes = self._desk, self._contribution, self.codes
        self._job = self._tasks.read(
            lambda: desk.contributions.read(contribution.paper, contribution.document, codes),
            while_alive(self, self._show),
            failed=while_alive(self, self._fail),
        )

    def _show(self, contribution: Contribution) -> None:
        self._job = None
        self._contribution = contribution
        self.summary_label.setText(_summary(contribution))
        self.import_button.setEnabled(True)

    def _fail(self, error: Exception) -> None:
        self._job = None
        if isinstance(error, DeskError):
            self.summary_label.setText(explain(error))
        else:
            self._tasks.failed.emit(error)

    def _import(self) -> None:
        desk, contribution = self._desk, self._contribution
        self._tasks.write(lambda: desk.contributions.add(contribution))
        self.accept()


def _summary(contribution: Contribution) -> str:
    translate = QCoreApplication.translate
    placed = contribution.placed
    wordings = sum(part.provision_comment.proposal is not None for part in placed)
    comments = sum(bool(part.provision_comment.comment) for part in placed)
    codes = sorted({code for part in placed for code in part.provision_comment.delegations})
    unnamed = any(not part.provision_comment.delegations for part in placed)
    lines = [
        terms.format_count(
            wordings,
            translate("contribution", "1 drafting suggestion"),
            translate("contribution", "{n} drafting suggestions"),
        )
        + " · "
        + terms.format_count(
            comments, translate("contribution", "1 comment"), translate("contribution", "{n} comments")
        ),
        terms.format_count(
            len(contribution.unplaced),
            translate("contribution", "1 entry has no place yet; suggestions will be shown"),
            translate("contribution", "{n} entries have no place yet; suggestions will be shown"),
        )
        if contribution.unplaced
        else translate("contribution", "All entries have a place"),
    ]
    if len(codes) > 1:
        lines.append(translate("contribution", "Delegations: {codes}").format(codes=", ".join(codes)))
    if unnamed:
        lines.append(translate("contribution", "Some entries do not name a delegation"))
    return "\n".join(lines)


class ContributionsController(QObject):
    """Joins contributions to the window."""

    def __init__(self, context: Context) -> None:
        super().__init__(context.window)
        self._window, self._navigate = context.window, context.navigate
        self._desk, self._tasks = context.desk, context.tasks

    def tab_type(self) -> TabType:
        """Return the registration of the tabs."""
        title = partial(title_of_documents, self._desk)
        return TabType(TabKind.CONTRIBUTIONS, lambda entry: self.open(entry.documents[0]), title)

    def commands(self) -> dict[str, Callable[[], object]]:
        """Return what the commands do, by the names of their actions."""
        return {
            "action_contributions": lambda: self._with_document(self.open),
            "action_contribution": lambda: self._with_document(self.choose),
        }

    def _with_document(self, do: Callable[[DocumentId], object]) -> None:
        document = self._navigate.current_document()
        if document is not None:
            do(document)

    def open(self, document: DocumentId) -> ContributionsView:
        from delegate_desk.gui.contributions.contributions_view import ContributionsView

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
        from delegate_desk.gui.library.document_chooser_dialog import DocumentChooserDialog

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
