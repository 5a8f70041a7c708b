"""The commands for documents, annotations, search, term bases and the concordance."""

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
    find_document,
    index_imported,
    person_label,
    pick,
)
from delegate_desk.core.annotations.annotation import Annotation, AnnotationKind, Visibility
from delegate_desk.core.changes import Changes
from delegate_desk.core.documents.corrections import LANGUAGES, CorrectableField, Correction
from delegate_desk.core.documents.document import Document, ImportStatus, LibraryDocument, Mention, Place, View
from delegate_desk.core.errors import DeskError, UnknownLanguageError, UnreadableDocumentError
from delegate_desk.core.local_time import local_time
from delegate_desk.core.search import QueryChange, SearchResults, Sort
from delegate_desk.desk import Desk

if TYPE_CHECKING:
    from delegate_desk.core.exchange.package import Person
    from delegate_desk.core.positions.position import UnanchoredItem


def import_files(desk: Desk, args: argparse.Namespace) -> CommandResult:
    items = list(desk.documents.import_files(args.paths))
    reasons = [explain(item.error) for item in items if isinstance(item.error, DeskError)]
    read = [item.document for item in items if item.document]
    desk.meetings.reparse_after_changes(Changes(documents=frozenset(document.id for document in read)))
    desk.exchange.place_orphaned()
    reasons += index_imported(desk)
    lines, shapes = [], []
    for item in items:
        document, error, line = item.document, None, f"{item.status}  {item.path}"
        if document is not None:
            verb = "imported" if item.status is ImportStatus.IMPORTED else "already in library"
            line = f"{verb}  {document.name}  {document.header.language}  {document.header.subject[:80]}"
        if item.status is ImportStatus.REFUSED and isinstance(item.error, DeskError):
            kind = item.error.reason if isinstance(item.error, UnreadableDocumentError) else "unreadable"
            error = {"kind": kind, "message": explain(item.error)}
        shape = pick(
            item,
            "path status",
            document=document.id if document else None,
            reference=document_name(document) if document else None,
            language=document.header.language if document else None,
            error=error,
        )
        lines.append(line)
        shapes.append(shape)
    return CommandResult({"items": shapes}, lines, reasons)


def documents(desk: Desk, _: argparse.Namespace) -> CommandResult:
    documents = desk.documents.all()
    answer, names = _list_result(documents), desk.dossiers.names(documents)
    for shape in answer.data["documents"]:
        shape["dossier"] = names[shape["document"]]
    return answer


def _list_result(documents: list[LibraryDocument]) -> CommandResult:
    lines = [
        f"#{h.id}  {h.name}  {h.header.language}  {h.header.date or '–'}  {h.header.marking or ''}  "
        f"{h.paragraphs} paragraphs  {h.header.subject[:80]}"
        for h in documents
    ]
    return CommandResult({"documents": list(map(document_json, documents))}, lines or ["There are no documents."])


def _done_result(documents: list[LibraryDocument], sentence: str) -> CommandResult:
    """Return the result of what was done with documents; ``{name}`` in the sentence is the name of each."""
    lines = [sentence.format(name=document.name) for document in documents]
    return CommandResult({"documents": list(map(document_json, documents))}, lines)


def document_json(document: LibraryDocument) -> Shape:
    return pick(
        document.header,
        "language date document_type subject marking",
        document=document.id,
        reference=document_name(document),
        paragraphs=document.paragraphs,
    )


def show(desk: Desk, args: argparse.Namespace) -> CommandResult:
    document = find_document(desk, args)
    content = desk.documents.content(document.id)
    view = View(args.view)
    header = document.header
    lines = [f"{document.name} · {header.document_type_label or ''} · {header.date or ''}", header.subject, ""]
    lines += [f"{'  ' * (unit.depth - 1)}{unit.label} {unit.in_view(view).text}".rstrip() for unit in content.units()]
    corrections = desk.corrections.for_document(document.id)
    unplaced = desk.reparse.unplaced(document.id)
    lines += [f"Corrected: {correction.field} (read: {correction.read or '–'})" for correction in corrections]
    lines += [f"Unplaced since it was re-imported: {_describe_unanchored(item)}" for item in unplaced]
    shape = full_document_json(document, content, desk.documents.mentions(document.id), view)
    return CommandResult({**shape, **corrections_json(document, corrections, unplaced)}, lines)


