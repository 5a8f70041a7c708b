"""In-memory rows of lists: all lists of the window use it, and update only changed rows."""

from abc import abstractmethod
from collections.abc import Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from delegate_desk.core.documents.document import Place

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
PLACE_ROLE = Qt.ItemDataRole.UserRole + 64
"""The ``Place`` of the paragraph of a row; None for none."""
T = TypeVar("T")


class RowModel(QAbstractListModel, Generic[T]):
    """Answers from memory; arrow keys skip heads.

    Attributes:
        head: The type or types of rows that are heads; all others can be selected.
    """

    head: type | tuple[type, ...] = ()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: Sequence[T] = ()

    def set_rows(self, rows: Sequence[T]) -> None:
        """Show these rows; rows with the same key at the beginning and the end stay, and only their content changes."""
        old, new = [self.key(row) for row in self.rows], [self.key(row) for row in rows]
        shortest = min(len(old), len(new))
        first = next((n for n in range(shortest) if old[n] != new[n]), shortest)
        shortest -= first
        last = next((n for n in range(shortest) if old[-n - 1] != new[-n - 1]), shortest)
        stored = [*self.rows[:first], *self.rows[len(old) - last :]]
        if len(old) - last > first:
            self.beginRemoveRows(NOWHERE, first, len(old) - last - 1)
            self.rows = stored
            self.endRemoveRows()
        if len(new) - last > first:
            self.beginInsertRows(NOWHERE, first, len(new) - last - 1)
            self.rows = [*stored[:first], *rows[first : len(new) - last], *stored[first:]]
            self.endInsertRows()
        changed = [n for n, (before, after) in enumerate(zip(self.rows, rows, strict=True)) if before != after]
        self.rows = rows
        if changed:
            self.dataChanged.emit(self.index(changed[0]), self.index(changed[-1]))

    def row(self, index: Index) -> T | None:
        return self.rows[index.row()] if index.isValid() and index.row() < len(self.rows) else None

    def find(self, key: object) -> int | None:
        return next((n for n, row in enumerate(self.rows) if self.key(row) == key), None)

    def nearest(self, number: int) -> int | None:
        """Return the row nearest to a number that can be selected: at it or after it, else before it."""
        numbers = (*range(max(0, number), len(self.rows)), *range(min(number, len(self.rows)) - 1, -1, -1))
        return next((n for n in numbers if not self.is_head(self.rows[n])), None)

    def key(self, row: T) -> object:
        """Return the key by which a row is recognised when its content is loaded again."""
        return row

    def is_head(self, row: T) -> bool:
        return isinstance(row, self.head)

    def text(self, row: T) -> str:
        return self.accessible_text(row)

    @abstractmethod
    def accessible_text(self, row: T) -> str:
        """Return the text of a row for a screen reader."""

    def tool_tip(self, row: T) -> str | None:  # noqa: ARG002  (most rows have none)
        return None

    def place(self, row: T) -> Place | None:  # noqa: ARG002  (most rows have none)
        return None

    @override
    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # Qt's own signature
        row = self.row(index)
        if row is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return self.text(row)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self.accessible_text(row)
            case Qt.ItemDataRole.ToolTipRole:
                return self.tool_tip(row)
        return self.place(row) if role == PLACE_ROLE else None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        row = self.row(index)
        if row is None or self.is_head(row):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
