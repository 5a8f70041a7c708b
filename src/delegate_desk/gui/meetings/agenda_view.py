"""The agenda of a meeting in the left column: its items with their documents, and the vote."""

import re
from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget
from typing_extensions import override

from delegate_desk.core.documents import references
from delegate_desk.core.documents.document import LibraryDocument
from delegate_desk.core.documents.references import Reference
from delegate_desk.core.meetings.voting import VotingTables
from delegate_desk.core.positions.position import Stance
from delegate_desk.core.values import dataclass
from delegate_desk.desk import Desk
from delegate_desk.gui.forms.ui_agenda import Ui_Agenda
from delegate_desk.gui.meetings.meeting_model import AgendaEntry, MeetingState
from delegate_desk.gui.meetings.vote_view import VotePane
from delegate_desk.gui.widgets import theme
from delegate_desk.gui.widgets.basic_widgets import StyledPane, handle_escape, scroll_area, set_part, show_text
from delegate_desk.gui.widgets.labels import dossiers, terms
from delegate_desk.gui.widgets.rows.row_list import (
    RIGHT,
    Index,
    RowDelegate,
    RowList,
    RowMenus,
    RowModel,
    draw_ground,
    is_hovered,
    is_selected,
    title_lines,
    write_line,
)

_NAMED = re.compile(
    r"(?:(?<!\w)(?:[A-Z]{2}|COM)\s)?(?<![\d/])\d{3,5}/\d{1,4}(?:/\d{1,4})?(?:\s(?:INIT|REV|COR|ADD)\s?\d*)*(?![\d/])"
    r"|(?<!\w)COM\s?\(\d{4}\)\s?\d+(?:\sfinal)?"
)


@dataclass(frozen=True, slots=True)
class AgendaRow:
    entry: AgendaEntry
    text: str
    side: str = ""
    is_document: bool = False
    library_document: LibraryDocument | None = None
    accessible_text: str = ""

    @property
    def title(self) -> str:
        """Return the text without the number of the item."""
        item = self.entry.item
        return self.text if item is None or self.is_document else self.text.removeprefix(item.number).strip()

    @property
    def is_missing(self) -> bool:
        return self.is_document and self.library_document is None


class AgendaModel(RowModel[AgendaRow]):
    number: str | None = None

    def show(self, state: MeetingState) -> None:
        self.number = state.number
        rows: list[AgendaRow] = []
        for entry in state.entries:
            item, count = entry.item, str(entry.count) if entry.count else ""
            title = dossiers.title_of_subject(item.title) if item else ""
            text = f"{item.number} {title}" if item else self.tr("The meeting as a whole")
            heard = terms.format_count(entry.count, self.tr("1 intervention"), self.tr("{n} interventions"))
            rows.append(AgendaRow(entry, text, count, accessible_text=f"{text}, {heard}" if entry.count else text))
            for reference, held in entry.documents:
                name = str(reference).removeprefix("ST ")
                if held is None:
                    text = self.tr("{reference} · not in library").format(reference=name)
                    spoken = self.tr("{reference}, not in library").format(reference=reference)
                elif entry.number == state.number:
                    text = f"{name} · {held.header.language.upper()}"
                    spoken = f"{held.name}, {terms.language_name(held.header.language)}"
                else:
                    continue
                rows.append(AgendaRow(entry, text, is_document=True, library_document=held, accessible_text=spoken))
        self.set_rows(rows)

    def current_row(self) -> int:
        found = (n for n, row in enumerate(self.rows) if not row.is_document and row.entry.number == self.number)
        return next(found, 0)

    @override
    def key(self, row: AgendaRow) -> object:
        return row.entry.number, row.text if row.is_document else ""

    @override
    def text(self, row: AgendaRow) -> str:
        return row.text

    @override
    def accessible_text(self, row: AgendaRow) -> str:
        return row.accessible_text

    @override
    def tool_tip(self, row: AgendaRow) -> str:
        return row.entry.item.title if row.entry.item and not row.is_document else row.text


def read_item(typed: str) -> tuple[str, list[Reference]]:
    named: list[Reference] = []
    title = typed
    for match in _NAMED.finditer(typed):
        reference = references.parse_reference(match[0].replace(" INIT", ""))
        first, _, second = match[0].partition("/")
        is_year = first.isdecimal() and len(first) == 4
        if is_year and second == f"{(int(first) + 1) % 100:02d}":
            continue  # two years, 2026/27, are no document
        if reference is not None:
            named.append(reference)
            title = title.replace(match[0], " ", 1)
    bare = " ".join(title.split()).strip(" ,;:+·–-")
    return bare or ", ".join(str(reference) for reference in named), named


_LEFT, _INDENT = 16, 22
_LINE = 17
"""Height added by a second line."""


