"""The pane that filters a search: the values of each facet with their counts, as check boxes."""

from abc import abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter, QWidget
from typing_extensions import override

from delegate_desk.core.search import FACETS, QueryChip
from delegate_desk.gui.widgets import accessibility, theme
from delegate_desk.gui.widgets.basic_widgets import (
    Chip,
    FlowRow,
    StyledPane,
    column_layout,
    handle_escape,
    label,
    make_card,
    push_button,
    row_layout,
    scroll_area,
    set_part,
)
from delegate_desk.gui.widgets.labels import terms

_GAP = 4
_LONGEST = 60


class ChipButton(Chip):
    """One part of the query; pressing it removes it."""

    def __init__(self, chip: QueryChip, row: FlowRow) -> None:
        text = chip.label if len(chip.label) <= _LONGEST else f"{chip.label[: _LONGEST - 1]}…"
        super().__init__(f"{text} ×".replace("&", "&&"), "filter", row)
        self.chip = chip
        self.removed.connect(self.click)
        self.setToolTip(chip.label if text != chip.label else "")
        self.setAccessibleName(self.tr("Remove {part}").format(part=chip.label))


class QueryChips(FlowRow):
    """The chips of a query, in as many lines as needed, after a fixed button.

    It is left for the search field at its beginning, and once the last chip is removed.
    """

    removed = Signal(object)  # A part was removed from the query, with its ``QueryChip``

    def __init__(self, first: QWidget, parent: QWidget | None = None) -> None:
        super().__init__([first], _GAP, parent)
        self.buttons: list[ChipButton] = []
        self.setAccessibleName(self.tr("How the query was understood"))

    def show_chips(self, chips: Sequence[QueryChip]) -> None:
        if [button.chip for button in self.buttons] == list(chips):
            return
        self.buttons = [ChipButton(chip, self) for chip in chips]
        for button in self.buttons:
            button.clicked.connect(lambda _=False, button=button: self._remove(button))
        accessibility.set_tab_order(self.widgets[0], self.buttons)
        self.replace_widgets([self.widgets[0], *self.buttons])

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(1, self.widgets[0].sizeHint().height())

    def _remove(self, button: ChipButton) -> None:
        is_last = len(self.buttons) == 1
        self.removed.emit(button.chip)
        if is_last:
            self.left.emit()


_FIELDS = {
    "language": ("lang",),
    "year": ("year",),
    "document_type": ("type",),
    "code": ("code",),
    "dossier": ("file",),
    "marking": ("marking",),
    "kind": ("in", "kind"),
}
"""The fields of each facet, that of its first values first."""
FACET_FIELDS = frozenset(field for fields in _FIELDS.values() for field in fields)
_KIND_TERMS = {"paragraph": "text", "annotation": "notes", "position": "positions", "intervention": "interventions"}


def filter_for_facet(facet: str, value: str) -> tuple[str, str]:
    """Return the query field and the value that filter a search by a facet value, as they are typed."""
    if facet == "kind":
        return ("in", _KIND_TERMS[value]) if value in _KIND_TERMS else ("kind", value)
    return _FIELDS[facet][0], value.lower() if facet == "marking" else value


def chosen_values(chips: Iterable[QueryChip], facet: str) -> tuple[str, ...]:
    """Return the values of a facet that a query is restricted to, in facet form, in the order typed."""
    fields = _FIELDS[facet]
    kinds = {term: value for value, term in _KIND_TERMS.items()} if facet == "kind" else {}
    typed = (value for chip in chips if chip.field in fields and not chip.is_excluded for value in chip.values)
    values = [kinds.get(value, value) for value in typed]
    return tuple(dict.fromkeys(value.upper() if facet == "marking" else value for value in values))


_AT_FIRST = 7
_NO_DATE = "none"
Facets = Mapping[str, Mapping[str, int]]


