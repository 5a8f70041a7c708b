"""Appearance of the elements of a web page, rows of its tables, and EUR-Lex's additions to consolidated acts."""

import re
from collections.abc import Iterator, Sequence

from lxml import etree

from delegate_desk.core.documents.document import Mark
from delegate_desk.parsing import vocabulary
from delegate_desk.parsing.blocks import Block

_CELLS = frozenset({"td", "th"})
_SECTIONS = frozenset({"thead", "tbody", "tfoot"})
_MARKS = {
    "b": Mark.BOLD,
    "strong": Mark.BOLD,
    "i": Mark.ITALIC,
    "em": Mark.ITALIC,
    "u": Mark.UNDERLINE,
    "ins": Mark.UNDERLINE,
    "s": Mark.STRIKE,
    "strike": Mark.STRIKE,
    "del": Mark.STRIKE,
}
_MARKING_CLASSES = {
    "bold": Mark.BOLD,
    "boldface": Mark.BOLD,
    "italic": Mark.ITALIC,
    "italics": Mark.ITALIC,
    "underline": Mark.UNDERLINE,
    "strikethrough": Mark.STRIKE,
}
_STYLES = (
    (re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)"), Mark.BOLD),
    (re.compile(r"font-style\s*:\s*italic"), Mark.ITALIC),
    (re.compile(r"text-decoration[\w-]*\s*:[^;]*underline"), Mark.UNDERLINE),
    (re.compile(r"text-decoration[\w-]*\s*:[^;]*line-through"), Mark.STRIKE),
)
_NOT_BOLD = re.compile(r"font-weight\s*:\s*(?:normal|[1-4]00)")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all")
_CENTRE = re.compile(r"text-align\s*:\s*center")
_CENTRED = re.compile(
    r"doc-ti|s?ti-art|ti-(?:section|grseq|tbl|annex)(?:-\d)?|s?title-(?:doc|article|division|annex|gr-seq|table)[\w-]*"
    r"|Titreobjet(?:_cp)?|Typedudocument(?:_cp)?|Annexetitre|Exposdesmotifstitre|(?:Titrearticle|ChapterTitle|SectionTitle"
    r"|PartTitle|ManualHeading3|NormalCentered)"
)
_HEADINGS = {
    re.compile(r"ti-section-\d|title-division-\d|ManualHeading1|ChapterTitle|PartTitle"): 1,
    re.compile(r"ti-grseq-\d|title-gr-seq[\w-]*|ManualHeading[24]|SectionTitle|Fichefinanciretitre"): 2,
}


def classes(element: etree._Element) -> frozenset[str]:
    """Return an element's classes, without the prefix ``oj-`` of EUR-Lex since 2023."""
    return frozenset(name.removeprefix("oj-") for name in (element.get("class") or "").split())


def marks_for_element(element: etree._Element, parent_marks: frozenset[Mark]) -> frozenset[Mark]:
    """Return the marks of the words in an element, given those of its parent."""
    tag = str(element.tag).lower()
    marks = set(parent_marks)
    if tag in _MARKS:
        marks.add(_MARKS[tag])
    marks |= {_MARKING_CLASSES[name] for name in classes(element) if name in _MARKING_CLASSES}
    style = (element.get("style") or "").lower()
    if style:
        marks |= {mark for pattern, mark in _STYLES if pattern.search(style)}
        if _NOT_BOLD.search(style):
            marks.discard(Mark.BOLD)
    return frozenset(marks)


def is_hidden(element: etree._Element) -> bool:
    """True if a browser does not show it."""
    style = element.get("style")
    return element.get("hidden") is not None or bool(style and _HIDDEN.search(style.lower()))


def is_centred(element: etree._Element) -> bool:
    """True if its text is centred, by its own style or by EUR-Lex's style for its class."""
    if any(_CENTRED.fullmatch(name) for name in classes(element)):
        return True
    for value in (element, element.getparent()):
        if value is not None and (
            (value.get("align") or "").lower() == "center"
            or _CENTRE.search((value.get("style") or "").lower())
            or str(value.tag).lower() == "center"
        ):
            return True
    return False


