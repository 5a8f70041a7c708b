"""Sections on what is said on a paragraph: our notes, those of other people, and the words of other delegations."""

from collections.abc import Iterable, Sequence
from functools import partial
from html import escape

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QScrollArea, QToolTip, QWidget
from typing_extensions import override

from delegate_desk.core.annotations.annotation import Annotation, AnnotationId, AnnotationKind
from delegate_desk.core.changes import Changes
from delegate_desk.core.delegations import protocol_rank
from delegate_desk.core.documents.document import DocumentId, Place
from delegate_desk.core.meetings.allies import PlaceAllies
from delegate_desk.core.meetings.meeting import Intervention
from delegate_desk.core.positions.position import Stance, StanceSide, stance_side
from delegate_desk.core.word_diff import WordChange
from delegate_desk.desk import Desk
from delegate_desk.gui.annotations.annotation_cards import (
    NEEDS_WORDS,
    AnnotationCard,
    Card,
    OtherVersionCard,
    ReceivedAnnotationCard,
    thread_cards,
)
from delegate_desk.gui.paragraphs.file_section import (
    CarryOrigin,
    FileSection,
    ParagraphContext,
    ReadingCard,
    fill_origin,
    in_color,
    place_link,
    translate,
)
from delegate_desk.gui.positions.position_model import OtherProposal, OtherProposals, load_other_proposals
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets import key_bindings, theme
from delegate_desk.gui.widgets.basic_widgets import (
    ancestor,
    clear_layout,
    flat_button,
    label,
    link_label,
    on_focus_changed,
    row_layout,
    set_property,
    while_alive,
)
from delegate_desk.gui.widgets.jobs import LatestOnly
from delegate_desk.gui.widgets.labels import terms
from delegate_desk.gui.widgets.text.page_metrics import mark_changes

_NOTES = frozenset({AnnotationKind.NOTE, AnnotationKind.QUESTION})


def is_note(annotation: Annotation) -> bool:
    """True for a note to the delegate; otherwise it is a mark in our position."""
    return annotation.kind in _NOTES or annotation.reply_to is not None


def remove_widget(card: QWidget) -> None:
    card.setParent(None)
    card.hide()
    card.deleteLater()


