"""The three columns: their panes, the faces of the left column, and their widths on small screens."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QMenu, QTextEdit, QToolButton, QWidget
from typing_extensions import override

from delegate_desk.gui.context import Context
from delegate_desk.gui.forms.ui_main_window import Ui_MainWindow
from delegate_desk.gui.library.documents_view import DocumentsView
from delegate_desk.gui.shell.document_bar import Choice, Switch
from delegate_desk.gui.shell.tabs import Tabs
from delegate_desk.gui.tab_page import PageState
from delegate_desk.gui.widgets import key_bindings
from delegate_desk.gui.widgets.basic_widgets import StyledPane, column_layout, label, set_part, tool_button
from delegate_desk.gui.widgets.labels import key_hints

if TYPE_CHECKING:
    from delegate_desk.gui.meetings.meeting_mode_controller import MeetingModeController

NARROW = 900
"""A window narrower than this, in layout pixels, has space for the middle and one side."""
FOLDING = 1180
"""A narrower one shows the left column only on request."""
_LEAST, _LEFT, _MIDDLE = 200, 208, 480
_ALONE = 280
"""The right column of a narrow window."""
_RIGHT, _RIGHT_OF_PAGE = 264, 232
"""Width left to each side if the middle uses the rest."""
_MENUS, _FIELD = 396, 420
"""Minimum left edge of the field; if it is narrower than the second value, it uses the space of the menus."""
_KEYS = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease)
LEAST = (640, 360)
"""Minimum window size: a screen of 1366 by 768 at 200 %."""


class Face(StrEnum):
    """Panel of the left column; the current page's exists while the page has a pane for the column."""

    LIBRARY = "library"
    OUTLINE = "outline"
    PAGE = "page"


