"""Database reads for the search: the texts of many units, annotations and positions at once."""

import json
import sqlite3
from collections.abc import Collection, Iterable
from typing import NamedTuple

from delegate_desk.core.annotations.annotation import AnnotationId
from delegate_desk.core.documents.document import Address, DocumentId, Kind, Mark, Place, View
from delegate_desk.core.documents.references import Reference, parse_reference
from delegate_desk.core.meetings.meeting import LineId
from delegate_desk.core.search import SavedSearch
from delegate_desk.core.text import tidy
from delegate_desk.core.values import dataclass
from delegate_desk.storage.db.record_rows import RowCodec, Store, rows
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
    """The words of a unit after its marked changes."""

    address: Address
    kind: Kind
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class DocumentSummary:
    """Summary of a document for a search hit, with its reference as printed."""

    document: DocumentId
    reference: str | None
    language: str
    subject: str
    marking: str | None
    file_name: str
    short_title: str = ""

    @property
    def name(self) -> str:
        """Return its reference, or ``#number`` if it has none."""
        return self.reference or f"#{self.document}"


class AnnotationText(NamedTuple):
    kind: str
    text: str


class TextStore(Store):
    def units_for_document(self, document: DocumentId) -> list[UnitText]:
        with self._database.read() as connection:
            return [_as_text(connection, document, *row) for row in connection.execute(_OF, (document,))]

    def sizes(self, documents: Collection[DocumentId]) -> dict[DocumentId, int]:
        found = self._rows(
            """
            SELECT value, (SELECT max(position) + 1 FROM paragraph WHERE document = value) FROM json_each(?)
            """,
            json.dumps(list(documents)),
        )
        return {DocumentId(key): int(count or 0) for key, count in found}

    def unit_at(self, places: Collection[Place]) -> dict[Place, UnitText]:
        """Return the units at some places; missing ones are left out."""
        with self._database.read() as connection:
            found = connection.execute(_AT, (_as_json(places),)).fetchall()
            texts = [(DocumentId(key), _as_text(connection, key, *row)) for key, *row in found]
        return {Place(key, text.address): text for key, text in texts}

    def document_summaries(self, documents: Iterable[DocumentId]) -> dict[DocumentId, DocumentSummary]:
        """Return the summaries of some documents; none for documents in the trash."""
        found = self._rows(
            """
            SELECT id, reference, language, subject, marking, file_name, coalesce((
                SELECT value FROM correction WHERE correction.document = document.id AND field = 'short_title'
            ), '') FROM document
            WHERE id IN (SELECT value FROM json_each(?)) AND trashed IS NULL
            """,
            json.dumps(sorted(set(documents))),
        )
        return {DocumentId(row[0]): DocumentSummary(DocumentId(row[0]), *row[1:]) for row in found}

    def other_languages(self, places: Collection[Place]) -> dict[Place, tuple[str, ...]]:
        """Return the other languages in which the library has the same document with the same address, in order."""
        languages: dict[Place, set[str]] = {}
        found = self._rows(
            """
            SELECT this.id, paragraph.address, other.language FROM json_each(?) AS place
            CROSS JOIN document AS this ON this.id = json_extract(place.value, '$[0]')
            CROSS JOIN document AS other ON other.reference = this.reference
                AND other.language <> this.language AND other.trashed IS NULL
            CROSS JOIN paragraph ON paragraph.document = other.id
                AND paragraph.address = json_extract(place.value, '$[1]')
            """,
            _as_json(places),
        )
        for key, address, language in found:
            languages.setdefault(Place(DocumentId(key), Address(address)), set()).add(language)
        return {place: tuple(sorted(found)) for place, found in languages.items()}

    def notes(self, keys: Collection[AnnotationId]) -> dict[AnnotationId, AnnotationText]:
        found = self._rows(
            "SELECT id, kind, text FROM annotation WHERE id IN (SELECT value FROM json_each(?))",
            json.dumps(sorted(keys)),
        )
        return {AnnotationId(key): AnnotationText(kind, text) for key, kind, text in found}

    def line_texts(self, keys: Collection[LineId]) -> dict[LineId, str]:
        """Return the words of captured lines, as typed; lines in the trash are left out."""
        found = self._rows(
            "SELECT id, text FROM line WHERE id IN (SELECT value FROM json_each(?)) AND trashed IS NULL",
            json.dumps(sorted(keys)),
        )
        return {LineId(key): tidy(text) for key, text in found}

    def positions(self, documents: Iterable[DocumentId]) -> dict[Place, str]:
        """Return the texts of our positions on documents, in reading order; general ones under the empty address."""
        keys = json.dumps(sorted(set(documents)))
        found = self._rows(
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
            keys,
        )
        return {
            Place(DocumentId(key), Address(address)): " · ".join(filter(None, json.loads(texts)))
            for key, address, texts, _ in found
        }

    def references_with(self, part: str) -> list[Reference]:
        """Return the references of documents in the library that contain these characters, in order."""
        statement = "SELECT DISTINCT reference FROM document WHERE instr(reference, ?) ORDER BY reference"
        return [found for printed in self._column(statement, part) if (found := parse_reference(printed)) is not None]

    def languages(self) -> frozenset[str]:
        return frozenset(self._column("SELECT DISTINCT language FROM document WHERE trashed IS NULL"))

    def values(self, field: str) -> list[str]:
        """Return the values of a search field in this library, most frequent first."""
        return self._column(_VALUES[field]) if field in _VALUES else []


