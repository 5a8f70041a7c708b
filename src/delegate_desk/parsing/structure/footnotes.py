"""Footnotes as units."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from delegate_desk.core.documents.addresses import roman_numeral
from delegate_desk.core.documents.document import Address, Kind, Paragraph
from delegate_desk.parsing.blocks import FootnoteBlock
from delegate_desk.parsing.inline_text import InlineText, wording

Addresses = dict[str, list[Address]]


def footnotes(notes: Iterable[FootnoteBlock]) -> tuple[tuple[Paragraph, ...], Addresses]:
    """The footnotes as units, and the addresses of those that bear each label, in order."""
    found = tuple(notes)
    units: list[Paragraph] = []
    addresses: Addresses = {}
    for note, address in zip(found, _addresses(found), strict=True):
        text = InlineText()
        for block in note.blocks:
            text = text.concatenate(wording(block.runs))
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


def _addresses(notes: Sequence[FootnoteBlock]) -> Iterator[Address]:
    """The address of each note: its number; of a starred or lettered one a free number, not to take another's."""
    taken: Counter[int] = Counter(int(note.label) for note in notes if note.label.isdecimal())
    last = max(taken, default=0)
    others: dict[str, int] = {}
    for label in dict.fromkeys(note.label for note in notes if not note.label.isdecimal()):
        number = _number(label)
        if number in taken:
            number = last = last + 1
        others[label] = number
        taken[number] += 1
        last = max(last, number)
    seen: Counter[int] = Counter()
    for note in notes:
        number = others[note.label] if note.label in others else int(note.label)
        seen[number] += 1
        stem = f"{Kind.FOOTNOTE}_{number}"
        yield Address(stem if seen[number] == 1 else f"{stem}-{seen[number]}")


def _number(label: str) -> int:
    """The number that a label which is none stands for: 2 for ``*2`` and ``**``, 4 for ``iv``."""
    digits = "".join(filter(str.isdecimal, label))
    return int(digits) if digits else roman_numeral(label) or len(label)