def level(element: etree._Element) -> int | None:
    """Return its level as a heading; None for text."""
    tag = str(element.tag).lower()
    if re.fullmatch(r"h[1-6]", tag):
        return int(tag[1])
    names = classes(element)
    return next((n for pattern, n in _HEADINGS.items() if any(pattern.fullmatch(name) for name in names)), None)


def table_rows(table: etree._Element) -> Iterator[list[etree._Element]]:
    """Yield the rows of a table, each with its cells, without those of nested tables."""
    for child in table:
        if child.tag == "tr":
            yield [cell for cell in child if cell.tag in _CELLS]
        elif child.tag in _SECTIONS:
            yield from ([cell for cell in row if cell.tag in _CELLS] for row in child if row.tag == "tr")


_SOURCE = r"(?:B(?![a-z])|[MAC]\d{1,3}(?!\d))"  # the act itself, an act that amends, one of accession, a corrigendum
AMENDMENT = re.compile(rf"([►▼]{_SOURCE}\s*)|(\s*◄\s*)(?=[,.;:!?)\]])|(◄)")
"""The marks of amendments in a consolidated text, with the space left before a closing punctuation mark."""
_ROW = re.compile(rf"\s*[►▼]\s*{_SOURCE}\s*")
_VERSION = re.compile(
    r"(?:[^\W\d_][^\d:]{2,60}:\s*)?[03]\d{4}[A-Z]{1,2}\d{4}(?:\(\d{2}\))?\s*[—–-]\s*[A-Z]{2}\s*[—–-]"
    r"\s*\d{1,2}\.\d{1,2}\.\d{4}(?:\s*[—–-]\s*\d{3}\.\d{3})?(?:\s*[—–-]\s*\d+)?"
)
_HEAD = 12  # blocks
_TITLE = 80  # letters that tell a title


def tables_of_acts(root: etree._Element) -> Iterator[etree._Element]:
    """Yield the tables of acts that a consolidated text is made of, except one with the act's only title."""
    tables = []
    for table in root.iter("table"):  # the rows begin with the marks of acts, those of the head with nothing
        sources = [_source_mark(cells) for cells in table_rows(table)]
        if any(sources) and None not in sources:
            tables.append(table)
    if not tables:
        return
    everything = _letters(root)
    for table in tables:
        titles = [_letters(cells[-1])[:_TITLE] for cells in table_rows(table) if _source_mark(cells) == "B"]
        if all(everything.count(title) > 1 for title in titles):
            yield table
        else:
            for element in table.iter("table", "thead", "tbody", "tfoot", "tr", "td", "th"):
                element.tag = "div"


def without_head(blocks: Sequence[Block]) -> tuple[list[Block], list[str]]:
    """Return blocks without the version number and disclaimer before the title; and the lines of these."""
    body, head_lines = [], []
    for n, block in enumerate(blocks):
        line = block.line
        if n < _HEAD and (
            _VERSION.fullmatch(line) or vocabulary.begins_formula("disclaimer", line, vocabulary.languages())
        ):
            head_lines.append(line)
        else:
            body.append(block)
    return body, head_lines


def _source_mark(cells: Sequence[etree._Element]) -> str | None:
    """Return the mark at the beginning of a row, without its arrow; empty for a header row, None for another row."""
    first = text(cells[0]) if cells else ""
    if _ROW.fullmatch(first):
        return first.strip("►▼ ")
    return None if first else ""


def text(element: etree._Element) -> str:
    """Return the text in an element on one line."""
    return " ".join("".join(str(part) for part in element.itertext()).split())


def _letters(element: etree._Element) -> str:
    return "".join(c for part in element.itertext() for c in str(part) if c.isalnum())
