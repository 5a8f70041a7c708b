"""Our proposals as tracked changes and comments inside the original Word file.

Only the paragraphs that change are written anew; all other bytes of the file stay. Accepting our changes gives our
text, rejecting them what was there; changes of others stay as they are (ECMA-376-1, 17.13.5).
"""

import datetime
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from lxml import etree

from delegate_desk.core.documents.document import Address, Document, Kind, Paragraph
from delegate_desk.core.positions.position import Does
from delegate_desk.export.docx.xml_elements import printable
from delegate_desk.export.redline.byte_spans import SpanNode
from delegate_desk.export.redline.content import Redline, RedlineEntry, Said
from delegate_desk.export.redline.document_part import RedlinePart
from delegate_desk.export.redline.insertions import Comings
from delegate_desk.export.redline.new_paragraphs import comment_on
from delegate_desk.export.redline.paragraph_edits import RunEdit, UnplacedError, apply, clearing
from delegate_desk.export.redline.provision_order import Order, whole_rows
from delegate_desk.export.redline.tracked_changes import RevisionAuthor, mark_end, settle
from delegate_desk.export.redline.unit_runs import cut_out, reworded
from delegate_desk.export.redline.word_file import WordFile


@dataclass(frozen=True, slots=True)
class RenderedRedline:
    """A redline.

    Attributes:
        unplaced: Whose wording could not be laid into the file; it stands in a comment there, or nowhere.
    """

    content: bytes
    unplaced: tuple[Address, ...]


def render(original: bytes, document: Document, redline: Redline, moment: datetime.datetime) -> RenderedRedline:
    """Lay our line into a Word file: slow, touches nothing.

    Args:
        original: The file from which the document was read.
        document: As it was read.
        redline: What we propose and say.
        moment: The date of our changes, in UTC.

    Raises:
        OddFileError: If no changes can be tracked in the file.
    """
    return _Redliner(original, document, redline, moment).run()


