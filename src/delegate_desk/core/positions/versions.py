"""Versions of a position: what was sent stays as it was sent, and any two can be compared."""

from collections.abc import Mapping
from dataclasses import fields, replace

from delegate_desk.core.documents.document import Address
from delegate_desk.core.positions.position import Position, PositionEntry, PositionStatus
from delegate_desk.core.values import dataclass
from delegate_desk.core.word_diff import WordDiff, diff_words

ITEM_FIELDS = tuple(field.name for field in fields(PositionEntry) if field.name != "address")
"""The fields of an item but its address."""
CIRCULATED = frozenset({"general", "stance", "proposal", "comment", "justification", "joint", "after", "label"})
"""What may leave in an export that circulates. All else never does."""
NOTHING = "—"
"""How a person reads that a text is to be empty: a provision that is to go, or the very beginning."""


@dataclass(frozen=True, slots=True)
class FieldDifference:
    field: str
    before: str
    after: str

    @property
    def circulates(self) -> bool:
        return self.field in CIRCULATED


def differences(before: PositionEntry, after: PositionEntry) -> tuple[FieldDifference, ...]:
    pairs = ((name, getattr(before, name), getattr(after, name)) for name in ITEM_FIELDS)
    return tuple(FieldDifference(name, format_value(name, a), format_value(name, b)) for name, a, b in pairs if a != b)


def format_value(name: str, value: object) -> str:
    """The value of a field as a person reads it: several ones on lines of their own, codes and tags with commas."""
    if value is None:
        return ""
    if isinstance(value, tuple):
        return ("\n" if name == "fallbacks" else ", ").join(map(str, value))
    return str(value) or (NOTHING if name in ("proposal", "after") else "")


@dataclass(frozen=True, slots=True)
class Version:
    position: Position
    sources: Mapping[Address, str]

    def word_diff(self, item: PositionEntry) -> WordDiff:
        return () if item.proposal is None else diff_words(self.sources.get(item.address, ""), item.proposal)


@dataclass(frozen=True, slots=True)
class ItemDifference:
    before: PositionEntry
    after: PositionEntry
    fields: tuple[FieldDifference, ...]

    @property
    def address(self) -> Address:
        return self.after.address


@dataclass(frozen=True, slots=True)
class VersionDifference:
    old: Position
    new: Position
    texts: tuple[FieldDifference, ...]
    items: tuple[ItemDifference, ...]

    def is_empty(self) -> bool:
        return not self.texts and not self.items


def start_draft(position: Position) -> Position:
    """The draft that a change is made to: of what was sent the next version; what was cleared is cleared no more."""
    if position.status is PositionStatus.DRAFT:
        return position
    version = position.version + (position.sent is not None)
    return replace(position, status=PositionStatus.DRAFT, version=version, cleared=None, sent=None)


def compare_versions(old: Position, new: Position) -> VersionDifference:
    pairs = (("general", old.general, new.general), ("internal", old.internal, new.internal))
    texts = tuple(FieldDifference(name, before, after) for name, before, after in pairs if before != after)
    items = []
    for address in _addresses(old, new):
        before, after = old.entry_at(address), new.entry_at(address)
        differing = differences(before, after)
        if differing:
            items.append(ItemDifference(before, after, differing))
    return VersionDifference(old, new, texts, tuple(items))


def _addresses(old: Position, new: Position) -> list[Address]:
    found = [item.address for item in new.items]
    there = set(found)
    place = 0
    for item in old.items:
        if item.address in there:
            place = found.index(item.address) + 1
        else:
            found.insert(place, item.address)
            place += 1
    return found
