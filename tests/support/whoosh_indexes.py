"""Indexes by our writer and by stock Whoosh's, for tests that compare them."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from whoosh.codec.whoosh3 import W3Codec
from whoosh.writing import SegmentWriter

from delegate_desk.core.search import IndexEntry
from delegate_desk.search.engine import index_folder as folders
from delegate_desk.search.engine import schema
from delegate_desk.search.engine.writer import IndexWriter


def begin(folder: Path) -> Any:
    """An empty index in a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    folders.create_index(folder, "a library")
    return folders.opened(folders.Storage(folder, "a library"))


def commit(index: Any, folder: Path, gone: Iterable[str], entries: Iterable[IndexEntry]) -> None:
    """One commit by our writer."""
    fill(IndexWriter(index, folder), gone, entries).commit()


def stock_commit(index: Any, gone: Iterable[str], entries: Iterable[IndexEntry]) -> None:
    """One commit by Whoosh's own; emptied segments go, as with ours."""
    writer: Any = SegmentWriter(index, codec=W3Codec())
    fill(writer, gone, entries).commit(mergetype=lambda _, segments: [s for s in segments if s.doc_count()])


def fill(writer: Any, gone: Iterable[str], entries: Iterable[IndexEntry]) -> Any:
    """A writer that has deleted groups and taken entries."""
    for group in gone:
        writer.delete_by_term("fact", f"group {group}")
    ours = isinstance(writer, IndexWriter)
    for order, entry in enumerate(entries):
        row = schema.row(entry, order)
        # The hash of words is reckoned for many entries at once: what stock Whoosh keeps instead is of no interest.
        writer.add_document(**(row if ours else {**row, "same": order}))
    return writer
