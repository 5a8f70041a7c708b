"""Footnotes as units."""

from collections import Counter
from collections.abc import Iterable

from delegate_desk.core.addresses import roman_numeral
from delegate_desk.core.documents import Address, Kind, Paragraph
from delegate_desk.parsing.blocks import Note
from delegate_desk.parsing.wording import Wording, wording

Addresses = dict[str, list[Address]]


def footnotes(notes: Iterable[Note]) -> tuple[tuple[Paragraph, ...], Addresses]:
    """The footnotes as units, and the addresses of those that bear each label, in order."""
    taken: Counter[str] = Counter()
    units: list[Paragraph] = []
    addresses: Addresses = {}
    for note in notes:
        text = Wording()
        for block in note.blocks:
            text = text.joined(wording(block.runs))
        stem = f"{Kind.FOOTNOTE}_{_number(note.label)}"
        taken[stem] += 1
        address = Address(stem if taken[stem] == 1 else f"{stem}-{taken[stem]}")
        units.append(
            Paragraph(
                address,
                Kind.FOOTNOTE,
                note.label,
                text.text,
                page=note.blocks[0].page if note.blocks else None,
                spans=text.spans,
                boxes=tuple(box for block in note.blocks for box in block.boxes),
                sources=tuple(block.source for block in note.blocks if block.source is not None),
            )
        )
        addresses.setdefault(note.label, []).append(address)
    return tuple(units), addresses


def _number(label: str) -> int:
    """The number of a note: ``12``, ``iv``; of ``**`` how many stars there are."""
    return int(label) if label.isdecimal() else roman_numeral(label) or len(label)
