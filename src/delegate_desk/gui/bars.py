"""The reader's two bars: finding words in the document, and going to a place by typing it."""

from collections.abc import Callable, Collection

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from typing_extensions import override

from delegate_desk.core.addresses import find_place
from delegate_desk.core.documents import Address
from delegate_desk.gui import icons, names
from delegate_desk.gui.find import Found, find_text, find_words
from delegate_desk.gui.forms.ui_reader import Ui_Reader

_PREVIEW = 9
"""How many words of a place are shown before one goes there."""


class FindBar(QObject):
    """What is found in the document: lit, counted, and stepped through."""

    def __init__(self, ui: Ui_Reader, parent: QObject) -> None:
        super().__init__(parent)
        self._ui = ui
        self._paper = ui.paper
        self._found: list[Found] = []
        self._at = -1
        ui.find_bar.hide()
        ui.find_previous_button.setIcon(icons.icon("chevron-up"))
        ui.find_next_button.setIcon(icons.icon("chevron-down"))
        ui.find_close_button.setIcon(icons.icon("x"))
        ui.find_edit.installEventFilter(self)
        ui.find_edit.textChanged.connect(self.find)
        ui.find_edit.returnPressed.connect(lambda: self.step(1))
        ui.find_next_button.clicked.connect(lambda: self.step(1))
        ui.find_previous_button.clicked.connect(lambda: self.step(-1))
        ui.find_close_button.clicked.connect(self.close)

    def ask(self) -> None:
        """Open the bar, with the words chosen."""
        ui, chosen = self._ui, self._paper.chosen.text()
        ui.place_bar.hide()
        ui.find_bar.show()
        if chosen and "\n" not in chosen:
            ui.find_edit.setText(chosen)
        ui.find_edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        ui.find_edit.selectAll()

    def close(self) -> None:
        """Close the bar and put its lights out."""
        self._ui.find_bar.hide()
        self._ui.find_edit.blockSignals(True)
        self._ui.find_edit.clear()
        self._ui.find_edit.blockSignals(False)
        self._light([], -1)
        self._paper.setFocus()

    def find(self, typed: str) -> None:
        """Find what is typed, and go to the first place from the paragraph at hand on."""
        found = find_text(self._paper.paragraphs, typed)
        here = self._paper.row()
        self._light(found, next((n for n, f in enumerate(found) if f[0] >= here), 0 if found else -1))
        if found:
            self._paper.go(found[self._at][0], top=True)

    def again(self) -> None:
        """Find anew in a text that is set otherwise now."""
        if self._ui.find_edit.text():
            self._light(find_text(self._paper.paragraphs, self._ui.find_edit.text()), -1)
        else:
            self._light([], -1)

    def light(self, words: Collection[str]) -> None:
        """Light some words wherever they stand, beginning at the paragraph at hand."""
        found = find_words(self._paper.paragraphs, words)
        here = self._paper.row()
        self._light(found, next((n for n, f in enumerate(found) if f[0] >= here), -1))

    def step(self, by: int) -> None:
        """Go to another place found, round the corner."""
        if self._found:
            self._light(self._found, (self._at + by) % len(self._found))
            self._paper.go(self._found[self._at][0], top=True)

    def has(self, by: int) -> bool:
        """True if there is a place found further on; in the open bar one goes round the corner."""
        return 0 <= self._at + by < len(self._found) or (bool(self._found) and not self._ui.find_bar.isHidden())

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            return True
        if event.key() == Qt.Key.Key_Return and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.step(-1)
            return True
        return False

    def _light(self, found: list[Found], at: int) -> None:
        self._found, self._at = found, at
        hits: dict[int, list[tuple[int, int]]] = {}
        for row, start, end in found:
            hits.setdefault(row, []).append((start, end))
        painter = self._paper.rows_painter
        painter.hits = dict(hits)
        painter.hit_at_hand = found[at] if 0 <= at < len(found) else None
        self._paper.viewport().update()
        if found:
            text = self.tr("{n} of {count}").format(n=at + 1, count=len(found))
        else:
            text = self.tr("Not in this document") if self._ui.find_edit.text() else ""
        self._ui.find_label.setText(text)


class PlaceBar(QObject):
    """Goes where one types: shows what stands there as one types, and goes on Enter."""

    def __init__(self, ui: Ui_Reader, go: Callable[[Address], object], parent: QObject) -> None:
        super().__init__(parent)
        self._ui = ui
        self._go = go
        ui.place_bar.hide()
        ui.place_edit.installEventFilter(self)
        ui.place_edit.textChanged.connect(self._preview)
        ui.place_edit.returnPressed.connect(self._take)

    def ask(self, typed: str = "") -> None:
        """Open the bar, with what was typed already."""
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
        escapes = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if escapes and event.type() == QEvent.Type.KeyPress:
            self.close()
            return True
        return False

    def _address(self) -> Address | None:
        return find_place(self._ui.place_edit.text(), set(self._ui.paper.paragraphs.addresses()))

    def _preview(self, typed: str) -> None:
        address = self._address()
        row = self._ui.paper.paragraphs.row_of(address) if address else None
        if row is None:
            self._ui.place_label.setText(self.tr("No such place here") if typed.strip() else "")
            return
        unit = self._ui.paper.paragraphs.units[row]
        words = " ".join(unit.text.split()[:_PREVIEW])
        self._ui.place_label.setText(f"{names.margin_label(unit.address, unit.label)}  {words} …".strip())

    def _take(self) -> None:
        address = self._address()
        if address is not None:
            self.close()
            self._go(address)
