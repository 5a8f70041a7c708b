"""The commands for search."""

import argparse
from collections.abc import Iterator

from delegate_desk.cli.command_result import CommandResult, Shape
from delegate_desk.core.search import GoToSuggestion, Hit, QueryChange, SearchResults, Sort, Suggestion
from delegate_desk.desk import Desk

_CHANGES = {
    QueryChange.FILTER: "without {what}",
    QueryChange.SPELLING: "with the spelling {what}",
    QueryChange.LANGUAGE: "{what}",
    QueryChange.STEMMING: "with other endings",
    QueryChange.WORDS: "without {what}",
}


def search(desk: Desk, given: argparse.Namespace) -> CommandResult:
    results = desk.search.find(given.query, limit=given.limit, sort=Sort(given.sort))
    return CommandResult(search_json(results), search_lines(results))


def reindex(desk: Desk, _: argparse.Namespace) -> CommandResult:
    things = 0
    for things, _of in desk.search.rebuild():  # noqa: B007  (the last is the number of all)
        pass
    return CommandResult({"indexed": things}, [f"Search index rebuilt: {things} documents, annotations and positions."])


def search_json(results: SearchResults) -> Shape:
    return {
        "query": results.query,
        "understood": results.parsed_query.description,
        "total": results.total,
        "elapsed_ms": round(results.elapsed_ms, 1),
        "hits": [_hit_json(hit) for hit in results.hits],
        "facets": {facet: dict(counts) for facet, counts in results.facets.items()},
        "hints": list(results.parsed_query.hints),
        "offers": [_suggested_place(offer) for offer in results.go_to_suggestions],
        "suggestions": [
            {"change": str(one.change), "what": one.detail, "query": one.query, "total": one.total}
            for one in results.suggestions
        ],
        "rebuilt": results.was_rebuilt,
        "partial": results.is_partial,
        "waiting": results.pending_count,
        "cut": results.is_truncated,
    }


def _suggested_place(offer: GoToSuggestion) -> Shape:
    return {
        "document": offer.place.document,
        "name": offer.name,
        "language": offer.language,
        "address": offer.place.address,
        "citation": offer.citation,
        "subject": offer.subject,
    }


def _hit_json(hit: Hit) -> Shape:
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


def search_lines(results: SearchResults) -> list[str]:
    """An answer: what may be wrong with it, how the query was read, places that it names, hits, or what would hit."""
    return list(_found(results))


def _found(results: SearchResults) -> Iterator[str]:
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
    yield from map(_offer, results.go_to_suggestions)
    for hit in results.hits:
        yield from _hit(hit)
    if results.suggestions:
        yield "Other searches with results:"
        yield from map(_suggestion, results.suggestions)


def _offer(offer: GoToSuggestion) -> str:
    return "  ".join(filter(None, (f"→ {offer.name} {offer.language}", offer.citation, offer.subject[:80])))


def _hit(hit: Hit) -> Iterator[str]:
    yield f"{hit.name} {hit.language} {hit.marking or ''} {hit.address}  {hit.snippet}"
    if hit.revisions:
        yield f"    also in {', '.join(f'{other.name} {other.address}' for other in hit.revisions)}"
    if hit.other_languages:
        yield f"    also in {', '.join(hit.other_languages)}"


def _suggestion(one: Suggestion) -> str:
    how = _CHANGES[one.change].format(what=one.detail)
    return f"  {one.query}  ({how}: {one.total})"
