"""Annotations gone through, as rows: heads of groups, and annotations under them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex
from typing_extensions import override

from delegate_desk.core.annotations.annotation import AnnotationId, AnnotationStatus, Visibility
from delegate_desk.core.annotations.annotation_filter import AnnotationSnapshot
from delegate_desk.core.annotations.annotation_list import AnnotationEntry, AnnotationGroup, Grouping
from delegate_desk.gui.widgets.labels import annotations, dossiers, terms
from delegate_desk.gui.widgets.rows.headed_model import HeadedModel, nearest_row

_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class GroupHead:
    """The head of a group.

    Attributes:
        details: Shown after the title.
        is_late: True for what is overdue.
    """

    title: str
    count: int
    details: str = ""
    marking: str | None = None
    is_late: bool = False


AnnotationRow = GroupHead | AnnotationEntry


def rows_for_groups(
    groups: Iterable[AnnotationGroup], head: Callable[[AnnotationGroup], GroupHead]
) -> list[AnnotationRow]:
    """The rows of groups, each under its head."""
    rows: list[AnnotationRow] = []
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


class AnnotationListModel(HeadedModel):
    """The rows.

    Attributes:
        now: Deadlines are told as seen from here.
        is_by_document: True where the heads name the documents already.
    """

    head = GroupHead

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: Sequence[AnnotationRow] = ()
        self.now = datetime.now().astimezone()
        self.is_by_document = False

    def show(self, rows: Sequence[AnnotationRow], now: datetime, *, is_by_document: bool = False) -> None:
        """Show these rows."""
        self.beginResetModel()
        self.rows, self.now, self.is_by_document = rows, now, is_by_document
        self.endResetModel()

    def entry(self, index: _Index) -> AnnotationEntry | None:
        """The annotation in a row."""
        row = self.rows[index.row()] if index.isValid() and index.row() < len(self.rows) else None
        return row if isinstance(row, AnnotationEntry) else None

    def row_for_annotation(self, key: AnnotationId) -> int | None:
        """The first row of an annotation."""
        return next((n for n, row in enumerate(self.rows) if isinstance(row, AnnotationEntry) and row.id == key), None)

    def nearest_entry_row(self, number: int) -> int | None:
        """The annotation's row nearest to a number, at it or behind it, else before it."""
        return nearest_row(self.rows, number, AnnotationEntry)

    def details(self, entry: AnnotationEntry) -> str:
        """Return the place and status of an annotation."""
        one = entry.annotation
        shown = [
            annotations.annotation_place(entry, document=not self.is_by_document),
            *([] if self.is_by_document else [entry.document.header.language]),
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
    def _accessible_text(self, row: AnnotationRow) -> str:
        return f"{row.title}, {row.count}" if isinstance(row, GroupHead) else self._entry_text(row)

    def _entry_text(self, entry: AnnotationEntry) -> str:
        one = entry.annotation
        kind = f"{one.holder} {terms.kind_label(one.kind)}".strip()
        where = annotations.annotation_place(entry) if self.is_by_document else ""
        due = self.due(entry)
        late = self.tr("overdue") if annotations.is_late(one, self.now) else ""
        said = f"{kind}: {annotations.annotation_summary(entry)}"
        told = self.tr("due {when}").format(when=due) if due else ""
        return " · ".join(filter(None, (said, late, told, where, self.details(entry))))
