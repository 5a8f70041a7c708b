"""Work that reports its progress: a generator of steps done and their total, which returns the result."""

import contextlib
import threading
from collections.abc import Callable, Generator
from queue import SimpleQueue
from typing import TypeVar

T = TypeVar("T")
S = TypeVar("S")
Steps = Generator[tuple[int, int], None, T]
"""Work that yields its progress as (done, total) and returns its result; closing it cancels the work."""
TOTAL_STEPS = 1000
"""Number of steps of work that consists of several parts, each reported by ``map_progress`` or ``scale_progress``."""


def finish(steps: Generator[object, None, T]) -> T:
    """Run work to its end and return its result, ignoring the progress."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            result: T = end.value
            return result


def map_progress(steps: Generator[S, None, T], convert: Callable[[S], tuple[int, int]]) -> Steps[T]:
    """Run a part of the work and yield the progress of the whole."""
    with contextlib.closing(steps):
        while True:
            try:
                step = next(steps)
            except StopIteration as end:
                result: T = end.value
                return result
            yield convert(step)


def scale_progress(steps: Steps[T], low: int, high: int) -> Steps[T]:
    """Run a part of the work as the part from ``low`` to ``high`` of the whole, which is ``TOTAL_STEPS``."""
    return map_progress(steps, lambda step: (low + (high - low) * step[0] // max(step[1], 1), TOTAL_STEPS))


Tell = Callable[[int, int], None]
"""Takes steps done and their total; raises if the work is cancelled."""


class WorkStoppedError(Exception):
    """The work was cancelled."""


def stepping(job: Callable[[Tell], T]) -> Steps[T]:
    """Run a job on a separate thread; closing the generator cancels it at its next report, and waits for that."""
    steps: SimpleQueue[tuple[int, int] | None] = SimpleQueue()
    stopped = threading.Event()
    outcome: list[T] = []
    errors: list[BaseException] = []

    def tell(done: int, total: int) -> None:
        if stopped.is_set():
            raise WorkStoppedError
        steps.put((done, total))

    def run() -> None:
        try:
            outcome.append(job(tell))
        except BaseException as error:  # raised again where the steps are taken
            errors.append(error)
        finally:
            steps.put(None)

    thread = threading.Thread(target=run, name="stepping", daemon=True)
    thread.start()
    try:
        while (step := steps.get()) is not None:
            yield step
    finally:
        stopped.set()
        thread.join()
    if errors:
        raise errors[0]
    return outcome[0]
