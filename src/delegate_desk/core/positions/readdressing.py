"""Our lines on a text whose units have other addresses: what stands behind them goes along."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from delegate_desk.core.delegations import protocol_rank
from delegate_desk.core.documents.document import Address
from delegate_desk.core.positions.new_provisions import free_address_after, propose_label
from delegate_desk.core.positions.position import PositionEntry

FindAddress = Callable[[Address], Address | None]
"""Where a unit of the old text is in the new one; None where it is nowhere."""


def relocate_entries(
    items: Iterable[PositionEntry],
    addresses: Sequence[Address],
    find: FindAddress,
    labels: Mapping[Address, str],
    language: str,
) -> tuple[list[PositionEntry], list[PositionEntry]]:
    """Our position entries at the new addresses of their units, and those without a place there.

    Of two at the same address, the entry whose address is unchanged has the place. A new provision, and a moved
    provision, follow the same unit as before, or the unit before it if that was deleted.

    Args:
        items: In the order of the old text.
        addresses: Of all units of the old text, in reading order.
        find: Finds the new address of a unit.
        labels: Of the units of the new text, by address.
        language: Of the new text.
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
    """Two lines on one unit: what is there stays, what it lacks is added."""
    texts: dict[str, Any] = {
        name: "\n".join(dict.fromkeys(filter(None, (getattr(there, name), getattr(item, name)))))
        for name in ("comment", "internal", "justification", "red_line", "instruction", "source")
    }
    several: dict[str, Any] = {
        name: tuple(dict.fromkeys((*getattr(there, name), *getattr(item, name))))
        for name in ("fallbacks", "tags", "authors")
    }
    priorities = [one for one in (there.priority, item.priority) if one is not None]
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
        after: In the old text; empty for its very beginning.
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
    """A new provision behind a unit of another text: under its own address and label where it can have them.

    Args:
        item: As it stands in the old text.
        after: What it stands behind in the new text.
        labels: Of what it stands behind, in the old text and in the new.
        taken: The addresses that others have in the new text.
        language: Of the new text.
    """
    old = item.after or Address("")
    if item.address.startswith(f"{old}__"):
        address = Address(f"{after}{item.address[len(old) :]}") if after else item.address
        return replace(
            item, address=address if address not in taken else free_address_after(address, taken)[0], after=after
        )
    depth = item.address.count("__") + 1
    after = Address("__".join(after.split("__")[:depth]))
    stays = labels[0] == labels[1] and item.address not in taken
    if stays and after == old:
        return replace(item, after=after)
    address, label = propose_label(after, labels[1], taken, language)
    return replace(item, address=address, after=after, label=item.label if stays else label)
