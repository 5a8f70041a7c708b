"""Documents in the database."""

import json
import re
import sqlite3
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cached_property, lru_cache
from pathlib import Path
from sys import intern
from typing import Any

from delegate_desk.core.documents.corrections import CorrectableField, Correction
from delegate_desk.core.documents.document import (
    Address,
    Call,
    Document,
    DocumentId,
    Header,
    Kind,
    LibraryDocument,
    Mark,
    MarkUp,
    Mention,
    PageBox,
    Paragraph,
    Place,
    Span,
    SubjectCode,
)
from delegate_desk.core.documents.dossier_timeline import OwnItemCounts
from delegate_desk.core.documents.dossiers import DossierAssignment, file_without_procedure
from delegate_desk.core.documents.reading_remarks import parse_markup_reason, parse_remark
from delegate_desk.core.documents.references import COMMISSION_SERIES, Reference, parse_reference
from delegate_desk.core.errors import UnknownDocumentError
from delegate_desk.core.exchange.annotation_exchange import DocumentIdentity
from delegate_desk.core.values import dataclass
from delegate_desk.paths import load_table
from delegate_desk.storage.db import sqlite_engine
from delegate_desk.storage.db.record_rows import RowCodec, Store, as_cell, each_row, insert, rows, update

_HELD = """
    SELECT document.*,
        (
            SELECT count(*) FROM paragraph WHERE paragraph.document = document.id
            AND NOT (address GLOB 'fn_*' AND address NOT GLOB '*__*')
        ) AS paragraphs,
        (SELECT value FROM correction WHERE correction.document = document.id AND field = 'short_title') AS short_title
    FROM document
"""
"""Documents in the library with the number of their paragraphs.

Footnotes are recognised by address, which is indexed.
"""
_CODES = "SELECT * FROM subject_code WHERE document BETWEEN ? AND ? ORDER BY document, position"
_LINKS = "SELECT * FROM document_link WHERE document BETWEEN ? AND ? ORDER BY document, kind, position"

_TITLED = """
    SELECT document.reference, correction.* FROM correction JOIN document ON document.id = document
    WHERE field = 'short_title' ORDER BY made DESC
"""
_CORRECTIONS = RowCodec(Correction, "correction")
_CHOICES = RowCodec(DossierAssignment, "dossier_choice")

_KEPT = 4
"""Maximum number of documents whose content is kept: two revisions in two languages."""


@dataclass
class DuplicateDocumentError(Exception):
    document: LibraryDocument


@lru_cache(1)
def _former_remarks() -> Mapping[str, str]:
    """Return the remarks of versions up to 0.8 with their present wording."""
    return dict(load_table("former_remarks")["present"])


