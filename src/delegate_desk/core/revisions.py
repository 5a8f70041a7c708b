"""Which document a revision follows, and which it is followed by."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

from delegate_desk.core.documents import DocumentId, Held
from delegate_desk.core.lineage import Lineage, series_of, shape, version
from delegate_desk.core.references import Reference


def previous(held: Held, documents: Iterable[Held]) -> list[tuple[Held, Held]]:
    """The revision before a document beside the document itself, earlier first, in one language wherever there is one.

    The nearest revision in the language of the document; else the nearest in the one language in which both are in the
    library. Several pairs where both are in several other languages; the pair in two languages where they have none in
    common; empty where there is no revision before.
    """
    found = predecessors(held, documents)
    if not found or found[0].header.language == held.header.language:
        return [(one, held) for one in found[:1]]
    latest: dict[str, Held] = {}
    for one in sorted(_versions(held, documents), key=lambda one: one.id):
        latest[one.header.language] = one
    for reference in dict.fromkeys(one.header.reference for one in found):
        versions = [one for one in found if one.header.reference == reference and one.header.language in latest]
        if versions:
            by_language = {one.header.language: one for one in reversed(versions)}  # the latest of several copies
            return [(by_language[language], latest[language]) for language in sorted(by_language)]
    return [(found[0], held)]


def _versions(held: Held, documents: Iterable[Held]) -> list[Held]:
    reference = held.header.reference
    return [one for one in documents if one.header.reference == reference]


def predecessors(held: Held, documents: Iterable[Held]) -> list[Held]:
    """The documents held that one may be a revision of: in its language first, the nearest first."""
    own = held.header.reference
    if own is None:
        return []
    lineage = Lineage([held, *documents])
    fitting = [earlier for earlier in lineage.before(own) if _kinds(earlier) <= _kinds(own)]
    found = [version for earlier in fitting for version in lineage.versions(earlier)]
    language = held.header.language
    return sorted(found, key=lambda one: one.header.language != language)


@dataclass(frozen=True, slots=True)
class Superseded:
    """A document that has a later revision.

    Attributes:
        newest: The language versions of the newest; of several copies in a language the latest to come first.
    """

    held: Held
    newest: tuple[Held, ...]

    def in_best_language(self, read: Sequence[str]) -> Held:
        """The newest in the language of the document, else in the first of some languages, else in any."""
        wanted = (self.held.header.language, *read)
        found = (one for code in wanted for one in self.newest if one.header.language == code)
        return next(found, self.newest[0])


def superseded(documents: Iterable[Held]) -> dict[DocumentId, Superseded]:
    """The documents of a library that have a later revision in it."""
    versions: dict[Hashable, list[tuple[tuple[int, int], Held]]] = {}
    for held in documents:
        reference = held.header.reference
        if reference is not None:
            versions.setdefault(series_of(reference), []).append((version(reference), held))
    found: dict[DocumentId, Superseded] = {}
    for some in versions.values():
        last = max(number for number, _ in some)
        newest = sorted((held for number, held in some if number == last), key=lambda held: held.id, reverse=True)
        found |= {held.id: Superseded(held, tuple(newest)) for number, held in some if number < last}
    return found


def _kinds(reference: Reference) -> frozenset[str]:
    """What kinds of addition a document is: an addendum to what is none is no version of it."""
    return frozenset(suffix.kind for suffix in shape(reference))
