"""Announcements to screen readers for changes away from the focus: politely, only the latest on each subject."""

from collections.abc import Hashable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from delegate_desk.core.values import dataclass

_REST = 250
"""Milliseconds without news of a thing before it is told, so that typing does not make a screen reader chatter."""


@dataclass(frozen=True, slots=True)
class _Announcement:
    """Pending announcement: its widget, its text, and whether it may interrupt others."""

    widget: QWidget
    text: str
    is_urgent: bool


class _Announcer(QObject):
    """Gathers what changes, and tells it when it rests."""

    announced = Signal(str, bool)  # The words and True where they may break into others

    def __init__(self) -> None:
        super().__init__()
        self._pending: dict[Hashable, _Announcement] = {}
        self._pause_timer = QTimer(self, singleShot=True, interval=_REST)
        self._pause_timer.timeout.connect(self._announce_pending)

    def announce(self, widget: QWidget, text: str, *, about: Hashable = "", assertive: bool = False) -> None:
        """Tell screen readers of a change soon, in place of what was to be told of the same thing.

        Args:
            widget: Where it changed.
            text: What a person is to hear; nothing takes back what waits.
            about: What it tells of, by any name; by itself, the widget.
            assertive: True if it may break into what is being said.
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
