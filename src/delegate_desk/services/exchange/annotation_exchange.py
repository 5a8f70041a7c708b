"""What a delegate does with annotations beyond one library: write them to files, and take in those of others."""

import json
import logging
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from delegate_desk.core.annotations.annotation import AnnotationId, Visibility
from delegate_desk.core.changes import Changes
from delegate_desk.core.documents.document import Address, DocumentId
from delegate_desk.core.errors import ExchangeFault, UnknownFileTypeError, UnreadableAnnotationsError
from delegate_desk.core.exchange.annotation_exchange import (
    Leaving,
    Outgoing,
    Parcel,
    PendingAnnotations,
    Receipt,
    RejectedAnnotations,
    Writer,
)
from delegate_desk.core.exchange.webannotation_reader import is_empty, read
from delegate_desk.core.exchange.webannotation_writer import as_web, collection
from delegate_desk.export.file_writing import save
from delegate_desk.services.annotations.annotations import Annotations
from delegate_desk.services.exchange.annotation_import import AnnotationImport, Arrived, parsed
from delegate_desk.services.exchange.document_matching import DocumentMatcher
from delegate_desk.storage.db.database import Database
from delegate_desk.storage.db.stores.annotations import AnnotationStore
from delegate_desk.storage.db.stores.documents import DocumentStore
from delegate_desk.storage.db.stores.orphan_annotations import AsideStore
from delegate_desk.storage.db.stores.unanchored import UnplacedStore

_log = logging.getLogger(__name__)
_NOWHERE = Address("")


@dataclass(frozen=True, slots=True)
class ExchangeStores:
    """What is kept of documents and of what is on them."""

    documents: DocumentStore
    annotations: AnnotationStore
    unplaced: UnplacedStore
    aside: AsideStore


