"""Content of a redline: from the circulating position paper and, for the capital, internal content."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Generic, TypeVar

from delegate_desk.core.documents.document import Address, Document, Kind, Paragraph
from delegate_desk.core.positions.export_options import MarkupStyle
from delegate_desk.core.positions.position import ProposedAction
from delegate_desk.core.positions.returned_files import INTERNAL_ON_ALL, ExportedParagraph
from delegate_desk.core.values import dataclass
from delegate_desk.core.word_diff import WordChange
from delegate_desk.export.blocks import ExportParagraph, paragraph_record
from delegate_desk.export.docx.default_template import Style
from delegate_desk.export.internal_content import Internal
from delegate_desk.export.labels import ExportLabels
from delegate_desk.export.layouts.page import ProvisionPage, changes, pair_provisions
from delegate_desk.export.position_paper import PaperProvision, PositionPaper


@dataclass(frozen=True, slots=True)
class RemarkText:
    """A paragraph of a comment.

    Attributes:
        language: Of its words, as Word names it; empty for text that spell checkers skip.
        record: By which it is known again when the file comes back.
    """

    text: str
    language: str
    record: ExportedParagraph = ExportedParagraph("", "")


@dataclass(frozen=True, slots=True)
class RedlineEntry:
    """Our proposal and remarks on one provision.

    Attributes:
        wording: The whole wording proposed; None if there is none.
        after: Target of a new or moved provision; empty for the beginning.
        label: Label of a new or moved provision; empty to leave it unchanged.
    """

    address: Address
    does: ProposedAction
    wording: str | None
    after: Address | None
    label: str
    remarks: tuple[RemarkText, ...]


@dataclass(frozen=True, slots=True)
class Redline:
    """All our proposals and remarks on a document.

    Attributes:
        author: A delegation, never a person.
        entries: In the position's order.
    """

    author: str
    language: str
    entries: tuple[RedlineEntry, ...]
    general: tuple[RemarkText, ...] = ()

    def is_empty(self) -> bool:
        return not (self.entries or self.general)


def build(paper: PositionPaper, labels: ExportLabels, inside: Internal | None = None) -> Redline:
    """Build the content from the circulating fields; for the capital with internal content, marked as such."""
    page = ProvisionPage(paper, labels, MarkupStyle.COUNCIL, inside)
    entries = []
    for item, internal in pair_provisions(paper.provisions, inside.provisions if inside else ()):
        texts = [*page.stance_line(item), *page.comments(item)] if item else []
        texts += page.instructions(internal, Style.COMMENT) if internal else []
        remarks = tuple(map(_remark, texts))
        if item is None:
            assert internal is not None
            entries.append(RedlineEntry(internal.address, ProposedAction.NOTHING, None, None, "", remarks))
        elif item.does is not ProposedAction.NOTHING or remarks:
            remaining = (text for change, text in item.word_changes if change is not WordChange.DELETE)
            wording = "".join(remaining) if changes((item,)) else None
            entries.append(RedlineEntry(item.address, item.does, wording, item.after, item.label, remarks))
    general = (replace(text, field=INTERNAL_ON_ALL) if text.field == "internal" else text for text in page.general())
    return Redline(page.author, page.own, tuple(entries), tuple(map(_remark, general)))


def _remark(text: ExportParagraph) -> RemarkText:
    shown = [run for run in text.runs if run.style is not Style.DELETED]
    words = "".join(run.text for run in shown)
    return RemarkText(words, shown[-1].language if shown else "", paragraph_record(text, ""))


COMING = (ProposedAction.INSERT, ProposedAction.MOVE)


_Entry = TypeVar("_Entry", RedlineEntry, PaperProvision)


class Order(Generic[_Entry]):
    """A document's units with the insertions after each."""

    def __init__(self, document: Document, lines: Iterable[_Entry]) -> None:
        self.units = list(document.paragraphs)
        self.notes = {unit.address: unit for unit in document.footnotes}
        self._by_address = {unit.address: n for n, unit in enumerate(self.units)}
        # a footnote stays at its reference
        present = [line for line in lines if line.does is not ProposedAction.MOVE or line.address in self._by_address]
        self.moving = {line.address for line in present if line.does is ProposedAction.MOVE}
        self._waiting: dict[Address, list[_Entry]] = defaultdict(list)
        for line in present:
            if line.does in COMING and line.after is not None:
                self._waiting[line.after].append(line)
        self._shared = Counter(place for unit in self.units for place in unit.sources)

    def find(self, address: Address) -> Paragraph | None:
        index = self._by_address.get(address)
        return None if index is None else self.units[index]

    def subtree(self, address: Address) -> list[Paragraph]:
        index = self._by_address[address]
        return [self.units[index], *(unit for unit in self.units if _is_within(unit.address, address))]

    def insertions(self) -> Iterator[tuple[Address, list[_Entry]]]:
        """Return the insertions in order, by the unit that they follow; an empty address is the beginning.

        If several units end at one place, the innermost is given first.
        """
        for anchor in [*(unit.address for unit in reversed(self.units)), Address("")]:
            if anchor not in self.moving:
                lines = list(self._chain(anchor, set()))
                if lines:
                    yield anchor, lines

    def _chain(self, anchor: Address, seen: set[Address]) -> Iterator[_Entry]:
        for line in sorted(self._waiting.get(anchor, ()), key=lambda line: not _is_within(line.address, anchor)):
            if line.address not in seen:
                seen.add(line.address)
                yield line
                yield from self._chain(line.address, seen)

    def last_unit(self, anchor: Address, coming: Address) -> Paragraph | None:
        """Return the unit after whose last paragraph something is inserted: the anchor, or its last descendant."""
        if _is_within(coming, anchor):
            return self.find(anchor)
        return self.subtree(anchor)[-1]

    def insertions_by_unit(self) -> dict[Address, list[_Entry]]:
        """Return all insertions, by the unit after whose own text they come, in order.

        An empty address is the beginning.
        """
        found: dict[Address, list[_Entry]] = defaultdict(list)
        for anchor, lines in self.insertions():
            for line in lines:
                last = self.last_unit(anchor, line.address) if anchor else None
                found[anchor if last is None else last.address].append(line)
        return found

    def first(self) -> Paragraph | None:
        return next((unit for unit in self.units if unit.sources and unit.kind is not Kind.COVER), None)

    def is_shared(self, unit: Paragraph) -> bool:
        return any(self._shared[place] > 1 for place in unit.sources)

    def pattern(self, coming: Address, anchor: Paragraph) -> Paragraph:
        """Return the unit that a new unit should look like: the nearest of its kind, siblings first."""
        parent, _, last = coming.rpartition("__")
        kind = last.partition("_")[0]
        anchor_index = self._by_address.get(anchor.address, 0)
        candidates = [
            (unit.address.rpartition("__")[0] != parent, unit.depth != coming.count("__") + 1, abs(n - anchor_index), n)
            for n, unit in enumerate(self.units)
            if unit.kind == kind and unit.sources
        ]
        return self.units[min(candidates)[-1]] if candidates else anchor


def _is_within(address: Address, parent: Address) -> bool:
    return bool(parent) and address.startswith(f"{parent}__")


def cell_position(address: Address) -> tuple[str, int] | None:
    """Return row and column from a cell's address; None for others."""
    parent, _, last = address.rpartition("__")
    kind, _, number = last.partition("_")
    digits = number.partition("-")[0]
    return (parent, int(digits)) if kind == Kind.CELL and digits.isdecimal() else None


def whole_rows(deleted: Iterable[Address], units: Sequence[Paragraph]) -> list[Paragraph]:
    cells: dict[str, list[Paragraph]] = defaultdict(list)
    for unit in units:
        row = cell_position(unit.address) if unit.kind is Kind.CELL else None
        if row:
            cells[row[0]].append(unit)
    addresses = set(deleted)
    return [row[0] for row in cells.values() if all(unit.address in addresses for unit in row)]


def find_unplaced(document: Document, redline: Redline) -> tuple[Address, ...]:
    order = Order(document, redline.entries)
    existing = {unit.address for unit in document.units()}
    inserted = {line.address for _, lines in order.insertions() for line in lines}
    return tuple(
        line.address for line in redline.entries if line.address not in (inserted if line.does in COMING else existing)
    )
