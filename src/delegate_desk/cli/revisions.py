"""The commands for revisions: changes, carry-over, columns and amended acts."""

import argparse
from collections.abc import Mapping
from typing import Any

from delegate_desk.cli.command_result import CommandResult, Shape, UsageError, document_name, mark_changes, pick
from delegate_desk.core.amending.amended import Operation, OperationState
from delegate_desk.core.contributions.contribution import Contribution
from delegate_desk.core.documents.columns import ColumnTable
from delegate_desk.core.documents.document import Address, LibraryDocument, View
from delegate_desk.core.errors import NothingContributedError
from delegate_desk.core.positions.export_options import ExportKind, ExportOptions, MarkupStyle
from delegate_desk.core.progress import finish
from delegate_desk.core.revisions.comparison import CarriedItem, CarriedKind, CarryVerdict
from delegate_desk.desk import Desk

_VERDICTS = {"same": "unchanged", "inserted": "added", "doubtful": "uncertain"}
"""Names of the verdicts that differ from those in the JSON."""


def compare(desk: Desk, args: argparse.Namespace) -> CommandResult:
    old, new = _pair(desk, args)
    comparison = finish(desk.comparisons.compare(old.id, new.id, View(args.view)))
    if args.output:
        options = ExportOptions(MarkupStyle(args.markup), labels=args.labels)
        desk.export.write(comparison, ExportKind.COMPARISON, args.output, options)
    counts = comparison.counts()
    differing: Mapping[Any, tuple[Any, ...]] = comparison.differing or {}
    data = pick(
        comparison,
        "view across=is_cross_language marks=faults(address kind text start end)",
        **_names(old, new),
        counts=counts,
        changes=[
            pick(
                outcome,
                "old new verdict words why=basis rivals=alternatives",
                similarity=round(outcome.similarity, 4),
                differing=differing.get(outcome.new, ()),
            )
            for outcome in comparison.outcomes
        ],
    )
    summary = ", ".join(f"{count} {_verdict_label(verdict)}" for verdict, count in counts.items())
    notes = [f"{n} {_verdict_label(verdict)}" for verdict in counts if (n := comparison.count_footnotes(verdict))]
    summary += f" (footnotes: {', '.join(notes)})" if notes else ""
    paragraphs = str(new.paragraphs) if old.paragraphs == new.paragraphs else f"{old.paragraphs} → {new.paragraphs}"
    lines = [f"{paragraphs} paragraphs: {summary}" if summary else "There is nothing to compare."]
    for outcome in comparison.outcomes:
        if outcome.verdict == "same" and not outcome.alternatives:
            continue
        places = " → ".join(filter(None, (outcome.old, outcome.new)))
        perhaps = [*outcome.other_units, *(["deleted"] if outcome.may_be_deleted else [])]
        doubt = f"  (perhaps {', '.join(perhaps)})" if perhaps else ""
        message = ""
        if comparison.is_cross_language:  # words of two languages cannot be compared
            kinds = differing.get(outcome.new or Address(""), ())
            message = f"differs in {', '.join(kinds)}" if kinds else ""
        elif outcome.verdict == "reworded":
            message = mark_changes(outcome.words)
        lines.append(f"{_verdict_label(outcome.verdict)}  {places}{doubt}  {message}".rstrip())
    return CommandResult(data, lines)


def carry(desk: Desk, args: argparse.Namespace) -> CommandResult:
    old, new = _pair(desk, args)
    desk.carryover.carry(finish(desk.comparisons.compare(old.id, new.id)))
    carry = desk.carryover.find_carry(old.id, new.id)
    lines = [_carried_line(item) for item in carry.items]
    lines += [f"{_carried_line(earlier.carried)}  (deleted in {earlier.deleted_in.name})" for earlier in carry.earlier]
    lines += [
        f"to check  {placement.number} carried over from {placement.old.name} to {placement.new.name}"
        for placement in carry.pending
    ]
    pending = [{**_names(placement.old, placement.new), "number": placement.number} for placement in carry.pending]
    items = [_carried_item(item, new if item.verdict is CarryVerdict.DELETED else None) for item in carry.items]
    items += [_carried_item(earlier.carried, earlier.deleted_in) for earlier in carry.earlier]
    data = {**_names(old, new), "items": items, "waiting": pending}
    return CommandResult(data, lines or [f"There are no notes or position entries on {old.name}."])


def _pair(desk: Desk, args: argparse.Namespace) -> tuple[LibraryDocument, LibraryDocument]:
    languages = (args.old_language or args.language, args.new_language or args.language)
    old, new = desk.documents.pair(args.old, args.new, *languages)
    if old.id == new.id:
        raise UsageError("OLD and NEW are the same document")
    return old, new


def _verdict_label(verdict: str) -> str:
    return _VERDICTS.get(verdict, str(verdict))


def _carried_line(item: CarriedItem) -> str:
    text = f"{_verdict_label(item.verdict)}  {item.kind} on {item.old}"
    if item.new is not None:
        return f"{text} → {item.new}{'  (its words were deleted)' if item.has_lost_quote else ''}"
    if item.is_open:
        return f"{text}  {'perhaps ' if item.proposals else ''}{', '.join(item.proposals)}".rstrip()
    return f"{text}{'  (no place in the new text, as you decided)' if item.decided else ''}"


