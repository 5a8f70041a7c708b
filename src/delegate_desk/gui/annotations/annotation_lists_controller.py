"""The lists of annotations in the window: what they open, what is due, and how they are printed and leave."""

import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import partial
from html import escape
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from delegate_desk.core.annotations.annotation import Annotation, AnnotationStatus, Visibility
from delegate_desk.core.annotations.annotation_list import SOON, AnnotationEntry, AnnotationGroup, Deadline
from delegate_desk.core.changes import Changes
from delegate_desk.core.library.edit_history import EditSubject, HistoryEdit
from delegate_desk.core.positions.export_options import Mail
from delegate_desk.desk import Desk
from delegate_desk.gui.annotations.annotation_list import (
    LIST_KEYS,
    AnnotationList,
    AnnotationRow,
    GroupHead,
    rows_for_groups,
)
from delegate_desk.gui.context import Context
from delegate_desk.gui.tab_page import PageState, RefreshingView, TabEntry, TabKind, TabType
from delegate_desk.gui.tasks import Job, Tasks
from delegate_desk.gui.widgets import key_bindings, theme
from delegate_desk.gui.widgets.basic_widgets import column_layout, label, while_alive
from delegate_desk.gui.widgets.labels import annotations, terms
from delegate_desk.gui.widgets.rows.row_painting import column_geometry

if TYPE_CHECKING:
    from delegate_desk.gui.annotations.annotation_browser import BrowserSelection, BrowserView

_MOST = 3
_LONGEST = 48


class AnnotationListsController(QObject):
    overdue_counted = Signal(int)

    def __init__(self, context: Context, button: QPushButton) -> None:
        super().__init__(context.window)
        self._context = context
        self._announced_title = ""
        self._selection: BrowserSelection | None = None
        self._is_announced = False
        self._count_job: Job | None = None
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
            TabType(TabKind.ANNOTATIONS, lambda _: self.open_browser(), lambda _: self.tr("Notes"), (), browser),
            TabType(TabKind.DUE, lambda _: self.open_deadlines(), lambda _: self.tr("Deadlines"), (), shared),
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
        view = next(iter(self._context.navigate.pages(DeadlinesView)), None)
        if view is None:
            view = DeadlinesView(self._context.desk, self._context.tasks)
            view.opened.connect(self._open)
        self._context.navigate.show_page(view, self.tr("Deadlines"))
        return view

    def _on_page_changed(self) -> None:
        if isinstance(self._context.navigate.current_page(), DeadlinesView):
            self._context.notify.hide_notice(self._announced_title)

    def print(self, view: "BrowserView | DeadlinesView") -> None:
        from delegate_desk.gui.widgets.printing import prompt_print

        page = partial(page_for_rows, view.rows(), datetime.now(UTC))
        prompt_print(page, translate("printing", "Notes"), self._context.tasks, self._context.window)

    def export(self, view: "BrowserView | DeadlinesView") -> None:
        from delegate_desk.gui.export.export_view import show_export
        from delegate_desk.gui.export.exports import annotations_export

        desk, entries = self._context.desk, view.entries()
        show_export(self._context, lambda: annotations_export(desk, entries))

    def _open(self, annotation: Annotation, behind: bool) -> None:
        if behind:
            self._context.navigate.open_place(annotation.place, behind=True)
        else:
            self._context.navigate.open_annotation(annotation)

    def count_due(self) -> None:
        """Count what is due within a day now, and go on doing so as time goes by."""
        self._clock.start()
        if hasattr(time, "tzset"):
            time.tzset()  # the computer may have come into another zone since
        if self._count_job is not None:
            self._count_job.cancel()
        desk, now = self._context.desk, datetime.now(UTC)
        self._count_job = self._context.tasks.read(
            lambda: desk.annotation_list.entries_for_annotations(desk.annotations.due(now + SOON)),
            while_alive(self, lambda entries: self._on_counted(entries, now)),
        )

    def _on_counted(self, entries: list[AnnotationEntry], now: datetime) -> None:
        self._count_job = None
        late = sum(annotations.is_late(entry.annotation, now) for entry in entries)
        self.overdue_counted.emit(late)
        summary = self._due_summary(late, len(entries) - late)
        self._button.setText(summary)
        self._button.setAccessibleName(summary)
        self._button.setVisible(bool(entries))
        if entries and not self._is_announced:
            self._announce_due(entries, summary, now)
        self._is_announced = True

    def _on_changed(self, changes: Changes) -> None:
        if changes.annotations or changes.documents:
            self.count_due()

    def _announce_due(self, entries: list[AnnotationEntry], summary: str, now: datetime) -> None:
        sentences = [self._due_line(entry, now) for entry in entries[:_MOST]]
        if rest := len(entries) - len(sentences):
            sentences.append(terms.format_count(rest, self.tr("1 more"), self.tr("{n} more")))
        link = (self.tr("Show deadlines"), self._context.navigate.action("action_due").trigger)
        self._announced_title = summary
        self._context.notify.show_notice(self._announced_title, sentences, link)

    def _due_summary(self, late: int, soon: int) -> str:
        parts = []
        if late:
            parts.append(self.tr("{n} overdue").format(n=terms.format_number(late)))
        if soon:
            parts.append(self.tr("{n} due within a day").format(n=terms.format_number(soon)))
        return " · ".join(parts)

    def _due_line(self, entry: AnnotationEntry, now: datetime) -> str:
        late = self.tr("overdue") if annotations.is_late(entry.annotation, now) else ""
        parts = (
            late,
            annotations.format_due(entry.annotation, now),
            annotations.annotation_place(entry),
            _short(annotations.annotation_summary(entry)),
        )
        return " · ".join(filter(None, parts))


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


