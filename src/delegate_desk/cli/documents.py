"""The commands for documents, annotations and search."""

import argparse
from collections.abc import Iterable

from delegate_desk.cli.command_result import (
    CommandResult,
    Shape,
    document_name,
    explain,
    format_timestamp,
    person_label,
)
from delegate_desk.core.annotations.anchoring import UnanchoredItem
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
from delegate_desk.core.exchange.people import Person
from delegate_desk.desk import Desk


def import_files(desk: Desk, given: argparse.Namespace) -> CommandResult:
    items = list(desk.documents.import_files(given.paths))
    reasons = [explain(item.error) for item in items if isinstance(item.error, DeskError)]
    desk.meetings.reparse_after_changes(
        Changes(documents=frozenset(item.document.id for item in items if item.document))
    )
    desk.exchange.place_orphaned()
    try:
        desk.search.make_ready()
    except DeskError as error:  # what came in is kept; the index catches up when it can
        reasons.append(explain(error))
    return CommandResult(
        {"items": [import_json(item) for item in items]}, [_import_line(item) for item in items], reasons
    )


def _import_line(item: ImportResult) -> str:
    held = item.document
    if held is None:
        return f"{item.status}  {item.path}"
    verb = "imported" if item.status is ImportStatus.IMPORTED else "already in library"
    return f"{verb}  {held.name}  {held.header.language}  {held.header.subject[:80]}"


def import_json(item: ImportResult) -> Shape:
    held = item.document
    error = None
    if isinstance(item.error, UnreadableDocumentError):
        error = {"kind": str(item.error.reason), "message": explain(item.error)}
    elif isinstance(item.error, DeskError):
        error = {"kind": "unreadable", "message": explain(item.error)}
    return {
        "path": item.path,
        "status": str(item.status),
        "document": held.id if held else None,
        "reference": document_name(held) if held else None,
        "language": held.header.language if held else None,
        "error": error if item.status is ImportStatus.REFUSED else None,
    }


def list_documents(desk: Desk, _: argparse.Namespace) -> CommandResult:
    held = desk.documents.all()
    answer, names = _listed(held), desk.dossiers.names(held)
    for shape in answer.data["documents"]:
        shape["dossier"] = names[shape["document"]]
    return answer


def _listed(held: list[LibraryDocument]) -> CommandResult:
    lines = [
        f"#{h.id}  {h.name}  {h.header.language}  {h.header.date or '–'}  {h.header.marking or ''}  "
        f"{h.paragraphs} paragraphs  {h.header.subject[:80]}"
        for h in held
    ]
    return CommandResult({"documents": [document_json(h) for h in held]}, lines or ["There are no documents."])


def document_json(held: LibraryDocument) -> Shape:
    header = held.header
    return {
        "document": held.id,
        "reference": document_name(held),
        "language": header.language,
        "date": header.date.isoformat() if header.date else None,
        "document_type": header.document_type,
        "subject": header.subject,
        "marking": header.marking,
        "paragraphs": held.paragraphs,
    }


def show(desk: Desk, given: argparse.Namespace) -> CommandResult:
    held = _held(desk, given)
    document = desk.documents.content(held.id)
    view = View(given.view)
    header = held.header
    lines = [f"{held.name} · {header.document_type_label or ''} · {header.date or ''}", header.subject, ""]
    lines += [f"{'  ' * (unit.depth - 1)}{unit.label} {unit.in_view(view).text}".rstrip() for unit in document.units()]
    corrections = desk.corrections.for_document(held.id)
    unplaced = desk.reparse.unplaced(held.id)
    lines += [f"Corrected: {one.field} (read: {one.read or '–'})" for one in corrections]
    lines += [f"Unplaced since it was re-imported: {_unplaced(one)}" for one in unplaced]
    shape = full_document_json(held, document, desk.documents.mentions(held.id), view)
    return CommandResult({**shape, **corrections_json(held, corrections, unplaced)}, lines)


def _unplaced(one: UnanchoredItem) -> str:
    return f"{one.annotation.kind if one.annotation else 'position entry'}, previously on {one.address}"


