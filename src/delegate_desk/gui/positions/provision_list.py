"""The provisions of a position, one below the other, with the current provision."""

import time
from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from delegate_desk.core.annotations.annotation import Annotation, AnnotationKind
from delegate_desk.core.documents.document import Address
from delegate_desk.core.positions.position import Position, PositionEntry
from delegate_desk.gui.positions.position_model import DraftedPosition
from delegate_desk.gui.positions.provision_card import LABEL_COLUMN, ProvisionCard
from delegate_desk.gui.widgets import focus_ring, theme
from delegate_desk.gui.widgets.basic_widgets import flat_button, handle_escape, label, set_part, set_property, settle
from delegate_desk.gui.widgets.labels import terms


class NoteRow(QWidget):
    """It is read here and edited where it is; one button takes it out of what circulates.

    Signals:
        internal_requested: It is to be internal.
        shown_in_text: It is to be shown where it is.
        left: Esc was pressed in it.
    """

    internal_requested = Signal()
    shown_in_text = Signal()
    left = Signal()

    def __init__(self, margin: str, note: Annotation, parent: QWidget | None = None) -> None:
        """Show an annotation, with the label of its paragraph in the margin."""
        super().__init__(parent)
        self.note = note
        mark = label(margin, "margin", wrap=True)
        mark.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        mark.setFixedWidth(LABEL_COLUMN - 20)
        sign = QLabel()
        sign.setPixmap(theme.kind_icon(note.kind, 12).pixmap(QSize(12, 12)))
        kind = terms.kind_label(note.kind)
        if note.kind is AnnotationKind.RED_LINE:
            reservation = terms.kind_label(AnnotationKind.RESERVATION)
            kind = self.tr("{kind} (circulates as “{reservation}”)").format(kind=kind, reservation=reservation)
        said = " · ".join(filter(None, (kind, note.holder)))
        from_note = label(self.tr("from a note"), "outcome")
        set_property(from_note, "role", "question")
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(sign)
        head.addWidget(label(said, "soft"))
        head.addStretch(1)
        head.addWidget(from_note)
        self.internal_button = self._button(
            self.tr("Make Internal"), self.tr("Keep the note on {label} out of what circulates").format(label=margin)
        )
        self.internal_button.clicked.connect(self.internal_requested)
        self.show_button = self._button(
            self.tr("Show in Text"), self.tr("Show the note on {label} in the text").format(label=margin)
        )
        self.show_button.clicked.connect(self.shown_in_text)
        buttons = QHBoxLayout()
        buttons.setSpacing(4)
        for button in self.tab_stops():
            buttons.addWidget(button)
        buttons.addStretch(1)
        text = QVBoxLayout()
        text.setSpacing(4)
        text.addLayout(head)
        if note.quote is not None and note.quote.exact:
            text.addWidget(label(note.quote.exact, "quote", wrap=True))
        if note.text:
            text.addWidget(label(note.text, "line", wrap=True))
        text.addLayout(buttons)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 8, 12, 8)
        layout.setSpacing(12)
        layout.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(text, 1)
        spoken = self.tr("From a note on {label}: {words}").format(label=margin, words=f"{said}. {note.text}")
        self.setAccessibleName(spoken)

    def tab_stops(self) -> list[QWidget]:
        """Return its tab stops, in order."""
        return [self.internal_button, self.show_button]

    def _button(self, text: str, spoken: str) -> QPushButton:
        button = flat_button(text, spoken)
        set_part(button, "filter")
        return button

    @override
    def event(self, event: QEvent) -> bool:
        return handle_escape(event, self.left.emit) or super().event(event)


_AT_ONCE = 3
_SLICE = 0.012
"""How many are shown at once, and for how many seconds more are made before the window is let go on."""


