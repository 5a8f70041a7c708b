"""Content of the library's list, and its rows: dossiers with a row per document family, saved searches and meetings."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field, replace
from enum import Enum, auto

from delegate_desk.core.annotations.annotation_list import AnnotationEntry
from delegate_desk.core.changes import Changes
from delegate_desk.core.documents.document import Address, DocumentId, LibraryDocument, Place
from delegate_desk.core.documents.dossier_timeline import DocumentFamily, collect_families, milestone_key
from delegate_desk.core.documents.dossiers import Dossier
from delegate_desk.core.documents.references import Reference
from delegate_desk.core.meetings.meeting import Meeting
from delegate_desk.core.positions.position import PositionSummary
from delegate_desk.core.revisions.predecessors import Lineage, Superseded
from delegate_desk.core.search import SavedSearch
from delegate_desk.core.values import dataclass
from delegate_desk.desk import Desk


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

    @property
    def missing_documents(self) -> list[tuple[Reference, Sequence[LibraryDocument]]]:
        return [(reference, by) for reference, by in self.missing if reference.is_council]

    @property
    def cited_acts(self) -> list[tuple[Reference, Sequence[LibraryDocument]]]:
        """Return acts, Commission documents and judgments that are cited but not in the library."""
        return [(reference, by) for reference, by in self.missing if not reference.is_council]


def load_library(desk: Desk, known: Library | None = None) -> Library:
    """Load the content of the list; missing documents are only looked up again if the documents have changed."""
    documents = desk.documents.all()
    if known and known.documents == documents:
        missing, dossiers, groups, superseded = known.missing, known.dossiers, known.groups, known.superseded
    else:
        missing = desk.documents.missing(documents)
        every = desk.dossiers.all(documents)
        dossiers = [dossier for dossier in every if len(set(map(milestone_key, dossier.documents))) > 1]
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
    )


def updated_library(desk: Desk, known: Library, changes: Changes) -> Library:
    """Return the list after changes, loading only what they name."""
    if changes.annotations:
        gone = desk.annotation_list.entries_for_annotations(desk.annotations.trash())
        known = known if gone == known.trashed_notes else replace(known, trashed_notes=gone)
    changed = {key: desk.positions.summary(key) for key in changes.positions}
    if any(summary != known.positions.get(key) for key, summary in changed.items()):
        every = {**known.positions, **changed}
        known = replace(known, positions={key: summary for key, summary in every.items() if summary is not None})
    if changes.meetings:
        known = replace(known, meetings=desk.meetings.all(), trashed_meetings=desk.meetings.trash())
    return known


def first_mention(desk: Desk, document: DocumentId, reference: Reference | None) -> Place:
    """Return where a document first cites another; the beginning of the document if that is not known. Slow."""
    found = (mention.address for mention, _ in desk.documents.mentions(document) if mention.target == reference)
    return Place(document, next(filter(None, found), Address("")))


def _group_documents(documents: Sequence[LibraryDocument], dossiers: Iterable[Dossier]) -> list[DossierGroup]:
    several = [dossier for dossier in dossiers if len(dossier.families) > 1]
    of_dossier = {document.id: dossier.family_mark for dossier in several for document in dossier.documents}
    sorted_out: dict[str, list[LibraryDocument]] = {}
    for document in documents:
        sorted_out.setdefault(of_dossier.get(document.id, ""), []).append(document)
    there = {document.header.reference.key for document in documents if document.header.reference}
    groups = [
        DossierGroup(
            dossier, tuple(collect_families(sorted_out[dossier.family_mark])), _missing_documents(dossier, there)
        )
        for dossier in several
    ]
    rest = sorted_out.get("", [])
    return [*groups, DossierGroup(None, tuple(collect_families(rest)))] if rest else groups


def _missing_documents(dossier: Dossier, there: set[str]) -> tuple[Reference, ...]:
    families = {document.header.reference.family for document in dossier.documents if document.header.reference}
    named = (before for document in dossier.documents for before in document.header.previous_documents)
    return tuple({r.key: r for r in named if r.key not in there and r.family not in families and r.is_council}.values())


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

    def removable(self) -> tuple[LibraryDocument, ...]:
        """Return the documents removed with the row: all of a family, or the languages of an older revision."""
        return tuple(self.family.documents()) if self.kind is RowKind.FAMILY and self.family else self.documents
