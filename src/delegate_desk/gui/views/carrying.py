"""The review of what was carried over: first what waits for an answer, each with its places, picked by one key."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from delegate_desk.core.carrying import Carried
from delegate_desk.core.changes import Changes
from delegate_desk.core.documents import Address, DocumentId, Place
from delegate_desk.desk import Desk
from delegate_desk.gui import names, theme
from delegate_desk.gui.models.carrying import Review, load_review
from delegate_desk.gui.models.told import Told
from delegate_desk.gui.tasks import Tasks, Ticket
from delegate_desk.gui.views.hit_painter import column
from delegate_desk.gui.views.parts import Dressed, label, part, while_there
from delegate_desk.gui.views.told_flow import MARGIN
from delegate_desk.gui.views.told_list import ToldList


class CarryingView(Dressed):
    """The tab of the review.

    Signals:
        opened: Something is to be shown where it stands, with the ``Told``; True for a tab behind.
        chosen: Something else is at hand, with its ``Place`` or None.
        shown: The list is on the screen.
    """

    opened = Signal(object, bool)
    chosen = Signal(object)
    shown = Signal()

    def __init__(
        self, desk: Desk, tasks: Tasks, old: DocumentId, new: DocumentId, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self.old, self.new = old, new
        self.review: Review | None = None
        self._ticket: Ticket | None = None
        self._stale = True
        self._next: str | None = None
        self.setAccessibleName(self.tr("What was carried over"))
        part(self, "paper")
        self.title = QLabel()
        self.title.setTextFormat(Qt.TextFormat.RichText)
        part(self.title, "title")
        self.title.setWordWrap(True)
        self.count = label("", "soft", wrap=True)
        self.list = ToldList()
        self.list.setAccessibleName(self.tr("What was carried over"))
        self.empty = label("", "soft", wrap=True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setFocusProxy(self.list)
        self._head = QVBoxLayout()
        self._head.setSpacing(2)
        self._head.addWidget(self.title)
        self._head.addWidget(self.count)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._head)
        layout.addWidget(self.empty, 1)
        layout.addWidget(self.list, 1)
        self.list.hide()
        self.list.opened.connect(self.opened)
        self.list.chosen.connect(lambda _: self.chosen.emit(self.place))
        self.list.picked.connect(self._pick)
        self.list.dropped.connect(self._drop)
        tasks.changed.connect(self._follow)
        theme.follow(self, self._show_head)

    @property
    def document(self) -> DocumentId:
        """The revision that things were carried to."""
        return self.new

    @property
    def place(self) -> Place | None:
        """Where what is at hand stands: in the revision, or in the document before where it has no place there."""
        told = self.list.told()
        return (told.place or told.before) if told else None

    @property
    def marking(self) -> str | None:
        """The marking of the revision, or of the one before."""
        review = self.review
        return (review.new.header.marking or review.old.header.marking) if review else None

    def refresh(self) -> None:
        """Gather the list anew; later, where it is not seen."""
        self._stale = not self.isVisible()
        if self._stale:
            return
        if self._ticket is not None:
            self._ticket.cancel()
        desk, old, new = self._desk, self.old, self.new
        self._ticket = self._tasks.read(lambda: load_review(desk, old, new), while_there(self, self._show))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        left, width = column(self.width())
        right = self.width() - left - width + 12
        self._head.setContentsMargins(left + MARGIN, 14, right, 6)
        self.empty.setContentsMargins(left + MARGIN, 8, right, 0)

    def _show(self, review: Review) -> None:
        self._ticket = None
        self.review = review
        wanted, self._next = self._next, None
        self.list.show_rows(review.rows, wanted)
        self.list.setVisible(bool(review.rows))
        self.empty.setVisible(not review.rows)
        nothing = self.tr("Nothing of ours stood on {name}: there is nothing to carry over.")
        self.empty.setText(nothing.format(name=review.old.name))
        self._show_head()
        self.shown.emit()

    def _show_head(self) -> None:
        review = self.review
        if review is None:
            return
        soft = theme.color("soft").name()
        self.title.setText(
            f"<b>{self.tr('Carried over')}</b>&nbsp; "
            f'<span style="color:{soft}">{review.old.name} → {review.new.name}</span>'
        )
        waits = names.counted(
            review.open,
            self.tr("1 to look at: a figure picks its place, 0 says that it belongs nowhere, Enter shows it."),
            self.tr("{n} to look at: a figure picks a place, 0 says that it belongs nowhere, Enter shows it."),
        )
        self.count.setText(waits if review.open else self.tr("All have their place; nothing waits for you."))

    def _pick(self, told: Told, key: str) -> None:
        carried = told.carried
        if carried is not None:
            self._decide(carried, carried.proposals[int(key) - 1])

    def _drop(self, told: Told) -> None:
        """It belongs nowhere; what was placed with certainty is taken away where it stands, not here."""
        carried = told.carried
        if carried is not None and (carried.is_open or carried.decided is not None):
            self._decide(carried, None)

    def _decide(self, carried: Carried, address: Address | None) -> None:
        """Take an answer, and go on to the next that waits."""
        decide, old, new = self._desk.carrying.decide, self.old, self.new
        self._next = self._waiting_behind(carried)
        self._tasks.write(lambda: decide(old, new, carried.kind, carried.key, address))

    def _waiting_behind(self, carried: Carried) -> str | None:
        """The next that waits, round the corner; None where none does, or where this one had its answer before."""
        waiting = [row for row in self.list.rows.rows if isinstance(row, Told) and row.waits]
        at = next((n for n, row in enumerate(waiting) if row.carried == carried), None)
        if at is None or len(waiting) == 1:
            return None
        return waiting[(at + 1) % len(waiting)].key

    def _follow(self, changes: Changes) -> None:
        mine = {self.old, self.new}
        touched = any(place.document in mine for place in changes.annotations)
        if touched or mine & (changes.documents | changes.positions) or changes.meetings:
            self.refresh()
