"""Exports on documents: positions, redlines, tables, annotations, comparisons and consequences."""

import datetime
import logging
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from itertools import chain, groupby

from delegate_desk import paths
from delegate_desk.core.amending.amended import AmendedAct, tracked_position
from delegate_desk.core.annotations.annotation import AnnotationId, Visibility
from delegate_desk.core.documents.citations import citation, labels_to
from delegate_desk.core.documents.document import Address, Document, DocumentId, LibraryDocument, Place
from delegate_desk.core.errors import NothingToExportError
from delegate_desk.core.exchange.annotation_exchange import Outgoing, OutgoingAnnotation
from delegate_desk.core.local_time import local_time
from delegate_desk.core.positions.export_options import Audience, EntryCounts, ExportKind, ExportOptions, RedlineResult
from delegate_desk.core.positions.position import PositionEntry
from delegate_desk.core.positions.returned_files import ExportRecord
from delegate_desk.core.revisions.comparison import Comparison
from delegate_desk.core.revisions.consequences import Consequences
from delegate_desk.core.translations.translation import Concordance
from delegate_desk.core.values import dataclass
from delegate_desk.export import internal_content as internal
from delegate_desk.export import labels
from delegate_desk.export import position_paper as paper
from delegate_desk.export.blocks import ExportDocument
from delegate_desk.export.internal_content import DelegationComment, ExportMaterial, new_provisions
from delegate_desk.export.labels import ExportLabels
from delegate_desk.export.layouts import annotated_text, column_table, position_paper
from delegate_desk.export.layouts import comparison as comparison_layout
from delegate_desk.export.layouts import consequences as consequences_layout
from delegate_desk.export.layouts.annotation_list import csv_table, lay_out, on_document, spreadsheet
from delegate_desk.export.layouts.comparison import ComparedText, ComparisonExport
from delegate_desk.export.layouts.consequences import ConsequencesReport
from delegate_desk.export.position_paper import Cite, cover, units_by_address
from delegate_desk.export.redline import content
from delegate_desk.export.redline.tracked_changes import UnsupportedFileError
from delegate_desk.services.annotations.annotations import Annotations
from delegate_desk.services.contributions import Contributions
from delegate_desk.services.documents.document_lookup import COLUMN_LANGUAGE
from delegate_desk.services.documents.documents import Documents
from delegate_desk.services.export.export import BuiltExport, local_date
from delegate_desk.services.positions.positions import Positions

_log = logging.getLogger(__name__)


