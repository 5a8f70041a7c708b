"""Content of a meeting: its state as loaded, and the matrix of interventions by place and delegation."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from html import escape

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
    QWidget,
)
from typing_extensions import override

from delegate_desk.core.delegations import PROTOCOL_ORDER
from delegate_desk.core.documents.document import Address, DocumentId, LibraryDocument, Paragraph, Place
from delegate_desk.core.documents.references import Reference
from delegate_desk.core.local_time import local_time
from delegate_desk.core.meetings.capture_parser import LineReader
from delegate_desk.core.meetings.meeting import AgendaItem, Intervention, Matrix, MatrixCell, Meeting, MeetingId
from delegate_desk.core.meetings.voting import VotingTables
from delegate_desk.core.positions.position import Stance
from delegate_desk.core.values import dataclass
from delegate_desk.desk import Desk
from delegate_desk.gui.paragraphs.file_section import FileSection
from delegate_desk.gui.widgets import accessibility, key_bindings, theme
from delegate_desk.gui.widgets.basic_widgets import label
from delegate_desk.gui.widgets.labels import terms
from delegate_desk.gui.widgets.rows.row_list import CENTER, PLACE_ROLE, RowMenus, write_line

_SEGMENT = re.compile(r"(?P<kind>[a-z]+)(?:_(?P<number>-?\d+[a-z]*)(?P<again>-\d+)?)?")
_LONGEST_LETTERS = 5
_FAR = 10_000_000
"""In days: meetings without a date come last."""


@dataclass(frozen=True, slots=True)
class AgendaEntry:
    """An item with the documents that it names, each with that of the library, and its number of interventions."""

    item: AgendaItem | None
    documents: tuple[tuple[Reference, LibraryDocument | None], ...] = ()
    count: int = 0

    @property
    def number(self) -> str | None:
        return self.item.number if self.item else None

    @property
    def library_documents(self) -> list[LibraryDocument]:
        return [document for _, document in self.documents if document is not None]


@dataclass(frozen=True, slots=True)
class MeetingState:
    """A meeting in meeting mode.

    Attributes:
        stances: The last stance of each delegation on the current item.
        agenda: The document that the agenda was read from.
        line_reader: Interprets lines of the meeting while they are typed.
        voting: The populations for counting votes.
        delegation: Code of our delegation, if it is known.
    """

    meeting: Meeting
    entries: tuple[AgendaEntry, ...]
    number: str | None
    interventions: tuple[Intervention, ...]
    matrix: Matrix
    table: Matrix
    stances: Mapping[str, Stance]
    agenda: LibraryDocument | None
    line_reader: LineReader
    voting: VotingTables
    delegation: str | None

    @property
    def entry(self) -> AgendaEntry:
        return next((entry for entry in self.entries if entry.number == self.number), self.entries[0])

    @property
    def marking(self) -> str | None:
        documents = [*self.entry.library_documents, *([self.agenda] if self.agenda else [])]
        return next((document.header.marking for document in documents if document.header.marking), None)


class ShortPlaceLabels:
    """Returns places as typed: ``7στ``, ``5(2)(a)``; the units of their documents are loaded once."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.invalidate()

    def invalidate(self) -> None:
        self._units: dict[DocumentId, Mapping[Address, Paragraph]] = {}

    def units(self, document: DocumentId) -> Mapping[Address, Paragraph]:
        if document not in self._units:
            self._units[document] = {unit.address: unit for unit in self._desk.documents.content(document).units()}
        return self._units[document]

    def __call__(self, place: Place) -> str:
        return short_place(place.address, self.units(place.document))


def short_place(address: Address, units: Mapping[Address, Paragraph]) -> str:
    """Return a citation of a place with its printed letters: ``7στ)``, ``5(2)(a)``, ``r12``, ``annex 1 p 3``."""
    words, text, path = "", "", ""
    is_closed_alone = terms.window_language() in ("el", "fr")  # δ), where English has (d)
    for segment in address.split("__") if address else ():
        path = f"{path}__{segment}" if path else segment
        match = _SEGMENT.fullmatch(segment)
        if match is None:
            return str(address)
        kind, number = match["kind"], match["number"] or ""
        unit = units.get(Address(path))
        printed_label = unit.label.strip(" .()'΄") if unit else ""
        if kind == "annex":
            words = f"{terms.part_kind_label(kind)} {number} "
        elif kind == "rec":
            text += f"r{number}"
        elif kind in ("art", "para"):
            text += f"({number})" if text else number
        elif kind == "point":
            letters = printed_label if printed_label and len(printed_label) <= _LONGEST_LETTERS else number
            opening = "" if is_closed_alone or not letters.isascii() else "("
            text += f"{opening}{letters})" if text else letters
        else:
            text += f"{' ' if text else ''}{terms.segment_label(segment)}"
    return f"{words}{text}".strip()


