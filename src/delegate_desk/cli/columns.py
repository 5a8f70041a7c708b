"""The commands for four-column documents."""

import argparse

from delegate_desk.cli.command_result import CommandResult, Shape, document_name, pick
from delegate_desk.core.documents.columns import ColumnRow, ColumnTable
from delegate_desk.desk import Desk


def columns(desk: Desk, given: argparse.Namespace) -> CommandResult:
    document = desk.documents.find(given.reference, given.language)
    return _result(desk.columns.table(document.id), document_name(document))


def build(desk: Desk, given: argparse.Namespace) -> CommandResult:
    names = (given.commission, given.parliament, given.council)
    texts = [desk.documents.find(name, given.language).id for name in names]
    table = desk.columns.build(texts)
    desk.columns.write(table, texts, given.output)
    result = _result(table, None)
    return CommandResult(result.data, [f"Written: {given.output}", *result.lines])


def _result(table: ColumnTable, reference: str | None) -> CommandResult:
    data = {"reference": reference, "columns": list(map(str, table.columns)), "rows": list(map(_row, table.rows))}
    return CommandResult(data, [line for row in table.rows for line in _lines(row)])


def _row(row: ColumnRow) -> Shape:
    return pick(row, "row label address cells status origin")


def _lines(row: ColumnRow) -> list[str]:
    texts = (f"    {column}: {' / '.join(text.splitlines())}" for column, text in row.cells.items() if text)
    return [f"{row.row}  {row.label}  {row.status or ''}".rstrip(), *texts]
