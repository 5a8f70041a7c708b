"""Dossiers in the window: their timelines, and the choice of another dossier for a document."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLineEdit

from delegate_desk.core.documents.document import DocumentId, Place
from delegate_desk.core.documents.dossiers import Dossier, DossierCandidate
from delegate_desk.gui.context import Context
from delegate_desk.gui.tab_page import TabKind, TabType, title_of_documents
from delegate_desk.gui.widgets.labels import dossiers, terms

if TYPE_CHECKING:
    from delegate_desk.gui.library.timeline_view import TimelineView

_MOST = 20
"""Of more papers that come in together nothing is said; their timelines offer it."""


class DossiersController(QObject):
    """Joins the timelines of dossiers to the window."""

    def __init__(self, context: Context) -> None:
        super().__init__(context.window)
        self._context = context
        self._desk, self._tasks = context.desk, context.tasks

    def tab_type(self) -> TabType:
        """Return the registration of timelines."""
        title = partial(title_of_documents, self._desk)
        return TabType(TabKind.TIMELINE, lambda entry: self.open(entry.documents[0]), title)

    def commands(self) -> dict[str, Callable[[], object]]:
        """Return what the commands do, by the names of their actions."""
        return {"action_timeline": self.open_current}

    def open(self, document: DocumentId) -> TimelineView:
        """Show the dossier that a document is of, the document at hand."""
        from delegate_desk.gui.library.timeline_view import TimelineView

        navigate = self._context.navigate
        view = next((view for view in navigate.pages(TimelineView) if view.shows(document)), None)
        if view is None:
            view = TimelineView(self._desk, self._tasks, document)
            self._connect(view)
        else:
            view.select_document(document)
        navigate.show_page(view, self._name(view))
        return view

    def open_current(self) -> None:
        """Show the dossier of the current document, else of the document selected in the library."""
        document = self._context.navigate.current_document()
        if document is None:
            chosen = self._context.navigate.library_selection()
            document = chosen[0].id if chosen and chosen[0].trashed is None else None
        if document is not None:
            self.open(document)

    def suggest_dossiers(self, came: Sequence[DocumentId]) -> None:
        """Say quietly where papers that came in may belong whose headers do not tell it."""
        if 0 < len(came) <= _MOST:
            self._tasks.read(lambda: self._desk.dossiers.suggestions_for_documents(came), self._report_suggestions)

    def _report_suggestions(self, found: list[DossierCandidate]) -> None:
        if not found:
            return
        first = found[0].candidate.documents[-1].id
        head = terms.format_count(
            len(found), self.tr("A document may belong to a dossier"), self.tr("{n} documents may belong to dossiers")
        )
        sentences = [
            self.tr("{paper} to {dossier}: {reasons}").format(
                paper=one.candidate.documents[-1].name, dossier=one.dossier.name, reasons=dossiers.format_reasons(one)
            )
            for one in found
        ]
        link = (self.tr("Review"), lambda: self.open(first))
        self._context.notify.show_notice(head, sentences, link, after=True)  # what became of the files comes first

    def prompt_dossier(self, documents: Sequence[DocumentId], view: TimelineView) -> None:
        """Let another dossier be chosen for documents, and put them there."""
        self._tasks.read(self._desk.dossiers.all, lambda found: self._show_dossier_chooser(found, documents, view))

    def _show_dossier_chooser(self, found: list[Dossier], documents: Sequence[DocumentId], view: TimelineView) -> None:
        from delegate_desk.gui.command_palette import Palette, PaletteRow

        others = [one for one in found if not any(held.id in documents for held in one.documents)]
        choices = []
        for dossier in others:
            name = " · ".join(dict.fromkeys((dossiers.dossier_title(dossier), dossier.name)))
            into = next(held.id for held in dossier.documents)
            choices.append(PaletteRow(name, partial(self._move, documents, into, view)))
        palette = Palette(choices, self._context.window)
        palette.setWindowTitle(self.tr("Move to Another Dossier"))
        palette.edit.setPlaceholderText(self.tr("Type the subject of the dossier or its interinstitutional file"))
        palette.edit.setAccessibleName(self.tr("Type the subject of the dossier or its interinstitutional file"))
        palette.list.setAccessibleName(self.tr("Dossiers"))
        palette.show_under(self._context.window.findChild(QLineEdit, "search_edit") or self._context.window)
        palette.open()

    def _move(self, documents: Sequence[DocumentId], into: DocumentId, view: TimelineView) -> None:
        view.drop_documents(documents)
        self._tasks.write(lambda: self._desk.dossiers.move(documents, into))

    def _connect(self, view: TimelineView) -> None:
        context = self._context
        view.opened.connect(self._open)
        view.dossier_requested.connect(lambda key: self.open(DocumentId(key)))
        view.compare_requested.connect(
            lambda old, new: context.navigate.open_comparison(DocumentId(old), DocumentId(new))
        )
        view.move_requested.connect(lambda documents: self.prompt_dossier(documents, view))
        view.notice_requested.connect(lambda said: context.notify.show_notice(self.tr("Nothing to compare"), [said]))
        view.shown.connect(lambda: self._on_timeline_shown(view))
        view.dossier_removed.connect(lambda: context.navigate.close_page(view))

    def _open(self, place: Place, behind: bool) -> None:
        self._context.navigate.open_place(place, behind=behind)

    def _on_timeline_shown(self, view: TimelineView) -> None:
        """The tab is called by its dossier, which may be another once it is looked at anew."""
        self._context.navigate.rename_page(view, self._name(view))

    def _name(self, view: TimelineView) -> str:
        return view.timeline.dossier.name if view.timeline else self.tr("Dossier")
