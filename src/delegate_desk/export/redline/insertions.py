"""Insertions of a redline into a Word file: new provisions, and moved provisions in their new places."""

import contextlib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from lxml import etree

from delegate_desk.core.documents.document import Address, Kind, Paragraph, View
from delegate_desk.core.positions.position import Does
from delegate_desk.core.word_diff import WordChange
from delegate_desk.export.redline.byte_spans import SpanNode
from delegate_desk.export.redline.character_stream import CALLS, stream
from delegate_desk.export.redline.content import Redline, RedlineEntry, Said
from delegate_desk.export.redline.document_part import RedlinePart
from delegate_desk.export.redline.list_indents import ListIndents
from delegate_desk.export.redline.new_paragraphs import (
    Pattern,
    behind,
    copied,
    new_paragraph,
    new_row,
    number_by_hand,
    put_in,
)
from delegate_desk.export.redline.paragraph_edits import UnplacedError, apply, plan
from delegate_desk.export.redline.provision_order import Order, row_of
from delegate_desk.export.redline.tracked_changes import RevisionAuthor, properties_of, run_of, settle
from delegate_desk.export.redline.unit_runs import reworded
from delegate_desk.export.redline.word_file import WordFile
from delegate_desk.export.redline.xml_names import W


class NoteCopies:
    """Copies of notes made by one redline."""

    def __init__(self, file: WordFile, order: Order, pen: RevisionAuthor) -> None:
        self._file = file
        self._order = order
        self._pen = pen
        self._known: dict[str, dict[str, SpanNode]] = {}
        self._made: dict[str, list[etree._Element]] = {}

    def copy(self, copies: Sequence[etree._Element], unit: Paragraph, lines: Mapping[Address, RedlineEntry]) -> None:
        """Let the copies of a unit's paragraphs call notes of their own.

        Args:
            copies: Of its paragraphs.
            unit: As it was read.
            lines: By address, with our wordings for notes among them.
        """
        signs = [sign for paragraph in copies for sign in paragraph.iter(*CALLS)]
        called = [call.note for call in unit.reading(View.AFTER).calls]
        for n, sign in enumerate(signs):
            address = called[n] if len(called) == len(signs) else None
            line = lines.get(address) if address else None
            note = self._order.notes.get(address) if address else None
            number = self._copied(sign, note, line)
            if number is not None:
                sign.set(f"{W}id", number)

    def put(self) -> None:
        """Put the copies behind the notes that were there."""
        for kind, notes in self._made.items():
            part = self._file.part(kind)
            if part is not None:
                last = part.spans.notes[-1]
                part.put(last.end, notes, last.spaces)

    def _copied(self, sign: etree._Element, unit: Paragraph | None, line: RedlineEntry | None) -> str | None:
        """Make a copy of the note that a sign calls; its number, None where there is no such note."""
        kind = "footnotes" if sign.tag == f"{W}footnoteReference" else "endnotes"
        part = self._file.part(kind)
        node = None if part is None else self._nodes(kind, part).get(sign.get(f"{W}id", ""))
        if part is None or node is None:
            return None
        note = part.element(node)
        paragraphs = list(note.iter(f"{W}p"))
        if unit is not None and line is not None and line.wording is not None:
            with contextlib.suppress(UnplacedError):  # told where the note itself is dealt with
                apply(reworded(paragraphs, unit, line.wording, shared=False), self._pen)
            for paragraph in paragraphs:
                settle(paragraph, self._pen)
        for paragraph in paragraphs:
            holder = paragraph.getparent()
            if holder is not None:
                holder.replace(paragraph, copied(paragraph))
        number = str(next(self._pen.numbers))
        note.set(f"{W}id", number)
        note.tail = None
        self._made.setdefault(kind, []).append(note)
        return number

    def _nodes(self, kind: str, part: RedlinePart) -> dict[str, SpanNode]:
        if kind not in self._known:
            self._known[kind] = {part.element(node).get(f"{W}id", ""): node for node in part.spans.notes}
        return self._known[kind]


Remarks = tuple[list[etree._Element], tuple[Said, ...], str]


