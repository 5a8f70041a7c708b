"""Exports on revisions: a comparison of two documents, and what a revision changed for us."""

import datetime

from delegate_desk.core.documents.document import LibraryDocument
from delegate_desk.core.positions.export_options import ExportKind, ExportOptions
from delegate_desk.core.revisions.comparison import Comparison
from delegate_desk.core.revisions.consequences import Consequences
from delegate_desk.export import labels
from delegate_desk.export.labels import ExportLabels
from delegate_desk.export.layouts import comparison as comparison_layout
from delegate_desk.export.layouts import consequences as consequences_layout
from delegate_desk.export.layouts.comparison import ComparedText, ComparisonExport
from delegate_desk.export.layouts.consequences import ConsequencesReport
from delegate_desk.services.documents.documents import Documents
from delegate_desk.services.export.document_exports import cites
from delegate_desk.services.export.export import BuiltExport, local_date


class RevisionExports:
    """Builds the exports on revisions."""

    def __init__(self, documents: Documents) -> None:
        self._documents = documents

    def build_comparison(
        self, comparison: Comparison, _: ExportKind, options: ExportOptions, moment: datetime.datetime
    ) -> BuiltExport:
        """Build the export of a comparison; texts in two languages are laid side by side without marks.

        Raises:
            UnknownDocumentError: If one of the two was removed meanwhile.
        """
        old, new = self._documents.get(comparison.old), self._documents.get(comparison.new)
        known = labels.load(options.labels or new.header.language)
        before, after = (self._compared_text(document, comparison, known) for document in (old, new))
        compared = ComparisonExport(comparison, before, after, options.delegation, local_date(moment))
        changed = sum(comparison.counts().get(verdict, 0) for verdict in comparison_layout.COUNTED)
        return BuiltExport(comparison_layout.lay_out(compared, known, options.markup), changed)

    def build_consequences(
        self, consequences: Consequences, _: ExportKind, options: ExportOptions, moment: datetime.datetime
    ) -> BuiltExport:
        """Build the page on what a revision changed for us, which is for the capital alone."""
        known = labels.load(options.labels or consequences.new.header.language)
        old, new = (
            self._compared_text(document, consequences.comparison, known)
            for document in (consequences.old, consequences.new)
        )
        earlier = {item.earlier.old.id: item.earlier.old for item in consequences.deleted_earlier}
        sides = {key: self._compared_text(document, None, known) for key, document in earlier.items()}
        date = known.date(local_date(moment))
        report = ConsequencesReport(consequences, old, new, options.delegation, date, sides)
        ours = consequences.own_item_count
        return BuiltExport(consequences_layout.lay_out(report, known), ours, ours)

    def _compared_text(self, held: LibraryDocument, comparison: Comparison | None, known: ExportLabels) -> ComparedText:
        """A document under its name, with its language where the two are in different languages."""
        document = self._documents.content(held.id)
        across = comparison is not None and comparison.is_cross_language
        name = f"{held.name} ({held.header.language})" if across else held.name
        return ComparedText(name, document, cites(document, (), known))
