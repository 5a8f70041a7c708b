"""The units of a document while it is read: each with its address, footnotes, and the open lists."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field

from delegate_desk.core.documents.addresses import roman_numeral
from delegate_desk.core.documents.document import Address, Call, Kind, PageBox, Paragraph
from delegate_desk.core.values import dataclass
from delegate_desk.parsing import vocabulary
from delegate_desk.parsing.blocks import Block, FootnoteBlock, InlineText, wording
from delegate_desk.parsing.structure import block_labels, headings
from delegate_desk.parsing.structure.block_labels import Label, LabelReading


@dataclass(frozen=True, slots=True)
class LabelledBlock:
    """A block with its label separated from its text."""

    block: Block
    text: InlineText
    label: Label | None

    @property
    def full_text(self) -> InlineText:
        return self.text if self.label is None else InlineText(self.label.printed).concatenate(self.text)

    @property
    def remaining(self) -> str:
        """Return label and text without struck or removed parts; the full text if everything is struck."""
        return self.full_text.remaining()[0] or self.full_text.text

    def offset(self, remaining: int) -> int:
        """Return the offset in the whole text of a position in ``remaining`` other than its beginning."""
        offsets = self.full_text.remaining()[1]
        return offsets[remaining - 1] + 1 if offsets else remaining


def items(blocks: Iterable[Block]) -> list[LabelledBlock]:
    """Separate labels from blocks, and drop mere ornaments."""
    found = (_item(block) for block in blocks)
    return [item for item in found if item.label or not is_ornament(item.text.text)]


def _item(block: Block) -> LabelledBlock:
    text = wording(block.runs)
    if block.label is not None:
        label_text = " ".join(block.label.split())
        label = block_labels.read(f"{label_text} ")
        if label:
            return LabelledBlock(block, text, label)
        return LabelledBlock(block, InlineText(label_text).concatenate(text), None)
    if block.cell is not None:
        return LabelledBlock(block, text, None)
    remaining, offsets = text.remaining()
    if remaining and len(remaining) < len(text.text):
        label = block_labels.read(remaining)
        if label:
            for offset in reversed(offsets[: label.end]):
                if not text.text[offset].isspace():
                    text = text.without(offset, offset + 1)
            return LabelledBlock(block, text, label)
    label = block_labels.read(text.text)
    if label:
        return LabelledBlock(block, text.after(label.end), label)
    if text.text[:1] == "[":  # square brackets around what is not agreed hold its label too: they stay with the text
        label = block_labels.read(text.text[1:].lstrip())
        if label:
            start = text.text.index(label.printed.strip(), 1)
            return LabelledBlock(block, text.without(start, start + len(label.printed.strip())), label)
    return LabelledBlock(block, text, None)


def is_ornament(text: str) -> bool:
    """True for nothing, and for a rule or asterisks between parts of a text; a sign for omitted words is text."""
    if "…" in text or "..." in text:
        return False
    return all(not c.isalnum() for c in text) or set(text.replace(" ", "")) <= {"o", "/", "_"}


def has_unannounced_recitals(found: Sequence[LabelledBlock], languages: tuple[str, ...]) -> bool:
    """True if numbers in brackets precede the first article without an introduction."""
    numbered = 0
    for item in found:
        if vocabulary.is_formula("recitals_intro", item.text.text, languages):
            return False
        if item.label is None:
            heading = headings.parse(item.text.text, languages, item.block)
            if heading and heading.kind is Kind.ARTICLE:
                return numbered > 1
        elif item.label.is_number and item.label.brackets == "()":
            numbered += 1
    return False


@dataclass(slots=True)
class Unit:
    """A unit being built.

    Attributes:
        subs: Number of its subparagraphs so far, including its own text as the first.
        boxes: The areas of its blocks in the file, as stored in the paragraph.
        sources: The Word paragraphs that it was read from.
    """

    address: str
    kind: Kind
    label: str
    text: InlineText
    page: int | None = None
    subs: int = 1
    boxes: list[PageBox] = field(default_factory=list)
    sources: list[int] = field(default_factory=list)

    @property
    def introduces(self) -> bool:
        """True if its text introduces a list."""
        return self.text.text.endswith((":", "·", ","))

    def extend(self, text: InlineText, block: Block) -> None:
        """Add words to it, with their location."""
        self.text = self.text.concatenate(text)
        self.add_location(block)

    def add_location(self, block: Block) -> None:
        """Add the location of a block; consecutive boxes on a page are merged."""
        self.page = self.page or block.page
        for box in block.boxes:
            last = self.boxes[-1] if self.boxes else None
            if (
                last is None
                or last.page != box.page
                or min(last.right, box.right) <= max(last.left, box.left)  # another column
                or not -1 <= box.top - last.bottom <= _APART
            ):
                self.boxes.append(box)
                continue
            left, right = min(last.left, box.left), max(last.right, box.right)
            self.boxes[-1] = PageBox(box.page, left, min(last.top, box.top), right, max(last.bottom, box.bottom))
        sources = () if block.source is None else (block.source, *block.joined)
        self.sources += [source for source in sources if source not in self.sources]


class Outline:
    def __init__(self) -> None:
        self.units: list[Unit] = []
        self.taken: Counter[str] = Counter()
        self._counts: Counter[tuple[str, Kind]] = Counter()

    @property
    def last(self) -> Unit | None:
        return self.units[-1] if self.units else None

    def add(
        self,
        parent: str,
        kind: Kind,
        text: InlineText,
        block: Block | None,
        *,
        number: str | None = None,
        label: str = "",
    ) -> Unit:
        """Add a unit: one without number is counted among its siblings, a duplicate number gets a distinct address."""
        if number is None:
            number = str(self.count(parent, kind))
        address = below(parent, str(kind) if kind is Kind.COVER else f"{kind}_{number}")
        self.taken[address] += 1
        if self.taken[address] > 1:
            address = f"{address}-{self.taken[address]}"
            self.taken[address] = 1
        unit = Unit(address, kind, label, text)
        if block is not None:
            unit.add_location(block)
        self.units.append(unit)
        return unit

    def count(self, parent: str, kind: Kind) -> int:
        """Return the next number for a unit of a kind without its own numbers."""
        self._counts[parent, kind] += 1
        return self._counts[parent, kind]

    def paragraphs(self, notes: dict[str, list[Address]]) -> tuple[Paragraph, ...]:
        """Return the units for storing; references with one label get its notes in order, further ones the last."""
        pending = {label: list(addresses) for label, addresses in notes.items()}
        return tuple(
            Paragraph(
                address=Address(unit.address),
                kind=unit.kind,
                label=unit.label,
                marked=unit.text.text,
                depth=unit.address.count("__") + 1,
                page=unit.page,
                spans=unit.text.spans,
                calls=tuple(Call(at, note, label) for at, label in unit.text.calls if (note := _next(pending, label))),
                boxes=tuple(unit.boxes),
                sources=tuple(unit.sources),
            )
            for unit in self.units
        )


def below(parent: str, segment: str) -> str:
    """Return the address of a segment under a parent; the document itself is the empty one."""
    return f"{parent}__{segment}" if parent else segment


def _next(pending: dict[str, list[Address]], label: str) -> Address | None:
    addresses = pending.get(label)
    if not addresses:
        return None
    return addresses.pop(0) if len(addresses) > 1 else addresses[0]


_APART = 60.0  # maximum distance, in points, between two boxes of one column that are parts of one unit

Addresses = dict[str, list[Address]]


def footnotes(notes: Iterable[FootnoteBlock]) -> tuple[tuple[Paragraph, ...], Addresses]:
    """Return the footnotes as units, and the addresses by label, in order."""
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
    """Yield the address of each note: its number; for an asterisk or letter a free number that no other note has."""
    used: Counter[int] = Counter(int(note.label) for note in notes if note.label.isdecimal())
    last = max(used, default=0)
    others: dict[str, int] = {}
    for label in dict.fromkeys(note.label for note in notes if not note.label.isdecimal()):
        digits = "".join(filter(str.isdecimal, label))
        number = int(digits) if digits else roman_numeral(label) or len(label)  # 2 for ``*2`` and ``**``, 4 for ``iv``
        if number in used:
            number = last = last + 1
        others[label] = number
        used[number] += 1
        last = max(last, number)
    seen: Counter[int] = Counter()
    for note in notes:
        number = others[note.label] if note.label in others else int(note.label)
        seen[number] += 1
        stem = f"{Kind.FOOTNOTE}_{number}"
        yield Address(stem if seen[number] == 1 else f"{stem}-{seen[number]}")


_GAP = 10  # paragraphs left out of an excerpt
_LEAP = 3  # points left out of a list
_SET_IN = 8.0  # points by which a text is indented further than another
_AHEAD = 6
_ALPHABET = 26
_TITLE_LENGTH = 150
_DIVIDES = re.compile(r"[;,·](?:\s[^\W\d_]{1,5})?$")  # a word for and, or, may follow


@dataclass(slots=True)
class ListLevel:
    """An open list.

    Attributes:
        parent: The parent of its units.
        reading: The reading of its last unit's label.
        owner: Its last unit, or the subparagraph of it that a nested list would belong to.
        indent: Indent of its first unit.
        divided: True if a unit before its last ends with a semicolon or a comma.
        is_first: True while it has one unit.
        titled: True if a unit before its last has text under a title without a full stop.
    """

    label: Label
    reading: LabelReading
    parent: str
    unit: Unit
    owner: str
    indent: float
    divided: bool = False
    is_first: bool = True
    titled: bool = False

    def read_as(self, script: str) -> LabelReading | None:
        """Return the reading of the last label in a script: its own, or that of look-alike letters at the beginning."""
        if script == self.reading.script:
            return self.reading
        if script not in ("greek", "cyrillic") or self.reading.script != "latin":
            return None
        return next((r for r in self.label.readings if r.script == script), None) if self.is_first else None

    @property
    def is_ended(self) -> bool:
        """True if its last unit ends with a full stop after others that did not."""
        return self.divided and self.unit.text.text.endswith(".")

    def add(self, reading: LabelReading, unit: Unit) -> None:
        self.titled = self.titled or (self.unit.subs > 1 and _is_title(self.unit))
        self.divided = self.divided or bool(_DIVIDES.search(self.unit.text.text))
        self.reading, self.unit, self.owner, self.is_first = reading, unit, unit.address, False


def place_in_lists(
    lists: Sequence[ListLevel], label: Label, following: Sequence[LabelledBlock], indent: float
) -> tuple[int, LabelReading] | None:
    """Return the depth of the open list that a label continues, the outermost first, and the label's reading there.

    If several lists could continue, the deepest does; or the list with the label's indent, or the outer list if the
    inner list has ended.
    """
    if label.levels:
        return None
    for leap in (1, _LEAP, _GAP):
        found = []
        for depth in range(len(lists) - 1, -1, -1):
            level = lists[depth]
            if leap == _GAP and level.unit.kind not in (Kind.PARAGRAPH, Kind.RECITAL):
                continue
            for reading in _readings_within(label, level):
                last = level.read_as(reading.script)
                if last and _follows(reading, last, leap) and not _begins_roman(label, reading, following):
                    found.append((depth, reading))
                    break
        if found:
            return _nearest(lists, label, found, indent)
    return None


def _nearest(
    lists: Sequence[ListLevel], label: Label, found: Sequence[tuple[int, LabelReading]], indent: float
) -> tuple[int, LabelReading] | None:
    level = lists[found[0][0]]
    if label.is_bullet and indent > level.indent + _SET_IN:
        return None
    outside = [place for place in found[1:] if abs(lists[place[0]].indent - level.indent) > _SET_IN]
    if outside and abs(level.indent - indent) <= _SET_IN:
        return found[0]
    for place in outside:
        if abs(lists[place[0]].indent - indent) <= _SET_IN:
            return place
    return found[1] if len(found) > 1 and level.is_ended else found[0]


def close_unrelated(lists: list[ListLevel], indent: float, following: Sequence[LabelledBlock], *, leads: bool) -> None:
    """Close the lists that a text without a label does not belong to.

    It belongs to a point if the list continues after it, if it is indented as far as the point's own text, or if
    the point is a title like those before it, or has section numbers: ``1.1.``. A list that has ended does not
    continue after a text that leads to the next list.
    """
    if lists and (lists[-1].label.levels or (lists[-1].titled and _is_title(lists[-1].unit))):
        return
    label = following[0].label if following else None
    found = place_in_lists(lists, label, following[1:], following[0].block.indent) if label else None
    if found and not (leads and lists[found[0]].is_ended):
        del lists[found[0] + 1 :]
        return
    while lists and lists[-1].unit.kind not in (Kind.PARAGRAPH, Kind.RECITAL) and indent <= lists[-1].indent + _SET_IN:
        lists.pop()


def _is_title(unit: Unit) -> bool:
    text = unit.text.text
    return bool(text) and len(text) <= _TITLE_LENGTH and text[-1].isalnum()


def _readings_within(label: Label, level: ListLevel) -> list[LabelReading]:
    """Return the readings of a label within an open list; two letters may be an inserted point: ``(ab)``."""
    if label.brackets != level.label.brackets:
        return []
    readings = [reading for reading in label.readings if level.read_as(reading.script)]
    letters = label.printed.strip("().")
    if len(letters) == 2 and level.reading.script in ("latin", "greek", "cyrillic"):
        first, second = (block_labels.letter_readings(letter) for letter in letters)
        if first and second and first[0].number == level.reading.number and second[0].number <= _ALPHABET:
            readings.append(LabelReading(level.reading.script, first[0].number, chr(ord("a") + second[0].number - 1)))
    return readings


def _follows(reading: LabelReading, last: LabelReading, leap: int) -> bool:
    if reading.script == "bullet":
        return True
    if reading.number == last.number:
        return reading.letter > last.letter
    step = reading.number - last.number
    return 0 < step - (last.number < 0 < reading.number) <= leap  # there is no 0 between -1 and 1


def _begins_roman(label: Label, reading: LabelReading, following: Sequence[LabelledBlock]) -> bool:
    """True if ``(i)`` after ``(h)`` begins a nested list, as ``(ii)`` follows."""
    if reading.script == "roman" or LabelReading("roman", 1) not in label.readings:
        return False
    later = next((item.label for item in following[:_AHEAD] if item.label), None)
    return later is not None and later.brackets == label.brackets and LabelReading("roman", 2) in later.readings
