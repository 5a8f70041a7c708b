"""The lists of annotations in the window: what they open, what is due, and how they are printed and leave."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QPushButton, QWidget

from delegate_desk.core.annotations.annotation import Annotation
from delegate_desk.core.annotations.annotation_list import AnnotationEntry
from delegate_desk.gui.annotations.annotation_browser import BrowserView
from delegate_desk.gui.annotations.deadlines_view import DeadlineClock, DeadlinesView
from delegate_desk.gui.context import Context
from delegate_desk.gui.widgets import key_bindings
from delegate_desk.gui.widgets.labels import annotations as browsewords
from delegate_desk.gui.widgets.labels import terms

_MOST = 3
_LONGEST = 48


class AnnotationListsController(QObject):
    """Joins the browser of annotations and the list of what is due to the window."""

    def __init__(self, context: Context, button: QPushButton) -> None:
        super().__init__(context.window)
        self._context = context
        self._announced_title = ""
        self.clock = DeadlineClock(context.desk, context.tasks, self)
        self.clock.due_counted.connect(self._show_due_counts)
        self.clock.first_counted.connect(self._announce_due)
        context.navigate.page_changed.connect(self._on_page_changed)
        context.navigate.page_added.connect(self._connect_view)
        self._button = button
        button.setProperty("part", "status")
        button.hide()
        key_bindings.set_key_tool_tip(button, "action_due", self.tr("Show deadlines"))
        button.clicked.connect(context.navigate.action("action_due").trigger)

    def _connect_view(self, view: QWidget) -> None:
        if not isinstance(view, BrowserView | DeadlinesView):
            return
        view.opened.connect(self._open)
        if isinstance(view, BrowserView):
            view.print_requested.connect(self.print)
            view.export_requested.connect(self.export)

    def current_view(self) -> BrowserView | DeadlinesView | None:
        """The list in front, where it shows anything."""
        view = self._context.navigate.current_page()
        return view if isinstance(view, BrowserView | DeadlinesView) and view.entries() else None

    def _on_page_changed(self) -> None:
        """Hide the notice of what is due where the list itself says it."""
        if isinstance(self._context.navigate.current_page(), DeadlinesView):
            self._context.notify.hide_notice(self._announced_title)

    def print(self) -> None:
        """Print the list in front as it is shown."""
        view = self.current_view()
        if view is not None:
            from delegate_desk.gui.annotations.list_printing import prompt_print_annotations

            prompt_print_annotations(view.rows(), datetime.now(UTC), self._context.tasks, self._context.window)

    def export(self) -> None:
        """Ask how the list in front is to leave, and write it."""
        view = self.current_view()
        if view is not None:
            from delegate_desk.gui.export.export_dialog import ExportDialog
            from delegate_desk.gui.export.exports import annotations_export

            context = self._context
            entry = annotations_export(context.desk, view.entries())
            ExportDialog(context.desk, context.tasks, entry, context.window).open()

    def _open(self, annotation: Annotation, behind: bool) -> None:
        if behind:
            self._context.navigate.open_place(annotation.place, behind=True)
        else:
            self._context.navigate.open_annotation(annotation)

    def _show_due_counts(self, late: int, soon: int) -> None:
        button = self._button
        button.setText(self._due_summary(late, soon))
        button.setAccessibleName(button.text())
        button.setVisible(bool(late or soon))

    def _announce_due(self, entries: list[AnnotationEntry]) -> None:
        """Say quietly at the start what is due within a day."""
        now = datetime.now(UTC)
        sentences = [self._due_line(entry, now) for entry in entries[:_MOST]]
        if rest := len(entries) - len(sentences):
            sentences.append(terms.format_count(rest, self.tr("1 more"), self.tr("{n} more")))
        late = sum(browsewords.is_late(entry.annotation, now) for entry in entries)
        link = (self.tr("Show deadlines"), self._context.navigate.action("action_due").trigger)
        self._announced_title = self._due_summary(late, len(entries) - late)
        self._context.notify.show_notice(self._announced_title, sentences, link)

    def _due_summary(self, late: int, soon: int) -> str:
        parts = []
        if late:
            parts.append(self.tr("{n} overdue").format(n=terms.format_number(late)))
        if soon:
            parts.append(self.tr("{n} due within a day").format(n=terms.format_number(soon)))
        return " · ".join(parts)

    def _due_line(self, entry: AnnotationEntry, now: datetime) -> str:
        late = self.tr("overdue") if browsewords.is_late(entry.annotation, now) else ""
        parts = (
            late,
            browsewords.format_due(entry.annotation, now),
            browsewords.annotation_place(entry),
            _short(browsewords.annotation_summary(entry)),
        )
        return " · ".join(filter(None, parts))


def _short(said: str) -> str:
    return said if len(said) <= _LONGEST else f"{said[: _LONGEST - 1]}…"
