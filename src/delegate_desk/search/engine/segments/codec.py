"""Whoosh's way to our segments. The classes here are named in the index's table of contents: see ``schema``."""

import secrets
import zlib
from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
from typing_extensions import override
from whoosh import columns
from whoosh.codec import base
from whoosh.codec.whoosh3 import W3Codec
from whoosh.matching import ReadTooFar
from whoosh.matching.mcore import LeafMatcher
from whoosh.reading import TermInfo, TermNotFound

from delegate_desk.search.engine.segments.array_layout import (
    Postings,
    column_values,
    entries_with,
    first_term,
    key,
    term,
    term_count,
    term_number,
)
from delegate_desk.search.engine.segments.segment_builder import LENGTHS
from delegate_desk.search.engine.segments.segment_file import Array, SegmentFile

# MERGED


class Cursor(base.FieldCursor):
    """Steps through the terms of a field."""

    def __init__(self, file: SegmentFile, field: str, fieldobj: Any) -> None:
        self._file, self._field, self._type = file, field, fieldobj
        self._count = term_count(file, field)
        self._at = 0

    @override
    def first(self) -> str | None:
        self._at = 0
        return self.text()

    @override
    def find(self, string: str | bytes) -> str | None:
        self._at = first_term(self._file, self._field, self._type.to_bytes(string))
        return self.text()

    @override
    def next(self) -> str | None:
        self._at += 1
        return self.text()

    def text(self) -> str | None:
        """The term at hand, or None behind the last."""
        return str(self._type.from_bytes(term(self._file, self._field, self._at))) if self.is_valid() else None

    @override
    def term(self) -> str | None:
        return self.text()

    def is_valid(self) -> bool:
        """False behind the last term."""
        return self._at < self._count

    def term_info(self) -> TermInfo | None:
        """About the term at hand."""
        return TermsReader(self._file).info(self._field, self._at) if self.is_valid() else None


class TermsReader(base.TermsReader):
    """Terms and postings of a segment."""

    def __init__(self, file: SegmentFile) -> None:
        self._file = file
        self._fields = sorted(name.removesuffix(".terms") for name in file.names() if name.endswith(".terms"))

    @override
    def __contains__(self, found: tuple[str, bytes]) -> bool:
        return term_number(self._file, *found) is not None

    @override
    def indexed_field_names(self) -> list[str]:
        return [field for field in self._fields if term_count(self._file, field)]

    @override
    def cursor(self, fieldname: str, fieldobj: Any) -> Cursor:
        return Cursor(self._file, fieldname, fieldobj)

    @override
    def terms(self) -> Iterator[tuple[str, bytes]]:
        return self.terms_from("", b"")

    @override
    def terms_from(self, fieldname: str, prefix: bytes) -> Iterator[tuple[str, bytes]]:
        return ((field, term(self._file, field, number)) for field, number in self._from(fieldname, prefix))

    @override
    def items(self) -> Iterator[tuple[tuple[str, bytes], TermInfo]]:
        return self.items_from("", b"")

    @override
    def items_from(self, fieldname: str, prefix: bytes) -> Iterator[tuple[tuple[str, bytes], TermInfo]]:
        for field, number in self._from(fieldname, prefix):
            yield (field, term(self._file, field, number)), self.info(field, number)

    def _from(self, fieldname: str, prefix: bytes) -> Iterator[tuple[str, int]]:
        for field in self._fields:
            if field >= fieldname:
                first = first_term(self._file, field, prefix) if field == fieldname else 0
                for number in range(first, term_count(self._file, field)):
                    yield field, number

    @override
    def term_info(self, fieldname: str, text: bytes) -> TermInfo:
        return self.info(fieldname, self._number(fieldname, text))

    def info(self, field: str, number: int) -> TermInfo:
        """About a term by number."""
        postings = Postings(self._file, field, number)
        weights, lengths = postings.counts, postings.lengths()
        return TermInfo(
            weight=float(weights.sum()) if weights is not None else float(len(postings.entries)),
            df=len(postings.entries),
            minlength=int(lengths.min(initial=0)),
            maxlength=int(lengths.max(initial=0)),
            maxweight=float(weights.max()) if weights is not None else 1.0,
            minid=int(postings.entries[0]),
            maxid=int(postings.entries[-1]),
        )

    @override
    def doc_frequency(self, fieldname: str, text: bytes) -> int:
        return len(entries_with(self._file, fieldname, text))

    @override
    def frequency(self, fieldname: str, text: bytes) -> float:
        found = term_number(self._file, fieldname, text)
        return 0.0 if found is None else float(self.info(fieldname, found).weight())

    @override
    def matcher(self, fieldname: str, text: bytes, format_: Any, scorer: Any = None) -> "PostingsMatcher":
        postings = Postings(self._file, fieldname, self._number(fieldname, text))
        return PostingsMatcher(postings, (fieldname, text), format_, scorer)

    def _number(self, fieldname: str, text: bytes) -> int:
        number = term_number(self._file, fieldname, text)
        if number is None:
            raise TermNotFound(f"no such term in {fieldname}")
        return number


