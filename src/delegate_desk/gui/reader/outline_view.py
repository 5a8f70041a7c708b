"""The outline beside the text: the headings of a document with their numbers, to go to."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from delegate_desk.core.documents.document import HEADINGS, Kind, Paragraph
from delegate_desk.core.text import fold
from delegate_desk.gui.widgets import theme

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_RANKS = {
    kind: rank
    for rank, kind in enumerate(
        (Kind.ANNEX, Kind.PART, Kind.TITLE, Kind.CHAPTER, Kind.SECTION, Kind.HEADING, Kind.ARTICLE, Kind.PARAGRAPH)
    )
}
_WORDS = 12


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """A heading.

    Attributes:
        row: Of its unit in the document.
        level: On how many headings it hangs.
        label: Its number as printed; may be empty.
    """

    row: int
    level: int
    label: str
    text: str


def outline(units: Sequence[Paragraph]) -> list[OutlineEntry]:
    """The headings in reading order; a text without articles has its numbered paragraphs among them."""
    has_articles = any(unit.kind is Kind.ARTICLE for unit in units)
    entries: list[OutlineEntry] = []
    above: list[int] = []
    recitals = False
    for row, unit in enumerate(units):
        if unit.kind is Kind.RECITAL and not recitals:
            recitals = True  # the first stands for all
        elif unit.kind not in HEADINGS and not (unit.kind is Kind.PARAGRAPH and unit.depth == 1 and not has_articles):
            continue
        rank = _RANKS.get(unit.kind, len(_RANKS))
        while above and above[-1] >= rank:
            above.pop()
        entries.append(OutlineEntry(row, len(above), unit.label, " ".join(unit.text.split()[:_WORDS])))
        above.append(rank)
    return entries


class OutlineModel(QAbstractListModel):
    """Lists the headings; a filter leaves those that have all the words typed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.entries: list[OutlineEntry] = []
        self._all: list[OutlineEntry] = []
        self._filter = ""

    def show(self, units: Sequence[Paragraph]) -> None:
        """Show the headings of a document."""
        self._all = outline(units)
        self.narrow(self._filter)

    def narrow(self, typed: str) -> None:
        """Show what has all the words typed, without regard to accents and case."""
        self.beginResetModel()
        self._filter = typed
        words = fold(typed).split()
        self.entries = [e for e in self._all if all(word in fold(f"{e.label} {e.text}") for word in words)]
        self.endResetModel()

    def at(self, row: int) -> int | None:
        """The entry that a row of the document stands under."""
        before = [n for n, entry in enumerate(self.entries) if entry.row <= row]
        return before[-1] if before else None

    @override
    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.entries)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        entry = self.entries[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return f"{entry.label} {entry.text}".strip()
        return None


_LEFT, _STEP = 14, 10


class OutlineView(QWidget):
    """Lists headings; Enter goes to one.

    Signals:
        chosen: A heading is to be gone to, with the row of its unit.
        left: Esc was pressed: back to the text.
    """

    chosen = Signal(int)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("outline")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Outline"))
        self.current: int | None = None
        self.model = OutlineModel(self)
        self.edit = QLineEdit()
        self.edit.setPlaceholderText(self.tr("Filter the outline"))
        self.edit.setAccessibleName(self.tr("Filter the outline"))
        self.edit.setClearButtonEnabled(True)
        self.list = QListView()
        self.list.setAccessibleName(self.tr("Headings"))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setModel(self.model)
        self.list.setItemDelegate(_EntryPainter(self))
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setUniformItemSizes(True)
        self.list.viewport().setMouseTracking(True)
        self.empty_label = QLabel()
        self.empty_label.setObjectName("outline_empty")
        self.empty_label.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 12, 0, 0)
        layout.setSpacing(8)
        top = QVBoxLayout()
        top.setContentsMargins(12, 0, 12, 0)
        top.addWidget(self.edit)
        top.addWidget(self.empty_label)
        layout.addLayout(top)
        layout.addWidget(self.list, 1)
        self.setMinimumWidth(160)
        self.setFocusProxy(self.list)
        self.edit.textChanged.connect(self._narrow)
        self.edit.returnPressed.connect(lambda: self._take(self.list.currentIndex()))
        self.edit.installEventFilter(self)
        self.list.installEventFilter(self)
        self.list.clicked.connect(self._take)
        self.list.activated.connect(self._take)
        theme.changed.connect(self.list.viewport().update)

    def show_units(self, units: Sequence[Paragraph], row: int) -> None:
        """Show the headings of a document, and the position of a row among them."""
        self.model.show(units)
        self._say_if_empty()
        self.current = None
        self.follow(row)

    def follow(self, row: int) -> None:
        """Mark the heading that a row of the document stands under."""
        at = self.model.at(row)
        if at == self.current:
            return
        self.current = at
        if at is not None:
            self.list.setCurrentIndex(self.model.index(at))
        self.list.viewport().update()

    def _narrow(self, typed: str) -> None:
        self.model.narrow(typed)
        self._say_if_empty()
        self.current = None
        if self.model.entries:
            self.list.setCurrentIndex(self.model.index(0))

    def _say_if_empty(self) -> None:
        none = not self.model.entries
        typed = bool(self.edit.text())
        self.empty_label.setText(
            self.tr("No matching headings.") if typed else self.tr("No headings in this document.")
        )
        self.empty_label.setVisible(none)

    def _take(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(self.model.entries[index.row()].row)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        key = Qt.Key(event.key())
        if key is Qt.Key.Key_Escape:
            if self.edit.text():
                self.edit.clear()
            self.left.emit()
            return True
        if watched is self.edit and key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            step = 1 if key is Qt.Key.Key_Down else -1
            row = min(max(self.list.currentIndex().row() + step, 0), len(self.model.entries) - 1)
            self.list.setCurrentIndex(self.model.index(row))
            return True
        if watched is self.list and event.text().isprintable() and event.text().strip() and not _commands(event):
            self.edit.setFocus()
            self.edit.insert(event.text())
            return True
        return False


def _commands(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier))


class _EntryPainter(QStyledItemDelegate):
    """Paints the number in the quieter colour, the heading behind it; the current entry is tinted."""

    def __init__(self, view: OutlineView) -> None:
        super().__init__(view)
        self._view = view

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(0, theme.row_height())

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        entry = self._view.model.entries[index.row()]
        box: QRect = option.rect
        state: QStyle.StateFlag = option.state
        current = index.row() == self._view.current
        chosen = bool(state & QStyle.StateFlag.State_Selected) and (
            self._view.list.hasFocus() or self._view.edit.hasFocus()
        )
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if current or chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("tint" if current or chosen else "hairline"))
            painter.setOpacity(1.0 if current or chosen else 0.5)
            painter.drawRoundedRect(box.adjusted(6, 0, -6, 0), 4, 4)
            painter.setOpacity(1.0)
        inner = box.adjusted(_LEFT + entry.level * _STEP, 0, -10, 0)
        painter.setFont(theme.ui_font(bold=entry.level == 0 and not entry.text))
        painter.setPen(theme.color("accent" if current else "soft" if entry.text else "ink"))
        metrics = painter.fontMetrics()
        label = metrics.elidedText(entry.label, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, label)
        if entry.text:
            if label:
                inner.setLeft(inner.left() + metrics.horizontalAdvance(f"{label}  "))
            painter.setPen(theme.color("accent" if current else "ink"))
            text = metrics.elidedText(entry.text, Qt.TextElideMode.ElideRight, inner.width())
            painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
        painter.restore()
