"""Document bar of a tab: the views of the document at the left, its revisions and languages at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton, QWidget

from delegate_desk.gui.tab_page import TabKind
from delegate_desk.gui.widgets import key_bindings
from delegate_desk.gui.widgets.basic_widgets import StyledPane, row_layout, set_part

HEIGHT = 40
VIEW_COMMANDS = {
    TabKind.READER: "action_text",
    TabKind.COMPARISON: "action_compare_previous",
    TabKind.CONSEQUENCES: "action_consequences",
    TabKind.POSITION: "action_position",
}
"""The commands that show the views of a document, in the order of the bar."""


class Switch(QFrame):
    """Buttons side by side, one of them pressed.

    Signals:
        chosen: Another is to be pressed, with its key.
    """

    chosen = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_part(self, "views")
        self.setAccessibleName(name)
        self._buttons: dict[object, QPushButton] = {}
        self._group = QButtonGroup(self)
        self._layout = row_layout(within=self, margins=1, spacing=0)

    def add(self, key: object, text: str) -> QPushButton:
        """Add a button at the right end."""
        button = QPushButton(text, self)
        button.setCheckable(True)
        button.setAutoDefault(False)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        set_part(button, "view")
        button.clicked.connect(lambda: self._choose(key))
        self._group.addButton(button)
        self._buttons[key] = button
        self._layout.addWidget(button)
        return button

    def button(self, key: object) -> QPushButton:
        return self._buttons[key]

    def check(self, key: object) -> None:
        """Press a button without a signal."""
        self._group.setExclusive(False)
        for other, button in self._buttons.items():
            button.setChecked(other == key)
        self._group.setExclusive(True)

    def _choose(self, key: object) -> None:
        self.chosen.emit(key)


class DocumentBar(StyledPane):
    """The bar.

    Signals:
        view_requested: Another view is to be shown, with its kind.
    """

    view_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_part(self, "document_bar")
        self.setMinimumHeight(HEIGHT)
        self.views = Switch(self.tr("Views"), self)
        texts = (self.tr("Text"), self.tr("Compare"), self.tr("What changed"), self.tr("Position"))
        for (kind, action), text in zip(VIEW_COMMANDS.items(), texts, strict=True):
            key_bindings.set_key_tool_tip(self.views.add(kind, text), action, text)
        self._shown: TabKind | None = None
        self.views.chosen.connect(self._request_view)
        row_layout(self.views, None, within=self, margins=(16, 0, 16, 0), spacing=16)

    def show_view(self, kind: TabKind) -> None:
        """Mark the view in front."""
        self._shown = kind
        self.views.check(kind)

    def _request_view(self, kind: TabKind) -> None:
        if self._shown is not None:
            self.views.check(self._shown)  # until it is there
        self.view_requested.emit(kind)
