"""Provisions that others propose to add: the addresses that they would have, and what they stand behind."""

import re
from collections.abc import Collection

from delegate_desk.core.addresses import inserted_letter, parent
from delegate_desk.core.documents import Address
from delegate_desk.core.new_provisions import proposed
from delegate_desk.core.provision_labels import Labels

_LAST = re.compile(r"(?P<number>\d{1,4})\s?(?P<letter>[^\W\d_]{0,12})\)?[.):]*$|\(?(?P<letters>[^\W\d_]{1,4})\)[.:]*$")


def new_place(label: str, addresses: Collection[Address], labels: Labels) -> tuple[Address, Address] | None:
    """The address of a new provision, and what it is to stand behind; None where its label does not tell.

    ``Article 2a`` stands behind all of Article 2, ``2(1a)`` behind 2(1), ``(aa)`` behind (a), and ``2(4)`` behind 2(3)
    where that is the last.
    """
    match = _LAST.search(label)
    if match is None:
        return None
    above = label[: match.start()].strip(" ,.(")
    number, letter, letters = match["number"], match["letter"], match["letters"]
    if number and letter:
        return _inserted(f"{above} {number}".strip(), inserted_letter(letter), addresses, labels)
    if letters and len(letters) > 1:
        return _inserted(f"{above} ({letters[0]})".strip(), inserted_letter(letters[1:]), addresses, labels)
    inside = labels.find(above, addresses) if above and number else None
    if inside is None or not number:
        return None
    children = [a for a in addresses if a.startswith(f"{inside}__") and "__" not in a[len(inside) + 2 :]]
    address = following(children[-1], int(number)) if children else None
    return (address, last_of(children[-1], addresses)) if address else None


def address_among(behind: Address, label: str, addresses: Collection[Address]) -> Address:
    """The address of a new provision that stands behind another in a wording of several."""
    match = _LAST.search(label)
    plain = int(match["number"]) if match and match["number"] and not match["letter"] else None
    above: str | None = behind
    while plain is not None and above:
        address = following(Address(above), plain)
        if address is not None and address not in addresses:
            return address
        above = parent(above)
    return proposed(behind, label, addresses, "en")[0]


def following(address: Address, number: int) -> Address | None:
    """The address behind one among its siblings; None where that has another number."""
    above, divider, last = address.rpartition("__")
    kind, _, count = last.partition("_")
    return Address(f"{above}{divider}{kind}_{number}") if count.isdecimal() and number == int(count) + 1 else None


def last_of(address: Address, addresses: Collection[Address]) -> Address:
    """The last unit that hangs on a unit, or itself."""
    return [one for one in addresses if one == address or one.startswith(f"{address}__")][-1]


def _inserted(
    before: str, letter: str, addresses: Collection[Address], labels: Labels
) -> tuple[Address, Address] | None:
    behind = labels.find(before, addresses)
    if behind is None or not letter:
        return None
    return Address(f"{behind}{letter}"), last_of(behind, addresses)
