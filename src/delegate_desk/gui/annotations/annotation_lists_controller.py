"""The lists of annotations in the window: what they open, what is due, and how they are printed and leave."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from delegate_desk.core.annotations.annotation import Annotation
from delegate_desk.core.annotations.annotation_list import AnnotationEntry
from delegate_desk.gui.annotations.annotation_browser import BrowserView
from delegate_desk.gui.annotations.deadlines_view import DeadlineClock, DeadlinesView
from delegate_desk.gui.widgets import key_bindings
from delegate_desk.gui.widgets.labels import annotations as browsewords
from delegate_desk.gui.widgets.labels import terms

if TYPE_CHECKING:
    from delegate_desk.gui.shell.main_window import MainWindow

_MOST = 3
_LONGEST = 48
_KEYS = {
    "behind": "annotations_open_behind",
    "change": "annotations_change",
    "done": "annotations_done",
    "internal": "annotations_visibility",
    "tags": "annotations_tags",
    "trash": "annotations_remove",
}


class AnnotationListsController(QObject):
    """Joins the browser of annotations and the list of what is due to the window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._announced_title = ""
        self.clock = DeadlineClock(window.desk, window.tasks, self)
        self.clock.due_counted.connect(self._show_due_counts)
        self.clock.first_counted.connect(self._announce_due)
        button = window.ui.due_button
        button.setProperty("part", "status")
        button.hide()
        key_bindings.set_key_tool_tip(button, "action_due", self.tr("Show deadlines"))
        button.clicked.connect(window.ui.action_due.trigger)

    def connect_view(self, view: BrowserView | DeadlinesView) -> None:
        """Join a view that was made."""
        window = self._window
        view.opened.connect(self._open)
        view.shown.connect(lambda view=view: self._on_list_shown(view))
        if isinstance(view, BrowserView):
            window.ui.right_column.addWidget(view.side)
            view.destroyed.connect(view.side.deleteLater)
            view.print_requested.connect(self.print)
            view.export_requested.connect(self.export)

    def current_view(self) -> BrowserView | DeadlinesView | None:
        """The list in front, where it shows anything."""
        view = self._window.tabs.currentWidget()
        return view if isinstance(view, BrowserView | DeadlinesView) and view.entries() else None

    def show_tab(self, view: BrowserView | DeadlinesView) -> None:
        """Let the other panes follow a list that is in front."""
        window = self._window
        if isinstance(view, BrowserView):
            window.ui.right_column.setCurrentWidget(view.side)
            keys = self.tr(
                "↑↓ select · Shift+↑↓ select several · Enter open · {behind} new tab · {change} change · {done} done "
                "· {internal} internal · {tags} tags · {trash} trash · {narrow} filter"
            )
            hint = key_bindings.fill_in_keys(keys, narrow="action_facets", **_KEYS)
        else:
            if window.notices.head.text() == self._announced_title:  # the list says it all
                window.notices.hide()
            window.ui.right_column.setCurrentWidget(window.annotations)
            window.annotations.show_place(None)
            keys = self.tr("↑↓ select · Enter open · {behind} new tab · {done} done · {print} print")
            hint = key_bindings.fill_in_keys(keys, print="action_print", behind=_KEYS["behind"], done=_KEYS["done"])
        window.status.show_marking(view.marking)
        window.status.show_text(hint)

    def print(self) -> None:
        """Print the list in front as it is shown."""
        view = self.current_view()
        if view is not None:
            from delegate_desk.gui.annotations.list_printing import prompt_print_annotations

            prompt_print_annotations(view.rows(), datetime.now(UTC), self._window.tasks, self._window)

    def export(self) -> None:
        """Ask how the list in front is to leave, and write it."""
        view = self.current_view()
        if view is not None:
            from delegate_desk.gui.exchange.annotation_export_dialog import AnnotationExportDialog

            AnnotationExportDialog(self._window.desk, self._window.tasks, view.entries(), self._window).open()

    def _on_list_shown(self, view: BrowserView | DeadlinesView) -> None:
        """Update the marking shown, as a list may bear another marking once it is filled."""
        if view is self._window.tabs.currentWidget():
            self._window.status.show_marking(view.marking)
            self._window.commands.update_actions()

    def _open(self, annotation: Annotation, behind: bool) -> None:
        if behind:
            self._window.open_place(annotation.place, behind=True)
        else:
            self._window.open_annotation(annotation)

    def _show_due_counts(self, late: int, soon: int) -> None:
        button = self._window.ui.due_button
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
        link = (self.tr("Show deadlines"), self._window.tabs.open_due)
        self._window.notices.show_notice(self._due_summary(late, len(entries) - late), sentences, link)
        self._announced_title = self._window.notices.head.text()

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