_EVERY = 30_000
"""Milliseconds after which the clock is looked at again."""


class DeadlinesView(RefreshingView):
    help_page = "annotating#due"
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
        self.empty_label = label(self.tr("No deadlines. Add one in a note."), "soft", wrap=True)
        self.empty_label.setAlignment(Qt.AlignmentFlag.AlignTop)
        parts = (self.count_label, (self.empty_label, 1), (self.list, 1))
        column_layout(*parts, within=self, margins=(0, 12, 0, 0), spacing=4)
        self.setFocusProxy(self.list)
        self._clock = QTimer(self, interval=_EVERY)
        self._clock.timeout.connect(self.refresh)
        self._clock.start()

    @override
    def state(self) -> PageState:
        keys = self.tr("↑↓ select · Enter open · {behind} new tab · {done} done · {print} print")
        known = {"print": "action_print", "behind": LIST_KEYS["behind"], "done": LIST_KEYS["done"]}
        enabled = frozenset({"action_print", "action_export"} if self.entries() else ())
        return PageState(marking=self.marking, text=key_bindings.fill_in_keys(keys, **known), enabled=enabled)

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


def _group_head(group: AnnotationGroup) -> GroupHead:
    when = Deadline(group.key)
    return GroupHead(annotations.deadline_label(when), len(group.entries), is_late=when is Deadline.OVERDUE)


translate = QCoreApplication.translate


def page_for_rows(rows: Sequence[AnnotationRow], now: datetime) -> Mail:
    entries = [row for row in rows if isinstance(row, AnnotationEntry)]
    marking = next((entry.document.header.marking for entry in entries if entry.document.header.marking), "") or ""
    is_internal = any(entry.annotation.visibility is Visibility.INTERNAL for entry in entries)
    title = translate("printing", "Notes")
    head = f"{title} · {now.astimezone():%Y-%m-%d %H:%M}"
    signs = filter(None, (translate("printing", "INTERNAL") if is_internal else "", marking))
    first = f'<p style="color:{_on_paper("soft")}; font-size:{theme.PRINT_SMALL}pt">{escape(head)}</p>'
    return Mail("", first + html_for_rows(rows, now), title, (head, marking), ("", *signs), now)


def html_for_rows(rows: Sequence[AnnotationRow], now: datetime) -> str:
    return theme.semi_bold(
        "".join(_head_html(row) if isinstance(row, GroupHead) else _entry_html(row, now) for row in rows)
    )


def _on_paper(role: str) -> str:
    """The colour of a role on paper, which is white in the dark too."""
    return theme.color_on_white(role).name()


def _head_html(head: GroupHead) -> str:
    marking = f' <span style="color:{_on_paper("red_line")}">{escape(head.marking)}</span>' if head.marking else ""
    details = f' <span style="color:{_on_paper("soft")}; font-weight:400">{escape(head.details)}</span>'
    aside = details if head.details else ""
    look = f"color:{_on_paper('ink')}; margin:14px 0 4px 0; font-size:{theme.PRINT}pt; font-weight:600"
    return f'<h3 style="{look}">{escape(head.title)}{marking}{aside}</h3>'


def _entry_html(entry: AnnotationEntry, now: datetime) -> str:
    annotation = entry.annotation
    kind = escape(f"{annotation.holder} {terms.kind_label(annotation.kind)}".strip())
    asides = [escape(annotations.annotation_place(entry)), escape(entry.document.header.language)]
    internal = annotation.visibility is Visibility.INTERNAL
    word = escape(annotations.visibility_label(annotation.visibility))
    asides.append(f'<b><span style="color:{_on_paper("red_line")}">{word}</span></b>' if internal else word)
    if annotation.status is AnnotationStatus.DONE:
        asides.append(escape(annotations.status_label(annotation.status)))
    if annotation.due:
        asides.append(escape(translate("printing", "due {when}").format(when=annotations.format_due(annotation, now))))
    asides += map(escape, annotation.tags)
    lines = [f'<b>{kind}</b> <span style="color:{_on_paper("soft")}">{" · ".join(asides)}</span>']
    if annotation.quote:
        lines.append(f'<i style="color:{_on_paper("soft")}">{terms.quote(escape(annotation.quote.exact))}</i>')
    lines += [escape(line) for line in annotation.text.splitlines() if line.strip()]
    return f'<p style="color:{_on_paper("ink")}; margin:5px 0 7px 12px">{"<br>".join(lines)}</p>'
