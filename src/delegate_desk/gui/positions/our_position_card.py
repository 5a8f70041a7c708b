"""Beside a paragraph: our position on it, in a card that leads to where it is written."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from delegate_desk.core.documents.document import Place
from delegate_desk.core.positions.position import PositionEntry
from delegate_desk.gui.annotations import context_lines
from delegate_desk.gui.annotations.paragraph_annotations import OurLine, ParagraphContext
from delegate_desk.gui.widgets import key_bindings, theme
from delegate_desk.gui.widgets.basic_widgets import (
    clear_layout,
    flat_button,
    handle_escape,
    label,
    link_label,
    set_part,
    set_property,
)
from delegate_desk.gui.widgets.labels import positions, terms
from delegate_desk.gui.widgets.rows.change_list_model import shorten_words
from delegate_desk.gui.widgets.text.our_marks import DraftingLabel, accessible_text

_AROUND = 8
"""How many words of what did not change are shown beside a change."""
_FOR_CIRCULATION = ("comment", "justification")
_INTERNAL = ("internal", "red_line", "fallbacks", "instruction")


class OurPosition(QWidget):
    """The card under its head; a quiet line where there is no position.

    Signals:
        asked: The position is to be opened at a paragraph, with its ``Place``.
        origin_asked: Where it was carried from is to be shown, with the ``Place``.
        left: Esc was pressed in it.
    """

    asked = Signal(object)
    origin_asked = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: OurLine | None = None
        self._place: Place | None = None
        self.card: OurCard | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)
        self.hide()

    def show_context(self, context: ParagraphContext | None) -> None:
        """Show our position on a paragraph; nothing without one."""
        place, ours = (context.place, context.ours) if context else (None, None)
        if (place, ours) != (self._place, self._shown):
            self._place, self._shown = place, ours
            self._fill()

    def _fill(self) -> None:
        had_keys = self.card is not None and self.card.hasFocus()
        clear_layout(self._layout)
        self.card = None
        place, ours = self._place, self._shown
        self.setVisible(place is not None)
        if place is None:
            return
        row = QWidget()
        head = QHBoxLayout(row)
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(label(self.tr("Our position"), "head"))
        head.addStretch(1)
        self._layout.addWidget(row)
        if ours is None:
            none = key_bindings.fill_in_keys(
                self.tr("None yet: {key} drafts one."), self.tr("None yet."), key="action_position"
            )
            self._layout.addWidget(label(none, "nothing", wrap=True))
            return
        head.addWidget(label(positions.position_status_label(ours.position), "chip"))
        self.card = OurCard(place, ours)
        self.card.asked.connect(lambda: self.asked.emit(Place(ours.on.id, place.address)))
        self.card.origin_asked.connect(self.origin_asked)
        self.card.left.connect(self.left)
        self._layout.addWidget(self.card)
        if had_keys:
            self.card.setFocus()


class OurCard(QFrame):
    """Stance, drafting, comment and what is internal; Enter or a double click opens the position.

    Signals:
        asked: The position is to be opened.
        origin_asked: Where it was carried from is to be shown, with the ``Place``.
        left: Esc was pressed in it.
    """

    asked = Signal()
    origin_asked = Signal(object)
    left = Signal()

    def __init__(self, place: Place, ours: OurLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_part(self, "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(12, 8, 12, 8)
        self._layout.setSpacing(4)
        self._said: list[str] = []
        self._show_stance(ours.item)
        if ours.item.proposal is not None:
            self._name("proposal", "small")
            words = shorten_words(ours.words, _AROUND)
            self.drafting = DraftingLabel(words)
            self._layout.addWidget(self.drafting)
            self._said.append(accessible_text(words))
        for name, said in _texts(ours.item, _FOR_CIRCULATION):
            self._name(name, "small")
            self._put(said, "line")
        internal = list(_texts(ours.item, _INTERNAL))
        if internal:
            self._layout.addWidget(label(self.tr("Internal – never exported for circulation"), "danger", wrap=True))
        for name, said in internal:
            self._put(said if name == "internal" else f"{positions.position_field_label(name)}: {said}", "danger")
        if ours.on.id != place.document:
            self._put(terms.version_note(ours.on), "small")
        if ours.origin is not None:
            self._show_origin(ours)
        open_button = flat_button(self.tr("Open Position"), self.tr("Open our position on this paragraph"))
        set_property(open_button, "tone", "out")
        key_bindings.set_key_tool_tip(open_button, "action_position", self.tr("Open our position on this paragraph"))
        open_button.clicked.connect(self.asked)
        self._layout.addWidget(open_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.setAccessibleName(". ".join([self.tr("Our position"), *self._said]))
        self.setAccessibleDescription(self.tr("Enter opens it"))

    def _show_stance(self, item: PositionEntry) -> None:
        if item.stance is not None:
            stance = label(f"{terms.STANCE_SIGNS[item.stance]} {terms.stance_label(item.stance)}", "facet", wrap=True)
            set_property(stance, "role", terms.STANCE_ROLES[item.stance])
            self._layout.addWidget(stance)
            self._said.append(terms.stance_label(item.stance))

    def _show_origin(self, ours: OurLine) -> None:
        assert ours.origin is not None  # whoever asks has looked
        origin, told = link_label("plain"), ours.origin
        theme.subscribe_to_theme(origin, lambda: origin.setText(context_lines.origin_link(told)))
        origin.setText(context_lines.origin_link(told))
        origin.setAccessibleName(context_lines.origin_text(told))
        origin.linkActivated.connect(lambda link: self.origin_asked.emit(context_lines.place_from_link(link)))
        self._layout.addWidget(origin)

    def _name(self, field: str, look: str) -> None:
        self._layout.addWidget(label(positions.position_field_label(field), look))

    def _put(self, said: str, look: str) -> None:
        words = label(said, look, wrap=True)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._layout.addWidget(words)
        self._said.append(said)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            set_property(self, "current", event.type() == QEvent.Type.FocusIn)
        return handle_escape(event, self.left.emit) or super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.asked.emit()
        else:
            super().keyPressEvent(event)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.asked.emit()


def _texts(item: PositionEntry, fields: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """The fields of an item in which something is written."""
    for name in fields:
        value = getattr(item, name)
        said = value if isinstance(value, str) else " / ".join(value)
        if said:
            yield name, said
