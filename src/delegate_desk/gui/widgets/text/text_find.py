"""Finding in the reader and in all other views: the bar, and the comparison of what is typed with the texts."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from typing_extensions import override

from delegate_desk.core.documents.document import Address, Paragraph, View
from delegate_desk.core.text import fold, fold_with_places
from delegate_desk.core.word_diff import WordDiff
from delegate_desk.gui.widgets import key_bindings
from delegate_desk.gui.widgets.basic_widgets import StyledPane, row_layout, tool_button
from delegate_desk.gui.widgets.text.paragraph_text import set_proposal

Found = tuple[int, int, int]
"""The number of a text, such as the row of a paragraph, and a part of it: 0-based, end-exclusive, in code points."""

_PREVIEW = 9
"""Number of words of a place that are previewed."""

_Calls = list[tuple[int, int]]
"""Footnote references, which are skipped: the following character of the bare text, and the length of each."""


class SeekBar(StyledPane):
    """A field for words or a place, with what was found."""

    typed = Signal(str)  # Something else is typed
    entered = Signal(int)  # Enter was pressed, with 1, or -1 for Shift and Enter
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("find_bar")
        self.edit = QLineEdit()
        self.edit.setObjectName("find_edit")
        self.edit.setMaximumWidth(360)
        self.edit.installEventFilter(self)
        self.label = QLabel(textFormat=Qt.TextFormat.PlainText)
        self.label.setObjectName("find_label")
        self.previous_button = tool_button("chevron-up", self.tr("Previous match"), lambda: self.entered.emit(-1))
        self.next_button = tool_button("chevron-down", self.tr("Next match"), lambda: self.entered.emit(1))
        self.close_button = tool_button("x", self.tr("Close the find bar"), self.left)
        self.previous_button.setObjectName("find_previous_button")
        self.next_button.setObjectName("find_next_button")
        self.close_button.setToolTip(self.tr("Close (Esc)"))
        key_bindings.set_key_tool_tip(self.previous_button, "action_find_previous", self.tr("Previous"))
        key_bindings.set_key_tool_tip(self.next_button, "action_find_next", self.tr("Next"))
        steps = (self.previous_button, self.next_button, self.label)
        row_layout((self.edit, 1), *steps, None, self.close_button, within=self, margins=(24, 4, 24, 4), spacing=4)
        self.edit.textChanged.connect(self.typed)
        self.hide()

    def set_hint(self, hint: str, name: str = "") -> None:
        self.edit.setPlaceholderText(hint)
        self.edit.setAccessibleName(name or hint)

    def ask(self, typed: str | None = None, *, steps: bool = True) -> None:
        """Open and focus it, with ``typed`` in it unless that is None; ``steps`` if matches can be stepped through."""
        for button in (self.previous_button, self.next_button):
            button.setVisible(steps)
        self.show()
        if typed is not None:
            self.edit.setText(typed)
        self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.edit.selectAll()

    def leave(self) -> None:
        self.hide()
        with QSignalBlocker(self.edit):
            self.edit.clear()

    def typed_words(self) -> str:
        return self.edit.text() if self.edit.text().strip() else ""

    def show_count(self, index: int, count: int, missing: str) -> None:
        """Show how many matches there are and which is current; ``missing`` if there is none of the text typed."""
        if count and index >= 0:
            self.label.setText(self.tr("{n} of {count}").format(n=index + 1, count=count))
        elif count:
            self.label.setText(self.tr("{count} found").format(count=count))
        else:
            self.label.setText(missing if self.typed_words() else "")

    def show_place(self, words: str | None, missing: str, label: str = "") -> None:
        """Show the beginning of the text of a place; ``missing`` if there is no such place."""
        if words is None:
            self.label.setText(missing if self.typed_words() else "")
        else:
            self.label.setText(f"{label}  {' '.join(words.split()[:_PREVIEW])} …".strip())

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            return False
        return True


class FoldedText:
    """Texts without accents, case, and kinds of quotation marks and dashes.

    All are folded once, into a single string, so that each key is quick; that takes 10 to 60 ms for a long document.
    """

    def __init__(self, texts: Iterable[tuple[str, _Calls]]) -> None:
        self._calls: dict[int, _Calls] = {}
        self._origins: dict[int, Sequence[int]] = {}
        self._starts: list[int] = []
        pieces: list[str] = []
        start = 0
        for row, (text, calls) in enumerate(texts):
            folded, origin = fold_with_places(text)
            if calls:
                self._calls[row] = calls
            if not isinstance(origin, range):
                self._origins[row] = origin
            self._starts.append(start)
            pieces.append(folded)
            start += len(folded) + 1
        self._text = "\n".join(pieces)  # nothing typed holds a line's end: none is found across two rows

    def find(self, typed: str) -> list[Found]:
        """Return all occurrences of the typed text, in reading order."""
        folded = fold(typed).strip()
        found: list[Found] = []
        if not folded:
            return found
        text, starts, length = self._text, self._starts, len(folded)
        position, row, row_end = text.find(folded), 0, -1
        while position >= 0:
            if position >= row_end:
                row = bisect_right(starts, position, row) - 1
                row_end = starts[row + 1] if row + 1 < len(starts) else len(text)
                row_start, origin, calls = starts[row], self._origins.get(row), self._calls.get(row)
            start, end = position - row_start, position - row_start + length
            if origin:
                start, end = origin[start], max(origin[end], origin[end - 1] + 1)  # half of a letter takes all of it
            if calls:
                start, end = _typeset_offset(start, calls), _typeset_offset(end, calls, is_end=True)
            found.append((row, start, end))
            position = text.find(folded, position + length)
        return found


def fold_document(units: Sequence[Paragraph], view: View, proposals: Mapping[Address, WordDiff]) -> FoldedText:
    """Return the typeset text of a document, folded."""

    def read(unit: Paragraph) -> tuple[str, _Calls]:
        words = proposals.get(unit.address)
        if not words:
            reading = unit.in_view(view)
            return reading.text, [(call.offset, len(call.printed)) for call in reading.calls]
        setting = set_proposal(unit, words, view)
        text, calls, position = "", [], 0
        for start, end, _ in setting.calls:
            text += setting.text[position:start]
            calls.append((len(text), end - start))
            position = end
        return text + setting.text[position:], calls

    return FoldedText(map(read, units))


def _typeset_offset(offset: int, calls: _Calls, *, is_end: bool = False) -> int:
    return offset + sum(length for start, length in calls if start < offset or (start == offset and not is_end))