def full_document_json(
    held: LibraryDocument, document: Document, mentions: Iterable[tuple[Mention, LibraryDocument | None]], view: View
) -> Shape:
    header = held.header
    return {
        "document": held.id,
        "reference": document_name(held),
        "language": header.language,
        "original_language": header.original_language,
        "date": header.date.isoformat() if header.date else None,
        "marking": header.marking,
        "public": header.public,
        "classification": header.classification,
        "document_type": header.document_type,
        "document_type_label": header.document_type_label,
        "sender": header.sender,
        "recipient": header.recipient,
        "subject": header.subject,
        "subject_codes": [{"code": code.code, "number": code.number} for code in header.subject_codes],
        "interinstitutional_files": list(header.interinstitutional_files),
        "previous_documents": [str(reference) for reference in header.previous_documents],
        "commission_documents": [str(reference) for reference in header.commission_documents],
        "sha256": held.sha256,
        "mark_up": str(document.mark_up),
        "mark_up_why": document.why or "",
        "remarks": list(map(str, document.remarks)),
        "confidence": dict(header.confidence),
        "paragraphs": [_paragraph(unit, view) for unit in document.paragraphs],
        "footnotes": [
            {
                "address": note.address,
                "label": note.label,
                "text": note.in_view(view).text,
                "called_from": document.called_from(note.address),
            }
            for note in document.footnotes
        ],
        "references": [
            {"text": m.text, "target": str(m.target), "address": m.address, "held": other is not None}
            for m, other in mentions
        ],
    }


def _paragraph(unit: Paragraph, view: View) -> Shape:
    reading = unit.in_view(view)
    return {
        "address": unit.address,
        "label": unit.label,
        "kind": str(unit.kind),
        "depth": unit.depth,
        "text": reading.text,
        "page": unit.page,
        "footnotes": [call.note for call in reading.calls],
    }


def correct(desk: Desk, given: argparse.Namespace) -> CommandResult:
    held = _held(desk, given)
    field = CorrectableField(given.field)
    if given.take_back:
        changes = desk.corrections.revert(held.id, field)
    else:
        changes = desk.corrections.correct(held.id, field, given.value)
    desk.meetings.reparse_after_changes(changes)
    desk.exchange.place_orphaned()
    held = desk.documents.get(held.id)
    corrections = desk.corrections.for_document(held.id)
    verb = "was reset to the value read" if given.take_back else "was corrected"
    shape = corrections_json(held, corrections, desk.reparse.unplaced(held.id))
    return CommandResult({"document": held.id, **shape}, [f"The {field.replace('_', ' ')} of {held.name} {verb}."])


def corrections_json(
    held: LibraryDocument, corrections: Iterable[Correction], unplaced: Iterable[UnanchoredItem]
) -> Shape:
    """Return the corrections of a document, and the fields and items that a person is asked to check."""
    return {
        "corrections": [
            {"field": str(one.field), "value": one.value, "read": one.read, "made": format_timestamp(one.made)}
            for one in corrections
        ],
        "unsure": list(held.header.uncertain_fields()),
        "unplaced": unanchored_json(unplaced),
    }


def reread(desk: Desk, given: argparse.Namespace) -> CommandResult:
    wanted = [_held(desk, given)] if given.reference else desk.reparse.outdated()
    done, lines, reasons = [], [], []
    for held in wanted:
        try:
            desk.meetings.reparse_after_changes(desk.reparse.reread(held.id))
        except UnreadableDocumentError as error:
            reasons.append(explain(error))
            continue
        done.append(desk.documents.get(held.id))
        lines.append(f"{done[-1].name} was re-imported from its original.")
        lines += [f"  now unplaced: {_unplaced(one)}" for one in desk.reparse.unplaced(held.id)]
    shape = [{**document_json(h), "unplaced": unanchored_json(desk.reparse.unplaced(h.id))} for h in done]
    return CommandResult({"documents": shape}, lines or ["There was nothing to re-import."], reasons)


def unanchored_json(unplaced: Iterable[UnanchoredItem]) -> list[Shape]:
    """Return the items that lost their place when a document was re-read."""
    return [
        {
            "kind": "annotation" if one.annotation else "position",
            "annotation": one.annotation.id if one.annotation else None,
            "address": one.address,
            "text": one.text,
        }
        for one in unplaced
    ]