class OwnCards(QObject):
    """Cards of our annotations, which save edits; a section lays them out and leads to other places.

    Signals:
        changed: A card was added or removed.
        replied: An annotation should be replied to, with the ``Annotation``.
    """

    changed = Signal()
    replied = Signal(object)

    def __init__(self, desk: Desk, tasks: Tasks, section: FileSection) -> None:
        super().__init__(section)
        self._desk, self._tasks, self._section = desk, tasks, section
        self.by_id: dict[AnnotationId, AnnotationCard] = {}
        self._tags: Sequence[str] = ()
        self._suggester = LatestOnly(tasks, self)
        tasks.flush_requested.connect(self.flush)
        on_focus_changed(self._on_focus_changed)

    def note_load(self) -> None:
        """Record that loading starts now: a card edited meanwhile keeps its text."""
        for card in self.by_id.values():
            card.saving.note_load()

    def fill(self, annotations: Iterable[Annotation], paragraphs: Sequence[ParagraphContext]) -> None:
        """Show annotations from the library; a card edited meanwhile stays as it is."""
        stored = {annotation.id: annotation for annotation in annotations}
        self._tags = paragraphs[0].tags if paragraphs else ()
        for key, card in list(self.by_id.items()):
            if key not in stored and card.is_saved and not card.saving.is_ahead:
                self._drop(card)
        for key, annotation in stored.items():
            if key not in self.by_id:
                self._add(annotation)
            elif not self.by_id[key].saving.is_ahead:
                self.by_id[key].show_annotation(annotation)
        origins = {key: origin for context in paragraphs for key, origin in context.origins.items()}
        for key, card in self.by_id.items():
            card.origin_label.setVisible(key in origins)
            if key in origins:
                fill_origin(card.origin_label, origins[key])
            card.tags_edit.set_suggestions(self._tags)

    def start(self, annotation: Annotation) -> AnnotationCard:
        card = self._add(annotation, new=True)
        self.changed.emit()
        card.focus_text()
        area = ancestor(card, QScrollArea)
        if area is not None:
            QTimer.singleShot(0, card, lambda: area.ensureWidgetVisible(card))
        if annotation.kind not in NEEDS_WORDS:
            self._save(card, annotation, typed=False)
        return card

    def flush(self) -> None:
        for card in self.by_id.values():
            card.flush()

    def clear(self) -> None:
        for card in list(self.by_id.values()):
            self._close(card)
            remove_widget(card)
        self.by_id.clear()

    def _add(self, annotation: Annotation, *, new: bool = False) -> AnnotationCard:
        card = self.by_id[annotation.id] = AnnotationCard(annotation, new=new)
        card.written.connect(lambda changed, typed: self._save(card, changed, typed=typed))
        card.origin_requested.connect(self._section.opened)
        card.replied.connect(lambda: self._reply(card))
        card.removed.connect(lambda: self._remove(card))
        card.left.connect(lambda: self._escape(card))
        card.text_edit.link_requested.connect(lambda name: self._follow_link(card, name))
        card.text_edit.suggestions_requested.connect(lambda typed: self._load_suggestions(card, typed))
        card.tags_edit.set_suggestions(self._tags)
        return card

    def _save(self, card: AnnotationCard, annotation: Annotation, *, typed: bool) -> None:
        if card.is_blank and card.is_new and not card.is_saved and annotation.kind in NEEDS_WORDS:
            return
        typed = typed and card.is_saved  # a new one is reported at once, so that its sign is in the margin
        card.is_saved = True
        save = partial(self._desk.annotations.save, annotation, typed=typed)
        card.saving.write(self._tasks, save, typed=typed, words=annotation.text)

    def _reply(self, card: AnnotationCard) -> None:
        if card.is_saved:
            card.flush()
            self.replied.emit(card.annotation)

    def _remove(self, card: AnnotationCard) -> None:
        self._discard(card)
        self._section.left.emit()

    def _discard(self, card: AnnotationCard) -> None:
        key, annotations = card.annotation.id, self._desk.annotations
        is_unsaved = card.is_new and card.is_blank
        self._drop(card)
        self._tasks.unsaved.discard(card.saving)
        if card.is_saved:
            self._tasks.write(lambda: annotations.discard(key) if is_unsaved else annotations.remove(key))
        self.changed.emit()

    def _drop(self, card: AnnotationCard) -> None:
        self.by_id.pop(card.annotation.id, None)
        card.blockSignals(True)
        remove_widget(card)

    def _escape(self, card: AnnotationCard) -> None:
        """Leave a card by Esc: a new empty card is removed, whatever its kind."""
        if card.is_new and card.is_blank:
            self._remove(card)
            return
        self._close(card)
        self._section.left.emit()

    def _close(self, card: AnnotationCard) -> None:
        """Leave a card in another way: a new card of a kind that needs text is removed if it is empty."""
        card.set_active(active=False)
        if card.is_new and card.is_blank and card.annotation.kind in NEEDS_WORDS:
            self._discard(card)
        card.is_new = False

    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        """Open the focused card, and close the others.

        A menu or another program does not count as a change of focus.
        """
        if new is None:
            self.flush()
            return
        for card in list(self.by_id.values()):
            if card.isAncestorOf(new):
                card.set_active(active=True)
            elif old is not None and card.isAncestorOf(old):
                self._close(card)

    def _follow_link(self, card: AnnotationCard, name: str) -> None:
        def show(target: Place | Annotation | None) -> None:
            if isinstance(target, Annotation):
                self._section.annotation_requested.emit(target)
            elif target is not None:
                self._section.opened.emit(target)
            else:
                words = self.tr("{name} was not found in this library").format(name=name)
                QToolTip.showText(card.mapToGlobal(card.rect().bottomLeft()), words, card)

        find = partial(self._desk.note_links.target, name, card.annotation.place)
        self._tasks.read(find, while_alive(card, show))

    def _load_suggestions(self, card: AnnotationCard, typed: str) -> None:
        find, place = self._desk.note_links.suggestions, card.annotation.place
        self._suggester.run(lambda _: find(typed, place), while_alive(card, card.text_edit.show_suggestions))


