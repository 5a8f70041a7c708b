"""Timeline of a document's dossier: its documents in chronological order, missing ones, and suggestions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from typing_extensions import override

from delegate_desk.core.changes import Changes
from delegate_desk.core.documents.document import Address, DocumentId, Place
from delegate_desk.core.documents.dossier_timeline import Milestone, Timeline, versions_to_compare
from delegate_desk.core.documents.dossiers import Dossier, DossierCandidate, family_mark
from delegate_desk.desk import Desk
from delegate_desk.gui.context import Controller
from delegate_desk.gui.library.library_rows import first_mention
from delegate_desk.gui.library.timeline_list import (
    DossierSuggestion,
    Row,
    TimelineList,
    load_suggestions,
    load_timeline,
)
from delegate_desk.gui.tab_page import PageState, RefreshingView, TabEntry, TabKind, TabType, title_of_documents
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets.basic_widgets import column_layout, label, while_alive
from delegate_desk.gui.widgets.filter_dialog import NameChooserDialog
from delegate_desk.gui.widgets.labels import dossiers, terms
from delegate_desk.gui.widgets.rows.row_painting import column_margins

_BEGINNING = Address("")


class TimelineView(RefreshingView):
    help_page = "revisions#dossiers"
    opened = Signal(object, bool)  # The ``Place``, its address empty for the beginning, and True for a tab behind
    previewed = Signal(object)  # A ``Place`` is to be looked at
    dossier_requested = Signal(int)
    compare_requested = Signal(int, int)
    move_requested = Signal(list)
    notice_requested = Signal(str)
    shown = Signal()

    def __init__(self, desk: Desk, tasks: Tasks, document: DocumentId) -> None:
        super().__init__(desk, tasks)
        self.document = document
        self._suggestions: list[DossierSuggestion] = []
        self.timeline: Timeline | None = None
        self.setAccessibleName(self.tr("Timeline of the dossier"))
        self.title = label("", "title", wrap=True)
        self.summary = label("", "soft", wrap=True)
        self.list = TimelineList()
        self.list.setAccessibleName(self.tr("Documents of the dossier in order of time"))
        column_layout(self.title, self.summary, 8, (self.list, 1), within=self, margins=(0, 16, 0, 0), spacing=4)
        self.setFocusProxy(self.list)
        self.list.opened.connect(lambda row, behind: self._open(row, lambda place: self.opened.emit(place, behind)))
        self.list.previewed.connect(lambda row: self._open(row, self.previewed.emit))
        self.list.compare_requested.connect(self._compare)
        self.list.move_requested.connect(self.move_requested)
        self.list.separation_requested.connect(lambda chosen: tasks.write(lambda: desk.dossiers.separate(chosen)))
        self.list.reset_requested.connect(lambda chosen: tasks.write(lambda: desk.dossiers.reset_assignments(chosen)))
        self.list.accepted.connect(lambda offered: tasks.write(lambda: desk.dossiers.accept(offered)))
        self.list.rejected.connect(lambda offered: tasks.write(lambda: desk.dossiers.refuse(offered)))

    @override
    def state(self) -> PageState:
        keys = self.tr("↑↓ select · Enter open · C compare · Shift+↑↓ select two · M move · S separate · U automatic")
        return PageState(self.document, marking=self.marking, text=keys)

    @override
    def entry(self) -> TabEntry:
        return TabEntry(TabKind.TIMELINE, (int(self.document),))

    @property
    def marking(self) -> str | None:
        documents = self.timeline.dossier.documents if self.timeline else ()
        return next((document.header.marking for document in documents if document.header.marking), None)

    def select_document(self, document: DocumentId) -> None:
        self.document = document
        found = self.timeline.for_document(document) if self.timeline else None
        if found and self.timeline:
            self.list.show_timeline(self.timeline, self._suggestions, at=found.key)

    @override
    def _loader(self) -> Callable[[], Timeline | None]:
        return partial(load_timeline, self._desk, self.document)

    @override
    def _show(self, content: Timeline | None) -> None:
        if content is None:  # the document is gone, and the page with it
            return
        first = self.timeline is None
        self.timeline = timeline = content
        found = timeline.for_document(self.document) if first else None
        self.title.setText(dossiers.dossier_title(timeline.dossier))
        self.summary.setText(dossiers.timeline_summary(timeline))
        self.list.show_timeline(timeline, self._suggestions, at=found.key if found else None)
        self.shown.emit()
        self.state_changed.emit()
        desk, key = self._desk, self.document
        self._ticket = self._tasks.read(lambda: load_suggestions(desk, key), self._show_suggestions)

    def _show_suggestions(self, offers: list[DossierSuggestion]) -> None:
        self._ticket = None
        if self.timeline is not None and offers != self._suggestions:
            self._suggestions = offers
            self.list.show_timeline(self.timeline, offers)

    def _open(self, row: Row, open_place: Callable[[Place], object]) -> None:
        if isinstance(row, DossierSuggestion):
            self._open_suggestion(row, open_place)
        elif isinstance(row, Milestone) and row.is_in_library:
            document = row.preferred_version(terms.window_language(), "en")
            if document is not None:
                open_place(Place(document.id, _BEGINNING))
        elif isinstance(row, Milestone) and row.named_by:
            self._open_mention(row, open_place)

    def _open_suggestion(self, row: DossierSuggestion, open_place: Callable[[Place], object]) -> None:
        """Open a suggested document at its evidence; for a suggested dossier, its timeline."""
        if row.is_dossier:
            self.dossier_requested.emit(row.library_document.id)
            return
        own = {held.id for held in row.offered.candidate.documents}
        said = (reason.place for reason in row.offered.reasons if reason.place and reason.place[0] in own)
        document, address = next(said, (row.library_document.id, _BEGINNING))
        open_place(Place(document, address))

    def _open_mention(self, row: Milestone, open_place: Callable[[Place], object]) -> None:
        find = partial(first_mention, self._desk, row.named_by[0].id, row.reference)
        self._tasks.read(find, while_alive(self, open_place))

    def _compare(self, chosen: list[Milestone]) -> None:
        if self.timeline is None or not chosen:
            return
        if len(chosen) == 1:
            before = self.timeline.find(chosen[0].predecessor_key)
            if before is None:
                text = self.tr("The library has no earlier version of {name}. Select two documents to compare.")
                self.notice_requested.emit(text.format(name=chosen[0].key))
                return
            old, new = before, chosen[0]
        else:
            old, new = self.timeline.in_order(chosen[0], chosen[-1])
        versions = versions_to_compare(old, new, terms.window_language(), "en")
        if versions is None:
            self.notice_requested.emit(
                self.tr("Documents that are not in the library cannot be compared. Select two that are.")
            )
            return
        self.compare_requested.emit(versions[0].id, versions[1].id)

    @override
    def _on_changes(self, changes: Changes) -> None:
        if changes.documents or changes.annotations or changes.positions or changes.meetings:
            self.refresh()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for widget in (self.title, self.summary):
            widget.setContentsMargins(column_margins(self.width(), 8))


_MOST = 20
"""Number of documents imported together above which nothing is suggested; their timelines do."""


class DossiersController(Controller):
    def tab_type(self) -> TabType:
        title = partial(title_of_documents, self._desk)
        return TabType(TabKind.TIMELINE, lambda entry: self.open(entry.documents[0]), title)

    def commands(self) -> dict[str, Callable[[], object]]:
        return {"action_timeline": self.open_current}

    def open(self, document: DocumentId) -> TimelineView:
        navigate, family = self._context.navigate, self._family(document)
        view = next((view for view in navigate.pages(TimelineView) if self._family(view.document) == family), None)
        if view is None:
            view = TimelineView(self._desk, self._tasks, document)
            self._connect(view)
        else:
            view.select_document(document)
        navigate.show_page(view)
        return view

    def _family(self, document: DocumentId) -> str:
        return family_mark(self._desk.documents.get(document))

    def open_current(self) -> None:
        document = self._context.navigate.current_document()
        if document is None:
            chosen = self._context.navigate.library_selection()
            document = chosen[0].id if chosen and chosen[0].trashed is None else None
        if document is not None:
            self.open(document)

    def suggest_dossiers(self, came: Sequence[DocumentId]) -> None:
        """Suggest unobtrusively the dossiers of imported documents whose headers name none."""
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
                paper=candidate.candidate.documents[-1].name,
                dossier=candidate.dossier.name,
                reasons=dossiers.format_reasons(candidate),
            )
            for candidate in found
        ]
        link = (self.tr("Review"), lambda: self.open(first))
        self._context.notify.show_notice(head, sentences, link, after=True)  # what became of the files comes first

    def prompt_dossier(self, documents: Sequence[DocumentId]) -> None:
        """Let the delegate choose another dossier for documents, such as those selected in a timeline."""
        self._tasks.read(self._desk.dossiers.all, partial(self._show_dossier_chooser, documents))

    def _show_dossier_chooser(self, documents: Sequence[DocumentId], found: list[Dossier]) -> None:
        others = [value for value in found if not any(document.id in documents for document in value.documents)]
        choices = []
        for dossier in others:
            name = " · ".join(dict.fromkeys((dossiers.dossier_title(dossier), dossier.name)))
            into = next(document.id for document in dossier.documents)
            choices.append((name, into))
        dialog = NameChooserDialog(choices, self._context.window)
        move = self._desk.dossiers.move
        dialog.chosen.connect(lambda into: self._tasks.write(lambda: move(documents, into)))
        dialog.setWindowTitle(self.tr("Move to Another Dossier"))
        dialog.edit.setPlaceholderText(self.tr("Type the subject of the dossier or its interinstitutional file"))
        dialog.edit.setAccessibleName(self.tr("Type the subject of the dossier or its interinstitutional file"))
        dialog.list.setAccessibleName(self.tr("Dossiers"))
        dialog.show_in(self._context.window)

    def _connect(self, view: TimelineView) -> None:
        context = self._context
        view.opened.connect(lambda place, behind: context.navigate.open_place(place, behind=behind))
        view.previewed.connect(partial(self._preview, view))
        view.dossier_requested.connect(self.open)
        view.compare_requested.connect(context.navigate.open_comparison)
        view.move_requested.connect(self.prompt_dossier)
        view.notice_requested.connect(lambda said: context.notify.show_notice(self.tr("Nothing to compare"), [said]))

    def _preview(self, view: TimelineView, place: Place) -> None:
        """Look at another document; one of the family in whose tab the timeline is takes its place only by a key."""
        if self._family(place.document) != self._family(view.document):
            self._context.navigate.preview_place(place)
