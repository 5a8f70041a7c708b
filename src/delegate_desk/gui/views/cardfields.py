"""Small fields of an annotation's card: when it is due, and who holds a reservation."""

from datetime import datetime

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from delegate_desk.core.annotations.deadlines import moment
from delegate_desk.core.delegations import OTHERS, PROTOCOL_ORDER
from delegate_desk.gui import names
from delegate_desk.gui.views.parts import part, set_property


class DueEdit(QLineEdit):
    """A deadline as one types it; what is no moment is told by its colour and a word, and changes nothing.

    Attributes:
        moment: The deadline understood, with a time zone; None for none.

    Signals:
        changed: Another deadline is meant.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.moment: datetime | None = None
        part(self, "tags")
        self.setMinimumWidth(90)
        self.setAccessibleName(self.tr("Deadline"))
        self.setPlaceholderText(self.tr("Deadline"))
        self.textEdited.connect(self._understand)
        self.editingFinished.connect(self._settle)
        self._mind(wrong=False)

    def show_moment(self, due: datetime | None) -> None:
        """Show a deadline, unless one is being typed."""
        if due != self.moment or not self.hasFocus():
            self.moment = due
            self.setText(names.moment(due) if due else "")
            self._mind(wrong=False)

    def _understand(self, typed: str) -> None:
        meant = moment(typed, datetime.now().astimezone()) if typed.strip() else None
        if meant is not None:  # a clock shows another hour in winter than the one of now says
            meant = meant.replace(tzinfo=None).astimezone()
        wrong = bool(typed.strip()) and meant is None
        self._mind(wrong=wrong)
        if not wrong and meant != self.moment:
            self.moment = meant
            self.changed.emit()

    def _settle(self) -> None:
        """Show what was understood in full, once one goes on."""
        if self.moment is not None and not self.property("tone"):
            self.setText(names.moment(self.moment))

    def _mind(self, *, wrong: bool) -> None:
        forms = self.tr("A date, a time or both: 14.10. 12:00, 2026-10-14, 12:00, or +3 for three days from now")
        self.setToolTip(self.tr("Not a date or time. {forms}").format(forms=forms) if wrong else forms)
        self.setAccessibleDescription(self.toolTip())
        set_property(self, "tone", "wrong" if wrong else "")


class HolderCombo(QComboBox):
    """Who holds a reservation: ourselves, or another delegation.

    Signals:
        chosen: Another holder was chosen, with the code; empty for ourselves.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        part(self, "flat")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Delegation with the reservation"))
        self.addItem(self.tr("ours"), "")
        for code in (*PROTOCOL_ORDER, *OTHERS):
            self.addItem(code, code)
        self.activated.connect(lambda _: self.chosen.emit(str(self.currentData())))

    def show_holder(self, code: str) -> None:
        """Show a holder; one that is not known is offered too."""
        with QSignalBlocker(self):
            at = self.findData(code)
            if at < 0:
                self.addItem(code, code)
                at = self.count() - 1
            self.setCurrentIndex(at)
