"""The command for allies: which delegations agree with each other and with us."""

import argparse

from delegate_desk.cli.command_result import CommandResult, pick
from delegate_desk.core.meetings.allies import Agreement
from delegate_desk.desk import Desk


def allies(desk: Desk, given: argparse.Namespace) -> CommandResult:
    meetings = [desk.meetings.find(name).id for name in given.meetings]
    table = desk.allies.table(meetings)
    data = {
        "delegations": list(table.delegations),
        "pairs": [pick(pair, "a b shared", agreement=_share(pair)) for pair in table.pairs],
        "with_us": [pick(pair, "delegation=b shared", agreement=_share(pair)) for pair in table.with_us],
        "groups": [list(group) for group in table.groups],
        "order": list(table.order),
    }
    lines = [*map(_line, table.pairs), *map(_line, table.with_us)]
    return CommandResult(data, lines or ["There are no stances yet."])


def _share(pair: Agreement) -> float | None:
    return None if pair.share is None else round(pair.share, 4)


def _line(pair: Agreement) -> str:
    share = "–" if pair.share is None else f"{pair.share:.0%}"
    paragraphs = "1 paragraph" if pair.shared == 1 else f"{pair.shared} paragraphs"
    return f"{pair.a or 'us'}  {pair.b}  {share}  ({paragraphs})"
