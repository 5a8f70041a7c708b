"""A dossier in chronological order: each of its documents once, with cited documents that are not in the library."""

import datetime
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from enum import StrEnum

from delegate_desk.core.documents.document import DocumentId, LibraryDocument
from delegate_desk.core.documents.dossiers import Dossier, family_mark
from delegate_desk.core.documents.references import Reference
from delegate_desk.core.revisions.predecessors import Lineage, is_revision_of, part_suffixes, revision_numbers
from delegate_desk.core.values import dataclass


class DossierRole(StrEnum):
    MAIN = "main"
    REVISION = "revision"
    ADDENDUM = "addendum"
    CORRIGENDUM = "corrigendum"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class OwnItemCounts:
    annotations: int = 0
    position_entries: int = 0
    interventions: int = 0

    def __bool__(self) -> bool:
        return bool(self.annotations or self.position_entries or self.interventions)


@dataclass(frozen=True, slots=True)
class Milestone:
    """One document of a dossier in all its language versions.

    Attributes:
        key: Its unique key: its reference, or ``#12`` for a document without one.
        versions: The library's versions by language, the latest import of several copies; empty if it is not in the
            library.
        named_by: The documents of the dossier that cite it, if it is not in the library; empty if only its later
            revisions imply it.
        predecessor_key: The key of the document that it is compared with: the nearest predecessor in the library.
        was_placed_by_hand: True if a person moved it into this dossier, or separated it.
        own_items: Our items on all its language versions.
    """

    key: str
    reference: Reference | None
    versions: tuple[LibraryDocument, ...] = ()
    named_by: tuple[LibraryDocument, ...] = ()
    predecessor_key: str | None = None
    was_placed_by_hand: bool = False
    own_items: OwnItemCounts = field(default_factory=OwnItemCounts)

    @property
    def is_in_library(self) -> bool:
        return bool(self.versions)

    @property
    def role(self) -> DossierRole:
        suffixes = part_suffixes(self.reference) if self.reference else ()
        if suffixes:
            return {"ADD": DossierRole.ADDENDUM, "COR": DossierRole.CORRIGENDUM}.get(
                suffixes[-1].kind, DossierRole.OTHER
            )
        return DossierRole.REVISION if self.reference and self.reference.revision else DossierRole.MAIN

    @property
    def date(self) -> datetime.date | None:
        """Return its printed date, the earliest of its versions."""
        return min((document.header.date for document in self.versions if document.header.date), default=None)

    @property
    def languages(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(document.header.language for document in self.versions))

    def preferred_version(self, *languages: str) -> LibraryDocument | None:
        """Return the version in the first available of some languages; else in the original language, else any."""
        original = next((h.header.original_language for h in self.versions if h.header.original_language), None)
        for language in (*languages, original):
            found = next((document for document in self.versions if document.header.language == language), None)
            if found is not None:
                return found
        return self.versions[0] if self.versions else None


@dataclass(frozen=True, slots=True)
class Timeline:
    """A dossier in order of time, the earliest document first; those without a date beside their revisions."""

    dossier: Dossier
    milestones: tuple[Milestone, ...]

    def find(self, key: str | None) -> Milestone | None:
        return next((milestone for milestone in self.milestones if milestone.key == key), None)

    def for_document(self, document: DocumentId) -> Milestone | None:
        return next((m for m in self.milestones if any(version.id == document for version in m.versions)), None)

    def in_order(self, value: Milestone, other: Milestone) -> tuple[Milestone, Milestone]:
        keys = [milestone.key for milestone in self.milestones]
        earlier, later = sorted((value, other), key=lambda milestone: keys.index(milestone.key))
        return earlier, later


def versions_to_compare(
    old: Milestone, new: Milestone, *languages: str
) -> tuple[LibraryDocument, LibraryDocument] | None:
    """Return versions to compare, in a common language if there is one; None if a milestone is not in the library."""
    common = [language for language in new.languages if language in old.languages]
    order = [*(language for language in languages if language in common), *common]
    earlier, later = old.preferred_version(*order, *languages), new.preferred_version(*order, *languages)
    return (earlier, later) if earlier and later else None