class Exchange:
    """Annotations out of one library and into it."""

    def __init__(self, stores: ExchangeStores, annotations: Annotations, database: Database) -> None:
        self._stores = stores
        self._annotations = annotations
        self._database = database
        self._matching = DocumentMatcher(stores.documents)
        self._writers: dict[str, Writer] = {}
        self._settling: list[Callable[[], Changes]] = []
        self.register(".jsonld", _jsonld)

    # Out

    def register(self, suffix: str, writer: Writer) -> None:
        """Let annotations leave in one more type of file.

        Args:
            suffix: How its names end, such as ``.csv``.
            writer: Makes the file's content; slow, safe on any thread.
        """
        self._writers[suffix] = writer

    def suffixes(self) -> tuple[str, ...]:
        """The types of file in which annotations can leave, by how their names end."""
        return tuple(self._writers)

    def gather(self, *, internal: bool = False, only: Iterable[AnnotationId] | None = None) -> Outgoing:
        """What would leave: of all annotations or those named, those that circulate, and internal ones if asked for."""
        wanted = None if only is None else set(only)
        ours = (one for one in self._annotations.all() if not one.author)
        found = [one for one in ours if wanted is None or one.id in wanted]
        held = {key: self._stores.documents.get(key) for key in {one.place.document for one in found}}
        stood = self._stood({one.place.document for one in found if one.place.address == _NOWHERE})
        leaving = [
            Leaving(one, document, stood.get(one.id, one.place.address))
            for one in found
            if (internal or one.visibility is Visibility.CIRCULATION) and (document := held[one.place.document])
        ]
        moment = datetime.now(UTC).replace(microsecond=0)
        return Outgoing(tuple(leaving), moment, internal, len(found) - len(leaving))

    def write(self, target: Path, *, internal: bool = False, only: Iterable[AnnotationId] | None = None) -> Outgoing:
        """Write annotations to a file, of the type that its name ends in: slow, changes nothing in the library.

        Raises:
            UnknownFileTypeError: If annotations cannot leave in such files.
            ExportFailedError: If the file cannot be written; what was there is untouched.
        """
        writer = self._writers.get(target.suffix.lower())
        if writer is None:
            raise UnknownFileTypeError(target.name, self.suffixes())
        outgoing = self.gather(internal=internal, only=only)
        save(writer(outgoing), target)
        _log.info("Exported %d annotations as %s", len(outgoing.leaving), target.suffix.lower())
        return outgoing

    # In

    def read(self, path: Path) -> Parcel:
        """Read a file of annotations in JSON-LD: slow, touches nothing, safe on any thread.

        Raises:
            UnreadableAnnotationsError: If it brings none.
        """
        data = parsed(path)
        parcel = read(data, path.name, datetime.now(UTC))
        if not (parcel.incoming or parcel.refused or is_empty(data)):
            raise UnreadableAnnotationsError(path.name, ExchangeFault.NO_ANNOTATIONS)
        return parcel

    def take_in(self, parcel: Parcel, at_hand: DocumentId | None = None, *, offer: bool = False) -> Receipt:
        """Keep the annotations of a file: in one transaction, as one thing to undo.

        What this program wrote has a place wherever its document is held, and is kept aside until then. Of two states
        of one annotation the later stays. What other programs wrote is fixed to the words that it quotes.

        Args:
            parcel: What was read.
            at_hand: The document for what names none that is held.
            offer: List notes of other programs that have no place with those unplaced, instead of refusing them.
        """
        stores = self._stores
        with self._database.write():
            arrival = AnnotationImport(stores.documents, stores.annotations, at_hand=at_hand, offer=offer)
            arrived = arrival.take(parcel.incoming)
            changes = self._keep(arrived)
        waiting = Counter(original for _, original in arrived.aside)
        refused = [RejectedAnnotations(reason, name, count) for (reason, name), count in arrived.refused.items()]
        _log.info("Took in %d annotations, %d of them new", len(arrived.added + arrived.updated), len(arrived.added))
        return Receipt(
            changes,
            len(arrived.added),
            len(arrived.updated),
            len(arrived.known),
            arrived.trashed,
            len(arrived.unplaced),
            tuple(PendingAnnotations(original, count) for original, count in waiting.items()),
            (*parcel.refused, *refused),
        )

    def settle_too(self, settle: Callable[[], Changes]) -> None:
        """Let something else that waits for documents be given to them together with what is kept aside."""
        self._settling.append(settle)

    def settle(self) -> Changes:
        """Give what was kept aside to the documents that are held by now."""
        changes = Changes()
        for settle in self._settling:
            changes |= settle()
        for one in self.waiting():
            if self._matching.held(one.original):
                items = self._stores.aside.of(one.original)
                changes |= self.take_in(read(items, "", datetime.now(UTC))).changes
        return changes

    def waiting(self) -> list[PendingAnnotations]:
        """The documents that annotations are kept aside for."""
        return self._stores.aside.waiting()

    def _keep(self, arrived: Arrived) -> Changes:
        stores = self._stores
        kept = [*arrived.added, *arrived.updated]
        changes = self._annotations.receive(kept)
        stores.annotations.save(*arrived.in_trash)
        for one in (*kept, *arrived.in_trash):
            if one.id in arrived.unplaced:
                words = one.quote.exact if one.quote else ""
                stores.unplaced.add_annotation(one, arrived.unplaced[one.id], words)
        for one, original in arrived.aside:
            moment = one.modified.isoformat(timespec="microseconds")
            stores.aside.keep(one.id, original, moment, as_web(one, original, one.place.address))
        stores.aside.remove([*(one.id for one in (*kept, *arrived.in_trash)), *arrived.known])
        return changes

    def _stood(self, documents: Iterable[DocumentId]) -> dict[AnnotationId, Address]:
        """Where the annotations that have no place stood before they lost it."""
        unplaced = [one for document in documents for one in self._stores.unplaced.of(document)]
        return {one.annotation.id: one.address for one in unplaced if one.annotation}


def _jsonld(outgoing: Outgoing) -> bytes:
    return json.dumps(collection(outgoing), ensure_ascii=False, indent=1).encode()
