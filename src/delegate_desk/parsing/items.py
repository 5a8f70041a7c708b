"""Blocks as the structure builder looks at them: the label apart from the text."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from delegate_desk.core.documents import Kind
from delegate_desk.parsing import headings, labels
from delegate_desk.parsing.blocks import Block
from delegate_desk.parsing.labels import Label
from delegate_desk.parsing.wording import Wording, wording


@dataclass(frozen=True, slots=True)
class Item:
    """A block with its label apart from its text."""

    block: Block
    text: Wording
    label: Label | None

    @property
    def whole(self) -> Wording:
        """Label and text."""
        return self.text if self.label is None else Wording(self.label.printed).joined(self.text)


def items(blocks: Iterable[Block]) -> list[Item]:
    """Take the labels from blocks, and leave out those that are mere ornament."""
    found = (_item(block) for block in blocks)
    return [item for item in found if item.label or not is_ornament(item.text.text)]


def _item(block: Block) -> Item:
    text = wording(block.runs)
    if block.label is not None:
        printed = " ".join(block.label.split())
        label = labels.read(f"{printed} ")
        if label:
            return Item(block, text, label)
        return Item(block, Wording(printed).joined(text), None)
    label = labels.read(text.text) if block.cell is None else None
    return Item(block, text.after(label.end) if label else text, label)


def is_ornament(text: str) -> bool:
    """True for nothing, and for a rule or stars between parts of a text."""
    return all(not c.isalnum() for c in text) or set(text.replace(" ", "")) <= {"o", "/", "_"}


def has_unannounced_recitals(found: Sequence[Item], languages: tuple[str, ...]) -> bool:
    """True if numbers in brackets stand before the first article and nothing announces them."""
    numbered = 0
    for item in found:
        if headings.says("recitals_intro", item.text.text, languages):
            return False
        if item.label is None:
            heading = headings.numbered(item.text.text, languages, item.block)
            if heading and heading.kind is Kind.ARTICLE:
                return numbered > 1
        elif item.label.is_number and item.label.brackets == "()":
            numbered += 1
    return False
