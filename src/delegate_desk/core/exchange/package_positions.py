"""Lines on provisions as packages have them: only what is not empty, and of what circulates only that."""

from collections.abc import Mapping
from typing import Any

from delegate_desk.core.documents.document import Address
from delegate_desk.core.positions.fields import CIRCULATED
from delegate_desk.core.positions.position import PRIORITIES, PositionEntry, Stance
from delegate_desk.core.text import without_half_characters

LONGEST = 1_000_000
"""How many characters one text of a line may have."""
_TEXTS = ("proposal", "comment", "internal", "justification", "red_line", "instruction", "source", "label", "after")
_LISTS = ("joint", "fallbacks", "tags", "authors")
_MOST = 1000
_LONGEST_ADDRESS = 500


def entry_values(item: PositionEntry, *, whole: bool) -> dict[str, Any]:
    """Return the fields of a position entry that are not empty, by name, with its address.

    Args:
        item: The entry; an entry on the document in general has no address, and its comment is the general
            comment.
        whole: True to include internal fields.
    """
    empty = PositionEntry(Address(""))
    found: dict[str, Any] = {"address": str(item.address)}
    for name in ("stance", *_TEXTS, *_LISTS, "priority"):
        value = getattr(item, name)
        if value != getattr(empty, name) and (whole or name in CIRCULATED):
            found[name] = list(value) if isinstance(value, tuple) else value
    if item.stance is not None:
        found["stance"] = str(item.stance if whole else item.stance.circulated)
    return found


def entry_from_values(values: Mapping[str, Any]) -> PositionEntry | None:
    """The line of what a package has of it; None for what is none. What this version does not know is left out."""
    address = values.get("address")
    if not isinstance(address, str) or len(address) > _LONGEST_ADDRESS:
        return None
    stance = values.get("stance")
    if stance is not None and stance not in list(map(str, Stance)):
        return None
    priority = values.get("priority")
    if priority is not None and (isinstance(priority, bool) or priority not in PRIORITIES):
        return None
    given: dict[str, Any] = {}
    for name in _TEXTS:
        value = values.get(name)
        if value is None:
            continue
        if not isinstance(value, str) or len(value) > LONGEST:
            return None
        given[name] = _plain(value)
    for name in _LISTS:
        value = values.get(name, [])
        if not isinstance(value, list) or len(value) > _MOST or not all(isinstance(one, str) for one in value):
            return None
        if sum(map(len, value)) > LONGEST:
            return None
        given[name] = tuple(_plain(one) for one in value)
    if "after" in given:
        given["after"] = Address(given["after"])
    return PositionEntry(Address(_plain(address)), Stance(stance) if stance else None, priority=priority, **given)


def unknown_fields(values: Mapping[str, Any]) -> int:
    """Number of fields of a position entry that this version does not know."""
    return len(values.keys() - {"address", "stance", "priority", *_TEXTS, *_LISTS})


def _plain(text: str) -> str:
    return without_half_characters(text).replace("\0", "")
