"""Exports: one function per kind builds the export; all are previewed, written and mailed in the same way."""

import datetime
import logging
import os
from collections.abc import Callable, Mapping
from dataclasses import field, replace
from pathlib import Path
from typing import Any

from delegate_desk.core.delegations import delegation
from delegate_desk.core.errors import UnknownDelegationError
from delegate_desk.core.library import policies
from delegate_desk.core.local_time import local_time
from delegate_desk.core.positions.export_options import (
    EntryCounts,
    ExportKind,
    ExportOptions,
    ExportSummary,
    Mail,
    RedlineResult,
    TemplateGaps,
)
from delegate_desk.core.positions.returned_files import ExportRecord
from delegate_desk.core.values import dataclass
from delegate_desk.export import html
from delegate_desk.export.blocks import ExportDocument, ExportParagraph
from delegate_desk.export.file_writing import save

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class BuiltExport:
    """An export before it is written.

    Attributes:
        items: Number of paragraphs, agenda items or places in it.
        entries: How much of a position it contains; None for exports that are not on a single position.
        redlined: Outcome of a redline; None for other exports.
        original: The original Word file with our changes, if the redline could be made in it.
        files: The same content in file types that only this kind has, by suffix.
        record: The document it is on, by which a returned file is recognised; None if there is none.
    """

    sheet: ExportDocument
    items: int
    internal: int = 0
    entries: EntryCounts | None = None
    redlined: RedlineResult | None = None
    original: bytes | None = None
    files: Mapping[str, bytes] = field(default_factory=dict)
    record: ExportRecord | None = None


Builder = Callable[[Any, ExportKind, ExportOptions, datetime.datetime], BuiltExport]
"""Builds exports of some kinds from a subject (a document, a meeting …, depending on the kind) at a time in UTC."""


class Export:
    """Makes files from the content of a library. Slow; changes nothing in it; safe on any thread.

    The subject of an export depends on its kind: the id of a document or of a meeting, a ``Comparison``,
    ``Consequences``, or ids of annotations. Each method raises ``NothingToExportError`` if there is nothing for the
    audience, ``UnknownDelegationError`` if the options name no Member State, and ``UnusableTemplateError`` if the
    template cannot be filled.
    """

    def __init__(self, own_delegation: Callable[[], str | None], builders: Mapping[ExportKind, Builder]) -> None:
        self._own_delegation = own_delegation
        self._builders = builders

    def write(self, subject: Any, kind: ExportKind, target: Path, options: ExportOptions) -> RedlineResult | None:
        """Write a Word file, or another type by the target's suffix: plain text, a web page, or a type of its kind.

        Returns:
            The outcome of a redline; None for other exports.

        Raises:
            ExportFailedError: If the file cannot be written; an existing file is unchanged.
            FileOpenError: If another program has the file open.
        """
        built, when = self._build(subject, kind, options)
        suffix = target.suffix.lower()
        write = {".txt": html.render_text, ".html": html.render}.get(suffix)
        content = write(built.sheet).encode() if write else built.files.get(suffix)
        if not content:
            from delegate_desk.export.docx.export_record import add_record, with_rows

            record = with_rows(built.record or ExportRecord(kind), built.sheet)
            content = add_record(_word_file(built, when), record)
        save(content, target)
        _log.info("Exported %s: %d blocks, %d items", kind, len(built.sheet.blocks), built.items)
        return built.redlined

    def preview(self, subject: Any, kind: ExportKind, options: ExportOptions) -> ExportSummary:
        built, when = self._build(subject, kind, options)
        if built.sheet.template is not None:
            _word_file(built, when)  # report an unusable template before the file is written
        marking = next((run.text for line in built.sheet.first_page_header for run in line.runs), None)
        return ExportSummary(built.items, built.internal, marking, built.redlined, built.entries)

    def mail(self, subject: Any, kind: ExportKind, options: ExportOptions) -> Mail:
        """Return the export as the text of a mail, and as a page to print; a redline with its text laid out again."""
        built, when = self._build(subject, kind, options)
        export = built.sheet
        head, foot = _parts(export.page_header), _parts(export.page_footer)
        return Mail(
            html.render_text(export), html.render(export), export.title, head, foot, when, landscape=export.landscape
        )

    def template_gaps(self, subject: Any, kind: ExportKind, options: ExportOptions) -> TemplateGaps:
        export = self._build(subject, kind, options)[0].sheet
        if export.template is None:
            return TemplateGaps()
        from delegate_desk.export.docx import custom_template

        return custom_template.gaps(export.template, export.fields)

    save_file = staticmethod(save)
    """For a file made elsewhere, such as a PDF."""

    def _build(self, subject: Any, kind: ExportKind, options: ExportOptions) -> tuple[BuiltExport, datetime.datetime]:
        author = delegation(options.delegation) if options.delegation else self._own_delegation()
        if options.delegation and author is None:
            raise UnknownDelegationError(options.delegation)
        if options.delegation:
            policies.check_delegation(str(author))
        options = replace(options, delegation=author, template=policies.template(options.template))
        when = now()
        return self._builders[kind](subject, kind, options, when), when


def _word_file(built: BuiltExport, when: datetime.datetime) -> bytes:
    from delegate_desk.export.docx.renderer import render

    return built.original or render(built.sheet, when)


def _parts(texts: tuple[ExportParagraph, ...]) -> tuple[str, ...]:
    """Return the texts of a header or footer, left to right, without fields; all texts on the left are joined."""
    lines = ["".join(run.text for run in text.runs if not run.field).split("\t") for text in texts]
    left = " · ".join(line[0].strip() for line in lines if line[0].strip())
    return tuple(part for part in (left, *(part.strip() for line in lines for part in line[1:])) if part.strip(" /"))


def fixed_time() -> str:
    """The time to use instead of the current time, in seconds (reproducible-builds.org); empty for the current time."""
    seconds = os.environ.get("SOURCE_DATE_EPOCH", "")
    return seconds if seconds.isdecimal() else ""


def now() -> datetime.datetime:
    seconds = fixed_time()
    if seconds:
        return datetime.datetime.fromtimestamp(int(seconds), datetime.UTC)
    return datetime.datetime.now(datetime.UTC).replace(microsecond=0)


def local_date(when: datetime.datetime) -> datetime.date:
    """Return the date on the paper: local, except for a fixed time, which gives the same date everywhere."""
    return (when if fixed_time() else local_time(when)).date()
