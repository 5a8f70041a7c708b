"""Work that cannot pause by itself, such as a check by SQLite, told of in steps and stopped between them."""

import threading
from collections.abc import Callable
from queue import SimpleQueue
from typing import TypeVar

from delegate_desk.core.progress import Steps

T = TypeVar("T")
Tell = Callable[[int, int], None]
"""Takes how much is done, and of how much; raises where the work is given up."""


class WorkStoppedError(Exception):
    """The work was given up."""


def stepping(job: Callable[[Tell], T]) -> Steps[T]:
    """Run a job on a thread of its own; closing the generator stops it at its next word, and waits for that."""
    steps: SimpleQueue[tuple[int, int] | None] = SimpleQueue()
    stopped = threading.Event()
    outcome: list[T] = []
    errors: list[BaseException] = []

    def tell(done: int, of: int) -> None:
        if stopped.is_set():
            raise WorkStoppedError
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
