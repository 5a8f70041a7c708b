"""Core values as rows of the tables of documents, and back."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from functools import lru_cache
from sys import intern
from typing import Any

from delegate_desk.core.documents.document import (
    Address,
    Call,
    Document,
    DocumentId,
    Header,
    Kind,
    LibraryDocument,
    Mark,
    PageBox,
    Paragraph,
    Span,
    SubjectCode,
)
from delegate_desk.core.documents.references import Reference, parse_reference
from delegate_desk.storage.db import sqlite_engine


def rows(connection: sqlite3.Connection, statement: str, values: tuple[object, ...] = ()) -> list[sqlite3.Row]:
    """The rows of a query, by the names of their columns."""
    return list(each_row(connection, statement, values))


def each_row(connection: sqlite3.Connection, statement: str, values: tuple[object, ...] = ()) -> Iterator[sqlite3.Row]:
    """The rows of a query one after the other, for as long as nobody else reads with the connection."""
    cursor = connection.cursor()
    cursor.row_factory = sqlite_engine.row_class(connection)
    return iter(cursor.execute(statement, values))


def from_header(header: Header) -> tuple[object, ...]:
    """A header's own columns, from ``reference`` to ``confidence``; lists have tables of theirs."""
    return (
        header.reference and str(header.reference), header.language, header.original_language,
        header.date and header.date.isoformat(), header.marking, header.public, header.classification,
        header.document_type, header.document_type_label, header.sender, header.recipient, header.subject,
        json.dumps(dict(header.confidence)),
    )  # fmt: skip


def from_document(document: Document) -> tuple[object, ...]:
    """Return further columns of a document: mark-up, its reason, remarks, places of the header fields, notice."""
    places = {name: _from_boxes(boxes) for name, boxes in document.header_boxes.items()}
    notice = json.dumps(dict(document.notice), ensure_ascii=False)
    remarks = json.dumps([str(remark) for remark in document.remarks])
    return (document.mark_up, document.why or "", remarks, json.dumps(places), notice)


def from_paragraph(unit: Paragraph) -> tuple[object, ...]:
    """A unit's columns, from ``address`` to ``sources``."""
    return (
        unit.address, unit.kind, unit.label, unit.marked, unit.depth, unit.page, from_spans(unit.spans),
        json.dumps([(c.offset, c.note) for c in unit.calls]), json.dumps(_from_boxes(unit.boxes)),
        json.dumps(unit.sources),
    )  # fmt: skip


def from_spans(spans: Iterable[Span]) -> str:
    """Return the stored form of the spans of marks on a text."""
    return json.dumps([(s.start, s.end, s.mark) for s in spans])


def as_paragraph(row: sqlite3.Row, labels: Mapping[str, str] = {}) -> Paragraph:
    """The unit of a row, its calls with the labels of their footnotes, as far as they are given, by address."""
    return Paragraph(
        Address(row["address"]),
        Kind(row["kind"]),
        row["label"],
        row["marked"],
        row["depth"],
        row["page"],
        tuple(Span(start, end, Mark(mark)) for start, end, mark in json.loads(row["spans"])),
        tuple(Call(offset, Address(note), labels.get(note, "")) for offset, note in json.loads(row["calls"])),
        _as_boxes(json.loads(row["boxes"])),
        tuple(json.loads(row["sources"])),
    )


def as_header_boxes(kept: str) -> Mapping[str, tuple[PageBox, ...]]:
    """Return the boxes of a header's fields, by name."""
    return {name: _as_boxes(boxes) for name, boxes in json.loads(kept).items()}


def as_library_document(
    row: sqlite3.Row, codes: Iterable[SubjectCode], links: Mapping[tuple[int, str], list[str]]
) -> LibraryDocument:
    """The document of a row, with its codes and what it is linked to by number and kind of link."""
    key = row["id"]
    header = Header(
        language=_shared(row["language"]),
        reference=parse_reference(row["reference"]) if row["reference"] else None,
        original_language=_shared(row["original_language"]),
        date=date.fromisoformat(row["date"]) if row["date"] else None,
        marking=_shared(row["marking"]),
        public=bool(row["public"]),
        classification=_shared(row["classification"]),
        document_type=_shared(row["document_type"]),
        document_type_label=_shared(row["document_type_label"]),
        sender=_shared(row["sender"]),
        recipient=_shared(row["recipient"]),
        subject=row["subject"],
        subject_codes=tuple(codes),
        interinstitutional_files=tuple(links.get((key, "file"), ())),
        previous_documents=_references(links.get((key, "previous"), ())),
        commission_documents=_references(links.get((key, "commission"), ())),
        confidence=_confidence(row["confidence"]),
    )
    return LibraryDocument(
        id=DocumentId(key),
        sha256=row["sha256"],
        file_name=row["file_name"],
        header=header,
        paragraphs=row["paragraphs"],
        added=datetime.fromisoformat(row["added"]),
        trashed=datetime.fromisoformat(row["trashed"]) if row["trashed"] else None,
    )


def _shared(words: Any) -> Any:
    """Words that many documents have in common, of which they hold one copy; anything else as it is."""
    return intern(words) if type(words) is str else words


@lru_cache(maxsize=256)
def _confidence(kept: str) -> Mapping[str, float]:
    """Return the confidence of each field; most documents have the same values and share them."""
    return json.loads(kept)  # type: ignore[no-any-return]  # as it was written


def _from_boxes(boxes: Iterable[PageBox]) -> list[tuple[object, ...]]:
    return [(box.page, box.left, box.top, box.right, box.bottom) for box in boxes]


def _as_boxes(kept: Iterable[tuple[int, float, float, float, float]]) -> tuple[PageBox, ...]:
    return tuple(PageBox(*sides) for sides in kept)


def _references(printed: Iterable[str]) -> tuple[Reference, ...]:
    return tuple(reference for text in printed if (reference := parse_reference(text)) is not None)
