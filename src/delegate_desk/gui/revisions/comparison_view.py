"""The tab of a comparison, and its part of the right column: the current change and our items on it."""

import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from delegate_desk.core.changes import Changes
from delegate_desk.core.documents.document import Address, DocumentId, LibraryDocument, Place, View
from delegate_desk.core.progress import Steps
from delegate_desk.core.revisions.comparison import Verdict
from delegate_desk.core.translations.translation import Spans
from delegate_desk.desk import Desk
from delegate_desk.gui.forms.ui_comparison import Ui_Comparison
from delegate_desk.gui.interface_language import explain
from delegate_desk.gui.reader.outline_view import OptionsRow
from delegate_desk.gui.reader.reader_commands import READINGS, WRITING_COMMANDS
from delegate_desk.gui.reader.text_bars import pop_up_below, reading_names, readings_menu
from delegate_desk.gui.revisions.comparison_model import (
    ComparisonColumn,
    ComparisonModel,
    LoadedComparison,
    load_side,
    prepare_comparison,
)
from delegate_desk.gui.revisions.comparison_page import ChosenWords
from delegate_desk.gui.tab_page import PageState, TabEntry, TabKind, TabPage
from delegate_desk.gui.tasks import Job, Tasks
from delegate_desk.gui.widgets import key_bindings
from delegate_desk.gui.widgets.basic_widgets import (
    clear_layout,
    column_layout,
    flat_button,
    label,
    make_card,
    push_button,
    row_layout,
    set_part,
    set_property,
    show_text,
    while_alive,
)
from delegate_desk.gui.widgets.jobs import LatestOnly
from delegate_desk.gui.widgets.labels import comparison as comparison_labels
from delegate_desk.gui.widgets.labels import terms
from delegate_desk.gui.widgets.labels.comparison import Wanted, format_seconds
from delegate_desk.gui.widgets.text.page_metrics import LARGEST, SMALLEST

_ON_ROWS = {"action_next", "action_previous", "action_next_change", "action_previous_change", "action_export"}
_LATE = 400
"""Milliseconds of comparing after which progress is shown."""


class ComparisonChange(QWidget):
    """The current change, at the top of the paragraph's file: its verdict, reasons and alternatives."""

    row_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Current change"))
        self._frame, self._inner = make_card()
        column_layout(self._frame, within=self, margins=(0, 0, 0, 8))
        self.show_row(None, -1)

    def show_row(self, rows: ComparisonModel | None, row: int) -> None:
        clear_layout(self._inner)
        self._frame.hide()
        if rows is None or not 0 <= row < len(rows.outcomes):
            return
        outcome = rows.outcomes[row]
        verdict_text, role = rows.verdict(row)
        title = " · ".join(filter(None, (rows.label(row, ComparisonColumn.BOTH), verdict_text)))
        if title:
            verdict = label(title, "verdict", wrap=True)
            set_property(verdict, "role", role)
            self._inner.addWidget(verdict)
        if reasons := comparison_labels.basis_sentence(outcome):
            self._inner.addWidget(label(reasons, "soft", wrap=True))
        for fault in rows.faults(row):
            self._inner.addWidget(label(f"▲ {comparison_labels.mark_fault_label(fault)}", "warning", wrap=True))
        self._frame.setVisible(not outcome.is_sure or self._inner.count() > 0)
        if outcome.is_sure:
            return
        texts = [self.tr("Uncertain – nothing is carried over automatically.")]
        if outcome.may_be_deleted:
            texts.append(self.tr("The old text may have been deleted and this text added."))
        if outcome.other_units:
            texts.append(self.tr("Other possibilities:"))
        self._inner.addWidget(label(" ".join(texts), "warning", wrap=True))
        for address in outcome.other_units:
            name = rows.name_in_new(address)
            button = flat_button(name, self.tr("Show {place}").format(place=name))
            set_property(button, "tone", "out")
            button.clicked.connect(lambda _=False, address=address: self.row_requested.emit(address))
            self._inner.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)


class NoComparisonView(TabPage):
    """In place of a comparison, for a document without another revision in the library."""

    help_page = "revisions#compare"

    def __init__(self, desk: Desk, tasks: Tasks, document: DocumentId) -> None:
        super().__init__()
        self.document = document
        self._state = PageState(document)
        set_part(self, "paper")
        self.import_button = push_button(self.tr("Import…"), default=False)
        self.compare_button = push_button(self.tr("Compare with…"), default=False)
        buttons = row_layout(None, self.import_button, self.compare_button, None, spacing=8)
        text = (label(self.tr("No other revision in the library."), "soft"), 0, Qt.AlignmentFlag.AlignHCenter)
        column_layout(None, text, buttons, None, within=self, spacing=12)
        self.setFocusProxy(self.compare_button)
        tasks.read(partial(desk.documents.get, document), self._show)

    @override
    def state(self) -> PageState:
        return self._state

    @override
    def entry(self) -> TabEntry:
        return TabEntry(TabKind.COMPARISON, (int(self.document),))

    def _show(self, document: LibraryDocument) -> None:
        self._state = PageState(self.document, marking=document.header.marking, text=document.name)
        self.state_changed.emit()


