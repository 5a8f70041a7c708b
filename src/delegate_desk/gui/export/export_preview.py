"""Preview of an export: its pages, its content, and the checks, each with its remedy."""

from collections.abc import Iterator
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QCoreApplication

from delegate_desk.core.documents.document import Address, Document, DocumentId
from delegate_desk.core.errors import NothingToExportError
from delegate_desk.core.positions.export_checks import CheckFinding, Concern
from delegate_desk.core.positions.export_options import (
    DOCUMENT_KINDS,
    ExportKind,
    ExportOptions,
    ExportSummary,
    RedlineResult,
    TemplateGaps,
)
from delegate_desk.core.positions.position import Position, PositionStatus
from delegate_desk.core.values import dataclass
from delegate_desk.desk import Desk
from delegate_desk.gui.widgets.labels import positions, terms
from delegate_desk.gui.widgets.printing import PrintedPages, lay_out_pages

translate = QCoreApplication.translate


class Remedy(StrEnum):
    SHOW = "show"
    OPEN_NEWER = "newer"
    EDIT_DETAILS = "details"
    CHOOSE_DELEGATION = "delegation"
    CLEAR = "clear"


_REMEDIES = {
    Concern.NO_DELEGATION: Remedy.CHOOSE_DELEGATION,
    Concern.OTHER_DELEGATION: Remedy.CHOOSE_DELEGATION,
    Concern.OUTDATED: Remedy.OPEN_NEWER,
    Concern.NO_MARKING: Remedy.EDIT_DETAILS,
}
_WHOLE = Address("")


@dataclass(frozen=True, slots=True)
class ExportCheck:
    """A check before export.

    Attributes:
        text: A sentence.
        remedy: The remedy; None if it passed, or nothing can be done here.
        passed: True if there is nothing to do.
        address: Address of the provision; empty for the whole.
        document: The newer revision.
    """

    text: str
    remedy: Remedy | None = None
    passed: bool = False
    address: Address = _WHOLE
    document: DocumentId | None = None


@dataclass(frozen=True, slots=True)
class ExportPreview:
    """Preview of a file before export.

    Attributes:
        summary: The content to be exported; None while there is none.
        pages: As printed; None while there is no content.
        checks: General ones first; passed ones last.
    """

    summary: ExportSummary | None = None
    pages: PrintedPages | None = None
    checks: tuple[ExportCheck, ...] = ()


def load_export_preview(desk: Desk, subject: Any, kind: ExportKind, options: ExportOptions) -> ExportPreview:
    """Make the file in memory, lay out its pages and check it. Slow; changes nothing; safe on any thread.

    Raises:
        UnknownDelegationError: If the options name no Member State.
        UnusableTemplateError: If their template cannot be filled.
    """
    try:
        summary = desk.export.preview(subject, kind, options)
    except NothingToExportError:
        return ExportPreview()
    pages = lay_out_pages(desk.export.mail(subject, kind, options))
    failed = tuple(_document_checks(desk, subject, kind, options, summary)) if kind in DOCUMENT_KINDS else ()
    return ExportPreview(summary, pages, (*failed, *_passed_checks(desk, subject, kind, summary, failed)))


def _document_checks(
    desk: Desk, document: DocumentId, kind: ExportKind, options: ExportOptions, summary: ExportSummary
) -> Iterator[ExportCheck]:
    content, position = desk.documents.content(document), desk.positions.get(document)
    findings = desk.export_checks.findings_for_document(document, options)
    redlined = summary.redlined or RedlineResult()
    gaps = desk.export.template_gaps(document, kind, options) if options.template else TemplateGaps()
    if position.status is PositionStatus.DRAFT and kind is not ExportKind.COMPILATION:
        yield ExportCheck(translate("exportchecks", "Not cleared."), Remedy.CLEAR)
    if redlined.rebuilt:
        text = translate(
            "position",
            "The original is not a Word file. Its text is reproduced with the same numbering, and the export says so.",
        )
        yield ExportCheck(text)
    for name in gaps.unknown:
        text = translate("position", "The template contains an unknown placeholder {place}; it is left as it is.")
        yield ExportCheck(text.format(place="{{" + name + "}}"))
    if gaps.misplaced:
        text = translate(
            "position",
            "The template’s placeholder for the text is in a table, text box, header or footer; the text is "
            "added at the end.",
        )
        yield ExportCheck(text)
    placed = [(finding.address, positions.finding_sentence(finding)) for finding in findings if finding.address]
    unplaced = translate("position", "This drafting suggestion could not be inserted in the original file.")
    placed += [(address, unplaced) for address in redlined.unplaced]
    for address, text in placed:
        yield ExportCheck(f"{_label(content, position, address)}  {text}", Remedy.SHOW, address=address)
    yield from (_whole_check(desk, finding) for finding in findings if not finding.address)
    if summary.entries is not None and summary.entries.notes:
        for annotation in desk.annotations.circulating(document):
            place = _label(content, position, annotation.place.address)
            text = translate("exportchecks", "{place} is from a note.").format(place=place)
            yield ExportCheck(text, Remedy.SHOW, address=annotation.place.address)


def _whole_check(desk: Desk, finding: CheckFinding) -> ExportCheck:
    newer = None
    if finding.concern is Concern.OUTDATED:
        newer = next((held.id for held in desk.documents.all() if str(held.header.reference) == finding.words), None)
    return ExportCheck(positions.finding_sentence(finding), _REMEDIES.get(finding.concern), document=newer)


def _passed_checks(
    desk: Desk, subject: Any, kind: ExportKind, summary: ExportSummary, failed: tuple[ExportCheck, ...]
) -> Iterator[ExportCheck]:
    if kind in DOCUMENT_KINDS and not any(check.remedy is Remedy.OPEN_NEWER for check in failed):
        name = desk.documents.get(subject).name
        text = translate("exportchecks", "{name} is the newest revision in the library.").format(name=name)
        yield ExportCheck(text, passed=True)
    if summary.marking:
        yield ExportCheck(
            translate("exportchecks", "{marking} on each page.").format(marking=summary.marking), passed=True
        )
    if kind in DOCUMENT_KINDS and not failed:
        yield ExportCheck(translate("exportchecks", "No issues found."), passed=True)


def _label(content: Document, position: Position, address: Address) -> str:
    unit = content.find(address)
    label = terms.margin_label(address, unit.label if unit else position.entry_at(address).label)
    return label or terms.segment_label(address.rsplit("__", 1)[-1])
