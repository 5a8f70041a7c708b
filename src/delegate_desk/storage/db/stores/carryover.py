"""Database store of carried-over items."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime

from delegate_desk.core.documents.document import Address, DocumentId, Place
from delegate_desk.core.revisions.comparison import CarriedItem, CarriedKind
from delegate_desk.storage.db.record_rows import RowCodec, Store, insert, rows

Key = tuple[CarriedKind, str]
"""Kind and key of a carried item."""
FromTo = tuple[DocumentId, DocumentId, CarriedItem]
"""A carried item with the documents that it was carried from and to."""
_ROWS = RowCodec(
    CarriedItem,
    "carried",
    old="",
    new="",
    address="old",
    placed="new",
    words_gone="has_lost_quote",
    made="copy_id",
    follows="thread_head",
)


class CarryingStore(Store):
    def for_pair(self, old: DocumentId, new: DocumentId) -> list[CarriedItem]:
        found = self._rows(
            """
            SELECT carried.* FROM carried
            LEFT JOIN paragraph ON paragraph.document = carried.old AND paragraph.address = carried.address
            WHERE old = ? AND new = ? ORDER BY paragraph.position IS NULL, paragraph.position, kind, carried.key
            """,
            old,
            new,
        )
        return list(map(_ROWS.value, found))

    def get(self, old: DocumentId, new: DocumentId, key: Key) -> CarriedItem | None:
        return self._value(_ROWS, "WHERE old = ? AND new = ? AND kind = ? AND key = ?", old, new, *key)

    def save(self, old: DocumentId, new: DocumentId, items: Mapping[Key, CarriedItem | None]) -> None:
        """Save the outcomes of items; None deletes an outcome."""
        with self._database.write() as connection:
            connection.executemany(
                "DELETE FROM carried WHERE old = ? AND new = ? AND kind = ? AND key = ?",
                [(old, new, *key) for key in items],
            )
            _ROWS.insert(connection, filter(None, items.values()), old=old, new=new)

    def carried_to_place(self, place: Place, documents: Iterable[DocumentId]) -> list[FromTo]:
        """Return the items carried over to a place in any of some language versions, each with both documents."""
        found = self._rows(
            """
            SELECT * FROM carried WHERE placed = ? AND new IN (SELECT value FROM json_each(?))
            AND EXISTS (SELECT 1 FROM document WHERE document.id = old AND trashed IS NULL)
            ORDER BY old, kind, key
            """,
            place.address,
            json.dumps(list(documents)),
        )
        return [(DocumentId(row["old"]), DocumentId(row["new"]), _ROWS.value(row)) for row in found]

    def interventions_on_documents(self, documents: Iterable[DocumentId]) -> list[tuple[str, Address]]:
        """Return the interventions on units of some documents: by id, with address, in the order spoken."""
        found = self._rows(
            """
            SELECT intervention.id, intervention.address FROM intervention
            JOIN line ON line.id = intervention.line JOIN meeting ON meeting.id = line.meeting
            WHERE intervention.document IN (SELECT value FROM json_each(?)) AND intervention.address <> ''
                AND line.trashed IS NULL AND meeting.trashed IS NULL
            ORDER BY meeting.date, line.sequence, line.id, intervention.position
            """,
            json.dumps(list(documents)),
        )
        return [(str(key), Address(address)) for key, address in found]

    def linked_interventions(self, documents: Iterable[DocumentId]) -> list[tuple[str, Address]]:
        """Return the earlier interventions carried over to some documents: by id, with address."""
        found = self._rows(
            """
            SELECT key, placed FROM carried JOIN intervention ON intervention.id = carried.key
            WHERE new IN (SELECT value FROM json_each(?)) AND kind = 'intervention' AND placed IS NOT NULL
            ORDER BY old, key
            """,
            json.dumps(list(documents)),
        )
        return [(str(key), Address(placed)) for key, placed in found]

    def newest_places(self) -> dict[str, Place]:
        """Return the place of each carried-over intervention in the newest revision that it reached."""
        found = self._rows(
            """
            SELECT key, new, placed FROM carried WHERE kind = 'intervention' AND placed IS NOT NULL AND NOT EXISTS (
                SELECT 1 FROM carried AS later WHERE later.key = carried.key AND later.kind = carried.kind
                    AND later.old = carried.new AND later.placed IS NOT NULL
            )
            """
        )
        return {str(key): Place(DocumentId(new), Address(placed)) for key, new, placed in found}

    def has_own_items(self, document: DocumentId) -> bool:
        """True if anything of ours, or any intervention, is on a document, or lost its place there."""
        row = self._row(
            """
            SELECT EXISTS (SELECT 1 FROM annotation WHERE document = ?1 AND trashed IS NULL)
                OR EXISTS (SELECT 1 FROM position WHERE document = ?1)
                OR EXISTS (SELECT 1 FROM carried WHERE new = ?1 AND kind = 'intervention' AND placed IS NOT NULL)
                OR EXISTS (
                    SELECT 1 FROM intervention JOIN line ON line.id = intervention.line
                    JOIN meeting ON meeting.id = line.meeting
                    WHERE intervention.document = ?1 AND line.trashed IS NULL AND meeting.trashed IS NULL
                )
                OR EXISTS (SELECT 1 FROM carried WHERE new = ?1 AND verdict = 'deleted' AND placed IS NULL)
            """,
            document,
        )
        return bool(row[0])

    def has_deleted(self) -> bool:
        """True if anything lost its place in any document: a quick check before further queries."""
        statement = "SELECT EXISTS (SELECT 1 FROM carried WHERE verdict = 'deleted' AND placed IS NULL)"
        return bool(self._row(statement)[0])

    def open_deletions(self, documents: Iterable[DocumentId]) -> list[FromTo]:
        """Return open items that lost their place between some documents and have none in any of them, without replies.

        Each with its document, which is not in the trash, and the document that deleted its paragraph.
        """
        found = self._rows(
            """
            WITH among (id) AS (SELECT value FROM json_each(?))
            SELECT carried.* FROM carried JOIN document ON document.id = old AND document.trashed IS NULL
            WHERE old IN among AND new IN among AND verdict = 'deleted' AND placed IS NULL AND follows = ''
            AND NOT EXISTS (
                SELECT 1 FROM carried AS known WHERE known.old = carried.old AND known.new IN among
                    AND known.kind = carried.kind AND known.key = carried.key
                    AND (known.placed IS NOT NULL OR (known.decided IS NOT NULL AND known.verdict = 'deleted'))
            )
            AND CASE carried.kind
                WHEN 'annotation' THEN EXISTS (
                    SELECT 1 FROM annotation WHERE id = carried.key AND trashed IS NULL AND status <> 'done'
                ) AND NOT EXISTS (
                    SELECT 1 FROM annotation WHERE origin = carried.key AND document IN among AND trashed IS NULL
                )
                WHEN 'position' THEN EXISTS (
                    SELECT 1 FROM position_item AS item WHERE item.document = old AND item.address = carried.address
                )
                ELSE EXISTS (
                    SELECT 1 FROM intervention JOIN line ON line.id = intervention.line
                    JOIN meeting ON meeting.id = line.meeting
                    WHERE intervention.id = carried.key AND line.trashed IS NULL AND meeting.trashed IS NULL
                )
            END
            """,
            json.dumps(list(documents)),
        )
        return [(DocumentId(row["old"]), DocumentId(row["new"]), _ROWS.value(row)) for row in found]

    def done_since(self, documents: Iterable[DocumentId], since: datetime) -> list[FromTo]:
        """Return items that lost their place between some documents and were done since a time, without replies."""
        found = self._rows(
            """
            WITH among (id) AS (SELECT value FROM json_each(?))
            SELECT * FROM carried WHERE old IN among AND new IN among
            AND verdict = 'deleted' AND placed IS NULL AND follows = '' AND decided >= ? ORDER BY decided
            """,
            json.dumps(list(documents)),
            since.isoformat(),
        )
        return [(DocumentId(row["old"]), DocumentId(row["new"]), _ROWS.value(row)) for row in found]

    def after(self, document: DocumentId) -> list[DocumentId]:
        """Return the library documents that something was carried over to from one, in order of import."""
        return self._documents("new", "old", document)

    def before(self, document: DocumentId) -> list[DocumentId]:
        """Return the library documents that something was carried over from to one, in order of import."""
        return self._documents("old", "new", document)

    def _documents(self, column: str, other: str, document: DocumentId) -> list[DocumentId]:
        statement = f"""
            SELECT DISTINCT {column} FROM carried JOIN document ON document.id = {column}
            WHERE {other} = ? AND document.trashed IS NULL ORDER BY {column}
            """  # noqa: S608  (names of our own)
        return list(map(DocumentId, self._column(statement, document)))

    def addresses(self, document: DocumentId) -> list[Address]:
        """Return the addresses of a document that carried items refer to."""
        addresses = self._column(
            """
            SELECT address FROM carried WHERE old = ?1 UNION SELECT placed FROM carried WHERE new = ?1
            UNION SELECT one.value FROM carried, json_each(carried.proposals) AS one WHERE new = ?1
            """,
            document,
        )
        return list(map(Address, filter(None, addresses)))

    def relocate(self, document: DocumentId, places: Mapping[Address, Address]) -> None:
        """Move a re-read document's records to its units' new addresses at once; of two that collide, one stays."""
        with self._database.write() as connection:
            found = rows(connection, "SELECT * FROM carried WHERE old = ?1 OR new = ?1", (document,))
            connection.execute("DELETE FROM carried WHERE old = ?1 OR new = ?1", (document,))
            for row in found:
                item = _ROWS.value(row)
                old, new = places.get(item.old, item.old), places.get(item.new, item.new) if item.new else item.new
                if row["old"] == document:
                    is_line = item.kind is CarriedKind.POSITION and item.key == item.old  # known by its address
                    moved = replace(item, old=old, key=old if is_line else item.key)
                else:
                    proposals = tuple(places.get(address, address) for address in item.proposals)
                    moved = replace(item, new=new, proposals=proposals)
                cells = {**_ROWS.cells(moved), "old": row["old"], "new": row["new"]}
                insert(connection, "carried", cells, "ON CONFLICT DO NOTHING")
