"""The pane that narrows a search: the values of each facet with their counts, each a switch for a filter."""

from collections.abc import Mapping

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from delegate_desk.gui import filters, names, theme
from delegate_desk.gui.views.parts import Dressed, card, clear, label, part

FACETS = ("language", "year", "document_type", "code", "dossier", "marking", "kind")
_AT_FIRST = 7
_ROW = 28
Facets = Mapping[str, Mapping[str, int]]


class FacetRow(QAbstractButton):
    """One value with its count; switched on, the query has its filter."""

    def __init__(self, facet: str, value: str, text: str, count: int, *, on: bool) -> None:
        super().__init__()
        self.facet = facet
        self.value = value
        self.count = count
        self._by_keyboard = False
        self.setText(text)
        self.setCheckable(True)
        self.setChecked(on)
        self.setAccessibleName(f"{text}, {count}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFixedHeight(_ROW)

    @override
    def sizeHint(self) -> QSize:
        return QSize(160, _ROW)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inner = self.rect().adjusted(8, 0, -8, 0)
        painter.setPen(theme.color("hairline"))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        count = "×" if self.isChecked() else f"{self.count:,}".replace(",", "\u202f")
        painter.setFont(theme.ui_font(13))
        painter.setPen(theme.color("accent" if self.isChecked() else "ink"))
        painter.drawText(inner, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, count)
        room = inner.width() - painter.fontMetrics().horizontalAdvance(count) - 12
        painter.setFont(theme.ui_font(13, bold=self.isChecked()))
        if self.underMouse() and not self.isChecked():
            painter.setPen(theme.color("accent"))
        text = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRect(inner.left(), 0, room, self.height()), Qt.AlignmentFlag.AlignVCenter, text)
        if self.hasFocus() and self._by_keyboard:
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -2), 4, 4)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self._by_keyboard = event.reason() not in (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.OtherFocusReason)
        super().focusInEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() == Qt.Key.Key_Down:
            self.focusNextChild()
        elif event.key() == Qt.Key.Key_Up:
            self.focusPreviousChild()
        else:
            super().keyPressEvent(event)


class FacetsPane(Dressed):
    """Facets of the answer shown.

    Signals:
        narrowed: A switch was used; with the query as it reads then.
    """

    narrowed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._query = ""
        self._facets: Facets = {}
        self._opened: set[str] = set()
        self.setAccessibleName(self.tr("Narrow the results"))
        part(self, "canvas")
        area = QScrollArea()
        part(area, "canvas")
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        self._cards = QVBoxLayout(inside)
        self._cards.setContentsMargins(16, 16, 16, 16)
        self._cards.setSpacing(8)
        area.setWidget(inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)
        self._fill()

    def show_facets(self, facets: Facets, query: str) -> None:
        """Show the facets of an answer to a query."""
        if facets == self._facets and query == self._query:
            return
        self._facets, self._query = facets, query
        self._fill()

    def rows(self) -> list[FacetRow]:
        """The switches, from top to bottom."""
        return self.findChildren(FacetRow)

    def _fill(self) -> None:
        focused = next(((row.facet, row.value) for row in self.rows() if row.hasFocus()), None)
        clear(self._cards)
        self._cards.addWidget(label(self.tr("Narrow"), "head"))
        shown = [facet for facet in FACETS if self._facets.get(facet)]
        for facet in shown:
            self._cards.addWidget(self._card(facet, self._facets[facet]))
        if not shown:
            self._cards.addWidget(label(self.tr("Counts by language, year and type stand here."), "soft", wrap=True))
        self._cards.addStretch(1)
        for row in self.rows():
            if focused == (row.facet, row.value):
                row.setFocus(Qt.FocusReason.TabFocusReason)

    def _card(self, facet: str, values: Mapping[str, int]) -> QWidget:
        frame, layout = card()
        layout.setSpacing(0)
        layout.setContentsMargins(12, 8, 12, 10)
        head = label(self._heading(facet), "facet")
        layout.addWidget(head)
        ordered = sorted(values.items(), key=lambda pair: (-pair[1], pair[0]))
        if facet == "year":
            ordered = sorted(values.items(), reverse=True)
        cut = ordered if facet in self._opened else ordered[:_AT_FIRST]
        for value, count in cut:
            on = filters.has(self._query, filters.facet_filters(facet, value))
            row = FacetRow(facet, value, self._named(facet, value), count, on=on)
            row.clicked.connect(lambda _=False, row=row: self._switch(row))
            layout.addWidget(row)
        if len(cut) < len(ordered):
            rest = len(ordered) - len(cut)
            more = FacetRow(facet, "", names.counted(rest, self.tr("1 more"), self.tr("{n} more")), rest, on=False)
            more.setCheckable(False)
            more.clicked.connect(lambda _=False: self._open(facet))
            layout.addWidget(more)
        return frame

    def _switch(self, row: FacetRow) -> None:
        wanted = filters.facet_filters(row.facet, row.value)
        narrow = not filters.has(self._query, wanted)
        change = filters.with_filters if narrow else filters.without
        self.narrowed.emit(change(self._query, wanted))

    def _open(self, facet: str) -> None:
        self._opened.add(facet)
        self._fill()

    def _heading(self, facet: str) -> str:
        return {
            "language": self.tr("Language"),
            "year": self.tr("Year"),
            "document_type": self.tr("Type"),
            "code": self.tr("Code"),
            "dossier": self.tr("Dossier"),
            "marking": self.tr("Marking"),
            "kind": self.tr("Kind"),
        }[facet]

    def _named(self, facet: str, value: str) -> str:
        if facet == "language":
            return names.language(value)
        if facet == "document_type":
            return names.document_type(value)
        if facet == "kind":
            kinds = {
                "paragraph": self.tr("text"),
                "annotation": self.tr("notes"),
                "position": self.tr("positions"),
            }
            return kinds.get(value) or value.replace("_", " ")
        return value
