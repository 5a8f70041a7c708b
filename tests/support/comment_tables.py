"""An act in three languages, and the comments of delegations: Word files with the tables that they use."""

import io
from collections.abc import Sequence
from pathlib import Path

import docx
from docx.table import _Cell
from docx.text.paragraph import Paragraph as WordParagraph

from support.document_values import written

ACT = {language: written(f"quiet_harbours.{language}") for language in ("en", "fr", "el")}
"""By language: recitals, and articles with paragraphs and points."""
TABLE = (
    ("Provision", "Drafting suggestions", "Comments"),
    ("Article 2(1)", "1. Member States shall set quiet hours of at least ~six~ +seven+ hours each night.", "Sleep."),
    ("Article 2(2)(a)", "", "What of auxiliary engines?"),
    ("Article 19", "", "There is no such article."),
)
"""Comments on it in English."""


def act(folder: Path, language: str = "en") -> Path:
    """Write the act as a text file."""
    file = folder / f"act {language}.txt"
    file.write_text(ACT[language], encoding="utf-8")
    return file


def marked(paragraph: WordParagraph, text: str) -> None:
    """Format a text in which ``+new+`` is in bold and underlined and ``~deleted~`` is struck through."""
    look, word = "", ""
    for character in f"{text}\0":
        if character not in "+~\0":
            word += character
            continue
        if word:
            run = paragraph.add_run(word)
            run.bold = run.underline = look == "+" or None
            run.font.strike = look == "~" or None
        look, word = ("" if look == character else character), ""


def written_paper(folder: Path, *lines: str, name: str = "contribution.docx") -> Path:
    """Write a Word file of paragraphs."""
    return word_file(folder, lines, name=name)


def word_file(folder: Path, *parts: Sequence[str] | Sequence[Sequence[str]], name: str = "contribution.docx") -> Path:
    """Write a Word file of paragraphs and tables, in the order given: lines are paragraphs, lists of cells are rows.

    A row with one cell spans its table.
    """
    document = docx.Document()
    for part in parts:
        if part and isinstance(part[0], str):
            for line in part:
                assert isinstance(line, str)
                marked(document.add_paragraph(), line)
            continue
        width = max(len(row) for row in part)
        table = document.add_table(rows=0, cols=width)
        for row in part:
            cells = table.add_row().cells
            if len(row) == 1 and width > 1:
                _fill(cells[0].merge(cells[-1]), row[0])
                continue
            for cell, text in zip(cells, row, strict=True):
                _fill(cell, text)
    file = folder / name
    buffer = io.BytesIO()
    document.save(buffer)
    file.write_bytes(buffer.getvalue())
    return file


def _fill(cell: _Cell, text: str) -> None:
    first, *rest = text.split("\n")
    marked(cell.paragraphs[0], first)
    for line in rest:
        marked(cell.add_paragraph(), line)
