"""Database store of other delegations' contributions."""

import json
import sqlite3
from collections.abc import Sequence
from datetime import datetime

from delegate_desk.core.contributions.contribution import Contribution, ContributionId, PlacedComment, ProvisionComment
from delegate_desk.core.documents.document import Address, DocumentId
from delegate_desk.core.values import dataclass
from delegate_desk.storage.db.database import Database
from delegate_desk.storage.db.document_rows import rows


@dataclass(frozen=True, slots=True)
class StoredContribution:
    """A contribution as it is kept: its words are found in the document anew each time.

    Attributes:
        added: In UTC.
        stands: For each part what its unit said when it was placed; empty for one without a place.
    """

    contribution: Contribution
    added: datetime
    unit_texts: tuple[str, ...]


class ContributionStore:
    """The tables of contributions."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def for_document(self, document: DocumentId) -> list[StoredContribution]:
        """The contributions on a document whose papers are held, in the order in which they came."""
        return self._found("contribution.document = ? AND document.trashed IS NULL", document)

    def get(self, key: ContributionId) -> StoredContribution | None:
        """One contribution; None where it is gone."""
        return next(iter(self._found("contribution.id = ?", key)), None)

    def documents(self, paper: DocumentId) -> list[DocumentId]:
        """The documents on which a paper was brought in."""
        with self._database.read() as connection:
            found = connection.execute("SELECT DISTINCT document FROM contribution WHERE paper = ?", (paper,))
            return [DocumentId(row[0]) for row in found]

    def save(self, kept: StoredContribution) -> None:
        """Save a contribution, replacing any with its id."""
        one = kept.contribution
        with self._database.write() as connection:
            connection.execute("DELETE FROM contribution WHERE id = ?", (one.id,))
            connection.execute(
                "INSERT INTO contribution VALUES (?, ?, ?, ?)",
                (one.id, one.document, one.paper, kept.added.isoformat()),
            )
            connection.executemany(
                "INSERT INTO contribution_part VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                [
                    (one.id, n, *_values(part), stands)
                    for n, (part, stands) in enumerate(zip(one.placed, kept.unit_texts, strict=True))
                ],
            )

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
            return [_as_stored_contribution(head, self._parts(connection, head["id"])) for head in heads]

    def _parts(self, connection: sqlite3.Connection, key: str) -> list[sqlite3.Row]:
        return rows(connection, "SELECT * FROM contribution_part WHERE contribution = ? ORDER BY position", (key,))


def _values(part: PlacedComment) -> tuple[object, ...]:
    written = part.provision_comment
    return (
        json.dumps(written.delegations), written.label, written.quoted, written.proposal, written.comment,
        part.is_general, part.address, part.after, part.by_hand,
    )  # fmt: skip


def _as_stored_contribution(head: sqlite3.Row, parts: Sequence[sqlite3.Row]) -> StoredContribution:
    placed = tuple(
        PlacedComment(
            ProvisionComment(
                tuple(json.loads(row["delegations"])), row["label"], row["quoted"], row["proposal"], row["comment"]
            ),
            None if row["address"] is None else Address(row["address"]),
            is_general=bool(row["general"]),
            after=None if row["after"] is None else Address(row["after"]),
            by_hand=bool(row["by_hand"]),
        )
        for row in parts
    )
    contribution = Contribution(
        ContributionId(head["id"]), DocumentId(head["document"]), DocumentId(head["paper"]), placed
    )
    return StoredContribution(
        contribution, datetime.fromisoformat(head["added"]), tuple(row["stands"] for row in parts)
    )