class ComparisonView(TabPage):
    help_page = "revisions#compare"
    opened = Signal(object)  # Place
    shown = Signal()
    size_changed = Signal(int)

    def __init__(self, desk: Desk, tasks: Tasks, old: DocumentId, *others: DocumentId) -> None:
        """Initialise; of an act that several amend, the last of ``others`` is shown beside it."""
        super().__init__()
        self.old, self.new = old, others[-1]
        self._texts = (old, *others)
        self._desk = desk
        self._tasks = tasks
        self.reading = View.AFTER
        self._job: Job | None = None
        self._annotations = LatestOnly(tasks, self)
        self._started_at = 0.0
        self.seconds = 0.0
        self.ui = ui = Ui_Comparison()
        ui.setupUi(self)
        set_part(self, "paper")
        self.page, self.chips, self.change = ui.rows_page, ui.chips, ComparisonChange()
        parts = (ui.counterpart_button, ui.changed_button, ui.reading_button, ui.columns_button, ui.number_label)
        self.options = OptionsRow(parts)
        ui.options.hide()  # they are in the breadcrumb line
        self._late_timer = QTimer(self, singleShot=True, interval=_LATE)
        self._late_timer.timeout.connect(self._show_waiting)
        page = self.page
        ui.reading_button.clicked.connect(self._show_readings)
        ui.changed_button.clicked.connect(
            lambda checked: self.set_filter(self._changed_kinds() if checked else frozenset())
        )
        ui.columns_button.clicked.connect(self.page.setFocus)
        ui.columns_button.toggled.connect(lambda value: page.set_two_columns(not value))
        ui.stop_button.clicked.connect(lambda: self.stop() if self._job is not None else self.compare())
        self.chips.switched.connect(self.set_filter)
        self.chips.left.connect(page.setFocus)
        self.change.row_requested.connect(lambda address: self.go_to(Address(address)))
        page.row_changed.connect(self._on_row_changed)
        page.open_requested.connect(self._open_place)
        page.digit_typed.connect(self.chips.switch)
        page.words_chosen.connect(self._mark_counterparts)
        page.size_requested.connect(lambda by: self.set_reading_size(page.reading_size + by))
        tasks.progressed.connect(self._show_progress)
        tasks.changed.connect(self._on_changes)
        self.shown.connect(self.state_changed)
        ui.reading_button.setText(reading_names()[self.reading] + " ⌄")
        self.compare()

    # As a page

    @override
    def state(self) -> PageState:
        duration = format_seconds(self.seconds) if self.is_shown else ""
        keys = self.tr("{next} next change · Enter open · Shift+Enter open old text · 1–9 show only · 0 show all")
        text = key_bindings.fill_in_keys(keys, next="action_next_change") if self.is_shown else ""
        enabled = {"action_one_column"}
        if self.is_shown:
            enabled |= _ON_ROWS
        if self.has_readings():
            enabled |= {*READINGS, "action_next_reading"}
        if self.written_on()[0] is not None:
            enabled |= WRITING_COMMANDS.keys()
        return PageState(
            place=self.place,
            marking=self.marking,
            text=text,
            position=duration,
            top=self.change,
            library_row=self.new,
            enabled=frozenset(enabled),
        )

    @override
    def line_options(self) -> QWidget | None:
        return self.options

    @override
    def entry(self) -> TabEntry:
        place = self.place
        return TabEntry(TabKind.COMPARISON, (int(self.old), int(self.new)), place.address if place else "")

    # Data

    @property
    def compared(self) -> LoadedComparison | None:
        return self.page.rows.compared

    @property
    def marking(self) -> str | None:
        return self.compared.marking if self.compared else None

    @property
    def place(self) -> Place | None:
        row, rows = self.page.current_row(), self.page.rows
        return rows.place(row) if row >= 0 else None

    @override
    def place_in_text(self) -> Place | None:
        return self.place

    @override
    def written_on(self) -> tuple[Place | None, None]:
        return self.place, None

    @override
    def follow(self, address: Address) -> None:
        self.go_to_place(Place(self.new, address))

    def go_to_place(self, place: Place) -> None:
        """Go to a place in one of the two texts, once they are compared."""
        column = ComparisonColumn.OLD if place.document == self.old else ComparisonColumn.NEW
        if self.is_shown:
            self.go_to(place.address, column)
        else:
            action = partial(self.go_to, place.address, column)
            self.shown.connect(action, Qt.ConnectionType.SingleShotConnection)

    def has_readings(self) -> bool:
        compared = self.compared
        return compared is not None and compared.marks_changes() and not compared.comparison.is_cross_language

    # Comparing

    def compare(self) -> None:
        if self._job is not None:
            self._job.cancel()
        self.ui.waiting_label.clear()
        self.ui.progress_bar.setRange(0, 0)
        self.ui.progress_bar.show()
        self.ui.stop_button.setText(self.tr("Stop"))
        if self.compared is None:
            self._show_waiting()
        else:  # the old rows are visible until it takes long
            self._late_timer.start()
        self._started_at = time.perf_counter()
        get, texts = self._desk.documents.get, self._texts
        self._job = self._tasks.read(lambda: [get(text) for text in texts], self._on_named, failed=self._fail)

    def _on_named(self, documents: Sequence[LibraryDocument]) -> None:
        description = self._show_names(*documents)
        self.ui.waiting_label.setText(description)
        self._job = self._tasks.read(self._load, self._on_loaded, failed=self._fail, what=description)

    def _load(self) -> Steps[LoadedComparison]:
        """Load the comparison, on another thread. Slow."""
        desk, comparisons = self._desk, self._desk.comparisons
        comparison = yield from comparisons.compare(self.old, self.new, self.reading)
        prepared = prepare_comparison(comparison, load_side(desk, self.old), load_side(desk, self.new))
        is_alone = comparison.is_cross_language and not prepared.languages and len(comparisons.revisions(self.new)) == 1
        return replace(prepared, other_language=prepared.old.library_document.header.language if is_alone else "")

    def _show_names(self, old: LibraryDocument, *others: LibraryDocument) -> str:
        """Name what is compared, and return the text for the time of loading."""
        (new,) = others
        name = comparison_labels.counterpart_name(old, new)
        self.ui.counterpart_button.setText(self.tr("compared with: {name}").format(name=name) + " ⌄")
        return self.tr("Comparing {old} with {new}").format(old=old.name, new=new.name)

    def _open_place(self, place: Place) -> None:
        self.opened.emit(place)

    def stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._show_stopped(self.tr("Stopped."))

    def _show_waiting(self) -> None:
        """Show no comparison, and focus the button that stops or starts comparing."""
        had_keys = self.page.hasFocus()
        self.ui.pages.setCurrentWidget(self.ui.waiting_page)
        self.setFocusProxy(self.ui.stop_button)
        for widget in self._row_controls():
            widget.hide()
        if had_keys:
            self.setFocus()

    def _row_controls(self) -> list[QWidget]:
        """Return the controls that there are only with rows."""
        ui = self.ui
        return [self.chips, ui.changed_button, ui.reading_button, ui.columns_button, ui.number_label]

    @property
    def is_shown(self) -> bool:
        return self.ui.pages.currentWidget() is self.page

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._job is not None:
            self.stop()
        else:
            super().keyPressEvent(event)

    def _show_stopped(self, text: str) -> None:
        self._job = None
        self._late_timer.stop()
        self.ui.waiting_label.setText(text)
        self.ui.progress_bar.hide()
        self.ui.stop_button.setText(self.tr("Compare Again"))
        self._show_waiting()
        self.shown.emit()

    def _fail(self, error: Exception) -> None:
        self._show_stopped(explain(error) if self._tasks.is_known(error) else self.tr("The operation failed."))

    def _show_progress(self, what: str, done: int, total: int) -> None:
        if self._job is not None and what == self._job.what:
            self.ui.progress_bar.setRange(0, total)
            self.ui.progress_bar.setValue(done)

    def _on_loaded(self, compared: LoadedComparison) -> None:
        self._job = None
        self._late_timer.stop()
        self.seconds = time.perf_counter() - self._started_at
        had_focus = self.ui.stop_button.hasFocus()
        self.page.show_comparison(compared)
        self.ui.pages.setCurrentWidget(self.page)
        self.setFocusProxy(self.page)
        self._show_counts()
        # why it is compared with another language, if the library has no revision in the same
        text = self.tr("The library has no other revision in {language}: compared with {other}.")
        new_language, old_language = compared.new.library_document.header.language, compared.other_language
        text = text.format(language=terms.language_name(new_language), other=terms.language_name(old_language))
        show_text(self.ui.language_label, text if old_language else "")
        for widget in self._row_controls():
            widget.setVisible(widget is not self.ui.reading_button or self.has_readings())
        if had_focus:
            self.page.setFocus()
        self.shown.emit()

    def _show_counts(self) -> None:
        compared = self.compared
        if compared is None:
            return
        counted, comparison = self.page.rows.counts(), compared.comparison
        if not self.page.rows.shown_kinds <= counted.keys():
            self.page.set_filter(self.page.rows.shown_kinds & counted.keys())
        counts = {
            kind: comparison_labels.format_unit_count(
                kind, counted[kind], comparison.count_footnotes(kind), compared.languages
            )
            for kind in comparison_labels.TOLD
            if kind in counted
        }
        total = comparison_labels.format_unit_totals(compared.old.library_document, compared.new.library_document)
        self.chips.show_counts(total, counts, self.page.rows.shown_kinds)
        self.ui.changed_button.setChecked(self.page.rows.shown_kinds == self._changed_kinds())
        for previous, following in pairwise([*self.chips.switches(), self.page]):
            self.setTabOrder(previous, following)

    def _changed_kinds(self) -> frozenset[Wanted]:
        return frozenset(self.page.rows.counts()) - {Verdict.SAME, Verdict.RENUMBERED}

    # Commands of the window

    def set_filter(self, kinds: frozenset[Wanted]) -> None:
        self.page.set_filter(kinds)
        self._show_counts()

    def _show_readings(self) -> None:
        button = self.ui.reading_button
        pop_up_below(readings_menu(button, self.reading, self.show_view), button)

    def show_view(self, view: View) -> None:
        self.ui.reading_button.setText(reading_names()[view] + " ⌄")
        if view is not self.reading:
            self.reading = view
            self.compare()
        self.page.setFocus()

    def go_to(self, address: Address, column: ComparisonColumn = ComparisonColumn.NEW) -> None:
        row = self.page.rows.row_for_address(address, column)
        if row is None and self.page.rows.shown_kinds:
            self.set_filter(frozenset())
            row = self.page.rows.row_for_address(address, column)
        if row is not None:
            self.page.go_to_row(row, far=True)
            self.page.setFocus()

    @override
    def set_reading_size(self, size: int) -> None:
        allowed = min(max(size, SMALLEST), LARGEST)
        if allowed != self.page.reading_size:
            self.page.set_reading_size(allowed)
            self.size_changed.emit(allowed)

    def _mark_counterparts(self, chosen: ChosenWords) -> None:
        """Highlight the words of the other language that translate the selected words."""
        rows, compared = self.page.rows, self.compared
        columns = (ComparisonColumn.OLD, ComparisonColumn.NEW)
        other_column = columns[chosen.column is ComparisonColumn.OLD]
        if compared is None or rows.unit(chosen.row, other_column) is None:
            return
        languages = [side.library_document.header.language for side in (compared.old, compared.new)]
        source, target = (languages[columns.index(column)] for column in (chosen.column, other_column))
        words, text = (rows.typeset(chosen.row, column).text for column in (chosen.column, other_column))
        counterparts = self._desk.translations.across.counterparts
        find = partial(counterparts, words[chosen.start : chosen.end], source, text, target)

        def show(spans: Spans) -> None:
            if self.page.chosen == chosen:
                self.page.mark_words(chosen.row, other_column, spans, "hit")

        self._tasks.read(find, while_alive(self, show))

    # Following

    def _on_row_changed(self, row: int) -> None:
        rows = self.page.rows.change_rows
        count = terms.format_number(len(rows))
        if row in rows:
            text = self.tr("{n} of {count}").format(n=terms.format_number(rows.index(row) + 1), count=count)
        else:
            text = terms.format_count(len(rows), self.tr("1 change"), self.tr("{n} changes"))
        self.ui.number_label.setText(text)
        self.change.show_row(self.page.rows, row)
        self.state_changed.emit()

    def _on_changes(self, changes: Changes) -> None:
        pair = {self.old, self.new}
        if pair & changes.documents:
            self.compare()
        elif pair & (changes.positions | {place.document for place in changes.annotations}):
            self._reload_annotations()

    def _reload_annotations(self) -> None:
        desk, compared = self._desk, self.compared
        if compared is None:
            return

        def load(_: Callable[[], bool]) -> LoadedComparison:
            old, new = (load_side(desk, side.library_document.id) for side in (compared.old, compared.new))
            return replace(compared, old=old, new=new)

        def show(loaded: LoadedComparison) -> None:
            if self.compared is not None and loaded.comparison is self.compared.comparison:
                self.page.refresh(loaded)
                self.change.show_row(self.page.rows, self.page.current_row())

        self._annotations.run(load, show)
