"""The tab of deadlines, and printed lists of annotations."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from html import escape

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from typing_extensions import override

from delegate_desk.core.annotations.annotation import AnnotationStatus, Visibility
from delegate_desk.core.annotations.annotation_list import AnnotationEntry, AnnotationGroup, Deadline
from delegate_desk.core.changes import Changes, EditSubject, HistoryEdit
from delegate_desk.core.local_time import local_time
from delegate_desk.core.positions.export_options import Mail
from delegate_desk.desk import Desk
from delegate_desk.gui.annotations.annotation_list import (
    LIST_KEYS,
    AnnotationList,
    AnnotationRow,
    GroupHead,
    rows_for_groups,
)
from delegate_desk.gui.tab_page import PageState, RefreshingView, TabEntry, TabKind
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets import key_bindings, theme
from delegate_desk.gui.widgets.basic_widgets import column_layout, label
from delegate_desk.gui.widgets.labels import annotations, terms
from delegate_desk.gui.widgets.rows.row_painting import column_margins

translate = QCoreApplication.translate
_EVERY = 30_000
"""Milliseconds between two looks at the clock."""


class DeadlinesView(RefreshingView):
    help_page = "annotating#due"
    opened = Signal(object, bool)  # Annotation, in a background tab
    shown = Signal()

    def __init__(self, desk: Desk, tasks: Tasks) -> None:
        super().__init__(desk, tasks)
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
    def _loader(self) -> Callable[[], tuple[list[AnnotationGroup], datetime]]:
        now, due = datetime.now(UTC), self._desk.annotation_list.due
        return lambda: (due(now), now)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for widget in (self.count_label, self.empty_label):
            widget.setContentsMargins(column_margins(self.width(), 22))

    @override
    def _show(self, content: tuple[list[AnnotationGroup], datetime]) -> None:
        groups, now = content
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


def page_for_rows(rows: Sequence[AnnotationRow], now: datetime) -> Mail:
    entries = [row for row in rows if isinstance(row, AnnotationEntry)]
    marking = next((entry.document.header.marking for entry in entries if entry.document.header.marking), "") or ""
    is_internal = any(entry.annotation.visibility is Visibility.INTERNAL for entry in entries)
    title = translate("printing", "Notes")
    head = f"{title} · {local_time(now):%Y-%m-%d %H:%M}"
    signs = filter(None, (translate("printing", "INTERNAL") if is_internal else "", marking))
    first = f'<p style="color:{_on_paper("soft")}; font-size:{theme.PRINT_SMALL}pt">{escape(head)}</p>'
    return Mail("", first + html_for_rows(rows, now), title, (head, marking), ("", *signs), now)


def html_for_rows(rows: Sequence[AnnotationRow], now: datetime) -> str:
    return theme.semi_bold(
        "".join(_head_html(row) if isinstance(row, GroupHead) else _entry_html(row, now) for row in rows)
    )


def _on_paper(role: str) -> str:
    """Return the colour of a role on paper, which is white in the dark theme too."""
    return theme.color_on_white(role).name()


def _head_html(head: GroupHead) -> str:
    marking = f' <span style="color:{_on_paper("red_line")}">{escape(head.marking)}</span>' if head.marking else ""
    aside = (
        f' <span style="color:{_on_paper("soft")}; font-weight:400">{escape(head.details)}</span>'
        if head.details
        else ""
    )
    look = f"color:{_on_paper('ink')}; margin:14px 0 4px 0; font-size:{theme.PRINT}pt; font-weight:600"
    return f'<h3 style="{look}">{escape(head.title)}{marking}{aside}</h3>'


def _entry_html(entry: AnnotationEntry, now: datetime) -> str:
    annotation = entry.annotation
    kind = escape(f"{annotation.holder} {terms.kind_label(annotation.kind)}".strip())
    asides = [escape(annotations.annotation_place(entry)), escape(entry.document.header.language.upper())]
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
