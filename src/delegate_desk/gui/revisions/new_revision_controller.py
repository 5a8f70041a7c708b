"""Handling of a new revision: comparison with the previous revision, carry-over of our items, and a summary page."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit

from delegate_desk.core.documents.document import DocumentId, LibraryDocument
from delegate_desk.core.errors import AlreadyInLibraryError, DeskError
from delegate_desk.core.revisions.comparison import Comparison
from delegate_desk.desk import Desk
from delegate_desk.gui.context import Context
from delegate_desk.gui.error_messages import explain
from delegate_desk.gui.library.document_chooser_dialog import DocumentChooserDialog
from delegate_desk.gui.meetings.meeting_mode_controller import MeetingModeController
from delegate_desk.gui.revisions.consequences_view import ConsequencesPage
from delegate_desk.gui.revisions.revision_controller import RevisionController
from delegate_desk.gui.tasks import Job
from delegate_desk.gui.widgets.labels import changes, terms


class NewRevisionController(QObject):
    """Handles imported documents one after the other, earlier revisions before later ones."""

    def __init__(self, context: Context, meetings: MeetingModeController, revisions: RevisionController) -> None:
        super().__init__(context.window)
        self._context, self._meetings, self._revisions = context, meetings, revisions
        self._desk, self._tasks = context.desk, context.tasks
        self._queue: deque[DocumentId] = deque()
        self._pages: list[ConsequencesPage] = []
        self._job: Job | None = None
        self._running = False
        self._notice_only = False
        self._tab_at_import: object = None
        context.tasks.progressed.connect(self._show_progress)

    def on_imported(self, came: list[DocumentId], refused: list[DeskError]) -> None:
        """Open what came in, say why the rest did not, and meet what is new."""
        context = self._context
        context.notify.hide_progress()
        sits = bool(came) and self._meetings.on_documents_imported(came)
        if came and not sits:
            self._open(self._preferred_version(came))
        known = [error for error in refused if isinstance(error, AlreadyInLibraryError)]
        again = Counter(DocumentId(error.document) for error in known if not error.trashed)
        new = list((Counter(came) - again).elements())  # the same file may be twice among those that came
        if len(new) + len(refused) > 1:
            self._report_import(new, known, refused)
        elif refused:
            head = self.tr("Already in library") if known else self.tr("Some files were not imported")
            context.notify.show_notice(head, [explain(error) for error in refused])
        self.carry_over_to(new, quiet=sits)

    def _report_import(
        self, new: Sequence[DocumentId], known: Sequence[AlreadyInLibraryError], refused: Sequence[DeskError]
    ) -> None:
        """Say what became of several files, and why some were not imported; lead to the documents."""
        held = list(dict.fromkeys([*new, *(DocumentId(error.document) for error in known if not error.trashed)]))
        other = len(refused) - len(known)
        counts = [
            terms.format_count(len(new), self.tr("1 document imported"), self.tr("{n} documents imported"))
            if new
            else self.tr("No documents imported"),
            terms.format_count(len(known), self.tr("1 already in the library"), self.tr("{n} already in the library")),
            terms.format_count(other, self.tr("1 not imported"), self.tr("{n} not imported")),
        ]
        head = " · ".join(count for count, number in zip(counts, (1, len(known), other), strict=True) if number)
        link = (self.tr("Show documents"), partial(self._show_documents, held)) if held else None
        self._context.notify.show_notice(head, [explain(error) for error in refused], link)

    def _show_documents(self, documents: Sequence[DocumentId]) -> None:
        """Let one of the documents that were imported be opened from a list."""
        held = [one for one in self._desk.documents.all() if one.id in documents]
        if held:
            title, hint = self.tr("Imported documents"), self.tr("Type a reference or words of the subject")
            dialog = DocumentChooserDialog(
                self._desk, self._tasks, held[0].id, self._context.window, among=held, title=title, hint=hint
            )
            dialog.chosen.connect(lambda chosen: self._context.navigate.open_document(chosen.id))
            dialog.open()

    def _preferred_version(self, came: list[DocumentId]) -> DocumentId:
        """Return the first imported document, in a language that the user reads if several versions were imported."""
        first, read = self._desk.documents.get(came[0]), self._context.settings.reading_languages
        versions = [first, *(one for one in self._desk.documents.versions(first.id) if one.id in came)]
        return min(versions, key=lambda one: one.header.language not in read).id

    def _open(self, document: DocumentId) -> None:
        """Show an imported document; in the background while the user writes, for further keys would act on it."""
        if isinstance(QApplication.focusWidget(), QTextEdit | QPlainTextEdit):
            self._context.navigate.open_document(document, behind=True)
        else:
            self._context.navigate.open_document(document)

    def carry_over_to(self, came: Iterable[DocumentId], *, quiet: bool = False) -> None:
        """Carry over to documents that came in whatever stands on their predecessors, and tell what changed for us.

        Args:
            came: What is new in the library.
            quiet: True to say it in a notice alone: nothing opens by itself.
        """
        self._queue.extend(sorted(came, key=lambda key: _age(self._desk.documents.get(key))))
        if self._running or not self._queue:
            return
        self._running, self._notice_only = True, quiet
        self._pages, self._tab_at_import = [], self._context.navigate.current_page()
        self._next()

    def stop(self) -> None:
        """Meet no more; what was carried over stays."""
        self._queue.clear()
        if self._job is not None:
            self._job.cancel()
            self._job = None
            self._finish()

    def _next(self) -> None:
        if not self._queue:
            self._finish()
            return
        document = self._queue.popleft()
        self._job = self._tasks.read(
            partial(_predecessor, self._desk, document), partial(self._compare, document), failed=self._fail
        )

    def _compare(self, document: DocumentId, before: LibraryDocument | None) -> None:
        if before is None:
            self._next()
            return
        name = self._desk.documents.get(document).name
        what = self.tr("Comparing {name} with {old}").format(name=name, old=before.name)
        compare = self._desk.comparisons.compare
        self._job = self._tasks.read(lambda: compare(before.id, document), self._carry, failed=self._fail, what=what)

    def _carry(self, comparison: Comparison) -> None:
        self._job = None
        carry = self._desk.carryover.carry
        self._context.tasks.flush()
        self._tasks.write(
            lambda: carry(comparison),
            lambda _: self._revisions.load_page(comparison, self._on_page_loaded, self._fail),
            failed=self._fail,
            behind=True,
        )

    def _on_page_loaded(self, page: ConsequencesPage) -> None:
        carry = page.consequences.carry
        if page.consequences.own_item_count or carry.items or carry.pending or carry.earlier:
            self._pages.append(page)
        self._next()

    def _fail(self, error: Exception) -> None:
        """Report the failure of a document, and go on with the next."""
        self._tasks.failed.emit(error)
        self._next()

    def _finish(self) -> None:
        self._running, self._job = False, None
        self._context.notify.hide_progress()
        pages, self._pages = self._pages, []
        if pages:
            self._report(pages)

    def _report(self, pages: Sequence[ConsequencesPage]) -> None:
        """Open the page that matters most, unless the user is busy with something else; name the others."""
        revising = self._revisions
        first = max(pages, key=lambda page: (page.consequences.own_item_count, len(page.consequences.carry.items)))
        opens = not self._notice_only and self._can_open_page()
        rest = [page for page in pages if page is not first or not opens]
        if opens:
            revising.open_page(_pair(first), first).setFocus()
        if not rest:
            return
        head = terms.format_count(
            len(pages),
            self.tr("New revision of a document we have notes on"),
            self.tr("{n} new revisions of documents we have notes on"),
        )
        words = self.tr("Show the others") if opens else self.tr("What changed for us")
        self._show_notice(head, [self._summary(page) for page in pages], words, rest)

    def _show_notice(self, head: str, sentences: list[str], words: str, rest: Sequence[ConsequencesPage]) -> None:
        """Say it beside what is being said already, so that no reason why a file was refused is lost.

        What leads further waits and comes back.
        """
        revising = self._revisions

        def show() -> None:
            for n, page in enumerate(rest):
                revising.open_page(_pair(page), page, behind=n > 0)

        self._context.notify.add_to_notice(head, sentences, (words, show))

    def _summary(self, page: ConsequencesPage) -> str:
        return f"{page.consequences.new.name}: {changes.carryover_summary(page.consequences.carry)}"

    def _can_open_page(self) -> bool:
        """True if the user has stayed in the tab that was current at the import, and is not typing."""
        context = self._context
        types = isinstance(QApplication.focusWidget(), QLineEdit | QTextEdit | QPlainTextEdit)
        return not self._meetings.is_on and context.navigate.current_page() is self._tab_at_import and not types

    def _show_progress(self, what: str, done: int, of: int) -> None:
        if self._job is not None and what == self._job.what:
            self._context.notify.show_progress(what, done, of)


def _predecessor(desk: Desk, document: DocumentId) -> LibraryDocument | None:
    """The document before, where anything of ours is on it, or lost its place there, or of others that was said."""
    found = desk.carryover.predecessor(document)
    if found is None:
        return None
    position = desk.positions.get(found.id)
    bears = (
        desk.annotations.for_document(found.id) or position.items or desk.meetings.interventions_for_document(found.id)
    )
    return found if bears or desk.carryover.lost_on(found.id) else None


def _age(held: LibraryDocument) -> tuple[int, int, DocumentId]:
    """Sort key for earlier revisions first, so that carried-over items go on to the next."""
    reference = held.header.reference
    day = held.header.date.toordinal() if held.header.date else 0
    return day, reference.revision if reference else 0, held.id


def _pair(page: ConsequencesPage) -> tuple[DocumentId, DocumentId]:
    return page.consequences.old.id, page.consequences.new.id
