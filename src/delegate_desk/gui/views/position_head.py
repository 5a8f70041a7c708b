"""The head of a position: whose it is, on what, where it stands, and the next steps."""

from html import escape

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from delegate_desk.core.positions.position import PositionStatus
from delegate_desk.gui import names, positionwords, theme
from delegate_desk.gui.models.positions import Drafting
from delegate_desk.gui.views.parts import flat_button, label, part


class PositionHead(QWidget):
    """Under the title: what became of the position, and what can become of it.

    Signals:
        clear_asked, send_asked, withdraw_asked: That step is to be taken.
        versions_asked: The versions are to be looked at.
    """

    clear_asked = Signal()
    send_asked = Signal()
    withdraw_asked = Signal()
    versions_asked = Signal()

    def __init__(self, title: QLabel, counts: QLabel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._counts = title, counts
        self._drafting: Drafting | None = None
        self.warning_label = label("", "warning", wrap=True)
        self.clear_button = flat_button(self.tr("Mark as Cleared…"), self.tr("Record who cleared the position"))
        self.send_button = flat_button(self.tr("Mark as Sent…"), self.tr("Record the recipient of the position"))
        self.withdraw_button = flat_button(self.tr("Withdraw"), self.tr("Withdraw the position"))
        self.versions_button = flat_button(
            self.tr("Versions…"), self.tr("Compare versions and see the history of each field")
        )
        self.notes_check = QCheckBox(self.tr("Show entries from notes"))
        self.notes_check.setToolTip(self.tr("Notes for circulation are in the exported file as well"))
        self.notes_check.setChecked(True)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(0, 4, 0, 0)
        buttons.setSpacing(4)
        for button, asked in (
            (self.clear_button, self.clear_asked),
            (self.send_button, self.send_asked),
            (self.withdraw_button, self.withdraw_asked),
            (self.versions_button, self.versions_asked),
        ):
            part(button, "filter")
            button.clicked.connect(asked)
            buttons.addWidget(button)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.warning_label)
        layout.addLayout(buttons)
        layout.addWidget(self.notes_check)
        theme.follow(self, self._show)

    def show_drafting(self, drafting: Drafting) -> None:
        """Show where a position stands."""
        self._drafting = drafting
        self._show()

    def _show(self) -> None:
        drafting = self._drafting
        if drafting is None:
            self.hide()
            return
        whose = (
            self.tr("Position {of_state}").format(of_state=names.of_state(drafting.delegation))
            if drafting.delegation
            else self.tr("Position")
        )
        position = drafting.position
        on = self.tr("on {name} · {status}").format(name=drafting.held.name, status=positionwords.status(position))
        soft = theme.color("soft").name()
        rich = f'<b>{escape(whose)}</b> <span style="color:{soft}">{escape(on)}</span>'
        self._title.setText(theme.semi_bold(rich))
        total, drafted = drafting.counts()
        notes = len(drafting.notes)
        said = positionwords.entries(total, notes)
        if drafted:
            said.append(names.counted(drafted, self.tr("1 drafting suggestion"), self.tr("{n} drafting suggestions")))
        anything = bool(total or notes or position.general or position.internal) or position.version > 1
        said += positionwords.steps(position) if anything else []
        self._counts.setText(" · ".join(said) or " ")
        for late in (self, self._counts):
            self._hold_room(late, held=drafting.delegation is not None)
        self._counts.setVisible(bool(said))
        self.notes_check.setVisible(bool(notes))
        warning = positionwords.warning(position)
        self.warning_label.setText(warning)
        self.warning_label.setVisible(bool(warning))
        self.clear_button.setVisible(position.status is PositionStatus.DRAFT)
        self.send_button.setVisible(position.status is not PositionStatus.WITHDRAWN)
        self.withdraw_button.setVisible(position.status is not PositionStatus.WITHDRAWN)
        self.setVisible(anything)

    @staticmethod
    def _hold_room(widget: QWidget, *, held: bool) -> None:
        """Let nothing move under the hands when the first word typed brings out what is hidden."""
        policy = widget.sizePolicy()
        policy.setRetainSizeWhenHidden(held)
        widget.setSizePolicy(policy)
