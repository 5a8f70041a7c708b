"""The choice of the user's own delegation, asked once, in place."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton, QWidget
from typing_extensions import override

from delegate_desk.core.delegations import PROTOCOL_ORDER, delegation
from delegate_desk.gui.widgets.basic_widgets import column_layout, label, set_part
from delegate_desk.gui.widgets.key_bindings import physical_letter
from delegate_desk.gui.widgets.labels import terms

_COLUMNS = 4


class DelegationChooser(QFrame):
    """All delegations in protocol order, down the columns; typing two letters selects a delegation too."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
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
        layout = column_layout(within=self, margins=(16, 12, 16, 12), spacing=8)
        head = label(self.tr("Whose position is this?"), "facet")
        text = self.tr(
            "Choose your delegation or type its two-letter code. You are asked only once; it is saved with this "
            "library."
        )
        layout.addWidget(head)
        layout.addWidget(label(text, "soft", wrap=True))
        layout.addLayout(grid)

    def focus_first(self) -> None:
        self._buttons[PROTOCOL_ORDER[0]].setFocus(Qt.FocusReason.TabFocusReason)

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
