"""Common base of models of rows under group headers."""

from abc import abstractmethod
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from typing_extensions import override

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class HeadedModel(QAbstractListModel):
    """Answers from memory; the arrows pass heads over.

    Attributes:
        head: What a head is; all else can be taken to hand.
        rows: From top to bottom.
    """

    head: type
    rows: Sequence[object] = ()

    @abstractmethod
    def _accessible_text(self, row: Any) -> str:  # each model has rows of its own
        """Return the accessible text of a row."""

    @override
    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # Qt's own signature
        if not index.isValid() or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        return self._accessible_text(self.rows[index.row()])

    @override
    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid() or isinstance(self.rows[index.row()], self.head):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


def nearest_row(rows: Sequence[object], number: int, kind: type) -> int | None:
    """The row of a kind nearest to a number: at it or behind it, else before it."""
    behind = (n for n in range(max(0, number), len(rows)) if isinstance(rows[n], kind))
    before = (n for n in range(min(number, len(rows)) - 1, -1, -1) if isinstance(rows[n], kind))
    found = next(behind, None)
    return found if found is not None else next(before, None)
