"""Upkeep of the index folder: segments become one while others read, and what was dropped leaves the disk.

A new segment is made without the lock of the writers, for what goes into it never changes, and under a name that
no commit deletes. The lock is taken to put it into the table of contents. What was dropped meanwhile is dropped from
it too; where one of those that went in has gone meanwhile, the work was for nothing and is thrown away.
"""

import logging
import time
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import AbstractContextManager
from typing import TypeVar

import numpy as np

from delegate_desk.search.engine.index_folder import PART, Lock, Storage, delete
from delegate_desk.search.engine.segments.merge_policy import WIDTH, Merge, due, smallest
from delegate_desk.search.engine.segments.segment import Segment
from delegate_desk.search.engine.segments.segment_file import SUFFIX, Array, SegmentFile

_T = TypeVar("_T")

_log = logging.getLogger(__name__)

MOST_IN_A_HURRY = 28
"""So many segments there may be before an update makes them fewer by itself."""

_SOON = 20_000
_PAUSE = 0.02


class SegmentMaintenance:
    """Merges in one folder.

    Args:
        storage: The folder of the index.
        trying: To be the only writer; tells at once whether it is so.
    """

    def __init__(self, storage: Storage, trying: Callable[[], AbstractContextManager[bool]]) -> None:
        self._folder = storage.folder
        self._storage = storage
        self._trying = trying

    def merge_due(self) -> Iterator[bool]:
        """Merge what is due until nothing is, in steps of a few milliseconds, unless another process is at it.

        A step is True where it made a new state.
        """
        with Lock(self._folder / "merging.lock").try_hold() as alone:
            while alone:
                job = yield from self._turn(self._start_job)
                if job is None:
                    return
                try:
                    for _ in job.merge.steps():
                        yield False
                    yield (yield from self._turn(job.commit))
                finally:
                    job.clean()

    def thin(self) -> None:
        """Make few segments of many by the smallest ones, where that is soon done; the caller is the only writer.

        A merge beside that has some of them in hand is then for nothing: it has not had its turn for long.
        """
        while len(segments := self._storage.table().segments) > MOST_IN_A_HURRY:
            chosen = smallest(segments, len(segments) - WIDTH, _SOON)  # many, so that it is seldom
            if len(chosen) < WIDTH:
                if len(segments) <= 2 * MOST_IN_A_HURRY:
                    return
                chosen = smallest(segments)
            self._at_once(chosen)

    def rewrite_dropped(self) -> None:
        """Write anew each segment that has words of what was dropped; the caller is the only writer."""
        for part in list(self._folder.glob(f"*{PART}")):
            delete(part)  # it may have such words, and its merge finds that it is gone
        for segment in self._storage.table().segments:
            if segment.deleted_count:
                self._at_once([segment])

    def _turn(self, job: Callable[[], _T]) -> Generator[bool, None, _T]:
        """Do a job as the only writer, once that can be."""
        while True:
            with self._trying() as alone:
                if alone:
                    return job()
            time.sleep(_PAUSE)
            yield False

    def _start_job(self) -> "_Job | None":
        chosen = due(self._storage.table().segments)
        return _Job(self._storage, chosen) if chosen else None

    def _at_once(self, segments: Sequence[Segment]) -> None:
        job = _Job(self._storage, segments)
        try:
            for _ in job.merge.steps():
                pass
            job.commit()
        finally:
            job.clean()


class _Job:
    """Some segments on their way to become one."""

    def __init__(self, storage: Storage, segments: Sequence[Segment]) -> None:
        self._began = time.monotonic()
        self._storage = storage
        self._segments = segments
        self._gone = [_dropped(segment) for segment in segments]
        self._new = Segment()
        self._file = storage.path(self._new)
        self._part = self._file.with_name(self._file.name + PART)
        files = [storage.file(segment).separate_map() for segment in segments]
        self._part.touch()  # where it is taken away, all is void
        name = self._file.name.removesuffix(SUFFIX)
        self.merge = Merge(files, self._gone, self._part, name, storage.cipher)
        self._held: SegmentFile | None = None

    def commit(self) -> bool:
        """Put the new segment in the place of the others, if all of them are still there; as the only writer."""
        merged, contents = self.merge.merged, self._storage.table()
        held = {segment: segment for segment in contents.segments}
        if merged is None or not self._part.exists() or not all(segment in held for segment in self._segments):
            _log.debug("A merge of %d segments was for nothing", len(self._segments))
            return False
        self._new.size = merged.size
        self._new.lengths.update(merged.lengths)
        for segment, gone, numbers in zip(self._segments, self._gone, merged.numbers, strict=True):
            self._new.delete(numbers[np.setdiff1d(_dropped(held[segment]), gone, assume_unique=True)])
        at = contents.segments.index(self._segments[0])
        segments = [segment for segment in contents.segments if segment not in self._segments]
        if self._new.count:
            self._part.replace(self._file)
            if self._storage.cipher.seals:  # unsealed here, so that no search waits for it
                self._held = self._storage.file(self._new)
            segments.insert(at, self._new)
        self._storage.commit(segments, contents.generation + 1)
        took = time.monotonic() - self._began
        _log.info("Made one segment of %d, of %d entries, in %.2f s", len(self._segments), merged.size, took)
        return True

    def clean(self) -> None:
        """Leave nothing that has no place."""
        delete(self._part)


def _dropped(segment: Segment) -> Array:
    """The numbers of entries dropped from a segment, in order."""
    return np.zeros(0, np.intp) if segment.deletions is None else np.flatnonzero(segment.deletions)