@dataclass(frozen=True, eq=False)
class DocumentExports:
    documents: Documents
    annotations: Annotations
    positions: Positions
    contributions: Contributions

    def build(self, key: DocumentId, kind: ExportKind, options: ExportOptions, when: datetime.datetime) -> BuiltExport:
        """Build an export of one of the ``DOCUMENT_KINDS``.

        Raises:
            NothingToExportError: If there is nothing for this audience.
            UnusableTemplateError: If the template cannot be filled.
        """
        gathered = self._collect(key, kind, options, local_date(when))
        if kind is ExportKind.REDLINE:
            return self._redline(key, kind, gathered, when)
        export = KINDS[kind](gathered, options)
        if options.template is not None:
            from delegate_desk.export.docx import custom_template

            export = replace(export, template=custom_template.read(options.template))
        entries = gathered.entries if kind is not ExportKind.COMPILATION else None
        record = self._record(key, kind, gathered)
        return BuiltExport(export, gathered.provisions(), gathered.internal(), entries, record=record)

    def build_amended(
        self, act: AmendedAct, _: ExportKind, options: ExportOptions, when: datetime.datetime
    ) -> BuiltExport:
        """Build the base act with the amending acts as tracked changes, each naming its instruction.

        Raises:
            NothingToExportError: If no instruction was applied.
        """
        base, document = self.documents.get(act.base), self.documents.content(act.base)
        texts = labels.load(options.labels or base.header.language)
        names = {key: self.documents.get(key).name for key in act.amending}

        def cite_origin(place: Place) -> str:
            return f"{names[place.document]}, {self.documents.citation(place, texts.language)}"

        notice = texts.words["amended_notice"].format(base=base.name, amending=", ".join(names.values()))
        changes = tracked_position(document, act, cite_origin, notice)
        cite = cites(document, changes.items, texts)
        date = local_date(when)
        tracked = paper.build(base.name, document, changes, (), delegation=options.delegation, date=date, cite=cite)
        return self._redline(act.base, ExportKind.AMENDED, ExportMaterial(document, tracked, None, texts, cite), when)

    def _collect(
        self, key: DocumentId, kind: ExportKind, options: ExportOptions, date: datetime.date
    ) -> ExportMaterial:
        stored = self.documents.get(key)
        document = self.documents.content(key)
        position = self.positions.get(key)
        annotations = self.annotations.own_for_document(key)
        texts = labels.load(options.labels or stored.header.language)
        contributions = self.contributions.for_document(key) if kind is ExportKind.COMPILATION else []
        papers = {contribution.paper: self.documents.get(contribution.paper).header for contribution in contributions}
        others = tuple(
            DelegationComment(comment, papers[contribution.paper].language)
            for contribution in contributions
            for comment in contribution.placed
        )
        cite = cites(document, [*position.items, *new_provisions(others)], texts)
        position_paper = paper.build(
            stored.name, document, position, annotations, delegation=options.delegation, date=date, cite=cite
        )
        markings = (position_paper.cover.marking, *(header.marking for header in papers.values()))
        position_paper = replace(
            position_paper, cover=replace(position_paper.cover, marking=next(filter(None, markings), None))
        )
        capital = options.audience is Audience.CAPITAL
        inside = internal.build(document, position, annotations, cite=cite) if capital else None
        addresses = {provision.address for provision in inside.provisions} if inside else set()
        entry_count = sum(paper.speaks(item) or item.address in addresses for item in position.items)
        notes = sum(annotation.circulates for annotation in annotations)
        has_general = bool(position_paper.general.strip() or (inside and inside.general.strip()))
        entries = EntryCounts(entry_count, len(position.items), notes, has_general)
        material = ExportMaterial(document, position_paper, inside, texts, cite, others, entries)
        if material.is_empty():
            raise NothingToExportError(stored.name)
        return material

    def _redline(
        self, key: DocumentId, kind: ExportKind, gathered: ExportMaterial, when: datetime.datetime
    ) -> BuiltExport:
        """Return our changes in the original, or in a new layout of its text if it is no Word file; always tracked."""
        from delegate_desk.export.redline import renderer

        document, texts, inside = gathered.document, gathered.labels, gathered.inside
        redline = content.build(gathered.paper, texts, inside)
        if redline.is_empty():
            raise NothingToExportError(gathered.paper.cover.name)
        rendered = None
        if any(unit.sources for unit in document.units()):
            try:
                rendered = renderer.render(self.documents.original_bytes(key), document, redline, when, marked=True)
            except UnsupportedFileError as error:
                _log.info("No redline in the original of document %d itself: %s", key, error.why)
        export = annotated_text.lay_out_redline(gathered, printed=rendered is not None)
        unplaced = rendered.unplaced if rendered else content.find_unplaced(document, redline)
        return BuiltExport(
            export,
            gathered.provisions(),
            gathered.internal(),
            gathered.entries,
            RedlineResult(rendered is None, unplaced),
            rendered.content if rendered else None,
            record=replace(self._record(key, kind, gathered), rows=rendered.rows if rendered else ()),
        )

    def _record(self, key: DocumentId, kind: ExportKind, gathered: ExportMaterial) -> ExportRecord:
        stored = self.documents.get(key)
        reference = str(stored.header.reference) if stored.header.reference else ""
        return ExportRecord(kind, reference, stored.header.language, stored.sha256, gathered.labels.language)