def _carried_item(item: CarriedItem, deleted_in: LibraryDocument | None) -> Shape:
    return pick(
        item,
        "kind old new verdict proposals text words_gone=has_lost_quote",
        annotation=item.key if item.kind is CarriedKind.ANNOTATION else None,
        intervention=item.key if item.kind is CarriedKind.INTERVENTION else None,
        deleted_in=deleted_in.name if deleted_in else None,
        decided=item.decided is not None,
        carried=item.copy_id or None,
    )


def _names(old: LibraryDocument, new: LibraryDocument) -> Shape:
    return {"old": old.name, "new": new.name, "old_document": old.id, "new_document": new.id}


def contribution_import(desk: Desk, args: argparse.Namespace) -> CommandResult:
    paper, document = _paper_and_document(desk, args)
    desk.contributions.add(desk.contributions.read(paper.id, document.id, args.delegation))
    added = [item for item in desk.contributions.for_document(document.id) if item.paper == paper.id]
    return _answer(desk, document, added)


def contribution_remove(desk: Desk, args: argparse.Namespace) -> CommandResult:
    paper, document = _paper_and_document(desk, args)
    found = [item for item in desk.contributions.for_document(document.id) if item.paper == paper.id]
    if not found:
        raise NothingContributedError(paper.name, document.name)
    for contribution in found:
        desk.contributions.remove(contribution.id)
    return _answer(desk, document, desk.contributions.for_document(document.id))


def contributions(desk: Desk, args: argparse.Namespace) -> CommandResult:
    document = desk.documents.find(args.reference, args.language)
    return _answer(desk, document, desk.contributions.for_document(document.id))


def _paper_and_document(desk: Desk, args: argparse.Namespace) -> tuple[LibraryDocument, LibraryDocument]:
    paper = desk.documents.find(args.paper, args.paper_language)
    return paper, desk.documents.find(args.on, args.language)


def _answer(desk: Desk, target: LibraryDocument, contributions: list[Contribution]) -> CommandResult:
    shapes, lines = [], []
    for contribution in contributions:
        paper = desk.documents.get(contribution.paper)
        unplaced = len(contribution.unplaced)
        lines.append(f"{paper.name} on {target.name}: {len(contribution.placed)} comments placed, {unplaced} unplaced")
        parts = []
        for part in contribution.placed:
            comment = part.provision_comment
            shape = pick(part, "address after general=is_general words=word_diff")
            parts.append(shape | pick(comment, "delegations label proposal comment"))
            delegations = ", ".join(comment.delegations) or "?"
            place = "general" if part.is_general else part.address or f"unplaced ({comment.label or 'no label'})"
            new = f" (new, after {part.after})" if part.after else ""
            wording = mark_changes(part.word_diff) or comment.proposal or ""
            text = "  ".join(filter(None, (wording, comment.comment.replace("\n", " "))))
            lines.append(f"{delegations}  {place}{new}  {text}".rstrip())
        reference = document_name(paper)
        shapes.append(pick(contribution, "id paper=paper", reference=reference, parts=parts, unplaced=unplaced))
    data = {"reference": document_name(target), "contributions": shapes}
    return CommandResult(data, lines or [f"There are no written comments on {target.name}."])


def columns(desk: Desk, args: argparse.Namespace) -> CommandResult:
    document = desk.documents.find(args.reference, args.language)
    return _column_result(desk.documents.column_table(document.id), document_name(document))


def columns_build(desk: Desk, args: argparse.Namespace) -> CommandResult:
    names = (args.commission, args.parliament, args.council)
    texts = [desk.documents.find(name, args.language).id for name in names]
    desk.export.write(texts, ExportKind.COLUMNS, args.output, ExportOptions())
    result = _column_result(desk.documents.build_column_table(texts), None)
    return CommandResult(result.data, [f"Written: {args.output}", *result.lines])


def _column_result(table: ColumnTable, reference: str | None) -> CommandResult:
    data = {
        "reference": reference,
        "columns": list(map(str, table.columns)),
        "rows": [pick(row, "row label address cells status origin") for row in table.rows],
    }
    lines = []
    for row in table.rows:
        lines.append(f"{row.row}  {row.label}  {row.status or ''}".rstrip())
        lines += [f"    {column}: {' / '.join(text.splitlines())}" for column, text in row.cells.items() if text]
    return CommandResult(data, lines)


def apply(desk: Desk, args: argparse.Namespace) -> CommandResult:
    amending, base = desk.documents.pair(args.amending, args.base, args.language, args.language)
    later = [desk.documents.find(name, base.header.language) for name in args.then]
    names = {document.id: document.name for document in (amending, *later)}
    act = desk.amending.apply(base.id, list(names))
    if args.output:
        desk.export.write(act, ExportKind.AMENDED, args.output, ExportOptions(labels=args.labels))
    data = {
        "amending": amending.name,
        "base": base.name,
        "operations": [
            pick(
                operation,
                "kind target state address=place.address",
                amending=names[operation.place.document],
                reason=operation.reason.text if operation.reason else None,
            )
            for operation in act.operations
        ],
        "paragraphs": [
            pick(amended.paragraph, "address label kind text", base=amended.base)
            | {"from": amended.origins[-1].address if amended.origins else None}
            for amended in act.paragraphs
        ],
    }
    lines = [_operation_line(operation) for operation in act.operations if operation.state is OperationState.APPLIED]
    return CommandResult(data, lines, [_operation_line(operation) for operation in act.open])


def _operation_line(operation: Operation) -> str:
    kind = str(operation.kind or "not understood").replace("_", " ")
    text = f"{operation.state}  {operation.place.address}  {kind}  {operation.target or ''}".rstrip()
    return f"{text}: {operation.reason.text} (“{operation.words}”)" if operation.reason else text
