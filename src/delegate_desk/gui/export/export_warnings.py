"""Warnings to check before a file is exported."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QSizePolicy, QWidget
from typing_extensions import override

from delegate_desk.core.documents.document import Address
from delegate_desk.gui.export.export_preview_model import ExportWarning
from delegate_desk.gui.widgets.basic_widgets import set_part

_MOST = 150
"""How high the list gets at most, in pixels; what is more is scrolled."""
_ADDRESS = Qt.ItemDataRole.UserRole


class WarningList(QListWidget):
    """A list of sentences, each with its place; Enter or a click goes there.

    Signals:
        place_requested: A provision is to be shown, with its address.
    """

    place_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_part(self, "remarks")
        self.setAccessibleName(self.tr("Checks before export"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.itemClicked.connect(self._request_place)

    def show_warnings(self, told: Sequence[ExportWarning]) -> None:
        """Show these; hidden where there are none."""
        self.clear()
        for one in told:
            item = QListWidgetItem(f"{one.label}  {one.message}" if one.label else one.message)
            item.setData(_ADDRESS, one.address)
            self.addItem(item)
        if told:
            self.setCurrentRow(0)
        self.setVisible(bool(told))
        self._fit_height()
        QTimer.singleShot(0, self, self._fit_height)  # its width may only be given now that it is seen

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit_height()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and item is not None:
            self._request_place(item)
        else:
            super().keyPressEvent(event)

    def _request_place(self, item: QListWidgetItem) -> None:
        address = item.data(_ADDRESS)
        if address:
            self.place_requested.emit(Address(address))

    def _fit_height(self) -> None:
        """Be as high as what is in it."""
        self.doItemsLayout()
        height = self.visualItemRect(self.item(self.count() - 1)).bottom() + 1 if self.count() else 0
        height += self.verticalScrollBar().value()
        self.setFixedHeight(min(max(height, 20) + 2, _MOST))
        self.updateGeometry()
