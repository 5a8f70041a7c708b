"""A sheet as plain text, for a mail: the content of the Word file, in the same order, without deletions."""

from collections.abc import Iterable, Iterator, Sequence

from delegate_desk.core.word_diff import WordChange
from delegate_desk.export import blocks
from delegate_desk.export.docx.default_template import Style

_SET_OFF = {Style.HEADING, Style.PROVISION, Style.PART, Style.TITLE, Style.WIDE_TITLE, Style.LEGEND}
_RULED = {Style.HEADING: "=", Style.TITLE: "=", Style.WIDE_TITLE: "="}
_FEW = 2
"""Maximum number of columns that need no repeated headings."""
_DEPTHS = {Style.UNIT_2: "  ", Style.UNIT_3: "    ", Style.UNIT_4: "      "}


def render(sheet: blocks.ExportDocument) -> str:
    """Return a sheet as text: the marking first, headings underlined, a row of a table as a line or a list."""
    return "\n".join(_collapse_empty_lines(_TextWriter(sheet).lines())) + "\n"


class _TextWriter:
    def __init__(self, sheet: blocks.ExportDocument) -> None:
        self._sheet = sheet
        self._called = blocks.Called(sheet.blocks)

    def lines(self) -> Iterator[str]:
        yield from (line for text in self._sheet.first_page_header if (line := self._words(text)))
        for block in self._sheet.blocks:
            yield from self._rows(block) if isinstance(block, blocks.ExportTable) else self._text(block)
        if self._called.notes:
            yield ""
        for mark, note in self._called.notes:
            yield f"[{mark}] {' '.join(map(self._words, note.texts))}"

    def _text(self, text: blocks.ExportParagraph) -> Iterator[str]:
        words = self._words(text)
        if words:
            if text.style in _SET_OFF:
                yield ""
            yield _DEPTHS.get(text.style, "") + words
            if text.style in _RULED:
                yield _RULED[text.style] * min(len(words), 72)
        yield from self._asides(text)
        if words and text.style is Style.LAST_DETAIL:
            yield ""

    def _asides(self, text: blocks.ExportParagraph) -> Iterator[str]:
        for comment in self._called.ending(text):
            message = " ".join(map(self._words, comment.texts))
            yield f"  [{comment.author or self._sheet.author}: {message}]"

    def _rows(self, table: blocks.ExportTable) -> Iterator[str]:
        heads: Sequence[str] = ()
        for row in table.rows:
            if row.is_header:
                heads = [" ".join(self._cell(cell)) for cell in row.cells]
            elif row.change is not WordChange.DELETE:
                yield from self._row(row, heads)

    def _row(self, row: blocks.TableRow, heads: Sequence[str]) -> Iterator[str]:
        name, *rest = [self._cell(cell) for cell in row.cells]
        if len(heads) == len(row.cells) and len(heads) > _FEW:
            rest = [[f"{head}: {lines[0]}", *lines[1:]] for head, lines in zip(heads[1:], rest, strict=True) if lines]
        texts = [line for lines in rest for line in lines]
        head = " ".join(name)
        if len(texts) == 1:
            yield f"{head}: {texts[0]}"
            return
        yield f"{head}:" if texts else head
        yield from (f"  - {line}" for line in texts)

    def _cell(self, cell: blocks.TableCell) -> list[str]:
        lines = [line for text in cell.texts for line in (self._words(text), *map(str.strip, self._asides(text)))]
        return [line for line in lines if line]

    def _words(self, text: blocks.ExportParagraph) -> str:
        return " ".join("".join(self._shown(run) for run in text.runs if not run.field).split())

    def _shown(self, run: blocks.StyledRun) -> str:
        if run.change is WordChange.DELETE or run.style is Style.DELETED:
            return ""
        return run.text + (f"[{self._called.number(run.note)}]" if run.note else "")


def _collapse_empty_lines(lines: Iterable[str]) -> Iterator[str]:
    before = ""
    for line in lines:
        if line or before:
            yield line
        before = line
