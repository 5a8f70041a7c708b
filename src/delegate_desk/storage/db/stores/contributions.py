"""Database store of other delegations' contributions."""

import sqlite3
from dataclasses import dataclass
from datetime import datetime

from delegate_desk.core.contributions.contribution import Contribution, ContributionId, PlacedComment
from delegate_desk.core.documents.document import DocumentId
from delegate_desk.storage.db.database import Database
from delegate_desk.storage.db.record_rows import RowCodec, rows


@dataclass(frozen=True, slots=True)
class StoredContribution:
    """A contribution as it is kept: its words are found in the document anew each time.

    Attributes:
        added: In UTC.
        unit_texts: For each part what its unit said when it was placed; empty for one without a place.
    """

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


class ContributionStore:
    """The tables of contributions."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def for_document(self, document: DocumentId) -> list[StoredContribution]:
        """The contributions on a document whose papers are held, in the order in which they came."""
        return self._found("contribution.document = ? AND document.trashed IS NULL", document)

    def get(self, key: ContributionId) -> StoredContribution | None:
        return next(iter(self._found("contribution.id = ?", key)), None)

    def documents(self, paper: DocumentId) -> list[DocumentId]:
        with self._database.read() as connection:
            found = connection.execute("SELECT DISTINCT document FROM contribution WHERE paper = ?", (paper,))
            return [DocumentId(row[0]) for row in found]

    def save(self, kept: StoredContribution) -> None:
        one = kept.contribution
        with self._database.write() as connection:
            connection.execute("DELETE FROM contribution WHERE id = ?", (one.id,))
            _HEADS.insert(connection, [kept])
            for position, (part, stands) in enumerate(zip(one.placed, kept.unit_texts, strict=True)):
                _PARTS.insert(connection, [part], contribution=one.id, position=position, stands=stands)

    def remove(self, key: ContributionId) -> None:
        """Forget a contribution; its paper stays."""
        with self._database.write() as connection:
            connection.execute("DELETE FROM contribution WHERE id = ?", (key,))

    def _found(self, where: str, value: object) -> list[StoredContribution]:
        with self._database.read() as connection:
            heads = rows(
                connection,
                f"""
                SELECT contribution.* FROM contribution JOIN document ON document.id = contribution.paper
                WHERE {where} ORDER BY contribution.added, contribution.id
                """,  # noqa: S608  (conditions of our own)
                (value,),
            )
            return [self._stored(connection, head) for head in heads]

    def _stored(self, connection: sqlite3.Connection, head: sqlite3.Row) -> StoredContribution:
        parts = rows(
            connection, "SELECT * FROM contribution_part WHERE contribution = ? ORDER BY position", (head["id"],)
        )
        key, document, paper = ContributionId(head["id"]), DocumentId(head["document"]), DocumentId(head["paper"])
        contribution = Contribution(key, document, paper, tuple(map(_PARTS.value, parts)))
        texts = tuple(row["stands"] for row in parts)
        return StoredContribution(contribution, datetime.fromisoformat(head["added"]), texts)
