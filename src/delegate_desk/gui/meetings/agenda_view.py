"""The left column of a meeting: when and where, the items with their documents, and the vote as it stands."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QLineEdit,
    QListView,
    QMenu,
    QScrollArea,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from delegate_desk.desk import Desk
from delegate_desk.gui.meetings.agenda_model import AgendaModel, AgendaRow
from delegate_desk.gui.meetings.meeting_model import MeetingState
from delegate_desk.gui.meetings.vote_dialog import VotePane
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets import theme
from delegate_desk.gui.widgets.basic_widgets import Dressed, is_escape, label, leaves, part
from delegate_desk.gui.widgets.rows.row_menus import RowMenus

_Index = QModelIndex | QPersistentModelIndex
_LEFT, _INDENT = 16, 34
_LINE, _LOST = 16, 48
"""What a second line adds to a row, and what is lost of the first where it ends between two words."""


class AgendaView(Dressed):
    """The agenda of the meeting at hand.

    Signals:
        item_asked: An item is to be at hand, with its number, None for the meeting as a whole.
        paper_asked: A document is to be shown, with the item's number and the ``DocumentId``.
        remove_asked: An item is to be taken off, with its number.
        added: An item is to be added, with what was typed.
        left: Esc was pressed: back to the capture line.
    """

    item_asked = Signal(object)
    paper_asked = Signal(object, object)
    remove_asked = Signal(object)
    added = Signal(str)
    left = Signal()

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = AgendaModel(self)
        self.when_label = label("", "small")
        self.body_label = label("", "facet", wrap=True)
        self.place_label = label("", "soft", wrap=True)
        self.head_label = label(self.tr("Agenda"), "head")
        self.list = _AgendaList(self.model)
        self.list.setAccessibleName(self.tr("Agenda"))
        self.add_edit = QLineEdit()
        self.add_edit.setObjectName("add_item_edit")
        self.add_edit.setPlaceholderText(self.tr("Add an item: title, document numbers"))
        self.add_edit.setAccessibleName(self.tr("Add an item: title, document numbers"))
        self.add_edit.installEventFilter(self)
        self.vote = VotePane(desk, tasks)
        self.vote_area = QScrollArea()
        self.vote_area.setWidget(self.vote)
        self.vote_area.setWidgetResizable(True)
        self.vote_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.vote_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.vote_area.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setFocusProxy(self.list)
        self._arrange()
        self.list.clicked.connect(self._open)
        self.list.opened.connect(self._open)
        self.list.remove_asked.connect(self._remove)
        RowMenus(self.list, self._menu_of)
        self.add_edit.returnPressed.connect(self._add)
        theme.changed.connect(self.list.viewport().update)

    def _arrange(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 12, 0, 0)
        layout.setSpacing(4)
        for one in (self.when_label, self.body_label, self.place_label, self.head_label):
            one.setContentsMargins(12 if one is self.head_label else 16, 0, 12, 0)
            layout.addWidget(one)
        layout.addWidget(self.list, 1)
        holder = QWidget()
        inner = QVBoxLayout(holder)
        inner.setContentsMargins(12, 0, 12, 4)
        inner.addWidget(self.add_edit)
        layout.addWidget(holder)
        layout.addWidget(self.vote_area)
        part(self, "side")
        part(self.vote_area, "side")
        self.setAccessibleName(self.tr("Meeting"))

    def show_room(self, room: MeetingState, when: str) -> None:
        """Show a meeting, the item at hand marked."""
        meeting = room.meeting
        self.when_label.setText(when)
        self.body_label.setText(meeting.body)
        self.place_label.setText(meeting.place)
        self.place_label.setVisible(bool(meeting.place))
        top = self.list.verticalScrollBar().value()
        self.model.show(room)
        self.list.setCurrentIndex(self.model.index(self.model.current()))
        self.list.verticalScrollBar().setValue(top)
        self.list.scrollTo(self.list.currentIndex())
        self.vote.show_stances(room.stances)
        self._fit_vote()

    def _fit_vote(self) -> None:
        """Give the vote the height that its words need, the agenda the rest."""
        layout = self.vote.layout()
        needed = layout.totalHeightForWidth(self.width()) if layout is not None else 0
        self.vote_area.setFixedHeight(min(needed + 2, max(self.height() // 3, 96)))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_vote()

    def _open(self, index: _Index) -> None:
        row = self.model.row(index)
        if row is None or row.is_missing:
            return
        if row.held is not None:
            self.paper_asked.emit(row.entry.number, row.held.id)
        else:
            self.item_asked.emit(row.entry.number)

    def _remove(self) -> None:
        row = self.model.row(self.list.currentIndex())
        if row is not None and not row.is_paper and row.entry.number is not None:
            self.remove_asked.emit(row.entry.number)

    def _menu_of(self, index: QModelIndex) -> QMenu | None:
        """Return the context menu of an item, or of a document in it."""
        row = self.model.row(index)
        if row is None:
            return None
        menu = QMenu(self)
        opened = menu.addAction(self.tr("&Open\tEnter"))
        opened.setEnabled(not row.is_missing)
        opened.triggered.connect(lambda _=False: self._open(index))
        if not row.is_paper:
            removed = menu.addAction(self.tr("&Remove Item\tDel"))
            removed.setEnabled(row.entry.number is not None)
            removed.triggered.connect(lambda _=False: self._remove())
        return menu

    def _add(self) -> None:
        typed = self.add_edit.text().strip()
        if typed:
            self.add_edit.clear()
            self.added.emit(typed)

    @override
    def eventFilter(self, watched: object, event: object) -> bool:
        is_key = isinstance(event, QKeyEvent) and watched is self.add_edit
        return is_key and isinstance(event, QKeyEvent) and leaves(event, self.left.emit)


class _AgendaList(QListView):
    """The rows.

    Signals:
        opened: Enter was pressed on a row, with its index.
        remove_asked: Del was pressed.
    """

    opened = Signal(object)
    remove_asked = Signal()

    def __init__(self, model: AgendaModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setObjectName("agenda_list")
        self.setItemDelegate(_AgendaDelegate(model, self))
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self.currentIndex())
        elif event.key() == Qt.Key.Key_Delete:
            self.remove_asked.emit()
        elif not is_escape(event):
            super().keyPressEvent(event)


class _AgendaDelegate(QStyledItemDelegate):
    """Items in ink, the current item in the accent; documents indented, missing documents in the warning's colour."""

    def __init__(self, model: AgendaModel, view: QListView) -> None:
        super().__init__(view)
        self._model = model
        self._view = view

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        row = self._model.row(index)
        second = _LINE if row is not None and self._is_long(row) else 0
        return QSize(0, theme.row_height() + second)

    def _is_long(self, row: AgendaRow) -> bool:
        """True for an item that needs two lines."""
        if row.is_paper:
            return False
        metrics = QFontMetrics(theme.ui_font(bold=True))
        aside = metrics.horizontalAdvance(row.side) + 8 if row.side else 0
        return metrics.horizontalAdvance(row.text) > self._view.viewport().width() - 2 * _LEFT - aside

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row = self._model.row(index)
        if row is None:
            return
        box: QRect = option.rect
        current = not row.is_paper and row.entry.number == self._model.number
        chosen = bool(option.state & QStyle.StateFlag.State_Selected) and self._view.hasFocus()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if current or chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(theme.color("accent") if chosen else Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("tint" if current or chosen else "hairline"))
            painter.setOpacity(1.0 if current or chosen else 0.5)
            painter.drawRoundedRect(box.adjusted(8, 1, -8, -1), 4, 4)
            painter.setOpacity(1.0)
        inner = box.adjusted(_INDENT if row.is_paper else _LEFT, 0, -_LEFT, 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(theme.ui_font())
        painter.setPen(theme.color("accent" if current else "soft"))
        painter.drawText(inner, middle | Qt.AlignmentFlag.AlignRight, row.side)
        if row.side:
            inner.setRight(inner.right() - painter.fontMetrics().horizontalAdvance(row.side) - 8)
        painter.setFont(theme.ui_font(bold=current))
        role = "scrutiny_reservation" if row.is_missing else "soft" if row.is_paper else "ink"
        painter.setPen(theme.color("accent" if current else role))
        metrics = painter.fontMetrics()
        if row.is_paper or not self._is_long(row):
            elide = Qt.TextElideMode.ElideMiddle if row.is_paper else Qt.TextElideMode.ElideRight
            painter.drawText(inner, middle, metrics.elidedText(row.text, elide, inner.width()))
        else:
            room = inner.width() * 2 - _LOST
            shown = metrics.elidedText(row.text, Qt.TextElideMode.ElideRight, room)
            painter.drawText(inner, middle | Qt.TextFlag.TextWordWrap, shown)
        painter.restore()
