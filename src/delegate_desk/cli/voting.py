"""The command ``vote``: counts a vote and says how it stands, in English."""

import argparse
import re

from delegate_desk.cli import shapes
from delegate_desk.cli.answers import Answer, UsageError
from delegate_desk.core.meetings.voting import Figures, Outcome, Rule, Votes
from delegate_desk.desk import Desk

_ALIASES = {"GR": "EL", "GB": "UK"}
_RULES = {
    Rule.QMV: "qualified majority",
    Rule.REINFORCED: "reinforced qualified majority",
    Rule.SIMPLE: "simple majority",
    Rule.UNANIMITY: "unanimity",
}


def vote(desk: Desk, given: argparse.Namespace) -> Answer:
    figures = desk.voting.figures(given.year)
    codes = {
        name: _codes(getattr(given, name) or "")
        for name in ("in_favour", "against", "abstaining", "declared", "participating")
    }
    unknown = sorted({code for some in codes.values() for code in some} - set(figures.populations))
    if unknown:
        raise UsageError(f"no member of {figures.year}: {', '.join(unknown)}")
    participating = None if given.participating is None else codes["participating"]
    votes = Votes(codes["in_favour"], codes["against"], codes["abstaining"] | codes["declared"], codes["declared"])
    result = desk.voting.outcome(Rule(given.rule), votes, year=figures.year, participating=participating)
    return Answer(shapes.voted(result, figures), _told(result, figures))


def _codes(text: str) -> frozenset[str]:
    """The codes in a list with commas, spaces, slashes or semicolons between them."""
    typed = [code.upper() for code in re.split(r"[\s,;/]+", text) if code]
    return frozenset(_ALIASES.get(code, code) for code in typed)


def _told(result: Outcome, figures: Figures) -> list[str]:
    lines = [
        f"{'Adopted' if result.adopted else 'Not adopted'}, as it stands, by {_RULES[result.rule]}.",
        f"For {result.members_for} of {result.members_needed} needed, {len(result.participating)} taking part",
    ]
    if result.population_needed_percent is not None:
        needed = f"{result.population_needed_percent:g}"
        lines.append(f"Population {result.population_for_percent} % of {needed} % needed, figures of {result.year}")
        if result.blocking_minority:
            lines.append(f"Blocking minority: {', '.join(result.blocking_members)}")
        lines += [f"Would block with {', '.join(one)}" for one in result.completions]
    if result.not_heard:
        lines.append(f"Not heard: {', '.join(result.not_heard)}")
    if result.decided_by_rounding:
        lines.append("The figures are rounded percentages, and rounding decides here.")
    entered = f", entered {figures.edited:%Y-%m-%d}" if figures.edited else ""
    return [*lines, f"Source: {figures.source}{entered}", "This is a calculation, not an official result."]
