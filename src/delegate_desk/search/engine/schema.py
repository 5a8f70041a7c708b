"""Schema of an entry in the Whoosh index: fields, their formats, and columns.

The classes here are named in the index's table of contents, which is a pickle: if a class is moved or
renamed, every existing index is treated as damaged and rebuilt. ``about.FORMAT`` has the same effect in a
kinder way: raise it with any change.

The values of the fields are the parts of an entry, such as its text: the words of many entries are found
together (``building``). ``index`` of each field finds those of a single entry, as stock Whoosh requests
them.
"""

import json
from abc import abstractmethod
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np
from typing_extensions import override
from whoosh import columns, fields, formats

from delegate_desk.core.documents.document import Address, DocumentId, Header
from delegate_desk.core.search import HitKind, IndexEntry
from delegate_desk.search.engine.analysis import WordForm, forms
from delegate_desk.search.engine.index_terms import facts

TEXTS = ("exact", "stem")
"""Fields whose terms have positions and counts."""
PLAIN = ("accented", "title", "fact")
"""Fields of whose terms only is known where they are."""
NUMBERS = {"place": np.int64, "document": np.uint32, "edition": np.int64}
"""Columns of numbers."""

_ORDER_BITS, _KIND_BITS = 26, 2
_LAST_REVISION = 999
_KINDS = list(HitKind)
_BETWEEN = "\x1f"


class LanguageText(NamedTuple):
    """A text and its language."""

    text: str
    language: str


class TitleText(NamedTuple):
    """Subject of a document and, for an entry that is a heading, its text."""

    subject: str
    heading: str
    language: str


class Facts(NamedTuple):
    """Facts of an entry: those that all of its group share, and its own."""

    shared: frozenset[str]
    own: frozenset[str]


class Same(NamedTuple):
    """Identity of an entry's words.

    Attributes:
        family: Family in which the same words are a single hit; empty if the entry is like no other.
        group: Group with which it is added and removed.
        order: In its group.
    """

    family: str
    group: str
    order: int


class WordPositions(formats.Positions):
    """Positions of a word: word numbers as an array of 32 bits (stock Whoosh pickles them)."""

    @override
    def encode(self, poslist: Sequence[int]) -> bytes:
        return array("I", poslist).tobytes()

    @override
    def decode_positions(self, valuestring: bytes) -> list[int]:
        return array("I", valuestring).tolist()

    @override
    def decode_frequency(self, valuestring: bytes) -> int:
        return len(valuestring) // 4


Posting = tuple[bytes, int, float, bytes]


class _WordField(fields.FieldType):
    """Words of a text: where each stands is kept."""

    def __init__(self) -> None:
        super().__init__(WordPositions(), None, scorable=True)  # type: ignore[no-untyped-call]  # Whoosh has no types

    @abstractmethod
    def _terms(self, form: WordForm) -> Iterable[str]:
        """The terms of one word."""

    @override
    def index(self, value: LanguageText, **_: object) -> Iterator[Posting]:
        places: dict[str, list[int]] = {}
        for position, (_start, _end, form) in enumerate(forms(value.text, value.language)):
            for term in self._terms(form):
                places.setdefault(term, []).append(position)
        for term, found in places.items():
            yield term.encode(), len(found), float(len(found)), array("I", found).tobytes()


class Exact(_WordField):
    """Every word of a text, folded."""

    @override
    def _terms(self, form: WordForm) -> Iterable[str]:
        return (form.exact,)


class Stems(_WordField):
    """The stems of a text's words; a word has none, one, or two at the same place."""

    @override
    def _terms(self, form: WordForm) -> Iterable[str]:
        return form.stems


class _Terms(fields.FieldType):
    """Terms of which only is known that they are there."""

    def __init__(self) -> None:
        super().__init__(formats.Existence(), None)  # type: ignore[no-untyped-call]  # the same

    @abstractmethod
    def _terms(self, value: Any) -> Iterable[str]:
        """The terms of a value."""

    @override
    def index(self, value: Any, **_: object) -> Iterator[Posting]:
        for term in sorted({encoded(term) for term in self._terms(value)}):
            yield term, 1, 1.0, b""


