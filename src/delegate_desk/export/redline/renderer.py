"""Our proposals as tracked changes and comments in the original Word file.

Accepting our changes gives our text, rejecting them the original; changes of others stay as they are (ECMA-376-1,
17.13.5).
"""

import contextlib
import copy
import datetime
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import field
from itertools import groupby

from lxml import etree

from delegate_desk.core.documents.document import Address, Document, Kind, Paragraph, View
from delegate_desk.core.positions.position import ProposedAction
from delegate_desk.core.positions.returned_files import SOURCE, ExportedParagraph, ExportedRow, digest, text_row
from delegate_desk.core.values import dataclass
from delegate_desk.core.word_diff import WordChange
from delegate_desk.export.docx.renderer import mark_text, printable
from delegate_desk.export.redline import new_paragraphs, paragraph_edits, tracked_changes
from delegate_desk.export.redline.character_stream import CALLS, stream
from delegate_desk.export.redline.content import Order, Redline, RedlineEntry, RemarkText, cell_position, whole_rows
from delegate_desk.export.redline.tracked_changes import RedlinePart, WordFile

Remarks = tuple[list[etree._Element], tuple[RemarkText, ...], str]
_NOTES = (f"{tracked_changes.W}footnote", f"{tracked_changes.W}endnote")


@dataclass(slots=True)
class _InsertionPoint:
    """A position for an insertion in the file.

    Attributes:
        node: The paragraph or the table before the insertion, or after it at the beginning.
        is_last: True if no paragraph follows it.
    """

    node: etree._Element
    is_last: bool
    is_before: bool = False
    new: list[etree._Element] = field(default_factory=list)


