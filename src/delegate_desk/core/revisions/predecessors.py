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
    old, new = ({one.header.language: one for one in sorted(some, key=lambda one: one.id)} for some in (olds, news))
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
            before = self._earlier(later)
            versions = self._versions.get(later.key, [])
            named = dict.fromkeys(one for version in versions for one in version.header.previous_documents)
            fitting = [one for one in named if not any(s.kind in _OF_ONE_VERSION for s in one.suffixes)]
            for one in sorted(fitting, key=lambda one: part_suffixes(one) != part_suffixes(later)):
                before += [one] if one.key in self._versions else []
                before += self._earlier(one)
            new = [earlier for earlier in before if earlier.key not in found and earlier.key != reference.key]
            found |= {earlier.key: earlier for earlier in new}
            queue += new
        return list(found.values())

    def _earlier(self, reference: Reference) -> list[Reference]:
        series = self._series.get(series_of(reference), {}).values()
        earlier = [before for before in series if revision_numbers(before) < revision_numbers(reference)]
        return sorted(earlier, key=revision_numbers, reverse=True)

    def predecessors(self, document: LibraryDocument) -> list[LibraryDocument]:
        own = document.header.reference
        if own is None:
            return []
        fitting = [earlier for earlier in self.documents_before(own) if _kinds(earlier) <= _kinds(own)]
        found = [version for earlier in fitting for version in self.versions(earlier)]
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
            for reference in dict.fromkeys(before.header.reference for before in found):
                olds = [before for before in found if before.header.reference == reference]
                pairs = pairs_by_language(olds, versions)
                if pairs:
                    return pairs
        return [(before, document) for before in found[:1]]

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
