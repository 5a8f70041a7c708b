"""The commands for documents, annotations and search."""

import argparse
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from delegate_desk.cli.command_result import (
    CommandResult,
    Shape,
    UsageError,
    document_name,
    explain,
    index_imported,
    person_label,
    pick,
)
from delegate_desk.core.annotations.annotation import Annotation, AnnotationKind, Visibility
from delegate_desk.core.changes import Changes
from delegate_desk.core.documents.corrections import CorrectableField, Correction
from delegate_desk.core.documents.document import (
    Document,
    ImportResult,
    ImportStatus,
    LibraryDocument,
    Mention,
    Paragraph,
    Place,
    View,
)
from delegate_desk.core.documents.references import Reference
from delegate_desk.core.errors import DeskError, UnreadableDocumentError
from delegate_desk.core.local_time import local_time
from delegate_desk.core.search import GoToSuggestion, Hit, QueryChange, SearchResults, Sort, Suggestion
from delegate_desk.desk import Desk

if TYPE_CHECKING:
    from delegate_desk.core.annotations.anchoring import UnanchoredItem
    from delegate_desk.core.exchange.package import Person


def import_files(desk: Desk, given: argparse.Namespace) -> CommandResult:
    items = list(desk.documents.import_files(given.paths))
    reasons = [explain(item.error) for item in items if isinstance(item.error, DeskError)]
    desk.meetings.reparse_after_changes(
        Changes(documents=frozenset(item.document.id for item in items if item.document))
    )
    desk.exchange.place_orphaned()
    reasons += index_imported(desk)
    return CommandResult(
        {"items": [import_json(item) for item in items]}, [_import_line(item) for item in items], reasons
    )


def _import_line(item: ImportResult) -> str:
    library_document = item.document
    if library_document is None:
        return f"{item.status}  {item.path}"
    verb = "imported" if item.status is ImportStatus.IMPORTED else "already in library"
    return (
        f"{verb}  {library_document.name}  {library_document.header.language}  {library_document.header.subject[:80]}"
    )


def import_json(item: ImportResult) -> Shape:
    library_document = item.document
    error = None
    if isinstance(item.error, UnreadableDocumentError):
        error = {"kind": item.error.reason, "message": explain(item.error)}
    elif isinstance(item.error, DeskError):
        error = {"kind": "unreadable", "message": explain(item.error)}
    return pick(
        item,
        "path status",
        document=library_document.id if library_document else None,
        reference=document_name(library_document) if library_document else None,
        language=library_document.header.language if library_document else None,
        error=error if item.status is ImportStatus.REFUSED else None,
    )


def list_documents(desk: Desk, _: argparse.Namespace) -> CommandResult:
    library_documents = desk.documents.all()
    answer, names = _list_result(library_documents), desk.dossiers.names(library_documents)
    for shape in answer.data["documents"]:
        shape["dossier"] = names[shape["document"]]
    return answer


def _list_result(library_documents: list[LibraryDocument]) -> CommandResult:
    lines = [
        f"#{h.id}  {h.name}  {h.header.language}  {h.header.date or '–'}  {h.header.marking or ''}  "
        f"{h.paragraphs} paragraphs  {h.header.subject[:80]}"
        for h in library_documents
    ]
    return CommandResult(
        {"documents": [document_json(h) for h in library_documents]}, lines or ["There are no documents."]
    )


def document_json(library_document: LibraryDocument) -> Shape:
    return pick(
        library_document.header,
        "language date document_type subject marking",
        document=library_document.id,
        reference=document_name(library_document),
        paragraphs=library_document.paragraphs,
    )


