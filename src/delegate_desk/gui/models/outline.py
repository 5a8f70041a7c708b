"""The headings of a document as rows, with their numbers, each as far in as it hangs on others."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from delegate_desk.core.documents.document import HEADINGS, Kind, Paragraph
from delegate_desk.core.text import fold

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_RANKS = {
    kind: rank
    for rank, kind in enumerate(
        (Kind.ANNEX, Kind.PART, Kind.TITLE, Kind.CHAPTER, Kind.SECTION, Kind.HEADING, Kind.ARTICLE, Kind.PARAGRAPH)
    )
}
_WORDS = 12


@dataclass(frozen=True, slots=True)
class Entry:
    """A heading.

    Attributes:
        row: Of its unit in the document.
        level: On how many headings it hangs.
        label: Its number as printed; may be empty.
    """

    row: int
    level: int
    label: str
    text: str


def outline(units: Sequence[Paragraph]) -> list[Entry]:
    """The headings in reading order; a text without articles has its numbered paragraphs among them."""
    has_articles = any(unit.kind is Kind.ARTICLE for unit in units)
    entries: list[Entry] = []
    above: list[int] = []
    recitals = False
    for row, unit in enumerate(units):
        if unit.kind is Kind.RECITAL and not recitals:
            recitals = True  # the first stands for all
        elif unit.kind not in HEADINGS and not (unit.kind is Kind.PARAGRAPH and unit.depth == 1 and not has_articles):
            continue
        rank = _RANKS.get(unit.kind, len(_RANKS))
        while above and above[-1] >= rank:
            above.pop()
        entries.append(Entry(row, len(above), unit.label, " ".join(unit.text.split()[:_WORDS])))
        above.append(rank)
    return entries


class OutlineModel(QAbstractListModel):
    """Lists the headings; a filter leaves those that have all the words typed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.entries: list[Entry] = []
        self._all: list[Entry] = []
        self._filter = ""

    def show(self, units: Sequence[Paragraph]) -> None:
        """Show the headings of a document."""
        self._all = outline(units)
        self.narrow(self._filter)

    def narrow(self, typed: str) -> None:
        """Show what has all the words typed, without regard to accents and case."""
        self.beginResetModel()
        self._filter = typed
        words = fold(typed).split()
        self.entries = [e for e in self._all if all(word in fold(f"{e.label} {e.text}") for word in words)]
        self.endResetModel()

    def at(self, row: int) -> int | None:
        """The entry that a row of the document stands under."""
        before = [n for n, entry in enumerate(self.entries) if entry.row <= row]
        return before[-1] if before else None

    @override
    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.entries)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        entry = self.entries[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return f"{entry.label} {entry.text}".strip()
        return None
