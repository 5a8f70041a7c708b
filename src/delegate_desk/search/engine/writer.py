"""Writer of the index: entries are collected, and every so many become a segment of their own.

A commit is the table of contents, renamed into place once all that it names is on the disk.
"""

import contextlib
from collections.abc import Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

from delegate_desk.search.engine.index_folder import Storage
from delegate_desk.search.engine.schema import encoded
from delegate_desk.search.engine.segments.entry_buffer import Slice, TermBuffer
from delegate_desk.search.engine.segments.segment import Segment
from delegate_desk.search.engine.segments.segment_reader import entries_with_term

SLICE = 30_000
"""How many entries make a segment when many are added at once."""

WORDS = 4_000_000
"""How many words do, where entries are long."""

_LARGEST_LEXICON = 300_000


class IndexWriter:
    """Writer of a commit: deletions and entries.

    While many entries are added, another thread sorts and writes a slice of them while the next is collected;
    so memory is bounded. It takes no lock: its creator holds the lock.
    """

    def __init__(self, storage: Storage) -> None:
        contents = storage.table()
        self.segments = contents.segments
        self.is_closed = False
        self._generation = contents.generation + 1
        self._storage = storage
        self._made: list[Segment] = []
        self._lexicon = TermBuffer()
        self._slice = Slice(self._lexicon)
        self._thread: ThreadPoolExecutor | None = None
        self._written: Future[None] | None = None

    # Deleting

    def delete_by_term(self, field: str, text: str) -> int:
        """Delete all entries that have a term; return how many they are."""
        self._check_open()
        return sum(
            segment.delete(entries_with_term(self._storage.file(segment), field, encoded(text)))
            for segment in self.segments
        )

    # Adding

    def add_document(self, fields: Mapping[str, Any]) -> None:
        """Add an entry, as ``schema.row`` makes it."""
        self._check_open()
        self._slice.add(fields)
        if len(self._slice) >= SLICE or self._slice.words >= WORDS:
            self._hand_over()

    def _hand_over(self) -> None:
        """Let the other thread write the current slice, once it has finished the previous slice."""
        self._wait()
        if self._thread is None:
            self._thread = ThreadPoolExecutor(1, "index slice")
        self._written = self._thread.submit(self._write, self._slice)
        if len(self._lexicon) > _LARGEST_LEXICON:
            self._lexicon = TermBuffer()
        self._slice = Slice(self._lexicon)

    def _write(self, part: Slice) -> None:
        segment = Segment(len(part))
        self._made.append(segment)
        segment.lengths = part.write(self._storage.path(segment), self._storage.cipher)

    def _wait(self) -> None:
        written, self._written = self._written, None
        if written:
            written.result()

    # Ending

    def commit(self) -> None:
        """Make all of it the new state of the index."""
        self._check_open()
        self._wait()
        if len(self._slice):
            self._write(self._slice)
        # From here on what was made may be named: should something fail, it is left for the next commit to delete.
        made, self._made = self._made, []
        segments = [segment for segment in [*self.segments, *made] if segment.count]
        self._storage.commit(segments, self._generation)
        self._finish()

    def cancel(self) -> None:
        """Leave the index as it is."""
        self._check_open()
        with contextlib.suppress(Exception):  # it was told, or is of no interest any more
            self._wait()
        self._finish()
        for segment in self._made:
            self._storage.path(segment).unlink(missing_ok=True)

    def _check_open(self) -> None:
        if self.is_closed:
            raise ValueError("the writer is closed")

    def _finish(self) -> None:
        if self._thread:
            self._thread.shutdown()
        self.is_closed = True
