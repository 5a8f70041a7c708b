"""Renders an export document in an organisation's template: its headers, footers, styles, margins and pictures.

Required content is added if the template lacks it: the marking on the first page and in every footer, the sign of
internal content in every header, page numbers.
"""

import copy
import datetime
import io
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Any

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.package import OpcPackage
from docx.opc.part import Part
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.section import _BaseHeaderFooter
from lxml.etree import _Element

from delegate_desk.export.blocks import ExportDocument, ExportParagraph, ExportTable, StyledRun
from delegate_desk.export.docx import renderer
from delegate_desk.export.docx.default_template import TEMPLATE, TEXT_WIDTH, WIDE_TEXT_WIDTH, Style
from delegate_desk.export.docx.styles import StyleIds, tab_stops

TABLE = "table"
"""Placeholder for all our content."""
_PLACE = re.compile(r"\{\{\s*(\w+)\s*\}\}")
_PARAGRAPH, _RUN, _TEXT, _LOOK = qn("w:p"), qn("w:r"), qn("w:t"), qn("w:rPr")

PlaceholderLookup = Callable[[str], StyledRun | None]


def names(root: _Element) -> set[str]:
    """Return the placeholders in a part, including those in text boxes and those split over several runs."""
    return {name for paragraph in root.iter(_PARAGRAPH) for name in names_here(paragraph)}


def fill_placeholders(root: _Element, lookup: PlaceholderLookup) -> None:
    """Fill the placeholders of a part with known values; others stay."""
    for paragraph in list(root.iter(_PARAGRAPH)):
        done = 0
        while found := _next_placeholder(paragraph, done, lookup):
            start, end, run = found
            _replace_text(paragraph, start, end, run)
            done = start + len(run.text.replace("\n", "").replace("\t", ""))


def content_paragraph(body: _Element) -> _Element | None:
    """Return the paragraph with the placeholder for all our content: one directly in the body."""
    return next((p for p in body.iterchildren(_PARAGRAPH) if TABLE in names_here(p)), None)


def names_here(paragraph: _Element) -> set[str]:
    """Return the placeholders in one paragraph, without those in anchored text boxes."""
    text = "".join(text.text or "" for text in _texts(paragraph))
    return {found.group(1).casefold() for found in _PLACE.finditer(text)}


def _texts(paragraph: _Element) -> Iterator[_Element]:
    for text in paragraph.iter(_TEXT):
        if next(text.iterancestors(_PARAGRAPH)) is paragraph:
            yield text


def _next_placeholder(paragraph: _Element, start: int, lookup: PlaceholderLookup) -> tuple[int, int, StyledRun] | None:
    text = "".join(element.text or "" for element in _texts(paragraph))
    for found in _PLACE.finditer(text, start):
        run = lookup(found.group(1).casefold())
        if run is not None:
            return found.start(), found.end(), run
    return None


def _replace_text(paragraph: _Element, start: int, end: int, run: StyledRun) -> None:
    _divide(paragraph, end)
    _divide(paragraph, start)
    inside = [text for begins, text in _find_placeholders(_texts(paragraph)) if start <= begins < end and text.text]
    first = inside[0].getparent()
    assert first is not None
    for text in inside:
        text.text = ""
    place = OxmlElement("w:r")
    run_properties = first.find(_LOOK)
    place.append(copy.deepcopy(run_properties) if run_properties is not None else OxmlElement("w:rPr"))
    properties: Any = place[0]  # properties of runs have methods made by python-docx, which its types do not name
    properties.remove_all("w:lang", "w:noProof")  # so that it is not checked in the template's own language
    if run.language:
        language = OxmlElement("w:lang", {qn("w:val"): run.language})
        properties.insert_element_before(language, "w:eastAsianLayout", "w:specVanish", "w:oMath")
    else:
        properties.get_or_add_noProof()
    renderer.add_words(place, run.text)
    first.addprevious(place)


def _divide(paragraph: _Element, offset: int) -> None:
    for start, text in _find_placeholders(_texts(paragraph)):
        words = text.text or ""
        if start < offset < start + len(words):
            run = text.getparent()
            assert run is not None
            second = copy.deepcopy(run)
            place = list(run).index(text)
            for child in list(run)[place + 1 :]:
                run.remove(child)
            for child in list(second)[:place]:
                if child.tag != _LOOK:
                    second.remove(child)
            text.text = words[: offset - start]
            second_text = next(second.iterchildren(_TEXT))
            second_text.text = words[offset - start :]
            for element in (text, second_text):
                element.set(qn("xml:space"), "preserve")
            run.addnext(second)
            return


def _find_placeholders(texts: Iterable[_Element]) -> Iterator[tuple[int, _Element]]:
    begins = 0
    for text in list(texts):
        yield begins, text
        begins += len(text.text or "")


