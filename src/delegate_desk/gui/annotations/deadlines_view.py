"""Deadlines: the list of them, and the clock that announces them."""

import time
from datetime import UTC, datetime

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from delegate_desk.core.annotations.annotation_list import SOON, AnnotationEntry, AnnotationGroup, Deadline
from delegate_desk.core.changes import Changes
from delegate_desk.core.library.edit_history import EditSubject, HistoryEdit
from delegate_desk.desk import Desk
from delegate_desk.gui.annotations.annotation_list import (
    LIST_KEYS,
    AnnotationList,
    AnnotationRow,
    GroupHead,
    rows_for_groups,
)
from delegate_desk.gui.tab_page import PageState, TabEntry, TabKind
from delegate_desk.gui.tasks import Job, Tasks
from delegate_desk.gui.widgets import key_bindings
from delegate_desk.gui.widgets.basic_widgets import label, while_alive
from delegate_desk.gui.widgets.labels import annotations, terms
from delegate_desk.gui.widgets.refreshing_view import RefreshingView
from delegate_desk.gui.widgets.rows.row_painting import column_geometry

_EVERY = 30_000
"""Milliseconds after which the clock is looked at again."""


class DeadlinesView(RefreshingView):
    """The tab of what is open and has a deadline: overdue, today, tomorrow, later."""

    opened = Signal(object, bool)  # Annotation, in a background tab
    shown = Signal()

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(desk, tasks, parent)
        self.marking: str | None = None
        self.setAccessibleName(self.tr("Deadlines"))
        self.list = AnnotationList()
        self.list.setAccessibleName(self.tr("Deadlines"))
        self.list.set_library(desk, tasks)
        self.list.action_tags.setEnabled(False)
        self.list.opened.connect(self.opened)
        self.count_label = label("", "soft")
        self.empty_label = label(self.tr("No deadlines. Add one in an annotation."), "soft", wrap=True)
        self.empty_label.setAlignment(Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 12, 0, 0)
        layout.setSpacing(4)
        for widget in (self.count_label, self.empty_label, self.list):
            layout.addWidget(widget, 1 if widget is not self.count_label else 0)
        self.setFocusProxy(self.list)
        self._clock = QTimer(self)
        self._clock.setInterval(_EVERY)
        self._clock.timeout.connect(self.refresh)
        self._clock.start()

    @override
    def state(self) -> PageState:
        keys = self.tr("↑↓ select · Enter open · {behind} new tab · {done} done · {print} print")
        known = {"print": "action_print", "behind": LIST_KEYS["behind"], "done": LIST_KEYS["done"]}
        return PageState(marking=self.marking, text=key_bindings.fill_in_keys(keys, **known))

    @override
    def entry(self) -> TabEntry:
        return TabEntry(TabKind.DUE)

    @override
    def shows_edit(self, edit: HistoryEdit) -> bool:
        return edit.subject is EditSubject.ANNOTATION or super().shows_edit(edit)

    def entries(self) -> list[AnnotationEntry]:
        return [row for row in self.rows() if isinstance(row, AnnotationEntry)]

    def rows(self) -> list[AnnotationRow]:
        return list(self.list.rows.rows)

    @override
    def _start_loading(self) -> Job:
        now = datetime.now(UTC)
        return self._tasks.read(
            lambda: self._desk.annotation_list.due(now), while_alive(self, lambda groups: self._show(groups, now))
        )

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        left, width = column_geometry(self.width())
        for widget in (self.count_label, self.empty_label):
            widget.setContentsMargins(left + 22, 0, self.width() - left - width + 12, 0)

    def _show(self, groups: list[AnnotationGroup], now: datetime) -> None:
        self._ticket = None
        self.list.show_rows(rows_for_groups(groups, _group_head), now)
        entries = self.entries()
        self.marking = next((entry.document.header.marking for entry in entries if entry.document.header.marking), None)
        self.list.setVisible(bool(entries))
        self.empty_label.setVisible(not entries)
        self.count_label.setText(
            terms.format_count(len(entries), self.tr("1 deadline"), self.tr("{n} deadlines")) if entries else ""
        )
        self.shown.emit()
        self.state_changed.emit()

    @override
    def _on_changes(self, changes: Changes) -> None:
        if changes.annotations or changes.documents:
            self.refresh()


class DeadlineClock(QObject):
    """Looks at what is due within a day, at each change and as time goes by."""

    due_counted = Signal(int, int)
    first_counted = Signal(list)

    def __init__(self, desk: Desk, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._first = True
        self._count_job: Job | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(self.count_due)
        tasks.changed.connect(self._on_changed)

    def count_due(self) -> None:
        self._timer.start()
        if hasattr(time, "tzset"):
            time.tzset()  # the computer may have come into another zone since
        if self._count_job is not None:
            self._count_job.cancel()
        now = datetime.now(UTC)
        self._count_job = self._tasks.read(
            lambda: self._desk.annotation_list.entries_for_annotations(self._desk.annotations.due(now + SOON)),
            while_alive(self, lambda entries: self._on_counted(entries, now)),
        )

    def _on_counted(self, entries: list[AnnotationEntry], now: datetime) -> None:
        self._count_job = None
        late = sum(annotations.is_late(entry.annotation, now) for entry in entries)
        self.due_counted.emit(late, len(entries) - late)
        if self._first and entries:
            self.first_counted.emit(entries)
        self._first = False

    def _on_changed(self, changes: Changes) -> None:
        if changes.annotations or changes.documents:
            self.count_due()


def _group_head(group: AnnotationGroup) -> GroupHead:
    when = Deadline(group.key)
    return GroupHead(annotations.deadline_label(when), len(group.entries), is_late=when is Deadline.OVERDUE)
