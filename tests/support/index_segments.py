"""Indexes made by their writer, without the ``SearchIndex`` door, and their parts."""

from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path

import numpy as np

from delegate_desk.core.search import IndexEntry
from delegate_desk.search.engine import schema
from delegate_desk.search.engine.evaluator import Snapshot
from delegate_desk.search.engine.index_folder import Storage
from delegate_desk.search.engine.schema import encode_term
from delegate_desk.search.engine.segment_file import SegmentFile
from delegate_desk.search.engine.segment_reader import entries_with_term
from delegate_desk.search.engine.writer import IndexWriter


def create(folder: Path) -> Storage:
    """An empty index of ours in a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    storage = Storage(folder, "a library")
    storage.commit([], 0)
    return storage


def commit(storage: Storage, gone: Iterable[str], entries: Iterable[IndexEntry]) -> None:
    """One commit by our writer."""
    fill(IndexWriter(storage), gone, entries).commit()


def fill(writer: IndexWriter, gone: Iterable[str], entries: Iterable[IndexEntry]) -> IndexWriter:
    """A writer that has deleted groups and taken entries."""
    for group in gone:
        writer.delete_by_term("fact", f"group {group}")
    for entry in entries:
        writer.add(entry)
    return writer


def snapshot(storage: Storage) -> Snapshot:
    return Snapshot(storage, storage.table().segments)


def terms(file: SegmentFile, field: str) -> list[str]:
    """The terms of a field, in order."""
    text, ends = file[f"{field}.terms"].tobytes(), file[f"{field}.ends"].tolist()
    return [text[low:high].decode() for low, high in pairwise(ends)]


def key(file: SegmentFile, entry: int) -> bytes:
    """The stored key of an entry."""
    low, high = file["key.ends"][entry : entry + 2].tolist()
    return file["key.bytes"][low:high].tobytes()


def keys(storage: Storage) -> list[bytes]:
    """The keys of all entries, deleted entries too."""
    files = [storage.file(segment) for segment in storage.table().segments]
    return [key(file, entry) for file in files for entry in range(file.size)]


def places(storage: Storage, word: str, field: str = "exact") -> list[str]:
    """Addresses of the entries that have a term, in reading order."""
    found: list[tuple[int, str]] = []
    for segment in storage.table().segments:
        file = storage.file(segment)
        entries = entries_with_term(file, field, encode_term(word)).astype(np.intp)
        entries = entries if segment.deletions is None else entries[~segment.deletions[entries]]
        found += [(int(file["place.col"][n]), str(schema.unpack_key(key(file, n))[2])) for n in entries.tolist()]
    return [address for _, address in sorted(found)]
