"""Notes and marks on a paragraph: ours, edited in place; those of other people and on other versions, read-only."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QIcon, QKeyEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QMenu
from typing_extensions import override

from delegate_desk.core.annotations.annotation import (
    RESERVATIONS,
    Annotation,
    AnnotationId,
    AnnotationKind,
    AnnotationStatus,
    Visibility,
)
from delegate_desk.gui.annotations.annotation_fields import TagChips
from delegate_desk.gui.forms.ui_annotation_card import Ui_AnnotationCard
from delegate_desk.gui.paragraphs.file_section import ReadingCard, place_from_link
from delegate_desk.gui.widgets import key_bindings, theme
from delegate_desk.gui.widgets.basic_widgets import (
    flat_button,
    handle_escape,
    label,
    popup_menu,
    set_part,
    set_property,
)
from delegate_desk.gui.widgets.jobs import Autosave
from delegate_desk.gui.widgets.labels import terms


def _kind_text(annotation: Annotation) -> str:
    return " · ".join(filter(None, (terms.kind_label(annotation.kind), annotation.holder)))


def _kind_sign(annotation: Annotation) -> QLabel:
    return theme.shown_icon(theme.kind_icon(annotation.kind), 12)


class OtherVersionCard(ReadingCard):
    open_requested = Signal(object)  # Annotation

    def __init__(self, annotation: Annotation, version: str) -> None:
        super().__init__()
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
        self._add_row([_kind_sign(annotation), label(kind, "soft", wrap=True)], [self.open_button])
        self._add_text(annotation.quote.exact if annotation.quote else "", "quote")
        self._add_text(annotation.text, "soft", is_selectable=True)
        self.setAccessibleName(f"{kind}, {version}: {annotation.text}")


class ReceivedAnnotationCard(ReadingCard):
    replied = Signal()
    copied = Signal()
    removed = Signal()

    def __init__(self, annotation: Annotation, author: str) -> None:
        super().__init__()
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
        self.reply_button = flat_button(self.tr("Reply"), self.tr("Reply to the note"))
        key_bindings.set_key_tool_tip(self.reply_button, "annotation_reply", self.tr("Reply to the note"))
        self.copy_button = flat_button(self.tr("Copy to Our Notes"), self.tr("Create a copy as our own note"))
        self.remove_button = flat_button(self.tr("Remove"), self.tr("Remove this note"))
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
            yield self.tr("internal")
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


NEEDS_WORDS = frozenset({AnnotationKind.NOTE, AnnotationKind.QUESTION, AnnotationKind.DRAFTING_SUGGESTION})
"""Kinds that mean nothing without words; the others are marks by themselves."""

_BESIDE = 46
"""Space that the head of a card needs beside its text."""


class AnnotationCard(QFrame):
    written = Signal(object, bool)  # Annotation, words were typed alone
    replied = Signal()
    origin_requested = Signal(object)  # Place
    removed = Signal()
    left = Signal()

    def __init__(self, annotation: Annotation, *, new: bool = False) -> None:
        super().__init__()
        self.annotation = annotation
        self.is_new = new
        self.is_saved = not new
        self.ui = ui = Ui_AnnotationCard()
        ui.setupUi(self)
        self.text_edit, self.tags_edit, self.due_edit = ui.text_edit, ui.tags_edit, ui.due_edit
        self.holder_combo, self.origin_label, self.chips = ui.holder_combo, ui.origin_label, ui.chips
        ui.small_sign_label.setContentsMargins(0, 4, 0, 0)
        key_bindings.set_key_tool_tip(ui.reply_button, "annotation_reply", ui.reply_button.accessibleName())
        if annotation.reply_to:
            set_property(self, "reply", "true")
        self.kinds_menu = QMenu(self)
        for kind in AnnotationKind:
            action = self.kinds_menu.addAction(theme.kind_icon(kind), terms.kind_label(kind))
            action.triggered.connect(lambda _=False, kind=kind: self._set_kind(kind))
        self.saving = Autosave(self)
        self.saving.due.connect(self._save)
        self.text_edit.textChanged.connect(self.saving.mark_edited)
        self.tags_edit.returnPressed.connect(self.left)
        self.tags_edit.textEdited.connect(self.saving.mark_edited)
        self.tags_edit.completer().activated.connect(self.saving.mark_edited)
        self.text_edit.escaped.connect(self.left)
        ui.kind_button.clicked.connect(
            lambda: self.kinds_menu.popup(ui.kind_button.mapToGlobal(ui.kind_button.rect().bottomLeft()))
        )
        ui.status_button.clicked.connect(self._toggle_status)
        ui.visibility_button.clicked.connect(self._toggle_visibility)
        self.due_edit.changed.connect(lambda: self._change(due=self.due_edit.due))
        self.due_edit.returnPressed.connect(self.left)
        self.holder_combo.chosen.connect(lambda code: self._change(holder=code))
        self.origin_label.linkActivated.connect(lambda link: self.origin_requested.emit(place_from_link(link)))
        ui.reply_button.clicked.connect(self.replied)
        ui.delete_button.clicked.connect(self.removed)
        theme.changed.connect(self._show)
        self.set_active(active=False)
        self.show_annotation(annotation)

    @property
    def is_blank(self) -> bool:
        return not self.text_edit.toPlainText().strip() and not self.annotation.tags and self.annotation.due is None

    def show_annotation(self, annotation: Annotation) -> None:
        self.annotation = annotation
        self.text_edit.set_text(annotation.text)
        if self.tags_edit.tags() != annotation.tags:
            self.tags_edit.set_tags(annotation.tags)
        self.due_edit.show_due(annotation.due)
        self.holder_combo.show_holder(annotation.holder)
        self._show()

    def set_active(self, *, active: bool) -> None:
        self.ui.tools_widget.setVisible(active)
        self.ui.head_widget.setVisible(active)
        self.ui.small_sign_label.setVisible(not active)
        self.chips.setVisible(not active and bool(self.annotation.tags))
        self._show_due()
        set_part(self, "card" if active else "entry")
        self.ui.card_layout.setContentsMargins(*((8, 6, 8, 6) if active else (0, 0, 0, 0)))
        set_property(self, "current", "true" if active else "false")
        if not active:
            self.flush()

    def focus_text(self) -> None:
        self.set_active(active=True)
        self.text_edit.moveCursor(QTextCursor.MoveOperation.End)
        self.text_edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> None:
        self.saving.flush()

    @override
    def event(self, event: QEvent) -> bool:
        """Esc leaves any of its fields and buttons, and the reply key replies."""
        if isinstance(event, QKeyEvent) and key_bindings.is_pressed(event, "annotation_reply"):
            if event.type() == QEvent.Type.KeyPress:
                self.replied.emit()
            event.accept()
            return True
        return handle_escape(event, self.left.emit) or super().event(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_head()

    def _fit_head(self) -> None:
        buttons = (self.ui.kind_button, self.ui.status_button, self.ui.visibility_button)
        width = sum(button.sizeHint().width() for button in buttons) + _BESIDE
        fits = width <= self.width()
        self.ui.head_layout.setDirection(QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom)

    def _save(self) -> None:
        text, tags = self.text_edit.toPlainText(), self.tags_edit.tags()
        if self.saving.failed or (text, tags) != (self.annotation.text, self.annotation.tags):
            retagged = tags != self.annotation.tags
            self.annotation = replace(self.annotation, text=text, tags=tags)
            if retagged:
                self._show()
            self.written.emit(self.annotation, True)

    def _change(self, **changes: Any) -> None:
        self.annotation = replace(self.annotation, **changes)
        self._show()
        self.written.emit(self.annotation, False)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = popup_menu(self)
        reply = menu.addAction(self.ui.reply_button.text())
        reply.setShortcuts(key_bindings.keys("annotation_reply"))
        reply.triggered.connect(self.replied)
        kinds = menu.addMenu(self.tr("Kind"))
        kinds.addActions(self.kinds_menu.actions())
        menu.addAction(self.ui.status_button.toolTip()).triggered.connect(self._toggle_status)
        is_internal = self.annotation.visibility is Visibility.INTERNAL
        shown = self.tr("Mark for circulation") if is_internal else self.tr("Mark as internal")
        menu.addAction(shown).triggered.connect(self._toggle_visibility)
        menu.addSeparator()
        menu.addAction(self.ui.delete_button.text()).triggered.connect(self.removed)
        menu.popup(event.globalPos())
        event.accept()

    def _toggle_status(self) -> None:
        self.flush()
        done = self.annotation.status is AnnotationStatus.DONE
        self._change(status=AnnotationStatus.OPEN if done else AnnotationStatus.DONE)

    def _toggle_visibility(self) -> None:
        self.flush()
        circulates = self.annotation.visibility is Visibility.CIRCULATION
        self._change(visibility=Visibility.INTERNAL if circulates else Visibility.CIRCULATION)

    def _set_kind(self, kind: AnnotationKind) -> None:
        self.flush()
        self._change(kind=kind, holder=self.annotation.holder if kind in RESERVATIONS else "")

    def _show(self) -> None:
        annotation = self.annotation
        for sign in (self.ui.sign_label, self.ui.small_sign_label):
            sign.setPixmap(theme.kind_icon(annotation.kind, 12).pixmap(QSize(12, 12)))
        name = _kind_text(annotation)
        self.ui.kind_button.setText(f"↳ {name}" if annotation.reply_to else name)
        set_property(self.ui.kind_button, "role", annotation.kind.value)
        is_done = annotation.status is AnnotationStatus.DONE
        self.ui.status_button.setText(self.tr("✓ done") if is_done else self.tr("open"))
        self.ui.status_button.setToolTip(self.tr("Reopen") if is_done else self.tr("Mark as done"))
        self.ui.status_button.setAccessibleName(self.tr("Status: done") if is_done else self.tr("Status: open"))
        circulates = annotation.visibility is Visibility.CIRCULATION
        self.ui.visibility_button.setText(self.tr("↗ circulation") if circulates else self.tr("internal"))
        self.ui.visibility_button.setIcon(QIcon() if circulates else theme.icon("lock", "red_line"))
        self.ui.visibility_button.setToolTip(
            self.tr("Included in exports for circulation. Press to mark as internal.")
            if circulates
            else self.tr("Not included in exports for circulation. Press to mark for circulation.")
        )
        text = self.tr("Visibility: circulation") if circulates else self.tr("Visibility: internal")
        self.ui.visibility_button.setAccessibleName(text)
        set_property(self.ui.visibility_button, "tone", "out" if circulates else "in")
        set_property(self, "tone", "out" if circulates else "in")
        self.holder_combo.setVisible(annotation.kind in RESERVATIONS)
        self._show_due()
        self.ui.quote_label.setText(annotation.quote.exact if annotation.quote else "")
        self.ui.quote_label.setVisible(annotation.quote is not None)
        self.chips.set_tags(annotation.tags)
        self.chips.setVisible(bool(annotation.tags) and self.ui.tools_widget.isHidden())
        self.setAccessibleName(self.tr("Reply: {kind}").format(kind=name) if annotation.reply_to else name)
        self._fit_head()

    def _show_due(self) -> None:
        """Show beside a read-only note its deadline and other properties."""
        due, is_done = self.annotation.due, self.annotation.status is AnnotationStatus.DONE
        is_late = due is not None and due < datetime.now(UTC) and not is_done
        words = self.tr("! overdue since {when}") if is_late else self.tr("due {when}")
        parts = [words.format(when=terms.format_timestamp(due))] if due else []
        if is_done:
            is_question = self.annotation.kind is AnnotationKind.QUESTION
            parts.append(self.tr("✓ answered") if is_question else self.tr("✓ done"))
        if self.annotation.visibility is Visibility.CIRCULATION:
            parts.append(self.tr("↗ circulation"))
        self.ui.due_label.setText(" · ".join(parts))
        set_property(self.ui.due_label, "part", "danger" if is_late else "small")
        self.ui.due_label.setVisible(bool(parts) and self.ui.tools_widget.isHidden())


Card = AnnotationCard | ReceivedAnnotationCard


def thread_cards(cards: Mapping[AnnotationId, Card]) -> list[Card]:
    """Return cards with their replies, open ones first, then newest first."""
    answers: dict[AnnotationId | None, list[Card]] = {}
    for card in sorted(cards.values(), key=lambda value: value.annotation.created):
        replied_to = card.annotation.reply_to
        answers.setdefault(replied_to if replied_to in cards else None, []).append(card)
    ordered: list[Card] = []
    waiting = sorted(answers.pop(None, []), key=lambda card: card.annotation.status is not AnnotationStatus.DONE)
    while waiting:
        card = waiting.pop()
        ordered.append(card)
        waiting += answers.pop(card.annotation.id, [])[::-1]
    return ordered
