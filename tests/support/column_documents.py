"""Four-column documents for tests, as Word files: rows with a number, a title, four texts, a light and an origin."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import docx
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Cm, Pt
from docx.table import _Cell

COLUMNS = ("commission", "parliament", "council", "compromise")
HEADINGS = ("Commission Proposal", "EP Mandate", "Council General Approach", "Draft Agreement")
COLOURS = {"G": "C6EFCE", "Y": "FFEB9C", "R": "FFC7CE"}
LIGHTS = {"G": "green", "Y": "yellow", "R": "red"}


@dataclass
class SampleRow:
    """Row of a sample.

    Attributes:
        texts: Of the four columns; a line feed starts another paragraph.
    """

    number: str
    title: str
    texts: list[str]
    letter: str = ""
    origin: str = ""
    strong: str = ""
    address: str | None = None
    cells: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        self.cells = dict(zip(COLUMNS, self.texts, strict=True))


ROWS = [
    SampleRow("1", "Recital 1", ["(1) Ferries are late."] * 4, "G", "Commission Proposal", address="rec_1"),
    SampleRow("2", "Article 1", ["Article 1\nScope"] * 4, "G", "Commission Proposal", address="art_1"),
    SampleRow(
        "3",
        "Article 1, first paragraph",
        ["It covers ferries.", "It covers ferries and rafts.", "It covers ferries.", ""],
        "R",
        strong="and rafts",
        address="art_1__sub_1",
    ),
    SampleRow("3a", "Article 1, first paragraph a", ["", "Rafts float.\nThey sink rarely.", "", ""], "R"),
    SampleRow(
        "4",
        "Article 2(1), point (b)(ii)",
        ["(ii) a rope;", "(ii) a long rope;", "(ii) a rope;", "(ii) a long rope;"],
        "Y",
        address="art_2__para_1__point_2__point_2",
    ),
    SampleRow("5", "", ["The captain counts.", "", "The captain counts.", ""]),
]


def write_column_document(
    path: Path,
    rows: list[SampleRow],
    *,
    lights: str = "both",
    split_after: int = 0,
    repeat_headings: bool = False,
    subject: str = "Regulation on ferries",
) -> Path:
    """Write a four-column document.

    Args:
        path: Where.
        rows: Its rows.
        lights: ``letter``, ``colour`` or ``both``.
        split_after: Number of rows after which a second table begins; 0 for a single table.
        repeat_headings: True if the row of headings stands again before each fourth row.
        subject: In its header.
    """
    document = docx.Document()
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(29.7), Cm(21)
    section.left_margin = section.right_margin = Cm(1.5)
    head = ("Council of the European Union", "Brussels, 4 May 2026", "(OR. en)", "9310/26", "TRANS 14", "NOTE")
    for line in (*head, "From: Presidency", "To: Delegations", f"Subject: {subject}"):
        document.add_paragraph(line)
    table = _table(document)
    for number, row in enumerate(rows):
        if split_after and number == split_after:
            document.add_paragraph()
            table = _table(document)
        elif repeat_headings and number and number % 4 == 0:
            _headings(table)
        _row(table, row, lights)
    document.save(str(path))
    return path


def _table(document: Any) -> Any:
    """A table with its headings; python-docx has no types for what is used of it."""
    table = document.add_table(rows=0, cols=6)
    table.style = "Table Grid"
    table.autofit = False
    _headings(table)
    for width, column in zip((1.3, 6, 6, 6, 6.2, 1), table.columns, strict=True):
        column.width = Cm(width)
    return table


def _headings(table: Any) -> None:
    for cell, text in zip(table.add_row().cells[1:5], HEADINGS, strict=True):
        cell.text = text


def _row(table: Any, row: SampleRow, lights: str) -> None:
    if row.title:
        cells = table.add_row().cells
        cells[0].merge(cells[5]).text = row.title
    cells = table.add_row().cells
    cells[0].text = row.number
    for cell, text in zip(cells[1:5], row.texts, strict=True):
        for number, line in enumerate(text.split("\n")):
            paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
            before, strong, after = line.partition(row.strong) if row.strong else (line, "", "")
            paragraph.add_run(before)
            run = paragraph.add_run(strong)
            run.bold = run.italic = True
            paragraph.add_run(after)
    if row.origin:
        cells[4].add_paragraph().add_run(f"Text Origin: {row.origin}").font.size = Pt(7)
    if row.letter and lights != "colour":
        cells[5].text = row.letter
    if row.letter and lights != "letter":
        _shade(cells[5], COLOURS[row.letter])
    for width, cell in zip((1.3, 6, 6, 6, 6.2, 1), cells, strict=True):
        cell.width = Cm(width)


def _shade(cell: _Cell, colour: str) -> None:
    shading = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", colour)):
        shading.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(shading)
