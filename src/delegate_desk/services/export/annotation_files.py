"""Annotations as files for people: a Word file by document in reading order, and a csv_table for a spreadsheet."""

from collections.abc import Callable
from itertools import groupby

from delegate_desk import paths
from delegate_desk.core.annotations.annotation import AnnotationId
from delegate_desk.core.documents.citations import citation, labels_to
from delegate_desk.core.documents.document import Address, Document, DocumentId, LibraryDocument
from delegate_desk.core.exchange.annotation_exchange import Outgoing, OutgoingAnnotation
from delegate_desk.core.positions.export_options import LABEL_LANGUAGES
from delegate_desk.export import annotation_export, labels
from delegate_desk.export.annotation_export import AnnotationExport, OnDocument, Remarked
from delegate_desk.export.layouts.annotation_list import csv_table, lay_out
from delegate_desk.export.position_paper import Cover
from delegate_desk.services.documents.documents import Documents
from delegate_desk.services.positions.positions import Positions


class AnnotationFiles:
    """Writers of what leaves, for ``Exchange.register``."""

    def __init__(self, documents: Documents, positions: Positions) -> None:
        self._documents = documents
        self._positions = positions

    def word(self, outgoing: Outgoing) -> bytes:
        """A Word file; of those that are internal it has none unless they were asked for."""
        from delegate_desk.export.docx.renderer import render

        words = labels.load(_language(outgoing))
        if outgoing.internal:
            sheet = lay_out(
                self._build_export(outgoing, annotation_export.inside, words.language), words, internal=True
            )
        else:
            sheet = lay_out(
                self._build_export(outgoing, annotation_export.circulating, words.language), words, internal=False
            )
        return render(sheet, outgoing.moment)

    def csv(self, outgoing: Outgoing) -> bytes:
        """A csv_table for a spreadsheet, its places in the words of each document's language."""
        places: dict[AnnotationId, str] = {}
        for held, some in _by_document(outgoing):
            cite = self._citation_formatter(self._documents.content(held.id), _label_language(held.header.language))
            places |= {one.annotation.id: cite(one.last_address) if one.last_address else "" for one in some}
        return csv_table(outgoing, places)

    def _build_export(
        self, outgoing: Outgoing, said: Callable[..., Remarked], language: str
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
        return AnnotationExport(self._positions.delegation(), date, tuple(on))

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
