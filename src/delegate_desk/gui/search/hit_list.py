"""The list of an answer under the keys and the mouse: what is chosen in it, opened from it, and looked at beside it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QCursor, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QListView, QMenu, QWidget
from typing_extensions import override

from delegate_desk.core.search import GoToSuggestion, Hit, SearchResults, Suggestion
from delegate_desk.gui.search.hits_model import HitsModel, LanguageLink, MoreResultsRow, Row
from delegate_desk.gui.widgets.labels import terms
from delegate_desk.gui.widgets.rows.hit_delegate import HitDelegate, column_geometry


class HitMenu(QMenu):
    """The menu of a hit.

    Signals:
        open_asked: The hit is to be opened; with True for a tab of its own.
        look_asked: It is to be looked at beside the list.
        link_asked: Its words are to be opened elsewhere, with the ``LanguageLink``.
    """

    open_requested = Signal(bool)
    preview_requested = Signal()
    link_requested = Signal(object)

    def __init__(self, links: Sequence[LanguageLink], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.addAction(self.tr("&Open")).triggered.connect(lambda _=False: self.open_requested.emit(False))
        self.addAction(self.tr("Open in New &Tab")).triggered.connect(lambda _=False: self.open_requested.emit(True))
        self.addAction(self.tr("&Preview")).triggered.connect(lambda _=False: self.preview_requested.emit())
        if links:
            self.addSeparator()
        for link in links:
            said = self.tr("Open in {language}").format(language=terms.language_name(link.language))
            if link.revision is not None:
                said = self.tr("Open {document}").format(document=link.revision.name)
            self.addAction(said.replace("&", "&&")).triggered.connect(
                lambda _=False, link=link: self.link_requested.emit(link)
            )


_MENU = 80
"""How far into the column a menu opens that a key asks for."""


class HitList(QObject):
    """Fills the list view with the rows of an answer, and hears what is done there.

    Signals:
        opened: A hit is to be opened; with the ``Hit``, and True for a tab of its own.
        place_asked: A place is to be opened that is no hit itself, with the ``Place``; and True for a tab of its own.
        linked: Words of a hit are to be opened elsewhere; with the ``Hit``, its ``LanguageLink``, and True for a tab.
        suggested: A suggestion was taken, with the ``Suggestion``.
        more_asked: The hits that are not shown are wanted.
        chosen: Another row is at hand.
        look_asked: The row at hand is to be looked at beside the list, or no more.
        escaped: Esc was pressed.
        left: The arrow went up from the first row.
    """

    opened = Signal(object, bool)
    place_requested = Signal(object, bool)
    linked = Signal(object, object, bool)
    suggested = Signal(object)
    more_requested = Signal()
    chosen = Signal()
    preview_requested = Signal()
    escaped = Signal()
    left = Signal()

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self._has_stepped = False
        self._pressed = QPoint()
        self.model = HitsModel(self)
        view.setModel(self.model)
        self._painter = HitDelegate(view, self.model)
        view.setItemDelegate(self._painter)
        view.viewport().setMouseTracking(True)
        view.installEventFilter(self)
        view.viewport().installEventFilter(self)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._show_menu)
        view.clicked.connect(self._click)
        view.selectionModel().currentChanged.connect(self.chosen)

    def show(self, results: SearchResults | None, *, same: bool = False) -> None:
        """Show an answer in place of the last; for the same query, the view stays where it is."""
        view, bar = self._view, self._view.verticalScrollBar()
        chosen, number = self.row(), view.currentIndex().row()
        anchor, y = self._anchor() if same else (None, 0)
        self.model.show(results)
        if not same:
            self._has_stepped = False
            view.setCurrentIndex(self.model.index(self.model.best_row(results.query) if results else -1))
            view.scrollToTop()
            return
        if chosen is not None:
            index = self.model.find(chosen)
            if not index.isValid():
                likeliest = self.model.best_row(results.query) if results else -1
                index = self.model.index(
                    self.model.from_row(number) if isinstance(chosen, MoreResultsRow) else likeliest
                )
            view.setCurrentIndex(index)
        if anchor is not None and (index := self.model.find(anchor)).isValid():
            bar.setValue(bar.value() + view.visualRect(index).top() - y)

    def row(self) -> Row | None:
        """Return the current row."""
        return self.model.row(self._view.currentIndex())

    def number(self) -> int:
        """Return the number of the current hit, from 1; 0 if there is none."""
        return self.model.number(self._view.currentIndex())

    def enter(self) -> None:
        """Give the keys to the list, if there is anything in it."""
        if self.model.first() < 0:
            return
        self._select_first()
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_current(self, *, new_tab: bool) -> None:
        """Open what is at hand, the first row where nothing is."""
        self._select_first()
        self._open(self._view.currentIndex(), new_tab=new_tab)

    def step(self, by: int) -> None:
        """Go to another hit and open it: the next with 1, the previous with -1; the first time the current hit."""
        rows = [n for n, _ in self.model.hits()]
        if not rows:
            return
        current = self._view.currentIndex().row()
        if current not in rows:
            place = 0 if by > 0 else -1
        else:
            place = rows.index(current) + (by if self._has_stepped or by < 0 else 0)
        self._select(self.model.index(rows[place % len(rows)]))
        self._open(self._view.currentIndex(), new_tab=False)

    def _anchor(self) -> tuple[Row | None, int]:
        """The row that is to stay where it is, that under the mouse, else the first seen; and its height."""
        view = self._view
        point = view.viewport().mapFromGlobal(QCursor.pos())
        index = view.indexAt(point) if view.viewport().rect().contains(point) else QModelIndex()
        if not index.isValid():
            index = view.indexAt(QPoint(view.width() // 2, 1))
        return self.model.row(index), view.visualRect(index).top()

    def _select_first(self) -> None:
        if self.row() is None:
            self._select(self.model.index(self.model.first()))

    def _select(self, index: QModelIndex) -> None:
        self._view.setCurrentIndex(index)
        self._view.scrollTo(index, QListView.ScrollHint.EnsureVisible)

    def _click(self, index: QModelIndex) -> None:
        control = bool(QApplication.keyboardModifiers() & Qt.KeyboardModifier.ControlModifier)
        link = self._painter.link_at(self._pressed)
        hit = self.model.hit(index)
        if link is not None and hit is not None:
            self.linked.emit(hit, link, control)
        else:
            self._open(index, new_tab=control)

    def _open(self, index: QModelIndex, *, new_tab: bool) -> None:
        row = self.model.row(index)
        if isinstance(row, Hit):
            self._has_stepped = True
            self.opened.emit(row, new_tab)
        elif isinstance(row, GoToSuggestion):
            self.place_requested.emit(row.place, new_tab)
        elif isinstance(row, Suggestion):
            self.suggested.emit(row)
        elif isinstance(row, MoreResultsRow):
            self.more_requested.emit()

    def _show_menu(self, point: QPoint) -> None:
        """Show the context menu of a hit: the hit at the point, or the current hit for the menu key."""
        view = self._view
        index = view.indexAt(point)
        hit = self.model.hit(index)
        if hit is None:
            return
        view.setCurrentIndex(index)
        menu = HitMenu([piece for piece in self.model.notes_for_hit(hit) if isinstance(piece, LanguageLink)], view)
        menu.open_requested.connect(lambda new_tab: self._open(self.model.find(hit), new_tab=new_tab))
        menu.preview_requested.connect(self.preview_requested)
        menu.link_requested.connect(lambda link: self.linked.emit(hit, link, False))
        menu.popup(view.viewport().mapToGlobal(point))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and watched is self._view:
            if event.type() == QEvent.Type.KeyPress:
                return self._on_key_press(event)
            if event.type() == QEvent.Type.ShortcutOverride and event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Escape):
                event.accept()
                return True
        elif isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonPress:
            self._pressed = event.position().toPoint()
        elif isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseMove:
            on_link = self._painter.link_at(event.position().toPoint()) is not None
            shape = Qt.CursorShape.PointingHandCursor if on_link else Qt.CursorShape.ArrowCursor
            self._view.viewport().setCursor(shape)
        return False

    def _on_key_press(self, event: QKeyEvent) -> bool:
        key = event.key()
        index = self._view.currentIndex()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(index, new_tab=bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
        elif key == Qt.Key.Key_Menu or (
            key == Qt.Key.Key_F10 and event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        ):
            line = self._view.visualRect(index)
            self._show_menu(QPoint(column_geometry(self._view.width())[0] + _MENU, line.center().y()))
        elif key == Qt.Key.Key_Space:
            self.preview_requested.emit()
        elif key == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif key == Qt.Key.Key_Up and index.row() <= self.model.first():
            self.left.emit()
        else:
            return False
        return True
