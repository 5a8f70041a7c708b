"""The capture line: one field for all interventions, with the parsed parts below while typing."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from delegate_desk.core.documents.document import Address
from delegate_desk.core.meetings.meeting import AlternativeReading, CapturedLine, LineId, ParsedIntervention
from delegate_desk.gui.meetings.capture_chips import CaptureChip, ChipRow
from delegate_desk.gui.widgets.basic_widgets import StyledPane, label, set_part, set_property

_CONTROL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier
_LONG, _PAUSE = 600, 150
"""A text longer than this many characters is read when the hands rest for so many milliseconds, not at each key."""
_DOUBTS = {Qt.Key.Key_1: 0, Qt.Key.Key_2: 1, Qt.Key.Key_3: 2}


class CaptureLine(StyledPane):
    """The field, its chips, and its agenda item.

    Attributes:
        mended: The line being edited, None for a new line.
        aside: The text typed before, while a line is edited.

    Signals:
        typed: The text in the field has changed.
        entered: Enter was pressed on a text, with the text.
        stepped: Another paragraph is requested: the next (1) or the previous (-1).
        turned: A key for the text was pressed, with the ``QKeyEvent``.
        left: Esc was pressed: to the text.
    """

    typed = Signal(str)
    entered = Signal(str)
    stepped = Signal(int)
    page_key_pressed = Signal(object)
    left = Signal()

    def __init__(
        self, understand: Callable[[str, LineId | None], ParsedIntervention], cite: Callable[[Address], str]
    ) -> None:
        """Create the line empty.

        Args:
            understand: Parses a text, for a new line or for the line being edited.
            cite: Returns the citation of a place.
        """
        super().__init__()
        self._parse = understand
        self._cite = cite
        self._history: Sequence[CapturedLine] = ()
        self.unsent_text = ""
        self._warned = ""
        self.edited_line: LineId | None = None
        self.reading = ParsedIntervention(())
        self._parse_timer = QTimer(self)
        self._parse_timer.setSingleShot(True)
        self._parse_timer.setInterval(_PAUSE)
        self._parse_timer.timeout.connect(self._show_reading)
        self.edit = QLineEdit()
        self.edit.setObjectName("capture_edit")
        self.edit.setAccessibleName(self.tr("Capture line"))
        self.edit.setPlaceholderText(self.tr("e.g. “DE+ 10 agrees”: delegation, sign, place, words"))
        self.edit.setMaxLength(32767)
        self.chips = ChipRow()
        self.item_label = label("", "soft")
        self.setFocusProxy(self.edit)
        below = QHBoxLayout()
        below.setSpacing(12)
        below.addWidget(self.chips, 1)
        below.addWidget(self.item_label, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 12, 24, 12)
        layout.setSpacing(8)
        layout.addWidget(self.edit)
        layout.addLayout(below)
        set_part(self, "bar")
        self.edit.installEventFilter(self)
        self.edit.textChanged.connect(self._on_text_changed)
        self.edit.returnPressed.connect(self._on_return_pressed)
        self.chips.chosen.connect(self.apply_alternative)

    def focus(self) -> None:
        """Give the keys to the field."""
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)  # another reason would choose all that is in it

    def type(self, text: str) -> None:
        """Go on with what was typed elsewhere."""
        self.focus()
        self.edit.end(False)
        self.edit.insert(text)

    def replace_text(self, text: str) -> None:
        """Show another new text; what was in the field cannot be undone."""
        self.edited_line = None
        self._set_text(text)

    def edit_line(self, line: CapturedLine) -> None:
        """Take a line into the field to be edited; what was being typed comes back afterwards."""
        if self.edited_line is None:
            self.unsent_text = self.edit.text()
        self.edited_line = line.id
        self._set_text(line.text)
        self.focus()
        self.edit.end(False)

    def end_editing(self) -> None:
        """Put what was being typed back into the field."""
        if self.edited_line is not None:
            self.edited_line = None
            aside, self.unsent_text = self.unsent_text, ""
            self._set_text(aside)

    def set_history(self, lines: Sequence[CapturedLine]) -> None:
        """Know the lines that the arrow brings back, oldest first."""
        self._history = lines

    def warn(self, text: str, said: str) -> bool:
        """Say something about a text, once; False if it was said of it already."""
        if self._warned == text:
            return False
        self._warned = text
        self.chips.show_chips([CaptureChip(said, "scrutiny_reservation")])
        return True

    def show_chip(self, chip: CaptureChip) -> None:
        """Say one word in the place of what is understood."""
        self.chips.show_chips([chip])

    def parse_again(self) -> None:
        """Read what is in the field again: the paragraph at hand or what was said is another."""
        if self.edit.text().strip() and self._warned != self.edit.text():
            self._show_reading()

    def apply_alternative(self, doubt: AlternativeReading) -> None:
        """Replace the typed line with the unambiguous line."""
        self.edit.selectAll()
        self.edit.insert(doubt.line)
        self.focus()

    def _set_text(self, text: str) -> None:
        same = text == self.edit.text()
        self.edit.setText(text)
        if same:
            self._on_text_changed(text)

    def _on_text_changed(self, text: str) -> None:
        self._warned = ""
        if len(text) > _LONG:
            self._parse_timer.start()
        else:
            self._show_reading()
        self.typed.emit(text)

    def _show_reading(self) -> None:
        """Show what is understood."""
        self._parse_timer.stop()
        text = self.edit.text()
        set_property(self.edit, "mends", self.edited_line is not None)
        self.reading = self._parse(text, self.edited_line) if text.strip() else ParsedIntervention(())
        chips = self.chips.chips_for_reading(self.reading, self._cite)
        if self.edited_line is not None:
            chips.insert(0, CaptureChip(self.tr("editing · Esc to cancel"), "accent", is_implied=True))
        self.chips.show_chips(chips)
        self.edit.setAccessibleDescription(self.chips.text())

    def _on_return_pressed(self) -> None:
        if self._parse_timer.isActive():
            self._show_reading()
        if self.edit.text().strip() or self.edited_line is not None:
            self.entered.emit(self.edit.text())

    def _step_line(self, by: int) -> None:
        """Take an older or a newer line to be edited; past the newest, what was being typed."""
        lines = self._history
        at = next((n for n, line in enumerate(lines) if line.id == self.edited_line), len(lines))
        if 0 <= at + by < len(lines):
            self.edit_line(lines[at + by])
        elif at + by == len(lines):
            self.end_editing()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or watched is not self.edit:
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            return self._claims_key(event)
        return event.type() == QEvent.Type.KeyPress and self._on_key_press(event)

    def _claims_key(self, event: QKeyEvent) -> bool:
        """Keep what the field has keys for."""
        ours = event.key() == Qt.Key.Key_Escape or self._alternative_for_key(event) is not None
        if ours or (event.modifiers() & _CONTROL and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down)):
            event.accept()
            return True
        return False

    def _on_key_press(self, event: QKeyEvent) -> bool:
        key, control = event.key(), bool(event.modifiers() & _CONTROL)
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        doubt = self._alternative_for_key(event)
        if doubt is not None:
            self.apply_alternative(doubt)
        elif key in steps and control:
            self.stepped.emit(steps[Qt.Key(key)])
        elif key in steps and not event.modifiers() & _ALT:
            self._step_line(steps[Qt.Key(key)])
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown) and not control:
            self.page_key_pressed.emit(event)
        elif key == Qt.Key.Key_Escape:
            if self.edited_line is not None:
                self.end_editing()
            else:
                self.left.emit()
        else:
            return False
        return True

    def _alternative_for_key(self, event: QKeyEvent) -> AlternativeReading | None:
        """The reading that Alt and a digit choose."""
        doubts = self.chips.alternatives()
        at = _DOUBTS.get(Qt.Key(event.key()), -1) if event.modifiers() & _ALT else -1
        return doubts[at] if 0 <= at < len(doubts) else None


def is_typing_key(event: QKeyEvent) -> bool:
    """True for a key that types something, pressed without Ctrl and Alt."""
    commands = _CONTROL | _ALT | Qt.KeyboardModifier.MetaModifier
    return (
        bool(event.text()) and event.text().isprintable() and event.text() != " " and not event.modifiers() & commands
    )


def has_focus(widget: QWidget) -> bool:
    """True if a widget, or what is in it, has the keys."""
    focus = QApplication.focusWidget()
    return focus is not None and (focus is widget or widget.isAncestorOf(focus))
