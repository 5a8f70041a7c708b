"""Content of the three columns in meeting mode: it follows the interventions and the current paragraph."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QLabel,
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
from shiboken6 import isValid
from typing_extensions import override

from delegate_desk.core.changes import Changes
from delegate_desk.core.documents.document import DocumentId, Place
from delegate_desk.core.meetings.meeting import Intervention, Meeting, MeetingId
from delegate_desk.core.positions.export_options import ReportKind, ReportOptions
from delegate_desk.core.positions.position import PositionEntry
from delegate_desk.desk import Desk
from delegate_desk.gui.context import Context
from delegate_desk.gui.meetings.agenda_model import AgendaModel, AgendaRow
from delegate_desk.gui.meetings.capture_controller import CaptureController
from delegate_desk.gui.meetings.matrix_pane import MatrixPane
from delegate_desk.gui.meetings.meeting_model import (
    MeetingState,
    ShortPlaceLabels,
    format_day,
    load_meeting_state,
    load_own_entry,
)
from delegate_desk.gui.meetings.meeting_view import ITEM, MATRIX, REPORT, MeetingView
from delegate_desk.gui.meetings.vote_dialog import VotePane
from delegate_desk.gui.reader.reader_view import ReaderView
from delegate_desk.gui.tasks import Job, Tasks
from delegate_desk.gui.widgets import key_bindings, theme
from delegate_desk.gui.widgets.basic_widgets import StyledPane, handle_escape, is_escape, label, set_part, while_alive
from delegate_desk.gui.widgets.labels import terms
from delegate_desk.gui.widgets.rows.row_menus import RowMenus

_Index = QModelIndex | QPersistentModelIndex
_LEFT, _INDENT = 16, 34
_LINE, _LOST = 16, 48
"""What a second line adds to a row, and what is lost of the first where it ends between two words."""


class AgendaView(StyledPane):
    """The agenda of the meeting at hand.

    Signals:
        item_asked: An item is to be at hand, with its number, None for the meeting as a whole.
        paper_asked: A document is to be shown, with the item's number and the ``DocumentId``.
        remove_asked: An item is to be taken off, with its number.
        added: An item is to be added, with what was typed.
        left: Esc was pressed: back to the capture line.
    """

    item_requested = Signal(object)
    document_requested = Signal(object, object)
    removal_requested = Signal(object)
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
        self.list.removal_requested.connect(self._remove)
        RowMenus(self.list, self._menu_for_index)
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
        set_part(self, "side")
        set_part(self.vote_area, "side")
        self.setAccessibleName(self.tr("Meeting"))

    def show_meeting(self, room: MeetingState, when: str) -> None:
        """Show a meeting, the item at hand marked."""
        meeting = room.meeting
        self.when_label.setText(when)
        self.body_label.setText(meeting.body)
        self.place_label.setText(meeting.place)
        self.place_label.setVisible(bool(meeting.place))
        top = self.list.verticalScrollBar().value()
        self.model.show(room)
        self.list.setCurrentIndex(self.model.index(self.model.current_row()))
        self.list.verticalScrollBar().setValue(top)
        self.list.scrollTo(self.list.currentIndex())
        self.vote.show_stances(room.stances)
        self._update_vote_height()

    def _update_vote_height(self) -> None:
        """Give the vote the height that its words need, the agenda the rest."""
        layout = self.vote.layout()
        needed = layout.totalHeightForWidth(self.width()) if layout is not None else 0
        self.vote_area.setFixedHeight(min(needed + 2, max(self.height() // 3, 96)))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._update_vote_height()

    def _open(self, index: _Index) -> None:
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
        """Return the context menu of an item, or of a document in it."""
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
        is_key = isinstance(event, QKeyEvent) and watched is self.add_edit
        return is_key and isinstance(event, QKeyEvent) and handle_escape(event, self.left.emit)


class _AgendaList(QListView):
    """The rows.

    Signals:
        opened: Enter was pressed on a row, with its index.
        remove_asked: Del was pressed.
    """

    opened = Signal(object)
    removal_requested = Signal()

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
            self.removal_requested.emit()
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
        if row.is_document:
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
        current = not row.is_document and row.entry.number == self._model.number
        chosen = bool(option.state & QStyle.StateFlag.State_Selected) and self._view.hasFocus()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if current or chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(theme.color("accent") if chosen else Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("tint" if current or chosen else "hairline"))
            painter.setOpacity(1.0 if current or chosen else 0.5)
            painter.drawRoundedRect(box.adjusted(8, 1, -8, -1), 4, 4)
            painter.setOpacity(1.0)
        inner = box.adjusted(_INDENT if row.is_document else _LEFT, 0, -_LEFT, 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(theme.ui_font())
        painter.setPen(theme.color("accent" if current else "soft"))
        painter.drawText(inner, middle | Qt.AlignmentFlag.AlignRight, row.side)
        if row.side:
            inner.setRight(inner.right() - painter.fontMetrics().horizontalAdvance(row.side) - 8)
        painter.setFont(theme.ui_font(bold=current))
        role = "scrutiny_reservation" if row.is_missing else "soft" if row.is_document else "ink"
        painter.setPen(theme.color("accent" if current else role))
        metrics = painter.fontMetrics()
        if row.is_document or not self._is_long(row):
            elide = Qt.TextElideMode.ElideMiddle if row.is_document else Qt.TextElideMode.ElideRight
            painter.drawText(inner, middle, metrics.elidedText(row.text, elide, inner.width()))
        else:
            room = inner.width() * 2 - _LOST
            shown = metrics.elidedText(row.text, Qt.TextElideMode.ElideRight, room)
            painter.drawText(inner, middle | Qt.TextFlag.TextWordWrap, shown)
        painter.restore()


_MINUTE = 15_000


class MeetingPanes(QObject):
    """Fills the panes of one meeting.

    Attributes:
        view: The tab of the meeting, None while none is open.
        room: What is known of it.
        agenda: In the left column.
        pane: In the right column: the matrix and our line.
    """

    def __init__(self, context: Context, speaker_label: QLabel) -> None:
        super().__init__(context.window)
        self._context = context
        self._desk, self._tasks, self._navigate = context.desk, context.tasks, context.navigate
        self._labels = ShortPlaceLabels(context.desk)
        self._job: Job | None = None
        self._number: str | None = None
        self._table: str | None = None
        self._shows_paragraph = False
        self.view: MeetingView | None = None
        self.state: MeetingState | None = None
        self.capture = CaptureController(context, speaker_label, self)
        self.agenda = AgendaView(context.desk, context.tasks)
        self.matrix_pane = MatrixPane()
        self._minute = QTimer(self)
        self._minute.setInterval(_MINUTE)
        self._minute.timeout.connect(self._show_item_and_time)
        self.matrix_pane.table.place_requested.connect(self.go_to_place)
        context.tasks.changed.connect(self._on_changes)

    @property
    def is_on(self) -> bool:
        """True while the meeting has the window."""
        return self.view is not None and self._navigate.current_page() is self.view

    def focus_line(self) -> None:
        """Give the keys to the capture line."""
        if self.view is not None:
            self._navigate.show_side_pane()
            self.view.line.focus()

    def _drop_closed_meeting(self) -> None:
        """Forget a meeting whose tab was closed."""
        if self.view is not None and (not isValid(self.view) or self.view not in self._navigate.pages(MeetingView)):
            self.view = self.capture.view = None
            self.state = None

    # What is shown

    def _load(self, *, first: bool = False, opens: bool = False) -> None:
        """Gather the meeting; one look at a time."""
        if self.view is None:
            return
        if self._job is not None:
            self._job.cancel()
        desk, key, number, table, labels = self._desk, self.view.key, self._number, self._table, self._labels
        language = terms.window_language()

        def gather() -> MeetingState:
            room = load_meeting_state(desk, key, number, language, table=table, first=first)
            for place in (
                *room.table.places,
                *room.matrix.places,
                *(one.place for one in room.interventions if one.place),
            ):
                labels(place)
            return room

        self._job = self._tasks.read(gather, while_alive(self.view, lambda room: self._show(room, opens=opens)))

    def _show(self, room: MeetingState, *, opens: bool) -> None:
        view = self._view()
        self._job = None
        self.state, self._number = room, room.number
        self.capture.number = room.number
        held = room.entry.library_documents
        if opens or (view.document is None and held):
            self._show_document(held[0].id if held else None)
        missing = [str(paper.reference) for paper in room.entry.documents if paper.library_document is None]
        text = self.tr("No document for this item is in the library. Missing: {names}. Drop it here or press {key}.")
        none = self.tr("No document is linked to this item. Interventions are still recorded.")
        view.show_empty_message(
            text.format(names=", ".join(missing), key=key_bindings.first_key_text("action_bring_in"))
            if missing
            else none
        )
        self.agenda.show_meeting(room, self._date_text(room.meeting))
        view.show_meeting(room, self._labels)
        self._navigate.rename_page(view, self._meeting_name(room.meeting))
        lines = {one.line.id: one.line for one in room.interventions}
        self.capture.set_lines(list(lines.values()))
        self._show_interventions()
        self.matrix_pane.show_matrix(self._matrix_title(), room.matrix, self._labels, self.capture.place())
        view.line.parse_again()
        self._show_item_and_time()
        self._show_status()
        self._show_report()

    def _show_document(self, document: DocumentId | None) -> None:
        view = self._view()
        address = (
            self._context.settings.place_in_document(document)
            if document is not None and view.document != document
            else None
        )
        view.show_document(document, address)
        reader = view.reader()
        if reader is not None and reader.library_document() is not None:
            self.set_reader(reader)
        elif document is None:
            self.matrix_pane.show_position_entry("", None)

    def _show_interventions(self) -> None:
        view, room, place = self._view(), self.state, self.capture.place()
        if room is None:
            return
        if self._shows_paragraph and place is not None:
            desk = self._desk
            self._tasks.read(
                lambda: (
                    desk.meetings.interventions_for_place(place),
                    {one.id: one.date for one in desk.meetings.all() if one.id != view.key},
                ),
                while_alive(view, lambda found: self._show_paragraph_interventions(place, *found)),
            )
            return
        empty = self.tr("No interventions yet. Type delegation, sign, place and words, e.g. DE+ 10 agrees")
        view.interventions.show_interventions(room.interventions, room.entries, self._labels, "", empty)

    def _show_paragraph_interventions(
        self, place: Place, said: list[Intervention], days: dict[MeetingId, date | None]
    ) -> None:
        if self._shows_paragraph and self.state is not None and place == self.capture.place():
            head, label = self.tr("Interventions on {place}, all meetings"), self._labels(place)
            again = key_bindings.fill_in_keys(self.tr("{key} to return to the item"), key="action_said_here")
            head = " · ".join(filter(None, (head, again)))
            empty = self.tr("No interventions yet.")
            self._view().interventions.show_interventions(
                said, self.state.entries, self._labels, head.format(place=label), empty, days
            )

    def toggle_paragraph_interventions(self) -> None:
        """Show what was said on the paragraph at hand, in this and in all other meetings, or on the item again."""
        if self.view is not None and self.capture.place() is not None:
            self._shows_paragraph = not self._shows_paragraph
            self._show_interventions()

    def set_reader(self, reader: ReaderView) -> None:
        """Be about the paragraph at hand of the reader in front."""
        view = self.view
        if view is None or reader is not view.reader():
            return
        place = reader.place()
        self._context.settings.remember_place(place)
        self._show_status()
        self.matrix_pane.table.set_current_place(place)
        self.capture.on_place_changed(place)
        view.line.parse_again()
        if place is not None:
            desk, labels = self._desk, self._labels
            self._tasks.read(
                lambda: (labels(place), load_own_entry(desk, place)),
                while_alive(view, lambda found: self._show_own_entry(place, *found)),
            )
        if self._shows_paragraph:
            self._show_interventions()

    def _show_own_entry(self, place: Place, label: str, item: PositionEntry | None) -> None:
        if place == self.capture.place():
            self.matrix_pane.show_position_entry(label, item)

    def _show_item_and_time(self) -> None:
        if self.view is not None:
            now = datetime.now().astimezone()
            item = self.tr("item {n}").format(n=self._number) if self._number else self.tr("meeting as a whole")
            self.view.line.item_label.setText(f"{item} · {now:%H:%M}")

    def _show_status(self) -> None:
        room = self.state
        if room is None or not self.is_on:
            return
        said = terms.format_count(len(room.interventions), self.tr("1 intervention"), self.tr("{n} interventions"))
        heard = terms.format_count(room.speaker_count, self.tr("1 delegation"), self.tr("{n} delegations"))
        self._view().show_status(room.marking, f"{said} · {heard}")

    def _show_report(self) -> None:
        """Fill the report's tab while it is in front: as it circulates, so that it can be copied into a mail."""
        view = self.view
        if view is None or view.current_page() != REPORT:
            return
        desk, key = self._desk, view.key
        self._tasks.read(
            lambda: desk.meeting_reports.text(ReportKind.REPORT, key, ReportOptions()),
            while_alive(view, view.show_report),
        )

    def _on_table_requested(self, number: str | None) -> None:
        self._table = number
        self._load()

    def show_matrix(self) -> None:
        """Bring the matrix of the meeting in front, or the item again."""
        if self.view is not None:
            self.view.toggle_page(MATRIX)
            (self.view.matrix_table if self.view.current_page() == MATRIX else self.view.line).setFocus()

    def show_report(self) -> None:
        """Bring the report in front, or the item again."""
        if self.view is not None:
            self.view.toggle_page(REPORT)
            (self.view.report_text if self.view.current_page() == REPORT else self.view.line).setFocus()

    def _view(self) -> MeetingView:
        assert self.view is not None  # whoever asks was called by it
        return self.view

    def _key(self) -> MeetingId:
        return self._view().key

    def _matrix_title(self) -> str:
        return self.tr("Matrix · item {n}").format(n=self._number) if self._number else self.tr("Matrix")

    def _date_text(self, meeting: Meeting) -> str:
        day = format_day(meeting.date) if meeting.date else ""
        return " · ".join(part for part in (day, f"{meeting.time:%H.%M}" if meeting.time else "") if part)

    def _meeting_name(self, meeting: Meeting) -> str:
        return meeting.body or self.tr("Meeting")

    def go_to_place(self, place: Place) -> None:
        """Take a place of the meeting's documents to hand."""
        view = self._view()
        if view.document != place.document:
            self._show_document(place.document)
            view.show_document(place.document, place.address or None)
        reader = view.reader()
        if reader is not None and place.address:
            reader.go_to(place.address)
        if view.current_page() != ITEM:
            view.toggle_page(ITEM)
        self.focus_line()

    def _on_changes(self, changes: Changes) -> None:
        self._drop_closed_meeting()
        if changes.documents:
            self._labels.invalidate()
            self.capture.invalidate_places()
            self._tasks.write(lambda: self._desk.meetings.reparse_after_changes(changes), behind=True)
        if self.view is None:
            return
        touched = self._key() in changes.meetings
        if touched and self._key() not in {one.id for one in self._desk.meetings.all()}:
            self._navigate.close_page(self._view())
        elif changes.documents or changes.settings or touched:
            self._load()
        reader = self.view.reader() if self.view is not None else None
        if changes.positions and reader is not None:
            self.set_reader(reader)
