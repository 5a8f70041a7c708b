"""Exports of a delegate: files of every kind on a document, and a preview of each."""

import datetime
import logging
import os
from pathlib import Path

from delegate_desk.core.delegations import delegation
from delegate_desk.core.documents.document import Address, DocumentId
from delegate_desk.core.errors import NothingToExportError, UnknownDelegationError
from delegate_desk.core.positions.export_options import (
    Audience,
    ExportKind,
    ExportOptions,
    ExportSummary,
    Mail,
    RedlineResult,
    TemplateGaps,
)
from delegate_desk.export import internal_content, labels
from delegate_desk.export.blocks import ExportDocument, ExportParagraph
from delegate_desk.export.file_writing import save
from delegate_desk.export.layouts import rebuilt_redline
from delegate_desk.export.redline import content
from delegate_desk.export.redline.content import Redline
from delegate_desk.export.redline.xml_names import UnsupportedFileError
from delegate_desk.services.annotations.annotations import Annotations
from delegate_desk.services.contributions import Contributions
from delegate_desk.services.documents.documents import Documents
from delegate_desk.services.export.export_builder import ExportBuilder, ExportMaterial
from delegate_desk.services.positions.positions import Positions

_log = logging.getLogger(__name__)


class Redlines:
    """Redlines of documents in a library."""

    def __init__(self, documents: Documents, annotations: Annotations, positions: Positions) -> None:
        self._documents = documents
        self._annotations = annotations
        self._positions = positions

    def make(
        self, key: DocumentId, options: ExportOptions, delegation: str | None, moment: datetime.datetime
    ) -> tuple[bytes, RedlineResult]:
        """Lay our line into the original, or into its text set anew where it is no Word file: slow, changes nothing.

        Args:
            key: Of the document.
            options: Its mark-up is no matter here: a redline is always tracked.
            delegation: Whose changes they are: a code; None where it is not known.
            moment: The date of the changes, in UTC.

        Raises:
            NothingToExportError: If there is nothing to say to this audience.
        """
        from delegate_desk.export.docx import renderer as word
        from delegate_desk.export.redline import renderer

        held = self._documents.get(key)
        document = self._documents.content(key)
        said = self._build_redline(key, options, delegation)
        if said.is_empty():
            raise NothingToExportError(held.name)
        if any(unit.sources for unit in document.units()):
            try:
                made = renderer.render(self._documents.original_bytes(key), document, said, moment)
            except UnsupportedFileError as error:
                _log.info("No redline in the original of document %d itself: %s", key, error.why)
            else:
                return made.content, RedlineResult(unplaced=made.unplaced)
        sheet = self._rebuild(key, options, said, printed=False)
        return word.render(sheet, moment), RedlineResult(True, rebuilt_redline.unplaced(document, said))

    def build_export_document(self, key: DocumentId, options: ExportOptions, delegation: str | None) -> ExportDocument:
        """The text set anew with our changes, for what is no Word file: a mail, a printer.

        Raises:
            NothingToExportError: If there is nothing to say to this audience.
        """
        said = self._build_redline(key, options, delegation)
        if said.is_empty():
            raise NothingToExportError(self._documents.get(key).name)
        has_changes = any(unit.sources for unit in self._documents.content(key).units())
        return self._rebuild(key, options, said, printed=has_changes)

    def _rebuild(self, key: DocumentId, options: ExportOptions, said: Redline, *, printed: bool) -> ExportDocument:
        """The text set anew: because the original has no changes, or because paper has none."""
        held = self._documents.get(key)
        known = labels.load(options.labels or held.header.language)
        internal_too = options.audience is Audience.CAPITAL
        return rebuilt_redline.lay_out(
            held.name, self._documents.content(key), said, known, internal=internal_too, printed=printed
        )

    def _build_redline(self, key: DocumentId, options: ExportOptions, delegation: str | None) -> Redline:
        """Collect the circulating items and, for the capital alone, the internal items."""
        document = self._documents.content(key)
        ours = self._positions.get(key)
        annotations = list(self._annotations.own_for_document(key))
        known = labels.load(options.labels or document.header.language)
        said = content.build(document, ours, annotations, known, delegation)
        if options.audience is Audience.CIRCULATION:
            return said

        def as_it_is(address: Address) -> str:
            return address

        return content.with_internal(said, internal_content.build(document, ours, annotations, cite=as_it_is), known)


