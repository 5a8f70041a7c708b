"""A position entry as a record: values by column, the same in tables, versions, packages and sidecars."""

from collections.abc import Mapping
from typing import Any

from delegate_desk.core.documents.document import Address
from delegate_desk.core.library.sidecar_schema import ITEM, ColumnForm
from delegate_desk.core.positions.fields import CIRCULATED
from delegate_desk.core.positions.position import PRIORITIES, PositionEntry, Stance
from delegate_desk.core.text import without_half_characters

COLUMNS = tuple(column.name for column in ITEM.columns)
LISTS = tuple(column.name for column in ITEM.columns if column.form is ColumnForm.LIST)
_TEXTS = tuple(
    column.name
    for column in ITEM.columns
    if column.form is ColumnForm.TEXT and column.name not in ("address", "stance")
)
_LONGEST = 1_000_000
"""How many characters one text of an entry from elsewhere may have."""
_MOST = 1000
_LONGEST_ADDRESS = 500
_EMPTY = PositionEntry(Address(""))


def entry_values(entry: PositionEntry, *, circulated: bool = False) -> dict[str, Any]:
    """Return the fields of a position entry that are not empty, by name, with its address.

    Args:
        entry: The entry; an entry on the document in general has no address, and its comment is the general
            comment.
        circulated: True to leave out internal fields.
    """
    found: dict[str, Any] = {"address": str(entry.address)}
    for name in COLUMNS:
        value = getattr(entry, name)
        if value != getattr(_EMPTY, name) and (name in CIRCULATED or not circulated):
            found[name] = list(value) if isinstance(value, tuple) else value
    if entry.stance is not None:
        found["stance"] = str(entry.stance.circulated if circulated else entry.stance)
    return found


def entry_from_values(values: Mapping[str, Any]) -> PositionEntry:
    """The entry with these values; a field without a value is empty."""
    fields = {name: values[name] for name in COLUMNS if values.get(name) is not None}
    fields |= {name: tuple(fields[name]) for name in LISTS if name in fields}
    fields |= {name: Address(fields[name]) for name in ("address", "after") if name in fields}
    if stance := fields.pop("stance", ""):
        fields["stance"] = Stance(stance)
    return PositionEntry(**fields)


def parse_entry(values: Mapping[str, Any]) -> PositionEntry | None:
    """The entry with values from elsewhere; None for invalid values. Unknown fields are left out."""
    address, stance, priority = (values.get(name) for name in ("address", "stance", "priority"))
    if not isinstance(address, str) or len(address) > _LONGEST_ADDRESS:
        return None
    if stance is not None and stance not in list(map(str, Stance)):
        return None
    if priority is not None and (isinstance(priority, bool) or priority not in PRIORITIES):
        return None
    fields: dict[str, Any] = {"address": _storable(address), "stance": stance, "priority": priority}
    for name in _TEXTS:
        value = values.get(name)
        if value is None:
            continue
        if not isinstance(value, str) or len(value) > _LONGEST:
            return None
        fields[name] = _storable(value)
    for name in LISTS:
        value = values.get(name, [])
        if not isinstance(value, list) or len(value) > _MOST or not all(isinstance(text, str) for text in value):
            return None
        if sum(map(len, value)) > _LONGEST:
            return None
        fields[name] = [_storable(text) for text in value]
    return entry_from_values(fields)


def unknown_fields(values: Mapping[str, Any]) -> int:
    """Number of fields of a position entry that this version does not know."""
    return len(values.keys() - set(COLUMNS))


def _storable(text: str) -> str:
    return without_half_characters(text).replace("\0", "")
