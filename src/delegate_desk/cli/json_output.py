"""Output of ``--json``: the shapes of the contract, made of core values."""

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

from delegate_desk.cli.command_result import explain
from delegate_desk.core.annotations.anchoring import UnanchoredItem
from delegate_desk.core.annotations.annotation import Annotation
from delegate_desk.core.documents.corrections import Correction
from delegate_desk.core.documents.document import (
    Document,
    DocumentId,
    ImportResult,
    ImportStatus,
    LibraryDocument,
    Mention,
    Paragraph,
    View,
)
from delegate_desk.core.documents.references import Reference
from delegate_desk.core.errors import DeskError, UnreadableDocumentError
from delegate_desk.core.exchange.annotation_exchange import AnnotationImportResult, RejectedAnnotations
from delegate_desk.core.exchange.people import Person
from delegate_desk.core.library.repair_results import Check
from delegate_desk.core.meetings.meeting import AgendaItem, Intervention, Matrix, Meeting
from delegate_desk.core.meetings.voting import Figures, VoteOutcome
from delegate_desk.core.positions.fields import FieldDifference
from delegate_desk.core.positions.position import FieldChange, Position, PositionEntry
from delegate_desk.core.positions.versions import VersionDifference
from delegate_desk.core.revisions.carryover.carried_items import CarriedItem, CarriedKind, Carry, CarryVerdict
from delegate_desk.core.revisions.comparison import Comparison, MarkFault, UnitOutcome
from delegate_desk.core.search import GoToSuggestion, Hit, SearchResults
from delegate_desk.core.word_diff import WordDiff

Shape = dict[str, Any]


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


def missing_document_json(reference: Reference, by: Iterable[LibraryDocument]) -> Shape:
    """A document that is named and not held, with those that name it."""
    return {"reference": str(reference), "named_in": [{"document": h.id, "reference": document_name(h)} for h in by]}


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


def search_json(results: SearchResults) -> Shape:
    return {
        "query": results.query,
        "understood": results.parsed_query.description,
        "total": results.total,
        "elapsed_ms": round(results.elapsed_ms, 1),
        "hits": [_hit(hit) for hit in results.hits],
        "facets": {facet: dict(counts) for facet, counts in results.facets.items()},
        "hints": list(results.parsed_query.hints),
        "offers": [_offer(offer) for offer in results.go_to_suggestions],
        "suggestions": [
            {"change": str(one.change), "what": one.detail, "query": one.query, "total": one.total}
            for one in results.suggestions
        ],
        "rebuilt": results.was_rebuilt,
        "partial": results.is_partial,
        "waiting": results.pending_count,
        "cut": results.is_truncated,
    }


def _offer(offer: GoToSuggestion) -> Shape:
    return {
        "document": offer.place.document,
        "name": offer.name,
        "language": offer.language,
        "address": offer.place.address,
        "citation": offer.citation,
        "subject": offer.subject,
    }


def _hit(hit: Hit) -> Shape:
    return {
        "kind": str(hit.kind),
        "document": hit.document,
        "reference": hit.reference,
        "language": hit.language,
        "marking": hit.marking,
        "address": hit.address,
        "label": hit.label,
        "snippet": hit.snippet,
        "highlights": [list(span) for span in hit.highlights],
        "why": [str(why) for why in hit.match_reasons],
        "other_languages": list(hit.other_languages),
        "revisions": [
            {"document": other.document, "reference": other.name, "address": other.address} for other in hit.revisions
        ],
        "annotation": hit.annotation,
        "line": hit.line,
    }


def annotation_import_json(receipt: AnnotationImportResult, explained: Callable[[RejectedAnnotations], str]) -> Shape:
    """Return the result of importing the annotations of a file."""
    return {
        "added": receipt.added,
        "updated": receipt.updated,
        "known": receipt.already_present,
        "trashed": receipt.trashed,
        "unplaced": receipt.unplaced,
        "waiting": [
            {"reference": one.original.reference or None, "language": one.original.language, "count": one.count}
            for one in receipt.pending
        ],
        "refused": [
            {"reason": str(one.reason), "name": one.name, "count": one.count, "message": explained(one)}
            for one in receipt.rejected
        ],
    }


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