def load_meeting_state(
    desk: Desk, key: MeetingId, number: str | None, language: str, *, table: str | None = None, first: bool = False
) -> MeetingState | None:
    meeting = next((meeting for meeting in desk.meetings.all() if meeting.id == key), None)
    if meeting is None:
        return None
    all_interventions = desk.meetings.interventions(key)
    counts = Counter(intervention.line.item for intervention in all_interventions)
    entries = []
    for item in meeting.items:
        found = desk.meetings.documents(item, language)
        documents = tuple((reference, next(iter(versions), None)) for reference, versions in found)
        entries.append(AgendaEntry(item, documents, counts[item.number]))
    if counts[None] or not entries:
        entries.append(AgendaEntry(None, (), counts[None]))
    if first or number not in [entry.number for entry in entries]:
        number = next((entry for entry in entries if entry.library_documents), entries[0]).number
    interventions = tuple(intervention for intervention in all_interventions if intervention.line.item == number)
    return MeetingState(
        meeting,
        tuple(entries),
        number,
        interventions,
        desk.meetings.matrix(key, number),
        desk.meetings.matrix(key, table),
        _last_stances(interventions),
        desk.meetings.agenda(key),
        desk.meetings.line_reader(key),
        desk.voting.tables(),
        desk.positions.delegation(),
    )


def _last_stances(interventions: Iterable[Intervention]) -> dict[str, Stance]:
    """Return the last stance of each delegation; statements are none."""
    stances: dict[str, Stance] = {}
    for intervention in interventions:
        if intervention.stance is not None and intervention.stance is not Stance.STATEMENT:
            stances |= dict.fromkeys(intervention.delegations, intervention.stance)
    return stances


def find_meeting(desk: Desk, document: DocumentId | None) -> Meeting | DocumentId | None:
    """Return the relevant meeting: called by the current document, or about it, or the meeting nearest to today.

    Returns the document's number if it is a notice of a meeting; None if there is no meeting at all.
    """
    library_document = desk.documents.get(document) if document is not None else None
    reference = library_document.header.reference if library_document else None
    if library_document is not None and is_notice(library_document):
        return library_document.id
    meetings = desk.meetings.all()
    on_document = [meeting for meeting in meetings if any(reference in item.documents for item in meeting.items)]
    draft = desk.capture_draft.get()
    drafted = [meeting for meeting in meetings if draft is not None and meeting.id == draft.meeting]
    today = datetime.now().astimezone().date()
    by_day = sorted(meetings, key=lambda meeting: abs((meeting.date - today).days) if meeting.date else _FAR)
    return next(iter([*(on_document if reference else []), *drafted, *by_day]), None)


def is_notice(document: LibraryDocument) -> bool:
    reference = document.header.reference
    return (reference is not None and reference.series == "CM") or "agenda" in (document.header.document_type or "")


def load_stances(desk: Desk, document: DocumentId | None, place: Place | None) -> tuple[str, Mapping[str, Stance]]:
    """Return the last stance of each delegation in all meetings, after the name of what they are on.

    That is the paragraph, or the document while nothing was recorded on the paragraph.
    """
    if document is None:
        return "", {}
    on_place = desk.meetings.interventions_for_place(place) if place is not None else []
    name = desk.documents.get(document).name
    if place is not None and on_place:
        name = f"{name}, {ShortPlaceLabels(desk)(place)}"
    interventions = on_place or desk.meetings.interventions_for_document(document)
    return name, _last_stances(sorted(interventions, key=lambda intervention: intervention.line.created))


