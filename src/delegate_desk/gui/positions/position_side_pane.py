"""The right column of a position: what would leave, and what we noted and others proposed on the provision at hand."""

from collections.abc import Mapping, Sequence
from html import escape

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from delegate_desk.core.documents.document import Address
from delegate_desk.core.word_diff import WordChange
from delegate_desk.gui.export.export_pane import SendPane
from delegate_desk.gui.positions.position_notes import NotedBox
from delegate_desk.gui.positions.proposals_model import OtherProposal
from delegate_desk.gui.widgets import focus_ring, key_bindings, theme
from delegate_desk.gui.widgets.basic_widgets import (
    StyledPane,
    clear_layout,
    flat_button,
    handle_escape,
    label,
    link_label,
    set_part,
    set_property,
)
from delegate_desk.gui.widgets.labels import terms
from delegate_desk.gui.widgets.text.our_marks import mark_changes

_AROUND = 60
"""How many characters of what did not change stand around a change."""


class OthersBox(QWidget):
    """A card for each.

    Signals:
        taken: A wording is to be taken over, with the ``OtherProposal``.
        removed: A person's line is to be removed, with its ``Key``.
        asked: A provision on which people sent lines is to be drafted on, with its address.
        left: Esc was pressed in it.
    """

    wording_adopted = Signal(object)
    removed = Signal(object)
    place_requested = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = ""
        self._shown: Sequence[OtherProposal] = ()
        self._elsewhere: Mapping[Address, str] = {}
        self.cards: list[OtherWording] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)
        theme.subscribe_to_theme(self, self._show)

    def show_others(self, place: str, others: Sequence[OtherProposal], elsewhere: Mapping[Address, str]) -> None:
        """Show what others say of a place, empty for none at hand, and where else people sent lines."""
        if (place, others, elsewhere) != (self._place, self._shown, self._elsewhere):
            self._place, self._shown, self._elsewhere = place, others, elsewhere
            self._show()

    def first_wording(self) -> OtherProposal | None:
        """Return the first item that proposes a wording, for the key that takes it over."""
        return next((other for other in self._shown if other.proposal is not None), None)

    def _show(self) -> None:
        clear_layout(self._layout)
        self.cards = []
        self.setVisible(bool(self._place or self._elsewhere))
        if self._place:
            self._layout.addWidget(
                label(self.tr("Other delegations on {place}").format(place=self._place), "head", wrap=True)
            )
        if self._place and not self._shown:
            self._layout.addWidget(label(self.tr("No comments from other delegations."), "nothing", wrap=True))
        for other in self._shown:
            card = OtherWording(other)
            card.adopted.connect(lambda other=other: self.wording_adopted.emit(other))
            card.removed.connect(lambda other=other: self.removed.emit(other.entry_key))
            card.left.connect(self.left)
            self._layout.addWidget(card)
            self.cards.append(card)
        if self._elsewhere:
            self._layout.addWidget(label(self.tr("Provisions on which only others have comments"), "head", wrap=True))
            links = link_label("plain")
            places = self._elsewhere.items()
            links.setText(" · ".join(f'<a href="{escape(address)}">{escape(place)}</a>' for address, place in places))
            links.linkActivated.connect(self.place_requested)
            self._layout.addWidget(links)
        if self.cards:
            self.setFocusProxy(self.cards[0])


class OtherWording(QFrame):
    """Proposal of one delegation, or of several together; T takes it over.

    Signals:
        taken: Its wording is to be taken over.
        removed: It is a person's position entry, and is to be removed.
        left: Esc was pressed in it.
    """

    adopted = Signal()
    removed = Signal()
    left = Signal()

    def __init__(self, other: OtherProposal, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._other = other
        set_part(self, "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(4)
        codes = (other.person,) if other.entry_key else other.delegations or (self.tr("no delegation named"),)
        for code in codes[:6]:
            head.addWidget(label(code, "chip"))
        if len(codes) > 6:
            head.addWidget(label(f"+{terms.format_number(len(codes) - 6)}", "chip"))
        if other.stance is not None:
            sign = label(f"{terms.STANCE_SIGNS[other.stance]} {terms.stance_label(other.stance)}", "soft")
            set_property(sign, "role", terms.STANCE_ROLES[other.stance])
            head.addWidget(sign)
        head.addStretch(1)
        head.addWidget(label(other.origin, "small"))
        layout.addLayout(head)
        if other.words:
            wording = link_label("text")
            wording.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            wording.setText(terms.quote(mark_changes(other.words, _AROUND)))
            layout.addWidget(wording)
        if other.comment:
            comment = label(other.comment, "soft", wrap=True)
            comment.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            layout.addWidget(comment)
        if other.entry_key is not None:
            layout.addLayout(self._tools())
        elif other.proposal is not None:
            layout.addWidget(label(self.tr("T to adopt this drafting"), "small"))
        if other.proposal is not None:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        said = "".join(text for change, text in other.words if change is not WordChange.DELETE)
        self.setAccessibleName(f"{', '.join(codes)}: {said or other.comment}")
        self.setAccessibleDescription(self.tr("T to adopt this drafting") if other.proposal is not None else "")

    def _tools(self) -> QHBoxLayout:
        """Return the buttons for a person's position entry."""
        take = flat_button(self.tr("Adopt"), self.tr("Adopt this drafting in our position"))
        remove = flat_button(self.tr("Remove"), self.tr("Remove this entry"))
        remove.setToolTip(self.tr("It will stay removed even if it is sent again"))
        take.clicked.connect(self.adopted)
        remove.clicked.connect(self.removed)
        tools = QHBoxLayout()
        tools.setSpacing(2)
        tools.addStretch(1)
        tools.addWidget(take)
        tools.addWidget(remove)
        return tools

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            set_property(self, "current", event.type() == QEvent.Type.FocusIn)
        return handle_escape(event, self.left.emit) or super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        takes = event.key() in _ENTER or key_bindings.is_pressed(event, "position_take_over")
        if self._other.proposal is not None and takes:
            self.adopted.emit()
        else:
            super().keyPressEvent(event)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._other.proposal is not None:
            self.adopted.emit()


_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PositionSide(StyledPane):
    """All three, one above the other; what is higher than the window is scrolled.

    Attributes:
        send: What would leave.
        noted: What we noted in the text.
        others: What others proposed.
    """

    def __init__(self, send: SendPane, noted: NotedBox, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Position details"))
        self.send = send
        self.noted = noted
        self.noted.setContentsMargins(16, 0, 16, 16)
        self.others = OthersBox()
        self.others.setContentsMargins(16, 0, 16, 16)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(send)
        column.addWidget(noted)
        column.addWidget(self.others)
        column.addStretch(1)
        area = QScrollArea()
        set_part(area, "canvas")
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)
        set_part(self, "canvas")
        noted.left.connect(self.others.left)
        noted.shown.connect(self._hand_on)
        self._hand_on()

    def _hand_on(self) -> None:
        """Hand the keys to what comes first, and let Tab come to our notes before the cards of others."""
        focus_ring.set_tab_order(self.send.export_button, self.noted.tab_stops())
        self.setFocusProxy(self.noted if self.noted.cards else self.others)
