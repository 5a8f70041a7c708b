"""The changes of an amended act as entries on its base act, for the export that tracks changes."""

from collections.abc import Callable

from delegate_desk.core.amending.amended import AmendedAct
from delegate_desk.core.documents.document import Address, Document, Place
from delegate_desk.core.positions.position import Position, PositionEntry


def tracked_position(document: Document, act: AmendedAct, cite: Callable[[Place], str], general: str) -> Position:
    """Each change as an entry: rewordings, deletions, new provisions; a renumbered unit goes and comes.

    Args:
        document: The base act.
        cite: Cites a provision of an amending act, for the comment beside each change.
        general: Comment on the whole.
    """
    units = {unit.address: unit for unit in document.paragraphs}
    items = [
        PositionEntry(address, proposal="", comment=cite(origin))
        for address, origin in act.deleted.items()
        if address in units
    ]
    taken = set(units)
    previous = Address("")
    for amended in act.paragraphs:
        paragraph, comment = amended.paragraph, "; ".join(dict.fromkeys(map(cite, amended.origins)))
        unit = units.get(amended.base) if amended.base else None
        if unit is None:
            address = _free(paragraph.address, taken)
            taken.add(address)
            items.append(
                PositionEntry(address, proposal=paragraph.text, comment=comment, after=previous, label=paragraph.label)
            )
        elif unit.label != paragraph.label:
            address = _free(paragraph.address, taken)
            taken.add(address)
            items.append(PositionEntry(unit.address, proposal="", comment=comment))
            items.append(
                PositionEntry(address, proposal=paragraph.text, comment=comment, after=previous, label=paragraph.label)
            )
        else:
            address = unit.address
            if unit.text != paragraph.text:
                items.append(PositionEntry(address, proposal=paragraph.text, comment=comment))
        previous = address
    return Position(act.base, general=general, items=tuple(items))


def _free(address: Address, taken: set[Address]) -> Address:
    """An address for new text that no unit of the base act has."""
    again, free = 2, address
    while free in taken:
        free, again = Address(f"{address}-{again}"), again + 1
    return free