_DROPPED = {
    "customXml", "custom-properties", "extended-properties", "glossaryDocument", "people", "printerSettings",
    "comments", "commentsExtended", "commentsIds", "commentsExtensible", "stylesWithEffects", "keyMapCustomizations",
    "attachedToolbars", "recipientData", "attachedTemplate", "mailMergeSource", "mailMergeHeaderSource", "transform",
    "thumbnail", "docMetadata", "classificationlabels", "origin", "activeXControlBinary", "userXmlData",
}  # fmt: skip
"""Last words of the types of relationships whose parts are removed (ECMA-376 part 1, 15.2; MS-DOCX 2.5)."""
_SETTINGS = (
    "attachedTemplate", "linkStyles", "mailMerge", "docVars", "rsids", "saveThroughXslt", "useXSLTWhenSaving",
    "trackRevisions", "documentProtection", "writeProtection", "attachedSchema", "removePersonalInformation",
    "removeDateAndTime",
)  # fmt: skip


def clean(document: Document) -> None:
    package = document.part.package
    assert package is not None
    _drop(package)
    for part in list(package.iter_parts()):
        _drop(part)
    settings = document.settings.element
    for name in _SETTINGS:
        for found in settings.findall(qn(f"w:{name}")):
            settings.remove(found)
    for part in package.iter_parts():
        element = getattr(part, "_element", None)
        for found in [] if element is None else list(element.iter(qn("w:printerSettings"), qn("w:dataBinding"))):
            found.getparent().remove(found)
    core = document.core_properties._element
    for child in list(core):
        core.remove(child)


def _drop(holder: OpcPackage | Part) -> None:
    for key, relation in list(holder.rels.items()):
        kind = relation.reltype.rpartition("/")[2]
        misnamed = kind == "core-properties" and relation.reltype != RELATIONSHIP_TYPE.CORE_PROPERTIES
        if kind in _DROPPED or misnamed:
            del holder.rels[key]


_MODE_2013 = 15
_CELL_MARGIN = 120
"""Cell margin of our tables, in twentieths of a point."""
_SIGNS = {Style.MARKING_SIGN, Style.INTERNAL_SIGN}
_FRONT = {Style.TITLE, Style.SUBTITLE, Style.DETAIL, Style.LAST_DETAIL, Style.WIDE_TITLE}
"""Content that a template with placeholders for the reference provides itself."""