def build_timeline(
    dossier: Dossier,
    documents: Iterable[LibraryDocument],
    citations: Iterable[tuple[Reference, DocumentId]] = (),
    own_counts: Mapping[DocumentId, OwnItemCounts] | None = None,
    by_hand: Iterable[str] = (),
) -> Timeline:
    """Return a dossier in chronological order.

    Args:
        documents: All documents of the library: a document in another dossier is not missing.
        by_hand: The keys of documents that a person placed.
    """
    lineage, placed = Lineage(dossier.documents), frozenset(by_hand)
    grouped: dict[str, list[LibraryDocument]] = {}
    for document in dossier.documents:
        grouped.setdefault(milestone_key(document), []).append(document)
    milestones = []
    for key, group in grouped.items():
        counts = [(own_counts or {}).get(document.id, OwnItemCounts()) for document in group]
        total = OwnItemCounts(
            sum(count.annotations for count in counts),
            sum(count.position_entries for count in counts),
            sum(count.interventions for count in counts),
        )
        reference = group[0].header.reference
        versions = tuple(lineage.versions(reference)) if reference else tuple(group)
        prior = next(iter(lineage.documents_before(reference)), None) if reference else None
        milestones.append(Milestone(key, reference, versions, (), prior.key if prior else None, key in placed, total))
    in_library = {document.header.reference.key for document in documents if document.header.reference}
    # Missing are cited predecessors, cited members of the families, and skipped revisions.
    by_id = {member.id: member for member in dossier.documents}
    families = {member.header.reference.family for member in dossier.documents if member.header.reference}
    missing_by_key: dict[str, Milestone] = {}
    links = [(cited, member) for member in dossier.documents for cited in member.header.previous_documents]
    links += [(target, by_id[citing]) for target, citing in citations if target.family in families and citing in by_id]
    for reference, member in links:
        cited = missing_by_key.setdefault(reference.key, Milestone(reference.key, reference))
        if member not in cited.named_by:
            missing_by_key[reference.key] = replace(cited, named_by=(*cited.named_by, member))
    main_texts = [r for member in dossier.documents if (r := member.header.reference) is not None and not r.suffixes]
    for skipped in [replace(reference, revision=n) for reference in main_texts for n in range(reference.revision)]:
        missing_by_key.setdefault(skipped.key, Milestone(skipped.key, skipped))
    missing = [milestone for milestone in missing_by_key.values() if milestone.key not in in_library]
    # By date; undated ones before the next version, after the previous one, or where cited.
    dated = sorted((milestone for milestone in milestones if milestone.date), key=_place)
    undated = [milestone for milestone in milestones if not milestone.date]
    for milestone in sorted((*undated, *missing), key=_version, reverse=True):
        dated.insert(_position(milestone, dated), milestone)
    return Timeline(dossier, tuple(dated))


def milestone_key(document: LibraryDocument) -> str:
    return document.header.reference.key if document.header.reference else f"#{document.id}"


def _position(milestone: Milestone, ordered: list[Milestone]) -> int:
    reference = milestone.reference
    if reference is not None:
        for n, other in enumerate(ordered):
            if other.reference and is_revision_of(other.reference, reference):
                return n
        is_later = (other.reference and is_revision_of(reference, other.reference) for other in ordered)
        if last := max((n for n, is_behind in enumerate(is_later, 1) if is_behind), default=0):
            return last
    citing = {document.id for document in milestone.named_by}
    for n, other in enumerate(ordered):
        if any(document.id in citing for document in other.versions):
            while n and not ordered[n - 1].is_in_library and _place(ordered[n - 1])[1:] > _place(milestone)[1:]:
                n -= 1
            return n
    added = min((document.added.date() for document in milestone.versions), default=None)
    later = (n for n, other in enumerate(ordered) if added and other.date and other.date > added)
    return next(later, len(ordered))


def _place(milestone: Milestone) -> tuple[object, ...]:
    reference = milestone.reference
    family = reference.family if reference else ("", 0, 0)
    return milestone.date, family, _version(milestone), milestone.key


def _version(milestone: Milestone) -> tuple[int, tuple[str, ...], int]:
    if milestone.reference is None:
        return 0, (), 0
    main, own = revision_numbers(milestone.reference)
    return main, tuple(f"{suffix.kind}{suffix.number:04}" for suffix in part_suffixes(milestone.reference)), own


@dataclass(frozen=True, slots=True)
class DocumentFamily:
    """Revisions, addenda, corrigenda and languages of a text that are in the library.

    Attributes:
        mark: As returned by ``family_mark``.
        versions: Revisions of the text, newest first, then its addenda and corrigenda; each in its languages.
    """

    mark: str
    versions: tuple[tuple[LibraryDocument, ...], ...]

    @property
    def newest(self) -> tuple[LibraryDocument, ...]:
        return self.versions[0]

    def documents(self) -> Iterator[LibraryDocument]:
        return (document for version in self.versions for document in version)


def collect_families(documents: Iterable[LibraryDocument]) -> list[DocumentFamily]:
    """Return the families of some documents, in the order of their first documents."""
    found: dict[str, dict[str, list[LibraryDocument]]] = {}
    for document in documents:
        found.setdefault(family_mark(document), {}).setdefault(milestone_key(document), []).append(document)
    return [
        DocumentFamily(mark, tuple(tuple(version) for version in sorted(versions.values(), key=_version_order)))
        for mark, versions in found.items()
    ]


def in_reading_order(version: Sequence[LibraryDocument], languages: Sequence[str]) -> tuple[LibraryDocument, ...]:
    """Return the language versions of a document, in the order of the reader's languages."""

    def order(document: LibraryDocument) -> tuple[int, bool, str]:
        header = document.header
        rank = languages.index(header.language) if header.language in languages else len(languages)
        return rank, header.language != header.original_language, header.language

    return tuple(sorted(version, key=order))


def _version_order(version: Sequence[LibraryDocument]) -> tuple[Hashable, ...]:
    reference = version[0].header.reference
    if reference is None:
        return (False, (), 0, 0)
    revision, of_part = revision_numbers(reference)
    suffixes = tuple((suffix.kind, suffix.number) for suffix in part_suffixes(reference))
    return (bool(suffixes), -revision, suffixes, -of_part)
