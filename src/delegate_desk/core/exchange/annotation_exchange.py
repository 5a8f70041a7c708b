"""Annotations leaving or entering a library: exports, imports and their results."""

import re
from collections.abc import Callable
from dataclasses import field
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, Self
from urllib.parse import quote as escape
from urllib.parse import unquote
from uuid import NAMESPACE_URL, uuid5

from delegate_desk.core.annotations.annotation import Annotation, AnnotationKind, Quote
from delegate_desk.core.changes import Changes
from delegate_desk.core.documents.document import Address, LibraryDocument
from delegate_desk.core.values import dataclass


@dataclass(frozen=True, slots=True)
class DocumentIdentity:
    """Identity of a document, the same in every library.

    Attributes:
        reference: As printed, such as ``ST 12862/19``; empty for a document without a reference.
        language: ISO 639-1 in lower case.
        sha256: Of the original's bytes, in hexadecimal.
    """

    reference: str
    language: str
    sha256: str

    @classmethod
    def of(cls, document: LibraryDocument) -> Self:
        reference = document.header.reference
        return cls(str(reference) if reference else "", document.header.language, document.sha256)


@dataclass(frozen=True, slots=True)
class OutgoingAnnotation:
    """An exported annotation with its document and its address; its last address if it has no place."""

    annotation: Annotation
    document: LibraryDocument
    last_address: Address

    @property
    def original(self) -> DocumentIdentity:
        return DocumentIdentity.of(self.document)


@dataclass(frozen=True, slots=True)
class Outgoing:
    """Annotations to be exported at a time in UTC, by document in reading order."""

    annotations: tuple[OutgoingAnnotation, ...]
    moment: datetime
    internal: bool
    withheld_count: int = 0


Writer = Callable[[Outgoing], bytes]
"""Makes a file of one type from exported annotations."""


@dataclass(frozen=True, slots=True)
class IncomingAnnotation:
    """An annotation as a file contains it.

    Attributes:
        annotation: With the address given in the file, empty for none; its document is not known yet.
        original: The document identified in this program's form; None for an annotation of another program.
        names: Another program's names of the document: addresses of files and pages, titles.
    """

    annotation: Annotation
    original: DocumentIdentity | None = None
    names: tuple[str, ...] = ()
    has_date: bool = True


class RejectionReason(StrEnum):
    NO_DOCUMENT = "no_document"
    NO_PLACE = "no_place"
    NO_ANNOTATION = "no_annotation"
    SAYS_NOTHING = "says_nothing"
    TOO_LONG = "too_long"


@dataclass(frozen=True, slots=True)
class RejectedAnnotations:
    """Annotations rejected for one reason, by the file's name of their document, its reference here, or no name."""

    reason: RejectionReason
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class ParsedAnnotationFile:
    file_name: str
    incoming: tuple[IncomingAnnotation, ...]
    rejected: tuple[RejectedAnnotations, ...] = ()


@dataclass(frozen=True, slots=True)
class PendingAnnotations:
    original: DocumentIdentity
    count: int


@dataclass(frozen=True, slots=True)
class AnnotationImportResult:
    """Result of importing the annotations of a file.

    Attributes:
        updated: Number that are newer than in the library.
        trashed: Number that are in the trash of the library and stay there.
        unplaced: Number imported without a place in their document; they are listed separately.
    """

    changes: Changes = field(default_factory=Changes)
    added: int = 0
    updated: int = 0
    already_present: int = 0
    trashed: int = 0
    unplaced: int = 0
    pending: tuple[PendingAnnotations, ...] = ()
    rejected: tuple[RejectedAnnotations, ...] = ()


ANNO = "http://www.w3.org/ns/anno.jsonld"
NAMESPACE = "urn:x-delegate-desk:ns#"
ADDRESSES = f"{NAMESPACE}address"
"""Conformance of our fragment selectors: an address."""
_TERM = {"@type": "@id"}
CONTEXT: list[Any] = [
    ANNO,
    {
        "desk": NAMESPACE,
        "desk:kind": {"@id": "desk:kind", **_TERM},
        "desk:status": {"@id": "desk:status", **_TERM},
        "desk:visibility": {"@id": "desk:visibility", **_TERM},
        "desk:place": {"@id": "desk:place", **_TERM},
        "desk:due": {"@id": "desk:due", "@type": "http://www.w3.org/2001/XMLSchema#dateTime"},
        "desk:holder": {"@id": "desk:holder"},
        "desk:origin": {"@id": "desk:origin", **_TERM},
        "desk:carried": {"@id": "desk:carried", **_TERM},
        "desk:reference": {"@id": "desk:reference"},
        "desk:sha256": {"@id": "desk:sha256"},
        "desk:marking": {"@id": "desk:marking"},
    },
]
_MOTIVATIONS = {
    AnnotationKind.NOTE: "commenting",
    AnnotationKind.QUESTION: "questioning",
    AnnotationKind.DRAFTING_SUGGESTION: "editing",
}
"""The motivation of an annotation by its kind; all other kinds assess."""
_DOCUMENT = "urn:x-delegate-desk:document:"
_URN = re.compile(rf"{re.escape(_DOCUMENT)}([^:/?#]*):([a-z]{{2,3}}|):([0-9a-f]{{64}}|)(?:#.*)?", re.IGNORECASE)
_UUID = re.compile(r"(?:urn:uuid:)?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})", re.IGNORECASE)


