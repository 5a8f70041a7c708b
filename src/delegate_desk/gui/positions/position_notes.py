"""Beside a position: what we noted on the provision at hand in the text."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from delegate_desk.core.annotations.annotation import Annotation, AnnotationKind, AnnotationStatus
from delegate_desk.core.changes import Changes
from delegate_desk.core.documents.document import Address, DocumentId
from delegate_desk.core.positions.position import Stance
from delegate_desk.desk import Desk
from delegate_desk.gui.positions.provision_card import ProvisionCard
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets import theme
from delegate_desk.gui.widgets.basic_widgets import (
    clear_layout,
    flat_button,
    handle_escape,
    label,
    set_part,
    set_property,
    while_alive,
)
from delegate_desk.gui.widgets.labels import terms

_STANCES = {
    AnnotationKind.QUESTION: Stance.QUESTION,
    AnnotationKind.RED_LINE: Stance.RED_LINE,
    AnnotationKind.SCRUTINY_RESERVATION: Stance.SCRUTINY_RESERVATION,
    AnnotationKind.PARLIAMENTARY_RESERVATION: Stance.PARLIAMENTARY_RESERVATION,
    AnnotationKind.LINGUISTIC_RESERVATION: Stance.LINGUISTIC_RESERVATION,
    AnnotationKind.RESERVATION: Stance.RESERVATION,
    AnnotationKind.SUPPORT: Stance.SUPPORT,
}

AnnotationsByAddress = Mapping[Address, Sequence[Annotation]]


def load_own_annotations(desk: Desk, document: DocumentId) -> AnnotationsByAddress:
    """Our own annotations on a document, each unit's in reading order, without the answers to them."""
    found: dict[Address, list[Annotation]] = {}
    for one in desk.annotations.own_for_document(document):
        if one.reply_to is None:
            found.setdefault(one.place.address, []).append(one)
    return found


def stance_for_annotation(annotation: Annotation) -> Stance | None:
    """The stance that an annotation means; None for one that means none, that is done, or that another holds."""
    if annotation.status is AnnotationStatus.DONE or annotation.holder:
        return None
    return _STANCES.get(annotation.kind)


class OwnNotesBox(QWidget):
    """A card for each of our annotations; the stance it means can be taken over where the provision has none.

    Signals:
        annotation_requested: An annotation is to be shown at its place, with the ``Annotation``.
        left: Esc was pressed in it.
        shown: It shows the annotations on another provision, or other content on the same.
    """

    annotation_requested = Signal(object)
    left = Signal()
    shown = Signal()

    def __init__(self, desk: Desk, tasks: Tasks, document: DocumentId, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._document = document
        self._annotations: AnnotationsByAddress = {}
        self._provision: ProvisionCard | None = None
        self._shown_content: tuple[object, ...] = ()
        self.cards: list[OwnNoteCard] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)
        self.hide()
        theme.subscribe_to_theme(self, self._show)
        tasks.changed.connect(self._on_changed)
        self._load()

    def show_on(self, provision: ProvisionCard | None) -> None:
        """Show what we noted on a provision; nothing where none is at hand."""
        self._provision = provision
        self._refresh()

    def tab_stops(self) -> list[QWidget]:
        """Return its tab stops, in order."""
        return [stop for card in self.cards for stop in (card, card.stance_button) if stop is not None]

    def _load(self) -> None:
        self._tasks.read(lambda: load_own_annotations(self._desk, self._document), while_alive(self, self._on_loaded))

    def _on_loaded(self, noted: AnnotationsByAddress) -> None:
        self._annotations = noted
        self._refresh()

    def _on_changed(self, changes: Changes) -> None:
        if any(place.document == self._document for place in changes.annotations):
            self._load()

    def _refresh(self) -> None:
        """Show it anew where it says something else than what is on the screen: the keys may be in it."""
        provision = self._provision
        on = (provision.mark_label.text(), provision.item.stance, self._annotations_on(provision)) if provision else ()
        if on != self._shown_content:
            self._shown_content = on
            self._show()

    def _annotations_on(self, provision: ProvisionCard) -> tuple[Annotation, ...]:
        return tuple(self._annotations.get(provision.item.address, ()))

    def _show(self) -> None:
        clear_layout(self._layout)
        self.cards = []
        provision = self._provision
        here = self._annotations_on(provision) if provision else ()
        self.setVisible(bool(here))
        if provision and here:
            said = self.tr("Notes on {place}").format(place=provision.mark_label.text())
            self._layout.addWidget(label(said, "head", wrap=True))
            offered = {provision.item.stance} if provision.item.stance else set()
            for one in here:
                stance = None if provision.item.stance else stance_for_annotation(one)
                card = OwnNoteCard(one, None if stance in offered else stance)
                offered |= {stance} if stance else set()
                card.open_requested.connect(lambda one=one: self.annotation_requested.emit(one))
                card.stance_adopted.connect(lambda stance=stance: self._adopt_stance(stance))
                card.left.connect(self.left)
                self._layout.addWidget(card)
                self.cards.append(card)
            self.setFocusProxy(self.cards[0])
        self.shown.emit()

    def _adopt_stance(self, stance: Stance) -> None:
        provision = self._provision
        if provision is not None:
            provision.flush()
            provision.change(replace(provision.item, stance=stance))
            provision.focus_wording()
            self._refresh()


class OwnNoteCard(QFrame):
    """An annotation of ours, to be read; Enter or a click opens it at its place.

    Signals:
        open_requested: It is to be shown at its place.
        stance_adopted: The stance that it means is to be ours.
        left: Esc was pressed in it.
    """

    open_requested = Signal()
    stance_adopted = Signal()
    left = Signal()

    def __init__(self, annotation: Annotation, stance: Stance | None, parent: QWidget | None = None) -> None:
        """Show an annotation, and the stance to offer."""
        super().__init__(parent)
        set_part(self, "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(self.tr("Show in document"))
        self.stance_button: QPushButton | None = None
        sign = QLabel()
        sign.setPixmap(theme.kind_icon(annotation.kind, 12).pixmap(QSize(12, 12)))
        told = [terms.kind_label(annotation.kind), annotation.holder]
        told += [self.tr("done")] if annotation.status is AnnotationStatus.DONE else []
        kind = " · ".join(filter(None, told))
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(sign)
        head.addWidget(label(kind, "soft"))
        head.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(4)
        layout.addLayout(head)
        if annotation.quote is not None:
            layout.addWidget(label(annotation.quote.exact, "quote", wrap=True))
        if annotation.text:
            layout.addWidget(label(annotation.text, "soft", wrap=True))
        if annotation.tags:
            layout.addWidget(label(" · ".join(annotation.tags), "small", wrap=True))
        if stance is not None:
            layout.addWidget(self._add_stance_button(stance), 0, Qt.AlignmentFlag.AlignLeft)
        quote = annotation.quote.exact if annotation.quote else ""
        self.setAccessibleName(", ".join(filter(None, (kind, quote, annotation.text, *annotation.tags))))
        self.setAccessibleDescription(self.tr("Press Enter to show it in the document"))

    def _add_stance_button(self, stance: Stance) -> QPushButton:
        said = terms.stance_label(stance)
        button = self.stance_button = flat_button(
            self.tr("{stance} (from note)").format(stance=said),
            self.tr("Use the stance “{stance}” from the note").format(stance=said),
        )
        button.setToolTip(self.tr("Set as our stance on the provision"))
        set_property(button, "tone", "out")
        button.clicked.connect(self.stance_adopted)
        return button

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
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.open_requested.emit()
