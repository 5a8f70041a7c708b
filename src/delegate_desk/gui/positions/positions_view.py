"""Our position on one document, drafted in place."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from html import escape

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from delegate_desk.core.changes import Changes, EditSubject, HistoryEdit
from delegate_desk.core.documents.document import HEADINGS, Address, DocumentId, Place
from delegate_desk.core.positions.position import PositionEntry, PositionStatus, start_draft
from delegate_desk.core.positions.returned_files import ReturnedField, ReturnedItem
from delegate_desk.gui.context import Context, show_undoable
from delegate_desk.gui.forms.ui_positions import Ui_Positions
from delegate_desk.gui.positions.position_model import (
    AdoptedWordings,
    DraftedPosition,
    OtherProposals,
    adopted_entry,
    load_adopted_wordings,
    load_drafting,
    load_other_proposals,
    places_without_entry,
    position_commands,
    position_counts,
    position_title,
)
from delegate_desk.gui.positions.provision_editors import DelegationChooser, PositionOptions, step_for_key
from delegate_desk.gui.positions.provision_fields import PositionRow, PositionText
from delegate_desk.gui.positions.provision_list import NoteRow, ProvisionCard, ProvisionList
from delegate_desk.gui.positions.returned_file import ReplyLine, ReplyLines, ReplyReview
from delegate_desk.gui.reader.reader_commands import WRITING_COMMANDS
from delegate_desk.gui.tab_page import PageState, TabEntry, TabKind, TabPage, changed_addresses, edited_places
from delegate_desk.gui.widgets import key_bindings, theme
from delegate_desk.gui.widgets.basic_widgets import (
    ancestor,
    laid_out_once,
    link_label,
    on_focus_changed,
    set_part,
    settle,
    show_text,
    while_alive,
)
from delegate_desk.gui.widgets.jobs import LatestOnly, TypedAhead
from delegate_desk.gui.widgets.labels import positions, terms

_PAUSE = 1500
"""Milliseconds without a change before the adoption of our wordings in a revision is computed."""
_COUNTING = 400
"""Milliseconds without a change before the words are counted again."""


class PositionsView(TabPage):
    """The tab of a position.

    Outside of its fields J and K move between rows, Enter writes or shows a note in the text, T adopts a wording of
    others.

    Signals:
        menu_requested: The menu of the current provision is to be shown, with the place on the screen.
    """

    help_page = "drafting"
    menu_requested = Signal(QPoint)

    def __init__(self, context: Context, document: DocumentId) -> None:
        super().__init__()
        self._typed_ahead = TypedAhead()  # needed by the first events
        self._context = context
        desk, tasks = self._desk, self._tasks = context.desk, context.tasks
        self.document = document
        self.drafting: DraftedPosition | None = None
        self.other_proposals: OtherProposals = {}
        self._counting = QTimer(self, singleShot=True, interval=_COUNTING)
        self._counting.timeout.connect(self.state_changed)
        self._drafting_loader = LatestOnly(tasks, self)
        self._proposals_loader = LatestOnly(tasks, self)
        self._adoption_loader = LatestOnly(tasks, self)
        self._adoption: AdoptedWordings = "", {}
        self._provision_before_choice: ProvisionCard | None = None
        self._pending_address: Address | None = None
        self._followed = Address("")
        self.ui = Ui_Positions()
        self.ui.setupUi(self)
        self.setUpdatesEnabled(False)  # it is not painted incomplete
        set_part(self, "paper")
        self.chooser = DelegationChooser()
        self.chooser.hide()
        self.ui.delegation_layout.addWidget(self.chooser)
        self.steps = PositionOptions()
        self.ui.counts_label.setTextFormat(Qt.TextFormat.RichText)
        theme.subscribe_to_theme(self, self._show_head)
        self.ui.title_label.setTextFormat(Qt.TextFormat.RichText)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.general_edit = PositionText(tasks, "reading", partial(desk.positions.set_general, document))
        self.general_edit.setAccessibleName(self.tr("General comments"))
        self.general_edit.setPlaceholderText(self.tr("Comments on the document as a whole"))
        self.internal_edit = PositionText(tasks, "internal", partial(desk.positions.set_internal, document))
        self.internal_edit.setAccessibleName(self.tr("Internal notes"))
        self.internal_edit.setPlaceholderText(self.tr("Instructions, limits, contacts"))
        self._texts = (self.general_edit, self.internal_edit)
        self.ui.texts_layout.insertWidget(1, self.general_edit)
        self.ui.texts_layout.insertSpacing(2, 8)
        self.ui.texts_layout.addWidget(self.internal_edit)
        self._list = ProvisionList(self.ui.column_widget, self.ui.provisions_layout, self)
        self.others_label = link_label("soft")
        self.others_label.linkActivated.connect(lambda address: self.draft(Address(address)))
        self.others_label.hide()
        self.ui.add_layout.addWidget(self.others_label)
        self.reply = ReplyReview(desk, tasks, document, ReplyLines(self._make_reply_line), self)
        self.ui.texts_layout.insertWidget(0, self.reply.pane)
        self.reply.loaded.connect(self._show_reply)
        self.ui.add_error_label.hide()
        self.ui.add_edit.returnPressed.connect(self._find_place)
        self.ui.add_edit.textEdited.connect(self.ui.add_error_label.hide)
        self.chooser.chosen.connect(self._choose_delegation)
        tasks.changed.connect(self._on_changed)
        tasks.flush_requested.connect(self.flush)
        bar = self.ui.position_area.verticalScrollBar()
        self._list.row_made.connect(self._connect_row)
        self._list.left.connect(self.setFocus)
        self._list.current_moved.connect(lambda by: bar.setValue(bar.value() + by))
        self._list.current_changed.connect(self._on_current_changed)
        on_focus_changed(self._on_focus_changed)
        for modifiers, command in (("Alt+", self.step_provision), ("Alt+Shift+", self.move_provision)):
            for key, by in (("Up", -1), ("Down", 1)):
                keys = QKeySequence(modifiers + key)
                shortcut = QShortcut(keys, self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
                shortcut.activated.connect(partial(command, by))
        self.general_edit.textChanged.connect(self._counting.start)
        for edit in self._texts:
            edit.textChanged.connect(self._note_draft)
            edit.escaped.connect(self.setFocus)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._load_adoption)
        self._load()

    def move_provision(self, by: int) -> None:
        """Move a new provision after the next or the previous paragraph of the text; others follow the text."""
        provision, drafting = self.current_provision, self.drafting
        if provision is None or drafting is None or not provision.is_new or provision.item.after is None:
            return
        addresses = [Address(""), *drafting.units]
        current = provision.item.after
        index = addresses.index(current) + by if current in addresses else -1
        while 0 < index < len(addresses) and drafting.units[addresses[index]].kind in HEADINGS:
            index += by  # after a heading it would be an article
        if 0 <= index < len(addresses):
            self.move_after(addresses[index])

    @override
    def state(self) -> PageState:
        status = positions.position_status_label(self.drafting.position) if self.drafting is not None else ""
        title = self.tr("Position on {name}").format(name=self.drafting.library_document.name) if self.drafting else ""
        word_count = self._list.counted_words(self.general_edit.toPlainText())
        name = " · ".join(filter(None, (title or self.tr("Position"), status, word_count)))
        keys = key_bindings.position_hint()
        enabled = position_commands(self.drafting.position.status if self.drafting is not None else None)
        place, number = Place(self.document, self._followed), ""
        if self.place is not None:
            enabled |= WRITING_COMMANDS.keys()
        if position := self._list.number():
            current, total = map(terms.format_number, position)
            number = self.tr("{n} of {count} provisions").format(n=current, count=total)
        return PageState(
            self.document, place, self.marking, name, keys, enabled=enabled, number=number, shows_position=True
        )

    @override
    def written_on(self) -> tuple[Place | None, None]:
        return self.place, None

    @override
    def request_entry(self, signal: SignalInstance, *what: object) -> None:
        self.flush()  # what is typed is stored before an entry is changed by a key
        super().request_entry(signal, *what)

    @override
    def place_of_field(self, field: QWidget) -> tuple[Place | None, bool]:
        provision = ancestor(field, ProvisionCard)
        if provision is None:
            return super().place_of_field(field)
        return Place(self.document, provision.item.address), provision.is_active

    @override
    def show_field(self, field: QWidget) -> None:
        provision = ancestor(field, ProvisionCard)
        if provision is not None:
            self._list.activate(provision)

    @override
    def entry(self) -> TabEntry:
        return TabEntry(TabKind.POSITION, (int(self.document),))

    @override
    def shows_edit(self, edit: HistoryEdit) -> bool:
        if edit.subject is EditSubject.ANNOTATION:
            return self.place in edited_places(edit)
        if edit.subject is EditSubject.POSITION:
            changed = changed_addresses(edit)
            cards = [card for card in self._list if card.address in changed]
            # without a provision, it is on the whole document, whose texts are always visible
            is_visible = not cards or any(not card.visibleRegion().isEmpty() for card in cards)
            return self.document == edit.document and is_visible
        return super().shows_edit(edit)

    @override
    def line_options(self) -> QWidget:
        return self.steps

    @property
    def marking(self) -> str | None:
        return self.drafting.library_document.header.marking if self.drafting else None

    @property
    def provisions(self) -> list[ProvisionCard]:
        return list(self._list)

    @property
    def current_provision(self) -> ProvisionCard | None:
        return self._list.current

    @property
    def place(self) -> Place | None:
        """Return the place of the current row; without one, the current paragraph of the previous view."""
        return Place(self.document, self._followed) if self._followed else None

    @override
    def place_in_text(self) -> Place | None:
        return self.place

    @override
    def shows(self, address: Address) -> bool:
        return self._list.current_row is not None and super().shows(address)

    @override
    def follow(self, address: Address) -> None:
        self._followed = address
        if self.drafting is not None:
            self._go_to(address)

    def _go_to(self, address: Address) -> None:
        provision = self._list.get(address)
        self._list.activate(provision)
        target = provision or (self._list.adjacent(1, address) if address else None)
        if target is not None:
            self._scroll_to(target)

    def draft(self, address: Address) -> None:
        """Draft on a paragraph, which is added if needed, and focus its wording."""
        if self.drafting is None:
            self._followed = self._pending_address = address
            self._typed_ahead.begin(self)
            if not self._drafting_loader.is_busy:  # the previous load failed
                self._load()
            return
        self._draft_entry(self.drafting, self.drafting.position.entry_at(address))

    def _draft_entry(self, drafting: DraftedPosition, entry: PositionEntry) -> None:
        provision = self._list.add(entry)
        self._show_head()
        self._list.activate(provision)
        provision.focus_wording()
        self._typed_ahead.type_into(provision)
        if drafting.delegation is None:
            self._provision_before_choice = provision
            self.chooser.setFocus(Qt.FocusReason.TabFocusReason)
            return
        self._scroll_to(provision)

    def _find_place(self) -> None:
        typed = self.ui.add_edit.text()

        def draft(address: Address) -> None:
            self.ui.add_edit.clear()
            self.draft(address)

        if typed.strip():
            find = partial(self._desk.documents.place, self.document, typed)
            fail = self._tasks.explained(partial(show_text, self.ui.add_error_label))
            self._tasks.read(find, while_alive(self, draft), failed=while_alive(self, fail))

    def insert(self, after: Address) -> None:
        self._write_entry(lambda: self._desk.positions.new_item(self.document, after))

    def move_after(self, after: Address) -> None:
        provision = self.current_provision
        if provision is None:
            return
        provision.finish()  # nothing is saved at its old address later
        item, positions = provision.item, self._desk.positions

        def move() -> PositionEntry:
            new = positions.new_item(self.document, after)
            address = new.address if provision.is_new else item.address  # others keep it until the move is agreed
            return replace(item, address=address, after=after, label=new.label)

        self._write_entry(move, instead_of=item.address)

    def _write_entry(self, make: Callable[[], PositionEntry], instead_of: Address | None = None) -> None:
        """Write an entry and focus its wording, with what is typed until then."""
        entries: list[PositionEntry] = []

        def write() -> Changes:
            entries.append(make())
            return self._desk.positions.set_item(self.document, entries[0], typed=False, instead_of=instead_of)

        self._typed_ahead.begin(self)
        show = while_alive(self, lambda _: self._edit_new(entries[0]))
        self._tasks.write(write, show, failed=while_alive(self, self._on_failed))

    def _on_failed(self, error: Exception) -> None:
        self._typed_ahead.cancel()
        self._tasks.failed.emit(error)

    @override
    def event(self, event: QEvent) -> bool:
        return self._typed_ahead.keep(event) or super().event(event)

    def adopt_wording(self) -> None:
        """Adopt the first wording of others in the current provision; its authors are kept."""
        provision = self.current_provision
        address = provision.item.address if provision is not None else Address("")
        wordings = (proposal for proposal in self.other_proposals.get(address, ()) if proposal.proposal is not None)
        other = next(wordings, None)
        if provision is None or other is None:
            return
        provision.saving.flush()
        provision.change(adopted_entry(other, provision.item, provision.source))
        provision.focus_wording()

    def step(self, by: int) -> None:
        chosen = self._list.adjacent(by, self._followed)
        if chosen is not None:
            self._go_to_row(chosen)

    def _go_to_row(self, row: PositionRow) -> None:
        self._list.activate(row)
        self.setFocus()
        self._scroll_to(row)

    # A file that came back

    @override
    def strip_text(self) -> str:
        return self.reply.summary()

    @override
    def follow_strip(self) -> None:
        cards = [card for card in self._list if self.reply.items_at(card.address)]
        if self.reply.items_at(None) or not cards:
            self._list.activate(None)
            self.ui.position_area.ensureWidgetVisible(self.reply.pane)
            self.setFocus()
        else:
            self._go_to_row(cards[0])

    def _show_reply(self) -> None:
        if self.drafting is None:
            return
        for item in self.reply.items:
            if item.address is not None:
                self._list.add(self.drafting.position.entry_at(item.address))
        for card in self._list:
            card.show_replies(self.reply)
        self._show_side()

    def _make_reply_line(self, item: ReturnedItem) -> ReplyLine:
        """Return the line of a change in a reply to one of the texts, in its place."""
        edit = self.internal_edit if item.field is ReturnedField.INTERNAL else self.general_edit
        line = ReplyLine(item, edit)
        self.ui.texts_layout.insertWidget(self.ui.texts_layout.indexOf(edit) + 1, line)
        return line

    def _reply_items(self) -> list[ReturnedItem]:
        """Return the changes of the file at the current provision; without one, those of the document as a whole."""
        current = self.current_provision
        return self.reply.items_at(current.item.address if current is not None else None)

    def accept_change(self) -> None:
        """Accept the current change of a file that came back and go to the next; without any, step to our next."""
        items = self._reply_items()
        if not self.reply.items:
            self.step_change(1)
            return
        if items:
            self.reply.accept(items[:1])
        if len(items) < 2:
            self._step_reply()

    def reject_change(self) -> None:
        """Leave the current change of a file that came back; without any, revert our change at the caret."""
        items, current = self._reply_items(), self.current_provision
        if items:
            self.reply.reject(items[0])
            if len(items) < 2:
                self._step_reply()
        elif current is not None:
            current.wording_edit.revert_change()

    def _step_reply(self) -> None:
        """Go to the next provision with a change of the file, round the corner."""
        cards, current = self.provisions, self.current_provision
        start = cards.index(current) + 1 if current is not None else 0
        for card in (*cards[start:], *cards[:start]):
            if card is not current and self.reply.items_at(card.address):
                self._go_to_row(card)
                return

    def step_provision(self, by: int) -> None:
        """Go to the next row or the previous; from a field into the wording there."""
        was_drafting = not self.hasFocus()
        self.step(by)
        provision = self.current_provision
        if was_drafting and provision is not None:
            provision.focus_wording()

    def step_change(self, by: int) -> None:
        cards = self.provisions if by > 0 else self.provisions[::-1]
        current = self.current_provision
        if current is not None and current.wording_edit.step_change(by):
            current.wording_edit.setFocus()
            return
        for provision in cards[cards.index(current) + 1 :] if current else cards:
            if provision.wording_edit.enter_changes(by):
                self._list.activate(provision)
                provision.focus_wording()
                self._scroll_to(provision)
                return

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self._list.current_row
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers()
        if by := key_bindings.direction(event, "action_next", "action_previous"):
            self.step(by)
        elif key_bindings.is_pressed(event, "position_take_over"):
            self.adopt_wording()
        elif step_for_key(event):
            self.step_change(step_for_key(event))
        elif is_enter and isinstance(row, ProvisionCard):
            row.focus_wording()
        elif is_enter and row is not None:
            row.shown_in_text.emit()
        else:
            super().keyPressEvent(event)

    def flush(self) -> None:
        for saved in (*self._texts, *self._list):
            saved.saving.flush()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        for provision in self._list:
            provision.finish()
        self.flush()
        super().hideEvent(event)

    def _load(self) -> None:
        for saved in (*self._texts, *self._list):
            saved.saving.note_load()
        self._drafting_loader.run(lambda _: load_drafting(self._desk, self.document), self._show, self._on_failed)

    def _show(self, drafting: DraftedPosition) -> None:
        if self.drafting is None:
            self._load_proposals()
            self._load_adoption()
        self.drafting = drafting
        followed, height = self._followed, self.ui.position_area.viewport().height()
        with laid_out_once(self.ui.column_widget):
            for edit, text in zip(self._texts, (drafting.position.general, drafting.position.internal), strict=True):
                if not edit.saving.is_ahead:
                    edit.set_text(text)
            self._list.show_drafting(drafting, followed, height)
            self._show_head()
            self._show_reply()
        if self._pending_address is not None:
            pending, self._pending_address = self._pending_address, None
            self.draft(pending)
        elif self._list.current_row is None and self._list.get(self._followed) is not None:
            self._go_to(self._followed)
        settle()
        self.setUpdatesEnabled(True)
        self.state_changed.emit()

    def _load_proposals(self) -> None:
        def show(proposals: OtherProposals) -> None:
            self.other_proposals = proposals
            self._show_side()

        self._proposals_loader.run(lambda _: load_other_proposals(self._desk, self.document), show)

    def _show_side(self) -> None:
        """Name the provisions on which only others have comments, and let the file follow the current provision."""
        own_addresses = [card.item.address for card in self.provisions]
        links = [
            f'<a href="{escape(address)}">{escape(place)}</a>'
            for address, place in places_without_entry(self.other_proposals, own_addresses).items()
        ]
        text = self.tr("Provisions on which only others have comments:")
        self.others_label.setText(f"{text} {' · '.join(links)}")
        self.others_label.setVisible(bool(links))
        self.state_changed.emit()

    def _load_adoption(self) -> None:
        def show(adoption: AdoptedWordings) -> None:
            self._adoption = adoption
            for provision in self._list:
                self._show_adoption(provision)

        self._adoption_loader.run(lambda _: load_adopted_wordings(self._desk, self.document), show)

    def _show_adoption(self, provision: ProvisionCard) -> None:
        revision, adoption = self._adoption
        provision.adoption_line.show_adoption(adoption.get(provision.item.address), revision)

    def _on_current_changed(self) -> None:
        row = self._list.current_row
        if row is not None:
            self._followed = row.address
        self._counting.start()
        self._show_side()

    def _connect_row(self, row: ProvisionCard | NoteRow) -> None:
        row.left.connect(self.setFocus)
        if isinstance(row, NoteRow):
            place, keep_internal = row.note.place, self._desk.annotations.keep_internal
            row.internal_requested.connect(lambda: self._tasks.write(lambda: keep_internal(row.note.id)))
        else:
            place = Place(self.document, row.item.address)
            row.removed.connect(lambda: self._remove(place.address))
            row.chips.mark_opened.connect(self._context.navigate.open_annotation)
            row.menu_requested.connect(self.menu_requested)
            row.mark_label.dropped.connect(lambda point: self._drop(row, point))
            row.wording_edit.cursorPositionChanged.connect(lambda: self._scroll_to_caret(row))
            row.wording_edit.changes_passed.connect(self.step_change)
            row.saving.due.connect(self._counting.start)
            row.written.connect(self._note_draft)
            row.chosen.connect(self._note_draft)
            row.show_replies(self.reply)
            self._show_adoption(row)
            if self.drafting is not None:
                row.connect_library(self._desk, self._tasks, self.drafting.library_document)
        row.shown_in_text.connect(lambda: self._context.navigate.open_place(place))

    def _note_draft(self) -> None:
        """Report that an edit made a cleared position a draft."""
        if self.drafting is not None and self.drafting.position.status is PositionStatus.CLEARED:
            self.drafting = replace(self.drafting, position=start_draft(self.drafting.position))
            self._show_head()
            show_undoable(self._context, positions.draft_again())

    def _drop(self, provision: ProvisionCard, point: QPoint) -> None:
        """Move a dragged new provision after the last provision of the text above a point on the screen."""
        addresses = [
            card.item.after or Address("") if card.is_new else card.address
            for card in self._list
            if card.mapToGlobal(card.rect().center()).y() < point.y()
        ]
        after = addresses[-1] if addresses else Address("")
        if after != provision.item.after:
            self._list.activate(provision)
            self.move_after(after)

    def _edit_new(self, item: PositionEntry) -> None:
        if self.drafting is None:
            self._followed = self._pending_address = item.address
            return
        self._draft_entry(self.drafting, item)
        if (provision := self._list.get(item.address)) is not None:
            provision.wording_edit.moveCursor(QTextCursor.MoveOperation.End)

    def _remove(self, address: Address) -> None:
        if (provision := self._list.get(address)) is not None:
            self._tasks.unsaved.discard(provision.saving)
        self._list.remove(address)
        self._tasks.write(lambda: self._desk.positions.remove_item(self.document, address))
        self._show_head()
        self._show_side()

    def _choose_delegation(self, code: str) -> None:
        def restore_focus(_: Changes) -> None:
            card, self._provision_before_choice = self._provision_before_choice, None
            if card is not None and card in self.provisions:
                card.focus_wording()
            else:
                self.general_edit.setFocus()

        self._tasks.write(partial(self._desk.positions.set_delegation, code), while_alive(self, restore_focus))

    def _on_changed(self, changes: Changes) -> None:
        if changes.meetings or self.document in changes.contributions or changes.settings:
            self._load_proposals()
        if self.document in changes.positions or changes.settings:
            self._load()
            self.reply.refresh()
            self._pause.start()
        elif any(place.document == self.document for place in changes.annotations):
            self._load()

    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        if new is None or new is self or not self.isAncestorOf(new):
            if old is not None and self.isAncestorOf(old):
                self.flush()
            return
        row = next((row for row in self._list.rows() if row.isAncestorOf(new)), None)
        if row is None:
            self._followed = Address("")  # a text on the whole document
        self._list.activate(row)

    def _scroll_to(self, row: PositionRow) -> None:
        settle()
        self.ui.position_area.ensureWidgetVisible(row, 0, 24)

    def _scroll_to_caret(self, provision: ProvisionCard) -> None:
        """Scroll so that the caret is visible, as the wording itself is as high as its text."""
        edit = provision.wording_edit
        if edit.hasFocus():
            caret = edit.mapTo(self.ui.position_widget, edit.cursorRect().center())
            self.ui.position_area.ensureVisible(caret.x(), caret.y(), 0, 48)

    def _show_head(self) -> None:
        drafting = self.drafting
        if drafting is None:
            return
        self.chooser.setVisible(drafting.delegation is None)
        self.steps.show_status(drafting.position.status)
        self.ui.title_label.setText(position_title(drafting))
        self.ui.counts_label.setText(position_counts(drafting))
        self.ui.empty_label.setText(key_bindings.no_provision_hint())
        self.ui.empty_label.setVisible(not len(self._list) and not drafting.notes)
