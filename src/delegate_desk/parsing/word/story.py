"""One story of a Word file, its body or a footnote: paragraphs and tables as blocks, in reading order."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import field, replace

from lxml import etree

from delegate_desk.core.documents.document import Mark
from delegate_desk.core.values import dataclass
from delegate_desk.parsing.blocks import Block, TextRun
from delegate_desk.parsing.word.styles import (
    ADDING,
    MC,
    REMOVING,
    TRUE,
    M,
    Numbering,
    W,
    WordStyles,
    alternative,
    direct_marks,
    first_line_indent,
    heading_level,
    integer,
    is_on,
    recorded_change,
    unwrap,
    value,
)

Caller = Callable[[etree._Element, str | None], str | None]
"""Assigns a footnote reference its label: the label printed by the file itself, or the next."""

BREAK = "\n"
"""Character for a manual line break in the words of a paragraph."""

_TABS = frozenset({f"{W}tab", f"{W}ptab"})
_BREAKS = frozenset({f"{W}br", f"{W}cr"})
_NOTES = frozenset({f"{W}footnoteReference", f"{W}endnoteReference"})
_PICTURES = frozenset({f"{W}drawing", f"{W}pict", f"{W}object"})
_TEXT = frozenset({f"{W}t", f"{W}delText"})
_MATHS = frozenset({f"{M}oMath", f"{M}oMathPara"})
_WHITE = " \t\r\n"
_PRIVATE = range(0xF000, 0xF100)  # where symbol fonts keep their letters
_SYMBOLS = {
    0x2D: "−", 0xA7: "▪", 0xB7: "•", 0xD8: "➢", 0xFC: "✓", 0xA3: "≤", 0xB3: "≥", 0xB1: "±", 0xA8: "☐", 0xFE: "☒",
}  # fmt: skip
_KEYS = "abgdezhqiklmnxoprstufcywABGDEZHQIKLMNXOPRSTUFCYW"  # those of the font Symbol
_GREEK = "αβγδεζηθικλμνξοπρστυφχψωΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ"


@dataclass(slots=True)
class ParagraphText:
    """Content of a paragraph, with the contents of text boxes anchored in it."""

    runs: list[TextRun] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)

    def add(self, text: str, marks: frozenset[Mark]) -> None:
        """Add words, merging equal formatting."""
        last = self.runs[-1] if self.runs else None
        if last and last.note is None and last.marks == marks:
            self.runs[-1] = TextRun(last.text + text, marks)
        elif text:
            self.runs.append(TextRun(text, marks))


def _text(element: etree._Element) -> str:
    """Return the text of a run; a line break in the XML is a space."""
    text = (element.text or "") + "".join(entity.tail or "" for entity in element)  # no entity is followed
    keeps = element.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"
    return (text if keeps else text.strip(_WHITE)).replace(BREAK, " ")


def _sign(element: etree._Element) -> str:
    if element.tag in _TABS:
        return " "
    if element.tag in _BREAKS:
        return BREAK
    if element.tag == f"{W}noBreakHyphen":
        return "-"
    try:
        code = int(element.get(f"{W}char", ""), 16) if element.tag == f"{W}sym" else None
    except ValueError:
        return ""
    if code is None:
        return ""
    if code not in _PRIVATE:
        return chr(code) if code < 0xD800 else "\ufffd"
    code -= _PRIVATE.start  # a symbol font's, for which there is a character that every font has
    if element.get(f"{W}font") == "Symbol" and chr(code) in _KEYS:
        return _GREEK[_KEYS.index(chr(code))]
    return _SYMBOLS.get(code, "\ufffd")


def _boxes(picture: etree._Element) -> list[etree._Element]:
    """Return the contents of text boxes in a picture, outermost only; of alternatives, the first."""
    found: list[etree._Element] = []
    pending: list[etree._Element] = [picture]
    while pending:
        element = pending.pop(0)
        if element.tag == f"{W}txbxContent":
            found.append(element)
        else:
            branches: Iterable[etree._Element] = (
                alternative(element) if element.tag == f"{MC}AlternateContent" else element
            )
            pending = [*branches, *pending]
    return found


_Cell = tuple[int, int, int]
_NOTHING: frozenset[Mark] = frozenset()
_LONGEST_LINES = 60  # words: date, number and subject codes in one cell
_LONGEST_HEADING = 25  # words: a longer paragraph is text


@dataclass(frozen=True, slots=True)
class Formats:
    styles: WordStyles
    numbering: Numbering


class Story:
    def __init__(self, formats: Formats, call: Caller, places: Mapping[etree._Element, int] | None = None) -> None:
        """Prepare to read; the places of all paragraphs of the part are given if they are to be kept."""
        self._numbering = formats.numbering
        self._places = places or {}
        self._going_on: list[int] = []  # the places of paragraphs whose end was removed
        self._styles = formats.styles
        self._call = call
        self._fields: list[bool] = []  # of each open field: whether its result has begun
        self._blocks: list[Block] = []
        self._tables = 0
        self._open: list[TextRun] = []  # of a paragraph whose end was removed: the next continues them
        self._parts = HeadLines().split
        self.revisions = False
        self.hidden: list[str] = []
        self.fills: dict[_Cell, str] = {}
        self.foreign = 0  # parts of other files embedded in this one, not to be read

    def read(self, root: etree._Element) -> tuple[Block, ...]:
        """Read a body, a footnote, a header; blocks without words are left out."""
        self._container(root, _NOTHING, None)
        return tuple(block for block in self._blocks if any(run.text.strip() or run.note for run in block.runs))

    def _container(self, parent: etree._Element, change: frozenset[Mark], cell: _Cell | None) -> None:
        for child in unwrap(parent):
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
            self._blocks += self._parts(self._place_block(Block(tuple(self._open), cell=cell)))
            self._open = []

    def _paragraph(self, paragraph: etree._Element, change: frozenset[Mark], cell: _Cell | None) -> None:
        properties = paragraph.find(f"{W}pPr")
        style = self._styles.paragraph(properties)
        words = ParagraphText()
        self._inline(paragraph, style, change, words)
        self._fields = [True] * len(self._fields)  # the code of a field ends with its paragraph
        end = recorded_change(properties.find(f"{W}rPr") if properties is not None else None) | change
        block = self._block(properties, style, words, cell)
        if paragraph in self._places:
            self._going_on.append(self._places[paragraph])
        self.revisions = (
            self.revisions or bool(end) or any(run.marks & {Mark.ADDED, Mark.REMOVED} for run in block.runs)
        )
        if Mark.REMOVED in end and not all(Mark.REMOVED in run.marks for run in block.runs):
            self._open = list(block.runs)
        else:
            self._blocks += self._parts(self._place_block(block))
        for box in words.boxes:
            self._container(box, change, cell)

    def _inline(self, parent: etree._Element, style: str, change: frozenset[Mark], words: ParagraphText) -> None:
        for child in unwrap(parent):
            if child.tag == f"{W}r":
                self._run(child, style, change, words)
            elif child.tag in ADDING:
                self._inline(child, style, change | {Mark.ADDED}, words)
            elif child.tag in REMOVING:
                self._inline(child, style, change | {Mark.REMOVED}, words)
            elif child.tag in _MATHS:
                words.add("".join(t.text or "" for t in child.iter(f"{M}t")), change)

    def _run(self, run: etree._Element, style: str, change: frozenset[Mark], words: ParagraphText) -> None:
        properties = run.find(f"{W}rPr")
        # words that Word shows only on demand: their own property takes precedence over their style's
        switch = None if properties is None else properties.find(f"{W}vanish")
        hidden = self._styles.hides(style, value(properties, "rStyle")) if switch is None else is_on(switch)
        if hidden:
            if all(self._fields):
                self.hidden += [text for child in unwrap(run) if child.tag in _TEXT and (text := _text(child))]
            return
        marks = direct_marks(properties, self._styles.marks(style, value(properties, "rStyle"))) | change
        has_own_mark = False
        for child in unwrap(run):
            tag = child.tag
            if tag == f"{W}fldChar":
                kind = child.get(f"{W}fldCharType")
                if kind == "begin":
                    self._fields.append(False)
                elif self._fields and kind == "separate":
                    self._fields[-1] = True
                elif self._fields and kind == "end":
                    self._fields.pop()
            elif not all(self._fields):
                continue
            elif tag in _NOTES:
                own_mark = None  # its label, if that is the text of this run
                if child.get(f"{W}customMarkFollows") in TRUE:
                    own_mark = "".join(_text(t) for t in run.iter(f"{W}t")).strip() or None
                label = self._call(child, own_mark)
                if label is not None:
                    words.runs.append(TextRun("", marks, label))
                has_own_mark = own_mark is not None
            elif tag in _TEXT:
                if not has_own_mark:
                    words.add(_text(child), marks)
            elif tag == f"{W}r":  # the base of letters with a reading above them
                self._run(child, style, change, words)
            elif tag in _PICTURES:
                words.boxes += _boxes(child)
            else:
                words.add(_sign(child), marks)

    def _block(self, properties: etree._Element | None, style: str, words: ParagraphText, cell: _Cell | None) -> Block:
        styles = self._styles
        runs, self._open = [*self._open, *words.runs], []
        level = value(properties, "outlineLvl")
        alignment = value(properties, "jc")
        label, list_indent = self._label(properties, style)
        indent = next(
            (i for i in (first_line_indent(properties), list_indent, styles.indent(style)) if i is not None), 0.0
        )
        return Block(
            tuple(runs),
            label=label,
            indent=indent,
            centred=styles.is_centred(style) if alignment is None else alignment == "center",
            heading=styles.heading(style) if level is None else heading_level(level),
            cell=cell,
        )

    def _place_block(self, block: Block) -> Block:
        places, self._going_on = self._going_on, []
        return replace(block, source=places[0], joined=tuple(places[1:])) if places else block

    def _label(self, properties: etree._Element | None, style: str) -> tuple[str | None, float | None]:
        """Return the number that Word prints before a paragraph, and the indent of its list."""
        numbering = self._numbering
        list_properties = properties.find(f"{W}numPr") if properties is not None else None
        number, place = value(list_properties, "numId"), integer(value(list_properties, "ilvl"), 0)
        of_style = self._styles.list_item(style)
        if number is None and of_style:
            number = of_style[0]
            named = numbering.style_level(number, style)
            places = (None if value(list_properties, "ilvl") is None else place, of_style[1], named, 0)
            place = next(p for p in places if p is not None)
        if number is None:
            return None, None
        level = numbering.level(number, place)
        return numbering.label(number, place), level.indent if level else None

    def _table(self, table: etree._Element, change: frozenset[Mark], outer: _Cell | None) -> None:
        """Read a table; a nested one is text of its cell."""
        if outer is None:
            self._tables += 1
        number = self._tables
        for n, (row, of_row) in enumerate(_with_revisions(table, f"{W}tr", change), 1):
            row_properties = row.find(f"{W}trPr")
            of_row |= recorded_change(row_properties)
            column = 1 + integer(value(row_properties, "gridBefore"), 0)
            for cell, of_cell in _with_revisions(row, f"{W}tc", of_row):
                properties = cell.find(f"{W}tcPr")
                shading = None if properties is None or outer else properties.find(f"{W}shd")
                if shading is not None:
                    self.fills[number, n, column] = shading.get(f"{W}fill", "")
                self._container(cell, of_cell | recorded_change(properties), outer or (number, n, column))
                column += max(1, integer(value(properties, "gridSpan"), 1))


class HeadLines:
    """Splits paragraphs at manual line breaks in the header of a first page, where each line is separate."""

    def __init__(self) -> None:
        self._in_head = True

    def split(self, block: Block) -> list[Block]:
        """Return one block per line in the header of a first page, else one block; for blocks in reading order."""
        text = block.text
        length = len(text.split())
        lines = _lines(block.runs) if self._in_head and length <= _LONGEST_LINES and BREAK in text else []
        if not block.cell and length > _LONGEST_HEADING:
            self._in_head = False
        if BREAK not in text:
            return [block]
        if len(lines) > 1:
            first = next((n for n, line in enumerate(lines) if any(run.text.strip() for run in line)), 0)
            return [
                replace(block, runs=line, label=block.label if n == first else None) for n, line in enumerate(lines)
            ]
        return [replace(block, runs=tuple(replace(run, text=run.text.replace(BREAK, " ")) for run in block.runs))]


def _lines(runs: tuple[TextRun, ...]) -> list[tuple[TextRun, ...]]:
    lines: list[list[TextRun]] = [[]]
    for run in runs:
        first, *others = run.text.split(BREAK)
        lines[-1].append(replace(run, text=first))
        lines += [[replace(run, text=text, note=None)] for text in others]
    return [tuple(line) for line in lines]


def _with_revisions(
    parent: etree._Element, tag: str, change: frozenset[Mark]
) -> Iterable[tuple[etree._Element, frozenset[Mark]]]:
    """Return the rows of a table or the cells of a row, each with the revision that it belongs to."""
    for child in unwrap(parent):
        if child.tag == tag:
            yield child, change
        elif child.tag in ADDING | REMOVING:
            yield from _with_revisions(child, tag, change | {Mark.ADDED if child.tag in ADDING else Mark.REMOVED})
