"""How an entry lies in the Whoosh index: fields, their formats, and columns.

The classes here are named in the index's table of contents, which is a pickle: move or rename one, and every index
there is will be taken for damaged and made anew. ``FORMAT`` says so in a kinder way: raise it with any change here.
"""

import json
import secrets
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from typing_extensions import override
from whoosh import columns, fields, formats
from whoosh.codec.whoosh3 import W3Codec, W3Segment

from delegate_desk.core.search import Entry, HitKind
from delegate_desk.search.analysis import forms
from delegate_desk.search.facts import facts

FORMAT = 1
_KINDS = list(HitKind)
_ORDER_BITS, _KIND_BITS = 26, 2


class Positions(formats.Positions):
    """Where a word stands: word numbers as an array of 32 bits (stock Whoosh pickles them)."""

    @override
    def encode(self, poslist: Sequence[int]) -> bytes:
        return array("I", poslist).tobytes()

    @override
    def decode_positions(self, valuestring: bytes) -> list[int]:
        return array("I", valuestring).tolist()

    @override
    def decode_frequency(self, valuestring: bytes) -> int:
        return len(valuestring) // 4


class Words(fields.FieldType):
    """Words in order, given as a list: where each stands is kept."""

    def __init__(self) -> None:
        super().__init__(Positions(), None, scorable=True)  # type: ignore[no-untyped-call]  # Whoosh has no types

    @override
    def index(self, value: Iterable[str], **_: object) -> Iterator[tuple[bytes, int, float, bytes]]:
        places: dict[str, list[int]] = {}
        for position, word in enumerate(value):
            places.setdefault(word, []).append(position)
        for word, found in places.items():
            yield word.encode(), len(found), float(len(found)), array("I", found).tobytes()


class Counts(fields.FieldType):
    """Words given as a list: how often each occurs is kept."""

    def __init__(self) -> None:
        super().__init__(formats.Frequency(), None, scorable=True)  # type: ignore[no-untyped-call]  # the same

    @override
    def index(self, value: Iterable[str], **_: object) -> Iterator[tuple[bytes, int, float, bytes]]:
        for word, count in Counter(value).items():
            yield word.encode(), count, float(count), count.to_bytes(4, "big")


class Terms(fields.FieldType):
    """Terms given as a set: that they are there is all that is kept."""

    def __init__(self) -> None:
        super().__init__(formats.Existence(), None)  # type: ignore[no-untyped-call]  # the same

    @override
    def index(self, value: Iterable[str], **_: object) -> Iterator[tuple[bytes, int, float, bytes]]:
        for term in value:
            yield term.encode("utf-8", "replace"), 1, 1.0, b""


class Codec(W3Codec):
    """Whoosh's own way to write segments, with names that no seed repeats: a name used twice spoils the first."""

    length_stats = False  # of each block of postings: a fifth of the time, for a shortcut that we do not take

    @override
    def new_segment(self, storage: Any, indexname: str) -> W3Segment:
        return W3Segment(self, indexname, segid=secrets.token_hex(8))


def make() -> Any:
    """The schema of the index."""
    return fields.Schema(
        exact=Words(),
        stem=Counts(),
        accented=Terms(),
        fact=Terms(),
        facets=fields.COLUMN(columns.RefBytesColumn()),
        place=fields.COLUMN(columns.NumericColumn("q")),
        date=fields.COLUMN(columns.NumericColumn("i")),
        key=fields.STORED(),
    )


def row(entry: Entry, order: int) -> dict[str, Any]:
    """An entry as Whoosh takes it; ``order`` counts the entries of its group."""
    found = [form for _, _, form in forms(entry.text, entry.header.language)]
    day = entry.header.date
    kind = _KINDS.index(entry.kind)
    return {
        "exact": [form.exact for form in found],
        "stem": [stem for form in found for stem in form.stems],
        "accented": {form.accented for form in found if form.accented},
        "fact": facts(entry),
        "facets": _facets(entry),
        "place": (((entry.document << _KIND_BITS) | kind) << _ORDER_BITS) | min(order, (1 << _ORDER_BITS) - 1),
        "date": day.year * 10_000 + day.month * 100 + day.day if day else 0,
        "key": (str(entry.kind), entry.document, entry.address, entry.annotation),
    }


def _facets(entry: Entry) -> bytes:
    """What an entry counts for in each facet: the same bytes for all of a document, so that a hit costs little."""
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
