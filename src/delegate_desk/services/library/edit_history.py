"""Undo and redo of what was written through the services."""

import threading
import time
from collections.abc import Callable
from dataclasses import replace

from delegate_desk.core.changes import Changes, HistoryEdit
from delegate_desk.core.documents.document import DocumentId
from delegate_desk.core.values import dataclass

_PAUSE = 3.0
"""Seconds after which continued typing becomes a new edit."""
_LONGEST = 500


@dataclass(frozen=True, slots=True)
class _HistoryStep:
    edit: HistoryEdit
    apply: Callable[[HistoryEdit, object], Changes]
    when: float
    typed: bool


class History:
    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._done: list[_HistoryStep] = []
        self._undone: list[_HistoryStep] = []
        self._continues_typing = False

    def do(self, edit: HistoryEdit, run: Callable[[HistoryEdit, object], Changes], *, typed: bool = False) -> Changes:
        """Apply an edit's new value, and record the edit as ``record`` does."""
        changes = run(edit, edit.after)
        self.record(edit, run, typed=typed)
        return changes

    def record(self, edit: HistoryEdit, run: Callable[[HistoryEdit, object], Changes], *, typed: bool = False) -> None:
        """Record an edit, and how to apply either of its two values.

        Args:
            run: Called with the edit and the value to apply: ``before`` or ``after``.
            typed: True for typing, which is joined with preceding typing of the same key; typing that ends where it
                began is no edit.
        """
        now = self._clock()
        with self._lock:
            last = self._done[-1] if self._done else None
            continues, self._continues_typing = self._continues_typing, False
            is_soon = last is not None and now - last.when < _PAUSE and not self._undone
            joined = typed and last and last.typed and last.edit.key == edit.key and (is_soon or continues)
            if last and joined and edit.after == last.edit.before:
                self._done.pop()
            elif last and joined:
                self._done[-1] = _HistoryStep(replace(last.edit, after=edit.after), run, now, typed)
            else:
                self._done.append(_HistoryStep(edit, run, now, typed))
                del self._done[:-_LONGEST]
            self._undone.clear()

    def continue_typing(self) -> None:
        """Join the next typing with the typing before it, after any pause, because it was undone in its field."""
        self._continues_typing = True

    def drop_document(self, document: DocumentId) -> None:
        """Make the edits of a document permanent: its addresses are no longer those of the edits."""
        self._filter_steps(lambda edit: document not in {edit.document, *edit.other_documents})

    def drop(self, key: str) -> None:
        self._filter_steps(lambda edit: edit.key != key)

    def next_undo(self) -> HistoryEdit | None:
        return self._done[-1].edit if self._done else None

    def next_redo(self) -> HistoryEdit | None:
        return self._undone[-1].edit if self._undone else None

    def undo(self) -> Changes:
        if not self._done:
            return Changes()
        step = self._done[-1]
        changes = step.apply(step.edit, step.edit.before)
        with self._lock:
            steps = [other for other in self._done if other is not step]  # equal steps are different edits
            if len(steps) < len(self._done):  # a document may have been read again meanwhile
                self._done = steps
                self._undone.append(step)
        return changes

    def redo(self) -> Changes:
        if not self._undone:
            return Changes()
        step = self._undone[-1]
        changes = step.apply(step.edit, step.edit.after)
        with self._lock:
            steps = [other for other in self._undone if other is not step]
            if len(steps) < len(self._undone):
                self._undone = steps
                self._done.append(replace(step, when=0.0))
        return changes

    def _filter_steps(self, is_kept: Callable[[HistoryEdit], bool]) -> None:
        with self._lock:
            self._done = [step for step in self._done if is_kept(step.edit)]
            self._undone = [step for step in self._undone if is_kept(step.edit)]
