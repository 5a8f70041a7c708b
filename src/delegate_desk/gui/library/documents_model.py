"""The library as rows: families of documents with their versions, positions, tags, what is missing, and the trash."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from typing_extensions import override

from delegate_desk.core.annotations.annotation_list import AnnotationEntry
from delegate_desk.core.documents.document import DocumentId, LibraryDocument
from delegate_desk.core.documents.dossier_timeline import milestone_key
from delegate_desk.core.documents.dossiers import Dossier
from delegate_desk.core.documents.references import Reference
from delegate_desk.core.meetings.meeting import Meeting
from delegate_desk.core.search import SavedSearch
from delegate_desk.core.text import fold
from delegate_desk.gui.library.library_loader import Library
from delegate_desk.gui.meetings.meeting_model import format_day
from delegate_desk.gui.widgets.labels import annotations, dossiers
from delegate_desk.gui.widgets.labels import terms as names

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_FEW = 5
_NEWEST = 8


class RowKind(Enum):
    """Kind of a row."""

    HEAD = auto()
    FAMILY = auto()
    DOCUMENT = auto()
    POSITION = auto()
    TAG = auto()
    SEARCH = auto()
    MEETING = auto()
    DOSSIER = auto()
    MORE_DOSSIERS = auto()
    MISSING_HEAD = auto()
    MISSING = auto()
    REFERRER = auto()
    TRASH = auto()
    TRASHED = auto()
    TRASHED_NOTE = auto()
    TRASHED_MEETING = auto()


@dataclass(frozen=True, slots=True)
class LibraryRow:
    """One row of the list.

    Attributes:
        side: What stands at its right end.
        held: The document that it opens.
        spoken: What a screen reader says, where that is not what it says of any document.
        tip: What is too long for the row, where that is not what it is of any document.
        names: The document missing that it is about.
        search: The kept search that it opens.
        entry: The annotation in the trash.
        meeting: That it opens.
    """

    kind: RowKind
    text: str
    side: str = ""
    library_document: LibraryDocument | None = None
    accessible_text: str = ""
    tip: str = ""
    missing_reference: Reference | None = None
    search: SavedSearch | None = None
    entry: AnnotationEntry | None = None
    meeting: Meeting | None = None


class DocumentsModel(QAbstractListModel):
    """The rows in order; a filter leaves what has all the words typed.

    Signals:
        renamed: A kept search is to have another name: the ``SavedSearch`` and the name.
    """

    renamed = Signal(object, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.library = Library()
        self.rows: list[LibraryRow] = []
        self._filter = ""
        self._trash_shown = False
        self._missing_shown = False
        self.dossiers_shown = False
        self._reference_with_referrers: Reference | None = None
        self._new_counts: Mapping[str, int] = {}
        self.reading_languages: Sequence[str] = ()

    def set_library(self, library: Library) -> None:
        """Take another state of the library; the rows stay where it shows the same."""
        same = library == self.library and bool(self.rows)
        self.library = library
        if not same:
            self._rebuild()

    def set_reading_languages(self, languages: Sequence[str]) -> None:
        """Put the versions in the user's reading languages before the others, in each family."""
        if languages != self.reading_languages:
            self.reading_languages = languages
            self._rebuild()

    def filter(self, typed: str) -> None:
        """Show what has all the words typed, without regard to accents and case."""
        self._filter = typed
        self._rebuild()

    def show_trash(self, shown: bool) -> None:
        self._trash_shown = shown
        self._rebuild()

    @property
    def trash_shown(self) -> bool:
        return self._trash_shown

    @property
    def missing_shown(self) -> bool:
        return self._missing_shown

    def show_missing(self, shown: bool) -> None:
        """List the documents that are named and not held, or only how many there are."""
        self._missing_shown = shown
        self._rebuild()

    def show_dossiers(self, shown: bool) -> None:
        """List all dossiers, or only the newest."""
        self.dossiers_shown = shown
        self._rebuild()

    def toggle_referrers(self, missing: Reference | None) -> None:
        """List who names a missing document under it; the same again folds it."""
        self._reference_with_referrers = None if missing == self._reference_with_referrers else missing
        self._rebuild()

    def show_new_counts(self, counts: Mapping[str, int]) -> None:
        """Tell of the searches kept how many of their hits are new, by name."""
        self._new_counts = counts
        for n, row in enumerate(self.rows):
            if row.search is not None and (renewed := self._search_row(row.search)) != row:
                self.rows[n] = renewed
                self.dataChanged.emit(self.index(n), self.index(n))

    def _search_row(self, search: SavedSearch) -> LibraryRow:
        new = self._new_counts.get(search.name, 0)
        side = self.tr("{n} new").format(n=new) if new else ""
        spoken = ", ".join(filter(None, (self.tr("search {name}").format(name=search.name), side)))
        return LibraryRow(RowKind.SEARCH, search.name, side, accessible_text=spoken, tip=search.query, search=search)

    def row_for_document(self, document: DocumentId | None) -> int | None:
        """The row of a document held."""
        wanted = (RowKind.DOCUMENT, document)
        return next(
            (
                n
                for n, r in enumerate(self.rows)
                if (r.kind, r.library_document.id if r.library_document else None) == wanted
            ),
            None,
        )

    def _rebuild(self) -> None:
        self.beginResetModel()
        words = fold(self._filter).split()
        held = [document for document in self.library.documents if _matches(document, words)]
        self.rows = []
        kept = [search for search in self.library.searches if all(word in fold(search.name) for word in words)]
        if kept:
            self.rows.append(LibraryRow(RowKind.HEAD, self.tr("Saved searches")))
            self.rows += [self._search_row(search) for search in kept]
        meetings = [one for one in self.library.meetings if all(word in fold(_meeting_text(one)) for word in words)]
        if meetings:
            self.rows.append(LibraryRow(RowKind.HEAD, self.tr("Meetings")))
            self.rows += [_meeting_row(RowKind.MEETING, one) for one in meetings]
        self.rows += self._dossier_rows(words)
        if held:
            self.rows.append(LibraryRow(RowKind.HEAD, self.tr("Documents"), str(len(held))))
            self.rows += _family_rows(held, self.reading_languages)
        positions = set(self.library.positions)
        ours = [document for document in held if document.id in positions]
        if ours:
            self.rows.append(LibraryRow(RowKind.HEAD, self.tr("Positions")))
            self.rows += [_document_row(RowKind.POSITION, document) for document in ours]
        tags = [(tag, count) for tag, count in self.library.tags if all(word in fold(tag) for word in words)]
        if tags:
            self.rows.append(LibraryRow(RowKind.HEAD, self.tr("Tags")))
            self.rows += [LibraryRow(RowKind.TAG, tag, str(count)) for tag, count in tags]
        self.rows += self._missing_rows(words)
        if gone := len(self.library.trash) + len(self.library.trashed_meetings) + len(self.library.trashed_notes):
            self.rows.append(LibraryRow(RowKind.TRASH, self.tr("Trash"), str(gone)))
            if self._trash_shown:
                self.rows += [_meeting_row(RowKind.TRASHED_MEETING, one) for one in self.library.trashed_meetings]
                self.rows += [_document_row(RowKind.TRASHED, document) for document in self.library.trash]
                self.rows += [_trashed_note_row(entry) for entry in self.library.trashed_notes]
        self.endResetModel()

    def _dossier_rows(self, words: Sequence[str]) -> list[LibraryRow]:
        """The newest dossiers; all where they are asked for, or what is typed in the filter names them."""
        found = [
            one
            for one in self.library.dossiers
            if all(word in fold(_dossier_text(one, self.reading_languages)) for word in words)
        ]
        if not found:
            return []
        shown = found if words or self.dossiers_shown else found[:_NEWEST]
        rows = [
            LibraryRow(RowKind.HEAD, self.tr("Dossiers"), str(len(found))),
            *(_dossier_row(one, self.reading_languages) for one in shown),
        ]
        if not words and len(found) > _NEWEST:
            said = self.tr("Show newest only") if self.dossiers_shown else self.tr("Show all {n}").format(n=len(found))
            rows.append(LibraryRow(RowKind.MORE_DOSSIERS, said))
        return rows

    def _missing_rows(self, words: Sequence[str]) -> list[LibraryRow]:
        """Return the rows of documents named but not in the library; text typed in the filter reveals them."""
        found = [(r, by) for r, by in self.library.missing if all(word in fold(str(r)) for word in words)]
        if not found:
            return []
        rows = [LibraryRow(RowKind.MISSING_HEAD, self.tr("Missing documents"), str(len(found)))]
        if not (self._missing_shown or words):
            return rows
        for reference, by in found:
            tip = self.tr("cited in {names}").format(names=", ".join(held.name for held in by[:_FEW]))
            spoken = self.tr("{reference}, missing, {names}").format(reference=reference, names=tip)
            count = str(len(by)) if len(by) > 1 else ""
            rows.append(
                LibraryRow(
                    RowKind.MISSING, str(reference), count, accessible_text=spoken, tip=tip, missing_reference=reference
                )
            )
            if reference == self._reference_with_referrers:
                rows += [replace(_document_row(RowKind.REFERRER, held), missing_reference=reference) for held in by]
        return rows

    @override
    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return row.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.accessible_text or _accessible_text(row) or f"{row.text} {row.side}".strip()
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.tip or _tip(row) or None
        return None

    @override
    def flags(self, index: _Index) -> Qt.ItemFlag:
        if index.isValid() and self.rows[index.row()].kind is RowKind.HEAD:
            return Qt.ItemFlag.NoItemFlags  # the arrows pass it over
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        is_search = index.isValid() and self.rows[index.row()].kind is RowKind.SEARCH
        return flags | Qt.ItemFlag.ItemIsEditable if is_search else flags

    @override
    def setData(self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take another name for a kept search."""
        search = self.rows[index.row()].search if index.isValid() else None
        name = " ".join(str(value).split())
        if search is None or not name or name == search.name:
            return False
        self.renamed.emit(search, name)
        return True


def _matches(held: LibraryDocument, words: Iterable[str]) -> bool:
    header = held.header
    codes = " ".join(map(str, header.subject_codes))
    text = fold(f"{held.name} {header.subject} {header.language} {codes} {held.file_name} {header.marking or ''}")
    return all(word in text for word in words)


def _meeting_text(meeting: Meeting) -> str:
    titles = " ".join(item.title for item in meeting.items)
    return f"{meeting.body} {meeting.reference or ''} {meeting.date or ''} {titles}"


def _meeting_row(kind: RowKind, meeting: Meeting) -> LibraryRow:
    day = f"{meeting.date:%d.%m.%y}" if meeting.date else ""
    spoken = ", ".join(part for part in (meeting.body, format_day(meeting.date) if meeting.date else "") if part)
    tip = "\n".join(part for part in (spoken, meeting.place, str(meeting.reference or "")) if part)
    return LibraryRow(
        kind, meeting.body or str(meeting.reference or ""), day, accessible_text=spoken, tip=tip, meeting=meeting
    )


def _dossier_text(dossier: Dossier, read: Sequence[str]) -> str:
    held = " ".join(one.name for one in dossier.documents)
    return f"{dossier.name} {dossier.subject} {dossiers.dossier_title(dossier, read)} {' '.join(dossier.files)} {held}"


def _dossier_row(dossier: Dossier, read: Sequence[str]) -> LibraryRow:
    """A dossier by what it is about, with how many documents it has in whichever languages."""
    count = str(len({milestone_key(held) for held in dossier.documents}))
    name, title = dossier.name, dossiers.dossier_title(dossier, read)
    spoken = ", ".join(dict.fromkeys((title, name, count)))
    tip = "\n".join(dict.fromkeys((name, title)))
    return LibraryRow(RowKind.DOSSIER, title, count, dossier.documents[-1], spoken, tip)


def _family_rows(held: Sequence[LibraryDocument], read: Sequence[str]) -> list[LibraryRow]:
    """Return each family under its subject, newest first; within it by revision, reading languages first."""
    families: dict[object, list[LibraryDocument]] = {}
    for document in held:
        reference = document.header.reference
        families.setdefault(reference.family if reference else document.id, []).append(document)
    rows = []
    for members in families.values():
        last = [one for one in members if _milestone(one) == _milestone(members[0])]
        newest = next((one for one in last if one.header.language in read), last[0])
        subject = newest.header.subject or newest.file_name
        count = str(len(members)) if len(members) > 1 else ""
        rows.append(LibraryRow(RowKind.FAMILY, subject, count, newest, tip=subject))
        rows += [
            _document_row(RowKind.DOCUMENT, d) for d in sorted(members, key=lambda one: _family_sort_key(one, read))
        ]
    return rows


def _milestone(held: LibraryDocument) -> tuple[int, tuple[tuple[str, int], ...], str]:
    """In order of revision, what has no suffix first; the same for all languages of one."""
    reference = held.header.reference
    revision = reference.revision if reference else 0
    suffixes = reference.suffixes if reference else ()
    return revision, tuple((suffix.kind, suffix.number) for suffix in suffixes), held.name


def _family_sort_key(held: LibraryDocument, read: Sequence[str]) -> tuple[object, ...]:
    """Return the sort key in a family: by revision, reading languages first."""
    return *_milestone(held), held.header.language not in read, held.header.language


def _trashed_note_row(entry: AnnotationEntry) -> LibraryRow:
    """An annotation in the trash: what it says, and where it was."""
    kind, said, where = (
        names.kind_label(entry.annotation.kind),
        annotations.annotation_summary(entry),
        annotations.annotation_place(entry),
    )
    spoken = ", ".join((kind, said, where))
    return LibraryRow(RowKind.TRASHED_NOTE, said, accessible_text=spoken, tip=f"{kind} · {where}\n{said}", entry=entry)


def _document_row(kind: RowKind, held: LibraryDocument) -> LibraryRow:
    return LibraryRow(kind, f"{held.name} · {held.header.language}", library_document=held)


def _accessible_text(row: LibraryRow) -> str:
    """Return the accessible text of a document: made on request, as there are many and few are requested."""
    if row.library_document is None or row.kind is RowKind.FAMILY:
        return ""
    header = row.library_document.header
    parts = (row.library_document.name, names.language_name(header.language), header.marking, header.subject)
    return ", ".join(part for part in parts if part)


def _tip(row: LibraryRow) -> str:
    """Return the tool tip with the details too long for a document's row."""
    if row.library_document is None:
        return ""
    header = row.library_document.header
    parts = (
        f"{row.library_document.name} · {names.language_name(header.language)}",
        header.marking,
        header.subject,
        row.library_document.file_name,
    )
    return "\n".join(part for part in parts if part)