class Columns(QObject):
    """Shows panes in the side columns, and hides columns on a small screen, one at a time.

    Signals:
        focus_hidden: A column with the keyboard focus was hidden.
    """

    focus_hidden = Signal()

    def __init__(
        self,
        window: QWidget,
        ui: Ui_MainWindow,
        tabs: Tabs,
        library: QWidget,
        outline: Callable[[], QWidget],
        paragraph_file: Callable[[], QWidget],
    ) -> None:
        super().__init__(window)
        self._window, self._ui, self._tabs = window, ui, tabs
        self._library, self._outline, self._paragraph_file = library, outline, paragraph_file
        self._page_pane: QWidget | None = None
        self._is_whole = False
        self._shows_page_pane = False
        self.faces = Switch(self.tr("Panels"), "views", len(Face), ui.left_column)
        self.faces.chosen.connect(self._choose_face)
        ui.left_layout.addLayout(column_layout(self.faces, margins=(8, 8, 8, 0)))
        ui.action_outline.toggled.connect(lambda _: self._choose_face(self._face))
        self._state = PageState()
        self._walk = ""
        self._wide_columns: list[int] = []
        self._sides = (ui.action_left, ui.action_right)
        self._before: list[QAction] = []
        self._folded: tuple[QAction, ...] = ()
        self._wide: list[int] | None = None
        self._is_alt_tapped = False
        self._menu_buttons = self._make_menu_buttons()
        self._hint_pane = StyledPane()
        set_part(self._hint_pane, "canvas")
        hint = label(key_hints.no_paragraph_hint(), "soft", wrap=True)
        column_layout(hint, None, within=self._hint_pane, margins=(16, 12, 16, 0))
        ui.right_column.addWidget(self._hint_pane)
        for column in (ui.left_column, ui.right_column):
            column.setMinimumWidth(_LEAST)
            column.setMaximumWidth(480)
        ui.columns.setStretchFactor(1, 1)
        window.setMinimumSize(*LEAST)
        self.show_in_left_column(None)
        self._align_top_message()
        for side, other, column in zip(self._sides, self._sides[::-1], (ui.left_column, ui.right_column), strict=True):
            side.setChecked(True)
            side.toggled.connect(partial(self._show_column, column))
            side.toggled.connect(self._align_top_message)
            side.toggled.connect(lambda shown, other=other: self._make_room(other, shown=shown))
            side.toggled.connect(self._share_width)
        ui.columns.splitterMoved.connect(self._align_top_message)
        window.installEventFilter(self)

    # Panes

    def show_page(self, state: PageState) -> None:
        before, self._state = self._state, state
        self.give_middle(is_whole=self._is_whole)
        self._show_side_pane()
        if before.left is not state.left:
            self._give_columns(to_page=state.left is not None)
            self.show_in_left_column(None)
        self.show_top_message()

    def give_middle(self, *, is_whole: bool) -> None:
        """Give the right column to the middle while no tab is open, or not."""
        self._is_whole = is_whole
        has_right = not (is_whole or self._state.is_wide) and self._ui.action_right.isChecked()
        if self._ui.right_column.isHidden() is has_right:
            self._ui.right_column.setVisible(has_right)

    def _show_side_pane(self) -> None:
        """Show the side pane of the current page in the right column."""
        right, pane = self._ui.right_column, self._state.side
        if pane is None:
            pane = self._paragraph_file() if self._state.has_file else self._hint_pane
        if right.indexOf(pane) < 0:
            right.addWidget(pane)
        right.setCurrentWidget(pane)

    @property
    def _face(self) -> Face:
        return Face.OUTLINE if self._ui.action_outline.isChecked() else Face.LIBRARY

    def _choose_face(self, face: Face) -> None:
        self._shows_page_pane = face is Face.PAGE
        if face is not Face.PAGE and face is not self._face:
            self._ui.action_outline.setChecked(face is Face.OUTLINE)  # and this comes again
        else:
            self._show_face()

    def show_library(self) -> None:
        """Show the library in the left column, also beside a page that has a pane for it."""
        self._ui.action_left.setChecked(True)
        self._choose_face(Face.LIBRARY)

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
        offered = choices if self._page_pane is not None else choices[:-1]
        self.faces.show_choices(offered, Face.PAGE if shown is self._page_pane else self._face)
        self._ui.left_column.setMinimumWidth(max(_LEAST, self.faces.sizeHint().width() + 16))
        if layout.indexOf(shown) < 0:
            layout.addWidget(shown)
        for n in range(layout.count()):
            item = layout.itemAt(n)
            if item is not None and (widget := item.widget()) is not None:
                widget.setVisible(widget is shown)

    def _give_columns(self, *, to_page: bool) -> None:
        """Give a page with panes in both columns most of a narrow window; the previous widths return afterwards."""
        columns, sizes = self._ui.columns, self._ui.columns.sizes()
        if to_page:
            self._wide_columns = sizes
            if sizes[1] < _MIDDLE:
                left, right = min(sizes[0], _LEFT), min(sizes[2], _RIGHT_OF_PAGE)
                columns.setSizes([left, max(sum(sizes) - _LEFT - _RIGHT_OF_PAGE, 0), right])
        else:
            if self._wide_columns and sum(self._wide_columns) == sum(sizes):
                columns.setSizes(self._wide_columns)
            self._wide_columns = []

    def sizes(self) -> list[int]:
        """Return the widths of the columns, without the effect of a page that uses both."""
        return self._wide_columns or self._ui.columns.sizes()

    def shown(self) -> tuple[bool, bool]:
        """Return whether the left and the right column are shown where the window has the room."""
        shown = self._shown_if_wide()
        return self._ui.action_left in shown, self._ui.action_right in shown

    @property
    def _is_narrow(self) -> bool:
        return self._folded == self._sides

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
        left = ui.left_column.width() if ui.left_column.isVisibleTo(self._window) else 0
        right = ui.right_column.width() if ui.right_column.isVisibleTo(self._window) else 0
        at_right = ui.top_right.sizeHint().width() if ui.walk_label.text() else 0
        menus, room = ui.menu_bar.sizeHint().width() + 12, self._window.width()
        widths = (max(left + 24, menus, _MENUS), max(right + 24, at_right))
        if room - sum(widths) < _FIELD:
            widths = (max(left + 24, menus), widths[1])
        is_collapsed = room - sum(widths) < _FIELD
        ui.menu_bar.setVisible(not is_collapsed)
        for button in self._menu_buttons:
            button.setVisible(is_collapsed)
        if is_collapsed:
            widths = (sum(button.sizeHint().width() for button in self._menu_buttons) + 24, max(16, at_right))
        ui.menu_holder.setMaximumWidth(widths[0])
        ui.top_right.setMaximumWidth(widths[1])
        for place, width in enumerate((widths[0], max(1, self._window.width() - sum(widths)), widths[1])):
            ui.top_layout.setStretch(place, width)  # where all three do not fit, each gives way

    def _make_menu_buttons(self) -> tuple[QToolButton, QToolButton]:
        """Create the buttons that replace menus and sidebar when the field needs the space of the menus."""
        menus = tool_button("menu", self.tr("Menus"), part="top")
        side = tool_button("panel-left", self.tr("Sidebar"), self._ui.action_left.trigger, part="top")
        menus.setToolTip(self.tr("Menus (Alt)"))
        menus.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(menus)
        menu.addActions(self._ui.menu_bar.actions())
        menus.setMenu(menu)
        key_bindings.set_key_tool_tip(side, "action_left", self.tr("Sidebar"))
        for button in (menus, side):
            button.hide()
            self._ui.menu_layout.addWidget(button)
        return menus, side

    def _follow_alt(self, event: QKeyEvent) -> None:
        """Open the menus by a tap on Alt, if they are behind their button."""
        is_alt, was_tapped, application = event.key() == Qt.Key.Key_Alt, self._is_alt_tapped, QApplication.instance()
        self._is_alt_tapped = is_alt and event.type() == QEvent.Type.KeyPress
        if application is not None and self._is_alt_tapped and not was_tapped:
            application.installEventFilter(self)  # a key that a field takes meanwhile makes it no tap
        elif application is not None and was_tapped and not self._is_alt_tapped:
            application.removeEventFilter(self)
            button = self._menu_buttons[0]
            if is_alt and button.isVisible():
                button.showMenu()

    # Small screens

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() in _KEYS and (watched is self._window or self._is_alt_tapped):
            self._follow_alt(event)
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show) and watched is self._window:
            if isinstance(event, QResizeEvent):
                self._update_sides()
            self._align_top_message()
            self._share_width()
        return False

    def _show_column(self, column: QWidget, shown: bool) -> None:
        focus = self._window.focusWidget()
        column.setVisible(shown)
        if not shown and focus is not None and column.isAncestorOf(focus):
            self.focus_hidden.emit()

    def _update_sides(self) -> None:
        width, sides = self._window.width(), self._sides
        folded = sides if width < NARROW else sides[:1] if width < FOLDING else ()
        if folded == self._folded or self._window.isFullScreen():  # there the text is alone
            return
        self._before, self._folded = self._shown_if_wide(), folded
        for side in sides:
            side.setChecked(side in self._before and side not in folded)

    def _share_width(self, *_shown: object) -> None:
        if self._is_narrow or not self._window.isVisible() or not all(side.isChecked() for side in self._sides):
            return
        columns = self._ui.columns
        columns.refresh()
        sizes = columns.sizes()
        left, _middle, right = self._wide or sizes
        room = self._window.width() - _MIDDLE
        self._wide = None if left + right <= room else [left, 0, right]
        right = min(right, max(room - left, _RIGHT))
        left = min(left, max(room - right, _LEFT))
        if self._wide or sizes[0] < left or sizes[2] < right:
            columns.setSizes([left, self._window.width() - left - right, right])

    def _make_room(self, other: QAction, *, shown: bool) -> None:
        if self._is_narrow and shown:
            other.setChecked(False)
            side = _ALONE if other is self._ui.action_left else _LEFT
            self._ui.columns.setSizes([side, self._window.width() - side, side])


