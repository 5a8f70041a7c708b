"""The commands for written comments: import a document of others, list its comments by provision, remove them."""

import argparse
from collections.abc import Callable

from delegate_desk.cli import text_output
from delegate_desk.cli.command_result import Answer
from delegate_desk.cli.json_output import Shape, named
from delegate_desk.core.contributions.contribution import Contribution, Placed
from delegate_desk.core.documents.document import Held
from delegate_desk.core.errors import NothingContributedError
from delegate_desk.desk import Desk


def bring_in(desk: Desk, given: argparse.Namespace) -> Answer:
    paper, on = _pair(desk, given)
    desk.contributions.add(desk.contributions.read(paper.id, on.id, given.delegation))
    told = [one for one in desk.contributions.of(on.id) if one.paper == paper.id]
    return _answer(desk, on, told)


def take_out(desk: Desk, given: argparse.Namespace) -> Answer:
    paper, on = _pair(desk, given)
    found = [one for one in desk.contributions.of(on.id) if one.paper == paper.id]
    if not found:
        raise NothingContributedError(paper.name, on.name)
    for one in found:
        desk.contributions.remove(one.id)
    return _answer(desk, on, desk.contributions.of(on.id))


def listed(desk: Desk, given: argparse.Namespace) -> Answer:
    on = desk.documents.find(given.reference, given.language)
    return _answer(desk, on, desk.contributions.of(on.id))


def _pair(desk: Desk, given: argparse.Namespace) -> tuple[Held, Held]:
    """The paper and the document that it speaks on."""
    paper = desk.documents.find(given.paper, given.paper_language)
    return paper, desk.documents.find(given.on, given.language)


def _answer(desk: Desk, on: Held, contributions: list[Contribution]) -> Answer:
    shapes, lines = [], []
    for one in contributions:
        paper = desk.documents.get(one.paper)
        shapes.append(_shape(one, paper))
        lines.append(f"{paper.name} on {on.name}: {len(one.placed)} comments placed, {len(one.unplaced)} unplaced")
        lines += [_line(part) for part in one.placed]
    data = {"reference": named(on), "contributions": shapes}
    return Answer(data, lines or [f"There are no written comments on {on.name}."])


def _shape(one: Contribution, paper: Held) -> Shape:
    return {
        "id": one.id,
        "paper": paper.id,
        "reference": named(paper),
        "parts": [
            {
                "delegations": list(part.written.delegations),
                "label": part.written.label,
                "address": part.address,
                "after": part.after,
                "general": part.general,
                "proposal": part.written.proposal,
                "comment": part.written.comment,
                "words": [[str(change), text] for change, text in part.words],
            }
            for part in one.placed
        ],
        "unplaced": len(one.unplaced),
    }


def _line(part: Placed) -> str:
    written = part.written
    who = ", ".join(written.delegations) or "?"
    place = "general" if part.general else part.address or f"unplaced ({written.label or 'no label'})"
    new = f" (new, after {part.after})" if part.after else ""
    wording = "".join(text_output.marked(change, text) for change, text in part.words) or written.proposal or ""
    said = "  ".join(filter(None, (wording, written.comment.replace("\n", " "))))
    return f"{who}  {place}{new}  {said}".rstrip()


RUN: dict[str, Callable[[Desk, argparse.Namespace], Answer]] = {
    "contribution-import": bring_in,
    "contribution-remove": take_out,
    "contributions": listed,
}
