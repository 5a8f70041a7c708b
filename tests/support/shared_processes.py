"""Reading and comparing processes that outlive their desk: the next desk uses one that is already running."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import pytest

from delegate_desk.parsing.reading_process import ReadingProcess
from delegate_desk.parsing.worker_process import Child
from delegate_desk.services.revisions.comparison_process import Comparer

_PATIENT = 300.0
"""Seconds for a file: a busy machine must not fail the reader."""


@contextmanager
def shared_processes() -> Iterator[None]:
    """Share the processes that desks start; those that a test starts with its own command are not shared."""
    idle: dict[tuple[str, ...], list[Child]] = defaultdict(list)
    ready_child, close_reader = ReadingProcess._ready_child, ReadingProcess.close
    acquire_child, close_comparer = Comparer._acquire_child, Comparer.close

    def take(command: Sequence[str]) -> Child | None:
        waiting = idle[tuple(command)]
        return waiting.pop() if waiting else None

    def keep(command: Sequence[str], child: Child | None) -> None:
        if child:
            idle[tuple(command)].append(child)

    def read_with_idle(reader: ReadingProcess) -> Child:
        reader._child = reader._child or take(reader._command)
        return ready_child(reader)

    def keep_reader(reader: ReadingProcess) -> None:
        if _is_own(reader._command) and reader._lock.acquire(blocking=False):  # it is not reading a file
            child, reader._child = reader._child, None
            reader._lock.release()
            keep(reader._command, child)
        close_reader(reader)

    def compare_with_idle(comparer: Comparer) -> Child:
        comparer._idle = comparer._idle or take(comparer._command)
        return acquire_child(comparer)

    def keep_comparer(comparer: Comparer) -> None:
        if _is_own(comparer._command):
            child, comparer._idle = comparer._idle, None
            keep(comparer._command, child)
        close_comparer(comparer)

    with pytest.MonkeyPatch.context() as patch:
        _, *others = ReadingProcess.__init__.__defaults__ or ()
        patch.setattr(ReadingProcess.__init__, "__defaults__", (_PATIENT, *others))
        patch.setattr(ReadingProcess, "_ready_child", read_with_idle)
        patch.setattr(ReadingProcess, "close", keep_reader)
        patch.setattr(Comparer, "_acquire_child", compare_with_idle)
        patch.setattr(Comparer, "close", keep_comparer)
        yield
    for children in idle.values():
        for child in children:
            child.end()


def _is_own(command: Sequence[str]) -> bool:
    return "-m" in command
