"""The palette: every command, document and place by its name, filtered while typing."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAction, QFontMetrics, QKeyEvent, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from delegate_desk import paths
from delegate_desk.core.fuzzy_match import FuzzyMatch, match_name
from delegate_desk.core.text import fold
from delegate_desk.gui.menu_commands import plain_name
from delegate_desk.gui.widgets import key_bindings, theme
from delegate_desk.gui.widgets.text.text_find import folded_with_origin

CHOICE = Qt.ItemDataRole.UserRole
"""Where a row keeps what it stands for."""
_ROW, _ROWS = 28, 12
HEIGHT = 8 * 3 + 32 + _ROW * _ROWS
_Index = QModelIndex | QPersistentModelIndex


class FilterDialog(QDialog):
    """A box to type in, over a list; one that derives from it says what is found, and what it is to take a row."""

    def __init__(self, parent: QWidget, painter: ChoiceDelegate) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("palette")
        self.edit = QLineEdit()
        self.list = QListView()
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.rows = QStandardItemModel(self)
        self.list.setModel(self.rows)
        painter.setParent(self.list)
        self.list.setItemDelegate(painter)
        self._stack = QVBoxLayout(self)
        self._stack.setContentsMargins(8, 8, 8, 8)
        self._stack.setSpacing(8)
        self._stack.addWidget(self.edit)
        self._stack.addWidget(self.list)
        self.edit.textChanged.connect(self._filter)
        self.edit.installEventFilter(self)
        self.list.clicked.connect(self._accept_row)

    @abstractmethod
    def _matching_items(self, words: Sequence[str]) -> Iterable[QStandardItem]:
        """The rows of what has all of some words, which are folded; of all where there are none."""

    @abstractmethod
    def _accept_row(self, index: QModelIndex) -> None:
        """Take what a row stands for; nothing where the index is of none."""

    def _filter(self, typed: str) -> None:
        self.rows.clear()
        for item in self._matching_items(fold(typed).split()):
            self.rows.appendRow(item)
        self._choose(0)

    def _choose(self, row: int) -> None:
        self.list.setCurrentIndex(self.rows.index(row, 0))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: _ROWS, Qt.Key.Key_PageUp: -_ROWS}
            key = Qt.Key(event.key())
            if key in steps:
                row = self.list.currentIndex().row() + steps[key]
                self._choose(min(max(row, 0), self.rows.rowCount() - 1))
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._accept_row(self.list.currentIndex())
                return True
        return False


class ChoiceDelegate(QStyledItemDelegate):
    """A row on its ground; one that derives from it says what is written on it."""

    @abstractmethod
    def _write(self, painter: QPainter, inner: QRect, index: _Index) -> None:
        """Write a row into a box."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(0, theme.row_height())

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        state: QStyle.StateFlag = option.state
        box: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("tint" if state & QStyle.StateFlag.State_Selected else "canvas"))
            painter.drawRoundedRect(box, 4, 4)
        self._write(painter, box.adjusted(10, 0, -10, 0), index)
        painter.restore()


_WIDTH = 640
_MOST = 80
_GAP = 16
_SYNONYM_PENALTY = 20.0
"""A name that begins as typed comes before a synonym that does."""
_FITTING = CHOICE + 1
"""Where a row keeps which letters of its name were typed."""


@dataclass(frozen=True, slots=True)
class PaletteRow:
    """A row of the palette.

    Attributes:
        text: What is shown, and sought in.
        do: What it is to take it.
        aside: What it is, in a word.
        key: That does the same.
        name: Of a command, by which it is remembered.
        enabled: True if it can be taken now.
        scattered: True where letters that follow one another in its name are enough.
        first: True for what comes before all others, whatever is typed.
        synonyms: Words of other programs for the same command, which find it too.
    """

    text: str
    run: Callable[[], object]
    detail: str = ""
    key: str = ""
    name: str = ""
    enabled: bool = True
    matches_scattered: bool = False
    is_first: bool = False
    synonyms: Sequence[str] = ()


