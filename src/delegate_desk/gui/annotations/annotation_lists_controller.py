"""The lists of annotations in the window: opening, deadlines, printing and export."""

import time
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtWidgets import QPushButton

from delegate_desk.core.annotations.annotation import Annotation
from delegate_desk.core.annotations.annotation_list import SOON, AnnotationEntry
from delegate_desk.core.changes import Changes
from delegate_desk.core.positions.export_options import ExportKind
from delegate_desk.gui.context import Context, Controller
from delegate_desk.gui.tab_page import TabKind, TabPage, TabType
from delegate_desk.gui.widgets import key_bindings
from delegate_desk.gui.widgets.jobs import LatestOnly
from delegate_desk.gui.widgets.labels import terms

if TYPE_CHECKING:
    from delegate_desk.gui.annotations.annotation_browser import BrowserSelection, BrowserView
    from delegate_desk.gui.annotations.annotation_list import DeadlinesView

_MOST = 3
_LONGEST = 48


class AnnotationListsController(Controller):
    overdue_counted = Signal(int)

    def __init__(self, context: Context, button: QPushButton) -> None:
        super().__init__(context)
        self._announced_title = ""
        self._selection: BrowserSelection | None = None
        self._is_announced = False
        self._counter = LatestOnly(context.tasks, self)
        self._clock = QTimer(self, interval=_EVERY)
        self._clock.timeout.connect(self.count_due)
        context.tasks.changed.connect(self._on_changed)
        context.navigate.page_changed.connect(self._on_page_changed)
        self._button = button
        button.setProperty("part", "status")
        button.hide()
        key_bindings.set_key_tool_tip(button, "action_due", self.tr("Show deadlines"))
        button.clicked.connect(context.navigate.action("action_due").trigger)

    def tab_types(self) -> list[TabType]:
        shared: dict[str, Callable[[Any], object]] = {"action_print": self.print, "action_export": self.export}
        browser = {**shared, "action_facets": lambda view: view.switch_side()}
        return [
            TabType(TabKind.ANNOTATIONS, lambda _: self.open_browser(), (), browser, title=lambda _: self.tr("Notes")),
            TabType(TabKind.DUE, lambda _: self.open_deadlines(), (), shared, title=lambda _: self.tr("Deadlines")),
        ]

    def commands(self) -> dict[str, Callable[[], object]]:
        return {"action_annotations": self.open_browser, "action_due": self.open_deadlines}

    def open_browser(self) -> "BrowserView":
        from delegate_desk.gui.annotations.annotation_browser import BrowserView

        view = next(iter(self._context.navigate.pages(BrowserView)), None)
        if view is None:
            view = BrowserView(self._context.desk, self._context.tasks, self._selection)
            view.opened.connect(self._open)
            view.ui.print_button.clicked.connect(lambda: self.print(view))
            view.ui.export_button.clicked.connect(lambda: self.export(view))
            view.state_changed.connect(partial(self._remember_selection, view))
        self._context.navigate.show_page(view, self.tr("Notes"))
        return view

    def _remember_selection(self, view: "BrowserView") -> None:
        self._selection = view.selection

    def open_deadlines(self) -> "DeadlinesView":
        from delegate_desk.gui.annotations.annotation_list import DeadlinesView

        view = next(iter(self._context.navigate.pages(DeadlinesView)), None)
        if view is None:
            view = DeadlinesView(self._context.desk, self._context.tasks)
            view.opened.connect(self._open)
        self._context.navigate.show_page(view, self.tr("Deadlines"))
        return view

    def _on_page_changed(self) -> None:
        page = self._context.navigate.current_page()
        entry = page.entry() if isinstance(page, TabPage) else None
        if entry is not None and entry.kind is TabKind.DUE:
            self._context.notify.hide_notice(self._announced_title)

    def print(self, view: "BrowserView | DeadlinesView") -> None:
        from delegate_desk.gui.annotations.annotation_list import page_for_rows
        from delegate_desk.gui.widgets.printing import prompt_print

        page = partial(page_for_rows, view.rows(), datetime.now(UTC))
        prompt_print(page, QCoreApplication.translate("printing", "Notes"), self._context.tasks, self._context.window)

    def export(self, view: "BrowserView | DeadlinesView") -> None:
        self._context.navigate.show_export(ExportKind.ANNOTATIONS, view.entries())

    def _open(self, annotation: Annotation, behind: bool) -> None:
        if behind:
            self._context.navigate.open_place(annotation.place, behind=True)
        else:
            self._context.navigate.open_annotation(annotation)

    def count_due(self) -> None:
        """Count what is due within a day, now and periodically."""
        self._clock.start()
        if hasattr(time, "tzset"):
            time.tzset()  # the time zone may have changed since
        desk, now = self._context.desk, datetime.now(UTC)
        self._counter.run(
            lambda _: desk.annotation_list.entries_for_annotations(desk.annotations.due(now + SOON)),
            lambda entries: self._on_counted(entries, now),
        )

    def _on_counted(self, entries: list[AnnotationEntry], now: datetime) -> None:
        late = sum(terms.is_late(entry.annotation, now) for entry in entries)
        self.overdue_counted.emit(late)
        soon = len(entries) - late
        parts = [self.tr("{n} overdue").format(n=terms.format_number(late))] if late else []
        parts += [self.tr("{n} due within a day").format(n=terms.format_number(soon))] if soon else []
        summary = " · ".join(parts)
        self._button.setText(summary)
        self._button.setAccessibleName(summary)
        self._button.setVisible(bool(entries))
        if entries and not self._is_announced:
            sentences = [self._due_line(entry, now) for entry in entries[:_MOST]]
            if rest := len(entries) - len(sentences):
                sentences.append(terms.format_count(rest, self.tr("1 more"), self.tr("{n} more")))
            link = (self.tr("Show deadlines"), self._context.navigate.action("action_due").trigger)
            self._announced_title = summary
            self._context.notify.show_briefly(summary, sentences, link, after=True)
        self._is_announced = True

    def _on_changed(self, changes: Changes) -> None:
        if changes.annotations or changes.documents:
            self.count_due()

    def _due_line(self, entry: AnnotationEntry, now: datetime) -> str:
        late = self.tr("overdue") if terms.is_late(entry.annotation, now) else ""
        due, place = terms.format_due(entry.annotation, now), terms.annotation_place(entry)
        summary = terms.annotation_summary(entry)
        summary = summary if len(summary) <= _LONGEST else f"{summary[: _LONGEST - 1]}…"
        return " · ".join(filter(None, (late, due, place, summary)))


_EVERY = 30_000
"""Milliseconds between two looks at the clock."""
