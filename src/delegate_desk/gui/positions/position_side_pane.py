"""The right column of a position: what would leave, and what we noted and others proposed on the provision at hand."""

from collections.abc import Mapping, Sequence
from html import escape

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from delegate_desk.core.documents.document import Address
from delegate_desk.core.word_diff import WordChange
from delegate_desk.gui.export.export_pane import ExportPane
from delegate_desk.gui.positions.position_notes import OwnNotesBox
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

_CONTEXT = 60
"""How many characters of what did not change stand around a change."""


class OtherProposalsBox(QWidget):
    """A card for each.

    Signals:
        wording_adopted: A wording is to be adopted, with the ``OtherProposal``.
        removed: A person's line is to be removed, with its ``Key``.
        place_requested: A provision on which people sent lines is to be drafted on, with its address.
        left: Esc was pressed in it.
    """

    wording_adopted = Signal(object)
    removed = Signal(object)
    place_requested = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = ""
        self._proposals: Sequence[OtherProposal] = ()
        self._other_places: Mapping[Address, str] = {}
        self.cards: list[OtherProposalCard] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)
        theme.subscribe_to_theme(self, self._show)

    def show_proposals(self, place: str, others: Sequence[OtherProposal], elsewhere: Mapping[Address, str]) -> None:
        """Show what others say of a place, empty for none at hand, and where else people sent lines."""
        if (place, others, elsewhere) != (self._place, self._proposals, self._other_places):
            self._place, self._proposals, self._other_places = place, others, elsewhere
            self._show()

    def first_with_drafting(self) -> OtherProposal | None:
        """Return the first item that proposes a wording, for the key that takes it over."""
        return next((other for other in self._proposals if other.proposal is not None), None)

    def _show(self) -> None:
        clear_layout(self._layout)
        self.cards = []
        self.setVisible(bool(self._place or self._other_places))
        if self._place:
            self._layout.addWidget(
                label(self.tr("Other delegations on {place}").format(place=self._place), "head", wrap=True)
            )
        if self._place and not self._proposals:
            self._layout.addWidget(label(self.tr("No comments from other delegations."), "nothing", wrap=True))
        for other in self._proposals:
            card = OtherProposalCard(other)
            card.adopted.connect(lambda other=other: self.wording_adopted.emit(other))
            card.removed.connect(lambda other=other: self.removed.emit(other.entry_key))
            card.left.connect(self.left)
            self._layout.addWidget(card)
            self.cards.append(card)
        if self._other_places:
            self._layout.addWidget(label(self.tr("Provisions on which only others have comments"), "head", wrap=True))
            links = link_label("plain")
            places = self._other_places.items()
            links.setText(" · ".join(f'<a href="{escape(address)}">{escape(place)}</a>' for address, place in places))
            links.linkActivated.connect(self.place_requested)
            self._layout.addWidget(links)
        if self.cards:
            self.setFocusProxy(self.cards[0])


class OtherProposalCard(QFrame):
    """Proposal of one delegation, or of several together; T takes it over.

    Signals:
        adopted: Its wording is to be adopted.
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
            wording.setText(terms.quote(mark_changes(other.words, _CONTEXT)))
            layout.addWidget(wording)
        if other.comment:
            comment = label(other.comment, "soft", wrap=True)
            comment.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            layout.addWidget(comment)
        if other.entry_key is not None:
            layout.addLayout(self._buttons())
        elif other.proposal is not None:
            layout.addWidget(label(self.tr("T to adopt this drafting"), "small"))
        if other.proposal is not None:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        said = "".join(text for change, text in other.words if change is not WordChange.DELETE)
        self.setAccessibleName(f"{', '.join(codes)}: {said or other.comment}")
        self.setAccessibleDescription(self.tr("T to adopt this drafting") if other.proposal is not None else "")

    def _buttons(self) -> QHBoxLayout:
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


class PositionSidePane(StyledPane):
    """All three, one above the other; what is higher than the window is scrolled.

    Attributes:
        export_pane: The export as it would be now.
        own_notes: Our notes in the text.
        other_proposals: Proposals of others.
    """

    def __init__(self, send: ExportPane, noted: OwnNotesBox, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Position details"))
        self.export_pane = send
        self.own_notes = noted
        self.own_notes.setContentsMargins(16, 0, 16, 16)
        self.other_proposals = OtherProposalsBox()
        self.other_proposals.setContentsMargins(16, 0, 16, 16)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(send)
        column.addWidget(noted)
        column.addWidget(self.other_proposals)
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
        noted.left.connect(self.other_proposals.left)
        noted.shown.connect(self._update_focus_order)
        self._update_focus_order()

    def _update_focus_order(self) -> None:
        """Hand the keys to what comes first, and let Tab come to our notes before the cards of others."""
        focus_ring.set_tab_order(self.export_pane.export_button, self.own_notes.tab_stops())
        self.setFocusProxy(self.own_notes if self.own_notes.cards else self.other_proposals)
