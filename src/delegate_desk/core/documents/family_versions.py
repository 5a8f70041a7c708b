"""Families: the documents of a library that are one text in its revisions and languages."""

from collections.abc import Hashable, Iterable, Iterator, Sequence

from delegate_desk.core.documents.document import LibraryDocument
from delegate_desk.core.documents.dossier_timeline import milestone_key
from delegate_desk.core.documents.dossiers import family_mark
from delegate_desk.core.revisions.predecessors import part_suffixes, revision_numbers
from delegate_desk.core.values import dataclass


@dataclass(frozen=True, slots=True)
class DocumentFamily:
    """Revisions, addenda, corrigenda and languages of a text, as far as they are in the library.

    Attributes:
        mark: As ``family_mark``.
        versions: Revisions of the text, the newest first, then its addenda and corrigenda; each in its languages.
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
    """Return the language versions of a document, those in the reader's languages first, in their order."""

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
