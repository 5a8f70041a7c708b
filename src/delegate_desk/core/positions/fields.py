"""The fields of a position: which of them circulate, and what differs between two of them."""

from dataclasses import fields

from delegate_desk.core.positions.position import PositionEntry
from delegate_desk.core.values import dataclass

ITEM_FIELDS = tuple(field.name for field in fields(PositionEntry) if field.name != "address")
"""The fields of an item but its address."""
CIRCULATED = frozenset({"general", "stance", "proposal", "comment", "justification", "joint", "after", "label"})
"""What may leave in an export that circulates. All else never does."""
NOTHING = "—"
"""How a person reads that a text is to be empty: a provision that is to go, or the very beginning."""


@dataclass(frozen=True, slots=True)
class FieldDifference:
    """A field that is not the same in two positions.

    Attributes:
        field: As named in ``PositionEntry`` and ``Position``.
        before: As a person reads it; empty where there was nothing.
    """

    field: str
    before: str
    after: str

    @property
    def circulates(self) -> bool:
        return self.field in CIRCULATED


def differences(before: PositionEntry, after: PositionEntry) -> tuple[FieldDifference, ...]:
    """Differences between two entries on one paragraph, in the order of the fields."""
    pairs = ((name, getattr(before, name), getattr(after, name)) for name in ITEM_FIELDS)
    return tuple(FieldDifference(name, format_value(name, a), format_value(name, b)) for name, a, b in pairs if a != b)


def format_value(name: str, value: object) -> str:
    """The value of a field as a person reads it: several ones on lines of their own, codes and tags with commas."""
    if value is None:
        return ""
    if isinstance(value, tuple):
        return ("\n" if name == "fallbacks" else ", ").join(map(str, value))
    return str(value) or (NOTHING if name in ("proposal", "after") else "")
