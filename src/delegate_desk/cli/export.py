"""The command that writes a Word file on a document: every kind of it."""

import argparse
from collections.abc import Callable

from delegate_desk.cli.command_result import CommandResult
from delegate_desk.core.positions.export_options import (
    Audience,
    ExportKind,
    ExportOptions,
    MarkupStyle,
    ProvisionColumns,
    RedlineResult,
    TemplateGaps,
    default_columns,
)
from delegate_desk.desk import Desk


def export(desk: Desk, given: argparse.Namespace) -> CommandResult:
    held = desk.documents.find(given.reference, given.language)
    kind = ExportKind(given.kind)
    options = ExportOptions(
        MarkupStyle(given.markup),
        Audience(given.audience),
        given.delegation,
        given.labels,
        given.template,
        ProvisionColumns(given.columns) if given.columns else default_columns(kind),
    )
    redlined = desk.export.write(held.id, kind, given.output, options)
    written = f"Written: {given.output}"
    if redlined is None:
        gaps = desk.export.template_gaps(held.id, kind, options) if options.template else TemplateGaps()
        return CommandResult({"file": str(given.output)}, [written, *_gaps(gaps)])
    return _redline(redlined, given, written)


def _gaps(gaps: TemplateGaps) -> list[str]:
    """Messages on the places of a template that could not be filled."""
    named = ", ".join(f"{{{{{name}}}}}" for name in gaps.unknown)
    lines = [f"The template asks for what is not known; it stands in the file as it is: {named}."] if named else []
    if gaps.misplaced:
        lines.append("The template's {{table}} must stand in a paragraph of its own: the text was put at its end.")
    return lines


def _redline(made: RedlineResult, given: argparse.Namespace, written: str) -> CommandResult:
    """A redline is always tracked, and says what it could not lay into the file."""
    lines = [written, "The changes are tracked, whatever the mark-up."]
    if made.rebuilt:
        lines.append("The original is no Word file in which changes can be tracked: its text was set anew.")
    reasons = [f"The wording for {place} could not be laid into the file." for place in made.unplaced]
    return CommandResult(
        {"file": str(given.output), "rebuilt": made.rebuilt, "unplaced": list(made.unplaced)}, lines, reasons
    )


RUN: dict[str, Callable[[Desk, argparse.Namespace], CommandResult]] = {"export": export}
