"""Our position on one document, drafted in place."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from delegate_desk.core.changes import Changes
from delegate_desk.core.documents import Address, DocumentId, Place
from delegate_desk.core.errors import UnknownPlaceError
from delegate_desk.core.positions import Item, PositionStatus
from delegate_desk.desk import Desk
from delegate_desk.gui import names, theme
from delegate_desk.gui.forms.ui_positions import Ui_Positions
from delegate_desk.gui.models.positions import Drafting, Taken, load_drafting, load_taken
from delegate_desk.gui.tasks import Tasks, Ticket
from delegate_desk.gui.views.delegation import DelegationChooser
from delegate_desk.gui.views.parts import Dressed, GrowingEdit, part, while_there
from delegate_desk.gui.views.provision import Provision
from delegate_desk.gui.views.saving import Saving
from delegate_desk.gui.views.send import SendPane

_PAUSE = 1500
"""Milliseconds without a change after which it is looked what a revision took of our wordings."""


class PositionsView(Dressed):
    """The tab of a position.

    Signals:
        opened: A provision is to be shown in the text, with its ``Place``.
        export_asked: The position is to be exported, with the document's id.
        shown: The position as the library has it is on the screen.
    """

    opened = Signal(object)
    export_asked = Signal(object)
    shown = Signal()

    def __init__(self, desk: Desk, tasks: Tasks, document: DocumentId, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._document = document
        self._drafting: Drafting | None = None
        self._ticket: Ticket | None = None
        self._looking_back: Ticket | None = None
        self._taken: Taken | None = None
        self._asked_at: Provision | None = None
        self._wanted: Address | None = None
        self._provisions: dict[Address, Provision] = {}
        self.ui = Ui_Positions()
        self.ui.setupUi(self)
        part(self, "paper")
        self.chooser = DelegationChooser()
        self.chooser.hide()
        self.ui.delegation_layout.addWidget(self.chooser)
        self.general_edit = GrowingEdit(name="reading")
        self.internal_edit = GrowingEdit(name="internal")
        self._lay_out_texts()
        self.send = SendPane(desk, tasks, document)
        self._general = self._keep(self.general_edit, desk.positions.set_general)
        self._internal = self._keep(self.internal_edit, desk.positions.set_internal)
        self.ui.add_edit.returnPressed.connect(self._find_place)
        self.ui.add_edit.textEdited.connect(self.ui.add_error_label.hide)
        self.chooser.chosen.connect(self._choose_delegation)
        self.send.export_asked.connect(self._ask_for_export)
        tasks.changed.connect(self._follow)
        theme.changed.connect(self._show_head)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._mind_focus)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._look_back)
        self._load()
        self._look_back()

    @property
    def document(self) -> DocumentId:
        """The document that the position is on."""
        return self._document

    @property
    def marking(self) -> str | None:
        """The marking of the document."""
        return self._drafting.held.header.marking if self._drafting else None

    @property
    def provisions(self) -> list[Provision]:
        """The provisions in the document's order."""
        return [self._provisions[address] for address in self._in_order()]

    @property
    def place(self) -> Place | None:
        """The provision at hand."""
        at_hand = next((p.item.address for p in self._provisions.values() if p.is_active), None)
        return Place(self._document, at_hand) if at_hand else None

    def draft(self, address: Address) -> None:
        """Draft on a paragraph: the caret goes into its wording, and it is added where it is not there yet."""
        if self._drafting is None:
            self._wanted = address
            return
        if address not in self._provisions:
            self._add(self._drafting.position.item(address))
            self._show_head()
        provision = self._provisions[address]
        provision.write()
        if self._drafting.delegation is None:
            self._asked_at = provision
            self.chooser.begin()
            return
        QTimer.singleShot(0, provision, lambda: self.ui.position_area.ensureWidgetVisible(provision, 0, 24))

    def flush(self) -> None:
        """Send what was typed on its way to the library."""
        self._general.flush()
        self._internal.flush()
        for provision in self._provisions.values():
            provision.flush()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        for provision in self._provisions.values():
            provision.wording_edit.tidy()
        self.flush()
        super().hideEvent(event)

    def _load(self) -> None:
        if self._ticket is not None:
            self._ticket.cancel()
        known = self._drafting
        self._ticket = self._tasks.read(
            lambda: load_drafting(self._desk, self._document, known), while_there(self, self._show)
        )

    def _show(self, drafting: Drafting) -> None:
        self._ticket = None
        self._drafting = drafting
        if not self._general.is_dirty:
            self.general_edit.set_text(drafting.position.general)
        if not self._internal.is_dirty:
            self.internal_edit.set_text(drafting.position.internal)
        held = {item.address: item for item in drafting.position.items}
        for address, provision in list(self._provisions.items()):
            if address in held or provision.saving.is_dirty:
                continue
            if provision.is_active:
                provision.show_item(drafting.source(address), Item(address))
            elif not provision.item.is_empty():
                self._drop(address)
        for address, item in held.items():
            if address not in self._provisions:
                self._add(item)
            elif not self._provisions[address].saving.is_dirty:
                self._provisions[address].show_item(drafting.source(address), item)
        self.send.set_language(drafting.held.header.language)
        self.send.refresh()
        self._show_head()
        self._show_taken()
        if self._wanted is not None:
            wanted, self._wanted = self._wanted, None
            self.draft(wanted)
        self.shown.emit()

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
        for address, provision in self._provisions.items():
            uptake = self._taken.by.get(address) if self._taken else None
            provision.uptake_line.show_uptake(uptake, self._taken.held.name if self._taken else "")

    def _add(self, item: Item) -> None:
        if self._drafting is None:
            return
        address = item.address
        provision = Provision(self._drafting.label(address), self._drafting.source(address), item)
        provision.written.connect(lambda changed, p=provision: self._save(p, changed))
        provision.removed.connect(lambda: self._remove(address))
        provision.shown_in_text.connect(lambda: self.opened.emit(Place(self._document, address)))
        provision.left.connect(self.setFocus)
        provision.undo_asked.connect(self._undo)
        provision.redo_asked.connect(self._redo)
        provision.wording_edit.cursorPositionChanged.connect(lambda p=provision: self._keep_in_sight(p))
        self._provisions[address] = provision
        self.ui.provisions_layout.insertWidget(self._in_order().index(address), provision)

    def _in_order(self) -> list[Address]:
        drafting = self._drafting
        return sorted(self._provisions, key=lambda a: drafting.order.get(a, -1)) if drafting else []

    def _save(self, provision: Provision, item: Item) -> None:
        provision.saving.write(self._tasks, lambda: self._desk.positions.set_item(self._document, item))

    def _remove(self, address: Address) -> None:
        self._drop(address)
        self._tasks.write(lambda: self._desk.positions.remove_item(self._document, address))
        self._show_head()

    def _drop(self, address: Address) -> None:
        provision = self._provisions.pop(address)
        provision.blockSignals(True)
        self.ui.provisions_layout.removeWidget(provision)
        provision.hide()
        provision.deleteLater()

    def _undo(self) -> None:
        self.flush()
        self._tasks.write(self._desk.history.undo)

    def _redo(self) -> None:
        self.flush()
        self._tasks.write(self._desk.history.redo)

    def _find_place(self) -> None:
        typed = self.ui.add_edit.text()
        if typed.strip():
            self._tasks.read(
                lambda: self._desk.documents.place(self._document, typed),
                while_there(self, self._add_typed),
                failed=while_there(self, self._say_no_place),
            )

    def _add_typed(self, address: Address) -> None:
        self.ui.add_edit.clear()
        self.draft(address)

    def _say_no_place(self, error: Exception) -> None:
        if not isinstance(error, UnknownPlaceError):
            self._tasks.failed.emit(error)
            return
        said = self.tr("{name} has no place “{typed}”.").format(name=error.name, typed=error.typed)
        self.ui.add_error_label.setText(said)
        self.ui.add_error_label.show()

    def _choose_delegation(self, code: str) -> None:
        self._tasks.write(lambda: self._desk.positions.set_delegation(code), while_there(self, self._go_on))

    def _go_on(self, _: Changes) -> None:
        """The delegation is known: back to the wording that it was asked before."""
        asked_at, self._asked_at = self._asked_at, None
        if asked_at is not None and asked_at in self._provisions.values():
            asked_at.write()
        else:
            self.general_edit.setFocus()

    def _ask_for_export(self) -> None:
        self.flush()
        self.export_asked.emit(self._document)

    def _follow(self, changes: Changes) -> None:
        if self._document in changes.positions or changes.settings:
            self._load()
            self._pause.start()
        elif any(place.document == self._document for place in changes.annotations):
            self.send.refresh()

    def _mind_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        if new is None or not self.isAncestorOf(new):
            if old is not None and self.isAncestorOf(old):
                self.flush()
            return
        for provision in self._provisions.values():
            within = provision.isAncestorOf(new)
            if within or provision.is_active:
                provision.set_active(active=within)

    def _keep_in_sight(self, provision: Provision) -> None:
        """Scroll so that the caret is seen, since the wording itself is as high as its text."""
        edit = provision.wording_edit
        if edit.hasFocus():
            caret = edit.mapTo(self.ui.position_widget, edit.cursorRect().center())
            self.ui.position_area.ensureVisible(caret.x(), caret.y(), 0, 48)

    def _show_head(self) -> None:
        drafting = self._drafting
        if drafting is None:
            return
        self.chooser.setVisible(drafting.delegation is None)
        whose = (
            self.tr("Position of {state}").format(state=names.state(drafting.delegation))
            if drafting.delegation
            else self.tr("Position")
        )
        status = {
            PositionStatus.DRAFT: self.tr("draft"),
            PositionStatus.CLEARED: self.tr("cleared"),
            PositionStatus.SENT: self.tr("sent"),
        }[drafting.position.status]
        on = self.tr("on {name} · {status}").format(name=drafting.held.name, status=status)
        soft = theme.color("soft").name()
        self.ui.title_label.setText(f'<b>{whose}</b> <span style="color:{soft}">{on}</span>')
        total, drafted = drafting.counts()
        said = [names.counted(total, self.tr("1 provision"), self.tr("{n} provisions"))]
        if drafted:
            said.append(
                names.counted(drafted, self.tr("1 with a wording of our own"), self.tr("{n} with wordings of our own"))
            )
        self.ui.counts_label.setText(" · ".join(said))
        self.ui.counts_label.setVisible(total > 0)
        self.ui.empty_label.setText(
            self.tr("No provision yet: Ctrl+D on a paragraph of the text drafts on it, or type a place here.")
        )
        self.ui.empty_label.setVisible(not self._provisions)

    def _keep(self, edit: GrowingEdit, put: Callable[[DocumentId, str], Changes]) -> Saving:
        """Have a text saved as it is typed."""
        saving = Saving(self)

        def save() -> None:
            text = edit.toPlainText()
            saving.write(self._tasks, lambda: put(self._document, text))

        saving.due.connect(save)
        edit.textChanged.connect(saving.touch)
        edit.undo_asked.connect(self._undo)
        edit.redo_asked.connect(self._redo)
        edit.left.connect(self.setFocus)
        return saving

    def _lay_out_texts(self) -> None:
        layout = self.ui.texts_layout
        layout.insertWidget(1, self.general_edit)
        layout.insertSpacing(2, 8)
        layout.addWidget(self.internal_edit)
        self.general_edit.setAccessibleName(self.tr("General comments"))
        self.general_edit.setPlaceholderText(self.tr("What we say on the document as a whole"))
        self.internal_edit.setAccessibleName(self.tr("Internal notes"))
        self.internal_edit.setPlaceholderText(self.tr("Instructions, limits, who to call"))
        self.ui.title_label.setTextFormat(Qt.TextFormat.RichText)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
