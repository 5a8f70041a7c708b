"""The words that a pane shows, whatever it shows them in, each with its place and how to bring it into sight.

Lists are read row by row as a screen reader hears them, texts and fields as they stand.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from PySide6.QtCore import (
    QAbstractListModel,
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    QTimer,
)
from PySide6.QtGui import QTextCursor, QTextFormat
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QPlainTextEdit, QScrollArea, QTextEdit, QWidget
from shiboken6 import isValid

from delegate_desk.core.annotations.annotation_list import Entry
from delegate_desk.core.documents.document import Place
from delegate_desk.core.search import Hit
from delegate_desk.core.text import fold
from delegate_desk.gui import theme
from delegate_desk.gui.composing import Column
from delegate_desk.gui.find import folded_with_origin
from delegate_desk.gui.models.browsed import BrowsedModel
from delegate_desk.gui.models.comparison import ComparisonModel
from delegate_desk.gui.models.hits import HitsModel
from delegate_desk.gui.models.interventions import SaidModel
from delegate_desk.gui.models.matrix import MatrixModel
from delegate_desk.gui.models.told import ToldModel
from delegate_desk.gui.offsets import to_qt
from delegate_desk.gui.views.positions import PositionsView
from delegate_desk.gui.views.provision import Provision

W = TypeVar("W", bound=QWidget)
Text = QTextEdit | QPlainTextEdit
_ROOM = 48


@dataclass(frozen=True, slots=True)
class Passage:
    """Some words of a pane.

    Attributes:
        widget: What shows them.
        words: As they stand there.
        show: Brings a part of them into sight: 0-based, end-exclusive, in code points.
        place: The paragraph that they are about; None where they are about none.
        is_at_hand: True if one is there.
    """

    widget: QWidget
    words: str
    show: Callable[[int, int], object]
    place: Place | None = None
    is_at_hand: bool = False


Found = tuple[int, int, int]
"""Which passage, and a part of it."""


def gathered(pane: QWidget) -> list[Passage]:
    """The passages of a pane, from top to bottom."""
    shown = [one for one in (pane, *pane.findChildren(QAbstractScrollArea)) if _is_read(one, pane)]
    shown.sort(key=lambda one: one.mapTo(pane, QPoint(0, 0)).toTuple()[::-1])
    found: list[Passage] = []
    for widget in shown:
        if isinstance(widget, QAbstractItemView):
            found += _of_list(widget)
        elif isinstance(widget, Text):
            found.append(_of_text(widget))
    return found


def find(passages: Iterable[Passage], typed: str) -> list[Found]:
    """Where words stand, without regard to accents, case, quotes and dashes."""
    wanted = fold(typed).strip()
    found: list[Found] = []
    for n, passage in enumerate(passages if wanted else ()):
        folded, origin = folded_with_origin(passage.words)
        at = folded.find(wanted)
        while at >= 0:
            end = at + len(wanted)
            found.append((n, origin[at], max(origin[end], origin[end - 1] + 1)) if origin else (n, at, end))
            at = folded.find(wanted, end)
    return found


def light(passages: Iterable[Passage], found: Iterable[Found], current: Found | None) -> None:
    """Light what was found in texts and fields; their carets stay where they are."""
    spans: dict[int, list[Found]] = {}
    for one in found:
        spans.setdefault(one[0], []).append(one)
    for n, passage in enumerate(passages):
        if isValid(passage.widget) and isinstance(passage.widget, Text):
            passage.widget.setExtraSelections([_lit(passage, one, one == current) for one in spans.get(n, ())])


def _is_read(widget: QWidget, pane: QWidget) -> bool:
    if not isinstance(widget, QAbstractItemView | QTextEdit | QPlainTextEdit):
        return False
    return widget.window() is pane.window() and widget.isVisibleTo(pane)


# Lists


def _of_list(view: QAbstractItemView) -> Iterator[Passage]:
    current = view.currentIndex()
    for index in _indexes(view, view.rootIndex()):
        words = index.data(Qt.ItemDataRole.AccessibleTextRole) or index.data(Qt.ItemDataRole.DisplayRole)
        if words:
            show = partial(_show_row, view, QPersistentModelIndex(index))
            yield Passage(view, str(words), show, _place(index), index == current)


def _indexes(view: QAbstractItemView, parent: QModelIndex) -> Iterator[QModelIndex]:
    model = view.model()
    is_list = isinstance(model, QAbstractListModel)  # which hides how many columns it has
    is_flat = is_list or isinstance(model, QAbstractTableModel)
    for row in range(model.rowCount(parent) if model is not None else 0):
        for column in range(1 if is_list else model.columnCount(parent)):
            index = model.index(row, column, parent)
            yield index
            if column == 0 and not is_flat and model.hasChildren(index):
                yield from _indexes(view, index)


def _show_row(view: QAbstractItemView, kept: QPersistentModelIndex, _start: int, _end: int) -> None:
    """Take a row to hand; of a head that cannot be taken, the first row under it."""
    if not isValid(view) or not kept.isValid():
        return
    model = view.model()
    index = model.index(kept.row(), kept.column(), kept.parent())
    while index.isValid() and not index.flags() & Qt.ItemFlag.ItemIsEnabled:
        index = model.index(index.row() + 1, index.column(), index.parent())
    if index.isValid():
        view.setCurrentIndex(index)
        view.scrollTo(index)


def _place(index: QModelIndex) -> Place | None:
    """The paragraph that a row is about."""
    model, row = index.model(), index.row()
    if isinstance(model, ToldModel):
        told = model.told(index)
        return (told.place or told.before) if told else None
    if isinstance(model, ComparisonModel):
        return model.place(row, Column.NEW) or model.place(row, Column.OLD)
    if isinstance(model, MatrixModel):
        return model.matrix.places[index.column()]
    if isinstance(model, SaidModel):
        return model.rows[row].intervention.place
    if isinstance(model, BrowsedModel):
        entry = model.rows[row]
        return entry.annotation.place if isinstance(entry, Entry) else None
    hit = model.row(index) if isinstance(model, HitsModel) else None
    return Place(hit.document, hit.address) if isinstance(hit, Hit) and hit.address else None


# Texts and fields


def _of_text(text: Text) -> Passage:
    provision = _above(text, Provision)
    view = _above(text, PositionsView)
    place = Place(view.document, provision.item.address) if provision and view else None
    is_at_hand = provision.is_active if provision else text.hasFocus()
    return Passage(text, text.document().toRawText(), partial(_show_text, text), place, is_at_hand)


def _above(widget: QWidget, kind: type[W]) -> W | None:
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent, kind):
        parent = parent.parentWidget()
    return parent


def _show_text(text: Text, start: int, end: int) -> None:
    if not isValid(text):
        return
    provision, view = _above(text, Provision), _above(text, PositionsView)
    if provision is not None and view is not None:
        view.take(provision)
    QTimer.singleShot(0, text, lambda: _scroll(text, _cursor(text, start, end)))


def _scroll(text: Text, cursor: QTextCursor) -> None:
    """Bring words into sight; in a text that is read alone the caret goes there, so that it scrolls."""
    area = _above(text, QScrollArea)
    if area is None or text.isReadOnly():
        text.setTextCursor(cursor)
        text.ensureCursorVisible()
    elif (inside := area.widget()) is not None and (layout := inside.layout()) is not None:
        layout.activate()
        at = text.viewport().mapTo(inside, text.cursorRect(cursor).center())
        area.ensureVisible(at.x(), at.y(), 0, _ROOM)


def _cursor(text: Text, start: int, end: int) -> QTextCursor:
    words, cursor = text.document().toRawText(), QTextCursor(text.document())
    last = text.document().characterCount() - 1
    cursor.setPosition(min(to_qt(words, start), last))
    cursor.setPosition(min(to_qt(words, end), last), QTextCursor.MoveMode.KeepAnchor)
    return cursor


def _lit(passage: Passage, found: Found, is_current: bool) -> QTextEdit.ExtraSelection:
    assert isinstance(passage.widget, Text)
    made = QTextEdit.ExtraSelection()
    made.cursor = _cursor(passage.widget, found[1], found[2])
    made.format.setBackground(theme.color("hit"))
    if is_current:
        made.format.setProperty(QTextFormat.Property.OutlinePen, theme.color("hit_mark"))
        made.format.setBackground(theme.color("hit_mark"))
        made.format.setForeground(theme.color("paper"))
    return made
