"""Whoosh's writer over arrays: entries are gathered, and every so many become a segment of their own.

A commit is the table of contents, renamed into place once all that it names is on the disk.
"""

import contextlib
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

from typing_extensions import override
from whoosh.writing import SegmentWriter

from delegate_desk.search.engine.index_folder import commit
from delegate_desk.search.engine.schema import encoded
from delegate_desk.search.engine.segments.array_layout import entries_with
from delegate_desk.search.engine.segments.codec import ArraySegment, Codec
from delegate_desk.search.engine.segments.entry_buffer import Slice, TermBuffer
from delegate_desk.search.engine.segments.segment_file import SUFFIX, SegmentFile

SLICE = 30_000
"""How many entries make a segment when many are added at once."""

WORDS = 4_000_000
"""How many words do, where entries are long."""

_LARGEST_LEXICON = 300_000

Policy = Callable[["IndexWriter", list[ArraySegment]], list[ArraySegment]]
"""Which of the segments stay; it may insert others in place of those that do not."""


class IndexWriter(SegmentWriter):
    """Writer of a commit: deletions, entries, and segments made by others.

    While many entries are added, another thread sorts and writes a slice of them while the next is collected;
    so memory is bounded. It takes no lock: its creator holds the lock.
    """

    def __init__(self, index: Any, folder: Path) -> None:
        # Whoosh's own constructor would make a pool for postings on the disk, which we do without.
        about = index._read_toc()
        self.codec = Codec()
        self.storage = index.storage
        self.indexname = index.indexname
        self.schema = about.schema
        self.generation = about.generation + 1
        self.segments: list[ArraySegment] = about.segments
        self.docnum = self.docbase = 0
        self.writelock = None
        self.is_closed = False
        self._searcher: Any = None
        self._setup_doc_offsets()  # type: ignore[no-untyped-call]  # Whoosh has no types
        self._folder = folder
        self._made: list[ArraySegment] = []
        self._lexicon = TermBuffer()
        self._slice = Slice(self._lexicon)
        self._thread: ThreadPoolExecutor | None = None
        self._written: Future[None] | None = None

    # Deleting

    @override
    def delete_by_term(self, fieldname: str, text: str, searcher: Any = None) -> int:
        """Delete all entries that have a term, and tell how many they are."""
        self._check_state()  # type: ignore[no-untyped-call]  # the same
        return sum(
            segment.delete(entries_with(SegmentFile.for_segment(self.storage, segment), fieldname, encoded(text)))
            for segment in self.segments
        )

    # Adding

    @override
    def add_document(self, **fields: Any) -> None:
        """Take an entry, as ``schema.row`` makes it."""
        self._check_state()  # type: ignore[no-untyped-call]  # the same
        self._slice.add(fields)
        self.docnum += 1
        if len(self._slice) >= SLICE or self._slice.words >= WORDS:
            self._hand_over()

    def insert(self, segment: ArraySegment) -> None:
        """Take a segment whose file is there, whole and on the disk."""
        self._check_state()  # type: ignore[no-untyped-call]  # the same
        self._made.append(segment)

    @override
    def add_reader(self, reader: Any) -> None:
        """Whoosh's way to merge; ours is to insert the merged segment."""
        raise NotImplementedError

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
        segment = ArraySegment(self.codec, self.indexname, count=len(part))
        self._made.append(segment)
        segment.lengths = part.write(self._path(segment), self.storage.cipher)

    def _wait(self) -> None:
        written, self._written = self._written, None
        if written:
            written.result()

    def _path(self, segment: ArraySegment) -> Path:
        return self._folder / segment.make_filename(SUFFIX)

    # Ending

    @override
    def commit(self, mergetype: Policy | None = None, optimize: object = None, merge: object = None) -> None:
        """Make all of it the new state of the index; ``mergetype`` says which of the segments stay."""
        self._check_state()  # type: ignore[no-untyped-call]  # the same
        self._wait()
        if len(self._slice):
            self._write(self._slice)
        kept = mergetype(self, self.segments) if mergetype else self.segments
        # From here on what was made may be named: should something fail, it is left for the next commit to sweep.
        made, self._made = self._made, []
        self._commit_toc([segment for segment in [*kept, *made] if segment.doc_count()])
        self._finish()

    @override
    def _commit_toc(self, segments: list[ArraySegment]) -> None:
        commit(self.storage, self.schema, segments, self.generation)

    @override
    def cancel(self) -> None:
        """Leave the index as it is."""
        self._check_state()  # type: ignore[no-untyped-call]  # the same
        with contextlib.suppress(Exception):  # it was told, or is of no interest any more
            self._wait()
        self._finish()
        for segment in self._made:
            self._path(segment).unlink(missing_ok=True)

    @override
    def _finish(self) -> None:
        if self._searcher is not None:
            self._searcher._orig_close()
            self._searcher = None
        if self._thread:
            self._thread.shutdown()
        self.is_closed = True
