"""Document families: all revisions, addenda, corrigenda and languages of a document."""

from collections.abc import Hashable, Iterable, Sequence

from delegate_desk.core.documents.document import LibraryDocument
from delegate_desk.core.documents.references import Reference
from delegate_desk.core.revisions.predecessors import revision_numbers, series_of
from delegate_desk.core.values import dataclass


def family_of(document: LibraryDocument) -> Hashable:
    """Key of the family of a document; a document without a reference is a family of its own."""
    reference = document.header.reference
    return document.id if reference is None else reference.family


@dataclass(frozen=True, slots=True)
class Family:
    """A document among the documents of its family.

    Attributes:
        document: The document.
        revisions: Its revisions, newest first, each in the language of the document if the library has it, else in
            the first of some languages, else in any; the document itself is among them.
        others: Addenda, corrigenda and the main document, chosen alike, in the order of their references.
        languages: The same revision in all languages, the document included: those that are read first.
    """

    document: LibraryDocument
    revisions: tuple[LibraryDocument, ...]
    others: tuple[LibraryDocument, ...]
    languages: tuple[LibraryDocument, ...]

    def step(self, by: int) -> LibraryDocument | None:
        """Return a revision beside the document: 1 for the next older, -1 for the next newer; None at an end."""
        at = self.revisions.index(self.document) + by
        return self.revisions[at] if 0 <= at < len(self.revisions) else None


def family_around(document: LibraryDocument, library: Iterable[LibraryDocument], read: Sequence[str]) -> Family:
    """Gather the family of a document.

    Args:
        document: The document.
        library: All documents held.
        read: The languages that are read, the preferred first.
    """
    own = document.header.reference
    if own is None:
        return Family(document, (document,), (), (document,))
    versions: dict[Reference, list[LibraryDocument]] = {own: [document]}
    for member in library:
        reference = member.header.reference
        if reference is not None and reference.family == own.family and member.id != document.id:
            versions.setdefault(reference, []).append(member)
    wanted = (document.header.language, *read)
    chosen = {
        reference: document if reference == own else min(held, key=lambda one: _rank(one, wanted))
        for reference, held in versions.items()
    }
    series = sorted((one for one in versions if series_of(one) == series_of(own)), key=revision_numbers, reverse=True)
    others = sorted((one for one in versions if one not in series), key=lambda one: one.key)
    latest: dict[str, LibraryDocument] = {}
    for version in sorted(versions[own], key=lambda one: (one is not document, -one.id)):
        latest.setdefault(version.header.language, version)
    return Family(
        document,
        tuple(chosen[one] for one in series),
        tuple(chosen[one] for one in others),
        tuple(sorted(latest.values(), key=lambda one: (_rank(one, read)[0], one.header.language))),
    )


def _rank(document: LibraryDocument, wanted: Sequence[str]) -> tuple[int, int]:
    language = document.header.language
    return wanted.index(language) if language in wanted else len(wanted), -document.id
