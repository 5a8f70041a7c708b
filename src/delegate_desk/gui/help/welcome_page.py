"""The page in the middle when nothing is open: the welcome of a new library, or the start actions."""

from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QComboBox, QFormLayout, QPushButton, QScrollArea, QSizePolicy, QWidget
from typing_extensions import override

from delegate_desk.core.delegations import PROTOCOL_ORDER, delegation
from delegate_desk.core.text import fold
from delegate_desk.core.values import dataclass
from delegate_desk.gui import interface_language
from delegate_desk.gui.forms.ui_welcome import Ui_WelcomePage
from delegate_desk.gui.widgets import accessibility, theme
from delegate_desk.gui.widgets.basic_widgets import (
    FlowRow,
    column_layout,
    label,
    lock_if_set_by_policy,
    push_button,
    row_layout,
    set_part,
)
from delegate_desk.gui.widgets.labels import terms

_ICON = 22


@dataclass(frozen=True, slots=True)
class StartAction:
    """A command offered at the start, with its icon, a name instead of its own, and its effect in a sentence."""

    action: QAction
    icon: str
    name: str
    description: str


class StartActionButton(QPushButton):
    """A start action as a wide row: its icon, its name over its effect, and its key."""

    def __init__(self, start_action: StartAction) -> None:
        super().__init__()
        self.start_action = start_action
        self._is_narrow = False
        set_part(self, "way")
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleDescription(start_action.description)
        self._sign = theme.shown_icon(theme.icon(start_action.icon, "accent"), _ICON)
        self._key = label("", "keycap")
        name = label(start_action.name, "way_name")
        self.description_label = label(start_action.description, "soft", wrap=True)
        self._words = column_layout(name, self.description_label, spacing=2)
        align, margins = Qt.AlignmentFlag, (theme.WIDE, theme.APART, theme.WIDE, theme.APART)
        parts = ((self._sign, 0, align.AlignTop), (self._words, 1), (self._key, 0, align.AlignVCenter))
        self._row = row_layout(*parts, within=self, margins=margins, spacing=theme.WIDE)
        for inner in (self._sign, self._key, name, self.description_label):
            inner.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(start_action.action.trigger)
        start_action.action.changed.connect(self.update_key)
        self.update_key()

    def update_key(self, *, is_narrow: bool | None = None) -> None:
        """Show the command's current key, if there is space."""
        self._is_narrow = self._is_narrow if is_narrow is None else is_narrow
        shortcut = self.start_action.action.shortcut()
        key = shortcut.toString(QKeySequence.SequenceFormat.NativeText)
        self._key.setText(key)
        self._key.setVisible(bool(key) and not self._is_narrow)
        self.setAccessibleName(f"{self.start_action.name}, {key}" if key else self.start_action.name)

    @override
    def sizeHint(self) -> QSize:
        return self._row.sizeHint()

    @override
    def heightForWidth(self, width: int) -> int:
        return self._row.heightForWidth(width)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._words.invalidate()
        is_handled = super().event(event)
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self.setMinimumHeight(self.heightForWidth(self.width()))  # its text wraps beside its key
        return is_handled

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


OFFICIAL_ORDER = "bg es cs da de et el en fr ga hr it lv lt hu mt nl pl pt ro sk sl fi sv".split()
"""The languages in the order of their own names, as in the Official Journal."""
_CELL = QSize(31, 26)
_NARROWEST = 120


class DelegationCombo(QComboBox):
    """All delegations in protocol order, found by typing a code or the name of a State."""

    def __init__(self) -> None:
        super().__init__()
        self._typed = ""
        self._pause = QTimer(self, singleShot=True, interval=QApplication.keyboardInputInterval() * 2)
        self.addItem(self.tr("Choose, or type the first letters"), None)
        for code in PROTOCOL_ORDER:
            self.addItem(f"{code}   {terms.state_name(code)}", code)
        self.setMaxVisibleItems(len(PROTOCOL_ORDER) + 1)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        lock_if_set_by_policy(self, "Delegation")

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(_NARROWEST, super().minimumSizeHint().height())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not event.text().isalpha() or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
            return
        self._typed = fold(event.text()) if not self._pause.isActive() else self._typed + fold(event.text())
        self._pause.start()
        code = delegation(self._typed)
        matches = (value for value in PROTOCOL_ORDER if fold(terms.state_name(value)).startswith(self._typed))
        coded = (value for value in PROTOCOL_ORDER if fold(value).startswith(self._typed))
        found = code or next(matches, None) or next(coded, None)
        if found is not None:
            self.setCurrentIndex(self.findData(found))
            self.activated.emit(self.currentIndex())


