"""What can be packed for a colleague."""

from dataclasses import dataclass

from delegate_desk.core.documents.document import DocumentId
from delegate_desk.core.exchange.people import Person
from delegate_desk.desk import Desk


@dataclass(frozen=True, slots=True)
class Packable:
    """What there is to choose from.

    Attributes:
        ours: Who packs.
        name: The document in front by name; empty where none is.
        front: That document, or nothing.
        dossier: All documents of its dossier.
        worked_on: The documents with notes or a position.
        held: How many documents there are.
    """

    ours: Person
    name: str
    front: frozenset[DocumentId]
    dossier: frozenset[DocumentId]
    worked_on: frozenset[DocumentId]
    held: int


def load_packable(desk: Desk, front: DocumentId | None) -> Packable:
    """Look what there is to pack, with a document in front or none; slow in a large library."""
    held = {one.id: one for one in desk.documents.all()}
    before = held.get(front) if front is not None else None
    dossier = desk.dossiers.of(before.id).documents if before else ()
    noted = {one.place.document for one in desk.annotations.all()} | set(desk.positions.documents())
    return Packable(
        desk.people.ours(),
        before.name if before else "",
        frozenset({before.id} if before else ()),
        frozenset(one.id for one in dossier),
        frozenset(noted & held.keys()),
        len(held),
    )