def _describe_unanchored(item: "UnanchoredItem") -> str:
    return f"{item.annotation.kind if item.annotation else 'position entry'}, previously on {item.address}"


def full_document_json(
    document: LibraryDocument,
    content: Document,
    mentions: Iterable[tuple[Mention, LibraryDocument | None]],
    view: View,
) -> Shape:
    return pick(
        document.header,
        "language original_language date marking public classification document_type document_type_label sender "
        "recipient subject interinstitutional_files previous_documents commission_documents confidence "
        "subject_codes(code number)",
        document=document.id,
        reference=document_name(document),
        sha256=document.sha256,
        mark_up=content.mark_up,
        mark_up_why=content.why or "",
        remarks=content.remarks,
        paragraphs=[
            pick(
                unit,
                "address label kind depth page",
                text=unit.in_view(view).text,
                footnotes=[call.note for call in unit.in_view(view).calls],
            )
            for unit in content.paragraphs
        ],
        footnotes=[
            pick(note, "address label", text=note.in_view(view).text, called_from=content.called_from(note.address))
            for note in content.footnotes
        ],
        references=[pick(m, "text target address", held=other is not None) for m, other in mentions],
    )


def correct(desk: Desk, args: argparse.Namespace) -> CommandResult:
    document = find_document(desk, args)
    field = CorrectableField(args.field)
    if args.take_back:
        changes = desk.corrections.revert(document.id, field)
    else:
        changes = desk.corrections.correct(document.id, field, args.value)
    desk.meetings.reparse_after_changes(changes)
    desk.exchange.place_orphaned()
    document = desk.documents.get(document.id)
    corrections = desk.corrections.for_document(document.id)
    done = "Reset to the value read" if args.take_back else "Corrected"
    shape = corrections_json(document, corrections, desk.reparse.unplaced(document.id))
    line = f"{done}: {field.replace('_', ' ')} of {document.name}."
    return CommandResult({"document": document.id, **shape}, [line])


def corrections_json(
    document: LibraryDocument, corrections: Iterable[Correction], unplaced: "Iterable[UnanchoredItem]"
) -> Shape:
    shapes = [pick(correction, "field value read made") for correction in corrections]
    return pick(None, corrections=shapes, unsure=document.header.uncertain_fields(), unplaced=unanchored_json(unplaced))


def reread(desk: Desk, args: argparse.Namespace) -> CommandResult:
    chosen = [find_document(desk, args)] if args.reference else desk.reparse.list_outdated()
    done, lines, reasons = [], [], []
    for document in chosen:
        try:
            desk.meetings.reparse_after_changes(desk.reparse.reread(document.id))
        except UnreadableDocumentError as error:
            reasons.append(explain(error))
            continue
        done.append(desk.documents.get(document.id))
        lines.append(f"{done[-1].name} was re-imported from its original.")
        lines += [f"  now unplaced: {_describe_unanchored(item)}" for item in desk.reparse.unplaced(document.id)]
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
    mentions = desk.documents.missing()
    lines, shapes = [], []
    for reference, citing in mentions:
        lines.append(f"{reference}  mentioned in {', '.join(document.name for document in citing) or 'an agenda'}")
        named_in = [{"document": document.id, "reference": document_name(document)} for document in citing]
        shapes.append({"reference": str(reference), "named_in": named_in})
    return CommandResult({"missing": shapes}, lines or ["No document is missing."])


