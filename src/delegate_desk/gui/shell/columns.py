"""The room of the window: its three columns, also on small screens, the full screen and the presenter's view."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QMenu, QTextEdit, QWidget
from shiboken6 import isValid
from typing_extensions import override

from delegate_desk.gui.context import Context
from delegate_desk.gui.forms.ui_main_window import Ui_MainWindow
from delegate_desk.gui.library.documents_view import DocumentsView
from delegate_desk.gui.shell.document_bar import Choice, Switch
from delegate_desk.gui.shell.family_controller import FamilyController
from delegate_desk.gui.shell.tabs import Tabs
from delegate_desk.gui.tab_page import PageState, TabPage
from delegate_desk.gui.widgets import accessibility, key_bindings, theme
from delegate_desk.gui.widgets.basic_widgets import column_layout, is_escape, on_focus_changed, set_property

if TYPE_CHECKING:
    from delegate_desk.gui.meetings.meeting_mode_controller import MeetingModeController
    from delegate_desk.gui.reader.presenter import PresenterWindow
    from delegate_desk.gui.reader.reader_view import ReaderView

NARROW = 920
"""A window narrower than this, in layout pixels, shows the side columns over the text."""
FOLDING = 1180
"""A narrower one shows the left column over the text."""
_WIDE, _PAGES_BESIDE = 1400, 1600
"""From these widths the columns are wider, and the original pages are shown beside the right column."""
_LEAST, _MIDDLE = 200, 480
"""Minimum widths of the left side and of the middle."""
_STRIP = 36
_BRIEFLY = 2000
"""Milliseconds."""
_MENUS, _FIELD = 396, 420
"""Minimum left edge of the field; if it is narrower than the second value, it uses the space of the menus."""
_KEYS = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease)
_SMALLEST = QSize(720, 520)
_OLD_WIDTHS = (248, 340)
"""Default widths of version 0.8."""


def smallest_window(screen: QSize) -> QSize:
    """Return the minimum size of the window, which fits a small screen: 1366 by 768 at 200 % has 683 by 384."""
    return _SMALLEST.boundedTo(screen)


def usual_widths(window: int) -> tuple[int, int]:
    """Return the widths of the side columns by the width of the window."""
    return (264, 352) if window >= _WIDE else (232, 320) if window >= FOLDING else (264, 300)


class Face(StrEnum):
    """Panel of the left column; the current page's exists while the page has a pane for the column."""

    LIBRARY = "library"
    OUTLINE = "outline"
    PAGE = "page"


