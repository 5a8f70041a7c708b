"""Our position on one document, drafted in place."""

from collections.abc import Callable
from dataclasses import replace
from html import escape

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from delegate_desk.core.changes import Changes
from delegate_desk.core.documents.document import Address, DocumentId, Place
from delegate_desk.core.library.edit_history import EditSubject, HistoryEdit
from delegate_desk.core.positions.position import Position, PositionEntry, PositionStatus
from delegate_desk.desk import Desk
from delegate_desk.gui.export.exports import ExportChoices
from delegate_desk.gui.forms.ui_positions import Ui_Positions
from delegate_desk.gui.positions.position_model import (
    AdoptedWordings,
    DraftedPosition,
    OtherProposal,
    OtherProposals,
    adopted_entry,
    load_adopted_wordings,
    load_drafting,
    load_other_proposals,
    places_without_entry,
    position_commands,
)
from delegate_desk.gui.positions.provision_fields import PlaceFinder, TextField
from delegate_desk.gui.positions.provision_list import NoteRow, PositionRow, ProvisionCard, ProvisionList
from delegate_desk.gui.positions.spelling_marks import check_spelling
from delegate_desk.gui.positions.stance_chips import DelegationChooser
from delegate_desk.gui.positions.wording_edit import step_for_key
from delegate_desk.gui.reader.reader_commands import NOTE_ACTIONS, STANCE_ACTIONS
from delegate_desk.gui.tab_page import PageState, TabEntry, TabKind, TabPage, edited_places
from delegate_desk.gui.tasks import Job, Tasks
from delegate_desk.gui.widgets import key_bindings, theme
from delegate_desk.gui.widgets.basic_widgets import (
    FlowRow,
    ancestor,
    column_layout,
    flat_button,
    label,
    link_label,
    set_part,
    settle,
    show_text,
    while_alive,
)
from delegate_desk.gui.widgets.jobs import Autosave, LatestOnly
from delegate_desk.gui.widgets.labels import key_hints, positions, terms