_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
EMPTY = Matrix((), (), {}, {})
_RECENT = 6
"""Number of paragraphs shown in the side pane."""


class MatrixModel(QAbstractTableModel):
    """A matrix of all delegations.

    Attributes:
        is_narrow: True in a side pane; otherwise the headings also show counts.
        own: Our delegation, if it is known.
    """

    def __init__(self, parent: QObject | None = None, *, is_narrow: bool = True) -> None:
        super().__init__(parent)
        self.is_narrow = is_narrow
        self.own: str | None = None
        self.matrix = EMPTY
        self.delegations: list[str] = []
        self.labels: list[str] = []

    def show(self, matrix: Matrix, label: Callable[[Place], str]) -> None:
        self.beginResetModel()
        self.matrix = matrix
        self.delegations = list(matrix.delegations or PROTOCOL_ORDER)
        self.labels = [label(place) or self.tr("general") for place in matrix.places]
        self.endResetModel()

    def cell(self, index: _Index) -> MatrixCell | None:
        if not index.isValid():
            return None
        return self.matrix.cells.get((self.delegations[index.row()], self.matrix.places[index.column()]))

    def stance_counts(self, column: int) -> str:
        counts = self.matrix.counts.get(self.matrix.places[column], {})
        return " ".join(f"{counts[stance]}{sign}" for stance, sign in terms.STANCE_SIGNS.items() if counts.get(stance))

    def history(self, cell: MatrixCell) -> str:
        place = self.labels[self.matrix.places.index(cell.place)]
        lines = [self.tr("{code} on {place}").format(code=cell.delegation, place=place)]
        for intervention in cell.history:
            stance = terms.stance_label(intervention.stance) if intervention.stance else ""
            when = f"{local_time(intervention.line.created):%H:%M} {stance}"
            lines.append(terms.format_labelled(when, intervention.text) if intervention.text else when)
        return "\n".join(lines)

    @override
    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.delegations)

    @override
    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.labels)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == PLACE_ROLE:
            return self.matrix.places[index.column()]
        cell = self.cell(index)
        if role == Qt.ItemDataRole.AccessibleTextRole and index.isValid():
            stance = terms.stance_label(cell.stance) if cell else self.tr("no intervention")
            return f"{self.delegations[index.row()]}, {self.labels[index.column()]}, {stance}"
        if cell is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return terms.STANCE_SIGNS[cell.stance]
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.history(cell)
        return None

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        across = orientation == Qt.Orientation.Horizontal
        if role == Qt.ItemDataRole.DisplayRole:
            if not across:
                return self.delegations[section]
            return self.labels[section] if self.is_narrow else f"{self.labels[section]}\n{self.stance_counts(section)}"
        if role == Qt.ItemDataRole.ToolTipRole and across:
            return f"{self.labels[section]}: {self.stance_counts(section)}"
        return None


_READING = 60_000
"""Milliseconds for which the interventions of a cell are shown, unless a key is pressed."""
_ROOM_FOR_KEY = 256
_NARROWEST, _WIDEST = 40, 108
_LOWEST, _ENOUGH, _HIGHEST = 16, 20, 24
"""Row heights: all delegations are visible if possible, and with more than enough height what is below them too."""


class _Codes(QHeaderView):
    """The delegations, ours in the accent colour."""

    def __init__(self, matrix: MatrixModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._matrix = matrix
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSectionsClickable(False)

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        code = self._matrix.delegations[logicalIndex]
        role = "accent" if code == self._matrix.own else "ink"
        write_line(painter, rect.adjusted(4, 0, 0, 0), code, role, bold=True, size=theme.SMALL)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.color("hairline"))


