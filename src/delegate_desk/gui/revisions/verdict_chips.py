"""The comparison in a line: how many units there are, what became of them, each a switch that narrows what is shown."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from typing_extensions import override

from delegate_desk.gui.widgets.basic_widgets import label, part, set_property
from delegate_desk.gui.widgets.flow_layout import Wrapped
from delegate_desk.gui.widgets.labels import terms
from delegate_desk.gui.widgets.labels.comparison import Wanted

_GAP = 2
_HEIGHT = 26


@dataclass(frozen=True, slots=True)
class Count:
    """What one switch tells.

    Attributes:
        value: What is shown alone where it is on.
        text: ``2 new``.
        role: Of its colour.
    """

    value: Wanted
    text: str
    role: str


class _Switch(QPushButton):
    """One switch.

    Signals:
        stepped: An arrow asks for the next switch (1) or the one before (-1).
        left: Down or Esc was pressed on it.
    """

    stepped = Signal(int)
    left = Signal()

    def __init__(self, value: Wanted, parent: QWidget) -> None:
        super().__init__(parent)
        self.value = value
        part(self, "verdict")
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
        if event.key() in steps:
            self.stepped.emit(steps[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Escape):
            self.left.emit()
        else:
            super().keyPressEvent(event)


class VerdictChips(Wrapped):
    """The switches side by side behind the number of all units, in as many lines as they need.

    Signals:
        switched: Other rows are wanted, with a frozen set of ``Wanted``; all where it is empty.
        left: Down or Esc was pressed on a switch.
    """

    switched = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._total = label("", "soft")
        self._total.setParent(self)
        self._switches: list[_Switch] = []
        self.setAccessibleName(self.tr("What changed"))

    def show_counts(self, total: str, counts: Sequence[Count], wanted: frozenset[Wanted]) -> None:
        """Show these, in order, those that are wanted switched on."""
        self._total.setText(terms.labelled(total, "").rstrip() if counts else total)
        known = [switch.value for switch in self._switches]
        if known != [count.value for count in counts]:
            for switch in self._switches:
                switch.hide()
                switch.deleteLater()
            self._switches = [self._made(count.value) for count in counts]
        for n, (switch, count) in enumerate(zip(self._switches, counts, strict=True), start=1):
            switch.setText(count.text.replace("&", "&&"))
            set_property(switch, "role", count.role)
            switch.setChecked(count.value in wanted)
            switch.setAccessibleName(self.tr("Show only {what}").format(what=count.text))
            key = self.tr("Show only these · key {n}").format(n=n)
            switch.setToolTip(key if n <= 9 else self.tr("Show only these"))
            switch.show()
        self._place()
        self.updateGeometry()

    def switches(self) -> list[QWidget]:
        """The switches, in order."""
        return [*self._switches]

    def values(self) -> list[Wanted]:
        """What can be switched, in order."""
        return [switch.value for switch in self._switches]

    def switch(self, number: int) -> None:
        """Press the switch of a number, from 1; 0 switches all off."""
        if number == 0:
            self.switched.emit(frozenset())
        elif number <= len(self._switches):
            self._switches[number - 1].click()

    def _made(self, value: Wanted) -> _Switch:
        made = _Switch(value, self)
        made.clicked.connect(lambda _: self._tell())
        made.left.connect(self.left)
        made.stepped.connect(lambda by, made=made: self._step(made, by))
        return made

    def _tell(self) -> None:
        self.switched.emit(frozenset(switch.value for switch in self._switches if switch.isChecked()))

    def _step(self, switch: _Switch, by: int) -> None:
        number = self._switches.index(switch) + by
        if 0 <= number < len(self._switches):
            self._switches[number].setFocus(Qt.FocusReason.TabFocusReason)

    # How they lie

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.heightForWidth(max(self.width(), 120)))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()
        self.updateGeometry()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text().isdecimal():
            self.switch(int(event.text()))
        else:
            super().keyPressEvent(event)

    def _place(self) -> None:
        widgets: list[QWidget] = [self._total, *self._switches]
        for widget, box in zip(widgets, self._boxes(self.width()), strict=True):
            widget.setGeometry(box)

    @override
    def _boxes(self, width: int) -> list[QRect]:
        corner = QPoint(0, 0)
        boxes: list[QRect] = []
        widgets: list[QLabel | _Switch] = [self._total, *self._switches]
        for widget in widgets:
            wide = min(widget.sizeHint().width() + (4 if widget is self._total else 0), max(width, 80))
            if corner.x() and corner.x() + wide > width:
                corner = QPoint(0, corner.y() + _HEIGHT + _GAP)
            boxes.append(QRect(corner, QSize(wide, _HEIGHT)))
            corner += QPoint(wide + _GAP, 0)
        return boxes
