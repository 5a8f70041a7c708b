"""Document bar of a tab: the views at the left, revisions and languages at the right; the amber strip below it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QWidget
from typing_extensions import override

from delegate_desk.core.values import dataclass
from delegate_desk.gui.notification_bar import Link
from delegate_desk.gui.tab_page import TabKind
from delegate_desk.gui.widgets import key_bindings, theme
from delegate_desk.gui.widgets.basic_widgets import (
    FlowRow,
    StyledPane,
    clear_layout,
    label,
    push_button,
    row_layout,
    set_part,
    set_property,
    show_text,
    tool_button,
)
from delegate_desk.gui.widgets.filter_dialog import choose_below
from delegate_desk.gui.widgets.labels import terms

HEIGHT = 40
_EDGE = 16
_LEAST_WIDTHS = 640, 560, 440
"""Widths of the bar under which the revisions, the languages and the views are one button each."""
_ROOM_FOR_BADGE = "\u00a0" * 8
VIEW_COMMANDS = {
    TabKind.READER: "action_text",
    TabKind.COMPARISON: "action_compare_previous",
    TabKind.CONSEQUENCES: "action_consequences",
    TabKind.POSITION: "action_position",
    TabKind.MEETING: "action_meeting_view",
}
"""The commands that show the views of a document, in the order of the bar."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that a switch offers.

    Attributes:
        key: Key of the choice; None for one that is not available yet.
        line: In the menu of all choices, and as the tooltip.
        tone: ``newest``, ``old`` or none, for its colour.
        aside: True if it is only in the menu.
        badge: A number after the text.
    """

    key: object
    text: str
    line: str
    tone: str = ""
    aside: bool = False
    badge: str = ""


class SwitchButton(QPushButton):
    """Button of a choice: a class of its own, since Qt knows the role of a plain button."""

    def __init__(self, text: str, part: str, parent: QWidget) -> None:
        super().__init__(parent, autoDefault=False)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        set_part(self, part)
        self.setText(text)


class Switch(QFrame):
    """Buttons side by side, one of them pressed, and a menu of all choices if not all have a button.

    With space for one button only, that is the menu, with the name of the current choice.
    """

    chosen = Signal(object)  # Another choice was made, with its key

    def __init__(
        self, name: str, part: str, max_buttons: int, parent: QWidget, actions: Mapping[Any, str] | None = None
    ) -> None:
        super().__init__(parent)
        set_part(self, part)
        self._actions = actions or {}
        self._button_part = part.removesuffix("s")
        self.most = self._limit = max_buttons
        self.setAccessibleName(name)
        self._choices: tuple[Choice, ...] = ()
        self._current: object = None
        self.buttons: dict[object, QPushButton] = {}
        self.more = SwitchButton("⌄", self._button_part, self)
        self.more.clicked.connect(self._show_menu)
        self.more.setAccessibleName(name)
        self.more.setToolTip(name)
        self._layout = row_layout(within=self, margins=1 if part == "views" else 0, spacing=0 if part == "views" else 4)
        self._layout.addWidget(self.more)

    def show_choices(self, choices: Sequence[Choice], current: object) -> None:
        """Show the choices; the current choice always has a button."""
        shown = tuple(choices)
        if shown == self._choices and current == self._current:
            return
        self._choices, self._current = shown, current
        self._fill()
        if current in self.buttons:
            QAccessible.updateAccessibility(QAccessibleEvent(self.buttons[current], QAccessible.Event.Selection))

    def limit(self, max_buttons: int) -> None:
        if max_buttons != self._limit:
            self._limit = max_buttons
            self._fill()

    def needed_width(self, max_buttons: int) -> int:
        """Return its width with at most that many buttons."""
        choices = self._with_buttons(max_buttons)
        self.more.ensurePolished()
        texts = [_button_text(choice) for choice in choices]
        texts += [self._more_text(choices)] * (len(choices) < len(self._choices))
        letters, margins = self.more.fontMetrics(), self._layout.contentsMargins() + self.contentsMargins()
        padding = self.more.sizeHint().width() - letters.horizontalAdvance(self.more.text()) + self._layout.spacing()
        content_width = sum(letters.horizontalAdvance(text) + padding for text in texts)
        return content_width + margins.left() + margins.right() if texts else 0

    def _fill(self) -> None:
        choices = self._with_buttons(self._limit)
        had_focus = any(button.hasFocus() for button in self.buttons.values())
        if [choice.key for choice in choices] != list(self.buttons):
            clear_layout(self._layout, keep=[self.more])
            self.buttons = {choice.key: SwitchButton(choice.text, self._button_part, self) for choice in choices}
            for key, button in self.buttons.items():
                button.clicked.connect(lambda _=False, key=key: self._choose(key))
                self._layout.addWidget(button)
                button.show()
                if key in self._actions:
                    key_bindings.set_key_tool_tip(button, self._actions[key], button.text())
            self._layout.addWidget(self.more)
        for choice in choices:
            button = self.buttons[choice.key]
            _show_badge(button, choice.badge)
            button.setText(_button_text(choice))
            button.setAccessibleName(choice.line)
            if choice.key not in self._actions:
                button.setToolTip(choice.line)
            button.setChecked(choice.key == self._current)
            set_property(button, "tone", choice.tone)
        # the button of the menu stands for the current choice where there is no other button
        current = self._current_choice() if not choices else None
        self.more.setVisible(len(choices) < len(self._choices))
        self.more.setText(self._more_text(choices))
        self.more.setCheckable(not choices)
        self.more.setChecked(not choices)
        set_property(self.more, "tone", current.tone if current is not None else "")
        line = current.line if current is not None else ""
        self.more.setAccessibleName(": ".join(filter(None, (self.accessibleName(), line))))
        self.setVisible(bool(self._choices))
        if had_focus and self._current in self.buttons:
            self.buttons[self._current].setFocus()
        elif had_focus:
            self.more.setFocus()

    def _current_choice(self) -> Choice | None:
        return next((choice for choice in self._choices if choice.key == self._current), None)

    def _more_text(self, buttons: Sequence[Choice]) -> str:
        current = self._current_choice()
        return "⌄" if buttons or current is None else f"{current.text} ⌄"

    def _with_buttons(self, limit: int) -> list[Choice]:
        if limit == 1 < len(self._choices):
            return []
        offered = [choice for choice in self._choices if not choice.aside]
        index = next((n for n, choice in enumerate(offered) if choice.key == self._current), 0)
        if len(offered) <= limit:
            return offered
        index = max(index, limit - 2)
        return [choice for n, choice in enumerate(offered) if n < limit - 2 or n in (index, index + 1)][:limit]

    def _choose(self, key: object) -> None:
        if key in self.buttons:
            self.buttons[key].setChecked(key == self._current)  # until it is there
        self.chosen.emit(key)

    def _show_menu(self) -> None:
        self.more.setChecked(self.more.isCheckable())
        choices = [(choice.line, choice.key) for choice in self._choices]
        choose_below(self.more, choices, self._current).chosen.connect(self._choose)


def _button_text(choice: Choice) -> str:
    return choice.text + _ROOM_FOR_BADGE * bool(choice.badge)


def _show_badge(button: QPushButton, text: str) -> None:
    """Show a number at the right of a button, whose text leaves space for it."""
    badge = button.findChild(QLabel)
    if badge is None and text:
        badge = label("", "count_badge")
        badge.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row_layout(None, (badge, 0, Qt.AlignmentFlag.AlignVCenter), within=button, margins=(0, 0, 10, 0))
    if badge is not None:
        show_text(badge, text)


class DocumentBar(StyledPane):
    """The bar: switches of views, by kind, and of revisions and languages, by document, None for one not in library."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_part(self, "document_bar")
        self.setMinimumHeight(HEIGHT)
        self.setAccessibleName(self.tr("Views, revisions and languages"))
        self.views = Switch(self.tr("Views"), "views", len(VIEW_COMMANDS), self, VIEW_COMMANDS)
        self.revisions = Switch(self.tr("Revisions"), "views", 3, self)
        self.languages = Switch(self.tr("Languages"), "chips", 4, self)
        centre = Qt.AlignmentFlag.AlignVCenter
        parts = ((self.views, 0, centre), None, (self.revisions, 0, centre), (self.languages, 0, centre))
        row_layout(*parts, within=self, margins=(_EDGE, 0, _EDGE, 0), spacing=_EDGE)
        self.revisions.hide()
        self.languages.hide()
        self._kind: TabKind | None = None
        self._has_revisions, self._has_meeting = True, False
        self._count = 0

    def show_view(self, kind: TabKind) -> None:
        self._kind = kind
        self._show_views()

    def show_documents(
        self, revisions: Sequence[Choice], languages: Sequence[Choice], current: object, *, has_meeting: bool
    ) -> None:
        """Show the revisions, the languages of the current one, and whether it is on the agenda of the meeting."""
        self._has_meeting = has_meeting
        self.revisions.show_choices(revisions if len(revisions) > 1 else (), current)
        self.languages.show_choices(languages if len(languages) > 1 else (), current)
        self._has_revisions = sum(not choice.aside for choice in revisions) > 1
        self._show_views()

    def show_count(self, count: int) -> None:
        """Show how many of our items need attention in What changed."""
        self._count = count
        self._show_views()

    def _show_views(self) -> None:
        texts = self.tr("Text"), self.tr("Compare"), self.tr("What changed"), self.tr("Position"), self.tr("Meeting")
        hidden = {TabKind.CONSEQUENCES: not self._has_revisions, TabKind.MEETING: not self._has_meeting}
        count_text = terms.format_count(self._count, self.tr("1 item to check"), self.tr("{n} items to check"))
        lines = {TabKind.CONSEQUENCES: f"{texts[2]}, {count_text}"} if self._count else {}
        badges = {TabKind.CONSEQUENCES: terms.format_number(self._count)} if self._count else {}
        choices = [
            Choice(kind, text, lines.get(kind, text), badge=badges.get(kind, ""))
            for kind, text in zip(VIEW_COMMANDS, texts, strict=True)
            if kind is self._kind or not hidden.get(kind, False)
        ]
        self.views.show_choices(choices, self._kind)
        self._fit()

    def _fit(self) -> None:
        """Fit the bar: if space is short, the revisions become one button, then the languages, then the views."""
        limits = {switch: switch.most for switch in (self.views, self.revisions, self.languages)}
        for switch, min_width in zip((self.revisions, self.languages, self.views), _LEAST_WIDTHS, strict=True):
            if self.width() < min_width or _needed_width(limits) > self.width():
                limits[switch] = 1
        for switch, number in limits.items():
            switch.limit(number)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(_needed_width(dict.fromkeys((self.views, self.revisions, self.languages), 1)), HEIGHT)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


