"""Positions in the database."""

import json
import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from delegate_desk.core import typed_json
from delegate_desk.core.contributions.contribution import Contribution, ContributionId, PlacedComment
from delegate_desk.core.documents.document import Address, DocumentId
from delegate_desk.core.library.record_tables import entry_from_cells, entry_from_values, entry_values
from delegate_desk.core.positions.new_provisions import in_text_order
from delegate_desk.core.positions.position import (
    Clearing,
    FieldChange,
    FieldDifference,
    Position,
    PositionEntry,
    PositionStatus,
    PositionSummary,
    ReadyPhrase,
    Sending,
    Version,
    differences,
    start_draft,
)
from delegate_desk.core.text import fold
from delegate_desk.core.values import dataclass
from delegate_desk.storage.db.record_rows import RowCodec, Store, rows, update

_ONE_GO = timedelta(minutes=5)
"""Seconds during which changes of a field count as one change."""


class PositionHistoryStore(Store):
    def versions(self, document: DocumentId) -> list[Version]:
        statement = "SELECT version, content FROM position_version WHERE document = ? ORDER BY version"
        versions = []
        for number, content in self._rows(statement, document):
            stored = json.loads(content)
            cleared, sent = stored["cleared"], stored["sent"]
            position = Position(
                document,
                PositionStatus(stored["status"]),
                stored["general"],
                stored["internal"],
                tuple(map(entry_from_values, stored["items"])),
                number,
                typed_json.unpack(Clearing, cleared) if cleared else None,
                typed_json.unpack(Sending, sent) if sent else None,
            )
            sources = {Address(address): text for address, text in stored["sources"].items()}
            versions.append(Version(position, sources))
        return versions

    def freeze(self, version: Version) -> None:
        position = version.position
        content = {
            "status": position.status,
            "general": position.general,
            "internal": position.internal,
            "cleared": typed_json.pack(position.cleared),
            "sent": typed_json.pack(position.sent),
            "items": [entry_values(item) for item in position.items],
            "sources": dict(version.sources),
        }
        self._execute(
            "INSERT OR REPLACE INTO position_version (document, version, content) VALUES (?, ?, ?)",
            *(position.document, position.version, json.dumps(content, ensure_ascii=False)),
        )

    def thaw(self, document: DocumentId, number: int) -> None:
        """Record that a version, and any after it, was not sent."""
        self._execute("DELETE FROM position_version WHERE document = ? AND version >= ?", document, number)

    def changes(self, document: DocumentId) -> list[FieldChange]:
        return self._values(_CHANGES, "WHERE document = ? ORDER BY id", document)

    def relocate(self, document: DocumentId, find: Callable[[Address], Address | None]) -> None:
        """Update addresses after a document was re-read; a lost paragraph keeps its old address."""
        with self._database.write() as connection:
            found = connection.execute("SELECT id, address FROM position_change WHERE document = ?", (document,))
            changes = [(key, Address(address)) for key, address in found if address]
            places = {address: find(address) for address in {address for _, address in changes}}
            connection.executemany(
                "UPDATE position_change SET address = ? WHERE id = ?",
                [(places[address], key) for key, address in changes if places[address] is not None],
            )


def note(
    connection: sqlite3.Connection,
    document: DocumentId,
    version: int,
    address: Address,
    differences: Iterable[FieldDifference],
) -> None:
    """Record changes of fields; continued changes of one field are joined, and dropped if it is as before."""
    now = datetime.now(UTC)
    for difference in differences:
        last = connection.execute(
            """
            SELECT id, before, at FROM position_change WHERE document = ? AND address = ? AND field = ? AND version = ?
            ORDER BY id DESC LIMIT 1
            """,
            (document, address, difference.field, version),
        ).fetchone()
        if last is None or abs(now - datetime.fromisoformat(last[2])) > _ONE_GO:  # the clock may jump back
            change = FieldChange(version, address, difference.field, difference.before, difference.after, now)
            _CHANGES.insert(connection, [change], document=document)
        elif last[1] == difference.after:
            connection.execute("DELETE FROM position_change WHERE id = ?", (last[0],))
        else:
            connection.execute(
                'UPDATE position_change SET "after" = ?, at = ? WHERE id = ?',
                (difference.after, now.isoformat(), last[0]),
            )


_ITEMS = """
    SELECT position_item.*, paragraph.position IS NULL AS is_new FROM position_item
    LEFT JOIN paragraph ON paragraph.document = position_item.document AND paragraph.address = position_item.address
    WHERE position_item.document = ? ORDER BY paragraph.position, position_item.address
"""
_ITEM = "SELECT * FROM position_item WHERE document = ? AND address = ?"
_ENTRIES = RowCodec(PositionEntry, "position_item")
_POSITIONS = RowCodec(
    Position,
    "position",
    cleared_by="cleared.by",
    cleared_at="cleared.at",
    sent_to="sent.to",
    sent_file="sent.file",
    sent_at="sent.at",
)
_CHANGES = RowCodec(FieldChange, "position_change")


