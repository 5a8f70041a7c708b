"""Which document a revision follows."""

from collections.abc import Iterable

from delegate_desk.core.documents import Held
from delegate_desk.core.lineage import Lineage, shape
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


def _kinds(reference: Reference) -> frozenset[str]:
    """What kinds of addition a document is: an addendum to what is none is no version of it."""
    return frozenset(suffix.kind for suffix in shape(reference))
