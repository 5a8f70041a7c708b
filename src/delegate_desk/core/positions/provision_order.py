"""Where provisions that are not in the text would stand in it."""

from collections.abc import Iterable, Mapping, Sequence

from delegate_desk.core.documents.document import Address
from delegate_desk.core.positions.position import PositionEntry

Rank = tuple[int | str, ...]


def in_order(items: Iterable[PositionEntry], addresses: Sequence[Address]) -> list[PositionEntry]:
    """Some lines of ours in the order of the text; a new provision stands behind what it goes after.

    Args:
        items: In any order.
        addresses: Of all units of the document, in reading order.
    """
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
            return (stands_behind(item.address, after, addresses, place), *own)
        if after in new and after not in below:
            return (*rank(new[after], below | {item.address}), *own)
        return (len(addresses), *own)  # behind what is nowhere: last

    return sorted(several, key=rank)


def stands_behind(
    address: Address, after: Address, addresses: Sequence[Address], place: Mapping[Address, int] | None = None
) -> int:
    """Behind which unit a provision stands that goes after another: its place among ``addresses``.

    What hangs on ``after`` stands directly behind it, as its new first point does; else it stands behind all that
    hangs on it.
    """
    at = place[after] if place else addresses.index(after)
    if not address.startswith(f"{after}__"):
        while at + 1 < len(addresses) and addresses[at + 1].startswith(f"{after}__"):
            at += 1
    return at
