"""Interventions so far: one line each, the newest at the bottom, which can be edited, moved and deleted."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QEvent, QKeyCombination, QModelIndex, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QMenu, QWidget
from typing_extensions import override

from delegate_desk.core.documents.document import Place
from delegate_desk.core.local_time import local_time
from delegate_desk.core.meetings.meeting import CapturedLine, Intervention, LineId, MeetingId
from delegate_desk.core.positions.position import Stance
from delegate_desk.core.values import dataclass
from delegate_desk.gui.meetings.meeting_model import AgendaEntry
from delegate_desk.gui.widgets import theme
from delegate_desk.gui.widgets.basic_widgets import StyledPane, column_layout, label, popup_menu, set_part, show_text
from delegate_desk.gui.widgets.labels import terms
from delegate_desk.gui.widgets.rows.row_list import Index, RowList, RowMenus, RowModel
from delegate_desk.gui.widgets.rows.row_painting import RowDelegate, draw_chip, is_hovered, is_selected, write_line

_MANY = 8
_LONGEST = 400
"""Maximum number of characters drawn of a row."""


@dataclass(frozen=True, slots=True)
class InterventionRow:
    intervention: Intervention
    when: str
    speakers: str
    place: str

    @property
    def words(self) -> str:
        """Return the free words; the line as typed if nothing else was recognised."""
        intervention = self.intervention
        return intervention.text or (intervention.line.text if not intervention.delegations else "")


class InterventionsModel(RowModel[InterventionRow]):
    def show(
        self,
        interventions: Sequence[Intervention],
        label: Callable[[Place], str],
        days: dict[MeetingId, date | None] | None = None,
    ) -> None:
        rows = []
        before: LineId | None = None
        for intervention in interventions:
            line = intervention.line
            day = days.get(line.meeting) if days is not None else None
            when = f"{day:%d.%m.%y}" if day else f"{local_time(line.created):%H:%M}"
            place = label(intervention.place) if intervention.place else ""
            speakers = self._speakers(intervention)
            rows.append(InterventionRow(intervention, "" if line.id == before else when, speakers, place))
            before = line.id
        self.set_rows(rows)

    def _speakers(self, intervention: Intervention) -> str:
        codes = intervention.delegations
        return " ".join(codes) if len(codes) <= _MANY else self.tr("{n} delegations").format(n=len(codes))

    @override
    def key(self, row: InterventionRow) -> object:
        return row.intervention.line.id

    @override
    def place(self, row: InterventionRow) -> Place | None:
        return row.intervention.place

    @override
    def text(self, row: InterventionRow) -> str:
        return row.words

    @override
    def tool_tip(self, row: InterventionRow) -> str:
        return row.intervention.line.text

    @override
    def accessible_text(self, row: InterventionRow) -> str:
        intervention = row.intervention
        time_of_day = f"{local_time(intervention.line.created):%H:%M}"
        stance = terms.stance_label(intervention.stance) if intervention.stance else self.tr("note")
        conclusion = self.tr("conclusion") if intervention.conclusion else ""
        parts = (time_of_day, " ".join(intervention.delegations), conclusion or stance, row.place, row.words)
        return ", ".join(filter(None, parts))


_WIDEST_CODES, _WIDEST_PLACE = 132, 84


class InterventionsView(StyledPane):
    edit_requested = Signal(object)  # CapturedLine
    removed = Signal(object)  # LineId
    moved = Signal(object, object)  # LineId, number of the item or None
    opened = Signal(object)  # Place

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: Sequence[AgendaEntry] = ()
        self.model = InterventionsModel(self)
        self.head_label = label("", "head")
        self.list = InterventionsList(self.model)
        self.list.setAccessibleName(self.tr("Interventions"))
        self.empty_label = label("", "soft", wrap=True)
        self.setFocusProxy(self.list)
        column_layout(self.head_label, self.empty_label, (self.list, 1), within=self, margins=(24, 4, 24, 4), spacing=2)
        set_part(self, "canvas")
        self.list.activated.connect(self._request_edit)
        self.list.edit_requested.connect(lambda: self._request_edit(self.list.currentIndex()))
        self.list.removal_requested.connect(self._request_removal)
        self.list.move_requested.connect(self.show_items_menu)
        RowMenus(self.list, self._menu_for_index)

    def show_interventions(
        self,
        interventions: Sequence[Intervention],
        entries: Sequence[AgendaEntry],
        place: Callable[[Place], str],
        head: str,
        empty: str,
        days: dict[MeetingId, date | None] | None = None,
    ) -> None:
        bar = self.list.verticalScrollBar()
        at_end, top = bar.value() >= bar.maximum() - theme.row_height(), bar.value()
        chosen = self.current_line()
        self._entries = entries
        self.model.show(interventions, place, days)
        show_text(self.head_label, head)
        self.empty_label.setText(empty)
        self.empty_label.setVisible(not interventions)
        self.list.setVisible(bool(interventions))
        row = self.model.find(chosen.id) if chosen else None
        if row is not None and self.list.hasFocus():
            self.list.setCurrentIndex(self.model.index(row))
        elif self.model.rows:
            self.list.setCurrentIndex(self.model.index(len(self.model.rows) - 1))
        self.list.doItemsLayout()
        bar.setValue(bar.maximum() if at_end else top)

    def current_line(self) -> CapturedLine | None:
        row = self.model.row(self.list.currentIndex())
        return row.intervention.line if row else None

    def show_items_menu(self) -> None:
        menu = self._items_menu()
        if menu is not None:
            index = self.list.currentIndex()
            menu.popup(self.list.viewport().mapToGlobal(self.list.visualRect(index).bottomLeft() + QPoint(48, 0)))

    def _items_menu(self) -> QMenu | None:
        line = self.current_line()
        if line is None:
            return None
        menu = popup_menu(self)
        menu.setTitle(self.tr("Move to item"))
        items = [entry.item for entry in self._entries if entry.item is not None]
        choices: list[tuple[str | None, str]] = [
            (item.number, f"&{item.number}  {item.title.replace('&', '&&')}") for item in items
        ]
        for number, title in (*choices, (None, self.tr("&Meeting as a whole"))):
            if number != line.item:
                action = menu.addAction(self.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, 360))
                action.triggered.connect(lambda _=False, number=number: self.moved.emit(line.id, number))
        return menu

    def _menu_for_index(self, index: QModelIndex) -> QMenu | None:
        row, moving = self.model.row(index), self._items_menu()
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

    def _request_edit(self, index: Index) -> None:
        row = self.model.row(index)
        if row is not None:
            self.edit_requested.emit(row.intervention.line)

    def _request_removal(self) -> None:
        line = self.current_line()
        if line is not None:
            self.removed.emit(line.id)


class InterventionsList(RowList):
    edit_requested = Signal()
    removal_requested = Signal()
    move_requested = Signal()

    def __init__(self, model: InterventionsModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setObjectName("said_list")
        self.setItemDelegate(_InterventionDelegate(self, model))
        self.setUniformItemSizes(True)

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_F2:  # the window renames a document by it
            event.accept()
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        with_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.keyCombination() == _MOVE:
            self.move_requested.emit()
        elif event.key() in (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter) and not with_control:
            self.edit_requested.emit()
        elif event.key() == Qt.Key.Key_Delete and not with_control:
            self.removal_requested.emit()
        else:
            super().keyPressEvent(event)


_MOVE = QKeyCombination(Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier, Qt.Key.Key_M)
"""Keys for moving, as in a position."""


class _InterventionDelegate(RowDelegate[InterventionRow]):
    @override
    def _height(self, row: InterventionRow) -> int:
        return theme.row_height()

    @override
    def _paint(self, painter: QPainter, row: InterventionRow, index: Index, option: Any) -> None:
        box: QRect = option.rect
        if is_selected(option) and self._view.hasFocus():
            painter.setPen(QPen(theme.color("accent"), 1))
            painter.setBrush(theme.color("tint"))
            painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -1.5), 4, 4)
        elif is_hovered(option):
            painter.fillRect(box, theme.color("side"))
        painter.fillRect(box.left(), box.bottom(), box.width(), 1, theme.color("hairline"))
        self._paint_columns(painter, row, box.adjusted(4, 0, -4, -1))

    def _paint_columns(self, painter: QPainter, row: InterventionRow, box: QRect) -> None:
        stance, conclusion = row.intervention.stance, row.intervention.conclusion
        codes, place = self._widths()
        write_line(painter, box, row.when, "soft")
        x = box.left() + (64 if any(len(other.when) > 5 for other in self._model.rows) else 46)
        if row.speakers:
            painter.setFont(theme.ui_font(theme.SMALL, bold=True))
            wide = min(painter.fontMetrics().horizontalAdvance(row.speakers) + 14, codes)
            chip = QRect(x, box.top() + 4, wide, box.height() - 8)
            draw_chip(painter, row.speakers, chip, role="ink", outline=theme.color("hairline"), ground="paper")
        x += codes + 8
        if stance is not None:
            role = "accent" if conclusion else "soft" if stance is Stance.STATEMENT else terms.STANCE_ROLES[stance]
            painter.setPen(theme.color(role))
            painter.setFont(theme.ui_font(theme.LARGE, bold=True))
            sign = "=" if conclusion else terms.STANCE_SIGNS[stance]
            painter.drawText(QRect(x, box.top(), 18, box.height()), Qt.AlignmentFlag.AlignCenter, sign)
        x += 24
        write_line(painter, QRect(x, box.top(), place, box.height()), row.place, "soft")
        x += place + 10
        words = " ".join(row.words[:_LONGEST].split())
        write_line(painter, QRect(x, box.top(), box.right() - x, box.height()), words, "ink")

    def _widths(self) -> tuple[int, int]:
        bold, plain = QFontMetrics(theme.ui_font(theme.SMALL, bold=True)), QFontMetrics(theme.ui_font())
        codes = max((bold.horizontalAdvance(row.speakers) + 14 for row in self._model.rows), default=0)
        places = max((plain.horizontalAdvance(row.place) + 1 for row in self._model.rows), default=0)
        return min(max(codes, 40), _WIDEST_CODES), min(max(places, 20), _WIDEST_PLACE)