class FacetRow(QCheckBox):
    """One value with its count, as a check box; checked, the query has its filter.

    Without a value, it shows more values.
    """

    stepped = Signal(int)  # An arrow key requested the next row (1) or the previous (-1)

    def __init__(self, facet: str, value: str) -> None:
        super().__init__()
        self.facet = facet
        self.value = value
        self.count = 0
        set_part(self, "facet_row")
        self.setProperty("shortened", True)
        self.setCheckable(bool(value))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_count(self, text: str, count: int, *, is_checked: bool = False) -> None:
        self.count = count
        self.setText(text)
        self.setChecked(is_checked)
        self.setAccessibleName(f"{text}, {count}")
        self.update()

    @override
    def nextCheckState(self) -> None:
        """The query decides the state: the check box follows the answer."""

    @override
    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        count = terms.format_number(self.count) if self.value else ""
        row = self.rect()
        painter.setPen(theme.color("ink" if self.isChecked() else "soft"))
        painter.drawText(row, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, count)
        row.setRight(row.right() - painter.fontMetrics().horizontalAdvance(count) - 8)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.rect = row
        if not self.value:
            painter.setPen(theme.color("accent"))
            painter.drawText(row, Qt.AlignmentFlag.AlignVCenter, self.text())
            return
        words = self.style().subElementRect(QStyle.SubElement.SE_CheckBoxContents, option, self)
        shortened = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, words.width())
        option.text = shortened
        self.setToolTip("" if shortened == self.text() else self.text())
        painter.drawControl(QStyle.ControlElement.CE_CheckBox, option)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.stepped.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)


class FacetCard:
    def __init__(self, heading: str) -> None:
        self.frame, self._layout = make_card()
        self._layout.setSpacing(0)
        self._layout.setContentsMargins(12, 8, 12, 8)
        self._layout.addWidget(label(heading, "facet"))
        self.rows: list[FacetRow] = []

    def set_rows(self, rows: list[FacetRow]) -> None:
        """Show these rows, in order; existing rows keep their widgets."""
        if rows != self.rows:
            for row in self.rows:
                self._layout.removeWidget(row)
                if row not in rows:
                    row.hide()
            for row in rows:
                self._layout.addWidget(row)
                row.show()
            self.rows = rows
        self.frame.setVisible(bool(rows))


class FiltersPane(StyledPane):
    """A column of cards with check boxes, with keyboard navigation, and a button that clears them."""

    cleared = Signal()  # All filters should be removed
    left = Signal()  # Esc was pressed: back to the filtered list

    def __init__(self, name: str, headings: Mapping[str, str], parent: QWidget | None = None) -> None:
        """Create the column with its accessible name, and a card for each facet under its heading."""
        super().__init__(parent)
        self._rows: dict[tuple[str, str], FacetRow] = {}
        self._opened: set[str] = set()
        self.setAccessibleName(name)
        set_part(self, "canvas")
        self.clear_button = push_button(self.tr("Clear"), self.cleared, part="strip", default=False)
        head = row_layout(label(self.tr("Filter"), "file_head"), None, self.clear_button)
        self._cards = {facet: FacetCard(heading) for facet, heading in headings.items()}
        inside = QWidget()
        cards = (card.frame for card in self._cards.values())
        self.column = column_layout(head, *cards, within=inside, margins=16, spacing=8)
        self._area = scroll_area(inside)
        column_layout(self._area, within=self, margins=0)

    def rows(self) -> list[FacetRow]:
        return [row for card in self._cards.values() for row in card.rows]

    def enter(self) -> None:
        if rows := self.rows():
            rows[0].setFocus(Qt.FocusReason.TabFocusReason)

    def has_keys(self) -> bool:
        return any(row.hasFocus() for row in self.rows())

    @override
    def event(self, event: QEvent) -> bool:
        return handle_escape(event, self.left.emit) or super().event(event)

    @abstractmethod
    def _on_switched(self, row: FacetRow) -> None:
        """Carry out the action of a check box."""

    @abstractmethod
    def _fill(self) -> None:
        """Show the last content again."""

    def _set_values(self, facet: str, values: Iterable[tuple[str, str, int, bool]], rest: int) -> None:
        """Show the values of a facet, each with its name, count and whether it is chosen; then the number of others."""
        rows = []
        for value, text, count, is_chosen in values:
            row = self._row(facet, value)
            row.show_count(text, count, is_checked=is_chosen)
            rows.append(row)
        if rest:
            more_row = self._row(facet, "")
            more_row.show_count(terms.format_count(rest, self.tr("1 more"), self.tr("{n} more")), rest)
            rows.append(more_row)
        self._cards[facet].set_rows(rows)
        self.clear_button.setVisible(any(row.isChecked() for row in self.rows()))

    def _row(self, facet: str, value: str) -> FacetRow:
        row = self._rows.get((facet, value))
        if row is None:
            row = self._rows[facet, value] = FacetRow(facet, value)
            row.clicked.connect(lambda _=False, row=row: self._switch(row))
            row.stepped.connect(lambda by, row=row: self._step(row, by))
        return row

    def _switch(self, row: FacetRow) -> None:
        if row.value:
            self._on_switched(row)
        else:
            self._opened.add(row.facet)
            index = self._cards[row.facet].rows.index(row)
            self._fill()
            if row.isHidden():
                self._cards[row.facet].rows[index].setFocus(Qt.FocusReason.TabFocusReason)

    def _step(self, row: FacetRow, by: int) -> None:
        rows = self.rows()
        target = rows[min(max(rows.index(row) + by, 0), len(rows) - 1)]
        target.setFocus(Qt.FocusReason.TabFocusReason)
        self._area.ensureWidgetVisible(target)