class AgendaView(StyledPane):
    item_requested = Signal(object)  # number, None for the meeting as a whole
    document_requested = Signal(object, object)  # number of the item, DocumentId
    removal_requested = Signal(object)  # number of the item
    added = Signal(str)
    left = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = AgendaModel(self)
        self.ui = ui = Ui_Agenda()
        ui.setupUi(self)
        set_part(self, "side")
        self.list = RowList()
        self.list.setModel(self.model)
        self.list.setObjectName("agenda_list")
        self.list.setItemDelegate(_AgendaDelegate(self.list, self.model))
        self.list.setAccessibleName(ui.head_label.text())
        self.list.add_list_action("", lambda: self._open(self.list.currentIndex()), "Return", "Enter")
        self.list.add_list_action("", self._remove, "Del")
        self.add_edit = ui.add_item_edit
        self.add_edit.installEventFilter(self)
        self.vote = VotePane(desk)
        self.vote_area = scroll_area(self.vote, "side")
        ui.list_layout.addWidget(self.list)
        ui.vote_layout.addWidget(self.vote_area)
        self.setFocusProxy(self.list)
        self.is_looking = False
        self.list.clicked.connect(self._look_at)
        RowMenus(self.list, self._menu_for_index)
        self.add_edit.returnPressed.connect(self._add)

    def show_meeting(self, room: MeetingState) -> None:
        meeting = room.meeting
        day = terms.format_day(meeting.date) if meeting.date else ""
        hour = f"{meeting.time:%H.%M}" if meeting.time else ""
        self.ui.when_label.setText(" · ".join(filter(None, (day, hour))))
        self.ui.body_label.setText(meeting.body)
        show_text(self.ui.place_label, meeting.place)
        top = self.list.verticalScrollBar().value()
        self.model.show(room)
        self.list.setCurrentIndex(self.model.index(self.model.current_row()))
        self.list.verticalScrollBar().setValue(top)
        self.list.scrollTo(self.list.currentIndex())

    def show_vote(self, stances: Mapping[str, Stance], tables: VotingTables, place: str) -> None:
        self.vote.show_stances(stances, tables, place)
        self._update_heights()

    def _update_heights(self) -> None:
        """Make the list as high as its rows, and the vote as high as its text, up to a third."""
        self.list.setMaximumHeight(sum(map(self.list.sizeHintForRow, range(self.model.rowCount()))) + 2)
        layout = self.vote.layout()
        needed = layout.totalHeightForWidth(self.width()) if layout is not None else 0
        self.vote_area.setFixedHeight(min(needed + 2, max(self.height() // 3, 96)))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._update_heights()

    def _look_at(self, index: Index) -> None:
        self.is_looking = True
        self._open(index)
        self.is_looking = False

    def _open(self, index: Index) -> None:
        row = self.model.row(index)
        if row is None or row.is_missing:
            return
        if row.library_document is not None:
            self.document_requested.emit(row.entry.number, row.library_document.id)
        else:
            self.item_requested.emit(row.entry.number)

    def _remove(self) -> None:
        row = self.model.row(self.list.currentIndex())
        if row is not None and not row.is_document and row.entry.number is not None:
            self.removal_requested.emit(row.entry.number)

    def _menu_for_index(self, index: QModelIndex) -> QMenu | None:
        row = self.model.row(index)
        if row is None:
            return None
        menu = QMenu(self)
        opened = menu.addAction(self.tr("&Open\tEnter"))
        opened.setEnabled(not row.is_missing)
        opened.triggered.connect(lambda _=False: self._open(index))
        if not row.is_document:
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
        return watched is self.add_edit and isinstance(event, QEvent) and handle_escape(event, self.left.emit)


class _AgendaDelegate(RowDelegate[AgendaRow]):
    _model: AgendaModel

    @override
    def _height(self, row: AgendaRow) -> int:
        return theme.row_height() + _LINE * (len(self._lines(row)) - 1)

    def _lines(self, row: AgendaRow) -> tuple[str, ...]:
        """Return the title in one or two lines, between number and count."""
        side = QFontMetrics(theme.ui_font()).horizontalAdvance(row.side) + 8 if row.side else 0
        width = self._view.viewport().width() - 2 * _LEFT - _INDENT - side
        return title_lines(row.title, width, 1 if row.is_document else 2, bold=True)

    @override
    def _paint(self, painter: QPainter, row: AgendaRow, index: Index, option: Any) -> None:
        current = not row.is_document and row.entry.number == self._model.number
        selected = is_selected(option) and self._view.hasFocus()
        if current or selected or is_hovered(option):
            draw_ground(painter, option.rect.adjusted(8, 1, -8, -1), tinted=current or selected, ring=selected)
        lines = self._lines(row)
        line = option.rect.adjusted(_LEFT, 0, -_LEFT, -_LINE * (len(lines) - 1))
        role = "scrutiny_reservation" if row.is_missing else "soft" if row.is_document else "ink"
        role = "accent" if current else role
        write_line(painter, line, row.side, "accent" if current else "soft", align=RIGHT)
        if row.entry.item is not None and not row.is_document:
            write_line(painter, line, row.entry.item.number, role, bold=current)
        line.setLeft(line.left() + _INDENT)
        for text in lines:
            write_line(painter, line, text, role, bold=current)
            line.translate(0, _LINE)
