"""Work in steps, run to its end."""

from typing import TypeVar

from delegate_desk.core.progress import Steps

T = TypeVar("T")


def done(steps: Steps[T]) -> T:
    """Run all steps, each of which reports progress and total; returns the result."""
    while True:
        try:
            step, of = next(steps)
        except StopIteration as end:
            outcome: T = end.value
            return outcome
        assert 0 <= step <= of