class PostingsMatcher(LeafMatcher):
    """Whoosh's walk along the postings of a term."""

    def __init__(self, postings: Postings, found: tuple[str, bytes], format_: Any, scorer: Any, at: int = 0) -> None:
        self.format, self.scorer = format_, scorer
        self._term, self._postings, self._at = found, postings, at

    @override
    def copy(self) -> "PostingsMatcher":
        return PostingsMatcher(self._postings, self._term, self.format, self.scorer, self._at)

    @override
    def is_active(self) -> bool:
        return self._at < len(self._postings.entries)

    @override
    def reset(self) -> None:
        self._at = 0

    @override
    def id(self) -> int:
        return int(self._postings.entries[self._at])

    @override
    def next(self) -> None:
        if not self.is_active():
            raise ReadTooFar
        self._at += 1

    @override
    def skip_to(self, id: int) -> None:  # Whoosh's name
        if not self.is_active():
            raise ReadTooFar
        self._at += int(np.searchsorted(self._postings.entries[self._at :], id))

    @override
    def all_ids(self) -> Iterator[int]:
        return iter(self._postings.entries[self._at :].tolist())

    @override
    def weight(self) -> float:
        counts = self._postings.counts
        return 1.0 if counts is None else float(counts[self._at])

    @override
    def value(self) -> bytes:
        places = self._postings.positions(self._at)
        return bytes(self.format.encode(places)) if places else b""

    @override
    def value_as(self, astype: str) -> Any:
        if astype == "positions":
            return self._postings.positions(self._at)
        return self.format.decoder(astype)(self.value())

    @override
    def supports_block_quality(self) -> bool:
        return False

    @override
    def score(self) -> float:
        return float(self.scorer.score(self)) if self.scorer else self.weight()


class WhooshColumn(columns.ColumnReader):
    """A column as Whoosh sorts and groups by it."""

    def __init__(self, items: Array, values: Array | list[bytes] | None = None) -> None:
        self._items, self._values = items, values
        self._reverse = False

    @override
    def __len__(self) -> int:
        return len(self._items)

    @override
    def __getitem__(self, docnum: int) -> int | bytes:
        item = int(self._items[docnum])
        if self._values is None:
            return item
        found = self._values[item]
        return found if isinstance(found, bytes) else int(found)

    @override
    def __iter__(self) -> Iterator[int | bytes]:
        return (self[n] for n in range(len(self)))

    @override
    def load(self) -> list[int | bytes]:
        return list(self)

    @override
    def set_reverse(self) -> None:
        self._reverse = True

    @override
    def sort_key(self, docnum: int) -> int | bytes:
        found = self[docnum]
        return -found if self._reverse and isinstance(found, int) else found


class EntryReader(base.PerDocumentReader):
    """Lengths, columns and stored keys of a segment, and which entries are deleted."""

    def __init__(self, file: SegmentFile, segment: "ArraySegment") -> None:
        self._file, self._segment = file, segment

    @override
    def doc_count(self) -> int:
        return self._segment.doc_count()

    @override
    def doc_count_all(self) -> int:
        return self._segment.doc_count_all()

    @override
    def has_deletions(self) -> bool:
        return self._segment.has_deletions()

    @override
    def is_deleted(self, docnum: int) -> bool:
        return self._segment.is_deleted(docnum)

    @override
    def deleted_docs(self) -> list[int]:
        return self._segment.deleted_docs()

    @override
    def supports_columns(self) -> bool:
        return True

    @override
    def has_column(self, fieldname: str) -> bool:
        return f"{fieldname}.col" in self._file or f"{fieldname}.code" in self._file

    @override
    def column_reader(self, fieldname: str, column: Any) -> WhooshColumn:
        file = self._file
        if f"{fieldname}.col" in file:
            return WhooshColumn(file[f"{fieldname}.col"])
        return WhooshColumn(file[f"{fieldname}.code"], column_values(file, fieldname))

    @override
    def doc_field_length(self, docnum: int, fieldname: str, default: int = 0) -> int:
        name = f"{fieldname}.len"
        return int(LENGTHS[self._file[name][docnum]]) if name in self._file else default

    @override
    def field_length(self, fieldname: str) -> int:
        return self._segment.lengths.get(fieldname, 0)

    @override
    def min_field_length(self, fieldname: str) -> int:
        name = f"{fieldname}.len"
        return int(LENGTHS[int(self._file[name].min())]) if name in self._file else 0

    @override
    def max_field_length(self, fieldname: str) -> int:
        name = f"{fieldname}.len"
        return int(LENGTHS[int(self._file[name].max())]) if name in self._file else 0

    @override
    def stored_fields(self, docnum: int) -> dict[str, bytes]:
        return {"key": key(self._file, docnum)}


