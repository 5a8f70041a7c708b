"""The review of what was carried over: first what waits for an answer, each with its places, picked by one key."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from delegate_desk.core.changes import Changes
from delegate_desk.core.documents.document import Address, DocumentId
from delegate_desk.core.revisions.carryover.carried_items import Carried, CarryVerdict
from delegate_desk.desk import Desk
from delegate_desk.gui.revisions.carryover_model import Review, load_review
from delegate_desk.gui.tasks import Tasks, Ticket
from delegate_desk.gui.widgets.basic_widgets import label, while_there
from delegate_desk.gui.widgets.labels import changes as changewords
from delegate_desk.gui.widgets.labels import terms
from delegate_desk.gui.widgets.rows.change_list_model import ChangeListRow
from delegate_desk.gui.widgets.rows.change_list_view import ToldView


class CarryingView(ToldView):
    """The tab of the review.

    Signals:
        chosen: Something else is at hand, with its ``Place`` or None.
    """

    chosen = Signal(object)

    def __init__(
        self, desk: Desk, tasks: Tasks, old: DocumentId, new: DocumentId, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, tasks, parent)
        self.old, self.new = old, new
        self.review: Review | None = None
        self._next: str | None = None
        self._earlier: set[DocumentId] = set()  # the documents that what was deleted earlier is on
        self._name(self.tr("Carried over"))
        self.count = label("", "soft", wrap=True)
        self._head.addWidget(self.title)
        self._head.addWidget(self.count)
        self._stack_up()
        self.list.chosen.connect(lambda _: self.chosen.emit(self.place))
        self.list.picked.connect(self._pick)
        self.list.dropped.connect(self._drop)

    @property
    def document(self) -> DocumentId:
        """The revision that things were carried to."""
        return self.new

    @property
    def marking(self) -> str | None:
        """The marking of the revision, or of the one before."""
        review = self.review
        return (review.new.header.marking or review.old.header.marking) if review else None

    @override
    def _gather(self) -> Ticket:
        desk, old, new = self._desk, self.old, self.new
        return self._tasks.read(lambda: load_review(desk, old, new), while_there(self, self._show))

    def _show(self, review: Review) -> None:
        self._ticket = None
        self.review = review
        for one in review.carry.earlier:
            self._earlier |= {one.old.id, one.deleted_in.id}
        wanted, self._next = self._next, None
        nothing = self.tr("We have nothing on {name}, so there is nothing to carry over.")
        self._show_rows(review.rows, nothing.format(name=review.old.name), wanted)
        self._show_head()
        self.shown.emit()

    @override
    def _show_head(self) -> None:
        review = self.review
        if review is None:
            return
        self._write_title(self.tr("Carried over"), f"{review.old.name} → {review.new.name}")
        waits = terms.counted(
            review.open,
            self.tr("1 to check: press 1–9 to choose its place, 0 if it has none, Enter to show it."),
            self.tr("{n} to check: press 1–9 to choose a place, 0 if there is none, Enter to show it."),
        )
        elsewhere = terms.strung(map(changewords.waiting, review.carry.waiting))
        done = elsewhere or self.tr("Everything has been placed. Nothing to check.")
        self.count.setText(" ".join(filter(None, (waits, elsewhere))) if review.open else done)

    def _pick(self, told: ChangeListRow, key: str) -> None:
        if told.carried is not None:
            self._decide(told, told.carried.proposals[int(key) - 1])

    def _drop(self, told: ChangeListRow) -> None:
        """It belongs nowhere; what was placed with certainty is taken away where it stands, not here."""
        carried, earlier = told.carried, told.earlier
        if earlier is not None and told.can_be_done:
            self._mark_done(earlier.old.id, earlier.deleted_in.id, earlier.carried)
        elif carried is not None and carried.verdict is CarryVerdict.DELETED:
            self._mark_done(self.old, self.new, carried)
        elif carried is not None and (carried.is_open or carried.decided is not None):
            self._decide(told, None)

    def _mark_done(self, old: DocumentId, deleted_in: DocumentId, lost: Carried) -> None:
        """Mark something on a deleted paragraph as done: no later revision tells of it."""
        done = self._desk.carrying.mark_done
        self._tasks.write(lambda: done(old, deleted_in, lost.kind, lost.key))

    def _decide(self, told: ChangeListRow, address: Address | None) -> None:
        """Take an answer, and go on to the next that waits."""
        carried = told.carried
        assert carried is not None  # what cannot be decided is not asked
        decide, old, new = self._desk.carrying.decide, told.earlier.old.id if told.earlier else self.old, self.new
        self._next = self._waiting_behind(carried)
        self._tasks.write(lambda: decide(old, new, carried.kind, carried.key, address))

    def _waiting_behind(self, carried: Carried) -> str | None:
        """The next that waits, round the corner; None where none does, or where this one had its answer before."""
        waiting = [row for row in self.list.rows.rows if isinstance(row, ChangeListRow) and row.waits]
        at = next((n for n, row in enumerate(waiting) if row.carried == carried), None)
        if at is None or len(waiting) == 1:
            return None
        return waiting[(at + 1) % len(waiting)].key

    @override
    def _follow(self, changes: Changes) -> None:
        mine = {self.old, self.new, *self._earlier}
        touched = any(place.document in mine for place in changes.annotations)
        if touched or mine & (changes.documents | changes.positions) or changes.meetings:
            self.refresh()