def vote_json(result: VoteOutcome, figures: Figures) -> Shape:
    return {
        "rule": str(result.rule),
        "year": result.year,
        "adopted": result.adopted,
        "members_for": result.members_for,
        "members_needed": result.members_needed,
        "population_for_percent": result.population_for_percent,
        "population_needed_percent": result.population_needed_percent,
        "blocking_minority": result.blocking_minority,
        "blocking_members": list(result.blocking_members),
        "participating": list(result.participating),
        "not_heard": list(result.not_heard),
        "completions": [list(one) for one in result.completions],
        "decided_by_rounding": result.decided_by_rounding,
        "official": False,
        "figures": {
            "exact": figures.exact,
            "source": figures.source,
            "edited": figures.edited and format_timestamp(figures.edited),
        },
    }


def meeting_json(
    found: Meeting, items: Iterable[tuple[AgendaItem, Iterable[tuple[Reference, list[LibraryDocument]]]]]
) -> Shape:
    return {
        "id": found.id,
        "reference": str(found.reference) if found.reference else None,
        "body": found.body,
        "date": found.date.isoformat() if found.date else None,
        "time": found.time.isoformat("minutes") if found.time else None,
        "place": found.place,
        "contact": found.contact,
        "items": [
            {
                "number": item.number,
                "title": item.title,
                "documents": [{"reference": str(named), "held": bool(held)} for named, held in documents],
            }
            for item, documents in items
        ],
    }


def intervention_json(one: Intervention, reference: str | None) -> Shape:
    return {
        "id": one.id,
        "meeting": one.line.meeting,
        "item": one.line.item,
        "line_id": one.line.id,
        "line": one.line.text,
        "delegations": list(one.delegations),
        "stance": str(one.stance) if one.stance else None,
        "reference": reference,
        "address": one.place.address if one.place else None,
        "label": one.label,
        "text": one.text,
        "wordings": list(one.wordings),
        "conclusion": one.conclusion,
        "created": format_timestamp(one.line.created),
    }


def matrix_json(found: Matrix, held: Mapping[DocumentId, LibraryDocument]) -> Shape:
    return {
        "cells": [
            {
                "delegation": code,
                "reference": document_name(held[place.document]),
                "address": place.address,
                "stance": str(found.cells[code, place].stance),
                "history": [
                    {"line": one.line.text, "stance": str(one.stance), "created": format_timestamp(one.line.created)}
                    for one in found.cells[code, place].history
                ],
            }
            for place in found.places
            for code in found.delegations
            if (code, place) in found.cells
        ],
        "counts": [
            {
                "reference": document_name(held[place.document]),
                "address": place.address,
                "stances": {str(stance): count for stance, count in found.counts[place].items()},
            }
            for place in found.places
        ],
    }


def check_json(check: Check) -> Shape:
    return {
        "ok": check.ok,
        "database": check.database,
        "index": check.index,
        "originals": {"checked": check.checked, "damaged": list(check.damaged), "missing": list(check.missing)},
        "orphans": check.orphans,
    }


def format_timestamp(when: datetime) -> str:
    """A moment in UTC, to the second."""
    return when.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def document_name(held: LibraryDocument) -> str | None:
    """A document's reference; None for one that bears none."""
    return str(held.header.reference) if held.header.reference else None


def position_json(
    held: LibraryDocument,
    ours: Position,
    items: Iterable[tuple[PositionEntry, WordDiff]],
    notes: Iterable[Annotation] = (),
) -> Shape:
    """A position with what a file for circulation contains besides: annotations, each as an item."""
    return {
        "reference": document_name(held),
        "language": held.header.language,
        **_state(ours),
        "general": ours.general,
        "internal": ours.internal,
        "items": [
            *(_item(item, words) for item, words in items),
            *(_item_from(note) for note in notes),
        ],
    }


def _item(item: PositionEntry, words: WordDiff) -> Shape:
    return {
        "address": item.address,
        "from": "position",
        "stance": str(item.stance) if item.stance else None,
        "proposal": item.proposal,
        "comment": item.comment,
        "internal": item.internal,
        "words": [[str(change), text] for change, text in words],
        "justification": item.justification,
        "joint": list(item.joint),
        "fallbacks": list(item.fallbacks),
        "red_line": item.red_line,
        "instruction": item.instruction,
        "source": item.source,
        "priority": item.priority,
        "tags": list(item.tags),
        "authors": list(item.authors),
        "after": item.after,
        "label": item.label,
        "annotation": None,
        "kind": None,
    }


