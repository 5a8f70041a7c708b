"""The provisions of a position, one below the other, with the current provision."""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import ClassVar

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from delegate_desk.core.annotations.annotation import Annotation, AnnotationKind
from delegate_desk.core.documents.document import Address, LibraryDocument
from delegate_desk.core.positions.position import MARKS, PositionEntry, ProposedAction
from delegate_desk.core.positions.returned_files import ReturnedField, ReturnedItem
from delegate_desk.desk import Desk
from delegate_desk.gui.positions.position_model import DraftedPosition
from delegate_desk.gui.positions.provision_editors import (
    SpellingMarks,
    StanceChips,
    ToggleSwitch,
    WordingEdit,
    mark_sign,
)
from delegate_desk.gui.positions.provision_fields import FIELD_ORDER, PositionRow, ProvisionFields, ProvisionPlaceLine
from delegate_desk.gui.positions.returned_file import ReplyLine, ReplyLines, ReplyReview
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets import accessibility, theme
from delegate_desk.gui.widgets.basic_widgets import (
    FlowRow,
    GrowingEdit,
    flat_button,
    label,
    laid_out_once,
    row_layout,
    set_property,
    settle,
)
from delegate_desk.gui.widgets.display_widgets import AdoptionLine
from delegate_desk.gui.widgets.jobs import Autosave
from delegate_desk.gui.widgets.labels import terms
from delegate_desk.gui.widgets.labels.positions import position_field_label