def render(content: ExportDocument, template: bytes, timestamp: datetime.datetime) -> bytes:
    """Render an export document into a template; the same content, template and time give the same bytes."""
    document = docx.Document(io.BytesIO(template))
    clean(document)
    if not document.sections:
        document.element.body.append(docx.Document(str(TEMPLATE)).element.body.find(qn("w:sectPr")))
    section = document.sections[-1]
    if content.landscape and section.orientation is not WD_ORIENT.LANDSCAPE:
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = section.page_height, section.page_width
    footnotes = renderer.Footnotes(document)
    page = section.page_width or 0
    margins = (section.left_margin or 0) + (section.right_margin or 0) + (section.gutter or 0)
    text_width = max((page - margins) // 635, 2000) if page else TEXT_WIDTH
    styles = StyleIds(document, text_width)
    width = min(1.0, text_width / (WIDE_TEXT_WIDTH if content.landscape else TEXT_WIDTH))
    # tables begin at the text edge from Word 2013 on (MS-DOCX 2.14, mode 15)
    settings = document.settings.element.iter(qn("w:compatSetting"))
    modes = [s.get(qn("w:val"), "") for s in settings if s.get(qn("w:name")) == "compatibilityMode"]
    is_at_edge = any(mode.isdecimal() and int(mode) >= _MODE_2013 for mode in modes)
    requirements = renderer.TemplateRequirements(width, 0 if is_at_edge else _CELL_MARGIN)
    writer = renderer.WordTextWriter(content, timestamp, styles, document, footnotes, template=requirements)
    body = document.element.body
    place = content_paragraph(body)
    if "reference" in names(body):
        remaining = (block for block in content.blocks if isinstance(block, ExportTable) or block.style not in _FRONT)
        content = replace(content, blocks=tuple(remaining))
    is_alone = place is not None and _is_alone(place)
    for part in template_parts(document):
        fill_placeholders(part, lambda name: StyledRun("") if name == TABLE else content.fields.get(name))
    elements = renderer.block_elements(content, writer)
    if place is None:
        end = body.find(qn("w:sectPr"))
        for child in [] if _has_content(body) else list(body):
            if child is not end:
                body.remove(child)
        for element in elements:
            end.addprevious(element)
    else:
        for element in reversed(elements):
            place.addnext(element)
        if is_alone:
            body.remove(place)
    _Frame(document, content, writer, text_width).complete()
    return renderer.finish(document, content, timestamp, footnotes)


def template_parts(document: Document) -> Iterator[_Element]:
    """Return the texts of a template: its body, and each header and footer once."""
    yield document.element.body
    for kind in ("header", "footer"):
        for relation in document.part.rels.values():
            if relation.reltype.endswith(f"/{kind}"):
                yield relation.target_part._element


def _has_content(body: _Element) -> bool:
    tags = ("w:t", "w:drawing", "w:pict", "w:tbl", "w:sdt", "w:sectPr", "w:fldSimple", "w:instrText", "w:object")
    return any(found.getparent() is not body or found.tag != qn("w:sectPr") for found in body.iter(*map(qn, tags)))


def _is_alone(place: _Element) -> bool:
    text = "".join(text.text or "" for text in place.iter(qn("w:t"))).strip()
    other = next(place.iter(qn("w:drawing"), qn("w:pict"), qn("w:sectPr")), None)
    return other is None and text.startswith("{{") and text.endswith("}}") and text.count("{{") == 1


class _Frame:
    def __init__(
        self, document: Document, content: ExportDocument, writer: renderer.WordTextWriter, width: int
    ) -> None:
        self._document = document
        self._content = content
        self._writer = writer
        self._width = width
        self._has_even = bool(document.settings.odd_and_even_pages_header_footer)
        self._counts = any(_counts(part) for part in template_parts(document))

    def complete(self) -> None:
        """Add missing content; without any headers or footers in the template, ours are used."""
        first, *others = self._document.sections
        places = (first.header, first.first_page_header, first.footer, first.first_page_footer)
        if all(place.is_linked_to_previous for place in places):
            first.different_first_page_header_footer = True
        for section in (first, *others):
            inherits, has_first = section is not first, section.different_first_page_header_footer
            if has_first:
                self._complete_header(section.first_page_header, is_first=True, inherits=inherits)
                self._complete_foot(section.first_page_footer, inherits=inherits)
            self._complete_header(section.header, is_first=not has_first, inherits=inherits)
            self._complete_foot(section.footer, inherits=inherits)
            if self._has_even:
                self._complete_header(section.even_page_header, is_first=False, inherits=inherits)
                self._complete_foot(section.even_page_footer, inherits=inherits)

    def _complete_header(self, place: _BaseHeaderFooter, *, is_first: bool, inherits: bool) -> None:
        if place.is_linked_to_previous:
            if not inherits:
                self._fill(place, self._content.first_page_header if is_first else self._content.page_header)
            return
        message = _placed_text(place)
        if is_first:
            for text in self._content.first_page_header:
                if _words(text) and _words(text) not in message:
                    place._element.append(self._line(text))
        signs = _signs(self._content.page_header)
        if is_first:
            signs = [sign for sign in signs if sign.style is Style.INTERNAL_SIGN]
        self._append_missing(place, signs, Style.RUNNING_HEAD)

    def _complete_foot(self, place: _BaseHeaderFooter, *, inherits: bool) -> None:
        if place.is_linked_to_previous:
            if not inherits:
                self._fill(place, self._content.page_footer)
            return
        if not self._counts:
            for text in self._content.page_footer:
                place._element.append(self._line(text))
            return
        self._append_missing(place, _signs(self._content.page_footer), Style.RUNNING_FOOT)

    def _append_missing(self, place: _BaseHeaderFooter, signs: Iterable[StyledRun], style: Style) -> None:
        placed = _placed_text(place)
        runs = [run for sign in signs if sign.text not in placed for run in (StyledRun("   "), sign)]
        if runs:
            place._element.append(self._line(ExportParagraph(tuple(runs[1:]), style)))

    def _fill(self, place: _BaseHeaderFooter, texts: Iterable[ExportParagraph]) -> None:
        renderer.fill(place, [self._line(text) for text in texts or (ExportParagraph(()),)])

    def _line(self, text: ExportParagraph) -> _Element:
        """Add a line of ours whose tabs are adapted to the template's margins, whatever its own style."""
        paragraph = self._writer.paragraph(text)
        parts = _words(text).count("\t")
        style = next(paragraph.iter(qn("w:pStyle")), None)
        if parts and style is not None:
            stops = {self._width // 2: "center", self._width: "right"} if parts > 1 else {self._width: "right"}
            style_stops = set(tab_stops(self._document, style.get(qn("w:val"), "")))
            tabs = OxmlElement("w:tabs")
            for stop, side in sorted({**dict.fromkeys(style_stops, "clear"), **stops}.items()):
                renderer.add(tabs, "w:tab", val=side, pos=stop)
            style.addnext(tabs)
        return paragraph


def _counts(part: _Element) -> bool:
    fields = [str(found.get(qn("w:instr"), "")) for found in part.iter(qn("w:fldSimple"))]
    fields.append("".join(found.text or "" for found in part.iter(qn("w:instrText"))))
    return any("PAGE" in field.upper().replace("NUMPAGES", "").replace("PAGEREF", "") for field in fields)


def _signs(texts: Iterable[ExportParagraph]) -> list[StyledRun]:
    return [run for text in texts for run in text.runs if run.style in _SIGNS]


def _words(text: ExportParagraph) -> str:
    return "".join(run.text for run in text.runs)


def _placed_text(place: _BaseHeaderFooter) -> str:
    return "".join(text.text or "" for text in place._element.iter(qn("w:t")))
