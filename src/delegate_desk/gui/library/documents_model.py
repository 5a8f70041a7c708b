"""Content of the library's list, and its rows: dossiers with their documents, saved searches and meetings."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import field, replace
from enum import Enum, auto
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from typing_extensions import override

from delegate_desk.core.annotations.annotation_list import AnnotationEntry
from delegate_desk.core.changes import Changes
from delegate_desk.core.documents.document import Address, DocumentId, LibraryDocument, Place
from delegate_desk.core.documents.dossier_timeline import (
    DocumentFamily,
    collect_families,
    in_reading_order,
    milestone_key,
)
from delegate_desk.core.documents.dossiers import Dossier
from delegate_desk.core.documents.references import Reference
from delegate_desk.core.meetings.meeting import Meeting
from delegate_desk.core.positions.position import PositionStatus, PositionSummary
from delegate_desk.core.revisions.predecessors import Lineage, Superseded, is_revision_of
from delegate_desk.core.search import SavedSearch
from delegate_desk.core.text import fold
from delegate_desk.core.values import dataclass
from delegate_desk.desk import Desk
from delegate_desk.gui.widgets.labels import dossiers, terms
from delegate_desk.gui.widgets.rows.row_list import SELECTABLE, Index, RowModel


@dataclass(frozen=True, slots=True)
class DossierGroup:
    """Documents that the list shows together.

    Attributes:
        dossier: None for the documents that belong to no dossier of several families.
        families: Those with the newest documents first.
        missing: Earlier documents of other families that its documents cite and that are not in the library.
    """

    dossier: Dossier | None
    families: tuple[DocumentFamily, ...]
    missing: tuple[Reference, ...] = ()

    @property
    def mark(self) -> str:
        return self.dossier.family_mark if self.dossier else ""


@dataclass(frozen=True, slots=True)
class Library:
    """Contents of the library's list.

    Attributes:
        documents: Newest first.
        positions: The positions on them, by document.
        missing: Documents cited but not in the library, each with those that cite it.
        searches: The saved searches, by name.
        trashed_notes: Annotations in the trash, latest first.
        meetings: Latest first.
        trashed_meetings: Last removed first.
        dossiers: Those of several documents, starting with that of the newest document.
        groups: The documents as they are listed: dossiers of several families, then all other families.
        superseded: The documents that have a later revision.
        delegation: Our delegation; None if it is not set.
    """

    documents: Sequence[LibraryDocument] = ()
    trash: Sequence[LibraryDocument] = ()
    positions: Mapping[DocumentId, PositionSummary] = field(default_factory=dict)
    missing: Sequence[tuple[Reference, Sequence[LibraryDocument]]] = ()
    searches: Sequence[SavedSearch] = ()
    trashed_notes: Sequence[AnnotationEntry] = ()
    meetings: Sequence[Meeting] = ()
    trashed_meetings: Sequence[Meeting] = ()
    dossiers: Sequence[Dossier] = ()
    groups: Sequence[DossierGroup] = field(default=(), compare=False)
    superseded: Mapping[DocumentId, Superseded] = field(default_factory=dict, compare=False)
    delegation: str | None = None

    @property
    def missing_documents(self) -> list[tuple[Reference, Sequence[LibraryDocument]]]:
        return [(reference, citing) for reference, citing in self.missing if reference.is_council]

    @property
    def cited_acts(self) -> list[tuple[Reference, Sequence[LibraryDocument]]]:
        return [(reference, citing) for reference, citing in self.missing if not reference.is_council]


def load_library(desk: Desk, loaded: Library | None = None) -> Library:
    """Load the content of the list; missing documents are only looked up again if the documents have changed."""
    documents = desk.documents.all()
    if loaded and loaded.documents == documents:
        missing, dossiers, groups, superseded = loaded.missing, loaded.dossiers, loaded.groups, loaded.superseded
    else:
        missing = desk.documents.missing(documents)
        all_dossiers = desk.dossiers.all(documents)
        dossiers = [dossier for dossier in all_dossiers if len(set(map(milestone_key, dossier.documents))) > 1]
        groups = _group_documents(documents, dossiers)
        superseded = Lineage(documents).find_superseded()
    return Library(
        documents,
        desk.documents.trash(),
        {summary.document: summary for summary in desk.positions.summaries()},
        missing,
        desk.search.saved(),
        desk.annotation_list.entries_for_annotations(desk.annotations.trash()),
        desk.meetings.all(),
        desk.meetings.trash(),
        dossiers,
        groups,
        superseded,
        desk.positions.delegation(),
    )


def updated_library(desk: Desk, library: Library, changes: Changes) -> Library:
    """Return the list after changes, loading only what they name."""
    if changes.annotations:
        trashed = desk.annotation_list.entries_for_annotations(desk.annotations.trash())
        library = library if trashed == library.trashed_notes else replace(library, trashed_notes=trashed)
    changed = {key: desk.positions.summary(key) for key in changes.positions}
    if any(summary != library.positions.get(key) for key, summary in changed.items()):
        merged = {**library.positions, **changed}
        library = replace(library, positions={key: summary for key, summary in merged.items() if summary is not None})
    if changes.meetings:
        library = replace(library, meetings=desk.meetings.all(), trashed_meetings=desk.meetings.trash())
    return library


def first_mention(desk: Desk, document: DocumentId, reference: Reference | None) -> Place:
    """Return where a document first cites another; the beginning of the document if that is not known. Slow."""
    found = (mention.address for mention, _ in desk.documents.mentions(document) if mention.target == reference)
    return Place(document, next(filter(None, found), Address("")))


def _group_documents(documents: Sequence[LibraryDocument], dossiers: Iterable[Dossier]) -> list[DossierGroup]:
    grouped = [dossier for dossier in dossiers if len(dossier.families) > 1]
    marks = {document.id: dossier.family_mark for dossier in grouped for document in dossier.documents}
    by_dossier: dict[str, list[LibraryDocument]] = {}
    for document in documents:
        by_dossier.setdefault(marks.get(document.id, ""), []).append(document)
    known_keys = {document.header.reference.key for document in documents if document.header.reference}
    groups = []
    for dossier in grouped:
        families = {document.header.reference.family for document in dossier.documents if document.header.reference}
        refs = (previous for document in dossier.documents for previous in document.header.previous_documents)
        missing = {r.key: r for r in refs if r.key not in known_keys and r.family not in families and r.is_council}
        shown = tuple(collect_families(by_dossier[dossier.family_mark]))
        groups.append(DossierGroup(dossier, shown, tuple(missing.values())))
    rest = by_dossier.get("", [])
    return [*groups, DossierGroup(None, tuple(collect_families(rest)))] if rest else groups


class RowKind(Enum):
    HEAD = auto()
    TODAY = auto()
    DOSSIER = auto()
    MORE_DOSSIERS = auto()
    FAMILY = auto()
    VERSION = auto()
    NAMED = auto()
    SEARCH = auto()
    MEETINGS = auto()
    MEETING = auto()
    BACK = auto()
    MISSING_HEAD = auto()
    ACTS_HEAD = auto()
    TRASH_HEAD = auto()
    MISSING = auto()
    REFERRER = auto()
    TRASHED = auto()


SECTIONS = (RowKind.MISSING_HEAD, RowKind.ACTS_HEAD, RowKind.TRASH_HEAD)
"""The rows at the bottom of the column, each of which shows its own list."""


@dataclass(frozen=True, slots=True)
class LibraryRow:
    """One row of the list.

    Attributes:
        text: Empty for a family, whose title is made on demand.
        documents: Its language versions; the first of them is opened.
        missing_reference: A document that is not in the library.
        is_unfolded: True if its child rows are shown; None for a row without any.
    """

    kind: RowKind
    text: str = ""
    side: str = ""
    documents: tuple[LibraryDocument, ...] = ()
    accessible_text: str = ""
    tip: str = ""
    family: DocumentFamily | None = None
    dossier: Dossier | None = None
    missing_reference: Reference | None = None
    search: SavedSearch | None = None
    entry: AnnotationEntry | None = None
    meeting: Meeting | None = None
    is_unfolded: bool | None = None

    @property
    def library_document(self) -> LibraryDocument | None:
        return self.documents[0] if self.documents else None

    def version_before(self) -> LibraryDocument | None:
        """Return the revision before that of a family or a version, in the language of its document if possible."""
        if self.kind not in (RowKind.FAMILY, RowKind.VERSION) or self.family is None:
            return None
        versions, shown = self.family.versions, self.documents[0]
        index = next((n for n, version in enumerate(versions) if shown in version), len(versions))
        older = versions[index + 1] if index + 1 < len(versions) else ()
        later, earlier = shown.header.reference, older[0].header.reference if older else None
        if later is None or earlier is None or not is_revision_of(later, earlier):
            return None
        return next((document for document in older if document.header.language == shown.header.language), older[0])


_EDITABLE = SELECTABLE | Qt.ItemFlag.ItemIsEditable
_FEW = 5
_NEWEST = 20
TODAY = DocumentId(0)
"""The page Today, where the current document is named."""
_UNFOLDED = 40
"""A library with at most this many families is shown unfolded."""


class DocumentsModel(RowModel[LibraryRow]):
    """Rows of the library.

    Attributes:
        section: The kind of section shown instead of the documents; None for the documents.
        current: The document of the current tab.
        is_unread: Returns True for the language versions of a document that was imported and not opened.
        change_unread: Marks such versions as read or unread.
    """

    renamed = Signal(object, str)  # The ``SavedSearch`` and the new name
    retitled = Signal(int, str)  # The number of a document, and the new title of its family; empty for the old title

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.library = Library()
        self.section: RowKind | None = None
        self.current: DocumentId | None = None
        self.reading_languages: Sequence[str] = ()
        self._unfolded: dict[object, bool] = {}
        self._filter = ""
        self._overdue = 0
        self.is_unread: Callable[[Sequence[LibraryDocument]], bool] = lambda _: False
        self.change_unread: Callable[[Sequence[LibraryDocument]], object] = lambda _: None
        self._new_counts: Mapping[str, int] = {}
        self._folded_texts: dict[DocumentId, str] = {}
        self._families: dict[DocumentId, tuple[str, DocumentFamily]] = {}

    # Content

    def set_library(self, library: Library) -> None:
        if library == self.library and self.rows:
            self.library = library
            return
        if library.documents is not self.library.documents:
            self._folded_texts.clear()
            self._families = {
                document.id: (group.mark, family)
                for group in library.groups
                for family in group.families
                for document in family.documents()
            }
        self.library = library
        self._rebuild()

    def set_reading_languages(self, languages: Sequence[str]) -> None:
        if languages != self.reading_languages:
            self.reading_languages = languages
            self._rebuild()

    def set_current(self, document: DocumentId | None) -> None:
        """Unfold the dossier of a document; other dossiers stay as they are."""
        self.current = document
        place = self._families.get(document) if document is not None else None
        if place is not None and not self._unfolded.get((RowKind.DOSSIER, place[0]), self._has_few()):
            self._unfolded[RowKind.DOSSIER, place[0]] = True
            self._rebuild()

    def filter(self, typed: str) -> None:
        self._filter = typed
        self._rebuild()

    def show_section(self, section: RowKind | None) -> None:
        self.section = section
        self._rebuild()

    def toggle(self, row: LibraryRow) -> None:
        if row.is_unfolded is None:
            return
        if row.kind is RowKind.DOSSIER:  # a dossier and a family may have the same mark
            key: object = (RowKind.DOSSIER, row.dossier.family_mark if row.dossier else "")
        else:
            key = (RowKind.FAMILY, row.family.mark) if row.family else row.missing_reference or row.kind
        self._unfolded[key] = not row.is_unfolded
        self._rebuild()

    def toggle_unread(self, versions: Sequence[LibraryDocument]) -> None:
        """Mark the language versions of a document as read, or as unread; the badge of Today follows."""
        self.change_unread(versions)
        self._rebuild()

    def show_new_counts(self, counts: Mapping[str, int]) -> None:
        self._new_counts = counts
        self.set_rows([self._search_row(row.search) if row.search else row for row in self.rows])

    def family(self, document: DocumentId | None) -> DocumentFamily | None:
        place = self._families.get(document) if document is not None else None
        return place[1] if place is not None else None

    def document(self, document: DocumentId | None) -> LibraryDocument | None:
        family = self.family(document)
        versions = family.versions if family is not None else ()
        return next((edition for version in versions for edition in version if edition.id == document), None)

    def row_for_document(self, document: DocumentId | None) -> int | None:
        family = self.family(document)
        if family is None:
            return None
        of_family = None
        for number, row in enumerate(self.rows):
            if row.family is not None and row.family.mark == family.mark:
                if any(version.id == document for version in row.documents):
                    return number
                of_family = number if of_family is None else of_family
        return of_family

    def is_current(self, row: LibraryRow) -> bool:
        if self.current is None or row.family is None:
            return row.kind is RowKind.TODAY and self.current == TODAY
        is_all = row.kind is RowKind.FAMILY and not row.is_unfolded
        return self.current in [version.id for version in (row.family.documents() if is_all else row.documents)]

    def status(self, row: LibraryRow) -> PositionStatus | None:
        found = (self.library.positions.get(document.id) for document in row.documents)
        return next((summary.status for summary in found if summary), None)

    # Words of a row

    @override
    def key(self, row: LibraryRow) -> object:
        content = row.library_document or row.meeting or row.entry
        return row.kind, content.id if content else row.text, row.missing_reference

    @override
    def text(self, row: LibraryRow) -> str:
        return dossiers.document_title(row.documents[0]) if row.kind is RowKind.FAMILY else row.text

    @override
    def accessible_text(self, row: LibraryRow) -> str:
        """Return the text for a screen reader: made on request, as there are many rows and few are requested."""
        if row.accessible_text or not row.documents:
            return row.accessible_text or f"{row.text} {row.side}".strip()
        from delegate_desk.gui.widgets.labels import positions

        status = self.status(row)
        parts = (
            self.text(row),
            row.documents[0].name if row.kind is RowKind.FAMILY else "",
            positions.status_badge(status) if status else "",
            *dict.fromkeys(terms.language_name(version.header.language) for version in row.documents),
            row.documents[0].header.marking,
            self.tr("new") if row.kind is RowKind.FAMILY and self.is_unread(row.documents) else "",
            {None: "", True: self.tr("expanded"), False: self.tr("collapsed")}[row.is_unfolded],
        )
        return ", ".join(part for part in parts if part)

    @override
    def tool_tip(self, row: LibraryRow) -> str | None:
        if row.tip or row.library_document is None:
            return row.tip or None
        document, header = row.library_document, row.library_document.header
        name = f"{document.name} · {terms.language_name(header.language)}"
        return "\n".join(filter(None, (header.subject, name, header.marking, document.file_name)))

    @override
    def is_head(self, row: LibraryRow) -> bool:
        return row.kind is RowKind.HEAD

    # The rows

    def section_rows(self) -> list[LibraryRow]:
        library = self.library
        trashed = len(library.trash) + len(library.trashed_meetings) + len(library.trashed_notes)
        missing, acts = len(library.missing_documents), len(library.cited_acts)
        text = terms.format_count(
            missing, self.tr("Missing: 1 Council document"), self.tr("Missing: {n} Council documents")
        )
        rows = (
            (missing, LibraryRow(RowKind.MISSING_HEAD, text)),
            (acts, LibraryRow(RowKind.ACTS_HEAD, self.tr("Acts cited"), terms.format_number(acts))),
            (trashed, LibraryRow(RowKind.TRASH_HEAD, self.tr("Trash"), terms.format_number(trashed))),
        )
        return [row for count, row in rows if count]

    def _rebuild(self) -> None:
        words = fold(self._filter).split()
        if self.section not in [row.kind for row in self.section_rows()]:
            self.section = None
        if self.section is not None:
            self.set_rows([LibraryRow(RowKind.BACK, self.tr("Back to the library")), *self._rows_of_section(words)])
            return
        rows: list[LibraryRow] = []
        if self.library.documents and not words:
            new = sum(self.is_unread(family.newest) for group in self.library.groups for family in group.families)
            count = terms.format_number(new + self._overdue) if new + self._overdue else ""
            accessible_text = self.tr("{n} new or overdue").format(n=count) if count else ""
            text = self.tr("Today")
            accessible_text = ", ".join(filter(None, (text, accessible_text)))
            rows.append(LibraryRow(RowKind.TODAY, text, count, accessible_text=accessible_text))
        rows += self._document_rows(words)
        searches = [self._search_row(search) for search in self.library.searches if _contains(search.name, words)]
        if searches:
            rows += [LibraryRow(RowKind.HEAD, self.tr("Saved searches")), *searches]
        self.set_rows([*rows, *self._meeting_rows(words)])

    def show_overdue(self, count: int) -> None:
        """Count deadlines that have passed in the badge of Today."""
        if count != self._overdue:
            self._overdue = count
            self._rebuild()

    def _document_rows(self, words: Sequence[str]) -> list[LibraryRow]:
        groups = [found for group in self.library.groups if (found := self._matching(group, words)) is not None]
        in_dossiers = [group for group in groups if group.dossier is not None]
        others = [group for group in groups if group.dossier is None]
        rows: list[LibraryRow] = []
        if in_dossiers:
            shows_all = bool(words) or self._unfolded.get(RowKind.MORE_DOSSIERS, False)
            rows.append(LibraryRow(RowKind.HEAD, self.tr("Dossiers"), terms.format_number(len(in_dossiers))))
            for group in in_dossiers if shows_all else in_dossiers[:_NEWEST]:
                rows += self._dossier_rows(group, words)
            if not words and len(in_dossiers) > _NEWEST:
                text = self.tr("Show newest only") if shows_all else self.tr("Show all {n}")
                text = text.format(n=terms.format_number(len(in_dossiers)))
                rows.append(LibraryRow(RowKind.MORE_DOSSIERS, text, is_unfolded=shows_all))
        for group in others:
            if in_dossiers:
                rows += self._dossier_rows(group, words)
            else:
                rows.append(LibraryRow(RowKind.HEAD, self.tr("Documents"), terms.format_number(len(group.families))))
                rows += self._family_rows(group.families)
        return rows

    def _matching(self, group: DossierGroup, words: Sequence[str]) -> DossierGroup | None:
        """Return a group with the families that match the filter; all of them if its own name does."""
        dossier = group.dossier
        title = dossiers.dossier_title(dossier, self.reading_languages) if dossier and words else ""
        if not words or (
            dossier and _contains(" ".join((dossier.name, dossier.subject, title, *dossier.files)), words)
        ):
            return group
        found = [family for family in group.families if any(self._matches(d, words) for d in family.documents())]
        missing = [reference for reference in group.missing if _contains(str(reference), words)]
        return replace(group, families=tuple(found), missing=tuple(missing)) if found or missing else None

    def _matches(self, document: LibraryDocument, words: Iterable[str]) -> bool:
        folded = self._folded_texts.get(document.id)
        if folded is None:
            header = document.header
            codes = " ".join(map(str, header.subject_codes))
            texts = (document.name, header.subject, header.language, codes, document.file_name, header.marking or "")
            folded = self._folded_texts[document.id] = fold(" ".join(texts))
        return all(word in folded for word in words)

    def _dossier_rows(self, group: DossierGroup, words: Sequence[str]) -> list[LibraryRow]:
        dossier, title = group.dossier, self.tr("Other documents")
        if dossier is not None:
            title = dossiers.dossier_title(dossier, self.reading_languages)
        count = terms.format_number(len(group.families))
        file = next(iter(dossier.files), "") if dossier else ""
        is_unfolded = bool(words) or self._unfolded.get((RowKind.DOSSIER, group.mark), self._has_few())
        row = LibraryRow(
            RowKind.DOSSIER,
            title,
            file or count,
            (dossier.documents[-1],) if dossier else (),
            ", ".join(dict.fromkeys(filter(None, (title, file, count)))),
            "\n".join(dict.fromkeys(filter(None, (dossier.name if dossier else "", title)))),
            dossier=dossier,
            is_unfolded=is_unfolded,
        )
        if not is_unfolded:
            return [row]
        rows = [row, *self._family_rows(group.families)]
        for reference in group.missing:
            text = self.tr("{reference} · not in library").format(reference=str(reference).removeprefix("ST "))
            rows.append(LibraryRow(RowKind.NAMED, text, missing_reference=reference))
        return rows

    def _family_rows(self, families: Iterable[DocumentFamily]) -> list[LibraryRow]:
        rows: list[LibraryRow] = []
        languages = terms.reading_languages(self.reading_languages)
        for family in families:
            newest = in_reading_order(family.newest, languages)
            if len(family.versions) == 1:
                rows.append(LibraryRow(RowKind.FAMILY, documents=newest, family=family))
                continue
            is_unfolded = self._unfolded.get((RowKind.FAMILY, family.mark), False)
            rows.append(LibraryRow(RowKind.FAMILY, documents=newest, family=family, is_unfolded=is_unfolded))
            for version in family.versions[1:] if is_unfolded else ():
                shown = in_reading_order(version, languages)
                rows.append(LibraryRow(RowKind.VERSION, dossiers.version_name(shown[0]), "", shown, family=family))
        return rows

    def _has_few(self) -> bool:
        return sum(len(group.families) for group in self.library.groups) <= _UNFOLDED

    def _search_row(self, search: SavedSearch) -> LibraryRow:
        new = self._new_counts.get(search.name, 0)
        side = self.tr("{n} new").format(n=new) if new else ""
        text = ", ".join(filter(None, (self.tr("search {name}").format(name=search.name), side)))
        return LibraryRow(RowKind.SEARCH, search.name, side, accessible_text=text, tip=search.query, search=search)

    def _meeting_rows(self, words: Sequence[str]) -> list[LibraryRow]:
        meetings = []
        for meeting in self.library.meetings:
            titles = " ".join(item.title for item in meeting.items)
            if _contains(f"{meeting.body} {meeting.reference or ''} {meeting.date or ''} {titles}", words):
                meetings.append(meeting)
        if not meetings:
            return []
        is_unfolded = bool(words) or self._unfolded.get(RowKind.MEETINGS, len(meetings) <= _FEW)
        count = terms.format_number(len(meetings))
        head = LibraryRow(RowKind.MEETINGS, self.tr("Meetings"), count, is_unfolded=is_unfolded)
        return [head, *map(partial(_meeting_row, RowKind.MEETING), meetings)] if is_unfolded else [head]

    def _rows_of_section(self, words: Sequence[str]) -> list[LibraryRow]:
        library = self.library
        if self.section is RowKind.TRASH_HEAD:
            rows = [LibraryRow(RowKind.HEAD, self.tr("Trash"))]
            rows += [_meeting_row(RowKind.TRASHED, meeting) for meeting in library.trashed_meetings]
            rows += [_document_row(RowKind.TRASHED, document) for document in library.trash]
            for entry in library.trashed_notes:
                kind, summary = terms.kind_label(entry.annotation.kind), terms.annotation_summary(entry)
                place = terms.annotation_place(entry)
                accessible_text, tip = ", ".join((kind, summary, place)), f"{kind} · {place}\n{summary}"
                rows.append(LibraryRow(RowKind.TRASHED, summary, accessible_text=accessible_text, tip=tip, entry=entry))
            return rows
        is_missing = self.section is RowKind.MISSING_HEAD
        by_head: dict[str, list[LibraryRow]] = {}
        for reference, documents in library.missing_documents if is_missing else library.cited_acts:
            if not _contains(str(reference), words):
                continue
            citing = list(dict.fromkeys(document.name for document in documents))
            tip = self.tr("cited in {names}").format(names=", ".join(citing[:_FEW]))
            is_unfolded = self._unfolded.get(reference, False)
            row = LibraryRow(
                RowKind.MISSING,
                str(reference),
                terms.format_number(len(documents)) if len(documents) > 1 else "",
                accessible_text=self.tr("{reference}, missing, {names}").format(reference=reference, names=tip),
                tip=tip,
                missing_reference=reference,
                is_unfolded=is_unfolded,
            )
            rows = by_head.setdefault(self._dossier_of(documents) if is_missing else self.tr("Acts cited"), [])
            rows.append(row)
            for document in documents if is_unfolded else ():  # those that cite it
                rows.append(replace(_document_row(RowKind.REFERRER, document), missing_reference=reference))
        return [row for title, rows in by_head.items() for row in (LibraryRow(RowKind.HEAD, title), *rows)]

    def _dossier_of(self, documents: Sequence[LibraryDocument]) -> str:
        mark = next((self._families[document.id][0] for document in documents if document.id in self._families), "")
        dossier = next((group.dossier for group in self.library.groups if mark and group.mark == mark), None)
        if dossier is not None:
            return dossiers.dossier_title(dossier, self.reading_languages)
        return self.tr("Other documents") if documents else self.tr("Meetings")

    # Names

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        row = self.row(index)
        is_editable = row is not None and row.kind in (RowKind.SEARCH, RowKind.FAMILY)
        return _EDITABLE if is_editable else super().flags(index)

    @override
    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        row = self.row(index)
        search = row.search if row else None
        name = " ".join(str(value).split())
        if row is not None and row.kind is RowKind.FAMILY and name != self.text(row):
            self.retitled.emit(row.documents[0].id, name)
            return True
        if search is None or not name or name == search.name:
            return False
        self.renamed.emit(search, name)
        return True


def _contains(text: str, words: Iterable[str]) -> bool:
    folded = fold(text)
    return all(word in folded for word in words)


def _meeting_row(kind: RowKind, meeting: Meeting) -> LibraryRow:
    day = f"{meeting.date:%d.%m.%y}" if meeting.date else ""
    text = ", ".join(part for part in (meeting.body, terms.format_day(meeting.date) if meeting.date else "") if part)
    tip = "\n".join(part for part in (text, meeting.place, str(meeting.reference or "")) if part)
    return LibraryRow(
        kind, meeting.body or str(meeting.reference or ""), day, accessible_text=text, tip=tip, meeting=meeting
    )


def _document_row(kind: RowKind, document: LibraryDocument) -> LibraryRow:
    name = document.name if document.header.reference else dossiers.document_title(document)
    return LibraryRow(kind, f"{name} · {document.header.language.upper()}", documents=(document,))
