"""Our position on a paragraph, edited in place: stance and marks as chips, drafting, comment and internal fields."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QWidget
from typing_extensions import override

from delegate_desk.core.annotations.annotation import Annotation
from delegate_desk.core.documents.document import Address, Place
from delegate_desk.core.positions.position import PositionEntry, PositionStatus
from delegate_desk.core.word_diff import WordDiff
from delegate_desk.gui.paragraphs.file_section import FileSection, fill_origin, place_from_link, place_link
from delegate_desk.gui.paragraphs.paragraph_context import OwnPosition, ParagraphContext
from delegate_desk.gui.positions.provision_list import ProvisionCard
from delegate_desk.gui.widgets import focus_ring, theme
from delegate_desk.gui.widgets.basic_widgets import (
    clear_layout,
    column_layout,
    flat_button,
    label,
    link_label,
    row_layout,
    set_part,
    set_property,
)
from delegate_desk.gui.widgets.labels import key_hints, positions, terms
from delegate_desk.gui.widgets.rows.change_list_model import shorten_words
from delegate_desk.gui.widgets.text.our_marks import DraftingLabel

translate = QCoreApplication.translate
_AROUND = 8
"""Unchanged words shown beside a change while the drafting is only read."""
_BADGES = {
    PositionStatus.DRAFT: "drafting_suggestion",
    PositionStatus.CLEARED: "support",
    PositionStatus.SENT: "soft",
    PositionStatus.WITHDRAWN: "soft",
}
_LOCKED = (PositionStatus.SENT, PositionStatus.WITHDRAWN)


class DraftingPreview(DraftingLabel):
    """Our drafting as it is read, or only its label where there is none; Tab or a click opens its editor."""

    entered = Signal()

    def __init__(self, words: WordDiff, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.IBeamCursor)

    @override
    def set_words(self, words: WordDiff) -> None:
        super().set_words(words)
        self._label = "" if words else translate("context", "Drafting")
        if self._label:
            self.setAccessibleName(self._label)

    @override
    def heightForWidth(self, width: int) -> int:
        return self.fontMetrics().height() + 4 if self._label else super().heightForWidth(width)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._label:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setPen(theme.color("soft"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, self._label)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.ShortcutFocusReason):
            self.entered.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.entered.emit()


class PositionCard(ProvisionCard):
    """A provision in the right column.

    Signals:
        open_requested: The position is to be shown in its view.
    """

    in_column = True
    open_requested = Signal()

    def __init__(self, margin: str, own: OwnPosition, parent: QWidget | None = None) -> None:
        self._is_locked = False
        self.drafting_label = label(translate("context", "Drafting"), "column_key")
        self.preview = DraftingPreview(())
        super().__init__(margin, own.source, own.entry, str, parent)
        self.mark_label.hide()
        layout = self.layout()
        assert layout is not None  # the row has made it
        layout.setContentsMargins(0, 0, 0, 0)
        for at, widget in enumerate((self.chips, self.drafting_label, self.preview)):
            self._content.insertWidget(at, widget)
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

    def select_words(self, start: int, end: int) -> None:
        """Select words of the source, as far as the drafting still has them."""
        self.wording_edit.select_source(start, end)

    @override
    def show_item(self, source: str | None, item: PositionEntry) -> None:
        super().show_item(source, item)
        self._show_drafting()

    def lock(self, *, locked: bool) -> None:
        self._is_locked = locked
        self.wording_edit.setReadOnly(locked)
        self.fields.set_read_only(read_only=locked)
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
        has_drafting = self.item.proposal is not None or self.wording_edit.drafted.is_changed
        self.preview.set_words(shorten_words(tuple(self.wording_edit.drafted.words), _AROUND) if has_drafting else ())
        self.drafting_label.setVisible(has_drafting)
        self.preview.setVisible(has_drafting or not self._is_locked)

    @override
    def _show_chips(self) -> None:
        """The section shows them, which knows whether they are from a note."""

    @override
    def _show_rows(self) -> None:
        self.fields.show_rows(active=not self._is_locked)
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
        """The frame around it has the look of a card."""


class PositionSection(FileSection):
    """The first section.

    Signals:
        card_made: A card is to be saved from now on, with the ``PositionCard``.
        position_requested: A position is to be opened in its view, with the ``Place``.
        mark_opened: The words of a mark are to be shown or hidden, with the ``Annotation``.
        mark_removed: A mark is to be removed, with the ``Annotation``.
    """

    card_made = Signal(object)
    position_requested = Signal(object)
    mark_opened = Signal(object)
    mark_removed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(translate("context", "Our position"), parent)
        self.card: PositionCard | None = None
        self._context: ParagraphContext | None = None
        self._is_open = False
        self._unlocked: Place | None = None
        self._marks: Sequence[Annotation] = ()
        self._frame = QFrame()
        set_part(self._frame, "card")
        self._column = column_layout(within=self._frame, margins=(12, 8, 12, 8), spacing=4)
        self._holder = column_layout(spacing=0)
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
        for part in (self._holder, self.marks_layout):
            self._column.addLayout(part)
        self._column.addWidget(self.note_label)
        self._column.addWidget(self._footer)
        self.body_layout.addWidget(self._frame)
        self.quiet_line.clicked.connect(self.open_card)
        theme.subscribe_to_theme(self, self._refresh)

    def show_context(self, context: ParagraphContext | None, marks: Sequence[Annotation] = ()) -> None:
        """Show our position on a paragraph, with the marks beside it; what is being typed stays as it is."""
        if self._context is None or context is None or context.place != self._context.place:
            self.close_card()
        self._context, self._marks = context, marks
        self._refresh()

    def close_card(self) -> None:
        self._is_open = False
        if self.card is not None:
            self.card.flush()
            self.card = None
            clear_layout(self._holder)

    def open_card(self) -> PositionCard | None:
        """Show the fields of a paragraph without a position too; None if it has no text."""
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
                card.select_words(*span)

    @override
    def press_key(self) -> None:
        self.open_card()
        super().press_key()

    @override
    def focus_first(self) -> None:
        if self.card is not None and self.card.chips.chips:
            self.card.chips.chips[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    @override
    def entries(self) -> list[QWidget]:
        stops = self.card.tab_stops() if self.card is not None else []
        return [stop for stop in stops if stop.isVisibleTo(self)]

    def _refresh(self) -> None:
        context = self._context
        own = context.own if context is not None else None
        if context is None or own is None or (own.source is None and own.entry.is_empty()):
            self.show_nothing()
            return
        has_focus = self.body.isAncestorOf(QApplication.focusWidget() or self.window())
        if own.entry.is_empty() and not self._marks and not self._is_open and not has_focus:
            self.close_card()
            self.show_nothing(key_hints.no_position_hint())
            return
        is_here = own.document.id == context.place.document
        is_locked = not is_here or (own.position.status in _LOCKED and self._unlocked != context.place)
        self._show_card(context, own)
        if self.card is not None:
            self.card.lock(locked=is_locked)
            stance, editable = self.card.item.stance, not is_locked
            self.card.chips.show_stance(stance, self._marks, is_noted=own.is_noted, editable=editable)
        self._show_note(context, own, is_here=is_here)
        self._show_footer(context, own, is_locked=is_locked and is_here)
        has_status = not own.entry.is_empty() and not own.is_noted
        badge = positions.position_badge(own.position) if has_status else ""
        self.show_content(badge=badge, role=_BADGES[own.position.status])
        if self.card is not None:
            focus_ring.set_tab_order(self.header, [*self.card.tab_stops(), self.next_button])

    def _show_card(self, context: ParagraphContext, own: OwnPosition) -> None:
        if self.card is None:
            margin = context.citation or own.entry.label
            self.card = card = PositionCard(margin, own)
            card.chips.mark_opened.connect(self.mark_opened)
            card.chips.mark_removed.connect(self.mark_removed)
            card.chosen.connect(lambda item: card.chips.show_stance(item.stance, self._marks))
            card.left.connect(self.left)
            card.open_requested.connect(
                lambda: self.position_requested.emit(Place(own.document.id, context.place.address))
            )
            self._holder.addWidget(card)
            self.card_made.emit(card)
        elif not self.card.saving.is_dirty:
            self.card.show_item(own.source, own.entry)

    def _show_note(self, context: ParagraphContext, own: OwnPosition, *, is_here: bool) -> None:
        self.note_label.show()
        if not is_here:
            there = Place(own.document.id, context.place.address)
            self.note_label.setText(place_link(there, terms.version_note(own.document)))
        elif own.origin is not None:
            fill_origin(self.note_label, own.origin)
        elif own.is_noted and own.entry.proposal is not None:
            self.note_label.setText(translate("context", "from a note; the first edit puts it into our position"))
        else:
            self.note_label.hide()

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
        self._unlocked = self._context.place if self._context is not None else None
        self._refresh()
