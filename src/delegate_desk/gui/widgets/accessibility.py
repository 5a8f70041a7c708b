"""Accessibility: the ring of the keyboard focus, the tab order, and what screen readers are told.

The ring is shown after keyboard navigation but not after clicks. An announcement is polite, and only the latest on each
subject is made.
"""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleAnnouncementEvent, QFocusEvent
from PySide6.QtWidgets import QAbstractButton, QAccessibleWidget, QApplication, QWidget
from shiboken6 import isValid
from typing_extensions import override

_BY_KEYBOARD = frozenset(
    {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason}
)

_FOCUS_CHANGES = (QEvent.Type.FocusIn, QEvent.Type.FocusOut)
"""Events of gaining or losing the focus; a third one announces it."""


def move_ring(widget: QWidget, event: QFocusEvent) -> None:
    """Set the property ``ring`` on a widget that got the focus by keyboard; the style sheet draws it.

    A window that becomes active again shows the ring at its last place, which the property ``ring_kept`` remembers.
    """
    if event.type() not in _FOCUS_CHANGES:
        return
    ring, is_remembered = event.gotFocus() and event.reason() in _BY_KEYBOARD, False
    if event.reason() == Qt.FocusReason.ActiveWindowFocusReason:
        ring = event.gotFocus() and bool(widget.property("ring_kept"))
        is_remembered = event.lostFocus() and bool(widget.property("ring"))
    if is_remembered or widget.property("ring_kept"):
        widget.setProperty("ring_kept", is_remembered)
    if ring or widget.property("ring"):
        widget.setProperty("ring", ring)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def set_focus(widget: QWidget) -> None:
    """Focus a widget with its ring; in an inactive window, the ring is shown as soon as it is active."""
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    if not widget.hasFocus():
        widget.setProperty("ring_kept", True)


@contextmanager
def focus_kept() -> Iterator[None]:
    """Focus the replacement of the focused widget, if its pane is rebuilt meanwhile."""
    focused = QApplication.focusWidget()
    if focused is None:
        yield
        return
    kind, places, ancestor = type(focused), [], focused.parentWidget()
    while ancestor is not None:  # its number among the widgets of its class, in each pane that contains it
        places.append((ancestor, ancestor.findChildren(kind).index(focused)))
        ancestor = ancestor.parentWidget()
    yield
    if isValid(focused) and QApplication.focusWidget() is focused:
        return
    for pane, number in places:
        widgets = pane.findChildren(kind) if isValid(pane) and pane.isVisible() else []
        if number < len(widgets):
            hidden: QWidget | None = widgets[number]
            while hidden is not None and hidden is not pane:
                if not hidden.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide):
                    hidden.show()
                hidden = hidden.parentWidget()
            widgets[number].setFocus(Qt.FocusReason.OtherFocusReason)
            return


def step_focus(window: QWidget, *, forward: bool, parts: Sequence[QWidget] = ()) -> bool:
    """Move the focus to the next control of a window, or to the previous; False if there is no other.

    It stays in its part if the window has several; widgets that no part contains are a further part.

    Unlike Qt's own step it skips a pane that passes its focus on to one of its controls: Qt would count the pane as a
    stop, and Tab would never reach the controls before that control.
    """
    start: QWidget | None = window.focusWidget() or window
    start_part = _part_of(start, parts)
    is_free = start is window or (start_part is not None and not start_part.isVisible())
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    widget = start
    while widget is not None:
        widget = widget.nextInFocusChain() if forward else widget.previousInFocusChain()
        if widget == start:
            break
        if widget is not None and is_stop(widget, window) and (is_free or _part_of(widget, parts) is start_part):
            widget.setFocus(reason)
            return True
    return False


def _part_of(widget: QWidget | None, parts: Iterable[QWidget]) -> QWidget | None:
    return next((part for part in parts if widget is not None and part.isAncestorOf(widget)), None)


def set_tab_order(before: QWidget, stops: Iterable[QWidget]) -> None:
    """Set the tab order of these controls, the first after a widget that already has a place."""
    for stop in stops:
        QWidget.setTabOrder(before, stop)
        before = stop


_REACHED_BY_TAB = (Qt.FocusPolicy.TabFocus, Qt.FocusPolicy.StrongFocus, Qt.FocusPolicy.WheelFocus)


def is_stop(widget: QWidget, window: QWidget) -> bool:
    """True if Tab stops at a control of a window or pane."""
    if not widget.isVisibleTo(window) or not widget.isEnabled():  # which is told sooner, of most in a window
        return False
    return widget.focusPolicy() in _REACHED_BY_TAB and not isinstance(widget.focusProxy(), QWidget)


_PAUSE = 250
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
        self._pause_timer = QTimer(self, singleShot=True, interval=_PAUSE)
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
        pending, self._pending = self._pending, {}
        for widget, text, is_assertive in pending.values():
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
