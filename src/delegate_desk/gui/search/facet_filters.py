"""Facets and the filters that stand for them in a query: which field and value one writes, and what is chosen."""

from collections.abc import Iterable

from delegate_desk.core.search import QueryChip

_FIELDS = {
    "language": ("lang",),
    "year": ("year",),
    "document_type": ("type",),
    "code": ("code",),
    "dossier": ("file",),
    "marking": ("marking",),
    "kind": ("in", "kind"),
}
"""The fields of each facet, the one for its first values first."""
_SHELVES = {"paragraph": "text", "annotation": "notes", "position": "positions", "intervention": "interventions"}


def written(facet: str, value: str) -> tuple[str, str]:
    """The field and the value that narrow a search to one value of a facet, as one types them."""
    if facet == "kind":
        return ("in", _SHELVES[value]) if value in _SHELVES else ("kind", value)
    return _FIELDS[facet][0], value.lower() if facet == "marking" else value


def chosen(chips: Iterable[QueryChip], facet: str) -> tuple[str, ...]:
    """The values of a facet that a query is narrowed to, as the facet names them, in the order typed."""
    fields = _FIELDS[facet]
    shelves = {shelf: value for value, shelf in _SHELVES.items()} if facet == "kind" else {}
    found = (value for chip in chips if chip.field in fields and not chip.excluded for value in chip.values)
    values = [shelves.get(value, value) for value in found]
    return tuple(dict.fromkeys(value.upper() if facet == "marking" else value for value in values))
