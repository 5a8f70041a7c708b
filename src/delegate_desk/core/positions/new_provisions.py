"""New provisions: their future address and label."""

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from delegate_desk.core.delegations import protocol_rank
from delegate_desk.core.documents.document import Address
from delegate_desk.core.positions.position import PositionEntry

Rank = tuple[int | str, ...]


def in_text_order(items: Iterable[PositionEntry], addresses: Sequence[Address]) -> list[PositionEntry]:
    """Sort lines of ours in the order of the text; a new provision comes after what it follows."""
    entries = list(items)
    place = {address: n for n, address in enumerate(addresses)}
    new = {item.address: item for item in entries if item.address not in place}

    def rank(item: PositionEntry, seen: frozenset[Address] = frozenset()) -> Rank:
        if item.address in place:
            return (place[item.address],)
        after, own = item.after, (-item.address.count("__"), item.address)
        if after == "":
            return (-1, *own)
        if after in place:
            # A descendant directly follows it, as its new first point does; others follow all its descendants.
            index = place[after]
            if not item.address.startswith(f"{after}__"):
                while index + 1 < len(addresses) and addresses[index + 1].startswith(f"{after}__"):
                    index += 1
            return (index, *own)
        if after in new and after not in seen:
            return (*rank(new[after], seen | {item.address}), *own)
        return (len(addresses), *own)  # after a unit that does not exist: last

    return sorted(entries, key=rank)


_LATIN = "abcdefghijklmnopqrstuvwxyz"
_ORDINALS = (" bis", " ter", " quater", " quinquies", " sexies", " septies", " octies", " nonies", " decies")
_LETTERS: Mapping[str, Sequence[str]] = {
    **dict.fromkeys(("fr", "it", "es"), _ORDINALS),
    "el": ("α", "β", "γ", "δ", "ε", "στ", "ζ", "η", "θ", "ι"),
    "bg": "абвгдежзий",
}
_LAST = re.compile(r"(?P<stem>[a-z]+_-?\d+)(?P<letter>[a-z]?)(?:-\d+)?")
_ADDRESS = re.compile(r"[a-z]+_-?\d+[a-z]?(?:-\d+)?(?:__[a-z]+_-?\d+[a-z]?(?:-\d+)?)*")
_NUMBER = re.compile(r"[^\W_]+(?:[ \xa0](?:bis|ter|[a-z]+ies|quater))?(?=[^\w]*$)")


def is_address(text: str) -> bool:
    return _ADDRESS.fullmatch(text) is not None


def propose_label(after: Address, label: str, used: Collection[Address], language: str) -> tuple[Address, str]:
    """Return address and label of a new provision: ``5a.`` after ``5.``, in French ``5 bis.``, in Greek ``5α.``."""
    address, place, is_inserted = free_address_after(after, used)
    number = _NUMBER.search(label)
    if number is None:
        return address, label
    base = number.group()
    if is_inserted:  # without its own letter
        base = re.sub(r"[ \xa0][a-z]+$|(?<=\d)[^\W\d_]+$|.$", "", base, count=1)
    letters = _LETTERS.get(language, _LATIN)
    letter = letters[place] if place < len(letters) else _LATIN[place]
    return address, f"{label[: number.start()]}{base}{letter}{label[number.end() :]}"


def free_address_after(address: Address, used: Collection[Address]) -> tuple[Address, int, bool]:
    container, divider, last = address.rpartition("__")
    match = _LAST.fullmatch(last)
    stem, letter = (match["stem"], match["letter"]) if match else ("p_0", "")
    begin = _LATIN.index(letter) + 1 if letter else 0
    for place in range(begin, len(_LATIN)):
        free = Address(f"{container}{divider}{stem}{_LATIN[place]}")
        if free not in used:
            return free, place, bool(letter)
    suffix = 2
    while f"{container}{divider}{stem}z-{suffix}" in used:
        suffix += 1
    return Address(f"{container}{divider}{stem}z-{suffix}"), len(_LATIN) - 1, bool(letter)


FindAddress = Callable[[Address], Address | None]
"""Returns the address in the new text of a unit of the old text; None if there is none."""


