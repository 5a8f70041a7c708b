"""PDF files as blocks, read with PDFium alone: characters with positions, then lines, then paragraphs."""

import re
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import field, replace
from itertools import groupby, pairwise
from pathlib import Path

import pypdfium2 as pdfium

from delegate_desk.core.documents.reading_remarks import ReadingRemark, RemarkKind, count_remarks
from delegate_desk.core.errors import ImportFailure, UnreadableDocumentError
from delegate_desk.core.values import dataclass
from delegate_desk.parsing.blocks import Block, FootnoteBlock, SourceText
from delegate_desk.parsing.in_memory_files import for_pdfium
from delegate_desk.parsing.pdf import glyphs
from delegate_desk.parsing.pdf.glyphs import pdfium_raw
from delegate_desk.parsing.pdf.page import HorizontalLine, PdfPage, read_page
from delegate_desk.parsing.pdf.page_layout import DocumentLines, PdfCell, find_grids, group_rows, lay_out
from delegate_desk.parsing.pdf.paragraphs import (
    Joiner,
    LineMeasures,
    ParagraphLines,
    cell_measures,
    group_paragraphs,
    is_centred_between,
    measure_leading,
)
from delegate_desk.parsing.pdf.text_lines import PdfLine

_RIGHT_HALF = 0.4  # of the text's width: where the right column of a letterhead begins at the earliest
_WIDE = 0.62  # of the text's width: what a line of a letterhead is not
_FAR = 3.0  # sizes: a gap that no table row has
_ROW_GAP = 1.5  # sizes: a gap that divides rows where no line is drawn
_LEAST_ROWS = 2


@dataclass(slots=True)
class Region:
    """Lines that are read together: running text, separate lines, or the cells of a table row by row."""

    lines: list[PdfLine] = field(default_factory=list)
    alone: bool = False
    cells: list[PdfCell] = field(default_factory=list)


def split_regions(lines: Sequence[PdfLine], page: PdfPage, layout: DocumentLines) -> list[Region]:
    regions: list[Region] = []
    rest = list(lines)
    for grid in find_grids(page):
        inside = [line for line in rest if grid.contains(line)]
        fields = sum(line.label.endswith(":") for line in inside)
        may_go_on = page.number > 1 and inside[:1] == rest[:1]  # the end of a row from the page before
        if len(inside) < (1 if may_go_on and inside else _LEAST_ROWS) or fields > len(inside) / 3:
            continue
        others = [line for line in rest if not grid.contains(line)]
        preceding = [line for line in others if line.base > inside[0].base]
        regions += [*_without_grid(preceding, page, layout), Region(cells=grid.cells(inside, page.drawing.shades))]
        rest = [line for line in others if line.base <= inside[0].base]
    return [*regions, *_without_grid(rest, page, layout)]


def _without_grid(lines: Sequence[PdfLine], page: PdfPage, layout: DocumentLines) -> list[Region]:
    rows, rules = group_rows(lines), page.drawing.rules
    first_page = page.number == 1
    head = _count_letterhead_rows(rows, layout) if first_page else 0
    regions = [Region([line for row in rows[:head] for line in row], alone=True)] if head else []
    text = Region()
    index = head
    while index < len(rows):
        end = _table_end(rows, index) if len(rows[index]) > 1 else index
        if end > index:
            regions += [text, _table(rows[index:end], rules)]
            text, index = Region(), end
        elif len(rows[index]) > 1:
            regions += [text, Region(rows[index], alone=True)]
            text, index = Region(), index + 1
        else:
            text.lines += rows[index]
            index += 1
    return [region for region in [*regions, text] if region.lines or region.cells]


def _count_letterhead_rows(rows: list[list[PdfLine]], layout: DocumentLines) -> int:
    """Return the number of rows of the letterhead of a first page; its right column has date, number and codes."""
    width = layout.right - layout.left
    end = 0
    for index, row in enumerate(rows):
        line = row[-1]
        if line.has_label_gap or (len(row) == 1 and line.x1 - line.x0 > _WIDE * width):
            break
        in_right_column = line.x0 > layout.left + _RIGHT_HALF * width
        if len(row) > 1 or (in_right_column and not is_centred_between(line, layout.left, layout.right)):
            end = index + 1
    return end


def _table_end(rows: list[list[PdfLine]], start: int) -> int:
    """Return the end of a table that begins at a row; ``start`` itself if there is none."""
    gutters = _gutters(rows[start])
    end, wide_rows = start + 1, 1
    for index in range(start + 1, len(rows)):
        row = rows[index]
        if rows[index - 1][0].base - row[0].base > _FAR * row[0].size:
            break
        merged = _narrow_gutters(gutters, row)
        if not merged:
            break
        if len(row) > 1:
            gutters = merged
            wide_rows += 1
            end = index + 1
        elif row[0].x0 > gutters[0][1]:
            end = index + 1
    return end if wide_rows >= _LEAST_ROWS else start


