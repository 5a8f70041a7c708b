"""Who stands where: delegations down, places across."""

from collections.abc import Callable

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from delegate_desk.core.documents.document import Address, DocumentId, Place
from delegate_desk.core.meetings.meeting import Matrix, MatrixCell
from delegate_desk.gui.widgets.labels import terms

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
EMPTY = Matrix((), (), {}, {})


class MatrixModel(QAbstractTableModel):
    """A matrix of the delegations that were heard, or of all.

    Attributes:
        heard_only: True to leave out who said nothing; else the heads also count.
    """

    def __init__(self, parent: QObject | None = None, *, heard_only: bool = True) -> None:
        super().__init__(parent)
        self.heard_only = heard_only
        self.matrix = EMPTY
        self.delegations: list[str] = []
        self.labels: list[str] = []

    def show(self, matrix: Matrix, label: Callable[[Place], str]) -> None:
        """Take a matrix; the columns are called as ``label`` says."""
        self.beginResetModel()
        self.matrix = matrix
        heard = {code for code, _ in matrix.cells}
        self.delegations = [code for code in matrix.delegations if code in heard or not self.heard_only]
        self.labels = [label(place) or self.tr("general") for place in matrix.places]
        self.endResetModel()

    def cell(self, index: _Index) -> MatrixCell | None:
        """The cell of an index; None where nothing was said."""
        if not index.isValid():
            return None
        return self.matrix.cells.get((self.delegations[index.row()], self.matrix.places[index.column()]))

    def column_of(self, document: DocumentId | None, address: Address) -> int | None:
        """The column of a place."""
        places = enumerate(self.matrix.places)
        return next((n for n, p in places if (p.document, p.address) == (document, address)), None)

    def count(self, column: int) -> str:
        """How many take each stance on a place: ``3+ 1−``."""
        counts = self.matrix.counts.get(self.matrix.places[column], {})
        return " ".join(f"{n}{terms.STANCE_SIGNS[stance]}" for stance, n in counts.items())

    def history(self, cell: MatrixCell) -> list[tuple[str, str]]:
        """What a delegation said on a place, oldest first: when and with which stance, and its words."""
        lines = []
        for one in cell.history:
            stance = terms.stance(one.stance) if one.stance else ""
            lines.append((f"{one.line.created.astimezone():%H:%M} {stance}", one.text))
        return lines

    def title(self, cell: MatrixCell) -> str:
        """Whose cell it is, on what."""
        return self.tr("{code} on {place}").format(
            code=cell.delegation, place=self.labels[self.matrix.places.index(cell.place)]
        )

    @override
    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.delegations)

    @override
    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.labels)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        cell = self.cell(index)
        if role == Qt.ItemDataRole.AccessibleTextRole and index.isValid():
            stance = terms.stance(cell.stance) if cell else self.tr("no intervention")
            return f"{self.delegations[index.row()]}, {self.labels[index.column()]}, {stance}"
        if cell is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return terms.STANCE_SIGNS[cell.stance]
        if role == Qt.ItemDataRole.ToolTipRole:
            said = (f"{head}: {words}" if words else head for head, words in self.history(cell))
            return "\n".join([self.title(cell), *said])
        return None

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        across = orientation == Qt.Orientation.Horizontal
        if role == Qt.ItemDataRole.DisplayRole:
            if not across:
                return self.delegations[section]
            return self.labels[section] if self.heard_only else f"{self.labels[section]}\n{self.count(section)}"
        if role == Qt.ItemDataRole.ToolTipRole and across:
            return f"{self.labels[section]}: {self.count(section)}"
        return None
