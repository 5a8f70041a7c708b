"""Documents in the database."""

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from delegate_desk.core.documents import (
    Address,
    Call,
    Document,
    DocumentId,
    Header,
    Held,
    Kind,
    Mark,
    MarkUp,
    Mention,
    Paragraph,
    Place,
    Span,
    SubjectCode,
)
from delegate_desk.core.references import COMMISSION_SERIES, Reference, parse
from delegate_desk.storage.database import Database

_HELD = """
    SELECT document.*,
        (SELECT count(*) FROM paragraph WHERE paragraph.document = document.id AND kind <> 'fn') AS paragraphs
    FROM document
"""
_CODES = "SELECT * FROM subject_code WHERE document BETWEEN ? AND ? ORDER BY document, position"
_LINKS = "SELECT * FROM document_link WHERE document BETWEEN ? AND ? ORDER BY document, kind, position"


@dataclass
class AlreadyHeldError(Exception):
    """A document with the same bytes is held."""

    held: Held


class DocumentStore:
    """The tables of documents, their paragraphs and what they name."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, document: Document, sha256: str, file_name: str) -> DocumentId:
        """Add a document whole, in one transaction.

        Raises:
            AlreadyHeldError: If its bytes are held.
        """
        header = document.header
        try:
            with self._database.write() as connection:
                cursor = connection.execute(
                    """
                    INSERT INTO document (
                        sha256, file_name, added, reference, language, original_language, date, marking, public,
                        classification, document_type, document_type_label, sender, recipient, subject, confidence,
                        mark_up
                    ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                    (
                        sha256, file_name, datetime.now(UTC).isoformat(), header.reference and str(header.reference),
                        header.language, header.original_language, header.date and header.date.isoformat(),
                        header.marking, header.public, header.classification, header.document_type,
                        header.document_type_label, header.sender, header.recipient, header.subject,
                        json.dumps(dict(header.confidence)), document.mark_up,
                    ),
                )  # fmt: skip
                key = DocumentId(int(cursor.lastrowid or 0))
                self._add_parts(connection, key, document)
        except sqlite3.IntegrityError as error:
            held = self.by_hash(sha256)
            if held is None:
                raise
            raise AlreadyHeldError(held) from error
        return key

    def _add_parts(self, connection: sqlite3.Connection, key: DocumentId, document: Document) -> None:
        header = document.header
        connection.executemany(
            "INSERT INTO subject_code (document, position, code, number) VALUES (?, ?, ?, ?)",
            [(key, n, c.code, c.number) for n, c in enumerate(header.subject_codes)],
        )
        links = (
            ("previous", header.previous_documents),
            ("commission", header.commission_documents),
            ("file", header.interinstitutional_files),
        )
        connection.executemany(
            "INSERT INTO document_link (document, kind, position, target) VALUES (?, ?, ?, ?)",
            [(key, kind, n, str(target)) for kind, targets in links for n, target in enumerate(targets)],
        )
        connection.executemany(
            """
            INSERT INTO paragraph (document, position, address, kind, label, marked, depth, page, spans, calls)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                (
                    key, n, unit.address, unit.kind, unit.label, unit.marked, unit.depth, unit.page,
                    json.dumps([(s.start, s.end, s.mark) for s in unit.spans]),
                    json.dumps([(c.offset, c.note) for c in unit.calls]),
                )
                for n, unit in enumerate(document.units())
            ],
        )  # fmt: skip
        connection.executemany(
            "INSERT INTO mention (document, position, text, target, address) VALUES (?, ?, ?, ?, ?)",
            [(key, n, m.text, str(m.target), m.address) for n, m in enumerate(document.mentions)],
        )

    def get(self, key: DocumentId) -> Held | None:
        """A document by its number, in the trash or not."""
        return next(iter(self._held("WHERE document.id = ?", (key,))), None)

    def by_hash(self, sha256: str) -> Held | None:
        """The document with these bytes, in the trash or not."""
        return next(iter(self._held("WHERE sha256 = ?", (sha256,))), None)

    def by_reference(self, reference: Reference) -> list[Held]:
        """The language versions held of a document, by language."""
        both = (reference.key, str(replace(reference, final=reference.series in COMMISSION_SERIES)))
        return self._held("WHERE reference IN (?, ?) AND trashed IS NULL ORDER BY language, document.id", both)

    def all(self) -> list[Held]:
        """The documents held, newest date first."""
        return self._held("WHERE trashed IS NULL ORDER BY date IS NULL, date DESC, reference, language, document.id")

    def trash(self) -> list[Held]:
        """The documents in the trash, latest first."""
        return self._held("WHERE trashed IS NOT NULL ORDER BY trashed DESC, document.id")

    def content(self, held: Held) -> Document:
        """A document with all its text."""
        with self._database.read() as connection:
            rows = _rows(connection, "SELECT * FROM paragraph WHERE document = ? ORDER BY position", (held.id,))
            mark_up = connection.execute("SELECT mark_up FROM document WHERE id = ?", (held.id,)).fetchone()[0]
        units = [_as_paragraph(row) for row in rows]
        return Document(
            held.header,
            tuple(unit for unit in units if unit.kind is not Kind.FOOTNOTE),
            tuple(unit for unit in units if unit.kind is Kind.FOOTNOTE),
            tuple(self.mentions(held.id)),
            MarkUp(mark_up),
        )

    def unit(self, place: Place) -> Paragraph | None:
        """One unit of a document."""
        with self._database.read() as connection:
            rows = _rows(
                connection,
                "SELECT * FROM paragraph WHERE document = ? AND address = ?",
                (place.document, place.address),
            )
        return _as_paragraph(rows[0]) if rows else None

    def other_languages(self, place: Place) -> list[str]:
        """The other languages in which the same document is held with the same address, in order."""
        with self._database.read() as connection:
            rows = connection.execute(
                """
                SELECT DISTINCT other.language FROM document AS this
                JOIN document AS other ON other.reference = this.reference AND other.language <> this.language
                JOIN paragraph ON paragraph.document = other.id AND paragraph.address = ?
                WHERE this.id = ? AND other.trashed IS NULL ORDER BY other.language
                """,
                (place.address, place.document),
            )
            return [str(row[0]) for row in rows]

    def addresses(self, key: DocumentId) -> list[Address]:
        """The addresses of a document, in reading order, footnotes last."""
        with self._database.read() as connection:
            rows = connection.execute("SELECT address FROM paragraph WHERE document = ? ORDER BY position", (key,))
            return [Address(row[0]) for row in rows]

    def mentions(self, key: DocumentId) -> list[Mention]:
        """What a document names, in reading order."""
        with self._database.read() as connection:
            rows = connection.execute(
                "SELECT text, target, address FROM mention WHERE document = ? ORDER BY position", (key,)
            )
            return [
                Mention(text, target, Address(address))
                for text, printed, address in rows
                if (target := parse(printed)) is not None
            ]

    def set_trashed(self, key: DocumentId, when: datetime | None) -> None:
        """Put a document in the trash, or bring it back."""
        with self._database.write() as connection:
            connection.execute("UPDATE document SET trashed = ? WHERE id = ?", (when and when.isoformat(), key))

    def remove_trashed(self, keys: Iterable[DocumentId]) -> list[DocumentId]:
        """Delete documents for good, with all that hangs on them; what left the trash meanwhile stays.

        Returns:
            The documents that are gone.
        """
        with self._database.write() as connection:
            return [
                key
                for key in keys
                if connection.execute("DELETE FROM document WHERE id = ? AND trashed IS NOT NULL", (key,)).rowcount
            ]

    def forget(self) -> None:
        """Leave nothing of what was removed on the disk."""
        self._database.forget()

    def hashes(self) -> dict[str, str]:
        """By hash, the file name of each document, those in the trash too."""
        with self._database.read() as connection:
            return {str(row[0]): str(row[1]) for row in connection.execute("SELECT sha256, file_name FROM document")}

    def _held(self, condition: str, values: tuple[object, ...] = ()) -> list[Held]:
        with self._database.read() as connection:
            rows = _rows(connection, f"{_HELD} {condition}", values)
            codes: dict[int, list[SubjectCode]] = {}
            links: dict[tuple[int, str], list[str]] = {}
            low, high = (min(keys), max(keys)) if (keys := [row["id"] for row in rows]) else (0, -1)
            for row in _rows(connection, _CODES, (low, high)):
                codes.setdefault(row["document"], []).append(SubjectCode(row["code"], row["number"]))
            for row in _rows(connection, _LINKS, (low, high)):
                links.setdefault((row["document"], row["kind"]), []).append(row["target"])
        return [_as_held(row, codes.get(row["id"], []), links) for row in rows]


def _rows(connection: sqlite3.Connection, statement: str, values: tuple[object, ...] = ()) -> list[sqlite3.Row]:
    cursor = connection.cursor()
    cursor.row_factory = sqlite3.Row
    return cursor.execute(statement, values).fetchall()


def _as_paragraph(row: sqlite3.Row) -> Paragraph:
    return Paragraph(
        Address(row["address"]),
        Kind(row["kind"]),
        row["label"],
        row["marked"],
        row["depth"],
        row["page"],
        tuple(Span(start, end, Mark(mark)) for start, end, mark in json.loads(row["spans"])),
        tuple(Call(offset, Address(note)) for offset, note in json.loads(row["calls"])),
    )


def _as_held(row: sqlite3.Row, codes: list[SubjectCode], links: dict[tuple[int, str], list[str]]) -> Held:
    key = row["id"]
    header = Header(
        language=row["language"],
        reference=parse(row["reference"]) if row["reference"] else None,
        original_language=row["original_language"],
        date=date.fromisoformat(row["date"]) if row["date"] else None,
        marking=row["marking"],
        public=bool(row["public"]),
        classification=row["classification"],
        document_type=row["document_type"],
        document_type_label=row["document_type_label"],
        sender=row["sender"],
        recipient=row["recipient"],
        subject=row["subject"],
        subject_codes=tuple(codes),
        interinstitutional_files=tuple(links.get((key, "file"), ())),
        previous_documents=_references(links.get((key, "previous"), ())),
        commission_documents=_references(links.get((key, "commission"), ())),
        confidence=json.loads(row["confidence"]),
    )
    return Held(
        id=DocumentId(key),
        sha256=row["sha256"],
        file_name=row["file_name"],
        header=header,
        paragraphs=row["paragraphs"],
        added=datetime.fromisoformat(row["added"]),
        trashed=datetime.fromisoformat(row["trashed"]) if row["trashed"] else None,
    )


def _references(printed: Iterable[str]) -> tuple[Reference, ...]:
    return tuple(reference for text in printed if (reference := parse(text)) is not None)