def show(desk: Desk, given: argparse.Namespace) -> CommandResult:
    library_document = _find_document(desk, given)
    document = desk.documents.content(library_document.id)
    view = View(given.view)
    header = library_document.header
    lines = [f"{library_document.name} · {header.document_type_label or ''} · {header.date or ''}", header.subject, ""]
    lines += [f"{'  ' * (unit.depth - 1)}{unit.label} {unit.in_view(view).text}".rstrip() for unit in document.units()]
    corrections = desk.corrections.for_document(library_document.id)
    unplaced = desk.reparse.unplaced(library_document.id)
    lines += [f"Corrected: {one.field} (read: {one.read or '–'})" for one in corrections]
    lines += [f"Unplaced since it was re-imported: {_unplaced(item)}" for item in unplaced]
    shape = full_document_json(library_document, document, desk.documents.mentions(library_document.id), view)
    return CommandResult({**shape, **corrections_json(library_document, corrections, unplaced)}, lines)


def _unplaced(item: "UnanchoredItem") -> str:
    return f"{item.annotation.kind if item.annotation else 'position entry'}, previously on {item.address}"


def full_document_json(
    library_document: LibraryDocument,
    document: Document,
    mentions: Iterable[tuple[Mention, LibraryDocument | None]],
    view: View,
) -> Shape:
    return pick(
        library_document.header,
        "language original_language date marking public classification document_type document_type_label sender "
        "recipient subject interinstitutional_files previous_documents commission_documents confidence",
        document=library_document.id,
        reference=document_name(library_document),
        subject_codes=[pick(code, "code number") for code in library_document.header.subject_codes],
        sha256=library_document.sha256,
        mark_up=document.mark_up,
        mark_up_why=document.why or "",
        remarks=document.remarks,
        paragraphs=[_paragraph(unit, view) for unit in document.paragraphs],
        footnotes=[
            pick(note, "address label", text=note.in_view(view).text, called_from=document.called_from(note.address))
            for note in document.footnotes
        ],
        references=[pick(m, "text target address", held=other is not None) for m, other in mentions],
    )


def _paragraph(unit: Paragraph, view: View) -> Shape:
    reading = unit.in_view(view)
    footnotes = [call.note for call in reading.calls]
    return pick(unit, "address label kind depth page", text=reading.text, footnotes=footnotes)


def correct(desk: Desk, given: argparse.Namespace) -> CommandResult:
    library_document = _find_document(desk, given)
    field = CorrectableField(given.field)
    if given.take_back:
        changes = desk.corrections.revert(library_document.id, field)
    else:
        changes = desk.corrections.correct(library_document.id, field, given.value)
    desk.meetings.reparse_after_changes(changes)
    desk.exchange.place_orphaned()
    library_document = desk.documents.get(library_document.id)
    corrections = desk.corrections.for_document(library_document.id)
    verb = "was reset to the value read" if given.take_back else "was corrected"
    shape = corrections_json(library_document, corrections, desk.reparse.unplaced(library_document.id))
    return CommandResult(
        {"document": library_document.id, **shape},
        [f"The {field.replace('_', ' ')} of {library_document.name} {verb}."],
    )


def corrections_json(
    library_document: LibraryDocument, corrections: Iterable[Correction], unplaced: "Iterable[UnanchoredItem]"
) -> Shape:
    return pick(
        None,
        corrections=[pick(correction, "field value read made") for correction in corrections],
        unsure=library_document.header.uncertain_fields(),
        unplaced=unanchored_json(unplaced),
    )


def reread(desk: Desk, given: argparse.Namespace) -> CommandResult:
    wanted = [_find_document(desk, given)] if given.reference else desk.reparse.outdated()
    done, lines, reasons = [], [], []
    for library_document in wanted:
        try:
            desk.meetings.reparse_after_changes(desk.reparse.reread(library_document.id))
        except UnreadableDocumentError as error:
            reasons.append(explain(error))
            continue
        done.append(desk.documents.get(library_document.id))
        lines.append(f"{done[-1].name} was re-imported from its original.")
        lines += [f"  now unplaced: {_unplaced(item)}" for item in desk.reparse.unplaced(library_document.id)]
    shape = [{**document_json(h), "unplaced": unanchored_json(desk.reparse.unplaced(h.id))} for h in done]
    return CommandResult({"documents": shape}, lines or ["There was nothing to re-import."], reasons)


