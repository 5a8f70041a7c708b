"""Our position on a paragraph, edited in place: stance and marks as chips, drafting, comment and internal fields."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QWidget
from typing_extensions import override

from delegate_desk.core.annotations.annotation import Annotation, AnnotationId
from delegate_desk.core.documents.document import Address, DocumentId, Place
from delegate_desk.core.positions.position import PositionEntry, PositionStatus, Stance, StanceStep, start_draft
from delegate_desk.core.word_diff import WordChange, WordDiff, diff_words
from delegate_desk.desk import Desk
from delegate_desk.gui.paragraphs.file_section import (
    FileSection,
    OwnPosition,
    ParagraphContext,
    fill_origin,
    place_from_link,
    place_link,
    translate,
)
from delegate_desk.gui.paragraphs.notes_section import OwnCards, is_note
from delegate_desk.gui.positions.position_model import OtherProposal, adopted_entry
from delegate_desk.gui.positions.provision_editors import StanceChips
from delegate_desk.gui.positions.provision_list import ProvisionCard
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets import accessibility, key_bindings
from delegate_desk.gui.widgets.basic_widgets import (
    clear_layout,
    column_layout,
    flat_button,
    label,
    link_label,
    row_layout,
    set_part,
    set_property,
    while_alive,
)
from delegate_desk.gui.widgets.display_widgets import ShortenedLabel
from delegate_desk.gui.widgets.labels import positions, terms
from delegate_desk.gui.widgets.rows.change_list_model import shorten_words
from delegate_desk.gui.widgets.text.page_metrics import DraftingPreview

_AROUND = 8
"""Number of unchanged words shown beside a change while the drafting is read-only."""
_BADGES = {
    PositionStatus.DRAFT: "drafting_suggestion",
    PositionStatus.CLEARED: "support",
    PositionStatus.SENT: "soft",
    PositionStatus.WITHDRAWN: "soft",
}
_LOCKED = (PositionStatus.SENT, PositionStatus.WITHDRAWN)


class BriefLine(ShortenedLabel):
    """Our position on one line; a click opens its fields."""

    clicked = Signal()

    def show_item(self, item: PositionEntry, words: WordDiff) -> None:
        added = (text.strip(" ,;") for change, text in words if change is WordChange.INSERT)
        internal = translate("context", "Internal: {text}").format(text=item.internal) if item.internal else ""
        texts = [*map(terms.quote, filter(None, added)), item.comment or internal]
        self.setText(" · ".join(" ".join(text.split()) for text in texts if text))

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.clicked.emit()


class PositionCard(ProvisionCard):
    """A provision in the right column.

    Signals:
        open_requested: The position is to be shown in its view.
    """

    in_column = True
    open_requested = Signal()

    def __init__(self, margin: str, own: OwnPosition) -> None:
        self._is_locked = self._is_brief = False
        self.brief_line = BriefLine()
        set_part(self.brief_line, "line")
        self.drafting_label = label(translate("context", "Drafting"), "column_key")
        self.preview = DraftingPreview((), placeholder=translate("context", "Drafting"))
        super().__init__(margin, own.source, own.entry, str)
        self.sign_label.hide()
        self.mark_label.hide()
        self._row.takeAt(2)  # the space after them
        self._row.setContentsMargins(0, 0, 0, 0)
        for index, widget in enumerate((self.chips, self.brief_line, self.drafting_label, self.preview)):
            self._content.insertWidget(index, widget)
        self.wording_edit.hide()
        self.preview.entered.connect(self.focus_wording)
        self.wording_edit.exited.connect(lambda: QTimer.singleShot(0, self, self._close_wording))
        self._show_drafting()

    @override
    def focus_wording(self) -> None:
        if self._is_locked:
            return
        self.preview.hide()
        self.drafting_label.show()
        self.wording_edit.show()
        super().focus_wording()

    @override
    def show_item(self, source: str | None, item: PositionEntry) -> None:
        super().show_item(source, item)
        self._show_drafting()

    def lock(self, *, locked: bool, brief: bool = False) -> None:
        """Make it editable or read-only; a brief card has the chips and one line."""
        self._is_locked, self._is_brief = locked, brief
        self.wording_edit.setReadOnly(locked)
        self.fields.set_read_only(read_only=locked)
        self._show_rows()
        self._show_drafting()

    def _close_wording(self) -> None:
        focused = QApplication.focusWidget()
        if focused is not None and focused is not self.wording_edit and self.window().isActiveWindow():
            self.wording_edit.tidy()
            self.wording_edit.hide()
            self._show_drafting()

    def _show_drafting(self) -> None:
        if not self.wording_edit.isHidden():
            return
        words = tuple(self.wording_edit.drafted.words)
        has_drafting = self.item.proposal is not None or self.wording_edit.drafted.is_changed
        self.preview.set_words(shorten_words(words, _AROUND) if has_drafting else ())
        self.drafting_label.setVisible(has_drafting and not self._is_brief)
        self.preview.setVisible((has_drafting or not self._is_locked) and not self._is_brief)
        self.brief_line.show_item(self.item, words if has_drafting else ())
        self.brief_line.setVisible(self._is_brief and bool(self.brief_line.text()))

    @override
    def _show_chips(self) -> None:
        """The section, which knows whether they are from a note, shows them."""

    @override
    def _show_rows(self) -> None:
        self.fields.show_rows(active=not self._is_locked)
        if self._is_brief:
            self.fields.hide()
        self.place_line.show_item(self.item, self.proposed_action, active=self.is_active)

    @override
    def tab_stops(self) -> list[QWidget]:
        return [*self.chips.chips, self.preview, self.wording_edit, *self.fields.editors()]

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.fields.menu()
        if not self._is_locked:
            menu.addSeparator()
            menu.addAction(self.tr("Remove our position here")).triggered.connect(self.removed)
        menu.addAction(self.tr("Open position")).triggered.connect(self.open_requested)
        menu.popup(event.globalPos())
        event.accept()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """The frame around it looks like a card."""


def our_marks(context: ParagraphContext) -> list[Annotation]:
    """Return our marks beside the stance: red lines and reservations, and those that say more than the stance."""
    stance = context.own.entry.stance if context.own is not None else None
    marks = (annotation for annotation in context.annotations if not annotation.author and not is_note(annotation))
    return sorted(
        (mark for mark in marks if mark.text or mark.quote or mark.kind.value != stance), key=lambda mark: mark.created
    )


class PositionSection(FileSection):
    """Our position, which saves edits.

    Attributes:
        is_left_out: True while the view shows our position itself.

    Signals:
        position_requested: A position is to be opened in its view, with the ``Place``.
        replied: A mark should be replied to, with the ``Annotation``.
        noticed: Something was set or removed and can be undone, with the sentence.
        pressed: The key of a stance was pressed.
    """

    key = "position"
    position_requested = Signal(object)
    replied = Signal(object)
    noticed = Signal(str)
    pressed = Signal()

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(translate("context", "Our position"), parent)
        self._desk, self._tasks = desk, tasks
        self.card: PositionCard | None = None
        self.is_left_out = False
        self.marks = OwnCards(desk, tasks, self)
        self._open_mark: AnnotationId | None = None
        self._paragraphs: Sequence[ParagraphContext] = ()
        self._context: ParagraphContext | None = None
        self._is_open = self._is_brief = False
        self._unlocked: Place | None = None
        self._frame = QFrame()
        set_part(self._frame, "card")
        self._column = column_layout(within=self._frame, margins=(12, 8, 12, 8), spacing=4)
        self._card_layout, self._several_layout = column_layout(spacing=0), column_layout(spacing=4)
        self.marks_layout = column_layout(spacing=4)
        self.note_label = link_label("small")
        self.note_label.setAccessibleName(translate("context", "Origin of our position"))
        self.note_label.linkActivated.connect(lambda link: self.opened.emit(place_from_link(link)))
        self.sent_label = label("", "small")
        self.next_button = flat_button("", translate("context", "Next draft"))
        set_property(self.next_button, "tone", "out")
        self.next_button.clicked.connect(self._on_next)
        self._footer = QWidget()
        row_layout(self.sent_label, None, self.next_button, within=self._footer, margins=(0, 4, 0, 0))
        for part in (self._card_layout, self.marks_layout, self._several_layout):
            self._column.addLayout(part)
        self._column.addWidget(self.note_label)
        self._column.addWidget(self._footer)
        self.body_layout.addWidget(self._frame)
        self.quiet_line.clicked.connect(self.open_card)
        self.marks.changed.connect(self._refresh)
        self.marks.replied.connect(self.replied)
        tasks.flush_requested.connect(self.flush)

    @override
    def note_load(self) -> None:
        self.marks.note_load()
        if self.card is not None:
            self.card.saving.note_load()

    @override
    def fill(self, paragraphs: Sequence[ParagraphContext]) -> None:
        """Show our position with the marks beside it; text being typed stays as it is."""
        context = paragraphs[0] if len(paragraphs) == 1 else None
        if self._context is None or context is None or context.place != self._context.place:
            self.close_card()
            self._open_mark = None
            self.marks.clear()
        elif self.card is not None and self.card.saving.is_ahead:
            context = replace(context, own=self._context.own)  # what was typed since is newer
        self._paragraphs, self._context = paragraphs, context
        if context is not None:
            marks = (mark for mark in context.annotations if not mark.author and not is_note(mark))
            self.marks.fill(marks, paragraphs)
        self._refresh()

    def flush(self) -> None:
        self.marks.flush()
        if self.card is not None:
            self.card.saving.flush()

    # Edits from elsewhere

    def press_stance(self, stance: Stance, place: Place, span: tuple[int, int] | None = None) -> None:
        """Set or remove the stance of our position on a paragraph, or a mark, as its key does."""
        self.flush()
        self.pressed.emit()
        steps: list[StanceStep] = []
        press = partial(self._desk.stance_keys.press, place, stance, span, report=steps.append)

        def report(_: object) -> None:
            texts = {
                StanceStep.SET: self.tr("Stance: {stance}"),
                StanceStep.REPLACE: self.tr("Stance: {stance}"),
                StanceStep.REMOVE: self.tr("Stance removed: {stance}"),
                StanceStep.ADD_MARK: self.tr("Mark added: {stance}"),
                StanceStep.REMOVE_MARK: self.tr("Mark removed: {stance}"),
            }
            self.noticed.emit(texts[steps[0]].format(stance=terms.stance_label(stance)))

        self._tasks.write(press, while_alive(self, report))

    def adopt(self, proposal: OtherProposal) -> None:
        own = self._context.own if self._context is not None else None
        if own is None or self._context is None:
            return
        self.flush()
        document, item = self._context.place.document, adopted_entry(proposal, own.entry, own.source or "")
        self._tasks.write(lambda: self._desk.positions.set_item(document, item, typed=False))

    def start_mark(self, mark: Annotation) -> None:
        self._open_mark = mark.id
        self.set_folded(folded=False)
        self.marks.start(mark)

    def edit(self, key: AnnotationId) -> bool:
        """Focus the text of a mark; False if it is not here."""
        if key in self.marks.by_id:
            self._open_mark = key
            self._refresh()
            self.marks.by_id[key].focus_text()
        return key in self.marks.by_id

    # Card

    def set_brief(self, *, brief: bool) -> None:
        """Show only the chips and one line until the fields are requested, or all fields."""
        self._is_brief = brief
        self._refresh()

    def close_card(self) -> None:
        self._is_open = False
        if self.card is not None:
            self.card.saving.flush()
            self.card = None
            clear_layout(self._card_layout)

    def open_card(self) -> PositionCard | None:
        """Show the fields of a paragraph even without a position; None if it has no text."""
        self._is_open = True
        self.set_folded(folded=False)
        self._refresh()
        return self.card

    def draft(self, span: tuple[int, int] | None = None) -> None:
        card = self.open_card()
        if card is not None:
            self._unlock()
            card.focus_wording()
            if span is not None:
                card.wording_edit.select_source(*span)

    @override
    def press_key(self) -> None:
        self.open_card()
        super().press_key()

    @override
    def focus_first(self) -> None:
        if self.card is not None and self.card.chips.chips:
            self.card.chips.chips[0].setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            super().focus_first()

    @override
    def entries(self) -> list[QWidget]:
        stops = self.card.tab_stops() if self.card is not None else []
        return [stop for stop in stops if stop.isVisibleTo(self)]

    def _refresh(self) -> None:
        context = self._context
        own = context.own if context is not None else None
        for key, mark in self.marks.by_id.items():
            self.marks_layout.addWidget(mark)
            mark.setVisible(key == self._open_mark or mark.is_new)
        if len(self._paragraphs) > 1 and not self.is_left_out:
            self._show_several()
        elif self.is_left_out or context is None or own is None or (own.source is None and own.entry.is_empty()):
            self.show_nothing()
        else:
            self._show_one(context, own)

    def _show_several(self) -> None:
        """Show the chips and one line of our position on each of several paragraphs."""
        clear_layout(self._several_layout)
        count = 0
        for context in self._paragraphs:
            own = context.own
            if own is not None and (not own.entry.is_empty() or our_marks(context)):
                entry, chips, line = QWidget(), StanceChips(), BriefLine()
                column_layout(chips, line, within=entry, margins=0, spacing=2)
                set_part(line, "line")
                chips.show_stance(own.entry.stance, our_marks(context), is_noted=own.is_noted, editable=False)
                proposal = own.entry.proposal
                line.show_item(own.entry, diff_words(own.source or "", proposal) if proposal else ())
                for signal in (chips.mark_opened, line.clicked):
                    signal.connect(lambda *_, place=context.place: self.opened.emit(place))
                self._several_layout.addWidget(label(context.citation, "column_key", wrap=True))
                self._several_layout.addWidget(entry)
                count += 1
        self.note_label.hide()
        self._footer.hide()
        self.show_entries(count, translate("context", "none"))

    def _show_one(self, context: ParagraphContext, own: OwnPosition) -> None:
        clear_layout(self._several_layout)
        marks = our_marks(context)
        has_focus = self.body.isAncestorOf(QApplication.focusWidget() or self.window())
        if own.entry.is_empty() and not self.marks.by_id and not self._is_open and not has_focus:
            self.close_card()
            self.show_nothing(key_bindings.no_position_hint())
            return
        is_here = own.document.id == context.place.document
        is_locked = not is_here or (own.position.status in _LOCKED and self._unlocked != context.place)
        card = self._show_card(context, own)
        card.lock(locked=is_locked, brief=self._is_brief and not self._is_open and not has_focus)
        card.chips.show_stance(card.item.stance, marks, is_noted=own.is_noted, editable=not is_locked)
        self.note_label.show()
        if not is_here:
            version_place = Place(own.document.id, context.place.address)
            self.note_label.setText(place_link(version_place, terms.version_note(own.document)))
        elif own.origin is not None:
            fill_origin(self.note_label, own.origin)
        elif own.is_noted and own.entry.proposal is not None:
            self.note_label.setText(translate("context", "from a note; the first edit puts it into our position"))
        else:
            self.note_label.hide()
        self._show_footer(context, own, is_locked=is_locked and is_here)
        has_status = not own.entry.is_empty() and not own.is_noted
        badge = positions.status_badge(own.position.status) if has_status else ""
        self.show_content(badge=badge, role=_BADGES[own.position.status])
        accessibility.set_tab_order(self.header, [*card.tab_stops(), self.next_button])

    def _show_card(self, context: ParagraphContext, own: OwnPosition) -> PositionCard:
        card = self.card
        if card is None:
            card = self.card = PositionCard(context.citation or own.entry.label, own)
            document = context.place.document
            if context.document is not None:
                card.connect_library(self._desk, self._tasks, context.document)
            for edited in (card.written, card.chosen):
                edited.connect(self._note_draft)
            card.removed.connect(lambda: self._remove(card, document))
            card.chips.mark_opened.connect(self._switch_mark)
            card.chosen.connect(lambda _: self._refresh())
            card.left.connect(self.left)
            card.brief_line.clicked.connect(self.press_key)
            card.open_requested.connect(
                lambda: self.position_requested.emit(Place(own.document.id, context.place.address))
            )
            self._card_layout.addWidget(card)
        elif not card.saving.is_dirty:
            card.show_item(own.source, own.entry)
        return card

    def _note_draft(self, _: PositionEntry) -> None:
        """Report that an edit made a cleared position a draft."""
        context, self._unlocked = self._context, None
        if context is None or context.own is None or context.own.position.status is not PositionStatus.CLEARED:
            return
        self.noticed.emit(positions.draft_again())
        self._context = replace(context, own=replace(context.own, position=start_draft(context.own.position)))

    def _remove(self, card: PositionCard, document: DocumentId) -> None:
        self._tasks.unsaved.discard(card.saving)
        address = card.item.address
        self.close_card()
        self._tasks.write(lambda: self._desk.positions.remove_item(document, address))
        self.left.emit()

    def _switch_mark(self, mark: Annotation) -> None:
        """Show or hide the text of a mark below the chips."""
        self._open_mark = None if self._open_mark == mark.id else mark.id
        self._refresh()
        if self._open_mark in self.marks.by_id:
            self.marks.by_id[self._open_mark].focus_text()

    def _show_footer(self, context: ParagraphContext, own: OwnPosition, *, is_locked: bool) -> None:
        self._footer.setVisible(is_locked)
        if not is_locked:
            return
        sent = own.position.sent
        self.sent_label.setText(
            translate("context", "Sent on {day}").format(day=terms.format_timestamp(sent.at)) if sent else ""
        )
        newest = context.revisions[0] if context.revisions else own.document
        if newest.id != own.document.id:
            text = translate("context", "Our position on {name}").format(name=newest.short_name)
        else:
            number = terms.format_number(own.position.version + 1)
            text = translate("context", "Start draft {n}").format(n=number)
        self.next_button.setText(text)
        self.next_button.setAccessibleName(text)

    def _on_next(self) -> None:
        context = self._context
        if context is None:
            return
        newest = context.revisions[0] if context.revisions else None
        if newest is not None and newest.id != context.place.document:
            self.position_requested.emit(Place(newest.id, Address("")))
        else:
            self._unlock()
            self.focus_first()

    def _unlock(self) -> None:
        own = self._context.own if self._context is not None else None
        is_locked = own is not None and own.position.status in _LOCKED
        self._unlocked = self._context.place if self._context is not None and is_locked else None
        self._refresh()
