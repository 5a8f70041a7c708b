"""The strip of small pages: where one is in the document, and the way to another page."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from delegate_desk.gui.reader.original.page_loader import PageFetching, Picture
from delegate_desk.gui.widgets import theme

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_WIDTH, _HEIGHT = 76, 104
_EDGE, _LINE = 8, 18
STRIP = 112


class Thumbnails(QListView):
    """Lists the pages, small, each with its number.

    Signals:
        chosen: A page is to be gone to, with its number.
        left: Esc was pressed: back to the page.
        scrolled: Other pages are in sight.
    """

    chosen = Signal(int)
    left = Signal()
    scrolled = Signal()

    def __init__(self, fetching: PageFetching, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fetching = fetching
        self._pages = _Pages(fetching, self)
        self.setObjectName("thumbnails")
        self.setAccessibleName(self.tr("Pages"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setModel(self._pages)
        self.setItemDelegate(_PagePainter(fetching, self))
        self.setUniformItemSizes(True)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedWidth(STRIP)
        fetching.measured.connect(self._pages.reset)
        fetching.came.connect(self._pages.come)
        self.verticalScrollBar().valueChanged.connect(lambda _: self.scrolled.emit())
        self.selectionModel().currentChanged.connect(self._choose)

    def follow(self, number: int) -> None:
        """Mark the page that is read."""
        index = self._pages.index(number - 1)
        if index.isValid() and index != self.currentIndex():
            self.selectionModel().blockSignals(True)
            self.setCurrentIndex(index)
            self.selectionModel().blockSignals(False)
            self.scrollTo(index)
            self.viewport().update()

    def wanted(self) -> Sequence[Picture]:
        """The pictures that are in sight."""
        if not self.isVisible():
            return ()
        first = self.indexAt(self.viewport().rect().topLeft()).row()
        last = self.indexAt(self.viewport().rect().bottomLeft()).row()
        last = last if last >= 0 else self._pages.rowCount() - 1
        width = round(_WIDTH * self.devicePixelRatioF())
        return [Picture(row + 1, width, small=True) for row in range(max(first, 0), last + 1)]

    def _choose(self, current: QModelIndex) -> None:
        if current.isValid():
            self.chosen.emit(current.row() + 1)

    @override
    def sizeHint(self) -> QSize:
        return QSize(STRIP, 3 * (_HEIGHT + _LINE))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        else:
            super().keyPressEvent(event)


class _Pages(QAbstractListModel):
    """The numbers of the pages."""

    def __init__(self, fetching: PageFetching, parent: Thumbnails) -> None:
        super().__init__(parent)
        self._fetching = fetching

    def reset(self) -> None:
        """There are other pages."""
        self.beginResetModel()
        self.endResetModel()

    def come(self, number: int) -> None:
        """A page may look other than before."""
        index = self.index(number - 1)
        self.dataChanged.emit(index, index)

    @override
    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._fetching.sizes)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return str(index.row() + 1)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = self.tr("page {n} of {of}")
            return said.format(n=index.row() + 1, of=self.rowCount())
        return None


class _PagePainter(QStyledItemDelegate):
    """Draws a page, its number under it; the one that is read in a frame, its number bold."""

    def __init__(self, fetching: PageFetching, parent: Thumbnails) -> None:
        super().__init__(parent)
        self._fetching = fetching

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(STRIP - 20, _HEIGHT + _LINE + _EDGE)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        painter.save()
        rect, state = QRectF(option.rect), option.state
        is_read = bool(state & QStyle.StateFlag.State_Selected)
        width, height = self._fetching.sizes[index.row()]
        scale = min(_WIDTH / width, _HEIGHT / height)
        sheet = QRectF(0, 0, round(width * scale), round(height * scale))
        sheet.moveCenter(QRectF(rect.left(), rect.top() + _EDGE / 2, rect.width(), _HEIGHT).center())
        image = self._fetching.picture(index.row() + 1, small=True)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if image is None:
            painter.fillRect(sheet, theme.color_on_white("paper"))
        else:
            painter.drawImage(sheet, image)
        painter.setPen(QPen(theme.color("accent"), 2) if is_read else QPen(theme.color("hairline"), 1))
        painter.drawRect(sheet.adjusted(-1, -1, 1, 1))
        painter.setFont(theme.ui_font(theme.FINE, bold=is_read))
        painter.setPen(theme.color("ink" if is_read else "soft"))
        below = QRectF(rect.left(), rect.top() + _EDGE / 2 + _HEIGHT, rect.width(), _LINE)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, str(index.row() + 1))
        painter.restore()
