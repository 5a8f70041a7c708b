"""Merge of two copies of a library, each written on a computer of its own: each thing by itself.

A thing is a note, a position entry, a phrase and so on, as in sidecars. A thing that only one copy has is
added, unless the other copy deleted it later. Of two states the later is kept; without times to compare,
the state changed since the copies parted; then the order of the bytes decides. So it does not matter which
copy is merged into which, or how often.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from delegate_desk.core.exchange.merge_rules import canonical
from delegate_desk.core.library.sidecar_schema import DOCUMENT_TABLES, ITEM, LIBRARY_TABLES, SidecarTable
from delegate_desk.core.library.sidecars import Node

_NOTE, _LINE = "note", "line"
_OF_THIS_COMPUTER = frozenset({"library", "watched_folder", "shared_folder", "recent_search"})
_OTHERWISE = frozenset({"received"})
_WHOLE = frozenset({"contribution", "voting_year"})
"""The tables whose rows are taken with all that hangs on them."""
_MOMENTS = {
    "correction": ("made",),
    "dossier_choice": ("made",),
    "carried": ("decided",),
    "voting_year": ("edited",),
    "annotation_aside": ("modified",),
    "refused_person": ("refused",),
    "person": ("firsthand", "moment"),
    "package_taken": ("taken",),
    "saved_search": ("moment",),
}
"""The columns that tell which row of two is the later."""
_HEAD = ("general", "internal")
_TOLD = frozenset({"number"})
"""What says the same of one thing in two libraries by different numbers."""

Key = tuple[str, ...]
State = tuple[Node, list[Node]]
"""What a thing says, and where it stood if it has no place."""
Rank = Callable[[Node], tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class ChangeStamp:
    """When a thing of ours changed in one copy; a line's key has the hash of its document."""

    number: int
    moment: str
    is_deleted: bool
    was_sent: bool

    @property
    def rank(self) -> tuple[str, bool]:
        """Its place among the states of one thing."""
        return self.moment, not self.is_deleted


Stamps = Mapping[tuple[str, str], ChangeStamp]
_NEVER = ChangeStamp(0, "", is_deleted=False, was_sent=False)


@dataclass(frozen=True, slots=True)
class ChangeTimes:
    """When what changed in one copy.

    Attributes:
        stamps: Of notes and lines of ours, by kind and key.
        lines: The lines caught in meetings that changed since the copies parted.
    """

    stamps: Stamps = field(default_factory=dict)
    lines: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class ConflictingRow:
    """Conflicting row whose other state is kept.

    Attributes:
        part: Its list in a sidecar.
        other: The state that was not kept.
    """

    of: str
    part: str
    key: Key
    other: Node


@dataclass(slots=True)
class MergedRow:
    """New content of one row; None if it is deleted."""

    table: str
    key: Key
    node: Node | None
    attached: list[Node] = field(default_factory=list)


@dataclass(slots=True)
class ConflictMergeResult:
    """Changes of a copy to our library, and the states that were not kept where both had changed."""

    rows: list[MergedRow] = field(default_factory=list)
    conflicts: list[ConflictingRow] = field(default_factory=list)


def last_common_change(ours: Stamps, theirs: Stamps) -> int:
    """The number of the last change that two copies have in common."""
    common = (one.number for key, one in ours.items() if (other := theirs.get(key)) and _same(one, other))
    return max(common, default=0)


def merge_stamps(ours: Stamps, theirs: Stamps) -> dict[tuple[str, str], ChangeStamp]:
    """Of each thing the later stamp; what left in a package from either has left."""
    joined = {**theirs, **ours}
    for key in ours.keys() & theirs.keys():
        one, other = ours[key], theirs[key]
        later = max(one, other, key=lambda stamp: stamp.rank)
        number = one.number if one.rank == later.rank else later.number
        joined[key] = ChangeStamp(number, later.moment, later.is_deleted, one.was_sent or other.was_sent)
    return joined