class RedlineInsertions:
    def __init__(
        self, file: WordFile, order: Order[RedlineEntry], redline: Redline, author: tracked_changes.RevisionAuthor
    ) -> None:
        self._file = file
        self._part = file.text
        self._order = order
        self._author = author
        self._lines = {line.address: line for line in redline.entries}
        self._by_anchor = dict(order.insertions())
        insertions = [line for lines in self._by_anchor.values() for line in lines]
        self.moving: list[Address] = []
        for entry in insertions:
            units = order.subtree(entry.address) if entry.does is ProposedAction.MOVE else []
            in_itself = entry.after in {unit.address for unit in units}
            in_table = any(unit.kind is Kind.CELL for unit in units)
            has_words = all(unit.sources and not order.is_shared(unit) for unit in units)
            if units and has_words and not in_itself and not in_table:
                self.moving.append(entry.address)
        self._moved = {unit.address for address in self.moving for unit in order.subtree(address)}
        placed = {line.address for line in insertions}
        self.unplaced: list[RedlineEntry] = [
            entry for entry in redline.entries if entry.does is ProposedAction.INSERT and entry.address not in placed
        ]
        styles, numbering = (file.part(kind) if insertions else None for kind in ("styles", "numbering"))
        self._lists = new_paragraphs.ListIndents(styles.root if styles else None, numbering.root if numbering else None)
        self._notes: dict[str, list[etree._Element]] = {}
        self._points: dict[tuple[etree._Element, bool], _InsertionPoint] = {}
        self._rows: list[tuple[etree._Element, etree._Element]] = []
        self._remarks: list[Remarks] = []
        self.called: dict[tuple[str, str], Address] = {}
        """The notes copied, by the tag and the number of their references."""
        self.new_provisions: dict[etree._Element, tuple[Address, str, str]] = {}
        """Of each new paragraph its provision, with the label and the wording that it has there."""

    def is_moved(self, address: Address) -> bool:
        return address in self._moved

    def build(self) -> list[Remarks]:
        """Create all insertions and the remarks beside them; the file is not changed yet."""
        for anchor, lines in self._by_anchor.items():
            if anchor not in self._moved:
                self._build_at(anchor, lines)
        return self._remarks

    def insert(self) -> None:
        for point in self._points.values():
            if point.is_before or point.node.tag == f"{tracked_changes.W}tbl":
                for paragraph in point.new:
                    new_paragraphs.track_ends(paragraph, [paragraph], self._author, at_end=False)
            else:
                new_paragraphs.track_ends(point.node, point.new, self._author, at_end=point.is_last)
            for paragraph in point.new if point.is_before else reversed(point.new):
                (point.node.addprevious if point.is_before else point.node.addnext)(paragraph)
        for row, new_row in reversed(self._rows):
            row.addnext(new_row)
        for kind, notes in self._notes.items():
            if part := self._file.part(kind):
                for note in reversed(notes):
                    part.notes[-1].addnext(note)

    def _build_at(self, anchor: Address, lines: list[RedlineEntry]) -> None:
        rows: dict[str, list[RedlineEntry]] = defaultdict(list)
        anchor_cell = cell_position(anchor)
        for line in lines:
            row = cell_position(line.address)
            if line.does is ProposedAction.INSERT and anchor_cell and row and row[0] != anchor_cell[0]:
                rows[row[0]].append(line)
                continue
            if line.does is ProposedAction.MOVE and line.address not in self._moved:
                continue  # mentioned at its present place
            unit = self._order.last_unit(anchor, line.address) if anchor else self._order.first()
            if unit is None or not unit.sources:
                self.unplaced.append(line)
                continue
            node = self._part.paragraph(unit.sources[-1] if anchor else unit.sources[0])
            if unit.kind is Kind.CELL and not row:
                node = next(reversed(list(node.iterancestors(f"{tracked_changes.W}tbl"))), node)
            point = _InsertionPoint(node, _neighbour(node) != "p", not anchor)
            point = self._points.setdefault((point.node, point.is_before), point)
            point.new += self._build_paragraphs(line)
        for row_lines in rows.values():
            self._row(anchor, row_lines)

    def _build_paragraphs(self, line: RedlineEntry) -> list[etree._Element]:
        paragraphs: list[etree._Element] = []
        if line.does is ProposedAction.INSERT:
            anchor = self._order.find(line.after) if line.after else None
            neighbour = anchor or self._order.first()
            assert neighbour is not None  # a place was found
            unit = self._order.pattern(line.address, neighbour)
            unit = unit if unit.sources else neighbour
            pattern, wording = self._part.original(unit.sources[0]), line.wording or ""
            paragraph = new_paragraphs.new_paragraph(pattern, unit.label, line.label, wording, self._lists)
            paragraphs = [new_paragraphs.track_insertion(paragraph, self._author)]
            self.new_provisions[paragraph] = (line.address, line.label, line.wording or "")
            if line.remarks:
                self._remarks.append((paragraphs, line.remarks, "ins"))
            return paragraphs
        for unit in self._order.subtree(line.address):
            entry = self._lines.get(unit.address)
            if entry is not None and entry.does is ProposedAction.DELETE:
                continue
            copies = self._copies(unit, entry)
            paragraphs += copies
            label = entry.label if entry is not None and entry.label else unit.label
            wording = unit.text if entry is None or entry.wording is None else entry.wording
            self.new_provisions |= dict.fromkeys(copies, (unit.address, label, wording))
            if entry is not None and entry.remarks and copies:
                self._remarks.append((copies, entry.remarks, "ins"))
            if unit.address != line.address:
                for further in self._by_anchor.get(unit.address, ()):
                    paragraphs += self._build_paragraphs(further)
        return paragraphs

    def _copies(self, unit: Paragraph, line: RedlineEntry | None) -> list[etree._Element]:
        originals = [self._part.original(place) for place in unit.sources]
        wording = line.wording if line is not None and line.wording is not None else None
        if wording is not None:
            try:
                paragraph_edits.apply(paragraph_edits.reword(originals, unit, wording, shared=False), self._author)
            except paragraph_edits.UnplacedError:
                assert line is not None
                self.unplaced.append(line)
            for paragraph in originals:
                tracked_changes.normalise_changes(paragraph, self._author)
        copies = [new_paragraphs.copy_paragraph(paragraph) for paragraph in originals]
        # they reference copies of the unit's notes, with our wordings for these
        signs = [sign for paragraph in copies for sign in paragraph.iter(*CALLS)]
        called = [call.note for call in unit.in_view(View.AFTER).calls]
        for n, sign in enumerate(signs):
            address = called[n] if len(called) == len(signs) else Address("")
            number = self._copied_note(sign, self._order.notes.get(address), self._lines.get(address))
            if number is not None:
                sign.set(f"{tracked_changes.W}id", number)
        if line is not None and line.label and line.label != unit.label and copies:
            copies[0] = self._replace_label(copies[0], unit, line.label)
        return [new_paragraphs.track_insertion(paragraph, self._author) for paragraph in copies]

    def _copied_note(self, sign: etree._Element, unit: Paragraph | None, line: RedlineEntry | None) -> str | None:
        kind = "footnotes" if sign.tag == f"{tracked_changes.W}footnoteReference" else "endnotes"
        part = self._file.part(kind)
        number = sign.get(f"{tracked_changes.W}id", "")
        original = next(
            (note for note in (part.notes if part else ()) if note.get(f"{tracked_changes.W}id", "") == number), None
        )
        if original is None:
            return None
        note = copy.deepcopy(original)
        paragraphs = list(note.iter(f"{tracked_changes.W}p"))
        if unit is not None and line is not None and line.wording is not None:
            with contextlib.suppress(paragraph_edits.UnplacedError):  # reported with the note itself
                paragraph_edits.apply(
                    paragraph_edits.reword(paragraphs, unit, line.wording, shared=False), self._author
                )
            for paragraph in paragraphs:
                tracked_changes.normalise_changes(paragraph, self._author)
        for paragraph in paragraphs:
            tracked_changes.parent_element(paragraph).replace(paragraph, new_paragraphs.copy_paragraph(paragraph))
        number = str(next(self._author.numbers))
        self.called[sign.tag, number] = unit.address if unit is not None else Address("")
        note.set(f"{tracked_changes.W}id", number)
        note.tail = None
        self._notes.setdefault(kind, []).append(note)
        return number

    def _replace_label(self, paragraph: etree._Element, unit: Paragraph, label: str) -> etree._Element:
        found = stream([paragraph])
        if unit.label and found.text.startswith(unit.label):
            placed = [n for n, group in enumerate(found.groups) for _ in group.text]
            rest = found.text[len(unit.label) :]
            words = ((WordChange.DELETE, unit.label), (WordChange.INSERT, label), (WordChange.EQUAL, rest))
            paragraph_edits.apply(paragraph_edits.plan(found, placed, words, paragraph), self._author)
            tracked_changes.normalise_changes(paragraph, self._author)
            return new_paragraphs.copy_paragraph(paragraph)
        properties = tracked_changes.ensure_properties(paragraph)
        new_paragraphs.number_by_hand(properties, self._lists)
        run = next((letter.run for letter in found.letters if letter.run is not None), None)
        paragraph.insert(1, tracked_changes.new_run(f"{label}\t", run))
        return paragraph

    def _row(self, anchor: Address, lines: list[RedlineEntry]) -> None:
        unit = self._order.find(anchor)
        first = self._part.paragraph(unit.sources[0]) if unit is not None and unit.sources else None
        row = next(first.iterancestors(f"{tracked_changes.W}tr"), None) if first is not None else None
        if row is None:
            self.unplaced += lines
            return
        columns = {found[1]: line for line in lines if (found := cell_position(line.address))}
        texts = {n: " ".join(filter(None, (line.label, line.wording))) for n, line in columns.items()}
        new_row, cells = new_paragraphs.new_row(row, texts, self._author)
        for column, line in columns.items():
            if column in cells:
                self.new_provisions[cells[column]] = (line.address, line.label, line.wording or "")
                if line.remarks:
                    self._remarks.append(([cells[column]], line.remarks, "ins"))
            else:
                self.unplaced.append(line)
        self._rows.append((row, new_row))