class DocumentStore(Store):
    def add(self, document: Document, sha256: str, file_name: str, read_by: int = 1) -> DocumentId:
        """Add a whole document, in one transaction, with the hash of its bytes in hexadecimal.

        Raises:
            DuplicateDocumentError: If the library has its bytes.
        """
        try:
            with self._database.write() as connection:
                row = {**_from_header(document.header), **_from_document(document), "read_by": read_by}
                row |= {"sha256": sha256, "file_name": file_name, "added": datetime.now(UTC).isoformat()}
                key = DocumentId(insert(connection, "document", row))
                self._insert_lists(connection, key, document.header)
                self._insert_text(connection, key, document)
                reference = document.header.reference
                for other in rows(connection, _TITLED):  # a person may have given a short title to its family
                    titled = parse_reference(other["reference"]) if other["reference"] else None
                    if reference is not None and titled is not None and titled.family == reference.family:
                        _CORRECTIONS.upsert(connection, _CORRECTIONS.value(other), document=key)
                        break
        except sqlite_engine.integrity_errors() as error:
            existing = self.by_hash(sha256)
            if existing is None:
                raise
            raise DuplicateDocumentError(existing) from error
        return key

    def replace(self, key: DocumentId, document: Document, read_by: int) -> None:
        """Replace the stored document by another reading of the same bytes."""
        with self._database.write() as connection:
            self.set_header(key, document.header)
            update(connection, "document", {**_from_document(document), "read_by": read_by}, id=key)
            self._insert_text(connection, key, document)

    def set_header(self, key: DocumentId, header: Header) -> None:
        """Replace the header of a document; the documents mentioned in the text stay."""
        with self._database.write() as connection:
            update(connection, "document", _from_header(header), id=key)
            self._insert_lists(connection, key, header)

    def set_mentions(self, key: DocumentId, mentions: Iterable[Mention]) -> None:
        with self._database.write() as connection:
            connection.execute("DELETE FROM mention WHERE document = ?", (key,))
            connection.executemany(
                "INSERT INTO mention (document, position, text, target, address) VALUES (?, ?, ?, ?, ?)",
                [(key, n, m.text, str(m.target), m.address) for n, m in enumerate(mentions)],
            )

    def _insert_lists(self, connection: sqlite3.Connection, key: DocumentId, header: Header) -> None:
        connection.execute("DELETE FROM subject_code WHERE document = ?", (key,))
        connection.executemany(
            "INSERT INTO subject_code (document, position, code, number) VALUES (?, ?, ?, ?)",
            [(key, n, c.code, c.number) for n, c in enumerate(header.subject_codes)],
        )
        links = (
            ("previous", header.previous_documents),
            ("commission", header.commission_documents),
            ("file", header.interinstitutional_files),
        )
        connection.execute("DELETE FROM document_link WHERE document = ?", (key,))
        connection.executemany(
            "INSERT INTO document_link (document, kind, position, target) VALUES (?, ?, ?, ?)",
            [(key, kind, n, str(target)) for kind, targets in links for n, target in enumerate(targets)],
        )

    def _insert_text(self, connection: sqlite3.Connection, key: DocumentId, document: Document) -> None:
        connection.execute("DELETE FROM paragraph WHERE document = ?", (key,))
        for position, unit in enumerate(document.units()):
            row = {name: getattr(unit, name) for name in ("address", "kind", "label", "marked", "depth", "page")}
            row |= {"document": key, "position": position, "spans": _from_spans(unit.spans)}
            row["calls"] = json.dumps([(call.offset, call.note) for call in unit.calls])
            row |= {"boxes": json.dumps(_from_boxes(unit.boxes)), "sources": json.dumps(unit.sources)}
            insert(connection, "paragraph", row)
        self.set_mentions(key, document.mentions)

    def get(self, key: DocumentId) -> LibraryDocument | None:
        return next(iter(self._select("WHERE document.id = ?", (key,))), None)

    def held(self, key: DocumentId) -> LibraryDocument:
        """Return a document by its number.

        Raises:
            UnknownDocumentError: If there is none, not even in the trash.
        """
        document = self.get(key)
        if document is None:
            raise UnknownDocumentError(f"#{key}")
        return document

    def by_hash(self, sha256: str) -> LibraryDocument | None:
        return next(iter(self._select("WHERE sha256 = ?", (sha256,))), None)

    def by_reference(self, reference: Reference) -> list[LibraryDocument]:
        """Return the language versions of a document in the library, by language."""
        forms = (reference.key, str(replace(reference, final=reference.series in COMMISSION_SERIES)))
        return self._select("WHERE reference IN (?, ?) AND trashed IS NULL ORDER BY language, document.id", forms)

    def matching(self, original: DocumentIdentity) -> LibraryDocument | None:
        """Return the document with the same bytes, else the last import of the same reference in the same language."""
        same = self.by_hash(original.sha256) if original.sha256 else None
        if same and not same.trashed:
            return same
        reference = parse_reference(original.reference)
        versions = self.by_reference(reference) if reference else []
        versions_in_language = [document for document in versions if document.header.language == original.language]
        return max(versions_in_language, key=lambda document: document.id, default=None)

    def all(self) -> list[LibraryDocument]:
        """Return the documents in the library, newest date first."""
        return self._select("WHERE trashed IS NULL ORDER BY date IS NULL, date DESC, reference, language, document.id")

    def trash(self) -> list[LibraryDocument]:
        return self._select("WHERE trashed IS NOT NULL ORDER BY trashed DESC, document.id")

    def content(self, document: LibraryDocument) -> Document:
        """Return the content of a document; that of the documents loaded last is kept until they change."""
        load = self._load_content if self._database.is_writing else self._kept_content  # it may be rolled back
        content = load(document.id, self._database.change_number("document", str(document.id)))
        return replace(content, header=document.header)  # its short title is stored elsewhere

    @cached_property
    def _kept_content(self) -> Callable[[DocumentId, int], Document]:
        return lru_cache(_KEPT)(self._load_content)

    def _load_content(self, key: DocumentId, _change: int) -> Document:
        with self._database.read() as connection:
            paragraphs = rows(connection, "SELECT * FROM paragraph WHERE document = ? ORDER BY position", (key,))
            (record,) = rows(connection, "SELECT * FROM document WHERE id = ?", (key,))
        labels = {row["address"]: row["label"] for row in paragraphs if row["kind"] == Kind.FOOTNOTE}
        units = [as_paragraph(row, labels) for row in paragraphs]
        former = _former_remarks()
        return Document(
            self.held(key).header,
            tuple(unit for unit in units if unit.kind is not Kind.FOOTNOTE),
            tuple(unit for unit in units if unit.kind is Kind.FOOTNOTE),
            tuple(self.mentions(key)),
            MarkUp(record["mark_up"]),
            parse_markup_reason(record["why"], former),
            {name: _as_boxes(boxes) for name, boxes in json.loads(record["header_boxes"]).items()},
            tuple(remark for stored in json.loads(record["remarks"]) if (remark := parse_remark(stored, former))),
            json.loads(record["notice"]),
        )

    def unit(self, place: Place) -> Paragraph | None:
        found = self._rows("SELECT * FROM paragraph WHERE document = ? AND address = ?", place.document, place.address)
        return as_paragraph(found[0]) if found else None

    def addresses(self, key: DocumentId) -> list[Address]:
        """Return the addresses of a document, in reading order, footnotes last."""
        statement = "SELECT address FROM paragraph WHERE document = ? ORDER BY position"
        return list(map(Address, self._column(statement, key)))

    def mentions(self, key: DocumentId) -> list[Mention]:
        """Return the documents mentioned in a document, in reading order."""
        found = self._rows("SELECT text, target, address FROM mention WHERE document = ? ORDER BY position", key)
        return [
            Mention(text, target, Address(address))
            for text, printed, address in found
            if (target := parse_reference(printed)) is not None
        ]

    def all_mentions(self) -> list[tuple[Reference, DocumentId]]:
        """Return each pair of a document mentioned and the library document that mentions it, once, by number."""
        found = self._rows("""
            SELECT DISTINCT target, document FROM mention JOIN document ON document.id = mention.document
            WHERE document.trashed IS NULL ORDER BY document
            """)
        return [(target, DocumentId(key)) for printed, key in found if (target := parse_reference(printed)) is not None]

    def references_on_agendas(self) -> list[Reference]:
        found = self._column("""
            SELECT DISTINCT named.value FROM agenda_item JOIN meeting ON meeting.id = agenda_item.meeting
            JOIN json_each(agenda_item.documents) AS named WHERE meeting.trashed IS NULL
            """)
        return list(_references(found))

    def read_before(self, version: int) -> list[LibraryDocument]:
        return self._select("WHERE trashed IS NULL AND read_by < ? ORDER BY document.id", (version,))

    def set_trashed(self, key: DocumentId, when: datetime | None) -> None:
        self._execute("UPDATE document SET trashed = ? WHERE id = ?", when and when.isoformat(), key)

    def remove_trashed(self, keys: Iterable[DocumentId]) -> list[DocumentId]:
        """Delete documents permanently, with everything on them; return them, without those restored meanwhile."""
        with self._database.write() as connection:
            return [
                key
                for key in keys
                if connection.execute("DELETE FROM document WHERE id = ? AND trashed IS NOT NULL", (key,)).rowcount
            ]

    def hashes(self) -> dict[str, str]:
        """Return the file name of each document by hash, including those in the trash."""
        return {str(row[0]): str(row[1]) for row in self._rows("SELECT sha256, file_name FROM document")}

    def _select(self, condition: str, values: tuple[object, ...] = ()) -> list[LibraryDocument]:
        with self._database.read() as connection:
            low, high = connection.execute(
                f"SELECT min(document.id), max(document.id) FROM document {condition}",  # noqa: S608  (our own words)
                values,
            ).fetchone()
            codes: dict[int, list[SubjectCode]] = {}
            links: dict[tuple[int, str], list[str]] = {}
            for row in rows(connection, _CODES, (low, high)):
                codes.setdefault(row["document"], []).append(SubjectCode(row["code"], row["number"]))
            for row in rows(connection, _LINKS, (low, high)):
                links.setdefault((row["document"], row["kind"]), []).append(row["target"])
            found = each_row(connection, f"{_HELD} {condition}", values)
            return [as_library_document(row, codes.get(row["id"], ()), links) for row in found]


