"""The commands for meetings and allies."""

import argparse
import re

from delegate_desk.cli.command_result import CommandResult, Shape, UsageError, document_name, pick
from delegate_desk.core.meetings.allies import Agreement
from delegate_desk.core.meetings.meeting import Meeting
from delegate_desk.core.meetings.voting import Votes, VotingRule, count_votes
from delegate_desk.core.positions.export_options import Audience, ExportKind, ExportOptions
from delegate_desk.desk import Desk

_ALIASES = {"GR": "EL", "GB": "UK"}
_RULES = {
    VotingRule.QMV: "qualified majority",
    VotingRule.REINFORCED: "reinforced qualified majority",
    VotingRule.SIMPLE: "simple majority",
    VotingRule.UNANIMITY: "unanimity",
}


def vote(desk: Desk, args: argparse.Namespace) -> CommandResult:
    figures = desk.voting.tables().figures(args.year)
    codes = {
        name: _codes(getattr(args, name) or "")
        for name in ("in_favour", "against", "abstaining", "declared", "participating")
    }
    unknown = sorted({code for delegations in codes.values() for code in delegations} - set(figures.populations))
    if unknown:
        raise UsageError(f"not a member in {figures.year}: {', '.join(unknown)}")
    participating = None if args.participating is None else codes["participating"]
    votes = Votes(codes["in_favour"], codes["against"], codes["abstaining"] | codes["declared"], codes["declared"])
    result = count_votes(VotingRule(args.rule), figures, votes, participating)
    data = pick(
        result,
        "rule year adopted members_for members_needed population_for_percent population_needed_percent "
        "blocking_minority blocking_members participating not_heard completions decided_by_rounding",
        official=False,
        figures=pick(figures, "exact source edited"),
    )
    lines = [
        f"{'Would be adopted' if result.adopted else 'Would not be adopted'} by {_RULES[result.rule]}.",
        f"For {result.members_for} of {result.members_needed} needed, {len(result.participating)} participating",
    ]
    if result.population_needed_percent is not None:
        needed = f"{result.population_needed_percent:g}"
        lines.append(f"Population {result.population_for_percent} % of {needed} % needed, figures of {result.year}")
        if result.blocking_minority:
            lines.append(f"Blocking minority: {', '.join(result.blocking_members)}")
        lines += [f"Would block with {', '.join(completion)}" for completion in result.completions]
    if result.not_heard:
        lines.append(f"Undeclared: {', '.join(result.not_heard)}")
    if result.decided_by_rounding:
        lines.append("The figures are rounded percentages, and rounding decides here.")
    entered = f", entered {figures.edited:%Y-%m-%d}" if figures.edited else ""
    lines += [f"Source: {figures.source}{entered}", "This is a calculation, not an official result."]
    return CommandResult(data, lines)


def _codes(text: str) -> frozenset[str]:
    given_codes = [code.upper() for code in re.split(r"[\s,;/]+", text) if code]
    return frozenset(_ALIASES.get(code, code) for code in given_codes)


def meeting_import(desk: Desk, args: argparse.Namespace) -> CommandResult:
    document = desk.documents.find(args.reference, args.language)
    if document in desk.reparse.list_outdated():  # older versions of the program did not read the day of a meeting
        desk.meetings.reparse_after_changes(desk.reparse.reread(document.id))
    changes = desk.meetings.from_document(document.id)
    return _list_result(desk, [desk.meetings.get(key) for key in changes.meetings])


def meetings(desk: Desk, _: argparse.Namespace) -> CommandResult:
    return _list_result(desk, desk.meetings.all())


def _list_result(desk: Desk, found: list[Meeting]) -> CommandResult:
    data, lines = [], []
    for meeting in found:
        items = [(item, desk.meetings.documents(item)) for item in meeting.items]
        time = meeting.time.isoformat("minutes") if meeting.time else None
        found_items = [
            pick(item, "number title", documents=[{"reference": name, "held": bool(held)} for name, held in documents])
            for item, documents in items
        ]
        data.append(pick(meeting, "id reference body date place contact", time=time, items=found_items))
        when = " ".join(filter(None, (meeting.date.isoformat() if meeting.date else "", time)))
        lines.append(f"{meeting.id}  {meeting.reference or '–'}  {when}  {meeting.body}")
        for item, documents in items:
            lines.append(f"  {item.number}. {item.title}")
            lines += [f"      {reference}{'' if held else '  (not in library)'}" for reference, held in documents]
    return CommandResult({"meetings": data}, lines or ["There are no meetings."])


