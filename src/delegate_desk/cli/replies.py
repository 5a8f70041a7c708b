"""The command for a Word file that the capital edited and returned."""

import argparse

from delegate_desk.cli.command_result import CommandResult, document_name, pick
from delegate_desk.core.positions.returned_files import ReturnedItem
from delegate_desk.desk import Desk


def reply_import(desk: Desk, given: argparse.Namespace) -> CommandResult:
    document = desk.documents.find(given.reference, given.language)
    changes = desk.replies.changes(document.id, desk.replies.read(given.file), given.file.name)
    if given.accept:
        desk.replies.accept(document.id, [item for item in changes.items if item.certain])
    data = pick(
        changes,
        reference=document_name(document),
        items=[pick(item, "address field before after certain authors") for item in changes.items],
        unplaced=[pick(text, "text reason") for text in changes.unplaced],
    )
    lines = [_line(item) for item in changes.items] + [f"unplaced  {text.text}" for text in changes.unplaced]
    return CommandResult(data, lines or [f"Nothing was changed in {given.file.name}."])


def _line(item: ReturnedItem) -> str:
    doubt = "" if item.certain else "  (to check)"
    authors = f"  ({', '.join(item.authors)})" if item.authors else ""
    return (
        f"{item.address or 'whole document'}  {item.field}: {item.before or '–'} → {item.after or '–'}{doubt}{authors}"
    )
