"""What narrows the annotations gone through: values of each aspect with their counts, and days."""

from collections.abc import Callable, Mapping
from datetime import date
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from delegate_desk.core.annotations import AnnotationKind, Status, Visibility
from delegate_desk.core.browsing import Age, Aspect, Deadline, Filter
from delegate_desk.core.deadlines import days_named
from delegate_desk.core.documents import Held
from delegate_desk.gui import browsewords, names
from delegate_desk.gui.views.facets import FacetCard, FacetRow
from delegate_desk.gui.views.parts import Dressed, label, part, set_property

_ASPECTS = (
    Aspect.KIND,
    Aspect.TAG,
    Aspect.STATUS,
    Aspect.DUE,
    Aspect.HOLDER,
    Aspect.VISIBILITY,
    Aspect.DOSSIER,
    Aspect.DOCUMENT,
    Aspect.CREATED,
)
_AT_FIRST = 6
_ORDERS = {
    Aspect.KIND: [*AnnotationKind],
    Aspect.STATUS: [*Status],
    Aspect.VISIBILITY: [*Visibility],
    Aspect.CREATED: [*Age],
    Aspect.DUE: [*Deadline],
}
"""Aspects of few values, which stand in one order always."""


class BrowserSide(Dressed):
    """The right column beside the browser.

    Signals:
        switched: A value was switched on or off: its ``Aspect`` and the value.
        days_changed: Other days are wanted: the first and the last, each a date or None.
        left: Esc was pressed: back to the list.
    """

    switched = Signal(object, str)
    days_changed = Signal(object, object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: dict[tuple[Aspect, str], FacetRow] = {}
        self._opened: set[Aspect] = set()
        self._last: tuple[Mapping[Aspect, Mapping[str, int]], Filter, Mapping[str, Held]] = ({}, Filter(), {})
        self.setAccessibleName(self.tr("Narrow the annotations"))
        part(self, "canvas")
        self._area = area = QScrollArea()
        part(area, "canvas")
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        cards = QVBoxLayout(inside)
        cards.setContentsMargins(16, 16, 16, 16)
        cards.setSpacing(8)
        cards.addWidget(label(self.tr("Narrow"), "head"))
        self._cards = {aspect: FacetCard(browsewords.aspect(aspect)) for aspect in _ASPECTS}
        for one in self._cards.values():
            cards.addWidget(one.frame)
        self.since_edit = self._day_edit(self.tr("Made from, a day, month or year"), self.tr("Made from: 2026-11-25"))
        self.until_edit = self._day_edit(self.tr("Made until, a day, month or year"), self.tr("Made until: 2026-11"))
        cards.addWidget(self.since_edit)
        cards.addWidget(self.until_edit)
        cards.addStretch(1)
        area.setWidget(inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)

    def show_facets(
        self, facets: Mapping[Aspect, Mapping[str, int]], wanted: Filter, documents: Mapping[str, Held]
    ) -> None:
        """Show how many annotations each value would leave; a value chosen stays, with its count even at none."""
        self._last = (facets, wanted, documents)
        for aspect in _ASPECTS:
            self._fill(aspect, facets.get(aspect, {}), wanted.chosen.get(aspect, frozenset()), documents)
        for before, after in pairwise([*self.rows(), self.since_edit, self.until_edit]):
            QWidget.setTabOrder(before, after)

    def show_days(self, since: date | None, until: date | None) -> None:
        """Show these days as if they had been typed."""
        self.since_edit.setText(since.isoformat() if since else "")
        self.until_edit.setText(until.isoformat() if until else "")

    def rows(self) -> list[FacetRow]:
        """The switches, from top to bottom."""
        return [row for aspect in _ASPECTS for row in self._cards[aspect].rows]

    def enter(self) -> None:
        """Give the keys to the first switch."""
        first = next(iter(self.rows()), self.since_edit)
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def has_keys(self) -> bool:
        """True while it has the focus."""
        return any(widget.hasFocus() for widget in (*self.rows(), self.since_edit, self.until_edit))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _fill(
        self, aspect: Aspect, counts: Mapping[str, int], chosen: frozenset[str], documents: Mapping[str, Held]
    ) -> None:
        values = sorted({*counts, *chosen}, key=_order(aspect, counts))
        if aspect is Aspect.DUE and set(values) <= {Deadline.NONE}:
            values = []  # where nothing has a deadline there is nothing to choose
        rest = 0
        if aspect not in self._opened and aspect not in _ORDERS and len(values) > _AT_FIRST:
            kept = [value for n, value in enumerate(values) if n < _AT_FIRST or value in chosen]
            rest, values = len(values) - len(kept), kept
        rows = []
        for value in values:
            row = self._row(aspect, value)
            said = browsewords.value(aspect, value, documents)
            row.show_count(said, counts.get(value, 0), on=value in chosen)
            rows.append(row)
        if rest:
            more = self._row(aspect, "")
            more.show_count(names.counted(rest, self.tr("1 more"), self.tr("{n} more")), rest)
            rows.append(more)
        self._cards[aspect].put(rows)

    def _row(self, aspect: Aspect, value: str) -> FacetRow:
        row = self._rows.get((aspect, value))
        if row is None:
            row = self._rows[aspect, value] = FacetRow(aspect, value)
            row.clicked.connect(lambda _=False: self._switch(aspect, value))
            row.stepped.connect(lambda by, row=row: self._step(row, by))
        return row

    def _switch(self, aspect: Aspect, value: str) -> None:
        if value:
            self.switched.emit(aspect, value)
        else:
            at = self.rows().index(self._rows[aspect, ""])
            self._opened.add(aspect)
            self.show_facets(*self._last)
            self.rows()[at].setFocus(Qt.FocusReason.TabFocusReason)

    def _step(self, row: FacetRow, by: int) -> None:
        rows = self.rows()
        to = rows[min(max(rows.index(row) + by, 0), len(rows) - 1)]
        to.setFocus(Qt.FocusReason.TabFocusReason)
        self._area.ensureWidgetVisible(to)

    def _day_edit(self, name: str, hint: str) -> QLineEdit:
        edit = QLineEdit()
        edit.setAccessibleName(name)
        edit.setPlaceholderText(hint)
        edit.setMinimumWidth(60)
        edit.textChanged.connect(self._mind_days)
        return edit

    def _mind_days(self) -> None:
        """Take the days typed; what is no day is told by its colour and in words, and narrows nothing."""
        found = []
        for edit in (self.since_edit, self.until_edit):
            days = days_named(edit.text())
            wrong = days is None and bool(edit.text().strip())
            set_property(edit, "tone", "wrong" if wrong else "")
            edit.setAccessibleDescription(self.tr("no day, month or year: 2026-11-25, 2026-11, 2026") if wrong else "")
            edit.setToolTip(edit.accessibleDescription())
            found.append(days)
        since, until = found
        self.days_changed.emit(since and since[0], until and until[1])


def _order(aspect: Aspect, counts: Mapping[str, int]) -> Callable[[str], tuple[int, str]]:
    if aspect in _ORDERS:
        places = {str(value): n for n, value in enumerate(_ORDERS[aspect])}
        return lambda value: (places[value], value)
    return lambda value: (-counts.get(value, 0), value)
