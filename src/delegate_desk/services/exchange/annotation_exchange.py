"""Exchange of annotations beyond the library: export to files, and import of others' files."""

import json
import logging
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

from delegate_desk.core.annotations.annotation import Annotation, AnnotationId, Visibility
from delegate_desk.core.changes import Changes
from delegate_desk.core.documents.document import Address, DocumentId, Place
from delegate_desk.core.errors import ExchangeFault, UnknownFileTypeError, UnreadableAnnotationsError
from delegate_desk.core.exchange.annotation_exchange import (
    AnnotationImportResult,
    DocumentIdentity,
    IncomingAnnotation,
    Outgoing,
    OutgoingAnnotation,
    ParsedAnnotationFile,
    PendingAnnotations,
    RejectedAnnotations,
    RejectionReason,
    Writer,
    annotation_json,
    collection_json,
)
from delegate_desk.core.exchange.webannotation_reader import is_empty, read_annotations
from delegate_desk.core.text import json_text
from delegate_desk.export.file_writing import save
from delegate_desk.services.annotations.annotations import Annotations
from delegate_desk.services.exchange.document_matching import LONGEST_THREAD, NOWHERE, NotePlacer
from delegate_desk.storage.db.library_stores import LibraryStores
from delegate_desk.storage.db.stores.annotations import AnnotationStore
from delegate_desk.storage.db.stores.documents import DocumentStore

LARGEST = 32 * 1024 * 1024
"""Maximum size of a file, in bytes."""
MOST_VALUES = 1_000_000
"""Maximum number of objects and lists in a file: each takes far more memory than its two characters."""


def parse_file(path: Path) -> Any:
    """Return the content of a JSON file, in UTF-8, UTF-16 or UTF-32.

    Raises:
        UnreadableAnnotationsError: If it cannot be read, is too large, or is not JSON.
    """
    try:
        if not path.is_file():
            raise UnreadableAnnotationsError(path.name, ExchangeFault.UNREADABLE, "not a file")
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except OSError as error:
        detail = error.strerror or type(error).__name__
        raise UnreadableAnnotationsError(path.name, ExchangeFault.UNREADABLE, detail) from error
    if len(content) > LARGEST or content.count(b"{") + content.count(b"[") > MOST_VALUES:
        raise UnreadableAnnotationsError(path.name, ExchangeFault.TOO_LARGE)
    try:
        return json.loads(json_text(content))
    except RecursionError as error:
        raise UnreadableAnnotationsError(path.name, ExchangeFault.TOO_DEEP) from error
    except ValueError as error:  # no JSON, no text at all, or a number of thousands of digits
        raise UnreadableAnnotationsError(path.name, ExchangeFault.NOT_JSON) from error