class PositionStore(Store):
    """The tables of positions and of their entries by paragraph.

    Writing to a position that was sent begins its next version, and makes a cleared one a draft again.
    """

    def get(self, document: DocumentId) -> Position:
        """Return the position on a document, an empty draft if there is none."""
        with self._database.read() as connection:
            empty = self._without_items(connection, document)
            items = rows(connection, _ITEMS, (document,))
            ordered = [entry_from_cells(row) for row in items]
            if any(row["is_new"] for row in items):
                statement = "SELECT address FROM paragraph WHERE document = ? ORDER BY position"
                ordered = in_text_order(ordered, list(map(Address, self._column(statement, document))))
        return replace(empty, items=tuple(ordered))

    def documents(self) -> list[DocumentId]:
        """Return the numbers of documents not in the trash that have a position."""
        return self._column("""
            SELECT position.document FROM position JOIN document ON document.id = position.document
            WHERE document.trashed IS NULL ORDER BY position.document
            """)

    def summaries(self) -> list[PositionSummary]:
        """Return the positions on documents not in the trash, by number of the document."""
        return self._summaries("", ())

    def summary(self, document: DocumentId) -> PositionSummary | None:
        """Return the position on a document; None if there is none, or if the document is in the trash."""
        return next(iter(self._summaries("AND document.id = ?", (document,))), None)

    def _summaries(self, condition: str, values: tuple[DocumentId, ...]) -> list[PositionSummary]:
        found = self._rows(
            f"""
            SELECT position.document, status, version,
                (SELECT count(*) FROM position_item WHERE position_item.document = position.document),
                (SELECT max(at) FROM position_change WHERE position_change.document = position.document)
            FROM position JOIN document ON document.id = position.document
            WHERE document.trashed IS NULL {condition} ORDER BY position.document
            """,  # noqa: S608  (a condition of our own)
            *values,
        )
        return [
            PositionSummary(
                DocumentId(key),
                PositionStatus(status),
                version,
                entries,
                changed and datetime.fromisoformat(changed),
            )
            for key, status, version, entries, changed in found
        ]

    def set_texts(self, document: DocumentId, general: str, internal: str) -> None:
        with self._database.write() as connection:
            before = self._without_items(connection, document)
            pairs = (("general", before.general, general), ("internal", before.internal, internal))
            differing = [FieldDifference(name, old, new) for name, old, new in pairs if old != new]
            if not differing:
                return
            version = self._ensure_draft(connection, before)
            connection.execute(
                "UPDATE position SET general = ?, internal = ? WHERE document = ?", (general, internal, document)
            )
            note(connection, document, version, Address(""), differing)
            self._delete_if_empty(connection, document)

    def set_item(self, document: DocumentId, item: PositionEntry) -> None:
        """Save our position entry on a paragraph; an empty entry deletes it."""
        with self._database.write() as connection:
            found = rows(connection, _ITEM, (document, item.address))
            differing = differences(entry_from_cells(found[0]) if found else PositionEntry(item.address), item)
            if not differing:
                return
            version = self._ensure_draft(connection, self._without_items(connection, document))
            if item.is_empty():
                connection.execute(
                    "DELETE FROM position_item WHERE document = ? AND address = ?", (document, item.address)
                )
            else:
                _ENTRIES.upsert(connection, item, document=document)
            note(connection, document, version, item.address, differing)
            self._delete_if_empty(connection, document)

    def remove_item(self, document: DocumentId, address: Address) -> None:
        self.set_item(document, PositionEntry(address))

    def replace_items(self, document: DocumentId, items: Iterable[PositionEntry]) -> None:
        """Replace our lines on a re-read document; an unchanged one is not written, as that is no change of ours."""
        after, before = list(items), self.get(document).items
        removed = [(document, item.address) for item in before if item not in after]
        with self._database.write() as connection:
            connection.executemany("DELETE FROM position_item WHERE document = ? AND address = ?", removed)
            for item in after:
                if item not in before:
                    _ENTRIES.upsert(connection, item, document=document)
            self._delete_if_empty(connection, document)

    def set_state(self, position: Position) -> None:
        """Save the state of a position, its version, clearance and sending, but not its texts."""
        with self._database.write() as connection:
            self._write_state(connection, position)
            self._delete_if_empty(connection, position.document)

    def _without_items(self, connection: sqlite3.Connection, document: DocumentId) -> Position:
        found = rows(connection, "SELECT * FROM position WHERE document = ?", (document,))
        return _POSITIONS.value(found[0]) if found else Position(document)

    def _ensure_draft(self, connection: sqlite3.Connection, before: Position) -> int:
        """Create a draft to write to if necessary; return its version."""
        draft = start_draft(before)
        self._write_state(connection, draft)
        return draft.version

    def _write_state(self, connection: sqlite3.Connection, position: Position) -> None:
        connection.execute(
            "INSERT OR IGNORE INTO position (document, status, general, internal) VALUES (?, ?, '', '')",
            (position.document, PositionStatus.DRAFT),
        )
        cells = {name: cell for name, cell in _POSITIONS.cells(position).items() if name not in ("general", "internal")}
        update(connection, "position", cells, document=position.document)

    def _delete_if_empty(self, connection: sqlite3.Connection, document: DocumentId) -> None:
        """Delete a position that is empty and was never sent."""
        connection.execute(
            """
            DELETE FROM position WHERE document = ? AND general = '' AND internal = '' AND status = ? AND version = 1
            AND NOT EXISTS (SELECT 1 FROM position_item WHERE position_item.document = position.document)
            """,
            (document, PositionStatus.DRAFT),
        )


