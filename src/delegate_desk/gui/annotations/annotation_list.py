"""Lists of annotations, with keys that change all that are selected: in the tab of deadlines, and printed."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from html import escape
from typing import Any

from PySide6.QtCore import (
    QCoreApplication,
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QObject,
    QRect,
    QRectF,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QListView, QMenu, QStyle, QWidget
from typing_extensions import override

from delegate_desk.core.annotations.annotation import (
    Annotation,
    AnnotationId,
    AnnotationKind,
    AnnotationStatus,
    Visibility,
)
from delegate_desk.core.annotations.annotation_list import (
    AnnotationEntry,
    AnnotationGroup,
    AnnotationSnapshot,
    Deadline,
    Grouping,
)
from delegate_desk.core.changes import Changes, EditSubject, HistoryEdit
from delegate_desk.core.documents.document import Place
from delegate_desk.core.local_time import local_time
from delegate_desk.core.positions.export_options import Mail
from delegate_desk.core.values import dataclass
from delegate_desk.desk import Desk
from delegate_desk.gui.tab_page import PageState, RefreshingView, TabEntry, TabKind
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets import key_bindings, theme
from delegate_desk.gui.widgets.basic_widgets import column_layout, label
from delegate_desk.gui.widgets.labels import dossiers, terms
from delegate_desk.gui.widgets.rows.row_list import (
    RIGHT,
    Index,
    RowDelegate,
    RowList,
    RowMenus,
    RowModel,
    column_margins,
    draw_cursor,
    draw_marking,
    is_selected,
    write_line,
)


@dataclass(frozen=True, slots=True)
class GroupHead:
    title: str
    count: int
    details: str = ""
    marking: str | None = None
    is_late: bool = False


AnnotationRow = GroupHead | AnnotationEntry


def rows_for_groups(
    groups: Iterable[AnnotationGroup], head_for: Callable[[AnnotationGroup], GroupHead]
) -> list[AnnotationRow]:
    rows: list[AnnotationRow] = []
    for group in groups:
        rows.append(head_for(group))
        rows += group.entries
    return rows


def head_for_group(grouping: Grouping, group: AnnotationGroup, snapshot: AnnotationSnapshot) -> GroupHead:
    documents = snapshot.documents
    title, count = terms.group_title(grouping, group.key, documents), len(group.entries)
    if grouping is Grouping.DOCUMENT and group.key in documents:
        document = documents[group.key]
        old = snapshot.superseded.get(document.id)
        newer = dossiers.superseded_by(old.newest[0]) if old else ""
        details = " · ".join(
            filter(None, (newer, terms.language_name(document.header.language), dossiers.document_title(document)))
        )
        return GroupHead(title, count, details, document.header.marking)
    return GroupHead(title, count)


class AnnotationListModel(RowModel[AnnotationRow]):
    head = GroupHead

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.now = datetime.now().astimezone()
        self.is_by_document = False

    def show(self, rows: Sequence[AnnotationRow], now: datetime, *, is_by_document: bool = False) -> None:
        self.beginResetModel()
        self.rows, self.now, self.is_by_document = rows, now, is_by_document
        self.endResetModel()

    def entry(self, index: Index) -> AnnotationEntry | None:
        row = self.row(index)
        return row if isinstance(row, AnnotationEntry) else None

    @override
    def key(self, row: AnnotationRow) -> object:
        return row.id if isinstance(row, AnnotationEntry) else row

    @override
    def place(self, row: AnnotationRow) -> Place | None:
        return row.annotation.place if isinstance(row, AnnotationEntry) else None

    def details(self, entry: AnnotationEntry) -> str:
        annotation = entry.annotation
        shown = [
            terms.annotation_place(entry, document=not self.is_by_document),
            *([] if self.is_by_document else [entry.document.header.language.upper()]),
        ]
        if annotation.reply_to:
            shown.append(self.tr("answer"))
        shown.append(self.tr("circulation") if annotation.visibility is Visibility.CIRCULATION else self.tr("internal"))
        if annotation.status is AnnotationStatus.DONE:
            shown.append(self.tr("done"))
        shown += annotation.tags
        return " · ".join(filter(None, shown))

    def due(self, entry: AnnotationEntry) -> str:
        is_open = entry.annotation.status is AnnotationStatus.OPEN
        return terms.format_due(entry.annotation, self.now) if is_open else ""

    @override
    def accessible_text(self, row: AnnotationRow) -> str:
        if isinstance(row, GroupHead):
            return f"{row.title}, {row.count}"
        annotation, due = row.annotation, self.due(row)
        kind = f"{annotation.holder} {terms.kind_label(annotation.kind)}".strip()
        place = terms.annotation_place(row) if self.is_by_document else ""
        late = self.tr("overdue") if terms.is_late(annotation, self.now) else ""
        summary = f"{kind}: {terms.annotation_summary(row)}"
        deadline = self.tr("due {when}").format(when=due) if due else ""
        return " · ".join(filter(None, (summary, late, deadline, place, self.details(row))))


LIST_KEYS = {
    "behind": "annotations_open_behind",
    "change": "annotations_change",
    "done": "annotations_done",
    "internal": "annotations_visibility",
    "tags": "annotations_tags",
    "trash": "annotations_remove",
}
"""The keys of a list of annotations, by their name in a hint."""

ROW = 52
"""All rows have one height: a list of 20,000 is laid out at once."""
_HEAD = 30
_TEXT = 48


class AnnotationListDelegate(RowDelegate[AnnotationRow]):
    _model: AnnotationListModel

    @override
    def _height(self, row: AnnotationRow) -> int:
        return ROW

    @override
    def _paint(self, painter: QPainter, row: AnnotationRow, index: Index, option: Any) -> None:
        area = self._column(option.rect)
        if isinstance(row, GroupHead):
            inner = area.adjusted(22, area.height() - _HEAD, -12, 0)
            count = terms.format_number(row.count)
            inner.setRight(write_line(painter, inner, count, "soft", align=RIGHT) - 12)
            inner.setLeft(write_line(painter, inner, row.title, "red_line" if row.is_late else "ink", bold=True) + 6)
            if row.marking:
                inner.setLeft(draw_marking(painter, row.marking, inner.left(), inner.center().y()) + 6)
            write_line(painter, inner, row.details, "soft")
            return
        if is_selected(option):
            draw_cursor(painter, QRectF(area).adjusted(0, 1, 0, -1))
        self._paint_entry(painter, row, area)
        if option.state & QStyle.StateFlag.State_HasFocus and not is_selected(option):
            painter.setPen(theme.color("accent"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(area).adjusted(0.5, 1.5, -0.5, -1.5), 6, 6)

    def _paint_entry(self, painter: QPainter, entry: AnnotationEntry, area: QRect) -> None:
        annotation = entry.annotation
        theme.draw_kind(painter, annotation.kind, QRectF(area.left() + 24, area.top() + 12, 11, 11))
        first = QRect(area.left() + _TEXT, area.top() + 6, area.width() - _TEXT - 12, 22)
        due = self._model.due(entry)
        if due:
            late = terms.is_late(annotation, self._model.now)
            shown, role = (f"! {due}", "red_line") if late else (due, "soft")
            first.setRight(write_line(painter, first, shown, role, bold=late, size=theme.SMALL, align=RIGHT) - 16)
        if annotation.holder:
            first.setLeft(write_line(painter, first, annotation.holder, annotation.kind, bold=True) + 8)
        font = theme.reading_font(theme.LARGE)
        font.setItalic(not annotation.text and annotation.quote is not None)
        font.setStrikeOut(annotation.status is AnnotationStatus.DONE)
        write_line(painter, first, terms.annotation_summary(entry), "ink" if annotation.text else "soft", font=font)
        area = QRect(area.left() + _TEXT, first.bottom() + 1, area.width() - _TEXT - 12, 17)
        x = area.left()
        if entry.document.header.marking and not self._model.is_by_document:
            x = draw_marking(painter, entry.document.header.marking, x, area.center().y()) + 6
        circulates = annotation.visibility is Visibility.CIRCULATION
        shown = f"{terms.kind_label(annotation.kind)} · {self._model.details(entry)}"
        rest = QRect(x, area.top(), area.right() - x, area.height())
        if circulates:  # visible at a glance: an arrow at the right, besides the word
            theme.icon("arrow-right", "accent").paint(painter, QRect(area.right() - 12, area.center().y() - 6, 12, 12))
            rest.setRight(rest.right() - 20)
        write_line(painter, rest, shown, "soft", size=theme.FINE)


_EXTEND = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
_SELECT = QItemSelectionModel.SelectionFlag


class AnnotationList(RowList):
    """Rows of annotations by group; Enter opens an annotation, other keys change all selected in one undo step."""

    opened = Signal(object, bool)  # Annotation, in a background tab
    tags_requested = Signal()
    left = Signal()
    chosen_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = AnnotationListModel(self)
        self._desk: Desk | None = None
        self._tasks: Tasks | None = None
        self.setModel(self.rows)
        self.setItemDelegate(AnnotationListDelegate(self, self.rows))
        self.setUniformItemSizes(True)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.menus = RowMenus(self, lambda _: self.menu())
        self.selectionModel().selectionChanged.connect(lambda *_: self.chosen_changed.emit())
        self.add_usual_actions(self.open_current, "annotations_open_behind")
        make = self.add_list_action
        done, shown = self.tr("&Done / Reopen"), self.tr("&Internal / Circulation")
        make(done, self.toggle_status, "Space", name="annotations_done")
        make(shown, self.toggle_visibility, "I", name="annotations_visibility")
        self.action_tags = make(self.tr("T&ags…"), self.tags_requested.emit, "T", name="annotations_tags")
        make(self.tr("&Change…"), self.menus.show_menu, "C", "Menu", "Shift+F10", name="annotations_change")
        self.action_remove = make(self.tr("Move to the T&rash"), self.remove, "Del", name="annotations_remove")

    def set_library(self, desk: Desk, tasks: Tasks) -> None:
        self._desk, self._tasks = desk, tasks

    def show_rows(
        self, rows: Sequence[AnnotationRow], now: datetime, *, is_by_document: bool = False, top: bool = False
    ) -> None:
        """Show these rows, with the same selection as far as possible."""
        annotation_ids = {entry.id for entry in self.selected_entries()}
        current_row, current = self.currentIndex().row(), self.rows.entry(self.currentIndex())
        y = self.verticalScrollBar().value()
        self.rows.show(rows, now, is_by_document=is_by_document)
        row = self.rows.find(current.id) if current and not top else None
        row = row if row is not None else self.rows.nearest(0 if top else current_row)
        if row is None:
            self.chosen_changed.emit()
            return
        self.selectionModel().setCurrentIndex(self.rows.index(row), _SELECT.NoUpdate)
        self.selectionModel().select(self._selection(annotation_ids if not top else set(), row), _SELECT.ClearAndSelect)
        if top:
            self.scrollToTop()
        else:
            self.verticalScrollBar().setValue(y)
            self.scrollTo(self.currentIndex())

    def selected_entries(self) -> list[AnnotationEntry]:
        ranges: list[QItemSelectionRange] = list(self.selectionModel().selection())  # type: ignore[call-overload]  # Qt's list
        spans = sorted((selected.top(), selected.bottom() + 1) for selected in ranges)
        rows = [row for span in spans for row in self.rows.rows[slice(*span)] if isinstance(row, AnnotationEntry)]
        return list({entry.id: entry for entry in rows}.values())

    def open_current(self, *, behind: bool = False) -> None:
        entry = self.rows.entry(self.currentIndex())
        if entry is not None:
            self.opened.emit(entry.annotation, behind)

    def change(self, change: Callable[[Annotation], Annotation]) -> None:
        self._write(lambda desk, keys: desk.annotations.set_many(keys, change))

    def remove(self) -> None:
        self._write(lambda desk, keys: desk.annotations.remove_many(keys))

    def _write(self, job: Callable[[Desk, list[AnnotationId]], Changes]) -> None:
        desk, tasks, keys = self._desk, self._tasks, [entry.id for entry in self.selected_entries()]
        if desk is not None and tasks is not None and keys:
            tasks.write(lambda: job(desk, keys))

    def toggle_status(self) -> None:
        done = all(entry.annotation.status is AnnotationStatus.DONE for entry in self.selected_entries())
        status = AnnotationStatus.OPEN if done else AnnotationStatus.DONE
        self.change(lambda annotation: replace(annotation, status=status))

    def toggle_visibility(self) -> None:
        internal = all(entry.annotation.visibility is Visibility.INTERNAL for entry in self.selected_entries())
        visibility = Visibility.CIRCULATION if internal else Visibility.INTERNAL
        self.change(lambda annotation: replace(annotation, visibility=visibility))

    def menu(self) -> QMenu:
        menu = QMenu(self)
        menu.addActions([self.action_open, self.action_open_behind])
        menu.addSeparator()

        def connect_change(action: QAction, **changes: Any) -> None:
            action.triggered.connect(lambda: self.change(lambda annotation: replace(annotation, **changes)))

        kinds = menu.addMenu(self.tr("&Kind"))
        for kind in AnnotationKind:
            connect_change(kinds.addAction(theme.kind_icon(kind), terms.kind_label(kind)), kind=kind)
        menu.addAction(self.action_tags)
        connect_change(menu.addAction(self.tr("&Done")), status=AnnotationStatus.DONE)
        connect_change(menu.addAction(self.tr("Not Done &Yet")), status=AnnotationStatus.OPEN)
        menu.addSeparator()
        connect_change(menu.addAction(self.tr("&Internal")), visibility=Visibility.INTERNAL)
        connect_change(menu.addAction(self.tr("For &Circulation")), visibility=Visibility.CIRCULATION)
        menu.addSeparator()
        menu.addAction(self.action_remove)
        return menu

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_up = event.key() == Qt.Key.Key_Up and not event.modifiers() & _EXTEND
        if is_up and self.rows.nearest(0) in (None, self.currentIndex().row()):
            self.left.emit()
        else:
            super().keyPressEvent(event)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.rows.entry(self.indexAt(event.position().toPoint())):
            self.open_current()

    def _selection(self, annotation_ids: set[AnnotationId], current: int) -> QItemSelection:
        """Return the selection of the rows selected before, in as few ranges as possible; else the current row."""
        rows = [current]
        if len(annotation_ids) > 1:
            rows = [
                n
                for n, row in enumerate(self.rows.rows)
                if isinstance(row, AnnotationEntry) and row.id in annotation_ids
            ] or rows
        selection, first = QItemSelection(), 0
        for n in range(1, len(rows) + 1):
            if n == len(rows) or rows[n] != rows[n - 1] + 1:
                selection.select(self.rows.index(rows[first]), self.rows.index(rows[n - 1]))
                first = n
        return selection


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
        self.empty_label.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        parts = (self.count_label, (self.empty_label, 1), (self.list, 1))
        column_layout(*parts, within=self, margins=(0, 12, 0, 0), spacing=4)
        self.setFocusProxy(self.list)
        self._clock = QTimer(self, interval=_EVERY)
        self._clock.timeout.connect(self.refresh)
        self._clock.start()

    @override
    def state(self) -> PageState:
        keys = self.tr("↑↓ select · Enter open · {behind} new tab · {done} done · {print} print")
        actions = {"print": "action_print", "behind": LIST_KEYS["behind"], "done": LIST_KEYS["done"]}
        enabled = frozenset({"action_print", "action_export"} if self.entries() else ())
        return PageState(marking=self.marking, text=key_bindings.fill_in_keys(keys, **actions), enabled=enabled)

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
        shown, hidden = (self.list, self.empty_label) if entries else (self.empty_label, self.list)
        self.setFocusProxy(shown)
        shown.show()
        if hidden.hasFocus():
            shown.setFocus()  # else Qt moves it to the next widget, such as the tabs
        hidden.hide()
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
    return GroupHead(terms.deadline_label(when), len(group.entries), is_late=when is Deadline.OVERDUE)


def page_for_rows(rows: Sequence[AnnotationRow], now: datetime) -> Mail:
    entries = [row for row in rows if isinstance(row, AnnotationEntry)]
    marking = next((entry.document.header.marking for entry in entries if entry.document.header.marking), "") or ""
    is_internal = any(entry.annotation.visibility is Visibility.INTERNAL for entry in entries)
    title = translate("printing", "Notes")
    heading = f"{title} · {local_time(now):%Y-%m-%d %H:%M}"
    signs = filter(None, (translate("printing", "INTERNAL") if is_internal else "", marking))
    first = f'<p style="color:{_on_paper("soft")}; font-size:{theme.PRINT_SMALL}pt">{escape(heading)}</p>'
    return Mail("", first + html_for_rows(rows, now), title, (heading, marking), ("", *signs), now)


def html_for_rows(rows: Sequence[AnnotationRow], now: datetime) -> str:
    return theme.semi_bold(
        "".join(_head_html(row) if isinstance(row, GroupHead) else _entry_html(row, now) for row in rows)
    )


def _on_paper(role: str) -> str:
    """Return the colour of a role on paper, which is white in the dark theme too."""
    return theme.color_on_white(role).name()


def _head_html(head: GroupHead) -> str:
    marking = f' <span style="color:{_on_paper("red_line")}">{escape(head.marking)}</span>' if head.marking else ""
    details = (
        f' <span style="color:{_on_paper("soft")}; font-weight:400">{escape(head.details)}</span>'
        if head.details
        else ""
    )
    style = f"color:{_on_paper('ink')}; margin:14px 0 4px 0; font-size:{theme.PRINT}pt; font-weight:600"
    return f'<h3 style="{style}">{escape(head.title)}{marking}{details}</h3>'


def _entry_html(entry: AnnotationEntry, now: datetime) -> str:
    annotation = entry.annotation
    kind = escape(f"{annotation.holder} {terms.kind_label(annotation.kind)}".strip())
    details = [escape(terms.annotation_place(entry)), escape(entry.document.header.language.upper())]
    is_internal = annotation.visibility is Visibility.INTERNAL
    word = escape(terms.visibility_label(annotation.visibility))
    details.append(f'<b><span style="color:{_on_paper("red_line")}">{word}</span></b>' if is_internal else word)
    if annotation.status is AnnotationStatus.DONE:
        details.append(escape(terms.status_label(annotation.status)))
    if annotation.due:
        details.append(escape(translate("printing", "due {when}").format(when=terms.format_due(annotation, now))))
    details += map(escape, annotation.tags)
    lines = [f'<b>{kind}</b> <span style="color:{_on_paper("soft")}">{" · ".join(details)}</span>']
    if annotation.quote:
        lines.append(f'<i style="color:{_on_paper("soft")}">{terms.quote(escape(annotation.quote.exact))}</i>')
    lines += [escape(line) for line in annotation.text.splitlines() if line.strip()]
    return f'<p style="color:{_on_paper("ink")}; margin:5px 0 7px 12px">{"<br>".join(lines)}</p>'
