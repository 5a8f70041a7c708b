"""The right column: the file of the current paragraph, the same in every view."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QToolTip, QWidget
from typing_extensions import override

from delegate_desk.core.annotations.annotation import Annotation, AnnotationId, AnnotationKind
from delegate_desk.core.changes import Changes
from delegate_desk.core.documents.document import DocumentId, Place
from delegate_desk.core.exchange.package import ExchangedKey
from delegate_desk.core.positions.position import PositionEntry, PositionStatus, Stance, StanceStep
from delegate_desk.desk import Desk
from delegate_desk.gui.annotations.annotation_cards import (
    NEEDS_WORDS,
    AnnotationCard,
    Card,
    OtherVersionCard,
    ReceivedAnnotationCard,
    threaded,
)
from delegate_desk.gui.paragraphs.file_section import FileSection
from delegate_desk.gui.paragraphs.others_section import OthersSection
from delegate_desk.gui.paragraphs.paragraph_context import ParagraphContext, load_context, with_changed_annotations
from delegate_desk.gui.paragraphs.position_section import PositionCard, PositionSection
from delegate_desk.gui.paragraphs.text_sections import LanguagesSection, ReferencesSection, RevisionsSection
from delegate_desk.gui.positions.position_model import (
    OtherProposal,
    OtherProposals,
    adopted_entry,
    load_other_proposals,
)
from delegate_desk.gui.positions.spelling_marks import check_spelling
from delegate_desk.gui.tasks import Job, Tasks
from delegate_desk.gui.widgets import key_bindings, theme
from delegate_desk.gui.widgets.basic_widgets import (
    StyledPane,
    clear_layout,
    column_layout,
    label,
    row_layout,
    scroll_area,
    set_part,
    settle,
    while_alive,
)
from delegate_desk.gui.widgets.jobs import LatestOnly
from delegate_desk.gui.widgets.labels import key_hints, terms

_LONGEST_HOLD = 200
"""Milliseconds for which the file of another paragraph is shown at most."""
_NOTES = frozenset({AnnotationKind.NOTE, AnnotationKind.QUESTION})


class ParagraphFile(StyledPane):
    """The file of the current paragraph.

    Attributes:
        sections: The sections, in the order of their keys.

    Signals:
        opened: A place is to be shown, with the ``Place``.
        annotation_requested: A note is to be shown at its place, with the ``Annotation``.
        position_requested: Our position on a place is to be shown in its view, with the ``Place``.
        noticed: Something was set or removed by key and can be undone, with the sentence.
        left: Esc was pressed in it.
        shown: The file of a paragraph is complete but for its revisions, with the ``Place``.
    """

    opened = Signal(object)
    annotation_requested = Signal(object)
    position_requested = Signal(object)
    noticed = Signal(str)
    left = Signal()
    shown = Signal(object)

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self.place: Place | None = None
        self._context: ParagraphContext | None = None
        self._cached_context: ParagraphContext | None = None
        self._others: OtherProposals = {}
        self._others_document: DocumentId | None = None
        self._reading: Sequence[str] = ()
        self._hides_position = self._is_named = False
        self._pending_draft: tuple[tuple[int, int] | None] | None = None
        self._number = ""
        self._hold = QTimer(self, singleShot=True, interval=_LONGEST_HOLD)
        self._hold.timeout.connect(lambda: self.setUpdatesEnabled(True))
        self._loader, self._others_loader = LatestOnly(tasks, self), LatestOnly(tasks, self)
        self._pending_annotation: AnnotationId | None = None
        self._cards: dict[AnnotationId, AnnotationCard] = {}
        self._open_mark: AnnotationId | None = None
        self.received_cards: dict[AnnotationId, ReceivedAnnotationCard] = {}
        self.other_version_cards: list[OtherVersionCard] = []
        self._suggestions_job: Job | None = None
        self.setAccessibleName(self.tr("Current paragraph"))
        set_part(self, "canvas")
        self.position, self.notes = PositionSection(), FileSection(self.tr("Notes"))
        self.others, self.revisions = OthersSection(), RevisionsSection(desk, tasks)
        self.languages, self.references = LanguagesSection(), ReferencesSection()
        self.sections: tuple[FileSection, ...] = (
            self.position,
            self.notes,
            self.others,
            self.revisions,
            self.languages,
            self.references,
        )
        self._lay_out()
        self._connect()
        self._show_context()

    def _lay_out(self) -> None:
        self.place_label, self.number_label = label("", "file_head", wrap=True), label("", "soft", wrap=True)
        self.empty_label = label(key_hints.no_paragraph_hint(), "soft", wrap=True)
        self.cards_layout = column_layout(spacing=4)
        self.notes.body_layout.addLayout(self.cards_layout)
        self._head = QWidget()
        row_layout((self.place_label, 1), self.number_label, within=self._head, margins=(0, 8, 0, 8))
        inside = QWidget()
        self._top_layout = column_layout(spacing=0)
        column_layout(self._top_layout, *self.sections, None, within=inside, margins=(16, 0, 16, 16), spacing=0)
        self.area = scroll_area(inside)
        top = column_layout(self._head, self.empty_label, margins=(16, 0, 16, 0))
        column_layout(top, (self.area, 1), within=self, margins=0, spacing=0)

    def _connect(self) -> None:
        for number, section in enumerate(self.sections, 1):
            section.opened.connect(self.opened)
            section.left.connect(self.left)
            section.set_key(number)
        self.position.card_made.connect(self._connect_position)
        self.position.position_requested.connect(self.position_requested)
        self.position.mark_opened.connect(self._switch_mark)
        self.position.mark_removed.connect(
            lambda mark: self._tasks.write(lambda: self._desk.annotations.remove(mark.id))
        )
        self.others.wording_adopted.connect(self.adopt)
        self.others.removed.connect(self._remove_received_entry)
        self._tasks.changed.connect(self._on_changed)
        self._tasks.flush_requested.connect(self.flush)
        theme.changed.connect(self._show_context)
        key_bindings.subscribe_to_keys(self, self._show_context)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    def press_section_key(self, number: int) -> None:
        if number and self.place is not None:
            self.sections[number - 1].press_key()
            self.area.ensureWidgetVisible(self.sections[number - 1].header)
        elif not number:
            folded = not all(section.is_folded for section in self.sections if section.isVisible())
            for section in self.sections:
                section.choose_folded(folded=folded)

    def set_reading_languages(self, languages: Iterable[str]) -> None:
        self._reading = tuple(languages)
        self._show_context()

    @property
    def cards(self) -> list[AnnotationCard]:
        return list(self._cards.values())

    def show_top(self, box: QWidget | None) -> None:
        """Show a box of the page in front above the sections; None for none."""
        if box is not None and self._top_layout.indexOf(box) < 0:
            self._top_layout.addWidget(box)
        for n in range(self._top_layout.count()):
            item = self._top_layout.itemAt(n)
            if item is not None and (widget := item.widget()) is not None:
                widget.setVisible(widget is box)

    def show_place(
        self, place: Place | None, *, named: bool = False, number: str = "", hides_position: bool = False
    ) -> None:
        """Show the file of a paragraph.

        Args:
            place: The paragraph; None for no paragraph.
            named: True to name its document too.
            number: Of the paragraph in its document, such as ``28 of 63``.
            hides_position: True if the view shows our position by itself.
        """
        self._is_named, self._number = named, number
        if (place, hides_position) == (self.place, self._hides_position):
            self.number_label.setText(number)
            return
        self.setUpdatesEnabled(False)  # the file of before stays until that of the paragraph is complete
        self._hold.start()
        self._hides_position = hides_position
        for card in self.cards:
            self._close_card(card)
        clear_layout(self.cards_layout)
        clear_layout(self.position.marks_layout)
        self.position.show_context(None)
        self._cards.clear()
        self.received_cards.clear()
        self.other_version_cards.clear()
        self._open_mark = None
        if place != self.place and not self.isAncestorOf(QApplication.focusWidget() or self.window()):
            self.area.verticalScrollBar().setValue(0)
        self.place, self._context = place, None
        self._load()
        self._load_others()

    def start_annotation(self, kind: AnnotationKind, place: Place, span: tuple[int, int] | None = None) -> None:
        if place != self.place:
            self.show_place(place)
        self.notes.set_folded(folded=False)
        annotation = self._desk.annotations.new(place, kind, span=span)
        card = self._start_card(annotation)
        if kind not in NEEDS_WORDS:
            self._save(card, annotation, typed=False)

    def press_stance(self, stance: Stance, place: Place, span: tuple[int, int] | None = None) -> None:
        """Set or remove the stance of our position on a paragraph, or a mark, as its key does."""
        self.flush()
        steps: list[StanceStep] = []
        press = partial(self._desk.stance_keys.press, place, stance, span, report=steps.append)
        self._tasks.write(press, while_alive(self, lambda _: self._on_stance_set(stance, steps[0])))

    def _on_stance_set(self, stance: Stance, step: StanceStep) -> None:
        name = terms.stance_label(stance)
        text = {
            StanceStep.SET: self.tr("Stance: {stance}"),
            StanceStep.REPLACE: self.tr("Stance: {stance}"),
            StanceStep.REMOVE: self.tr("Stance removed: {stance}"),
            StanceStep.ADD_MARK: self.tr("Mark added: {stance}"),
            StanceStep.REMOVE_MARK: self.tr("Mark removed: {stance}"),
        }[step]
        self.noticed.emit(text.format(stance=name))

    def draft(self, place: Place, span: tuple[int, int] | None = None) -> None:
        """Give the drafting of a paragraph the caret, as soon as its file is there; selected words are selected."""
        if place != self.place:
            self.show_place(place)
        if self._context is not None:
            self.position.draft(span)
        else:
            self._pending_draft = (span,)

    def adopt(self, other: OtherProposal) -> None:
        """Put a wording of others into our position on the current paragraph."""
        own = self._context.own if self._context is not None else None
        if own is None or self.place is None:
            return
        self.flush()
        document, item = self.place.document, adopted_entry(other, own.entry, own.source or "")
        self._tasks.write(lambda: self._desk.positions.set_item(document, item, typed=False))

    def _remove_received_entry(self, key: ExchangedKey) -> None:
        if self.place is not None:
            document = self.place.document
            self._tasks.write(lambda: self._desk.packages.remove_positions(document, [key]))

    def _connect_position(self, card: PositionCard) -> None:
        assert self.place is not None  # the card is of its paragraph
        document = self.place.document
        card.written.connect(lambda item: self._save_position(card, document, item, typed=True))
        card.chosen.connect(lambda item: self._save_position(card, document, item, typed=False))
        card.removed.connect(lambda: self._remove_position(card, document))
        if self._context is not None and self._context.own is not None:
            check_spelling(card, self._desk, self._tasks, self._context.own.document.header.language)

    def _save_position(self, card: PositionCard, document: DocumentId, item: PositionEntry, *, typed: bool) -> None:
        words = "\n".join(filter(None, (item.proposal, item.comment, item.internal)))
        save = partial(self._desk.positions.set_item, document, item, typed=typed)
        card.saving.write(self._tasks, save, typed=typed, words=words)
        context = self._context
        if context is None or context.own is None or context.own.position.status is not PositionStatus.CLEARED:
            return
        self.noticed.emit(self.tr("The position is a draft again"))
        position = replace(context.own.position, status=PositionStatus.DRAFT)
        self._context = replace(context, own=replace(context.own, position=position))

    def _remove_position(self, card: PositionCard, document: DocumentId) -> None:
        self._tasks.unsaved.discard(card.saving)
        address = card.item.address
        self.position.close_card()
        self._tasks.write(lambda: self._desk.positions.remove_item(document, address))
        self.left.emit()

    def _switch_mark(self, mark: Annotation) -> None:
        """Show the words of a mark under the chips, or hide them."""
        self._open_mark = None if self._open_mark == mark.id else mark.id
        self._arrange()
        if self._open_mark in self._cards:
            self._cards[self._open_mark].focus_text()

    def reply(self, card: Card) -> None:
        if isinstance(card, ReceivedAnnotationCard):
            self._start_card(self._desk.annotations.reply(card.annotation))
        elif card.is_saved:
            card.flush()
            self._start_card(self._desk.annotations.reply(card.annotation))

    def _start_card(self, annotation: Annotation) -> AnnotationCard:
        card = self._add_card(annotation, new=True)
        if not _is_note(annotation):
            self._open_mark = annotation.id
        self._show_context()
        card.focus_text()
        QTimer.singleShot(0, card, lambda: self.area.ensureWidgetVisible(card))
        return card

    def edit(self, key: AnnotationId) -> None:
        """Put the caret into an annotation of the paragraph shown, as soon as it is there."""
        if key in self._cards:
            if not _is_note(self._cards[key].annotation):
                self._open_mark = key
                self._arrange()
            self._cards[key].focus_text()
        elif key in self.received_cards:
            self.received_cards[key].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._pending_annotation = key

    def flush(self) -> None:
        for card in self.cards:
            card.flush()
        if self.position.card is not None:
            self.position.card.flush()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down go from entry to entry, Esc goes back to the text."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif step:
            entries = [entry for section in self.sections if section.isVisible() for entry in section.entries()]
            focused = QApplication.focusWidget()
            at = entries.index(focused) if focused in entries else -1
            if entries and 0 <= at + step < len(entries):
                entries[at + step].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

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
        language = terms.window_language()
        counts = {key: card.saving.count for key, card in self._cards.items()}
        position, count = self.position.card, self.position.card.saving.count if self.position.card else 0

        def load(_: Callable[[], bool]) -> ParagraphContext:
            if places is not None and context is not None:
                return with_changed_annotations(self._desk, context, places)
            return load_context(self._desk, place, language, cached)

        def show(loaded: ParagraphContext) -> None:
            card = self.position.card
            typed = card is not None and (card is not position or card.saving.count != count)
            if typed and self._context is not None:  # what was typed meanwhile is newer
                loaded = replace(loaded, own=self._context.own)
            self._show(loaded, counts)

        self._loader.run(load, show)

    def _load_others(self) -> None:
        """Load the comments of others on the document, once for all its paragraphs."""
        document = self.place.document if self.place is not None else None
        if document is None or document == self._others_document:
            return
        self._others, self._others_document = {}, document
        self._others_loader.run(lambda _: load_other_proposals(self._desk, document), self._on_others_loaded)

    def _on_others_loaded(self, others: OtherProposals) -> None:
        self._others = others
        self._show_context()

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
        self._show_context()
        if self._pending_draft is not None:
            (span,), self._pending_draft = self._pending_draft, None
            self.position.draft(span)
        settle()
        self._hold.stop()
        self.setUpdatesEnabled(True)
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

    def _marks(self) -> list[Annotation]:
        """Our marks beside the stance: red lines and reservations, and what says more than the stance does."""
        own = self._context.own if self._context is not None else None
        stance = own.entry.stance if own is not None else None
        found = (card.annotation for card in self.cards if not _is_note(card.annotation))
        return sorted(
            (mark for mark in found if mark.text or mark.quote or mark.kind.value != stance),
            key=lambda mark: mark.created,
        )

    def _arrange(self) -> None:
        """Put the cards of notes into their section, and the card of the mark whose words are shown under its chip."""
        notes = {key: card for key, card in self._cards.items() if _is_note(card.annotation)}
        ordered: list[QWidget] = [*threaded({**notes, **self.received_cards})]
        layout = self.cards_layout
        for at, widget in enumerate([*ordered, *self.other_version_cards]):
            if (item := layout.itemAt(at)) is None or item.widget() is not widget:
                layout.insertWidget(at, widget)
            widget.show()
        for key, card in self._cards.items():
            if key not in notes:
                self.position.marks_layout.addWidget(card)
                card.setVisible(key == self._open_mark or card.is_new)

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
        card.setParent(None)
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
        if changes.documents or changes.contributions or changes.meetings or changes.settings:
            self._others_document = None
        if self.place is None:
            return
        self._load_others()
        documents = {self.place.document}
        if self._context is not None:
            documents |= {version.document.id for version in self._context.versions}
        places = changes.annotations & {Place(document, self.place.address) for document in documents}
        if changes.documents or changes.meetings or changes.settings or documents & changes.positions:
            self._load()
        elif places:
            self._load(places)

    def _show_context(self) -> None:
        context = self._context
        citation = context.citation if context else ""
        if context is not None and not context.place.address:
            citation = self.tr("The whole document")
        name = f"{context.document.name} · " if context and context.document and self._is_named else ""
        self.place_label.setText(f"{name}{citation[:1].upper()}{citation[1:]}")
        self.number_label.setText(self._number)
        self._head.setVisible(self.place is not None)
        self.empty_label.setVisible(self.place is None)
        self._arrange()
        self.position.show_context(None if self._hides_position else context, self._marks())
        notes = self.cards_layout.count()
        if notes:
            self.notes.show_content(notes)
        else:
            self.notes.show_nothing(key_hints.no_notes_hint() if context is not None else "")
        proposals = self._others.get(context.place.address, ()) if context is not None else ()
        self.others.show_context(context, proposals)
        self.revisions.show_context(context)
        self.languages.show_context(context, self._reading)
        self.references.show_context(context)


def _is_note(annotation: Annotation) -> bool:
    """True for what is a note to the delegate; else it is a mark in our position."""
    return annotation.kind in _NOTES or annotation.reply_to is not None
