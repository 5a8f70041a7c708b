"""Database reads and writes for translations: language versions, counterparts of paragraphs, and term bases."""

import json
import zlib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from delegate_desk.core.documents.document import Address, DocumentId, Place
from delegate_desk.core.translations.translation import TermBase
from delegate_desk.core.values import dataclass
from delegate_desk.storage.db.record_rows import Store

TermEntry = Mapping[str, Sequence[str]]
"""The terms of one concept by language, the preferred one first."""


@dataclass(frozen=True, slots=True)
class LanguageVersion:
    """A document with a reference; the number of its latest change identifies its text."""

    document: DocumentId
    reference: str
    language: str
    change: int


class LanguageVersionStore(Store):
    def latest_change(self) -> int:
        return self._database.latest_change("document")

    def versions(self) -> list[LanguageVersion]:
        """Return the documents with a reference, one per reference and language: the newest."""
        found = self._rows("""
            SELECT max(document.id), document.reference, document.language, (
                SELECT max(number) FROM change WHERE subject = 'document' AND key = CAST(document.id AS TEXT)
            )
            FROM document WHERE trashed IS NULL AND reference IS NOT NULL GROUP BY reference, language
            ORDER BY 1
            """)
        return [LanguageVersion(DocumentId(row[0]), str(row[1]), str(row[2]), int(row[3] or 0)) for row in found]

    def documents_in_both(self, source: str, target: str) -> set[DocumentId]:
        """Return the documents in a language that the library has in another too."""
        found = self._column(
            """
            SELECT id FROM document AS this WHERE language = ? AND trashed IS NULL AND EXISTS (
                SELECT 1 FROM document WHERE reference = this.reference AND language = ? AND trashed IS NULL
            )
            """,
            source,
            target,
        )
        return set(map(DocumentId, found))

    def counterparts(self, places: Collection[Place], language: str) -> dict[Place, Place]:
        """Return the places with the same address in another language version."""
        pairs = json.dumps([(place.document, place.address) for place in places])
        with self._database.read() as connection:
            found = connection.execute(
                """
                SELECT this.id, paragraph.address, max(other.id) FROM json_each(?) AS place
                CROSS JOIN document AS this ON this.id = json_extract(place.value, '$[0]')
                CROSS JOIN document AS other ON other.reference = this.reference
                    AND other.language = ? AND other.trashed IS NULL
                CROSS JOIN paragraph ON paragraph.document = other.id
                    AND paragraph.address = json_extract(place.value, '$[1]')
                GROUP BY 1, 2
                """,
                (pairs, language),
            ).fetchall()
        return {
            Place(DocumentId(key), Address(address)): Place(DocumentId(other), Address(address))
            for key, address, other in found
        }


class TermBaseStore(Store):
    def numbers(self) -> dict[int, TermBase]:
        """Return the bases by number, which changes when a base is imported again."""
        found = self._rows("SELECT id, name, languages, entries FROM term_base ORDER BY id")
        return {int(row[0]): TermBase(str(row[1]), tuple(str(row[2]).split()), int(row[3])) for row in found}

    def save(self, base: TermBase, chunks: Iterable[bytes]) -> None:
        """Save a term base, replacing one with the same name."""
        with self._database.write() as connection:
            connection.execute("DELETE FROM term_base WHERE name = ?", (base.name,))
            number = connection.execute(
                "INSERT INTO term_base (name, languages, entries) VALUES (?, ?, ?)",
                (base.name, " ".join(base.languages), base.entries),
            ).lastrowid
            connection.executemany(
                "INSERT INTO term_chunk (base, number, content) VALUES (?, ?, ?)",
                ((number, n, chunk) for n, chunk in enumerate(chunks)),
            )

    def remove(self, name: str) -> bool:
        """Remove a term base; False if there is none with that name."""
        with self._database.write() as connection:
            return connection.execute("DELETE FROM term_base WHERE name = ?", (name,)).rowcount > 0

    def entries(self, number: int) -> Iterator[TermEntry]:
        """Yield the entries of a term base in order, with a few thousand in memory at a time."""
        chunk_number = 0
        while True:
            row = self._row("SELECT content FROM term_chunk WHERE base = ? AND number = ?", number, chunk_number)
            if row is None:
                return
            yield from json.loads(zlib.decompress(row[0]))
            chunk_number += 1