def _as_json(places: Collection[Place]) -> str:
    return json.dumps([(place.document, place.address) for place in places])


def _as_text(
    connection: sqlite3.Connection, document: int, address: str, kind: str, label: str, marked: str, spans: str
) -> UnitText:
    if f'"{Mark.REMOVED}"' in spans:
        (row,) = rows(connection, _READ_WHOLE, (document, address))
        marked = as_paragraph(row).in_view(View.AFTER).text
    return UnitText(Address(address), Kind(kind), label, marked)


KEPT = 20
"""Number of recent searches stored."""

_SEARCHES = RowCodec(SavedSearch, "saved_search")


class SearchStore(Store):
    def all(self) -> list[SavedSearch]:
        return self._values(_SEARCHES, "ORDER BY name")

    def get(self, name: str) -> SavedSearch | None:
        return self._value(_SEARCHES, "WHERE name = ?", name)

    def save(self, search: SavedSearch, seen: int) -> None:
        """Save a search, replacing any of the same name, with the number of the last change that is not new to it."""
        with self._database.write() as connection:
            _SEARCHES.upsert(connection, search, seen=0, document=0, moment="")
            self.mark_seen(search.name, seen)

    def rename(self, name: str, new: str) -> None:
        """Rename a saved search, replacing any search of the new name; its unseen hits stay unseen."""
        self._execute("UPDATE OR REPLACE saved_search SET name = ? WHERE name = ?", new, name)

    def remove(self, name: str) -> None:
        self._execute("DELETE FROM saved_search WHERE name = ?", name)

    def mark_seen(self, name: str, seen: int) -> None:
        with self._database.write() as connection:
            connection.execute(
                """
                UPDATE saved_search SET seen = ?1,
                    document = coalesce(
                        (SELECT max(CAST(key AS INTEGER)) FROM change WHERE subject = 'document' AND number <= ?1), 0
                    ),
                    moment = coalesce(
                        (SELECT max(modified) FROM annotation
                            JOIN change ON change.subject = 'annotation' AND change.key = annotation.id
                            WHERE change.number <= ?1), ''
                    )
                WHERE name = ?2
                """,
                (seen, name),
            )

    def reset_seen(self) -> None:
        """After rebuilding a library, decide by numbers and times which documents and notes are new to a saved search.

        Anything else counts as changed before the search was last opened.
        """
        with self._database.write() as connection:
            noted = connection.execute(
                "SELECT subject, key FROM change ORDER BY subject IN ('document', 'annotation'), number"
            ).fetchall()
            seen = sum(subject not in ("document", "annotation") for subject, _ in noted)
            connection.execute("DELETE FROM change")
            connection.executemany(
                "INSERT INTO change (number, subject, key) VALUES (?, ?, ?)",
                [(number, subject, key) for number, (subject, key) in enumerate(noted, 1)],
            )
            connection.execute("UPDATE saved_search SET seen = ?", (seen,))

    def new_to(self, name: str) -> list[str]:
        """Return the items added or changed since a saved search was last opened, in index form: ``document 3``."""
        found = self._rows(
            """
            SELECT change.subject, change.key FROM saved_search
            JOIN change ON change.number > saved_search.seen
            LEFT JOIN annotation ON change.subject = 'annotation' AND annotation.id = change.key
            WHERE saved_search.name = ? AND CASE change.subject
                WHEN 'document' THEN CAST(change.key AS INTEGER) > saved_search.document
                WHEN 'annotation' THEN annotation.modified > saved_search.moment
                ELSE 1
            END
            """,
            name,
        )
        return [f"{subject} {key}" for subject, key in found]

    def recent(self) -> list[str]:
        """Return the recent searches, newest first, each once."""
        return self._column("SELECT query FROM recent_search ORDER BY number DESC")

    def remember(self, query: str) -> None:
        """Put a search first among the recent ones; the oldest beyond ``KEPT`` are deleted."""
        with self._database.write() as connection:
            connection.execute("DELETE FROM recent_search WHERE query = ?", (query,))
            connection.execute("INSERT INTO recent_search (query) VALUES (?)", (query,))
            connection.execute(
                "DELETE FROM recent_search WHERE number NOT IN"
                " (SELECT number FROM recent_search ORDER BY number DESC LIMIT ?)",
                (KEPT,),
            )

    def clear_recent(self) -> None:
        self._execute("DELETE FROM recent_search")
