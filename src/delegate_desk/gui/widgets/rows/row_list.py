"""Lists of the window: rows in memory, of which only changed ones are updated, and their view with keys and menus."""

from abc import abstractmethod
from collections.abc import Callable, Sequence
from functools import lru_cache, partial
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QMargins,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import (
    QAction,
    QColor,
    QContextMenuEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPen,
    QPolygonF,
    QTextLayout,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from delegate_desk.core.documents.document import Place
from delegate_desk.gui.widgets import key_bindings, theme

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
PLACE_ROLE = Qt.ItemDataRole.UserRole + 64
"""The ``Place`` of the paragraph of a row; None for none."""
SELECTABLE = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
T = TypeVar("T")


class RowModel(QAbstractListModel, Generic[T]):
    """Answers from memory; arrow keys skip heads.

    Attributes:
        head: The type or types of rows that are heads; all others can be selected.
    """

    head: type | tuple[type, ...] = ()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: Sequence[T] = ()

    def set_rows(self, rows: Sequence[T]) -> None:
        """Show these rows; rows with the same key at the beginning and the end stay, and only their content changes."""
        old, new = [self.key(row) for row in self.rows], [self.key(row) for row in rows]
        shortest = min(len(old), len(new))
        first = next((n for n in range(shortest) if old[n] != new[n]), shortest)
        shortest -= first
        last = next((n for n in range(shortest) if old[-n - 1] != new[-n - 1]), shortest)
        unchanged = [*self.rows[:first], *self.rows[len(old) - last :]]
        if len(old) - last > first:
            self.beginRemoveRows(NOWHERE, first, len(old) - last - 1)
            self.rows = unchanged
            self.endRemoveRows()
        if len(new) - last > first:
            self.beginInsertRows(NOWHERE, first, len(new) - last - 1)
            self.rows = [*unchanged[:first], *rows[first : len(new) - last], *unchanged[first:]]
            self.endInsertRows()
        changed = [n for n, (before, after) in enumerate(zip(self.rows, rows, strict=True)) if before != after]
        self.rows = rows
        if changed:
            self.dataChanged.emit(self.index(changed[0]), self.index(changed[-1]))

    def row(self, index: Index) -> T | None:
        return self.rows[index.row()] if index.isValid() and index.row() < len(self.rows) else None

    def find(self, key: object) -> int | None:
        return next((n for n, row in enumerate(self.rows) if self.key(row) == key), None)

    def nearest(self, number: int) -> int | None:
        """Return the row nearest to a number that can be selected: at it or after it, else before it."""
        numbers = (*range(max(0, number), len(self.rows)), *range(min(number, len(self.rows)) - 1, -1, -1))
        return next((n for n in numbers if not self.is_head(self.rows[n])), None)

    def key(self, row: T) -> object:
        """Return the key by which a row is recognised when its content is loaded again."""
        return row

    def is_head(self, row: T) -> bool:
        return isinstance(row, self.head)

    def text(self, row: T) -> str:
        return self.accessible_text(row)

    @abstractmethod
    def accessible_text(self, row: T) -> str:
        """Return the text of a row for a screen reader."""

    def tool_tip(self, row: T) -> str | None:  # noqa: ARG002  (most rows have none)
        return None

    def place(self, row: T) -> Place | None:  # noqa: ARG002  (most rows have none)
        return None

    @override
    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # Qt's own signature
        row = self.row(index)
        if row is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return self.text(row)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self.accessible_text(row)
            case Qt.ItemDataRole.ToolTipRole:
                return self.tool_tip(row)
        return self.place(row) if role == PLACE_ROLE else None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        row = self.row(index)
        if row is None or self.is_head(row):
            return Qt.ItemFlag.NoItemFlags
        return SELECTABLE


def set_up_list(view: QListView) -> None:
    """Make a list view scroll by the pixel, without a frame, as wide as its pane."""
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setResizeMode(QListView.ResizeMode.Adjust)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setMouseTracking(True)
    theme.subscribe_to_theme(view, lambda: view.viewport().update())


def add_action(
    view: QWidget, text: str, do: Callable[[], object], keys: Sequence[QKeySequence], name: str = ""
) -> QAction:
    """Add an action to a list, with the keys that trigger it while the list has the focus.

    Args:
        name: The name under which its keys can be changed; empty for fixed keys.
    """
    action = QAction(text, view)
    action.setObjectName(name)
    action.setShortcuts(keys)
    action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    action.triggered.connect(lambda _=False: do())
    view.addAction(action)
    key_bindings.attach([action], view)
    return action


class RowList(QListView):
    """A list whose keys are actions; subclasses provide a model and a delegate."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_up_list(self)

    def add_list_action(self, text: str, do: Callable[[], object], *keys: str, name: str = "") -> QAction:
        return add_action(self, text, do, [QKeySequence(key) for key in keys], name)

    def add_usual_actions(self, open_current: Callable[..., object], behind: str) -> None:
        make, open_behind = self.add_list_action, partial(open_current, behind=True)
        self.action_open = make(self.tr("&Open"), open_current, "Return", "Enter")
        self.action_open_behind = make(
            self.tr("Open in New &Tab"), open_behind, "Ctrl+Return", "Ctrl+Enter", name=behind
        )
        make(self.tr("&Next"), lambda: self.step(1), "J", name="action_next")
        make(self.tr("&Previous"), lambda: self.step(-1), "K", name="action_previous")

    def step(self, by: int) -> None:
        move = QAbstractItemView.CursorAction.MoveDown if by > 0 else QAbstractItemView.CursorAction.MoveUp
        index: QModelIndex = self.moveCursor(move, Qt.KeyboardModifier.NoModifier)
        if index.isValid():
            self.setCurrentIndex(index)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        pages = control and event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
        letter = event.text().isprintable() and event.text().strip() and not control
        if pages or letter or event.modifiers() & Qt.KeyboardModifier.AltModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)


class RowMenus(QObject):
    """Shows the context menus of list rows; the row becomes current."""

    def __init__(self, rows: QAbstractItemView, menu_of: Callable[[QModelIndex], QMenu | None]) -> None:
        super().__init__(rows)
        self._rows = rows
        self._menu_for_index = menu_of
        rows.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        rows.customContextMenuRequested.connect(lambda point: self._show_menu_for(rows.indexAt(point), point))
        rows.installEventFilter(self)

    def show_menu(self) -> None:
        box = self._rows.visualRect(self._rows.currentIndex())
        self._show_menu_for(self._rows.currentIndex(), QPoint(box.left() + min(box.width() // 2, 80), box.center().y()))

    def _show_menu_for(self, index: QModelIndex, point: QPoint) -> None:
        if not index.isValid():
            return
        if not self._rows.selectionModel().isSelected(index):
            self._rows.setCurrentIndex(index)
        menu = self._menu_for_index(index)
        if menu is not None:
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self._rows.viewport().mapToGlobal(point))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QContextMenuEvent) and event.reason() is QContextMenuEvent.Reason.Keyboard:
            self.show_menu()
            return True
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and is_menu_key(event):
            self.show_menu()
            return True
        return False


def is_menu_key(event: QKeyEvent) -> bool:
    with_shift = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
    return event.key() == Qt.Key.Key_Menu or (event.key() == Qt.Key.Key_F10 and with_shift)


MEASURE = 744
"""Maximum width of a column of rows."""
CURSOR_BAR = 3
_SCROLL_BAR = 10
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTER = Qt.AlignmentFlag.AlignCenter


class RowDelegate(QStyledItemDelegate, Generic[T]):
    """Draws each row of a model, in a painter that is restored afterwards."""

    def __init__(self, view: QAbstractItemView, model: RowModel[T]) -> None:
        super().__init__(view)
        self._view = view
        self._model = model

    @abstractmethod
    def _height(self, row: T) -> int:
        """Return the height of a row."""

    @abstractmethod
    def _paint(self, painter: QPainter, row: T, index: Index, option: Any) -> None:  # its stubs lack all fields
        """Draw a row in the rectangle of the option."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row = self._model.row(index)
        return QSize(0, self._height(row)) if row is not None else QSize()

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = self._model.row(index)
        if row is not None:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint(painter, row, index, option)
            painter.restore()

    def _column(self, box: QRect) -> QRect:
        left, width = column_geometry(self._view.width())
        return QRect(left, box.top(), width, box.height())


def is_selected(option: Any) -> bool:
    return bool(option.state & QStyle.StateFlag.State_Selected)


def is_hovered(option: Any) -> bool:
    return bool(option.state & QStyle.StateFlag.State_MouseOver)


def column_geometry(width: int) -> tuple[int, int]:
    """Return left edge and width of the column in a view of some width, the same with and without a scroll bar."""
    width -= _SCROLL_BAR
    column_width = min(MEASURE, max(240, width - 32))
    return max(0, (width - column_width) // 2), column_width


def column_margins(width: int, inset: int, top: int = 0, bottom: int = 0) -> QMargins:
    """Return the margins of text above the column, which begins some pixels inside it."""
    left, column_width = column_geometry(width)
    return QMargins(left + inset, top, width - left - column_width + 12, bottom)


def write_line(
    painter: QPainter,
    area: QRect,
    text: str,
    role: str,
    *,
    bold: bool = False,
    size: float = theme.BASE,
    font: QFont | None = None,
    align: Qt.AlignmentFlag = LEFT,
    middle: bool = False,
) -> int:
    """Write a line, ``LEFT``, ``RIGHT`` or ``CENTER`` in its area, elided to it at the end or in the middle.

    Returns:
        The end of the text, where a next piece may begin; for text at the right, its start.
    """
    font, layout, width, height = _lay_out_line(text, font, size, bold, area.width(), middle)
    spare = area.width() - width
    left = area.left() + (spare if align == RIGHT else spare / 2 if align == CENTER else 0)
    painter.setFont(font)
    painter.setPen(theme.color(role))
    layout.draw(painter, QPointF(left, area.top() + (area.height() - height) / 2))
    return area.right() - round(width) if align == RIGHT else area.left() + round(width)


@lru_cache(1024)
def _lay_out_line(
    text: str, font: QFont | None, size: float, bold: bool, space: int, middle: bool
) -> tuple[QFont, QTextLayout, float, float]:
    """Return a line with its font, width and height: a list that is scrolled draws the same lines again and again."""
    font = font or theme.ui_font(size, bold=bold)
    metrics, (layout, width) = QFontMetricsF(font), _lay_out(text, font)
    if width > space:
        elide = Qt.TextElideMode.ElideMiddle if middle else Qt.TextElideMode.ElideRight
        layout, width = _lay_out(metrics.elidedText(text, elide, max(0, space)), font)
    return font, layout, width, metrics.height()


def _lay_out(text: str, font: QFont) -> tuple[QTextLayout, float]:
    """Return a single line and its width."""
    layout = QTextLayout(text, font)
    layout.setCacheEnabled(True)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(0x1000000)  # it is not wrapped
    layout.endLayout()
    return layout, line.horizontalAdvance()


_NARROWEST, _WIDEST = 3, 13
"""Average width of a letter of the interface font in a title, in pixels."""


def count_title_lines(text: str, width: int) -> int:
    """Return the number of lines of a title, one or two; measured only if its length does not decide."""
    if len(text) * _WIDEST <= width or " " not in text:
        return 1
    if len(text) * _NARROWEST > width:
        return 2
    return 1 if QFontMetricsF(theme.ui_font()).horizontalAdvance(text) <= width else 2


@lru_cache(512)
def title_lines(text: str, width: int, limit: int = 2, *, bold: bool = False) -> tuple[str, ...]:
    """Return a title in one or two lines of a width; the last may be longer."""
    metrics = QFontMetricsF(theme.ui_font(bold=bold))
    fits = len(text) * _NARROWEST <= width and metrics.horizontalAdvance(text) <= width
    if limit == 1 or fits or " " not in text:
        return (text,)
    first, _, rest = text.partition(" ")
    while rest:
        word, _, after = rest.partition(" ")
        if metrics.horizontalAdvance(f"{first} {word}") > width:
            break
        first, rest = f"{first} {word}", after
    return (first, rest) if rest else (first,)


_UNFOLDED = QPolygonF([QPointF(-3.5, -1.75), QPointF(0, 1.75), QPointF(3.5, -1.75)])
_FOLDED = QPolygonF([QPointF(-1.75, -3.5), QPointF(1.75, 0), QPointF(-1.75, 3.5)])


def draw_chevron(painter: QPainter, middle: QPointF, *, is_down: bool) -> None:
    """Draw the sign of an unfolded or folded row."""
    painter.setPen(QPen(theme.color("soft"), 1.4))
    painter.drawPolyline((_UNFOLDED if is_down else _FOLDED).translated(middle))


def draw_cursor(painter: QPainter, area: QRectF, *, focused: bool = True) -> None:
    """Draw the current row's background: a vertical bar, soft without the keyboard focus, and the tint behind it."""
    tint = area.adjusted(CURSOR_BAR, 0, 0, 0)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("tint"))
    painter.drawRoundedRect(tint, 6, 6)
    painter.fillRect(tint.adjusted(0, 0, -6, 0), theme.color("tint"))  # no rounded corners at the bar
    bar = QRectF(area.left(), area.top(), CURSOR_BAR, area.height())
    painter.fillRect(bar, theme.color("accent" if focused else "soft"))
    painter.restore()


def draw_ground(painter: QPainter, box: QRect, *, tinted: bool, ring: bool = False) -> None:
    """Draw the rounded background of a row in a side pane: tinted if current or selected, faint under the mouse."""
    painter.setPen(theme.color("accent") if ring else Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("tint" if tinted else "hairline"))
    painter.setOpacity(1.0 if tinted else 0.5)
    painter.drawRoundedRect(box, 4, 4)
    painter.setOpacity(1.0)


def draw_chip(
    painter: QPainter, text: str, box: QRect, *, role: str, outline: QColor | QPen, ground: str = "", radius: float = 4
) -> None:
    """Draw a text in the painter's font and a rounded outline; without a fill, the background shows through."""
    painter.setPen(outline)
    painter.setBrush(theme.color(ground) if ground else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    write_line(painter, box.adjusted(4, 0, -4, 0), text, role, font=painter.font(), align=CENTER)


def draw_marking(
    painter: QPainter, marking: str, x: int, middle: int, role: str = "red_line", *, ground: str = ""
) -> int:
    """Draw a marking or another word in its outline, or a count on a round ground; return its right edge."""
    painter.setFont(theme.ui_font(theme.FINE, bold=True))
    box = QRect(x, middle - 8, painter.fontMetrics().horizontalAdvance(marking) + 11, 17)
    outline, radius = theme.color(ground or role), 8 if ground else 3
    draw_chip(painter, marking, box, role=role, outline=outline, ground=ground, radius=radius)
    return box.right() + 2
