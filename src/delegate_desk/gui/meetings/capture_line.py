"""The capture line: one field for all interventions, with the interpreted parts below while typing."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from delegate_desk.core.documents.document import Address
from delegate_desk.core.meetings.meeting import AlternativeReading, CapturedLine, LineId, ParsedIntervention
from delegate_desk.core.positions.position import Stance
from delegate_desk.core.values import dataclass
from delegate_desk.gui.reader.document_view import DocumentView
from delegate_desk.gui.widgets import theme
from delegate_desk.gui.widgets.basic_widgets import (
    FlowWidget,
    StyledPane,
    column_layout,
    flow_boxes,
    label,
    row_layout,
    set_part,
    set_property,
)
from delegate_desk.gui.widgets.key_bindings import physical_letter
from delegate_desk.gui.widgets.labels import terms
from delegate_desk.gui.widgets.rows.row_list import draw_chip

_HEIGHT, _GAP = 20, 6
_MANY = 8
_LONGEST = 40


@dataclass(frozen=True, slots=True)
class CaptureChip:
    text: str
    role: str = "ink"
    alternative: AlternativeReading | None = None
    is_implied: bool = False


class ChipRow(FlowWidget):
    """Chips side by side, in as many lines as needed; ambiguous ones can be clicked."""

    chosen = Signal(object)  # AlternativeReading

    def __init__(self) -> None:
        super().__init__()
        self.chips: tuple[CaptureChip, ...] = ()
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Recognised"))

    def show_chips(self, chips: Sequence[CaptureChip]) -> None:
        if tuple(chips) == self.chips:
            return
        height = self.heightForWidth(self.width())
        self.chips = tuple(chips)
        self.setAccessibleDescription(self.text())
        if self.heightForWidth(self.width()) != height:
            self.updateGeometry()
        self.update()

    def text(self) -> str:
        return ", ".join(chip.text for chip in self.chips)

    def accessible_text(self) -> str:
        """Return the unambiguous parts as text for screen readers, without signs."""
        words = [part for chip in self.chips if chip.alternative is None for part in chip.text.split()]
        return " ".join(word for word in words if any(map(str.isalnum, word)))

    def alternatives(self) -> list[AlternativeReading]:
        return [chip.alternative for chip in self.chips if chip.alternative is not None]

    @override
    def heightForWidth(self, width: int) -> int:
        return (super().heightForWidth(width) if self.chips else _HEIGHT) + 2

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(60, self.heightForWidth(max(60, self.width())))

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if alternative := self._alternative_at(event.position().toPoint()):
            self.chosen.emit(alternative)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        alternative = self._alternative_at(event.position().toPoint())
        self.setCursor(Qt.CursorShape.PointingHandCursor if alternative else Qt.CursorShape.ArrowCursor)
        self.setToolTip(alternative.line if alternative else "")

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for chip, box in zip(self.chips, self._boxes(self.width()), strict=True):
            painter.setFont(_font(chip))
            if chip.is_implied:
                draw_chip(painter, chip.text, box, role="soft", outline=QPen(Qt.PenStyle.NoPen))
            else:
                pen = QPen(theme.color("hairline"))
                if chip.alternative is not None:
                    pen = QPen(theme.color("scrutiny_reservation"), 1, Qt.PenStyle.DashLine)
                draw_chip(painter, chip.text, box, role=chip.role, outline=pen, ground="paper")

    def _alternative_at(self, point: QPoint) -> AlternativeReading | None:
        boxes = zip(self.chips, self._boxes(self.width()), strict=True)
        return next((chip.alternative for chip, box in boxes if box.contains(point)), None)

    @override
    def _boxes(self, width: int) -> list[QRect]:
        sizes = [QSize(QFontMetrics(_font(chip)).horizontalAdvance(chip.text) + 14, _HEIGHT) for chip in self.chips]
        return flow_boxes(sizes, width, _GAP, line_gap=4, top=1)

    def chips_for_reading(self, reading: ParsedIntervention, place: Callable[[Address], str]) -> list[CaptureChip]:
        chips: list[CaptureChip] = []
        for n, intervention in enumerate(reading.interventions):
            codes = intervention.delegations
            if not codes:
                chips.append(CaptureChip(self.tr("note"), "soft"))
                continue
            shown = codes if len(codes) <= _MANY else [self.tr("{n} delegations").format(n=len(codes))]
            chips += [CaptureChip(text) for text in shown]
            if intervention.conclusion:
                chips.append(CaptureChip(self.tr("conclusion"), "accent"))
            elif intervention.stance is not None:
                sign = terms.STANCE_SIGNS[intervention.stance]
                role = "soft" if intervention.stance is Stance.STATEMENT else terms.STANCE_ROLES[intervention.stance]
                chips.append(CaptureChip(f"{sign} {terms.stance_label(intervention.stance).lower()}", role))
            is_same_place = n > 0 and intervention.address == reading.interventions[n - 1].address
            if intervention.address and not is_same_place:
                chips.append(CaptureChip(_short(place(intervention.address)), is_implied=not intervention.label))
            elif intervention.label and not intervention.address:
                missing = self.tr("no {place} in this document").format(place=_short(intervention.label))
                chips.append(CaptureChip(missing, "scrutiny_reservation"))
            request = self.tr("asks for “{words}”")
            chips += [CaptureChip(request.format(words=_short(wording)), "accent") for wording in intervention.wordings]
        for n, alternative in enumerate(reading.alternatives, start=1):
            message = place(Address(alternative.meaning)) if "_" in alternative.meaning else alternative.meaning
            text = self.tr("or {reading}? Alt+{n}").format(reading=_short(message), n=n)
            chips.append(CaptureChip(text, "scrutiny_reservation", alternative))
        return chips


def _font(chip: CaptureChip) -> QFont:
    return theme.ui_font(theme.SMALL, bold=not chip.is_implied)


def _short(text: str) -> str:
    stripped = " ".join(text.split())
    return stripped if len(stripped) <= _LONGEST else f"{stripped[: _LONGEST - 1]}…"


_CONTROL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier
_LONG, _PAUSE = 600, 150
"""A text longer than this many characters is interpreted after a pause of so many milliseconds, not at each key."""
_ALTERNATIVE_KEYS = {Qt.Key.Key_1: 0, Qt.Key.Key_2: 1, Qt.Key.Key_3: 2}


class CaptureLine(StyledPane):
    typed = Signal(str)
    entered = Signal(str)
    stepped = Signal(int)
    page_key_pressed = Signal(object)  # QKeyEvent
    left = Signal()

    def __init__(
        self, parse: Callable[[str, LineId | None], ParsedIntervention], cite: Callable[[Address], str]
    ) -> None:
        super().__init__()
        self._parse = parse
        self._cite = cite
        self.history: Sequence[CapturedLine] = ()
        self.unsent_text = ""
        self._warned = ""
        self.edited_line: LineId | None = None
        self.reading = ParsedIntervention(())
        self._parse_timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._parse_timer.timeout.connect(self._show_reading)
        self.edit = QLineEdit()
        self.edit.setObjectName("capture_edit")
        self.edit.setAccessibleName(self.tr("Capture line"))
        self.edit.setPlaceholderText(self.tr("e.g. “DE+ 10 agrees”: delegation, sign, place, words"))
        self.edit.setMaxLength(32767)
        self.chips = ChipRow()
        self.item_label = label("", "soft")
        self.setFocusProxy(self.edit)
        footer = row_layout((self.chips, 1), (self.item_label, 0, Qt.AlignmentFlag.AlignTop), spacing=12)
        column_layout(self.edit, footer, within=self, margins=(24, 12, 24, 12), spacing=8)
        set_part(self, "bar")
        self.edit.installEventFilter(self)
        self.edit.textChanged.connect(self._on_text_changed)
        self.edit.returnPressed.connect(self._on_return_pressed)
        self.chips.chosen.connect(self.apply_alternative)

    def focus(self) -> None:
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)  # another reason would choose all that is in it

    def type(self, text: str) -> None:
        self.focus()
        self.edit.end(False)
        self.edit.insert(text)

    def replace_text(self, text: str) -> None:
        self.edited_line = None
        self._set_text(text)

    def edit_line(self, line: CapturedLine) -> None:
        """Edit a line in the field; the text typed before returns afterwards."""
        if self.edited_line is None:
            self.unsent_text = self.edit.text()
        self.edited_line = line.id
        self._set_text(line.text)
        self.focus()
        self.edit.end(False)

    def end_editing(self) -> None:
        if self.edited_line is not None:
            self.edited_line = None
            unsent, self.unsent_text = self.unsent_text, ""
            self._set_text(unsent)

    def warn(self, text: str, message: str) -> bool:
        """Show a warning on a text once; False if it was shown already."""
        if self._warned == text:
            return False
        self._warned = text
        self.chips.show_chips([CaptureChip(message, "scrutiny_reservation")])
        return True

    def parse_again(self) -> None:
        if self.edit.text().strip() and self._warned != self.edit.text():
            self._show_reading()

    def apply_alternative(self, alternative: AlternativeReading) -> None:
        self.edit.selectAll()
        self.edit.insert(alternative.line)
        self.focus()

    def _set_text(self, text: str) -> None:
        is_same = text == self.edit.text()
        self.edit.setText(text)
        if is_same:
            self._on_text_changed(text)

    def _on_text_changed(self, text: str) -> None:
        self._warned = ""
        if len(text) > _LONG:
            self._parse_timer.start()
        else:
            self._show_reading()
        self.typed.emit(text)

    def _show_reading(self) -> None:
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

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or watched is not self.edit:
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            is_step = event.modifiers() & _CONTROL and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down)
            if event.key() == Qt.Key.Key_Escape or is_step or self._alternative_for_key(event) is not None:
                event.accept()
                return True
        return event.type() == QEvent.Type.KeyPress and self._on_key_press(event)

    def _on_key_press(self, event: QKeyEvent) -> bool:
        key, control = event.key(), bool(event.modifiers() & _CONTROL)
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        alternative = self._alternative_for_key(event)
        if alternative is not None:
            self.apply_alternative(alternative)
        elif key in steps and control:
            self.stepped.emit(steps[Qt.Key(key)])
        elif key in steps and not event.modifiers() & _ALT:
            lines, step = self.history, steps[Qt.Key(key)]
            index = next((n for n, line in enumerate(lines) if line.id == self.edited_line), len(lines))
            if 0 <= index + step < len(lines):
                self.edit_line(lines[index + step])
            elif index + step == len(lines):
                self.end_editing()  # the text typed before returns
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
        alternatives = self.chips.alternatives()
        index = _ALTERNATIVE_KEYS.get(Qt.Key(event.key()), -1) if event.modifiers() & _ALT else -1
        return alternatives[index] if 0 <= index < len(alternatives) else None


class MeetingKeyFilter(QObject):
    """Key filter on the lists and the text of a meeting.

    On the lists all that is typed goes to the line; on the text digits and capitals do: its small letters are commands.
    """

    def __init__(self, line: Callable[[], CaptureLine | None], enter: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._line, self._enter = line, enter

    def watch(self, *widgets: QWidget) -> None:
        for widget in widgets:
            widget.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() not in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride):
            return False
        line = self._line()
        if not isinstance(event, QKeyEvent) or line is None or not self._is_meeting_key(watched, event):
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
        else:
            self._enter()  # where the page has no line, on the item
            if event.key() != Qt.Key.Key_Escape:
                line.type(event.text())
        return True

    def _is_meeting_key(self, watched: QObject, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            return not isinstance(watched, DocumentView) or watched.selection.is_empty()
        text, commands = event.text(), _CONTROL | _ALT | Qt.KeyboardModifier.MetaModifier
        if not text or not text.isprintable() or text == " " or event.modifiers() & commands:
            return False
        if not isinstance(watched, DocumentView):
            return True
        by_heading = event.key() in (Qt.Key.Key_J, Qt.Key.Key_K) or physical_letter(event) in ("J", "K")
        return text.isdigit() or (text.isupper() and not by_heading)
