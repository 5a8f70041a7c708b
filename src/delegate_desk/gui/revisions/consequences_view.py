"""Page on the effects of a revision on our items, opened automatically when a document with our notes is revised."""

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget
from typing_extensions import override

from delegate_desk.core.changes import Changes
from delegate_desk.core.documents.document import DocumentId
from delegate_desk.core.progress import Steps
from delegate_desk.desk import Desk
from delegate_desk.gui.revisions.consequences_model import ConsequencesPage, load_consequences_page, summary
from delegate_desk.gui.tab_page import PageState, TabEntry, TabKind
from delegate_desk.gui.tasks import Job, Tasks
from delegate_desk.gui.widgets import key_bindings, theme
from delegate_desk.gui.widgets.basic_widgets import flat_button, label, set_part, set_property, while_alive
from delegate_desk.gui.widgets.labels import changes as changewords
from delegate_desk.gui.widgets.labels import terms
from delegate_desk.gui.widgets.rows.change_list_model import ChangeListRow
from delegate_desk.gui.widgets.rows.change_list_view import ChangeListView


def load_consequences(desk: Desk, old: DocumentId, new: DocumentId) -> Steps[ConsequencesPage]:
    """Gather the page: tells of the comparison's steps, safe on any thread."""
    comparison = yield from desk.comparisons.compare(old, new)
    return load_consequences_page(desk, desk.consequences.for_comparison(comparison))


