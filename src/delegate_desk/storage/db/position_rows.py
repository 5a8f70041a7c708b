"""Positions as rows of their tables, and whole, as their versions are kept; and back."""

import json
import sqlite3
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from delegate_desk.core.documents.document import Address, DocumentId
from delegate_desk.core.positions.position import Clearing, Position, PositionEntry, PositionStatus, Sending, Stance
from delegate_desk.core.positions.versions import Version

_LISTS = ("joint", "fallbacks", "tags", "authors")
ITEM_COLUMNS = (
    "address", "stance", "proposal", "comment", "internal", "justification", "joint", "fallbacks", "red_line",
    "instruction", "source", "priority", "tags", "authors", "after", "label",
)  # fmt: skip
"""The columns of an item, in the order of its fields."""


def from_item(item: PositionEntry) -> tuple[object, ...]:
    """An item's columns."""
    values = ((name, getattr(item, name)) for name in ITEM_COLUMNS)
    return tuple(json.dumps(value, ensure_ascii=False) if name in _LISTS else value for name, value in values)


def as_item(row: sqlite3.Row) -> PositionEntry:
    """The item of a row that has its columns."""
    address, stance, after = row["address"], row["stance"], row["after"]
    return PositionEntry(
        Address(address),
        Stance(stance) if stance else None,
        row["proposal"],
        row["comment"],
        row["internal"],
        row["justification"],
        _listed(row["joint"]),
        _listed(row["fallbacks"]),
        row["red_line"],
        row["instruction"],
        row["source"],
        row["priority"],
        _listed(row["tags"]),
        _listed(row["authors"]),
        None if after is None else Address(after),
        row["label"],
    )


def _listed(kept: str) -> tuple[str, ...]:
    return () if kept == "[]" else tuple(json.loads(kept))  # most are empty, and a position is read at each key


def item_from_values(values: Mapping[str, Any]) -> PositionEntry:
    """An item of its fields' values, as JSON has them; a field that is missing is empty."""
    lists: dict[str, Any] = {name: tuple(values.get(name, ())) for name in _LISTS}
    texts: dict[str, Any] = {name: values.get(name, "") for name in _TEXTS}
    after, stance = values.get("after"), values.get("stance")
    return PositionEntry(
        Address(values["address"]),
        Stance(stance) if stance else None,
        values.get("proposal"),
        priority=values.get("priority"),
        after=None if after is None else Address(after),
        **lists,
        **texts,
    )


_TEXTS = ("comment", "internal", "justification", "red_line", "instruction", "source", "label")


def item_values(item: PositionEntry) -> dict[str, object]:
    """Return the non-empty fields of a position entry, by name, with its address."""
    empty = PositionEntry(Address(""))
    found = {name: getattr(item, name) for name in ITEM_COLUMNS}
    return {name: value for name, value in found.items() if name == "address" or value != getattr(empty, name)}


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
        "items": [item_values(item) for item in position.items],
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
        tuple(map(item_from_values, kept["items"])),
        number,
        Clearing(cleared["by"], datetime.fromisoformat(cleared["at"])) if cleared else None,
        Sending(sent["to"], sent["file"], datetime.fromisoformat(sent["at"])) if sent else None,
    )
    return Version(position, {Address(address): text for address, text in kept["sources"].items()})
