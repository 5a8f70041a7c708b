"""Breadcrumb of a text: the headings above the current paragraph, each with a menu of its siblings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget
from shiboken6 import isValid
from typing_extensions import override

from delegate_desk.core.documents.citations import printed_number
from delegate_desk.core.documents.document import Address, Kind, Paragraph
from delegate_desk.gui.reader.outline_view import OutlineEntry, outline
from delegate_desk.gui.widgets.basic_widgets import (
    FlowRow,
    StyledPane,
    label,
    push_button,
    row_layout,
    set_property,
)
from delegate_desk.gui.widgets.filter_dialog import choose_below

_WORDS = 8
_LEAST, _NAMED = 48, 176
"""Minimum width, and the width from which the name of the view is shown."""


class Breadcrumb(QWidget):
    """Parts that do not fit are left out from the left, but never the last, which is shortened at its beginning.

    Signals:
        chosen: A neighbouring place was chosen, with its row in the text.
    """

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setMinimumWidth(_LEAST)
        self.setAccessibleName(self.tr("Place in the document"))
        self.units: Sequence[Paragraph] = ()
        self._entries: list[OutlineEntry] = []
        self._path: list[int] = []
        self._view_label = label("", "soft")
        self._view_label.setParent(self)
        self._view_label.setContentsMargins(4, 0, 0, 0)  # as far in as the words of a button
        self._view_label.hide()
        self._buttons: list[QPushButton] = []
        self.parts: list[QPushButton] = []

    def show_text(self, units: Sequence[Paragraph]) -> None:
        if units is not self.units:
            self.units, self._entries, self._path = units, outline(units), []

    def show_row(self, row: int, view: str = "") -> None:
        """Show the path to a row of the text, after the name of the view."""
        path = [row] if 0 <= row < len(self.units) else []
        level = 1 << 8
        for entry in reversed(self._entries if path else []):
            if entry.row <= row and entry.level < level:
                level = entry.level
                if entry.row != row:
                    path.insert(0, entry.row)
        if path == self._path and view == self._view_label.text():
            return
        self._path = path
        self._view_label.setText(view)
        while len(self._buttons) < len(path):
            # one more part; existing buttons are reused, so that the focus stays
            button = push_button("", partial(self._show_siblings, len(self._buttons)), default=False)
            button.setParent(self)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self._buttons.append(button)
            self.updateGeometry()
        self.parts = self._buttons[: len(path)]
        for number, (part, at) in enumerate(zip(self.parts, path, strict=True)):
            text = self._name(at)
            part.setText(self._prefix(number) + text)
            part.setAccessibleName(text)
            part.setToolTip(text)
            set_property(part, "last", number == len(path) - 1)
        for unused in self._buttons[len(path) :]:
            unused.hide()
        self._fit()

    def _name(self, row: int) -> str:
        unit = self.units[row]
        entry = self._entry(row)
        if entry is not None and unit.kind is Kind.RECITAL and not entry.text and row != self._path[-1]:
            return self.tr("Recitals {labels}").format(labels=entry.label)
        number = printed_number(unit.label)
        if unit.kind is Kind.PARAGRAPH and number:
            return self.tr("paragraph {n}").format(n=number)
        words = "" if entry is None and unit.label else unit.text
        return " ".join([unit.label, *words.split()[:_WORDS]]).strip() or self.tr("Beginning")

    def _entry(self, row: int) -> OutlineEntry | None:
        return next((found for found in self._entries if found.row == row), None)

    def _show_siblings(self, number: int) -> None:
        """Offer the rows with the same heading as a part of the path."""
        row = self._path[number]
        above = self._path[number - 1] if number else -1
        entry = self._entry(row)
        ends = [
            found.row for found in self._entries if found.row > row and (entry is None or found.level < entry.level)
        ]
        end = ends[0] if ends else len(self.units)
        if entry is not None:
            rows = [found.row for found in self._entries if above <= found.row < end and found.level == entry.level]
        else:
            of, units = self.units[row], self.units
            rows = [n for n in range(above + 1, end) if units[n].depth == of.depth and units[n].kind is of.kind]
        chooser = choose_below(self.parts[number], [(self._name(n), n) for n in rows], row)
        chooser.chosen.connect(self.chosen.emit)

    # Layout: without a QLayout, which would lay out and paint the whole window again for each step

    def _fit(self) -> None:
        self._view_label.setVisible(bool(self._view_label.text()) and (self.width() >= _NAMED or not self.parts))
        room = self.width() - self._view_label.sizeHint().width() * self._view_label.isVisibleTo(self)
        if self.parts:
            last, metrics = self.parts[-1], self.parts[-1].fontMetrics()
            around = last.sizeHint().width() - metrics.horizontalAdvance(last.text())
            text = self._prefix(len(self.parts) - 1) + last.accessibleName()
            last.setText(metrics.elidedText(text, Qt.TextElideMode.ElideLeft, max(room - around, 0)))
        for part in reversed(self.parts):
            room -= part.sizeHint().width()
            part.setVisible(room >= 0 or part is self.parts[-1])
        left = 0
        for shown in (self._view_label, *self.parts):
            if shown.isVisibleTo(self):
                size = shown.sizeHint()
                shown.setGeometry(left, (self.height() - size.height()) // 2, size.width(), size.height())
                left += size.width()

    def _prefix(self, number: int) -> str:
        return "› " if number or self._view_label.text() else ""

    @override
    def sizeHint(self) -> QSize:
        first = self._buttons[0] if self._buttons else self._view_label
        return QSize(_LEAST, first.sizeHint().height())

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize, QEvent.Type.Show):
            self._fit()
        return super().event(event)


class OptionsRow(FlowRow):
    """Options at the end of a line: side by side if there is space, else in more lines."""

    def __init__(self, widgets: Sequence[QWidget] = ()) -> None:
        super().__init__(widgets, 4)
        policy = self.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Preferred)
        self.setSizePolicy(policy)

    def _widths(self) -> list[int]:
        return [widget.sizeHint().width() + self._gap for widget in self._shown()]

    @override
    def sizeHint(self) -> QSize:
        width = sum(self._widths())
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(max(self._widths(), default=0), self.heightForWidth(max(self.width(), 1)))


class BreadcrumbLine(StyledPane):
    """Line with the breadcrumb of a view that is not the text itself.

    Signals:
        chosen: A neighbouring paragraph was chosen, with its ``Address``.
    """

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("views_bar")
        self.breadcrumb = Breadcrumb()
        self._rows: Mapping[Address, int] = {}
        self._options: QWidget | None = None
        self._layout = row_layout((self.breadcrumb, 1), within=self, margins=(12, 1, 16, 1), spacing=4)
        self.breadcrumb.chosen.connect(lambda row: self.chosen.emit(self.breadcrumb.units[row].address))

    def show_text(self, units: Sequence[Paragraph]) -> None:
        self._rows = {unit.address: row for row, unit in enumerate(units)}
        self.breadcrumb.show_text(units)

    def show_options(self, options: QWidget | None) -> None:
        """Show the options of a view at the right end, in place of those of the view before it."""
        if options is not self._options:
            if self._options is not None and isValid(self._options):
                self._options.hide()
            if options is not None:
                self._layout.addWidget(options)
                options.show()
            self._options = options

    def show_place(self, address: Address | None, view: str) -> None:
        """Show the path to a paragraph, after the name of the view; only that name without a paragraph."""
        self.breadcrumb.show_row(self._rows.get(address, -1) if address is not None else -1, view)
