"""All annotations of the library: filtered, grouped, changed several at once, opened, printed and exported."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import field, replace
from datetime import UTC, datetime
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from delegate_desk.core.annotations.annotation import AnnotationKind, AnnotationStatus, Visibility
from delegate_desk.core.annotations.annotation_list import (
    Age,
    AnnotationEntry,
    AnnotationFilter,
    AnnotationSnapshot,
    Aspect,
    Deadline,
    FilteredAnnotations,
    Grouping,
    parse_date_range,
    with_tags,
)
from delegate_desk.core.changes import Changes, EditSubject, HistoryEdit
from delegate_desk.core.documents.document import LibraryDocument, Place
from delegate_desk.core.search import QueryChip
from delegate_desk.core.values import dataclass
from delegate_desk.desk import Desk
from delegate_desk.gui.annotations.annotation_list import LIST_KEYS, AnnotationRow, head_for_group, rows_for_groups
from delegate_desk.gui.forms.ui_browser import Ui_Browser
from delegate_desk.gui.search.facets_pane import FacetRow, FiltersPane, QueryChips
from delegate_desk.gui.tab_page import PageState, RefreshingView, TabEntry, TabKind
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets import key_bindings
from delegate_desk.gui.widgets.basic_widgets import fill_combo, handle_escape, is_escape, set_property
from delegate_desk.gui.widgets.labels import terms
from delegate_desk.gui.widgets.rows.row_list import column_margins

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
_VALUES_SHOWN = 6
_FIXED_ORDERS = {
    Aspect.KIND: [*AnnotationKind],
    Aspect.STATUS: [*AnnotationStatus],
    Aspect.VISIBILITY: [*Visibility],
    Aspect.CREATED: [*Age],
    Aspect.DUE: [*Deadline],
}
"""Aspects with few values, which always have the same order."""


_Facets = Mapping[Aspect, Mapping[str, int]]
"""Number of annotations by aspect and value."""


class AnnotationFilterPane(FiltersPane):
    switched = Signal(object, str)  # Aspect
    days_changed = Signal(object, object)

    def __init__(self) -> None:
        headings = {str(aspect): terms.aspect_label(aspect) for aspect in _ASPECTS}
        super().__init__(self.tr("Filter notes"), headings)
        self._shown: tuple[_Facets, AnnotationFilter, Mapping[str, LibraryDocument]] = ({}, AnnotationFilter(), {})
        name, hint = self.tr("Created from: a day, month or year"), self.tr("Created from: 2026-11-25")
        self.since_edit = self._day_edit(name, hint)
        name, hint = self.tr("Created until: a day, month or year"), self.tr("Created until: 2026-11")
        self.until_edit = self._day_edit(name, hint)
        self.column.addWidget(self.since_edit)
        self.column.addWidget(self.until_edit)
        self.column.addStretch(1)

    def show_facets(self, facets: _Facets, filter_: AnnotationFilter, documents: Mapping[str, LibraryDocument]) -> None:
        self._shown = (facets, filter_, documents)
        self._fill()

    @override
    def _fill(self) -> None:
        facets, filter_, documents = self._shown
        for aspect in _ASPECTS:
            counts, chosen = facets.get(aspect, {}), filter_.chosen.get(aspect, frozenset())
            values = sorted({*counts, *chosen}, key=lambda value: (-counts.get(value, 0), value))
            if aspect in _FIXED_ORDERS:
                values.sort(key=[*map(str, _FIXED_ORDERS[aspect])].index)
            if aspect is Aspect.DUE and set(values) <= {Deadline.NONE}:
                values = []  # without deadlines there is nothing to choose
            rest = 0
            if aspect not in self._opened and aspect not in _FIXED_ORDERS and len(values) > _VALUES_SHOWN:
                visible = [value for n, value in enumerate(values) if n < _VALUES_SHOWN or value in chosen]
                rest, values = len(values) - len(visible), visible
            shown = [
                (value, terms.aspect_value_label(aspect, value, documents), counts.get(value, 0), value in chosen)
                for value in values
            ]
            self._set_values(aspect, shown, rest)
        for previous, following in pairwise([*self.rows(), self.since_edit, self.until_edit]):
            QWidget.setTabOrder(previous, following)

    @override
    def enter(self) -> None:
        first = next(iter(self.rows()), self.since_edit)
        first.setFocus(Qt.FocusReason.TabFocusReason)

    @override
    def has_keys(self) -> bool:
        return super().has_keys() or self.since_edit.hasFocus() or self.until_edit.hasFocus()

    @override
    def _on_switched(self, row: FacetRow) -> None:
        self.switched.emit(Aspect(row.facet), row.value)

    def _day_edit(self, name: str, hint: str) -> QLineEdit:
        edit = QLineEdit(placeholderText=hint)
        edit.setAccessibleName(name)
        edit.setMinimumWidth(60)
        edit.textChanged.connect(self._on_days_typed)
        return edit

    def _on_days_typed(self) -> None:
        """Apply the days typed; an invalid day is shown in colour and in words, and filters nothing."""
        ranges = []
        for edit in (self.since_edit, self.until_edit):
            days = parse_date_range(edit.text())
            wrong = days is None and bool(edit.text().strip())
            set_property(edit, "tone", "wrong" if wrong else "")
            edit.setAccessibleDescription(self.tr("Not a date. Examples: 2026-11-25, 2026-11, 2026") if wrong else "")
            edit.setToolTip(edit.accessibleDescription())
            ranges.append(days)
        since, until = ranges
        self.days_changed.emit(since and since[0], until and until[1])


_MINUTE = 60_000
_SINCE, _UNTIL = "since", "until"


_Loaded = tuple[AnnotationSnapshot, FilteredAnnotations, Sequence[AnnotationRow], datetime, bool]
"""All annotations, the filtered ones and their rows, the time of loading, and True to show the first row."""


@dataclass(frozen=True, slots=True)
class BrowserSelection:
    filter: AnnotationFilter = field(default_factory=AnnotationFilter)
    grouping: Grouping = Grouping.DOCUMENT


class BrowserView(RefreshingView):
    help_page = "annotating#all"
    opened = Signal(object, bool)  # Annotation, in a background tab
    shown = Signal()

    def __init__(self, desk: Desk, tasks: Tasks, selection: BrowserSelection | None = None) -> None:
        super().__init__(desk, tasks)
        self.selection = selection or BrowserSelection()
        self._snapshot: AnnotationSnapshot | None = None
        self._filtered: FilteredAnnotations | None = None
        self._pending_places: frozenset[Place] | None = None
        self.side = AnnotationFilterPane()
        self.ui = Ui_Browser()
        self.ui.setupUi(self)
        ui = self.ui
        ui.annotation_list.set_library(desk, tasks)
        self._chips = QueryChips(QWidget())
        self._chips.hide()
        ui.chips_layout.addWidget(self._chips)
        groupings = {grouping: terms.grouping_label(grouping) for grouping in Grouping}
        fill_combo(ui.group_combo, groupings, self.selection.grouping)
        ui.filter_edit.setText(self.selection.filter.words)
        since, until = self.selection.filter.since, self.selection.filter.until
        self.side.since_edit.setText(since.isoformat() if since else "")
        self.side.until_edit.setText(until.isoformat() if until else "")
        ui.empty_label.hide()
        ui.add_edit.setPlaceholderText(self.tr("Add tags"))
        ui.remove_edit.setPlaceholderText(self.tr("Remove tags"))
        self.setFocusProxy(ui.filter_edit)
        self._connect()

    @override
    def state(self) -> PageState:
        keys = self.tr(
            "↑↓ select · Shift+↑↓ select several · Enter open · {behind} new tab · {change} change · {done} done "
            "· {internal} internal · {tags} tags · {trash} trash · {narrow} filter"
        )
        hint = key_bindings.fill_in_keys(keys, narrow="action_next_part", **LIST_KEYS)
        enabled = {"action_facets", *(("action_print", "action_export") if self.entries() else ())}
        return PageState(marking=self.marking, text=hint, side=self.side, enabled=frozenset(enabled))

    @override
    def entry(self) -> TabEntry:
        return TabEntry(TabKind.ANNOTATIONS)

    @override
    def shows_edit(self, edit: HistoryEdit) -> bool:
        return edit.subject is EditSubject.ANNOTATION or super().shows_edit(edit)

    def _connect(self) -> None:
        ui = self.ui
        ui.filter_edit.textChanged.connect(lambda typed: self.set_filter(replace(self.selection.filter, words=typed)))
        ui.filter_edit.returnPressed.connect(ui.annotation_list.open_current)
        for widget in (ui.filter_edit, ui.add_edit, ui.remove_edit):
            widget.installEventFilter(self)
        ui.annotation_list.opened.connect(self.opened)
        ui.annotation_list.left.connect(lambda: ui.filter_edit.setFocus(Qt.FocusReason.OtherFocusReason))
        ui.annotation_list.chosen_changed.connect(self._show_count)
        ui.annotation_list.tags_requested.connect(self._edit_tags)
        ui.group_combo.activated.connect(lambda _: self.set_grouping(ui.group_combo.currentData()))
        key_bindings.set_key_tool_tip(ui.print_button, "action_print", self.tr("Print this list"))
        key_bindings.set_key_tool_tip(ui.export_button, "action_export", self.tr("Export this list"))
        for edit in (ui.add_edit, ui.remove_edit):
            edit.returnPressed.connect(self._change_tags)
        ui.tags_button.clicked.connect(self._change_tags)
        self.side.switched.connect(
            lambda aspect, value: self.set_filter(self.selection.filter.with_toggled(aspect, value))
        )
        self.side.days_changed.connect(
            lambda since, until: self.set_filter(replace(self.selection.filter, since=since, until=until))
        )
        self.side.cleared.connect(lambda: self.set_filter(replace(self.selection.filter, chosen={})))
        self.side.left.connect(self._enter_list)
        self._chips.removed.connect(self._remove_chip)
        self._chips.left.connect(lambda: ui.filter_edit.setFocus(Qt.FocusReason.OtherFocusReason))
        self._clock = QTimer(self, interval=_MINUTE)
        self._clock.timeout.connect(ui.annotation_list.viewport().update)

    @property
    def marking(self) -> str | None:
        return self._filtered.marking if self._filtered else None

    def entries(self) -> list[AnnotationEntry]:
        return self._filtered.entries() if self._filtered else []

    def rows(self) -> Sequence[AnnotationRow]:
        shown: Sequence[AnnotationRow] = self.ui.annotation_list.rows.rows
        return shown

    def set_filter(self, filter_: AnnotationFilter) -> None:
        if filter_ != self.selection.filter:
            self.selection = replace(self.selection, filter=filter_)
            self._find(frozenset(), top=True)

    def set_grouping(self, grouping: Grouping) -> None:
        self.selection = replace(self.selection, grouping=grouping)
        self._find(frozenset())

    def switch_side(self) -> None:
        if self.side.has_keys():
            self._enter_list()
        else:
            self.side.enter()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._clock.start()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.ui.head_layout.setContentsMargins(column_margins(self.width(), 22))
        self.ui.tags_layout.setContentsMargins(column_margins(self.width(), 22, 8, 8))
        self.ui.empty_label.setContentsMargins(column_margins(self.width(), 0))
        self._fit_print_button()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        ui = self.ui
        if watched in (ui.add_edit, ui.remove_edit):
            return handle_escape(event, self._close_tags)
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() == Qt.Key.Key_Down:
            self._enter_list()
            return True
        if is_escape(event) and ui.filter_edit.text():
            ui.filter_edit.clear()
            return True
        return False

    @override
    def _loader(self) -> Callable[[], _Loaded]:
        return self._finder(None)

    def _find(self, places: frozenset[Place], *, top: bool = False) -> None:
        """Filter again, with the annotations at some places loaded anew."""
        self._load(self._finder(places, top=top))

    def _finder(self, places: frozenset[Place] | None, *, top: bool = False) -> Callable[[], _Loaded]:
        """Return the job that loads the filtered annotations; only some places, or everything (None)."""
        # also those that a cancelled load should have read
        self._pending_places = places = (
            None if places is None or self._pending_places is None else self._pending_places | places
        )
        current, selection, now = self._snapshot, self.selection, datetime.now(UTC)

        def find() -> _Loaded:
            snapshot = current
            if snapshot is not None and places:
                snapshot = self._desk.annotation_list.renew(snapshot, places, now)
            if snapshot is None or places is None:
                snapshot = self._desk.annotation_list.load(now, current)
            filtered = snapshot.find(selection.filter, selection.grouping)
            rows = rows_for_groups(filtered.groups, lambda group: head_for_group(selection.grouping, group, snapshot))
            return snapshot, filtered, rows, now, top

        return find

    @override
    def _show(self, content: _Loaded) -> None:
        snapshot, filtered, rows, now, top = content
        self._snapshot, self._filtered, self._pending_places = snapshot, filtered, frozenset()
        is_by_document = self.selection.grouping is Grouping.DOCUMENT
        self.ui.annotation_list.show_rows(rows, now, is_by_document=is_by_document, top=top)
        self.side.show_facets(filtered.facets, self.selection.filter, snapshot.documents)
        self._show_chips()
        ui = self.ui
        ui.annotation_list.setVisible(filtered.count > 0)
        ui.empty_label.setVisible(filtered.count == 0)
        none_yet = self.tr("No notes yet. Press N on a paragraph to add one.")
        none_left = self.tr("No notes match these filters. Click × to remove a filter.")
        no_words = self.tr("No notes contain all of these words.")
        is_filtered = not replace(self.selection.filter, words="").is_empty
        ui.empty_label.setText((none_left if is_filtered else no_words) if snapshot.entries else none_yet)
        for button in (ui.print_button, ui.export_button):
            button.setEnabled(filtered.count > 0)
        self._show_count()
        self.shown.emit()
        self.state_changed.emit()

    def _show_count(self) -> None:
        if self._snapshot is None or self._filtered is None:
            return
        shown, total = self._filtered.count, len(self._snapshot.entries)
        total_count = terms.format_count(total, self.tr("1 note"), self.tr("{n} notes"))
        part_of = self.tr("{shown} of {all}").format(shown=terms.format_number(shown), all=total_count)
        chosen = len(self.ui.annotation_list.selected_entries()) if shown else 0
        selected_count = self.tr(" · {n} selected").format(n=terms.format_number(chosen)) if chosen > 1 else ""
        self.ui.count_label.setText((total_count if shown == total else part_of) + selected_count)
        self._fit_print_button()

    def _fit_print_button(self) -> None:
        layout, button = self.ui.count_layout, self.ui.print_button
        button.setVisible(True)
        button.setVisible(layout.minimumSize().width() <= self.ui.head_widget.contentsRect().width())

    def _show_chips(self) -> None:
        documents, filter_ = self._snapshot.documents if self._snapshot else {}, self.selection.filter
        chips = [
            QueryChip(terms.aspect_value_label(aspect, value, documents), 0, 0, aspect, (value,))
            for aspect, values in filter_.chosen.items()
            for value in sorted(values)
        ]
        if filter_.since:
            chips.append(QueryChip(self.tr("from {day}").format(day=filter_.since.isoformat()), 0, 0, _SINCE))
        if filter_.until:
            chips.append(QueryChip(self.tr("until {day}").format(day=filter_.until.isoformat()), 0, 0, _UNTIL))
        self._chips.show_chips(chips)
        self._chips.setVisible(bool(chips))

    def _remove_chip(self, chip: QueryChip) -> None:
        if chip.field in (_SINCE, _UNTIL):
            (self.side.since_edit if chip.field == _SINCE else self.side.until_edit).clear()
            return
        self.set_filter(self.selection.filter.with_toggled(Aspect(chip.field), chip.values[0]))

    def _enter_list(self) -> None:
        self.ui.annotation_list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _edit_tags(self) -> None:
        ui, chosen = self.ui, self.ui.annotation_list.selected_entries()
        if not chosen:
            return
        ui.tags_label.setText(terms.format_count(len(chosen), self.tr("Tags of 1 note"), self.tr("Tags of {n} notes")))
        ui.add_edit.clear()
        ui.remove_edit.clear()
        notes = self._snapshot.entries if self._snapshot else ()
        ui.add_edit.set_suggestions(sorted({tag for entry in notes for tag in entry.annotation.tags}, key=str.casefold))
        ui.remove_edit.set_suggestions(sorted({tag for entry in chosen for tag in entry.annotation.tags}))
        ui.tags_bar.show()
        ui.add_edit.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _change_tags(self) -> None:
        tags = with_tags(self.ui.add_edit.tags(), self.ui.remove_edit.tags())
        self.ui.annotation_list.change(lambda annotation: replace(annotation, tags=tags(annotation)))
        self._close_tags()

    def _close_tags(self) -> None:
        self.ui.tags_bar.hide()
        self._enter_list()

    @override
    def _on_changes(self, changes: Changes) -> None:
        if changes.annotations and not changes.documents and self.isVisible():
            self._find(changes.annotations)
        elif changes.documents or changes.annotations:
            self.refresh()