class NotesSection(FileSection):
    """Notes and questions: open ones first, newest at the top, each with its replies."""

    key = "notes"

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(translate("context", "Notes"), parent)
        self._desk, self._tasks = desk, tasks
        self.own = OwnCards(desk, tasks, self)
        self.received_cards: dict[AnnotationId, ReceivedAnnotationCard] = {}
        self.other_version_cards: list[OtherVersionCard] = []
        self._paragraphs: Sequence[ParagraphContext] = ()
        self.own.changed.connect(self._arrange)
        self.own.replied.connect(self.reply)

    @override
    def note_load(self) -> None:
        self.own.note_load()

    @override
    def fill(self, paragraphs: Sequence[ParagraphContext]) -> None:
        self._paragraphs = paragraphs
        if not paragraphs:
            self.own.clear()
        annotations = [annotation for context in paragraphs for annotation in context.annotations]
        self.own.fill((note for note in annotations if not note.author and is_note(note)), paragraphs)
        self._fill_received()
        self._fill_other_versions()
        self._arrange()

    def start(self, annotation: Annotation) -> None:
        self.set_folded(folded=False)
        self.own.start(annotation)

    def reply(self, annotation: Annotation) -> None:
        annotations = [card.annotation for card in self.own.by_id.values()]
        annotations += (card.annotation for card in self.received_cards.values())
        self.start(self._desk.annotations.reply(annotation, known=annotations))

    def edit(self, key: AnnotationId) -> bool:
        """Focus a note; False if it is not here."""
        if key in self.own.by_id:
            self.set_folded(folded=False)
            self.own.by_id[key].focus_text()
        elif key in self.received_cards:
            self.set_folded(folded=False)
            self.received_cards[key].setFocus(Qt.FocusReason.OtherFocusReason)
        return key in self.own.by_id or key in self.received_cards

    def _arrange(self) -> None:
        """Arrange the cards, below the name of their paragraph if there are several."""
        cards: dict[AnnotationId, Card] = {**self.own.by_id, **self.received_cards}
        clear_layout(self.body_layout, keep=[*cards.values(), *self.other_version_cards])
        places = {context.place for context in self._paragraphs}
        for card in cards.values():
            if card.annotation.place not in places:  # written before its paragraph is loaded
                self.body_layout.addWidget(card)
        for context in self._paragraphs:
            place = context.place
            own_cards = thread_cards({key: card for key, card in cards.items() if card.annotation.place == place})
            other_cards = [card for card in self.other_version_cards if card.annotation.place.address == place.address]
            self.add_entries([*own_cards, *other_cards], context, is_named=len(self._paragraphs) > 1)
        self.show_entries(len(cards) + len(self.other_version_cards), key_bindings.no_notes_hint() if places else "")

    def _fill_received(self) -> None:
        people = {key: person for context in self._paragraphs for key, person in context.people.items()}
        received = {note.id: note for context in self._paragraphs for note in context.annotations if note.author}
        focused: AnnotationId | None = None
        for key, card in list(self.received_cards.items()):
            author = terms.format_person(people.get(card.annotation.author))
            if (received.get(key), author) != (card.annotation, card.author):
                focused = key if card.hasFocus() else focused
                remove_widget(self.received_cards.pop(key))
        for key, annotation in received.items():
            if key not in self.received_cards:
                author = terms.format_person(people.get(annotation.author))
                self.received_cards[key] = self._make_received_card(annotation, author)
        if focused in self.received_cards:
            QTimer.singleShot(0, self, partial(self.edit, focused))

    def _make_received_card(self, annotation: Annotation, author: str) -> ReceivedAnnotationCard:
        card = ReceivedAnnotationCard(annotation, author)
        annotations = self._desk.annotations
        card.replied.connect(lambda: self.reply(annotation))
        card.copied.connect(lambda: self._tasks.write(lambda: annotations.save(annotations.copy(annotation))))
        card.removed.connect(lambda: self._tasks.write(lambda: annotations.remove(annotation.id)))
        card.removed.connect(self.left)
        card.left.connect(self.left)
        return card

    def _fill_other_versions(self) -> None:
        others = [
            (document, annotation, context.people.get(annotation.author))
            for context in self._paragraphs
            for document, annotation in context.other_version_annotations
        ]
        if [card.annotation for card in self.other_version_cards] == [annotation for _, annotation, _ in others]:
            return
        for card in self.other_version_cards:
            remove_widget(card)
        self.other_version_cards = []
        for document, annotation, person in others:
            version = terms.version_note(document)
            if annotation.author:
                version = f"{version} · {terms.format_person(person)}"
            card = OtherVersionCard(annotation, version)
            card.open_requested.connect(self.annotation_requested)
            card.left.connect(self.left)
            self.other_version_cards.append(card)