class FacetsPane(FiltersPane):
    """Facets of the answer shown."""

    switched = Signal(str, str, bool)  # A check box was toggled: the facet, its value, and whether it is checked

    def __init__(self, parent: QWidget | None = None) -> None:
        headings = {
            "language": self.tr("Language"),
            "year": self.tr("Year"),
            "document_type": self.tr("Type"),
            "code": self.tr("Code"),
            "dossier": self.tr("Dossier"),
            "marking": self.tr("Marking"),
            "kind": self.tr("Kind"),
        }
        super().__init__(self.tr("Filter results"), headings, parent)
        self._shown: dict[str, list[str]] = {}
        self._last_shown: tuple[Facets, tuple[QueryChip, ...]] = ({}, ())
        self._is_switching = False
        self._empty = label(self.tr("Filters by language, year and type appear here."), "nothing", wrap=True)
        self.column.addWidget(self._empty)
        self.column.addStretch(1)
        self._fill()

    def show_facets(self, facets: Facets, chips: Sequence[QueryChip] = ()) -> None:
        """Show the facets of an answer; values that the query is restricted to stay, even with no hits.

        Checked values are on top; but after a box was checked here, no row moves away from under the mouse.
        """
        if not self._is_switching:
            self._shown = {}
        self._is_switching = False
        if (facets, tuple(chips)) != self._last_shown:
            self._last_shown = (facets, tuple(chips))
            self._fill()

    @override
    def _fill(self) -> None:
        facets, chips = self._last_shown
        for facet in FACETS:
            counts, chosen = facets.get(facet, {}), chosen_values(chips, facet)
            ordered = sorted(counts, key=lambda value: (-counts[value], value))
            if facet == "year":
                ordered = sorted(counts, key=lambda value: (value != _NO_DATE, value), reverse=True)
            first = ordered if facet in self._opened else ordered[:_AT_FIRST]
            stored = self._shown.get(facet)
            values = list(dict.fromkeys([*stored, *first, *chosen] if stored else [*chosen, *first]))
            self._shown[facet] = values
            shown = [(v, self._value_label(facet, v), counts.get(v, 0), v in chosen) for v in values]
            self._set_values(facet, shown, len(set(ordered) - set(values)))
        rows = self.rows()
        for row, next_row in pairwise(rows):
            QWidget.setTabOrder(row, next_row)
        self._empty.setVisible(not rows)

    @override
    def _on_switched(self, row: FacetRow) -> None:
        self._is_switching = True
        self.switched.emit(row.facet, row.value, not row.isChecked())

    def _value_label(self, facet: str, value: str) -> str:
        if facet == "language":
            return terms.language_name(value)
        if facet == "document_type":
            return terms.document_type_label(value)
        if facet == "kind":
            kinds = {
                "paragraph": self.tr("text"),
                "annotation": self.tr("notes"),
                "position": self.tr("positions"),
                "intervention": self.tr("interventions"),
            }
            return kinds.get(value) or terms.document_type_label(value)
        return self.tr("no date") if (facet, value) == ("year", _NO_DATE) else value
