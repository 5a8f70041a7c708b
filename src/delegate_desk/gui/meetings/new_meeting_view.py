"""A meeting by hand: who meets and when, in the left column; Enter makes it."""

import re
from datetime import date, datetime, time

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from delegate_desk.gui.widgets.basic_widgets import (
    StyledPane,
    flat_button,
    handle_escape,
    label,
    set_part,
    set_property,
)

_DAY = re.compile(r"(?P<day>\d{1,2})[./-](?P<month>\d{1,2})(?:[./-](?P<year>\d{2,4}))?")
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_HOUR = re.compile(r"(?P<hour>\d{1,2})[:.h](?P<minute>\d{2})?")


class NewMeetingView(StyledPane):
    """Three fields; what is in them cannot be lost but by Esc.

    Signals:
        meeting_entered: Enter was pressed on something that can be a meeting: body, day, time of day or None.
        left: Esc was pressed.
    """

    meeting_entered = Signal(str, object, object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.body_edit, self.day_edit, self.time_edit = QLineEdit(), QLineEdit(), QLineEdit()
        self.hint_label = label("", "warning", wrap=True)
        self.make_button = flat_button(self.tr("Create (Enter)"), self.tr("Create the meeting"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(4)
        layout.addWidget(label(self.tr("New meeting"), "facet"))
        for edit, text in (
            (self.body_edit, self.tr("Working party")),
            (self.day_edit, self.tr("Day")),
            (self.time_edit, self.tr("Time")),
        ):
            edit.setAccessibleName(text)
            edit.installEventFilter(self)
            edit.returnPressed.connect(self._submit)
            layout.addWidget(label(text, "head"))
            layout.addWidget(edit)
        self.body_edit.setPlaceholderText(self.tr("Working Party on …"))
        self.time_edit.setPlaceholderText(self.tr("10:00 (optional)"))
        layout.addWidget(self.hint_label)
        layout.addWidget(self.make_button)
        layout.addWidget(label(self.tr("You can add agenda items and documents later."), "soft", wrap=True))
        layout.addStretch(1)
        set_part(self, "side")
        self.setFocusProxy(self.body_edit)
        self.setAccessibleName(self.tr("New meeting"))
        self.make_button.clicked.connect(self._submit)

    def start(self, today: date) -> None:
        """Begin with today."""
        self.body_edit.clear()
        self.time_edit.clear()
        self.day_edit.setText(f"{today:%d.%m.%Y}")
        self._show_hint("")
        self.body_edit.setFocus()

    def _submit(self) -> None:
        body, typed = " ".join(self.body_edit.text().split()), self.day_edit.text().strip()
        day, begins = read_day(typed), read_time(self.time_edit.text().strip())
        if not body:
            self._show_hint(self.tr("Enter the working party."), self.body_edit)
        elif typed and day is None:
            self._show_hint(
                self.tr("“{typed}” is not a valid date. Example: 14.10.2026.").format(typed=typed), self.day_edit
            )
        elif self.time_edit.text().strip() and begins is None:
            self._show_hint(self.tr("Not a valid time. Example: 10:00."), self.time_edit)
        else:
            self.meeting_entered.emit(body, day, begins)

    def _show_hint(self, text: str, at: QLineEdit | None = None) -> None:
        self.hint_label.setText(text)
        self.hint_label.setVisible(bool(text))
        for edit in (self.body_edit, self.day_edit, self.time_edit):
            set_property(edit, "tone", "unsure" if edit is at else "")
        if at is not None:
            at.setFocus()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        return handle_escape(event, self.left.emit)


def read_day(typed: str) -> date | None:
    """A day as typed: ``14.10.2026``, ``14/10`` of this year, ``2026-10-14``; None for what is none."""
    try:
        if _ISO.fullmatch(typed):
            return date.fromisoformat(typed)
        match = _DAY.fullmatch(typed)
        if match is None:
            return None
        year = int(match["year"]) if match["year"] else datetime.now().astimezone().year
        return date(year + 2000 if year < 100 else year, int(match["month"]), int(match["day"]))
    except ValueError:
        return None


def read_time(typed: str) -> time | None:
    """A time of day as typed: ``10:00``, ``9.30``, ``14h``; None for what is none."""
    match = _HOUR.fullmatch(typed)
    if match is None or int(match["hour"]) > 23 or int(match["minute"] or 0) > 59:
        return None
    return time(int(match["hour"]), int(match["minute"] or 0))
