"""Entries to find, made of values, for tests that need an index and no library."""

import datetime
from typing import Any

from delegate_desk.core.annotations.annotation import AnnotationId
from delegate_desk.core.documents import references
from delegate_desk.core.documents.document import Address, DocumentId, Header, SubjectCode
from delegate_desk.core.search import HitKind, IndexEntry

GREEK = Header(
    language="el",
    reference=references.parse_reference("12862/19"),
    date=datetime.date(2019, 10, 8),
    document_type="outcome_of_proceedings",
    document_type_label="ΑΠΟΤΕΛΕΣΜΑΤΑ ΤΩΝ ΕΡΓΑΣΙΩΝ",
    sender="Προεδρία",
    subject_codes=(SubjectCode("ENFOPOL", 434), SubjectCode("JAI", 1037)),
)
ENGLISH = Header(
    language="en",
    reference=references.parse_reference("ST 7001/1/26 REV 1"),
    date=datetime.date(2026, 3, 4),
    marking="LIMITE",
    document_type="note",
    document_type_label="NOTE",
    sender="General Secretariat of the Council",
    subject_codes=(SubjectCode("TRANS", 88),),
    interinstitutional_files=("2022/0155(COD)",),
)


def paragraph(text: str, address: str = "para_1", document: int = 1, header: Header = GREEK) -> IndexEntry:
    """A paragraph of a document."""
    return IndexEntry(f"document {document}", HitKind.PARAGRAPH, DocumentId(document), Address(address), text, header)


def note(text: str, key: str = "n1", **more: Any) -> IndexEntry:
    """A note on the first paragraph of the first document."""
    place = {"document": DocumentId(1), "address": Address("para_1"), "header": GREEK}
    known = {"annotation": AnnotationId(key), "annotation_kind": "note", **place, **more}
    return IndexEntry(f"annotation {key}", HitKind.ANNOTATION, text=text, **known)
