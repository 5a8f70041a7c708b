"""Merge of two versions of a library's records: of a library and its sidecars, or of two copies of a library.

Each record (a note, a position entry, a phrase …) is merged by itself; a rule chooses between its two versions. A
record that only one side has is compared with None.

Of two copies written on different computers, the later version is kept; without comparable times, the version that
changed since the copies separated; otherwise byte order decides. So the result does not depend on the order or number
of merges.
"""

from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import Any

from delegate_desk.core.exchange.package import canonical
from delegate_desk.core.library.record_tables import TABLES
from delegate_desk.core.library.records import Node
from delegate_desk.core.values import dataclass

NOTE = "annotation"
LINE = "position_item"
WORDS, STATE = ("words",), ("state",)
"""Keys of the two parts of a position: its general texts, and its state."""
OURS = ("ours",)
"""Key of the person who writes in a library."""

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RecordIdentity:
    of: str
    table: str
    key: Key

    @property
    def stamp_name(self) -> tuple[str, str] | None:
        """Return kind and key of a record's stamp; None if it has no stamps.

        A line is named with the hash of its document.
        """
        if self.table == NOTE:
            return "note", self.key[0]
        if self.table == LINE:
            return "line", f"{self.of} {self.key[0]}"
        return ("line", f"{self.of} ") if self.key == WORDS else None


@dataclass(frozen=True, slots=True)
class RecordState:
    node: Node
    content: Any


States = Mapping[tuple[str, Key], RecordState]
"""Records by table and key."""


@dataclass(frozen=True, slots=True)
class RecordChange:
    """Differences between both sides; a conflict if both had changed it."""

    record: RecordIdentity
    ours: RecordState | None
    theirs: RecordState | None
    is_theirs: bool
    is_conflict: bool


class MergeRule:
    """Adds what our side lacks, and annotations that were changed later.

    Attributes:
        completes_rows: True if what belongs to a row of both sides is added where ours lacks it.
    """

    completes_rows = True

    def concerns(self, table: str, node: Node) -> bool:  # noqa: ARG002  (for other rules)
        """False for records that are left as they are."""
        return True

    def is_theirs(self, record: RecordIdentity, ours: RecordState | None, theirs: RecordState | None) -> bool:
        if ours is None or theirs is None:
            return ours is None
        return record.table == NOTE and bool(theirs.content.annotation.modified > ours.content.annotation.modified)

    def is_conflict(self, record: RecordIdentity, ours: RecordState | None, theirs: RecordState | None) -> bool:  # noqa: ARG002
        return False


class ReplaceRule(MergeRule):
    """Takes everything from the other side."""

    completes_rows = False

    def is_theirs(self, record: RecordIdentity, ours: RecordState | None, theirs: RecordState | None) -> bool:  # noqa: ARG002
        return theirs is not None or (record.table != "library" and record.key != OURS)


@dataclass(frozen=True, slots=True)
class ChangeStamp:
    """When an item of ours changed, by an always increasing number from 1, and whether a package ever took it along."""

    number: int
    moment: str
    is_deleted: bool
    was_sent: bool

    @property
    def rank(self) -> tuple[str, bool]:
        return self.moment, not self.is_deleted


Stamps = Mapping[tuple[str, str], ChangeStamp]


@dataclass(frozen=True, slots=True)
class ChangeTimes:
    """Stamps of a copy by kind and key, and the lines of meetings that changed since the copies separated."""

    stamps: Stamps = field(default_factory=dict)
    lines: frozenset[str] = frozenset()


def merge_stamps(ours: Stamps, theirs: Stamps) -> dict[tuple[str, str], ChangeStamp]:
    """Return the later stamp of each record; what either copy sent in a package counts as sent."""
    joined = {**theirs, **ours}
    for key in ours.keys() & theirs.keys():
        change_stamp, other = ours[key], theirs[key]
        later = max(change_stamp, other, key=lambda stamp: stamp.rank)
        number = change_stamp.number if change_stamp.rank == later.rank else later.number
        joined[key] = ChangeStamp(number, later.moment, later.is_deleted, change_stamp.was_sent or other.was_sent)
    return joined


