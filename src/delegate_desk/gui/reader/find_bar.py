"""The reader's two bars: finding words in the document, and going to a typed place."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from typing_extensions import override

from delegate_desk.core.documents.addresses import find_place
from delegate_desk.core.documents.document import Address
from delegate_desk.core.documents.original_pages import PageSearchTerms
from delegate_desk.core.text import fold, word_spans
from delegate_desk.gui.forms.ui_reader import Ui_Reader
from delegate_desk.gui.widgets import icons, key_bindings
from delegate_desk.gui.widgets.basic_widgets import is_escape
from delegate_desk.gui.widgets.labels import terms
from delegate_desk.gui.widgets.text.text_find import FoldedText, Found

Marks = Sequence[tuple[int, int]]
"""Parts of a text: 0-based, end-exclusive, in code points."""

_PREVIEW = 9
"""Number of words of a place that are previewed."""


class FindBar(QObject):
    """Matches in the document, highlighted and counted: of the text typed, else of a search."""

    highlights_changed = Signal()
    left = Signal(str)

    def __init__(self, ui: Ui_Reader, parent: QObject) -> None:
        super().__init__(parent)
        self._ui = ui
        self._paper = ui.paper
        self._marks: Mapping[Address, Marks] = {}
        self._text: FoldedText | None = None
        self._found: list[Found] = []
        self._at = -1
        self._address_before: Address | None = None
        self._start_row = self._last_row = -1
        ui.find_bar.hide()
        ui.find_previous_button.setIcon(icons.icon("chevron-up"))
        ui.find_next_button.setIcon(icons.icon("chevron-down"))
        key_bindings.set_key_tool_tip(ui.find_previous_button, "action_find_previous", self.tr("Previous"))
        key_bindings.set_key_tool_tip(ui.find_next_button, "action_find_next", self.tr("Next"))
        ui.find_close_button.setIcon(icons.icon("x"))
        ui.find_edit.installEventFilter(self)
        ui.find_edit.textChanged.connect(self.find)
        ui.find_edit.returnPressed.connect(lambda: self.step(1))
        ui.find_next_button.clicked.connect(lambda: self.step(1))
        ui.find_previous_button.clicked.connect(lambda: self.step(-1))
        ui.find_close_button.clicked.connect(self.close)
        ui.paper.tick_bar.ticked.connect(self.go_to_match_in_row)
        ui.paper.paragraphs.modelReset.connect(self._invalidate_text)
        ui.paper.paragraphs.dataChanged.connect(self._invalidate_text)

    def open(self) -> None:
        ui, chosen = self._ui, self._paper.selection.text()
        ui.place_bar.hide()
        if ui.find_bar.isHidden():
            self._address_before = self._current_address()
        ui.find_bar.show()
        if chosen and "\n" not in chosen:
            ui.find_edit.setText(chosen)
        ui.find_edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        ui.find_edit.selectAll()

    def close(self) -> None:
        self._ui.find_bar.hide()
        with QSignalBlocker(self._ui.find_edit):
            self._ui.find_edit.clear()
        self._highlight(self._search_hits(), None)
        self._paper.setFocus()
        before, self._address_before = self._address_before, None
        if before is not None and before != self._current_address():
            self.left.emit(before)

    def find(self, typed: str) -> None:
        found = self._folded_text().find(typed) if typed.strip() else self._search_hits()
        here = self._paper.current_row()
        if here != self._last_row:
            self._start_row = here
        if not typed.strip():
            self._highlight(found, None)
            return
        self._highlight(found, next((n for n, f in enumerate(found) if f[0] >= self._start_row), 0 if found else -1))
        if found:
            self._paper.go_to_row(found[self._at][0], far=True)
        self._last_row = self._paper.current_row()

    def highlight_again(self) -> None:
        typed = self._ui.find_edit.text()
        self._highlight(self._folded_text().find(typed) if typed.strip() else self._search_hits(), None)

    def update_current_match(self) -> None:
        self._highlight(self._found, None)

    def highlight_search_hits(self, marks: Mapping[Address, Marks]) -> None:
        self._marks = marks
        if not self._ui.find_edit.text().strip():
            self._highlight(self._search_hits(), None)

    def step(self, by: int) -> None:
        """Go to another match, cyclically: the next after the current paragraph, or the previous."""
        if self._found:
            self._highlight(self._found, self._next_match(by) % len(self._found))
            self._paper.go_to_row(self._found[self._at][0], far=True)

    def is_open(self) -> bool:
        return not self._ui.find_bar.isHidden()

    def go_to_match_in_row(self, row: int) -> None:
        before = self._current_address()
        self._paper.go_to_row(row, far=True)
        self.update_current_match()
        if before is not None and before != self._current_address():
            self.left.emit(before)

    def highlighted_words(self, row: int) -> PageSearchTerms:
        """Return the highlighted words of a row, each whole and once, and which of its occurrences are highlighted."""
        text, lit = self._paper.paragraphs.typeset_text(row).text, self._paper.rows_painter.hits.get(row, ())
        spans = [_extend_to_words(text, start, end) for start, end in lit]
        standing = [(span, fold(text[slice(*span)])) for span in word_spans(text)]
        found = list(dict.fromkeys(text[slice(*span)] for span in spans))
        which = []
        for word in found:
            folded = fold(word)
            mask = tuple(span in spans for span, value in standing if value == folded)
            which.append(() if all(mask) else mask)
        return PageSearchTerms(tuple(found), which=tuple(which))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        is_back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and is_back:
            self.step(-1)
        else:
            return False
        return True

    def _current_address(self) -> Address | None:
        row = self._paper.current_row()
        return self._paper.paragraphs.units[row].address if row >= 0 else None

    def _next_match(self, by: int) -> int:
        """Return the index of the next match; outside the list if there is none."""
        here = self._paper.current_row()
        if 0 <= self._at < len(self._found) and self._found[self._at][0] == here:
            return self._at + by
        if by > 0:
            return next((n for n, f in enumerate(self._found) if f[0] > here), len(self._found))
        return next((n for n in range(len(self._found) - 1, -1, -1) if self._found[n][0] < here), -1)

    def _search_hits(self) -> list[Found]:
        model = self._paper.paragraphs
        rows = [
            (row, marks)
            for address, marks in self._marks.items()
            if (row := model.row_for_address(address)) is not None
        ]
        return [(row, *part) for row, marks in rows for mark in marks for part in model.typeset_text(row).ranges(*mark)]

    def _folded_text(self) -> FoldedText:
        if self._text is None:
            model = self._paper.paragraphs
            self._text = FoldedText(model.units, model.view, model.visible_proposals())
        return self._text

    def _invalidate_text(self) -> None:
        self._text = None

    def _highlight(self, found: list[Found], at: int | None) -> None:
        """Highlight matches with a current one: by default the first in the current paragraph, if it has one."""
        if at is None:
            at = next((n for n, f in enumerate(found) if f[0] == self._paper.current_row()), -1)
        self._found, self._at = found, at
        hits: dict[int, list[tuple[int, int]]] = {}
        for row, start, end in found:
            hits.setdefault(row, []).append((start, end))
        changed = hits != self._paper.rows_painter.hits
        self._paper.highlight(hits, found[at] if 0 <= at < len(found) else None)
        typed = bool(self._ui.find_edit.text().strip())
        if found and at >= 0:
            text = self.tr("{n} of {count}").format(n=at + 1, count=len(found))
        elif found:
            text = self.tr("{count} found").format(count=len(found))
        else:
            text = self.tr("Not found in this document") if typed else ""
        self._ui.find_label.setText(text)
        if changed:
            self.highlights_changed.emit()


def _extend_to_words(text: str, start: int, end: int) -> tuple[int, int]:
    while start > 0 and text[start - 1].isalpha() and text[start].isalpha():
        start -= 1
    while end < len(text) and text[end].isalpha() and text[end - 1].isalpha():
        end += 1
    return start, end


class PlaceBar(QObject):
    def __init__(self, ui: Ui_Reader, go: Callable[[Address], object], parent: QObject) -> None:
        super().__init__(parent)
        self._ui = ui
        self._go = go
        ui.place_bar.hide()
        ui.place_edit.installEventFilter(self)
        ui.place_edit.textChanged.connect(self._preview)
        ui.place_edit.returnPressed.connect(self._go_to_typed)

    def open(self, typed: str = "") -> None:
        ui = self._ui
        ui.find_bar.hide()
        ui.place_bar.show()
        ui.place_edit.setText(typed)
        ui.place_edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        ui.place_edit.deselect()
        self._preview(typed)

    def close(self) -> None:
        self._ui.place_bar.hide()
        self._ui.paper.setFocus()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if is_escape(event):
            self.close()
        return is_escape(event)

    def _address(self) -> Address | None:
        return find_place(self._ui.place_edit.text(), set(self._ui.paper.paragraphs.addresses()))

    def _preview(self, typed: str) -> None:
        address = self._address()
        row = self._ui.paper.paragraphs.row_for_address(address) if address else None
        if row is None:
            self._ui.place_label.setText(self.tr("Not found in this document") if typed.strip() else "")
            return
        unit = self._ui.paper.paragraphs.units[row]
        words = " ".join(unit.text.split()[:_PREVIEW])
        self._ui.place_label.setText(f"{terms.margin_label(unit.address, unit.label)}  {words} …".strip())

    def _go_to_typed(self) -> None:
        address = self._address()
        if address is not None:
            self.close()
            self._go(address)