def cites(document: Document, items: Iterable[PositionEntry], texts: ExportLabels) -> Cite:
    """Return a function that cites the units of a document and new provisions in it."""
    words = paths.load_table("citations")[texts.language]
    units = units_by_address(document, items)

    def cite(address: Address) -> str:
        return citation(address, labels_to(address, units), words)

    return cite


KINDS: dict[ExportKind, Callable[[ExportMaterial, ExportOptions], ExportDocument]] = {
    ExportKind.POSITION: position_paper.lay_out,
    ExportKind.COMMENTS_TABLE: position_paper.lay_out_comments_table,
    ExportKind.ANNOTATED: annotated_text.lay_out,
    ExportKind.COMPILATION: position_paper.lay_out_compilation,
}
"""Layout function of each kind made from our position, annotations and contributions."""


@dataclass(frozen=True, eq=False)
class AnnotationExports:
    """Builds the exports of annotations.

    ``collect_outgoing`` selects those that may leave: all or those named, with internal ones if requested.
    """

    documents: Documents
    positions: Positions
    collect_outgoing: Callable[..., Outgoing]

    def build(
        self, keys: Collection[AnnotationId], _: ExportKind, options: ExportOptions, when: datetime.datetime
    ) -> BuiltExport:
        """Build the export of some annotations.

        Raises:
            NothingToExportError: If none of them may leave.
        """
        outgoing = self.collect_outgoing(internal=options.audience is Audience.CAPITAL, only=keys)
        if not outgoing.annotations:
            raise NothingToExportError("")
        internal = sum(annotation.annotation.visibility is Visibility.INTERNAL for annotation in outgoing.annotations)
        export = self._sheet(replace(outgoing, moment=when), options)
        return BuiltExport(export, len(outgoing.annotations), internal)

    def word(self, outgoing: Outgoing) -> bytes:
        from delegate_desk.export.docx.renderer import render

        return render(self._sheet(outgoing, ExportOptions(delegation=self.positions.delegation())), outgoing.moment)

    def _sheet(self, outgoing: Outgoing, options: ExportOptions) -> ExportDocument:
        """Lay out annotations, in the language of their documents if they share one that has labels."""
        languages = {annotation.document.header.language for annotation in outgoing.annotations}
        words = labels.load(options.labels or (languages.pop() if len(languages) == 1 else "en"))
        parts = []
        for stored, group in _by_document(outgoing):
            document = self.documents.content(stored.id)
            notes = [exported.annotation for exported in group]
            cite = cites(document, (), words)
            parts.append(on_document(cover(stored.name, document), document, notes, cite, internal=outgoing.internal))
        date = local_time(outgoing.moment).date()
        return lay_out(options.delegation, date, parts, words, internal=outgoing.internal)

    def csv(self, outgoing: Outgoing) -> bytes:
        """Return a table for a spreadsheet, with places in the words of each document's language."""
        places: dict[AnnotationId, str] = {}
        for document, annotations in _by_document(outgoing):
            cite = cites(self.documents.content(document.id), (), labels.load(document.header.language))
            for exported in annotations:
                places[exported.annotation.id] = cite(exported.last_address) if exported.last_address else ""
        return csv_table(outgoing, places)


def _by_document(outgoing: Outgoing) -> list[tuple[LibraryDocument, list[OutgoingAnnotation]]]:
    groups = groupby(outgoing.annotations, lambda annotation: annotation.document.id)
    return [(annotations[0].document, annotations) for _, group in groups for annotations in [list(group)]]