def _gutters(row: list[PdfLine]) -> list[tuple[float, float]]:
    return [(a.x1, b.x0) for a, b in pairwise(row)]


def _narrow_gutters(gutters: list[tuple[float, float]], row: list[PdfLine]) -> list[tuple[float, float]]:
    """Return the gaps that another row leaves free; empty if it crosses one of them."""
    left = gutters
    for line in row:
        cut = []
        for a, b in left:
            if line.x0 >= b or line.x1 <= a:
                cut.append((a, b))
            elif line.x0 > a and line.x1 >= b:
                cut.append((a, line.x0))
            elif line.x1 < b and line.x0 <= a:
                cut.append((line.x1, b))
            else:
                return []
        left = [(a, b) for a, b in cut if b - a > line.size / 2]
        if len(left) < len(gutters):
            return []
    return left


def _table(rows: list[list[PdfLine]], rules: Sequence[HorizontalLine]) -> Region:
    divided = [row for row in rows if len(row) > 1]
    gutters = _gutters(divided[0])
    for row in rows:
        gutters = _narrow_gutters(gutters, row) or gutters
    edges = [min(row[0].x0 for row in rows), *((a + b) / 2 for a, b in gutters), max(row[-1].x1 for row in rows)]
    cells: list[PdfCell] = []
    number = 0
    across = [rule for rule in rules if rule.x1 - rule.x0 > 0.5 * (edges[-1] - edges[0])]
    for index, row in enumerate(rows):
        # a row ends at a drawn line, or without one where its first column begins again
        top, bottom = rows[max(index - 1, 0)][0].base, row[0].base
        is_divided = any(bottom < rule.y < top for rule in across)
        is_drawn = any(rule.y < bottom for rule in across) and any(rule.y > top for rule in across)
        begins = row[0].x0 < edges[1] and top - bottom > _ROW_GAP * row[0].size
        if index == 0 or is_divided or (begins and not is_drawn):
            number += 1
        for line in row:
            column = sum(line.x0 > edge for edge in edges[1:-1]) + 1
            cell = next((c for c in cells if (c.row, c.column) == (number, column)), None)
            if cell is None:
                cell = PdfCell(number, column, edges[column - 1], edges[column], [])
                cells.append(cell)
            cell.lines.append(line)
    return Region(cells=sorted(cells, key=lambda c: (c.row, c.column)))


_OBJECTS = re.compile(rb"/ObjStm\b.{0,300}?stream\r?\n", re.DOTALL)
_ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
_SCRIPT = re.compile(rb"/(?:JavaScript|JS)\b")
_ACTION = re.compile(rb"/S\s*/(?:Launch|ImportData|SubmitForm|GoToR|GoToE|Rendition|Movie|Sound)\b")
_FORM = re.compile(rb"/XFA\b")
_MOST_OBJECTS = 2_000
_LARGEST = 1_000_000  # bytes of one stream of objects


def active_content(document: pdfium.PdfDocument, path: Path) -> Counter[RemarkKind]:
    """Return the active content that would run, open or fetch something and is ignored: the number of each kind."""
    counts: Counter[RemarkKind] = Counter()
    counts[RemarkKind.EMBEDDED_FILES] = max(0, pdfium_raw.FPDFDoc_GetAttachmentCount(document))
    counts[RemarkKind.SCRIPTS] = max(0, pdfium_raw.FPDFDoc_GetJavaScriptActionCount(document))
    for piece in _pieces(path.read_bytes()):
        named = _ESCAPED.sub(lambda match: bytes((int(match[1], 16),)), piece) if b"#" in piece else piece
        counts[RemarkKind.SCRIPTS] += bool(_SCRIPT.search(named))
        counts[RemarkKind.ACTIONS] += bool(_ACTION.search(named) or _FORM.search(named))
    return counts


def _pieces(data: bytes) -> Iterator[bytes]:
    """Yield the file itself, and the packed objects in it."""
    yield data
    for number, begins in enumerate(_OBJECTS.finditer(data)):
        if number == _MOST_OBJECTS:
            return
        try:
            yield zlib.decompressobj().decompress(data[begins.end() : begins.end() + _LARGEST], _LARGEST)
        except zlib.error:
            continue


_FEW = 100  # letters: a scan with fewer has at most a number stamped on it
_BROKEN = 0.1  # of the letters of a page
_MANY = 20  # letters: fewer say nothing


