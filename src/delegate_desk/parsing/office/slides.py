"""Presentations (.pptx) as blocks: one page per slide, shapes in order, then notes (ECMA-376-1, 19 and 21).

python-pptx was considered: it would add Pillow and XlsxWriter, and opens parts without limits.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from lxml import etree

from delegate_desk.core.documents.document import Mark
from delegate_desk.core.documents.reading_remarks import RemarkKind, count_remarks
from delegate_desk.core.errors import ImportFailure
from delegate_desk.parsing.blocks import Block, SourceText, TextRun
from delegate_desk.parsing.office.xml_package import XmlPackage, active_content
from delegate_desk.parsing.word.styles import MC, R, format_number, integer

P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_NUMBERED = re.compile(r"(arabic|alphaLc|alphaUc|romanLc|romanUc)(Period|Paren[RB].*|Plain)")
_FORMS = {
    "arabic": "decimal", "alphaLc": "lowerLetter", "alphaUc": "upperLetter", "romanLc": "lowerRoman",
    "romanUc": "upperRoman",
}  # fmt: skip
_TEXT_PARTS = frozenset({"diagramData", "chart"})
_FRAMES = frozenset({"sldNum", "dt", "ftr", "hdr", "sldImg"})
"""Placeholders repeated on every slide."""
_LEVEL = 36.0  # points from one level of a list to the next


def read(path: Path) -> SourceText:
    with XmlPackage(path) as package:
        main = package.main_part()
        root = package.tree(main)
        if root is None or root.tag != f"{P}presentation":
            raise package.refusal(ImportFailure.DAMAGED if root is None else ImportFailure.UNSUPPORTED)
        relations = package.relations(main)
        slides = [relations.get(slide.get(f"{R}id", "")) for slide in root.iterfind(f"{P}sldIdLst/{P}sldId")]
        reader = _SlideReader(package)
        for number, slide in enumerate(slides, start=1):
            if slide is not None:
                reader.read(slide.part, number)
        counts = active_content(package)
    counts[RemarkKind.COMMENTS] = reader.comments
    return SourceText(tuple(reader.blocks), running=tuple(reader.running), remarks=count_remarks(counts))


class _SlideReader:
    def __init__(self, package: XmlPackage) -> None:
        self.blocks: list[Block] = []
        self.running: dict[str, None] = {}
        self.comments = 0
        self._package = package
        self._tables = 0

    def read(self, part: str, page: int) -> None:
        relations = self._package.relations(part)
        self._shapes(self._package.tree(part), page)
        for relation in relations.values():
            if relation.kind in _TEXT_PARTS and (tree := self._package.tree(relation.part)) is not None:
                self.blocks += _paragraphs(tree, page)
            elif relation.kind == "comments" and (tree := self._package.tree(relation.part)) is not None:
                self.comments += len(tree)
        for relation in relations.values():
            if relation.kind == "notesSlide":
                self._shapes(self._package.tree(relation.part), page)

    def _shapes(self, root: etree._Element | None, page: int) -> None:
        if root is None:
            return
        for fallback in list(root.iter(f"{MC}Fallback")):  # says again what its choice says
            if (choices := fallback.getparent()) is not None:
                choices.remove(fallback)
        for shape in root.iter(f"{P}sp", f"{A}tbl"):
            if shape.tag == f"{A}tbl":
                self._tables += 1
                for row, cells in enumerate(shape.iterfind(f"{A}tr"), start=1):
                    for column, cell in enumerate(cells.iterfind(f"{A}tc"), start=1):
                        place = (self._tables, row, column)
                        self.blocks += [replace(block, cell=place) for block in _paragraphs(cell, page)]
                continue
            frame = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
            kind = "" if frame is None else frame.get("type", "body")
            blocks = list(_paragraphs(shape, page))
            if kind in _FRAMES:
                self.running |= dict.fromkeys(block.text for block in blocks)
            elif kind in ("title", "ctrTitle"):
                self.blocks += [replace(block, heading=1, label=None) for block in blocks]
            else:
                self.blocks += blocks


def _paragraphs(root: etree._Element, page: int) -> Iterator[Block]:
    """Yield the paragraphs of a shape or a cell that have words, with their printed numbers."""
    counts: Counter[int] = Counter()
    for paragraph in root.iter(f"{A}p"):
        runs = tuple(_runs(paragraph))
        if not any(run.text.strip() for run in runs):
            continue
        properties = paragraph.find(f"{A}pPr")
        level = 0 if properties is None else integer(properties.get("lvl"), 0)
        number = None if properties is None else properties.find(f"{A}buAutoNum")
        for deeper in [n for n in counts if n > level or (n == level and number is None)]:
            del counts[deeper]
        label = None
        if number is not None:
            counts[level] = counts[level] + 1 if level in counts else integer(number.get("startAt"), 1)
            kind = _NUMBERED.match(number.get("type", ""))
            shown = format_number(counts[level], _FORMS[kind[1]] if kind else "decimal")
            forms = {"Period": f"{shown}.", "ParenR": f"{shown})", "ParenBoth": f"({shown})"}
            label = forms.get(kind[2] if kind else "Period", shown)
        yield Block(runs, label=label, page=page, indent=level * _LEVEL, begins=True)


def _runs(paragraph: etree._Element) -> Iterator[TextRun]:
    for child in paragraph:
        if child.tag == f"{A}br":
            yield TextRun(" ")
        elif child.tag in (f"{A}r", f"{A}fld"):
            style = child.find(f"{A}rPr")
            yield TextRun(child.findtext(f"{A}t", ""), frozenset() if style is None else frozenset(_marks(style)))


def _marks(style: etree._Element) -> Iterator[Mark]:
    if style.get("b") in ("1", "true"):
        yield Mark.BOLD
    if style.get("i") in ("1", "true"):
        yield Mark.ITALIC
    if style.get("u", "none") != "none":
        yield Mark.UNDERLINE
    if style.get("strike", "noStrike") != "noStrike":
        yield Mark.STRIKE