class WindowParts(QObject):
    """Moves the keyboard focus from part to part."""

    def __init__(
        self,
        context: Context,
        ui: Ui_MainWindow,
        documents: DocumentsView,
        columns: Columns,
        meeting: Callable[[], MeetingModeController | None],
    ) -> None:
        super().__init__(context.window)
        self._context, self._ui, self._documents, self._meeting = context, ui, documents, meeting
        self._columns = columns

    def commands(self) -> dict[str, Callable[[], object]]:
        """Return the functions of the commands, by action name."""
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
        """Move cyclically through the visible parts."""
        ui, meeting = self._ui, self._meeting()
        left = self._columns.left_pane()
        parts: list[tuple[QWidget, Callable[[], object]]] = [
            (ui.search_edit, ui.action_search.trigger),
            (ui.left_column, lambda: left.setFocus(Qt.FocusReason.ShortcutFocusReason)),
            (ui.middle_column, self._context.navigate.focus_text),
            (ui.right_column, self._go_to_right_column),
        ]
        if meeting is not None and meeting.view is not None:
            parts.append((meeting.view.line, meeting.focus_line))
        shown = [(part, go) for part, go in parts if part.isVisible()]
        focus = QApplication.focusWidget()
        here = [n for n, (part, _) in enumerate(shown) if focus and (part is focus or part.isAncestorOf(focus))]
        shown[(here[-1] + by) % len(shown) if here else 0][1]()

    def _go_to_library(self) -> None:
        """Focus the filter of the library, from there its list."""
        self._columns.show_library()
        edit = self._documents.ui.filter_edit
        if edit.hasFocus():
            self._documents.setFocus()
        else:
            edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
            edit.selectAll()

    def _go_to_right_column(self) -> None:
        self._ui.action_right.setChecked(True)
        if self._ui.action_facets.isEnabled():
            self._ui.action_facets.trigger()
            return
        pane = self._ui.right_column.currentWidget()
        fields = pane.findChildren(QTextEdit) if pane else []
        target = next((field for field in fields if field.isVisible()), pane)
        if target is not None:
            target.setFocus()
