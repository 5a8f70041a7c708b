"""An agenda as rows: items, each with the documents named under it."""

import re
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from delegate_desk.core.documents import references
from delegate_desk.core.documents.document import LibraryDocument
from delegate_desk.core.documents.references import Reference
from delegate_desk.gui.meetings.meeting_model import AgendaEntry, MeetingState
from delegate_desk.gui.widgets.labels import terms

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_NAMED = re.compile(
    r"(?:(?<!\w)(?:[A-Z]{2}|COM)\s)?(?<![\d/])\d{3,5}/\d{1,4}(?:/\d{1,4})?(?:\s(?:INIT|REV|COR|ADD)\s?\d*)*(?![\d/])"
    r"|(?<!\w)COM\s?\(\d{4}\)\s?\d+(?:\sfinal)?"
)


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """One row.

    Attributes:
        entry: The item that it is of.
        is_paper: True for a document named under the item.
        held: The document that it opens; None for an item, and for a document that is not held.
    """

    entry: AgendaEntry
    text: str
    side: str = ""
    is_document: bool = False
    library_document: LibraryDocument | None = None
    accessible_text: str = ""

    @property
    def is_missing(self) -> bool:
        return self.is_document and self.library_document is None


class AgendaModel(QAbstractListModel):
    """Answers from memory."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[AgendaRow] = []
        self.number: str | None = None

    def show(self, room: MeetingState) -> None:
        """Take an agenda; the documents of the item at hand, and what is missing of all, stand under their items."""
        self.beginResetModel()
        self.number = room.number
        self.rows = []
        for entry in room.entries:
            self.rows.append(self._item(entry))
            for paper in entry.documents:
                name = str(paper.reference).removeprefix("ST ")
                if paper.library_document is None:
                    text = self.tr("{reference} · missing").format(reference=name)
                    spoken = self.tr("{reference}, missing").format(reference=paper.reference)
                    self.rows.append(AgendaRow(entry, text, is_document=True, accessible_text=spoken))
                elif entry.number == room.number:
                    language = paper.library_document.header.language
                    spoken = f"{paper.library_document.name}, {terms.language_name(language)}"
                    text = f"{name} · {language}"
                    self.rows.append(
                        AgendaRow(
                            entry,
                            text,
                            is_document=True,
                            library_document=paper.library_document,
                            accessible_text=spoken,
                        )
                    )
        self.endResetModel()

    def _item(self, entry: AgendaEntry) -> AgendaRow:
        item, count = entry.item, str(entry.count) if entry.count else ""
        text = f"{item.number} {item.title}" if item else self.tr("The meeting as a whole")
        heard = terms.format_count(entry.count, self.tr("1 intervention"), self.tr("{n} interventions"))
        return AgendaRow(entry, text, count, accessible_text=f"{text}, {heard}" if entry.count else text)

    def row(self, index: _Index) -> AgendaRow | None:
        """The row of an index."""
        return self.rows[index.row()] if index.isValid() and index.row() < len(self.rows) else None

    def current_row(self) -> int:
        """The row of the item at hand."""
        found = (n for n, row in enumerate(self.rows) if not row.is_document and row.entry.number == self.number)
        return next(found, 0)

    @override
    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row(index)
        if row is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return row.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.accessible_text or row.text
        return None


def _is_years(text: str) -> bool:
    """True for a span of two years, ``2026/27``, which is no document."""
    first, _, second = text.partition("/")
    return first.isdecimal() and len(first) == 4 and second == f"{(int(first) + 1) % 100:02d}"


def read_item(typed: str) -> tuple[str, list[Reference]]:
    """An item as typed: its title, and the documents that it names."""
    named: list[Reference] = []
    title = typed
    for match in _NAMED.finditer(typed):
        reference = references.parse_reference(match[0].replace(" INIT", ""))
        if reference is not None and not _is_years(match[0]):
            named.append(reference)
            title = title.replace(match[0], " ", 1)
    bare = " ".join(title.split()).strip(" ,;:+·–-")
    return bare or ", ".join(str(reference) for reference in named), named