class ConsequencesView(ChangeListView):
    """The tab of the page.

    Signals:
        chosen: Something else is at hand, with its ``Place`` or None.
        review_asked: What was carried over is to be looked at.
        comparison_asked: The two documents are to be laid side by side.
        export_asked: The page is to be written to a file.
        mail_asked: The page is to go to the clipboard as the text of a mail.
        left: Esc was pressed.
    """

    chosen = Signal(object)
    review_requested = Signal()
    comparison_requested = Signal()
    export_requested = Signal()
    mail_requested = Signal()
    left = Signal()

    def __init__(
        self, desk: Desk, tasks: Tasks, old: DocumentId, new: DocumentId, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, tasks, parent)
        self.old, self.new = old, new
        self.page: ConsequencesPage | None = None
        self._coming: ConsequencesPage | None = None
        self._earlier: set[DocumentId] = set()  # the documents that what was deleted earlier is on
        self._name(self.tr("What changed for us"))
        self.empty.setText(self.tr("Comparing…"))
        self.summary = label("", "soft", wrap=True)
        self.carried = QLabel()
        self.carried.setTextFormat(Qt.TextFormat.RichText)
        set_part(self.carried, "soft")
        self.carried.setWordWrap(True)
        self.review_button = flat_button("", self.tr("Review what was carried over"))
        self.compare_button = flat_button(self.tr("Compare"), self.tr("Compare the two documents"))
        self.word_button = flat_button(self.tr("Export to Word…"), self.tr("Export this page"))
        self.mail_button = flat_button(self.tr("Copy for email"), self.tr("Copy this page as text for an email"))
        self._lay_out()
        self.list.chosen.connect(lambda _: self.chosen.emit(self.place))
        self.list.chosen.connect(lambda _: self.state_changed.emit())
        self.shown.connect(self.state_changed)
        self.list.dropped.connect(self._mark_done)
        self.review_button.clicked.connect(self.review_requested)
        self.compare_button.clicked.connect(self.comparison_requested)
        self.word_button.clicked.connect(self.export_requested)
        self.mail_button.clicked.connect(self.mail_requested)

    @override
    def state(self) -> PageState:
        keys = key_bindings.fill_in_keys(
            self.tr("↑↓ select · Enter open · Ctrl+Enter new tab · {export} export to Word"), export="action_export"
        )
        return PageState(self.document, self.place, None, self.marking, keys)

    @override
    def entry(self) -> TabEntry:
        return TabEntry(TabKind.CONSEQUENCES, (int(self.old), int(self.new)))

    @property
    def document(self) -> DocumentId:
        """The revision that the page is on."""
        return self.new

    @property
    def marking(self) -> str | None:
        """Marking of the revision, or else of the revision before it."""
        found = self.page.consequences if self.page else None
        return (found.new.header.marking or found.old.header.marking) if found else None

    def show_page(self, page: ConsequencesPage) -> None:
        """Show a page that was gathered elsewhere; one that is not seen yet is laid out when it is."""
        self._stale = False
        if self.isVisible():
            self._show(page)
        else:
            self._coming = page

    @override
    def _start_loading(self) -> Job:
        desk, old, new = self._desk, self.old, self.new
        return self._tasks.read(lambda: load_consequences(desk, old, new), while_alive(self, self._show))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        coming, self._coming = self._coming, None
        was_stale = self._stale
        super().showEvent(event)
        if coming is not None and not was_stale:
            self._show(coming)

    def _show(self, page: ConsequencesPage) -> None:
        self._ticket = None
        self.page = page
        for one in page.consequences.carry.earlier:
            self._earlier |= {one.old.id, one.deleted_in.id}
        self._show_rows(page.rows, self.tr("No changes, and we had nothing on the old text."))
        self._show_head()
        self.shown.emit()

    @override
    def _show_head(self) -> None:
        if self.page is None:
            return
        found = self.page.consequences
        self._write_title(self.tr("What changed for us"), f"{found.old.name} → {found.new.name}")
        self.summary.setText(summary(found))
        parts = [self.tr("Carried over: {n} placed").format(n=terms.format_number(found.placed_count))]
        if found.open_count:
            waits = self.tr("{n} to check").format(n=terms.format_number(found.open_count))
            parts.append(
                f'<span style="color:{theme.color("scrutiny_reservation").name()}"><b>{escape(waits)}</b></span>'
            )
        if found.deleted_count:
            parts.append(self.tr("{n} on deleted text").format(n=terms.format_number(found.deleted_count)))
        if found.carry.deleted_earlier:
            earlier = self.tr("{n} deleted earlier")
            parts.append(earlier.format(n=terms.format_number(found.carry.deleted_earlier)))
        nothing = self.tr("We have nothing on {name}.").format(name=found.old.name)
        something = bool(found.carry.items or found.carry.earlier)
        elsewhere = [escape(changewords.pending_label(one)) for one in found.carry.pending]
        said = " · ".join([*(parts if something else [escape(nothing)]), *elsewhere])
        self.carried.setText(theme.semi_bold(said))
        self.review_button.setVisible(something)
        self.review_button.setText(
            terms.format_count(found.open_count, self.tr("Check 1 note"), self.tr("Check {n} notes"))
            if found.open_count
            else self.tr("Check all")
        )

    @override
    def _on_changes(self, changes: Changes) -> None:
        mine = {self.old, self.new, *self._earlier}
        if (
            mine & (changes.documents | changes.positions)
            or any(place.document in mine for place in changes.annotations)
            or changes.meetings
        ):
            self.refresh()

    def _mark_done(self, told: ChangeListRow) -> None:
        """Mark an item that an earlier revision deleted as done: later revisions no longer list it."""
        earlier = told.earlier
        if earlier is not None and told.can_be_done:
            done, carried = self._desk.carryover.mark_done, earlier.carried
            self._tasks.write(lambda: done(earlier.old.id, earlier.deleted_in.id, carried.kind, carried.key))

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setContentsMargins(0, 4, 0, 0)
        buttons.setSpacing(4)
        for button in (self.review_button, self.compare_button, self.word_button, self.mail_button):
            set_property(button, "tone", "out" if button is self.review_button else "in")
            set_part(button, "filter")
            buttons.addWidget(button)
        buttons.addStretch(1)
        self._head.addWidget(self.title)
        self._head.addWidget(self.summary)
        self._head.addWidget(self.carried)
        self._head.addLayout(buttons)
        self._stack_up()
