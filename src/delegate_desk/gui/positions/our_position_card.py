"""Beside a paragraph: our position on it, in a card that leads to where it is written."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from delegate_desk.core.documents.document import Place
from delegate_desk.core.positions.position import PositionEntry
from delegate_desk.gui.annotations import context_lines
from delegate_desk.gui.annotations.paragraph_annotations import OwnPositionEntry, ParagraphContext
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


class OwnPositionBox(QWidget):
    """The card under its head; a quiet line where there is no position.

    Signals:
        open_requested: The position is to be opened at a paragraph, with its ``Place``.
        origin_requested: Where it was carried from is to be shown, with the ``Place``.
        left: Esc was pressed in it.
    """

    open_requested = Signal(object)
    origin_requested = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entry: OwnPositionEntry | None = None
        self._place: Place | None = None
        self.card: OwnPositionCard | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)
        self.hide()

    def show_context(self, context: ParagraphContext | None) -> None:
        """Show our position on a paragraph; nothing without one."""
        place, own = (context.place, context.own_entry) if context else (None, None)
        if (place, own) != (self._place, self._entry):
            self._place, self._entry = place, own
            self._fill()

    def _fill(self) -> None:
        had_keys = self.card is not None and self.card.hasFocus()
        clear_layout(self._layout)
        self.card = None
        place, own = self._place, self._entry
        self.setVisible(place is not None)
        if place is None:
            return
        row = QWidget()
        head = QHBoxLayout(row)
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(label(self.tr("Our position"), "head"))
        head.addStretch(1)
        self._layout.addWidget(row)
        if own is None:
            none = key_bindings.fill_in_keys(
                self.tr("None yet: {key} drafts one."), self.tr("None yet."), key="action_position"
            )
            self._layout.addWidget(label(none, "nothing", wrap=True))
            return
        head.addWidget(label(positions.position_status_label(own.position), "chip"))
        self.card = OwnPositionCard(place, own)
        self.card.open_requested.connect(lambda: self.open_requested.emit(Place(own.document.id, place.address)))
        self.card.origin_requested.connect(self.origin_requested)
        self.card.left.connect(self.left)
        self._layout.addWidget(self.card)
        if had_keys:
            self.card.setFocus()


class OwnPositionCard(QFrame):
    """Stance, drafting, comment and what is internal; Enter or a double click opens the position.

    Signals:
        open_requested: The position is to be opened.
        origin_requested: Where it was carried from is to be shown, with the ``Place``.
        left: Esc was pressed in it.
    """

    open_requested = Signal()
    origin_requested = Signal(object)
    left = Signal()

    def __init__(self, place: Place, own: OwnPositionEntry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_part(self, "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(12, 8, 12, 8)
        self._layout.setSpacing(4)
        self._spoken_texts: list[str] = []
        self._show_stance(own.entry)
        if own.entry.proposal is not None:
            self._add_field_label("proposal", "small")
            words = shorten_words(own.word_diff, _AROUND)
            self.drafting = DraftingLabel(words)
            self._layout.addWidget(self.drafting)
            self._spoken_texts.append(accessible_text(words))
        for name, said in _filled_fields(own.entry, _FOR_CIRCULATION):
            self._add_field_label(name, "small")
            self._add_text(said, "line")
        internal = list(_filled_fields(own.entry, _INTERNAL))
        if internal:
            self._layout.addWidget(label(self.tr("Internal – never exported for circulation"), "danger", wrap=True))
        for name, said in internal:
            self._add_text(said if name == "internal" else f"{positions.position_field_label(name)}: {said}", "danger")
        if own.document.id != place.document:
            self._add_text(terms.version_note(own.document), "small")
        if own.origin is not None:
            self._show_origin(own)
        open_button = flat_button(self.tr("Open Position"), self.tr("Open our position on this paragraph"))
        set_property(open_button, "tone", "out")
        key_bindings.set_key_tool_tip(open_button, "action_position", self.tr("Open our position on this paragraph"))
        open_button.clicked.connect(self.open_requested)
        self._layout.addWidget(open_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.setAccessibleName(". ".join([self.tr("Our position"), *self._spoken_texts]))
        self.setAccessibleDescription(self.tr("Enter opens it"))

    def _show_stance(self, item: PositionEntry) -> None:
        if item.stance is not None:
            stance = label(f"{terms.STANCE_SIGNS[item.stance]} {terms.stance_label(item.stance)}", "facet", wrap=True)
            set_property(stance, "role", terms.STANCE_ROLES[item.stance])
            self._layout.addWidget(stance)
            self._spoken_texts.append(terms.stance_label(item.stance))

    def _show_origin(self, own: OwnPositionEntry) -> None:
        assert own.origin is not None  # whoever asks has looked
        origin, carried = link_label("plain"), own.origin
        theme.subscribe_to_theme(origin, lambda: origin.setText(context_lines.origin_link(carried)))
        origin.setText(context_lines.origin_link(carried))
        origin.setAccessibleName(context_lines.origin_text(carried))
        origin.linkActivated.connect(lambda link: self.origin_requested.emit(context_lines.place_from_link(link)))
        self._layout.addWidget(origin)

    def _add_field_label(self, field: str, look: str) -> None:
        self._layout.addWidget(label(positions.position_field_label(field), look))

    def _add_text(self, said: str, look: str) -> None:
        words = label(said, look, wrap=True)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._layout.addWidget(words)
        self._spoken_texts.append(said)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            set_property(self, "current", event.type() == QEvent.Type.FocusIn)
        return handle_escape(event, self.left.emit) or super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_requested.emit()
        else:
            super().keyPressEvent(event)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.open_requested.emit()


def _filled_fields(item: PositionEntry, fields: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """The fields of an item in which something is written."""
    for name in fields:
        value = getattr(item, name)
        said = value if isinstance(value, str) else " / ".join(value)
        if said:
            yield name, said
