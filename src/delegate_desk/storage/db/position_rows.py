"""Positions as rows of their tables, and whole, as their versions are kept; and back."""

import json
import sqlite3
from datetime import datetime

from delegate_desk.core.documents.document import Address, DocumentId
from delegate_desk.core.library.record_tables import entry_from_values, entry_values
from delegate_desk.core.positions.position import Clearing, Position, PositionStatus, Sending
from delegate_desk.core.positions.versions import Version


def state_columns(position: Position) -> tuple[object, ...]:
    """The columns of a position's state: status, version, by whom and when cleared, to whom, as what and when sent."""
    cleared, sent = position.cleared, position.sent
    return (
        position.status, position.version, cleared and cleared.by, cleared and cleared.at.isoformat(),
        sent and sent.to, sent and sent.file, sent and sent.at.isoformat(),
    )  # fmt: skip


def as_position(document: DocumentId, row: sqlite3.Row) -> Position:
    """The position of a row of its table, without its items."""
    return Position(
        document,
        PositionStatus(row["status"]),
        row["general"],
        row["internal"],
        (),
        row["version"],
        None if row["cleared_at"] is None else Clearing(row["cleared_by"], datetime.fromisoformat(row["cleared_at"])),
        None
        if row["sent_at"] is None
        else Sending(row["sent_to"], row["sent_file"], datetime.fromisoformat(row["sent_at"])),
    )


def to_json(version: Version) -> str:
    """A version as it is kept."""
    position = version.position
    cleared, sent = position.cleared, position.sent
    content = {
        "status": position.status,
        "general": position.general,
        "internal": position.internal,
        "cleared": cleared and {"by": cleared.by, "at": cleared.at.isoformat()},
        "sent": sent and {"to": sent.to, "file": sent.file, "at": sent.at.isoformat()},
        "items": [entry_values(item) for item in position.items],
        "sources": dict(version.sources),
    }
    return json.dumps(content, ensure_ascii=False)


def from_json(document: DocumentId, number: int, content: str) -> Version:
    """A version of what is kept of it."""
    kept = json.loads(content)
    cleared, sent = kept["cleared"], kept["sent"]
    position = Position(
        document,
        PositionStatus(kept["status"]),
        kept["general"],
        kept["internal"],
        tuple(map(entry_from_values, kept["items"])),
        number,
        Clearing(cleared["by"], datetime.fromisoformat(cleared["at"])) if cleared else None,
        Sending(sent["to"], sent["file"], datetime.fromisoformat(sent["at"])) if sent else None,
    )
    return Version(position, {Address(address): text for address, text in kept["sources"].items()})
