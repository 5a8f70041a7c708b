"""A sheet as plain text, for a mail: what stands in the Word file, in the same order."""

from collections.abc import Iterable, Iterator

from delegate_desk.core.words import Change
from delegate_desk.export.blocks import Row, Sheet, Table, Text
from delegate_desk.export.template import Style

_SET_OFF = {Style.HEADING, Style.PROVISION, Style.PART, Style.TITLE, Style.LEGEND}
_RULED = {Style.HEADING: "=", Style.TITLE: "="}


def render(sheet: Sheet) -> str:
    """Write a sheet as text: the marking first, headings underlined, a row of a table as a line or a list."""
    lines = [line for text in sheet.first_head if (line := _words(text))]
    for block in sheet.blocks:
        lines += list(_rows(block)) if isinstance(block, Table) else list(_text(block))
    return "\n".join(_settled(lines)) + "\n"


def _text(text: Text) -> Iterator[str]:
    words = _words(text)
    if not words:
        return
    if text.style in _SET_OFF:
        yield ""
    yield words
    if text.style in _RULED:
        yield _RULED[text.style] * min(len(words), 72)
    if text.style is Style.LAST_DETAIL:
        yield ""


def _rows(table: Table) -> Iterator[str]:
    """The first cell names the row, the others say what there is; the column heads are for the eye alone."""
    for row in table.rows:
        if not row.head:
            yield from _row(row)


def _row(row: Row) -> Iterator[str]:
    name, *rest = [[line for text in cell.texts if (line := _words(text))] for cell in row.cells]
    said = [line for lines in rest for line in lines]
    head = " ".join(name)
    if len(said) == 1:
        yield f"{head}: {said[0]}"
        return
    yield f"{head}:" if said else head
    yield from (f"  - {line}" for line in said)


def _words(text: Text) -> str:
    shown = (run.text for run in text.runs if not run.field and not _is_gone(run.change, run.style))
    return " ".join("".join(shown).split())


def _is_gone(change: Change, style: Style | None) -> bool:
    return change is Change.DELETE or style is Style.DELETED


def _settled(lines: Iterable[str]) -> Iterator[str]:
    """No empty line at the beginning, and never two."""
    before = ""
    for line in lines:
        if line or before:
            yield line
        before = line
