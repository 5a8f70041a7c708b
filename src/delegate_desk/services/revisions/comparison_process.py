"""Comparison in a separate process, so that the window stays responsive and no texts can crash it.

The parent writes one JSON line, two documents and a view; the child answers with a line per step and one with the
result. A cancelled child is killed; a finished one is kept for the next comparison.
"""

import json
import logging
import sys
import threading
import time
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, NoReturn

from delegate_desk.core import typed_json
from delegate_desk.core.documents.document import Document, DocumentId, MarkUp, View
from delegate_desk.core.progress import Steps
from delegate_desk.core.revisions.comparison import Comparison, UnitOutcome, are_in_two_languages
from delegate_desk.parsing import worker_process

if TYPE_CHECKING:
    from delegate_desk.core.revisions.alignment_units import Links


FROZEN_SWITCH = "--compare-texts"
"""Command-line switch that starts a frozen program as the child; ``main`` takes the following arguments."""

_UNKNOWN = DocumentId(0)
"""The texts to compare are given without their numbers in the library."""
_Align = Callable[[Document, Document, View], Steps[Comparison]]
_WAIT = 0.1  # seconds between checks whether the comparison is still wanted
_log = logging.getLogger(__name__)


class NotComparedError(Exception):
    """The child ended before it was done; the message is the limit exceeded, or its exit status."""


class Comparer:
    """Compares texts in child processes with limits on time and memory. Safe on any thread, also several at once."""

    def __init__(self, seconds: float = 300.0, memory: int = 300_000_000, command: Sequence[str] | None = None) -> None:
        self._seconds = seconds
        self._memory = memory
        self._command = [*(command or worker_process.own_command(FROZEN_SWITCH, __name__)), str(memory), str(seconds)]
        self._lock = threading.Lock()
        self._idle: worker_process.Child | None = None
        self._is_closed = False

    def compare(self, old: Document, new: Document, view: View) -> Steps[Comparison]:
        """Compare two texts, yielding steps done and their total. Closing the generator ends the child.

        Raises:
            NotComparedError: If the child takes too long, needs too much memory, or crashes.
        """
        child = self._acquire_child()
        is_done = False
        try:
            started = time.monotonic()
            child.send({"old": typed_json.pack(old), "new": typed_json.pack(new), "view": view})
            steps = (0, 1)
            while True:
                reply = child.reply(_WAIT)
                if reply is None and time.monotonic() - started > self._seconds:
                    raise NotComparedError(f"time limit of {self._seconds:g} s")
                if reply == b"":
                    child.end()
                    _log.warning("The comparing process ended with status %s", child.status)
                    if worker_process.was_out_of_memory(child.status):
                        raise NotComparedError(f"memory limit of {self._memory / 1e9:g} GB")
                    raise NotComparedError(f"status {child.status}")
                message = json.loads(reply) if reply else {}
                if "fault" in message:
                    raise RuntimeError(f"{message['detail']} at {message['fault']}")
                if "found" in message:
                    is_done = True
                    return typed_json.unpack(Comparison, message["found"])
                steps = (message["done"], message["of"]) if "done" in message else steps
                yield steps
        finally:
            with self._lock:
                is_reusable = is_done and not self._is_closed and self._idle is None
                if is_reusable:
                    self._idle = child
            if not is_reusable:
                child.end()

    def close(self) -> None:
        with self._lock:
            self._is_closed = True
            idle, self._idle = self._idle, None
        if idle:
            idle.end()

    def _acquire_child(self) -> worker_process.Child:
        with self._lock:
            idle, self._idle = self._idle, None
        if idle and idle.is_alive():
            return idle
        return worker_process.Child(self._command)


# Child process


def align_documents(old: Document, new: Document, view: View) -> Steps[Comparison]:
    """Align two documents, yielding steps done and their total. Slow; changes nothing."""
    from delegate_desk.core.revisions.alignment import align  # after the limit
    from delegate_desk.core.revisions.marked_changes import check_marks
    from delegate_desk.core.revisions.row_alignment import align_rows, are_column_documents, other_units
    from delegate_desk.core.revisions.translations import align_translations

    if are_in_two_languages(old.header, new.header):
        yield 0, 1
        outcomes, differing = align_translations(old, new, view=view)
        return Comparison(_UNKNOWN, _UNKNOWN, view, outcomes, is_cross_language=True, differing=differing)
    units = old.units(), new.units()
    cells, rows = tuple[UnitOutcome, ...](), tuple[UnitOutcome, ...]()
    if are_column_documents(old, new):
        units = other_units(old), other_units(new)
        cells, rows = align_rows(old, new, view)
    outcomes = yield from align(*units, view=view, links_old=links(old, view), links_new=links(new, view))
    outcomes = (*outcomes, *cells)
    checked = view is View.AFTER and new.mark_up is not MarkUp.NONE
    faults = check_marks(old, new, outcomes) if checked else ()
    return Comparison(_UNKNOWN, _UNKNOWN, view, outcomes, faults=faults, rows=rows)


def links(document: Document, view: View) -> "Links":
    from delegate_desk.core.revisions.alignment_units import InternalReference
    from delegate_desk.parsing.references.provision_references import pointers

    units, language = document.units(), document.header.language
    addresses = frozenset(unit.address for unit in units)
    links_by_unit = {}
    for unit in units:
        if not any(character.isdigit() or character == "(" for character in unit.marked):
            continue
        stored = unit.visible_offsets(view)
        placed = (
            (bisect_left(stored, pointer.start), bisect_left(stored, pointer.end), pointer.address)
            for pointer in pointers(unit, addresses, language)
            if pointer.is_internal
        )
        references = tuple(InternalReference(start, end, address) for start, end, address in placed if start < end)
        if references:
            links_by_unit[unit.address] = references
    return links_by_unit


def main(arguments: Sequence[str], compare_texts: _Align = align_documents) -> NoReturn:
    """Run as the child; ``arguments`` are bytes of memory and seconds, ``lay`` compares two texts."""
    worker_process.serve(arguments, lambda: partial(_replies, compare_texts), data_only=True)


def _replies(compare_texts: _Align, request: dict[str, Any], _: bytes | None) -> Iterator[dict[str, Any]]:
    old, new = (typed_json.unpack(Document, request[side]) for side in ("old", "new"))
    found: list[Comparison] = []

    def compare() -> Steps[None]:
        found.append((yield from compare_texts(old, new, View(request["view"]))))

    for done, total in compare():
        yield {"done": done, "of": total}
    yield {"found": typed_json.pack(found[0])}


if __name__ == "__main__":
    main(sys.argv[1:])
