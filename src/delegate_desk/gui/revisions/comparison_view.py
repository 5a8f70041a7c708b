"""The tab of a comparison: what changed in a line, then row by row."""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from typing_extensions import override

from delegate_desk.core.changes import Changes
from delegate_desk.core.documents.document import Address, DocumentId, Place, View
from delegate_desk.core.errors import DeskError
from delegate_desk.core.revisions.comparison import Comparison
from delegate_desk.desk import Desk
from delegate_desk.gui.error_messages import explain
from delegate_desk.gui.forms.ui_comparison import Ui_Comparison
from delegate_desk.gui.revisions.comparison_loader import LoadedComparison, load_comparison, refresh_comparison
from delegate_desk.gui.revisions.comparison_page import ComparisonPage
from delegate_desk.gui.revisions.comparison_side_pane import ComparisonSide
from delegate_desk.gui.revisions.comparison_text import ComparisonColumn
from delegate_desk.gui.tab_page import PageState, TabEntry, TabKind, TabPage
from delegate_desk.gui.tasks import Job, Tasks
from delegate_desk.gui.widgets import key_bindings
from delegate_desk.gui.widgets.basic_widgets import label, set_part, set_property, while_alive
from delegate_desk.gui.widgets.flow_layout import FlowWidget
from delegate_desk.gui.widgets.labels import comparison as comparewords
from delegate_desk.gui.widgets.labels import terms
from delegate_desk.gui.widgets.labels.comparison import Wanted, format_seconds
from delegate_desk.gui.widgets.text.page_metrics import LARGEST, SMALLEST

_GAP = 2
_HEIGHT = 26


@dataclass(frozen=True, slots=True)
class Count:
    """Content of one filter switch.

    Attributes:
        value: The filter value applied while it is on.
        text: ``2 new``.
        role: Of its colour.
    """

    value: Wanted
    text: str
    role: str


class _Switch(QPushButton):
    """One filter switch.

    Signals:
        stepped: An arrow asks for the next switch (1) or the previous (-1).
        left: Down or Esc was pressed on it.
    """

    stepped = Signal(int)
    left = Signal()

    def __init__(self, value: Wanted, parent: QWidget) -> None:
        super().__init__(parent)
        self.value = value
        set_part(self, "verdict")
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
        if event.key() in steps:
            self.stepped.emit(steps[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Escape):
            self.left.emit()
        else:
            super().keyPressEvent(event)


class VerdictChips(FlowWidget):
    """The switches side by side behind the number of all units, in as many lines as they need.

    Signals:
        switched: Other rows are wanted, with a frozen set of ``Wanted``; all where it is empty.
        left: Down or Esc was pressed on a switch.
    """

    switched = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._total = label("", "soft")
        self._total.setParent(self)
        self._switches: list[_Switch] = []
        self.setAccessibleName(self.tr("What changed"))

    def show_counts(self, total: str, counts: Sequence[Count], wanted: frozenset[Wanted]) -> None:
        """Show these, in order, those that are wanted switched on."""
        self._total.setText(terms.format_labelled(total, "").rstrip() if counts else total)
        known = [switch.value for switch in self._switches]
        if known != [count.value for count in counts]:
            for switch in self._switches:
                switch.hide()
                switch.deleteLater()
            self._switches = [self._made(count.value) for count in counts]
        for n, (switch, count) in enumerate(zip(self._switches, counts, strict=True), start=1):
            switch.setText(count.text.replace("&", "&&"))
            set_property(switch, "role", count.role)
            switch.setChecked(count.value in wanted)
            switch.setAccessibleName(self.tr("Show only {what}").format(what=count.text))
            key = self.tr("Show only these · key {n}").format(n=n)
            switch.setToolTip(key if n <= 9 else self.tr("Show only these"))
            switch.show()
        self._place()
        self.updateGeometry()

    def switches(self) -> list[QWidget]:
        """The switches, in order."""
        return [*self._switches]

    def values(self) -> list[Wanted]:
        """Return the filter values of the switches, in order."""
        return [switch.value for switch in self._switches]

    def switch(self, number: int) -> None:
        """Press the switch of a number, from 1; 0 switches all off."""
        if number == 0:
            self.switched.emit(frozenset())
        elif number <= len(self._switches):
            self._switches[number - 1].click()

    def _made(self, value: Wanted) -> _Switch:
        made = _Switch(value, self)
        made.clicked.connect(lambda _: self._tell())
        made.left.connect(self.left)
        made.stepped.connect(lambda by, made=made: self._step(made, by))
        return made

    def _tell(self) -> None:
        self.switched.emit(frozenset(switch.value for switch in self._switches if switch.isChecked()))

    def _step(self, switch: _Switch, by: int) -> None:
        number = self._switches.index(switch) + by
        if 0 <= number < len(self._switches):
            self._switches[number].setFocus(Qt.FocusReason.TabFocusReason)

    # How they lie

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.heightForWidth(max(self.width(), 120)))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()
        self.updateGeometry()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text().isdecimal():
            self.switch(int(event.text()))
        else:
            super().keyPressEvent(event)

    def _place(self) -> None:
        widgets: list[QWidget] = [self._total, *self._switches]
        for widget, box in zip(widgets, self._boxes(self.width()), strict=True):
            widget.setGeometry(box)

    @override
    def _boxes(self, width: int) -> list[QRect]:
        corner = QPoint(0, 0)
        boxes: list[QRect] = []
        widgets: list[QLabel | _Switch] = [self._total, *self._switches]
        for widget in widgets:
            wide = min(widget.sizeHint().width() + (4 if widget is self._total else 0), max(width, 80))
            if corner.x() and corner.x() + wide > width:
                corner = QPoint(0, corner.y() + _HEIGHT + _GAP)
            boxes.append(QRect(corner, QSize(wide, _HEIGHT)))
            corner += QPoint(wide + _GAP, 0)
        return boxes


