"""The commands for written comments: import a document of others, list its comments by provision, remove them."""

import argparse

from delegate_desk.cli.command_result import CommandResult, Shape, document_name, mark_changes
from delegate_desk.core.contributions.contribution import Contribution, PlacedComment
from delegate_desk.core.documents.document import LibraryDocument
from delegate_desk.core.errors import NothingContributedError
from delegate_desk.desk import Desk


def import_comments(desk: Desk, given: argparse.Namespace) -> CommandResult:
    paper, on = _pair(desk, given)
    desk.contributions.add(desk.contributions.read(paper.id, on.id, given.delegation))
    added = [one for one in desk.contributions.for_document(on.id) if one.paper == paper.id]
    return _answer(desk, on, added)


def remove_comments(desk: Desk, given: argparse.Namespace) -> CommandResult:
    paper, on = _pair(desk, given)
    found = [one for one in desk.contributions.for_document(on.id) if one.paper == paper.id]
    if not found:
        raise NothingContributedError(paper.name, on.name)
    for one in found:
        desk.contributions.remove(one.id)
    return _answer(desk, on, desk.contributions.for_document(on.id))


def list_comments(desk: Desk, given: argparse.Namespace) -> CommandResult:
    on = desk.documents.find(given.reference, given.language)
    return _answer(desk, on, desk.contributions.for_document(on.id))


def _pair(desk: Desk, given: argparse.Namespace) -> tuple[LibraryDocument, LibraryDocument]:
    """The paper and the document that it speaks on."""
    paper = desk.documents.find(given.paper, given.paper_language)
    return paper, desk.documents.find(given.on, given.language)


def _answer(desk: Desk, on: LibraryDocument, contributions: list[Contribution]) -> CommandResult:
    shapes, lines = [], []
    for one in contributions:
        paper = desk.documents.get(one.paper)
        shapes.append(_shape(one, paper))
        lines.append(f"{paper.name} on {on.name}: {len(one.placed)} comments placed, {len(one.unplaced)} unplaced")
        lines += [_line(part) for part in one.placed]
    data = {"reference": document_name(on), "contributions": shapes}
    return CommandResult(data, lines or [f"There are no written comments on {on.name}."])


def _shape(one: Contribution, paper: LibraryDocument) -> Shape:
    return {
        "id": one.id,
        "paper": paper.id,
        "reference": document_name(paper),
        "parts": [
            {
                "delegations": list(part.provision_comment.delegations),
                "label": part.provision_comment.label,
                "address": part.address,
                "after": part.after,
                "general": part.is_general,
                "proposal": part.provision_comment.proposal,
                "comment": part.provision_comment.comment,
                "words": [[str(change), text] for change, text in part.word_diff],
            }
            for part in one.placed
        ],
        "unplaced": len(one.unplaced),
    }


def _line(part: PlacedComment) -> str:
    written = part.provision_comment
    who = ", ".join(written.delegations) or "?"
    place = "general" if part.is_general else part.address or f"unplaced ({written.label or 'no label'})"
    new = f" (new, after {part.after})" if part.after else ""
    wording = "".join(mark_changes(change, text) for change, text in part.word_diff) or written.proposal or ""
    text = "  ".join(filter(None, (wording, written.comment.replace("\n", " "))))
    return f"{who}  {place}{new}  {text}".rstrip()
