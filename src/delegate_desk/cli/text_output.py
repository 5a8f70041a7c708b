"""Search results and changed words, as lines for people."""

from collections.abc import Iterator

from delegate_desk.core import word_diff
from delegate_desk.core.search import GoToSuggestion, Hit, QueryChange, SearchResults, Suggestion

_CHANGES = {
    QueryChange.FILTER: "without {what}",
    QueryChange.SPELLING: "with the spelling {what}",
    QueryChange.LANGUAGE: "{what}",
    QueryChange.STEMMING: "with other endings",
    QueryChange.WORDS: "without {what}",
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


def mark_changes(change: word_diff.WordChange, text: str) -> str:
    """Words as a terminal shows them: ``[-deleted-]``, ``{+added+}``."""
    return {
        word_diff.WordChange.EQUAL: text,
        word_diff.WordChange.DELETE: f"[-{text}-]",
        word_diff.WordChange.INSERT: f"{{+{text}+}}",
    }[change]
