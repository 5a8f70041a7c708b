"""Undo inside a text field: separate from the library's, a few words at a time.

A step ends with a pause, between typing and deleting, when the caret is moved, after some words, and around text
inserted at once, such as by pasting.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from delegate_desk.gui.widgets import key_bindings
from delegate_desk.gui.widgets.text.paragraph_text import from_qt, to_qt

clock: Callable[[], float] = time.monotonic
"""Seconds; tests use their own clock."""

_PAUSE = 1.0
_WORDS = 4
"""Maximum number of words in a step."""
_MOST = 500


class UndoSteps:
    """The texts of a field by step, and the current one.

    Attributes:
        is_external: True if the current text comes from elsewhere, such as from a replacement in several fields.
    """

    def __init__(self, text: str = "") -> None:
        self._kind, self._time, self._place, self._word_count = "", 0.0, -1, 0
        self.reset(text)

    def reset(self, text: str) -> None:
        self.text = text
        self._texts = [text]
        self._index = 0
        self.is_external = False
        self._end()

    def record_edit(self, text: str, caret: int) -> None:
        """Record an edit by a person: the new text, and where the caret is."""
        if text == self.text:
            return
        offset, removed, added = difference(self.text, text, caret)
        kind, now = "", clock()  # no kind for text inserted at once, which the next edit does not continue
        if len(added) == 1:
            kind = "typed"
        elif not added and len(removed) == 1:
            kind = "deleted"
        is_same_kind = kind and kind == self._kind and now - self._time < _PAUSE
        if is_same_kind and self._continues(offset, removed, added):
            self._texts[self._index] = text
        else:
            self._word_count = 0
            self._push(text)
        self.text, self._time, self._kind = text, now, kind
        self.is_external = False
        self._place = offset + len(added)
        self._word_count += added.isspace()

    def record_external(self, text: str) -> None:
        """Record a text from elsewhere: a text of the history is that step, another text a new step."""
        if text == self.text:
            return
        if len(self._texts) == 1:
            is_first = not self.text  # it was empty until it was loaded
            self.reset(text)
            self.is_external = not is_first
            return
        matches = [n for n, value in enumerate(self._texts) if value == text]
        if matches:
            self._index = min(matches, key=lambda n: abs(n - self._index))
        else:
            self._push(text)
        self.text, self.is_external = text, not matches
        self._end()

    def replace_current(self, text: str) -> None:
        self._texts[self._index] = self.text = text
        self._end()

    def on_caret_moved(self, text: str, caret: int) -> None:
        """Handle a moved caret, by an edit or without one: further typing is another step."""
        if text == self.text and caret != self._place:
            self._end()

    def has_step(self, by: int) -> bool:
        return 0 <= self._index + by < len(self._texts)

    def step(self, by: int) -> tuple[str, int] | None:
        if not self.has_step(by):
            return None
        self._index += by
        self.is_external = False
        old_text, self.text = self.text, self._texts[self._index]
        offset, _, added = difference(old_text, self.text, len(self.text))
        self._end()
        return self.text, offset + len(added)

    def _push(self, text: str) -> None:
        self._texts = [*self._texts[: self._index + 1], text][-_MOST:]
        self._index = len(self._texts) - 1

    def _end(self) -> None:
        self._kind, self._time, self._place, self._word_count = "", 0.0, -1, 0

    def _continues(self, offset: int, removed: str, added: str) -> bool:
        if added:
            return not removed and offset == self._place and (self._word_count < _WORDS or added.isspace())
        return self._place in (offset, offset + len(removed))


class FieldUndo(QObject):
    """Steps of a field, and its keys for undo and redo."""

    stepping = Signal()
    left_to_library = Signal()  # The text comes from elsewhere: undo concerns the last action, not this field
    exhausted = Signal(int)  # There was no such step, with -1 for undo and 1 for redo

    def __init__(self, field: QWidget, write: Callable[[str, int], object]) -> None:
        super().__init__(field)
        self.steps = UndoSteps()
        self.is_connected = False
        self._write = write
        field.installEventFilter(self)

    def step(self, by: int) -> None:
        if by < 0 and self.steps.is_external:
            self.left_to_library.emit()
            return
        found = self.steps.step(by)
        if found is None:
            self.exhausted.emit(by)
        else:
            self.stepping.emit()
            self._write(*found)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent):
            return False
        step = direction(event)
        if step and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if step and event.type() == QEvent.Type.KeyPress:
            self.step(step)
            return True
        return False


def line_edit_undo(field: QLineEdit) -> FieldUndo:
    """Return the steps of a single-line field, recorded from now on; text set by the program starts a new history."""
    existing = field.findChild(FieldUndo)
    if isinstance(existing, FieldUndo):
        return existing

    def caret() -> int:
        return from_qt(field.text(), field.cursorPosition())

    def write(text: str, caret: int) -> None:
        old_text = field.text()
        offset, removed, added = difference(old_text, text, caret)
        field.setSelection(to_qt(old_text, offset), to_qt(old_text, offset + len(removed)) - to_qt(old_text, offset))
        field.insert(added)
        field.setCursorPosition(to_qt(text, caret))

    def on_text_changed(text: str) -> None:
        if text != undo.steps.text:
            undo.steps.reset(text)

    undo = FieldUndo(field, write)
    undo.steps.reset(field.text())
    field.textEdited.connect(lambda text: undo.steps.record_edit(text, caret()))
    field.textChanged.connect(on_text_changed)
    field.cursorPositionChanged.connect(lambda *_: undo.steps.on_caret_moved(field.text(), caret()))
    return undo


def direction(event: QKeyEvent) -> int:
    """Return -1 for the keys of undo, 1 for those of redo, 0 for other keys."""
    if event.matches(QKeySequence.StandardKey.Undo) or key_bindings.is_pressed(event, "action_undo"):
        return -1
    return int(event.matches(QKeySequence.StandardKey.Redo) or key_bindings.is_pressed(event, "action_redo"))


def difference(old: str, new: str, caret: int) -> tuple[int, str, str]:
    """Return the offset at which two texts differ, and the differing part of each; the caret is after the new part."""
    growth = len(new) - len(old)
    limit = min(len(old), len(new), max(0, caret - max(0, growth)))
    start = 0
    while start < limit and old[start] == new[start]:
        start += 1
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    return start, old[start : len(old) - end], new[start : len(new) - end]
