"""Work that reports its progress: a generator of steps done and their total, which returns the result."""

import contextlib
from collections.abc import Callable, Generator
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


def map_progress(steps: Generator[S, None, T], say: Callable[[S], tuple[int, int]]) -> Steps[T]:
    """Run a part of the work and yield the progress of the whole."""
    with contextlib.closing(steps):
        while True:
            try:
                step = next(steps)
            except StopIteration as end:
                result: T = end.value
                return result
            yield say(step)


def scale_progress(steps: Steps[T], low: int, high: int) -> Steps[T]:
    """Run a part of the work as the part from ``low`` to ``high`` of the whole, which is ``TOTAL_STEPS``."""
    return map_progress(steps, lambda step: (low + (high - low) * step[0] // max(step[1], 1), TOTAL_STEPS))