class AnnotationImport:
    """Sorts the annotations of one file by how they are imported; it writes nothing.

    Args:
        at_hand: The document for annotations that name no document of the library.
        offer: True to list notes of other programs without a place, False to refuse them.
    """

    def __init__(
        self, documents: DocumentStore, annotations: AnnotationStore, *, at_hand: DocumentId | None, offer: bool
    ) -> None:
        self._annotations = annotations
        self._placer = NotePlacer(documents)
        self._at_hand = documents.get(at_hand) if at_hand is not None else None
        self._offer = offer
        self._here: dict[AnnotationId, Annotation] = {}
        self._candidates = cache(self._placer.find_named)
        self.added: list[Annotation] = []
        self.updated: list[Annotation] = []
        self.in_trash: list[Annotation] = []
        self.orphaned: list[tuple[Annotation, DocumentIdentity]] = []
        self.unplaced: dict[AnnotationId, Address] = {}
        self.up_to_date: list[AnnotationId] = []
        self.trashed = 0
        self.rejected: Counter[tuple[RejectionReason, str]] = Counter()

    def classify(self, annotation: IncomingAnnotation) -> None:
        key = annotation.annotation.id
        before = self._annotations.get_with_trashed(key)
        in_trash = before is not None and self._annotations.get(key) is None
        self.trashed += in_trash
        if before and not (annotation.has_date and annotation.annotation.modified > before.modified):
            if not in_trash:
                self.up_to_date.append(key)
            return
        if annotation.original is None:
            placed = self._foreign(annotation, before)
        elif found := self._placer.place(annotation.annotation, annotation.original, before):
            placed, stood = found
            if stood is not None:
                self.unplaced[placed.id] = stood
        else:
            placed = None
            self.orphaned.append((annotation.annotation, annotation.original))
        if placed is None:
            return
        if before:  # a file of those that circulate leaves out what is not theirs to know
            placed = replace(
                placed,
                reply_to=placed.reply_to or before.reply_to,
                origin=placed.origin or before.origin,
                carried=placed.carried or before.carried,
            )
        placed = self._without_circle(placed)
        self._here[key] = placed
        annotations = self.in_trash if in_trash else self.updated if before else self.added
        annotations.append(placed)

    def _foreign(self, incoming_annotation: IncomingAnnotation, before: Annotation | None) -> Annotation | None:
        annotation = incoming_annotation.annotation
        if before:  # what a person here made of it stays
            return replace(before, text=annotation.text, tags=annotation.tags, modified=annotation.modified)
        parent = self._parent(annotation.reply_to)
        if annotation.reply_to and parent is None:
            annotation = replace(annotation, reply_to=None)
        candidates = self._candidates(incoming_annotation.names)
        spots = [
            (document, spot)
            for document in candidates
            if (spot := self._placer.finder(document).place(annotation.place.address, annotation.quote, stays=False))
        ]
        if len({document.header.language for document, _ in spots}) == 1:
            document, (address, quote) = max(spots, key=lambda found: (found[0] == self._at_hand, found[0].id))
            return replace(annotation, place=Place(document.id, address), quote=quote)
        if parent:
            if parent.id in self.unplaced or parent.place.address == NOWHERE:
                self.unplaced[annotation.id] = NOWHERE
            return replace(annotation, place=parent.place, quote=None)
        name = candidates[0].name if candidates else next(iter(incoming_annotation.names), "")
        home = next(iter(candidates), None) if len(candidates) == 1 else self._at_hand
        if home is None or not self._offer:
            self.rejected[RejectionReason.NO_PLACE if candidates else RejectionReason.NO_DOCUMENT, name] += 1
            return None
        self.unplaced[annotation.id] = NOWHERE
        return replace(annotation, place=Place(home.id, NOWHERE))

    def _parent(self, key: AnnotationId | None) -> Annotation | None:
        if key is None:
            return None
        return self._here.get(key) or self._annotations.get_with_trashed(key)

    def _without_circle(self, annotation: Annotation) -> Annotation:
        above = annotation.reply_to
        for _ in range(LONGEST_THREAD):
            if above is None:
                return annotation
            if above == annotation.id:
                break
            parent = self._parent(above)
            above = parent.reply_to if parent else None
        return replace(annotation, reply_to=None)


def sort_parents_first(incoming: tuple[IncomingAnnotation, ...]) -> list[IncomingAnnotation]:
    by_key = {annotation.annotation.id: annotation for annotation in incoming}
    ordered: dict[AnnotationId, IncomingAnnotation] = {}
    for annotation in incoming:
        chain: dict[AnnotationId, IncomingAnnotation] = {}
        current: IncomingAnnotation | None = annotation
        while current and current.annotation.id not in ordered and current.annotation.id not in chain:
            chain[current.annotation.id] = current
            above = current.annotation.reply_to
            current = by_key.get(above) if above else None
        ordered.update(reversed(chain.items()))
    return list(ordered.values())


_log = logging.getLogger(__name__)