class CorrectionStore(Store):
    def for_document(self, document: DocumentId) -> list[Correction]:
        """Return the corrections of a document, oldest first."""
        return self._values(_CORRECTIONS, "WHERE document = ? ORDER BY made, field", document)

    def get(self, document: DocumentId, field: CorrectableField) -> Correction | None:
        return self._value(_CORRECTIONS, "WHERE document = ? AND field = ?", document, field)

    def save(self, document: DocumentId, correction: Correction) -> None:
        self._save(_CORRECTIONS, [correction], document=document)

    def remove(self, document: DocumentId, field: CorrectableField) -> None:
        self._execute("DELETE FROM correction WHERE document = ? AND field = ?", document, field)

    def overrule(self, document: DocumentId, mark_up: MarkUp, units: Iterable[Paragraph]) -> None:
        """Change how the marked words of some units are judged; the automatic judgement is kept."""
        with self._database.write() as connection:
            connection.execute("UPDATE document SET mark_up = ? WHERE id = ?", (mark_up, document))
            connection.executemany(
                """
                UPDATE paragraph SET judged = coalesce(judged, spans), spans = ? WHERE document = ? AND address = ?
                """,
                [(_from_spans(unit.spans), document, unit.address) for unit in units],
            )

    def judge_again(self, document: DocumentId, mark_up: MarkUp) -> None:
        with self._database.write() as connection:
            connection.execute("UPDATE document SET mark_up = ? WHERE id = ?", (mark_up, document))
            connection.execute(
                "UPDATE paragraph SET spans = judged, judged = NULL WHERE document = ? AND judged IS NOT NULL",
                (document,),
            )


