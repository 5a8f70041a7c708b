"""Work that cannot pause by itself, such as a check by SQLite, told of in steps and stopped between them."""

import contextlib
import threading
from collections.abc import Callable, Generator
from queue import SimpleQueue
from typing import TypeVar

T = TypeVar("T")
S = TypeVar("S")
Tell = Callable[[int, int], None]
"""Takes how much is done, and of how much; raises where the work is given up."""
Steps = Generator[tuple[int, int], None, T]


class StoppedError(Exception):
    """The work was given up."""


def stepping(job: Callable[[Tell], T]) -> Steps[T]:
    """Run a job on a thread of its own; closing the generator stops it at its next word, and waits for that."""
    steps: SimpleQueue[tuple[int, int] | None] = SimpleQueue()
    stopped = threading.Event()
    outcome: list[T] = []
    errors: list[BaseException] = []

    def tell(done: int, of: int) -> None:
        if stopped.is_set():
            raise StoppedError
        steps.put((done, of))

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


def along(steps: Generator[S, None, T], say: Callable[[S], tuple[int, int]]) -> Steps[T]:
    """Take the steps of a part of the work, and say of each how far the whole has come."""
    with contextlib.closing(steps):
        while True:
            try:
                step = next(steps)
            except StopIteration as end:
                outcome: T = end.value
                return outcome
            yield say(step)