def capture(desk: Desk, args: argparse.Namespace) -> CommandResult:
    meeting = desk.meetings.find(args.meeting)
    _, interventions = desk.meetings.capture(meeting.id, args.line, item=args.item)
    data, lines = [], []
    for intervention in interventions:
        place = intervention.place
        shape = pick(
            intervention,
            "id delegations stance label text wordings conclusion",
            **pick(intervention.line, "meeting item created line_id=id line=text"),
            reference=document_name(desk.documents.get(place.document)) if place else None,
            address=place.address if place else None,
        )
        data.append(shape)
        if not intervention.delegations:
            lines.append(f"recorded as a note: {intervention.line.text}")
            continue
        concludes = "concludes" if intervention.conclusion else str(intervention.stance)
        parts = (" ".join(intervention.delegations), concludes, place.address if place else "", intervention.text)
        lines.append("  ".join(filter(None, parts)))
    return CommandResult({"interventions": data}, lines or ["There was nothing to record."])


def matrix(desk: Desk, args: argparse.Namespace) -> CommandResult:
    if args.output:
        return _write_export(desk, args, ExportKind.MATRIX)
    meeting = desk.meetings.find(args.meeting)
    desk.meetings.refresh(meeting.id)
    item = desk.meetings.item(meeting.id, args.item).number if args.item else None
    found = desk.meetings.matrix(meeting.id, item)
    cells, counts, lines = [], [], []
    for place in found.places:
        document = desk.documents.get(place.document)
        location: Shape = {"reference": document_name(document), "address": place.address}
        place_cells = [found.cells[code, place] for code in found.delegations if (code, place) in found.cells]
        names = "stance delegation history(stance line=line.text created=line.created)"
        cells += [pick(cell, names, **location) for cell in place_cells]
        counts.append(pick(None, **location, stances=found.counts[place]))
        stances = ", ".join(f"{cell.delegation} {cell.stance}" for cell in place_cells)
        lines.append(f"{document.name} {place.address}".rstrip() + f": {stances}")
    data = {"cells": cells, "counts": counts}
    return CommandResult(data, lines or ["There are no interventions on a paragraph yet."])


def meeting_report(desk: Desk, args: argparse.Namespace) -> CommandResult:
    return _write_export(desk, args, ExportKind.REPORT)


def speaking_note(desk: Desk, args: argparse.Namespace) -> CommandResult:
    return _write_export(desk, args, ExportKind.NOTE)


def calendar(desk: Desk, args: argparse.Namespace) -> CommandResult:
    if args.file.suffix.lower() != ".ics":
        raise UsageError("the calendar is an iCalendar file: choose a file name that ends in .ics")
    desk.export.write((), ExportKind.CALENDAR, args.file, ExportOptions(audience=Audience.CAPITAL))
    return CommandResult({"file": str(args.file)}, [f"Written: {args.file}"])


def _write_export(desk: Desk, args: argparse.Namespace, kind: ExportKind) -> CommandResult:
    audience = Audience(args.audience)
    if args.unnamed and audience is Audience.CAPITAL:
        raise UsageError("--unnamed is for circulation only: the file for the capital names delegations")
    if kind is ExportKind.MATRIX and args.output.suffix.lower() != ".docx":
        raise UsageError("the matrix is a Word file: choose a file name that ends in .docx")
    meeting = desk.meetings.find(args.meeting)
    desk.meetings.refresh(meeting.id)
    options = ExportOptions(
        audience=audience,
        delegation=args.delegation,
        labels=args.labels,
        names_delegations=not args.unnamed,
        item=args.item if kind is ExportKind.MATRIX else None,
    )
    desk.export.write(meeting.id, kind, args.output, options)
    return CommandResult({"file": str(args.output)}, [f"Written: {args.output}"])


def allies(desk: Desk, args: argparse.Namespace) -> CommandResult:
    meetings = [desk.meetings.find(name).id for name in args.meetings]
    table = desk.allies.table(meetings)
    data = {
        "delegations": list(table.delegations),
        "pairs": [pick(pair, "a b shared", agreement=_share(pair)) for pair in table.pairs],
        "with_us": [pick(pair, "delegation=b shared", agreement=_share(pair)) for pair in table.with_us],
        "groups": [list(group) for group in table.groups],
        "order": list(table.order),
        "over_time": [
            pick(row, "day body", with_us=[pick(p, "delegation=b shared", agreement=_share(p)) for p in row.with_us])
            for row in ([] if meetings else desk.allies.over_time())
        ],
    }
    lines = []
    for pair in (*table.pairs, *table.with_us):
        share = "–" if pair.share is None else f"{pair.share:.0%}"
        paragraphs = "1 paragraph" if pair.shared == 1 else f"{pair.shared} paragraphs"
        lines.append(f"{pair.a or 'us'}  {pair.b}  {share}  ({paragraphs})")
    return CommandResult(data, lines or ["There are no stances yet."])


def _share(pair: Agreement) -> float | None:
    return None if pair.share is None else round(pair.share, 4)
