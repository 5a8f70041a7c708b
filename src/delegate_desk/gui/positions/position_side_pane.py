"""The right column of a position: our notes on the current provision, and the proposals of others."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from html import escape

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from typing_extensions import override

from delegate_desk.core.annotations.annotation import Annotation, AnnotationStatus
from delegate_desk.core.changes import Changes
from delegate_desk.core.documents.document import Address, DocumentId
from delegate_desk.core.positions.position import Stance
from delegate_desk.desk import Desk
from delegate_desk.gui.paragraphs.others_section import OtherProposalCard
from delegate_desk.gui.positions.position_model import OtherProposal
from delegate_desk.gui.positions.provision_list import ProvisionCard
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets import theme
from delegate_desk.gui.widgets.basic_widgets import (
    ReadingCard,
    StyledPane,
    clear_layout,
    column_layout,
    flat_button,
    label,
    link_label,
    scroll_area,
    set_part,
    set_property,
    while_alive,
)
from delegate_desk.gui.widgets.labels import terms

AnnotationsByAddress = Mapping[Address, Sequence[Annotation]]


def load_own_annotations(desk: Desk, document: DocumentId) -> AnnotationsByAddress:
    """Our own annotations on a document, each unit's in reading order, without the answers to them."""
    found: dict[Address, list[Annotation]] = {}
    for annotation in desk.annotations.own_for_document(document):
        if annotation.reply_to is None:
            found.setdefault(annotation.place.address, []).append(annotation)
    return found


def stance_for_annotation(annotation: Annotation) -> Stance | None:
    """The stance that an annotation means; None for one that means none, that is done, or that another holds."""
    if annotation.status is AnnotationStatus.DONE or annotation.holder:
        return None
    return Stance(annotation.kind) if annotation.kind.value in list(Stance) else None  # their values are the same


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
        self._layout = column_layout(within=self, margins=0, spacing=8)
        self.hide()
        theme.subscribe_to_theme(self, self._show)
        tasks.changed.connect(self._on_changed)
        self._load()

    def show_on(self, provision: ProvisionCard | None) -> None:
        self._provision = provision
        self._refresh()

    def tab_stops(self) -> list[QWidget]:
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
            text = self.tr("Notes on {place}").format(place=provision.mark_label.text())
            self._layout.addWidget(label(text, "head", wrap=True))
            offered = {provision.item.stance} if provision.item.stance else set()
            for annotation in here:
                stance = None if provision.item.stance else stance_for_annotation(annotation)
                card = OwnNoteCard(annotation, None if stance in offered else stance)
                offered |= {stance} if stance else set()
                card.activated.connect(lambda value=annotation: self.annotation_requested.emit(value))
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


class OwnNoteCard(ReadingCard):
    stance_adopted = Signal()

    def __init__(self, annotation: Annotation, stance: Stance | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(self.tr("Show in document"))
        self.stance_button: QPushButton | None = None
        sign = QLabel(pixmap=theme.kind_icon(annotation.kind, 12).pixmap(QSize(12, 12)))
        done = self.tr("done") if annotation.status is AnnotationStatus.DONE else ""
        kind = " · ".join(filter(None, (terms.kind_label(annotation.kind), annotation.holder, done)))
        quote = annotation.quote.exact if annotation.quote else ""
        self._add_row([sign, label(kind, "soft")])
        self._add_text(quote, "quote")
        self._add_text(annotation.text, "soft")
        self._add_text(" · ".join(annotation.tags), "small")
        if stance is not None:
            self._add_stance_button(terms.stance_label(stance))
        self.setAccessibleName(", ".join(filter(None, (kind, quote, annotation.text, *annotation.tags))))
        self.setAccessibleDescription(self.tr("Press Enter to show it in the document"))

    def _add_stance_button(self, stance: str) -> None:
        button = self.stance_button = flat_button(
            self.tr("{stance} (from note)").format(stance=stance),
            self.tr("Use the stance “{stance}” from the note").format(stance=stance),
        )
        button.setToolTip(self.tr("Set as our stance on the provision"))
        set_property(button, "tone", "out")
        button.clicked.connect(self.stance_adopted)
        self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.activated.emit()

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A click opens it already."""


_CONTEXT = 60
"""Unchanged characters shown around a change."""
_CHIPS = 6


class OtherProposalsBox(QWidget):
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
        self._layout = column_layout(within=self, margins=0, spacing=8)
        theme.subscribe_to_theme(self, self._show)

    def show_proposals(self, place: str, others: Sequence[OtherProposal], elsewhere: Mapping[Address, str]) -> None:
        if (place, others, elsewhere) != (self._place, self._proposals, self._other_places):
            self._place, self._proposals, self._other_places = place, others, elsewhere
            self._show()

    def first_with_drafting(self) -> OtherProposal | None:
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


class PositionSidePane(StyledPane):
    def __init__(self, noted: OwnNotesBox, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Position details"))
        self.own_notes = noted
        self.own_notes.setContentsMargins(16, 0, 16, 16)
        self.other_proposals = OtherProposalsBox()
        self.other_proposals.setContentsMargins(16, 0, 16, 16)
        inside = QWidget()
        column_layout(noted, self.other_proposals, None, within=inside, margins=0, spacing=0)
        column_layout(scroll_area(inside), within=self, margins=0)
        set_part(self, "canvas")
        noted.left.connect(self.other_proposals.left)
        noted.shown.connect(self._update_focus)
        self._update_focus()

    def _update_focus(self) -> None:
        self.setFocusProxy(self.own_notes if self.own_notes.cards else self.other_proposals)
