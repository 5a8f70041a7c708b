"""PDF files as blocks, read with PDFium alone: letters with places, then lines, then paragraphs."""

from dataclasses import replace
from itertools import groupby
from pathlib import Path

import pypdfium2 as pdfium

from delegate_desk.core.errors import Refusal, UnreadableDocumentError
from delegate_desk.parsing import foreign, pdf_fonts, pdf_foreign, pdf_streams
from delegate_desk.parsing.blocks import Block, Note, Source
from delegate_desk.parsing.in_memory import for_pdfium
from delegate_desk.parsing.pdf_columns import regions_of
from delegate_desk.parsing.pdf_grid import Cell
from delegate_desk.parsing.pdf_layout import Layout, lay_out
from delegate_desk.parsing.pdf_lines import Line
from delegate_desk.parsing.pdf_looks import pdfium_raw
from delegate_desk.parsing.pdf_page import Page, read_page
from delegate_desk.parsing.pdf_paragraphs import Joiner, Measures, Paragraph, leading_of, paragraphs_of
from delegate_desk.parsing.pdf_remarks import remarks_on
from delegate_desk.parsing.pdf_tables import goes_on, joined

MOST_PAGES = 10_000
_LOCKED = (pdfium_raw.FPDF_ERR_PASSWORD, pdfium_raw.FPDF_ERR_SECURITY)


def read(path: Path) -> Source:
    """Read a PDF; slow, touches nothing. PDFium is not thread-safe: one file at a time in one process.

    Raises:
        UnreadableDocumentError: If it is encrypted, damaged, or has no text, as scans have none.
    """
    pdf_fonts.ignore_installed()
    try:
        document = pdfium.PdfDocument(for_pdfium(path))
    except pdfium.PdfiumError as error:
        reason = Refusal.ENCRYPTED if error.err_code in _LOCKED else Refusal.DAMAGED
        raise UnreadableDocumentError(path.name, reason) from error
    try:
        if len(document) > MOST_PAGES:
            raise UnreadableDocumentError(path.name, Refusal.TOO_LARGE, f"more than {MOST_PAGES} pages")
        pdf_streams.refuse_bombs(path)
        pages = _pages(document)
        count = len(document)
        others = tuple(foreign.remarks(pdf_foreign.found(document, path)))
    finally:
        document.close()
    if not pages:
        raise UnreadableDocumentError(path.name, Refusal.DAMAGED)
    source = _source(pages, (*remarks_on(pages, count), *others))
    if not source.blocks:
        raise UnreadableDocumentError(path.name, Refusal.NO_TEXT)
    return source


def _pages(document: pdfium.PdfDocument) -> list[Page]:
    """The pages that can be read."""
    pages = []
    for number in range(1, len(document) + 1):
        try:
            page = document[number - 1]
        except pdfium.PdfiumError:  # one page is broken, the others may be whole
            continue
        try:
            pages.append(read_page(page, number))
        finally:
            page.close()
    return pages


def _source(pages: list[Page], remarks: tuple[str, ...]) -> Source:
    layout = lay_out(pages)
    measures = Measures(layout.left, layout.right, leading_of(layout.text), layout.indents, layout.width)
    labels = frozenset(note.label for note in layout.notes)
    everything = [*layout.text, *(note.lines for note in layout.notes)]
    joiner = Joiner(everything, labels, layout.left, pages)
    return Source(
        tuple(_blocks(pages, layout, measures, joiner)),
        tuple(Note(note.label, (joiner.block(Paragraph(note.lines, centred=False)),)) for note in layout.notes),
        tuple(layout.running),
        remarks=remarks,
    )


def _blocks(pages: list[Page], layout: Layout, measures: Measures, joiner: Joiner) -> list[Block]:
    """All text in reading order; a paragraph or table goes on over a page break, unless something else stands there."""
    blocks: list[Block] = []
    flowing: list[Line] = []
    table: list[Cell] = []
    tables = 0

    def flush() -> None:
        nonlocal table, tables
        for column, lines in groupby(flowing, key=lambda line: line.column):
            own = measures if column is None else replace(measures, right=column, width=None)
            blocks.extend(joiner.block(paragraph) for paragraph in paragraphs_of(lines, own))
        flowing.clear()
        tables += bool(table)
        for cell in table:
            inner = Measures(cell.left, cell.right, measures.leading)
            place = (tables, cell.row, cell.column)
            blocks.extend(joiner.block(p, place) for p in paragraphs_of(cell.lines, inner))
        table = []

    for page, lines in zip(pages, layout.text, strict=True):
        for n, region in enumerate(regions_of(lines, page, layout)):
            if region.cells and table and n == 0 and goes_on(table, region.cells):
                table = joined(table, region.cells)
            elif region.cells:
                flush()
                table = region.cells
            elif region.alone:
                flush()
                blocks.extend(joiner.block(p) for line in region.lines for p in paragraphs_of([line], measures))
            else:
                if table:
                    flush()
                flowing.extend(region.lines)
    flush()
    return blocks
