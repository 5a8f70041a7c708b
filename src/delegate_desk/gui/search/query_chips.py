"""The parts of a query as it was read: chips that can be taken out, by mouse and by key."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from delegate_desk.core.search import QueryChip
from delegate_desk.gui.widgets.basic_widgets import FlowWidget, flow_boxes, set_part

_GAP = 4
_LONGEST = 60
_REMOVES = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ChipButton(QPushButton):
    """One part of the query; pressed, it is removed.

    Signals:
        stepped: An arrow asks for the next chip (1) or the previous (-1).
    """

    stepped = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.chip: QueryChip | None = None
        set_part(self, "filter")
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_chip(self, chip: QueryChip) -> None:
        """Stand for a part of the query."""
        if chip == self.chip:
            return
        self.chip = chip
        said = chip.label if len(chip.label) <= _LONGEST else f"{chip.label[: _LONGEST - 1]}…"
        self.setText(f"{said} ×".replace("&", "&&"))
        self.setToolTip(chip.label if said != chip.label else "")
        self.setAccessibleName(self.tr("Remove {part}").format(part=chip.label))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
        if event.key() in _REMOVES:
            self.click()
        elif event.key() in steps:
            self.stepped.emit(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)


class QueryChips(FlowWidget):
    """The chips of a query, in as many lines as they need, behind a switch that is always there.

    Signals:
        removed: A part is to go from the query, with its ``QueryChip``.
        left: The last chip went, or an arrow led out at the beginning: back to the box.
    """

    removed = Signal(object)
    left = Signal()

    def __init__(self, first: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._first = first
        first.setParent(self)
        self._buttons: list[ChipButton] = []
        self._refocus = -1
        self.setAccessibleName(self.tr("How the query was understood"))

    def show_chips(self, chips: Sequence[QueryChip]) -> None:
        """Show these parts; buttons that are there are used again, so that the focus stays."""
        while len(self._buttons) < len(chips):
            self._buttons.append(self._button())
        for button, chip in zip(self._buttons, chips, strict=False):
            button.show_chip(chip)
            button.show()
        for button in self._buttons[len(chips) :]:
            if button.hasFocus():
                self._refocus = len(chips) - 1
            button.hide()
        self._place(self.width())
        self.updateGeometry()
        if self._refocus >= 0 and self.buttons():
            at = min(self._refocus, len(self.buttons()) - 1)
            self.buttons()[at].setFocus(Qt.FocusReason.TabFocusReason)
        self._refocus = -1

    def buttons(self) -> list[ChipButton]:
        """The chips shown, in order."""
        return [button for button in self._buttons if not button.isHidden()]

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(1, self._first.sizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place(self.width())

    def _button(self) -> ChipButton:
        button = ChipButton(self)
        QWidget.setTabOrder(self._buttons[-1] if self._buttons else self._first, button)
        button.clicked.connect(lambda _=False, button=button: self._remove(button))
        button.stepped.connect(lambda by, button=button: self._step(button, by))
        return button

    def _remove(self, button: ChipButton) -> None:
        buttons = self.buttons()
        if button.chip is None or button not in buttons:
            return
        if button.hasFocus():
            self._refocus = buttons.index(button)
        last = len(buttons) == 1
        self.removed.emit(button.chip)
        if last:
            self.left.emit()

    def _step(self, button: ChipButton, by: int) -> None:
        buttons = self.buttons()
        place = buttons.index(button) + by
        if place < 0:
            self.left.emit()
        elif place < len(buttons):
            buttons[place].setFocus(Qt.FocusReason.TabFocusReason)

    def _widgets(self) -> list[QWidget]:
        return [*([] if self._first.isHidden() else [self._first]), *self.buttons()]

    @override
    def _boxes(self, width: int) -> list[QRect]:
        sizes = [widget.sizeHint() for widget in self._widgets()]
        return flow_boxes(sizes, width, _GAP) or [QRect(0, 0, 0, 0)]

    def _place(self, width: int) -> None:
        for widget, box in zip(self._widgets(), self._boxes(width), strict=False):
            widget.setGeometry(box)
