"""Corrections in the database: what a person put right, and beside it what was read."""

from collections.abc import Iterable
from datetime import datetime

from delegate_desk.core.documents.corrections import CorrectableField, Correction
from delegate_desk.core.documents.document import DocumentId, MarkUp, Paragraph
from delegate_desk.storage.db.database import Database
from delegate_desk.storage.db.document_rows import from_spans, rows


class CorrectionStore:
    """The table of corrections, and what words bear where a person overruled it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def for_document(self, document: DocumentId) -> list[Correction]:
        """The corrections of a document, oldest first."""
        with self._database.read() as connection:
            found = rows(connection, "SELECT * FROM correction WHERE document = ? ORDER BY made, field", (document,))
        return [
            Correction(
                CorrectableField(row["field"]),
                row["value"],
                row["read"],
                row["confidence"],
                datetime.fromisoformat(row["made"]),
            )
            for row in found
        ]

    def get(self, document: DocumentId, field: CorrectableField) -> Correction | None:
        """The correction of one field; None where it stands as read."""
        return next((one for one in self.for_document(document) if one.field is field), None)

    def save(self, document: DocumentId, correction: Correction) -> None:
        """Keep a correction in the place of any of its field."""
        with self._database.write() as connection:
            connection.execute(
                """
                INSERT INTO correction (document, field, value, read, confidence, made) VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (document, field) DO UPDATE SET
                    value = excluded.value, read = excluded.read, confidence = excluded.confidence,
                    made = excluded.made
                """,
                (
                    document, correction.field, correction.value, correction.read, correction.confidence,
                    correction.made.isoformat(),
                ),
            )  # fmt: skip

    def remove(self, document: DocumentId, field: CorrectableField) -> None:
        """Forget a correction."""
        with self._database.write() as connection:
            connection.execute("DELETE FROM correction WHERE document = ? AND field = ?", (document, field))

    def overrule(self, document: DocumentId, mark_up: MarkUp, units: Iterable[Paragraph]) -> None:
        """Say otherwise what words bear in some units; how they were judged is kept aside."""
        with self._database.write() as connection:
            connection.execute("UPDATE document SET mark_up = ? WHERE id = ?", (mark_up, document))
            connection.executemany(
                """
                UPDATE paragraph SET judged = coalesce(judged, spans), spans = ? WHERE document = ? AND address = ?
                """,
                [(from_spans(unit.spans), document, unit.address) for unit in units],
            )

    def judge_again(self, document: DocumentId, mark_up: MarkUp) -> None:
        """Let words bear what they were judged to bear."""
        with self._database.write() as connection:
            connection.execute("UPDATE document SET mark_up = ? WHERE id = ?", (mark_up, document))
            connection.execute(
                "UPDATE paragraph SET spans = judged, judged = NULL WHERE document = ? AND judged IS NOT NULL",
                (document,),
            )
