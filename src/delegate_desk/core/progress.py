"""Work that tells of its progress: a generator of how much is done, and of how much, that returns its result."""

import contextlib
from collections.abc import Callable, Generator
from typing import TypeVar

T = TypeVar("T")
S = TypeVar("S")
Steps = Generator[tuple[int, int], None, T]
"""Work that tells of its progress as (done, of) and returns its result; closing it gives the work up."""
TOTAL_STEPS = 1000
"""How many steps work has that is made of several parts, each told of by ``within``."""


def finish(steps: Generator[object, None, T]) -> T:
    """Take all steps of some work: its result, for those who do not ask how far it is."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            result: T = end.value
            return result


def map_progress(steps: Generator[S, None, T], say: Callable[[S], tuple[int, int]]) -> Steps[T]:
    """Take the steps of a part of the work, and say of each how far the whole has come."""
    with contextlib.closing(steps):
        while True:
            try:
                step = next(steps)
            except StopIteration as end:
                result: T = end.value
                return result
            yield say(step)


def scale_progress(steps: Steps[T], low: int, high: int) -> Steps[T]:
    """Take the steps of a part of the work as the part from ``low`` to ``high`` of the whole, which is ``OF``."""
    return map_progress(steps, lambda step: (low + (high - low) * step[0] // max(step[1], 1), TOTAL_STEPS))
