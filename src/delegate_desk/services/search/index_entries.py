"""Search index entries of documents, annotations, positions and interventions."""

from collections.abc import Collection, Iterator

from delegate_desk.core.annotations.annotation import Annotation, AnnotationId
from delegate_desk.core.documents.document import HEADINGS, Address, DocumentId, LibraryDocument, Place
from delegate_desk.core.meetings.meeting import LineId
from delegate_desk.core.search import HitKind, IndexEntry
from delegate_desk.core.text import tidy
from delegate_desk.storage.db.database import Database
from delegate_desk.storage.db.stores.annotations import AnnotationStore
from delegate_desk.storage.db.stores.documents import DocumentStore
from delegate_desk.storage.db.stores.meetings import MeetingStore
from delegate_desk.storage.db.stores.search_texts import TextStore


class Entries:
    """Makes entries from the database. What is in the trash has none."""

    def __init__(
        self,
        database: Database,
        documents: DocumentStore,
        annotations: AnnotationStore,
        texts: TextStore,
        meetings: MeetingStore,
    ) -> None:
        self._database = database
        self._documents = documents
        self._annotations = annotations
        self._texts = texts
        self._meetings = meetings

    def for_subject(self, subject: str, key: str) -> Iterator[IndexEntry]:
        """The entries of one thing that changes are noted of, in reading order.

        Args:
            subject: ``document``, ``annotation``, ``position`` or ``line``.
            key: Of the document, annotation or line.
        """
        if subject == "document":
            return self._document_entries(DocumentId(int(key)))
        if subject == "annotation":
            return self._annotation_entries(self._annotations.get(AnnotationId(key)))
        if subject == "line":
            return self._line_entries(LineId(key))
        return self._position_entries(DocumentId(int(key)))

    def sizes(self, documents: Collection[DocumentId]) -> dict[DocumentId, int]:
        """About how many entries some documents have."""
        return self._texts.sizes(documents)

    def all(self) -> Iterator[IndexEntry]:
        """All entries, those of the newest document first; of a document its text, our line, notes, what was said."""
        for key in self._texts.newest_documents():
            yield from self._document_entries(key)
            yield from self._position_entries(key)
            for annotation in self._annotations.for_document(key):
                yield from self._annotation_entries(annotation)
            for line in self._meetings.keys(key):
                yield from (entry for entry in self._line_entries(line) if entry.document == key)

    def _document_entries(self, key: DocumentId) -> Iterator[IndexEntry]:
        held = self._library_document(key)
        if held:
            group, header = f"document {key}", held.header
            for address, kind, _, text in self._texts.units_for_document(key):
                if text:
                    yield IndexEntry(group, HitKind.PARAGRAPH, key, address, text, header, is_heading=kind in HEADINGS)

    def _annotation_entries(self, annotation: Annotation | None) -> Iterator[IndexEntry]:
        held = self._library_document(annotation.place.document) if annotation else None
        if annotation and held:
            yield IndexEntry(
                f"annotation {annotation.id}",
                HitKind.ANNOTATION,
                held.id,
                annotation.place.address,
                annotation.text,
                held.header,
                annotation.id,
                annotation.kind,
                annotation.tags,
            )

    def _position_entries(self, key: DocumentId) -> Iterator[IndexEntry]:
        texts = {place.address: text for place, text in self._texts.positions([key]).items() if text}
        held = self._library_document(key) if texts else None
        if held:
            code = self._database.delegation()
            ours = (code,) if code else ()
            for address, text in texts.items():
                yield IndexEntry(f"position {key}", HitKind.POSITION, key, address, text, held.header, delegations=ours)

    def _line_entries(self, key: LineId) -> Iterator[IndexEntry]:
        """One entry for each place that a line is about; what is about none is found under the document of its item."""
        places: dict[Place, list[str]] = {}
        interventions = self._meetings.interventions_for_line(key)
        for one, shelf in zip(interventions, self._meetings.fallback_documents(key), strict=False):
            if one.place or shelf is not None:
                place = one.place or Place(DocumentId(shelf or 0), Address(""))
                places.setdefault(place, []).extend(one.delegations)
        for place, codes in places.items():
            held = self._library_document(place.document)
            if held:
                text = tidy(interventions[0].line.text)
                yield IndexEntry(
                    f"line {key}",
                    HitKind.INTERVENTION,
                    held.id,
                    place.address,
                    text,
                    held.header,
                    delegations=tuple(dict.fromkeys(codes)),
                    line=key,
                )

    def _library_document(self, key: DocumentId) -> LibraryDocument | None:
        held = self._documents.get(key)
        return held if held and not held.trashed else None
