"""Database store of received items: the latest of each, and the annotations made from them."""

import sqlite3
from collections.abc import Iterable, Mapping

from delegate_desk.core.annotations.annotation import AnnotationId
from delegate_desk.core.documents.document import LibraryDocument
from delegate_desk.core.exchange.annotation_exchange import DocumentIdentity
from delegate_desk.core.exchange.merge_rules import ExchangedItem, ExchangedKey, ExchangedKind
from delegate_desk.core.exchange.people import PersonId
from delegate_desk.core.values import dataclass
from delegate_desk.storage.db.database import Database
from delegate_desk.storage.db.document_rows import rows

_ALL = "SELECT * FROM received"
_NONE = AnnotationId("")


@dataclass(frozen=True, slots=True)
class ReceivedItem:
    """A thing as it is kept.

    Attributes:
        package: Which brought this state of it.
        note: The annotation that was made of it; empty for none.
        removed: True if it was removed here: it stays so.
    """

    thing: ExchangedItem
    package: str = ""
    note: AnnotationId = _NONE
    removed: bool = False


class ReceivedStore:
    """The table of what others sent."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, keys: Iterable[ExchangedKey]) -> dict[ExchangedKey, ReceivedItem]:
        """Return the stored items of some keys."""
        found: dict[ExchangedKey, ReceivedItem] = {}
        with self._database.read() as connection:
            for key in keys:
                row = rows(
                    connection, "SELECT * FROM received WHERE author = ? AND kind = ? AND key = ?", _columns(key)
                )
                if row:
                    found[key] = _as_received_item(row[0])
        return found

    def named(self, kind: ExchangedKind, name: str) -> list[ReceivedItem]:
        """Return the items that several people sent under one name, by author."""
        return self._select("WHERE kind = ? AND key = ? ORDER BY author", (kind, name))

    def for_author(self, author: PersonId) -> list[ReceivedItem]:
        """All that a person sent."""
        return self._select("WHERE author = ? ORDER BY kind, key", (author,))

    def for_package(self, package: str) -> list[ReceivedItem]:
        """Return the items of a package that nothing later replaced."""
        return self._select("WHERE package = ? ORDER BY author, kind, key", (package,))

    def positions_for_document(self, held: LibraryDocument) -> list[ReceivedItem]:
        """The lines of others on a document that are not removed: by its bytes, or by reference and language."""
        reference = str(held.header.reference) if held.header.reference else ""
        return self._select(
            """
            WHERE kind = 'line' AND NOT gone AND NOT removed
                AND (sha256 = ? OR (reference != '' AND reference = ? AND language = ?)) ORDER BY author, key
            """,
            (held.sha256, reference, held.header.language),
        )

    def positions_for_hashes(self, hashes: Iterable[str]) -> list[ReceivedItem]:
        """The lines on documents with these originals."""
        return [
            kept for sha256 in sorted(hashes) for kept in self._select("WHERE kind = 'line' AND sha256 = ?", (sha256,))
        ]

    def without_note(self) -> list[ReceivedItem]:
        """The notes that no annotation was made of, for their document was not held."""
        return self._select("WHERE kind = 'note' AND NOT gone AND NOT removed AND note = '' ORDER BY author, key", ())

    def everything(self) -> list[ReceivedItem]:
        """All that others sent."""
        return self._select("ORDER BY author, kind, key", ())

    def save(self, several: Iterable[ReceivedItem]) -> None:
        """Keep things in the place of what is kept of them."""
        with self._database.write() as connection:
            connection.executemany(
                """
                INSERT INTO received (author, kind, key, moment, gone, whole, via, reference, language, sha256, content,
                    package, note, removed)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (author, kind, key) DO UPDATE SET
                    moment = excluded.moment, gone = excluded.gone, whole = excluded.whole, via = excluded.via,
                    reference = excluded.reference, language = excluded.language, sha256 = excluded.sha256,
                    content = excluded.content, package = excluded.package, note = excluded.note,
                    removed = excluded.removed
                """,
                map(_row, several),
            )

    def delete(self, keys: Iterable[ExchangedKey]) -> None:
        """Let things never have come."""
        with self._database.write() as connection:
            connection.executemany(
                "DELETE FROM received WHERE author = ? AND kind = ? AND key = ?", map(_columns, keys)
            )

    def set_note(self, notes: Mapping[ExchangedKey, AnnotationId]) -> None:
        """Keep which annotations were made of things; empty for none."""
        with self._database.write() as connection:
            connection.executemany(
                "UPDATE received SET note = ? WHERE author = ? AND kind = ? AND key = ?",
                [(note, *_columns(key)) for key, note in notes.items()],
            )

    def _select(self, condition: str, values: tuple[object, ...]) -> list[ReceivedItem]:
        with self._database.read() as connection:
            return [_as_received_item(row) for row in rows(connection, f"{_ALL} {condition}", values)]


def _columns(key: ExchangedKey) -> tuple[str, str, str]:
    return key.author, key.kind, key.name


def _row(kept: ReceivedItem) -> tuple[object, ...]:
    thing = kept.thing
    original = thing.original
    return (
        *_columns(thing.key), thing.moment, thing.is_withdrawn, thing.has_internal, thing.sender, original.reference,
        original.language, original.sha256, thing.content, kept.package, kept.note, kept.removed,
    )  # fmt: skip


def _as_received_item(row: sqlite3.Row) -> ReceivedItem:
    key = ExchangedKey(PersonId(row["author"]), ExchangedKind(row["kind"]), row["key"])
    original = DocumentIdentity(row["reference"], row["language"], row["sha256"])
    thing = ExchangedItem(
        key, row["moment"], row["content"], original, PersonId(row["via"]), bool(row["whole"]), bool(row["gone"])
    )
    return ReceivedItem(thing, row["package"], AnnotationId(row["note"]), bool(row["removed"]))