def remove(desk: Desk, args: argparse.Namespace) -> CommandResult:
    document = find_document(desk, args)
    desk.documents.remove(document.id)
    return _done_result([document], "{name} was moved to the trash.")


def restore_document(desk: Desk, args: argparse.Namespace) -> CommandResult:
    document = desk.documents.find_trashed(args.reference, args.language)
    desk.documents.restore(document.id)
    desk.exchange.place_orphaned()
    return _done_result([document], "{name} was restored from the trash.")


def trash(desk: Desk, args: argparse.Namespace) -> CommandResult:
    documents = desk.documents.trash()
    if not args.empty:
        return _list_result(documents)
    ids = desk.documents.empty_trash().documents
    desk.indexing.purge_removed()
    return _done_result([document for document in documents if document.id in ids], "{name} was permanently deleted.")


def annotate(desk: Desk, args: argparse.Namespace) -> CommandResult:
    from delegate_desk.core.annotations.annotation_list import parse_deadline

    due = None if args.due is None else parse_deadline(args.due, local_time(datetime.now(UTC)))
    if args.due is not None and due is None:
        raise UsageError(f"not a date or time: {args.due}")
    document = find_document(desk, args)
    place = Place(document.id, desk.documents.place(document.id, args.address))
    annotation = desk.annotations.new(
        place,
        AnnotationKind(args.kind),
        text=args.text,
        words=args.quote,
        tags=args.tag,
        visibility=Visibility(args.visibility),
        due=due and due.replace(tzinfo=None).astimezone(),  # in summer another offset than today's may hold
    )
    desk.annotations.save(annotation)
    data = {"annotations": [annotation_json(annotation, document)]}
    return CommandResult(data, [f"{args.kind} on {place.address} of {document.name}"])


def annotations(desk: Desk, args: argparse.Namespace) -> CommandResult:
    found = desk.annotations.all()
    if args.reference:
        chosen = find_document(desk, args)
        found = [note for note in found if note.place.document == chosen.id]
    documents = {key: desk.documents.get(key) for key in {note.place.document for note in found}}
    authors = {str(key): person for key, person in desk.people.all().items()}
    lines, shapes = [], []
    for note in found:
        document, author = documents[note.place.document], authors[note.author] if note.author else None
        text = f"{person_label(author)}: {note.text}" if author else note.text
        lines.append(f"{document.name}  {note.place.address}  {note.kind}  {note.status}  {note.visibility}  {text}")
        shapes.append(annotation_json(note, document, author))
    return CommandResult({"annotations": shapes}, lines or ["There are no annotations."])


def annotation_json(annotation: Annotation, document: LibraryDocument, author: "Person | None" = None) -> Shape:
    return pick(
        annotation,
        "id kind text tags status visibility created due carried origin address=place.address "
        "quote(exact prefix suffix start end)",
        document=document.id,
        reference=document_name(document),
        language=document.header.language,
        author=author and pick(author, "id name", delegation=author.delegation or None),
    )


_CHANGES = {
    QueryChange.FILTER: "without {what}",
    QueryChange.SPELLING: "with the spelling {what}",
    QueryChange.LANGUAGE: "{what}",
    QueryChange.STEMMING: "with other endings",
    QueryChange.WORDS: "without {what}",
}


