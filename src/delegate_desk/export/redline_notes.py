"""Footnotes of provisions that move: Word has one call for each, so that the new place calls a copy."""

import contextlib
from collections.abc import Mapping, Sequence

from lxml import etree

from delegate_desk.core.documents.document import Address, Paragraph, View
from delegate_desk.export.redline_edit import UnplacedError, apply
from delegate_desk.export.redline_lines import Line
from delegate_desk.export.redline_marks import Pen, settle
from delegate_desk.export.redline_names import W
from delegate_desk.export.redline_order import Order
from delegate_desk.export.redline_package import WordFile
from delegate_desk.export.redline_paragraphs import copied
from delegate_desk.export.redline_part import Part
from delegate_desk.export.redline_spans import Node
from delegate_desk.export.redline_stream import CALLS
from delegate_desk.export.redline_wording import reworded


class NoteCopies:
    """The copies of notes that one redline makes."""

    def __init__(self, file: WordFile, order: Order, pen: Pen) -> None:
        self._file = file
        self._order = order
        self._pen = pen
        self._known: dict[str, dict[str, Node]] = {}
        self._made: dict[str, list[etree._Element]] = {}

    def copy(self, copies: Sequence[etree._Element], unit: Paragraph, lines: Mapping[Address, Line]) -> None:
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

    def _copied(self, sign: etree._Element, unit: Paragraph | None, line: Line | None) -> str | None:
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

    def _nodes(self, kind: str, part: Part) -> dict[str, Node]:
        if kind not in self._known:
            self._known[kind] = {part.element(node).get(f"{W}id", ""): node for node in part.spans.notes}
        return self._known[kind]
