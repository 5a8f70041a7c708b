"""A segment as named in the table of contents: its file, and its deleted entries."""

import base64
import secrets
from collections.abc import Mapping
from typing import Any, Self

import numpy as np

from delegate_desk.search.engine.segments.segment_file import SUFFIX, Array


class Segment:
    """Some entries of the index, in a file that never changes; which of them are deleted is kept here.

    Attributes:
        identity: Distinguishes it from all other segments.
        size: Number of entries in the file, deleted entries too.
        lengths: By text field, the number of terms of all entries together.
        deletions: By entry, whether it is deleted; None if none is.
    """

    def __init__(self, size: int = 0, lengths: Mapping[str, int] | None = None, identity: str | None = None) -> None:
        self.identity = identity or secrets.token_hex(8)  # which no seed repeats
        self.size = size
        self.lengths = dict(lengths or {})
        self.deletions: Array | None = None

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Segment) and self.identity == other.identity

    def __hash__(self) -> int:
        return hash(self.identity)

    @property
    def file_name(self) -> str:
        return f"MAIN_{self.identity}{SUFFIX}"

    @property
    def deleted_count(self) -> int:
        return 0 if self.deletions is None else int(np.count_nonzero(self.deletions))

    @property
    def count(self) -> int:
        """Number of entries that are not deleted."""
        return self.size - self.deleted_count

    def delete(self, entries: Array) -> int:
        """Delete entries by number; return how many were not deleted before."""
        if not len(entries):
            return 0
        if self.deletions is None:
            self.deletions = np.zeros(self.size, dtype=bool)
        before = self.deleted_count
        self.deletions[entries] = True
        return self.deleted_count - before

    def to_json(self) -> dict[str, Any]:
        bits = None if self.deletions is None else base64.b64encode(np.packbits(self.deletions).tobytes()).decode()
        return {"identity": self.identity, "size": self.size, "lengths": self.lengths, "deleted": bits}

    @classmethod
    def from_json(cls, values: Mapping[str, Any]) -> Self:
        segment = cls(values["size"], values["lengths"], values["identity"])
        if values["deleted"] is not None:
            packed = np.frombuffer(base64.b64decode(values["deleted"]), dtype=np.uint8)
            segment.deletions = np.unpackbits(packed, count=segment.size).astype(bool)
        return segment
