"""Fields and columns of an entry of the index; raise ``index_folder.FORMAT`` with any change."""

import json
from functools import lru_cache

import numpy as np

from delegate_desk.core.documents.document import Address, DocumentId, Header
from delegate_desk.core.search import HitKind, IndexEntry
from delegate_desk.core.values import dataclass
from delegate_desk.search.engine.analysis import WordForm
from delegate_desk.search.engine.index_terms import day_number, facet_values, facts

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


def title_terms(form: WordForm) -> tuple[str, ...]:
    return (f"= {form.exact}", *form.stems)


def encode_term(term: str) -> bytes:
    """Return a term as it is stored; unpaired surrogates cannot be stored."""
    return term.encode("utf-8", "replace")


# Entries


@dataclass(frozen=True, slots=True)
class EntryGroup:
    """Properties shared by entries that are added and removed together.

    Attributes:
        facets: The values of all facets, packed.
        place: The number by which its first entry is sorted.
        family: Family in which identical words are a single hit; empty if its entries have no duplicates.
    """

    name: str
    facts: frozenset[str]
    facets: bytes
    place: int
    edition: int
    family: str

    @classmethod
    def for_entry(cls, entry: IndexEntry) -> "EntryGroup":
        """Return the group of an entry in its document; such entries are consecutive, so the latest is remembered."""
        own_key = entry.group, entry.kind, entry.document, entry.header
        for key, group in _latest:
            if key == own_key:
                return group
        header, reference = entry.header, entry.header.reference
        shared = IndexEntry(entry.group, entry.kind, entry.document, Address(""), "", header)
        day = header.date
        revision = min(reference.revision, _LAST_REVISION) if reference else 0
        linked = reference if entry.kind is HitKind.PARAGRAPH else None
        new_group = cls(
            entry.group,
            frozenset(facts(shared)),
            json.dumps(facet_values(entry), ensure_ascii=False).encode("utf-8", "replace"),  # the same for all
            ((entry.document << _KIND_BITS) | _KINDS.index(entry.kind)) << _ORDER_BITS,
            day_number(day) * (_LAST_REVISION + 1) + revision if day else 0,
            " ".join(map(str, (*linked.family, header.language))) if linked else "",
        )
        _latest[:] = [(own_key, new_group)]
        return new_group

    def place_of(self, order: int) -> int:
        """Return the number by which an entry is sorted: document, kind, and its own number in the group."""
        return self.place | min(order, (1 << _ORDER_BITS) - 1)

    def own_facts(self, entry: IndexEntry) -> frozenset[str]:
        """Return the facts of an entry that it does not share with the group."""
        if entry.tags or entry.delegations or entry.annotation_kind:
            return frozenset(facts(entry)) - self.facts
        return _place_facts(entry.address, heading=entry.is_heading)


_latest: list[tuple[tuple[str, HitKind, DocumentId, Header], EntryGroup]] = []


@lru_cache(4096)
def _place_facts(address: Address, *, heading: bool) -> frozenset[str]:
    nowhere = IndexEntry("", HitKind.PARAGRAPH, DocumentId(0), Address(""), "", Header(""))
    placed = IndexEntry("", HitKind.PARAGRAPH, DocumentId(0), address, "", Header(""), is_heading=heading)
    return frozenset(facts(placed)) - frozenset(facts(nowhere))


def pack_key(entry: IndexEntry) -> bytes:
    parts = (str(_KINDS.index(entry.kind)), str(entry.document), entry.address, entry.annotation or entry.line or "")
    return _BETWEEN.join(parts).encode("utf-8", "surrogatepass")


def unpack_key(packed: bytes) -> tuple[HitKind, DocumentId, Address, str | None]:
    """Return kind, document, address, and annotation or line of an entry."""
    kind, document, address, annotation = packed.decode("utf-8", "surrogatepass").split(_BETWEEN, 3)
    return _KINDS[int(kind)], DocumentId(int(document)), Address(address), annotation or None
