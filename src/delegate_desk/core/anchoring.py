"""Fixing annotations to words."""

from delegate_desk.core.annotations import Quote

CONTEXT = 32
"""How many characters of prefix and suffix a quote keeps."""


def quote_at(text: str, start: int, end: int) -> Quote:
    """Quote the words between two offsets, with what stands around them."""
    return Quote(text[start:end], text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT], start, end)


def quote_of(text: str, exact: str) -> Quote | None:
    """Quote the first occurrence of some words; None where the text does not have them."""
    start = text.find(exact)
    return quote_at(text, start, start + len(exact)) if exact and start >= 0 else None