class MatrixTable(QTableView):
    place_requested = Signal(object)  # Place

    def __init__(self, *, is_narrow: bool = True) -> None:
        super().__init__()
        self.matrix = MatrixModel(self, is_narrow=is_narrow)
        self._all_shown = not is_narrow
        self._available = self._below_height = 0
        self.setVerticalHeader(_Codes(self.matrix, self))  # before the model: headers must be reset before the table
        self.setModel(self.matrix)
        self.setItemDelegate(_MatrixDelegate(self))
        self.setObjectName("matrix_table")
        self.setAccessibleName(self.tr("Matrix: delegations by paragraphs"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        corner = self.findChild(QAbstractButton)
        if corner is not None:
            corner.setAccessibleName(self.accessibleName())
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        across = self.horizontalHeader()
        across.setSectionsClickable(True)
        across.setHighlightSections(False)
        across.setMinimumSectionSize(_NARROWEST)
        across.sectionClicked.connect(lambda n: self.place_requested.emit(self.matrix.matrix.places[n]))
        self.doubleClicked.connect(self._show_history)
        RowMenus(self, self._menu_for_index)
        self.current_column: int | None = None
        self._update_row_height()
        theme.subscribe_to_theme(self, self._update_row_height)

    def _update_row_height(self) -> None:
        rows, frame = max(self.matrix.rowCount(), 1), self.horizontalHeader().sizeHint().height()
        frame += 2 * self.frameWidth()
        alone, together = (self._available - frame) // rows, (self._available - frame - self._below_height) // rows
        height = min(max(together, min(alone, _ENOUGH), _LOWEST), _HIGHEST)
        if self.matrix.is_narrow:
            self.setFixedHeight(frame + rows * height)
        self.verticalHeader().setMinimumSectionSize(_LOWEST)
        self.verticalHeader().setDefaultSectionSize(height)
        self.viewport().update()

    def fit(self, available: int, below_height: int) -> None:
        """Choose a row height that makes all rows visible in a height, if possible with what is below."""
        self._available, self._below_height = available, below_height
        self._update_row_height()

    def _update_columns(self) -> None:
        """Set the widths of columns; in the side pane the latest ones share it, until the cursor goes beyond."""
        latest: dict[Place, datetime] = {}
        for (_, place), cell in self.matrix.matrix.cells.items():
            newest = max(intervention.line.created for intervention in cell.history)
            latest[place] = max(latest.get(place, newest), newest)
        shown = sorted(latest, key=latest.__getitem__)[-_RECENT:]
        recent, metrics = {n for n, place in enumerate(self.matrix.matrix.places) if place in shown}, self.fontMetrics()
        if self.current_column is not None:
            recent.add(self.current_column)
        share = self.viewport().width() // max(min(len(recent), _RECENT), 4)
        for n in range(self.matrix.columnCount()):
            self.setColumnHidden(n, not self._all_shown and n not in recent)
            head = str(self.matrix.headerData(n, Qt.Orientation.Horizontal)).split("\n")
            needed = max(metrics.horizontalAdvance(line) for line in head) + 18
            self.setColumnWidth(n, min(max(share if self.matrix.is_narrow else needed, _NARROWEST), _WIDEST))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._update_columns()
        if not self.matrix.is_narrow:
            self.fit(self.height(), 0)

    def show_matrix(self, matrix: Matrix, place_label: Callable[[Place], str]) -> None:
        current, left = self.currentIndex(), self.horizontalScrollBar().value()
        row, column, top = current.row(), current.column(), self.verticalScrollBar().value()
        self.matrix.show(matrix, place_label)
        self.current_column = None
        self._update_row_height()
        self._update_columns()
        if 0 <= row < self.matrix.rowCount() and 0 <= column < self.matrix.columnCount():
            self.setCurrentIndex(self.matrix.index(row, column))
        self.horizontalScrollBar().setValue(left)
        self.verticalScrollBar().setValue(top)

    def set_current_place(self, place: Place | None) -> None:
        places = self.matrix.matrix.places
        self.current_column = places.index(place) if place in places else None
        self._update_columns()
        if self.current_column is not None and self.matrix.rowCount() and not self.hasFocus():
            self.scrollTo(self.matrix.index(max(self.rowAt(0), 0), self.current_column))
        self.viewport().update()

    def _menu_for_index(self, index: QModelIndex) -> QMenu:
        menu = QMenu(self)
        action = menu.addAction(self.tr("&Interventions\tEnter"))
        action.setEnabled(self.matrix.cell(index) is not None)
        action.triggered.connect(lambda _=False: self._show_history())
        place = self.matrix.matrix.places[index.column()]
        menu.addAction(self.tr("&Go to Paragraph")).triggered.connect(lambda _=False: self.place_requested.emit(place))
        return menu

    def _show_history(self) -> None:
        index = self.currentIndex()
        cell = self.matrix.cell(index)
        if cell is not None:
            corner = self.viewport().mapToGlobal(self.visualRect(index).bottomLeft())
            QToolTip.showText(corner, self.matrix.history(cell), self, msecShowTime=_READING)
            accessibility.announce(self, self.matrix.history(cell))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._show_history()
            return
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right) and not self._all_shown:
            hidden_columns = range(self.currentIndex().column() + 1, self.matrix.columnCount())
            if event.key() == Qt.Key.Key_Left:
                hidden_columns = range(self.currentIndex().column())
            if all(map(self.isColumnHidden, hidden_columns)):
                self._all_shown = True
                self._update_columns()
        super().keyPressEvent(event)


class MatrixFileSection(FileSection):
    """The matrix of the item in the file of a paragraph, after our position, as high as possible."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("context", "Matrix"), parent)
        self.table = MatrixTable()
        self.legend_label = label("", "small", wrap=True, rich=True)
        for part in (self.table, self.legend_label):
            self.body_layout.addWidget(part)
        self.header.setToolTip("")
        self.key_label.setText(key_bindings.first_key_text("action_matrix"))
        self.key_label.setVisible(bool(self.key_label.text()))
        theme.subscribe_to_theme(self, self._show_legend)
        self._show_legend()
        self.show_matrix(EMPTY, str, None)

    def show_matrix(self, matrix: Matrix, place_label: Callable[[Place], str], place: Place | None) -> None:
        self.table.show_matrix(matrix, place_label)
        self.table.set_current_place(place)
        speakers = {code for code, _ in matrix.cells}
        is_shown = not self.isHidden()
        self.show_content(len(speakers), of=self.table.matrix.rowCount() if speakers else 0)
        self.setVisible(is_shown)  # only the view of the meeting shows it

    def fit(self, available: int, below_height: int) -> None:
        """Make all rows visible in a height, if possible.

        The key of the full matrix is hidden if the title needs the space.
        """
        self.key_label.setVisible(bool(self.key_label.text()) and self.width() >= _ROOM_FOR_KEY)
        margins = self.body_layout.contentsMargins()
        legend = self.legend_label.heightForWidth(self.width()) + self.body_layout.spacing()
        self.table.fit(available - self.header.height() - legend - margins.top() - margins.bottom(), below_height)

    def _show_legend(self) -> None:
        words = {
            Stance.SUPPORT: self.tr("for"),
            Stance.SUPPORT_IF: self.tr("if amended"),
            Stance.OPPOSE: self.tr("against"),
            Stance.SCRUTINY_RESERVATION: self.tr("scrutiny"),
            Stance.PARLIAMENTARY_RESERVATION: self.tr("parliamentary"),
            Stance.QUESTION: self.tr("question"),
        }
        signs = [
            f'<span style="color:{theme.color(terms.STANCE_ROLES[stance]).name()}"><b>{terms.STANCE_SIGNS[stance]}</b>'
            f"</span>\N{NO-BREAK SPACE}{escape(word)}"
            for stance, word in words.items()
        ]
        lines = ("&nbsp;&nbsp; ".join(signs[:4]), "&nbsp;&nbsp; ".join(signs[4:]))
        self.legend_label.setText("<br>".join(lines))


class _MatrixDelegate(QStyledItemDelegate):
    def __init__(self, table: MatrixTable) -> None:
        super().__init__(table)
        self._table = table

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        box: QRect = option.rect
        painter.save()
        if index.column() == self._table.current_column:
            painter.fillRect(box, theme.color("tint"))
        painter.fillRect(box.left(), box.bottom(), box.width(), 1, theme.color("hairline"))
        flags = QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_HasFocus
        if option.state & flags and self._table.hasFocus():
            painter.setPen(QPen(theme.color("accent"), 1))
            painter.drawRoundedRect(box.adjusted(1, 1, -2, -3), 4, 4)
        cell = self._table.matrix.cell(index)
        if cell is not None:
            size, sign = theme.BASE if box.height() < _HIGHEST else theme.LARGE, terms.STANCE_SIGNS[cell.stance]
            write_line(painter, box, sign, terms.STANCE_ROLES[cell.stance], bold=True, size=size, align=CENTER)
        painter.restore()
