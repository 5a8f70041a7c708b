"""Exports of annotations: by document in reading order, or as a table for a spreadsheet."""

import datetime
from collections.abc import Callable, Collection
from dataclasses import replace
from itertools import groupby

from delegate_desk.core.annotations.annotation import AnnotationId, Visibility
from delegate_desk.core.documents.document import LibraryDocument
from delegate_desk.core.errors import NothingToExportError
from delegate_desk.core.exchange.annotation_exchange import Outgoing, OutgoingAnnotation
from delegate_desk.core.positions.export_options import Audience, ExportKind, ExportOptions
from delegate_desk.export import labels
from delegate_desk.export.blocks import ExportDocument
from delegate_desk.export.layouts.annotation_list import (
    AnnotationExport,
    csv_table,
    lay_out,
    on_document,
)
from delegate_desk.export.position_paper import cover
from delegate_desk.services.documents.documents import Documents
from delegate_desk.services.export.document_exports import cites
from delegate_desk.services.export.export import BuiltExport
from delegate_desk.services.positions.positions import Positions


class AnnotationExports:
    """Builds the exports of annotations.

    ``collect_outgoing`` finds those that may leave: all or those named, and internal ones if that is asked for.
    """

    def __init__(self, documents: Documents, positions: Positions, collect_outgoing: Callable[..., Outgoing]) -> None:
        self._documents = documents
        self._positions = positions
        self._collect_outgoing = collect_outgoing

    def build(
        self, keys: Collection[AnnotationId], _: ExportKind, options: ExportOptions, moment: datetime.datetime
    ) -> BuiltExport:
        """Build the export of some annotations.

        Raises:
            NothingToExportError: If none of them may leave.
        """
        outgoing = self._collect_outgoing(internal=options.audience is Audience.CAPITAL, only=keys)
        if not outgoing.annotations:
            raise NothingToExportError("")
        internal = sum(annotation.annotation.visibility is Visibility.INTERNAL for annotation in outgoing.annotations)
        sheet = self._sheet(replace(outgoing, moment=moment), options)
        return BuiltExport(sheet, len(outgoing.annotations), internal)

    def word(self, outgoing: Outgoing) -> bytes:
        from delegate_desk.export.docx.renderer import render

        return render(self._sheet(outgoing, ExportOptions(delegation=self._positions.delegation())), outgoing.moment)

    def _sheet(self, outgoing: Outgoing, options: ExportOptions) -> ExportDocument:
        """Lay annotations out, in the documents' own language where they share one that has labels."""
        languages = {annotation.document.header.language for annotation in outgoing.annotations}
        words = labels.load(options.labels or (languages.pop() if len(languages) == 1 else "en"))
        on = []
        for held, some in _by_document(outgoing):
            document = self._documents.content(held.id)
            found = [exported.annotation for exported in some]
            cite = cites(document, (), words)
            on.append(on_document(cover(held.name, document), document, found, cite, internal=outgoing.internal))
        date = outgoing.moment.astimezone().date()
        return lay_out(AnnotationExport(options.delegation, date, tuple(on)), words, internal=outgoing.internal)

    def csv(self, outgoing: Outgoing) -> bytes:
        """A table for a spreadsheet, its places in the words of each document's language."""
        places: dict[AnnotationId, str] = {}
        for document, some in _by_document(outgoing):
            cite = cites(self._documents.content(document.id), (), labels.load(document.header.language))
            places |= {
                annotation.annotation.id: cite(annotation.last_address) if annotation.last_address else ""
                for annotation in some
            }
        return csv_table(outgoing, places)


def _by_document(outgoing: Outgoing) -> list[tuple[LibraryDocument, list[OutgoingAnnotation]]]:
    found = groupby(outgoing.annotations, lambda annotation: annotation.document.id)
    return [(some[0].document, some) for _, group in found for some in [list(group)]]
