"""Document bar of a tab: the views of the document at the left, its revisions and languages at the right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QMenu, QPushButton, QWidget
from typing_extensions import override

from delegate_desk.core.values import dataclass
from delegate_desk.gui.tab_page import TabKind
from delegate_desk.gui.widgets import key_bindings
from delegate_desk.gui.widgets.basic_widgets import StyledPane, clear_layout, row_layout, set_part, set_property

HEIGHT = 40
_FEW_REVISIONS = 3
_FEW_LANGUAGES = 4
_NARROW = (440, 640, 560)
"""Widths under which the views, the revisions and the languages are one button each."""
VIEW_COMMANDS = {
    TabKind.READER: "action_text",
    TabKind.COMPARISON: "action_compare_previous",
    TabKind.CONSEQUENCES: "action_consequences",
    TabKind.POSITION: "action_position",
}
"""The commands that show the views of a document, in the order of the bar."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that a switch offers.

    Attributes:
        key: Of the choice; None for what cannot be chosen yet.
        text: On its button.
        line: In the menu of all choices, and as the tooltip.
        tone: ``newest``, ``old`` or none, for its colour.
        aside: True if it is in the menu only.
    """

    key: object
    text: str
    line: str
    tone: str = ""
    aside: bool = False


class Switch(QFrame):
    """Buttons side by side, one of them pressed, and a menu of all choices where not all have a button.

    Signals:
        chosen: Another choice is wanted, with its key.
    """

    chosen = Signal(object)

    def __init__(
        self, name: str, part: str, most: int, parent: QWidget, actions: Mapping[Any, str] | None = None
    ) -> None:
        super().__init__(parent)
        set_part(self, part)
        self._actions = actions or {}
        self._button_part, self._most = part.removesuffix("s"), most
        self.setAccessibleName(name)
        self._choices: tuple[Choice, ...] = ()
        self._current: object = None
        self._is_collapsed = False
        self.buttons: dict[object, QPushButton] = {}
        self.more = self._make_button("⌄")
        self.more.setAccessibleName(name)
        self.more.setToolTip(name)
        self.more.clicked.connect(self._show_menu)
        self._layout = row_layout(within=self, margins=1 if part == "views" else 0, spacing=0 if part == "views" else 4)
        self._layout.addWidget(self.more)

    def show_choices(self, choices: Sequence[Choice], current: object) -> None:
        """Show what can be chosen; the current choice always has a button."""
        shown = tuple(choices)
        if shown == self._choices and current == self._current:
            return
        self._choices, self._current = shown, current
        self._fill()

    def collapse(self, *, collapsed: bool) -> None:
        """Show the button of the current choice alone, or as many as there is room for."""
        if collapsed != self._is_collapsed:
            self._is_collapsed = collapsed
            self._fill()

    def _fill(self) -> None:
        wanted = self._with_buttons()
        had_focus = any(button.hasFocus() for button in self.buttons.values())
        if [choice.key for choice in wanted] != list(self.buttons):
            clear_layout(self._layout, keep=[self.more])
            self.buttons = {choice.key: self._make_button(choice.text) for choice in wanted}
            for key, button in self.buttons.items():
                button.clicked.connect(lambda _=False, key=key: self._choose(key))
                self._layout.addWidget(button)
                button.show()
                if key in self._actions:
                    key_bindings.set_key_tool_tip(button, self._actions[key], button.text())
            self._layout.addWidget(self.more)
        for choice in wanted:
            button = self.buttons[choice.key]
            button.setText(choice.text)
            button.setAccessibleName(choice.line)
            if choice.key not in self._actions:
                button.setToolTip(choice.line)
            button.setChecked(choice.key == self._current)
            set_property(button, "tone", choice.tone)
        self.more.setVisible(len(wanted) < len(self._choices))
        self.setVisible(bool(self._choices))
        if had_focus and self._current in self.buttons:
            self.buttons[self._current].setFocus()

    def _with_buttons(self) -> list[Choice]:
        offered = [choice for choice in self._choices if not choice.aside]
        at = next((n for n, choice in enumerate(offered) if choice.key == self._current), 0)
        if self._is_collapsed:
            return offered[at : at + 1]
        if len(offered) <= self._most:
            return offered
        return [choice for n, choice in enumerate(offered) if n < self._most - 2 or n in (at, at + 1)][: self._most]

    def _make_button(self, text: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setCheckable(text != "⌄")
        button.setAutoDefault(False)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        set_part(button, self._button_part)
        return button

    def _choose(self, key: object) -> None:
        if key in self.buttons:
            self.buttons[key].setChecked(key == self._current)  # until it is there
        self.chosen.emit(key)

    def _show_menu(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for choice in self._choices:
            action = menu.addAction(choice.line)
            action.setCheckable(True)
            action.setChecked(choice.key == self._current)
            action.triggered.connect(lambda _=False, key=choice.key: self._choose(key))
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))


class DocumentBar(StyledPane):
    """The bar.

    Signals:
        view_requested: Another view is to be shown, with its kind.
        document_requested: Another revision or language is to be shown in the same view, with its number; None for a
            document that is not in the library.
    """

    view_requested = Signal(object)
    document_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_part(self, "document_bar")
        self.setMinimumHeight(HEIGHT)
        self.views = Switch(self.tr("Views"), "views", len(VIEW_COMMANDS), self, VIEW_COMMANDS)
        self.revisions = Switch(self.tr("Revisions"), "views", _FEW_REVISIONS, self)
        self.languages = Switch(self.tr("Languages"), "chips", _FEW_LANGUAGES, self)
        self.views.chosen.connect(self.view_requested)
        self.revisions.chosen.connect(self.document_requested)
        self.languages.chosen.connect(self.document_requested)
        centre = Qt.AlignmentFlag.AlignVCenter
        parts = ((self.views, 0, centre), None, (self.revisions, 0, centre), (self.languages, 0, centre))
        row_layout(*parts, within=self, margins=(16, 0, 16, 0), spacing=16)
        self.revisions.hide()
        self.languages.hide()
        self._kind: TabKind | None = None
        self._has_revisions = True

    def show_view(self, kind: TabKind) -> None:
        """Mark the view in front."""
        self._kind = kind
        self._show_views()

    def show_documents(self, revisions: Sequence[Choice], languages: Sequence[Choice], current: object) -> None:
        """Show the revisions, and the languages of the current one."""
        self.revisions.show_choices(revisions if len(revisions) > 1 else (), current)
        self.languages.show_choices(languages if len(languages) > 1 else (), current)
        self._has_revisions = sum(not choice.aside for choice in revisions) > 1
        self._show_views()

    def _show_views(self) -> None:
        texts = (self.tr("Text"), self.tr("Compare"), self.tr("What changed"), self.tr("Position"))
        choices = [
            Choice(kind, text, text)
            for kind, text in zip(VIEW_COMMANDS, texts, strict=True)
            if kind is not TabKind.CONSEQUENCES or self._has_revisions or kind is self._kind
        ]
        self.views.show_choices(choices, self._kind)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for switch, width in zip((self.views, self.revisions, self.languages), _NARROW, strict=True):
            switch.collapse(collapsed=self.width() < width)
