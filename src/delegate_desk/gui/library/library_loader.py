"""Rows of the library's list, read from the desk: all of them, or only those named by a write."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from delegate_desk.core.annotations.annotation import Annotation, AnnotationId
from delegate_desk.core.annotations.annotation_list import AnnotationEntry
from delegate_desk.core.changes import Changes
from delegate_desk.core.documents.document import DocumentId, LibraryDocument, Place
from delegate_desk.core.documents.dossier_timeline import milestone_key
from delegate_desk.core.documents.dossiers import Dossier
from delegate_desk.core.documents.references import Reference
from delegate_desk.core.meetings.meeting import Meeting
from delegate_desk.core.positions.position import Position
from delegate_desk.core.search import SavedSearch
from delegate_desk.desk import Desk

_Tagged = Mapping[AnnotationId, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Library:
    """Contents of the library's list.

    Attributes:
        documents: Held, newest first.
        trash: Latest first.
        positions: Documents on which there is a position.
        tags: With how many annotations bear each, in alphabetical order.
        missing: Documents named and not held, each with those that name it.
        searches: Kept under a name, by name.
        trashed_notes: Annotations in the trash, latest first.
        meetings: The latest first.
        trashed_meetings: The last to go first.
        dossiers: Those of several documents, the dossier with the newest document first.
        tagged: By place, the annotations with their tags, from which the tags are counted.
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


def load(desk: Desk, known: Library | None = None) -> Library:
    """Gather what the list shows; what is missing is sought again only where the documents are others than known."""
    held = desk.documents.all()
    missing = known.missing if known and known.documents == held else desk.documents.missing()
    positions, searches = desk.positions.documents(), desk.search.saved()
    meetings, gone = desk.meetings.all(), desk.meetings.trash()
    same = known is not None and known.documents == held
    dossiers = (
        known.dossiers if known and same else [one for one in desk.dossiers.all(held) if _has_several_documents(one)]
    )
    by_place: dict[Place, list[Annotation]] = {}
    for annotation in desk.annotations.all():
        by_place.setdefault(annotation.place, []).append(annotation)
    tagged = {place: _tags_by_annotation(some) for place, some in by_place.items()}
    return Library(
        held,
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
    )


def follow(desk: Desk, known: Library, changes: Changes) -> Library:
    """The list as it is after changes that name no document: what they do not name is not read again."""
    tagged = {place: _tags_by_annotation(desk.annotations.for_place(place)) for place in changes.annotations}
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


def _tags_by_annotation(annotations: Iterable[Annotation]) -> _Tagged:
    return {one.id: one.tags for one in annotations}


def _count_tags(tagged: Mapping[Place, _Tagged]) -> list[tuple[str, int]]:
    return sorted(Counter(tag for some in tagged.values() for tags in some.values() for tag in tags).items())


def _has_several_documents(dossier: Dossier) -> bool:
    return len({milestone_key(held) for held in dossier.documents}) > 1
