"""The view of a screen reader: the controls of a screen with name, role and state, and the order of Tab."""

import re
from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QDialog,
    QFileDialog,
    QLabel,
    QMainWindow,
    QPushButton,
    QScrollArea,
    QSplitterHandle,
    QWidget,
)
from shiboken6 import isValid

_WORD = re.compile(r"\w")
_OBJECT_NAME = re.compile(r"^[a-z]+(_[a-z]+)+$|^qt_|^Q[A-Z]")
_MNEMONIC = re.compile(r"&\w(?!\w*;)")
_MOST_ROWS = 30
_MOST_PARTS = 5
_MOST_LINKS = 12
"""Links of a label, which Tab visits without leaving it."""
_MOST_STEPS = 400
_A_ROW = 12
"""Pixels within which starts count as the same row."""
_ROLES = QAccessible.Role
_SILENT = frozenset({_ROLES.NoRole, _ROLES.Client, _ROLES.Pane, _ROLES.Grouping})


def controls(screen: QWidget) -> Iterator[QWidget]:
    """The visible controls of a screen that take the focus or can be pressed."""
    for widget in screen.findChildren(QWidget):
        if not widget.isVisible() or widget.window() is not screen.window():
            continue
        inside = isinstance(widget, QSplitterHandle) or isinstance(widget.focusProxy(), QWidget)
        if not inside and (widget.focusPolicy() & Qt.FocusPolicy.TabFocus or isinstance(widget, QAbstractButton)):
            yield widget


def interface(widget: QWidget) -> QAccessibleInterface:
    """The accessible interface of a widget."""
    return QAccessible.queryAccessibleInterface(widget)


def name(widget: QWidget) -> str:
    """The first words of a screen reader on a control."""
    return interface(widget).text(QAccessible.Text.Name)


def called(widget: QWidget) -> str:
    """The name of a control in a finding."""
    parent = widget.parentWidget()
    while parent is not None and not parent.objectName():
        parent = parent.parentWidget()
    return f"{type(widget).__name__} {widget.objectName()} in {parent.objectName() if parent else '-'}"


def nameless(screen: QWidget) -> Iterator[str]:
    """The controls without an understandable name, role or state."""
    for widget in controls(screen):
        said, role, state = name(widget), interface(widget).role(), interface(widget).state()
        if not _WORD.search(said) or _OBJECT_NAME.search(said):
            yield f"{called(widget)}: its name is {said!r}"
        if role in _SILENT and not isinstance(widget, QScrollArea):  # one has the focus in order to scroll
            yield f"{called(widget)}: its role is {role.name}"
        if bool(state.disabled) is widget.isEnabled():
            yield f"{called(widget)}: whether it can be used is not told"
        is_on = isinstance(widget, QAbstractButton) and widget.isChecked()
        if is_on and not state.checked and not state.selected:
            yield f"{called(widget)}: that it is on is not told"


def mute_rows(screen: QWidget) -> Iterator[str]:
    """The lists whose rows have no name; a screen reader gets these as children of the list."""
    for view in screen.findChildren(QAbstractItemView):
        model = view.model()
        if not view.isVisible() or view.window() is not screen.window() or model is None:
            continue
        rows = model.rowCount(view.rootIndex())
        if rows and not interface(view).childCount():
            yield f"{called(view)}: {rows} rows are no children of it"
        for row in range(min(rows, _MOST_ROWS)):
            index = model.index(row, getattr(view, "modelColumn", int)(), view.rootIndex())
            if not index.flags() & Qt.ItemFlag.ItemIsEnabled:
                continue
            said = index.data(Qt.ItemDataRole.AccessibleTextRole) or index.data(Qt.ItemDataRole.DisplayRole)
            if not _WORD.search(str(said or "")):
                yield f"{called(view)}: row {row} says {said!r}"


def without_keys(screen: QWidget) -> Iterator[str]:
    """The labels whose access key leads nowhere, and a dialog in which Enter does not do its main action."""
    for label in screen.findChildren(QLabel):
        has_letter = label.textFormat() is not Qt.TextFormat.PlainText and "<" not in label.text()
        if has_letter and _MNEMONIC.search(label.text().replace("&&", "")) and label.buddy() is None:
            yield f"{called(label)}: {label.text()!r} belongs to no field"
    if isinstance(screen, QDialog) and not isinstance(screen, QFileDialog):
        buttons = [one for one in screen.findChildren(QPushButton) if one.isVisible() and one.isEnabled()]
        main = [one for one in buttons if one.property("part") == "main"]
        if main and not any(one.isDefault() or one.autoDefault() for one in buttons):
            yield f"{type(screen).__name__}: Enter does not press {main[0].text()!r}"


def tab_round(screen: QWidget, unseen: dict[str, bool]) -> list[QWidget]:
    """The controls that Tab reaches, and F6 in a window with several parts, from the focused one until one is repeated.

    Args:
        screen: The screen.
        unseen: Receives each kind of control that Tab reached, with True if that is not visible.
    """
    screen.activateWindow()
    QApplication.processEvents()
    if QApplication.focusWidget() is None:
        next((widget for widget in controls(screen) if widget.isEnabled()), screen).setFocus()
    met: list[QWidget] = []
    stays = 0
    for _ in range(_MOST_STEPS):
        focused = QApplication.focusWidget()
        stays = stays + 1 if met and focused is met[-1] else 0
        if isinstance(screen, QMainWindow) and (focused in met[:-1] or stays > _MOST_LINKS):
            focused = _next_part(screen, met)
        if focused is None or focused in met[:-1]:
            break
        if focused not in met:
            met.append(focused)
        sort, is_new = called(focused), len(met) > 1 and called(focused) not in unseen
        picture = focused.grab().toImage() if is_new else None
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        if picture is not None and QApplication.focusWidget() is not focused:
            unseen[sort] = isValid(focused) and focused.grab().toImage() == picture
    return met


def _next_part(window: QWidget, met: list[QWidget]) -> QWidget | None:
    """Go to the next part of a window with a control that was not met."""
    for _ in range(_MOST_PARTS):
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_F6)
        focused = QApplication.focusWidget()
        if focused not in met:
            break
    return focused


def passed_by(screen: QWidget, met: list[QWidget]) -> Iterator[str]:
    """The controls that Tab does not reach; of a group with one selected, the arrows reach the others."""
    for widget in controls(screen):
        takes = widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        of_several = isinstance(widget, QAbstractButton) and (widget.autoExclusive() or widget.group() is not None)
        if takes and not of_several and widget not in met and not any(widget.isAncestorOf(one) for one in met):
            yield f"{called(widget)} {name(widget)!r}: Tab went through {len(met)} and not there"


def against_reading(met: list[QWidget]) -> Iterator[str]:
    """The steps of Tab that go up or to the left among neighbours.

    The order may start in the middle and come round; and the actions of a card follow its fields.
    """
    for one, other in pairwise(met):
        neighbours = [widget for widget in met if widget.parentWidget() is other.parentWidget()]
        is_round = other is min(neighbours, key=lambda widget: (widget.y() // _A_ROW, widget.x()))
        if one not in neighbours or is_round or other.property("part") == "flat":
            continue
        first, second = one.geometry(), other.geometry()
        in_a_row = min(first.bottom(), second.bottom()) - max(first.top(), second.top()) > first.height() // 3
        if second.bottom() < first.top() or (in_a_row and second.right() < first.left()):
            yield f"{called(one)} {name(one)!r} comes before {called(other)} {name(other)!r}"
