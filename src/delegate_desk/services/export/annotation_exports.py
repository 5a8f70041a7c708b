"""Exports of annotations: by document in reading order, or as a table for a spreadsheet."""

import datetime
from collections.abc import Callable, Collection
from dataclasses import replace
from itertools import groupby

from delegate_desk import paths
from delegate_desk.core.annotations.annotation import AnnotationId, Visibility
from delegate_desk.core.documents.citations import citation, labels_to
from delegate_desk.core.documents.document import Address, Document, DocumentId, LibraryDocument
from delegate_desk.core.errors import NothingToExportError
from delegate_desk.core.exchange.annotation_exchange import Outgoing, OutgoingAnnotation
from delegate_desk.core.positions.export_options import LABEL_LANGUAGES, Audience, ExportKind, ExportOptions
from delegate_desk.export import annotation_export, labels
from delegate_desk.export.annotation_export import AnnotationExport, OnDocument, Remarked
from delegate_desk.export.blocks import ExportDocument
from delegate_desk.export.layouts.annotation_list import csv_table, lay_out
from delegate_desk.export.position_paper import Cover
from delegate_desk.services.documents.documents import Documents
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
        internal = sum(one.annotation.visibility is Visibility.INTERNAL for one in outgoing.annotations)
        sheet = self._sheet(replace(outgoing, moment=moment), options)
        return BuiltExport(sheet, len(outgoing.annotations), internal)

    def word(self, outgoing: Outgoing) -> bytes:
        """A Word file of annotations on their way out."""
        from delegate_desk.export.docx.renderer import render

        return render(self._sheet(outgoing, ExportOptions(delegation=self._positions.delegation())), outgoing.moment)

    def _sheet(self, outgoing: Outgoing, options: ExportOptions) -> ExportDocument:
        words = labels.load(options.labels or _language(outgoing))
        if outgoing.internal:
            inside = self._build_export(outgoing, annotation_export.inside, words.language, options.delegation)
            return lay_out(inside, words, internal=True)
        circulating = self._build_export(outgoing, annotation_export.circulating, words.language, options.delegation)
        return lay_out(circulating, words, internal=False)

    def csv(self, outgoing: Outgoing) -> bytes:
        """A csv_table for a spreadsheet, its places in the words of each document's language."""
        places: dict[AnnotationId, str] = {}
        for held, some in _by_document(outgoing):
            cite = self._citation_formatter(self._documents.content(held.id), _label_language(held.header.language))
            places |= {one.annotation.id: cite(one.last_address) if one.last_address else "" for one in some}
        return csv_table(outgoing, places)

    def _build_export(
        self, outgoing: Outgoing, said: Callable[..., Remarked], language: str, delegation: str | None
    ) -> AnnotationExport[Remarked]:
        on: list[OnDocument[Remarked]] = []
        for held, some in _by_document(outgoing):
            document = self._documents.content(held.id)
            found = [one.annotation for one in some]
            on.append(
                annotation_export.on_document(
                    _cover(held), document, found, said, self._citation_formatter(document, language)
                )
            )
        date = outgoing.moment.astimezone().date()
        return AnnotationExport(delegation, date, tuple(on))

    def _citation_formatter(self, document: Document, language: str) -> Callable[[Address], str]:
        units = {unit.address: unit for unit in document.units()}
        words = paths.load_table("citations")[language]
        return lambda address: citation(address, labels_to(address, units), words)


def _by_document(outgoing: Outgoing) -> list[tuple[LibraryDocument, list[OutgoingAnnotation]]]:
    def of(one: OutgoingAnnotation) -> DocumentId:
        return one.document.id

    return [(some[0].document, some) for _, found in groupby(outgoing.annotations, of) for some in [list(found)]]


def _cover(held: LibraryDocument) -> Cover:
    header = held.header
    files = tuple(header.interinstitutional_files)
    return Cover(held.name, header.language, header.date, header.subject, header.marking, files)


def _language(outgoing: Outgoing) -> str:
    """The language of the labels: the documents' own where they share one that is known, else English."""
    languages = {one.document.header.language for one in outgoing.annotations}
    return _label_language(languages.pop()) if len(languages) == 1 else "en"


def _label_language(language: str) -> str:
    return language if language in LABEL_LANGUAGES else "en"