LARGEST = 50_000_000  # maximum size of an unpacked stream, in bytes: all the words of a long act have a tenth of that
LARGEST_PICTURE = 200_000_000  # a page scanned in colour at 600 dpi has half of that
_STREAM = re.compile(rb"\bstream\r?\n")
_SUSPECT = 50_000  # bytes; a shorter stream, packed 1:1000, is harmless
_AGAIN = 3  # times that a stream may be packed
_STEP = 4_000_000


def refuse_bombs(path: Path) -> None:
    """Check the long streams of a file, and short ones that are packed repeatedly.

    Raises:
        UnreadableDocumentError: If one of them is too large when unpacked.
    """
    data = path.read_bytes()
    starts = [match.end() for match in _STREAM.finditer(data)]
    for start, following in pairwise((*starts, len(data))):
        end = data.rfind(b"endstream", start, following)
        packed = memoryview(data)[start : end if end >= 0 else following]
        dictionary = data[max(0, start - 300) : start]
        is_repacked = dictionary.count(b"/FlateDecode") > 1 or dictionary.count(b"/Fl ") > 1
        limit = LARGEST_PICTURE if b"/Image" in dictionary else LARGEST
        if (len(packed) > _SUSPECT or is_repacked) and _is_bomb(packed, _AGAIN if is_repacked else 1, limit):
            detail = f"more than {limit // 1_000_000} MB in one piece when unpacked"
            raise UnreadableDocumentError(path.name, ImportFailure.TOO_LARGE, detail)


def _is_bomb(packed: memoryview | bytes, times: int, limit: int) -> bool:
    """True if a stream is too large when unpacked once, or several times; its beginning shows the content."""
    unpacker = zlib.decompressobj()
    count, first, rest = 0, b"", bytes(packed)
    try:
        while rest and not unpacker.eof:
            piece = unpacker.decompress(rest, _STEP)
            first, count, rest = first or piece, count + len(piece), unpacker.unconsumed_tail
            if count > limit:
                return True
    except zlib.error:
        return False
    return times > 1 and count > 0 and _is_bomb(first, times - 1, limit)


_SAME = 4.0  # points: how far the columns of one table may lie apart from page to page
_ENDED = re.compile(r"[.;:!?»”’\"]\W*$")
_ROW_NUMBER = re.compile(r"\s*\d{1,5}\s?[a-z]{0,3}[.)]?\s*")


def is_table_continued(table: Sequence[PdfCell], following: Sequence[PdfCell]) -> bool:
    """True if a table at the top of a page has the columns of the table at the end of the previous page."""
    edges = {cell.column: cell.left for cell in table}
    shared = [abs(edges[cell.column] - cell.left) <= _SAME for cell in following if cell.column in edges]
    right_edges = max(cell.right for cell in table), max(cell.right for cell in following)
    return bool(shared) and all(shared) and abs(right_edges[0] - right_edges[1]) <= _SAME


def merge_tables(table: Sequence[PdfCell], following: Sequence[PdfCell]) -> list[PdfCell]:
    rest = list(following)
    for _, header in groupby(table, key=lambda cell: cell.row):  # the table's header is repeated on each page
        repeated = [cell for cell in rest if cell.row == rest[0].row]
        if not repeated or _cell_texts(list(header)) != _cell_texts(repeated):
            break
        rest = rest[len(repeated) :]
    if not rest:
        return list(table)
    last, first = table[-1].row, rest[0].row
    start = next((n for n in range(len(table) - 1, -1, -1) if table[n].row != last), -1) + 1
    is_cut = _is_cut(table[start:], [cell for cell in rest if cell.row == first])
    shift = last - first + (not is_cut)
    cells = {(cell.row, cell.column): cell for cell in table[start:]}
    for cell in rest:
        place = (cell.row + shift, cell.column)
        if place in cells:
            cells[place] = replace(cells[place], lines=[*cells[place].lines, *cell.lines])
        else:
            cells[place] = replace(cell, row=place[0])
    return [*table[:start], *(cells[place] for place in sorted(cells))]


def _cell_texts(row: Sequence[PdfCell]) -> list[tuple[int, str]]:
    return [(cell.column, "".join(line.text for line in cell.lines).replace(" ", "")) for cell in row]


def _is_cut(last: Sequence[PdfCell], first: Sequence[PdfCell]) -> bool:
    """True if the row at the top of a page continues the row before it, as a sentence in it continues."""
    if _ROW_NUMBER.fullmatch("".join(line.text for line in first[0].lines)):
        return False
    last_cells = {cell.column: cell for cell in last}
    pairs = [(last_cells[cell.column], cell) for cell in first if cell.column in last_cells]
    open_ends = [(a, b) for a, b in pairs if not _ENDED.search(a.lines[-1].text.rstrip())]
    if any(b.lines[0].text.lstrip()[:1].islower() for _, b in open_ends):
        return True
    begins = min(cell.column for cell in last) == min(cell.column for cell in first)
    return bool(open_ends) and not begins