def _item_from(note: Annotation) -> Shape:
    """An annotation as an item: its text is the comment."""
    return _item(PositionEntry(note.place.address, comment=note.text), ()) | {
        "from": "annotation",
        "annotation": note.id,
        "kind": str(note.kind),
    }


def version_json(ours: Position) -> Shape:
    return {**_state(ours), "items": len(ours.items)}


def version_difference_json(difference: VersionDifference) -> Shape:
    return {
        "old": difference.old.version,
        "new": difference.new.version,
        "texts": list(map(_field, difference.texts)),
        "items": [{"address": one.address, "fields": list(map(_field, one.fields))} for one in difference.items],
    }


def field_change_json(change: FieldChange) -> Shape:
    return {
        "version": change.version,
        "address": change.address or None,
        "field": change.field,
        "before": change.before,
        "after": change.after,
        "at": format_timestamp(change.at),
    }


def _state(ours: Position) -> Shape:
    cleared, sent = ours.cleared, ours.sent
    return {
        "status": str(ours.status),
        "version": ours.version,
        "cleared": cleared and {"by": cleared.by, "at": format_timestamp(cleared.at)},
        "sent": sent and {"to": sent.to, "file": sent.file, "at": format_timestamp(sent.at)},
    }


def _field(one: FieldDifference) -> Shape:
    return {"field": one.field, "before": one.before, "after": one.after, "circulates": one.circulates}


def comparison_json(comparison: Comparison, old: LibraryDocument, new: LibraryDocument) -> Shape:
    """Return the changes between two documents."""
    return {
        **_names(old, new),
        "view": str(comparison.view),
        "across": comparison.is_cross_language,
        "counts": {str(verdict): count for verdict, count in comparison.counts().items()},
        "changes": [_change(fate, comparison.differing or {}) for fate in comparison.outcomes],
        "marks": [_fault(fault) for fault in comparison.faults],
    }


def _change(fate: UnitOutcome, differing: Mapping[Any, tuple[Any, ...]]) -> Shape:
    return {
        "old": fate.old,
        "new": fate.new,
        "verdict": str(fate.verdict),
        "similarity": round(fate.similarity, 4),
        "words": [[str(change), text] for change, text in fate.words],
        "why": [str(why) for why in fate.basis],
        "rivals": list(fate.alternatives),
        "differing": [str(one) for one in differing.get(fate.new, ())],
    }


def _fault(fault: MarkFault) -> Shape:
    return {
        "address": fault.address,
        "kind": str(fault.kind),
        "text": fault.text,
        "start": fault.start,
        "end": fault.end,
    }


def carry_json(carry: Carry, old: LibraryDocument, new: LibraryDocument) -> Shape:
    """Return the items carried over from an old document to a new document."""
    waiting = [{**_names(one.old, one.new), "number": one.number} for one in carry.pending]
    items = [_carried_item(one, new if one.verdict is CarryVerdict.DELETED else None) for one in carry.items]
    items += [_carried_item(one.carried, one.deleted_in) for one in carry.earlier]
    return {**_names(old, new), "items": items, "waiting": waiting}


def _carried_item(one: CarriedItem, deleted_in: LibraryDocument | None) -> Shape:
    return {
        "kind": str(one.kind),
        "annotation": one.key if one.kind is CarriedKind.ANNOTATION else None,
        "intervention": one.key if one.kind is CarriedKind.INTERVENTION else None,
        "old": one.old,
        "new": one.new,
        "verdict": str(one.verdict),
        "deleted_in": deleted_in.name if deleted_in else None,
        "proposals": list(one.proposals),
        "words_gone": one.has_lost_quote,
        "decided": one.decided is not None,
        "carried": one.copy_id or None,
        "text": one.text,
    }


def _names(old: LibraryDocument, new: LibraryDocument) -> Shape:
    return {"old": old.name, "new": new.name, "old_document": old.id, "new_document": new.id}
