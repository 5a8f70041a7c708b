"""What was said, a row for each intervention, the newest at the bottom."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from delegate_desk.core.documents.document import Place
from delegate_desk.core.meetings.meeting import Intervention, LineId, MeetingId
from delegate_desk.gui.widgets.labels import terms

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_MANY = 8


@dataclass(frozen=True, slots=True)
class InterventionRow:
    """One row.

    Attributes:
        when: The time of day, or the day for what was said in another meeting; empty where the row goes on with the
            line of the row before.
        speakers: Codes, or how many there are.
        place: In short; empty where there is none.
    """

    intervention: Intervention
    when: str
    speakers: str
    place: str

    @property
    def words(self) -> str:
        """The free words; the line as typed where nothing else was understood."""
        one = self.intervention
        return one.text or (one.line.text if not one.delegations else "")


class SaidModel(QAbstractListModel):
    """Answers from memory."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[InterventionRow] = []

    def show(
        self,
        said: Sequence[Intervention],
        label: Callable[[Place], str],
        days: dict[MeetingId, date | None] | None = None,
    ) -> None:
        """Show interventions in their order.

        Args:
            said: What was said.
            label: Tells what a place is called in short.
            days: By meeting, its day, where the rows are of several meetings and the day is to be shown.
        """
        self.beginResetModel()
        self.rows = []
        before: LineId | None = None
        for one in said:
            moment = one.line.created.astimezone()
            when = f"{moment:%H:%M}"
            if days is not None and (day := days.get(one.line.meeting)):
                when = f"{day:%d.%m.%y}"
            place = label(one.place) if one.place else ""
            self.rows.append(InterventionRow(one, "" if one.line.id == before else when, self._speakers(one), place))
            before = one.line.id
        self.endResetModel()

    def said(self, index: _Index) -> InterventionRow | None:
        """The row of an index."""
        return self.rows[index.row()] if index.isValid() and index.row() < len(self.rows) else None

    def row_of(self, line: LineId) -> int | None:
        """The first row of a line."""
        return next((n for n, row in enumerate(self.rows) if row.intervention.line.id == line), None)

    def _speakers(self, one: Intervention) -> str:
        codes = one.delegations
        return " ".join(codes) if len(codes) <= _MANY else self.tr("{n} delegations").format(n=len(codes))

    @override
    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.said(index)
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.intervention.line.text
        return None

    def _spoken(self, row: InterventionRow) -> str:
        one = row.intervention
        moment = f"{one.line.created.astimezone():%H:%M}"
        stance = terms.stance(one.stance) if one.stance else self.tr("note")
        conclusion = self.tr("conclusion") if one.conclusion else ""
        said = (moment, " ".join(one.delegations), conclusion or stance, row.place, row.words)
        return ", ".join(part for part in said if part)
