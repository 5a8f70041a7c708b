"""What carrying over reads and writes."""

from dataclasses import dataclass

from delegate_desk.core.annotations.annotation import Annotation, AnnotationId
from delegate_desk.core.documents.document import DocumentId, Held
from delegate_desk.storage.db.stores.annotations import AnnotationStore
from delegate_desk.storage.db.stores.carryover import CarryingStore
from delegate_desk.storage.db.stores.documents import DocumentStore
from delegate_desk.storage.db.stores.positions import PositionStore
from delegate_desk.storage.db.stores.unanchored import UnplacedStore


@dataclass(frozen=True, slots=True)
class CarryingStores:
    """What is kept of documents, of what stands on them, and of what was carried."""

    documents: DocumentStore
    annotations: AnnotationStore
    positions: PositionStore
    unplaced: UnplacedStore
    carrying: CarryingStore

    def versions(self, held: Held) -> list[DocumentId]:
        """A document and its other language versions."""
        reference = held.header.reference
        others = self.documents.by_reference(reference) if reference else []
        return list(dict.fromkeys([held.id, *(one.id for one in others)]))

    def origin(self, annotation: Annotation, new: DocumentId) -> tuple[str, Annotation | None]:
        """The id at the beginning of a line of carried annotations, and the one of the line that is on a document."""
        key: str = annotation.id
        above: Annotation | None = annotation
        seen = set()
        while above is not None and above.origin and above.origin not in seen:
            key = above.origin
            seen.add(key)
            above = self.annotations.kept(AnnotationId(key))
            if above is not None and above.place.document == new:
                return key, above
        return key, None