class ConflictMerger:
    """Joins what two copies say."""

    def __init__(self, ours: ChangeTimes, theirs: ChangeTimes) -> None:
        self._ours = ours
        self._theirs = theirs
        self._parted = last_common_change(ours.stamps, theirs.stamps)

    def merge_document(self, sha256: str, ours: Node, theirs: Node) -> ConflictMergeResult:
        """Return the changes of a copy on a document: notes, our position, and other information."""
        joined = ConflictMergeResult()
        self._notes(sha256, ours, theirs, joined)
        self._position(sha256, ours.get("position") or {}, theirs.get("position") or {}, joined)
        for table in DOCUMENT_TABLES:
            if table.name == "unplaced":
                _union(table, _without_note(ours), _without_note(theirs), joined)
            elif table.name != "position":
                _keyed(sha256, table, ours, theirs, joined)
        return joined

    def merge_meeting(self, name: str, ours: Node, theirs: Node) -> ConflictMergeResult:
        """Return the changes of a copy to a meeting: agendas are taken as a whole, captured lines individually."""
        joined = ConflictMergeResult()
        heads = [{key: value for key, value in one.items() if key != "lines"} for one in (ours, theirs)]
        if not ours:
            joined.rows.append(MergedRow("meeting", (name,), heads[1]))
        elif not _equal(*heads):
            later = max(heads, key=lambda one: (not one.get("trashed"), len(one.get("items", ())), _plain(one)))
            if later is heads[1]:
                joined.rows.append(MergedRow("meeting", (name,), later))
            _add_conflict(joined, name, "meeting", (name,), heads[0] if later is heads[1] else heads[1])
        kept, came = (_by(one.get("lines"), ("id",)) for one in (ours, theirs))
        for key, line in came.items():
            mine = kept.get(key)
            if mine is None:
                joined.rows.append(MergedRow("line", key, line))
            elif not _equal(mine, line):
                changed = key[0] in self._ours.lines, key[0] in self._theirs.lines
                ranks = [
                    (is_changed, not one.get("trashed"), len(str(one.get("text"))), _plain(one))
                    for is_changed, one in zip(changed, (mine, line), strict=True)
                ]
                if ranks[1] > ranks[0]:
                    joined.rows.append(MergedRow("line", key, line))
                if changed[0] == changed[1]:
                    _add_conflict(joined, name, "lines", key, mine if ranks[1] > ranks[0] else line)
        return joined

    def merge_library(self, ours: Node, theirs: Node) -> ConflictMergeResult:
        """Return the changes of a copy to the library in general; what belongs to its computer is left out."""
        joined = ConflictMergeResult()
        for table in LIBRARY_TABLES:
            if table.name not in _OF_THIS_COMPUTER | _OTHERWISE:
                _keyed("", table, ours, theirs, joined)
        return joined

    # Notes and positions

    def _notes(self, sha256: str, ours: Node, theirs: Node, joined: ConflictMergeResult) -> None:
        kept, came = _notes_in(ours), _notes_in(theirs)
        for key in sorted(kept.keys() | came.keys()):
            name = (_NOTE, key.rpartition(":")[2])
            self._thing(sha256, "annotations", name, kept.get(key), came.get(key), joined)

    def _position(self, sha256: str, ours: Node, theirs: Node, joined: ConflictMergeResult) -> None:
        mine, other = ({key: value for key, value in one.items() if key != ITEM.list_name} for one in (ours, theirs))
        if other and not mine:
            joined.rows.append(MergedRow("position", (), other))
        elif other and not _equal(mine, other):
            self._position_state(sha256, mine, other, joined)
        kept, came = (_by(one.get(ITEM.list_name), ("address",)) for one in (ours, theirs))
        for key in sorted(kept.keys() | came.keys()):
            name = (_LINE, f"{sha256} {key[0]}")
            self._thing(sha256, ITEM.list_name, name, _alone(kept.get(key)), _alone(came.get(key)), joined)

    def _position_state(self, sha256: str, mine: Node, other: Node, joined: ConflictMergeResult) -> None:
        """The words on the whole by their stamp; how far the position has come by its version."""
        name = (_LINE, f"{sha256} ")
        sides = [
            (stamps.get(name, _NEVER).rank, canonical({part: one.get(part, "") for part in _HEAD}), one)
            for stamps, one in ((self._ours.stamps, mine), (self._theirs.stamps, other))
        ]
        words = max(sides, key=lambda one: one[:2])[2]
        state = max(
            (mine, other),
            key=lambda one: (one.get("version", 1), str(max(one.get("cleared_at", ""), one.get("sent_at", ""))), _plain(
                {part: value for part, value in one.items() if part not in _HEAD}
            )),
        )  # fmt: skip
        made = {key: value for key, value in state.items() if key not in _HEAD}
        made |= {part: words[part] for part in _HEAD if words.get(part)}
        if not _equal(made, mine):
            joined.rows.append(MergedRow("position", (), made))
        for one, stamps in ((mine, self._ours.stamps), (other, self._theirs.stamps)):
            if not _equal(made, one) and stamps.get(name, _NEVER).number > self._parted:
                _add_conflict(joined, sha256, "position", (), one)

    def _thing(
        self,
        sha256: str,
        part: str,
        name: tuple[str, str],
        mine: State | None,
        other: State | None,
        joined: ConflictMergeResult,
    ) -> None:
        if mine == other:
            return
        one, two = self._stamp(self._ours.stamps, name, mine), self._stamp(self._theirs.stamps, name, other)
        both = min(one.number, two.number) > self._parted
        theirs_stays = (two.rank, canonical(other)) > (one.rank, canonical(mine))
        if theirs_stays:
            node, attached = other or (None, [])
            joined.rows.append(
                MergedRow("annotation" if name[0] == _NOTE else "position_item", (name[1],), node, attached)
            )
        lost = mine if theirs_stays else other
        if both and lost is not None:
            _add_conflict(joined, sha256, part, (name[1],), lost[0])

    @staticmethod
    def _stamp(stamps: Stamps, name: tuple[str, str], state: State | None) -> ChangeStamp:
        """When a copy changed a thing; what it never had is before all that is."""
        found = stamps.get(name)
        if state is None:
            return found if found and found.is_deleted else ChangeStamp(0, "", is_deleted=True, was_sent=False)
        said = str(state[0].get("modified", ""))
        return found or ChangeStamp(0, said[:23] + "Z" if said else "", is_deleted=False, was_sent=False)