_CONTEXT = 60
"""Unchanged characters shown around a change."""
_CHIPS = 6


DelegationStatement = tuple[str, Intervention, CarryOrigin | None]
"""The latest statement of a delegation, and the earlier revision that it was carried over from, if any."""


def latest_statements(
    interventions: Iterable[tuple[Intervention, CarryOrigin | None]], own_code: str | None
) -> list[DelegationStatement]:
    """Return the latest statement of each delegation except ours, in protocol order."""
    latest: dict[str, DelegationStatement] = {}
    for intervention, origin in interventions:
        for code in intervention.delegations:
            latest[code] = code, intervention, origin
    latest.pop(own_code or "", None)
    return [latest[code] for code in sorted(latest, key=protocol_rank)]


def _sides(statements: Sequence[DelegationStatement], own_stance: Stance | None) -> list[tuple[str, list[str]]]:
    """Return the sides with their delegations, ours first; for and against the text if we have no stance."""
    own_side, sides = stance_side(own_stance), {side: list[str]() for side in StanceSide}
    for code, intervention, _ in statements:
        side = stance_side(intervention.stance)
        if side is not None:
            sides[side].append(code)
    names = {
        StanceSide.FOR: translate("context", "For the text"),
        StanceSide.RESERVED: translate("context", "Reserved"),
        StanceSide.AGAINST: translate("context", "Against the text"),
    }
    order = list(StanceSide)
    if own_side is not None:
        order.sort(key=lambda side: side is not own_side)
        names[own_side] = translate("context", "With us")
        if own_side is not StanceSide.RESERVED:
            opposite = StanceSide.AGAINST if own_side is StanceSide.FOR else StanceSide.FOR
            names[opposite] = translate("context", "Against us")
    return [(names[side], sides[side]) for side in order if sides[side]]


def _stance(context: ParagraphContext) -> Stance | None:
    return context.own.entry.stance if context.own is not None else None


def allies_lines(allies: PlaceAllies | None) -> list[str]:
    """Return delegations that could join our side, and what it lacks to pass or to block, as rich text."""
    if allies is None:
        return []
    lines = []
    if allies.could_join:
        joinable = (f"<b>{pair.b}</b> {round(100 * (pair.share or 0))} % ({pair.shared})" for pair in allies.could_join)
        title = translate("context", "Could join us")
        lines.append(f"{in_color(title, 'soft')} {' &nbsp; '.join(joinable)}")
    facts = []
    if allies.is_majority:
        facts.append(translate("context", "Our side has a qualified majority"))
    elif allies.is_blocking:
        facts.append(translate("context", "Our side is a blocking minority"))
    elif allies.blocking:
        facts.append(translate("context", "Would block with {members}").format(members=" ".join(allies.blocking[0])))
    if allies.majority and not allies.is_majority:
        text = translate("context", "Would have a majority with {members}")
        facts.append(text.format(members=" ".join(allies.majority[0])))
    return [theme.semi_bold(line) for line in (*lines, *(in_color(fact, "soft") for fact in facts))]


