"""Tables of a trilogue: rows with a number, a title, four texts, a light and an origin, from the cells of a file.

A table has four columns if one of its rows names all four. A row with words in its first cell only is the title of the
row below; a row without a number continues the row above across a page break.
"""

import colorsys
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field, replace
from functools import cache
from itertools import groupby

from delegate_desk import paths
from delegate_desk.core.documents.columns import Column, Light
from delegate_desk.core.documents.document import Mark, Span
from delegate_desk.core.text import fold
from delegate_desk.core.values import dataclass
from delegate_desk.parsing.blocks import Block, InlineText, TextRun, wording
from delegate_desk.parsing.references.provision_references import provision_named

_NUMBER = re.compile(r"(?:(?P<light>[A-Z])\s+)?(?P<number>\d{1,5}\s?[a-z]{0,3})(?:\s+(?P<after>[A-Z]))?")
_ENDED = re.compile(r"[.;:!?»”’\"]\W*$")
_LONGEST_HEADING = 90
_COLOURED = 0.12  # saturation from which a background is a colour
_HUES = ((20, Light.RED), (70, Light.YELLOW), (170, Light.GREEN), (330, None), (361, Light.RED))  # degrees, below which

Fills = Mapping[tuple[int, int, int], str]


@dataclass(slots=True)
class TrilogueRow:
    """A row being read; its cells by column number, from 1: the text, and its blocks."""

    number: str
    title: InlineText
    block: Block
    cells: dict[int, tuple[InlineText, list[Block]]] = field(default_factory=dict)
    details: dict[str, str] = field(default_factory=dict)

    def add(self, column: int, blocks: Sequence[Block], *, continues: bool) -> None:
        """Add paragraphs to a text; the first continues the last paragraph if that was broken within a sentence."""
        text, read = self.cells.get(column, (InlineText(), []))
        for n, block in enumerate(blocks):
            addition = _text(block)
            begins = not (n == 0 and continues) or (_ENDED.search(text.text) and not addition.text[:1].islower())
            joined = text.concatenate(addition)
            if begins and text.text and addition.text:
                spans = (*joined.spans, Span(len(text.text), len(text.text) + 1, Mark.LINE))
                joined = replace(joined, spans=tuple(sorted(spans, key=lambda s: (s.start, s.end, s.mark))))
            text = joined
        self.cells[column] = (text, [*read, *blocks])


def table_start(blocks: Sequence[Block]) -> int:
    """Return the index of the first block of a table of four columns; the number of blocks if there is none."""
    layouts = {number for number, cells in _tables(blocks).items() if _layout(cells)}
    return next((n for n, block in enumerate(blocks) if block.cell and block.cell[0] in layouts), len(blocks))


def separate(
    blocks: Sequence[Block], fills: Fills, languages: Sequence[str]
) -> tuple[Sequence[Block], Sequence[Column], Sequence[TrilogueRow], Sequence[Block]]:
    """Return the blocks before the tables of a four-column document, its columns and rows, and the other blocks.

    Without such a table all blocks are returned as before it.
    """
    tables = _tables(blocks)
    layouts = {number: layout for number, cells in tables.items() if (layout := _layout(cells))}
    if not layouts:
        return blocks, (), (), ()
    reader = _RowReader(next(iter(layouts.values())), fills, languages)
    for number, cells in tables.items():
        if number in layouts:
            reader.read(cells, layouts[number])
        elif number > min(layouts):
            has_numbers = any(
                block.cell and block.cell[2] == reader.layout.number and _number(block.text) for block in cells
            )
            start = next(n for n, block in enumerate(blocks) if block.cell and block.cell[0] == number)
            previous = blocks[start - 1].cell if start else None
            # a table continues without its headings; directly after one of four columns it is the rest of a row
            if has_numbers or (previous is not None and previous[0] in layouts):
                layouts[number] = reader.layout
                reader.read(cells, reader.layout)
    start = next(n for n, block in enumerate(blocks) if block.cell and block.cell[0] in layouts)
    rest = [block for block in blocks[start:] if not (block.cell and block.cell[0] in layouts)]
    return blocks[:start], reader.layout.names, reader.finish(), rest


def _tables(blocks: Iterable[Block]) -> dict[int, list[Block]]:
    tables: dict[int, list[Block]] = {}
    for block in blocks:
        if block.cell:
            tables.setdefault(block.cell[0], []).append(block)
    return tables


@dataclass(frozen=True, slots=True)
class _Layout:
    """Columns of a table by their number in the file: those of the texts by name, and that of the row numbers."""

    columns: Mapping[int, Column]
    number: int

    @property
    def names(self) -> list[Column]:
        return [self.columns[column] for column in sorted(self.columns)]


def _layout(cells: Sequence[Block]) -> _Layout | None:
    for row in _rows(cells):
        named = _headings(row)
        if len(named) == len(Column):
            numbers = Counter(
                block.cell[2] for block in cells if block.cell and block.cell[2] not in named and _number(block.text)
            )
            return _Layout(named, numbers.most_common(1)[0][0]) if numbers else None
    return None


