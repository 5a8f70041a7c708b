"""Fields and columns of an entry of the index; raise ``index_folder.FORMAT`` with any change."""

import json
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np

from delegate_desk.core.documents.document import Address, DocumentId, Header
from delegate_desk.core.search import HitKind, IndexEntry
from delegate_desk.core.values import dataclass
from delegate_desk.search.engine.analysis import WordForm
from delegate_desk.search.engine.index_terms import facet_values, facts

TEXTS = ("exact", "stem")
"""Fields whose terms have positions and counts."""
PLAIN = ("accented", "title", "fact")
"""Fields whose terms have entries only."""
NUMBERS = {"place": np.int64, "document": np.uint32, "edition": np.int64}
"""Columns of numbers."""

_ORDER_BITS, _KIND_BITS = 26, 2
_LAST_REVISION = 999
_KINDS = list(HitKind)
_BETWEEN = "\x1f"


class LanguageText(NamedTuple):
    text: str
    language: str


class TitleText(NamedTuple):
    """Subject of a document and, for an entry that is a heading, its text."""

    subject: str
    heading: str
    language: str


class Facts(NamedTuple):
    """Facts of an entry: those shared by its group, and its own."""

    shared: frozenset[str]
    own: frozenset[str]


class Same(NamedTuple):
    """Identity of an entry's words.

    Attributes:
        family: Family in which identical words are a single hit; empty if the entry has no duplicates.
        group: Group with which it is added and removed.
        order: Its number in the group.
    """

    family: str
    group: str
    order: int


def title_terms(form: WordForm) -> tuple[str, ...]:
    """Return the terms by which a word of a title is found."""
    return (f"= {form.exact}", *form.stems)


def encoded(term: str) -> bytes:
    """Return a term as it is stored; unpaired surrogates cannot be stored."""
    return term.encode("utf-8", "replace")


# Rows


@dataclass(frozen=True, slots=True)
class _Group:
    name: str
    kind: HitKind
    header: Header
    facts: frozenset[str]
    facets: bytes
    place: int
    edition: int
    family: str

    @classmethod
    def for_entry(cls, entry: IndexEntry) -> "_Group":
        header, reference = entry.header, entry.header.reference
        bare = IndexEntry(entry.group, entry.kind, entry.document, Address(""), "", header)
        day = header.date
        revision = min(reference.revision, _LAST_REVISION) if reference else 0
        joins = reference if entry.kind is HitKind.PARAGRAPH else None
        return cls(
            entry.group,
            entry.kind,
            header,
            frozenset(facts(bare)),
            json.dumps(facet_values(entry), ensure_ascii=False).encode("utf-8", "replace"),  # the same for all
            ((entry.document << _KIND_BITS) | _KINDS.index(entry.kind)) << _ORDER_BITS,
            (day.year * 10_000 + day.month * 100 + day.day) * (_LAST_REVISION + 1) + revision if day else 0,
            " ".join(map(str, (*joins.family, header.language))) if joins else "",
        )

    def has(self, entry: IndexEntry) -> bool:
        return self.header is entry.header and self.name == entry.group and self.kind is entry.kind


_latest: list[_Group] = []
"""Cache for the group of the last row: entries of a group are consecutive and share values."""


def row(entry: IndexEntry, order: int) -> dict[str, Any]:
    """Return an entry for the writer; ``order`` counts the entries of its group."""
    group = _latest[0] if _latest else None
    if group is None or not group.has(entry):
        group = _Group.for_entry(entry)
        _latest[:] = [group]
    header = entry.header
    text = LanguageText(entry.text, header.language)
    return {
        "exact": text,
        "stem": text,
        "accented": text,
        "title": TitleText(header.subject, entry.text if entry.is_heading else "", header.language),
        "fact": Facts(group.facts, _own_facts(entry, group)),
        "facets": group.facets,
        "place": group.place | min(order, (1 << _ORDER_BITS) - 1),
        "document": entry.document,
        "edition": group.edition,
        "same": Same(group.family, entry.group, order),
        "key": pack_key(entry),
    }


def _own_facts(entry: IndexEntry, group: _Group) -> frozenset[str]:
    if entry.tags or entry.delegations or entry.annotation_kind:
        return frozenset(facts(entry)) - group.facts
    return _place_facts(entry.address, heading=entry.is_heading)


@lru_cache(4096)
def _place_facts(address: Address, *, heading: bool) -> frozenset[str]:
    nowhere = IndexEntry("", HitKind.PARAGRAPH, DocumentId(0), Address(""), "", Header(""))
    there = IndexEntry("", HitKind.PARAGRAPH, DocumentId(0), address, "", Header(""), is_heading=heading)
    return frozenset(facts(there)) - frozenset(facts(nowhere))


def pack_key(entry: IndexEntry) -> bytes:
    """Return the identity of an entry, packed."""
    parts = (str(_KINDS.index(entry.kind)), str(entry.document), entry.address, entry.annotation or entry.line or "")
    return _BETWEEN.join(parts).encode("utf-8", "surrogatepass")


def unpack_key(packed: bytes) -> tuple[HitKind, DocumentId, Address, str | None]:
    """Return kind, document, address, and annotation or line of an entry."""
    kind, document, address, annotation = packed.decode("utf-8", "surrogatepass").split(_BETWEEN, 3)
    return _KINDS[int(kind)], DocumentId(int(document)), Address(address), annotation or None