class Exchange:
    def __init__(
        self,
        stores: LibraryStores,
        annotations: Annotations,
        writers: Mapping[str, Writer],
        place_pending_notes: Callable[[], Changes],
    ) -> None:
        self._stores = stores
        self._annotations = annotations
        self._database = stores.database
        self._writers: dict[str, Writer] = {
            ".jsonld": lambda outgoing: json.dumps(collection_json(outgoing), ensure_ascii=False, indent=1).encode(),
            **writers,
        }
        self._place_pending_notes = place_pending_notes
        self.pending_annotations = self._stores.orphans.pending_annotations

    # Export

    def suffixes(self) -> tuple[str, ...]:
        return tuple(self._writers)

    def collect_outgoing(self, *, internal: bool = False, only: Iterable[AnnotationId] | None = None) -> Outgoing:
        """Collect the annotations to export, all or those named: circulating, and internal if requested."""
        wanted = None if only is None else set(only)
        ours = (annotation for annotation in self._annotations.all() if not annotation.author)
        found = [annotation for annotation in ours if wanted is None or annotation.id in wanted]
        held = {key: self._stores.documents.get(key) for key in {annotation.place.document for annotation in found}}
        without_place = {annotation.place.document for annotation in found if annotation.place.address == NOWHERE}
        unplaced = [item for document in without_place for item in self._stores.unplaced.for_document(document)]
        stood = {item.annotation.id: item.address for item in unplaced if item.annotation}
        leaving = [
            OutgoingAnnotation(annotation, document, stood.get(annotation.id, annotation.place.address))
            for annotation in found
            if (internal or annotation.visibility is Visibility.CIRCULATION)
            and (document := held[annotation.place.document])
        ]
        moment = datetime.now(UTC).replace(microsecond=0)
        return Outgoing(tuple(leaving), moment, internal, len(found) - len(leaving))

    def write(self, target: Path, *, internal: bool = False, only: Iterable[AnnotationId] | None = None) -> Outgoing:
        """Write annotations to a file, of the type that its name ends in: slow, changes nothing in the library.

        Raises:
            UnknownFileTypeError: If annotations cannot be exported to such files.
            ExportFailedError: If the file cannot be written; an existing file is unchanged.
        """
        writer = self._writers.get(target.suffix.lower())
        if writer is None:
            raise UnknownFileTypeError(target.name, self.suffixes())
        outgoing = self.collect_outgoing(internal=internal, only=only)
        save(writer(outgoing), target)
        _log.info("Exported %d annotations as %s", len(outgoing.annotations), target.suffix.lower())
        return outgoing

    # Import

    def read(self, path: Path) -> ParsedAnnotationFile:
        """Read a file of annotations in JSON-LD. Slow; changes nothing; safe on any thread.

        Raises:
            UnreadableAnnotationsError: If it contains none.
        """
        data = parse_file(path)
        parcel = read_annotations(data, path.name, datetime.now(UTC))
        if not (parcel.incoming or parcel.rejected or is_empty(data)):
            raise UnreadableAnnotationsError(path.name, ExchangeFault.NO_ANNOTATIONS)
        return parcel

    def import_annotations(
        self, parcel: ParsedAnnotationFile, at_hand: DocumentId | None = None, *, offer: bool = False
    ) -> AnnotationImportResult:
        """Import the annotations of a file: in a single transaction, as a single undo step.

        Annotations of this program are placed if their document is in the library, and are set aside until then. Of two
        versions of an annotation the later is kept. Those of other programs are anchored to the words that they quote.

        Args:
            at_hand: The document for annotations that name no document in the library.
            offer: List notes of other programs that have no place with those unplaced, instead of rejecting them.
        """
        stores = self._stores
        with self._database.write():
            arrived = AnnotationImport(stores.documents, stores.annotations, at_hand=at_hand, offer=offer)
            for annotation in sort_parents_first(parcel.incoming):
                arrived.classify(annotation)
            changes = self._save_import(arrived)
        waiting = Counter(original for _, original in arrived.orphaned)
        refused = [RejectedAnnotations(reason, name, count) for (reason, name), count in arrived.rejected.items()]
        _log.info("Took in %d annotations, %d of them new", len(arrived.added + arrived.updated), len(arrived.added))
        return AnnotationImportResult(
            changes,
            len(arrived.added),
            len(arrived.updated),
            len(arrived.up_to_date),
            arrived.trashed,
            len(arrived.unplaced),
            tuple(PendingAnnotations(original, count) for original, count in waiting.items()),
            (*parcel.rejected, *refused),
        )

    def place_orphaned(self) -> Changes:
        """Place the annotations set aside on documents that were imported since."""
        changes = self._place_pending_notes()
        for pending_annotation in self.pending_annotations():
            if self._stores.documents.matching(pending_annotation.original):
                items = self._stores.orphans.for_original(pending_annotation.original)
                changes |= self.import_annotations(read_annotations(items, "", datetime.now(UTC))).changes
        return changes

    def _save_import(self, arrived: AnnotationImport) -> Changes:
        stores = self._stores
        annotations = [*arrived.added, *arrived.updated]
        changes = self._annotations.receive(annotations)
        stores.annotations.save(*arrived.in_trash)
        for annotation in (*annotations, *arrived.in_trash):
            if annotation.id in arrived.unplaced:
                words = annotation.quote.exact if annotation.quote else ""
                stores.unplaced.add_annotation(annotation, arrived.unplaced[annotation.id], words)
        for annotation, original in arrived.orphaned:
            moment = annotation.modified.isoformat(timespec="microseconds")
            stores.orphans.save(
                annotation.id, original, moment, annotation_json(annotation, original, annotation.place.address)
            )
        stores.orphans.remove(
            [*(annotation.id for annotation in (*annotations, *arrived.in_trash)), *arrived.up_to_date]
        )
        return changes
