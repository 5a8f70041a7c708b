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
    several = list(items)
    place = {address: n for n, address in enumerate(addresses)}
    new = {item.address: item for item in several if item.address not in place}

    def rank(item: PositionEntry, below: frozenset[Address] = frozenset()) -> Rank:
        if item.address in place:
            return (place[item.address],)
        after, own = item.after, (-item.address.count("__"), item.address)
        if after == "":
            return (-1, *own)
        if after in place:
            # A descendant directly follows it, as its new first point does; others follow all its descendants.
            at = place[after]
            if not item.address.startswith(f"{after}__"):
                while at + 1 < len(addresses) and addresses[at + 1].startswith(f"{after}__"):
                    at += 1
            return (at, *own)
        if after in new and after not in below:
            return (*rank(new[after], below | {item.address}), *own)
        return (len(addresses), *own)  # behind what is nowhere: last

    return sorted(several, key=rank)


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


def propose_label(after: Address, label: str, taken: Collection[Address], language: str) -> tuple[Address, str]:
    """Return address and label of a new provision: ``5a.`` after ``5.``, in French ``5 bis.``, in Greek ``5α.``."""
    address, place, is_inserted = free_address_after(after, taken)
    number = _NUMBER.search(label)
    if number is None:
        return address, label
    bare = number.group()
    if is_inserted:  # its own letter goes
        bare = re.sub(r"[ \xa0][a-z]+$|(?<=\d)[^\W\d_]+$|.$", "", bare, count=1)
    letters = _LETTERS.get(language, _LATIN)
    letter = letters[place] if place < len(letters) else _LATIN[place]
    return address, f"{label[: number.start()]}{bare}{letter}{label[number.end() :]}"


def free_address_after(address: Address, taken: Collection[Address]) -> tuple[Address, int, bool]:
    above, divider, last = address.rpartition("__")
    known = _LAST.fullmatch(last)
    stem, letter = (known["stem"], known["letter"]) if known else ("p_0", "")
    begin = _LATIN.index(letter) + 1 if letter else 0
    for place in range(begin, len(_LATIN)):
        free = Address(f"{above}{divider}{stem}{_LATIN[place]}")
        if free not in taken:
            return free, place, bool(letter)
    again = 2
    while f"{above}{divider}{stem}z-{again}" in taken:
        again += 1
    return Address(f"{above}{divider}{stem}z-{again}"), len(_LATIN) - 1, bool(letter)


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
    known = frozenset(addresses)
    new: list[PositionEntry] = []
    standing: list[tuple[PositionEntry, Address | None]] = []
    for item in items:
        if item.address not in known and item.after is not None:
            new.append(item)
        else:
            standing.append((item, find(item.address)))
    placed: dict[Address, PositionEntry] = {}
    gone: list[PositionEntry] = []
    for item, address in sorted(standing, key=lambda pair: pair[0].address != pair[1]):
        after = None if item.after is None else anchor_after(item.after, addresses, find)
        if address is None or address in placed:
            gone.append(replace(item, after=after))
        else:
            placed[address] = replace(item, address=address, after=after)
    went: dict[Address, PositionEntry] = {}
    for item in new:
        above = went.get(item.after or Address(""))
        after = above.address if above else anchor_after(item.after or Address(""), addresses, find)
        label = above.label if above else labels.get(after, "")
        went[item.address] = move_entry(item, after, (label, label), {*labels, *placed}, language)
        placed[went[item.address].address] = went[item.address]
    return list(placed.values()), gone


def merge_entries(there: PositionEntry, item: PositionEntry) -> PositionEntry:
    """Merge two lines on one unit: existing fields stay, missing ones are added."""
    texts: dict[str, Any] = {
        name: "\n".join(dict.fromkeys(filter(None, (getattr(there, name), getattr(item, name)))))
        for name in ("comment", "internal", "justification", "red_line", "instruction", "source")
    }
    several: dict[str, Any] = {
        name: tuple(dict.fromkeys((*getattr(there, name), *getattr(item, name))))
        for name in ("fallbacks", "tags", "authors")
    }
    priorities = [value for value in (there.priority, item.priority) if value is not None]
    return PositionEntry(
        there.address,
        there.stance or item.stance,
        item.proposal if there.proposal is None else there.proposal,
        joint=tuple(sorted({*there.joint, *item.joint}, key=protocol_rank)),
        priority=min(priorities, default=None),
        after=item.after if there.after is None else there.after,
        label=there.label or item.label,
        **texts,
        **several,
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
    item: PositionEntry, after: Address, labels: tuple[str, str], taken: Collection[Address], language: str
) -> PositionEntry:
    """Return a new provision after a unit, by the old and new labels of that unit, at an address that is free."""
    old = item.after or Address("")
    if item.address.startswith(f"{old}__"):
        address = Address(f"{after}{item.address[len(old) :]}") if after else item.address
        address = address if address not in taken else free_address_after(address, taken)[0]
        return replace(item, address=address, after=after)
    depth = item.address.count("__") + 1
    after = Address("__".join(after.split("__")[:depth]))
    stays = labels[0] == labels[1] and item.address not in taken
    if stays and after == old:
        return replace(item, after=after)
    address, label = propose_label(after, labels[1], taken, language)
    return replace(item, address=address, after=after, label=item.label if stays else label)
