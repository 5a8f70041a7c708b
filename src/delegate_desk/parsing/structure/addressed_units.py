"""The units of a document as they are found: each with its address, none with another's."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from delegate_desk.core.documents.document import Address, Call, Kind, PageBox, Paragraph
from delegate_desk.parsing import vocabulary
from delegate_desk.parsing.blocks import Block
from delegate_desk.parsing.inline_text import InlineText, wording
from delegate_desk.parsing.structure import block_labels, headings
from delegate_desk.parsing.structure.block_labels import Label


@dataclass(frozen=True, slots=True)
class LabelledBlock:
    """A block with its label apart from its text."""

    block: Block
    text: InlineText
    label: Label | None

    @property
    def full_text(self) -> InlineText:
        """Label and text."""
        return self.text if self.label is None else InlineText(self.label.printed).concatenate(self.text)

    @property
    def standing(self) -> str:
        """Label and text without what is struck or removed; all of it where all is."""
        return self.full_text.standing()[0] or self.full_text.text

    def offset(self, standing: int) -> int:
        """Return the offset in the whole text of a position in ``standing`` other than its beginning."""
        offsets = self.full_text.standing()[1]
        return offsets[standing - 1] + 1 if offsets else standing


def items(blocks: Iterable[Block]) -> list[LabelledBlock]:
    """Take the labels from blocks, and leave out those that are mere ornament."""
    found = (_item(block) for block in blocks)
    return [item for item in found if item.label or not is_ornament(item.text.text)]


def _item(block: Block) -> LabelledBlock:
    text = wording(block.runs)
    if block.label is not None:
        printed = " ".join(block.label.split())
        label = block_labels.read(f"{printed} ")
        if label:
            return LabelledBlock(block, text, label)
        return LabelledBlock(block, InlineText(printed).concatenate(text), None)
    if block.cell is not None:
        return LabelledBlock(block, text, None)
    standing, offsets = text.standing()
    if standing and len(standing) < len(text.text):
        label = block_labels.read(standing)
        if label:
            return LabelledBlock(block, _cut(text, offsets[: label.end]), label)
    label = block_labels.read(text.text)
    if label:
        return LabelledBlock(block, text.after(label.end), label)
    if text.text[:1] == "[":  # square brackets around what is not agreed hold its label too: they stay with the text
        label = block_labels.read(text.text[1:].lstrip())
        if label:
            start = text.text.index(label.printed.strip(), 1)
            return LabelledBlock(block, text.without(start, start + len(label.printed.strip())), label)
    return LabelledBlock(block, text, None)


def _cut(text: InlineText, offsets: Sequence[int]) -> InlineText:
    """A text without a label some of whose neighbours are struck: those stay."""
    for offset in reversed(offsets):
        if not text.text[offset].isspace():
            text = text.without(offset, offset + 1)
    return text


def is_ornament(text: str) -> bool:
    """True for nothing, and for a rule or stars between parts of a text; what stands for words left out is text."""
    if "…" in text or "..." in text:
        return False
    return all(not c.isalnum() for c in text) or set(text.replace(" ", "")) <= {"o", "/", "_"}


def has_unannounced_recitals(found: Sequence[LabelledBlock], languages: tuple[str, ...]) -> bool:
    """True if numbers in brackets stand before the first article and nothing announces them."""
    numbered = 0
    for item in found:
        if vocabulary.is_formula("recitals_intro", item.text.text, languages):
            return False
        if item.label is None:
            heading = headings.numbered(item.text.text, languages, item.block)
            if heading and heading.kind is Kind.ARTICLE:
                return numbered > 1
        elif item.label.is_number and item.label.brackets == "()":
            numbered += 1
    return False


@dataclass(slots=True)
class Unit:
    """A unit being built.

    Attributes:
        subs: How many subparagraphs it has so far, its own text counted as the first.
        boxes: Where its blocks stand in the file, as the paragraph keeps them.
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
        """True if its text leads to a list."""
        return self.text.text.endswith((":", "·", ","))

    @property
    def is_open(self) -> bool:
        """True if its text is no whole sentence: nothing ends it."""
        text = self.text.text
        return text[-1:].isalnum() or text.endswith(("—", "–"))

    def extend(self, text: InlineText, block: Block) -> None:
        """Add words to it, and where they stand."""
        self.text = self.text.concatenate(text)
        self.add_location(block)

    def add_location(self, block: Block) -> None:
        """Keep where a block of it stands: boxes that follow each other on a page are one."""
        self.page = self.page or block.page
        for box in block.boxes:
            if self.boxes and _meets(self.boxes[-1], box):
                self.boxes[-1] = _around(self.boxes[-1], box)
            else:
                self.boxes.append(box)
        sources = () if block.source is None else (block.source, *block.joined)
        self.sources += [source for source in sources if source not in self.sources]


class Outline:
    """Units in reading order."""

    def __init__(self) -> None:
        self.units: list[Unit] = []
        self._taken: Counter[str] = Counter()
        self._addresses: set[str] = set()
        self._counts: Counter[tuple[str, Kind]] = Counter()

    @property
    def last(self) -> Unit | None:
        """The unit added last."""
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
        """Add a unit: one without a number is counted among its siblings, a second of one number is told apart."""
        if number is None:
            number = str(self.count(parent, kind))
        address = below(parent, str(kind) if kind is Kind.COVER else f"{kind}_{number}")
        self._taken[address] += 1
        if self._taken[address] > 1:
            address = f"{address}-{self._taken[address]}"
        self._addresses.add(address)
        unit = Unit(address, kind, label, text)
        if block is not None:
            unit.add_location(block)
        self.units.append(unit)
        return unit

    def count(self, parent: str, kind: Kind) -> int:
        """The number of the next unit of a kind without a number of its own."""
        self._counts[parent, kind] += 1
        return self._counts[parent, kind]

    def holds(self, address: str) -> bool:
        """True if there is a unit at an address."""
        return address in self._addresses

    def paragraphs(self, notes: dict[str, list[Address]]) -> tuple[Paragraph, ...]:
        """The units as they are kept; the calls of one label take its notes in turn, the last for all further calls."""
        waiting = {label: list(addresses) for label, addresses in notes.items()}
        return tuple(
            Paragraph(
                address=Address(unit.address),
                kind=unit.kind,
                label=unit.label,
                marked=unit.text.text,
                depth=unit.address.count("__") + 1,
                page=unit.page,
                spans=unit.text.spans,
                calls=tuple(Call(at, note, label) for at, label in unit.text.calls if (note := _next(waiting, label))),
                boxes=tuple(unit.boxes),
                sources=tuple(unit.sources),
            )
            for unit in self.units
        )


def below(parent: str, segment: str) -> str:
    """The address of a segment under a parent; the document itself is the empty one."""
    return f"{parent}__{segment}" if parent else segment


def _next(waiting: dict[str, list[Address]], label: str) -> Address | None:
    addresses = waiting.get(label)
    if not addresses:
        return None
    return addresses.pop(0) if len(addresses) > 1 else addresses[0]


_APART = 60.0
"""Points between two boxes of one column that can still be parts of one unit."""


def _meets(above: PageBox, below_it: PageBox) -> bool:
    """True if a box continues the box above it, in the same column of the same page."""
    overlap = min(above.right, below_it.right) - max(above.left, below_it.left)
    return above.page == below_it.page and overlap > 0 and -1 <= below_it.top - above.bottom <= _APART


def _around(first: PageBox, second: PageBox) -> PageBox:
    return PageBox(
        first.page,
        min(first.left, second.left),
        min(first.top, second.top),
        max(first.right, second.right),
        max(first.bottom, second.bottom),
    )