class Export:
    """Files made from the content of a library: slow, changes nothing in it, safe on any thread.

    Each of its methods raises a ``NothingToExportError`` if there is nothing for the audience, an
    ``UnknownDelegationError`` if the options name no Member State, and an ``UnusableTemplateError`` if their
    template cannot be filled.
    """

    def __init__(
        self, documents: Documents, annotations: Annotations, positions: Positions, contributions: Contributions
    ) -> None:
        self._positions = positions
        self._redlines = Redlines(documents, annotations, positions)
        self._sheets = ExportBuilder(documents, annotations, positions, contributions)

    def write(
        self, document: DocumentId, kind: ExportKind, target: Path, options: ExportOptions
    ) -> RedlineResult | None:
        """Write a Word file on a document.

        Returns:
            What became of a redline; None for a file of another kind.

        Raises:
            ExportFailedError: If the file cannot be written; what was there is untouched.
            FileOpenError: If it is open elsewhere.
        """
        content, redlined, gathered = self._build_file(document, kind, options)
        save(content, target)
        _log.info("Exported %s on document %d: %d provisions", kind, document, gathered.provisions())
        return redlined

    def preview(self, document: DocumentId, kind: ExportKind, options: ExportOptions) -> ExportSummary:
        """Make the file in memory, and tell what is in it."""
        from delegate_desk.export.docx.text_extraction import extract_marked_text

        content, redlined, gathered = self._build_file(document, kind, options)
        marking, words = gathered.paper.cover.marking, extract_marked_text(content)
        text = "".join(said for _, said in words)
        entries = gathered.entries if kind is not ExportKind.COMPILATION else None
        return ExportSummary(text, gathered.provisions(), gathered.internal(), marking, redlined, words, entries)

    def mail(self, document: DocumentId, kind: ExportKind, options: ExportOptions) -> Mail:
        """The file as the text of a mail, and as a page that can be printed; of a redline, its text set anew."""
        from delegate_desk.export import html as hypertext
        from delegate_desk.export import text as plain

        sheet = self.build_export_document(document, kind, options)
        head, foot = _parts(sheet.page_header), _parts(sheet.page_footer)
        text, html = plain.render(sheet), hypertext.render(sheet)
        return Mail(text, html, sheet.title, head, foot, now(), landscape=sheet.landscape)

    def template_gaps(self, document: DocumentId, kind: ExportKind, options: ExportOptions) -> TemplateGaps:
        """Return the fields of the options' template that would not be filled."""
        sheet = self.build_export_document(document, kind, options)
        if sheet.template is None:
            return TemplateGaps()
        from delegate_desk.export.docx import custom_template

        return custom_template.gaps(sheet.template, sheet.fields)

    def save_file(self, content: bytes, target: Path) -> None:
        """Write a file that was made elsewhere, such as a PDF: whole or not at all.

        Raises:
            ExportFailedError: If the file cannot be written; what was there is untouched.
            FileOpenError: If it is open elsewhere.
        """
        save(content, target)

    def build_export_document(self, document: DocumentId, kind: ExportKind, options: ExportOptions) -> ExportDocument:
        """The file before it is written; of a redline, its text set anew."""
        said_by = self._delegation_code(options)
        if kind is ExportKind.REDLINE:
            return self._redlines.build_export_document(document, options, said_by)
        return self._sheets.lay_out(
            kind, self._sheets.collect(document, kind, options, said_by, local_date(now())), options
        )

    def _build_file(
        self, document: DocumentId, kind: ExportKind, options: ExportOptions
    ) -> tuple[bytes, RedlineResult | None, ExportMaterial]:
        """A file's content, what became of a redline, and what it is made of."""
        from delegate_desk.export.docx.renderer import render

        said_by, moment = self._delegation_code(options), now()
        gathered = self._sheets.collect(document, kind, options, said_by, local_date(moment))
        if kind is ExportKind.REDLINE:
            return *self._redlines.make(document, options, said_by, moment), gathered
        return render(self._sheets.lay_out(kind, gathered, options), moment), None, gathered

    def _delegation_code(self, options: ExportOptions) -> str | None:
        """Whose file it is: the code of a delegation."""
        if not options.delegation:
            return self._positions.delegation()
        known = delegation(options.delegation)
        if known is None:
            raise UnknownDelegationError(options.delegation)
        return known


def _parts(texts: tuple[ExportParagraph, ...]) -> tuple[str, ...]:
    """Return the texts of a header or footer, left to right, without fields; all texts on the left are joined."""
    lines = ["".join(run.text for run in text.runs if not run.field).split("\t") for text in texts]
    left = " · ".join(line[0].strip() for line in lines if line[0].strip())
    return tuple(part for part in (left, *(part.strip() for line in lines for part in line[1:])) if part.strip(" /"))


def fixed() -> str:
    """The moment to use instead of now, in seconds (reproducible-builds.org); empty where none is named."""
    named = os.environ.get("SOURCE_DATE_EPOCH", "")
    return named if named.isdecimal() else ""


def now() -> datetime.datetime:
    """The moment that the file bears, in UTC to the second."""
    seconds = fixed()
    if seconds:
        return datetime.datetime.fromtimestamp(int(seconds), datetime.UTC)
    return datetime.datetime.now(datetime.UTC).replace(microsecond=0)


def local_date(moment: datetime.datetime) -> datetime.date:
    """The date that the paper bears: where the delegate is, but for a fixed moment, which is the same everywhere."""
    return (moment if fixed() else moment.astimezone()).date()