class PositionHead(QWidget):
    """Status of the position below its title, and the next steps."""

    def __init__(self, title: QLabel, counts: QLabel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._counts = title, counts
        self._drafting: DraftedPosition | None = None
        self.warning_label = label("", "warning", wrap=True)
        self.clear_button = flat_button(self.tr("Mark as Cleared…"), self.tr("Record who cleared the position"))
        self.send_button = flat_button(self.tr("Mark as Sent…"), self.tr("Record the recipient of the position"))
        self.withdraw_button = flat_button(self.tr("Withdraw"), self.tr("Withdraw the position"))
        self.export_button = flat_button(self.tr("Export…"), self.tr("Preview, then export, print or copy"))
        self.versions_button = flat_button(
            self.tr("Versions…"), self.tr("Compare versions and see the history of each field")
        )
        self.notes_check = QCheckBox(self.tr("Show entries from notes"))
        self.notes_check.setToolTip(self.tr("Notes for circulation are in the exported file as well"))
        self.notes_check.setChecked(True)
        steps = (self.clear_button, self.send_button, self.withdraw_button, self.versions_button, self.export_button)
        for button in steps:
            set_part(button, "filter")
        buttons = FlowRow(steps, 4)
        column_layout(self.warning_label, 2, buttons, self.notes_check, within=self, margins=0, spacing=2)
        theme.subscribe_to_theme(self, self._show)

    def show_drafting(self, drafting: DraftedPosition) -> None:
        self._drafting = drafting
        self._show()

    def _show(self) -> None:
        drafting = self._drafting
        if drafting is None:
            self.hide()
            return
        whose = (
            self.tr("Position {of_state}").format(of_state=terms.state_name_genitive(drafting.delegation))
            if drafting.delegation
            else self.tr("Position")
        )
        position = drafting.position
        on = self.tr("on {name} · {status}").format(
            name=drafting.library_document.name, status=positions.position_status_label(position)
        )
        soft = theme.color("soft").name()
        rich = f'<b>{escape(whose)}</b> <span style="color:{soft}">{escape(on)}</span>'
        self._title.setText(theme.semi_bold(rich))
        total, drafted = drafting.counts()
        notes = len(drafting.notes)
        said = positions.entries(total, notes)
        if drafted:
            said.append(
                terms.format_count(drafted, self.tr("1 drafting suggestion"), self.tr("{n} drafting suggestions"))
            )
        anything = bool(total or notes or position.general or position.internal) or position.version > 1
        said += positions.version_history(position) if anything else []
        self._counts.setText(" · ".join(said) or " ")
        for late in (self, self._counts):
            self._retain_size(late, held=drafting.delegation is not None)
        self._counts.setVisible(bool(said))
        self.notes_check.setVisible(bool(notes))
        warning = positions.change_warning(position)
        show_text(self.warning_label, warning)
        self.clear_button.setVisible(position.status is PositionStatus.DRAFT)
        self.send_button.setVisible(position.status is not PositionStatus.WITHDRAWN)
        self.withdraw_button.setVisible(position.status is not PositionStatus.WITHDRAWN)
        self.setVisible(anything)

    @staticmethod
    def _retain_size(widget: QWidget, *, held: bool) -> None:
        """Let nothing move under the hands when the first word typed brings out what is hidden."""
        policy = widget.sizePolicy()
        policy.setRetainSizeWhenHidden(held)
        widget.setSizePolicy(policy)


class PositionTexts(QObject):
    left = Signal()

    def __init__(self, desk: Desk, tasks: Tasks, document: DocumentId, layout: QVBoxLayout, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self.document = document
        self.general_edit = TextField(name="reading")
        self.internal_edit = TextField(name="internal")
        layout.insertWidget(1, self.general_edit)
        layout.insertSpacing(2, 8)
        layout.addWidget(self.internal_edit)
        self.general_edit.setAccessibleName(self.tr("General comments"))
        self.general_edit.setPlaceholderText(self.tr("Comments on the document as a whole"))
        self.internal_edit.setAccessibleName(self.tr("Internal notes"))
        self.internal_edit.setPlaceholderText(self.tr("Instructions, limits, contacts"))
        self._general = self._autosave(self.general_edit, desk.positions.set_general)
        self._internal = self._autosave(self.internal_edit, desk.positions.set_internal)

    def show_position(self, position: Position) -> None:
        if not self._general.is_dirty:
            self.general_edit.set_text(position.general)
        if not self._internal.is_dirty:
            self.internal_edit.set_text(position.internal)

    def flush(self) -> None:
        self._general.flush()
        self._internal.flush()

    def _autosave(self, edit: TextField, put: Callable[[DocumentId, str], Changes]) -> Autosave:
        saving = Autosave(self)

        def save() -> None:
            text = edit.toPlainText()
            saving.write(self._tasks, lambda: put(self.document, text), words=text)

        saving.due.connect(save)
        edit.textChanged.connect(saving.mark_edited)
        edit.escaped.connect(self.left)
        return saving


_PAUSE = 1500
"""Milliseconds without a change after which it is looked what a revision took of our wordings."""


_COUNTING = 400
"""Milliseconds without a change after which the words are counted again."""


class PositionsView(TabPage):
    """The tab of a position.

    Outside of its fields J and K go from row to row, Enter writes or shows a note in the text, T adopts a wording of
    others.

    Signals:
        opened: A provision is to be shown in the text, with its ``Place``.
        menu_requested: The menu of the current provision is to be shown, with the place on the screen.
        shown: The position as the library has it is on the screen.
        mark_requested: A mark is to be shown in the text, with the ``Annotation``.
    """

    help_page = "drafting"
    opened = Signal(object)
    menu_requested = Signal(QPoint)
    shown = Signal()
    mark_requested = Signal(object)

    def __init__(self, desk: Desk, tasks: Tasks, document: DocumentId, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self.document = document
        self._choices = ExportChoices()
        self.drafting: DraftedPosition | None = None
        self.other_proposals: OtherProposals = {}
        self._counting = QTimer(self, singleShot=True, interval=_COUNTING)
        self._counting.timeout.connect(self.state_changed)
        self._drafting_loader = LatestOnly(tasks, self)
        self._proposals_loader = LatestOnly(tasks, self)
        self._adoption_job: Job | None = None
        self._adoption: AdoptedWordings | None = None
        self._provision_before_choice: ProvisionCard | None = None
        self._pending_address: Address | None = None
        self.ui = Ui_Positions()
        self.ui.setupUi(self)
        self.setUpdatesEnabled(False)  # it is not painted half
        set_part(self, "paper")
        self.chooser = DelegationChooser()
        self.chooser.hide()
        self.ui.delegation_layout.addWidget(self.chooser)
        self.head = PositionHead(self.ui.title_label, self.ui.counts_label)
        self.ui.head_layout.addWidget(self.head)
        self.ui.title_label.setTextFormat(Qt.TextFormat.RichText)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._texts = PositionTexts(desk, tasks, document, self.ui.texts_layout, self)
        self.general_edit, self.internal_edit = self._texts.general_edit, self._texts.internal_edit
        self._list = ProvisionList(self.ui.provisions_layout, self)
        self.others_label = link_label("soft")
        self.others_label.linkActivated.connect(lambda address: self.draft(Address(address)))
        self.others_label.hide()
        self.ui.add_layout.addWidget(self.others_label)
        finder = PlaceFinder(desk, tasks, document, self.ui.add_edit, self.ui.add_error_label)
        finder.found.connect(lambda address: self.draft(Address(address)))
        self.head.notes_check.toggled.connect(self._list.show_notes)
        self.chooser.chosen.connect(self._choose_delegation)
        tasks.changed.connect(self._on_changed)
        tasks.flush_requested.connect(self.flush)
        self._connect_list()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)
        for key, by in (("Alt+Shift+Up", -1), ("Alt+Shift+Down", 1)):
            shortcut = QShortcut(QKeySequence(key), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda by=by: self.move_provision(by))
        self.general_edit.textChanged.connect(self._counting.start)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._load_adoption)
        self._load()
        self._load_proposals()
        self._load_adoption()

    def move_provision(self, by: int) -> None:
        """Move a new provision after the next or the previous paragraph of the text; others follow the text."""
        provision, drafting = self.current_provision, self.drafting
        if provision is None or drafting is None or not provision.is_new or provision.item.after is None:
            return
        places = [Address(""), *drafting.units]
        before = provision.item.after
        at = places.index(before) + by if before in places else -1
        if 0 <= at < len(places):
            self.move_after(places[at])

    @override
    def state(self) -> PageState:
        status = positions.position_status_label(self.drafting.position) if self.drafting is not None else ""
        name = " · ".join(
            filter(None, (self.tr("Position"), status, self._list.counted_words(self.general_edit.toPlainText())))
        )
        keys = key_hints.position_hint()
        enabled = position_commands(self.drafting.position.status if self.drafting is not None else None)
        provisions, current = self.provisions, self.current_provision
        number = ""
        if current is not None:
            enabled |= {*STANCE_ACTIONS.values(), *NOTE_ACTIONS}
            at, of = provisions.index(current) + 1, terms.format_number(len(provisions))
            number = self.tr("{n} of {count} provisions").format(n=terms.format_number(at), count=of)
        place = Place(self.document, current.item.address if current is not None else Address(""))
        return PageState(
            self.document, place, self.marking, name, keys, enabled=enabled, number=number, shows_position=True
        )

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
            self.activate(provision)

    @override
    def entry(self) -> TabEntry:
        return TabEntry(TabKind.POSITION, (int(self.document),))

    @override
    def shows_edit(self, edit: HistoryEdit) -> bool:
        if edit.subject is EditSubject.ANNOTATION:
            return self.place in edited_places(edit)
        if edit.subject is EditSubject.POSITION:
            return self.document == edit.document and self._list.shows_change(edit)
        return super().shows_edit(edit)

    def use_choices(self, choices: ExportChoices) -> None:
        self._choices = choices
        self.head.notes_check.toggled.connect(choices.show_notes)
        choices.changed.connect(lambda: self.head.notes_check.setChecked(choices.notes_shown))
        self.head.notes_check.setChecked(choices.notes_shown)

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
        provision = self.current_provision
        return Place(self.document, provision.item.address) if provision else None

    @override
    def place_in_text(self) -> Place | None:
        return self.place

    @override
    def follow(self, address: Address) -> None:
        if self.drafting is None:
            self.shown.connect(lambda: self._go_first(address), Qt.ConnectionType.SingleShotConnection)
        else:
            self._go_to(address)

    def _go_first(self, address: Address) -> None:
        """Go to a paragraph as soon as the position is there, unless another is drafted on already."""
        if self.current_provision is None:
            self._go_to(address)

    def _go_to(self, address: Address) -> None:
        provision = self._list.get(address)
        if provision is not None:
            self._list.activate(provision)
            self._scroll_to(provision)

    def draft(self, address: Address) -> None:
        """Draft on a paragraph, which is added if needed: the caret is put into its wording."""
        if self.drafting is None:
            self._pending_address = address
            return
        provision = self._list.add(self.drafting.position.entry_at(address))
        self._show_head()
        self._list.activate(provision)
        provision.focus_wording()
        if self.drafting.delegation is None:
            self._provision_before_choice = provision
            self.chooser.focus_first()
            return
        self._scroll_to(provision)

    def insert(self, after: Address) -> None:
        made: list[PositionEntry] = []

        def insert() -> Changes:
            made.append(self._desk.positions.new_item(self.document, after))
            return self._desk.positions.set_item(self.document, made[0], typed=False)

        self._tasks.write(insert, while_alive(self, lambda _: self._edit_new(made[0])))

    def move_after(self, after: Address) -> None:
        provision = self.current_provision
        if provision is None:
            return
        provision.flush()
        item, document, positions = provision.item, self.document, self._desk.positions
        moved: list[PositionEntry] = []

        def move() -> Changes:
            new = positions.new_item(document, after)
            if not provision.is_new:  # it keeps its place in the text until it is agreed
                moved.append(replace(item, after=after, label=new.label))
                return positions.set_item(document, moved[0], typed=False)
            moved.append(replace(item, address=new.address, after=after, label=new.label))
            return positions.set_item(document, moved[0], typed=False) | positions.remove_item(document, item.address)

        self._tasks.write(move, while_alive(self, lambda _: self._edit_new(moved[0])))

    def adopt_wording(self, other: OtherProposal | None = None) -> None:
        """Adopt a wording of others in the current provision, by default the first; its authors are kept."""
        provision = self.current_provision
        address = provision.item.address if provision is not None else Address("")
        found = (proposal for proposal in self.other_proposals.get(address, ()) if proposal.proposal is not None)
        other = other or next(found, None)
        if provision is None or other is None:
            return
        provision.flush()
        provision.change(adopted_entry(other, provision.item, provision.source))
        provision.focus_wording()

    def activate(self, provision: ProvisionCard) -> None:
        self._list.activate(provision)

    def step(self, by: int) -> None:
        chosen = self._list.adjacent(by)
        if chosen is not None:
            self._list.activate(chosen)
            self.setFocus()
            self._scroll_to(chosen)

    def step_change(self, by: int) -> None:
        several = self.provisions if by > 0 else self.provisions[::-1]
        at_hand = self.current_provision
        if at_hand is not None and at_hand.wording_edit.step_change(by):
            at_hand.wording_edit.setFocus()
            return
        for provision in several[several.index(at_hand) + 1 :] if at_hand else several:
            if provision.wording_edit.enter_changes(by):
                self._list.activate(provision)
                provision.focus_wording()
                self._scroll_to(provision)
                return

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        provision, note = self.current_provision, self._list.current_note
        if by := key_bindings.direction(event, "action_next", "action_previous"):
            self.step(by)
        elif key_bindings.is_pressed(event, "position_take_over"):
            self.adopt_wording()
        elif step_for_key(event):
            self.step_change(step_for_key(event))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() and provision is not None:
            provision.focus_wording()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() and note is not None:
            note.shown_in_text.emit()
        else:
            super().keyPressEvent(event)

    def flush(self) -> None:
        self._texts.flush()
        for provision in self._list:
            provision.flush()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        for provision in self._list:
            provision.wording_edit.tidy()
        self.flush()
        super().hideEvent(event)

    def _load(self) -> None:
        known = self.drafting
        self._drafting_loader.run(lambda _: load_drafting(self._desk, self.document, known), self._show)

    def _show(self, drafting: DraftedPosition) -> None:
        self.drafting = drafting
        self._texts.show_position(drafting.position)
        self._list.show_drafting(drafting)
        self._show_head()
        self._show_side()
        if self._pending_address is not None:
            wanted, self._pending_address = self._pending_address, None
            self.draft(wanted)
        settle()
        self.setUpdatesEnabled(True)
        self.shown.emit()
        self.state_changed.emit()

    def _load_proposals(self) -> None:
        self._proposals_loader.run(lambda _: load_other_proposals(self._desk, self.document), self._on_proposals_loaded)

    def _on_proposals_loaded(self, others: OtherProposals) -> None:
        self.other_proposals = others
        self._show_side()

    def _show_side(self) -> None:
        """Name the provisions on which only others have comments, and let the file follow the current provision."""
        known = [card.item.address for card in self.provisions]
        links = [
            f'<a href="{escape(address)}">{escape(place)}</a>'
            for address, place in places_without_entry(self.other_proposals, known).items()
        ]
        text = self.tr("Provisions on which only others have comments:")
        self.others_label.setText(f"{text} {' · '.join(links)}")
        self.others_label.setVisible(bool(links))
        self.state_changed.emit()

    def _load_adoption(self) -> None:
        if self._adoption_job is not None:
            self._adoption_job.cancel()
        self._adoption_job = self._tasks.read(
            lambda: load_adopted_wordings(self._desk, self.document), while_alive(self, self._on_adoption_loaded)
        )

    def _on_adoption_loaded(self, taken: AdoptedWordings | None) -> None:
        self._adoption_job = None
        self._adoption = taken
        self._show_adoption()

    def _show_adoption(self) -> None:
        for provision in self._list:
            uptake = self._adoption.by_address.get(provision.item.address) if self._adoption else None
            provision.adoption_line.show_adoption(
                uptake, self._adoption.library_document.name if self._adoption else ""
            )

    def _connect_list(self) -> None:
        self._texts.left.connect(self.setFocus)
        several = self._list
        several.row_made.connect(self._connect_row)
        several.left.connect(self.setFocus)
        several.cards_added.connect(self._show_adoption)
        bar = self.ui.position_area.verticalScrollBar()
        several.current_moved.connect(lambda by: bar.setValue(bar.value() + by))
        several.current_changed.connect(self._show_side)
        several.current_changed.connect(self._counting.start)

    def _connect_row(self, row: ProvisionCard | NoteRow) -> None:
        row.left.connect(self.setFocus)
        if isinstance(row, NoteRow):
            place, keep_internal = row.note.place, self._desk.annotations.keep_internal
            row.internal_requested.connect(lambda: self._tasks.write(lambda: keep_internal(row.note.id)))
        else:
            place = Place(self.document, row.item.address)
            row.written.connect(lambda item: self._save(row, item, typed=True))
            row.chosen.connect(lambda item: self._save(row, item, typed=False))
            row.removed.connect(lambda: self._remove(place.address))
            row.chips.mark_opened.connect(self.mark_requested)
            row.chips.mark_removed.connect(
                lambda mark: self._tasks.write(lambda: self._desk.annotations.remove(mark.id))
            )
            row.menu_requested.connect(self.menu_requested)
            row.mark_label.dropped.connect(lambda point: self._drop(row, point))
            row.wording_edit.cursorPositionChanged.connect(lambda: self._scroll_to_caret(row))
            row.wording_edit.changes_passed.connect(self.step_change)
            row.edited.connect(self._counting.start)
            if self.drafting is not None:
                check_spelling(row, self._desk, self._tasks, self.drafting.library_document.header.language)
        row.shown_in_text.connect(lambda: self.opened.emit(place))

    def _drop(self, provision: ProvisionCard, point: QPoint) -> None:
        """Move a new provision that was dragged after the provision above the point on the screen."""
        after = self._list.address_above(point)
        if after != provision.item.after:
            self.activate(provision)
            self.move_after(after)

    def _edit_new(self, item: PositionEntry) -> None:
        if self.drafting is None:
            self._pending_address = item.address
            return
        provision = self._list.add(item)
        self._list.activate(provision)
        provision.focus_wording()
        provision.wording_edit.moveCursor(QTextCursor.MoveOperation.End)
        self._scroll_to(provision)

    def _save(self, provision: ProvisionCard, item: PositionEntry, *, typed: bool) -> None:
        words = "\n".join(filter(None, (item.proposal, item.comment, item.internal)))
        save = self._desk.positions.set_item
        provision.saving.write(self._tasks, lambda: save(self.document, item, typed=typed), typed=typed, words=words)

    def _remove(self, address: Address) -> None:
        if (provision := self._list.get(address)) is not None:
            self._tasks.unsaved.discard(provision.saving)
        self._list.remove(address)
        self._tasks.write(lambda: self._desk.positions.remove_item(self.document, address))
        self._show_head()
        self._show_side()

    def _choose_delegation(self, code: str) -> None:
        self._tasks.write(
            lambda: self._desk.positions.set_delegation(code), while_alive(self, self._on_delegation_saved)
        )

    def _on_delegation_saved(self, _: Changes) -> None:
        asked_at, self._provision_before_choice = self._provision_before_choice, None
        if asked_at is not None and asked_at in self.provisions:
            asked_at.focus_wording()
        else:
            self.general_edit.setFocus()

    def _on_changed(self, changes: Changes) -> None:
        if changes.meetings or self.document in changes.contributions or changes.settings:
            self._load_proposals()
        if self.document in changes.positions or changes.settings:
            self._load()
            self._pause.start()
        elif any(place.document == self.document for place in changes.annotations):
            self._load()

    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        if new is None or new is self or not self.isAncestorOf(new):
            if old is not None and self.isAncestorOf(old):
                self.flush()
            return
        self._list.activate(self._list.row_containing(new))

    def _scroll_to(self, row: PositionRow) -> None:
        settle()
        self.ui.position_area.ensureWidgetVisible(row, 0, 24)

    def _scroll_to_caret(self, provision: ProvisionCard) -> None:
        """Scroll so that the caret is seen, since the wording itself is as high as its text."""
        edit = provision.wording_edit
        if edit.hasFocus():
            caret = edit.mapTo(self.ui.position_widget, edit.cursorRect().center())
            self.ui.position_area.ensureVisible(caret.x(), caret.y(), 0, 48)

    def _show_head(self) -> None:
        drafting = self.drafting
        if drafting is None:
            return
        self.chooser.setVisible(drafting.delegation is None)
        self.head.show_drafting(drafting)
        self.ui.empty_label.setText(key_hints.no_provision_hint())
        self.ui.empty_label.setVisible(not len(self._list) and not drafting.notes)
