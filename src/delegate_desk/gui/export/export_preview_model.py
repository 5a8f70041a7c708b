"""A file that may go as the window shows it: what will leave, and what there is to look at before."""

from dataclasses import dataclass

from delegate_desk.core.documents.document import Address, Document, DocumentId
from delegate_desk.core.errors import NothingToExportError
from delegate_desk.core.positions.export_options import (
    ExportKind,
    ExportOptions,
    ExportSummary,
    RedlineResult,
    TemplateGaps,
)
from delegate_desk.core.positions.position import Position
from delegate_desk.desk import Desk
from delegate_desk.gui.widgets.labels import addresses, export, terms


@dataclass(frozen=True, slots=True)
class ExportWarning:
    """One thing to look at.

    Attributes:
        address: Of the provision; empty for the whole.
        label: What stands in the margin beside it; empty for the whole.
        message: In a sentence.
    """

    address: Address
    label: str
    message: str


@dataclass(frozen=True, slots=True)
class ExportPreview:
    """Preview of a file before export.

    Attributes:
        summary: The content to be exported; None while there is none.
        warnings: Warnings to check, those on the whole first.
    """

    summary: ExportSummary | None
    warnings: tuple[ExportWarning, ...]


def load_export_preview(desk: Desk, document: DocumentId, kind: ExportKind, options: ExportOptions) -> ExportPreview:
    """Make the file in memory and look it over: slow, changes nothing, safe on any thread.

    Raises:
        UnknownDelegationError: If the options name no Member State.
        UnusableTemplateError: If their template cannot be filled.
    """
    try:
        preview = desk.export.preview(document, kind, options)
    except NothingToExportError:
        return ExportPreview(None, ())
    remarks = desk.export_checks.findings_for_document(document, options)
    content, position = desk.documents.content(document), desk.positions.get(document)
    gaps = desk.export.template_gaps(document, kind, options) if options.template else TemplateGaps()
    told = [
        *_redlined(preview.redlined),
        *_gaps(gaps),
        *((one.address, export.finding_sentence(one)) for one in remarks),
    ]
    return ExportPreview(
        preview, tuple(ExportWarning(place, _label(content, position, place), said) for place, said in told)
    )


def _redlined(redlined: RedlineResult | None) -> list[tuple[Address, str]]:
    """Return the warnings on changes that a redline could not make."""
    if redlined is None:
        return []
    whole = [(Address(""), export.rebuilt_note())] if redlined.rebuilt else []
    return [*whole, *((address, export.unplaced_note()) for address in redlined.unplaced)]


def _gaps(gaps: TemplateGaps) -> list[tuple[Address, str]]:
    """Return the warnings on requests of the template that could not be met."""
    found = [(Address(""), export.unknown_placeholder_note(name)) for name in gaps.unknown]
    return [*found, (Address(""), export.misplaced_placeholder_note())] if gaps.misplaced else found


def _label(content: Document, position: Position, address: Address) -> str:
    if not address:
        return ""
    unit = content.find(address)
    label = terms.margin_label(address, unit.label if unit else position.entry_at(address).label)
    return label or addresses.segment_label(address.rsplit("__", 1)[-1])