class ProvisionCard(PositionRow):
    """A provision with the editors of its wording and its fields.

    Attributes:
        in_column: True for the card of the right column, which is narrow.
    """

    in_column: ClassVar[bool] = False
    written = Signal(object)
    chosen = Signal(object)
    removed = Signal()
    menu_requested = Signal(QPoint)

    def __init__(
        self, margin: str, source: str | None, item: PositionEntry, cite: Callable[[Address], str] = str
    ) -> None:
        super().__init__(margin)
        self.item = item
        self._source = source
        self.setAccessibleName(self.tr("Provision {label}").format(label=margin))
        self.wording_edit = WordingEdit(size=theme.COLUMN if self.in_column else theme.READING)
        self.wording_edit.setAccessibleName(self.tr("Wording of {label}").format(label=margin))
        if source is None:
            self.wording_edit.setPlaceholderText(self.tr("Text of the new provision"))
        self.fields = ProvisionFields(margin, in_column=self.in_column)
        self.place_line = ProvisionPlaceLine(cite)
        self.adoption_line = AdoptionLine()
        self.reply_lines = ReplyLines(self._make_reply_line)
        self._buttons: tuple[QPushButton, ...] = ()
        self.chips = StanceChips()
        self.marks: Sequence[Annotation] = ()
        self._button_row = row_layout(spacing=2)
        for widget in (self.wording_edit, self.place_line, self.adoption_line):
            self._content.addWidget(widget)
        if not self.in_column:
            self._button_row.addWidget(self.chips, 1)
            self._content.addLayout(self._button_row)
        self._content.addWidget(self.fields)
        self.saving = Autosave(self)
        self.saving.due.connect(self._save)
        self.show_item(source, item)
        self.wording_edit.proposed.connect(self.saving.mark_edited)
        self.wording_edit.replaced.connect(self._on_chosen)
        self.fields.typed.connect(self.saving.mark_edited)
        self.fields.chosen.connect(self._on_chosen)
        self.chips.stance_chosen.connect(lambda stance: self.change(replace(self.item, stance=stance)))
        self.place_line.numbered.connect(self.saving.mark_edited)
        self.place_line.reverted.connect(self._revert_place)
        self.wording_edit.escaped.connect(self.left)
        self.fields.left.connect(self.left)

    def connect_library(self, desk: Desk, tasks: Tasks, document: LibraryDocument) -> None:
        """Save edits to the position on a document, and check the spelling of all texts in its language."""

        def save(item: PositionEntry, *, typed: bool) -> None:
            words = "\n".join(filter(None, (item.proposal, item.comment, item.internal)))
            job = partial(desk.positions.set_item, document.id, item, typed=typed)
            self.saving.write(tasks, job, typed=typed, words=words)

        self.written.connect(partial(save, typed=True))
        self.chosen.connect(partial(save, typed=False))
        self.chips.mark_removed.connect(lambda mark: tasks.write(partial(desk.annotations.remove, mark.id)))
        check = partial(SpellingMarks, desk=desk, tasks=tasks, language=document.header.language)
        for field in (self.wording_edit, *self.fields.editors()):
            if isinstance(field, GrowingEdit):
                check(field)
        self.fields.text_field_made.connect(check)

    @property
    def address(self) -> Address:
        return self.item.address

    @property
    def proposed_action(self) -> ProposedAction:
        return self.item.proposed_action(is_there=self._source is not None)

    @property
    def is_new(self) -> bool:
        return self._source is None

    @property
    def source(self) -> str:
        return self._source or ""

    def show_item(self, source: str | None, item: PositionEntry) -> None:
        self.item = item
        self._source = source
        if source is None and item.label:
            self.set_margin(terms.margin_label(item.address, item.label))
        self.mark_label.set_draggable(draggable=self.is_new and item.after is not None)
        self.wording_edit.set_wording(self.source, item.proposal)
        self.fields.show_item(item)
        self._show_rows()

    @override
    def set_active(self, *, active: bool) -> None:
        super().set_active(active=active)
        if not active:
            self.finish()
        self._show_rows()

    def focus_wording(self) -> None:
        self.set_active(active=True)
        self.wording_edit.show()
        self.wording_edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def finish(self) -> None:
        self.wording_edit.tidy()
        self.saving.flush()

    def change(self, item: PositionEntry) -> None:
        self.saving.flush()
        if item != self.item:
            wording = self.source if item.proposal is None else item.proposal
            self.wording_edit.undoing.steps.record_edit(wording, len(wording))
            self.show_item(self._source, item)
            self.chosen.emit(item)

    def toggle_deletion(self) -> None:
        if self._source is not None:
            gone = self.proposed_action is ProposedAction.DELETE
            self.change(replace(self.item, proposal=None if gone else "", after=None if not gone else self.item.after))

    def _edited_item(self) -> PositionEntry:
        wording = self.wording_edit.proposal
        item = self.fields.edited_item(self.item)
        if self.proposed_action in (ProposedAction.INSERT, ProposedAction.MOVE):
            item = replace(item, label=self.place_line.number_edit.text())
        return replace(item, proposal=None if wording == self.source else wording)

    def count_words(self) -> int:
        item = self._edited_item() if self.saving.is_dirty else self.item
        return len(" ".join((self.wording_edit.proposal, item.comment, item.justification)).split())

    def _save(self) -> None:
        item = self._edited_item()
        if self.saving.failed or item != self.item:
            self._set_item(item)
            self.written.emit(item)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._content.invalidate()  # Qt caches the heights at another width

    def _on_chosen(self) -> None:
        item = self._edited_item()
        if item != self.item:
            self._set_item(item)
            self.fields.show_item(item)
            self.chosen.emit(item)

    def _set_item(self, item: PositionEntry) -> None:
        previous_action = self.proposed_action
        self.item = item
        self._show_chips()
        if self._source is None and item.label:
            self.set_margin(terms.margin_label(item.address, item.label))
        if self.proposed_action is not previous_action:
            self._show_rows()

    def _revert_place(self) -> None:
        if self.proposed_action is ProposedAction.DELETE:
            self.toggle_deletion()
        else:
            self.change(replace(self.item, after=None, label=""))

    def show_marks(self, marks: Sequence[Annotation]) -> None:
        self.marks = marks
        self._show_chips()

    def _show_chips(self) -> None:
        stance = self.item.stance
        sign = terms.STANCE_SIGNS[stance] if stance else "±" if self.item.proposal is not None else ""
        self.show_sign(sign, terms.STANCE_ROLES[stance] if stance else "drafting_suggestion")
        self.chips.show_stance(stance, self.marks, editable=self.is_active or stance is not None)

    def _show_rows(self) -> None:
        self._show_chips()
        self.fields.show_rows(active=self.is_active)
        self.place_line.show_item(self.item, self.proposed_action, active=self.is_active)
        if self.is_active and not self._buttons:
            more, show = self.tr("Actions for {label}"), self.tr("Show {label} in the text")
            remove = self.tr("Remove the provision {label}")
            self.more_button = flat_button(self.tr("More"), more.format(label=self.margin))
            self.show_button = flat_button(self.tr("Show in Text"), show.format(label=self.margin))
            self.remove_button = flat_button(self.tr("Remove"), remove.format(label=self.margin))
            self._buttons = (self.more_button, self.show_button, self.remove_button)
            self._actions = FlowRow(self._buttons, 2)
            self._actions.setMaximumWidth(sum(button.sizeHint().width() + 2 for button in self._buttons))
            self._button_row.addWidget(self._actions, 1, Qt.AlignmentFlag.AlignTop)
            self.remove_button.clicked.connect(self.removed)
            self.show_button.clicked.connect(self.shown_in_text)
            self.more_button.clicked.connect(
                lambda: self.menu_requested.emit(self.more_button.mapToGlobal(QPoint(0, 0)))
            )
        if self._buttons:
            self._actions.setVisible(self.is_active)
            self.show_button.setVisible(not self.is_new)

    @override
    def tab_stops(self) -> list[QWidget]:
        lines = [*self.place_line.tab_stops(), *self.reply_lines.tab_stops()]
        return [self.wording_edit, *lines, *self.chips.chips, *self.fields.editors(), *self._buttons]

    def _make_reply_line(self, item: ReturnedItem) -> ReplyLine:
        if item.field in FIELD_ORDER:
            editor = self.fields.editor(item.field)
            return ReplyLine(item, editor if isinstance(editor, GrowingEdit) else None)
        is_wording = item.field is ReturnedField.PROPOSAL
        line = ReplyLine(item, self.wording_edit, self.source) if is_wording else ReplyLine(item, None)
        self._content.insertWidget(1 if is_wording else self._content.indexOf(self.place_line), line)
        return line

    def show_replies(self, review: ReplyReview) -> None:
        """Show the changes of a file that came back in the place of their fields."""
        if not self.reply_lines.show_items(review, self.item.address):
            return
        replied = {str(line.item.field): line for line in self.reply_lines.lines}
        self.fields.show_replies({name: line for name, line in replied.items() if name in FIELD_ORDER})


