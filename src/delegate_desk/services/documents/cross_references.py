"""References in a text: what its words lead to."""

from delegate_desk.core.documents.cross_references import Pointer, ReferenceTarget
from delegate_desk.core.documents.document import Address, LibraryDocument, Place
from delegate_desk.core.documents.references import Reference
from delegate_desk.parsing.references.document_references import occurrences
from delegate_desk.parsing.references.provision_references import pointers
from delegate_desk.storage.db.stores.documents import DocumentStore


class References:
    """Finds what the words of a unit name, and where that stands in this library."""

    def __init__(self, documents: DocumentStore) -> None:
        self._documents = documents

    def targets_for_place(self, place: Place) -> list[ReferenceTarget]:
        """Return the targets of a unit's words, in order: places of its own document, documents, and places in them.

        References to a treaty have no target. Quick, safe on any thread.
        """
        unit, held = self._documents.unit(place), self._documents.get(place.document)
        if unit is None or held is None:
            return []
        language = held.header.language
        known = frozenset(self._documents.addresses(held.id))
        found = [
            target
            for pointer in pointers(unit, known, language)
            if not pointer.treaty and (target := self._target(pointer, held))
            if pointer.address != place.address or not pointer.is_internal
        ]
        for named in occurrences(unit.marked, language):
            there = self._referenced_document(named.target, held)
            if there is None or there.id != held.id:
                end = named.start + len(named.text)
                found.append(ReferenceTarget(named.text, named.start, end, there, Address(""), named.target))
        return sorted(found, key=lambda target: (target.start, target.end))

    def _target(self, pointer: Pointer, held: LibraryDocument) -> ReferenceTarget | None:
        if pointer.document is None:
            return ReferenceTarget(pointer.text, pointer.start, pointer.end, held, pointer.address)
        there = self._referenced_document(pointer.document, held)
        if there is None:
            return None  # the document itself is named beside it
        is_there = pointer.address in self._documents.addresses(there.id)
        address = pointer.address if is_there else Address("")
        return ReferenceTarget(pointer.text, pointer.start, pointer.end, there, address, pointer.document)

    def _referenced_document(self, reference: Reference, beside: LibraryDocument) -> LibraryDocument | None:
        """Library document of a reference: in the language of the citing document, else the latest import."""
        versions = self._documents.by_reference(reference)
        same = [held for held in versions if held.header.language == beside.header.language]
        return max(same or versions, key=lambda held: held.id, default=None)