def _rows(cells: Iterable[Block]) -> list[dict[int, list[Block]]]:
    rows: list[dict[int, list[Block]]] = []
    for _, group in groupby(cells, key=lambda block: block.cell[1] if block.cell else 0):
        row: dict[int, list[Block]] = {}
        for block in group:
            assert block.cell
            row.setdefault(block.cell[2], []).append(block)
        rows.append(row)
    return rows


def _headings(row: Mapping[int, Sequence[Block]]) -> dict[int, Column]:
    """Return the columns that a row names; empty unless it names all of them, each once."""
    named: dict[int, Column] = {}
    for column, blocks in row.items():
        text = fold(_words(blocks))
        words: Mapping[str, Sequence[str]] = paths.load_table("column_words")["columns"]
        found = next((name for name, terms in words.items() if any(word in text for word in terms)), None)
        if found and len(text) <= _LONGEST_HEADING:
            named[column] = Column(found)
    return named if sorted(named.values()) == sorted(Column) else {}


def _number(text: str) -> re.Match[str] | None:
    return _NUMBER.fullmatch(" ".join(text.split()))


class _RowReader:
    def __init__(self, layout: _Layout, fills: Fills, languages: Sequence[str]) -> None:
        self.layout = layout
        self._fills: dict[tuple[int, int], dict[int, str]] = defaultdict(dict)
        for (table, row, column), fill in fills.items():
            self._fills[table, row][column] = fill
        self._languages = languages
        self._rows: list[TrilogueRow] = []
        self._title: list[Block] = []

    def read(self, cells: Sequence[Block], layout: _Layout) -> None:
        """Read a table; a row with other columns than the first table's is read by its own headings."""
        numbers = {column: self.layout.names.index(name) + 1 for column, name in layout.columns.items()}
        for row in _rows(cells):
            if _headings(row):
                continue
            blocks = row.get(layout.number, [])
            match = _number(_words(blocks)) if blocks else None
            extra_columns = [column for column in row if column not in layout.columns and column != layout.number]
            if match:
                title = InlineText()
                for line in self._title:
                    title = title.concatenate(_text(line))
                self._title = []
                self._rows.append(TrilogueRow("".join(match["number"].split()), title, blocks[0]))
            elif len(row) == 1 and min(row) < min(layout.columns) and not _light(_words(row[min(row)])):
                self._title += row[min(row)]
                continue
            if not self._rows:
                continue
            current = self._rows[-1]
            for column in sorted(set(row) & set(layout.columns)):
                current.add(numbers[column], row[column], continues=not match)
            extra_texts = [_words(row[column]) for column in extra_columns]
            self._set_light(current, match, extra_texts, blocks or next(iter(row.values())))

    def finish(self) -> list[TrilogueRow]:
        for row in self._rows:
            for column in list(row.cells):
                text, blocks = row.cells[column]
                found = _origin().search(text.text)
                if found:
                    row.details["origin"] = found["origin"].strip()
                    end = len(text.text[: found.start()].rstrip())
                    spans = tuple(replace(span, end=min(span.end, end)) for span in text.spans if span.start < end)
                    calls = tuple(call for call in text.calls if call[0] <= end)
                    text = InlineText(text.text[:end], spans, calls)
                if text.text:
                    row.cells[column] = (text, blocks)
                else:
                    del row.cells[column]
            places = (provision_named(row.title.text, language) for language in self._languages)
            row.details["address"] = next(filter(None, places), None) or ""
        return self._rows

    def _set_light(
        self, row: TrilogueRow, match: re.Match[str] | None, extra_texts: Iterable[str], blocks: Sequence[Block]
    ) -> None:
        if row.details.get("status"):
            return
        row_texts = [match["light"] or "", match["after"] or ""] if match else []
        found = next((light for text in (*extra_texts, *row_texts) if (light := _light(text))), None)
        table, number, _ = blocks[0].cell or (0, 0, 0)
        fills = self._fills.get((table, number), {})
        outside = sorted(set(fills) - set(self.layout.columns), reverse=True)
        for fill in (fills[column] for column in outside):
            if found is None and re.fullmatch(r"[0-9A-Fa-f]{6}", fill):
                red, green, blue = (int(fill[n : n + 2], 16) / 255 for n in (0, 2, 4))
                hue, saturation, _ = colorsys.rgb_to_hsv(red, green, blue)
                if saturation >= _COLOURED:  # no white or grey
                    found = next(light for limit, light in _HUES if hue * 360 < limit)
        if found:
            row.details["status"] = found


def _words(blocks: Iterable[Block]) -> str:
    return " ".join(block.text for block in blocks)


def _text(block: Block) -> InlineText:
    runs = (TextRun(f"{block.label} "), *block.runs) if block.label else block.runs
    return wording(runs)


def _light(text: str) -> Light | None:
    word = fold(text).strip()
    lights = paths.load_table("column_words")["lights"]
    return next((Light(name) for name, words in lights.items() if word in words), None)


@cache
def _origin() -> re.Pattern[str]:
    words = "|".join(map(re.escape, paths.load_table("column_words")["origin"]))
    return re.compile(rf"(?:^|\s)(?:{words})\s*:\s*(?P<origin>.+)$", re.IGNORECASE)
