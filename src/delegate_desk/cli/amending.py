"""The command for amending acts: the amended act as it would read."""

import argparse

from delegate_desk.cli.command_result import CommandResult, pick
from delegate_desk.core.amending.amended import AmendedParagraph, Operation, OperationState
from delegate_desk.core.positions.export_options import ExportKind, ExportOptions
from delegate_desk.desk import Desk


def apply(desk: Desk, given: argparse.Namespace) -> CommandResult:
    amending, base = desk.documents.pair(given.amending, given.base, given.language, given.language)
    act = desk.amending.apply(base.id, [amending.id])
    if given.output:
        desk.export.write(act, ExportKind.AMENDED, given.output, ExportOptions(labels=given.labels))
    data = {
        "amending": amending.name,
        "base": base.name,
        "operations": [
            pick(operation, "kind target state", address=operation.place.address, reason=_reason(operation))
            for operation in act.operations
        ],
        "paragraphs": [
            pick(amended.paragraph, "address label kind text", base=amended.base, **{"from": _origin(amended)})
            for amended in act.paragraphs
        ],
    }
    lines = [_line(operation) for operation in act.operations if operation.state is OperationState.APPLIED]
    return CommandResult(data, lines, [_line(operation) for operation in act.open])


def _origin(amended: AmendedParagraph) -> str | None:
    return amended.origins[-1].address if amended.origins else None


def _reason(operation: Operation) -> str | None:
    return operation.reason.text if operation.reason else None


def _line(operation: Operation) -> str:
    kind = str(operation.kind or "not understood").replace("_", " ")
    told = f"{operation.state}  {operation.place.address}  {kind}  {operation.target or ''}".rstrip()
    return f"{told}: {_reason(operation)} (“{operation.words}”)" if operation.reason else told