class Columns(QObject):
    """Shows panes in the side columns, hides columns on a small screen, one at a time, and moves the focus among parts.

    The outline and the file of a paragraph are made when they are first asked for.
    """

    focus_hidden = Signal()  # A column with the keyboard focus was hidden

    def __init__(
        self,
        context: Context,
        ui: Ui_MainWindow,
        tabs: Tabs,
        library: DocumentsView,
        outline: Callable[[], QWidget],
        paragraph_file: Callable[[], QWidget],
        meeting: Callable[[], MeetingModeController | None],
    ) -> None:
        window = context.window
        super().__init__(window)
        self._context, self._window, self._ui, self._tabs = context, window, ui, tabs
        self._library, self._outline, self._paragraph_file, self._meeting = library, outline, paragraph_file, meeting
        self._page_pane: QWidget | None = None
        self._is_whole = False
        self._shows_page_pane = False
        self.faces = Switch(self.tr("Panels"), "views", len(Face), ui.left_column)
        self.faces.chosen.connect(self._choose_face)
        ui.left_layout.addLayout(column_layout(self.faces, margins=(8, 8, 8, 0)))
        ui.action_outline.toggled.connect(lambda _: self._choose_face(self._face))
        self._state = PageState()
        self._walk = ""
        self._chosen: list[int] = [0, 0]
        self._sides = (ui.action_left, ui.action_right)
        self._before: list[QAction] = []
        self._folded: tuple[QAction, ...] = ()
        self._closing_timer = QTimer(self, singleShot=True, interval=_BRIEFLY)
        self._closing_timer.timeout.connect(self._end_showing)
        self._is_alt_tapped = False
        self._menu_buttons = (ui.menus_button, ui.sidebar_button)  # in place of menus for which there is no room
        ui.menus_button.setIcon(theme.icon("menu"))
        ui.sidebar_button.setIcon(theme.icon("panel-left"))
        ui.sidebar_button.clicked.connect(ui.action_left.trigger)
        key_bindings.set_key_tool_tip(ui.sidebar_button, "action_left", ui.sidebar_button.accessibleName())
        menu = QMenu(ui.menus_button)
        menu.addActions(ui.menu_bar.actions())
        ui.menus_button.setMenu(menu)
        ui.hint_label.setText(key_bindings.no_paragraph_hint())
        ui.strip_end.setFixedHeight(_STRIP)
        self._right = ui.right_side
        self._columns = (ui.left_column, ui.right_side)
        ui.columns.setStretchFactor(1, 1)
        window.setMinimumSize(smallest_window(window.screen().availableSize()))
        self.show_in_left_column(None)
        self._align_top_message()
        for side in self._sides:
            side.setChecked(True)
            side.toggled.connect(partial(self._show_column, side))
        ui.columns.splitterMoved.connect(self._on_moved)
        on_focus_changed(self._on_focus_changed)
        window.installEventFilter(self)

    # Panes

    def show_page(self, state: PageState) -> None:
        previous, self._state = self._state, state
        self._update_sides()
        self.give_middle(is_whole=self._is_whole)
        right, pane = self._ui.right_column, state.side
        if pane is None:
            pane = self._paragraph_file() if state.has_file else self._ui.hint_pane
        if right.indexOf(pane) < 0:
            right.addWidget(pane)
        right.setCurrentWidget(pane)
        if previous.left is not state.left:
            self.show_in_left_column(None)
        self.show_top_message()

    def give_middle(self, *, is_whole: bool) -> None:
        """Give the right column to the middle while no tab is open, or not."""
        self._is_whole = is_whole
        has_right = self.has_right and self._ui.action_right.isChecked()
        if self._right.isHidden() is has_right:
            self._right.setVisible(has_right)

    @property
    def has_right(self) -> bool:
        """True if the page leaves room for the right column."""
        return not (self._is_whole or self._state.is_wide)

    @property
    def _face(self) -> Face:
        return Face.OUTLINE if self._ui.action_outline.isChecked() else Face.LIBRARY

    def _choose_face(self, face: Face) -> None:
        self._shows_page_pane = face is Face.PAGE
        if face is not Face.PAGE and face is not self._face:
            self._ui.action_outline.setChecked(face is Face.OUTLINE)  # and this comes again
        else:
            self._show_face()

    def show_in_left_column(self, pane: QWidget | None) -> None:
        self._page_pane = pane or self._state.left
        self._shows_page_pane = self._page_pane is not None
        self._show_face()
        if pane is not None:
            self._ui.action_left.setChecked(True)

    def left_pane(self) -> QWidget:
        """Return the pane that the left column shows, or would show."""
        if self._shows_page_pane and self._page_pane is not None:
            return self._page_pane
        return self._outline() if self._face is Face.OUTLINE else self._library

    def _show_face(self) -> None:
        layout, shown = self._ui.left_layout, self.left_pane()
        names = {Face.LIBRARY: self.tr("Library"), Face.OUTLINE: self.tr("Outline"), Face.PAGE: self.tr("Meeting")}
        choices = [Choice(face, text, text) for face, text in names.items()]
        available = choices if self._page_pane is not None else choices[:-1]
        self.faces.show_choices(available, Face.PAGE if shown is self._page_pane else self._face)
        self._ui.left_column.setMinimumWidth(max(_LEAST, self.faces.sizeHint().width() + 16))
        if layout.indexOf(shown) < 0:
            layout.addWidget(shown)
        for n in range(layout.count()):
            item = layout.itemAt(n)
            if item is not None and (widget := item.widget()) is not None:
                widget.setVisible(widget is shown)

    def restore_widths(self, widths: Sequence[int]) -> None:
        saved = (widths[0], widths[-1])
        self._chosen = [0, 0] if saved in (_OLD_WIDTHS, usual_widths(_WIDE)) else list(saved)
        self._set_widths()

    def sizes(self) -> list[int]:
        """Return the widths of the columns where the window has the room."""
        left, right = (own or usual for own, usual in zip(self._chosen, usual_widths(_WIDE), strict=True))
        return [left, _MIDDLE, right]

    def shown(self) -> tuple[bool, bool]:
        """Return whether the left and the right column are shown where the window has the room."""
        shown = self._shown_if_wide()
        return self._ui.action_left in shown, self._ui.action_right in shown

    def _shown_if_wide(self) -> list[QAction]:
        return [side for side in self._sides if (side in self._before if side in self._folded else side.isChecked())]

    # Top bar

    def show_top_message(self, walk: str | None = None) -> None:
        """Show at the top right how to leave the meeting, else the position in a walk through the hits."""
        self._walk = self._walk if walk is None else walk
        self._ui.walk_label.setText(self._state.exit_hint or self._walk)
        self._align_top_message()

    def _align_top_message(self) -> None:
        ui = self._ui
        left, right = (column.width() if self._is_beside(column) else 0 for column in self._columns)
        at_right = ui.top_right.sizeHint().width() if ui.walk_label.text() else 0
        menus, window_width = ui.menu_bar.sizeHint().width() + 12, self._window.width()
        widths = (max(left + 24, menus, _MENUS), max(right + 24, at_right))
        if window_width - sum(widths) < _FIELD:
            widths = (max(left + 24, menus), widths[1])
        is_collapsed = window_width < FOLDING or window_width - sum(widths) < _FIELD
        ui.menu_bar.setVisible(not is_collapsed)
        for button in self._menu_buttons:
            button.setVisible(is_collapsed)
        if is_collapsed:
            widths = (sum(button.sizeHint().width() for button in self._menu_buttons) + 24, max(16, at_right))
        ui.menu_holder.setMaximumWidth(widths[0])
        ui.top_right.setMaximumWidth(widths[1])
        for place, width in enumerate((widths[0], max(1, self._window.width() - sum(widths)), widths[1])):
            ui.top_layout.setStretch(place, width)  # where all three do not fit, each gives way

    def _follow_alt(self, event: QKeyEvent) -> None:
        """Open the menus by a tap on Alt, if they are behind their button."""
        is_alt, was_tapped, button = event.key() == Qt.Key.Key_Alt, self._is_alt_tapped, self._menu_buttons[0]
        self._is_alt_tapped = is_alt and event.type() == QEvent.Type.KeyPress
        if self._is_alt_tapped is not was_tapped:
            self._watch_application()
        if is_alt and was_tapped and not self._is_alt_tapped and button.isVisible():
            button.showMenu()

    def _watch_application(self) -> None:
        """Watch all keys after Alt, as a field may take one, and all clicks while a column is over the text."""
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)
            if self._is_alt_tapped or any(side.isChecked() for side in self._folded):
                application.installEventFilter(self)

    # Small screens

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() in _KEYS and (watched is self._window or self._is_alt_tapped):
            self._follow_alt(event)
        if watched is self._window and isinstance(event, QResizeEvent):
            self._update_sides()
        if watched is self._window and event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self._set_widths()
        if watched is self._window and is_escape(event):
            return self._close_overlay()
        is_click = event.type() == QEvent.Type.MouseButtonPress
        if is_click and isinstance(watched, QWidget) and self._ui.middle_column.isAncestorOf(watched):
            self._close_overlay()
        return False

    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        """Close a column over the text when its focus goes to the text."""
        if old is None or new is None or not self._ui.middle_column.isAncestorOf(new):
            return
        for side, column in zip(self._sides, self._columns, strict=True):
            if side in self._folded and column.isAncestorOf(old):
                side.setChecked(False)

    def _close_overlay(self) -> bool:
        """Close a column over the text; False if there is none."""
        overlays = [side for side in self._folded if side.isChecked()]
        for side in overlays:
            side.setChecked(False)
        return bool(overlays)

    def show_briefly(self) -> None:
        """Show the right column for two seconds where it is folded, unless the keyboard focus goes there."""
        side = self._ui.action_right
        if side in self._folded and not side.isChecked():
            side.setChecked(True)
            self._closing_timer.start()

    def _end_showing(self) -> None:
        focus = self._window.focusWidget()
        if self._ui.action_right in self._folded and not (focus is not None and self._right.isAncestorOf(focus)):
            self._close_overlay()

    def _show_column(self, side: QAction, shown: bool) -> None:
        focus, (left, right) = self._window.focusWidget(), self._sides
        column, other = (self._columns[0], right) if side is left else (self._right, left)
        column.setVisible(shown)
        column.raise_()
        self._closing_timer.stop()
        self._watch_application()
        if not shown and focus is not None and column.isAncestorOf(focus):
            self.focus_hidden.emit()
        if shown and len(self._folded) > 1:  # where there is room for only one
            other.setChecked(False)
        self._set_widths()

    def _update_sides(self) -> None:
        """Fold the columns for which the window has no room: they are shown over the text."""
        width, (left, right) = self._window.width(), self._sides
        shows_pages = "action_thumbnails" in self._state.enabled and width < _PAGES_BESIDE
        is_folded = {left: width < FOLDING, right: width < NARROW or shows_pages}
        folded = tuple(side for side in self._sides if is_folded[side])
        if folded == self._folded or self._window.isFullScreen():  # there the text is alone
            return
        shown_before = self._shown_if_wide()
        self._close_overlay()
        self._before, self._folded = shown_before, folded
        splitter = self._ui.columns
        for side, column in zip(self._sides, self._columns, strict=True):
            is_over, is_left = side in folded, side is left
            if is_over and self._is_in_row(column):
                column.setParent(splitter.parentWidget())
            elif not is_over and not self._is_in_row(column):
                splitter.insertWidget(0 if is_left else splitter.count(), column)
            set_property(column, "over", is_over)
            if (layout := column.layout()) is not None:  # of the hairline
                layout.setContentsMargins(is_over and not is_left, 0, is_over and is_left, 0)
            self._ui.strip_end.setVisible(self._is_in_row(self._right))
            side.setChecked(side in self._before and not is_over)
            column.setVisible(side.isChecked())

    def _is_in_row(self, column: QWidget) -> bool:
        return self._ui.columns.indexOf(column) >= 0

    def _is_beside(self, column: QWidget) -> bool:
        return self._is_in_row(column) and column.isVisibleTo(self._window)

    def _on_moved(self, _pos: int, index: int) -> None:
        """Keep the width that was chosen for a column."""
        columns = self._ui.columns
        side = 0 if columns.widget(index - 1) is self._columns[0] else 1
        self._chosen[side] = self._columns[side].width()
        self._align_top_message()

    def _set_widths(self) -> None:
        """Give the sides their usual or chosen widths, as far as the middle has the room."""
        window, row = self._window.width(), self._ui.columns
        self._ui.strip_end.setFixedHeight(max(_STRIP, self._tabs.front.tabBar().height()))
        preferred = [chosen or usual for chosen, usual in zip(self._chosen, usual_widths(window), strict=True)]
        left, right = (width * self._is_beside(column) for width, column in zip(preferred, self._columns, strict=True))
        right = min(right, max(window - _MIDDLE - left, self._right.minimumWidth()))
        left = min(left, max(window - _MIDDLE - right, self._columns[0].minimumWidth()))
        widths: dict[QWidget | None, int] = {self._columns[0]: left, self._right: right}
        row.setSizes([widths.get(row.widget(n), window - left - right) for n in range(row.count())])
        for column, width, x in zip(self._columns, preferred, (0, window - preferred[1]), strict=True):
            if not self._is_in_row(column):
                column.setGeometry(x, row.y(), width, row.height())
        self._align_top_message()

    # The keyboard focus

    def commands(self) -> dict[str, Callable[[], object]]:
        return {
            "action_next_part": lambda: self._step(1),
            "action_previous_part": lambda: self._step(-1),
            "action_library": self._go_to_library,
            "action_context": self._go_to_right_column,
        }

    def name_meeting(self) -> None:
        """Name the command that starts a meeting "exit" while there is one."""
        is_on = self._meeting() is not None
        self._ui.action_meeting.setText(self.tr("Exit &Meeting") if is_on else self.tr("Start &Meeting"))

    def _step(self, by: int) -> None:
        """Move cyclically through the visible parts, past one where nothing takes the focus, such as empty filters."""
        ui, meeting, left = self._ui, self._meeting(), self.left_pane()
        parts: list[tuple[QWidget, Callable[[], object]]] = [
            (ui.search_edit, ui.action_search.trigger),
            (ui.left_column, lambda: left.setFocus(Qt.FocusReason.ShortcutFocusReason)),
            (ui.middle_column, self._context.navigate.focus_text),
            (ui.right_column, self._go_to_right_column),
        ]
        if meeting is not None and meeting.view is not None:
            parts.append((meeting.view.line, meeting.focus_line))
        shown = [(part, enter) for part, enter in parts if part.isVisible()]
        focus = QApplication.focusWidget()
        current = [n for n, (part, _) in enumerate(shown) if focus and (part is focus or part.isAncestorOf(focus))]
        first = current[-1] + by if current else 0
        for index in range(first, first + by * len(shown), by):
            shown[index % len(shown)][1]()
            if QApplication.focusWidget() is not focus:
                break

    def _go_to_library(self) -> None:
        """Focus the filter of the library, also beside a page with a pane for the left column; from there its list."""
        self._ui.action_left.setChecked(True)
        self._choose_face(Face.LIBRARY)
        edit = self._library.ui.filter_edit
        if edit.hasFocus():
            self._library.setFocus()
        else:
            edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
            edit.selectAll()

    def _go_to_right_column(self) -> None:
        self._ui.action_right.setChecked(True)
        if self._ui.action_facets.isEnabled():
            self._ui.action_facets.trigger()
            return
        pane = self._ui.right_column.currentWidget()
        stops = [field for field in pane.findChildren(QWidget) if accessibility.is_stop(field, pane)] if pane else []
        target = next((field for field in stops if isinstance(field, QTextEdit)), stops[0] if stops else pane)
        if target is not None:
            target.setFocus(Qt.FocusReason.ShortcutFocusReason)


