"""New provisions: their future address and label."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence

from delegate_desk.core.documents.document import Address
from delegate_desk.core.positions.position import PositionEntry

Rank = tuple[int | str, ...]


def in_text_order(items: Iterable[PositionEntry], addresses: Sequence[Address]) -> list[PositionEntry]:
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
            return (index_before(item.address, after, addresses, place), *own)
        if after in new and after not in below:
            return (*rank(new[after], below | {item.address}), *own)
        return (len(addresses), *own)  # behind what is nowhere: last

    return sorted(several, key=rank)


def index_before(
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


_LATIN = "abcdefghijklmnopqrstuvwxyz"
_GREEK = ("α", "β", "γ", "δ", "ε", "στ", "ζ", "η", "θ", "ι")
_CYRILLIC = "абвгдежзий"
_ORDINALS = ("bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "nonies", "decies")
_COUNTED_IN_LATIN = frozenset({"fr", "it", "es"})
_LAST = re.compile(r"(?P<stem>[a-z]+_-?\d+)(?P<letter>[a-z]?)(?:-\d+)?")
_ADDRESS = re.compile(r"[a-z]+_-?\d+[a-z]?(?:-\d+)?(?:__[a-z]+_-?\d+[a-z]?(?:-\d+)?)*")
_NUMBER = re.compile(r"[^\W_]+(?:[ \xa0](?:bis|ter|[a-z]+ies|quater))?(?=[^\w]*$)")


def is_address(text: str) -> bool:
    return _ADDRESS.fullmatch(text) is not None


def propose_label(after: Address, label: str, taken: Collection[Address], language: str) -> tuple[Address, str]:
    """The address and the label of a provision that goes behind another: ``5a.`` behind ``5.``, ``5b.`` behind that.

    Args:
        after: Empty for the very beginning of the text.
        label: Of what it goes behind.
        taken: The addresses that other provisions have.
        language: Of the document: ``5 bis.`` in French, ``5α.`` in Greek.
    """
    address, place, is_inserted = free_address_after(after, taken)
    return address, _label(label, place, is_inserted, language)


def free_address_after(address: Address, taken: Collection[Address]) -> tuple[Address, int, bool]:
    """A free address beside another, the place of its letter, and true if the other has a letter too."""
    above, divider, last = address.rpartition("__")
    known = _LAST.fullmatch(last)
    stem, letter = (known["stem"], known["letter"]) if known else ("p_0", "")
    return *_free(f"{above}{divider}", stem, letter, taken), bool(letter)


def _free(above: str, stem: str, letter: str, taken: Collection[Address]) -> tuple[Address, int]:
    """First free address with a letter, from the letter after a given letter on, and its index."""
    begin = _LATIN.index(letter) + 1 if letter else 0
    for place in range(begin, len(_LATIN)):
        address = Address(f"{above}{stem}{_LATIN[place]}")
        if address not in taken:
            return address, place
    again = 2
    while f"{above}{stem}z-{again}" in taken:
        again += 1
    return Address(f"{above}{stem}z-{again}"), len(_LATIN) - 1


def _label(label: str, place: int, is_inserted: bool, language: str) -> str:
    """A label with the letter at a place behind its number; a dash stays a dash."""
    number = _NUMBER.search(label)
    if number is None:
        return label
    bare = number.group()
    if is_inserted:  # its own letter goes
        bare = re.sub(r"[ \xa0][a-z]+$", "", bare) if re.search(r"[ \xa0]", bare) else bare[:-1]
    if language in _COUNTED_IN_LATIN and place < len(_ORDINALS):
        letter = f" {_ORDINALS[place]}"
    elif language == "el" and place < len(_GREEK):
        letter = _GREEK[place]
    elif language == "bg" and place < len(_CYRILLIC):
        letter = _CYRILLIC[place]
    else:
        letter = _LATIN[place]
    return f"{label[: number.start()]}{bare}{letter}{label[number.end() :]}"
