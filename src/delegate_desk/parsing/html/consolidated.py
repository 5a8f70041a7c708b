"""Additions by EUR-Lex around and in the text of an act that it consolidates: no part of the act.

Before the title stand the number and date of the version, a disclaimer, and tables of the acts that amended it; in the
text ``▼M1`` heads what another act wrote, and ``►M1 … ◄`` holds it.
"""

import re
from collections.abc import Iterator, Sequence

from lxml import etree

from delegate_desk.parsing import vocabulary
from delegate_desk.parsing.blocks import Block
from delegate_desk.parsing.html.styles import table_rows

_SOURCE = r"(?:B|[MAC]\d{1,3})(?!\w)"  # the act itself, or an act that amends, one of accession, or a corrigendum
_MARK = re.compile(rf"[►▼]{_SOURCE}\s*")
_SOURCE_FIRST = re.compile(rf"{_SOURCE}\s*")
_END_BEFORE_CLOSING = re.compile(r"\s*◄\s*(?=[,.;:!?)\]])")
_CLOSING_FIRST = re.compile(r"\s*(?=[,.;:!?)\]])")
_KEPT = re.compile(r"[►▼]$|\s*◄\s*$")
_ROW = re.compile(rf"\s*[►▼]\s*{_SOURCE}\s*")
_VERSION = re.compile(
    r"(?:[^\W\d_][^\d:]{2,60}:\s*)?[03]\d{4}[A-Z]{1,2}\d{4}(?:\(\d{2}\))?\s*[—–-]\s*[A-Z]{2}\s*[—–-]"
    r"\s*\d{1,2}\.\d{1,2}\.\d{4}(?:\s*[—–-]\s*\d{3}\.\d{3})?(?:\s*[—–-]\s*\d+)?"
)
_HEAD = 12  # blocks
_TITLE = 80  # letters that tell a title


class AmendmentMarks:
    """Takes the marks of amendments out of the words of a page, whose elements may divide one."""

    def __init__(self) -> None:
        self._kept = ""  # an arrow or a space at the end of the last words, of which the next ones tell what it is

    def without(self, words: str) -> str:
        """Words without marks, and without the space before a closing sign that a mark leaves behind."""
        if self._kept == " " and not words.strip():
            return ""
        begins = _CLOSING_FIRST if self._kept == " " else _SOURCE_FIRST
        if self._kept:
            found = begins.match(words)
            words = self._kept + words if found is None else words[found.end() :]
            self._kept = ""
        if any(arrow in words for arrow in "►▼◄"):
            words = _END_BEFORE_CLOSING.sub("", _MARK.sub("", words))
            last = _KEPT.search(words)
            if last:
                words = words[: last.start()]
                self._kept = last.group() if last.group() in "►▼" else " "
            words = words.replace("◄", "")
        return words

    def rest(self) -> str:
        """Part of a block's end that was kept."""
        kept, self._kept = self._kept, ""
        return kept


def tables_of_acts(root: etree._Element) -> Iterator[etree._Element]:
    """The tables that say which acts a consolidated text is made of; one with the only title of the act is none."""
    tables = [table for table in root.iter("table") if _names_acts(table)]
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
    """Blocks without the number of the version and the disclaimer before the title; the lines of these."""
    kept, apart = [], []
    for n, block in enumerate(blocks):
        line = " ".join(block.text.split())
        if n < _HEAD and (
            _VERSION.fullmatch(line) or vocabulary.begins_formula("disclaimer", line, vocabulary.languages())
        ):
            apart.append(line)
        else:
            kept.append(block)
    return kept, apart


def _names_acts(table: etree._Element) -> bool:
    """True if its rows begin with the marks of acts, those of its head with nothing."""
    sources = [_source_mark(cells) for cells in table_rows(table)]
    return any(sources) and None not in sources


def _source_mark(cells: Sequence[etree._Element]) -> str | None:
    """The mark at the beginning of a row, without its arrow; empty for a row of a head, None for another row."""
    first = _text(cells[0]) if cells else ""
    if _ROW.fullmatch(first):
        return first.strip("►▼ ")
    return None if first else ""


def _text(element: etree._Element) -> str:
    return " ".join("".join(str(part) for part in element.itertext()).split())


def _letters(element: etree._Element) -> str:
    return "".join(c for part in element.itertext() for c in str(part) if c.isalnum())
