"""One story of a Word file, its body or a footnote: paragraphs and tables as blocks, in reading order."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from lxml import etree

from delegate_desk.core.documents.document import Mark
from delegate_desk.parsing.blocks import Block, TextRun
from delegate_desk.parsing.word.numbering import Numbering
from delegate_desk.parsing.word.runs import BREAK, Caller, ParagraphText, RunReader
from delegate_desk.parsing.word.styles import WordStyles, heading_level
from delegate_desk.parsing.word.xml_helpers import ADDING, REMOVING, W, changed, indent_of, integer, unwrapped, value

_Cell = tuple[int, int, int]
_NOTHING: frozenset[Mark] = frozenset()
_LONGEST_LINES = 60  # words: date, number and subject codes in one cell
_LONGEST_HEADING = 25  # words: a longer paragraph is text
_REVISIONS = frozenset({Mark.ADDED, Mark.REMOVED})


@dataclass(frozen=True, slots=True)
class Formats:
    """What a file's paragraphs are formatted by."""

    styles: WordStyles
    numbering: Numbering


class Story:
    """Reads one story."""

    def __init__(self, formats: Formats, call: Caller, places: Mapping[etree._Element, int] | None = None) -> None:
        """Prepare to read.

        Args:
            formats: Of the file.
            call: Gives footnotes their labels.
            places: Of all paragraphs of the part, if they are to be kept.
        """
        self._formats = formats
        self._places = places or {}
        self._going_on: list[int] = []  # the places of paragraphs whose end was removed
        self._runs = RunReader(formats.styles, call)
        self._blocks: list[Block] = []
        self._tables = 0
        self._open: list[
            TextRun
        ] = []  # words of a paragraph whose end was removed: the next paragraph goes on with them
        self._in_head = True  # of a first page, where each line that is ended by hand stands alone
        self.revisions = False
        self.hidden: list[str] = []
        self.foreign = 0  # parts of other files that stand in this one, not to be read

    def read(self, root: etree._Element) -> tuple[Block, ...]:
        """Read a body, a footnote, a header; blocks without words are left out."""
        self._container(root, _NOTHING, None)
        return tuple(block for block in self._blocks if any(run.text.strip() or run.note for run in block.runs))

    def _container(self, parent: etree._Element, change: frozenset[Mark], cell: _Cell | None) -> None:
        for child in unwrapped(parent):
            if child.tag == f"{W}p":
                self._paragraph(child, change, cell)
            elif child.tag == f"{W}tbl":
                self._table(child, change, cell)
            elif child.tag in ADDING:
                self._container(child, change | {Mark.ADDED}, cell)
            elif child.tag in REMOVING:
                self._container(child, change | {Mark.REMOVED}, cell)
            elif child.tag == f"{W}altChunk":
                self.foreign += 1
        if self._open:
            self._blocks += self._parts(self._placed(Block(tuple(self._open), cell=cell)))
            self._open = []

    def _paragraph(self, paragraph: etree._Element, change: frozenset[Mark], cell: _Cell | None) -> None:
        properties = paragraph.find(f"{W}pPr")
        style = self._formats.styles.paragraph(properties)
        words = self._runs.read(paragraph, style, change)
        end = changed(properties.find(f"{W}rPr") if properties is not None else None) | change
        self.hidden += words.hidden
        block = self._block(properties, style, words, cell)
        if paragraph in self._places:
            self._going_on.append(self._places[paragraph])
        self.revisions = (
            self.revisions or bool(end) or any(run.marks & {Mark.ADDED, Mark.REMOVED} for run in block.runs)
        )
        if Mark.REMOVED in end and not all(Mark.REMOVED in run.marks for run in block.runs):
            self._open = list(block.runs)
        else:
            self._blocks += self._parts(self._placed(block))
        for box in words.boxes:
            self._container(box, change, cell)

    def _block(self, properties: etree._Element | None, style: str, words: ParagraphText, cell: _Cell | None) -> Block:
        styles = self._formats.styles
        runs, self._open = [*self._open, *words.runs], []
        level = value(properties, "outlineLvl")
        alignment = value(properties, "jc")
        label, list_indent = self._label(properties, style)
        indent = next((i for i in (indent_of(properties), list_indent, styles.indent(style)) if i is not None), 0.0)
        return Block(
            tuple(runs),
            label=label,
            indent=indent,
            centred=styles.is_centred(style) if alignment is None else alignment == "center",
            heading=styles.heading(style) if level is None else heading_level(level),
            cell=cell,
        )

    def _placed(self, block: Block) -> Block:
        """A block with the places of the paragraphs that it was read from."""
        places, self._going_on = self._going_on, []
        return replace(block, source=places[0], joined=tuple(places[1:])) if places else block

    def _parts(self, block: Block) -> list[Block]:
        """A block whose lines were ended by hand: a block a line in the head of a first page, else one block."""
        length = len(block.text.split())
        lines = _lines(block.runs) if self._in_head and length <= _LONGEST_LINES else []
        if not block.cell and length > _LONGEST_HEADING:
            self._in_head = False
        if len(lines) > 1:
            first = next((n for n, line in enumerate(lines) if any(run.text.strip() for run in line)), 0)
            return [
                replace(block, runs=line, label=block.label if n == first else None) for n, line in enumerate(lines)
            ]
        return [replace(block, runs=tuple(replace(run, text=run.text.replace(BREAK, " ")) for run in block.runs))]

    def _label(self, properties: etree._Element | None, style: str) -> tuple[str | None, float | None]:
        """The number that Word prints before a paragraph, and the indent of its list."""
        numbering = self._formats.numbering
        own = properties.find(f"{W}numPr") if properties is not None else None
        number, place = value(own, "numId"), integer(value(own, "ilvl"), 0)
        of_style = self._formats.styles.list_item(style)
        if number is None and of_style:
            number = of_style[0]
            named = numbering.level_of_style(number, style)
            places = (None if value(own, "ilvl") is None else place, of_style[1], named, 0)
            place = next(p for p in places if p is not None)
        if number is None:
            return None, None
        level = numbering.level(number, place)
        return numbering.label(number, place), level.indent if level else None

    def _table(self, table: etree._Element, change: frozenset[Mark], outer: _Cell | None) -> None:
        """Read a table; one inside a cell is text of that cell."""
        if outer is None:
            self._tables += 1
        number = self._tables
        for n, (row, of_row) in enumerate(_revised(table, f"{W}tr", change), 1):
            row_properties = row.find(f"{W}trPr")
            of_row |= changed(row_properties)
            column = 1 + integer(value(row_properties, "gridBefore"), 0)
            for cell, of_cell in _revised(row, f"{W}tc", of_row):
                properties = cell.find(f"{W}tcPr")
                self._container(cell, of_cell | changed(properties), outer or (number, n, column))
                column += max(1, integer(value(properties, "gridSpan"), 1))


def _lines(runs: tuple[TextRun, ...]) -> list[tuple[TextRun, ...]]:
    """Runs divided where a line was ended by hand."""
    lines: list[list[TextRun]] = [[]]
    for run in runs:
        first, *others = run.text.split(BREAK)
        lines[-1].append(replace(run, text=first))
        lines += [[replace(run, text=text, note=None)] for text in others]
    return [tuple(line) for line in lines]


def _revised(
    parent: etree._Element, tag: str, change: frozenset[Mark]
) -> Iterable[tuple[etree._Element, frozenset[Mark]]]:
    """The rows of a table or the cells of a row, each with the revision that it is part of."""
    for child in unwrapped(parent):
        if child.tag == tag:
            yield child, change
        elif child.tag in ADDING | REMOVING:
            yield from _revised(child, tag, change | {Mark.ADDED if child.tag in ADDING else Mark.REMOVED})