def missing(desk: Desk, _: argparse.Namespace) -> CommandResult:
    named = desk.documents.missing()
    lines = [
        f"{reference}  mentioned in {', '.join(held.name for held in by) or 'an agenda'}" for reference, by in named
    ]
    return CommandResult(
        {"missing": [missing_document_json(*one) for one in named]}, lines or ["No document is missing."]
    )


def missing_document_json(reference: Reference, by: Iterable[LibraryDocument]) -> Shape:
    """A document that is named and not held, with those that name it."""
    return {"reference": str(reference), "named_in": [{"document": h.id, "reference": document_name(h)} for h in by]}


def remove(desk: Desk, given: argparse.Namespace) -> CommandResult:
    held = _held(desk, given)
    desk.documents.remove(held.id)
    return CommandResult({"documents": [document_json(held)]}, [f"{held.name} was moved to the trash."])


def restore_document(desk: Desk, given: argparse.Namespace) -> CommandResult:
    held = desk.documents.find_trashed(given.reference, given.language)
    desk.documents.restore(held.id)
    desk.exchange.place_orphaned()
    return CommandResult({"documents": [document_json(held)]}, [f"{held.name} was restored from the trash."])


def trash(desk: Desk, given: argparse.Namespace) -> CommandResult:
    held = desk.documents.trash()
    if not given.empty:
        return _listed(held)
    gone = desk.documents.empty_trash().documents
    desk.search.purge_removed()
    removed = [h for h in held if h.id in gone]
    return CommandResult(
        {"documents": [document_json(h) for h in removed]},
        [f"{h.name} was permanently deleted." for h in removed],
    )


def annotate(desk: Desk, given: argparse.Namespace) -> CommandResult:
    held = _held(desk, given)
    place = Place(held.id, desk.documents.place(held.id, given.address))
    annotation = desk.annotations.new(
        place,
        AnnotationKind(given.kind),
        text=given.text,
        words=given.quote,
        tags=given.tag,
        visibility=Visibility(given.visibility),
    )
    desk.annotations.save(annotation)
    return CommandResult(
        {"annotations": [annotation_json(annotation, held)]},
        [f"{given.kind} on {place.address} of {held.name}"],
    )


def list_annotations(desk: Desk, given: argparse.Namespace) -> CommandResult:
    all_of_them = desk.annotations.all()
    if given.reference:
        only = _held(desk, given)
        all_of_them = [a for a in all_of_them if a.place.document == only.id]
    held = {key: desk.documents.get(key) for key in {a.place.document for a in all_of_them}}
    authors = {str(key): person for key, person in desk.people.all().items()}
    lines = [
        f"{held[a.place.document].name}  {a.place.address}  {a.kind}  {a.status}  {a.visibility}  "
        f"{f'{person_label(authors[a.author])}: ' if a.author else ''}{a.text}"
        for a in all_of_them
    ]
    data = {
        "annotations": [
            annotation_json(a, held[a.place.document], authors.get(a.author) if a.author else None) for a in all_of_them
        ]
    }
    return CommandResult(data, lines or ["There are no annotations."])


def annotation_json(annotation: Annotation, held: LibraryDocument, author: Person | None = None) -> Shape:
    quote = annotation.quote
    return {
        "id": annotation.id,
        "document": held.id,
        "reference": document_name(held),
        "language": held.header.language,
        "address": annotation.place.address,
        "kind": str(annotation.kind),
        "text": annotation.text,
        "quote": quote
        and {
            "exact": quote.exact,
            "prefix": quote.prefix,
            "suffix": quote.suffix,
            "start": quote.start,
            "end": quote.end,
        },
        "tags": list(annotation.tags),
        "status": str(annotation.status),
        "visibility": str(annotation.visibility),
        "created": format_timestamp(annotation.created),
        "carried": str(annotation.carried) if annotation.carried else None,
        "origin": annotation.origin,
        "author": author and {"id": author.id, "name": author.name, "delegation": author.delegation or None},
    }


def _held(desk: Desk, given: argparse.Namespace) -> LibraryDocument:
    return desk.documents.find(given.reference, given.language)
