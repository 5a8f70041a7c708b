"""Roles of our own parts for screen readers, and announcements of changes away from the focus.

An announcement is polite, and only the latest on each subject is made.
"""

from collections.abc import Hashable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QAbstractButton, QAccessibleWidget, QWidget
from shiboken6 import isValid
from typing_extensions import override

_REST = 250
"""Milliseconds without a change of a subject before it is announced, so that typing does not cause chatter."""

_ROLES = {
    "views": QAccessible.Role.PageTabList,
    "view": QAccessible.Role.PageTab,
    "file_section": QAccessible.Role.Grouping,
}
"""Roles of the parts that Qt would take for plain buttons and panes."""


class _TabInterface(QAccessibleWidget):
    """Interface of a button as a tab, or of one that opens the list of all. Qt deletes it with its button."""

    @override
    def role(self) -> QAccessible.Role:
        button = self.widget()
        is_tab = isinstance(button, QAbstractButton) and button.isCheckable()
        return super().role() if is_tab else QAccessible.Role.ButtonMenu

    @override
    def state(self) -> QAccessible.State:
        state, button = super().state(), self.widget()
        if isinstance(button, QAbstractButton):
            state.selectable, state.selected = button.isCheckable(), button.isChecked()
        return state

    @override
    def actionNames(self) -> list[str]:
        return [QAccessibleActionInterface.pressAction()]

    @override
    def doAction(self, actionName: str) -> None:
        button = self.widget()
        if isinstance(button, QAbstractButton):
            button.click()


def _part_interface(_: str, subject: QObject) -> QAccessibleWidget | None:
    part = subject.property("part")
    if not isinstance(subject, QWidget) or part not in _ROLES:
        return None
    return (_TabInterface if isinstance(subject, QAbstractButton) else QAccessibleWidget)(subject, _ROLES[part])


QAccessible.installFactory(_part_interface)


class _Announcer(QObject):
    """Collects changes, and announces them when they rest."""

    announced = Signal(str, bool)  # The words and True where they may break into others

    def __init__(self) -> None:
        super().__init__()
        self._pending: dict[Hashable, tuple[QWidget, str, bool]] = {}
        self._pause_timer = QTimer(self, singleShot=True, interval=_REST)
        self._pause_timer.timeout.connect(self._announce_pending)

    def announce(self, widget: QWidget, text: str, *, about: Hashable = "", assertive: bool = False) -> None:
        """Announce a change to screen readers soon, replacing a pending announcement on the same subject.

        Args:
            text: The announcement; empty cancels a pending one.
            about: Any name of the subject; by default the widget.
            assertive: True if it may interrupt current speech.
        """
        self._pending.pop(about or widget, None)
        if text:
            self._pending[about or widget] = widget, " ".join(text.split()), assertive
            self._pause_timer.start()

    def _announce_pending(self) -> None:
        waiting, self._pending = self._pending, {}
        for widget, text, is_assertive in waiting.values():
            if not isValid(widget) or not widget.isVisible():
                continue
            event = QAccessibleAnnouncementEvent(widget, text)
            politeness = QAccessible.AnnouncementPoliteness
            event.setPoliteness(politeness.Assertive if is_assertive else politeness.Polite)
            QAccessible.updateAccessibility(event)
            self.announced.emit(text, is_assertive)


_announcer = _Announcer()
announce = _announcer.announce
announced = _announcer.announced