@dataclass(frozen=True, slots=True)
class RenderedRedline:
    """A redline.

    Attributes:
        unplaced: Entries whose wording could not be inserted; it is at most in a comment.
        rows: Its record; empty if it is not marked.
    """

    content: bytes
    unplaced: tuple[Address, ...]
    rows: tuple[ExportedRow, ...] = ()


def render(
    original: bytes, document: Document, redline: Redline, timestamp: datetime.datetime, *, marked: bool = False
) -> RenderedRedline:
    """Apply our position to a Word file. Slow; changes nothing else.

    Args:
        moment: Date of our changes, in UTC.
        marked: True to put a bookmark around each provision, by which it is known again when the file comes back.

    Raises:
        UnsupportedFileError: If no changes can be tracked in the file.
    """
    return _Redliner(original, document, redline, timestamp).run(marked=marked)


class _Redliner:
    def __init__(self, original: bytes, document: Document, redline: Redline, timestamp: datetime.datetime) -> None:
        self._file = WordFile(original)
        self._redline = redline
        date = timestamp.strftime("%Y-%m-%dT%H:%M:%SZ")
        self._author = tracked_changes.RevisionAuthor(printable(redline.author), date, self._file.numbers())
        self._document = document
        self._order = Order(document, redline.entries)
        self._edit = paragraph_edits.RunEdit()
        self._touched: dict[etree._Element, None] = {}
        self._ends: list[tuple[RedlinePart, etree._Element]] = []  # paragraphs that go as a whole
        self._remarks: list[Remarks] = []
        self._unplaced: list[RedlineEntry] = []
        self._called: dict[tuple[str, str], Address] = {}
        for address in self._order.notes:
            unit, part = self._unit(address)
            paragraphs = self._paragraphs(part, unit)[:1] if unit and part else ()
            for holder in (note for paragraph in paragraphs for note in paragraph.iterancestors(*_NOTES)):
                self._called[f"{holder.tag}Reference", holder.get(f"{tracked_changes.W}id", "")] = address

    def run(self, *, marked: bool) -> RenderedRedline:
        insertions = RedlineInsertions(self._file, self._order, self._redline, self._author)
        deleted: list[Address] = []
        for line in self._redline.entries:
            unit, part = self._unit(line.address)
            if line.does is ProposedAction.INSERT or insertions.is_moved(line.address):
                continue
            if unit is None or part is None or not unit.sources:
                self._unplaced.append(line)
                continue
            try:
                self._change(line, unit, part)
                deleted += [line.address] if line.does is ProposedAction.DELETE else []
                lines, wrap = line.remarks, "del" if line.does is ProposedAction.DELETE else ""
            except paragraph_edits.UnplacedError:
                self._unplaced.append(line)
                wording = line.wording or ""
                record = ExportedParagraph("", digest(wording))
                lines, wrap = (*line.remarks, RemarkText(wording, self._redline.language, record)), ""
            self._remark(unit, part, lines, wrap)
        for unit in (unit for address in insertions.moving for unit in self._order.subtree(address)):
            paragraphs = self._paragraphs(self._file.text, unit)
            self._delete_unit(self._file.text, paragraphs)
            self._touched.update(dict.fromkeys(paragraphs))
        self._remarks += insertions.build()
        self._unplaced += insertions.unplaced
        paragraph_edits.apply(self._edit, self._author)
        self._mark_ends()
        self._rows(deleted)
        first = next((unit for unit in self._order.units if unit.sources), None)
        if self._redline.general and first is not None:
            paragraph = self._file.text.paragraph(first.sources[0])
            self._touched[paragraph] = None
            self._remarks.insert(0, ([paragraph], self._redline.general, ""))
        for anchors, lines, wrap in self._remarks:
            if lines:
                new_paragraphs.comment_on(anchors, self._file.comment(lines, self._author), self._author, wrap)
        insertions.insert()
        for paragraph in self._touched:
            tracked_changes.normalise_changes(paragraph, self._author)
        rows = tuple(self._record(insertions)) if marked else ()
        return RenderedRedline(self._file.written(), tuple(line.address for line in self._unplaced), rows)

    def _record(self, insertions: RedlineInsertions) -> Iterator[ExportedRow]:
        """Mark the paragraphs of each provision in the file, and record what they say."""
        part = self._file.text
        changed = {line.address: line for line in self._redline.entries if line not in self._unplaced}
        owners: dict[etree._Element, tuple[Address, str, str]] = {}
        for unit in self._order.units:
            if not (insertions.is_moved(unit.address) or self._order.is_shared(unit)):
                text = _wording(unit, changed.get(unit.address))
                owners |= dict.fromkeys(self._paragraphs(part, unit), (unit.address, unit.label, text))
        owners |= insertions.new_provisions
        records: dict[etree._Element, list[ExportedParagraph]] = defaultdict(list)
        for paragraphs, lines, _ in self._remarks:
            records[paragraphs[0]] += [line.record for line in lines]
        rows = groupby(part.root.iter(f"{tracked_changes.W}p"), lambda paragraph: owners.get(paragraph, paragraph))
        for number, (owner, group) in enumerate(rows):
            paragraphs = list(group)
            comments = [record for paragraph in paragraphs for record in records[paragraph]]
            if isinstance(owner, tuple):
                address, label, wording = owner
                mark_text(paragraphs[0], paragraphs[-1], number, next(self._author.numbers))
                yield text_row(address, ExportedParagraph("", digest(wording), label), comments)
            else:
                words = "".join(letter.text for letter in stream(paragraphs).letters if not letter.is_removed)
                yield text_row(Address(""), ExportedParagraph(SOURCE, digest(words)), comments)
        called = self._called | insertions.called
        for call in filter(paragraph_edits.is_live, part.root.iter(*CALLS)):
            address = called.get((call.tag, call.get(f"{tracked_changes.W}id", "")), Address(""))
            if address in self._order.notes:
                note = self._order.notes[address]
                text = _wording(note, changed.get(address))
                yield text_row(address, ExportedParagraph("", digest(text), note.label))

    def _unit(self, address: Address) -> tuple[Paragraph | None, RedlinePart | None]:
        note = self._order.notes.get(address)
        if note is None:
            return self._order.find(address), self._file.text
        for kind in ("footnotes", "endnotes"):
            part = self._file.part(kind)
            if part is not None and all(place < len(part.paragraphs) for place in note.sources):
                try:
                    paragraph_edits.reword(self._paragraphs(part, note), note, note.text, shared=False)
                except paragraph_edits.UnplacedError:
                    continue
                return note, part
        return note, None

    def _paragraphs(self, part: RedlinePart, unit: Paragraph) -> list[etree._Element]:
        return [part.paragraph(place) for place in unit.sources]

    def _change(self, line: RedlineEntry, unit: Paragraph, part: RedlinePart) -> None:
        paragraphs = self._paragraphs(part, unit)
        shared = self._order.is_shared(unit)
        if line.does is ProposedAction.DELETE:
            if shared:
                self._edit.add(paragraph_edits.cut_out(paragraphs, unit))
            else:
                self._delete_unit(part, paragraphs)
        elif line.does is ProposedAction.REWORD and line.wording is not None:
            self._edit.add(paragraph_edits.reword(paragraphs, unit, line.wording, shared=shared))
        elif line.does is ProposedAction.MOVE:
            raise paragraph_edits.UnplacedError
        self._touched.update(dict.fromkeys(paragraphs))

    def _delete_unit(self, part: RedlinePart, paragraphs: Sequence[etree._Element]) -> None:
        for paragraph in paragraphs:
            self._edit.add(paragraph_edits.clear_paragraph(paragraph))
            self._ends.append((part, paragraph))

    def _mark_ends(self) -> None:
        deleted = {paragraph for _, paragraph in self._ends}
        for part, paragraph in self._ends:
            # one before a table can be deleted if it and those deleted before it contain nothing of others
            place = part.paragraphs.index(paragraph) if _neighbour(paragraph) == "tbl" else -1
            is_free = True
            while place >= 0 and (previous := part.paragraph(place)) in deleted:
                is_free = is_free and all(map(self._author.is_own, previous.iter("{*}del", "{*}moveFrom")))
                place -= 1
            if is_free and _may_end(paragraph):
                tracked_changes.mark_end(paragraph, self._author.element("del"))
        for paragraph in self._edit.ends:
            if paragraph not in deleted and _neighbour(paragraph) != "tbl" and _may_end(paragraph):
                tracked_changes.mark_end(paragraph, self._author.element("del"))

    def _rows(self, deleted: Sequence[Address]) -> None:
        for unit in whole_rows(deleted, self._order.units):
            row = next(self._file.text.paragraph(unit.sources[0]).iterancestors(f"{tracked_changes.W}tr"), None)
            if row is not None:
                tracked_changes.mark_row(row, self._author.element("del"))

    def _remark(self, unit: Paragraph, part: RedlinePart, lines: tuple[RemarkText, ...], wrap: str) -> None:
        """Store the remarks on a unit; for a footnote at its reference, as Word has no comments in notes."""
        if unit.kind is Kind.FOOTNOTE:
            callers = [self._order.find(address) for address in self._document.called_from(unit.address)]
            caller = next((paragraph for paragraph in callers if paragraph is not None and paragraph.sources), None)
            if caller is None:
                return
            unit, part, wrap = caller, self._file.text, ""
        if lines:
            paragraphs = self._paragraphs(part, unit)
            self._touched.update(dict.fromkeys(paragraphs))
            self._remarks.append((paragraphs, lines, wrap))


def _wording(unit: Paragraph, line: RedlineEntry | None) -> str:
    """The text of a unit with our changes."""
    if line is None or line.does is ProposedAction.NOTHING or line.does is ProposedAction.MOVE:
        return unit.text
    return "" if line.does is ProposedAction.DELETE else line.wording or unit.text


_SIBLINGS = tuple(
    f"{tracked_changes.W}{name}" for name in "p tbl sdt customXml altChunk sectPr ins del moveFrom moveTo".split()
)


def _neighbour(element: etree._Element, *, before: bool = False) -> str:
    siblings = element.itersiblings(*_SIBLINGS, preceding=before)
    return next((etree.QName(sibling).localname for sibling in siblings), "")


def _may_end(paragraph: etree._Element) -> bool:
    """True if the end of a paragraph can be deleted: a paragraph follows to join it with, and no section ends there."""
    if paragraph.find("{*}pPr/{*}sectPr") is not None:
        return False
    following = _neighbour(paragraph)
    return following == "p" or (following == "tbl" and _neighbour(paragraph, before=True) != "tbl")
