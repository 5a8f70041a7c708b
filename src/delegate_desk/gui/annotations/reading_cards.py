"""Cards beside a paragraph that are read and not written in: our position, notes of other people and other versions."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from delegate_desk.core.annotations.annotation import Annotation, AnnotationStatus, Visibility
from delegate_desk.core.documents.document import Place
from delegate_desk.core.positions.position import PositionEntry
from delegate_desk.gui.annotations.annotation_fields import TagChips
from delegate_desk.gui.annotations.paragraph_context import (
    CarryOrigin,
    OwnPositionEntry,
    ParagraphContext,
    fill_origin,
    place_from_link,
)
from delegate_desk.gui.widgets import key_bindings, theme
from delegate_desk.gui.widgets.basic_widgets import (
    ReadingCard,
    clear_layout,
    flat_button,
    label,
    link_label,
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
    """The card under its head; a quiet line where there is no position."""

    open_requested = Signal(object)  # Place
    origin_requested = Signal(object)  # Place
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
        self.card.activated.connect(lambda: self.open_requested.emit(Place(own.document.id, place.address)))
        self.card.origin_requested.connect(self.origin_requested)
        self.card.left.connect(self.left)
        self._layout.addWidget(self.card)
        if had_keys:
            self.card.setFocus()


class OwnPositionCard(ReadingCard):
    """Stance, drafting, comment and internal texts of our position; Enter or a double click opens it."""

    origin_requested = Signal(object)  # Place

    def __init__(self, place: Place, own: OwnPositionEntry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        entry = own.entry
        heard = [self.tr("Our position")]
        if entry.stance is not None:
            name = terms.stance_label(entry.stance)
            stance = label(f"{terms.STANCE_SIGNS[entry.stance]} {name}", "facet", wrap=True)
            set_property(stance, "role", terms.STANCE_ROLES[entry.stance])
            self._column.addWidget(stance)
            heard.append(name)
        if entry.proposal is not None:
            self._add_text(positions.position_field_label("proposal"), "small")
            words = shorten_words(own.word_diff, _AROUND)
            self.drafting = DraftingLabel(words)
            self._column.addWidget(self.drafting)
            heard.append(accessible_text(words))
        for name, text in _filled_fields(entry, _FOR_CIRCULATION):
            self._add_text(positions.position_field_label(name), "small")
            self._add_text(text, "line", is_selectable=True)
            heard.append(text)
        internal = [
            text if name == "internal" else f"{positions.position_field_label(name)}: {text}"
            for name, text in _filled_fields(entry, _INTERNAL)
        ]
        if internal:
            self._add_text(self.tr("Internal – never exported for circulation"), "danger")
        for text in internal:
            self._add_text(text, "danger", is_selectable=True)
        heard += internal
        if own.document.id != place.document:
            version = terms.version_note(own.document)
            self._add_text(version, "small", is_selectable=True)
            heard.append(version)
        if own.origin is not None:
            self._add_origin(own.origin)
        open_button = flat_button(self.tr("Open Position"), self.tr("Open our position on this paragraph"))
        set_property(open_button, "tone", "out")
        key_bindings.set_key_tool_tip(open_button, "action_position", self.tr("Open our position on this paragraph"))
        open_button.clicked.connect(self.activated)
        self._column.addWidget(open_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.setAccessibleName(". ".join(heard))
        self.setAccessibleDescription(self.tr("Enter opens it"))

    def _add_origin(self, origin: CarryOrigin) -> None:
        shown = link_label("plain")
        fill_origin(shown, origin)
        theme.subscribe_to_theme(shown, lambda: fill_origin(shown, origin))
        shown.linkActivated.connect(lambda link: self.origin_requested.emit(place_from_link(link)))
        self._column.addWidget(shown)


def _filled_fields(entry: PositionEntry, names: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for name in names:
        value = getattr(entry, name)
        text = value if isinstance(value, str) else " / ".join(value)
        if text:
            yield name, text


def _kind_text(annotation: Annotation) -> str:
    return " · ".join(filter(None, (terms.kind_label(annotation.kind), annotation.holder)))


def _kind_sign(annotation: Annotation) -> QLabel:
    sign = QLabel()

    def draw() -> None:
        sign.setPixmap(theme.kind_icon(annotation.kind, 12).pixmap(QSize(12, 12)))

    theme.subscribe_to_theme(sign, draw)
    draw()
    return sign


class OtherVersionCard(ReadingCard):
    """An annotation on another version of the document."""

    open_requested = Signal(object)  # Annotation

    def __init__(self, annotation: Annotation, version: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.annotation = annotation
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its button has the focus
        set_property(self, "tone", "other")
        kind = _kind_text(annotation)
        if annotation.status is AnnotationStatus.DONE:
            kind = f"{kind} ✓"
        self.open_button = flat_button(version, f"{kind}, {version}")
        self.open_button.setToolTip(self.tr("Show in document"))
        self.open_button.clicked.connect(lambda: self.open_requested.emit(annotation))
        set_property(self.open_button, "tone", "out")
        self._add_row([_kind_sign(annotation), label(kind, "soft")], [self.open_button])
        self._add_text(annotation.quote.exact if annotation.quote else "", "quote")
        self._add_text(annotation.text, "soft", is_selectable=True)
        self.setAccessibleName(f"{kind}, {version}: {annotation.text}")


class ReceivedAnnotationCard(ReadingCard):
    """An annotation of another person."""

    replied = Signal()
    copied = Signal()
    removed = Signal()

    def __init__(self, annotation: Annotation, author: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.annotation, self.author = annotation, author
        set_property(self, "tone", "other")
        if annotation.reply_to:
            set_property(self, "reply", "true")
        kind = _kind_text(annotation)
        self.author_label = label(author, "chip")
        kind_label = label(f"↳ {kind}" if annotation.reply_to else kind, "soft")
        self._add_row([_kind_sign(annotation), kind_label], [self.author_label])
        self._add_text(annotation.quote.exact if annotation.quote else "", "quote")
        self._add_text(annotation.text, "plain", is_selectable=True)
        self._add_text(" · ".join(self._marks()), "small")
        if annotation.tags:
            chips = TagChips()
            chips.set_tags(annotation.tags)
            self._column.addWidget(chips)
        self.reply_button = flat_button(self.tr("Reply"), self.tr("Reply to the annotation"))
        key_bindings.set_key_tool_tip(self.reply_button, "annotation_reply", self.tr("Reply to the annotation"))
        self.copy_button = flat_button(self.tr("Copy to Our Notes"), self.tr("Create a copy as our own note"))
        self.remove_button = flat_button(self.tr("Remove"), self.tr("Remove this annotation"))
        self.remove_button.setToolTip(self.tr("It will stay removed even if it is sent again"))
        self._add_row([], [self.reply_button, self.copy_button, self.remove_button], spacing=2)
        self.reply_button.clicked.connect(self.replied)
        self.copy_button.clicked.connect(self.copied)
        self.remove_button.clicked.connect(self.removed)
        name = self.tr("{kind} by {author}: {text}")
        self.setAccessibleName(name.format(kind=kind, author=author, text=annotation.text))

    def _marks(self) -> Iterator[str]:
        if self.annotation.status is AnnotationStatus.DONE:
            yield self.tr("✓ done")
        if self.annotation.visibility is Visibility.INTERNAL:
            yield self.tr("⌂ internal")
        if self.annotation.due is not None:
            yield self.tr("due {when}").format(when=terms.format_timestamp(self.annotation.due))

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            is_reply = key_bindings.is_pressed(event, "annotation_reply")
            if is_reply or event.key() == Qt.Key.Key_Delete:
                (self.replied if is_reply else self.removed).emit()
                event.accept()
                return True
        return super().event(event)