class FullScreenController(QObject):
    """Shows the text in full screen, and makes the presenter's view follow the current paragraph."""

    def __init__(self, context: Context, ui: Ui_MainWindow, tabs: Tabs, families: FamilyController) -> None:
        super().__init__(context.window)
        self._context, self._ui, self._tabs, self._families = context, ui, tabs, families
        self._window = context.window
        self._columns: tuple[bool, bool] | None = None
        self._was_maximised = False
        self._with_pages: list[TabPage] = []
        self.presenter: PresenterWindow | None = None
        tabs.reader_made.connect(self._connect_reader)
        tabs.currentChanged.connect(self._update_presenter)
        ui.action_full_screen.toggled.connect(self.set_full_screen)
        ui.action_presenter.toggled.connect(self.set_presenter_shown)
        self._window.installEventFilter(self)

    def close(self) -> None:
        self._tabs.close_windows()
        if self.presenter is not None:
            self.presenter.close()

    # Reading

    def set_full_screen(self, full: bool) -> None:
        """Show only the text on the whole screen, or restore the window."""
        window, ui = self._window, self._ui
        if full and self._columns is None:
            self._was_maximised = window.isMaximized()
            self._columns = (ui.action_left.isChecked(), ui.action_right.isChecked())
            ui.action_left.setChecked(False)
            ui.action_right.setChecked(False)
            ui.top_bar.hide()
            self._tabs.show_bars(shown=False)
            self._with_pages = [page for page in self._tabs.pages(TabPage) if page.pages_shown]
            for page in self._with_pages:
                page.show_pages(shown=False)
            window.showFullScreen()
        elif not full and self._columns is not None:
            left, right = self._columns
            self._columns = None
            ui.top_bar.show()
            self._tabs.show_bars(shown=True)
            for page in filter(isValid, self._with_pages):
                page.show_pages(shown=True)
            ui.action_left.setChecked(left)
            ui.action_right.setChecked(right)
            if window.isVisible():
                window.showMaximized() if self._was_maximised else window.showNormal()
        self._context.navigate.focus_text()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc without another meaning leaves the full screen; a closing window is restored."""
        if watched is not self._window or self._columns is None:
            return False
        if is_escape(event) or event.type() == QEvent.Type.Close:
            self._ui.action_full_screen.setChecked(False)
        return is_escape(event)

    # Presenting

    def set_presenter_shown(self, shown: bool) -> None:
        if shown and self.presenter is None:
            from delegate_desk.gui.reader.presenter import PresenterWindow

            presenter = self.presenter = PresenterWindow()
            presenter.closed.connect(self._on_presenter_closed)
            presenter.stepped.connect(self._step)
            presenter.show_on_screen(self._window.screen())
            self._update_presenter()
        elif not shown and self.presenter is not None:
            self.presenter.close()

    def _on_presenter_closed(self) -> None:
        presenter, self.presenter = self.presenter, None
        if presenter is not None:
            presenter.deleteLater()
        self._ui.action_presenter.setChecked(False)

    def _connect_reader(self, reader: ReaderView) -> None:
        reader.place_changed.connect(self._update_presenter)
        reader.size_changed.connect(self._update_presenter)
        reader.paper.paragraphs.dataChanged.connect(self._update_presenter)

    def _update_presenter(self) -> None:
        reader = self._tabs.current_reader()
        if self.presenter is not None and reader is not None and reader.library_document() is not None:
            model, newer = reader.paper.paragraphs, self._families.superseded_text
            self.presenter.show_place(model, reader.paper.current_row(), reader.paper.reading_size, newer)

    def _step(self, by: int) -> None:
        reader = self._tabs.current_reader()
        if reader is not None:
            reader.step(by)