class ArraySegment(base.Segment):
    """Segment as named in the table of contents: its file, and its deleted entries.

    Args:
        codec: Of the index.
        indexname: Whoosh's name of the index.
        segid: Its identity among segments; if None, a new identity that no seed repeats.
        count: Number of entries in the file, deleted entries too.
        lengths: By text field, the number of terms of all entries together.
        deleted: By entry, whether it is deleted.
    """

    def __init__(
        self,
        codec: "Codec",
        indexname: str,
        segid: str | None = None,
        count: int = 0,
        lengths: Mapping[str, int] | None = None,
        deleted: Array | None = None,
    ) -> None:
        self.indexname = indexname
        self.segid = segid or secrets.token_hex(8)
        self.compound = False
        self.lengths = dict(lengths or {})
        self._codec = codec
        self._count = count
        self._deleted = None if deleted is None or not deleted.any() else deleted.astype(bool)

    @property
    def deletions(self) -> Array | None:
        """By entry, whether it is deleted; None where none is."""
        return self._deleted

    def delete(self, entries: Array) -> int:
        """Delete entries by number, and tell how many were not deleted before."""
        if not len(entries):
            return 0
        if self._deleted is None:
            self._deleted = np.zeros(self._count, dtype=bool)
        before = self.deleted_count()
        self._deleted[entries] = True
        return self.deleted_count() - before

    @override
    def codec(self, **_: object) -> "Codec":
        return self._codec

    @override
    def should_assemble(self) -> bool:
        return False

    @override
    def set_doc_count(self, doccount: int) -> None:
        self._count = doccount

    @override
    def doc_count_all(self) -> int:
        return self._count

    @override
    def doc_count(self) -> int:
        return self._count - self.deleted_count()

    @override
    def has_deletions(self) -> bool:
        return self.deleted_count() > 0

    @override
    def make_filename(self, ext: str) -> str:
        return f"{self.indexname}_{self.segid}{ext}"

    @override
    def deleted_count(self) -> int:
        return 0 if self._deleted is None else int(np.count_nonzero(self._deleted))

    @override
    def deleted_docs(self) -> list[int]:
        return [] if self._deleted is None else np.flatnonzero(self._deleted).tolist()

    @override
    def delete_document(self, docnum: int, delete: bool = True) -> None:
        if delete:
            self.delete(np.array([docnum]))
        elif self._deleted is not None:
            self._deleted[docnum] = False

    @override
    def is_deleted(self, docnum: int) -> bool:
        deleted = self._deleted  # Whoosh also asks for the number behind the last
        return deleted is not None and docnum < len(deleted) and bool(deleted[docnum])

    def __getstate__(self) -> dict[str, Any]:
        bits = None if self._deleted is None else np.packbits(self._deleted).tobytes()
        state = {**vars(self), "_deleted": bits}
        return {**state, "sum": _checksum(state)}

    def __setstate__(self, state: dict[str, Any]) -> None:
        known = dict(state)
        if known.pop("sum") != _checksum(known):
            raise OSError("a damaged list of deletions")
        bits = known["_deleted"]
        if bits is not None:
            packed = np.frombuffer(bits, dtype=np.uint8)
            known["_deleted"] = np.unpackbits(packed, count=known["_count"]).astype(bool)
        vars(self).update(known)


def _checksum(state: Mapping[str, Any]) -> int:
    about = [state["segid"], state["_count"], sorted(state["lengths"].items())]
    return zlib.crc32(state["_deleted"] or b"", zlib.crc32(repr(about).encode()))


class Codec(W3Codec):
    """One mapped file a segment; ``writer`` writes it, without Whoosh's own writers."""

    length_stats = False

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # Whoosh has no types

    @override
    def terms_reader(self, storage: Any, segment: ArraySegment) -> TermsReader:
        return TermsReader(SegmentFile.for_segment(storage, segment))

    @override
    def per_document_reader(self, storage: Any, segment: ArraySegment) -> EntryReader:
        return EntryReader(SegmentFile.for_segment(storage, segment), segment)

    @override
    def new_segment(self, storage: Any, indexname: str) -> ArraySegment:
        return ArraySegment(self, indexname)
