"""The single question of the welcome: own delegation, reading languages, and language of the window."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QWidget,
)
from typing_extensions import override

from delegate_desk.core.delegations import PROTOCOL_ORDER, delegation
from delegate_desk.core.text import fold
from delegate_desk.gui import interface_language
from delegate_desk.gui.widgets import theme
from delegate_desk.gui.widgets.basic_widgets import set_part
from delegate_desk.gui.widgets.flow_layout import FlowWidget
from delegate_desk.gui.widgets.labels import terms

OFFICIAL_ORDER = "bg es cs da de et el en fr ga hr it lv lt hu mt nl pl pt ro sk sl fi sv".split()
"""The languages in the order of their own names, as on the title page of the Official Journal."""
_CELL = QSize(31, 26)
_NARROWEST = 120


@dataclass(frozen=True, slots=True)
class SetupAnswers:
    """Choices made on the welcome.

    Attributes:
        delegation: Its code; None for none yet.
        languages: Reading languages, by their codes.
        window: The language of the window.
    """

    delegation: str | None
    languages: tuple[str, ...]
    window_language: str


class DelegationCombo(QComboBox):
    """All delegations in protocol order; what is typed finds one by its code or by the name of its State."""

    def __init__(self) -> None:
        super().__init__()
        self._typed = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(QApplication.keyboardInputInterval() * 2)
        self._pause.timeout.connect(self._clear_typed)
        self.addItem(self.tr("Choose, or type the first letters"), None)
        for code in PROTOCOL_ORDER:
            self.addItem(f"{code}   {terms.state_name(code)}", code)
        self.setMaxVisibleItems(len(PROTOCOL_ORDER) + 1)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def _clear_typed(self) -> None:
        self._typed = ""

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(_NARROWEST, super().minimumSizeHint().height())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not event.text().isalpha() or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
            return
        self._typed += fold(event.text())
        self._pause.start()
        code = delegation(self._typed)
        named = (one for one in PROTOCOL_ORDER if fold(terms.state_name(one)).startswith(self._typed))
        coded = (one for one in PROTOCOL_ORDER if fold(one).startswith(self._typed))
        found = code or next(named, None) or next(coded, None)
        if found is not None:
            self.setCurrentIndex(self.findData(found))
            self.activated.emit(self.currentIndex())


class LanguageChoices(FlowWidget):
    """The languages in lines, each code under another; twelve a line where there is room."""

    def __init__(self, buttons: Sequence[QPushButton]) -> None:
        super().__init__()
        self._buttons = buttons
        policy = self.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Expanding)
        self.setSizePolicy(policy)
        for button in buttons:
            button.setParent(self)

    @override
    def _boxes(self, width: int) -> list[QRect]:
        step = QSize(_CELL.width() + theme.TIGHT, _CELL.height() + theme.TIGHT)
        fitting = max((width + theme.TIGHT) // step.width(), 1)
        a_line = next((n for n in (12, 8, 6, 4, 3, 2) if n <= fitting), 1)
        return [
            QRect(QPoint(n % a_line * step.width(), n // a_line * step.height()), _CELL)
            for n in range(len(self._buttons))
        ]

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for button, box in zip(self._buttons, self._boxes(self.width()), strict=True):
            button.setGeometry(box)


class SetupForm(QWidget):
    """Asks it in three rows, with what is known chosen already.

    Attributes:
        delegation_touched: True if a person chose the delegation, or chose it again.

    Signals:
        window_language_chosen: The window is to speak another language, with its code.
    """

    window_language_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.delegation_touched = False
        self.delegation_combo = DelegationCombo()
        self.delegation_combo.setAccessibleName(self.tr("Your delegation"))
        self.delegation_combo.activated.connect(self._touch)
        self.language_buttons = {code: self._switch(code.upper(), terms.language_name(code)) for code in OFFICIAL_ORDER}
        languages = LanguageChoices(list(self.language_buttons.values()))
        self.window_buttons = {code: self._switch(own, own) for code, own in interface_language.OWN_NAMES.items()}
        spoken = QHBoxLayout()
        spoken.setSpacing(theme.TIGHT)
        for code, button in self.window_buttons.items():
            button.setAutoExclusive(True)
            button.setChecked(code == interface_language.language())
            button.clicked.connect(lambda _=False, code=code: self.window_language_chosen.emit(code))
            spoken.addWidget(button)
        spoken.addStretch(1)
        self._rows = rows = QFormLayout(self)
        rows.setContentsMargins(0, 0, 0, theme.BROAD)
        rows.setHorizontalSpacing(theme.WIDE)
        rows.setVerticalSpacing(theme.APART)
        rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        head = self._row_label(self.tr("Your &delegation"))
        head.setBuddy(self.delegation_combo)
        rows.addRow(head, self.delegation_combo)
        rows.addRow(self._row_label(self.tr("Your languages")), languages)
        rows.addRow(self._row_label(self.tr("Interface language")), spoken)
        self.set_narrow(is_narrow=False)

    def _switch(self, text: str, name: str) -> QPushButton:
        button = QPushButton(text)
        set_part(button, "switch")
        button.setCheckable(True)
        button.setAutoDefault(False)
        button.setAccessibleName(name)
        button.setToolTip(name)
        return button

    @staticmethod
    def _row_label(text: str) -> QLabel:
        head = QLabel(text)
        set_part(head, "soft")
        return head

    def set_narrow(self, *, is_narrow: bool) -> None:
        """Set the heads beside the answers, or over them where there is little room."""
        policies, align = QFormLayout.RowWrapPolicy, Qt.AlignmentFlag
        self._rows.setRowWrapPolicy(policies.WrapAllRows if is_narrow else policies.DontWrapRows)
        self._rows.setLabelAlignment((align.AlignLeft if is_narrow else align.AlignRight) | align.AlignTop)

    def show_answers(self, before: SetupAnswers) -> None:
        """Choose what is known, or may be taken for granted."""
        found = self.delegation_combo.findData(before.delegation) if before.delegation else 0
        self.delegation_combo.setCurrentIndex(max(found, 0))
        for code, button in self.language_buttons.items():
            button.setChecked(code in before.languages)

    def answers(self) -> SetupAnswers:
        """Return the current choices."""
        languages = tuple(code for code, button in self.language_buttons.items() if button.isChecked())
        window = next(code for code, button in self.window_buttons.items() if button.isChecked())
        return SetupAnswers(self.delegation_combo.currentData(), languages, window)

    def fields(self) -> list[QWidget]:
        """Return the widgets that the keys reach, in order."""
        return [self.delegation_combo, *self.language_buttons.values(), *self.window_buttons.values()]

    def _touch(self) -> None:
        self.delegation_touched = True