@dataclass(frozen=True, slots=True)
class FileState:
    """Size of a file in bytes, and its time in nanoseconds since 1970; if either changes, it is another file."""

    size: int
    modified: int


class WatchStore(Store):
    def folders(self) -> list[Path]:
        """Return the watched folders in the order in which they were added; a folder may be temporarily missing."""
        return list(map(Path, self._column("SELECT path FROM watched_folder ORDER BY id")))

    def watch(self, folder: Path) -> None:
        self._execute("INSERT OR IGNORE INTO watched_folder (path) VALUES (?)", str(folder))

    def unwatch(self, folder: Path) -> None:
        """Stop watching a folder, and forget the files seen in it."""
        self._execute("DELETE FROM watched_folder WHERE path = ?", str(folder))

    def seen(self, folder: Path) -> dict[str, FileState]:
        rows = self._rows(
            """
            SELECT name, size, modified FROM seen_file
            JOIN watched_folder ON watched_folder.id = seen_file.watched_folder WHERE watched_folder.path = ?
            """,
            str(folder),
        )
        return {name: FileState(size, modified) for name, size, modified in rows}

    def see(self, folder: Path, name: str, state: FileState) -> None:
        """Record that a file was seen; ignored for folders no longer watched."""
        self._execute(
            """
            INSERT OR REPLACE INTO seen_file (watched_folder, name, size, modified)
            SELECT id, ?, ?, ? FROM watched_folder WHERE path = ?
            """,
            *(name, state.size, state.modified, str(folder)),
        )