class NoteRow(PositionRow):
    """A note for circulation as a file has it; without our own entry there, below the text of its paragraph.

    Signals:
        internal_requested: It is to be left out of what circulates.
    """

    internal_requested = Signal()

    def __init__(self, margin: str, note: Annotation, source: str) -> None:
        super().__init__(margin)
        self.note = note
        kind = terms.kind_label(note.kind)
        if note.kind is AnnotationKind.RED_LINE:
            reservation = terms.kind_label(AnnotationKind.RESERVATION)
            kind = self.tr("{kind} (circulates as “{reservation}”)").format(kind=kind, reservation=reservation)
        text = " · ".join(filter(None, (kind, note.holder)))
        self.source_label = label(source, "reading", wrap=True)
        self.source_label.setFont(theme.reading_font(theme.READING))
        self._content.addWidget(self.source_label)
        sign = mark_sign(note.kind) if note.kind in MARKS else ""
        self.show_sign(sign, note.kind.value)
        chip = label(f"{sign} {text}".strip(), "note_chip")
        set_property(chip, "role", note.kind.value)
        self._content.addLayout(row_layout(chip, None))
        if note.quote is not None and note.quote.exact:
            self._content.addWidget(label(note.quote.exact, "quote", wrap=True))
        if note.text:
            field = "proposal" if note.kind is AnnotationKind.DRAFTING_SUGGESTION else "comment"
            key, words = label(position_field_label(field), "key", wrap=True), label(note.text, "line", wrap=True)
            self._content.addLayout(row_layout((key, 0, Qt.AlignmentFlag.AlignTop), (words, 1), spacing=0))
        self.circulates_switch = ToggleSwitch()
        self.circulates_switch.setAccessibleName(self.tr("The note on {label} circulates").format(label=margin))
        self.circulates_switch.setChecked(True)
        self.circulates_switch.clicked.connect(self.internal_requested)
        explanation = label(self.tr("From a note marked for circulation. Switch off to exclude it."), "soft", wrap=True)
        self.show_button = flat_button(
            self.tr("Show note"), self.tr("Show the note on {label} in the text").format(label=margin)
        )
        set_property(self.show_button, "tone", "out")
        self.show_button.clicked.connect(self.shown_in_text)
        self._content.addLayout(row_layout(self.circulates_switch, (explanation, 1), self.show_button, spacing=8))
        accessible_name = self.tr("From a note on {label}: {words}").format(label=margin, words=f"{text}. {note.text}")
        self.setAccessibleName(accessible_name)

    @property
    def address(self) -> Address:
        return self.note.place.address

    @override
    def tab_stops(self) -> list[QWidget]:
        return [self.circulates_switch, self.show_button]


_AT_ONCE = 3
_SLICE = 0.012
_REST = 10
"""Minimum number of cards shown at once; seconds of creating more before control returns to the window, and
milliseconds after which it goes on.
"""


