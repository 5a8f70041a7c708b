"""The rows of a timeline, what their keys do, and the menu that offers it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QMenu, QWidget
from typing_extensions import override

from delegate_desk.core.documents.dossier_suggestions import Offered
from delegate_desk.core.documents.dossier_timeline import Milestone, Timeline
from delegate_desk.gui.library.timeline_delegate import TimelinePainter
from delegate_desk.gui.library.timeline_model import (
    DossierSuggestion,
    DossierSuggestions,
    Row,
    TimelineHead,
    TimelineModel,
)
from delegate_desk.gui.widgets import theme
from delegate_desk.gui.widgets.rows.action_list import ActingList


class TimelineList(ActingList):
    """The documents of a dossier; Enter opens one, C compares it with the one before, or two of those chosen.

    Signals:
        opened: A row is to be opened: the ``Row``, and True for a tab behind.
        compare_asked: Milestones are to be compared: one with the one before it, or of several
            the first with the last.
        move_asked: The milestones chosen are to be put into another dossier.
        part_asked: They are to stand apart.
        back_asked: They are to belong where their papers say.
        accepted: What is offered belongs, with the ``Offered``.
        refused: It does not.
    """

    opened = Signal(object, bool)
    compare_asked = Signal(list)
    move_asked = Signal(list)
    part_asked = Signal(list)
    back_asked = Signal(list)
    accepted = Signal(object)
    refused = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = TimelineModel(self)
        self.painter = TimelinePainter(self, self.rows)
        self.setModel(self.rows)
        self.setItemDelegate(self.painter)
        self.setMouseTracking(True)
        self.selectionModel().selectionChanged.connect(lambda *_: self.viewport().update())
        theme.follow(self, lambda: self.viewport().update())
        self._make_actions()

    def show_timeline(self, timeline: Timeline, offers: DossierSuggestions, *, at: str | None = None) -> None:
        """Show a dossier, with the same row at hand as before, or at first the one of a key.

        Args:
            timeline: Of the dossier.
            offers: What is offered beside.
            at: The key of a milestone.
        """
        kept, y = self.rows.row(self.currentIndex()), self.verticalScrollBar().value()
        number = self.currentIndex().row()
        self.rows.show(timeline, offers)
        place = self.rows.place_of(timeline.find(at) if at else kept)
        if place is None:
            place = min(max(number, 0), len(timeline.milestones) - 1) if kept else len(timeline.milestones) - 1
        self.selectionModel().setCurrentIndex(self.rows.index(place), QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if kept:
            self.verticalScrollBar().setValue(y)
        self.scrollTo(self.currentIndex())

    def chosen(self) -> list[Milestone]:
        """The documents chosen, from top to bottom."""
        numbers = sorted({index.row() for index in self.selectedIndexes()})
        return [row for n in numbers if isinstance(row := self.rows.rows[n], Milestone)]

    def at_hand(self) -> Row | None:
        """The row at hand."""
        return self.rows.row(self.currentIndex())

    def open_current(self, *, behind: bool = False) -> None:
        """Ask for what is at hand to be opened."""
        row = self.at_hand()
        if row is not None and not isinstance(row, TimelineHead):
            self.opened.emit(row, behind)

    @override
    def offer(self, point: QPoint | None = None) -> None:
        """Offer what can be done with the rows chosen."""
        if self.at_hand() is not None:
            corner = self.visualRect(self.currentIndex()).center() if point is None else point
            self.menu().popup(self.viewport().mapToGlobal(corner))

    def menu(self) -> QMenu:
        """What can be done with the rows chosen."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions([self.action_open, self.action_open_behind])
        menu.addSeparator()
        if isinstance(self.at_hand(), DossierSuggestion):
            menu.addActions([self.action_accept, self.action_refuse])
        else:
            menu.addAction(self.action_compare)
            menu.addSeparator()
            menu.addActions([self.action_move, self.action_part, self.action_back])
        return menu

    def _make_actions(self) -> None:
        make = self._action
        self.action_open = make(self.tr("&Open"), self.open_current, "Return", "Enter")
        behind = partial(self.open_current, behind=True)
        self.action_open_behind = make(
            self.tr("Open in New &Tab"), behind, "Ctrl+Return", "Ctrl+Enter", name="timeline_open_behind"
        )
        compare = self.tr("&Compare with Previous, or First and Last Selected")
        self.action_compare = make(compare, self._compare, "C", name="timeline_compare")
        move, part = self.tr("&Move to Another Dossier…"), self.tr("Make a Separ&ate Dossier")
        self.action_move = make(move, lambda: self._ask(self.move_asked.emit), "M", name="timeline_move")
        self.action_part = make(part, lambda: self._ask(self.part_asked.emit), "S", name="timeline_part")
        back, accept = self.tr("A&ssign Automatically"), self.tr("A&dd to This Dossier")
        self.action_back = make(back, lambda: self._ask(self.back_asked.emit), "U", name="timeline_back")
        self.action_accept = make(accept, lambda: self._answer(self.accepted.emit), "A", name="timeline_accept")
        refuse = self.tr("&Not This Dossier")
        self.action_refuse = make(refuse, lambda: self._answer(self.refused.emit), "Del", name="timeline_refuse")
        make(self.tr("Actions"), self.offer, "Menu", "Shift+F10", name="timeline_offer")
        make(self.tr("&Next"), lambda: self._step(1), "J", name="action_next")
        make(self.tr("&Previous"), lambda: self._step(-1), "K", name="action_previous")

    def _compare(self) -> None:
        self._ask(self.compare_asked.emit)

    def _ask(self, tell: Callable[[list[Milestone]], object]) -> None:
        chosen = self.chosen()
        if chosen:
            tell(chosen)

    def _answer(self, tell: Callable[[Offered], object]) -> None:
        row = self.at_hand()
        if isinstance(row, DossierSuggestion):
            tell(row.offered)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        is_plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if is_plain and event.button() is Qt.MouseButton.LeftButton and self._is_on_link(event.position().toPoint()):
            self._compare()  # what is chosen stays so
        else:
            super().mousePressEvent(event)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        if self.indexAt(point).isValid() and not self._is_on_link(point):
            self.open_current()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        on_link = self._is_on_link(event.position().toPoint())
        shape = Qt.CursorShape.PointingHandCursor if on_link else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def _is_on_link(self, point: QPoint) -> bool:
        """True over the words that compare what is chosen."""
        return self.painter.link(self.indexAt(point)).contains(point)