_HEADER = (
    "reference", "language", "original_language", "date", "marking", "public", "classification", "document_type",
    "document_type_label", "sender", "recipient", "subject",
)  # fmt: skip

_SHARED = (
    "language", "original_language", "marking", "classification", "document_type", "document_type_label", "sender",
    "recipient",
)  # fmt: skip
"""Columns with words that many documents have in common."""


def _from_header(header: Header) -> dict[str, object]:
    """A header's own columns; lists have tables of theirs."""
    row = {name: as_cell(getattr(header, name)) for name in _HEADER}
    return row | {"confidence": json.dumps(dict(header.confidence))}


def _from_document(document: Document) -> dict[str, object]:
    """Further columns of a document: mark-up, its reason, remarks, places of the header fields, notice."""
    places = {name: _from_boxes(boxes) for name, boxes in document.header_boxes.items()}
    return {
        "mark_up": document.mark_up,
        "why": document.why or "",
        "remarks": json.dumps([str(remark) for remark in document.remarks]),
        "header_boxes": json.dumps(places),
        "notice": json.dumps(dict(document.notice), ensure_ascii=False),
    }


def _from_spans(spans: Iterable[Span]) -> str:
    return json.dumps([(s.start, s.end, s.mark) for s in spans])


def as_paragraph(row: sqlite3.Row, labels: Mapping[str, str] = {}) -> Paragraph:
    """Return the unit of a row; its footnote references have the labels given by address."""
    return Paragraph(
        Address(row["address"]),
        Kind(row["kind"]),
        row["label"],
        row["marked"],
        row["depth"],
        row["page"],
        tuple(Span(start, end, Mark(mark)) for start, end, mark in _values(row["spans"])),
        tuple(Call(offset, Address(note), labels.get(note, "")) for offset, note in _values(row["calls"])),
        _as_boxes(_values(row["boxes"])),
        tuple(_values(row["sources"])),
    )


def _values(stored: str) -> Any:
    """Return a stored list; most of a text's are empty, and to parse those takes half the time of loading it."""
    return json.loads(stored) if stored != "[]" else ()


