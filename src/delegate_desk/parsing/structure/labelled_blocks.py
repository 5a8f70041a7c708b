"""Blocks as the structure builder looks at them: the label apart from the text."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from delegate_desk.core.documents.document import Kind
from delegate_desk.parsing.blocks import Block
from delegate_desk.parsing.inline_text import InlineText, wording
from delegate_desk.parsing.structure import block_labels, enacting_formulas, headings
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
        if enacting_formulas.is_formula("recitals_intro", item.text.text, languages):
            return False
        if item.label is None:
            heading = headings.numbered(item.text.text, languages, item.block)
            if heading and heading.kind is Kind.ARTICLE:
                return numbered > 1
        elif item.label.is_number and item.label.brackets == "()":
            numbered += 1
    return False