class OthersSection(FileSection):
    """Statements and written comments.

    Signals:
        wording_adopted: A wording is to be adopted in our position, with the ``OtherProposal``.
    """

    key = "others"
    folded_under = 1180
    wording_adopted = Signal(object)

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(translate("context", "Others"), parent)
        self._desk, self._tasks = desk, tasks
        self.cards: list[OtherProposalCard] = []
        self._paragraphs: Sequence[ParagraphContext] = ()
        self._proposals: OtherProposals = {}
        self._document: DocumentId | None = None
        self._loader = LatestOnly(tasks, self)
        self._shown: Sequence[object] = ()
        tasks.changed.connect(self._on_changed)
        theme.subscribe_to_theme(self, self._refresh)

    @override
    def fill(self, paragraphs: Sequence[ParagraphContext]) -> None:
        self._paragraphs = paragraphs
        self._load()
        shown = [(item.place, item.interventions, _stance(item), item.allies, len(paragraphs)) for item in paragraphs]
        if shown != self._shown:
            self._shown = shown
            self._refresh()

    def _load(self) -> None:
        """Load the comments of others on the document, once for all its paragraphs."""
        document = self._paragraphs[0].place.document if self._paragraphs else None
        if document is not None and document != self._document:
            self._proposals, self._document = {}, document
            self._loader.run(lambda _: load_other_proposals(self._desk, document), self._on_loaded)

    def _on_loaded(self, proposals: OtherProposals) -> None:
        self._proposals = proposals
        self._refresh()

    def _on_changed(self, changes: Changes) -> None:
        if changes.documents or changes.contributions or changes.meetings or changes.settings:
            self._document = None
            self._load()

    def _refresh(self) -> None:
        clear_layout(self.body_layout)
        self.cards = []
        count, fact = 0, ""
        for context in self._paragraphs:
            statements = latest_statements(context.interventions, context.delegation)
            proposals = self._proposals.get(context.place.address, ())
            entries = self._entries(context, statements, proposals)
            self.add_entries(entries, context, is_named=len(self._paragraphs) > 1)
            count += len(statements) + sum(proposal.intervention is None for proposal in proposals)
            name, codes = next(iter(_sides(statements, _stance(context))), ("", []))
            ellipsis = "…" if len(codes) > _CHIPS else ""
            fact = fact or " ".join((name, *codes[:_CHIPS], ellipsis)).strip()
        self.show_entries(count, fact=fact)

    def _entries(
        self, context: ParagraphContext, statements: Sequence[DelegationStatement], proposals: Sequence[OtherProposal]
    ) -> list[QWidget]:
        entries: list[QWidget] = []
        sides = [
            f"{in_color(name, 'soft')} <b>{' '.join(codes)}</b>" for name, codes in _sides(statements, _stance(context))
        ]
        if sides:
            for line in (theme.semi_bold(" &nbsp; ".join(sides)), *allies_lines(context.allies)):
                line_label = link_label("line")
                line_label.setText(line)
                entries.append(line_label)
        adoptable = {proposal.intervention: proposal for proposal in proposals if proposal.proposal is not None}
        entries += [self._statement(statement, context, adoptable.get(statement[1].id)) for statement in statements]
        return entries + [self._card(proposal) for proposal in proposals if proposal.intervention is None]

    def _statement(
        self, statement: DelegationStatement, context: ParagraphContext, proposal: OtherProposal | None
    ) -> QWidget:
        code, intervention, origin = statement
        stance = intervention.stance
        chip = label(code, "delegation")
        chip.setAlignment(Qt.AlignmentFlag.AlignCenter)
        sign = label(terms.STANCE_SIGNS[stance] if stance else "", "facet")
        sign.setMinimumWidth(12)
        set_property(sign, "role", terms.STANCE_ROLES[stance] if stance else "soft")
        words = link_label("plain")
        text = escape(intervention.text or (terms.stance_label(stance) if stance else intervention.line.text))
        if origin is not None:
            source = translate("context", "on {name}, {place}")
            source = source.format(name=origin.library_document.name, place=origin.citation)
            text = f"{text} · {place_link(origin.place, source)}"
            words.linkActivated.connect(lambda _, place=origin.place: self.opened.emit(place))
        words.setText(text)
        stance_name = terms.stance_label(stance) if stance else ""
        words.setAccessibleName(", ".join(filter(None, (code, stance_name, intervention.text))))
        day = context.meeting_days.get(intervention.line.meeting)
        right: QWidget = label(terms.format_short_day(day) if day else "", "small")
        if proposal is not None:
            right = button = flat_button(self.tr("Adopt"), self.tr("Adopt this drafting in our position"))
            set_property(button, "tone", "out")
            button.clicked.connect(lambda: self.wording_adopted.emit(proposal))
        row = QWidget()
        top = Qt.AlignmentFlag.AlignTop
        parts = ((chip, 0, top), (sign, 0, top), (words, 1), (right, 0, top))
        row_layout(*parts, within=row, margins=0, spacing=6)
        return row

    def _card(self, proposal: OtherProposal) -> QWidget:
        card = OtherProposalCard(proposal)
        card.adopted.connect(lambda: self.wording_adopted.emit(proposal))
        card.removed.connect(lambda: self._remove(proposal))
        card.left.connect(self.left)
        self.cards.append(card)
        return card

    def _remove(self, proposal: OtherProposal) -> None:
        document, key = self._document, proposal.entry_key
        if document is not None and key is not None:
            self._tasks.write(lambda: self._desk.packages.remove_positions(document, [key]))

    @override
    def entries(self) -> list[QWidget]:
        buttons = self.body.findChildren(QPushButton)
        return [entry for entry in (*buttons, *self.cards) if entry.isVisibleTo(self)]


