"""Undo and redo of what was written through the services."""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace

from delegate_desk.core.changes import Changes
from delegate_desk.core.documents import DocumentId
from delegate_desk.core.history import Edit

_PAUSE = 3.0
"""Seconds after which typing goes on as a new edit."""
_LONGEST = 500


@dataclass(frozen=True, slots=True)
class _Step:
    edit: Edit
    put: Callable[[Edit, object], Changes]
    when: float
    typed: bool


class History:
    """The edits of this session, newest last. It is used on the thread that writes."""

    def __init__(self) -> None:
        self._done: list[_Step] = []
        self._undone: list[_Step] = []

    def record(self, edit: Edit, put: Callable[[Edit, object], Changes], *, typed: bool = False) -> None:
        """Remember an edit, and how to put one of its two values in place.

        Args:
            edit: What was done.
            put: Called with the edit and the value to put in place: ``before`` or ``after``.
            typed: True for typing, which joins typing of the same key just before it.
        """
        now = time.monotonic()
        last = self._done[-1] if self._done else None
        goes_on = last and last.typed and last.edit.key == edit.key and now - last.when < _PAUSE and not self._undone
        if last and typed and goes_on:
            self._done[-1] = _Step(replace(last.edit, after=edit.after), put, now, typed)
        else:
            self._done.append(_Step(edit, put, now, typed))
            del self._done[:-_LONGEST]
        self._undone.clear()

    def forget(self, document: DocumentId) -> None:
        """Let what was done to a document stand: its addresses are no longer those of the edits."""
        self._done = [step for step in self._done if step.edit.document != document]
        self._undone = [step for step in self._undone if step.edit.document != document]

    def drop(self, key: str) -> None:
        """Forget what was done to one thing: it is as if it had never been."""
        self._done = [step for step in self._done if step.edit.key != key]
        self._undone = [step for step in self._undone if step.edit.key != key]

    def next_undo(self) -> Edit | None:
        """What undo would take back."""
        return self._done[-1].edit if self._done else None

    def next_redo(self) -> Edit | None:
        """What redo would do again."""
        return self._undone[-1].edit if self._undone else None

    def undo(self) -> Changes:
        """Take the last edit back."""
        if not self._done:
            return Changes()
        step = self._done[-1]
        changes = step.put(step.edit, step.edit.before)
        self._undone.append(self._done.pop())
        return changes

    def redo(self) -> Changes:
        """Do again what was taken back last."""
        if not self._undone:
            return Changes()
        step = self._undone[-1]
        changes = step.put(step.edit, step.edit.after)
        self._done.append(replace(self._undone.pop(), when=0.0))
        return changes
