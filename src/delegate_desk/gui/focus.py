"""The focus ring: shown where the keyboard brought the focus, not where the mouse did."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

_BY_KEYBOARD = frozenset(
    {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason}
)


class FocusRing(QObject):
    """Sets the property ``ring`` on the widget that the keyboard brought the focus to; the rules draw it."""

    def __init__(self, application: QCoreApplication) -> None:
        super().__init__(application)
        application.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, QWidget) and isinstance(event, QFocusEvent):
            ring = event.gotFocus() and event.reason() in _BY_KEYBOARD
            if ring or watched.property("ring"):
                watched.setProperty("ring", ring)
                watched.style().unpolish(watched)
                watched.style().polish(watched)
        return False
