"""Small screens, or large letters: side columns give way and come back one at a time, and dialogs scroll."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

if TYPE_CHECKING:
    from delegate_desk.gui.shell.main_window import MainWindow

NARROW = 900
"""A window less wide than this, in pixels of the layout, has room for the middle and one side."""
_SIDE = 208
_LEFT, _MIDDLE, _RIGHT = 208, 480, 264
"""What is left to each side where the middle takes of both to be as wide as it should be."""
_FRAME = QSize(8, 32)
"""About what the frame of a window takes."""
LEAST = (640, 360)
"""The smallest window: a screen of 1366 by 768 at 200 % holds it."""


class SmallScreen(QObject):
    """Watches how wide the window is."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._sides = (window.ui.action_left, window.ui.action_right)
        self._before: list[QAction] = []
        self._is_narrow = False
        self._wide: list[int] | None = None
        window.setMinimumSize(*LEAST)
        for side, other in (self._sides, self._sides[::-1]):
            side.toggled.connect(lambda shown, other=other: self._make_room(other, shown=shown))
        window.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QResizeEvent) and watched is self._window:
            self._update_sides()
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show) and watched is self._window:
            self._share_width()
        return False

    def _update_sides(self) -> None:
        """Take the sides away as the window becomes narrow, and bring back those that were there."""
        is_narrow = self._window.width() < NARROW
        if is_narrow == self._is_narrow or self._window.isFullScreen():  # there the text is alone
            return
        if is_narrow:
            self._before = [side for side in self._sides if side.isChecked()]
            for side in self._sides:
                side.setChecked(False)
        self._is_narrow = is_narrow
        if not is_narrow:
            for side in self._before:
                side.setChecked(True)

    def _share_width(self) -> None:
        """Let both sides give of their width to the middle, and have it back with the room."""
        columns, sizes = self._window.ui.columns, self._window.ui.columns.sizes()
        if self._is_narrow or not self._window.isVisible() or not all(side.isChecked() for side in self._sides):
            return
        left, _, right = self._wide or sizes
        room = self._window.width() - _MIDDLE
        self._wide = None if left + right <= room else [left, 0, right]
        right = min(right, max(room - left, _RIGHT))
        left = min(left, max(room - right, _LEFT))
        if self._wide or sizes[0] < left or sizes[2] < right:
            columns.setSizes([left, self._window.width() - left - right, right])

    def _make_room(self, other: QAction, *, shown: bool) -> None:
        if self._is_narrow and shown:
            other.setChecked(False)
            self._window.ui.columns.setSizes([_SIDE, self._window.width() - _SIDE, _SIDE])


class FittingDialogs(QObject):
    """Lets dialogs that are larger than the screen scroll, as they are shown."""

    def __init__(self, application: QCoreApplication) -> None:
        super().__init__(application)
        application.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QShowEvent) and isinstance(watched, QDialog):  # seen sooner than its type: all come here
            fit_to_screen(watched, watched.screen().availableSize() - _FRAME)
        return False


def fit_to_screen(dialog: QDialog, room: QSize) -> None:
    """Make a dialog no larger than the room there is; what it holds scrolls where that is too little for it."""
    layout = dialog.layout()
    least = dialog.minimumSizeHint().expandedTo(dialog.minimumSize())
    if layout is None or (least.width() <= room.width() and least.height() <= room.height()):
        dialog.resize(dialog.size().boundedTo(room))
        return
    inner = QWidget()
    inner.setMinimumSize(dialog.minimumSize())
    inner.setLayout(layout)  # it brings its widgets along
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it follows the control that has the keys
    area.setWidget(inner)
    around = QVBoxLayout(dialog)
    around.setContentsMargins(0, 0, 0, 0)
    around.addWidget(area)
    dialog.setMinimumSize(0, 0)
    dialog.setMaximumSize(room)
    dialog.resize(least.boundedTo(room))
