"""In a meeting what one types goes to the capture line, wherever the keys are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from delegate_desk.gui.keys import physical_letter
from delegate_desk.gui.views.capture_line import CaptureLine, goes_to_line
from delegate_desk.gui.views.paper import Paper

if TYPE_CHECKING:
    from collections.abc import Callable

_BY_HEADING = "JK"


class SittingKeys(QObject):
    """A filter on the lists and the text of a meeting.

    On the lists all that is typed goes to the line; on the text digits and capitals do, for small letters are the
    keys of annotations there. Esc goes to the line from everywhere.
    """

    def __init__(self, line: Callable[[], CaptureLine | None], parent: QObject) -> None:
        super().__init__(parent)
        self._line = line

    def watch(self, *widgets: QWidget) -> None:
        """Filter the keys of these."""
        for widget in widgets:
            widget.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() not in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride):
            return False
        line = self._line()
        if not isinstance(event, QKeyEvent) or line is None or not self._is_ours(watched, event):
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
        elif event.key() == Qt.Key.Key_Escape:
            line.focus()
        else:
            line.type(event.text())
        return True

    def _is_ours(self, watched: QObject, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            return not isinstance(watched, Paper) or watched.chosen.is_empty()
        if not goes_to_line(event):
            return False
        if not isinstance(watched, Paper):
            return True
        text = event.text()
        by_heading = chr(event.key()) in _BY_HEADING if 0 < event.key() < 128 else False
        return text.isdigit() or (text.isupper() and not by_heading and physical_letter(event) not in ("J", "K"))
