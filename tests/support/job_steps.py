"""Work that is done in steps, done to its end."""

from typing import TypeVar

from delegate_desk.core.progress import Steps

T = TypeVar("T")


def done(steps: Steps[T]) -> T:
    """Take all steps, each of which tells how much is done and of how much; returns what came of it."""
    while True:
        try:
            step, of = next(steps)
        except StopIteration as end:
            outcome: T = end.value
            return outcome
        assert 0 <= step <= of
