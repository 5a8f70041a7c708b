"""Workbooks (.xlsx) as blocks, read by openpyxl: a heading and a table per sheet, numbered as in the sheet."""

import warnings
from collections.abc import Iterator
from datetime import datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from delegate_desk.core.documents.document import Mark
from delegate_desk.core.documents.reading_remarks import RemarkKind, count_remarks
from delegate_desk.core.errors import ImportFailure, UnreadableDocumentError
from delegate_desk.parsing.blocks import Block, SourceText, TextRun
from delegate_desk.parsing.in_memory_files import damaged_where_it_fails
from delegate_desk.parsing.office.xml_package import XmlPackage, active_content

if TYPE_CHECKING:
    from openpyxl.cell.read_only import ReadOnlyCell

MOST_CELLS = 200_000
_MOST_PLACES = 600_000  # with those that are left out because they are empty
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def read(path: Path) -> SourceText:
    with XmlPackage(path) as package:
        cells = rows = 0
        for name in package.names():  # all that openpyxl may read, within the limits of a package
            data = package.data(name) if name.endswith((".xml", ".rels")) else None
            if data is not None and name.startswith("xl/worksheets/"):
                cells += data.count(b"<c ") + data.count(b"<c>")
                rows += data.count(b"<row")
        if cells > MOST_CELLS or rows > MOST_CELLS:
            raise package.refusal(ImportFailure.TOO_LARGE, f"more than {MOST_CELLS} cells")
        counts = active_content(package)
        comments = [package.tree(name) for name in package.names() if name.startswith("xl/comments")]
        boxes = [package.tree(name) for name in package.names() if name.startswith("xl/drawings/d")]
    counts[RemarkKind.COMMENTS] = sum(1 for tree in comments if tree is not None for _ in tree.iter("{*}comment"))
    with damaged_where_it_fails(path.name), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of what openpyxl would lose in writing
        with path.open("rb") as file:
            blocks = tuple(_blocks(file, path.name))
    box_blocks = (
        Block((TextRun(words),), begins=True)
        for tree in boxes
        if tree is not None
        for paragraph in tree.iter(f"{_A}p")
        if (words := "".join(text.text or "" for text in paragraph.iter(f"{_A}t"))).strip()
    )
    return SourceText((*blocks, *box_blocks), remarks=count_remarks(counts))


def _blocks(file: BinaryIO, file_name: str) -> Iterator[Block]:
    from openpyxl.reader.excel import load_workbook

    book = load_workbook(file, read_only=True, data_only=True, keep_links=False)
    places = 0
    for table, sheet in enumerate(book.worksheets, start=1):
        sheet.reset_dimensions()  # what a file says of its size is not believed
        yield Block((TextRun(sheet.title),), heading=1)
        for number, row in enumerate(sheet.iter_rows(), start=1):
            places += len(row) + 1
            for column, cell in enumerate(row, start=1):
                text = "" if cell.value is None else _shown(cell)
                if text.strip():
                    font = cell.font
                    fonts = {Mark.BOLD: font.b, Mark.ITALIC: font.i, Mark.UNDERLINE: font.u, Mark.STRIKE: font.strike}
                    marks = frozenset(mark for mark, is_on in fonts.items() if is_on)
                    yield Block((TextRun(text, marks),), cell=(table, number, column))
            if places > _MOST_PLACES:
                raise UnreadableDocumentError(file_name, ImportFailure.TOO_LARGE, f"more than {_MOST_PLACES} cells")


def _shown(cell: "ReadOnlyCell") -> str:
    """Return a value as text: a date in ISO 8601, a number in its shortest form."""
    value = cell.value
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d}" if value.time() == time() else f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, float | int):
        is_percentage = "%" in (cell.number_format or "")
        return f"{value * 100:.15g}%" if is_percentage else f"{value:.15g}"
    return str(value)
