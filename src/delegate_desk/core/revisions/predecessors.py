"""Predecessors of a document: the revisions before it, and those named in its ``No. prev. doc.``."""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from delegate_desk.core.documents.document import DocumentId, LibraryDocument
from delegate_desk.core.documents.references import Reference, Suffix

Shape = tuple[Suffix, ...]
_OF_ONE_VERSION = frozenset({"COR", "DCL", "EXT"})
"""What belongs to one revision of a document alone: another revision has others of these."""


def part_suffixes(reference: Reference) -> Shape:
    """Suffixes of a reference in its family, without its revision: ``ADD 1`` of ``ADD 1 REV 2``."""
    suffixes = reference.suffixes
    return suffixes[:-1] if suffixes and suffixes[-1].kind == "REV" else suffixes


def revision_numbers(reference: Reference) -> tuple[int, int]:
    """The revision of the main document, and that of the addendum or corrigendum itself; 0 for the first version."""
    suffixes = reference.suffixes
    return reference.revision, suffixes[-1].number if suffixes and suffixes[-1].kind == "REV" else 0


def is_revision_of(later: Reference, earlier: Reference) -> bool:
    """True if both are the same part of one family, and one of them a later version."""
    return series_of(later) == series_of(earlier) and revision_numbers(later) > revision_numbers(earlier)


def series_of(reference: Reference) -> Hashable:
    """Key that the versions of a text share: family and part; of a corrigendum also the revision it corrects."""
    bound = any(suffix.kind in _OF_ONE_VERSION for suffix in part_suffixes(reference))
    return reference.family, part_suffixes(reference), reference.revision if bound else None


class Lineage:
    """The documents held, by what came out of what."""

    def __init__(self, documents: Iterable[LibraryDocument]) -> None:
        self._versions: dict[str, list[LibraryDocument]] = {}
        self._families: dict[tuple[str, int, int], list[Reference]] = {}
        for held in documents:
            reference = held.header.reference
            if reference is not None:
                if reference.key not in self._versions:
                    self._families.setdefault(reference.family, []).append(reference)
                self._versions.setdefault(reference.key, []).append(held)

    def versions(self, reference: Reference) -> list[LibraryDocument]:
        """The language versions held of a document, by language; of several copies the latest to come first."""
        some = self._versions.get(reference.key, [])
        return sorted(sorted(some, key=lambda held: held.id, reverse=True), key=lambda held: held.header.language)

    def documents_before(self, reference: Reference) -> list[Reference]:
        """Documents in the library that a document came from, nearest first; itself need not be in the library."""
        found: dict[str, Reference] = {}
        ahead = [reference]
        while ahead:
            one = ahead.pop(0)
            new = [e for e in self._directly_before(one) if e.key not in found and e.key != reference.key]
            found |= {earlier.key: earlier for earlier in new}
            ahead += new
        return list(found.values())

    def _directly_before(self, reference: Reference) -> Iterator[Reference]:
        """Its earlier versions, the latest first; then what its header names, the same part of a family first."""
        yield from self._earlier(reference)
        named = [before for held in self._versions.get(reference.key, []) for before in held.header.previous_documents]
        fitting = [one for one in dict.fromkeys(named) if not any(s.kind in _OF_ONE_VERSION for s in one.suffixes)]
        for one in sorted(fitting, key=lambda one: part_suffixes(one) != part_suffixes(reference)):
            if one.key in self._versions:
                yield one
            yield from self._earlier(one)

    def _earlier(self, reference: Reference) -> list[Reference]:
        family = self._families.get(reference.family, [])
        return sorted((one for one in family if is_revision_of(reference, one)), key=revision_numbers, reverse=True)


def previous(
    held: LibraryDocument, documents: Iterable[LibraryDocument]
) -> list[tuple[LibraryDocument, LibraryDocument]]:
    """The revision before a document beside the document itself, earlier first, in one language wherever there is one.

    The nearest revision in the language of the document; else the nearest in the only language in which both are in the
    library. Several pairs where both are in several other languages; the pair in two languages where they have none in
    common; empty where there is no revision before.
    """
    found = predecessors(held, documents)
    if not found or found[0].header.language == held.header.language:
        return [(one, held) for one in found[:1]]
    latest: dict[str, LibraryDocument] = {}
    for one in sorted(_versions(held, documents), key=lambda one: one.id):
        latest[one.header.language] = one
    for reference in dict.fromkeys(one.header.reference for one in found):
        versions = [one for one in found if one.header.reference == reference and one.header.language in latest]
        if versions:
            by_language = {one.header.language: one for one in reversed(versions)}  # the latest of several copies
            return [(by_language[language], latest[language]) for language in sorted(by_language)]
    return [(found[0], held)]


def _versions(held: LibraryDocument, documents: Iterable[LibraryDocument]) -> list[LibraryDocument]:
    reference = held.header.reference
    return [one for one in documents if one.header.reference == reference]


def predecessors(held: LibraryDocument, documents: Iterable[LibraryDocument]) -> list[LibraryDocument]:
    """Documents in the library that a document may be a revision of: in its language first, nearest first."""
    own = held.header.reference
    if own is None:
        return []
    lineage = Lineage([held, *documents])
    fitting = [earlier for earlier in lineage.documents_before(own) if _kinds(earlier) <= _kinds(own)]
    found = [version for earlier in fitting for version in lineage.versions(earlier)]
    language = held.header.language
    return sorted(found, key=lambda one: one.header.language != language)


@dataclass(frozen=True, slots=True)
class Superseded:
    """A document that has a later revision.

    Attributes:
        newest: The language versions of the newest; of several copies in a language the latest to come first.
    """

    held: LibraryDocument
    newest: tuple[LibraryDocument, ...]

    def in_best_language(self, read: Sequence[str]) -> LibraryDocument:
        """The newest in the language of the document, else in the first of some languages, else in any."""
        wanted = (self.held.header.language, *read)
        found = (one for code in wanted for one in self.newest if one.header.language == code)
        return next(found, self.newest[0])


def superseded(documents: Iterable[LibraryDocument]) -> dict[DocumentId, Superseded]:
    """The documents of a library that have a later revision in it."""
    versions: dict[Hashable, list[tuple[tuple[int, int], LibraryDocument]]] = {}
    for held in documents:
        reference = held.header.reference
        if reference is not None:
            versions.setdefault(series_of(reference), []).append((revision_numbers(reference), held))
    found: dict[DocumentId, Superseded] = {}
    for some in versions.values():
        last = max(number for number, _ in some)
        newest = sorted((held for number, held in some if number == last), key=lambda held: held.id, reverse=True)
        found |= {held.id: Superseded(held, tuple(newest)) for number, held in some if number < last}
    return found


def _kinds(reference: Reference) -> frozenset[str]:
    """Kinds of addition of a document: an addendum is no version of a document that is none."""
    return frozenset(suffix.kind for suffix in part_suffixes(reference))
