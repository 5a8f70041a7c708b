"""Commands of the window on a revision: the page on its effects on our items, the review of the carry-over."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from delegate_desk.core.changes import Changes
from delegate_desk.core.documents.document import DocumentId, LibraryDocument
from delegate_desk.core.errors import AlreadyInLibraryError, DeskError
from delegate_desk.core.positions.export_options import ExportKind, ExportOptions, Mail
from delegate_desk.core.progress import Steps
from delegate_desk.core.revisions.predecessors import Lineage, Superseded
from delegate_desk.desk import Desk
from delegate_desk.gui.context import Context, Controller, on_current_document, show_undoable
from delegate_desk.gui.interface_language import explain
from delegate_desk.gui.library.document_chooser_dialog import DocumentChooserDialog, other_documents
from delegate_desk.gui.reader.reader_commands import WRITING_COMMANDS
from delegate_desk.gui.revisions.comparison_controller import age
from delegate_desk.gui.tab_page import TabEntry, TabKind, TabPage, TabType
from delegate_desk.gui.tasks import Job
from delegate_desk.gui.widgets import output
from delegate_desk.gui.widgets.labels import terms

if TYPE_CHECKING:
    from delegate_desk.core.revisions.comparison import Carry, Comparison
    from delegate_desk.core.revisions.consequences import Consequences
    from delegate_desk.gui.meetings.meeting_mode_controller import MeetingModeController
    from delegate_desk.gui.revisions.carryover_view import CarryoverView
    from delegate_desk.gui.revisions.change_list_pages import ColumnsView, ConsequencesPage, ConsequencesView

V = TypeVar("V", "ConsequencesView", "CarryoverView")
Pair = tuple[DocumentId, DocumentId]


def _tab_pair(entry: TabEntry) -> Pair:
    old, new = entry.documents
    return old, new


class RevisionController(Controller):
    def __init__(self, context: Context, document: Callable[[], DocumentId | None], files: Callable[[], Any]) -> None:
        """Initialise; ``files`` returns the controller of the paragraph's file, which keys of a page write into."""
        super().__init__(context)
        self._document, self._files = document, files

    # Opening

    def tab_types(self) -> list[TabType]:
        commands = {"action_export": lambda view: self.export((view.old, view.new))}
        written = {**commands, **WRITING_COMMANDS}
        return [
            TabType(TabKind.CONSEQUENCES, lambda entry: self.open_page(_tab_pair(entry)), (int, int), written),
            TabType(TabKind.CARRYING, lambda entry: self.open_review(_tab_pair(entry)), (int, int), commands),
            TabType(
                TabKind.COLUMNS,
                lambda entry: self.open_columns(*entry.documents),
                commands={"action_export": self._export_columns},
                has_more_keys=True,
            ),
        ]

    def open_columns(self, *texts: DocumentId) -> ColumnsView:
        """Open the rows of a four-column document, two columns compared; or those of a table built from three texts."""
        from delegate_desk.gui.revisions.change_list_pages import ColumnsView

        view = next((view for view in self._navigate.pages(ColumnsView) if view.texts == texts), None)
        if view is None:
            view = ColumnsView(self._desk, self._tasks, texts)
            view.opened.connect(lambda place, behind: self._navigate.open_place(place, behind=behind))
            view.export_button.clicked.connect(partial(self._export_columns, view))
            view.named.connect(partial(self._navigate.rename_page, view))
        self._navigate.show_page(view, self.tr("Four columns"))
        return view

    def _prompt_text(self, texts: tuple[DocumentId, ...]) -> None:
        """Ask for the texts that are put beside the first, the proposal."""
        if len(texts) > 2:
            self.open_columns(*texts)
            return
        hints = (
            self.tr("The text of Parliament beside {name}: type a reference or words from the subject"),
            self.tr("The text of the Council beside {name}: type a reference or words from the subject"),
        )
        desk = self._desk

        def among(proposal: LibraryDocument) -> list[LibraryDocument]:
            language, others = proposal.header.language, other_documents(desk, proposal)
            return [text for text in others if text.id not in texts and text.header.language == language]

        DocumentChooserDialog(
            self._context,
            texts[0],
            lambda chosen: self._prompt_text((*texts, chosen.id)),
            among,
            title=self.tr("Build Four-Column Table"),
            hint=hints[len(texts) - 1],
        ).open()

    def _export_columns(self, view: ColumnsView, *_: object) -> None:
        self._navigate.show_export(ExportKind.COLUMNS, view.texts, origin=self.tr("Four columns"))

    def open_page(self, pair: Pair, page: ConsequencesPage | None = None, *, behind: bool = False) -> ConsequencesView:
        from delegate_desk.gui.revisions.change_list_pages import ConsequencesView

        view = self._find_view(ConsequencesView, pair)
        if view is None:
            view = ConsequencesView(self._desk, self._tasks, *pair)
            view.review_button.clicked.connect(lambda: self.open_review(pair))
            view.export_button.clicked.connect(lambda: self.export(pair))
            view.nothing.linkActivated.connect(lambda _: self._navigate.open_comparison(*pair))
            self._files().connect_reader(view)
            self._connect_page(view)
        if page is not None:
            view.show_page(page)
        self._navigate.show_page(view, behind=behind)
        return view

    def open_review(self, pair: Pair) -> CarryoverView:
        from delegate_desk.gui.revisions.carryover_view import CarryoverView

        view = self._find_view(CarryoverView, pair)
        if view is None:
            view = CarryoverView(self._desk, self._tasks, *pair)
            self._connect_page(view)
            view.checked.connect(lambda: self.open_page(pair))
        self._navigate.show_page(view)
        return view

    def open_changes(self, pair: Pair) -> None:
        """Open What changed, or Check notes before it unless that is current."""
        page, carried = self._navigate.current_page(), self._desk.carryover.find_carry
        is_checking = isinstance(page, TabPage) and page.entry() == TabEntry(TabKind.CARRYING, pair)
        self._tasks.read(
            lambda: not is_checking and carried(*pair).open_count > 0,
            lambda first: self.open_review(pair) if first else self.open_page(pair),
        )

    def open_arrived(self, page: ConsequencesPage, *, behind: bool = False) -> None:
        """Open What changed on an imported revision, behind Check notes."""
        has_open_items = page.consequences.carry.open_count > 0 and not behind
        pair = page.consequences.old.id, page.consequences.new.id
        view: QWidget = self.open_page(pair, page, behind=behind or has_open_items)
        if has_open_items:
            view = self.open_review(pair)
        if not behind:
            view.setFocus()

    def _connect_page(self, view: ConsequencesView | CarryoverView) -> None:
        view.opened.connect(lambda place, behind: self._navigate.open_place(place, behind=behind))
        view.noticed.connect(partial(show_undoable, self._context))

    def _find_view(self, kind: type[V], pair: Pair) -> V | None:
        return next((view for view in self._navigate.pages(kind) if (view.old, view.new) == pair), None)

    # Requests

    def commands(self) -> dict[str, Callable[[], object]]:
        return {
            "action_consequences": partial(self._carry_then, self.open_changes),
            "action_carry": partial(self._carry_then, self._report_carryover),
            "action_carried": partial(self._carry_then, self.open_review),
            "action_columns": on_current_document(self._context, self.open_columns),
            "action_build_columns": on_current_document(self._context, lambda document: self._prompt_text((document,))),
            "action_consequences_file": partial(self._carry_then, self.export),
            "action_consequences_mail": partial(self._carry_then, self.copy_for_mail),
        }

    def _carry_then(self, do: Callable[[Pair], object]) -> None:
        """Carry over and continue: between the documents of the current tab, or from a document's predecessor to it."""
        documents, document = self._navigate.documents_in_front(), self._document()
        if len(documents) > 1:
            self._carry(documents[1], do, documents[0])
        elif document is not None:
            self._carry(document, do)

    def open_page_of(self, document: DocumentId) -> None:
        self._carry(document, self.open_changes)

    def _carry(self, key: DocumentId, do: Callable[[Pair], object], predecessor: DocumentId | None = None) -> None:
        """Carry over to a document, from its predecessor unless another is given, and continue."""
        desk, tasks = self._desk, self._tasks

        def find() -> tuple[LibraryDocument | None, LibraryDocument]:
            old = desk.documents.get(predecessor) if predecessor is not None else desk.carryover.predecessor(key)
            return old, desk.documents.get(key)

        def compare(documents: tuple[LibraryDocument | None, LibraryDocument]) -> None:
            old, new = documents
            if old is None:
                advice = self.tr("Use “Compare with…” to compare it with any document.")
                message = self.tr("The library has no earlier revision of {name}").format(name=new.name)
                self._notify.show_notice(message, [advice])
                return
            pair = old.id, new.id
            description = self.tr("Comparing {old} with {new}").format(old=old.name, new=new.name)
            tasks.read(lambda: desk.comparisons.compare(*pair), partial(carry_over, pair), what=description)

        def carry_over(pair: Pair, comparison: Comparison) -> None:
            tasks.write(lambda: desk.carryover.carry(comparison), lambda _: do(pair))

        tasks.flush()
        tasks.read(find, compare)

    def _report_carryover(self, pair: Pair) -> None:
        from delegate_desk.gui.widgets.labels.comparison import carryover_summary

        desk = self._desk

        def show(result: tuple[Carry, LibraryDocument]) -> None:
            carry, new = result
            heading = self.tr("Carried over to {name}").format(name=new.name)
            link = (self.tr("Review"), partial(self.open_review, pair))
            self._notify.show_notice(heading, [carryover_summary(carry)], link)

        self._tasks.read(lambda: (desk.carryover.find_carry(*pair), desk.documents.get(pair[1])), show)

    def _load_consequences(self, pair: Pair) -> Steps[Consequences]:
        return self._desk.consequences.for_comparison((yield from self._desk.comparisons.compare(*pair)))

    def export(self, pair: Pair) -> None:
        def show(consequences: Consequences) -> None:
            self._navigate.show_export(ExportKind.CONSEQUENCES, consequences, origin=self.tr("What changed"))

        self._tasks.flush()
        self._tasks.read(lambda: self._load_consequences(pair), show)

    def copy_for_mail(self, pair: Pair) -> None:
        def load() -> Steps[Mail]:
            consequences = yield from self._load_consequences(pair)
            return self._desk.export.mail(consequences, ExportKind.CONSEQUENCES, ExportOptions())

        def copy(mail: Mail) -> None:
            output.copy_mail(mail)
            advice = self.tr("It contains internal text. Paste it only into an email to the capital.")
            self._notify.show_briefly(self.tr("“What changed for us” copied"), [advice])

        self._tasks.flush()
        self._tasks.read(load, copy)


