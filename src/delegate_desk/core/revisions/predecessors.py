"""Predecessors of a document: the revisions before it, and those named in its ``No. prev. doc.``."""

from collections.abc import Hashable, Iterable, Sequence

from delegate_desk.core.documents.document import DocumentId, LibraryDocument
from delegate_desk.core.documents.references import Reference, Suffix
from delegate_desk.core.values import dataclass

Shape = tuple[Suffix, ...]
_OF_ONE_VERSION = frozenset({"COR", "DCL", "EXT"})
"""Suffixes that belong to one revision of a document only."""


def part_suffixes(reference: Reference) -> Shape:
    suffixes = reference.suffixes
    return suffixes[:-1] if suffixes and suffixes[-1].kind == "REV" else suffixes


def revision_numbers(reference: Reference) -> tuple[int, int]:
    """Return the revision of the main document, and that of the addendum or corrigendum itself, from 0."""
    suffixes = reference.suffixes
    return reference.revision, suffixes[-1].number if suffixes and suffixes[-1].kind == "REV" else 0


def is_revision_of(later: Reference, earlier: Reference) -> bool:
    return series_of(later) == series_of(earlier) and revision_numbers(later) > revision_numbers(earlier)


def series_of(reference: Reference) -> Hashable:
    """Return the key shared by the versions of a text: family and part; of a corrigendum the revision, too."""
    bound = any(suffix.kind in _OF_ONE_VERSION for suffix in part_suffixes(reference))
    return reference.family, part_suffixes(reference), reference.revision if bound else None


def pairs_by_language(
    olds: Iterable[LibraryDocument], news: Iterable[LibraryDocument]
) -> list[tuple[LibraryDocument, LibraryDocument]]:
    old, new = ({d.header.language: d for d in sorted(documents, key=lambda d: d.id)} for documents in (olds, news))
    return [(old[language], new[language]) for language in sorted(old.keys() & new.keys())]


@dataclass(frozen=True, slots=True)
class Superseded:
    """A document that has a later revision, and the latest import of the newest in each language."""

    document: LibraryDocument
    newest: tuple[LibraryDocument, ...]

    def in_best_language(self, read: Sequence[str]) -> LibraryDocument:
        """Return the newest in the language of the document, else in the first of some languages, else in any."""
        languages = (self.document.header.language, *read)
        found = (version for code in languages for version in self.newest if version.header.language == code)
        return next(found, self.newest[0])


class Lineage:
    def __init__(self, documents: Iterable[LibraryDocument]) -> None:
        self._versions: dict[str, list[LibraryDocument]] = {}
        self._series: dict[Hashable, dict[str, Reference]] = {}
        for document in documents:
            reference = document.header.reference
            if reference is not None:
                key = reference.key
                self._versions.setdefault(key, []).append(document)
                self._series.setdefault(series_of(reference), {}).setdefault(key, reference)

    def versions(self, reference: Reference) -> list[LibraryDocument]:
        versions = sorted(self._versions.get(reference.key, []), key=lambda document: document.id, reverse=True)
        return sorted(versions, key=lambda document: document.header.language)

    def documents_before(self, reference: Reference) -> list[Reference]:
        found: dict[str, Reference] = {}
        queue = [reference]
        while queue:
            later = queue.pop(0)
            predecessors = self._earlier(later)
            versions = self._versions.get(later.key, [])
            cited = dict.fromkeys(other for version in versions for other in version.header.previous_documents)
            others = [other for other in cited if not any(s.kind in _OF_ONE_VERSION for s in other.suffixes)]
            for other in sorted(others, key=lambda other: part_suffixes(other) != part_suffixes(later)):
                predecessors += [other] if other.key in self._versions else []
                predecessors += self._earlier(other)
            new = [earlier for earlier in predecessors if earlier.key not in found and earlier.key != reference.key]
            found |= {earlier.key: earlier for earlier in new}
            queue += new
        return list(found.values())

    def _earlier(self, reference: Reference) -> list[Reference]:
        series = self._series.get(series_of(reference), {}).values()
        earlier = [other for other in series if revision_numbers(other) < revision_numbers(reference)]
        return sorted(earlier, key=revision_numbers, reverse=True)

    def predecessors(self, document: LibraryDocument) -> list[LibraryDocument]:
        own = document.header.reference
        if own is None:
            return []
        references = [earlier for earlier in self.documents_before(own) if _kinds(earlier) <= _kinds(own)]
        found = [version for earlier in references for version in self.versions(earlier)]
        return sorted(found, key=lambda version: version.header.language != document.header.language)

    def revisions(self, document: LibraryDocument) -> list[LibraryDocument]:
        """Return a document and its other revisions in the same language, newest first."""
        own, language = document.header.reference, document.header.language
        if own is None:
            return [document]
        series = self._series.get(series_of(own), {}).values()
        later = sorted((r for r in series if is_revision_of(r, own)), key=revision_numbers, reverse=True)
        versions = [*(v for r in later for v in self.versions(r)), document, *self.predecessors(document)]
        latest: dict[str, LibraryDocument] = {}
        for version in versions:
            if version.header.reference is not None and version.header.language == language:
                latest.setdefault(version.header.reference.key, version)
        return list(latest.values())

    def previous_pairs(self, document: LibraryDocument) -> list[tuple[LibraryDocument, LibraryDocument]]:
        """Return pairs of the revision before a document and the document itself, in the same language if possible.

        The nearest revision in the language of the document; else the nearest in the only language in which both are in
        the library. Several pairs if both are in several other languages; the pair in two languages if they have none
        in common; empty if there is no revision before.
        """
        found = self.predecessors(document)
        own = document.header.reference
        if found and own and found[0].header.language != document.header.language:
            versions = self._versions.get(own.key, [])
            for reference in dict.fromkeys(previous.header.reference for previous in found):
                olds = [previous for previous in found if previous.header.reference == reference]
                pairs = pairs_by_language(olds, versions)
                if pairs:
                    return pairs
        return [(previous, document) for previous in found[:1]]

    def find_superseded(self) -> dict[DocumentId, Superseded]:
        found: dict[DocumentId, Superseded] = {}
        for series in (series for series in self._series.values() if len(series) > 1):
            last = max(map(revision_numbers, series.values()))
            newest = [r for r in series.values() if revision_numbers(r) == last]
            versions = sorted((d for r in newest for d in self._versions[r.key]), key=lambda d: d.id, reverse=True)
            old = (d for r in series.values() if r not in newest for d in self._versions[r.key])
            found |= {document.id: Superseded(document, tuple(versions)) for document in old}
        return found


def _kinds(reference: Reference) -> frozenset[str]:
    return frozenset(suffix.kind for suffix in part_suffixes(reference))
