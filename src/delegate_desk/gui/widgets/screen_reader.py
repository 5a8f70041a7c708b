"""Announcements to screen readers for changes away from the focus: politely, only the latest on each subject."""

from collections.abc import Hashable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from delegate_desk.core.values import dataclass

_REST = 250
"""Milliseconds without a change of a subject before it is announced, so that typing does not cause chatter."""


@dataclass(frozen=True, slots=True)
class _Announcement:
    """Pending announcement: its widget, its text, and whether it may interrupt others."""

    widget: QWidget
    text: str
    is_urgent: bool


class _Announcer(QObject):
    """Collects changes, and announces them when they rest."""

    announced = Signal(str, bool)  # The words and True where they may break into others

    def __init__(self) -> None:
        super().__init__()
        self._pending: dict[Hashable, _Announcement] = {}
        self._pause_timer = QTimer(self, singleShot=True, interval=_REST)
        self._pause_timer.timeout.connect(self._announce_pending)

    def announce(self, widget: QWidget, text: str, *, about: Hashable = "", assertive: bool = False) -> None:
        """Announce a change to screen readers soon, replacing a pending announcement on the same subject.

        Args:
            widget: The widget that changed.
            text: The announcement; empty cancels a pending one.
            about: Any name of the subject; by default the widget.
            assertive: True if it may interrupt current speech.
        """
        self._pending.pop(about or widget, None)
        if text:
            self._pending[about or widget] = _Announcement(widget, " ".join(text.split()), assertive)
            self._pause_timer.start()

    def _announce_pending(self) -> None:
        waiting, self._pending = self._pending, {}
        for news in waiting.values():
            if not isValid(news.widget) or not news.widget.isVisible():
                continue
            event = QAccessibleAnnouncementEvent(news.widget, news.text)
            politeness = QAccessible.AnnouncementPoliteness
            event.setPoliteness(politeness.Assertive if news.is_urgent else politeness.Polite)
            QAccessible.updateAccessibility(event)
            self.announced.emit(news.text, news.is_urgent)


_announcer = _Announcer()
announce = _announcer.announce
announced = _announcer.announced