class _Redliner:
    """One redline on its way."""

    def __init__(self, original: bytes, document: Document, redline: Redline, moment: datetime.datetime) -> None:
        self._file = WordFile(original)
        self._redline = redline
        self._pen = RevisionAuthor(
            printable(redline.author), moment.strftime("%Y-%m-%dT%H:%M:%SZ"), self._file.numbers()
        )
        self._document = document
        self._order = Order(document, redline.lines)
        self._edits: dict[RedlinePart, RunEdit] = {}
        self._touched: dict[etree._Element, None] = {}
        self._ends: list[tuple[RedlinePart, SpanNode, etree._Element]] = []  # paragraphs that go as a whole
        self._remarks: list[tuple[list[etree._Element], tuple[Said, ...], str]] = []
        self._unplaced: list[RedlineEntry] = []

    def run(self) -> RenderedRedline:
        comings = Comings(self._file, self._order, self._redline, self._pen)
        gone: list[Address] = []
        for line in self._redline.lines:
            unit, part = self._unit(line.address)
            if line.does is Does.INSERT or comings.holds(line.address):
                continue
            if unit is None or part is None or not unit.sources:
                self._unplaced.append(line)
                continue
            try:
                self._change(line, unit, part)
                gone += [line.address] if line.does is Does.DELETE else []
                lines, wrap = line.remarks, "del" if line.does is Does.DELETE else ""
            except UnplacedError:
                self._unplaced.append(line)
                lines, wrap = (*line.remarks, (line.wording or "", self._redline.language)), ""
            self._remark(unit, part, lines, wrap)
        for address in comings.moving:
            self._clear(address)
        new = comings.lay()
        self._unplaced += comings.unplaced
        self._remarks += new
        for edit in self._edits.values():
            apply(edit, self._pen)
        self._mark_ends()
        self._rows(gone)
        self._general()
        self._comment()
        comings.put()
        for paragraph in self._touched:
            settle(paragraph, self._pen)
        return RenderedRedline(self._file.written(), tuple(line.address for line in self._unplaced))

    def _unit(self, address: Address) -> tuple[Paragraph | None, RedlinePart | None]:
        """A unit and the part that holds it."""
        note = self._order.notes.get(address)
        if note is None:
            return self._order.find(address), self._file.part()
        for kind in ("footnotes", "endnotes"):
            part = self._file.part(kind)
            if part is not None and all(place < len(part.spans.paragraphs) for place in note.sources):
                try:
                    reworded(self._paragraphs(part, note), note, note.text, shared=False)
                except UnplacedError:
                    continue
                return note, part
        return note, None

    def _paragraphs(self, part: RedlinePart, unit: Paragraph) -> list[etree._Element]:
        return [part.paragraph(place) for place in unit.sources]

    def _change(self, line: RedlineEntry, unit: Paragraph, part: RedlinePart) -> None:
        paragraphs = self._paragraphs(part, unit)
        shared = self._order.is_shared(unit)
        if line.does is Does.DELETE:
            if shared:
                self._edit(part, cut_out(paragraphs, unit))
            else:
                self._take(part, unit, paragraphs)
        elif line.does is Does.REWORD and line.wording is not None:
            self._edit(part, reworded(paragraphs, unit, line.wording, shared=shared))
        elif line.does is Does.MOVE:
            raise UnplacedError
        self._touched.update(dict.fromkeys(paragraphs))

    def _edit(self, part: RedlinePart, edit: RunEdit) -> None:
        self._edits.setdefault(part, RunEdit()).add(edit)

    def _take(self, part: RedlinePart, unit: Paragraph, paragraphs: Sequence[etree._Element]) -> None:
        """Take a unit out whole."""
        for place, paragraph in zip(unit.sources, paragraphs, strict=True):
            self._edit(part, clearing(paragraph))
            self._ends.append((part, part.node(place), paragraph))

    def _clear(self, address: Address) -> None:
        """Take out what moves elsewhere, with what hangs on it."""
        part = self._file.part()
        assert part is not None  # the file has a text
        for unit in self._order.subtree(address):
            paragraphs = self._paragraphs(part, unit)
            self._take(part, unit, paragraphs)
            self._touched.update(dict.fromkeys(paragraphs))

    def _mark_ends(self) -> None:
        whole = {paragraph for _, _, paragraph in self._ends}
        for part, node, paragraph in self._ends:
            if _may_end(node, paragraph) and (node.after != "tbl" or self._leaves_nothing(part, node, whole)):
                mark_end(paragraph, self._pen.element("del"))
        for part, edit in self._edits.items():
            for paragraph in edit.ends:
                node = part.node_of(paragraph)
                if paragraph not in whole and node.after != "tbl" and _may_end(node, paragraph):
                    mark_end(paragraph, self._pen.element("del"))

    def _leaves_nothing(self, part: RedlinePart, node: SpanNode, whole: Collection[etree._Element]) -> bool:
        """True if a paragraph before a table can go: nothing of others is left of it, or of those that end in it."""
        place = part.spans.paragraphs.index(node)
        while place >= 0 and (paragraph := part.paragraph(place)) in whole:
            if any(not self._pen.is_ours(one) for one in paragraph.iter("{*}del", "{*}moveFrom")):
                return False
            place -= 1
        return True

    def _rows(self, gone: Sequence[Address]) -> None:
        part = self._file.part()
        assert part is not None  # the file has a text
        for unit in whole_rows(gone, self._order.units):
            row = part.node(unit.sources[0]).within("tr")
            if row is not None:
                part.mark_row(row, self._pen.element("del"))

    def _remark(self, unit: Paragraph, part: RedlinePart, lines: tuple[Said, ...], wrap: str) -> None:
        """Keep what is to be said of a unit; of a footnote where it is called, for Word has no comments in notes."""
        if unit.kind is Kind.FOOTNOTE:
            main = self._file.part()
            callers = [self._order.find(address) for address in self._document.called_from(unit.address)]
            caller = next((one for one in callers if one is not None and one.sources), None)
            if main is None or caller is None:
                return
            unit, part, wrap = caller, main, ""
        if lines:
            paragraphs = self._paragraphs(part, unit)
            self._touched.update(dict.fromkeys(paragraphs))
            self._remarks.append((paragraphs, lines, wrap))

    def _general(self) -> None:
        first = next((unit for unit in self._order.units if unit.sources), None)
        part = self._file.part()
        if self._redline.general and first is not None and part is not None:
            paragraph = part.paragraph(first.sources[0])
            self._touched[paragraph] = None
            self._remarks.insert(0, ([paragraph], self._redline.general, ""))

    def _comment(self) -> None:
        for paragraphs, lines, wrap in self._remarks:
            if lines:
                comment_on(paragraphs, self._file.comment(lines, self._pen), self._pen, wrap)


def _may_end(node: SpanNode, paragraph: etree._Element) -> bool:
    """True if the end of a paragraph can go: something follows with which it can be one, and no section ends there."""
    if paragraph.find("{*}pPr/{*}sectPr") is not None:
        return False
    return node.after == "p" or (node.after == "tbl" and node.before != "tbl")
