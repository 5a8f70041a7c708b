"""Chips of a provision: our stance and the marks beside it; the choice of a delegation, and the steps of a position."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QMenu, QPushButton, QWidget
from typing_extensions import override

from delegate_desk.core.annotations.annotation import Annotation, AnnotationKind
from delegate_desk.core.delegations import PROTOCOL_ORDER, delegation
from delegate_desk.core.positions.position import PositionStatus, Stance
from delegate_desk.gui.reader.outline_view import OptionsRow
from delegate_desk.gui.reader.reader_commands import STANCE_ACTIONS
from delegate_desk.gui.widgets import key_bindings, theme
from delegate_desk.gui.widgets.basic_widgets import (
    FlowRow,
    column_layout,
    label,
    popup_menu,
    push_button,
    set_part,
    set_property,
)
from delegate_desk.gui.widgets.key_bindings import physical_letter
from delegate_desk.gui.widgets.labels import terms

_COLUMNS = 4


class DelegationChooser(QFrame):
    """All delegations in protocol order, by column; typing two letters selects one."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        set_part(self, "card")
        self.setAccessibleName(self.tr("Your delegation"))
        self._typed = ""
        self._buttons: dict[str, QPushButton] = {}
        grid = QGridLayout()
        grid.setSpacing(2)
        rows = -(-len(PROTOCOL_ORDER) // _COLUMNS)
        for n, code in enumerate(PROTOCOL_ORDER):
            button = QPushButton(f"{code}   {terms.state_name(code)}")
            button.setAccessibleName(terms.state_name(code))
            button.setAutoDefault(False)
            set_part(button, "choice")
            button.clicked.connect(lambda _=False, code=code: self.chosen.emit(code))
            grid.addWidget(button, n % rows, n // rows)
            self._buttons[code] = button
        self.setFocusProxy(self._buttons[PROTOCOL_ORDER[0]])
        head = label(self.tr("Whose position is this?"), "facet")
        text = self.tr(
            "Choose your delegation or type its two-letter code. You are asked only once; it is saved with this "
            "library."
        )
        column_layout(head, label(text, "soft", wrap=True), grid, within=self, margins=(16, 12, 16, 12), spacing=8)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        at_hand = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(at_hand, QPushButton):
            at_hand.click()
            return
        if not event.text().isalpha():
            super().keyPressEvent(event)
            return
        letter = event.text() if event.text().isascii() else physical_letter(event) or ""
        self._typed = (self._typed + letter.upper())[-2:]
        code = delegation(self._typed)
        if code is not None:
            self._buttons[code].setFocus(Qt.FocusReason.TabFocusReason)
            self._typed = ""


class PositionOptions(OptionsRow):
    """The next steps of a position, at the right end of the line that names the place."""

    def __init__(self) -> None:
        super().__init__()
        self.versions_button = self._button(
            self.tr("Versions…"), self.tr("Compare versions and see the history of each field")
        )
        self.clear_button = self._button(self.tr("Mark as Cleared…"), self.tr("Record who cleared the position"))
        self.send_button = self._button(self.tr("Mark as Sent…"), self.tr("Record the recipient of the position"))
        self.export_button = self._button(self.tr("Export…"), self.tr("Preview, then export, print or copy"))
        set_part(self.export_button, "main")
        self._steps = {PositionStatus.DRAFT: self.clear_button, PositionStatus.CLEARED: self.send_button}
        self.show_widgets((self.versions_button, self.clear_button, self.send_button, self.export_button))
        self.show_status(PositionStatus.DRAFT)

    def show_status(self, status: PositionStatus) -> None:
        for offered, button in self._steps.items():
            button.setVisible(offered is status)

    def _button(self, text: str, hint: str) -> QPushButton:
        button = push_button(text, default=False)
        button.setToolTip(hint)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button


_GAP = 4


class Chip(QPushButton):
    """A stance or a mark; Del removes it, Left and Right move between chips."""

    removed = Signal()
    stepped = Signal(int)

    def __init__(self, text: str, role: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        set_part(self, "stance_chip")
        set_property(self, "role", role)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.stepped.emit(1 if event.key() == Qt.Key.Key_Right else -1)
        else:
            super().keyPressEvent(event)


class StanceChips(FlowRow):
    """The chips, in as many lines as needed."""

    stance_chosen = Signal(object)  # Another stance, or None
    mark_opened = Signal(object)  # The words of a mark are to be shown, with the ``Annotation``
    mark_removed = Signal(object)  # A mark is to be removed, with the ``Annotation``

    def __init__(self) -> None:
        super().__init__((), _GAP)
        self._shown_stance: tuple[object, ...] = ()
        self.chips: list[Chip] = []

    def show_stance(
        self, stance: Stance | None, marks: Sequence[Annotation] = (), *, is_noted: bool = False, editable: bool = True
    ) -> None:
        shown = (stance, tuple(marks), is_noted, editable)
        if shown == self._shown_stance:
            return
        self._shown_stance = shown
        had = next((n for n, chip in enumerate(self.chips) if chip.hasFocus()), None)
        for chip in self.chips:
            chip.hide()
            chip.deleteLater()
        self.chips = [self._stance_chip(stance, is_noted=is_noted, editable=editable)] if stance or editable else []
        for mark in marks:
            name = " · ".join(filter(None, (terms.kind_label(mark.kind), mark.holder)))
            chip = Chip(f"{mark_sign(mark.kind)} {name}", mark.kind.value, self)
            words = " · ".join(filter(None, (mark.quote.exact if mark.quote else "", mark.text)))
            chip.setToolTip(words or self.tr("Show the words of this mark"))
            chip.setAccessibleName(self.tr("Mark: {kind}").format(kind=name))
            chip.setAccessibleDescription(words)
            chip.clicked.connect(partial(self.mark_opened.emit, mark))
            chip.removed.connect(partial(self.mark_removed.emit, mark))
            self.chips.append(chip)
        self.widgets = self.chips
        self.setVisible(bool(self.chips))
        for n, chip in enumerate(self.chips):
            chip.setFocusPolicy(Qt.FocusPolicy.ClickFocus if n else Qt.FocusPolicy.StrongFocus)
            chip.stepped.connect(partial(self._step, n))
            chip.show()
        if had is not None and self.chips:
            self.chips[min(had, len(self.chips) - 1)].setFocus()
        self.setMinimumWidth(max((chip.sizeHint().width() for chip in self.chips), default=0))
        self.place()
        self.updateGeometry()

    def _step(self, at: int, by: int) -> None:
        if 0 <= at + by < len(self.chips):
            self.chips[at + by].setFocus(Qt.FocusReason.TabFocusReason)

    def stance_menu(self) -> QMenu:
        menu = popup_menu(self, self.tr("Stance"))
        for stance, command in STANCE_ACTIONS.items():
            key = key_bindings.first_key_text(command)
            text = f"{terms.STANCE_SIGNS[stance]}  {terms.stance_label(stance)}"
            action = menu.addAction("\t".join(filter(None, (text, key))))
            action.triggered.connect(lambda _=False, stance=stance: self.stance_chosen.emit(stance))
        menu.addSeparator()
        menu.addAction(self.tr("No stance")).triggered.connect(lambda: self.stance_chosen.emit(None))
        return menu

    def _stance_chip(self, stance: Stance | None, *, is_noted: bool, editable: bool) -> Chip:
        name = terms.stance_label(stance) if stance else self.tr("Stance")
        text = f"{terms.STANCE_SIGNS[stance]} {name}" if stance else name
        if is_noted:
            text = self.tr("{stance} · from a note").format(stance=text)
        chip = Chip(f"{text} ⌄" if editable else text, terms.STANCE_ROLES[stance] if stance else "soft", self)
        chip.setAccessibleName(self.tr("Stance: {stance}").format(stance=name if stance else self.tr("No stance")))
        if editable:
            chip.clicked.connect(lambda: self.stance_menu().popup(chip.mapToGlobal(chip.rect().bottomLeft())))
            chip.removed.connect(lambda: self.stance_chosen.emit(None))
        return chip


def mark_sign(kind: AnnotationKind) -> str:
    return terms.STANCE_SIGNS[Stance(kind.value)] if kind.value in list(Stance) else "±"


class ToggleSwitch(QCheckBox):
    """A check box without words that looks like a switch."""

    @override
    def sizeHint(self) -> QSize:
        return QSize(32, 20)

    @override
    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = QRectF(3, (self.height() - 14) / 2, 26, 14)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("accent" if self.isChecked() else "soft"))
        painter.drawRoundedRect(body, 7, 7)
        painter.setBrush(theme.color("paper"))
        painter.drawEllipse(QPointF(body.right() - 7 if self.isChecked() else body.left() + 7, body.center().y()), 5, 5)
        if self.property("ring"):
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(body.adjusted(-2, -2, 2, 2), 9, 9)
