"""What narrows the annotations gone through: values of each aspect with their counts, and days."""

from collections.abc import Callable, Mapping
from datetime import date
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from delegate_desk.core.annotations.annotation import AnnotationKind, AnnotationStatus, Visibility
from delegate_desk.core.annotations.annotation_list import Age, AnnotationFilter, Aspect, Deadline
from delegate_desk.core.annotations.deadlines import days_named
from delegate_desk.core.documents.document import Held
from delegate_desk.gui.search.facets_pane import FacetRow, NarrowingPane
from delegate_desk.gui.widgets.basic_widgets import set_property
from delegate_desk.gui.widgets.labels import annotations

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
    Aspect.STATUS: [*AnnotationStatus],
    Aspect.VISIBILITY: [*Visibility],
    Aspect.CREATED: [*Age],
    Aspect.DUE: [*Deadline],
}
"""Aspects of few values, which stand in one order always."""


class BrowserSide(NarrowingPane):
    """The right column beside the browser.

    Signals:
        switched: A value was switched on or off: its ``Aspect`` and the value.
        days_changed: Other days are wanted: the first and the last, each a date or None.
    """

    switched = Signal(object, str)
    days_changed = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        headings = {str(aspect): annotations.aspect(aspect) for aspect in _ASPECTS}
        super().__init__(self.tr("Filter annotations"), headings, parent)
        self._last: tuple[Mapping[Aspect, Mapping[str, int]], AnnotationFilter, Mapping[str, Held]] = (
            {},
            AnnotationFilter(),
            {},
        )
        self.since_edit = self._day_edit(
            self.tr("Created from: a day, month or year"), self.tr("Created from: 2026-11-25")
        )
        self.until_edit = self._day_edit(
            self.tr("Created until: a day, month or year"), self.tr("Created until: 2026-11")
        )
        self.column.addWidget(self.since_edit)
        self.column.addWidget(self.until_edit)
        self.column.addStretch(1)

    def show_facets(
        self, facets: Mapping[Aspect, Mapping[str, int]], wanted: AnnotationFilter, documents: Mapping[str, Held]
    ) -> None:
        """Show how many annotations each value would leave; a value chosen stays, with its count even at none."""
        self._last = (facets, wanted, documents)
        self._fill()

    @override
    def _fill(self) -> None:
        facets, wanted, documents = self._last
        for aspect in _ASPECTS:
            self._fill_card(aspect, facets.get(aspect, {}), wanted.chosen.get(aspect, frozenset()), documents)
        for before, after in pairwise([*self.rows(), self.since_edit, self.until_edit]):
            QWidget.setTabOrder(before, after)

    def show_days(self, since: date | None, until: date | None) -> None:
        """Show these days as if they had been typed."""
        self.since_edit.setText(since.isoformat() if since else "")
        self.until_edit.setText(until.isoformat() if until else "")

    @override
    def enter(self) -> None:
        """Give the keys to the first switch."""
        first = next(iter(self.rows()), self.since_edit)
        first.setFocus(Qt.FocusReason.TabFocusReason)

    @override
    def has_keys(self) -> bool:
        return super().has_keys() or self.since_edit.hasFocus() or self.until_edit.hasFocus()

    def _fill_card(
        self, aspect: Aspect, counts: Mapping[str, int], chosen: frozenset[str], documents: Mapping[str, Held]
    ) -> None:
        values = sorted({*counts, *chosen}, key=_order(aspect, counts))
        if aspect is Aspect.DUE and set(values) <= {Deadline.NONE}:
            values = []  # where nothing has a deadline there is nothing to choose
        rest = 0
        if aspect not in self._opened and aspect not in _ORDERS and len(values) > _AT_FIRST:
            kept = [value for n, value in enumerate(values) if n < _AT_FIRST or value in chosen]
            rest, values = len(values) - len(kept), kept
        shown = [
            (value, annotations.value(aspect, value, documents), counts.get(value, 0), value in chosen)
            for value in values
        ]
        self._put(aspect, shown, rest)

    @override
    def _use(self, row: FacetRow) -> None:
        self.switched.emit(Aspect(row.facet), row.value)

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
            edit.setAccessibleDescription(self.tr("Not a date. Examples: 2026-11-25, 2026-11, 2026") if wrong else "")
            edit.setToolTip(edit.accessibleDescription())
            found.append(days)
        since, until = found
        self.days_changed.emit(since and since[0], until and until[1])


def _order(aspect: Aspect, counts: Mapping[str, int]) -> Callable[[str], tuple[int, str]]:
    if aspect in _ORDERS:
        places = {str(value): n for n, value in enumerate(_ORDERS[aspect])}
        return lambda value: (places[value], value)
    return lambda value: (-counts.get(value, 0), value)
