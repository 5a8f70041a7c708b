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
    """Messages on the fields of a template that could not be filled."""
    named = ", ".join(f"{{{{{name}}}}}" for name in gaps.unknown)
    lines = [f"The template has unknown fields; they are in the file unchanged: {named}."] if named else []
    if gaps.misplaced:
        lines.append(
            "The template’s {{table}} must be in a separate paragraph: the text was added at the end of the file."
        )
    return lines


def _redline(made: RedlineResult, given: argparse.Namespace, written: str) -> CommandResult:
    """A redline is always tracked, and lists the drafting that could not be placed."""
    lines = [written, "Redlines always use tracked changes."]
    if made.rebuilt:
        lines.append("The original is not a Word file in which changes can be tracked: its text was formatted again.")
    reasons = [f"The drafting for {place} could not be placed in the file." for place in made.unplaced]
    return CommandResult(
        {"file": str(given.output), "rebuilt": made.rebuilt, "unplaced": list(made.unplaced)}, lines, reasons
    )


RUN: dict[str, Callable[[Desk, argparse.Namespace], CommandResult]] = {"export": export}
