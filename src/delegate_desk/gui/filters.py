"""Filters in a query: ``lang:el``, found, put in and taken out without touching the rest of what was typed."""

import re
from dataclasses import dataclass

_FILTER = re.compile(r'(?<![\w"-])(?P<field>[A-Za-z]+):(?P<value>"[^"]*"|[^\s()"]+)(?!\S*")')
_TOUCHING = re.compile(r"\s+")
FIELDS = frozenset("ref code type lang from after before file marking in kind tag art recital".split())


@dataclass(frozen=True, slots=True)
class Filter:
    """One filter of a query, and where it stands in it: 0-based, end-exclusive."""

    field: str
    value: str
    start: int
    end: int

    @property
    def text(self) -> str:
        """The filter as one types it."""
        return written(self.field, self.value)


def written(field: str, value: str) -> str:
    """A filter as one types it, the value in quotes where it needs them."""
    return f'{field}:"{value}"' if re.search(r"[\s()]", value) else f"{field}:{value}"


def filters(query: str) -> list[Filter]:
    """The filters of a query, in order; what stands in a phrase is none."""
    quoted = [match.span() for match in re.finditer(r'(?<![:\w])"[^"]*"?', query)]
    return [
        Filter(match["field"].lower(), match["value"].strip('"'), match.start(), match.end())
        for match in _FILTER.finditer(query)
        if match["field"].lower() in FIELDS and not any(start <= match.start() < end for start, end in quoted)
    ]


def year_filters(year: str) -> tuple[tuple[str, str], ...]:
    """What narrows a search to one year."""
    return (("after", year), ("before", str(int(year) + 1)))


def facet_filters(facet: str, value: str) -> tuple[tuple[str, str], ...]:
    """What narrows a search to one value of a facet."""
    if facet == "year":
        return year_filters(value)
    if facet == "kind":
        shelf = {"paragraph": "text", "annotation": "notes", "position": "positions"}.get(value)
        return (("in", shelf),) if shelf else (("kind", value),)
    field = {"language": "lang", "document_type": "type", "code": "code", "dossier": "file", "marking": "marking"}[
        facet
    ]
    return ((field, value.lower() if facet == "marking" else value),)


def has(query: str, wanted: tuple[tuple[str, str], ...]) -> bool:
    """True if a query has all of some filters."""
    present = {(f.field, f.value.lower()) for f in filters(query)}
    return all((field, value.lower()) in present for field, value in wanted)


def with_filters(query: str, wanted: tuple[tuple[str, str], ...]) -> str:
    """The query narrowed; a filter of the same field gives way, since both together would find nothing."""
    bare = without_fields(query, {field for field, _ in wanted})
    return " ".join([*bare.split(), *(written(field, value) for field, value in wanted)])


def without_fields(query: str, fields: set[str]) -> str:
    """The query without any filter of some fields."""
    for found in reversed(filters(query)):
        if found.field in fields:
            query = query[: found.start] + query[found.end :]
    return _TOUCHING.sub(" ", query).strip()


def without(query: str, gone: tuple[tuple[str, str], ...]) -> str:
    """The query without some filters."""
    dropped = {(field, value.lower()) for field, value in gone}
    for found in reversed(filters(query)):
        if (found.field, found.value.lower()) in dropped:
            query = query[: found.start] + query[found.end :]
    return _TOUCHING.sub(" ", query).strip()


def words(query: str) -> str:
    """What is left of a query without its filters."""
    return without_fields(query, set(FIELDS))