def as_library_document(
    row: sqlite3.Row, codes: Iterable[SubjectCode], links: Mapping[tuple[int, str], list[str]]
) -> LibraryDocument:
    key = row["id"]
    words = {name: row[name] for name in _SHARED}
    shared = {name: intern(text) if type(text) is str else text for name, text in words.items()}
    header = Header(
        reference=parse_reference(row["reference"]) if row["reference"] else None,
        date=date.fromisoformat(row["date"]) if row["date"] else None,
        public=bool(row["public"]),
        subject=row["subject"],
        subject_codes=tuple(codes),
        interinstitutional_files=tuple(links.get((key, "file"), ())),
        previous_documents=_references(links.get((key, "previous"), ())),
        commission_documents=_references(links.get((key, "commission"), ())),
        confidence=_confidence(row["confidence"]),
        short_title=row["short_title"] or "",
        **shared,
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


@lru_cache(maxsize=256)
def _confidence(stored: str) -> Mapping[str, float]:
    """Return the confidence of each field; most documents have the same values and share them."""
    return json.loads(stored)  # type: ignore[no-any-return]  # as it was written


def _from_boxes(boxes: Iterable[PageBox]) -> list[tuple[object, ...]]:
    return [(box.page, box.left, box.top, box.right, box.bottom) for box in boxes]


def _as_boxes(stored: Iterable[tuple[int, float, float, float, float]]) -> tuple[PageBox, ...]:
    return tuple(PageBox(*sides) for sides in stored)


def _references(printed: Iterable[str]) -> tuple[Reference, ...]:
    return tuple(reference for text in printed if (reference := parse_reference(text)) is not None)


_FILE = re.compile(r"(?<![\d/])(?:19|20)\d{2}/0\d{3}(?![\d/])(?:\s?\([A-Z]{3}\))?")
_LOOKS_LIKE_FILE = "*[12][09][0-9][0-9]/0[0-9][0-9][0-9]*"
_OWN_ITEM_COUNTS = """
    SELECT id,
        (SELECT count(*) FROM annotation WHERE annotation.document = document.id AND annotation.trashed IS NULL),
        (SELECT count(*) FROM position_item WHERE position_item.document = document.id),
        (SELECT count(*) FROM intervention JOIN line ON line.id = intervention.line
            JOIN meeting ON meeting.id = line.meeting
            WHERE intervention.document = document.id AND line.trashed IS NULL AND meeting.trashed IS NULL)
    FROM document WHERE id IN (SELECT value FROM json_each(?))
"""


class DossierStore(Store):
    def choices(self) -> dict[DocumentId, DossierAssignment]:
        return {row["document"]: _CHOICES.value(row) for row in self._rows("SELECT * FROM dossier_choice")}

    def save_choices(self, choices: Mapping[DocumentId, DossierAssignment | None]) -> None:
        """Save the assignments of documents, or delete them; documents that no longer exist are skipped."""
        with self._database.write() as connection:
            connection.executemany("DELETE FROM dossier_choice WHERE document = ?", [(key,) for key in choices])
            connection.executemany(
                "INSERT INTO dossier_choice (document, dossier, made) SELECT id, ?, ? FROM document WHERE id = ?",
                [
                    (assignment.dossier, assignment.made.isoformat(), key)
                    for key, assignment in choices.items()
                    if assignment
                ],
            )

    def refusals(self) -> set[tuple[DocumentId, str]]:
        found = self._rows("SELECT document, dossier FROM dossier_refusal")
        return {(DocumentId(key), str(dossier)) for key, dossier in found}

    def save_refusals(self, refusals: Iterable[tuple[DocumentId, str]], *, refused: bool) -> None:
        statement = (
            "INSERT OR IGNORE INTO dossier_refusal (document, dossier) SELECT id, ? FROM document WHERE id = ?"
            if refused
            else "DELETE FROM dossier_refusal WHERE dossier = ? AND document = ?"
        )
        self._execute_many(statement, [(dossier, key) for key, dossier in refusals])

    def mentions(self, documents: Collection[DocumentId]) -> dict[DocumentId, list[Mention]]:
        """Return the mentions in some documents, each target once at its first place, in reading order."""
        found = self._rows(
            """
            SELECT document, target, address, text, min(position) FROM mention
            WHERE document IN (SELECT value FROM json_each(?)) GROUP BY document, target ORDER BY document, 5
            """,
            json.dumps(list(documents)),
        )
        by_document: dict[DocumentId, list[Mention]] = {}
        for key, printed, address, text, _ in found:
            if (target := parse_reference(printed)) is not None:
                by_document.setdefault(DocumentId(key), []).append(Mention(text, target, Address(address)))
        return by_document

    def files_named(self, documents: Collection[DocumentId]) -> dict[DocumentId, list[tuple[str, Address]]]:
        """Return the interinstitutional files named in some texts, without their procedures, with their places.

        Slow.
        """
        found = self._rows(
            """
            SELECT document, address, marked FROM paragraph
            WHERE document IN (SELECT value FROM json_each(?)) AND marked GLOB ? ORDER BY document, position
            """,
            *(json.dumps(list(documents)), _LOOKS_LIKE_FILE),
        )
        files: dict[DocumentId, list[tuple[str, Address]]] = {}
        for key, address, text in found:
            for match in _FILE.finditer(text):
                files.setdefault(DocumentId(key), []).append((file_without_procedure(match.group()), Address(address)))
        return files

    def own_item_counts(self, documents: Collection[DocumentId]) -> dict[DocumentId, OwnItemCounts]:
        found = self._rows(_OWN_ITEM_COUNTS, json.dumps(list(documents)))
        return {
            DocumentId(key): OwnItemCounts(notes, lines, interventions) for key, notes, lines, interventions in found
        }
