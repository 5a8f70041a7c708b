"""Our position on one document, drafted in place."""

from dataclasses import replace

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from delegate_desk.core.changes import Changes
from delegate_desk.core.documents.document import Address, DocumentId, Place
from delegate_desk.core.positions.position import Item
from delegate_desk.desk import Desk
from delegate_desk.gui import keyhints, keymap
from delegate_desk.gui.forms.ui_positions import Ui_Positions
from delegate_desk.gui.models.others import Other, Others, elsewhere, load_others, taken_in
from delegate_desk.gui.models.positions import Drafting, Taken, load_drafting, load_taken
from delegate_desk.gui.tasks import Tasks, Ticket
from delegate_desk.gui.views.delegation import DelegationChooser
from delegate_desk.gui.views.noted import NotedBox
from delegate_desk.gui.views.parts import Dressed, part, settle, while_there
from delegate_desk.gui.views.place_finder import PlaceFinder
from delegate_desk.gui.views.position_head import PositionHead
from delegate_desk.gui.views.position_side import PositionSide
from delegate_desk.gui.views.position_texts import PositionTexts
from delegate_desk.gui.views.provision import Provision
from delegate_desk.gui.views.provision_list import ProvisionList
from delegate_desk.gui.views.send import SendPane
from delegate_desk.gui.views.wording import step_of

_PAUSE = 1500
"""Milliseconds without a change after which it is looked what a revision took of our wordings."""