def document_urn(original: DocumentIdentity) -> str:
    return f"{_DOCUMENT}{escape(original.reference, safe='')}:{original.language}:{original.sha256}"


def parse_document_urn(name: str) -> DocumentIdentity | None:
    match = _URN.fullmatch(name)
    return DocumentIdentity(unquote(match[1]), match[2].lower(), match[3].lower()) if match else None


def annotation_uuid(name: str) -> str:
    """Return the UUID of an annotation: its own, or one derived from another identifier."""
    match = _UUID.fullmatch(name)
    return match[1].lower() if match else str(uuid5(NAMESPACE_URL, name))


def collection_json(outgoing: Outgoing) -> dict[str, Any]:
    items = [
        annotation_json(annotation.annotation, annotation.original, annotation.last_address)
        for annotation in outgoing.annotations
    ]
    annotation_ids = {annotation.annotation.id for annotation in outgoing.annotations}
    for annotation, item in zip(outgoing.annotations, items, strict=True):
        if not outgoing.internal and annotation.annotation.reply_to not in (None, *annotation_ids):
            detach_reply(annotation.annotation, item)
        if not outgoing.internal and annotation.annotation.origin not in annotation_ids:
            item.pop("desk:origin", None)
    timestamp = format_timestamp(outgoing.moment)
    name = f"urn:uuid:{uuid5(NAMESPACE_URL, ' '.join([timestamp, *sorted(annotation_ids)]))}"
    collection: dict[str, Any] = {
        "@context": CONTEXT,
        "id": name,
        "type": "AnnotationCollection",
        "label": "Annotations from Delegate Desk",
        "created": timestamp,
        "total": len(items),
    }
    markings = {annotation.document.header.marking for annotation in outgoing.annotations} - {None}
    if markings:  # words of documents leave with the notes, and their marking with them
        collection["desk:marking"] = "; ".join(sorted(filter(None, markings)))
    if items:
        page = f"urn:uuid:{uuid5(NAMESPACE_URL, f'{name} 1')}"
        collection["first"] = {"id": page, "type": "AnnotationPage", "partOf": name, "startIndex": 0, "items": items}
        collection["last"] = page
    return collection


def annotation_json(annotation: Annotation, original: DocumentIdentity, address: Address) -> dict[str, Any]:
    place = _place(annotation.quote, original, address)
    motivation = "replying" if annotation.reply_to else _motivation(annotation)
    texts = [(annotation.text, motivation)] if annotation.text else []
    texts += [(tag, "tagging") for tag in annotation.tags]
    record: dict[str, Any] = {
        "id": f"urn:uuid:{annotation.id}",
        "type": "Annotation",
        "motivation": motivation,
        "created": format_timestamp(annotation.created),
        "modified": format_timestamp(annotation.modified),
        "target": f"urn:uuid:{annotation.reply_to}" if annotation.reply_to else place,
        "desk:kind": f"desk:{annotation.kind}",
        "desk:status": f"desk:{annotation.status}",
        "desk:visibility": f"desk:{annotation.visibility}",
        "body": [
            {"type": "TextualBody", "value": text, "format": "text/plain", "purpose": purpose}
            for text, purpose in texts
        ],
        "desk:place": place if annotation.reply_to else None,
        "desk:due": annotation.due and format_timestamp(annotation.due),
        "desk:holder": annotation.holder,
        "desk:origin": annotation.origin and f"urn:uuid:{annotation.origin}",
        "desk:carried": annotation.carried and f"desk:{annotation.carried}",
    }
    return _without_empty(record)


def _without_empty(node: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in node.items() if value}


def format_timestamp(when: datetime) -> str:
    return when.astimezone(UTC).isoformat().replace("+00:00", "Z")


def _motivation(annotation: Annotation) -> str:
    if annotation.kind is AnnotationKind.NOTE and annotation.quote and not annotation.text:
        return "highlighting"
    return _MOTIVATIONS.get(annotation.kind, "assessing")


def _place(quote: Quote | None, original: DocumentIdentity, address: Address) -> dict[str, Any]:
    """Return a Specific Resource (4): the document, the unit by its address, the words in it (4.2.9)."""
    words: list[dict[str, Any]] = []
    if quote:
        words = [
            {"type": "TextQuoteSelector", "exact": quote.exact, "prefix": quote.prefix, "suffix": quote.suffix},
            {"type": "TextPositionSelector", "start": quote.start, "end": quote.end},
        ]
    source = {
        "id": document_urn(original),
        "type": "Text",
        "desk:sha256": original.sha256,
        **_without_empty({"language": original.language, "desk:reference": original.reference}),
    }
    resource: dict[str, Any] = {"type": "SpecificResource", "source": source}
    if address:
        unit: dict[str, Any] = {"type": "FragmentSelector", "conformsTo": ADDRESSES, "value": escape(address, safe="")}
        resource["selector"] = {**unit, "refinedBy": words} if words else unit
    elif words:
        resource["selector"] = words
    return resource


def detach_reply(annotation: Annotation, item: dict[str, Any]) -> None:
    """Make a reply to an annotation that is not exported an annotation of its place."""
    item["target"] = item.pop("desk:place")
    item["motivation"] = _motivation(annotation)
    for body in item.get("body", ()):
        if body["purpose"] == "replying":
            body["purpose"] = item["motivation"]
