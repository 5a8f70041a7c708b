"""Interventions so far: a line each, the newest at the bottom, to be edited, moved and deleted."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QListView, QMenu, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout, QWidget
from typing_extensions import override

from delegate_desk.core.documents.document import Place
from delegate_desk.core.meetings.meeting import CapturedLine, Intervention, LineId, MeetingId
from delegate_desk.core.positions.position import Stance
from delegate_desk.gui.meetings.meeting_model import AgendaEntry
from delegate_desk.gui.widgets import theme
from delegate_desk.gui.widgets.basic_widgets import StyledPane, label, set_part
from delegate_desk.gui.widgets.labels import terms
from delegate_desk.gui.widgets.rows.row_menus import RowMenus

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_MANY = 8


@dataclass(frozen=True, slots=True)
class InterventionRow:
    """One row.

    Attributes:
        when: The time of day, or the day for what was said in another meeting; empty where the row goes on with the
            line of the row before.
        speakers: Codes, or how many there are.
        place: In short; empty where there is none.
    """

    intervention: Intervention
    when: str
    speakers: str
    place: str

    @property
    def words(self) -> str:
        """The free words; the line as typed where nothing else was understood."""
        one = self.intervention
        return one.text or (one.line.text if not one.delegations else "")


class InterventionsModel(QAbstractListModel):
    """Answers from memory."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[InterventionRow] = []

    def show(
        self,
        said: Sequence[Intervention],
        label: Callable[[Place], str],
        days: dict[MeetingId, date | None] | None = None,
    ) -> None:
        """Show interventions in their order.

        Args:
            said: What was said.
            label: Tells what a place is called in short.
            days: By meeting, its day, where the rows are of several meetings and the day is to be shown.
        """
        self.beginResetModel()
        self.rows = []
        before: LineId | None = None
        for one in said:
            moment = one.line.created.astimezone()
            when = f"{moment:%H:%M}"
            if days is not None and (day := days.get(one.line.meeting)):
                when = f"{day:%d.%m.%y}"
            place = label(one.place) if one.place else ""
            self.rows.append(InterventionRow(one, "" if one.line.id == before else when, self._speakers(one), place))
            before = one.line.id
        self.endResetModel()

    def row_at(self, index: _Index) -> InterventionRow | None:
        """The row of an index."""
        return self.rows[index.row()] if index.isValid() and index.row() < len(self.rows) else None

    def row_for_line(self, line: LineId) -> int | None:
        """The first row of a line."""
        return next((n for n, row in enumerate(self.rows) if row.intervention.line.id == line), None)

    def _speakers(self, one: Intervention) -> str:
        codes = one.delegations
        return " ".join(codes) if len(codes) <= _MANY else self.tr("{n} delegations").format(n=len(codes))

    @override
    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row_at(index)
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._accessible_text(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.intervention.line.text
        return None

    def _accessible_text(self, row: InterventionRow) -> str:
        one = row.intervention
        moment = f"{one.line.created.astimezone():%H:%M}"
        stance = terms.stance_label(one.stance) if one.stance else self.tr("note")
        conclusion = self.tr("conclusion") if one.conclusion else ""
        said = (moment, " ".join(one.delegations), conclusion or stance, row.place, row.words)
        return ", ".join(part for part in said if part)


_WIDEST_CODES, _WIDEST_PLACE = 132, 84


class InterventionsView(StyledPane):
    """The list, with a head that says what it is of.

    Signals:
        mend_asked: A line is to be edited, with the ``CapturedLine``.
        removed: A line is to be taken away, with its id.
        moved: A line is to go to another item, with its id and the number, None for the meeting as a whole.
        opened: A line's place is to be shown, with the ``Place``.
    """

    edit_requested = Signal(object)
    removed = Signal(object)
    moved = Signal(object, object)
    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: Sequence[AgendaEntry] = ()
        self.model = InterventionsModel(self)
        self.head_label = label("", "head")
        self.list = InterventionsList(self.model)
        self.list.setAccessibleName(self.tr("Interventions"))
        self.empty_label = label("", "soft", wrap=True)
        self.setFocusProxy(self.list)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 4, 24, 4)
        layout.setSpacing(2)
        layout.addWidget(self.head_label)
        layout.addWidget(self.empty_label)
        layout.addWidget(self.list, 1)
        set_part(self, "canvas")
        self.list.activated.connect(self._request_edit)
        self.list.edit_requested.connect(lambda: self._request_edit(self.list.currentIndex()))
        self.list.removal_requested.connect(self._request_removal)
        self.list.move_requested.connect(self.show_items_menu)
        RowMenus(self.list, self._menu_for_index)

    def show_interventions(
        self,
        said: Sequence[Intervention],
        entries: Sequence[AgendaEntry],
        place: Callable[[Place], str],
        head: str,
        empty: str,
        days: dict[MeetingId, date | None] | None = None,
    ) -> None:
        """Show interventions; the list stays where it was unless its end was in sight."""
        bar = self.list.verticalScrollBar()
        at_end, top = bar.value() >= bar.maximum() - theme.row_height(), bar.value()
        chosen = self.current_line()
        self._entries = entries
        self.model.show(said, place, days)
        self.head_label.setText(head)
        self.head_label.setVisible(bool(head))
        self.empty_label.setText(empty)
        self.empty_label.setVisible(not said)
        self.list.setVisible(bool(said))
        row = self.model.row_for_line(chosen.id) if chosen else None
        if row is not None and self.list.hasFocus():
            self.list.setCurrentIndex(self.model.index(row))
        elif self.model.rows:
            self.list.setCurrentIndex(self.model.index(len(self.model.rows) - 1))
        self.list.doItemsLayout()
        bar.setValue(bar.maximum() if at_end else top)

    def current_line(self) -> CapturedLine | None:
        """The line at hand."""
        row = self.model.row_at(self.list.currentIndex())
        return row.intervention.line if row else None

    def select_line(self, line: LineId) -> None:
        """Take a line at hand."""
        row = self.model.row_for_line(line)
        if row is not None:
            self.list.setCurrentIndex(self.model.index(row))

    def show_items_menu(self) -> None:
        """Offer the items of the agenda that the line at hand could be on."""
        menu = self._items_menu()
        if menu is not None:
            index = self.list.currentIndex()
            menu.popup(self.list.viewport().mapToGlobal(self.list.visualRect(index).bottomLeft() + QPoint(48, 0)))

    def _items_menu(self) -> QMenu | None:
        line = self.current_line()
        if line is None:
            return None
        menu = QMenu(self.tr("Move to item"), self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for entry in self._entries:
            if entry.item is not None and entry.number != line.item:
                title = f"&{entry.item.number}  {entry.item.title.replace('&', '&&')}"
                metrics = self.fontMetrics()
                action = menu.addAction(metrics.elidedText(title, Qt.TextElideMode.ElideRight, 360))
                key, number = line.id, entry.number
                action.triggered.connect(lambda _=False, key=key, number=number: self.moved.emit(key, number))
        if line.item is not None:
            whole = menu.addAction(self.tr("&Meeting as a whole"))
            key = line.id
            whole.triggered.connect(lambda _=False, key=key: self.moved.emit(key, None))
        return menu

    def _menu_for_index(self, index: QModelIndex) -> QMenu | None:
        """Return the context menu of an intervention."""
        row, moving = self.model.row_at(index), self._items_menu()
        if row is None or moving is None:
            return None
        menu = QMenu(self)
        menu.addAction(self.tr("&Edit\tF2")).triggered.connect(lambda: self._request_edit(self.list.currentIndex()))
        menu.addMenu(moving)
        place = row.intervention.place
        if place is not None:
            menu.addAction(self.tr("&Go to paragraph")).triggered.connect(lambda: self.opened.emit(place))
        menu.addAction(self.tr("&Delete\tDel")).triggered.connect(self._request_removal)
        return menu

    def _request_edit(self, index: _Index) -> None:
        row = self.model.row_at(index)
        if row is not None:
            self.edit_requested.emit(row.intervention.line)

    def _request_removal(self) -> None:
        line = self.current_line()
        if line is not None:
            self.removed.emit(line.id)


class InterventionsList(QListView):
    """The rows; F2 edits, Del takes away.

    Signals:
        mend_asked: The line at hand is to be edited.
        remove_asked: It is to be taken away.
        move_asked: It is to go to another item.
    """

    edit_requested = Signal()
    removal_requested = Signal()
    move_requested = Signal()

    def __init__(self, model: InterventionsModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setObjectName("said_list")
        self.setItemDelegate(_InterventionDelegate(model, self))
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        asked = {
            Qt.Key.Key_F2: self.edit_requested,
            Qt.Key.Key_Return: self.edit_requested,
            Qt.Key.Key_Enter: self.edit_requested,
            Qt.Key.Key_Delete: self.removal_requested,
            Qt.Key.Key_F6: self.move_requested,
        }.get(Qt.Key(event.key()))
        if asked is not None and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            asked.emit()
        else:
            super().keyPressEvent(event)


class _InterventionDelegate(QStyledItemDelegate):
    """Time, codes as chips, sign, place and words, each in its column."""

    def __init__(self, model: InterventionsModel, view: QListView) -> None:
        super().__init__(view)
        self._model = model
        self._view = view

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(200, theme.row_height())

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row = self._model.row_at(index)
        if row is None:
            return
        box: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected and self._view.hasFocus():
            painter.setPen(QPen(theme.color("accent"), 1))
            painter.setBrush(theme.color("tint"))
            painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -1.5), 4, 4)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, theme.color("side"))
        painter.fillRect(box.left(), box.bottom(), box.width(), 1, theme.color("hairline"))
        self._draw(painter, row, box.adjusted(4, 0, -4, -1))
        painter.restore()

    def _draw(self, painter: QPainter, row: InterventionRow, box: QRect) -> None:
        middle = Qt.AlignmentFlag.AlignVCenter
        stance = row.intervention.stance
        codes, place = self._widths()
        painter.setFont(theme.ui_font())
        painter.setPen(theme.color("soft"))
        painter.drawText(box, middle, row.when)
        x = box.left() + (64 if any(len(one.when) > 5 for one in self._model.rows) else 46)
        if row.speakers:
            self._chip(painter, row.speakers, QRect(x, box.top() + 4, codes, box.height() - 8))
        x += codes + 8
        if stance is not None:
            role = "accent" if row.intervention.conclusion else terms.STANCE_ROLES[stance]
            painter.setPen(theme.color("soft" if stance is Stance.STATEMENT and role != "accent" else role))
            painter.setFont(theme.ui_font(theme.LARGE, bold=True))
            sign = "=" if row.intervention.conclusion else terms.STANCE_SIGNS[stance]
            painter.drawText(QRect(x, box.top(), 18, box.height()), Qt.AlignmentFlag.AlignCenter, sign)
        x += 24
        painter.setFont(theme.ui_font())
        painter.setPen(theme.color("soft"))
        self._elided(painter, QRect(x, box.top(), place, box.height()), row.place)
        x += place + 10
        painter.setPen(theme.color("ink"))
        self._elided(painter, QRect(x, box.top(), box.right() - x, box.height()), row.words)

    def _widths(self) -> tuple[int, int]:
        """Return the widths of the codes and of the places, so that the words are aligned in one column."""
        bold, plain = QFontMetrics(theme.ui_font(theme.SMALL, bold=True)), QFontMetrics(theme.ui_font())
        codes = max((bold.horizontalAdvance(row.speakers) + 14 for row in self._model.rows), default=0)
        places = max((plain.horizontalAdvance(row.place) for row in self._model.rows), default=0)
        return min(max(codes, 40), _WIDEST_CODES), min(max(places, 20), _WIDEST_PLACE)

    def _chip(self, painter: QPainter, text: str, box: QRect) -> None:
        painter.setFont(theme.ui_font(theme.SMALL, bold=True))
        metrics = painter.fontMetrics()
        chip = QRect(box.left(), box.top(), min(metrics.horizontalAdvance(text) + 14, box.width()), box.height())
        painter.setPen(QPen(theme.color("hairline"), 1))
        painter.setBrush(theme.color("paper"))
        painter.drawRoundedRect(QRectF(chip).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setPen(theme.color("ink"))
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, chip.width() - 8)
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, shown)

    def _elided(self, painter: QPainter, box: QRect, text: str) -> None:
        bare = " ".join(text[:400].split())
        shown = painter.fontMetrics().elidedText(bare, Qt.TextElideMode.ElideRight, max(box.width(), 0))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, shown)
