"""What carrying over reads and writes."""

from dataclasses import dataclass

from delegate_desk.storage.annotations import AnnotationStore
from delegate_desk.storage.carrying import CarryingStore
from delegate_desk.storage.documents import DocumentStore
from delegate_desk.storage.positions import PositionStore
from delegate_desk.storage.unplaced import UnplacedStore


@dataclass(frozen=True, slots=True)
class CarryingStores:
    """What is kept of documents, of what stands on them, and of what was carried."""

    documents: DocumentStore
    annotations: AnnotationStore
    positions: PositionStore
    unplaced: UnplacedStore
    carrying: CarryingStore
