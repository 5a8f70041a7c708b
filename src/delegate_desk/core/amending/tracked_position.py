"""The changes of an amended act: as entries on its base act, for the tracked export, and as rows to compare."""

from collections.abc import Callable, Iterator

from delegate_desk.core.amending.amended import AmendedAct
from delegate_desk.core.documents.document import Address, Document, Place
from delegate_desk.core.positions.position import Position, PositionEntry
from delegate_desk.core.revisions.comparison import UnitOutcome, Verdict
from delegate_desk.core.word_diff import WordChange, diff_words


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


def unit_outcomes(document: Document, act: AmendedAct) -> Iterator[UnitOutcome]:
    """Yield what became of each unit, in the order of the amended act, deleted units where they stood."""
    place = {unit.address: n for n, unit in enumerate(document.paragraphs)}
    at = 0
    kept = {amended.base for amended in act.paragraphs}
    for amended in act.paragraphs:
        new, base = amended.paragraph, amended.base
        if base is None:
            yield UnitOutcome(None, new.address, Verdict.INSERTED, 0.0, ((WordChange.INSERT, new.text),))
            continue
        yield from _deleted(document, kept, at, place[base])
        at = max(at, place[base])
        old = document.paragraphs[place[base]]
        if old.text != new.text:
            verdict = Verdict.REWORDED
        else:
            verdict = Verdict.SAME if (old.address, old.label) == (new.address, new.label) else Verdict.RENUMBERED
        similarity = 0.5 if verdict is Verdict.REWORDED else 1.0
        yield UnitOutcome(base, new.address, verdict, similarity, diff_words(old.text, new.text))
    yield from _deleted(document, kept, at, len(document.paragraphs))


def _deleted(document: Document, kept: set[Address | None], start: int, end: int) -> Iterator[UnitOutcome]:
    for unit in document.paragraphs[start:end]:
        if unit.address not in kept:
            yield UnitOutcome(unit.address, None, Verdict.DELETED, 0.0, ((WordChange.DELETE, unit.text),))


def _free(address: Address, taken: set[Address]) -> Address:
    """An address for new text that no unit of the base act has."""
    again, free = 2, address
    while free in taken:
        free, again = Address(f"{address}-{again}"), again + 1
    return free
