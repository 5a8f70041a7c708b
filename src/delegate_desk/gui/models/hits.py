"""Search results as rows: hits under a head for each document, then notes, then positions."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from delegate_desk.core.search import Hit, HitKind, Results
from delegate_desk.gui import names

_Index = QModelIndex | QPersistentModelIndex


class Role(IntEnum):
    """What a row gives beside its text."""

    ROW = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Group:
    """The head of some hits.

    Attributes:
        title: A reference, or what the hits are.
        subject: Of the document; empty for notes and positions.
        count: How many hits stand below it.
    """

    title: str
    subject: str
    marking: str | None
    count: int


@dataclass(frozen=True, slots=True)
class More:
    """The last row, where more was found than is shown."""

    hidden: int


Row = Group | Hit | More


class HitsModel(QAbstractListModel):
    """The rows of one answer."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []

    def show(self, results: Results | None) -> None:
        """Show an answer; None shows nothing."""
        self.beginResetModel()
        self._rows = self._arranged(results) if results else []
        self.endResetModel()

    def row(self, index: _Index) -> Row | None:
        """What stands in a row."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def hit(self, index: _Index) -> Hit | None:
        """The hit in a row; None for a head."""
        row = self.row(index)
        return row if isinstance(row, Hit) else None

    def hits(self) -> list[tuple[int, Hit]]:
        """The hits with their rows, in the order shown."""
        return [(n, row) for n, row in enumerate(self._rows) if isinstance(row, Hit)]

    def find(self, hit: Hit) -> QModelIndex:
        """Where the same hit stands in this answer; an invalid index where it does not."""
        same = (n for n, other in self.hits() if _identity(other) == _identity(hit))
        return self.index(next(same, -1))

    @override
    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own default)
        return 0 if parent.isValid() else len(self._rows)

    @override
    def flags(self, index: _Index) -> Qt.ItemFlag:
        row = self.row(index)
        if isinstance(row, Group) or row is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # Qt's own signature
        row = self.row(index)
        if row is None:
            return None
        if role == Role.ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._spoken(row)
        return None

    def aside(self, hit: Hit) -> str:
        """What is said of a hit in small letters: why it matched, in which languages it is held too."""
        why = {
            "exact": self.tr("exact"),
            "accent": self.tr("other accents"),
            "stem": self.tr("other ending"),
            "prefix": self.tr("longer word"),
        }
        said = [why[reason] for reason in hit.why]
        label = names.margin_label(hit.address, hit.label).rstrip(".")
        where = f"{hit.name}, {label}" if label else hit.name
        if hit.kind is not HitKind.PARAGRAPH:
            said.append(self.tr("on {place}").format(place=where))
        elif hit.other_languages:
            said.append(self.tr("also in {languages}").format(languages=", ".join(hit.other_languages)))
        return " · ".join(said)

    def _spoken(self, row: Row) -> str:
        if isinstance(row, Group):
            return " ".join(filter(None, (row.title, row.marking, row.subject)))
        if isinstance(row, More):
            return names.counted(row.hidden, self.tr("Show the other hit"), self.tr("Show the other {n} hits"))
        return " ".join(filter(None, (names.margin_label(row.address, row.label), row.snippet, self.aside(row))))

    def _arranged(self, results: Results) -> list[Row]:
        rows: list[Row] = []
        by_document: dict[int, list[Hit]] = {}
        for hit in results.hits:
            if hit.kind is HitKind.PARAGRAPH:
                by_document.setdefault(hit.document, []).append(hit)
        for hits in by_document.values():
            first = hits[0]
            rows += [Group(first.name, first.subject, first.marking, len(hits)), *hits]
        rows += self._apart(self.tr("Your notes"), results.hits, HitKind.ANNOTATION)
        rows += self._apart(self.tr("Your positions"), results.hits, HitKind.POSITION)
        hidden = results.total - len(results.hits)
        return [*rows, More(hidden)] if hidden > 0 and results.hits else rows

    def _apart(self, title: str, hits: Iterable[Hit], kind: HitKind) -> list[Row]:
        of_kind = [hit for hit in hits if hit.kind is kind]
        if not of_kind:
            return []
        marking = next((hit.marking for hit in of_kind if hit.marking), None)
        return [Group(title, "", marking, len(of_kind)), *of_kind]


def _identity(hit: Hit) -> tuple[object, ...]:
    return (hit.kind, hit.document, hit.address, hit.annotation)