def unanchored_json(unplaced: "Iterable[UnanchoredItem]") -> list[Shape]:
    return [
        pick(
            item,
            "address text",
            kind="annotation" if item.annotation else "position",
            annotation=item.annotation.id if item.annotation else None,
        )
        for item in unplaced
    ]


def missing(desk: Desk, _: argparse.Namespace) -> CommandResult:
    named = desk.documents.missing()
    lines = [
        f"{reference}  mentioned in {', '.join(library_document.name for library_document in by) or 'an agenda'}"
        for reference, by in named
    ]
    return CommandResult(
        {"missing": [missing_document_json(*value) for value in named]}, lines or ["No document is missing."]
    )


def missing_document_json(reference: Reference, by: Iterable[LibraryDocument]) -> Shape:
    return {"reference": str(reference), "named_in": [{"document": h.id, "reference": document_name(h)} for h in by]}


def remove(desk: Desk, given: argparse.Namespace) -> CommandResult:
    library_document = _find_document(desk, given)
    desk.documents.remove(library_document.id)
    return CommandResult(
        {"documents": [document_json(library_document)]}, [f"{library_document.name} was moved to the trash."]
    )


def restore_document(desk: Desk, given: argparse.Namespace) -> CommandResult:
    library_document = desk.documents.find_trashed(given.reference, given.language)
    desk.documents.restore(library_document.id)
    desk.exchange.place_orphaned()
    return CommandResult(
        {"documents": [document_json(library_document)]}, [f"{library_document.name} was restored from the trash."]
    )


def trash(desk: Desk, given: argparse.Namespace) -> CommandResult:
    library_documents = desk.documents.trash()
    if not given.empty:
        return _list_result(library_documents)
    gone = desk.documents.empty_trash().documents
    desk.indexing.purge_removed()
    removed = [document for document in library_documents if document.id in gone]
    return CommandResult(
        {"documents": [document_json(h) for h in removed]}, [f"{h.name} was permanently deleted." for h in removed]
    )


def annotate(desk: Desk, given: argparse.Namespace) -> CommandResult:
    from delegate_desk.core.annotations.annotation_list import parse_deadline

    due = None if given.due is None else parse_deadline(given.due, local_time(datetime.now(UTC)))
    if given.due is not None and due is None:
        raise UsageError(f"not a date or time: {given.due}")
    library_document = _find_document(desk, given)
    place = Place(library_document.id, desk.documents.place(library_document.id, given.address))
    annotation = desk.annotations.new(
        place,
        AnnotationKind(given.kind),
        text=given.text,
        words=given.quote,
        tags=given.tag,
        visibility=Visibility(given.visibility),
        due=due and due.replace(tzinfo=None).astimezone(),  # in summer another offset than today's may hold
    )
    desk.annotations.save(annotation)
    return CommandResult(
        {"annotations": [annotation_json(annotation, library_document)]},
        [f"{given.kind} on {place.address} of {library_document.name}"],
    )


def list_annotations(desk: Desk, given: argparse.Namespace) -> CommandResult:
    all_of_them = desk.annotations.all()
    if given.reference:
        only = _find_document(desk, given)
        all_of_them = [a for a in all_of_them if a.place.document == only.id]
    library_documents = {key: desk.documents.get(key) for key in {a.place.document for a in all_of_them}}
    authors = {str(key): person for key, person in desk.people.all().items()}
    lines = [
        f"{library_documents[a.place.document].name}  {a.place.address}  {a.kind}  {a.status}  {a.visibility}  "
        f"{f'{person_label(authors[a.author])}: ' if a.author else ''}{a.text}"
        for a in all_of_them
    ]
    data = {
        "annotations": [
            annotation_json(a, library_documents[a.place.document], authors.get(a.author) if a.author else None)
            for a in all_of_them
        ]
    }
    return CommandResult(data, lines or ["There are no annotations."])