class LanguageChoices(FlowRow):
    """The languages in lines with aligned codes, twelve per line if there is space."""

    def __init__(self, buttons: Sequence[QPushButton]) -> None:
        super().__init__(buttons, theme.TIGHT)
        policy = self.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Expanding)
        self.setSizePolicy(policy)
        lock_if_set_by_policy(self, "ReadingLanguages")

    @override
    def _boxes(self, width: int) -> list[QRect]:
        step = QSize(_CELL.width() + theme.TIGHT, _CELL.height() + theme.TIGHT)
        fitting = max((width + theme.TIGHT) // step.width(), 1)
        a_line = next((n for n in (12, 8, 6, 4, 3, 2) if n <= fitting), 1)
        return [
            QRect(QPoint(n % a_line * step.width(), n // a_line * step.height()), _CELL)
            for n in range(len(self.widgets))
        ]


def language_switch(text: str, name: str) -> QPushButton:
    button = push_button(text, part="switch", default=False)
    button.setCheckable(True)
    button.setAccessibleName(name)
    button.setToolTip(name)
    return button


class SetupForm(QWidget):
    """Asks the questions in three rows, with known answers chosen already."""

    window_language_chosen = Signal(str)  # The window is to speak another language, with its code

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.delegation_touched = False
        self.delegation_combo = DelegationCombo()
        self.delegation_combo.setAccessibleName(self.tr("Your delegation"))
        self.delegation_combo.activated.connect(self._on_delegation_chosen)
        names = {code: terms.language_name(code) for code in OFFICIAL_ORDER}
        self.language_buttons = {code: language_switch(code.upper(), name) for code, name in names.items()}
        languages = LanguageChoices(list(self.language_buttons.values()))
        self.window_buttons = {code: language_switch(own, own) for code, own in interface_language.OWN_NAMES.items()}
        window_languages = row_layout(*self.window_buttons.values(), None, spacing=theme.TIGHT)
        for code, button in self.window_buttons.items():
            button.setAutoExclusive(True)
            button.setChecked(code == interface_language.language())
            button.clicked.connect(lambda _=False, code=code: self.window_language_chosen.emit(code))
            lock_if_set_by_policy(button, "InterfaceLanguage")
        self._rows = rows = QFormLayout(self)
        rows.setContentsMargins(0, 0, 0, theme.BROAD)
        rows.setHorizontalSpacing(theme.WIDE)
        rows.setVerticalSpacing(theme.APART)
        rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        head = label(self.tr("Your &delegation"), "soft")
        head.setBuddy(self.delegation_combo)
        rows.addRow(head, self.delegation_combo)
        rows.addRow(label(self.tr("Your languages"), "soft"), languages)
        rows.addRow(label(self.tr("Interface language"), "soft"), window_languages)
        self.set_narrow(is_narrow=False)

    def set_narrow(self, *, is_narrow: bool) -> None:
        """Put the headings beside the answers, or above them in a narrow window."""
        policies, align = QFormLayout.RowWrapPolicy, Qt.AlignmentFlag
        self._rows.setRowWrapPolicy(policies.WrapAllRows if is_narrow else policies.DontWrapRows)
        self._rows.setLabelAlignment((align.AlignLeft if is_narrow else align.AlignRight) | align.AlignTop)

    def show_answers(self, delegation: str | None, languages: Sequence[str]) -> None:
        """Choose known or likely answers, by code."""
        index = self.delegation_combo.findData(delegation) if delegation else 0
        self.delegation_combo.setCurrentIndex(max(index, 0))
        for code, button in self.language_buttons.items():
            button.setChecked(code in languages)

    def delegation(self) -> str | None:
        code: str | None = self.delegation_combo.currentData()
        return code

    def languages(self) -> list[str]:
        return [code for code, button in self.language_buttons.items() if button.isChecked()]

    def fields(self) -> list[QWidget]:
        return [self.delegation_combo, *self.language_buttons.values(), *self.window_buttons.values()]

    def _on_delegation_chosen(self) -> None:
        self.delegation_touched = True


_WIDEST = 640
_NARROW = 420


class WelcomePage(QScrollArea):
    """A calm page like a title page: what the program is, the questions, and the start actions."""

    leave_requested = Signal()
    window_language_chosen = Signal(str)  # The window is to speak another language, with its code

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = ui = Ui_WelcomePage()
        ui.setupUi(self)
        self.action_buttons: list[StartActionButton] = []
        ui.leave_button.clicked.connect(self.leave_requested)

    @cached_property
    def question(self) -> SetupForm:
        question = SetupForm()
        question.window_language_chosen.connect(self.window_language_chosen)
        self.ui.question_layout.addWidget(question)
        return question

    # Content

    def show_welcome(self, actions: Sequence[StartAction], delegation: str | None, languages: Sequence[str]) -> None:
        """Show everything, with known or likely answers chosen already."""
        self.ui.title_label.setText("Delegate Desk")
        self.ui.description_label.setText(
            self.tr(
                "Find any passage in your Council documents, note what matters, and export your delegation’s "
                "position to Word."
            )
        )
        self.question.show_answers(delegation, languages)
        self._show(actions, is_welcome=True)

    def show_actions(self, head: str, text: str, actions: Sequence[StartAction]) -> None:
        self.ui.title_label.setText(head)
        self.ui.description_label.setText(text)
        self._show(actions, is_welcome=False)

    @property
    def is_question_shown(self) -> bool:
        return "question" in vars(self) and not self.question.isHidden()

    def focus_first(self) -> None:
        """Focus the first item: the unanswered question, else the first action."""
        is_asking = self.is_question_shown and self.question.delegation() is None
        first: QWidget | None = (
            self.question.delegation_combo if is_asking else self.action_buttons[0] if self.action_buttons else None
        )
        if first is not None:
            accessibility.set_focus(first)

    def _show(self, actions: Sequence[StartAction], *, is_welcome: bool) -> None:
        if [button.start_action for button in self.action_buttons] != list(actions):
            for button in self.action_buttons:
                button.hide()
                button.deleteLater()
            self.action_buttons = [StartActionButton(action) for action in actions]
            for button in self.action_buttons:
                self.ui.actions_layout.addWidget(button)
        for widget in (*self._questions(), self.ui.rule, self.ui.leave_button):
            widget.setVisible(is_welcome)
        set_part(self.ui.title_label, "title_page" if is_welcome else "title_small")
        self._update_width()
        fields = [field for question in self._questions() for field in question.fields()]
        for widget, other in pairwise([*fields, *self.action_buttons, self.ui.leave_button]):
            QWidget.setTabOrder(widget, other)

    def _questions(self) -> list[SetupForm]:
        """Return the form in a list, which is empty before it is first needed."""
        return [self.question] if "question" in vars(self) else []

    def _update_width(self) -> None:
        space = self.viewport().size()
        is_narrow = space.width() < _NARROW
        self.ui.column.setFixedWidth(min(_WIDEST, space.width()))
        for question in self._questions():
            question.set_narrow(is_narrow=is_narrow)
        for button in self.action_buttons:
            button.update_key(is_narrow=is_narrow)
        # each caches the height of its parts
        for widget in (*self.action_buttons, *self._questions(), self.ui.column):
            if (layout := widget.layout()) is not None:
                layout.activate()
        self.ui.outer_layout.activate()
        height = max(self.ui.outer_layout.heightForWidth(space.width()), 0)
        self.ui.outer_layout.setStretch(0, 2 if height < space.height() else 0)
        self.ui.outer_layout.setStretch(2, 3)
        self.ui.page.setMinimumHeight(height)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        focused = next((n for n, button in enumerate(self.action_buttons) if button.hasFocus()), None)
        if event.key() == Qt.Key.Key_Escape and self.is_question_shown:
            self.leave_requested.emit()
        elif focused is not None and event.key() in steps:
            button = self.action_buttons[(focused + steps[Qt.Key(event.key())]) % len(self.action_buttons)]
            button.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_handled = super().eventFilter(watched, event)
        if event.type() == QEvent.Type.LayoutRequest and watched is self.ui.page:
            self._update_width()  # a key was added or removed, or the font is larger
        return is_handled

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._update_width()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._update_width()