@dataclass(slots=True)
class _InsertionPoint:
    """A place in the file at which something comes.

    Attributes:
        node: The paragraph or the table behind which it comes, or before which, at the very beginning.
        place: Of the paragraph; None for a table.
    """

    node: SpanNode
    place: int | None
    is_before: bool = False
    new: list[etree._Element] = field(default_factory=list)


class Comings:
    """Insertions of one redline."""

    def __init__(self, file: WordFile, order: Order, redline: Redline, pen: RevisionAuthor) -> None:
        part = file.part()
        assert part is not None  # the file has a text
        self._part: RedlinePart = part
        self._order = order
        self._pen = pen
        self._lines = {line.address: line for line in redline.lines}
        self._by_anchor = dict(order.comings())
        coming = [line for lines in self._by_anchor.values() for line in lines]
        self.moving: list[Address] = [one.address for one in coming if one.does is Does.MOVE and self._can_move(one)]
        self._moved = {unit.address for address in self.moving for unit in order.subtree(address)}
        reached = {line.address for line in coming}
        self.unplaced: list[RedlineEntry] = [
            one for one in redline.lines if one.does is Does.INSERT and one.address not in reached
        ]
        self._lists = ListIndents(file.tree("styles"), file.tree("numbering")) if coming else ListIndents(None, None)
        self._notes = NoteCopies(file, order, pen)
        self._spots: dict[tuple[int, bool], _InsertionPoint] = {}
        self._rows: list[tuple[SpanNode, etree._Element]] = []
        self._remarks: list[Remarks] = []

    def holds(self, address: Address) -> bool:
        """True if a unit moves, by itself or with what it hangs on."""
        return address in self._moved

    def lay(self) -> list[Remarks]:
        """Make all that comes, and tell what is to be said beside it; nothing is put into the file yet."""
        for anchor, lines in self._by_anchor.items():
            if anchor not in self._moved:
                self._lay(anchor, lines)
        return self._remarks

    def put(self) -> None:
        """Put what comes into the file."""
        for spot in self._spots.values():
            spaces = spot.node.spaces
            if spot.place is None or spot.is_before:
                for paragraph in spot.new:
                    behind(paragraph, [paragraph], self._pen, at_end=False)
                self._part.put(spot.node.start if spot.is_before else spot.node.end, spot.new, spaces)
                continue
            last = self._part.paragraph(spot.place)
            behind(last, spot.new, self._pen, at_end=spot.node.after != "p")
            if self._part.is_inner(spot.place):
                for paragraph in reversed(spot.new):
                    last.addnext(paragraph)
            else:
                self._part.put(spot.node.end, spot.new, spaces)
        for row, made in self._rows:
            self._part.put(row.end, [made], row.spaces)
        self._notes.put()

    def _can_move(self, line: RedlineEntry) -> bool:
        units = self._order.subtree(line.address)
        in_itself = line.after in {unit.address for unit in units}
        in_table = any(unit.kind is Kind.CELL for unit in units)
        has_words = all(unit.sources and not self._order.is_shared(unit) for unit in units)
        return has_words and not in_itself and not in_table

    def _lay(self, anchor: Address, lines: list[RedlineEntry]) -> None:
        rows: dict[str, list[RedlineEntry]] = defaultdict(list)
        own = row_of(anchor)
        for line in lines:
            row = row_of(line.address)
            if line.does is Does.INSERT and own and row and row[0] != own[0]:
                rows[row[0]].append(line)
                continue
            if line.does is Does.MOVE and line.address not in self._moved:
                continue  # said where it stands
            spot = self._spot(anchor, line.address)
            if spot is None:
                self.unplaced.append(line)
                continue
            spot.new += self._made(line)
        for some in rows.values():
            self._row(anchor, some)

    def _spot(self, anchor: Address, coming: Address) -> _InsertionPoint | None:
        unit = self._order.end_of(anchor, coming) if anchor else self._order.first()
        if unit is None or not unit.sources:
            return None
        place = unit.sources[-1] if anchor else unit.sources[0]
        node = self._part.node(place)
        table = None
        if unit.kind is Kind.CELL and not row_of(coming):
            table = node.within("tbl")
            while table is not None and (outer := table.within("tbl")) is not None:
                table = outer
        spot = _InsertionPoint(node, place, not anchor) if table is None else _InsertionPoint(table, None, not anchor)
        key = (spot.node.start if spot.is_before else spot.node.end, spot.is_before)
        return self._spots.setdefault(key, spot)

    def _made(self, line: RedlineEntry) -> list[etree._Element]:
        """The paragraphs of a new or moved provision, with what comes behind it there."""
        made: list[etree._Element] = []
        if line.does is Does.INSERT:
            anchor = self._order.find(line.after) if line.after else None
            found = self._pattern(line.address, anchor)
            paragraph = new_paragraph(found, line.label, line.wording or "", self._lists)
            made = [put_in(paragraph, self._pen)]
            self._say(made, line)
            return made
        for unit in self._order.subtree(line.address):
            own = self._lines.get(unit.address)
            if own is not None and own.does is Does.DELETE:
                continue
            copies = self._copies(unit, own)
            made += copies
            if own is not None:
                self._say(copies, own)
            if unit.address != line.address:
                for further in self._by_anchor.get(unit.address, ()):
                    made += self._made(further)
        return made

    def _say(self, paragraphs: list[etree._Element], line: RedlineEntry) -> None:
        if line.remarks and paragraphs:
            self._remarks.append((paragraphs, line.remarks, "ins"))

    def _pattern(self, coming: Address, anchor: Paragraph | None) -> Pattern:
        like = anchor or self._order.first()
        assert like is not None  # a place was found
        unit = self._order.pattern(coming, like)
        if not unit.sources:
            unit = like
        return Pattern(self._part.original(unit.sources[0]), unit.label)

    def _copies(self, unit: Paragraph, line: RedlineEntry | None) -> list[etree._Element]:
        originals = [self._part.original(place) for place in unit.sources]
        wording = line.wording if line is not None and line.wording is not None else None
        if wording is not None:
            try:
                apply(reworded(originals, unit, wording, shared=False), self._pen)
            except UnplacedError:
                assert line is not None
                self.unplaced.append(line)
            for paragraph in originals:
                settle(paragraph, self._pen)
        copies = [copied(paragraph) for paragraph in originals]
        self._notes.copy(copies, unit, self._lines)
        if line is not None and line.label and line.label != unit.label and copies:
            copies[0] = self._relabelled(copies[0], unit, line.label)
        return [put_in(paragraph, self._pen) for paragraph in copies]

    def _relabelled(self, paragraph: etree._Element, unit: Paragraph, label: str) -> etree._Element:
        """A copy with another label than the unit had."""
        found = stream([paragraph])
        if unit.label and found.text.startswith(unit.label):
            placed = [n for n, group in enumerate(found.groups) for _ in group.text]
            rest = found.text[len(unit.label) :]
            words = ((WordChange.DELETE, unit.label), (WordChange.INSERT, label), (WordChange.EQUAL, rest))
            apply(plan(found, placed, words, paragraph), self._pen)
            settle(paragraph, self._pen)
            return copied(paragraph)
        properties = properties_of(paragraph)
        number_by_hand(properties, self._lists)
        look = next((letter.run for letter in found.letters if letter.run is not None), None)
        paragraph.insert(1, run_of(f"{label}\t", look))
        return paragraph

    def _row(self, anchor: Address, lines: list[RedlineEntry]) -> None:
        unit = self._order.find(anchor)
        row = self._part.node(unit.sources[0]).within("tr") if unit is not None and unit.sources else None
        if row is None:
            self.unplaced += lines
            return
        columns = {found[1]: line for line in lines if (found := row_of(line.address))}
        texts = {
            column: " ".join(part for part in (line.label, line.wording or "") if part)
            for column, line in columns.items()
        }
        made, cells = new_row(self._part.element(row), texts, self._pen)
        for column, line in columns.items():
            if column in cells:
                self._say([cells[column]], line)
            else:
                self.unplaced.append(line)
        self._rows.append((row, made))