class Accented(_Terms):
    """The words of a text as printed but for case, where folding takes something from them."""

    @override
    def _terms(self, value: LanguageText) -> Iterable[str]:
        return {form.accented for _, _, form in forms(value.text, value.language) if form.accented}


class Titles(_Terms):
    """Words of a title, each by its stems and, behind an equals sign, its very form."""

    @override
    def _terms(self, value: TitleText) -> Iterable[str]:
        for text in {value.subject, value.heading}:
            for _, _, form in forms(text, value.language):
                yield from title_terms(form)


class Sets(_Terms):
    """Facts."""

    @override
    def _terms(self, value: Facts) -> Iterable[str]:
        return value.shared | value.own


def title_terms(form: WordForm) -> tuple[str, ...]:
    """Return the terms by which a word of a title is found."""
    return (f"= {form.exact}", *form.stems)


def encoded(term: str) -> bytes:
    """A term as it is kept; half characters cannot be."""
    return term.encode("utf-8", "replace")


def make() -> Any:
    """The schema of the index."""
    return fields.Schema(
        exact=Exact(),
        stem=Stems(),
        accented=Accented(),
        title=Titles(),
        fact=Sets(),
        facets=fields.COLUMN(columns.RefBytesColumn()),
        same=fields.COLUMN(columns.NumericColumn("q")),
        **{name: fields.COLUMN(columns.NumericColumn("q")) for name in NUMBERS},
        key=fields.STORED(),
    )


# An entry as a row


@dataclass(frozen=True, slots=True)
class _Group:
    """Values shared by the entries of a group."""

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
            _facets(entry),
            ((entry.document << _KIND_BITS) | _KINDS.index(entry.kind)) << _ORDER_BITS,
            (day.year * 10_000 + day.month * 100 + day.day) * (_LAST_REVISION + 1) + revision if day else 0,
            " ".join(map(str, (*joins.family, header.language))) if joins else "",
        )

    def has(self, entry: IndexEntry) -> bool:
        """True if an entry is one of the group."""
        return self.header is entry.header and self.name == entry.group and self.kind is entry.kind


_latest: list[_Group] = []
"""The group of the row made last: its entries come one behind the other, and what they share is worked out once."""


def row(entry: IndexEntry, order: int) -> dict[str, Any]:
    """An entry as the writer takes it; ``order`` counts the entries of its group."""
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
    """Facts of an entry that follow from its address alone, and from being a heading."""
    nowhere = IndexEntry("", HitKind.PARAGRAPH, DocumentId(0), Address(""), "", Header(""))
    there = IndexEntry("", HitKind.PARAGRAPH, DocumentId(0), address, "", Header(""), is_heading=heading)
    return frozenset(facts(there)) - frozenset(facts(nowhere))


def _facets(entry: IndexEntry) -> bytes:
    """Facet values of an entry: the same bytes for all entries of a document, so that a hit costs little."""
    header = entry.header
    values: Mapping[str, Sequence[str]] = {
        "language": [header.language],
        "year": [str(header.date.year)] if header.date else [],
        "document_type": [header.document_type] if header.document_type else [],
        "code": sorted({code.code for code in header.subject_codes}),
        "dossier": sorted(set(header.interinstitutional_files)),
        "marking": [header.marking] if header.marking else [],
        "kind": [str(entry.kind)],
    }
    return json.dumps(values, ensure_ascii=False).encode("utf-8", "replace")


def pack_key(entry: IndexEntry) -> bytes:
    """Identity of an entry, in a few bytes."""
    parts = (str(_KINDS.index(entry.kind)), str(entry.document), entry.address, entry.annotation or entry.line or "")
    return _BETWEEN.join(parts).encode("utf-8", "surrogatepass")


def unpack_key(packed: bytes) -> tuple[HitKind, DocumentId, Address, str | None]:
    """Kind, document, address, and annotation or line of an entry."""
    kind, document, address, annotation = packed.decode("utf-8", "surrogatepass").split(_BETWEEN, 3)
    return _KINDS[int(kind)], DocumentId(int(document)), Address(address), annotation or None