# Rows


def _keyed(of: str, table: SidecarTable, ours: Node, theirs: Node, joined: ConflictMergeResult) -> None:
    """Of each row the later."""
    if not table.key:
        _union(table, _listed(ours, table), _listed(theirs, table), joined)
        return
    names = () if table.is_single else table.key
    kept, came = (_by(_listed(one, table), names) for one in (ours, theirs))
    rank = _ranking(table)
    for key in sorted(came):
        mine, other = kept.get(key), came[key]
        if mine is None:
            if not (table.name == "person" and other.get("ours")):
                joined.rows.append(MergedRow(table.name, key, other))
        elif not _equal(mine, other):
            stays = rank(other) > rank(mine)
            if stays:
                joined.rows.append(MergedRow(table.name, key, other))
            _add_conflict(joined, of, table.list_name, key, mine if stays else other)


def _union(table: SidecarTable, ours: Iterable[Node], theirs: Iterable[Node], joined: ConflictMergeResult) -> None:
    kept = {_plain(one) for one in ours}
    fresh = {_plain(one): one for one in theirs}
    joined.rows += [MergedRow(table.name, (), fresh[name]) for name in sorted(fresh.keys() - kept)]


def _ranking(table: SidecarTable) -> Rank:
    columns = _MOMENTS.get(table.name, ())

    def rank(node: Node) -> tuple[Any, ...]:
        return *(str(node.get(name) or "") for name in columns), _plain(node)

    return rank


def _listed(sidecar: Node, table: SidecarTable) -> list[Node]:
    found = sidecar.get(table.list_name)
    return [found] if isinstance(found, dict) else found or []


def _by(listed: Iterable[Node] | None, names: Key) -> dict[Key, Node]:
    def key(node: Node) -> Key:
        return tuple(
            canonical(_without_numbers(node.get(name))) if name == "new" else str(node.get(name, "")) for name in names
        )

    return {key(node): node for node in listed or ()}


def _notes_in(sidecar: Node) -> dict[str, State]:
    """Our notes, by their names, each with where it stood if it has no place; and what we carried of others' notes."""
    places = {one["annotation"]: one for one in sidecar.get("unplaced", ()) if one.get("annotation")}
    found = {}
    for one in sidecar.get("annotations", ()):
        if "desk:author" not in one or "desk:carried" in one:
            place = places.get(str(one["id"]).rpartition(":")[2])
            found[str(one["id"])] = (one, [place] if place else [])
    return found


def _alone(node: Node | None) -> State | None:
    return None if node is None else (node, [])


def _without_note(sidecar: Node) -> list[Node]:
    return [one for one in sidecar.get("unplaced", ()) if not one.get("annotation")]


def _add_conflict(joined: ConflictMergeResult, of: str, part: str, key: Key, other: Node) -> None:
    joined.conflicts.append(ConflictingRow(of, part, key, other))


def _same(one: ChangeStamp, other: ChangeStamp) -> bool:
    return (one.number, one.moment, one.is_deleted) == (other.number, other.moment, other.is_deleted)


def _without_numbers(value: Any) -> Any:
    """A value without the numbers that documents have in one library."""
    if isinstance(value, dict):
        is_citation = "sha256" in value
        return {name: _without_numbers(inner) for name, inner in value.items() if not (is_citation and name in _TOLD)}
    return [_without_numbers(one) for one in value] if isinstance(value, list) else value


def _plain(node: Node) -> str:
    return canonical(_without_numbers(node))


def _equal(one: Node, other: Node) -> bool:
    return _plain(one) == _plain(other)