class ProvisionList(QObject):
    """Cards of a position's provisions, in the order of the text.

    Signals:
        current_moved: Cards inserted before the current card moved it down by so many pixels.
        current_changed: Another card is current, or none.
    """

    row_made = Signal(object)
    left = Signal()
    current_moved = Signal(int)
    current_changed = Signal()

    def __init__(self, pane: QWidget, layout: QVBoxLayout, parent: QObject) -> None:
        super().__init__(parent)
        self._pane, self._layout = pane, layout
        self._drafting: DraftedPosition | None = None
        self._by_address: dict[Address, ProvisionCard] = {}
        self._notes: dict[Address, list[NoteRow]] = {}
        self._current: PositionRow | None = None
        self._pending: list[PositionEntry] = []
        self._timer = QTimer(self, singleShot=True, interval=_REST)
        self._timer.timeout.connect(self._add_pending)

    def __iter__(self) -> Iterator[ProvisionCard]:
        return iter([self._by_address[address] for address in self._addresses() if address in self._by_address])

    def __len__(self) -> int:
        return len(self._by_address)

    def get(self, address: Address) -> ProvisionCard | None:
        return self._by_address.get(address)

    @property
    def current(self) -> ProvisionCard | None:
        return next((provision for provision in self._by_address.values() if provision.is_active), None)

    def number(self) -> tuple[int, int] | None:
        """Return which row is current, from 1, and how many there are."""
        rows = self.rows()
        return next(((n, len(rows)) for n, row in enumerate(rows, 1) if row.is_active), None)

    def counted_words(self, general: str) -> str:
        """Return the number of words, with those of the general comments: ``12 of 80 words``."""
        total = len(general.split()) + sum(card.count_words() for card in self)
        words = terms.format_count(total, self.tr("1 word"), self.tr("{n} words"))
        if self.current is None:
            return words if total else ""
        return self.tr("{n} of {words}").format(n=terms.format_number(self.current.count_words()), words=words)

    @property
    def current_row(self) -> ProvisionCard | NoteRow | None:
        return next((row for row in self.rows() if row.is_active), None)

    def show_drafting(self, drafting: DraftedPosition, near: Address, height: int) -> None:
        """Show the stored provisions, at once those above one that fill a pane; text being typed stays as it is."""
        self._drafting = drafting
        items = {item.address: item for item in drafting.position.items}
        for address, provision in list(self._by_address.items()):
            if address in items or provision.saving.is_ahead:
                continue
            if provision.is_active and drafting.source(address) is not None:
                provision.show_item(drafting.source(address), PositionEntry(address))
            elif not provision.item.is_empty():
                self.remove(address)
        for address, item in items.items():
            card = self._by_address.get(address)
            if card is not None and not card.saving.is_ahead:
                card.show_item(drafting.source(address), item)
        for address, provision in self._by_address.items():
            provision.show_marks(drafting.marks.get(address, ()))
        self._pending = [item for item in drafting.position.items if item.address not in self._by_address]
        order = drafting.order([*self._pending, PositionEntry(near)])
        ranks = {address: n - (order.index(near) if near else 0) for n, address in enumerate(order)}
        self._pending.sort(key=lambda item: (ranks[item.address] > 0, abs(ranks[item.address])))
        self._show_notes(drafting)
        self._place_rows()
        shown = len(self._by_address)
        while self._pending and (
            len(self._by_address) < shown + _AT_ONCE
            or sum(row.heightForWidth(self._width()) for row in self.rows()) <= height
        ):
            self._add_card(self._pending.pop(0))
        self._show_headings()
        if self._pending:
            QTimer.singleShot(0, self._timer, self._timer.start)  # starts once all events are handled

    def _width(self) -> int:
        """Return the width of the rows; their layout knows none while it is empty."""
        layout = self._pane.layout()
        return self._pane.contentsRect().marginsRemoved(layout.contentsMargins()).width() if layout is not None else 0

    def _place_rows(self) -> None:
        """Put the rows in order; new rows have their width from the beginning, as their texts are laid out at once."""
        width = self._width()
        for n, row in enumerate(self.rows()):
            if self._layout.indexOf(row) != n:
                row.resize(width, row.height())
                self._layout.insertWidget(n, row)
                row.show()
                self._set_tab_order(row)

    def _show_headings(self) -> None:
        """Show each heading above the first row below it, and the text of a paragraph once."""
        drafting = self._drafting
        if drafting is None:
            return
        previous, shown = ("", ""), Address("")
        for row in self.rows():
            heading = drafting.heading(row.item if isinstance(row, ProvisionCard) else PositionEntry(row.address))
            row.show_heading(*heading, is_first=heading != previous)
            if isinstance(row, NoteRow):
                row.source_label.setVisible(row.address != shown and bool(row.source_label.text()))
            previous, shown = heading, row.address

    def notes(self) -> list[NoteRow]:
        return [row for address in self._addresses() for row in self._notes.get(address, ())]

    def _show_notes(self, drafting: DraftedPosition) -> None:
        if [row.note for row in self.notes()] == list(drafting.notes):
            return
        focused = QApplication.focusWidget()
        focused_number = next((n for n, row in enumerate(self.notes()) if focused and row.isAncestorOf(focused)), None)
        if focused_number is not None:
            self.left.emit()  # before Qt moves the focus to the next text
        current = self.current_row
        for row in self.notes():
            self._layout.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._notes.clear()
        for note in drafting.notes:
            address = note.place.address
            margin = drafting.label(address) if address else self.tr("whole")
            row = NoteRow(margin, note, drafting.source(address) or "")
            self._notes.setdefault(address, []).append(row)
            self.row_made.emit(row)
        self._place_rows()
        if isinstance(current, NoteRow):
            self.activate(next((row for row in self.notes() if row.note.id == current.note.id), None))
        if focused_number is not None and (notes := self.notes()):
            notes[min(focused_number, len(notes) - 1)].circulates_switch.setFocus()

    def _add_pending(self) -> None:
        """Add pending cards for as long as it is unnoticeable, and the others soon."""
        started, anchor = time.perf_counter(), self.current
        top = anchor.y() if anchor is not None else 0
        with laid_out_once(self._pane):
            while self._pending and time.perf_counter() - started < _SLICE:
                item = self._pending.pop(0)
                if item.address not in self._by_address:
                    self._add_card(item)
            self._show_headings()
        if self._pending:
            self._timer.start()
        settle()
        if anchor is not None and anchor.y() != top:
            self.current_moved.emit(anchor.y() - top)

    def add(self, item: PositionEntry) -> ProvisionCard:
        card = self._by_address.get(item.address)
        if card is None:
            card = self._add_card(item)
            self._show_headings()
        return card

    def _add_card(self, item: PositionEntry) -> ProvisionCard:
        assert self._drafting is not None, "nothing can be added before the document is known"
        drafting, address = self._drafting, item.address
        source = drafting.source(address)
        label = terms.margin_label(address, item.label) if source is None else ""
        card = ProvisionCard(label or drafting.label(address), source, item, self.margin_label)
        self.row_made.emit(card)
        card.show_marks(drafting.marks.get(address, ()))
        self._by_address[address] = card
        self._place_rows()
        return card

    def remove(self, address: Address) -> None:
        provision = self._by_address.pop(address)
        provision.blockSignals(True)
        self._layout.removeWidget(provision)
        provision.hide()
        provision.deleteLater()
        self._show_headings()

    def activate(self, chosen: PositionRow | None) -> None:
        for row in self.rows():
            if row.is_active != (row is chosen):
                row.set_active(active=row is chosen)
        if chosen is not None:
            self._set_tab_order(chosen)  # it has more controls now
        if chosen is not self._current:
            self._current = chosen
            self.current_changed.emit()

    def adjacent(self, by: int, near: Address) -> PositionRow | None:
        """Return the row after the current row, or before; without one, after a place in the text, or before.

        Without a place in the text, this is the first or the last row.
        """
        rows = self.rows()
        if not rows:
            return None
        order = self._addresses(near) if near else []
        preceding = order[: order.index(near)] if near else []
        rows_before = sum(row.address in preceding for row in rows) if near or by > 0 else len(rows)
        current = next((n for n, row in enumerate(rows) if row.is_active), rows_before - (by > 0))
        return rows[min(max(current + by, 0), len(rows) - 1)]

    def _set_tab_order(self, row: PositionRow) -> None:
        index = self._layout.indexOf(row)
        item = self._layout.itemAt(index - 1) if index > 0 else None
        previous = item.widget() if item is not None else None
        last = previous.tab_stops()[-1] if isinstance(previous, PositionRow) else self._layout.parentWidget()
        if last is not None:
            accessibility.set_tab_order(last, row.tab_stops())

    def margin_label(self, address: Address) -> str:
        provision = self._by_address.get(address)
        if provision is not None:
            return provision.margin
        return self._drafting.label(address) if self._drafting else address

    def _addresses(self, *more: Address) -> list[Address]:
        """Return the addresses of the rows, and more, in the order of the text."""
        items = {address: provision.item for address, provision in self._by_address.items()}
        entries = {address: PositionEntry(address) for address in (*self._notes, *more)} | items
        return self._drafting.order(entries.values()) if self._drafting else []

    def rows(self) -> list[ProvisionCard | NoteRow]:
        rows: list[ProvisionCard | NoteRow] = []
        for address in self._addresses():
            rows += [self._by_address[address]] if address in self._by_address else []
            rows += self._notes.get(address, ())
        return rows
