"""Database reads for the search: the texts of many units, annotations and positions at once, and little else."""

import json
import sqlite3
from collections.abc import Collection, Iterable
from typing import NamedTuple

from delegate_desk.core.annotations.annotation import AnnotationId
from delegate_desk.core.documents.document import Address, DocumentId, Kind, Mark, Place, View
from delegate_desk.core.documents.references import Reference, parse_reference
from delegate_desk.core.meetings.meeting import LineId
from delegate_desk.core.text import tidy
from delegate_desk.core.values import dataclass
from delegate_desk.storage.db.database import Database
from delegate_desk.storage.db.record_rows import rows
from delegate_desk.storage.db.stores.documents import as_paragraph

_UNIT = "paragraph.address, paragraph.kind, paragraph.label, paragraph.marked, paragraph.spans"
_OF = f"SELECT {_UNIT} FROM paragraph WHERE document = ? ORDER BY position"  # noqa: S608  (names of our own)
_AT = f"""
    SELECT paragraph.document, {_UNIT} FROM json_each(?) AS place
    CROSS JOIN paragraph ON paragraph.document = json_extract(place.value, '$[0]')
        AND paragraph.address = json_extract(place.value, '$[1]')
"""  # noqa: S608  (names of our own)
_READ_WHOLE = "SELECT * FROM paragraph WHERE document = ? AND address = ?"

_VALUES = {
    "lang": "SELECT language FROM document WHERE trashed IS NULL GROUP BY language ORDER BY count(*) DESC, language",
    "code": "SELECT code FROM subject_code GROUP BY code ORDER BY count(*) DESC, code",
    "type": """
        SELECT document_type FROM document WHERE document_type IS NOT NULL AND trashed IS NULL
        GROUP BY document_type ORDER BY count(*) DESC, document_type
    """,
    "marking": """
        SELECT lower(marking) FROM document WHERE marking IS NOT NULL AND trashed IS NULL
        GROUP BY marking ORDER BY count(*) DESC, marking
    """,
    "from": """
        SELECT sender FROM document WHERE sender IS NOT NULL AND trashed IS NULL
        GROUP BY sender ORDER BY count(*) DESC, sender
    """,
    "file": "SELECT target FROM document_link WHERE kind = 'file' GROUP BY target ORDER BY count(*) DESC, target",
    "tag": "SELECT tag FROM annotation_tag GROUP BY tag ORDER BY count(*) DESC, tag",
    "ref": """
        SELECT DISTINCT reference FROM document WHERE reference IS NOT NULL AND trashed IS NULL
        ORDER BY date IS NULL, date DESC, reference
    """,
    "year": """
        SELECT DISTINCT substr(date, 1, 4) FROM document WHERE date IS NOT NULL AND trashed IS NULL ORDER BY 1 DESC
    """,
}


class UnitText(NamedTuple):
    """The words of a unit, as they would stand after the changes that it marks."""

    address: Address
    kind: Kind
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class DocumentSummary:
    """Summary of a document for a search hit.

    Attributes:
        reference: As printed; None if it has none.
    """

    document: DocumentId
    reference: str | None
    language: str
    subject: str
    marking: str | None

    @property
    def name(self) -> str:
        """Its reference, or ``#number`` for one that bears none."""
        return self.reference or f"#{self.document}"


class AnnotationText(NamedTuple):
    """The words of an annotation, and of which kind it is."""

    kind: str
    text: str