class Palette(FilterDialog):
    """Shows choices; Enter runs the current choice once the palette is closed."""

    def __init__(
        self,
        choices: Sequence[PaletteRow],
        parent: QWidget,
        more: Callable[[str], Iterable[tuple[PaletteRow, str]]] = lambda _: (),
        otherwise: Callable[[str], PaletteRow] | None = None,
    ) -> None:
        super().__init__(parent, _PaletteDelegate())
        self.chosen: PaletteRow | None = None
        self._choices = [(choice, fold(choice.text)) for choice in choices]
        self._more = more
        self._otherwise = otherwise
        self.setWindowTitle(self.tr("Commands"))
        self.edit.setPlaceholderText(self.tr("Type a command, a document or a place"))
        self.edit.setAccessibleName(self.tr("Type a command, a document or a place"))
        self.list.setAccessibleName(self.tr("Commands"))
        self.setFixedSize(_WIDTH, HEIGHT)
        self.accepted.connect(self._do)
        self.finished.connect(self.deleteLater)
        self._filter("")

    def show_under(self, widget: QWidget) -> None:
        """Open under a widget, in the middle of it."""
        below = widget.mapToGlobal(QPoint((widget.width() - _WIDTH) // 2, widget.height() + 4))
        self.move(below)
        self.edit.setFocus()

    @override
    def _matching_items(self, words: Sequence[str]) -> Iterable[QStandardItem]:
        if not words:
            return [_item(choice, ()) for choice, _ in self._choices]
        fitting = []
        for choice, folded in (*self._choices, *self._more(self.edit.text())):
            letters = match_name(words, folded, scattered=choice.matches_scattered)
            for synonym in choice.synonyms:
                alike = match_name(words, fold(synonym), scattered=False)
                if alike is not None and (letters is None or letters.score < alike.score - _SYNONYM_PENALTY):
                    letters = FuzzyMatch(alike.score - _SYNONYM_PENALTY, ())
            if choice.is_first:
                fitting.append((float("inf"), choice, letters.positions if letters else ()))
            elif letters is not None:
                fitting.append((letters.score, choice, letters.positions))
        fitting.sort(key=lambda value: value[0], reverse=True)
        found = [_item(choice, _shown(choice.text, at)) for _, choice, at in fitting[:_MOST]]
        if self._otherwise is not None and not any(choice.enabled for _, choice, _ in fitting):
            found.append(_item(self._otherwise(self.edit.text().strip()), ()))
        return found

    @override
    def _accept_row(self, index: QModelIndex) -> None:
        choice = index.data(CHOICE)
        if isinstance(choice, PaletteRow) and choice.enabled:
            self.chosen = choice
            self.accept()

    def _do(self) -> None:
        if self.chosen is not None:
            self.chosen.run()


def rows_for_commands(menus: Iterable[tuple[str, Sequence[QAction]]]) -> list[PaletteRow]:
    """The commands of menus, each with its menu's name, its key and its synonyms."""
    synonyms = paths.load_table("command_synonyms")
    return [
        PaletteRow(
            plain_name(action),
            action.trigger,
            menu,
            next((key_bindings.key_text(key) for key in action.shortcuts()), ""),
            action.objectName(),
            action.isEnabled(),
            matches_scattered=True,
            synonyms=synonyms.get(action.objectName(), ()),
        )
        for menu, actions in menus
        for action in actions
        if action.text() and not action.menu()
    ]


def _shown(text: str, at: Sequence[int]) -> tuple[int, ...]:
    """Letters of a folded name as letters of the name; none where the two cannot be told together."""
    folded, origin = folded_with_origin(text)
    if folded != fold(text):
        return ()
    return tuple(dict.fromkeys(origin[n] for n in at)) if origin else tuple(at)


def _item(choice: PaletteRow, at: tuple[int, ...]) -> QStandardItem:
    item = QStandardItem(choice.text)
    item.setData(choice, CHOICE)
    item.setData(at, _FITTING)
    item.setEnabled(choice.enabled)
    item.setAccessibleText(", ".join(filter(None, (choice.text, choice.detail, choice.key))))
    return item


class _PaletteDelegate(ChoiceDelegate):
    """The name at the left, the letters that were typed semi-bold; what it is and the key at the right."""

    @override
    def _write(self, painter: QPainter, inner: QRect, index: QModelIndex | QPersistentModelIndex) -> None:
        choice = index.data(CHOICE)
        if not isinstance(choice, PaletteRow):
            return
        middle, right = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignRight
        painter.setPen(theme.color("soft"))
        painter.setFont(theme.ui_font())
        small = theme.ui_font(theme.SMALL)
        metrics = QFontMetrics(small)
        if choice.key:
            painter.drawText(inner, middle | right, choice.key)
            inner = inner.adjusted(0, 0, -painter.fontMetrics().horizontalAdvance(choice.key) - _GAP, 0)
        painter.setFont(small)
        painter.drawText(inner, middle | right, choice.detail)
        inner = inner.adjusted(0, 0, -metrics.horizontalAdvance(choice.detail) - _GAP, 0)
        painter.setPen(theme.color("ink" if choice.enabled else "soft"))
        _write_fitting(painter, inner, choice.text, frozenset(index.data(_FITTING) or ()))


def _write_fitting(painter: QPainter, inner: QRect, text: str, fitting: frozenset[int]) -> None:
    plain, bold = theme.ui_font(), theme.ui_font(bold=True)
    left = QRect(inner)
    for start, end in _runs(len(text), fitting):
        font = bold if start in fitting else plain
        metrics, piece = QFontMetrics(font), text[start:end]
        painter.setFont(font)
        if metrics.horizontalAdvance(piece) > left.width():
            painter.drawText(left, Qt.AlignmentFlag.AlignVCenter, metrics.elidedText(piece, _RIGHT, left.width()))
            return
        painter.drawText(left, Qt.AlignmentFlag.AlignVCenter, piece)
        left.setLeft(left.left() + metrics.horizontalAdvance(piece))


_RIGHT = Qt.TextElideMode.ElideRight


def _runs(length: int, fitting: frozenset[int]) -> list[tuple[int, int]]:
    cuts = [n for n in range(1, length) if (n in fitting) != (n - 1 in fitting)]
    return list(zip((0, *cuts), (*cuts, length), strict=True)) if length else []
