"""What a document came out of: the revisions before it, and what its ``No. prev. doc.`` names."""

from collections.abc import Hashable, Iterable, Iterator

from delegate_desk.core.documents import Held
from delegate_desk.core.references import Reference, Suffix

Shape = tuple[Suffix, ...]
_OF_ONE_VERSION = frozenset({"COR", "DCL", "EXT"})
"""What belongs to one revision of a document alone: another revision has others of these."""


def shape(reference: Reference) -> Shape:
    """What a reference names of its family, in whichever revision: ``ADD 1`` of ``ADD 1 REV 2``."""
    suffixes = reference.suffixes
    return suffixes[:-1] if suffixes and suffixes[-1].kind == "REV" else suffixes


def version(reference: Reference) -> tuple[int, int]:
    """The revision of the main document, and that of the addendum or corrigendum itself; 0 for the first version."""
    suffixes = reference.suffixes
    return reference.revision, suffixes[-1].number if suffixes and suffixes[-1].kind == "REV" else 0


def is_revision_of(later: Reference, earlier: Reference) -> bool:
    """True if both are the same part of one family, and one of them a later version."""
    return series_of(later) == series_of(earlier) and version(later) > version(earlier)


def series_of(reference: Reference) -> Hashable:
    """What the versions of one text have in common: family and part; of a corrigendum also the revision it corrects."""
    bound = any(suffix.kind in _OF_ONE_VERSION for suffix in shape(reference))
    return reference.family, shape(reference), reference.revision if bound else None


class Lineage:
    """The documents held, by what came out of what."""

    def __init__(self, documents: Iterable[Held]) -> None:
        self._versions: dict[str, list[Held]] = {}
        self._families: dict[tuple[str, int, int], list[Reference]] = {}
        for held in documents:
            reference = held.header.reference
            if reference is not None:
                if reference.key not in self._versions:
                    self._families.setdefault(reference.family, []).append(reference)
                self._versions.setdefault(reference.key, []).append(held)

    def versions(self, reference: Reference) -> list[Held]:
        """The language versions held of a document, by language; of several copies the latest to come first."""
        some = self._versions.get(reference.key, [])
        return sorted(sorted(some, key=lambda held: held.id, reverse=True), key=lambda held: held.header.language)

    def before(self, reference: Reference) -> list[Reference]:
        """The documents held that one came out of, the nearest first; itself need not be held."""
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
        for one in sorted(fitting, key=lambda one: shape(one) != shape(reference)):
            if one.key in self._versions:
                yield one
            yield from self._earlier(one)

    def _earlier(self, reference: Reference) -> list[Reference]:
        family = self._families.get(reference.family, [])
        return sorted((one for one in family if is_revision_of(reference, one)), key=version, reverse=True)