def search(desk: Desk, args: argparse.Namespace) -> CommandResult:
    results = desk.search.find(args.query, limit=args.limit, sort=Sort(args.sort))
    data = pick(
        results,
        "query total facets understood=parsed_query.description hints=parsed_query.hints rebuilt=was_rebuilt "
        "partial=is_partial waiting=pending_count cut=is_truncated suggestions(change query total what=detail) "
        "offers=go_to_suggestions(name language citation subject document=place.document address=place.address) "
        "hits(kind document reference language marking address label snippet highlights other_languages annotation "
        "line why=match_reasons revisions(document address reference=name))",
        elapsed_ms=round(results.elapsed_ms, 1),
    )
    lines = list(search_lines(results))
    if args.across:
        across = desk.translations.across.find(args.query, limit=args.limit, sort=Sort(args.sort))
        lines.append(f"Also in other languages ({across.total}):")
        if not across.can_translate:
            lines.append(
                "Nothing to learn from yet: import a document in two languages, or a term base with terms import."
            )
        hits = []
        for found in across.hits:
            shape = pick(found.hit, "kind reference language address label snippet highlights")
            hits.append(shape | pick(found, "because(word language source as=renderings)"))
            words = "; ".join(f"{match.word} → {', '.join(match.renderings)}" for match in found.because)
            lines.append(f"{found.hit.name} ({found.hit.language}) {found.hit.label}: {found.hit.snippet}  [{words}]")
        data["across"] = {"total": across.total, "hits": hits}
    return CommandResult(data, lines)


def reindex(desk: Desk, _: argparse.Namespace) -> CommandResult:
    count = 0
    for count, _of in desk.indexing.rebuild():  # noqa: B007  (the last is the number of all)
        pass
    return CommandResult({"indexed": count}, [f"Search index rebuilt: {count} documents, annotations and positions."])


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
    for offer in results.go_to_suggestions:
        yield "  ".join(filter(None, (f"→ {offer.name} {offer.language}", offer.citation, offer.subject[:80])))
    for hit in results.hits:
        yield f"{hit.name} {hit.language} {hit.marking or ''} {hit.address}  {hit.snippet}"
        if hit.revisions:
            yield f"    also in {', '.join(f'{revision.name} {revision.address}' for revision in hit.revisions)}"
        if hit.other_languages:
            yield f"    also in {', '.join(hit.other_languages)}"
    if results.suggestions:
        yield "Other searches with results:"
    for suggestion in results.suggestions:
        how = _CHANGES[suggestion.change].format(what=suggestion.detail)
        yield f"  {suggestion.query}  ({how}: {suggestion.total})"


def terms(desk: Desk, args: argparse.Namespace) -> CommandResult:
    bases = desk.translations.bases
    if args.action == "show":
        found = desk.translations.across.translations(args.word, *_languages(args))
        lines = [f"{term.word}  {term.weight:.2f}  {term.source}" for term in found] or ["No translation is known."]
        translations = [pick(term, "word weight source") for term in found]
        return CommandResult({"word": args.word, "translations": translations}, lines)
    if args.action == "remove":
        bases.remove(args.name)
        return CommandResult({"removed": args.name}, [f"{args.name} was removed."])
    chosen = bases.all() if args.action == "list" else [bases.import_file(args.file, args.name or "")]
    lines = [f"{base.name}: {base.entries} entries in {', '.join(base.languages)}" for base in chosen]
    return CommandResult({"terms": [pick(base, "name languages entries") for base in chosen]}, lines)


def _languages(args: argparse.Namespace) -> tuple[str, str]:
    for code in (args.source, args.target):
        if code not in LANGUAGES:
            raise UnknownLanguageError(code)
    if args.source == args.target:
        raise UsageError("--from and --to must be two languages")
    return args.source, args.target


def concordance(desk: Desk, args: argparse.Namespace) -> CommandResult:
    found = desk.translations.concordance.find(args.phrase, *_languages(args))
    lines = [f"{rendering.count} × {rendering.text}" for rendering in found.renderings]
    lines += [
        f"{'' if pair.is_usual else '! '}{pair.target.name} {pair.target.address}: {pair.target.text}"
        for pair in found.pairs
    ]
    if found.total > len(found.pairs):
        lines.append(f"These are {len(found.pairs)} of {found.total} passages.")
    passage = "(reference=name language address text highlights)"
    names = f"phrase renderings(text count) pairs(from=source{passage} to=target{passage} usual=is_usual)"
    return CommandResult(pick(found, names), lines or ["This phrase does not occur in a document in both languages."])
