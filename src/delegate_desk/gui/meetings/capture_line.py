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
    turned = Signal(object)
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
        self._understand = understand
        self._cite = cite
        self._recall: Sequence[CapturedLine] = ()
        self.aside = ""
        self._warned = ""
        self.mended: LineId | None = None
        self.reading = ParsedIntervention(())
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_PAUSE)
        self._rest.timeout.connect(self._show)
        self.edit = QLineEdit()
        self.edit.setObjectName("capture_edit")
        self.edit.setAccessibleName(self.tr("Capture line"))
        self.edit.setPlaceholderText(self.tr("e.g. “DE+ 10 agrees”: delegation, sign, place, words"))
        self.edit.setMaxLength(32767)
        self.chips = ChipRow()
        self.where_label = label("", "soft")
        self.setFocusProxy(self.edit)
        below = QHBoxLayout()
        below.setSpacing(12)
        below.addWidget(self.chips, 1)
        below.addWidget(self.where_label, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 12, 24, 12)
        layout.setSpacing(8)
        layout.addWidget(self.edit)
        layout.addLayout(below)
        set_part(self, "bar")
        self.edit.installEventFilter(self)
        self.edit.textChanged.connect(self._follow)
        self.edit.returnPressed.connect(self._enter)
        self.chips.chosen.connect(self.apply_doubt)

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
        self.mended = None
        self._set(text)

    def edit_line(self, line: CapturedLine) -> None:
        """Take a line into the field to be edited; what was being typed comes back afterwards."""
        if self.mended is None:
            self.aside = self.edit.text()
        self.mended = line.id
        self._set(line.text)
        self.focus()
        self.edit.end(False)

    def end_editing(self) -> None:
        """Put what was being typed back into the field."""
        if self.mended is not None:
            self.mended = None
            aside, self.aside = self.aside, ""
            self._set(aside)

    def set_history(self, lines: Sequence[CapturedLine]) -> None:
        """Know the lines that the arrow brings back, oldest first."""
        self._recall = lines

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
            self._show()

    def apply_doubt(self, doubt: AlternativeReading) -> None:
        """Replace the typed line with the unambiguous line."""
        self.edit.selectAll()
        self.edit.insert(doubt.line)
        self.focus()

    def _set(self, text: str) -> None:
        same = text == self.edit.text()
        self.edit.setText(text)
        if same:
            self._follow(text)

    def _follow(self, text: str) -> None:
        self._warned = ""
        if len(text) > _LONG:
            self._rest.start()
        else:
            self._show()
        self.typed.emit(text)

    def _show(self) -> None:
        """Show what is understood."""
        self._rest.stop()
        text = self.edit.text()
        set_property(self.edit, "mends", self.mended is not None)
        self.reading = self._understand(text, self.mended) if text.strip() else ParsedIntervention(())
        chips = self.chips.chips_for_reading(self.reading, self._cite)
        if self.mended is not None:
            chips.insert(0, CaptureChip(self.tr("editing · Esc to cancel"), "accent", quiet=True))
        self.chips.show_chips(chips)
        self.edit.setAccessibleDescription(self.chips.text())

    def _enter(self) -> None:
        if self._rest.isActive():
            self._show()
        if self.edit.text().strip() or self.mended is not None:
            self.entered.emit(self.edit.text())

    def _step_line(self, by: int) -> None:
        """Take an older or a newer line to be edited; past the newest, what was being typed."""
        lines = self._recall
        at = next((n for n, line in enumerate(lines) if line.id == self.mended), len(lines))
        if 0 <= at + by < len(lines):
            self.edit_line(lines[at + by])
        elif at + by == len(lines):
            self.end_editing()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or watched is not self.edit:
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            return self._claim(event)
        return event.type() == QEvent.Type.KeyPress and self._press(event)

    def _claim(self, event: QKeyEvent) -> bool:
        """Keep what the field has keys for."""
        ours = event.key() == Qt.Key.Key_Escape or self._doubt(event) is not None
        if ours or (event.modifiers() & _CONTROL and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down)):
            event.accept()
            return True
        return False

    def _press(self, event: QKeyEvent) -> bool:
        key, control = event.key(), bool(event.modifiers() & _CONTROL)
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        doubt = self._doubt(event)
        if doubt is not None:
            self.apply_doubt(doubt)
        elif key in steps and control:
            self.stepped.emit(steps[Qt.Key(key)])
        elif key in steps and not event.modifiers() & _ALT:
            self._step_line(steps[Qt.Key(key)])
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown) and not control:
            self.turned.emit(event)
        elif key == Qt.Key.Key_Escape:
            if self.mended is not None:
                self.end_editing()
            else:
                self.left.emit()
        else:
            return False
        return True

    def _doubt(self, event: QKeyEvent) -> AlternativeReading | None:
        """The reading that Alt and a digit choose."""
        doubts = self.chips.doubts()
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
