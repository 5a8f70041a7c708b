"""Which of a page's tables are tables, and which merely put a label beside its text or lay out the page."""

from collections.abc import Iterator

from lxml import etree

from delegate_desk.parsing.html.styles import classes
from delegate_desk.parsing.structure import block_labels

LONGEST_LABEL = 14
_SECTIONS = frozenset({"thead", "tbody", "tfoot"})
_CELLS = frozenset({"td", "th"})
_WIDEST = 500  # columns that a cell may be said to span
_LABELLED = (2, 3)  # columns of a table that puts labels beside texts: the first may be empty, to set it in

Cell = tuple[int, int, int]


class HtmlTables:
    """The tables below an element: what is a cell of one, and of which."""

    def __init__(self, root: etree._Element) -> None:
        self._cells: dict[etree._Element, Cell] = {}
        laid_out: set[etree._Element] = set()
        number = 0
        for table in root.iter("table"):
            if self.cell(table) or table in laid_out:
                continue
            if _puts_labels(table) or _is_one_column(table) or _lays_out(table):
                laid_out.add(table)
            else:
                number += 1
                self._number(table, number)

    def cell(self, element: etree._Element | None) -> Cell | None:
        """Table, row and column in which an element stands, each from 1."""
        while element is not None:
            if element in self._cells:
                return self._cells[element]
            element = element.getparent()
        return None

    def _number(self, table: etree._Element, number: int) -> None:
        """Give each cell its row and column; those that reach over others push them on."""
        until: dict[int, int] = {}  # by column, the last row that a cell above reaches down to
        for row, cells in enumerate(rows(table), start=1):
            column = 1
            for cell in cells:
                while until.get(column, 0) >= row:
                    column += 1
                self._cells[cell] = (number, row, column)
                wide, high = _span(cell, "colspan"), _span(cell, "rowspan")
                if high > 1:
                    until.update((column + n, row + high - 1) for n in range(wide))
                column += wide


def rows(table: etree._Element) -> Iterator[list[etree._Element]]:
    """The rows of a table, each with its cells, not those of tables within."""
    for child in table:
        if child.tag == "tr":
            yield [cell for cell in child if cell.tag in _CELLS]
        elif child.tag in _SECTIONS:
            yield from ([cell for cell in row if cell.tag in _CELLS] for row in child if row.tag == "tr")


def _puts_labels(table: etree._Element) -> bool:
    """True if every row is a label with its text, as the Official Journal prints points."""
    if "table" in classes(table) or (table.get("border") or "0") != "0":
        return False
    found = False
    for cells in rows(table):
        if len(cells) not in _LABELLED:
            return False
        *before, text = cells
        printed = [_short_text(cell) for cell in before]
        if any(one is None for one in printed):
            return False
        label = " ".join(one for one in printed if one)
        if label and not is_label(label):
            return False
        if not label and _short_text(text) != "":
            return False
        found = found or bool(label)
    return found


def is_label(text: str) -> bool:
    """True if a text is nothing but a label."""
    read = block_labels.read(f"{text} ")
    return (read is not None and read.end >= len(text)) or block_labels.outline(f"{text} ") == text


def _is_one_column(table: etree._Element) -> bool:
    return all(sum(_short_text(cell) != "" for cell in cells) <= 1 for cells in rows(table)) and not any(
        _span(cell, "rowspan") > 1 for cells in rows(table) for cell in cells
    )


def _lays_out(table: etree._Element) -> bool:
    """True for a table around other tables: a page's or a mail's layout."""
    return any(inner is not table and not _puts_labels(inner) for inner in table.iter("table"))


def _short_text(cell: etree._Element) -> str | None:
    """A cell's text on one line; None if it is longer than a label."""
    text = ""
    for part in cell.itertext():
        text += str(part).replace("\xa0", " ")
        if len(text.strip()) > LONGEST_LABEL:
            return None
    text = " ".join(text.split())
    return text if len(text) <= LONGEST_LABEL else None


def _span(cell: etree._Element, name: str) -> int:
    given = cell.get(name) or "1"
    return max(1, min(int(given), _WIDEST)) if given.isascii() and given.isdecimal() and len(given) < 6 else 1
