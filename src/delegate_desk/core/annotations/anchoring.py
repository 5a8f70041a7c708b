"""Anchoring annotations to words, and finding the words again in a text that was read or judged differently."""

from dataclasses import replace
from difflib import SequenceMatcher

from delegate_desk.core.annotations.annotation import Annotation, Quote
from delegate_desk.core.documents.document import Address, DocumentId
from delegate_desk.core.positions.position import PositionEntry
from delegate_desk.core.text import find_all, fold, fold_with_places
from delegate_desk.core.values import dataclass

CONTEXT = 32
"""Number of characters of context stored before and after a quote."""
_NEAR = 12  # letters around a quote by which it is found where its own words were read otherwise
_SAME = 0.75  # from here on words read otherwise are the same words


@dataclass(frozen=True, slots=True)
class UnanchoredItem:
    key: int
    document: DocumentId
    address: Address
    text: str
    annotation: Annotation | None = None
    item: PositionEntry | None = None


def quote_at(text: str, start: int, end: int) -> Quote:
    return Quote(text[start:end], text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT], start, end)


def quote_first(text: str, exact: str) -> Quote | None:
    start = text.find(exact)
    return quote_at(text, start, start + len(exact)) if exact and start >= 0 else None


def reanchor_quote(quote: Quote, text: str) -> Quote | None:
    """Return the quote at the current position of its words; of several, where most of its context matches.

    Spaces, dashes, accents and capitals may differ, and a few letters if the context is the same; None if the text does
    not contain the words.
    """
    starts = find_all(text, quote.exact) if quote.exact else []
    if starts:
        start = max(starts, key=lambda n: (_shared_context(quote, text, n), -abs(n - quote.start)))
        return quote_at(text, start, start + len(quote.exact))
    bare, where = folded_letters_with_offsets(text)
    exact, prefix, suffix = map(folded_letters, (quote.exact, quote.prefix, quote.suffix))
    if not exact:
        return None
    starts = find_all(bare, exact)
    if starts:
        plain = Quote(exact, prefix, suffix, 0, 0)
        start = max(starts, key=lambda n: _shared_context(plain, bare, n))
        end = start + len(exact)
    else:
        prefix, suffix = prefix[-_NEAR:], suffix[:_NEAR]
        start = bare.find(prefix) + len(prefix) if prefix in bare else -1
        end = bare.find(suffix, start) if suffix else len(bare)
        if not (prefix or suffix) or start < 0 or end <= start:
            return None
        if SequenceMatcher(None, exact, bare[start:end], autojunk=False).ratio() < _SAME:
            return None
    return quote_at(text, where[start], where[end - 1] + 1)


def unanchored_quote(quote: Quote, text: str) -> Quote:
    """Return a quote whose words are not in the text: it keeps them, and its empty span marks nothing."""
    start = min(quote.start, len(text))
    return replace(quote, start=start, end=start)


def _shared_context(quote: Quote, text: str, start: int) -> int:
    from rapidfuzz.distance import Postfix, Prefix  # not before a document is read anew

    behind = text[start + len(quote.exact) :]
    return Postfix.similarity(quote.prefix, text[:start]) + Prefix.similarity(quote.suffix, behind)


def folded_letters(text: str) -> str:
    """Return a text's letters and digits, folded, without its spacing and hyphenation."""
    return "".join(c for c in fold(text) if c.isalnum())


def folded_letters_with_offsets(text: str) -> tuple[str, list[int]]:
    placed = [(c, n) for c, n in zip(*fold_with_places(text), strict=False) if c.isalnum()]  # the last is the end
    return "".join(c for c, _ in placed), [n for _, n in placed]
