"""The page that stands in the middle where nothing is open: the welcome of a new library, or the ways to go on."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from delegate_desk.gui.help.setup_form import SetupAnswers, SetupForm
from delegate_desk.gui.help.start_actions import StartAction, StartActionButton
from delegate_desk.gui.widgets import focus_ring, theme
from delegate_desk.gui.widgets.basic_widgets import flat_button, label, set_part

_WIDEST = 640
_NARROW = 420


class WelcomePage(QScrollArea):
    """A calm page set like a title page: what the program is, one question, and the ways to begin.

    Signals:
        left: The page was left with no way taken.
        window_language_chosen: The window is to speak another language, with its code.
    """

    leave_requested = Signal()
    window_language_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("welcome")
        self.setProperty("help", "begin#welcome")
        set_part(self, "paper")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Welcome"))
        self.title_label = label("Delegate Desk", "title_page")
        self.title_label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.title_label.setWordWrap(True)
        self.description_label = label("", "title_said", wrap=True)
        self.description_label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.question = SetupForm()
        self.question.window_language_chosen.connect(self.window_language_chosen)
        self.actions_layout = QVBoxLayout()
        self.actions_layout.setSpacing(theme.NEAR)
        self.action_buttons: list[StartActionButton] = []
        self.leave_button = flat_button(self.tr("Skip (Esc)"), self.tr("Skip this page, Escape"))
        self.leave_button.clicked.connect(self.leave_requested)
        self.rule = _rule()
        column = QWidget()
        column.setMaximumWidth(_WIDEST)
        inner = QVBoxLayout(column)
        inner.setContentsMargins(theme.BROAD, theme.WIDE, theme.BROAD, theme.WIDE)
        inner.setSpacing(0)
        for widget, above in ((self.title_label, 0), (self.rule, theme.APART), (self.description_label, theme.WIDE)):
            inner.addSpacing(above)
            inner.addWidget(widget)
        inner.addSpacing(theme.BROAD)
        inner.addWidget(self.question)
        inner.addLayout(self.actions_layout)
        inner.addSpacing(theme.WIDE)
        inner.addWidget(self.leave_button, 0, Qt.AlignmentFlag.AlignHCenter)
        inner.addStretch(1)
        middle = QHBoxLayout()  # an alignment would let the heights be those of the whole width
        middle.addStretch(1)
        middle.addWidget(column)
        middle.addStretch(1)
        page = QWidget()
        self._outer = outer = QVBoxLayout(page)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addStretch(0)
        outer.addLayout(middle)
        outer.addStretch(1)
        self._column = column
        self.setWidget(page)

    # What it shows

    def show_welcome(self, ways: Sequence[StartAction], before: SetupAnswers) -> None:
        """Show all of it, with what is known or may be taken for granted chosen already."""
        self.title_label.setText("Delegate Desk")
        self.description_label.setText(
            self.tr(
                "Find any passage in your Council documents, note what matters, and export your delegation’s "
                "position to Word."
            )
        )
        self.question.show_answers(before)
        self._show(ways, is_welcome=True)

    def show_actions(self, head: str, said: str, ways: Sequence[StartAction]) -> None:
        """Show the start actions, in a few lines."""
        self.title_label.setText(head)
        self.description_label.setText(said)
        self._show(ways, is_welcome=False)

    @property
    def is_question_shown(self) -> bool:
        """True while the question is on it."""
        return not self.question.isHidden()

    def focus_first(self) -> None:
        """Give the keys to what comes first: the question where it is open, else the first way."""
        asks = self.is_question_shown and self.question.answers().delegation is None
        first: QWidget | None = (
            self.question.delegation_combo if asks else self.action_buttons[0] if self.action_buttons else None
        )
        if first is not None:
            focus_ring.set_focus(first)

    def _show(self, ways: Sequence[StartAction], *, is_welcome: bool) -> None:
        if [way.start_action for way in self.action_buttons] != list(ways):
            for button in self.action_buttons:
                button.hide()
                button.deleteLater()
            self.action_buttons = [StartActionButton(way) for way in ways]
            for button in self.action_buttons:
                self.actions_layout.addWidget(button)
        for widget in (self.question, self.rule, self.leave_button):
            widget.setVisible(is_welcome)
        set_part(self.title_label, "title_page" if is_welcome else "title_small")
        self._update_width()
        self._order()

    def _update_width(self) -> None:
        """Let the words be no wider than they are well read, and stand a little above the middle if there is room."""
        room = self.viewport().size()
        is_narrow = room.width() < _NARROW
        self._column.setFixedWidth(min(_WIDEST, room.width()))
        self.question.set_narrow(is_narrow=is_narrow)
        for way in self.action_buttons:
            way.update_key(is_narrow=is_narrow)
        for one in (
            *self.action_buttons,
            self.question,
            self._column,
        ):  # from within: each remembers how high its parts were
            if (layout := one.layout()) is not None:
                layout.activate()
        self._outer.activate()
        height = max(self._outer.heightForWidth(room.width()), 0)
        self._outer.setStretch(0, 2 if height < room.height() else 0)
        self._outer.setStretch(2, 3)
        page = self.widget()
        if page is not None:
            page.setMinimumHeight(height)

    def _order(self) -> None:
        chain = [*self.question.fields(), *self.action_buttons, self.leave_button]
        for one, other in pairwise(chain):
            QWidget.setTabOrder(one, other)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        inside = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        at_hand = next((n for n, way in enumerate(self.action_buttons) if way.hasFocus()), None)
        if event.key() == Qt.Key.Key_Escape and self.is_question_shown:
            self.leave_requested.emit()
        elif at_hand is not None and event.key() in inside:
            way = self.action_buttons[(at_hand + inside[Qt.Key(event.key())]) % len(self.action_buttons)]
            way.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        done = super().eventFilter(watched, event)
        if event.type() == QEvent.Type.LayoutRequest and watched is self.widget():
            self._update_width()  # a key came or went, or letters are larger now
        return done

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._update_width()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._update_width()


def _rule() -> QFrame:
    """A short hairline in the middle, as under the name on a title page."""
    line = QFrame()
    set_part(line, "rule")
    return line