class TextStore:
    """The tables of documents, annotations and positions, read for their words."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def units_for_document(self, document: DocumentId) -> list[UnitText]:
        with self._database.read() as connection:
            return [_as_text(connection, document, *row) for row in connection.execute(_OF, (document,))]

    def sizes(self, documents: Collection[DocumentId]) -> dict[DocumentId, int]:
        with self._database.read() as connection:
            found = connection.execute(
                """
                SELECT value, (SELECT max(position) + 1 FROM paragraph WHERE document = value) FROM json_each(?)
                """,
                (json.dumps(list(documents)),),
            )
            return {DocumentId(key): int(count or 0) for key, count in found}

    def unit_at(self, places: Collection[Place]) -> dict[Place, UnitText]:
        """The units at some places; where nothing stands there is none."""
        with self._database.read() as connection:
            found = connection.execute(_AT, (_as_json(places),)).fetchall()
            texts = [(DocumentId(key), _as_text(connection, key, *row)) for key, *row in found]
        return {Place(key, text.address): text for key, text in texts}

    def document_summaries(self, documents: Iterable[DocumentId]) -> dict[DocumentId, DocumentSummary]:
        """Return the summaries of some documents; none for documents in the trash."""
        with self._database.read() as connection:
            found = connection.execute(
                """
                SELECT id, reference, language, subject, marking FROM document
                WHERE id IN (SELECT value FROM json_each(?)) AND trashed IS NULL
                """,
                (json.dumps(sorted(set(documents))),),
            )
            return {DocumentId(row[0]): DocumentSummary(DocumentId(row[0]), *row[1:]) for row in found}

    def other_languages(self, places: Collection[Place]) -> dict[Place, tuple[str, ...]]:
        """The other languages in which the same document is held with the same address, in order."""
        languages: dict[Place, set[str]] = {}
        with self._database.read() as connection:
            found = connection.execute(
                """
                SELECT this.id, paragraph.address, other.language FROM json_each(?) AS place
                CROSS JOIN document AS this ON this.id = json_extract(place.value, '$[0]')
                CROSS JOIN document AS other ON other.reference = this.reference
                    AND other.language <> this.language AND other.trashed IS NULL
                CROSS JOIN paragraph ON paragraph.document = other.id
                    AND paragraph.address = json_extract(place.value, '$[1]')
                """,
                (_as_json(places),),
            )
            for key, address, language in found:
                languages.setdefault(Place(DocumentId(key), Address(address)), set()).add(language)
        return {place: tuple(sorted(found)) for place, found in languages.items()}

    def notes(self, keys: Collection[AnnotationId]) -> dict[AnnotationId, AnnotationText]:
        with self._database.read() as connection:
            found = connection.execute(
                "SELECT id, kind, text FROM annotation WHERE id IN (SELECT value FROM json_each(?))",
                (json.dumps(sorted(keys)),),
            )
            return {AnnotationId(key): AnnotationText(kind, text) for key, kind, text in found}

    def line_texts(self, keys: Collection[LineId]) -> dict[LineId, str]:
        """The words of some lines caught in meetings, as typed; of those put away nothing."""
        with self._database.read() as connection:
            found = connection.execute(
                "SELECT id, text FROM line WHERE id IN (SELECT value FROM json_each(?)) AND trashed IS NULL",
                (json.dumps(sorted(keys)),),
            )
            return {LineId(key): tidy(text) for key, text in found}

    def positions(self, documents: Iterable[DocumentId]) -> dict[Place, str]:
        """Return the texts of our positions on documents, in reading order; on the whole under the empty address."""
        keys = json.dumps(sorted(set(documents)))
        with self._database.read() as connection:
            found = connection.execute(
                """
                SELECT document, '' AS address, json_array(general, internal), -1 AS place FROM position
                WHERE document IN (SELECT value FROM json_each(?1))
                UNION ALL
                SELECT position_item.document, position_item.address, json_array(
                        coalesce(proposal, ''), comment, justification, internal, red_line, instruction, source,
                        (SELECT group_concat(value, ' · ') FROM json_each(fallbacks)),
                        (SELECT group_concat(value, ' · ') FROM json_each(tags))
                    ), coalesce(paragraph.position, behind.position)
                FROM position_item
                LEFT JOIN paragraph
                    ON paragraph.document = position_item.document AND paragraph.address = position_item.address
                LEFT JOIN paragraph AS behind
                    ON behind.document = position_item.document AND behind.address = position_item."after"
                WHERE position_item.document IN (SELECT value FROM json_each(?1))
                ORDER BY document, place
                """,
                (keys,),
            ).fetchall()
        return {
            Place(DocumentId(key), Address(address)): " · ".join(filter(None, json.loads(texts)))
            for key, address, texts, _ in found
        }

    def references_with(self, part: str) -> list[Reference]:
        """The references of documents held that have these signs in them, in order."""
        with self._database.read() as connection:
            found = connection.execute(
                "SELECT DISTINCT reference FROM document WHERE instr(reference, ?) ORDER BY reference", (part,)
            )
            return [reference for row in found if (reference := parse_reference(row[0])) is not None]

    def languages(self) -> frozenset[str]:
        with self._database.read() as connection:
            found = connection.execute("SELECT DISTINCT language FROM document WHERE trashed IS NULL")
            return frozenset(str(row[0]) for row in found)

    def values(self, field: str) -> list[str]:
        """Return the values of a search field in this library, most frequent first."""
        statement = _VALUES.get(field)
        if statement is None:
            return []
        with self._database.read() as connection:
            return [str(row[0]) for row in connection.execute(statement)]


def _as_json(places: Collection[Place]) -> str:
    return json.dumps([(place.document, place.address) for place in places])


def _as_text(
    connection: sqlite3.Connection, document: int, address: str, kind: str, label: str, marked: str, spans: str
) -> UnitText:
    if f'"{Mark.REMOVED}"' in spans:
        (row,) = rows(connection, _READ_WHOLE, (document, address))
        marked = as_paragraph(row).in_view(View.AFTER).text
    return UnitText(Address(address), Kind(kind), label, marked)