class CopyRule(MergeRule):
    """Takes what is later in a copy of the library."""

    completes_rows = False

    def __init__(self, ours: ChangeTimes, theirs: ChangeTimes) -> None:
        self._ours = ours
        self._theirs = theirs
        common = (
            stamp.number
            for key, stamp in ours.stamps.items()
            if (other := theirs.stamps.get(key)) and (stamp.number, stamp.rank) == (other.number, other.rank)
        )
        self._parted = max(common, default=0)

    def concerns(self, table: str, node: Node) -> bool:
        if table == NOTE:  # others' notes come with what they sent
            return "desk:author" not in node or "desk:carried" in node
        return table != "received" and not TABLES[table].is_local

    def is_theirs(self, record: RecordIdentity, ours: RecordState | None, theirs: RecordState | None) -> bool:
        if ours is None and record.key == OURS:
            return False
        return self._rank(self._theirs, record, theirs) > self._rank(self._ours, record, ours)

    def is_conflict(self, record: RecordIdentity, ours: RecordState | None, theirs: RecordState | None) -> bool:
        name = record.stamp_name
        if name is not None:
            numbers = _stamp(self._ours, name, ours).number, _stamp(self._theirs, name, theirs).number
            return min(numbers) > self._parted
        is_line = record.table == "line"
        if is_line and (record.key[0] in self._ours.lines) != (record.key[0] in self._theirs.lines):
            return False
        return ours is not None and theirs is not None

    def _rank(self, side: ChangeTimes, record: RecordIdentity, state: RecordState | None) -> tuple[Any, ...]:
        name = record.stamp_name
        if name is not None:
            return _stamp(side, name, state).rank, _plain(state.node) if state else ""
        if state is None:
            return ()
        node = state.node
        if record.table == "position":
            timestamp = str(max(node.get("cleared_at", ""), node.get("sent_at", "")))
            return node.get("version", 1), timestamp, _plain(node)
        if record.table == "meeting":
            return not node.get("trashed"), len(node.get("items", ())), _plain(node)
        if record.table == "line":
            return record.key[0] in side.lines, not node.get("trashed"), len(str(node.get("text"))), _plain(node)
        return *(str(node.get(column) or "") for column in TABLES[record.table].ranks), _plain(node)


def _stamp(side: ChangeTimes, name: tuple[str, str], state: RecordState | None) -> ChangeStamp:
    """Return when a copy changed a record; one that it never had is earliest."""
    found = side.stamps.get(name)
    if state is None:
        return found if found and found.is_deleted else ChangeStamp(0, "", is_deleted=True, was_sent=False)
    text = str(state.node.get("modified", ""))
    return found or ChangeStamp(0, text[:23] + "Z" if text else "", is_deleted=False, was_sent=False)


def merge(owner: str, ours: States, theirs: States, rule: MergeRule) -> Iterator[RecordChange]:
    for table, key in dict.fromkeys((*theirs, *ours)):
        own, other = ours.get((table, key)), theirs.get((table, key))
        if own is None or other is None or own.content != other.content:
            record = RecordIdentity(owner, table, key)
            yield RecordChange(
                record, own, other, rule.is_theirs(record, own, other), rule.is_conflict(record, own, other)
            )


def _plain(node: Node) -> str:
    return canonical(without_numbers(node))


def without_numbers(value: Any) -> Any:
    """Return a value without document numbers, which differ between libraries."""
    if isinstance(value, dict):
        is_citation = "sha256" in value
        stored = ((name, inner) for name, inner in value.items() if not (is_citation and name == "number"))
        return {name: without_numbers(inner) for name, inner in stored}
    return [without_numbers(item) for item in value] if isinstance(value, list) else value