class RevisionExports:
    def __init__(self, documents: Documents) -> None:
        self._documents = documents

    def build_comparison(
        self, comparison: Comparison, _: ExportKind, options: ExportOptions, when: datetime.datetime
    ) -> BuiltExport:
        """Build the export of a comparison; texts in two languages stand side by side without marks.

        Raises:
            UnknownDocumentError: If one of the two was removed meanwhile.
        """
        old, new = self._documents.get(comparison.old), self._documents.get(comparison.new)
        texts = labels.load(options.labels or new.header.language)
        before, after = (self._compared_text(document, comparison, texts) for document in (old, new))
        compared = ComparisonExport(comparison, before, after, options.delegation, local_date(when))
        changed = sum(comparison.counts().get(verdict, 0) for verdict in comparison_layout.COUNTED)
        return BuiltExport(comparison_layout.lay_out(compared, texts, options.markup), changed)

    def build_columns(self, texts: Sequence[DocumentId], kind: ExportKind, *_: object) -> BuiltExport:
        """Build a four-column table of three texts, in the usual layout; its headings and its record name them."""
        documents = [self._documents.get(key) for key in texts]
        table = self._documents.build_column_table(texts)
        headers, names = [document.header for document in documents], [document.name for document in documents]
        markings = (header.marking for header in headers if header.marking)
        subject = next((header.subject for header in headers if header.subject), "")
        export = column_table.lay_out(table, names, subject, labels.load(COLUMN_LANGUAGE), next(markings, None))
        hashes = " ".join(document.sha256 for document in documents)
        record = ExportRecord(kind, "; ".join(names), headers[0].language, hashes, COLUMN_LANGUAGE)
        return BuiltExport(export, len(table.rows), record=record)

    def build_consequences(
        self, consequences: Consequences, _: ExportKind, options: ExportOptions, when: datetime.datetime
    ) -> BuiltExport:
        """Build the page on what a revision changed for us, which is for the capital only."""
        texts = labels.load(options.labels or consequences.new.header.language)
        comparison, sides = consequences.comparison, (consequences.old, consequences.new)
        old, new = (self._compared_text(document, comparison, texts) for document in sides)
        earlier = {item.earlier.old.id: item.earlier.old for item in consequences.deleted_earlier}
        before = {key: self._compared_text(document, None, texts) for key, document in earlier.items()}
        date = texts.date(local_date(when))
        report = ConsequencesReport(consequences, old, new, options.delegation, date, before)
        own_count = consequences.own_item_count
        return BuiltExport(consequences_layout.lay_out(report, texts), own_count, own_count)

    def build_concordance(
        self, concordances: Sequence[Concordance], _: ExportKind, options: ExportOptions, when: datetime.datetime
    ) -> BuiltExport:
        """Build the table of concordances, also for a spreadsheet.

        Raises:
            NothingToExportError: If they have no passages.
        """
        shown = [entry for entry in concordances if entry.pairs]
        if not shown:
            raise NothingToExportError(", ".join(entry.phrase for entry in concordances))
        pairs = [(entry, pair) for entry in shown for pair in entry.pairs]
        texts = labels.load(options.labels or "en")
        keys = {side.document for _, pair in pairs for side in (pair.source, pair.target)}
        cite = {key: cites(self._documents.content(key), (), texts) for key in keys}
        marking = next(filter(None, (self._documents.get(key).header.marking for key in keys)), None)
        export = column_table.lay_out_concordance(
            shown, lambda place: cite[place.document](place.address), texts.date(local_date(when)), texts, marking
        )
        sides = ("document", "address", "language", "text")
        rows: list[Sequence[str]] = [("phrase", "translation", *sides * 2, "usual")]
        for entry, pair in pairs:
            usual = entry.usual.text if entry.usual else ""
            passages = ((side.name, side.address, side.language, side.text) for side in (pair.source, pair.target))
            rows.append((entry.phrase, usual, *chain.from_iterable(passages), "yes" if pair.is_usual else "no"))
        return BuiltExport(export, len(pairs), files={".csv": spreadsheet(rows)})

    def _compared_text(self, side: LibraryDocument, comparison: Comparison | None, texts: ExportLabels) -> ComparedText:
        """Return a document's name, with the language if the two documents are in different languages."""
        document = self._documents.content(side.id)
        across = comparison is not None and comparison.is_cross_language
        name = f"{side.name} ({side.header.language})" if across else side.name
        return ComparedText(name, document, cites(document, (), texts))