_LATE = 400
"""Milliseconds that comparing anew may take before it is said to be under way."""


class ComparisonView(TabPage):
    """Compares two documents and shows what became of each unit.

    Attributes:
        old: The document that is compared with.
        new: The document that is looked at.
        side: What stands beside it in the right column.

    Signals:
        opened: A place is to be shown in its document, with its ``Place``.
        export_asked: The comparison is to be written as a Word file.
        shown: The comparison is on the screen, or was stopped.
        moved: Another row is at hand.
        size_changed: The reading size was changed here.
    """

    opened = Signal(object)
    export_requested = Signal()
    shown = Signal()
    moved = Signal()
    size_changed = Signal(int)

    def __init__(
        self, desk: Desk, tasks: Tasks, old: DocumentId, new: DocumentId, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.old, self.new = old, new
        self._desk = desk
        self._tasks = tasks
        self._view = View.AFTER
        self._ticket: Job | None = None
        self._looking: Job | None = None
        self._began = 0.0
        self.seconds = 0.0
        self.ui = Ui_Comparison()
        self.ui.setupUi(self)
        set_part(self, "paper")
        self.page = ComparisonPage()
        self.ui.pages.addWidget(self.page)
        self.chips = VerdictChips()
        self.ui.chips_layout.addWidget(self.chips)
        self.side = ComparisonSide()
        self._readings = {
            View.AFTER: self.ui.after_button,
            View.BEFORE: self.ui.before_button,
            View.MARKED: self.ui.marked_button,
        }
        self._names = ""
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(_LATE)
        self._late.timeout.connect(self._wait)
        self.ui.names_label.installEventFilter(self)
        self._connect()
        self.shown.connect(self.state_changed)
        self.moved.connect(self.state_changed)
        self.compare()

    def _connect(self) -> None:
        ui, page = self.ui, self.page
        for view, button in self._readings.items():
            button.clicked.connect(partial(self.show_view, view))
        ui.columns_button.clicked.connect(self.page.setFocus)
        ui.columns_button.toggled.connect(lambda one: page.set_two_columns(not one))
        ui.export_button.clicked.connect(self.export_requested)
        ui.stop_button.clicked.connect(self._stop_or_begin)
        self.chips.switched.connect(self.set_filter)
        self.chips.left.connect(page.setFocus)
        self.side.left.connect(page.setFocus)
        self.side.row_requested.connect(lambda address: self.go_to(Address(address)))
        self.side.place_requested.connect(self.opened)
        page.row_changed.connect(self._follow_row)
        page.open_requested.connect(self.opened)
        page.digit_typed.connect(self.chips.switch)
        page.size_requested.connect(lambda by: self.set_reading_size(page.reading_size + by))
        self._tasks.progressed.connect(self._tell_progress)
        self._tasks.changed.connect(self._follow)

    # As a page

    @override
    def state(self) -> PageState:
        took = format_seconds(self.seconds) if self.is_shown else ""
        hint = self.tr("Enter open · Shift+Enter open old text · 1–9 show only · 0 show all") if self.is_shown else ""
        text = " · ".join(filter(None, (self.position_text(), hint)))
        return PageState(None, None, self.new, self.marking, text, took, self.side)

    @override
    def entry(self) -> TabEntry:
        place = self.place
        return TabEntry(TabKind.COMPARISON, (int(self.old), int(self.new)), place.address if place else "")

    # What is known of it

    @property
    def compared(self) -> LoadedComparison | None:
        """Comparison that is shown; None while it is being computed."""
        return self.page.rows.compared

    @property
    def comparison(self) -> Comparison | None:
        """The comparison that is shown."""
        return self.compared.comparison if self.compared else None

    @property
    def marking(self) -> str | None:
        """``LIMITE`` as soon as one of the two bears it."""
        return self.compared.marking if self.compared else None

    @property
    def place(self) -> Place | None:
        """The current unit in the new text, or in the old text if it was deleted."""
        row, rows = self.page.current_row(), self.page.rows
        return rows.place(row, ComparisonColumn.NEW) or rows.place(row, ComparisonColumn.OLD) if row >= 0 else None

    def name(self) -> str:
        """Return the title of the tab: ``12862/19 → REV 1``."""
        old, new = self._desk.documents.get(self.old), self._desk.documents.get(self.new)
        return comparewords.pair_title(old, new)

    def has_readings(self) -> bool:
        """True where there are three readings to compare."""
        compared = self.compared
        return compared is not None and compared.marks_changes() and not compared.comparison.is_cross_language

    def position_text(self) -> str:
        """Return the position among the changes, and the key for the next change."""
        rows = self.page.rows.change_rows() if self.is_shown else []
        if not rows:
            return ""
        if self.page.current_row() in rows:
            told = self.tr("change {n} of {count}")
            told = told.format(
                n=terms.format_number(rows.index(self.page.current_row()) + 1), count=terms.format_number(len(rows))
            )
        else:
            told = terms.format_count(len(rows), self.tr("1 change"), self.tr("{n} changes"))
        return " · ".join(
            filter(None, (told, key_bindings.fill_in_keys(self.tr("{key} next"), key="action_next_change")))
        )

    # Comparing

    def compare(self) -> None:
        """Compare anew, beside the window; it can be stopped."""
        if self._ticket is not None:
            self._ticket.cancel()
        old, new = self._desk.documents.get(self.old), self._desk.documents.get(self.new)
        self._what = self.tr("Comparing {old} with {new}").format(old=old.name, new=new.name)
        self._names = comparewords.document_names(old, new)
        self._fit_names()
        self.ui.waiting_label.setText(self._what)
        self.ui.progress_bar.setRange(0, 0)
        self.ui.progress_bar.show()
        self.ui.stop_button.setText(self.tr("Stop"))
        if self.compared is None:
            self._wait()
        else:  # what is shown stays until it takes long
            self._late.start()
        self._began = time.perf_counter()
        job = partial(load_comparison, self._desk, self.old, self.new, self._view)
        self._ticket = self._tasks.read(
            job, while_alive(self, self._show), failed=while_alive(self, self._fail), what=self._what
        )

    def _fit_names(self) -> None:
        label = self.ui.names_label
        label.setText(label.fontMetrics().elidedText(self._names, Qt.TextElideMode.ElideMiddle, label.width()))
        label.setToolTip(self._names)
        label.setAccessibleName(self._names)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._fit_names()
        return False

    def stop(self) -> None:
        """Give comparing up."""
        if self._ticket is not None:
            self._ticket.cancel()
            self._say(self.tr("Stopped."))

    def _stop_or_begin(self) -> None:
        if self._ticket is not None:
            self.stop()
        else:
            self.compare()

    def _wait(self) -> None:
        """Show no comparison; the keys go to the button that stops comparing, or begins it."""
        had_keys = self.page.hasFocus()
        self.ui.pages.setCurrentWidget(self.ui.waiting_page)
        self.setFocusProxy(self.ui.stop_button)
        for widget in (self.chips, self.ui.columns_button, self.ui.export_button, *self._readings.values()):
            widget.hide()
        if had_keys:
            self.setFocus()

    @property
    def is_shown(self) -> bool:
        """True while the comparison is on the screen, and neither under way nor stopped."""
        return self.ui.pages.currentWidget() is self.page

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc stops comparing."""
        if event.key() == Qt.Key.Key_Escape and self._ticket is not None:
            self.stop()
        else:
            super().keyPressEvent(event)

    def _say(self, text: str) -> None:
        """Say why nothing is shown, and offer to try again."""
        self._ticket = None
        self._late.stop()
        self.ui.waiting_label.setText(text)
        self.ui.progress_bar.hide()
        self.ui.stop_button.setText(self.tr("Compare Again"))
        self._wait()
        self.shown.emit()

    def _fail(self, error: Exception) -> None:
        self._say(explain(error) if isinstance(error, DeskError) else self.tr("The operation failed."))
        if not isinstance(error, DeskError):
            self._tasks.failed.emit(error)

    def _tell_progress(self, what: str, done: int, of: int) -> None:
        if self._ticket is not None and what == self._ticket.what:
            self.ui.progress_bar.setRange(0, of)
            self.ui.progress_bar.setValue(done)

    def _show(self, compared: LoadedComparison) -> None:
        self._ticket = None
        self._late.stop()
        self.seconds = time.perf_counter() - self._began
        had_keys = self.ui.stop_button.hasFocus()
        self.page.show_comparison(compared)
        self.ui.pages.setCurrentWidget(self.page)
        self.setFocusProxy(self.page)
        for button in self._readings.values():
            button.setVisible(self.has_readings())
        self._show_counts()
        for widget in (self.chips, self.ui.columns_button, self.ui.export_button):
            widget.show()
        if had_keys:
            self.page.setFocus()
        self.shown.emit()

    def _show_counts(self) -> None:
        compared = self.compared
        if compared is None:
            return
        known = self.page.rows.counts()
        if not self.page.rows.wanted <= known.keys():
            self.page.set_filter(self.page.rows.wanted & known.keys())
        told = {
            k: comparewords.format_unit_count(k, known[k], compared.languages) for k in comparewords.TOLD if k in known
        }
        counts = [Count(kind, *said) for kind, said in told.items()]
        total = comparewords.format_unit_totals(compared.old.library_document, compared.new.library_document)
        self.chips.show_counts(total, counts, self.page.rows.wanted)
        for before, behind in pairwise([self.ui.export_button, *self.chips.switches(), self.page]):
            self.setTabOrder(before, behind)

    # What the window's commands ask

    def set_filter(self, wanted: frozenset[Wanted]) -> None:
        """Show rows of some kinds alone, or all."""
        self.page.set_filter(wanted)
        self._show_counts()

    def show_view(self, view: View) -> None:
        """Compare another reading of the texts."""
        self._readings[view].setChecked(True)
        if view is not self._view:
            self._view = view
            self.compare()
        self.page.setFocus()

    def show_one_column(self, one: bool) -> None:
        """Show both texts in one column with marks, or in two in step."""
        self.ui.columns_button.setChecked(one)

    def step(self, by: int) -> None:
        """Take the next or the previous row to hand."""
        self.page.step(by)

    def step_change(self, by: int) -> None:
        """Take the next or the previous change to hand."""
        self.page.step_change(by)

    def go_to(self, address: Address) -> None:
        """Take a unit of the new text to hand; what hides it is switched off."""
        row = self.page.rows.row_for_address(address, ComparisonColumn.NEW)
        if row is None and self.page.rows.wanted:
            self.set_filter(frozenset())
            row = self.page.rows.row_for_address(address, ComparisonColumn.NEW)
        if row is not None:
            self.page.go_to_row(row, far=True)
            self.page.setFocus()

    def set_reading_size(self, size: int) -> None:
        """Set the letters' size, within its limits."""
        wanted = min(max(size, SMALLEST), LARGEST)
        if wanted != self.page.reading_size:
            self.page.set_reading_size(wanted)
            self.size_changed.emit(wanted)

    # Following

    def _follow_row(self, row: int) -> None:
        self.side.show_row(self.page.rows, row)
        self.moved.emit()

    def _follow(self, changes: Changes) -> None:
        pair = {self.old, self.new}
        if pair & changes.documents:
            self.compare()
        elif pair & (changes.positions | {place.document for place in changes.annotations}):
            self._look_again()

    def _look_again(self) -> None:
        """Bring what stands on the two texts now."""
        compared = self.compared
        if compared is None:
            return
        if self._looking is not None:
            self._looking.cancel()
        self._looking = self._tasks.read(
            lambda: refresh_comparison(self._desk, compared), while_alive(self, self._renew)
        )

    def _renew(self, compared: LoadedComparison) -> None:
        known = self.compared
        if known is not None and compared.comparison is known.comparison:
            self.page.refresh(compared)
            self.side.show_row(self.page.rows, self.page.current_row())