class ProvisionList(QObject):
    """Cards of a position's provisions, in the order of the text.

    Signals:
        written: A card was changed, with its ``ProvisionCard`` and the ``PositionEntry`` to save.
        chosen: The same for a change that is a single step to undo.
        removed: An entry is to be removed, with its address.
        shown_in_text: A provision is to be shown in the text, with its address.
        menu_requested: The menu of the current card is requested, with the place on the screen.
        left: Esc was pressed in a card.
        caret_moved: In the wording of a card, with its ``ProvisionCard``.
        changes_passed: F8 went past the last change in a card, or the first; with 1 or -1.
        cards_added: More cards are on the screen.
        current_moved: Cards inserted before the current card moved it down by so many pixels.
        current_changed: Another card is current, or none.
        internal_requested: A note that circulates is to be internal, with the ``Annotation``.
    """

    written = Signal(object, object)
    chosen = Signal(object, object)
    removed = Signal(str)
    shown_in_text = Signal(str)
    menu_requested = Signal(QPoint)
    left = Signal()
    caret_moved = Signal(object)
    changes_passed = Signal(int)
    cards_added = Signal()
    current_moved = Signal(int)
    current_changed = Signal()
    internal_requested = Signal(object)

    def __init__(self, layout: QVBoxLayout, parent: QObject) -> None:
        super().__init__(parent)
        self._layout = layout
        self._drafting: DraftedPosition | None = None
        self._by_address: dict[Address, ProvisionCard] = {}
        self._notes: dict[Address, list[NoteRow]] = {}
        self._notes_shown = True
        self._current: ProvisionCard | None = None
        self._pending: list[PositionEntry] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._add_pending)

    def __iter__(self) -> Iterator[ProvisionCard]:
        """In the order of the text."""
        return iter([self._by_address[address] for address in self._card_addresses()])

    def __len__(self) -> int:
        return len(self._by_address)

    def get(self, address: Address) -> ProvisionCard | None:
        """Return the card on a paragraph, if any."""
        return self._by_address.get(address)

    @property
    def current(self) -> ProvisionCard | None:
        """Return the current card."""
        return next((provision for provision in self._by_address.values() if provision.is_active), None)

    def shows_change(self, before: object, after: object) -> bool:
        """True if a provision that differs between two positions is visible; texts on the whole document always are."""
        if not (isinstance(before, Position) and isinstance(after, Position)):
            return True
        items = {item.address: item for item in (*before.items, *after.items)}
        changed = {key for key in items if before.entry_at(key) != after.entry_at(key)}
        there = [provision for provision in self if provision.item.address in changed]
        return not there or any(not provision.visibleRegion().isEmpty() for provision in there)

    def show_drafting(self, drafting: DraftedPosition) -> None:
        """Show them as the library has them; what is being written stays as it is."""
        self._drafting = drafting
        held = {item.address: item for item in drafting.position.items}
        for address, provision in list(self._by_address.items()):
            if address in held or provision.saving.is_dirty:
                continue
            if provision.is_active and drafting.source(address) is not None:
                provision.show_item(drafting.source(address), PositionEntry(address))
            elif not provision.item.is_empty():
                self.remove(address)
        for address, item in held.items():
            known = self._by_address.get(address)
            if known is not None and not known.saving.is_dirty:
                known.show_item(drafting.source(address), item)
        self._pending = [item for item in drafting.position.items if item.address not in self._by_address]
        self._show_notes(drafting)
        self._add_pending(_AT_ONCE)
        for n, row in enumerate(self._rows()):  # what is new may be elsewhere now
            if self._layout.indexOf(row) != n:
                self._layout.insertWidget(n, row)
                self._set_tab_order(row)

    def show_notes(self, shown: bool) -> None:
        """Show the rows from notes, or hide them."""
        self._notes_shown = shown
        for row in self.notes():
            row.setVisible(shown)

    def notes(self) -> list[NoteRow]:
        """The rows from notes, in the order of the text."""
        return [row for address in self._addresses() for row in self._notes.get(address, ())]

    def _show_notes(self, drafting: DraftedPosition) -> None:
        """Make the rows from notes anew where the notes are others now."""
        if [row.note for row in self.notes()] == list(drafting.notes):
            return
        focused = QApplication.focusWidget()
        held = next((n for n, row in enumerate(self.notes()) if focused and row.isAncestorOf(focused)), None)
        if held is not None:
            self.left.emit()  # before Qt hands the keys to the next text
        for row in self.notes():
            self._layout.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._notes.clear()
        for note in drafting.notes:
            self._notes.setdefault(note.place.address, []).append(self._note_row(drafting, note))
        for n, one in enumerate(self._rows()):
            if isinstance(one, NoteRow):
                self._layout.insertWidget(n, one)
                one.setVisible(self._notes_shown)
                self._set_tab_order(one)
        if held is not None and (notes := self.notes()):
            notes[min(held, len(notes) - 1)].internal_button.setFocus()

    def _note_row(self, drafting: DraftedPosition, note: Annotation) -> NoteRow:
        address = note.place.address
        row = NoteRow(drafting.label(address) if address else self.tr("whole"), note)
        row.internal_requested.connect(lambda: self.internal_requested.emit(note))
        row.shown_in_text.connect(lambda: self.shown_in_text.emit(address))
        row.left.connect(self.left)
        return row

    def _add_pending(self, least: int = 1) -> None:
        """Add those that wait for as long as nobody notices, and the others soon."""
        begun, anchor = time.perf_counter(), self.current
        stood = anchor.y() if anchor is not None else 0
        while self._pending and (least > 0 or time.perf_counter() - begun < _SLICE):
            self.add(self._pending.pop(0))
            least -= 1
        if self._pending:
            self._timer.start()
        self.cards_added.emit()
        settle()
        if anchor is not None and anchor.y() != stood:
            self.current_moved.emit(anchor.y() - stood)

    def add(self, item: PositionEntry) -> ProvisionCard:
        """Add a card, or return the existing card."""
        known = self._by_address.get(item.address)
        if known is not None or self._drafting is None:
            assert known is not None, "nothing can be added before the document is known"
            return known
        drafting, address = self._drafting, item.address
        source = drafting.source(address)
        label = terms.margin_label(address, item.label) if source is None else ""
        made = ProvisionCard(label or drafting.label(address), source, item, self.margin_label)
        made.written.connect(lambda changed: self.written.emit(made, changed))
        made.chosen.connect(lambda changed: self.chosen.emit(made, changed))
        made.removed.connect(lambda: self.removed.emit(address))
        made.shown_in_text.connect(lambda: self.shown_in_text.emit(address))
        made.wording_edit.cursorPositionChanged.connect(lambda: self.caret_moved.emit(made))
        made.wording_edit.changes_passed.connect(self.changes_passed)
        made.menu_requested.connect(self.menu_requested)
        made.left.connect(self.left)
        self._by_address[address] = made
        self._layout.insertWidget(self._rows().index(made), made)
        made.show()
        self._set_tab_order(made)
        return made

    def remove(self, address: Address) -> None:
        """Take one off the screen."""
        provision = self._by_address.pop(address)
        provision.blockSignals(True)
        self._layout.removeWidget(provision)
        provision.hide()
        provision.deleteLater()

    def activate(self, chosen: ProvisionCard | None) -> None:
        """Take one at hand, or none."""
        for provision in self._by_address.values():
            if provision.is_active != (provision is chosen):
                provision.set_active(active=provision is chosen)
        if chosen is not None:
            self._set_tab_order(chosen)  # it has more controls now
        if chosen is not self._current:
            self._current = chosen
            self.current_changed.emit()

    def provision_containing(self, widget: QWidget) -> ProvisionCard | None:
        """Return the card that contains a widget."""
        return next((one for one in self._by_address.values() if one.isAncestorOf(widget)), None)

    def adjacent(self, by: int) -> ProvisionCard | None:
        """Return the card after the current card, or before; the first or the last where none is current."""
        several = list(self)
        if not several:
            return None
        now = next((n for n, one in enumerate(several) if one.is_active), -1 if by > 0 else len(several))
        return several[min(max(now + by, 0), len(several) - 1)]

    def _set_tab_order(self, provision: ProvisionCard | NoteRow) -> None:
        """Let Tab come to one behind what stands before it."""
        at = self._layout.indexOf(provision)
        item = self._layout.itemAt(at - 1) if at > 0 else None
        before = item.widget() if item is not None else None
        last = before.tab_stops()[-1] if isinstance(before, ProvisionCard | NoteRow) else self._layout.parentWidget()
        if last is not None:
            focus_ring.set_tab_order(last, provision.tab_stops())

    def margin_label(self, address: Address) -> str:
        """Return the margin label of a provision, in the text or new."""
        provision = self._by_address.get(address)
        if provision is not None:
            return provision.mark_label.text()
        return self._drafting.label(address) if self._drafting else address

    def _card_addresses(self) -> list[Address]:
        return [address for address in self._addresses() if address in self._by_address]

    def _addresses(self) -> list[Address]:
        """The addresses of all rows, in the order of the text."""
        items = {provision.item.address: provision.item for provision in self._by_address.values()}
        several = items | {address: PositionEntry(address) for address in self._notes if address not in items}
        return self._drafting.order(several.values()) if self._drafting else []

    def _rows(self) -> list[ProvisionCard | NoteRow]:
        """All rows: what is from notes follows our entry on the same paragraph."""
        rows: list[ProvisionCard | NoteRow] = []
        for address in self._addresses():
            rows += [self._by_address[address]] if address in self._by_address else []
            rows += self._notes.get(address, ())
        return rows