def annotation_json(annotation: Annotation, library_document: LibraryDocument, author: "Person | None" = None) -> Shape:
    quote = annotation.quote
    return pick(
        annotation,
        "id kind text tags status visibility created due carried origin address=place.address",
        document=library_document.id,
        reference=document_name(library_document),
        language=library_document.header.language,
        quote=quote and pick(quote, "exact prefix suffix start end"),
        author=author and pick(author, "id name", delegation=author.delegation or None),
    )


def _find_document(desk: Desk, given: argparse.Namespace) -> LibraryDocument:
    return desk.documents.find(given.reference, given.language)


_CHANGES = {
    QueryChange.FILTER: "without {what}",
    QueryChange.SPELLING: "with the spelling {what}",
    QueryChange.LANGUAGE: "{what}",
    QueryChange.STEMMING: "with other endings",
    QueryChange.WORDS: "without {what}",
}


def search(desk: Desk, given: argparse.Namespace) -> CommandResult:
    results = desk.search.find(given.query, limit=given.limit, sort=Sort(given.sort))
    data, lines = search_json(results), list(search_lines(results))
    if given.across:
        from delegate_desk.cli import translations

        across = desk.translations.across.find(given.query, limit=given.limit, sort=Sort(given.sort))
        data["across"] = translations.across_json(across)
        lines += translations.across_lines(across)
    return CommandResult(data, lines)


def reindex(desk: Desk, _: argparse.Namespace) -> CommandResult:
    things = 0
    for things, _of in desk.indexing.rebuild():  # noqa: B007  (the last is the number of all)
        pass
    return CommandResult({"indexed": things}, [f"Search index rebuilt: {things} documents, annotations and positions."])


def search_json(results: SearchResults) -> Shape:
    return pick(
        results,
        "query total facets understood=parsed_query.description hints=parsed_query.hints rebuilt=was_rebuilt "
        "partial=is_partial waiting=pending_count cut=is_truncated",
        elapsed_ms=round(results.elapsed_ms, 1),
        hits=[_hit_json(hit) for hit in results.hits],
        offers=[
            pick(offer, "name language citation subject document=place.document address=place.address")
            for offer in results.go_to_suggestions
        ],
        suggestions=[pick(suggestion, "change query total what=detail") for suggestion in results.suggestions],
    )


def _hit_json(hit: Hit) -> Shape:
    return pick(
        hit,
        "kind document reference language marking address label snippet highlights other_languages annotation "
        "line why=match_reasons",
        revisions=[pick(other, "document address reference=name") for other in hit.revisions],
    )


def search_lines(results: SearchResults) -> Iterator[str]:
    if results.was_rebuilt:
        yield "The search index was missing or damaged and has been rebuilt."
    if results.is_partial:
        yield "The search index is being rebuilt: results are incomplete."
    if results.pending_count:
        yield f"{results.pending_count} documents, notes and positions are not indexed yet."
    if results.is_truncated:
        yield "The search was stopped after its time limit: there may be more results."
    count = f"at least {results.total}" if results.is_truncated or results.is_partial else str(results.total)
    yield f"{count} found · {results.parsed_query.description}"
    yield from results.parsed_query.hints
    yield from map(_suggested_place_line, results.go_to_suggestions)
    for hit in results.hits:
        yield from _hit_lines(hit)
    if results.suggestions:
        yield "Other searches with results:"
        yield from map(_suggestion_line, results.suggestions)


def _suggested_place_line(offer: GoToSuggestion) -> str:
    return "  ".join(filter(None, (f"→ {offer.name} {offer.language}", offer.citation, offer.subject[:80])))


def _hit_lines(hit: Hit) -> Iterator[str]:
    yield f"{hit.name} {hit.language} {hit.marking or ''} {hit.address}  {hit.snippet}"
    if hit.revisions:
        yield f"    also in {', '.join(f'{other.name} {other.address}' for other in hit.revisions)}"
    if hit.other_languages:
        yield f"    also in {', '.join(hit.other_languages)}"


def _suggestion_line(suggestion: Suggestion) -> str:
    how = _CHANGES[suggestion.change].format(what=suggestion.detail)
    return f"  {suggestion.query}  ({how}: {suggestion.total})"
