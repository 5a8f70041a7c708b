"""Which document a revision follows, and which it is followed by."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

from delegate_desk.core.documents import DocumentId, Held
from delegate_desk.core.lineage import Lineage, series_of, shape, version
from delegate_desk.core.references import Reference


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
