"""Whoosh's way to our segments. The classes here are named in the index's table of contents: see ``schema``."""

import secrets
import zlib
from collections.abc import Mapping
from typing import Any

import numpy as np
from typing_extensions import override
from whoosh.codec import base
from whoosh.codec.whoosh3 import W3Codec

from delegate_desk.search.engine.segments.segment_file import Array, SegmentFile
from delegate_desk.search.engine.segments.whoosh_readers import EntryReader, TermsReader


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
        return TermsReader(SegmentFile.of(storage, segment))

    @override
    def per_document_reader(self, storage: Any, segment: ArraySegment) -> EntryReader:
        return EntryReader(SegmentFile.of(storage, segment), segment)

    @override
    def new_segment(self, storage: Any, indexname: str) -> ArraySegment:
        return ArraySegment(self, indexname)