def relocate_entries(
    items: Iterable[PositionEntry],
    addresses: Sequence[Address],
    find: FindAddress,
    labels: Mapping[Address, str],
    language: str,
) -> tuple[list[PositionEntry], list[PositionEntry]]:
    """Return our position entries at the new addresses of their units, and those without a place there.

    Of two at the same address, the entry whose address is unchanged stays. A new or moved provision follows the same
    unit as before, or the unit before it if that was deleted.
    """
    old_addresses = frozenset(addresses)
    new: list[PositionEntry] = []
    found: list[tuple[PositionEntry, Address | None]] = []
    for item in items:
        if item.address not in old_addresses and item.after is not None:
            new.append(item)
        else:
            found.append((item, find(item.address)))
    placed: dict[Address, PositionEntry] = {}
    unplaced: list[PositionEntry] = []
    for item, address in sorted(found, key=lambda pair: pair[0].address != pair[1]):
        after = None if item.after is None else anchor_after(item.after, addresses, find)
        if address is None or address in placed:
            unplaced.append(replace(item, after=after))
        else:
            placed[address] = replace(item, address=address, after=after)
    moved: dict[Address, PositionEntry] = {}
    for item in new:
        predecessor = moved.get(item.after or Address(""))
        after = predecessor.address if predecessor else anchor_after(item.after or Address(""), addresses, find)
        label = predecessor.label if predecessor else labels.get(after, "")
        moved[item.address] = move_entry(item, after, (label, label), {*labels, *placed}, language)
        placed[moved[item.address].address] = moved[item.address]
    return list(placed.values()), unplaced


def merge_entries(entry: PositionEntry, item: PositionEntry) -> PositionEntry:
    """Merge two lines on one unit: existing fields stay, missing ones are added."""
    texts: dict[str, Any] = {
        name: "\n".join(dict.fromkeys(filter(None, (getattr(entry, name), getattr(item, name)))))
        for name in ("comment", "internal", "justification", "red_line", "instruction", "source")
    }
    tuples: dict[str, Any] = {
        name: tuple(dict.fromkeys((*getattr(entry, name), *getattr(item, name))))
        for name in ("fallbacks", "tags", "authors")
    }
    priorities = [value for value in (entry.priority, item.priority) if value is not None]
    return PositionEntry(
        entry.address,
        entry.stance or item.stance,
        item.proposal if entry.proposal is None else entry.proposal,
        joint=tuple(sorted({*entry.joint, *item.joint}, key=protocol_rank)),
        priority=min(priorities, default=None),
        after=item.after if entry.after is None else entry.after,
        label=entry.label or item.label,
        **texts,
        **tuples,
    )


def anchor_after(after: Address, addresses: Sequence[Address], find: FindAddress) -> Address:
    """Return the counterpart in another text of the unit to follow: of the unit before it if it was deleted.

    Args:
        after: Address in the old text; empty for its beginning.
        addresses: Of all units of the old text, in reading order.
        find: Finds the address of a unit in the new text; None if it is nowhere.
    """
    if after in addresses:
        for address in reversed(addresses[: addresses.index(after) + 1]):
            found = find(address)
            if found is not None:
                return found
    return Address("")


def move_entry(
    item: PositionEntry, after: Address, labels: tuple[str, str], used: Collection[Address], language: str
) -> PositionEntry:
    """Return a new provision after a unit, by the old and new labels of that unit, at an address that is free."""
    old = item.after or Address("")
    if item.address.startswith(f"{old}__"):
        address = Address(f"{after}{item.address[len(old) :]}") if after else item.address
        address = address if address not in used else free_address_after(address, used)[0]
        return replace(item, address=address, after=after)
    depth = item.address.count("__") + 1
    after = Address("__".join(after.split("__")[:depth]))
    keeps_label = labels[0] == labels[1] and item.address not in used
    if keeps_label and after == old:
        return replace(item, after=after)
    address, label = propose_label(after, labels[1], used, language)
    return replace(item, address=address, after=after, label=item.label if keeps_label else label)