_PHRASES = RowCodec(ReadyPhrase, "phrase")


class PhraseStore(Store):
    def all(self) -> list[ReadyPhrase]:
        return self._values(_PHRASES, "ORDER BY language, folded")

    def replace(self, phrases: Iterable[ReadyPhrase], replacements: Iterable[ReadyPhrase]) -> None:
        with self._database.write():
            for phrase in phrases:
                self._execute("DELETE FROM phrase WHERE language = ? AND folded = ?", *phrase.key)
            for phrase in replacements:
                self._save(_PHRASES, [phrase], folded=fold(phrase.keyword))


@dataclass(frozen=True, slots=True)
class StoredContribution:
    """A contribution with the text that the unit of each part had when it was placed; empty without a place."""

    contribution: Contribution
    added: datetime
    unit_texts: tuple[str, ...]


_HEADS = RowCodec(
    StoredContribution,
    "contribution",
    id="contribution.id",
    document="contribution.document",
    paper="contribution.paper",
)
_PARTS = RowCodec(
    PlacedComment,
    "contribution_part",
    general="is_general",
    **{name: f"provision_comment.{name}" for name in ("delegations", "label", "quoted", "proposal", "comment")},
)


class ContributionStore(Store):
    def for_document(self, document: DocumentId) -> list[StoredContribution]:
        """Return the contributions on a document whose papers are in the library, in the order of import."""
        return self._found("contribution.document = ? AND document.trashed IS NULL", document)

    def get(self, key: ContributionId) -> StoredContribution | None:
        return next(iter(self._found("contribution.id = ?", key)), None)

    def documents(self, paper: DocumentId) -> list[DocumentId]:
        return self._column("SELECT DISTINCT document FROM contribution WHERE paper = ?", paper)

    def with_contributions(self) -> list[DocumentId]:
        return self._column("SELECT DISTINCT document FROM contribution ORDER BY document")

    def save(self, contribution: StoredContribution) -> None:
        value = contribution.contribution
        with self._database.write() as connection:
            connection.execute("DELETE FROM contribution WHERE id = ?", (value.id,))
            _HEADS.insert(connection, [contribution])
            for position, (part, unit_text) in enumerate(zip(value.placed, contribution.unit_texts, strict=True)):
                _PARTS.insert(connection, [part], contribution=value.id, position=position, stands=unit_text)

    def remove(self, key: ContributionId) -> None:
        """Delete a contribution; its paper stays."""
        self._execute("DELETE FROM contribution WHERE id = ?", key)

    def _found(self, condition: str, value: object) -> list[StoredContribution]:
        with self._database.read() as connection:
            contributions = rows(
                connection,
                f"""
                SELECT contribution.* FROM contribution JOIN document ON document.id = contribution.paper
                WHERE {condition} ORDER BY contribution.added, contribution.id
                """,  # noqa: S608  (conditions of our own)
                (value,),
            )
            stored = []
            statement = "SELECT * FROM contribution_part WHERE contribution = ? ORDER BY position"
            for record in contributions:
                parts = rows(connection, statement, (record["id"],))
                key, document, paper = (record[name] for name in ("id", "document", "paper"))
                placed = tuple(map(_PARTS.value, parts))
                contribution = Contribution(ContributionId(key), DocumentId(document), DocumentId(paper), placed)
                texts = tuple(row["stands"] for row in parts)
                stored.append(_HEADS.value(record, contribution=contribution, unit_texts=texts))
            return stored
