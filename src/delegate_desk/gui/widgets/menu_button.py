"""A button that says what is chosen and offers what else could be."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QActionGroup, QResizeEvent
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget
from typing_extensions import override

from delegate_desk.gui.widgets.basic_widgets import set_part

_PADDING = 20


class MenuButton(QPushButton):
    """Opens its menu at a click, a space or Enter; unlike a list to choose from, the wheel does not turn it."""

    picked = Signal(object)  # Something was chosen, with its value

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_part(self, "choice")
        self._name = name
        self._said = ""
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._open)
        self._offered: Sequence[tuple[str, object]] = ()
        self._value: object = None

    def set_options(self, offered: Sequence[tuple[str, object]], value: object) -> None:
        """Say what is chosen.

        Args:
            offered: All that can be chosen: in words, and as values.
            value: What is chosen now.
        """
        self._offered, self._value = offered, value
        self._said = next((said for said, one in offered if one == value), "")
        self.setAccessibleName(f"{self._name}: {self._said}")
        self._elide_text()

    def build_menu(self) -> QMenu:
        """Return the choices, as a menu."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        group = QActionGroup(menu)
        for said, value in self._offered:
            action = menu.addAction(said.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(value == self._value)
            group.addAction(action)
            action.triggered.connect(lambda _=False, value=value: self.picked.emit(value))
        return menu

    @override
    def sizeHint(self) -> QSize:
        return QSize(120, super().sizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide_text()

    def _open(self) -> None:
        menu = self.build_menu()
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))
        chosen = next((action for action in menu.actions() if action.isChecked()), None)
        if chosen is not None:
            menu.setActiveAction(chosen)

    def _elide_text(self) -> None:
        shown = self.fontMetrics().elidedText(self._said, Qt.TextElideMode.ElideRight, max(self.width() - _PADDING, 20))
        self.setText(shown.replace("&", "&&"))
        self.setToolTip(self._said if shown != self._said else "")