class NewRevisionController(Controller):
    def __init__(
        self, context: Context, meeting: Callable[[], MeetingModeController | None], revisions: RevisionController
    ) -> None:
        super().__init__(context)
        self._meeting, self._revisions = meeting, revisions
        self._queue: deque[LibraryDocument] = deque()
        self._pages: list[ConsequencesPage] = []
        self._job: Job | None = None
        self._sort_job: Job | None = None
        self._running = False
        self._notice_only = False
        self._tab_at_import: object = None
        context.tasks.progressed.connect(self._show_progress)

    def on_imported(self, imported: list[DocumentId], errors: list[DeskError]) -> None:
        context = self._context
        context.notify.hide_progress()
        meeting = self._meeting()
        if not imported or (meeting is not None and meeting.on_documents_imported(imported)):
            self._report(imported, errors, quiet=bool(imported))
            return
        documents, read = self._desk.documents, context.settings.reading_languages

        def load_preferred() -> LibraryDocument:
            first = documents.get(imported[0])
            versions = [first, *(version for version in documents.versions(first.id) if version.id in imported)]
            return min(versions, key=lambda version: version.header.language not in read)

        def show(preferred: LibraryDocument) -> None:
            self._navigate.note_unlisted(preferred)
            is_typing = isinstance(QApplication.focusWidget(), QTextEdit | QPlainTextEdit)
            self._navigate.open_document(preferred.id, behind=is_typing)
            self._report(imported, errors, quiet=False)

        self._tasks.read(load_preferred, show)

    def _report(self, imported: list[DocumentId], errors: list[DeskError], *, quiet: bool) -> None:
        context = self._context
        already_there = [error for error in errors if isinstance(error, AlreadyInLibraryError)]
        reimported = Counter(DocumentId(error.document) for error in already_there if not error.trashed)
        new = list((Counter(imported) - reimported).elements())  # the same file may have been imported twice
        if len(new) + len(errors) > 1:
            document_ids = list(dict.fromkeys([*new, *reimported]))
            failed_count = len(errors) - len(already_there)
            counts = [
                terms.format_count(len(new), self.tr("1 document imported"), self.tr("{n} documents imported"))
                if new
                else self.tr("No documents imported")
            ]
            if already_there:
                singular, plural = self.tr("1 already in the library"), self.tr("{n} already in the library")
                counts.append(terms.format_count(len(already_there), singular, plural))
            if failed_count:
                counts.append(terms.format_count(failed_count, self.tr("1 not imported"), self.tr("{n} not imported")))
            show = partial(self._show_documents, document_ids)
            link = (self.tr("Show documents"), show) if document_ids else None
            context.notify.show_notice(" · ".join(counts), [explain(error) for error in errors], link)
        elif errors:
            heading = self.tr("Already in library") if already_there else self.tr("Some files were not imported")
            context.notify.show_notice(heading, [explain(error) for error in errors])
        self.carry_over_to(new, quiet=quiet)

    def _show_documents(self, documents: Sequence[DocumentId]) -> None:
        all_documents, show = self._desk.documents.all, self._navigate.open_document
        title, hint = self.tr("Imported documents"), self.tr("Type a reference or words of the subject")

        def choose(found: list[LibraryDocument]) -> None:
            if found:
                use, among = (lambda chosen: show(chosen.id)), (lambda _: found)
                DocumentChooserDialog(self._context, found[0].id, use, among, title=title, hint=hint).open()

        self._tasks.read(lambda: [document for document in all_documents() if document.id in documents], choose)

    def carry_over_to(self, imported: Iterable[DocumentId], *, quiet: bool = False) -> None:
        """Carry over to imported documents everything on their predecessors, and report what changed for us."""
        get, tab, keys = self._desk.documents.get, self._navigate.current_page(), list(imported)

        def enqueue(documents: list[LibraryDocument]) -> None:
            self._queue.extend(documents)
            if self._running or not self._queue:
                return
            self._running, self._notice_only = True, quiet
            self._pages, self._tab_at_import = [], tab
            self._next()

        if keys:
            self._sort_job = self._tasks.read(lambda: sorted(map(get, keys), key=age), enqueue)

    def stop(self) -> None:
        self._queue.clear()
        if self._sort_job is not None:
            self._sort_job.cancel()
        if self._job is not None:
            self._job.cancel()
            self._job = None
            self._finish()

    def _next(self) -> None:
        if not self._queue:
            self._finish()
            return
        document = self._queue.popleft()
        description = self.tr("Comparing {name} with the previous revision").format(name=document.name)
        compare = partial(compare_with_predecessor, self._desk, document.id)
        self._job = self._tasks.read(compare, self._carry, failed=self._fail, what=description)

    def _carry(self, comparison: Comparison | None) -> None:
        if comparison is None:
            self._next()
            return
        from delegate_desk.gui.revisions.change_list_pages import load_consequences_page

        self._job, desk, tasks = None, self._desk, self._tasks

        def load(_: Changes) -> None:
            for_comparison = desk.consequences.for_comparison
            tasks.read(lambda: load_consequences_page(desk, for_comparison(comparison)), add_page, failed=self._fail)

        def add_page(page: ConsequencesPage) -> None:
            carry = page.consequences.carry
            if page.consequences.own_item_count or carry.items or carry.pending or carry.earlier:
                self._pages.append(page)
            self._next()

        tasks.flush()
        tasks.write(lambda: desk.carryover.carry(comparison), load, failed=self._fail, behind=True)

    def _fail(self, error: Exception) -> None:
        self._tasks.failed.emit(error)
        self._next()

    def _finish(self) -> None:
        self._running, self._job = False, None
        self._notify.hide_progress()
        pages, self._pages = self._pages, []
        documents = self._desk.documents
        if pages:
            show = partial(self._show_pages, pages, notice_only=self._notice_only)
            self._tasks.read(lambda: Lineage(documents.all()).find_superseded(), show)

    def _show_pages(
        self, pages: list[ConsequencesPage], superseded: Mapping[DocumentId, Superseded], *, notice_only: bool
    ) -> None:
        """Open the most important page, unless the user is busy with something else; name the others.

        While the user is typing, the pages that the strip of the tab in front leads to are opened behind.
        """
        first = max(pages, key=lambda page: (page.consequences.own_item_count, len(page.consequences.carry.items)))
        is_free = not notice_only and self._meeting() is None
        is_typing = isinstance(QApplication.focusWidget(), QLineEdit | QTextEdit | QPlainTextEdit)
        opens_page = is_free and not is_typing and self._navigate.current_page() is self._tab_at_import
        shown = [first] if opens_page else []
        if is_free and is_typing:
            in_front = [superseded[key] for key in self._navigate.documents_in_front() if key in superseded]
            named = {newest.id for entry in in_front for newest in entry.newest}
            shown = [page for page in pages if page.consequences.new.id in named]
        for page in shown:
            self._revisions.open_arrived(page, behind=not opens_page)
        rest = [page for page in pages if page not in shown]
        if not rest:
            return
        heading = terms.format_count(
            len(pages),
            self.tr("New revision of a document we have notes on"),
            self.tr("{n} new revisions of documents we have notes on"),
        )
        words = self.tr("Show the others") if opens_page else self.tr("What changed for us")

        def show() -> None:
            for n, page in enumerate(rest):
                self._revisions.open_arrived(page, behind=n > 0)

        from delegate_desk.gui.widgets.labels.comparison import carryover_summary

        texts = [f"{page.consequences.new.name}: {carryover_summary(page.consequences.carry)}" for page in pages]
        # added to the current notice, so that no reason for a refused file is lost; a link waits and is shown later
        self._notify.add_to_notice(heading, texts, (words, show))

    def _show_progress(self, what: str, done: int, total: int) -> None:
        if self._job is not None and what == self._job.what:
            self._notify.show_progress(what, done, total)


def compare_with_predecessor(desk: Desk, document: DocumentId) -> Steps[Comparison | None]:
    """Compare a document with the revision before it, unless nothing of ours is on that or lost its place there."""
    predecessor = desk.carryover.predecessor(document)
    if predecessor is None:
        return None
    has_own = desk.annotations.for_document(predecessor.id) or desk.positions.get(predecessor.id).items
    if has_own or desk.meetings.interventions_for_document(predecessor.id) or desk.carryover.lost_on(predecessor.id):
        return (yield from desk.comparisons.compare(predecessor.id, document))
    return None
