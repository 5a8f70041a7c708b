"""The right column: the context of the current paragraph, first of all its annotations, written in place."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QApplication, QToolTip, QWidget
from typing_extensions import override

from delegate_desk.core.annotations.annotation import Annotation, AnnotationId, AnnotationKind
from delegate_desk.core.changes import Changes
from delegate_desk.core.documents.document import Place
from delegate_desk.desk import Desk
from delegate_desk.gui.annotations.annotation_cards import (
    NEEDS_WORDS,
    AnnotationCard,
    OtherVersionCard,
    OwnPositionBox,
    ReceivedAnnotationCard,
)
from delegate_desk.gui.annotations.paragraph_context import (
    ParagraphContext,
    fill_card,
    footnote_lines,
    intervention_lines,
    load_context,
    reference_lines,
    version_lines,
    with_changed_annotations,
)
from delegate_desk.gui.forms.ui_annotations import Ui_Annotations
from delegate_desk.gui.tasks import Job, Tasks
from delegate_desk.gui.widgets import theme
from delegate_desk.gui.widgets.basic_widgets import StyledPane, clear_layout, set_part, while_alive
from delegate_desk.gui.widgets.jobs import LatestOnly
from delegate_desk.gui.widgets.labels import key_hints, terms

Card = AnnotationCard | ReceivedAnnotationCard


def threaded(cards: Mapping[AnnotationId, Card]) -> list[Card]:
    """Cards with the oldest first, each with what answers it."""
    answers: dict[AnnotationId | None, list[Card]] = {}
    for card in sorted(cards.values(), key=lambda value: value.annotation.created):
        to = card.annotation.reply_to
        answers.setdefault(to if to in cards else None, []).append(card)
    ordered: list[Card] = []
    waiting = answers.pop(None, [])[::-1]
    while waiting:
        card = waiting.pop()
        ordered.append(card)
        waiting += answers.pop(card.annotation.id, [])[::-1]
    return ordered


class AnnotationsView(StyledPane):
    opened = Signal(object)  # Place
    annotation_requested = Signal(object)  # Annotation
    left = Signal()
    shown = Signal(object)  # Place

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self.place: Place | None = None
        self._context: ParagraphContext | None = None
        self._cached_context: ParagraphContext | None = None
        self._is_named = False
        self._loader = LatestOnly(tasks, self)
        self._pending_annotation: AnnotationId | None = None
        self._cards: dict[AnnotationId, AnnotationCard] = {}
        self.received_cards: dict[AnnotationId, ReceivedAnnotationCard] = {}
        self.other_version_cards: list[OtherVersionCard] = []
        self._suggestions_job: Job | None = None
        self.ui = Ui_Annotations()
        self.ui.setupUi(self)
        set_part(self, "canvas")
        self.own_position = OwnPositionBox()
        self.own_position.origin_requested.connect(self.opened)
        self.own_position.left.connect(self.left)
        self.ui.context_layout.insertWidget(1, self.own_position)
        tasks.changed.connect(self._on_changed)
        tasks.flush_requested.connect(self.flush)
        theme.changed.connect(self._show_context)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)
        self._show_context()

    @property
    def cards(self) -> list[AnnotationCard]:
        return list(self._cards.values())

    def show_place(self, place: Place | None, *, named: bool = False) -> None:
        self._is_named = named
        if place == self.place:
            return
        for card in self.cards:
            self._close_card(card)
        clear_layout(self.ui.cards_layout)
        self._cards.clear()
        self.received_cards.clear()
        self.other_version_cards.clear()
        self.place, self._context = place, None
        self._load()

    def start_annotation(self, kind: AnnotationKind, place: Place, span: tuple[int, int] | None = None) -> None:
        self.show_place(place)
        annotation = self._desk.annotations.new(place, kind, span=span)
        card = self._start_card(annotation)
        if kind not in NEEDS_WORDS:
            self._save(card, annotation, typed=False)

    def reply(self, card: Card) -> None:
        if isinstance(card, ReceivedAnnotationCard):
            self._start_card(self._desk.annotations.reply(card.annotation))
        elif card.is_saved:
            card.flush()
            self._start_card(self._desk.annotations.reply(card.annotation))

    def _start_card(self, annotation: Annotation) -> AnnotationCard:
        card = self._add_card(annotation, new=True)
        self._arrange()
        self.ui.empty_label.hide()
        card.focus_text()
        QTimer.singleShot(0, card, lambda: self.ui.context_area.ensureWidgetVisible(card))
        return card

    def edit(self, key: AnnotationId) -> None:
        """Put the caret into an annotation of the paragraph shown, as soon as it is there."""
        if key in self._cards:
            self._cards[key].focus_text()
        elif key in self.received_cards:
            self.received_cards[key].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._pending_annotation = key

    def flush(self) -> None:
        for card in self.cards:
            card.flush()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self.flush()
        super().hideEvent(event)

    def _load(self, places: frozenset[Place] | None = None) -> None:
        """Load the context of the paragraph, or only the annotations that changed at some places."""
        place, context, cached = self.place, self._context, self._cached_context
        if place is None:
            self._loader.cancel()
            self._show_context()
            return
        if self._loader.is_busy:
            places = None  # the result of that load is dropped
        language = self.tr("en", "the code of the language that the window speaks: en, el or fr")
        counts = {key: card.saving.count for key, card in self._cards.items()}

        def load(_: Callable[[], bool]) -> ParagraphContext:
            if places is not None and context is not None:
                return with_changed_annotations(self._desk, context, places)
            return load_context(self._desk, place, language, cached)

        self._loader.run(load, lambda loaded: self._show(loaded, counts))

    def _show(self, context: ParagraphContext, counts: Mapping[AnnotationId, int]) -> None:
        self._context = self._cached_context = context
        ours = [annotation for annotation in context.annotations if not annotation.author]
        stored = {annotation.id: annotation for annotation in ours}
        for key, card in list(self._cards.items()):
            if key not in stored and card.is_saved and self._is_unedited_since(card, counts):
                self._drop(card)
        for annotation in ours:
            if annotation.id not in self._cards:
                self._add_card(annotation)
            elif self._is_unedited_since(self._cards[annotation.id], counts):
                self._cards[annotation.id].show_annotation(annotation)
            self._cards[annotation.id].show_origin(context.origins.get(annotation.id))
        for card in self.cards:
            card.tags_edit.set_suggestions(context.tags)
        self._show_received(context)
        self._show_other_versions(context)
        self._arrange()
        self._show_context()
        if self._pending_annotation is not None and (
            self._pending_annotation in self._cards or self._pending_annotation in self.received_cards
        ):
            self.edit(self._pending_annotation)
        self._pending_annotation = None
        self.shown.emit(context.place)

    def _is_unedited_since(self, card: AnnotationCard, counts: Mapping[AnnotationId, int]) -> bool:
        return not card.saving.is_dirty and card.saving.count == counts.get(card.annotation.id)

    def _add_card(self, annotation: Annotation, *, new: bool = False) -> AnnotationCard:
        card = AnnotationCard(annotation, new=new)
        card.written.connect(lambda changed, typed, card=card: self._save(card, changed, typed=typed))
        card.origin_requested.connect(self.opened)
        card.replied.connect(lambda card=card: self.reply(card))
        card.removed.connect(lambda card=card: self._remove(card))
        card.left.connect(lambda card=card: self._escape(card))
        card.text_edit.link_requested.connect(lambda name, card=card: self._follow_link(card, name))
        card.text_edit.suggestions_requested.connect(lambda typed, card=card: self._load_suggestions(card, typed))
        if self._context:
            card.tags_edit.set_suggestions(self._context.tags)
        self._cards[annotation.id] = card
        return card

    def _arrange(self) -> None:
        ordered: list[QWidget] = [*threaded({**self._cards, **self.received_cards})]
        layout = self.ui.cards_layout
        for at, widget in enumerate([*ordered, *self.other_version_cards]):
            if (item := layout.itemAt(at)) is None or item.widget() is not widget:
                layout.insertWidget(at, widget)

    def _show_received(self, context: ParagraphContext) -> None:
        received = {one.id: one for one in context.annotations if one.author}
        for key, card in list(self.received_cards.items()):
            author = terms.format_person(context.people.get(card.annotation.author))
            if (received.get(key), author) != (card.annotation, card.author):
                if card.hasFocus():
                    self._pending_annotation = self._pending_annotation or key
                self._remove_widget(self.received_cards.pop(key))
        for key, annotation in received.items():
            if key not in self.received_cards:
                author = terms.format_person(context.people.get(annotation.author))
                self.received_cards[key] = self._make_received_card(annotation, author)

    def _make_received_card(self, annotation: Annotation, author: str) -> ReceivedAnnotationCard:
        card = ReceivedAnnotationCard(annotation, author)
        annotations = self._desk.annotations
        card.replied.connect(lambda: self.reply(card))
        card.copied.connect(lambda: self._tasks.write(lambda: annotations.save(annotations.copy(annotation))))
        card.removed.connect(lambda: self._tasks.write(lambda: annotations.remove(annotation.id)))
        card.removed.connect(self.left)
        card.left.connect(self.left)
        return card

    def _remove_widget(self, card: QWidget) -> None:
        self.ui.cards_layout.removeWidget(card)
        card.hide()
        card.deleteLater()

    def _show_other_versions(self, context: ParagraphContext) -> None:
        if [card.annotation for card in self.other_version_cards] == [
            value for _, value in context.other_version_annotations
        ]:
            return
        for card in self.other_version_cards:
            self._remove_widget(card)
        self.other_version_cards = []
        for document, annotation in context.other_version_annotations:
            version = terms.version_note(document)
            if annotation.author:
                version = f"{version} · {terms.format_person(context.people.get(annotation.author))}"
            card = OtherVersionCard(annotation, version)
            card.open_requested.connect(self.annotation_requested)
            card.left.connect(self.left)
            self.other_version_cards.append(card)

    def _follow_link(self, card: AnnotationCard, name: str) -> None:
        self._tasks.read(
            partial(self._desk.note_links.target, name, card.annotation.place),
            while_alive(card, lambda found: self._on_link_found(card, name, found)),
        )

    def _on_link_found(self, card: AnnotationCard, name: str, found: Place | Annotation | None) -> None:
        if isinstance(found, Annotation):
            self.annotation_requested.emit(found)
        elif found is not None:
            self.opened.emit(found)
        else:
            words = self.tr("{name} was not found in this library").format(name=name)
            QToolTip.showText(card.mapToGlobal(card.rect().bottomLeft()), words, card)

    def _load_suggestions(self, card: AnnotationCard, typed: str) -> None:
        if self._suggestions_job is not None:
            self._suggestions_job.cancel()
        self._suggestions_job = self._tasks.read(
            partial(self._desk.note_links.suggestions, typed, card.annotation.place),
            while_alive(card, card.text_edit.show_suggestions),
        )

    def _save(self, card: AnnotationCard, annotation: Annotation, *, typed: bool) -> None:
        if card.is_blank and card.is_new and not card.is_saved and annotation.kind in NEEDS_WORDS:
            return
        typed = typed and card.is_saved  # one that is new is told of at once, so that its sign stands in the margin
        card.is_saved = True
        card.saving.write(
            self._tasks,
            partial(self._desk.annotations.save, annotation, typed=typed),
            typed=typed,
            words=annotation.text,
        )

    def _remove(self, card: AnnotationCard) -> None:
        self._discard(card)
        self.left.emit()

    def _discard(self, card: AnnotationCard) -> None:
        key, annotations = card.annotation.id, self._desk.annotations
        never_was = card.is_new and card.is_blank
        self._drop(card)
        self._tasks.unsaved.discard(card.saving)
        if card.is_saved:
            self._tasks.write(lambda: annotations.discard(key) if never_was else annotations.remove(key))
        self._show_context()

    def _drop(self, card: AnnotationCard) -> None:
        self._cards.pop(card.annotation.id, None)
        card.blockSignals(True)
        self._remove_widget(card)

    def _escape(self, card: AnnotationCard) -> None:
        """Leave a card by Esc: a new card in which nothing was written is removed, whatever its kind."""
        if card.is_new and card.is_blank:
            self._remove(card)
            return
        self._close_card(card)
        self.left.emit()

    def _close_card(self, card: AnnotationCard) -> None:
        """Leave a card otherwise: a new card of a kind that needs text is removed if it has none."""
        card.set_active(active=False)
        if card.is_new and card.is_blank and card.annotation.kind in NEEDS_WORDS:
            self._discard(card)
        card.is_new = False

    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        """Open the card that has the focus, and close the others; a menu or another program takes none from it."""
        if new is None:
            self.flush()
            return
        for card in self.cards:
            if card.isAncestorOf(new):
                card.set_active(active=True)
            elif old is not None and card.isAncestorOf(old):
                self._close_card(card)

    def _on_changed(self, changes: Changes) -> None:
        if changes.documents:
            self._cached_context = None
        if self.place is None:
            return
        documents = {self.place.document}
        if self._context is not None:
            documents |= {document.id for document, _ in self._context.versions}
        places = changes.annotations & {Place(document, self.place.address) for document in documents}
        if changes.documents or documents & changes.positions:
            self._load()
        elif places:
            self._load(places)

    def _show_context(self) -> None:
        ui, context = self.ui, self._context
        citation = context.citation if context else ""
        name = f"{context.name} · " if context and self._is_named else ""
        self.own_position.show_context(context)
        ui.place_label.setText(f"{name}{citation[:1].upper()}{citation[1:]}")
        is_bare = context is not None and not (self._cards or self.received_cards or self.other_version_cards)
        ui.empty_label.setVisible(self.place is None or is_bare)
        ui.empty_label.setText(key_hints.no_paragraph_hint() if self.place is None else key_hints.no_annotation_hint())
        ui.keys_label.setText(key_hints.paragraph_hint())
        ui.keys_label.setVisible(context is not None)
        for head, card, tell in (
            (ui.said_label, ui.said_card, intervention_lines),
            (ui.footnotes_label, ui.footnotes_card, footnote_lines),
            (ui.refers_label, ui.refers_card, reference_lines),
            (ui.languages_label, ui.languages_card, version_lines),
        ):
            fill_card(head, card, tell(context) if context else [], self.opened.emit)