MOST_PAGES = 10_000
_LOCKED = (pdfium_raw.FPDF_ERR_PASSWORD, pdfium_raw.FPDF_ERR_SECURITY)


def read(path: Path) -> SourceText:
    """PDFium is not thread-safe: one file at a time in one process."""
    glyphs.ignore_installed()
    try:
        document = pdfium.PdfDocument(for_pdfium(path))
    except pdfium.PdfiumError as error:
        reason = ImportFailure.ENCRYPTED if error.err_code in _LOCKED else ImportFailure.DAMAGED
        raise UnreadableDocumentError(path.name, reason) from error
    try:
        if len(document) > MOST_PAGES:
            raise UnreadableDocumentError(path.name, ImportFailure.TOO_LARGE, f"more than {MOST_PAGES} pages")
        refuse_bombs(path)
        pages = _pages(document)
        count = len(document)
        others = count_remarks(active_content(document, path))
    finally:
        document.close()
    if not pages:
        raise UnreadableDocumentError(path.name, ImportFailure.DAMAGED)
    empty = [page for page in pages if not page.letters.count]
    pictured = [page for page in pages if page.letters.count and page.drawing.pictured]
    broken = [page for page in pages if page.letters.unmapped >= max(_MANY, _BROKEN * page.letters.count)]
    readable = {page.number for page in pages}
    found = {
        RemarkKind.NO_TEXT: [page.number for page in empty if page.drawing.pictured or page.drawing.drawn],
        RemarkKind.HARDLY_ANY_TEXT: [page.number for page in pictured if page.letters.count < _FEW],
        RemarkKind.RECOGNISED_TEXT: [page.number for page in pictured if page.letters.count >= _FEW],
        RemarkKind.BROKEN_TEXT: [page.number for page in broken],
        RemarkKind.UNREADABLE: [n for n in range(1, count + 1) if n not in readable],
    }
    remarks = [ReadingRemark(kind, pages=tuple(numbers)) for kind, numbers in found.items() if numbers]
    source = _source(pages, (*remarks, *others))
    if not source.blocks:
        raise UnreadableDocumentError(path.name, ImportFailure.NO_TEXT)
    return source


def _pages(document: pdfium.PdfDocument) -> list[PdfPage]:
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


def _source(pages: list[PdfPage], remarks: tuple[ReadingRemark, ...]) -> SourceText:
    layout = lay_out(pages)
    measures = LineMeasures(layout.left, layout.right, measure_leading(layout.text), layout.indents, layout.width)
    labels = frozenset(label for label, _ in layout.notes)
    all_lines = [*layout.text, *(lines for _, lines in layout.notes)]
    joiner = Joiner(all_lines, labels, layout.left, pages)
    blocks, fills = _blocks(pages, layout, measures, joiner)
    notes = tuple(
        FootnoteBlock(label, (joiner.block(ParagraphLines(lines, centred=False)),)) for label, lines in layout.notes
    )
    return SourceText(tuple(blocks), notes, tuple(layout.running), remarks=remarks, fills=fills)


def _blocks(
    pages: list[PdfPage], layout: DocumentLines, measures: LineMeasures, joiner: Joiner
) -> tuple[list[Block], dict[tuple[int, int, int], str]]:
    """Return all text in reading order, and the colours of cells by table, row and column.

    A paragraph or table continues on the next page, unless there is something else.
    """
    fills: dict[tuple[int, int, int], str] = {}
    blocks: list[Block] = []
    flowing: list[PdfLine] = []
    table: list[PdfCell] = []
    tables = 0

    def flush() -> None:
        nonlocal table, tables
        for column, lines in groupby(flowing, key=lambda line: line.column):
            column_measures = measures if column is None else replace(measures, right=column, width=None)
            blocks.extend(joiner.block(paragraph) for paragraph in group_paragraphs(lines, column_measures))
        flowing.clear()
        tables += bool(table)
        of_cells = cell_measures(table, measures.leading) if table else {}
        for cell in table:
            place = (tables, cell.row, cell.column)
            fills.update({(tables, cell.row, column): colour for column, colour in cell.fills})
            blocks.extend(joiner.block(p, place) for p in group_paragraphs(cell.lines, of_cells[cell.edges]))
        table = []

    for page, lines in zip(pages, layout.text, strict=True):
        for n, region in enumerate(split_regions(lines, page, layout)):
            if region.cells and table and n == 0 and is_table_continued(table, region.cells):
                table = merge_tables(table, region.cells)
            elif region.cells:
                flush()
                table = region.cells
            elif region.alone:
                flush()
                blocks.extend(joiner.block(p) for line in region.lines for p in group_paragraphs([line], measures))
            else:
                if table:
                    flush()
                flowing.extend(region.lines)
    flush()
    return blocks, fills