def _needed_width(limits: Mapping[Switch, int]) -> int:
    """Return the width of a bar whose switches have at most so many buttons."""
    return sum(switch.needed_width(number) + _EDGE for switch, number in limits.items()) + _EDGE


_STRIP_EDGE = _STRIP_GAP = _STRIP_SIGN = 16
_STRIP_HEIGHT = 36
_LINK_PADDING = 6
"""Padding of a link, so that it is aligned with the text above."""


class DocumentStrip(FlowRow, StyledPane):
    """Amber line under the bar: a message, its links, and a button that closes it.

    It uses as many lines as needed.
    """

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__((), _STRIP_GAP, parent)
        set_part(self, "strip")
        self._sign = theme.shown_icon(theme.icon("circle-alert", "scrutiny_reservation"), _STRIP_SIGN)
        self.text = label("", "strip", wrap=True)
        self._links: Sequence[Link] = ()
        self.link_buttons: list[QPushButton] = []
        for number in range(2):
            button = push_button("", partial(self._follow_link, number), part="strip", default=False)
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self.link_buttons.append(button)
        self.close_button = tool_button("x", self.tr("Close this warning"), self.closed, part="strip", size=14)
        self.show_widgets((self._sign, self.text, *self.link_buttons, self.close_button))
        self.hide()

    def show_message(self, text: str, links: Sequence[Link] = ()) -> None:
        """Show a message with its links, two at most; an empty text hides the line."""
        self._links = links
        for button, (name, _) in zip(self.link_buttons, links, strict=False):
            button.setText(name)
        if text != self.text.text() or len(links) != sum(not button.isHidden() for button in self.link_buttons):
            self.text.setText(text)
            self.setAccessibleName(text)
            for n, button in enumerate(self.link_buttons):
                button.setVisible(n < len(links))
            self.setVisible(bool(text))
        self.updateGeometry()
        self.place()

    def _follow_link(self, number: int) -> None:
        self._links[number][1]()

    # Layout

    @override
    def _boxes(self, width: int) -> list[QRect]:
        close_size = self.close_button.sizeHint()
        right = width - 8 - close_size.width()
        left = _STRIP_EDGE + _STRIP_SIGN + 8
        space = max(right - _STRIP_GAP - left, 80)
        text_width = min(self.text.fontMetrics().horizontalAdvance(self.text.text()) + 4, space)
        text_height = max(_STRIP_HEIGHT, self.text.heightForWidth(text_width) + 12)
        boxes = [
            QRect(_STRIP_EDGE, (min(text_height, _STRIP_HEIGHT) - _STRIP_SIGN) // 2, _STRIP_SIGN, _STRIP_SIGN),
            QRect(left, 0, text_width, text_height),
        ]
        corner, line = QPoint(left + text_width + _STRIP_GAP, 0), text_height
        for link in self.link_buttons[: len(self._links)]:
            size = link.sizeHint()
            if corner.x() + size.width() > right:
                corner, line = QPoint(left - _LINK_PADDING, corner.y() + line - 4), _STRIP_HEIGHT
            boxes.append(QRect(corner.x(), corner.y() + (line - size.height()) // 2, size.width(), size.height()))
            corner += QPoint(size.width() + 8, 0)
        boxes.append(QRect(QPoint(right, (min(text_height, _STRIP_HEIGHT) - close_size.height()) // 2), close_size))
        return [*boxes, QRect(0, 0, width, corner.y() + line)]

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.heightForWidth(max(self.width(), 160)))
