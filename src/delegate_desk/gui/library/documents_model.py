"""The library as rows: families of documents with their versions, positions, tags, what is missing, and the trash."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from typing_extensions import override

from delegate_desk.core.annotations.annotation import AnnotationId
from delegate_desk.core.annotations.annotation_list import AnnotationEntry
from delegate_desk.core.changes import Changes
from delegate_desk.core.documents.document import DocumentId, LibraryDocument, Place
from delegate_desk.core.documents.dossier_timeline import milestone_key
from delegate_desk.core.documents.dossiers import Dossier
from delegate_desk.core.documents.references import Reference
from delegate_desk.core.meetings.meeting import Meeting
from delegate_desk.core.positions.position import Position
from delegate_desk.core.revisions.predecessors import Lineage, Superseded
from delegate_desk.core.search import SavedSearch
from delegate_desk.core.text import fold
from delegate_desk.desk import Desk
from delegate_desk.gui.widgets.labels import annotations, dossiers, terms
from delegate_desk.gui.widgets.rows.row_model import Index, RowModel

_FEW = 5
_NEWEST = 8
_Tagged = Mapping[AnnotationId, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Library:
    """Contents of the library's list.

    Attributes:
        missing: Documents named and not held, each with those that name it.
        searches: Kept under a name, by name.
        trashed_notes: Annotations in the trash, latest first.
        meetings: The latest first.
        trashed_meetings: The last to go first.
        dossiers: Those of several documents, the dossier with the newest document first.
        tagged: By place, the annotations that have tags, from which the tags are counted.
        superseded: The documents that have a later revision.
    """

    documents: Sequence[LibraryDocument] = ()
    trash: Sequence[LibraryDocument] = ()
    positions: Sequence[DocumentId] = ()
    tags: Sequence[tuple[str, int]] = ()
    missing: Sequence[tuple[Reference, Sequence[LibraryDocument]]] = ()
    searches: Sequence[SavedSearch] = ()
    trashed_notes: Sequence[AnnotationEntry] = ()
    meetings: Sequence[Meeting] = ()
    trashed_meetings: Sequence[Meeting] = ()
    dossiers: Sequence[Dossier] = ()
    tagged: Mapping[Place, _Tagged] = field(default_factory=dict, compare=False)
    superseded: Mapping[DocumentId, Superseded] = field(default_factory=dict, compare=False)


def load_library(desk: Desk, known: Library | None = None) -> Library:
    """Gather what the list shows; what is missing is sought again only where the documents are others than known."""
    documents = desk.documents.all()
    positions, searches = desk.positions.documents(), desk.search.saved()
    meetings, gone = desk.meetings.all(), desk.meetings.trash()
    if known and known.documents == documents:
        missing, dossiers, superseded = known.missing, known.dossiers, known.superseded
    else:
        missing = desk.documents.missing(documents)
        dossiers = [dossier for dossier in desk.dossiers.all(documents) if _has_several_documents(dossier)]
        superseded = Lineage(documents).superseded()
    tagged = desk.annotations.tagged()
    return Library(
        documents,
        desk.documents.trash(),
        positions,
        _count_tags(tagged),
        missing,
        searches,
        desk.annotation_list.entries_for_annotations(desk.annotations.trash()),
        meetings,
        gone,
        dossiers,
        tagged,
        superseded,
    )


def updated_library(desk: Desk, known: Library, changes: Changes) -> Library:
    """The list as it is after changes that name no document: what they do not name is not read again."""
    tagged = {
        place: {annotation.id: annotation.tags for annotation in desk.annotations.for_place(place) if annotation.tags}
        for place in changes.annotations
    }
    other = {place: some for place, some in tagged.items() if some != known.tagged.get(place, {})}
    if other:
        every = {**known.tagged, **other}
        gone = desk.annotation_list.entries_for_annotations(desk.annotations.trash())
        known = replace(known, tagged=every, tags=_count_tags(every), trashed_notes=gone)
    if any((key in known.positions) is (desk.positions.get(key) == Position(key)) for key in changes.positions):
        known = replace(known, positions=desk.positions.documents())
    if changes.meetings:
        known = replace(known, meetings=desk.meetings.all(), trashed_meetings=desk.meetings.trash())
    return known


def _count_tags(tagged: Mapping[Place, _Tagged]) -> list[tuple[str, int]]:
    return sorted(Counter(tag for some in tagged.values() for tags in some.values() for tag in tags).items())


def _has_several_documents(dossier: Dossier) -> bool:
    return len({milestone_key(document) for document in dossier.documents}) > 1


class RowKind(Enum):
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
        held: The document that it opens.
        spoken: What a screen reader says, where that is not what it says of any document.
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


class DocumentsModel(RowModel[LibraryRow]):
    renamed = Signal(object, str)  # The ``SavedSearch`` and the new name

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.library = Library()
        self.trash_shown = self.missing_shown = self.dossiers_shown = False
        self._filter = ""
        self._reference_with_referrers: Reference | None = None
        self._new_counts: Mapping[str, int] = {}
        self.reading_languages: Sequence[str] = ()

    def set_library(self, library: Library) -> None:
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
        self._filter = typed
        self._rebuild()

    def show_trash(self, shown: bool) -> None:
        self.trash_shown = shown
        self._rebuild()

    def show_missing(self, shown: bool) -> None:
        self.missing_shown = shown
        self._rebuild()

    def show_dossiers(self, shown: bool) -> None:
        self.dossiers_shown = shown
        self._rebuild()

    def toggle_referrers(self, missing: Reference | None) -> None:
        """List who names a missing document under it; the same again folds it."""
        self._reference_with_referrers = None if missing == self._reference_with_referrers else missing
        self._rebuild()

    def show_new_counts(self, counts: Mapping[str, int]) -> None:
        self._new_counts = counts
        self.set_rows([self._search_row(row.search) if row.search else row for row in self.rows])

    def _search_row(self, search: SavedSearch) -> LibraryRow:
        new = self._new_counts.get(search.name, 0)
        side = self.tr("{n} new").format(n=new) if new else ""
        spoken = ", ".join(filter(None, (self.tr("search {name}").format(name=search.name), side)))
        return LibraryRow(RowKind.SEARCH, search.name, side, accessible_text=spoken, tip=search.query, search=search)

    def row_for_document(self, document: DocumentId | None) -> int | None:
        return self.find((RowKind.DOCUMENT, document, None))

    @override
    def key(self, row: LibraryRow) -> object:
        content = row.library_document or row.meeting or row.entry
        return row.kind, content.id if content else row.text, row.missing_reference

    @override
    def accessible_text(self, row: LibraryRow) -> str:
        """Return the text that a screen reader reads: made on request, as there are many rows and few are requested."""
        if row.library_document is None or row.accessible_text or row.kind is RowKind.FAMILY:
            return row.accessible_text or f"{row.text} {row.side}".strip()
        header = row.library_document.header
        parts = (row.library_document.name, terms.language_name(header.language), header.marking, header.subject)
        return ", ".join(part for part in parts if part)

    @override
    def tool_tip(self, row: LibraryRow) -> str | None:
        if row.tip or row.library_document is None:
            return row.tip or None
        document, header = row.library_document, row.library_document.header
        name = f"{document.name} · {terms.language_name(header.language)}"
        return "\n".join(filter(None, (name, header.marking, header.subject, document.file_name)))

    @override
    def is_head(self, row: LibraryRow) -> bool:
        return row.kind is RowKind.HEAD

    @override
    def text(self, row: LibraryRow) -> str:
        return row.text

    def _rebuild(self) -> None:
        words = fold(self._filter).split()
        library, heading = self.library, partial(LibraryRow, RowKind.HEAD)
        documents = [document for document in library.documents if not words or _matches(document, words)]
        with_position = set(library.positions)
        sections: list[tuple[LibraryRow, Sequence[LibraryRow]]] = [
            (
                heading(self.tr("Saved searches")),
                [self._search_row(search) for search in library.searches if _contains(search.name, words)],
            ),
            (
                heading(self.tr("Meetings")),
                [
                    _meeting_row(RowKind.MEETING, meeting)
                    for meeting in library.meetings
                    if _contains(_meeting_text(meeting), words)
                ],
            ),
            self._dossier_section(words),
            (heading(self.tr("Documents"), str(len(documents))), _family_rows(documents, self.reading_languages)),
            (
                heading(self.tr("Positions")),
                [_document_row(RowKind.POSITION, document) for document in documents if document.id in with_position],
            ),
            (
                heading(self.tr("Tags")),
                [LibraryRow(RowKind.TAG, tag, str(n)) for tag, n in library.tags if _contains(tag, words)],
            ),
        ]
        rows = [row for head, section in sections if section for row in (head, *section)]
        self.set_rows([*rows, *self._missing_rows(words), *self._trash_rows()])

    def _trash_rows(self) -> list[LibraryRow]:
        library = self.library
        count = len(library.trash) + len(library.trashed_meetings) + len(library.trashed_notes)
        if not count:
            return []
        head = LibraryRow(RowKind.TRASH, self.tr("Trash"), str(count))
        if not self.trash_shown:
            return [head]
        return [
            head,
            *(_meeting_row(RowKind.TRASHED_MEETING, meeting) for meeting in library.trashed_meetings),
            *(_document_row(RowKind.TRASHED, document) for document in library.trash),
            *(_trashed_note_row(entry) for entry in library.trashed_notes),
        ]

    def _dossier_section(self, words: Sequence[str]) -> tuple[LibraryRow, Sequence[LibraryRow]]:
        found = [
            dossier
            for dossier in self.library.dossiers
            if not words or _contains(_dossier_text(dossier, self.reading_languages), words)
        ]
        shown = found if words or self.dossiers_shown else found[:_NEWEST]
        rows = [_dossier_row(dossier, self.reading_languages) for dossier in shown]
        if not words and len(found) > _NEWEST:
            more = self.tr("Show newest only") if self.dossiers_shown else self.tr("Show all {n}").format(n=len(found))
            rows.append(LibraryRow(RowKind.MORE_DOSSIERS, more))
        return LibraryRow(RowKind.HEAD, self.tr("Dossiers"), str(len(found))), rows

    def _missing_rows(self, words: Sequence[str]) -> list[LibraryRow]:
        """Return the rows of documents named but not in the library; text typed in the filter reveals them."""
        found = [(r, by) for r, by in self.library.missing if _contains(str(r), words)]
        if not found:
            return []
        rows = [LibraryRow(RowKind.MISSING_HEAD, self.tr("Missing documents"), str(len(found)))]
        if not (self.missing_shown or words):
            return rows
        for reference, by in found:
            tip = self.tr("cited in {names}").format(names=", ".join(document.name for document in by[:_FEW]))
            spoken = self.tr("{reference}, missing, {names}").format(reference=reference, names=tip)
            count = str(len(by)) if len(by) > 1 else ""
            rows.append(
                LibraryRow(
                    RowKind.MISSING, str(reference), count, accessible_text=spoken, tip=tip, missing_reference=reference
                )
            )
            if reference == self._reference_with_referrers:
                rows += [
                    replace(_document_row(RowKind.REFERRER, document), missing_reference=reference) for document in by
                ]
        return rows

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        row = self.row(index)
        is_search = row is not None and row.kind is RowKind.SEARCH
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable if is_search else super().flags(index)

    @override
    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        row = self.row(index)
        search = row.search if row else None
        name = " ".join(str(value).split())
        if search is None or not name or name == search.name:
            return False
        self.renamed.emit(search, name)
        return True


def _contains(text: str, words: Iterable[str]) -> bool:
    folded = fold(text)
    return all(word in folded for word in words)


def _matches(document: LibraryDocument, words: Iterable[str]) -> bool:
    header = document.header
    codes = " ".join(map(str, header.subject_codes))
    fields = (document.name, header.subject, header.language, codes, document.file_name, header.marking or "")
    return _contains(" ".join(fields), words)


def _meeting_text(meeting: Meeting) -> str:
    titles = " ".join(item.title for item in meeting.items)
    return f"{meeting.body} {meeting.reference or ''} {meeting.date or ''} {titles}"


def _meeting_row(kind: RowKind, meeting: Meeting) -> LibraryRow:
    day = f"{meeting.date:%d.%m.%y}" if meeting.date else ""
    spoken = ", ".join(part for part in (meeting.body, terms.format_day(meeting.date) if meeting.date else "") if part)
    tip = "\n".join(part for part in (spoken, meeting.place, str(meeting.reference or "")) if part)
    return LibraryRow(
        kind, meeting.body or str(meeting.reference or ""), day, accessible_text=spoken, tip=tip, meeting=meeting
    )


def _dossier_text(dossier: Dossier, read: Sequence[str]) -> str:
    held = " ".join(document.name for document in dossier.documents)
    return f"{dossier.name} {dossier.subject} {dossiers.dossier_title(dossier, read)} {' '.join(dossier.files)} {held}"


def _dossier_row(dossier: Dossier, read: Sequence[str]) -> LibraryRow:
    count = str(len({milestone_key(document) for document in dossier.documents}))
    name, title = dossier.name, dossiers.dossier_title(dossier, read)
    spoken = ", ".join(dict.fromkeys((title, name, count)))
    tip = "\n".join(dict.fromkeys((name, title)))
    return LibraryRow(RowKind.DOSSIER, title, count, dossier.documents[-1], spoken, tip)


def _family_rows(documents: Sequence[LibraryDocument], read: Sequence[str]) -> list[LibraryRow]:
    families: dict[object, list[LibraryDocument]] = {}
    for document in documents:
        reference = document.header.reference
        families.setdefault(reference.family if reference else document.id, []).append(document)
    rows = []
    for members in families.values():
        milestone = _milestone(members[0])
        last = [member for member in members if _milestone(member) == milestone]
        newest = next((value for value in last if value.header.language in read), last[0])
        subject = newest.header.subject or newest.file_name
        count = str(len(members)) if len(members) > 1 else ""
        rows.append(LibraryRow(RowKind.FAMILY, subject, count, newest, tip=subject))
        rows += [
            _document_row(RowKind.DOCUMENT, d) for d in sorted(members, key=lambda value: _family_sort_key(value, read))
        ]
    return rows


def _milestone(document: LibraryDocument) -> tuple[int, tuple[tuple[str, int], ...], str]:
    reference = document.header.reference
    revision = reference.revision if reference else 0
    suffixes = reference.suffixes if reference else ()
    return revision, tuple((suffix.kind, suffix.number) for suffix in suffixes), document.name


def _family_sort_key(document: LibraryDocument, read: Sequence[str]) -> tuple[object, ...]:
    return *_milestone(document), document.header.language not in read, document.header.language


def _trashed_note_row(entry: AnnotationEntry) -> LibraryRow:
    kind, said, where = (
        terms.kind_label(entry.annotation.kind),
        annotations.annotation_summary(entry),
        annotations.annotation_place(entry),
    )
    spoken = ", ".join((kind, said, where))
    return LibraryRow(RowKind.TRASHED_NOTE, said, accessible_text=spoken, tip=f"{kind} · {where}\n{said}", entry=entry)


def _document_row(kind: RowKind, held: LibraryDocument) -> LibraryRow:
    return LibraryRow(kind, f"{held.name} · {held.header.language}", library_document=held)
