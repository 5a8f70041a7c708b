"""OpenDocument texts (.odt) as blocks (OpenDocument 1.3, part 3), read from the XML as for Word files.

odfdo, which wraps the same XML, was considered: it omits the numbers of lists and opens parts without limits.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from pathlib import Path

from lxml import etree

from delegate_desk.core.documents.document import Mark
from delegate_desk.core.documents.reading_remarks import RemarkKind, count_remarks
from delegate_desk.core.errors import ImportFailure
from delegate_desk.parsing.blocks import Block, FootnoteBlock, SourceText, TextRun, is_elsewhere
from delegate_desk.parsing.office.xml_package import XmlPackage
from delegate_desk.parsing.word.story import BREAK, HeadLines, ParagraphText
from delegate_desk.parsing.word.styles import LEVELS, Numbering, NumberingLevel, integer

_NAMES = "urn:oasis:names:tc:opendocument:xmlns"
OFFICE = f"{{{_NAMES}:office:1.0}}"
STYLE = f"{{{_NAMES}:style:1.0}}"
TEXT = f"{{{_NAMES}:text:1.0}}"
TABLE = f"{{{_NAMES}:table:1.0}}"
DRAW = f"{{{_NAMES}:drawing:1.0}}"
FO = f"{{{_NAMES}:xsl-fo-compatible:1.0}}"
_MANIFEST = f"{{{_NAMES}:manifest:1.0}}"
SVG = f"{{{_NAMES}:svg-compatible:1.0}}"
_LINK = "{http://www.w3.org/1999/xlink}href"

_CONTAINERS = frozenset(
    {f"{TEXT}{name}" for name in ("section", "index-body", "index-title", "numbered-paragraph")}
    | {f"{TEXT}{name}" for name in ("table-of-content", "illustration-index", "table-index", "object-index")}
    | {f"{TEXT}{name}" for name in ("user-index", "alphabetical-index", "bibliography")}
    | {f"{DRAW}{name}" for name in ("frame", "text-box", "custom-shape", "g", "a", "rect", "ellipse")}
    | {f"{TABLE}{name}" for name in ("table-header-rows", "table-rows", "table-row-group")}
)
_LEFT_OUT = frozenset(
    {f"{TEXT}{name}" for name in ("tracked-changes", "ruby-text", "hidden-text", "script")}
    | {f"{SVG}title", f"{SVG}desc", f"{DRAW}object", f"{DRAW}object-ole", f"{OFFICE}forms"}
)
_FORMATS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman", "": "none"}
_LENGTH = re.compile(r"(-?\d*\.?\d+)(in|cm|mm|pt|pc)")
_POINTS = {"in": 72.0, "cm": 28.35, "mm": 2.835, "pt": 1.0, "pc": 12.0}
_MOST_SPACES = 100
_MOST_COLUMNS = 16_384

_Cell = tuple[int, int, int]
_NOTHING: frozenset[Mark] = frozenset()
_OTHER_BODIES = {"spreadsheet": ".ods", "presentation": ".odp"}


def read(path: Path) -> SourceText:
    with XmlPackage(path) as package:
        manifest = package.tree("META-INF/manifest.xml")
        if manifest is not None and next(manifest.iter(f"{_MANIFEST}encryption-data"), None) is not None:
            raise package.refusal(ImportFailure.ENCRYPTED)
        root = package.tree("content.xml")
        if root is None:
            raise package.refusal(ImportFailure.DAMAGED)
        body = root.find(f"{OFFICE}body/{OFFICE}text")
        if body is None:
            found = (name for name in _OTHER_BODIES if root.find(f"{OFFICE}body/{OFFICE}{name}") is not None)
            raise package.refusal(ImportFailure.UNSUPPORTED, _OTHER_BODIES.get(next(found, ""), ""))
        shared = package.tree("styles.xml")
        story = _Story(_Styles([root, *(() if shared is None else [shared])]), _changes(body))
        blocks = story.read(body)
        remarks = story.counts.copy()  # and of what would run, open or fetch something, and is ignored
        remarks[RemarkKind.MACROS] = any(name.startswith("basic/") for name in package.names())
        remarks[RemarkKind.ENTITIES] = package.declares
        remarks[RemarkKind.EMBEDDED_FILES] = sum(1 for _ in root.iter(f"{DRAW}object", f"{DRAW}object-ole"))
        links = [image.get(_LINK, "") for image in root.iter(f"{DRAW}image")]
        remarks[RemarkKind.IMAGES] = sum(is_elsewhere(link) and ":" in link for link in links)
    edges = () if shared is None else shared.iterfind(f"{OFFICE}master-styles/{STYLE}master-page/*")
    running = (block.text.strip() for edge in edges for block in _Story(story.styles, {}).read(edge))
    return SourceText(
        blocks, tuple(story.notes), tuple(dict.fromkeys(filter(None, running))), story.revisions, count_remarks(remarks)
    )


def _changes(body: etree._Element) -> dict[str, etree._Element]:
    """Return the tracked changes by id, with the element that gives the kind of each."""
    regions = body.iterfind(f"{TEXT}tracked-changes/{TEXT}changed-region")
    return {region.get(f"{TEXT}id", ""): region[0] for region in regions if len(region)}


class _Styles:
    """Styles of text, paragraphs and lists; those of the content take precedence over those of the template."""

    def __init__(self, roots: Iterable[etree._Element]) -> None:
        self._styles: dict[tuple[str, str], etree._Element] = {}
        self._lists: dict[str, dict[int, NumberingLevel]] = {}
        for root in roots:
            for style in root.iter(f"{STYLE}style"):
                key = style.get(f"{STYLE}family", ""), style.get(f"{STYLE}name", "")
                self._styles.setdefault(key, style)
            for style in root.iter(f"{TEXT}list-style"):
                self._lists.setdefault(style.get(f"{STYLE}name", ""), _levels(style))
            for style in root.iter(f"{TEXT}outline-style"):
                self._lists.setdefault("", _levels(style))
        self.numbering = Numbering(None)
        for name in self._lists:
            self.restart(name)
        self.value = cache(self._value)
        self.marks = cache(self._marks)

    def restart(self, name: str) -> None:
        """Restart a list at its first number; the style of the outline has no name."""
        self.numbering.add(name, self._lists.get(name, {}))

    def _value(self, family: str, name: str, attribute: str, properties: str = "") -> str | None:
        """Return an attribute of a style or of its properties, from the nearest ancestor that has it."""
        seen: set[str] = set()
        while name not in seen and (style := self._styles.get((family, name))) is not None:
            seen.add(name)
            element = style.find(f"{STYLE}{properties}") if properties else style
            found = None if element is None else element.get(attribute)
            if found is not None:
                return found
            name = style.get(f"{STYLE}parent-style-name", "")
        return None

    def _marks(self, family: str, name: str) -> dict[Mark, bool]:
        """Return the marks that a style turns on or off."""
        weight = self._value(family, name, f"{FO}font-weight", "text-properties")
        slant = self._value(family, name, f"{FO}font-style", "text-properties")
        underline = self._value(family, name, f"{STYLE}text-underline-style", "text-properties")
        strike = self._value(family, name, f"{STYLE}text-line-through-style", "text-properties")
        marks = {
            Mark.BOLD: weight and (weight == "bold" or weight[0] in "6789"),
            Mark.ITALIC: slant and slant != "normal",
            Mark.UNDERLINE: underline and underline != "none",
            Mark.STRIKE: strike and strike != "none",
        }
        return {mark: bool(is_on) for mark, is_on in marks.items() if is_on is not None}


def _levels(style: etree._Element) -> dict[int, NumberingLevel]:
    levels = {}
    for item in style:
        place = integer(item.get(f"{TEXT}level"), 0) - 1
        if not (0 <= place < LEVELS and isinstance(item.tag, str)):
            continue
        if item.tag == f"{TEXT}list-level-style-bullet":
            levels[place] = NumberingLevel(form="bullet", text=item.get(f"{TEXT}bullet-char", ""))
            continue
        form = item.get(f"{STYLE}num-format", "")
        shown = integer(item.get(f"{TEXT}display-levels"), 1)
        numbers = ".".join(f"%{n + 1}" for n in range(max(0, place + 1 - shown), place + 1)) if form else ""
        levels[place] = NumberingLevel(
            start=integer(item.get(f"{TEXT}start-value"), 1),
            form=_FORMATS.get(form, form),
            text=f"{item.get(f'{STYLE}num-prefix', '')}{numbers}{item.get(f'{STYLE}num-suffix', '')}" if form else "",
        )
    return levels


class _Story:
    def __init__(self, styles: _Styles, changes: dict[str, etree._Element]) -> None:
        self.styles = styles
        self.notes: list[FootnoteBlock] = []
        self.counts: Counter[RemarkKind] = Counter()
        self.revisions = bool(changes)
        self._changes = changes
        self._added: set[str] = set()
        self._blocks: list[Block] = []
        self._split = HeadLines().split
        self._tables = 0
        self._label: str | None = None

    def read(self, root: etree._Element) -> tuple[Block, ...]:
        """Return the blocks in reading order, without empty ones."""
        self._container(root, None)
        return tuple(block for block in self._blocks if any(run.text.strip() or run.note for run in block.runs))

    def _container(self, parent: etree._Element, cell: _Cell | None, depth: int = 0, name: str = "") -> None:
        for child in parent:
            if child.tag in (f"{TEXT}p", f"{TEXT}h"):
                self._paragraph(child, cell)
            elif child.tag == f"{TEXT}list":
                self._list(child, cell, depth, name)
            elif child.tag == f"{TABLE}table":
                self._table(child, cell)
            elif child.tag in _CONTAINERS:
                self._container(child, cell)
            else:
                words = ParagraphText()  # a change between paragraphs
                self._inline(child, _NOTHING, words)
                self._blocks += self._split(Block(tuple(words.runs), cell=cell))

    def _list(self, element: etree._Element, cell: _Cell | None, depth: int, outer: str) -> None:
        name = element.get(f"{TEXT}style-name", outer)
        continues = element.get(f"{TEXT}continue-numbering") == "true" or element.get(f"{TEXT}continue-list")
        if name and not (depth or continues):
            self.styles.restart(name)
        for item in element:
            level = min(depth, LEVELS - 1)
            if start := item.get(f"{TEXT}start-value"):
                self.styles.numbering.start_at(name, level, integer(start, 1))
            if name and item.tag == f"{TEXT}list-item" and len(item) and item[0].tag != f"{TEXT}list":
                self._label = self.styles.numbering.label(name, level)
            self._container(item, cell, depth + 1, name)
            self._label = None

    def _table(self, table: etree._Element, outer: _Cell | None) -> None:
        """Read a table; a nested one is text of its cell."""
        if outer is None:
            self._tables += 1
        number, row = self._tables, 0
        for element in table.iter(f"{TABLE}table-row"):
            if next(element.iterancestors(f"{TABLE}table")) is not table:
                continue
            row, column = row + 1, 1
            for cell in element:
                if cell.tag in (f"{TABLE}table-cell", f"{TABLE}covered-table-cell"):
                    self._container(cell, outer or (number, row, column))
                    repeated = integer(cell.get(f"{TABLE}number-columns-repeated"), 1)
                    column += min(max(1, repeated), _MOST_COLUMNS)
            row += max(1, integer(element.get(f"{TABLE}number-rows-repeated"), 1)) - 1

    def _paragraph(self, paragraph: etree._Element, cell: _Cell | None) -> None:
        style = paragraph.get(f"{TEXT}style-name", "")
        words = ParagraphText()
        marks = self._combined_marks("paragraph", style, _NOTHING)
        if not self._hides("paragraph", style, paragraph):
            self._words(paragraph, marks, words)
        level = paragraph.get(f"{TEXT}outline-level")
        if paragraph.tag == f"{TEXT}h" and self._label is None:
            self._label = self.styles.numbering.label("", min(max(integer(level, 1), 1), LEVELS) - 1)
        indent = 0.0
        for name in ("margin-left", "text-indent"):
            length = self.styles.value("paragraph", style, f"{FO}{name}", "paragraph-properties")
            match = _LENGTH.fullmatch(length or "")
            indent += float(match[1]) * _POINTS[match[2]] if match else 0.0
        block = Block(
            tuple(words.runs),
            label=self._label,
            indent=indent,
            centred=self.styles.value("paragraph", style, f"{FO}text-align", "paragraph-properties") == "center",
            heading=integer(level, 1) if paragraph.tag == f"{TEXT}h" else None,
            cell=cell,
        )
        self._label = None
        self._blocks += self._split(block)
        for box in words.boxes:
            self._container(box, cell)

    def _combined_marks(self, family: str, style: str, marks: frozenset[Mark]) -> frozenset[Mark]:
        switches = self.styles.marks(family, style)
        return marks - switches.keys() | {mark for mark, is_on in switches.items() if is_on}

    def _hides(self, family: str, style: str, element: etree._Element) -> bool:
        hidden = self.styles.value(family, style, f"{TEXT}display", "text-properties") == "none"
        self.counts[RemarkKind.HIDDEN_WORDS] += len("".join(map(str, element.itertext())).split()) if hidden else 0
        return hidden

    def _words(self, parent: etree._Element, marks: frozenset[Mark], words: ParagraphText) -> None:
        self._add(parent.text, marks, words)
        for child in parent:
            if isinstance(child.tag, str):
                self._inline(child, marks, words)
            self._add(child.tail, marks, words)

    def _add(self, text: str | None, marks: frozenset[Mark], words: ParagraphText) -> None:
        if text:
            words.runs.append(TextRun(" ".join(re.split(r"[ \t\r\n]+", text)), marks | self._change))

    @property
    def _change(self) -> frozenset[Mark]:
        return frozenset({Mark.ADDED}) if self._added else _NOTHING

    def _inline(self, element: etree._Element, marks: frozenset[Mark], words: ParagraphText) -> None:
        tag, number = element.tag, element.get(f"{TEXT}change-id", "")
        change = self._changes.get(number)
        kind = None if change is None else change.tag
        if tag == f"{TEXT}s":
            self._add(" " * min(integer(element.get(f"{TEXT}c"), 1), _MOST_SPACES), marks, words)
        elif tag == f"{TEXT}tab":
            self._add(" ", marks, words)
        elif tag == f"{TEXT}line-break":
            words.runs.append(TextRun(BREAK, marks | self._change))
        elif tag == f"{TEXT}note":
            self._note(element, marks, words)
        elif tag == f"{OFFICE}annotation":
            self.counts[RemarkKind.COMMENTS] += 1
        elif tag == f"{TEXT}change-end":
            self._added.discard(number)
        elif tag == f"{TEXT}change-start":
            self._added |= {number} if kind == f"{TEXT}insertion" else set()
        elif tag == f"{TEXT}change" and change is not None and kind == f"{TEXT}deletion":
            for n, paragraph in enumerate(change.iter(f"{TEXT}p", f"{TEXT}h")):  # words of several in this paragraph
                removed = ParagraphText()
                self._words(paragraph, marks, removed)
                runs = [replace(run, marks=run.marks | {Mark.REMOVED}) for run in removed.runs]
                words.runs += [TextRun(" ", frozenset({Mark.REMOVED})), *runs] if n else runs
        elif tag in _CONTAINERS:
            words.boxes.append(element)
        elif tag not in _LEFT_OUT:
            style = element.get(f"{TEXT}style-name", "") if tag in (f"{TEXT}span", f"{TEXT}a") else ""
            if not self._hides("text", style, element):
                self._words(element, self._combined_marks("text", style, marks), words)

    def _note(self, note: etree._Element, marks: frozenset[Mark], words: ParagraphText) -> None:
        citation, body = note.find(f"{TEXT}note-citation"), note.find(f"{TEXT}note-body")
        if citation is None or body is None:
            return
        label = "".join(map(str, citation.itertext())).strip()
        story = _Story(self.styles, self._changes)
        self.notes.append(FootnoteBlock(label, story.read(body)))
        self.counts.update(story.counts)
        words.runs.append(TextRun("", marks, label))
