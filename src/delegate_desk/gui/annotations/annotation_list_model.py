"""Annotations gone through, as rows: heads of groups, and annotations under them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QObject
from typing_extensions import override

from delegate_desk.core.annotations.annotation import AnnotationStatus, Visibility
from delegate_desk.core.annotations.annotation_filter import AnnotationSnapshot
from delegate_desk.core.annotations.annotation_list import AnnotationEntry, AnnotationGroup, Grouping
from delegate_desk.gui.widgets.labels import annotations, dossiers, terms
from delegate_desk.gui.widgets.rows.row_model import Index, RowModel


@dataclass(frozen=True, slots=True)
class GroupHead:
    """The head of a group.

    Attributes:
        aside: What stands behind the title.
        late: True for what is overdue.
    """

    title: str
    count: int
    details: str = ""
    marking: str | None = None
    is_late: bool = False


Row = GroupHead | AnnotationEntry


def rows_for_groups(groups: Iterable[AnnotationGroup], head: Callable[[AnnotationGroup], GroupHead]) -> list[Row]:
    """The rows of groups, each under its head."""
    rows: list[Row] = []
    for group in groups:
        rows.append(head(group))
        rows += group.entries
    return rows


def head_for_group(grouping: Grouping, group: AnnotationGroup, browse: AnnotationSnapshot) -> GroupHead:
    """The head of one group of a grouping."""
    documents = browse.documents
    title, count = annotations.group_title(grouping, group.key, documents), len(group.entries)
    if grouping is Grouping.DOCUMENT and group.key in documents:
        held = documents[group.key]
        old = browse.superseded.get(held.id)
        newer = dossiers.superseded_by(old.newest[0]) if old else ""
        aside = " · ".join(filter(None, (newer, terms.language_name(held.header.language), held.header.subject)))
        return GroupHead(title, count, aside, held.header.marking)
    return GroupHead(title, count)


class BrowsedModel(RowModel[Row]):
    """The rows.

    Attributes:
        now: Deadlines are relative to this time.
        apart: True if the heads already name the documents.
    """

    head = GroupHead

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.now = datetime.now().astimezone()
        self.apart = False

    def show(self, rows: Sequence[Row], now: datetime, *, apart: bool = False) -> None:
        """Show these rows."""
        self.beginResetModel()
        self.rows, self.now, self.apart = rows, now, apart
        self.endResetModel()

    def entry(self, index: Index) -> AnnotationEntry | None:
        """Return the annotation in a row."""
        row = self.row(index)
        return row if isinstance(row, AnnotationEntry) else None

    @override
    def key(self, row: Row) -> object:
        return row.id if isinstance(row, AnnotationEntry) else row

    def details(self, entry: AnnotationEntry) -> str:
        """Return the place and status of an annotation."""
        one = entry.annotation
        shown = [
            annotations.annotation_place(entry, document=not self.apart),
            *([] if self.apart else [entry.document.header.language]),
        ]
        if one.reply_to:
            shown.append(self.tr("answer"))
        shown.append(self.tr("circulation") if one.visibility is Visibility.CIRCULATION else self.tr("internal"))
        if one.status is AnnotationStatus.DONE:
            shown.append(self.tr("done"))
        shown += one.tags
        return " · ".join(filter(None, shown))

    def due(self, entry: AnnotationEntry) -> str:
        """When it is due; empty where nothing is, or it was done."""
        return (
            annotations.format_due(entry.annotation, self.now)
            if entry.annotation.status is AnnotationStatus.OPEN
            else ""
        )

    @override
    def accessible_text(self, row: Row) -> str:
        return f"{row.title}, {row.count}" if isinstance(row, GroupHead) else self._told(row)

    def _told(self, entry: AnnotationEntry) -> str:
        one = entry.annotation
        kind = f"{one.holder} {terms.kind_label(one.kind)}".strip()
        where = annotations.annotation_place(entry) if self.apart else ""
        due = self.due(entry)
        late = self.tr("overdue") if annotations.is_late(one, self.now) else ""
        said = f"{kind}: {annotations.annotation_summary(entry)}"
        told = self.tr("due {when}").format(when=due) if due else ""
        return " · ".join(filter(None, (said, late, told, where, self.details(entry))))