class OtherProposalCard(ReadingCard):
    adopted = Signal()
    removed = Signal()

    def __init__(self, proposal: OtherProposal, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_adoptable = proposal.proposal is not None
        codes = (proposal.person,) if proposal.entry_key else proposal.delegations or (self.tr("no delegation named"),)
        chips = [label(code, "chip") for code in codes[:_CHIPS]]
        if len(codes) > _CHIPS:
            chips.append(label(f"+{terms.format_number(len(codes) - _CHIPS)}", "chip"))
        if proposal.stance is not None:
            sign = label(f"{terms.STANCE_SIGNS[proposal.stance]} {terms.stance_label(proposal.stance)}", "soft")
            set_property(sign, "role", terms.STANCE_ROLES[proposal.stance])
            chips.append(sign)
        self._add_row(chips, [label(proposal.origin, "small")])
        if proposal.words:
            wording = link_label("text")
            wording.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            wording.setText(terms.quote(mark_changes(proposal.words, _CONTEXT)))
            self._column.addWidget(wording)
        self._add_text(proposal.comment, "soft", is_selectable=True)
        adopt = self.tr("T to adopt this drafting") if self._is_adoptable else ""
        if proposal.entry_key is not None:
            adopt_button = flat_button(self.tr("Adopt"), self.tr("Adopt this drafting in our position"))
            remove = flat_button(self.tr("Remove"), self.tr("Remove this entry"))
            remove.setToolTip(self.tr("It will stay removed even if it is sent again"))
            adopt_button.clicked.connect(self.adopted)
            remove.clicked.connect(self.removed)
            self._add_row([], [adopt_button, remove], spacing=2)
        else:
            self._add_text(adopt, "small")
        if self._is_adoptable:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.activated.connect(self.adopted)
        proposed = "".join(text for change, text in proposal.words if change is not WordChange.DELETE)
        self.setAccessibleName(f"{', '.join(codes)}: {proposed or proposal.comment}")
        self.setAccessibleDescription(adopt)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._is_adoptable and key_bindings.is_pressed(event, "position_take_over"):
            self.adopted.emit()
        else:
            super().keyPressEvent(event)
