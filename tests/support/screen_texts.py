"""Texts of a screen: all texts of its widgets, and whether they have enough space."""

from collections.abc import Iterator

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QTabBar,
    QTextEdit,
    QToolButton,
    QWidget,
)

_MOST_ROWS = 50
_BUTTONS = (QPushButton, QToolButton, QCheckBox, QRadioButton)
"""Those drawn by Qt; those drawn by us are shortened if they have no space."""
Index = QModelIndex | QPersistentModelIndex


def texts(screen: QWidget) -> Iterator[str]:
    """Every text on a screen that a person can see or hear, as it is there."""
    yield screen.windowTitle()
    for action in screen.findChildren(QAction):
        yield from (action.text(), action.toolTip(), action.statusTip())
    for widget in [screen, *screen.findChildren(QWidget)]:
        yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
        if widget.isVisibleTo(screen):
            yield from _own(widget)


def cut_off(screen: QWidget) -> Iterator[str]:
    """The texts that have less space than they need, except those that may be shortened."""
    for widget in screen.findChildren(QWidget):
        if not widget.isVisible() or widget.window() is not screen.window() or widget.property("shortened"):
            continue
        if isinstance(widget, QLabel) and widget.text():
            needed = widget.heightForWidth(widget.width()) if widget.wordWrap() else widget.minimumSizeHint().height()
            wide = widget.minimumSizeHint().width() if not widget.wordWrap() else 0
            if widget.width() < wide or widget.height() < needed - 1:
                size = f"{widget.width()} x {widget.height()} of {wide} x {needed}"
                yield f"{type(screen).__name__}: {widget.objectName()} {widget.text()[:60]!r} {size}"
        elif isinstance(widget, _BUTTONS) and _shows_text(widget) and widget.width() < _needed(widget):
            yield f"{type(screen).__name__}: {widget.objectName()} {widget.text()!r}"


def _shows_text(button: QAbstractButton) -> bool:
    by_icon = isinstance(button, QToolButton) and button.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly
    return bool(button.text()) and not (by_icon and not button.icon().isNull())


def _needed(button: QAbstractButton) -> int:
    """The width of a button's text, without its padding; Qt shortens that of a tool button that lacks any padding."""
    if isinstance(button, QToolButton):
        return button.sizeHint().width()
    return button.fontMetrics().horizontalAdvance(button.text().replace("&", ""))


def _own(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    elif isinstance(widget, QGroupBox | QMenu):
        yield widget.title()
    elif isinstance(widget, QComboBox):
        yield from (widget.itemText(n) for n in range(widget.count()))
    elif isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit):
        yield widget.placeholderText()
    elif isinstance(widget, QTabBar):
        yield from (widget.tabText(n) for n in range(widget.count()))
    elif isinstance(widget, QAbstractItemView) and (model := widget.model()) is not None:
        yield from (
            str(model.headerData(n, Qt.Orientation.Horizontal) or "") for n in range(_columns(model, QModelIndex()))
        )
        yield from _rows(model, QModelIndex())


def _columns(model: QAbstractItemModel, parent: Index) -> int:
    """The columns of a model; that of a list does not tell."""
    return 1 if isinstance(model, QAbstractListModel) else model.columnCount(parent)


def _rows(model: QAbstractItemModel, parent: Index) -> Iterator[str]:
    for row in range(min(model.rowCount(parent), _MOST_ROWS)):
        for column in range(_columns(model, parent)):
            index = model.index(row, column, parent)
            for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
                said = index.data(role)
                if isinstance(said, str):
                    yield said
        first = model.index(row, 0, parent)
        if first.isValid():  # a table may have rows and no columns yet
            yield from _rows(model, first)
