"""Four-column documents: the rows of a trilogue, each with the texts of a provision, its traffic light and its origin.

A row is the unit ``row_105``, with the printed number as label and the title as text. Its texts are ``row_105__cell_1``
to ``row_105__cell_4``, from left to right; empty texts have no unit. The names of the columns, and the light, origin
and provision of each row, are details of the document: ``columns``, ``row_105.status``.
"""

import re
from collections.abc import Mapping
from enum import StrEnum

from delegate_desk.core.documents.document import Address, Document, Kind, Paragraph, View
from delegate_desk.core.values import dataclass
from delegate_desk.core.word_diff import WordDiff, diff_words

_CELL = re.compile(r"(?P<row>row_\w+?(?:-\d+)?)__cell_(?P<column>\d)")


class Column(StrEnum):
    COMMISSION = "commission"
    PARLIAMENT = "parliament"
    COUNCIL = "council"
    COMPROMISE = "compromise"


class Light(StrEnum):
    GREEN = "green"
    YELLOW = "yellow"
    RED = "red"


@dataclass(frozen=True, slots=True)
class ColumnRow:
    """Row of a four-column document.

    Attributes:
        row: The number as printed, such as ``105a``.
        label: The title above it; may be empty.
        address: The provision that the title names; None if it names none.
        cells: The text of each column in order; line feeds separate paragraphs.
        origin: The text that the agreed text follows, as printed.
        unit: The address of the row itself, such as ``row_105a``; in a table that we build, of its provision.
    """

    row: str
    label: str
    address: Address | None
    cells: Mapping[Column, str]
    status: Light | None = None
    origin: str | None = None
    unit: Address = Address("")

    def differs(self, first: Column, second: Column) -> bool:
        """True if two columns have different words; an empty text differs from any other."""
        return self.cells[first].split() != self.cells[second].split()

    def word_diff(self, first: Column, second: Column) -> WordDiff:
        return diff_words(self.cells[first], self.cells[second])


@dataclass(frozen=True, slots=True)
class ColumnTable:
    columns: tuple[Column, ...]
    rows: tuple[ColumnRow, ...]


def column_names(document: Document) -> tuple[Column, ...]:
    """Return the columns of a document from left to right; empty if it is not a four-column document."""
    return tuple(map(Column, document.notice.get("columns", "").split()))


def row_of(address: str) -> Address | None:
    """Return the row that contains a text of a four-column document; None for any other address."""
    match = _CELL.fullmatch(address)
    return Address(match["row"]) if match else None


def is_row(address: str) -> bool:
    return address.startswith(f"{Kind.ROW}_") and "__" not in address


def column_table(document: Document) -> ColumnTable | None:
    """Return the rows of a four-column document in reading order; None for any other document."""
    columns = column_names(document)
    if not columns:
        return None
    texts = {
        (match["row"], int(match["column"])): cell_text(unit)
        for unit in document.paragraphs
        if (match := _CELL.fullmatch(unit.address))
    }
    rows = []
    for unit in document.paragraphs:
        if unit.kind is not Kind.ROW:
            continue
        cells = {column: texts.get((unit.address, n), "") for n, column in enumerate(columns, start=1)}
        detail = {name: document.notice.get(f"{unit.address}.{name}") for name in ("address", "status", "origin")}
        status, place = detail["status"], detail["address"]
        rows.append(
            ColumnRow(
                unit.label,
                unit.text,
                Address(place) if place else None,
                cells,
                Light(status) if status else None,
                detail["origin"] or None,
                unit.address,
            )
        )
    return ColumnTable(columns, tuple(rows))


def cell_text(unit: Paragraph) -> str:
    """Return the text of a cell after its changes, with a line feed before each further paragraph."""
    return unit.in_view(View.AFTER).with_line_breaks("\n").text