class PositionsView(Dressed):
    """The tab of a position.

    Outside of its fields J and K go from provision to provision, Enter writes, T takes over a wording of others.

    Attributes:
        head: Where the position stands, and its next steps.
        side: What stands beside it.
        drafting: The position as it was loaded last; None before.

    Signals:
        opened: A provision is to be shown in the text, with its ``Place``.
        export_asked: The position is to be exported, with the document's id.
        menu_asked: What can be done with the provision at hand is to be offered, with the place on the screen.
        shown: The position as the library has it is on the screen.
    """

    opened = Signal(object)
    export_asked = Signal(object)
    menu_asked = Signal(QPoint)
    shown = Signal()

    def __init__(self, desk: Desk, tasks: Tasks, document: DocumentId, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._document = document
        self.drafting: Drafting | None = None
        self.others: Others = {}
        self._ticket: Ticket | None = None
        self._hearing: Ticket | None = None
        self._looking_back: Ticket | None = None
        self._taken: Taken | None = None
        self._asked_at: Provision | None = None
        self._wanted: Address | None = None
        self.ui = Ui_Positions()
        self.ui.setupUi(self)
        self.setUpdatesEnabled(False)  # it is not painted half
        part(self, "paper")
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
        self.send = SendPane(desk, tasks, document)
        self.side = PositionSide(self.send, NotedBox(desk, tasks, document))
        finder = PlaceFinder(desk, tasks, document, self.ui.add_edit, self.ui.add_error_label)
        finder.found.connect(lambda address: self.draft(Address(address)))
        self.head.notes_check.toggled.connect(self._list.show_notes)
        self.chooser.chosen.connect(self._choose_delegation)
        self.send.export_asked.connect(self._ask_for_export)
        tasks.changed.connect(self._follow)
        self._connect_list()
        self.side.others.taken.connect(self.take_over)
        self.side.others.left.connect(self.setFocus)
        self.side.others.asked.connect(self.draft)
        self.side.others.removed.connect(lambda key: tasks.write(lambda: desk.packages.remove_lines(document, [key])))
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._mind_focus)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._look_back)
        self._load()
        self._hear()
        self._look_back()

    @property
    def document(self) -> DocumentId:
        """The document that the position is on."""
        return self._document

    @property
    def marking(self) -> str | None:
        """The marking of the document."""
        return self.drafting.held.header.marking if self.drafting else None

    @property
    def provisions(self) -> list[Provision]:
        """The provisions in the document's order."""
        return list(self._list)

    @property
    def at_hand(self) -> Provision | None:
        """The provision at hand."""
        return self._list.at_hand

    @property
    def place(self) -> Place | None:
        """Where the provision at hand stands."""
        provision = self.at_hand
        return Place(self._document, provision.item.address) if provision else None

    def draft(self, address: Address) -> None:
        """Draft on a paragraph: the caret goes into its wording, and it is added where it is not there yet."""
        if self.drafting is None:
            self._wanted = address
            return
        provision = self._list.add(self.drafting.position.item(address))
        self._show_head()
        self._list.activate(provision)
        provision.write()
        if self.drafting.delegation is None:
            self._asked_at = provision
            self.chooser.begin()
            return
        self._bring_in_sight(provision)

    def insert(self, after: Address) -> None:
        """Begin a new provision behind another; empty for the very beginning of the text."""
        made: list[Item] = []

        def insert() -> Changes:
            made.append(self._desk.positions.new_item(self._document, after))
            return self._desk.positions.set_item(self._document, made[0], typed=False)

        self._tasks.write(insert, while_there(self, lambda _: self._begin(made[0])))

    def move_behind(self, after: Address) -> None:
        """Let the provision at hand go behind another, under the number that it would have there."""
        provision = self.at_hand
        if provision is None:
            return
        provision.flush()
        item, document, positions = provision.item, self._document, self._desk.positions
        moved: list[Item] = []

        def move() -> Changes:
            new = positions.new_item(document, after)
            if not provision.is_new:  # it keeps its place in the text until it is agreed
                moved.append(replace(item, after=after, label=new.label))
                return positions.set_item(document, moved[0], typed=False)
            moved.append(replace(item, address=new.address, after=after, label=new.label))
            return positions.set_item(document, moved[0], typed=False) | positions.remove_item(document, item.address)

        self._tasks.write(move, while_there(self, lambda _: self._begin(moved[0])))

    def take_over(self, other: Other | None = None) -> None:
        """Take over a wording of others at the provision at hand, the first if none is named; whose it was is kept."""
        provision, other = self.at_hand, other or self.side.others.first()
        if provision is None or other is None:
            return
        provision.flush()
        provision.change(taken_in(other, provision.item, provision.source))
        provision.write()

    def take(self, provision: Provision) -> None:
        """Take a provision at hand; the keys stay where they are."""
        self._list.activate(provision)

    def step(self, by: int) -> None:
        """Take the next provision at hand, or the one before; the keys stay outside of its fields."""
        chosen = self._list.next(by)
        if chosen is not None:
            self._list.activate(chosen)
            self.setFocus()
            self._bring_in_sight(chosen)

    def step_change(self, by: int) -> None:
        """Go to the next change of ours, or the one before, over the provisions."""
        several = self.provisions if by > 0 else self.provisions[::-1]
        at_hand = self.at_hand
        if at_hand is not None and at_hand.wording_edit.step_change(by):
            at_hand.wording_edit.setFocus()
            return
        for provision in several[several.index(at_hand) + 1 :] if at_hand else several:
            if provision.wording_edit.enter_changes(by):
                self._list.activate(provision)
                provision.write()
                self._bring_in_sight(provision)
                return

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        provision = self.at_hand
        if by := keymap.direction(event, "action_next", "action_previous"):
            self.step(by)
        elif keymap.is_pressed(event, "position_take_over"):
            self.take_over()
        elif step_of(event):
            self.step_change(step_of(event))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() and provision is not None:
            provision.write()
        else:
            super().keyPressEvent(event)

    def flush(self) -> None:
        """Send what was typed on its way to the library."""
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
        if self._ticket is not None:
            self._ticket.cancel()
        known = self.drafting
        self._ticket = self._tasks.read(
            lambda: load_drafting(self._desk, self._document, known), while_there(self, self._show)
        )

    def _show(self, drafting: Drafting) -> None:
        self._ticket = None
        self.drafting = drafting
        self._texts.show_position(drafting.position)
        self._list.show_drafting(drafting)
        self.send.set_language(drafting.held.header.language)
        self.send.refresh()
        self._show_head()
        self._show_others()
        if self._wanted is not None:
            wanted, self._wanted = self._wanted, None
            self.draft(wanted)
        settle()
        self.setUpdatesEnabled(True)
        self.shown.emit()

    def _hear(self) -> None:
        """Gather what others proposed."""
        if self._hearing is not None:
            self._hearing.cancel()
        self._hearing = self._tasks.read(lambda: load_others(self._desk, self._document), while_there(self, self._heed))

    def _heed(self, others: Others) -> None:
        self._hearing = None
        self.others = others
        self._show_others()

    def _show_others(self) -> None:
        """Show beside the position what we noted on the provision at hand, and what others say of it."""
        provision = self.at_hand
        self.side.noted.show_on(provision)
        said = self.others.get(provision.item.address if provision else Address(""), ())
        place = provision.mark_label.text() if provision else self.tr("the whole document") if said else ""
        known = [one.item.address for one in self.provisions]
        self.side.others.show_others(place, said, elsewhere(self.others, known))

    def _look_back(self) -> None:
        """Look what the next revision took of our wordings."""
        if self._looking_back is not None:
            self._looking_back.cancel()
        self._looking_back = self._tasks.read(
            lambda: load_taken(self._desk, self._document), while_there(self, self._take)
        )

    def _take(self, taken: Taken | None) -> None:
        self._looking_back = None
        self._taken = taken
        self._show_taken()

    def _show_taken(self) -> None:
        for provision in self._list:
            uptake = self._taken.by.get(provision.item.address) if self._taken else None
            provision.uptake_line.show_uptake(uptake, self._taken.held.name if self._taken else "")

    def _connect_list(self) -> None:
        self._texts.left.connect(self.setFocus)
        several = self._list
        several.written.connect(lambda provision, item: self._save(provision, item, typed=True))
        several.chosen.connect(lambda provision, item: self._save(provision, item, typed=False))
        several.removed.connect(lambda address: self._remove(Address(address)))
        several.shown_in_text.connect(lambda address: self.opened.emit(Place(self._document, Address(address))))
        several.menu_asked.connect(self.menu_asked)
        several.left.connect(self.setFocus)
        several.caret_moved.connect(self._keep_in_sight)
        several.passed.connect(self.step_change)
        several.grown.connect(self._show_taken)
        bar = self.ui.position_area.verticalScrollBar()
        several.pushed.connect(lambda by: bar.setValue(bar.value() + by))
        several.turned.connect(self._show_others)
        several.kept_out.connect(lambda note: self._tasks.write(lambda: self._desk.annotations.keep_internal(note.id)))

    def _begin(self, item: Item) -> None:
        """Write in a provision that was made, once the document is known."""
        if self.drafting is None:
            self._wanted = item.address
            return
        provision = self._list.add(item)
        self._list.activate(provision)
        provision.write()
        provision.wording_edit.moveCursor(QTextCursor.MoveOperation.End)
        self._bring_in_sight(provision)

    def _save(self, provision: Provision, item: Item, *, typed: bool) -> None:
        words = "\n".join(filter(None, (item.proposal, item.comment, item.internal)))
        save = self._desk.positions.set_item
        provision.saving.write(self._tasks, lambda: save(self._document, item, typed=typed), typed=typed, words=words)

    def _remove(self, address: Address) -> None:
        if (provision := self._list.get(address)) is not None:
            self._tasks.unsaved.drop(provision.saving)
        self._list.drop(address)
        self._tasks.write(lambda: self._desk.positions.remove_item(self._document, address))
        self._show_head()
        self._show_others()

    def _choose_delegation(self, code: str) -> None:
        self._tasks.write(lambda: self._desk.positions.set_delegation(code), while_there(self, self._go_on))

    def _go_on(self, _: Changes) -> None:
        """The delegation is known: back to the wording that it was asked before."""
        asked_at, self._asked_at = self._asked_at, None
        if asked_at is not None and asked_at in self.provisions:
            asked_at.write()
        else:
            self.general_edit.setFocus()

    def _ask_for_export(self) -> None:
        self.flush()
        self.export_asked.emit(self._document)

    def _follow(self, changes: Changes) -> None:
        if changes.meetings or self._document in changes.contributions or changes.settings:
            self._hear()
        if self._document in changes.positions or changes.settings:
            self._load()
            self._pause.start()
        elif any(place.document == self._document for place in changes.annotations):
            self._load()

    def _mind_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        if new is None or new is self or not self.isAncestorOf(new):
            if old is not None and self.isAncestorOf(old):
                self.flush()
            return
        self._list.activate(self._list.holding(new))

    def _bring_in_sight(self, provision: Provision) -> None:
        settle()
        self.ui.position_area.ensureWidgetVisible(provision, 0, 24)

    def _keep_in_sight(self, provision: Provision) -> None:
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
        self.ui.empty_label.setText(keyhints.no_provision())
        self.ui.empty_label.setVisible(not len(self._list) and not drafting.notes)
