"""The page that stands in the middle where nothing is open: the welcome of a new library, or the ways to go on."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from delegate_desk.core.delegations import PROTOCOL_ORDER
from delegate_desk.gui import icons, names, theme, translating
from delegate_desk.gui.views.parts import dress, flat_button, label, part
from delegate_desk.gui.views.wrapped import Wrapped

OFFICIAL_ORDER = "bg es cs da de et el en fr ga hr it lv lt hu mt nl pl pt ro sk sl fi sv".split()
"""The languages in the order of their own names, as on the title page of the Official Journal."""
_CELL = QSize(31, 26)
_WIDEST = 640
_ICON = 22


@dataclass(frozen=True, slots=True)
class Way:
    """One way to go on.

    Attributes:
        action: The command that it is.
        icon: Its icon.
        name: In place of the command's.
        said: What comes of it, in a sentence.
    """

    action: QAction
    icon: str
    name: str
    said: str


@dataclass(frozen=True, slots=True)
class Answers:
    """What was chosen on the welcome.

    Attributes:
        delegation: Its code; None for none yet.
        languages: That one reads documents in, by their codes.
        window: The language of the window.
    """

    delegation: str | None
    languages: tuple[str, ...]
    window: str


class WayButton(QPushButton):
    """A way to go on, as a wide row: its icon, its name over what comes of it, and its key."""

    def __init__(self, way: Way) -> None:
        super().__init__()
        self.way = way
        part(self, "way")
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleDescription(way.said)
        self._sign = QLabel()
        self._sign.setPixmap(icons.icon(way.icon, "accent").pixmap(QSize(_ICON, _ICON)))
        self._key = label("", "keycap")
        name, said = label(way.name, "way_name"), label(way.said, "soft", wrap=True)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(name)
        words.addWidget(said)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.WIDE, theme.APART, theme.WIDE, theme.APART)
        row.setSpacing(theme.WIDE)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(self._key, 0, Qt.AlignmentFlag.AlignVCenter)
        for inner in (self._sign, self._key, name, said):
            inner.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(way.action.trigger)
        theme.follow(self, self._tint)
        way.action.changed.connect(self.fit)
        self.fit()

    def fit(self) -> None:
        """Show the key that the command has now."""
        key = self.way.action.shortcut().toString(self.way.action.shortcut().SequenceFormat.NativeText)
        self._key.setText(key)
        self._key.setVisible(bool(key))
        self.setAccessibleName(f"{self.way.name}, {key}" if key else self.way.name)

    def _tint(self) -> None:
        self._sign.setPixmap(icons.icon(self.way.icon, "accent").pixmap(QSize(_ICON, _ICON)))

    @override
    def sizeHint(self) -> QSize:
        layout = self.layout()
        return layout.sizeHint() if layout is not None else super().sizeHint()

    @override
    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        return layout.heightForWidth(width) if layout is not None else super().heightForWidth(width)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


class _Languages(Wrapped):
    """The languages in lines, each code under another; twelve a line where there is room."""

    def __init__(self, buttons: Sequence[QPushButton]) -> None:
        super().__init__()
        self._buttons = buttons
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


class WelcomePage(QScrollArea):
    """A calm page set like a title page: what the program is, one question, and the ways to begin.

    Signals:
        left: The page was left with no way taken.
        window_language_chosen: The window is to speak another language, with its code.
    """

    left = Signal()
    window_language_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("welcome")
        part(self, "paper")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Welcome"))
        self.delegation_touched = False
        self.head = label("Delegate Desk", "title_page")
        self.head.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.said = label("", "title_said", wrap=True)
        self.said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.question = self._ask()
        self.ways_layout = QVBoxLayout()
        self.ways_layout.setSpacing(theme.NEAR)
        self.ways: list[WayButton] = []
        self.leave_button = flat_button(self.tr("Leave this page (Esc)"), self.tr("Leave this page, Escape"))
        self.leave_button.clicked.connect(self.left)
        self.rule = _rule()
        column = QWidget()
        column.setMaximumWidth(_WIDEST)
        inner = QVBoxLayout(column)
        inner.setContentsMargins(theme.BROAD, theme.WIDE, theme.BROAD, theme.WIDE)
        inner.setSpacing(0)
        for widget, above in ((self.head, 0), (self.rule, theme.APART), (self.said, theme.WIDE)):
            inner.addSpacing(above)
            inner.addWidget(widget)
        inner.addSpacing(theme.BROAD)
        inner.addWidget(self.question)
        inner.addLayout(self.ways_layout)
        inner.addSpacing(theme.WIDE)
        inner.addWidget(self.leave_button, 0, Qt.AlignmentFlag.AlignHCenter)
        middle = QHBoxLayout()  # an alignment would let the heights be those of the whole width
        middle.addStretch(1)
        middle.addWidget(column)
        middle.addStretch(1)
        page = QWidget()
        outer = QVBoxLayout(page)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addStretch(2)
        outer.addLayout(middle)
        outer.addStretch(3)
        self._column = column
        self.setWidget(page)
        theme.follow(self, self._dress)
        self._dress()

    def _ask(self) -> QWidget:
        """The one question, in as many rows as it has parts."""
        self.delegation_combo = QComboBox()
        self.delegation_combo.setAccessibleName(self.tr("Your delegation"))
        self.delegation_combo.addItem(self.tr("Choose, or type its first letters"), None)
        for code in PROTOCOL_ORDER:
            self.delegation_combo.addItem(f"{code}   {names.state(code)}", code)
        self.delegation_combo.setMaxVisibleItems(len(PROTOCOL_ORDER) + 1)
        self.delegation_combo.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.delegation_combo.activated.connect(self._touch)
        self.language_buttons = {code: self._switch(code.upper(), names.language(code)) for code in OFFICIAL_ORDER}
        languages = _Languages(list(self.language_buttons.values()))
        self.window_buttons = {code: self._switch(own, own) for code, own in translating.OWN_NAMES.items()}
        spoken = QHBoxLayout()
        spoken.setSpacing(theme.TIGHT)
        for code, button in self.window_buttons.items():
            button.setAutoExclusive(True)
            button.setChecked(code == translating.language())
            button.clicked.connect(lambda _=False, code=code: self.window_language_chosen.emit(code))
            spoken.addWidget(button)
        spoken.addStretch(1)
        question = QWidget()
        rows = QGridLayout(question)
        rows.setContentsMargins(0, 0, 0, theme.BROAD)
        rows.setHorizontalSpacing(theme.WIDE)
        rows.setVerticalSpacing(theme.APART)
        rows.setColumnStretch(1, 1)
        asked = (self.tr("Your &delegation"), self.tr("You read"), self.tr("The window speaks"))
        heads = [QLabel(text) for text in asked]
        for n, head in enumerate(heads):
            part(head, "soft")
            rows.addWidget(head, n, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
            head.setContentsMargins(0, 6 if n == 0 else 4, 0, 0)
        heads[0].setBuddy(self.delegation_combo)
        rows.addWidget(self.delegation_combo, 0, 1)
        rows.addWidget(languages, 1, 1)
        rows.addLayout(spoken, 2, 1)
        return question

    def _switch(self, text: str, name: str) -> QPushButton:
        button = QPushButton(text)
        part(button, "switch")
        button.setCheckable(True)
        button.setAutoDefault(False)
        button.setAccessibleName(name)
        button.setToolTip(name)
        return button

    # What it shows

    def show_welcome(self, ways: Sequence[Way], before: Answers) -> None:
        """Show all of it, with what is known or may be taken for granted chosen already."""
        self.head.setText("Delegate Desk")
        self.said.setText(
            self.tr(
                "Find any passage in your Council documents, note what matters, and send your delegation's position as "
                "a Word file."
            )
        )
        found = self.delegation_combo.findData(before.delegation) if before.delegation else 0
        self.delegation_combo.setCurrentIndex(max(found, 0))
        for code, button in self.language_buttons.items():
            button.setChecked(code in before.languages)
        self._show(ways, is_welcome=True)

    def show_ways(self, head: str, said: str, ways: Sequence[Way]) -> None:
        """Show where one can go on, in a few lines."""
        self.head.setText(head)
        self.said.setText(said)
        self._show(ways, is_welcome=False)

    @property
    def asks(self) -> bool:
        """True while the question is on it."""
        return not self.question.isHidden()

    def answers(self) -> Answers:
        """What is chosen now."""
        languages = tuple(code for code, button in self.language_buttons.items() if button.isChecked())
        window = next(code for code, button in self.window_buttons.items() if button.isChecked())
        return Answers(self.delegation_combo.currentData(), languages, window)

    def enter(self) -> None:
        """Give the keys to what comes first: the question where it is open, else the first way."""
        asks = self.asks and self.delegation_combo.currentData() is None
        first: QWidget | None = self.delegation_combo if asks else self.ways[0] if self.ways else None
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def _show(self, ways: Sequence[Way], *, is_welcome: bool) -> None:
        if [way.way for way in self.ways] != list(ways):
            for button in self.ways:
                button.hide()
                button.deleteLater()
            self.ways = [WayButton(way) for way in ways]
            for button in self.ways:
                self.ways_layout.addWidget(button)
        for widget in (self.question, self.rule, self.leave_button):
            widget.setVisible(is_welcome)
        part(self.head, "title_page" if is_welcome else "title_small")
        self._fit()
        self._order()

    def _fit(self) -> None:
        """Let the words be no wider than they are well read."""
        width = self.viewport().width()
        self._column.setFixedWidth(min(_WIDEST, width))
        page = self.widget()
        layout = page.layout() if page is not None else None
        if page is not None and layout is not None:
            layout.activate()
            page.setMinimumHeight(max(layout.heightForWidth(width), 0))

    def _order(self) -> None:
        chain: list[QWidget] = [self.delegation_combo, *self.language_buttons.values(), *self.window_buttons.values()]
        chain += [*self.ways, self.leave_button]
        for one, other in pairwise(chain):
            QWidget.setTabOrder(one, other)

    def _touch(self) -> None:
        self.delegation_touched = True

    def _dress(self) -> None:
        dress(self)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        inside = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        at_hand = next((n for n, way in enumerate(self.ways) if way.hasFocus()), None)
        if event.key() == Qt.Key.Key_Escape and self.asks:
            self.left.emit()
        elif at_hand is not None and event.key() in inside:
            way = self.ways[(at_hand + inside[Qt.Key(event.key())]) % len(self.ways)]
            way.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()


def _rule() -> QFrame:
    """A short hairline in the middle, as under the name on a title page."""
    line = QFrame()
    part(line, "rule")
    return line
